"""Columns that are the parts of a whole, "women" and "men", "gold", "silver" and "bronze", read as their total too."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.longform import KEPT
from claims.checking.sqltext import quoted
from claims.checking.words import TOTAL_WORDS, stem
from claims.references import Column, naming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.references import Table

LARGEST = 100_000
FEWEST = 2
TOTAL = frozenset(stem(w) for w in TOTAL_WORDS)
VOTES = frozenset(stem(w) for w in "vote votes ballots".split())
CONTESTS = frozenset(stem(w) for w in "match matches game games set race bout fight frame".split())
# the words that tell the parts of a whole apart, what the whole is called where the table does not say, and what the
# parts may have in common: goals for and against, or seats won and lost, are parts of nothing
WHOLES = tuple(
    (frozenset(stem(w) for w in parts.split()), whole, common)
    for parts, whole, common in (
        ("women men woman man", "", None), ("girls boys", "", None), ("female male", "", None),
        ("gold silver bronze", "medals", None), ("adults children", "people", None), ("urban rural", "", None),
        ("for against abstained abstentions", "votes", VOTES), ("yes no", "votes", VOTES),
        ("ayes noes", "votes", VOTES),
        ("won drawn tied lost", "matches", CONTESTS), ("wins draws ties losses", "matches", CONTESTS),
        ("passed failed", "", None),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Summed:
    """A table of totals: for each row of the table called `source` the sum of the parts that each column has there."""

    table: Table
    source: str
    name: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    kept: tuple[str, ...]

    @property
    def taken(self) -> tuple[str, ...]:
        """Give the columns that were added up."""
        return tuple(column for _, columns in self.parts for column in columns)

    @property
    def given(self) -> tuple[str, ...]:
        """Give the columns of their sums."""
        return tuple(name for name, _ in self.parts)

    def sources(self, row: int, columns: tuple[str, ...]) -> Iterator[tuple[str, int, tuple[str, ...]]]:
        """Yield the row of the source that a row was, with the columns to show there: the parts of the totals."""
        parts = dict(self.parts)
        yield self.source, row, tuple(part for column in columns for part in parts.get(column, (column,)))

    def relation(self) -> str:
        """Write the totals as SQL over the source."""
        sums = (f"{' + '.join(map(quoted, columns))} AS {quoted(name)}" for name, columns in self.parts)
        return f"SELECT {', '.join([*map(quoted, self.kept), *sums])} FROM {quoted(self.source)}"


def totals(table: Table) -> Summed | None:
    """Give the table of the totals of columns that are parts of a whole, None where there are none."""
    kept = tuple(c for c in table.columns if c.role in KEPT)
    summed = [
        (_total(table, parts, common, whole), tuple(c.name for c in parts))
        for parts, common, whole in groups(table) if not _has_total(table, common)
    ]  # fmt: skip
    if not summed or not kept or len(table) > LARGEST:
        return None
    import pyarrow as pa

    columns = [*kept]
    texts = {c.name: table.texts[c.name] for c in kept}
    for total, parts in summed:
        cells = zip(*(table.values(part) for part in parts), strict=True)
        sums = [None if None in row else format(sum(map(Decimal, row)), "f") for row in cells]
        columns.append(total)
        texts[total.name] = pa.array(sums, pa.string())
    failed = {
        (row, total.name): failure
        for total, parts in summed for (row, column), failure in table.failed.items() if column in parts
    }  # fmt: skip
    made = table.reshaped(tuple(columns), texts, {**table.failed, **failed})
    shown = tuple((total.name, parts) for total, parts in summed)
    return Summed(made, table.name, f"{table.name}_totals", shown, tuple(c.name for c in kept))


Group = tuple[list[Column], frozenset[str], str]


def groups(table: Table) -> Iterator[Group]:
    """Yield the columns that only the words for parts of a whole tell apart, what they share, and what they make."""
    measures = [c for c in table.columns if c.role == "measure" and c.kind in ("number", "quantity", "money")]
    stems = {c.name: _stems(c) for c in measures}
    for words, whole, shared in WHOLES:
        sides: dict[frozenset[str], list[Column]] = {}
        for column in measures:
            if len(stems[column.name] & words) == 1:
                sides.setdefault(stems[column.name] - words, []).append(column)
        for common, parts in sides.items():
            fits = shared is None or {s for s in common if not s.isdigit()} <= shared
            if fits and len(parts) >= FEWEST and len({(c.kind, c.unit, c.scale, c.dtype) for c in parts}) == 1:
                yield parts, common, whole


def _stems(column: Column) -> frozenset[str]:
    """Give the stems of a column's name, common words such as "for" among them."""
    return frozenset(map(stem, naming.split(column.name)))


def _has_total(table: Table, common: frozenset[str]) -> bool:
    """Say whether the table has the total of a group itself."""
    others = (_stems(c) - common for c in table.columns if c.role == "measure")
    return any(other and other <= TOTAL for other in others)


def _total(table: Table, parts: list[Column], common: frozenset[str], whole: str) -> Column:
    """Say what a total means: it is called by what its parts have in common, or as the table is."""
    shared = tuple(form for form in parts[0].forms if stem(form) in common)
    named = shared or tuple(f for f in (*naming.read(table.name).forms, whole) if f)
    return replace(
        parts[0], name=" + ".join(c.name for c in parts), words=tuple(map(naming.lemma, named)), forms=named,
        unique=False, distinct=len(table),
    )  # fmt: skip
