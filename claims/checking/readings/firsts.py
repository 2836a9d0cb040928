"""How often, or how many times in a row, something had the most or the least: "busiest in four of the five years".

Each time of a table, the place of the thing among the others is asked; a run is made of the last ones it was first in.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.query import FIRSTS, FIRSTS_IN_A_ROW, Query, compute
from claims.checking.readings.axes import histories, time_column
from claims.checking.readings.degrees import degree_in, ends, fitted
from claims.checking.readings.lookups import STRETCHES, in_a_row
from claims.checking.readings.measures import alike, tie
from claims.checking.readings.records import OWN, turned
from claims.checking.readings.streaks import each_of_them, of_run, run_told, years_told
from claims.checking.readings.things import but_totals, stretch
from claims.checking.scoring import Reading
from claims.checking.words import STRONG, TIME, kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.readings.axes import History, Point
    from claims.checking.readings.degrees import Degree
    from claims.checking.selection import Selection
    from claims.checking.tables import View

SUPERLATIVES, LATE = frozenset({"JJS", "RBS"}), frozenset({"last", "latest"})
NO_PEERS = OWN | {"at"}
"""What stands before a superlative that sets nothing apart from others: "at least", "its longest wait"."""
PACES = STRETCHES | {TIME}
FITS, SURE, CLEARLY, STATED, TIED = 0.5, 0.7, 0.9, 0.85, 0.55
FEWEST, MOST_NAMED, MOST_MEASURES, MOST_TIMES = 3, 3, 3, 60
WITHIN = re.compile(r"[^.,;:]{0,12}\b(?:in|of|out of|over|during) (?:the|these|its|those)? ?(?:last|past|previous)? ?$")
"""What leads from how often something was first to the times that are looked at: "the fourth time in five years"."""


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield how many times, or how many in a row, something named came first."""
    many, value = _many(desk), desk.value
    if many is None or value is None or many > MOST_TIMES:
        return
    if {stem(w) for w in value.unit.split()}.isdisjoint(PACES) and (value.unit or not _adds(desk)):
        return
    superlative = _superlative(desk)
    if superlative is None:
        return
    degree, of = superlative
    for view in desk.views:
        order = time_column(view)
        named = [s for s in desk.named(view) if s.value_of(view.entity) and order not in dict(s.filled)]
        named = [s for s in named if tie(s) >= TIED]
        fits = [(c, f) for c in view.measures if named and (f := _fits(desk, view, c, degree, of)) >= FITS]
        for column, fit in sorted(fits, key=lambda pair: -pair[1])[:MOST_MEASURES]:
            for selection in named[:MOST_NAMED]:
                yield from _firsts(desk, view, column, degree, selection, fit)


def _adds(desk: Desk) -> bool:
    """Say whether a bare number is one of times, "in four of the five", and no place: "the second-longest"."""
    return desk.value is not None and (desk.value.kind != "ordinal" or in_a_row(desk.context))


def _many(desk: Desk) -> Decimal | None:
    """Give how often something is said to have come first: as counted, or in each of the last so many years."""
    value = desk.value
    if value is None or (value.kind == "duration" and not (in_a_row(desk.context) or of_run(desk))):
        return None  # "the fourth time in five years"
    return run_told(desk)


def _superlative(desk: Desk) -> tuple[Degree, str] | None:
    """Give the superlative that is said to have been held so often, and its noun or adjective.

    It stands in the clause, or alone in the sentence that the number only adds to: ", for the third time".
    """
    context, own = desk.context, stretch(desk)
    bare = not any(t.pos_ in ("VERB", "AUX") for t in own if t not in context.tokens)
    for tokens in (own, context.document.line(*context.sentence) if bare else []):
        found = [
            (degree, stem(t.head.text) if t.head.pos_ in ("NOUN", "ADJ") and t.head.i > t.i else "") for t in tokens
            if t.tag_ in SUPERLATIVES and t not in context.tokens and t.lower_ not in LATE
            and not (t.i and t.nbor(-1).lower_ in NO_PEERS) and (degree := degree_in([t.lower_])) is not None
            and not (degree.dates or degree.compares)
        ]  # fmt: skip
        if found:
            return found[0] if len({degree.base for degree, _ in found}) == 1 else None
    return None


def _fits(desk: Desk, view: View, column: str, degree: Degree, of: str) -> float:
    """Say how well a measure is what something has the most of: by the noun, "the longest wait", or as it is ranked."""
    said = of and any(kinship(of, stem(w)) >= STRONG for w in view.columns[column].words)
    return CLEARLY if said else fitted(desk, view, column, degree)


def _firsts(desk: Desk, view: View, column: str, degree: Degree, selection: Selection, fit: float) -> Iterator[Reading]:
    siblings = alike(view, column)
    if (siblings and column != siblings[0]) or len(list(view.distinct(view.entity))) < FEWEST:
        return
    history = next(histories(view, column, selection), {})
    points = _over(desk, history)
    if len(points) < FEWEST or any(history[p].operation != "value" for p in points):
        return
    run = of_run(desk) or in_a_row(desk.context)
    for end, sure in ends(degree, view, column):
        places = "rank from top" if turned(desk, view, column, end) == "max" else "rank from bottom"
        asked = tuple((p.start.isoformat(), _place(view, history[p], selection, places)) for p in points)
        query = Query(operation=FIRSTS_IN_A_ROW if run else FIRSTS, table=view.name, column=column, each=asked)
        found = compute(query, desk.tables).value
        check = each_of_them(desk)  # it may be more than the last four years
        yield Reading(
            family="streak" if run else "times", query=query,
            parts=(("subject", tie(selection)), ("words", fit * sure), ("time", CLEARLY)),
            said=f"{'times in a row' if run else 'times'} that {selection.who} had the "
            f"{'most' if places.endswith('top') else 'least'} {column} from {points[0].label} to {points[-1].label}",
            asserted=check, form="check" if check else "number",
            refutes=fit * sure >= SURE and isinstance(found, Decimal) and (not run or found < len(points)),
        )  # fmt: skip


def _place(view: View, asked: Query, selection: Selection, operation: str) -> Query:
    """Ask for the place of a thing at one time among all that have a figure then."""
    time = tuple(f for f in asked.where if f not in selection.where)
    return replace(asked, operation=operation, where=(*time, *but_totals(view)), having=selection.where)


def _over(desk: Desk, history: History) -> list[Point]:
    """Give the times that are over and looked at: the last so many, those since a year, else all there are."""
    context, published = desk.context, desk.context.published
    stated = [w.period[1] for w in context.times if w.role == "at" and w.weight > STATED]
    last = min([*stated, *([published] if published else [])], default=None)
    points = sorted(p for p in history if last is None or p.start <= last)
    for other in context.discourse.values_in((desk.statement.end, context.sentence[1])):
        if other.value and WITHIN.fullmatch(context.text[desk.statement.end : other.start]):
            amount = other.value.amount if isinstance(other.value.amount, Decimal) else years_told(other.value)
            return points[-int(amount) :] if amount and amount <= len(points) else []
    since = context.since
    return [p for p in points if since is None or p.end >= since.period[0]]
