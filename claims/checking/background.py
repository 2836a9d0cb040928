"""What is told of somebody beside what a table holds: another post or role, a party joined, what else was done then."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from claims.checking.circumstances import akin, leaves, pinned
from claims.checking.doers import subject_of
from claims.checking.officers import is_role
from claims.checking.otherthings import POSTS, of_another
from claims.checking.othertimes import in_figures
from claims.checking.people import holds_people
from claims.checking.periods import period_of
from claims.checking.query import select
from claims.checking.readings.aged import DEATHS
from claims.checking.readings.ages import BIRTHS
from claims.checking.readings.dates import ARRIVALS, OFFICE
from claims.checking.readings.phases import BEGINNING, BEGUN, FIRSTS, OVER, own_stems
from claims.checking.readings.tenures import TENURE
from claims.checking.readings.things import PLACES
from claims.checking.remembered import remembered
from claims.checking.scoring import CELLS
from claims.checking.speakers import SPEECH
from claims.checking.tables import ENDS, STARTS
from claims.checking.words import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.query import Query
    from claims.checking.scoring import Reading
    from claims.checking.weighing import Result

TIMES = frozenset({"date", "term", "event", "stretch"})
TERMS = TIMES | {"duration", "elapsed", "between"}
FIGURES = CELLS | {"sum", "share"}
BECOMES = frozenset("become be name make elect appoint serve work post promote transfer second".split())
JOINS = frozenset("join rejoin enter".split())
PARTY = frozenset(stem(w) for w in "party faction movement union affiliation religion".split())
POWERS = frozenset({stem("parliament"), stem("power")})
"""What is entered before many a post: an end of one is told by it, its beginning is not."""


def beside(desk: Desk, reading: Reading) -> bool:
    """Say whether a statement tells of somebody what is no matter of the row that a reading asks."""
    if reading.family == "age" and reading.query.on != desk.context.published and _of_person(desk, reading.query):
        return any(not _known(desk, reading.query, role) for role in _roles(desk))
    if reading.family not in TERMS | FIGURES or not _of_person(desk, reading.query):
        told = _somebody(desk) and not _does_so(desk, reading.query)
        return reading.family in TIMES and _of_things(desk, reading.query) and told
    if reading.family in FIGURES and (of_another(desk, None, False) or _of_a_year(desk, reading.query)):
        return True
    if (
        _for_strangers(desk)
        or _for_whom(desk)
        or _comes_elsewhere(desk, reading.query)
        or any(not _known(desk, reading.query, role) for role in _roles(desk))
    ):
        return True
    if reading.family not in TERMS:
        return False
    if reading.family not in TIMES and does_otherwise(desk) and not _says(desk):
        return True
    posts = [*_posts(desk), *_joined(desk)]
    if any(not _known(desk, reading.query, post) for post in posts) or _starts_career(desk):
        return True
    before = _joins_party(desk) or _joins_a_body(desk) or _elected_before(desk)
    return reading.family in TIMES and (before or _idle(desk, reading) or _unborn(desk, reading))


def chosen_before(desk: Desk, result: Result) -> bool:
    """Say whether somebody is said to be elected shortly before the first day in the post, or to do again later."""
    query, day, value = result.reading.query, result.found.value, desk.value
    period = period_of(value.iso) if value is not None else None
    if period is None or result.reading.family not in TIMES or not _of_person(desk, query):
        return False
    if FIRSTS & own_stems(query.column) and not FIRSTS & desk.context.clause_stems:
        first = day.year if isinstance(day, dt.date) else day
        return isinstance(first, int) and first < period[0].year
    if not isinstance(day, dt.date) or query.column != desk.tables[query.table].start:
        return False
    return bool(CHOSEN & desk.context.clause_stems) and 0 < (day - period[1]).days < SOON


CHOSEN = frozenset(stem(w) for w in "elect election win choose name nominate appoint announce pick".split())
SOON = 120
"""Days from an election to the first in the post."""


def in_another_post(desk: Desk, reading: Reading) -> bool:
    """Say whether a time served is one in a post of which neither table nor row speaks: "a captain for 22 years"."""
    if reading.family not in SERVED_TIMES or _of_things(desk, reading.query):
        return False
    own = desk.context.before[1:2] == ["in"] and desk.context.before[0] in OWN  # "turned them away in his 17 years"
    told = _in_a_role(desk)  # "locked up after 12 years as its keeper"
    if does_otherwise(desk) and not (own or told) and not _says(desk):  # "says Lee, chief for five years", as parsed
        return True
    others = [*_posts(desk), *_roles(desk)] if reading.family != "between" else []
    return any(not _known(desk, reading.query, post) for post in others)


def _in_a_role(desk: Desk) -> bool:
    """Say whether a time is told as one in some role: "12 years as its keeper"."""
    start = desk.context.tokens[-1].i + 1 if desk.context.tokens else 0
    behind = desk.context.document.doc[start : start + FAR]
    return desk.context.after[:1] == ["as"] and any(is_role(t) for t in behind)


@remembered
def does_otherwise(desk: Desk) -> bool:
    """Say whether a date is that of what no table has a word for: "he had asked for it in 2018", "said on Monday"."""
    verb = desk.context.verb
    if verb is None or verb.pos_ != "VERB" or verb.lemma_.lower() in PLAIN_VERBS or desk.context.head.head.i != verb.i:
        return False
    words = [c for c in verb.children if c.dep_ in ("compound:prt", "obj", "xcomp")]
    told = {stem(verb.text), stem(verb.lemma_)}
    done = {stem(form) for word in words for form in (word.text, word.lemma_)}
    return not any(akin(own, desk.tables.stems | DOINGS) for own in told) and not any(akin(o, DOINGS) for o in done)


def _says(desk: Desk) -> bool:
    return desk.context.verb is not None and desk.context.verb.lemma_.lower() in SPEECH


SERVES = frozenset(
    stem(w)
    for w in "reign rule govern direct captain preside command represent remain stay last "
    "keep mind sit tend occupy look wear spend clear leave precede".split()
)
DOINGS = STARTS | ENDS | BEGUN | OVER | TENURE | OFFICE | ARRIVALS | BIRTHS | DEATHS | CHOSEN | SERVES
"""Stems of what begins and ends, serves, comes and goes: a table's dates are told by such words too."""
PLAIN_VERBS = frozenset("be do make have get go happen take give see hold play compete appear race".split())


