"""Read the date that begins at a token: each reader is asked for the words that it can begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values.dates import relative, times
from claims.values.dates.days import read_day_first, read_deictic, read_spelt_day, read_weekday, read_which_day
from claims.values.dates.durations import article_unit
from claims.values.dates.feasts import holiday
from claims.values.dates.figures import read_numeric
from claims.values.dates.months import read_month
from claims.values.dates.pieces import make, moved_year, with_year
from claims.values.dates.quarters import FISCAL, read_ordinal, read_season, read_short_quarter
from claims.values.dates.years import (
    read_century,
    read_decade,
    read_era,
    read_fiscal,
    read_roman_century,
    read_short_year,
    read_worded_decade,
    read_year,
    read_years,
)
from claims.values.lexicon import (
    AGE_DECADES,
    DEICTIC,
    HOLIDAY_WORDS,
    MONTHS,
    ORDINALS,
    RELATIVE,
    SEASONS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    SMALL,
    WEEKDAYS,
)
from claims.values.numbers import DASHES

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.values.draft import Draft
    from claims.values.scan import Scan

CARDINAL_DAYS = frozenset(word for word, n in SMALL.items() if n) | {"twenty", "thirty"}
NUMBER_STARTS = frozenset(ORDINALS) | CARDINAL_DAYS
PARTS = {"early": "early", "late": "late", "mid": "mid"}
POINTS = frozenset("beginning start end middle".split())


def read(scan: Scan, i: int) -> Draft | None:
    """Read the date or time that begins at token `i`."""
    draft = _digits(scan, i) if scan.number(i) else _worded(scan, i)
    if draft and draft.spec[:1] in RECURRING and draft.first and _recurs(scan, draft.first):
        draft.spec = ("none", "it recurs")
    if draft and draft.spec[:1] in DAYS:
        draft = _to_second_day(scan, draft)
    return _of_year(scan, draft) if draft and draft.spec[:1] in YEARLESS else draft


def _worded(scan: Scan, i: int) -> Draft | None:
    for reader in BY_WORD.get(scan.words[i], ()):
        draft = reader(scan, i)
        if draft:
            return draft
    return None


RECURRING = (("weekday",), ("month",), ("day",))


def _recurs(scan: Scan, first: int) -> bool:
    """Tell "every December", "each Monday", "every second Monday" from one date."""
    return scan.words[first - 1] in ("every", "each") or (first > 1 and scan.words[first - 2] == "every")


YEAR_LENGTH = 4
YEARLESS = (("day",), ("month",), ("holiday",), ("range",), ("on weekday",))


def _of_year(scan: Scan, draft: Draft) -> Draft:
    """Read on in "May 9 last year", "in March this year"."""
    moved = moved_year(scan, draft.stop)
    if not moved or not with_year(draft.spec, 1):
        return draft
    return make(draft.first, moved[1], ("of year", moved[0], draft.spec), draft.rule)


DAYS = (("day",), ("weekday",), ("on weekday",))
JOINTS = {"from": ("to", "until", "till", "through"), "between": ("and",)}


def _to_second_day(scan: Scan, draft: Draft) -> Draft:
    """Read on in "from 28 April to 3 May", "from Monday to Friday", "between May 3 and May 5"."""
    left = scan.words[draft.first - 1] if draft.first else ""
    if scan.words[draft.stop] not in JOINTS.get(left, ()):
        return draft
    other = read(scan, draft.stop + 1 + (scan.words[draft.stop + 1] == "the"))
    if not other or other.spec[:1] not in DAYS:
        return draft
    return make(draft.first, other.stop, ("range", draft.spec, other.spec))


# What may follow the digits of a date, a time, a decade or a year; before other words only four digits are a year.
DATED_AFTER = frozenset(MONTHS) | frozenset(SHORT_MONTHS) | frozenset(
    "st nd rd th s am pm a.m p.m to and or of day until till through century centuries o ad bc ce bce".split()
)  # fmt: skip
LIST_BEFORE = frozenset(", and or & . ad".split())


def _no_date(scan: Scan, i: int) -> bool:
    """Tell "370 seats", "23 percent" at once."""
    after = scan.words[i + 1]
    return (
        len(scan.words[i]) != YEAR_LENGTH
        and (after.isalpha() or after == "%")
        and after not in DATED_AFTER
        and not scan.glued(i)
        and scan.words[i - 1] not in LIST_BEFORE
    )


def _digits(scan: Scan, i: int) -> Draft | None:
    if _no_date(scan, i):
        return None
    short = read_short_quarter(scan, i)
    if short:
        return short
    if scan.glued(i) and (
        scan.words[i - 1].isalpha() and scan.words[i - 1] not in ("mid", "jan", "feb", "dec", "fy", "c")
    ):
        return None
    for reader in (
        read_numeric,
        read_century,
        read_day_first,
        read_which_day,
        times.clock,
        read_decade,
        read_years,
        read_year,
        read_short_year,
        read_era,
    ):
        draft = reader(scan, i)
        if draft:
            return draft
    return None


def _spelt(scan: Scan, i: int) -> Draft | None:
    """Read "twenty-first century", "twenty-fifth of April"."""
    return read_century(scan, i) or read_day_first(scan, i)


def _part(scan: Scan, i: int) -> Draft | None:
    """Read "early April", "late 1980s", "mid-2011", "early last week"."""
    k = i + 1 + (scan.words[i + 1] in DASHES)
    k += scan.words[k] in ("in", "on") and scan.words[i] in ("early", "late")
    k += scan.words[k] == "the" and scan.words[k - 1] in ("in", "on")
    draft = read(scan, k) if scan.words[k] not in PARTS and k < scan.size else None
    if not draft or not draft.spec or draft.first < i or draft.kind == "duration":
        return None
    return make(i, draft.stop, ("part", PARTS[scan.words[i]], draft.spec), draft.rule)


BEGUN = frozenset("year month week decade century quarter day season".split())


def _point(scan: Scan, i: int) -> Draft | None:
    """Read "the beginning of the year", "the end of 2010", "end of April"."""
    if scan.words[i + 1] not in ("of", "-"):
        return None
    k = i + 2
    part = {"beginning": "early", "start": "early", "end": "late", "middle": "mid"}[scan.words[i]]
    k += scan.words[k] == "the"
    fiscal = scan.words[k] in FISCAL
    if scan.words[k - 1] == "the" and scan.words[k + fiscal] in BEGUN:
        unit = scan.words[k + fiscal]
        if fiscal or unit == "season":
            return make(i, k + fiscal + 1, ("none", "a financial year of unknown start"))
        return make(i, k + 1, ("part", part, ("the unit", unit)))
    draft = read(scan, k) if scan.words[k] not in POINTS and scan.words[k] not in PARTS else None
    if not draft or draft.first < i or not draft.spec:
        return None
    return make(i, draft.stop, ("part", part, draft.spec))


READERS = (
    (frozenset(MONTHS) | frozenset(SHORT_MONTHS), read_month),
    (frozenset(WEEKDAYS) | frozenset(SHORT_WEEKDAYS), read_weekday),
    (frozenset(DEICTIC), read_deictic),
    (frozenset(PARTS), _part),
    (frozenset(POINTS), _point),
    (frozenset(SEASONS), read_season),
    (frozenset(ORDINALS), read_ordinal),
    (frozenset({"twenty", "thirty"}), _spelt),
    (CARDINAL_DAYS, read_spelt_day),
    (frozenset({"last"}), read_which_day),
    (RELATIVE, relative.read),
    (HOLIDAY_WORDS | {"day", "year"}, holiday),
    (frozenset({"century", "centuries"}), read_roman_century),
    (
        frozenset({"year", "day", "night", "week", "fortnight", "month", "decade", "century", "hour", "minute"}),
        article_unit,
    ),
    (frozenset({"noon", "midnight"}), times.named),
    (frozenset({"weekend"}), relative.weekend),
    (frozenset({"fy"}), read_fiscal),
    (frozenset(AGE_DECADES), read_worded_decade),
)
BY_WORD: dict[str, list[Callable[[Scan, int], Draft | None]]] = {}
for _words, _reader in READERS:
    for _word in sorted(_words):
        BY_WORD.setdefault(_word, []).append(_reader)
