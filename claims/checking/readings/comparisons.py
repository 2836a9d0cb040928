"""Comparisons without a number: of a thing with itself at another time, with another thing, with all others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claims import degrees
from claims.checking import checks
from claims.checking.circumstances import akin
from claims.checking.query import Filter, Query, compute, same, select
from claims.checking.readings.axes import Pair, dated_by, held_against, histories, over_days, pairs, time_column
from claims.checking.readings.changes import ALONE as ONLY
from claims.checking.readings.changes import TELLING, alone
from claims.checking.readings.degrees import SUMMED, among_all, degree_of, ends, equative, fitted
from claims.checking.readings.graded import gained, of_a_share, subject_of
from claims.checking.readings.measures import alike, cell, repeated, single, tie, whole
from claims.checking.readings.rivals import described
from claims.checking.readings.things import but_totals
from claims.checking.scoring import TOLD, Reading
from claims.checking.selection import Selection
from claims.checking.words import STOP, WEAK, kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.readings.axes import History
    from claims.checking.readings.degrees import Degree
    from claims.checking.tables import View
    from claims.references import Column

EARLIER = frozenset("did was were had then before used earlier previously ago".split())
EACH = degrees.EACH | frozenset("all both none neither most no nobody only but".split())
EVERYBODY = frozenset("every all each both other others only most many some none no".split())
REST = frozenset("other others rest all every everyone everything them".split())
PASSED = degrees.EXCEEDS | degrees.TRAILS | {"ahead", "behind", degrees.PAST}
NEAR = 25  # characters from "than" to another thing: "fewer than Elm did"
FITS, SURE, SAID, CLEAR, MOST_PAIRS, BESIDE, ROOM = 0.4, 0.6, 0.4, 0.75, 3, 0.3, 0.2
MORE = checks.more("the one is more than the other")


@dataclass(frozen=True, slots=True)
class Sides:
    """What is held against what, how surely, whether its words leave it open, and whether both figures are said."""

    left: Query
    right: Query
    parts: tuple[float, float, float]  # subject, words, time
    said: str
    clear: bool = True
    told: bool = False


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what a comparison without a number may compare."""
    if desk.statement.kind != "comparison" or desk.value is not None:
        return
    degree, context = degree_of(desk), desk.context
    behind = _behind(desk)
    if degree is None or degree.dates or degrees.EACH & {t.lower_ for t in context.tokens} or among_all(desk):
        return
    if {"first", "time", "since"} <= behind:  # what fell for the first time since 2020 fell from the time before
        return
    if _of_a_stranger(desk) or described(desk):
        return
    based = with_a_time(desk)
    passed = bool(PASSED & {t.lemma_.lower() for t in context.tokens})
    for view in desk.views:
        over_time = not (passed or degree.level or {"than", "as"} & {*context.after} or _beside_another(desk))
        if based or over_time:
            yield from (r for s in _over_time(desk, view, degree) for r in compared(view, degree, s))
        if summed(desk):
            several = [*_with_several(desk, view, degree)]
            together = several or (_with_the_others(desk, view, degree) if REST & _behind(desk) else [])
            yield from (r for s in together for r in compared(view, degree, s))
            continue
        yield from (r for s in _with_what_is_elsewhere(desk, view, degree) for r in compared(view, degree, s))


def _beside_another(desk: Desk) -> bool:
    """Say whether a thing named behind the figure of another has more: "Elm has 805 pupils; Oak has more"."""
    context, first = desk.context, desk.context.tokens[0]
    if first.lower_ not in degrees.PLAIN_COMPARATIVES or first.i == 0 or first.nbor(-1).pos_ != "VERB":
        return False
    span = (context.sentence_before[0], desk.statement.start)
    figures = [s for s in context.discourse.values_in(span) if s.value and s.value.kind not in ("date", "period")]
    named = context.discourse.mentions_in((figures[-1].end, desk.statement.start)) if figures else ()
    return any(m.named and not m.back for m in named)


def _behind(desk: Desk) -> set[str]:
    """Give the words of the sentence behind a comparison."""
    return {*desk.context.text[desk.statement.end : desk.context.sentence[1]].lower().strip(' .”"').split()}


def summed(desk: Desk) -> bool:
    """Say whether something is held against others together: "than Elm and Oak combined"."""
    return bool(SUMMED & {word.strip(",;:") for word in _behind(desk)})


def _of_a_stranger(desk: Desk) -> bool:
    """Say whether what is more than another is a thing that no table knows: "a machine that is older than she is"."""
    told = next((t for t in desk.context.tokens if t.dep_ == "acl:relcl"), None)
    if told is None or told.head.pos_ != "NOUN" or desk.context.discourse.mention_at(told.head):
        return False
    return not akin(stem(told.head.text), desk.tables.stems)


