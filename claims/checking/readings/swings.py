"""The changes from each time to the next: "never lost more than five percent in a year", "in no year lost more"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.checking.agreement import agreement, amount_in
from claims.checking.checks import Check
from claims.checking.circumstances import none_said
from claims.checking.query import Query, compute
from claims.checking.readings.axes import time_column
from claims.checking.readings.ceilings import FAMILY
from claims.checking.readings.changes import OTHER_KINDS
from claims.checking.readings.degrees import degree_in
from claims.checking.readings.direction import DROPS, FALLING, GAINS, RISING
from claims.checking.readings.fits import fit
from claims.checking.readings.measures import tie
from claims.checking.readings.runs import told_over_time
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.readings.axes import History, Point
    from claims.checking.selection import Selection
    from claims.checking.tables import Cell, View

ANY_TIME = re.compile(
    r"\b(?:in|within) (?:any|a|one|no)(?: single| one| given)? (?:year|season|quarter|month)\b"
    r"|\byear[- ](?:on|over)[- ]year\b|\bfrom (?:one )?(?:year|season|quarter|month) to (?:the next|another|\w+)\b",
    re.IGNORECASE,
)
"""Words that speak of what happened from any time to the next."""
SOMEBODY = frozenset({"nobody", "none", "neither", "anyone", "anybody"})
UNKNOWN = re.compile(r"\b(?:in|during|since) (?:my|his|her|our|their) |\bunder (?!\d)", re.IGNORECASE)
"""Words for a time that no table bounds: "in my time", "under her"."""
FALLS, RISES = FALLING | {stem(w) for w in DROPS | {"loss"}}, RISING | frozenset(map(stem, GAINS))
CLOSE, MOST_NAMED, FEWEST, SURE = Decimal("0.8"), 2, 2, 0.85


@dataclass(frozen=True, slots=True)
class Swings:
    """How a measure of something moved from each time to the next, and which way is spoken of."""

    view: View
    column: str
    who: Selection
    words: float
    history: History
    points: list[Point]
    sign: int

    def query(self, operation: str, *, percent: bool) -> Query:
        """Ask for the largest or smallest of the changes, or for its time."""
        change = "percent change" if percent else "difference"
        each = tuple(
            (now.label, Query(operation=change, table=self.view.name, left=self.history[now], right=self.history[base]))
            for base, now in pairwise(self.points)
        )
        end = "max" if self.sign > 0 else "min"
        return Query(operation=f"each {operation}{end}", table=self.view.name, column=self.column, each=each)

    @property
    def said(self) -> str:
        """Put in words what is asked."""
        way = "rise" if self.sign > 0 else "fall"
        return (
            f"largest {way} of {self.column} of {self.who.who or self.view.name} from one time to the next "
            f"between {self.points[0].label} and {self.points[-1].label}"
        )


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the largest change from one time to the next, or when it was, where the sentence speaks of any year."""
    value, line = desk.value, desk.context.spoken
    if value is None or not _of_any_time(desk) or SOMEBODY & {*line} or not (sign := _swung(desk)):
        return
    for swings in _told(desk, sign):
        if value.kind in ("date", "period"):
            if none_said(desk) and "than" in desk.context.before[:3]:
                yield from _times(desk, swings)
        elif value.kind not in OTHER_KINDS and isinstance(value.amount, Decimal):
            if never_passed(desk):
                yield from _never(desk, swings)
            elif (degree := degree_in(line)) and not degree.compares:
                yield from _most(desk, swings)


@remembered
def never_passed(desk: Desk) -> bool:
    """Say whether a value is what no change has passed, and so neither a change itself nor a level."""
    bound = desk.value is not None and desk.value.comparator == "gt" and none_said(desk)
    return bound and _of_any_time(desk) and bool(_swung(desk))


def _of_any_time(desk: Desk) -> bool:
    return ANY_TIME.search(desk.context.text[slice(*desk.context.sentence)]) is not None


