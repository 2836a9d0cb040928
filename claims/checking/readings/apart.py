"""The years between one date of two things: "founded 56 years after it", "took over two years before Lee"."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, permutations
from typing import TYPE_CHECKING

from claims.checking.agreement import NAMES, SECONDS
from claims.checking.checks import Check, in_whole_years, lasted
from claims.checking.query import DAYS_A_YEAR, Filter, Query
from claims.checking.readings.elapsed import MADE, unit_days
from claims.checking.readings.gaps import held_against
from claims.checking.readings.measures import cell
from claims.checking.readings.tenures import RELATIVE, ahead_by, served
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.tables import SINCE, STARTS
from claims.checking.words import STRONG, kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import Cell, View
    from claims.types import Value

KEPT = frozenset({"longer", "shorter"})
MOST, SAID, NAMED = 4, 0.85, 0.6


@dataclass(frozen=True, slots=True)
class Thing:
    """Something named that one row of a table is about, how tied it is, and whether it stands behind "than"."""

    where: tuple[Filter, ...]
    row: int
    weight: float
    behind: bool = False

    @property
    def name(self) -> str:
        """Give its name."""
        return str(self.where[0].value)


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the time between the same date of two things named, where a word sets them against each other."""
    value, context = desk.value, desk.context
    days = (unit_days(value) or _short(value)) if value else None
    if value is None or days is None or value.kind == "age":
        return
    near = {*context.after[:3], *(t.lower_ for t in context.tokens)}
    if not ((RELATIVE | KEPT) & near or ahead_by(context)):
        return
    check = lasted(value, days)
    check = _kept(in_whole_years(check, value), near) if KEPT & near else check
    for view in desk.views:
        things = _things(desk, view)
        for column in _dates(view) if len(things) > 1 else ():
            fits = _fits(desk, view, column)
            if fits and (end := _told_first(desk, view, column)):
                yield from _since_the_end(view, (column, end), things, fits, check)
                continue
            for one, other in combinations(things, 2) if fits else ():
                if fits == EVENTS and _behind(desk) not in (one.name, other.name):
                    continue
                yield from _between(view, column, (one, other), fits, check)


def _short(value: Value) -> Decimal | None:
    """Give the days in the unit of a time of days or weeks."""
    name = NAMES.get(value.unit.split(" ")[-1], "") if value.kind == "duration" else ""
    return SECONDS[name] / SECONDS["d"] if name in ("d", "wk") and isinstance(value.amount, Decimal) else None


def _things(desk: Desk, view: View) -> list[Thing]:
    """Give what is named around the statement and has one row, or a last one by now, the closest tie first."""
    found: dict[int, Thing] = {}
    for binding in desk.context.bindings:
        held = held_against(desk.context, binding)
        weight = max(binding.weight, held)
        names = [v for v, _ in binding.mention.values] or [binding.mention.best]
        for name in [*names, *(i for n in names for i in desk.index.implied(n))] if len(names) == 1 else ():
            for column in view.names:
                rows = view.rows(column, name)
                where: tuple[Filter, ...] = (Filter(column, "=", name),)
                if len(rows) > 1 and (last := _last(desk, view, rows)) is not None:
                    rows, where = [last], (*where, Filter(view.day, "=", view.cells(view.day)[last]))
                    weight *= OF_SEVERAL
                if len(rows) == 1 and (rows[0] not in found or found[rows[0]].weight < weight):
                    found[rows[0]] = Thing(where, rows[0], weight, held > 0)
    return sorted(found.values(), key=lambda t: (-t.weight, t.row))[:MOST]


def _last(desk: Desk, view: View, rows: list[int]) -> int | None:
    """Give the last of some events of a thing by the publication, None where a row is no event of its own."""
    published = desk.context.published
    if not view.day or published is None or len(rows) > MOST_ROWS:
        return None
    days = [(d, r) for r in rows if isinstance(d := view.cells(view.day)[r], dt.date) and d <= published]
    last = max(days, default=None)
    return last[1] if last and sum(d == last[0] for d, _ in days) == 1 else None


MOST_ROWS, OF_SEVERAL = 60, 0.95


def _dates(view: View) -> list[str]:
    return [c for c in view.of_role("date", "from", "year") if c not in (view.born, view.died, view.year, view.end)]


