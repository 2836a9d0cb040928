"""How old a table is: the last day that its rows, or else the names of its columns, speak of."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from claims.references.cells import quarter, read_all
from claims.references.vocabulary import HAPPENED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.references.cells import Cell
    from claims.references.table import Table


def latest(table: Table) -> dt.date | None:
    """Give the last day that a table speaks of; births and openings are no times of rows."""
    return max(_rows(table), default=None) or max(_columns(table), default=None)


def _rows(table: Table) -> Iterator[dt.date]:
    for column in table.with_role("year", "date", "from", "to"):
        if not HAPPENED & set(column.forms) or column.role in ("from", "to"):
            different = table.texts[column.name].drop_null().unique()
            yield from filter(None, map(_last_day, read_all(different, column.dtype)))


def _columns(table: Table) -> Iterator[dt.date]:
    return (dt.date(column.year, 12, 31) for column in table.columns if column.year)


def _last_day(cell: Cell) -> dt.date | None:
    """Read a year, a season ("2021-22"), a quarter, a month or a day as its last day."""
    if isinstance(cell, str):
        cell = quarter(cell) or cell
    if isinstance(cell, tuple):
        cell = cell[-1]
    if isinstance(cell, str) and cell[:4].isdigit():
        cell = int(cell[:4]) + 1
    if isinstance(cell, int):
        return dt.date(cell, 12, 31) if 1 <= cell <= 9999 else None
    return cell if isinstance(cell, dt.date) else None
