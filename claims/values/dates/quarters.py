"""Read parts of the year: "the third quarter of 2008", "Q3 2021", "the first half", "summer of 2012"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values.dates.days import read_day_first, read_which_day
from claims.values.dates.pieces import is_year, make, month_at, moved_year, year_at
from claims.values.dates.relative import opening
from claims.values.dates.years import read_century, read_longer, read_years
from claims.values.lexicon import ORDINALS, SEASONS
from claims.values.nouns import FUNCTION, PREPOSITIONS, head
from claims.values.numbers import DASHES

if TYPE_CHECKING:
    from claims.values.draft import Draft
    from claims.values.scan import Scan

FISCAL = frozenset("fiscal financial calendar".split())


def read_ordinal(scan: Scan, i: int) -> Draft | None:
    """Read "third quarter of 2008", "first half of the year", "fourth of July", "seventeenth century"."""
    word, after = scan.words[i], scan.words[i + 1]
    months = opening(scan, i) if word == "first" else None
    draft = months or read_which_day(scan, i)
    if draft:
        return draft
    if after in DASHES and scan.words[i + 2] == "quarter" and ORDINALS[word] <= 4:
        return _quarter_of(scan, i, ORDINALS[word])
    if after in ("quarter", "half") and ORDINALS[word] <= (4 if after == "quarter" else 2):
        return _quarter(scan, i, ORDINALS[word], after)
    day = read_day_first(scan, i) if after == "of" or month_at(scan, i + 1) else None
    return day or read_century(scan, i) or _another_quarter(scan, i)


def _another_quarter(scan: Scan, i: int) -> Draft | None:
    """Read the "fourth" of "from 440 in the third quarter of 2024 to 720 in the fourth"."""
    after = scan.words[i + 1]
    alone = i > 1 and scan.words[i - 1] == "the" and scan.words[i - 2] in PREPOSITIONS
    if not alone or ORDINALS[scan.words[i]] > 4 or (after.isalpha() and after not in FUNCTION):
        return None
    for k in range(i - 3, max(0, i - QUARTER_REACH), -1):
        if scan.words[k] in (".", "\n", "!", "?"):
            return None
        if scan.words[k] == "quarter" and ORDINALS.get(scan.words[k - 1], 9) <= 4:
            before = _quarter(scan, k - 1, ORDINALS[scan.words[k - 1]], "quarter")
            year = before.spec[2] if before and before.spec[0] == "quarter" else None
            return make(i, i + 1, ("quarter", ORDINALS[scan.words[i]], year), "quarter") if before else None
    return None


QUARTER_REACH = 25  # tokens


RESULTS = frozenset(
    "profit profits earnings results result sales revenue revenues growth gdp loss losses income output net"
    " operating figures report dividend guidance performance production deliveries shipments trading".split()
)


def _quarter_of(scan: Scan, i: int, number: int) -> Draft | None:
    """Read "third-quarter profit", "fourth-quarter 2021 earnings": of a year, not of a match."""
    k = i + 3
    if is_year(scan, k):
        return make(i, k + 1, ("quarter", number, int(scan.words[k])), "quarter")
    return make(i, k, ("quarter", number, None), "quarter") if RESULTS.intersection(scan.words[k : k + 2]) else None


def read_short_quarter(scan: Scan, i: int) -> Draft | None:
    """Read "Q3 2021", "H1"."""
    letter = scan.words[i - 1] if scan.glued(i) else ""
    limit = {"q": 4, "h": 2}.get(letter, 0)
    if not scan.words[i].isdecimal() or len(scan.words[i]) > 1 or not 1 <= int(scan.words[i]) <= limit:
        return None
    if not scan.capital(i - 1) or scan.glued(i - 1) or (scan.glued(i + 1) and scan.words[i + 1].isalnum()):
        return None
    year = year_at(scan, i + 1)
    form = "quarter" if letter == "q" else "half"
    return make(i - 1, year[1] if year else i + 1, (form, int(scan.words[i]), year[0] if year else None), form)


def _quarter(scan: Scan, i: int, number: int, unit: str) -> Draft | None:
    at = i + 2
    if read_longer(scan, at):
        return None
    of = scan.words[at] == "of"
    k = at + of + (scan.words[at + of] == "the") + (scan.words[at + of] in ("this", "last", "next", "that"))
    fiscal = scan.words[k] in FISCAL
    k += fiscal
    if (of or unit == "quarter") and is_year(scan, k):
        return make(i, k + 1, (unit, number, int(scan.words[k])), unit)
    if of and scan.words[k] in ("year", "decade", "century", "season", "month"):
        move = {"last": -1, "next": 1}.get(scan.words[at + of], 0)
        if fiscal or scan.words[k] != "year":
            return make(i, k + 1, ("none", "a financial year of unknown start" if fiscal else "unknown start"), unit)
        return make(i, k + 1, (unit, number, move), unit)
    moved = moved_year(scan, at) if unit == "quarter" else None
    if moved:
        return make(i, moved[1], (unit, number, moved[0]), unit)
    owner = _owning_year(scan, i)
    if owner is not None and not of:
        return make(i, i + 2, (unit, number, owner), unit)
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


def _owning_year(scan: Scan, i: int) -> int | None:
    """Give the year of "2021's third quarter", or its distance in "last year's first half"."""
    if i < 3 or scan.words[i - 1] not in ("'s", "’s"):
        return None
    if is_year(scan, i - 2):
        return int(scan.words[i - 2])
    return {"last": -1, "this": 0, "next": 1}.get(scan.words[i - 3]) if scan.words[i - 2] == "year" else None


# Of the clock of a match: "with 2:14 left in the fourth quarter".
CLOCK = frozenset("left remaining".split())


def _game(scan: Scan, i: int) -> bool:
    """Tell a quarter of a match from a quarter of a year."""
    near = scan.words[max(0, i - 25) : i + 25]
    return bool(CLOCK.intersection(scan.words[max(0, i - 3) : i])) or any(
        w
        in ("points", "rebounds", "touchdown", "touchdowns", "scored", "game", "assists", "coach", "lead", "outscored")
        for w in near
    )


def read_season(scan: Scan, i: int) -> Draft | None:
    """Read "summer of 2012", "winter 2010"; with a word of time before, `relative` reads it."""
    k = i + 1
    k += scan.words[k] == "of"
    if is_year(scan, k):
        years = read_years(scan, k) if SEASONS[scan.words[i]] == "WI" else None
        return make(i, years.stop if years else k + 1, ("season", SEASONS[scan.words[i]], int(scan.words[k])))
    moved = moved_year(scan, i + 1)
    return make(i, moved[1], ("season of", SEASONS[scan.words[i]], moved[0])) if moved else None
