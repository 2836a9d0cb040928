"""Tables of results: who came in which place of which race."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, islice
from typing import TYPE_CHECKING, NamedTuple

from claims.checking.query import Filter, same, select
from claims.checking.readings.fits import RANKS
from claims.checking.remembered import remembered
from claims.checking.words import stem

if TYPE_CHECKING:
    from claims.checking.desk import Desk
    from claims.checking.tables import View
    from claims.checking.ties import Binding

PLACES = {*RANKS, stem("pos")}
MOST_COLUMNS, FEWEST, LARGEST = 3, 2, 20_000
WON = frozenset(stem(w) for w in "win won victory beat edge pip lead triumph prevail".split())
LOST = frozenset(stem(w) for w in "lose lost miss".split())
MOST_RACES, TIED, NEAR = 12, 0.45, 0.25


class Course(NamedTuple):
    """How a table of results goes: who came in which place of which race."""

    place: str
    racer: str
    race: tuple[str, ...]


@remembered
def course(view: View) -> Course | None:
    """Find who came in which place of which race; None where the table is none of results."""
    places = [c for c in (*view.measures, *view.of_role("key")) if view.called(c, PLACES)]
    if len(places) != 1 or not FEWEST <= view.size <= LARGEST:
        return None
    (place,) = places
    told = [c for c in (*view.names, *view.of_role("date", "year", "key")) if c != place]
    told = [c for c in dict.fromkeys(told) if not view.columns[c].missing]
    for many in range(1, MOST_COLUMNS + 1):
        for race in combinations(told, many):
            named = (c for c in view.names if c not in race and view.columns[c].named)
            racer = next((c for c in named if _apart(view, race, c)), "")
            if racer and _apart(view, race, place) and not _apart(view, race):
                return Course(place, racer, race)
    return None


def _apart(view: View, race: tuple[str, ...], *more: str) -> bool:
    """Say whether some columns tell all rows apart."""
    columns = [view.cells(c) for c in (*race, *more)]
    return len({tuple(column[row] for column in columns) for row in range(view.size)}) == view.size


@remembered
def out_of(desk: Desk, view: View, row: int) -> bool:
    """Say whether a row is of somebody else than those in the sentence who have raced."""
    racer = the_course(view).racer
    inside = desk.context.discourse.mentions_in(desk.context.sentence)
    named = {m.best for m in inside if m.values and view.rows(racer, m.best)}
    return bool(named) and view.cells(racer)[row] not in named


def racers(desk: Desk, view: View) -> list[Binding]:
    """Give those who have raced and are named in the sentence, as they stand there, else those named around it."""
    tied = [b for b in desk.context.bindings if b.weight >= TIED and view.rows(the_course(view).racer, b.mention.best)]
    tied = [b for b in tied if b.mention.start >= desk.context.sentence[0]] or tied
    best = {b.mention.best: b for b in sorted(tied, key=lambda b: b.weight)}
    chosen = sorted(best.values(), key=lambda b: -b.weight)[:2]
    return sorted(chosen, key=lambda b: b.mention.start)


def shared(desk: Desk, view: View, one: Binding, other: Binding, ahead: int = 0) -> list[tuple[Filter, ...]]:
    """Give the races in which two took part, and the one came ahead of the other, or behind, where that is said."""
    found, both = the_course(view), []
    for race in races(desk, view, one):
        rows = [select(view, (*race, same(view, found.racer, b.mention.best))) for b in (one, other)]
        if rows[0] and rows[1]:
            mine, theirs = (view.cells(found.place)[own[0]] for own in rows)
            if isinstance(mine, Decimal) and isinstance(theirs, Decimal) and (theirs - mine) * ahead >= 0:
                both.append(race)
    return both


@remembered
def met(desk: Desk) -> bool:
    """Say whether one has beaten another in a race that some table holds: no other figures are then compared."""
    if not desk.context.clause_stems & (WON | LOST):
        return False
    tables = [(view, named) for view in desk.views_with(course) if len(named := racers(desk, view)) > 1]
    return any(shared(desk, view, one, other) for view, (one, other) in tables)


def races(desk: Desk, view: View, one: Binding) -> list[tuple[Filter, ...]]:
    """Give the races that one took part in, of those that the sentence names if it names any."""
    found = the_course(view)
    own = same(view, found.racer, one.mention.best)
    narrowed: tuple[Filter, ...] = (own,)
    for binding in desk.context.bindings:
        for column in found.race if binding.weight >= NEAR else ():
            values = (v for v, _ in binding.mention.values if _left(view, narrowed, column, v))
            more = next((same(view, column, v) for v in values), None)
            if more is not None and all(f.column != column for f in narrowed):
                narrowed = (*narrowed, more)
    rows = select(view, narrowed)
    keys = dict.fromkeys(tuple(view.cells(c)[row] for c in found.race) for row in islice(rows, 50))
    return [tuple(Filter(c, "=", v) for c, v in zip(found.race, key, strict=True)) for key in keys][:MOST_RACES]


def the_course(view: View) -> Course:
    """Give the course of a table that is known to have one."""
    found = course(view)
    assert found is not None
    return found


def _left(view: View, where: tuple[Filter, ...], column: str, value: str) -> bool:
    """Say whether rows are left where a column holds a value."""
    return bool(view.rows(column, value)) and bool(select(view, (*where, same(view, column, value))))
