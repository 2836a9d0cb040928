"""Differences, percent changes, ratios and shares: between times, between things, between columns of a row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking.manner import MOVES
from claims.checking.query import Filter, Query, select
from claims.checking.readings.lookups import fit, in_a_row, measure_words
from claims.checking.scoring import Reading
from claims.checking.selection import Selection
from claims.checking.words import kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import View
    from claims.types import Value


AGAINST = frozenset("for against yes no ayes noes home away".split())
MARGINS = frozenset(stem(w) for w in "margin majority lead pass fail win defeat beat lose close".split())


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what a number may be the change, the gap or the ratio of."""
    value = desk.value
    if value is None or value.kind in ("date", "period", "age", "excluded", "ordinal", "score"):
        return
    if in_a_row(desk.context):
        return
    moved = _moved(desk)
    for view in desk.views:
        for column in view.measures:
            words = measure_words(desk, view, column)
            if value.kind in ("ratio", "percent"):
                words = max(words, 0.9 * desk.words(view, column))
            if words < 0.25:
                continue
            if moved and not _multiple(value):
                if not POSITIONS & {*desk.context.after[:2], *(t.lower_ for t in desk.context.tokens)}:
                    yield from _over_time(desk, view, column, words)
                if value.kind not in ("percent", "ratio"):
                    yield from _between(desk, view, column, words)
            if (value.kind == "ratio" and not _multiple(value)) or (value.kind == "percent" and not moved):
                yield from _shares(desk, view, column, words)
            if value.kind == "ratio":
                yield from _multiples(desk, view, column, words)
        if value.kind in ("count", "number"):
            yield from _within_row(desk, view)


POSITIONS = frozenset("ahead behind above below".split())


def _multiple(value: Value) -> bool:
    return isinstance(value.amount, tuple) and value.amount[0] > value.amount[1]


def _moved(desk: Desk) -> bool:
    """Say whether the words around a number speak of a change or a gap."""
    context = desk.context
    if context.compares or ({"by", "of"} & set(context.before[:2]) and MOVES & context.clause_stems):
        return True
    percent = bool(desk.value and desk.value.kind == "percent" and MOVES & context.clause_stems)
    return context.changes or percent or "new" in {*context.after[:1], *(t.lower_ for t in context.tokens)}


def _over_time(desk: Desk, view: View, column: str, words: float) -> Iterator[Reading]:
    """Yield the change of a measure between two times of the same thing, or of the total."""
    if not view.year:
        return
    chosen = [s for s in desk.named(view) if s.filled][:4] or []
    for selection in [*chosen, Selection(subject=0.5)]:
        years = sorted({y for row in select(view, selection.where) if isinstance(y := view.cells(view.year)[row], int)})
        for now, base, sure in _year_pairs(desk, years):
            yield from _change(desk, view, column, words, selection, now, base, sure)


def _year_pairs(desk: Desk, years: list[int]) -> list[tuple[int, int, float]]:
    """Give the pairs of years that the words may compare, with how sure each is."""
    context = desk.context
    past = [y for y in years if context.published is None or y <= context.published.year]
    if len(past) < 2:
        return []
    bases = {w.year: w.weight for w in reversed(context.times) if w.role in ("base", "since") and w.year in past}
    at = {w.year: w.weight for w in reversed(context.times) if w.role == "at" and w.year in past}
    now = max(at, key=lambda y: at[y]) if at else past[-1]
    found: list[tuple[int, int, float]] = []
    for base, weight in bases.items():
        later = [y for y in (now, past[-1]) if y and base and y > base]
        found += [(y, base, 0.6 + 0.4 * weight) for y in dict.fromkeys(later)]
    for last, sure in ((now, 0.85), (past[-1], 0.7), (past[-2], 0.5)):
        before = [y for y in past if last and y < last]
        if before:
            found.append((last, before[-1], sure - (0.35 if bases and max(bases.values()) > 0.8 else 0.0)))
    for base, weight in at.items():
        if base != past[-1] and weight > 0.8:
            found.append((past[-1], base, 0.55))
        found += [(y, base, 0.5 + min(weight, w) / 2) for y, w in at.items() if base and y and y > base]
    return list({(a, b): (a, b, s) for a, b, s in sorted(found, key=lambda f: f[2])}.values())[-5:]