OWN = frozenset({"his", "her", "my"})
SERVED_TIMES = frozenset({"duration", "elapsed", "between"})


def _of_person(desk: Desk, query: Query) -> bool:
    """Say whether a person chooses the rows."""
    return any(holds_people(desk.tables[q.table], f.column) for q in leaves(query) for f in q.where)


def _of_a_year(desk: Desk, query: Query) -> bool:
    """Say whether a year gone by is given for what a table without times has of a whole life: "five medals in 2022"."""
    views, published = [desk.tables[q.table] for q in leaves(query)], desk.context.published
    timeless = not any(v.year or v.start or v.day or v.repeats for v in views)
    given = [w for w in desk.context.times if w.role == "at" and in_figures(desk, w)]
    return timeless and published is not None and any(w.period[1].year < published.year - 1 for w in given)


def _of_things(desk: Desk, query: Query) -> bool:
    """Say whether a table tells of nobody at all."""
    views = [desk.tables[q.table] for q in leaves(query)]
    return not any(holds_people(view, c) for view in views for c in view.names)


@remembered
def _somebody(desk: Desk) -> bool:
    """Say whether it is he or she who does what is told."""
    verb = desk.context.verb
    return verb is not None and any(c.lower_ in PERSONS and c.dep_.startswith("nsubj") for c in verb.children)


PERSONS = frozenset({"he", "she"})


def _does_so(desk: Desk, query: Query) -> bool:
    """Say whether somebody did to a thing what its date is the date of: "she opened the Quern in 2021", of "opened"."""
    verb, mention_at = desk.context.verb, desk.context.discourse.mention_at
    if verb is None or not akin(stem(verb.lemma_), own_stems(query.column)):
        return False
    return any(c.dep_ == "obj" and mention_at(c) is not None for c in verb.children)


def _comes_elsewhere(desk: Desk, query: Query) -> bool:
    """Say whether somebody comes to a place, or to what the rows that are asked have not: "came to Elm in 1979"."""
    verb = desk.context.verb
    if verb is None or not comes_somewhere(desk):
        return False
    goals = (c for c in verb.children if c.dep_ == "obl" and any(g.lower_ in INTO for g in c.children))
    for mention in filter(None, map(desk.context.discourse.mention_at, goals)):
        views = [(desk.tables[q.table], select(desk.tables[q.table], q.where)) for q in leaves(query)]
        held = [
            c for view, rows in views for c in view.names
            if not {row for name, _ in mention.values for row in view.rows(c, name)}.isdisjoint(rows)
        ]  # fmt: skip
        if all(PLACES & {*stems_of(c)} for c in held):
            return True
    return False


def comes_somewhere(desk: Desk) -> bool:
    """Say whether somebody comes somewhere, which is yet no beginning of a time in a post."""
    verb = desk.context.verb
    return verb is not None and verb.lemma_.lower() in COMES


COMES = frozenset("come move arrive return go settle".split())


