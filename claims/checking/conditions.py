"""Conditions of phrasings: what has to hold of the row that the words are said of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.query import Filter
from claims.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.tables import Tables, View

SHARED = re.compile(r"(\w+) = (\w+)\.(\w+)( before)?$")
RANK = re.compile(r"rank (\d+) ([\w +]+?)(?: by (.+))?$")
NEXT = re.compile(r"(next|below) (\w+)(?: by (\w+))?$")
ELSEWHERE = re.compile(r"(.+) in (\w+) by (\w+) = (\w+)$")
SOON = re.compile(r"(\w+) within (\d) days$")
LEFT = re.compile(r"none left with (.+) by (\w+)$")
ROWS = re.compile(r"(\w+) rows(?: of (\w+))? with (.+) by (\w+)(?: = (\w+))?$")
COUNTED = re.compile(r"(?:(only )?(\d+) of )?([\w, ]+?) (>=|<=|=|<|>|missing|filled)(?: (\S+))?$")
COMPARED = re.compile(r"([\w +-]+?) (>=|<=|=|<|>) ([\w +-]+)$")
GAP = "gap "
TERM = re.compile(rf"([+-]?) ?((?:{GAP})?\w+)")

Terms = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Rank:
    """The row comes so-and-so-manieth by a column, or by a sum of two, among the rows of its group."""

    place: int
    columns: tuple[str, ...]
    same: tuple[str, ...]
    group: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Next:
    """The row comes next by a column after the row named before it, or only `below` it, within its group."""

    column: str
    same: str
    below: bool


@dataclass(frozen=True, slots=True)
class Rows:
    """So many rows of the same group meet the conditions: where `same` is what the row has in `key`."""

    number: str
    having: tuple[Filter, ...]
    same: str
    table: str
    key: str


@dataclass(frozen=True, slots=True)
class Left:
    """No row of the group that meets the conditions is left but this one and those named before it."""

    having: tuple[Filter, ...]
    same: str


@dataclass(frozen=True, slots=True)
class Shared:
    """A cell is that of a row of another table, which the words name or, with `before`, that was named last."""

    column: str
    table: str
    key: str
    before: bool


@dataclass(frozen=True, slots=True)
class Another:
    """The two names are different rows."""


@dataclass(frozen=True, slots=True)
class Met:
    """At least so many of the cells meet a condition, or just so many."""

    least: int
    most: int | None
    having: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sums of columns and numbers, and how they compare."""

    left: Terms
    relation: str
    right: Terms


@dataclass(frozen=True, slots=True)
class Compared:
    """All comparisons hold."""

    parts: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Soon:
    """The weekday said is at most so many days after that of the row."""

    column: str
    days: int


@dataclass(frozen=True, slots=True)
class Needed:
    """What it takes at least: it refutes but does not support."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class Several:
    """One of the conditions holds, or all of them."""

    parts: tuple[Condition, ...]
    every: bool


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The condition holds of the row of another table whose `key` is this row's `column`."""

    condition: Condition
    table: str
    key: str
    column: str


Condition = Rank | Next | Left | Rows | Shared | Another | Met | Compared | Soon | Needed | Several | Elsewhere


def condition_of(written: str, view: View, numbers: tuple[str, ...], tables: Tables) -> Condition | None:
    """Read what stands behind `::`; refuse what cannot be read, or names a table or column that is not there."""
    if not written:
        return None
    condition = _read(written, view, numbers)
    if condition is None:
        raise InputError(
            f'cannot read the condition "{written}"', where=f"phrasings of [{view.name}]", hint='write "goals >= 10"'
        )
    for table, column in _named(condition, view.name):
        if column not in numbers:
            require(table, column, view, tables)
    return condition


def require(table: str, column: str, view: View, tables: Tables) -> None:
    """Refuse a table that is not there, or a column that it does not have."""
    where = f"phrasings of [{view.name}]"
    if table not in tables.views:
        raise InputError(f'there is no table "{table}"', where=where, hint=f"tables are {', '.join(tables.views)}")
    if column not in tables[table].columns:
        known = ", ".join(tables[table].columns)
        raise InputError(f'table "{table}" has no column "{column}"', where=where, hint=f"columns are {known}")


