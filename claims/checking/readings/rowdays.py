"""The day of the row that all else in its sentence points to: "it went to Elm for 34 million, in March 2022"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.periods import period_of
from claims.checking.query import Filter, Query, select
from claims.checking.readings.moments import yearless
from claims.checking.readings.occasions import HELD
from claims.checking.readings.phases import MEANT, OPEN, dates_told
from claims.checking.readings.stretches import by_its_ends
from claims.checking.readings.witnesses import CLEARLY, ENOUGH, LARGE, conditions, pointed, witnesses
from claims.checking.scoring import TOLD, Reading
from claims.checking.selection import other_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.checking.desk import Desk
    from claims.checking.periods import Period
    from claims.checking.readings.witnesses import Witness
    from claims.checking.tables import View

APART = frozenset("since until till than before after".split())
"""Words before a time at which nothing happened that is told with it."""
AGAINST = HELD | frozenset("than times against above below over as".split())
"""Words between a figure and a time that it is held against."""
YEAR, MONTH = 366, 31  # days
NAMED, TOGETHER, ALONE = 0.5, 1.2, 0.6
"""How tied one name has to be beside a figure; two names, and one of the sentence that only one row has, with none."""
BASE, SURE = 0.55, 0.95


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the days of rows to which the names and figures beside a date point."""
    value = desk.value
    if value is None or value.kind not in ("date", "period") or APART & {*desk.context.before[:2]}:
        return
    period = period_of(value.iso)
    if period is None or (period[1] - period[0]).days > YEAR or by_its_ends(value):
        return
    for view in desk.near_with(_of_events):
        yield from _days(desk, view, period)


def _of_events(view: View) -> bool:
    """Say whether the rows of a table that is not large happened on days."""
    return bool(view.day) and not view.year and not view.lasts and view.size <= LARGE


def _days(desk: Desk, view: View, period: Period) -> Iterator[Reading]:
    seen = _told_with(desk, view)
    found = pointed(seen)
    told = dates_told(desk, view)
    for column in (c for c in (view.day, *other_days(view)) if found.rows and told[c] >= OPEN):
        cells = view.cells(column)
        inside = [r for r in found.counted if isinstance(d := cells[r], dt.date) and period[0] <= d <= period[1]]
        own = max((found.counted[row] for row in inside), default=0.0)
        likeliest = next((row for row in inside if found.counted[row] == own), found.rows[0])
        if inside and _points(desk, seen, likeliest, period) and found.weight - own < CLEARLY:
            yield _day_of(view, column, seen, likeliest)
        if column != view.day or len({cells[row] for row in found.rows}) > 1 or found.weight - own < CLEARLY:
            continue
        row, day = found.rows[0], cells[found.rows[0]]
        if not isinstance(day, dt.date) or not _by_figures(seen, row):
            continue
        if _of_another_year(desk, day, period):
            yield replace(_day_of(view, column, seen, row), form="check", asserted=checks.of_any_year(*period))
        elif _told_outright(desk) and (told[column] >= MEANT or not other_days(view)):
            yield replace(_day_of(view, column, seen, row), refutes=True, flags=TOLD)


def _of_another_year(desk: Desk, day: dt.date, period: Period) -> bool:
    """Say whether a month told without a year is that of an earlier one: "they began in 2022. By September"."""
    value = desk.value
    assert value is not None
    shifted = period[0].year - day.year
    return shifted > 0 and yearless(value) and (period[0].month, period[0].day) <= (day.month, day.day) <= (
        period[1].month, period[1].day
    )  # fmt: skip


def _told_with(desk: Desk, view: View) -> list[Witness]:
    """Give what points to rows beside a date: names, and the figures that no other date is nearer to."""
    context, own = desk.context, desk.statement
    apart: set[str] = set()
    dates = [d.start for d in context.discourse.dates_in(context.sentence) if d.start != own.start]
    for other in context.discourse.values_in(context.sentence):
        if other.value is None:
            continue
        first, last = sorted((own.start, other.start))
        between = context.text[other.end : own.start].lower().split()
        held = bool(AGAINST & {*between}) or "from" in between[:-1] or other.value.kind == "ratio"
        if held or any(first < start < last for start in dates):
            apart.add(other.value.text)
    return [w for w in witnesses(desk, view) if w.kind == "name" or (w.kind == "figure" and w.said not in apart)]


def _weights(seen: Iterable[Witness], row: int) -> dict[str, float]:
    """Add up what the names and the figures that a row has count for."""
    found = {"name": 0.0, "figure": 0.0}
    for witness in seen:
        if row in witness.rows:
            found[witness.kind] += witness.weight
    return found


def _points(desk: Desk, seen: list[Witness], row: int, period: Period) -> bool:
    """Say whether enough is told of a row that its day lies in a time hardly by chance."""
    if _by_figures(seen, row):
        return True
    named = [w for w in seen if w.kind == "name" and row in w.rows]
    here = {v for m in desk.context.discourse.mentions_in(desk.context.sentence) for v, _ in m.values}
    alone = any(len(w.rows) == 1 and w.weight >= ALONE and w.said in here for w in named)
    several = len({w.column for w in named}) > 1 and sum(w.weight for w in named) >= TOGETHER
    return (period[1] - period[0]).days < MONTH and (alone or several)


def _by_figures(seen: list[Witness], row: int) -> bool:
    """Say whether a telling figure beside the date, and a name, are in a row."""
    weights = _weights(seen, row)
    return weights["figure"] >= ENOUGH and weights["name"] >= NAMED


def _told_outright(desk: Desk) -> bool:
    """Say whether a date is given to the month at least, and bounds nothing."""
    value = desk.value
    assert value is not None
    period = period_of(value.iso)
    dated = any(c.isdigit() for c in value.text) or (period is not None and (period[1] - period[0]).days < MONTH)
    return dated and value.comparator == "eq"


def _day_of(view: View, column: str, seen: list[Witness], row: int) -> Reading:
    told = [w for w in seen if row in w.rows]
    where, day = conditions(view, told, row), view.cells(column)[row]
    if len(select(view, where)) > 1:
        where = (*where, Filter(column, "=", day))
    figures = any(w.kind == "figure" for w in told)
    return Reading(
        family="dated figure" if figures else "event",
        query=Query(operation="value", table=view.name, column=column, where=where),
        parts=(
            ("subject", min(SURE, BASE + sum(w.weight for w in told) / 5)), ("words", 0.9 if figures else 0.7),
            ("time", 0.9),
        ),
        said=f"{column} of {', '.join(dict.fromkeys(w.said for w in told))}", form="date", refutes=False,
    )  # fmt: skip
