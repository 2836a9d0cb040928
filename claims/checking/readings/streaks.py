"""Streaks: how many times in sequence something kept what the clause says, rose or fell, up to the time."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from itertools import groupby, pairwise, takewhile
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.circumstances import akin
from claims.checking.periods import period_of
from claims.checking.query import COLUMN, Filter, Query, compute, select
from claims.checking.readings import occurrences
from claims.checking.readings.axes import point, rhythm, time_column
from claims.checking.readings.changes import TELLING, alone
from claims.checking.readings.degrees import ends, sense
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.margins import both_said, twins
from claims.checking.readings.measures import alike, one_or_sum, repeated, tie, weight, whole
from claims.checking.readings.opposites import named_apart, parted
from claims.checking.readings.scopes import A_YEAR
from claims.checking.readings.things import counted
from claims.checking.remembered import remembered
from claims.checking.scoring import TOLD, Reading
from claims.checking.selection import Selection
from claims.checking.words import TIME, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.checking.desk import Desk
    from claims.checking.readings.margins import Twins
    from claims.checking.tables import Cell, View
    from claims.types import Value

LOSING = frozenset(stem(w) for w in "loss lose defeat deficit red".split())
GAINING = frozenset(stem(w) for w in "profit surplus profitable".split())
FALLING = frozenset(
    stem(w) for w in "decline fall drop decrease slide shrink cut reduction dip setback slump lower down".split()
)
RISING = frozenset(stem(w) for w in "rise increase gain growth grow climb improvement improve record expand".split())
AHEAD = frozenset(
    "more fewer than exceed exceeded exceeds outnumber outnumbered beat beats beaten outstripped outstrips missed miss "
    "misses short over under above below ahead overtook overtaken".split()
)
RECORDED = frozenset({stem("record")})
LEADING = frozenset(stem(w) for w in "lead top first front head leader".split())
UNITS = {TIME, *occurrences.TIMES, *occurrences.GENERAL} | frozenset(
    stem(w)
    for w in (
        "year season month week day quarter half decade spring summer autumn fall winter edition round night weekend "
        "loss defeat win draw rise fall cut increase decrease decline gain drop profit deficit surplus sell-out"
    ).split()
)
"""What a run may be told in."""
SAID, UNSAID, REACH, PAUSES = 0.75, 0.25, 8, frozenset(",;:.()—–")
NUMBERS = frozenset({"ordinal", "count", "number", "duration"})


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield how long a run is."""
    value = desk.value
    if value is None:
        return
    if run_told(desk) is not None and (in_a_row(desk.context) or of_run(desk)) and _of_times(desk):
        stems = desk.context.clause_stems | {desk.context.noun} | {stem(w) for w in desk.context.after} | _moved(desk)
        for view in desk.views:
            yield from _runs(desk, view, stems)


def _moved(desk: Desk) -> set[str]:
    """Give the stem of a move that "up" or "down" tells without a verb: "profit was up for the fourth year"."""
    told = {t.lower_ for t in desk.context.line if any(c.dep_ == "cop" for c in t.children) or t.head.lemma_ == "be"}
    return {stem(move) for word, move in (("up", "rise"), ("down", "fall")) if word in told}


def _of_times(desk: Desk) -> bool:
    """Say whether a number counts times, events or what tables have rows of: "the last six stages" may be no such."""
    value = desk.value
    units = {stem(word) for word in value.unit.split()[-1:]} if value is not None else set()
    counted = units | {stem(word) for word in desk.context.after[:1]}  # "third consecutive assembly elections"
    return not units or bool(counted & UNITS) or any(akin(unit, desk.tables.stems) for unit in counted)


def of_run(desk: Desk) -> bool:
    """Recognise "after five years of losses" and "after each of the last six stages"."""
    after = desk.context.after
    words = {stem(w) for w in after[:3]}
    return bool(after[:1] == ["of"] and (LOSING | FALLING | RISING) & words) or each_lately(desk)


def each_lately(desk: Desk) -> bool:
    """Say whether each of the last so many is told of, of which there may be more: "in each of the last four years"."""
    before = {*desk.context.before}
    lately = {"last", "past", "previous"} & {*desk.context.before[:1], *(t.lower_ for t in desk.context.tokens[:1])}
    return bool({"each", "every", "all"} & before and lately)


def run_told(desk: Desk) -> Decimal | None:
    """Give how long a run is said to be: as counted, or of each of the last so many years."""
    value = desk.value
    if value is None or value.kind in NUMBERS:
        return value.amount if value is not None and isinstance(value.amount, Decimal) else None
    return years_told(value) if value.kind == "period" and each_lately(desk) else None