def _swung(desk: Desk) -> int:
    """Say whether the verb, or else the clause, speaks of rises or of falls, 0 where of neither or both."""
    verb = desk.context.verb
    clause = {stem(t.text) for t in desk.context.line if t.pos_ != "PROPN"}
    found = [bool(RISES & said) - bool(FALLS & said) for said in ({stem(verb.text)} if verb else set(), clause)]
    return found[0] or found[1]


def _told(desk: Desk, sign: int) -> Iterator[Swings]:
    """Yield the measures that may be meant, of what is named, at the times that are over and that are spoken of."""
    since = [w.period for w in desk.context.times if w.role == "since" and w.weight >= SURE]
    for view in desk.views:
        order = time_column(view)
        named = [s for s in desk.named(view) if s.filled and order not in dict(s.filled)][:MOST_NAMED]
        for who in named:
            for column, words, history in told_over_time(desk, view, who):
                past = sorted(p for p in history if not desk.context.published or p.start <= desk.context.published)
                points = [p for p in past if all(p.end >= first for first, _ in since)]
                if len(points) > FEWEST and all(history[p].operation == "value" for p in points):
                    yield Swings(view, column, who, words, history, points, sign)


def _never(desk: Desk, swings: Swings) -> Iterator[Reading]:
    """Yield the largest change where it is said never to have passed the value; it has to come near."""
    value, percent, kind = desk.value, *_measured(desk, swings)
    known = not UNKNOWN.search(desk.context.text[slice(*desk.context.sentence)])
    assert value is not None
    if kind < 0.5:
        return
    meaning = swings.view.columns[swings.column]
    scale = Decimal(1) if percent else meaning.scale
    amount = amount_in(value, "%" if percent else meaning.unit, Decimal(1))

    def test(found: Cell) -> bool | None:
        size = swings.sign * found * scale if isinstance(found, Decimal) else None
        if size is None or amount is None or size < amount * CLOSE:
            return None
        return size <= amount

    yield Reading(
        family=FAMILY, query=swings.query("", percent=percent),
        parts=(("subject", tie(swings.who)), ("words", swings.words), ("kind", kind), ("time", SURE)),
        said=swings.said, form="check", asserted=Check("never beyond it, and near it", test),
        refutes=known and swings.words >= 0.6,
    )  # fmt: skip


def _measured(desk: Desk, swings: Swings) -> tuple[bool, float]:
    """Say whether the value is a change in percent, and how well it suits one of the measure."""
    value, meaning = desk.value, swings.view.columns[swings.column]
    assert value is not None
    if value.kind == "percent" and meaning.kind != "percent":
        return True, 0.9
    return False, fit(value, meaning)


def _most(desk: Desk, swings: Swings) -> Iterator[Reading]:
    """Yield the largest change where the value is said to be it: only one that agrees is surely meant."""
    percent, kind = _measured(desk, swings)
    meaning = swings.view.columns[swings.column]
    reading = Reading(
        family="most", query=swings.query("", percent=percent),
        parts=(("subject", tie(swings.who)), ("words", swings.words), ("kind", kind), ("time", SURE)),
        said=swings.said, unit="%" if percent else meaning.unit, scale=None if percent else meaning.scale,
        size=True, refutes=False,
    )  # fmt: skip
    if kind >= 0.5 and agreement(reading, compute(reading.query, desk.tables).value, desk.value)[0] == "agrees":
        yield reading


def _times(desk: Desk, swings: Swings) -> Iterator[Reading]:
    """Yield when the change was largest, by its amount and in percent: "in no year did it lose more than in 2021"."""
    stated = desk.value.iso if desk.value else ""
    queries = [swings.query("arg", percent=percent) for percent in (False, True)]
    answers = {compute(query, desk.tables).value for query in queries}
    for query in queries if len(answers) == 1 else [q for q in queries if compute(q, desk.tables).value == stated]:
        yield Reading(
            family="best year", query=query,
            parts=(("subject", tie(swings.who)), ("words", swings.words)), said="time of the " + swings.said,
            form="check", asserted=Check("it is of that time", lambda found: found == stated),
            refutes=len(answers) == 1 and swings.words >= 0.6,
        )  # fmt: skip
