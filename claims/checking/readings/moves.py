"""How often something rose or fell: "raised the rate 15 times", "the fourth cut since May", "five years of losses"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.query import COLUMN, Filter, Query
from claims.checking.readings.axes import time_column
from claims.checking.readings.limit import SPOKEN as SAID
from claims.checking.readings.limits import GAINS, signed
from claims.checking.readings.lookups import LOSSES, in_a_row
from claims.checking.readings.measures import tie, whole
from claims.checking.readings.occurrences import so_far
from claims.checking.readings.runs import WAYS, Scope, steps, told_over_time
from claims.checking.readings.scopes import until, window
from claims.checking.readings.streaks import RECORDED, measure_said
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import Selection
from claims.checking.words import TIME, kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.tables import View

CHANGES = frozenset(stem(w) for w in "change growth difference move movement step qoq yoy mom".split())
BEFORE, AFTER = frozenset("before old previous from".split()), frozenset("after new to".split())
YEARLY = frozenset(stem(w) for w in "year quarter month season".split())
PARTICLES = frozenset({"advmod", "compound:prt"})
SPOKEN, UNSPOKEN, MOST_NAMED, MOST_TIMES = 0.85, 0.6, 2, 100
SURE = 0.7
CLEAR = 0.9


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield how many times a measure went the way that the words say, or lay on one side of nought."""
    value = desk.value
    if value is None or value.kind not in ("count", "number", "ordinal", "duration") or in_a_row(desk.context):
        return
    if not isinstance(value.amount, Decimal) or value.amount > MOST_TIMES:
        return
    moving, signs = ways(desk), _sides(desk)
    for view in desk.views if moving or signs else ():
        series = [Selection(subject=whole(desk, view))] if _of_times(view) else []
        for selection in [*[s for s in desk.named(view) if s.filled][:MOST_NAMED], *series]:
            for sign in moving:
                yield from _rows(desk, view, selection, _changes(view, sign))
                yield from _steps(desk, view, selection, sign)
            for sign in signs:
                yield from _rows(desk, view, selection, [Filter(c, sign, Decimal(0)) for c in signed(view)])


@remembered
def _of_times(view: View) -> bool:
    """Say whether a table has a row a time, and so tells of one thing: the decisions of a bank, a firm's years."""
    order = time_column(view) or view.day
    return view.series or bool(order and view.columns[order].unique)


def ways(desk: Desk) -> list[str]:
    """Give the ways of a move that is counted: by its noun, "six cuts", or by the verb of "fell twice"."""
    context = desk.context
    verb = context.verb
    unit = desk.value.unit if desk.value else ""
    times = TIME in (context.noun, stem(unit)) and verb is not None
    said = {context.noun, *_of(desk)}
    if times and verb is not None:  # "has gone down twice"
        said = {stem(w) for w in verbal(verb)}
    return [sign for sign, cues in WAYS if (cues - RECORDED) & said]


def verbal(verb: Token) -> Iterator[str]:
    """Yield the words that tell what a verb does, with those that go with it: "went", "go", "down"."""
    yield from (verb.lemma_, verb.text, *(c.text for c in verb.children if c.dep_ in PARTICLES))


def _sides(desk: Desk) -> list[str]:
    """Give the side of nought that times are counted on: "five years of losses", "two of profit"."""
    return [sign for sign, cues in (("<", LOSSES), (">", GAINS)) if cues & _of(desk)]


def _of(desk: Desk) -> set[str]:
    """Give what times are of: "losses" of "five years of losses", and of "five of losses" after years."""
    after, context = desk.context.after, desk.context
    counted = {context.noun, stem(desk.value.unit if desk.value else "")}
    timely = counted & YEARLY or (context.sentence_stems & YEARLY and counted <= {"", *map(stem, after[1:2])})
    return {stem(after[1])} if timely and after[:1] == ["of"] and len(after) > 1 else set()


@remembered
def _changes(view: View, sign: str) -> list[Filter]:
    """Give what tells in a row that something moved: a column of changes, or one before and one after."""
    found = [Filter(c, sign, Decimal(0)) for c in signed(view) if CHANGES & {*stems_of(c)}]
    words = {c: {*re.split(r"[\W_]+", c.lower())} for c in view.measures}
    pairs = ((a, b) for b in words if BEFORE & words[b] for a in words if AFTER & words[a])
    return found + [Filter(a, sign + COLUMN, b) for a, b in pairs if words[a] - AFTER == words[b] - BEFORE]


def _spoken_of(desk: Desk, view: View, column: str) -> bool:
    """Say whether the sentence says what moved: the rate of "rate_after" in rate_decisions, whichever way it went."""
    own = {stem(w) for w in (*view.columns[column].words, *view.name.split("_"))} - CHANGES
    return any(kinship(word, said) >= SAID for word in own for said in desk.context.sentence_stems)


def _rows(desk: Desk, view: View, selection: Selection, conditions: list[Filter]) -> Iterator[Reading]:
    """Yield in how many rows something moved, or lay on one side: each row is a time."""
    for condition in conditions if view.day or time_column(view) else ():
        words = SPOKEN if _spoken_of(desk, view, condition.column) else UNSPOKEN
        if words < SPOKEN and measure_said(desk):
            continue
        subject = tie(selection) if selection.filled or words < SPOKEN else CLEAR
        for scope in until(desk, view, selection):
            for _, test in so_far(desk, view):
                yield Reading(
                    family="moves", query=Query(operation="count", table=view.name, where=(*scope.where, condition)),
                    parts=(
                        ("subject", subject), ("words", words), ("time", scope.time * (0.9 if test else 1.0)),
                    ),
                    said=f"rows of {selection.who or view.name} with {condition.column} {condition.relation} "
                    f"{condition.value}{f' ({scope.when})' if scope.when else ''}",
                    asserted=test, form="check" if test else "number",
                    refutes=not test and scope.time >= CLEAR and words >= SPOKEN,
                )  # fmt: skip


def _steps(desk: Desk, view: View, selection: Selection, sign: str) -> Iterator[Reading]:
    """Yield how many times a measure was less, or more, than the time before."""
    since, told = desk.context.since, window(desk)
    many = told.value.amount if told and told.value and not since else None
    if told and not since and not isinstance(many, Decimal):
        return
    last = int(many) if isinstance(many, Decimal) else 0
    scope = Scope(first=since.period[0], based=True) if since else Scope(many=last)
    for column, words, history in told_over_time(desk, view, selection):
        query = None if CHANGES & {*stems_of(column)} else steps(desk, view, history, sign, scope)
        if query is None:
            continue
        if query.operation in OFTEN:
            query = replace(query, operation=OFTEN[query.operation])
        yield Reading(
            family="moves", query=query,
            parts=(("subject", tie(selection)), ("words", words), ("time", CLEAR if since or many else 0.8)),
            said=f"times that {column} of {selection.who or view.name} {'fell' if sign == '<' else 'rose'}"
            f"{f' since {since.period[0]}' if since else f' in the last {many}' if many else ''}",
            refutes=words >= SURE,
        )  # fmt: skip


OFTEN = {
    f"{of}{now}": f"{of}{often}" for of in ("", "total ") for now, often in (("falls", "fallen"), ("rises", "risen"))
}
