"""Whether all of some are so, or none or one alone: "both mills are in Ashby", "all opened before 1900"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.phrases import SUBJECTS
from claims.checking.quantities import NUMBERS, UNIVERSAL
from claims.checking.query import Filter, Query, compute, same
from claims.checking.readings.counts import named_kind
from claims.checking.readings.graded import subject_of
from claims.checking.readings.kinds import negated
from claims.checking.readings.limit import Limit
from claims.checking.readings.limits import limits
from claims.checking.readings.scopes import until
from claims.checking.readings.settled import unread
from claims.checking.readings.things import (
    OUTRIGHT,
    SAID,
    Counted,
    but_totals,
    counted,
    counted_token,
    number_of_all,
    stretch,
    taken_up,
)
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import Selection
from claims.checking.words import stem
from claims.degrees import COMPARATIVES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.tables import View
    from claims.types import Span

PAIRED = frozenset({"both", "neither"})
TWO, NAMED, MOST = 2, 0.9, 6
SURE = 0.85


@dataclass(frozen=True, slots=True)
class Universal:
    """Who all are, and what is said of them, as words; how many they are where that is told; whether it is denied."""

    group: frozenset[int]
    said: tuple[Token, ...]
    number: Decimal | None
    none: bool
    names: tuple[str, ...] = ()


def told(desk: Desk) -> bool:
    """Say whether a statement is that all of some are so."""
    return desk.value is not None and desk.value.rule == UNIVERSAL


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield how many of all are so, to be held to their number, or to none."""
    universal = _universal(desk)
    if universal is None or not universal.said or negated(desk):
        return
    for view in desk.views:
        thing = _thing(desk, view, universal)
        if thing is not None and thing.words >= SAID:
            yield from _held(desk, thing, universal)


@remembered
def _universal(desk: Desk) -> Universal | None:
    """Part the clause into those all of whom are meant and what is said of them."""
    first, line = desk.context.tokens[0], stretch(desk)
    head = _of_whom(first) or _determined(first)
    subject = subject_of(first) if head is None else None
    group = {t.i for t in (head or subject or first).subtree} | _fronted(desk)
    if subject is not None or SUBJECTS & {first.dep_, (head or first).dep_}:  # "in Ashby all the mills are ..."
        group |= {t.i for t in line if t.i < first.i}
    said = [t for t in line if t.i not in group and t.i != first.i]
    if head is not None:
        beside = _reduced(head, said)
        group, said = group | {t.i for t in beside}, [t for t in said if t not in beside]
    names = _names(desk, subject) if head is None or head.pos_ == "PRON" else ()
    number = number_of_all(desk) or _numbered(head)
    if first.lower_ in PAIRED or (names and number is None):
        number = Decimal(TWO) if first.lower_ in PAIRED else Decimal(len(names))
    return Universal(frozenset(group), tuple(said), number, first.lower_ == "neither", names)


def _numbered(head: Token | None) -> Decimal | None:
    """Give the number of those meant: "all three mills"."""
    said = [c.lower_ for c in head.children if c.dep_ == "nummod"] if head is not None else []
    number = NUMBERS.get(said[0]) or (int(said[0]) if said[0].isdecimal() else None) if said else None
    return Decimal(number) if number else None


def _reduced(head: Token, said: list[Token]) -> list[Token]:
    """Give the participle behind a noun and its words, as the parser may not see them: "mills rated good opened"."""
    verbs = [n for n, t in enumerate(said) if t.tag_ in ("VBN", "VBD")]
    behind = said[0].i == max(t.i for t in head.subtree) + 1 if said else False
    if len(verbs) < TWO or not behind or verbs[0] or any(t.dep_ == "cc" or t.is_punct for t in said[: verbs[1]]):
        return []
    end = verbs[1] - any(t.pos_ == "AUX" for t in said[verbs[1] - 1 : verbs[1]])
    return said[:end]


def _determined(first: Token) -> Token | None:
    """Give the noun of "every mill"; none of "Lee, Day and Voss all run mills"."""
    noun = first.head
    if first.i and first.nbor(-1).pos_ == "PROPN":
        return None
    between = first.doc[first.i + 1 : max(noun.i, first.i + 1)]
    straight = noun.i > first.i and not any(t.pos_ in ("VERB", "AUX") and t.dep_ != "amod" for t in between)
    return noun if straight and first.dep_.startswith("det") else None


