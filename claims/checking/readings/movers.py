"""How many things rose, fell or stood still: "attendances rose at five of the six", "two districts lost people"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.manner import COMPARING
from claims.checking.narrowing import limited
from claims.checking.quantities import EXCEPTING, NUMBERS
from claims.checking.query import COLUMN, MOVED, Filter, Query, compute, select
from claims.checking.readings.axes import histories, pairs, time_column
from claims.checking.readings.changes import ALONE, CHANGED, alone
from claims.checking.readings.comparisons import with_a_time
from claims.checking.readings.degrees import degree_of
from claims.checking.readings.graded import subject_of
from claims.checking.readings.kinds import negated
from claims.checking.readings.limit import Limit, said_by
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import alike, weight
from claims.checking.readings.settled import settled
from claims.checking.readings.things import (
    AGAIN,
    SAID,
    Counted,
    but_totals,
    counted,
    counted_token,
    number_of_all,
    part_of_all,
    size_of,
    stretch,
    taken_up,
    whole_before,
)
from claims.checking.scoring import Reading
from claims.checking.selection import Selection, timed
from claims.checking.words import FALL_WORDS, RISE_WORDS, kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.discourse import Last
    from claims.checking.tables import View

RISES, FALLS = frozenset(map(stem, RISE_WORDS)), frozenset(map(stem, FALL_WORDS))
ALL, NONE = frozenset("all every each".split()), frozenset("none no".split())
STILL = frozenset(stem(w) for w in "unchanged same level still static".split())
WAYS = {"up": RISES, "down": FALLS}
WIDE = frozenset(stem(w) for w in "place case spot site location".split())
FIGURES = frozenset(stem(w) for w in "number figure total count tally it they level".split())
PACE = {"slower": "up", "faster": "down", "quicker": "down"}  # of what is measured as time
BETTER = frozenset(stem(w) for w in COMPARING if stem(w) not in FALLS)
SURE, CLEAR, LEFT_OUT, MOST_THINGS = 0.7, 0.85, 0.65, 1000


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield how many things of a table have more, or less, of a measure than at an earlier time."""
    value = desk.value
    if value is None and desk.statement.kind == "comparison" and with_a_time(desk):
        yield from _each_moved(desk)
    if value is None or value.kind not in ("count", "number") or in_a_row(desk.context):
        return
    before, ways = desk.context.before, _ways(desk)
    if before[:1] and before[0] in EXCEPTING and before[1:2] and before[1] in ALL:  # the others are spoken of
        return
    if not (isinstance(value.amount, Decimal) and value.amount <= MOST_THINGS and ways):
        return
    whole = number_of_all(desk) if part_of_all(desk) else whole_before(desk)
    for view in desk.views:
        thing = _thing(desk, view)
        words = thing.words if thing.column in ("", view.entity) else 0.0
        if whole is not None and whole in (size_of(view), _standing(desk, view)):
            words = max(words, LEFT_OUT)
        if view.entity and not view.series and words >= LEFT_OUT:
            yield from (r for way in ways for r in _moved(desk, replace(thing, words=words), way))


def _thing(desk: Desk, view: View) -> Counted:
    """Say what is counted: by its noun, by one told before, "in four places" by what the figure before was of."""
    noun = counted_token(desk)
    if noun is None:
        told = taken_up(desk, view)
        return told if told.words >= SAID else replace(told, words=0.0)
    wide = stem(noun.text) in WIDE and _same_again(desk, view)
    return Counted(view, "", SAID) if wide else counted(desk, view)


def _same_again(desk: Desk, view: View) -> bool:
    """Say whether the figure before was of a table, and what moved is told as a figure: "in four the number fell"."""
    last, verb = desk.context.discourse.last, desk.context.verb
    subject = subject_of(verb) if verb is not None else None
    if last is None or subject is None or stem(subject.text) not in FIGURES:
        return False
    return desk.tables[last.table].table is view.table


def _ways(desk: Desk) -> list[str]:
    """Give the ways that the words of the number speak of, those of its whole clause where they speak of none."""
    limits = {t.i for t in desk.context.line if _limits(t)}
    own = {t.lower_ for t in stretch(desk) if t.i not in limits}
    around = {stem(t.text) for t in desk.context.line if t.i in limits}
    for said in ({stem(w) for w in own}, desk.context.clause_stems - around):
        if said & STILL or (said & {"chang", "mov"} and negated(desk)):
            return ["level"]
        if found := [way for way, words in WAYS.items() if said & words]:
            return found
        if said & (CHANGED | BETTER | RISES):
            return list(WAYS)
    return [way for word, way in PACE.items() if word in own]


def _limits(token: Token) -> bool:
    """Say whether a comparison is with a number: "more than 40" moves nothing."""
    than = token.nbor(1) if token.i + 2 < len(token.doc) else token
    return token.lower_ in COMPARING and than.lower_ == "than" and than.nbor(1).like_num


def _standing(desk: Desk, view: View) -> int:
    """Say how many things of a table have not ended by the publication: "in seven of the nine" of eleven camps."""
    if not view.year or not desk.context.published:
        return size_of(view)
    last = timed(desk.context, view, Selection(where=but_totals(view)))[:1]
    rows = select(view, last[0].where) if last else ()
    return len([row for row in rows if any(view.cells(c)[row] for c in view.measures)])


