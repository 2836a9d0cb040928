"""The one thing that a figure is told of, where grammar leaves no other: readings of its rivals are not meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.checking.mentions import ORDERED
from claims.checking.officers import is_role
from claims.checking.remembered import remembered
from claims.clauses import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.index import Index
    from claims.checking.mentions import Mention
    from claims.checking.query import Query

FAR = 8  # steps from a figure up to the verb that it hangs on
ASIDE = frozenset({"acl", "acl:relcl"})


def of_a_rival(desk: Desk, query: Query) -> bool:
    """Say whether a question is only about something else of the kind that the figure is told of."""
    own = borne_by(desk)
    if not own or query.left is not None:
        return False
    view = desk.tables[query.table]
    named = [(f.column, f.value) for f in query.where if isinstance(f.value, str) and f.relation == "="]
    if own & {name for _, name in named}:
        return False
    return any(view.rows(column, name) for column, _ in named if column in view.names for name in own)


@remembered
def borne_by(desk: Desk) -> frozenset[str]:
    """Give the names of what the figure is told of, and of what that stands for; none where it is open."""
    if desk.value is None or desk.value.kind == "age":
        return frozenset()
    found = desk.context.opposed or _subject(desk)
    if found is None or len(found.values) != 1:
        return frozenset()
    return frozenset((found.best, desk.index.body_of(found.best), *desk.index.implied(found.best))) - {""}


def _subject(desk: Desk) -> Mention | None:
    """Give the subject of the figure's verb, or what it belongs to, where the clause names nothing else of the kind."""
    token, own = desk.context.head, desk.context.head
    for _ in range(FAR):
        subject = next((c for c in token.children if c.dep_ in SUBJECTS or c.lower_ in ORDERED), None)
        if subject is not None:
            found = _named(desk, subject) if subject.i < own.i and not subject.is_ancestor(own) else None
            return found if found and not _rivals(desk, found, subject) else None
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _named(desk: Desk, subject: Token) -> Mention | None:
    """Give the one name of a subject: its own, one beside it, or that of what it belongs to: "the sales of Elm"."""
    children = list(subject.children)
    if any(c.dep_ == "conj" for c in children):
        return None
    beside = [c for c in children if c.dep_ == "appos"]
    possessors = [c for c in children if c.dep_ == "nmod:poss"]  # "his defeat of Elm" is not Elm's
    owners = possessors or [c for c in children if c.dep_ == "nmod" and _of(c)]
    owners = [] if is_role(subject) else owners
    mentions = [m for t in (subject, *beside, *owners) if (m := desk.context.discourse.mention_at(t)) and m.values]
    return next(
        (m for m in mentions if m.text.lower() == "we" or (m.outright and (m.back or m.text[:1].isupper()))), None
    )


def _of(token: Token) -> bool:
    return any(c.lower_ == "of" for c in token.children if c.dep_ == "case")


def _rivals(desk: Desk, mention: Mention, subject: Token) -> bool:
    """Say whether something else of the kind is named beside the subject, with no figure of its own."""
    context, discourse = desk.context, desk.context.discourse
    span = (min(context.clause[0], subject.left_edge.idx), max(context.clause[1], desk.statement.end))
    asides = [c for c in subject.subtree if c.dep_ in ASIDE]
    told_aside = {t.idx for aside in asides for t in aside.subtree}
    others = [m for m in discourse.mentions_in(span) if m.values and m.start not in told_aside]
    later = discourse.values_in((desk.statement.end, context.sentence[1]))
    told = {m.start for s in later if (m := context.gapped(s))}
    rivals = (m for m in others if m.best != mention.best and m.start not in told)
    return any(alike(desk.index, m.best, mention.best) for m in rivals)


@remembered
def alike(index: Index, one: str, other: str) -> bool:
    """Say whether two names stand in one column of a table."""
    return any(view.rows(c, one) and view.rows(c, other) for view in index.tables for c in view.names)
