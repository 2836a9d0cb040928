"""What a figure or date is told of that keeps a row from answering it: another measure, the other end, an outsider."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import circumstances, likeness
from claims.checking.anchor import FIGURES
from claims.checking.background import called, comes_somewhere, does_otherwise
from claims.checking.circumstances import akin
from claims.checking.countednouns import (
    RATIOS,
    counts_another,
    counts_its_own,
    known,
    names_another,
    of_a_group,
    of_another_noun,
    of_us,
    told_of_a_noun,
)
from claims.checking.doers import own_subject
from claims.checking.occasion import pluperfect
from claims.checking.officers import is_role
from claims.checking.otherdays import ended_or_coming, of_another_day, of_others, of_several
from claims.checking.otherthings import some_other_thing
from claims.checking.othertimes import FAR, RECENT, YEAR
from claims.checking.periods import period_of
from claims.checking.query import select
from claims.checking.readings.aged import holder, of_those_days, to_be_done_at, whose
from claims.checking.readings.ages import when_another_did
from claims.checking.readings.dates import COMING, OFFICE
from claims.checking.readings.fillings import ROOM
from claims.checking.readings.fits import AGE, RANKS
from claims.checking.readings.lookups import POLLS, SHIFTS
from claims.checking.readings.numbered import NUMBERED
from claims.checking.readings.phases import UNTIL
from claims.checking.remembered import remembered
from claims.checking.scoring import CELLS
from claims.checking.selection import PREVIOUS
from claims.checking.weighing import MISWRITTEN
from claims.checking.words import stem, stems_of
from claims.degrees import SUPERLATIVES
from claims.values.shared import BOUNDS

if TYPE_CHECKING:
    from claims.checking.desk import Desk
    from claims.checking.query import Query
    from claims.checking.tables import Cell
    from claims.checking.verdicts import Weighed

SUITS, HALF, SAID, BARELY, OUTRIGHT = 0.5, 0.5, 0.8, 0.6, 0.9
FEW_DIGITS, CLOSE, ALL = 2, 0.25, 0.75
COMPOUND = re.compile(r"[A-Za-z]+-$")
PREFIXES = ("mid-", "pre-", "post-", "non-", "twenty-", "all-")
LEVELS, DATES = CELLS | {"sum"}, frozenset({"event", "date", "occasion", "weekday"})
EXTREMES = frozenset({"extreme", "grown"})
GAPS = frozenset({"margin", "gap"})
CHANGES = frozenset({"difference", "percent change"})
TIMES_SERVED = frozenset({"duration", "elapsed"})
OTHER_END = "differs: supports another statement"


def aside(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a reading is about something else than the figure or date is told of."""
    reading = weighed.reading
    if any(map(weighed.features.get, MISWRITTEN)) and reading.part("subject") > HALF:
        return False
    rules = SUPPORTING if weighed.result.outcome == "agrees" else REFUTING
    return any(
        rule(desk, weighed) for families, of in rules if not families or reading.family in families for rule in of
    )


