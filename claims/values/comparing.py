"""Compare a stated value with one found in a reference: exactly, with the rule in words.

The interval of a stated number comes from two things only: its hedge and its written precision.

- Written precision: half a unit of the last written digit, as statcheck does for reported statistics (Nuijten et al.
  2016, doi:10.3758/s13428-015-0664-2), but never more than 5 % of the number: significant figures alone would let
  "3 million" stand for 3.4 million. A count of things written out in full is exact.
- "about": pragmatic halo of a round number (Krifka 2009, "Approximate interpretations of number words"; Lasersohn
  1999): the rounder the numeral, the wider. One unit of the last non-zero digit, capped to 10 % and, for numbers of
  two digits or more, to one unit of the digit above the last: 370 reads as 360..380, 50,000 as 45,000..55,000.
- "nearly", "almost": the same width, below the number only; "just over" above only.
- One-sided words: the bound is open for "more than", closed for "at least". A finding more than twice as far is
  true but uninformative (Grice's maxim of quantity): it agrees and is flagged as weak.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import Any, Literal

from claims.types import Value
from claims.values import calendar

Outcome = Literal["agrees", "disagrees", "cannot_tell"]
Interval = tuple[Decimal | None, Decimal | None, bool, bool]
ZERO = Decimal(0)
HALO, PRECISION = Decimal("0.10"), Decimal("0.05")
WEAK = 2
DATED = ("date", "period")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing gave: the outcome, the rule in words, and what a person should know of it."""

    outcome: Outcome
    rule: str
    flags: tuple[str, ...] = ()


def interval(value: Value) -> Interval:
    """Give the numbers that a stated value stands for: low, high, and whether each end is open.

    Parameters
    ----------
    value : Value
        A value with an amount.

    Examples
    --------
    >>> from claims.values import read_value
    >>> [str(x) for x in interval(read_value("about 370 seats"))[:2]]
    ['360', '380']
    >>> [str(x) for x in interval(read_value("nearly 400 people"))]
    ['360', '400', 'False', 'True']
    """
    low, high, low_open, high_open = _ends(value)
    return _trim(low), _trim(high), low_open, high_open


def _trim(number: Decimal | None) -> Decimal | None:
    """Drop the zeros that arithmetic left behind the point."""
    if number is None:
        return None
    return number.to_integral_value() if number == number.to_integral_value() else number.normalize()


def _ends(value: Value) -> Interval:
    if isinstance(value.amount, tuple):
        if value.kind in ("ratio", "score"):
            share = value.amount[0] / value.amount[1] if value.amount[1] else ZERO
            return share, share, False, False
        low, high = value.amount
        return low, high, False, False
    if value.amount is None:
        return None, None, True, True
    return _around(value, value.amount)


def _around(value: Value, amount: Decimal) -> Interval:
    half = precision(value)
    match value.comparator:
        case "gt":
            return amount, _near(value, amount), True, False
        case "ge":
            return amount - half, None, False, True
        case "lt":
            return -_near(value, -amount) if "just below" in value.rule else None, amount, False, True
        case "le":
            return None, amount + half, True, False
        case "approx":
            width = max(halo(amount), half)
            if "just below" in value.rule:
                return amount - width, amount, False, True
            return amount - width, amount + width, False, False
    return amount - half, amount + half, False, False


def _near(value: Value, amount: Decimal) -> Any:
    """Bound "just over 50" and "just under 50" on the far side too."""
    if "just above" in value.rule or "just below" in value.rule:
        return amount + max(halo(abs(amount)), precision(value))
    return None


def precision(value: Value) -> Decimal:
    """Give half a unit of the last written digit, capped; nothing for a number written out in full."""
    amount, step = value.amount, value.step
    if not isinstance(amount, Decimal) or step is None or not _rounded(value, step):
        return ZERO
    return min(step / 2, abs(amount) * PRECISION)


def _rounded(value: Value, step: Decimal) -> bool:
    """Tell a measured or scaled number from a count of whole things."""
    if step > 1 or step < 1:
        return True
    return value.kind in ("percent", "quantity", "duration")


