"""The row that all else in a sentence points to, its names, times and figures, and the name that it has there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

from claims.checking import leading
from claims.checking.likeness import digits
from claims.checking.othertimes import covers
from claims.checking.phrases import distant, held_against, of_earlier
from claims.checking.query import Filter, Query, different, same, select
from claims.checking.readings.fits import fit, repeating
from claims.checking.readings.participants import sides_of, twins
from claims.checking.scoring import TOLD as SHOWN
from claims.checking.scoring import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.checking.desk import Desk
    from claims.checking.mentions import Mention
    from claims.checking.tables import Cell, View
    from claims.types import Value

KINDS = frozenset({"association", "category", "holder", "winner", ""})
CLOSE, STATED, SAID, FITS = 0.5, 0.85, 0.9, 0.5
TELLING = 2  # digits of a figure that points to a row
FIGURE, HARDLY, TIME, FEW, MANY = 1.0, 0.4, 0.8, 4, 50
ENOUGH, ALONE = 0.6, 0.34
PLAINLY, CLEARLY = 1.6, 0.9
WORDS, TOLD, RARELY = 0.1, 0.9, 0.7


@dataclass(frozen=True, slots=True)
class Witness:
    """Something told beside a name, the column and the rows in which it stands, and how much it says."""

    column: str
    rows: frozenset[int]
    weight: float
    said: str
    kind: str


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what stands, in the rows that most of the rest of its sentence points to, where a name stands."""
    if desk.statement.kind not in KINDS or not desk.context.tokens or desk.value is not None:
        return
    mention = desk.context.discourse.asserted_at(desk.context.tokens[-1])
    if mention is None or (mention.back and not mention.said) or mention.several_people:
        return
    if held_against(desk) or of_earlier(desk) or distant(desk.context.head):
        return
    led = leading.leads(desk.context.discourse, mention)
    for view in desk.views:
        for value, sure in mention.said or mention.values:
            for column in view.names:
                if view.rows(column, value) and not (led and column in (view.entity, view.person)):
                    yield from _held_to(desk, view, column, mention, value, sure, led=led)


def _held_to(
    desk: Desk, view: View, column: str, mention: Mention, value: str, sure: float, *, led: bool
) -> Iterator[Reading]:  # fmt: skip
    """Yield the rows that the most witnesses have, where they agree on what stands in the column."""
    if column in sides_of(view):
        return
    seen = [w for w in _witnesses(desk, view, mention) if w.column != column]
    counted = _counted(seen)
    most = max(counted.values(), default=0.0)
    rows = [row for row, weight in counted.items() if weight == most]
    told = [w for w in seen if not w.rows.isdisjoint(rows)]
    found = {view.cells(column)[row] for row in rows}
    if len(rows) > FEW or len(found) != 1 or all(w.kind == "time" for w in told):
        return
    if found == {value}:
        few = len(view.rows(column, value)) == 1 and mention.named
        if most >= (ALONE if few else ENOUGH):
            yield _reading(view, column, value, rows, told, most, sure, refutes=False)
    elif most >= PLAINLY and not led and len(mention.values) == 1 and _instead(desk, view, column, value, found, rows, told):
        own = max((counted.get(row, 0.0) for row in view.rows(column, value)), default=0.0)
        if most - own >= CLEARLY:
            yield _reading(view, column, value, rows, told, most, sure, refutes=True)


def _instead(
    desk: Desk, view: View, column: str, value: str, found: set[Cell], rows: list[int], told: list[Witness]
) -> bool:  # fmt: skip
    """Say whether a name stands in the place of that of the row: it is neither there nor is the other told here."""
    if len(twins(view, column)) > 1 or any(view.cells(c)[row] == value for c in view.names for row in rows):
        return False
    here = {v for m in desk.context.discourse.mentions_in(desk.context.sentence) for v, _ in m.values}
    kinds = {w.kind for w in told}
    alone = found.isdisjoint(here) and None not in found and len(kinds) > 1
    return alone and not any(_part_of_a_row(desk, w.said, value) for w in told if w.kind == "name")


def _part_of_a_row(desk: Desk, name: str, value: str) -> bool:
    """Say whether a row of something named has the name as it is, or as a part of another: a club of a town."""
    words = {*value.lower().split()}
    return any(
        isinstance(cell := view.cells(other)[row], str) and words < {*cell.lower().split()}
        for view in desk.views for c in view.names for row in view.rows(c, name)[:MANY] for other in view.names
    )  # fmt: skip


