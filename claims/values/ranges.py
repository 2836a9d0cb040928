"""Join the two ends of a range, and tell it from a change: "2 to 3 million", "from 1.2 to 1.9 million"."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.values.draft import Draft
from claims.values.lexicon import DOZENS, SCALES, SHORT_SCALES, TIME_UNITS
from claims.values.numbers import DASHES, Number
from claims.values.quantities import PERCENT, SHORT_NAMES
from claims.values.quantities import iso as write_iso
from claims.values.units import SYMBOLS

if TYPE_CHECKING:
    from claims.values.scan import Scan

RANGED = frozenset({"count", "quantity", "percent", "money", "duration", "number", "age"})
WORTH = {**SCALES, **SHORT_SCALES, **DOZENS, "hundred": 100}


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


def join_ranges(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """Join the values that are the two ends of one range."""
    joined: list[Draft] = []
    for draft in drafts:
        if joined and _joins(scan, joined[-1], draft):
            joined[-1] = join(scan, joined[-1], draft)
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
        if _change(scan, low) or _moved(scan, low, high):
            return False
        return low.amount < high.amount or (low.kind == "number" and _scaled(scan, low, high) is not None)
    dashed = gap and all(w in DASHES for w in gap) and len(gap) <= 2
    return bool(dashed) and (low.amount < high.amount or _scaled(scan, low, high) is not None)


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
    " jumped surged declined advanced slipped slumped soared plunged tumbled rallied shed edged grew grows shrank"
    " shrinks widened narrowed swelled sank up down higher lower".split()
)
FAR = 3  # no range of bare numbers is as wide
LARGE = 100  # "by 2 to 10 points" is a range, "by 1.8 million to 10.7 million crowns" is none


def _moved(scan: Scan, low: Draft, high: Draft) -> bool:
    """Tell "rose $1.20 to $83.50" and "fell by 1,600 to 31,900" from a range: a change, then where it led."""
    first = low.hedge[0] if low.hedge else low.first
    by = first > 0 and scan.words[first - 1] == "by"
    assert isinstance(low.amount, Decimal)
    assert isinstance(high.amount, Decimal)
    far = high.amount > FAR * low.amount
    if by and far and (low.kind == "money" or high.kind == "number" or low.amount >= LARGE):  # "costs by three to 69"
        return True
    led = far and (high.kind in ("number", "count") or low.amount >= LARGE)
    return (low.kind != "number" or led) and first > by and scan.words[first - 1 - by] in MOVED


def scale_changes(scan: Scan, drafts: list[Draft]) -> None:
    """Let "from 1.2 to 1.9 million" and "from $410 to $365 million" share the scale."""
    for low, high in itertools.pairwise(drafts):
        alike = low.kind == "number" or _same_after_scale(low, high) or low.kind == high.kind == "money"
        if not (alike and scan.precedes(low.first, "from") and scan.words[low.stop : high.first] == ["to"]):
            continue
        scale = _scaled(scan, low, high, most=FALL)
        if scale and isinstance(low.amount, Decimal) and low.step is not None:
            low.amount, low.step = low.amount * scale, low.step * scale


# "From 5 to 1.2 million" may be a fall of millions; a fall to less than a tenth would be told in full.
FALL = 10


def bound_parts(scan: Scan, drafts: list[Draft]) -> None:
    """Read "between a quarter and a third" as at least the one and at most the other."""
    for low, high in itertools.pairwise(drafts):
        parts = low.rule == high.rule == "ratio: fraction"
        if parts and scan.precedes(low.first, "between") and scan.words[low.stop : high.first] == ["and"]:
            low.comparator, high.comparator = "ge", "le"


def _scaled(scan: Scan, low: Draft, high: Draft, most: int = 1) -> Decimal | None:
    """Find the scale that the first end leaves to the second: 2 to 3 million, five to six hundred."""
    worth = _written_scale(scan.words[high.first : high.stop])
    if worth == 1 or low.step is None or not isinstance(low.amount, Decimal) or not isinstance(high.amount, Decimal):
        return None
    told = high.step is not None and high.step >= worth / 1000 and high.amount >= worth  # no millions in "7 m"
    return worth if told and 0 < low.amount < 1000 and low.amount * worth < most * high.amount else None


def _written_scale(words: list[str]) -> Decimal:
    """Multiply the scale words of a number: "lakh crore", "bn"."""
    return Decimal(math.prod(WORTH.get(word, 1) for word in words))


def join(scan: Scan, low: Draft, high: Draft) -> Draft:
    """Make one range of its two ends."""
    assert isinstance(low.amount, Decimal)
    assert isinstance(high.amount, Decimal)
    amount, step = low.amount, low.step
    scale = _scaled(scan, low, high) if low.kind in ("number", "money") else None
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


def low_end(draft: Draft) -> Draft:
    """Take a range by its low end."""
    assert isinstance(draft.amount, tuple)
    return replace(draft, amount=draft.amount[0], iso=draft.iso.partition("/")[0])
