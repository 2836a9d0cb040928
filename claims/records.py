"""The records of files that hold many articles: JSON lines, and tables with a column "text"."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from claims import places
from claims.errors import InputError
from claims.types import Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Record = tuple[int, tuple[Piece, ...], dict[str, Any]]
"""The line of the file that it begins on, where its text stands there, and what it holds."""


def json_of(text: str, where: str, line: int = 0, *, placed: bool = False) -> Any:
    """Read JSON, where wanted with placed strings; an error names the line, `line` being that of the text."""
    try:
        return places.placed_json(text) if placed else json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        at = getattr(error, "lineno", 1) + max(line - 1, 0)
        reason = getattr(error, "msg", "it is nested too deep")
        raise InputError(f"cannot read the JSON: {reason}", where=f"{where}, line {at}") from None


def of_lines(text: str, where: str) -> Iterator[Record]:
    r"""Give a record a line.

    Examples
    --------
    >>> list(of_lines('{"text": "It rained."}\n', "a.jsonl"))
    [(1, (Piece(start=0, line=1, column=11, part=''),), {'text': 'It rained.'})]
    """
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        record = json_of(line, where, number, placed=True)
        body = record.get("text") if isinstance(record, dict) else None
        if not isinstance(body, str) or not body.strip():
            hint = 'give an object with a string "text"'
            raise InputError("the line has no text", where=f"{where}, line {number}", hint=hint)
        own = places.pieces(body, list(places.of_json(body, line)), line)
        yield number, tuple(replace(piece, line=number) for piece in own), record


def of_rows(text: str, where: str) -> Iterator[Record]:
    r"""Give a record a row of a table with commas, or tabs in a .tsv file.

    Examples
    --------
    >>> list(of_rows('id,text\na,"It rained,\nand rained."\n', "a.csv"))
    [(2, (Piece(start=0, line=2, column=4, part=''),), {'id': 'a', 'text': 'It rained,\nand rained.'})]
    """
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    delimiter = "\t" if where.lower().endswith(".tsv") else ","
    lines = text.splitlines(keepends=True)
    rows = _numbered(csv.reader(lines, delimiter=delimiter, strict=True), where)
    header = _header(next(rows, (0, []))[1], where)
    at = header.index("text")
    for line, row in rows:
        place = f"{where}, line {line}"
        if len(row) != len(header):
            hint = "put quotation marks around a cell that holds the delimiter"
            raise InputError(f"the row has {len(row)} cells where the header has {len(header)}", where=place, hint=hint)
        if not row[at].strip():
            raise InputError("the row has no text", where=place, hint='fill its cell "text", or leave the row out')
        first = line + sum(cell.count("\n") for cell in row[:at])
        column = 1 + max(lines[first - 1].find(row[at].partition("\n")[0].partition('"')[0]), 0)
        yield line, (Piece(start=0, line=first, column=column),), dict(zip(header, row, strict=True))


def _numbered(rows: Any, where: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that are not empty, each with the line that it begins on."""
    line = 1
    try:
        for row in rows:
            if row:
                yield line, row
            line = rows.line_num + 1
    except csv.Error as error:
        raise InputError(f"cannot read the table: {error}", where=f"{where}, line {rows.line_num}") from None


def _header(names: list[str], where: str) -> list[str]:
    header = [name.strip().lower() for name in names]
    if "text" not in header:
        hint = f'call the one with the articles "text"; there are: {", ".join(names) or "none"}'
        raise InputError('the table has no column "text"', where=where, hint=hint)
    return header


READERS: dict[str, Callable[[str, str], Iterator[Record]]] = {
    ".jsonl": of_lines,
    ".ndjson": of_lines,
    ".csv": of_rows,
    ".tsv": of_rows,
}
