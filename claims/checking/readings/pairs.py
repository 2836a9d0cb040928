"""Two numbers written as one: a record "32-18", a score "113-107", "7 of 14"."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from claims.checking.doers import own_subject
from claims.checking.query import Filter, Query, same, select
from claims.checking.readings.gaps import entity_pairs
from claims.checking.readings.sides import sides_of
from claims.checking.scoring import TOLD, Reading, word_match
from claims.checking.selection import Selection
from claims.checking.showing import show
from claims.checking.totals import Summed
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import Cell, View
    from claims.types import Value

STAGES = frozenset(stem(w) for w in "quarter half set inning period leg round".split())
RECORD = (frozenset(stem(w) for w in ("win", "won", "victory")), frozenset(stem(w) for w in ("loss", "lost", "defeat")))
VOTED = (
    frozenset(stem(w) for w in ("for", "yes", "aye", "favour", "favor")),
    frozenset(stem(w) for w in ("against", "no", "nay", "noes")),
)
VOTES = frozenset(stem(w) for w in "vote ballot pass carry approve adopt back reject throw ratify repeal".split())
WON = frozenset(stem(w) for w in "win beat defeat thrash hammer edge overcome rout trounce".split())
LOST = frozenset({stem("lose")})
PARTS = (
    frozenset(stem(w) for w in ("made", "hit", "won", "scored")),
    frozenset(stem(w) for w in ("attempted", "taken", "played", "total")),
)


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the pairs of cells that a score or a part of a whole may be."""
    value = desk.value
    if value is None or value.kind not in ("score", "ratio") or not isinstance(value.amount, tuple):
        return
    for view in desk.views:
        for selection in desk.selections(view)[:3]:
            if len(select(view, selection.where)) == 1:
                yield from _in_row(desk, view, selection)
        if value.kind == "score" and not (view.year or isinstance(view.form, Summed)):
            yield from _between_rows(desk, view)
    if value.kind == "score":
        for view in desk.views:
            yield from _matches(desk, view)