def years_told(value: Value) -> Decimal | None:
    """Give how many years a stretch is said to have: "the last four years"."""
    ends = period_of(value.iso)
    if ends is None or not value.text.lower().endswith(("years", "seasons")):
        return None
    return Decimal(round((ends[1] - ends[0]).days / A_YEAR)) or None


def _runs(desk: Desk, view: View, stems: frozenset[str]) -> Iterator[Reading]:
    order = time_column(view) or view.sequence or view.day
    moving = (FALLING | RISING) & {desk.context.noun, *(stem(w) for w in desk.context.after[:3])}
    if order and not moving:  # a run of falls is no run of a name
        for group, condition, subject in [*_groups(desk, view, stems), *_ahead(desk, view)]:
            where = (*group, *_past(desk, view, order))
            moments = [view.cells(order)[row] for row in select(view, where)]
            if len(set(moments)) < len(moments) or len(moments) < 2:
                continue
            words = max((weight(desk, view, f.column) for f in condition), default=0.0)
            query = Query(operation="streak", table=view.name, where=where, having=condition, order=order)
            meant = _run_meant(desk, view, query)
            if meant is None:
                continue
            yield Reading(
                family="streak", query=meant,
                parts=(("subject", subject), ("words", max(0.85 if _named(condition) else 0.6, words))),
                said="rows in a row with " + ", ".join(f"{f.column} {f.relation} {f.value}" for f in condition),
                asserted=each_of_them(desk), form="check" if each_lately(desk) else "number",
                refutes=_ended(desk, meant, len(moments)) or _begun(view, group, order, moments),
            )  # fmt: skip
    for sign, cues in (("<", FALLING), (">", RISING)):
        if cues & stems:
            yield from _trends(desk, view, order, sign)


def each_of_them(desk: Desk) -> checks.Check | None:
    """Hold a run to as many at least as the last that are told of."""
    return checks.number(run_told(desk), None, "each of them") if each_lately(desk) else None


def _run_meant(desk: Desk, view: View, query: Query) -> Query | None:
    """Ask for the run that goes on, or else for one there was: that of the stated length, else the longest."""
    runs = _runs_of(view, query)
    if each_lately(desk):  # up to now, and no run of long ago
        return query
    if not runs:
        return None if _named(query.having) else query
    stated = run_told(desk)
    length, last = max(runs, key=lambda run: (run[0] == stated, run[0]))
    goes_on = compute(query, desk.tables).value
    ordered = desk.value is not None and desk.value.kind == "ordinal"  # "for the second year running": it goes on
    if goes_on and (ordered or length != stated or goes_on == stated):
        return query
    return replace(query, where=(*query.where, Filter(query.order, "<=", last)))


def _runs_of(view: View, query: Query) -> list[tuple[int, Cell]]:
    """Give how long each run is that keeps the condition, and when it ends."""
    cells = view.cells(query.order)
    rows = sorted((row for row in select(view, query.where) if cells[row] is not None), key=lambda row: cells[row])  # type: ignore[arg-type,return-value]
    keeping = {*select(view, (*query.where, *query.having))}
    runs = [list(run) for kept, run in groupby(rows, lambda row: row in keeping) if kept]
    return [(len(run), cells[run[-1]]) for run in runs]


def _ahead(desk: Desk, view: View) -> Iterator[tuple[tuple[Filter, ...], tuple[Filter, ...], float]]:
    """Yield that one column of a row was above another: more deaths than births, a target beaten or missed."""
    if not AHEAD & {*desk.context.document.words(*desk.context.sentence)}:
        return
    series = [Selection(subject=whole(desk, view))] if view.series else []
    selections = [*[s for s in desk.named(view) if s.filled][:2], *series]
    pairs = [pair for pair in twins(view) if both_said(desk, pair)] if selections else []
    told = [ahead for pair in pairs for ahead in which_ahead(desk, view, pair)]
    either = [(*columns, ">") for pair in pairs for columns in (pair.columns, pair.columns[::-1])]
    for selection in selections:
        for one, other, relation in told or either:
            yield selection.where, (Filter(one, relation + COLUMN, other),), tie(selection)


def which_ahead(desk: Desk, view: View, pair: Twins) -> Iterator[tuple[str, str, str]]:
    """Yield which of two measures is said to be above or below the other: "it spent more than it took in"."""
    for token in desk.context.document.line(*desk.context.sentence):
        degree = sense([token])
        if degree is None or degree.dates or not (sides := parted(desk, [token])):
            continue
        for columns in named_apart(pair, sides):
            most = ends(degree, view, columns[0])[0][0] == "max"
            yield columns[0], columns[1], ">" if most else "<"


