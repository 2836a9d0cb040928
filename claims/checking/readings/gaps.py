"""Gaps: between two things at one time, to the next or the best of all, in a measure's unit or in percent."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.checking.courses import course, met
from claims.checking.query import Filter, Query, select
from claims.checking.readings.changes import (
    OTHER_KINDS,
    TELLING,
    around,
    gap_fit,
    in_points,
    moved,
    multiple,
    summed_up,
    unit_of,
)
from claims.checking.readings.comparisons import with_a_time
from claims.checking.readings.degrees import SUMMED
from claims.checking.readings.direction import direction
from claims.checking.readings.fits import fit, takes_time
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import cell, known, repeated, single, tie, weight
from claims.checking.remembered import remembered
from claims.checking.scoring import TOLD, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.context import Context
    from claims.checking.desk import Desk
    from claims.checking.selection import Selection
    from claims.checking.tables import View
    from claims.checking.ties import Binding

GAP_WORDS = frozenset(
    "apart clear short better worse between separate separates separated trails trailed adrift off shy outspent "
    "outsold outscored outpolled outnumber outnumbers outnumbered".split()
)
GAP_NOUNS = frozenset("gap lead margin difference distance advantage deficit cushion edge majority".split())
LEADERS = frozenset("leader leaders top first champion champions winner winners safety bottom best worst".split())
RIVALS = LEADERS | frozenset(
    "second third next nearest rest rival rivals everyone everybody anyone other others field runner-up pack pursuer "
    "pursuers".split()
)


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what a number may be the gap between."""
    value = desk.value
    if value is None or value.kind in OTHER_KINDS or in_a_row(desk.context) or not _may_be_gap(desk):
        return
    gap = compared(desk.context) or (moved(desk) and not summed_up(desk.context))
    gap = gap and not (desk.context.compares and with_a_time(desk))
    for view in desk.views:
        if gap:
            for column in view.measures:
                words = weight(desk, view, column)
                if words >= 0.25 and not (takes_time(view.columns[column]) and met(desk) and not course(view)):
                    yield from _between(desk, view, column, words)
                    yield from _to_rivals(desk, view, column, words)


def _may_be_gap(desk: Desk) -> bool:
    """Leave out parts and multiples, except a part by which one thing exceeds another: "a quarter more than"."""
    value = desk.value
    return value is not None and (value.kind != "ratio" or (desk.context.compares and not multiple(value)))


def compared(context: Context) -> bool:
    """Say whether the number is a gap between two things: "2.7 points between them", "a lead of 12"."""
    near = around(context) | {*context.after[:3]}
    nouns = {w.lower_ for w in context.line}
    return bool(GAP_WORDS & near or GAP_NOUNS & (near | {*context.before[:3]} | nouns))


def _between(desk: Desk, view: View, column: str, words: float) -> Iterator[Reading]:
    """Yield the gap between two things named, at one time."""
    meaning = view.columns[column]
    percent, kind = gap_fit(desk, meaning)
    if kind < 0.3:
        return
    for one, other in entity_pairs(desk, view):
        if _of_one_side(desk, {name for side in (one, other) for _, name in side.filled}):
            continue
        told = max(repeated(desk, cell(view, column, s.where), meaning) for s in (one, other))
        subject = max(paired(one, other), told if told > TELLING else 0.0)
        orders = _held_last(desk, one, other)
        way = direction(desk, view, column) if len(orders) == 1 else 0
        if percent:
            for left, right in orders:
                yield Reading(
                    family="percent change",
                    query=Query(
                        operation="percent change", table=view.name, left=cell(view, column, left.where),
                        right=cell(view, column, right.where),
                    ),
                    parts=(("subject", subject), ("words", words), ("kind", kind), ("time", one.time)), unit="%",
                    size=True, way=way, said=f"{column} of {left.who} against that of {right.who} in percent",
                    form="percent as ratio" if desk.value and desk.value.kind == "ratio" else "number",
                    refutes=len(orders) == 1 and desk.context.compares and subject >= PAIRED,
                )  # fmt: skip
            continue
        left, right = orders[0]
        yield Reading(
            family="gap",
            query=Query(
                operation="difference", table=view.name, left=cell(view, column, left.where),
                right=cell(view, column, right.where),
            ),
            parts=(("subject", subject), ("words", words), ("kind", kind), ("time", one.time)),
            said=f"{column} of {left.who} less that of {right.who}",
            unit=unit_of(desk, meaning.unit), scale=meaning.scale, size=True, way=way,
            refutes=desk.context.compares and min(one.subject, other.subject) >= 0.6,
            flags=TOLD if told > TELLING else (),
        )  # fmt: skip


