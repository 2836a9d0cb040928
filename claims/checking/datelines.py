"""The place at the head of an article, where it was written: what it goes on to tell need not be of that place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.checking.circumstances import leaves
from claims.checking.remembered import remembered

if TYPE_CHECKING:
    from claims.checking.desk import Desk
    from claims.checking.scoring import Reading

DATELINE = re.compile(r"^[^\S\n]*(?:[A-Z][A-Z'’.-]+ ?){1,4}(?:, ?[\w. ]{2,20})? ?[—–-] ?(?=\S)", re.MULTILINE)


def only_there(desk: Desk, reading: Reading) -> bool:
    """Say whether only the dateline names what chooses the rows of a reading, and nothing has named it since."""
    chosen = {f.value for query in leaves(reading.query) for f in query.where if isinstance(f.value, str)}
    return bool(chosen) and chosen <= _written_at(desk)


@remembered
def _written_at(desk: Desk) -> frozenset[str]:
    """Give the names of the dateline that no words up to the end of the statement's sentence repeat."""
    discourse, end = desk.context.discourse, desk.context.sentence[1]
    head = DATELINE.search(desk.context.text)
    if head is None:
        return frozenset()
    named = [m for m in discourse.mentions if m.values and not m.back and m.start < end]
    there = {m.best for m in named if head.start() <= m.start < head.end()}
    return frozenset(there - {m.best for m in named if not head.start() <= m.start < head.end()})
