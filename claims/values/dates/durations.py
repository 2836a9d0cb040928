"""Read dates and spans from a number of units: "two years ago", "three days later", "half an hour"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.values import quantities
from claims.values.dates.lives import from_event
from claims.values.dates.pieces import make, more_units
from claims.values.dates.relative import neighbour
from claims.values.draft import Draft
from claims.values.lexicon import DEICTIC, LATER, MONTHS, TIME_UNITS, WEEKDAYS
from claims.values.nouns import FUNCTION, VERBS
from claims.values.numbers import DASHES

if TYPE_CHECKING:
    from typing import Any

    from claims.values.numbers import Number
    from claims.values.scan import Scan

AGO = frozenset("ago back".split())
QUOTES = frozenset(("'", "’", "'s", "’s"))
DURATION_BEFORE = frozenset(
    "for in within after over than least take takes took taken about almost nearly half lasted lasting last spent"
    " spend spending nearly roughly around under every during just only sentenced approximately only".split()
)

# A century is also a hundred runs.
CENTURY_BEFORE = frozenset("for over than nearly almost quarter".split())


def after_duration(scan: Scan, number: Number) -> Draft | None:
    """Read "two years ago", "three days later", "in two weeks", "2 weeks from now", "the last 3 months"."""
    at = number.stop + (scan.words[number.stop] in DASHES)
    unit = TIME_UNITS.get(scan.words[at])
    if not unit or number.ratio or number.amount > 100000:
        return None
    return _placed(scan, number.first, at + 1, number.amount, unit)


def _placed(scan: Scan, first: int, stop: int, amount: Decimal, unit: str) -> Draft | None:
    words = scan.words
    end, more = more_units(scan, stop)
    compound = bool(more)  # "in 4 hours, 31 minutes" is how long
    if more and words[end] not in PLACING:
        end, more = stop, ()
    stop, after = end, words[end]
    steps = ((amount, unit), *more)
    if after == "ago" and words[stop + 1] in DEICTIC:
        return make(first, stop + 2, ("from", -1, steps, ("deictic", DEICTIC[words[stop + 1]])), "ago")
    if after == "ago" and scan.follows(stop + 1, "this", "month") and unit == "year":
        return make(first, stop + 3, ("month ago", int(amount)), "ago")
    behind = unit in ("s", "min") or words[stop + 1] in ("to", "in", "from", "on", "and")
    if after in AGO and not (after == "back" and behind):
        return make(first, stop + 1, ("ago", -1, steps), "ago")
    if after == "from" and words[stop + 1] in ("now", "today", "tomorrow", "tmrw"):
        return make(first, stop + 2, ("from", 1, steps, ("deictic", words[stop + 1] in ("tomorrow", "tmrw"))))
    if after in ("after", "before") and words[stop + 1] == "that" and not _noun_follows(scan, stop + 2):
        return make(first, stop + 2, ("later", -1 if after == "before" else 1, steps), "later")
    if after in ("from", "after", "before"):
        sign = -1 if after == "before" else 1
        return _from_date(scan, first, stop, sign, steps) or from_event(scan, first, stop + 1, sign, steps)
    if after in LATER and (words[stop + 1] != "than" or (words[first - 1] == "," and scan.number(first - 2))):
        return make(first, stop + 1, ("later", -1 if after == "earlier" else 1, steps), "later")
    if not first or words[first - 1] != "in" or compound:
        return None
    if after in QUOTES and words[stop + 1] == "time":
        return make(first, stop + 2, ("ago", 1, steps), "in")
    ended = after in (".", "\n", "", ",", "?", "!") or (scan.capital(first - 1) and after in FUNCTION)
    return make(first, stop, ("in", 1, steps), "in") if ended else None


def _noun_follows(scan: Scan, k: int) -> bool:
    """Tell "two weeks after that match" from "two weeks after that, he left"."""
    word = scan.words[k]
    return word.isalpha() and word not in FUNCTION and word not in VERBS


PLACING = frozenset("ago later earlier from before after".split())


def _from_date(scan: Scan, first: int, stop: int, sign: int, steps: tuple[Any, ...]) -> Draft | None:
    """Read "3 days from Tuesday", "two days after January 15"."""
    from claims.values.dates import reading

    k = stop + 1 + (scan.words[stop + 1] == "the" and scan.words[stop + 2] not in ("last", "next"))
    if not (
        scan.number(k)
        or scan.words[k] in MONTHS
        or scan.words[k] in WEEKDAYS
        or scan.words[k] in ("today", "yesterday", "next", "last", "christmas", "new", "easter", "tomorrow")
    ):
        return None
    if scan.follows(k, "new", "year"):
        return make(
            first, k + 2, ("from", sign, steps, ("holiday", "new year's day", None, "next" if sign < 0 else ""))
        )
    base = reading.read(scan, k)
    if not base or not base.spec or base.spec[0] in ("time", "none", "range", "year"):
        return None
    return make(first, base.stop, ("from", sign, steps, base.spec))


def article_unit(scan: Scan, i: int) -> Draft | None:
    """Read "a year ago", "an hour later", "for a decade", "a year or more"."""
    left = scan.words[i - 1] if i else ""
    if left == "the" and scan.words[i] in ("day", "night"):
        return neighbour(scan, i)
    if left not in ("a", "an") or scan.words[i] == "night":
        return None
    unit = TIME_UNITS[scan.words[i]]
    half = scan.follows(i + 1, "and", "a", "half")
    goes_on = scan.words[i + 1] == "and" and more_units(scan, i + 1)[0] > i + 1  # "a minute and 14 seconds"
    if scan.words[i] == "minute" and not goes_on:
        return None
    amount, stop = (Decimal("1.5"), i + 4) if half else (Decimal(1), i + 1)
    draft = _placed(scan, i - 1, stop, amount, unit)
    if draft and (draft.rule in ("ago", "later") or (stop < draft.stop and draft.rule == "in")):
        return draft
    before = scan.words[i - 2] if i > 1 else ""
    passed = scan.words[i + 1] == "since" or scan.follows(i + 1, "to", "the", "day")  # "it is a decade since"
    if unit == "century" and before not in CENTURY_BEFORE and not passed:
        return None
    if scan.words[i + 1] in DASHES and scan.words[i + 2] in ("old", "long"):
        if scan.words[i + 2] == "old":
            return None
    elif before not in DURATION_BEFORE and not (passed or scan.follows(i + 1, "or", "more") or half or goes_on):
        return None
    if scan.words[i + 1] == "old":
        return None
    return quantities.timed(i - 1, stop, amount, unit, Decimal(1))


def half_duration(scan: Scan, i: int) -> Draft | None:
    """Read "half an hour", "half-century", "a quarter of a century ago"."""
    amount = PARTS_OF_ONE.get(scan.words[i])
    if not amount:
        return None
    k = i + 1 + (scan.words[i + 1] == "of")
    k += scan.words[k] in ("a", "an", "-")
    unit = TIME_UNITS.get(scan.words[k])
    if scan.words[k] == "second" and scan.words[k - 1] != "a":  # a second half
        return None
    if not unit or (scan.words[i] == "quarter" and unit not in ("century", "h", "s")):
        return None
    first = i - (scan.words[i] == "quarter" and i > 0 and scan.words[i - 1] == "a")
    placed = _placed(scan, first, k + 1, amount, unit) if unit in ("h", "year", "decade", "century") else None
    return placed or quantities.timed(first, k + 1, amount, unit, Decimal("0.1"))


PARTS_OF_ONE = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}


def vague_duration(scan: Scan, i: int) -> Draft | None:
    """Read "several years", "a few months ago": a duration that names no number."""
    k = i + 1 + (scan.words[i + 1] == "of")
    k += scan.words[k] == "more"
    if scan.words[k] not in TIME_UNITS or scan.words[k] == "second":
        return None
    first = i - 1 if i and scan.words[i - 1] == "a" else i
    if scan.words[k + 1] in ("ago", "earlier", "later"):
        return make(first, k + 2, ("none", "a vague number of units"))
    unit = TIME_UNITS[scan.words[k]]
    return Draft(first=first, stop=k + 1, kind="duration", unit=unit, rule="duration: vague", comparator="eq")