def _for_whom(desk: Desk) -> bool:
    """Say whether a clause tells of what was done for something else: "from the Otters, for whom he scored 30"."""
    verb = desk.context.verb
    found = verb.children if verb is not None else ()
    return any(c.tag_ in ("WP", "WDT") and any(g.dep_ == "case" for g in c.children) for c in found)


def _roles(desk: Desk) -> Iterator[Token]:
    """Yield what somebody was at the time: "as a player he made", "joined as an assistant"."""
    verb = desk.context.verb
    above = {verb.i, *(c.i for c in verb.children)} if verb is not None else set()
    for token in desk.context.document.line(*desk.context.sentence):
        role = token.head
        if token.lower_ != "as" or role.pos_ != "NOUN" or not 0 < role.i - token.i < FAR or role.head.i not in above:
            continue
        if not any(c.dep_ == "nmod:poss" or c.lower_ == "the" for c in role.children):  # "thrice as much as her last"
            yield role


FAR = 4


@remembered
def _for_strangers(desk: Desk) -> bool:
    """Say whether it was done for somebody or somewhere that no table knows: "won the cup with Dynamo"."""
    verb, context = desk.context.verb, desk.context
    dates = [(s.start, s.end) for s in context.discourse.values_in(context.sentence)]
    for token in verb.children if verb is not None and verb.i != context.head.i else ():
        cases = {c.lower_ for c in token.children if c.dep_ == "case"}
        served = (token.dep_ == "obl" and cases & SERVED) or (token.dep_ == "obj" and token.i < context.head.i)
        stranger = token.pos_ == "PROPN" or (token.lower_ in LANDS and token.dep_ == "obl")
        inside = any(start <= token.idx < end for start, end in dates)
        if served and stranger and not inside and context.discourse.mention_at(token) is None:
            return True
    return False


SERVED = frozenset({"for", "with", "at", "against", "in", "to"})
LANDS = frozenset({"country", "nation"})


def _posts(desk: Desk) -> Iterator[Token]:
    """Yield what somebody became or was, where a post is told by one noun: "became a mother", "has been president"."""
    token = desk.context.head
    for _ in range(FAR):
        below = {c.dep_ for c in [*token.children, *_before(token)]}
        if token.pos_ == "NOUN" and "cop" in below:
            if token in desk.context.tokens:  # "it is a decade since"
                return
            if "case" not in {c.dep_ for c in token.children}:  # "has been at the wheel"
                yield token
            return
        if token.lemma_.lower() in BECOMES:
            yield from (c for c in token.children if _post(c))
            return
        if token.pos_ in ("VERB", "AUX", "PROPN") or token.dep_ in ("appos", "conj") or token.head.i == token.i:
            return
        token = token.head


def _before(token: Token) -> Iterator[Token]:
    """Yield what hangs on the nouns before a noun: "had been a ship's captain" is parsed as being a ship."""
    for noun in token.children:
        if noun.dep_ in ("nmod:poss", "compound"):
            yield from noun.children


def _post(token: Token) -> bool:
    """Say whether a noun is what somebody becomes, or is put into: "was elected to the council"."""
    into = token.dep_ == "obl" and any(c.dep_ == "case" and c.lower_ in INTO for c in token.children)
    return (into and token.pos_ in ("NOUN", "PROPN")) or (token.pos_ == "NOUN" and token.dep_ in ("obj", "xcomp"))


INTO = frozenset({"to", "into", "onto"})


def _joined(desk: Desk) -> Iterator[Token]:
    """Yield what somebody joined, entered, took up or retired from."""
    verb = desk.context.verb
    if verb is None:
        return
    for child in verb.children:
        named = child.dep_ == "obj" and child.pos_ == "NOUN"
        taken = child.dep_ == "xcomp" or (child.dep_ == "obj" and child.tag_ == "VBG")
        gone = stem(verb.text) in ENDS and any(c.lower_ == "from" for c in child.children)
        if gone or (named and verb.lemma_.lower() in JOINS) or (taken and verb.lemma_.lower() == "take"):
            yield child


def _joins_party(desk: Desk) -> bool:
    """Say whether what is joined is a party: its members hold their posts later."""
    verb = desk.context.verb
    if verb is None or verb.lemma_.lower() not in JOINS:
        return False
    if any(c.dep_ == "obj" and stem(c.text) in PARTY for c in verb.children):
        return True
    found = [m for c in verb.children if c.dep_ == "obj" and (m := desk.context.discourse.mention_at(c))]
    names = {name for m in found for name, _ in m.said or m.values}
    columns = {c for name in names for view in desk.views for c in view.names if view.rows(c, name)}
    return bool(columns) and all(PARTY & {*stems_of(c)} for c in columns)


