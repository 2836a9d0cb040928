"""A stretch that is told from its first to its last day: "from January 2019 until June 2024"."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from claims.checking.checks import Check
from claims.checking.periods import SEASON, period_of
from claims.checking.query import Filter, Query, select
from claims.checking.readings.measures import cell, tie
from claims.checking.readings.phases import phase_of
from claims.checking.scoring import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.periods import Period
    from claims.checking.selection import Selection
    from claims.checking.tables import Cell, View
    from claims.types import Value

JOINED = re.compile(r"\b(?:to|until|till|through)\b|[-–—]", re.IGNORECASE)
DAYS = re.compile(r"(\d{4}-\d\d-\d\d)-(\d{4}-\d\d-\d\d)")
NAMED, MOST_SELECTIONS, MOST_ROWS = 0.6, 3, 12


def told_through(value: Value) -> tuple[Period, Period] | None:
    """Give the first and the last time of a stretch that names both; None for any other date.

    >>> from claims.values import read_value
    >>> [str(part[0]) for part in told_through(read_value("from March 2019 until June 2024")) or ()]
    ['2019-03-01', '2024-06-01']
    """
    first, _, last = value.iso.partition("/")
    start, end = period_of(first), period_of(last)
    if (
        SEASON.fullmatch(value.text)
        or not start
        or not end
        or value.kind not in ("date", "period")
        or not JOINED.search(value.text)
    ):
        return None
    return start, end


def by_its_ends(value: Value) -> bool:
    """Say whether a time is told by its two ends: a day inside "between 2011 and 2021" bears neither of them out."""
    between = value.kind == "period" and " and " in value.text and "/" in value.iso
    return between or told_through(value) is not None


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the first and the last day of the rows that are named, held to both ends of a stretch."""
    stretch = told_through(desk.value) if desk.value else None
    if stretch is None:
        return
    for view in desk.views:
        if (ends := _ends(view)) is not None:
            for selection in [s for s in desk.named(view) if s.filled and not s.far][:MOST_SELECTIONS]:
                yield from _rows(view, ends, selection, stretch)


def _ends(view: View) -> tuple[str, str] | None:
    """Name the columns of a table with the first and the last day of what a row is about."""
    if view.start and view.end:
        return view.start, view.end
    columns = [c for c in view.of_role("date", "from", "to") if c not in (view.born, view.died)]
    columns = [c for c in columns if view.columns[c].resolution in ("day", "month")]
    firsts, lasts = ([c for c in columns if phase_of(view, c) == phase] for phase in ("start", "end"))
    return (firsts[0], lasts[0]) if len(firsts) == len(lasts) == 1 else None


def _rows(view: View, ends: tuple[str, str], selection: Selection, stretch: tuple[Period, Period]) -> Iterator[Reading]:
    """Yield the row whose days are nearest to the stretch."""
    found: list[tuple[int, dt.date, dt.date]] = []
    for row in select(view, selection.where)[:MOST_ROWS]:
        first, last = (view.cells(column)[row] for column in ends)
        if isinstance(first, dt.date) and isinstance(last, dt.date):
            found.append((_away(first, stretch[0]) + _away(last, stretch[1]), first, last))
    if not found:
        return
    _, first, _ = min(found)
    where = (*selection.where, Filter(ends[0], "=", first))
    named = bool(selection.value_of(view.entity)) if view.entity else True
    yield Reading(
        family="stretch",
        query=Query(
            operation="pair", table=view.name, left=cell(view, ends[0], where), right=cell(view, ends[1], where)
        ),
        parts=(("subject", max(0.0, tie(selection))), ("words", 0.9), ("time", 0.9 if len(found) == 1 else 0.8)),
        said=f"{ends[0]} and {ends[1]} of {selection.who}", form="check", asserted=_within(stretch),
        refutes=named and tie(selection) >= NAMED,
    )  # fmt: skip


def _away(day: dt.date, period: Period) -> int:
    """Count the days from a day to a period, 0 inside it."""
    return max((period[0] - day).days, (day - period[1]).days, 0)


def _within(stretch: tuple[Period, Period]) -> Check:
    """Hold two days to the two ends of a stretch."""

    def test(found: Cell) -> bool | None:
        days = DAYS.fullmatch(found) if isinstance(found, str) else None
        if days is None:
            return None
        return all(_away(dt.date.fromisoformat(day), end) == 0 for day, end in zip(days.groups(), stretch, strict=True))

    return Check("the first day and the last lie in the times as written", test)
