"""The time from one event of a thing to its next: "its second in two months", "stood at red for seven weeks"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.checking.agreement import NAMES, SECONDS
from claims.checking.checks import Check, lasted
from claims.checking.query import Filter, Query, select
from claims.checking.readings.apart import in_years
from claims.checking.readings.measures import cell, tie, whole
from claims.checking.scoring import Reading
from claims.checking.selection import Selection, first_year
from claims.checking.words import STRONG, kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import View
    from claims.types import Value

HEDGED = r"(?: (?:the|its|his|her|their|more|less|than|almost|nearly|about|just|over|under|some|last|past|only))*"
IN_SO_LONG = re.compile(rf"\b(first|second|latest)\b((?: [\w'’-]+){{0,4}}?) (?:in|for|within){HEDGED} $", re.IGNORECASE)
AGAIN = re.compile(rf"\b(again) ?((?: [\w'’-]+){{0,3}}?) ?after{HEDGED} $", re.IGNORECASE)
LAST_TWO = re.compile(r"\bbetween\b[^.;]*?\b(last|latest|most recent) two\b((?: [\w'’-]+){1,2})", re.IGNORECASE)
KEPT = re.compile(
    rf"\b(?:stood|stands?|stay(?:s|ed)?|remain(?:s|ed)?|kept|was|were|been|lay|spent)\b[^.;:]{{0,30}}\bfor{HEDGED} $",
    re.IGNORECASE,
)
KINDS = frozenset({"duration", "count", "quantity"})
MOST_NAMED, MOST_ROWS, LIKELY = 4, 60, 0.55
CALLED, BARE = 0.85, 0.5

Moment = tuple[dt.date | int, int]
"""When a row began, and the row."""


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the times between two events of a thing that follow each other."""
    value, context = desk.value, desk.context
    check = _check(value) if value else None
    if check is None:
        return
    start, end = context.sentence
    before, behind = context.text[start : desk.statement.start], context.text[desk.statement.end : end]
    found = IN_SO_LONG.search(before) or AGAIN.search(before) or LAST_TWO.search(before) or LAST_TWO.search(behind)
    kept = KEPT.search(before) is not None
    for view in desk.views if found or kept else ():
        if kept:
            yield from _in_a_state(desk, view, check)
        if found:
            yield from _last_two(desk, view, check, found[2])


def _check(value: Value) -> Check | None:
    """Hold a number of days to a stated time of any unit."""
    unit = NAMES.get(value.unit.split(" ")[-1], value.unit)
    if value.kind not in KINDS or unit not in SECONDS or not isinstance(value.amount, Decimal):
        return None
    return lasted(value, SECONDS[unit] / SECONDS["d"])


def _last_two(desk: Desk, view: View, check: Check, noun: str) -> Iterator[Reading]:
    """Yield the time between the last two events of a thing, or of all where the words call what the rows are."""
    nouns = [stem(w) for w in noun.lower().split()]
    called = any(kinship(a, b) >= STRONG for a in stems_of(view.name)[-1:] for b in nouns)
    named = [s for s in desk.named(view) if s.filled and tie(s) >= LIKELY and not s.far][:MOST_NAMED]
    several = [(s, moments) for s in named if len(moments := _moments(desk, view, s)) > 1]
    if called and not several:
        everything = Selection(subject=whole(desk, view))
        several = [(everything, _moments(desk, view, everything))]
    for selection, moments in several:
        for (_, one), (_, other) in list(pairwise(moments))[-1:]:
            yield from _between(view, selection, (one, other), check, CALLED if called else BARE)


def _in_a_state(desk: Desk, view: View, check: Check) -> Iterator[Reading]:
    """Yield the time from an event that brought a thing to a state to its next event: "stood at red for weeks"."""
    states = [c for c in view.names if not view.columns[c].named]
    own = desk.context.clause_stems
    for selection in [s for s in desk.named(view) if view.day and any(view.columns[c].named for c, _ in s.filled)]:
        thing = tuple((c, v) for c, v in selection.filled if view.columns[c].named)
        where = tuple(f for f in selection.where if f.column in dict(thing))
        moments = _moments(desk, view, replace(selection, where=where, filled=thing))
        for (_, one), (_, other) in pairwise(moments):
            told = [c for c in states[-1:] if {*stems_of(str(view.cells(c)[one]))} <= own]
            if told and tie(selection) >= LIKELY:
                yield from _between(view, replace(selection, where=where, filled=thing), (one, other), check, CALLED)
        return


def _moments(desk: Desk, view: View, selection: Selection) -> list[Moment]:
    """Give the events of a thing that lie before the publication, in order; none where some fall together."""
    column, published = order_of(view), desk.context.published
    found: list[Moment] = []
    for row in select(view, selection.where)[:MOST_ROWS] if column else ():
        began = view.cells(column)[row]
        today = published.year if published and isinstance(began, int) else published
        if isinstance(began, dt.date | int) and (today is None or began <= today):  # type: ignore[operator]
            found.append((began, row))
    apart = len({began for began, _ in found}) == len(found)
    years = {first_year(began) for began, _ in found}
    yearly = isinstance(found[0][0], int) and len(years) > max(years) - min(years) if found else True  # type: ignore[operator,type-var]
    return sorted(found, key=lambda moment: moment[0]) if apart and not yearly else []


def order_of(view: View) -> str:
    """Name the column of the day, or the year, in which something happened or began."""
    return view.day or view.start or view.year


def _between(view: View, selection: Selection, rows: tuple[int, int], check: Check, words: float) -> Iterator[Reading]:
    """Yield the time from the start, and from the end, of one event to the start of the other."""
    column = order_of(view)
    cells = view.cells(column)
    for begun in dict.fromkeys((column, view.end or column)):
        ends = [(*selection.where, Filter(column, "=", cells[row])) for row in rows]
        years = isinstance(cells[rows[0]], int)
        yield Reading(
            family="between",
            query=Query(
                operation="difference" if years else "days between", table=view.name,
                left=cell(view, column, ends[1]), right=cell(view, begun, ends[0]),
            ),
            parts=(("subject", tie(selection)), ("words", words)),
            said=f"time from {begun} of one to the next of {selection.who or view.name}", form="check",
            asserted=in_years(check) if years else check, refutes=False,
        )  # fmt: skip
