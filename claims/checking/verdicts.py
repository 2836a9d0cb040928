"""From readings to one verdict: agree, disagree, or say why it stays open."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from claims.checking import circumstances, denials, likeness, otherthings, weighing
from claims.checking.agreement import agreement
from claims.checking.asides import aside
from claims.checking.background import beside, chosen_before, in_another_post
from claims.checking.bearer import of_a_rival
from claims.checking.countednouns import RATIOS
from claims.checking.datelines import only_there
from claims.checking.evidence import evidence, explain, failures, stale, written
from claims.checking.foretold import past
from claims.checking.otherrows import without_others
from claims.checking.othertimes import (
    dated,
    gone_by,
    looks_back,
    of_a_stretch,
    off_time,
    outdated,
    spoken_of,
    timeless_or_yearly,
    undated_past,
)
from claims.checking.query import compute
from claims.checking.readings import ceilings, lives, portions
from claims.checking.readings.asking import denies, of_cells, of_those
from claims.checking.readings.associations import NAMING
from claims.checking.readings.cells import KINDS
from claims.checking.scoring import CELLS, TOLD
from claims.checking.weighing import MISWRITTEN, Result
from claims.checking.words import stems_of
from claims.types import Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from claims.checking.desk import Desk
    from claims.checking.query import Query
    from claims.checking.scoring import Reading
    from claims.checking.tables import Cell
    from claims.types import Span, Statement

MOST = 200  # readings computed
WEIGHED = 15  # readings weighed of either outcome
NOT_ASSERTED = {
    "opinion": Reason.OPINION, "forecast": Reason.FORECAST, "proposal": Reason.PROPOSAL,
    "hypothetical": Reason.HYPOTHETICAL,
}  # fmt: skip
WORDS = {
    Reason.OPINION: "an opinion, not a fact to check", Reason.FORECAST: "it speaks of the future",
    Reason.PROPOSAL: "it was asked for or proposed, not said to be so",
    Reason.HYPOTHETICAL: "it is said under a condition",
    Reason.QUOTATION: "what is quoted is checked value by value",
}  # fmt: skip
NEARLY, NEARLY_NAMED = 0.4, 0.9
"""How much of the probability of one that refutes a reading that agrees needs to leave a value open, or a name."""
CONTEST = 0.6  # how much of a probability an opposing reading has to reach to contest it
HALF, LIKELY, SURELY = 0.5, 0.55, 0.6
LEAST = {"event": {"subject": 0.6, "words": 0.66}}  # an event that only its kind tells refutes nothing
POINTED_TO_AT = 0.55  # how likely a reading has to be, at least, whose rows another sentence names
MISWRITTEN_AT = 0.8  # how likely a figure miswritten is the one meant, whatever else is open
CLEAR_REFUTES_AT = 0.1  # where who, what and when are all said outright
CLOSE = 0.12  # of readings that refute about as surely the one whose figure is nearest is meant
SETTLED = frozenset({"phrasing", lives.FAMILY})  # families whose words the catalog or the language ties down
DENIABLE = frozenset({ceilings.FAMILY, lives.FAMILY})  # families that read what is denied
CLEAR = 0.75  # a score at which a reading is named though its cells are empty
SETTLED_AT = {"agrees": 0.55, "disagrees": 0.78}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A result, how likely its reading is the one meant, and the features that say so."""

    result: Result
    probability: float
    features: weighing.Features

    @property
    def reading(self) -> Reading:
        """Give the reading."""
        return self.result.reading


def weigh(desk: Desk, readings: Iterable[Reading]) -> list[Weighed]:
    """Compute the readings that score best, compare, and weigh the best of either outcome, the likeliest first."""
    ranked = sorted((r for r in readings if not of_cells(desk, r)), key=attrgetter("score"), reverse=True)[:MOST]
    results = [r for reading in ranked if (r := _result(desk, reading)) and not _of_a_rival(desk, r)]
    if not (results and (results := _meant(desk, results))):
        return []
    field = weighing.Field(desk.tables, results)
    weighed = [_weighed(desk, r, field) for side in SETTLED_AT for r in field.sides[side][:WEIGHED]]
    return sorted(weighed, key=lambda w: (-w.probability, -w.reading.score))


