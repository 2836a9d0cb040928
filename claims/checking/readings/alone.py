"""Who alone goes beyond another, or alone has moved: "only Elm has more", "nobody but Elm did better than in 2019"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from claims import degrees
from claims.checking import checks
from claims.checking.agreement import agreement
from claims.checking.exclusive import ENDING, MOVING, PASSING, TRAILING, alone_in, exclusive
from claims.checking.phrases import SUBJECTS
from claims.checking.quantities import ALONE
from claims.checking.query import Filter, Query, compute, same, select
from claims.checking.readings import changes, movers
from claims.checking.readings.axes import histories, pairs
from claims.checking.readings.comparisons import with_a_time
from claims.checking.readings.degrees import Degree, columns, degree_of, ends, fitted, sense
from claims.checking.readings.extremes import peers
from claims.checking.readings.kinds import negated
from claims.checking.readings.limits import limits
from claims.checking.readings.measures import alike, cell, known, repeated
from claims.checking.readings.scopes import until
from claims.checking.readings.settled import unread
from claims.checking.readings.things import Counted, but_totals
from claims.checking.readings.universals import column_of, filled_by, left_over, names_in
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import Selection, timed
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.tables import View

BESIDE = {stem(word): Degree("more", "") for word in PASSING} | {
    stem(word): Degree("less", "less") for word in TRAILING
}
LOSING = {"loser": Degree("less", "less"), "gainer": Degree("more", ""), "riser": Degree("more", "")}
FAMILY, MOST_BASES, FITS, SURE = "alone", 3, 0.4, 0.7
LEAST = {"subject": 0.7, "words": 0.75, "time": 0.75}  # to refute; what a sentence before was about has 0.74
BEHIND, FIGURED = 0.9, 0.95
CARRIED = 0.6  # the measure of the figure before
ONE = checks.number(Decimal(1), Decimal(1), "how many there are")


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield who alone is beyond what the sentence is about, or has moved alone, or is as the words say."""
    if of_one(desk):
        yield from _only_one(desk)
    if desk.statement.kind != "exclusive":
        return
    mention = desk.context.discourse.asserted_at(desk.context.tokens[-1])
    found = exclusive(desk.context.discourse, mention) if mention else None
    if mention is None or found is None:
        return
    word, told = found.degree, _at(desk, found.degree)
    senses = dict.fromkeys(filter(None, (degree_of(told), sense([word]) or BESIDE.get(stem(word.text)))))
    over_time = _over_time(told, word)
    for view in desk.views if senses else ():
        key = next((c for c in (view.entity, view.person) if c and view.rows(c, mention.best)), "")
        for degree in senses if key else ():
            if over_time:
                yield from _moved(told, view, key, (mention.best,), degree)
            else:
                yield from _beyond(told, view, key, mention.best, degree)


def _at(desk: Desk, word: Token) -> Desk:
    """Give the desk on which the word of degree lies."""
    start, end = word.idx, word.idx + len(word.text)
    near = desk.statement.clause
    clause = near if near[0] <= start and end <= near[1] else desk.context.sentence
    there = replace(desk.statement, start=start, end=end, quote=word.text, kind="comparison", clause=clause)
    return desk.about(there)


def _over_time(told: Desk, word: Token) -> bool:
    """Say whether each is held against itself: "had less than last year", "did better than in 2019", "fell"."""
    if "than" not in told.context.after[:3]:
        return word.lower_ in MOVING or word.lemma_.lower() in MOVING
    return with_a_time(told)


def _beyond(told: Desk, view: View, key: str, name: str, degree: Degree) -> Iterator[Reading]:
    """Yield the one that has more, or less, than another thing."""
    for base in _bases(told, view, key, name):
        for column, fits in _measures(told, view, degree, base).items():
            amount = known(view, column, base.where)
            for end, sure in ends(degree, view, column) if amount is not None else ():
                for others in peers(told, view, base):
                    beyond = (*others, Filter(column, ">" if end == "max" else "<", amount))
                    many = Query(operation="count", table=view.name, column=key, where=beyond)
                    parts = (("subject", base.subject), ("words", fits * sure), ("time", base.time))
                    said = f"{key} with {'more' if end == 'max' else 'less'} {column} than {base.who}"
                    yield _only(told, name, many, replace(many, operation="value"), parts, said)