def _change(
    desk: Desk, view: View, column: str, words: float, selection: Selection, now: int, base: int, sure: float
) -> Iterator[Reading]:
    value, meaning = desk.value, view.columns[column]
    assert value is not None
    left, right = (
        _cell_or_sum(view, column, (*selection.where, Filter(view.year, "=", year)), bool(selection.filled))
        for year in (now, base)
    )
    who = selection.who or "all"
    parts = (("subject", max(0.0, selection.subject - selection.skipped)), ("words", words), ("time", sure))
    points = desk.context.after[:1] == ["point"] or "point" in value.unit or "point" in value.text
    if value.kind in ("percent", "ratio") and not points:
        query = Query(operation="percent change", table=view.name, left=left, right=right)
        yield Reading(
            family="percent change", query=query, parts=parts, unit="%", size=True,
            said=f"change of {column} of {who} from {base} to {now} in percent",
            form="number" if value.kind == "percent" else "percent as ratio",
        )  # fmt: skip
        return
    kind = 1.0 if points and meaning.kind == "percent" else fit(value, meaning)
    if kind >= 0.3:
        yield Reading(
            family="difference", query=Query(operation="difference", table=view.name, left=left, right=right),
            parts=(*parts, ("kind", kind)), unit=meaning.unit, scale=meaning.scale, size=True,
            said=f"change of {column} of {who} from {base} to {now}",
        )  # fmt: skip


def _cell_or_sum(view: View, column: str, where: tuple[Filter, ...], single: bool) -> Query:
    one = single and len(select(view, where)) == 1
    return Query(operation="value" if one else "sum", table=view.name, column=column, where=where)


def _between(desk: Desk, view: View, column: str, words: float) -> Iterator[Reading]:
    """Yield the gap between two things named, at one time."""
    value, meaning = desk.value, view.columns[column]
    assert value is not None
    if (kind := fit(value, meaning)) < 0.3:
        return
    for one, other in entity_pairs(desk, view):
        yield Reading(
            family="gap",
            query=Query(
                operation="difference", table=view.name,
                left=Query(operation="value", table=view.name, column=column, where=one.where),
                right=Query(operation="value", table=view.name, column=column, where=other.where),
            ),
            parts=(
                ("subject", min(one.subject, other.subject + 0.1)), ("words", words), ("kind", kind),
                ("time", one.time),
            ),
            said=f"{column} of {one.who} less that of {other.who}",
            unit=meaning.unit, scale=meaning.scale, size=True,
            refutes=desk.context.compares and min(one.subject, other.subject) >= 0.6,
        )  # fmt: skip


def entity_pairs(desk: Desk, view: View) -> list[tuple[Selection, Selection]]:
    """Give pairs of selections that differ in one name only, each with one row."""
    found: list[tuple[Selection, Selection]] = []
    for one in [s for s in desk.selections(view) if len(select(view, s.where)) == 1][:4]:
        for column, value in one.filled:
            for binding in desk.context.bindings:
                other = binding.mention.best
                if not view.rows(column, other):
                    other = next(iter(desk.index.implied(other)), "")
                if other == value or not view.rows(column, other):
                    continue
                where = tuple(Filter(column, f.relation, other) if f.column == column else f for f in one.where)
                if len(select(view, where)) == 1:
                    filled = tuple((c, other if c == column else v) for c, v in one.filled)
                    found.append((one, replace(one, where=where, filled=filled, subject=binding.weight)))
    return found[:4]


