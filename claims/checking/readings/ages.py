"""Ages from birth dates, and time served or passed since a date."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from claims.checking.query import OPEN_END, Filter, Query, select
from claims.checking.scoring import Reading
from claims.checking.selection import valid_on
from claims.checking.words import BIRTH_WORDS, BIRTHDAY_WORDS, DEATH_WORDS, END_WORDS, START_WORDS, kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.context import Context
    from claims.checking.desk import Desk
    from claims.checking.tables import View

AGE_NOUNS = frozenset({"birthday", "age"})
STARTS = frozenset(stem(w) for w in START_WORDS)
ENDS = frozenset(stem(w) for w in END_WORDS)
TURNS = frozenset(stem(w) for w in BIRTHDAY_WORDS)
DEATHS = frozenset(stem(w) for w in DEATH_WORDS)
BIRTHS = frozenset(stem(w) for w in BIRTH_WORDS)


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the ages and durations that a statement may give."""
    value = desk.value
    if value is None:
        return
    if value.kind == "age" or (value.kind == "ordinal" and "birthday" in (desk.context.noun, *desk.context.after[:1])):
        for view in desk.views:
            if view.born and view.person:
                yield from _ages(desk, view)
    elif value.kind == "duration" or _counts_years(desk):
        for view in desk.views:
            yield from _tenures(desk, view)


def _counts_years(desk: Desk) -> bool:
    value = desk.value
    return bool(value and value.kind in ("count", "quantity") and value.unit.split(" ")[-1] in ("year", "month", "day", "week", "a"))


def people(desk: Desk, view: View) -> Iterator[tuple[str, float]]:
    """Yield the people of a table that the statement is tied to, the closest first."""
    seen: set[str] = set()
    for binding in desk.context.bindings:
        values = [v for v, _ in binding.mention.values if view.rows(view.person, v)]
        if len(values) == 1 and values[0] not in seen:
            seen.add(values[0])
            yield values[0], binding.weight * binding.mention.values[0][1]
        elif len(values) > 1:
            return


def _ages(desk: Desk, view: View) -> Iterator[Reading]:
    for person, weight in list(people(desk, view))[:3]:
        where = (Filter(view.person, "=", person),)
        for on, sure in _days(desk.context, view, person):
            yield Reading(
                family="age",
                query=Query(operation="age", table=view.name, column=view.born, where=where, on=on),
                parts=(("subject", _tied(desk, person, weight)), ("time", sure)),
                said=f"age of {person} on {on}",
            )


def _tied(desk: Desk, person: str, weight: float) -> float:
    """Weaken a tie to somebody else than the person the statement names."""
    return weight * (0.4 if desk.context.stranger(person) else 1.0)


def _days(context: Context, view: View, person: str) -> Iterator[tuple[dt.date, float]]:
    """Yield the days that the age may hold on: the publication, a birthday to come, a day the clause gives, the death."""
    died = view.cells(view.died)[view.rows(view.person, person)[0]] if view.died else None
    if isinstance(died, dt.date):
        yield died, 1.0 if DEATHS & context.sentence_stems else 0.8
        return
    stated = [w for w in context.times if w.weight >= 0.85 and w.role == "at"]
    turning = TURNS & context.clause_stems
    if stated and turning:
        yield stated[0].period[1], 1.0
    elif stated and "when" in context.sentence_stems | set(context.before):
        yield stated[0].period[1], 0.8
    elif context.published is not None:
        yield context.published, 1.0


def _tenures(desk: Desk, view: View) -> Iterator[Reading]:
    if not view.start:
        return
    context = desk.context
    stems = context.clause_stems
    for selection in desk.named(view):
        if not selection.filled or selection.subject < 0.3 or not context.published:
            continue
        rows = select(view, selection.where)
        starts = [c for row in rows if isinstance(c := view.cells(view.start)[row], dt.date)]
        if not starts:
            continue
        words = 0.95 if stems & _TENURE else 0.6
        parts = (("subject", selection.subject - selection.skipped), ("words", words))
        who = ", ".join(v for _, v in selection.filled)
        now = (*selection.where, *valid_on(view, context.published))
        if select(view, now):
            yield _since(view, selection.where, context.published, parts, f"time of {who} since the first start")
            yield _since(view, now, context.published, parts, f"time of {who} since the current start")
            yield from _to_the_end(view, selection.where, parts, who, desk)
        elif view.end:
            yield _whole(view, selection.where, parts, f"time of {who} from start to end")


_TENURE = frozenset(
    stem(w) for w in "be serve run lead hold head charge leader office tenure service spend executive last senator term put manage coach own chief".split()
)


def _since(view: View, where: tuple[Filter, ...], on: dt.date, parts: tuple[tuple[str, float], ...], said: str) -> Reading:
    query = Query(operation="years since", table=view.name, column=view.start, where=where, on=on)
    return Reading(family="duration", query=query, parts=parts, said=said, unit="a", form="years")


def _whole(view: View, where: tuple[Filter, ...], parts: tuple[tuple[str, float], ...], said: str) -> Reading:
    last = Query(operation="max", table=view.name, column=view.end, where=where)
    first = Query(operation="min", table=view.name, column=view.start, where=where)
    query = Query(operation="years between", table=view.name, left=last, right=first)
    return Reading(family="duration", query=query, parts=parts, said=said, unit="a", form="years")


def _to_the_end(view: View, where: tuple[Filter, ...], parts: tuple[tuple[str, float], ...], who: str, desk: Desk) -> Iterator[Reading]:
    """Yield the time at the end of the current term, where the clause looks ahead."""
    if ENDS & desk.context.sentence_stems and any(kinship(s, "term") for s in desk.context.sentence_stems):
        yield _whole(view, where, parts, f"time of {who} by the end of the term")
    elif desk.context.times and desk.context.times[0].role == "at" and desk.context.published:
        day = desk.context.times[0].period[0]
        if day > desk.context.published:
            yield _since(view, (*where, Filter(view.start, "<=", day)), day, parts, f"time of {who} on {day}")


__all__ = ["OPEN_END", "people", "readings"]
