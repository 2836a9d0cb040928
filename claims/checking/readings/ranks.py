"""Ranks: the place of a thing among others by a measure, and which of two has more."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from claims import degrees
from claims.checking import checks
from claims.checking.agreement import figure
from claims.checking.circumstances import PLACES
from claims.checking.exclusive import EXCEPTING
from claims.checking.focus import WAYS
from claims.checking.quantities import NUMBERS
from claims.checking.query import Filter, Query, compute
from claims.checking.readings.changes import alone
from claims.checking.readings.comparisons import between, held_to, scale_of, summed, with_a_time
from claims.checking.readings.degrees import (
    SERVED,
    Degree,
    among_all,
    around,
    columns,
    degree_in,
    degree_of,
    ends,
    equative,
    longer_served,
    suits,
    tells_age,
)
from claims.checking.readings.extremes import among_known, beside, contenders, peers
from claims.checking.readings.fits import fit
from claims.checking.readings.gaps import entity_pairs, paired
from claims.checking.readings.graded import subject_of
from claims.checking.readings.lookups import in_a_row, of_a_part
from claims.checking.readings.measures import cell, known, tie
from claims.checking.readings.rivals import described
from claims.checking.readings.things import DEFINITE, stretch
from claims.checking.scoring import TOLD, Reading
from claims.checking.selection import Selection
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.context import Context
    from claims.checking.desk import Desk
    from claims.checking.mentions import Mention
    from claims.checking.tables import View

ONE = Decimal(1)
PLACED = frozenset(stem(w) for w in "finish come rank place end second third distant runner among behind".split())
BY_IT = 0.62  # how well the only measure of a table fits a place
LESS = 0.11  # a time that is less likely is hardly meant
REACH = 3  # words behind "than"


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the ranks and the comparisons that a statement may assert."""
    value, kind = desk.value, desk.statement.kind
    if in_a_row(desk.context) or (value is not None and value.kind == "ordinal" and of_a_part(desk.context)):
        return
    if value is not None and value.kind == "ordinal" and isinstance(value.amount, Decimal):
        if of_its_own(desk):
            return
        degree = degree_in(around(desk))
        if degree or PLACED & (desk.context.clause_stems | desk.context.near):
            for view in desk.views:
                yield from placed(desk, view, degree or Degree("", ""), value.amount)
                if degree and not degree.dates:
                    yield from _of_a_figure(desk, view, degree, value.amount)
    elif value is not None and isinstance(value.amount, Decimal) and (degree := ahead(desk)):
        for view in desk.views:
            yield from placed(desk, view, degree, value.amount + 1)
    elif value is None and kind in ("superlative", "fact", "comparison"):
        degree = degree_of(desk)
        if degree and kind == "comparison" and not _alone(desk):
            for view in desk.views if not (with_a_time(desk) or _over_time(desk)) else ():
                yield from _compared(desk, view, degree)
        elif degree and (place := passed_over(desk.context)) > 1:
            for view in desk.views:
                yield from placed(desk, view, degree, Decimal(place))


def _alone(desk: Desk) -> bool:
    """Say whether a comparison is no plain one of two things."""
    return among_all(desk) or _of_so_many(desk) or summed(desk) or _moved(desk)


def of_its_own(desk: Desk) -> bool:
    """Say whether an ordinal numbers what somebody has or does, "their second contest", and places nobody."""
    if desk.value is None or desk.value.kind != "ordinal" or degree_in(around(desk)):
        return False
    noun = desk.context.document.tokens(desk.statement.start, desk.statement.end).root
    owned = any(c.dep_ == "nmod:poss" and c.pos_ == "PRON" for c in noun.children)
    return noun.pos_ == "NOUN" and (noun.lower_ == "time" or owned) and noun.lower_ not in PLACES


def _over_time(desk: Desk) -> bool:
    """Say whether the words themselves hold a thing against what it was: "gained readers", "fell every year"."""
    words, verb = {t.lower_ for t in desk.context.tokens}, desk.context.tokens[0].lemma_.lower()
    return not degrees.EACH.isdisjoint(words) or verb in degrees.GAINED | degrees.SHED


def _moved(desk: Desk) -> bool:
    """Say whether a verb tells what something did, which is more than it was itself: "grew while Elm's shrank"."""
    return any(t.lemma_.lower() in MOVING or t.lower_ in WAYS for t in desk.context.tokens)


MOVING = degrees.RISES | degrees.FALLS | degrees.BETTERS | degrees.WORSENS


