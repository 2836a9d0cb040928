"""Times between: two things of a table, two events, two dates of a row; time served by several, and how it compares."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import reduce
from itertools import combinations
from typing import TYPE_CHECKING

from claims.checking.agreement import NAMES, SECONDS
from claims.checking.checks import in_whole_years, lasted
from claims.checking.query import Filter, Query, compute, select
from claims.checking.readings.ages import BIRTHS
from claims.checking.readings.apart import in_years
from claims.checking.readings.changes import multiple
from claims.checking.readings.gaps import held_against
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import cell, single, tie
from claims.checking.readings.phases import PLANNED, own_stems
from claims.checking.readings.tenures import AGE_WORDS, RELATIVE, TENURE, gone
from claims.checking.readings.things import whole_of
from claims.checking.scoring import Reading, word_match
from claims.checking.selection import valid_on
from claims.checking.tables import ENDS, STARTS
from claims.checking.words import STRONG, TOTAL_WORDS, kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.checks import Check
    from claims.checking.desk import Desk
    from claims.checking.periods import When
    from claims.checking.selection import Selection
    from claims.checking.tables import View

AFTERWARDS = RELATIVE | {"since", "until", "till", "following"}
DURING = frozenset("over for in within lasted lasting ran running during spanning across".split())
SENIOR = re.compile(r" (?:(?:his|her|their|my|your|our)|[^,;:.()]{2,40}['’]s?) (?:junior|senior)\b")
"""What follows the years between two births: "twelve years the mayor's junior"."""
TOTALS = frozenset(stem(w) for w in TOTAL_WORDS)
MOST_MOMENTS, MOST_ROWS, LATELY, SCANNED = 10, 8, 150, 400


@dataclass(frozen=True, slots=True)
class Moment:
    """A date in a table that the sentence may speak of."""

    query: Query
    day: dt.date | int
    subject: float
    cue: float
    said: str


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what a stated time may lie between, or add up."""
    value, context = desk.value, desk.context
    if value is None:
        return
    if value.kind == "ratio" and multiple(value):
        yield from _times_as_long(desk)
    unit = NAMES.get(value.unit.split(" ")[-1], "a" if value.unit == "a" else "")
    if unit == "" and value.iso.startswith("P") and value.unit in ("decade", "decades"):
        unit = "decade"
    aged = value.kind == "age" and AGE_WORDS & {*context.after[:2]}
    if (
        not (value.kind in ("duration", "count", "quantity") or aged)
        or not unit
        or not isinstance(value.amount, Decimal)
    ):
        return
    size = SECONDS["a"] * 10 if unit == "decade" else SECONDS[unit]
    if size * value.amount < SECONDS["d"]:
        return  # of days that are told apart none is 12 minutes from another
    near = {*context.after[:2], *(t.lower_ for t in context.tokens), *context.before[:2]}
    check = lasted(value, size / SECONDS["d"])
    if near & AGE_WORDS or SENIOR.match(context.text, context.statement.end):
        yield from _between(desk, in_whole_years(check, value), aged=True)
        return
    if near & AFTERWARDS or _joined(desk):
        yield from _between(desk, check, aged=False)
    if way := LATER.get(next(iter(context.after[:1]), "")) or next(filter(None, map(LATER.get, near)), 0):
        yield from _since_told(desk, check, way)
    if not gone(context):
        yield from _within_row(desk, lasted(value, size / SECONDS["d"], both_ends=unit == "d"))
    if DURING & {*near, *context.before[:4]} and unit == "a" and not (in_a_row(context) or _to_come_or_part(desk)):
        yield from _years_of(desk)
    if unit == "a" and TOTALS & desk.context.sentence_stems:
        yield from _together(desk)
    if unit == "a" and (TOTALS | TENURE) & desk.context.sentence_stems:
        yield from _held(desk)


def _to_come_or_part(desk: Desk) -> bool:
    """Say whether years are some of others, or have yet to pass: "three of the last five", "might go within five"."""
    verb = desk.context.verb
    ahead = verb is not None and any(c.tag_ == "MD" for c in verb.children)
    return ahead or desk.context.before[:1] == ["first"] or whole_of(desk) is not None


def _joined(desk: Desk) -> bool:
    """Say whether a word behind the value ties it to another event: "three days after the election"."""
    return bool(AFTERWARDS & {*desk.context.after[:3]})


