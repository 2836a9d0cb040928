"""Checking: statements become questions to reference tables, answers become verdicts that can be replayed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from claims.checking.additions import additions, halves
from claims.checking.context import Context
from claims.checking.desk import Desk
from claims.checking.discourse import Discourse, Last
from claims.checking.finder import Finder
from claims.checking.index import Index
from claims.checking.misnamed import misnamed
from claims.checking.phrasings import hits
from claims.checking.readings import readings
from claims.checking.tables import Tables, tables_of
from claims.checking.verdicts import decide, weigh

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.verdicts import Weighed
    from claims.language import Document
    from claims.names import Names
    from claims.references import References
    from claims.types import Statement

__all__ = ["check"]

_indexed: WeakKeyDictionary[References, tuple[Tables, Index]] = WeakKeyDictionary()


def check(
    statements: tuple[Statement, ...], document: Document, names: Names, references: References
) -> tuple[Statement, ...]:
    """Give each statement the verdict of the reference tables; add those that only the tables let one see."""
    return tuple(statement for statement, _ in judge(statements, document, names, references))


def judge(
    statements: tuple[Statement, ...], document: Document, names: Names, references: References
) -> Iterator[tuple[Statement, list[Weighed]]]:
    """Yield each statement with its verdict, and the readings that were weighed for it."""
    tables, index = indexed(references)
    discourse = Discourse(document, Finder(index, document, names).mentions(), statements, names)
    discourse.hits = hits(document.article.text, index.phrasings)
    discourse.wrong = tuple(misnamed(discourse, tables))
    added = tuple(additions(discourse, index, statements))
    checked: list[Statement] = []
    for statement in (*statements, *added):
        statement, weighed = _judged(statement, discourse, tables, index)
        if statement.kind == "association" and statement.verdict.label == "not_enough_info":
            continue
        checked.append(statement)
        yield statement, weighed
    for part in halves(discourse, tuple(checked)):
        statement, weighed = _judged(part, discourse, tables, index)
        if statement.verdict.label == "refuted":
            yield statement, weighed


def indexed(references: References) -> tuple[Tables, Index]:
    """Read the tables once for all articles."""
    if references not in _indexed:
        tables = tables_of(references)
        _indexed[references] = tables, Index(tables)
    return _indexed[references]


def _judged(
    statement: Statement, discourse: Discourse, tables: Tables, index: Index
) -> tuple[Statement, list[Weighed]]:
    desk = Desk(Context(statement, discourse), tables, index)
    asked = statement.kind != "quotation" and statement.modality != "proposal"
    read = list(readings(desk)) if asked else []
    weighed = weigh(desk, read)
    verdict = decide(desk, weighed, bool(read))
    used = verdict.evidence[0] if verdict.evidence and verdict.label != "not_enough_info" else None
    if statement.value and used and used.columns:
        discourse.last = Last(used.table, used.columns[-1], statement.start, statement.sentence[0])
    return replace(statement, verdict=verdict), weighed
