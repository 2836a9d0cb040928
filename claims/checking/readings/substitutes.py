"""A question asked before, put again: of another name, or of another time."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking.circumstances import leaves
from claims.checking.query import Filter, different, select
from claims.checking.readings.axes import point, time_column
from claims.checking.readings.measures import alike
from claims.checking.readings.things import but_totals
from claims.checking.selection import first_year, years_in
from claims.checking.tables import month_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.checking.desk import Desk
    from claims.checking.periods import Period
    from claims.checking.query import Query
    from claims.checking.tables import View

YEAR_BEFORE = re.compile(
    r"\b(?:(?:a|one|the) (?:year|season|edition) (?:earlier|before|previously|ago)"
    r"|(?:in|at|on|than|from|over|against) (?:the )?(?:previous|preceding|last) (?:year|season|edition)"
    r"|(?:the|its|their) (?:previous|preceding) (?:year|season|edition)"
    r"|(?:twelve|12) months (?:earlier|before|previously|ago)|year[ -]on[ -]year)\b"
)
YEAR_AFTER = re.compile(r"\b(?:(?:a|one|the) (?:year|season) later|the (?:following|next) (?:year|season))\b")
SHORT = 100  # days of a month or a quarter


def of_name(desk: Desk, query: Query, name: str) -> Query | None:
    """Ask it of another name in the column by which one, or several, chose the rows; None where it has none."""
    names = {
        f for leaf in leaves(query) for f in leaf.where if f.relation in CHOSEN and isinstance(f.value, str | tuple)
    }
    if any(name == f.value or (f.relation == "in" and name in f.value) for f in names):  # type: ignore[operator]
        return None
    for held in sorted(names, key=str):
        views = [desk.tables[leaf.table] for leaf in leaves(query) if held in leaf.where]
        if all(view.rows(held.column, name) and held.column != time_column(view) for view in views):
            other = Filter(held.column, "=" if held.relation == "in" else held.relation, name)
            asked = _put(query, lambda f, held=held, other=other: other if f == held else f)  # type: ignore[misc]
            return asked if answered(desk, asked) else _of_its_day(desk, asked)
    return None


def _of_its_day(desk: Desk, query: Query) -> Query | None:
    """Ask it of the one row of a name, whatever day it is of: the other's row had a day of its own."""

    def undated(asked: Query) -> Query:
        left, right = (undated(side) if side else None for side in (asked.left, asked.right))
        where = tuple(f for f in asked.where if not (f.relation == "=" and isinstance(f.value, dt.date)))
        return replace(asked, where=where, left=left, right=right)

    found = undated(query)
    single = all(len(select(desk.tables[leaf.table], leaf.where)) == 1 for leaf in leaves(found))
    return found if single and found != query else None


CHOSEN = ("=", "has", "in")


def _put(query: Query, change: Callable[[Filter], Filter]) -> Query:
    """Change the conditions of a question, and of those that it is computed of."""
    return replace(
        query, where=tuple(change(f) for f in query.where),
        left=_put(query.left, change) if query.left else None,
        right=_put(query.right, change) if query.right else None,
    )  # fmt: skip


def named_by(desk: Desk, query: Query) -> list[Filter]:
    """Give the conditions of a question that are no times."""
    view = desk.tables[query.table]
    times = {time_column(view), view.day, view.month}
    return [f for f in query.where if f.relation in CHOSEN and f.column not in times]


def of_all(desk: Desk, query: Query, names: tuple[Filter, ...] = ()) -> Query | None:
    """Ask it of everything, whatever it was asked of, or some names left out; None where there is no more of it."""
    if query.left and query.right:
        left, right = of_all(desk, query.left), of_all(desk, query.right)
        return replace(query, left=left, right=right) if left and right else None
    view, operation = desk.tables[query.table], SUMMED.get(query.operation)
    percent = bool(query.column) and view.columns[query.column].kind == "percent"
    dropped = names or tuple(named_by(desk, query))
    where = tuple(f for f in query.where if f not in dropped)
    if total := next((one for f in dropped if (one := _whole_in(view, f))), None):  # its row stands beside the others
        found = replace(query, where=(*where, total))
        return found if found != query and select(view, found.where) else None
    if not any(f.column == view.entity for f in where):
        where = (*where, *(f for f in but_totals(view) if f not in where))
    if operation is None or percent or len(select(view, where)) <= len(select(view, query.where)):
        return None
    return replace(query, operation=operation, where=where)


def _whole_in(view: View, held: Filter) -> Filter | None:
    """Give the condition of the row that is of everything, where a column of names has one: "national"."""
    cells = (cell for cell in view.distinct(held.column) if isinstance(cell, str) and cell.lower() in WHOLES)
    return next((held._replace(relation="=", value=cell) for cell in cells), None)


WHOLES = frozenset("national nationwide nation country whole overall".split())
SUMMED = {"value": "sum", "sum": "sum", "count": "count"}


def years_asked(desk: Desk, query: Query) -> set[int]:
    """Give the years of which a question asks."""
    found = set()
    for leaf in leaves(query):
        view = desk.tables[leaf.table]
        found |= {first_year(f.value) for f in leaf.where if f.column in _times(view) and f.relation == "="}
        found |= _years_within(view, leaf.where)
        if leaf.column and view.columns[leaf.column].year is not None:
            found.add(view.columns[leaf.column].year)
    return {year for year in found if year is not None}


