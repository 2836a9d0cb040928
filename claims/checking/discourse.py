"""One document as the checks walk through it: its mentions, its statements, and what it is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from claims.checking.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.checking.mentions import Mention
    from claims.checking.misnamed import Misnamed
    from claims.checking.phrasings import Hit
    from claims.checking.query import Query
    from claims.checking.scoring import Reading
    from claims.language import Document
    from claims.names import Names
    from claims.types import Span, Statement


DEGREES = frozenset({"superlative", "comparison", "ordinal"})


@dataclass(frozen=True, slots=True)
class Last:
    """The measure that the figure before this one was of, where that stood, and the question that it answers."""

    table: str
    column: str
    start: int
    sentence: int
    reading: Reading
    sure: float
    """How likely it is the question meant, 0 where the figure did not agree."""
    others: tuple[Reading, ...] = ()
    """The questions of the kind that the figure answers as well, hardly less likely: of another year, say."""

    @property
    def meant(self) -> tuple[Reading, ...]:
        """Give all that may be meant."""
        return (self.reading, *self.others)

    @property
    def query(self) -> Query:
        """Give the question itself."""
        return self.reading.query


class Discourse:
    """One document with its mentions and its statements in order; `last` moves on as they are checked."""

    last: Last | None = None

    def __init__(
        self, document: Document, mentions: tuple[Mention, ...], statements: tuple[Statement, ...], names: Names
    ) -> None:
        self.document, self.mentions, self.statements = document, mentions, statements
        self.settled: dict[int, Last] = {}
        """What the figures checked so far were found to be, by where they stand; the last of them is `last`."""
        self.answers: dict[Any, Any] = {}
        """What rules said of this article, see claims.checking.remembered."""
        self.strangers = [
            m for m in names.mentions
            if m.kind == "person" and not any(k.start < m.end and m.start < k.end for k in mentions)
        ]  # fmt: skip
        self.published = document.article.published
        self.starts = [m.start for m in mentions]
        self.hits: tuple[Hit, ...] = ()
        self.wrong: tuple[Misnamed, ...] = ()
        self.cells: tuple[Mention, ...] = ()
        self.degrees = sorted((s for s in statements if s.kind in DEGREES), key=lambda s: s.start)
        self.dates = [s for s in statements if s.value and s.value.kind in ("date", "period") and s.value.iso]
        self.date_starts = [s.start for s in self.dates]
        self.valued = sorted((s for s in statements if s.value), key=lambda s: s.start)
        self.value_starts = [s.start for s in self.valued]

    @cached_property
    def topics(self) -> list[tuple[Mention, float]]:
        """Give what the article names most, with a weight by how much it stands out."""
        counted = Counter(m.best for m in self.mentions if m.named and m.values and not m.person)
        common = counted.most_common(2)
        if not common or common[0][1] < 3:
            return []
        clear = len(common) == 1 or common[0][1] >= 2 * common[1][1]
        return [(m, 0.6 if clear else 0.45) for m in self.mentions if m.best == common[0][0]][:1]

    @cached_property
    def namesakes(self) -> bool:
        """Say whether the tables know several people of a name that the article gives."""
        return any(m.several_people for m in self.mentions)

    @cached_property
    def told_of(self) -> tuple[str, ...]:
        """Give what the article names, each once."""
        return tuple(dict.fromkeys(m.best for m in self.mentions if m.named))

    @cached_property
    def years(self) -> frozenset[int]:
        """Give the years that the article names."""
        return frozenset(int(s.value.iso[:4]) for s in self.dates if s.value and s.value.iso[:4].isdigit())

    @cached_property
    def stems(self) -> frozenset[str]:
        """Give the stems of the article's words."""
        return frozenset(stem(word) for word in set(self.document.columns.word) if word.isalpha())

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """Give the mentions inside a span."""
        return self.mentions[bisect_left(self.starts, span[0]) : bisect_left(self.starts, span[1])]

    def last_named(self, pointer: Mention) -> Mention | None:
        """Give where what a word points back to was named last."""
        before = self.mentions[: bisect_left(self.starts, pointer.start)]
        return next((m for m in reversed(before) if m.named and not m.back and m.best == pointer.best), None)

    def mention_at(self, token: Token) -> Mention | None:
        """Give the mention that covers a token."""
        at = bisect_right(self.starts, token.idx) - 1
        if at >= 0 and self.mentions[at].end > token.idx:
            return self.mentions[at]
        return None

    def asserted_at(self, token: Token) -> Mention | None:
        """Give what a token names, or the cell that it says in plain words."""
        return self.mention_at(token) or next((m for m in self.cells if m.start <= token.idx < m.end), None)

    def degrees_in(self, span: Span) -> list[Statement]:
        """Give the extremes, comparisons and ranks inside a span."""
        return [s for s in self.degrees if span[0] <= s.start < span[1]]

    def dates_in(self, span: Span) -> list[Statement]:
        """Give the dates inside a span."""
        return self.dates[bisect_left(self.date_starts, span[0]) : bisect_left(self.date_starts, span[1])]

    def values_in(self, span: Span) -> list[Statement]:
        """Give the statements with a value inside a span."""
        at = bisect_left(self.value_starts, span[0])
        return self.valued[at : bisect_left(self.value_starts, span[1])]

    def paragraph(self, offset: int) -> Span:
        """Give the paragraph around a character."""
        return next((p for p in self.document.paragraphs if p[0] <= offset < p[1]), (offset, offset))
