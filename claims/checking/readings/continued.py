"""The question of the figure before, asked of another thing or time: "42 percent, against 38 a year earlier"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking.agreement import NAMES, SECONDS, figured
from claims.checking.checks import lasted
from claims.checking.likeness import sizes
from claims.checking.parallel import alike
from claims.checking.query import compute
from claims.checking.readings.changes import HEDGES, moved, multiple
from claims.checking.readings.direction import PLACED, direction
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import WHOLES
from claims.checking.readings.substitutes import (
    YEAR_AFTER,
    YEAR_BEFORE,
    answered,
    in_month,
    in_words,
    of_all,
    of_name,
    years_asked,
    years_later,
)
from claims.checking.scoring import TOLD
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.checks import Check
    from claims.checking.desk import Desk
    from claims.checking.discourse import Last
    from claims.checking.query import Query
    from claims.checking.scoring import Reading
    from claims.types import Span, Statement, Value

FAMILIES = frozenset("sum mean share ratio difference gap between elapsed duration served".split()) | {"percent change"}
TIMES = frozenset({"between", "elapsed"})  # held to a test of days
CHANGES = frozenset({"difference", "gap", "percent change"})
FORMS = frozenset({"number", "ratio", "percent as ratio", "years"})
BARE, PARTS = ("number", "count"), frozenset({"percent", "ratio"})
ASKED, NAMED, CLEAR, SURE = 0.9, 0.6, 0.3, 0.8
FAR = 3  # times as large as the answer a figure may be, or the other way, and be one to the same question
PLAIN = frozenset(stem(w) for w in (
    "figure number total count share part rate proportion percentage ratio average mean sum rise fall growth increase "
    "decrease decline drop loss gain change gap difference deficit surplus state whole all time year season month "
    "quarter decade"
).split()) | {stem(w) for w in WHOLES}  # fmt: skip
"""Nouns that only take the figure before up again, and those of time."""
LEFT = frozenset("previous last same other whole total first second third corresponding equivalent next".split())
DATED = frozenset({"date", "period", "duration"})
PAUSES = frozenset(",;:.(–—")
NUMBERING = DATED - {"duration"} | {"ordinal"}


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what the figure before was asked, of the thing or time that this one is told of."""
    last = _last_figure(desk)
    if last is None or desk.value is None or in_a_row(desk.context) or not _asked_again(desk, last):
        return
    told = figure(desk, last)
    if told is None:
        return
    wide, spans = any(t.lower_ in WIDE for t in _words(desk, told)), _parts(desk, told)
    for before in last.meant:
        other = _of_another(desk, before.query, spans) or (of_all(desk, before.query) if wide else None) or before.query
        query = at_another_time(desk, other, *spans)
        if query is None or query == before.query or not answered(desk, query):
            continue
        reading = _reading(desk, last, before, query)
        pair = sizes(desk.value, reading, compute(query, desk.tables).value)
        if pair is None or max(pair) <= FAR * min(pair):
            yield reading


def _last_figure(desk: Desk) -> Last | None:
    """Give the figure before, past what only numbers or dates it: "90.8 percent, the third rise, against 91.8"."""
    discourse = desk.context.discourse
    for start in sorted((s for s in discourse.settled if s < desk.statement.start), reverse=True):
        last = discourse.settled[start]
        told = figure(desk, last)
        if told is None or told.value is None or told.value.kind not in NUMBERING:
            return last
    return discourse.last


def _reading(desk: Desk, last: Last, before: Reading, query: Query) -> Reading:
    form, asserted = _compared(desk, last, before)
    way = (direction(desk, desk.tables[last.table], last.column) or before.way) if before.way else 0
    sure = last.sure >= SURE
    return replace(
        before, query=query, form=form, asserted=asserted, way=way, flags=TOLD if sure else (), refutes=sure,
        parts=(("subject", ASKED), ("words", ASKED), ("kind", 1.0), ("time", ASKED)),
        said=in_words(before.said, before.query, query),
    )  # fmt: skip


