"""When a table begins: "records go back to 1998", "11 sales since 2009", "the largest since 2009"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.checking.periods import period_of
from claims.checking.query import Query
from claims.checking.readings.axes import time_column
from claims.checking.scoring import Reading
from claims.checking.words import kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import View

RECORDS = frozenset(
    stem(w) for w in "record series register figure data table statistic list count survey book log archive history "
    "database report measurement chronicle file".split()
)  # fmt: skip
BEGUN = frozenset(stem(w) for w in "begin start open commence".split())
BACK = frozenset(stem(w) for w in "go date stretch reach run".split())


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the first time that a table has, where the clause speaks of the beginning of records."""
    value, context = desk.value, desk.context
    if value is None or value.kind != "date":
        return
    if context.before[:1] == ["since"] and period_of(value.iso) is not None:
        yield from _since(desk)
    stems = context.clause_stems
    begun = BEGUN & stems or (BACK & stems and "back" in context.before)
    noun = stems & RECORDS or (context.sentence_stems & RECORDS and "which" in {*context.spoken})
    if not begun or not noun:
        return
    for view in desk.views:
        column = time_column(view) or view.year or view.day or view.start
        if column and view.form is None:
            yield Reading(
                family="beginning", query=Query(operation="min", table=view.name, column=column),
                parts=(("subject", _spoken(desk, view)), ("words", 0.9)), said=f"first {column} of {view.name}",
                form="date", refutes=False,
            )  # fmt: skip


def _since(desk: Desk) -> Iterator[Reading]:
    """Yield the first day of a table of events that are counted or compared."""
    for view in desk.views if _looked_through(desk) else ():
        if view.day and not (view.year or view.lasts or view.person) and (sure := _spoken(desk, view)) >= SPOKEN:
            yield Reading(
                family="beginning", query=Query(operation="min", table=view.name, column=view.day),
                parts=(("subject", sure), ("words", 0.8)), said=f"first {view.day} of {view.name}", form="date",
                refutes=False,
            )  # fmt: skip


SPOKEN = 0.85
COUNTED = frozenset({"count", "number", "ordinal", "money", "quantity"})


def _looked_through(desk: Desk) -> bool:
    """Say whether something is counted or added up since a time, or is the most or the least since."""
    context, own = desk.context, desk.statement
    figures = (s.value.kind for s in context.discourse.values_in(context.clause) if s.value and s.start != own.start)
    return bool(COUNTED & {*figures}) or any(
        s.kind == "superlative" for s in context.discourse.degrees_in(context.clause)
    )


def _spoken(desk: Desk, view: View) -> float:
    """Say how well the sentence speaks of what a table holds: by its name, or a measure of it."""
    stems = desk.context.sentence_stems
    own = [*stems_of(view.name), *(w for c in view.measures for w in stems_of(c))]
    last = desk.context.discourse.last
    carried = last is not None and last.table == view.name and last.sentence == desk.context.sentence[0]
    return 0.85 if carried or any(kinship(a, b) >= 0.8 for a in own for b in stems) else 0.5
