"""The times at which a table holds a measure: years, seasons, quarters, months, a column each."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.checking.agreement import years_of
from claims.checking.query import Filter, Query, select
from claims.checking.readings.measures import alike, cell, one_or_sum, repeated
from claims.checking.remembered import remembered
from claims.checking.selection import first_year
from claims.checking.tables import month_of
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.checking.desk import Desk
    from claims.checking.periods import When
    from claims.checking.selection import Selection
    from claims.checking.tables import Cell, View
    from claims.references import Column
    from claims.types import Value

QUARTER = re.compile(r"(?P<year>\d{4})\W*Q(?P<quarter>[1-4])|Q(?P<quarter2>[1-4])\W*(?P<year2>\d{4})")
SEASON = re.compile(r"(\d{4})\s*[-/–]\s*\d{2,4}")
MANY_DAYS = 200  # rows of a thing that was dated by the day
MOST_POINTS, MOST_PAIRS, MOST_ROWS, MOST_TOLD, LARGE = 80, 7, 600, 12, 3_000
ANNUAL = "annual"
AGAINST = frozenset("than on over above below beneath under against from compared beyond versus".split())


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A stretch of time that a table has a figure for."""

    start: dt.date
    end: dt.date
    label: str


History = dict[Point, Query]


def point(found: Cell, resolution: str) -> Point | None:
    """Read a cell as a stretch of time: a year, a season, a quarter, a month.

    >>> point("2024 Q4", "").start, point("2017-18", "season").start.year
    (datetime.date(2024, 10, 1), 2017)
    """
    if isinstance(found, int) and not isinstance(found, bool) and 1000 < found < 3000:
        return Point(dt.date(found, 1, 1), dt.date(found, 12, 31), str(found))
    if isinstance(found, dt.date) and resolution == ANNUAL:
        return Point(dt.date(found.year, 1, 1), dt.date(found.year, 12, 31), str(found.year))
    if isinstance(found, dt.date) and resolution == "month":
        return Point(found, found.replace(day=28), f"{found:%Y-%m}")
    if not isinstance(found, str):
        return None
    if match := QUARTER.fullmatch(found.strip()):
        year = int(match["year"] or match["year2"])
        month = 3 * int(match["quarter"] or match["quarter2"]) - 2
        return Point(dt.date(year, month, 1), dt.date(year, month + 2, 28), found)
    if match := SEASON.fullmatch(found.strip()):
        return Point(dt.date(int(match[1]), 7, 1), dt.date(int(match[1]) + 1, 6, 30), found)
    return None


@remembered
def time_column(view: View) -> str:
    """Name the column whose cells are stretches of time, or ""."""
    if view.year:
        return view.year
    for name, column in view.columns.items():
        texts = column.role in ("year", "entity", "category", "text", "key") and column.kind == "text"
        months = column.role == "date" and column.resolution == "month"
        if texts or months:
            some = [c for c in view.cells(name)[:20] if c is not None]
            if len(some) > 2 and all(point(c, column.resolution) for c in some):
                return name
    return view.day if view.day and rhythm(view, view.day) == ANNUAL else ""


@remembered
def dated_by(view: View) -> str:
    """Name the column of the days of a table of events or readings, where it has no stretches of time, or ""."""
    return view.day if not time_column(view) and view.repeats and not view.lasts else ""


@remembered
def rhythm(view: View, order: str) -> str:
    """Say what the cells of a time column stand for: a row a year is annual, whatever day closes the year."""
    resolution = view.columns[order].resolution if order else ""
    if resolution == "day" and view.series and view.size <= MOST_POINTS:
        years = [c.year for c in view.cells(order) if isinstance(c, dt.date)]
        return ANNUAL if len(set(years)) == len(years) == view.size else resolution
    return resolution