def _of_whom(first: Token) -> Token | None:
    """Give the noun behind "of": "both of the mills"."""
    if first.i + 1 >= len(first.doc) or first.nbor(1).lower_ != "of":
        return None
    behind = first.doc[first.i + 2 : min(first.i + 2 + MOST, first.sent.end)]
    return next((t for t in behind if t.pos_ in ("NOUN", "PROPN", "PRON") and t.dep_ not in ("compound", "amod")), None)


def _fronted(desk: Desk) -> set[int]:
    """Give the words of "of the six mills" at the front."""
    noun = counted_token(desk)
    if noun is None or noun.idx > desk.statement.start:
        return set()
    return {t.i for t in noun.subtree if t.idx < desk.statement.start}


def _names(desk: Desk, subject: Token | None) -> tuple[str, ...]:
    """Give the names that "both" or "all" takes up: those of the subject, else the two of the sentence before."""
    context = desk.context
    beside = context.tokens[0].i and context.tokens[0].nbor(-1).pos_ == "PROPN"
    own = beside or (subject is not None and subject.pos_ == "PROPN")
    if not own and subject is not None and subject.pos_ == "NOUN":
        return ()
    span = (context.sentence[0], desk.statement.start) if own else context.sentence_before
    names = _named_in(desk, span)
    if not own and len(names) != TWO:  # the two that the paragraph tells of
        names = _named_in(desk, (context.discourse.paragraph(desk.statement.start)[0], desk.statement.start))
    told = len(names) == TWO if context.tokens[0].lower_ in PAIRED else own and len(names) > TWO
    return names if told else ()


def _named_in(desk: Desk, span: Span) -> tuple[str, ...]:
    """Give the names of a stretch of text, each once."""
    named = [m for m in desk.context.discourse.mentions_in(span) if m.named and not m.back and m.values]
    return tuple(dict.fromkeys(m.best for m in named))


def _thing(desk: Desk, view: View, universal: Universal) -> Counted | None:
    """Say what of a table is meant: what the names stand in, else what the noun names."""
    if universal.names:
        column = column_of(view, universal.names)
        return Counted(view, column, NAMED) if column else None
    token = counted_token(desk)
    thing = counted(desk, view) if token is not None else taken_up(desk, view)
    if token is not None and thing.words < SAID and named_kind(token, limits(desk, view)):
        return Counted(view, "", OUTRIGHT)  # "every reservoir" of a table of lakes
    return thing


def column_of(view: View, names: tuple[str, ...]) -> str:
    """Name the column in which some names stand, that of what the rows are about first, "" where none has all."""
    columns = (c for c in (view.entity, view.person, *view.names) if c)
    return next((c for c in columns if all(view.rows(c, name) for name in names)), "")


def _held(desk: Desk, thing: Counted, universal: Universal) -> Iterator[Reading]:
    """Yield how many of those there are have what is said, with each set of words that may say it."""
    view = thing.view
    paired = bool(universal.names)
    own = _narrowed(desk, view, thing, universal)
    places = {t.i for t in universal.said} | (set() if universal.names else universal.group)
    where = tuple(f for limit in own for f in limit.where)
    if paired:
        where = (Filter(thing.column, "in", universal.names),)
    key = thing.column if view.repeats or thing.column != view.entity else ""
    for scope in list(until(desk, view, Selection((*but_totals(view), *where))))[:TWO]:
        whole = compute(Query(operation="count", table=view.name, column=key, where=scope.where), desk.tables).value
        if not isinstance(whole, Decimal) or whole < TWO or universal.number not in (None, whole):
            continue
        many = Decimal(0) if universal.none else whole
        for said in _said(desk, view, thing, universal):
            if left_over(desk, scope, (*own, *said), places):
                continue
            so = tuple(f for limit in said for f in limit.where)
            query = Query(operation="count", table=view.name, column=key, where=(*scope.where, *so))
            named = Selection(scope.where, filled_by((*said, *own)), NAMED, scope.time, scope.when)
            left = [t for t in unread(desk, thing, named, (*said, *own)) if t.tag_ not in COMPARATIVES]
            left = [t for t in left if not (paired and t.i in universal.group)]
            if left and compute(query, desk.tables).value != many:  # what is left unread may be why
                continue
            read = not left and thing.words >= OUTRIGHT and all(s.words >= SURE for s in said)
            yield Reading(
                family="count", query=query, form="check",
                parts=(
                    ("subject", NAMED if read or paired else SAID),
                    ("words", min([thing.words, *(s.words for s in said)]) * (0.8 if left else 1.0)),
                    ("time", max(scope.time, SURE if not desk.context.times else 0.0)),
                ),
                said=f"number of {key or 'rows'} in {view.name} with {', '.join(s.said for s in (*own, *said))}",
                asserted=checks.number(many, many, "all there are" if many else "none of them"), refutes=read,
            )  # fmt: skip


