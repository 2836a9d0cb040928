"""Names as what an extreme or a rank asserts: the one that has the most, and the one that has a place."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from claims.checking import checks, leading
from claims.checking.agreement import agreement
from claims.checking.anchor import FIGURES
from claims.checking.query import Query, compute, same, select
from claims.checking.readings import computed, extremes, growth, placings, ranks, tallies
from claims.checking.readings.degrees import BEGUN, Degree, around, begun, degree_in, degree_of, of_a_move
from claims.checking.readings.fits import fit
from claims.checking.readings.lookups import in_a_row, of_a_part
from claims.checking.scoring import TOLD, Reading
from claims.checking.selection import Selection, timed
from claims.checking.words import STRONG, kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.mentions import Mention
    from claims.checking.tables import View

MOST, PLAIN = Degree("most", ""), Degree("", "")
ONE, BEHIND = Decimal(1), Decimal(2)
EARLY, MANY = frozenset({"first", "earliest"}), 3
BEGAN = 0.85
FITS = 0.5
LEFT_OUT = re.compile(
    r"\b(?:not counting|without counting|apart from|aside from|leaving aside|except|excluding|if one leaves out|bar)\b",
    re.IGNORECASE,
)
OF_ITS_PAST = re.compile(
    r"(?: [\w'’-]+){0,2}? (?:since (?:(?:at least|early|late|mid) )?(?:\d{4}|[A-Z]\w+)|"
    r"(?:in|for) (?:(?:at least|more than|over|almost|nearly|about|some|the (?:last|past)) )?(?:[\w-]+ )?"
    r"(?:years|seasons|months|decades|weeks|a decade)\b)"
)
"""A most of what a thing itself has had: "the least since 2021", "the highest in at least eight years"."""
NEXT = 120  # characters of what follows a sentence
FAR = 300  # characters back to the name that another comes next to
LESS = 0.11  # a name that has a place at a less likely time is hardly meant


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the extremes and ranks of its sentence that a name is said to hold."""
    discourse = desk.context.discourse
    mention = discourse.mention_at(desk.context.tokens[-1]) if desk.statement.kind == "leader" else None
    if mention is None:
        return
    found = [r for r in _readings(desk, mention) if _fits_beside(desk, r)]
    told = [r for r in found if r.flags == TOLD]  # the figure beside it is the most of one measure: that is meant
    found = [r for r in found if r in told or r.family != "extreme"] if told else found
    agreeing = [r for r in found if agreement(r, compute(r.query, desk.tables).value, desk.value)[0] == "agrees"]
    right = bool(agreeing)
    if LEFT_OUT.search(desk.context.text, desk.context.sentence[0], desk.context.sentence[1] + NEXT):
        found = agreeing  # whom the words leave out no table tells
    yield from (replace(r, refutes=r.refutes and not right) for r in found)  # by whichever measure is meant


def _fits_beside(desk: Desk, reading: Reading) -> bool:
    """Say whether the figure behind a name may be one of the measure: "the fullest was Elm, at 83 percent"."""
    behind = desk.context.discourse.values_in((desk.statement.end, desk.context.clause[1]))
    figures = [v.value for v in behind if v.value and v.value.kind in FIGURES][:1]
    query = reading.query
    if not figures or not query.operation.startswith("arg"):
        return True
    return fit(figures[0], desk.tables[query.table].columns[query.column]) >= FITS


def _readings(desk: Desk, mention: Mention) -> Iterator[Reading]:
    discourse = desk.context.discourse
    for told in map(desk.about, leading.said_of(discourse, mention)):
        if told.value is not None and told.value.kind == "ordinal" and of_a_part(told.context):
            continue
        if ranks.of_its_own(told) or OF_ITS_PAST.match(told.context.text, told.statement.end):
            continue
        if not in_a_row(told.context):  # "a third consecutive win in Elm" is no third place of Elm
            yield from _asserted(told, mention)
            yield from (r for r in tallies.readings(told) if r.query.key in {v for v, _ in mention.values})
    if verb := leading.led(discourse, mention, desk.statement):
        told = desk.about(verb)
        for view in desk.views:
            yield from extremes.holders(told, view, MOST, _own(told, view, mention))
    if before := leading.follows(discourse, mention):
        yield from _following(desk.about(before), mention)
    if after := leading.precedes(discourse, mention):
        yield from _preceding(desk.about(after), mention)
    if said := leading.done(discourse, mention):
        yield from _done(desk, mention, *said)
    if nearest := leading.next_in(discourse, mention):
        yield from _next(desk, mention, *nearest)


def _asserted(told: Desk, mention: Mention) -> Iterator[Reading]:
    """Yield who holds an extreme, or the place of the name, for one that is said of the name."""
    names = {value for value, _ in mention.values}
    degree = _degree(told)
    if degree is not None and told.value is None and (passed := ranks.passed_over(told.context)) > 1:
        yield from _placed(told, mention, degree, Decimal(passed))
    elif degree is not None and told.value is None:
        for view in told.views:
            yield from extremes.holders(told, view, degree, _own(told, view, mention))
    elif degree is not None and not degree.word and (other := _before(told)):
        of_most = _degree(other) or PLAIN
        sure = of_most.ends[0][0] == "max"  # the third behind the smallest may be the third largest
        yield from (replace(r, refutes=r.refutes and sure) for r in _placed(other, mention, of_most, _place(told)))
    elif degree is not None and (degree.word or ranks.PLACED & (told.context.clause_stems | told.context.near)):
        yield from _placed(told, mention, degree, _place(told))
    for figure in computed.asked_for(told) if told.value is None or told.value.kind == "ordinal" else ():
        for reading in placings.readings(told, figure, partial(_own, mention=mention)):
            place = checks.number(_place(told), _place(told), "the place")
            yield reading if told.value is None else _held_to(reading, place)
    yield from _grown(told, names, 0)


