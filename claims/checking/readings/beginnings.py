"""When the figures of a table begin: "since the series starts in 2012", "records go back to 1998"."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    stems = context.clause_stems
    begun = BEGUN & stems or (BACK & stems and "back" in context.before)
    noun = stems & RECORDS or (context.sentence_stems & RECORDS and "which" in {t.lower_ for t in context.line})
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


def _spoken(desk: Desk, view: View) -> float:
    """Say how well the sentence speaks of what a table holds: by its name, or a measure of it."""
    stems = desk.context.sentence_stems
    own = [*stems_of(view.name), *(w for c in view.measures for w in stems_of(c))]
    return 0.85 if any(kinship(a, b) >= 0.8 for a in own for b in stems) else 0.5
