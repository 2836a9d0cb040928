"""What belongs to a thing of the tables and is another one: "the library in Elm", "whose father", "left politics"."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from claims.checking.circumstances import AVERAGES, QUANTITY, akin
from claims.checking.doers import own_subject
from claims.checking.occasion import HAD
from claims.checking.remembered import remembered
from claims.checking.words import stem
from claims.clauses import NOUN_MODIFIERS
from claims.degrees import SUPERLATIVES

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.tables import View


@remembered
def of_another(desk: Desk, view: View | None, dated: bool) -> bool:
    """Say whether the value's verb has a subject that is no thing of a table, of all of them, though it belongs to one.

    "The library in Elm opened in 2012" and "its team was founded in 1921" tell neither when Elm was; the second may
    yet, and so only the question about one table takes it so.
    """
    known = _words_of(view, True) if view is not None and dated else desk.tables.stems
    belongs = partial(_belongs_only, desk, known=known, loose=view is not None)
    head = token = desk.context.head
    for _ in range(12):
        subjects = [c for c in token.children if c.dep_ in ("nsubj", "nsubj:pass") and c.i < head.i]
        if subjects and _owned(token, subjects[-1]):
            return True
        if subjects and subjects[-1].tag_ not in ("WP", "WDT"):
            return not subjects[-1].is_ancestor(head) and belongs(subjects[-1])
        if token.dep_ in NOUN_MODIFIERS:
            return (dated and _indefinite(desk, token.head)) or belongs(token.head)
        if token.head.i == token.i:
            return token.text == "dates" and belongs(token)  # "its hall dates from 1702", as parsed
        token = token.head
    return False


def owner(desk: Desk) -> str:
    """Name whose the subject of another's doing is: of "her father served" the one that "her" stands for."""
    if SOMEBODYS.isdisjoint(desk.context.document.words(*desk.context.sentence)):
        return ""
    own = [t for t in desk.context.document.line(*desk.context.sentence) if t.lower_ in SOMEBODYS]
    mentions = [desk.context.discourse.mention_at(t) for t in own if t.idx < desk.statement.start]
    return next((m.best for m in mentions if m), "")


def _indefinite(desk: Desk, noun: Token) -> bool:
    """Say whether a noun is some thing that stands by the way: "she lives in a house built in 1905"."""
    some = any(c.lower_ in ("a", "an") for c in noun.children)
    return some and noun.dep_ in ("obl", "obj") and desk.context.discourse.mention_at(noun) is None


@remembered
def some_other_thing(desk: Desk) -> bool:
    """Say whether a date is that of some thing which no table knows: "a tree planted in 1898 still stands"."""
    verb = desk.context.verb
    noun = verb.head if verb is not None and verb.dep_ in NOUN_MODIFIERS else None
    if noun is None or noun.pos_ != "NOUN" or desk.context.discourse.mention_at(noun) is not None:
        return False
    return any(c.lower_ in ("a", "an") for c in noun.children) and not akin(stem(noun.text), desk.tables.stems)


def _owned(verb: Token, subject: Token) -> bool:
    """Recognise "the trust that owns it was founded" where the parse takes "it" for what was founded."""
    told = verb.dep_ == "ccomp" and verb.head.dep_ == "acl:relcl" and verb.head.head.pos_ == "NOUN"
    return told and subject.pos_ == "PRON" and subject.i == verb.head.i + 1


def _dates(desk: Desk) -> bool:
    return desk.value is not None and desk.value.kind in ("date", "period", "age", "duration")


@remembered
def _words_of(view: View, dates: bool) -> frozenset[str]:
    """Give the stems of the words of a table's name and columns; what it only counts has no dates: "its 84 shops"."""
    counted = {c for c in view.measures if view.columns[c].role not in ("year", "date")} if dates else frozenset()
    columns = (column for name, column in view.columns.items() if name not in counted)
    words = (word for column in columns for word in (*column.words, *column.forms))
    return frozenset(map(stem, (*words, *view.name.split("_"))))