def _between(desk: Desk, check: Check, *, aged: bool) -> Iterator[Reading]:
    """Yield the time between two moments; the words have to speak of both."""
    moments = sorted(_moments(desk, aged=aged), key=lambda m: -m.subject * (0.4 + 0.6 * m.cue))[:MOST_MOMENTS]
    for one, other in combinations(moments, 2):
        if one.query == other.query or isinstance(one.day, int) != isinstance(other.day, int) or one.day == other.day:
            continue
        late, early = (one, other) if one.day > other.day else (other, one)  # type: ignore[operator]
        if min(one.cue, other.cue) < 0.4 or (aged and _columns(one) != _columns(other)):
            continue
        years = isinstance(late.day, int)
        yield Reading(
            family="between",
            query=Query(
                operation="difference" if years else "days between", table=late.query.table, left=late.query,
                right=early.query,
            ),
            parts=(
                ("subject", 0.6 * max(one.subject, other.subject) + 0.4 * min(one.subject, other.subject)),
                ("words", (one.cue + other.cue) / 2),
            ),
            said=f"time from {early.said} to {late.said}", asserted=None if years else check,
            form="number" if years else "check",
            refutes=aged and min(one.cue, other.cue) >= 0.9 and min(one.subject, other.subject) >= 0.6,
        )  # fmt: skip


LATER = {"later": 1, "afterwards": 1, "thereafter": 1, "earlier": -1}
ARRIVED = frozenset("came arrived followed succeeded replaced successor".split())
SURE, NAMED, CAME = 0.85, 0.75, 0.9


def _since_told(desk: Desk, check: Check, way: int) -> Iterator[Reading]:
    """Yield the time to what is told here from the day just told: "left in March. His successor came 11 days later"."""
    discourse, context = desk.context.discourse, desk.context
    first = context.sentence_before[0]
    dates = [d for d in discourse.dates if first <= d.start < desk.statement.start]
    told = discourse.settled.get(dates[-1].start) if dates else None
    day = compute(told.query, desk.tables).value if told is not None and told.sure >= SURE else None
    if told is None or not isinstance(day, dt.date):
        return
    for moment in _moments(desk, aged=False):
        if not isinstance(moment.day, dt.date) or moment.query == told.query or moment.cue < 0.4:
            continue
        came = moment.query.column == desk.tables[moment.query.table].start and ARRIVED & {
            t.lower_ for t in context.line
        }
        cue = max(moment.cue, CAME if came else 0.0)
        if (moment.day > day) == (way > 0):
            yield Reading(
                family="between",
                query=Query(operation="days between", table=told.table, left=moment.query, right=told.query),
                parts=(("subject", moment.subject), ("words", cue)), form="check", asserted=check,
                said=f"time from {told.reading.said} to {moment.said}",
                refutes=cue >= SURE and moment.subject >= NAMED,
            )  # fmt: skip


def _columns(moment: Moment) -> tuple[str, str]:
    return moment.query.table, moment.query.column


def _moments(desk: Desk, *, aged: bool) -> Iterator[Moment]:
    for view in desk.views:
        selections = [s for s in desk.named(view) if s.filled and tie(s) >= 0.3]
        own = _alone(selections)[:4]
        if aged or BIRTHS & desk.context.sentence_stems:
            yield from _births(desk, view, aged)
        for selection in own:
            if aged:
                yield from _properties(desk, view, selection)
                continue
            yield from _terms(desk, view, selection)
        if not aged and view.day and not view.year:
            for selection in _things(view, selections)[:4]:
                yield from _events(desk, view, selection)
            yield from _told_events(desk, view)


def _things(view: View, selections: list[Selection]) -> list[Selection]:
    """Drop what only describes an event from selections: a rating that it ended with."""
    found: dict[tuple[Filter, ...], Selection] = {}
    for selection in selections:
        filled = tuple((c, v) for c, v in selection.filled if view.columns[c].named)
        where = tuple(f for f in selection.where if f.column in dict(filled))
        if filled:
            found.setdefault(where, replace(selection, where=where, filled=filled))
    return list(found.values())


