"""A cell that no word names: "holds 8,900", "put up in 1927", where the row has one figure, or date, that it can be."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.anchor import FIGURES
from claims.checking.circumstances import bounding
from claims.checking.people import holds_people
from claims.checking.periods import period_of
from claims.checking.query import select
from claims.checking.readings import lookups
from claims.checking.readings.fits import fit, lies_among, scale_for
from claims.checking.readings.measures import agrees, cell, tie
from claims.checking.readings.phases import OPEN, dates_told
from claims.checking.readings.stretches import by_its_ends
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import first_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.periods import Period
    from claims.checking.selection import Selection
    from claims.checking.tables import View
    from claims.types import Value

TIED, SERIAL, TIMED = 0.7, 0.5, 0.75
SUITED, SAID = 0.75, 0.5
WORDS = {1: 0.35, 2: 0.3, 3: 0.25}
"""How sure a measure is by how many a figure may be of."""
DATED, NEAR = {1: 0.45, 2: 0.35}, 2
"""How sure a date is by how many of the row it may be; how many years beyond those of its column it may lie."""


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the few cells that a figure or a date may be, where the row is told and what is told of it is not."""
    value = desk.value
    if value is not None and value.kind in ("date", "period"):
        yield from _dates(desk, value)
        return
    if (
        value is None
        or value.kind not in FIGURES
        or not isinstance(value.amount, Decimal)
        or lookups.other(desk.context)
    ):
        return
    if value.unit in ("time", "times"):  # the verb says what is done so often
        return
    if any(_told(desk, view) for view in desk.views if _said(desk, view, value)):
        return
    for view in desk.views:
        columns = [c for c in view.measures if _suits(view, c, value)]
        words = WORDS.get(len(columns), 0.0)
        chosen = _told(desk, view) if words else []
        for column in columns:
            for selection in chosen:
                for reading in lookups.cell(desk, view, column, selection, fit(value, view.columns[column]), words):
                    # "12 dogs" are no wrong shafts, and two children no goals of a player
                    other = desk.context.noun and any(holds_people(view, c) for c, _ in selection.filled)
                    if not desk.context.noun or (not other and agrees(desk, reading)):
                        yield reading


def _dates(desk: Desk, value: Value) -> Iterator[Reading]:
    """Yield the one or two dates of a row that a date may be, where the clause tells no figure of that time."""
    if not desk.views_with(_dating):
        return
    period, around = period_of(value.iso), desk.context.discourse.values_in(desk.context.clause)
    if period is None or value.comparator != "eq" or by_its_ends(value) or bounding(desk):
        return
    if any(s.value and s.value.kind != value.kind for s in around):
        return
    for view in desk.near_with(_dating):
        columns = [c for c in _dating(view) if _may_date(desk, view, c, period)]
        words = DATED.get(len(columns), 0.0)
        for selection in [s for s in desk.named(view) if tie(s) >= TIED and not s.far] if words else ():
            for column in columns if len(select(view, selection.where)) == 1 else ():
                yield Reading(
                    family="date", query=cell(view, column, selection.where),
                    parts=(("subject", tie(selection)), ("words", words)),
                    said=f"{column} of {selection.who}", form="date", refutes=False,
                )  # fmt: skip


def _dating(view: View) -> list[str]:
    """Name the columns that may date something of a row: not the year that tells it apart, nor days of a life."""
    return [c for c in view.of_role("date", "from", "to", "year") if c not in (view.year, view.born, view.died)]


def _may_date(desk: Desk, view: View, column: str, period: Period) -> bool:
    """Say whether nothing is against a date, of no life and no other time than those of its column."""
    if dates_told(desk, view)[column] != OPEN:
        return False
    years = _years(view, column)
    return bool(years) and years[0] - NEAR <= period[0].year <= years[-1] + NEAR


@remembered
def _years(view: View, column: str) -> list[int]:
    """Give the years that a column has, in order."""
    return sorted({year for cell in view.cells(column) if (year := first_year(cell)) is not None})


def _told(desk: Desk, view: View) -> list[Selection]:
    """Give the rows that are tied closely to the statement, of a row of times those of a time that is said."""
    named = [s for s in desk.selections(view) if tie(s) >= TIED and not lookups.of_others(desk, s)]
    return named or [s for s in desk.series(view) if s.subject > SERIAL and s.time >= TIMED]


def _said(desk: Desk, view: View, value: Value) -> bool:
    """Say whether words name a measure that the figure may be of."""
    return any(lookups.words_for(desk, view, c) >= SAID for c in view.measures if _suits(view, c, value))


def _suits(view: View, column: str, value: Value) -> bool:
    """Say whether a figure is of the kind of a column, and hardly smaller or larger than its figures."""
    if fit(value, view.columns[column]) < SUITED or not isinstance(value.amount, Decimal):
        return False
    return lies_among(view, column, abs(value.amount) / scale_for(view, column, value))
