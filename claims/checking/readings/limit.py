"""A limit that the words of a clause set: conditions on rows, and how well they are said."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.checking.query import Filter
from claims.checking.words import kinship, stem

if TYPE_CHECKING:
    from claims.checking.desk import Desk

FLIPPED = {
    ">": "<=", ">=": "<", "<": ">=", "<=": ">", "=": "!=", "!=": "=", "filled": "missing", "missing": "filled",
    "> column": "<= column", "<= column": "> column", "< column": ">= column", ">= column": "< column",
}  # fmt: skip
SPOKEN = 0.8


@dataclass(frozen=True, slots=True)
class Limit:
    """Conditions on rows, how well the clause says them, and the words that do."""

    where: tuple[Filter, ...]
    words: float
    stems: frozenset[str]
    noun: bool = False
    """It is a kind that a noun may name alone: "two time trials"."""

    @property
    def dated(self) -> bool:
        """Say whether it is a time."""
        return any(isinstance(f.value, dt.date | int) for f in self.where)

    @property
    def said(self) -> str:
        """Write the conditions in words."""
        return " and ".join(
            " ".join(map(str, (f.column, f.relation, "" if f.value is None else f.value))).strip() for f in self.where
        )

    @property
    def flipped(self) -> Limit | None:
        """Give the opposite, where one condition has one."""
        if len(self.where) != 1 or self.where[0].relation not in FLIPPED:
            return None
        one = self.where[0]
        return Limit((Filter(one.column, FLIPPED[one.relation], one.value),), self.words, self.stems)


def said_by(desk: Desk, words: tuple[str, ...]) -> frozenset[str]:
    """Give the stems of the clause that a column's words are said by."""
    own = [stem(w) for w in words]
    return frozenset(s for s in desk.context.clause_stems for w in own if kinship(w, s) >= SPOKEN)
