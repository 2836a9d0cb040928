"""Read years and more: "2010-11", "the 1990s", "AD 79", "the seventeenth century", "FY2007"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values import ordinals
from claims.values.dates.pieces import is_year, make, two_digits
from claims.values.exclusions.names import find_named
from claims.values.exclusions.places import find_address
from claims.values.lexicon import AGE_DECADES, TIME_UNITS
from claims.values.nouns import head
from claims.values.numbers import DASHES
from claims.values.units import SYMBOLS

if TYPE_CHECKING:
    from claims.values.draft import Draft
    from claims.values.scan import Scan

YEAR_BEFORE = frozenset(
    "in since by until till before after from during of for between around circa late early mid through to and or"
    " 's ’s the this on about back least than its his her their our annual year dated ( [ a an season".split()
)
EVENTS = frozenset(
    "elections polls games olympics championships championship results sales figures riots protests attacks floods"
    " talks finals playoffs awards primaries olympic midterms reforms negotiations standings rankings accords".split()
)
AFTER_YEAR = frozenset(". , 's ’s ) ; : ' \" - – — ] ? ! / ” ’ …".split()) | {"\n"}


def read_year(scan: Scan, i: int) -> Draft | None:
    """Read a year by itself, counting nothing."""
    word = scan.words[i]
    if not is_year(scan, i):
        return None
    after, left = scan.words[i + 1], scan.words[i - 1] if i else ""
    if scan.glued(i + 1) and after not in AFTER_YEAR:
        return None
    if (
        left in ("$", "£", "€", "₹", "#", "no", "rs")
        or after in ("%", "percent", "per", "million", "billion")
        or after in TIME_UNITS
    ):
        return None
    if _counted_year(scan, i, left) or find_named(scan, i):
        return None
    if left not in YEAR_BEFORE and find_address(scan, i):
        return None
    return make(i, i + 1, ("year", int(word)), "year")


SHORT_BEFORE = frozenset("in of since until by from before after to and class summer autumn winter spring".split())


def read_short_year(scan: Scan, i: int) -> Draft | None:
    """Read "in '98", "the class of '75"."""
    word = scan.words[i]
    if i < 2 or scan.words[i - 1] not in ("'", "’", "‘") or len(word) != 2 or not word.isdecimal():
        return None
    ended = not scan.glued(i + 1) or scan.words[i + 1] in AFTER_YEAR
    if not scan.glued(i) or scan.glued(i - 1) or not ended or scan.words[i - 2] not in SHORT_BEFORE:
        return None
    return make(i - 1, i + 1, ("year", two_digits(int(word))), "year")


ERAS = {"ad": 1, "ce": 1, "a.d.": 1, "c.e.": 1, "bc": -1, "bce": -1, "b.c.": -1}


def read_era(scan: Scan, i: int) -> Draft | None:
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


def read_years(scan: Scan, i: int) -> Draft | None:
    """Read "2010-11", "1955-2011", "2009 to 2011", "between 2014 and 2016"."""
    if not is_year(scan, i):
        return None
    words, first = scan.words, int(scan.words[i])
    mark, other = words[i + 1], words[i + 2]
    if not other.isdecimal() or ((scan.glued(i + 3) and words[i + 3] in (",", "/")) and scan.number(i + 3)):
        return None
    if mark in DASHES or mark == "/":
        last = int(other) if len(other) == 4 else first // 100 * 100 + int(other) if len(other) == 2 else 0
        if mark == "/" and last != first + 1:
            return None
    elif mark in ("to", "until", "till", "through") or (mark == "and" and i and words[i - 1] == "between"):
        last = int(other) if len(other) == 4 else 0
    else:
        return None
    if last < first and mark == "-" and len(other) == 2 and 1 <= int(other) <= 12:
        return make(i, i + 3, ("month", first, int(other)))  # 2021-08
    if not first < last <= 2100 or (mark == "to" and not (first > 1500 and read_year(scan, i + 2))):
        return None
    return make(i, i + 3, ("range", ("year", first), ("year", last)), "years")


def read_decade(scan: Scan, i: int) -> Draft | None:
    """Read "1990s", "1980's", "the '90s", "the 90s"."""
    word, after = scan.words[i], scan.words[i + 1]
    if after not in ("s", "'s", "’s") or not scan.glued(i + 1) or not word.isdecimal() or not word.endswith("0"):
        return None
    if len(word) == 4 and 1000 <= int(word) <= 2100:
        if after != "s" and not (i and scan.words[i - 1] in ("the", "early", "late", "mid", "-")):
            return None
        if word.endswith("00") and int(word) < 2000:
            return make(i, i + 2, ("century", int(word) // 100 + 1), "century")
        return make(i, i + 2, ("decade", int(word)), "decade")
    quoted = i > 0 and scan.words[i - 1] in ("'", "’", "‘")
    left = scan.words[i - 2] if quoted and i > 1 else scan.words[i - 1] if i else ""
    if left == "-" and i > 1:
        left = scan.words[i - 2] if scan.words[i - 2] in DASHED else ""
    listed = quoted and i > 3 and left in ("and", "or", "to") and scan.words[i - 3] in ("s", "'s", "’s")
    if len(word) != 2 or not (listed or left in DASHED.union(("the", "in", "since"))):
        return None
    year = 1900 + int(word) if int(word) >= LAST_CENTURY else 2000 + int(word)
    return make(i - quoted, i + 2, ("decade", year), "decade")


def read_longer(scan: Scan, i: int) -> Draft | None:
    """Read what a part is one of: "of the 1960s", "of the 20th century"."""
    k = i + 1 + (scan.words[i + 1] == "the")
    return (read_decade(scan, k) or read_century(scan, k)) if scan.words[i] == "of" else None


# "the '30s" are those of the last century.
LAST_CENTURY = 30


DASHED = frozenset("early late mid pre post".split())
CENTURY_NOUNS = frozenset("century centuries".split())
LISTED = frozenset("and to or ,".split()).union(DASHES)
PARTS = frozenset("early late mid".split())
OWNERS = frozenset("his her their my 's ’s".split())


def read_century(scan: Scan, i: int) -> Draft | None:
    """Read "20th century", "the seventeenth century", the 17th of "the 17th and 18th centuries"."""
    found = ordinals.number(scan, i)
    if not found or found[0] > 22:
        return None
    dash = scan.words[found[2]] in DASHES
    if scan.words[found[2] + dash] not in CENTURY_NOUNS:
        return _listed_century(scan, i, *found)
    stop = found[2] + dash + 1
    if i and scan.words[i - 1] in OWNERS and not head(scan, stop, singular=True):
        return None  # a hundred runs
    if ERAS.get(scan.words[stop], 0) < 0:
        return make(i, stop + 1, ("none", "before Christ"), "century")
    return make(i, stop, ("century", found[0]), "century")


def _listed_century(scan: Scan, i: int, number: int, _: int, stop: int) -> Draft | None:
    k = stop + 1
    while scan.words[k] in PARTS or scan.words[k] in DASHES or scan.words[k] == "the":
        k += 1
    if scan.words[stop] not in LISTED:
        return None
    other = ordinals.number(scan, k)
    if not other or not number < other[0] < 23 or scan.words[other[2]] not in CENTURY_NOUNS:
        return None
    return make(i, stop, ("century", number), "century")


ROMAN = {
    roman: n
    for n, roman in enumerate(
        "V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split(), 5
    )
}  # fmt: skip


def read_roman_century(scan: Scan, i: int) -> Draft | None:
    """Read "the XIX century"."""
    dash = i > 1 and scan.words[i - 1] in DASHES
    number = ROMAN.get(scan.raw(i - 1 - dash)) if i > dash else None
    return make(i - 1 - dash, i + 1, ("century", number), "century") if number else None


def read_fiscal(scan: Scan, i: int) -> Draft | None:
    """Read "FY2007", "FY 2007-08", "FY22"."""
    if not scan.number(i + 1):
        return None
    draft = read_years(scan, i + 1) or read_year(scan, i + 1)
    if draft:
        return make(i, draft.stop, draft.spec)
    short = scan.words[i + 1]
    if len(short) != 2 or not short.isdecimal() or not scan.capital(i):
        return None
    return make(i, i + 2, ("year", two_digits(int(short))), "year")


def read_worded_decade(scan: Scan, i: int) -> Draft | None:
    """Read "the nineties", "the late sixties": with a possessive they are a decade of life."""
    left = scan.words[i - 1] if i else ""
    if left not in ("the", "early", "late", "mid", "-") or scan.words[i] == "teens":
        return None
    return make(i, i + 1, ("decade", 1900 + AGE_DECADES[scan.words[i]]), "decade")
