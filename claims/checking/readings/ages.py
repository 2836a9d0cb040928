"""Ages from birth dates, and time served or passed since a date."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.agreement import years_of
from claims.checking.query import OPEN_END, Filter, Query, select
from claims.checking.scoring import Reading
from claims.checking.selection import valid_on
from claims.checking.tables import ENDS
from claims.checking.words import BIRTH_WORDS, BIRTHDAY_WORDS, DEATH_WORDS, kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.context import Context
    from claims.checking.desk import Desk
    from claims.checking.selection import Selection
    from claims.checking.tables import View

RELATIVE = frozenset("after before ago later earlier behind older younger".split())
TURNS = frozenset(stem(w) for w in BIRTHDAY_WORDS)
DEATHS = frozenset(stem(w) for w in DEATH_WORDS)
BIRTHS = frozenset(stem(w) for w in BIRTH_WORDS)


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the ages and durations that a statement may give."""
    value = desk.value
    if value is None:
        return
    if value.kind == "age" or _birthday(desk) or _bare_age(desk):
        for view in desk.views:
            if view.born and view.person:
                yield from _ages(desk, view)
    elif (value.kind == "duration" or _counts_years(desk)) and _tenure_like(desk):
        for view in desk.views:
            yield from _tenures(desk, view)


def _birthday(desk: Desk) -> bool:
    """Recognise "his 82nd birthday"."""
    value = desk.value
    return bool(value and value.kind == "ordinal" and "birthday" in (desk.context.noun, *desk.context.after[:1]))


def _bare_age(desk: Desk) -> bool:
    """Recognise an age that only its place tells: "Lee, 45, ...", "she is 45", "turns 45"."""
    value, context = desk.value, desk.context
    if not value or value.kind not in ("number", "count") or value.unit or context.noun:
        return False
    if not isinstance(value.amount, Decimal) or value.amount != int(value.amount) or not 10 <= value.amount <= 115:
        return False
    if TURNS & {stem(w) for w in context.before[:2]}:
        return True
    apposed = context.after[:1] in ([","], ["and"], [";"], ["."], ["but"]) or "at" in context.before[:1]
    named = any(b.mention.person and _follows(context, b.mention.end) for b in context.bindings)
    copula = bool({"is", "was", "be", "now", "at"} & set(context.before[:1]))
    person = any(b.mention.person and b.weight > 0.75 for b in context.bindings)
    return (named and (apposed or context.before[:1] in ([","], ["now"]))) or (copula and person)


APPOSED = re.compile(r"(?:,? (?:himself|herself|jr\.?|sr\.?))?(?:,| \(|, (?:now|at|aged|age)|,? now) ?", re.IGNORECASE)


def _follows(context: Context, end: int) -> bool:
    """Say whether the number stands right behind a name: "Lee, 45", "Lee himself, 45", "Lee, at 45"."""
    return bool(APPOSED.fullmatch(context.text[end : context.statement.start] or "-"))


def _tenure_like(desk: Desk) -> bool:
    """Leave out gaps between events ("ten days after") and times too short for an office."""
    value = desk.value
    years = years_of(value) if value else None
    return years is not None and years >= Decimal("0.2") and not RELATIVE & set(desk.context.after[:1])


def _counts_years(desk: Desk) -> bool:
    value = desk.value
    return bool(
        value
        and value.kind in ("count", "quantity")
        and value.unit.split(" ")[-1] in ("year", "month", "day", "week", "a")
    )


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
    if desk.context.stranger:
        return
    known = list(people(desk, view))[:3]
    for person, weight in known[:1] if known and known[0][1] >= 0.85 and "both" not in desk.context.before else known:
        where = (Filter(view.person, "=", person),)
        for on, sure in _days(desk.context, view, person):
            yield Reading(
                family="age",
                query=Query(operation="age", table=view.name, column=view.born, where=where, on=on),
                parts=(("subject", weight), ("time", sure)),
                said=f"age of {person} on {on}",
            )


