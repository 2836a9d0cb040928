"""Which rows are counted or summed: up to the publication, since a time, at a time, those that hold on a day."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.agreement import years_of
from claims.checking.circumstances import FINITE
from claims.checking.periods import period_of
from claims.checking.query import Filter, select
from claims.checking.readings.axes import since as later
from claims.checking.readings.axes import time_column
from claims.checking.readings.measures import whole
from claims.checking.readings.things import but_totals, stretch
from claims.checking.remembered import remembered
from claims.checking.selection import Selection, as_written, timed, valid_on
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.periods import When
    from claims.checking.tables import View
    from claims.types import Statement, Value

WITHIN = re.compile(
    r" ?(?:in|within|over|during|out of|of) (?:just |only |barely |less than |the space of )?"
    r"(?:the |these |its |their )?(?P<last>(?:last|past|previous) )?"
)
"""What leads from a number to the stretch that it is told of."""
LAST, STRETCHES, A_YEAR = ("last ", "past ", "previous "), frozenset({"count", "period", "date"}), 365.25
SLACK = 1.05  # a stretch is told in full months or years
NEWS = 21  # days
A_YEAR_AND_MORE = 400
LASTING = 0.9  # all the time up to now
SHORTER = frozenset(stem(w) for w in "season year month week period time then since decade now today".split())
NEAR = 0.85  # a time of the sentence, not of the clause


def until(desk: Desk, view: View, selection: Selection) -> Iterator[Selection]:
    """Yield the rows of a selection up to the publication, since a time, or at one."""
    context = desk.context
    order = view.day or view.start
    since = context.since
    yield from in_window(desk, view, selection)
    if order and context.published and not _all_to_come(view, order, context.published):
        past = Filter(order, "<=", as_written(view, order, context.published))
        if since:
            where = (*selection.where, Filter(order, ">=", as_written(view, order, since.period[0])), past)
            sure = 0.95 if since.weight > NEAR else LASTING if _goes_for_all(desk, view, where, past) else 0.8
            yield replace(selection, where=where, time=sure, when=f"since {since.period[0]}")
        for when in [w for w in context.times if w.role == "before" and w.weight > NEAR][:1]:
            where = (*selection.where, Filter(order, "<", as_written(view, order, when.period[0])))
            yield replace(selection, where=where, time=0.95, when=f"before {when.period[0]}")
        at = [w for w in context.times if w.role == "at" and w.weight >= NEAR]
        sure = _sure_of_all(desk)
        yield replace(selection, where=(*selection.where, past), time=sure or (NEAR if _of_things(view) else 0.8))
        if view.columns[order].missing:  # some have not happened yet, and belong to the rows all the same
            yield replace(selection, time=min(sure, UNDATED) if _dated(desk) else UNMET)
        if view.day:
            yield from _last_day(view, selection, context.published)
        if view.day or short_lived(view):
            for when in at[:1]:
                where = (*selection.where, Filter(order, ">=", when.period[0]), Filter(order, "<=", when.period[1]))
                yield replace(selection, where=where, time=0.85, when=str(when.period[0].year))
    elif view.year:
        yield from _years(desk, view, selection)
    else:
        yield replace(selection, time=0.9)


@remembered
def _all_to_come(view: View, order: str, published: dt.date) -> bool:
    """Say whether a table tells of nothing that has happened yet, the stages of a race that is to start."""
    return not select(view, (Filter(order, "<=", as_written(view, order, published)),))


def _sure_of_all(desk: Desk) -> float:
    """Say how surely a number is told of all times: less where one is given, 0 where nothing says so or otherwise."""
    if _dated(desk):
        return UNDATED if _dated_elsewhere(desk) else DATED
    return LASTING if _lasting(desk) else 0.0


def _of_things(view: View) -> bool:
    """Say whether a day is that on which each of some things began: all that there are have one."""
    return bool(view.start and view.entity) and not (view.day or view.end or view.repeats)


@remembered
def short_lived(view: View) -> bool:
    """Say whether what the rows tell of was soon over: a strike or a tour was in a year, a bridge is from then on."""
    if not (view.start and view.end):
        return False
    days = zip(view.cells(view.start), view.cells(view.end), strict=True)
    spans = [(end - start).days for start, end in days if type(start) is dt.date and type(end) is dt.date]
    return 2 * len(spans) > view.size and max(spans) <= A_YEAR_AND_MORE


def _goes_for_all(desk: Desk, view: View, since: tuple[Filter, ...], past: Filter) -> bool:
    """Say whether a time of the clause before holds on: it leaves out nothing, or this clause has no verb."""
    if len(select(view, since[-2:])) == len(select(view, (past,))):
        return True
    context = desk.context
    told = context.since is not None and context.sentence[0] <= context.since.start < desk.statement.start
    return told and not any(t.tag_ in FINITE for t in context.line)


def told_since(desk: Desk) -> bool:
    """Say whether the clause tells since when."""
    since = desk.context.since
    return since is not None and desk.context.clause[0] <= since.start < desk.context.clause[1]


@remembered
def _dated(desk: Desk) -> bool:
    """Say whether the sentence says when what is counted was, or since when."""
    context = desk.context
    at = any(w.role == "at" and w.weight >= NEAR for w in context.times)
    return bool(context.since or window(desk)) or (at and bool(context.value and context.value.kind != "ordinal"))


@remembered
def _dated_elsewhere(desk: Desk) -> bool:
    """Say whether all times stand in a sentence before, behind the words of the number, or in brackets.

    "Since 2020 it has had a new roof. Elm has three"; "one of two that are listed; they were built in 1890".
    """
    context, own = desk.context, stretch(desk)
    end = own[-1].idx if own else context.statement.end
    told = [w for w in context.times if w.role in ("since", "at", "before") and w.weight >= CARRIED]
    near = [w for w in told if context.sentence[0] <= w.start <= end and not _in_brackets(desk, w)]
    return not near and window(desk) is None and not {stem(t.text) for t in own} & SHORTER


def _in_brackets(desk: Desk, when: When) -> bool:
    before = desk.context.text[desk.context.sentence[0] : when.start]
    return before.rfind("(") > before.rfind(")")


CARRIED, UNDATED, DATED, UNMET = 0.5, 0.7, 0.4, 0.75
"""How sure a time of a sentence before is, and all times together: where only such a one is given, where another is."""


@remembered
def window(desk: Desk) -> Statement | None:
    """Give the stretch up to now that the number is told of: "four times in five years", "two of the last six cups"."""
    context = desk.context
    for other in context.discourse.values_in((desk.statement.end, context.sentence[1])):
        led = WITHIN.fullmatch(context.text[desk.statement.end : other.start].lower())
        own = other.text.lower().startswith(LAST) or (led is not None and led["last"])
        if led and other.value and (other.value.kind == "duration" or (own and other.value.kind in STRETCHES)):
            return other
    return None


def in_window(desk: Desk, view: View, selection: Selection) -> Iterator[Selection]:
    """Yield the rows of the last so many years, months or events, the last row of all being the end."""
    told, order, published = window(desk), view.day or view.start or view.year, desk.context.published
    if told is None or told.value is None or not order or not published:
        return
    now = as_written(view, order, published)
    past = sorted({c for c in view.distinct(order) if isinstance(c, type(now)) and c <= now})  # type: ignore[operator]
    for first, sure in _firsts(told.value, past, published):
        where = (*selection.where, Filter(order, ">=", first), Filter(order, "<=", now))
        yield replace(selection, where=where, time=sure, when=f"since {first}")


def _firsts(stretch: Value, past: list[dt.date | int], published: dt.date) -> Iterator[tuple[dt.date | int, float]]:
    """Yield the first time of the last so many: of five years, or six; counted back from now, or from the last day."""
    many, days = stretch.amount, _days(stretch)
    if stretch.kind == "count" and isinstance(many, Decimal) and 0 < many <= len(past):
        yield past[-int(many)], 0.95
    elif past and isinstance(past[-1], int) and (years := round(days / A_YEAR)):
        yield past[-1] - years + 1, 0.95
        yield past[-1] - years, 0.85
    elif past and isinstance(past[-1], dt.date) and days:
        yield published - dt.timedelta(days), 0.95
        yield past[-1] - dt.timedelta(round(SLACK * days)), 0.85


def _days(stretch: Value) -> int:
    """Give how long a stretch is, in days; 0 where that is not known."""
    if ends := period_of(stretch.iso):
        return (ends[1] - ends[0]).days
    return round(float(years_of(stretch) or 0) * A_YEAR)


@remembered
def _lasting(desk: Desk) -> bool:
    """Say whether the clause speaks of all the time up to now: "has had six fires", not "has won six this season"."""
    verb, context = desk.context.verb, desk.context
    if verb is None or context.clause_stems & SHORTER or any(w.start >= context.sentence[0] for w in context.times):
        return False
    return any(t.lemma_ == "have" and t.tag_ in ("VBZ", "VBP") for t in (verb, *verb.children))


def _last_day(view: View, selection: Selection, published: dt.date) -> Iterator[Selection]:
    """Yield what happened on the last day before the publication, if that is news."""
    last = _last(view, published)
    if last and (published - last).days <= NEWS:
        yield replace(selection, where=(*selection.where, Filter(view.day, "=", last)), time=0.75, when=str(last))


@remembered
def _last(view: View, published: dt.date) -> dt.date | None:
    days = (d for d in view.distinct(view.day) if isinstance(d, dt.date) and d <= published)
    return max(days, default=None)


def _years(desk: Desk, view: View, selection: Selection) -> Iterator[Selection]:
    context = desk.context
    since = context.since
    years = [y for y in view.distinct(view.year) if isinstance(y, int)]
    if since:
        yield replace(selection, where=(*selection.where, *later(view, view.year, since.period[0].year)), time=0.95)
    sure = 0.4 if _dated(desk) else LASTING if _lasting(desk) else 0.75
    ahead = context.published is not None and any(y > context.published.year for y in years)
    past = (Filter(view.year, "<=", context.published.year),) if ahead and context.published else ()
    yield replace(selection, where=(*selection.where, *past), time=sure)
    yield from timed(context, view, selection)[:2]


def everything(desk: Desk, view: View) -> list[Selection]:
    """Give all rows of the times that are spoken of where each has several; all there are in a table without times."""
    free = Selection(where=but_totals(view), subject=whole(desk, view))
    if view.year and not view.series:
        return timed(desk.context, view, free)[:3]
    return [] if view.size < 2 or view.day or view.start or time_column(view) else [replace(free, time=0.9)]


def holding(desk: Desk, view: View, selection: Selection) -> Iterator[Selection]:
    """Yield the rows that hold on the day: those in office now, those who were there before a year."""
    published = desk.context.published
    if not view.start or not view.end or published is None:
        return
    now = valid_on(view, published)
    yield replace(selection, where=(*selection.where, *now), time=0.85, when=str(published))
    for when in [w for w in desk.context.times if w.role == "before" and w.weight >= 0.85][:1]:
        started = Filter(view.start, "<", as_written(view, view.start, when.period[0]))
        yield replace(selection, where=(*selection.where, *now, started), time=0.95, when=f"before {when.period[0]}")
    if since := desk.context.since:
        serving = Filter(view.end, ">= or missing", as_written(view, view.end, since.period[0]))
        past = Filter(view.start, "<=", as_written(view, view.start, published))
        yield replace(
            selection, where=(*selection.where, serving, past), time=0.9, when=f"serving since {since.period[0]}"
        )