def with_a_time(desk: Desk) -> bool:
    """Say whether a comparison is with another time: "fewer than in 2019", "less than it had"."""
    context, end = desk.context, desk.statement.end
    than = end + max(0, context.text[end : context.sentence[1]].find("than"))
    if equative(context.tokens):  # "as many as in 2019"
        found = AS.match(context.text, end, context.sentence[1])
        return found is not None and any(w.start - found.end() < ROOM_AS and w.start > end for w in context.times)
    later = [w for w in context.times if w.start > end and not context.discourse.mentions_in((than, w.start))]
    if any((w.role == "base" and w.weight >= SAID) or held_against(desk, w) for w in later):
        return True
    another = any(m.values and not m.back for m in context.discourse.mentions_in((than, than + NEAR)))
    return "than" in context.after and bool(EARLIER & {*context.after}) and not another


AS = re.compile(r"[^,;:.()]{0,60}?\bas\b(?: (?:in|that of|those of|during|at|it (?:did|was) in))*")
ROOM_AS = 12  # characters from "as in" to the time


def compared(view: View, degree: Degree, sides: Sides) -> Iterator[Reading]:
    """Yield whether the left is more than the right, or less, or as much: good may be much or little."""
    subject, words, time = sides.parts
    scale, (operation, check) = scale_of(degree, view, sides.left.column), held_to(degree)
    for end, sure in scale:
        left, right = (sides.left, sides.right) if end == "max" else (sides.right, sides.left)
        yield Reading(
            family="compared", query=Query(operation=operation, table=view.name, left=left, right=right),
            parts=(("subject", subject), ("words", words * sure), ("time", time)), said=sides.said, form="check",
            asserted=check, refutes=sides.clear and words >= CLEAR and len(scale) == 1,
            flags=TOLD if sides.told else (),
        )  # fmt: skip


def scale_of(degree: Degree, view: View, column: str) -> tuple[tuple[str, float], ...]:
    """Give the ends of a scale; two that are level are so by either."""
    return ends(degree, view, column) if not degree.level else (("max", 1.0),)


def between(degree: Degree, column: str, left: str, right: str) -> str:
    """Say what is computed of two sides."""
    held = f"{column} of {left} against that of {right} in percent"
    return held if degree.level else f"{column} of {left} less that of {right}"


def held_to(degree: Degree) -> tuple[str, checks.Check]:
    """Give what is computed of two sides, and what has to come out: that one is more, or as much as the other."""
    return ("percent change", checks.as_much(degree.level)) if degree.level else ("difference", MORE)


def _over_time(desk: Desk, view: View, degree: Degree) -> Iterator[Sides]:
    """Yield a measure at the time that is spoken of, and at the one before or behind "than"."""
    order = time_column(view) or dated_by(view)
    named = [s for s in desk.named(view) if s.filled and order not in dict(s.filled)][:3]
    everybody = bool(EVERYBODY & {*desk.context.spoken})
    each = _each_of_them(desk)
    told = each or any(tie(s) >= CLEAR for s in named)  # with one of two ways, all together agree half of the time
    together = [] if told else [Selection(subject=whole(desk, view))]
    named = [] if "both" in each and len(named) > 1 else named  # what is true of one need not be of the other
    closest = max(map(tie, named), default=0.0) - BESIDE
    for selection in [*(s for s in named if tie(s) >= closest), *together]:
        for column in view.measures:
            words = max(fitted(desk, view, column, degree), ONLY if alone(view, column) and selection.filled else 0.0)
            siblings = alike(view, column)
            shared = of_a_share(desk) and view.columns[column].kind != "percent"
            if shared or words < FITS or (siblings and column != siblings[0]) or not _spoken_of(desk, view, column):
                continue
            days = over_days(view, column, selection.where) if words >= SURE else ()
            for history in (*list(histories(view, column, selection))[:1], *days):
                likely = (p for p in pairs(desk, history, view.columns[column]) if p.sure >= SURE)
                chosen = _with_a_later(desk, history) or _told(desk, [*likely])
                gaps = [Query(operation="difference", table=view.name, left=history[p.now], right=history[p.base])
                        for p in chosen]  # fmt: skip
                one_way = len({_sign(desk, gap) for gap in gaps}) == 1
                for pair in chosen:
                    said = f"{column} of {selection.who or view.name} in {pair.now.label} against {pair.base.label}"
                    yield Sides(
                        history[pair.now], history[pair.base], (tie(selection), words, pair.sure), said,
                        clear=one_way and not everybody, told=_both_told(desk, view.columns[column], history, pair),
                    )  # fmt: skip


def _both_told(desk: Desk, meaning: Column, history: History, pair: Pair) -> bool:
    """Say whether the sentence gives the figures of both times: "rose from 4,410 to 7,230"."""
    figures = (repeated(desk, history[point], meaning, own=True) for point in (pair.now, pair.base))
    return pair.told > TELLING and all(figures)


def _told(desk: Desk, likely: list[Pair]) -> list[Pair]:
    """Keep the pairs of the time that the clause gives, if it gives one of them: "more in 2023 than in 2022"."""
    likely = [p for p in likely if p.sure >= likely[0].sure - ROOM]
    stated = [w.period for w in desk.context.times if w.role == "at" and w.weight >= OUTRIGHT]
    given = [p for p in likely if any(p.now.start <= last and first <= p.now.end for first, last in stated)]
    return (given or likely)[:MOST_PAIRS]


