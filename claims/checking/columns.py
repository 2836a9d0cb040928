"""A column as the engine reads it: its different cells once each, and in which rows they stand.

Rows are compared by the number of their cell, with numpy, and a cell is read when it is first asked for: a table of a
million rows costs no more Python objects than an article asks of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, overload

from claims.references.arrow import numbers
from claims.references.cells import read_all, reader, sizes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, KeysView
    from decimal import Decimal

    import numpy as np
    import pyarrow as pa

    from claims.checking.tables import Cell
    from claims.references.cells import Dtype

_SCANNED = 50_000
"""Different texts from which looking for one beats a dictionary of all."""
ROUNDED = 1e-12
"""More than a number is changed where it is read as a float."""


class Cells(Sequence["Cell"]):
    """The cells of one column by row, empty ones None.

    Examples
    --------
    >>> import pyarrow as pa
    >>> cells = Cells(pa.array(["7", "1,200", None, "7"]), "int", lambda cell: cell)
    >>> cells[1], list(cells), cells.rows(7), list(cells.distinct())
    (1200, [7, 1200, None, 7], [0, 3], [7, 1200])
    """

    def __init__(self, texts: pa.Array, dtype: Dtype, counted: Callable[[Any], Cell], *, plain: bool = False) -> None:
        encoded = (texts.combine_chunks() if hasattr(texts, "combine_chunks") else texts).dictionary_encode()
        self.texts: pa.Array = encoded.dictionary
        """The different filled cells as written."""
        self._dtype, self._counted = dtype, counted
        self._plain = plain
        """The cells are their texts, so that one can be looked for without reading the others."""
        self.codes: np.ndarray[Any, Any] = numbers(encoded.indices, missing=len(self.texts))
        self._code_of: memoryview = self.codes.data
        self._known: dict[int, Cell] = {len(self.texts): None}
        self._every: list[Cell] | None = None
        self._sizes: tuple[memoryview, np.ndarray[Any, Any]] | None = None
        self._grouped: tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]] | None = None
        self._numbers: dict[Cell, list[int]] | None = None
        self._asked: dict[Cell, list[int]] = {}
        self._found: dict[Cell, list[int]] = {}

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, row: int) -> Cell: ...

    @overload
    def __getitem__(self, row: slice) -> list[Cell]: ...

    def __getitem__(self, row: int | slice) -> Cell | list[Cell]:
        if isinstance(row, slice):
            return [self._cell(code) for code in self.codes[row].tolist()]
        code = self._code_of[row]
        return self._known[code] if code in self._known else self._cell(code)

    def __iter__(self) -> Iterator[Cell]:
        every = self._all()
        return (every[code] for code in self.codes.tolist())

    def listed(self, rows: Sequence[int]) -> Sequence[Cell]:
        """Give what to index by these rows: a list where they are many."""
        return list(self) if len(rows) > 500 else self

    def distinct(self) -> Iterable[Cell]:
        """Give the different cells, members of lists one by one, in order of appearance."""
        return self.texts.to_pylist() if self._plain else self._by_cell().keys()

    def among(self, rows: Sequence[int]) -> KeysView[Cell]:
        """Give the different cells of some rows, in an order that every run has."""
        if len(rows) < 50:
            return dict.fromkeys(self[row] for row in rows).keys()
        import numpy as np

        chosen = self.codes if len(rows) == len(self.codes) else self.codes[np.asarray(rows)]
        return dict.fromkeys(self._cell(code) for code in np.unique(chosen).tolist()).keys()

    def rows(self, value: Cell) -> list[int]:
        """Give the rows that hold a value, alone or in a list."""
        if value not in self._found:
            numbers = self._numbers_of(value)
            self._found[value] = self._where(numbers) if numbers else []
        return self._found[value]

    def holding(self, rows: Iterable[int], value: Cell) -> list[int]:
        """Give those of some rows that hold a value, alone or in a list."""
        codes, numbers = self._code_of, self._numbers_of(value)
        return [row for row in rows if codes[row] in numbers]

    def near(self, low: Decimal, high: Decimal, most: int) -> list[int] | None:
        """Give the rows whose number lies between two, its sign left out, the smallest first; None if over `most`."""
        rounded, codes = self._by_size()
        first = bisect_left(rounded, float(low) * (1 - ROUNDED))
        last = bisect_right(rounded, float(high) * (1 + ROUNDED))
        if first == last:
            return []
        if last - first > 2 * most:  # no more than a few at the ends are beyond them
            return None
        inside = [code for code in codes[first:last].tolist() if low <= abs(self._cell(code)) <= high]  # type: ignore[operator,arg-type]
        rows = [row for code in inside for row in self._rows_of(code)] if len(inside) <= most else inside
        return sorted(rows, key=lambda row: (abs(self[row]), row)) if len(rows) <= most else None  # type: ignore[arg-type]

    def ends(self) -> tuple[Cell, Cell] | None:
        """Give the smallest and the largest number, their signs left out; None where there is none."""
        codes = self._by_size()[1]
        return (self._cell(int(codes[0])), self._cell(int(codes[-1]))) if len(codes) else None

    def has_fractions(self) -> bool:
        """Say whether some number is no whole one."""
        import numpy as np

        return bool(np.mod(self._by_size()[0], 1).any())

    def meeting(self, holds: Callable[[Cell], bool]) -> np.ndarray[Any, Any]:
        """Say of each row whether its cell meets a condition, asked once of each different cell."""
        import numpy as np

        met: np.ndarray[Any, Any] = np.fromiter(map(holds, self._all()), bool, len(self.texts) + 1)
        chosen: np.ndarray[Any, Any] = met[self.codes]
        return chosen

    def tells(self, other: Cells) -> bool:
        """Say whether each of several cells stands with one and the same cell of another column."""
        import numpy as np

        own = len(self.texts) + bool((self.codes == len(self.texts)).any())
        if own == len(self):  # each stands once
            return True
        same = np.arange(len(other.texts) + 1)
        for alike in other._by_cell().values():
            same[alike] = alike[0]
        pairs = np.sort(self.codes.astype(np.int64) * len(same) + same[other.codes])
        return own > 1 and own == 1 + np.count_nonzero(np.diff(pairs))

    def _cell(self, code: int) -> Cell:
        if code not in self._known:
            self._known[code] = self._counted(reader(self._dtype)(self.texts[code].as_py()))
        return self._known[code]

    def _all(self) -> list[Cell]:
        """Read every different cell, and None last."""
        if self._every is None:
            self._every = [*map(self._counted, read_all(self.texts, self._dtype)), None]
        return self._every

    def _numbers_of(self, value: Cell) -> list[int]:
        if self._plain and len(self.texts) > _SCANNED:
            if value not in self._asked:
                import pyarrow.compute as pc

                number = pc.index(self.texts, value).as_py() if isinstance(value, str) else -1
                self._asked[value] = [number] if number >= 0 else []
            return self._asked[value]
        return self._by_cell().get(value, [])

    def _by_cell(self) -> dict[Cell, list[int]]:
        if self._numbers is None:
            self._numbers = {}
            for number, cell in enumerate(self._all()[:-1]):
                for one in cell if isinstance(cell, tuple) else (cell,):
                    if one is not None:
                        self._numbers.setdefault(one, []).append(number)
        return self._numbers

    def _by_size(self) -> tuple[memoryview, np.ndarray[Any, Any]]:
        """Give the sizes of the different numbers, rounded, the smallest first, and which cells they are."""
        if self._sizes is None:
            import numpy as np

            found = sizes(self.texts, self._dtype)
            order = np.argsort(found, kind="stable")[: np.count_nonzero(~np.isnan(found))]
            self._sizes = found[order].data, order  # numpy takes longer to look for one number
        return self._sizes

    def _rows_of(self, code: int) -> list[int]:
        """Give the rows of one cell, from all rows in the order of their cells."""
        import numpy as np

        if self._grouped is None:
            order = np.argsort(self.codes, kind="stable")
            self._grouped = order, np.searchsorted(self.codes[order], np.arange(len(self.texts) + 2))
        order, starts = self._grouped
        rows: list[int] = order[starts[code] : starts[code + 1]].tolist()
        return rows

    def _where(self, numbers: Sequence[int]) -> list[int]:
        import numpy as np

        same = self.codes == numbers[0] if len(numbers) == 1 else np.isin(self.codes, numbers)
        return np.flatnonzero(same).tolist()
