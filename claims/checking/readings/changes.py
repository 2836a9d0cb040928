"""Changes over time: what a measure rose or fell by, in its unit, in percent or in points, and how many times over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.checking.agreement import figured
from claims.checking.manner import MOVES
from claims.checking.query import Query, same, select
from claims.checking.readings.axes import MOST_TOLD, dated_by, histories, over_days, pairs, stretches, time_column
from claims.checking.readings.direction import DROPS, GAINS, direction
from claims.checking.readings.fits import fit
from claims.checking.readings.graded import others_meant
from claims.checking.readings.indicators import generic, named_rows, narrowed
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import (
    agrees,
    alike,
    everybody,
    refers_back,
    repeated,
    telling,
    tie,
    weight,
    whole,
)
from claims.checking.readings.things import number_of_all, size_of
from claims.checking.scoring import TOLD, Reading
from claims.checking.selection import Selection
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.context import Context
    from claims.checking.desk import Desk
    from claims.checking.readings.axes import History, Pair
    from claims.checking.tables import View
    from claims.references import Column
    from claims.types import Value

OTHER_KINDS = frozenset({"date", "period", "age", "excluded", "ordinal", "score"})
ALONE, TELLING = 0.45, 0.7
STATED, OUTRIGHT = 0.95, 0.92
"""A base that is stated; how surely a figure just told, held against it, says whose it is and of what measure."""
MEANT = 0.7  # how well a change is told that is as many points as the article says percent
POSITIONS = frozenset("ahead behind".split())
DIRECTIONS = frozenset("up down over under short more above below fewer less higher lower".split())
BEFORE_IT = GAINS | DROPS | frozenset("loss improvement swing move margin boost spike collapse raise advance".split())
CHANGED = MOVES | frozenset(
    stem(w) for w in "growth loss crash plunge plummet tumble trim axe slash dip ease swell widen narrow double treble "
    "triple quadruple halve shed sink plus minus reduction hire recruit".split()
)  # fmt: skip
PUT_ON = frozenset({("take", "on"), ("put", "on"), ("bring", "down"), ("go", "up"), ("go", "down"), ("come", "down")})
GONE, AWAY_TO = frozenset({"go"}), frozenset("to into towards on through".split())
GOING = GONE | frozenset("disappear vanish evaporate shut close melt".split())
"""What is no longer there afterwards; "has gone to", "goes on" say no such thing."""
HEDGES = frozenset(
    "about nearly almost around roughly some just over well more less than at least most approximately only as much "
    "many a an mere modest further another".split()
)


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what a number may be the change of."""
    value = desk.value
    if value is None or value.kind in OTHER_KINDS or in_a_row(desk.context):
        return
    part_of = value.kind == "ratio" and not multiple(value) and bool({"of", "the"} & around(desk.context))
    if not (moved(desk) or hinted(desk) or part_of or multiplied(desk)):
        return
    if POSITIONS & around(desk.context) or of_anothers_size(desk):
        return
    whole = number_of_all(desk)
    for view in [v for v in desk.views if whole != size_of(v)]:  # so many of its things are no change
        for selection, column, words in _measures(desk, view):
            for history in _histories(desk, view, column, selection):
                for pair in pairs(desk, history, view.columns[column]):
                    if not dated_by(view) or (words >= SUITED and _told_of_days(desk, pair)):
                        yield from _change(desk, Change(view, column, selection, words, history, pair))


def _told_of_days(desk: Desk, pair: Pair) -> bool:
    """Say whether two days are meant: both by words, or one by a figure; a part is of another day that is said."""
    value = desk.value
    share = value is not None and value.kind == "ratio" and not multiple(value)
    return pair.sure >= SAID_SO or (pair.told > 0 and not share)


def _histories(desk: Desk, view: View, column: str, selection: Selection) -> Iterator[History]:
    """Yield the figures of a measure over stretches of time, over days, over the part of a year that is spoken of."""
    yield from histories(view, column, selection)
    yield from over_days(view, column, selection.where)
    if stretched := stretches(desk, view, column, selection):
        yield stretched


def of_anothers_size(desk: Desk) -> bool:
    """Say whether a part is one of the size of another thing: "half her size", "a third the size of Elm"."""
    words = [*(t.lower_ for t in desk.context.tokens), *takewhile(str.isalnum, desk.context.after[:4])]
    return desk.value is not None and desk.value.kind == "ratio" and "size" in words and not {"its", "it"} & {*words}


