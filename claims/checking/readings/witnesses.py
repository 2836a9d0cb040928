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
from claims.checking.remembered import remembered
from claims.checking.scoring import TOLD as SHOWN
from claims.checking.scoring import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claims.checking.desk import Desk
    from claims.checking.mentions import Mention
    from claims.checking.tables import Cell, View
    from claims.types import Value

KINDS = frozenset({"association", "category", "holder", "winner", ""})
TELLING = 2  # digits of a figure that points to a row
FIGURE, HARDLY, TIME, CLOSE = 1.0, 0.4, 0.8, 0.5
"""What a telling figure, one of a digit, a time, and a name that most rows have count for."""
ENOUGH, ALONE = 0.6, 0.34  # what has to be told to bear a name out, and one that a single row has
PLAINLY, CLEARLY = 1.6, 0.9  # to refute one, and by how much more than of its own row
SURE_NAME, CLEARLY_NAMED = 0.8, 0.6  # how surely a name of several rows, and one that points to them, is told
RARELY, FEW, MANY, LARGE = 0.7, 4, 50, 5_000
FITS, STATED, SAID = 0.5, 0.85, 0.9
SURE, BASE, TOLD, UNTOLD = 0.95, 0.5, 0.9, 0.1  # no word need name the column: what refutes is surer than that


@dataclass(slots=True, unsafe_hash=True)  # hundreds an article: a frozen one takes thrice the time
class Witness:
    """Something told beside a name, the column and the rows in which it stands, and how much it says; never changed."""

    column: str
    rows: frozenset[int]
    weight: float
    said: str
    kind: str


@dataclass(frozen=True, slots=True)
class Place:
    """A column in which a name stands that is asserted, and the name as it stands there."""

    view: View
    column: str
    value: str
    sure: float


