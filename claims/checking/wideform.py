"""Long tables read as wide ones: what the rows measure, "rescues", "false alarms", becomes a column for each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.checking.longform import KEPT
from claims.checking.sqltext import literal, quoted
from claims.checking.words import stem, stems_of
from claims.references import Column, naming

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claims.references import Table

GENERIC = frozenset(
    stem(w) for w in "value amount figure number count total result level census survey year observation data".split()
)
MEASURED = frozenset(
    stem(w) for w in "measure indicator variable metric statistic item series category type kind subject topic".split()
)
FEWEST, MOST, LARGEST = 2, 60, 100_000
FILLED = 0.5  # of the cells of the wide form, at least


@dataclass(frozen=True, slots=True)
class Wide:
    """A wide form: its table, and for each of its cells the row of the long table, called `source`, that it was."""

    table: Table
    source: str
    name: str
    measure: str
    label: str
    kept: tuple[str, ...]
    rows: tuple[Mapping[str, int], ...]

    @property
    def taken(self) -> tuple[str, ...]:
        """Give the column of the long table that was spread."""
        return (self.measure,)

    @property
    def given(self) -> tuple[str, ...]:
        """Give the columns that it became."""
        return tuple(c.name for c in self.table.columns if c.name not in self.kept)

    def sources(self, row: int, columns: tuple[str, ...]) -> Iterator[tuple[str, int, tuple[str, ...]]]:
        """Yield the rows of the long table that cells of a row were, with the columns to show there."""
        found = self.rows[row]
        kept = tuple(c for c in columns if c in self.kept)
        measured = [c for c in columns if c in found]
        for column in measured:
            yield self.source, found[column], (*kept, self.label, self.measure)
        if not measured:
            yield self.source, min(found.values()), kept

    def relation(self) -> str:
        """Write the wide form as SQL over the long table."""
        kept = [quoted(name) for name in self.kept]
        cells = (
            f"max(CASE WHEN {quoted(self.label)} = {literal(name)} THEN {quoted(self.measure)} END) AS {quoted(name)}"
            for name in self.given
        )
        return f"SELECT {', '.join([*kept, *cells])} FROM {quoted(self.source)} GROUP BY {', '.join(kept)}"


def wide_form(table: Table, source: str) -> Wide | None:
    """Give the wide form of a table whose rows say in a column of few words what its one column of figures measures."""
    figures = [c for c in table.columns if c.kind not in ("text", "date", "bool") and c.role in ("measure", "key")]
    vague = GENERIC | {*stems_of(table.name)}
    generic = [c for c in figures if {*stems_of(c.name)} <= vague and c is not table.columns[0]]
    if len(figures) != 1 or not generic or len(table) > LARGEST:
        return None
    for label in (c for c in table.columns if _labels(table, c)):
        kept = tuple(c for c in table.columns if c.role in KEPT and c.name not in (label.name, generic[0].name))
        rows = _keyed(table, label, generic[0], kept)
        if kept and rows:
            return _wide(table, source, (generic[0], label), kept, rows)
    return None


def _labels(table: Table, column: Column) -> bool:
    """Say whether the few texts of a column may be names of measures, and no names of things."""
    plain = column.role in ("category", "text", "key") and column.kind in ("text", "") and not column.named
    called = bool(MEASURED & {*stems_of(column.name)})
    return (
        plain and called and FEWEST <= column.distinct <= MOST and column.distinct < len(table) and not column.missing
    )


Keyed = dict[tuple[object, ...], dict[str, int]]


def _keyed(table: Table, label: Column, measure: Column, kept: tuple[Column, ...]) -> Keyed:
    """Map what tells the rows apart to the row of each measure; nothing where that does not settle which, or few do."""
    found: Keyed = {}
    keys = list(zip(*(table.texts[c.name].to_pylist() for c in kept), strict=True))
    for row, (key, text) in enumerate(zip(keys, table.texts[label.name].to_pylist(), strict=True)):
        if text in found.setdefault(key, {}) or text in {measure.name, *(c.name for c in kept)}:
            return {}
        found[key][text] = row
    full = len(found) >= FEWEST and len(keys) >= FILLED * len(found) * label.distinct
    return found if full else {}


def _wide(table: Table, source: str, figure: tuple[Column, Column], kept: tuple[Column, ...], keyed: Keyed) -> Wide:
    import pyarrow as pa

    measure, label = figure
    rows = tuple(keyed.values())
    first = [min(row.values()) for row in rows]
    named = dict.fromkeys(text for row in rows for text in row)
    cells = table.texts[measure.name].to_pylist()
    texts = {c.name: table.texts[c.name].take(pa.array(first)) for c in kept}
    texts |= {n: pa.array([cells[row[n]] if n in row else None for row in rows], pa.string()) for n in named}
    units = _units(table, label, rows)
    columns = [replace(c, unique=c.distinct == len(rows) and not c.missing) for c in kept]
    columns += [_column(name, units.get(name, ""), measure) for name in named]
    failed = {
        (at, name): failure
        for at, row in enumerate(rows) for name, own in row.items()
        if (failure := table.failed.get((own, measure.name)) or table.failed.get((own, label.name)))
    } if table.failed else {}  # fmt: skip
    wide = table.reshaped(tuple(columns), texts, failed)
    return Wide(
        wide, source, f"{source}_by_{label.name}".lower().replace(" ", "_"), measure.name, label.name,
        tuple(c.name for c in kept), rows,
    )  # fmt: skip


def _units(table: Table, label: Column, rows: tuple[Mapping[str, int], ...]) -> dict[str, str]:
    """Give the unit that a column of units has beside each measure."""
    column = next((c.name for c in table.columns if stem("unit") in stems_of(c.name) and c is not label), "")
    if not column:
        return {}
    cells = table.texts[column].to_pylist()
    return {name: cells[own] or "" for row in rows for name, own in row.items()}


def _column(name: str, unit: str, measure: Column) -> Column:
    """Say what a column means that is called by the text of a row."""
    own, read = naming.read(name), naming.read(f"{name} {unit}")
    return replace(
        measure, name=name, role="measure", words=own.words, forms=own.forms, kind=read.kind or measure.kind,
        unit=read.unit or measure.unit, scale=max(read.scale, measure.scale), year=None, unique=False,
    )  # fmt: skip
