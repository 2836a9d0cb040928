"""Times whose number takes its unit from the time before: "for 12 years; the one before her stayed for 14"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.agreement import time_served
from claims.checking.readings import elapsed, spans, succession, tenures
from claims.checking.readings.aged import aged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.scoring import Reading
    from claims.types import Statement, Value

FAMILIES = (tenures.readings, succession.readings, elapsed.readings, spans.readings)
LEADING = frozenset("for in after within against to over only just nearly almost barely about".split())
LASTING = frozenset("last take need spend stay serve run".split())
BESIDE = frozenset({"PROPN", "ADJ", "PRON"})  # what the number is said of: "Ray four", "the second four"
ENDING = frozenset(", . ; : ) and but when before while until".split())
KINDS, LONGEST, SURE, SERVED = ("number", "count"), 400, 0.7, 0.75


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the times that a bare number may give."""
    value = _time(desk)
    if value is None:
        return
    told = desk.about(replace(desk.statement, value=value))
    for family in FAMILIES:
        for reading in (r for r in family(told) if r.part("time") >= SURE):
            yield reading if reading.form == "check" else _served(reading, value)


def _served(reading: Reading, value: Value) -> Reading:
    """Hold a time served to the number; that it is one is said by the time before."""
    parts = dict(reading.parts)
    parts["words"] = max(parts["words"], SERVED)
    return replace(reading, parts=tuple(parts.items()), form="check", asserted=time_served(value))


def _time(desk: Desk) -> Value | None:
    """Give a bare number as a time of the unit that the number before it has."""
    value, context = desk.value, desk.context
    if value is None or value.kind not in KINDS or value.unit or context.noun or not isinstance(value.amount, Decimal):
        return None
    before = _before(desk)
    if before is None or not 0 < value.amount <= LONGEST or not {*context.after[:1]} <= ENDING or aged(desk):
        return None
    other = before.value
    if other is None or other.kind != "duration" or not other.unit or not _follows(desk, before):
        return None
    return replace(value, kind="duration", unit=other.unit, iso=f"P{value.amount}{other.iso[-1:]}")


def _before(desk: Desk) -> Statement | None:
    """Give the last figure before the number, in its sentence or the one before."""
    context = desk.context
    start = context.sentence_before[0]
    near = context.discourse.values_in((start, desk.statement.start))
    return next((s for s in reversed(near) if s.value and isinstance(s.value.amount, Decimal)
                 and s.value.kind not in ("ordinal", "age")), None)  # fmt: skip


def _follows(desk: Desk, before: Statement) -> bool:
    """Say whether the word before calls the number a time, or sets it beside the first: "Lee five days, Ray four"."""
    context = desk.context
    first = context.tokens[0]
    if {*context.before[:1]} & LEADING or (first.i and first.nbor(-1).lemma_.lower() in LASTING):
        return True
    beside = before.start >= context.sentence[0] and bool(first.i)
    return beside and (first.nbor(-1).pos_ in BESIDE or first.nbor(-1).lower_ == "had")
