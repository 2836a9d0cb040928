"""Gaps: between two things at one time, between two columns of a row, in a measure's unit or in percent."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking.query import Filter, Query, select
from claims.checking.readings.changes import OTHER_KINDS, around, in_points, moved, unit_of
from claims.checking.readings.dates import described
from claims.checking.readings.fits import fit
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import agrees, cell, known, single, telling, tie, weight
from claims.checking.scoring import Reading
from claims.checking.words import kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.context import Context
    from claims.checking.desk import Desk
    from claims.checking.selection import Selection
    from claims.checking.tables import View

SIDES = frozenset("for against yes no ayes noes home away".split())
MARGINS = frozenset(stem(w) for w in "margin majority lead pass fail win defeat beat lose close".split())
GAP_WORDS = frozenset("apart clear short better worse between separate separates separated trails trailed".split())
GAP_NOUNS = frozenset("gap lead margin difference advantage deficit cushion edge majority".split())
LESS = frozenset(stem(w) for w in "miss absent injure suspend empty vacant unfilled short lack remain left".split())


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what a number may be the gap between."""
    value = desk.value
    if value is None or value.kind in (*OTHER_KINDS, "ratio") or in_a_row(desk.context):
        return
    gap = moved(desk) or compared(desk.context)
    for view in desk.views:
        if gap:
            for column in view.measures:
                words = weight(desk, view, column)
                if words >= 0.25:
                    yield from _between(desk, view, column, words)
        if value.kind in ("count", "number", "money") or (value.kind == "percent" and gap):
            yield from _within_row(desk, view)
        if value.kind in ("count", "number"):
            yield from _missed(desk, view)


def compared(context: Context) -> bool:
    """Say whether the number is a gap between two things: "2.7 points between them", "a lead of 12"."""
    near = around(context) | {*context.after[:3]}
    nouns = {w.lower_ for w in context.line}
    return bool(GAP_WORDS & near or GAP_NOUNS & (near | {*context.before[:3]} | nouns))


def _between(desk: Desk, view: View, column: str, words: float) -> Iterator[Reading]:
    """Yield the gap between two things named, at one time."""
    value, meaning = desk.value, view.columns[column]
    assert value is not None
    points = in_points(desk)
    percent = value.kind == "percent" and not (points or meaning.kind == "percent")
    kind = 0.8 if percent else 1.0 if points and meaning.kind == "percent" else fit(value, meaning)
    if kind < 0.3:
        return
    for one, other in entity_pairs(desk, view):
        subject = paired(one, other)
        if percent:
            for left, right in ((one, other), (other, one)):
                yield Reading(
                    family="percent change",
                    query=Query(
                        operation="percent change", table=view.name, left=cell(view, column, left.where),
                        right=cell(view, column, right.where),
                    ),
                    parts=(("subject", subject), ("words", words), ("kind", kind), ("time", one.time)), unit="%",
                    size=True, said=f"{column} of {left.who} against that of {right.who} in percent",
                    refutes=False,
                )  # fmt: skip
            continue
        yield Reading(
            family="gap",
            query=Query(
                operation="difference", table=view.name, left=cell(view, column, one.where),
                right=cell(view, column, other.where),
            ),
            parts=(("subject", subject), ("words", words), ("kind", kind), ("time", one.time)),
            said=f"{column} of {one.who} less that of {other.who}",
            unit=unit_of(desk, meaning.unit), scale=meaning.scale, size=True,
            refutes=desk.context.compares and min(one.subject, other.subject) >= 0.6,
        )  # fmt: skip


def paired(one: Selection, other: Selection) -> float:
    """Say how tied a pair is: the one may be the topic of the sentences before, where the other is named."""
    high, low = max(tie(one), other.subject), min(tie(one), other.subject)
    return 0.6 * high + 0.4 * low


def entity_pairs(desk: Desk, view: View) -> list[tuple[Selection, Selection]]:
    """Give pairs of selections that differ in one name only, each with one row."""
    found: dict[frozenset[str], tuple[Selection, Selection]] = {}
    for one in single(desk, view):
        for column, value in one.filled:
            for binding in desk.context.bindings:
                other = binding.mention.best
                if not view.rows(column, other):
                    other = next(iter(desk.index.implied(other)), "")
                if other == value or not view.rows(column, other):
                    continue
                where = tuple(Filter(column, f.relation, other) if f.column == column else f for f in one.where)
                key = frozenset((str(one.where), str(where)))
                if key not in found and len(select(view, where)) == 1:
                    filled = tuple((c, other if c == column else v) for c, v in one.filled)
                    found[key] = one, replace(one, where=where, filled=filled, subject=binding.weight)
    return sorted(found.values(), key=lambda pair: -paired(*pair))[:4]


