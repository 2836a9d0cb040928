"""A cell whose measure no word names: "holds 8,900", where the row has one figure that this can be."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.readings import lookups
from claims.checking.readings.fits import fit
from claims.checking.readings.measures import tie
from claims.checking.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.scoring import Reading
    from claims.checking.selection import Selection
    from claims.checking.tables import View
    from claims.types import Value

KINDS = frozenset({"count", "number", "money", "quantity", "duration", "percent"})
TIED, SERIAL, TIMED = 0.7, 0.5, 0.75
SUITED, SAID = 0.75, 0.5
ROOM = Decimal("1.25")  # as far beyond its least and its greatest as one more figure may lie
WORDS = {1: 0.35, 2: 0.3, 3: 0.25}
"""How sure a measure is by how many a figure may be of."""


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the few cells that a figure may be, where the row is told and no measure of it is."""
    value = desk.value
    if value is None or value.kind not in KINDS or not isinstance(value.amount, Decimal) or lookups.other(desk.context):
        return
    if value.unit in ("time", "times"):  # the verb says what is done so often
        return
    told = [(view, chosen) for view in desk.views if view.measures and (chosen := _told(desk, view))]
    if any(_said(desk, view, value) for view, _ in told):
        return
    for view, chosen in told:
        columns = [c for c in view.measures if _suits(view, c, value)]
        words = WORDS.get(len(columns), 0.0)
        for column in columns if words else ():
            for selection in chosen:
                yield from lookups.cell(desk, view, column, selection, fit(value, view.columns[column]), words)


def _told(desk: Desk, view: View) -> list[Selection]:
    """Give the rows that are tied closely to the statement, of a row of times those of a time that is said."""
    named = [s for s in desk.selections(view) if tie(s) >= TIED]
    return named or [s for s in desk.series(view) if s.subject > SERIAL and s.time >= TIMED]


def _said(desk: Desk, view: View, value: Value) -> bool:
    """Say whether words name a measure that the figure may be of."""
    return any(lookups.words_for(desk, view, c) >= SAID for c in view.measures if _suits(view, c, value))


def _suits(view: View, column: str, value: Value) -> bool:
    """Say whether a figure is of the kind of a column, and hardly smaller or larger than its figures."""
    meaning, least_greatest = view.columns[column], _ends(view, column)
    if least_greatest is None or fit(value, meaning) < SUITED or not isinstance(value.amount, Decimal):
        return False
    least, greatest = least_greatest
    return least / ROOM <= abs(value.amount) / meaning.scale <= greatest * ROOM


@remembered
def _ends(view: View, column: str) -> tuple[Decimal, Decimal] | None:
    """Give the least and the greatest figure of a column."""
    figures = [abs(cell) for cell in view.cells(column) if isinstance(cell, Decimal)]
    return (min(figures), max(figures)) if figures else None
