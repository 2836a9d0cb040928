"""Comparisons without a number: of a thing with itself at another time, with all the others put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.query import Filter, Query, same, select
from claims.checking.readings.axes import histories, pairs, time_column
from claims.checking.readings.degrees import degree_in, fitted, own_words
from claims.checking.readings.measures import alike, cell, single, tie, whole
from claims.checking.readings.things import but_totals
from claims.checking.scoring import Reading
from claims.checking.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.readings.degrees import Degree
    from claims.checking.tables import View

SUMMED = frozenset("together combined".split())
FITS, SURE, SAID = 0.4, 0.6, 0.4
MORE = checks.more("the one is more than the other")


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what a comparison without a number may compare."""
    if desk.statement.kind != "comparison" or desk.value is not None:
        return
    degree = degree_in(own_words(desk))
    behind = {*desk.context.text[desk.statement.end : desk.context.sentence[1]].lower().strip(' .”"').split()}
    if degree is None or degree.dates:
        return
    based = any(w.role == "base" and w.weight >= SAID and w.start > desk.statement.end for w in desk.context.times)
    for view in desk.views:
        if based:
            yield from _over_time(desk, view, degree)
        if SUMMED & behind:
            yield from _with_the_others(desk, view, degree)
        yield from _with_what_is_elsewhere(desk, view, degree)


def _over_time(desk: Desk, view: View, degree: Degree) -> Iterator[Reading]:
    """Yield whether a measure is more, or less, than at the time behind "than"."""
    order = time_column(view)
    named = [s for s in desk.named(view) if s.filled and order not in dict(s.filled)][:3]
    for selection in [*named, Selection(subject=whole(desk, view))]:
        for column in view.measures:
            words = fitted(desk, view, column, degree)
            siblings = alike(view, column)
            if words < FITS or (siblings and column != siblings[0]):
                continue
            for history in list(histories(view, column, selection))[:1]:
                for pair in [p for p in pairs(desk, history, view.columns[column]) if p.sure >= SURE][:2]:
                    sides = history[pair.now], history[pair.base]
                    said = f"{column} of {selection.who or view.name} in {pair.now.label} against {pair.base.label}"
                    yield _more(view, degree, sides, (tie(selection), words, pair.sure), said)


def _with_the_others(desk: Desk, view: View, degree: Degree) -> Iterator[Reading]:
    """Yield whether one thing has more than all the others put together."""
    if not view.entity:
        return
    for selection in [s for s in single(desk, view) if s.value_of(view.entity)][:3]:
        own = selection.value_of(view.entity)
        rest = tuple(f for f in selection.where if view.repeats and f.column not in dict(selection.filled))
        others = (*rest, *but_totals(view), Filter(view.entity, "!=", own))
        for column in view.measures if len(select(view, others)) > 1 else ():
            words = fitted(desk, view, column, degree)
            if words >= FITS and view.columns[column].kind != "percent":
                total = Query(operation="sum", table=view.name, column=column, where=others)
                said = f"{column} of {own} against that of all others"
                sides = cell(view, column, selection.where), total
                yield _more(view, degree, sides, (tie(selection), words, selection.time), said)


def _with_what_is_elsewhere(desk: Desk, view: View, degree: Degree) -> Iterator[Reading]:
    """Yield whether one thing has more than another that its place or owner names: "than the station in Pell"."""
    if view.repeats:
        return
    behind = desk.context.discourse.mentions_in((desk.statement.end, desk.context.sentence[1]))
    found = ((c, m.best) for m in behind[:2] if m.values for c in view.names if len(view.rows(c, m.best)) == 1)
    column, name = next(found, ("", ""))
    for mine in single(desk, view)[:2] if column else ():
        if column in dict(mine.filled) or [*select(view, mine.where)] == [*view.rows(column, name)]:
            continue
        for measure in view.measures:
            if (words := fitted(desk, view, measure, degree)) >= FITS:
                sides = cell(view, measure, mine.where), cell(view, measure, (same(view, column, name),))
                said = f"{measure} of {mine.who} against that of {name}"
                yield _more(view, degree, sides, (0.9 * tie(mine), words, mine.time), said)


def _more(
    view: View, degree: Degree, sides: tuple[Query, Query], parts: tuple[float, float, float], said: str
) -> Reading:
    subject, words, time = parts
    (end, sure), *_ = degree.ends
    left, right = sides if end == "max" else sides[::-1]
    return Reading(
        family="compared", query=Query(operation="difference", table=view.name, left=left, right=right),
        parts=(("subject", subject), ("words", words * sure), ("time", time)), said=said, form="check", asserted=MORE,
        refutes=words >= 0.75,
    )  # fmt: skip
