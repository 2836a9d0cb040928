"""Sums and means: over everything at a time, over those named side by side, over the rows of something named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking.circumstances import named_here, never_since, none_said
from claims.checking.likeness import apart
from claims.checking.query import Filter, Query, compute, same, select
from claims.checking.readings.axes import by_year, in_parts, point, since, stretches, time_column
from claims.checking.readings.belonging import belonging
from claims.checking.readings.changes import moved
from claims.checking.readings.fits import fit
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import agrees, cell, everybody, single, telling, tie, weight, whole
from claims.checking.readings.occurrences import WINS
from claims.checking.readings.scopes import until
from claims.checking.readings.sides import sides_of
from claims.checking.readings.things import alone, but_totals, rows_told
from claims.checking.readings.together import joint, last_rows, said_together, years_over
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import Selection, timed, years_in
from claims.checking.words import TOTAL_WORDS, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import Cell, View

TOTALS = frozenset(stem(w) for w in (*TOTAL_WORDS, "share", "apiece", "tally", "amass"))
AVERAGES = frozenset(stem(w) for w in "average mean typical averaged".split())
MOST, MOST_KINDS, MOST_TIMES, SEARCHED, LARGE = 8, 4, 3, 500, 2_000
SIDE_BY_SIDE, KIND = 0.9, 0.8
EARLIER = frozenset(stem(w) for w in "before previous prior earlier".split())
NUMBERS = ("count", "number")
PLACED = 0.85  # how well what else is named, or the stretch of years, is tied to the number
TIED, SAID, HALF, LAST = 0.7, 0.6, 0.5, "the last"
BY = 0.1  # of itself a bound is passed by where all together may be meant
OUTRIGHT, UNSAID = 0.95, 0.3  # a time that nothing speaks of


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the sums and means that a number may be."""
    value, context = desk.value, desk.context
    if value is None or value.kind in ("date", "period", "age", "excluded", "score", "ordinal", "ratio"):
        return
    if in_a_row(context) or context.compares:
        return
    stretch = bool(years_over(desk)) and not moved(desk)
    total = bool(TOTALS & context.sentence_stems) or never_since(desk) or stretch
    mean = bool(AVERAGES & {*context.stems_before, *context.near})
    for view in desk.views:
        for column in view.measures:
            meaning = view.columns[column]
            kind = fit(value, meaning)
            if kind < 0.5:
                continue
            words = weight(desk, view, column)
            searched = view.size <= SEARCHED and telling(desk) >= 3
            if words < SAID and rows_told(desk):
                continue  # five of seven ferries are no five injured
            if words < (0.25 if total or mean else 0.4) and not searched:
                continue
            if in_parts(view):
                yield from _whole_years(desk, view, column, (kind, words))
            yield from _won_since(desk, view, column, (kind, words))
            if mean and not AVERAGES & {stem(w) for w in meaning.words}:
                yield from _of(desk, view, column, "mean", (kind, words), total)
            if meaning.kind != "percent" and (total or meaning.kind != "duration"):
                yield from (r for r in _of(desk, view, column, "sum", (kind, words), total) if _wanted(desk, r, total))
        if value.kind != "percent":
            yield from _both_sides(desk, view)


def _wanted(desk: Desk, reading: Reading, total: bool) -> bool:
    """Keep a sum that no word leads to only where it is the figure.

    No bound is met by what is far from it, of all times or of others than the one that is spoken of.
    """
    assert desk.value is not None
    bounded = desk.value.comparator not in ("eq", "approx")
    if bounded and none_said(desk):  # "none of them has more than 88"
        return False
    if bounded and not total and min(reading.part("time"), reading.part("subject")) <= HALF:
        found = compute(reading.query, desk.tables).value
        return apart(desk.value, reading, found) <= BY and agrees(desk, reading)
    return reading.part("words") >= (0.25 if total else 0.4) or agrees(desk, reading)


