"""Tables with two sides: home and away with their goals; what one side won, drew or lost."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from claims.checking.query import Filter, Query, same
from claims.checking.readings.measures import tie
from claims.checking.readings.scopes import until
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import Selection
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import View

Side = tuple[str, str]
OUTCOMES = {stem("win"): ">", stem("victory"): ">", stem("lose"): "<", stem("defeat"): "<", stem("draw"): "="}
PLAYED = frozenset(stem(w) for w in "play match game fixture meeting".split())


@remembered
def sides_of(view: View) -> list[tuple[Side, Side]]:
    """Give pairs of name columns for the same things, each with the measure that bears its name."""
    found: list[tuple[Side, Side]] = []
    for one, other in combinations(view.names, 2):
        if {*view.distinct(one)} & {*view.distinct(other)}:
            first, second = {*one.split("_")}, {*other.split("_")}
            lefts, rights = _bearing(view, first - second), _bearing(view, second - first)
            found += [((one, lefts[rest]), (other, rights[rest])) for rest in lefts if rest in rights]
    return found


def _bearing(view: View, own: set[str]) -> dict[frozenset[str], str]:
    """Give the measures that bear a side's own words, "home", by their other words, "goals"."""
    split = {m: {*m.split("_")} for m in view.measures}
    return {frozenset(words - own): m for m, words in split.items() if own and own < words}


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield how many matches somebody won, drew, lost or played: at home, away, in all; "five of seven"."""
    value = desk.value
    if value is None or value.kind not in ("count", "number", "ratio"):
        return
    stems = desk.context.near | desk.context.clause_stems | {desk.context.noun}
    relations = [r for word, r in OUTCOMES.items() if word in stems]
    pair = isinstance(value.amount, tuple)
    if not relations and (pair or not PLAYED & {desk.context.noun}):
        return
    for view in desk.views:
        for sides in sides_of(view):
            for name, subject in _named(desk, view, sides):
                yield from _won(desk, view, sides, name, subject, relations)


def _named(desk: Desk, view: View, sides: tuple[Side, Side]) -> list[tuple[str, float]]:
    found: dict[str, float] = {}
    for selection in [s for s in desk.named(view) if s.filled][:4]:
        for column, value in selection.filled:
            if column in (sides[0][0], sides[1][0]):
                found[value] = max(found.get(value, 0.0), tie(selection))
    for binding in desk.context.bindings:
        for implied in desk.index.implied(binding.mention.best):
            if any(view.rows(c, implied) for c, _ in sides):
                found.setdefault(implied, 0.9 * binding.weight)
    return sorted(found.items(), key=lambda item: -item[1])[:3]


def _won(
    desk: Desk, view: View, sides: tuple[Side, Side], name: str, subject: float, relations: list[str]
) -> Iterator[Reading]:
    (home, _), (away, _) = sides
    venue = {*desk.context.spoken}
    places = [((0, 1), f"{home} and {away}", 0.6 if "home" in venue else 0.8), ((0,), home, 0.75), ((1,), away, 0.6)]
    for which, place, sure in places:
        for relation in relations or [""]:
            counted = [_count(desk, view, sides, name, w, relation) for w in which]
            played = [_count(desk, view, sides, name, w, "") for w in which]
            won, all_of = (_plus(view, queries) for queries in (counted, played))
            said = f"matches of {name} ({place}){f' with {sides[0][1]} {relation} {sides[1][1]}' if relation else ''}"
            parts = (("subject", subject), ("words", 0.85), ("time", sure))
            amount = desk.value.amount if desk.value else None
            if isinstance(amount, tuple):
                yield Reading(
                    family="won", query=Query(operation="pair", table=view.name, left=won, right=all_of), parts=parts,
                    said=f"won and played: {said}", form="name", asserted="-".join(format(a, "f") for a in amount),
                    refutes=False,
                )  # fmt: skip
            else:
                yield Reading(family="won", query=won, parts=parts, said=said, refutes=False)


def _count(desk: Desk, view: View, sides: tuple[Side, Side], name: str, which: int, relation: str) -> Query:
    (column, own), (_, their) = sides[which], sides[1 - which]
    scope = next(iter(until(desk, view, Selection(where=(same(view, column, name),)))))
    result = (Filter(own, f"{relation} column", their),) if relation else (Filter(own, "filled", None),)
    return Query(operation="count", table=view.name, where=(*scope.where, *result))


def _plus(view: View, queries: list[Query]) -> Query:
    if len(queries) == 1:
        return queries[0]
    return Query(operation="plus", table=view.name, left=queries[0], right=queries[1])
