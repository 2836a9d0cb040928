"""What values share once each is read: the two ends of a range, the unit and the hedge of a list."""

from __future__ import annotations

import itertools
from dataclasses import replace
from decimal import Context, Decimal
from typing import TYPE_CHECKING

from claims.values import counts
from claims.values.draft import Draft
from claims.values.lexicon import TIME_UNITS
from claims.values.numbers import DASHES, Number
from claims.values.quantities import PERCENT, SHORT_NAMES
from claims.values.quantities import iso as write_iso
from claims.values.units import SYMBOLS

if TYPE_CHECKING:
    from claims.values.scan import Scan

RANGED = frozenset({"count", "quantity", "percent", "money", "duration", "number", "age"})
# A new subject between two counts: the second may count something else.
DETERMINERS = frozenset("the its their his her our my your this these".split())
LISTED = frozenset({",", "and", "or", "&", ";", "to"})
BY = (["-", "by", "-"], ["by"], ["-", "by"], ["x"], ["×"])


def range_follows(scan: Scan, number: Number) -> bool:
    """Tell whether "-20%", "to 3 million", "-7 years" follows: a range, no score."""
    at = number.stop
    if scan.words[at] not in DASHES or not scan.number(at + 1):
        return False
    after = scan.words[at + 2]
    if after in DASHES:
        after = scan.words[at + 3]
    return (
        after in PERCENT
        or after in TIME_UNITS
        or ((after,) in SYMBOLS and after != "in")
        or after in ("per", "million", "billion")
    )


