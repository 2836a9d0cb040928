"""The two ends of a movement: "from 39.8 to 42.0", "$867 million, up from $790 million", "7.2, against 6.6 in 2016"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.agreement import figure, figured
from claims.checking.likeness import digits
from claims.checking.periods import period_of
from claims.checking.query import compute, select
from claims.checking.readings.axes import histories, over_days, pairs
from claims.checking.readings.fits import fit
from claims.checking.readings.measures import alike, cell, single, tie, weight, whole
from claims.checking.scoring import Reading
from claims.checking.selection import Selection
from claims.checking.words import stem
from claims.values.lexicon import SCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.periods import Period
    from claims.checking.query import Query
    from claims.checking.readings.axes import Point
    from claims.checking.tables import View
    from claims.references import Column
    from claims.types import Statement, Value

WHEN = r"(?: (?:in|on|of|a|the|at|last)(?: \w+){1,3})?"
HEDGES = r"(?: (?:just|only|about|around|nearly|almost|some|a|mere|the))*"
ONWARD = re.compile(WHEN + r",? (?:down |up |back )?to" + HEDGES)
BACKWARD = re.compile(WHEN + r",? from" + HEDGES)
BACK = re.compile(
    r"(?:.{0,50}[, ])?(?:(?:up|down|rise|fall|drop|increase|improvement|decrease|decline|jump|cut|change),? from"
    r"|against|versus|compared with|compared to)" + HEDGES
)
PLAIN = frozenset({"number", "count"})
MEASURED = frozenset({"number", "count", "quantity", "percent", "money", "duration", "ordinal"})
LATER = frozenset(stem(w) for w in "latest last current final now new actual present revised end".split())
EARLIER = frozenset(stem(w) for w in "original first initial previous planned earlier former old start before".split())
SURE = {1: 0.6, 2: 0.75, 3: 0.9}
"""How surely a partner that a cell holds by that many digits tells the measure."""
SCALED = "in the same unit as its partner"
MOST = 4


@dataclass(frozen=True, slots=True)
class Partner:
    """The figure at the other end, and which end the statement's own is."""

    value: Value
    first: bool


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the earlier or the later figure of what moved, as the partner beside it is the other."""
    partner = _partner(desk)
    if partner is None:
        return
    for view in desk.views:
        done: set[str] = set()
        for column in view.measures:
            if column in done or fit(_own(desk, partner), view.columns[column]) < 0.5:
                continue
            done.update(alike(view, column))
            yield from _over_time(desk, view, column, partner)
        yield from _in_row(desk, view, partner)


def _partner(desk: Desk) -> Partner | None:
    """Find the figure that the text ties to the statement's own as the other end of a movement."""
    context, value = desk.context, desk.value
    if value is None or value.kind not in MEASURED or not isinstance(value.amount, Decimal):
        return None
    for other in context.discourse.values_in(context.sentence):
        if other.start == context.statement.start or other.value is None or not _alike(value, other.value):
            continue
        one, two = sorted((context.statement, other), key=lambda s: s.start)
        between = context.text[one.end : two.start].lower().rstrip()
        if _interrupted(desk, one, two, value.kind):
            continue
        lead = "".join(context.text[max(context.sentence[0], one.start - 6) : one.start].lower().split()[-1:])
        if lead == "from" and ONWARD.fullmatch(between):
            return Partner(other.value, first=one is context.statement)
        if lead != "from" and (BACK.fullmatch(between) or (lead == "to" and BACKWARD.fullmatch(between))):
            return Partner(other.value, first=two is context.statement)
    return None


def _interrupted(desk: Desk, one: Statement, two: Statement, kind: str) -> bool:
    """Say whether another figure of the kind stands between two."""
    inside = desk.context.discourse.values_in((one.end, two.start))
    return any(s.value is not None and s.value.kind == kind for s in inside)


def _alike(one: Value, other: Value) -> bool:
    if not isinstance(other.amount, Decimal) or other.kind not in MEASURED:
        return False
    return one.kind == other.kind or one.kind in PLAIN or other.kind in PLAIN


def _own(desk: Desk, partner: Partner) -> Value:
    """Give the statement's value; a bare number takes over the kind and the millions of what it moves to."""
    value = desk.value
    assert value is not None
    assert isinstance(value.amount, Decimal)
    assert isinstance(partner.value.amount, Decimal)
    if value.kind not in PLAIN or not partner.first:
        return value
    for word in ("million", "billion", "crore", "lakh"):
        size = SCALES[word]
        if word in partner.value.text and word not in value.text and value.amount < size:
            return replace(value, amount=value.amount * size, kind=partner.value.kind, unit=partner.value.unit)
    return value


