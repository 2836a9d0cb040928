"""Figures of another time: what agrees at a time that nothing speaks of, where that of the time meant differs."""

from __future__ import annotations

import datetime as dt
import re
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.checking.circumstances import FINITE
from claims.checking.editions import time_in, written
from claims.checking.occasion import pluperfect
from claims.checking.periods import AGO
from claims.checking.remembered import remembered
from claims.checking.selection import first_year
from claims.checking.words import stem
from claims.references.cells import quarter
from claims.values.lexicon import SMALL, TIME_UNITS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.periods import When
    from claims.checking.query import Query
    from claims.checking.tables import Cell, View
    from claims.checking.verdicts import Weighed

OLD, LESS = "agrees: old figure", "agrees: time given less"
TOLD_APART = frozenset({"movement"})
"""Families whose reading rests on the figure at the other end."""
BACK = frozenset(
    "then once before earlier previous previously former formerly prior ago originally initially until "
    "preceding when".split()
)
BEHIND = 5  # words behind a figure that may still say when it was
STEP = re.compile(r",? (?:a|an|one|the|the previous) (?:year|season|quarter|month|week)s?(?: before| earlier| ago|\b)")
FRONTED = re.compile(
    r"(?:(?:and|but) )?(?:before|until|prior to|in the days|under|back then|once|originally|at first)\b"
)
PART = re.compile(r"\b(?:first|second|third|fourth) half\b|\b(?:spring|summer|autumn|winter)\b"
                  r"|(?<!last )(?<!this )\b(?:season|quarter)\b"
                  r"|\b(?:year|season|month)s? (?:after|when|that)\b")  # fmt: skip
GIVEN = 0.9
ONCE = re.compile(
    r"\bused to\b|\b(?:in those days|at that time|at the time(?! of)|back then|in the old days|at first"
    r"|in the beginning|formerly|originally)\b"
    r"|\bonce (?:had|was|were|held|ran|made|drew|took|sold|came|stood|[a-z]{3,}ed)\b"
    r"|\b(?:had|was|were|did) once\b|\bthen (?:had|was|were)\b"
    r"|\b(?:at|in) (?:the|its|their|his|her) (?:previous \w+|last (?:championships?|games|olympics|tournament)\b)"
)
FOR_LONG = re.compile(r"\bfor (?:(?:many|some|several) )?(?:years|decades|centuries|generations)\b")
UNTIL = frozenset("when before until".split())
STATED, LAST, CARRIED, CLEARLY = 0.85, 0.5, 0.3, 0.3
PARTS = frozenset(",;:()—")
COMING = frozenset({"will", "'ll", "’ll"})
YEAR, FAR = re.compile(r"\d{4}"), 16  # characters of a date that gives its year


