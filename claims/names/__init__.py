"""Names of an article: who and what is named, under which names, in which role."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from claims.types import Span

if TYPE_CHECKING:
    from claims.language import Document

NameKind = Literal["person", "organisation", "place", "other"]


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
    """The names of a document, and what its pronouns and definite phrases stand for."""

    mentions: tuple[Mention, ...]
    references: Mapping[Span, str] = field(default_factory=dict)

    def at(self, start: int, end: int) -> Mention | None:
        """Give the first name that a span touches."""
        at = bisect_right([m.end for m in self.mentions], start)
        found = self.mentions[at] if at < len(self.mentions) else None
        return found if found is not None and found.start < end else None

    def resolve(self, start: int, end: int) -> str:
        """Give the full name behind a pronoun, a definite phrase or a short form; "" when unsure."""
        if (start, end) in self.references:
            return self.references[start, end]
        mention = self.at(start, end)
        return mention.name if mention else ""


def find_names(document: Document) -> Names:
    """Find the names of an article.

    Examples
    --------
    >>> from claims.language import parse
    >>> names = find_names(parse("Party chief Anita Rao resigned. Rao, 51, had led it since 2019."))
    >>> [(m.text, m.name, m.kind, m.role) for m in names.mentions]
    [('Anita Rao', 'Anita Rao', 'person', 'Party chief'), ('Rao', 'Anita Rao', 'person', '')]
    """
    from claims.names.clusters import full_names
    from claims.names.kinds import kinds_of
    from claims.names.runs import find_runs, read_tokens

    text = document.article.text
    tokens = read_tokens(document.doc)
    runs = find_runs(tokens)
    kinds = kinds_of(tokens, runs)
    names = full_names(tokens, runs, kinds)
    mentions = []
    for run, kind, name in zip(runs, kinds, names, strict=True):
        start, end = tokens[run.first].start, tokens[run.last - 1].end
        span = None
        if run.roles:
            first, last = run.roles[0]
            span = tokens[first].start, tokens[last - 1].end
        mentions.append(
            Mention(
                start=start,
                end=end,
                text=text[start:end],
                name=name,
                kind=kind,
                role=text[slice(*span)] if span else "",
                role_span=span,
            )
        )
    return Names(mentions=tuple(mentions))
