"""Tables whose codes are read as names: for "line 4" the name that another table has, or else "Line 4"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.checking.sqltext import literal, quoted
from claims.references import cells
from claims.references.arrow import strings
from claims.references.codes import base, is_code, written
from claims.references.stored import Stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pyarrow as pa

    from claims.references import Column, Table
    from claims.references.cells import Dtype


@dataclass(frozen=True, slots=True)
class Coded:
    """A table with names in the place of codes; `plain` is that table as its file has it."""

    table: Table
    plain: Table
    rows: Mapping[str, Mapping[str, int]]
    """For each column that another table names: the row there, by name."""

    @property
    def name(self) -> str:
        """Name it as no table of the user's is named."""
        return f"{self.plain.name} with names"

    def sources(self, row: int, columns: tuple[str, ...]) -> Iterator[tuple[str, int, tuple[str, ...]]]:
        """Yield the row of the file, and the rows that name its codes."""
        yield self.plain.name, row, columns
        for column in (c for c in columns if c in self.rows):
            other, key, names = self._codes(column)
            for name in (self.table.raw(row, column) or "").split("; "):
                if name in self.rows[column] and other != self.plain.name:
                    yield other, self.rows[column][name], (key, names)

    def put(self, text: str) -> tuple[str, str]:
        """Let a query ask for names; give the table with the names that it asks for, "" if none, and the query."""
        asked = [c for c in self.plain.columns if _told(self.plain, c) and quoted(c.name) in text]
        named = text
        for before in (" FROM ", " JOIN ") if asked else ():
            named = named.replace(f"{before}{quoted(self.plain.name)}", f"{before}{quoted(self.name)}")
        return (self._relation(asked), named) if named != text else ("", text)

    def _relation(self, told: Sequence[Column]) -> str:
        """Write the table with names as SQL over the tables as they are."""
        names = ", ".join(f"{self._name(c)} AS {quoted(c.name)}" for c in told)
        return f"{quoted(self.name)} AS (SELECT * REPLACE ({names}) FROM {quoted(self.plain.name)} AS own)"

    def _name(self, column: Column) -> str:
        code = f"own.{quoted(column.name)}"
        if not column.codes:
            return f"{literal(_noun(column) + ' ')} || {code}"
        other, key, names = column.codes
        table = f"FROM {quoted(other)} AS named WHERE"
        if column.dtype == "list":
            listed = f"list_contains(regexp_split_to_array(trim({code}), '\\s*;\\s*'), named.{quoted(key)}::VARCHAR)"
            return f"(SELECT string_agg({quoted(names)}, '; ') {table} {listed})"
        found = f"SELECT {quoted(names)} {table} named.{quoted(key)} = {code}"
        return f"coalesce(({found}), {code}::VARCHAR)"

    def _codes(self, column: str) -> tuple[str, ...]:
        found = self.plain.column(column)
        return found.codes if found else ()


def coded(table: Table, tables: Mapping[str, Table]) -> Coded | None:
    """Give a table with names for its codes, None where it has no codes or is too large to be held twice."""
    told = [c for c in table.columns if _told(table, c)]
    used = [table, *(tables[c.codes[0]] for c in told if c.codes)]
    if not told or any(isinstance(one.texts, Stored) for one in used):
        return None
    texts, rows, columns = dict(table.texts), {}, {c.name: c for c in table.columns}
    for column in told:
        names = _names(column, tables) if column.codes else {}
        texts[column.name] = _replaced(table.texts[column.name], column, names)
        columns[column.name] = _named(column, len(texts[column.name].drop_null().unique()))
        if column.codes:
            rows[column.name] = {name: row for row, name in names.values()}
    made = replace(table, columns=tuple(columns.values()), texts=texts, _values={})
    return Coded(made, table, rows)


def label(column: Column, code: str) -> str:
    """Name a thing by its number: "Ward 7"."""
    return f"{_noun(column)} {code}"


