"""Ages from birth dates: now, at a birthday, at death, on the day of an event."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.agreement import WEEKDAYS
from claims.checking.doers import own_subject
from claims.checking.officers import is_role
from claims.checking.query import Filter, Query
from claims.checking.readings.aged import (
    DEATHS,
    STILL,
    TURNS,
    WHEN,
    aged,
    apposed,
    both,
    holder,
    meant,
    moments,
    of_another,
    of_then,
    reached,
)
from claims.checking.readings.phases import BEGUN, OVER, phase_of
from claims.checking.scoring import Reading
from claims.checking.words import BIRTH_WORDS, STRONG, kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.context import Context
    from claims.checking.desk import Desk
    from claims.checking.tables import View

BIRTHS = frozenset(stem(w) for w in BIRTH_WORDS)


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the ages that a statement may give."""
    if aged(desk):
        for view in desk.views:
            if view.born and view.person:
                yield from _ages(desk, view)


def people(desk: Desk, view: View) -> Iterator[tuple[str, float]]:
    """Yield the people of a table that the statement is tied to, the closest first."""
    seen: set[str] = set()
    subject = own_subject(desk.context.head)
    unknown = subject is not None and subject.tag_ == "PRP" and desk.context.discourse.mention_at(subject) is None
    unknown = unknown or PRONOUN.search(desk.context.text, desk.context.sentence[0], desk.statement.start) is not None
    for binding in desk.context.bindings:
        if unknown and binding.mention.start > desk.statement.end:
            continue  # "she is 46; Lee, before her, stayed 11 years"
        values = [n for v, _ in binding.mention.values if (n := bearer(desk, view, v))]
        if len(values) == 1 and values[0] not in seen:
            seen.add(values[0])
            yield values[0], binding.weight * binding.mention.values[0][1]
        elif len(values) > 1:
            return


def bearer(desk: Desk, view: View, name: str) -> str:
    """Give the name by which a table of births knows somebody, who may be called by a handle; "" for nobody of it."""
    if view.rows(view.person, name):
        return name
    called = [c for c in view.of_role("entity", "category") if view.columns[c].unique]
    called = called if name in desk.index.persons else []
    row = next((rows[0] for c in called if (rows := view.rows(c, name))), None)
    return str(view.cells(view.person)[row]) if row is not None else ""


PRONOUN = re.compile(r"\b(?:she|he)(?: (?:is|was|turned|turns)|['’]s)(?: (?:now|only|just|still))? $", re.IGNORECASE)


def _ages(desk: Desk, view: View) -> Iterator[Reading]:
    context = desk.context
    if context.stranger or of_another(context) or meant(context):
        return
    placed = holder(context)
    known = list(people(desk, view))[:3]
    if placed is not None and len(placed.values) == 1:
        if named := bearer(desk, view, placed.best):
            known = [(named, PLACED * placed.values[0][1])]
        elif placed.best in desk.index.persons:  # somebody whose birth this table does not have
            here = {bearer(desk, view, m.best) for m in context.discourse.mentions_in(context.sentence)}
            known = [(person, weight) for person, weight in known if person in here]
    for person, weight in known[:1] if known and known[0][1] >= SURE and not both(context) else known:
        where = (Filter(view.person, "=", person),)
        in_year = _in_a_year(desk, view, person, weight)
        if in_year is not None:
            yield in_year
            return
        then = list(_at_events(desk, view, person, weight)) if of_then(context) else []
        yield from then
        for on, sure in _days(context, view, person) if not any(r.part("time") == STATED for r in then) else ():
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
    past = {*context.before[:2]} & {"was", "were"} and "when" not in (*context.before, *context.after[:4])
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


