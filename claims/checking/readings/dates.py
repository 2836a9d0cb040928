"""Dates: when something started, ended, was founded, was born; the day an event of a table happened."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from claims.checking import checks, circumstances, otherthings
from claims.checking.agreement import WEEKDAYS
from claims.checking.people import holds_people
from claims.checking.periods import period_of
from claims.checking.query import Filter, Query, same, select
from claims.checking.readings import lives, moments
from claims.checking.readings.aged import DEATHS, TURNS, reaches
from claims.checking.readings.ages import BIRTHS, people
from claims.checking.readings.phases import (
    BEGUN,
    BLANK,
    FIRSTS,
    LASTS,
    MAKINGS,
    OPEN,
    OVER,
    TOLD,
    begins_serving,
    begun_doing,
    dates_told,
    own_stems,
    phase,
    since_when,
    telling,
    undergone,
)
from claims.checking.readings.stretches import by_its_ends
from claims.checking.readings.tenures import TENURE, has_had, holds_post
from claims.checking.readings.terms import edge
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading, word_match
from claims.checking.tables import ENDS, STARTS
from claims.checking.words import kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.periods import Period
    from claims.checking.selection import Selection
    from claims.checking.tables import View
    from claims.checking.ties import Binding


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what a date may be the date of."""
    value = desk.value
    if value is not None and value.kind == "date" and not any(c.isdigit() for c in value.text):
        for view in desk.views_with(_dated):
            if view.day and not view.year:
                yield from _weekdays(desk, view)
    if value is None or value.kind not in ("date", "period") or not (period := period_of(value.iso)):
        return
    if not desk.views_with(_dated):
        return
    if by_its_ends(value) or circumstances.outdone_since(desk) or circumstances.counted_since(desk):
        return
    if circumstances.moved_since(desk) or _bound_to_come(desk, period):
        return
    if otherthings.of_another(desk, None, False):
        return
    for view in desk.views_with(_dated):
        if view.born and view.person:
            yield from _births(desk, view, period)
        if otherthings.done_to_another(desk):
            continue
        yield from _attributes(desk, view)
        if view.start:
            yield from _terms(desk, view)
        yield from _told(desk, view, period)


def _bound_to_come(desk: Desk, period: Period) -> bool:
    """Say whether a time only bounds what is still to come: "will not reopen before 2027"."""
    bound = desk.value is not None and desk.value.comparator != "eq"
    return bound and desk.context.published is not None and period[0] > desk.context.published


def _dated(view: View) -> bool:
    """Say whether a table tells dates, beyond the year that tells its rows apart."""
    years = view.of_role("year") if not view.year else ()
    return bool(years or view.born or view.start or view.of_role("date", "from", "to"))


def _births(desk: Desk, view: View, period: Period) -> Iterator[Reading]:
    stems = desk.context.clause_stems
    if moments.narrowed(desk) or lives.lives(desk) or lives.of_somebody_else(desk):
        return
    for person, weight in list(people(desk, view))[:2]:
        where = (Filter(view.person, "=", person),)
        birthday = _birthday(desk)
        for column, words in ((view.born, BIRTHS), (view.died, DEATHS)):
            if column and stems & words and not (birthday and column == view.born):
                yield Reading(
                    family="date", query=Query(operation="value", table=view.name, column=column, where=where),
                    parts=(("subject", weight),), said=f"{column} of {person}", **_day_told(desk, period),
                )  # fmt: skip
        born = view.cells(view.born)[view.rows(view.person, person)[0]]
        if isinstance(born, dt.date) and birthday and (period[1] - period[0]).days < 32:
            yield Reading(
                family="birthday",
                query=Query(operation="birthday", table=view.name, column=view.born, where=where, on=period[0]),
                parts=(("subject", weight), ("words", 0.95)), said=f"birthday of {person}", form="date",
            )  # fmt: skip


def _day_told(desk: Desk, period: Period) -> dict[str, Any]:
    """Hold a date against the day, or what names no year against the day of any year: "her death was in December"."""
    if desk.value and moments.yearless(desk.value):
        return {"form": "check", "asserted": checks.of_any_year(*period)}
    return {"form": "date"}


def _birthday(desk: Desk) -> bool:
    """Recognise a birthday by its name, or by somebody who "turns 45" or will be 45 on that day."""
    line = desk.context.line
    turning = any(stem(t.text) in TURNS and t.i + 1 < len(t.doc) and t.nbor(1).like_num for t in line)
    return turning or reaches(desk.context) or any(t.lemma_.lower() == "birthday" for t in line)


