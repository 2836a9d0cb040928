"""What surrounds a reading: is its measure said, is what it is about named close by, is it said of none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.checking.jointly import jointly
from claims.checking.periods import period_of
from claims.checking.query import COLUMN
from claims.checking.remembered import remembered
from claims.checking.scoring import TOLD
from claims.checking.words import TIME, kinship, stem, stems_of
from claims.degrees import SUPERLATIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.query import Query
    from claims.checking.scoring import Reading
    from claims.checking.tables import View
    from claims.references import Column
    from claims.types import Value

AVERAGES = frozenset(stem(w) for w in "average mean median typical combined aggregate".split())
FIRST = frozenset({"i", "we", "you"})
NONE = frozenset({"nobody", "none", "neither", "never", "nothing", "no"})
QUANTITY = frozenset(stem(w) for w in "quantity number count amount units copies total".split())
NEAR = 0.8


def leaves(query: Query) -> Iterator[Query]:
    """Yield the questions that a computed one is made of."""
    sides = [side for side in (query.left, query.right) if side is not None]
    if not sides:
        yield query
    for side in sides:
        yield from leaves(side)


def pinned(queries: list[Query]) -> bool:
    """Say whether two names or more choose the rows."""
    return len({f.column for query in queries for f in query.where if isinstance(f.value, str)}) > 1


def tied(desk: Desk, queries: list[Query]) -> bool:
    """Say whether each name that chooses rows stands, or is taken up again, in the sentence."""
    names = {
        f.value for query in queries for f in query.where
        if isinstance(f.value, str) and f.relation != "!=" and not f.relation.endswith(COLUMN)
        and not (query.operation == "count" and _kind(desk, query.table, f.column))
    }  # fmt: skip
    return all(name in named_here(desk) or _implied(desk, name) for name in names)


def _kind(desk: Desk, table: str, column: str) -> bool:
    """Say whether a column tells a kind: a count's words already say how well the article does, in other words too."""
    meaning = desk.tables[table].columns[column]
    return meaning.role == "category" and not meaning.named


@remembered
def named_here(desk: Desk) -> frozenset[str]:
    """Give what the sentence names or takes up again."""
    statement, context = desk.statement, desk.context
    own = context.discourse.mentions_in((statement.start, statement.end))
    here = [*own, *(b.mention for b in context.bindings if b.tie != "earlier")]
    both = (m.best for m in jointly(desk))  # "both" takes up the two before
    return frozenset(value for mention in here for value, _ in (*mention.values, *mention.said)).union(both)


@remembered
def _implied(desk: Desk, name: str) -> bool:
    """Say whether something named in the sentence stands for another: the person for the team."""
    near = [b.mention.best for b in desk.context.bindings if b.tie != "earlier"]
    return any(name in desk.index.implied(other) for other in near if other) or _served(desk, name, near)


def _served(desk: Desk, name: str, near: list[str]) -> bool:
    """Say whether who came before or after is told of one who is named: "her predecessor" was in the same post."""
    if desk.statement.kind not in ("predecessor", "successor"):
        return False
    posts = [view for view in desk.views if view.start and view.end]
    held = {(view.name, row) for view in posts for column in view.names for row in view.rows(column, name)}
    return any((v.name, row) in held for v in posts for c in v.names for other in near for row in v.rows(c, other))


# families that only answer where the words of an event, an office or a term tie them down
TIED_DOWN = frozenset(
    {"streak", "winner", "term", "holder", "category", "ascribed", "event", "date", "age", "birthday", "points"}
)
# families whose answer a name is held to where an extreme is said of it outright: "the longest is Elm"
LED = frozenset({"extreme", "grown", "rank"})
LEAST = {"subject": 0.56, "words": 0.55, "time": 0.6}
PLAINLY = 0.78


def plain(desk: Desk, reading: Reading) -> bool:
    """Say whether a reading that disagrees leaves nothing open: who, what and when are all said."""
    context, queries = desk.context, list(leaves(reading.query))
    if not reading.refutes or reading.score < PLAINLY or any(reading.part(p) < at for p, at in LEAST.items()):
        return False
    if reading.family == "office":
        return True
    if none_said(desk) or foreign(desk) or context.stranger or context.serial or context.contrasted:
        return False
    if reading.flags == TOLD:
        return True
    if reading.family == "occasion":
        return pinned(queries)
    led = reading.family in LED and desk.statement.kind == "leader"
    return (led or reading.family in TIED_DOWN) and tied(desk, queries)


