"""Whose age it is: the name or the noun that it stands with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values.lexicon import MONTHS, SHORT_MONTHS, WEEKDAYS
from claims.values.nouns import head

if TYPE_CHECKING:
    from claims.values.scan import Scan


def owner(scan: Scan, first: int, stop: int, adjective: bool) -> str:
    if adjective:
        name = _name_from(scan, stop)
        if name:
            return name
        noun = head(scan, stop, singular=True)
        left = name_before(scan, first)
        return left or (noun.unit if noun else "")
    return name_before(scan, first)


def is_name(scan: Scan, i: int) -> bool:
    word = scan.words[i]
    return (
        scan.capital(i) and word.isalpha() | ("’" in word) | ("'" in word) and len(word) > 1
        and word not in MONTHS and word not in SHORT_MONTHS and word not in WEEKDAYS and word not in ("in", "on", "the")
    ) or (word in ("jr", "sr", "iii", "ii") or (word == "." and scan.words[i - 1] in ("jr", "sr")))  # fmt: skip


def name_before(scan: Scan, i: int) -> str:
    """Give the run of capitalised words that ends before token `i`, or the nearest in the clause."""
    at = i - 1
    for _ in range(12):
        if at < 0 or (scan.words[at] in (".", "\n", ";") and not _initial(scan, at)):
            return ""
        if is_name(scan, at) and not opens_sentence(scan, at) and not _described(scan, at):
            break
        at -= 1
    else:
        return ""
    return scan.text[scan.starts[_name_start(scan, at)] : scan.ends[at]] if at >= 0 else ""


def _described(scan: Scan, at: int) -> bool:
    """Tell "a Republican", "the Dane" from a name."""
    return at > 0 and scan.words[at - 1] in ("a", "an", "the", "former", "fellow")


def _initial(scan: Scan, at: int) -> bool:
    return at > 0 and len(scan.words[at - 1]) <= 2 and scan.capital(at - 1)


def opens_sentence(scan: Scan, at: int) -> bool:
    """Tell a sentence's first word from a name."""
    return scan.words[at] in (
        "the", "a", "an", "he", "she", "they", "it", "but", "when", "after", "at", "his", "her", "while", "as", "and",
        "former", "this", "that", "aged", "born", "who", "then",
    )  # fmt: skip


def _name_start(scan: Scan, at: int) -> int:
    first = at
    while first and not opens_sentence(scan, first - 1):
        if scan.words[first - 1] == "-" and scan.glued(first) and scan.glued(first - 1) and scan.capital(first - 2):
            first -= 2
        elif _part_of_name(scan, first - 1):
            first -= 1
        else:
            break
    return first


def _part_of_name(scan: Scan, at: int) -> bool:
    letter = len(scan.words[at]) == 1 and scan.capital(at)
    return is_name(scan, at) or letter or (scan.words[at] == "." and _initial(scan, at))


def _name_from(scan: Scan, at: int) -> str:
    """Give the run of capitalised words that begins at token `at`."""
    if not is_name(scan, at):
        return ""
    stop = at + 1
    while is_name(scan, stop):
        stop += 1
    return scan.text[scan.starts[at] : scan.ends[stop - 1]]