def _of_a_rival(desk: Desk, result: Result) -> bool:
    """Say whether a result is of another thing than the figure is told of; a date that differs is still weighed.

    What a declared phrasing is said of is settled with it: "the Otters held them to 12 shots" is no rival's figure.
    """
    if result.reading.family == "phrasing":
        return False
    dated = desk.value is not None and desk.value.kind in likeness.DATES
    return (result.outcome == "agrees" or not dated) and of_a_rival(desk, result.reading.query)


def _meant(desk: Desk, results: list[Result]) -> list[Result]:
    """Leave out what agrees of another thing, time or measure than is said outright, or of what has its own figure.

    What is over answers nothing that is still to come, and no day is told of a row about something else.
    """
    results = [r for r in results if not (past(desk, r) or _of_a_stretch(desk, r))]
    if portions.two_before(desk):  # "22 of its 50 seats, or 44 percent" is a part of nothing else
        results = [r for r in results if r.reading.flags == TOLD or r.reading.family not in RATIOS]
    if not any(r.outcome == "agrees" for r in results):
        results = [r for r in results if not _of_a_part(desk, r)]
    results = without_others(desk, results)
    against = [r.reading for r in results if r.outcome == "disagrees"]
    outright = [r for r in against if _outright(r)]
    computed = [r for r in against if r.query.left or r.family == "extreme"]
    timed = {_question(r) for r in computed if r.part("time") >= STATED}
    dated_itself = {_question(r)[1] for r in against if r.part("time") >= STATED} if desk.context.dated_itself else ()
    extremes = [r for r in against if r.family == "extreme"]
    termed = _termed(desk, against)
    lone, others = desk.context.lone, desk.context.others

    def surpassed(reading: Reading) -> bool:
        question = _question(reading)
        if reading.part("time") <= UNTIMED and (question in timed or question[1] in dated_itself):
            return True
        if any(_less_said(reading, o) for o in extremes):
            return True
        said = {"cell": outright, "event": termed}.get(reading.family, ())
        if any(_of_nobody_here(desk, reading, o) for o in said):
            return True
        return any(
            (lone and _outdone(desk, reading, o)) or _anothers(reading, o, others) or _unsaid(desk, reading, o)
            for o in outright
        )

    return [r for r in results if r.outcome != "agrees" or not surpassed(r.reading)]


def _termed(desk: Desk, readings: Iterable[Reading]) -> list[Reading]:
    """Give those of the term of somebody whom the clause names outright as its subject."""
    sure = [r for r in readings if r.family == "term" and r.part("subject") >= OUTRIGHT["subject"]]
    if not sure or "since" in desk.context.before[:2]:  # "the third to run it since the spring of 2009"
        return []
    return [r for r in sure if named(r) <= _named_outright(desk, desk.context.clause)]


def _named_outright(desk: Desk, span: Span) -> set[str]:
    """Give what a part of the text names, not by a pronoun or a description."""
    return {m.best for m in desk.context.discourse.mentions_in(span) if m.outright}


def _of_a_stretch(desk: Desk, result: Result) -> bool:
    """Say whether a figure is of so many events only; a declared phrasing says itself what it is of."""
    return result.reading.family != "phrasing" and of_a_stretch(desk, result.reading.query)


def _less_said(reading: Reading, other: Reading) -> bool:
    """Say whether an extreme is of a measure that the words name less than another: "made the most money", of staff."""
    ahead = other.part("words") - reading.part("words") >= AHEAD
    return reading.family == other.family and ahead and other.part("time") >= reading.part("time")


