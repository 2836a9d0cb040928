"""Read the names of holidays: "Christmas", "Labor Day 2022", "last Easter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values.dates.holidays import NAMES as HOLIDAYS
from claims.values.dates.pieces import PARTS_OF_DAY, make, year_at
from claims.values.draft import excluded
from claims.values.lexicon import MONTHS
from claims.values.nouns import FUNCTION, STOP

if TYPE_CHECKING:
    from claims.values.draft import Draft
    from claims.values.scan import Scan

COMMON = frozenset("may flag victory national human canada world labor republic".split())


def _attributive(scan: Scan, stop: int) -> bool:
    """Tell "Christmas sales", "Easter Island" and "Christmas and New Year", which name no day, from "Christmas"."""
    if scan.follows(stop, "and", "new", "year"):
        return True
    word = scan.words[stop]
    if not word.isalpha() or word in STOP or word in FUNCTION or word in PARTS_OF_DAY or word in MONTHS:
        return False
    return word not in TIMED and not word.endswith(("ed", "ly"))


TIMED = frozenset("day eve sunday monday week weekend until till this next last".split())


def holiday(scan: Scan, i: int) -> Draft | None:
    """Read a holiday's name that ends or begins at token `i`."""
    for words in HOLIDAYS.get(scan.words[i], ()):
        offset = words.index(scan.words[i])
        first = i - offset
        if first < 0 or tuple(scan.words[first : first + len(words)]) != words:
            continue
        if scan.words[i] == "day" and not scan.capital(first) and words[0] in COMMON:
            continue
        stop = first + len(words)
        opening = first and scan.words[first - 1] == "on" and scan.capital(first - 1)
        if words[-1] not in ("day", "eve") and not opening and _attributive(scan, stop):
            return excluded(first, stop, "holiday before a noun")

        year = year_at(scan, stop)
        this = scan.follows(stop, "of", "this", "year")
        return make(
            first,
            year[1] if year else stop + 3 * this,
            ("holiday", " ".join(words), year[0] if year else None, "this" if this else ""),
        )
    return None
