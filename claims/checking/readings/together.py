"""Things that are taken together: named side by side, "the two" of them, the last six rows of a table."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from typing import TYPE_CHECKING

from claims.checking.query import Filter, select
from claims.checking.readings.axes import time_column
from claims.checking.readings.measures import tie, whole
from claims.checking.readings.things import DEFINITE, but_totals
from claims.checking.remembered import remembered
from claims.checking.selection import Selection
from claims.checking.words import stem
from claims.values.lexicon import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.mentions import Mention
    from claims.checking.tables import Cell, View

LINK = re.compile(r"[\s,;()\d]*(?:\band\b|\bwith\b|\bplus\b|&)?[\s,;()\d]*(?:\bthe\b)?\s*", re.IGNORECASE)
TOGETHER = frozenset(stem(w) for w in "together between combined altogether among jointly".split())
PAIR = frozenset("two both pair duo couple".split())
AWAY, FAR = 500, 1_500  # characters back
MOST_NAMES, MOST_ROWS = 6, 20


def joined(desk: Desk) -> list[tuple[Mention, ...]]:
    """Give the names that stand side by side in the sentence: "Labour, the Greens and the League"."""
    context = desk.context
    runs: list[list[Mention]] = []
    for mention in context.discourse.mentions_in(context.sentence):
        if not mention.values or mention.back:
            continue
        if runs and LINK.fullmatch(context.text[runs[-1][-1].end : mention.start]):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return [tuple(run) for run in runs if len(run) > 1]


@remembered
def numbered(desk: Desk) -> dict[int, int]:
    """Map how many things the sentence takes together, "the two", "both", "its three schemes", to where it says so."""
    tokens = desk.context.document.line(*desk.context.sentence)
    found: dict[int, int] = {}
    for before, token in itertools.pairwise(tokens):
        if desk.statement.start <= token.idx < desk.statement.end:
            continue
        many = 2 if token.lower_ in PAIR else SMALL.get(token.lower_, 0)
        many = many or (int(token.lower_) if token.lower_.isdecimal() and len(token.lower_) < 3 else 0)
        said = before.lower_ in DEFINITE or (token.lower_ == "both" and token.head.i != token.i)
        if said and 1 < many <= MOST_ROWS:
            found.setdefault(int(many), token.idx)
    return found


@remembered
def joint(desk: Desk, view: View) -> list[Selection]:
    """Give the rows of several things that are named side by side, or taken together."""
    found: list[Selection] = []
    for column in view.names:
        seen: set[frozenset[str]] = set()
        groups = [*_side_by_side(desk), *(_together(desk, view, column) if said_together(desk) is not None else ())]
        for group, subject in sorted(groups, key=lambda found: -found[1]):
            values = tuple(dict.fromkeys(v for v in (name_in(desk, view, column, name) for name in group) if v))
            if 1 < len(values) < MOST_NAMES and frozenset(values) not in seen:
                seen.add(frozenset(values))
                where = (Filter(column, "in", values),)
                found.append(Selection(where=where, filled=((column, " and ".join(values)),), subject=subject))
    return found


@remembered
def _side_by_side(desk: Desk) -> list[tuple[tuple[str, ...], float]]:
    """Give the names that stand side by side, and all of things, and of people, close by, each with how surely.

    None where each of them has a figure of its own.
    """
    if desk.context.paired is not None:
        return []
    runs = [(tuple(m.best for m in run), 0.9) for run in joined(desk)]
    near = [b.mention.best for b in desk.context.bindings if b.weight >= 0.55 and not b.mention.person]
    people = [b.mention.best for b in desk.context.bindings if b.weight >= 0.6 and b.mention.person]
    groups = [*runs, (tuple(dict.fromkeys(near)), 0.8), (tuple(dict.fromkeys(people))[:2], 0.75)]
    return [group for group in groups if len(group[0]) > 1]


def name_in(desk: Desk, view: View, column: str, name: str) -> str:
    """Give what a column has for something named: itself, else what stands for it, a firm's sign for the firm."""
    return name if view.rows(column, name) else next((n for n in desk.index.implied(name) if view.rows(column, n)), "")


