"""How long somebody lived: the age at death, ages reached or never reached, birth and death in one month or century."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.doers import subject_of
from claims.checking.query import Query
from claims.checking.readings.aged import birthday as is_birthday
from claims.checking.readings.aged import long_ago
from claims.checking.readings.lives import ALIVE, DIED, LIVED, REACHED, ages, cue, ends, life_of, lives

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Token

    from claims.checking.checks import Check
    from claims.checking.desk import Desk
    from claims.checking.readings.lives import Life
    from claims.checking.scoring import Reading
    from claims.checking.tables import Cell, View
    from claims.types import Value

UNITS: dict[str, Callable[[dt.date], object]] = {
    "day": lambda day: (day.month, day.day), "month": lambda day: day.month, "year": lambda day: day.year,
    "decade": lambda day: day.year // 10, "century": lambda day: day.year // 100,
}  # fmt: skip
ONE = "|".join(UNITS)
SAME = re.compile(rf"\b(?:in |within |on )?(?:the (same)|a (different)|(another)) ({ONE})\b", re.IGNORECASE)
OTHER = re.compile(rf"\bborn in one ({ONE}) and died in (?:another|the next)\b", re.IGNORECASE)
YOUNG = re.compile(
    r"\bdied (?:very |too |so |tragically )?(?:young\b|at an? (?:very )?(?:young|early) age)", re.IGNORECASE
)
OLD = re.compile(r"\bdied at an? (?:very |ripe )?(?:old|advanced) age", re.IGNORECASE)
STILL_YOUNG, OLD_AGE, BETWEEN = Decimal(40), Decimal(75), Decimal(15)
FILLERS = frozenset("only just about the being beeing early late mid than more less older younger old for a an".split())
SIDES = {"over": "gt", "past": "gt", "beyond": "gt", "above": "gt", "under": "lt", "below": "lt"}
NEARLY = frozenset("almost nearly".split())


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield how old somebody became by what a statement says, and whether that was ever reached."""
    for life in lives(desk):
        if life.born and (life.died or life.cue == REACHED):
            yield from _reached(desk, life)
        if life.born and life.died:
            yield from _worded(desk, life)
            yield from _together(desk, life)
    for view in desk.views if desk.value and desk.value.kind in ("age", "number") and cue(desk) is None else ():
        if view.born and view.person:
            yield from _not_yet(desk, view)
            yield from _beyond(desk, view)


def _end(desk: Desk, life: Life) -> dt.date | None:
    return life.died or desk.context.published


def _reached(desk: Desk, life: Life) -> Iterator[Reading]:
    """Yield the age at death, where the words place the age there, or the age that was reached."""
    value, end = desk.value, _end(desk, life)
    if value is None or end is None or life.cue not in (ALIVE, DIED, LIVED, REACHED):
        return
    words = [w for w in desk.context.before if w not in FILLERS]
    near = {*words[:3]}
    birthday = is_birthday(desk)
    told = _years(desk, value, near, birthday=birthday)
    if told is None:
        return
    low, high = told
    if life.cue == REACHED or (life.cue == LIVED and (life.denied or near & {"past", "beyond", "into", "see"})):
        if value.kind == "age" or birthday or life.cue == LIVED:
            yield life.reading(life.age(end), "age", checks.number(low, None, "at least as old as written"))
    elif near & {"before"} or (birthday and near & {"prior"}):
        yield life.reading(life.age(end), "age at death", checks.number(None, low - 1, "younger than written"))
        if birthday or near & {"turning", "turned"}:
            yield _to_birthday(life, low, end)
    elif near & {"after", "since", "from"}:
        if life.cue != LIVED and near & {"turning", "turned"}:
            yield life.reading(life.age(end), "age at death", checks.number(low, None, "at least as old as written"))
    elif not birthday:
        yield life.reading(life.age(end), "age at death", _at_death(value, low, high, {*words}))


def _years(desk: Desk, value: Value, near: set[str], *, birthday: bool) -> tuple[Decimal, Decimal] | None:
    """Give the bounds of the years of a life that the value tells; None where it tells something else."""
    if birthday and isinstance(value.amount, Decimal):
        return value.amount, value.amount
    lasted = value.kind == "duration" and value.unit == "year" and isinstance(value.amount, Decimal)
    if lasted:
        whole = {"lived", "live", "alive"} & near and ends(desk)
        return (value.amount, value.amount) if whole else None  # type: ignore[return-value]
    if value.kind == "number" and (desk.context.noun or not near & AGED):
        return None
    return ages(value)


AGED = frozenset("at age of turning reaching was were past beyond".split())


