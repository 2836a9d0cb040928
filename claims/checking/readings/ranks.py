"""Extremes, ranks, ordinals and streaks."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.query import Filter, Query, select
from claims.checking.readings.lookups import in_a_row
from claims.checking.scoring import Reading
from claims.checking.selection import Selection, timed
from claims.checking.words import SUPERLATIVES, kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import View

OLDEST = {"oldest": "min", "eldest": "min", "earliest": "min", "youngest": "max", "newest": "max", "latest": "max"}
LOSING = frozenset(stem(w) for w in "loss lose defeat deficit red".split())
FALLING = frozenset(stem(w) for w in "decline fall drop decrease slide".split())
RISING = frozenset(stem(w) for w in "rise increase gain growth climb".split())


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the extremes, ranks and streaks that a statement may assert."""
    value = desk.value
    if value is not None and value.kind == "date" and len(value.iso) == 4:
        for view in desk.views:
            if view.year:
                yield from _best_years(desk, view)
    if value is None:
        if desk.statement.kind in ("superlative", "comparison"):
            yield from _superlatives(desk)
    elif value.kind == "ordinal" and not in_a_row(desk.context):
        for view in desk.views:
            yield from _ranked(desk, view)
    if value is not None and value.kind in ("ordinal", "count", "number") and in_a_row(desk.context):
        for view in desk.views:
            yield from _streaks(desk, view)


def _superlatives(desk: Desk) -> Iterator[Reading]:
    words = [t.lower_ for t in desk.context.tokens]
    word = next((w for w in words if w in SUPERLATIVES or w in OLDEST), "")
    if not word or desk.statement.kind == "comparison":
        return
    for view in desk.views:
        for selection in desk.selections(view)[:6]:
            if view.size > 1 and len(select(view, selection.where)) == 1:
                yield from _extreme(desk, view, selection, word)


