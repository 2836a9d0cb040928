"""Figures that no column holds, as values, extremes, ranks and changes: how full, what it took, how fast."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.agreement import figured
from claims.checking.query import Filter, Query, compute, select
from claims.checking.readings import fillings, paces, takings
from claims.checking.readings.changes import in_points, moved
from claims.checking.readings.degrees import Degree, among_all, around, degree_in, degree_of, of_a_move, own_words
from claims.checking.readings.direction import direction
from claims.checking.readings.extremes import contenders, peers
from claims.checking.readings.figures import MOST_ROWS, only
from claims.checking.readings.gaps import entity_pairs, paired
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import agrees, single, tie, whole
from claims.checking.readings.ranks import PLACED
from claims.checking.readings.shares import form
from claims.checking.readings.things import but_totals
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import Selection, first_year, timed, years_in
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.readings.figures import Figure, Rows
    from claims.checking.tables import View

Own = Callable[["Desk", "View"], list[Selection]]
"""What gives the rows that something may be said of."""
LESS = 0.11  # a time that is less likely is hardly meant
SOURCES = (fillings.figures, takings.figures, paces.figures)
FLIPPED = {"max": "min", "min": "max"}
ROUGH = 15  # points of percent
NAMED = 0.7  # of what is named so close no total is told
SURE, OUTRIGHT, LIKELY, MOST = 0.75, 0.8, 0.6, 4
OTHERS = frozenset("others other rest remaining".split())
EARLIER = 320  # characters


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what a statement may say of a figure that has to be computed of several measures."""
    value, kind = desk.value, desk.statement.kind
    if in_a_row(desk.context) or (value is None and kind not in ("superlative", "comparison")):
        return
    figures = [figure for source in SOURCES for figure in source(desk)]
    free = not any(tie(s) >= NAMED for f in figures if value is not None for s in single(desk, f.view, 1))
    for figure in figures:
        if value is None:
            yield from _ranked(desk, figure)
        elif value.kind == "ordinal":
            yield from _placed(desk, figure)
        else:
            if figure.suits(value) and not (value.kind == "percent" and in_points(desk)):
                yield from _values(desk, figure, free)
            if moved(desk):
                yield from _changes(desk, figure)


def _values(desk: Desk, figure: Figure, free: bool) -> Iterator[Reading]:
    """Yield the figure of what is named, and that of everything together."""
    view, value = figure.view, desk.value
    alone = [s for s in desk.series(view) if len(select(view, s.where)) == 1][:2]
    bare = figure.unit == "%" and value is not None and value.kind in ("number", "count")
    stated = figured(replace(value, kind="percent", unit="%"), "%", None, "in percent") if bare and value else None
    everything = _everything(desk, view) if free else []
    chosen = [*single(desk, view, MOST), *alone, *_several(desk, view), *everything]
    likely = min(LIKELY, max((s.time for s in chosen), default=0.0) - LESS)
    for selection in chosen:
        query = figure.of(selection.where) if selection.time >= likely else None
        if query is None or value is None:
            continue
        sure = figure.plain and selection.time >= SURE and bool(selection.filled) and tie(selection) >= SURE
        written = form(desk) if value.kind in ("percent", "ratio") else "check" if bare else "number"
        reading = Reading(
            family=figure.family, query=query, unit=figure.unit, scale=figure.scale,
            parts=(
                ("subject", tie(selection)), ("words", figure.asked), ("kind", 0.9), ("time", selection.time),
            ),
            said=f"{figure.said} of {selection.who or 'all'}" + (f" in {selection.when}" if selection.when else ""),
            form=written, asserted=stated, refutes=sure,
        )  # fmt: skip
        if _roughly(desk, reading):
            continue
        if figure.asked >= OUTRIGHT or agrees(desk, reading):
            yield reading


def _roughly(desk: Desk, reading: Reading) -> bool:
    """Say whether a fraction is near the figure though not it: "half full" may be said of 55 percent."""
    value = desk.value
    if value is None or value.kind != "ratio" or not isinstance(value.amount, tuple) or agrees(desk, reading):
        return False
    found = compute(reading.query, desk.tables).value
    return isinstance(found, Decimal) and abs(found - 100 * value.amount[0] / value.amount[1]) < ROUGH


def _several(desk: Desk, view: View) -> list[Selection]:
    """Give what is named that has several rows at a time, or of which all the time is spoken."""
    found = [s for s in desk.named(view) if s.filled and 1 < len(select(view, s.where)) <= MOST_ROWS][:2]
    at = [t for s in found for t in timed(desk.context, view, s) if len(select(view, t.where)) > 1]
    return at[:MOST]


