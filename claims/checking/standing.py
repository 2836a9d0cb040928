"""Where in the tables something named stands: as said, by its code, by what it implies."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claims.checking.query import Filter, same
from claims.checking.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.index import Index
    from claims.checking.tables import View

CODED, IMPLIED, BESIDE = 0.95, 0.8, 0.9

Values = tuple[tuple[str, float], ...]
"""What a name may stand for, with weights."""


class Place(NamedTuple):
    """A column and one of its cells; how surely the name means it, and how surely the row is then about it."""

    column: str
    value: str
    condition: Filter
    weight: float
    sure: float
    main: float


@remembered
def places(index: Index, values: Values) -> dict[str, tuple[Place, ...]]:
    """Give the places of what a name may stand for, by table."""
    every = {view.name: tuple(_said(view, values) or _coded(index, view, values) or _decoded(index, view, values)
                                 or _implied(index, view, values))
             for view in index.tables}  # fmt: skip
    return {table: found for table, found in every.items() if found}


@remembered
def sureness(index: Index, values: Values) -> dict[str, float]:
    """Say of each table how surely what a name may stand for is in it."""
    return {table: max(place.weight * place.sure for place in found) for table, found in places(index, values).items()}


def _said(view: View, values: Values) -> list[Place]:
    return [_place(view, c, value, weight, 1.0) for value, weight in values for c in view.names if view.rows(c, value)]


def _coded(index: Index, view: View, values: Values) -> list[Place]:
    """Find a thing by the code that another table gives it."""
    codes = [(index.codes[value], weight) for value, weight in values if value in index.codes]
    return [_place(view, c, code, weight, CODED) for code, weight in codes for c in view.names if view.rows(c, code)]


def _decoded(index: Index, view: View, values: Values) -> list[Place]:
    """Find a thing by its name where its code is said."""
    known = index.tables.decoded
    names = [(name, weight) for value, weight in values for name in known.get(value, ())]
    return [_place(view, c, name, weight, CODED) for name, weight in names for c in view.names if view.rows(c, name)]


def _implied(index: Index, view: View, values: Values) -> Iterator[Place]:
    """Find what the table is about where a name implies one such thing: the hospital for its place."""
    for value, weight in values if view.entity else ():
        implied = [name for name in index.implied(value) if view.rows(view.entity, name)]
        if len(implied) == 1:
            yield _place(view, view.entity, implied[0], weight, IMPLIED)


def _place(view: View, column: str, value: str, weight: float, sure: float) -> Place:
    main = 1.0 if view.entity in (column, "") else BESIDE
    return Place(column, value, same(view, column, value), weight, sure, main)