def _belongs_only(desk: Desk, subject: Token, *, known: frozenset[str], loose: bool) -> bool:
    """Say whether a noun that is not known lies in, or belongs to, something: "the library in Elm", "its gym"."""
    mention_at = desk.context.discourse.mention_at
    if subject.tag_ in SUPERLATIVES:  # "the oldest of its teachers"
        subject = next((c for c in subject.children if c.dep_ == "nmod" and c.pos_ == "NOUN"), subject)
    called = [c for c in subject.children if c.dep_ == "compound"] if subject.text == "dates" else []
    own = stem([subject, *called][-1].text)
    if (
        subject.pos_ not in (NOUNS if loose else {"NOUN"})
        or own in HAPPENINGS | QUANTITY | MADE_UP
        or mention_at(subject) is not None
    ):
        return False
    if subject.text in ("cent", "percent", "points") or any(c.dep_ == "nummod" for c in subject.children):
        return False
    if any(c.dep_ == "cop" for c in subject.head.children) and mention_at(subject.head) is not None:
        return False  # "her deputy is Ann Lee"
    if any(mention_at(c) for c in subject.children if c.dep_ in ("appos", "compound", "flat")):
        return False
    asides = (c for c in subject.children if c.dep_ == "acl:relcl")
    owning = any(mention_at(o) for c in asides for o in c.children if o.lower_ == "it")  # "the trust that owns it"
    poss = [c for c in subject.children if c.dep_ == "nmod:poss"]
    if own in RELATIVES and poss:
        return True
    if loose and poss and any(c.lower_ in OTHERS and stem(c.text) not in known for c in subject.children):
        return True  # "its first shop opened in 1924": one of many, whatever the table counts
    theirs = any(c.lower_ in SOMEBODYS for c in poss) and not any(c.lower_ in ORDERED for c in subject.children)
    inside = [c for c in (*poss, *subject.children) if c.dep_.startswith("nmod") and mention_at(c) and not _from(c)]
    named = any(c.pos_ == "PROPN" or (c.pos_ == "NOUN" and c in poss) for c in inside) or (loose and inside)
    if not (named or theirs or owning):
        return False
    words = [own, *(stem(c.text) for c in subject.children if theirs and c.dep_ == "amod")]  # "her best time"
    return not any(akin(w, known) for w in words) and not any(own in _called(v) for v in desk.views)


@remembered
def _called(view: View) -> frozenset[str]:
    """Give the last words of the names that the rows of a small table are about: "round" of "Salt Round"."""
    cells = view.distinct(view.entity) if view.entity and view.size <= SMALL else ()
    return frozenset(stem(cell.split()[-1]) for cell in cells if isinstance(cell, str) and " " in cell)


def _from(token: Token) -> bool:
    """Say whether a name only tells where something is from: "the four-piece from Elm" is no thing of Elm's."""
    return any(c.lower_ == "from" for c in token.children if c.dep_ == "case")


SMALL = 1_000
SOMEBODYS, ORDERED = frozenset({"his", "her"}), frozenset({"first", "last", "latest", "debut", "final"})
NOUNS = frozenset({"NOUN", "ADJ"})
RELATIVES = frozenset(
    stem(w)
    for w in "father mother brother sister son daughter wife husband grandfather grandmother uncle aunt cousin "
    "nephew niece grandson granddaughter child parent partner twin widow deputy assistant boss friend".split()
)


@remembered
def measured_apart(desk: Desk) -> bool:
    """Say whether a size is said of a thing of its own that no table knows: "the wall is 4.5 metres high"."""
    verb, value, mention_at = desk.context.verb, desk.value, desk.context.discourse.mention_at
    subject = own_subject(desk.context.head) or (own_subject(verb) if verb is not None else None)
    if subject is None or value is None or value.kind != "quantity" or subject.tag_ != "NN":
        return False
    own = stem(subject.text)
    if own in HAPPENINGS | QUANTITY | AVERAGES or any(mention_at(token) for token in subject.subtree):
        return False
    the = any(c.lower_ == "the" for c in subject.children)
    return the and not akin(own, desk.tables.stems)


@remembered
def told_as_gap(desk: Desk) -> bool:
    """Say whether a figure is a distance of two others, and no figure of either: "a majority of eight"."""
    before, noun = desk.context.before, desk.context.before[1:2]
    return before[:1] == ["of"] and bool(GAPS & {*noun}) and stem(noun[0]) not in desk.tables.stems


GAPS = frozenset("majority lead gap margin surplus deficit shortfall difference cushion".split())