def _weekdays(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield the day of the row that the names choose, for a day of the week that the text alone cannot resolve."""
    published, value = desk.context.published, desk.value
    name = next((w for w in (value.text.lower().split() if value else []) if w in WEEKDAYS), "")
    verb = desk.context.verb
    if not name or published is None or verb is None or verb.tag_ not in ("VBD", "VBN"):
        return
    near = (Filter(view.day, ">=", published - dt.timedelta(6)), Filter(view.day, "<=", published))
    for selection in [s for s in desk.named(view) if len(s.filled) > 1][:2]:
        where = (*selection.where, *near)
        if len(select(view, where)) == 1:
            yield Reading(
                family="weekday", query=Query(operation="value", table=view.name, column=view.day, where=where),
                parts=(("subject", selection.subject), ("words", 0.8)),
                said=f"day of {view.name} {selection.who}", form="weekday", asserted=name,
            )  # fmt: skip


def _attributes(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield dates and years that are a property of the row: founded, opened, first delivery."""
    single = bool(view.entity) and not view.repeats
    terms = (c for c in view.of_role("from", "to") if view.columns[c].resolution == "year")
    columns = [*view.of_role("date"), *(view.of_role("year") if not view.year else ()), *terms]
    for column in columns:
        meaning = view.columns[column]
        told = dates_told(desk, view)[column]
        made = own_stems(column) & MAKINGS
        if made and not made & telling(desk) and otherthings.by_another(desk, view):
            continue
        if told < TOLD and undergone(desk, view, column):
            continue
        if (column in (view.born, view.died) and not _founded(desk, told)) or (
            column == view.day and meaning.resolution == "day" and not single
        ):
            continue
        near = 0.0 if begun_doing(desk) else max(desk.words(view, column), _cued(desk, view, column))
        words = max(near, told if told > OPEN else 0.0)
        if words < 0.3 or told < OPEN:
            continue
        for selection in desk.named(view):
            if not selection.filled:
                continue
            yield from _of_row(desk, view, column, selection, words)


def _founded(desk: Desk, told: float) -> bool:
    """Say whether the day of a life is told of what has none: a column "born or formed", a band that was formed."""
    return told == TOLD and not telling(desk) & (BIRTHS | DEATHS)


def _cued(desk: Desk, view: View, column: str) -> float:
    """Say how well the clause speaks of a date: by its words, by first and last, as the year of what is named."""
    stems = desk.context.clause_stems | {stem(t.text) for t in desk.context.tokens}
    own = [w for w in stems_of(column) if w not in BLANK]
    if not own:
        return 0.85 if word_match(stems_of(view.name), stems) >= 0.5 else 0.5
    since = _since(desk, view)
    told = (FIRSTS & {*own} and BEGUN & stems) or (LASTS & {*own} and OVER & stems) or (since and BEGUN & {*own})
    return max(0.9 * word_match(own, stems), 0.7 * bool(told))


def _of_row(desk: Desk, view: View, column: str, selection: Selection, words: float) -> Iterator[Reading]:
    where = selection.where
    dated = view.day if view.day != column and (view.repeats or len(select(view, where)) > 1) else ""
    operation, order = ("last", dated) if dated else ("value", "")
    if order and desk.context.published:
        where = (*where, Filter(order, "<=", desk.context.published))
    yield Reading(
        family="date",
        query=Query(operation=operation, table=view.name, column=column, where=where, order=order),
        parts=(("subject", selection.subject - selection.skipped), ("words", words)),
        said=f"{column} of {selection.who}",
        form="date",
        refutes=words >= SAID,
    )


SAID, COMING = 0.6, 0.6


def _terms(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield the first and the latest start, and the last end, of what the names choose."""
    stems, clause = desk.context.near, desk.context.clause_stems
    if begun_doing(desk):
        return
    since = _since(desk, view) and bool(clause & (TENURE | OFFICE) or has_had(desk.context))
    runs = desk.context.before[:1] == ["to"] and stem("run") in stems
    begun = STARTS if clause & TAKEN else STARTS - TAKE  # nobody begins to "take his coffee"
    starts = stems & begun or since or begins_serving(desk)
    start = 0.95 if starts else 0.7 if clause & begun else COMING if stems & ARRIVALS else 0.0
    end = 0.9 if stems & ENDS or runs else 0.7 if clause & ENDS else 0.0
    if since_when(desk) is not None:  # what is told of the time says what began or ended then
        start, end = (0.95 * (phase(desk) == said) for said in ("start", "end"))
    cues = ((view.start, start), (view.end, end))
    for selection in desk.named(view):
        if not selection.filled or selection.subject < 0.3 or selection.far or edge(desk, view, selection):
            continue
        who = selection.who
        for column, words in cues:
            if not column or words < 0.4:
                continue
            if words == COMING and not any(holds_people(view, c) for c, _ in selection.filled):
                continue  # a firm that came to town came to no post
            sure = 1.0 if not view.entity or selection.value_of(view.entity) or holds_post(view, selection) else 0.6
            parts = (("subject", (selection.subject - selection.skipped) * sure), ("words", words))
            for operation in ("min", "max"):
                yield Reading(
                    family="term",
                    query=Query(operation=operation, table=view.name, column=column, where=selection.where),
                    parts=(*parts, ("time", 0.9 if operation == "max" else 0.85)),
                    said=f"{'first' if operation == 'min' else 'latest'} {column} of {who}", form="date",
                    refutes=words > 0.85 and (column == view.end or _past(desk)) and _office(desk, view, selection),
                )  # fmt: skip


def _since(desk: Desk, view: View) -> bool:
    """Say whether a time is one that something goes back to."""
    return desk.context.before[:1] == ["since"] and not circumstances.counting_since(desk, view)


TAKE = frozenset({stem("take")})
TAKEN = frozenset(
    stem(w) for w in "over up on office post job seat oath charge power control command helm reins chair lead".split()
)
ARRIVALS = frozenset(stem(w) for w in "come get beat oust walk land follow".split())
OFFICE = frozenset(
    stem(w) for w in "office seat post job term oath leader chief executive minister president mayor senator company "
    "charge helm join elect appoint succeed resign retire arrive leave replace inherit position role chair".split()
)  # fmt: skip


def _office(desk: Desk, view: View, selection: Selection) -> bool:
    """Say whether the clause speaks of an office, by its words or by naming its holder, alone or with the body."""
    if desk.context.before[:1] == ["since"] and has_had(desk.context):
        return True
    if since_when(desk) is not None and OFFICE & desk.context.sentence_stems:
        return True
    return bool(OFFICE & desk.context.near) or len(selection.filled) > 1 or holds_post(view, selection)


def _past(desk: Desk) -> bool:
    period = period_of(desk.value.iso) if desk.value else None
    return bool(period and desk.context.published and period[0] <= desk.context.published)


def _told(desk: Desk, view: View, period: Period) -> Iterator[Reading]:
    """Yield rows about something named in the sentence whose date lies in the period: a day is hardly so by chance."""
    length = (period[1] - period[0]).days
    columns = [c for c in view.of_role("date", "from", "to") if view.columns[c].resolution in ("day", "month", "")]
    columns += [c for c in _founding(view) if length > QUARTER]
    columns = [c for c in columns if c not in (view.born, view.died) and dates_told(desk, view)[c] >= OPEN]
    for binding in desk.context.bindings[:8] if columns else ():
        if binding.weight < 0.45 or len(binding.mention.values) != 1:
            continue
        for name in view.names:
            for row in view.rows(name, binding.mention.best)[:200]:
                for column in columns:
                    day = view.cells(column)[row]
                    if _lies_in(day, period):
                        words = _date_words(desk, view, column, row, told=length < QUARTER)
                        founding = name == view.entity and column in _founding(view)
                        if founding or words >= next(w for most, w in TOLD_BY if length < most):
                            yield _at(view, name, column, binding, day, words)


def _lies_in(day: object, period: Period) -> bool:
    """Say whether a day, or a year, lies in a period."""
    if isinstance(day, int):
        return period[0].year == day == period[1].year
    return isinstance(day, dt.date) and period[0] <= day <= period[1]


@remembered
def _founding(view: View) -> list[str]:
    """Name the one year that each row of a table of things has: a prison opened in 1891 is "a pile of 1891"."""
    columns = [c for c in (*view.of_role("year"), *view.of_role("date")) if c not in (view.born, view.died)]
    alone = len(columns) == 1 and bool(view.entity) and not view.repeats and not view.year
    return columns if alone else []


QUARTER = 93
TOLD_BY = ((2, 0.5), (8, 0.6), (QUARTER, 0.7), (10**6, 0.85))
"""How well the words have to fit by the days that a period has: in a year much happens."""


def _date_words(desk: Desk, view: View, column: str, row: int, *, told: bool) -> float:
    """Say how well the clause speaks of a date: by its column's words, by starting and ending, by the row's text.

    The text of a row, an office say, counts only where the time is `told` closely.
    """
    stems = desk.context.clause_stems
    since = _since(desk, view)
    cued = {view.start: bool(stems & STARTS) or since, view.end: bool(stems & ENDS)}
    own = max((kinship(stem(w), s) for w in view.columns[column].words for s in stems if w not in BLANK), default=0.0)
    texts = [view.cells(c)[row] for c in (view.described if told else ())]
    described = max((word_match(stems_of(t), stems) for t in texts if isinstance(t, str)), default=0.0)
    return max(0.5, 0.9 * cued.get(column, False), 0.9 * own, 0.9 * described)


def _at(view: View, name: str, column: str, binding: Binding, day: object, words: float) -> Reading:
    where = (same(view, name, binding.mention.best), Filter(column, "=", day))
    return Reading(
        family="event", query=Query(operation="value", table=view.name, column=column, where=where),
        parts=(("subject", binding.weight * binding.mention.values[0][1]), ("words", words)),
        said=f"{column} of {binding.mention.best}", form="date", refutes=False,
    )  # fmt: skip
