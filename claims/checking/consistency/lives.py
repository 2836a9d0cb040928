"""Times against each other: ages and birth dates, anniversaries, how long something lasted."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.checking.consistency.found import between, exact, found
from claims.values import calendar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from claims.types import Inconsistency, Value

BEGINNINGS = r"born|b\.|built|founded|established|opened|launched|completed|created|formed|set up|inaugurated"
BORN = re.compile(r"\b(?:born|b\.)[^.;()]{0,40}$", re.IGNORECASE)
BEGAN = re.compile(rf"\b(?:{BEGINNINGS})[^.;()]{{0,40}}$", re.IGNORECASE)
NAME = re.compile(r"\b[A-Z]\w+")
DIED = re.compile(r"\b(?:died|dead|killed|d\.)[^.;()]{0,30}$")
LIFE = re.compile(r"[A-Z][\w’'-]+ \($")
DYING = re.compile(r"^\),? (?:[a-z]+ ){0,3}?died\b[^.;()\d]{0,40}$")
THIS_YEAR = re.compile(r"[^.;]{0,40}\bthis year\b|[^.;\d]{0,40}(?:on|this|last|next) \w+day\b")
LASTED = re.compile(r"[^.;:()\d]{0,12}?(?:,| \(|:) ?(?:from |between )?")
YEARS = re.compile(r"(\d{4})/(\d{4})")


def lives(values: Sequence[Value], text: str, published: dt.date | None) -> Iterator[Inconsistency]:
    """Check an age against the birth date in the same sentence, at death or at publication."""
    ages = [v for v in values if v.kind == "age" and v.unit == "year" and exact(v)]
    dates = [v for v in values if v.kind == "date"]
    died = [v for v in dates if DIED.search(text, max(0, v.start - 60), v.start)]
    if len(ages) != 1:
        return
    began = BEGAN if ages[0].rule == "age: old" else BORN
    born = [v for v in dates if v not in died and began.search(text, max(0, v.start - 60), v.start)]
    if len(born) != 1:
        return
    if not _same_life(text, ages[0], born[0]):
        return
    end = calendar.bounds(died[0].iso) if len(died) == 1 else (published, published) if _now(ages[0]) else None
    start = calendar.bounds(born[0].iso)
    if not start or not end or not end[0] or not end[1]:
        return
    most, least = end[1].year - start[0].year, end[0].year - start[1].year - 1
    amount = ages[0].amount
    if isinstance(amount, Decimal) and not least <= amount <= most:
        why = f"born {born[0].iso}, the age is {least} or {most}"
        yield found("age against birth date", why, ages[0], born[0])


def _now(age: Value) -> bool:
    """Tell an age of today ("Kishor, 45,") from one in a story ("at 19") and one of something else ("a 9-year-old")."""
    return age.rule.startswith(("age: apposition", "age: is")) or (age.rule == "age: old" and "-" not in age.text)


def _same_life(text: str, age: Value, born: Value) -> bool:
    """Tell whether age and birth date are told of one: no other name between, or the age's own before both."""
    if age.start < born.start:
        return not NAME.search(text, age.end, born.start)
    start = max(text.rfind(mark, 0, born.start) for mark in ".\n!?") + 1
    before = text[start : born.start].strip()
    return before.startswith("Born") or not age.of or age.of.rpartition(" ")[2] in before


def spans_of_life(values: Sequence[Value], text: str, _: dt.date | None) -> Iterator[Inconsistency]:
    """Check "Okafor (1930-2010) died at the age of 80"."""
    for years, age in pairwise(values):
        life = YEARS.fullmatch(years.iso) if years.kind == "period" else None
        if not life or age.kind != "age" or age.unit != "year" or not exact(age):
            continue
        if not LIFE.search(text, max(0, years.start - 40), years.start) or not DYING.match(between(text, years, age)):
            continue
        most = int(life[2]) - int(life[1])
        if age.amount not in (most, most - 1):
            yield found("age against life", f"{years.text} are {most - 1} or {most} years", years, age)


def anniversaries(values: Sequence[Value], text: str, published: dt.date | None) -> Iterator[Inconsistency]:
    """Check "founded in 1922, marks its 100th anniversary this year"."""
    for began, ordinal in pairwise(values):
        if published is None or began.kind != "date" or len(began.iso) < 4 or ordinal.kind != "ordinal":
            continue
        told = ordinal.unit.endswith(("anniversary", "birthday")) and THIS_YEAR.match(text, ordinal.end)
        if not told or not BEGAN.search(text, max(0, began.start - 60), began.start):
            continue
        years = published.year - int(began.iso[:4])
        if isinstance(ordinal.amount, Decimal) and abs(ordinal.amount - years) > 1:
            yield found("anniversary", f"{began.text} was {years} years before {published.year}", began, ordinal)


def durations(values: Sequence[Value], text: str, _: dt.date | None) -> Iterator[Inconsistency]:
    """Check "for four years, from 2001 to 2005"."""
    for length, period in pairwise(values):
        years = YEARS.fullmatch(period.iso) if period.kind == "period" else None
        if not years or length.kind != "duration" or length.unit != "year" or not exact(length):
            continue
        if not LASTED.fullmatch(between(text, length, period)):
            continue
        told = int(years[2]) - int(years[1])
        if isinstance(length.amount, Decimal) and abs(length.amount - told) > 1:
            yield found("duration", f"{period.text} are {told} years, not {length.text}", length, period)