def _of_so_many(desk: Desk) -> bool:
    """Say whether so many things are said to be more, not one of two: "six others are taller"."""
    subject = subject_of(desk.context.tokens[-1])
    return subject is not None and any(c.dep_ == "nummod" for c in subject.children)


def passed_over(context: Context) -> int:
    """Give the place that "the largest but one" means, 1 where nothing is passed over."""
    words = context.document.words(context.statement.end, context.sentence[1])[:8]
    for word, following in pairwise(words):
        if word in EXCEPTING and following in NUMBERS:
            return NUMBERS[following] + 1
    return 1


def ahead(desk: Desk) -> Degree | None:
    """Say by what so many others are ahead: "only three have burned more ground", not "three have more than 100"."""
    context, value = desk.context, desk.value
    if value is None or value.kind not in ("count", "number") or value.comparator != "eq":
        return None
    who = context.noun_token or context.head
    if who.dep_ not in ("nsubj", "nsubj:pass") or (DEFINITE | {"of"}) & {*context.before[:1]}:
        return None
    said = list(takewhile(lambda t: not t.is_punct, (t for t in stretch(desk) if t.idx >= desk.statement.end)))
    graded = next((n for n, t in enumerate(said) if t.tag_ in degrees.COMPARATIVES and not t.head.like_num), None)
    if graded is None:
        return None
    behind = [t for t in said[graded + 1 :][: REACH + 1] if t.lower_ != "than"]
    than = "than" in [t.lower_ for t in said[graded + 1 : graded + 2]]
    measured = any(t.like_num for t in behind) or any(w.start >= said[graded].idx for w in context.times)
    if than and measured:
        return None
    longer = said[graded].lower_ == "longer" and longer_served(desk, said[graded])
    return SERVED if longer else degree_in([said[graded].lower_])


def placed(
    desk: Desk, view: View, degree: Degree, place: Decimal, named: list[Selection] | None = None
) -> Iterator[Reading]:  # fmt: skip
    """Yield the place of a named row by a measure."""
    measures = _measures(desk, view, degree) if place != ONE else []
    among = contenders(desk, view) if measures and named is None else named or []
    likely = max((s.time for s in among), default=0.0) - LESS if not degree.word else 0.0
    for selection in [s for s in among if s.time >= likely] if measures else ():
        own = tuple(f for f in selection.where if not selection.filled or f.column in dict(selection.filled))
        for column, fits in [m for m in measures if tells_age(desk, view, m[0], selection, degree)]:
            for end, sure in ends(degree, view, column):
                for others in peers(desk, view, selection):
                    ordinal = desk.value is not None and desk.value.kind == "ordinal"
                    yield Reading(
                        family="rank",
                        query=Query(
                            operation="rank from top" if end == "max" else "rank from bottom", table=view.name,
                            column=column, where=others, having=own,
                        ),
                        parts=(("subject", tie(selection)), ("words", fits * sure), ("time", selection.time)),
                        said=f"rank of {selection.who or view.name} by {column}",
                        asserted=None if ordinal else checks.number(place, place, "the place"),
                        form="number" if ordinal else "check", refutes=fits >= 0.6 and bool(degree.word),
                    )  # fmt: skip


def _of_a_figure(desk: Desk, view: View, degree: Degree, place: Decimal) -> Iterator[Reading]:
    """Yield the place of the one row with a figure beside, another than is said only where nothing limits the others.

    "At 221 metres the fourth-longest dock"; of "the second-longest since the war" no table need hold all.
    """
    clear = among_known(desk, view, degree) and desk.context.since is None
    figures = [v for v in beside(desk) if v.kind != "ordinal"][:2]
    for column, fits in columns(desk, view, degree) if figures else ():
        meaning = view.columns[column]
        suited = [v for v in figures if fit(v, meaning) >= SUITED]
        for value in suited[:1]:
            known = [(row, cell) for row, cell in enumerate(view.cells(column)) if isinstance(cell, Decimal)]
            rows = [row for row, cell in known if figure(value, cell, meaning.unit, meaning.scale)[0] == "agrees"]
            if len(rows) != 1 or (view.year and view.cells(view.year)[rows[0]] is None):
                continue
            own = Filter(column, "=", view.cells(column)[rows[0]])
            year = (Filter(view.year, "=", view.cells(view.year)[rows[0]]),) if view.year and view.repeats else ()
            one = Selection(where=(own, *year), filled=((column, str(own.value)),), subject=TOLD_BY, time=TOLD_BY)
            for end, sure in ends(degree, view, column):
                operation = "rank from top" if end == "max" else "rank from bottom"
                for others in peers(desk, view, one):
                    query = Query(operation=operation, table=view.name, column=column, where=others, having=(own,))
                    if clear or compute(query, desk.tables).value == place:
                        yield Reading(
                            family="rank", query=query,
                            parts=(("subject", TOLD_BY), ("words", fits * sure), ("time", TOLD_BY)),
                            said=f"rank of the one with {value.text} by {column}", flags=TOLD,
                        )  # fmt: skip


