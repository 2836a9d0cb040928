"""Races: by how much one of those who took part is ahead of another, or of whoever came next."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from claims.checking.courses import Course, course
from claims.checking.query import Filter, Query, same, select
from claims.checking.readings.changes import led_by, unit_of
from claims.checking.readings.fits import fit
from claims.checking.readings.gaps import compared
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import cell, repeated
from claims.checking.scoring import Reading
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import View
    from claims.checking.ties import Binding

WON = frozenset(stem(w) for w in "win won victory beat edge pip lead triumph prevail".split())
LOST = frozenset(stem(w) for w in "lose lost beaten miss".split())
MOST_RACES, TIED, FITTING = 3, 0.45, 0.7
NEXT = 0.85
"""How well a margin that somebody won by fits the one who came next, who is not named."""


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the gaps between two of a race that a measured value may be."""
    value = desk.value
    if value is None or value.kind not in ("duration", "quantity", "number") or in_a_row(desk.context):
        return
    by = led_by(desk.context)[:1] == ["by"]
    if not (by or compared(desk.context) or desk.context.compares):
        return
    for view in desk.views_with(course):
        for column in view.measures:
            if (kind := fit(value, view.columns[column])) >= FITTING and column != _course(view).place:
                yield from _gaps(desk, view, column, kind, by=by)


def _gaps(desk: Desk, view: View, column: str, kind: float, *, by: bool) -> Iterator[Reading]:
    """Yield the gap between two that are named; where one is, and has won, that to whoever came next."""
    found = _course(view)
    racers = [b for b in desk.context.bindings if b.weight >= TIED and view.rows(found.racer, b.mention.best)]
    named = list({b.mention.best: b for b in reversed(racers)}.values())
    one = max(named, key=lambda b: b.weight, default=None)
    others = [b for b in named if b is not one]
    stems = desk.context.clause_stems
    if one is None:
        return
    if not others and by and stems & (WON | LOST):
        behind = 1 if stems & WON and not stems & LOST else -1
        yield from _between(desk, view, column, kind, [(one, race, behind) for race in races(desk, view, one)])
    for other in others[:1]:
        shared = [r for r in races(desk, view, one) if select(view, (*r, same(view, found.racer, other.mention.best)))]
        yield from _between(desk, view, column, kind, [(one, race, other) for race in shared])


def _between(
    desk: Desk, view: View, column: str, kind: float, pairs: list[tuple[Binding, tuple[Filter, ...], Binding | int]]
) -> Iterator[Reading]:
    meaning, found = view.columns[column], _course(view)
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


def races(desk: Desk, view: View, one: Binding) -> list[tuple[Filter, ...]]:
    """Give the races that one took part in, of those that the sentence names if it names any."""
    found = _course(view)
    own = same(view, found.racer, one.mention.best)
    narrowed: tuple[Filter, ...] = (own,)
    for binding in desk.context.bindings:
        for column in found.race if binding.weight >= TIED else ():
            values = (v for v, _ in binding.mention.values if _left(view, narrowed, column, v))
            more = next((same(view, column, v) for v in values), None)
            if more is not None and all(f.column != column for f in narrowed):
                narrowed = (*narrowed, more)
    rows = select(view, narrowed)
    keys = dict.fromkeys(tuple(view.cells(c)[row] for c in found.race) for row in islice(rows, 50))
    return [tuple(Filter(c, "=", v) for c, v in zip(found.race, key, strict=True)) for key in keys][:MOST_RACES]


def _course(view: View) -> Course:
    found = course(view)
    assert found is not None
    return found


def _left(view: View, where: tuple[Filter, ...], column: str, value: str) -> bool:
    """Say whether rows are left where a column holds a value."""
    return bool(view.rows(column, value)) and bool(select(view, (*where, same(view, column, value))))