def settle(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """Join ranges, then let bare numbers take unit and hedge from their neighbours."""
    _ages(scan, drafts)
    drafts = _ranges(scan, _compound(scan, drafts))
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
            joined[-1] = _join(last, draft) if isinstance(last.amount, Decimal) else _widen(last, draft)
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


def _widen(low: Draft, high: Draft) -> Draft:
    return _join(low_end(low), high)


def low_end(draft: Draft) -> Draft:
    """Take a range by its low end."""
    assert isinstance(draft.amount, tuple)
    return replace(draft, amount=draft.amount[0], iso=draft.iso.partition("/")[0])


FINER = {
    ("minute", "second"): 60, ("hour", "minute"): 60, ("year", "month"): 12, ("week", "day"): 7,
    ("lb", "oz"): 16, ("stone", "lb"): 14,
}  # fmt: skip
DIGITS_15 = Context(prec=15)


def _compound(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """Read "1 minute 13 seconds", "two years and three months", "7lb 6oz" as one value."""
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        worth = FINER.get((last.unit, draft.unit)) if last and last.kind == draft.kind else None
        plain = last and isinstance(last.amount, Decimal) and isinstance(draft.amount, Decimal)
        if not (last and worth and plain and scan.words[last.stop : draft.first] in ([], ["and"], [","])):
            joined.append(draft)
            continue
        assert isinstance(last.amount, Decimal)
        assert isinstance(draft.amount, Decimal)
        last.amount = DIGITS_15.plus(last.amount + draft.amount / worth)
        last.iso += draft.iso.removeprefix("P").removeprefix("T")
        last.stop, last.step = draft.stop, Decimal(1) / worth
    return joined


def _ranges(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    joined: list[Draft] = []
    for draft in drafts:
        if joined and _joins(scan, joined[-1], draft):
            joined[-1] = _join(joined[-1], draft)
        else:
            joined.append(draft)
    return joined


def _joins(scan: Scan, low: Draft, high: Draft) -> bool:
    """Tell whether two values are the ends of one range."""
    if low.kind not in RANGED or high.kind not in RANGED or not isinstance(low.amount, Decimal):
        return False
    if not isinstance(high.amount, Decimal):
        return False
    gap = scan.words[low.stop : high.first]
    if gap and gap[0] in DASHES and [w for w in gap if w not in DASHES] == ["to"]:
        gap = ["to"]
    if not (low.kind == high.kind and low.unit == high.unit) and not (
        low.kind == "number" or _same_after_scale(low, high)
    ):
        return False
    if gap == ["and"]:
        if low.rule.startswith("age: aged"):
            return "between" in scan.words[max(0, low.first - 5) : low.first]
        return low.first > 0 and scan.words[(low.hedge or (low.first,))[0] - 1] == "between"
    if gap == ["or"]:
        return (
            low.kind == "number"
            and low.amount < high.amount <= low.amount + 1 + low.amount / 2
            and high.kind != "number"
        )
    if gap in (["to"], ["up", "to"]):
        if _change(scan, low) or _moved(scan, low):
            return False
        return low.amount < high.amount or (low.kind == "number" and _scaled(low, high) is not None)
    dashed = gap and all(w in DASHES for w in gap) and len(gap) <= 2
    return bool(dashed) and (low.amount < high.amount or _scaled(low, high) is not None)


def _same_after_scale(low: Draft, high: Draft) -> bool:
    """Let "$2-3 billion" and "5-7 per cent" share sign and unit."""
    return low.kind == "money" and high.kind in ("number", "count") and high.unit in ("", low.unit)


def _change(scan: Scan, low: Draft) -> bool:
    """Tell a change ("rose from 5 to 7") from a range ("ranges from 5 to 7")."""
    first = low.hedge[0] if low.hedge else low.first
    if first > 2 and scan.words[first - 1] == "to" and scan.number(first - 2) and scan.words[first - 3] == "from":
        return True  # "from 15 to 24 to 28"
    if first == 0 or scan.words[first - 1] != "from":
        return False
    near = scan.words[max(0, first - 6) : first]
    ranging = any(w.startswith(("rang", "vary", "vari", "anywhere", "age", "last", "run", "span")) for w in near)
    return not (ranging or low.kind in ("duration", "age"))


MOVED = frozenset(
    "rose rises rise fell falls gained gains added adds dropped drops climbed climbs slid lost increased decreased"
    " jumped surged declined advanced slipped slumped soared plunged tumbled rallied shed edged up down higher"
    " lower".split()
)


def _moved(scan: Scan, low: Draft) -> bool:
    """Tell "rose $1.20 to $83.50" and "fell by 3 points to 38 points" from a range: a change, then where it led."""
    first = low.hedge[0] if low.hedge else low.first
    first -= first > 0 and scan.words[first - 1] == "by"
    return low.kind != "number" and first > 0 and scan.words[first - 1] in MOVED


def _scaled(low: Draft, high: Draft) -> Decimal | None:
    """Find the scale that the first end leaves to the second: 2 to 3 million."""
    if (
        high.step is None
        or low.step is None
        or not isinstance(high.amount, Decimal)
        or not isinstance(low.amount, Decimal)
    ):
        return None
    for scale in (
        Decimal(10) ** 12,
        Decimal(10) ** 9,
        Decimal(10) ** 7,
        Decimal(10) ** 6,
        Decimal(10) ** 5,
        Decimal(1000),
    ):
        if (
            high.step >= scale / 1000
            and high.amount >= scale
            and 0 < low.amount * scale < high.amount
            and low.amount < 1000
        ):
            return scale if high.step >= scale / 100 else None
    return None


def _join(low: Draft, high: Draft) -> Draft:
    assert isinstance(low.amount, Decimal)
    assert isinstance(high.amount, Decimal)
    amount, step = low.amount, low.step
    scale = _scaled(low, high) if low.kind in ("number", "money") and low.amount < high.amount / 100 else None
    if scale and low.step is not None:
        amount, step = amount * scale, low.step * scale
    main = low if low.kind == "money" else high
    iso = high.iso
    if high.kind == "duration":
        iso = f"{write_iso(amount, SHORT_NAMES.get(high.unit, high.unit))}/{high.iso}"
    return Draft(
        first=low.first, stop=high.stop, kind=main.kind, rule=main.rule + "; range", amount=(amount, high.amount),
        unit=main.unit or high.unit, comparator="between", iso=iso, hedge=low.hedge,
        step=min(step or Decimal(1), high.step or Decimal(1)), of=main.of,
    )  # fmt: skip


def _lends(after: Draft, gap: list[str]) -> bool:
    """Tell whether a value lends its unit to the number before it: "two, three or four men", "2 to 3 times"."""
    if after.rule == "multiple":
        return gap in (["to"], ["or"], ["-"], ["–"])
    if after.kind not in ("count", "quantity", "percent", "duration"):
        return False
    listed = LISTED.issuperset(gap) and (len(gap) == 1 or after.kind in ("count", "quantity"))
    return listed or (gap in BY and after.kind == "quantity")


def _units(scan: Scan, drafts: list[Draft]) -> None:
    """Give a bare number the noun of the count that it is listed with."""
    for k in range(len(drafts) - 2, -1, -1):
        draft, after = drafts[k], drafts[k + 1]
        gap = scan.words[draft.stop : after.first]
        if draft.rule.startswith("unexplained") and gap and _lends(after, gap):
            _borrow(draft, after, "shared")
    last: Draft | None = None
    for draft in drafts:
        if draft.kind == "count" and draft.unit:
            last = draft
        elif draft.rule.startswith("unexplained") and last and _same_sentence(scan, last, draft):
            _borrow(draft, last, "elliptical")
            if any(w in DETERMINERS for w in scan.words[last.stop : draft.first]):
                draft.unit = ""
        elif draft.rule.startswith("unexplained") and counts.people_act(scan, draft.stop):
            draft.kind, draft.unit = "count", "person"
            draft.rule = draft.rule.replace("unexplained", "count: people")
        elif draft.rule.startswith(("count: more", "count: rate", "count: of")) and not draft.unit and last:
            draft.unit = last.unit


def _borrow(draft: Draft, lender: Draft, how: str) -> None:
    draft.kind, draft.unit = lender.kind, lender.unit
    if lender.kind == "ratio" and isinstance(draft.amount, Decimal):
        draft.amount = (draft.amount, Decimal(1))
    draft.rule = draft.rule.replace("unexplained", f"{lender.kind}: {how}")
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
        if right.hedge or right.comparator != "eq" or left.comparator not in ("approx", "gt", "ge", "lt", "le"):
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
