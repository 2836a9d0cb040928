"""Rates: so much for each, per head, an hour, per 100,000 people, on average: one column over another."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.agreement import NAMES, SECONDS
from claims.checking.query import Query
from claims.checking.readings.apiece import UNITS
from claims.checking.readings.fits import fit
from claims.checking.readings.limits import bearers
from claims.checking.readings.lookups import EACH
from claims.checking.readings.measures import agrees, one_or_sum, single, telling, tie, told
from claims.checking.readings.scopes import everything
from claims.checking.readings.things import PEOPLE, but_totals
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import Selection
from claims.checking.words import kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.checks import Check
    from claims.checking.desk import Desk
    from claims.checking.tables import View
    from claims.references import Column
    from claims.types import Value

TIMES = frozenset("year month week quarter decade century".split())  # "25 million a year" is no rate of two columns
AVERAGES = frozenset(stem(w) for w in "average mean averaged".split())
TIMELY = 0.9
TYPICAL = frozenset("average typical each every".split())
HEAD, NEAR, FITS, LEAST, SAID, LED = stem("head"), 0.8, 0.6, 0.5, 0.5, 0.25
SO_MANY = re.compile(
    r"\b(?:per|(?:for|to|of|in) (?:every|each)) (?P<many>\d{1,3}(?:,\d{3})+|1000|(?:a |one )?(?:thousand|million))\b"
    r"(?: (?P<noun>[a-z]+))?", re.IGNORECASE,
)  # fmt: skip
SCALES = {"thousand": Decimal(1_000), "million": Decimal(1_000_000)}
NEARBY, NEXT = 160, 40  # characters before the sentence, and behind the number
STAFF = PEOPLE | frozenset(stem(w) for w in "population inhabitant resident employee staff worker member pupil".split())
Side = tuple["View", str, "Selection"]


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield one column over another where the words say "for each", "per", "an hour"; the two may be of two tables."""
    value, context = desk.value, desk.context
    assert value is not None
    rate = _rate(desk)
    close = bool(EACH & {*context.after[:5], *context.before[:2], *(t.lower_ for t in context.tokens)})
    close = close or bool(_shared_by(desk))
    timely = _a_time(desk)
    many, _ = _so_many(desk)
    averaged = telling(desk) > 1 and bool(AVERAGES & context.sentence_stems)
    each = bool(EACH & {*context.document.words(*context.sentence)})
    if not (rate or close or each or averaged or many or timely):
        return
    sides = [*_sides(desk), *_bearing(desk)]
    others = [(view, one, theirs, max(words, _head(desk, view, one))) for view, one, theirs, words in sides]
    for view, one, mine, words in sides:
        meaning = view.columns[one]
        kind = 1.0 if rate else fit(value, meaning)
        if not rate and (meaning.kind in ("percent", "duration") or kind < LEAST):
            continue
        for other_view, other, theirs, also in others:
            if timely and other_view.columns[other].unit == timely:
                also = max(also, TIMELY)
            elif timely and not (rate or close or each or averaged or many):
                continue
            if not rate and max(words, also) < LED:
                continue
            apart = other_view is not view
            factor = _scaled(desk, view, meaning, other_view.columns[other], each)
            if factor is None or (view, one) == (other_view, other) or (apart and _named_apart(mine, theirs)):
                continue
            if not apart and mine.where != theirs.where:
                continue
            if not (rate or close or each) and (apart or (also < NEAR if many else words < SAID)):
                continue
            led = rate or (close and min(words, also) >= LED and other_view.columns[other].kind == "number")
            sought = max(words, also) >= LED and telling(desk) > 1
            plain = led and not apart and kind >= FITS
            if not (plain or sought):
                continue
            reading = _for_each(desk, (view, one, mine), (other_view, other, theirs), factor * (many or 1))
            if plain or agrees(desk, reading):
                sure = 0.9 if rate else (words + max(also, 0.4)) / 2
                yield replace(reading, parts=(*reading.parts, ("words", max(0.3, sure))))


def _a_time(desk: Desk) -> str:
    """Give the unit of the time that a number is told for, for a column that counts such: "331 visitors a day"."""
    after = desk.context.after[:2]
    return NAMES.get(after[1], "") if len(after) == 2 and after[0] in ("a", "an", "per", "each", "every") else ""


@remembered
def _rate(desk: Desk) -> list[str]:
    """Give what is said of what: "km/h"; a bare number goes on with the rate before it: "15 km/h, the other 28"."""
    value, context = desk.value, desk.context
    if value is None:
        return []
    written = desk.statement.value or value  # "182 cubic metres a year" are cubic metres elsewhere
    if "/" in written.unit:
        return written.unit.split("/")
    if value.kind not in ("number", "count") or value.unit or context.noun:
        return []
    before = context.discourse.values_in((context.sentence[0], context.statement.start))
    last = next((o.value for o in reversed(before) if o.value and o.value.kind not in ("date", "period")), None)
    return last.unit.split("/") if last is not None and last.kind == "quantity" and "/" in last.unit else []


@remembered
def _so_many(desk: Desk) -> tuple[Decimal, str]:
    """Give how many of what a number is for, "per 100,000 people", a bare one by the sentence before; 0 for none."""
    context = desk.context
    start, end = context.sentence
    if not context.noun:
        start = max(0, start - NEARBY)
    found = [m for m in SO_MANY.finditer(context.text, start, end) if m.start() <= context.statement.end + NEXT]
    if not found:
        return Decimal(0), ""
    written = found[-1]["many"].lower().removeprefix("a ").removeprefix("one ")
    return SCALES.get(written) or Decimal(written.replace(",", "")), stem(found[-1]["noun"] or "people")


