"""What a figure or date is told of that keeps a row from refuting it: another measure, the other end, an outsider."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from claims.checking import circumstances, likeness
from claims.checking.occasion import pluperfect
from claims.checking.otherthings import HAPPENINGS, object_of
from claims.checking.othertimes import FAR, RECENT, YEAR
from claims.checking.periods import period_of
from claims.checking.readings.fits import AGE, RANKS
from claims.checking.readings.lookups import POLLS, SHIFTS
from claims.checking.remembered import remembered
from claims.checking.scoring import CELLS
from claims.checking.selection import first_year
from claims.checking.tables import ENDS
from claims.checking.weighing import MISWRITTEN
from claims.checking.words import stem
from claims.degrees import SUPERLATIVES

if TYPE_CHECKING:
    from claims.checking.desk import Desk
    from claims.checking.query import Query
    from claims.checking.tables import Cell
    from claims.checking.verdicts import Weighed

SUITS, HALF, SAID, BARELY, OUTRIGHT = 0.5, 0.5, 0.8, 0.6, 0.9
FEW_DIGITS = 2
LONG, FEWEST = 80, 2  # days of a time that a table may lie apart from; rows that tell of times
OVER = re.compile(
    r"\b(?:put out|extinguished|under control|contained|ended|(?:is|was) over|reopened|lifted|repaired)\b"
)
NEXT = re.compile(r"\bnext (?:year|season|edition|summer|winter|spring|autumn)\b")
COMPOUND = re.compile(r"[A-Za-z]+-$")
PREFIXES = ("mid-", "pre-", "post-", "non-", "twenty-", "all-")
LEVELS, DATES = CELLS | {"sum"}, frozenset({"event", "date", "occasion", "weekday"})
EXTREMES = frozenset({"extreme", "grown"})
GAPS = frozenset({"margin", "gap"})
OTHER_END = "differs: supports another statement"


def aside(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a reading is about something else than the figure or date is told of."""
    reading, agrees = weighed.reading, weighed.result.outcome == "agrees"
    miswritten = any(map(weighed.features.get, MISWRITTEN))
    if miswritten and reading.part("subject") > HALF:
        return False
    if agrees:
        return reading.family in LEVELS | GAPS and (_in_a_name(desk) or _strays(desk, weighed))
    if (
        _among_some(desk)
        or _best_of_its_own(desk, reading.family)
        or (desk.context.before[:1] == ["over"] and _is(desk, weighed))
    ):
        return True
    if reading.family in LEVELS and _counts_another(desk, reading.query):
        return True
    if reading.family in GAPS:
        return _measured(desk) and _unsuited(desk, weighed)
    if reading.family in LEVELS:
        other = _in_a_name(desk) or _unsuited(desk, weighed) or (reading.family == "sum" and _of_a_group(desk))
        ends = _opens_a_move(desk) and OTHER_END in weighed.features
        return other or ends or _polled(desk, reading.query) or _back_then(desk, reading.query)
    if reading.family == "term":
        return pluperfect(desk.context, desk.context.clause) and _told_elsewhere(desk, weighed.result.found.value)
    return reading.family in DATES and (_of_another_day(desk, weighed) or _ended_or_coming(desk, reading.query))


def _told_elsewhere(desk: Desk, day: Cell) -> bool:
    """Say whether another date of the sentence is that day: "he had come in 1974 and became head in April 1989"."""
    others = (d for d in desk.context.discourse.dates_in(desk.context.sentence) if d.start != desk.statement.start)
    periods = (period_of(d.value.iso) for d in others if d.value)
    return isinstance(day, dt.date) and any(p is not None and p[0] <= day <= p[1] for p in periods)


@remembered
def _among_some(desk: Desk) -> bool:
    """Say whether a figure is that of some of a kind: "turnout among young voters was 41 percent"."""
    before = (t for t in desk.context.line if t.idx < desk.statement.start and t.lower_ == "among")
    return any(c.dep_ == "amod" and c.tag_ == "JJ" for t in before for c in t.head.children)


