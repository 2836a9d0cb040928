"""Years: of what happens now and then, an election or an edition; of the row that holds a figure beside the year."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claims.checking.agreement import figure
from claims.checking.circumstances import counted_since
from claims.checking.likeness import digits
from claims.checking.periods import AGO, period_of
from claims.checking.query import Filter, Query, select
from claims.checking.readings.fits import fit, repeating
from claims.checking.readings.measures import cell, tie, whole
from claims.checking.scoring import Reading, word_match
from claims.checking.selection import MONTH, Selection, first_year, other_days, years_in
from claims.checking.words import STRONG, kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from claims.checking.desk import Desk
    from claims.checking.periods import Period
    from claims.checking.tables import Cell, View
    from claims.types import Statement

SAID = 0.5  # how well the clause has to say what happens now and then for a year to be refuted
BASE = frozenset({"than", "against"})
ROUGHLY = frozenset("about almost nearly roughly twice half times not".split())
HELD = frozenset("double twice thrice triple quadruple half".split())
"""Words behind a figure by which it is held against that of another time."""
NEAR = 70  # characters between a figure and its year
TOLD = 0.6  # how surely a figure alone tells an event
TELLING = 3  # digits of a figure that hardly another year has
MOST, MOST_ROWS = 4, 400
SHORTEST, LONGEST = 2, 730  # days of a season or a month


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the years, or the months, that a year, a season or a month in the text may be."""
    period = period_of(desk.value.iso) if desk.value and desk.value.kind in ("date", "period") else None
    if period is None or not SHORTEST <= (period[1] - period[0]).days <= LONGEST:
        return
    figures = list(_figures(desk))
    for view in desk.views:
        time = _time(view, period)
        if time is None:
            continue
        if time.edition and not (_running(desk, view, time) or counted_since(desk)):
            yield from _editions(desk, view, time)
        for statement in figures:
            yield from _with_figure(desk, view, time, statement)


class Time(NamedTuple):
    """The column that dates the rows of a table, how its cells count up, and what a stated time counts as."""

    column: str
    place: Callable[[Cell], int | None]
    stated: int
    edition: bool
    """Whether the rows are years or seasons, each told by who won or who sang."""


def _time(view: View, period: Period) -> Time | None:
    """Say how a table dates its rows where a time is a year, a season or a month."""
    length = (period[1] - period[0]).days
    years = _years(view)
    day = view.day or ("" if view.person else view.start)
    if 300 <= length <= LONGEST:
        return Time(years or day, first_year, period[0].year, bool(years)) if years or day else None
    if SHORTEST <= length < MONTH and day and (not view.year or years == day):
        return Time(day, _month, _months(period[0]), bool(view.year))
    return None


def _month(cell: Cell) -> int | None:
    return _months(cell) if isinstance(cell, dt.date) else None


def _months(day: dt.date) -> int:
    """Count the months up to that of a day."""
    return 12 * day.year + day.month


def _years(view: View) -> str:
    """Name the column of years or seasons, even where each thing has one row only; of seasons, that of their days."""
    column = view.year or next(iter(view.of_role("year")), "")
    dated = column and view.day and view.columns[column].resolution == "season" and not view.columns[view.day].missing
    return view.day if dated else column


def _editions(desk: Desk, view: View, time: Time) -> Iterator[Reading]:
    """Yield the year of the row that something named fills, who won or who sang, nearest to the year as written."""
    near = [s for s in desk.named(view) if s.filled and not s.far and s.subject >= 0.3]
    told = [(s, times) for s in near if not _every(times := _times(view, time, s))]
    if not told:
        return
    stems = desk.context.clause_stems | {stem(t.text) for t in desk.context.tokens}
    table = word_match(stems_of(view.name), stems)
    for selection, times in told:
        nearest = min(times, key=lambda at: (abs(at - time.stated), at), default=None)
        words = max(table, *(_spoken(view, c, stems) for c, _ in selection.filled))
        if nearest is None or (words < SAID and len(times) > 1 and nearest != time.stated):
            continue
        where = (*selection.where, Filter(time.column, "=", times[nearest]))
        yield Reading(
            family="occasion", query=Query(operation="value", table=view.name, column=time.column, where=where),
            parts=(("subject", max(0.0, selection.subject - 0.3 * selection.skipped)), ("words", max(words, 0.4))),
            said=f"year of {view.name} with {selection.who}", form="date", refutes=words >= SAID,
        )  # fmt: skip


def _running(desk: Desk, view: View, time: Time) -> bool:
    """Say whether a year still runs when the article is published, and the table does not reach it yet."""
    published = desk.context.published
    if published is None or time.place is not first_year or time.stated < published.year:
        return False
    return max(years_in(view, time.column, ()), default=0) < time.stated


def _times(view: View, time: Time, selection: Selection) -> Mapping[int, Cell]:
    """Map the years, or the months, of the chosen rows to the cells that they are written in."""
    if time.place is first_year:
        return years_in(view, time.column, selection.where)
    cells = (view.cells(time.column)[row] for row in select(view, selection.where))
    return {at: cell for cell in cells if (at := time.place(cell)) is not None}


def _every(years: Mapping[int, Cell]) -> bool:
    """Say whether there is a row each year, which says nothing."""
    order = list(years)
    return len(order) > 2 and order[-1] - order[0] == len(order) - 1


def _spoken(view: View, column: str, stems: frozenset[str]) -> float:
    """Say whether the clause says what a name is in a table: "won", "the champion", "headlined"."""
    own = [stem(w) for w in view.columns[column].words]
    near = max((kinship(w, s) for w in own for s in stems), default=0.0)
    return 0.85 if near >= STRONG and column != view.entity else 0.0


