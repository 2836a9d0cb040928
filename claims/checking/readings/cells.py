"""A cell that holds a telling figure: found by its value, in a row about something that the article names."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.anchor import FIGURES
from claims.checking.courses import course, out_of
from claims.checking.likeness import digits, one_digit, swapped
from claims.checking.query import Filter, Query, same, select
from claims.checking.readings.fits import fit, takes_time
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import first_year, seasons_meant, years_in
from claims.references.cells import quarter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.periods import Period
    from claims.checking.tables import Cell, View

MOST = 60  # cells that hold the same figure say nothing
ROOM = Decimal("1.16")  # as far as any hedge reaches
DIGITS = 3
OUTRIGHT, PASSED = 0.85, 0.4  # how well a thing is named whose figure of now is meant; how well an older one is then
TIED = 0.5  # how close a row has to be for its figure to be the one miswritten
ELSEWHERE = {"paragraph": 0.5, "article": 0.35}


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the cells near a figure of three digits or more, in rows about something named in the article."""
    amount = desk.value.amount if desk.value and desk.value.kind in KINDS else None
    if not isinstance(amount, Decimal) or len(digits(amount)) < DIGITS or desk.context.stranger:
        return
    for view in desk.views:
        for column in view.measures:
            kind = fit(desk.value, view.columns[column]) if desk.value else 0.0
            for row in _rows(view, column, amount) if kind >= 0.3 else ():
                yield from _cell(desk, view, column, row, kind, _near(desk))


KINDS = FIGURES - {"duration"}


def _rows(view: View, column: str, amount: Decimal) -> list[int]:
    """Give the rows whose cell is about as large, none where they are too many."""
    low, high = sorted((abs(amount) / ROOM, abs(amount) * ROOM))
    scale = view.columns[column].scale
    if isinstance(scale, Decimal) and scale:
        low, high = low / scale, high / scale
    return view.cells(column).near(low, high, MOST) or []


@remembered
def _near(desk: Desk) -> dict[str, float]:
    """Weigh all that the article names by how near it stands to the statement."""
    discourse = desk.context.discourse
    start, end = discourse.paragraph(desk.statement.start)
    near: dict[str, float] = {}
    for mention in discourse.mentions:
        if mention.values:
            inside = start <= mention.start < end
            near[mention.best] = max(near.get(mention.best, 0.0), ELSEWHERE["paragraph" if inside else "article"])
    for binding in desk.context.bindings:
        near[binding.mention.best] = max(near.get(binding.mention.best, 0.0), binding.weight)
    coded = {code: 0.95 * weight for name, weight in near.items() if (code := desk.index.codes.get(name))}
    return coded | near


def _told_apart(view: View, column: str, row: int, where: tuple[Filter, ...]) -> tuple[Filter, ...]:
    """Add what else the rows that differ are told apart by: a quarter, a round."""
    used = {f.column for f in where}
    for key in (c for c in view.of_role("entity", "key", "category", "year", "date") if c not in used):
        if len({view.cells(column)[r] for r in select(view, where)}) <= 1:
            break
        cell = view.cells(key)[row]
        where = where if cell is None or isinstance(cell, tuple) else (*where, Filter(key, "=", cell))
    return where


def _cell(desk: Desk, view: View, column: str, row: int, kind: float, near: dict[str, float]) -> Iterator[Reading]:
    filled = {c: name for c in view.names if isinstance(name := view.cells(c)[row], str) and name in near}
    own = [c for c in filled if c == view.entity or not view.entity or view.repeats]
    if takes_time(view.columns[column]) and course(view) and out_of(desk, view, row):
        return
    owner = desk.owner(column)
    subjects = [near[filled[c]] for c in own] + ([near[owner]] if owner in near else [])
    if view.series and not owner:
        subjects += [s.subject for s in desk.series(view)[:1]]
    if not subjects:
        return
    named = tuple(same(view, c, filled[c]) for c in own)
    where, time, when = _time(desk, view, row, named)
    if time > PASSED and max(subjects) >= OUTRIGHT and _followed(desk, view, row, named):
        time = PASSED
    where = (*named, *where)
    where = _told_apart(view, column, row, where)
    if len({view.cells(column)[r] for r in select(view, where)}) > 1:
        return
    subject, time = max(subjects), min(time, desk.column_time(view, column))
    meaning = view.columns[column]
    yield Reading(
        family="cell", query=Query(operation="value", table=view.name, column=column, where=where),
        parts=(("subject", subject), ("words", desk.words(view, column)), ("kind", kind), ("time", time)),
        said=f"{column} of {', '.join(filled[c] for c in own) or view.name}{when}",
        unit=meaning.unit, scale=meaning.scale, size=True,
        refutes=min(subject, time) >= TIED and _miswritten(desk, view.cells(column)[row], meaning.scale),
    )  # fmt: skip


