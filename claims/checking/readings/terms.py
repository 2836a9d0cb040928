"""Which end of somebody's time in a post a date tells: "editor since May", "made way in May for Lee", "left in May"."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from claims.checking.checks import Check
from claims.checking.circumstances import counted_since, outdone_since
from claims.checking.officers import RELATED, RUNNING, is_role
from claims.checking.otherthings import of_another
from claims.checking.people import holds_people
from claims.checking.periods import period_of
from claims.checking.phrases import OBJECTS, SUBJECTS
from claims.checking.query import Filter, Query, select
from claims.checking.readings.measures import cell
from claims.checking.readings.stretches import by_its_ends
from claims.checking.readings.tenures import LEAVING, holds_post
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.words import STRONG, kinship, stem, stems_of
from claims.clauses import NOUN_MODIFIERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.context import Context
    from claims.checking.desk import Desk
    from claims.checking.periods import Period
    from claims.checking.selection import Selection
    from claims.checking.tables import Cell, View

SINCE, UNTIL, DURING = frozenset({"since"}), frozenset({"until", "till"}), frozenset({"in", "during"})
ON = frozenset("in on at during around from".split())
LED_BY = frozenset("the early late mid".split())
POSTS = frozenset(stem(w) for w in "post job role office chair seat position charge helm command tenure".split())
WORKS = RUNNING | frozenset("serve govern command conduct rule oversee keep hold preside captain steer".split())
OUT = frozenset({
    ("step", "down"), ("step", "aside"), ("stand", "down"), ("stand", "aside"), ("hand", "over"), ("hand", "in"),
    ("bow", "out"), ("give", "up"), ("lay", "down"), ("give", "way"), ("make", "way"),
})  # fmt: skip
"""Verbs that end a time in a post, with the word that goes with them."""
AFTER = frozenset("succeed replace follow".split())
OVER = frozenset({("take", "over"), ("take", "charge"), ("take", "office")})
COMING = AFTER | frozenset("become start begin join appoint elect".split())
TO, BY = frozenset({"to", "for"}), frozenset({"by"})
OTHERS = "another's"
GOING = frozenset("to into on back ahead through".split())
BESIDE = frozenset("compound:prt advmod obj obl".split())
FAR, MOST_ROWS, TIED, BODY, SAID, THEN = 4, 300, 0.3, 0.6, 0.95, 0.85
A_DAY = dt.timedelta(1)


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the first or the last day of somebody's time in a post, or the term that ran at a time."""
    value = desk.value
    if not desk.views_with(_of_terms):
        return
    period = period_of(value.iso) if value is not None and value.kind in ("date", "period") else None
    if value is None or period is None or by_its_ends(value) or outdone_since(desk) or counted_since(desk):
        return
    if of_another(desk, None, False):
        return
    for view in desk.views_with(_of_terms):
        for selection in desk.named(view):
            if told := edge(desk, view, selection):
                yield from _told(desk, view, selection, told, period)


def _of_terms(view: View) -> bool:
    return bool(view.start)


def _told(desk: Desk, view: View, selection: Selection, told: str, period: Period) -> Iterator[Reading]:
    if told == "in":
        yield from _serving(view, selection, period)
        return
    column = {"start": view.start, "end": view.end}.get(told, "")
    days = (
        [d for row in select(view, selection.where) if isinstance(d := view.cells(column)[row], dt.date)]
        if column
        else []
    )
    sure = 1.0 if not view.entity or selection.value_of(view.entity) or holds_post(view, selection) else BODY
    past = desk.context.published is not None and period[0] <= desk.context.published
    for operation, day in (("max", max(days)), ("min", min(days))) if days else ():
        over = handed_over(day, period) if told == "end" and _hands_over(desk) else None
        yield Reading(
            family="term",
            query=Query(operation=operation, table=view.name, column=column, where=selection.where),
            parts=(
                ("subject", (selection.subject - selection.skipped) * sure), ("words", SAID),
                ("time", 0.9 if operation == "max" else 0.85),
            ),
            said=f"{'first' if operation == 'min' else 'latest'} {column} of {selection.who}",
            form="check" if over else "date", asserted=over, refutes=told == "end" or past,
        )  # fmt: skip


