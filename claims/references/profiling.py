"""A first expectation suite from a table, for a person to edit: what held so far, with round margins.

What would make a row useless is critical: an empty key, a doubled row, a type, a term that ends before it begins, a
name that the other table does not have, a birth in another age. What only has not happened yet is a warning: a larger
figure, a new category.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

from claims.references import cells, suites
from claims.references.codes import is_code
from claims.references.vocabulary import HAPPENED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.references.table import Column, Table

_FEW = 12
"""Different cells beyond which a column is no category."""
_NUMBERS, _DATES = ("int", "decimal", "clock"), ("date", "month")
_TYPES = (*_NUMBERS, *_DATES)
_NUMERIC = ["int64", "float64", "Int64Dtype", "Float64Dtype"]
_CLASSES = ((re.compile("[0-9]"), "[0-9]"), (re.compile("[A-Z]"), "[A-Z]"), (re.compile("[a-z]"), "[a-z]"))

_BIRTH = frozenset({"born", "birth", "birthday", "birthdate", "dob"})

_Draft = dict[str, Any]


def write(table: Table, tables: Sequence[Table]) -> str:
    """Write the suite of a table as Great Expectations stores it."""
    suite = {"name": table.name, "meta": {}, "expectations": list(_expectations(table, tables))}
    return json.dumps(suite, indent=2, ensure_ascii=False) + "\n"


def _expectations(table: Table, tables: Sequence[Table]) -> Iterator[_Draft]:
    least = _rounded_down(len(table))
    yield _draft(
        "expect_table_row_count_to_be_between", f"the table is not cut short: it had {len(table)} rows",
        critical=False, min_value=least,
    )  # fmt: skip
    for column in table.columns:
        yield from _of_column(table, column, tables)
    yield from _unique_key(table)
    yield from _order_of_times(table)


def _draft(kind: str, description: str, *, critical: bool, **kwargs: Any) -> _Draft:
    severity = "critical" if critical else "warning"
    return {"type": kind, "kwargs": kwargs, "severity": severity, "description": description}


def _of_column(table: Table, column: Column, tables: Sequence[Table]) -> Iterator[_Draft]:
    name = column.name
    if all(cell is not None for cell in table.values(name)):
        yield _draft(
            "expect_column_values_to_not_be_null", f"every row has {name}",
            critical=column.role == "entity" or name in table.key, column=name,
        )  # fmt: skip
    if column.dtype in _NUMBERS:
        yield _draft(
            "expect_column_values_to_be_in_type_list", f"{name} holds numbers",
            critical=True, column=name, type_list=_NUMERIC,
        )  # fmt: skip
    if column.dtype in _DATES:
        yield _draft(
            "expect_column_values_to_be_of_type", f"{name} holds dates",
            critical=True, column=name, type_="datetime64",
        )  # fmt: skip
    if column.role == "key" and column.dtype == "text" and (pattern := _pattern(table, name)):
        yield _draft(
            "expect_column_values_to_match_regex", f"{name} is written like {_first(table, name)}",
            critical=True, column=name, regex=pattern,
        )  # fmt: skip
    if found := _foreign(table, column, tables):
        yield _draft(
            "expect_column_values_to_be_in_set", f"every {name} is a {found[1]} of {found[0]}",
            critical=True, column=name, value_set={"$PARAMETER": suites.parameter(*found)},
        )  # fmt: skip
    elif column.role == "category" and column.dtype == "text" and not column.named:
        yield from _category(table, column)
    elif column.role in ("measure", "year", "date", "from", "to") and column.dtype in _TYPES:
        yield from _range(table, column)


def _first(table: Table, name: str) -> str:
    return str(table.texts[name].drop_null()[0].as_py())


def _category(table: Table, column: Column) -> Iterator[_Draft]:
    if column.distinct <= _FEW and column.distinct * 3 <= len(table):
        known = sorted(table.texts[column.name].drop_null().unique().to_pylist())
        yield _draft(
            "expect_column_values_to_be_in_set", f"{column.name} is one of the {len(known)} words used so far",
            critical=False, column=column.name, value_set=known,
        )  # fmt: skip


def _foreign(table: Table, column: Column, tables: Sequence[Table]) -> tuple[str, str] | None:
    """Find the column of another table that holds every cell of this one."""
    if column.dtype != "text":
        return None
    own = set(cells.parts(table.texts[column.name], column.dtype))
    coded = [column.codes[:2]] if column.codes and not is_code(column, table.name) else []
    for other in tables:
        for key in (key for name, key in (*column.refers, *coded) if name == other.name):
            if own <= set(cells.parts(other.texts[key], "text")):
                return other.name, key
    return None


def _range(table: Table, column: Column) -> Iterator[_Draft]:
    found = [cell[0] if isinstance(cell, tuple) else cell for cell in table.values(column.name) if cell is not None]
    if not found:
        return
    least, most = min(found), max(found)
    low, high = _bounds(column, least, most)
    shown = (low[:10], high[:10]) if isinstance(low, str) else (low, high)
    yield _draft(
        "expect_column_values_to_be_between",
        f"{column.name} lies between {shown[0]} and {shown[1]}: it ran from {least} to {most}",
        critical=bool(_BIRTH & set(column.forms)), column=column.name, min_value=low, max_value=high,
    )  # fmt: skip


def _bounds(column: Column, least: Any, most: Any) -> tuple[Any, Any]:
    """Widen a range: times to whole decades, shares to 0 and 100, other numbers by a round step."""
    if isinstance(least, dt.date):
        return f"{_decade(least.year):04}-01-01T00:00:00", f"{_decade(most.year) + 9:04}-12-31T00:00:00"
    if column.resolution == "year":
        return _decade(least), _decade(most) + 10
    if column.kind == "percent" and least >= 0 and most <= 100:
        return 0, 100
    return widened(Decimal(least), Decimal(most))


def _decade(year: int) -> int:
    return max(1, year // 10 * 10)


def widened(least: Decimal, most: Decimal) -> tuple[int | float, int | float]:
    """Widen a range of numbers by the power of ten of its width, to round bounds; what was never negative stays so.

    >>> widened(Decimal(40), Decimal(884)), widened(Decimal("83.1"), Decimal("91.0")), widened(Decimal(7), Decimal(7))
    ((0, 1000), (82, 92), (6, 8))
    """
    step = Decimal(1).scaleb((most - least or abs(most) or Decimal(1)).adjusted())
    low, high = ((least / step).to_integral_value("ROUND_FLOOR") - 1) * step, _ceiling(most, step)
    return _plain(max(low, Decimal(0)) if least >= 0 else low), _plain(high)


def _ceiling(most: Decimal, step: Decimal) -> Decimal:
    return ((most / step).to_integral_value("ROUND_CEILING") + 1) * step


def _plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _rounded_down(rows: int) -> int:
    step: int = 10 ** (len(str(rows)) - 1)
    return rows // step * step


def _pattern(table: Table, name: str) -> str:
    """Describe codes by their runs of digits and letters, if all have the same; else give ""."""
    shapes = [_shape(code) for code in table.texts[name].drop_null().unique().to_pylist()]
    if len({tuple(kind for kind, _ in shape) for shape in shapes}) != 1:
        return ""
    runs = [(run[0][0], [size for _, size in run]) for run in zip(*shapes, strict=True)]
    return f"^{''.join(_repeated(kind, min(sizes), max(sizes)) for kind, sizes in runs)}$"


def _shape(code: str) -> list[tuple[str, int]]:
    return [(kind, len(list(run))) for kind, run in groupby(code, _class)]


def _class(mark: str) -> str:
    return next((written for found, written in _CLASSES if found.match(mark)), re.escape(mark))


def _repeated(kind: str, least: int, most: int) -> str:
    if least == most:
        return kind if most == 1 else f"{kind}{{{most}}}"
    return f"{kind}{{{least},{most}}}"


def _unique_key(table: Table) -> Iterator[_Draft]:
    key = [*table.key, *_when(table)]
    if not table.key or table.frame.duplicated(key).any():
        return
    said = f"no two rows have the same {' and '.join(key)}"
    if len(key) == 1:
        yield _draft("expect_column_values_to_be_unique", said, critical=True, column=key[0])
    else:
        yield _draft(
            "expect_compound_columns_to_be_unique", said, critical=True, column_list=key, ignore_row_if="never"
        )


def _when(table: Table) -> list[str]:
    """Name the time of the rows beside a key that has none: nobody holds but one office for good.

    A table with a birth date is about people, each once.
    """
    if any(_BIRTH & set(column.forms) for column in table.columns):
        return []
    timed = [c.name for c in table.with_role("year", "date", "from") if not HAPPENED & set(c.forms) and not c.missing]
    return [] if set(timed) & set(table.key) else timed[:1]


def _order_of_times(table: Table) -> Iterator[_Draft]:
    """Expect the first "from" not to be after the first "to", if that held so far."""
    starts, ends = table.with_role("from")[:1], table.with_role("to")[:1]
    for start, end in zip(starts, ends, strict=False):
        same = start.dtype == end.dtype and start.dtype in _TYPES
        if same and not (table.frame[end.name] < table.frame[start.name]).fillna(False).any():
            yield _draft(
                "expect_column_pair_values_a_to_be_greater_than_b", f"{end.name} is not before {start.name}",
                critical=True, column_A=end.name, column_B=start.name, or_equal=True,
                ignore_row_if="either_value_is_missing",
            )  # fmt: skip
