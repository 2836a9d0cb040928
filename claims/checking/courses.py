"""Tables of results: who came in which place of which race."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from claims.checking.readings.fits import RANKS
from claims.checking.remembered import remembered
from claims.checking.words import stem

if TYPE_CHECKING:
    from claims.checking.tables import View

PLACES = {*RANKS, stem("pos")}
MOST_COLUMNS, FEWEST, LARGEST = 3, 2, 20_000


class Course(NamedTuple):
    """How a table of results goes: who came in which place of which race."""

    place: str
    racer: str
    race: tuple[str, ...]


@remembered
def course(view: View) -> Course | None:
    """Find who came in which place of which race; None where the table is none of results."""
    places = [c for c in (*view.measures, *view.of_role("key")) if PLACES & {stem(w) for w in view.columns[c].words}]
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
