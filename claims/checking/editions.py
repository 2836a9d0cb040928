"""Figures of one measure at several times: which reading has an old figure where the words mean a newer one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.checking.selection import first_year
from claims.references.cells import quarter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.checking.query import Query
    from claims.checking.tables import Cell, Tables
    from claims.checking.weighing import Result

LESS = 0.05  # by how much the words have to give another time less

Measure = tuple[str, tuple[str, str], tuple[str, ...], frozenset[tuple[str, object]]]
ASKED = frozenset("value sum mean max min".split())


@dataclass(frozen=True, slots=True)
class Edition:
    """The figure of one time: how well the words give that time, and whether it is the stated figure."""

    time: str
    given: float
    outcome: str


class Editions:
    """The figures that the readings of a statement found, by measure and by what names choose the rows."""

    def __init__(self, tables: Tables, results: Iterable[Result]) -> None:
        self.tables = tables
        groups: dict[Measure, set[Edition]] = {}
        self.placed: dict[Result, tuple[set[Edition], Edition]] = {}
        """The figure that each reading found, with all of its measure."""
        for result in results:
            if found := self._placed(result):
                group = groups.setdefault(found[0], set())
                group.add(found[1])
                self.placed[result] = group, found[1]

    def surpassed(self, result: Result) -> bool:
        """Say whether a figure is not the last, and the words rather give a time whose figure differs in outcome.

        An article that says "has 71 aircraft" of a table with 71 last year and 77 now agrees with the wrong year.
        """
        found = self.placed.get(result)
        return found is not None and self._surpassed(*found)

    def surpassing(self, result: Result) -> bool:
        """Say whether a figure is that of the time that the words give, and one of the other outcome is surpassed."""
        if (found := self.placed.get(result)) is None:
            return False
        group, own = found
        return any(
            other.outcome != own.outcome and other.given < own.given - LESS and self._surpassed(group, other)
            for other in group
        )

    def behind(self, result: Result) -> float:
        """Say by how much the words give another time of the measure better, whose figure differs in outcome."""
        if (found := self.placed.get(result)) is None:
            return 0.0
        group, own = found
        return max((e.given - own.given for e in group if e.outcome != own.outcome), default=0.0)

    def _surpassed(self, group: set[Edition], own: Edition) -> bool:
        better = [e for e in group if e.outcome != own.outcome and e.given > own.given + LESS]
        return bool(better) and own.time < max(e.time for e in group)

    def _placed(self, result: Result) -> tuple[Measure, Edition] | None:
        query = result.reading.query
        cell = time_in(self.tables, query)
        time = written(cell)
        if query.operation not in ASKED or not time:
            return None
        column = self.tables[query.table].columns[query.column]
        names = frozenset((f.column, f.value) for f in query.where if type(f.value) is str and f.value != cell)
        asked = "" if column.year else query.column, query.operation
        return (query.table, asked, column.words, names), Edition(time, result.reading.part("time"), result.outcome)


def time_in(tables: Tables, query: Query) -> Cell:
    """Give the one time that a question about a column asks for: of its row, or of the column; None if it has none."""
    if query.left is not None or not query.column:
        return None
    view = tables[query.table]
    if year := view.columns[query.column].year:
        return year
    times = (view.year, view.day, view.quarter, view.start)
    first = [f for f in query.where if f.relation in ("=", ">=") and f.column in times]
    open_to = {f.value for f in query.where if f.relation == "<=" and f.column in times}
    return next((f.value for f in first if f.relation == "=" or f.value in open_to), None)  # type: ignore[return-value]


def written(cell: object) -> str:
    """Write a time so that later ones sort after it.

    >>> written(2024), written(dt.date(2024, 5, 1)), written("2024 Q3")
    ('2024', '2024-05-01', '2024-07-01')
    """
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, str) and (span := quarter(cell)):
        return span[0].isoformat()
    year = first_year(cell)
    return "" if year is None else f"{year:04d}"
