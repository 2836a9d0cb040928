"""Growth: whose measure rose or fell the most from one time to another, and the place of one of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.agreement import agreement, figure
from claims.checking.anchor import FIGURES
from claims.checking.query import Filter, Query, compute, same
from claims.checking.readings.axes import histories, pairs, time_column
from claims.checking.readings.changes import ALONE, alone
from claims.checking.readings.degrees import among_all, around, degree_in, equative, of_a_move
from claims.checking.readings.extremes import contenders
from claims.checking.readings.limits import signed
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import tie, weight
from claims.checking.scoring import Reading
from claims.checking.selection import Selection
from claims.checking.words import TIME, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.readings.axes import History, Pair, Point
    from claims.checking.readings.degrees import Degree
    from claims.checking.tables import View

ONE = Decimal(1)
RISES = frozenset(
    stem(w)
    for w in "rise growth gain increase jump climb improvement surge grow rising expansion "
    "gainer riser climber improver".split()
)
FALLS = frozenset(
    stem(w) for w in "fall drop decline loss decrease cut slump slide shrink reduction faller decliner".split()
)
LOSERS = frozenset({"loser", "losers"})
LOSING = FALLS | {stem(w) for w in ("lose", "shed")}
MOVES = RISES | LOSING
SPEEDS = frozenset("fast steep sharp quick rapid".split())
LITTLE = frozenset("slow small low slight less few".split())
FAST = frozenset("fast quick rapid slow".split())
RELATIVE = frozenset("percentage proportional proportionally proportionately relative relatively".split())
ABSOLUTE = frozenset("absolute number numbers".split())
LOST = frozenset(stem(w) for w in "loss losses gain gains".split())
AMOUNT = "amount "
SURE = 0.7  # of the two times, for others are hardly meant
TWO = 0.9  # where the table has no other times


def readings(desk: Desk, behind: int = 0) -> Iterator[Reading]:
    """Yield who changed the most, where a superlative or an ordinal is one of changes, or who is so many behind."""
    value, context = desk.value, desk.context
    if in_a_row(context) or (value is not None and (value.kind != "ordinal" or context.noun == TIME)):
        return
    place = value.amount if value is not None else ONE
    place = place + behind if isinstance(place, Decimal) else place
    unsurpassed = desk.statement.kind == "comparison" and among_all(desk)  # "no mill grew faster than Elm"
    if not isinstance(place, Decimal) or not (unsurpassed or desk.statement.kind in ("superlative", "fact", "ordinal")):
        return
    after = context.after[:3]
    following = after if desk.statement.kind != "fact" else [*takewhile(str.isalnum, after)]
    near = {stem(w) for w in (*following, *(t.lower_ for t in context.tokens))}
    near |= {stem(w) for w in context.after} if value is not None else set()
    near |= {stem("fall")} if LOSERS & {*following} else set()  # "lost" has the stem of "loser"
    if MOVES.isdisjoint(near) and MOVES.isdisjoint(context.clause_stems):
        return
    degree = equative(context.tokens) or degree_in(around(desk))
    told = (RISES | FALLS) & near
    speeds = degree is not None and (degree.base in SPEEDS or of_a_move(desk) or (unsurpassed and _done(desk)))
    if not (told or (speeds and (RISES | LOSING) & (context.clause_stems | near))):
        return
    falls = bool(FALLS & near) if told else bool(LOSING & (context.clause_stems | near))
    little = degree is not None and degree.base in LITTLE
    end = "min" if falls != little else "max"
    views = [view for view in desk.views if time_column(view) and view.entity and not view.series]
    found = [r for view in views for way in _ways(desk, degree) for r in _grown(desk, view, way + end, place)]
    answers = [(r, compute(r.query, desk.tables).value) for r in found]
    right = {_asked(r) for r, answer in answers if answer is None or agreement(r, answer, value)[0] == "agrees"}
    for reading, answer in answers:  # of the amount and the percent one may be meant
        if _asked(reading) not in right or (answer is not None and agreement(reading, answer, value)[0] == "agrees"):
            yield reading


def _done(desk: Desk) -> bool:
    """Say whether the verb tells a move: "gained more than any other"."""
    verb = desk.context.verb
    return verb is not None and stem(verb.text) in (RISES | LOSING)


def _asked(reading: Reading) -> tuple[object, ...]:
    """Give the measure and the times of a reading, and who is held to it."""
    query = reading.query
    return query.table, query.column, query.having, str(reading.asserted)


def _ways(desk: Desk, degree: Degree | None) -> tuple[str, ...]:
    """Say whether a move is told by its amount, by its percent, or may be by either."""
    context = desk.context
    words = {*context.spoken}
    if RELATIVE & words or (degree is not None and degree.base in FAST):
        return ("",)
    if ABSOLUTE & words:
        return (AMOUNT,)
    behind = [v.value.kind for v in context.discourse.values_in((desk.statement.end, context.sentence[1])) if v.value]
    told = next((kind for kind in behind if kind in FIGURES), "")
    return ("",) if told == "percent" else (AMOUNT,) if told else ("", AMOUNT)


def _grown(desk: Desk, view: View, end: str, place: Decimal) -> Iterator[Reading]:
    order = time_column(view)
    named = {s.value_of(view.entity): s for s in contenders(desk, view) if s.value_of(view.entity)}
    named |= {s.value_of(view.entity): s for s in desk.named(view)[:4] if s.value_of(view.entity)}
    for name, found in named.items():
        own = tuple(f for f in found.where if f.column == view.entity)
        thing = replace(found, where=own, filled=((view.entity, name),))
        for column in (c for c in _moving(desk, view) if end.startswith(AMOUNT) or view.columns[c].kind != "percent"):
            words = max(weight(desk, view, column), desk.words(view, column), ALONE if alone(view, column) else 0.0)
            words = max(words, CARRIED if desk.value is None and desk.goes_on(view, column) else 0.0)
            history = next(histories(view, column, thing), {}) if words >= 0.3 else {}
            if any(q.operation != "value" for q in history.values()):
                continue
            likely = [(p, p.sure if len(history) > 2 else TWO) for p in pairs(desk, history, view.columns[column])]
            likely = [(pair, sure) for pair, sure in likely if sure >= SURE]
            told = [(pair, sure) for pair, sure in likely if _told(desk, view, history, pair)]
            for pair, sure in told or likely:
                now, base = (_at(history, p, order) for p in (pair.now, pair.base))
                reading = _reading(desk, view, column, thing, end, place, (now, base), words, sure)
                if words < BORNE and _of_the_answer(desk, view, reading, pair):  # "the steepest, 18 percent, at Elm"
                    reading = _reading(desk, view, column, thing, end, place, (now, base), BORNE, sure)
                yield reading


CARRIED = 0.5  # the measure of the figure before
BORNE = 0.85  # the measure is the one whose change is told, whether it has words or not


def _of_the_answer(desk: Desk, view: View, reading: Reading, pair: Pair) -> bool:
    """Say whether the percentage behind is the change of the one that moved the most."""
    name = compute(reading.query, desk.tables).value if reading.form == "name" else None
    if not isinstance(name, str):
        return False
    thing = Selection((same(view, view.entity, name),), ((view.entity, name),))
    history = next(histories(view, reading.query.column, thing), {})
    return pair.now in history and pair.base in history and _told(desk, view, history, pair)


def _told(desk: Desk, view: View, history: History, pair: Pair) -> bool:
    """Say whether a percentage behind is the change between two times: "no paper fell faster than Elm, down 10.4"."""
    change = Query(operation="percent change", table=view.name, left=history[pair.now], right=history[pair.base])
    behind = desk.context.discourse.values_in((desk.statement.end, desk.context.sentence[1]))
    stated = [s.value for s in behind if s.value is not None and s.value.kind == "percent"]
    found = compute(change, desk.tables).value if stated else None
    return isinstance(found, Decimal) and any(figure(value, abs(found), "%", None)[0] == "agrees" for value in stated)


def _moving(desk: Desk, view: View) -> list[str]:
    """Leave out what is itself lost and gained: "the biggest loss" is no fall of a profit."""
    nouns = {stem(t) for t in desk.context.after[:3]} | {desk.context.noun}
    return [c for c in view.measures if not (LOST & nouns and c in signed(view))]


def _at(history: History, point: Point, order: str) -> Filter:
    return next(f for f in history[point].where if f.column == order)


def _reading(
    desk: Desk, view: View, column: str, thing: Selection, end: str, place: Decimal, times: tuple[Filter, Filter],
    words: float, time: float,
) -> Reading:  # fmt: skip
    named = place == ONE and desk.value is None
    by, end = AMOUNT * end.startswith(AMOUNT), end.removeprefix(AMOUNT)
    operation = by + (f"arg{end}" if named else f"rank from {'top' if end == 'max' else 'bottom'}")
    way = ("most" if end == "max" else "least") + (" by amount" if by else "")
    return Reading(
        family="grown",
        query=Query(
            operation=f"growth {operation}", table=view.name, column=column, key=view.entity, order=times[0].column,
            having=(*times, *(() if named else thing.where)),
        ),
        parts=(("subject", tie(thing)), ("words", words), ("time", time)),
        said=f"whose {column} grew {way} from {times[1].value} to {times[0].value}" if named else
        f"place of {thing.who} by the growth of {column} from {times[1].value} to {times[0].value}",
        form="name" if named else "check", asserted=thing.who if named else checks.number(place, place, "the place"),
        refutes=words >= 0.6 and time >= 0.75,
    )  # fmt: skip
