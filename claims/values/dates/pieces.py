"""Read what dates are made of: the day, the month and the year at a token."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from claims.values import ordinals
from claims.values.draft import Draft
from claims.values.lexicon import MONTHS, ORDINALS, SHORT_MONTHS, SMALL, TENS, TIME_UNITS
from claims.values.numbers import DASHES

if TYPE_CHECKING:
    from typing import Any

    from claims.values.scan import Scan


def make(
    first: int, stop: int, spec: tuple[Any, ...], rule: str = "date", kind: Literal["date", "period"] = "date"
) -> Draft:
    """Make a date that is still to be resolved."""
    return Draft(first=first, stop=stop, kind=kind, rule=rule, spec=spec)


PARTS_OF_DAY = frozenset("morning afternoon evening night".split())
SUFFIXES = ("st", "nd", "rd", "th")


def is_year(scan: Scan, i: int) -> bool:
    """Tell whether a token is a year: four digits without grouping."""
    word = scan.words[i]
    if len(word) != 4 or not word.isdecimal() or not 1000 <= int(word) <= 2100:
        return False
    return scan.words[i + 1] not in ("%", "°") or not scan.glued(i + 1)


def month_at(scan: Scan, k: int, *, beside_digit: bool = False) -> tuple[int, int] | None:
    """Read a month's name at token `k`: the month and the next token."""
    word = scan.words[k]
    if word in MONTHS:
        if not scan.capital(k) and (not beside_digit or word in ("may", "march")):
            return None
        return MONTHS[word], k + 1
    if word in SHORT_MONTHS and (scan.capital(k) or (beside_digit and word not in ("mar", "dec"))):
        dot = scan.words[k + 1] == "." and (scan.glued(k + 1) or scan.number(k + 2))
        return SHORT_MONTHS[word], k + 1 + dot
    return None


def year_at(scan: Scan, k: int) -> tuple[int, int] | None:
    """Read the year that may follow a month or a day: "2008", ", 2008", "in 2008", "of 1995", "'87"."""
    words = scan.words
    if words[k] in ("of", "in", "/", "-") and is_year(scan, k + 1) and (words[k] in ("of", "in") or scan.glued(k)):
        return int(words[k + 1]), k + 2
    k += words[k] == ","
    if is_year(scan, k):
        return int(words[k]), k + 1
    if words[k] in CENTURIES:
        return worded_year(scan, k)
    if words[k] in ("'", "’") and len(words[k + 1]) == 2 and words[k + 1].isdecimal() and scan.glued(k + 1):
        return two_digits(int(words[k + 1])), k + 2
    if words[k] == "of" and len(words[k + 1]) == 3 and words[k + 1].isdecimal() and not words[k + 2].isalpha():
        return int(words[k + 1]), k + 2
    if words[k] == "of" and len(words[k + 1]) == 2 and words[k + 1].isdecimal():
        return two_digits(int(words[k + 1])), k + 2
    return None


CENTURIES = {"seventeen": 1700, "eighteen": 1800, "nineteen": 1900, "twenty": 2000}


def worded_year(scan: Scan, k: int) -> tuple[int, int] | None:
    """Read "nineteen eighty-six", "nineteen hundred and two", "twenty twelve"."""
    at = k + 1 + (scan.words[k + 1] == "hundred")
    at += scan.words[at] == "and" and at > k + 1
    rest = small_number(scan, at)
    if not rest or not (rest[0] >= 10 or at > k + 1):
        return None
    return CENTURIES[scan.words[k]] + rest[0], rest[1]


def small_number(scan: Scan, k: int) -> tuple[int, int] | None:
    """Read a number under a hundred in words: "eighty six", "eleven"."""
    word = scan.words[k]
    if word in SMALL:
        return SMALL[word], k + 1
    if word not in TENS:
        return None
    at = k + 1 + (scan.words[k + 1] in DASHES)
    digit = SMALL.get(scan.words[at], 0)
    return (TENS[word] + digit, at + 1) if 0 < digit < 10 else (TENS[word], k + 1)


def more_units(scan: Scan, stop: int, *, until: str = "") -> tuple[int, tuple[tuple[Decimal, str], ...]]:
    """Read on: the "and 2 days" of "2 weeks and 2 days", but not a unit with the word `until` behind it."""
    more: list[tuple[Decimal, str]] = []
    at = stop
    while len(more) < MOST_UNITS:
        k = at + (scan.words[at] in ("and", ","))
        word = scan.words[k]
        number = (int(word), k + 1) if word.isdecimal() and len(word) < 4 else small_number(scan, k)
        unit = TIME_UNITS.get(scan.words[number[1]]) if number else None
        if not number or not unit or scan.words[number[1] + 1] == (until or None):
            break
        more.append((Decimal(number[0]), unit))
        at = number[1] + 1
    return at, tuple(more)


MOST_UNITS = 4


def two_digits(year: int) -> int:
    """Give the century that a year of two digits belongs to."""
    return 1900 + year if year >= 40 else 2000 + year


def day_at(scan: Scan, k: int) -> tuple[int, int] | None:
    """Read a day of the month: "25", "25th", "fourth", "twenty-second"."""
    word = scan.words[k]
    if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31:
        suffix = scan.glued(k + 1) and scan.words[k + 1] in SUFFIXES
        return int(word), k + 1 + suffix
    if word in ORDINALS or word in TENS:
        found = ordinals.number(scan, k)
        if found and found[0] <= 31 and (word != "second" or scan.words[found[2]] == "of"):
            return found[0], found[2]
    return None


SAME_YEAR = {"same": 0, "following": 1, "next": 1, "previous": -1, "preceding": -1}


def same_year(scan: Scan, k: int) -> tuple[int, int] | None:
    """Read "that year", "of the same year", "the following year" after a month: the move and the next token."""
    k += scan.words[k] == "of"
    if scan.words[k] == "that" and scan.words[k + 1] == "year":
        return 0, k + 2
    move = SAME_YEAR.get(scan.words[k + 1]) if scan.words[k] == "the" and scan.words[k + 2] == "year" else None
    return (move, k + 3) if move is not None else None


MOVED_YEARS = {"last": -1, "this": 0, "next": 1}


def moved_year(scan: Scan, k: int) -> tuple[int, int] | None:
    """Read "last year", "of this year", ", next year" after a date without a year: the move and the next token."""
    k += scan.words[k] in (",", "of")
    move = MOVED_YEARS.get(scan.words[k])
    if move is None or scan.words[k + 1] != "year" or scan.words[k + 2] in ("'s", "’s"):
        return None
    return move, k + 2


def with_year(spec: tuple[Any, ...], year: int) -> tuple[Any, ...]:
    """Give a date that names no year one; () where it names a year or can have none."""
    form = spec[0] if spec else ""
    if form in ("day", "month"):
        return () if spec[1] else (form, year, *spec[2:])
    if form == "holiday":
        return () if spec[2] or spec[3] else (form, spec[1], year, "")
    if form in ("range", "on weekday"):
        last = with_year(spec[2], year)
        return (form, spec[1], last) if last else ()
    return ()
