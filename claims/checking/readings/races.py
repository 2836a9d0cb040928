"""Races: by how much one of those who took part is ahead of another, or of whoever came next."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.courses import LOST, WON, course, racers, races, shared, the_course
from claims.checking.query import Filter, Query, same, select
from claims.checking.readings.changes import led_by, unit_of
from claims.checking.readings.fits import fit
from claims.checking.readings.gaps import compared
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import cell, repeated
from claims.checking.scoring import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.checking.desk import Desk
    from claims.checking.tables import View
    from claims.checking.ties import Binding

AHEAD = frozenset("ahead behind clear faster slower quicker better further adrift back".split())
FITTING = 0.7
NEXT = 0.85
"""How well a margin that somebody won by fits the one who came next, who is not named."""


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the gaps between two of a race that a measured value may be."""
    value = desk.value
    if value is None or value.kind not in ("duration", "quantity", "number") or in_a_row(desk.context):
        return
    by = led_by(desk.context)[:1] == ["by"]
    if not (by or compared(desk.context) or desk.context.compares or AHEAD & {*desk.context.after[:3]}):
        return
    for view in desk.views_with(course):
        for column in (c for c in view.measures if _measured(view, c)):
            if (kind := fit(value, view.columns[column])) >= FITTING:
                yield from _gaps(desk, view, column, kind, by=by)


def _measured(view: View, column: str) -> bool:
    """Say whether a column holds times, distances or marks, and no places or lanes."""
    meaning = view.columns[column]
    return meaning.kind in ("duration", "quantity") or meaning.decimals > 0


def _gaps(desk: Desk, view: View, column: str, kind: float, *, by: bool) -> Iterator[Reading]:
    """Yield the gap between two that are named; where one is, and has won, that to whoever came next."""
    named = racers(desk, view)
    stems = desk.context.clause_stems
    won, lost = bool(stems & WON), bool(stems & LOST)
    if len(named) == 1 and by and (won or lost):
        pairs = [(named[0], race, -1 if lost else 1) for race in races(desk, view, named[0])]
        yield from _between(desk, view, column, kind, pairs)
    elif len(named) > 1:
        passive = any(t.lower_ == "beaten" for t in desk.context.line)  # "was beaten by", or "had beaten him"
        ahead = 0 if won == lost or passive else 1 if won else -1
        both = shared(desk, view, named[0], named[1], ahead)
        yield from _between(desk, view, column, kind, [(named[0], race, named[1]) for race in both])


def _between(
    desk: Desk, view: View, column: str, kind: float, pairs: Sequence[tuple[Binding, tuple[Filter, ...], Binding | int]]
) -> Iterator[Reading]:
    meaning, found = view.columns[column], the_course(view)
    for one, race, other in pairs:
        mine = (*race, same(view, found.racer, one.mention.best))
        left = cell(view, column, mine)
        if isinstance(other, int):
            place = view.cells(found.place)[select(view, mine)[0]]
            theirs = Filter(found.place, "=", place + other) if isinstance(place, Decimal) else None
            against, subject = "the next", one.weight
        else:
            theirs = same(view, found.racer, other.mention.best)
            against, subject = other.mention.best, 0.6 * one.weight + 0.4 * other.weight
        if theirs is None or len(select(view, (*race, theirs))) != 1:
            continue
        right = cell(view, column, (*race, theirs))
        told = max(repeated(desk, query, meaning) for query in (left, right))
        if len(pairs) > 1 and not told:
            continue
        where = ", ".join(str(f.value) for f in race)
        yield Reading(
            family="gap", query=Query(operation="difference", table=view.name, left=left, right=right),
            parts=(
                ("subject", subject), ("words", NEXT if isinstance(other, int) else 0.95), ("kind", kind),
                ("time", 0.9),
            ),
            said=f"{column} of {one.mention.best} less that of {against} in {where}",
            unit=unit_of(desk, meaning.unit), scale=meaning.scale, size=True, refutes=len(pairs) == 1,
        )  # fmt: skip
