"""Whether the words of a number ask how many rows there are, and not for other things that happen to be as many."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.circumstances import NEAR, akin, leaves
from claims.checking.readings.kinds import kinds, negated
from claims.checking.readings.settled import AREAS, HOLDING, unread
from claims.checking.readings.things import (
    AGAIN,
    OTHERS,
    PEOPLE,
    PLACES,
    all_of_them,
    counted_token,
    number_of_all,
    rows_told,
    size_of,
    takes_up,
    whole_of,
)
from claims.checking.remembered import remembered
from claims.checking.scoring import CELLS
from claims.checking.words import stem
from claims.clauses import NOUN_MODIFIERS
from claims.references.cells import boolean

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.readings.limit import Limit
    from claims.checking.readings.things import Counted
    from claims.checking.scoring import Reading
    from claims.checking.selection import Selection
    from claims.checking.tables import View

EXACT = 0.9  # from here on the noun is the table's own, and no wider or kindred one
WINDOW = frozenset("last past previous next final latest".split())
"""What makes a number that of a stretch, and not of all there are: "three of the last four editions"."""
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
MANY = 5
TELLING = 8  # more than these are hardly as many by chance
LISTS = frozenset("list register table record roll".split())
LISTING = re.compile(
    r"[^,.;:]{0,24}?\b(?:on|in|of) (?:record|(?:the|our|its|their|this|that) (?:[\w'’-]+ )?"
    r"(?:list|lists|register|registry|records?|books?|tables?|files?|database|catalogue))\b"
)
FIGURED = CELLS | {"margin", "gap", "difference", "composite", "movement", "mean", "sum"}
"""Families whose answer is what cells hold, and no number of rows."""


def asked(desk: Desk, thing: Counted, scope: Selection, chosen: tuple[Limit, ...]) -> bool:
    """Say whether the rows that a count takes are meant: by what they are, and by words that tell of nothing else."""
    if WINDOW & {*desk.context.before[:1]}:
        return False
    exact = thing.words >= EXACT
    left = unread(desk, thing, scope, chosen)
    if not chosen and _of_a_kind(desk, thing.view, left):
        return False
    if chosen or (scope.filled and _here(desk, scope)):
        return exact or not (_wide(desk) and _beside(desk, left))
    if scope.filled and exact:
        return not (_does_more(desk, left) or _of_it(desk, left))
    if listed(desk):
        return True
    amount = desk.value.amount if desk.value else None
    telling = isinstance(amount, Decimal) and amount > TELLING
    timed = scope.when and number_of_all(desk) is not None
    if timed or all_of_them(desk) or desk.context.before[:2] == ["of", "one"]:
        return exact or telling or not _beside(desk, left) or _as_many_as_all(desk, thing)
    exact = exact or (thing.words >= AGAIN and takes_up(desk))  # "in 2023 there were two"
    return exact and (not left or telling or _held(desk, left))


def _as_many_as_all(desk: Desk, thing: Counted) -> bool:
    """Say whether "the eight towers that are open" are as many as a table has rows of, and hardly so by chance."""
    amount = desk.value.amount if desk.value else None
    return isinstance(amount, Decimal) and amount >= MANY and amount == size_of(thing.view)


def of_cells(desk: Desk, reading: Reading) -> bool:
    """Say whether a figure of a cell is no answer: the number counts rows or times, and no word names its column."""
    amount = desk.value.amount if desk.value else None
    if reading.family not in FIGURED or not isinstance(amount, Decimal) or amount > TELLING:
        return False
    if not (_of_rows(desk) or _of_times(desk)):
        return False
    part = whole_of(desk) is not None and counted_token(desk) == whole_of(desk)
    asked_for = {desk.context.noun} if part else {*desk.context.governing, desk.context.noun}
    columns = [desk.tables[q.table].columns[c] for q in leaves(reading.query) for c in (q.column, *q.more) if c]
    words = [stem(w) for column in columns for w in (*column.words, *column.forms)]
    return not any(akin(word, asked_for, EXACT if part else NEAR) for word in words)


def _of_times(desk: Desk) -> bool:
    """Say whether the number's own words say how many times: "twice", "three times"."""
    value = desk.value
    return value is not None and value.unit in ("time", "times") and not value.rule.endswith("elliptical")


@remembered
def _of_rows(desk: Desk) -> bool:
    """Say whether the number's own noun is what the rows of some table are."""
    own, value = desk.context.noun_token, desk.value
    if own is None and value is not None and value.kind in ("count", "number"):
        own = whole_of(desk)
    return own is not None and own == counted_token(desk) and rows_told(desk)


