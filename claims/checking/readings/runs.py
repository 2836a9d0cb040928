"""Runs told by words: "has risen every year since 2019", "lost money in each of the last four quarters"."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from claims import degrees
from claims.checking import checks
from claims.checking.query import COLUMN, Filter, Query
from claims.checking.readings.axes import histories, time_column
from claims.checking.readings.changes import ALONE, alone
from claims.checking.readings.graded import gained
from claims.checking.readings.margins import twins
from claims.checking.readings.measures import alike, tie, weight, whole
from claims.checking.readings.streaks import FALLING, GAINING, LOSING, RISING, which_ahead
from claims.checking.scoring import Reading
from claims.checking.selection import Selection
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.readings.axes import History, Point
    from claims.checking.tables import View

NEAR, FEWEST, MOST_NAMED, CLEAR = 40, 2, 3, 0.75
WAYS = (
    ("<", FALLING | {stem(w) for w in degrees.FALLS | degrees.LOWERED | degrees.SHED | {"down"}}),
    (">", RISING | {stem(w) for w in degrees.RISES | degrees.RAISED | degrees.GAINED | {"up"}}),
)


@dataclass(frozen=True, slots=True)
class Scope:
    """The times that a run is said to fill: from a first day to a last one, or the last so many."""

    first: dt.date | None = None
    last: dt.date | None = None
    many: int = 0
    based: bool = False
    """The first time is what the next is held against: "since 2019"."""

    def holds(self, points: list[Point]) -> list[Point]:
        """Keep the times that the run is said to fill, with the one before them where that is known."""
        inside = [
            p for p in points if (not self.first or p.end >= self.first) and (not self.last or p.start <= self.last)
        ]
        return inside[-self.many :] if self.many else inside


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield whether a measure did every time what is said of it."""
    scope = _scope(desk)
    if scope is None:
        return
    stems = {stem(w) for t in desk.context.line for w in (t.text, t.lemma_)}
    for view in desk.views:
        series = [Selection(subject=whole(desk, view))]
        order = time_column(view)
        named = [s for s in desk.named(view) if s.filled and order not in dict(s.filled)][:MOST_NAMED]
        if any(tie(s) >= CLEAR for s in named):  # what is told of one is not told of all together
            series = []
        for selection in [*named, *series]:
            for sign, cues in WAYS:
                if cues & stems:
                    yield from _moving(desk, view, selection, sign, scope)
            if order and (selection.filled or view.series):
                yield from _level(desk, view, selection, stems, scope)
                yield from _ahead(desk, view, selection, scope)


