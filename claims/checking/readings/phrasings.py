"""Declared phrasings: what the catalog says that words mean settles the reading."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.agreement import WEEKDAYS
from claims.checking.checks import Check
from claims.checking.owners import Owner, elsewhere, owner_of
from claims.checking.query import Filter, Query
from claims.checking.readings.conditions import gap, readings_of
from claims.checking.showing import show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claims.checking.desk import Desk
    from claims.checking.misnamed import Misnamed
    from claims.checking.phrasings import Filled, Hit
    from claims.checking.scoring import Reading
    from claims.checking.tables import Cell, View

WIDE = frozenset({"max", "min", "gap"})


def readings(desk: Desk) -> Iterator[Reading] | None:
    """Give the readings that declared phrasings settle; None where no phrasing covers the statement."""
    statement, discourse = desk.statement, desk.context.discourse
    untold = not (discourse.hits or discourse.wrong) and statement.kind != "phrase"
    if untold or statement.kind in ("quotation", "office"):
        return None
    if statement.kind == "name":
        wrong = next((w for w in desk.context.discourse.wrong if w.span == (statement.start, statement.end)), None)
        return iter((_misnamed(wrong),)) if wrong else None
    if any(
        f.start < statement.end and statement.start < f.end for w in desk.context.discourse.wrong for f in w.figures
    ):
        return iter(())
    if statement.kind == "phrase":
        hits = [
            h
            for h in desk.context.discourse.hits
            if h.phrasing.condition and h.anchor == (statement.start, statement.end)
        ]
        return (r for h in hits for r in readings_of(desk, h))
    if statement.kind == "fact":
        return None
    if any(h.phrasing.condition and h.anchor == (statement.start, statement.end) for h in desk.context.discourse.hits):
        return iter(())
    found = [
        (h, covered(h, statement.start, statement.end)) for h in desk.context.discourse.hits if not h.phrasing.condition
    ]
    if any(not h.filled and h.span[0] < statement.end and statement.start < h.span[1] for h, _ in found):
        return iter(())
    found = [(h, slots) for h, slots in found if slots]
    return (r for h, slots in found for r in _cells(desk, h, slots)) if found else None


def _misnamed(wrong: Misnamed) -> Reading:
    """Ask whose figures they are: no row of that name has them."""
    view = wrong.owner.view
    where = tuple(Filter(f.slot.columns[0], "=", f.amount) for f in wrong.figures)
    query = Query(operation="value", table=view.name, column=wrong.owner.where[0].column, where=where)
    name = wrong.owner.where[0].value
    return wrong.owner.reading(query, "whose figures they are", Check("the same name", lambda found: found == name))


def covered(hit: Hit, start: int, end: int) -> list[Filled]:
    """Give the braces of numbers and words that a span overlaps."""
    return [f for f in hit.filled if f.slot.kind != "name" and f.start < end and start < f.end]


def _cells(desk: Desk, hit: Hit, slots: list[Filled]) -> Iterator[Reading]:
    view = desk.tables[hit.phrasing.table]
    wide = all(f.slot.operation in WIDE for f in slots)
    owner = Owner(view, (), view.name, 0.95) if wide or _only(view) else owner_of(desk.context.discourse, hit, view)
    if owner is None or (slots[0].slot.kind == "number" and not wide and elsewhere(desk, hit)):
        return
    if wide and len(slots) == 1:
        slots = [_ordered(slots[0], hit)]
    queries = [_query(f, owner) for f in slots]
    asked = [f"{f.slot.operation} {' + '.join(f.slot.columns)}".removeprefix("value ") for f in slots]
    said = f"{' and '.join(asked)} of {owner.name}"
    if len(slots) == 1:
        yield _single(desk, owner, slots[0], queries[0], said)
    else:
        pair = Query(operation="pair", table=view.name, left=queries[0], right=queries[1])
        yield owner.reading(pair, said, Check("the same two numbers", _same_pair(slots, wide)))


def _ordered(slot: Filled, hit: Hit) -> Filled:
    """Take the larger number of a pair of the whole table for the largest cell, however they are written."""
    other = next((f for f in hit.filled if f is not slot and f.slot.operation in WIDE), slot)
    if slot.amount == other.amount or (slot.amount > other.amount) == (slot.slot.operation == "max"):
        return slot
    return replace(slot, slot=other.slot)


def _single(desk: Desk, owner: Owner, slot: Filled, query: Query, said: str) -> Reading:
    if slot.slot.kind == "text":
        word = slot.text

        def test(found: object) -> bool | None:
            if not isinstance(found, str) or (found.lower() in WEEKDAYS and word.lower() not in WEEKDAYS):
                return None
            return found.lower() == word.lower()

        return owner.reading(query, said, Check("the same word", test))
    if desk.value is not None and desk.value.comparator != "eq" and isinstance(desk.value.amount, Decimal):
        return owner.reading(query, said, None)
    return owner.reading(query, said, checks.number(slot.amount, slot.amount, "the same number"))


def _same_pair(slots: list[Filled], either: bool) -> Callable[[Cell], bool]:
    """Test for two numbers, in either order where they are those of the whole table."""
    one, other = (show(f.amount) for f in slots[:2])
    return lambda found: found == f"{one}-{other}" or (either and found == f"{other}-{one}")


def _only(view: View) -> bool:
    return view.size == 1


def _query(filled: Filled, owner: Owner) -> Query:
    slot, table = filled.slot, owner.view.name
    if slot.operation == "gap":
        return gap(table, slot.columns)
    if slot.by:
        cell = owner.view.cells(slot.by[1])[owner.row]
        return Query(operation="sum", table=slot.table, column=slot.columns[0], where=(Filter(slot.by[0], "=", cell),))
    where = () if slot.operation in WIDE else owner.where
    return Query(operation=slot.operation, table=table, column=slot.columns[0], more=slot.columns[1:], where=where)
