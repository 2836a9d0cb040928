"""Read dates, times and periods; `resolving` turns what they say into ISO forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.values import ordinals, relative, times
from claims.values.draft import Draft
from claims.values.lexicon import (
    COUNTABLE,
    DEICTIC,
    HOLIDAY_WORDS,
    MONTHS,
    ORDINALS,
    RELATIVE,
    SEASONS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    SMALL,
    TENS,
    TIME_UNITS,
    WEEKDAYS,
)  # fmt: skip
from claims.values.nouns import head
from claims.values.numbers import DASHES
from claims.values.relative import after_duration, half_duration, vague_duration
from claims.values.resolving import resolve_all

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.values.scan import Scan
from claims.values.units import SIGNS

__all__ = ["NUMBER_STARTS", "after_duration", "half_duration", "read", "resolve_all", "vague_duration"]

CARDINAL_DAYS = frozenset(word for word, n in SMALL.items() if n) | {"twenty", "thirty"}
NUMBER_STARTS = frozenset(ORDINALS) | CARDINAL_DAYS
SUFFIXES = ("st", "nd", "rd", "th")
YEAR_BEFORE = frozenset(
    "in since by until till before after from during of for between around circa late early mid through to and or"
    " 's ’s the this on about back least than its his her their our annual year dated ( [ a an season".split()
)
EVENTS = frozenset(
    "elections polls games olympics championships championship results sales figures riots protests attacks floods"
    " talks finals playoffs awards primaries olympic midterms reforms negotiations standings rankings accords".split()
)
PARTS = {"early": "early", "late": "late", "mid": "mid"}
POINTS = frozenset("beginning start end middle".split())
DAY_PARTS = frozenset("morning afternoon evening night lunchtime".split())


def make(first: int, stop: int, spec: tuple[Any, ...], rule: str = "date") -> Draft:
    """Make a date that is still to be resolved."""
    return Draft(first=first, stop=stop, kind="date", rule=rule, spec=spec)


def read(scan: Scan, i: int) -> Draft | None:
    """Read the date or time that begins at token `i`."""
    word = scan.words[i]
    if scan.number(i):
        return _digits(scan, i)
    for reader in BY_WORD.get(word, ()):
        draft = reader(scan, i)
        if draft:
            return draft
    return None


def _short_quarter(scan: Scan, i: int) -> Draft | None:
    """Read "Q3 2021", "H1"."""
    letter = scan.words[i - 1] if scan.glued(i) else ""
    limit = {"q": 4, "h": 2}.get(letter, 0)
    if not scan.words[i].isdecimal() or len(scan.words[i]) > 1 or not 1 <= int(scan.words[i]) <= limit:
        return None
    if not scan.capital(i - 1) or scan.glued(i - 1):
        return None
    year = year_at(scan, i + 1)
    form = "quarter" if letter == "q" else "half"
    return make(i - 1, year[1] if year else i + 1, (form, int(scan.words[i]), year[0] if year else None), form)


def _digits(scan: Scan, i: int) -> Draft | None:
    short = _short_quarter(scan, i)
    if short:
        return short
    if scan.glued(i) and (
        scan.words[i - 1].isalpha() and scan.words[i - 1] not in ("mid", "jan", "feb", "dec", "fy", "c")
    ):
        return None
    for reader in (_numeric, _day_first, times.clock, _decade, _century, _years, _year, _era):
        draft = reader(scan, i)
        if draft:
            return draft
    return None


# --- numeric forms ---


def _numeric(scan: Scan, i: int) -> Draft | None:
    """Read 2022-04-25, 25/04/2022, 4/25/22, 25.04.2022."""
    words = scan.words
    parts = words[i].split(".")
    if len(parts) == 3 and all(p.isdecimal() for p in parts):
        return _figures(scan, i, i + 1, parts)
    mark = words[i + 1]
    if len(words[i]) == 4 and len(mark) == len(words[i + 2]) == 2 and not scan.number(i + 3):
        return _figures(scan, i, i + 3, words[i : i + 3]) if f"{mark}{words[i + 2]}".isdecimal() else None
    if mark not in ("-", "/") or not scan.glued(i + 1) or not scan.glued(i + 2) or not words[i].isdecimal():
        return None
    if words[i + 2] in MONTHS or words[i + 2] in SHORT_MONTHS:
        return _worded_figures(scan, i)
    if not words[i + 2].isdecimal():
        return None
    if words[i + 3] == mark and scan.glued(i + 3) and scan.glued(i + 4) and words[i + 4].isdecimal():
        return _figures(scan, i, i + 5, [words[i], words[i + 2], words[i + 4]])
    on = i > 0 and words[i - 1] in ("on", "by", "until", "since", "friday", "monday", "this")
    if mark == "/" and on and _month_day(words[i], words[i + 2]):
        return make(i, i + 3, ("figures", 0, int(words[i]), int(words[i + 2])))
    return None


def _month_day(a: str, b: str) -> bool:
    return len(a) <= 2 and len(b) <= 2 and 1 <= int(a) <= 31 and 1 <= int(b) <= 31 and min(int(a), int(b)) <= 12


def _figures(scan: Scan, first: int, stop: int, parts: list[str]) -> Draft | None:
    a, b, c = parts
    if scan.words[stop] in ("-", "/") and scan.glued(stop) and scan.number(stop + 1):
        return None
    if len(a) == 4 and len(b) <= 2 and len(c) <= 2:
        time = times.iso_tail(scan, stop)
        spec = ("ymd", int(a), int(b), int(c), time[0] if time else "")
        return make(first, time[1] if time else stop, spec) if 1 <= int(b) <= 12 and 1 <= int(c) <= 31 else None
    if len(a) > 2 or len(b) > 2 or len(c) not in (2, 4) or not _month_day(a, b):
        return None
    return make(first, stop, ("figures", int(c) if len(c) == 4 else -int(c) - 1, int(a), int(b)))


def _worded_figures(scan: Scan, i: int) -> Draft | None:
    """Read 2019/Aug/01 and 14-Nov-2023."""
    words = scan.words
    month = MONTHS.get(words[i + 2]) or SHORT_MONTHS.get(words[i + 2])
    if words[i + 3] != words[i + 1] or not words[i + 4].isdecimal() or month is None:
        return None
    a, b = words[i], words[i + 4]
    year, day = (a, b) if len(a) == 4 else (b, a)
    if len(year) != 4 or len(day) > 2:
        return None
    return make(i, i + 5, ("ymd", int(year), month, int(day), ""))


# --- day and month in words ---


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
    if (
        words[k] in ("of", "in", "/", "-")
        and _year(scan, k + 1, plain=True)
        and (words[k] in ("of", "in") or scan.glued(k))
    ):
        return int(words[k + 1]), k + 2
    k += words[k] == ","
    if _year(scan, k, plain=True):
        return int(words[k]), k + 1
    if words[k] in CENTURIES:
        return _worded_year(scan, k)
    if words[k] in ("'", "’") and len(words[k + 1]) == 2 and words[k + 1].isdecimal() and scan.glued(k + 1):
        return _two_digits(int(words[k + 1])), k + 2
    if words[k] == "of" and len(words[k + 1]) == 3 and words[k + 1].isdecimal() and not words[k + 2].isalpha():
        return int(words[k + 1]), k + 2
    if words[k] == "of" and len(words[k + 1]) == 2 and words[k + 1].isdecimal():
        return _two_digits(int(words[k + 1])), k + 2
    return None


CENTURIES = {"seventeen": 1700, "eighteen": 1800, "nineteen": 1900, "twenty": 2000}


def _worded_year(scan: Scan, k: int) -> tuple[int, int] | None:
    """Read "nineteen eighty-six", "nineteen hundred and two", "twenty twelve"."""
    at = k + 1 + (scan.words[k + 1] == "hundred")
    at += scan.words[at] == "and" and at > k + 1
    rest = _small(scan, at)
    if not rest or not (rest[0] >= 10 or at > k + 1):
        return None
    return CENTURIES[scan.words[k]] + rest[0], rest[1]


def _small(scan: Scan, k: int) -> tuple[int, int] | None:
    """Read a number under a hundred in words: "eighty six", "eleven"."""
    word = scan.words[k]
    if word in SMALL:
        return SMALL[word], k + 1
    if word not in TENS:
        return None
    at = k + 1 + (scan.words[k + 1] in DASHES)
    digit = SMALL.get(scan.words[at], 0)
    return (TENS[word] + digit, at + 1) if 0 < digit < 10 else (TENS[word], k + 1)


def _two_digits(year: int) -> int:
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


def _day_first(scan: Scan, i: int) -> Draft | None:
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
    same = _same_year(scan, month[1])
    if same:
        return make(i, same, ("anchored day", month[0], day))
    if scan.words[month[1]] in ("last", "next") and not scan.words[month[1] + 1].isalnum():
        return make(i, month[1] + 1, ("moved day", month[0], day, 1 if scan.words[month[1]] == "next" else -1))
    year = year_at(scan, month[1]) or _early_year(scan, month[1])
    stop = year[1] if year else month[1]
    first = i - 1 if i and scan.words[i - 1] == "the" and found[1] > i + 1 else i
    spec = ("day", year[0] if year else 0, month[0], day)
    if until is None:
        return make(first if scan.words[first] != "the" else i, stop, spec)
    if joint in ("and", "or"):
        return make(i, found[1], spec)
    return make(i, stop, ("range", spec, ("day", year[0] if year else 0, month[0], until)))


def _lower_month(scan: Scan, k: int) -> tuple[int, int] | None:
    """Read "may" and "march" in lower case where a year follows: "1 may that year"."""
    dated = scan.words[k] in ("may", "march") and (year_at(scan, k + 1) or _same_year(scan, k + 1))
    return (MONTHS[scan.words[k]], k + 1) if dated else None


def _early_year(scan: Scan, k: int) -> tuple[int, int] | None:
    """Read a year of three digits after a day and month: "30 September 420)"."""
    word = scan.words[k]
    if len(word) == 3 and word.isdecimal() and scan.words[k + 1] in (")", ",", ".", ";", "\n", "", "–", "-"):
        return int(word), k + 1
    return None


def _day_alone(scan: Scan, i: int, day: int, stop: int) -> Draft | None:
    """Read "on the 18th", "the 15th of next month"."""
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
    if scan.words[i - 2] not in ("on", "by", "until", "from") or i < 2 or head(scan, stop, singular=True):
        return None
    return make(i, stop, ("day of month", day, None))


def _month(scan: Scan, i: int) -> Draft | None:
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
    same = _same_year(scan, k)
    if same:
        return make(i, same, ("anchored month", month[0]))
    at = k + (scan.words[k] in (",", "/", "-") and scan.number(k + 1)) + (scan.words[k] == "the")
    day = day_at(scan, at) or _dated_cardinal(scan, at)
    if day and not (scan.words[day[1]] in ("%", "percent", ":") or _counts(scan, i, day[1])):
        return _month_day_year(scan, i, month[0], *day)
    return _month_alone(scan, i, month[0], k)


def _dated_cardinal(scan: Scan, k: int) -> tuple[int, int] | None:
    """Read the "twenty five" of "January twenty five nineteen eighty-six": only with its year."""
    day = _small(scan, k)
    return day if day and 0 < day[0] <= 31 and year_at(scan, day[1]) else None


def _spelt_day(scan: Scan, i: int) -> Draft | None:
    """Read "fifteen August 1993": only with its year."""
    day = _small(scan, i)
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
    year = _worded_year(scan, i)
    if not year or scan.words[year[1]] in COUNTABLE or head(scan, year[1]):
        return None
    return make(i, year[1], ("year", year[0]), "year")


def _same_year(scan: Scan, k: int) -> int:
    """Find the end of "the same year", "of that year" after a month; 0 without one."""
    k += scan.words[k] == "of"
    if scan.words[k] == "that" and scan.words[k + 1] == "year":
        return k + 2
    return k + 3 if scan.follows(k, "the", "same", "year") else 0


def _counts(scan: Scan, i: int, stop: int) -> bool:
    """Tell "In April 25 people died" from "April 25"."""
    noun = head(scan, stop)
    return bool(
        i and scan.words[i - 1] in ("in", "since", "last", "during") and noun and noun.plural and noun.stop == stop + 1
    )


def _month_day_year(scan: Scan, i: int, month: int, day: int, stop: int) -> Draft:
    until = None
    if scan.words[stop] in DASHES or scan.words[stop] in ("to", "through"):
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


MONTH_BEFORE = frozenset(
    "in since of until till by from last next this during early late mid between and or to before after through for"
    " around every each a an the - – 's to ( ,".split()
)


def _month_alone(scan: Scan, i: int, month: int, stop: int) -> Draft | None:
    word, left = scan.words[i], scan.words[i - 1] if i else ""
    if word in SHORT_MONTHS or not scan.capital(i):
        return None
    if (
        scan.words[stop] in (*DASHES, "to", "and")
        and month_at(scan, stop + 1)
        and left in ("between", "from", "in", "of", "the")
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


def _weekday(scan: Scan, i: int) -> Draft | None:
    """Read "Tuesday", "Tuesday, April 25", "Friday night", "Tuesday the eleventh", "Monday of next week"."""
    word = scan.words[i]
    short = word in SHORT_WEEKDAYS
    weekday = SHORT_WEEKDAYS[word] if short else WEEKDAYS[word]
    k = i + 1 + (short and scan.words[i + 1] == ".")
    holiday = relative.holiday(scan, i)
    if holiday:
        return holiday
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
    return make(i, k + bool(part), ("weekday", weekday, relative.modifier(scan, i)))


def _dated(scan: Scan, i: int, k: int, weekday: int) -> Draft | None:
    """Join a weekday with the date that follows it."""
    at = k + (scan.words[k] in (",", "-", "("))
    at += scan.words[at] == "the"
    if scan.words[at] in ("of", "in") and scan.words[at + 1] in ("next", "last", "this", "the"):
        return _of_week(scan, i, at + 1, weekday)
    draft = None
    if month_at(scan, at) or month_at(scan, at, beside_digit=True):
        draft = _month(scan, at)
    elif scan.number(at) or scan.words[at] in ORDINALS or scan.words[at] in TENS:
        draft = _numeric(scan, at) if scan.number(at) else None
        draft = draft or _day_first(scan, at) or _weekday_day(scan, at)
    if not draft or draft.spec[0] not in ("day", "ymd", "figures", "day of month"):
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


def _of_week(scan: Scan, i: int, at: int, weekday: int) -> Draft | None:
    move = {"next": 1, "last": -1, "this": 0, "the": 1}[scan.words[at]]
    k = at + 1
    if scan.words[at] == "the":
        if scan.words[k] not in ("following", "previous"):
            return None
        move = 1 if scan.words[k] == "following" else -1
        k += 1
    return make(i, k + 1, ("weekday in week", weekday, move)) if scan.words[k] == "week" else None


# --- years, decades, centuries ---


def _year(scan: Scan, i: int, *, plain: bool = False) -> Any:
    """Read a year by itself: four digits without grouping, counting nothing."""
    word = scan.words[i]
    ok = len(word) == 4 and word.isdecimal() and 1000 <= int(word) <= 2100
    if plain or not ok:
        return ok and not (scan.words[i + 1] in ("%", "°") and scan.glued(i + 1)) if ok else None
    after, left = scan.words[i + 1], scan.words[i - 1] if i else ""
    if scan.glued(i + 1) and after not in (
        ".",
        ",",
        "'s",
        "’s",
        ")",
        ";",
        ":",
        "'",
        '"',
        "-",
        "–",
        "—",
        "]",
        "?",
        "!",
        "/",
        "”",
        "’",
        "…",
        "\n",
    ):
        return None
    if (
        left in ("$", "£", "€", "₹", "#", "no", "rs")
        or after in ("%", "percent", "per", "million", "billion")
        or after in TIME_UNITS
    ):
        return None
    if _counted_year(scan, i, left):
        return None
    return make(i, i + 1, ("year", int(word)), "year")


ERAS = {"ad": 1, "ce": 1, "a.d.": 1, "c.e.": 1, "bc": -1, "bce": -1, "b.c.": -1}


def _era(scan: Scan, i: int) -> Draft | None:
    """Read "347 AD", "AD 79", "c. 314", "44 BC"; years before Christ have no ISO form here."""
    word = scan.words[i]
    if not word.isdecimal() or len(word) > 4:
        return None
    sign = ERAS.get(scan.words[i + 1], 0) if scan.words[i + 1].isalpha() or "." in scan.words[i + 1] else 0
    if sign and (scan.raw(i + 1).isupper()):
        return make(i, i + 2, ("year", int(word)) if sign > 0 else ("none", "before Christ"), "year")
    if i and scan.words[i - 1] == "ad" and scan.raw(i - 1) == "AD":
        return make(i - 1, i + 1, ("year", int(word)), "year")
    circa = scan.precedes(i, "c", ".") or scan.precedes(i, "ca", ".")
    return (
        make(i, i + 1, ("year", int(word)), "year")
        if circa and len(word) == 3 and not scan.words[i + 1].isalpha()
        else None
    )


def _counted_year(scan: Scan, i: int, left: str) -> bool:
    """Tell "2000 people" from "2000": a plural right after, no word of time before."""
    from claims.values.units import SYMBOLS

    after = scan.words[i + 1]
    if (after,) in SYMBOLS and after not in ("in", "point", "°", "mark", "stone"):
        return True
    year = int(scan.words[i])
    if (
        left in YEAR_BEFORE
        and 1800 <= year <= 2050
        and left not in ("of", "to", "about", "than", "least", "and", "for", "around", "on", "or")
    ):
        return False
    noun = head(scan, i + 1)
    if not noun or not noun.plural or scan.capital(noun.stop - 1):
        return year < 1300 and left not in YEAR_BEFORE
    last = scan.words[noun.stop - 1]
    return last not in EVENTS and noun.stop == i + 2


def _years(scan: Scan, i: int) -> Draft | None:
    """Read "2010-11", "1955-2011", "2009 to 2011", "between 2014 and 2016"."""
    if not _year(scan, i, plain=True):
        return None
    words, first = scan.words, int(scan.words[i])
    mark, other = words[i + 1], words[i + 2]
    if not other.isdecimal() or ((scan.glued(i + 3) and words[i + 3] in (",", "/")) and scan.number(i + 3)):
        return None
    if mark in DASHES or mark == "/":
        last = int(other) if len(other) == 4 else first // 100 * 100 + int(other) if len(other) == 2 else 0
        if mark == "/" and (len(other) != 2 or last != first + 1):
            return None
    elif mark in ("to", "until", "till", "through") or (mark == "and" and i and words[i - 1] == "between"):
        last = int(other) if len(other) == 4 else 0
    else:
        return None
    if not first < last <= 2100 or (mark == "to" and not (first > 1500 and _year(scan, i + 2))):
        return None
    return make(i, i + 3, ("range", ("year", first), ("year", last)), "years")


def _decade(scan: Scan, i: int) -> Draft | None:
    """Read "1990s", "1980's", "the '90s", "the 90s"."""
    word, after = scan.words[i], scan.words[i + 1]
    if after not in ("s", "'s", "’s") or not scan.glued(i + 1) or not word.isdecimal() or not word.endswith("0"):
        return None
    if len(word) == 4 and 1000 <= int(word) <= 2100:
        if after != "s" and not (i and scan.words[i - 1] in ("the", "early", "late", "mid", "-")):
            return None
        return make(i, i + 2, ("decade", int(word)), "decade")
    quoted = i > 0 and scan.words[i - 1] in ("'", "’", "‘")
    left = scan.words[i - 2] if quoted and i > 1 else scan.words[i - 1] if i else ""
    if len(word) != 2 or left not in ("the", "early", "late", "mid", "-", "in", "since"):
        return None
    return make(i - quoted, i + 2, ("decade", _two_digits(int(word))), "decade")


def _century(scan: Scan, i: int) -> Draft | None:
    """Read "20th century", "the seventeenth century"."""
    found = ordinals.number(scan, i)
    if not found or found[0] > 22:
        return None
    dash = scan.words[found[2]] in DASHES
    if scan.words[found[2] + dash] not in ("century", "centuries"):
        return None
    return make(i, found[2] + dash + 1, ("century", found[0]), "century")


# --- quarters, halves, days written as ordinals ---


def _ordinal(scan: Scan, i: int) -> Draft | None:
    """Read "third quarter of 2008", "first half of the year", "fourth of July", "seventeenth century"."""
    word, after = scan.words[i], scan.words[i + 1]
    if after in ("quarter", "half") and ORDINALS[word] <= (4 if after == "quarter" else 2):
        return _quarter(scan, i, ORDINALS[word], after)
    day = _day_first(scan, i) if after == "of" or month_at(scan, i + 1) else None
    return day or _century(scan, i)


FISCAL = frozenset("fiscal financial calendar".split())


def _spelt(scan: Scan, i: int) -> Draft | None:
    """Read "twenty-first century", "twenty-fifth of April"."""
    return _century(scan, i) or _day_first(scan, i)


def _quarter(scan: Scan, i: int, number: int, unit: str) -> Draft | None:
    at = i + 2
    of = scan.words[at] == "of"
    k = at + of + (scan.words[at + of] == "the") + (scan.words[at + of] in ("this", "last", "next", "that"))
    fiscal = scan.words[k] in FISCAL
    k += fiscal
    if (of or unit == "quarter") and _year(scan, k, plain=True):
        return make(i, k + 1, (unit, number, int(scan.words[k])), unit)
    if of and scan.words[k] in ("year", "decade", "century", "season", "month"):
        move = {"last": -1, "next": 1}.get(scan.words[at + of], 0)
        if fiscal or scan.words[k] != "year":
            return make(i, k + 1, ("none", "a financial year of unknown start" if fiscal else "unknown start"), unit)
        return make(i, k + 1, (unit, number, move), unit)
    if unit == "half" and not of:
        return None
    if unit == "half" or (head(scan, at, singular=True) and scan.words[at] in ("final", "finals", "mile", "back")):
        return None
    return (
        make(i, i + 2, (unit, number, None), unit)
        if unit == "quarter"
        and (i and scan.words[i - 1] in ("the", "its", "fiscal", "company", "this"))
        and not _game(scan, i)
        else None
    )


def _game(scan: Scan, i: int) -> bool:
    """Tell a quarter of a match from a quarter of a year."""
    near = scan.words[max(0, i - 25) : i + 25]
    return any(
        w
        in ("points", "rebounds", "touchdown", "touchdowns", "scored", "game", "assists", "coach", "lead", "outscored")
        for w in near
    )


# --- words that frame a date ---


def _part(scan: Scan, i: int) -> Draft | None:
    """Read "early April", "late 1980s", "mid-2011", "early last week"."""
    k = i + 1 + (scan.words[i + 1] in DASHES)
    k += scan.words[k] in ("in", "on") and scan.words[i] in ("early", "late")
    k += scan.words[k] == "the" and scan.words[k - 1] in ("in", "on")
    draft = read(scan, k) if scan.words[k] not in PARTS and k < scan.size else None
    if not draft or not draft.spec or draft.first < i or draft.kind == "duration":
        return None
    return make(i, draft.stop, ("part", PARTS[scan.words[i]], draft.spec), draft.rule)


def _point(scan: Scan, i: int) -> Draft | None:
    """Read "the beginning of the year", "the end of 2010", "end of April"."""
    if scan.words[i + 1] not in ("of", "-"):
        return None
    k = i + 2
    part = {"beginning": "early", "start": "early", "end": "late", "middle": "mid"}[scan.words[i]]
    k += scan.words[k] == "the"
    fiscal = scan.words[k] in FISCAL
    if scan.words[k - 1] == "the" and scan.words[k + fiscal] in (
        "year",
        "month",
        "week",
        "decade",
        "century",
        "quarter",
        "day",
        "season",
    ):
        unit = scan.words[k + fiscal]
        if fiscal or unit == "season":
            return make(i, k + fiscal + 1, ("none", "a financial year of unknown start"))
        return make(i, k + 1, ("part", part, ("unit", unit, 0)))
    draft = read(scan, k)
    if not draft or draft.first < i or not draft.spec:
        return None
    return make(i, draft.stop, ("part", part, draft.spec))


def _season(scan: Scan, i: int) -> Draft | None:
    """Read "summer of 2012", "winter 2010"; with a word of time before, `relative` reads it."""
    k = i + 1
    k += scan.words[k] == "of"
    if _year(scan, k, plain=True):
        return make(i, k + 1, ("season", SEASONS[scan.words[i]], int(scan.words[k])))
    return None


def _fiscal(scan: Scan, i: int) -> Draft | None:
    """Read "FY2007", "FY 2007-08"."""
    draft = _years(scan, i + 1) or _year(scan, i + 1) if scan.number(i + 1) else None
    return make(i, draft.stop, draft.spec) if draft else None


def _deictic(scan: Scan, i: int) -> Draft | None:
    word = scan.words[i]
    if word == "today" and scan.words[i - 1] == "usa" and i:
        return None
    part = scan.words[i + 1] in DAY_PARTS
    return make(i, i + 1 + part, ("deictic", DEICTIC[word]))


READERS = (
    (frozenset(MONTHS) | frozenset(SHORT_MONTHS), _month),
    (frozenset(WEEKDAYS) | frozenset(SHORT_WEEKDAYS), _weekday),
    (frozenset(DEICTIC), _deictic),
    (frozenset(PARTS), _part),
    (frozenset(POINTS), _point),
    (frozenset(SEASONS), _season),
    (frozenset(ORDINALS), _ordinal),
    (frozenset({"twenty", "thirty"}), _spelt),
    (CARDINAL_DAYS, _spelt_day),
    (RELATIVE, relative.read),
    (HOLIDAY_WORDS | {"day"}, relative.holiday),
    (frozenset({"year", "day", "week", "month", "decade", "hour"}), relative.article_unit),
    (frozenset({"noon", "midnight"}), times.named),
    (frozenset({"weekend"}), relative.weekend),
    (frozenset({"fy"}), _fiscal),
)
BY_WORD: dict[str, list[Callable[[Scan, int], Draft | None]]] = {}
for _words, _reader in READERS:
    for _word in sorted(_words):
        BY_WORD.setdefault(_word, []).append(_reader)