def _named(condition: tuple[Filter, ...]) -> bool:
    return any(isinstance(f.value, str) for f in condition)


def _past(desk: Desk, view: View, order: str) -> tuple[Filter, ...]:
    """Keep what lies before the publication, or the time that the clause gives."""
    if desk.context.published is None:
        return ()
    times = [w for w in desk.context.times if w.role in ("at", "before") and w.weight >= 0.85]
    day = times[0].period[1] if times else desk.context.published
    if times and times[0].role == "before":
        day = times[0].period[0] - dt.timedelta(1)
    last = _last(view, order, _reaching(desk, view, order, day))
    before = "after" in desk.context.before[:3]
    return (Filter(order, "<" if before else "<=", last),) if last is not None else ()


def _reaching(desk: Desk, view: View, order: str, day: dt.date) -> dt.date:
    """Reach on to the next year of a plan where the article speaks of it: a budget's run goes on into it."""
    if order != time_column(view):
        return day
    published, resolution = desk.context.published, rhythm(view, order)
    coming = min((p for c in view.distinct(order) if (p := point(c, resolution)) and p.start > day), default=None)
    told = coming and any(w.role == "at" and w.period == (coming.start, coming.end) for w in desk.context.times)
    return coming.start if coming and told and published and day == published else day


def _last(view: View, order: str, day: dt.date) -> Cell:
    """Give the last time of a column that a day has reached."""
    if order == view.sequence and order:
        return max((step for step, on in view.steps.items() if on <= day), default=None)
    if order == view.day and not time_column(view):
        return day
    resolution = rhythm(view, order)
    cells = [(p, c) for c in view.distinct(order) if (p := point(c, resolution)) and p.start <= day]
    return max(cells)[1] if cells else None


def _groups(
    desk: Desk, view: View, stems: frozenset[str]
) -> Iterator[tuple[tuple[Filter, ...], tuple[Filter, ...], float]]:
    """Yield the rows that make the sequence, the condition on them, and how tied they are to the statement."""
    series = [Selection(subject=whole(desk, view))] if view.series else []
    for selection in [*[s for s in desk.named(view) if s.filled][:4], *series]:
        subject = tie(selection)
        moving = (RISING | FALLING) - RECORDED & stems  # "profit has risen" is no run of profits
        sign = "" if moving else "<" if LOSING & stems else ">" if GAINING & stems else ""
        for column in view.measures if sign else ():
            if any(isinstance(c, Decimal) and c < 0 for c in view.cells(column)):
                yield selection.where, (Filter(column, sign, Decimal(0)),), subject
        if LEADING & stems:
            for column in view.measures:
                if "position" in view.columns[column].words or "rank" in view.columns[column].words:
                    yield selection.where, (Filter(column, "=", Decimal(1)),), subject
        kept = [] if sign else _kept(desk, view, selection)
        for column, value in kept:
            if occurrences.opposed(desk, view, column):
                continue  # who "won it for the second year running" was no runner-up
            rest = tuple(f for f in selection.where if f.column != column)
            yield rest, (Filter(column, "=", value),), subject


def _kept(desk: Desk, view: View, selection: Selection) -> list[tuple[str, str]]:
    """Give the names that a run may keep: of all of them that whose others have the most rows, of one event at least.

    "The cup had belonged to Vey for three years" is a run of Vey in the cup's rows, and none of the cup in Vey's.
    """
    context, end = desk.context, desk.statement.end
    aside = {b.mention.best for b in context.bindings if "," in context.text[end : b.mention.start]}
    behind = aside & occurrences.behind_a_doer(desk, view)  # "won four in a row, when Lee was in charge"
    many = {
        filled: len(select(view, tuple(f for f in selection.where if f.column != filled[0])))
        for filled in selection.filled
    }
    kept = [f for f in selection.filled if many[f] == max(many.values()) and (view.repeats or f[0] != view.entity)]
    kept = [f for f in kept if f[1] not in behind]
    here = {value for b in desk.context.bindings if b.tie != "earlier" for value, _ in b.mention.values}
    if any(view.rows(column, name) for column in view.names for name in here):
        kept = [filled for filled in kept if filled[1] in here]
    mixed = view.repeats and not view.year and len(selection.filled) < 2 and counted(desk, view).words < SAID
    return [] if mixed else kept


