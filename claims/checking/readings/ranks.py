"""Extremes and ranks: among things at one time, and of one time among the others of a thing."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.query import Filter, Query, select
from claims.checking.readings.axes import histories, time_column
from claims.checking.readings.degrees import Degree, around, degree_in
from claims.checking.readings.gaps import entity_pairs, paired
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import alike, cell, known, single, tie, weight, whole
from claims.checking.scoring import Reading
from claims.checking.selection import Selection, valid_on
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.readings.axes import History, Point
    from claims.checking.tables import View

ONE = Decimal(1)
ALONE = frozenset("nobody none no-one any anyone anybody other others else only ever".split())
PLACED = frozenset(stem(w) for w in "finish come rank place end second third distant runner among behind".split())
OVER_TIME = frozenset(
    "record ever since history yet series years months date decade decades season year month time".split()
)
PEAKS = {
    "peak": "argmax", "peaked": "argmax", "high": "argmax", "record": "argmax", "best": "argmax", "highest": "argmax",
    "low": "argmin", "lowest": "argmin", "worst": "argmin", "trough": "argmin",
}  # fmt: skip
MOST = 4


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the extremes and ranks that a statement may assert."""
    value, kind = desk.value, desk.statement.kind
    if in_a_row(desk.context):
        return
    if value is not None and value.kind == "date" and len(value.iso) == 4:
        yield from _years(desk)
    elif value is not None and value.kind == "ordinal" and isinstance(value.amount, Decimal):
        degree = degree_in(around(desk))
        if degree or PLACED & (desk.context.clause_stems | desk.context.near):
            for view in desk.views:
                yield from _ranked(desk, view, degree or Degree("", ""), value.amount)
    elif value is None and kind in ("superlative", "fact", "comparison"):
        degree = degree_in([t.lower_ for t in desk.context.tokens if t.lower_ != "than"])
        if degree and kind == "comparison" and not ALONE & {t.lower_ for t in desk.context.line}:
            for view in desk.views:
                yield from _compared(desk, view, degree)
        elif degree:
            for view in desk.views:
                yield from _extremes(desk, view, degree)
                yield from _ranked(desk, view, degree, ONE)


def _fitted(desk: Desk, view: View, column: str, degree: Degree) -> float:
    """Say how well a measure fits an adjective: by words, by the adjective, by a figure close by."""
    return max(weight(desk, view, column), desk.words(view, column), degree.hint(view, column))


def _columns(desk: Desk, view: View, degree: Degree) -> list[tuple[str, float]]:
    """Give the columns that an adjective may rank by, each with how well it fits."""
    if degree.dates:
        dates = [c for c in view.of_role("date", "from") if c != view.died]
        serving = "serving" in degree.word or "standing" in degree.word
        wanted = [view.start] if serving else [view.born] if view.born else [c for c in dates if c != view.day] or dates
        return [(c, 0.85) for c in dict.fromkeys(wanted) if c]
    last: dict[tuple[str, ...], str] = {}
    for column in view.measures:
        last[tuple(alike(view, column)) or (column,)] = column
    fits = [(_of_year(desk, view, key), _fitted(desk, view, column, degree)) for key, column in last.items()]
    return sorted(((c, f) for c, f in fits if f >= 0.3), key=lambda f: -f[1])[:MOST]


def _of_year(desk: Desk, view: View, columns: tuple[str, ...]) -> str:
    """Choose the column of the year that is spoken of, else the last that is over."""
    if len(columns) == 1:
        return columns[0]
    stated = [w.year for w in desk.context.times if w.role == "at" and w.weight >= 0.85]
    published = desk.context.published
    past = [c for c in columns if not published or (view.columns[c].year or 0) <= published.year] or list(columns)
    return next((c for c in columns if view.columns[c].year in stated), past[-1])


def _ends(degree: Degree) -> tuple[tuple[str, float], ...]:
    """Give the ends of a scale; of dates the oldest is the first, the longest in office began first."""
    if not degree.dates:
        return degree.ends
    late = degree.base in ("young", "new", "junior") or (degree.base == "short" and "serving" in degree.word)
    return (("max" if late else "min", 1.0),)


def _peers(desk: Desk, view: View, selection: Selection) -> Iterator[tuple[Filter, ...]]:
    """Yield the rows that one is compared with: all of the time, those in office, those of its kind."""
    filled = dict(selection.filled)
    own = tuple(f for f in selection.where if f.column not in filled)
    if view.start and view.end and desk.context.published:
        yield valid_on(view, desk.context.published)
    yield own
    rows = select(view, selection.where)
    for column in [c for c in view.of_role("year") if c != view.year][:1]:
        if (year := view.cells(column)[rows[0]]) is not None:
            yield (*own, Filter(column, "=", year))
    kept = [c for c in filled if c != view.entity and c in view.of_role("category", "entity")]
    for column in kept[:1] if view.entity in filled else ():
        yield (*own, Filter(column, "=", filled[column]))