def _counted(seen: list[Witness]) -> dict[int, float]:
    counted: dict[int, float] = {}
    for witness in seen:
        for row in witness.rows:
            counted[row] = counted.get(row, 0.0) + witness.weight
    return counted


def _reading(
    view: View, column: str, value: str, rows: list[int], told: list[Witness], most: float, sure: float, *,
    refutes: bool,
) -> Reading:  # fmt: skip
    where = _fewest(view, [_filter(view, w, rows[0]) for w in told if rows[0] in w.rows])
    if not refutes and different(view, column, where) != {value}:
        where = (*where, same(view, column, value))
    return Reading(
        family="association", query=Query(operation="value", table=view.name, column=column, where=where),
        parts=(("subject", min(0.95, 0.5 + 0.2 * most)), ("words", (TOLD if refutes else WORDS) * sure), ("time", SAID if refutes else STATED)),
        said=f"{column} of {', '.join(dict.fromkeys(w.said for w in told))}", form="name", asserted=value,
        refutes=refutes, flags=SHOWN if refutes and any(w.kind == "figure" for w in told) else (),
    )  # fmt: skip


def _fewest(view: View, where: list[Filter]) -> tuple[Filter, ...]:
    """Leave out the conditions at the end that choose no less: what was named before, where the sentence suffices."""
    kept = list(dict.fromkeys(where))
    rows = [*select(view, tuple(kept))]
    for condition in reversed(list(kept)):
        fewer = [c for c in kept if c != condition]
        if fewer and [*select(view, tuple(fewer))] == rows:
            kept = fewer
    return tuple(kept)


def _filter(view: View, witness: Witness, row: int) -> Filter:
    cell = view.cells(witness.column)[row]
    return same(view, witness.column, cell) if isinstance(cell, str) else Filter(witness.column, "=", cell)


def _witnesses(desk: Desk, view: View, mention: Mention) -> list[Witness]:
    """Give what points to rows of a table, once each: of two columns that a name stands in the first."""
    found = [*_figures(desk, view), *_times(desk, view), *_names(desk, view, mention)]
    return list({(w.column, w.said): w for w in reversed(found)}.values())


def _names(desk: Desk, view: View, mention: Mention) -> Iterator[Witness]:
    for binding in desk.context.bindings:
        other = binding.mention
        if other.start == mention.start or other.best == mention.best or other.several_people:
            continue
        if binding.weight < ALONE:
            continue
        for name, sure in other.values:
            for column in view.names:
                if rows := view.rows(column, name):
                    rare = 1.0 if len(rows) <= max(1, RARELY * view.size) else CLOSE
                    yield Witness(column, frozenset(rows), binding.weight * sure * rare, name, "name")


def _times(desk: Desk, view: View) -> Iterator[Witness]:
    """Yield the rows of the times that the clause gives."""
    column = view.day or view.year or view.start
    for when in desk.context.times if column else ():
        if when.role == "at" and when.weight >= STATED:
            cells = view.cells(column)
            if rows := frozenset(row for row in range(view.size) if covers(when, cells[row])):
                yield Witness(column, rows, TIME * when.weight, str(when.period[0]), "time")


def _figures(desk: Desk, view: View) -> Iterator[Witness]:
    """Yield the rows that have a telling figure of the sentence, or both of a score."""
    for statement in desk.context.discourse.values_in(desk.context.sentence):
        value = statement.value
        if value is None or value.amount is None:
            continue
        if isinstance(value.amount, tuple):
            yield from _scores(view, value)
            continue
        telling = FIGURE if len(digits(value.amount)) >= TELLING else HARDLY
        for column in view.measures:
            near = repeating(desk.context.discourse, view, column, value)
            if near and fit(value, view.columns[column]) >= (FITS if telling == FIGURE else SAID):
                yield Witness(column, near, telling / len(near) ** 0.5, value.text, "figure")


def _scores(view: View, value: Value) -> Iterator[Witness]:
    """Yield the rows that have the two figures of a score, in two columns."""
    for first, second in permutations(view.measures, 2):
        one, other = value.amount
        if rows := frozenset(view.rows(first, one)).intersection(view.rows(second, other)):
            yield Witness(first, rows, FIGURE / len(rows) ** 0.5, value.text, "figure")
