"""Margins: between two columns of one row, votes for and against, a budget and the cost, what was raised and spent."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

from claims.checking.courses import LOST, WON, met
from claims.checking.query import Filter, Query, same, select
from claims.checking.readings.axes import by_year
from claims.checking.readings.changes import FINE, OTHER_KINDS, gap_fit, led_by, moved, unit_of
from claims.checking.readings.direction import direction
from claims.checking.readings.events import described
from claims.checking.readings.gaps import compared, held_against
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import agrees, cell, known, one_or_sum, single, telling, tie, whole
from claims.checking.readings.scopes import everything
from claims.checking.readings.things import but_totals
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import Selection
from claims.checking.words import STRONG, fold, kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.context import Context
    from claims.checking.desk import Desk
    from claims.checking.tables import View

SIDES = frozenset("for against yes no ayes noes home away".split())
MARGINS = frozenset(stem(w) for w in "margin majority lead pass fail win defeat beat lose close cushion edge".split())
# what one column may be set against, and the words that speak of the gap
OPPOSITES = tuple(
    tuple(frozenset(stem(w) for w in words.split()) for words in group)
    for group in (
        ("receipts income revenue raised earned", "expenditure spending costs spent outlay",
         "deficit surplus shortfall loss profit gap left over"),
        ("budget estimate planned target original", "cost actual latest final outturn price spent completed built",
         "over under overrun overspend overspent budget short above below up down miss beat target plan exceed"),
        ("capacity seats places available", "sold filled attendance taken occupied attended",
         "unsold empty spare left unfilled vacant beg sold capacity"),
        ("births born", "deaths died", "more fewer outnumber gap natural"),
        ("exports exported", "imports imported", "surplus deficit balance gap more less"),
        ("assets", "liabilities debts", "net worth equity gap exceed more"),
        ("immigrants arrivals", "emigrants departures", "net more fewer outnumber gap"),
        ("winner winning", "runner loser second", "margin majority win won by"),
        ("pledged promised committed owed due billed", "paid received delivered disbursed collected settled",
         "less short shortfall gap outstanding unpaid owe missing withheld arrears over"),
        ("drug treatment treated vaccine", "control placebo", "margin gap lead placebo more better"),
        ("completions completed built new", "demolitions demolished scrapped", "net gain more gap"),
        ("joined hired recruited joiners", "left leavers departed resigned", "net gain loss more fewer outnumber gap"),
    )
)  # fmt: skip
PLANS, _, PLAN = next(group for group in OPPOSITES if "budget" in group[0])
OVERRUN = frozenset("over under above below more less up down planned budget".split())
"""Words that say that what came of a plan is so much beyond it: "came in 13 percent over", "up 8 percent"."""
BOTH_WAYS = frozenset({stem("scored"), stem("conceded")})
"""What tells of goals for and against: "scored 31 more than they conceded"."""
TOTALS = frozenset("total totals all overall combined".split())
MOST_ROWS = 6
OF_PLAN = 0.85  # how well the one plan that a table tells of is meant by what is over or under one
ALL, DATED, UNTIMELY, LARGEST = 0.75, 0.85, 0.4, 2_000  # of all times together, of one that is said, and rows
LATELY = 0.35  # a time that an earlier sentence gives
NAME = 3  # words in the name of a column that bears somebody's


@dataclass(frozen=True, slots=True)
class Twins:
    """Two columns that count on two sides, how they belong together, and by which words a gap of theirs is said."""

    first: str
    second: str
    bond: str  # "alike" share a word, "opposed" are set against each other, "named" bear names, "dated", "loose" money
    cues: frozenset[str] = frozenset()

    @property
    def columns(self) -> tuple[str, str]:
        """Give both columns."""
        return self.first, self.second

    @property
    def planned(self) -> bool:
        """Say whether the first is what the second was to be: a budget and a cost."""
        return self.cues is PLAN and not PLANS.isdisjoint(stems_of(self.first))

    @property
    def apart(self) -> tuple[set[str], set[str]]:
        """Give the stems that either column has alone."""
        one, other = ({*stems_of(c)} for c in self.columns)
        return one - other, other - one


def _of_two_times(view: View, pair: Twins) -> bool:
    """Say whether two columns hold one measure, now and in a year before: "level_pct", "level_pct_2024"."""
    first, second = (view.columns[c] for c in pair.columns)
    return first.words == second.words and first.year is None and second.year is not None


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what a number may be the gap between in one row."""
    value = desk.value
    if value is None or value.kind in (*OTHER_KINDS, "ratio") or in_a_row(desk.context):
        return
    if value.kind == "percent" and not (moved(desk) or compared(desk.context)):
        return
    known_names = {w for name in desk.context.discourse.told_of for w in stems_of(name)}
    for view in desk.views_with(twins):
        fitting = [t for t in twins(view) if t.bond != "named" or all(known_names & {*stems_of(c)} for c in t.columns)]
        pairs = [(t, words) for t in fitting if (words := _words(desk, view, t)) > 0.0]
        rows = _not_of_another(desk, view, rows_of(desk, view)) if pairs else {}
        for pair, words in pairs:
            for selection, match in rows.values():
                if known(view, pair.first, selection.where) is not None:
                    yield from _gap(desk, view, pair, selection, match, words)
            if pair.bond == "opposed" and value.kind != "percent":
                yield from _of_years(desk, view, pair, words)
                yield from _of_all(desk, view, pair, words)
    yield from (r for view in desk.views_with(sources) for r in _balance(desk, view))


