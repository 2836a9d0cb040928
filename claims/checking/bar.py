"""What a reading has to show before it may refute: its measure said, its subject tied, its time not another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.checking.words import kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.query import Query
    from claims.checking.scoring import Reading
    from claims.references import Column

MEASURED = frozenset({"lookup", "difference", "gap", "percent change", "ratio", "share"})
AVERAGES = frozenset(stem(w) for w in "average mean median typical combined aggregate".split())
FIRST = frozenset({"i", "we", "you"})
# families that tie their words to a row by rules of their own
SETTLED = frozenset({"phrasing", "life"})
PERSONAL = frozenset({"age", "birthday", "duration", "rank", "streak", "sum", "mean", "pair", "margin"})
NONE = frozenset({"nobody", "none", "neither", "never", "nothing", "no"})
QUANTITY = frozenset(stem(w) for w in "quantity number count amount units copies total".split())
NEAR = 0.8


def objection(desk: Desk, reading: Reading, miswritten: bool) -> str:
    """Say why a reading that disagrees can't be taken for the one meant, "" if it can."""
    queries = list(_leaves(reading.query))
    context = desk.context
    if reading.family == "occasion" and not _pinned(desk, queries):
        return "it may be another occasion"
    if NONE & {t.lower_ for t in context.line}:
        return "it is said of none"
    if reading.family not in (*MEASURED, *PERSONAL):
        return ""
    if _foreign(desk):
        return "it is said of something that no table knows"
    if not all(_tied(desk, query, miswritten) for query in queries):
        return "what it is said of is not named close by"
    if reading.family in ("duration", "rank") and not _whole(desk, reading):
        return "it is one among others"
    if reading.family not in MEASURED:
        return ""
    if context.serial or context.contrasted or (reading.family == "lookup" and _since(desk)):
        return "its time is not said"
    if reading.family == "share" and not _share_of(desk, queries[-1]):
        return "what is shared is not said"
    said = all(_said(desk, desk.tables[q.table].columns[q.column]) for q in queries if q.column)
    return "" if said else "no word that counts or governs it names the measure"


def _pinned(desk: Desk, queries: list[Query]) -> bool:
    """Say whether two names or more choose the occasion, and nothing goes on since then."""
    names = {f.column for query in queries for f in query.where if isinstance(f.value, str)}
    return len(names) > 1 and desk.context.before[:1] != ["since"]


def _leaves(query: Query) -> Iterator[Query]:
    sides = [side for side in (query.left, query.right) if side is not None]
    if not sides:
        yield query
    for side in sides:
        yield from _leaves(side)


def _whole(desk: Desk, reading: Reading) -> bool:
    """Say whether a rank is one among all, and whether time in office is that of a row's own thing."""
    if reading.family == "duration":
        view = desk.tables[reading.query.table]
        return any(f.column in (view.person, view.entity) for q in _leaves(reading.query) for f in q.where)
    return desk.context.after[:1] != ["of"]


def _since(desk: Desk) -> bool:
    """Say whether the figure is added up from a time on."""
    return any(when.role == "since" and when.weight >= 0.8 for when in desk.context.times)


def _share_of(desk: Desk, query: Query) -> bool:
    """Say whether the words behind "half of" name what is shared."""
    own = {stem(w) for w in desk.tables[query.table].columns[query.column].words}
    return any(kinship(stem(word), other) >= NEAR for word in desk.context.after for other in own)


def _tied(desk: Desk, query: Query, miswritten: bool) -> bool:
    """Say whether each name that chooses rows stands, or is taken up again, in the sentence or just before it."""
    context = desk.context
    nearby = {v for b in context.bindings if b.tie != "earlier" for v, _ in b.mention.values}
    if not nearby:
        return miswritten or not any(isinstance(f.value, str) for f in query.where)
    return all(f.value in nearby or _implied(desk, str(f.value)) for f in query.where if isinstance(f.value, str))


def _implied(desk: Desk, name: str) -> bool:
    """Say whether something named in the sentence stands for another: the person for the team."""
    near = [b.mention.best for b in desk.context.bindings if b.tie != "earlier"]
    return any(name in desk.index.implied(other) for other in near if other)


def _foreign(desk: Desk) -> bool:
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
    words = {stem(w) for view in desk.views for column in view.columns.values() for w in (*column.words, *column.forms)}
    words |= {stem(w) for view in desk.views for w in view.name.split("_")}
    own = stem(subject.text)
    return subject.pos_ in ("NOUN", "PROPN") and not any(kinship(own, word) >= NEAR for word in words)


def _said(desk: Desk, column: Column) -> bool:
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
