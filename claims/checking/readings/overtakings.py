"""Who has overtaken whom: behind before, and ahead since: "Elm overtook Oak in 2021", "has been overtaken by Elm"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.circumstances import akin
from claims.checking.phrases import part_of, parts_beside
from claims.checking.query import Query, compute, same
from claims.checking.readings.axes import Pair, histories, pairs
from claims.checking.readings.changes import alone
from claims.checking.readings.degrees import TOP, ends
from claims.checking.readings.measures import weight
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import Selection
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.checks import Check
    from claims.checking.desk import Desk
    from claims.checking.periods import Period, When
    from claims.checking.phrases import Part
    from claims.checking.readings.axes import History, Point
    from claims.checking.tables import View

OVERTAKING = frozenset("overtake leapfrog outstrip supplant".split())
KINDS = frozenset({"comparison", "association", "leader", "fact", "category"})
SUBJECT, SAID, ONLY, SURE, STATED, NOW, LARGE = 0.92, 0.4, 0.6, 0.5, 0.9, 0.9, 40
AHEAD, BEHIND = checks.more("the one is ahead"), checks.number(None, Decimal(0), "the one was behind")


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield whether the one was behind the other before, and is ahead then, by each measure that may be meant."""
    sides = overtaken(desk)
    if sides is None:
        return
    found = [r for view in desk.views for r in _by_view(desk, view, *sides)]
    held = [r for r, holds in found if holds]
    yield from held or (r for r, _ in found)


@remembered
def overtaken(desk: Desk) -> tuple[Part, Part] | None:
    """Give who overtook whom in the clause that the statement is the verb or a name of."""
    if desk.statement.kind not in KINDS or not desk.context.tokens:
        return None
    head = desk.context.head
    verb = head if _overtakes(head) else next((t for t in head.ancestors if t.pos_ in ("VERB", "AUX")), head)
    if not _overtakes(verb) or any(c.dep_ == "neg" for c in verb.children):
        return None
    own = part_of(desk, head)
    if own is None and head != verb:
        return None
    anyone = own or next((p for t in verb.subtree if (p := part_of(desk, t))), None)
    parts = [anyone, *parts_beside(desk, anyone)] if anyone else []
    ahead = [p for p in parts if p.subject and p.mention.values]
    behind = [p for p in parts if p.object and not p.subject and p.mention.values]
    if own is not None and own not in (*ahead, *behind):
        return None
    return (ahead[0], own if own in behind else behind[0]) if ahead and behind else None


def only_since(desk: Desk) -> bool:
    """Say whether a time is that since when one has overtaken another: it is no founding of either."""
    since = desk.value is not None and desk.context.before[:1] == ["since"]
    return since and any(_overtakes(t) for t in desk.context.head.ancestors)


def _overtakes(token: Token) -> bool:
    return token.lemma_.lower() in OVERTAKING


def _by_view(desk: Desk, view: View, one: Part, other: Part) -> Iterator[tuple[Reading, bool]]:
    """Yield the gap of two by each measure: now where that is the wrong way, before where that was."""
    key = view.entity
    ahead, behind = (next((v for v, _ in p.mention.values if key and view.rows(key, v)), "") for p in (one, other))
    if not ahead or not behind or ahead == behind:
        return
    for column in view.measures:
        words = max(weight(desk, view, column), desk.words(view, column), ONLY if alone(view, column) else 0.0)
        told = _asked(desk, view, column, ahead, behind)
        if told is None:
            continue
        query, check, when, sure = told
        held = compute(query, desk.tables).value
        right = isinstance(held, Decimal) and check.outcome(held) == "agrees"
        clear = (
            words >= ONLY and not _of_another_kind(desk, view, column) and (check == AHEAD or bool(_stated(desk)))
        )  # it may have been ahead for long
        said = f"{column} of {ahead} less that of {when}"
        yield Reading(
            family="overtaken", query=query, form="check", asserted=check, said=said,
            parts=(("subject", min(one.weight, other.weight, SUBJECT)), ("words", max(words, SAID)), ("time", sure)),
            refutes=clear and not right and _wrong(desk, view, column, ahead, behind) == _place(desk, one, other),
        ), right  # fmt: skip


