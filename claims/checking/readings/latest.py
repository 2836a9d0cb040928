"""When the last of something was, or the first: "its latest inspection, in May", "the first strike, in 2019"."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from claims.checking.periods import period_of
from claims.checking.query import Filter, Query, select
from claims.checking.readings.measures import tie
from claims.checking.scoring import Reading
from claims.checking.selection import Selection
from claims.checking.words import STRONG, kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import View

PLACE = re.compile(
    r"(?:\b(?:the|its|his|her|their|our)|['’]s?) (?:(last|latest|most recent|newest)|(first|earliest))"
    r"((?: (?!was\b|were\b)[a-z-]+){0,4}),? (?:was |were |came |held |took place )?(?:in|on|of) (?:the )?$",
    re.IGNORECASE,
)
MOST, CALLED, BARE, ALL = 3, 0.9, 0.6, 0.65


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the day of the last, or of the first, of the rows that the words call."""
    value, context = desk.value, desk.context
    period = period_of(value.iso) if value is not None and value.kind in ("date", "period") else None
    found = PLACE.search(context.text[context.sentence[0] : desk.statement.start]) if period else None
    if found is None or context.published is None:
        return
    operation, nouns = "max" if found[1] else "min", [stem(w) for w in found[3].lower().split() if w != "of"]
    for view in desk.views:
        column = view.day or view.start
        if column and not view.person and not view.year:
            words = _called(view, nouns)
            if words:
                yield from _ends(desk, view, column, operation, words)


def _called(view: View, nouns: list[str]) -> float:
    """Say how well the words call the rows of a table; where no noun stands, a name has to tell."""
    own = {*stems_of(view.name)[-1:], *(stem(w) for c in view.of_role("entity") for w in view.columns[c].words[-1:])}
    if any(kinship(a, b) >= STRONG for a in own for b in nouns):
        return CALLED
    return 0.0 if nouns else BARE


def _ends(desk: Desk, view: View, column: str, operation: str, words: float) -> Iterator[Reading]:
    named = [s for s in desk.named(view) if s.filled and tie(s) >= BARE][:MOST]
    everything = [Selection(subject=ALL)] if words == CALLED and not any(not s.far for s in named) else []
    for selection in [*named, *everything]:
        where = (*selection.where, Filter(column, "<=", desk.context.published))
        days = {view.cells(column)[row] for row in select(view, where)}
        if sum(isinstance(day, dt.date) for day in days) > 1:
            yield Reading(
                family="event", query=Query(operation=operation, table=view.name, column=column, where=where),
                parts=(("subject", tie(selection)), ("words", words), ("time", CALLED)),
                said=f"{'last' if operation == 'max' else 'first'} {column} of {selection.who or view.name}",
                form="date", refutes=words == CALLED and not selection.far,
            )  # fmt: skip
