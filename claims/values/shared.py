"""What values share once each is read: the unit and the hedge of a list, the parts of one measure."""

from __future__ import annotations

import itertools
import math
from decimal import Context, Decimal
from typing import TYPE_CHECKING

from claims.values import counts, numbers
from claims.values.lexicon import SCALES
from claims.values.numbers import DASHES
from claims.values.quantities import SHORT_NAMES
from claims.values.quantities import iso as write_iso
from claims.values.ranges import bound_parts, join, join_ranges, low_end, scale_changes

if TYPE_CHECKING:
    from claims.values.draft import Draft
    from claims.values.scan import Scan

# A new subject between two counts: the second may count something else.
DETERMINERS = frozenset("the its their his her our my your this these".split())
BOUNDS = frozenset({"gt", "ge", "lt", "le"})
"""Comparators of a value that is a limit: "more than 12"."""
LISTED = frozenset({",", "and", "or", "&", ";", "to"})
BY = (["-", "by", "-"], ["by"], ["-", "by"], ["x"], ["×"])


# "180 metres long and 30 wide"
SIZES = frozenset("long wide tall deep high thick".split())
SIZED_REACH = 3


def settle(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """Join ranges, then let bare numbers take unit and hedge from their neighbours."""
    _ages(scan, drafts)
    drafts = join_ranges(scan, _compound(scan, drafts))
    scale_changes(scan, drafts)
    bound_parts(scan, drafts)
    _units(scan, drafts)
    drafts = _runs(scan, drafts)
    _hedges(scan, drafts)
    return drafts


# What stands between two ages told together: "aged 3 and 5", "18- to 24-year-olds", "ages 6-12".
TOGETHER = frozenset({",", "and", "or", "to", *DASHES})


def _ages(scan: Scan, drafts: list[Draft]) -> None:
    """Let a bare number be an age beside one: after "aged", or before "-year-old"."""
    for left, right in itertools.pairwise(drafts):
        gap = scan.words[left.stop : right.first]
        if not gap or not TOGETHER.issuperset(gap) or len(gap) > 3:
            continue
        bare = right.rule.startswith("unexplained")
        listed = left.rule == "age: apposition" and gap in (["and"], [","], [",", "and"])
        aged = bare and (left.rule.startswith("age: aged") or listed)
        old = right.rule.startswith("age: old") and left.rule.startswith("unexplained") and gap[0] in (*DASHES, "to")
        if aged or old:
            other, age = (right, left) if aged else (left, right)
            other.kind, other.unit, other.of, other.rule = "age", age.unit, age.of, age.rule


def _runs(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """Read "five, six, seven years" as five to seven."""
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        if last and _counts_on(scan, last, draft):
            joined[-1] = join(scan, last, draft) if isinstance(last.amount, Decimal) else _widen(scan, last, draft)
        else:
            joined.append(draft)
    return joined


def _counts_on(scan: Scan, low: Draft, high: Draft) -> bool:
    if low.kind != high.kind or low.unit != high.unit or low.kind not in ("duration", "count", "quantity"):
        return False
    last = low.amount[1] if isinstance(low.amount, tuple) else low.amount
    if not isinstance(high.amount, Decimal) or last is None or high.amount != last + 1 or high.amount > 20:
        return False
    listed = isinstance(low.amount, tuple) or "shared" in low.rule
    return listed and scan.words[low.stop : high.first] in ([","], [",", "or"], ["or"])


def _widen(scan: Scan, low: Draft, high: Draft) -> Draft:
    return join(scan, low_end(low), high)


FINER = {
    ("minute", "second"): 60, ("hour", "minute"): 60, ("hour", "second"): 3600, ("year", "month"): 12,
    ("week", "day"): 7, ("lb", "oz"): 16, ("stone", "lb"): 14,
}  # fmt: skip
DIGITS_15 = Context(prec=15)


def _compound(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """Read "1 minute 13 seconds", "two years and three months", "7lb 6oz" as one value."""
    joined: list[Draft] = []
    finest = ""
    for draft in drafts:
        last = joined[-1] if joined else None
        worth = FINER.get((last.unit, draft.unit)) if last and last.kind == draft.kind else None
        plain = last and isinstance(last.amount, Decimal) and isinstance(draft.amount, Decimal) and last.rule != LAP
        finer = last and (finest in ("", draft.unit) or (finest, draft.unit) in FINER) and finest != draft.unit
        if not (last and worth and plain and finer and scan.words[last.stop : draft.first] in ([], ["and"], [","])):
            joined.append(draft)
            finest = ""
            continue
        finest = draft.unit
        assert isinstance(last.amount, Decimal)
        assert isinstance(draft.amount, Decimal)
        last.amount = DIGITS_15.plus(last.amount + draft.amount / worth)
        last.iso += draft.iso.removeprefix("P").removeprefix("T")
        last.stop, last.step = draft.stop, (draft.step or Decimal(1)) / worth
    return joined


LAP = "duration: lap"
"""A time that is whole as written: "2:03:17, five minutes faster"."""
MOST_PERCENT = 1000


def _lends(after: Draft, gap: list[str], number: Draft) -> bool:
    """Tell whether a value lends its unit to the number before it: "two, three or four men", "2 to 3 times".

    Millions are no percentage: "890 million, 37 per cent of the total".
    """
    if after.kind == "percent" and _large(number):
        return False
    if after.rule == "multiple":
        return gap in (["to"], ["or"], ["-"], ["–"])
    if after.kind not in ("count", "quantity", "percent", "duration"):
        return False
    listed = LISTED.issuperset(gap) and (len(gap) == 1 or after.kind in ("count", "quantity"))
    return listed or (gap in BY and after.kind == "quantity")


def _large(draft: Draft) -> bool:
    """Say whether an amount, or an end of it, is too much for a percentage."""
    amounts = draft.amount if isinstance(draft.amount, tuple) else (draft.amount,)
    return any(amount is not None and amount >= MOST_PERCENT for amount in amounts)


def _units(scan: Scan, drafts: list[Draft]) -> None:
    """Give a bare number the noun of the count that it is listed with."""
    for k in range(len(drafts) - 2, -1, -1):
        draft, after = drafts[k], drafts[k + 1]
        gap = scan.words[draft.stop : after.first]
        named = draft.rule == "count: group" and after.kind == "quantity"  # "field goals of 23, 41 and 52 yards"
        if (named or draft.rule.startswith("unexplained")) and gap and _lends(after, gap, draft):
            _scale(draft, _worth(scan, draft, after))
            _borrow(draft, after, "shared")
        elif draft.rule in ALONE and gap in SIDE_BY_SIDE and (worth := _worth(scan, draft, after)):
            _scale(draft, worth)
            _borrow(draft, after, "shared")
    for left, draft in itertools.pairwise(drafts):
        sized = left.kind == "quantity" and {scan.words[left.stop], scan.words[draft.stop]} <= SIZES
        if sized and draft.rule == "unexplained" and draft.first - left.stop <= SIZED_REACH:
            _borrow(draft, left, "shared")
        elif _level_before(scan, left, draft):
            _scale(draft, _worth(scan, draft, left))
            _borrow(draft, left, "elliptical")
    last: Draft | None = None
    lenders: dict[bool, Draft] = {}  # the last count that is a bound, "more than 750 pupils", and the last other
    for draft in drafts:
        bound = draft.comparator in BOUNDS
        if draft.kind != "count" and (bound or _opens(scan, draft)):
            last = lenders.get(bound, last)
        if last and _same_of(scan, last, draft):
            draft.unit = last.unit
        elif draft.unit and (draft.kind == "count" or bound):
            lenders[bound] = draft
            last = draft if draft.kind == "count" else last
        elif draft.rule.startswith("unexplained") and last and _same_sentence(scan, last, draft):
            _borrow(draft, last, "elliptical")
            if any(w in DETERMINERS for w in scan.words[last.stop : draft.first]):
                draft.unit = ""
        elif draft.rule.startswith("unexplained") and counts.people_act(scan, draft.stop):
            draft.kind, draft.unit = "count", "person"
            draft.rule = draft.rule.replace("unexplained", "count: people")
        elif draft.rule.startswith(("count: more", "count: rate", "count: of")) and not draft.unit and last:
            draft.unit = last.unit


def _opens(scan: Scan, draft: Draft) -> bool:
    """Say whether a number opens a sentence, and so goes on from what was counted: "Five have fewer than 200"."""
    return draft.first > 0 and scan.words[draft.first - 1] in (".", "!", "?")


def _level_before(scan: Scan, left: Draft, draft: Draft) -> bool:
    """Tell the level that a figure is held against: "made 1.6 billion crowns, up from 1.5 billion"."""
    if left.kind not in ("money", "quantity") or draft.rule != "unexplained":
        return False
    if [word for word in scan.words[left.stop : draft.first] if word != ","] not in MOVED:
        return False
    if not isinstance(left.amount, Decimal) or not isinstance(draft.amount, Decimal) or not draft.amount:
        return False
    return _worth(scan, draft, left) > 0 or ALIKE[0] <= draft.amount / left.amount <= ALIKE[1]


MOVED = [[way, "from"] for way in ("up", "down")] + [["compared", "with"], ["compared", "to"], ["against"]]
"""What stands between a figure and the one before it in time."""
ALONE = frozenset({"unexplained", "count: group"})
SIDE_BY_SIDE = (["and"], ["or"])
ALIKE = Decimal("0.1"), Decimal(10)
"""How many times the other a figure may be that is written with it."""


def _worth(scan: Scan, draft: Draft, after: Draft) -> Decimal:
    """Say what one of a bare number is beside money or millions: "96 and 89 million crowns"; 0 where it is itself."""
    written = numbers.read(scan, after.first)
    if not written or not isinstance(after.amount, Decimal) or not isinstance(draft.amount, Decimal):
        return Decimal(0)
    scale = math.prod(SCALES.get(word, 1) for word in scan.words[after.first : after.stop])
    plain = written.amount / scale
    if not plain or not ALIKE[0] <= draft.amount / plain <= ALIKE[1]:
        return Decimal(0)
    return after.amount / plain if after.kind == "money" or scale > 1 else Decimal(0)


def _scale(draft: Draft, worth: Decimal) -> None:
    if worth and isinstance(draft.amount, Decimal):
        draft.amount, draft.step = draft.amount * worth, (draft.step or Decimal(1)) * worth


def _same_of(scan: Scan, last: Draft, draft: Draft) -> bool:
    """Tell the counts of "14 counts of fraud and two of perjury"."""
    gap = scan.words[last.stop : draft.first]
    of = scan.words[last.stop] == scan.words[draft.stop] == "of"
    return of and draft.rule == "count: of" and gap[-1:] in (["and"], [","]) and "." not in gap


def _borrow(draft: Draft, lender: Draft, how: str) -> None:
    draft.kind, draft.unit = lender.kind, lender.unit
    if lender.kind == "ratio" and isinstance(draft.amount, Decimal):
        draft.amount = (draft.amount, Decimal(1))
    draft.rule = draft.rule.replace("count: group", "unexplained").replace("unexplained", f"{lender.kind}: {how}")
    if lender.kind == "duration" and isinstance(draft.amount, Decimal):
        draft.iso = write_iso(draft.amount, SHORT_NAMES.get(draft.unit, draft.unit))


def _same_sentence(scan: Scan, left: Draft, right: Draft) -> bool:
    gap = scan.words[left.stop : right.first]
    if len(gap) > 60 or "\n" in gap:
        return False
    return sum(w in (".", "!", "?") for w in gap) <= 1


def _hedges(scan: Scan, drafts: list[Draft]) -> None:
    """Pass a hedge on inside a list, and to the conversion in brackets."""
    for left, right in itertools.pairwise(drafts):
        if right.hedge or right.comparator != "eq" or left.comparator not in BOUNDS | {"approx"}:
            continue
        if left.hedge is None:
            continue
        gap = scan.words[left.stop : right.first]
        converted = (
            gap in (["("], [","])
            and left.kind == right.kind in ("money", "quantity")
            and "(" in scan.words[max(0, right.first - 8) : right.first]
        )
        listed = (
            right.rule.startswith("count: elliptical")
            and left.kind == "count"
            and len(gap) <= 4
            and scan.words[right.stop] == "in"
        )
        if (converted or listed) and left.hedge[0] < left.first:
            right.comparator, right.hedge = left.comparator, left.hedge