def _of_another_day(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a date is of what no row tells: nothing ties it to one, or it lies apart from all that is told."""
    reading, slip = weighed.reading, weighed.features.get("differs: slip")
    words = reading.part("words")
    loose = not reading.refutes and words < BARELY and not _stands_there(desk, reading.query)
    outsider = circumstances.foreign(desk) and (words < OUTRIGHT if reading.family == "date" else not slip)
    outsider = outsider or (reading.family == "date" and _of_its_own(desk)) or _of_another_kind(desk)
    bounds = reading.family == "event" and circumstances.bounding(desk)
    return loose or outsider or bounds or _out_of_reach(desk, reading.query, near=bool(slip))


@remembered
def _of_its_own(desk: Desk) -> bool:
    """Say whether the verb's subject is somebody of another: "its manager, 50, started as an usher in 1993"."""
    verb = desk.context.verb
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
    if subject is None or stem(subject.text) in desk.tables.stems | HAPPENINGS:
        return False
    return subject.pos_ == "NOUN" and any(c.tag_ == "PRP$" for c in subject.children)


@remembered
def _of_another_kind(desk: Desk) -> bool:
    """Say whether what is done has an owner that no table knows: "won the reader's prize in 2015"."""
    found, stems = object_of(desk), desk.tables.stems
    owners = [c for c in found.children if c.dep_ == "nmod:poss" and c.pos_ == "NOUN"] if found is not None else []
    return any(stem(c.text) not in stems and desk.context.discourse.mention_at(c) is None for c in owners)


def _is(desk: Desk, weighed: Weighed) -> bool:
    """Say whether the cell is the very figure: who won "over 12 rounds" fought as many."""
    return desk.value is not None and desk.value.amount == weighed.result.found.value


def _ended_or_coming(desk: Desk, query: Query) -> bool:
    """Say whether a date is that of an end, or of next year, and the column's is not: "put out on Thursday"."""
    clause = desk.context.text[desk.context.clause[0] : desk.statement.start].lower()
    ends = ENDS & {stem(w) for w in desk.tables[query.table].columns[query.column].words} if query.column else ()
    return bool(OVER.search(clause) and not ends) or NEXT.search(clause) is not None


def _stands_there(desk: Desk, query: Query) -> bool:
    """Say whether one of the names that choose a row stands in the sentence itself."""
    here = desk.context.discourse.mentions_in(desk.context.sentence)
    return not {f.value for f in query.where}.isdisjoint({value for m in here if not m.back for value, _ in m.values})


def _strays(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a small measure agrees with a cell of another kind, or is of what no table knows: a wall of 4 m."""
    value, reading, known = desk.value, weighed.reading, likeness.telling(desk.value)
    if value is None or not _measured(desk) or known > FEW_DIGITS or (value.step is not None and value.step < 1):
        return False
    outsider = (
        known == 1 and value.kind == "quantity" and reading.part("words") < BARELY and circumstances.foreign(desk)
    )
    alien = value.kind == "duration" or known == 1
    return outsider or (
        alien and reading.part("kind") < SUITS and (reading.family in GAPS or reading.part("words") < SAID)
    )


def _measured(desk: Desk) -> bool:
    """Say whether a figure has a unit of length, weight, time or the like."""
    return desk.value is not None and desk.value.kind in ("quantity", "duration")


def _out_of_reach(desk: Desk, query: Query, *, near: bool) -> bool:
    """Say whether a year or a quarter lies before or behind all that a table of events tells, and is no slip.

    A table of one year only says nothing of any other.
    """
    view = desk.tables[query.table]
    period = period_of(desk.value.iso) if desk.value is not None else None
    column = query.column or view.year
    if period is None or (period[1] - period[0]).days < LONG or view.size < FEWEST:
        return False
    years = {y for cell in view.distinct(column) if (y := first_year(cell)) is not None}
    if not years or not (column in (view.day, view.year) or len(years) == 1) or (near and len(years) > 1):
        return False
    return period[1].year < min(years) or period[0].year > max(years)


@remembered
def _of_a_group(desk: Desk) -> bool:
    """Say whether a bare figure is how many some group has: "a jury of 12"."""
    return desk.context.before[:1] == ["of"] and not desk.context.noun and likeness.telling(desk.value) <= FEW_DIGITS


def _counts_another(desk: Desk, query: Query) -> bool:
    """Say whether what is counted is called as another column than the one that is asked: "31 goals", of points."""
    noun, view = desk.context.noun, desk.tables[query.table]
    if not noun or not query.column or noun in {stem(w) for w in view.columns[query.column].words}:
        return False
    return any([stem(w) for w in v.columns[c].words][:1] == [noun] for v in desk.views for c in v.measures)


def _best_of_its_own(desk: Desk, family: str) -> bool:
    """Say whether a name has the best of what is its own, and is not the best itself: "the Reds, their best result"."""
    if desk.value is not None or family not in EXTREMES:
        return False
    most = [t for t in desk.context.document.tokens(*desk.context.sentence) if t.tag_ in SUPERLATIVES]
    return bool(most) and all(any(c.tag_ == "PRP$" for c in (*t.children, *t.head.children)) for t in most)


def _polled(desk: Desk, query: Query) -> bool:
    """Say whether a share is one of a poll, and the table is of none: "a poll a week ago had given it 24 percent"."""
    polled = desk.value is not None and desk.value.kind == "percent" and bool(POLLS & desk.context.sentence_stems)
    view = desk.tables[query.table]
    return polled and POLLS.isdisjoint(stem(w) for w in (*view.name.split("_"), *view.columns))


def _back_then(desk: Desk, query: Query) -> bool:
    """Say whether a clause tells of a year long before the article, and the table knows no times: "second in 2021"."""
    view, published = desk.tables[query.table], desk.context.published
    timeless = not (view.year or view.day or view.start or view.of_role("year", "date", "from", "to", "born"))
    if not timeless or view.repeats or published is None or any(c.year for c in view.columns.values()):
        return False
    clause, start = desk.context.clause, desk.statement.start
    return any(
        clause[0] <= w.start < start and w.role == "at" and w.period[1].year < published.year - RECENT
        and YEAR.search(desk.context.text, w.start, w.start + FAR)
        for w in desk.context.times
    )  # fmt: skip


@remembered
def _in_a_name(desk: Desk) -> bool:
    """Say whether a number is part of a word: "the under-21 side", "a top-10 club"."""
    found = COMPOUND.search(desk.context.text, max(0, desk.statement.start - 12), desk.statement.start)
    return found is not None and not found.group().lower().endswith(PREFIXES)


def _unsuited(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a figure is of another kind than the column, or a place where it holds no places."""
    value, query, reading = desk.value, weighed.reading.query, weighed.reading
    if value is None or not query.column:
        return value is not None and reading.part("kind") < SUITS
    column = {stem(w) for w in desk.tables[query.table].columns[query.column].words}
    if value.kind == "ordinal" and not RANKS & column:
        return True
    plain = value.kind in ("count", "number") and likeness.telling(value) <= FEW_DIGITS
    begun = plain and desk.context.before[:1] == ["at"] and not desk.context.noun
    return reading.part("words") < SAID and ((begun and AGE not in column) or reading.part("kind") < SUITS)


@remembered
def _opens_a_move(desk: Desk) -> bool:
    """Say whether a figure is where a move set out from: "fell from 21 seats to 17"."""
    verb = desk.context.verb
    moved = verb is not None and stem(verb.text) in SHIFTS
    return desk.context.before[:1] == ["from"] and (moved or bool(SHIFTS & desk.context.clause_stems))