def _whole_years(desk: Desk, view: View, column: str, fits: tuple[float, float]) -> Iterator[Reading]:
    """Yield the sum of the months or quarters of a year, or of the part of one that is spoken of."""
    kind, words = fits
    meaning = view.columns[column]
    named = [s for s in desk.named(view) if s.filled and time_column(view) not in dict(s.filled)][:3]
    together = view.entity in ("", time_column(view)) or everybody(desk, view)
    free = [Selection(subject=max(0.6, whole(desk, view)), where=but_totals(view))] if together else []
    joined = [s for s in joint(desk, view) if s.subject >= SIDE_BY_SIDE][:2]
    for selection in [*named, *joined, *free]:
        for label, query, time in _added_up(desk, view, column, selection):
            reading = Reading(
                family="sum", query=query,
                parts=(("subject", tie(selection)), ("words", words), ("kind", kind), ("time", time)),
                said=f"total of {column} of {selection.who or 'all'} in {label}", unit=meaning.unit,
                scale=meaning.scale, refutes=words >= 0.6,
            )  # fmt: skip
            if (words >= 0.3 and time) or agrees(desk, reading):
                yield replace(reading, parts=(*reading.parts[:3], ("time", max(time, UNSAID))))


def _added_up(desk: Desk, view: View, column: str, selection: Selection) -> Iterator[tuple[str, Query, float]]:
    """Yield the sums over whole years and over the parts that are spoken of, each with how sure its time is."""
    years, published = by_year(view, column, selection), desk.context.published
    stated = {w.period[0].year: w.weight for w in reversed(desk.context.times) if w.role == "at"}
    last = max((p for p in years if published is not None and p.end <= published), default=None)
    for stretch, query in years.items():
        yield stretch.label, query, max(stated.get(stretch.start.year, 0.0), 0.75 if stretch == last else UNSAID)
    said = {w.period[0]: w.weight for w in reversed(desk.context.times)}
    for stretch, query in stretches(desk, view, column, selection).items():
        several = len(select(view, query.where)) > 1
        # one quarter is no sum, but may be the same quarter of last year where the time is not said outright
        if several or max(stated.values(), default=0.0) < OUTRIGHT:
            yield stretch.label, query, said.get(stretch.start, 0.0) if several else 0.0


def _of(
    desk: Desk, view: View, column: str, operation: str, fits: tuple[float, float], total: bool
) -> Iterator[Reading]:
    kind, words = fits
    meaning = view.columns[column]
    for selection in summable(desk, view):
        found = Reading(
            family=operation, query=Query(operation=operation, table=view.name, column=column, where=selection.where),
            parts=(
                ("subject", _summed(desk, view, selection, total or operation == "mean")), ("words", words),
                ("kind", kind), ("time", selection.time),
            ),
            said=f"{'total' if operation == 'sum' else 'average'} of {column}{_for(selection)}",
            unit=meaning.unit, scale=meaning.scale, refutes=False,
        )  # fmt: skip
        if called_for(desk, view, selection, total) or agrees(desk, found):
            outright = total and (operation == "sum" or selection.when.startswith(LAST))
            sure = _clear(view, selection) and words >= SAID if selection.filled else everybody(desk, view)
            yield replace(found, refutes=outright or sure)


def _clear(view: View, selection: Selection) -> bool:
    """Say whether what is named is more than one thing of a table whose rows are things at a time, and no events."""
    named = {column for column, _ in selection.filled}
    several = view.entity not in named or any(f.relation == "in" for f in selection.where)
    return several and not (view.day or view.start) and tie(selection) >= TIED and selection.time >= TIED


def called_for(desk: Desk, view: View, selection: Selection, total: bool) -> bool:
    """Say whether the sentence names or takes together what would be summed, or speaks of a total."""
    if selection in last_rows(desk, view):
        return said_together(desk) is not None
    named = {name for _, name in selection.filled} <= named_here(desk)
    kinds = (s.where for s in belonging(desk, view) if s.subject >= KIND)
    return total or named or selection.subject >= SIDE_BY_SIDE or any({*w} <= {*selection.where} for w in kinds)


def _for(selection: Selection) -> str:
    who = f" for {selection.who}" if selection.filled else ""
    when = "" if selection.when.startswith("since") else "in "
    return f"{who} {when}{selection.when}" if selection.when else who


def _summed(desk: Desk, view: View, selection: Selection, total: bool) -> float:
    """Say how tied a sum is to the statement: more so where the words speak of a total."""
    if not selection.filled:
        return min(1.0, whole(desk, view) * (1.1 if total else 1.0))
    return tie(selection) * (0.95 if total or not time_column(view) else 0.9)