def around(context: Context) -> set[str]:
    """Give the words of the value and the two behind it."""
    return {*context.after[:2], *(t.lower_ for t in context.tokens)}


def multiple(value: Value) -> bool:
    """Say whether a ratio is more than one: "six times"."""
    return isinstance(value.amount, tuple) and value.amount[0] > value.amount[1]


def multiplied(desk: Desk) -> bool:
    """Say whether a verb is the number: what "has halved", or "was doubled", is one thing at two times."""
    value, head = desk.value, desk.context.head
    return value is not None and value.kind == "ratio" and head.pos_ == "VERB" and head.tag_ in ("VBD", "VBN", "VBP")


def moved(desk: Desk) -> bool:
    """Say whether the words around a number speak of a change or a gap."""
    context, value = desk.context, desk.value
    if value is None:
        return False
    before = led_by(context)
    if context.compares or context.changes or before[:1] == ["by"]:
        return True
    if before[:1] == ["of"] and BEFORE_IT & {*before[1:3]}:
        return True
    bound = "than" in context.before[: len(context.before) - len(before)]
    if not bound and DIRECTIONS & {*before[:1]}:
        return True
    if (
        {"up", "down"} & {*context.after[:1]}
        or "new" in around(context)
        or _degree_behind(context)
        or _changed(context)
    ):
        return True
    if value.kind in ("percent", "ratio") and (CHANGED & context.clause_stems or DIRECTIONS & around(context)):
        return True
    if value.kind == "ratio" and (multiple(value) or "again" in context.after[:3]):  # "half as much again"
        return True
    return _taken_on(context) or summed_up(context)


def hinted(desk: Desk) -> bool:
    """Say whether a part or a percentage may be a change by its sentence ("rose by 6,872, or 0.6 percent")."""
    context, value = desk.context, desk.value
    if value is None or not (value.kind in ("percent", "ratio") or part(value)):
        return False
    spoken = any(t.pos_ == "VERB" for t in context.line)
    stems = context.clause_stems if spoken else context.sentence_stems
    return bool(CHANGED & stems or DIRECTIONS & {*context.after[:3]}) or gone(context)


def gone(context: Context) -> bool:
    """Say whether what the number is a part of has gone: "a third of the trade has gone", "a quarter disappeared"."""
    verb = next((t for t in context.line if t.pos_ == "VERB" and t.idx > context.statement.start), None)
    if verb is None or verb.lemma_.lower() not in GOING:
        return False
    left = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.lemma_.lower() not in GONE)
    return left and not any(c.dep_ in ("obj", "obl", "advmod") and c.lower_ in AWAY_TO for c in verb.subtree)


def gap_fit(desk: Desk, meaning: Column) -> tuple[bool, float]:
    """Say whether a gap is in percent of the lesser, and how well the value suits one of a column."""
    value, points = desk.value, in_points(desk)
    assert value is not None
    if value.kind == "ratio" or (value.kind == "percent" and not (points or meaning.kind == "percent")):
        return True, 0.8
    return False, 1.0 if points and meaning.kind == "percent" else fit(value, meaning)


def led_by(context: Context) -> list[str]:
    """Give the words before the value, the nearest first, past those that hedge it: "by" of "by nearly 15"."""
    before = list(context.before)
    while before and before[0] in HEDGES:
        before.pop(0)
    return before


def _degree_behind(context: Context) -> bool:
    """Say whether a comparative follows, past a unit: "$54 fatter", "4.9 degrees warmer than in April"."""
    at = context.tokens[-1].i + 1 if context.tokens else 0
    following = context.document.listed[at : at + 2]
    than = "than" in context.after[1:4]
    return any(
        t.text[:1].islower() and (t.tag_ in ("JJR", "RBR") or (than and t.text.endswith("er"))) for t in following
    )


def _changed(context: Context) -> bool:
    """Say whether the value is what a verb of change did away with or added: "shed 1,800 inmates"."""
    verb = context.verb
    return verb is not None and stem(verb.text) in CHANGED and led_by(context)[:1] == [verb.lower_]


def summed_up(context: Context) -> bool:
    """Say whether the number sums up what was said before: "That's nine points"."""
    before = led_by(context)
    return before[:1] in (["is"], ["'s"], ["was"]) and before[1:2] in (["that"], ["this"], ["which"])