def _miswritten(desk: Desk, cell: Cell, scale: object) -> bool:
    """Say whether the figure is the cell's with two digits swapped, or one of many wrong: hardly so by chance."""
    value = desk.value
    if value is None or value.comparator != "eq" or not isinstance(cell, Decimal) or not isinstance(scale, Decimal):
        return False
    assert isinstance(value.amount, Decimal)
    one, other, known = abs(value.amount), abs(cell * scale), len(digits(value.amount))
    return (known > DIGITS and swapped(one, other)) or (known > DIGITS + 1 and one_digit(one, other))


def _of_quarter(desk: Desk, span: Period) -> float:
    """Say how well a quarter fits the times that the article gives."""
    stated = [w for w in reversed(desk.context.times) if w.role == "at"]
    inside = [w.weight for w in stated if w.period[0] <= span[0] and span[1] <= w.period[1]]
    return inside[-1] if inside else 0.3 if max((w.weight for w in stated), default=0.0) >= SAID else 0.5


SAID = 0.85


def _time(desk: Desk, view: View, row: int, named: tuple[Filter, ...]) -> tuple[tuple[Filter, ...], float, str]:
    """Say when the row was, and how well that fits the times that the article gives."""
    column = view.year or view.day or view.quarter or view.start
    cell = view.cells(column)[row] if column else None
    if cell is None:
        return (), 0.8, ""
    if isinstance(cell, str) and (span := quarter(cell)):
        return (Filter(column, "=", cell),), _of_quarter(desk, span), f" in {cell}"
    year = getattr(cell, "year", None) or first_year(cell)
    if isinstance(cell, dt.date) and _in_another_month(
        desk, cell, {view.cells(column)[r] for r in select(view, named)}
    ):
        return (Filter(column, "=", cell),), 0.3, f" in {cell}"
    stated = dict(_stated(desk, season=view.columns[column].resolution == "season"))
    published = desk.context.published
    if year in stated:
        time = stated[year]
    elif stated and max(stated.values()) >= 0.85:
        time = 0.3
    else:
        time = 0.8 if published and year in (published.year, published.year - 1) else 0.5
    return (Filter(column, "=", cell),), time, f" in {cell}"


def _followed(desk: Desk, view: View, row: int, named: tuple[Filter, ...]) -> bool:
    """Say whether what is named has a figure of a later year, and nothing around speaks of a year."""
    published, year = desk.context.published, first_year(view.cells(view.year)[row]) if view.year else None
    if published is None or year is None or any(w.role == "at" and w.year == year for w in desk.context.times):
        return False
    return any(year < other <= published.year for other in years_in(view, view.year, named))


def _in_another_month(desk: Desk, day: dt.date, others: set[Cell]) -> bool:
    """Say whether the clause gives a month, or a day, in which another row lies, and not this one."""
    near = [w.period for w in desk.context.times if w.role == "at" and w.weight >= SAID]
    if any(first <= day <= last for first, last in near):
        return False
    days = [d for d in others if isinstance(d, dt.date)]
    return any(first <= d <= last for first, last in near if (last - first).days <= MONTH for d in days)


MONTH = 31


def _stated(desk: Desk, *, season: bool) -> Iterator[tuple[int | None, float]]:
    """Yield the years that the article gives, with how surely; a season by the year that it is counted by."""
    for when in reversed([w for w in desk.context.times if w.role == "at"]):
        if season and when.season is not None:
            meant = seasons_meant(desk.context, when, when.season)
            yield from ((year, w.weight) for w, year in meant if w.weight >= SEASON * when.weight)
        else:
            yield when.season, when.weight


SEASON = 0.9
