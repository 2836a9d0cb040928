"""How long the stretch is that a count was told of: "won for the third time in four years", "two of the last five"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.query import Query, compute
from claims.checking.readings.scopes import STRETCHES, in_window, window
from claims.checking.scoring import Reading
from claims.checking.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.discourse import Last
    from claims.types import Statement

COUNTS = frozenset({"count", "number", "ordinal"})
KINDS = STRETCHES | {"duration"}
SURE = 0.9


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield that so many were counted in the stretch, where the count before it holds of just that."""
    told = _count_before(desk) if desk.value is not None and desk.value.kind in KINDS else None
    last = desk.context.discourse.settled.get(told.start) if told is not None else None
    if told is None or told.value is None or last is None or last.query.operation != "count":
        return
    many = told.value.amount
    if not isinstance(many, Decimal) or not _of_the_stretch(desk, told):
        return
    for query in _in_it(desk.about(told), last):
        if compute(query, desk.tables).value == many:
            yield Reading(
                family="count", query=query, form="check", asserted=checks.number(many, many, "as many as counted"),
                parts=(("subject", SURE), ("words", SURE), ("time", SURE)),
                said=f"{last.reading.said} in {desk.statement.quote}", refutes=False,
            )  # fmt: skip


def _count_before(desk: Desk) -> Statement | None:
    """Give the last count of the sentence before the stretch."""
    context = desk.context
    before = context.discourse.values_in((context.sentence[0], desk.statement.start))
    return next((s for s in reversed(before) if s.value and s.value.kind in COUNTS), None)


def _of_the_stretch(desk: Desk, told: Statement) -> bool:
    """Say whether the stretch is that of the count."""
    within = window(desk.about(told))
    return within is not None and within.start == desk.statement.start


def _in_it(about: Desk, last: Last) -> Iterator[Query]:
    """Yield the question of a count, asked of the stretch that it is told of."""
    view = about.tables[last.table]
    order = view.day or view.start or view.year
    rest = tuple(f for f in last.query.where if f.column != order)
    for scope in in_window(about, view, Selection(where=rest)):
        yield replace(last.query, where=scope.where)