def _before(told: Desk) -> Desk | None:
    """Give the extreme that a place alone goes on from: "Elm had the most; Oak was third"."""
    context = told.context
    before = context.discourse.degrees_in((context.sentence[0], told.statement.start))
    return next((told.about(s) for s in reversed(before) if s.kind == "superlative"), None)


def _grown(told: Desk, names: set[str], behind: int) -> Iterator[Reading]:
    """Yield who changed the most, or the place of the name by its change."""
    for reading in growth.readings(told, behind):
        mine = any(f.value in names for f in reading.query.having)
        if reading.form != "name" and mine:
            yield _named_outright(reading)
        elif reading.asserted in names:
            yield reading


def _named_outright(reading: Reading) -> Reading:
    """Be as sure of whose place is asked as of a holder's, however far the word of the move stands from the name."""
    parts = dict(reading.parts)
    return replace(reading, parts=tuple((parts | {"subject": max(parts["subject"], extremes.HOLDER)}).items()))


def _following(told: Desk, mention: Mention) -> Iterator[Reading]:
    """Yield the place of a name behind the one that has the most, or another place."""
    degree = _degree(told)
    if degree is not None and not of_a_move(told):
        yield from _placed(told, mention, degree, _place(told) + 1)
    yield from _grown(told, {value for value, _ in mention.values}, 1)


def _preceding(told: Desk, mention: Mention) -> Iterator[Reading]:
    """Yield the place of a name that another comes right after."""
    degree, place = _degree(told), _place(told)
    if degree is not None and not of_a_move(told):
        yield from _placed(told, mention, degree, max(place - 1, ONE), least=ONE)


def _place(told: Desk) -> Decimal:
    """Give the place that is said, the first where an extreme is."""
    return told.value.amount if told.value and isinstance(told.value.amount, Decimal) else ONE


def _placed(
    told: Desk, mention: Mention, degree: Degree, place: Decimal, least: Decimal | None = None
) -> Iterator[Reading]:
    """Yield the place that a name has, to be held to the one that is said."""
    check = checks.number(least or place, place, "the place")
    for view in told.views:
        for reading in ranks.placed(told, view, degree, BEHIND, _own(told, view, mention)):
            yield _held_to(reading, check)


def _held_to(reading: Reading, check: checks.Check) -> Reading:
    """Hold a rank to a place that another statement tells."""
    return replace(reading, form="check", asserted=check)


def _done(desk: Desk, mention: Mention, end: str, verb: str) -> Iterator[Reading]:
    """Yield which thing was the first or the last to be or to do something that a column dates."""
    for view in desk.views:
        own = _own(desk, view, mention)
        if not own or view.repeats or view.size < MANY:
            continue
        for column in view.of_role("date", "year", "from"):
            fits = max((kinship(stem(verb), stem(w)) for w in view.columns[column].words), default=0.0)
            fits = max(fits, BEGAN if stem(verb) in BEGUN and begun(view, column) else 0.0)
            if fits >= STRONG:
                yield Reading(
                    family="extreme",
                    query=Query(
                        operation=f"arg{'min' if end in EARLY else 'max'}", table=view.name, column=column,
                        key=view.entity,
                    ),
                    parts=(("subject", own[0].subject), ("words", fits), ("time", 0.9)),
                    said=f"{end} {column} in {view.name}", form="name", asserted=own[0].value_of(view.entity),
                )  # fmt: skip


def _next(desk: Desk, mention: Mention, word: str, start: int) -> Iterator[Reading]:
    """Yield the place of a name, to be held to that of the name before: "the next in age is Elm"."""
    degree = degree_in([word])
    named = [m for m in desk.context.discourse.mentions_in((max(0, start - FAR), start)) if m.named and m.values]
    for view in desk.views if degree else ():
        known = [m for m in named if view.entity and view.rows(view.entity, m.best)]
        for reading in ranks.placed(desk, view, degree or PLAIN, BEHIND, _own(desk, view, mention)) if known else ():
            anchor = replace(reading.query, having=(same(view, view.entity, known[-1].best),))
            place = compute(anchor, desk.tables).value
            if isinstance(place, Decimal):
                yield _held_to(reading, checks.number(place + 1, place + 1, "the place"))


def _degree(told: Desk) -> Degree | None:
    """Give the adjective of an extreme, or of a rank, where that has one."""
    return degree_in(around(told)) or PLAIN if told.value else degree_of(told)


def _own(told: Desk, view: View, mention: Mention) -> list[Selection]:
    """Give the rows of a name, at the times that the words choose, where one row is left."""
    implied = [(other, sure) for v, sure in mention.values for other in told.index.implied(v)]  # a lake for its dam
    values = [*mention.values, *implied]
    found = [(c, v, sure) for c in (view.entity, view.person) for v, sure in values if c and view.rows(c, v)]
    chosen = [Selection((same(view, c, v),), ((c, v),), extremes.HOLDER * sure, 1.0) for c, v, sure in found[:1]]
    every = [s for selection in chosen for s in timed(told.context, view, selection)]
    alone = [s for s in every if len(select(view, s.where)) == 1]
    least = max((s.time for s in alone), default=0.0) - LESS
    return [s for s in alone if s.time >= least][: extremes.MOST]