@remembered
def _everything(desk: Desk, view: View) -> list[Selection]:
    """Give all rows of the times that are spoken of, of each thing one."""
    free = Selection(where=but_totals(view), subject=whole(desk, view))
    return [s for s in timed(desk.context, view, free) if 1 < len(select(view, s.where)) <= MOST_ROWS][:3]


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


def _each(desk: Desk, figure: Figure, where: Rows, key: str) -> tuple[tuple[str, Query], ...]:
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


def _among(desk: Desk, figure: Figure, own: Own) -> Iterator[tuple[Selection, str, tuple[tuple[str, Query], ...]]]:
    """Yield what may be ranked by a figure, its name, and the figures of all that it is ranked with."""
    chosen = own(desk, figure.view)
    likely = max((s.time for s in chosen), default=0.0) - LESS
    for selection in [s for s in chosen if s.time >= likely]:
        key = next((c for c, _ in selection.filled if figure.view.columns[c].role == "entity"), "")
        key = figure.view.entity if selection.value_of(figure.view.entity) else key
        for where in peers(desk, figure.view, selection) if key else ():
            each = _each(desk, figure, where, key)
            name = selection.value_of(key)
            if OTHERS & {t.lower_ for t in desk.context.line}:
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


def held(desk: Desk, own: Own) -> Iterator[Reading]:
    """Yield the extremes and ranks of a statement for the rows of the one that it is said of."""
    for figure in [figure for source in SOURCES for figure in source(desk)]:
        yield from _ranked(desk, figure, own) if desk.value is None else _placed(desk, figure, own)


def _ranked(desk: Desk, figure: Figure, own: Own = contenders) -> Iterator[Reading]:
    """Yield which thing has most or least of a figure, and which of two has more."""
    end = _end(desk, figure, degree_of(desk))
    if not end:
        return
    if desk.statement.kind == "comparison" and not among_all(desk):
        yield from _compared(desk, figure, end)
        return
    for selection, name, each in _among(desk, figure, own):
        yield Reading(
            family="extreme", query=Query(
                operation=f"each arg{end}", table=figure.view.name, column=figure.column, each=each,
            ),
            parts=(("subject", tie(selection)), ("words", figure.asked), ("time", selection.time)),
            said=f"{end} {figure.said}" + (f" in {selection.when}" if selection.when else ""), form="name",
            asserted=name, refutes=figure.plain and selection.time >= SURE,
        )  # fmt: skip


def _placed(desk: Desk, figure: Figure, own: Own = contenders) -> Iterator[Reading]:
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


def _changes(desk: Desk, figure: Figure) -> Iterator[Reading]:
    """Yield by how much a figure rose or fell from one year to the next, or from the year that is spoken of."""
    view, value = figure.view, desk.value
    percent = value is not None and value.kind == "percent" and not in_points(desk)
    if not view.year or value is None or (figure.unit == "%" and not in_points(desk)):
        return
    alone = [s for s in desk.series(view) if len(select(view, s.where)) == 1][:1]
    for selection in [*single(desk, view, 2), *alone, *_everything(desk, view)[:1]]:
        for then in _earlier(desk, view, selection):
            now, base = figure.of(selection.where), figure.of(then)
            if now is None or base is None:
                continue
            year = next(f.value for f in then if f.column == view.year)
            yield Reading(
                family="percent change" if percent else "difference",
                query=Query(
                    operation="percent change" if percent else "difference", table=view.name, left=now, right=base,
                ),
                parts=(
                    ("subject", tie(selection)), ("words", figure.asked), ("kind", 0.9), ("time", selection.time),
                ),
                said=f"change of {figure.said} of {selection.who or 'all'} from {year} to {selection.when}",
                unit="%" if percent else value.unit if in_points(desk) else figure.unit, size=True,
                scale=None if percent else figure.scale, way=direction(desk, view, figure.column), refutes=False,
            )  # fmt: skip


def _earlier(desk: Desk, view: View, selection: Selection) -> Iterator[Rows]:
    """Yield the conditions of the same thing in the year before, and in the years that are spoken of."""
    own = next((f.value for f in selection.where if f.column == view.year and f.relation == "="), None)
    cells, now = years_in(view, view.year, ()), first_year(own)
    stated = [w.year for w in desk.context.times]
    before = [y for y in cells if now is not None and y < now]
    for year in dict.fromkeys([*before[-1:], *(y for y in before if y in stated)]):
        then = Filter(view.year, "=", cells[year])
        where = tuple(then if f.column == view.year else f for f in selection.where)
        if len(select(view, where)) == len(select(view, selection.where)):
            yield where