@remembered
def none_said(desk: Desk) -> bool:
    """Say whether the clause speaks of nobody or nothing."""
    return bool(NONE & {t.lower_ for t in desk.context.line})


@remembered
def foreign(desk: Desk) -> bool:
    """Say whether the value's verb has a subject that no table knows: "the bicycle is 30 years old"."""
    token = desk.context.head
    for _ in range(12):
        for child in token.children:
            if child.dep_ in ("nsubj", "nsubj:pass") and child.i < desk.context.head.i:
                return _unknown(desk, child)
        if token.head.i == token.i:
            return False
        token = token.head
    return False


def _unknown(desk: Desk, subject: Token) -> bool:
    discourse = desk.context.discourse
    if any(discourse.mention_at(token) for token in subject.subtree):
        return False
    if subject.pos_ == "PRON":
        return subject.lower_ in FIRST and not desk.context.noun
    own = stem(subject.text)
    return subject.pos_ in ("NOUN", "PROPN") and not any(kinship(own, word) >= NEAR for word in desk.tables.stems)


@remembered
def never_since(desk: Desk) -> bool:
    """Say whether nothing is said to have happened in all the time since one: no row alone tells that."""
    return none_said(desk) and desk.context.since is not None


def counting_since(desk: Desk, view: View) -> bool:
    """Say whether a time opens a stretch in which rows are counted: "three eruptions since 1950", "none since May"."""
    context = desk.context
    if context.before[:1] != ["since"]:
        return False
    rows = {*stems_of(view.name), TIME}
    counted = [s.value for s in context.discourse.values_in(context.clause) if s.value and s.value.kind == "count"]
    return none_said(desk) or any(rows & {*stems_of(value.unit)} for value in counted)


@remembered
def counted_since(desk: Desk) -> bool:
    """Say whether a time only says since when something is counted: "three fire chiefs since 2015"."""
    context, start = desk.context, desk.statement.start
    if context.before[:1] != ["since"]:
        return False
    values = context.discourse.values_in((context.clause[0], start))
    counts = [s.end for s in values if s.value and s.value.kind == "count"]
    between = context.document.tokens(max(counts, default=start), start)[:-1]
    return _unparted(desk, counts) and not any(t.pos_ == "ADP" for t in between)


@remembered
def of_another(desk: Desk, view: View | None, dated: bool) -> bool:
    """Say whether the value's verb has a subject that is no thing of a table, of all of them, though it belongs to one.

    "The library in Elm opened in 2012" and "its team was founded in 1921" tell neither when Elm was; the second may
    yet, and so only the question about one table takes it so.
    """
    known = _words_of(view, dates=True) if view is not None and dated else desk.tables.stems
    head = token = desk.context.head
    for _ in range(12):
        subjects = [c for c in token.children if c.dep_ in ("nsubj", "nsubj:pass") and c.i < head.i]
        if subjects and _owned(token, subjects[-1]):
            return True
        if subjects and subjects[-1].tag_ not in ("WP", "WDT"):
            return not subjects[-1].is_ancestor(head) and _belongs_only(
                desk, subjects[-1], known, loose=view is not None
            )
        if token.dep_ in ("acl", "acl:relcl") and dated and _indefinite(desk, token.head):
            return True
        if token.dep_ in ("acl", "acl:relcl"):
            return _belongs_only(desk, token.head, known, loose=view is not None)
        if token.head.i == token.i:
            return token.text == "dates" and _belongs_only(
                desk, token, known, loose=view is not None
            )  # "its hall dates from 1702", as parsed
        token = token.head
    return False


def owner(desk: Desk) -> str:
    """Name whose the subject of another's doing is: of "her father served" the one that "her" stands for."""
    own = [t for t in desk.context.document.tokens(*desk.context.sentence) if t.lower_ in SOMEBODYS]
    mentions = [desk.context.discourse.mention_at(t) for t in own if t.idx < desk.statement.start]
    return next((m.best for m in mentions if m), "")


def _indefinite(desk: Desk, noun: Token) -> bool:
    """Say whether a noun is some thing that stands by the way: "she lives in a house built in 1905"."""
    some = any(c.lower_ in ("a", "an") for c in noun.children)
    return some and noun.dep_ in ("obl", "obj") and desk.context.discourse.mention_at(noun) is None


