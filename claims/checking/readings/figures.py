"""Figures that no column holds: made of two or three measures of one thing, some of them in another table."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.query import Filter, Query, same, select
from claims.checking.readings.measures import cell
from claims.checking.remembered import remembered
from claims.checking.words import kinship, stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claims.checking.desk import Desk
    from claims.checking.tables import View
    from claims.types import Value

Rows = tuple[Filter, ...]
MOST_ROWS, SAMPLED, BEFORE, NEAR = 80, 40, 260, 0.8
ONE = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of the rows of a table: how it is asked for, computed and compared, and which adjectives rank by it.

    `asked` says how surely the words ask for it, `plain` whether it may refute; `nouns` are words that stand for it;
    `ends` are adjectives with the end that they mean.
    """

    view: View
    column: str
    said: str
    asked: float
    of: Callable[[Rows], Query | None]
    suits: Callable[[Value], bool]
    family: str
    unit: str = ""
    scale: Decimal | None = None
    plain: bool = False
    ends: Mapping[str, str] = field(default_factory=dict)
    nouns: frozenset[str] = frozenset()


def stems(words: str) -> frozenset[str]:
    """Give the stems of a list of words."""
    return frozenset(stem(word) for word in words.split())


def named_in(own: Iterable[str], said: Iterable[str]) -> bool:
    """Say whether one of a column's words is said, by itself or a near one."""
    said = list(said)
    return any(kinship(one, other) >= NEAR for one in own for other in said)


@remembered
def said_before(desk: Desk) -> frozenset[str]:
    """Give the stems of the sentences just before."""
    start = desk.context.sentence[0]
    return frozenset(stem(w.strip(".,;:?!'\"()")) for w in desk.context.text[max(0, start - BEFORE) : start].split())


@remembered
def only(view: View, row: int) -> Rows | None:
    """Give the conditions that choose one row, None where none do: a thing and its time."""
    keys = (view.entity, view.year, view.month, view.quarter, view.sequence, view.day, view.start, *view.names)
    conditions: Rows = ()
    for column in dict.fromkeys(k for k in keys if k):
        found = view.cells(column)[row]
        if found is not None and view.columns[column].dtype != "list":
            conditions = (*conditions, Filter(column, "=", found))
            if len(select(view, conditions)) == 1:
                return conditions
    return None


@remembered
def joined(view: View, row: int, other: View) -> Rows | None:
    """Choose the one row that another table has for what a row is of, and for its year where it has years."""
    times: Rows = ()
    if other.year:
        year = view.cells(view.year)[row] if view.year else None
        if year is None:
            return None
        times = (Filter(other.year, "=", year),)
    for column in dict.fromkeys([*view.names, *view.of_role("key")]):
        found = view.cells(column)[row]
        for named in (column, other.entity) if found is not None and not isinstance(found, tuple) else ():
            if named in other.columns and other.columns[named].role in ("entity", "key") and named != other.year:
                conditions = (same(other, named, found), *times)
                if len(select(other, conditions)) == 1:
                    return conditions
    return None


def cell_of(view: View, row: int, other: View, column: str) -> Query | None:
    """Ask for the cell of a column in the same row, or in that which another table has for it."""
    where = only(view, row) if other is view else joined(view, row, other)
    return cell(other, column, where) if where is not None else None


def number_of(view: View, row: int, other: View, column: str) -> Decimal | None:
    """Give the number that a column has for a row, None where it has none above zero."""
    asked = cell_of(view, row, other, column)
    rows = select(other, asked.where) if asked else ()
    found = other.cells(column)[rows[0]] if len(rows) == 1 else None
    return found if isinstance(found, Decimal) and found > 0 else None


def sampled(view: View) -> Sequence[int]:
    """Give rows from all over a table."""
    return range(0, view.size, max(1, view.size // SAMPLED))


def added(view: View, column: str, asked: Mapping[int, Query | None]) -> Query | None:
    """Add up what is asked of each row, None where one can't be asked."""
    each = {f"{view.label(row)} ({row})": query for row, query in asked.items() if query is not None}
    if len(each) != len(asked) or not each:
        return None
    if len(each) == 1:
        return next(iter(each.values()))
    return Query(operation="each sum", table=view.name, column=column, each=tuple(each.items()))


def times(one: Query | None, other: Query | None, factor: Decimal = ONE) -> Query | None:
    """Multiply two answers."""
    if one is None or other is None:
        return None
    return Query(operation="times", table=one.table, left=one, right=other, factor=factor)
