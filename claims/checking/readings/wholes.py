"""What columns make together in one row: seats and standing room, "can carry 320"; men and women, "410 in all"."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from claims.checking.query import Query
from claims.checking.readings.apiece import own_stems
from claims.checking.readings.figures import named_in, stems
from claims.checking.readings.fits import fit
from claims.checking.readings.measures import agrees, single, tie
from claims.checking.readings.shares import comparable
from claims.checking.readings.things import PEOPLE
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.words import kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import View

SITTING = stems("seat seats seating seated sitting berth bed cabin couchette")
STANDING = stems("standing stand stands terrace wheelchair cot bunk deck folding")
HOLDING = frozenset("carry hold take accommodate fit contain sleep".split())
ROOM, NOW = stems("room space capacity"), frozenset({"VB", "VBZ", "VBP"})
CROWD = stems("people person passenger spectator fan visitor guest traveller commuter rider") | PEOPLE
WHOLE = stems("altogether combined total together overall")
SAID, ALL = 0.85, ("in", "all")


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the sums of two columns of a row that the words ask for as a whole."""
    value, context = desk.value, desk.context
    if value is None or value.kind not in ("count", "number", "money", "quantity") or context.compares:
        return
    counted = {context.noun, stem(value.unit.split(" ")[-1])}
    holding = _holds(desk) and any(kinship(n, w) >= SAID for n in counted for w in CROWD)
    whole = bool(WHOLE & context.clause_stems) or tuple(context.after[:2]) == ALL
    for view in desk.views if holding or whole else ():
        for one, other in _pairs(view):
            room = bool(SITTING & own_stems(view, one)) and bool(STANDING & own_stems(view, other))
            if (room and holding) or (whole and all(_said(desk, view, c) for c in (one, other))):
                yield from _together(desk, view, one, other)


def _holds(desk: Desk) -> bool:
    """Say whether a clause tells a capacity: "can carry", "takes", "has room for", not "carried last year"."""
    verb = desk.context.verb
    holds = verb is not None and verb.lemma_.lower() in HOLDING and verb.tag_ in NOW
    timed = any(w.start >= desk.context.sentence[0] for w in desk.context.times)
    return (holds or _room(desk)) and not timed


def _room(desk: Desk) -> bool:
    """Say whether a capacity is told outright, and not what is carried on a day: "can carry", "room for"."""
    return bool(ROOM & desk.context.clause_stems) or "can" in {*desk.context.spoken}


@remembered
def _pairs(view: View) -> list[tuple[str, str]]:
    """Give the pairs of columns that may be added up, seats before standing room."""
    pairs = [p for p in combinations(view.measures, 2) if comparable(*(view.columns[c] for c in p))]
    return [(b, a) if STANDING & own_stems(view, a) else (a, b) for a, b in pairs]


def _said(desk: Desk, view: View, column: str) -> bool:
    return named_in(own_stems(view, column), desk.context.clause_stems)


def _together(desk: Desk, view: View, one: str, other: str) -> Iterator[Reading]:
    meaning = view.columns[one]
    kind = fit(desk.value, meaning) if desk.value else 0.0
    for selection in single(desk, view, 3) if kind else ():
        reading = Reading(
            family="sum", query=Query(
                operation="value", table=view.name, column=one, more=(other,), where=selection.where,
            ),
            parts=(("subject", tie(selection)), ("words", SAID), ("kind", kind), ("time", selection.time)),
            said=f"{one} and {other} of {selection.who or view.name}", unit=meaning.unit, scale=meaning.scale,
        )  # fmt: skip
        if _room(desk) or agrees(desk, reading):
            yield reading