@remembered
def it_is_another(desk: Desk, view: View) -> bool:
    """Say whether "it" may be what the sentence before is about, which is none of a table's things.

    "The club has 9,000 members. It was founded in 1893" tells nothing of the stadium that was named before.
    """
    verb, paragraph = desk.context.verb, desk.context.discourse.paragraph(desk.statement.start)
    subject = own_subject(verb) if verb is not None else None
    if subject is None or subject.lower_ != "it" or verb is None or verb.pos_ != "VERB":
        return False
    for _ in range(SENTENCES):
        if subject is None or subject.lower_ != "it":
            break
        first = subject.sent.start
        if not first or subject.doc[first - 1].idx < paragraph[0]:
            return False
        subject = own_subject(subject.doc[first - 1].sent.root)
    if subject is None or subject.tag_ != "NN" or stem(subject.text) in HAPPENINGS:
        return False
    if any(c.lower_ in OTHERS for c in subject.children if c.dep_ == "amod"):
        return True
    near = [subject, *(c for c in subject.children if c.dep_ in ("appos", "compound", "flat"))]
    near += [subject.head] if any(c.dep_ == "cop" for c in subject.head.children) else []  # "the dearest was the Elm"
    if any(desk.context.discourse.mention_at(token) for token in near):
        return False
    return not akin(stem(subject.text), _words_of(view, _dates(desk)))


SENTENCES = 5
OTHERS = frozenset("old former previous first new second third other earlier original neighbouring next".split())


def possessed(desk: Desk, view: View, noun: Token, *, dates: bool) -> bool:
    """Say whether a noun is none of a table's words and belongs to something: "its oldest tree", "the zoo's lion"."""
    owned = any(c.dep_ == "nmod:poss" for c in noun.children) and desk.context.discourse.mention_at(noun) is None
    return owned and noun.pos_ == "NOUN" and not akin(stem(noun.text), _words_of(view, dates))


@remembered
def elsewhere_before(desk: Desk) -> bool:
    """Say whether somebody had done something elsewhere since a time: "she had conducted in Oslo since 2014"."""
    verb, mention_at = desk.context.verb, desk.context.discourse.mention_at
    if verb is None or verb.tag_ != "VBN" or not any(c.lower_ in HAD for c in verb.children if c.dep_ == "aux"):
        return False
    return any(c.dep_ == "obl" and c.pos_ == "PROPN" and mention_at(c) is None for c in verb.children)


@remembered
def by_another(desk: Desk, view: View) -> bool:
    """Say whether who does something at a time is named in a table, but is not what its rows are.

    "Ruth Hale joined the company in 2018" tells no founding of the company that she heads.
    """
    verb = desk.context.verb
    subjects = [c for c in verb.children if c.dep_ == "nsubj"] if verb is not None else []
    if verb is not None and verb.dep_ == "acl:relcl" and subjects and subjects[-1].tag_ == "WP":
        subjects = [verb.head]
    mention = desk.context.discourse.mention_at(subjects[-1]) if subjects else None
    if mention is None or not view.entity or not mention.values:
        return False
    columns = {column for value, _ in mention.values for column in view.names if view.rows(column, value)}
    return bool(columns or mention.person) and view.entity not in columns


@remembered
def done_to_another(desk: Desk) -> bool:
    """Say whether what is done at a time is done to no thing of the tables: "left politics", "built 120 homes"."""
    verb = desk.context.verb
    return verb is not None and stem(verb.text) in CHANGING and has_foreign_object(desk)


def object_of(desk: Desk) -> Token | None:
    """Give the object of the verb over the statement."""
    verb = desk.context.verb
    return next((c for c in verb.children if c.dep_ == "obj"), None) if verb is not None else None


@remembered
def has_foreign_object(desk: Desk) -> bool:
    """Say whether the verb has an object that is no post and no thing of the tables."""
    found = object_of(desk)
    if found is None or found.pos_ not in ("NOUN", "NUM") or stem(found.text) in POSTS:
        return False
    if found.pos_ == "NUM" or any(c.dep_ == "nummod" for c in found.children):
        return True  # "opened six stores": of so many none is the one that is named
    return desk.context.discourse.mention_at(found) is None and not akin(stem(found.text), desk.tables.stems)


CHANGING = frozenset(
    stem(w)
    for w in "leave left quit join enter build built make made open found establish launch start begin began "
    "create form close".split()
)
"""Verbs that tell of their subject only without an object: who "left", and who "left politics"."""
POSTS = frozenset(
    stem(w)
    for w in "office post seat job charge helm oath role place position reins chair throne control command "
    "title door power parliament".split()
)
HAPPENINGS = frozenset(
    stem(w)
    for w in "work construction building service production operation trade life history career reign rule term "
    "spell stint run start beginning opening foundation founding birth death end close closure era "
    "story past origin age record series data tenure appointment mandate election nomination leadership presidency "
    "departure resignation retirement arrival".split()
)
"""What is told of a thing itself: its building began, its history goes back to 1650."""
MADE_UP = frozenset(
    stem(w)
    for w in "occupancy turnout takings yield density speed pace load attendance use usage capacity share rate "
    "margin majority".split()
)
"""Figures that are made of several columns of a thing: the occupancy of its beds."""
