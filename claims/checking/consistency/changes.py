"""Old against new: percentage changes, multiples, conversions."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.checking.consistency.found import amounts, between, exact, found, outside

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from claims.types import Inconsistency, Value

CHANGE = re.compile(r",? (?:a|an|up|down|an? [a-z]+ of)?\s*(?:some |about |around |nearly )?")
CHANGED = re.compile(r"\s*(?:increase|rise|jump|gain|drop|fall|decline|decrease|growth|reduction)?\b")
CAUSED = re.compile(r"\bfrom $")
FROM = re.compile(r",? from ")
CONVERSION, MULTIPLE = Decimal("0.05"), Decimal("0.25")
CHANGING = ("count", "money", "quantity")


def changes(values: Sequence[Value], text: str, _: dt.date | None) -> Iterator[Inconsistency]:
    """Check "from 50 to 60, a 20 percent increase", "by 20 percent, from 50 to 60" and "20 percent to 60 from 50"."""
    for a, b, c in zip(values, values[1:], values[2:], strict=False):
        gaps = between(text, a, b), between(text, b, c)
        if c.kind == "percent" and gaps[0].strip() == "to" and CAUSED.search(text, max(0, a.start - 6), a.start):
            if CHANGE.fullmatch(gaps[1]) and CHANGED.match(text, c.end):
                yield from _change(a, b, c)
        elif a.kind == "percent" and FROM.fullmatch(gaps[0]) and gaps[1].strip() == "to":
            yield from _change(b, c, a)
        elif a.kind == "percent" and gaps[0] == " to " and FROM.fullmatch(gaps[1]):
            yield from _change(c, b, a)


def _change(old: Value, new: Value, percent: Value) -> Iterator[Inconsistency]:
    numbers = amounts(old, new)
    if not numbers or not numbers[0] or not _comparable(old, new) or percent.unit != "%" or not exact(percent):
        return
    share = abs(numbers[1] - numbers[0]) * 100 / numbers[0]
    if outside(share, percent):
        why = f"from {old.text} to {new.text} is {share:.1f} %, not {percent.text}"
        yield found("percentage change", why, *sorted((old, new, percent), key=lambda v: v.start))


def _comparable(old: Value, new: Value) -> bool:
    return old.kind == new.kind and old.unit == new.unit and old.kind in CHANGING and exact(old) and exact(new)


def multiples(values: Sequence[Value], text: str, _: dt.date | None) -> Iterator[Inconsistency]:
    """Check "doubled from 10 to 20" and "tripled to 30 from 10"."""
    for ratio, a, b in zip(values, values[1:], values[2:], strict=False):
        if ratio.rule != "multiple" or ratio.comparator != "eq" or not isinstance(ratio.amount, tuple):
            continue
        gaps = between(text, ratio, a), between(text, a, b)
        if FROM.fullmatch(gaps[0]) and gaps[1] == " to ":
            old, new = a, b
        elif gaps[0] == " to " and FROM.fullmatch(gaps[1]):
            old, new = b, a
        else:
            continue
        numbers = amounts(old, new)
        if not numbers or not numbers[0] or not _comparable(old, new):
            continue
        times, stated = numbers[1] / numbers[0], ratio.amount[0] / ratio.amount[1]
        if abs(times - stated) > stated * MULTIPLE:
            why = f"from {old.text} to {new.text} is {times:.1f} times as much, not {ratio.text}"
            yield found("multiple", why, ratio, a, b)


def conversions(values: Sequence[Value], text: str, _: dt.date | None) -> Iterator[Inconsistency]:
    """Check "100 miles (161 km)"."""
    from claims.values.conversion import convert

    for left, right in pairwise(values):
        if left.kind != "quantity" or right.kind != "quantity" or left.unit == right.unit:
            continue
        amounts = left.amount, right.amount
        if text[left.end : right.start].strip() != "(" or not all(isinstance(a, Decimal) for a in amounts):
            continue
        converted = convert(left.amount, left.unit, right.unit)  # type: ignore[arg-type]
        if converted is not None and _far(converted, left, right):
            why = f"{left.text} is {converted:.4g} {right.unit}, not {right.text}"
            yield found("conversion", why, left, right)


def _far(converted: Decimal, left: Value, right: Value) -> bool:
    steps = [
        (v.step or Decimal(0)) / abs(v.amount) for v in (left, right) if isinstance(v.amount, Decimal) and v.amount
    ]
    slack = max(CONVERSION, *steps) if steps else CONVERSION
    return isinstance(right.amount, Decimal) and abs(converted - right.amount) > abs(right.amount) * slack
