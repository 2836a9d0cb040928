"""The day that an event of a table happened: the row is chosen by names and by the words that its cells share."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking.circumstances import counting_since, outdone_since
from claims.checking.periods import period_of
from claims.checking.query import Filter, Query, different, select
from claims.checking.readings.measures import tie
from claims.checking.readings.phases import MEANT, OPEN, TOLD, dates_told, own_stems, since_when
from claims.checking.readings.roles import person_column
from claims.checking.readings.stretches import told_through
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading, word_match
from claims.checking.selection import MONTH, other_days
from claims.checking.words import STRONG, WEAK, kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.periods import Period
    from claims.checking.selection import Selection
    from claims.checking.tables import View


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the days of the events that a date may be that of."""
    value = desk.value
    if value is None or value.kind not in ("date", "period") or not (period := period_of(value.iso)):
        return
    if told_through(value) or outdone_since(desk):
        return
    for view in desk.near_with(_of_days):
        if not counting_since(desk, view) and (columns := _days_told(desk, view)):
            yield from _events(desk, view, columns, period)
            yield from _rare(desk, view, columns[0], period)


def _of_days(view: View) -> bool:
    """Say whether the rows of a table are told by days and not by years."""
    return not view.year and bool(view.day or view.start)


def _days_told(desk: Desk, view: View) -> list[str]:
    """Name the days of an event table that the clause tells; where it tells none, the one that its rows happened on."""
    main = view.day or ("" if person_column(desk, view) else view.start)
    if not main:
        return []
    told = dates_told(desk, view)
    least = MEANT if since_when(desk) is not None else OPEN
    return [c for c in (main, *other_days(view)) if told[c] >= MEANT] or [c for c in (main,) if told[c] >= least]


def _events(desk: Desk, view: View, columns: list[str], period: Period) -> Iterator[Reading]:
    """Yield the day of the event that the names and the words of the clause choose."""
    texts = view.described
    stems = _around(desk)
    told = dates_told(desk, view)
    spoken = [c for c in columns if c == view.day or told[c] == TOLD]
    own = frozenset(s for c in spoken for s in own_stems(c))
    table = stems_of(view.name)
    for selection in desk.named(view):
        best = _described(view, texts, selection, stems)
        if not best:
            best = [
                (w, 0.8 * m) for w, m in _described(view, texts, selection, desk.context.sentence_stems) if m >= 0.8
            ]
        if not best and view.of_role("text") and selection.filled:
            yield from _on_the_day(view, columns[0], selection, period)
        pinned = _pinned(view, selection)
        for where, words in best or ([] if view.of_role("text") and not pinned else [((), pinned)]):
            called = (own.union(table), WEAK) if selection.filled else (own.union(table[-1:]), STRONG)
            words = max(words, 0.9 * _spoken(desk, *called))
            if selection.filled and words < 0.6:
                yield from _on_the_day(view, columns[0], selection, period)
            if words < 0.3 or (not selection.filled and (words < 0.7 or _by_chance(view, columns[0], where, period))):
                continue
            for column in columns:
                yield from _day_of(desk, view, column, (*selection.where, *where), selection, words, period)


def _by_chance(view: View, column: str, where: tuple[Filter, ...], period: Period) -> bool:
    """Say whether some row or other lies in a time: one of six cases last year, one of four in a century."""
    length = (period[1] - period[0]).days
    days = [d for row in select(view, where)[:MOST_ROWS] if isinstance(d := view.cells(column)[row], dt.date)]
    return length > LONGEST or (length > MONTH and _chance(days, length) > LIKELY)


def _chance(days: list[dt.date], length: int) -> float:
    """Say how many of some days lie in a time of that length by chance."""
    return len(days) * length / max(length, (max(days) - min(days)).days) if days else 0.0


def _pinned(view: View, selection: Selection) -> float:
    """Say how surely names alone tell an event: two that one row has together, less so one that stands there once."""
    if not selection.filled or selection.far or view.person or len(select(view, selection.where)) != 1:
        return 0.0
    columns = [column for column, _ in selection.filled]
    if any(view.rows(c, value) for own, value in selection.filled for c in columns if c != own):
        return 0.0  # of home and away there may be another match
    once = any(column != view.entity for column in columns)
    return TOGETHER if len(selection.filled) > 1 else ALONE if once else 0.0


