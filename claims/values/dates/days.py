"""Read days: "25 April 2022", "on the 18th", "Tuesday, April 25", "yesterday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values import numbers
from claims.values.dates.durations import after_duration
from claims.values.dates.feasts import holiday
from claims.values.dates.figures import read_numeric
from claims.values.dates.months import read_month
from claims.values.dates.pieces import (
    CENTURIES,
    day_at,
    make,
    month_at,
    moved_year,
    same_year,
    small_number,
    worded_year,
    year_at,
)
from claims.values.dates.relative import modifier
from claims.values.lexicon import COUNTABLE, DEICTIC, MONTHS, ORDINALS, SHORT_WEEKDAYS, TENS, WEEKDAYS
from claims.values.nouns import head
from claims.values.numbers import DASHES
from claims.values.units import SIGNS

if TYPE_CHECKING:
    from claims.values.draft import Draft
    from claims.values.scan import Scan


def read_day_first(scan: Scan, i: int) -> Draft | None:
    """Read "25 April 2022", "the 25th of April", "3 to 5 May", "18 and 19 June"."""
    found = day_at(scan, i)
    if not found:
        return None
    day, k = found
    if i and scan.words[i - 1] in SIGNS:
        return None
    until = None
    if scan.words[k] in DASHES or scan.words[k] in ("to", "and", "or"):
        other = day_at(scan, k + 1)
        if other and month_at(scan, other[1] + (scan.words[other[1]] == "of"), beside_digit=True):
            until, joint, k = other[0], scan.words[k], other[1]
    k += scan.words[k] == "day" and scan.words[k + 1] == "of"
    k += scan.words[k] == "of" or (scan.words[k] == "-" and scan.glued(k))
    month = month_at(scan, k, beside_digit=True) or _lower_month(scan, k)
    if not month:
        return _day_alone(scan, i, day, found[1])
    same = same_year(scan, month[1])
    if same:
        return make(i, same[1], ("anchored day", month[0], day, same[0]))
    if scan.words[month[1]] in ("last", "next") and not scan.words[month[1] + 1].isalnum():
        return make(i, month[1] + 1, ("moved day", month[0], day, 1 if scan.words[month[1]] == "next" else -1))
    year = year_at(scan, month[1]) or _early_year(scan, month[1])
    stop = year[1] if year else month[1]
    first = i - 1 if i and scan.words[i - 1] == "the" and found[1] > i + 1 else i
    spec = ("day", year[0] if year else 0, month[0], day)
    if until is None:
        return make(first if scan.words[first] != "the" else i, stop, spec)
    if joint == "or" or (joint == "and" and scan.words[i - 1] != "between"):
        return make(i, found[1], spec)
    return make(i, stop, ("range", spec, ("day", year[0] if year else 0, month[0], until)))


def _lower_month(scan: Scan, k: int) -> tuple[int, int] | None:
    """Read "may" and "march" in lower case where a year follows: "1 may that year"."""
    dated = scan.words[k] in ("may", "march") and (year_at(scan, k + 1) or same_year(scan, k + 1))
    return (MONTHS[scan.words[k]], k + 1) if dated else None


def _early_year(scan: Scan, k: int) -> tuple[int, int] | None:
    """Read a year of three digits after a day and month: "30 September 420)"."""
    word = scan.words[k]
    if len(word) == 3 and word.isdecimal() and scan.words[k + 1] in (")", ",", ".", ";", "\n", "", "–", "-"):
        return int(word), k + 1
    return None


def _day_alone(scan: Scan, i: int, day: int, stop: int) -> Draft | None:
    """Read "on the 18th", "the 15th of next month"."""
    listed = _listed_day(scan, i, day, stop)
    if listed:
        return listed
    stop += scan.words[stop] == "day" and scan.words[stop + 1] == "of"
    if stop == i + 1 or i == 0 or scan.words[i - 1] != "the" or not scan.number(i):
        return None
    if (
        scan.words[stop] == "of"
        and scan.words[stop + 1] in ("this", "next", "last")
        and scan.words[stop + 2] == "month"
    ):
        move = {"this": 0, "next": 1, "last": -1}[scan.words[stop + 1]]
        return make(i, stop + 3, ("day of month", day, move))
    of_day = scan.words[i - 2] == "of" and scan.words[i - 3] in DAY_PARTS
    if not (of_day or scan.words[i - 2] in ("on", "by", "until", "from")) or i < 2 or head(scan, stop, singular=True):
        return None
    return make(i, stop, ("day of month", day, None))


def _listed_day(scan: Scan, i: int, day: int, stop: int) -> Draft | None:
    """Read the 11 of "January 10 and 11" and of "May 9, 10 and 11"."""
    if i < 3 or scan.words[i - 1] not in ("and", "or", ",", "&") or not scan.number(i):
        return None
    before, k = day_at(scan, i - 2), i - 3
    while before and scan.words[k] == "," and scan.number(k - 1) and k > i - LISTED:
        k -= 2
    month = month_at(scan, k, beside_digit=True) if before and k >= 0 else None
    noun = head(scan, stop, singular=True)
    if not before or not month or not before[0] < day or noun or scan.words[stop] in UNITS_AFTER:
        return None
    year = year_at(scan, stop)
    return make(i, year[1] if year else stop, ("day", year[0] if year else 0, month[0], day))


LISTED = 9
UNITS_AFTER = frozenset("% percent per million billion : / - of".split())


def read_spelt_day(scan: Scan, i: int) -> Draft | None:
    """Read "fifteen August 1993": only with its year."""
    day = small_number(scan, i)
    month = month_at(scan, day[1]) if day and 0 < day[0] <= 31 else None
    year = year_at(scan, month[1]) if month else None
    if not day or not month or not year:
        return _spelt_year(scan, i)
    return make(i, year[1], ("day", year[0], month[0], day[0]))


def _spelt_year(scan: Scan, i: int) -> Draft | None:
    """Read "in nineteen eighty-four"."""
    if (
        scan.words[i] not in CENTURIES
        or scan.words[i + 1] not in TENS
        or scan.words[i - 1] not in ("in", "since", "of")
    ):
        return None
    year = worded_year(scan, i)
    if not year or scan.words[year[1]] in COUNTABLE or head(scan, year[1]):
        return None
    return make(i, year[1], ("year", year[0]), "year")


def read_weekday(scan: Scan, i: int) -> Draft | None:
    """Read "Tuesday", "Tuesday, April 25", "Friday night", "Tuesday the eleventh", "Monday of next week"."""
    word = scan.words[i]
    short = word in SHORT_WEEKDAYS
    weekday = SHORT_WEEKDAYS[word] if short else WEEKDAYS[word]
    k = i + 1 + (short and scan.words[i + 1] == ".")
    named = holiday(scan, i)
    if named:
        return named
    joined = _dated(scan, i, k, weekday)
    if joined:
        return joined
    if short or (
        scan.words[k] in ("times", "mirror", "telegraph", "express", "mail", "herald", "nights") and scan.capital(k)
    ):
        return None
    if scan.words[i - 1] in ("ash", "super", "shrove", "palm", "cyber", "wednesday", "-") and i and scan.capital(i - 1):
        return None
    part = scan.words[k] if scan.words[k] in DAY_PARTS else ""
    return make(i, k + bool(part), ("weekday", weekday, modifier(scan, i)))


WHICH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": -1}


# In place of a weekday: the first week of a month is its first seven days.
WEEK = 7


def read_which_day(scan: Scan, i: int) -> Draft | None:
    """Read "the first Monday of May", "the last day of the month", "the first week of June"."""
    which, k = WHICH.get(scan.words[i], 0), i + 1
    if scan.number(i) and scan.glued(k):
        which, k = WHICH.get(scan.words[i] + scan.words[k], 0), k + 1
    weekday = WEEKDAYS.get(scan.words[k], {"day": -1, "week": WEEK}.get(scan.words[k]))
    if not which or weekday is None or scan.words[k + 1] not in ("of", "in"):
        return None
    if scan.words[k + 2] in ("the", "this", "last", "next") and scan.words[k + 3] == "month":
        move = {"last": -1, "next": 1}.get(scan.words[k + 2], 0)
        return make(i, k + 4, ("which day", which, weekday, ("unit", "month", move)))
    month = read_month(scan, k + 2) if month_at(scan, k + 2) else None
    if not month or month.spec[0] != "month":
        return None
    moved = moved_year(scan, month.stop) if not month.spec[1] else None
    spec = ("of year", moved[0], month.spec) if moved else month.spec
    return make(i, moved[1] if moved else month.stop, ("which day", which, weekday, spec))


DAY_PARTS = frozenset("morning afternoon evening night lunchtime".split())


def _dated(scan: Scan, i: int, k: int, weekday: int) -> Draft | None:
    """Join a weekday with the date that follows it."""
    at = k + (scan.words[k] in (",", "-", "("))
    at += scan.words[at] == "the"
    if scan.words[at] in ("of", "in") and scan.words[at + 1] in ("next", "last", "this", "the"):
        return _of_week(scan, i, at + 1, weekday)
    if scan.words[k] in WEEK_MOVES and scan.words[k + 1] == "week":
        return make(i, k + 2, ("weekday in week", weekday, WEEK_MOVES[scan.words[k]]))
    draft = None
    if month_at(scan, at) or month_at(scan, at, beside_digit=True):
        draft = read_month(scan, at)
    elif scan.number(at) or scan.words[at] in ORDINALS or scan.words[at] in TENS:
        draft = read_numeric(scan, at) if scan.number(at) else None
        draft = draft or read_day_first(scan, at) or _weekday_day(scan, at)
    if not draft and (scan.number(at) or scan.words[at] in COUNTABLE):
        number = numbers.read(scan, at)
        draft = after_duration(scan, number) if number else None
    if not draft or draft.spec[0] not in ("day", "ymd", "figures", "day of month", "from"):
        return None
    closing = draft.stop + (scan.words[k] == "(" and scan.words[draft.stop] == ")")
    return make(i, closing, ("on weekday", weekday, draft.spec))


def _weekday_day(scan: Scan, at: int) -> Draft | None:
    day = day_at(scan, at)
    if (
        day
        and (day[1] > at + 1 or scan.words[day[1]] in ("", "!", ".", "\n", "?"))
        and not head(scan, day[1], singular=True)
    ):
        return make(at, day[1], ("day of month", day[0], None))
    return None


WEEK_MOVES = {"next": 1, "last": -1, "this": 0}


def _of_week(scan: Scan, i: int, at: int, weekday: int) -> Draft | None:
    move, k = WEEK_MOVES.get(scan.words[at], 1), at + 1
    if scan.words[at] == "the":
        if scan.words[k] not in ("following", "previous"):
            return None
        move = 1 if scan.words[k] == "following" else -1
        k += 1
    return make(i, k + 1, ("weekday in week", weekday, move)) if scan.words[k] == "week" else None


def read_deictic(scan: Scan, i: int) -> Draft | None:
    """Read "today", "yesterday evening", "tomorrow"."""
    word = scan.words[i]
    if word == "today" and scan.words[i - 1] == "usa" and i:
        return None
    part = scan.words[i + 1] in DAY_PARTS
    return make(i, i + 1 + part, ("deictic", DEICTIC[word]))
