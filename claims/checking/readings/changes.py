"""Changes over time: what a measure rose or fell by, in its unit, in percent or in points, and how many times over."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.manner import MOVES
from claims.checking.query import Query
from claims.checking.readings.axes import histories, pairs, time_column
from claims.checking.readings.lookups import fit, in_a_row
from claims.checking.readings.measures import agrees, alike, everybody, telling, tie, weight, whole
from claims.checking.scoring import Reading
from claims.checking.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.context import Context
    from claims.checking.desk import Desk
    from claims.checking.readings.axes import History, Point
    from claims.checking.tables import View
    from claims.types import Value

OTHER_KINDS = frozenset({"date", "period", "age", "excluded", "ordinal", "score"})
ALONE = 0.45
POSITIONS = frozenset("ahead behind".split())
DIRECTIONS = frozenset("up down over under short more above below fewer less higher lower".split())
BEFORE_IT = frozenset("gain rise fall drop increase decrease jump leap decline cut loss growth improvement".split())


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what a number may be the change of."""
    value = desk.value
    if value is None or value.kind in OTHER_KINDS or in_a_row(desk.context):
        return
    part_of = value.kind == "ratio" and not multiple(value) and bool({"of", "the"} & around(desk.context))
    if not (moved(desk) or part_of) or POSITIONS & around(desk.context):
        return
    for view in desk.views:
        for selection, column, words in _measures(desk, view):
            for history in histories(view, column, selection):
                for now, base, sure in pairs(desk, history, view.columns[column]):
                    yield from _change(desk, Change(view, column, selection, words, history, now, base, sure))


def around(context: Context) -> set[str]:
    """Give the words of the value and the two behind it."""
    return {*context.after[:2], *(t.lower_ for t in context.tokens)}


def multiple(value: Value) -> bool:
    """Say whether a ratio is more than one: "six times"."""
    return isinstance(value.amount, tuple) and value.amount[0] > value.amount[1]


def moved(desk: Desk) -> bool:
    """Say whether the words around a number speak of a change or a gap."""
    context, value = desk.context, desk.value
    if value is None:
        return False
    if context.compares or ({"by", "of"} & set(context.before[:2]) and MOVES & context.clause_stems):
        return True
    if context.before[:1] == ["of"] and BEFORE_IT & {*context.before[1:3]}:
        return True
    if value.kind in ("percent", "ratio") and (MOVES & context.clause_stems or DIRECTIONS & around(context)):
        return True
    if DIRECTIONS & set(context.before[:1]):
        return True
    return context.changes or "new" in around(context) or (value.kind == "ratio" and multiple(value))


@dataclass(frozen=True, slots=True)
class Change:
    """A measure of something at two times."""

    view: View
    column: str
    selection: Selection
    words: float
    history: History
    now: Point
    base: Point
    time: float

    @property
    def said(self) -> str:
        """Name what changed."""
        meaning = self.view.columns[self.column]
        measure = " ".join(meaning.words) if meaning.year else self.column
        return f"{measure} of {self.selection.who or 'all'}"


def _measures(desk: Desk, view: View) -> Iterator[tuple[Selection, str, float]]:
    """Yield whose measures may have changed; a telling figure may be looked for in measures that nothing names."""
    wide = any(view.columns[c].year is not None for c in view.measures)
    if not wide and not time_column(view):
        return
    order = time_column(view)
    everything = Selection(subject=whole(desk, view))
    named = [s for s in desk.named(view) if s.filled and order not in dict(s.filled)][:4]
    for selection in [*named, everything]:
        done: set[str] = set()
        for column in view.measures:
            if column in done:
                continue
            done.update(alike(view, column))
            words = max(weight(desk, view, column), ALONE if _alone(view, column) and selection.filled else 0.0)
            if words >= 0.25 or (telling(desk) >= 3 and selection.subject >= 0.5):
                yield selection, column, words


def _alone(view: View, column: str) -> bool:
    """Say whether a table of times holds one measure only, so that a thing that fell, fell in that."""
    return len(alike(view, column) or [column]) == len(view.measures)


def _change(desk: Desk, change: Change) -> Iterator[Reading]:
    value, view = desk.value, change.view
    assert value is not None
    meaning = view.columns[change.column]
    left, right = change.history[change.now], change.history[change.base]
    parts = (("subject", tie(change.selection)), ("words", change.words), ("time", change.time))
    when = f"from {change.base.label} to {change.now.label}"
    points = in_points(desk)
    if value.kind == "ratio" and multiple(value):
        found = Reading(
            family="ratio", query=Query(operation="ratio", table=view.name, left=left, right=right),
            parts=(*parts[:2], ("time", max(0.0, change.time - 0.1))),
            said=f"{change.said} in {change.now.label} over {change.base.label}", form="ratio", refutes=False,
        )  # fmt: skip
    elif value.kind == "ratio" and not moved(desk):
        found = Reading(
            family="ratio", query=Query(operation="share", table=view.name, left=left, right=right), parts=parts,
            said=f"{change.said} in {change.now.label} as a part of {change.base.label}", unit="%",
            form="percent as ratio", refutes=False,
        )  # fmt: skip
    elif (value.kind in ("percent", "ratio") or part(value)) and not points:
        found = Reading(
            family="percent change",
            query=Query(operation="percent change", table=view.name, left=left, right=right),
            parts=parts, unit="%", size=True, said=f"change of {change.said} {when} in percent",
            form="number" if value.kind == "percent" else "percent as ratio",
            refutes=bool(change.selection.filled) or view.series or everybody(desk, view),
        )  # fmt: skip
    else:
        kind = 1.0 if points and meaning.kind == "percent" else fit(value, meaning)
        if kind < 0.3:
            return
        found = Reading(
            family="difference", query=Query(operation="difference", table=view.name, left=left, right=right),
            parts=(*parts, ("kind", kind)), unit=unit_of(desk, meaning.unit), scale=meaning.scale, size=True,
            said=f"change of {change.said} {when}",
        )  # fmt: skip
    if change.words >= 0.25 or agrees(desk, found):
        yield found


def part(value: Value) -> bool:
    """Say whether a number is written as a fraction: "one-third"."""
    return isinstance(value.amount, Decimal) and 0 < value.amount < 1 and not value.text[:1].isdigit()


def in_points(desk: Desk) -> bool:
    """Say whether the number counts points, of percent or of a score."""
    value, context = desk.value, desk.context
    if value is None:
        return False
    words = {*context.after[:3], *value.unit.split(), *value.text.lower().split()}
    return bool(words & {"point", "points"})


def unit_of(desk: Desk, unit: str) -> str:
    """Give the unit to compare in: points of percent are percent."""
    return "" if unit == "%" and in_points(desk) else unit
