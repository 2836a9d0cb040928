"""A test that an answer has to pass, where the article asserts something that is no single value: "in the spring"."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from claims.checking.query import DAYS_A_YEAR

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.checking.tables import Cell
    from claims.types import Value

Passed = bool | None
Outcome = Literal["agrees", "disagrees", "cannot_tell"]
TURN_YEARS, TURN_DOUBT = 10, 20
UNREACHED = "; not reached"
"""Ends the rule of a value that is said to fall just short: "not quite eight years"."""
SEASON_DOUBT = 10
"""How many days beyond a season its name may still be said: 29 November is no clear error for "winter"."""


@dataclass(frozen=True, slots=True)
class Check:
    """A test with its rule in words; the test gives None where it cannot tell."""

    rule: str
    test: Callable[[Cell], Passed]

    def outcome(self, found: Cell) -> Outcome:
        """Say how an answer stands to the test."""
        passed = self.test(found)
        return "cannot_tell" if passed is None else "agrees" if passed else "disagrees"


def part_of(first: dt.date, last: dt.date, part: str) -> Check:
    """Test for the early, middle or late part of a period, its halves; what lies between is left open.

    >>> late = part_of(dt.date(1969, 1, 1), dt.date(1969, 12, 31), "late")
    >>> late.outcome(dt.date(1969, 2, 26)), late.outcome(dt.date(1969, 6, 20)), late.outcome(dt.date(1969, 11, 2))
    ('disagrees', 'cannot_tell', 'agrees')
    """
    low, high, doubt = PARTS[part]

    def test(found: Cell) -> Passed:
        if not isinstance(found, dt.date):
            return None
        at = (found - first).days / max(1, (last - first).days)
        if low <= at <= high:
            return True
        return None if low - doubt <= at <= high + doubt and 0 <= at <= 1 else False

    return Check(f"it lies in the {part} part of the period", test)


PARTS = {
    "early": (0.0, 0.5, 0.05), "late": (0.5, 1.0, 0.05), "middle": (0.25, 0.75, 0.1),
    "start": (0.0, 0.25, 0.15), "end": (0.75, 1.0, 0.15),
    "first half": (0.0, 0.5, 0.01), "second half": (0.5, 1.0, 0.01), "whole": (0.0, 1.0, 0.0),
}  # fmt: skip


def slice_of(first: dt.date, last: dt.date, number: int, of: int) -> Check:
    """Test for one of the equal parts of a period: the last decade of a century, which may begin with its year 1.

    >>> last = slice_of(dt.date(1900, 1, 1), dt.date(1999, 12, 31), 10, 10)
    >>> last.outcome(dt.date(1995, 5, 9)), last.outcome(dt.date(1985, 5, 9)), last.outcome(dt.date(1990, 5, 9))
    ('agrees', 'disagrees', 'cannot_tell')
    """
    size = (last - first).days / of
    begins, ends = (first + dt.timedelta(size * at) for at in (number - 1, number))
    later = (dt.timedelta(0), dt.timedelta(366 if (last - first).days > CENTURY_DAYS else 0))

    def test(found: Cell) -> Passed:
        if not isinstance(found, dt.date):
            return None
        inside = {begins + by <= found <= ends + by for by in later}
        return inside.pop() if len(inside) == 1 else None

    return Check(f"it lies in part {number} of {of} of the period", test)


CENTURY_DAYS = 36_000


def of_any_year(first: dt.date, last: dt.date) -> Check:
    """Test for a day, a month or a part of a year, whatever the year.

    >>> july = of_any_year(dt.date(2018, 7, 1), dt.date(2018, 7, 31))
    >>> july.outcome(dt.date(1955, 7, 20)), july.outcome(dt.date(1955, 8, 1))
    ('agrees', 'disagrees')
    """

    def test(found: Cell) -> Passed:
        if not isinstance(found, dt.date):
            return None
        return (first.month, first.day) <= (found.month, found.day) <= (last.month, last.day)

    return Check("the day of the year", test)


def on_weekday(day: int) -> Check:
    """Test for a day of the week, 0 for Monday."""
    return Check("the day of the week", lambda found: found.weekday() == day if isinstance(found, dt.date) else None)


def denied(check: Check) -> Check:
    """Test for the opposite: "was not born in 1955"."""

    def test(found: Cell) -> Passed:
        passed = check.test(found)
        return None if passed is None else not passed

    return Check(f"not so: {check.rule}", test)


def reachable(least: Decimal, rule: str) -> Check:
    """Test only whether a number was ever reached: that it was supports nothing.

    >>> [reachable(Decimal(75), "lived so long").outcome(Decimal(age)) for age in (63, 80)]
    ['disagrees', 'cannot_tell']
    """
    return Check(rule, lambda found: False if isinstance(found, Decimal) and found < least else None)


def more(rule: str) -> Check:
    """Test for any difference above zero."""
    return number(Decimal("0.0000001"), None, rule)


def as_much(how: str) -> Check:
    """Test for two sides that are level, by what the one is more than the other in percent.

    >>> [as_much(how).outcome(Decimal(-4)) for how in ("level", "exactly", "about", "nearly")]
    ['cannot_tell', 'disagrees', 'agrees', 'agrees']
    """
    low, high, doubt = LEVEL[how]
    return number(Decimal(low), Decimal(high), RULES[how], doubt=Decimal(doubt))


LEVEL = {"level": (-1, 1, 15), "exactly": (0, 0, 1), "about": (-10, 10, 15), "nearly": (-12, 0, 15)}
RULES = {
    "level": "the one is as much as the other", "exactly": "the one is exactly as much as the other",
    "about": "the one is about as much as the other", "nearly": "the one is nearly as much as the other",
}  # fmt: skip


def season(months: tuple[int, ...], year: int | None = None) -> Check:
    """Test for a season, by months or from solstice to equinox; a winter belongs to both of its years.

    >>> winter = season((12, 1, 2), 1915)
    >>> winter.outcome(dt.date(1915, 11, 29)), winter.outcome(dt.date(1915, 8, 7)), winter.outcome(dt.date(1916, 1, 5))
    ('cannot_tell', 'disagrees', 'agrees')
    """

    def test(found: Cell) -> Passed:
        if not isinstance(found, dt.date):
            return None
        inside = _in_season(found, months)
        reach = {12: -1, 1: 1, 2: 1, 3: 1}.get(found.month, 0) if 12 in months else 0
        if year is not None and found.year not in (year, year + reach):
            return False
        near = any(_in_season(found + dt.timedelta(days), months) for days in (-SEASON_DOUBT, SEASON_DOUBT))
        return True if inside else None if near else False

    return Check("the season, by the calendar or the sun", test)


def _in_season(day: dt.date, months: tuple[int, ...]) -> bool:
    """Say whether a day lies in a season's months, or between the solstice and the equinox that bound it."""
    return day.month in months or (day - dt.timedelta(20)).month in months