def _best_years(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield the year in which something was at its highest or lowest."""
    words = [t.lower_ for t in desk.context.line]
    word = next((w for w in words if w in PEAKS), "")
    if not word or "since" in desk.context.before[:1]:
        return
    for selection in [s for s in desk.named(view) if s.filled][:3]:
        for column in view.measures:
            fitted = desk.words(view, column)
            if fitted >= 0.25:
                yield Reading(
                    family="best year",
                    query=Query(
                        operation=PEAKS[word], table=view.name, column=column, where=selection.where, key=view.year
                    ),
                    parts=(("subject", selection.subject - selection.skipped), ("words", max(fitted, 0.6))),
                    said=f"year of the {PEAKS[word][3:]} {column} of {selection.who or view.name}", form="date",
                    refutes=False,
                )  # fmt: skip


PEAKS = {
    "peak": "argmax", "peaked": "argmax", "high": "argmax", "record": "argmax", "best": "argmax", "highest": "argmax",
    "low": "argmin", "lowest": "argmin", "worst": "argmin", "trough": "argmin",
}  # fmt: skip


def _extreme(desk: Desk, view: View, selection: Selection, word: str) -> Iterator[Reading]:
    """Yield which row is the extreme one, to be compared with the one that is named."""
    key = view.entity if selection.value_of(view.entity) else next(iter(dict(selection.filled)), "")
    if not key:
        return
    dates = [c for c in (view.born, *view.of_role("date")) if c and c != view.day]
    columns = dates if word in OLDEST else view.measures
    for column in dict.fromkeys(columns):
        fitted = desk.words(view, column) if word not in OLDEST else 0.8 if column == view.born else 0.75
        if fitted < 0.25:
            continue
        peers = tuple(f for f in selection.where if f.column == view.year or f.column not in dict(selection.filled))
        operation = "arg" + (OLDEST.get(word) or ("max" if SUPERLATIVES[word] > 0 else "min"))
        yield Reading(
            family="extreme",
            query=Query(operation=operation, table=view.name, column=column, where=peers, key=key),
            parts=(("subject", selection.subject - selection.skipped), ("words", fitted), ("time", selection.time)),
            said=f"{operation[3:]} {column} in {view.name}" + (f" in {selection.when}" if selection.when else ""),
            form="name", asserted=selection.value_of(key),
        )  # fmt: skip


def _ranked(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield the place of a named row by a measure: "its second largest"."""
    words = [*(t.lower_ for t in desk.context.tokens), *desk.context.after[:3]]
    word = next((w for w in words if w in SUPERLATIVES), "")
    if not word:
        return
    for selection in desk.selections(view)[:4]:
        if len(select(view, selection.where)) != 1:
            continue
        peers = tuple(f for f in selection.where if selection.filled and f.column not in dict(selection.filled))
        own = tuple(f for f in selection.where if f not in peers)
        for column in view.measures:
            fitted = max(desk.words(view, column), 0.35)
            yield Reading(
                family="rank",
                query=Query(
                    operation="rank from top" if SUPERLATIVES[word] > 0 else "rank from bottom",
                    table=view.name, column=column, where=peers, having=own,
                ),
                parts=(("subject", selection.subject - selection.skipped), ("words", fitted), ("time", selection.time)),
                said=f"rank of {selection.who or view.name} by {column}", refutes=fitted >= 0.6,
            )  # fmt: skip


def _streaks(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield how many rows in sequence, up to the time, keep what the clause says."""
    order = view.year or view.day
    if not order:
        return
    stems = desk.context.clause_stems | {desk.context.noun}
    for group, condition, subject in _groups(desk, view):
        where = (*group, *_past(desk, view, order))
        moments = [view.cells(order)[row] for row in select(view, where)]
        if len(set(moments)) < len(moments):
            continue
        if not condition:
            yield from _trends(desk, view, where, order, stems, subject)
            continue
        yield Reading(
            family="streak",
            query=Query(operation="streak", table=view.name, where=where, having=condition, order=order),
            parts=(("subject", subject), ("words", 0.85)),
            said="rows in a row with " + ", ".join(f"{f.column} {f.relation} {f.value}" for f in condition),
        )


def _past(desk: Desk, view: View, order: str) -> tuple[Filter, ...]:
    if desk.context.published is None:
        return ()
    times = [w for w in desk.context.times if w.role in ("at", "before") and w.weight >= 0.85]
    day = times[0].period[1] if times else desk.context.published
    if times and times[0].role == "before":
        day = times[0].period[0] - dt.timedelta(1)
    return (Filter(order, "<=", day.year if order == view.year else day),)


def _groups(desk: Desk, view: View) -> Iterator[tuple[tuple[Filter, ...], tuple[Filter, ...], float]]:
    """Yield the rows that make the sequence, the condition on them, and how tied they are to the statement."""
    losing = LOSING & (desk.context.clause_stems | {desk.context.noun})
    for selection in [s for s in desk.named(view) if s.filled][:4]:
        subject = selection.subject - selection.skipped
        if losing:
            for column in view.measures:
                if desk.words(view, column) >= 0.3 and any(
                    isinstance(c, Decimal) and c < 0 for c in view.cells(column)
                ):
                    yield selection.where, (Filter(column, "<", Decimal(0)),), subject
        yield selection.where, (), subject
        for column, value in selection.filled:
            rest = tuple(f for f in selection.where if f.column != column)
            yield rest, (Filter(column, "=", value),), subject


def _trends(
    desk: Desk, view: View, where: tuple[Filter, ...], order: str, stems: frozenset[str], subject: float
) -> Iterator[Reading]:
    for operation, cues in (("falls", FALLING), ("rises", RISING)):
        if not cues & stems or len(select(view, where)) < 2:
            continue
        for column in view.measures:
            yield Reading(
                family="trend",
                query=Query(operation=operation, table=view.name, column=column, where=where, order=order),
                parts=(("subject", subject), ("words", max(0.5, desk.words(view, column)))),
                said=f"{operation} in a row of {column}",
                refutes=desk.words(view, column) >= 0.6,
            )


__all__ = ["kinship", "readings", "replace", "timed"]
