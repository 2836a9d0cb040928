"""Records: the place of one time among the others of a thing, "the highest since 2014"; the time of a peak."""

from __future__ import annotations

import operator
import re
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

from claims.checking import checks
from claims.checking.periods import period_of
from claims.checking.query import Filter, Query, compute, select
from claims.checking.readings.axes import held_against, histories, time_column
from claims.checking.readings.degrees import (
    Degree,
    among_all,
    around,
    degree_in,
    degree_of,
    ends,
    equative,
    fitted,
    of_times,
    own_words,
)
from claims.checking.readings.limits import signed
from claims.checking.readings.lookups import LOSSES, in_a_row
from claims.checking.readings.measures import alike, cell, repeated, tie, weight, whole
from claims.checking.readings.things import one_of_things
from claims.checking.remembered import remembered
from claims.checking.scoring import TOLD, Reading
from claims.checking.selection import Selection
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.periods import When
    from claims.checking.readings.axes import History, Point
    from claims.checking.tables import View
    from claims.types import Statement

ONE = Decimal(1)
OVER_TIME = frozenset(
    "record ever since history yet series years months date decade decades season year month time low high "
    "recorded period quarter quarters recent memory begins began never".split()
)
PEAKS = {
    "peak": "argmax", "peaked": "argmax", "high": "argmax", "record": "argmax", "best": "argmax", "highest": "argmax",
    "top": "argmax", "height": "argmax", "heyday": "argmax", "most": "argmax", "low": "argmin", "lowest": "argmin",
    "worst": "argmin", "trough": "argmin", "bottom": "argmin", "fewest": "argmin", "smallest": "argmin",
}  # fmt: skip
PEAKING = frozenset("peak peaked high record height heyday low trough bottom".split())
"""Words of a course over time, which are said of no thing among others."""
MOST_NAMED, MOST_NOWS, FEWEST = 3, 3, 3
BARELY = 0.35
LISTING = re.compile(r",? and (?:in )?|, (?:in )?")
OWN = frozenset({"its", "his", "her", "their", "our", "my"})
SAID, NEAR = 0.9, 0.2  # of a measure that is said another is hardly meant


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the places that a time may take among the others."""
    value, kind = desk.value, desk.statement.kind
    if in_a_row(desk.context) or any(w.endswith("-growing") for w in own_words(desk)):
        return
    if value is not None and value.kind == "date" and len(value.iso) in (4, 7):
        yield from _years(desk)
        return
    place = ONE
    if kind == "comparison" and not (among_all(desk) and (OVER_TIME & {*desk.context.spoken} or of_times(desk))):
        return
    if value is None and kind in ("superlative", "fact", "comparison"):
        degree = degree_of(desk)
    elif value is not None and value.kind == "ordinal" and isinstance(value.amount, Decimal):
        degree, place = degree_in(around(desk)), value.amount
    else:
        return
    if degree is None or not degree.word or degree.dates:
        return
    for view in desk.views:
        known = {column: fitted(desk, view, column, degree) for column in view.measures}
        said = max(known.values(), default=0.0) >= SAID
        for column, fits in known.items():
            if fits >= (SAID - NEAR if said else 0.3):
                yield from _of_times(desk, view, column, degree, place, fits)


def _of_times(desk: Desk, view: View, column: str, degree: Degree, place: Decimal, fits: float) -> Iterator[Reading]:
    """Yield the place of one time among the others of the same thing: "the highest since 2014", "a record"."""
    context = desk.context
    cue = view.series or of_times(desk) or bool(OVER_TIME & {*context.before[:2], *_undated(desk)})
    siblings = alike(view, column)
    order = time_column(view)
    if (siblings and column != siblings[0]) or not (siblings or order) or (not cue and one_of_things(desk)):
        return
    selections = [s for s in desk.named(view) if s.filled and order not in dict(s.filled)][:MOST_NAMED]
    free = whole(desk, view)  # where something is named, all the others are hardly meant
    everything = [Selection(subject=free)] if view.series or (cue and free > BARELY) else []
    for selection in [*selections, *everything]:
        for history in list(histories(view, column, selection))[:1]:
            summed = any(q.operation == "sum" for q in history.values())
            if summed and (siblings or not all(q.operation in ("sum", "value") for q in history.values())):
                continue
            every = told_times(desk, list(history))
            nows, before = _nows(desk, view, column, history, every), _before_it(desk)
            for now, told in nows if cue else [(p, t) for p, t in nows if t or _stated(desk, p)]:
                till = (
                    [p for p in every if p <= now] if before or THEN.search(context.text, *context.sentence) else every
                )
                points = till[-before - 1 :] if before else till
                subject = max(tie(selection), told)
                for toward, sure in ends(degree, view, column):
                    end = turned(desk, view, column, toward)
                    yield Reading(
                        family="rank", query=_place(view, column, history, points, now, end, summed=summed),
                        parts=(
                            ("subject", subject), ("words", fits * sure * (1.0 if cue else 0.7)),
                            ("time", 0.95 if told else 0.85),
                        ),
                        said=f"place of {now.label} by {column} of {selection.who or view.name} among {len(points)}",
                        asserted=checks.number(place, place, "the place among the times"), form="check",
                        refutes=cue and fits >= 0.7, flags=TOLD if told else (),
                    )  # fmt: skip


def _undated(desk: Desk) -> set[str]:
    """Give the words of the clause and behind that are of no date: the "year" of "last year" is no cue of a record."""
    context = desk.context
    dates = [(d.start, d.end) for d in context.discourse.dates_in(context.sentence)]
    behind = islice(context.document.line(desk.statement.end, context.sentence[1]), len(context.after))
    return {t.lower_ for t in (*context.line, *behind) if not any(start <= t.idx < end for start, end in dates)}


def turned(desk: Desk, view: View, column: str, end: str) -> str:
    """Turn an end where it is one of what is lost: "its biggest loss" is the least profit."""
    lost = LOSSES & {stem(w) for w in desk.context.after[:2]} and column in signed(view)
    return {"max": "min", "min": "max"}[end] if lost else end


def _stated(desk: Desk, point: Point) -> bool:
    """Say whether the sentence gives a time, or whose the extreme is: "its largest roll" is one among its own."""
    own = bool(OWN & {*desk.context.before[:1]})
    return own or any(w.role == "at" and w.weight >= 0.85 and _within(point, w) for w in desk.context.times)


def told_times(desk: Desk, points: list[Point]) -> list[Point]:
    """Keep the times after one that is stated, or the last so many, and those that are over.

    "The lowest since 2020" was lower in 2020; "since at least 2020" takes that year in.
    """
    context = desk.context
    past = sorted(p for p in points if not context.published or p.start <= context.published)
    if since := _beginning(desk):
        inside = SINCE_THEN & {*context.text[desk.statement.end : since.start].lower().split()}
        kept = [p for p in past if p.end >= since.period[0] if inside or p.start > since.period[1]]
        return kept if len(kept) > 1 else past
    many = within(desk)
    kept = past[-many:] if many else past
    return kept if len(kept) >= FEWEST else past


SINCE_THEN = frozenset("least began begin begins beginning start starts started records record".split())


def _beginning(desk: Desk) -> When | None:
    """Give the time since when something is the extreme: "since 2019", "since the dry year of 2019"."""
    context = desk.context
    for when in context.times:
        between = context.text[desk.statement.end : when.start].lower()
        behind = "since" in between.split() and not {",", ";"} & {*between}
        if when.weight >= 0.85 and (when.role == "since" or (when.role == "at" and behind)):
            return when
    return None


def within(desk: Desk) -> int:
    """Give how many years a record has stood for: "the lowest in five years"; 0 where that is not said."""
    for value, between, _ in _years_behind(desk):
        if len(between) < 5 and {"in", "for"} & {*between}:
            return value
    return 0


def _before_it(desk: Desk) -> int:
    """Give how many times something is more than those before: "than in any of the five years before"; 0 for none."""
    years = _years_behind(desk) if of_times(desk) else ()
    return next(
        (many for many, between, end in years if "of" in between and PRECEDING.match(desk.context.text, end)), 0
    )


THEN = re.compile(r"\b(?:until|till|up to) (?:then|that time)\b")
"""What leaves out the times behind one that is over: "more than in any year until then"."""
PRECEDING = re.compile(r" (?:before|previous|preceding|earlier)\b")


def _years_behind(desk: Desk) -> Iterator[tuple[int, list[str], int]]:
    """Yield the numbers of years behind the statement, each with the words between and where it ends."""
    for other in desk.context.discourse.values_in((desk.statement.end, desk.context.sentence[1])):
        value = other.value
        years = value is not None and value.kind == "duration" and value.iso.startswith("P") and value.iso.endswith("Y")
        if value is not None and years and isinstance(value.amount, Decimal) and value.amount < 100:
            yield int(value.amount), desk.context.text[desk.statement.end : other.start].split(), other.end


def _nows(desk: Desk, view: View, column: str, history: History, points: list[Point]) -> list[tuple[Point, float]]:
    """Give the times that may be the one at the end of the scale: of a figure close by, one stated, the last."""
    if len(points) < FEWEST and not (len(points) > 1 and _beginning(desk)):
        return []
    meaning = view.columns[column]
    told = [(p, sure) for p in points if (sure := repeated(desk, history[p], meaning)) >= 0.7]
    found = dict(sorted(told, key=lambda pair: (pair[1], pair[0]), reverse=True)[:MOST_NOWS])
    since = _beginning(desk)
    roles = ("at", "base") if equative(desk.context.tokens) else ("at",)  # "never as many as in 2019"
    at = [w for w in desk.context.times if w.role in roles and w.weight >= 0.85 and w is not since]
    stated = [[p for p in points if _within(p, w)] for w in at if not held_against(desk, w)]
    one = any(len(inside) == 1 for inside in stated)
    for inside in stated:
        if len(inside) == 1 or not one:  # "February had the most of this year" is told of no January
            found.update({p: 0.0 for p in inside[:1] if p not in found})
    if not found:
        found[points[-1]] = 0.0
    return list(found.items())[:MOST_NOWS]


def _within(point: Point, when: When) -> bool:
    return point.start <= when.period[1] and when.period[0] <= point.end


def _place(
    view: View, column: str, history: History, points: list[Point], now: Point, end: str, *, summed: bool
) -> Query:
    """Ask for the place of one time: a rank over rows or over sums, or a count of the columns that are not beaten."""
    own = history[now]
    if own.column != column or alike(view, column):
        sign = "<" if end == "max" else ">"
        others = tuple(Filter(own.column, f"{sign} column", history[p].column) for p in points if p != now)
        never = Filter(own.column, "filled", None)
        return Query(operation="met", table=view.name, where=own.where, having=(never, *others))
    order = next(f for f in own.where if f.column == time_column(view))
    rest = tuple(f for f in own.where if f != order)
    bounds = (next(f.value for f in history[p].where if f.column == order.column) for p in (points[0], points[-1]))
    scope = tuple(Filter(order.column, sign, bound) for sign, bound in zip((">=", "<="), bounds, strict=True))
    operation = "rank from top" if end == "max" else "rank from bottom"
    return Query(
        operation=f"total {operation}" if summed else operation, table=view.name, column=column,
        where=(*rest, *scope), having=(order,), order=order.column if summed else "",
    )  # fmt: skip


def _years(desk: Desk) -> Iterator[Reading]:
    """Yield the year of a peak, and the last year that was as good: "its best showing since 2014"."""
    words = [t.lower_ for t in _told_in(desk)]
    since = "since" in desk.context.before[: 3 if _from_the_start(desk) else 1]
    word = next((w for w in words if w in PEAKS), "")
    degree = degree_in([w for w in words if w.endswith("est") or w in ("most", "worst", "least")])
    for view in desk.views if (degree if since else word) else ():
        named = [s for s in desk.named(view) if s.filled][:MOST_NAMED]
        everything = Selection(subject=whole(desk, view))
        if since and degree:
            for column in _told_over_time(view):
                for selection in [*named, everything]:
                    yield from _as_good(desk, view, column, selection, degree)
        elif word and view.year and (view.series or _of_its_own(desk, word)):
            for selection in [*named, everything] if view.series else named:
                yield from _peaks(desk, view, selection, word)


def _of_its_own(desk: Desk, word: str) -> bool:
    """Say whether an extreme is one among the years of a thing and not among things: "its peak", "the best year"."""
    tokens = [t for t in desk.context.line if t.lower_ == word]
    near = {t.lower_ for token in tokens for t in (*token.lefts, token.head, *token.head.lefts, token.head.head)}
    return word in PEAKING or bool(near & (OWN | OVER_TIME)) or any(t.text in ("'s", "’s") for t in _owners(tokens))


def _owners(tokens: list[Token]) -> Iterator[Token]:
    """Yield what stands behind the owner of what an extreme is said of: "Elm's highest roll"."""
    for noun in (token.head if token.pos_ == "ADJ" else token for token in tokens):
        yield from (c for owner in noun.lefts if owner.dep_ == "nmod:poss" for c in owner.rights)


def _told_over_time(view: View) -> list[str]:
    """Name the measures that a table has at several times, one of each that has a column a year."""
    if time_column(view):
        return list(view.measures)
    return [c for c in view.measures if (same := alike(view, c)) and c == same[0]]


def _peaks(desk: Desk, view: View, selection: Selection, word: str) -> Iterator[Reading]:
    """Yield the year in which a measure was at its end: "the peak, in 2019"."""
    several = _listed(desk) if _of_several(desk, word) else ()
    for column in view.measures:
        if (fits := weight(desk, view, column)) >= 0.25:
            if len(several) > 1:
                yield from _among_ends(desk, view, column, selection, fits, word)
                continue
            yield Reading(
                family="best year",
                query=Query(
                    operation=PEAKS[word], table=view.name, column=column, where=selection.where, key=view.year
                ),
                parts=(("subject", tie(selection)), ("words", max(fits, 0.6))),
                said=f"year of the {PEAKS[word][3:]} {column} of {selection.who or view.name}", form="date",
                refutes=False,
            )  # fmt: skip


def _told_in(desk: Desk) -> list[Token]:
    """Give the tokens that tell of a year: its clause, or what stands before the first where several are listed."""
    line, listed = desk.context.line, _listed(desk)
    if len(listed) > 1 and not any(t.is_alpha for t in line):
        return desk.context.document.line(desk.context.sentence[0], listed[0].start)
    return line


def _of_several(desk: Desk, word: str) -> bool:
    """Say whether a superlative is of more than one: "the smallest crowds"."""
    return any(t.lower_ == word and "NNS" in (t.head.tag_, t.tag_) for t in _told_in(desk))


@remembered
def _listed(desk: Desk) -> tuple[Statement, ...]:
    """Give the years listed with that of the statement, itself among them: "in 2007 and 2012"."""
    years = desk.context.discourse.values_in(desk.context.sentence)
    runs: list[list[Statement]] = [[]]
    for statement in (s for s in years if s.value and s.value.kind == "date"):
        joined = runs[-1] and LISTING.fullmatch(desk.context.text[runs[-1][-1].end : statement.start])
        runs = [*runs[:-1], [*runs[-1], statement]] if joined else [*runs, [statement]]
    return next((tuple(run) for run in runs if any(s.start == desk.statement.start for s in run)), ())


def _among_ends(desk: Desk, view: View, column: str, selection: Selection, fits: float, word: str) -> Iterator[Reading]:
    """Yield whether a year is one of as many at the end of a measure as are listed: "the lowest, in 2007 and 2012"."""
    year, many = desk.value.iso if desk.value else "", len(_listed(desk))
    cells, rows = view.cells(view.year), select(view, selection.where)
    figures = sorted(f for row in rows if isinstance(f := view.cells(column)[row], Decimal))
    own = [row for row in rows if str(cells[row]) == year]
    if len(own) != 1 or len(figures) <= many or len(figures) != len({cells[row] for row in rows}):
        return
    top = PEAKS[word] == "argmax"
    bound = figures[-many] if top else figures[many - 1]
    check = checks.number(bound if top else None, None if top else bound, f"one of the {many} {word}")
    yield Reading(
        family="best year",
        query=Query(
            operation="value", table=view.name, column=column,
            where=(*selection.where, Filter(view.year, "=", cells[own[0]])),
        ),
        parts=(("subject", tie(selection)), ("words", max(fits, 0.6))),
        said=f"{column} of {selection.who or view.name} in {year}", form="check", asserted=check, refutes=False,
    )  # fmt: skip


def _as_good(desk: Desk, view: View, column: str, selection: Selection, degree: Degree) -> Iterator[Reading]:
    """Yield the last time before that was as good, or the first there is: "the fewest since 2021"."""
    fits = weight(desk, view, column)
    for history in list(histories(view, column, selection))[:1]:
        points = sorted(p for p in history if not desk.context.published or p.start <= desk.context.published)
        figures = {p: compute(history[p], desk.tables).value for p in points}
        points = [p for p in points if isinstance(figures[p], Decimal)]
        for now, told in _nows(desk, view, column, history, points)[:1]:
            for end, sure in ends(degree, view, column) if told or fits >= 0.2 else ():
                beaten = operator.ge if end == "max" else operator.le
                earlier = [p for p in points if p < now]
                last = next((p for p in reversed(earlier) if beaten(figures[p], figures[now])), None)  # type: ignore[arg-type]
                if last is None and earlier and _from_the_start(desk):
                    last = earlier[0]
                if last is not None:
                    words = max(fits, 0.5) * sure
                    yield Reading(
                        family="best year", **_dated(desk, view, history, last),
                        parts=(("subject", max(tie(selection), told)), ("words", words), ("time", 0.85)),
                        said=f"last time before {now.label} that {column} was so",
                        refutes=bool(told) and not _from_the_start(desk),
                    )  # fmt: skip


def _from_the_start(desk: Desk) -> bool:
    """Say whether the time is that since when a table tells: "since at least 2013"."""
    return desk.context.before[:2] == ["least", "at"]


def _dated(desk: Desk, view: View, history: History, point: Point) -> dict[str, Any]:
    """Ask for the cell that dates a row; of a column a year for its figure, the year being that of the column."""
    own = next((f for f in history[point].where if f.column == time_column(view)), None)
    if own is not None:
        return {"query": cell(view, own.column, (own,)), "form": "date"}
    period = period_of(desk.value.iso) if desk.value else None
    stated = period is not None and period[0] <= point.end and point.start <= period[1]
    check = checks.Check(f"it is of {point.label}", lambda _: stated)
    return {"query": history[point], "form": "check", "asserted": check}
