"""Ratios and shares: one thing against another, a part of a total, one column in another, so many for each."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import permutations
from typing import TYPE_CHECKING

from claims.checking.query import Filter, Query, compute, select
from claims.checking.readings import rates
from claims.checking.readings.axes import time_column
from claims.checking.readings.changes import (
    ALONE,
    OTHER_KINDS,
    alone,
    gone,
    led_by,
    moved,
    multiple,
    multiplied,
    of_anothers_size,
)
from claims.checking.readings.limits import bearers
from claims.checking.readings.lookups import POLLS, in_a_row
from claims.checking.readings.measures import agrees, one_or_sum, single, telling, tie, weight
from claims.checking.readings.scopes import everything
from claims.checking.readings.sums import called_for, summable
from claims.checking.readings.things import but_totals
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import Selection
from claims.checking.totals import groups
from claims.checking.words import kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import Cell, View
    from claims.references import Column

VOTED = frozenset(stem(w) for w in "turnout vote poll ballot".split())
ROLL = frozenset(stem(w) for w in "registered electorate eligible electors enrolled roll register".split())
BEING = frozenset("is are was were be been being at represents represented constitutes constituted".split())
MAKING = frozenset("make makes made making".split())
AGAINST = frozenset("against from with versus".split())
SAID = 0.6
UNSAID = 0.4  # no word leads to it but the figure
OTHER, MOST_YEARS, BEFORE, LARGEST = 0.36, 12, 160, 500
WHOLE, MOST_GROUPS, DIGITS, TIED = 100, 4, 2, 0.7
LACKING = frozenset(stem(w) for w in "empty vacant unfilled unused spare missing without unsold idle free".split())


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what a number may be the ratio or the share of."""
    value = desk.value
    if value is None or value.kind in OTHER_KINDS or in_a_row(desk.context) or POLLS & desk.context.clause_stems:
        return
    if multiplied(desk) or gone(desk.context):
        return
    for view in desk.views:
        if value.kind == "ratio" and multiple(value):
            yield from _columns(desk, view)
        elif of_parts(desk) and not of_anothers_size(desk):
            yield from _shares(desk, view)
            yield from _of_both(desk, view)
            yield from _columns(desk, view)
    if value.kind in ("ratio", "percent", "number") and not multiple(value):
        yield from _across(desk)
        yield from (r for view in desk.views for r in _bearing(desk, view))
    if value.kind in ("count", "number", "money", "quantity"):
        yield from rates.readings(desk)


def of_parts(desk: Desk) -> bool:
    """Say whether a number may be a part of something: a fraction, a percentage that is no change, one held against it.

    "It made up 7.4 per cent of the budget, against 7.7 in 2019."
    """
    value, context = desk.value, desk.context
    if value is None or value.kind != "number" or value.unit:
        part = value is not None and value.kind == "percent" and (context.after[:1] == ["of"] or _being(desk))
        return value is not None and (value.kind == "ratio" or part or (value.kind == "percent" and not moved(desk)))
    before = context.discourse.values_in((context.sentence[0], context.statement.start))
    parts = [o for o in before if o.value and o.value.kind == "percent"][-1:] if AGAINST & {*context.before[:3]} else []
    return bool(parts) and context.text[parts[0].end :].lstrip().startswith("of ")


def _being(desk: Desk) -> bool:
    """Say whether a percentage is what something is or makes up, whatever it is held against behind it."""
    before = led_by(desk.context)
    return bool(BEING & {*before[:1]}) or (before[:1] == ["up"] and bool(MAKING & {*before[1:2]}))


def form(desk: Desk) -> str:
    """Say how a part is written: as a fraction, or in percent."""
    return "percent as ratio" if desk.value and desk.value.kind == "ratio" else "number"