def since(view: View, order: str, year: int) -> tuple[Filter, ...]:
    """Give the condition that a row is of a year or later; nothing where no row is."""
    cells = [(p, c) for c in view.distinct(order) if (p := point(c, rhythm(view, order)))]
    first = min(((p, c) for p, c in cells if p.start.year >= year), default=None)
    return (Filter(order, ">=", first[1]),) if first else ()


def histories(view: View, column: str, selection: Selection, *, adding: bool = True) -> Iterator[History]:
    """Yield the figures of a measure over time: over its years' columns, over rows, months also summed by year.

    Sums of what does not add up are left out, unless nothing is to be added and only the times are wanted.
    """
    wide = alike(view, column)
    found = _over_columns(view, wide, selection) if wide else _over_rows(view, column, selection.where)
    for number, history in enumerate(found):
        yield history if number or not adding else _sound(view, column, history)


def _over_columns(view: View, columns: list[str], selection: Selection) -> tuple[History]:
    """Give the figures of one measure that has a column a year."""
    ask = cell if selection.filled else one_or_sum
    years = {c: view.columns[c].year or 0 for c in columns}
    return ({
        Point(dt.date(year, 1, 1), dt.date(year, 12, 31), str(year)): ask(view, c, selection.where)
        for c, year in years.items()
    },)  # fmt: skip


@remembered
def _over_rows(view: View, column: str, where: tuple[Filter, ...]) -> tuple[History, ...]:
    """Give the figures of a measure by the times of rows, then those of full years and of the last months."""
    order = time_column(view)
    if not order:
        return ()
    resolution = rhythm(view, order)
    cells = view.cells(order)
    found: dict[Point, Cell] = {}
    rows = select(view, where)
    for row in rows if len(rows) <= LARGE else ():
        if (p := point(cells[row], resolution)) and len(found) < MOST_POINTS:
            found[p] = cells[row]
    asked = {p: one_or_sum(view, column, (*where, Filter(order, "=", c))) for p, c in found.items()}
    years = _summed(view, column, where, (1, 12)) if adds_up(view.columns[column]) else {}
    months = [_monthly(view, column, where, rows)] if view.month and len(rows) <= LARGE else []
    return (asked, *([years] if years else []), *months)


@remembered
def over_days(view: View, column: str, where: tuple[Filter, ...]) -> tuple[History, ...]:
    """Give the figures of a measure by the days of a thing's rows, or of those of all that have one on each day."""
    order = dated_by(view)
    rows = select(view, where) if order else ()
    if not MANY_DAYS >= len(rows) > 1:
        return ()
    cells = view.cells(order)
    days = Counter(day for row in rows if isinstance(day := cells[row], dt.date))
    each = set(days.values())
    lead = next((c for c in view.names if not view.columns[c].unique), "")
    things = len({view.cells(lead)[row] for row in rows}) if lead else 1
    if len(days) < 2 or each != {things} or (things > 1 and not adds_up(view.columns[column])):
        return ()
    return ({Point(day, day, str(day)): one_or_sum(view, column, (*where, Filter(order, "=", day))) for day in days},)


def _monthly(view: View, column: str, where: tuple[Filter, ...], rows: Sequence[int]) -> History:
    """Give the figures of the last months where year and month have a column each."""
    years, months = view.cells(view.year), view.cells(view.month)
    dated = {(year, month): row for row in rows
             if (year := first_year(years[row])) and (month := month_of(months[row]))}  # fmt: skip
    found: History = {}
    for (year, month), row in sorted(dated.items())[-MOST_POINTS:]:
        time = Filter(view.year, "=", years[row]), Filter(view.month, "=", months[row])
        span = Point(dt.date(year, month, 1), dt.date(year, month, 28), f"{year}-{month:02}")
        found[span] = one_or_sum(view, column, (*where, *time))
    return _sound(view, column, found)


def _sound(view: View, column: str, history: History) -> History:
    """Leave out sums of what does not add up: what several things have per day does, though it does not over days."""
    adds = adds_up(view.columns[column]) or _paced(view.columns[column])
    return {p: q for p, q in history.items() if adds or q.operation == "value"}


