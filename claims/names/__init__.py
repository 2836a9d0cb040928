"""Names of an article: who and what is named, under which names, in which role."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from claims.language import Document
    from claims.names.kinds import NameKind
    from claims.names.runs import Run, Token
    from claims.types import Span


_FAR = 1 << 62


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name where it stands; `name` is the fullest form that the article gives it, "" where two fit.

    `role`: title or office in apposition; `role_span`: its characters.
    """

    start: int
    end: int
    text: str
    name: str
    kind: NameKind
    role: str = ""
    role_span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of a document, and what its pronouns and definite phrases stand for; `spans` are these in order."""

    mentions: tuple[Mention, ...]
    references: Mapping[Span, str] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()

    def at(self, start: int, end: int) -> Mention | None:
        """Give the first name that a span touches."""
        at = bisect_right(self.mentions, start, key=lambda m: m.end)
        found = self.mentions[at] if at < len(self.mentions) else None
        return found if found is not None and found.start < end else None

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """Give the names that a span touches, in order."""
        first = bisect_right(self.mentions, start, key=lambda m: m.end)
        return self.mentions[first : bisect_left(self.mentions, end, key=lambda m: m.start)]

    def role_of(self, name: str) -> str:
        """Give the role that the article first gives a name; "" if none."""
        return next((m.role for m in self.mentions if m.role and m.name == name), "") if name else ""

    def resolve(self, start: int, end: int) -> str:
        """Give the full name behind a pronoun, a definite phrase or a short form; "" when unsure."""
        if (start, end) in self.references:
            return self.references[start, end]
        at = bisect_right(self.spans, (start, _FAR)) - 1
        around = self.spans[at] if at >= 0 else (0, 0)
        if end <= around[1] or start == around[0] < around[1]:
            return self.references[around]
        mention = self.at(start, end)
        return mention.name if mention else ""


def find_names(document: Document, people: Collection[Span] = ()) -> Names:
    """Find the names of an article; `people` are characters that are known to name a person.

    Examples
    --------
    >>> from claims.language import parse
    >>> names = find_names(parse("Party chief Anita Rao resigned. Rao, 51, had led it since 2019."))
    >>> [(m.text, m.name, m.kind, m.role) for m in names.mentions]
    [('Anita Rao', 'Anita Rao', 'person', 'Party chief'), ('Rao', 'Anita Rao', 'person', '')]
    """
    from claims.names.clusters import full_forms, tell_apart
    from claims.names.kinds import kinds_of
    from claims.names.resolve import Resolver
    from claims.names.runs import find_runs, read_tokens

    text = document.article.text
    tokens = read_tokens(document.columns)
    runs, bare = find_runs(tokens)
    forms, kinds = full_forms(tokens, runs, kinds_of(tokens, runs, people))
    names = tell_apart(runs, [" ".join(form) for form in forms])
    resolver = Resolver(text, tokens, runs, names, kinds, bare, document.quotations)
    opening = {first for run in runs for first, _ in run.roles}
    mentions = tuple(
        _mention(text, tokens, run, name, kind)
        for run, name, kind in zip(runs, names, kinds, strict=True)
        if not (kind == "other" and run.first in opening)
    )
    references = resolver.references()
    return Names(mentions=mentions, references=references, spans=tuple(sorted(references)))


def _mention(text: str, tokens: Sequence[Token], run: Run, name: str, kind: NameKind) -> Mention:
    start, end = tokens[run.first].start, tokens[run.last - 1].end
    span = None
    if run.roles:
        first, last = run.roles[0]
        span = tokens[first].start, tokens[last - 1].end
    role = text[span[0] : span[1]] if span else ""
    return Mention(start=start, end=end, text=text[start:end], name=name, kind=kind, role=role, role_span=span)
