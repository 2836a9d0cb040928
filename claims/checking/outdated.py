"""Old figures: what agrees at a time that nothing in the article speaks of, where the words mean a newer one."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from claims.checking.editions import time_in
from claims.checking.occasion import pluperfect
from claims.checking.selection import first_year
from claims.references.cells import quarter

if TYPE_CHECKING:
    from claims.checking.desk import Desk
    from claims.checking.periods import When
    from claims.checking.tables import Cell
    from claims.checking.verdicts import Weighed

OLD = "agrees: old figure"
TOLD_APART = frozenset({"movement"})
"""Families whose reading rests on the figure at the other end."""
BACK = frozenset(
    "then once before earlier previous previously former formerly prior ago originally initially used until "
    "preceding".split()
)
STATED, LAST, CARRIED = 0.85, 0.5, 0.3
PARTS = frozenset(",;:()—")
YEAR, FAR = re.compile(r"\d{4}"), 16  # characters of a date that gives its year
BEHIND = 5  # words behind a figure that may still say when it was


def outdated(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a reading agrees at a time that is not spoken of, where a newer figure of the measure differs.

    An article that says "has 71 aircraft" of a table with 71 last year and 77 now does not agree with it.
    """
    if not weighed.features.get(OLD) or weighed.reading.family in TOLD_APART:
        return False
    when, times = time_in(desk.tables, weighed.reading.query), desk.context.times
    if when is None or desk.context.contrasted or any(_covers(w, when) for w in times if _carries(desk, w)):
        return False
    return any(_stated(desk, w) for w in times) or not _looks_back(desk)


def dated(desk: Desk) -> bool:
    """Say whether a year in figures dates the statement: then the figure may be right, and the year wrong."""
    return any(_stated(desk, w) and YEAR.search(desk.context.text, w.start, w.start + FAR) for w in desk.context.times)


def _stated(desk: Desk, when: When) -> bool:
    """Say whether a time stands before the figure in its sentence, or behind it with nothing between to part them."""
    between = desk.context.text[desk.statement.end : when.start]
    return when.role == "at" and when.weight >= STATED and not PARTS & {*between}


def _carries(desk: Desk, when: When) -> bool:
    """Say whether a time holds for the statement: the last that was given, or one of its paragraph."""
    inside = when.start >= desk.context.discourse.paragraph(desk.statement.start)[0]
    return when.role == "at" and when.weight >= (CARRIED if inside else LAST)


def _covers(when: When, cell: Cell) -> bool:
    """Say whether a time is that of a row."""
    if isinstance(cell, dt.date):
        return when.period[0] <= cell <= when.period[1]
    if isinstance(cell, str) and (span := quarter(cell)):
        return when.period[0] <= span[1] and span[0] <= when.period[1]
    year = first_year(cell)
    return year in (when.year, when.season) or (isinstance(cell, str) and when.year == (year or 0) + 1)


def _looks_back(desk: Desk) -> bool:
    """Say whether a word before the figure, or right behind it, tells of a time gone by: "then", "once", "had been"."""
    context = desk.context
    before = context.document.tokens(context.sentence[0], desk.statement.start)
    said = {*(t.lower_ for t in before), *context.after[:BEHIND]}
    return bool(BACK & said) or pluperfect(context, context.clause)