def _within_row(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield the gap between two columns of one row: votes for and against, a budget and what it cost."""
    context, value = desk.context, desk.value
    assert value is not None
    said = "by" in context.before[:3] or bool(MARGINS & context.clause_stems)
    telling_one = telling(desk) >= (2 if value.kind == "percent" else 3)
    if not said and not telling_one:
        return
    rows = [*described(desk, view), *((s, 0.0) for s in single(desk, view))]
    for first, second in _twins(view) if rows else ():
        noun = context.noun
        own = [stem(w) for w in view.columns[first].words]
        words = 0.9 if not noun or any(kinship(noun, w) for w in own) else 0.3
        for selection, match in rows:
            if known(view, first, selection.where) is None:
                continue
            reading = _gap(desk, view, (first, second), selection, match, words if said else 0.4)
            if (said and value.kind != "percent") or agrees(desk, reading):
                yield reading


def _gap(desk: Desk, view: View, pair: tuple[str, str], selection: Selection, match: float, words: float) -> Reading:
    first, second = pair
    percent = desk.value is not None and desk.value.kind == "percent"
    sides = [cell(view, c, selection.where) for c in pair]
    label = view.label(select(view, selection.where)[0])
    meaning = view.columns[first]
    return Reading(
        family="margin",
        query=Query(
            operation="percent change" if percent else "difference", table=view.name, left=sides[0], right=sides[1]
        ),
        parts=(
            ("subject", max(selection.subject, match)), ("words", words * max(0.6, match)), ("time", selection.time),
        ),
        said=f"{first} less {second} of {label}", size=True, unit="%" if percent else meaning.unit,
        scale=None if percent else meaning.scale, refutes=words >= 0.9,
    )  # fmt: skip


def _twins(view: View) -> list[tuple[str, str]]:
    """Give pairs of columns that count the same thing on two sides: of one kind and unit, with a word in common."""
    found = []
    for a in view.measures:
        for b in view.measures:
            one, other = view.columns[a], view.columns[b]
            if a == b or (one.kind, one.unit, one.scale) != (other.kind, other.unit, other.scale):
                continue
            shared = set(one.forms) & set(other.forms)
            sides = (set(one.forms) ^ set(other.forms)) & SIDES
            if (one.kind == "money" or (shared and (sides or one.words[-1:] == other.words[-1:]))) and one.year is None:
                found.append((a, b))
    return found


def _missed(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield what a measure lacks to the fuller one of its kind: games missed, seats left empty, places unfilled."""
    if not LESS & desk.context.clause_stems:
        return
    for mine in single(desk, view, 2):
        for part in view.measures:
            if (words := weight(desk, view, part)) < 0.3 or view.columns[part].kind != "number":
                continue
            for fuller, whole_of, where in _fuller(desk, view, mine):
                if (fuller.name, whole_of) == (view.name, part):
                    continue
                yield Reading(
                    family="difference",
                    query=Query(
                        operation="difference", table=view.name, left=cell(fuller, whole_of, where),
                        right=cell(view, part, mine.where),
                    ),
                    parts=(("subject", tie(mine)), ("words", words), ("time", mine.time), ("kind", 0.8)),
                    said=f"{whole_of} less {part} of {mine.who}", refutes=False,
                )  # fmt: skip


def _fuller(desk: Desk, view: View, mine: Selection) -> Iterator[tuple[View, str, tuple[Filter, ...]]]:
    """Yield the columns that may hold the full number: of the row, or of a row that another table has for it."""
    for other in desk.views:
        wheres = [mine.where] if other is view else [s.where for s in single(desk, other, 2) if s.subject >= 0.3]
        for where in wheres:
            for column in other.measures:
                if FULL & {stem(w) for w in (*other.columns[column].words, *other.columns[column].forms)}:
                    yield other, column, where


FULL = frozenset(stem(w) for w in "capacity total played places seats size establishment posts maximum all".split())
