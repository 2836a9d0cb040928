"""What part of all a figure just told is: "65.4 million, or 38 percent of the total", "five, half of the ten"."""

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
    """Yield the part that the figure before is of the same of everything, whatever it was chosen by."""
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
    return list(context.document.tokens(end, pause.start() if pause else context.sentence[1]))


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
