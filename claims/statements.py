"""Statements: the atomic checkable parts of what an article claims.

Every value gets one; so does every office that somebody is said to hold, every superlative, every quotation, and
every clause that asserts something without any of these.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims import attribution, degrees, language, values
from claims.clauses import SUBJECTS, tells_for_itself
from claims.names import find_names
from claims.outlooks import looked_forward_to
from claims.spans import SpanIndex
from claims.types import Article, Statement, as_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from claims.clauses import Clause
    from claims.language import Document
    from claims.language.columns import Columns
    from claims.names import Names
    from claims.types import Attribution, Modality, Sourcing, Span, Value


def split(article: Article | str) -> list[Statement]:
    """Split what an article claims into statements, each anchored to its words and resting on somebody's word.

    Parameters
    ----------
    article : Article or str

    Returns
    -------
    list of Statement
        In the order of the text, without verdicts.

    Examples
    --------
    >>> for s in split("The Harbour Party won 52 seats in 2019."):
    ...     print(s.kind, "|", s.quote)
    count | 52 seats
    event | 2019
    """
    article = as_article(article)
    document = language.parse(article)
    names = find_names(document)
    attributions = attribution.attribute(document, names)
    return list(split_document(document, tuple(values.find_values(article)), attributions, names))


def split_document(
    document: Document, found: tuple[Value, ...], attributions: tuple[Attribution, ...], names: Names
) -> tuple[Statement, ...]:
    """Split a parsed article; `found` are its values."""
    splitter = _Splitter(document, found, attributions, names)
    return numbered(splitter.statements())


def numbered(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Put statements into the order of the text and name them s1, s2 ..."""
    ordered = sorted(statements, key=lambda s: (s.start, s.end, s.kind))
    return tuple(replace(s, id=f"s{number}") for number, s in enumerate(ordered, 1))


