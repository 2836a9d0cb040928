"""Reference tables: read, understood, and their own quality checked first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from claims import embedded
from claims.references import drafting, loading, profiling, reading
from claims.references.gate import Check
from claims.references.suites import Result
from claims.references.table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = [
    "Check",
    "Column",
    "References",
    "Result",
    "Table",
    "check",
    "draft_suites",
    "infer_catalog",
]


@dataclass(frozen=True, eq=False)
class References:
    """The tables that an article is checked against.

    Examples
    --------
    >>> import pandas as pd
    >>> people = pd.DataFrame({"name": ["Ada Byron"], "born": ["1815-12-10"]})
    >>> references = References.from_frames({"people": people})
    >>> references.table("people").cell(0, "born")
    datetime.date(1815, 12, 10)
    """

    tables: tuple[Table, ...] = ()

    @classmethod
    def load(cls, path: str | Path) -> References:
        """Read a folder of tables, one table file, a `references.toml`, or the database of an address.

        An address is as SQLAlchemy has it: "postgresql+psycopg://reader@localhost:5432/news".
        """
        return cls(loading.load(path))

    @classmethod
    def from_frames(cls, frames: Mapping[str, Any]) -> References:
        """Take tables held in memory: pandas or polars frames, Arrow tables and what else speaks Arrow."""
        sheets = [reading.from_frame(name, frame) for name, frame in frames.items()]
        return cls(loading.build(sheets, {}, None, "frames"))

    @classmethod
    def from_files(cls, files: Mapping[str, str | Path]) -> References:
        """Read table files, or the table of that name in a database, each under the name given."""
        sheets = [sheet for name, file in files.items() for sheet in loading.named(name, file)]
        return cls(loading.build(sheets, {}, None, "tables"))

    @classmethod
    def embedded(cls) -> References:
        """Load the tables that travel with the package."""
        return cls.load(embedded.folder("seeds") / "references")

    @cached_property
    def fingerprint(self) -> str:
        """Digest of all tables."""
        return sha256("".join(f"{t.name}:{t.sha256}\n" for t in self.tables).encode()).hexdigest()

    def table(self, name: str) -> Table | None:
        """Give the table of that name, or None."""
        return next((table for table in self.tables if table.name == name), None)

    def _repr_html_(self) -> str:
        from claims import notebook

        return notebook.show(self)


def check(path: str | Path) -> tuple[Check, ...]:
    """Give each table's report, with every expectation and its result."""
    tables = References.load(path).tables
    return tuple(Check(report=table.report, results=table.results) for table in tables)


def infer_catalog(path: str | Path) -> str:
    """Write a first `references.toml` for a folder of tables, to be edited by a person."""
    return drafting.write(References.load(path).tables)


def draft_suites(path: str | Path) -> dict[str, str]:
    """Write a first expectation suite for each table, to be edited by a person."""
    tables = References.load(path).tables
    return {table.name: profiling.write(table, tables) for table in tables}
