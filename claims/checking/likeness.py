"""How a stated figure and the one found differ: like a slip of the pen, or like figures for different things."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.checking.agreement import SECONDS, amount_in
from claims.checking.periods import period_of

if TYPE_CHECKING:
    from claims.checking.scoring import Reading
    from claims.checking.tables import Cell
    from claims.types import Value

DATES = ("date", "period")
ALIKE = Decimal("1.25")  # a neighbour's figure, an old one
FAR_ABOVE, FAR_BELOW = 4, 0.75  # a bound passed by so many times, or by so much of, itself
SMALL = 10
APART = Decimal("2.5")  # hardly figures for the same thing
SCALES = (10**3, 10**6)
SCALE = re.compile(r"\b(?:thousand|million|billion|lakh|crore)\b", re.IGNORECASE)
"""A word that is easily taken for the next: 4.6 million, of 4.6 billion."""


Sizes = tuple[Decimal, Decimal]
"""What is stated and what is found, in one unit."""


def telling(value: Value | None) -> int:
    """Say how telling a value is: 4 and 3 hardly right by chance, 1 small numbers that much agrees with."""
    if value is None:
        return 2
    if value.kind in DATES:
        return 3 if len(value.iso) >= 7 else 2
    if not isinstance(value.amount, Decimal):
        return 2 if value.kind == "score" else 1
    written = len(digits(value.amount))
    if written >= 4 and value.comparator == "eq":
        return 4
    return 3 if written >= 3 else 2 if written == 2 or value.kind in ("percent", "age") else 1


def sizes(value: Value | None, reading: Reading, found: Cell) -> Sizes | None:
    """Give the sizes of the stated and the found number in one unit, None where one is no number."""
    if value is None or not isinstance(found, Decimal):
        return None
    other = abs(found * reading.scale) if isinstance(reading.scale, Decimal) else abs(found)
    stated = amount_in(value, reading.unit, other)
    return None if stated is None else (abs(stated), other)


def written(value: Value | None, reading: Reading, pair: Sizes | None) -> Sizes | None:
    """Give two sizes as their digits are written: 91 seconds told in minutes as 131, for "1 minute 13 seconds"."""
    if pair is None or value is None or value.kind != "duration" or reading.unit not in SECONDS:
        return pair
    if len(FIGURES.findall(value.text)) < 2:
        return pair
    seconds = [round(size * SECONDS[reading.unit], HUNDREDTH) for size in pair]
    one, other = (s // HOUR * 10_000 + s % HOUR // MINUTE * 100 + s % MINUTE for s in seconds)
    return one, other


FIGURES = re.compile(r"\d+(?:\.\d+)?")
HOUR, MINUTE, HUNDREDTH = SECONDS["h"], SECONDS["min"], 2


def swapped(one: Decimal, other: Decimal) -> bool:
    """Say whether three or more digits are the same ones in another order.

    >>> swapped(Decimal("8996"), Decimal("8969")), swapped(Decimal("112"), Decimal("1210"))
    (True, False)
    >>> swapped(Decimal("206"), Decimal("260")), swapped(Decimal("33.1"), Decimal("31.339"))
    (True, True)
    """
    places = other.adjusted() - one.adjusted()
    if len(digits(other)) > len(digits(one)) and places == 0:  # "33.1 million" of 31,339,000
        rounded = round(other, len(digits(one)) - 1 - other.adjusted())
        if rounded != other and swapped(one, rounded):
            return True
    length = max(len(digits(one)), len(digits(other))) if places == 0 else 0  # a zero that comes last is a digit too
    first, second = (digits(size).ljust(length, "0") for size in (one, other))
    if not 2 < len(first) == len(second) or first == second or sorted(first) != sorted(second):
        return False
    return places % 3 == 0  # the cell may be written in thousands


def turned(one: Decimal, other: Decimal) -> bool:
    """Say whether two digits stand the wrong way round.

    >>> turned(Decimal("46"), Decimal("64")), turned(Decimal("4.6"), Decimal("64")), turned(Decimal(44), Decimal(44))
    (True, False, False)
    """
    first, second = digits(one), digits(other)
    return len(first) == 2 and first == second[::-1] != first[::-1] and one.adjusted() == other.adjusted()


def one_digit(one: Decimal, other: Decimal) -> bool:
    """Say whether three or more digits differ in one place.

    >>> one_digit(Decimal("61.2"), Decimal("61.8")), one_digit(Decimal("612"), Decimal("6120"))
    (True, False)
    """
    first, second = digits(one), digits(other)
    return len(first) == len(second) > 2 and sum(a != b for a, b in zip(first, second, strict=True)) == 1


def rescaled(one: Decimal, other: Decimal) -> bool:
    """Say whether the same digits stand at another scale: million for billion."""
    first, second = digits(one), digits(other)
    if first == second:
        return one != other
    return len(first) > 1 and second.startswith(first) and any(_times_apart(one, other, scale) for scale in SCALES)


def scaled_by_word(value: Value | None) -> bool:
    """Say whether a figure is written with a word of scale, as "4.6 million" is."""
    return value is not None and SCALE.search(value.text) is not None


def misscaled(value: Value | None, one: Decimal, other: Decimal) -> bool:
    """Say whether a figure of two digits or more has the next word of scale: "4.6 million" for 4.6 billion."""
    worded = scaled_by_word(value) and len(digits(one)) > 1
    return worded and digits(other).startswith(digits(one)) and _times_apart(one, other, SCALES[0])


def _times_apart(one: Decimal, other: Decimal, scale: int) -> bool:
    """Say whether one figure is so many times the other, rounding aside."""
    ratio = max(one, other) / min(one, other) if one and other else Decimal(0)
    return abs(ratio / scale - 1) < Decimal("0.06")


def slipped(value: Value | None, found: Cell, pair: Sizes | None, as_written: Sizes | None) -> bool:
    """Say whether the written value, of two sizes, looks like the found one miswritten, or the figure beside it."""
    if value is not None and value.kind in DATES:
        return _date_slipped(value, found)
    if pair is None or as_written is None:
        return False
    one, other = pair
    if len(digits(one)) > 1 and other != 0 and 1 / ALIKE < one / other < ALIKE:
        return True
    return any(like(*as_written) for like in (swapped, one_digit, rescaled))


def _date_slipped(value: Value, found: Cell) -> bool:
    """Say whether two times lie in one year, on one day of two years, or in years or months that differ by a slip."""
    period = period_of(value.iso)
    year = found.year if isinstance(found, dt.date) else found
    if period is None or not isinstance(year, int):
        return False
    first = period[0]
    if isinstance(found, dt.date) and len(value.iso) > 4:
        month = (period[1] - first).days < MONTH and found.month == first.month and miswritten(year, first.year)
        return year == first.year or (found.month, found.day) == (first.month, first.day) or month
    return miswritten(first.year, year)


MONTH = 31


def miswritten(one: int, other: int) -> bool:
    """Say whether two years differ by a slip: two digits turned, or one that is another.

    >>> miswritten(1978, 1987), miswritten(2022, 2023), miswritten(1978, 2003)
    (True, True, False)
    """
    first, second = str(one), str(other)
    return sorted(first) == sorted(second) or sum(a != b for a, b in zip(first, second, strict=False)) == 1


def plausible(value: Value | None, reading: Reading, pair: Sizes | None) -> bool:
    """Say whether two sizes can be of the same thing: a slip of digits, or no more than so many times apart."""
    if reading.form == "check" or pair is None:
        return True
    one, other = pair
    if turned(one, other) or (rescaled(one, other) and (scaled_by_word(value) or len(digits(one)) > 2)):
        return True
    return max(one, other) <= 2 or min(one, other) * APART >= max(one, other)


def loose(value: Value | None, reading: Reading, found: Cell) -> bool:
    """Say whether a bound is met by so much that it was hardly meant: "at least two" by five, "under 900" by 12."""
    if value is None or not isinstance(value.amount, Decimal) or reading.form != "number":
        return False
    if value.comparator in ("lt", "le"):
        return apart(value, reading, found) >= FAR_BELOW
    if value.comparator not in ("gt", "ge"):
        return False
    few = telling(value) <= 1 and value.amount < SMALL
    return apart(value, reading, found) >= (1 if few else FAR_ABOVE)


def apart(value: Value | None, reading: Reading, found: Cell) -> float:
    """Measure how far the two are from each other: of numbers the share of the stated one, of times the years."""
    if value is None or reading.form == "name":
        return 0.0
    if value.kind in DATES and (period := period_of(value.iso)):
        if isinstance(found, dt.date):
            return abs((found - period[0]).days) / 365
        return float(abs(found - period[0].year)) if isinstance(found, int) else 1e9
    pair = sizes(value, reading, found)
    return abs(float(pair[0] - pair[1])) / max(1e-9, float(pair[0])) if pair else 0.0


def misproportioned(value: Value, reading: Reading, found: Cell) -> bool:
    """Say whether a ratio is wrong past all rounding, and still near: "a third" of half, "over half" of 40 percent."""
    pair = (value.amount, Decimal(1)) if isinstance(value.amount, Decimal) else value.amount
    if pair is None or not all(pair) or not isinstance(found, Decimal):
        return False
    answer = abs(found) / 100 if reading.form == "percent as ratio" else found
    over = answer * pair[1] / pair[0] - 1
    wrong = {"gt": over < -BOUND, "ge": over < -BOUND, "lt": over > BOUND, "le": over > BOUND}
    if value.comparator in wrong or abs(over) > FARTHEST:
        return abs(over) <= FARTHEST and wrong[value.comparator]
    if pair[1] == 1 or pair[1] >= SMALL:  # "four times", "two in a hundred": the next would be said
        return abs(answer * pair[1] - pair[0]) > NEXT and abs(over) > ROUGH
    return abs(over) > ROUNDED


BOUND, ROUGH, ROUNDED, FARTHEST = Decimal("0.05"), Decimal("0.1"), Decimal("0.18"), Decimal("0.7")
NEXT = Decimal("0.6")  # 3.4 times is three times and not four


@lru_cache(maxsize=10_000)
def digits(amount: Decimal) -> str:
    """Give the digits that a number is written with, zeros at its ends left out."""
    return format(abs(amount).normalize(), "f").replace(".", "").strip("0")