def _noun(column: Column) -> str:
    return column.noun.capitalize()


def _told(table: Table, column: Column) -> bool:
    return bool(column.codes or column.noun) and not is_code(column, table.name)


def _names(column: Column, tables: Mapping[str, Table]) -> dict[str, tuple[int, str]]:
    """Map the codes of the other table to the row and the name of each thing."""
    other, key, name = column.codes
    known = tables[other].values(key)
    names = tables[other].texts[name].to_pylist()
    pairs = enumerate(zip(known, names, strict=True))
    return {code: (row, name) for row, (cell, name) in pairs for code in written(cell) if name}


def _replaced(texts: pa.Array, column: Column, names: Mapping[str, tuple[int, str]]) -> pa.Array:
    """Write names for codes, each different one once."""

    def name(code: str) -> str:
        return (names[code][1] if code in names else code) if column.codes else label(column, code)

    encoded = (texts.combine_chunks() if hasattr(texts, "combine_chunks") else texts).dictionary_encode()
    known = cells.values(encoded.dictionary, column.dtype)
    told = strings("; ".join(map(name, written(code))) or None for code in known)
    return type(encoded).from_arrays(encoded.indices, told).dictionary_decode()


def _named(column: Column, distinct: int) -> Column:
    words = base(column.name) or (column.noun,)
    dtype: Dtype = "list" if column.dtype == "list" else "text"
    return replace(column, dtype=dtype, kind="text", named=True, distinct=distinct, words=words, forms=words)


def numbered(tables: Iterable[Table]) -> dict[str, dict[str, str]]:
    """Map the nouns of things that are told by number to their names by number: "line" -> "4" -> "Hill Line"."""
    found: dict[str, dict[str, str]] = {}
    for table in tables:
        for column in (c for c in table.columns if c.noun and c.dtype == "int"):
            known = found.setdefault(column.noun, {})
            if column.codes:
                pairs = zip(table.values(column.name), table.values(column.codes[2]), strict=True)
                known |= {str(code): name for code, name in pairs if code is not None and isinstance(name, str)}
            else:
                codes = dict.fromkeys(table.values(column.name))
                known |= {str(code): label(column, str(code)) for code in codes if code is not None}
    return found


def decoded(tables: Iterable[Table]) -> dict[str, tuple[str, ...]]:
    """Map the codes of letters to what they stand for: "OSY" to the airport."""
    found: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for column in (c for c in table.columns if is_code(c, table.name) and c.dtype == "text"):
            for code, name in zip(table.values(column.name), table.values(column.codes[2]), strict=True):
                if isinstance(code, str) and isinstance(name, str):
                    found[code] = (*found.get(code, ()), name)
    return found


def phrases(noun: str, code: str) -> Iterator[tuple[str, ...]]:
    """Yield how prose names a thing by its number.

    >>> [" ".join(words) for words in phrases("ward", "7")]
    ['ward 7', 'ward seven', 'ward no 7', 'no 7 ward', 'ward number 7', 'number 7 ward', '7th ward']
    """
    for called in (noun, *(VEHICLES - {noun} if noun in VEHICLES else ())):
        yield called, code
        if int(code) in SPELT:
            yield called, SPELT[int(code)]
        for number in ("no", "number"):
            yield called, number, code
            yield number, code, called
        if called in RUN:
            yield code, called
    if noun in PARTED:
        yield ordinal(int(code)), noun


def ordinal(number: int) -> str:
    """Write an ordinal in figures: "22nd"."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


SPELT = dict(enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1))
RUN = frozenset("bus tram train ferry trolleybus streetcar".split())
VEHICLES = RUN | {"line", "route", "service"}
"""What runs by number: "the No. 12 bus" is what a table calls route 12."""
PARTED = frozenset("ward district precinct constituency division zone sector circuit area".split())
"""Parts of a place, which an ordinal names too: "the 4th district"."""