def _together(desk: Desk, view: View, column: str) -> Iterator[tuple[tuple[str, ...], float]]:
    """Yield the names last said before "together that is", "between them", as many as there are said to be."""
    context = desk.context
    at = said_together(desk)
    if at is None:
        return
    names: list[str] = []
    told = [many for many in numbered(desk) if many < MOST_NAMES]
    for mention in reversed(context.discourse.mentions_in((context.sentence[0] - (FAR if told else AWAY), at))):
        name = name_in(desk, view, column, mention.best) if mention.values else ""
        if name and name not in names:
            names.append(name)
    for many in told or (2, 3, 4):
        if len(names) >= many:
            yield tuple(sorted(names[:many])), 0.9 if told else 0.8 - 0.05 * abs(many - len(names))


@remembered
def said_together(desk: Desk) -> int | None:
    """Say where the sentence takes things together, None where it does not."""
    document = desk.context.document
    place = document.places(*desk.context.sentence)
    words = zip(document.columns.word[place], document.columns.start[place], strict=True)
    return next((start for word, start in words if stem(word) in TOGETHER), None)


@remembered
def years_over(desk: Desk) -> int:
    """Give the years that a total is one of, 0 where none is: "in six years it had 446,000 visitors"."""
    context, statement = desk.context, desk.statement
    for found in OVER_YEARS.finditer(context.text, *context.sentence):
        opens = not context.text[context.sentence[0] : found.start()].strip(' "“‘')
        behind = found.start() >= statement.end and CLOSE_BEHIND.fullmatch(context.text, statement.end, found.start())
        if (opens or behind) and not found.start() <= statement.start < found.end():
            many = SMALL.get(found["many"].lower(), 0)
            return int(many or (found["many"] if found["many"].isdecimal() else 0))
    return 0


OVER_YEARS = re.compile(
    r"\b(?:in|over|during|within|across) (?:(?:the|its|these|those|all) )?(?:(?:last|past|previous) )?"
    r"(?P<many>[a-z]+|\d{1,2}) (?:years|seasons)\b(?! (?:ago|of|as|old|before|later))",
    re.IGNORECASE,
)
CLOSE_BEHIND = re.compile(r"(?: (?!most|fewest|least|highest|lowest|more|fewer|less)[a-z]+){0,3} ")


@remembered
def last_rows(desk: Desk, view: View) -> list[Selection]:
    """Give the last rows of a table, or of what is named, where the sentence says how many: "the six came to"."""
    order = view.day or view.start or time_column(view)
    return list(_last(desk, view, order)) if order and numbered(desk) else []


def _last(desk: Desk, view: View, order: str) -> Iterator[Selection]:
    named = [s for s in desk.named(view) if s.filled and order not in dict(s.filled)][:3]
    for selection in [*named, Selection(where=but_totals(view), subject=whole(desk, view))]:
        cells = _past(desk, view, selection, order)
        for many in numbered(desk):
            if len(cells) > many and cells[-many] != cells[-many - 1]:
                where = (*selection.where, Filter(order, ">=", cells[-many]), Filter(order, "<=", cells[-1]))
                yield Selection(where, selection.filled, max(tie(selection), 0.6), time=0.8, when=f"the last {many}")


def _past(desk: Desk, view: View, selection: Selection, order: str) -> list[Cell]:
    """Give the times of some rows that are over, the earliest first."""
    published, column = desk.context.published, view.cells(order)
    cells = [c for row in select(view, selection.where) if (c := column[row]) is not None]
    if published is not None:
        cells = [c for c in cells if not isinstance(c, dt.date) or c <= published]
    return [*sorted(cells)]