def _fits(desk: Desk, view: View, column: str) -> float:
    """Say how well the words speak of a date: of its making, of coming to a post, or of the only one there is."""
    own, stems = {*stems_of(column)}, desk.context.clause_stems
    if KEPT & {*desk.context.after[:3]}:
        return SAID if column == view.start and served(desk.context) >= SAID else 0.0
    if any(kinship(a, b) >= STRONG for a in own - {SINCE} for b in stems) or (own & MADE and stems & MADE):
        return 0.9
    if (column == view.start or own & STARTS or SINCE in own) and stems & STARTS:
        return SAID
    if column == view.day and not view.lasts:
        return EVENTS
    return 0.5 if len(_dates(view)) == 1 else 0.0


EVENTS = 0.65
"""How well the words speak of the day of an event where nothing but the two who had one is said."""


@remembered
def _behind(desk: Desk) -> str:
    """Name what stands first behind the time: "two days after Elm"."""
    behind = desk.context.discourse.mentions_in((desk.statement.end, desk.context.sentence[1]))
    return behind[0].best if behind else ""


def _kept(check: Check, near: set[str]) -> Check:
    """Hold the time by which the first has been somewhere for longer than the other to its sign as well."""

    def test(found: Cell) -> bool | None:
        passed = check.test(found)
        return passed and isinstance(found, Decimal) and (found < 0) == ("longer" in near)

    return Check(f"{check.rule}, and the one began before the other", test)


def _between(view: View, column: str, pair: tuple[Thing, Thing], fits: float, check: Check) -> Iterator[Reading]:
    one, other = sorted(pair, key=lambda thing: thing.behind)
    cells = [view.cells(column)[thing.row] for thing in (one, other)]
    if isinstance(cells[0], dt.date) and isinstance(cells[1], dt.date):
        operation, asserted = "days between", check
    elif isinstance(cells[0], int) and isinstance(cells[1], int):
        operation, asserted = "difference", in_years(check)
    else:
        return
    yield Reading(
        family="between",
        query=Query(
            operation=operation, table=view.name, left=cell(view, column, one.where),
            right=cell(view, column, other.where),
        ),
        parts=(("subject", 0.6 * one.weight + 0.4 * other.weight), ("words", fits)),
        said=f"time from {column} of {other.name} to that of {one.name}", form="check", asserted=asserted,
        refutes=fits >= SAID and other.weight >= NAMED and len(one.where) == len(other.where) == 1,
    )  # fmt: skip


def _told_first(desk: Desk, view: View, column: str) -> str:
    """Name another date that something later is told since: "Elm closed in May, and Ash opened eight months later"."""
    context = desk.context
    if "later" not in {*context.after[:2], *(t.lower_ for t in context.tokens)}:
        return ""
    before = context.document.line(context.sentence[0], desk.statement.start)
    verbs = [stem(t.text) for t in before if t.pos_ == "VERB"]
    dates = [c for c in view.of_role("date", "from", "to") if c != column and not {*verbs[-1:]} & {*stems_of(c)}]
    return next((c for c in dates if {*verbs[:-1]} & {*stems_of(c)}), "")


def _since_the_end(
    view: View, columns: tuple[str, str], things: list[Thing], fits: float, check: Check
) -> Iterator[Reading]:
    """Yield the time from the end of the one of two things to the beginning of the other, which came after it."""
    start, end = columns
    for one, other in permutations(things, 2):
        began, ended = view.cells(start)[one.row], view.cells(end)[other.row]
        if type(began) is not dt.date or type(ended) is not dt.date or began < ended:
            continue
        yield Reading(
            family="between",
            query=Query(
                operation="days between", table=view.name, left=cell(view, start, one.where),
                right=cell(view, end, other.where),
            ),
            parts=(("subject", 0.6 * one.weight + 0.4 * other.weight), ("words", fits)),
            said=f"time from {end} of {other.name} to {start} of {one.name}", form="check", asserted=check,
            refutes=fits >= SAID and len(things) == TWO and other.weight >= NAMED,
        )  # fmt: skip


TWO = 2


def in_years(check: Check) -> Check:
    """Hold a number of years to a test of days."""

    def test(found: Cell) -> bool | None:
        return check.test(found * DAYS_A_YEAR) if isinstance(found, Decimal) else None

    return Check(check.rule, test)
