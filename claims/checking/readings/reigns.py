"""Whose run a winner ended: "she broke the run of Ann Day", "dethroned Ann Day", held to who won the time before."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from claims.checking.phrases import part_of, parts_beside, verb_of
from claims.checking.query import Filter, Query
from claims.checking.readings.associations import NAMING
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.phrases import Part
    from claims.checking.tables import View

ENDED = frozenset(stem(w) for w in "break end halt stop snap interrupt finish".split())
REIGNS = frozenset(stem(w) for w in "run reign streak dominance monopoly series".split())
DETHRONED = frozenset(stem(w) for w in "dethrone depose unseat".split())
SURE = 0.9


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield who won the same prize the time before the one who is said to have ended a run."""
    part = part_of(desk, desk.context.head) if desk.statement.kind in NAMING and desk.context.tokens else None
    if part is None or not _ended(desk, part):
        return
    winners = [p for p in parts_beside(desk, part) if p.subject and p.proper]
    for view in desk.views:
        order = view.day or view.year
        for column in view.names if order else ():
            for winner in winners if view.rows(column, part.mention.best) else ():
                yield from _before(view, (column, order), winner, part)


def _ended(desk: Desk, part: Part) -> bool:
    """Say whether the run of a name ends, or the name is dethroned."""
    verb, owned = verb_of(desk, part.token), part.token.head
    reign = stem(owned.text) in REIGNS and (part.case == "of" or part.token.dep_ == "nmod:poss")
    return (verb in ENDED and reign) or (verb in DETHRONED and part.object)


def _before(view: View, columns: tuple[str, str], winner: Part, part: Part) -> Iterator[Reading]:
    """Yield the last row before that of the winner, among those of the same kind."""
    column, order = columns
    days = view.cells(order)
    rows = [r for r in view.rows(column, winner.mention.best) if isinstance(days[r], int | dt.date)]
    if not rows:
        return
    latest = max(rows, key=lambda r: days[r])  # type: ignore[arg-type, return-value]
    same_kind = tuple(Filter(c, "=", view.cells(c)[latest]) for c in _kinds(view) if c != column)
    yield Reading(
        family="ascribed",
        query=Query(
            operation="last", table=view.name, column=column, order=order,
            where=(*same_kind, Filter(order, "<", days[latest])),
        ),
        parts=(("subject", winner.weight), ("words", SURE), ("time", SURE)),
        said=f"{column} before {winner.mention.best}", form="name", asserted=part.mention.best,
        refutes=len(rows) == 1,
    )  # fmt: skip


@remembered
def _kinds(view: View) -> tuple[str, ...]:
    """Name the columns that tell what is won: short words that name nothing."""
    return tuple(c for c in view.of_role("category", "entity", "text") if not view.columns[c].named and c in view.names)
