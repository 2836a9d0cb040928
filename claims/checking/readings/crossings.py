"""The year in which a measure first passed a mark: "topped 70,000 for the first time in 2023", "fell below 40"."""

from __future__ import annotations

import re
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


OLD_MARK = re.compile(
    r"\b(?:pass|get past|got past|beat|beaten|surpass|exceed|top|break|better|overtake)(?:ed)?\b[^.,;]{0,20}"
    r"\b(?:mark|level|high|record|peak|figure|best|total)\b",
    re.IGNORECASE,
)
"""The words that a year leads to, or is led to by, in "needed until 2023 to get past the old mark"."""


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the first year of a thing whose figure lies beyond the mark beside the year, or beyond its old mark."""
    yield from _regained(desk)
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


def _regained(desk: Desk) -> Iterator[Reading]:
    """Yield the first year in which the measure of the figure before was higher than all that it was till then."""
    context, last = desk.context, desk.context.discourse.last
    until = desk.value is not None and desk.value.kind == "date" and context.before[:1] == ["until"]
    if not until or last is None or not OLD_MARK.search(context.text, *context.sentence):
        return
    view, where = desk.tables[last.table], last.query.where
    told = next((f for f in where if f.column == view.year and f.relation == "="), None)
    if told is None or last.column not in view.measures or last.sentence < context.discourse.paragraph(last.start)[0]:
        return
    rest = tuple(f for f in where if f != told)
    before = Query(
        operation="max", table=view.name, column=last.column, where=(*rest, Filter(view.year, "<=", told.value))
    )
    high = compute(before, desk.tables).value
    later = (Filter(view.year, ">", told.value), Filter(last.column, ">", high))
    yield Reading(
        family="crossing", query=Query(operation="min", table=view.name, column=view.year, where=(*rest, *later)),
        parts=(("subject", CARRIED), ("words", CARRIED)), form="date",
        said=f"first {view.year} in which {last.column} passed {high}, the most until {told.value}",
    )  # fmt: skip


CARRIED = 0.85


def _mark(desk: Desk) -> Value | None:
    """Give the bound beside a year, where the clause says that it was passed for the first time."""
    value, context = desk.value, desk.context
    period = period_of(value.iso) if value is not None and value.kind in ("date", "period") else None
    if period is None or (period[1] - period[0]).days < YEAR:
        return None
    if "first" not in context.text[slice(*context.clause)].lower().split():
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
