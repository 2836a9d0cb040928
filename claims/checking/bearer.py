"""The one thing that a figure is told of, where grammar leaves no other: readings of its rivals are not meant."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking.agreement import agreement
from claims.checking.mentions import ORDERED
from claims.checking.officers import ANYBODY, HEADS, alike, is_role
from claims.checking.pointers import HERS, HIS
from claims.checking.query import compute, select
from claims.checking.remembered import remembered
from claims.clauses import NOUN_MODIFIERS, SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.mentions import Mention
    from claims.checking.query import Filter, Query
    from claims.checking.scoring import Reading
    from claims.checking.tables import Cell, View

FAR = 8  # steps from a figure up to the verb that it hangs on
FRONT = re.compile(r"(?:^|[,;]\s|\b(?:and|but|while|whereas)\s)\s*[\"“]?(?:in|at|on)\s(?:the\s)?$", re.IGNORECASE)
SPEAKING = frozenset({"we", "our"})
THAN = re.compile(r"[^,;:.]{0,30},? (?:\w+ )?than(?: in| at| for)?(?: the)? ", re.IGNORECASE)
RELATIVE = frozenset("who which that".split())


def of_a_rival(desk: Desk, query: Query) -> bool:
    """Say whether a question is only about other rows than those of what the figure is told of."""
    own, behind = borne_by(desk), _behind(desk)
    if not (own or behind) or query.left is not None:
        return False
    view = desk.tables[query.table]
    named = tuple([f for f in query.where if _names(view, f)])
    names = {f.value for f in named}
    if not names or not own.isdisjoint(names):
        return False
    if not behind.isdisjoint(names):
        return True
    rows = _rows(desk, view)
    return bool(rows) and rows.isdisjoint(select(view, named))


def switched(desk: Desk, reading: Reading) -> bool:
    """Say whether the figure is that of another of those named side by side: "Elm and Ash have 9 and 14 lifts"."""
    paired = desk.context.paired
    return paired is not None and reading.query.left is None and _switched(desk, reading, paired)


@remembered
def _switched(desk: Desk, reading: Reading, paired: Mention) -> bool:
    others = desk.context.unpaired

    def own(name: str) -> Cell:
        where = [f._replace(value=name) if f.value == paired.best else f for f in reading.query.where]
        told = (where, [f for f in where if isinstance(f.value, str)])  # each may have a day of its own
        answers = (compute(replace(reading.query, where=tuple(w)), desk.tables).value for w in told)
        return next((a for a in answers if a is not None), None)

    figures = (own(name) for name in sorted(others))
    return any(a is not None and agreement(reading, a, desk.value)[0] == "agrees" for a in figures)


@remembered
def _behind(desk: Desk) -> frozenset[str]:
    """Give the names that the figure is only more or less than: "heard 412 cases, more than Elm"."""
    context, end = desk.context, desk.statement.end
    after = [m for m in context.discourse.mentions_in((end, context.sentence[1])) if m.values]
    before = {m.best for m in context.discourse.mentions_in((context.sentence[0], end))}
    return frozenset(m.best for m in after if THAN.fullmatch(context.text[end : m.start])) - before


def _names(view: View, condition: Filter) -> bool:
    """Say whether a condition chooses rows by a name."""
    by_name = isinstance(condition.value, str) and condition.relation == "="
    return by_name and condition.column in view.names and view.columns[condition.column].named


@remembered
def _rows(desk: Desk, view: View) -> frozenset[int]:
    """Give the rows of a table in which a name of what the figure is told of stands."""
    return frozenset(row for c in view.names for name in borne_by(desk) for row in view.rows(c, name))


@remembered
def borne_by(desk: Desk) -> frozenset[str]:
    """Give the names of what the figure is told of, and of what that stands for; none where it is open."""
    if desk.value is None or desk.value.kind == "age":
        return frozenset()
    found = desk.context.paired or desk.context.opposed or _fronted(desk) or _subject(desk)
    if found is None or len(found.values) != 1:
        return frozenset()
    return frozenset((found.best, desk.index.body_of(found.best), *desk.index.implied(found.best))) - {""}


def _fronted(desk: Desk) -> Mention | None:
    """Give the place that opens the figure's clause: "At Elm sales rose by 12 to 40, at Oak they fell to 9"."""
    context, (start, end) = desk.context, desk.context.sentence
    named = [m for m in context.discourse.mentions_in((start, end)) if m.values and m.outright]
    opening = {m.start for m in named if FRONT.search(context.text[start : m.start])}
    before = [m for m in named if m.start in opening and m.start < desk.statement.start]
    if not before:
        return None
    last = before[-1]
    told = any(t.pos_ in ("VERB", "AUX") for t in context.document.line(last.end, desk.statement.start))
    others = [m for m in named if m.start > last.start and m.start not in opening]
    return last if told and not _rival(desk, last, others) else None


