"""Who a figure is of that somebody made: "the old mark, 231, was set by Elm in 2019"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.likeness import digits
from claims.checking.query import Filter, Query, select
from claims.checking.readings.fits import fit, repeating
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import first_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import View
    from claims.types import Value

MAKING = frozenset("set score run post achieve make establish clock record collect reach hold claim".split())
TELLING = 2  # digits of a figure that tell a row where its year is told too
HELD, SAID, STATED = 0.95, 0.9, 0.85


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the name that stands by a figure of the sentence in its row, where somebody is said to have made it."""
    head, discourse = desk.context.head, desk.context.discourse
    mention = discourse.mention_at(desk.context.tokens[-1]) if desk.value is None and desk.context.tokens else None
    if mention is None or not mention.values or head.head.lemma_.lower() not in MAKING:
        return
    if not any(c.lower_ == "by" and c.dep_ == "case" for c in head.children):
        return
    figures = [s.value for s in discourse.values_in((desk.context.sentence[0], desk.statement.start)) if s.value]
    for view in desk.views:
        for column in view.measures:
            maker = _maker(view, column)
            name = next((v for v, _ in mention.values if maker and view.has(v)), "")
            for value in figures if name else ():
                yield from (replace(r, asserted=name) for r in _made(desk, view, column, maker, value))


@remembered
def _maker(view: View, column: str) -> str:
    """Name the column of whose figures a measure has: that which it is called after, else the first of names."""
    named = [c for c in view.names if view.columns[c].named]
    own = view.columns[column].of
    return own if own in named else next(iter(named), "")


def _made(desk: Desk, view: View, column: str, maker: str, value: Value) -> Iterator[Reading]:
    """Yield the maker of a figure in the year that is told, where one row has it then."""
    amount = value.amount
    near = repeating(desk.context.discourse, view, column, value) if fit(value, view.columns[column]) >= 0.5 else None
    times = [w for w in desk.context.times if w.role == "at" and w.weight >= STATED and w.year]
    time = view.year or view.day
    if not near or not times or not time or not isinstance(amount, Decimal) or len(digits(amount)) < TELLING:
        return
    rows = [row for row in near if first_year(view.cells(time)[row]) == times[0].year]
    if len(rows) != 1:
        return
    where = (Filter(time, "=", view.cells(time)[rows[0]]), Filter(column, "=", view.cells(column)[rows[0]]))
    if len(select(view, where)) == 1:
        yield Reading(
            family="association", query=Query(operation="value", table=view.name, column=maker, where=where),
            parts=(("subject", HELD), ("words", SAID), ("time", times[0].weight)),
            said=f"{maker} of whom {column} was {value.text} in {times[0].year}", form="name",
        )  # fmt: skip
