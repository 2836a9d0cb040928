"""How far a measure is from what it was to be: "over its limit by 73", "10 per cent short of the target"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking.agreement import one_unit
from claims.checking.query import Filter, Query, select
from claims.checking.readings.changes import OTHER_KINDS, gap_fit, unit_of
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import cell, known, repeated, single, tie, weight
from claims.checking.scoring import Reading
from claims.checking.words import STRONG, kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.selection import Selection
    from claims.checking.tables import View

BOUNDS = frozenset(
    stem(w) for w in "capacity limit maximum cap ceiling quota target goal plan threshold minimum allowance".split()
)
BESTS = frozenset(stem(w) for w in "record best".split())
"""What a mark is held against, as a measure is against a bound."""
BESIDE = frozenset("inside outside off away short shy under within below over missed slower faster".split())
BEYOND = frozenset("over above beyond exceeds exceeded exceed past short below under shy beneath missed".split())
ALONE, MOST = 0.45, 8


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the gap between a bound that the sentence names and a measure of the same thing."""
    value, context = desk.value, desk.context
    if value is None or value.kind in (*OTHER_KINDS, "ratio") or in_a_row(context):
        return
    line = {*context.document.words(*context.sentence)}
    stems = context.sentence_stems
    bounded = bool(BEYOND & line) and any(kinship(b, s) >= STRONG for b in BOUNDS for s in stems)
    beside = bool(BESIDE & {*context.before, *context.after})
    nouns = (BOUNDS if bounded else frozenset()) | (BESTS & stems if beside else frozenset())
    found = [r for view in desk.views if nouns for bound in _bounds(view, nouns) for r in _gaps(desk, view, bound)]
    yield from sorted(found, key=lambda r: -r.score)[:MOST]


def _bounds(view: View, nouns: frozenset[str]) -> list[str]:
    """Give the columns that hold what a measure may be or was to be, or the best that it ever was."""
    return [c for c in view.measures if nouns & {stem(w) for w in (*view.columns[c].words, *view.columns[c].forms)}]


def _gaps(desk: Desk, view: View, bound: str) -> Iterator[Reading]:
    """Yield the gap to each measure of the thing in the unit of the bound, of whichever table holds it."""
    meaning = view.columns[bound]
    percent, kind = gap_fit(desk, meaning)
    said = 0.9 if (BOUNDS | BESTS) & desk.context.clause_stems else 0.7
    for mine in single(desk, view, 2) if kind >= 0.5 else ():
        for other, theirs in _same_thing(desk, view, mine):
            for column in other.measures:
                own = other.columns[column]
                alike = one_unit(own.unit, meaning.unit) and (own.kind, own.scale) == (meaning.kind, meaning.scale)
                if (other, column) == (view, bound) or not alike:
                    continue
                fits = max(weight(desk, other, column), ALONE)
                theirs = _told(desk, other, column, theirs)
                if known(other, column, theirs.where) is not None:
                    yield Reading(
                        family="margin",
                        query=Query(
                            operation="percent change" if percent else "difference", table=other.name,
                            left=cell(other, column, theirs.where), right=cell(view, bound, mine.where),
                        ),
                        parts=(
                            ("subject", tie(mine)), ("words", said * (0.5 + fits / 2)), ("kind", kind),
                            ("time", theirs.time),
                        ),
                        said=f"{column} less {bound} of {mine.who}", size=True, refutes=False,
                        unit="%" if percent else unit_of(desk, meaning.unit), scale=None if percent else meaning.scale,
                    )  # fmt: skip


def _same_thing(desk: Desk, view: View, mine: Selection) -> Iterator[tuple[View, Selection]]:
    """Yield the rows of the same name, of the same table and of others."""
    yield view, mine
    names = {value for _, value in mine.filled}
    for other in desk.views:
        if other is not view:
            found = [s for s in desk.selections(other) if names & {value for _, value in s.filled}]
            yield from ((other, s) for s in found[:3])


def _told(desk: Desk, view: View, column: str, theirs: Selection) -> Selection:
    """Choose the row of several whose figure the sentence tells: "at 6.79 metres, five centimetres short"."""
    rows = select(view, theirs.where)
    for row in rows if 1 < len(rows) <= MOST else ():
        where = (*theirs.where, Filter(column, "=", view.cells(column)[row]))
        if repeated(desk, cell(view, column, where), view.columns[column]):
            return replace(theirs, where=where)
    return theirs
