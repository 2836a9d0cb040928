"""Lists told side by side: "Elm and Ash have 14 and 9 lifts", "28 and 29 in 2023 and 2024": each figure has its own."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol, TypeVar

from claims.checking.anchor import FIGURES, Anchor
from claims.checking.remembered import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claims.checking.mentions import Mention
    from claims.types import Statement, Value


class Placed(Protocol):
    """What stands somewhere in an article."""

    @property
    def start(self) -> int:
        """Give where it begins."""

    @property
    def end(self) -> int:
        """Give where it ends."""


Item = TypeVar("Item", bound=Placed)
LINK = re.compile(
    r"(?:, and |,? and |, )(?:(?:the|in|at|of|for|with) )?"
    r"(?:(?:about|around|nearly|almost|over|some|just|only|roughly|more than) )?"
)
RESPECTIVELY = re.compile(r"\brespective(?:ly)?\b", re.IGNORECASE)
ONCE = frozenset("bear found open launch die build establish create complete commission date".split())
"""What happens to a thing once: "founded in 1911 and 1896" has a year for each, "met in 1911 and 1912" has not."""
TWICE_TOLD = frozenset({"date", "score", "ratio", "age", "ordinal"})
"""Kinds of figures that only stand side by side with others of the very kind."""


class Parallel(Anchor):
    """What a figure of several is told of by its place among them."""

    @kept
    def paired(self) -> Mention | None:
        """Give the name whose place in a list of names is that of the figure in one of figures."""
        return self._of(self._names)

    @kept
    def paired_date(self) -> Statement | None:
        """Give the date whose place in a list of dates is that of the figure in one of figures."""
        return None if self._names else self._of(self._dates)

    @kept
    def unpaired(self) -> frozenset[str]:
        """Give the names of such a list that are those of the other figures."""
        return frozenset(m.best for m in self._names if m is not self.paired)

    @kept
    def unpaired_dates(self) -> frozenset[int]:
        """Give where the dates of such a list stand that are those of the other figures."""
        return frozenset(d.start for d in self._dates if d is not self.paired_date) if self.paired_date else frozenset()

    def _of(self, listed: Sequence[Item]) -> Item | None:
        starts = [s.start for s in self._figures]
        return listed[starts.index(self.statement.start)] if listed and self.statement.start in starts else None

    @kept
    def _figures(self) -> tuple[Statement, ...]:
        """Give the figures of one kind that the value stands among, joined by nothing but "and"."""
        values = [s for s in self.discourse.values_in(self.sentence) if s.value]
        runs = _runs(values, self._joined, self.text)
        return next((run for run in runs if any(s.start == self.statement.start for s in run)), ())

    def _joined(self, one: Statement, other: Statement) -> bool:
        return one.value is not None and other.value is not None and alike(one.value, other.value)

    @kept
    def _names(self) -> tuple[Mention, ...]:
        """Give the one list of as many names as there are figures, before them, or named for it by "respectively"."""
        figures = self._figures
        if not figures or (figures[0].value and figures[0].value.kind == "date" and not self._each_its_own):
            return ()
        named = [m for m in self.discourse.mentions_in(self.sentence) if m.named and not m.back and m.values]
        named = [m for m in named if not any(s.start <= m.start < s.end for s in figures)]
        lists = [r for r in _runs(named, _of_two_things, self.text) if len(r) == len(figures)]
        if not self._respectively:
            lists = [r for r in lists if r[-1].end <= figures[0].start]
        return lists[0] if len(lists) == 1 and not (self._dates and not self._respectively) else ()

    @kept
    def _dates(self) -> tuple[Statement, ...]:
        """Give the one list of as many dates as there are figures."""
        figures = self._figures
        if not figures or (figures[0].value and figures[0].value.kind == "date"):
            return ()
        dates = [d for d in self.discourse.dates_in(self.sentence) if d.value and d.value.kind == "date"]
        lists = [r for r in _runs(dates, self._joined, self.text) if len(r) == len(figures)]
        return lists[0] if len(lists) == 1 else ()

    @property
    def between(self) -> str:
        """Give the words between such a list of names and the figures, "" where there is none before them."""
        return self.text[self._names[-1].end : self._figures[0].start] if self._names else ""

    @property
    def _respectively(self) -> bool:
        return RESPECTIVELY.search(self.text, *self.sentence) is not None

    @property
    def _each_its_own(self) -> bool:
        return self._respectively or (self.verb is not None and self.verb.lemma_.lower() in ONCE)


def _runs(items: Sequence[Item], alike: Callable[[Item, Item], bool], text: str) -> Iterator[tuple[Item, ...]]:
    """Yield the lists of two and more that follow each other, each as far as its last "and"."""
    run = [*items[:1]]
    for one, other in pairwise(items):
        if not (alike(one, other) and LINK.fullmatch(text, one.end, other.start)):
            yield from _whole(run, text)
            run = []
        run.append(other)
    yield from _whole(run, text)


def _whole(run: Sequence[Item], text: str) -> Iterator[tuple[Item, ...]]:
    """Yield what is joined by one "and" that leads to the last."""
    ands = ["and" in text[one.end : other.start] for one, other in pairwise(run)]
    if ands and ands[-1] and sum(ands) == 1:
        yield tuple(run)


def alike(one: Value, other: Value) -> bool:
    """Say whether two figures can be told of one measure: of one kind and unit, as far as both have one."""
    if one.kind in TWICE_TOLD or other.kind in TWICE_TOLD:
        return one.kind == other.kind and len(one.iso) == len(other.iso)
    plain = {one.kind, other.kind} <= FIGURES
    return plain and (one.unit == other.unit or "number" in (one.kind, other.kind) or "" in (one.unit, other.unit))


def _of_two_things(one: Mention, other: Mention) -> bool:
    return one.best != other.best
