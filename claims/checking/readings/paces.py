"""Rates that things are ranked by: the slowest line, the densest district, the most pupils for each teacher."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.checking.query import Query, select
from claims.checking.readings.apiece import PEOPLE, called, own_stems, ranked_for
from claims.checking.readings.degrees import moving
from claims.checking.readings.figures import MOST_ROWS, Figure, added, cell_of, joined, sampled, stems
from claims.checking.readings.measures import one_or_sum
from claims.checking.remembered import remembered
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claims.checking.desk import Desk
    from claims.checking.readings.figures import Rows
    from claims.checking.tables import View
    from claims.types import Value

AREA, AREAS = stems("area land hectare acre"), frozenset({"km2", "ha", "m2", "acre"})
MOVING, CROWDED = {"slow": "min", "fast": "max"}, {"dense": "max", "crowded": "max"}
ASKED = 0.85
YIELD, WEIGHTS = stems("yield harvest crop"), frozenset({"t", "kg", "L"})


def figures(desk: Desk) -> Iterator[Figure]:
    """Yield one measure over another where a word ranks by it, or the words say what it is for each of."""
    if desk.value is not None and desk.value.kind != "ordinal":
        return
    words = {t.lower_ for t in desk.context.tokens} | {*desk.context.after[:3]}
    for view in desk.views:
        for one, other, ends in _paces(view):
            if any(word.startswith(base[:4]) for base in ends for word in words):
                yield _figure(view, one, view, other, ends)
    for view, one, other_view, other in _each(desk):
        yield _figure(view, one, other_view, other, {})


def _figure(view: View, one: str, other_view: View, other: str, ends: Mapping[str, str]) -> Figure:
    factor = view.columns[one].scale / other_view.columns[other].scale

    def of(rows: Rows) -> Query | None:
        chosen = select(view, rows)
        if not 0 < len(chosen) <= MOST_ROWS:
            return None
        below = one_or_sum(view, other, rows) if other_view is view else None
        below = below or added(view, one, {row: cell_of(view, row, other_view, other) for row in chosen})
        return below and Query(
            operation="ratio", table=view.name, left=one_or_sum(view, one, rows), right=below, factor=factor
        )

    return Figure(
        view=view, column=one, said=f"{one} for each of {other}", asked=ASKED, of=of, suits=_never, family="ratio",
        ends=ends, nouns=own_stems(view, one) | stems("yield rate ratio number"), plain=True,
    )  # fmt: skip


def _never(_value: Value) -> bool:
    """Leave figures to the readings of rates."""
    return False


@remembered
def _paces(view: View) -> list[tuple[str, str, Mapping[str, str]]]:
    """Find the one length of a table with its times, its one population with its one area."""
    people = [c for c in view.measures if PEOPLE & own_stems(view, c)]
    areas = [c for c in view.measures if AREA & own_stems(view, c) or view.columns[c].unit in AREAS]
    dense = [(people[0], areas[0], CROWDED)] if len(people) == len(areas) == 1 else []
    return [*((a, b, MOVING) for a, b in moving(view)), *dense]


def _each(desk: Desk) -> Iterator[tuple[View, str, View, str]]:
    """Yield the measures that the words behind a superlative set against each other: "most pupils per teacher"."""
    apiece = ranked_for(desk)
    before = [*apiece.before, *(stem(t.text) for t in desk.context.tokens)] if apiece else []
    for other_view, other in apiece.columns if apiece else ():
        for view in desk.views:
            near = view is other_view or any(joined(view, row, other_view) for row in sampled(view))
            for one in view.measures if near else ():
                if (view, one) != (other_view, other) and any(_named(view, one, word) for word in before):
                    yield view, one, other_view, other


def _named(view: View, column: str, noun: str) -> bool:
    """Say whether a noun is for a column, "yield" for one of weights."""
    return called(view, column, noun) or (noun in YIELD and view.columns[column].unit in WEIGHTS)