def adds_up(column: Column) -> bool:
    """Say whether a sum of a measure's figures means anything: of percentages, averages and rates it does not."""
    return column.kind != "percent" and AVERAGED.isdisjoint(map(stem, column.words))


def _paced(column: Column) -> bool:
    """Say whether a measure counts in a time: "boardings_per_day"."""
    paces = [(a, b) for a, b in pairwise(column.words) if a == "per" and b in PACES]
    return bool(paces) and column.kind == "number" and AVERAGED.isdisjoint(map(stem, {*column.words} - {"per"}))


PACES = frozenset("minute hour day night week month quarter season year".split())
AVERAGED = frozenset(stem(w) for w in "average mean median rate ratio temperature temp index per".split())


def by_year(view: View, column: str, selection: Selection) -> History:
    """Sum the months or quarters of each year that has all of them."""
    return _summed(view, column, selection.where, (1, 12))


def stretches(desk: Desk, view: View, column: str, selection: Selection) -> History:
    """Sum the months or quarters of the part of a year that is spoken of, and of the same part of the other years."""
    found: History = {}
    spoken = [when.period for when in desk.context.times if _part_of_year(when)]
    for first, last in dict.fromkeys((start.month, end.month) for start, end in spoken[:MOST_STRETCHES]):
        found |= _summed(view, column, selection.where, (first, last))
    return found


def _part_of_year(when: When) -> bool:
    """Say whether a time is some months of one year."""
    start, end = when.period
    return start.year == end.year and start.day == 1 and SHORT < (end - start).days < LONG


STEPS = {"month": 1, "quarter": 3}  # months
SHORT, LONG, MOST_STRETCHES = 45, 340, 3  # days, and parts of a year


@remembered
def in_parts(view: View) -> bool:
    """Say whether the times of a table are the months or quarters of years."""
    order = time_column(view)
    return bool(order) and order != view.year and view.columns[order].resolution in STEPS


@remembered
def _summed(view: View, column: str, chosen: tuple[Filter, ...], part: tuple[int, int]) -> History:
    """Sum the months or quarters between two months of each year that has all of them."""
    order = time_column(view)
    resolution = view.columns[order].resolution if order else ""
    found: dict[int, dict[Point, Cell]] = {}
    rows = select(view, chosen) if in_parts(view) else ()
    for row in rows if len(rows) <= MOST_ROWS else ():
        cell_of = view.cells(order)[row]
        if (p := point(cell_of, resolution)) and part[0] <= p.start.month and p.end.month <= part[1]:
            found.setdefault(p.start.year, {})[p] = cell_of
    asked: History = {}
    for year, parts in sorted(found.items()):
        first, last = min(parts), max(parts)
        if len(parts) * STEPS[resolution] == part[1] - part[0] + 1:
            where = (*chosen, Filter(order, ">=", parts[first]), Filter(order, "<=", parts[last]))
            label = str(year) if part == (1, 12) else f"{first.label} to {last.label}"
            start, end = dt.date(year, part[0], 1), dt.date(year, 12, 31) if part == (1, 12) else last.end
            asked[Point(start, end, label)] = Query(operation="sum", table=view.name, column=column, where=where)
    return asked


@dataclass(frozen=True, slots=True)
class Pair:
    """Two times that the words may compare, how surely, and how telling a figure close by is that either repeats."""

    now: Point
    base: Point
    sure: float
    told: float


