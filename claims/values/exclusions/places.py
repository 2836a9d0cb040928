"""Numbers of houses, of the emergency services, of list items and of notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values.lexicon import MONTHS, WEEKDAYS
from claims.values.nouns import head

if TYPE_CHECKING:
    from claims.values.exclusions.rule import Found
    from claims.values.scan import Scan

STREETS = frozenset(
    "street st road rd avenue ave lane boulevard blvd drive square place way court terrace crescent residence bungalow"
    " house marg nagar gardens mews quay embankment plaza parkway row park mansions villa estate close".split()
)
OWNERS = frozenset("at 's ’s of near from his her their its".split())
HOMES = frozenset("home house residence bungalow flat apartment office headquarters address".split())


def find_address(scan: Scan, i: int) -> Found:
    """Find a house number: a street word soon after, or a capitalised place after "10,"."""
    if not scan.number(i) or len(scan.words[i]) > 5 or not scan.words[i].isdecimal():
        return None
    if scan.words[i + 1] == "/" and scan.glued(i + 1) and scan.words[i + 3] != "/":
        rest = find_address(scan, i + 2)
        return (i, rest[1]) if rest else None
    if scan.follows(i + 1, "block", "of"):
        return (i, i + 1)
    at = i + 1
    letter = len(scan.words[at]) == 1 and scan.words[at].isalpha() and scan.glued(at)
    at += letter
    comma = scan.words[at] == ","
    at += comma
    stop = at
    while scan.capital(stop) and scan.words[stop].isalpha() and stop < at + 4:
        stop += 1
        if scan.words[stop - 1] in STREETS and stop > at + 1:
            return (i, i + 1 + letter)
    if stop == at or not comma:
        return (i, i + 1) if stop == at + 1 and _placed(scan, i, stop) else None
    owned = i > 0 and (scan.words[i - 1] in OWNERS or (scan.words[i - 1] == "," and scan.words[i - 2] in HOMES))
    return (i, i + 1) if owned and scan.words[stop] in STREETS | {"residence"} | {".", "\n", ""} else None


def _placed(scan: Scan, i: int, stop: int) -> bool:
    """Tell "lives at 10 Janpath." from "at 10 Monday": a single name, and the sentence goes no further."""
    word = scan.words[stop - 1]
    ended = scan.words[stop] in (".", ",", "\n", "", ";") and word not in MONTHS and word not in WEEKDAYS
    return ended and len(word) > 3 and i > 1 and scan.words[i - 1] == "at" and word not in ("noon", "midnight")


DIALS = frozenset("dial dials dialled dialed dialing dialling call calls called calling ring rang phone phoned".split())
ANSWERED = frozenset("call calls caller callers operator operators dispatcher dispatchers".split())


def find_emergency(scan: Scan, i: int) -> Found:
    """Find the number of a service that is called: "called 911", "dial 112 or 999", "a 911 caller"."""
    word, right = scan.words[i], scan.words[i + 1]
    if len(word) != EMERGENCY or not word.isdecimal():
        return None
    at = i - 2 if i > 2 and scan.words[i - 1] == "or" and scan.number(i - 2) else i
    dialled = at > 0 and scan.words[at - 1] in DIALS and not head(scan, i + 1)
    return (i, i + 1) if dialled or (right in ANSWERED and scan.words[i - 1] in ("a", "the")) else None


EMERGENCY = 3


def find_list_number(scan: Scan, i: int) -> Found:
    """Find a number that opens a line: "1. ", "2) ", "(3) "; a footnote "[4]"."""
    if not scan.words[i].isdecimal() or len(scan.words[i]) > 3:
        return None
    left, right = scan.words[i - 1] if i else "\n", scan.words[i + 1]
    if left == "[" and right == "]" and scan.words[i + 2] != "(":
        return (i, i + 1)
    if left in ("\n", "") and right in (".", ")") and scan.words[i + 2] not in ("\n", ""):
        return (i, i + 1)
    if left == "(" and right == ")" and scan.glued(i - 1) and i > 1 and scan.number(i - 2):
        return (i, i + 1)
    opens = left == "(" and right == ")" and (i < 2 or scan.words[i - 2] in ("\n", ""))
    return (i, i + 1) if opens else None