def _of_nobody_here(desk: Desk, reading: Reading, other: Reading) -> bool:
    """Say whether a cell found by its figure is that of a thing not named here, and one that is has another figure."""
    if stems_of(reading.query.column) != stems_of(other.query.column):
        return False
    here, own, others = circumstances.named_here(desk), named(reading), named(other)
    return bool(own) and own.isdisjoint(here) and bool(others) and others <= here


def _of_a_part(desk: Desk, result: Result) -> bool:
    """Say whether what differs may be told of something else: "its law faculty has 90", "it had 90 before the war"."""
    value, view = desk.value, desk.tables[result.found.table]
    if value is None or result.outcome != "disagrees":
        return False
    sizes = likeness.sizes(value, result.reading, result.found.value)
    if sizes and (likeness.swapped(*sizes) or likeness.turned(*sizes)):
        return False  # a slip of the pen, whatever else is said
    if result.reading.family == "share" and result.reading.flags == TOLD:
        return False  # of the figure right before
    if _described(desk, result.reading):
        return False
    if value.kind in KINDS and off_time(desk, result.reading.query):
        return True
    by_figure = result.reading.family == "dated figure"  # which says itself what is told of
    if value.kind in likeness.DATES and not by_figure and otherthings.elsewhere_before(desk):
        return True
    if result.reading.family in CELLS and (otherthings.measured_apart(desk) or otherthings.told_as_gap(desk)):
        return True
    dated = result.reading.family in MADE
    if not dated and value.kind not in KINDS:
        return False
    return otherthings.of_another(desk, view, dated) or otherthings.it_is_another(desk, view)


def _described(desk: Desk, reading: Reading) -> bool:
    """Say whether the clause has all the words of what the row is called, "no-confidence motion", and it is no name."""
    parts = circumstances.leaves(reading.query) if reading.query.left else ()
    conditions = ((desk.tables[q.table].columns.get(f.column), f.value) for q in parts for f in q.where)
    told = [name for column, name in conditions if isinstance(name, str) and column and not column.named]
    return any(len(words := stems_of(name)) > 1 and desk.context.clause_stems.issuperset(words) for name in told)


MADE = frozenset({"date", "elapsed", "event"})


def _question(reading: Reading) -> tuple[str, frozenset[tuple[str, str, str]]]:
    """Give what a reading asks for, whatever the time: the gap between Elm and Ash is one in any year."""
    parts = circumstances.leaves(reading.query)
    return reading.family, frozenset(
        (q.table, q.column, str(sorted(f.value for f in q.where if isinstance(f.value, str)))) for q in parts
    )


def _anothers(reading: Reading, other: Reading, others: AbstractSet[str]) -> bool:
    """Say whether a reading asks for the same measure of what another figure of the sentence is told of."""
    ahead = other.part("subject") - reading.part("subject") >= AHEAD
    asked = {stems_of(q.column) for q in circumstances.leaves(reading.query)} == {stems_of(other.query.column)}
    return ahead and asked and bool(named(reading) & others) and not named(other) & others


def _unsaid(desk: Desk, reading: Reading, other: Reading) -> bool:
    """Say whether a time is of a measure no word speaks of, where another of a race that is named is: "won in 2:10"."""
    timed = desk.value is not None and desk.value.kind == "duration"
    said = other.part("words") - reading.part("words") >= SAID
    clause = desk.context.clause
    near = {
        v for b in desk.context.bindings if b.tie == "fronted" or clause[0] <= b.mention.start < clause[1]
        for v, _ in b.mention.values
    }  # fmt: skip
    return timed and said and named(reading) < named(other) and named(other) <= near


def _outright(reading: Reading) -> bool:
    """Say whether a cell is asked for whose thing, measure and time are all said."""
    if reading.family not in CELLS or reading.query.more:
        return False
    fits = reading.part("kind") >= HALF  # "40 percent of patients responded" is no number of patients
    return fits and all(reading.part(part) >= least for part, least in OUTRIGHT.items())