def _extremes(desk: Desk, view: View, degree: Degree) -> Iterator[Reading]:
    """Yield which row is the extreme one, to be compared with the one that is named."""
    columns = _columns(desk, view, degree)
    for selection in single(desk, view) if view.size > 1 else ():
        key = view.entity if selection.value_of(view.entity) else next(iter(dict(selection.filled)), "")
        for column, fitted in columns if key else ():
            for end, sure in _ends(degree):
                for peers in dict.fromkeys(_peers(desk, view, selection)):
                    if len(select(view, peers)) < 2:
                        continue
                    yield Reading(
                        family="extreme",
                        query=Query(operation=f"arg{end}", table=view.name, column=column, where=peers, key=key),
                        parts=(
                            ("subject", tie(selection)), ("words", fitted * sure), ("time", selection.time),
                        ),
                        said=f"{end} {column} in {view.name}" + (f" in {selection.when}" if selection.when else ""),
                        form="name", asserted=selection.value_of(key), refutes=fitted >= 0.6,
                    )  # fmt: skip


def _ranked(desk: Desk, view: View, degree: Degree, place: Decimal) -> Iterator[Reading]:
    """Yield the place of a named row by a measure, and of a time among the others."""
    columns = _columns(desk, view, degree)
    for selection in single(desk, view) if place != ONE else ():
        own = tuple(f for f in selection.where if not selection.filled or f.column in dict(selection.filled))
        for column, fitted in columns:
            for end, sure in _ends(degree):
                for peers in dict.fromkeys(_peers(desk, view, selection)):
                    yield Reading(
                        family="rank",
                        query=Query(
                            operation="rank from top" if end == "max" else "rank from bottom", table=view.name,
                            column=column, where=peers, having=own,
                        ),
                        parts=(("subject", tie(selection)), ("words", fitted * sure), ("time", selection.time)),
                        said=f"rank of {selection.who or view.name} by {column}",
                        refutes=fitted >= 0.6 and bool(degree.word),
                    )  # fmt: skip
    if degree.word and not degree.dates:
        for column in view.measures:
            fitted = _fitted(desk, view, column, degree)
            if fitted >= 0.3:
                yield from _of_times(desk, view, column, degree, place, fitted)


def _of_times(desk: Desk, view: View, column: str, degree: Degree, place: Decimal, fitted: float) -> Iterator[Reading]:
    """Yield the place of one time among the others of the same thing: "the highest since 2014", "a record"."""
    cue = bool(OVER_TIME & {*desk.context.after, *(t.lower_ for t in desk.context.line)})
    siblings = alike(view, column)
    if siblings and column != siblings[0]:
        return
    selections = [s for s in desk.named(view) if s.filled and time_column(view) not in dict(s.filled)][:3]
    for selection in [*selections, *([Selection(subject=whole(desk, view))] if view.series else [])]:
        for history in list(histories(view, column, selection))[:1]:
            points = _since(desk, [p for p, q in history.items() if q.operation == "value"])
            now = _now(desk, points)
            if len(points) < 3 or now is None:
                continue
            for end, sure in degree.ends:
                query = _place(view, column, history, points, now, end)
                yield Reading(
                    family="rank", query=query,
                    parts=(
                        ("subject", tie(selection)), ("words", fitted * sure * (1.0 if cue else 0.7)), ("time", 0.85),
                    ),
                    said=f"place of {now.label} by {column} of {selection.who or view.name} among {len(points)}",
                    asserted=checks.number(place, place, "the place among the times"), form="check",
                    refutes=cue and fitted >= 0.7,
                )  # fmt: skip


def _since(desk: Desk, points: list[Point]) -> list[Point]:
    """Keep the times since one that is stated, and those that are over."""
    published = desk.context.published
    past = sorted(p for p in points if not published or p.start <= published)
    since = next((w.period[0] for w in desk.context.times if w.role == "since" and w.weight >= 0.85), None)
    kept = [p for p in past if since is None or p.end >= since]
    return kept if len(kept) > 2 else past


def _now(desk: Desk, points: list[Point]) -> Point | None:
    for when in desk.context.times:
        if when.role == "at" and when.weight >= 0.85:
            for p in points:
                if p.start.year == when.period[0].year and (when.year or p.start <= when.period[1]):
                    return p
    return points[-1] if points else None


