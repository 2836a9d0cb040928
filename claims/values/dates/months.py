"""Read from the name of a month: "April 25, 2008", "April 25-27", "May to June 1981", "in April"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values.dates.pieces import day_at, make, month_at, same_year, small_number, year_at
from claims.values.lexicon import SHORT_MONTHS
from claims.values.nouns import head
from claims.values.numbers import DASHES

if TYPE_CHECKING:
    from claims.values.draft import Draft
    from claims.values.scan import Scan


def read_month(scan: Scan, i: int) -> Draft | None:
    """Read "April 25, 2008", "April 25-27", "April 2008", "May to June 1981", "in April"."""
    digit = (
        scan.number(i + 1) or (scan.words[i + 1] in (".", ",", "/", "-") and scan.number(i + 2)) or day_at(scan, i + 1)
    )
    month = month_at(scan, i, beside_digit=bool(digit))
    if not month:
        return None
    k = month[1]
    year = year_at(scan, k)
    if year:
        return _months(scan, i, year[1], month[0], year[0])
    year = year_at(scan, k + 1) if scan.words[k] in PARTS_OF_A_DAY else None
    if year:  # "on a June evening in 1998"
        return make(i, k, ("month", year[0], month[0]))
    same = same_year(scan, k)
    if same:
        return make(i, same[1], ("anchored month", month[0], same[0]))
    at = k + (scan.words[k] in (",", "/", "-") and scan.number(k + 1)) + (scan.words[k] == "the")
    day = day_at(scan, at) or _dated_cardinal(scan, at)
    if day and not (scan.words[day[1]] in ("%", "percent", ":") or _counts(scan, i, day[1])):
        return _month_day_year(scan, i, month[0], *day)
    return _month_alone(scan, i, month[0], k)


PARTS_OF_A_DAY = frozenset("day morning afternoon evening night weekend".split())


def _dated_cardinal(scan: Scan, k: int) -> tuple[int, int] | None:
    """Read the "twenty five" of "January twenty five nineteen eighty-six": only with its year."""
    day = small_number(scan, k)
    return day if day and 0 < day[0] <= 31 and year_at(scan, day[1]) else None


def _counts(scan: Scan, i: int, stop: int) -> bool:
    """Tell "In April 25 people died" from "April 25"."""
    noun = head(scan, stop)
    return bool(
        i and scan.words[i - 1] in ("in", "since", "last", "during") and noun and noun.plural and noun.stop == stop + 1
    )


def _month_day_year(scan: Scan, i: int, month: int, day: int, stop: int) -> Draft:
    until = None
    between = scan.words[stop] == "and" and i > 0 and scan.words[i - 1] == "between"
    if scan.words[stop] in DASHES or scan.words[stop] in ("to", "through") or between:
        other = day_at(scan, stop + 1)
        if other and scan.words[stop + 2] not in (":", "%", "percent"):
            until, stop = (month, other[0]), other[1]
        elif month_at(scan, stop + 1):
            later = month_at(scan, stop + 1)
            second = day_at(scan, later[1]) if later else None
            if later and second:
                until, stop = (later[0], second[0]), second[1]
    year = year_at(scan, stop)
    if year and until is None and scan.words[stop] == "-":
        year = None
    number, stop = year or (0, stop)
    spec = ("day", number, month, day)
    return make(i, stop, ("range", spec, ("day", number, *until)) if until else spec)


def _months(scan: Scan, first: int, stop: int, month: int, year: int) -> Draft:
    """Read "May 1981", and the second end of "May 1981 to June 1982"."""
    if scan.words[stop] in DASHES or scan.words[stop] in ("to", "until", "through"):
        other = month_at(scan, stop + 1)
        later = year_at(scan, other[1]) if other else None
        if other and later:
            return make(first, later[1], ("range", ("month", year, month), ("month", later[0], other[0])))
    return make(first, stop, ("month", year, month))


def _dated_end(scan: Scan, k: int) -> bool:
    """Tell whether a month with its year follows: "January to March 2020"."""
    month = month_at(scan, k)
    return bool(month and year_at(scan, month[1]))


MONTH_BEFORE = frozenset(
    "in since of until till by from last next this during early late mid between than and or to before after through"
    " for around every each a an the - – 's to ( ,".split()
)


def _month_alone(scan: Scan, i: int, month: int, stop: int) -> Draft | None:
    word, left = scan.words[i], scan.words[i - 1] if i else ""
    if word in SHORT_MONTHS or not scan.capital(i):
        return None
    if (
        scan.words[stop] in (*DASHES, "to", "through", "until", "and")
        and month_at(scan, stop + 1)
        and (left in ("between", "from", "in", "of", "the") or scan.words[stop] in DASHES or _dated_end(scan, stop + 1))
    ):
        other = month_at(scan, stop + 1)
        year = year_at(scan, other[1]) if other else None
        if other and (scan.words[stop] != "and" or left == "between"):
            spec = ("range", ("month", year[0] if year else 0, month), ("month", year[0] if year else 0, other[0]))
            return make(i, year[1] if year else other[1], spec)
    doubtful = word in ("may", "march", "august", "april", "june")
    if doubtful and left not in MONTH_BEFORE:
        return None
    if (
        doubtful
        and left in ("the", "a", "and", "to", "or", "for", ",", "(", "by", "from", "of")
        and (scan.capital(stop) or word in ("may", "march"))
    ) and not (left in ("of", "from", "by", "to") and not scan.capital(stop)):
        return None
    return make(i, stop, ("month", 0, month))
