"""A large table of a DuckDB file, left where it is: a column is read when it is asked for, a cell when it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from claims.errors import InputError
from claims.references.textual import as_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pyarrow as pa

LARGE = 1_000_000
"""Rows from which a table stays in its file."""


def connect(path: Path) -> Any:
    """Open a DuckDB file for reading; it reaches no other file."""
    import duckdb

    connection = duckdb.connect(str(path), read_only=True, config={"enable_external_access": "false"})
    connection.execute("SET enable_progress_bar = false")  # it would stand in the midst of our output
    return connection


def quoted(name: str) -> str:
    """Write a name as SQL does.

    >>> quoted('the "best" year')
    '"the ""best"" year"'
    """
    return '"{}"'.format(name.replace('"', '""'))


class Stored(Mapping[str, "pa.Array"]):
    """The columns of one table as text, by name; only the one that was asked for last is kept.

    The file is opened for each question, so that others may write to it between two audits. One that was written to
    since it was first read is refused: verdicts would rest on two states of it.
    """

    def __init__(self, path: Path, table: str, column_names: tuple[str, ...]) -> None:
        self.path, self.table, self.column_names = path, table, column_names
        self._state = _state(path)
        self._kept: dict[str, pa.Array] = {}

    def __getitem__(self, name: str) -> pa.Array:
        if name not in self:
            raise KeyError(name)
        if name not in self._kept:
            self._kept.clear()  # before the next is read: two columns need twice the memory
            self._kept[name] = self._read(name)
        return self._kept[name]

    def __contains__(self, name: object) -> bool:
        return name in self.column_names

    def __iter__(self) -> Iterator[str]:
        return iter(self.column_names)

    def __len__(self) -> int:
        return len(self.column_names)

    def cell(self, row: int, name: str) -> str | None:
        """Give one cell as text, without its column."""
        text: str | None = self._read(name, f" LIMIT 1 OFFSET {row:d}")[0].as_py()
        return text

    def _read(self, name: str, only: str = "") -> pa.Array:
        if _state(self.path) != self._state:
            raise InputError(
                "the database was written to since it was read", where=str(self.path), hint="load its tables again"
            )
        with connect(self.path) as connection:
            found = connection.sql(f"SELECT {quoted(name)} FROM {quoted(self.table)}{only}").to_arrow_table()
        return as_text(found.column(0))


def _state(path: Path) -> tuple[int, int]:
    """Give the size and the time of a file."""
    found = path.stat()
    return found.st_size, found.st_mtime_ns
