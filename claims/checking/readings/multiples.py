"""How many times one thing's measure is another's, or what part of it: "three times as many", "half the size of"."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from claims.checking.query import Query, compute, same, select
from claims.checking.readings.changes import OTHER_KINDS, alone, multiple
from claims.checking.readings.comparisons import with_a_time
from claims.checking.readings.degrees import MEASURED, Degree
from claims.checking.readings.gaps import entity_pairs, paired
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import one_or_sum, weight
from claims.checking.readings.shares import form, of_parts, sensible
from claims.checking.readings.together import name_in
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import View

SIZE, BIG = "size", Degree("bigger", "big")
NO_SIZES = frozenset({"money", "percent", "duration"})
SAID, TIED, MOST = 0.6, 0.5, 3


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield how many times over, or what part of, one thing is another."""
    value = desk.value
    if value is None or value.kind in OTHER_KINDS or in_a_row(desk.context):
        return
    if not (value.kind == "ratio" and multiple(value)) and not of_parts(desk):
        return
    if with_a_time(desk):  # "twice as fast as on March 1" is of one thing
        return
    for view in desk.views:
        single, several = entity_pairs(desk, view), list(_groups(desk, view))
        for column in view.measures if single or several else ():
            kind = view.columns[column].kind
            if value.kind == kind == "percent":  # a percentage is no percentage of another
                continue
            if kind in NO_SIZES and _degree(desk) is BIG:
                continue
            words = max(weight(desk, view, column), _hinted(desk, view, column))
            for pair in [*single, *(several if words >= SAID else ())] if words >= 0.25 else ():
                yield from _over(desk, view, column, pair, words)


def _hinted(desk: Desk, view: View, column: str) -> float:
    """Say how well what is compared names a measure; a size is the only measure that a table of times has."""
    degree = _degree(desk)
    if degree is None:
        return 0.0
    return max(degree.hint(view, column), SAID if degree is BIG and view.year and alone(view, column) else 0.0)


@remembered
def _degree(desk: Desk) -> Degree | None:
    """Give what the words compare: the size of "half the size", the height of "twice as tall"."""
    words = [*(t.lower_ for t in desk.context.tokens), *desk.context.after[:3]]
    return next(
        (BIG if word == SIZE else Degree(word, word) for word in words if word == SIZE or word in MEASURED), None
    )


def _groups(desk: Desk, view: View) -> Iterator[tuple[Selection, Selection]]:
    """Yield pairs of things close by that have several rows of a table, though not one a year: owners of hotels."""
    if view.year:
        return
    for column in view.names:
        found: dict[str, Selection] = {}
        for binding in desk.context.bindings:
            name = name_in(desk, view, column, binding.mention.best) if binding.weight >= TIED else ""
            if name and name not in found:
                where = (same(view, column, name),)
                found[name] = Selection(where, ((column, name),), binding.weight, time=0.8)
        for one, other in combinations(list(found.values())[:MOST], 2):
            if len(select(view, one.where)) > 1 or len(select(view, other.where)) > 1:
                yield one, other


def _over(desk: Desk, view: View, column: str, pair: tuple[Selection, Selection], words: float) -> Iterator[Reading]:
    """Yield the one over the other, and the other over the one, as far as the quotient can be what is said."""
    part = not (desk.value and multiple(desk.value))
    first, second = pair
    for left, right in (pair, (second, first)):
        one, other = one_or_sum(view, column, left.where), one_or_sum(view, column, right.where)
        if sensible(compute(one, desk.tables).value, compute(other, desk.tables).value, multiples=not part):
            yield Reading(
                family="ratio", query=Query(
                    operation="share" if part else "ratio", table=view.name, left=one, right=other,
                ),
                parts=(("subject", paired(first, second)), ("words", words), ("time", first.time)),
                said=f"{column} of {left.who} over that of {right.who}", unit="%" if part else "",
                form=form(desk) if part else "ratio", refutes=left is first and not part,
            )  # fmt: skip