def _narrowed(desk: Desk, view: View, thing: Counted, universal: Universal) -> tuple[Limit, ...]:
    """Give the conditions that tell who is meant: "every mill of the Coop", "all the wooden bridges"."""
    stems = {stem(t.text) for t in desk.context.document.doc if t.i in universal.group}
    own = [s[0] for s in limits(desk, view) if len(s) == 1 and s[0].stems and s[0].stems <= stems]
    return _apart([*own, *names_in(desk, view, thing.column, universal.group)])


def _said(desk: Desk, view: View, thing: Counted, universal: Universal) -> list[tuple[Limit, ...]]:
    """Give what may be said of all: a limit, a name, or two of them."""
    stems = {stem(t.text) for t in universal.said}
    taken = {f.column for limit in _narrowed(desk, view, thing, universal) for f in limit.where}
    found = [s[0] for s in limits(desk, view) if len(s) == 1 and s[0].stems & stems]
    found += names_in(desk, view, thing.column, {t.i for t in universal.said})
    found = [limit for limit in _apart(found) if not taken & {f.column for f in limit.where}]
    pairs = [p for p in combinations(found, 2) if not {f.column for f in p[0].where} & {f.column for f in p[1].where}]
    return [*((limit,) for limit in found), *pairs][:MOST]


def _apart(found: list[Limit]) -> tuple[Limit, ...]:
    """Keep each condition once."""
    return tuple({limit.where: limit for limit in reversed(found)}.values())


def names_in(desk: Desk, view: View, key: str, places: Collection[int]) -> list[Limit]:
    """Give the rows of each name that stands at some of the places, in another column than that of what is meant."""
    mentions = desk.context.discourse.mentions_in(desk.context.sentence)
    here = [m for m in mentions if desk.context.document.tokens(m.start, m.end).root.i in places]
    named = [(m, m.said[0][0] if m.said else m.best) for m in here if m.said or (m.values and not m.back)]
    return [
        Limit((same(view, c, name),), NAMED, frozenset(stem(w) for w in m.text.split()))
        for m, name in named for c in view.names if c not in (key, view.entity) and view.rows(c, name)
    ]  # fmt: skip


def left_over(desk: Desk, scope: Selection, chosen: Iterable[Limit], places: Collection[int]) -> bool:
    """Say whether a number, a time or a name at some places sets no limit: "every ferry built before 2000 ..."."""
    met = [f.value for limit in chosen for f in limit.where]
    tokens = desk.context.document.tokens
    inside = [m for m in desk.context.discourse.mentions_in(desk.context.clause) if m.named and not m.back]
    inside = [m for m in inside if tokens(m.start, m.end).root.i in places]
    if any({m.best, *(v for v, _ in m.values)}.isdisjoint(map(str, met)) for m in inside):
        return True
    years = {str(value)[:4] for value in met} | {*re.findall(r"\d{4}", scope.when)}
    own = desk.statement
    for other in desk.context.discourse.values_in(desk.context.sentence):
        value = other.value
        if value is None or own.start <= other.start < own.end:
            continue
        if value.kind in ("date", "period"):
            if value.iso[:4] not in years:
                return True
        elif isinstance(value.amount, Decimal) and value.amount not in WHOLES and not _among(value.amount, met):
            return value.kind not in ("count", "number") or value.comparator != "eq"
    return False


WHOLES = frozenset({Decimal(1)})


def _among(amount: Decimal, met: Iterable[object]) -> bool:
    return any(isinstance(value, Decimal) and value in (amount, amount / 1000, amount / 1000000) for value in met)


def filled_by(chosen: Iterable[Limit]) -> tuple[tuple[str, str], ...]:
    """Give the columns and cells that limits fill."""
    return tuple((f.column, str(f.value)) for limit in chosen for f in limit.where)
