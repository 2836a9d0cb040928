"""How many things rose or fell: "attendances rose at five of the six hospitals", "two districts lost people"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.manner import COMPARING
from claims.checking.query import COLUMN, Filter, Query, compute
from claims.checking.readings.axes import histories, pairs, time_column
from claims.checking.readings.changes import ALONE, CHANGED, alone
from claims.checking.readings.limit import Limit, said_by
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import alike, weight
from claims.checking.readings.settled import settled
from claims.checking.readings.things import SAID, but_totals, counted, number_of_all, part_of_all, size_of
from claims.checking.scoring import Reading
from claims.checking.selection import Selection
from claims.checking.words import FALL_WORDS, RISE_WORDS, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.readings.things import Counted
    from claims.checking.tables import View

RISES, FALLS = frozenset(map(stem, RISE_WORDS)), frozenset(map(stem, FALL_WORDS))
WAYS = {"up": RISES, "down": FALLS}
BETTER = frozenset(stem(w) for w in COMPARING if stem(w) not in FALLS)
SURE, CLEAR, LEFT_OUT, MOST_THINGS = 0.7, 0.85, 0.65, 1000


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield how many things of a table have more, or less, of a measure than at an earlier time."""
    value = desk.value
    if value is None or value.kind not in ("count", "number") or in_a_row(desk.context):
        return
    stems = desk.context.clause_stems
    if not (isinstance(value.amount, Decimal) and value.amount <= MOST_THINGS and stems & (CHANGED | BETTER | RISES)):
        return
    ways = [way for way, words in WAYS.items() if stems & words] or list(WAYS)
    for view in desk.views:
        thing = counted(desk, view)
        words = thing.words if thing.column in ("", view.entity) else 0.0
        if part_of_all(desk) and number_of_all(desk) == size_of(view):
            words = max(words, LEFT_OUT)
        if view.entity and not view.series and words >= LEFT_OUT:
            yield from (r for way in ways for r in _moved(desk, replace(thing, words=words), way))


def _moved(desk: Desk, thing: Counted, way: str) -> Iterator[Reading]:
    """Yield the number of movers by each measure that may be meant, between the times that the words compare."""
    view, words = thing.view, thing.words
    every = Selection(where=but_totals(view))
    for column in view.measures:
        said = max(weight(desk, view, column), desk.words(view, column), ALONE if alone(view, column) else 0.0)
        first = (alike(view, column) or [column])[0] == column
        history = next(histories(view, column, every, adding=False), {}) if said >= ALONE and first else {}
        only = len(history) == 2  # then no other times can be meant
        sure = [pair for pair in pairs(desk, history, view.columns[column]) if only or pair.sure >= SURE]
        queries = [asked(view, (history[p.now], history[p.base]), every, way) for p in sure]
        one = len({compute(q, desk.tables).value for q in queries}) == 1  # whichever times are meant
        stems = WAYS[way] | said_by(desk, view.columns[column].words)
        moving = Limit((Filter(column, "moved", way),), CLEAR if said >= SAID else said, stems)
        for pair, query in zip(sure, queries, strict=True):
            time = 0.9 if one else pair.sure
            clear = settled(desk, thing, replace(every, time=time), (moving,))
            yield Reading(
                family="movers", query=query,
                parts=(("subject", 0.95 if clear else 0.85), ("words", (words + said) / 2), ("time", time)),
                said=f"number of {view.entity} whose {column} went {way} from {pair.base.label} to {pair.now.label}",
                refutes=clear and time >= CLEAR,
            )  # fmt: skip


def asked(view: View, sides: tuple[Query, Query], every: Selection, way: str) -> Query:
    """Ask how many rows have more in one column than in another, or how many things in the rows of one time."""
    now, base = sides
    if now.column != base.column:
        moved = Filter(now.column, (">" if way == "up" else "<") + COLUMN, base.column)
        return Query(operation="count", table=view.name, where=(*every.where, moved))
    order = time_column(view)
    times = tuple(next(f for f in side.where if f.column == order) for side in sides)
    return Query(
        operation=f"growth count {way}", table=view.name, column=now.column, key=view.entity, order=order,
        where=every.where, having=times,
    )  # fmt: skip
