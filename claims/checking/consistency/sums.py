"""Parts against their total: sums, shares, majorities."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.checking.consistency.found import OR_SHARE, amounts, between, exact, found, outside

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from claims.types import Inconsistency, Value

PARTS = re.compile(r"\s*(?::|\(|—|--|, (?:made up|consisting|comprising) of|, divided into)\s*")
# "a total of 40 people were hurt, 25 men and 14 women"
TOTALLED = re.compile(r"\ba total of $", re.IGNORECASE)
TOLD_PARTS = re.compile(r" [^.;:(),\d]{0,40}(?:,|:|—)\s*")
BETWEEN_PARTS = re.compile(r"[^.;:()]{0,40}?(?:,|,? and)\s*(?:[a-z]+ ){0,2}")
CLOSE = re.compile(r"[^,;:()\d]{0,40}(?:\)|\.|$)")
SHARE = re.compile(OR_SHARE)
OF_TOTAL = re.compile(r"\s*of (?:the|its|their|his|her|all)?[^.;:()\d]{0,60}")
OF_WHOLE = re.compile(r"\s*(?:out )?of (?:the |its |their |his |her |all |some )?")
SHARE_AFTER = re.compile(r"(?: [a-z]+){0,2}(?:,? or |,? \(|, )(?:about |around |roughly |some |nearly )?")
SHARE_ENDS = re.compile(r"\s*(?:[,.;)]|$)")
MAJORITY = re.compile(r"[^.;:()\d]{0,25}\b(?:majority|margin) of ")


def sums(values: Sequence[Value], text: str, _: dt.date | None) -> Iterator[Inconsistency]:
    """Check "30 ships (24 ferries and 6 tugs)": a total, a colon or bracket, then a closed list of counts."""
    for k, total in enumerate(values):
        if total.kind != "count" or not exact(total):
            continue
        opening = TOLD_PARTS if TOTALLED.search(text, max(0, total.start - 12), total.start) else PARTS
        parts = _list_after(values[k + 1 :], text, total.end, opening)
        if len(parts) < 2 or any(p.kind != "count" or not exact(p) or p.rule == "count: of" for p in parts):
            continue
        numbers = amounts(*parts) or ()
        if sum(numbers) != total.amount:
            why = f"the parts {' + '.join(str(n) for n in numbers)} make {sum(numbers)}, not {total.amount}"
            yield found("sum of parts", why, total, *parts)


def _list_after(values: Sequence[Value], text: str, at: int, opening: re.Pattern[str]) -> list[Value]:
    """Give the counts listed after a total; none if the list is open or holds other words."""
    if not values or not opening.fullmatch(text[at : values[0].start]):
        return []
    parts = [values[0]]
    for left, right in pairwise(values):
        if not BETWEEN_PARTS.fullmatch(text[left.end : right.start]):
            break
        parts.append(right)
    joined = text[parts[-2].end : parts[-1].start] if len(parts) > 1 else ""
    return parts if " and " in joined and CLOSE.match(text, parts[-1].end) else []


def shares(values: Sequence[Value], text: str, _: dt.date | None) -> Iterator[Inconsistency]:
    """Check "5,000, or 9 % of the workforce of 55,000"."""
    for part, percent, total in zip(values, values[1:], values[2:], strict=False):
        joined = SHARE.fullmatch(between(text, part, percent)) and OF_TOTAL.fullmatch(between(text, percent, total))
        if joined:
            yield from _share(part, total, percent)


def shares_after(values: Sequence[Value], text: str, _: dt.date | None) -> Iterator[Inconsistency]:
    """Check "500 of its 10,000 jobs, or 5 percent" and "300 of 600 voters (50 %)"."""
    for part, total, percent in zip(values, values[1:], values[2:], strict=False):
        if OF_WHOLE.fullmatch(between(text, part, total)) and _told_after(text, total, percent):
            yield from _share(part, total, percent)
    for ratio, percent in pairwise(values):
        told = ratio.kind == "ratio" and ratio.rule == "ratio: of" and _told_after(text, ratio, percent)
        if not told or percent.unit != "%" or not isinstance(ratio.amount, tuple) or not ratio.amount[1]:
            continue
        share = 100 * ratio.amount[0] / ratio.amount[1]
        if outside(share, percent, ratio):
            yield found("share of total", f"{ratio.text} is {share:.1f} %, not {percent.text}", ratio, percent)


def _told_after(text: str, total: Value, percent: Value) -> bool:
    """Tell whether a percentage restates the share before it, and goes no further."""
    return bool(SHARE_AFTER.fullmatch(between(text, total, percent)) and SHARE_ENDS.match(text, percent.end))


def _share(part: Value, total: Value, percent: Value) -> Iterator[Inconsistency]:
    numbers = amounts(part, total, percent)
    alike = (part.kind, percent.kind, total.kind) in (("count", "percent", "count"), ("money", "percent", "money"))
    same = part.unit == total.unit or "elliptical" in part.rule or part.rule == "count: of"
    if not numbers or not numbers[1] or not alike or not same or percent.unit != "%":
        return
    share = 100 * numbers[0] / numbers[1]
    if outside(share, percent, part, total):
        why = f"{part.text} of {total.text} is {share:.1f} %, not {percent.text}"
        yield found("share of total", why, *sorted((part, percent, total), key=lambda v: v.start))


def majorities(values: Sequence[Value], text: str, _: dt.date | None) -> Iterator[Inconsistency]:
    """Check "300 to 200, a majority of 100"."""
    for score, margin in pairwise(values):
        if score.kind != "score" or not isinstance(score.amount, tuple) or not exact(margin):
            continue
        difference = abs(score.amount[0] - score.amount[1])
        if MAJORITY.fullmatch(between(text, score, margin)) and margin.amount != difference:
            yield found("majority", f"{score.text} is a difference of {difference}, not {margin.amount}", score, margin)
