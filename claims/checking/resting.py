"""What rests on a wrong name: a figure that is right for who should stand there is not held to the one that does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.checking.agreement import agreement
from claims.checking.circumstances import leaves
from claims.checking.query import compute

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claims.checking import Case
    from claims.checking.query import Filter, Query
    from claims.checking.verdicts import Weighed
    from claims.types import Statement


@dataclass(frozen=True, slots=True)
class WrongName:
    """A refuted name: what it may stand for, and who should stand there."""

    statement: Statement
    values: frozenset[str]
    right: str
    dated: bool
    """Whether it is the time told that chooses the row: then it is not held to that of another row."""


def wrong_names(cases: Iterable[Case]) -> list[WrongName]:
    """Give the names that are refuted by another name."""
    return [wrong for case in cases if (wrong := _wrong(case))]


def _wrong(case: Case) -> WrongName | None:
    chosen, statement = case.chosen, case.statement
    if statement.verdict.label != "refuted" or statement.value is not None or chosen is None:
        return None
    mention = case.desk.context.discourse.mention_at(case.desk.context.tokens[-1]) if case.desk.context.tokens else None
    right = chosen.result.found.value
    if mention is None or mention.back or chosen.reading.form != "name" or not isinstance(right, str):
        return None
    values = frozenset(value for value, _ in (*mention.values, *mention.said))
    if chosen.reading.asserted not in {None, *values}:  # it is asked who made it, and another name is held to that
        return None
    dated = any(not isinstance(f.value, str) for leaf in leaves(chosen.reading.query) for f in leaf.where)
    return WrongName(statement, values, right, dated)


def resting(case: Case, wrong: Sequence[WrongName]) -> list[Weighed]:
    """Give what disagrees only as a name of the sentence is wrong; of two names either may be."""
    statement = case.statement
    if statement.verdict.label != "refuted" or statement.value is None:
        return []
    others = [w for w in wrong if w.statement.sentence == statement.sentence]
    return [w for w in case.weighed if any(_rests(case, w, name) for name in others)]


def by_post(case: Case, cases: Iterable[Case]) -> Case | None:
    """Give the settled post of an open name: "the chair, Ann Lee", where somebody else is the chair."""
    statement = case.statement
    if statement.kind not in NAMES or statement.verdict.label != "not_enough_info":
        return None
    return next((c for c in cases if c.statement.kind == "office" and _of_post(statement, c.statement)), None)


NAMES, BESIDE = frozenset({"association", "holder"}), 60


def _of_post(name: Statement, post: Statement) -> bool:
    near = name.sentence == post.sentence and max(name.start - post.end, post.start - name.end) < BESIDE
    settled = post.verdict.label in ("supported", "refuted")
    return settled and near and bool(post.subject) and name.quote in (post.subject, post.subject.removesuffix("'s"))


def _rests(case: Case, weighed: Weighed, name: WrongName) -> bool:
    """Say whether it is asked of a wrong name, and is so of who should stand there, or tells when another row was."""
    if weighed.result.outcome != "disagrees" or not any(
        f.value in name.values for f in _filters(weighed.reading.query)
    ):
        return False
    value = case.statement.value
    if name.dated and value is not None and value.kind in ("date", "period"):
        return True
    right = compute(_turned(weighed.reading.query, name), case.desk.tables).value
    return right is not None and agreement(weighed.reading, right, case.desk.value)[0] == "agrees"


def _turned(query: Query, name: WrongName) -> Query:
    """Ask the same of who should stand there."""

    def turned(filters: tuple[Filter, ...]) -> tuple[Filter, ...]:
        return tuple(f._replace(value=name.right) if f.value in name.values else f for f in filters)

    left, right = (side and _turned(side, name) for side in (query.left, query.right))
    return replace(query, where=turned(query.where), having=turned(query.having), left=left, right=right)


def _filters(query: Query) -> list[Filter]:
    return [f for leaf in leaves(query) for f in (*leaf.where, *leaf.having) if isinstance(f.value, str)]
