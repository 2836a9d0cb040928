"""What a ranking is for each of: "the most pupils per teacher", "the highest yield per hectare"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claims.checking.remembered import remembered
from claims.checking.words import kinship, stem

if TYPE_CHECKING:
    from claims.checking.desk import Desk
    from claims.checking.tables import View

FOR_EACH = re.compile(
    r"\b(?:per|(?:for|to) (?:each|every)|([a-z]+) an?) ((?:square |cubic )?[a-z]+(?:-[a-z]+)*)", re.IGNORECASE
)
JOINING = frozenset("with of in at for as by on to is was and or than from but has had into over under".split())
PEOPLE = frozenset(stem(w) for w in "population people inhabitant resident".split())
HEAD = frozenset(stem(w) for w in "head person capita".split())
UNITS = {
    "tonne": "t", "ton": "t", "hectare": "ha", "kilometre": "km", "kilometer": "km", "litre": "L", "liter": "L",
    "kilogram": "kg", "acre": "acre", "hour": "h", "minute": "min", "kilowatt-hour": "kWh", "square metre": "m2",
    "square meter": "m2", "square kilometre": "km2", "square kilometer": "km2", "cubic metre": "m3",
    "cubic meter": "m3",
}  # fmt: skip
"""Units that prose and columns write differently."""
MARKS = frozenset(",;:()")
PER, NEAR, REACH = "per", 0.8, 60


def own_stems(view: View, column: str) -> frozenset[str]:
    """Give the stems of a column's words."""
    meaning = view.columns[column]
    return frozenset(stem(word) for word in (*meaning.words, *meaning.forms))


class Apiece(NamedTuple):
    """What a superlative is for each of: the noun, the words before it, and the columns that hold it."""

    noun: str
    before: tuple[str, ...]
    columns: list[tuple[View, str]]


@remembered
def ranked_for(desk: Desk) -> Apiece | None:
    """Read what a superlative is for each of, where the tables hold that."""
    context = desk.context
    start, end = desk.statement.end, min(context.sentence[1], desk.statement.end + REACH)
    if FOR_EACH.search(context.text[start:end]) is None:  # "the cost per visitor was lowest"
        start, end = max(context.clause[0], desk.statement.start - REACH), desk.statement.start
    behind = context.text[start:end]
    found = FOR_EACH.search(behind)
    if found is None or (found[1] or "").lower() in JOINING or MARKS & {*behind[: found.start()]}:
        return None
    if found[1] and context.document.tokens(start + found.start(1), start + found.end(1)).root.pos_ in ("VERB", "AUX"):
        return None  # "made a profit" is no profit for each of something
    noun, unit = stem(found[2].split(" ")[-1]), UNITS.get(found[2].lower(), "-")
    columns = [(v, c) for v in desk.views for c in v.measures if called(v, c, noun) or v.columns[c].unit == unit]
    before = tuple(stem(w) for w in (*behind[: found.start()].split(), found[1] or ""))
    return Apiece(noun, before, columns) if columns else None


def is_rate(apiece: Apiece, view: View, column: str) -> bool:
    """Say whether a column is itself so much for each of that: a price per tonne."""
    meaning = view.columns[column]
    shared = {stem(w) for w in meaning.words[meaning.words.index(PER) + 1 :]} if PER in meaning.words else set()
    per = meaning.unit.split("/")[1:]
    return apiece.noun in shared or any(stem(said) == apiece.noun for said, unit in UNITS.items() if unit in per)


def called(view: View, column: str, noun: str) -> bool:
    """Say whether a noun is for a column: by its words, or people for a head; not for one that is a rate itself."""
    own = own_stems(view, column)
    if PER in view.columns[column].words:
        return False
    return (noun in HEAD and bool(PEOPLE & own)) or any(kinship(noun, word) >= NEAR for word in own)
