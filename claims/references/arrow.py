"""Between Python, Arrow and numpy without pandas: pyarrow's own ways import it, half a second, to ask for a series."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    import pyarrow as pa


def strings(cells: Iterable[str | None]) -> pa.Array:
    """Make a column of texts.

    Examples
    --------
    >>> strings(["Poá", None, ""]).to_pylist()
    ['Poá', None, '']
    """
    import numpy as np
    import pyarrow as pa

    written = [None if cell is None else cell.encode() for cell in cells]
    ends = np.cumsum([0, *(len(cell or b"") for cell in written)], dtype=np.int32)
    filled = np.packbits(np.array([cell is not None for cell in written], bool), bitorder="little")
    letters = b"".join(cell for cell in written if cell)
    return pa.StringArray.from_buffers(len(written), *map(pa.py_buffer, (ends, letters, filled)))


def numbers(column: pa.Array, missing: int = 0) -> np.ndarray[Any, Any]:
    """Give a column of whole numbers as numpy has it, another number for each that is missing.

    Examples
    --------
    >>> import pyarrow as pa
    >>> numbers(pa.array([5, None, 9]), missing=-1).tolist()
    [5, -1, 9]
    """
    import numpy as np
    import pyarrow.compute as pc

    found: np.ndarray[Any, Any]
    if not column.null_count:
        found = np.from_dlpack(column)
        return found
    stored = np.frombuffer(column.buffers()[1], str(column.type))  # to_pandas_dtype() of older versions imports pandas
    found = stored[column.offset : column.offset + len(column)].copy()
    found[numbers(pc.indices_nonzero(pc.is_null(column)))] = missing
    return found