def _outdone(desk: Desk, reading: Reading, other: Reading) -> bool:
    """Say whether another reading asks for what is said of a thing or at a time that the words give better."""
    margins = {part: other.part(part) - reading.part(part) for part in OUTRIGHT}
    better = margins["subject"] >= AHEAD or (margins["time"] >= AHEAD and other.part("time") >= STATED)
    asked = {stems_of(q.column) for q in circumstances.leaves(reading.query) if q.column}
    if asked == {stems_of(other.query.column)}:
        return better and min(margins.values()) >= -SLACK
    words = desk.context.sentence_stems
    said = words.issuperset(stems_of(other.query.column)) and any(words.isdisjoint(stems) for stems in asked)
    return said and min(margins.values()) >= -SLACK


STATES = CELLS | {"sum", "movement"}
OUTRIGHT = {"subject": 0.75, "words": 0.6, "time": 0.85}
STATED, SLACK, AHEAD, SAID = 0.95, 0.05, 0.15, 0.4
SLIPS = (*MISWRITTEN, "differs: one digit")
UNTIMED = 0.5  # a time that the words hardly give


def _result(desk: Desk, reading: Reading) -> Result | None:
    """Compute a reading and compare; None if it has no answer or can't be compared."""
    answer = compute(reading.query, desk.tables)
    if answer.value is None or _is_hour_of_day(desk, answer.value):
        return None
    outcome, rule = agreement(reading, answer.value, desk.value)
    if outcome == "agrees" and likeness.loose(desk.value, reading, answer.value):
        return None
    return None if outcome == "cannot_tell" else Result(reading, answer, outcome, rule)


def _is_hour_of_day(desk: Desk, found: Cell) -> bool:
    """Say whether only an hour is told, "at half past nine", and the table has a day without one."""
    return desk.value is not None and desk.value.rule == "time" and type(found) is dt.date


def lacking(desk: Desk, readings: Sequence[Reading]) -> Reading | None:
    """Give the reading that scores best where the cells that it asks for are empty."""
    best = max(readings, key=lambda r: r.score, default=None)
    empty = best is not None and best.score >= CLEAR and compute(best.query, desk.tables).value is None
    return best if empty else None


def _weighed(desk: Desk, result: Result, field: weighing.Field) -> Weighed:
    if result.reading.family in SETTLED:
        return Weighed(result, _settled(desk, result), {})
    features = weighing.features(desk, result, field)
    return Weighed(result, weighing.default().probability(features), features)


def elsewhere(weighed: list[Weighed], settled: AbstractSet[Query]) -> list[Weighed]:
    """Weigh anew what disagrees by the answer to a question that another statement is settled by."""
    again = [
        _with(w, "differs: supports another statement")
        if w.features and w.result.outcome == "disagrees" and w.reading.query in settled
        else w
        for w in weighed
    ]
    return sorted(again, key=lambda w: (-w.probability, -w.reading.score))


def _with(weighed: Weighed, feature: str) -> Weighed:
    features = weighed.features | {feature: 1.0}
    return replace(weighed, features=features, probability=weighing.default().probability(features))


def _settled(desk: Desk, result: Result) -> float:
    """Be sure of a declared reading whose row is clear, unless the two figures can't be of one thing."""
    reading = result.reading
    if reading.score < SETTLED_AT[result.outcome]:
        return 0.0
    if result.outcome == "agrees":
        return 1.0
    sizes = likeness.sizes(desk.value, reading, result.found.value)
    return float(reading.refutes and likeness.plausible(desk.value, reading, sizes))


