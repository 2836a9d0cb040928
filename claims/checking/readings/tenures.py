"""Time served: since somebody came to a post, from the first day to the last, in one term of several."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from claims.checking.agreement import years_of
from claims.checking.checks import Check
from claims.checking.officers import is_role
from claims.checking.otherthings import has_foreign_object, of_another, owner
from claims.checking.people import holds_people
from claims.checking.query import Filter, Query, select
from claims.checking.readings.aged import follows
from claims.checking.readings.changes import led_by
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import tie
from claims.checking.scoring import Reading
from claims.checking.selection import valid_on
from claims.checking.tables import ENDS
from claims.checking.words import kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.context import Context
    from claims.checking.desk import Desk
    from claims.checking.selection import Selection
    from claims.checking.tables import Cell, View

RELATIVE = frozenset("after before ago later earlier behind older younger".split())
COMPARED = frozenset("longer shorter more less fewer".split())
AGE_WORDS = frozenset("older younger elder senior junior oldest youngest eldest".split())
TENURE = frozenset(
    stem(w)
    for w in (
        "be serve run lead hold head charge leader office tenure service spend executive last senator term put "
        "manage coach own chief"
    ).split()
)
POSTS = frozenset("post job role office chair seat position charge helm place".split())
ORDINALS = ({"first", "original"}, {"second"}, {"third"})
APPOSED = 0.95  # a time that stands right behind a name: "Lee, 12 years in the post"
LAST, MOST_TERMS = {"last", "latest", "recent", "final"}, 3
LASTING = frozenset(stem(w) for w in "mark complete do stay remain work survive manage celebrate".split())


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the times served that a statement may give."""
    value = desk.value
    if _in_a_year_of(desk):
        for view in desk.views:
            yield from _current_year(desk, view)
    if (
        value is not None
        and (value.kind == "duration" or _counts_years(desk))
        and _of_an_office(desk)
        and not (_of_other_work(desk) or in_a_row(desk.context) or ahead_by(desk.context))
    ):
        for view in desk.views:
            yield from _tenures(desk, view)


def ahead_by(context: Context) -> bool:
    """Say whether a time is what one thing is ahead of another by, or behind it: "ahead of Elm by 26 years"."""
    clause = context.document.line(context.clause[0], context.statement.start)
    return context.before[:1] == ["by"] and bool(AHEAD & {t.lower_ for t in clause[-LED:]})


AHEAD, LED = frozenset("ahead older younger earlier later before after behind".split()), 8


def _in_a_year_of(desk: Desk) -> bool:
    """Say whether an ordinal is that of a year in somebody's post: "Lee, in her eighth year there"."""
    value, before = desk.value, desk.context.before[:2]
    yearly = value is not None and value.kind == "ordinal" and value.unit == "year"
    return yearly and before[1:] == ["in"] and before[0] in OWN and bool(THERE & {*desk.context.after[:1]})


OWN, THERE = frozenset({"his", "her", "their"}), frozenset("there at as in with on of".split())


