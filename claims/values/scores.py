"""Read scores and balances: "2-1", "107 - 99", "9-for-12", "a 60:40 split", "odds of 5/1"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.values.draft import Draft
from claims.values.lexicon import MONTHS, SMALL, TIME_UNITS
from claims.values.nouns import head, plural_noun
from claims.values.numbers import DASHES
from claims.values.ratios import ONE, pair

if TYPE_CHECKING:
    from claims.values.numbers import Number
    from claims.values.scan import Scan

SPORT = frozenset(
    "win wins won winning beat beats beaten beating lose loses lost loss defeat defeated defeats victory draw drew"
    " drawn tie tied lead leads led leading score scores scored scoreline trailed trail trailing record ahead"
    " down up vote voted votes ruling decision ruled split aggregate set sets game match final overtime shutout"
    " edged thrashed hammered routed downed topped fell series game games shootout penalties playoff season"
    " record overall win-loss".split()
)
BALANCE = frozenset("ratio ratios split odds mix proportion proportions scale balance majority".split())
ODDS = frozenset("odds favourite favourites favorite favorites outsider outsiders bookmaker bookmakers bookies".split())
# No time of day has such an hour, and the parts make a hundred: "60:40".
PARTS_OF_ALL, HIGHEST_HOUR = 100, 24


def colon(scan: Scan, number: Number) -> Draft | None:
    """Read "a ratio of 3:1", "a 60:40 split", "odds of 5/1"."""
    words, at = scan.words, number.stop
    if words[at] not in (":", "/") or not scan.glued(at) or not scan.glued(at + 1) or not words[at + 1].isdecimal():
        return None
    other = Decimal(words[at + 1])
    reach = 10 if other == 1 else 5  # "the ratio of students to teachers is 17:1"
    near = (*words[max(0, number.first - reach) : number.first], *words[at + 2 : at + 4])
    told = ODDS if words[at] == "/" else BALANCE
    parts = words[at] == ":" and number.amount + other == PARTS_OF_ALL and number.amount > HIGHEST_HOUR
    if not (told.intersection(near) or parts) or words[at + 2] == words[at]:
        return None
    return pair(number.first, at + 2, number.amount, other, "ratio: balance")


def score(scan: Scan, number: Number) -> Draft | None:
    """Read "2-1", "107 - 99", "6-4, 7-5", "9-for-12", "9-of-12"."""
    words, at = scan.words, number.stop
    if words[at] in DASHES and words[at + 1] in ("for", "of") and words[at + 2] in DASHES and scan.number(at + 3):
        return pair(number.first, at + 4, number.amount, Decimal(words[at + 3].replace(",", "")), "ratio: for")
    if words[at] in DASHES and words[at + 1] == "in" and words[at + 2] in DASHES and scan.number(at + 3):
        return pair(number.first, at + 4, number.amount, Decimal(words[at + 3].replace(",", "")), "ratio: of")
    if words[at] in DASHES and words[at + 1] == "to" and words[at + 2] in DASHES and words[at + 3].isdecimal():
        return _to_one(scan, number, Decimal(words[at + 3]))
    wickets = SMALL.get(words[at + 1], words[at + 1])
    if words[at] == "for" and str(wickets).isdecimal() and int(str(wickets)[:3]) < WICKETS and _cricket(scan, at):
        return Draft(
            first=number.first, stop=at + 2, kind="score", amount=(number.amount, Decimal(wickets)), step=ONE,
            rule="score",
        )  # fmt: skip
    connected = words[at] in DASHES or (words[at] == "to" and number.amount >= 0)
    if not connected or not scan.number(at + 1) or not words[at + 1].isdecimal() or number.scaled or number.step != 1:
        return None
    if len(words[at + 1]) > 3 or number.amount > 999 or number.words:
        return None
    if words[at + 2] in MONTHS and scan.capital(at + 2):
        return None
    other = Decimal(words[at + 1])
    moved = number.first and words[number.first - 1] in ("from", "to")  # "went down from 233 to 208"
    if words[at] == "to" and (moved or number.amount <= other or not _contest(scan, number.first, at + 2)):
        return None
    if not _is_score(scan, number, at + 2, other):
        return None
    return Draft(first=number.first, stop=at + 2, kind="score", amount=(number.amount, other), step=ONE, rule="score")


WICKETS = 10
CRICKET = frozenset("wickets wicket overs innings stumps declared batted bowled cricket test".split())


def _cricket(scan: Scan, at: int) -> bool:
    """Tell "made 245 for 6 at stumps" from "sold 245 for 6 pounds"."""
    noun = head(scan, at + 2)
    return not CRICKET.isdisjoint(scan.words[max(0, at - 12) : at + 12]) and not (noun and noun.plural)


def _to_one(scan: Scan, number: Number, other: Decimal) -> Draft | None:
    """Read "a 2-to-1 decision" as a score, "a 3-to-1 margin" as a ratio; "10-to-12" is a range."""
    if number.amount <= other:
        return None
    draft = pair(number.first, number.stop + 4, number.amount, other, "ratio: balance")
    if _contest(scan, number.first, draft.stop):
        draft.kind, draft.rule = "score", "score"
    return draft


def _is_score(scan: Scan, number: Number, stop: int, other: Decimal) -> bool:
    parts = (stop, stop + 1), (number.first - 1, number.first - 2)  # "a 12-4-1 record"
    if any(scan.words[k] in DASHES and scan.number(beyond) for k, beyond in parts if beyond >= 0):
        return False
    after = scan.words[stop]
    if after in TIME_UNITS or after in ("%", "percent", "per", "million", "billion", "km", "m", "kg", "years", "year"):
        return False
    if after in DASHES and scan.words[stop + 1] in TIME_UNITS:
        return False
    if _contest(scan, _sets(scan, number.first), stop):
        return True
    noun = head(scan, stop)
    return number.amount >= other and not (noun and noun.plural and number.amount < other)


def _sets(scan: Scan, first: int) -> int:
    """Find the begin of a run of sets with their tie-breaks: "7-6 (7-4), 6-7 (4-7)"."""
    start = first
    while start > max(0, first - LONGEST_RUN) and (scan.number(start - 1) or scan.words[start - 1] in BETWEEN_SETS):
        start -= 1
    return start


LONGEST_RUN = 30
BETWEEN_SETS = DASHES | {",", "(", ")"}


def _contest(scan: Scan, first: int, stop: int) -> bool:
    near = scan.words[max(0, first - 8) : first] + scan.words[stop : stop + 6]
    plural = plural_noun(scan.words[stop])
    return any(w in SPORT for w in near) and not (plural and scan.words[stop] not in SPORT)
