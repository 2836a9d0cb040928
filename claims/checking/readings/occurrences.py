"""How many times something happened to somebody: "twice a winner", "two lost finals", "for the second time"."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.query import Query, same, select
from claims.checking.readings.scopes import until
from claims.checking.readings.things import alone, counted_token, told_before, whole_of
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import Selection, valid_on
from claims.checking.words import TIME, kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import View
    from claims.types import Value

GENERAL = frozenset(stem(w) for w in "final race match game meeting event tournament contest".split())
EVENTS = GENERAL | frozenset(stem(w) for w in "election stage".split())
PRIZES = frozenset(stem(w) for w in "title win victory prize award trophy crown".split())
TIMES = {TIME, *PRIZES, *(stem(w) for w in "spell stint term occasion".split())}
WINS = frozenset(stem(w) for w in "winner champion laureate holder recipient".split())
WON = frozenset(stem(w) for w in "name award honour honor crown choose elect pick take lift claim vote".split())
WIN = stem("win")
LOSERS = frozenset(stem(w) for w in "runner loser beaten defeated finalist second".split())
TAKING_PART = frozenset("reach play contest make appear feature be enter fight attend".split())
HAVING = frozenset("have take win own get do claim lift".split())
BREAK = re.compile(r"[,;:]| and | but ")
JOINED = re.compile(r",? and (?:in )?|, (?:in )?")
PRO = frozenset({"so", "it", "that"})
MONTHLY = len("2025-06")  # of a time that gives the month at least
RECENT = 14  # days after which a table that goes on would hold the news
ROLE, WEAK = 0.7, 0.4  # from here on the clause says what a column of names is, or may mean it
DOER = 0.75  # of the doer's country, club or boat
SUBJECT = 0.85  # from here on a name is what the clause is about
LOST = frozenset(stem(w) for w in "lose loss defeat beaten runner-up runners-up".split())


def counts_times(desk: Desk) -> bool:
    """Say whether the number counts how many times something happened, or what is won and lost."""
    whole, told = whole_of(desk), told_before(desk)
    if whole is not None and whole.pos_ == "PRON" and told is not None:  # "13 finals, and lost five of them"
        return not told.nouns.isdisjoint(TIMES | EVENTS)
    if whole is not None or _noun(desk):
        return _noun(desk) in TIMES | EVENTS
    return bool(desk.value and desk.value.unit in ("time", "times")) or _bare(desk)


@remembered
def event(desk: Desk) -> str:
    """Name what is counted by its own name: "her second Gull Cup"."""
    token = counted_token(desk)
    mention = desk.context.discourse.mention_at(token) if token is not None else None
    return mention.best if mention is not None and mention.named and mention.start >= desk.statement.start else ""


def _bare(desk: Desk) -> bool:
    """Say whether the noun is left out where somebody has, or does, so many: "has three", "her third"."""
    value, context = desk.value, desk.context
    if value is None or value.unit:
        return False
    if value.kind == "ordinal":
        return context.before[:1] in (["her"], ["his"], ["its"], ["their"], ["'s"], ["’s"])
    return context.verb is not None and context.verb.lemma_.lower() in HAVING and context.head.dep_ == "obj"


def _noun(desk: Desk) -> str:
    token = counted_token(desk)
    return stem(token.text) if token is not None else ""


def readings(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield how many times something happened to a name: "twice a winner", "won for the second time"."""
    if view.form or not (view.year or view.day or view.start):
        return  # a column a year makes rows, but nothing happened in them
    if _appears(desk):
        yield from _appearances(desk, view)
        return
    for selection in _chosen(desk, view):
        if event(desk) and (len(selection.filled) < 2 or event(desk) not in dict(selection.filled).values()):
            continue
        words = max(says(desk, view, column) for column, _ in selection.filled)
        if words < WEAK and _of_its_doer(desk, view, selection):
            words = DOER
        if words < WEAK:
            continue
        said = ", ".join(f"{column} {value}" for column, value in selection.filled)
        for scope in until(desk, view, selection):
            if scope.when and _each_told(desk):
                continue
            for family, asserted in so_far(desk, view):
                yield Reading(
                    family=family, query=Query(operation="count", table=view.name, where=scope.where),
                    parts=(
                        ("subject", selection.subject - 0.5 * selection.skipped), ("words", words),
                        ("time", scope.time * (0.9 if asserted else 1.0)),
                    ),
                    said=f"rows of {view.name} with {said}{_when(scope)}", asserted=asserted,
                    refutes=words >= ROLE and not asserted and (_nth_time(desk, view) or not _definite(desk)),
                    form="check" if asserted else "number",
                )  # fmt: skip


def _appears(desk: Desk) -> bool:
    """Say whether the number counts events that somebody was in, whatever came of it: "reached seven finals"."""
    noun, value = counted_token(desk), desk.value
    own = noun is not None and noun == desk.context.noun_token
    if noun is None or value is None or value.kind == "ordinal" or not own or stem(noun.text) not in GENERAL:
        return False
    verb = noun.head if noun.dep_ in ("obj", "obl") else noun
    return verb.lemma_.lower() in TAKING_PART or (verb is noun and any(c.dep_ == "cop" for c in noun.children))