@remembered
def summable(desk: Desk, view: View) -> list[Selection]:
    """Give the rows that may be summed, each once; a row alone is no sum."""
    found: dict[tuple[Filter, ...], Selection] = {}
    for selection in _all_scopes(desk, view):
        if len(select(view, selection.where)) < 2:
            continue
        if selection.where not in found or found[selection.where].time < selection.time:
            found[selection.where] = selection
    named = sorted((s for s in found.values() if s.filled), key=lambda s: -tie(s) - s.time)
    return [*[s for s in found.values() if not s.filled][:MOST], *named[:MOST]]


def _all_scopes(desk: Desk, view: View) -> Iterator[Selection]:
    nothing = Selection(where=but_totals(view))
    for together in joint(desk, view):
        yield from timed(desk.context, view, together)[:2]
        for placed in _placed(desk, view, together):
            yield from timed(desk.context, view, placed)[:2]
    yield from last_rows(desk, view)
    if view.size > LARGE and not everybody(desk, view):
        yield from [s for s in desk.selections(view) if s.when][:6]
        return
    for kind in belonging(desk, view)[:MOST_KINDS]:
        yield from until(desk, view, kind) if view.day or view.start else timed(desk.context, view, kind)[:MOST_TIMES]
        yield from _since(desk, view, kind) if view.year else ()
    named = [s for s in desk.named(view) if s.filled][:4]
    wheres = {s.where for s in named}
    named += [s for c in view.names for s in list(alone(desk, view, c))[:2] if s.where not in wheres]
    if view.year:
        yield from timed(desk.context, view, nothing)[:4]
        for selection in named:
            yield from [s for s in timed(desk.context, view, selection) if s.when][:MOST_TIMES]
        for selection in [nothing, *named]:
            yield from _since(desk, view, selection)
            yield from _over_years(desk, view, selection)
            yield from _between(desk, view, selection)
        yield from (replace(s, time=0.5) for s in named)
    elif view.day or view.start:
        for selection in [nothing, *named]:
            yield from until(desk, view, selection)
        yield from _points(desk, view, nothing)
    else:
        for selection in [nothing, *named]:
            yield from _points(desk, view, selection)
        time = 0.8 if time_column(view) else 0.9
        yield replace(nothing, time=time)
        yield from (replace(s, time=time) for s in named)
        yield from _years_alone(desk, view)


def _placed(desk: Desk, view: View, together: Selection) -> Iterator[Selection]:
    """Yield the rows of several things at what else the clause names: "in Elm Labour and the Greens have 26 seats"."""
    taken = {f.column for f in together.where}
    for column in view.names if together.subject >= SIDE_BY_SIDE else ():
        for place in [s for s in alone(desk, view, column) if s.subject >= PLACED][:1] if column not in taken else ():
            where, filled = (*together.where, *place.where), (*together.filled, *place.filled)
            yield Selection(where=where, filled=filled, subject=min(together.subject, place.subject))


def _between(desk: Desk, view: View, selection: Selection) -> Iterator[Selection]:
    """Yield the rows of the years of a stretch that is stated: "between 2020 and 2024", "in the Nineties"."""
    for when in [w for w in desk.context.times if w.role == "at" and w.weight >= PLACED][:1]:
        first, last = (day.year for day in when.period)
        if first < last:
            years = [cell for year, cell in years_in(view, view.year, ()).items() if first <= year <= last]
            bounds = tuple(Filter(view.year, way, cell) for way, cell in zip((">=", "<="), _ends(years), strict=False))
            yield replace(selection, where=(*selection.where, *bounds), time=0.95, when=f"{first} to {last}")


def _ends(cells: list[Cell]) -> list[Cell]:
    """Give the first and the last of some times."""
    ordered = sorted(cells, key=str)
    return [ordered[0], ordered[-1]] if ordered else []


def _since(desk: Desk, view: View, selection: Selection) -> Iterator[Selection]:
    """Yield the rows of the years since one that is stated."""
    if when := desk.context.since:
        where = (*selection.where, *since(view, view.year, when.period[0].year))
        yield replace(selection, where=where, time=0.9, when=f"the years since {when.period[0].year}")