def _of_people(view: View, selection: Selection) -> bool:
    """Say whether a selection names somebody who has the term of a row."""
    return any(holds_people(view, column) for column, _ in selection.filled)


@remembered
def edge(desk: Desk, view: View, selection: Selection) -> str:
    """Say whether a date is told as the start or the end of the time in a post, "in" for a day of it, "" for none.

    OTHERS where it is told of whoever came after: "she replaced Lee in May" tells when she came.
    """
    if selection.subject < TIED or selection.far or not _of_people(view, selection):
        return ""
    led = next((w for w in desk.context.before if w not in LED_BY), "")
    if led in SINCE | UNTIL | DURING and _in_a_post(desk, view):
        return "start" if led in SINCE else "end" if led in UNTIL else "in" if _of_that_time(desk, view) else ""
    cases = {c.lower_ for c in desk.context.head.children if c.dep_ == "case"}
    verb = _verb(desk.context) if cases <= ON else None
    return _by_verb(desk, view, verb, selection) if verb is not None else ""


def _verb(context: Context) -> Token | None:
    """Give the verb that a date goes with, where no noun stands between: not that over "his visit in May"."""
    token = context.head
    for _ in range(FAR):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.pos_ == "VERB":
            return token
        if token.dep_ not in ("nmod", "compound", "nummod", "obl", "fixed", "amod") or token.pos_ not in CALENDAR:
            return None
    return None


CALENDAR = frozenset("NOUN PROPN NUM".split())


@remembered
def _in_a_post(desk: Desk, view: View) -> bool:
    """Say whether what a date goes with is a post, or the work in one: "editor since May", "has edited it since"."""
    context = desk.context
    token, first = context.head, context.tokens[0].i if context.tokens else 0
    if first > 1 and _is_post(view, context.document.doc[first - 2]):
        return True
    for _ in range(FAR):
        if token.head.i == token.i:
            break
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token.lemma_.lower() in WORKS or _called(view, token)
        if token.pos_ == "NOUN" and _is_post(view, token):
            return True
    return False


def _is_post(view: View, noun: Token) -> bool:
    """Say whether a noun is a post, or one for whoever has it."""
    role = is_role(noun) and noun.lower_ not in RELATED
    return role or stem(noun.text) in POSTS or stem(noun.text) in _posts_in(view) or _called(view, noun)


@remembered
def _posts_in(view: View) -> frozenset[str]:
    """Give the stems of what the posts in the rows of a table are called, "head" of "deputy head"."""
    cells = (cell for c in view.described for cell in view.cells(c).among(range(min(view.size, MOST_ROWS))))
    return frozenset(stems_of(cell)[-1] for cell in cells if isinstance(cell, str) and stems_of(cell))


def _called(view: View, token: Token) -> bool:
    """Say whether a table or its column of people is called by a word: "edited" by "editors"."""
    own = {*stems_of(view.name), *(s for c in view.names if holds_people(view, c) for s in stems_of(c))}
    said = stem(token.text)
    return any(kinship(said, word) >= STRONG or (len(said) >= FAR and word.startswith(said)) for word in own)


def _of_that_time(desk: Desk, view: View) -> bool:
    """Say whether a date only narrows a post: "the head in 2019, Lee"."""
    post = desk.context.head.head
    return desk.context.head.dep_ in ("nmod", *NOUN_MODIFIERS) and post.pos_ == "NOUN" and _is_post(view, post)


def _by_verb(desk: Desk, view: View, verb: Token, selection: Selection) -> str:
    """Say which end of the time of somebody a verb tells, by whether he or she comes, goes or is come after."""
    lemma = verb.lemma_.lower()
    phrases = _phrases(verb)
    part = _part(desk, verb, selection)
    if lemma in AFTER or phrases & OVER:
        passive = any(c.dep_ == "nsubj:pass" for c in verb.children)
        return "start" if part == ("subject" if not passive else "by") else OTHERS
    if lemma in COMING:
        return "start" if part == "subject" else ""
    went = lemma == "go" and not any(c.dep_ in (*OBJECTS, "xcomp") or c.lower_ in GOING for c in _below(verb))
    left = [c for c in verb.children if c.dep_ == "obj"] if lemma in LEAVING else []
    if any(not (_is_post(view, c) or desk.context.discourse.mention_at(c)) for c in left):
        return ""  # "left politics in May"
    if lemma in LEAVING or phrases & OUT or went:
        return "end" if part == "subject" else "start" if part == "to" else ""
    return ""


