"""Say whether what a reading finds agrees with what the article says."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from claims.checking import checks
from claims.checking.checks import UNREACHED, Check
from claims.checking.periods import period_of
from claims.checking.query import DAYS_A_YEAR
from claims.checking.scoring import CELLS
from claims.values import compare, interval
from claims.values.conversion import convert

if TYPE_CHECKING:
    from claims.checking.periods import Period
    from claims.checking.scoring import Reading
    from claims.checking.tables import Cell
    from claims.types import Value

Outcome = Literal["agrees", "disagrees", "cannot_tell"]
UNIT_YEARS = {"Y": Decimal(1), "M": Decimal(1) / 12, "W": 7 / DAYS_A_YEAR, "D": 1 / DAYS_A_YEAR}
PART = re.compile(r"([\d.]+)([YMWD])")
SEASONS = {"-WI": (12, 1, 2), "-SP": (3, 4, 5), "-SU": (6, 7, 8), "-AU": (9, 10, 11), "-FA": (9, 10, 11)}
SECONDS = {
    "s": Decimal(1), "min": Decimal(60), "h": Decimal(3600), "d": Decimal(86400), "wk": Decimal(604800),
    "mo": DAYS_A_YEAR / 12 * 86400, "a": DAYS_A_YEAR * 86400,
}  # fmt: skip
NAMES = {"second": "s", "minute": "min", "hour": "h", "day": "d", "week": "wk", "month": "mo", "year": "a"}
COUNTED_WEEKS, HALF_A_WEEK = re.compile(r"\bweeks? (?:ago|later|earlier)$"), dt.timedelta(3)
DEGREES = frozenset({"Cel", "[degF]"})  # the scale of bare degrees is the table's
EDGE = Decimal("1e-9")  # more than a division leaves out
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def agreement(reading: Reading, found: Cell, value: Value | None) -> tuple[Outcome, str]:
    """Compare, and name the rule."""
    if isinstance(reading.asserted, Check):
        return reading.asserted.outcome(found), reading.asserted.rule
    if reading.form == "name":
        ok = reading.asserted in found if isinstance(found, tuple) else found == reading.asserted
        return ("agrees" if ok else "disagrees"), "the same name"
    if reading.form == "weekday" and isinstance(found, dt.date):
        ok = WEEKDAYS[found.weekday()] == reading.asserted
        return ("agrees" if ok else "disagrees"), "the day of the week"
    if value is None or found is None:
        return "cannot_tell", ""
    if reading.form == "date":
        return _dates(value, found, reading)
    if reading.form == "years":
        return _years(value, found)
    compared = _ratio if reading.form in ("ratio", "percent as ratio") else _number
    outcome, rule = compared(value, found, reading)
    if outcome == "agrees" and isinstance(found, Decimal) and found * reading.way < 0:
        return "disagrees", "as much, the other way"
    return outcome, rule


def _dates(value: Value, found: Cell, reading: Reading) -> tuple[Outcome, str]:
    period = period_of(value.iso)
    if period is None:
        return "cannot_tell", ""
    if "T" in value.iso and isinstance(found, dt.date) and not period[0] <= found <= period[1]:
        return "cannot_tell", ""  # a time of day names no day
    if isinstance(found, int):
        if len(value.iso) > 4 and value.iso[:4].isdigit() and "/" not in value.iso:
            return "cannot_tell", ""
        return _year(value, found, period, bounded=reading.family == "date")
    if not isinstance(found, dt.date):
        return "cannot_tell", ""
    if period[0] == period[1] and COUNTED_WEEKS.search(value.text):
        period = period[0] - HALF_A_WEEK, period[1] + HALF_A_WEEK
    later, earlier = _bounds(value)
    if value.comparator in later:
        return ("agrees" if found >= period[0] else "disagrees"), "on or after it"
    if value.comparator in earlier:
        return ("agrees" if found <= period[1] else "disagrees"), "on or before it"
    if season := SEASONS.get(value.iso[4:]):
        check = checks.season(season, int(value.iso[:4]))
        return check.outcome(found), check.rule
    if reading.family == "birthday" and value.text.lower().removeprefix("on ") in WEEKDAYS:
        ok = abs((found - period[0]).days) in (0, 7)
        return ("agrees" if ok else "disagrees"), "the same day of the week, this week or next"
    return ("agrees" if period[0] <= found <= period[1] else "disagrees"), "the day lies in the period as written"


def _bounds(value: Value) -> tuple[tuple[str, str], tuple[str, str]]:
    """Give the comparators that say later, and earlier: more than a year ago is earlier."""
    later, earlier = ("gt", "ge"), ("lt", "le")
    return (earlier, later) if value.text.endswith("ago") else (later, earlier)


def _year(value: Value, found: int, period: Period, *, bounded: bool) -> tuple[Outcome, str]:
    """Hold a year to the one that is written, or to the bound that it sets: "opened before 1920"."""
    later, earlier = _bounds(value) if bounded else ((), ())
    if value.comparator in later:
        return ("agrees" if found >= period[0].year else "disagrees"), "in it or later"
    if value.comparator in earlier:
        return ("agrees" if found <= period[1].year else "disagrees"), "in it or earlier"
    return ("agrees" if period[0].year <= found <= period[1].year else "disagrees"), "the same year"


def _number(value: Value, found: Cell, reading: Reading) -> tuple[Outcome, str]:
    size = abs(found) if reading.size and isinstance(found, Decimal) else found
    outcome, rule = figure(value, size, reading.unit, reading.scale)
    computed = reading.size or reading.query.operation == "mean"
    if outcome == "disagrees" and reading.family in CELLS and _bare_whole(value, size, reading.unit):
        return "agrees", "rounded to a whole number"
    if outcome == "disagrees" and computed and _whole(value, size, mean=reading.query.operation == "mean"):
        return "agrees", "rounded to a whole number"
    return outcome, rule


def _bare_whole(value: Value, found: Cell, unit: str) -> bool:
    """Say whether a bare whole number is what a measure rounds to: "from 48 per cent to 41", of 41.1."""
    bare = value.kind == "number" and not value.unit and value.comparator == "eq" and value.step == 1
    return bool(unit) and bare and isinstance(found, Decimal) and round(found) == value.amount


def _whole(value: Value, found: Cell, *, mean: bool) -> bool:
    """Say whether a whole number is what a computed one rounds to: 5.3 percent is written as 5, 4.3 points as four."""
    rounds = mean or value.kind == "percent" or "point" in value.unit
    whole = rounds and value.comparator == "eq" and value.step == 1 and isinstance(value.amount, Decimal)
    return whole and isinstance(found, Decimal) and round(found) == value.amount


def figure(value: Value, found: Cell, unit: str, scale: object) -> tuple[Outcome, str]:
    """Compare a stated figure with a cell of a unit and a scale."""
    if isinstance(found, int) and not isinstance(found, bool):
        found = Decimal(found)
    if not isinstance(found, Decimal):
        return "cannot_tell", ""
    if isinstance(scale, Decimal):
        found *= scale
    if EITHER in unit:
        return _either(value, found, unit)
    if value.kind == "duration" and unit in SECONDS:
        named = NAMES.get(value.unit.split(" ")[-1], "")
        if not named:
            return "cannot_tell", ""
        found, unit = found * SECONDS[unit] / SECONDS[named], ""
    if value.unit == "°" and unit in DEGREES:
        unit = value.unit
    result = compare(value, found, unit=unit)
    if (
        result.outcome == "cannot_tell"
        and isinstance(value.amount, Decimal)
        and value.kind in ("count", "number", "ordinal")
    ):
        result = compare(value, found)
    if result.outcome == "disagrees" and _rounded(value, found):
        return "agrees", "rounded as written, to its first digits"
    return result.outcome, result.rule


EITHER = "|"


def one_unit(unit: str, other: str) -> bool:
    """Say whether two columns may be in one unit: "s" and "s|m"."""
    return not {*unit.split(EITHER)}.isdisjoint(other.split(EITHER))


def _either(value: Value, found: Decimal, unit: str) -> tuple[Outcome, str]:
    """Compare with a cell that may be of one unit or another: "6.88" metres or seconds, "2:14" hours or minutes."""
    results = [figure(value, found, one, None) for one in unit.split(EITHER)]
    told = [r for r in results if r[0] == "agrees"] or [r for r in results if r[0] == "disagrees"]
    return next(iter(told), results[0])


def amount_in(value: Value, unit: str, near: Decimal | None = None) -> Decimal | None:
    """Give a stated amount in a unit of a table: "3:38.41" as 218.41 seconds; None for a pair.

    Of a cell that may be of one unit or another take that in which the amount is nearer to it.

    >>> from claims.values import read_value
    >>> stated = read_value("2 hours and 5 minutes")
    >>> amount_in(stated, "s"), amount_in(stated, "s|min", Decimal(125)), amount_in(read_value("41 seats"), "")
    (Decimal('7500.000000'), Decimal('125.000000'), Decimal('41'))
    """
    if not isinstance(value.amount, Decimal):
        return None
    if EITHER not in unit:
        return _converted(value, value.amount, unit)
    units = [one for one in unit.split(EITHER) if (one in SECONDS) == (value.kind == "duration")] or [unit]
    found = [_converted(value, value.amount, one) for one in units]
    return found[0] if near is None or len(found) == 1 else min(found, key=lambda amount: abs(amount - near))


def _converted(value: Value, amount: Decimal, unit: str) -> Decimal:
    if value.kind == "duration" and unit in SECONDS and (named := NAMES.get(value.unit.split(" ")[-1])):
        return round(amount * SECONDS[named] / SECONDS[unit], SIXTH)
    if value.kind == "quantity" and unit not in ("", value.unit):
        return convert(amount, value.unit, unit) or amount
    return amount


SIXTH = 6


def _passes(outcome: Outcome) -> bool | None:
    return None if outcome == "cannot_tell" else outcome == "agrees"


def figured(value: Value, unit: str, scale: object, rule: str) -> Check:
    """Test for a figure other than the statement's own: the one beside it, or the own one in another unit."""

    def test(found: Cell) -> bool | None:
        return _passes(figure(value, found, unit, scale)[0])

    return Check(rule, test)