def halo(amount: Decimal) -> Decimal:
    """Give how far "about" reaches from a number: one unit of its last non-zero digit, at most 10 %."""
    if not amount:
        return ZERO
    unit = _roundness(abs(amount))
    width = max(unit, abs(amount) / 100)
    return min(width, abs(amount) * HALO)


def _roundness(amount: Decimal) -> Decimal:
    """Give the worth of the last non-zero digit."""
    exponent = amount.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


def compare(stated: Value, found: Any, *, unit: str = "", on: dt.date | None = None) -> Comparison:
    """Compare a stated value with a found one.

    Parameters
    ----------
    stated : Value
        As the article writes it.
    found : Decimal, int, str, datetime.date, (low, high) or Value
        As the reference holds it. For an age, a date is taken for the birth date, and `on` is needed.
    unit : str
        The unit of `found`, if it differs from the stated one.
    on : datetime.date, optional
        The day that the statement speaks of.

    Returns
    -------
    Comparison
        `agrees`, `disagrees` or `cannot_tell`, the rule in words, and flags such as "weak".

    Examples
    --------
    >>> from claims.values import read_value
    >>> compare(read_value("around 370 seats"), 364)
    Comparison(outcome='agrees', rule='364 is within 360..380, about 370', flags=('only because of the hedge',))
    >>> compare(read_value("more than 100 seats"), 5000).flags
    ('weak',)
    """
    if isinstance(found, Value):
        return _two_values(stated, found, on)
    if stated.kind == "age" and isinstance(found, dt.date):
        return _age(stated, found, on)
    if stated.kind in DATED:
        return _dates(stated, found)
    if isinstance(found, dt.date):
        return Comparison("cannot_tell", "a number against a date")
    return _numbers(stated, found, unit)


def _number(found: Any) -> Decimal | None:
    if isinstance(found, bool) or found is None:
        return None
    try:
        number = Decimal(str(found).replace(",", "").strip().rstrip("%"))
    except ArithmeticError:
        return None
    return number if number.is_finite() else None


def _numbers(stated: Value, found: Any, unit: str) -> Comparison:
    if stated.kind == "score" or isinstance(found, tuple):
        return _pairs(stated, found)
    number = _number(found)
    if number is None:
        return Comparison("cannot_tell", f"{found} is no number")
    if stated.amount is None:
        return Comparison("cannot_tell", "the article names no number")
    converted = _convert(number, unit, stated)
    if isinstance(converted, Comparison):
        return converted
    return _within(stated, converted)


def _convert(number: Decimal, unit: str, stated: Value) -> Decimal | Comparison:
    """Bring the found number into the stated unit, exactly, or say why that cannot be."""
    if not unit or unit == stated.unit:
        return number
    if stated.kind == "percent" and {unit, stated.unit} <= {"percentage point", "basis point"}:
        return number / 100 if unit == "basis point" else number * 100
    if stated.kind == "percent" or unit in ("%", "percentage point"):
        return Comparison("cannot_tell", f"{stated.unit or stated.kind} against {unit}: not the same measure")
    if stated.kind == "money":
        return Comparison("cannot_tell", f"{stated.unit} against {unit}: no exchange rate is assumed")
    if stated.kind not in ("quantity", "duration"):
        return (
            number
            if stated.kind in ("number", "ordinal", "ratio", "age")
            else Comparison("cannot_tell", f"{stated.unit} against {unit}")
        )
    from claims.values.conversion import convert

    result = convert(number, unit, stated.unit)
    return result if result is not None else Comparison("cannot_tell", f"{unit} does not convert to {stated.unit}")


def _within(stated: Value, number: Decimal) -> Comparison:
    low, high, low_open, high_open = interval(stated)
    if stated.kind == "ratio":
        return _ratio(stated, number)
    below = low is not None and (number < low or (low_open and number == low))
    above = high is not None and (number > high or (high_open and number == high))
    told = _told(stated, low, high)
    if below or above:
        return Comparison("disagrees", f"{_plain(number)} is {'below' if below else 'above'} {told}")
    return Comparison("agrees", f"{_plain(number)} is within {told}", _flags(stated, number))


