"""What is left of a whole of which a column holds the part: games missed, seats left empty, runners who gave up."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from claims.checking.query import Query
from claims.checking.readings.figures import number_of, sampled, stems
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import agrees, cell, single, tie, weight
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.context import Context
    from claims.checking.desk import Desk
    from claims.checking.query import Filter
    from claims.checking.selection import Selection
    from claims.checking.tables import View

LACKING = stems("miss absent injure suspend empty vacant unfilled short lack remain left")
FULL = stems("capacity total played places seats size establishment posts maximum all")
BEGUN = stems("starter start started entrant entry entered entries participant candidate applicant sat launched")
DONE = stems("finisher finish finished completed completer passed admitted accepted graduated landed succeeded")
DROPPED = stems("retire withdraw abandon quit fail give drop pull fall")
GOING = {"give": "up", "drop": "out", "pull": "out", "fall": "out"}
"""Verbs that tell of dropping out together with a word behind them."""
NOT, REACH = frozenset({"not", "n't", "never"}), 7
OTHERS = frozenset({"others", "rest", "remaining", "other", "remainder"})


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what a number may be the rest of."""
    value = desk.value
    if value is None or value.kind not in ("count", "number") or in_a_row(desk.context):
        return
    lacking, dropped = bool(LACKING & desk.context.clause_stems), _dropped_out(desk)
    for view in desk.views if lacking or dropped else ():
        for mine in single(desk, view, 4 if dropped else 2):
            if lacking:
                yield from _unfilled(desk, view, mine)
            if dropped:
                yield from _not_done(desk, view, mine, dropped)


def _unfilled(desk: Desk, view: View, mine: Selection) -> Iterator[Reading]:
    """Yield what a measure lacks to the fuller one of its kind, in its row or in that of another table."""
    for part in view.measures:
        if (words := weight(desk, view, part)) < 0.3 or view.columns[part].kind != "number":
            continue
        for fuller, whole, where in _fuller(desk, view, mine):
            if (fuller.name, whole) != (view.name, part):
                yield _rest(view, mine, part, (fuller, whole, where), words, refutes=False)


def _fuller(desk: Desk, view: View, mine: Selection) -> Iterator[tuple[View, str, tuple[Filter, ...]]]:
    """Yield the columns that may hold the full number: of the row, or of a row that another table has for it."""
    for other in desk.views:
        wheres = [mine.where] if other is view else [s.where for s in single(desk, other, 2) if s.subject >= 0.3]
        for where in wheres:
            for column in other.measures:
                if FULL & {stem(w) for w in (*other.columns[column].words, *other.columns[column].forms)}:
                    yield other, column, where


def _not_done(desk: Desk, view: View, mine: Selection, words: float) -> Iterator[Reading]:
    """Yield how many of those that began did not come to the end; a guess at who is meant may only agree."""
    for whole, part in _stages(view):
        reading = _rest(view, mine, part, (view, whole, mine.where), words, refutes=words >= SAID)
        if words >= SAID or agrees(desk, reading):
            yield reading


def _rest(
    view: View, mine: Selection, part: str, full: tuple[View, str, tuple[Filter, ...]], words: float, *, refutes: bool
) -> Reading:
    fuller, whole, where = full
    return Reading(
        family="difference",
        query=Query(
            operation="difference", table=view.name, left=cell(fuller, whole, where), right=cell(view, part, mine.where)
        ),
        parts=(("subject", tie(mine)), ("words", words), ("time", mine.time), ("kind", 0.8)),
        said=f"{whole} less {part} of {mine.who or view.name}", refutes=refutes,
    )  # fmt: skip


@remembered
def _stages(view: View) -> list[tuple[str, str]]:
    """Pair those that began with those that came to the end, where no column has those that dropped out."""
    own = {c: {stem(w) for w in (*view.columns[c].words, *view.columns[c].forms)} for c in view.measures}
    counts = [c for c in own if view.columns[c].kind == "number" and len(own[c]) == 1]
    if any(DROPPED & words for words in own.values()):
        return []
    return [
        (whole, part) for whole in counts if BEGUN & own[whole] for part in counts if DONE & own[part]
        if whole != part and _within(view, part, whole)
    ]  # fmt: skip


def _within(view: View, part: str, whole: str) -> bool:
    """Say whether in no row more came to the end than began."""
    pairs = [(number_of(view, row, view, part), number_of(view, row, view, whole)) for row in sampled(view)]
    return any(a is not None for a, _ in pairs) and all(a is None or b is None or a <= b for a, b in pairs)


SAID, OTHERWISE = 0.85, 0.5


def _dropped_out(desk: Desk) -> float:
    """Say how surely the figure counts those that dropped out: "12 gave up", "the other 12", "16 did not finish"."""
    context = desk.context
    for token in (context.head.head, *_behind(context)):
        root, beside = token.lemma_.lower(), {c.lower_ for c in token.children}
        if stem(root) in DROPPED and GOING.get(root) in (None, *beside):
            return SAID
        if stem(root) in DONE and NOT & beside:
            return SAID
    said = {*context.before[:2], *(t.lower_ for t in context.tokens)}
    return OTHERWISE if OTHERS & said else 0.0


def _behind(context: Context) -> list[Token]:
    """Give the words behind the figure up to a comma: the parser may hang the verb on something else."""
    tokens = context.document.line(context.statement.end, context.sentence[1])[:REACH]
    return list(takewhile(lambda t: not t.is_punct, tokens))
