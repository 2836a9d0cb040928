"""Figures of tables that name their measures in the rows: a row for "median age", a row for "born abroad, percent"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking.query import Filter, Query, different, select
from claims.checking.readings.fits import AGE, fit
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import tie
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading, word_match
from claims.checking.wideform import GENERIC
from claims.checking.words import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.selection import Selection
    from claims.checking.tables import View
    from claims.types import Value

PERCENT = frozenset(stem(w) for w in "percent percentage pct share rate".split())
UNITS = PERCENT | {stem(w) for w in "number total average".split()}
KINDS = frozenset({"count", "number", "percent", "money", "quantity", "duration", "age"})
FEWEST, MOST, BEST, LEAST = 2, 60, 2, 0.5


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the cells of the rows that are named for what the clause measures."""
    value = desk.value
    if value is None or value.kind not in KINDS or in_a_row(desk.context):
        return
    for view in desk.views_with(generic):
        for column, text, words in named_rows(desk, view):
            for selection in (*desk.selections(view), *desk.series(view)):
                if selection.value_of(column) in ("", text if view.entity not in ("", column) else ""):
                    for measure in generic(view):
                        yield from _cell(desk, view, measure, narrowed(selection, column, text), words)


@remembered
def generic(view: View) -> list[str]:
    """Give the measures whose name says nothing, so that the rows say what is measured."""
    return [c for c in view.measures if set(map(stem, view.columns[c].words)) <= GENERIC | {*stems_of(view.name)}]


def named_rows(desk: Desk, view: View) -> list[tuple[str, str, float]]:
    """Give the columns and texts of rows that are named for what the clause measures, each with how well."""
    return [(column, text, words) for column, texts in _columns(view) for text, words in _named(desk, texts)]


@remembered
def _columns(view: View) -> list[tuple[str, tuple[str, ...]]]:
    """Give the columns whose few texts say what is measured in a row, each with these."""
    columns = [c for c in (*view.described, *view.of_role("key")) if view.columns[c].kind in ("text", "")]
    told = ((column, list(view.distinct(column))) for column in columns)
    return [
        (column, tuple(sorted(text for text in cells if isinstance(text, str))))
        for column, cells in told
        if FEWEST <= len(cells) <= MOST
    ]


@remembered
def _named(desk: Desk, texts: tuple[str, ...]) -> list[tuple[str, float]]:
    """Give those of some texts that the clause repeats, the best first, each with how well: many tables have them."""
    found = [(text, 0.9 * match) for text in texts if (match := _repeated(desk, text)) >= LEAST]
    return sorted(found, key=lambda f: (-f[1], f[0]))[:BEST]


@remembered
def _repeated(desk: Desk, text: str) -> float:
    """Say how much of a text the clause repeats."""
    own = [s for s in stems_of(text) if s not in UNITS]
    return word_match(own, desk.context.clause_stems | desk.context.near) if own else 0.0


def narrowed(selection: Selection, column: str, text: str) -> Selection:
    """Keep the rows of a selection that have a text in a column."""
    rest = tuple(f for f in selection.where if f.column != column)
    return replace(selection, where=(*rest, Filter(column, "=", text)), when=selection.when or text)


def _cell(desk: Desk, view: View, measure: str, selection: Selection, words: float) -> Iterator[Reading]:
    if not select(view, selection.where) or len(different(view, measure, selection.where)) != 1:
        return
    value, meaning = desk.value, view.columns[measure]
    assert value is not None
    text = str(selection.where[-1].value)
    kind = _kind(value, text, fit(value, meaning))
    if kind < LEAST:
        return
    yield Reading(
        family="indicator",
        query=Query(operation="value", table=view.name, column=measure, where=selection.where),
        parts=(
            ("subject", tie(selection)), ("words", words), ("kind", kind),
            ("time", min(selection.time, desk.column_time(view, measure))),
        ),
        said=f"{text} of {selection.who or view.name} in {selection.when}", unit=meaning.unit, scale=meaning.scale,
        size=True, refutes=words > SURE and not desk.context.changes and not desk.context.compares,
    )  # fmt: skip


SURE = 0.85


def _kind(value: Value, text: str, plain: float) -> float:
    """Say how well a kind of value suits a row: percent where its name says so, and nothing else there."""
    own = set(stems_of(text.replace("%", " percent ")))
    percent = bool(PERCENT & own)
    if value.kind == "age":
        return float(AGE in own)
    if value.kind == "percent":
        return 1.0 if percent else 0.6
    return max(plain, 0.6) * (0.7 if percent else 1.0)
