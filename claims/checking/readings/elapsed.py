"""Time that has passed since a date or a year of something: 41 years old, in the post for twelve years."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.agreement import NAMES, SECONDS
from claims.checking.checks import Check, lasted
from claims.checking.officers import is_role
from claims.checking.otherthings import of_another
from claims.checking.query import DAYS_A_YEAR, Filter, Query, same, select
from claims.checking.readings.aged import apposed, holder, reached, whose
from claims.checking.readings.changes import led_by
from claims.checking.readings.measures import known, single, tie
from claims.checking.readings.tenures import RELATIVE, served
from claims.checking.scoring import Reading
from claims.checking.tables import SINCE, STARTS
from claims.checking.words import STRONG, kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.context import Context
    from claims.checking.desk import Desk
    from claims.checking.tables import Cell, View
    from claims.types import Value

MADE = frozenset(
    stem(w) for w in "build found open establish launch commission create complete form make start".split()
)
LASTS = frozenset(stem(w) for w in "stand exist survive operate run trade serve sail be".split())
BEHIND = 0.85  # how surely a name behind "since" is the one meant
LONG = {"decade": 10, "century": 100}
BARE = frozenset({"number", "count"})
KINDS = frozenset({"age", "duration", "count", "quantity"})
AGES = frozenset({"age", "ordinal"})
FULL = 300  # days, of what counts full years
THEN = 0.85  # how surely a time is the one at which something is so old
JUBILEES = frozenset("anniversary birthday jubilee".split())


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield how long ago something named was made, or somebody came to what is named."""
    published = desk.context.published
    value = _to_come(desk, published) or desk.value
    days = unit_days(value) if value else None
    if (
        value is None
        or published is None
        or days is None
        or RELATIVE & {*desk.context.after[:1]}
        or of_another(desk, None, False)
    ):
        return
    if desk.context.before[:1] == ["then"] or _of_a_child(desk):  # "opened by the king, then 34"
        return
    if whose(desk.context) or _set_off(desk.context):  # "the boss of the mill, 57": no age of the mill
        return
    check, on = lasted(value, days, aged=days > FULL), _day(desk, value, published)
    since = desk.context.after[:1] == ["since"] or desk.context.after[:4] == TO_THE_DAY
    for view in desk.views:
        if since:
            yield from _since(desk, view, check)
        for column in view.of_role("date", "from", "year"):
            words = 0.0 if column in (view.born, view.died, view.year) else _words(desk, column, value)
            if words:
                yield from _passed(desk, view, column, words, (check, on))


def _set_off(context: Context) -> bool:
    """Say whether an age is set off behind a person's name: "Lee, 57, who runs the mill"."""
    return (
        context.value is not None and context.value.kind == "age" and holder(context) is not None and apposed(context)
    )


def _to_come(desk: Desk, published: dt.date | None) -> Value | None:
    """Read a bare number as the age that something reaches on a day to come: "will be 95 in May"."""
    value, context = desk.value, desk.context
    bare = value is not None and value.kind in BARE and not context.noun and context.before[:2] == ["be", "will"]
    if value is None or published is None or not bare or _coming(desk, published) is None:
        return None
    return replace(value, kind="age", unit="year")


TO_THE_DAY = ["to", "the", "day", "since"]


def _coming(desk: Desk, published: dt.date) -> dt.date | None:
    """Give the later day on which something reaches an age: "will be 95 in May"."""
    days = (w.period[1] for w in desk.context.times if w.period[0] > published and reached(desk.context, w))
    return next(days, None)


def _day(desk: Desk, value: Value, published: dt.date) -> dt.date:
    """Give the day on which something is as old: one to come, of an age the end of its clause's time, the article's."""
    if coming := _coming(desk, published):
        return coming
    if value.kind not in AGES:
        return published
    context, at, (start, end) = desk.context, desk.statement.start, desk.context.clause
    times = [w for w in context.times if w.role == "at" and w.weight >= THEN and start <= w.start < end]
    near = [w for w in times if ";" not in context.text[min(w.start, at) : max(w.start, at)]]
    return next((w.period[1] for w in near if w.period[1] < published), published)


def _of_a_child(desk: Desk) -> bool:
    """Say whether a number stands behind a person noun, younger than a life of its own is told: "his son, 7"."""
    doc, first = desk.context.document.doc, desk.context.tokens[0].i
    behind = first > 1 and doc[first - 1].text == "," and doc[first - 2].pos_ == "NOUN"
    return behind and is_role(doc[first - 2])