OUTRIGHT = 0.95


def _with_a_later(desk: Desk, history: History) -> list[Pair]:
    """Give the earlier of two stated times that is held against the later one: "fewer in 2023 than in 2024"."""
    stated = [w for w in desk.context.times if w.weight >= OUTRIGHT]
    at, held = ([w.period for w in stated if w.role == role] for role in ("at", "base"))
    if not (at and held and at[0] < held[0]):
        return []
    now, base = ([p for p in history if p.start <= last and first <= p.end] for first, last in (at[0], held[0]))
    return [Pair(now[0], base[0], 1.0, 0.0)] if len(now) == len(base) == 1 else []


def _each_of_them(desk: Desk) -> frozenset[str]:
    """Give the words that say a comparison is of each thing with itself: "all the piers had fewer", "none rose"."""
    subject = subject_of(desk.context.tokens[-1])
    return EACH.intersection(t.lower_ for t in subject.subtree) if subject is not None else frozenset()


def _spoken_of(desk: Desk, view: View, column: str) -> bool:
    """Say whether what rose may be a measure: "the shifts are down" names none, "Elmwood is down" may mean any."""
    subject = subject_of(desk.context.tokens[-1])
    if not gained(desk, view, column):
        return False
    if subject is None or subject.pos_ != "NOUN" or desk.context.discourse.mention_at(subject):
        return True
    own = {stem(t.text) for t in subject.subtree if t.is_alpha and t.lower_ not in STOP}
    names = {stem(w) for w in (*view.columns[column].words, *view.columns[column].forms, *view.name.split("_"))}
    return any(kinship(one, other) >= WEAK for one in own for other in names)


def _sign(desk: Desk, gap: Query) -> int | None:
    """Say which way a gap goes, whichever times are meant."""
    found = compute(gap, desk.tables).value
    return (found > 0) - (found < 0) if isinstance(found, Decimal) else None


def _with_the_others(desk: Desk, view: View, degree: Degree) -> Iterator[Sides]:
    """Yield one thing and all the others put together."""
    if not view.entity:
        return
    for selection in [s for s in single(desk, view) if s.value_of(view.entity)][:3]:
        own = selection.value_of(view.entity)
        rest = tuple(f for f in selection.where if view.repeats and f.column not in dict(selection.filled))
        others = (*rest, *but_totals(view), Filter(view.entity, "!=", own))
        for column in view.measures if len(select(view, others)) > 1 else ():
            words = fitted(desk, view, column, degree)
            if words >= FITS and view.columns[column].kind != "percent":
                total = Query(operation="sum", table=view.name, column=column, where=others)
                said = f"{column} of {own} against that of all others"
                yield Sides(cell(view, column, selection.where), total, (tie(selection), words, selection.time), said)


def _with_several(desk: Desk, view: View, degree: Degree) -> Iterator[Sides]:
    """Yield one thing and those behind "than" put together: "than Elm and Oak combined"."""
    context = desk.context
    than = context.text.find("than ", desk.statement.end, context.sentence[1])
    than = desk.statement.end if than < 0 and PASSED & {t.lemma_.lower() for t in context.tokens} else than
    named = context.discourse.mentions_in((than, context.sentence[1])) if than >= 0 and view.entity else []
    names = tuple(dict.fromkeys(m.best for m in named if view.entity and view.rows(view.entity, m.best)))
    if len(names) < 2:
        return
    for selection in [s for s in single(desk, view) if s.value_of(view.entity) not in (None, *names)][:3]:
        rest = tuple(f for f in selection.where if f.column not in dict(selection.filled))
        others = (*rest, Filter(view.entity, "in", names))
        for column in view.measures if len(select(view, others)) == len(names) else ():
            words = fitted(desk, view, column, degree)
            if words >= FITS and view.columns[column].kind != "percent":
                total = Query(operation="sum", table=view.name, column=column, where=others)
                said = f"{column} of {selection.who} against that of {' and '.join(names)} together"
                yield Sides(cell(view, column, selection.where), total, (tie(selection), words, selection.time), said)


def _with_what_is_elsewhere(desk: Desk, view: View, degree: Degree) -> Iterator[Sides]:
    """Yield one thing and another that its place or owner names: "than the station in Pell"."""
    if view.repeats:
        return
    behind = desk.context.discourse.mentions_in((desk.statement.end, desk.context.sentence[1]))
    found = ((c, m.best) for m in behind[:2] if m.values for c in view.names if len(view.rows(c, m.best)) == 1)
    column, name = next(found, ("", ""))
    for mine in single(desk, view)[:2] if column else ():
        if column in dict(mine.filled) or [*select(view, mine.where)] == [*view.rows(column, name)]:
            continue
        for measure in view.measures:
            if (words := fitted(desk, view, measure, degree)) >= FITS:
                said = f"{measure} of {mine.who} against that of {name}"
                sides = cell(view, measure, mine.where), cell(view, measure, (same(view, column, name),))
                yield Sides(*sides, (0.9 * tie(mine), words, mine.time), said)