def _trends(desk: Desk, view: View, order: str, sign: str) -> Iterator[Reading]:
    """Yield how many times in a row a measure rose or fell."""
    said = "falls" if sign == "<" else "rises"
    everything = Selection(subject=whole(desk, view))
    for selection in [*[s for s in desk.named(view) if s.filled and order not in dict(s.filled)][:4], everything]:
        for column in view.measures:
            unsaid = 0.6 if alone(view, column) and selection.filled else 0.5
            words = weight(desk, view, column)
            if (measure_said(desk) and words < UNSAID) or column not in measures_behind(desk, view, [column]):
                continue  # the run is of the measure that is said
            words = words if measure_said(desk) else max(unsaid, words)
            siblings = alike(view, column)
            if siblings:
                if column == siblings[0]:
                    yield from _over_columns(desk, view, siblings, selection, sign, words)
                continue
            where = (*selection.where, *(_past(desk, view, order) if order else ()))
            rows = select(view, where) if order else ()
            times = {at for row in rows if (at := view.cells(order)[row]) is not None}
            summed = len(rows) > len(times)
            if len(times) < 2 or not (summed or selection.filled or view.series):
                continue
            if summed and (words < 0.6 or view.columns[column].kind == "percent"):
                continue
            operation = f"total {said}" if summed else said
            query = Query(operation=operation, table=view.name, column=column, where=where, order=order)
            last = one_or_sum(view, column, (*selection.where, Filter(order, "=", max(times))))
            told = repeated(desk, last, view.columns[column])
            yield Reading(
                family="trend", query=query,
                parts=(("subject", max(tie(selection), told)), ("words", max(words, told))),
                said=f"{said} in a row of {column} of {selection.who or view.name}",
                refutes=max(words, told) >= 0.6 and _ended(desk, query, len(times) - 1),
                flags=TOLD if told > TELLING else (),
            )  # fmt: skip


def measures_behind(desk: Desk, view: View, otherwise: list[str]) -> list[str]:
    """Give the measures that the words behind a run name, else some others: "the third rise in income"."""
    behind = desk.context.document.line(desk.statement.end, desk.context.sentence[1])
    near = list(takewhile(lambda t: t.text not in PAUSES, behind))[:REACH]
    of = next((n for n, t in enumerate(near) if t.lower_ in ("in", "of") and n), len(near))
    said = {stem(t.text) for t in near[of + 1 : of + 4] if t.pos_ in ("NOUN", "PROPN")}
    return [c for c in view.measures if said & {stem(w) for w in view.columns[c].words}] or otherwise


@remembered
def measure_said(desk: Desk) -> bool:
    """Say whether the words name some measure, so that the run is hardly one of another."""
    return any(weight(desk, view, column) >= SAID for view in desk.views for column in view.measures)


def _ended(desk: Desk, query: Query, longest: int) -> bool:
    """Say whether the table shows where the run began: one that fills the table may be longer than the table is."""
    found, stated = compute(query, desk.tables).value, desk.value.amount if desk.value else None
    return isinstance(found, Decimal) and (found < longest or (isinstance(stated, Decimal) and stated < found))


def _begun(view: View, group: tuple[Filter, ...], order: str, moments: Sequence[Cell]) -> bool:
    """Say whether the sequence goes back before a run by a row that differs in one name only: the head before her."""
    cells = view.cells(order)
    for left in group if len(group) > 1 else ():
        times = [str(cells[row]) for row in select(view, tuple(f for f in group if f != left))]
        if len(set(times)) == len(times) and min(times) < min(map(str, moments)):
            return True
    return False


def _over_columns(
    desk: Desk, view: View, siblings: list[str], selection: Selection, sign: str, words: float
) -> Iterator[Reading]:
    """Yield whether the last so many years' columns each rose or fell, as many as are stated."""
    published, value = desk.context.published, desk.value
    past = [c for c in siblings if not published or (view.columns[c].year or 0) <= published.year]
    if len(past) > 1 and published and view.columns[past[-1]].year == published.year and published.month < 4:
        past = past[:-1]
    many = int(value.amount) if value and isinstance(value.amount, Decimal) else len(past) - 1
    steps = [Filter(now, f"{sign} column", before) for before, now in pairwise(past)][-many:]
    if not 0 < many == len(steps):
        return
    yield Reading(
        family="trend", query=Query(operation="met", table=view.name, where=selection.where, having=tuple(steps)),
        parts=(("subject", tie(selection)), ("words", words)),
        said=f"years of the last {many} in which {selection.who} {'fell' if sign == '<' else 'rose'}",
        asserted=checks.number(Decimal(many), Decimal(many), "each of them"), form="check", refutes=False,
    )  # fmt: skip