def _owned(verb: Token, subject: Token) -> bool:
    """Recognise "the trust that owns it was founded" where the parse takes "it" for what was founded."""
    told = verb.dep_ == "ccomp" and verb.head.dep_ == "acl:relcl" and verb.head.head.pos_ == "NOUN"
    return told and subject.pos_ == "PRON" and subject.i == verb.head.i + 1


def _dates(desk: Desk) -> bool:
    return desk.value is not None and desk.value.kind in ("date", "period", "age", "duration")


def _words_of(view: View, *, dates: bool) -> frozenset[str]:
    """Give the stems of the words of a table's name and columns; what it only counts has no dates: "its 84 shops"."""
    counted = {c for c in view.measures if view.columns[c].role not in ("year", "date")} if dates else frozenset()
    columns = (column for name, column in view.columns.items() if name not in counted)
    words = (word for column in columns for word in (*column.words, *column.forms))
    return frozenset(map(stem, (*words, *view.name.split("_"))))


def _belongs_only(desk: Desk, subject: Token, known: frozenset[str], *, loose: bool) -> bool:
    """Say whether a noun that is not known lies in, or belongs to, something: "the library in Elm", "its gym"."""
    mention_at = desk.context.discourse.mention_at
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
        return False  # "her lieutenant is Denise Achebe"
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
    words = [own, *(stem(c.text) for c in subject.children if theirs and c.dep_ == "amod")]  # "her best time"
    told = any(kinship(w, word) >= NEAR for w in words for word in known) or any(own in _called(v) for v in desk.views)
    return bool(named or theirs or owning) and not told


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
    subject = _subject_of(desk.context.head) or (_subject_of(verb) if verb is not None else None)
    if subject is None or value is None or value.kind != "quantity" or subject.tag_ != "NN":
        return False
    own = stem(subject.text)
    if own in HAPPENINGS | QUANTITY | AVERAGES or any(mention_at(token) for token in subject.subtree):
        return False
    the = any(c.lower_ == "the" for c in subject.children)
    return the and not any(kinship(own, word) >= NEAR for word in desk.tables.stems)


@remembered
def it_is_another(desk: Desk, view: View) -> bool:
    """Say whether "it" may be what the sentence before is about, which is none of a table's things.

    "The club has 9,000 members. It was founded in 1893" tells nothing of the stadium that was named before.
    """
    verb, paragraph = desk.context.verb, desk.context.discourse.paragraph(desk.statement.start)
    subject = _subject_of(verb) if verb is not None else None
    if subject is None or subject.lower_ != "it" or verb is None or verb.pos_ != "VERB":
        return False
    for _ in range(SENTENCES):
        if subject is None or subject.lower_ != "it":
            break
        first = subject.sent.start
        if not first or subject.doc[first - 1].idx < paragraph[0]:
            return False
        subject = _subject_of(subject.doc[first - 1].sent.root)
    if subject is None or subject.tag_ != "NN" or stem(subject.text) in HAPPENINGS:
        return False
    if any(c.lower_ in OTHERS for c in subject.children if c.dep_ == "amod"):
        return True
    near = (subject, *(c for c in subject.children if c.dep_ in ("appos", "compound", "flat")))
    if any(desk.context.discourse.mention_at(token) for token in near):
        return False
    return not any(kinship(stem(subject.text), word) >= NEAR for word in _words_of(view, dates=_dates(desk)))


