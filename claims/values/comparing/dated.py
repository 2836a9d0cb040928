"""Compare dates and periods, and ages with birth dates."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from claims.values import calendar
from claims.values.comparing.numeric import within
from claims.values.comparing.outcome import Comparison, in_part

if TYPE_CHECKING:
    from typing import Any

    from claims.types import Comparator, Value


Bounds = tuple[dt.date, dt.date]


def _iso(found: Any) -> str:
    if isinstance(found, dt.datetime):
        return found.date().isoformat()
    if isinstance(found, dt.date):
        return found.isoformat()
    if isinstance(found, tuple) and len(found) == 2:
        return f"{_iso(found[0])}/{_iso(found[1])}"
    return f"{found:04}" if isinstance(found, int) else str(found)


def compare_dates(stated: Value, found: Any) -> Comparison:
    """Compare a date or period with a found one: containment decides."""
    if not stated.iso:
        return Comparison("cannot_tell", "the date is unresolved")
    iso = _iso(found)
    a, b = calendar.bounds(stated.iso), calendar.bounds(iso)
    if not a or not b:
        return Comparison("cannot_tell", f"{iso or found} is no date")
    if stated.comparator != "eq":
        return _hedged_date(stated, a, b, iso)
    if a[0] <= b[0] and b[1] <= a[1] and not _in_part(stated, a, b):
        return Comparison("cannot_tell", f"{iso} lies in {stated.iso}, hardly in its part, which has no sharp ends")
    if a[0] <= b[0] and b[1] <= a[1]:
        return Comparison("agrees", iso if a == b else f"{iso} lies in {stated.iso}")
    if b[0] <= a[0] and a[1] <= b[1]:
        return Comparison("cannot_tell", f"{stated.iso} lies in {iso}, which is less exact")
    if "part" in stated.rule and _moved(a[0], -FUZZY) <= b[1] and b[0] <= _moved(a[1], FUZZY):
        return Comparison("cannot_tell", f"{iso} is near {stated.iso}, and early, mid and late have no sharp ends")
    if stated.rule == "century" and b[0].year == b[1].year == a[1].year + 1:
        return Comparison("cannot_tell", f"{iso} is the last year of that century by a strict count")
    if a[1] < b[0] or b[1] < a[0]:
        return Comparison("disagrees", f"{iso} is not in {stated.iso}")
    return Comparison("cannot_tell", f"{iso} overlaps {stated.iso}")


def _in_part(stated: Value, a: Bounds, b: Bounds) -> bool:
    """Hold a shorter period against "late 2019", "the early 1990s"."""
    if a == b:
        return True
    middle = (b[0] - a[0]).days + (b[1] - b[0]).days / 2
    return in_part(stated.rule, middle / max(1, (a[1] - a[0]).days))


# "more than two years ago" is before that day.
AGO: dict[Comparator, Comparator] = {"gt": "lt", "ge": "le", "lt": "gt", "le": "ge"}
# How far the ends of "early April" are unsure, in days.
FUZZY = 5
WORDS = {"lt": "before", "le": "by", "gt": "after", "ge": "not before", "approx": "around"}


def _hedged_date(stated: Value, a: Bounds, b: Bounds, iso: str) -> Comparison:
    """Compare with a bound or a hedge; what reaches over the bound cannot be told."""
    comparator = AGO.get(stated.comparator, stated.comparator) if stated.rule == "ago" else stated.comparator
    low, high = _allowed(comparator, a)
    if stated.rule == "ago" and a[0] <= b[1] and b[0] <= a[1]:
        return Comparison("cannot_tell", f"{iso} against {WORDS[comparator]} the same day in {stated.iso}")
    rule = f"{iso} against {WORDS[comparator]} {stated.iso}"
    if low <= b[0] and b[1] <= high:
        return Comparison("agrees", rule)
    return Comparison("disagrees" if b[1] < low or b[0] > high else "cannot_tell", rule)


def _allowed(comparator: Comparator, a: Bounds) -> Bounds:
    """Give the first and the last day that a hedge allows."""
    match comparator:
        case "lt":
            return dt.date.min, _moved(a[0], -1)
        case "le":
            return dt.date.min, a[1]
        case "gt":
            return _moved(a[1], 1), dt.date.max
        case "ge":
            return a[0], dt.date.max
    slack = (a[1] - a[0]).days + 2
    return _moved(a[0], -slack), _moved(a[1], slack)


def _moved(day: dt.date, days: int) -> dt.date:
    """Move a day, no further than the calendar goes."""
    return dt.date.fromordinal(min(max(1, day.toordinal() + days), dt.date.max.toordinal()))


def age_on(born: dt.date, day: dt.date) -> int:
    """Give the age in whole years; born on 29 February, one is a year older on 1 March of a common year.

    >>> age_on(dt.date(2000, 2, 29), dt.date(2021, 2, 28)), age_on(dt.date(2000, 2, 29), dt.date(2021, 3, 1))
    (20, 21)
    """
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def compare_age(stated: Value, born: dt.date, on: dt.date | None) -> Comparison:
    """Compare an age with a birth date on a day."""
    if on is None:
        return Comparison("cannot_tell", "an age needs the day that it is for")
    years = age_on(born, on)
    if stated.unit in ("", "year"):
        leap = (born.month, born.day, on.month, on.day) == (2, 29, 2, 28) and calendar.make(on.year, 2, 29) is None
        if leap and stated.amount == years + 1:
            return Comparison("cannot_tell", "born on 29 February: some laws count 28 February as the birthday")
        result = within(stated, Decimal(years))
        return Comparison(result.outcome, f"born {born}, {years} on {on}", result.flags)
    if stated.unit == "month":
        months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
        return within(stated, Decimal(months))
    days = Decimal((on - born).days)
    return within(stated, days if stated.unit == "day" else (days / 7).to_integral_value(ROUND_FLOOR))
