"""Checking: statements become questions to reference tables, answers become verdicts that can be replayed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from claims.checking.additions import additions, answers, ascribed, halves
from claims.checking.bygone import bygone
from claims.checking.cellwords import cells_said, posts_said
from claims.checking.circumstances import leaves
from claims.checking.context import Context
from claims.checking.desk import Desk
from claims.checking.discourse import Discourse, Last
from claims.checking.finder import Finder
from claims.checking.index import Index
from claims.checking.misnamed import misnamed
from claims.checking.othertimes import outdated
from claims.checking.phrasings import hits
from claims.checking.quantities import telling
from claims.checking.readings import alone, readings
from claims.checking.resting import by_post, resting, wrong_names
from claims.checking.tables import Tables, tables_of
from claims.checking.verdicts import CLOSE, decide, elsewhere, lacking, weigh

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.scoring import Reading
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
    statements = tuple(bygone(statement, document) for statement in statements)
    finder = Finder(index, document, names)
    mentions = finder.mentions()
    discourse = Discourse(document, mentions, statements, finder.names)
    discourse.hits = hits(
        document.article.text, index.phrasings, lambda span: any(m.values for m in discourse.mentions_in(span))
    )
    discourse.wrong = tuple(misnamed(discourse, tables))
    discourse.cells = (*cells_said(discourse, index), *posts_said(discourse, index))
    added = tuple(additions(discourse, index, statements))
    first = [_judged(Desk(Context(s, discourse), tables, index)) for s in statements]
    end = discourse.last
    for statement in added:  # a word for a number, "none", goes on with no figure
        numbered = statement.value is not None and statement.value.amount is not None
        discourse.last = end if numbered else _last_before(discourse, statement.start)
        first.append(_judged(Desk(Context(statement, discourse), tables, index)))
    checked = _without_doubles([case for case in _again(first) if not _idle(case)])
    starts = [case.statement.start for case in checked]
    yield from ((_without_a_number(_widened(case, starts)), case.weighed) for case in checked)
    for part in halves(discourse, tuple(case.statement for case in checked)):
        case = _judged(Desk(Context(part, discourse), tables, index))
        if case.statement.verdict.label == "refuted":
            yield case.statement, case.weighed


def _last_before(discourse: Discourse, start: int) -> Last | None:
    """Give the measure of the last figure before a place: what is added there is said after it, not at the end."""
    return discourse.settled.get(max((at for at in discourse.settled if at < start), default=-1))


def indexed(references: References) -> tuple[Tables, Index]:
    """Read the tables once for all articles."""
    if references not in _indexed:
        tables = tables_of(references)
        _indexed[references] = tables, Index(tables)
    return _indexed[references]


@dataclass(frozen=True, slots=True)
class Case:
    """A statement with its verdict, and what led to it."""

    statement: Statement
    desk: Desk
    weighed: list[Weighed]
    lacking: Reading | None

    @property
    def chosen(self) -> Weighed | None:
        """Give the reading that a verdict rests on."""
        outcome = {"supported": "agrees", "refuted": "disagrees"}.get(self.statement.verdict.label)
        return next((w for w in self.weighed if w.result.outcome == outcome), None)


def _widened(case: Case, starts: list[int]) -> Statement:
    """Let a comparison that is settled reach to what it is held against: "outsold Elm", "a longer quay than Elm"."""
    statement, chosen, discourse = case.statement, case.chosen, case.desk.context.discourse
    if statement.kind != "comparison" or chosen is None:
        return statement
    names = {f.value for query in leaves(chosen.reading.query) for f in query.where}
    behind = discourse.mentions_in((statement.end, min(statement.clause[1], statement.end + REACH)))
    rival = next((m for m in behind if m.best in names), None)
    if rival is None or any(statement.end <= start < rival.end for start in starts):
        return statement
    return replace(statement, end=rival.end, quote=case.desk.context.text[statement.start : rival.end])


REACH = 60
"""Characters from a comparison to the name behind it."""


def _idle(case: Case) -> bool:
    """Say whether a name is only mentioned, or a word is a number to no table, and has no verdict."""
    statement, context = case.statement, case.desk.context
    unsettled = statement.kind in ("association", "quantifier") and statement.verdict.label == "not_enough_info"
    if not unsettled or ascribed(context):
        return False
    if alone.of_one(case.desk):
        return not alone.names(case.desk)
    return not (answers(context) if statement.kind == "association" else telling(context.tokens))


def _without_a_number(statement: Statement) -> Statement:
    """Drop a value that is no number by itself, that of "all" or "only"."""
    unknown = statement.kind == "quantifier" and statement.value is not None and statement.value.amount is None
    return replace(statement, value=None) if unknown else statement


def _without_doubles(cases: list[Case]) -> list[Case]:
    """Keep one of a name and of words that say more of it, "only Elm": the longer unless the name alone is settled."""
    dropped: set[int] = set()
    for longer in (c for c in cases if alone.of_one(c.desk)):
        first, last = longer.statement.start, longer.statement.end
        inside = [c for c in cases if c.statement.kind == "association" and first <= c.statement.start < last]
        settled = any(c.chosen for c in inside) and len(alone.names(longer.desk)) == 1
        dropped |= {id(longer)} if settled and not longer.chosen else {id(c) for c in inside}
    return [c for c in cases if id(c) not in dropped]


def _judged(desk: Desk) -> Case:
    statement = desk.statement
    asked = statement.kind != "quotation" and statement.modality != "proposal" and not desk.numbered
    read = list(readings(desk)) if asked else []
    weighed, empty = weigh(desk, read), lacking(desk, read)
    case = Case(replace(statement, verdict=decide(desk, weighed, empty)), desk, weighed, empty)
    measured = case.chosen or next((w for w in weighed if outdated(desk, w)), None)
    if statement.value and measured and measured.result.found.columns and not _when(desk, measured):
        last = _last(statement, measured, weighed)
        desk.context.discourse.last = desk.context.discourse.settled[statement.start] = last
    return case


def _last(statement: Statement, measured: Weighed, weighed: list[Weighed]) -> Last:
    """Keep the question that a figure answers for what goes on from it, and those that may be meant as well."""
    found, reading = measured.result.found, measured.reading
    agreeing = [w for w in weighed if w.result.outcome == "agrees" and w.reading.family == reading.family]
    near = [w.reading for w in agreeing if w.probability >= measured.probability - CLOSE]
    return Last(
        found.table, found.columns[-1], statement.start, statement.sentence[0], reading,
        sure=measured.probability if measured.result.outcome == "agrees" else 0.0,
        others=tuple(other for other in near if other.query != reading.query)[:OTHERS],
    )  # fmt: skip


OTHERS = 3


def _when(desk: Desk, measured: Weighed) -> bool:
    """Say whether a statement only gives the time of the figure before: its measure is still the one spoken of."""
    dated = desk.value is not None and desk.value.kind in ("date", "period")
    found = measured.result.found
    return dated and found.columns[-1] == desk.tables[found.table].year


def _again(cases: list[Case]) -> Iterator[Case]:
    """Decide anew where a figure would refute that supports another statement: it is hardly the one meant."""
    settled = {
        chosen.reading.query
        for case in cases
        if case.statement.verdict.label == "supported" and (chosen := case.chosen)
    }
    wrong = wrong_names(cases)
    for case in cases:
        if (post := by_post(case, cases)) is not None:
            case = replace(
                case, statement=replace(case.statement, verdict=post.statement.verdict), weighed=post.weighed
            )
        misled = resting(case, wrong)
        open_still = case.statement.verdict.label != "supported"
        if not misled and not (open_still and any(w.reading.query in settled for w in case.weighed)):
            yield case
            continue
        weighed = elsewhere([w for w in case.weighed if w not in misled], settled)
        verdict = decide(case.desk, weighed, case.lacking)
        yield replace(case, statement=replace(case.statement, verdict=verdict), weighed=weighed)