def _days(context: Context, view: View, person: str) -> Iterator[tuple[dt.date, float]]:
    """Yield the days that the age may hold on: the publication, a birthday, a day the clause gives, the death."""
    died = view.cells(view.died)[view.rows(view.person, person)[0]] if view.died else None
    before = {*context.before}
    if "before" in before or "prior" in before:
        return
    if isinstance(died, dt.date) or DEATHS & context.clause_stems:
        if DEATHS & context.clause_stems and isinstance(died, dt.date):
            yield died, 1.0
        return
    stated = [w for w in context.times if w.weight >= 0.85 and w.role == "at"]
    turning = TURNS & {stem(w) for w in (*context.before[:3], *context.after[:1], context.noun)}
    if stated and turning and context.published:
        day = stated[0].period[1]
        soon = 0 <= (context.published - day).days <= 7
        yield day + dt.timedelta(7 if soon else 0), 1.0
    elif stated and "when" in {*context.before, *context.after}:
        yield stated[0].period[1], 0.8
    elif (turning and not _turns(context)) or _long_ago(context):
        return
    elif context.published is not None:
        yield context.published, 1.0


def _turns(context: Context) -> bool:
    """Say whether a birthday is told as news: "turns 45", "marked his 82nd birthday"."""
    return any(t.tag_ in ("VBZ", "VBD", "VBP") and stem(t.text) in TURNS for t in context.line)


def _long_ago(context: Context) -> bool:
    """Say whether the age is that of another time: "began at age 10", "when she was 23"."""
    before = context.before[: context.before.index(",")] if "," in context.before else context.before
    if {"when", "since", "after", "until", "as"} & set(before) or "when" in context.after[:4] or "same" in before:
        return True
    at = "at" in before[:4] and before[before.index("at") - 1 : before.index("at")] in (
        [],
        ["the"],
        ["age"],
        ["his"],
        ["her"],
    )
    verb = context.verb
    while verb is not None and verb.dep_ in ("xcomp", "advcl", "ccomp") and verb.head.i != verb.i:
        verb = verb.head
    return at and verb is not None and verb.tag_ in ("VBD", "VBN") and stem(verb.text) not in ("be", *DEATHS)


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
        if desk.context.stranger:
            return
        words = 0.95 if stems & TENURE else 0.3
        if view.entity and not selection.value_of(view.entity) and not holds_post(view, selection):
            words -= 0.2
        if desk.context.shared:
            words = min(words, 0.45)
        parts = (("subject", selection.subject - selection.skipped), ("words", words))
        who = selection.who
        now = (*selection.where, *valid_on(view, context.published))
        if select(view, now):
            yield _since(view, selection.where, context.published, parts, f"time of {who} since the first start")
            yield _since(view, now, context.published, parts, f"time of {who} since the current start")
            yield from _to_the_end(view, selection.where, parts, who, desk)
        elif view.end:
            yield _whole(view, selection.where, parts, f"time of {who} from start to end")


def holds_post(view: View, selection: Selection) -> bool:
    """Say whether the start is that of a post which something named holds: "director_since" of a director."""
    own = set(stems_of(view.start))
    return any(own & set(stems_of(column)) for column, _ in selection.filled)


TENURE = frozenset(
    stem(w)
    for w in (
        "be serve run lead hold head charge leader office tenure service spend executive last senator term put "
        "manage coach own chief"
    ).split()
)


def _since(
    view: View, where: tuple[Filter, ...], on: dt.date, parts: tuple[tuple[str, float], ...], said: str
) -> Reading:
    query = Query(operation="years since", table=view.name, column=view.start, where=where, on=on)
    return Reading(family="duration", query=query, parts=parts, said=said, unit="a", form="years")


def _whole(view: View, where: tuple[Filter, ...], parts: tuple[tuple[str, float], ...], said: str) -> Reading:
    last = Query(operation="max", table=view.name, column=view.end, where=where)
    first = Query(operation="min", table=view.name, column=view.start, where=where)
    query = Query(operation="years between", table=view.name, left=last, right=first)
    return Reading(family="duration", query=query, parts=parts, said=said, unit="a", form="years", refutes=True)


def _to_the_end(
    view: View, where: tuple[Filter, ...], parts: tuple[tuple[str, float], ...], who: str, desk: Desk
) -> Iterator[Reading]:
    """Yield the time at the end of the current term, where the clause looks ahead."""
    if view.end and ENDS & desk.context.sentence_stems and any(kinship(s, "term") for s in desk.context.sentence_stems):
        yield _whole(view, where, parts, f"time of {who} by the end of the term")
    elif desk.context.times and desk.context.times[0].role == "at" and desk.context.published:
        day = desk.context.times[0].period[0]
        if day > desk.context.published:
            yield _since(view, (*where, Filter(view.start, "<=", day)), day, parts, f"time of {who} on {day}")


__all__ = ["OPEN_END", "people", "readings"]
