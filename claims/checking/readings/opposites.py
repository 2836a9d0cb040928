"""Two columns of one row held against each other without a number: "more deaths than births", "on budget"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims import degrees
from claims.checking import checks
from claims.checking.query import Query
from claims.checking.readings.comparisons import held_to, scale_of
from claims.checking.readings.degrees import sense
from claims.checking.readings.margins import rows_of, twins
from claims.checking.readings.measures import cell, known, tie
from claims.checking.scoring import Reading
from claims.checking.words import STRONG, kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from claims.checking.checks import Check
    from claims.checking.desk import Desk
    from claims.checking.readings.margins import Twins
    from claims.checking.selection import Selection
    from claims.checking.tables import View

PLANNED = frozenset(stem(w) for w in "plan original target budget estimate due schedule expect forecast".split())
ACTUAL = frozenset(stem(w) for w in "actual latest final outturn open complete finish current built spend cost".split())
HINTS = {
    "budget": frozenset(stem(w) for w in "budget cost price spend".split()),
    "target": frozenset(stem(w) for w in "target goal quota built complete".split()),
    "time": frozenset(stem(w) for w in "open complete finish date delivery start end".split()),
}
HINTS["schedule"] = HINTS["time"]
WITHIN = checks.number(None, Decimal(0), "no more than was planned")
OVER, UNDER = checks.more("more than was planned"), checks.number(None, Decimal("-0.0000001"), "less than was planned")
PLANS: dict[str, Check] = {
    "on": WITHIN, "within": WITHIN, "over": OVER, "behind": OVER, "under": UNDER, "ahead": UNDER, "of": UNDER,
}  # fmt: skip
REACH = 7

Parted = tuple[frozenset[str], frozenset[str]] | tuple[()]


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield how two columns of a row compare where the words name both, or say how something went by its plan."""
    if desk.statement.kind != "comparison" or desk.value is not None:
        return
    words = [t.lower_ for t in desk.context.tokens]
    check = PLANS.get(words[0]) if len(words) == 2 and words[1] in HINTS else None
    for view in desk.views:
        held = twins(view) if check is None else view.measures
        found = rows_of(desk, view).values() if held else ()
        rows = [replace(s, subject=max(tie(s), match), skipped=0.0) for s, match in found]
        if check is not None:
            yield from _by_plan(view, rows, HINTS[words[1]], check)
        elif rows:
            yield from _two_sides(desk, view, rows)


def _by_plan(view: View, rows: list[Selection], hints: frozenset[str], check: Check) -> Iterator[Reading]:
    """Yield what became of a plan: the cost against the budget, the opening against the day that was planned."""
    stems = {c: {stem(w) for w in (*column.words, *column.forms)} for c, column in view.columns.items()}
    kinds = [c for c in (*view.measures, *view.of_role("date", "from", "to", "year")) if stems[c] & (hints | PLANNED)]
    plans = [c for c in kinds if stems[c] & PLANNED]
    for plan in plans:
        for actual in kinds:
            one, other = view.columns[plan], view.columns[actual]
            if actual in plans or (one.kind, one.unit, one.scale) != (other.kind, other.unit, other.scale):
                continue
            said = 0.85 if hints & (stems[plan] | stems[actual]) else 0.5
            for row in rows:
                yield _gap(view, row, (actual, plan), said, check)


def _two_sides(desk: Desk, view: View, rows: list[Selection]) -> Iterator[Reading]:
    """Yield whether the column that is named first is more than the one behind "than" or "as", or the verb."""
    degree = sense(desk.context.tokens)
    if degree is None or degree.dates or len(degree.ends) > 1:
        return
    operation, check = held_to(degree)
    sides = parted(desk, desk.context.tokens)
    for pair in twins(view) if sides else ():
        for columns in named_apart(pair, sides):
            ordered = columns if scale_of(degree, view, columns[0])[0][0] == "max" else columns[::-1]
            for row in rows:
                yield _gap(view, row, ordered, 0.85, check, operation)


def parted(desk: Desk, said: Sequence[Token]) -> Parted:
    """Give the stems of what is more and of what it is more than: before and behind "than", "as", or the verb."""
    context = desk.context
    tokens = context.document.line(*context.sentence)
    last = said[-1].i
    than = next((t.i for t in tokens if t.lower_ in ("than", "as") and 0 < t.i - last <= REACH), None)
    verbs = degrees.EXCEEDS | degrees.TRAILS | degrees.ABOVE | degrees.BELOW
    if than is None and not verbs & {t.lemma_.lower() for t in said}:
        return ()
    at = last if than is None else than
    start = max((t.i for t in tokens if t.i < at and t.text in (";", ":", "(")), default=-1)
    left = frozenset(stem(t.text) for t in tokens if start < t.i < at)
    return left, frozenset(stem(t.text) for t in tokens if at < t.i <= at + REACH)


def named_apart(pair: Twins, sides: Parted) -> Iterator[tuple[str, str]]:
    """Yield the two columns in the order that the two sides name them in, each by a word that the other has not."""
    for columns, apart in ((pair.columns, pair.apart), (pair.columns[::-1], pair.apart[::-1])):
        if all(any(kinship(a, b) >= STRONG for a in own for b in side) for own, side in zip(apart, sides, strict=True)):
            yield columns


def _gap(
    view: View, row: Selection, columns: tuple[str, str], words: float, check: Check, operation: str = "difference"
) -> Reading:
    left, right = (cell(view, c, row.where) for c in columns)
    dated = isinstance(known(view, columns[0], row.where), dt.date)
    return Reading(
        family="compared",
        query=Query(operation="days between" if dated else operation, table=view.name, left=left, right=right),
        parts=(("subject", tie(row)), ("words", words), ("time", row.time)),
        said=f"{columns[0]} against {columns[1]} of {row.who or row.when or view.name}", form="check", asserted=check,
        refutes=words >= 0.75,
    )  # fmt: skip