def _years_within(view: View, where: tuple[Filter, ...]) -> set[int]:
    """Give the one year that two days bound, "from January 1 to December 31 of 2024"; none where a side is open."""
    days = {f.relation: f.value for f in where if f.column == view.day and isinstance(f.value, dt.date)}
    years = {day.year for day in days.values() if isinstance(day, dt.date)}
    return years if {*days} == {">=", "<="} and len(years) == 1 else set()


def _times(view: View) -> set[str]:
    return {c for c in (time_column(view), view.day) if c}


def years_later(desk: Desk, query: Query, years: int) -> Query | None:
    """Ask it so many years later, None where a table has no figure for then."""
    if query.left and query.right:
        left, right = years_later(desk, query.left, years), years_later(desk, query.right, years)
        return replace(query, left=left, right=right) if left and right else None
    view = desk.tables[query.table]
    rest = tuple(f for f in query.where if f.column not in _times(view))
    if any(f.relation in BOUNDS and f.column in _times(view) for f in query.where) and not years_asked(desk, query):
        return None  # "since 2009" is of no year
    where = [_years_later(view, f, rest, years) for f in query.where]
    column = _column_of(view, query.column, years) if query.column else ""
    if column is None or any(f is None for f in where):
        return None
    return replace(query, where=tuple(f for f in where if f), column=column)


def _years_later(view: View, condition: Filter, rest: tuple[Filter, ...], years: int) -> Filter | None:
    if condition.column in _times(view) and condition.relation in BOUNDS and isinstance(condition.value, dt.date):
        return condition._replace(value=_day_later(condition.value, years))
    if condition.column not in _times(view) or condition.relation != "=":
        return condition
    resolution = view.columns[condition.column].resolution
    now = point(condition.value, resolution)  # type: ignore[arg-type]
    if now is None:
        return _occasion(view, condition, rest, years)
    meant = now.start.year + years, now.start.month
    then = (
        c
        for c in view.distinct(condition.column)
        if (p := point(c, resolution)) and (p.start.year, p.start.month) == meant
    )
    found = next(then, None)
    return condition._replace(value=found) if found is not None else None


BOUNDS, LEAP_DAY = (">=", "<="), (2, 29)


def _day_later(day: dt.date, years: int) -> dt.date:
    """Give the same day so many years later."""
    return day.replace(year=day.year + years, day=28 if (day.month, day.day) == LEAP_DAY else day.day)


def _occasion(view: View, condition: Filter, rest: tuple[Filter, ...], years: int) -> Filter | None:
    """Take the day of the one other occasion of that year: the race of last June."""
    if not isinstance(condition.value, dt.date):
        return None
    year = condition.value.year + years
    days = [d for d in different(view, condition.column, rest) if isinstance(d, dt.date) and d.year == year]
    return condition._replace(value=days[0]) if len(days) == 1 else None


def _column_of(view: View, column: str, years: int) -> str | None:
    year = view.columns[column].year
    if year is None:
        return column
    return next((c for c in alike(view, column) if view.columns[c].year == year + years), None)


def in_month(desk: Desk, query: Query, period: Period) -> Query | None:
    """Ask it of another month or quarter, of a table that has figures for those; None of any other.

    A month without a year is the last one before that of the figure.
    """
    view = desk.tables[query.table]
    asked = {f.column: f for f in query.where if f.relation == "="}
    order = asked.get(view.month or time_column(view))
    if (period[1] - period[0]).days > SHORT or query.left or order is None:
        return None
    then: dict[Filter, object] = {}
    if view.month and (year := asked.get(view.year)) is not None:
        now = first_year(year.value), month_of(order.value)
        meant = _before(period[0], now)
        cells = {month_of(c): c for c in view.distinct(view.month)}
        then = {order: cells.get(meant[1]), year: years_in(view, view.year, ()).get(meant[0])}
    elif (told := point(order.value, view.columns[order.column].resolution)) is not None:  # type: ignore[arg-type]
        meant = _before(period[0], (told.start.year, told.start.month))
        points = ((c, point(c, view.columns[order.column].resolution)) for c in view.distinct(order.column))
        starts = {(p.start.year, p.start.month): c for c, p in points if p and (p.end - p.start).days < SHORT}
        then = {order: starts.get(meant)}
    if not then or None in then.values():
        return None
    return replace(query, where=tuple(f._replace(value=then[f]) if f in then else f for f in query.where))


def _before(day: dt.date, now: tuple[int | None, int | None]) -> tuple[int, int]:
    """Give year and month of a day, of the year of the figure or the one before if it would come later."""
    year, month = now
    if year is None or month is None or (day.year, day.month) <= (year, month):
        return day.year, day.month
    return year - (day.month > month), day.month


def answered(desk: Desk, query: Query) -> bool:
    """Say whether each question that it is made of chooses some row."""
    return all(select(desk.tables[leaf.table], leaf.where) for leaf in leaves(query))


def in_words(said: str, before: Query, now: Query) -> str:
    """Put a question in the words of the one before, with the other names and times."""
    old: dict[str, str] = {}
    for one, other in zip(leaves(before), leaves(now), strict=True):
        there = {f.column: f.value for f in other.where}
        kept = [f for f in one.where if f.relation != "in" and (f.column in there or isinstance(f.value, str))]
        old |= {str(f.value): str(there.get(f.column, "all")) for f in kept}
        old |= {one.column: other.column} if one.column else {}
    new = {a: b for a, b in old.items() if a != b}
    if not new:
        return said
    pattern = "|".join(re.escape(a) for a in sorted(new, key=len, reverse=True))
    return re.sub(pattern, lambda found: new[found[0]], said)