class _Splitter:
    """One article on its way into statements; the records around it are read only."""

    def __init__(
        self, document: Document, found: tuple[Value, ...], attributions: tuple[Attribution, ...], names: Names
    ) -> None:
        self.document, self.attributions, self.names = document, attributions, names
        self.text = document.article.text
        self.values = tuple(v for v in found if v.kind != "excluded")
        self.clauses = document.predicates
        self.values_at = SpanIndex(((v.start, v.end), v) for v in self.values)
        self.people_at = SpanIndex(((m.start, m.end), m) for m in names.mentions if m.kind == "person")
        self.spoken_at = SpanIndex((span, a) for a in attributions for span in a.content)
        self.framed_at = SpanIndex(attribution.frames(attributions, document))
        self.full_names = {m.text: m.name for m in reversed(names.mentions)}

    def statements(self) -> list[Statement]:
        drafts = [
            *map(self.of_value, self.values),
            *self.offices(),
            *self.degrees(),
            *self.quotations(),
        ]
        return [*drafts, *self.facts(drafts)]

    def of_value(self, value: Value) -> Statement:
        """Give a value its statement."""
        token = self.document.line(value.start, value.end)[0]
        kind = "event" if value.kind in ("date", "period") else value.kind
        subject = self.canonical(value.of) if value.of else self.subject(token, (value.start, value.end))
        statement = self.statement((value.start, value.end), kind, token, subject=subject, value=value)
        if statement.modality == "asserted" and kind not in ("event", "age", "ordinal") and self.awaited(value):
            return replace(statement, modality="forecast")
        if value.kind == "age" and subject:
            return replace(statement, text=self.dated(f"{subject} was {value.text}"))
        return statement

    def awaited(self, value: Value) -> bool:
        """Say whether an amount is only expected or hoped for."""
        return looked_forward_to(self.document, (value.start, value.end))

    def offices(self) -> Iterator[Statement]:
        """Yield who is said to hold which office or role."""
        for mention in self.names.mentions:
            if mention.role_span is None or mention.kind != "person":
                continue
            start, end = mention.role_span
            token = self.document.line(start, end)[0]
            statement = self.statement((start, end), "office", token, subject=mention.name)
            yield replace(statement, text=self.dated(f"{mention.name} was {mention.role}"))

    def degrees(self) -> Iterator[Statement]:
        """Yield "the longest stage", "shorter than the last", "fell": extremes and comparisons without a number."""
        doc, columns = self.document.listed, self.document.columns
        words = zip(columns.lower, columns.lemma, columns.tag, strict=True)
        for token in (doc[at] for at, word in enumerate(words) if degrees.may_tell(*word)):
            found = degrees.told(token)
            if found is None:
                continue
            if found.kind == "comparison" and self.modality(found.under) not in ("asserted", "negated"):
                continue
            span = (found.first.idx, found.last.idx + len(found.last.text))
            if not self.values_at.touching(span):
                statement = self.statement(span, found.kind, found.under, subject=self.subject(found.under, span))
                denied = found.denial and statement.modality == "negated"
                yield replace(statement, modality="asserted") if denied else statement

    def quotations(self) -> Iterator[Statement]:
        """Yield every quotation whole, with its speaker."""
        for quotation in self.document.quotations:
            span = (quotation.start, quotation.end)
            token = self.document.line(*span)[0]
            statement = self.statement(span, "quotation", token)
            speaker = statement.sourcing.speaker or statement.sourcing.source
            words = self.text[slice(*span)]
            yield replace(statement, subject=speaker, text=f"{speaker} said: {words}" if speaker else words)

    def facts(self, drafts: list[Statement]) -> Iterator[Statement]:
        """Yield the clauses that assert something and that no other statement stands in."""
        doc = self.document.listed
        cues = [span for a in self.attributions for span in a.cue]
        taken = SpanIndex((span, None) for span in [*((s.start, s.end) for s in drafts), *cues])
        for clause in self.clauses:
            head = doc[clause.head]
            if clause.modality not in ("asserted", "negated") or clause.subject < 0:
                continue
            inside = [i for i in clause.tokens if i >= clause.head and not doc[i].is_punct and not doc[i].is_space]
            if len(inside) < 2 or head.pos_ not in ("VERB", "NOUN", "ADJ", "PROPN"):
                continue
            span = (head.idx, doc[inside[-1]].idx + len(doc[inside[-1]].text))
            if not taken.touching(span):
                yield self.statement(span, "fact", head, subject=self.name_of(doc[clause.subject]))

    def statement(
        self, span: Span, kind: str, token: Token, *, subject: str = "", value: Value | None = None
    ) -> Statement:
        """Make a statement anchored at `span`, with its clause, sentence, sourcing and modality."""
        clause = self.clause(span, self.clauses.of(token))
        return Statement(
            id="",
            start=span[0],
            end=span[1],
            quote=self.text[slice(*span)],
            text=self.reading(clause, subject),
            kind=kind,
            subject=subject,
            value=value,
            sourcing=self.sourcing(span, kind),
            clause=clause,
            sentence=self.document.sentence(span[0]),
            modality=self.modality(token),
        )

    def sourcing(self, span: Span, kind: str) -> Sourcing:
        """Say on whose word a statement rests; a date that tells when something was said may go with it."""
        found = attribution.sourcing_of(span, self.spoken_at.touching(span), self.document)
        framing = self.framed_at.touching(span) if kind == "event" and found.label == "own_voice" else []
        return attribution.word_of(framing[0], self.document) if framing else found

    def clause(self, span: Span, parsed: Clause) -> Span:
        """Choose the words that a statement rests on: an item of an enumeration, else the parsed clause."""
        item = self.document.item(span[0])
        if item is not None:
            return item
        sentence = self.document.sentence(span[0])
        start, end = max(parsed.start, sentence[0]), min(parsed.end, sentence[1])
        return (start, end) if start <= span[0] and span[1] <= end else sentence

    def modality(self, token: Token) -> Modality:
        """Say how the clause around a token is meant: one inside a proposal is part of it, what is set off is not."""
        if _set_off(self.document, token.i):
            return "asserted"
        clause = self.clauses.of(token)
        for _ in range(6):
            if clause.modality != "asserted" or clause.parent < 0:
                break
            above = self.clauses.clauses[clause.parent]
            head = self.document.listed[clause.head]
            if head.dep_ not in ("xcomp", "conj", "advcl") or above.modality == "negated":
                break
            if tells_for_itself(self.document.columns, head.i):
                break
            clause = above
        return clause.modality

    def subject(self, token: Token, span: Span) -> str:
        """Name what a value is about: the first name of its item, else the subject of its clause."""
        item = self.document.item(span[0])
        if item is not None:
            inside = self.people_at.touching(item)
            if inside:
                return inside[0].name
        clause = self.clauses.of(token)
        return self.name_of(self.document.listed[clause.subject]) if clause.subject >= 0 else ""

    def name_of(self, token: Token) -> str:
        """Resolve a noun to the fullest name that the article gives it, else its own words."""
        start, end = token.idx, token.idx + len(token.text)
        mention = self.names.at(start, end)
        if mention is not None:
            return mention.name
        resolved = self.names.resolve(start, end)
        if resolved:
            return resolved
        if token.pos_ in ("PRON", "DET"):
            return ""
        words = [t for t in token.subtree if t.i <= token.i]
        return self.text[words[0].idx : end].strip(" ,;:-–—\"“”'‘’\n")

    def canonical(self, name: str) -> str:
        """Give the fullest form of a name that the article uses."""
        return self.full_names.get(name) or name

    def reading(self, clause: Span, subject: str) -> str:
        """Write the clause so that it reads alone: names for pronouns, dates in full."""
        pieces = [
            (m.start, m.end, m.name)
            for m in self.people_at.touching(clause)
            if m.name not in ("", m.text) and self.document.line(m.start, m.end)[-1].dep_ != "compound"
        ]
        pieces += [
            (v.start, v.end, f"{v.text} ({v.iso})")
            for v in self.values_at.touching(clause)
            if v.kind in ("date", "period") and v.iso not in ("", v.text)
        ]
        words, at = "", clause[0]
        for start, end, new in sorted(pieces):
            if at <= start and end <= clause[1]:
                words, at = words + self.text[at:start] + new, end
        words = " ".join((words + self.text[at : clause[1]]).split()).strip(" ,;:").removesuffix(".")
        return words if not subject or subject in words else f"{subject}: {words}"

    def dated(self, words: str) -> str:
        published = self.document.article.published
        return f"{words} on {published}" if published else words


