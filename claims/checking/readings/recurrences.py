"""What one event of a thing differs from another by: "11 homes were lost, eight more than the first time"."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.query import Filter, Query, select
from claims.checking.readings.changes import DIRECTIONS, OTHER_KINDS, gap_fit, moved, part, unit_of
from claims.checking.readings.direction import direction
from claims.checking.readings.fits import repeating
from claims.checking.readings.intervals import order_of
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import cell, tie
from claims.checking.scoring import TOLD, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.selection import Selection
    from claims.checking.tables import View
    from claims.types import Statement

FIRST = frozenset("first initial original opening".split())
BEFORE = frozenset("last previous before earlier preceding".split())
SHARES = (*OTHER_KINDS, "ratio", "percent")
REACH, MOST_ROWS, SAID, GUESSED = 9, 60, 0.9, 0.5
NEAR = 90  # characters from the figure to what it is more by


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the difference of a figure just told, of a day's row, to the same measure on another day of the thing."""
    value = desk.value
    if value is None or value.kind in OTHER_KINDS or in_a_row(desk.context):
        return
    if not (moved(desk) or DIRECTIONS & {*desk.context.after[:2]}):
        return
    figure = _before(desk)
    if figure is None:
        return
    for view in (v for v in desk.views if order_of(v) and not v.year):
        for selection in [s for s in desk.named(view) if s.filled and tie(s) >= GUESSED][:2]:
            days = _days(view, selection)
            for column in view.measures if len(days) > 1 else ():
                yield from _from_day_to_day(desk, view, column, selection, days, figure)


def _before(desk: Desk) -> Statement | None:
    """Give the figure that stands just before in the sentence."""
    context = desk.context
    start = max(context.sentence[0], context.statement.start - NEAR)
    near = context.discourse.values_in((start, context.statement.start))
    told = [s for s in near if s.value and isinstance(s.value.amount, Decimal) and s.value.kind not in SHARES]
    return told[-1] if told else None


def _days(view: View, selection: Selection) -> dict[dt.date, int]:
    """Give the days that a thing has one row on, in order."""
    rows = select(view, selection.where)
    cells = view.cells(order_of(view))
    known = [(day, row) for row in rows[:MOST_ROWS] if isinstance(day := cells[row], dt.date)]
    return dict(sorted(known)) if len({day for day, _ in known}) == len(known) else {}


def _from_day_to_day(
    desk: Desk, view: View, column: str, selection: Selection, days: dict[dt.date, int], figure: Statement
) -> Iterator[Reading]:
    value, meaning = desk.value, view.columns[column]
    assert figure.value is not None
    assert value is not None
    held = repeating(desk.context.discourse, view, column, figure.value) or frozenset()
    percent, kind = (True, SAID) if part(value) else gap_fit(desk, meaning)
    family, against = ("percent change", "changed in percent from") if percent else ("difference", "less")
    form = "number" if not percent or value.kind == "percent" else "percent as ratio"
    for now in [day for day, row in days.items() if row in held] if kind >= GUESSED else ():
        for base, sure in _bases(desk, now, list(days)):
            sides = [cell(view, column, (*selection.where, Filter(order_of(view), "=", day))) for day in (now, base)]
            yield Reading(
                family=family, query=Query(operation=family, table=view.name, left=sides[0], right=sides[1]),
                parts=(("subject", tie(selection)), ("words", SAID), ("kind", kind), ("time", sure)),
                said=f"{column} of {selection.who} on {now} {against} that on {base}", form=form,
                unit="%" if percent else unit_of(desk, meaning.unit), scale=None if percent else meaning.scale,
                size=True, way=direction(desk, view, column), refutes=sure >= SAID, flags=TOLD,
            )  # fmt: skip


def _bases(desk: Desk, now: dt.date, days: list[dt.date]) -> Iterator[tuple[dt.date, float]]:
    """Yield the days that a figure may be held against: the first, the one before, those of a time behind the value."""
    context = desk.context
    behind = {*context.after[:REACH]}
    others = [day for day in days if day != now]
    earlier = [day for day in others if day < now]
    stated = {
        day for when in context.times if when.start > context.statement.end
        for day in others if when.period[0] <= day <= when.period[1]
    }  # fmt: skip
    if stated:
        yield from ((day, SAID) for day in sorted(stated))
    elif FIRST & behind and others:
        yield others[0], SAID
    elif earlier and (BEFORE | {"than"}) & behind:
        yield earlier[-1], SAID if BEFORE & behind else GUESSED
