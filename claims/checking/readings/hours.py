"""Times of day: when something leaves, opens or begins, where a table says so in texts like "17:15"."""

from __future__ import annotations

import re
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from claims.checking.checks import Check
from claims.checking.query import Query, different
from claims.checking.readings.measures import tie
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.references.marks import minutes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.selection import Selection
    from claims.checking.tables import Cell, View

OF_DAY = re.compile(r"T(\d\d):(\d\d)")
EXACT = re.compile(r"[ap]\.?m\b|^(?:0\d|1[3-9]|2[0-4])\W|noon|midnight")
"""What tells the morning from the evening: "eight o'clock" may be either."""
DAY, HALF_A_DAY = 1440, 720
SCANNED = 20
SAID, ALONE, TOLD = 0.5, 0.6, 0.35
"""How well a column has to be named to refute, how well the only one fits, and one that has the very time."""


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the times of day that a time may repeat."""
    value = desk.value
    stated = OF_DAY.search(value.iso) if value is not None and value.kind == "date" else None
    if stated is None:
        return
    assert value is not None
    minute, half = 60 * int(stated[1]) + int(stated[2]), not EXACT.search(value.text.lower())
    for view in desk.views_with(_columns):
        for selection in [s for s in (*desk.selections(view), *desk.series(view)) if s.filled or view.series]:
            yield from _cells(desk, view, selection, minute, half=half)


@remembered
def _columns(view: View) -> list[str]:
    """Name the columns that hold times of day."""
    texts = [c for c in view.columns if view.columns[c].dtype == "text" and not view.columns[c].named]
    few = {c: list(islice(view.distinct(c), SCANNED)) for c in texts}
    return [c for c, cells in few.items() if cells and all(minutes(str(cell)) is not None for cell in cells)]


def _cells(desk: Desk, view: View, selection: Selection, minute: int, *, half: bool) -> Iterator[Reading]:
    """Yield the one time of day of the chosen rows in each column: the best named refutes, others may agree."""
    fits = {column: desk.words(view, column) for column in _columns(view)}
    best = max(fits.values())
    clear = list(fits.values()).count(best) == 1
    for column, words in fits.items():
        found = different(view, column, selection.where) - {None}
        if len(found) != 1:
            continue
        same = _same(next(iter(found)), minute, half=half)
        words = max(words, ALONE if len(fits) == 1 else TOLD if same else 0.0)
        if not same and words < best:
            continue
        check = Check("the same time of day", partial(_same, minute=minute, half=half))
        yield Reading(
            family="lookup", query=Query(operation="value", table=view.name, column=column, where=selection.where),
            parts=(("subject", tie(selection)), ("words", words), ("time", selection.time)),
            said=f"{column} of {selection.who or view.name}", form="check",
            asserted=check, refutes=clear and best >= SAID,
        )  # fmt: skip


def _same(found: Cell, minute: int, *, half: bool) -> bool | None:
    """Say whether a cell is a time of day, or that of the other half of the day where the words leave that open."""
    told = minutes(found) if isinstance(found, str) else None
    return None if told is None else (told - minute) % (HALF_A_DAY if half else DAY) == 0