def _shares(desk: Desk, view: View, column: str, words: float) -> Iterator[Reading]:
    """Yield a thing's part of the total of its table at the time."""
    value = desk.value
    assert value is not None
    if view.columns[column].kind == "percent":
        return
    for selection in desk.selections(view)[:4]:
        if len(select(view, selection.where)) != 1:
            continue
        time = tuple(f for f in selection.where if f.column in (view.year, view.day))
        part = Query(operation="value", table=view.name, column=column, where=selection.where)
        whole = Query(operation="sum", table=view.name, column=column, where=time)
        yield Reading(
            family="share", query=Query(operation="share", table=view.name, left=part, right=whole),
            parts=(
                ("subject", selection.subject - selection.skipped), ("words", words), ("time", selection.time),
                ("kind", 0.7),
            ),
            said=f"share of {selection.who} in all {column}", unit="%",
            form="number" if value.kind == "percent" else "percent as ratio", refutes="of" in desk.context.after[:2],
        )  # fmt: skip


def _multiples(desk: Desk, view: View, column: str, words: float) -> Iterator[Reading]:
    """Yield how many times one thing's measure is another's, or its own of an earlier time."""
    for one, other in entity_pairs(desk, view):
        for left, right in ((one, other), (other, one)):
            yield Reading(
                family="ratio",
                query=Query(
                    operation="ratio", table=view.name,
                    left=Query(operation="value", table=view.name, column=column, where=left.where),
                    right=Query(operation="value", table=view.name, column=column, where=right.where),
                ),
                parts=(("subject", min(one.subject, other.subject + 0.2)), ("words", words), ("time", one.time)),
                said=f"{column} of {left.who} over that of {right.who}", form="ratio",
                refutes=left is one and bool(desk.value and _multiple(desk.value)),
            )  # fmt: skip
    if not view.year:
        return
    for selection in [s for s in desk.named(view) if s.filled][:3]:
        years = sorted({y for row in select(view, selection.where) if isinstance(y := view.cells(view.year)[row], int)})
        for now, base, sure in _year_pairs(desk, years):
            sides = [
                _cell_or_sum(view, column, (*selection.where, Filter(view.year, "=", year)), True)
                for year in (now, base)
            ]
            yield Reading(
                family="ratio", query=Query(operation="ratio", table=view.name, left=sides[0], right=sides[1]),
                parts=(("subject", selection.subject - selection.skipped), ("words", words), ("time", sure - 0.1)),
                said=f"{column} of {selection.who} in {now} over {base}", form="ratio", refutes=False,
            )  # fmt: skip


def _within_row(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield the gap between two columns of one row: votes for and against."""
    context = desk.context
    pairs = [
        (a, b) for a in view.measures for b in view.measures
        if a < b and _twins(view, a, b)
    ]  # fmt: skip
    if not pairs or not ("by" in context.before[:3] or MARGINS & context.clause_stems):
        return
    from claims.checking.readings.dates import described

    for first, second in pairs:
        noun = context.noun
        own = [stem(w) for w in view.columns[first].words]
        words = 0.9 if not noun or any(kinship(noun, w) for w in own) else 0.3
        for selection, match in described(desk, view):
            rows = select(view, selection.where)
            if len(rows) != 1 or view.cells(first)[rows[0]] is None:
                continue
            sides = [
                Query(operation="value", table=view.name, column=c, where=selection.where) for c in (first, second)
            ]
            yield Reading(
                family="margin", query=Query(operation="difference", table=view.name, left=sides[0], right=sides[1]),
                parts=(
                    ("subject", max(selection.subject, match)), ("words", words * max(0.6, match)),
                    ("time", selection.time),
                ),
                said=f"{first} less {second} of {view.label(rows[0])}", size=True,
            )  # fmt: skip


def _twins(view: View, a: str, b: str) -> bool:
    """Say whether two columns count the same thing on two sides."""
    one, other = set(view.columns[a].forms), set(view.columns[b].forms)
    return bool(one & other) and bool((one - other) & AGAINST) and bool((other - one) & AGAINST)
