"""Extremes, ranks and comparisons of figures that no column holds: the fullest, the slowest, the least since."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.query import Filter, Query, compute, select
from claims.checking.readings.apiece import ranked_for
from claims.checking.readings.degrees import Degree, among_all, around, degree_in, degree_of, of_a_move, own_words
from claims.checking.readings.extremes import contenders, peers
from claims.checking.readings.figures import MOST_ROWS, only
from claims.checking.readings.gaps import entity_pairs, paired
from claims.checking.readings.measures import tie, whole
from claims.checking.readings.ranks import PLACED
from claims.checking.readings.records import within
from claims.checking.readings.things import but_totals
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import Selection, years_in
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.readings.figures import Figure, Rows
    from claims.checking.tables import Cell, View

Own = Callable[["Desk", "View"], list[Selection]]
"""What gives the rows that something may be said of."""
Each = tuple[tuple[str, Query], ...]
LESS = 0.11  # a time that is less likely is hardly meant
FLIPPED = {"max": "min", "min": "max"}
SURE, NAMED, FEWEST = 0.75, 0.7, 3
OTHERS = frozenset("others other rest remaining".split())
EARLIER, REACH = 320, 60  # characters
OVER_TIME = re.compile(
    r"\b(?:since|ever|yet|on record|in (?:its|their) history"
    r"|(?:in|of|for) (?:the )?(?:last |past |all )?(?:[\w-]+ )?(?:years|decades|seasons))\b"
)


def readings(desk: Desk, figure: Figure, own: Own = contenders) -> Iterator[Reading]:
    """Yield what a superlative, an ordinal or a comparison says of a figure, of the rows of what it is said of."""
    if figure.family != "ratio" and ranked_for(desk) is not None:
        return  # the highest takings are no highest takings for each of something
    if desk.value is not None:
        yield from _placed(desk, figure, own)
        return
    degree = degree_of(desk)
    if end := _end(desk, figure, degree):
        behind = min(desk.context.sentence[1], desk.statement.end + REACH)
        if desk.statement.kind == "comparison" and not among_all(desk):
            yield from _compared(desk, figure, end)
        elif OVER_TIME.search(desk.context.text, desk.statement.start, behind):
            yield from _in_time(desk, figure, end)
        else:
            yield from _ranked(desk, figure, end, own)


def _end(desk: Desk, figure: Figure, degree: Degree | None) -> str:
    """Say which end of a figure an adjective means, "" where it says nothing of it."""
    if degree is None or degree.dates or of_a_move(desk):
        return ""
    graded = next((figure.ends[w] for w in own_words(desk) if not degree.base and w in figure.ends), "")
    if graded:
        return graded if degree.ends[0][0] == "max" else FLIPPED[graded]
    said_of_it = not figure.ends.get(degree.base) and bool(_said_of(desk) & figure.nouns)
    return degree.ends[0][0] if said_of_it else figure.ends.get(degree.base, "")


@remembered
def _said_of(desk: Desk) -> frozenset[str]:
    """Give the stems of what an adjective is said of: "the highest occupancy", "its box office was the highest"."""
    last = desk.context.tokens[-1]
    heads = [last.head, *last.children, *last.head.children, *(t for t in desk.context.tokens)]
    nouns = {t for t in heads if t.pos_ in ("NOUN", "PROPN") or t.dep_ in ("nsubj", "compound")}
    nouns |= {c for t in list(nouns) for c in t.children if c.dep_ in ("compound", "nmod")}
    return frozenset(stem(t.text) for t in nouns)


def _each(desk: Desk, figure: Figure, where: Rows, key: str) -> Each:
    """Ask the figure of each of some rows, by the name of the thing; nothing where one has two rows or none answers."""
    view, found = figure.view, dict[str, Query]()
    rows = select(view, where)
    for row in rows if len(rows) <= MOST_ROWS else ():
        name, own = view.cells(key)[row], only(view, row)
        query = figure.of(own) if own is not None else None
        if not isinstance(name, str) or name in found:
            return ()
        if query is not None and isinstance(compute(query, desk.tables).value, Decimal):
            found[name] = query
    return tuple(found.items()) if len(found) > 1 else ()


def _among(desk: Desk, figure: Figure, own: Own) -> Iterator[tuple[Selection, str, Each]]:
    """Yield what may be ranked by a figure, its name, and the figures of all that it is ranked with."""
    chosen = own(desk, figure.view)
    likely = max((s.time for s in chosen), default=0.0) - LESS
    for selection in [s for s in chosen if s.time >= likely]:
        key = next((c for c, _ in selection.filled if figure.view.columns[c].role == "entity"), "")
        key = figure.view.entity if selection.value_of(figure.view.entity) else key
        for where in peers(desk, figure.view, selection) if key else ():
            each = _each(desk, figure, where, key)
            name = selection.value_of(key)
            if OTHERS & {*desk.context.spoken}:
                each = tuple((other, q) for other, q in each if other == name or other not in _just_named(desk))
            if name in dict(each) and len(each) > 1:
                yield selection, name, each


@remembered
def _just_named(desk: Desk) -> frozenset[str]:
    """Give what the sentences just before name: "of the others" leaves it out."""
    start = desk.context.sentence[0]
    near = desk.context.discourse.mentions_in((max(0, start - EARLIER), start))
    names = {name for m in near for name in (m.best, *(value for value, _ in m.values))}
    return frozenset(names | {v for name in list(names) for v in desk.index.implied(name)})


def _ranked(desk: Desk, figure: Figure, end: str, own: Own) -> Iterator[Reading]:
    """Yield which thing has most or least of a figure."""
    for selection, name, each in _among(desk, figure, own):
        yield Reading(
            family="extreme", query=Query(
                operation=f"each arg{end}", table=figure.view.name, column=figure.column, each=each,
            ),
            parts=(("subject", tie(selection)), ("words", figure.asked), ("time", selection.time)),
            said=f"{end} {figure.said}" + (f" in {selection.when}" if selection.when else ""), form="name",
            asserted=name, refutes=figure.plain and selection.time >= SURE,
        )  # fmt: skip


def _in_time(desk: Desk, figure: Figure, end: str) -> Iterator[Reading]:
    """Yield the place of a year among those of the same thing, or of all: "the highest turnout since 2015"."""
    view = figure.view
    named = [s for s in desk.named(view) if s.filled and tie(s) >= 0.5][:2] if view.year else []
    free = Selection(where=but_totals(view), subject=whole(desk, view))
    together = view.year and all(tie(s) < NAMED for s in named)
    for selection in [*named, free] if together else named:
        years = _years_told(desk, view, selection)
        asked = {y: figure.of((*selection.where, Filter(view.year, "=", cell))) for y, cell in years.items()}
        each = tuple((str(year), query) for year, query in asked.items() if query is not None)
        now = _year_told(desk, list(years))
        if len(each) >= FEWEST and str(now) in dict(each):
            yield Reading(
                family="rank", query=Query(
                    operation=f"each rank from {'top' if end == 'max' else 'bottom'}", table=view.name,
                    column=figure.column, each=each, key=str(now),
                ),
                parts=(("subject", tie(selection)), ("words", figure.asked), ("time", 0.9)), form="check",
                said=f"place of {now} by {figure.said} of {selection.who or 'all'} among {len(each)}",
                asserted=checks.number(Decimal(1), Decimal(1), "the place among the times"),
                refutes=figure.plain and (desk.context.since is not None or bool(within(desk))),
            )  # fmt: skip


def _years_told(desk: Desk, view: View, selection: Selection) -> dict[int, Cell]:
    """Give the years of some rows that are over, after the one since when something is told."""
    since, published = desk.context.since, desk.context.published
    years = years_in(view, view.year, selection.where)
    first = since.period[0].year if since is not None else min(years, default=0) - 1
    if many := within(desk):
        first = _year_told(desk, list(years)) - many
    return {y: cell for y, cell in years.items() if y > first and (published is None or y <= published.year)}


def _year_told(desk: Desk, years: list[int]) -> int:
    """Give the year that is spoken of, else the last."""
    stated = [w.year for w in desk.context.times if w.role == "at" and w.weight >= 0.85]
    return next((y for y in stated if y in years), max(years, default=0))


def _placed(desk: Desk, figure: Figure, own: Own) -> Iterator[Reading]:
    """Yield the place of a thing by a figure: "the second-fullest", "its box office was third"."""
    degree = degree_in(around(desk))
    if degree is None and PLACED & (desk.context.clause_stems | desk.context.near) and figure.asked >= SURE:
        degree = Degree("", "")
    end = _end(desk, figure, degree) or ("max" if degree is not None and not degree.word else "")
    for selection, name, each in _among(desk, figure, own) if end and desk.value is not None else ():
        yield Reading(
            family="rank", query=Query(
                operation=f"each rank from {'top' if end == 'max' else 'bottom'}", table=figure.view.name,
                column=figure.column, each=each, key=name,
            ),
            parts=(("subject", tie(selection)), ("words", figure.asked), ("time", selection.time)),
            said=f"rank of {name} by {figure.said}", refutes=figure.plain and selection.time >= SURE,
        )  # fmt: skip


def _compared(desk: Desk, figure: Figure, end: str) -> Iterator[Reading]:
    """Yield which of two has more: "fuller than", "slower than"."""
    pairs = entity_pairs(desk, figure.view)
    likely = max((one.time for one, _ in pairs), default=0.0) - LESS
    for one, other in [pair for pair in pairs if pair[0].time >= likely]:
        behind = {m.best for m in desk.context.discourse.mentions_in((desk.statement.end, desk.context.sentence[1]))}
        swapped = any(v in behind for _, v in one.filled) and not any(v in behind for _, v in other.filled)
        first, second = (other, one) if swapped else (one, other)
        left, right = (first, second) if end == "max" else (second, first)
        sides = figure.of(left.where), figure.of(right.where)
        if sides[0] is not None and sides[1] is not None:
            yield Reading(
                family="compared",
                query=Query(operation="difference", table=figure.view.name, left=sides[0], right=sides[1]),
                parts=(("subject", paired(one, other)), ("words", figure.asked), ("time", one.time)),
                said=f"{figure.said} of {left.who} less that of {right.who}", form="check",
                asserted=checks.more("the one has more than the other"), refutes=figure.plain,
            )  # fmt: skip
