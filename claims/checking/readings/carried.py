"""What is told next of the rows just counted or added up: "gave 3,616 lessons and cost 309,000", "at 86 apiece".

The number of such rows of others, too: "Elm won it 11 times and Ash nine", "Oak and Yew follow with three each".
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.query import Filter, Query, select
from claims.checking.readings.continued import figure
from claims.checking.readings.fits import fit
from claims.checking.readings.lookups import EACH
from claims.checking.readings.measures import agrees
from claims.checking.readings.ofthose import CARRIED, LEAST, NEAR, SAID, THOSE, TOGETHER, sums
from claims.checking.readings.rates import to_the_digits
from claims.checking.readings.scopes import short_lived
from claims.checking.readings.substitutes import in_words, of_name
from claims.checking.readings.things import counted, whole_of
from claims.checking.remembered import remembered
from claims.checking.scoring import TOLD, Reading
from claims.checking.selection import as_written, within
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.discourse import Last
    from claims.checking.readings.figures import Rows
    from claims.checking.tables import View

NUMBERS = frozenset({"count", "number", "money", "quantity"})
COUNTS = frozenset({"count", "number"})
RATED, SURELY = 0.6, 0.8


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the totals, and one over another, of the rows that the figure before was told of."""
    value = desk.value
    if value is None or value.kind not in NUMBERS:
        return
    last = _added_up(desk)
    if last is not None:
        view = desk.tables[last.table]
        yield from _apiece(desk, view, last) if _shared_out(desk) else _next(desk, view, last)
    for view, where in _of_those_counted(desk):
        yield from (r for r in sums(desk, view, where, refutes=False) if agrees(desk, r))
    if value.kind in COUNTS:
        yield from _counted_again(desk)


def _counted_again(desk: Desk) -> Iterator[Reading]:
    """Yield how many such rows as were counted before what is named beside the number has, if it has no other noun."""
    last = _count_before(desk)
    if last is None or whole_of(desk) is not None or desk.context.noun not in ("", _noun_of(desk, last)):
        return
    span = (last.start, desk.statement.start)
    names = dict.fromkeys(m.best for m in desk.context.discourse.mentions_in(span) if m.named and not m.back)
    asked = {name: query for name in names if (query := of_name(desk, last.query, name)) is not None}
    readings = [_again(last, name, query) for name, query in asked.items()]
    each = EACH & {*desk.context.after[:2], *desk.statement.quote.lower().split()[-1:]}
    if not (len(readings) == 1 or (readings and each)):
        return
    off = [r for r in readings if not agrees(desk, r)]
    yield from off[:1] or readings[:1]  # what each has holds of all of them


def _again(last: Last, name: str, query: Query) -> Reading:
    sure = last.sure >= SURELY
    return Reading(
        family=last.reading.family, query=query, parts=(("subject", CARRIED), ("words", CARRIED), ("time", CARRIED)),
        said=f"{in_words(last.reading.said, last.query, query)}, as counted before for {name}", refutes=sure,
        flags=TOLD if sure else (),
    )  # fmt: skip


@remembered
def _count_before(desk: Desk) -> Last | None:
    """Give the count told last in the sentence, or in the one before, if no other figure stands between."""
    context = desk.context
    starts = [s for s in context.discourse.settled if context.sentence_before[0] <= s < desk.statement.start]
    last = context.discourse.settled[max(starts)] if starts else None
    plain = last is not None and last.query.operation == "count" and last.reading.asserted is None
    return last if last is not None and plain and last.sure else None


def _noun_of(desk: Desk, last: Last) -> str:
    """Give the noun of the count before."""
    told = figure(desk, last)
    return desk.about(told).context.noun if told is not None else ""


def _added_up(desk: Desk) -> Last | None:
    """Give the total told last in the sentence, where nothing else is named and no other subject stands since."""
    context = desk.context
    starts = [s for s in context.discourse.settled if context.sentence[0] <= s < desk.statement.start]
    last = context.discourse.settled[max(starts)] if starts else None
    if last is None or last.query.operation != "sum" or last.query.more or not last.sure:
        return None
    between = (last.start, desk.statement.start)
    named = any(m.named for m in context.discourse.mentions_in(between))
    other = any(t.dep_.startswith("nsubj") for t in context.document.line(*between))
    return None if named or other else last


def _shared_out(desk: Desk) -> bool:
    return bool(EACH & {*desk.context.after[:2]})


def _next(desk: Desk, view: View, last: Last) -> Iterator[Reading]:
    """Yield the totals of other measures over the same rows."""
    sure = last.sure >= SURELY
    for found in sums(desk, view, last.query.where, refutes=sure):
        if found.query.column != last.column and (sure or agrees(desk, found)):
            yield found


def _apiece(desk: Desk, view: View, last: Last) -> Iterator[Reading]:
    """Yield what came to each of those just added up: "11,051 lessons at 86 marks apiece"."""
    value, where = desk.value, last.query.where
    rounded = to_the_digits(value) if value else None
    able = [c for c in view.measures if c != last.column and value and fit(value, view.columns[c]) >= RATED]
    for column in able:
        left = Query(operation="sum", table=view.name, column=column, where=where)
        yield Reading(
            family="ratio", query=Query(
                operation="ratio", table=view.name, left=left, right=last.query,
                factor=view.columns[column].scale / view.columns[last.column].scale,
            ),
            parts=(("subject", CARRIED), ("words", SAID), ("kind", CARRIED), ("time", CARRIED)),
            said=f"{column} for each of {last.column} of the same rows", scale=Decimal(1), refutes=False,
            form="check" if rounded else "number", asserted=rounded,
        )  # fmt: skip


def _of_those_counted(desk: Desk) -> Iterator[tuple[View, Rows]]:
    """Yield the rows of the time that a number of them was given for just before: "ran five tours last year. They"."""
    context = desk.context
    said = {*context.document.words(context.sentence[0], desk.statement.start)}
    if not (THOSE & said or TOGETHER & {stem(word) for word in said}):
        return
    span = (context.sentence_before[0], context.sentence[0])
    before = [s for s in context.discourse.values_in(span) if s.value is not None and s.value.kind == "count"]
    for told in before[-1:] if context.published else ():
        about = desk.about(told)
        times = [w for w in about.context.times if w.role == "at" and w.weight > NEAR]
        for view in desk.views if len(times) == 1 else ():
            order = view.day or (view.start if short_lived(view) else "")
            if order and counted(about, view).words >= SAID:
                past = Filter(order, "<=", as_written(view, order, context.published))  # type: ignore[arg-type]
                where = (*within(order, times[0]), past)
                if len(select(view, where)) >= LEAST:
                    yield view, where
