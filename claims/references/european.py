"""Numbers with a decimal comma, "1.234,5", written as ours are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

    from claims.references.reading import Sheet

_NUMBER = r"^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?\s?%?$"
_COMMA = r"^-?[\d.]*\d,(\d{1,2}|\d{4,})\s?%?$"
_GROUPED, _POINTED = r"^-?[1-9]\d{0,2}(\.\d{3})+$", r"^-?\d+\.\d+$"


def read(sheet: Sheet, *, semicolons: bool) -> Sheet:
    """Rewrite the numbers of a table that has decimal commas: "12.000" beside "41,5" is twelve thousand.

    Where no comma tells and all points of a column stand before three digits, it may be either. With semicolons between
    its cells the table is likely of that kind, and the column is unsure.
    """
    texts = sheet.texts
    commas = [name for name, column in texts.items() if _all(column, _NUMBER) and _any(column, _COMMA)]
    if not commas:
        return replace(sheet, unsure=frozenset(name for name in texts if semicolons and _either(texts[name])))
    numbers = [name for name, column in texts.items() if _all(column, _NUMBER)]
    return replace(sheet, texts={**texts, **{name: _rewritten(texts[name]) for name in numbers}})


def _rewritten(column: pa.Array) -> pa.Array:
    import pyarrow.compute as pc

    return pc.replace_substring(pc.replace_substring(column, ".", ""), ",", ".")


def _either(column: pa.Array) -> bool:
    """Say whether the points of a column may part thousands as well as decimals."""
    import pyarrow.compute as pc

    pointed = column.filter(pc.match_substring_regex(column, _POINTED))
    return len(pointed) > 0 and _all(pointed, _GROUPED)


def _all(column: pa.Array, pattern: str) -> bool:
    import pyarrow.compute as pc

    return bool(pc.all(pc.match_substring_regex(column, pattern)).as_py()) and column.null_count < len(column)


def _any(column: pa.Array, pattern: str) -> bool:
    import pyarrow.compute as pc

    return bool(pc.any(pc.match_substring_regex(column, pattern)).as_py())