def _taken_on(context: Context) -> bool:
    """Say whether the verb over the number says with its particle that it is a change: "took on 540 people"."""
    verb = context.verb
    if verb is None:
        return False
    particles = {c.lower_ for c in verb.children} | {*context.before[:1], *context.after[:2]}
    return any((verb.lemma_.lower(), p) in PUT_ON for p in particles)


@dataclass(frozen=True, slots=True)
class Change:
    """A measure of something at two times."""

    view: View
    column: str
    selection: Selection
    words: float
    history: History
    pair: Pair

    @property
    def subject(self) -> float:
        """Say how tied the thing is to the statement: a telling figure close by may say whose change it is."""
        return max(tie(self.selection), self.pair.told if self.pair.told > TELLING else 0.0)

    @property
    def said(self) -> str:
        """Name what changed."""
        meaning = self.view.columns[self.column]
        measure = " ".join(meaning.words) if meaning.year else self.column
        return f"{measure} of {self.selection.who or 'all'}"


def _measures(desk: Desk, view: View) -> Iterator[tuple[Selection, str, float]]:
    """Yield whose measures may have changed; a telling figure may be looked for in measures that nothing names."""
    wide = any(view.columns[c].year is not None for c in view.measures)
    order = time_column(view) or dated_by(view)
    if not wide and not order:
        return
    everything = Selection(subject=whole(desk, view))
    named = [s for s in desk.named(view) if s.filled and order not in dict(s.filled)][:4]
    named += [s for s in _just_told(desk, view) if s.filled not in [n.filled for n in named]]
    yield from _of_rows(desk, view, [*named, everything])
    for selection in [*named, everything]:
        done: set[str] = set()
        for column in view.measures:
            if column in done or (multiplied(desk) and others_meant(desk, view, column)):
                continue
            done.update(alike(view, column))
            words = max(weight(desk, view, column), ALONE if alone(view, column) and selection.filled else 0.0)
            words = words if words >= ALONE else max(words, _level(desk, view, column, selection))
            if words >= 0.25 or (telling(desk) >= 3 and selection.subject >= 0.5):
                yield selection, column, words


def _just_told(desk: Desk, view: View) -> list[Selection]:
    """Give what comes back in a table of days and has the row of a figure just told: the race that was won in 1:57."""
    discourse = desk.context.discourse
    start = desk.context.sentence_before[0] if refers_back(desk) else desk.context.sentence[0]
    near = (s.start for s in discourse.values_in((start, desk.statement.start)) if s.start in discourse.settled)
    told = [last for at in near if (last := discourse.settled[at]).table == view.name and last.sure >= SETTLED]
    rows = [select(view, last.query.where) for last in told[-1:]] if dated_by(view) else []
    row = next((found[0] for found in rows if len(found) == 1), None)
    held = [(c, v) for c in view.names if row is not None and isinstance(v := view.cells(c)[row], str)]
    back = [(c, v) for c, v in held if 1 < len(view.rows(c, v)) < view.size]
    return [Selection((same(view, c, v),), ((c, v),), told[-1].sure) for c, v in back[:2]]


SAID_SO, SUITED = 0.9, 0.6
"""How surely two days are meant that no figure tells, and how well a measure is said then."""
SETTLED = 0.6  # how surely a figure is found whose thing another is of


def _of_rows(desk: Desk, view: View, selections: list[Selection]) -> Iterator[tuple[Selection, str, float]]:
    """Yield what rows measure that the clause names by their text: "its elephants numbered 642, 174 fewer"."""
    for column, text, words in named_rows(desk, view) if generic(view) else ():
        for selection in [s for s in selections if not s.value_of(column)]:
            rows = narrowed(selection, column, text)
            subject = selection.subject if selection.filled else max(selection.subject, words)
            yield from (
                (replace(rows, subject=subject, filled=(*selection.filled, (column, text))), measure, words)
                for measure in generic(view)
            )


def _level(desk: Desk, view: View, column: str, selection: Selection) -> float:
    """Say how telling a figure close by is that is the measure's at some time: "126m trips, 5.8 per cent up"."""
    history = next(_histories(desk, view, column, selection), {})
    past = sorted(history, reverse=True)[:MOST_TOLD]
    return max((repeated(desk, history[p], view.columns[column], own=True) for p in past), default=0.0)


def alone(view: View, column: str) -> bool:
    """Say whether a table of times holds one measure only, so that a thing that fell, fell in that."""
    return len(alike(view, column) or [column]) == len(view.measures)