def reach(value: Value, unit: str, scale: object) -> tuple[Decimal, Decimal] | None:
    """Give the least and the most that a cell may be for a stated figure to agree with it; None where all may be.

    >>> from claims.values import read_value
    >>> [f"{end:.2f}" for end in reach(read_value("about 1.2 million people"), "", Decimal(1000)) or ()]
    ['1050.00', '1350.00']
    """
    if value.comparator not in ("eq", "approx") or not isinstance(value.amount, Decimal) or value.kind == "ratio":
        return None
    if value.kind not in ("count", "number", "ordinal", "money") and unit not in ("", value.unit):
        return None
    low, high = interval(value)[:2]
    if low is None or high is None or not isinstance(scale, Decimal) or scale <= 0:
        return None
    room = max(Decimal(10) ** _zeros(value) / 2 if _zeros(value) else 0, EDGE * max(abs(low), abs(high)))
    return (low - room) / scale, (high + room) / scale


def _zeros(value: Value) -> int:
    """Count the zeros that end a figure which is a round number of two or more digits, "41,000"; 0 for any other."""
    amount = value.amount
    return _ending_zeros(amount) if isinstance(amount, Decimal) and value.comparator in ("eq", "approx") else 0


@lru_cache(maxsize=1_000)
def _ending_zeros(amount: Decimal) -> int:
    """Count the zeros of a round number: a figure is compared with many cells."""
    if abs(amount) < 1000:
        return 0
    written = format(abs(amount), ".0f")
    digits = len(written.rstrip("0"))
    zeros = len(written) - digits
    return zeros if amount == amount.to_integral_value() and zeros > 1 and digits > 1 else 0