TOGETHER, ALONE = 0.65, 0.5  # the second refutes nothing
YEARS_OFF, LONGEST = 3, 1100


def _spoken(desk: Desk, stems: frozenset[str], least: float) -> bool:
    """Say whether a word close to the date calls what the rows are, or what happened on their day."""
    return any(kinship(word, near) >= least for word in stems for near in desk.context.near)


@remembered
def _around(desk: Desk) -> frozenset[str]:
    """Give the stems of the clause, its verb and what it is about."""
    verb = desk.context.verb
    about = (b.mention.best for b in desk.context.bindings if b.weight >= 0.6)
    named = {s for name in about for s in stems_of(name)}
    subject = frozenset(stems_of(desk.statement.subject))
    return desk.context.clause_stems | named | subject | ({stem(verb.text)} if verb is not None else set())


def _slipped(desk: Desk, day: dt.date, period: Period) -> bool:
    """Say whether a date may be this day miswritten, not that of something else."""
    length = (period[1] - period[0]).days
    if length > 300:
        return False
    away = min(abs((day - period[0]).days), abs((day - period[1]).days))
    published = desk.context.published
    if published and length < 8 and -7 <= (published - period[1]).days <= 21 and away > 10:
        return False
    same = length > MONTH or day.month == period[0].month
    same = same and (length > 1 or day.day == period[0].day)
    turned = sorted(str(day.year)) == sorted(str(period[0].year))
    return away <= (35 if length < 2 else 100 if length < 32 else 1100) or (same and (away < 1900 or turned))


@remembered
def described(desk: Desk, view: View) -> list[tuple[Selection, float]]:
    """Give the rows of an event table that names and words choose, one row each, with the match of the words.

    It is the last of them, or that of a time which the sentence gives.
    """
    texts = view.described
    first, end = desk.context.sentence
    spoken = [w.period for w in desk.context.times if w.role == "at" and first <= w.start < end]
    stems = desk.context.sentence_stems
    found: list[tuple[Selection, float]] = []
    for selection in desk.named(view):
        for where, match in _described(view, texts, selection, stems) or [((), 0.0)]:
            rows = select(view, (*selection.where, *where))
            days = [d for row in rows if isinstance(d := view.cells(view.day)[row], dt.date)] if view.day else []
            past = [d for d in days if desk.context.published is None or d <= desk.context.published]
            then = [d for d in past if any(start <= d <= last for start, last in spoken)]
            if past:
                day = Filter(view.day, "=", max(then or past))
                chosen = replace(selection, where=(*selection.where, *where, day), time=THEN if then else 0.8)
                found.append((chosen, match))
    return found


THEN = 0.95  # how surely an event is meant that lies in the time of the sentence


def _on_the_day(view: View, column: str, selection: Selection, period: Period) -> Iterator[Reading]:
    """Yield a row of that very day, or of that month among few of two names: hardly by chance, yet no error."""
    rows = select(view, selection.where)
    few = len(selection.filled) > 1 and len(rows) <= FEW
    if (period[1] - period[0]).days >= (MONTH if few else 2):
        return
    inside = {d for row in rows if isinstance(d := view.cells(column)[row], dt.date) and period[0] <= d <= period[1]}
    for day in sorted(inside)[:1]:
        where = (*selection.where, Filter(column, "=", day))
        yield Reading(
            family="event", query=Query(operation="value", table=view.name, column=column, where=where),
            parts=(("subject", selection.subject), ("words", 0.6)),
            said=f"day of {view.name} {selection.who}", form="date", refutes=False,
        )  # fmt: skip


FEW = 4
MOST_ROWS = 500


def _rare(desk: Desk, view: View, column: str, period: Period) -> Iterator[Reading]:
    """Yield the one event of a thing in a month or a year, where it has few: "more than the one in 2012"."""
    length = (period[1] - period[0]).days
    if length < SHORT or length > LONG or person_column(desk, view):
        return
    spoken = _spoken(desk, own_stems(column).union(stems_of(view.name)[-1:]), STRONG)
    for selection in [s for s in desk.named(view) if s.filled and tie(s) >= TIED][:MOST_RARE]:
        rows = select(view, selection.where)
        days = [d for row in rows[:MOST_ROWS] if isinstance(d := view.cells(column)[row], dt.date)]
        inside = [d for d in days if period[0] <= d <= period[1]]
        if len(inside) != 1 or (chance := _chance(days, length)) > LIKELY:
            continue
        where = (*selection.where, Filter(column, "=", inside[0]))
        yield Reading(
            family="event", query=Query(operation="value", table=view.name, column=column, where=where),
            parts=(("subject", tie(selection)), ("words", 0.75 if spoken else 0.6), ("time", 1.0 - chance)),
            said=f"day of the one of {view.name} then of {selection.who}", form="date", refutes=False,
        )  # fmt: skip


