"""Ordinals that a column counts or numbers: "her 16th appearance", "the 117th fair, in 2000"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.query import Query, select
from claims.checking.readings.lookups import in_a_row, of_a_part
from claims.checking.readings.measures import agrees, single, tie
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import PREVIOUS, Selection, timed
from claims.checking.words import STRONG, kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.mentions import Mention
    from claims.checking.tables import View
    from claims.types import Statement

NUMBERED = ("numbered",)
"""The flag of a reading whose column takes an ordinal as it is."""
NUMBERS = frozenset({("edition",), ("number",), ("no",), ("round",), ("edition", "number"), ("edition", "no")})
OWN = frozenset("his her their its my our 's ’s".split())
EARLIER = PREVIOUS | {"before", "until", "prior", "since", "excl"}
LIMITING = frozenset("of in as for since with against at under from within".split())
MOST, COUNTED, SAID, NAMED, CLEAR, GAPPED, NUMBER, FOUND, SURE = 8, 0.9, 0.8, 0.5, 0.85, 0.95, 0.7, 0.75, 0.95


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the cells whose number an ordinal gives; where it may be another's, those alone that agree."""
    yield from (r for r in _found(desk) if r.refutes or agrees(desk, r))


def _found(desk: Desk) -> Iterator[Reading]:
    value = desk.value
    if value is None or value.kind != "ordinal" or not isinstance(value.amount, Decimal) or in_a_row(desk.context):
        return
    if owned(desk):
        yield from _counted(desk)
    elif desk.context.before[:1] in (["the"], ["this"]) and desk.context.noun and not of_a_part(desk.context):
        yield from _of_a_number(desk)


@remembered
def owned(desk: Desk) -> bool:
    """Say whether an ordinal numbers what somebody has or does, with nothing between: "his third", "Lee's third"."""
    return bool(OWN & {*desk.context.before[:1]})


def _counted(desk: Desk) -> Iterator[Reading]:
    """Yield how many of the noun of an ordinal a row counts: "his 16th fair" is the last of 16."""
    gapped = _gapped(desk)
    for view in desk.views:
        for column in view.measures if desk.statement.modality != "proposal" else ():
            words = _heads(desk, view, column)
            for chosen in single(desk, view, MOST) if words else ():
                tied = tie(chosen) if gapped is None else GAPPED * (gapped.best in dict(chosen.filled).values())
                if tied >= NAMED and chosen.filled:
                    sure = words == COUNTED and tied >= CLEAR and _up_to_now(desk)
                    yield _cell(view, column, chosen, (tied, words), refutes=sure)


@remembered
def _gapped(desk: Desk) -> Mention | None:
    """Give who alone is named behind an ordinal that this one goes on from: "Lee plays his third, Rao his 5th"."""
    before = _ordinal_before(desk) if not desk.context.noun else None
    between = (before.end, desk.statement.start) if before else (0, 0)
    named = [m for m in desk.context.discourse.mentions_in(between) if m.person and m.outright]
    return named[0] if len(named) == 1 else None


def _heads(desk: Desk, view: View, column: str) -> float:
    """Say how surely a column counts what an ordinal numbers: its first word is the noun, in the plural, or is near."""
    meaning = view.columns[column]
    first = meaning.forms[0] if meaning.forms else ""
    if meaning.kind != "number" or not first.endswith("s") or EARLIER & {*meaning.words}:
        return 0.0
    head = stem(first)
    nouns = {desk.context.noun} if desk.context.noun else _nouns_before(desk)
    if head in nouns:
        return COUNTED
    return SAID if not desk.context.noun and not nouns and head in desk.context.sentence_stems else 0.0


def _nouns_before(desk: Desk) -> frozenset[str]:
    """Give the noun of the ordinal that one without a noun goes on from: "her third cap, he his 12th"."""
    before = _ordinal_before(desk)
    return frozenset({desk.about(before).context.noun} - {""}) if before else frozenset()


@remembered
def _ordinal_before(desk: Desk) -> Statement | None:
    """Give the ordinal before in the sentence."""
    before = desk.context.discourse.values_in((desk.context.sentence[0], desk.statement.start))
    return next((s for s in reversed(before) if s.value and s.value.kind == "ordinal"), None)


def _up_to_now(desk: Desk) -> bool:
    """Say whether an ordinal is plainly the last of all: "comes to his third fair", not "his third win of the year"."""
    context, published = desk.context, desk.context.published
    behind = context.after[bool(context.noun) and context.noun_token not in context.tokens :]
    told = context.verb is not None and context.verb.tag_ not in ("VBD", "VBN")
    gone = (w for w in context.times if w.weight >= SURE and published and w.period[1].year < published.year)
    return told and not LIMITING & {*behind[:1]} and not any(gone)


def _of_a_number(desk: Desk) -> Iterator[Reading]:
    """Yield the number that a row has, as one of many of its kind: "the 117th fair, in 2000"."""
    for view in desk.views:
        for column in _numbering(view):
            words = COUNTED if _numbers(desk, view) else SAID
            for chosen in timed(desk.context, view, Selection(subject=NUMBER)):
                if chosen.time >= FOUND and len(select(view, chosen.where)) == 1:
                    sure = words == COUNTED and chosen.time >= SURE
                    yield _cell(view, column, chosen, (NUMBER, words), refutes=sure)


@remembered
def _numbering(view: View) -> list[str]:
    """Give the columns that number the rows."""
    return [c for c in (*view.of_role("key"), *view.measures) if view.columns[c].words in NUMBERS]


@remembered
def _numbers(desk: Desk, view: View) -> bool:
    """Say whether what is numbered is what the rows are, by name: an edition, a fair of the table of fairs."""
    noun = desk.context.noun
    return any(kinship(noun, stem(word)) >= STRONG for word in ("edition", *view.name.split("_")))


def _cell(view: View, column: str, chosen: Selection, parts: tuple[float, float], *, refutes: bool) -> Reading:
    """Make the reading of a cell, with how tied its row is and how well its words fit."""
    (subject, words), who = parts, chosen.who or view.name
    return Reading(
        family="lookup",
        query=Query(operation="value", table=view.name, column=column, where=chosen.where, order=chosen.order),
        parts=(("subject", subject), ("words", words), ("kind", 1.0), ("time", max(chosen.time, 0.9))),
        said=f"{column} of {who}{f' in {chosen.when}' if chosen.when else ''}", refutes=refutes, flags=NUMBERED,
    )  # fmt: skip
