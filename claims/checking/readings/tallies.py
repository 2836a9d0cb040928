"""Who has been in most rows of those that a number just counted: "three titles, and nobody else has more"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.exclusive import exclusive
from claims.checking.query import Filter, Query, compute
from claims.checking.readings.degrees import among_all, degree_of, equative, of_times, sense
from claims.checking.readings.lookups import in_a_row
from claims.checking.remembered import remembered
from claims.checking.scoring import TOLD, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.discourse import Last
    from claims.checking.tables import View

KINDS = frozenset({"comparison", "superlative", "exclusive"})
MOST, FEWEST, SURE, CLEAR, SAID = 60, 3, 0.5, 0.8, 0.85
REACH = 200
ONE = checks.number(Decimal(1), Decimal(1), "the place among all that are named")


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the place of a name by how often it stands where a number just told has counted it, or who is before it."""
    if desk.value is not None or desk.statement.kind not in KINDS or in_a_row(desk.context):
        return
    for told in _counted(desk):
        held = _name(desk, told)
        names = _names(desk.tables[told.query.table], held.column) if held is not None else ()
        if held is None or len(names) < FEWEST:
            continue
        each = tuple((name, _of(told.query, held, name)) for name in names)
        if desk.statement.kind == "exclusive":
            yield from _only(desk, told, held, each)
        elif _beyond_all(desk):
            yield from _placed(desk, told, held, each)


@remembered
def _counted(desk: Desk) -> list[Last]:
    """Give the number told close before that counts rows of a name, the largest of several."""
    settled, start = desk.context.discourse.settled, desk.statement.start
    near = desk.context.discourse.values_in((max(desk.context.sentence_before[0], start - REACH), start))
    found = [settled[s.start] for s in near if s.start in settled]
    found = [last for last in found if last.query.operation == "count" and last.reading.form == "number"]
    answers = [(compute(last.query, desk.tables).value, last) for last in found]
    known = [(answer, last) for answer, last in answers if isinstance(answer, Decimal)]
    return [last for answer, last in known if answer == max(n for n, _ in known)][-1:]


def _name(desk: Desk, told: Last) -> Filter | None:
    """Give the one name by which rows were counted, the first where a kind was given with it."""
    view = desk.tables[told.query.table]
    named = [f for f in told.query.where if f.relation in ("=", "has") and f.column in view.names]
    return next((f for f in named if isinstance(f.value, str)), None)


@remembered
def _names(view: View, column: str) -> tuple[str, ...]:
    """Give the names of a column, none where there are too many."""
    if view.columns[column].distinct > MOST or view.columns[column].dtype == "list":
        return ()
    return tuple(name for name in view.distinct(column) if isinstance(name, str))


def _of(query: Query, held: Filter, name: str) -> Query:
    """Count the rows of another name."""
    return replace(query, where=tuple(f._replace(value=name) if f == held else f for f in query.where))


def _beyond_all(desk: Desk) -> bool:
    """Say whether a degree is one of how often, or how many, among all others: "more often than any other"."""
    degree = degree_of(desk)
    if degree is None or degree.base not in ("", "many") or of_times(desk):
        return False
    return desk.statement.kind == "superlative" or among_all(desk)


def _placed(desk: Desk, told: Last, held: Filter, each: tuple[tuple[str, Query], ...]) -> Iterator[Reading]:
    """Yield the place of a name, by all rows of each; nobody has "as many" where it is ahead alone."""
    own = str(held.value)
    alone = desk.statement.kind != "comparison" or equative(desk.context.tokens) is not None
    sure = told.sure >= CLEAR
    query = Query(operation="each rank from top", table=told.query.table, each=each, key=own)
    level = [
        name for name, asked in each if compute(asked, desk.tables).value == compute(told.query, desk.tables).value
    ]
    if alone and len(level) > 1 and not sure:
        return
    yield Reading(
        family="rank", query=query, parts=(("subject", SAID), ("words", SAID), ("time", SAID)),
        said=f"place of {own} by number of rows of {told.query.table}", form="check", asserted=ONE,
        flags=TOLD if sure else (), refutes=sure,
    )  # fmt: skip


def _only(desk: Desk, told: Last, held: Filter, each: tuple[tuple[str, Query], ...]) -> Iterator[Reading]:
    """Yield who has been in more, or in fewer, of the rows than the one that was counted."""
    mention = desk.context.discourse.asserted_at(desk.context.tokens[-1])
    found = exclusive(desk.context.discourse, mention) if mention is not None else None
    degree = sense([found.degree]) if found is not None else None
    if mention is None or degree is None or degree.base not in ("", "less", "few") or mention.best == held.value:
        return
    own, end = compute(told.query, desk.tables).value, degree.ends[0][0]
    figures = {name: compute(asked, desk.tables).value for name, asked in each}
    known = {name: n for name, n in figures.items() if isinstance(n, Decimal)}
    beyond = [name for name, n in known.items() if isinstance(own, Decimal) and (n > own if end == "max" else n < own)]
    many = Decimal(len(beyond))
    if mention.best not in known:
        return
    right = beyond == [mention.best]
    place = Query(
        operation=f"each rank from {'top' if end == 'max' else 'bottom'}", table=told.query.table, each=each,
        key=str(held.value) if right or mention.best in beyond else mention.best,
    )  # fmt: skip
    asserted = checks.number(Decimal(2), Decimal(2), "behind one alone") if place.key == held.value else ONE
    yield Reading(
        family="rank", query=place, parts=(("subject", SAID), ("words", SAID), ("time", SAID)), form="check",
        said=f"place by number of rows of {told.query.table}, with {int(many)} beyond {held.value}", asserted=asserted,
        refutes=told.sure >= CLEAR, flags=TOLD if told.sure >= CLEAR else (),
    )  # fmt: skip