def _subject(desk: Desk) -> Mention | None:
    """Give the subject of the figure's verb, or what it belongs to, where the clause names nothing else of the kind."""
    token, own = desk.context.head, desk.context.head
    for _ in range(FAR):
        subject = next((c for c in token.children if c.dep_ in SUBJECTS or c.lower_ in ORDERED), None)
        if token.dep_ in NOUN_MODIFIERS and (subject is None or subject.lower_ in RELATIVE):
            return _named(desk, token.head)  # "that of Elm, which has 12", "Elm's yard, opened in 1974"
        if subject is not None:
            found = _named(desk, subject) if subject.i < own.i and not subject.is_ancestor(own) else None
            return found if found and not _rivals(desk, found, subject) else None
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _named(desk: Desk, subject: Token) -> Mention | None:
    """Give the one name of a subject: its own, one beside it, or that of what it belongs to: "the sales of Elm"."""
    mention_at, children = desk.context.discourse.mention_at, list(subject.children)
    beside = [c for c in children if c.dep_ == "appos"]
    possessors = [c for c in children if c.dep_ == "nmod:poss"]  # "his defeat of Elm" is not Elm's
    owners = possessors or [c for c in children if c.dep_ == "nmod" and (_of(c) or subject.pos_ == "PRON")]
    owners = [] if is_role(subject) else owners
    mentions = [m for t in (subject, *beside, *owners) if (m := mention_at(t)) and m.values]
    found = next((m for m in mentions if _sure(m) or _alone(desk, m)), None)
    joined = [m for c in children if c.dep_ == "conj" and (m := mention_at(c))]
    return None if found is None or any(alike(desk.index, m.best, found.best) for m in joined) else found


def _sure(mention: Mention) -> bool:
    """Say whether a mention stands for nothing else: a name, "the former", who speaks, "the man from Elm"."""
    return mention.text.lower() in SPEAKING | ANYBODY | HEADS or (
        mention.outright and (mention.back or mention.text[:1].isupper())
    )


def _alone(desk: Desk, mention: Mention) -> bool:
    """Say whether "he", or "his mill", can be that of nobody else: the paragraph has named one person before."""
    discourse, token = desk.context.discourse, desk.context.document.tokens(mention.start, mention.end).root
    persons = HIS | HERS
    if not mention.back or not persons & {token.lower_, *(c.lower_ for c in token.children if c.dep_ == "nmod:poss")}:
        return False
    start = discourse.paragraph(mention.start)[0]
    named = {m.best for m in discourse.mentions_in((start, mention.start)) if m.person and m.outright}
    strangers = any(start <= s.start < mention.start for s in discourse.strangers)
    own = {other for name in named for other in (name, desk.index.body_of(name))}
    return len(named) == 1 and not strangers and mention.best in own


def _of(token: Token) -> bool:
    return any(c.lower_ == "of" for c in token.children if c.dep_ == "case")


def _rivals(desk: Desk, mention: Mention, subject: Token) -> bool:
    """Say whether something else of the kind is named beside the subject, with no figure of its own."""
    context, discourse = desk.context, desk.context.discourse
    span = (min(context.clause[0], subject.left_edge.idx), max(context.clause[1], desk.statement.end))
    asides = [c for c in subject.subtree if c.dep_ in NOUN_MODIFIERS]
    told_aside = {t.idx for aside in asides for t in aside.subtree}
    others = [m for m in discourse.mentions_in(span) if m.values and m.start not in told_aside]
    return _rival(desk, mention, others)


def _rival(desk: Desk, mention: Mention, others: list[Mention]) -> bool:
    """Say whether one of some names is of the kind, and neither the subject of a later verb nor of a later figure."""
    later = desk.context.discourse.values_in((desk.statement.end, desk.context.sentence[1]))
    told = {m.start for s in later if (m := desk.context.gapped(s))}
    told |= {m.start for m in others if m.start > desk.statement.start and _opens(desk, m)}
    rivals = (m for m in others if m.best != mention.best and m.start not in told)
    return any(alike(desk.index, m.best, mention.best) for m in rivals)


def _opens(desk: Desk, mention: Mention) -> bool:
    """Say whether a name is the subject of a verb of its own, or in that: "and that of Elm is small"."""
    root = desk.context.document.tokens(mention.start, mention.end).root
    return root.dep_ in SUBJECTS or (root.dep_.startswith("nmod") and root.head.dep_ in SUBJECTS)