def _shared_by(desk: Desk) -> str:
    """Give the stem of what "a" or "to a" behind a number shares it out to: "4,350 passengers a head"."""
    after = desk.context.after[desk.context.after[:1] == ["to"] :]
    one = after[1:2] if after[:1] in (["a"], ["an"]) else []
    return "" if not one or one[0] in TIMES else stem(one[0])


@remembered
def _head(desk: Desk, view: View, column: str) -> float:
    """Say how surely a column counts what a number is shared out to."""
    many, noun = _so_many(desk)
    one = noun if many else _shared_by(desk)
    own = [stem(w) for w in view.columns[column].words]
    near = max((kinship(one, w) for w in own), default=0.0) if one else 0.0
    return (
        near
        if near >= NEAR
        else 0.8 * (one in (HEAD, *PEOPLE) and any(kinship(person, w) >= NEAR for person in STAFF for w in own))
    )


def to_the_digits(value: Value) -> Check | None:
    """Test a quotient to the digits that the figure is written with, zeros at its end left out: "4,350 a head"."""
    if value.comparator != "eq" or not isinstance(value.amount, Decimal):
        return None
    written = f"{value.amount:.0f}"
    zeros = min(len(written) - len(written.rstrip("0")), max(0, len(written) - 2))
    step = value.step if value.step and value.step != 1 else Decimal(10) ** zeros
    return checks.number(value.amount - step / 2, value.amount + step / 2, "to the digits written")


def _sides(desk: Desk) -> Iterator[tuple[View, str, Selection, float]]:
    """Yield the cells of what is named, each with how well its measure is said or told by a figure close by."""
    for view in desk.views:
        for selection in [*single(desk, view, 3), *desk.series(view)[:2], *everything(desk, view)[:2]]:
            for column in view.measures:
                words = max(desk.words(view, column), told(desk, view).get(column, 0.0))
                yield view, column, selection, words


def _bearing(desk: Desk) -> Iterator[tuple[View, str, Selection, float]]:
    """Yield the totals of columns that bear somebody's name: all the votes of a candidate."""
    for view in desk.views:
        for column, name in bearers(desk, view).items():
            tied = desk.tied(name)
            if tied >= 0.3:
                yield (
                    view,
                    column,
                    Selection(where=but_totals(view), filled=((column, name),), subject=tied, time=0.9),
                    0.6,
                )


def _named_apart(mine: Selection, theirs: Selection) -> bool:
    """Say whether two selections are of different things."""
    return not {v for _, v in mine.filled} & {v for _, v in theirs.filled}


def _for_each(desk: Desk, left: Side, right: Side, factor: Decimal) -> Reading:
    (view, one, mine), (other_view, other, theirs) = left, right
    value = desk.value
    rate = bool(_rate(desk))
    rounded = to_the_digits(value) if value and "/" not in value.unit else None
    return Reading(
        family="ratio",
        query=Query(
            operation="ratio", table=view.name, left=one_or_sum(view, one, mine.where),
            right=one_or_sum(other_view, other, theirs.where), factor=factor,
        ),
        parts=(
            ("subject", min(tie(mine), tie(theirs) + 0.2)), ("time", min(mine.time, theirs.time)), ("kind", 0.9),
        ),
        said=f"{one} for each of {other} of {mine.who or 'all'}", scale=None if rate else Decimal(1),
        form="check" if rounded else "number", asserted=rounded, refutes=False,
    )  # fmt: skip


def _scaled(desk: Desk, view: View, one: Column, other: Column, each: bool) -> Decimal | None:
    """Give what turns the quotient of two columns into what is stated; None where they don't make it."""
    rate, timely = _rate(desk), _a_time(desk)
    if timely and not rate and other.unit == timely:
        return one.scale
    yearly = view.year and (each or _one_of(desk, other))
    return _factor(rate, one, other) or (_a_year_each(rate, one, other) if yearly else None)


def _factor(rate: list[str], one: Column, other: Column) -> Decimal | None:
    """Give what turns the quotient of two columns into the stated rate; None where they don't make one."""
    if not rate:
        return one.scale / other.scale if other.kind in ("number", "quantity") else None
    per = rate[1]
    if not _called(rate[0], one):
        return None
    if other.unit in SECONDS and per in SECONDS:
        return one.scale * SECONDS[per] / (other.scale * SECONDS[other.unit])
    return one.scale / other.scale if _called(per, other) else None


def _a_year_each(rate: list[str], one: Column, other: Column) -> Decimal | None:
    """Give what turns a year's total over a number of things into a rate for each: "each takes 302 m3 a year"."""
    per = SECONDS.get(NAMES.get(rate[1], rate[1])) if rate else None
    if per is None or not _called(rate[0], one) or other.kind != "number":
        return None
    return one.scale / other.scale * per / SECONDS["a"]


@remembered
def _subject(desk: Desk) -> str:
    """Give the stem of one of many that a clause speaks of: "a household used", "the average worker earned"."""
    heads = [t for t in desk.context.line if t.dep_ in ("nsubj", "nsubj:pass") and t.tag_ == "NN"]
    one = [t for t in heads if {"a", "an", *TYPICAL} & {c.lower_ for c in t.children}]
    return stem(one[0].text) if one else ""


def _one_of(desk: Desk, column: Column) -> bool:
    """Say whether a clause speaks of one of what a column counts."""
    one = _subject(desk)
    return bool(one) and any(kinship(one, stem(w)) >= NEAR for w in (*column.words, *column.forms))


def _called(unit: str, column: Column) -> bool:
    """Say whether a unit or a counted thing is that of a column: hectares, workers."""
    unit = UNITS.get(unit, unit)
    if column.unit:
        return unit.lower() == column.unit.lower()
    return any(kinship(stem(unit), stem(w)) >= NEAR for w in (*column.words, *column.forms))