def _compared(desk: Desk, last: Last, before: Reading) -> tuple[str, Check | None]:
    """Say how the figure is compared: a bare one as one of the kind and unit of the figure before."""
    value, told = desk.value, _told(desk, last)
    assert value is not None
    bare = value.kind in BARE and told.kind not in (*BARE, "ratio")
    stated = replace(value, kind=told.kind, unit=told.unit) if bare else value
    if before.family in TIMES:
        return "check", lasted(stated, SECONDS[NAMES[stated.unit]] / SECONDS["d"])
    if bare:
        return "check", figured(stated, before.unit, before.scale, "as the figure before")
    if before.unit == "%" and before.form != "ratio":
        return ("percent as ratio" if value.kind == "ratio" else "number"), None
    return before.form, None


def _told(desk: Desk, last: Last) -> Value:
    """Give the figure before, of a bare one that goes on itself the one that has a unit: "107 percent, 98 and 95"."""
    near = desk.context.discourse.values_in((desk.context.document.sentence(last.start)[0], last.start + 1))
    values = [s.value for s in near if s.value is not None and s.start <= last.start]
    carried = last.reading.asserted is not None
    return next((v for v in reversed(values) if v.kind not in BARE), values[-1]) if carried else values[-1]


def figure(desk: Desk, last: Last) -> Statement | None:
    """Give the figure before."""
    near = desk.context.discourse.values_in((last.start, last.start + 1))
    return next((s for s in near if s.start == last.start), None)


def _asked_again(desk: Desk, last: Last) -> bool:
    """Say whether a figure goes on from the one before: of its kind, close by, with no measure of its own."""
    before, told = last.reading, figure(desk, last)
    if before.family not in FAMILIES or told is None or last.start >= desk.statement.start:
        return False
    if not (_close(desk, last) and _of_its_kind(desk, _told(desk, last)) and _can_go_on(desk, last)):
        return False
    if held_against(desk) or (moved(desk) and before.family not in CHANGES):
        return False
    return not any(of_its_own(desk, token, told) for token in _words(desk, told))


AGAINST = re.compile(
    r"(?:(?: [a-z-]+){0,3}? than| (?:up|down) (?:on|from)| on| over| above| below| from| compared (?:with|to)"
    r"|(?: [a-z]+)? (?:clear of|ahead of|short of|behind)"
    r"|(?: as [a-z]+)? as)\b"
)
PAUSE = re.compile(r"[,;:(]| and | but | while ")


def held_against(desk: Desk) -> Span | None:
    """Give the words behind a number that say what it is held against: "fewer than a year ago"."""
    start, end = desk.statement.end, desk.context.sentence[1]
    text = desk.context.text[start:end]
    found = AGAINST.match(text.lower())
    if found is None or not (moved(desk) or PLACED & {*found[0].lower().split()}):
        return None
    pause = PAUSE.search(text, found.end())
    return start, start + (pause.start() if pause else len(text))


def _close(desk: Desk, last: Last) -> bool:
    """Say whether the figure before is one of the sentence or of the sentence before it."""
    context = desk.context
    return last.sentence in (context.sentence[0], context.sentence_before[0])


def _can_go_on(desk: Desk, last: Last) -> bool:
    """Say whether another figure can be compared as the one before was."""
    before, told, value = last.reading, _told(desk, last), desk.value
    if before.family in TIMES:
        return told.unit in NAMES and value is not None and (value.kind in BARE or value.unit in NAMES)
    return before.form in FORMS if before.asserted is None else told.kind not in BARE


def _of_its_kind(desk: Desk, before: Value) -> bool:
    value = desk.value
    if value is None:
        return False
    return multiple(value) == multiple(before) and ({value.kind, before.kind} <= PARTS or alike(before, value))


def _words(desk: Desk, told: Statement) -> list[Token]:
    """Give the words of the figure's own part of the clause, from the last pause behind the figure before it."""
    first, stop = _begin(desk, told), desk.context.sentence[1]
    start, end = desk.statement.start, desk.statement.end
    line = [t for t in desk.context.line if t.idx >= first and not start <= t.idx < end]
    return [t for t in line if t.idx < next((p.idx for p in line if p.idx >= end and p.text in PAUSES), stop)]


