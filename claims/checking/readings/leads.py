"""By how much an extreme is beyond the next: "the oldest of them by 17 years", "the tallest, by 12 metres"."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.anchor import FIGURES
from claims.checking.checks import Check, in_whole_years, lasted
from claims.checking.query import Filter, Query, compute
from claims.checking.readings.apart import in_years
from claims.checking.readings.changes import gap_fit, led_by, unit_of
from claims.checking.readings.degrees import columns, degree_of, ends, key_of, of_a_move, tells_age
from claims.checking.readings.elapsed import unit_days
from claims.checking.readings.extremes import contenders, peers
from claims.checking.readings.measures import cell, known, tie
from claims.checking.scoring import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.readings.degrees import Degree
    from claims.checking.selection import Selection
    from claims.checking.tables import View
    from claims.types import Statement

REACH, FITS, SAID = 80, 0.5, 0.75
BREAKS = frozenset(";:.(")


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield by how much what is told to be the most is beyond the next of those that it is the most of."""
    value = desk.value
    if value is None or value.kind not in FIGURES or led_by(desk.context)[:1] != ["by"]:
        return
    extreme = _extreme(desk)
    told = desk.about(extreme) if extreme is not None else None
    degree = degree_of(told) if told is not None else None
    if told is None or degree is None or of_a_move(told):
        return
    for view in desk.views:
        for column, fits in columns(told, view, degree):
            for selection in contenders(told, view):
                if tells_age(told, view, column, selection, degree):
                    yield from _beyond_the_next(desk, view, column, fits, selection, degree)


def _extreme(desk: Desk) -> Statement | None:
    """Give the superlative close before a number that "by" leads to: "the oldest of the five, by almost 17 years"."""
    context, start = desk.context, desk.statement.start
    before = context.discourse.degrees_in((max(context.sentence[0], start - REACH), start))
    last = next((s for s in reversed(before) if s.kind in ("superlative", "comparison")), None)
    if last is None or last.kind != "superlative" or last.value is not None:
        return None
    return None if BREAKS & {*context.text[last.end : start]} else last


def _beyond_the_next(
    desk: Desk, view: View, column: str, fits: float, selection: Selection, degree: Degree
) -> Iterator[Reading]:
    """Yield the gap to the best of the others, where what is named is the most of all, as it is told to be."""
    own = known(view, column, selection.where)
    check = _check(desk, own)
    if own is None or (check is None and not isinstance(own, Decimal)):
        return
    percent, kind = gap_fit(desk, view.columns[column]) if check is None else (False, 1.0)
    key = key_of(view, selection, column)
    name = selection.value_of(key)
    for end, sure in ends(degree, view, column) if name and kind >= FITS and not percent else ():
        for where in peers(desk, view, selection):
            others = (*where, Filter(key, "!=", name))
            rest = Query(operation=end, table=view.name, column=column, where=others)
            best = compute(rest, desk.tables).value
            if best is None or type(best) is not type(own) or (own > best) != (end == "max"):  # type: ignore[operator]
                continue
            dated, words = isinstance(own, dt.date), fits * sure
            sides = (cell(view, column, selection.where), rest)
            left, right = sides if check is None or end == "max" else sides[::-1]
            yield Reading(
                family="between" if check is not None else "gap",
                query=Query(
                    operation="days between" if dated else "difference", table=view.name, left=left, right=right,
                ),
                parts=(("subject", tie(selection)), ("words", words), ("kind", kind), ("time", selection.time)),
                said=f"{column} of {selection.who} and the next {end}", size=True,
                form="number" if check is None else "check",
                asserted=check if dated or check is None else in_years(check),
                unit=unit_of(desk, view.columns[column].unit) if check is None else "",
                scale=view.columns[column].scale if check is None else None,
                refutes=words >= SAID and not {f.column for f in where} & {*dict(selection.filled)},
            )  # fmt: skip


def _check(desk: Desk, own: object) -> Check | None:
    """Give the test of a time between two days or years, None where the number is none, or the cells are figures."""
    value = desk.value
    days = unit_days(value) if value is not None and isinstance(own, dt.date | int) else None
    if value is None or days is None or value.kind not in ("duration", "age", "count", "number"):
        return None
    return in_whole_years(lasted(value, days), value)