SUITED, TOLD_BY = 0.5, 0.85


def _measures(desk: Desk, view: View, degree: Degree) -> list[tuple[str, float]]:
    """Give what a place may be one by; a place that something moves to or has is one by the only measure there is."""
    found = columns(desk, view, degree)
    if found or degree.word or desk.context.noun not in map(stem, PLACES) or not (view.year or view.quarter):
        return found
    return [(column, BY_IT) for column in view.measures if alone(view, column)][:1]


def _compared(desk: Desk, view: View, degree: Degree) -> Iterator[Reading]:
    """Yield which of two things has more, or that they have as much: "older than", "as big a crowd as"."""
    operation, check = held_to(degree)
    pairs = [pair for pair in entity_pairs(desk, view) if not _both_behind(desk, *pair)]
    if (mention := described(desk)) is not None:
        pairs = [pair for pair in pairs if _holds(mention, pair[0]) != _holds(mention, pair[1])]
    if equative(desk.context.tokens):  # "about as much as he had earned before" is held against nobody named
        pairs = [pair for pair in pairs if _held_to_one(desk, *pair)]
    for column, fitted in columns(desk, view, degree):
        for one, other in pairs:
            first, second = _sides(desk, one, other)
            if not tells_age(desk, view, column, one, degree):
                continue
            a, b = known(view, column, first.where), known(view, column, second.where)
            if a is None or b is None:
                continue
            days = isinstance(a, dt.date)
            for end, sure in scale_of(degree, view, column) if not (days and degree.level) else ():
                left, right = (first, second) if end == "max" else (second, first)
                yield Reading(
                    family="compared",
                    query=Query(
                        operation="days between" if days else operation, table=view.name,
                        left=cell(view, column, left.where), right=cell(view, column, right.where),
                    ),
                    parts=(("subject", paired(one, other)), ("words", fitted * sure), ("time", one.time)),
                    said=between(degree, column, left.who, right.who), form="check", asserted=check,
                    refutes=fitted >= 0.75 and (days or suits(desk, view, column, degree)),
                )  # fmt: skip


def _both_behind(desk: Desk, one: Selection, other: Selection) -> bool:
    """Say whether both things, or what they are implied by, stand behind "than": what is more is neither then."""
    context = desk.context
    found = THAN.search(context.text, context.statement.start, context.sentence[1])
    mentions = context.discourse.mentions_in((found.end(), context.sentence[1])) if found else []
    behind = {name for m in mentions for name in (m.best, *desk.index.implied(m.best))}
    parted = dict(one.filled).items() ^ dict(other.filled).items()
    return {v for _, v in parted} <= behind


THAN = re.compile(r"[^,;:.()]{0,60}?\b(?:than|as)\b(?! (?:many|much)\b)")


def _held_to_one(desk: Desk, one: Selection, other: Selection) -> bool:
    """Say whether one of two things stands right behind "as"."""
    found = THAN.match(desk.context.text, desk.statement.end, desk.context.sentence[1])
    if found is None or desk.context.text.startswith(" any", found.end()):  # "as many as anyone but Elm"
        return False
    near = desk.context.discourse.mentions_in((found.end(), found.end() + CLOSE))
    return any(_holds(m, one) != _holds(m, other) for m in near if not m.back)


CLOSE = 30  # characters


def _holds(mention: Mention, one: Selection) -> bool:
    """Say whether a mention is what rows are chosen by."""
    return not {v for v, _ in mention.values}.isdisjoint(v for _, v in one.filled)


def _sides(desk: Desk, one: Selection, other: Selection) -> tuple[Selection, Selection]:
    """Put the one first that stands before the word "than", or that a comparative before a noun is said of."""
    if (mention := described(desk)) is not None:
        return (one, other) if _holds(mention, one) else (other, one)
    mentions = desk.context.discourse.mentions_in((desk.statement.end, desk.context.sentence[1]))
    behind = {m.best for m in mentions if not m.back}  # "ahead of its rival Elm" is no matter of whose rival
    swapped = any(v in behind for _, v in one.filled) and not any(v in behind for _, v in other.filled)
    return (other, one) if swapped else (one, other)
