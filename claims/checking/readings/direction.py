"""Which way a number says that a measure moved, or lies from another: up, down, or not said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims import degrees
from claims.checking.readings.fits import RANKS
from claims.checking.remembered import remembered
from claims.checking.words import stem

if TYPE_CHECKING:
    from claims.checking.context import Context
    from claims.checking.desk import Desk
    from claims.checking.tables import View

UP = frozenset(
    "more up higher larger bigger greater longer taller heavier deeper wider dearer pricier costlier fuller warmer "
    "hotter thicker".split()
)
DOWN = frozenset(
    "fewer less down lower smaller shorter lighter shallower narrower cheaper emptier cooler colder thinner".split()
)
GAINS = frozenset("rise increase growth gain jump leap climb surge hike uptick upturn".split())
DROPS = frozenset("fall drop decrease decline cut reduction slide slump plunge dip downturn".split())
RISING = frozenset(stem(w) for w in degrees.RISES | degrees.RAISED | {"gain", "add"})
FALLING = frozenset(stem(w) for w in degrees.FALLS | degrees.LOWERED | {"lose", "shed"})
# Who rises in a ranking has a lower number; a loss that narrows is a result that grows.
TURNED = RANKS | {stem(w) for w in "spot rung loss lose deficit debt shortfall gap lead margin".split()}
PLACED = frozenset("ahead behind clear adrift".split())  # who is so far before another may have more, or take less
VERBS = frozenset({stem("lose"), stem("stand")})  # "stood at 48" speaks of no standings
NEAR = 60  # characters before the number in which what it moved stands
HEDGES = frozenset("about nearly almost around roughly some just over under only a an the mere".split())


def direction(desk: Desk, view: View, column: str) -> int:
    """Give 1 where the number says that a measure is so much more, -1 so much less, 0 where it may be either."""
    meaning = view.columns[column]
    own = {stem(w) for w in (*meaning.words, *meaning.forms)}
    verb = desk.context.verb
    if TURNED & own or (verb is not None and stem(verb.text) in own & (RISING | FALLING)):  # games lost
        return 0
    return _said(desk.context)


@remembered
def _said(context: Context) -> int:
    start = context.statement.start
    moved = context.text[max(context.sentence[0], start - NEAR) : start].lower().split()
    if TURNED & ({context.noun, *map(stem, moved), *context.clause_stems} - VERBS):
        return 0
    if PLACED & {*context.after[:2]}:
        return 0  # "slipped to 284, still five ahead of Elm"
    return _behind(context) or _before(context) or _verb(context)


def _behind(context: Context) -> int:
    """Read "1,600 more visits", "5 per cent up", "a 12 per cent fall"."""
    first = next((n for n, t in enumerate(context.tokens) if t.like_num), len(context.tokens) - 1)
    own = [t.lower_ for t in context.tokens[first + 1 :]]
    after = [] if context.after[:1] in (["or"], ["and"], ["than"]) else context.after[:2]
    return _one_way({*own, *after}, UP | GAINS, DOWN | DROPS)


def _before(context: Context) -> int:
    """Read "up 5 per cent", "down by 12", "a fall of 1,600"."""
    lead = _lead(context)
    return _one_way({*lead}, {"up"} | GAINS, {"down"} | DROPS)


def _verb(context: Context) -> int:
    """Read "rose by 1,600", "has lost 540 beds"."""
    lead = _lead(context)
    verbs = lead if context.before[:1] == ["by"] else []
    verbs += [context.verb.text] if context.verb is not None and (context.changes or verbs) else []
    return _one_way({*map(stem, lead)}, RISING, FALLING) or _one_way({*map(stem, verbs)}, RISING, FALLING)


def _lead(context: Context) -> list[str]:
    """Give the word before the number, past what hedges it and "by" or "of"."""
    before = [w for w in context.before if w not in HEDGES]
    return before[1:2] if before[:1] in (["by"], ["of"]) else before[:1]


def _one_way(words: set[str], up: frozenset[str] | set[str], down: frozenset[str] | set[str]) -> int:
    return bool(words & up) - bool(words & down)