def _flags(stated: Value, number: Decimal) -> tuple[str, ...]:
    flags = []
    amount = stated.amount
    if isinstance(amount, Decimal) and stated.comparator == "approx" and abs(number - amount) > precision(stated):
        flags.append("only because of the hedge")
    if isinstance(amount, Decimal) and amount > 0:
        over = stated.comparator in ("gt", "ge") and number > WEAK * amount
        under = stated.comparator in ("lt", "le") and 0 <= number * WEAK < amount
        if over or under:
            flags.append("weak")
    if stated.comparator == "eq" and isinstance(amount, Decimal) and number != amount:
        flags.append("rounded")
    return tuple(flags)


WORDS = {"approx": "about", "gt": "more than", "ge": "at least", "lt": "less than", "le": "at most", "eq": "written as"}


def _told(stated: Value, low: Decimal | None, high: Decimal | None) -> str:
    """Write an interval: "360..380, about 370"."""
    ends = f"{_plain(low)}..{_plain(high)}"
    if stated.comparator == "between" or not isinstance(stated.amount, Decimal):
        return ends
    if low == high:
        return _plain(low)
    word = WORDS[stated.comparator]
    if "just below" in stated.rule:
        word = "just below"
    elif "just above" in stated.rule:
        word = "just above"
    return f"{ends}, {word} {_plain(stated.amount)}"


def _plain(number: Decimal | None) -> str:
    if number is None:
        return ""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _ratio(stated: Value, number: Decimal) -> Comparison:
    """Compare "a third" with a share or a percentage of it."""
    assert isinstance(stated.amount, tuple)
    above, below = stated.amount
    if not below:
        return Comparison("cannot_tell", "a share of nothing")
    share = Fraction(above) / Fraction(below)
    value = Fraction(number)
    width = {"approx": Fraction(1, 20)}.get(stated.comparator, Fraction(1, 100)) * max(share, Fraction(1, 10))
    told = f"{_plain(above)}/{_plain(below)}"
    one_sided = {"gt": value > share, "ge": value >= share, "lt": value < share, "le": value <= share}
    agrees = one_sided.get(stated.comparator, abs(value - share) <= width)
    return Comparison("agrees" if agrees else "disagrees", f"{_plain(number)} against {stated.comparator} {told}")


def _pairs(stated: Value, found: Any) -> Comparison:
    if not isinstance(found, tuple) or not isinstance(stated.amount, tuple) or len(found) != 2:
        return Comparison("cannot_tell", "one number against two")
    pair = tuple(_number(x) for x in found)
    if None in pair:
        return Comparison("cannot_tell", "no numbers")
    told = f"{_plain(pair[0])}-{_plain(pair[1])}"
    if pair == stated.amount:
        return Comparison("agrees", f"both are {told}")
    if stated.kind == "score" and pair == stated.amount[::-1]:
        return Comparison("agrees", f"{told} read from the other side", ("other side first",))
    return Comparison("disagrees", f"{told} is not {_plain(stated.amount[0])}-{_plain(stated.amount[1])}")


def _two_values(stated: Value, found: Value, on: dt.date | None) -> Comparison:
    if stated.kind in DATED or found.kind in DATED:
        if not (stated.kind in DATED and found.kind in DATED):
            return Comparison("cannot_tell", f"{stated.kind} against {found.kind}")
        return _dates(stated, found.iso)
    if found.comparator in ("eq", "between") and isinstance(found.amount, tuple) and found.kind != "ratio":
        return _overlap(stated, found) if stated.kind != "score" else _pairs(stated, found.amount)
    if found.comparator != "eq" or stated.kind == "ratio":
        return _overlap(stated, found)
    _ = on
    return _numbers(stated, found.amount, found.unit)


def _overlap(stated: Value, found: Value) -> Comparison:
    """Compare two hedged values: apart they disagree, else one cannot tell unless one holds the other."""
    if stated.unit != found.unit:
        return Comparison("cannot_tell", f"{stated.unit} against {found.unit}")
    a, b = interval(stated), interval(found)
    if _apart(a, b) or _apart(b, a):
        return Comparison("disagrees", "the two ranges do not meet")
    if a[:2] == b[:2]:
        return Comparison("agrees", "the two ranges are the same")
    if _holds(a, b):
        return Comparison("agrees", "the range found lies within the range stated")
    return Comparison("cannot_tell", "the two ranges overlap")