def decide(desk: Desk, weighed: list[Weighed], lacking: Reading | None = None) -> Verdict:
    """Give the verdict of what was weighed, as far as the statement asserts anything."""
    statement = desk.statement
    if statement.kind == "quotation":
        return Verdict(reason=Reason.QUOTATION, explanation=WORDS[Reason.QUOTATION])
    if statement.modality == "proposal":
        return Verdict(reason=Reason.PROPOSAL, explanation=WORDS[Reason.PROPOSAL])
    if desk.numbered:
        return Verdict(reason=Reason.NO_REFERENCE, explanation=f'"{desk.numbered.text}" is {desk.numbered.best}')
    bounds = [w for w in weighed if w.reading.family in DENIABLE]
    if statement.modality == "negated" and (bounds or denials.says_not(desk)):
        return _judged(desk, bounds or weighed, None)
    if (
        statement.modality == "negated"
        and of_those(desk)
        and (those := [w for w in weighed if denies(desk, w.reading)])
    ):
        return _judged(desk, those, None)
    verdict = _judged(desk, weighed, lacking)
    if statement.modality == "asserted":
        return verdict
    if denials.presupposed(desk, weighed) or denials.set_apart(desk):
        return verdict
    reason = NOT_ASSERTED.get(statement.modality)
    spared = verdict.label == "supported" or (verdict.label == "refuted" and statement.modality == "forecast")
    if reason and not spared:
        return Verdict(reason=reason, explanation=WORDS[reason], steps=verdict.steps)
    granted = denials.until(desk) or (verdict.label == "supported" and denials.granted(desk, weighed))
    if statement.modality == "negated" and verdict.label != "not_enough_info" and not granted:
        return Verdict(
            reason=Reason.UNRESOLVED, explanation="it is denied, and what is denied is not read", steps=verdict.steps
        )
    return verdict


def _judged(desk: Desk, weighed: list[Weighed], lacking: Reading | None) -> Verdict:
    if unclear := desk.context.unclear:
        people = " or ".join(dict.fromkeys(value for value, _ in unclear.values))
        return Verdict(reason=Reason.AMBIGUOUS, explanation=f'"{unclear.text}" may be {people}')
    model = weighing.default()
    borne_out = [(w, outdated(desk, w)) for w in weighed if w.result.outcome == "agrees"]
    old = next((w for w, gone in borne_out if gone), None)
    held = [w for w, gone in borne_out if not (gone or w.features.get(f"agrees: {weighing.UNHELD}") or aside(desk, w))]
    agreeing = next((w for w in held if _said(desk, w) and not in_another_post(desk, w.reading)), None)
    against = next((w for w in weighed if w.result.outcome == "disagrees"), None)
    refuting = [w for w in weighed if _refutes(desk, w) and (_miswritten(w) or not _of_no_row(desk, w))]
    if agreeing and refuting and gone_by(desk, agreeing, refuting[0]):
        return _open(desk, Reason.AMBIGUOUS, [agreeing, refuting[0]])
    sure = agreeing is not None and agreeing.probability >= model.support_at
    if agreeing and sure and not (refuting and refuting[0].probability > agreeing.probability):
        if against and agreeing.probability < CONTEST * against.probability:
            return _open(desk, Reason.AMBIGUOUS, [against, agreeing])
        return _settle(desk, _timeliest(agreeing, weighed), weighed)
    if agreeing and refuting and _as_likely(desk, agreeing, refuting[0]):
        return _open(desk, Reason.AMBIGUOUS, [refuting[0], agreeing])
    if old is not None and old.probability >= model.support_at:
        return _of_another_time(desk, old, refuting, weighed)
    if refuting:
        return _settle(desk, _nearest(desk, refuting[0], weighed), weighed)
    if lacking is not None:
        return Verdict(reason=Reason.MISSING_VALUE, explanation=f"the table has no value for {lacking.said}")
    if not weighed:
        return Verdict(reason=Reason.NO_REFERENCE, explanation="no table holds it")
    return _open(desk, Reason.WEAK, weighed[:1])


