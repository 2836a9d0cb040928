"""Find what an article says against itself, without any table: sums, shares, ages, weekdays, conversions.

Each rule needs an explicit pattern in one sentence, for a false alarm is worse than silence. It reports the places
that do not fit, and does not choose which side is wrong: in "Thursday, 27 June 2017" the slip may be in
the weekday or in the date (LanguageTool #1017).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claims.types import Inconsistency, Span, Value
from claims.values import calendar, interval

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PARTS = re.compile(r"\s*(?::|\(|—|--|, (?:made up|consisting|comprising) of|, divided into)\s*")
BETWEEN_PARTS = re.compile(r"[^.;:()]{0,40}?(?:,|,? and)\s*(?:[a-z]+ ){0,2}")
CLOSE = re.compile(r"[^,;:()\d]{0,40}(?:\)|\.|$)")
OR_SHARE = re.compile(r",? (?:or|\() ?(?:about |around |roughly |some |nearly )?")
OF_TOTAL = re.compile(r"\s*of (?:the|its|their|his|her|all)?[^.;:()\d]{0,60}")
BORN = re.compile(r"\b(?:born|b\.)[^.;()]{0,40}$")
DIED = re.compile(r"\b(?:died|dead|killed|d\.)[^.;()]{0,30}$")
CHANGE = re.compile(r",? (?:a|an|up|down|an? [a-z]+ of)?\s*(?:some |about |around |nearly )?")
CHANGED = re.compile(r"\s*(?:increase|rise|jump|gain|drop|fall|decline|decrease|growth|reduction)?\b")
CAUSED = re.compile(r"\bfrom $")
OTHER_TIME = re.compile(r"\b(?:\d{4}|last|previous|earlier|another|other|each|then|by|now|initially|revised|later)\b")
LOOSE, CONVERSION = Decimal(1), Decimal("0.05")
LEAST, MOST = 3, 40
PRONOUNS = frozenset("he she it they we i you there that this these those including".split())
Texts = tuple[str, Sequence[Span]]


def consistency(
    values: Sequence[Value], text: str, sentences: Sequence[Span], published: dt.date | None = None
) -> tuple[Inconsistency, ...]:
    """Check an article's values against each other.

    Parameters
    ----------
    values : sequence of Value
        As `find_values` gives them.
    text : str
        The article.
    sentences : sequence of (start, end)
        Its sentences.
    published : datetime.date, optional
        Publication date, for ages against birth dates.

    Returns
    -------
    tuple of Inconsistency
        In the order of the text; empty where nothing contradicts.

    Examples
    --------
    >>> from claims.values import find_values
    >>> text = "The fleet has 30 ships (24 ferries and 7 tugs)."
    >>> [f.explanation for f in consistency(find_values(text), text, [(0, len(text))])]
    ['the parts 24 + 7 make 31, not 30']
    """
    told = [v for v in values if v.kind != "excluded"]
    found = list(_weekdays(told))
    for start, end in sentences:
        inside = [v for v in told if start <= v.start and v.end <= end]
        for rule in RULES:
            found += rule(inside, text, published)
    found += _twice(told, text)
    return tuple(sorted(dict.fromkeys(found), key=lambda f: f.spans))


def _exact(value: Value) -> bool:
    return value.comparator == "eq" and isinstance(value.amount, Decimal)


def _weekdays(values: Sequence[Value]) -> Iterator[Inconsistency]:
    """Check "Thursday, 27 June 2017" against the calendar; only where the year is written."""
    for value in values:
        day = calendar.bounds(value.iso) if value.kind == "date" else None
        named = next((n for n in WEEKDAYS if value.text.startswith(n)), "")
        if not day or not named or day[0] != day[1] or value.iso[:4] not in value.text:
            continue
        actual = WEEKDAYS[day[0].weekday()]
        if actual != named:
            why = f"{value.iso[:10]} is a {actual}, not a {named}"
            yield _found("weekday against date", why, value)


def _found(kind: str, why: str, *values: Value) -> Inconsistency:
    return Inconsistency(kind=kind, spans=tuple((v.start, v.end) for v in values), explanation=why)


def _sums(values: Sequence[Value], text: str, _: dt.date | None) -> Iterator[Inconsistency]:
    """Check "30 ships (24 ferries and 6 tugs)": a total, a colon or bracket, then a closed list of counts."""
    for k, total in enumerate(values):
        if total.kind != "count" or not _exact(total):
            continue
        parts = _list_after(values[k + 1 :], text, total.end)
        if len(parts) < 2 or any(p.kind != "count" or not _exact(p) for p in parts):
            continue
        amounts = [p.amount for p in parts if isinstance(p.amount, Decimal)]
        if sum(amounts) != total.amount:
            sums = " + ".join(str(a) for a in amounts)
            why = f"the parts {sums} make {sum(amounts)}, not {total.amount}"
            yield _found("sum of parts", why, total, *parts)


def _list_after(values: Sequence[Value], text: str, at: int) -> list[Value]:
    """Give the counts listed after a total; none if the list is open or holds other words."""
    if not values or not PARTS.fullmatch(text[at : values[0].start]):
        return []
    parts = [values[0]]
    for left, right in pairwise(values):
        if not BETWEEN_PARTS.fullmatch(text[left.end : right.start]):
            break
        parts.append(right)
    joined = text[parts[-2].end : parts[-1].start] if len(parts) > 1 else ""
    return parts if " and " in joined and CLOSE.match(text, parts[-1].end) else []


def _shares(values: Sequence[Value], text: str, _: dt.date | None) -> Iterator[Inconsistency]:
    """Check "5,000, or 9 % of the workforce of 55,000"."""
    for part, percent, total in zip(values, values[1:], values[2:], strict=False):
        kinds = (part.kind, percent.kind, total.kind)
        if kinds not in (("count", "percent", "count"), ("money", "percent", "money")) or percent.unit != "%":
            continue
        if not OR_SHARE.fullmatch(text[part.end : percent.start]) or not OF_TOTAL.fullmatch(
            text[percent.end : total.start]
        ):
            continue
        amounts = [v.amount for v in (part, percent, total)]
        if not all(isinstance(a, Decimal) for a in amounts) or not amounts[2] or part.unit != total.unit:
            continue
        share = Decimal(100) * amounts[0] / amounts[2]  # type: ignore[operator]
        if _outside(share, percent, part, total):
            why = f"{part.text} of {total.text} is {share:.1f} %, not {percent.text}"
            yield _found("share of total", why, part, percent, total)


def _outside(share: Decimal, percent: Value, *others: Value) -> bool:
    """Tell whether a computed percentage misses the stated one by more than rounding and hedges allow."""
    low, high, *_ = interval(percent)
    slack = LOOSE + (share / 10 if any(v.comparator != "eq" for v in (percent, *others)) else 0)
    return (low is not None and share < low - slack) or (high is not None and share > high + slack)


def _lives(values: Sequence[Value], text: str, published: dt.date | None) -> Iterator[Inconsistency]:
    """Check an age against the birth date in the same sentence, at death or at publication."""
    ages = [v for v in values if v.kind == "age" and v.unit == "year" and _exact(v)]
    dates = [v for v in values if v.kind == "date"]
    died = [v for v in dates if DIED.search(text, max(0, v.start - 60), v.start)]
    born = [v for v in dates if v not in died and BORN.search(text, max(0, v.start - 60), v.start)]
    if len(ages) != 1 or len(born) != 1:
        return
    end = calendar.bounds(died[0].iso) if len(died) == 1 else (published, published) if _now(ages[0]) else None
    start = calendar.bounds(born[0].iso)
    if not start or not end or not end[0] or not end[1]:
        return
    most, least = end[1].year - start[0].year, end[0].year - start[1].year - 1
    amount = ages[0].amount
    if isinstance(amount, Decimal) and not least <= amount <= most:
        why = f"born {born[0].iso}, the age is {least} or {most}"
        yield _found("age against birth date", why, ages[0], born[0])


def _now(age: Value) -> bool:
    """Tell an age of today ("Kishor, 45,") from one in a story ("at 19")."""
    return age.rule.startswith(("age: apposition", "age: is", "age: old"))


def _conversions(values: Sequence[Value], text: str, _: dt.date | None) -> Iterator[Inconsistency]:
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
            yield _found("conversion", why, left, right)


def _far(converted: Decimal, left: Value, right: Value) -> bool:
    steps = [
        (v.step or Decimal(0)) / abs(v.amount) for v in (left, right) if isinstance(v.amount, Decimal) and v.amount
    ]
    slack = max(CONVERSION, *steps) if steps else CONVERSION
    return isinstance(right.amount, Decimal) and abs(converted - right.amount) > abs(right.amount) * slack


def _changes(values: Sequence[Value], text: str, _: dt.date | None) -> Iterator[Inconsistency]:
    """Check "from 50 to 60, a 20 percent increase"."""
    for old, new, percent in zip(values, values[1:], values[2:], strict=False):
        if old.kind != new.kind or old.unit != new.unit or percent.kind != "percent" or percent.unit != "%":
            continue
        if old.kind not in ("count", "money", "quantity") or not all(_exact(v) for v in (old, new, percent)):
            continue
        if not CAUSED.search(text, max(0, old.start - 6), old.start) or text[old.end : new.start].strip() != "to":
            continue
        if not CHANGE.fullmatch(text[new.end : percent.start]) or not CHANGED.match(text, percent.end):
            continue
        a, b = Decimal(old.amount), Decimal(new.amount)  # type: ignore[arg-type]
        share = abs(b - a) * 100 / a if a else None
        if share is not None and _outside(share, percent):
            why = f"from {old.text} to {new.text} is {share:.1f} %, not {percent.text}"
            yield _found("percentage change", why, old, new, percent)


def _twice(values: Sequence[Value], text: str) -> Iterator[Inconsistency]:
    """Check a quantity told twice in the same words with another number."""
    seen: dict[tuple[str, ...], Value] = {}
    for value in values:
        if value.kind not in ("count", "quantity", "money") or not _exact(value) or not value.unit:
            continue
        key = (value.kind, value.unit, *_around(text, value))
        if len(key) == 2:
            continue
        before = seen.setdefault(key, value)
        if before.amount != value.amount and not _dated(text, before, value):
            yield _found("same quantity twice", f"{before.text} and {value.text} in the same words", before, value)


def _around(text: str, value: Value) -> list[str]:
    """Give the sentence up to the value, and two words after it; nothing where there is too little to compare."""
    left = re.findall(r"[\w']+", re.split(r"[.!?\n;:]", text[max(0, value.start - 300) : value.start])[-1].lower())
    right = re.findall(r"[\w']+", re.split(r"[.!?\n;:]", text[value.end : value.end + 60])[0].lower())
    if len(left) < LEAST or left[0] in PRONOUNS or len(left) > MOST:
        return []
    return left + right[:2]


def _dated(text: str, first: Value, second: Value) -> bool:
    """Tell whether a year or a word of comparison stands near either, so that both may be true."""
    near = text[max(0, first.start - 80) : first.end + 80] + text[max(0, second.start - 80) : second.end + 80]
    return bool(OTHER_TIME.search(near))


Rule = Callable[[Sequence[Value], str, dt.date | None], Iterator[Inconsistency]]
RULES: tuple[Rule, ...] = (_sums, _shares, _lives, _conversions, _changes)
