"""Changes over time: what a measure rose or fell by, in its unit, in percent or in points, and how many times over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.checking.manner import MOVES
from claims.checking.query import Filter, Query, select
from claims.checking.readings.lookups import fit, in_a_row
from claims.checking.readings.measures import alike, cell, one_or_sum, tie, weight, whole, yearly
from claims.checking.scoring import Reading
from claims.checking.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.context import Context
    from claims.checking.desk import Desk
    from claims.checking.tables import View
    from claims.types import Value

OTHER_KINDS = frozenset({"date", "period", "age", "excluded", "ordinal", "score"})
POSITIONS = frozenset("ahead behind".split())
BEFORE_IT = frozenset("gain rise fall drop increase decrease jump leap decline cut loss growth improvement".split())


@dataclass(frozen=True, slots=True)
class History:
    """One measure of one thing, or of all, year by year."""

    view: View
    column: str
    selection: Selection
    cells: dict[int, Query]
    words: float

    @property
    def who(self) -> str:
        """Name what it is the history of."""
        return self.selection.who or "all"


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what a number may be the change of."""
    value = desk.value
    if value is None or value.kind in OTHER_KINDS or in_a_row(desk.context):
        return
    if not moved(desk) or POSITIONS & around(desk.context):
        return
    for view in desk.views:
        for history in _histories(desk, view):
            for now, base, sure in _year_pairs(desk, sorted(history.cells)):
                yield from _change(desk, history, now, base, sure)


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
    if value.kind in ("percent", "ratio") and MOVES & context.clause_stems:
        return True
    return context.changes or "new" in around(context) or (value.kind == "ratio" and multiple(value))


def _histories(desk: Desk, view: View) -> Iterator[History]:
    """Yield the measures that the words fit, for what is named and for all together."""
    wide = any(view.columns[c].year is not None for c in view.measures)
    if not view.year and not wide:
        return
    everything = Selection(subject=whole(desk, view))
    for selection in [*[s for s in desk.named(view) if s.filled][:4], everything]:
        rows = select(view, selection.where)
        if view.year:
            years = sorted({y for row in rows if isinstance(y := view.cells(view.year)[row], int)})
        done: set[str] = set()
        for column in view.measures:
            words = weight(desk, view, column)
            if words < 0.25 or column in done:
                continue
            if siblings := alike(view, column):
                done.update(siblings)
                cells = {
                    view.columns[c].year or 0: (
                        cell(view, c, selection.where) if selection.filled else one_or_sum(view, c, selection.where)
                    )
                    for c in siblings
                }
                yield History(view, column, selection, cells, words)
            elif view.year:
                where = {year: (*selection.where, Filter(view.year, "=", year)) for year in years}
                cells = {year: one_or_sum(view, column, w) for year, w in where.items()}
                if any(q.operation == "sum" for q in cells.values()) and view.columns[column].kind == "percent":
                    continue
                yield History(view, column, selection, cells, words)


def _year_pairs(desk: Desk, years: list[int]) -> list[tuple[int, int, float]]:
    """Give the pairs of years that the words may compare, with how sure each is."""
    context = desk.context
    past = [y for y in years if context.published is None or y <= context.published.year]
    if len(past) < 2:
        return []
    bases = {w.year: w.weight for w in reversed(context.times) if w.role in ("base", "since") and w.year}
    bases = {next((y for y in past if y >= base), past[-1]): sure for base, sure in bases.items()}
    at = {w.year: w.weight for w in reversed(context.times) if w.role == "at" and w.year in past}
    now = max(at, key=lambda y: at[y]) if at else past[-1]
    found: list[tuple[int, int, float]] = []
    for base, sure in bases.items():
        later = [y for y in (now, past[-1]) if y and y > base]
        found += [(y, base, 0.6 + 0.4 * sure) for y in dict.fromkeys(later)]
    for last, sure in ((now, 0.85), (past[-1], 0.7), (past[-2], 0.5)):
        before = [y for y in past if last and y < last]
        if before:
            found.append((last, before[-1], sure - (0.35 if bases and max(bases.values()) > 0.8 else 0.0)))
    found.append((past[-1], past[0], 0.45))
    for base, sure in at.items():
        if base and base != past[-1] and sure >= 0.35:
            found.append((past[-1], base, 0.35 + 0.4 * sure))
        found += [(y, base, 0.5 + min(sure, w) / 2) for y, w in at.items() if base and y and y > base]
    best = sorted(found, key=lambda f: f[2])
    return list({(a, b): (a, b, s) for a, b, s in best}.values())[-6:]


def _change(desk: Desk, history: History, now: int, base: int, sure: float) -> Iterator[Reading]:
    value, view = desk.value, history.view
    assert value is not None
    meaning = view.columns[history.column]
    left, right = history.cells[now], history.cells[base]
    parts = (("subject", tie(history.selection)), ("words", history.words), ("time", sure))
    said = f"{'_'.join(meaning.words) if meaning.year else history.column} of {history.who}"
    if value.kind == "ratio" and multiple(value):
        yield Reading(
            family="ratio", query=Query(operation="ratio", table=view.name, left=left, right=right),
            parts=(*parts[:2], ("time", max(0.0, sure - 0.1))), said=f"{said} in {now} over {base}", form="ratio",
            refutes=False,
        )  # fmt: skip
        return
    points = in_points(desk)
    if value.kind in ("percent", "ratio") and not points:
        yield Reading(
            family="percent change",
            query=Query(operation="percent change", table=view.name, left=left, right=right),
            parts=parts, unit="%", size=True, said=f"change of {said} from {base} to {now} in percent",
            form="number" if value.kind == "percent" else "percent as ratio",
            refutes=history.selection.filled != () or yearly(view) or whole(desk, view) >= 0.85,
        )  # fmt: skip
        return
    kind = 1.0 if points and meaning.kind == "percent" else fit(value, meaning)
    if kind >= 0.3:
        yield Reading(
            family="difference", query=Query(operation="difference", table=view.name, left=left, right=right),
            parts=(*parts, ("kind", kind)), unit=unit_of(desk, meaning.unit), scale=meaning.scale, size=True,
            said=f"change of {said} from {base} to {now}",
        )  # fmt: skip


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
