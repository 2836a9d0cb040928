"""Statements: the atomic checkable parts of what an article claims.

Every value gets one; so does every office that somebody is said to hold, every superlative, every quotation, and
every clause that asserts something without any of these.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims import attribution, language, values
from claims.clauses import find_clauses
from claims.names import find_names
from claims.spans import SpanIndex
from claims.types import Article, Statement, as_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from claims.clauses import Clause, Clauses
    from claims.language import Document
    from claims.names import Names
    from claims.types import Attribution, Modality, Sourcing, Span, Value

_SUPERLATIVES = frozenset(["JJS", "RBS"])
_COMPARATIVES = frozenset(["JJR", "RBR"])
# "at least", "at most", "most of them", "best known" compare nothing
_NOT_SUPERLATIVE_AFTER = frozenset(["at"])
# "a record", "a new record crowd"; "a record of 3-2", "a record label" compare nothing
_NEW = frozenset(["a", "new", "all-time", "another"])
_NO_RECORD_BEFORE = frozenset(["of", "label", "deal", "company", "shop", "producer", "player", "for", "as"])
_ALL_OTHERS = frozenset(["any", "anyone", "anybody", "anything", "ever", "everyone", "everybody"])
# superlatives whatever the tagger makes of them
_PLAIN_SUPERLATIVES = frozenset(
    ["fewest", "highest", "lowest", "largest", "biggest", "smallest", "longest", "shortest", "worst"]
)
_DETERMINERS = frozenset(["the", "its", "his", "her", "their", "our", "'s", "’s"])
_NOT_SUPERLATIVE_BEFORE = frozenset(["of", "known", "likely"])


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
        self.clauses: Clauses = find_clauses(document.columns)
        self.values_at = SpanIndex(((v.start, v.end), v) for v in self.values)
        self.people_at = SpanIndex(((m.start, m.end), m) for m in names.mentions if m.kind == "person")
        self.spoken_at = SpanIndex((span, a) for a in attributions for span in a.content)
        self.framed_at = SpanIndex(attribution.frames(attributions, document))
        self.full_names = {m.text: m.name for m in reversed(names.mentions)}

    def statements(self) -> list[Statement]:
        drafts = [
            *map(self.of_value, self.values),
            *self.offices(),
            *self.superlatives(),
            *self.quotations(),
        ]
        return [*drafts, *self.facts(drafts)]

    def of_value(self, value: Value) -> Statement:
        """Give a value its statement."""
        token = self.document.tokens(value.start, value.end)[0]
        kind = "event" if value.kind in ("date", "period") else value.kind
        subject = self.canonical(value.of) if value.of else self.subject(token, (value.start, value.end))
        statement = self.statement((value.start, value.end), kind, token, subject=subject, value=value)
        if value.kind == "age" and subject:
            return replace(statement, text=self.dated(f"{subject} was {value.text}"))
        return statement

    def offices(self) -> Iterator[Statement]:
        """Yield who is said to hold which office or role."""
        for mention in self.names.mentions:
            if mention.role_span is None or mention.kind != "person":
                continue
            start, end = mention.role_span
            token = self.document.tokens(start, end)[0]
            statement = self.statement((start, end), "office", token, subject=mention.name)
            yield replace(statement, text=self.dated(f"{mention.name} was {mention.role}"))

    def superlatives(self) -> Iterator[Statement]:
        """Yield "the longest stage", "shorter than the last": extremes and comparisons without a number."""
        doc, columns = self.document.doc, self.document.columns
        for at in (i for i, pair in enumerate(zip(columns.lower, columns.tag, strict=True)) if _graded(*pair)):
            token = doc[at]
            kind = _degree(token)
            if not kind:
                continue
            last = _degree_end(token)
            span = (token.idx, last.idx + len(last.text))
            if not self.values_at.touching(span):
                yield self.statement(span, kind, token, subject=self.subject(token, span))

    def quotations(self) -> Iterator[Statement]:
        """Yield every quotation whole, with its speaker."""
        for quotation in self.document.quotations:
            span = (quotation.start, quotation.end)
            token = self.document.tokens(*span)[0]
            statement = self.statement(span, "quotation", token)
            speaker = statement.sourcing.speaker or statement.sourcing.source
            words = self.text[slice(*span)]
            yield replace(statement, subject=speaker, text=f"{speaker} said: {words}" if speaker else words)

    def facts(self, drafts: list[Statement]) -> Iterator[Statement]:
        """Yield the clauses that assert something and that no other statement stands in."""
        doc = self.document.doc
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
        """Say how the clause around a token is meant; a clause inside a proposal is part of it."""
        clause = self.clauses.of(token)
        for _ in range(6):
            if clause.modality != "asserted" or clause.parent < 0:
                break
            above = self.clauses.clauses[clause.parent]
            head = self.document.doc[clause.head]
            if head.dep_ not in ("xcomp", "conj", "advcl") or above.modality == "negated":
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
        return self.name_of(self.document.doc[clause.subject]) if clause.subject >= 0 else ""

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
            if m.name not in ("", m.text) and self.document.tokens(m.start, m.end)[-1].dep_ != "compound"
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


def _degree_end(token: Token) -> Token:
    """Give the last word of a superlative or a comparison: "more than any", "most productive", "longest-serving"."""
    if _beyond_all(token):
        return token.nbor(2)
    return token.head if token.tag_ in ("RBS", "RBR") and token.head.i > token.i else _compound_end(token)


def _beyond_all(token: Token) -> bool:
    """Say whether a comparison is one with all others: "more than anyone", "more than ever"."""
    joined = token.i + 2 < len(token.doc) and token.nbor(1).lower_ == "than"
    return joined and token.tag_ in _COMPARATIVES and token.nbor(2).lower_ in _ALL_OTHERS


def _compound_end(token: Token) -> Token:
    """Give the last word of a compound: "serving" of "longest-serving"."""
    joined = token.i + 2 < len(token.doc) and token.nbor(1).text == "-"
    return token.nbor(2) if joined else token


_GRADED = frozenset({"JJR", "JJS", "RBR", "RBS"})


def _graded(word: str, tag: str) -> bool:
    """Say whether a word may be a superlative or a comparison at all."""
    return tag in _GRADED or word.endswith("est") or word in _PLAIN_SUPERLATIVES or word == "record"


def _degree(token: Token) -> str:
    """Tell superlatives and comparisons of things from set phrases and from adverbs of a verb."""
    before = token.nbor(-1).lower_ if token.i else ""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if token.lower_ == "record" and before in _NEW and after.lower_ not in _NO_RECORD_BEFORE:
        return "superlative"
    if token.lower_ in _PLAIN_SUPERLATIVES and before in _DETERMINERS:
        return "superlative"
    if token.tag_ not in _GRADED and not token.lower_.endswith("est"):
        return ""
    if _beyond_all(token):
        return "comparison"
    if before in _DETERMINERS and (token.tag_ == "JJS" or (token.pos_ == "ADJ" and token.lower_.endswith("est"))):
        return "superlative"
    if _than_another(token):
        return "comparison"
    adjective = token.tag_ in ("JJS", "JJR") or (token.tag_ in ("RBS", "RBR") and after.pos_ == "ADJ")
    if not adjective or token.head.pos_ == "VERB":
        return ""
    if token.tag_ in _SUPERLATIVES:
        phrase = before in _NOT_SUPERLATIVE_AFTER or after.lower_ in _NOT_SUPERLATIVE_BEFORE
        return "" if phrase else "superlative"
    compares = token.tag_ in _COMPARATIVES and any(t.lower_ == "than" for t in token.doc[token.i : token.i + 6])
    return "comparison" if compares else ""


_BY_HOW_MUCH = frozenset("bit lot deal shade touch".split())
_AMOUNTS = frozenset("half third quarter fifth double twice dozen once $ £ € #".split())


def _than_another(token: Token) -> bool:
    """Say whether something is more than another thing or time: "a bit more than the station", not "than 20"."""
    doc, at = token.doc, token.i
    if token.tag_ not in _COMPARATIVES or at + 3 >= len(doc) or doc[at + 1].lower_ != "than":
        return False
    before = doc[at - 1] if at else token
    if before.pos_ in ("NOUN", "PROPN", "PRON") and before.lower_ not in _BY_HOW_MUCH:  # "needs it more than him"
        return False
    first, second = doc[at + 2], doc[at + 3]
    timed = first.pos_ == "ADP"  # "than in 2016"
    figure = any(t.like_num or t.lower_ in _AMOUNTS for t in (first, second)) and not timed
    return not figure and first.pos_ in ("NOUN", "PROPN", "PRON", "DET", "ADP")