def _bases(told: Desk, view: View, key: str, name: str) -> list[Selection]:
    """Give what the one may be held against: what is named behind the word of degree, else the closest before it."""
    found: dict[str, list[Selection]] = {}
    behind = [b for b in told.context.bindings if b.mention.start > told.statement.start and b.tie != "earlier"]
    for binding in (*behind, *told.context.bindings):
        subject = max(binding.weight, BEHIND) if binding in behind else binding.weight
        for other in (binding.mention.best, *told.index.implied(binding.mention.best)):
            if other != name and other not in found and view.rows(key, other) and len(found) < MOST_BASES:
                chosen = Selection((same(view, key, other),), ((key, other),), subject, 1.0)
                found[other] = [s for s in timed(told.context, view, chosen) if len(select(view, s.where)) == 1][:2]
    return [selection for selections in found.values() for selection in selections]


def _measures(told: Desk, view: View, degree: Degree, base: Selection) -> dict[str, float]:
    """Give the measures that may be meant: by words and adjective, or as that of a figure of the base close by."""
    found = dict(columns(told, view, degree))
    for column in () if degree.dates else view.measures:
        asked = cell(view, column, base.where)
        said = FIGURED * repeated(told, asked, view.columns[column], back=True)
        if said:
            found[column] = max(found.get(column, 0.0), said)
    return found


def _moved(told: Desk, view: View, key: str, names: tuple[str, ...], degree: Degree) -> Iterator[Reading]:
    """Yield the one thing that has more, or less, than it had at an earlier time, or how many there are."""
    every = Selection(where=but_totals(view))
    for column in view.measures if key == view.entity else ():
        words = max(fitted(told, view, column, degree), changes.ALONE if changes.alone(view, column) else 0.0)
        words = max(words, CARRIED if told.goes_on(view, column) else 0.0)
        if words < FITS or (alike(view, column) or [column])[0] != column:
            continue
        history = next(histories(view, column, every, adding=False), {})
        for pair in (p for p in pairs(told, history, view.columns[column]) if p.sure >= SURE):
            for end, sure in degree.ends:
                way = "up" if end == "max" else "down"
                many = movers.asked(view, (history[pair.now], history[pair.base]), every, way)
                if _too(told):
                    many = replace(many, where=(*many.where, *_beside(told, view, key, many, names)))
                parts = (("subject", 0.85), ("words", words * sure), ("time", pair.sure))
                said = f"{key} whose {column} went {way} from {pair.base.label} to {pair.now.label}"
                if len(names) == 1:
                    yield _only(told, names[0], many, _mover(many, key, end), parts, said)
                else:
                    yield _several(told, many, Filter(key, "in", names), parts, said)


def _too(told: Desk) -> bool:
    """Say whether what is alone is so beside what was told of before: "only Elm shrank as well"."""
    words = [t.lower_ for t in told.context.document.line(told.statement.end, told.context.sentence[1])]
    return bool(TOO & {*words}) or ("as", "well") in pairwise(words)


def _beside(told: Desk, view: View, key: str, many: Query, names: tuple[str, ...]) -> tuple[Filter, ...]:
    """Leave out the one that did so before, where it was named just now and so is one of those that did."""
    start = told.context.sentence[0]
    before = told.context.discourse.mentions_in((max(0, start - BACK), start))
    for other in dict.fromkeys(m.best for m in reversed(before) if m.values and m.best not in names):
        if (
            view.rows(key, other)
            and compute(replace(many, where=(*many.where, same(view, key, other))), told.tables).value
        ):
            return (Filter(key, "!=", other),)
    return ()


TOO, BACK = frozenset({"too", "also", "likewise", "either"}), 400


def _mover(many: Query, key: str, end: str) -> Query:
    """Ask which one moved where it is known that one did."""
    if many.operation == "count":
        return replace(many, operation="value", column=key)
    return replace(many, operation=f"growth arg{end}")


def _only(
    told: Desk, name: str, many: Query, named: Query, parts: tuple[tuple[str, float], ...], said: str
) -> Reading:  # fmt: skip
    """Hold the name to the one that there is, or "only" to their number."""
    one = compute(many, told.tables).value == 1
    return Reading(
        family=FAMILY, query=named if one else many, parts=parts, said=said if one else f"number of {said}",
        form="name" if one else "check", asserted=name if one else ONE,
        refutes=all(sure >= LEAST[part] for part, sure in parts),
    )  # fmt: skip


def of_one(desk: Desk) -> bool:
    """Say whether a statement is that what is named is alone in something: "the only mill to have shut"."""
    return desk.value is not None and desk.value.rule == ALONE


def names(desk: Desk) -> tuple[str, ...]:
    """Give who is said to be alone, none where the tables don't know them."""
    return _alone(desk)[0]


def _only_one(desk: Desk) -> Iterator[Reading]:
    """Yield whether those that are named are all that are so, or have moved so."""
    names, said = _alone(desk)
    for view in desk.views if names and said else ():
        key = column_of(view, names)
        if not key:
            continue
        for word in said:
            degree = _moved_by(desk, word)
            if degree is not None:
                yield from _moved(_at(desk, word), view, key, names, degree)
        yield from _so(desk, view, key, names, said)