def _apart(a: Interval, b: Interval) -> bool:
    return a[1] is not None and b[0] is not None and (a[1] < b[0] or (a[1] == b[0] and (a[3] or b[2])))


def _holds(a: Interval, b: Interval) -> bool:
    low = a[0] is None or (b[0] is not None and b[0] >= a[0])
    high = a[1] is None or (b[1] is not None and b[1] <= a[1])
    return low and high


# --- dates and ages ---


def _iso(found: Any) -> str:
    if isinstance(found, dt.datetime):
        return found.date().isoformat()
    if isinstance(found, dt.date):
        return found.isoformat()
    if isinstance(found, tuple) and len(found) == 2:
        return f"{_iso(found[0])}/{_iso(found[1])}"
    return f"{found:04}" if isinstance(found, int) else str(found)


def _dates(stated: Value, found: Any) -> Comparison:
    if not stated.iso:
        return Comparison("cannot_tell", "the date is unresolved")
    iso = _iso(found)
    a, b = calendar.bounds(stated.iso), calendar.bounds(iso)
    if not a or not b:
        return Comparison("cannot_tell", f"{iso or found} is no date")
    if stated.comparator != "eq":
        return _hedged_date(stated, a, b, iso)
    if a[0] <= b[0] and b[1] <= a[1]:
        return Comparison("agrees", iso if a == b else f"{iso} lies in {stated.iso}")
    if b[0] <= a[0] and a[1] <= b[1]:
        return Comparison("cannot_tell", f"{stated.iso} lies in {iso}, which is less exact")
    if a[1] < b[0] or b[1] < a[0]:
        return Comparison("disagrees", f"{iso} is not in {stated.iso}")
    return Comparison("cannot_tell", f"{iso} overlaps {stated.iso}")


def _hedged_date(stated: Value, a: tuple[dt.date, dt.date], b: tuple[dt.date, dt.date], iso: str) -> Comparison:
    word = {"lt": "before", "le": "by", "gt": "after", "ge": "not before", "approx": "around"}[stated.comparator]
    if stated.comparator == "approx":
        slack = dt.timedelta(max(1, (a[1] - a[0]).days))
        fits = b[0] >= a[0] - slack and b[1] <= a[1] + slack
    elif stated.comparator in ("lt", "le"):
        fits = b[1] < a[0] if stated.comparator == "lt" else b[1] <= a[1]
    else:
        fits = b[0] > a[1] if stated.comparator == "gt" else b[0] >= a[0]
    return Comparison("agrees" if fits else "disagrees", f"{iso} against {word} {stated.iso}")


def weekday_fits(weekday: int, day: dt.date) -> bool:
    """Tell whether a date falls on a weekday (Monday is 0)."""
    return day.weekday() == weekday


def age_on(born: dt.date, day: dt.date) -> int:
    """Give the age in whole years; born on 29 February, one is a year older on 1 March of a common year.

    >>> age_on(dt.date(2000, 2, 29), dt.date(2021, 2, 28)), age_on(dt.date(2000, 2, 29), dt.date(2021, 3, 1))
    (20, 21)
    """
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _age(stated: Value, born: dt.date, on: dt.date | None) -> Comparison:
    if on is None:
        return Comparison("cannot_tell", "an age needs the day that it is for")
    years = age_on(born, on)
    if stated.unit in ("", "year"):
        leap = (born.month, born.day, on.month, on.day) == (2, 29, 2, 28) and calendar.make(on.year, 2, 29) is None
        if leap and stated.amount == years + 1:
            return Comparison("cannot_tell", "born on 29 February: some laws count 28 February as the birthday")
        result = _within(stated, Decimal(years))
        return Comparison(result.outcome, f"born {born}, {years} on {on}", result.flags)
    if stated.unit == "month":
        months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
        return _within(stated, Decimal(months))
    days = Decimal((on - born).days)
    return _within(stated, days if stated.unit == "day" else (days / 7).to_integral_value(ROUND_FLOOR))
