"""The frozen records of a reference table: what each column means, and its cells, exact as written."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from claims.references import cells, freshness
from claims.references.stored import Stored
from claims.types import Failure, TableReport

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    import pandas as pd
    import pyarrow as pa

    from claims.references.cells import Cell, Dtype
    from claims.references.suites import Result, Suite

Role = Literal["entity", "alias", "key", "date", "year", "from", "to", "measure", "category", "text"]
ColumnKind = Literal["number", "percent", "money", "quantity", "duration", "date", "text", "bool"]
Resolution = Literal["", "day", "month", "quarter", "year", "season"]


_UNCHECKED = TableReport(table="", source="", sha256="", rows=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a column means.

    Attributes
    ----------
    name : str
        As the table writes it.
    role : str
        entity (the row is about it), alias (other names of `of`), key (a number or code that tells rows apart),
        date, year, from, to (time of the row), measure (a number), category (a name or one of few words), text.
    kind : str
        number, percent, money, quantity, duration, date, text or bool.
    words, forms : tuple of str
        The words of the name, units left out: lemmas ("seat", "win"), and as written ("seats", "won").
    dtype : str
        int, decimal, date, month, bool, clock ("4:02:37", read as seconds), list (";" between) or text.
    unit, scale : str, Decimal
        UCUM-like symbol or ISO 4217 code, and what one stands for: "revenue_usd_m" is USD, 1000000.
    resolution : str
        day, month, quarter, year or season, of a column of times.
    year : int or None
        The year in the column's name, "population_2021".
    decimals : int
        The most digits that a cell has behind the point.
    distinct, missing : int
        Different filled cells; empty cells.
    unique, named : bool
        No cell occurs twice; the cells are proper names (indexed in `References.entities`).
    of : str
        The column that an alias or a detail belongs to: "party" for "party_aliases", "winner" for "winner_team".
    refers : tuple of (table, column)
        Columns that hold the entities which this one names.
    codes : (table, column, column) or ()
        The table whose things this column tells by a code, its column of these codes, and that of their names. It may
        be this table and this column: then it is the code of the things that the rows are about.
    noun : str
        What is told by a number: "line", so that "Line 4" is a name.
    synonyms : tuple of str
        Other words and phrases for it that the catalog declares.
    derive : str
        How the catalog says it is computed: "years since born".
    """

    name: str
    role: Role
    kind: ColumnKind
    words: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    dtype: Dtype = "text"
    unit: str = ""
    scale: Decimal = Decimal(1)
    resolution: Resolution = ""
    year: int | None = None
    decimals: int = 0
    distinct: int = 0
    missing: int = 0
    unique: bool = False
    named: bool = False
    of: str = ""
    refers: tuple[tuple[str, str], ...] = ()
    codes: tuple[str, ...] = ()
    noun: str = ""
    synonyms: tuple[str, ...] = ()
    derive: str = ""

    def __hash__(self) -> int:
        return hash(self.name)  # all fields would take longer than most of what is remembered of a column


@dataclass(frozen=True, kw_only=True, eq=False)
class Table:
    """A reference table: columns with their meaning, cells as written and as values.

    `texts` are the cells as written, `None` where empty. `failed` are the cells that carry no verdict, and why;
    `flagged` those that fail a mere warning. `rules` is the suite, `results` what each expectation of it said.
    `derived` are measures that are computed, and no columns. `key` are the columns that tell rows apart; it is empty
    when none do. `phrasings` are sentences that the catalog declares, with column names in braces.

    Examples
    --------
    >>> from claims.references import References
    >>> import pandas as pd
    >>> references = References.from_frames({"clinics": pd.DataFrame({"clinic": ["Elmwood"], "seen_pct": [83.1]})})
    >>> table = references.tables[0]
    >>> table.cell(0, "seen_pct"), table.raw(0, "seen_pct"), table.column("seen_pct").kind
    (Decimal('83.1'), '83.1', 'percent')
    """

    name: str
    columns: tuple[Column, ...]
    texts: Mapping[str, pa.Array] = field(repr=False)
    source: str = ""
    sha256: str = ""
    suite: str = ""
    rules: Suite | None = field(default=None, repr=False)
    report: TableReport = _UNCHECKED
    failed: Mapping[tuple[int, str], Failure] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    flagged: Mapping[tuple[int, str], Failure] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    results: tuple[Result, ...] = field(default=(), repr=False)
    derived: tuple[Column, ...] = ()
    key: tuple[str, ...] = ()
    phrasings: tuple[str, ...] = ()
    said_as_of: dt.date | None = None
    _values: dict[str, tuple[Cell, ...]] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return self._size

    @cached_property
    def _size(self) -> int:
        return len(next(iter(self.texts.values()))) if self.texts else 0

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The table as a pandas frame with typed columns; numbers with a point are floats here."""
        return cells.to_pandas(self.arrow)

    @cached_property
    def arrow(self) -> pa.Table:
        """The table with exact types (decimals, dates): what DuckDB should query."""
        import pyarrow as pa

        return pa.table({c.name: cells.typed(self.texts[c.name], c.dtype) for c in self.columns})

    @cached_property
    def as_of(self) -> dt.date | None:
        """The day up to which the table knows: as the catalog says, else the last day that it speaks of."""
        return self.said_as_of or freshness.latest(self)

    @cached_property
    def _by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}

    @property
    def subject(self) -> Column | None:
        """The first entity column: what a row is about."""
        return next((column for column in self.columns if column.role == "entity"), None)

    def column(self, name: str) -> Column | None:
        """Give the column of that name, or None."""
        return self._by_name.get(name)

    def with_role(self, *roles: Role) -> tuple[Column, ...]:
        """Give the columns that have one of the roles, in table order."""
        return tuple(column for column in self.columns if column.role in roles)

    def reshaped(
        self, columns: tuple[Column, ...], texts: Mapping[str, pa.Array], failed: Mapping[tuple[int, str], Failure]
    ) -> Table:
        """Give the table with other columns and rows made of its cells, without what was told of its own columns."""
        return replace(self, columns=columns, texts=texts, failed=failed, key=(), phrasings=(), derived=(), _values={})

    def values(self, name: str) -> tuple[Cell, ...]:
        """Give a column's cells: int, Decimal, date, (first day, last day) of a month, str, tuple, bool or None."""
        if name not in self._values:
            self._values[name] = cells.values(self.texts[name], self._by_name[name].dtype)
        return self._values[name]

    def cell(self, row: int, name: str) -> Cell:
        """Give one cell as an exact value, not yet multiplied by the column's scale."""
        return self.values(name)[row]

    def raw(self, row: int, name: str) -> str | None:
        """Give one cell as the table writes it."""
        if isinstance(self.texts, Stored):
            return self.texts.cell(row, name)
        text: str | None = self.texts[name][row].as_py()
        return text

    def label(self, row: int) -> str:
        """Name a row by its key, or by its number, the header not counted."""
        parts = [self.raw(row, name) or "" for name in self.key]
        return ", ".join(parts) if any(parts) else f"row {row + 1}"

    def _repr_html_(self) -> str:
        from claims import notebook

        return notebook.show(self)
