"""A figure just told as the most, or in its place, of all: "cost $2.6 million. That sum is the largest on record".

The figure was found in a table, so what it is of is known: the words of degree only say which end is meant, and those
behind them whether it is one of times or one of things.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.query import Filter, Query, compute, select
from claims.checking.readings.axes import dated_by, histories, over_days, time_column
from claims.checking.readings.degrees import PLAIN, among_all, around, degree_in, degree_of, ends, of_a_move
from claims.checking.readings.extremes import among_known
from claims.checking.readings.graded import others_meant
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import alike, refers_back, weight
from claims.checking.readings.records import OWN, told_times
from claims.checking.readings.things import but_totals
from claims.checking.scoring import TOLD, Reading
from claims.checking.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.discourse import Last
    from claims.checking.readings.axes import History
    from claims.checking.readings.degrees import Degree
    from claims.checking.tables import View

ONE = Decimal(1)
SURE, CLEAR, SAID, GRADED, FEWEST = 0.6, 0.8, 0.85, 0.3, 3
LEVELS = frozenset({"value", "sum"})
REACH = 60  # characters behind a degree that tell among what it is one
SET_OFF = re.compile(r"[^.;:,]{0,40}(?:,| [–—-]| and| or| \(| (?:is|was|are|were))(?: [\w’'-]+){0,5} ?")
"""What parts a figure from the degree that is said of it: "2,411 visits, the most", "91, which was the worst"."""
OVER_TIME = re.compile(
    r"\b(?:since|ever|yet|on record|record(?:s|ed)|history|so far|in memory|series|in any (?:year|season|month|quarter)"
    r"|(?:in|of|for) (?:the |its |their )?(?:last |past |all )?(?:[\w-]+ )?(?:years|decades|seasons|months|figures))\b"
)


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the place of a figure just told among those of its measure, at other times or of other things."""
    value, kind, place = desk.value, desk.statement.kind, ONE
    if in_a_row(desk.context):
        return
    if value is not None and value.kind == "ordinal" and isinstance(value.amount, Decimal):
        degree, place = degree_in(around(desk)), value.amount
    elif value is None and (kind == "superlative" or (kind == "comparison" and among_all(desk))):
        degree = degree_of(desk)
    else:
        return
    if degree is None or not degree.word or degree.dates or of_a_move(desk):
        return
    for settled in _told(desk):
        view = desk.tables[settled.table]
        fits = _fits(desk, view, settled.column, degree)
        clear = fits > 0 and among_known(desk, view, degree)
        for end, sure in ends(degree, view, settled.column) if fits else ():
            ranked = list(_ranked(desk, view, settled, end))
            for query, among in ranked:
                yield Reading(
                    family="rank", query=query, parts=(("subject", SAID), ("words", fits * sure), ("time", SAID)),
                    said=f"place of {settled.reading.said} among {among}", form="check", flags=TOLD,
                    refutes=clear and len(ranked) == 1 and settled.sure >= CLEAR,
                    asserted=checks.number(place, place, "the place"),
                )  # fmt: skip


def _told(desk: Desk) -> list[Last]:
    """Give what the figures were found to be that a degree is said of: set off before it, or taken up by "that"."""
    context, start = desk.context, desk.statement.start
    settled = context.discourse.settled
    inside = [s for s in context.discourse.values_in((context.sentence[0], start)) if s.start in settled]
    near = [s for s in inside[-1:] if SET_OFF.fullmatch(context.text[s.end : start]) and not _parted(desk, s.end)]
    if not inside and (refers_back(desk) or _own(desk)):
        near = context.discourse.values_in(context.sentence_before)
    found = [settled[s.start] for s in near if s.start in settled]
    found = [last for last in found if last.sure >= SURE and last.query.operation in LEVELS]
    return [last for last in found if last.query.column in desk.tables[last.table].measures]


def _own(desk: Desk) -> bool:
    """Say whether a sentence takes up what was just told as something's own: "Her time was the best since 2019"."""
    words = desk.context.document.words(desk.context.sentence[0], desk.statement.start)
    first, rest = words[:1], words[1:]
    return bool(OWN & {*first}) and bool(BEING & {*rest[1:3]})


BEING = frozenset({"is", "was", "are", "were"})


def _parted(desk: Desk, end: int) -> bool:
    """Say whether something else is named, or does something, between a figure and a degree."""
    context, start = desk.context, desk.statement.start
    verbs = (t for t in context.document.line(end, start) if t.pos_ == "VERB" and t.lemma_ != "make")
    return any(verbs) or any(m.named and m.values and not m.back for m in context.discourse.mentions_in((end, start)))


def _fits(desk: Desk, view: View, column: str, degree: Degree) -> float:
    """Say how well a degree suits the measure of a figure: a plain one any, unless its noun names another."""
    if others_meant(desk, view, column):
        return 0.0
    suited = degree.base in PLAIN or degree.hint(view, column) > 0.0 or weight(desk, view, column) >= GRADED
    return SAID if suited else 0.0


def _ranked(desk: Desk, view: View, settled: Last, end: str) -> Iterator[tuple[Query, str]]:
    """Yield the place of a figure among those of its thing at other times, or of the other things at its time."""
    own = settled.query
    times = {c for c in (time_column(view), dated_by(view), view.month) if c}
    things = tuple(f for f in own.where if f.column not in times)
    then = tuple(f for f in own.where if f.column in times)
    behind = desk.context.text[desk.statement.end : desk.context.sentence[1]][:REACH].lower()
    over_time = OVER_TIME.search(behind) is not None
    if over_time and (query := _in_time(desk, view, own, things, end)):
        yield query, "its times"
    if own.operation != "value" or len(select(view, own.where)) != 1:
        return
    operation = "rank from top" if end == "max" else "rank from bottom"
    scopes = [but_totals(view)] if over_time or not then else [(*then, *but_totals(view))]
    for where in scopes:
        if len(select(view, where)) >= FEWEST and not (view.series and then and not over_time):
            yield Query(operation=operation, table=view.name, column=own.column, where=where, having=own.where), "all"


def _in_time(desk: Desk, view: View, own: Query, things: tuple[Filter, ...], end: str) -> Query | None:
    """Ask for the place of the time of a figure among the times that are meant."""
    history = _history(view, own.column, things)
    figure = compute(own, desk.tables).value
    points = told_times(desk, list(history))
    now = [p for p in points if history[p].column == own.column and compute(history[p], desk.tables).value == figure]
    if len(points) < FEWEST or len(now) != 1:
        return None
    each = tuple((p.label, history[p]) for p in points)
    operation = f"each rank from {'top' if end == 'max' else 'bottom'}"
    return Query(operation=operation, table=view.name, column=own.column, each=each, key=now[0].label)


def _history(view: View, column: str, things: tuple[Filter, ...]) -> History:
    """Give the figures of a measure over time, of the thing that the first of some conditions names if need be."""
    filled = tuple((f.column, str(f.value)) for f in things)
    found = (
        next(histories(view, column, Selection(things, filled)), {}) if time_column(view) or alike(view, column) else {}
    )
    for chosen in (things, *((f,) for f in things)) if dated_by(view) else ():
        found = found or next(iter(over_days(view, column, chosen)), {})
    return found