def _subject_of(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass")), None)


SENTENCES = 5
OTHERS = frozenset("old former previous first new second third other earlier original neighbouring next".split())


def possessed(desk: Desk, view: View, noun: Token, *, dates: bool) -> bool:
    """Say whether a noun is none of a table's words and belongs to something: "its oldest tree", "the zoo's lion"."""
    owned = any(c.dep_ == "nmod:poss" for c in noun.children) and desk.context.discourse.mention_at(noun) is None
    return (
        owned
        and noun.pos_ == "NOUN"
        and not any(kinship(stem(noun.text), w) >= NEAR for w in _words_of(view, dates=dates))
    )


@remembered
def elsewhere_before(desk: Desk) -> bool:
    """Say whether somebody had done something elsewhere since a time: "she had conducted in Oslo since 2014"."""
    verb, mention_at = desk.context.verb, desk.context.discourse.mention_at
    if verb is None or verb.tag_ != "VBN" or not any(c.lower_ in HAD for c in verb.children if c.dep_ == "aux"):
        return False
    return any(c.dep_ == "obl" and c.pos_ == "PROPN" and mention_at(c) is None for c in verb.children)


HAD = frozenset({"had", "'d", "’d"})


@remembered
def by_another(desk: Desk, view: View) -> bool:
    """Say whether who does something at a time is named in a table, but is not what its rows are.

    "Ruth Hale joined the company in 2018" tells no founding of the company that she heads.
    """
    verb = desk.context.verb
    subjects = [c for c in verb.children if c.dep_ == "nsubj"] if verb is not None else []
    mention = desk.context.discourse.mention_at(subjects[-1]) if subjects else None
    if mention is None or not view.entity or not mention.values:
        return False
    columns = {column for value, _ in mention.values for column in view.names if view.rows(column, value)}
    return bool(columns) and view.entity not in columns


@remembered
def done_to_another(desk: Desk) -> bool:
    """Say whether what is done at a time is done to no thing of the tables: "left politics", "built 120 homes"."""
    verb = desk.context.verb
    return verb is not None and stem(verb.text) in CHANGING and has_foreign_object(desk)


@remembered
def has_foreign_object(desk: Desk) -> bool:
    """Say whether the verb has an object that is no post and no thing of the tables."""
    verb = desk.context.verb
    found = next((c for c in verb.children if c.dep_ == "obj"), None) if verb is not None else None
    if found is None or found.pos_ not in ("NOUN", "NUM") or stem(found.text) in POSTS:
        return False
    if found.pos_ == "NUM" or any(c.dep_ == "nummod" for c in found.children):
        return True  # "opened six stores": of so many none is the one that is named
    return desk.context.discourse.mention_at(found) is None and not any(
        kinship(stem(found.text), word) >= NEAR for word in desk.tables.stems
    )


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


@remembered
def bounding(desk: Desk) -> bool:
    """Say whether a time only bounds a comparison: "the least since 2021", "its third since May"."""
    context, start = desk.context, desk.statement.start
    if context.before[:1] != ["since"]:
        return False
    ordered = [v.end for v in context.discourse.values_in((context.clause[0], start)) if _orders(v.value)]
    return _unparted(desk, ordered) or outdone_since(desk)


@remembered
def outdone_since(desk: Desk) -> bool:
    """Say whether a time is the last that outdid something: "the least since 2021"."""
    ends = [t.idx for t in desk.context.line if t.tag_ in SUPERLATIVES and t.idx < desk.statement.start]
    return desk.context.before[:1] == ["since"] and _unparted(desk, ends)


def _unparted(desk: Desk, ends: list[int]) -> bool:
    """Say whether nothing parts the last of some words from the time."""
    between = [t for t in desk.context.line if ends and max(ends) <= t.idx < desk.statement.start]
    return bool(ends) and not any(t.tag_ in FINITE or t.text in PAUSES for t in between)


FINITE, PAUSES = frozenset("VBD VBP VBZ MD".split()), frozenset(",;:(")
"""What parts a comparison from a time that is not its bound: "a second case has been open since May"."""


def _orders(value: Value | None) -> bool:
    return value is not None and value.kind == "ordinal"


@remembered
def ahead(desk: Desk) -> bool:
    """Say whether a time is still to come when the article is published."""
    value, published = desk.value, desk.context.published
    period = period_of(value.iso) if value is not None and value.kind in ("date", "period") else None
    return bool(period and published and period[0] > published)


@remembered
def said(desk: Desk, column: Column) -> bool:
    """Say whether the words that count or govern the value name the measure."""
    context, value = desk.context, desk.value
    if value is None:
        return False
    own = {stem(w) for w in (*column.words, *column.forms)}
    if AVERAGES & set(context.stems_before) and not AVERAGES & own:
        return False
    if value.kind == "ordinal":
        return True
    if context.noun:
        return any(kinship(context.noun, word) >= NEAR for word in own) or (bool(QUANTITY & own) and _counted(desk))
    if any(kinship(word, other) >= NEAR for word in own for other in context.governing):
        return True
    return desk.carries_any(column)


def _counted(desk: Desk) -> bool:
    """Say whether what is counted is what a table's rows are."""
    noun = desk.context.noun
    return any(kinship(noun, stem(w)) == 1.0 for view in desk.views for c in view.names for w in view.columns[c].words)