def pairs(desk: Desk, history: History, column: Column) -> list[Pair]:
    """Give the times that the words may compare, the surest first."""
    past = _past(desk, history)
    if len(past) < 2:
        return []
    at: dict[Point, float] = {}
    bases: dict[Point, float] = {}
    step = _step(desk)
    stated = [(w, "base" if held_against(desk, w) else w.role) for w in desk.context.times if w.start not in step.span]
    spans = {w.start: ends for w, _ in stated if (ends := _between(desk, w, past))}
    for when in (w for w, role in stated if role == "at" and w.start not in spans):
        if match := _matching(past, when.period, "at", None):
            at[match] = max(at.get(match, 0.0), when.weight)
    near = [p for p in at if at[p] >= SPOKEN_OF]
    last = max(near, key=lambda p: (at[p], p)) if near else past[-1]
    for when, role in stated:
        if role in ("base", "since") and (match := _matching(past, when.period, role, last)):
            bases[match] = max(bases.get(match, 0.0), when.weight)
            if (counted := _ago(desk, when, past, last)) is not None:
                bases[counted] = max(bases.get(counted, 0.0), when.weight)
    if step.unit:
        bases = {p: ASIDE * sure for p, sure in bases.items()}
    if (base := _stretched(desk, past, last)) is not None:
        bases[base] = max(bases.get(base, 0.0), STRETCHED)
    told = {p: sure for p in past[-MOST_TOLD:] if (sure := repeated(desk, history[p], column, own=True))}
    for p, sure in told.items():
        at[p] = max(at.get(p, 0.0), sure)
    near = [p for p in at if at[p] >= SPOKEN_OF]
    now = max(near, key=lambda p: (at[p], p)) if near else past[-1]
    if now in bases and (year_ago := _year_before(past, now)):  # June's figure "up on last June"
        bases[year_ago] = bases.pop(now)
    best = {(a, b): sure for sure, a, b in sorted((s, a, b) for a, b, s in _compared(past, now, at, bases, step.unit))}
    if (later := _after(past, now)) and AFTER.match(desk.context.text[desk.statement.end :][:REACH].lower()):
        best = {(now, later): STEPPED}
    best |= {(last, first): STEPPED for first, last in spans.values()}
    found = [Pair(a, b, sure, max(told.get(a, 0.0), told.get(b, 0.0))) for (a, b), sure in best.items()]
    found.sort(key=lambda pair: -pair.sure)
    room = BOUND if spans else _room(desk, step, bases)
    least = found[0].sure - room if found else 0.0
    return [pair for pair in found if pair.sure >= least][:MOST_PAIRS]


def _room(desk: Desk, step: Step, bases: dict[Point, float]) -> float:
    """Say how much less sure than the surest another pair may be: hardly less where "than in 2019" binds the figure."""
    if not (step.unit or max(bases.values(), default=0.0) >= STATED):
        return 1.0
    context = desk.context
    behind = context.text[desk.statement.end : context.sentence[1]][:REACH].lower()
    led = OUTRIGHT.match(behind)
    return BOUND if led is not None else LESS


def _between(desk: Desk, when: When, past: list[Point]) -> tuple[Point, Point] | None:
    """Give the two times that "between 2022 and 2024" names."""
    text, start = desk.context.text, desk.statement.start
    gone_on = text[when.start : start].count(" and ") > 1  # "lost 12 between 2001 and 2011 and then gained 5"
    if when.weight < STATED or gone_on or not BETWEEN.search(text[: when.start].lower()):
        return None
    ends = [next((p for p in past if p.start <= day <= p.end), None) for day in when.period]
    return (ends[0], ends[1]) if ends[0] and ends[1] and ends[0] < ends[1] else None


BETWEEN = re.compile(r"\b(?:between|from) $")


def _ago(desk: Desk, when: When, past: list[Point], last: Point) -> Point | None:
    """Count "two years ago" back from the last figure: figures for 2025 that come out in 2026 are held against 2023."""
    published = desk.context.published
    if published is None or not AGO.match(desk.context.text[when.start :][:REACH].lower()):
        return None
    return _years_before(past, last, published.year - when.period[0].year)


AGO = re.compile(r"[^.,;:]{1,20} (?:years?|decades?) ago\b")


