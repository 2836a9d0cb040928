"""The same told twice: a weekday and its date, a quantity in the same words."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.checking.consistency.found import between, exact, found
from claims.values import calendar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.types import Inconsistency, Value

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DEICTIC = frozenset({"today", "yesterday", "tomorrow"})
OTHER_TIME = re.compile(r"\b(?:\d{4}|last|previous|earlier|another|other|each|then|by|now|initially|revised|later)\b")
LEAST, MOST = 3, 40
PRONOUNS = frozenset("he she it they we i you there that this these those including".split())


def weekdays(values: Sequence[Value]) -> Iterator[Inconsistency]:
    """Check "Thursday, 27 June 2017" against the calendar; only where the year is written."""
    for value in values:
        day = calendar.bounds(value.iso) if value.kind == "date" else None
        named = next((n for n in WEEKDAYS if value.text.startswith(n)), "")
        if not day or not named or day[0] != day[1] or value.iso[:4] not in value.text:
            continue
        actual = WEEKDAYS[day[0].weekday()]
        if actual != named:
            why = f"{value.iso[:10]} is a {actual}, not a {named}"
            yield found("weekday against date", why, value)


def deictic_weekdays(values: Sequence[Value], text: str) -> Iterator[Inconsistency]:
    """Check "yesterday, Sunday"."""
    for deictic, weekday in pairwise(values):
        apposed = between(text, deictic, weekday) in (", ", " (")
        if deictic.text.lower() not in DEICTIC or weekday.text not in WEEKDAYS or not apposed or not deictic.iso:
            continue
        if deictic.iso[:10] != weekday.iso[:10]:
            actual = WEEKDAYS[calendar.bounds(deictic.iso)[0].weekday()]  # type: ignore[index]
            yield found("weekday against date", f"{deictic.text} was {actual}, not {weekday.text}", deictic, weekday)


def twice(values: Sequence[Value], text: str) -> Iterator[Inconsistency]:
    """Check a quantity told twice in the same words with another number."""
    seen: dict[tuple[str, ...], Value] = {}
    for value in values:
        if value.kind not in ("count", "quantity", "money") or not exact(value) or not value.unit:
            continue
        key = (value.kind, value.unit, *_around(text, value))
        if len(key) == 2:
            continue
        before = seen.setdefault(key, value)
        if before.amount != value.amount and not _dated(text, before, value):
            yield found("same quantity twice", f"{before.text} and {value.text} in the same words", before, value)


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