def _change(desk: Desk, change: Change) -> Iterator[Reading]:
    value, view = desk.value, change.view
    assert value is not None
    meaning = view.columns[change.column]
    now, base, time = change.pair.now, change.pair.base, change.pair.sure
    left, right = change.history[now], change.history[base]
    told = change.pair.told > TELLING
    sure = OUTRIGHT if told and time >= STATED and value.kind != "ratio" else 0.0
    parts = (("subject", max(sure, change.subject)), ("words", max(sure, change.words)), ("time", time))
    flags = TOLD if told and time >= TELLING else ()
    when = f"from {base.label} to {now.label}"
    points, way = in_points(desk), direction(desk, view, change.column)
    if value.kind == "ratio" and multiple(value):
        found = Reading(
            family="ratio", query=Query(operation="ratio", table=view.name, left=left, right=right),
            parts=(*parts[:2], ("time", max(0.0, time - 0.1))),
            said=f"{change.said} in {now.label} over {base.label}", form="ratio", refutes=multiplied(desk),
        )  # fmt: skip
    elif value.kind == "ratio" and not (moved(desk) or hinted(desk)):  # hinted: "a third has gone"
        found = Reading(
            family="ratio", query=Query(operation="share", table=view.name, left=left, right=right), parts=parts,
            said=f"{change.said} in {now.label} as a part of {base.label}", unit="%",
            form="percent as ratio", refutes=multiplied(desk),
        )  # fmt: skip
    elif (value.kind in ("percent", "ratio") or part(value)) and not points:
        found = Reading(
            family="percent change",
            query=Query(operation="percent change", table=view.name, left=left, right=right),
            parts=parts, unit="%", size=True, way=way, said=f"change of {change.said} {when} in percent",
            form="number" if value.kind == "percent" else "percent as ratio",
            refutes=bool(change.selection.filled or flags) or view.series or everybody(desk, view), flags=flags,
        )  # fmt: skip
        yield from _misnamed(desk, change, found)
    else:
        kind = 1.0 if points and meaning.kind == "percent" else fit(value, meaning)
        if kind < 0.3:
            return
        found = Reading(
            family="difference", query=Query(operation="difference", table=view.name, left=left, right=right),
            parts=(*parts, ("kind", kind)), unit=unit_of(desk, meaning.unit), scale=meaning.scale, size=True, way=way,
            said=f"change of {change.said} {when}", flags=flags,
        )  # fmt: skip
    if change.words >= 0.25 or change.pair.told or agrees(desk, found):
        yield found


def _misnamed(desk: Desk, change: Change, percent: Reading) -> Iterator[Reading]:
    """Yield that a change is in points where the article says percent: from 40 to 42 percent is 5 percent, not 2."""
    value, meaning, query = desk.value, change.view.columns[change.column], percent.query
    if value is None or value.kind != "percent" or meaning.kind != "percent" or agrees(desk, percent):
        return
    points = replace(percent, query=replace(query, operation="difference"), unit="")
    if agrees(desk, points):
        rule = f"in percent, not in points: the change is {value.text} points"
        meant = telling(desk) > 1 and min(change.subject, change.words, change.pair.sure) >= MEANT
        parts = tuple((name, max(sure, OUTRIGHT) if meant else sure) for name, sure in percent.parts)
        yield replace(
            percent, family="points", form="check", asserted=figured(value, "%", None, rule), refutes=True,
            parts=parts, flags=TOLD if meant else percent.flags,
        )  # fmt: skip


FINE = ("tenths", "hundredth", "hundredths", "thousandth", "thousandths")
"""Parts of the unit that something is measured in, and no shares."""


def part(value: Value) -> bool:
    """Say whether a number is written as a fraction: "one-third"."""
    return (
        value.kind == "number"
        and isinstance(value.amount, Decimal)
        and 0 < value.amount < 1
        and not value.text[:1].isdigit()
        and not value.text.endswith(FINE)
    )


def in_points(desk: Desk) -> bool:
    """Say whether the number counts points, of percent or of a score."""
    value, context = desk.value, desk.context
    if value is None:
        return False
    words = {*context.after[:3], *value.unit.split(), *value.text.lower().split()}
    return bool(words & {"point", "points"})


def unit_of(desk: Desk, unit: str) -> str:
    """Give the unit to compare in: points of percent are percent."""
    return "" if unit == "%" and in_points(desk) else unit