def _since(desk: Desk, view: View, check: Check) -> Iterator[Reading]:
    """Yield the time since the last that happened to what is named behind: "14 months since the river flooded"."""
    column, published = view.day or view.start, desk.context.published
    chosen = _named_behind(desk, view) if column and published and not view.year else ()
    days = [d for r in select(view, chosen) if isinstance(d := view.cells(column)[r], dt.date)] if chosen else []
    past = [d for d in days if published and d <= published]
    if not past:
        return
    near = desk.context.clause_stems | desk.context.near
    called = {*stems_of(view.name)[-1:], *stems_of(column)} - {SINCE}
    words = 0.85 if any(kinship(a, b) >= STRONG for a in called for b in near) else 0.6
    yield Reading(
        family="elapsed",
        query=Query(
            operation="days since", table=view.name, column=column, where=(*chosen, Filter(column, "=", max(past))),
            on=published,
        ),
        parts=(("subject", BEHIND), ("words", words)),
        said=f"time since {column} of {', '.join(str(f.value) for f in chosen)}", form="check", asserted=check,
        refutes=words >= STRONG,
    )  # fmt: skip


def _named_behind(desk: Desk, view: View) -> tuple[Filter, ...]:
    """Give the conditions that the names behind the value put on a table's rows, as many as some row meets."""
    where: tuple[Filter, ...] = ()
    for mention in desk.context.discourse.mentions_in((desk.statement.end, desk.context.sentence[1])):
        options = [(*where, same(view, c, mention.best)) for c in view.names if mention.values]
        where = next((option for option in options if select(view, option)), where)
    return where


def unit_days(value: Value) -> Decimal | None:
    """Give the days in the unit of a stated time of months, years and longer; None for anything else."""
    jubilee = value.kind == "ordinal" and value.unit in JUBILEES
    if not (value.kind in KINDS or jubilee) or not isinstance(value.amount, Decimal):
        return None
    unit = "year" if value.kind in AGES else value.unit.split(" ")[-1]
    long = next((years for name, years in LONG.items() if stem(name) == stem(unit)), None)
    if long:
        return DAYS_A_YEAR * long
    name = unit if unit in ("a", "mo") else NAMES.get(unit, "")
    return SECONDS[name] / SECONDS["d"] if name in ("a", "mo") else None


def _words(desk: Desk, column: str, value: Value) -> float:
    """Say how well a column says when what lasts began: made or founded for an age, held since for a post."""
    own = {*stems_of(column)}
    stems = desk.context.clause_stems
    if own & MADE:
        said = value.kind in AGES or any(kinship(w, s) >= STRONG for w in own for s in stems)
        return 0.85 if said else 0.8 * _lasts(desk.context)
    if value.kind in AGES or not own & (STARTS | {SINCE}):
        return 0.0
    near = any(kinship(w, s) >= STRONG for w in own - {SINCE} for s in stems)
    return 0.9 if near else max(0.4, 0.8 * served(desk.context))


def _lasts(context: Context) -> bool:
    """Recognise how long something has been there: "has stood over the river for 57 years"."""
    verb = context.verb
    perfect = verb is not None and any(t.lemma_ == "have" and t.dep_ == "aux" for t in verb.children)
    return perfect and verb is not None and stem(verb.lemma_) in LASTS and led_by(context)[:1] == ["for"]


def _passed(desk: Desk, view: View, column: str, words: float, asked: tuple[Check, dt.date]) -> Iterator[Reading]:
    check, on = asked
    aged = desk.value is not None and desk.value.kind in AGES
    persons = {binding.mention.best for binding in desk.context.bindings if binding.mention.person}
    for selection in single(desk, view, 3):
        if aged and any(column != view.entity and name in persons for column, name in selection.filled):
            continue  # "Ruth Hale, 54": no age of the firm that she heads
        where = tuple(f for f in selection.where if f.column != column)
        found = known(view, column, where)
        if isinstance(found, dt.date):
            query = Query(operation="days since", table=view.name, column=column, where=where, on=on)
            asserted = check
        elif isinstance(found, int):
            query = Query(operation="value", table=view.name, column=column, where=where)
            asserted = _in_years(check, on)
        else:
            continue
        yield Reading(
            family="elapsed", query=query, parts=(("subject", tie(selection)), ("words", words)),
            said=f"time since {column} of {selection.who}", form="check", asserted=asserted, refutes=words >= STRONG,
        )  # fmt: skip


def _in_years(check: Check, now: dt.date) -> Check:
    """Hold a year against a stated time: its day is not known, so that it may be a year less, or a part of one."""

    def test(found: Cell) -> bool | None:
        if not isinstance(found, int) or not dt.MINYEAR <= found <= dt.MAXYEAR:
            return None
        days = [DAYS_A_YEAR * Decimal(now.year - found - less) for less in (0, 1)]
        days += [Decimal((now - dt.date(found, month, 1)).days) for month in range(1, 13)]
        return any(check.test(passed) for passed in days if passed >= 0)

    return Check("in years, to the one that is not over", test)
