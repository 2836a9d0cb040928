"""A number looked up in the row that all else in its sentence points to: names, times and the figures beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking.readings.fits import fit
from claims.checking.readings.lookups import cell, other, words_for
from claims.checking.readings.witnesses import PLAINLY, SURE, conditions, pointed, telling, witnesses
from claims.checking.scoring import TOLD
from claims.checking.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.readings.witnesses import Pointed, Witness
    from claims.checking.scoring import Reading
    from claims.checking.tables import View
    from claims.types import Value

KINDS = frozenset("count number quantity money percent duration score ratio".split())
ORDER = ("name", "time", "figure")
"""By what a row is chosen first, where less would do."""
SUITED, SAID, FEWEST = 0.5, 0.25, 2
BASE = 0.5
TIMED, UNTIMED = 0.95, 0.8


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the cells of the row to which a name and a telling figure of the sentence point, at the time told."""
    value, context = desk.value, desk.context
    if value is None or value.kind not in KINDS or other(context):
        return
    figures = [s for s in context.discourse.values_in(context.sentence) if s.value and s.value.amount is not None]
    if len(figures) < FEWEST:
        return
    for view in desk.views:
        seen = sorted(witnesses(desk, view), key=lambda w: ORDER.index(w.kind))
        found = pointed(seen)
        if _sure(found, seen):
            yield from _cells(desk, view, value, found)


def _sure(found: Pointed, seen: list[Witness]) -> bool:
    """Say whether a name, a telling figure, and any time that is told, point to one row."""
    kinds = {w.kind for w in found.told}
    timely = "time" in kinds or all(w.kind != "time" for w in seen)
    return found.weight >= PLAINLY and len(found.rows) == 1 and timely and "name" in kinds and telling(found)


def _cells(desk: Desk, view: View, value: Value, found: Pointed) -> Iterator[Reading]:
    told = {w.column for w in found.told}
    where = conditions(view, found.told, found.rows[0])
    dated = any(w.kind == "time" for w in found.told) or not (view.year or view.day)
    chosen = Selection(
        where=where, filled=tuple((f.column, f.value) for f in where if isinstance(f.value, str)),
        subject=min(SURE, BASE + found.weight / 5), time=TIMED if dated else UNTIMED,
    )  # fmt: skip
    for column in (c for c in view.measures if c not in told):
        kind = fit(value, view.columns[column])
        words = words_for(desk, view, column) if kind >= SUITED else 0.0
        if words >= SAID:
            yield from (replace(r, flags=TOLD) for r in cell(desk, view, column, chosen, kind, words))
