"""Which in the line of those who held a post somebody is: "the fourth to hold the office", "its eighth mayor since"."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.checking.checks import Check
from claims.checking.query import OPEN_END, Filter, Query, different, select
from claims.checking.readings.degrees import ranks_by_degree
from claims.checking.readings.roles import person_column
from claims.checking.readings.succession import latest_terms, peers, post_of
from claims.checking.readings.tenures import POSTS
from claims.checking.scoring import Reading
from claims.checking.words import PERSON_WORDS, STRONG, TITLES, kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.periods import When
    from claims.checking.tables import Cell, View

HOLDERS = frozenset(stem(w) for w in "person holder incumbent occupant head leader boss".split())
HOLD = frozenset(stem(w) for w in "hold have fill occupy lead run head serve be chair govern".split())
CALLED, BARE, SURE = 0.9, 0.6, 0.7


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the place of somebody's first term among those of the same post."""
    value = desk.value
    if value is None or value.kind != "ordinal" or not isinstance(value.amount, Decimal) or ranks_by_degree(desk):
        return
    called = _called(desk)
    for view in desk.views if called or desk.context.noun else ():
        person = person_column(desk, view) if view.start and view.end else ""
        for row, weight in list(latest_terms(desk, view, person))[:1]:
            words = CALLED if _titled(desk, view, row, person) else called
            where = _same_post(view, row, person) if words else None
            if where is not None:
                yield _place(desk, view, person, (row, where), (weight, words))


def _called(desk: Desk) -> float:
    """Say how plainly a number ranks one who holds a post: by "person", by what is held, barely by "since" alone."""
    context = desk.context
    behind = context.after[bool(context.noun) :] if context.noun_token not in context.tokens else context.after
    holds = behind[:1] == ["to"] and bool(HOLD & {stem(w) for w in behind[1:3]})
    if holds and (POSTS & {*behind} or context.noun in HOLDERS):
        return CALLED
    if context.noun:
        return BARE * (context.noun in HOLDERS)
    return BARE * (holds or behind[:1] == ["since"])


def _titled(desk: Desk, view: View, row: int, person: str) -> bool:
    """Say whether the noun, and no clause that picks some, is the title of the one who is ranked, or of the table."""
    noun = desk.context.noun_token
    if noun is None or any(c.dep_ in ("acl", "acl:relcl") for c in noun.children):
        return False
    titles = [str(view.cells(c)[row]) for c in view.names if c != person and not view.columns[c].named]
    if any(kinship(stem(noun.text), s) >= STRONG for text in titles for s in stems_of(text)):
        return True
    return stem(noun.text) in stems_of(view.name) and noun.lemma_.lower() in TITLES | PERSON_WORDS


def _same_post(view: View, row: int, person: str) -> tuple[Filter, ...] | None:
    """Give the conditions of a post; none where a table is of one post, None where several serve at a time."""
    columns = post_of(view, person)
    rows = peers(view, row, columns)
    terms = sorted((d, r) for r in rows if isinstance(d := view.cells(view.start)[r], dt.date))
    ends = [(view.cells(view.end)[row], after) for (_, row), (after, _) in pairwise(terms)]
    if len(terms) < len(rows) or not all(isinstance(end, dt.date) and end <= after for end, after in ends):
        return None
    return tuple(
        Filter(c, "missing" if (found := view.cells(c)[row]) is None else "=", found) for c in columns
    )  # fmt: skip


def _place(
    desk: Desk, view: View, person: str, term: tuple[int, tuple[Filter, ...]], sure: tuple[float, float]
) -> Reading:
    (row, where), (weight, words), since = term, sure, _since(desk)
    began = (Filter(view.start, "<=", view.cells(view.start)[row]),)
    then = (Filter(view.end, OPEN_END, since.period[0]),) if since else ()
    where = (*where, *began, *then)
    once = len(different(view, person, where)) == len(select(view, where))
    return Reading(
        family="incumbent",
        query=Query(operation="count", table=view.name, column="" if once else person, where=where),
        parts=(("subject", weight), ("words", words), ("time", 0.9)),
        said=f"place of {view.cells(person)[row]} among those in the post, by {view.name}", form="check",
        asserted=_placed(desk, complete=_goes_back(view, since)), refutes=weight >= SURE and words >= CALLED,
    )  # fmt: skip


def _since(desk: Desk) -> When | None:
    """Give the time since when they are counted, where the sentence gives it behind the number."""
    since, context = desk.context.since, desk.context
    return since if since and desk.statement.end <= since.start < context.sentence[1] else None


def _goes_back(view: View, since: When | None) -> bool:
    """Say whether a table begins no later than a stated time."""
    starts = [d for d in view.cells(view.start) if isinstance(d, dt.date)]
    return since is not None and bool(starts) and min(starts) <= since.period[1]


def _placed(desk: Desk, *, complete: bool) -> Check:
    """Hold a place to the number; a table that begins late may lack the first, so that a lower place says nothing."""
    amount = desk.value.amount if desk.value else None

    def test(found: Cell) -> bool | None:
        if not isinstance(found, Decimal) or not isinstance(amount, Decimal):
            return None
        return True if found == amount else False if found > amount or complete else None

    return Check("the place in the line, of those that are known", test)