SHORT, LONG, MOST_RARE = 27, 366, 2
TIED, LIKELY = 0.6, 0.35
"""How tied a thing has to be; how likely one of its events may lie in such a time by chance."""


def _described(
    view: View, texts: list[str], selection: Selection, stems: frozenset[str]
) -> list[tuple[tuple[Filter, ...], float]]:
    """Give the rows' texts that the clause repeats, the best first."""
    found: dict[tuple[Filter, ...], float] = {}
    rows = select(view, selection.where)
    for column in texts:
        cells = view.cells(column)
        few = different(view, column, selection.where) if len(rows) <= MOST_ROWS else cells.among(rows[:MOST_ROWS])
        for cell in few:
            if isinstance(cell, str) and (match := word_match(stems_of(cell), stems)) >= 0.5:
                found[(Filter(column, "=", cell),)] = match
    return sorted(found.items(), key=lambda item: (-item[1], str(item[0])))[:3]


def _day_of(
    desk: Desk, view: View, column: str, where: tuple[Filter, ...], selection: Selection, words: float, period: Period
) -> Iterator[Reading]:
    """Yield the day of the rows that is nearest to the date as written, and other days of theirs that lie in it."""
    days = [d for row in select(view, where) if isinstance(d := view.cells(column)[row], dt.date)]
    if not days:
        return
    inside = [d for d in days if period[0] <= d <= period[1]]
    told = dates_told(desk, view)[column]
    others = [] if inside or told >= MEANT else list(_other_day(desk, view, where, period))
    yield from others
    sure = column == view.day or _identified(desk, view, where, selection)
    nearest = inside[0] if inside else min(days, key=lambda d: (abs((d - period[0]).days), d))
    subject = max(0.3, selection.subject - selection.skipped) if selection.filled else 0.55
    subject *= 1.0 if sure else HELD
    miswritten = _pinned(view, selection) >= TOGETHER and abs(nearest.year - period[0].year) <= YEARS_OFF
    near = miswritten or _slipped(desk, nearest, period)
    yield Reading(
        family="event",
        query=Query(operation="value", table=view.name, column=column, where=(*where, Filter(column, "=", nearest))),
        parts=(("subject", subject), ("words", words), ("time", 0.9 if inside or near else 0.3)),
        said=" ".join([f"{'day' if column == view.day else column} of {view.name}", *(str(f.value) for f in where)]),
        form="date",
        refutes=not others and near and sure,
    )


HELD = 0.6  # how surely a row that only belongs to what is named is meant


def _identified(desk: Desk, view: View, where: tuple[Filter, ...], selection: Selection) -> bool:
    """Say whether a row is what the clause is about: it is named, described, or called what the table calls it."""
    described = len(where) > len(selection.where)
    called = any(s in _around(desk) for s in stems_of(view.name))
    return described or called or bool(view.entity and selection.value_of(view.entity))


def _other_day(desk: Desk, view: View, where: tuple[Filter, ...], period: Period) -> Iterator[Reading]:
    """Yield the other day of a row that lies in the period: a case is filed in one year and decided in the next."""
    rows = select(view, where)
    told = dates_told(desk, view)
    for column in (c for c in other_days(view) if told[c] >= OPEN):
        days = {d for r in rows if isinstance(d := view.cells(column)[r], dt.date) and period[0] <= d <= period[1]}
        for day in sorted(days)[:1]:
            chosen = (*where, Filter(column, "=", day))
            yield Reading(
                family="event", query=Query(operation="value", table=view.name, column=column, where=chosen),
                parts=(("subject", 0.7), ("words", 0.7), ("time", 0.9)),
                said=" ".join([f"{column} of {view.name}", *(str(f.value) for f in where)]), form="date", refutes=False,
            )  # fmt: skip
