"""Wide tables read as long ones: a column a year, or a column a thing, becomes a row for each."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.checking.periods import SEASON
from claims.checking.sqltext import literal, quoted
from claims.checking.words import fold
from claims.references import Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pyarrow as pa

    from claims.references import Table

MOST = 2_000_000  # cells; a longer form would not be kept in memory
FEWEST = 2  # columns that make a group
KEPT = frozenset({"entity", "alias", "key", "category", "date", "year"})


@dataclass(frozen=True, slots=True)
class Long:
    """A long form: its table, and for each run of rows the column of the wide table that it was."""

    table: Table
    measure: str
    columns: tuple[str, ...]
    labels: tuple[str | int, ...]
    label: Column
    kept: tuple[str, ...]
    height: int

    @property
    def name(self) -> str:
        """Name it as no table of the user's is named."""
        return "_".join(f"{self.table.name} {self.measure} by {self.label.name}".lower().split())

    @property
    def taken(self) -> tuple[str, ...]:
        """Give the columns of the wide table that were put one below the other."""
        return self.columns

    @property
    def given(self) -> tuple[str, ...]:
        """Give the column that they became."""
        return (self.measure,)

    def origin(self, row: int, column: str) -> tuple[int, str]:
        """Say where a cell stands in the wide table; the label of a row is the name of a column there."""
        part, own = divmod(row, self.height)
        return own, self.columns[part] if column in (self.measure, self.label.name) else column

    def relation(self) -> str:
        """Write the long form as SQL over the wide table."""
        kept = "".join(f"{quoted(name)}, " for name in self.kept)
        parts = (
            f"SELECT {kept}{literal(label)} AS {quoted(self.label.name)}, "
            f"{quoted(column)} AS {quoted(self.measure)} FROM {quoted(self.table.name)}"
            for label, column in zip(self.labels, self.columns, strict=True)
        )
        return " UNION ALL ".join(parts)


def long_forms(tables: Sequence[Table]) -> Iterator[Long]:
    """Yield the long forms of the tables that have groups of columns for years or for things."""
    things = _things(tables)
    for table in tables:
        groups = list(_by_year(table)) or list(_by_thing(table, things))
        for measure, label, columns, labels in groups:
            if len(table) * len(columns) <= MOST:
                yield _long(table, measure, label, columns, labels)


Group = tuple[Column, Column, tuple[str, ...], tuple[str | int, ...]]
YEAR = Column(name="year", role="year", kind="date", words=("year",), forms=("year",), dtype="int", resolution="year")


def _by_year(table: Table) -> Iterator[Group]:
    """Group the columns that differ only by the year in their names."""
    measures = [c for c in table.columns if c.role == "measure" and c.year is not None]
    counted = Counter((c.words, c.unit, c.scale) for c in measures)
    for shared, count in counted.items():
        group = [c for c in measures if (c.words, c.unit, c.scale) == shared]
        if count >= FEWEST and len({c.year for c in group}) == count:
            name = " ".join(group[0].forms) or table.name
            measure = replace(group[-1], name=name, year=None, dtype="decimal", unique=False)
            seasons = all(map(_has_season, (c.name for c in group)))
            label = replace(YEAR, resolution="season") if seasons else YEAR
            yield measure, label, tuple(c.name for c in group), tuple(c.year for c in group if c.year)


def _has_season(name: str) -> bool:
    """Say whether a column's name has two years that follow each other, "points_2021/22"."""
    found = SEASON.search(name)
    return found is not None and int(found[0][-2:]) == (int(found[1]) + 1) % 100


def _by_thing(table: Table, things: Mapping[str, tuple[str, Column]]) -> Iterator[Group]:
    """Group the columns that are called as the rows of another table are: a column a museum."""
    measures = [c for c in table.columns if c.role == "measure"]
    named = [(c, things[name]) for c in measures if (name := _plain(c.name)) in things]
    if len(named) < FEWEST or 2 * len(named) <= len(measures):
        return
    forms = tuple(word for word in _plain(table.name).split() if word not in RHYTHM)
    measure = replace(named[0][0], name=" ".join(forms), words=forms, forms=forms, dtype="decimal", unique=False)
    label = replace(named[0][1][1], role="entity", unique=False)
    yield measure, label, tuple(c.name for c, _ in named), tuple(name for _, (name, _) in named)


RHYTHM = frozenset("daily weekly monthly quarterly yearly annual by per".split())


def _things(tables: Sequence[Table]) -> dict[str, tuple[str, Column]]:
    """Map the names and aliases of what tables are about, where a column is called so, to the name and the column."""
    found: dict[str, tuple[str, Column]] = {}
    wanted = {_plain(c.name) for table in tables for c in table.columns if c.role == "measure"}
    for table in tables:
        subject = table.subject
        if subject is None or not subject.unique or subject.dtype != "text":
            continue
        aliases = [table.values(c.name) for c in table.columns if c.role == "alias" and c.of == subject.name]
        names = table.texts[subject.name]
        rows = range(len(table)) if aliases else _called(names, wanted)
        for row, name in ((row, names[row].as_py()) for row in rows):
            given = [cells[row] for cells in aliases]
            others = [o for cell in given for o in (cell if isinstance(cell, tuple) else (cell,))]
            for form in (name, *others):
                if isinstance(form, str) and isinstance(name, str) and _plain(form) in wanted:
                    found.setdefault(_plain(form), (name, subject))
    return found


def _called(names: pa.Array, wanted: Iterable[str]) -> Sequence[int]:
    """Give the rows whose name may be one of these once it is plain, found without reading a million of them."""
    import pyarrow.compute as pc

    gap, end = r"[\s_\x0b\x1c-\x1f]+", r"(?:'s)?[.']*"
    forms = "|".join(gap.join(re.escape(word) + end for word in form.split()) for form in wanted if form)
    told = pc.match_substring_regex(names, rf"(?i)[^\x00-\x7F]|^[\s_]*(?:{forms})[\s_]*$")
    rows: Sequence[int] = pc.indices_nonzero(told).to_pylist()
    return rows


def _plain(name: str) -> str:
    return " ".join(fold(word) for word in name.replace("_", " ").split())


def _long(
    table: Table, measure: Column, label: Column, columns: tuple[str, ...], labels: tuple[str | int, ...]
) -> Long:
    import pyarrow as pa

    kept = tuple(c for c in table.columns if c.role in KEPT and c.name not in (label.name, measure.name))
    height = len(table)
    texts = {c.name: pa.concat_arrays([_whole(table.texts[c.name])] * len(columns)) for c in kept}
    texts[label.name] = pa.array([str(name) for name in labels for _ in range(height)], pa.string())
    texts[measure.name] = pa.concat_arrays([_whole(table.texts[name]) for name in columns])
    failed = {
        (part * height + row, name): failure
        for (row, column), failure in table.failed.items()
        for part, wide in enumerate(columns)
        for name in ((measure.name,) if column == wide else (column,) if column in texts else ())
    }
    repeated = tuple(replace(c, unique=False) for c in kept)
    long = table.reshaped((*repeated, label, measure), texts, failed)
    return Long(long, measure.name, columns, labels, label, tuple(c.name for c in kept), height)


def _whole(texts: object) -> object:
    return texts.combine_chunks() if hasattr(texts, "combine_chunks") else texts