def _figures(desk: Desk) -> Iterator[Statement]:
    """Yield the figures that stand by the year, with no other year between."""
    context, own = desk.context, desk.statement
    span = max(context.sentence[0], own.start - NEAR), min(context.sentence[1], own.end + NEAR)
    years = [d for d in context.discourse.dates_in(span) if d.start != own.start]
    around = context.discourse.values_in(span)
    right_before = [o for o in around if o.end < own.start and _of_the_time(context.text[o.end : own.start])]
    led = context.before[4:5] if context.before[1:4:2] == ["as", "as"] else []  # "13, as many as in 2022": 13 then too
    based = BASE & {*context.before[:2]} or ROUGHLY & {*led}  # "1.1 million more than in 2022, and took in 22 million"
    for other in right_before or ([] if based else around):
        value = other.value
        if value is None or value.kind in ("date", "period", "age") or not isinstance(value.amount, Decimal):
            continue
        if HELD & {*context.text[other.end : own.start].lower().split()}:  # "480 million, double its worth in March"
            continue
        between = sorted((own.start, other.start))
        if len(digits(value.amount)) > 1 and not any(between[0] < d.start < between[1] for d in years):
            yield other


def _of_the_time(between: str) -> bool:
    """Say whether a figure stands right before its time: "a loss of 2.2 million in 2023", "from 149 two years ago"."""
    return between.split() in ([], ["in"], ["for"], ["during"], ["by"])


def _said(desk: Desk, view: View, measure: str, statement: Statement) -> float:
    """Say how well the sentence speaks of a measure, or the verdict on the figure rests on it."""
    last = desk.context.discourse.last
    if last is not None and (last.table, last.column, last.start) == (view.name, measure, statement.start):
        return 0.85
    stems = [stem(w) for w in view.columns[measure].words]
    said = max((0.8 * kinship(a, b) for a in stems for b in desk.context.sentence_stems), default=0.0)
    return max(desk.words(view, measure), said)


def _with_figure(desk: Desk, view: View, time: Time, statement: Statement) -> Iterator[Reading]:
    """Yield the time at which a measure of something named was the figure beside the time."""
    value = statement.value
    assert value is not None
    assert isinstance(value.amount, Decimal)
    telling = len(digits(value.amount)) >= TELLING
    repeated = ((m, _repeating(desk, view, m, statement, telling)) for m in view.measures)
    measures = [(m, near) for m, near in repeated if near != frozenset()]
    if not measures:
        return
    everything = [Selection(subject=whole(desk, view))] if view.series else _unnamed(view, time, telling=telling)
    for selection in [*[s for s in desk.named(view) if s.filled][:MOST], *everything]:
        rows = select(view, selection.where)
        cells = view.cells(time.column)
        for measure, near in measures if len(rows) <= MOST_ROWS else ():
            meaning = view.columns[measure]
            held = [
                row for row in (rows if near is None else [r for r in rows if r in near])
                if figure(value, view.cells(measure)[row], meaning.unit, meaning.scale)[0] == "agrees"
            ]  # fmt: skip
            found = {at: cells[row] for row in held if (at := time.place(cells[row])) is not None}
            nearest = min(found, key=lambda at: (abs(at - time.stated), at), default=None)
            season = view.columns[time.column].resolution == "season"
            if nearest == time.stated - 1 and (season or AGO.search(desk.statement.quote)):
                continue  # a season ends in it; what is long ago may count back from the last figures, not from today
            if nearest != time.stated and desk.context.before[:1] == ["since"]:
                continue  # what has gone up to a figure since a year had it later
            if nearest is None or (statement.modality == "forecast" and nearest != time.stated):
                continue  # what is only expected in a year is no figure of another
            begun = view.lasts and time.column == view.day and not AGO.search(desk.statement.quote)
            if begun and abs(nearest - time.stated) > CLOSE:
                continue  # the figures of what was opened one day are not of that day
            if nearest != time.stated and (other := _other_time(view, time, held)):
                yield from _with_figure(desk, view, other, statement)
                return
            words = _said(desk, view, measure, statement)
            where = (*selection.where, Filter(time.column, "=", found[nearest]))
            yield Reading(
                family="dated figure", query=cell(view, time.column, where),
                parts=(("subject", tie(selection)), ("words", max(words, 0.85 if telling else 0.5))),
                said=f"{time.column} in which {measure} of {selection.who or view.name} was {statement.quote}",
                form="date",
                refutes=telling and len(found) == 1,
            )  # fmt: skip


CLOSE = 1  # years, or months, by which the day of a beginning may be got wrong


def _other_time(view: View, time: Time, rows: Iterable[int]) -> Time | None:
    """Give the other day of some rows that lies in the time: the sentence of a case that was filed the year before."""
    others = [c for c in other_days(view) if c != time.column] if not view.year else []
    return next(
        (time._replace(column=c) for c in others for row in rows if time.place(view.cells(c)[row]) == time.stated),
        None,
    )


def _unnamed(view: View, time: Time, *, telling: bool) -> list[Selection]:
    """Choose all rows of a table of events: a figure that says much, or one of that month, tells which one is meant."""
    return [Selection(subject=TOLD)] if not view.year and (telling or time.place is _month) else []


def _repeating(desk: Desk, view: View, measure: str, statement: Statement, telling: bool) -> frozenset[int] | None:
    """Give the rows that may hold a figure of a measure, none where neither the figure nor the words tell it."""
    value = statement.value
    told = telling or _said(desk, view, measure, statement) >= 0.5
    if value is None or not told or fit(value, view.columns[measure]) < 0.5:
        return frozenset()
    return repeating(desk.context.discourse, view, measure, value)
