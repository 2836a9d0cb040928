"""What is told of those just counted: "five fires since 2020, two of them in Ashby; together they cost 3 million"."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.checking.query import Filter, Query, same, select
from claims.checking.readings.fits import fit
from claims.checking.readings.limits import limits
from claims.checking.readings.measures import agrees, telling, weight
from claims.checking.readings.settled import NEUTRAL, unread
from claims.checking.readings.shares import form
from claims.checking.readings.things import Counted, stretch, whole_of
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import Selection, within
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.discourse import Last
    from claims.checking.readings.figures import Rows
    from claims.checking.readings.limit import Limit
    from claims.checking.tables import View

COUNTS = frozenset({"count", "ordinal", "times"})
NUMBERS = ("count", "number", "money", "quantity")
THOSE = frozenset("them those these which whom they both".split())
AVERAGES = frozenset(stem(w) for w in "average mean typical averaged".split())
TOGETHER = frozenset(stem(w) for w in "together altogether combined total overall".split())
CARRIED, SAID, HINTED, UNSAID, FITS, NEAR, LEAST = 0.9, 0.6, 0.4, 0.0, 0.75, 0.85, 2


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the sums over the rows just counted, the numbers of those that are of a kind too, and their shares."""
    value = desk.value
    if value is None or value.kind not in (*NUMBERS, "ratio", "percent"):
        return
    last = counted_before(desk)
    if last is None:
        return
    if AVERAGES & {*desk.context.stems_before, *desk.context.near} and value.kind in NUMBERS:
        yield from _means(desk, desk.tables[last.table], last.query.where)
    if not goes_on(desk, last):
        return
    view, where = desk.tables[last.table], _at_its_own_time(desk, desk.tables[last.table], last.query.where)
    if value.kind in NUMBERS:
        yield from (r for r in sums(desk, view, where, least=HINTED) if last.sure or agrees(desk, r))
    if not last.sure:  # who counts wrong may still add up right
        return
    for own, words, said, read in _parts(desk, view, where):
        part = Query(operation="count", table=view.name, where=(*where, *own))
        if value.kind in ("count", "number"):
            yield _reading("count", part, words, f"number of those rows of {view.name}{said}", refutes=read)
        elif value.kind in ("ratio", "percent") and own:
            whole = Query(operation="count", table=view.name, where=where)
            share = Query(operation="share", table=view.name, left=part, right=whole)
            yield _reading(
                "share", share, words, f"share of those rows of {view.name}{said}", unit="%", form=form(desk)
            )


def _means(desk: Desk, view: View, where: Rows) -> Iterator[Reading]:
    """Yield the averages over rows just counted: "last year there were six deals; the average came to 52 million"."""
    named = [m for m in desk.context.discourse.mentions_in(desk.context.clause) if m.named and not m.back]
    least = UNSAID if telling(desk) >= LEAST else HINTED
    for total in sums(desk, view, where, least=least, refutes=False) if not named else ():
        mean = replace(total.query, operation="mean")
        words = ("words", max(total.part("words"), SAID))
        found = replace(
            total, family="mean", query=mean, parts=(total.parts[0], words, *total.parts[2:]),
            said=total.said.replace("total", "average", 1),
        )  # fmt: skip
        if agrees(desk, found):
            yield found


def _at_its_own_time(desk: Desk, view: View, where: tuple[Filter, ...]) -> tuple[Filter, ...]:
    """Put the time of the number's own clause in the place of that of the count: "last year there were five"."""
    order, own = view.day or view.year, [w for w in desk.context.times if w.role == "at" and w.weight > NEAR]
    if not order or len(own) != 1:
        return where
    rest = tuple(f for f in where if f.column != order)
    if order == view.year:
        return (*rest, Filter(order, "=", own[0].year)) if own[0].year else where
    return (*rest, *within(order, own[0]))


def _reading(family: str, query: Query, words: float, said: str, **more: object) -> Reading:
    parts = (("subject", CARRIED), ("words", words), ("time", CARRIED))
    return Reading(family=family, query=query, parts=parts, said=said, **{"refutes": False, **more})  # type: ignore[arg-type]