def _at_events(desk: Desk, view: View, person: str, weight: float) -> Iterator[Reading]:
    """Yield the age on the days that tables have for somebody: "she was 32 when she got the job"."""
    told, anothers = _phase(desk), when_another_did(desk.context)
    for other in desk.views:
        rows = {row for column in other.names for row in other.rows(column, person)}
        days = [c for c in other.of_role("from", "date", "to") if c not in (other.born, other.died)]
        days = [
            c for c in days if (other.columns[c].resolution == "day" and not told) or phase_of(other, c) in ("", told)
        ]
        cells = ((c, other.cells(c)[row]) for row in sorted(rows)[:MOST_EVENTS] for c in days)
        past = desk.context.published or dt.date.max
        found = [(c, day) for c, day in cells if isinstance(day, dt.date) and day <= past]
        for column, day in found:
            stated = any(w.period[0] <= day <= w.period[1] for w in moments(desk.context))
            said = any(kinship(a, b) >= STRONG for a in stems_of(column) for b in desk.context.sentence_stems)
            yield Reading(
                family="age",
                query=Query(
                    operation="age", table=view.name, column=view.born, on=day,
                    where=(Filter(view.person, "=", person),),
                ),
                parts=(
                    ("subject", weight),
                    ("time", STATED if stated else 0.9 if len(found) == 1 else 0.8 if said else 0.6),
                ),
                said=f"age of {person} on {day}, {column} of {other.name}",
                refutes=stated or (len(found) == 1 and not anothers),
            )  # fmt: skip


def when_another_did(context: Context) -> bool:
    """Say whether the clause that tells when has a subject of its own: "was 33 when the inspectors came"."""
    clauses = (c for c in (*context.head.children, *context.head.head.children) if c.dep_ == "advcl")
    subjects = [own_subject(c) for c in clauses if any(m.lower_ in WHEN for m in c.children)]
    return any(s is not None and s.pos_ in ("NOUN", "PROPN") and not is_role(s) for s in subjects)


def _phase(desk: Desk) -> str:
    """Say whether an age is that at the end of something, a term say, or at its start: "retired at 60"."""
    said = desk.context.clause_stems | ({stem(desk.context.verb.text)} if desk.context.verb is not None else set())
    return "start" if said & BEGUN else "end" if said & OVER else ""


NEAR = 5  # words before an age
MOST_EVENTS, STATED, PLACED, SURE = 6, 0.95, 0.97, 0.85


def _days(context: Context, view: View, person: str) -> Iterator[tuple[dt.date, float]]:
    """Yield the days that the age may hold on: the publication, a birthday, a day the clause gives, the death."""
    died = view.cells(view.died)[view.rows(view.person, person)[0]] if view.died else None
    here = context.document.line(context.sentence[0], context.statement.start)
    before, dying = {t.lower_ for t in here[-NEAR:]}, DEATHS & context.clause_stems
    if "would" in before and context.published and not of_then(context):
        yield context.published, 1.0
        return
    if "before" in before or "prior" in before:
        return
    if isinstance(died, dt.date) or (dying and not apposed(context)):
        living = [w for w in context.before if w not in STILL][:1] == ["is"]
        yield from ([(died, 1.0)] if dying or living else []) if isinstance(died, dt.date) else _late(context)
        return
    at = moments(context)
    turning = TURNS & {stem(w) for w in (*context.before[:3], *context.after[:1], context.noun)}
    if at and context.published and (turning or reached(context, at[0])):
        first, day = at[0].period
        if "will" in before and (day - first).days >= A_YEAR:  # before the birthday in it, or after
            yield first, 0.95
        weekday = context.text[at[0].start :].lower().startswith(WEEKDAYS)
        soon = weekday and 0 <= (context.published - day).days <= 7
        yield day + dt.timedelta(7 if soon else 0), 1.0
    elif at and of_then(context):
        yield from dict.fromkeys(((at[0].period[1], 0.8), (at[0].period[0], 0.75)))
    elif (turning and not _turns(context)) or of_then(context) or (not at and _by_then(context)):
        return
    elif context.published is not None:
        yield context.published, 1.0


def _late(context: Context) -> Iterator[tuple[dt.date, float]]:
    """Yield the day of a death that is news to the table: the one the clause gives, today's where somebody "dies"."""
    if context.published and context.verb is not None and context.verb.tag_ in ("VBZ", "VBP"):
        yield context.published, 1.0
    for when in [w for w in moments(context) if w.weight >= TIMELY][:1]:
        yield from dict.fromkeys(((when.period[1], 0.9), (when.period[0], 0.85)))


TIMELY = 0.85
A_YEAR = 360  # days


def _by_then(context: Context) -> bool:
    """Say whether an age is one of a time to come that nothing dates: "she will be 51 by then"."""
    return context.before[:2] == ["be", "will"] and context.after[:1] in (["by"], ["when"], ["before"], ["at"])


def _turns(context: Context) -> bool:
    """Say whether a birthday is told as news: "turns 45", "marked his 82nd birthday"."""
    return any(t.tag_ in ("VBZ", "VBD", "VBP") and stem(t.text) in TURNS for t in context.line)
