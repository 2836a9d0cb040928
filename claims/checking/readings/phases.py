"""Which of a row's dates a clause speaks of: the one that its verb tells, or that begins or ends what it is about."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from claims.checking.circumstances import ahead
from claims.checking.remembered import remembered
from claims.checking.tables import ENDS, SINCE, STARTS
from claims.checking.words import STRONG, kinship, stem, stems_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.tables import View

BLANK = frozenset(stem(w) for w in ("date", "day", "year", "on", "at", "utc", "time"))
"""Words of a column that only say that it is a date."""
BEGUN = STARTS | {
    stem(w) for w in "introduce launch open debut unveil found create set commission build use introduction".split()
}
MAKINGS = BEGUN - STARTS
OVER = ENDS | {
    stem(w) for w in "close shut withdraw scrap drop discontinue axe complete conclude cease stop closure retirement "
    "withdrawal departure resignation".split()
}  # fmt: skip
GIVEN_UP = frozenset({
    ("give", "up"), ("lay", "down"), ("step", "down"), ("step", "aside"), ("stand", "down"), ("hand", "over"),
})  # fmt: skip
"""Verbs that end a time in a post with the word that goes with them."""
FIRSTS, LASTS = frozenset(stem(w) for w in "first maiden debut".split()), frozenset({stem("last"), stem("final")})
"""Words of a column, beside those of beginnings and ends, that say which end it holds."""
PLANNED = frozenset(stem(w) for w in "planned scheduled due target expected original deadline".split())
UNTIL, FROM = frozenset({"until", "till"}), frozenset({"since", "from"})
LATER = ("later", "earlier")
TOLD, MEANT, OPEN, OTHER = 0.95, 0.9, 0.5, 0.2
"""How surely a clause speaks of a date: its verb tells it, it begins or ends like it, nothing says; of another one."""


def own_stems(column: str) -> frozenset[str]:
    """Give the stems of a date column that say what happened on it."""
    return frozenset(stems_of(column)) - BLANK


@remembered
def telling(desk: Desk) -> frozenset[str]:
    """Give the stems of the verb that a date goes with, and of the nouns that govern it."""
    verb = since_when(desk) or desk.context.verb
    particles = [c.text for c in verb.children if c.dep_ == "compound:prt"] if verb is not None else []
    words = {stem(word) for word in [*particles, *([verb.text] if verb is not None else [])]}
    words |= OVER if verb is not None and any((verb.lemma_.lower(), p) in GIVEN_UP for p in particles) else set()
    if since_when(desk):
        return frozenset(words)
    told, done = frozenset(words) | desk.context.governing, begun_doing(desk)
    if not words & (BUILT | BEGINNING) and any(t.lower_ in HOUSES for t in desk.context.line):
        told -= BUILT
    return (told | done) - BEGINNING if done else told


@remembered
def since_when(desk: Desk) -> Token | None:
    """Give the verb of what happened at a time since which something holds: "since May, when she gave up the post"."""
    context = desk.context
    behind = context.document.line(context.statement.end, context.sentence[1])
    words = [t.lower_ for t in behind[:2]]
    if context.before[:1] != ["since"] or "when" not in words or not {*words} <= {",", "when"}:
        return None
    return next((t for t in takewhile(lambda t: t.text not in (";", "."), behind) if t.pos_ == "VERB"), None)


@remembered
def begun_doing(desk: Desk) -> frozenset[str]:
    """Give the stems of what is begun that is no time in a post: "began holding talks", not "began to run the firm"."""
    objects = ((d, c) for d in _begun(desk) if not _serving(d) for c in d.children if c.dep_ == "obj")
    return frozenset(stem(token.text) for pair in objects for token in pair)


def begins_serving(desk: Desk) -> bool:
    """Say whether a time in a post is begun: "began to run the firm"."""
    return any(map(_serving, _begun(desk)))


def _begun(desk: Desk) -> list[Token]:
    """Give the verbs of what is begun, around the statement or above it."""
    line, verb = desk.context.line, desk.context.verb
    heads = [t for t in [*line, *([verb.head] if verb is not None else [])] if stem(t.text) in BEGINNING]
    return [c for t in heads for c in t.children if c.dep_ == "xcomp"]


def _serving(verb: Token) -> bool:
    return verb.lemma_.lower() in SERVING


BUILT, HOUSES = frozenset({stem("build")}), frozenset({"building", "buildings"})
"""What stands is no work of building: "it moved to its present building in 1983"."""
BEGINNING = frozenset({stem("begin"), stem("start")})
SERVING = frozenset("serve lead run manage head chair coach".split())


@remembered
def phase(desk: Desk) -> str:
    """Say whether a date is told as a beginning or as an end, "" where neither is said."""
    before, verbs = {*desk.context.before[:1]}, telling(desk)
    if before & UNTIL or verbs & OVER:
        return "end"
    return "start" if verbs & BEGUN or (before & FROM and not begun_doing(desk)) else ""


@remembered
def _planned(desk: Desk) -> bool:
    """Say whether a date is one that is planned: the clause says so, or the day is yet to come."""
    counted = desk.value is not None and desk.value.text.endswith(LATER)  # from another time, which may be long ago
    return (not counted and ahead(desk)) or bool(PLANNED & desk.context.clause_stems)


def undergone(desk: Desk, view: View, column: str) -> bool:
    """Say whether a column tells when things were made, and something else was done to one: "run by Lee since 2014"."""
    verb = desk.context.verb
    made = column != view.start and bool(own_stems(column) & MAKINGS)
    if not made or verb is None or not any(c.dep_ == "aux:pass" for c in verb.children):
        return False
    own = stem(verb.text)
    return own in STARTS - BEGINNING or (desk.context.before[:1] == ["since"] and own not in BEGUN)


def phase_of(view: View, column: str) -> str:
    """Say whether a column has beginnings or ends, "" where it has neither."""
    own = own_stems(column)
    if column == view.end or own & (OVER | LASTS):
        return "end"
    return "start" if column == view.start or own & (BEGUN | FIRSTS | {SINCE}) else ""


def _alone(view: View, column: str) -> bool:
    """Say whether a planned day is the only one of its kind that a table has: what was to close then has closed."""
    own = phase_of(view, column)
    return bool(own) and not any(phase_of(view, c) == own for c in view.of_role("date", "from", "to") if c != column)


@remembered
def dates_told(desk: Desk, view: View) -> dict[str, float]:
    """Say how surely the clause speaks of each date of a table's rows."""
    columns = view.of_role("date", "from", "to", "year")
    verbs, said = telling(desk), phase(desk)
    told = {c for c in columns if any(kinship(a, b) >= STRONG for a in own_stems(c) for b in verbs)}
    found = {}
    for column in columns:
        own = phase_of(view, column)
        if PLANNED & own_stems(column):
            told_so = _planned(desk) and said in ("", own)
            found[column] = MEANT if told_so or (said == own and _alone(view, column)) else OTHER
        elif column in told and (len(told) == 1 or own == said):
            found[column] = TOLD
        elif own and said:
            found[column] = MEANT if own == said else OTHER
        else:
            found[column] = OTHER if len(told) == 1 and column not in told else OPEN
    return found