def _place(desk: Desk, one: Part, other: Part) -> str:
    """Say which of the two the statement is, "" where it is the verb."""
    covered = next((p for p in (one, other) if p.covers(desk.context.head)), None)
    return "" if covered is None else "ahead" if covered == one else "behind"


@remembered
def _wrong(desk: Desk, view: View, column: str, ahead: str, behind: str) -> str:
    """Say which of two names is wrong, that for which another would be right; "" where both may be, or neither."""
    names = [n for n in view.distinct(view.entity) if isinstance(n, str) and n not in (ahead, behind)][:LARGE]
    others = {
        "ahead": any(_overtook(desk, view, column, name, behind) for name in names),
        "behind": any(_overtook(desk, view, column, ahead, name) for name in names),
    }
    wrong = [place for place, found in others.items() if found]
    return wrong[0] if len(wrong) == 1 else ""


def _overtook(desk: Desk, view: View, column: str, ahead: str, behind: str) -> bool:
    asked = _asked(desk, view, column, ahead, behind)
    found = compute(asked[0], desk.tables).value if asked else None
    return asked is not None and isinstance(found, Decimal) and asked[1].outcome(found) == "agrees"


def _asked(desk: Desk, view: View, column: str, ahead: str, behind: str) -> tuple[Query, Check, str, float] | None:
    """Ask for the gap then; where the one is ahead then, and was before, for that before."""
    ours, others = (
        next(
            histories(view, column, Selection((same(view, view.entity, name),), ((view.entity, name),)), adding=False),
            {},
        )
        for name in (ahead, behind)
    )
    gaps = {p: _gap(view, column, query, others[p]) for p, query in ours.items() if p in others}
    pair = _moment(desk, view, column, gaps)
    if pair is None:
        return None
    long = all(_sign(desk, gaps[p]) > 0 for p in (pair.now, pair.base))
    when, point = ("before", pair.base) if long else ("then", pair.now)
    return gaps[point], BEHIND if long else AHEAD, f"{behind} {when}, in {point.label}", pair.sure


def _moment(desk: Desk, view: View, column: str, gaps: History) -> Pair | None:
    """Give the times that the words mean for which both have a figure, of all if none is said that at which it fits."""
    if stated := _stated(desk):
        found = (p for p in pairs(desk, gaps, view.columns[column]) if p.sure >= SURE)
        periods = [w.period for w in stated]
        return next((p for p in found if any(_at(p.now, t) or _at(p.base, t) for t in periods)), None)
    last = max(gaps, key=lambda p: p.end, default=None)
    earlier = sorted((p for p in gaps if last and p.end < last.start), key=lambda p: p.end, reverse=True)
    base = next((p for p in earlier if _sign(desk, gaps[p]) <= 0), next(iter(earlier), None))
    return Pair(last, base, NOW, 0.0) if last and base else None


def _at(point: Point, period: Period) -> bool:
    return point.start <= period[1] and period[0] <= point.end


def _of_another_kind(desk: Desk, view: View, column: str) -> bool:
    """Say whether the verb is told of something else: "overtook Elm in the ranking of exporters"."""
    verb = next((t for t in (desk.context.head, *desk.context.head.ancestors) if _overtakes(t)), desk.context.head)
    told = [t for c in verb.children if c.dep_.startswith("obl") for t in c.subtree if t.pos_ == "NOUN"]
    known = {*view.columns[column].words, *view.name.split("_"), *view.columns[column].forms}
    stems = {stem(w) for w in known} | TIMES
    named = desk.context.discourse.mention_at
    return any(not named(t) and not akin(stem(t.text), stems) for t in told)


TIMES = frozenset(stem(w) for w in "year month season decade time quarter table list ranking first place".split())


def _stated(desk: Desk) -> list[When]:
    return [w for w in desk.context.times if w.role in ("at", "since", "base") and w.weight >= STATED]


def _sign(desk: Desk, gap: Query) -> int:
    found = compute(gap, desk.tables).value
    return (found > 0) - (found < 0) if isinstance(found, Decimal) else 0


def _gap(view: View, column: str, left: Query, right: Query) -> Query:
    """Ask by how much the one is ahead: of places the less is the better."""
    turned = ends(TOP, view, column)[0][0] == "min"
    left, right = (right, left) if turned else (left, right)
    return Query(operation="difference", table=view.name, left=left, right=right)
