"""What part of all, or of the figure beside it, a figure just told is: "65.4 million, or 38 percent of the total"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.checking.query import Query
from claims.checking.readings.changes import moved, multiple, part
from claims.checking.readings.continued import of_its_own
from claims.checking.readings.levels import told_before
from claims.checking.readings.measures import agrees
from claims.checking.readings.shares import form
from claims.checking.readings.substitutes import named_by, of_all
from claims.checking.remembered import remembered
from claims.checking.scoring import TOLD, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.discourse import Last
    from claims.types import Statement

OF_ALL = re.compile(r" of (?:the|all|its|their|his|her|those|everything|every)\b")
PAUSE = re.compile(r"[,;:.(]")
SURE, SURELY, OWN, MOST = 0.95, 0.8, 0.6, 2
LEVELS = frozenset("lookup cell movement sum count".split())


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the part that the figure before is of the same of everything, or of the figure that it is said to be of."""
    yield from _of_the_other(desk)
    value, level = desk.value, _level(desk)
    settled = desk.context.discourse.settled.get(level.start) if level is not None else None
    if value is None or level is None or settled is None or multiple(value) or moved(desk):
        return
    own = any(of_its_own(desk, token, level) or _of_some(desk, token, level) for token in _behind(desk))
    wholes = list(_wholes(desk, settled))
    sure = settled.sure >= SURELY and not own and len(wholes) == 1
    for whole, said in wholes:
        found = Reading(
            family="share",
            query=Query(operation="share", table=settled.table, left=settled.query, right=whole),
            parts=(("subject", SURE), ("words", OWN if own else SURE), ("kind", 1.0), ("time", SURE)), unit="%",
            said=f"{settled.reading.said} as a share of {said}", form=form(desk), refutes=sure,
            flags=TOLD if sure else (),
        )  # fmt: skip
        if not own or agrees(desk, found):
            yield found


def _of_the_other(desk: Desk) -> Iterator[Reading]:
    """Yield what part one of two figures that are told is of the other: "22 of its 50 seats, or 44 percent"."""
    settled = desk.context.discourse.settled
    one, other = (settled.get(figure.start) if figure else None for figure in two_before(desk) or (None, None))
    if one is None or other is None or one.query == other.query:
        return
    sure = min(one.sure, other.sure) >= SURELY
    found = Reading(
        family="share", query=Query(operation="share", table=one.table, left=one.query, right=other.query),
        parts=(("subject", SURE), ("words", SURE), ("kind", 1.0), ("time", SURE)), unit="%",
        said=f"{one.reading.said} as a share of {other.reading.said}", form=form(desk), refutes=sure,
        flags=TOLD,
    )  # fmt: skip
    if sure or agrees(desk, found):
        yield found


@remembered
def two_before(desk: Desk) -> tuple[Statement, Statement] | None:
    """Give the two figures right before a part, the one of which is said to be of the other."""
    context, value = desk.context, desk.value
    if value is None or not (value.kind == "percent" or part(value)) or moved(desk):
        return None
    told = context.discourse.values_in((context.sentence[0], context.statement.start))
    figures = [s for s in told if s.value and s.value.kind in COUNTED][-2:]
    if len(figures) < 2 or not LEADING.fullmatch(context.text, figures[1].end, context.statement.start):
        return None
    between = context.text[figures[0].end : figures[1].start]
    if OF.search(between):
        return figures[0], figures[1]
    before = context.text[context.sentence[0] : figures[0].start]
    return (figures[1], figures[0]) if OF_FIRST.search(before) and "," in between else None


COUNTED = frozenset({"count", "number", "money", "quantity"})
LEADING = re.compile(
    r"[^,;:.()]{0,60}(?:, (?:or|that is|about|some|roughly)?|,? or (?:about |some |roughly )?| \(| - | – | — ) ?"
)
OF = re.compile(r"\b(?:out )?of (?:the |its |his |her |their |all |those )?(?:[\w'’-]+ ?){0,3}$")
OF_FIRST = re.compile(r"\bOf (?:the |its |his |her |their |all |those )?(?:[\w'’-]+ ?){0,3}$")


def _level(desk: Desk) -> Statement | None:
    """Give the figure right before a percentage or a part "of the total", "of all"."""
    context, value, end = desk.context, desk.value, desk.statement.end
    if value is None or not (value.kind in ("percent", "ratio") or part(value)):
        return None
    return told_before(context) if OF_ALL.match(context.text[end : context.sentence[1]].lower()) else None


def _behind(desk: Desk) -> list[Token]:
    """Give the words that say what it is a part of."""
    context, end = desk.context, desk.statement.end
    pause = PAUSE.search(context.text, end, context.sentence[1])
    return context.document.line(end, pause.start() if pause else context.sentence[1])


def _of_some(desk: Desk, token: Token, level: Statement) -> bool:
    """Say whether a verb says of which it is a part: "of those who live around the mountain"."""
    verb = desk.about(level).context.verb
    return token.pos_ == "VERB" and (verb is None or token.lemma_ != verb.lemma_)


def _wholes(desk: Desk, settled: Last) -> Iterator[tuple[Query, str]]:
    """Yield the same question of everything, each name by which rows were chosen left out in turn."""
    query = settled.query
    if settled.reading.family not in LEVELS or query.left:
        return
    names = named_by(desk, query)
    for name in names if len(names) <= MOST else ():
        if (whole := of_all(desk, query, (name,))) is not None:
            kept = " ".join(["all", *(str(f.value) for f in whole.where if f.relation == "=")])
            yield whole, kept