def _past(desk: Desk, history: History) -> list[Point]:
    """Give the times that are over, and one to come where the article speaks of it."""
    published = desk.context.published
    past = sorted(p for p in history if published is None or p.start <= published)
    coming = min((p for p in history if published and p.start > published), default=None)
    if coming is None:
        return past
    stated = any(when.period[0] <= coming.start <= when.period[1] for when in desk.context.times)
    return [*past, coming] if stated or any(t.lower_ == "will" for t in desk.context.line) else past


def held_against(desk: Desk, when: When) -> bool:
    """Say whether a time behind the value is what it is held against: "up on 2012", "below the peak of 2019"."""
    start = desk.statement.end
    if when.role != "at" or not start < when.start < desk.context.sentence[1]:
        return False
    between = desk.context.text[start : when.start].lower()
    words = between.split()
    own = {t.lower_ for t in desk.context.tokens}  # "above where it stood in 2019"
    joined = len(words) > 1 or (len(words) == 1 and (when.period[1] - when.period[0]).days > ALMOST_A_YEAR)
    return len(words) < NEAR and "," not in between and joined and bool(AGAINST & {*words, *own})


NEAR = 8  # words from a value to the time that it is held against
ALMOST_A_YEAR = 300  # days; on a day something happens, "on 2012" it is up


def _compared(
    past: list[Point], now: Point, at: dict[Point, float], bases: dict[Point, float], step: str
) -> Iterator[tuple[Point, Point, float]]:
    """Yield pairs of times, the later first: with a stated base, with the time before, a year before, the first."""
    clear = bool(bases) and max(bases.values()) > 0.8
    for last, sure in ((past[-1], STEPPED_LAST), (now, STEPPED)) if step else ():
        base = _year_before(past, last) if step in YEARLY else _before(past, last)
        if base := base or _before(past, last):
            yield last, base, sure
    for base, sure in bases.items():
        yield from ((p, base, 0.6 + 0.4 * sure) for p in dict.fromkeys((now, past[-1])) if p > base)
    said = 0.93 if at.get(now, 0.0) >= SAID else 0.85
    for last, sure in ((now, said), (past[-1], 0.75), (past[-2], 0.45)):
        if before := _before(past, last):
            yield last, before, sure - 0.35 * clear
        if year_ago := _year_before(past, last):
            yield last, year_ago, sure - 0.3 * clear
    yield past[-1], past[0], 0.45
    for base, sure in at.items():
        if base != past[-1] and sure >= 0.35:
            yield past[-1], base, 0.35 + 0.4 * sure
        yield from ((p, base, 0.5 + min(sure, w) / 2) for p, w in at.items() if p > base)


AFTER = re.compile(
    r"[^.,;:]{0,30}\bthan (?:in )?(?:the following (?:year|season|month|quarter)"
    r"|(?:the|a|one) (?:year|season|month|quarter) (?:after|later))\b"
)


def _after(past: list[Point], now: Point) -> Point | None:
    return min((p for p in past if p > now), default=None)


def _before(past: list[Point], last: Point) -> Point | None:
    return max((p for p in past if p < last), default=None)


@dataclass(frozen=True, slots=True)
class Step:
    """The step back that a change is said to be over, "" where none is, and where its words stand."""

    unit: str
    span: range


def _step(desk: Desk) -> Step:
    """Find the step back to the time that a change is said to be from: "than the year before", "year on year"."""
    context = desk.context
    start = context.statement.end
    found = STEP.match(context.text[start : context.sentence[1]][:REACH].lower())
    if found is None:
        return Step("", range(0))
    return Step(next(word for word in found.groups() if word), range(start, start + found.end()))


