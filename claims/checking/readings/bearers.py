"""Whose figure it is: a name beside a figure that its row holds and no other: "Elm accounted for 541"."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import leading
from claims.checking.likeness import digits
from claims.checking.phrases import held_against
from claims.checking.query import Filter, Query, compute, same, select
from claims.checking.scoring import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.checking.desk import Desk
    from claims.checking.discourse import Last
    from claims.checking.tables import View

TELLING = 2  # digits
SURE, WORDS, REACH = 0.5, 0.85, 160


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield who has a figure of the sentence that was found in the row of the name."""
    context, statement = desk.context, desk.statement
    if statement.kind != "association" or not context.tokens or held_against(desk):
        return
    mention = context.discourse.asserted_at(context.tokens[0])
    if mention is None or not mention.named or mention.back or leading.leads(context.discourse, mention):
        return
    names = {value for value, _ in mention.values}
    same_name = [m for m in context.discourse.mentions_in(context.sentence) if m.best == mention.best] or [mention]
    for start, last in context.discourse.settled.items():
        closest = min(same_name, key=lambda m: abs(m.start - start))
        near = abs(start - statement.start) < REACH and closest.start == mention.start
        if last.sentence == context.sentence[0] and last.sure >= SURE and near:
            yield from _whose(desk, last, names)


def _whose(desk: Desk, last: Last, names: set[str]) -> Iterator[Reading]:
    """Yield which row has the figure, at the time that it was found for."""
    query, view = last.reading.query, desk.tables[last.table]
    named = [f for f in query.where if f.value in names and f.relation == "=" and f.column in view.names]
    found = compute(query, desk.tables).value
    telling = isinstance(found, dt.date) or (isinstance(found, Decimal) and len(digits(found)) >= TELLING)
    if query.operation != "value" or len(named) != 1 or not telling:
        return
    column, name = named[0].column, str(named[0].value)
    rest = tuple(f for f in query.where if not isinstance(f.value, str) or f.column not in view.names)
    where = (*rest, Filter(query.column, "=", found))
    rows = select(view, where)
    if {*rows} <= {*select(view, (*rest, same(view, column, name)))} and not _of_two(view, column, rows):
        yield Reading(
            family="association", query=Query(operation="value", table=view.name, column=column, where=where),
            parts=(("subject", last.sure), ("words", WORDS), ("time", last.reading.part("time"))),
            said=f"{column} whose {query.column} is {found}", form="name", asserted=name, refutes=False,
        )  # fmt: skip


def _of_two(view: View, column: str, rows: Sequence[int]) -> bool:
    """Say whether a row has another of the kind, whose figure it may be: a champion beside its runner-up."""
    others = {str(view.cells(c)[row]) for row in rows for c in view.names if c != column}
    return any(view.rows(column, other) for other in others)