def _set_off(document: Document, at: int) -> bool:
    """Say whether a value explains a noun beside it, whatever comes of that: "the fee, 45 crowns, will rise"."""
    return _apposed(document, at) or _put_between(document.columns, at)


def _apposed(document: Document, at: int) -> bool:
    """Say whether a value is, or is a part of, what is set off behind a noun: "thanks to Lee, a 20-year-old"."""
    words = document.columns
    while words.dep[at] in _INSIDE and words.head[at] != at:
        at = words.head[at]
    noun = words.head[at]
    beside = words.dep[at] == "appos" and at > noun
    return beside and any(t.is_punct for t in document.listed[noun:at])


def _put_between(words: Columns, at: int) -> bool:
    """Say whether commas set words without a verb off between a subject and its verb: "the dock, at 45 m the longest,".

    What is only due or expected is told as that.
    """
    first = next((i for i in range(at, 0, -1) if words.opens[i]), 0)
    end = next((i for i in range(at + 1, len(words)) if words.opens[i]), len(words))
    before = next((i for i in range(at - 1, first - 1, -1) if words.word[i] in _COMMAS), None)
    behind = next((i for i in range(at + 1, end) if words.word[i] in _COMMAS), None)
    if before is None or behind is None or before == first or behind + 1 >= end:
        return False
    if any(words.pos[i] in _VERBS or words.lower[i] in _COMING for i in range(before + 1, behind)):
        return False
    verb = next((i for i in range(behind + 1, end) if words.pos[i] in _VERBS), None)
    return verb is not None and verb - behind <= _CLOSE and _in_subject(words, before - 1)


def _in_subject(words: Columns, at: int) -> bool:
    """Say whether a word is, or hangs by some others on, the subject of a verb."""
    while words.dep[at] not in SUBJECTS and words.head[at] != at:
        at = words.head[at]
    return words.dep[at] in SUBJECTS


_INSIDE = frozenset("nummod compound amod nmod obl:npmod nmod:unmarked advmod flat".split())
_COMMAS, _VERBS = frozenset(",—–"), frozenset({"VERB", "AUX"})
_COMING = frozenset("due expected planned scheduled likely next coming future set new".split())
_CLOSE = 3  # words from the aside to the verb that the subject goes on to