def _joins_a_body(desk: Desk) -> bool:
    """Say whether what is joined is told by a common noun: who "joined the force" came to head it later, or never."""
    verb = desk.context.verb
    joined = [c for c in verb.children if c.dep_ == "obj"] if verb is not None and verb.lemma_.lower() in JOINS else []
    return any(c.pos_ == "NOUN" and c.is_lower and stem(c.text) not in SEATED for c in joined)


SEATED = POSTS | {stem(w) for w in "board cabinet government council senate bench court assembly committee".split()}
"""What nobody joins but as one of the few that have a seat in it."""


def _elected_before(desk: Desk) -> bool:
    """Say whether it is the first election of several, which may be to another body, or a later one."""
    text = desk.context.text[desk.context.sentence[0] : desk.statement.start].lower()
    return re.search(r"\b(?:first elected|re-?(?:elected|appointed|named|joined))\b", text) is not None


def _starts_career(desk: Desk) -> bool:
    """Say whether what somebody began to do is done for nobody named: "began coaching in 2010"."""
    verb = desk.context.verb
    begun = verb.head if verb is not None and verb.dep_ == "xcomp" else verb
    if verb is None or begun is None or stem(begun.text) not in BEGINNING:
        return False
    done = [c for c in begun.children if c.dep_ == "xcomp"]
    behind = desk.context.discourse.mentions_in((begun.idx, desk.context.clause[1]))
    return bool(done) and not behind and not any(c.dep_ == "obj" for d in done for c in d.children)


def _idle(desk: Desk, reading: Reading) -> bool:
    """Say whether no word of the clause tells a date: people do much in a year beside coming to a post."""
    if reading.family != "date" or reading.part("words") >= UNSAID or pinned([*leaves(reading.query)]):
        return False
    verb = desk.context.verb
    subject = subject_of(verb) if verb is not None else None
    mention = desk.context.discourse.mention_at(subject) if subject is not None else None
    return subject is None or subject.lower_ in PERSONS or (mention is not None and mention.person)


UNSAID = 0.5


def _unborn(desk: Desk, reading: Reading) -> bool:
    """Say whether a birth is asked where no word tells one."""
    born = desk.tables[reading.query.table].born
    return bool(born) and reading.query.column == born and not BIRTHS & desk.context.clause_stems


def _known(desk: Desk, query: Query, token: Token) -> bool:
    """Say whether a noun speaks of posts, is a word of the tables or of the rows that are asked."""
    own = stem(token.text)
    if desk.context.discourse.mention_at(token) is not None:
        return True
    before = {stem(c.text) for c in token.children if c.i < token.i} & SECOND
    if before and not any(before & told for leaf in leaves(query) for told in _texts(desk, leaf)):
        return False
    if own in (POSTS | TENURE | OFFICE) - POWERS or akin(own, called(desk)):
        return all(_told_of(desk, query, c) for c in token.children if c.dep_ == "nmod" and _is_of(c))
    return any(own in told for leaf in leaves(query) for told in _texts(desk, leaf))


def _told_of(desk: Desk, query: Query, body: Token) -> bool:
    """Say whether what somebody heads is known to the rows that are asked: "head of cardiology" is none of a clinic."""
    own = stem(body.text)
    if any(c.lower_ in ("a", "an") for c in body.children):  # "mayor of a village"
        return False
    if body.pos_ not in ("NOUN", "PROPN") or desk.context.discourse.mention_at(body) is not None or own in BODIES:
        return True
    return akin(own, desk.tables.stems) or any(own in told for leaf in leaves(query) for told in _texts(desk, leaf))


def _is_of(token: Token) -> bool:
    return any(c.lower_ == "of" for c in token.children if c.dep_ == "case")


BODIES = POSTS | {
    stem(w)
    for w in "state government country nation land institution organisation organization body place city town "
    "house".split()
}
"""What the holder of any post may be called the head of."""
SECOND = frozenset(stem(w) for w in "deputy vice assistant associate junior honorary youth student shadow".split())
"""What makes another post of one: "deputy chair"."""


@remembered
def called(desk: Desk) -> frozenset[str]:
    """Give the stems of what the tables and their columns of names and kinds are called, none of a figure or date."""
    columns = [word for view in desk.tables for c in view.of_role("entity", "category") for word in stems_of(c)]
    return frozenset([*columns, *(word for view in desk.tables for word in stems_of(view.name))])


@remembered
def _texts(desk: Desk, query: Query) -> list[frozenset[str]]:
    """Give the stems of the texts in the rows that a question asks."""
    view = desk.tables[query.table]
    cells = [view.cells(c)[row] for row in select(view, query.where)[:MOST] for c in view.columns]
    return [frozenset(stems_of(cell)) for cell in cells if isinstance(cell, str)]


MOST = 20
