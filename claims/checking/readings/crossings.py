"""The year in which a measure first passed a mark: "topped 70,000 for the first time in 2023", "fell below 40"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.periods import period_of
from claims.checking.query import Filter, Query, compute
from claims.checking.readings.fits import fit, scale_for
from claims.checking.readings.measures import tie, whole
from claims.checking.scoring import Reading
from claims.checking.selection import Selection, years_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import View
    from claims.types import Value

BEYOND = {"gt": ">", "ge": ">=", "lt": "<", "le": "<="}
SUITED, NAMED, SAID, MOST = 0.5, 0.4, 0.7, 3


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the first year of a thing whose figure lies beyond the mark beside the year."""
    mark = _mark(desk)
    if mark is None:
        return
    for view in [v for v in desk.views if v.year and not v.month]:
        named = [s for s in desk.named(view) if s.filled][:MOST]
        everything = [Selection(subject=whole(desk, view))] if view.series else []
        for column in [c for c in view.measures if fit(mark, view.columns[c]) >= SUITED]:
            if desk.words(view, column) >= NAMED:
                for selection in [*named, *everything]:
                    yield from _first(desk, view, column, selection, mark)


def _mark(desk: Desk) -> Value | None:
    """Give the bound beside a year, where the clause says that it was passed for the first time."""
    value, context = desk.value, desk.context
    period = period_of(value.iso) if value is not None and value.kind in ("date", "period") else None
    told = "first" in context.text[slice(*context.clause)].lower().split()
    if period is None or not told or (period[1] - period[0]).days < YEAR:
        return None
    beside = (s.value for s in context.discourse.values_in(context.clause) if s.value)
    return next((v for v in beside if v.comparator in BEYOND and isinstance(v.amount, Decimal)), None)


YEAR = 300  # days, of a season too


def _first(desk: Desk, view: View, column: str, selection: Selection, mark: Value) -> Iterator[Reading]:
    """Yield it unless the first figure of all is beyond the mark: it may have been passed before."""
    assert isinstance(mark.amount, Decimal)
    passed = Filter(column, BEYOND[mark.comparator], mark.amount / (scale_for(view, column, mark) or 1))
    query = Query(operation="min", table=view.name, column=view.year, where=(*selection.where, passed))
    known = years_in(view, view.year, selection.where)
    if known and compute(query, desk.tables).value not in (None, known[min(known)]):
        words = desk.words(view, column)
        yield Reading(
            family="crossing", query=query, parts=(("subject", tie(selection)), ("words", words)),
            said=f"first {view.year} in which {column} of {selection.who or view.name} passed {mark.text}",
            form="date", refutes=words >= SAID,
        )  # fmt: skip