def _of_the_unsaid(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a percentage of something is held to a column only because that holds some: "of its target"."""
    percent = desk.value is not None and desk.value.kind == "percent" and desk.context.after[:1] == ["of"]
    return percent and weighed.reading.family in CELLS and weighed.reading.part("words") < NAMED_AT_ALL


NAMED_AT_ALL = 0.4  # how well the words of a measure are said, at least, where its kind alone would do


def _as_likely(desk: Desk, agreeing: Weighed, refuting: Weighed) -> bool:
    """Say whether what agrees is nearly as likely as what refutes, and leaves out none of the names that this takes."""
    least = NEARLY if desk.value else NEARLY_NAMED
    near = agreeing.probability >= least * refuting.probability
    return near and not named(agreeing.reading) < named(refuting.reading)


def _of_another_time(desk: Desk, old: Weighed, refuting: list[Weighed], weighed: list[Weighed]) -> Verdict:
    """Refute a figure of another time by that of the time which is meant, or say that both may be meant."""
    newer = [w for w in weighed if w.result.outcome == "disagrees" and _same_measure(w, old)]
    meant = None if dated(desk) else next((w for w in newer if w in refuting or _told_of_now(desk, w, old)), None)
    if meant is None:
        return _open(desk, Reason.AMBIGUOUS, [old, *newer[:1]])
    verdict = _settle(desk, meant, weighed)
    return replace(verdict, explanation=f"{verdict.explanation}, which is {old.reading.said}")


def _told_of_now(desk: Desk, newer: Weighed, old: Weighed) -> bool:
    """Say whether the figure of the time meant refutes that of one of which nothing speaks: it tells the measure."""
    if spoken_of(desk, old.reading.query) or looks_back(desk) or desk.context.contrasted:
        return False
    likely = newer.probability >= weighing.default().plain_refutes_at
    return likely and able(newer) and newer.reading.refutes and not _of_no_row(desk, newer)


def _nearest(desk: Desk, refuting: Weighed, weighed: list[Weighed]) -> Weighed:
    """Of what disagrees about as surely as a reading that refutes, or surer, take that whose figure is nearest."""
    if _miswritten(refuting):
        return refuting
    least = refuting.probability - CLOSE
    against = [w for w in weighed if w.result.outcome == "disagrees" and tied(w.reading) and w.probability >= least]
    close = [w for w in against if not (_untimely(w, refuting) or _of_no_row(desk, w))]
    return min(close, key=lambda w: likeness.apart(desk.value, w.reading, w.result.found.value))


def _untimely(weighed: Weighed, likeliest: Weighed) -> bool:
    """Say whether a reading asks the same measure as the likeliest at a time that the words give less."""
    return _same_measure(weighed, likeliest) and weighed.reading.part("time") < likeliest.reading.part("time")


def _timeliest(likeliest: Weighed, weighed: list[Weighed]) -> Weighed:
    """Of readings that agree and ask the same of the same names, about as likely, take that of the time best given."""
    if not likeliest.reading.query.column:  # it is computed of two questions
        return likeliest
    least, names = likeliest.probability - CLOSE, named(likeliest.reading)
    close = [
        w for w in weighed if w.result.outcome == "agrees" and w.probability >= least and named(w.reading) == names
    ]
    return max(
        (w for w in close if _same_measure(w, likeliest)), key=lambda w: w.reading.part("time"), default=likeliest
    )


def named(reading: Reading) -> set[str]:
    """Give the names that choose the rows of a reading."""
    return {f.value for f in reading.query.where if isinstance(f.value, str)}


def _same_measure(one: Weighed, other: Weighed) -> bool:
    first, second = one.reading.query, other.reading.query
    return (first.table, first.column) == (second.table, second.column)


def _said(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a small number, which much agrees with, has its words and its time, or is likely all the same."""
    least = LIKELY if weighed.reading.family in CELLS else SURELY
    if likeness.telling(desk.value) > 1 or weighed.probability >= least:
        return True
    return min(weighed.reading.part("words"), weighed.reading.part("time")) >= HALF


def _refutes(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a reading refutes: it is likely enough, or its words leave nothing open."""
    if weighed.result.outcome != "disagrees":
        return False
    if _miswritten(weighed):
        return True
    model = weighing.default()
    least = model.plain_refutes_at if weighed.features.get(weighing.PLAIN) else model.refute_at
    least = CLEAR_REFUTES_AT if outright(weighed) else least
    if weighed.probability < least or not able(weighed):
        return False
    surely = weighed.probability >= POINTED_TO_AT or weighed.reading.family in ("age", "office")
    return surely or not _pointed_to(desk, weighed.reading)


def _pointed_to(desk: Desk, reading: Reading) -> bool:
    """Say whether a reading is of somebody that other sentences name, and these name others of the kind as well."""
    own = named(reading)
    if not own or own & _named_outright(desk, desk.context.sentence):
        return False
    told = _named_outright(desk, (0, desk.statement.start)) - own
    columns = {(q.table, f.column) for q in circumstances.leaves(reading.query) for f in q.where if f.value in own}
    return any(desk.tables[table].rows(column, name) for table, column in columns for name in told)


def _miswritten(weighed: Weighed) -> bool:
    """Say whether a figure is surely the one found with its digits in another order: that tells whose it is."""
    return weighed.probability >= MISWRITTEN_AT and any(map(weighed.features.get, MISWRITTEN))


def _of_no_row(desk: Desk, weighed: Weighed) -> bool:
    """Say whether what disagrees is told of another time, of somebody beside the row, or of another thing."""
    return (
        _of_no_time(desk, weighed)
        or _beside(desk, weighed)
        or aside(desk, weighed)
        or only_there(desk, weighed.reading)
        or _of_the_unsaid(desk, weighed)
        or _as_told(desk, weighed)
    )


def _as_told(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a cell differs by what no word tells: by its sign, "it lost 3.1 million, then 1.9", or by a half.

    "Six of them" are no 6.5 points.
    """
    pair = likeness.sizes(desk.value, weighed.reading, weighed.result.found.value)
    if desk.value is None or pair is None or weighed.reading.family not in CELLS:
        return False
    stated, found = pair
    if stated == found:
        return not (weighed.reading.refutes and weighed.features.get("disagrees: measure said"))
    return desk.value.text.partition(" ")[0].isalpha() and stated % 1 == 0 != found % 1


def _of_no_time(desk: Desk, weighed: Weighed) -> bool:
    """Say whether a state of now, or of a year, is held against one of some time gone by."""
    if weighed.reading.family not in STATES or any(map(weighed.features.get, MISWRITTEN)):
        return False
    return undated_past(desk) and timeless_or_yearly(desk, weighed.reading.query)


def _beside(desk: Desk, weighed: Weighed) -> bool:
    """Say whether what is told of somebody is no matter of the row."""
    return beside(desk, weighed.reading) or chosen_before(desk, weighed.result)


def able(weighed: Weighed) -> bool:
    """Say whether a reading can refute: it is tied to its row, and what tells a name wrong is sure of that row.

    No row refutes what is said of a year that its table has not, and no cell what is said of a part of it.
    """
    features = weighed.features
    part = features.get(f"disagrees: {weighing.NARROWED}") and weighed.reading.family in CELLS | {"share"}
    if features.get(f"disagrees: {weighing.UNHELD}") or (part and not any(map(features.get, SLIPS))):
        return False
    names = any(weighed.features.get(f"disagrees: kind {kind}") for kind in NAMING)
    return tied(weighed.reading) and (weighed.reading.refutes or not names)


def tied(reading: Reading) -> bool:
    """Say whether what a reading is about is said well enough to refute."""
    return all(reading.part(part) >= at for part, at in LEAST.get(reading.family, {"subject": HALF}).items())


def outright(weighed: Weighed) -> bool:
    """Say whether the words leave nothing open and give all outright; the words of an office always do."""
    features = weighed.features
    if not features.get(weighing.PLAIN):
        return False
    return any(map(features.get, ("disagrees: clear", "family: office", weighing.COMPUTED_OUTRIGHT)))


def _settle(desk: Desk, chosen: Weighed, weighed: list[Weighed]) -> Verdict:
    """Take the likeliest reading, unless another table says otherwise of the same thing."""
    other = next((w for w in weighed if _conflicts(chosen, w) and _of_one_thing(desk, chosen, w)), None)
    return _open(desk, Reason.CONFLICTING_REFERENCES, [chosen, other]) if other else _gated(desk, chosen)


def _conflicts(chosen: Weighed, other: Weighed) -> bool:
    """Say whether another table answers the same question about the same thing the other way."""
    one, two = chosen.reading.query, other.reading.query
    return (
        chosen.result.outcome != other.result.outcome
        and one.table != two.table
        and bool(one.column)
        and one.operation == two.operation != "count"  # two tables need not tell of equally many
        and stems_of(one.column) == stems_of(two.column)
        and {f.value for f in one.where} == {f.value for f in two.where}
    )


def _of_one_thing(desk: Desk, *both: Weighed) -> bool:
    """Say whether the rows of two tables may be about the same: those of a line and of a stop of it are not."""
    queries = [w.reading.query for w in both]
    one, two = ({f.value for f in q.where if f.column == desk.tables[q.table].entity} for q in queries)
    return not (one and two and one.isdisjoint(two))


def _gated(desk: Desk, chosen: Weighed) -> Verdict:
    """Let a verdict stand unless a cell that it used fails a critical expectation."""
    result, steps = chosen.result, _steps(desk.statement, chosen)
    failed = failures(desk, result.found)
    critical = [f for f in failed if f.severity == "critical"]
    shown = (evidence(desk, result.reading, result.found),)
    if critical:
        names = ", ".join(dict.fromkeys(f.expectation for f in critical))
        return Verdict(
            reason=Reason.FAILED_EXPECTATION, evidence=shown, steps=(*steps, f"gated: {names}"),
            explanation=f"a cell that answers it fails {names}: {critical[0].explanation}",
        )  # fmt: skip
    agrees = result.outcome == "agrees"
    return Verdict(
        label="supported" if agrees else "refuted",
        reason=Reason.AGREES if agrees else Reason.DISAGREES,
        explanation=explain(desk, result.reading, result.found, agrees=agrees),
        expected=written(result.reading, result.found),
        evidence=shown, steps=steps,
        flags=tuple(dict.fromkeys((*(f.expectation for f in failed), *stale(desk, result.found)))),
    )  # fmt: skip


OPEN = {
    Reason.AMBIGUOUS: "it can be read as", Reason.WEAK: "the nearest reading is not sure enough:",
    Reason.CONFLICTING_REFERENCES: "the tables disagree:",
}  # fmt: skip


def _open(desk: Desk, reason: Reason, weighed: list[Weighed]) -> Verdict:
    results = [w.result for w in weighed]
    said = " or ".join(f"{r.reading.said} ({written(r.reading, r.found)})" for r in results)
    return Verdict(
        reason=reason,
        explanation=f"{OPEN[reason]} {said}",
        evidence=tuple(evidence(desk, r.reading, r.found) for r in results),
        steps=_steps(desk.statement, weighed[0]),
        flags=("weak",),
    )


def _steps(statement: Statement, weighed: Weighed) -> tuple[str, ...]:
    result = weighed.result
    reasons = weighing.default().reasons(weighed.features)
    why = ", ".join(f"{name} {added:+.2f}" for name, added in reasons) or "declared"
    return (
        f"read: {result.reading.said} ({result.reading.family})",
        f"weighed: {weighed.probability:.2f} ({why})",
        f'compared: {written(result.reading, result.found)} with "{statement.quote}": {result.outcome} ({result.rule})',
    )