def _at_death(value: Value, low: Decimal, high: Decimal, near: set[str]) -> Check:
    side = next((SIDES[w] for w in near if w in SIDES), value.comparator)
    if side in ("gt", "ge"):
        return checks.number(low, None, "at least as old as written")
    if side in ("lt", "le"):
        return checks.number(None, high - 1, "younger than written")
    if near & NEARLY:
        return checks.number(low - 2, high, "about to be as old as written")
    slack = 1 if value.comparator == "approx" or value.kind == "duration" else 0
    return checks.number(
        low - slack, high + (slack if value.comparator == "approx" else 0), "the age in complete years"
    )


def _to_birthday(life: Life, years: Decimal, end: dt.date) -> Reading:
    """Support "before his 60th birthday" by the age in the year before it."""
    last = checks.number(years - 1, years - 1, "the year before it")
    return life.reading(life.age(end), "age at death", last, refutes=False)


def _worded(desk: Desk, life: Life) -> Iterator[Reading]:
    """Yield whether somebody died young or old."""
    words = desk.context.text[desk.statement.start - 1 : desk.context.sentence[1]] if desk.value is None else ""
    if life.died and YOUNG.search(words):
        check = checks.number(None, STILL_YOUNG, "young", doubt=BETWEEN)
        yield life.reading(life.age(life.died), "age at death", check)
    elif life.died and OLD.search(words):
        check = checks.number(OLD_AGE, None, "old", doubt=BETWEEN)
        yield life.reading(life.age(life.died), "age at death", check)


def _together(desk: Desk, life: Life) -> Iterator[Reading]:
    """Yield whether birth and death lie in one day of the year, month, year, decade or century."""
    text = desk.context.text[slice(*desk.context.sentence)]
    found = OTHER.search(text) or (SAME.search(text) if OWN_BIRTH.search(text) else None)
    if found is None or life.born is None:
        return
    unit, one = found[found.lastindex or 0].lower(), found.re is SAME and bool(found[1])
    rule = f"both in one {unit}" if one else "in two of them"
    if unit == "century":
        died, born = life.value(life.view.died), life.value(life.view.born)
        query = Query(operation="centuries between", table=life.view.name, left=died, right=born)
        check = checks.number(None, Decimal(0), rule)
        yield life.reading(query, "centuries from birth to death", check if one else checks.denied(check))
    else:
        check = _same(unit, life.born, f"{rule}, with {life.born}")
        died = life.value(life.view.died)
        yield life.reading(died, "day of death", check if one else checks.denied(check))


OWN_BIRTH = re.compile(r"\bborn\b|\blived and died\b", re.IGNORECASE)


def _same(unit: str, born: dt.date, rule: str) -> Check:
    """Test for a day in the same unit of time as another."""

    def test(found: Cell) -> bool | None:
        return UNITS[unit](found) == UNITS[unit](born) if isinstance(found, dt.date) else None

    return checks.Check(rule, test)


def _not_yet(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield the age of somebody who is "not yet 30"."""
    told, teller, published = ages(desk.value), _teller(desk), desk.context.published
    if not told or teller is None or published is None or desk.context.before[:2] not in NOT_YET:
        return
    context = desk.context
    back = (w for w in context.times if context.sentence[0] <= w.start < desk.statement.start)
    if any(long_ago(context, when) for when in back):  # "which he began in April 1979, not yet 30"
        return
    life = life_of(desk, view, teller)
    if life and life.born and not life.died:
        yield life.reading(life.age(published), "age", checks.number(None, told[0] - 1, "younger than written"))


NOT_YET = (["yet", "not"], ["quite", "not"], ["even", "not"])


def _beyond(desk: Desk, view: View) -> Iterator[Reading]:
    """Doubt what somebody did at an age that he or she never reached."""
    value, context, verb = desk.value, desk.context, desk.context.verb
    near = [w for w in context.before if w not in FILLERS][:1]
    told, teller = ages(value), _teller(desk)
    if value is None or value.kind != "age" or not {*near} & AGED or desk.statement.modality != "asserted":
        return
    if not told or teller is None or verb is None or verb.tag_ not in ("VBD", "VBN"):
        return
    life = life_of(desk, view, teller) if not any(t.tag_ == "MD" for t in context.line) else None
    if life and _another_named(desk, life):
        return
    end = _end(desk, life) if life and life.born else None
    if life and end:
        yield life.reading(life.age(end), "age", checks.reachable(told[0], "at least as old as written"))


def _another_named(desk: Desk, life: Life) -> bool:
    """Say whether only somebody else is named in the sentence: "Thorley, she says, stayed until he was 73"."""
    people = {m.best for m in desk.context.discourse.mentions_in(desk.context.sentence) if m.person and not m.back}
    return bool(people) and life.person not in people


def _teller(desk: Desk) -> Token | None:
    """Give the word whose subject the age is told of: the age itself, or the verb that it goes with."""
    own = any(c.dep_ == "nsubj" for c in desk.context.head.children)
    token = desk.context.head if own else desk.context.verb
    return token if token is not None and subject_of(token) is not None else None