@dataclass(frozen=True, slots=True)
class Pointed:
    """The rows that the most witnesses have, what they are, and how much they say together."""

    rows: tuple[int, ...]
    told: tuple[Witness, ...]
    weight: float
    counted: dict[int, float]
    """How much points to each row."""


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what stands, in the rows that most of the rest of its sentence points to, where a name stands."""
    mention = _asserted(desk)
    if mention is None or held_against(desk) or of_earlier(desk) or distant(desk.context.head):
        return
    led = leading.leads(desk.context.discourse, mention)  # what an extreme is said of is what a row is about
    for view in desk.views:
        for value, sure in mention.said or mention.values:
            for column in (c for c in view.names if view.rows(c, value) and c not in sides_of(view)):
                if not (led and column in (view.entity, view.person)):
                    yield from _held_to(desk, mention, Place(view, column, value, sure), led=led)


@remembered
def _asserted(desk: Desk) -> Mention | None:
    """Give the name that a statement asserts."""
    if desk.statement.kind not in KINDS or not desk.context.tokens or desk.value is not None:
        return None
    found = desk.context.discourse.asserted_at(desk.context.tokens[-1])
    return found if found and (found.said or not found.back) and not found.several_people else None


def _held_to(desk: Desk, mention: Mention, place: Place, *, led: bool) -> Iterator[Reading]:
    """Yield the rows that the most witnesses have, where they agree on what stands in the column."""
    view, column = place.view, place.column
    found = pointed([w for w in witnesses(desk, view) if w.column != column])
    rows, most = found.rows, found.weight
    standing = {view.cells(column)[row] for row in rows}
    if all(w.kind == "time" for w in found.told):
        return
    if len(rows) > FEW or len(standing) != 1:
        if shared := _shared(desk, mention, place, found):
            yield _reading(place, shared, refutes=False)
        return
    if all(place.value in (cell if isinstance(cell, tuple) else (cell,)) for cell in standing):
        few = len(view.rows(column, place.value)) == 1 and mention.named
        if most >= (ALONE if few else ENOUGH) and not _of_another(place, found):
            yield _reading(place, found, refutes=False)
    elif most >= PLAINLY and not led and len(mention.values) == 1 and desk.statement.kind != "category":
        own = max((found.counted.get(row, 0.0) for row in view.rows(column, place.value)), default=0.0)
        if most - own >= CLEARLY and _instead(desk, place, found, standing):
            yield _reading(place, found, refutes=True)


def _shared(desk: Desk, mention: Mention, place: Place, found: Pointed) -> Pointed | None:
    """Give what points to the only row that has the name, of several alike: one of the three who were rated best.

    A name of the sentence itself has to point there and everything else that it tells of has to be in that row; of a
    table with two columns of such names nothing says which one is meant.
    """
    view, own = place.view, place.view.rows(place.column, place.value)
    if len(own) != 1 or own[0] not in found.rows or not mention.named or place.sure < SURE_NAME:
        return None
    if (
        mention.person or len(found.rows) > FEW or _alike(view, place.column)
    ):  # whoever is a member may be wrong in a role
        return None
    here = {b.mention.best for b in desk.context.bindings if b.tie != "earlier" and not b.mention.back}
    named = [w for w in found.told if w.said in here and w.weight >= CLEARLY_NAMED]
    told = [w for w in witnesses(desk, view) if w.column != place.column and (w.kind != "name" or w.said in here)]
    if not named or not all(_told_in(view, w, own) for w in told):
        return None
    return Pointed(tuple(own), found.told, found.weight, found.counted)


def _told_in(view: View, witness: Witness, rows: Sequence[int]) -> bool:
    """Say whether some row has what is told, in whatever column; a figure of a digit may be of anything."""
    if witness.kind == "name":
        return any(not frozenset(view.rows(c, witness.said)).isdisjoint(rows) for c in view.names)
    return witness.weight < ALONE or not witness.rows.isdisjoint(rows)


@remembered
def _alike(view: View, column: str) -> bool:
    """Say whether another column has some of the names of a column as well: winners and runners-up."""
    own = {*view.distinct(column)} - {None}
    return any(own.intersection(view.distinct(c)) for c in view.names if c != column)


def pointed(seen: Sequence[Witness]) -> Pointed:
    """Give the rows to which most points."""
    counted: dict[int, float] = {}
    for witness in seen:
        for row in witness.rows:
            counted[row] = counted.get(row, 0.0) + witness.weight
    most = max(counted.values(), default=0.0)
    rows = tuple(row for row, weight in counted.items() if weight == most)
    return Pointed(rows, tuple(w for w in seen if not w.rows.isdisjoint(rows)), most, counted)


def _of_another(place: Place, found: Pointed) -> bool:
    """Say whether a row has another of the kind that is not told of: "99 points by Elm", of a champion and the next."""
    view, told = place.view, {w.said for w in found.told}
    others = {view.cells(c)[row] for c in view.names if c != place.column for row in found.rows}
    return any(isinstance(other, str) and other not in told and view.rows(place.column, other) for other in others)


def _instead(desk: Desk, place: Place, found: Pointed, standing: set[Cell]) -> bool:
    """Say whether a name stands in the place of that of the row: it is neither there nor is the other told here."""
    view = place.view
    if len(twins(view, place.column)) > 1 or place.column in (view.entity, view.person):
        return False  # of what a row is about its figure may be wrong as well
    if any(view.cells(c)[row] == place.value for c in view.names for row in found.rows):
        return False
    here = {v for m in desk.context.discourse.mentions_in(desk.context.sentence) for v, _ in m.values}
    kinds = {w.kind for w in found.told}
    alone = standing.isdisjoint(here | {None}) and "name" in kinds and telling(found)
    return alone and not any(_part_of_a_row(desk, w.said, place.value) for w in found.told if w.kind == "name")


def telling(found: Pointed) -> bool:
    """Say whether figures of more than a digit point to a row."""
    return sum(w.weight for w in found.told if w.kind == "figure") >= ENOUGH


def _part_of_a_row(desk: Desk, name: str, value: str) -> bool:
    """Say whether a row of something named has a name as a part of another: the club of a town."""
    words = {*value.lower().split()}
    return any(
        isinstance(cell := view.cells(other)[row], str) and words < {*cell.lower().split()}
        for view in desk.views for c in view.names for row in view.rows(c, name)[:MANY] for other in view.names
    )  # fmt: skip


def _reading(place: Place, found: Pointed, *, refutes: bool) -> Reading:
    view, column, row = place.view, place.column, found.rows[0]
    where = conditions(view, found.told, row)
    if not refutes and different(view, column, where) != {place.value}:
        where = (*where, same(view, column, place.value))
    words, time = (TOLD, SAID) if refutes else (UNTOLD, STATED)
    figures = any(w.kind == "figure" for w in found.told)
    return Reading(
        family="association", query=Query(operation="value", table=view.name, column=column, where=where),
        parts=(("subject", min(SURE, BASE + found.weight / 5)), ("words", words * place.sure), ("time", time)),
        said=f"{column} of {', '.join(dict.fromkeys(w.said for w in found.told))}", form="name",
        asserted=place.value, refutes=refutes, flags=SHOWN if refutes and figures else (),
    )  # fmt: skip


def conditions(view: View, told: Iterable[Witness], row: int) -> tuple[Filter, ...]:
    """Choose a row by what points to it."""
    return _fewest(view, [_filter(view, w, row) for w in told if row in w.rows])


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


@remembered
def witnesses(desk: Desk, view: View) -> list[Witness]:
    """Give what points to rows of a table, once each: of two columns that a name stands in the first."""
    found = [*_figures(desk, view), *_times(desk, view), *_names(desk, view)]
    return list({(w.column, w.said): w for w in reversed(found)}.values())


def _names(desk: Desk, view: View) -> Iterator[Witness]:
    """Yield the rows of what else is named close by, less of what most rows have."""
    columns = [(column, view.cells(column)) for column in view.names]
    for name, weight in _beside(desk):
        for column, cells in columns:
            if rows := cells.rows(name):
                rare = 1.0 if len(rows) <= max(1, RARELY * view.size) else CLOSE
                yield Witness(column, frozenset(rows), weight * rare, name, "name")


@remembered
def _beside(desk: Desk) -> list[tuple[str, float]]:
    """Give what else is named close by, each with how tied it is."""
    mention = _asserted(desk)
    near = (b for b in desk.context.bindings if b.weight >= ALONE and not b.mention.several_people)
    if mention:
        near = (b for b in near if b.mention.start != mention.start and b.mention.best != mention.best)
    return [(name, binding.weight * sure) for binding in near for name, sure in binding.mention.values]


def _times(desk: Desk, view: View) -> Iterator[Witness]:
    """Yield the rows of the times that the clause gives."""
    column = view.day or view.year or view.start
    for when in desk.context.times if column and view.size <= LARGE else ():
        if when.role == "at" and when.weight >= STATED:
            cells = (cell for cell in view.distinct(column) if covers(when, cell))
            if rows := frozenset(row for cell in cells for row in view.rows(column, cell)):
                yield Witness(column, rows, TIME * when.weight, str(when.period[0]), "time")


@remembered
def figures_elsewhere(desk: Desk, view: View, where: tuple[Filter, ...]) -> bool:
    """Say whether telling figures of the sentence are in other rows of a table, and none in those chosen."""
    told = [w.rows for w in _figures(desk, view) if w.weight == FIGURE]
    return bool(told) and all(rows.isdisjoint(select(view, where)) for rows in told)


def _figures(desk: Desk, view: View) -> Iterator[Witness]:
    """Yield the rows that have a telling figure of the sentence, or both of a score."""
    for statement in desk.context.discourse.values_in(desk.context.sentence):
        value = statement.value
        if value is None or value.amount is None or statement.start == desk.statement.start:
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
    assert isinstance(value.amount, tuple)
    one, other = value.amount
    for first, second in permutations(view.measures, 2):
        if rows := frozenset(view.rows(first, one)).intersection(view.rows(second, other)):
            yield Witness(first, rows, FIGURE / len(rows) ** 0.5, value.text, "figure")
