"""Files, databases and frames -> columns of cells as written."""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import json
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from claims.errors import InputError, ReferencesError
from claims.references import databases, european, tidying
from claims.references.arrow import numbers, strings
from claims.references.stored import Stored
from claims.references.textual import MISSING, as_cell, as_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pyarrow as pa

SUFFIXES = (".csv", ".tsv", ".parquet", ".xlsx", ".jsonl", ".ndjson", *databases.SUFFIXES)
_BIG = 200_000
"""Bytes from which Arrow's reader is quicker than the `csv` module."""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A table as read: its columns in order, each cell a string or None."""

    name: str
    texts: Mapping[str, pa.Array] = field(repr=False)
    source: str
    sha256: str
    unsure: frozenset[str] = frozenset()
    """Columns whose numbers may mean either of two things."""


def tables_in(path: Path) -> tuple[Path, ...]:
    """List the table files of a folder, by name."""
    return tuple(
        sorted(p for p in path.iterdir() if p.suffix.lower() in SUFFIXES and not p.name.startswith((".", "~")))
    )


def read(path: Path, name: str = "") -> tuple[Sheet, ...]:
    """Read a table file; an Excel file gives a table for each sheet, a database for each table."""
    if not path.is_file():
        raise InputError(
            "there is no such table", where=str(path), hint="give a CSV, TSV, Parquet, Excel, JSONL or database file"
        )
    if path.suffix.lower() in databases.SUFFIXES:
        return read_database(str(path), name=name)
    content = path.read_bytes()
    suffix, name = path.suffix.lower(), name or path.stem
    if not content.strip():
        raise ReferencesError("the table is empty", where=str(path), hint="give it a header line and rows")
    sha256 = hashlib.sha256(content).hexdigest()
    if suffix in (".csv", ".tsv"):
        named = {name: _delimited(content, path, "\t" if suffix == ".tsv" else "")}
    elif suffix == ".parquet":
        named = {name: _parquet(content, path)}
    elif suffix == ".xlsx":
        named = _excel(content, path, name)
    elif suffix in (".jsonl", ".ndjson"):
        named = {name: _json_lines(content, path)}
    else:
        raise InputError(
            f'cannot read a table from a "{suffix}" file', where=str(path), hint=f"give {', '.join(SUFFIXES)}"
        )
    sheets = [Sheet(name=key, texts=texts, source=str(path), sha256=sha256) for key, texts in named.items()]
    if suffix == ".csv":
        sheets = [european.read(sheet, semicolons=b";" in content.partition(b"\n")[0]) for sheet in sheets]
    return tuple(map(_filled, sheets))


def read_database(source: str, *, name: str = "", table: str = "", query: str = "") -> tuple[Sheet, ...]:
    """Read one table of a database, what a query gives, or all its tables."""
    where = databases.shown(source)
    found = databases.read(source, name=name, table=table, query=query)
    return tuple(_filled(_sheet(key, read, f"{where}, {key}", where)) for key, read in found.items())


def from_frame(name: str, frame: Any) -> Sheet:
    """Take a pandas, polars or Arrow table held in memory, or anything that speaks Arrow's C interface."""
    import pyarrow as pa

    if hasattr(frame, "iloc") and hasattr(frame, "dtypes"):
        _check_names([str(column) for column in frame.columns], f"table {name}")
        table = pa.table({str(c): _from_pandas(frame[c]) for c in frame.columns})
    elif isinstance(frame, pa.Table):
        table = frame
    elif hasattr(frame, "__arrow_c_stream__") or hasattr(frame, "__arrow_c_array__"):
        table = pa.table(frame)
    else:
        raise InputError(
            f'table "{name}" is a {type(frame).__name__}', hint="give a pandas or polars frame, or an Arrow table"
        )
    return _filled(_sheet(name, table, f"table {name}"))


def _sheet(name: str, table: pa.Table | Stored, where: str, source: str = "") -> Sheet:
    """Write an Arrow table as text."""
    _check_names(table.column_names, where)
    stored = isinstance(table, Stored)
    texts = table if stored else {column: as_text(table[column]) for column in table.column_names}
    return Sheet(name=name, texts=texts, source=source, sha256=_digest(texts))


def _filled(sheet: Sheet) -> Sheet:
    if not sheet.texts or not len(next(iter(sheet.texts.values()))):
        where = sheet.source or f"table {sheet.name}"
        raise ReferencesError("the table has no rows", where=where, hint="add rows under the header")
    return sheet


def _from_pandas(series: Any) -> pa.Array:
    import pyarrow as pa

    if series.dtype != object:
        return pa.array(series, from_pandas=True)
    return pa.array([as_cell(cell) for cell in series], pa.string())