@remembered
def of_those(desk: Desk) -> bool:
    """Say whether what a clause denies is said of those that the number counts: "three of the six do not"."""
    noun, head = counted_token(desk), desk.context.head
    return any(t is not None and t.dep_ in SUBJECTS for t in (noun, head)) or _whole_of_those(desk)


def _whole_of_those(desk: Desk) -> bool:
    """Say whether the number is that of the whole which those are a part of: "three of the six do not"."""
    noun = counted_token(desk)
    return noun is not None and desk.context.before[1:2] == ["of"] and noun.head.dep_ in SUBJECTS


def denies(desk: Desk, reading: Reading) -> bool:
    """Say whether a reading counts those that are not, or do not; the whole that they are of is as it is."""
    if not negated(desk):  # "two have not changed, and two have got faster"
        return True
    if reading.family == "movers":
        return reading.query.operation.endswith("level")
    if reading.family != "count":
        return False
    if _whole_of_those(desk):
        return not reading.query.where
    return any(f.relation in ("!=", "missing") or _no(f.value) for f in reading.query.where)


def _no(value: object) -> bool:
    return (isinstance(value, bool | Decimal) and not value) or boolean(str(value)) is False


@remembered
def listed(desk: Desk) -> bool:
    """Say whether the number is said of all that a list holds: "11 cases on the list", "the list of 38 awards"."""
    context = desk.context
    behind = context.text[desk.statement.end : context.sentence[1]].lower()
    return LISTING.match(behind) is not None or (context.before[:1] == ["of"] and {*context.before[1:2]} <= LISTS)


def _here(desk: Desk, scope: Selection) -> bool:
    """Say whether a name that chooses rows stands in the sentence."""
    near = (b for b in desk.context.bindings if b.tie != "earlier" and (b.tie == "subject" or not b.mention.back))
    here = {v for b in near for v, _ in b.mention.values}
    return any(name in here for _, name in scope.filled)


def _wide(desk: Desk) -> bool:
    """Say whether the noun is one of many things that tables tell of: "two men", "four places"."""
    noun = counted_token(desk)
    return noun is not None and stem(noun.text) in PEOPLE | PLACES | OTHERS


def _beside(desk: Desk, left: list[Token]) -> bool:
    """Say whether words beside a noun, or its verb, are left unread: "three women in it", "two men were arrested"."""
    noun = counted_token(desk)
    return noun is not None and any(t.head == noun or t == noun.head for t in left)


def _does_more(desk: Desk, left: list[Token]) -> bool:
    """Say whether the verb that the number is the subject of is left unread: "three lines improved"."""
    noun = counted_token(desk)
    if any(t.head == noun and t.dep_ == "acl" for t in left):  # as the parser sees it
        return True
    ends = [t for t in (noun, desk.context.head) if t is not None and t.dep_.startswith("nsubj")]
    return any(t.head in left for t in ends)


def _of_a_kind(desk: Desk, view: View, left: list[Token]) -> bool:
    """Say whether words of the noun, which are left unread, tell a kind of the table: "the two paper mills"."""
    noun, value = counted_token(desk), desk.value
    near = ("amod", "compound", *(NOUN_MODIFIERS if value is not None and value.kind == "ordinal" else ()))
    told = [t for c in noun.children if c.dep_ in near for t in c.subtree] if noun is not None else []
    beside = {stem(t.text) for t in told if t in left}
    return bool(beside) and any(limit.stems & beside for limit in kinds(desk, view))


def _of_it(desk: Desk, left: list[Token]) -> bool:
    """Say whether what the number's verb is said of is left unread: "four have no dams"."""
    heads = [t for t in (counted_token(desk), desk.context.head) if t is not None and t.dep_.startswith("nsubj")]
    return any(t.dep_ == "obj" and t.head == head.head for t in left for head in heads)


def _held(desk: Desk, left: list[Token]) -> bool:
    """Say whether all there is of something is told to be there: "there are six", "the firm runs six mills"."""
    noun = counted_token(desk)
    if noun is None or any(t.head == noun and stem(t.text) not in AREAS for t in left):
        return False
    noun = noun if noun.idx >= desk.context.sentence[0] else desk.context.head  # it is that of the sentence before
    verb = noun.head
    if noun.dep_ == "obj":
        whose = [c for c in verb.children if c.dep_ == "nsubj" and desk.context.discourse.mention_at(c)]
        return stem(verb.text) in HOLDING and not whose
    return any(c.lower_ == "there" for c in (*noun.children, *verb.children)) and not {*left} & {verb}
