"""Who alone goes beyond another, or alone has moved: "only Elm has more", "nobody but Elm did better than in 2019"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.exclusive import MOVING, PASSING, TRAILING, exclusive
from claims.checking.query import Filter, Query, compute, same, select
from claims.checking.readings import changes, movers
from claims.checking.readings.axes import histories, pairs
from claims.checking.readings.comparisons import with_a_time
from claims.checking.readings.degrees import Degree, columns, degree_of, ends, fitted, sense
from claims.checking.readings.extremes import peers
from claims.checking.readings.measures import alike, cell, known, repeated
from claims.checking.readings.things import but_totals
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
FAMILY, MOST_BASES, FITS, SURE = "alone", 3, 0.4, 0.7
LEAST = {"subject": 0.7, "words": 0.75, "time": 0.75}  # to refute; what a sentence before was about has 0.74
BEHIND, FIGURED = 0.9, 0.95
ONE = checks.number(Decimal(1), Decimal(1), "how many there are")


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield who alone is beyond what the sentence is about, or has moved alone."""
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
                yield from _moved(told, view, key, mention.best, degree)
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


def _moved(told: Desk, view: View, key: str, name: str, degree: Degree) -> Iterator[Reading]:
    """Yield the one thing that has more, or less, than it had at an earlier time."""
    every = Selection(where=but_totals(view))
    for column in view.measures if key == view.entity else ():
        words = max(fitted(told, view, column, degree), changes.ALONE if changes.alone(view, column) else 0.0)
        if words < FITS or (alike(view, column) or [column])[0] != column:
            continue
        history = next(histories(view, column, every, adding=False), {})
        for pair in (p for p in pairs(told, history, view.columns[column]) if p.sure >= SURE):
            for end, sure in degree.ends:
                way = "up" if end == "max" else "down"
                many = movers.asked(view, (history[pair.now], history[pair.base]), every, way)
                parts = (("subject", 0.85), ("words", words * sure), ("time", pair.sure))
                said = f"{key} whose {column} went {way} from {pair.base.label} to {pair.now.label}"
                yield _only(told, name, many, _mover(many, key, end), parts, said)


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