def _shares(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield a thing's part of the total of its table at the time."""
    for column in view.measures:
        words = max(weight(desk, view, column), ALONE if alone(view, column) and time_column(view) else 0.0)
        if view.columns[column].kind == "percent" or words < 0.25:
            continue
        for selection in [*single(desk, view), *_other_times(desk, view), *_several(desk, view)]:
            time = tuple(f for f in selection.where if f.column not in dict(selection.filled))
            for peers, said in _totals(view, selection, time):
                found = Reading(
                    family="share",
                    query=Query(
                        operation="share", table=view.name, left=one_or_sum(view, column, selection.where),
                        right=Query(operation="sum", table=view.name, column=column, where=peers),
                    ),
                    parts=(
                        ("subject", tie(selection)), ("words", words), ("time", selection.time), ("kind", 0.7),
                    ),
                    said=f"share of {selection.who} in all {column}{said}", unit="%", form=form(desk),
                    refutes="of" in desk.context.after[:2] and selection.time > OTHER,
                )  # fmt: skip
                if selection.time > OTHER or agrees(desk, found):
                    yield found


def _of_both(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield a part of a whole that several columns make: the votes for something, the women among all graduates."""
    for one, others in parts_of(view):
        words = max(weight(desk, view, one), desk.words(view, one))
        for selection in [*single(desk, view, 3), *everything(desk, view)]:
            part = one_or_sum(view, one, selection.where)
            both = replace(part, more=others)
            found = Reading(
                family="share", query=Query(operation="share", table=view.name, left=part, right=both),
                parts=(("subject", tie(selection)), ("words", max(words, UNSAID)), ("time", selection.time)),
                said=f"{one} of {selection.who or 'all'} in all of {' and '.join([one, *others])}", unit="%",
                form=form(desk), refutes=words >= SAID and bool(selection.filled) and "of" in desk.context.after[:2],
            )  # fmt: skip
            if words >= 0.3 or (telling(desk) >= 2 and agrees(desk, found)):
                yield found


@remembered
def parts_of(view: View) -> list[tuple[str, tuple[str, ...]]]:
    """Give each column that is a part of a whole, with the other parts of it that the table has."""
    named = [[c.name for c in parts if c.name in view.columns] for parts, _, _ in groups(view.table)]
    return [(one, tuple(c for c in parts if c != one)) for parts in named if len(parts) > 1 for one in parts]


def _several(desk: Desk, view: View) -> list[Selection]:
    """Give what is named that has several rows: the home matches of a club, two firms together."""
    chosen = [s for s in summable(desk, view) if len(s.filled) == 1]
    return [s for s in chosen if called_for(desk, view, s, total=False)][:MOST_GROUPS]


def _other_times(desk: Desk, view: View) -> Iterator[Selection]:
    """Yield the rows of what is named at the times that the words do not give, for a telling figure to choose from."""
    if telling(desk) < 2 or not view.year:
        return
    for selection in [s for s in desk.named(view) if s.filled and tie(s) >= 0.5][:1]:
        for year in list(view.distinct(view.year))[-MOST_YEARS:]:
            where = (*selection.where, Filter(view.year, "=", year))
            if len(select(view, where)) == 1:
                yield replace(selection, where=where, time=OTHER, when=str(year))


def _totals(view: View, selection: Selection, time: tuple[Filter, ...]) -> Iterator[tuple[tuple[Filter, ...], str]]:
    """Yield what the total may run over: all rows of the time, or those that share a name or a year with the row."""
    rows = select(view, selection.where)
    if len(select(view, time)) > len(rows):
        yield time, ""
    if len(rows) > 1:
        return
    row = rows[0]
    years = [c for c in view.of_role("year") if c != view.year]
    for column in [*years, *(c for c, _ in selection.filled if c != view.entity)]:
        peers = (Filter(column, "=", view.cells(column)[row]),)
        if 1 < len(select(view, (*time, *peers))) < view.size:
            yield (*time, *peers), f" of {peers[0].value}"


def _columns(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield one column over another of the same kind, of a row or of all: what a film earned over what it cost."""
    value = desk.value
    ratio = bool(value and multiple(value))
    over = value is not None and isinstance(value.amount, Decimal) and value.amount > WHOLE  # "110 percent of the plan"
    words = {c: w for c in view.measures if (w := weight(desk, view, c)) >= 0.3}
    pairs = [p for p in permutations(words, 2) if comparable(*(view.columns[c] for c in p))]
    for selection in [*single(desk, view, 3), *desk.series(view)[:3], *everything(desk, view)] if pairs else ():
        for one, other in pairs:
            sides = [compute(one_or_sum(view, c, selection.where), desk.tables).value for c in (one, other)]
            if sensible(*sides, multiples=ratio, most=2 if over else 1):
                yield from _over(
                    desk, (view, one, selection), (view, other, selection), ratio, (words[one], words[other])
                )
    if not ratio and telling(desk) >= DIGITS:
        yield from _of_what_is_unsaid(desk, view, words)


def _of_what_is_unsaid(desk: Desk, view: View, words: dict[str, float]) -> Iterator[Reading]:
    """Yield a column over another of a row where only one of them is said: "kept 8.5 percent of its sales"."""
    said = [c for c, w in words.items() if w >= SAID]
    others = [c for c in view.measures if c not in words]
    pairs = [p for own in said for c in others for p in ((own, c), (c, own))]
    pairs = [p for p in pairs if comparable(*(view.columns[c] for c in p)) and _of_one_year(view, *p)]
    for selection in [s for s in single(desk, view, 2) if tie(s) >= TIED] if pairs else ():
        for one, other in pairs:
            sides = ((view, one, selection), (view, other, selection))
            for reading in _over(desk, *sides, False, (words.get(one, UNSAID), words.get(other, UNSAID))):
                if agrees(desk, reading):
                    yield replace(reading, refutes=False)


def _of_one_year(view: View, one: str, other: str) -> bool:
    return view.columns[one].year == view.columns[other].year


def _over(
    desk: Desk, left: rates.Side, right: rates.Side, ratio: bool, words: tuple[float, float]
) -> Iterator[Reading]:
    (view, one, mine), (other_view, other, theirs) = left, right
    sides = one_or_sum(view, one, mine.where), one_or_sum(other_view, other, theirs.where)
    parts = (
        ("subject", min(tie(mine), tie(theirs) + 0.2)), ("words", sum(words) / 2),
        ("time", min(mine.time, theirs.time)), ("kind", 0.8),
    )  # fmt: skip
    if ratio:
        yield Reading(
            family="ratio", query=Query(operation="ratio", table=view.name, left=sides[0], right=sides[1]), parts=parts,
            said=f"{one} over {other} of {mine.who}", form="ratio", refutes=False,
        )  # fmt: skip
    elif LACKING & desk.context.clause_stems:
        yield Reading(
            family="share", query=Query(operation="percent change", table=view.name, left=sides[0], right=sides[1]),
            parts=parts, said=f"{other} that is left of by {one} of {mine.who}", unit="%", size=True,
            form=form(desk), refutes=False,
        )  # fmt: skip
    else:
        yield Reading(
            family="share", query=Query(operation="share", table=view.name, left=sides[0], right=sides[1]),
            parts=parts, said=f"{one} of {mine.who or 'all'} as a share of {other}", unit="%", form=form(desk),
            refutes=min(words) >= SAID and "of" in desk.context.after[:2],
        )  # fmt: skip


def sensible(one: Cell, other: Cell, *, multiples: bool, most: int = 1) -> bool:
    """Say whether one cell may be a part of the other, or a multiple of it."""
    if not isinstance(one, Decimal) or not isinstance(other, Decimal) or one <= 0 or other <= 0:
        return False
    return 1 < one / other < LARGEST if multiples else Decimal("0.005") < one / other <= most


def comparable(one: Column, other: Column) -> bool:
    """Say whether two columns are of one kind and unit, so that one may be a part or a multiple of the other."""
    return one.kind == other.kind and one.unit == other.unit and one.scale == other.scale and one.kind != "percent"


def _across(desk: Desk) -> Iterator[Reading]:
    """Yield a column of one table over that of another which counts the same: a player's goals in those of the club."""
    sides = [
        (view, column, selection, words)
        for view in desk.views if (counting := _counting(desk, view))
        for selection in single(desk, view, 2) if selection.subject >= 0.4
        for column, words in counting
    ]  # fmt: skip
    for view, one, mine, sure in sides:
        for other_view, other, theirs, also in sides:
            if view is other_view or not _same_thing(desk, view.columns[one], other_view.columns[other]):
                continue
            yield from _over(desk, (view, one, mine), (other_view, other, theirs), False, (sure, also))


def _counting(desk: Desk, view: View) -> list[tuple[str, float]]:
    """Give the columns of plain numbers that the words lead to, each with how well."""
    numbers = (c for c in view.measures if view.columns[c].kind == "number")
    return [(column, words) for column in numbers if (words := weight(desk, view, column)) >= 0.3]


def _same_thing(desk: Desk, one: Column, other: Column) -> bool:
    near = any(kinship(stem(a), stem(b)) >= 0.8 for a in one.words for b in other.words)
    return near or bool(LACKING & desk.context.clause_stems)


def _bearing(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield a column that bears somebody's name over all such columns: her votes in those of all the candidates."""
    columns = bearers(desk, view)
    if not columns or (desk.value and desk.value.kind == "number" and desk.value.unit):
        return
    totals = but_totals(view)
    everywhere = Selection(where=totals, subject=0.6, time=0.9)
    rows = [*[s for s in single(desk, view, 3) if s.filled], everywhere]
    first, *more = columns
    for selection in rows:
        every = Query(operation="sum", table=view.name, column=first, more=tuple(more), where=selection.where)
        for column, name in columns.items():
            tied = desk.tied(name)
            if tied >= 0.3:
                part = Query(operation="sum", table=view.name, column=column, where=selection.where)
                yield _in_all(desk, view, part, every, selection, f"{column} of {selection.who or 'all'} in all votes")
        if VOTED & _spoken_of(desk):
            for roll in [c for c in view.measures if view.called(c, ROLL)]:
                enrolled = Query(operation="sum", table=view.name, column=roll, where=selection.where)
                yield _in_all(
                    desk, view, every, enrolled, selection, f"all votes of {selection.who or 'all'} in {roll}"
                )


def _spoken_of(desk: Desk) -> set[str]:
    """Give the stems of the sentence and of what stands just before it."""
    start, end = desk.context.sentence
    return {stem(word.strip(".,;:")) for word in desk.context.text[max(0, start - BEFORE) : end].split()}


def _in_all(desk: Desk, view: View, part: Query, every: Query, selection: Selection, said: str) -> Reading:
    return Reading(
        family="share", query=Query(operation="share", table=view.name, left=part, right=every),
        parts=(("subject", tie(selection)), ("words", 0.75), ("time", selection.time), ("kind", 0.8)),
        said=said, unit="%", form=form(desk), refutes=False,
    )  # fmt: skip