def _begin(desk: Desk, told: Statement) -> int:
    """Say where what is told of the figure begins: at its sentence, or behind the figure before and what is its."""
    first = max(told.end, desk.context.sentence[0])
    between = desk.context.text[first : desk.statement.start]
    if told.end != first:
        return max((first + found.end() for found in BREAK.finditer(between)), default=first)
    hard, soft = ([first + found.end() for found in cut.finditer(between)] for cut in (BREAK, CUT))
    cuts = hard[-1:] or soft
    named = [m.start for m in desk.context.discourse.mentions_in((first, desk.statement.start)) if m.named]
    named += [d.start for d in desk.context.discourse.dates if first <= d.start < desk.statement.start]
    return max((cut for cut in cuts if any(start >= cut for start in named)), default=max(cuts, default=first))


BREAK = re.compile(r"[;:]\s*|\b(?:but|while|whereas|though|although) ", re.IGNORECASE)
CUT = re.compile(r"\(\s*|, (?=\w)|\b(?:and|against|compared (?:with|to)) ", re.IGNORECASE)


def of_its_own(desk: Desk, token: Token, told: Statement) -> bool:
    """Say whether a word makes the figure one of another measure, of a part, or of somebody who speaks."""
    discourse = desk.context.discourse
    if discourse.mention_at(token) is not None or any(d.start <= token.idx < d.end for d in discourse.dates):
        return False
    figures = (s for s in discourse.values_in(desk.context.sentence) if s.start != desk.statement.start)
    if any(s.start <= token.idx < s.end for s in figures):
        return False
    word = stem(token.text)
    if token.pos_ in ("NOUN", "PROPN"):
        return word not in PLAIN and word != desk.about(told).context.noun
    if token.pos_ == "ADJ":
        return token.lower_ not in LEFT and token.lower_ not in HEDGES
    return token.lower_ in ("i", "we", "you", "not", "no")


def _of_another(desk: Desk, query: Query, spans: tuple[Span, ...]) -> Query | None:
    """Ask it of what is named beside the figure in a column by which the rows were chosen; None where nothing is."""
    named = [b for b in desk.context.bindings if b.mention.named and not b.mention.back and b.weight >= NAMED]
    near = [b.mention.best for b in named if any(start <= b.mention.start < end for start, end in spans)]
    return next((other for name in near if (other := of_name(desk, query, name))), None)


WIDE = frozenset("whole overall altogether together nationally nationwide countrywide statewide all".split())
"""Words by which a figure is told of everything: "for the city as a whole"."""


def at_another_time(desk: Desk, query: Query, *spans: Span) -> Query | None:
    """Ask it at the time that the first of some parts of the text gives, as it is where none does.

    What was computed of two times is moved as a whole. None where a table has no figure for the time.
    """
    years = years_asked(desk, query)
    for span in spans:
        said = desk.context.text[slice(*span)].lower()
        times = [w for w in desk.context.times if span[0] <= w.start < span[1] and w.weight >= CLEAR]
        step = -1 if YEAR_BEFORE.search(said) else 1 if YEAR_AFTER.search(said) else 0
        if not (times or step) and "then" not in said.split():
            continue
        if len(times) == 1 and (found := in_month(desk, query, times[0].period)) is not None:
            return found
        stated = {w.year for w in times if w.role in AT} if not step else {max(years, default=0) + step}
        year = stated.pop() if len(stated) == 1 else None
        return years_later(desk, query, year - max(years)) if year is not None and years else None
    return query


AT = ("at", "base")


def _parts(desk: Desk, told: Statement) -> tuple[Span, Span]:
    """Give the words before and behind the figure that are its own, as far as the next figure, pause or "and"."""
    context, start, end = desk.context, desk.statement.start, desk.statement.end
    others = [s for s in context.discourse.values_in(context.sentence) if s.value and s.value.kind not in DATED]
    last = min((s.start for s in others if s.start >= end), default=context.sentence[1])
    pause = PAUSE.search(context.text, end, last)
    return (_begin(desk, told), start), (end, pause.start() if pause else last)
