"""What is still to come, a forecast or a hope: rows of times that are over tell nothing of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from claims.checking.circumstances import ahead, leaves
from claims.checking.editions import time_in
from claims.checking.periods import SEASON, period_of
from claims.checking.query import select
from claims.checking.remembered import remembered
from claims.checking.selection import first_year
from claims.checking.words import stem
from claims.clauses import FUTURE
from claims.outlooks import looked_forward_to
from claims.references.cells import quarter

if TYPE_CHECKING:
    from claims.checking.desk import Desk
    from claims.checking.query import Query
    from claims.checking.tables import Cell, View
    from claims.checking.weighing import Result

PLANNED = frozenset(
    stem(w) for w in "plan expect forecast budget target project predict estimate propose outlook "
    "guidance quota".split()
)  # fmt: skip
"""Words of a measure that itself tells of what is to come."""
WOULD = frozenset("would could might may 'd ’d".split())
BELIEVING = frozenset("argue believe calculate expect fear feel figure hop hope predict reckon suppose think".split())
RECKONED = frozenset({"age", "duration", "ordinal"})
"""What is reckoned with the time told: "will be 40 on Friday", "will have served ten years", "her fourth title"."""
PARTS = frozenset(":;")
CHANGES = frozenset({"percent change", "difference", "ratio", "points"})
TALLIES = frozenset({"count", "sum"})
STATED, SAID = 0.85, 0.5
LATELY, MONTH = dt.timedelta(90), 27


def past(desk: Desk, result: Result) -> bool:
    """Say whether an answer is of a time that is over, or of now, where the statement tells of what is to come."""
    if desk.value is None or desk.context.published is None:
        return False
    if desk.value.kind in ("date", "period"):
        return _behind(desk, result)
    if RECKONED & {desk.value.kind, result.reading.family}:
        return False
    if desk.statement.modality == "hypothetical":
        change = result.reading.query.left is not None and _modals(desk, WOULD) and not _parted(desk, WOULD)
        return bool(change) and _over(desk, result.reading.query)
    return desk.statement.modality == "forecast" and not _parted(desk, FUTURE) and _unfit(desk, result)


def _behind(desk: Desk, result: Result) -> bool:
    """Say whether a day gone by is to be one that is still to come: "by 5 March" of a launch last year."""
    found, published = result.found.value, desk.context.published
    if result.reading.form == "check":  # it may ask for a day of any year
        return False
    over = isinstance(found, dt.date) and published is not None and found <= published
    if result.outcome == "agrees":
        return over and ahead(desk)
    told = period_of(desk.value.iso) if desk.value and len(desk.value.iso) == len("2025-10-28") else None
    return bool(over and told and published and told[0] > published)  # "she takes the oath on Tuesday"


def scheduled(desk: Desk, result: Result) -> bool:
    """Say whether the answer itself is a day or a year to come: what a table has planned can be told wrong."""
    found, published = result.found.value, desk.context.published
    if published is None:
        return False
    return found > published if isinstance(found, dt.date) else isinstance(found, int) and found > published.year


def _unfit(desk: Desk, result: Result) -> bool:
    """Say whether an answer is none to a forecast: of a time that is over, of no time where it speaks against it."""
    query, hoped = result.reading.query, _hoped(desk)
    if any(_planned(desk, leaf) for leaf in leaves(query)):
        return False
    untimed = result.reading.family in CHANGES and not any(w.weight >= STATED for w in desk.context.times)
    if _over(desk, query, running=hoped or untimed):  # "will shrink by a third" is no change up to this year
        return True
    timeless = not any(time_in(desk.tables, leaf) for leaf in leaves(query))
    if result.outcome == "disagrees":
        return hoped or not any(_coming(desk, leaf) for leaf in leaves(query))
    tallied = query.operation in TALLIES and (hoped or _ahead(desk))
    return timeless and (tallied or result.reading.part("words") < SAID)


def _over(desk: Desk, query: Query, *, running: bool = False) -> bool:
    """Say whether a question is about years, quarters or seasons that are over, or that still run."""
    ends = [_end(desk.tables[leaf.table], time_in(desk.tables, leaf)) for leaf in leaves(query)]
    published = desk.context.published
    assert published is not None
    last = dt.date(published.year, 12, 31) if running else published
    return bool(ends) and all(end is not None and end <= last for end in ends)


def _coming(desk: Desk, query: Query) -> bool:
    """Say whether a row is of a time to come, or was written down lately: a house that is to open, an estimate."""
    view, published = desk.tables[query.table], desk.context.published
    assert published is not None
    if (year := first_year(time_in(desk.tables, query))) is not None and not view.day:
        return year >= published.year
    dates = [column for role in ("date", "from", "to") for column in view.of_role(role)]
    days = [view.cells(column)[row] for row in select(view, query.where) for column in dates]
    return any(isinstance(day, dt.date) and day > published - LATELY for day in days)


def _end(view: View, cell: Cell) -> dt.date | None:
    """Give the last day of a year, a quarter, a month or a season; None for a day, at which something stands."""
    if isinstance(cell, dt.date):
        monthly = bool(view.day) and view.columns[view.day].resolution == "month"
        return cell + dt.timedelta(MONTH) if monthly else None
    if isinstance(cell, str) and (span := quarter(cell)):
        return span[1]
    year = first_year(cell)
    if year is None:
        return None
    return dt.date(year + 1 if SEASON.search(str(cell)) else year, 12, 31)


def _planned(desk: Desk, query: Query) -> bool:
    return bool(query.column) and bool(
        PLANNED & {stem(w) for w in desk.tables[query.table].columns[query.column].words}
    )


@remembered
def _hoped(desk: Desk) -> bool:
    """Say whether a figure is expected or believed, and not simply said to come about."""
    statement, verb = desk.statement, desk.context.verb
    if looked_forward_to(desk.context.document, (statement.start, statement.end)):
        return True
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return False
    believed = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in BELIEVING
    return believed or not _modals(desk, FUTURE)


def _modals(desk: Desk, words: frozenset[str]) -> list[int]:
    """Say where the verb of the statement, or one that it is joined to, has such modals."""
    verb = desk.context.verb
    around = [] if verb is None else [verb, *verb.children, *(verb.head.children if verb.dep_ == "conj" else ())]
    return [t.idx for t in around if t.lower_ in words]


def _parted(desk: Desk, words: frozenset[str]) -> bool:
    """Say whether a modal is that of another clause, whatever the parse makes of it: "She will go: it has 40"."""
    modals = _modals(desk, words)
    return bool(modals) and all(PARTS & {*desk.context.text[at : desk.statement.start]} for at in modals)


@remembered
def _ahead(desk: Desk) -> bool:
    """Say whether the statement gives a time that is still to come."""
    published = desk.context.published
    times = desk.context.times
    return any(w.role == "at" and w.weight >= STATED and published and w.period[0] > published for w in times)
