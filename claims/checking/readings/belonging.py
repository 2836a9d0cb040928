"""Rows of a kind that is said, by their own cells or by what another table says of their things: "organic estates"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking.query import Filter, same, select
from claims.checking.readings import kinds
from claims.checking.remembered import remembered
from claims.checking.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.readings.limit import Limit
    from claims.checking.tables import View
    from claims.checking.ties import Binding

COVERED = 0.8  # of the names of a column, at least, that another table has to describe
TIED, MOST, LARGE, JOINED = 0.6, 6, 2_000, 0.97


def elsewhere(desk: Desk, view: View) -> Iterator[Limit]:
    """Yield the kinds that another table gives the things of this one: medals "of organic estates"."""
    for column, other in _described(desk, view):
        for limit in kinds.kinds(desk, other):
            if limit.where[0].column in view.columns:
                continue
            if rows := _of(view, column, other, limit.where):
                yield replace(limit, where=(rows,), words=JOINED * limit.words, noun=False)


@remembered
def belonging(desk: Desk, view: View) -> list[Selection]:
    """Give the rows of each kind that is said, and those of the things that another table puts under a name."""
    if view.size > LARGE:
        return []
    limits = [*kinds.kinds(desk, view), *elsewhere(desk, view)]
    found = [
        Selection(where=limit.where, filled=((limit.where[0].column, _said(limit)),), subject=limit.words)
        for limit in limits
    ]  # fmt: skip
    found += under(desk, view)
    return list({s.where: s for s in reversed(found)}.values())[::-1]


@remembered
def under(desk: Desk, view: View) -> list[Selection]:
    """Give the rows of the things that another table puts under a name close by: the incidents of an owner's ships."""
    return [s for b in desk.context.bindings[:MOST] if b.weight >= TIED for s in _under(desk, view, b)]


def _under(desk: Desk, view: View, binding: Binding) -> Iterator[Selection]:
    """Yield the rows of what another table puts under a name that this one does not have: an owner's estates."""
    name = binding.mention.best
    if not name[:1].isupper() or view.has(name):
        return
    for column, other in _described(desk, view):
        for attribute in [c for c in other.names if c != other.entity and len(other.rows(c, name)) > 1]:
            if rows := _of(view, column, other, (same(other, attribute, name),)):
                yield Selection(where=(rows,), filled=((column, name),), subject=JOINED * binding.weight)


def _said(limit: Limit) -> str:
    value = limit.where[0].value
    return value if isinstance(value, str) else " ".join(sorted(limit.stems))


def _of(view: View, column: str, other: View, where: tuple[Filter, ...]) -> Filter | None:
    """Give the condition that the thing of a row is one of some that another table chooses, if it tells rows apart."""
    cells = other.cells(other.entity)
    names = tuple(dict.fromkeys(str(cells[row]) for row in select(other, where)))
    chosen = Filter(column, "in", names)
    return chosen if 0 < len(names) < other.size and 0 < len(select(view, (chosen,))) < view.size else None


def _described(desk: Desk, view: View) -> list[tuple[str, View]]:
    """Give the columns whose names are those of another table that has a row for each, with that table."""
    tables = [v for v in desk.views if v is not view and v.form is None and v.entity and not v.repeats]
    return [(c, other) for other in tables if other.size <= LARGE for c in _naming(view, other)]


@remembered
def _naming(view: View, other: View) -> list[str]:
    """Give the columns of a table that name things of another."""
    known = {*other.distinct(other.entity)}
    found = []
    for column in view.of_role("entity", "category", "key"):
        names = {n for n in view.distinct(column) if isinstance(n, str)} if view.columns[column].named else set()
        if len(names) > 1 and len(names & known) >= COVERED * len(names):
            found.append(column)
    return found