def _place(view: View, column: str, history: History, points: list[Point], now: Point, end: str) -> Query:
    """Ask for the place of one time: a rank over rows, or a count of the columns that are not beaten."""
    own = history[now]
    if own.column != column or alike(view, column):
        sign = "<" if end == "max" else ">"
        others = tuple(Filter(own.column, f"{sign} column", history[p].column) for p in points if p != now)
        never = Filter(own.column, "filled", None)
        return Query(operation="met", table=view.name, where=own.where, having=(never, *others))
    order = next(f for f in own.where if f.column == time_column(view))
    rest = tuple(f for f in own.where if f != order)
    first = history[points[0]]
    start = next(f for f in first.where if f.column == order.column)
    scope = (*rest, Filter(order.column, ">=", start.value))
    last = Filter(order.column, "<=", next(f for f in history[points[-1]].where if f.column == order.column).value)
    return Query(
        operation="rank from top" if end == "max" else "rank from bottom", table=view.name, column=column,
        where=(*scope, last), having=(order,),
    )  # fmt: skip


def _compared(desk: Desk, view: View, degree: Degree) -> Iterator[Reading]:
    """Yield which of two things has more: "older than", "a bigger crowd than"."""
    positive = checks.number(Decimal("0.0000001"), None, "the one has more than the other")
    for column, fitted in _columns(desk, view, degree):
        for one, other in entity_pairs(desk, view):
            first, second = _sides(desk, one, other)
            a, b = known(view, column, first.where), known(view, column, second.where)
            if a is None or b is None:
                continue
            for end, sure in _ends(degree):
                left, right = (first, second) if end == "max" else (second, first)
                days = isinstance(a, dt.date)
                yield Reading(
                    family="compared",
                    query=Query(
                        operation="days between" if days else "difference", table=view.name,
                        left=cell(view, column, left.where), right=cell(view, column, right.where),
                    ),
                    parts=(("subject", paired(one, other)), ("words", fitted * sure), ("time", one.time)),
                    said=f"{column} of {left.who} less that of {right.who}", form="check", asserted=positive,
                    refutes=fitted >= 0.75,
                )  # fmt: skip


def _sides(desk: Desk, one: Selection, other: Selection) -> tuple[Selection, Selection]:
    """Put the one first that stands before the word "than"."""
    behind = {m.best for m in desk.context.discourse.mentions_in((desk.statement.end, desk.context.sentence[1]))}
    swapped = any(v in behind for _, v in one.filled) and not any(v in behind for _, v in other.filled)
    return (other, one) if swapped else (one, other)


def _years(desk: Desk) -> Iterator[Reading]:
    """Yield the year of a peak, and the last year that was as good: "its best showing since 2014"."""
    words = [t.lower_ for t in desk.context.line]
    since = "since" in desk.context.before[:1]
    word = next((w for w in words if w in PEAKS), "")
    degree = degree_in([w for w in words if w.endswith("est") or w in ("most", "worst", "best")])
    for view in desk.views:
        if not view.year:
            continue
        for selection in [s for s in desk.named(view) if s.filled or view.series][:3]:
            for column in view.measures:
                fitted = weight(desk, view, column)
                if since and degree and fitted >= 0.2:
                    yield from _as_good(desk, view, column, selection, degree, fitted)
                elif word and not since and fitted >= 0.25:
                    yield Reading(
                        family="best year",
                        query=Query(
                            operation=PEAKS[word], table=view.name, column=column, where=selection.where, key=view.year
                        ),
                        parts=(("subject", tie(selection)), ("words", max(fitted, 0.6))),
                        said=f"year of the {PEAKS[word][3:]} {column} of {selection.who or view.name}", form="date",
                        refutes=False,
                    )  # fmt: skip


def _as_good(
    desk: Desk, view: View, column: str, selection: Selection, degree: Degree, fitted: float
) -> Iterator[Reading]:
    for history in list(histories(view, column, selection))[:1]:
        points = sorted(p for p in history if not desk.context.published or p.start <= desk.context.published)
        if len(points) < 2 or history[points[-1]].operation != "value" or history[points[-1]].column != column:
            continue
        found = known(view, column, history[points[-1]].where)
        if not isinstance(found, Decimal):
            continue
        for end, sure in degree.ends:
            bound = Filter(column, ">=" if end == "max" else "<=", found)
            earlier = Filter(view.year, "<", points[-1].start.year)
            yield Reading(
                family="best year",
                query=Query(
                    operation="max", table=view.name, column=view.year, where=(*selection.where, bound, earlier)
                ),
                parts=(("subject", tie(selection)), ("words", max(fitted, 0.5) * sure), ("time", 0.85)),
                said=f"last year before {points[-1].label} with {column} {bound.relation} {found}",
                form="date", refutes=False,
            )  # fmt: skip
