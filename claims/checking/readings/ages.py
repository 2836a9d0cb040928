"""Ages from birth dates: now, at a birthday, at death, on the day of an event."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.query import Filter, Query
from claims.checking.scoring import Reading
from claims.checking.words import BIRTH_WORDS, BIRTHDAY_WORDS, DEATH_WORDS, STRONG, kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.context import Context
    from claims.checking.desk import Desk
    from claims.checking.periods import When
    from claims.checking.tables import View

TURNS = frozenset(stem(w) for w in BIRTHDAY_WORDS)
DEATHS = frozenset(stem(w) for w in DEATH_WORDS)
BIRTHS = frozenset(stem(w) for w in BIRTH_WORDS)


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the ages that a statement may give."""
    value = desk.value
    if value is not None and (value.kind == "age" or _birthday(desk) or _bare_age(desk)):
        for view in desk.views:
            if view.born and view.person:
                yield from _ages(desk, view)


def _birthday(desk: Desk) -> bool:
    """Recognise "his 82nd birthday"."""
    value = desk.value
    return bool(value and value.kind == "ordinal" and "birthday" in (desk.context.noun, *desk.context.after[:1]))


def _bare_age(desk: Desk) -> bool:
    """Recognise an age that only its place tells: "Lee, 45, ...", "she is 45", "turns 45"."""
    value, context = desk.value, desk.context
    if not value or value.kind not in ("number", "count") or ((value.unit or context.noun) and not _apposed(context)):
        return False
    if not isinstance(value.amount, Decimal) or value.amount != int(value.amount) or not 10 <= value.amount <= 115:
        return False
    if TURNS & {stem(w) for w in context.before[:2]}:
        return True
    before = [w for w in context.before if w not in STILL | OLDER][:1]
    apposed = context.after[:1] in ([","], ["and"], [";"], ["."], ["but"]) or before == ["at"]
    named = any(b.mention.person and follows(context, b.mention.end) for b in context.bindings)
    copula = bool({"is", "was", "be", "at"} & {*before})
    person = any(b.mention.person and b.weight > 0.75 for b in context.bindings)
    return (named and (apposed or before == [","])) or (copula and person)


def _apposed(context: Context) -> bool:
    """Say whether a description of the person follows: "Lee, at 45 the youngest of them"."""
    return context.after[:1] in (["the"], ["a"], ["an"])


STILL = frozenset("still only now just yet already barely not".split())
OLDER = frozenset("over under above below older younger than".split())
APPOSED = re.compile(
    r"(?:,? (?:himself|herself|jr\.?|sr\.?))?(?:,| \(|, (?:at|aged|age)|,?(?: (?:now|still|only|just))+) ?",
    re.IGNORECASE,
)


def follows(context: Context, end: int) -> bool:
    """Say whether the number stands right behind a name: "Lee, 45", "Lee himself, 45", "Lee, at 45"."""
    return bool(APPOSED.fullmatch(context.text[end : context.statement.start] or "-"))


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
    for person, weight in known[:1] if known and known[0][1] >= 0.85 and not _both(desk.context) else known:
        where = (Filter(view.person, "=", person),)
        in_year = _in_a_year(desk, view, person, weight)
        if in_year is not None:
            yield in_year
            return
        then = list(_at_events(desk, view, person, weight)) if _of_then(desk.context) else []
        yield from then
        for on, sure in _days(desk.context, view, person) if not any(r.part("time") == STATED for r in then) else ():
            yield Reading(
                family="age",
                query=Query(operation="age", table=view.name, column=view.born, where=where, on=on),
                parts=(("subject", weight), ("time", sure)),
                said=f"age of {person} on {on}",
            )


def _in_a_year(desk: Desk, view: View, person: str, weight: float) -> Reading | None:
    """Give the age in a month or a year that the clause gives, on its last day or before the birthday in it."""
    value, context = desk.value, desk.context
    stated = next((w for w in context.times if w.weight >= 0.85 and w.role == "at"), None)
    born = view.cells(view.born)[view.rows(view.person, person)[0]]
    past = {*context.before[:2]} & {"was", "were"}
    if value is None or stated is None or not past or not isinstance(born, dt.date) or DEATHS & context.clause_stems:
        return None
    first, last = stated.period
    if value.comparator != "eq" or not isinstance(value.amount, Decimal) or last <= first or first <= born:
        return None
    birthday = dt.date(last.year, born.month, min(born.day, 28))
    most = value.amount + (first <= birthday <= last)
    return Reading(
        family="age",
        query=Query(
            operation="age", table=view.name, column=view.born, where=(Filter(view.person, "=", person),), on=last
        ),
        parts=(("subject", weight), ("time", STATED)), said=f"age of {person} by {last}", form="check",
        asserted=checks.number(value.amount, most, "the age before or after the birthday in it"),
    )  # fmt: skip


