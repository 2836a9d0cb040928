"""How often, or how long in a row, the figure before had moved: "1,204, the third rise running", "its first fall"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.checking.circumstances import akin, leaves
from claims.checking.doers import subject_of
from claims.checking.query import compute, select
from claims.checking.readings.axes import histories, time_column
from claims.checking.readings.continued import PLAIN
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.moves import OFTEN, verbal, ways
from claims.checking.readings.runs import WAYS, Scope, steps
from claims.checking.readings.scopes import window
from claims.checking.readings.streaks import PAUSES, REACH, measures_behind, run_told
from claims.checking.remembered import remembered
from claims.checking.scoring import TOLD, Reading
from claims.checking.selection import Selection
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.discourse import Last
    from claims.checking.readings.axes import History, Point
    from claims.checking.tables import View

FAMILIES = frozenset("lookup cell sum difference gap movement".split()) | {"percent change", "points"}
KINDS = frozenset({"ordinal", "count", "number", "duration"})
CARRIED, SURE, MOST_TIMES, FEWEST = 0.9, 0.8, 60, 2
POINTING = frozenset("it they this that these those which".split())


@dataclass(frozen=True, slots=True)
class Before:
    """The measure of a figure just told, over time, and the time that the figure is of."""

    view: View
    column: str
    selection: Selection
    history: History
    now: Point
    sure: float


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield how many times, or how many in a row up to then, the measure of the figure before went the way told."""
    value, many = desk.value, run_told(desk)
    if value is None or value.kind not in KINDS or many is None or not 0 < many <= MOST_TIMES:
        return
    run = in_a_row(desk.context)
    told = _ways(desk) if run else ways(desk)
    before = figure_before(desk) if told else None
    if before is None:
        return
    for sign in told:
        yield from _moved(desk, before, sign, run=run)


def _ways(desk: Desk) -> list[str]:
    """Give the way that a run is said to go: "fourth rise in a row", "has fallen for the third year running"."""
    context = desk.context
    near = {context.noun, *map(stem, context.after[:4])}
    verb = {stem(w) for w in verbal(context.verb)} if context.verb is not None else set()
    for said in (near, verb):
        if found := [sign for sign, cues in WAYS if cues & said]:
            return found
    return []


def _moved(desk: Desk, before: Before, sign: str, *, run: bool) -> Iterator[Reading]:
    view, since, stretch = before.view, desk.context.since, window(desk)
    first = since.period[0] if since and not run else None
    many = stretch.value.amount if stretch and stretch.value and not run else 0
    if not isinstance(many, Decimal | int):
        return
    scope = Scope(first=first, last=before.now.start, many=int(many), based=bool(first))
    query = steps(desk, view, before.history, sign, scope)
    running = compute(query, desk.tables).value if query is not None else None
    if query is None or not isinstance(running, Decimal):
        return
    met = query.operation == "met"
    if met and run:
        return
    ordered = desk.value is not None and desk.value.kind == "ordinal"
    if not met and running < 1 and (run or ordered):  # "the second fall" is one
        return
    if not run and not met:
        query = replace(query, operation=OFTEN[query.operation])
    longest = sum(p <= before.now for p in before.history) - 1
    whole = run and running >= longest
    yield Reading(
        family="trend" if run else "moves", query=query,
        parts=(("subject", CARRIED), ("words", CARRIED), ("time", CARRIED)),
        said=f"{'falls' if sign == '<' else 'rises'} {'in a row ' if run else ''}of {before.column} of "
        f"{before.selection.who or view.name} up to {before.now.label}",
        flags=TOLD if before.sure >= SURE else (), refutes=before.sure >= SURE and not whole,
    )  # fmt: skip


@remembered
def figure_before(desk: Desk) -> Before | None:
    """Give the measure of the figure just told, in the sentence or the one before, unless the words tell another."""
    context = desk.context
    first = context.sentence_before[0]
    starts = sorted((s for s in context.discourse.settled if first <= s < desk.statement.start), reverse=True)
    for start in starts[:2]:
        last = context.discourse.settled[start]
        if last.reading.family in FAMILIES and (before := _over_time(desk, last)) is not None:
            return None if _of_its_own(desk, before, start) or _of_another(desk, before) else before
    return None


def _over_time(desk: Desk, last: Last) -> Before | None:
    """Give the figures over time of which a figure was one."""
    asked = list(leaves(last.query))
    if len({(q.table, q.column) for q in asked}) != 1 or not asked[0].column or asked[0].more:
        return None
    query, view = asked[0], desk.tables[asked[0].table]
    if query.column not in view.measures:
        return None
    order, rows = time_column(view), {*select(view, query.where)}
    names = tuple(f for f in query.where if isinstance(f.value, str | tuple) and f.column != order)
    chosen = Selection(where=names, filled=tuple((f.column, f.value) for f in names if isinstance(f.value, str)))
    for history in histories(view, query.column, chosen):
        columns = {q.column for q in history.values()}
        same = (
            p for p, q in history.items()
            if (q.column == query.column or len(columns) == 1) and {*select(view, q.where)} == rows
        )  # fmt: skip
        if (now := next(same, None)) is not None and len(history) > FEWEST:
            return Before(view, query.column, chosen, history, now, last.sure)
    return None


def _of_its_own(desk: Desk, before: Before, start: int) -> bool:
    """Say whether a subject behind the figure before is that of the run: "and its income rose for the third year"."""
    verb = desk.context.verb
    subject = subject_of(verb) if verb is not None else None
    if subject is None or subject.idx < start or subject.idx > desk.statement.start:
        return subject is None and start < desk.context.sentence[0] and verb is not None and verb.pos_ == "VERB"
    if subject.lower_ in POINTING or stem(subject.text) in PLAIN:
        return False
    own = [stem(w) for w in before.view.columns[before.column].words]
    return not any(akin(w, [stem(subject.text)]) for w in own)


def _of_another(desk: Desk, before: Before) -> bool:
    """Say whether words behind the number tell of what the run is: "the third rise in income", "the first at Elm"."""
    context, end = desk.context, desk.statement.end
    behind = context.document.line(end, context.sentence[1])
    near = list(takewhile(lambda t: t.text not in PAUSES, behind))[:REACH]
    names = {m.best for m in context.discourse.mentions_in((end, near[-1].idx + 1)) if m.named} if near else set()
    if before.column not in measures_behind(desk, before.view, [before.column]):
        return True
    return not names <= {value for _, value in before.selection.filled}