def _current_year(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield which year of a term that still runs it is, to the day or by the calendar."""
    published, value = desk.context.published, desk.value
    if not view.start or published is None or value is None or not isinstance(value.amount, Decimal):
        return
    number, now = int(value.amount), valid_on(view, published)
    for selection in [s for s in desk.named(view) if s.filled and s.subject >= TIED]:
        where = (*selection.where, *now)
        days = {d for row in select(view, where) if isinstance(d := view.cells(view.start)[row], dt.date)}
        held = any(holds_people(view, c) for c, _ in selection.filled)
        if len(days) != 1 or not held:
            continue
        yield Reading(
            family="term", query=Query(operation="value", table=view.name, column=view.start, where=where),
            parts=(("subject", tie(selection)), ("words", SAID)),
            said=f"first day of the current term of {selection.who}", form="check",
            asserted=Check("the year of the term that it is", partial(_nth_year, number, published)),
            refutes=len(selection.filled) > 0,
        )  # fmt: skip


def _nth_year(number: int, on: dt.date, found: Cell) -> bool | None:
    """Say whether a day lies so many years back that the year since is the one numbered."""
    if not isinstance(found, dt.date):
        return None
    full = on.year - found.year - ((on.month, on.day) < (found.month, found.day))
    return number in (full + 1, on.year - found.year + 1)


TIED, SAID = 0.3, 0.9
KEEPING = frozenset(stem(w) for w in "have keep chair govern direct command captain rule represent occupy fill".split())


def _of_other_work(desk: Desk) -> bool:
    """Say whether the time is spent on what is no post: "had studied law for five years"."""
    verb = desk.context.verb
    if verb is None or led_by(desk.context)[:1] != ["for"] or desk.statement.start < verb.idx:
        return False
    working = stem(verb.text) in TENURE | LASTING | KEEPING
    return not working and has_foreign_object(desk)


def served(context: Context) -> float:
    """Say how plainly a time is one served: "12 years in the post", "has had it for four years", "marked a decade"."""
    after = context.after[:4]
    if context.clause_stems & TENURE or (POSTS & {*after} and {"in", "at"} & {*after}) or _told_of_a_post(context):
        return 0.95
    perfect = context.verb is not None and any(t.lemma_ == "have" and t.dep_ == "aux" for t in context.verb.children)
    led = led_by(context)[:1] == ["for"]
    lasting = context.verb is not None and stem(context.verb.text) in LASTING
    return 0.85 if (led and (perfect or lasting)) or (lasting and perfect) else 0.75 if lasting or led else 0.3


def _told_of_a_post(context: Context) -> bool:
    """Say whether a time is one in a role, before another's or up to the end of it: "left after 12 years"."""
    start, verb = context.statement.end, context.verb
    behind = context.document.line(start, context.sentence[1])
    if context.after[:1] == ["as"] and any(is_role(t) for t in behind[:FAR]):
        return True
    if any(t.lower_.endswith("serving") for t in behind):  # "which at 12 years makes her the longest-serving"
        return True
    led = next((w for w in context.before[:FAR] if w in LEADING), "")
    if verb is None or verb.pos_ != "VERB" or verb.idx > start:
        return False
    told = LEAVING | {"go"} if led == "after" else BEFORE if led == "for" else ()
    return verb.lemma_.lower() in told


LEADING = frozenset("after for in at by".split())
LEAVING, BEFORE = frozenset("leave retire resign quit depart".split()), frozenset("precede succeed follow".split())
FAR = 5


def has_had(context: Context) -> bool:
    """Recognise what somebody came to and keeps: "has had the district since May"."""
    verb = context.verb
    perfect = verb is not None and any(t.lemma_ == "have" and t.dep_ == "aux" for t in verb.children)
    return bool(verb is not None and perfect and verb.lemma_ == "have")


def _of_an_office(desk: Desk) -> bool:
    """Leave out gaps between events ("ten days after") and ages ("nine years her junior"), and times too short."""
    value = desk.value
    years = years_of(value) if value else None
    least = Decimal("0.05") if POSTS & {*desk.context.after[:4]} else Decimal("0.2")
    relative = (RELATIVE | COMPARED) & {*desk.context.after[:1]} or AGE_WORDS & {
        *desk.context.after[:2],
        *desk.context.before[:2],
    }
    return years is not None and years >= least and not relative


def _counts_years(desk: Desk) -> bool:
    value = desk.value
    return bool(
        value
        and value.kind in ("count", "quantity")
        and value.unit.split(" ")[-1] in ("year", "month", "day", "week", "a")
    )


def _tenures(desk: Desk, view: View) -> Iterator[Reading]:
    if not view.start:
        return
    context = desk.context
    for selection in desk.named(view):
        if not selection.filled or selection.subject < 0.3 or not context.published:
            continue
        if of_another(desk, None, False) and not _of_somebody_else(desk, view, selection):
            continue
        rows = select(view, selection.where)
        starts = [c for row in rows if isinstance(c := view.cells(view.start)[row], dt.date)]
        if not starts:
            continue
        if desk.context.stranger:
            return
        words = served(context)
        if view.entity and not selection.value_of(view.entity) and not holds_post(view, selection):
            words -= 0.2
        if desk.context.shared:
            words = min(words, 0.45)
        apposed = any(follows(context, b.mention.end) for b in context.bindings if b.mention.best in selection.who)
        parts = (("subject", max(tie(selection), APPOSED if apposed else 0.0)), ("words", words))
        who = selection.who
        if gone(context):
            yield from _away(view, selection, parts, context.published)
            continue
        now = (*selection.where, *valid_on(view, context.published))
        if select(view, now):
            yield _since(view, selection.where, context.published, parts, f"time of {who} since the first start")
            yield _since(view, now, context.published, parts, f"time of {who} since the current start")
            yield from _to_the_end(view, selection.where, parts, who, desk)
        elif view.end:
            all_terms = (*parts, ("time", 0.7 if len(rows) > 1 else 1.0))
            yield _whole(view, selection.where, all_terms, f"time of {who} from start to end")
        if view.end and len(rows) > 1:
            yield from _terms(desk, view, selection, parts)


GONE = frozenset("gone away out retired absent".split())


def gone(context: Context) -> bool:
    """Say whether a time is one since somebody left: "has been gone for five years"."""
    before = led_by(context)
    return before[:1] == ["for"] and bool(GONE & {*before[1:2]})


def _away(view: View, selection: Selection, parts: tuple[tuple[str, float], ...], on: dt.date) -> Iterator[Reading]:
    """Yield the time since the last day in a post, of somebody who has none now."""
    if view.end and not select(view, (*selection.where, *valid_on(view, on))):
        last = Query(operation="years since", table=view.name, column=view.end, where=selection.where, on=on)
        if len(select(view, selection.where)) == 1:
            yield Reading(
                family="duration", query=last, parts=parts, said=f"time since {view.end} of {selection.who}", unit="a",
                form="years",
            )  # fmt: skip


def _of_somebody_else(desk: Desk, view: View, selection: Selection) -> bool:
    """Say whether it is somebody else than "his" stands for whose row is meant: "his father served for six years"."""
    return any(holds_people(view, column) and name != owner(desk) for column, name in selection.filled)


def _terms(desk: Desk, view: View, selection: Selection, parts: tuple[tuple[str, float], ...]) -> Iterator[Reading]:
    """Yield the time in each of several terms: "his first spell lasted almost ten years"."""
    ended = (*selection.where, Filter(view.end, "filled", None))
    cells = view.cells(view.start)
    starts = sorted({day for row in select(view, ended) if isinstance(day := cells[row], dt.date)})
    near = {*desk.context.spoken}
    for place, day in enumerate(starts[:MOST_TERMS]):
        said = bool(near & ORDINALS[place]) or (place == len(starts) - 1 and bool(near & LAST))
        query = _whole(view, (*ended, Filter(view.start, "=", day)), parts, f"time of {selection.who} from {day}")
        yield replace(query, parts=(*parts, ("time", 0.9 if said else 0.5)), refutes=said)


def holds_post(view: View, selection: Selection) -> bool:
    """Say whether the start is that of a post which something named holds: "director_since" of a director."""
    own = set(stems_of(view.start))
    return any(own & set(stems_of(column)) for column, _ in selection.filled)


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
