"""Any column as text, as a CSV file would hold it: what the engine reads cells from, whatever they came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.references.arrow import strings

if TYPE_CHECKING:
    import pyarrow as pa

MISSING = frozenset({"", "NaN", "nan", "NULL", "<NA>", "#N/A"})
"""What programs write into an empty cell."""


def as_text(column: Any) -> pa.Array:
    """Write any Arrow column as strings, dates in ISO form, lists with ";" between."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    if isinstance(column, pa.ChunkedArray):
        column = pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], pa.string())
    if pa.types.is_dictionary(column.type):
        words = as_text(column.dictionary)  # of polars they are of a type that Arrow cannot decode
        column = pa.DictionaryArray.from_arrays(column.indices, words).dictionary_decode()
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type) or pa.types.is_string_view(column.type):
        trimmed = pc.utf8_trim_whitespace(pc.cast(column, pa.string()))
        missing = pc.is_in(trimmed, value_set=strings(sorted(MISSING)))
        return pc.if_else(missing, pa.nulls(len(trimmed), pa.string()), trimmed)
    if pa.types.is_integer(column.type) or pa.types.is_decimal(column.type) or pa.types.is_date32(column.type):
        return pc.cast(column, pa.string())
    if pa.types.is_floating(column.type):
        return _floats(pc.cast(column, pa.float64()))
    return strings([as_cell(cell) for cell in column.to_pylist()])


def _floats(column: pa.Array) -> pa.Array:
    """Write floats all at once, and one by one those that Arrow writes otherwise than we do: "1e+15", "-0", "nan"."""
    import pyarrow as pa
    import pyarrow.compute as pc

    plain = pc.cast(column, pa.string())
    odd = pc.and_kleene(pc.is_valid(plain), pc.match_substring_regex(plain, "[en]|^-0$"))
    redone = [as_cell(cell) for cell in column.filter(odd).to_pylist()]
    return pc.replace_with_mask(plain, odd, strings(redone)) if redone else plain


def as_cell(cell: Any) -> str | None:
    """Write a cell of any Python type as a CSV file would; None, NaN and bytes are empty."""
    if cell is None or isinstance(cell, bytes | memoryview):
        return None
    return None if not isinstance(cell, list | tuple | dict | str) and cell != cell else _written(cell)


def _written(cell: Any) -> str | None:
    """Write a cell of any Python type as a CSV file would."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if hasattr(cell, "isoformat"):
        return str(cell.isoformat()).removesuffix("T00:00:00")
    if isinstance(cell, list | tuple):
        return "; ".join(str(part) for part in cell) or None
    return str(cell).strip() or None