def _told_events(desk: Desk, view: View) -> Iterator[Moment]:
    """Yield what happened lately in words that the sentence, or the one before, repeats."""
    context, published = desk.context, desk.context.published
    texts = view.of_role("text")
    if not texts or published is None:
        return
    before = context.sentence_before
    stems = context.sentence_stems | {stem(t.text) for t in context.document.line(*before)}
    cells = view.cells(view.day)
    lately = [
        (d, row) for row, d in enumerate(cells[-SCANNED:], max(0, view.size - SCANNED))
        if isinstance(d, dt.date) and 0 <= (published - d).days <= LATELY
    ]  # fmt: skip
    for day, row in sorted(lately, reverse=True)[:12]:
        for column in texts:
            told = view.cells(column)[row]
            match = word_match(stems_of(str(told)), stems)
            where = (Filter(view.day, "=", day), Filter(column, "=", told))
            if match >= 0.6 and isinstance(told, str) and len(select(view, where)) == 1:
                yield Moment(cell(view, view.day, where), day, 0.7, 0.9 * match, f"{told} {day}")


def _alone(selections: list[Selection]) -> list[Selection]:
    """Leave out selections that only say less than another: the club where its manager is named too."""
    return [
        s for s in selections if not any(set(s.where) < set(o.where) and o.subject >= s.subject for o in selections)
    ]


def _births(desk: Desk, view: View, aged: bool) -> Iterator[Moment]:
    if not view.born or not view.person:
        return
    seen: set[str] = set()
    here = {b.mention.best for b in desk.context.bindings if b.tie != "earlier"}
    enough = sum(bool(view.rows(view.person, name)) for name in here) > 1
    for binding in desk.context.bindings:
        name = binding.mention.best
        if name in seen or not view.rows(view.person, name) or (enough and name not in here):
            continue
        seen.add(name)
        day = view.cells(view.born)[view.rows(view.person, name)[0]]
        if isinstance(day, dt.date):
            query = cell(view, view.born, (Filter(view.person, "=", name),))
            weight = max(binding.weight, held_against(desk.context, binding))
            yield Moment(query, day, weight, 0.95 if aged else 0.8, f"the birth of {name}")


def _properties(desk: Desk, view: View, selection: Selection) -> Iterator[Moment]:
    """Yield the founding year and the like: what makes one thing older than another."""
    rows = select(view, selection.where)
    if len(rows) != 1:
        return
    column_names = [c for c in view.of_role("date") if c not in (view.born, view.died)]
    for column in column_names:
        day = view.cells(column)[rows[0]]
        if isinstance(day, dt.date | int):
            cue = 0.9 if len(column_names) == 1 else 0.6 + 0.3 * (desk.words(view, column) > 0.3)
            for filled, value in selection.filled:
                for other in _others(desk, view, filled, value):
                    yield other_moment(view, column, filled, other, cue)
            yield Moment(cell(view, column, selection.where), day, tie(selection), cue, f"{column} of {selection.who}")


def _others(desk: Desk, view: View, column: str, value: str) -> Iterator[tuple[str, float]]:
    for binding in desk.context.bindings:
        name = binding.mention.best
        if name != value and len(view.rows(column, name)) == 1:
            yield name, binding.weight


def other_moment(view: View, column: str, filled: str, other: tuple[str, float], cue: float) -> Moment:
    """Give the same date of something else that is named."""
    name, weight = other
    day = view.cells(column)[view.rows(filled, name)[0]]
    known = day if isinstance(day, dt.date | int) else 0
    return Moment(cell(view, column, (Filter(filled, "=", name),)), known, weight, cue, f"{column} of {name}")


def _terms(desk: Desk, view: View, selection: Selection) -> Iterator[Moment]:
    """Yield when somebody started and left."""
    stems = desk.context.sentence_stems
    cues = ((view.start, "min", 0.9 if stems & STARTS else 0.5), (view.end, "max", 0.9 if stems & ENDS else 0.35))
    for column, operation, cue in cues:
        if not column:
            continue
        days = [d for row in select(view, selection.where) if isinstance(d := view.cells(column)[row], dt.date)]
        if days:
            day = min(days) if operation == "min" else max(days)
            query = Query(operation=operation, table=view.name, column=column, where=selection.where)
            yield Moment(query, day, tie(selection), cue, f"{column} of {selection.who}")


def _events(desk: Desk, view: View, selection: Selection) -> Iterator[Moment]:
    """Yield the last days something happened to what is named, more surely where the sentence gives day or words."""
    context = desk.context
    cells = view.cells(view.day)
    rows = [
        (d, row) for row in select(view, selection.where)
        if isinstance(d := cells[row], dt.date) and (context.published is None or d <= context.published)
    ]  # fmt: skip
    texts = view.described
    rows.sort(reverse=True)
    for place, (day, _row) in enumerate(rows[:4]):
        stated = any(w.period[0] <= day <= w.period[1] and w.weight >= 0.8 for w in context.times)
        told = max((word_match(stems_of(str(view.cells(c)[_row])), context.sentence_stems) for c in texts), default=0.0)
        cue = max(0.95 * stated, 0.9 * told, 0.8 - 0.2 * place if place < 2 else 0.0)
        where = (*selection.where, Filter(view.day, "=", day))
        yield Moment(cell(view, view.day, where), day, tie(selection), cue, f"{view.name} of {selection.who} {day}")


