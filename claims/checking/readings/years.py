"""In how many of the years something made a loss, or a profit: "lost money in three of the last four years"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.query import Filter, Query, select
from claims.checking.readings.axes import point, rhythm, time_column
from claims.checking.readings.limits import GAINS, signed
from claims.checking.readings.lookups import LOSSES, in_a_row
from claims.checking.readings.measures import tie, weight
from claims.checking.readings.things import whole_of
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.selection import Selection
    from claims.checking.tables import Cell, View

UNITS = frozenset({"year", "quarter", "season", "month"})
FAMILIES = frozenset({"count", "streak", "trend", "times"})
"""Families that say how many of some years there are."""
SAID, CUED = 0.6, 0.8  # what is lost or made tells the measure that lies on both sides of nought


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the number of times at which a measure of something named lay below nought, or above."""
    if not of_years(desk) or in_a_row(desk.context):
        return
    stems = desk.context.clause_stems
    sign = "<" if LOSSES & stems else ">" if GAINS & stems or {"make", "money"} <= stems else ""
    for view in desk.views if sign else ():
        order = time_column(view)
        for selection in [s for s in desk.named(view) if s.filled][:2] if order else ():
            for column in signed(view):
                yield from _counted(desk, view, selection, Filter(column, sign, Decimal(0)), order)


@remembered
def of_years(desk: Desk) -> bool:
    """Say whether a number is one of years that are a part of others: "three of the last four years"."""
    if desk.value is None or desk.value.kind not in ("count", "duration", "number"):
        return False
    whole = whole_of(desk)
    return whole is not None and whole.lemma_.lower() in UNITS


def of_several(desk: Desk, reading: Reading) -> bool:
    """Say whether a reading counts times, and no things at one of them: "in none of its years" is of no year alone."""
    query = reading.query
    order = time_column(desk.tables[query.table]) if query.left is None else ""
    return reading.family in FAMILIES and not any(f.column == order and f.relation == "=" for f in query.where)


def _counted(desk: Desk, view: View, selection: Selection, condition: Filter, order: str) -> Iterator[Reading]:
    times = _times(desk, view, selection, order)
    last = _last(desk)
    if len(times) < 2 or (last and last > len(times)):
        return
    kept = times[-last:] if last else times
    where = (*selection.where, Filter(order, ">=", kept[0]), Filter(order, "<=", kept[-1]), condition)
    yield Reading(
        family="count", query=Query(operation="count", table=view.name, where=where),
        parts=(
            ("subject", tie(selection)), ("words", max(CUED, weight(desk, view, condition.column))), ("time", 0.9),
        ),
        said=f"times from {kept[0]} to {kept[-1]} with {condition.column} {condition.relation} 0 of {selection.who}",
        refutes=tie(selection) >= SAID,
    )  # fmt: skip


def _times(desk: Desk, view: View, selection: Selection, order: str) -> list[Cell]:
    """Give the times of which there is one row each, up to the publication."""
    cells, published = view.cells(order), desk.context.published
    known = sorted(
        (p, cells[row]) for row in select(view, selection.where) if (p := point(cells[row], rhythm(view, order)))
    )
    times = [cell for p, cell in known if published is None or p.start <= published]
    return times if len(set(times)) == len(times) else []


def _last(desk: Desk) -> int:
    """Give how many years the whole are, 0 for all there are: 4 of "three of the last four years"."""
    whole = whole_of(desk)
    for other in desk.context.discourse.values_in((desk.statement.start + 1, desk.context.sentence[1])):
        amount = other.value.amount if other.value else None
        if whole is not None and other.start <= whole.idx < other.end and isinstance(amount, Decimal):
            return int(amount)
    return 0
