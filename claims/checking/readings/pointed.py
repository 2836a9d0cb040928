"""A number looked up in the row that all else in its sentence points to: names, times and the figures beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking.readings.fits import fit
from claims.checking.readings.lookups import cell, other, words_for
from claims.checking.readings.witnesses import PLAINLY, SURE, conditions, count, pointed, witnesses
from claims.checking.scoring import TOLD
from claims.checking.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.scoring import Reading

KINDS = frozenset("count number quantity money percent duration score ratio".split())
SUITED, SAID = 0.5, 0.25
BASE = 0.5
TIMED, UNTIMED = 0.95, 0.8


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the cells of a row to which enough of two sorts points, a name among it."""
    value = desk.value
    if value is None or value.kind not in KINDS or other(desk.context):
        return
    for view in desk.views:
        seen = witnesses(desk, view)
        found = pointed(seen, count(seen)) if len(seen) > 1 else None
        kinds = {w.kind for w in found.told} if found else set()
        if found is None or found.weight < PLAINLY or len(found.rows) != 1 or "name" not in kinds or len(kinds) < 2:
            continue
        row = found.rows[0]
        told = {w.column for w in found.told}
        where = conditions(view, found.told, row)
        time = TIMED if "time" in kinds or not (view.year or view.day) else UNTIMED
        chosen = Selection(
            where=where, filled=tuple((f.column, f.value) for f in where if isinstance(f.value, str)),
            subject=min(SURE, BASE + found.weight / 5), time=time,
        )  # fmt: skip
        for column in (c for c in view.measures if c not in told):
            kind = fit(value, view.columns[column])
            words = words_for(desk, view, column) if kind >= SUITED else 0.0
            if words >= SAID:
                for reading in cell(desk, view, column, chosen, kind, words):
                    yield replace(reading, flags=TOLD) if "figure" in kinds else reading