def _moved_by(desk: Desk, word: Token) -> Degree | None:
    """Say which way a word moves what is alone: "the only loser", "the only one to grow", "more than in 2019"."""
    if word.lower_ in LOSING:
        return LOSING[word.lower_]
    moves = {word.lower_, word.lemma_.lower()} & (MOVING | degrees.GAINED | degrees.SHED)
    compares = word.tag_ in degrees.COMPARATIVES and with_a_time(_at(desk, word))
    return sense([word]) if moves or compares else None


@remembered
def _alone(desk: Desk) -> tuple[tuple[str, ...], list[Token]]:
    """Give who is said to be alone, and the words that say in what."""
    context, first = desk.context, desk.context.tokens[0]
    noun = first.head if first.dep_ == "amod" else None
    if noun is None:  # "only Elm was full"
        named = alone_in(context.discourse, first)
        behind = context.document.line(desk.statement.end, context.sentence[1])
        return tuple(m.best for m in named), [*takewhile(lambda t: t.text not in ENDING, behind)]
    said = [t for t in noun.subtree if t.i > first.i]
    owner = _owner(noun)
    if first.i > 2 and first.nbor(-2).text == "," and (named_before := context.discourse.mention_at(first.nbor(-3))):
        return (named_before.best,), said  # "Elm, the only mill to have shut"
    if owner is None:
        return (), said
    if owner.i > noun.i:  # "the only mill to have shut is Elm"
        span = (noun.right_edge.idx, owner.idx + len(owner.text))
        told = [m for m in context.discourse.mentions_in(span) if m.end > owner.idx]
    else:
        span = (owner.left_edge.idx, min(owner.right_edge.idx + len(owner.right_edge.text), first.idx))
        told = list(context.discourse.mentions_in(span))
    return tuple(dict.fromkeys(m.best for m in told if m.values)), said


def _owner(noun: Token) -> Token | None:
    """Give what is said to be the only one: the subject, what it stands behind a comma of, or what it "is"."""
    for _ in range(2):
        if found := next((c for c in noun.children if c.dep_ in SUBJECTS), None):
            return found
        if noun.dep_ == "appos":
            return noun.head
        if noun.dep_ in SUBJECTS and {"cop", "case"} & {c.dep_ for c in noun.head.children} == {"cop"}:
            return noun.head
        if noun.dep_ != "conj":
            return None
        noun = noun.head
    return None


def _so(desk: Desk, view: View, key: str, names: tuple[str, ...], said: list[Token]) -> Iterator[Reading]:
    """Yield those that have what the words say, by a limit or two that they set."""
    at, stems = {t.i for t in said}, {stem(t.text) for t in said}
    sets = [s for s in limits(desk, view) if s and all(not limit.stems or limit.stems & stems for limit in s)]
    sets += [(limit,) for limit in names_in(desk, view, key, at)]
    for scope in list(until(desk, view, Selection(but_totals(view))))[:MOST_BASES]:
        for chosen in sets:
            where = (*scope.where, *(f for limit in chosen for f in limit.where))
            if left_over(desk, scope, chosen, at):
                continue
            if any(f.column == key for f in where):
                continue
            all_so = Query(operation="count", table=view.name, column=key, where=where)
            parts = (
                ("subject", 0.85), ("words", min(limit.words for limit in chosen)),
                ("time", max(scope.time, LEAST["time"] if not desk.context.times else 0.0)),
            )  # fmt: skip
            about = f"{key} with {' and '.join(limit.said for limit in chosen)}"
            left = unread(desk, Counted(view, key, 1.0), Selection(where, filled_by(chosen)), chosen)
            if len(names) == 1:
                reading = _only(desk, names[0], all_so, replace(all_so, operation="value"), parts, about)
            else:
                reading = _several(desk, all_so, Filter(key, "in", names), parts, about)
            right = agreement(reading, compute(reading.query, desk.tables).value, None)[0] == "agrees"
            if right or not (left or negated(desk)):
                yield reading


def _several(
    desk: Desk, many: Query, named: Filter, parts: tuple[tuple[str, float], ...], said: str
) -> Reading:  # fmt: skip
    """Hold those that are named to all that there are, or to those of them that are so."""
    number = Decimal(len(named.value)) if isinstance(named.value, tuple) else Decimal(0)
    right = compute(many, desk.tables).value == number
    return Reading(
        family=FAMILY, query=replace(many, where=(*many.where, named)) if right else many, parts=parts,
        said=f"number of {said}", form="check", asserted=checks.number(number, number, "all that are named"),
        refutes=all(sure >= LEAST[part] for part, sure in parts),
    )  # fmt: skip
