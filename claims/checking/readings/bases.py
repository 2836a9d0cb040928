"""The time that a figure is held against: "down 12 per cent on 2019", "twice the number of 2021"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.checking.circumstances import leaves
from claims.checking.periods import period_of
from claims.checking.readings.measures import cell
from claims.checking.scoring import Reading
from claims.checking.selection import first_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.query import Filter, Query

LEAST, MOST = 300, 730  # days of a year, a season, a financial year
REACH = 60  # characters from the figure to the time that it is held against
SAID = 0.9
AGAINST = frozenset("than on from since against over with to of where".split())


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the earlier of the two years that the figure before was found to lie between."""
    value, context = desk.value, desk.context
    last = context.discourse.last
    period = period_of(value.iso) if value is not None and value.kind in ("date", "period") else None
    if period is None or last is None or not LEAST <= (period[1] - period[0]).days <= MOST:
        return
    between = (last.start, desk.statement.start)
    close = last.sentence == context.sentence[0] and 0 < between[1] - between[0] <= REACH
    held = AGAINST & {*context.text[slice(*between)].lower().split()}
    if not (close and held) or any(d.start != between[1] for d in context.discourse.dates_in(between)):
        return
    if desk.context.document.tokens(desk.statement.start, desk.statement.end).root.dep_.startswith("nsubj"):
        return  # "though 2025 was weaker"
    if (base := _earlier(list(leaves(last.query)))) is not None:
        question, time = base
        yield Reading(
            family="dated figure", query=cell(desk.tables[question.table], time.column, question.where),
            parts=(("subject", SAID), ("words", SAID)),
            said=f"{time.column} that the figure before is held against", form="date", refutes=False,
        )  # fmt: skip


def _earlier(questions: list[Query]) -> tuple[Query, Filter] | None:
    """Give the one of two questions that asks of an earlier year, and its condition of time."""
    if len(questions) != 2:
        return None
    dated = [(q, f) for q in questions for f in q.where if f.relation == "=" and first_year(f.value) is not None]
    if len(dated) != 2 or dated[0][1].column != dated[1][1].column or dated[0][1].value == dated[1][1].value:
        return None
    return min(dated, key=lambda pair: first_year(pair[1].value) or 0)
