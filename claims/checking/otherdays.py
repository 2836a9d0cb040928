"""Days that are told of what no row is about: of another's deed, of an end, of several, of a time out of reach."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from claims.checking import circumstances
from claims.checking.doers import agent_of
from claims.checking.otherthings import HAPPENINGS, object_of
from claims.checking.periods import period_of
from claims.checking.query import select
from claims.checking.remembered import remembered
from claims.checking.selection import first_year
from claims.checking.tables import ENDS
from claims.checking.words import stem

if TYPE_CHECKING:
    from claims.checking.desk import Desk
    from claims.checking.query import Query
    from claims.checking.verdicts import Weighed

BARELY, OUTRIGHT = 0.6, 0.9
LONG, FEWEST = 80, 2  # days of a time that a table may lie apart from; rows that tell of times
ENDED = re.compile(
    r"\b(?:put out|extinguished|under control|contained|ended|(?:is|was) over|reopened|lifted|repaired)\b"
)
NEXT = re.compile(r"\bnext (?:year|season|edition|summer|winter|spring|autumn)\b")


def of_another_day(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a date is of what no row tells: nothing ties it to one, or it lies apart from all that is told."""
    reading, slip = weighed.reading, weighed.features.get("differs: slip")
    words = reading.part("words")
    loose = not reading.refutes and words < BARELY and not stands_there(desk, reading.query)
    outsider = circumstances.foreign(desk) and (words < OUTRIGHT if reading.family == "date" else not slip)
    outsider = outsider or (reading.family == "date" and _of_its_own(desk)) or _of_another_kind(desk)
    others = of_others(desk, reading.query) or _of_last_year(desk, weighed) or circumstances.bounding(desk)
    others = others or (words < BARELY and _of_a_measure(desk, reading.query))
    return loose or outsider or others or _out_of_reach(desk, reading.query, near=bool(slip))


def _of_a_measure(desk: Desk, query: Query) -> bool:
    """Say whether a date is that of a figure of another table: "picked fewer apples in 2023", not launched then."""
    noun = object_of(desk)
    timed = (view for view in desk.views if view.name != query.table and (view.year or view.day))
    words = {stem(w) for view in timed for column in view.measures for w in view.columns[column].words}
    return noun is not None and circumstances.akin(stem(noun.text), words)


@remembered
def _of_its_own(desk: Desk) -> bool:
    """Say whether the verb's subject is somebody of another: "its manager, 50, started as an usher in 1993"."""
    verb = desk.context.verb
    subject = agent_of(verb)
    if subject is None or stem(subject.text) in desk.tables.stems | HAPPENINGS:
        return False
    return subject.pos_ == "NOUN" and any(c.tag_ == "PRP$" for c in subject.children)


@remembered
def _of_another_kind(desk: Desk) -> bool:
    """Say whether what is done has an owner that no table knows: "won the reader's prize in 2015"."""
    found, stems = object_of(desk), desk.tables.stems
    owners = [c for c in found.children if c.dep_ == "nmod:poss" and c.pos_ == "NOUN"] if found is not None else []
    return any(stem(c.text) not in stems and desk.context.discourse.mention_at(c) is None for c in owners)


def ended_or_coming(desk: Desk, query: Query) -> bool:
    """Say whether a date is that of an end, or of next year, and the column's is not: "put out on Thursday"."""
    clause = desk.context.text[desk.context.clause[0] : desk.statement.start].lower()
    ends = ENDS & {stem(w) for w in desk.tables[query.table].columns[query.column].words} if query.column else ()
    return bool(ENDED.search(clause) and not ends) or NEXT.search(clause) is not None


def stands_there(desk: Desk, query: Query) -> bool:
    """Say whether one of the names that choose a row stands in the sentence itself."""
    here = desk.context.discourse.mentions_in(desk.context.sentence)
    return not {f.value for f in query.where}.isdisjoint({value for m in here if not m.back for value, _ in m.values})


def _out_of_reach(desk: Desk, query: Query, *, near: bool) -> bool:
    """Say whether a year or a quarter lies before or behind all that a table of events tells, and is no slip.

    A table of one year only says nothing of any other.
    """
    view = desk.tables[query.table]
    period = period_of(desk.value.iso) if desk.value is not None else None
    column = query.column or view.year
    if period is None or view.size < FEWEST:
        return False
    if (period[1] - period[0]).days < LONG:
        days = [d for d in view.distinct(column) if isinstance(d, dt.date)] if column == view.day and column else []
        return bool(days) and not near and period[0] > max(days)  # what is news to the table
    years = {y for cell in view.distinct(column) if (y := first_year(cell)) is not None}
    if not years or not (column in (view.day, view.year) or len(years) == 1) or (near and len(years) > 1):
        return False
    return period[1].year < min(years) or period[0].year > max(years)


@remembered
def _several(desk: Desk) -> bool:
    """Say whether it is so many that do something: "seven films passed it"."""
    verb = desk.context.verb
    subject = agent_of(verb)
    if subject is None or desk.context.head in subject.subtree:
        return False
    return subject.pos_ == "NUM" or any(c.dep_ == "nummod" for c in subject.children)


def of_others(desk: Desk, query: Query) -> bool:
    """Say whether several, or somebody else who is named, did at a time what the row does not tell."""
    return of_several(desk, query) or _done_by_another(desk, query)


def _of_last_year(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a month called the last may be that of the year before: "last September", said in November."""
    value, found = desk.value, weighed.result.found.value
    period = period_of(value.iso) if value is not None and LAST_MONTH.match(value.text) else None
    return period is not None and isinstance(found, dt.date) and (found.year, found.month) == (
        period[0].year - 1, period[0].month
    )  # fmt: skip


LAST_MONTH = re.compile(r"last (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)


def of_several(desk: Desk, query: Query) -> bool:
    """Say whether a figure or date is told of several, and the row is one that the sentence does not name."""
    return _several(desk) and not stands_there(desk, query)


def _done_by_another(desk: Desk, query: Query) -> bool:
    """Say whether who does it at a time is named, and not in the row: "Elm gave him a medal in 2011"."""
    verb = desk.context.verb
    subject = agent_of(verb)
    if verb is not None and subject is not None and subject.tag_ == "WP" and verb.dep_ == "acl:relcl":
        subject = verb.head
    mention = desk.context.discourse.mention_at(subject) if subject is not None else None
    if mention is None or not mention.outright or not mention.values or stands_there(desk, query):
        return False
    view = desk.tables[query.table]
    named = {row for column in view.names for name, _ in mention.values for row in view.rows(column, name)}
    return named.isdisjoint(select(view, query.where))