def _both(context: Context) -> bool:
    """Say whether the age is that of several: "both 45"."""
    return "both" in takewhile(lambda word: word not in PAUSES, context.before)


def _at_events(desk: Desk, view: View, person: str, weight: float) -> Iterator[Reading]:
    """Yield the age on the days that tables have for somebody: "she was 32 when she got the job"."""
    for other in desk.views:
        rows = {row for column in other.names for row in other.rows(column, person)}
        days = [c for c in other.of_role("from", "date") if c not in (other.born, other.died)]
        days = [c for c in days if other.columns[c].resolution == "day"]
        cells = ((c, other.cells(c)[row]) for row in sorted(rows)[:MOST_EVENTS] for c in days)
        past = desk.context.published or dt.date.max
        found = [(c, day) for c, day in cells if isinstance(day, dt.date) and day <= past]
        for column, day in found:
            stated = any(w.period[0] <= day <= w.period[1] for w in desk.context.times if w.weight >= 0.85)
            told = any(kinship(a, b) >= STRONG for a in stems_of(column) for b in desk.context.sentence_stems)
            yield Reading(
                family="age",
                query=Query(
                    operation="age", table=view.name, column=view.born, on=day,
                    where=(Filter(view.person, "=", person),),
                ),
                parts=(
                    ("subject", weight),
                    ("time", STATED if stated else 0.9 if len(found) == 1 else 0.8 if told else 0.6),
                ),
                said=f"age of {person} on {day}, {column} of {other.name}", refutes=stated or len(found) == 1,
            )  # fmt: skip


MOST_EVENTS, STATED = 6, 0.95
PAUSES = frozenset(",.;:")


def _days(context: Context, view: View, person: str) -> Iterator[tuple[dt.date, float]]:
    """Yield the days that the age may hold on: the publication, a birthday, a day the clause gives, the death."""
    died = view.cells(view.died)[view.rows(view.person, person)[0]] if view.died else None
    before = {*context.before}
    if "would" in before and context.published and not _of_then(context):
        yield context.published, 1.0
        return
    if "before" in before or "prior" in before:
        return
    if isinstance(died, dt.date) or DEATHS & context.clause_stems:
        living = [w for w in context.before if w not in STILL][:1] == ["is"]
        if isinstance(died, dt.date) and (DEATHS & context.clause_stems or living):
            yield died, 1.0
        return
    stated = [w for w in context.times if w.weight >= 0.85 and w.role == "at"]
    turning = TURNS & {stem(w) for w in (*context.before[:3], *context.after[:1], context.noun)}
    if stated and context.published and (turning or _reached(context, stated[0])):
        day = stated[0].period[1]
        soon = 0 <= (context.published - day).days <= 7
        yield day + dt.timedelta(7 if soon else 0), 1.0
    elif stated and _of_then(context):
        yield from dict.fromkeys(((stated[0].period[1], 0.8), (stated[0].period[0], 0.75)))
    elif (turning and not _turns(context)) or _of_then(context):
        return
    elif context.published is not None:
        yield context.published, 1.0


def _reached(context: Context, when: When) -> bool:
    """Say whether an age is one to be reached at a time: "60 on Wednesday", "will be 67 next month"."""
    between = context.text[context.statement.end : when.start].lower().split()
    return when.start > context.statement.start and len(between) < 2 and {*between} <= {"on", "in", "this", "later"}


def _turns(context: Context) -> bool:
    """Say whether a birthday is told as news: "turns 45", "marked his 82nd birthday"."""
    return any(t.tag_ in ("VBZ", "VBD", "VBP") and stem(t.text) in TURNS for t in context.line)


THEN = frozenset("at during in upon by before".split())


def _of_then(context: Context) -> bool:
    """Say whether the age is that of another time: "began at age 10", "when she was 23"."""
    before, after = (list(takewhile(lambda w: w not in PAUSES, words)) for words in (context.before, context.after[:4]))
    if {"when", "since", "after", "until", "as"} & {*before} or "when" in after or "same" in before:
        return True
    if before[:1] in (["was"], ["were"]) and {*after[:1]} & THEN:
        return True
    if _apposed(context) and any(follows(context, b.mention.end) for b in context.bindings):
        return False
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