def _scope(desk: Desk) -> Scope | None:
    """Read over which times a run is said to go; None where none is said."""
    context, value = desk.context, desk.value
    if value is not None:
        since = value.kind == "date" and context.before[:1] == ["since"] and degrees.EACH & {*context.before}
        year = int(value.iso[:4]) if since and value.iso[:4].isdigit() else 0
        return Scope(first=dt.date(year, 1, 1), based=True) if year else None
    if desk.statement.kind != "comparison" or not degrees.EACH & {t.lower_ for t in context.tokens}:
        return None
    end = desk.statement.end
    for when in context.times:
        first, last = when.period
        told = when.role in ("since", "at") or first.year < last.year  # "from 2019 to 2022"
        if 0 < when.start - end <= NEAR and when.weight >= 0.85 and told:
            return Scope(first=first, based=True) if when.role == "since" else Scope(first, last)
    for other in context.discourse.values_in((end, end + NEAR)):
        amount = other.value.amount if other.value else None
        if isinstance(amount, Decimal) and other.value and other.value.kind in ("count", "number", "duration"):
            return Scope(many=int(amount))
    if "decade" in context.after and context.published:
        return Scope(first=dt.date(context.published.year // 10 * 10, 1, 1))
    return Scope()


def _moving(desk: Desk, view: View, selection: Selection, sign: str, scope: Scope) -> Iterator[Reading]:
    """Yield at how many of the times a measure rose, or fell, up to the last."""
    for column, words, history in told_over_time(desk, view, selection):
        times = _with_the_one_before(desk, history, scope)
        if query := steps(desk, view, history, sign, scope):
            many = Decimal(len(times) - 1)
            yield Reading(
                family="trend", query=query, parts=(("subject", tie(selection)), ("words", words)),
                said=f"{'falls' if sign == '<' else 'rises'} of {column} of {selection.who or view.name} "
                f"from {times[0].label} to {times[-1].label}",
                asserted=checks.number(many, many, "every time"), form="check", refutes=words >= 0.6,
            )  # fmt: skip


def told_over_time(desk: Desk, view: View, selection: Selection) -> Iterator[tuple[str, float, History]]:
    """Yield the measures that are said, or that a table has alone, with how well and their figures over time."""
    for column in view.measures:
        siblings = alike(view, column)
        if siblings and column != siblings[0]:
            continue
        words = max(weight(desk, view, column), desk.words(view, column))
        words = max(words, ALONE if alone(view, column) and (selection.filled or view.series) else 0.0)
        if words >= ALONE and gained(desk, view, column):
            yield column, words, next(histories(view, column, selection), {})


def _with_the_one_before(desk: Desk, history: History, scope: Scope) -> list[Point]:
    """Give the times of a run that are over, and the one that its first is held against."""
    past = sorted(p for p in history if not desk.context.published or p.start <= desk.context.published)
    inside = scope.holds(past)
    before = [p for p in past if inside and p < inside[0]]
    return inside if scope.based else [*before[-1:], *inside]


def steps(desk: Desk, view: View, history: History, sign: str, scope: Scope) -> Query | None:
    """Ask how many steps went one way over the times that a scope holds, None where they are too few."""
    times = _with_the_one_before(desk, history, scope)
    return _query(view, history, times, sign) if len(times) > FEWEST else None


def _query(view: View, history: History, times: list[Point], sign: str) -> Query | None:
    """Ask how many steps went one way: over the columns of the years, or over the rows of the times."""
    asked = [history[p] for p in times]
    if len({q.column for q in asked}) == len(asked):
        if any(q.operation != "value" for q in asked):
            return None
        steps = tuple(Filter(now.column, sign + COLUMN, base.column) for base, now in pairwise(asked))
        return Query(operation="met", table=view.name, where=asked[0].where, having=steps)
    order = time_column(view)
    at = [next((f.value for f in q.where if f.column == order and f.relation == "="), None) for q in asked]
    if None in (at[0], at[-1]):
        return None
    rest = tuple(f for f in asked[0].where if f.column != order)
    summed = any(q.operation == "sum" for q in asked)
    return Query(
        operation=f"{'total ' if summed else ''}{'falls' if sign == '<' else 'rises'}", table=view.name,
        column=asked[0].column, where=(*rest, Filter(order, ">=", at[0]), Filter(order, "<=", at[-1])), order=order,
    )  # fmt: skip


def _level(desk: Desk, view: View, selection: Selection, stems: set[str], scope: Scope) -> Iterator[Reading]:
    """Yield at how many of the times there was a loss, or a profit."""
    sign = "<" if LOSING & stems else ">" if GAINING & stems else ""
    for column in view.measures if sign else ():
        if any(isinstance(c, Decimal) and c < 0 for c in view.cells(column)):
            yield from _kept(desk, view, selection, Filter(column, sign, Decimal(0)), scope, 0.7)


def _ahead(desk: Desk, view: View, selection: Selection, scope: Scope) -> Iterator[Reading]:
    """Yield at how many of the times one column was more than another."""
    for pair in twins(view):
        for one, other, relation in which_ahead(desk, view, pair):
            yield from _kept(desk, view, selection, Filter(one, relation + COLUMN, other), scope, 0.8)


def _kept(
    desk: Desk, view: View, selection: Selection, condition: Filter, scope: Scope, words: float
) -> Iterator[Reading]:
    """Yield at how many of the times a condition held, up to the last."""
    history = next(histories(view, condition.column, selection), {})
    if any(q.operation != "value" for q in history.values()) or alike(view, condition.column):
        return
    times = _with_the_one_before(desk, history, replace(scope, based=True))
    order = time_column(view)
    at = [next((f.value for f in history[p].where if f.column == order), None) for p in times]
    if len(times) >= FEWEST and None not in at:
        many = Decimal(len(times))
        where = (*selection.where, Filter(order, ">=", at[0]), Filter(order, "<=", at[-1]))
        yield Reading(
            family="streak",
            query=Query(operation="streak", table=view.name, where=where, having=(condition,), order=order),
            parts=(("subject", tie(selection)), ("words", words)),
            said=f"times from {times[0].label} to {times[-1].label} with {condition.column} {condition.relation} "
            f"{condition.value}",
            asserted=checks.number(many, many, "every time"), form="check", refutes=bool(scope.first or scope.many),
        )  # fmt: skip