def _each_moved(desk: Desk) -> Iterator[Reading]:
    """Yield whether all of them have more, or less, or none: "every pier had fewer boats than in 2019"."""
    degree, all_of = degree_of(desk), _all_of(desk)
    if all_of is None or degree is None or len(degree.ends) > 1:
        return
    way = "up" if degree.ends[0][0] == "max" else "down"
    for view in (v for v in desk.views if v.entity and not v.series):
        heads = [stem(w) for w in view.columns[view.entity].words[-1:]]
        named = max((kinship(all_of.noun, head) for head in heads), default=0.0)
        if named < CLEAR or all_of.number not in (None, size_of(view)):
            continue
        many = Decimal(0 if all_of.none else size_of(view) - all_of.left_out)
        for found in _steps(desk, view, way):
            yield Reading(
                family="movers", query=found.query, said=found.said, form="check",
                parts=(("subject", named), ("words", found.words), ("time", found.time)),
                asserted=checks.number(many, many, "how many there are"), refutes=found.words >= SAID,
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class AllOf:
    """All that there are of something, or none: the noun, how many are left out, the number that is given."""

    noun: str
    none: bool
    left_out: int
    number: int | None


def _all_of(desk: Desk) -> AllOf | None:
    """Read "every pier", "none of the five piers", "all the others but Elm"; nothing where a word narrows the noun."""
    subject = subject_of(desk.context.tokens[-1])
    if subject is None:
        return None
    behind = subject.doc[subject.left_edge.i : desk.context.tokens[0].i]
    said = list(takewhile(lambda t: t.pos_ not in ("VERB", "AUX"), behind))
    kept = list(takewhile(lambda t: t.lower_ not in EXCEPTING, said))
    words = {t.lower_ for t in kept}
    nouns = [t for t in said if t.tag_ in ("NN", "NNS") and t.lower_ not in NONE]
    narrowed = any(t.pos_ in ("ADJ", "PROPN") and t.lower_ not in ALL | {"other"} for t in kept)
    if not words & (ALL | NONE) or not nouns or narrowed:
        return None
    span = said[0].idx, said[-1].idx + 1
    numbers = [v.value.amount for v in desk.context.discourse.values_in(span) if v.value and v.quote.lower() not in ALL]
    left = int("other" in words)
    if len(kept) < len(said):
        bar = said[len(kept)]
        left = NUMBERS.get(bar.nbor(1).lower_, 0) or len(desk.context.discourse.mentions_in((bar.idx, span[1])))
    number = next((int(n) for n in numbers if isinstance(n, Decimal) and n != left), None)
    return AllOf(stem(nouns[-1].text), bool(words & NONE), left, number) if left or kept == said else None


@dataclass(frozen=True, slots=True)
class Step:
    """From when to when a measure of each thing may have moved, how surely, and the question how many did."""

    column: str
    query: Query
    words: float
    time: float
    said: str


def _steps(desk: Desk, view: View, way: str) -> Iterator[Step]:
    """Yield the measures that may be meant, between the times that the words compare."""
    every = Selection(where=but_totals(view))
    paced = bool(PACE.keys() & {t.lower_ for t in stretch(desk)})
    for column in [c for c in view.measures if not paced or view.columns[c].kind == "duration"]:
        said = max(weight(desk, view, column), desk.words(view, column), ALONE if alone(view, column) else 0.0)
        last = desk.context.discourse.last
        if last and _same_again(desk, view) and view.columns[column].words == _words_of(desk, last):
            said = max(said, AGAIN)
        first = (alike(view, column) or [column])[0] == column
        history = next(histories(view, column, every, adding=False), {}) if said >= ALONE and first else {}
        only = len(history) == 2  # then no other times can be meant
        sure = [pair for pair in pairs(desk, history, view.columns[column]) if only or pair.sure >= SURE]
        if _same_again(desk, view):
            sure = sorted(sure, key=lambda pair: -pair.sure)[:1]
        queries = [asked(view, (history[p.now], history[p.base]), every, way) for p in sure]
        one = len({compute(q, desk.tables).value for q in queries}) == 1  # whichever times are meant
        for pair, query in zip(sure, queries, strict=True):
            words = f"number of {view.entity} whose {column} went {way} from {pair.base.label} to {pair.now.label}"
            yield Step(column, query, said, 0.9 if one else pair.sure, words)


def _words_of(desk: Desk, last: Last) -> tuple[str, ...]:
    column = desk.tables[last.table].columns.get(last.column)
    return column.words if column is not None else ()


def _moved(desk: Desk, thing: Counted, way: str) -> Iterator[Reading]:
    """Yield the number of movers by each measure that may be meant, between the times that the words compare."""
    view, every = thing.view, Selection(where=but_totals(thing.view))
    for found in _steps(desk, view, way):
        stems = WAYS.get(way, STILL) | said_by(desk, view.columns[found.column].words)
        moving = Limit((Filter(found.column, "moved", way),), CLEAR if found.words >= SAID else found.words, stems)
        clear = settled(desk, thing, replace(every, time=found.time, when=found.said), (moving,))
        yield Reading(
            family="movers", query=found.query, said=found.said,
            parts=(
                ("subject", 0.95 if clear else 0.85), ("words", (thing.words + found.words) / 2), ("time", found.time),
            ),
            refutes=clear and found.time >= CLEAR and not limited(desk, view.series),  # "export orders rose at three"
        )  # fmt: skip


def asked(view: View, sides: tuple[Query, Query], every: Selection, way: str) -> Query:
    """Ask how many rows have more in one column than in another, or how many things in the rows of one time."""
    now, base = sides
    if now.column != base.column:
        moved = Filter(now.column, MOVED[way] + COLUMN, base.column)
        return Query(operation="count", table=view.name, where=(*every.where, moved))
    order = time_column(view)
    times = tuple(next(f for f in side.where if f.column == order) for side in sides)
    return Query(
        operation=f"growth count {way}", table=view.name, column=now.column, key=view.entity, order=order,
        where=every.where, having=times,
    )  # fmt: skip