def _not_of_another(
    desk: Desk, view: View, rows: dict[frozenset[Filter], tuple[Selection, float]]
) -> dict[frozenset[Filter], tuple[Selection, float]]:  # fmt: skip
    """Leave out rows where a number is told to be more than another thing has: "6 million more than Oak Tunnel"."""
    held = {b.mention.best for b in desk.context.bindings if b.mention.named and held_against(desk.context, b)}
    if not held:
        return rows
    return {
        key: found for key, found in rows.items()
        if held & {view.cells(c)[row] for row in select(view, found[0].where) for c in view.names}
    }  # fmt: skip


def rows_of(desk: Desk, view: View) -> dict[frozenset[Filter], tuple[Selection, float]]:
    """Give the rows that a margin may be of: of an event, of a thing, of a time, the one of all together."""
    rows = [*described(desk, view), *((s, 0.0) for s in (*single(desk, view), *desk.series(view)[:3]))]
    totals = (c for c in view.distinct(view.entity) if isinstance(c, str) and fold(c) in TOTALS) if view.entity else ()
    for total in totals:
        where = (same(view, view.entity, total),)
        rows.append((Selection(where=where, subject=whole(desk, view), time=0.9), 0.0))
    return {frozenset(s.where): (s, match) for s, match in reversed(rows[:MOST_ROWS])}


def _words(desk: Desk, view: View, pair: Twins) -> float:
    """Say how well the words speak of the gap between two columns; 0 where nothing does, and no figure tells."""
    context = desk.context
    stems = context.clause_stems | {stem(w) for w in (*context.after[:3], *context.before[:3])}
    by = led_by(context)[:1] == ["by"]
    counted = desk.value is not None and desk.value.kind in ("count", "number")
    if counted and context.after[:1] == ["of"] and not (by or context.noun):  # "lost three of its last five races"
        return 0.0
    said = by or bool(MARGINS & stems) or compared(context) or stems >= BOTH_WAYS
    both = both_said(desk, pair)
    if view.form and not both:  # what rows measure is set against each other only where both are named
        return 0.0
    if pair.bond == "opposed":
        return 0.9 if both and (said or pair.cues & stems) else 0.75 if pair.cues & stems else _by_figure(desk)
    if pair.bond == "named":
        tied = max(_borne(desk, c) for c in pair.columns)
        return (0.85 if said else 0.4) * (1.0 if tied >= 0.45 else 0.7) if said or tied >= 0.6 else 0.0
    if pair.bond == "dated":
        return 0.8 * max(desk.words(view, pair.first), 0.5) if moved(desk) else 0.0
    if pair.bond == "loose":
        return 0.75 if both and said else 0.0
    if not said:
        return _by_figure(desk)
    own = [stem(w) for w in view.columns[pair.first].words]
    raced = desk.value is not None and (desk.value.kind in ("duration", "quantity") or desk.value.text.endswith(FINE))
    raced = raced or _told_of_time(context)
    if raced and (met(desk) or (stems & (WON | LOST) and not {*own} & context.sentence_stems)):
        return _by_figure(desk)  # "beat her by 0.25 seconds"
    return 0.9 if both or not context.noun or any(kinship(context.noun, w) >= STRONG for w in own) else 0.3


def _told_of_time(context: Context) -> bool:
    """Say whether a bare number goes on from how long something took: "her 198 minutes were seven better than"."""
    before = context.discourse.values_in((context.sentence[0], context.statement.start))
    return not context.noun and any(s.value is not None and s.value.kind == "duration" for s in before)


def both_said(desk: Desk, pair: Twins) -> bool:
    """Say whether the sentence names either column, by a word that the other has not."""
    said = desk.context.sentence_stems
    return all(any(kinship(a, b) >= STRONG for a in own for b in said) for own in pair.apart)


def _by_figure(desk: Desk) -> float:
    """Let a telling figure be looked for where no word leads."""
    percent = desk.value is not None and desk.value.kind == "percent"
    return 0.35 if telling(desk) >= (2 if percent else 3) else 0.0


