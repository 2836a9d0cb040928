"""What surrounds a reading: is its measure said, is what it is about named close by, is it said of none."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claims.checking.jointly import jointly
from claims.checking.periods import period_of
from claims.checking.query import COLUMN
from claims.checking.remembered import remembered
from claims.checking.scoring import SETTLED, TOLD
from claims.checking.words import TIME, kinship, nearest, stem, stems_of
from claims.degrees import SUPERLATIVES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from claims.checking.agreement import Outcome
    from claims.checking.desk import Desk
    from claims.checking.query import Filter, Query
    from claims.checking.scoring import Reading
    from claims.checking.tables import View
    from claims.references import Column
    from claims.types import Value

AVERAGES = frozenset(stem(w) for w in "average mean median typical combined aggregate".split())
FIRST = frozenset({"i", "we", "you"})
NONE = frozenset({"nobody", "none", "neither", "never", "nothing", "no"})
QUANTITY = frozenset(stem(w) for w in "quantity number count amount units copies total".split())
NEAR = 0.8
PLACES = frozenset({"place", "spot", "position", "rank", "slot", "finish"})
"""What an ordinal counts where it ranks something: "in fourth place"."""


def akin(own: str, words: Iterable[str], near: float = NEAR) -> bool:
    """Say whether a stem is one of some words', or of one that means the same."""
    return nearest(own, frozenset(words)) >= near


def leaves(query: Query) -> Sequence[Query]:
    """Give the questions that a computed one is made of."""
    if query.left is None and query.right is None:
        return (query,)
    return [leaf for side in (query.left, query.right) if side is not None for leaf in leaves(side)]


def pinned(queries: Sequence[Query]) -> bool:
    """Say whether two names or more choose the rows."""
    return len({f.column for query in queries for f in query.where if isinstance(f.value, str)}) > 1


def tied(desk: Desk, queries: Sequence[Query], side: Outcome = "disagrees") -> bool:
    """Say whether each name that chooses rows stands, or is taken up again, in the sentence.

    For what disagrees a season or a quarter is no name; what agrees would do so by chance in one of many.
    """
    names = {
        f.value for query in queries for f in query.where
        if isinstance(f.value, str) and f.relation != "!=" and not f.relation.endswith(COLUMN)
        and not (side == "disagrees" and is_time(desk, query, f))
        and not (query.operation == "count" and _kind(desk, query.table, f.column))
    }  # fmt: skip
    unnamed = names - named_here(desk)
    return not unnamed or all(_implied(desk, name) for name in unnamed)


def is_time(desk: Desk, query: Query, chosen: Filter) -> bool:
    """Say whether rows are chosen by the season or the quarter that they are of, which is no name: "2024/25"."""
    return desk.tables[query.table].columns[chosen.column].role == "year"


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
TIED_DOWN = frozenset("streak winner term holder category ascribed event date age birthday points overtaken".split())
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
    led = reading.family in LED and desk.statement.kind == "leader"
    none = none_said(desk) and not led  # "no mill grew faster than Elm" is said of Elm
    moved = led and reading.family == "grown"  # "the steepest rise": its noun is no thing that a table should know
    if none or (foreign(desk) and not moved) or context.stranger or context.serial or context.contrasted:
        return False
    if reading.flags in (TOLD, SETTLED):
        return True
    if reading.family == "occasion":
        return pinned(queries)
    return (led or reading.family in TIED_DOWN) and tied(desk, queries)


@remembered
def none_said(desk: Desk) -> bool:
    """Say whether the clause speaks of nobody or nothing: "none of them", "not one of more than 88 rooms"."""
    words = desk.context.spoken
    return not NONE.isdisjoint(words) or any(pair == ("not", "one") for pair in pairwise(words))


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
    return subject.pos_ in ("NOUN", "PROPN") and not akin(stem(subject.text), desk.tables.stems)


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
    """Say whether a time only says since when something is counted, placed or moved: "three fire chiefs since 2015"."""
    context, start = desk.context, desk.statement.start
    if context.before[:1] != ["since"]:
        return False
    values = [s for s in context.discourse.values_in((context.clause[0], start)) if s.value]
    counts = [s.end for s in values if s.value and (s.value.kind in COUNTED or s.value.unit in PLACES)]
    between = context.document.line(max(counts, default=start), start)[:-1]
    return _unparted(desk, counts) and not any(t.pos_ == "ADP" for t in between)


COUNTED = frozenset({"count", "percent", "money", "quantity"})


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
    if desk.context.before[:1] != ["since"]:
        return False
    ends = [t.idx for t in desk.context.line if t.tag_ in SUPERLATIVES and t.idx < desk.statement.start]
    return _unparted(desk, ends)


def moved_since(desk: Desk) -> bool:
    """Say whether a time at the front is that since which something has moved: "since 2021 Elm has lost readers"."""
    context = desk.context
    if context.before[:1] != ["since"] or desk.statement.start - context.sentence[0] > len("Since then, in "):
        return False
    near = context.discourse.degrees_in((desk.statement.end, context.clause[1]))
    return any(s.kind == "comparison" for s in near)


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
def said(desk: Desk, column: Column, family: str = "") -> bool:
    """Say whether the words that count or govern the value name the measure; a mean is asked for by "average"."""
    context, value = desk.context, desk.value
    if value is None:
        return False
    own = {stem(w) for w in (*column.words, *column.forms)}
    if family != "mean" and AVERAGES & set(context.stems_before) and not AVERAGES & own:
        return False
    if value.kind == "ordinal":
        return True
    if context.noun:
        if any(kinship(context.noun, word) >= NEAR for word in own) or (QUANTITY & own and _counted(desk)):
            return True
        if in_columns(desk, context.noun):
            return False  # "282 homes were sold": a noun that no column has leaves it to the verb
    if any(kinship(word, other) >= NEAR for word in own for other in context.governing):
        return True
    return desk.carries_any(column)


@remembered
def in_columns(desk: Desk, noun: str) -> bool:
    """Say whether a noun is a word of some column, or means the same."""
    return any(akin(noun, {stem(w) for c in v.columns.values() for w in (*c.words, *c.forms)}) for v in desk.views)


def _counted(desk: Desk) -> bool:
    """Say whether what is counted is what a table's rows are."""
    noun = desk.context.noun
    return any(kinship(noun, stem(w)) == 1.0 for view in desk.views for c in view.names for w in view.columns[c].words)