def _within_row(desk: Desk, check: Check) -> Iterator[Reading]:
    """Yield the time from one date of a row to another: a festival's opening and close, a work begun and finished."""
    for view in desk.views:
        for resolution in ("day", "year"):
            yield from _between_dates(desk, check, view, resolution)


def _between_dates(desk: Desk, check: Check, view: View, resolution: str) -> Iterator[Reading]:
    """Yield the time between two days, or two years, of the rows that may be meant."""
    dates = [c for c in view.of_role("date", "from", "to") if view.columns[c].resolution == resolution]
    dates = [c for c in dates if c not in (view.born, view.died)]
    for where, who, subject, sure in _rows(desk, view, dates):
        row = select(view, where)[0]
        days = {c: d for c in dates if isinstance(d := view.cells(c)[row], dt.date | int)}
        for one, other in combinations(days, 2):
            late, early = (one, other) if days[one] > days[other] else (other, one)  # type: ignore[operator]
            words = max(
                desk.words(view, late), desk.words(view, early), _span(desk, late, early, len(days)),
                BOTH * _both_told(desk, late, early),
            )  # fmt: skip
            yield Reading(
                family="between",
                query=Query(
                    operation="days between" if resolution == "day" else "difference", table=view.name,
                    left=cell(view, late, where), right=cell(view, early, where),
                ),
                parts=(("subject", subject), ("words", words), ("time", sure)),
                said=f"time from {early} to {late} of {who or view.label(row)}", form="check",
                asserted=check if resolution == "day" else in_years(check),
                refutes=words >= BOUND and sure >= BOUND,
            )  # fmt: skip


BOTH = 0.9
"""How well two dates are told where the sentence has the words of both: "begun in 1231, consecrated 79 years later"."""


def _both_told(desk: Desk, *columns: str) -> bool:
    own = [own_stems(c) - PLANNED for c in columns]
    return all(any(kinship(a, b) >= STRONG for a in words for b in desk.context.sentence_stems) for words in own)


def _span(desk: Desk, late: str, early: str, dates: int) -> float:
    """Say how well two dates of a row bound what is spoken of: a plan and what came of it where something is late."""
    context = desk.context
    near = {*context.after[:3], *(t.lower_ for t in context.tokens), *context.before[:2]}
    planned = [c for c in (late, early) if PLANNED & set(stems_of(c))]
    if DELAYS & near:
        shared = set(stems_of(late)) & set(stems_of(early))
        return (0.9 if shared else 0.75) if len(planned) == 1 else 0.3
    if planned:
        return 0.3
    return (0.6 if dates == 2 else 0.4) + 0.15 * bool(DURING & {*near, *context.before[:4]})


BOUND = 0.75
DELAYS = frozenset("late early behind overdue ahead delay delayed delays".split())


def _rows(desk: Desk, view: View, dates: list[str]) -> Iterator[tuple[tuple[Filter, ...], str, float, float]]:
    """Yield the rows that may be meant, several of one thing told apart by their first date."""
    if len(dates) < 2:
        return
    for selection in single(desk, view, 2):
        yield selection.where, selection.who, tie(selection), selection.time
    for selection in [s for s in desk.named(view) if s.filled][:2] if view.repeats else ():
        for row in select(view, selection.where)[-MOST_ROWS:]:
            days = [(d, c) for c in dates if isinstance(d := view.cells(c)[row], dt.date | int)]
            if len(days) < 2:
                continue
            (first, column), (last, _) = min(days), max(days)
            where = (*selection.where, Filter(column, "=", first))
            stated = any(_overlaps(w, first, last) and w.weight >= 0.8 for w in desk.context.times)
            if len(select(view, where)) == 1:
                yield where, f"{selection.who} {first}", tie(selection), 0.9 if stated else 0.5


def _overlaps(when: When, first: dt.date | int, last: dt.date | int) -> bool:
    """Say whether a time has to do with a stretch of days, or of years."""
    if isinstance(first, dt.date) and isinstance(last, dt.date):
        return when.period[0] <= last and first <= when.period[1]
    years = when.period[0].year, when.period[1].year
    return isinstance(first, int) and isinstance(last, int) and years[0] <= last and first <= years[1]