def _borne(desk: Desk, column: str) -> float:
    """Say how tied the thing is whose name a column bears."""
    own = {*stems_of(column)}
    return max(
        (b.weight for b in desk.context.bindings if b.mention.values and own & {*stems_of(b.mention.best)}), default=0.0
    )


def _gap(desk: Desk, view: View, pair: Twins, selection: Selection, match: float, words: float) -> Iterator[Reading]:
    meaning = view.columns[pair.first]
    percent, kind = gap_fit(desk, meaning)
    if kind < 0.3:
        return
    label = view.label(select(view, selection.where)[0])
    named = max((desk.tied(v) for _, v in selection.filled), default=0.0) if pair.bond == "named" else 0.0
    subject = named or tie(selection)  # who the columns are of leaves no row out
    dated = any(w.role == "at" and w.weight >= DATED for w in desk.context.times)
    timely = selection.time >= DATED or not (dated and match)  # an event of another time than the one said is not meant
    time = selection.time if timely else min(selection.time, UNTIMELY)
    orders = ((pair.first, pair.second), (pair.second, pair.first)) if percent else ((pair.first, pair.second),)
    of_plan = percent and pair.planned and bool(OVERRUN & {*desk.context.after[:3], *led_by(desk.context)[:1]})
    orders = ((pair.second, pair.first),) if of_plan else orders
    words = max(words, OF_PLAN) if of_plan and sum(t.planned for t in twins(view)) == 1 else words
    for first, second in orders:
        reading = Reading(
            family="margin",
            query=Query(
                operation="percent change" if percent else "difference", table=view.name,
                left=cell(view, first, selection.where), right=cell(view, second, selection.where),
            ),
            parts=(
                ("subject", max(subject, match)), ("words", words), ("kind", kind), ("time", time),
            ),
            said=f"{first} less {second} of {label}", size=True, unit="%" if percent else unit_of(desk, meaning.unit),
            scale=None if percent else meaning.scale, refutes=words >= 0.75 and (of_plan or not percent) and timely,
            way=direction(desk, view, first) if _of_two_times(view, pair) else 0,
        )  # fmt: skip
        if words > 0.35 or agrees(desk, reading):
            yield reading


def _of_years(desk: Desk, view: View, pair: Twins, words: float) -> Iterator[Reading]:
    """Yield the gap between what two columns of months or quarters come to in a year: a surplus for 2025."""
    meaning, everything = view.columns[pair.first], Selection(subject=whole(desk, view))
    summed = view.series and meaning.kind != "percent"
    sums, others = (by_year(view, c, everything) for c in pair.columns) if summed else ({}, {})
    kind = gap_fit(desk, meaning)[1]
    last = max((p for p in sums if not desk.context.published or p.end <= desk.context.published), default=None)
    stated = {w.year: w.weight for w in reversed(desk.context.times) if w.role in ("at", "base")}
    for year, left in sums.items():
        time = max(stated.get(year.start.year, 0.0), 0.75 if year == last else 0.0)
        if time >= LATELY and year in others:
            yield Reading(
                family="margin",
                query=Query(operation="difference", table=view.name, left=left, right=others[year]),
                parts=(("subject", everything.subject), ("words", words), ("kind", kind), ("time", time)),
                said=f"{pair.first} less {pair.second} in {year.label}", size=True, unit=unit_of(desk, meaning.unit),
                scale=meaning.scale, refutes=False,
            )  # fmt: skip


def _of_all(desk: Desk, view: View, pair: Twins, words: float) -> Iterator[Reading]:
    """Yield the gap between what two columns come to over everything at a time: paid in all less than was promised."""
    meaning, free = view.columns[pair.first], Selection(subject=whole(desk, view), where=but_totals(view), time=ALL)
    kind = gap_fit(desk, meaning)[1]
    scopes = [*everything(desk, view), *([free] if view.year and not view.series else [])]
    for selection in scopes if words > LATELY and kind >= 0.3 and view.size <= LARGEST else ():
        left, right = (one_or_sum(view, c, selection.where) for c in pair.columns)
        when = f" in {selection.when}" if selection.when else ""
        yield Reading(
            family="margin",
            query=Query(operation="difference", table=view.name, left=left, right=right),
            parts=(("subject", selection.subject), ("words", words), ("kind", kind), ("time", selection.time)),
            said=f"{pair.first} less {pair.second} of all{when}", size=True, unit=unit_of(desk, meaning.unit),
            scale=meaning.scale, refutes=False,
        )  # fmt: skip