def _of_several(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a figure is told of several things; they all are what a total is told of that is tied to them."""
    summed = weighed.reading.family == "sum" and weighed.reading.part("subject") >= ALL
    return not summed and of_several(desk, weighed.reading.query)


def _of_what_he_gets(desk: Desk, _weighed: Weighed) -> bool:
    """Say whether a change is a part of something that somebody tells of: "half of what he gets"."""
    return desk.context.after[:2] == ["of", "what"]


def _of_another_year(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a year, which is easily right by chance, is one of another's deed or of some other thing."""
    yearly = desk.value is not None and len(desk.value.iso) == len("2024")
    return yearly and (of_others(desk, weighed.reading.query) or some_other_thing(desk))


def _as_many_over(desk: Desk, weighed: Weighed) -> bool:
    """Say whether the cell is the very figure that "over" stands before: who won "over 12 rounds" fought as many."""
    same = desk.value is not None and desk.value.amount == weighed.result.found.value
    return desk.context.before[:1] == ["over"] and same


def _hardly_told(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a figure is told of a noun that no table knows, and no word names the column."""
    return _foreign(desk) and weighed.reading.part("words") < SAID


def _moved_from(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a figure is where a move set out from, and its column answers another statement."""
    return _opens_a_move(desk) and OTHER_END in weighed.features


def _done_otherwise(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a date is told of a deed that the column's words do not name."""
    reading = weighed.reading
    unsaid = not reading.refutes or (reading.family == "date" and reading.part("words") < OUTRIGHT)
    return unsaid and UNTIL.isdisjoint(desk.context.before[:1]) and does_otherwise(desk)


def _came_before(desk: Desk, weighed: Weighed) -> bool:
    """Say whether somebody came, and may have come before the post: "had come in 1974 and got the office in 1989"."""
    reading, context = weighed.reading, desk.context
    comes = reading.part("words") <= COMING and not reading.refutes and comes_somewhere(desk)
    return comes or (pluperfect(context, context.clause) and _told_elsewhere(desk, weighed.result.found.value))


def _met_by_chance(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a bound is met by a figure whose measure is not said, or is said of nobody: "members under 35"."""
    value = desk.value
    if value is None or value.comparator not in BOUNDS:
        return False
    close = likeness.apart(value, weighed.reading, weighed.result.found.value) < CLOSE
    nobody = any(t.lower_ in NOBODY for t in desk.context.line)
    return nobody or not (close or weighed.features.get("agrees: measure said"))


NOBODY = circumstances.NONE - {"no"}  # "no more than 48" is a bound of its own


def _best_of_another_kind(desk: Desk, weighed: Weighed) -> bool:
    """Say whether the best is one of a person's own, or of days: "the youngest of her children", "the longest day"."""
    if desk.value is not None or weighed.reading.family not in EXTREMES:
        return False
    most = next((t for t in desk.context.tokens if t.tag_ in SUPERLATIVES), None)
    if most is None:
        return False
    nouns = [most.head] if most.dep_ == "amod" else [c for c in most.children if c.dep_ == "nmod"]
    noun = next((t for t in nouns if t.pos_ == "NOUN"), None)
    if noun is None:
        return False
    if noun.lemma_.lower() in DAYS:
        return True
    measures = {stem(w) for q in circumstances.leaves(weighed.reading.query) for w in q.column.split("_")}
    if desk.context.discourse.mention_at(noun) or noun.lemma_.lower() in GROUPS:
        return False
    described = (c for c in noun.children if c.dep_ in ("compound", "amod") and c.i != most.i)  # "lowest base station"
    if akin(stem(noun.text), called(desk) | measures) or any(akin(stem(c.text), measures) for c in described):
        return False
    here = {m.best for m in desk.context.discourse.mentions_in(desk.context.sentence) if not m.back}
    alone = weighed.result.outcome == "agrees" and weighed.result.found.value not in here
    return alone or any(c.tag_ == "PRP$" for c in noun.children)


GROUPS = frozenset("trio pair lot quartet bunch group set list field kind".split())
"""Words for those that something is the best of, whatever they are."""
DAYS = frozenset("day night week weekend month hour moment".split())


def _held_for_a_time(desk: Desk) -> bool:
    """Say whether an office is one held for so long, and maybe no more: "Lee, minister for eight years, has died"."""
    return HELD_FOR.match(desk.context.text, desk.statement.end) is not None


HELD_FOR = re.compile(
    r"(?: [a-z]+){0,5}? (?:for [^,.;]{0,30}?(?:years|months|terms|decades?)|from \d{4} (?:to|until))\b"
)


@remembered
def _of_a_stranger(desk: Desk) -> bool:
    """Say whether an age is that of a role which no table has: "says the owner, who is 71"."""
    head = desk.context.head
    noun = whose(desk.context) or (head.head if head.dep_ == "acl:relcl" and head.head.pos_ == "NOUN" else None)
    if noun is None or holder(desk.context) is not None or noun.dep_ not in ("nsubj", "obj", "obl"):
        return False
    return not known(desk, noun)


def _to_be_reached(desk: Desk, weighed: Weighed) -> bool:
    """Say whether an age is one that somebody has yet to reach: "is to step down at 60", "means to stop at 55"."""
    value, found = desk.value, weighed.result.found.value
    if value is None or not isinstance(value.amount, Decimal) or not isinstance(found, Decimal | int):
        return False
    return value.amount > found and to_be_done_at(desk.context)


def _at_some_moment(desk: Desk, weighed: Weighed) -> bool:
    """Say whether an age is one at a time that no row may be of: "was 33 when the inspectors came"."""
    return when_another_did(desk.context) or (not weighed.reading.refutes and of_those_days(desk.context))


@remembered
def _within_so_long(desk: Desk) -> bool:
    """Say whether a time is one in which so many came about: "the fourth flood in nine years"."""
    context = desk.context
    told = context.discourse.values_in((context.clause[0], desk.statement.start))
    several = any(s.value and s.value.kind in ("ordinal", "count") for s in told)
    return several and context.before[:1] in (["in"], ["within"])


def _of_one(desk: Desk, query: Query) -> bool:
    """Say whether a figure is told of something named, where all rows are added up: "Elm Air flies to 61 places"."""
    verb, mention_at = desk.context.verb, desk.context.discourse.mention_at
    subject = own_subject(verb)
    counted = subject is not None and desk.context.head in subject.subtree  # "there were 12 burglaries"
    mention = mention_at(subject) if subject is not None and not counted else None
    chosen = any(isinstance(f.value, str | tuple) for f in query.where)
    return mention is not None and bool(mention.values) and mention.outright and not chosen


@remembered
def _foreign(desk: Desk) -> bool:
    """Say whether the verb of a figure has a noun for its subject that no table knows: "complaints fell to 164"."""
    verb = desk.context.verb
    subject = own_subject(verb)
    if subject is None or subject.pos_ != "NOUN" or desk.context.head in subject.subtree:
        return False
    return circumstances.foreign(desk) and not known(desk, subject)


@remembered
def _speaks_of_himself(desk: Desk) -> bool:
    """Say whether somebody whom no table knows says "I": "I have 34 in a class"."""
    verb, mention_at = desk.context.verb, desk.context.discourse.mention_at
    subjects = (c for c in verb.children if c.dep_ == "nsubj") if verb is not None else ()
    return any(c.lower_ == "i" and mention_at(c) is None for c in subjects)


@remembered
def _needed(desk: Desk) -> bool:
    """Say whether a figure is what somebody has yet to get: "needs ten more to govern"."""
    verb, value = desk.context.verb, desk.value
    if verb is None or verb.tag_ == "VBD" or value is None or value.kind not in FIGURES:
        return False
    return verb.lemma_.lower() in NEEDS and not akin(stem(verb.text), desk.tables.stems)


NEEDS = frozenset({"need", "lack"})


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


def _strays(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a small measure agrees with a cell of another kind, or is of what no table knows: a wall of 4 m."""
    value, reading, known = desk.value, weighed.reading, likeness.telling(desk.value)
    if value is not None and value.kind == "percent" and known == 1 and reading.part("kind") < SUITS:
        return not weighed.features.get("agrees: measure said")  # "four percent left", of four people
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


def _best_of_its_own(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a name has the best of what is its own, and is not the best itself: "the Reds, their best result"."""
    if desk.value is not None or weighed.reading.family not in EXTREMES:
        return False
    most = [t for t in desk.context.document.line(*desk.context.sentence) if t.tag_ in SUPERLATIVES]
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
    if value.kind == "ordinal" and not RANKS & column and reading.flags != NUMBERED:
        return True
    plain = value.kind in ("count", "number") and likeness.telling(value) <= FEW_DIGITS
    begun = plain and desk.context.before[:1] in (["at"], ["after"], ["before"]) and not desk.context.noun
    return reading.part("words") < SAID and ((begun and AGE not in column) or reading.part("kind") < SUITS)


@remembered
def _opens_a_move(desk: Desk) -> bool:
    """Say whether a figure is where a move set out from: "fell from 21 seats to 17"."""
    verb = desk.context.verb
    moved = verb is not None and stem(verb.text) in SHIFTS
    return desk.context.before[:1] == ["from"] and (moved or bool(SHIFTS & desk.context.clause_stems))


def _of_that_time(desk: Desk) -> bool:
    """Say whether a month or a season is one that was spoken of: "launched in 2021, delivered that November"."""
    return desk.context.before[:1] == ["that"]


COMPARED = ["in", "than"], ["on", "than"], ["at", "than"]


def _compared_with(desk: Desk) -> bool:
    """Say whether a time is only that of what is compared with: "two faults, fewer than in 2023"."""
    return desk.context.before[:2] in COMPARED


def _of_the_one_before(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a row is chosen by who had it before, "previous_holder", and so tells another's day."""
    query, view = weighed.reading.query, desk.tables[weighed.reading.query.table]
    chosen = [f for f in query.where if isinstance(f.value, str) and f.column in view.columns]
    before = any(PREVIOUS & {*view.columns[f.column].words} for f in chosen)
    return before and query.column in view.columns and not PREVIOUS & {*view.columns[query.column].words}


def _of_something_done(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a year is that of what is done to, or by, something else: "Lee gave us the Airport Link in 2022"."""
    verb, mention_at = desk.context.verb, desk.context.discourse.mention_at
    view = desk.tables[weighed.reading.query.table]
    told = [c for c in verb.children if c.dep_ in ("nsubj", "obj")] if verb is not None else []
    if desk.context.head.head not in (verb, *told) or desk.context.before[:1] == ["since"]:
        return False
    things = [m for m in map(mention_at, told) if m is not None and m.values and not m.back and not m.person]
    chosen = select(view, weighed.reading.query.where)
    return any({row for c in view.names for row in view.rows(c, m.best)}.isdisjoint(chosen) for m in things)


@remembered
def _until_something_ends(desk: Desk) -> bool:
    """Say whether what lasts until a time is no post: "favours a freeze until 2028"."""
    above = desk.context.head.head
    noun = above.pos_ == "NOUN" and desk.context.head.dep_ == "nmod"
    post = is_role(above) or stem(above.text) in OFFICE or desk.context.discourse.mention_at(above) is not None
    return desk.context.before[:1] == ["until"] and noun and not (post or known(desk, above))


POSTS = frozenset({"category", "association", "office", "holder", "incumbent"})
COMING_TO_IT = frozenset("next future likely potential prospective would-be".split())


def _yet_to_be(desk: Desk) -> bool:
    """Say whether somebody is called what they are not yet: "calls her the next president"."""
    words = (*desk.context.before[:1], *desk.statement.quote.lower().split()[:1])
    return desk.value is None and not COMING_TO_IT.isdisjoint(words)


def _so_long_by_then(desk: Desk) -> bool:
    """Say whether a day is the one since which it has been so long: "since Friday she has led it for four years"."""
    context = desk.context
    spans = [s for s in context.discourse.values_in(context.clause) if s.value and s.value.kind == "duration"]
    told = (context.text[max(0, s.start - 4) : s.start] for s in spans)
    return context.before[:1] == ["since"] and "for " in told


def _room_for(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a figure is what there is room for, and no column tells that: "squeezed into a hall built for 90"."""
    context, columns = desk.context, (q.column for q in circumstances.leaves(weighed.reading.query))
    room = ROOM_FOR.search(context.text, max(0, context.statement.start - LED), context.statement.start)
    return room is not None and not any(CAPACITY & {*stems_of(column)} for column in columns)


ROOM_FOR = re.compile(r"\b(?:built|designed|made|meant|licensed|room|space|seats|seating) for (?:\w+ )?$")
CAPACITY, LED = ROOM | {stem("limit")}, 30  # characters to what leads to a figure


Rule = Callable[["Desk", "Weighed"], bool]
Rules = tuple[tuple[frozenset[str], tuple[Rule, ...]], ...]


def _alone(rule: Callable[[Desk], bool]) -> Rule:
    """Ask a rule of the statement alone."""
    return lambda desk, _: rule(desk)


def _asked(rule: Callable[[Desk, Query], bool]) -> Rule:
    """Ask a rule of the statement and the question."""
    return lambda desk, weighed: rule(desk, weighed.reading.query)


SUPPORTING: Rules = (
    (frozenset(), (_best_of_another_kind,)),
    (CHANGES, (_of_what_he_gets,)),
    (LEVELS | GAPS | RATIOS, (_met_by_chance,)),
    (LEVELS | GAPS, (_alone(_in_a_name), _strays)),
    (LEVELS | RATIOS, (of_another_noun,)),
    (DATES, (_of_another_year,)),
    (frozenset({"count"}), (_asked(counts_its_own),)),
    (POSTS, (_alone(_yet_to_be),)),
)
"""What keeps a reading of some families, or of any, from bearing a statement out."""
REFUTING: Rules = (
    (frozenset(), (_alone(_among_some), _alone(_needed), _best_of_its_own, _best_of_another_kind, _as_many_over)),
    (frozenset({"office"}), (_alone(_held_for_a_time),)),
    (POSTS, (_alone(_yet_to_be),)),
    (frozenset({"age"}), (_alone(_of_a_stranger), _to_be_reached, _at_some_moment)),
    (TIMES_SERVED, (_alone(_within_so_long),)),
    (
        LEVELS,
        (
            _asked(counts_another), _alone(_speaks_of_himself), _alone(told_of_a_noun), _hardly_told, names_another,
            _alone(_in_a_name), _unsuited, _moved_from, _asked(_polled), _asked(_back_then), _of_several, _room_for,
        ),
    ),
    (frozenset({"sum"}), (of_another_noun, _asked(_of_one), _alone(of_a_group), _alone(of_us))),
    (GAPS, (lambda desk, weighed: _measured(desk) and _unsuited(desk, weighed),)),
    (DATES | {"term"}, (_done_otherwise,)),
    (
        frozenset({"term"}),
        (
            _came_before, _alone(circumstances.bounding), _alone(_so_long_by_then), _of_something_done,
            _alone(_until_something_ends),
        ),
    ),
    (DATES | {"dated figure"}, (_of_the_one_before,)),
    (DATES, (of_another_day, _asked(ended_or_coming), _alone(_of_that_time), _alone(_compared_with))),
)  # fmt: skip
"""What keeps one from refuting it."""
