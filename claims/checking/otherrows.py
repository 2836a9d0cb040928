"""Rows about another thing: the day of a race elsewhere, where the place that is named with the day has its own."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claims.checking.occasion import ASIDE
from claims.checking.query import select
from claims.checking.remembered import remembered
from claims.checking.standing import places

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.standing import Place
    from claims.checking.tables import View
    from claims.checking.weighing import Result


def of_another(desk: Desk, result: Result) -> bool:
    """Say whether a day is that of one row of many, which has another name where one is named with the day."""
    value, found = desk.value, result.found
    if value is None or value.kind not in ("date", "period") or len(found.rows) != 1:
        return False
    view, row = desk.tables[found.table], found.rows[0]
    names = tuple(f for f in result.reading.query.where if isinstance(f.value, str))
    if not view.day or len(select(view, names)) < 2:
        return False
    return any(all(_differs(view, row, place) for place in said) for said in _named_with(desk, view))


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
        and (verb := _top(context.document.tokens(mention.start, mention.end).root)) is not None and verb.i == top.i
    ]  # fmt: skip


def _top(token: Token) -> Token | None:
    """Give the verb, or the predicate, that a word stands under; None where a clause told aside parts them."""
    for _ in range(10):
        if token.dep_ in ASIDE:
            return None
        if token.pos_ in ("VERB", "AUX") or token.head.i == token.i:
            return token
        token = token.head
    return None
