"""Names that stand in one row with what the sentence is about: a winner, a body, a rating, a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.checking.query import Query, different, same, select
from claims.checking.scoring import Reading
from claims.checking.words import kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import View

SAID, UNSAID = 0.8, 0.5
TIED = 0.7  # how close the others of the row have to be where no word says what the name is to them


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the rows in which the asserted name stands beside the others of its sentence."""
    if desk.statement.kind != "association" or not desk.context.tokens:
        return
    mention = desk.context.discourse.mention_at(desk.context.tokens[0])
    if mention is None:
        return
    for view in desk.views:
        for value, weight in mention.values:
            for column in view.names:
                if view.rows(column, value):
                    yield from _beside(desk, view, column, value, weight, named=mention.named)


def _beside(desk: Desk, view: View, column: str, value: str, weight: float, *, named: bool) -> Iterator[Reading]:
    words = _words(desk, view, column)
    for selection in (*desk.selections(view), *desk.series(view)):
        tied = selection.subject >= TIED and selection.time >= TIED
        if selection.far or selection.subject < 0.5:
            continue
        if words < SAID and (named or not tied):  # a name may stand there for anything, a kind hardly
            continue
        others = [name for filled, name in selection.filled if filled != column]
        if not others and not view.series:
            continue
        where = tuple(f for f in selection.where if f.column != column)
        both = (*where, same(view, column, value))
        there = bool(select(view, both))
        if not there and (words < SAID or len(different(view, column, where) - {None}) != 1):
            continue
        yield Reading(
            family="association",
            query=Query(
                operation="value", table=view.name, column=column, where=both if there else where
            ),
            parts=(("subject", selection.subject - selection.skipped), ("words", max(words, UNSAID) * weight),
                   ("time", selection.time)),
            said=f"{column} of {', '.join(others) or f'{view.name} {selection.when}'}", form="name", asserted=value,
            refutes=words >= SAID and selection.subject >= 0.85 and selection.time >= 0.8,
        )  # fmt: skip


def _words(desk: Desk, view: View, column: str) -> float:
    """Say how well the words close by name the column: "directed by", "rated", "born in"."""
    own = [stem(w) for w in view.columns[column].words]
    near = desk.context.near | desk.context.clause_stems
    return max((kinship(word, other) for word in own for other in near), default=0.0)
