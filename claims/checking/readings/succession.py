"""Who came before in a post: how long that one served, and how long the post stood empty."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from claims.checking.additions import BEFORE
from claims.checking.checks import lasted
from claims.checking.query import Filter, Query
from claims.checking.readings.attributes import TIMES
from claims.checking.readings.elapsed import unit_days
from claims.checking.readings.measures import cell
from claims.checking.readings.roles import person_column
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import View

EMPTY = frozenset(stem(w) for w in "vacant empty unfilled vacancy gap interregnum unoccupied".split())
TITLES = frozenset(stem(w) for w in "post office role position title job function".split())
CLOSE, SURE, SAID, BOTH, KEPT = 0.5, 0.8, 0.9, 0.95, 0.75
MOST, MOST_ROWS = 3, 400

Day = tuple[str, int]
"""A column of days and a row."""


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the times that a statement may give of the one before, or of the gap after that one."""
    value = desk.value
    days = unit_days(value) if value else None
    if value is None or days is None or not (EMPTY | BEFORE) & desk.context.sentence_stems:
        return
    empty = bool(EMPTY & desk.context.sentence_stems or "after" in desk.context.after[:1])
    for view in desk.views:
        for row, earlier, weight in _pairs(desk, view):
            began, ended = (view.start, earlier), (view.end, earlier)
            query = _between(view, (view.start, row), ended) if empty else _between(view, ended, began)
            yield Reading(
                family="succession", query=query,
                parts=(("subject", weight), ("words", SAID)),
                said=f"{'time without anybody before' if empty else 'time of the one before'} {view.label(row)}",
                form="check", asserted=lasted(value, days), refutes=weight >= SURE,
            )  # fmt: skip


def _pairs(desk: Desk, view: View) -> list[tuple[int, int, float]]:
    """Give a term and the one before: of two people who are both named, else of the closest."""
    person = person_column(desk, view) if view.start and view.end else ""
    near = [b.mention for b in desk.context.bindings if b.tie != "earlier"]
    named = {value for mention in near for value, _ in mention.values}
    found = [
        (row, earlier, weight)
        for row, weight in latest_terms(desk, view, person)
        if (earlier := _before(view, row, person)) is not None
    ]
    both = [(row, earlier, BOTH) for row, earlier, _ in found if view.cells(person)[earlier] in named]
    return both or found[:1]


def _between(view: View, later: Day, sooner: Day) -> Query:
    """Ask for the time between two days: of a term, or from the end of one to the start of the next."""
    left, right = (cell(view, column, _row(view, row)) for column, row in (later, sooner))
    return Query(operation="days between", table=view.name, left=left, right=right)


def latest_terms(desk: Desk, view: View, person: str) -> Iterator[tuple[int, float]]:
    """Yield the latest terms of the people whom the statement is tied to, the closest first."""
    if not person:
        return
    seen = set()
    for binding in [b for b in desk.context.bindings if b.weight >= CLOSE and b.mention.person][:MOST]:
        rows = [r for r in view.rows(person, binding.mention.best) if view.cells(view.start)[r] is not None]
        latest = max(rows, key=lambda r: str(view.cells(view.start)[r]), default=None)
        if latest is not None and latest not in seen:
            seen.add(latest)
            yield latest, binding.weight


def _before(view: View, row: int, person: str) -> int | None:
    """Give the row of the one who held the same post last before."""
    post = post_of(view, person)
    start = view.cells(view.start)[row]
    return _last(view, [r for r in peers(view, row, post) if r != row], start) if post else None


def peers(view: View, row: int, columns: tuple[str, ...]) -> list[int]:
    """Give the rows that are alike in some columns."""
    return [r for r in range(view.size) if all(view.cells(c)[r] == view.cells(c)[row] for c in columns)]


def _last(view: View, rows: list[int], start: object) -> int | None:
    """Give the row whose term ended last before a day."""
    ends = [(e, r) for r in rows if isinstance(e := view.cells(view.end)[r], dt.date) and isinstance(start, dt.date)]
    return max(((e, r) for e, r in ends if e <= start), default=(None, None))[1]  # type: ignore[operator]


@remembered
def post_of(view: View, person: str) -> tuple[str, ...]:
    """Name the columns that say what a post is: its title, and what stays the same from one holder to the next."""
    others = [c for c in view.names if c != person and not view.called(c, TIMES)]
    titles = tuple(c for c in others if not view.columns[c].named and view.called(c, TITLES))
    if view.size > MOST_ROWS:
        return ()
    return (*titles, *(c for c in others if c not in titles and _kept(view, titles, c) >= KEPT))


def _kept(view: View, titles: tuple[str, ...], column: str) -> float:
    """Give the share of terms after another of the title for which one is alike in a column."""
    found = []
    for row, start in enumerate(view.cells(view.start)):
        same = [r for r in peers(view, row, titles) if r != row]
        if _last(view, same, start) is not None:
            alike = [r for r in same if view.cells(column)[r] == view.cells(column)[row]]
            found.append(_last(view, alike, start) is not None)
    return sum(found) / len(found) if found else 0.0


def _row(view: View, row: int) -> tuple[Filter, ...]:
    """Give the conditions for one term: who, and since when."""
    columns = [c for c in view.names if view.cells(c)[row] is not None]
    return (
        *(Filter(c, "=", view.cells(c)[row]) for c in columns),
        Filter(view.start, "=", view.cells(view.start)[row]),
    )