def _over_time(desk: Desk, view: View, column: str, partner: Partner) -> Iterator[Reading]:
    meaning = view.columns[column]
    dated = _dated(desk, desk.context.adjacent)
    named = [s for s in desk.named(view) if s.filled and s.subject >= 0.3][:MOST]
    for selection in [*named, Selection(subject=whole(desk, view))]:
        for history in (*histories(view, column, selection), *over_days(view, column, selection.where)):
            for pair in pairs(desk, history, meaning):
                own, other = (pair.base, pair.now) if partner.first else (pair.now, pair.base)
                if dated and not _within(own, dated) and any(_within(p, dated) for p in history):
                    continue
                known = _known(desk, history[other], meaning, partner)
                words = max(weight(desk, view, column), known)
                if words >= 0.4 and (known or pair.sure >= 0.6):
                    said = f"{column} of {selection.who or view.name} in {own.label}"
                    yield _end(desk, partner, history[own], meaning, (tie(selection), words, pair.sure, known), said)


def _dated(desk: Desk, start: int | None) -> Period | None:
    """Give the time right behind the figure: that of its end of the movement, "from $1.24 in 2021 to $1.55"."""
    dates = (d for d in desk.context.discourse.dates_in(desk.context.sentence) if d.start == start)
    return next((period_of(d.value.iso) for d in dates if d.value), None)


def _within(point: Point, period: Period) -> bool:
    return point.start <= period[1] and period[0] <= point.end


def _known(desk: Desk, query: Query, meaning: Column, partner: Partner) -> float:
    """Say how surely the other end is the partner, 0 where it is not."""
    found = compute(query, desk.tables).value
    if figure(partner.value, found, meaning.unit, meaning.scale)[0] != "agrees":
        return 0.0
    assert isinstance(partner.value.amount, Decimal)
    return SURE[max(1, min(3, len(digits(partner.value.amount))))]


def _in_row(desk: Desk, view: View, partner: Partner) -> Iterator[Reading]:
    """Yield the other column of a row where one is before and one after: budget and latest cost, rank then and now."""
    own = _own(desk, partner)
    for selection in single(desk, view):
        for other in view.measures:
            meaning = view.columns[other]
            known = _known(desk, cell(view, other, selection.where), meaning, partner)
            for column in view.measures if known else ():
                if column == other or fit(own, view.columns[column]) < 0.5 or not _sides(view, column, other, partner):
                    continue
                said = f"{column} of {selection.who or view.label(select(view, selection.where)[0])}"
                sure = (tie(selection), max(known - 0.1, weight(desk, view, column)), 0.85, known)
                yield _end(desk, partner, cell(view, column, selection.where), view.columns[column], sure, said)


def _sides(view: View, column: str, other: str, partner: Partner) -> bool:
    """Say whether two columns are one measure before and after."""
    one, two = view.columns[column], view.columns[other]
    if (one.kind, one.unit, one.scale) != (two.kind, two.unit, two.scale):
        return False
    early, late = (column, other) if partner.first else (other, column)
    stems = {c: {stem(w) for w in view.columns[c].words} for c in (early, late)}
    if view.columns[early].year and view.columns[late].year:
        return stems[early] == stems[late] and (view.columns[early].year or 0) < (view.columns[late].year or 0)
    told = bool(stems[early] & EARLIER or stems[late] & LATER)
    return told or (bool(view.columns[early].year) and stems[early] >= stems[late])


def _end(
    desk: Desk, partner: Partner, query: Query, meaning: Column, sure: tuple[float, float, float, float], said: str
) -> Reading:
    subject, words, time, known = sure
    own = _own(desk, partner)
    scaled = None if own is desk.value else figured(own, meaning.unit, meaning.scale, SCALED)
    return Reading(
        family="movement", query=query,
        parts=(("subject", subject), ("words", words), ("kind", fit(own, meaning)), ("time", time)),
        said=said, unit=meaning.unit, scale=meaning.scale, asserted=scaled, form="check" if scaled else "number",
        size=True, refutes=known >= SURE[2],
    )  # fmt: skip
