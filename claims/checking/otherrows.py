"""Rows about another thing: the day of a race elsewhere, where the place that is named with the day has its own."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from claims.checking.occasion import ASIDE
from claims.checking.periods import period_of
from claims.checking.query import select
from claims.checking.remembered import remembered
from claims.checking.scoring import CELLS
from claims.checking.standing import places

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.periods import Period
    from claims.checking.standing import Place
    from claims.checking.tables import View
    from claims.checking.weighing import Result


def of_another(desk: Desk, result: Result) -> bool:
    """Say whether a day is that of some rows of many, which have another name where one is named with the day."""
    value, found = desk.value, result.found
    told = result.reading.family == "dated figure"  # by a figure, whatever else is named
    if value is None or value.kind not in ("date", "period") or not found.rows or told:
        return False
    view = desk.tables[found.table]
    names = tuple(f for f in result.reading.query.where if isinstance(f.value, str))
    if not view.day or len(select(view, names)) < 2:
        return False
    others = _named_with(desk, view)
    return all(any(all(_differs(view, row, p) for p in said) for said in others) for row in found.rows)


def without_others(desk: Desk, results: list[Result]) -> list[Result]:
    """Leave out days of another row; where one agrees, only the row of all that is named tells another day."""
    results = [r for r in results if not _of_another_day(desk, r)]
    if _likely(desk):
        results = [r for r in results if not _outnamed(r, results)]
    astray = [r for r in results if of_another(desk, r)]
    tables = {r.found.table for r in astray if r.outcome == "agrees"}
    return [
        r for r in results
        if r not in astray and not (tables and r.outcome == "disagrees" and not _of_all(desk, r, tables))
    ]  # fmt: skip


def _outnamed(result: Result, results: list[Result]) -> bool:
    """Say whether a day that agrees is that of a row which is named less surely than another of its table is."""
    reading = result.reading
    if result.outcome != "agrees" or reading.family not in DAYS:
        return False
    return any(
        o.outcome == "disagrees" and o.reading.family in DAYS
        and (o.reading.query.table, o.reading.query.column) == (reading.query.table, reading.query.column)
        and o.reading.part("subject") - reading.part("subject") >= AHEAD
        and o.reading.part("words") >= reading.part("words") - SLACK
        for o in results
    )  # fmt: skip


DAYS = frozenset({"date", "event"})
AHEAD, SLACK, WEEK = 0.15, 0.05, 7


def _likely(desk: Desk) -> bool:
    """Say whether a time is so long that some day or other lies in it."""
    period = period_of(desk.value.iso) if desk.value else None
    return period is not None and (period[1] - period[0]).days > WEEK


def _of_another_day(desk: Desk, result: Result) -> bool:
    """Say whether a row happened at another time than is given: in June, where "21 shops closed in May" is told.

    It tells no figure wrong, and bears no name out where something else happened to the same at that time.
    """
    found, view = result.found, desk.tables[result.found.table]
    if not view.day or not found.rows or result.reading.query.left is not None or not (stated := _stated(desk)):
        return False
    queries = [f for f in result.reading.query.where if isinstance(f.value, str)]
    if any(f.column == view.entity for f in queries):
        return False
    if any(_happened(view, row, stated) for row in found.rows):
        return False
    if desk.value is not None:
        return result.outcome == "disagrees" and result.reading.family in CELLS
    if result.outcome != "agrees" or desk.statement.kind not in NAMED:
        return False
    return any(_happened(view, row, stated) for row in select(view, tuple(queries)))


NAMED = frozenset({"association", "category"})


@remembered
def _stated(desk: Desk) -> list[Period]:
    """Give the times of a year at most that the clause itself gives."""
    at = [w.period for w in desk.context.times if w.role == "at" and w.weight >= TOLD]
    return [period for period in at if (period[1] - period[0]).days <= A_YEAR]


def _happened(view: View, row: int, stated: list[Period]) -> bool:
    """Say whether something of a row happened in one of some times, or nothing says when."""
    days = [day for c in view.of_role("date", "from", "to") if isinstance(day := view.cells(c)[row], dt.date)]
    return not days or any(first <= day <= last for day in days for first, last in stated)


TOLD, A_YEAR = 0.95, 366


def _of_all(desk: Desk, result: Result, tables: set[str]) -> bool:
    """Say whether a row is chosen by everything that is named with the day, two things at least."""
    if result.found.table not in tables or result.reading.part("words") < SAID:
        return False
    names = {f.value for f in result.reading.query.where if isinstance(f.value, str)}
    context = desk.context
    spelt = {m.best for m in context.discourse.mentions_in(context.sentence) if not m.back}
    said = _named_with(desk, desk.tables[result.found.table])
    return len(names) >= TWO and names <= spelt and all(any(p.value in names for p in found) for found in said)


TWO, SAID = 2, 0.8


def _differs(view: View, row: int, place: Place) -> bool:
    """Say whether a row has another name in a column."""
    cell = view.cells(place.column)[row]
    return isinstance(cell, str) and bool(cell) and place.value not in cell and cell not in place.value


@remembered
def _named_with(desk: Desk, view: View) -> list[tuple[Place, ...]]:
    """Give where a table has each thing that is named under the verb of a time, the only one of its column."""
    context = desk.context
    top = _top(context.head)
    mentions = [m for m in context.discourse.mentions_in(context.sentence) if m.named and not m.back and m.values]
    placed = [(m, places(desk.index, m.values).get(view.name, ())) for m in mentions]
    times = Counter(column for _, found in placed for column in {place.column for place in found})
    return [
        found for mention, found in placed
        if found and top is not None and len(mention.values) == 1
        and all(times[place.column] == 1 for place in found)
        and _under(context.document.tokens(mention.start, mention.end).root, top)
    ]  # fmt: skip


def _under(token: Token, top: Token) -> bool:
    """Say whether a word stands under a verb, or leads it where the parse takes that for an aside: "Lee, 32, won"."""
    above = _top(token)
    subject = any(c.dep_ in ("nsubj", "nsubj:pass") for c in top.children)
    return (above is not None and above.i == top.i) or (
        top.dep_ == "parataxis" and top.head.i == token.i and not subject
    )


def _top(token: Token) -> Token | None:
    """Give the verb, or the predicate, that a word stands under; None where a clause told aside parts them."""
    for _ in range(10):
        if token.dep_ in ASIDE:
            return None
        if token.pos_ in ("VERB", "AUX") or token.head.i == token.i:
            return token
        token = token.head
    return None