def _over_years(desk: Desk, view: View, selection: Selection) -> Iterator[Selection]:
    """Yield the rows of the last so many years that are over, where a total is one of them: "in six years"."""
    published, many = desk.context.published, years_over(desk)
    cells = years_in(view, view.year, selection.where)
    years = sorted(y for y in cells if published is None or y <= published.year)
    if 1 < many <= len(years) and years[-1] - years[-many] == many - 1:
        first, last = (Filter(view.year, way, cells[y]) for way, y in ((">=", years[-many]), ("<=", years[-1])))
        yield replace(selection, where=(*selection.where, first, last), time=0.95, when=f"{LAST} {many} years")


def _years_alone(desk: Desk, view: View) -> Iterator[Selection]:
    """Yield the rows of a year, where the year describes what is in the row: the films of 2025."""
    for column in view.of_role("year"):
        years = [w.year for w in desk.context.times if w.role == "at" and w.year]
        published = desk.context.published
        for year in dict.fromkeys([*years[:2], *([published.year] if published else [])]):
            yield Selection(where=(Filter(column, "=", year),), time=0.8 if year in years else 0.65, when=str(year))


def _points(desk: Desk, view: View, selection: Selection) -> Iterator[Selection]:
    """Yield the rows of the quarter, month or season that is spoken of, and of the last that was over."""
    order = time_column(view)
    if not order or view.year:
        return
    resolution = view.columns[order].resolution
    found = sorted((p, c) for c in view.distinct(order) if (p := point(c, resolution)))
    published = desk.context.published
    past = [(p, c) for p, c in found if published is None or p.end < published]
    stated = [w for w in desk.context.times if w.role == "at"]
    sure = {c: w.weight for w in reversed(stated) for p, c in found if w.period[0] <= p.start and p.start <= w.period[1]
            and (w.period[1] - w.period[0]).days < 100}  # fmt: skip
    for back, (_, c) in enumerate(reversed(past[-2:])):
        sure.setdefault(c, (0.4 if any(w > 0.8 for w in sure.values()) else 0.8) - 0.3 * back)
    for cell_of, time in list(sure.items())[:4]:
        yield replace(selection, where=(*selection.where, Filter(order, "=", cell_of)), time=time, when=str(cell_of))


def _won_since(desk: Desk, view: View, column: str, fits: tuple[float, float]) -> Iterator[Reading]:
    """Yield what somebody had before, and what came on top: the titles of a career and those of the year."""
    kind, words = fits
    value = desk.value
    if not view.called(column, EARLIER) or value is None or value.kind not in NUMBERS:
        return
    for mine in single(desk, view, 2):
        names = {v for _, v in mine.filled}
        for other in desk.views:
            for role in other.names if other is not view else ():
                if WINS & {stem(w) for w in other.columns[role].words[:1]} and (
                    name := next((n for n in names if other.rows(role, n)), "")
                ):
                    scope = next(iter(until(desk, other, Selection(where=(same(other, role, name),)))))
                    yield Reading(
                        family="sum",
                        query=Query(
                            operation="plus", table=view.name, left=cell(view, column, mine.where),
                            right=Query(operation="count", table=other.name, where=scope.where),
                        ),
                        parts=(("subject", tie(mine)), ("words", max(words, 0.6)), ("kind", kind), ("time", 0.8)),
                        said=f"{column} of {name} and the rows of {other.name} with that {role}", refutes=False,
                    )  # fmt: skip


def _both_sides(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield what one side of a table of matches scored, at home and away."""
    value = desk.value
    assert value is not None
    for (one, left), (other, right) in sides_of(view):
        words = max(desk.words(view, left), desk.words(view, right))
        if words < 0.3 or fit(value, view.columns[left]) < 0.5:
            continue
        for selection in [s for s in desk.named(view) if s.filled][:3]:
            name = next((v for c, v in selection.filled if c in (one, other)), "")
            if not name:
                continue
            for first, second, said in ((left, right, "scored"), (right, left, "let in")):
                queries = [
                    Query(operation="sum", table=view.name, column=measure, where=scope.where)
                    for column, measure in ((one, first), (other, second))
                    for scope in list(until(desk, view, Selection(where=(same(view, column, name),))))[:1]
                ]
                yield Reading(
                    family="sum", query=Query(operation="plus", table=view.name, left=queries[0], right=queries[1]),
                    parts=(("subject", tie(selection)), ("words", words), ("time", 0.7)),
                    said=f"{left} and {right} that {name} {said}", refutes=False,
                )  # fmt: skip
