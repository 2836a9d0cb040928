"""One sum of money in another, told in coins: "19 cents of every dollar of revenue", "for each pound, 12p"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import permutations
from typing import TYPE_CHECKING

from claims.checking.agreement import figured
from claims.checking.query import Query, compute
from claims.checking.readings.axes import by_year
from claims.checking.readings.measures import cell, single, tie, whole
from claims.checking.readings.shares import comparable
from claims.checking.scoring import Reading
from claims.checking.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import Cell, View
    from claims.types import Value

EVERY = re.compile(r"\b(?:of|in|from|on|for|out of) (?:every|each) (?!one\b)[a-z]+", re.IGNORECASE)
LEAST, SURE = 0.25, 0.75
Side = tuple[str, Query]


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield one column of money as a part of another where the words say "of every dollar"."""
    value, (start, end) = desk.value, desk.context.sentence
    if value is None or value.kind != "money" or not isinstance(value.amount, Decimal) or not 0 < value.amount < 1:
        return
    if not EVERY.search(desk.context.text[start:end]):
        return
    for view in desk.views:
        words = {c: w for c in view.measures if (w := desk.words(view, c)) >= LEAST}
        for one, other in permutations(words, 2):
            if comparable(view.columns[one], view.columns[other]):
                for selection, left, right in _cells(desk, view, one, other):
                    if _is_part(compute(left, desk.tables).value, compute(right, desk.tables).value):
                        yield _share(view, (one, left), (other, right), selection, (words[one], words[other]), value)


def _is_part(one: Cell, other: Cell) -> bool:
    return isinstance(one, Decimal) and isinstance(other, Decimal) and 0 < one < other


def _cells(desk: Desk, view: View, one: str, other: str) -> Iterator[tuple[Selection, Query, Query]]:
    """Yield both columns in the rows that are named or the times choose, and summed over the years."""
    for selection in [*single(desk, view, 3), *desk.series(view)[:3]]:
        yield selection, cell(view, one, selection.where), cell(view, other, selection.where)
    everything = Selection(subject=whole(desk, view))
    stated = {w.period[0].year: w.weight for w in reversed(desk.context.times)}
    sums = by_year(view, other, everything) if view.series else {}
    for year, query in by_year(view, one, everything).items() if sums else ():
        last = year == max(sums)
        time = max(stated.get(year.start.year, 0.0), 0.75 if last else 0.3)
        yield replace(everything, time=time, when=year.label), query, sums[year]


def _share(
    view: View, part: Side, all_of_it: Side, selection: Selection, words: tuple[float, float], value: Value
) -> Reading:
    (one, left), (other, right) = part, all_of_it
    assert isinstance(value.amount, Decimal)
    hundredths = replace(
        value, kind="percent", unit="%", amount=100 * value.amount, step=100 * (value.step or Decimal(0))
    )
    return Reading(
        family="share", query=Query(operation="share", table=view.name, left=left, right=right),
        parts=(("subject", tie(selection)), ("words", sum(words) / 2), ("time", selection.time), ("kind", 0.9)),
        said=f"{one} as a share of {other} in {selection.when or selection.who}", unit="%", form="check",
        asserted=figured(hundredths, "%", None, "in hundredths"), refutes=min(words) >= SURE,
    )  # fmt: skip