def _phrases(verb: Token) -> set[tuple[str, str]]:
    """Give a verb with each word that goes with it: "made way"."""
    return {(verb.lemma_.lower(), c.lower_) for c in verb.children if c.dep_ in BESIDE}


def _below(verb: Token) -> Iterator[Token]:
    """Yield what hangs on a verb, and the prepositions of it."""
    for child in verb.children:
        yield child
        yield from (c for c in child.children if c.dep_ == "case")


def _part(desk: Desk, verb: Token, selection: Selection) -> str:
    """Say what the person of a selection is to a verb: its subject, its object, whom it is done to or from."""
    names = {value for _, value in selection.filled}
    for child in verb.children:
        named = [child, *(c for c in child.children if c.dep_ in ("appos", "flat"))]
        if not any((m := desk.context.discourse.mention_at(t)) and m.best in names for t in named):
            continue
        cases = {c.lower_ for c in child.children if c.dep_ == "case"}
        if child.dep_ in SUBJECTS:
            return "subject"
        if cases & (TO | BY):
            return "to" if cases & TO else "by"
        if child.dep_ in OBJECTS:
            return "object"
    own = any(c.dep_ in SUBJECTS and c.pos_ == "PRON" for c in verb.children) or verb.dep_ in NOUN_MODIFIERS
    return "subject" if own or not any(c.dep_ in SUBJECTS for c in verb.children) else ""


def _hands_over(desk: Desk) -> bool:
    """Say whether a date is that on which one made way for the next, so the last day of the one or the day after."""
    verb = _verb(desk.context)
    return verb is not None and bool(_phrases(verb) & HANDING)


HANDING = frozenset({("hand", "over"), ("make", "way"), ("give", "way")})


def handed_over(day: Cell, period: Period) -> Check | None:
    """Hold the last day of a term to a time that begins on the next: who is there to the end of May hands over in June.

    >>> month = dt.date(2024, 6, 1), dt.date(2024, 6, 30)
    >>> handed_over(dt.date(2024, 5, 31), month).outcome(dt.date(2024, 5, 31)), handed_over(dt.date(2024, 5, 2), month)
    ('agrees', None)
    """
    if not isinstance(day, dt.date) or day + A_DAY != period[0]:
        return None
    rule = "the day after the last lies in the time as written"
    return Check(rule, lambda found: found + A_DAY == period[0] if isinstance(found, dt.date) else None)


def _serving(view: View, selection: Selection, period: Period) -> Iterator[Reading]:
    """Yield the term of somebody that is told to have run at a time: "the head in 2019, Lee"."""
    terms = [(f, row) for row in select(view, selection.where) if isinstance(f := view.cells(view.start)[row], dt.date)]
    if not view.end or not terms:
        return
    near = [(f, row) for f, row in terms if f <= period[1]] or terms[:1]
    first, row = max(near)
    last = view.cells(view.end)[row]
    where = (*selection.where, Filter(view.start, "=", first))
    if isinstance(last, dt.date):
        query = Query(
            operation="pair", table=view.name, left=cell(view, view.start, where), right=cell(view, view.end, where)
        )
    else:
        query = Query(operation="value", table=view.name, column=view.start, where=where)
    ran = first <= period[1] and (not isinstance(last, dt.date) or last >= period[0])
    yield Reading(
        family="term", query=query,
        parts=(("subject", selection.subject - selection.skipped), ("words", SAID), ("time", THEN)),
        said=f"term of {selection.who} from {first}", form="check",
        asserted=Check("the term ran then", lambda _found: ran), refutes=True,
    )  # fmt: skip
