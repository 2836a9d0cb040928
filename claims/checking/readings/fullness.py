"""How full something is said to be: which words ask for it, and which speak of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.checking.doers import agent_of
from claims.checking.readings.apiece import own_stems
from claims.checking.readings.changes import multiple
from claims.checking.readings.figures import Figure, named_in, said_before, stems
from claims.checking.readings.fillings import CAPACITY, CAST, LACKS, PLAN, ROLL, ROOM, USED, fillings
from claims.checking.readings.measures import single
from claims.checking.remembered import remembered
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.readings.fillings import Filling
    from claims.checking.tables import View
    from claims.types import Value

LEFT = LACKS | stems("left remaining remain available open")
FULL = stems("full fill filled occupied occupancy utilised utilized utilisation utilization taken used sold")
"""Words for being full; "taken", "used" and "sold" only beside a word for room."""
OUTRIGHT = FULL - stems("taken used sold")
FULLER = stems("fuller fullest emptier emptiest")
EMPTY = stems("empty vacant unsold unfilled unused unoccupied vacancy")
TURNOUT = stems("turnout")
LOAD, FACTOR = stem("load"), stem("factor")
PASSING = frozenset("year years time season month months week day days name term force extent".split())
"""What "full" is said of when nothing is filled."""
ENDS = {"full": "max", "empty": "min", "crowded": "max", "overcrowded": "max", "packed": "max", "occupied": "max"}
CLAUSE, SENTENCE, BEFORE, LEVEL = 0.9, 0.8, 0.62, 0.5
"""How surely words ask by where they stand; at a level nothing else is said."""
NAMED = frozenset({"PRON", "PROPN"})
DOWN = frozenset({"up", "down"})
BEING = frozenset("be stand remain lie sit".split())
DOUBTFUL = 0.7
"""How surely they ask where a part or a moment is spoken of: only what agrees is read then."""
BRIEF = frozenset("peak midnight noon night evening morning weekend moment times once opening matinee".split())
OVERALL = stems("bed seat overall average mean total annual national room voter place high low record year season")
FOR_WHAT = frozenset("on for with by from".split())
WHEN = stems("average day year month week time end start season summer winter spring autumn mean night quarter decade")
LIMITS = frozenset({"amod", "compound", "nmod"})
MOST_OF_A_YEAR, FEW = 200, 5
BEFORE_IT = 200  # characters
INTENDING = frozenset("plan send intend aim expect promise hope want schedule order ask set budget mean target".split())
"""Verbs of what was to be done: "of what had been planned"."""
SAID = 0.75  # a time that is as good as said


def figures(desk: Desk) -> Iterator[Figure]:
    """Yield how full things are, as far as the words ask for it."""
    for one in fillings(desk.index) if _spoken(desk) else ():
        yield from _left_over(desk, one)
        asked = _asked(desk, one) if _of_the_room(desk, one) else 0.0
        if asked:
            asked = min(asked, DOUBTFUL) if _of_a_part(desk, one) else asked
            empty = _says_empty(desk)
            yield Figure(
                view=one.view, column=one.used, asked=asked, suits=_suits(desk), family="share", unit="%",
                of=lambda rows, one=one, empty=empty: one.of(rows, empty=empty),  # type: ignore[misc]
                said=one.said(empty=empty),
                plain=asked >= SENTENCE and asked > DOUBTFUL and not _rival(desk, one),
                ends=ENDS, nouns=OUTRIGHT | TURNOUT | {FACTOR},
            )  # fmt: skip


def _of_the_room(desk: Desk, one: Filling) -> bool:
    """Say whether a percentage is one of the room or of no noun: "82 percent of patients" tells nothing of beds."""
    context, value = desk.context, desk.value
    if value is None or value.kind not in ("percent", "ratio"):
        return True
    noun = _shared_out(desk)
    if noun is None or noun.pos_ in NAMED or context.discourse.mention_at(noun) is not None:
        return True
    theirs = own_stems(one.room_view, one.room) | (ROLL | CAST if one.roll else {CAPACITY})
    return named_in(theirs, [stem(noun.text)]) or noun.lower_ == "what"


def _shared_out(desk: Desk) -> Token | None:
    """Give the noun of "82 percent of the beds", within the statement or right behind it; None where there is none."""
    inside = [t.lower_ for t in desk.context.tokens]
    first = desk.context.tokens[inside.index("of")].i if "of" in inside else desk.context.tokens[-1].i + 1
    doc = desk.context.tokens[-1].doc
    if first >= len(doc) or doc[first].lower_ != "of":
        return None
    behind = doc[first + 1 : first + 1 + FEW]
    start = next((t for t in behind if t.pos_ in ("NOUN", "PROPN", "PRON") and t.tag_ != "PRP$"), None)
    while start is not None and start.dep_ == "compound" and start.head.i > start.i:
        start = start.head
    return start


def _of_a_part(desk: Desk, one: Filling) -> bool:
    """Say whether the words speak of less than the table does: of a moment, of the young among the voters."""
    return _of_a_moment(desk, one.view) or _of_some(desk, one) or _spent_on(desk)


def _of_a_moment(desk: Desk, view: View) -> bool:
    """Say whether the words speak of an evening, of a day of a year, or of a year before that of a table of now."""
    context, published = desk.context, desk.context.published
    near = [w for w in context.times if w.start >= context.sentence[0]]
    periods = [w.period for w in near if w.role == "at"]
    if BRIEF & {*context.spoken}:
        return True
    if not (view.year or view.day or view.start):
        short = any((w.period[1] - w.period[0]).days < MOST_OF_A_YEAR for w in near)
        return short or (published is not None and any(end.year < published.year - 1 for _, end in periods))
    yearly = bool(view.year) and not view.month
    return yearly and any((end - start).days < MOST_OF_A_YEAR for start, end in periods)


def _spent_on(desk: Desk) -> bool:
    """Say whether a part went to something: "of its budget on staff", "of the seats with members", "by children"."""
    discourse = desk.context.discourse
    behind = [t for t in desk.context.line if t.idx >= desk.statement.end and t.dep_ == "case" and t.lower_ in FOR_WHAT]
    nouns = [t.head for t in behind if t.head.pos_ == "NOUN" and discourse.mention_at(t.head) is None]
    given = [noun for noun in nouns if not any(child.like_num for child in noun.lefts)]
    return any(stem(noun.text) not in WHEN for noun in given)


def _of_some(desk: Desk, one: Filling) -> bool:
    """Say whether the noun for being full is limited by something that no table knows: "turnout among the young"."""
    discourse = desk.context.discourse
    nouns = [t for t in desk.context.line if stem(t.text) in OUTRIGHT | TURNOUT and t.pos_ in ("NOUN", "PROPN")]
    parts = [c for t in nouns for c in t.subtree if c.i != t.i and c.dep_ in LIMITS and c.pos_ in ("NOUN", "ADJ")]
    own = [s for view in (one.view, one.room_view) for c in view.columns for s in own_stems(view, c)]
    said = [stem(c.text) for c in parts if discourse.mention_at(c) is None]
    return any(s not in OVERALL and not named_in(own, [s]) for s in said)


def _left_over(desk: Desk, one: Filling) -> Iterator[Figure]:
    """Yield how many places are left where those are counted: "18 empty beds"."""
    value, clause = desk.value, _words(desk)[0]
    if value is None or value.kind not in ("count", "number") or one.free or one.occasions:
        return
    noun = desk.context.noun or stem(value.unit.split(" ")[-1])
    if not (LEFT & clause and noun and named_in(own_stems(one.room_view, one.room), [noun])):
        return
    yield Figure(
        view=one.view, column=one.used, asked=CLAUSE, of=one.left_of, suits=lambda _: True, family="difference",
        said=f"{one.room} less {one.used}", plain=not _rival(desk, one),
    )  # fmt: skip


def _suits(desk: Desk) -> Callable[[Value], bool]:
    """Say which values tell how full something is: percentages, parts, a bare number behind a percentage."""

    def test(value: Value) -> bool:
        if value.kind in ("percent", "ratio"):
            return not (isinstance(value.amount, tuple) and value.amount[0] > value.amount[1])
        return value.kind in ("number", "count") and not desk.context.noun and _percent_before(desk)

    return test


def _percent_before(desk: Desk) -> bool:
    near = desk.context.discourse.values_in((desk.context.sentence[0], desk.statement.start))
    return any(o.value is not None and o.value.kind == "percent" for o in near)


@remembered
def _words(desk: Desk) -> tuple[frozenset[str], frozenset[str]]:
    """Give the stems of clause and sentence, "full" left out where nothing is filled: "in full", "the full year"."""
    lost: set[str] = set()
    said = "full" in desk.context.document.words(*desk.context.sentence)
    for token in desk.context.document.line(*desk.context.sentence) if said else ():
        after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
        if token.lower_ == "full" and (after in PASSING or (token.i and token.nbor(-1).lower_ == "in")):
            lost.add(stem("full"))
    own = {stem(t.text) for t in desk.context.tokens}
    return (frozenset(desk.context.clause_stems) | own) - lost, (frozenset(desk.context.sentence_stems) | own) - lost


ASKING = PLAN | FULL | FULLER | EMPTY | LEFT | ROOM | ROLL | TURNOUT | CAST | {FACTOR}


@remembered
def _spoken(desk: Desk) -> bool:
    """Say whether some word may ask how full something is."""
    value = desk.value
    if value is not None and value.kind not in ("percent", "ratio", "number", "count", "ordinal"):
        return False
    _, sentence = _words(desk)
    asked = (
        not (ASKING.isdisjoint(sentence) and ASKING.isdisjoint(said_before(desk)))
        or "what" in sentence
        or _at_a_level(desk)
    )
    return asked or any(_carried(desk, one) for one in fillings(desk.index))


def _says_empty(desk: Desk) -> bool:
    """Say whether the figure is told as what is left: "a third of the beds are empty"; "the emptiest, at 47" is not."""
    clause, _ = _words(desk)
    told = desk.value is not None and desk.value.kind != "ordinal" and bool(EMPTY & clause)
    return told and not {"emptiest", "emptier"} & {*desk.context.spoken}


def _asked(desk: Desk, one: Filling) -> float:
    """Say how surely the words ask how full something is, of this use and this room."""
    if one.plan:
        return CLAUSE if _of_the_plan(desk, one) else BEFORE if _carried(desk, one) else 0.0
    for said, sure in (*zip(_words(desk), (CLAUSE, SENTENCE), strict=True), (said_before(desk), BEFORE)):
        if _asks(one, said):
            return sure if sure != BEFORE or desk.value is not None else 0.0
    if _carried(desk, one):
        return BEFORE
    return LEVEL if _at_a_level(desk) and _of_it(desk, one) and not one.occasions and not one.roll else 0.0


def _of_the_plan(desk: Desk, one: Filling) -> bool:
    """Say whether it is a part of what was planned: "of its target", "of what it had been sent to do"."""
    noun = _shared_out(desk)
    if noun is None:
        return False
    if noun.lower_ == "what":
        tail = noun.doc[noun.i + 1 : noun.i + 1 + FEW]
        return any(t.lemma_.lower() in INTENDING for t in tail)
    return named_in(PLAN & own_stems(one.room_view, one.room), [stem(noun.text)])


def _carried(desk: Desk, one: Filling) -> bool:
    """Say whether the figure just before was of this use, and a percentage goes on from it."""
    last = desk.context.discourse.last
    if last is None or (last.table, last.column) not in ((one.view.name, one.used), (one.room_view.name, one.room)):
        return False
    value, shared = desk.value, last.reading.family == "share"
    goes_on = value is not None and (
        value.kind == "percent" or (shared and value.kind == "ratio" and not multiple(value))
    )
    return goes_on and desk.statement.start - last.start < BEFORE_IT


def _asks(one: Filling, said: frozenset[str]) -> bool:
    room = own_stems(one.room_view, one.room)
    if one.roll:
        return bool(TURNOUT & said or (CAST & said and named_in(room, said)))
    if (OUTRIGHT | EMPTY | FULLER) & said:
        return True
    used = {LOAD, FACTOR} <= said or CAPACITY in said or {stem("hold"), "what"} <= said
    return used or (named_in(room, said) and bool((FULL | USED & own_stems(one.view, one.used)) & said))


def _of_it(desk: Desk, one: Filling) -> bool:
    """Say whether the subject of a level is something that fills: a name, what the rows are, or what stands for it."""
    verb = desk.context.verb
    subject = agent_of(verb)
    if subject is None or subject.pos_ in NAMED or desk.context.discourse.mention_at(subject) is not None:
        return True
    known = {s for view in (one.view, one.room_view) for c in view.names for s in own_stems(view, c)}
    return named_in(known | {stem(w) for w in one.room_view.name.split("_")}, [stem(subject.text)])


@remembered
def _at_a_level(desk: Desk) -> bool:
    """Say whether something stands at so many percent: "the lake is at 42 percent", "is down from 80 percent to 40"."""
    value, verb = desk.value, desk.context.verb
    if value is None or value.kind != "percent":
        return False
    if verb is not None and verb.pos_ in ("VERB", "AUX") and verb.lemma_.lower() not in BEING:
        return False
    down = DOWN & {*desk.context.spoken} and desk.context.before[:1] in (["from"], ["to"])
    return "at" in desk.context.before[:2] or bool(down)


def _rival(desk: Desk, one: Filling) -> bool:
    """Say whether another use of the same room might be meant, or one at other times."""
    same = [o for o in fillings(desk.index) if (o.room_view, o.room) == (one.room_view, one.room) and o != one]
    return any(o.view is one.view or any(s.time >= SAID for s in single(desk, o.view, 2)) for o in same)
