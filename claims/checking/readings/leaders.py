"""Names as what an extreme or a rank asserts: the one that has the most, and the one that has a place."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from claims.checking import checks, leading
from claims.checking.query import same, select
from claims.checking.readings import computed, extremes, growth, placings, ranks
from claims.checking.readings.degrees import Degree, around, degree_in, degree_of
from claims.checking.selection import Selection, timed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.mentions import Mention
    from claims.checking.scoring import Reading
    from claims.checking.tables import View

MOST, PLAIN = Degree("most", ""), Degree("", "")
LESS = 0.11  # a name that has a place at a less likely time is hardly meant


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the extremes and ranks of its sentence that a name is said to hold."""
    discourse = desk.context.discourse
    mention = discourse.mention_at(desk.context.tokens[-1]) if desk.statement.kind == "leader" else None
    if mention is None:
        return
    for other in leading.said_of(discourse, mention):
        yield from _asserted(desk.about(other), mention)
    if verb := leading.led(discourse, mention, desk.statement):
        told = desk.about(verb)
        for view in desk.views:
            yield from extremes.holders(told, view, MOST, _own(told, view, mention))
    if before := leading.follows(discourse, mention):
        yield from _following(desk.about(before), mention)


def _asserted(told: Desk, mention: Mention) -> Iterator[Reading]:
    """Yield who holds an extreme, or the place of the name, for one that is said of the name."""
    names = {value for value, _ in mention.values}
    degree = _degree(told)
    if degree is not None and told.value is None:
        for view in told.views:
            yield from extremes.holders(told, view, degree, _own(told, view, mention))
    elif degree is not None and (degree.word or ranks.PLACED & (told.context.clause_stems | told.context.near)):
        yield from _placed(told, mention, degree, 0)
    for figure in computed.asked_for(told) if told.value is None or told.value.kind == "ordinal" else ():
        for reading in placings.readings(told, figure, partial(_own, mention=mention)):
            yield reading if told.value is None else _held_to(reading, told.value.amount)
    for reading in growth.readings(told):
        mine = any(f.value in names for f in reading.query.having)
        if reading.asserted in names if reading.form == "name" else mine:
            yield reading


def _following(told: Desk, mention: Mention) -> Iterator[Reading]:
    """Yield the place of a name behind the one that has the most, or another place."""
    degree = _degree(told)
    if degree is not None:
        yield from _placed(told, mention, degree, 1)


def _placed(told: Desk, mention: Mention, degree: Degree, behind: int) -> Iterator[Reading]:
    """Yield the place that a name has, to be held to so many behind the one that is said."""
    said = told.value.amount if told.value else Decimal(1)
    place = said + behind if isinstance(said, Decimal) else Decimal(0)
    for view in told.views if place else ():
        for reading in ranks.placed(told, view, degree, place, _own(told, view, mention)):
            yield _held_to(reading, place)


def _held_to(reading: Reading, place: object) -> Reading:
    """Hold a rank to a place that another statement tells."""
    said = place if isinstance(place, Decimal) else Decimal(0)
    return replace(reading, form="check", asserted=checks.number(said, said, "the place"))


def _degree(told: Desk) -> Degree | None:
    """Give the adjective of an extreme, or of a rank, where that has one."""
    return degree_in(around(told)) or PLAIN if told.value else degree_of(told)


def _own(told: Desk, view: View, mention: Mention) -> list[Selection]:
    """Give the rows of a name, at the times that the words choose, where one row is left."""
    implied = [(other, sure) for v, sure in mention.values for other in told.index.implied(v)]  # a lake for its dam
    values = [*mention.values, *implied]
    found = [(c, v, sure) for c in (view.entity, view.person) for v, sure in values if c and view.rows(c, v)]
    chosen = [Selection((same(view, c, v),), ((c, v),), extremes.HOLDER * sure, 1.0) for c, v, sure in found[:1]]
    every = [s for selection in chosen for s in timed(told.context, view, selection)]
    alone = [s for s in every if len(select(view, s.where)) == 1]
    least = max((s.time for s in alone), default=0.0) - LESS
    return [s for s in alone if s.time >= least][: extremes.MOST]