def _rounded(value: Value, found: Decimal) -> bool:
    """Say whether a round number is the found one to its two or more digits."""
    zeros = _zeros(value)
    return bool(zeros) and round(found, -zeros) == value.amount


def years_of(value: Value) -> Decimal | None:
    """Give a stated time in years.

    >>> from claims.types import Value
    >>> years_of(Value(start=0, end=1, text="six years", kind="duration", iso="P6Y"))
    Decimal('6')
    >>> float(years_of(Value(start=0, end=1, text="three and a half years", kind="duration", iso="P3Y6M")))
    3.5
    """
    parts = PART.findall(value.iso)
    if parts and value.iso == "P" + "".join(map("".join, parts)):
        return sum((Decimal(number) * UNIT_YEARS[unit] for number, unit in parts), Decimal(0))
    if isinstance(value.amount, Decimal) and value.unit.split(" ")[-1] in ("year", "a"):
        return value.amount
    return None


def time_served(value: Value) -> Check:
    """Test for a stated time as it is said of what somebody has served."""

    def test(found: Cell) -> bool | None:
        return _passes(_years(value, found)[0])

    return Check("the time served", test)


def _years(value: Value, found: Cell) -> tuple[Outcome, str]:
    """Compare times served: whole years or the nearest half, bounds with decimals."""
    stated = years_of(value)
    if stated is None or not isinstance(found, Decimal):
        return "cannot_tell", ""
    slack = Decimal("0.02")
    if value.comparator in ("gt", "ge"):
        ok = stated - slack <= found < stated + max(Decimal(1), stated / 5) + slack
        return ("agrees" if ok else "disagrees"), "longer than written, by no more than a year or a fifth"
    if value.comparator in ("lt", "le"):
        ok = stated - max(Decimal(1), stated / 5) - slack < found <= stated + slack
        return ("agrees" if ok else "disagrees"), "shorter than written, by no more than a year or a fifth"
    if value.comparator == "approx":
        ok = abs(found - stated) <= max(Decimal("0.6"), stated / 12)
        ok = ok and (found <= stated + slack or not value.rule.endswith(UNREACHED))
        return ("agrees" if ok else "disagrees"), "within a twelfth, or seven months"
    full = (found + slack) // 1  # who left on the last day of August has served the year that began in September
    half = Decimal("0.5") if stated == int(stated) else Decimal("0.35")  # "two and a half years" tells half years apart
    ok = full == stated or abs(found - stated) <= half * min(Decimal(1), stated)
    return ("agrees" if ok else "disagrees"), "whole years, or the nearest year"


def _ratio(value: Value, found: Cell, reading: Reading) -> tuple[Outcome, str]:
    amount = (value.amount, Decimal(1)) if isinstance(value.amount, Decimal) else value.amount
    if amount is None or not isinstance(found, Decimal) or not all(amount):
        return "cannot_tell", ""
    stated = amount[0] / amount[1]
    if reading.form == "percent as ratio":
        found = abs(found) / 100
    near = abs(found - stated) / stated
    if value.comparator in ("gt", "ge"):
        ok = found >= stated * Decimal("0.995") and found <= stated * Decimal("1.5")
        return ("agrees" if ok else "disagrees"), "over it, by no more than half"
    if value.comparator in ("lt", "le"):
        ok = stated * Decimal("0.6") <= found <= stated * Decimal("1.005")
        return ("agrees" if ok else "disagrees"), "under it, by no more than two fifths"
    if value.comparator == "approx":
        return ("agrees" if near <= Decimal("0.15") else "disagrees"), "within 15 percent of the ratio"
    return ("agrees" if near <= Decimal("0.07") else "disagrees"), "within 7 percent of the ratio"