def outdated(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a reading agrees at a time that is not spoken of, where the figure of the one that is meant differs.

    An article that says "has 71 aircraft" of a table with 71 last year and 77 now does not agree with it.
    """
    when, times = time_in(desk.tables, weighed.reading.query), desk.context.times
    if when is None or weighed.reading.family in TOLD_APART or weighed.result.outcome != "agrees":
        return False
    if any(covers(w, when) or _ago(desk, w, when) for w in times if _carries(desk, w)):
        return False
    old, behind = weighed.features.get(OLD), weighed.features.get(LESS, 0.0) >= CLEARLY
    stated = [w for w in times if _stated(desk, w)]
    if STEP.match(desk.context.text, desk.statement.end):
        return bool(old or behind) and not any(_year_after(w, when) for w in stated)
    if stated:
        return bool(old or behind)
    return bool(old) and not (desk.context.contrasted or looks_back(desk) or _unresolved(desk))


@remembered
def unheld(desk: Desk, view: View) -> bool:
    """Say whether the clause gives a year, and a table has years but not that one, or tells of now only."""
    given = [w for w in desk.context.times if w.role == "at" and w.weight >= GIVEN and in_figures(desk, w)]
    if view.year:
        years = [(w, cell) for w in given for cell in view.distinct(view.year)]
        return bool(given) and not any(covers(w, cell) or _spans(w, cell) for w, cell in years)
    if view.day and not view.start:
        days = [cell for c in view.of_role("date", "year") for cell in view.distinct(c)]
        return bool(given) and not any(covers(w, cell) or _spans(w, cell) for w in given for cell in days)
    timeless = bool(view.entity) and not (view.repeats or view.start or any(c.year for c in view.columns.values()))
    return timeless and any(_long_gone(desk, w) for w in given)


def _spans(when: When, cell: Cell) -> bool:
    """Say whether a row's year lies in a stretch: "between 2021 and 2023"."""
    year = first_year(cell)
    return year is not None and when.period[0].year <= year <= when.period[1].year


def off_time(desk: Desk, query: Query) -> bool:
    """Say whether a clause tells of a time before now of which a table has nothing, or of a month of a year's row."""
    view = desk.tables[query.table]
    if view.year:
        return view.columns[view.year].resolution == "year" and not view.day and _of_a_month(desk)
    dated = bool(query.column) and view.columns[query.column].year
    return bool(view.entity) and not (view.repeats or view.start or dated) and _before_now(desk)


def of_a_stretch(desk: Desk, query: Query) -> bool:
    """Say whether a figure is told of so many matches or days of work, of which a table of totals has nothing apart."""
    view = desk.tables[query.table]
    timeless = not (view.repeats or view.start or view.year or view.day)
    own = {stem(w) for w in view.columns[query.column].forms} if query.column in view.columns else set()
    return bool(view.entity) and timeless and not STRETCHES & own and _told_of_a_stretch(desk)


@remembered
def _told_of_a_stretch(desk: Desk) -> bool:
    """Say whether a clause goes on to so many events: "three of its last five races", or tells how many these are."""
    text, start, end = desk.context.text, desk.statement.start, desk.statement.end
    for found in STRETCH.finditer(text, *desk.context.sentence):
        if found["noun"] in SPANS:
            continue
        if found.start() <= start < found.end():
            return True
        between = desk.context.document.line(end, found.start()) if found.start() >= end else ()
        if between and not any(t.text in ";:" or _tells_anew(desk, t) for t in between):
            return True
    return False


def _tells_anew(desk: Desk, token: Token) -> bool:
    """Say whether a verb begins something else: "heard 212 cases and was praised", not "had 22 verdicts overturned"."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    return (
        token.dep_ in ANEW
        or token.tag_ in ("VBZ", "VBP", "MD")
        or (token.dep_ == "conj" and token.head == desk.context.verb)
    )


ANEW = frozenset({"ROOT", "aux", "aux:pass", "cop", "advcl", "ccomp", "parataxis"})
STRETCH = re.compile(
    rf"\b(?:his|her|its|their|the) (?:last|past|previous|first|opening|final) (?:\d+|{'|'.join(sorted(SMALL))})"
    r" (?:[a-z-]+ )?(?P<noun>[a-z]+s)\b"
)
STRETCHES = frozenset({stem("last"), stem("past"), stem("previous")})
SPANS = frozenset({*TIME_UNITS, "nights", "quarters", "seasons"})


@remembered
def _of_a_month(desk: Desk) -> bool:
    """Say whether a clause opens with a month: its figure is none of a year."""
    start = desk.context.clause[0]
    opening = (
        w for w in desk.context.times
        if w.role == "at" and w.weight >= GIVEN and start <= w.start < desk.statement.start
        and len(desk.context.text[start : w.start].split()) < OPENING
    )  # fmt: skip
    return any(MONTH[0] <= (w.period[1] - w.period[0]).days <= MONTH[1] for w in opening)


MONTH = (27, 31)  # days from the first of a month to its last


@remembered
def _before_now(desk: Desk) -> bool:
    """Say whether a clause tells a state of years ago, or of before something: "five years ago it had 280"."""
    verb, (start, end) = desk.context.verb, desk.context.clause
    if verb is None or not any(t.tag_ == "VBD" for t in (verb, *verb.children)):
        return False
    text = desk.context.text[start:end]
    back = BEFORE.match(desk.context.text, desk.statement.end)
    told = AGO.search(text) or FRONTED.match(text.strip().lower()) or back
    return bool(told) or _behind_another(desk) or _when_another(desk)


def _when_another(desk: Desk) -> bool:
    """Say whether the verb tells how it was when something was done long ago: "came in 1979, when it had 48"."""
    verb, published = desk.context.verb, desk.context.published
    if verb is None or published is None or verb.dep_ not in ("advcl", "acl:relcl"):
        return False
    if not any(c.lower_ in ("when", "while") for c in verb.children):
        return False
    before = (w for w in desk.context.times if w.role == "at" and w.start < desk.statement.start)
    return any(
        w.start >= desk.context.sentence[0] and w.period[1].year < published.year - RECENT
        and YEAR.search(desk.context.text, w.start, w.start + FAR)
        for w in before
    )  # fmt: skip


BEFORE = re.compile(r" (?:before|until|prior to) (?:the|a|an|its|his|her|their|it|he|she|they|[A-Z])\b")


def _long_gone(desk: Desk, when: When) -> bool:
    """Say whether a clause opens with a year long before the article: "in 1990 it was 30,000" is no figure of now."""
    published, opening = desk.context.published, desk.context.text[desk.context.clause[0] : when.start].split()
    return published is not None and len(opening) < OPENING and when.period[1].year < published.year - RECENT


OPENING, RECENT = 3, 2  # words before a year that opens a clause; years for which a table without times may hold


def in_figures(desk: Desk, when: When) -> bool:
    """Say whether a year is written out in the clause of the statement, and nothing parts the two."""
    text, (start, end) = desk.context.text, (desk.statement.start, desk.statement.end)
    between = text[end : when.start] if when.start >= end else text[when.start : start]
    inside = desk.context.clause[0] <= when.start < desk.context.clause[1] and not start <= when.start < end
    return inside and not PARTS & {*between} and YEAR.match(text, when.start) is not None


def dated(desk: Desk) -> bool:
    """Say whether a year in figures dates the statement, or begins a stretch: then the figure may yet be right."""
    text, start = desk.context.text, desk.statement.start
    times = (w for w in desk.context.times if w.weight >= STATED)
    return any(
        w.start < start if w.role != "at" else _stated(desk, w) and YEAR.search(text, w.start, w.start + FAR)
        for w in times
    )


def looks_back(desk: Desk) -> bool:
    """Say whether a word before the figure, or right behind it, tells of a time gone by: "then", "once", "had been"."""
    context = desk.context
    before = context.document.line(context.sentence[0], desk.statement.start)
    said = {*(t.lower_ for t in before), *context.after[:BEHIND]}
    return bool(BACK & said) or pluperfect(context, context.clause)


@remembered
def undated_past(desk: Desk) -> bool:
    """Say whether a clause tells of a time gone by that nothing dates: "it once had 224", "it had 224 when he came"."""
    context, (start, end) = desk.context, desk.context.clause
    if BEFORE.match(context.text, desk.statement.end) and context.verb is not None and context.verb.tag_ == "VBD":
        return True
    if any(w.weight >= STATED and w.role == "at" for w in context.times):
        return False
    start = max(context.sentence[0], start - len("used to "))
    text = context.text[start:end].lower()
    lasted = context.verb is not None and any(t.tag_ == "VBD" for t in (context.verb, *context.verb.children))
    return bool(ONCE.search(text) or (lasted and FOR_LONG.search(text))) or _behind_another(desk)


def _behind_another(desk: Desk) -> bool:
    """Say whether the verb tells of the past as of the time of another: "had 224 shops when the owner came"."""
    verb = desk.context.verb
    if verb is None or verb.tag_ != "VBD" or desk.value is None or not desk.context.noun:
        return False
    behind = desk.context.document.line(desk.statement.end, desk.context.sentence[1])[:BEHIND]
    near = takewhile(lambda t: not t.is_punct, behind)
    heads = [t.head for t in near if t.lower_ in UNTIL and t.dep_ in ("advmod", "mark")]
    heads += [c for c in verb.children if c.dep_ == "advcl" and UNTIL & {t.lower_ for t in c.children}]
    return any(t.tag_ == "VBD" for head in heads for t in (head, *head.children))


def timeless_or_yearly(desk: Desk, query: Query) -> bool:
    """Say whether a question is about a state, of now or of a year, and no event: that of a time gone by is another."""
    cell = time_in(desk.tables, query)
    return bool(query.column) and query.left is None and not isinstance(cell, dt.date)


def gone_by(desk: Desk, agreeing: Weighed, refuting: Weighed) -> bool:
    """Say whether an older figure agrees where the clause looks back: "before the fire it had 224" is none of now."""
    one, other = agreeing.reading.query, refuting.reading.query
    times = time_in(desk.tables, one), time_in(desk.tables, other)
    same = (one.table, one.column, one.operation) == (other.table, other.column, other.operation)
    surer = agreeing.probability > refuting.probability
    if surer or not same or None in times or not _told_of_the_past(desk):
        return False
    if any(_ago(desk, w, times[0]) for w in desk.context.times):
        return True
    return written(times[0]) < written(times[1]) and not any(_stated(desk, w) for w in desk.context.times)


def _told_of_the_past(desk: Desk) -> bool:
    """Say whether the clause sets out from a time gone by, or counts back from now."""
    start, end = desk.context.clause
    text = desk.context.text[start:end].strip().lower()
    return bool(FRONTED.match(text) or AGO.search(text))


def _unresolved(desk: Desk) -> bool:
    """Say whether the sentence gives a time that is not known: "in the third quarter" of some year."""
    return bool(PART.search(desk.context.text.lower(), *desk.context.sentence))


def _stated(desk: Desk, when: When) -> bool:
    """Say whether a time stands before the figure in its sentence, or behind it with nothing between to part them."""
    between = desk.context.text[desk.statement.end : when.start]
    return when.role == "at" and when.weight >= STATED and not (PARTS & {*between} or _gone_by(desk, when))


def _gone_by(desk: Desk, when: When) -> bool:
    """Say whether a time is past where the clause tells of now or of what will be: "the 2005 champion is fourth"."""
    published, verb = desk.context.published, desk.context.verb
    verbs = [t for t in (verb, *verb.children) if t.tag_ in FINITE] if verb is not None else []
    if published is None or not verbs or verbs[0].tag_ == "VBD":
        return False
    ahead = any(t.lower_ in COMING for t in verbs)
    return when.period[1] < published if ahead else when.period[1].year < published.year - 1


def _carries(desk: Desk, when: When) -> bool:
    """Say whether a time holds for the statement: the last that was given, or one of its paragraph."""
    inside = when.start >= desk.context.discourse.paragraph(desk.statement.start)[0]
    return when.role == "at" and when.weight >= (CARRIED if inside else LAST)


def spoken_of(desk: Desk, query: Query) -> bool:
    """Say whether the times given around a figure, however far before it, are those that a question asks of."""
    when, times = time_in(desk.tables, query), desk.context.times
    return when is not None and any(covers(w, when) for w in times)


def covers(when: When, cell: Cell) -> bool:
    """Say whether a time is that of a row."""
    if isinstance(cell, dt.date):
        return when.period[0] <= cell <= when.period[1]
    if isinstance(cell, str) and (span := quarter(cell)):
        return when.period[0] <= span[1] and span[0] <= when.period[1]
    year = first_year(cell)
    return year in (when.year, when.season) or (isinstance(cell, str) and when.year == (year or 0) + 1)


def _ago(desk: Desk, when: When, cell: Cell) -> bool:
    """Say whether "three years ago" may count back from the last figure to a row: in 2026, of 2025, to that of 2022."""
    year = first_year(cell)
    return (
        year is not None
        and when.year == year + 1
        and AGO.search(desk.context.text, when.start, when.start + FAR * 2) is not None
    )


def _year_after(when: When, cell: Cell) -> bool:
    """Say whether a time is the year after that of a row: "159 last year, after 164 the year before"."""
    if isinstance(cell, str) and (span := quarter(cell)):
        return (when.period[0].year, when.period[0].month) == (span[0].year + 1, span[0].month)
    return when.season is not None and when.season == (first_year(cell) or 0) + 1
