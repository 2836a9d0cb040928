"""The days that a table with a row a year has of each: when a year's harvest began, when its season ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.checking.periods import period_of
from claims.checking.query import Filter
from claims.checking.readings.measures import cell, whole
from claims.checking.readings.phases import BEGUN, FIRSTS, LASTS, MEANT, OPEN, OVER, dates_told, own_stems
from claims.checking.scoring import Reading
from claims.checking.selection import MONTH, years_in
from claims.checking.words import STRONG, kinship, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.periods import Period
    from claims.checking.tables import View

PHASES = BEGUN | OVER | FIRSTS | LASTS


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the days of the row of a date's own year."""
    value = desk.value
    period = period_of(value.iso) if value is not None and value.kind == "date" else None
    if period is None or (period[1] - period[0]).days > MONTH or desk.context.before[:1] == ["since"]:
        return
    if desk.context.verb is None or desk.context.verb.tag_ not in ("VBD", "VBN"):
        return  # what begins next year is not yet known
    for view in desk.near_with(_of_years):
        yield from _of_its_year(desk, view, period)


def _of_years(view: View) -> bool:
    return view.series and bool(view.year)


def _of_its_year(desk: Desk, view: View, period: Period) -> Iterator[Reading]:
    """Yield the days of a year that the clause speaks of: "the harvest began on"."""
    year = years_in(view, view.year, ()).get(period[0].year)
    columns = _days(view) if year is not None else []
    for column in columns:
        told = dates_told(desk, view)[column]
        if told >= (MEANT if len(columns) > 1 else OPEN) and _happens(desk, view, column):
            yield Reading(
                family="date", query=cell(view, column, (Filter(view.year, "=", year),)),
                parts=(("subject", whole(desk, view)), ("words", max(told, desk.words(view, column)))),
                said=f"{column} of {view.name} in {period[0].year}", form="date", refutes=told >= MEANT,
            )  # fmt: skip


def _days(view: View) -> list[str]:
    return [c for c in view.of_role("date", "from", "to") if view.columns[c].resolution == "day"]


def _happens(desk: Desk, view: View, column: str) -> bool:
    """Say whether the clause names what happens on the day; where the column does not, what the table is about."""
    happening = own_stems(column) - PHASES or stems_of(view.name)[-1:]
    return any(kinship(a, b) >= STRONG for a in happening for b in desk.context.clause_stems)
