"""The level that a change is told with: "51,230 passengers, 17 percent more than in 2022", "rose by four to 146"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.anchor import FIGURES
from claims.checking.circumstances import FINITE
from claims.checking.readings.direction import DOWN, DROPS, GAINS, PLACED, UP
from claims.checking.readings.things import size_of
from claims.checking.remembered import remembered
from claims.checking.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.checking.context import Context
    from claims.checking.desk import Desk
    from claims.types import Span, Statement

REACH = 40  # characters beside a figure that may tell that it is a change
HEDGE = r"(?:(?:about|nearly|almost|around|roughly|some|just|over|under|only|an?|the|mere|modest|by|or|of) )*"
LEADING = re.compile(rf"(?:[,(—–-]|\bor) ?(?:(?:or|and|itself|which (?:is|was)) )*{HEDGE}$")
"""What stands between a level, with its noun and time, and the change told of it."""
MOVED = re.compile(rf"\b(?:up|down|plus|minus|(?:{'|'.join(sorted(GAINS | DROPS))})) {HEDGE}$")
WAYS = UP | DOWN | GAINS | DROPS | PLACED | {"above", "below"}
BEHIND = re.compile(rf"[ -]?(?:\w+ ){{0,2}}(?:{'|'.join(sorted(WAYS))})\b")
BOUND = re.compile(r"(?:more|less|fewer|rather more) than $")
RELATIVE = re.compile(r", (?:which|who|where|whose) [^,;]*$")
ONWARD = re.compile(r" ?(?:[\w-]+,? ){0,2}(?:to|at|from) (?:(?:just|about|some|a|only|a record|the) )*\W?$")
"""What stands between a change and the level that it led to: "by 14 percent to 58,400"."""


@remembered
def levels(desk: Desk) -> tuple[Statement, ...]:
    """Give the figures of the sentence that a change hangs on, if any: its measure is that of no other one close by."""
    context, start, end = desk.context, desk.statement.start, desk.statement.end
    if desk.value is None or desk.value.kind not in {*FIGURES, "ratio"}:
        return ()
    figures = [s for s in context.discourse.values_in(context.sentence) if s.start != start and _level(context, s)]
    figures = [s for s in figures if not _number_of_things(desk, s)]
    following = next((s for s in figures if s.start >= end), None)
    moves = context.compares or context.changes or desk.value.kind == "percent"
    led_to = following is not None and moves and context.before[:1] != ["from"]
    if following is not None and led_to and ONWARD.fullmatch(context.text[end : following.start].lower()):
        return (following,)
    before = [s for s in figures if s.end <= start]
    return _hung_on(context, before) if before and _moved(context, (start, end)) else ()


def _number_of_things(desk: Desk, figure: Statement) -> bool:
    """Say whether a figure is how many things a table tells of, and no level of theirs: "the ten large bridges"."""
    value = figure.value
    if value is None or value.kind not in COUNTED or not value.unit:
        return False
    noun = stem(value.unit.split(" ")[-1])
    named = (v for v in desk.views if v.entity and noun in map(stem, (*v.columns[v.entity].words, *v.name.split("_"))))
    return any(value.amount == size_of(view) for view in named)


COUNTED = frozenset({"count", "number"})


def told_before(context: Context) -> Statement | None:
    """Give the figure of the sentence right before a statement that hangs on it, with no verb between them."""
    start = context.statement.start
    before = [s for s in context.discourse.values_in((context.sentence[0], start)) if s.value and s.end <= start]
    figures = [s for s in before if s.value and s.value.kind in FIGURES - {"duration"}]
    between = BOUND.sub("", context.text[figures[-1].end : start].lower()) if figures else ""
    if not figures or not LEADING.search(between):
        return None
    return None if _parted(context, figures[-1].end) else figures[-1]


def _level(context: Context, figure: Statement) -> bool:
    """Say whether a figure may be a level: a number of something, and no change itself."""
    value = figure.value
    if value is None or value.kind not in FIGURES or not isinstance(value.amount, Decimal):
        return False
    return not _moved(context, (figure.start, figure.end))


def _moved(context: Context, span: Span) -> bool:
    """Say whether the words beside a figure make it a change: "up 14 percent", "17 percent more"."""
    text, (start, end) = context.text, span
    own, before, behind = (text[a:b].lower() for a, b in (span, (max(0, start - REACH), start), (end, end + REACH)))
    return bool(MOVED.search(before) or BEHIND.match(behind) or WAYS & {*own.split()})


def _hung_on(context: Context, before: list[Statement]) -> tuple[Statement, ...]:
    """Give the figure that a change hangs on, and those that may be meant with it.

    Told in its unit: "76 percent in May, but 72 in June"; told by the way: "a million trips across the 12 lines".
    """
    last, start = before[-1], context.statement.start
    if not LEADING.search(MOVED.sub("", context.text[last.end : start].lower())) or _parted(context, last.end):
        return ()
    unit = (last.value.kind, last.value.unit) if last.value and last.value.unit else None
    found = [s for s in before if s is last or (s.value and unit == (s.value.kind, s.value.unit))]
    if len(before) > 1 and _by_the_way(context, before[-2], last):
        found.append(before[-2])
    return tuple(found)


def _by_the_way(context: Context, earlier: Statement, figure: Statement) -> bool:
    """Say whether a figure is told by the way, so that the one before may be meant: "a hall, which can take 14,000"."""
    if RELATIVE.search(context.text[earlier.end : figure.start]):
        return True
    return _governed(context, figure) and not _parted(context, earlier.end)


def _governed(context: Context, figure: Statement) -> bool:
    """Say whether a preposition leads to a figure, so that it is told by the way: "trips across the 12 lines"."""
    first = context.document.line(figure.start, figure.end)[0].i
    nearest, further = (context.document.doc[max(0, first - n)].pos_ for n in (1, 2))
    return nearest == "ADP" or (nearest in ("DET", "PRON", "ADJ") and further == "ADP")


def _parted(context: Context, end: int) -> bool:
    """Say whether a verb or a new sentence stands between a figure and the statement."""
    between = context.document.line(end, context.statement.start)
    return any(
        (t.tag_ in FINITE and not _equated(t)) or t.text in ";:" or t.lower_ in ("while", "but") for t in between
    )


def _equated(verb: Token) -> bool:
    """Say whether a verb only says that the figure before is as much as what follows: "146, which is four more"."""
    return verb.lower_ in ("is", "was") and verb.i > 0 and verb.nbor(-1).lower_ in ("which", "that")