def _years_of(desk: Desk) -> Iterator[Reading]:
    """Yield the years from the first to the last row of something named: "three films in five years"."""
    for view in desk.views:
        for column in (c for c in view.of_role("year") if view.columns[c].resolution != "season"):
            for selection in [s for s in desk.named(view) if s.filled][:3]:
                rows = select(view, selection.where)
                if len({view.cells(column)[row] for row in rows}) < 2 or len(rows) > 12:
                    continue
                ends = [
                    Query(operation=o, table=view.name, column=column, where=selection.where) for o in ("max", "min")
                ]
                yield Reading(
                    family="between",
                    query=Query(operation="difference", table=view.name, left=ends[0], right=ends[1]),
                    parts=(("subject", tie(selection)), ("words", 0.65)),
                    said=f"years from the first to the last row of {selection.who} in {view.name}", refutes=False,
                )  # fmt: skip


def _served(desk: Desk, view: View) -> list[tuple[str, float, Query]]:
    """Give those named who serve now, with the time since their first start."""
    published = desk.context.published
    if not view.start or not view.end or published is None or not view.entity:
        return []
    found: dict[str, tuple[str, float, Query]] = {}
    for binding in desk.context.bindings:
        name = binding.mention.best
        scopes = [(), *_bodies(desk, view)]
        for scope in scopes if name not in found else ():
            where = (Filter(view.entity, "=", name), *scope)
            if select(view, (*where, *valid_on(view, published))):
                query = Query(operation="years since", table=view.name, column=view.start, where=where, on=published)
                found[name] = (name, binding.weight, query)
    return list(found.values())[:4]


def _bodies(desk: Desk, view: View) -> list[tuple[Filter, ...]]:
    """Give the bodies that the clause names, in which time may be served."""
    inside = desk.context.discourse.mentions_in(desk.context.clause)
    return [
        (Filter(c, "=", m.best),)
        for m in inside
        if m.values
        for c in view.names
        if c != view.entity and view.rows(c, m.best)
    ]


def _serving(desk: Desk) -> float:
    stems = desk.context.sentence_stems
    return 0.85 if stems & TENURE or any(kinship(s, "term") for s in stems) else 0.5


def _held(desk: Desk) -> Iterator[Reading]:
    """Yield the time in all the terms of something named: "eleven years in two spells", a delegation's service."""
    published = desk.context.published
    for view in desk.views if published else ():
        for selection in [s for s in desk.named(view) if s.filled][:4] if view.start and view.end else ():
            if len(select(view, selection.where)) < 2:
                continue
            for now in ((), valid_on(view, published)) if published else ():
                query = Query(
                    operation="years held", table=view.name, column=view.start, key=view.end, on=published,
                    where=(*selection.where, *now),
                )  # fmt: skip
                yield Reading(
                    family="served", query=query, parts=(("subject", tie(selection)), ("words", _serving(desk))),
                    said=f"years in all terms of {selection.who}", form="years", unit="a", refutes=False,
                )  # fmt: skip


def _times_as_long(desk: Desk) -> Iterator[Reading]:
    """Yield how many times as long one has served as another."""
    for view in desk.views:
        for one, other in combinations(_served(desk, view), 2):
            for left, right in ((one, other), (other, one)):
                yield Reading(
                    family="served", query=Query(operation="ratio", table=view.name, left=left[2], right=right[2]),
                    parts=(
                        ("subject", 0.6 * max(one[1], other[1]) + 0.4 * min(one[1], other[1])),
                        ("words", _serving(desk)),
                    ),
                    said=f"time of {left[0]} over that of {right[0]}", form="ratio", refutes=False,
                )  # fmt: skip


def _together(desk: Desk) -> Iterator[Reading]:
    """Yield the time that several have served together: "between them they have put in 27 years"."""
    for view in desk.views:
        served = [s for s in _served(desk, view) if s[1] >= 0.4]
        for many in range(2, len(served) + 1):
            some = served[:many]
            total = reduce(lambda a, b: Query(operation="plus", table=view.name, left=a, right=b), (s[2] for s in some))
            yield Reading(
                family="served", query=total,
                parts=(("subject", min(s[1] for s in some) + 0.1), ("words", _serving(desk))),
                said=f"time of {' and '.join(s[0] for s in some)} together", form="years", unit="a", refutes=False,
            )  # fmt: skip