def turn(year: int, side: str) -> Check:
    """Test for the turn of a century: before, after or around it."""

    def test(found: Cell) -> Passed:
        if not isinstance(found, dt.date):
            return None
        away = found.year - year
        if side == "before":
            return away < 0 if away != 0 else None
        if side == "after":
            return away >= 0 if abs(away) > 1 else None
        if side == "just after":
            return True if -1 <= away <= TURN_YEARS else None if abs(away) <= TURN_DOUBT else False
        return True if abs(away) <= TURN_YEARS else None if abs(away) <= TURN_DOUBT else False

    return Check(f"{side} {year}", test)


def side(day: dt.date, ago: str) -> Check:
    """Test for a day further back than one that is so many years ago, or nearer."""

    def test(found: Cell) -> Passed:
        if not isinstance(found, dt.date):
            return None
        return found <= day if ago == "over" else found >= day

    return Check(f"{'on or before' if ago == 'over' else 'on or after'} {day}", test)


def number(least: Decimal | None, most: Decimal | None, rule: str, *, doubt: Decimal = Decimal(0)) -> Check:
    """Test for a number between two bounds, both included; so far beyond them it is left open.

    >>> [number(None, Decimal(40), "young", doubt=Decimal(15)).outcome(Decimal(age)) for age in (34, 50, 60)]
    ['agrees', 'cannot_tell', 'disagrees']
    """

    def test(found: Cell) -> Passed:
        if not isinstance(found, Decimal):
            return None
        beyond = max(
            least - found if least is not None else Decimal(0), found - most if most is not None else Decimal(0)
        )
        return True if beyond <= 0 else None if beyond < doubt else False

    return Check(rule, test)


def in_whole_years(check: Check, value: Value) -> Check:
    """Let two ages or terms differ by the years between, or by one that is not over: 64 and 57 are seven apart."""
    amount = value.amount

    def test(found: Cell) -> Passed:
        if not isinstance(found, Decimal) or not isinstance(amount, Decimal):
            return None
        return check.test(found) or (value.comparator == "eq" and abs(abs(found) / DAYS_A_YEAR - amount) < 1)

    return Check("to a year that is not over", test)


WEEK, MANY = 7, 10


def lasted(value: Value, days_in: Decimal, *, both_ends: bool = False, aged: bool = False) -> Check:
    """Test a number of days for a stated time: to half a unit, days exactly; a bound reaches no more than a unit on.

    What is aged so is 100 until it is 101; where that is said of its age, it has been 100 before.

    >>> from claims.values import read_value
    >>> check = lasted(read_value("five months"), Decimal("30.44"))
    >>> check.outcome(Decimal(147)), check.outcome(Decimal(200))
    ('agrees', 'disagrees')
    """
    stated = value.amount if isinstance(value.amount, Decimal) else Decimal(0)
    reach, little = max(Decimal(1), stated / 5), Decimal("0.04")
    short = value.rule.endswith(UNREACHED)
    uneven = little if days_in > WEEK and stated >= MANY else 0  # months are of unlike lengths
    slack = Decimal(0) if days_in == 1 else Decimal("0.5") + uneven
    bounds = {
        "gt": (stated - little, stated + reach), "ge": (stated - little, stated + reach),
        "lt": (stated - reach, stated + little), "le": (stated - reach, stated + little),
        "approx": (stated - max(slack, stated / 8), stated + (little if short else max(slack, stated / 8))),
    }  # fmt: skip
    early, late = (little if value.kind == "age" else slack, 1 - little) if aged else (slack, slack)
    low, high = bounds.get(value.comparator, (stated - early, stated + late))
    rule = {0: "the days between", 1: "counted with both ends"}[both_ends] if days_in == 1 else "to half a unit"

    def test(found: Cell) -> Passed:
        if not isinstance(found, Decimal):
            return None
        return any(low <= (abs(found) + more) / days_in <= high for more in ((0, 1) if both_ends else (0,)))

    return Check(rule, test)