def _appearances(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield in how many rows a name stands, in one of two columns of such names or in the other."""
    for one, other in combinations(view.names, 2):
        if {*view.distinct(one)}.isdisjoint(view.distinct(other)):
            continue
        for mine in [s for s in alone(desk, view, one) if s.subject >= ROLE][:2]:
            name = mine.filled[0][1]
            theirs = Selection(where=(same(view, other, name),), filled=((other, name),), subject=mine.subject)
            for first, second in zip(until(desk, view, mine), until(desk, view, theirs), strict=False):
                counts = [Query(operation="count", table=view.name, where=scope.where) for scope in (first, second)]
                yield Reading(
                    family="times", query=Query(operation="plus", table=view.name, left=counts[0], right=counts[1]),
                    parts=(("subject", mine.subject), ("words", SUBJECT), ("time", first.time)),
                    said=f"rows of {view.name} with {name}, {one} or {other}{_when(first)}", refutes=True,
                )  # fmt: skip


@remembered
def won(desk: Desk) -> bool:
    """Say whether the clause speaks of winning alone."""
    said = _told(desk)
    return desk.context.noun in PRIZES or (bool({WIN, *WON} & said) and not LOST & said)


def opposed(desk: Desk, view: View, column: str) -> bool:
    """Say whether a column is of those who lost where the clause tells of winning, or of winners where of losing."""
    words = view.columns[column].words
    first = stem(words[0]) if words else ""
    return (first in LOSERS and won(desk)) or (first in WINS and bool(LOST & _told(desk)) and not WON & _told(desk))


def lost(view: View, selection: Selection) -> bool:
    """Say whether a name stands where those do who lost."""
    filled = (view.columns[column].words for column, _ in selection.filled)
    return any(words and stem(words[0]) in LOSERS for words in filled)


def _of_its_doer(desk: Desk, view: View, selection: Selection) -> bool:
    """Say whether what a name tells of somebody did what the clause says: the winner's country has "won it twice"."""
    own = [column for column, _ in selection.filled if column != view.entity]
    doers = [c for c in view.names if c != view.entity and all(_tells_of(view, column, c) for column in own)]
    return bool(own) and selection.subject >= DOER and any(says(desk, view, c) >= ROLE for c in doers)


@remembered
def _tells_of(view: View, column: str, doer: str) -> bool:
    """Say whether a column tells something of those in another: each has the same cell in all its rows."""
    pairs = {*zip(view.cells(doer), view.cells(column), strict=True)}
    doers = {one for one, _ in pairs}
    return column != doer and len(pairs) == len(doers) < view.size


def _when(scope: Selection) -> str:
    return f" ({scope.when})" if scope.when else ""


def _chosen(desk: Desk, view: View) -> list[Selection]:
    """Give what the names fill together, and each name alone in a column that the clause speaks of, or its subject."""
    found = {s.where: s for s in desk.named(view)[:4] if s.filled}
    for column in view.names:
        said = says(desk, view, column)
        happens = column != view.entity or (view.repeats and not view.year)  # a thing's row a year is no event
        least = 0.0 if said >= ROLE else SUBJECT if said >= WEAK and happens else 1.0
        found |= {s.where: s for s in alone(desk, view, column) if s.subject > least and s.where not in found}
    behind, before = behind_a_doer(desk, view), _of_the_count_before(desk, view)
    found = {where: s for where, s in found.items() if before.isdisjoint(value for _, value in s.filled)}
    told = [s for s in found.values() if not behind.issuperset(value for _, value in s.filled)]
    return [s for s in told if not _said_less(desk, s, found.values())][:8]


def _of_the_count_before(desk: Desk, view: View) -> frozenset[str]:
    """Name what a count before is of where another stands in its place: "Ash won it three times, Elm twice"."""
    discourse, sentence = desk.context.discourse, desk.context.sentence
    counts = [s.end for s in discourse.values_in((sentence[0], desk.statement.start)) if s.value and _counts(s.value)]
    told = [m for m in discourse.mentions_in((sentence[0], desk.statement.start)) if counts]
    own = {m.best for m in told if m.start >= counts[-1]}
    earlier = {b.mention.best for b in desk.context.bindings if b.tie == "earlier"}
    before = ({m.best for m in told if m.start < counts[-1]} | earlier) - own
    places = [c for c in view.names if any(view.rows(c, name) for name in own)]
    return frozenset(name for name in before if any(view.rows(c, name) for c in places))


def _counts(value: Value) -> bool:
    return value.kind in ("count", "number") and not value.unit.endswith("year")


def behind_a_doer(desk: Desk, view: View) -> frozenset[str]:
    """Name what stands behind the number where a table has the subject: "won four times, once with Dan Roy riding"."""
    near = [b for b in desk.context.bindings if b.tie != "earlier"]
    subjects = {b.mention.best for b in near if b.tie == "subject" and b.weight >= SUBJECT}
    known = any(view.rows(column, name) for name in subjects for column in view.names)
    before = subjects | {b.mention.best for b in near if b.mention.start < desk.statement.end}
    return frozenset(b.mention.best for b in near if known) - before


def _said_less(desk: Desk, one: Selection, others: Iterable[Selection]) -> bool:
    """Say whether a name is passed over that the clause gives: "won the cup for the third time" is of the cup alone."""
    if _noun(desk) not in (TIME, ""):
        return False
    context = desk.context
    here = {
        m.best for m in context.discourse.mentions_in(context.clause)
        if not BREAK.search(context.text, context.statement.end, m.start)
    }  # fmt: skip
    fuller = (other for other in others if set(one.where) < set(other.where))
    return any({value for _, value in other.filled} - {value for _, value in one.filled} <= here for other in fuller)


def says(desk: Desk, view: View, column: str) -> float:
    """Say how well the clause says what a column is: winning, of the winner; losing, of the one who came second."""
    words, said = view.columns[column].words, _told(desk)
    first = stem(words[0]) if words else ""
    if first in LOSERS:
        return 0.85 if LOST & said else 0.0
    if first in WINS and LOST & said and not WON & said:
        return 0.0
    if words and any(kinship(first, s) == 1.0 for s in said):
        return 0.85
    if first in WINS and (WON & said or _noun(desk) in PRIZES):
        return 0.75
    if len(words) > 1 and stem(words[-1]) in said:
        return 0.75
    table = [stem(w) for w in view.name.lower().split("_")]
    if any(kinship(w, s) == 1.0 for w in table for s in said):
        return 0.8
    near = any(kinship(stem(w), s) >= 0.5 for w in words for s in said)
    return 0.7 if near else 0.45 if _noun(desk) in TIMES - {TIME} or _bare(desk) else 0.0


@remembered
def _told(desk: Desk) -> frozenset[str]:
    """Give the stems of the clause, those of the whole sentence where it only takes up a verb: "Lee did so twice".

    A clause without a verb, cut off by an "and" or a comma, is governed by that before: "won it for the fifth time".
    """
    context = desk.context
    verb = context.verb
    taken = verb is not None and verb.lemma_ == "do" and bool(PRO & {t.lower_ for t in verb.children})
    bare = not any(t.pos_ in ("VERB", "AUX") for t in context.line)
    own = context.clause_stems | context.governing if bare else context.clause_stems
    return frozenset(context.sentence_stems if taken else own)


def so_far(desk: Desk, view: View) -> Iterator[tuple[str, checks.Check | None]]:
    """Yield how an ordinal compares: with the rows, and with one more where the table ends before the news."""
    yield "times", None
    value, published = desk.value, desk.context.published
    if value is None or value.kind != "ordinal" or not isinstance(value.amount, Decimal) or published is None:
        return
    if _ends_before(desk, view, published) and not _held(desk, view):
        before = value.amount - 1
        yield "times", checks.number(before, before, "one more than the table has so far")


@remembered
def _each_told(desk: Desk) -> bool:
    """Say whether the times are told one by one behind their number: "won it twice, in 2016 and 2022"."""
    value, context = desk.value, desk.context
    behind = context.discourse.dates_in((desk.statement.end, context.sentence[1]))
    listed = [one for one, other in pairwise(behind) if JOINED.fullmatch(context.text, one.end, other.start)]
    return value is not None and value.amount == len(listed) + 1 > 1


def _held(desk: Desk, view: View) -> bool:
    """Say whether the clause gives a time that the table reaches beyond: "for the fourth time in March"."""
    order = view.day or view.start
    days = [d for d in view.distinct(order) if isinstance(d, dt.date)] if order else []
    last = max(days, default=dt.date.min)
    own = desk.context.clause
    return any(w.role == "at" and own[0] <= w.start < own[1] and w.period[1] <= last for w in desk.context.times)


def _definite(desk: Desk) -> bool:
    return desk.context.before[:1] in (["the"], ["of"])


def _nth_time(desk: Desk, view: View) -> bool:
    """Say whether the last of so many times is news that a table has: "won it for the ninth time on Sunday"."""
    value, published = desk.value, desk.context.published
    numbered = value is not None and value.kind == "ordinal" and value.unit == TIME
    news = published is not None and not _ends_before(desk, view, published)
    return numbered and news and desk.context.before[1:2] == ["for"]


def _ends_before(desk: Desk, view: View, published: dt.date) -> bool:
    """Say whether a table ends before the news: nothing in it holds on now, and its last day is not told of."""
    if view.year:
        return max((y for y in view.distinct(view.year) if isinstance(y, int)), default=0) < published.year
    if not (view.day or view.start) or (view.start and view.end and select(view, valid_on(view, published))):
        return False
    last = max((d for d in view.distinct(view.day or view.start) if isinstance(d, dt.date)), default=dt.date.min)
    told = (date.value.iso for date in desk.context.discourse.dates if date.value)
    dated = any(len(iso) >= MONTHLY and last.isoformat().startswith(iso) for iso in told)
    return (published - last).days > RECENT and not dated