@remembered
def twins(view: View) -> tuple[Twins, ...]:
    """Give pairs of columns that count the same thing on two sides: of one kind, unit and scale.

    They share a word, or are set against each other by their words, or each bears the name of something.
    """
    found: dict[frozenset[str], Twins] = {}
    for a, b in permutations(view.measures, 2):
        one, other = view.columns[a], view.columns[b]
        key = frozenset((a, b))
        if key in found or (one.kind, one.unit, one.scale) != (other.kind, other.unit, other.scale) or one.year:
            continue
        if pair := _bond(view, a, b):
            found[key] = pair
    return tuple(found.values())


def _bond(view: View, a: str, b: str) -> Twins | None:
    one, other = view.columns[a], view.columns[b]
    first, second = ({stem(w) for w in (*c.words, *c.forms)} for c in (one, other))
    for left, right, cues in OPPOSITES:
        if first & left and second & right and not (first & right and second & left):
            return Twins(a, b, "opposed", cues)
    mine, yours = ([w for w in stems_of(c) if not w.isdigit()] for c in (a, b))
    if mine == yours and any(c.isdigit() for c in a + b):
        return Twins(a, b, "dated")
    shared = {*one.forms} & {*other.forms}
    sides = ({*one.forms} ^ {*other.forms}) & SIDES
    if shared and (sides or one.words[-1:] == other.words[-1:]):
        return Twins(a, b, "alike")
    if one.kind == "money":
        return Twins(a, b, "loose")
    return Twins(a, b, "named") if max(len(stems_of(c)) for c in (a, b)) <= NAME else None


RECEIPTS = OPPOSITES[0][0] | {
    stem(w) for w in "dues donations donated grants fees tax taxes subsidies subscriptions sales tickets rents".split()
}
WHOLE_RECEIPTS = frozenset(stem(w) for w in "income revenue receipts".split())
SPENDING = frozenset(stem(w) for w in "expenditure spending spent outlay".split())
STOCKS = frozenset(stem(w) for w in "debt assets reserves balance price salary wage fund capital profit result".split())
"""What is no flow of money in or out, by which no sources can be told apart from the rest."""
DEFICIT, SURPLUS = frozenset(stem(w) for w in "deficit shortfall".split()), frozenset({stem("surplus")})
OVER = DEFICIT | SURPLUS | {stem(w) for w in "gap loss hole balance".split()}
MOST_SOURCES, SERIES = 5, 0.7


@remembered
def sources(view: View) -> tuple[tuple[str, ...], str] | None:
    """Give the columns of what came in from several sources, none of them the whole, and the one of spending."""
    stems = {c: {*stems_of(c)} for c in view.measures}
    spent = [c for c in view.measures if stems[c] & SPENDING]
    if len(spent) != 1:
        return None
    own = view.columns[spent[0]]
    alike = [c for c in view.measures if c != spent[0] and view.columns[c].year == own.year]
    alike = [c for c in alike if (view.columns[c].unit, view.columns[c].scale) == (own.unit, own.scale)]
    came = [c for c in alike if own.unit or stems[c] & (stems[spent[0]] - SPENDING)]  # "fees_crowns"
    known_ones = any(stems[c] & RECEIPTS for c in came)
    clear = not any(stems[c] & (WHOLE_RECEIPTS | STOCKS) for c in came)
    return (tuple(came), spent[0]) if known_ones and clear and len(came) <= MOST_SOURCES else None


def _balance(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield what was spent beyond all that came in, or was left of it: "a deficit of 1.5 million"."""
    value, found = desk.value, sources(view)
    assert value is not None
    said = OVER & (desk.context.clause_stems | {stem(w) for w in desk.context.before[:4]})
    if found is None or not said or value.kind == "percent" or led_by(desk.context)[:1] == ["by"]:
        return
    (first, *more), spent = found
    meaning = view.columns[spent]
    kind = gap_fit(desk, meaning)[1]
    way = -1 if said & DEFICIT and not said & SURPLUS else 1 if said & SURPLUS and not said & DEFICIT else 0
    for selection, _ in rows_of(desk, view).values() if kind >= 0.3 else ():
        if known(view, spent, selection.where) is None:
            continue
        came = Query(operation="value", table=view.name, column=first, where=selection.where, more=tuple(more))
        subject = max(tie(selection), SERIES if view.series else 0.0)
        yield Reading(
            family="margin",
            query=Query(operation="difference", table=view.name, left=came, right=cell(view, spent, selection.where)),
            parts=(("subject", subject), ("words", 0.9), ("kind", kind), ("time", selection.time)), size=True, way=way,
            said=f"{' + '.join((first, *more))} less {spent} of {view.label(select(view, selection.where)[0])}",
            unit=unit_of(desk, meaning.unit), scale=meaning.scale, refutes=bool(way) and selection.time >= DATED,
        )  # fmt: skip