def _read(written: str, view: View, numbers: tuple[str, ...]) -> Condition | None:
    if written.startswith("needs "):
        needed = _read(written.removeprefix("needs "), view, numbers)
        return Needed(needed) if needed else None
    for word in (" or ", " and "):
        if word in written:
            parts = [_read(part.strip(), view, numbers) for part in written.split(word)]
            return Several(tuple(p for p in parts if p), word == " and ") if all(parts) else None
    if found := ELSEWHERE.match(written):
        inner = _read(found[1], view, numbers)
        return Elsewhere(inner, found[2], found[3], found[4]) if inner else None
    if written.startswith("another "):
        return Another()
    if found := SHARED.match(written):
        return Shared(found[1], found[2], found[3], bool(found[4]))
    if found := RANK.match(written):
        group = [part.strip() for part in (found[3] or "").split(",") if part.strip()]
        return Rank(
            int(found[1]), tuple(found[2].split(" + ")), tuple(g for g in group if " " not in g),
            tuple(_filter(g) for g in group if " " in g),
        )  # fmt: skip
    if found := NEXT.match(written):
        return Next(found[2], found[3] or "", found[1] == "below")
    if found := SOON.match(written):
        return Soon(found[1], int(found[2]))
    if found := LEFT.match(written):
        return Left(tuple(_filter(w.strip()) for w in found[1].split(",")), found[2])
    if found := ROWS.match(written):
        having = tuple(_filter(w.strip()) for w in found[3].split(","))
        return Rows(found[1], having, found[4], found[2] or view.name, found[5] or found[4])
    return _compared(written, view, numbers) or _met(written)


def _met(written: str) -> Condition | None:
    found = COUNTED.match(written)
    if not found:
        return None
    having = tuple(_filter(f"{c.strip()} {found[4]} {found[5] or ''}") for c in found[3].split(","))
    least = int(found[2] or 1)
    return Met(least, least if found[1] else None, having)


def _compared(written: str, view: View, numbers: tuple[str, ...]) -> Condition | None:
    """Read "wins < losses", "won <= wins": a column or a written number on the right."""
    parts = [COMPARED.match(part.strip()) for part in written.split(",")]
    if not all(parts):
        return None
    read = tuple(Comparison(_terms(p[1]), p[2], _terms(p[3])) for p in parts if p)
    names = {name for part in read for _, name in part.right if not name.isdigit()}
    words = all(part.relation == "=" for part in read) and not names & {*view.columns, *numbers}
    return None if words or not (names or GAP in written or "+" in written) else Compared(read)


def _terms(written: str) -> Terms:
    return tuple((-1 if sign == "-" else 1, name) for sign, name in TERM.findall(written))


def _filter(words: str) -> Filter:
    """Read "points >= 10", "position filled"."""
    column, relation, value = (*words.split(None, 2), "", "")[:3]
    value = value.strip()
    return Filter(column, relation, Decimal(value) if re.fullmatch(r"-?[\d.]+", value) else value)


def _named(condition: Condition, table: str) -> Iterator[tuple[str, str]]:
    """Yield the columns that a condition names, each with its table."""
    match condition:
        case Elsewhere():
            yield from ((table, condition.column), (condition.table, condition.key))
            yield from _named(condition.condition, condition.table)
        case Needed():
            yield from _named(condition.condition, table)
        case Several():
            yield from (name for part in condition.parts for name in _named(part, table))
        case Rank():
            columns = (*condition.columns, *condition.same, *(f.column for f in condition.group))
            yield from ((table, column) for column in columns)
        case Soon():
            yield table, condition.column
        case Next():
            yield from ((table, column) for column in (condition.column, condition.same) if column)
        case Left():
            yield from ((table, column) for column in (condition.same, *(f.column for f in condition.having)))
        case Rows():
            yield table, condition.key
            yield from ((condition.table, column) for column in (condition.same, *(f.column for f in condition.having)))
            if not condition.number.isdigit():
                yield table, condition.number
        case Shared():
            yield from ((table, condition.column), (condition.table, condition.key))
        case Met():
            yield from ((table, f.column) for f in condition.having)
        case Compared():
            terms = [t for part in condition.parts for t in (*part.left, *part.right)]
            yield from ((table, name.removeprefix(GAP)) for _, name in terms if not name.isdigit())
