"""Whether the words of a clause leave nothing open about a count: each one is read, and the table holds the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.checking.readings.things import but_totals, number_of_all, size_of
from claims.checking.words import STOP, kinship, stem

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.readings.limits import Limit
    from claims.checking.readings.things import Counted
    from claims.checking.selection import Selection

CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "ADV"})
PLAIN = frozenset(
    stem(w)
    for w in "be have own hold exist count include number rate call name go stay now only just still here".split()
)  # words that limit nothing
READ, WHOLE = 0.8, 0.95


def settled(desk: Desk, thing: Counted, scope: Selection, chosen: tuple[Limit, ...]) -> bool:
    """Say whether a count is of a whole that the table holds, and every word of its clause is read."""
    view, value = thing.view, desk.value
    if value is None or value.comparator != "eq" or scope.filled or scope.when:
        return False
    free = {f.column for f in but_totals(view)}
    dates = {view.day, view.start, view.end, *free}
    if any(f.column not in dates for f in scope.where) or any(limit.words < 0.85 for limit in chosen):
        return False
    said, held = number_of_all(desk), size_of(view)
    whole = said == held if said is not None else thing.words >= WHOLE
    return bool(chosen) and whole and not _unread(desk, thing, chosen)


def _unread(desk: Desk, thing: Counted, chosen: tuple[Limit, ...]) -> list[Token]:
    """Give the words of the clause that neither the table, nor a limit, nor the number accounts for."""
    view, context = thing.view, desk.context
    words = {*view.name.lower().split("_"), *(w for c in view.of_role("entity") for w in view.columns[c].words)}
    known = {stem(w) for w in words} | {s for limit in chosen for s in limit.stems} | PLAIN | {context.noun}
    limited = {f.column for limit in chosen for f in limit.where}
    known |= {stem(w) for c in limited for w in view.columns[c].words}
    return [
        t for t in _part(desk)
        if t.pos_ in CONTENT and t.is_alpha and t.lower_ not in STOP and not t.like_num
        and not context.statement.start <= t.idx < context.statement.end
        and not any(kinship(stem(t.text), k) >= READ for k in known)
    ]  # fmt: skip


def _part(desk: Desk) -> list[Token]:
    """Give the tokens of the clause between the semicolons around the number."""
    kept: list[Token] = []
    for token in desk.context.line:
        if token.text in (";", ":") and token.idx > desk.statement.start:
            break
        kept = [] if token.text in (";", ":") else [*kept, token]
    return kept
