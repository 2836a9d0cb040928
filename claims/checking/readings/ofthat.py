"""What part of the figure just told some of it is: "it was 62 million, and a fifth of that went to Elm"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.checking.query import Filter, Query, same, select
from claims.checking.readings.axes import adds_up
from claims.checking.readings.changes import multiple, part
from claims.checking.readings.limits import limits
from claims.checking.readings.measures import agrees, telling, weight
from claims.checking.readings.ofthose import CARRIED, read
from claims.checking.readings.shares import form
from claims.checking.readings.substitutes import of_name
from claims.checking.readings.things import stretch
from claims.checking.readings.together import joint, name_in
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.discourse import Last
    from claims.checking.tables import View

OF_THAT = re.compile(
    r" of (?:it all|all of it|that|this|it|them|these|those|this (?:sum|total|amount|money)"
    r"|the (?:total|sum|whole|money|lot|amount|bill|spending))\b(?! (?:of|[a-z]+s\b))",
    re.IGNORECASE,
)
"""What takes up the figure before as the whole; "of those visitors" has a noun of its own."""
PARTS = frozenset({"percent", "ratio"})
SUMMED = frozenset({"sum", "value", "count"})
SURE, NEAR, SIDE_BY_SIDE, UNSAID, MOST, DIGITS = 0.8, 0.85, 0.9, 0.6, 3, 2


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the shares that some named, of a kind or of a time have in what was told just before."""
    value = desk.value
    if value is None or not (value.kind in PARTS or part(value)) or multiple(value):
        return
    if OF_THAT.match(desk.context.text, desk.statement.end) is None:
        return
    for last in _before(desk):
        view = desk.tables[last.table]
        for whole, words in _wholes(desk, view, last):
            for own, said, clear in _parts(desk, view, whole):
                found = Reading(
                    family="share", query=Query(operation="share", table=view.name, left=own, right=whole),
                    parts=(("subject", CARRIED), ("words", words), ("kind", 1.0), ("time", CARRIED)), unit="%",
                    said=f"share of {said} in the {whole.column or 'rows'} of {view.name} just told", form=form(desk),
                    refutes=clear and last.sure >= SURE and words > UNSAID,
                )  # fmt: skip
                if found.refutes or agrees(desk, found):
                    yield found


@remembered
def _before(desk: Desk) -> list[Last]:
    """Give the figures of the sentence, and of the one before, that may be the whole, the nearest first."""
    settled, context = desk.context.discourse.settled, desk.context
    starts = [s for s in settled if context.sentence_before[0] <= s < desk.statement.start]
    told = [settled[start] for start in sorted(starts, reverse=True)]
    return [last for last in told if last.query.operation in SUMMED and not last.query.left][:MOST]


def _wholes(desk: Desk, view: View, last: Last) -> Iterator[tuple[Query, float]]:
    """Yield the figure itself; what the rows had in all where it was their number: "six deals. Elm took half of it"."""
    if last.sure:
        yield last.query, CARRIED
    if last.query.operation != "count" or not last.query.where or telling(desk) < DIGITS:
        return
    for column in view.measures:
        words = weight(desk, view, column)
        if adds_up(view.columns[column]):
            yield Query(operation="sum", table=view.name, column=column, where=last.query.where), max(words, UNSAID)


def _parts(desk: Desk, view: View, whole: Query) -> Iterator[tuple[Query, str, bool]]:
    """Yield the same of the rows that the words around the part choose, and whether they tell of nothing else."""
    taken = {f.column for f in whole.where if f.relation == "="}
    own = stretch(desk)
    span = (own[0].idx, own[-1].idx + len(own[-1])) if own else desk.context.clause
    for mention in desk.context.discourse.mentions_in(span):
        if not (mention.named and mention.values) or mention.back:
            continue
        if whole.operation == "value" and (other := of_name(desk, whole, mention.best)) is not None:
            yield other, mention.best, False
        for column in [c for c in view.names if c not in taken]:
            if name := name_in(desk, view, column, mention.best):
                where = (*whole.where, same(view, column, name))
                yield _narrowed(whole, where), name, read(desk, view, where, (), mention.end)
    for selection in joint(desk, view):
        if selection.subject >= SIDE_BY_SIDE and not taken & {f.column for f in selection.where}:
            yield _narrowed(whole, (*whole.where, *selection.where)), selection.who, False
    for chosen in limits(desk, view):
        filters = tuple(f for limit in chosen for f in limit.where)
        if filters and not taken & {f.column for f in filters}:
            yield _narrowed(whole, (*whole.where, *filters)), ", ".join(limit.said for limit in chosen), False
    for when, filters in _times(desk, view):
        if not taken & {f.column for f in filters} and len(select(view, (*whole.where, *filters))) > 0:
            yield _narrowed(whole, (*whole.where, *filters)), when, False


def _narrowed(whole: Query, where: tuple[Filter, ...]) -> Query:
    operation = "sum" if whole.operation == "value" else whole.operation
    return Query(operation=operation, table=whole.table, column=whole.column, more=whole.more, where=where)


def _times(desk: Desk, view: View) -> Iterator[tuple[str, tuple[Filter, ...]]]:
    """Yield the times of the words around the part: "a third of it in December alone"."""
    own, order = stretch(desk), view.day or view.start or view.year
    for when in desk.context.times if own and order else ():
        if when.weight > NEAR and own[0].idx <= when.start <= own[-1].idx:
            year = (Filter(order, "=", when.year),) if when.year else ()
            yield f"{when.period[0]}", year if order == view.year else within(order, when)