def _to_rivals(desk: Desk, view: View, column: str, words: float) -> Iterator[Reading]:
    """Yield the gap to what comes next by a measure, above or below, and to the best: "two points clear of second"."""
    value, meaning = desk.value, view.columns[column]
    assert value is not None
    near = {*desk.context.after}
    kind = 1.0 if in_points(desk) and meaning.kind == "percent" else fit(value, meaning)
    if not RIVALS & near or kind < 0.3 or value.kind in ("percent", "ratio"):
        return
    for one in [s for s in single(desk, view, 2) if s.value_of(view.entity)]:
        own = known(view, column, one.where)
        peers = tuple(f for f in one.where if f.column != view.entity)
        if own is None or len(select(view, peers)) < 3:
            continue
        rivals = [
            ("the next below", "max", (*peers, Filter(column, "<", own))),
            ("the next above", "min", (*peers, Filter(column, ">", own))),
        ]
        rivals += [("the most", "max", peers), ("the least", "min", peers)] if LEADERS & near else []
        for rival, operation, where in rivals:
            yield Reading(
                family="gap",
                query=Query(
                    operation="difference", table=view.name, left=cell(view, column, one.where),
                    right=Query(operation=operation, table=view.name, column=column, where=where),
                ),
                parts=(
                    ("subject", tie(one)), ("words", 0.9 * words), ("kind", kind), ("time", one.time),
                ),
                said=f"{column} of {one.who} less {rival}", unit=unit_of(desk, meaning.unit), scale=meaning.scale,
                size=True, refutes=False,
            )  # fmt: skip


def paired(one: Selection, other: Selection) -> float:
    """Say how tied a pair is: the one may be the topic of the sentences before, where the other is named."""
    high, low = max(tie(one), other.subject), min(tie(one), other.subject)
    return 0.6 * high + 0.4 * low


@remembered
def entity_pairs(desk: Desk, view: View) -> list[tuple[Selection, Selection]]:
    """Give pairs of selections that differ in one name only, each with one row."""
    found: dict[frozenset[str], tuple[Selection, Selection]] = {}
    singles = single(desk, view)
    for one in singles:
        for column, value in one.filled:
            for binding in desk.context.bindings:
                name = binding.mention.best
                if not view.rows(column, name):
                    name = next(iter(desk.index.implied(name)), "")
                if name == value or not view.rows(column, name):
                    continue
                other = _beside(view, one, column, name, singles)
                key = frozenset((str(one.where), str(other.where)))
                if key not in found and len(select(view, other.where)) == 1:
                    found[key] = one, replace(other, subject=max(binding.weight, held_against(desk.context, binding)))
    return sorted(found.values(), key=lambda pair: -paired(*pair))[:4]


def _of_one_side(desk: Desk, names: set[str]) -> bool:
    """Say whether two stand side by side and a third is held against them: "Elm and Ash have 5 more than Oak"."""
    context = desk.context
    if any(held_against(context, b) and b.mention.best in names for b in context.bindings):
        return False
    near = sorted({b.mention for b in context.bindings if b.mention.best in names}, key=lambda m: m.start)
    joined = any(SIDE_BY_SIDE.fullmatch(context.text[one.end : other.start]) for one, other in pairwise(near))
    together = joined and SUMMED & {*context.text[near[-1].end : context.statement.start].lower().split()}
    return bool(together) or (joined and any(held_against(context, b) for b in context.bindings))


SIDE_BY_SIDE = re.compile(r",? and (?:the )?")


def held_against(context: Context, binding: Binding) -> float:
    """Say how surely the value is a gap to something named behind it: "three more than the Greens"; 0 where not."""
    between = context.text[context.statement.end : binding.mention.start].lower()
    words = between.split()
    close = binding.mention.start > context.statement.start and len(words) < NEAR and not {*",;:"} & {*between}
    return HELD if close and AGAINST & {*words} else 0.0


def _held_last(desk: Desk, one: Selection, other: Selection) -> list[tuple[Selection, Selection]]:
    """Put the thing that the value is held against last; in either order where the words don't say which it is."""
    held = {b.mention.best for b in desk.context.bindings if held_against(desk.context, b)}
    orders = [(one, other), (other, one)]
    return [pair for pair in orders if held & {name for _, name in pair[1].filled}] or orders


AGAINST = frozenset("than after before behind ahead clear above below over".split())
NEAR, HELD, PAIRED = 7, 0.9, 0.7


def _beside(view: View, one: Selection, column: str, name: str, singles: list[Selection]) -> Selection:
    """Put another name in a column of a selection; where each has a day of its own, take the other's."""
    filled = tuple((c, name if c == column else v) for c, v in one.filled)
    own = next((s for s in singles if s.filled == filled and s.when != one.when and len(filled) == 1), None)
    if own is not None and not any(f.relation == "=" and isinstance(f.value, int) for f in own.where):
        return own
    kept = [f for f in one.where if view.repeats or f.column != view.day]  # the day of a thing's only row is its own
    where = tuple(Filter(column, f.relation, name) if f.column == column else f for f in kept)
    return replace(one, where=where, filled=filled)
