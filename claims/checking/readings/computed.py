"""Figures that no column holds, as values, extremes, ranks and changes: how full, what it took, how fast."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.agreement import figured
from claims.checking.query import Filter, Query, compute, select
from claims.checking.readings import fullness, paces, placings, takings
from claims.checking.readings.changes import in_points, moved
from claims.checking.readings.direction import direction
from claims.checking.readings.figures import MOST_ROWS
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import agrees, single, tie, whole
from claims.checking.readings.shares import form
from claims.checking.readings.things import but_totals
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import NOW, Selection, first_year, timed, years_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.readings.figures import Figure, Rows
    from claims.checking.tables import View

LESS = 0.11  # a time that is less likely is hardly meant
SOURCES = (fullness.figures, takings.figures, paces.figures)
REACHED = (["to"], ["from"], ["at"], ["of"], ["against"])
ROUGH, WHOLE = Decimal(15), Decimal(1)  # points of percent
NAMED = 0.7  # of what is named so close no total is told
SURE, OUTRIGHT, LIKELY, UNSAID, MOST = 0.75, 0.8, 0.6, 0.4, 4


def asked_for(desk: Desk) -> list[Figure]:
    """Give the figures that the words ask for."""
    return [figure for source in SOURCES for figure in source(desk)]


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what a statement may say of a figure that has to be computed of several measures."""
    value, kind = desk.value, desk.statement.kind
    if in_a_row(desk.context) or (value is None and kind not in ("superlative", "comparison")):
        return
    if not (figures := asked_for(desk)):
        return
    near = [b for b in desk.context.bindings if b.tie != "earlier" and b.mention.named and b.mention.values]
    free = all(b.weight < NAMED for b in near)
    for figure in figures:
        if value is None or value.kind == "ordinal":
            yield from placings.readings(desk, figure)
        else:
            if figure.suits(value) and not _told_as_change(desk, figure):
                yield from _values(desk, figure, free)
            if moved(desk):
                yield from _changes(desk, figure)


def _told_as_change(desk: Desk, figure: Figure) -> bool:
    """Say whether a percentage is a change, and no figure: in points, or by so much where little asks for a figure."""
    value, reached = desk.value, desk.context.before[:1] in REACHED
    if value is None or value.kind != "percent":
        return False
    return in_points(desk) or (moved(desk) and not reached and figure.asked < OUTRIGHT)


def _values(desk: Desk, figure: Figure, free: bool) -> Iterator[Reading]:
    """Yield the figure of what is named, and that of everything together."""
    view, value = figure.view, desk.value
    alone = [s for s in desk.series(view) if len(select(view, s.where)) == 1][:2]
    bare = figure.unit == "%" and value is not None and value.kind in ("number", "count")
    stated = figured(replace(value, kind="percent", unit="%"), "%", None, "in percent") if bare and value else None
    everything = _everything(desk, view) if free else []
    chosen = [*single(desk, view, MOST), *alone, *_several(desk, view), *everything]
    now = bool(NOW & {*desk.context.spoken})
    likely = UNSAID if now else max(UNSAID, min(LIKELY, max((s.time for s in chosen), default=0.0) - LESS))
    for selection in chosen:
        query = figure.of(selection.where) if selection.time >= likely else None
        if query is None or value is None:
            continue
        sure = figure.plain and selection.time >= SURE and bool(selection.filled) and tie(selection) >= SURE
        written = form(desk) if value.kind in ("percent", "ratio") else "check" if bare else "number"
        reading = Reading(
            family=figure.family, query=query, unit=figure.unit, scale=figure.scale,
            parts=(
                ("subject", tie(selection)), ("words", figure.asked), ("kind", 0.9), ("time", selection.time),
            ),
            said=f"{figure.said} of {selection.who or 'all'}" + (f" in {selection.when}" if selection.when else ""),
            form=written, asserted=stated, refutes=sure,
        )  # fmt: skip
        if _roughly(desk, reading):
            continue
        if (figure.asked >= OUTRIGHT and not now) or agrees(desk, reading):
            yield reading


def _roughly(desk: Desk, reading: Reading) -> bool:
    """Say whether a part is near the figure though not it: "half full" of 55 percent, "81 percent" of 81.5."""
    value = desk.value
    if value is None or value.kind not in ("ratio", "percent") or agrees(desk, reading):
        return False
    found = compute(reading.query, desk.tables).value
    amount, room = value.amount, value.step or WHOLE
    if value.kind == "ratio" and isinstance(amount, tuple):
        amount, room = 100 * amount[0] / amount[1], ROUGH
    return isinstance(found, Decimal) and isinstance(amount, Decimal) and abs(found - amount) < room


def _several(desk: Desk, view: View) -> list[Selection]:
    """Give what is named that has several rows at a time, or of which all the time is spoken."""
    found = [s for s in desk.named(view) if s.filled and 1 < len(select(view, s.where)) <= MOST_ROWS][:2]
    at = [t for s in found for t in timed(desk.context, view, s) if len(select(view, t.where)) > 1]
    return at[:MOST]


@remembered
def _everything(desk: Desk, view: View) -> list[Selection]:
    """Give all rows of the times that are spoken of, of each thing one."""
    free = Selection(where=but_totals(view), subject=whole(desk, view))
    return [s for s in timed(desk.context, view, free) if 1 < len(select(view, s.where)) <= MOST_ROWS][:3]


def _changes(desk: Desk, figure: Figure) -> Iterator[Reading]:
    """Yield by how much a figure rose or fell from one year to the next, or from the year that is spoken of."""
    view, value = figure.view, desk.value
    percent = value is not None and value.kind == "percent" and not in_points(desk)
    if not view.year or value is None or (figure.unit == "%" and not in_points(desk)):
        return
    alone = [s for s in desk.series(view) if len(select(view, s.where)) == 1][:1]
    for selection in [*single(desk, view, 2), *alone, *_everything(desk, view)[:1]]:
        for then in _earlier(desk, view, selection):
            now, base = figure.of(selection.where), figure.of(then)
            if now is None or base is None:
                continue
            year = next(f.value for f in then if f.column == view.year)
            yield Reading(
                family="percent change" if percent else "difference",
                query=Query(
                    operation="percent change" if percent else "difference", table=view.name, left=now, right=base,
                ),
                parts=(
                    ("subject", tie(selection)), ("words", figure.asked), ("kind", 0.9), ("time", selection.time),
                ),
                said=f"change of {figure.said} of {selection.who or 'all'} from {year} to {selection.when}",
                unit="%" if percent else value.unit if in_points(desk) else figure.unit, size=True,
                scale=None if percent else figure.scale, way=direction(desk, view, figure.column), refutes=False,
            )  # fmt: skip


def _earlier(desk: Desk, view: View, selection: Selection) -> Iterator[Rows]:
    """Yield the conditions of the same thing in the year before, and in the years that are spoken of."""
    own = next((f.value for f in selection.where if f.column == view.year and f.relation == "="), None)
    cells, now = years_in(view, view.year, ()), first_year(own)
    stated = [w.year for w in desk.context.times]
    before = [y for y in cells if now is not None and y < now]
    for year in dict.fromkeys([*before[-1:], *(y for y in before if y in stated)]):
        then = Filter(view.year, "=", cells[year])
        where = tuple(then if f.column == view.year else f for f in selection.where)
        if len(select(view, where)) == len(select(view, selection.where)):
            yield where