UNITS = r"(year|season|quarter|month|week|term|election|census|edition|poll|vote|survey)"
YEARLY = frozenset("year period months weeks days part".split())  # "than in the same months of last year"
STEP = re.compile(
    rf"[^.,;:]*?\b(?:the same (period|months|weeks|days|part) (?:of|in|last|a)\b"
    rf"|(?:a|an|one|the|its|their) {UNITS}(?:'s|’s)? (?:before|earlier|ago|previously)"
    rf"|(?:the|its|their|last) ?(?:previous|preceding|last|prior)? {UNITS}\b(?! (?:of|in|to))"
    rf"|{UNITS}[ -]on[ -](?:year|quarter|month)|in a (?:single )?{UNITS}\b|on the {UNITS}\b)"
)
OUTRIGHT = re.compile(
    r"(?: (?:percentage )?points?| per ?cent| [a-z]+)?,? (?:up|down|more|less|fewer|higher|lower|above|below|better"
    r"|worse|larger|bigger|smaller|longer|shorter)?(?: [a-z]+)? ?(?:than|on|from|compared (?:to|with)|against|since)"
    r"(?: (?:in|the|a|an|it|was|had|did))* (?:\d{4}|year|last|previous|month|quarter|season)\b"
)
"""What follows a change whose base is said right behind it: "72 more than a year ago", "7 percent up on 2023"."""
SPOKEN_OF = 0.45  # a time of the sentence, or of the one before
SAID, STATED, LESS, BOUND = 0.9, 0.85, 0.35, 0.1  # where a base is stated, others are hardly meant
REACH, STEPPED, STEPPED_LAST, STRETCHED, ASIDE = 60, 0.97, 0.88, 0.9, 0.5


def _stretched(desk: Desk, past: list[Point], now: Point) -> Point | None:
    """Give the time as many years back as the change took: "in ten years", "over the past decade", "9 years before"."""
    context = desk.context
    for other in context.discourse.values_in(context.sentence):
        led = STRETCH.search(context.text[context.sentence[0] : other.start].lower()) is not None
        behind = other.start > context.statement.end
        led = led or (behind and EARLIER.match(context.text[other.start :][:REACH].lower()) is not None)
        years = _full_years(other.value) if led else None
        if years is not None:
            return _years_before(past, now, years)
    return None


def _full_years(value: Value | None) -> int | None:
    """Give how many years a stated time has, if they are full and several."""
    years = years_of(value) if value and value.kind in ("duration", "date", "period") else None
    return int(years) if years is not None and years == int(years) and years > 1 else None


EARLIER = re.compile(r"[^.,;:]{1,20} years? (?:earlier|before|previously)\b")


STRETCH = re.compile(r"\b(?:in|over|for|within|during)(?: (?:the|just|only|barely|about))*(?: (?:past|last|same))? $")


def _matching(past: list[Point], period: tuple[dt.date, dt.date], role: str, last: Point | None) -> Point | None:
    """Find the point that a stated time means: the one that it starts in, else the next after it.

    Of a year among months or quarters that a figure is held against, the one of the same part of the year is meant.
    """
    long = (period[1] - period[0]).days > 40
    same = [
        p for p in past if (p.start.year == period[0].year if long else p.start <= period[1] and period[0] <= p.end)
    ]
    if long and len(same) > 1 and _parts(same) and role != "since":
        months = [p for p in same if last is not None and p.start.month == last.start.month]
        return months[0] if len(months) == 1 and (period[1] - period[0]).days > 300 else None
    if same:
        return same[0]
    return next((p for p in past if p.start >= period[0]), None) if role != "at" else None


def _parts(points: list[Point]) -> bool:
    """Say whether points are parts of a year."""
    return all((p.end - p.start).days < 100 for p in points)


def _year_before(past: list[Point], last: Point) -> Point | None:
    return _years_before(past, last, 1)


def _years_before(past: list[Point], last: Point, years: int) -> Point | None:
    of_then = [p for p in past if p.start.year == last.start.year - years]
    of_the_day = [p for p in of_then if p.start.month == last.start.month] or (of_then if _days(of_then) else [])
    return of_the_day[0] if of_the_day and (len(of_the_day) == 1 or not _days(of_the_day)) else None


def _days(points: list[Point]) -> bool:
    """Say whether points are days."""
    return all(p.start == p.end for p in points)