def _matches(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield the two sides of a row that names both: the goals of home and away."""
    assert desk.value is not None
    assert isinstance(desk.value.amount, tuple)
    for (one, left), (other, right) in sides_of(view):
        for first, second, weight in _opponents(desk):
            chosen = [
                (same(view, one, a), same(view, other, b))
                for a, b in ((first, second), (second, first))
                if view.rows(one, a) and view.rows(other, b)
            ]
            rows = [(where, row) for where in chosen for row in select(view, where)]
            for where, row in rows:
                day = view.cells(view.day)[row] if view.day else None
                sure = _on_time(desk, day, len(rows))
                when = (Filter(view.day, "=", day),) if view.day else ()
                queries = [
                    Query(operation="value", table=view.name, column=c, where=(*where, *when)) for c in (left, right)
                ]
                filled = ((one, str(where[0].value)), (other, str(where[1].value)))
                selection = Selection(where=(*where, *when), filled=filled, subject=weight, time=sure)
                if (side := _told(desk)) and side.name in (first, second):
                    own = str(where[0].value) == side.name
                    yield _pair(desk, view, queries[:: 1 if own else -1], selection, 0.9, *_as_told(side, desk.value))
                    continue
                said = f"{left} and {right} of {first} and {second}"
                yield _pair(desk, view, _ordered(view, queries, desk.value.amount), selection, 0.9, said)


@dataclass(frozen=True, slots=True)
class Side:
    """Who is said to have won or lost."""

    name: str
    won: bool


def _told(desk: Desk) -> Side | None:
    """Read who won or lost by the verb over a score: "Rovers lost 3-0", "Rovers were beaten 3-0"."""
    verb = desk.context.verb
    if verb is None or stem(verb.text) not in WON | LOST:
        return None
    subject = own_subject(verb)
    mention = desk.context.discourse.mention_at(subject) if subject is not None else None
    if subject is None or mention is None:
        return None
    return Side(mention.best, (stem(verb.text) in WON) != (subject.dep_ == "nsubj:pass"))


def _as_told(side: Side, value: Value) -> tuple[str, str]:
    """Put a score in words and figures as that of who is said to have won or lost, their own figure first."""
    assert isinstance(value.amount, tuple)
    ordered = sorted(value.amount, reverse=side.won)
    return f"score of {side.name}, said to have {'won' if side.won else 'lost'}", "-".join(map(show, ordered))


def _opponents(desk: Desk) -> list[tuple[str, str, float]]:
    """Give the two things a score is between: both tied to it."""
    seen = {b.mention.best: b.weight for b in reversed(desk.context.bindings) if not b.mention.person}
    best = sorted(seen.items(), key=lambda item: -item[1])[:4]
    return [(a, b, min(v, w) + 0.1) for (a, v), (b, w) in combinations(best, 2)]


def _on_time(desk: Desk, day: Cell, rivals: int) -> float:
    """Say how well a match's day fits: the time stated, the last week, or the only one there is."""
    stated = [w for w in desk.context.times if w.role == "at" and w.weight >= 0.85]
    if isinstance(day, dt.date):
        if stated:
            return 1.0 if any(w.period[0] <= day <= w.period[1] for w in stated) else 0.3
        if desk.context.published and 0 <= (desk.context.published - day).days <= 7:
            return 0.9
    return 0.8 if rivals == 1 else 0.5


def _in_row(desk: Desk, view: View, selection: Selection) -> Iterator[Reading]:
    assert desk.value is not None
    record = desk.context.bracketed or stem("record") in desk.context.near
    sides = PARTS if desk.value.kind == "ratio" else RECORD if record else VOTED
    for first in _having(view, sides[0]):
        for second in _having(view, sides[1]):
            rest = _shared(view, first, second)
            if rest is None:
                continue
            spoken = desk.context.near | desk.context.clause_stems
            said = not rest or (sides is VOTED and bool(VOTES & spoken))
            words = 0.85 if said else 0.3 + 0.6 * word_match(rest, spoken)
            queries = [
                Query(operation="value", table=view.name, column=c, where=selection.where) for c in (first, second)
            ]
            if sides is PARTS and not _named_sides(desk, view, first, second):
                continue
            yield _pair(desk, view, queries, selection, words, f"{first} and {second} of {selection.who or view.name}")


def _named_sides(desk: Desk, view: View, first: str, second: str) -> bool:
    """Say whether a part of a whole is written as one, with a word of either column close by."""
    value = desk.value
    own = {stem(w) for c in (first, second) for w in view.columns[c].words}
    return bool(value and value.text[:1].isdigit() and own & desk.context.near)


def _having(view: View, words: frozenset[str]) -> list[str]:
    return [c for c in view.measures if words & {stem(w) for w in (*view.columns[c].words, *view.columns[c].forms)}]


def _shared(view: View, first: str, second: str) -> list[str] | None:
    """Give the stems that two columns share; None if they are not two sides of one thing."""
    one, other = [stem(w) for w in view.columns[first].words], [stem(w) for w in view.columns[second].words]
    common = [w for w in one if w in other]
    return common if len(one) == len(other) == len(common) + 1 else None


def _between_rows(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield one measure of two things named: who beat whom by how much."""
    amount = desk.value.amount if desk.value else None
    assert isinstance(amount, tuple)
    context = desk.context
    if context.bracketed or context.part or context.aside or STAGES & {*context.after, *context.clause_stems}:
        return
    for one, other in entity_pairs(desk, view)[:2]:
        for column in view.measures:
            words = (
                0.85
                if [stem(w) for w in view.columns[column].words] in ([stem("point")], [stem("goal")], [stem("score")])
                else 0.0
            )
            words = max(words, desk.words(view, column) if len(view.columns[column].words) == 1 else 0.0)
            if words < 0.5:
                continue
            queries = [Query(operation="value", table=view.name, column=column, where=s.where) for s in (one, other)]
            queries = _ordered(view, queries, amount)
            yield _pair(desk, view, queries, one, words, f"{column} of {one.who} and {other.who}")


def _ordered(view: View, queries: list[Query], amount: tuple[Decimal, Decimal]) -> list[Query]:
    """Put the larger cell where the article has the larger number."""
    cells = _cells(view, queries)
    if all(isinstance(c, Decimal) for c in cells) and (cells[0] > cells[1]) != (amount[0] > amount[1]):  # type: ignore[operator]
        return queries[::-1]
    return queries


def _cells(view: View, queries: list[Query]) -> list[Cell]:
    return [next((view.cells(q.column)[r] for r in select(view, q.where)), None) for q in queries]


def _pair(
    desk: Desk, view: View, queries: list[Query], selection: Selection, words: float, said: str, asserted: str = ""
) -> Reading:
    assert desk.value is not None
    assert isinstance(desk.value.amount, tuple)
    one_right = any(cell == stated for cell, stated in zip(_cells(view, queries), desk.value.amount, strict=True))
    return Reading(
        family="pair", flags=TOLD if one_right else (),
        query=Query(operation="pair", table=view.name, left=queries[0], right=queries[1]),
        parts=(
            ("subject", max(0.0, selection.subject - selection.skipped)), ("words", words), ("time", selection.time),
        ),
        said=said, form="name", asserted=asserted or "-".join(show(a) for a in desk.value.amount),
    )  # fmt: skip