@remembered
def counted_before(desk: Desk) -> Last | None:
    """Give the count told last in the sentence or the one before, some rows of which are meant."""
    context = desk.context
    starts = [s for s in context.discourse.settled if context.sentence_before[0] <= s < desk.statement.start]
    for start in sorted(starts, reverse=True):
        last = context.discourse.settled[start]
        query = last.query
        if last.reading.family in COUNTS and query.operation == "count" and query.where:
            return last if len(select(desk.tables[query.table], query.where)) >= LEAST else None
    return None


@remembered
def goes_on(desk: Desk, last: Last) -> bool:
    """Say whether a number is told of those just counted: by "of them", "they", "together", or in the same clause."""
    context = desk.context
    whole = whole_of(desk)
    if _there(desk) and (desk.value is None or desk.value.rule.endswith("elliptical") or not desk.value.unit):
        return True
    if desk.statement.quote.lower().endswith((" of them", " of those", " of these")):
        return True
    if whole is not None:
        return whole.lower_ in THOSE
    own = stretch(desk)
    before = {t.lower_ for t in takewhile(lambda t: t.idx < desk.statement.start, own)}
    if THOSE & before or TOGETHER & {stem(t.text) for t in own}:
        return True
    alone = context.clause[0] <= last.start or not any(t.dep_.startswith("nsubj") for t in own)
    return last.start >= context.sentence[0] and alone


def sums(desk: Desk, view: View, where: Rows, *, least: float = SAID, refutes: bool = True) -> Iterator[Reading]:
    """Yield the totals over rows just told of, of the measures that the words lead to; one hardly said refutes none."""
    value = desk.value
    if value is None:
        return
    for column in view.measures:
        meaning = view.columns[column]
        kind, words = fit(value, meaning), weight(desk, view, column)
        if kind >= FITS and words >= least and meaning.kind != "percent":
            yield Reading(
                family="sum", query=Query(operation="sum", table=view.name, column=column, where=where),
                parts=(("subject", CARRIED), ("words", words), ("kind", kind), ("time", CARRIED)),
                said=f"total of {column} of those rows of {view.name}", unit=meaning.unit, scale=meaning.scale,
                refutes=refutes and words >= SAID,
            )  # fmt: skip


def _parts(desk: Desk, view: View, where: tuple[Filter, ...]) -> Iterator[tuple[tuple[Filter, ...], float, str, bool]]:
    """Yield the further conditions that the words around the number set, and whether they tell of nothing else.

    A name, a kind, or the time alone.
    """
    taken = {f.column for f in where}
    own = stretch(desk)
    span = (own[0].idx, own[-1].idx + len(own[-1])) if own else desk.context.clause
    for mention in desk.context.discourse.mentions_in(span):
        if mention.named and mention.values and not mention.back:
            for column in [c for c in view.names if c not in taken and view.rows(c, mention.best)]:
                named = (same(view, column, mention.best),)
                yield (
                    named,
                    CARRIED,
                    f" with {column} {mention.best}",
                    read(desk, view, (*where, *named), (), mention.end),
                )
    for chosen in limits(desk, view):
        filters = tuple(f for limit in chosen for f in limit.where)
        if filters and not taken & {f.column for f in filters}:
            said = ", ".join(limit.said for limit in chosen)
            words = min(limit.words for limit in chosen)
            yield filters, words, f" with {said}", read(desk, view, (*where, *filters), chosen, span[1])
    if _there(desk):
        yield (), CARRIED, "", read(desk, view, where, (), span[1])


def _there(desk: Desk) -> bool:
    """Say whether a number without a noun tells how many of those there were: "last year there were five"."""
    return not desk.context.noun and any(t.lower_ == "there" for t in stretch(desk))


def read(desk: Desk, view: View, where: tuple[Filter, ...], chosen: tuple[Limit, ...], end: int) -> bool:
    """Say whether the words around the number, up to an end, tell of nothing but some conditions."""
    filled = tuple((f.column, f.value) for f in where if isinstance(f.value, str))
    left = unread(desk, Counted(view, "", CARRIED), Selection(where=where, filled=filled), chosen)
    return all(t.idx >= end or t.lower_ in NEUTRAL for t in left)
