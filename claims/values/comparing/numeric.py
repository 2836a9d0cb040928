"""Compare numbers: units, intervals, ranges, ratios and scores."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.values.comparing.intervals import interval, precision
from claims.values.comparing.outcome import Comparison, as_number, in_part, plain

if TYPE_CHECKING:
    from typing import Any

    from claims.types import Value
    from claims.values.comparing.intervals import Interval

WEAK = 2


def compare_numbers(stated: Value, found: Any, unit: str) -> Comparison:
    """Compare a stated number with a found one, in the stated unit."""
    if stated.kind == "score" or isinstance(found, tuple):
        return compare_pairs(stated, found)
    number = as_number(found)
    if number is None:
        return Comparison("cannot_tell", f"{found} is no number")
    if stated.amount is None:
        return Comparison("cannot_tell", "the article names no number")
    converted = _convert(number, unit, stated)
    if isinstance(converted, Comparison):
        return converted
    result = within(stated, converted)
    if stated.kind == "percent" and not unit and result.outcome == "disagrees" and 0 < converted < 1:
        return Comparison("cannot_tell", f"{plain(converted)} may be a share: its unit is not told")
    return result


def _convert(number: Decimal, unit: str, stated: Value) -> Decimal | Comparison:
    """Bring the found number into the stated unit, exactly, or say why that cannot be."""
    if not unit or unit == stated.unit:
        return number
    if stated.kind == "percent" and {unit, stated.unit} <= {"percentage point", "basis point"}:
        return number / 100 if unit == "basis point" else number * 100
    if stated.kind == "ratio":
        return number / 100 if unit == "%" else number
    if stated.kind == "percent" or unit in ("%", "percentage point"):
        return Comparison("cannot_tell", f"{stated.unit or stated.kind} against {unit}: not the same measure")
    if stated.kind == "money":
        return Comparison("cannot_tell", f"{stated.unit} against {unit}: no exchange rate is assumed")
    if stated.kind not in ("quantity", "duration"):
        return (
            number
            if stated.kind in ("number", "ordinal", "ratio", "age")
            else Comparison("cannot_tell", f"{stated.unit or stated.kind} against {unit}")
        )
    from claims.values.conversion import convert

    result = convert(number, unit, stated.unit)
    return result if result is not None else Comparison("cannot_tell", f"{unit} does not convert to {stated.unit}")


def within(stated: Value, number: Decimal) -> Comparison:
    """Compare a number with the interval that a value stands for."""
    low, high, low_open, high_open, told = _meant(stated)
    if stated.kind == "ratio":
        return _ratio(stated, number)
    below = low is not None and (number < low or (low_open and number == low))
    above = high is not None and (number > high or (high_open and number == high))
    if isinstance(stated.amount, tuple) and not below and not above and not in_part(stated.rule, _at(stated, number)):
        return Comparison("cannot_tell", f"{plain(number)} is within {told}, hardly in its part")
    if below or above:
        return Comparison("disagrees", f"{plain(number)} is {'below' if below else 'above'} {told}")
    return Comparison("agrees", f"{plain(number)} is within {told}", _flags(stated, number))


def _at(stated: Value, number: Decimal) -> float:
    """Give the place of a number between the ends of a range."""
    assert isinstance(stated.amount, tuple)
    low, high = stated.amount
    return float((number - low) / (high - low)) if high != low else 0.5


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


@lru_cache(maxsize=1_000)
def _meant(stated: Value) -> tuple[Decimal | None, Decimal | None, bool, bool, str]:
    """Give the interval that a value stands for, and how it is written: a value is compared with many cells."""
    ends = interval(stated)
    return (*ends, _told(stated, *ends[:2]))


WORDS = {"approx": "about", "gt": "more than", "ge": "at least", "lt": "less than", "le": "at most", "eq": "written as"}


def _told(stated: Value, low: Decimal | None, high: Decimal | None) -> str:
    """Write an interval: "360..380, about 370"."""
    ends = f"{plain(low)}..{plain(high)}"
    if stated.comparator == "between" or not isinstance(stated.amount, Decimal):
        return ends
    if low == high:
        return plain(low)
    word = WORDS[stated.comparator]
    if "just below" in stated.rule:
        word = "just below"
    elif "just above" in stated.rule:
        word = "just above"
    return f"{ends}, {word} {plain(stated.amount)}"


# A fraction in words is a round number: "a third" is said of 32 to 35 %, "about a third" of 30 to 36 %; so is "one in
# five", but not "303 of 543".
TEN = 10
WORDED, HEDGED, COUNTED = Fraction(1, 20), Fraction(1, 10), Fraction(1, 100)


def _ratio(stated: Value, number: Decimal) -> Comparison:
    """Compare "a third" with a share, "3 of 5" with 0.6."""
    assert isinstance(stated.amount, tuple)
    above, below = stated.amount
    if not below:
        return Comparison("cannot_tell", "a share of nothing")
    share, value = Fraction(above) / Fraction(below), Fraction(number)
    low, high = _share_ends(stated, share)
    beyond = (low is not None and value < low) or (high is not None and value > high)
    at_open_end = value == share and (stated.comparator in ("gt", "lt") or "just" in stated.rule)
    told = f"{plain(number)} against {stated.comparator} {plain(above)}/{plain(below)}"
    return Comparison("disagrees" if beyond or at_open_end else "agrees", told)


def _share_ends(stated: Value, share: Fraction) -> tuple[Fraction | None, Fraction | None]:
    """Give the shares that a ratio stands for."""
    few = stated.rule.startswith("ratio: of") and share.denominator <= TEN
    worded = few or stated.rule.startswith(("ratio: fraction", "ratio: half", "multiple"))
    rounding = (WORDED if worded else COUNTED) * share
    halo = max(HEDGED * share, rounding)
    below, above = "just below" in stated.rule, "just above" in stated.rule
    match stated.comparator:
        case "gt" | "ge":
            return share, share + halo if above else None
        case "lt" | "le":
            return share - halo if below else None, share
        case "approx":
            return share - halo, share if below else share + halo
    return share - rounding, share + rounding


def compare_pairs(stated: Value, found: Any) -> Comparison:
    """Compare two ends or two sides with two."""
    if not isinstance(found, tuple) or not isinstance(stated.amount, tuple) or len(found) != 2:
        return Comparison("cannot_tell", "one number against two")
    pair = tuple(as_number(x) for x in found)
    if None in pair:
        return Comparison("cannot_tell", "no numbers")
    told = f"{plain(pair[0])}-{plain(pair[1])}"
    if pair == stated.amount:
        return Comparison("agrees", f"both are {told}")
    if stated.kind == "ratio" and pair[1]:
        return _ratio(stated, pair[0] / pair[1])  # type: ignore[operator]
    if stated.kind == "score" and pair == stated.amount[::-1]:
        return Comparison("agrees", f"{told} read from the other side", ("other side first",))
    return Comparison("disagrees", f"{told} is not {plain(stated.amount[0])}-{plain(stated.amount[1])}")


def compare_ranges(stated: Value, found: Value) -> Comparison:
    """Compare two hedged values: apart they disagree, else one cannot tell unless one holds the other."""
    if stated.unit != found.unit:
        return Comparison("cannot_tell", f"{stated.unit or stated.kind} against {found.unit or found.kind}")
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