def _digest(texts: Mapping[str, pa.Array]) -> str:
    """Digest the cells, however Arrow has laid them out: lengths (-1 where empty), then all characters."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    digest = hashlib.sha256()
    for name, column in texts.items():
        sizes = pc.cast(pc.binary_length(column), pa.int64())
        digest.update(json.dumps([name, len(column)]).encode())
        digest.update(numbers(sizes, missing=-1).tobytes())
        filled = column.drop_null()
        ends = pa.py_buffer(np.array([0, len(filled)], np.int32))
        whole = pa.Array.from_buffers(pa.list_(filled.type), 1, [None, ends], children=[filled])
        joined = pc.binary_join(whole, "")
        digest.update(joined[0].as_buffer())
    return digest.hexdigest()


def _delimited(content: bytes, path: Path, delimiter: str) -> dict[str, pa.Array]:
    text = _decode(content, path).lstrip("\r\n")
    delimiter = delimiter or _delimiter(text)
    if len(content) > _BIG and _plain_header(text, delimiter):
        texts = _big(text, path, delimiter)
    else:
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
        except csv.Error as error:
            raise ReferencesError(
                f"the table cannot be read: {error}", where=str(path), hint="check the quotation marks"
            ) from error
        names, body = tidying.tidy(rows, str(path))
        texts = _columns(_check_names(names, str(path)), body)
    return texts


def _delimiter(text: str) -> str:
    """Choose the mark that most of the first lines have, then the one that the first line has most of."""
    lines = text[:20_000].splitlines()[:10]
    return max(",;\t|", key=lambda mark: (sum(mark in line for line in lines), lines[0].count(mark)))


def _plain_header(text: str, delimiter: str) -> bool:
    """Say whether a table begins with one line of names and the next has as many cells."""
    first, second = [*csv.reader(text[:100_000].splitlines()[:2], delimiter=delimiter), [], []][:2]
    return len(first) == len(second) and all(cell.strip() for cell in first)


def _big(text: str, path: Path, delimiter: str) -> dict[str, pa.Array]:
    import pyarrow as pa
    from pyarrow import csv as arrow_csv

    header = next(csv.reader([text.partition("\n")[0]], delimiter=delimiter))
    names, wrong = _check_names(header, str(path)), []

    def note(row: Any) -> str:
        wrong.append((row.number, row.actual_columns))
        return "skip"

    body = text[text.index("\n") + 1 :].encode()
    options = {
        "read_options": arrow_csv.ReadOptions(column_names=names, use_threads=False, block_size=len(body) + 1),
        "parse_options": arrow_csv.ParseOptions(delimiter=delimiter, newlines_in_values=True, invalid_row_handler=note),
        "convert_options": arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=True, null_values=[""]
        ),
    }
    table = arrow_csv.read_csv(io.BytesIO(body), **options)
    if wrong:
        raise tidying.ragged(str(path), wrong[0][0], wrong[0][1], len(names))
    return {name: as_text(table[name]) for name in names}


def _decode(content: bytes, path: Path) -> str:
    try:
        return content.decode("utf-16" if content[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ReferencesError(
            f"byte {error.start + 1} (0x{content[error.start]:02x}) is not UTF-8",
            where=f"{path}, line {line}",
            hint="the file looks like Windows-1252; save it as UTF-8",
        ) from error


def _check_names(names: Sequence[str], where: str) -> list[str]:
    names = [name.strip() for name in names]
    if "" in names:
        raise ReferencesError(f"column {names.index('') + 1} has no name", where=where, hint="name it in the header")
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise ReferencesError(f'two columns are called "{twice[0]}"', where=where, hint="rename one of them")
    return names


def _columns(names: list[str], rows: Sequence[Sequence[str]]) -> dict[str, pa.Array]:
    return {
        name: strings([None if (cell := row[i].strip()) in MISSING else cell for row in rows])
        for i, name in enumerate(names)
    }


def _parquet(content: bytes, path: Path) -> dict[str, pa.Array]:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        table = parquet.read_table(io.BytesIO(content))
    except pa.ArrowException as error:
        raise ReferencesError("the file is no Parquet table", where=str(path), hint="write it again") from error
    _check_names(table.column_names, str(path))
    return {name: as_text(table[name]) for name in table.column_names}


def _excel(content: bytes, path: Path, name: str) -> dict[str, dict[str, pa.Array]]:
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except Exception as error:
        raise ReferencesError("the file is no Excel workbook", where=str(path), hint="save it as .xlsx") from error
    found = {}
    for sheet in book.worksheets:
        names, body = tidying.tidy([[_excel_cell(cell) for cell in row] for row in sheet.iter_rows()], str(path))
        if names and (body or len(book.worksheets) == 1):
            key = sheet.title if len(book.worksheets) > 1 else name
            found[key] = _columns(_check_names(names, f"{path}, {sheet.title}"), body)
    if not found:
        raise ReferencesError("the table is empty", where=str(path), hint="give it a header line and rows")
    return found


def _excel_cell(cell: Any) -> str:
    """Write a cell as Excel shows it: 0.415 in a format of percent is "41.5%", an error is empty."""
    if cell.value is None or cell.data_type == "e":
        return ""
    if cell.data_type == "n" and "%" in (cell.number_format or "") and isinstance(cell.value, int | float):
        return f"{_plain(Decimal(repr(cell.value)) * 100)}%"
    return as_cell(cell.value) or ""


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _json_lines(content: bytes, path: Path) -> dict[str, pa.Array]:

    records: list[dict[str, Any]] = []
    for number, line in enumerate(_decode(content, path).splitlines(), 1):
        if line.strip():
            records.append(_record(line, f"{path}, line {number}"))
    names = _check_names(list(dict.fromkeys(key for record in records for key in record)), str(path))
    found = {}
    for name in names:
        found[name] = strings([as_cell(record.get(name)) for record in records])
    return found


def _record(line: str, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line, parse_float=str)
    except ValueError as error:
        raise ReferencesError("the line is no JSON", where=where, hint="write one object a line") from error
    if not isinstance(record, dict):
        raise ReferencesError("the line is no JSON object", where=where, hint='write it as {"name": ...}')
    return record
