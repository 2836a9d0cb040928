"""Cells as written -> exact values: which type a column has, and each cell in it."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from claims.errors import ReferencesError
from claims.references.arrow import numbers
from claims.references.marks import UNIT, clock, tells_times, unit_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import numpy as np
    import pandas as pd
    import pyarrow as pa

Dtype = Literal["int", "decimal", "date", "month", "bool", "clock", "list", "text"]
NUMERIC = ("int", "decimal")
Cell = int | Decimal | dt.date | tuple[dt.date, dt.date] | tuple[str, ...] | str | bool | None

BLANKS = frozenset(
    {
        "",
        "-",
        "–",
        "—",
        "..",
        "...",
        "…",
        "?",
        "*",
        "n/a",
        "#n/a",
        "na",
        "nan",
        "nat",
        "nil",
        "none",
        "null",
        "n.d.",
        "n.a.",
        "tbc",
        "tba",
        "unknown",
        "present",
        "ongoing",
        "incumbent",
        "dnf",
        "dns",
        "dsq",
        "dq",
    }
)
"""What a cell of numbers or dates says when it says nothing."""

_TRUE, _FALSE = frozenset({"yes", "true"}), frozenset({"no", "false"})
_CURRENCIES = "$€£₹¥"
_MULTIPLES = {"k": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "b": 9, "billion": 9, "lakh": 5, "crore": 7}
_MONTHS = {
    name[:3]: number
    for number, name in enumerate(
        ("january february march april may june july august september october november december").split(), 1
    )
}

_GROUPS = "|".join(rf"\d{{1,3}}(?:{mark}\d{{3}}){{1,9}}" for mark in (",", "[ \u00a0\u2009\u202f]", "['’]"))
_DIGITS = rf"({_GROUPS}|\d{{1,30}})?(\.\d{{1,30}})?(e[-+]?\d{{1,2}})?"
_NUMBER = re.compile(rf"([-−+]?)\s*[{_CURRENCIES}]?\s*{_DIGITS}\s*(?:(%|{UNIT})\.?)?", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\s*(?:[*†‡§¹²³⁴⁵⁶⁷⁸⁹]+|\[\w{1,3}\])+$")
_BELOW_ZERO = re.compile(r"\((\D?[\d.,]+)\)")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})")
_PART = r"(?:Q(?P<quarter>[1-4])|(?P<quarter2>[1-4])Q|H(?P<half>[12])|(?P<half2>[12])H)"
_YEAR_QUARTER = re.compile(rf"(?P<year>\d{{4}})[ /–-]?{_PART}", re.IGNORECASE)
_QUARTER_YEAR = re.compile(rf"{_PART}[ /–-]?(?P<year>\d{{4}})", re.IGNORECASE)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.IGNORECASE)
_PLAIN: dict[Dtype, str] = {
    "int": r"^-?(0|[1-9]\d{0,17})$",
    "decimal": r"^-?(0|[1-9]\d{0,17})(\.\d{1,12})?$",
    "date": r"^\d{4}-\d{2}-\d{2}$",
}


def number(text: str) -> int | Decimal | None:
    """Read "2,192,098", "12 000", "-1286", "(1286)", "83.10", "$56.7M", "24%" or "31*"; leave "007" alone, a code.

    >>> number("2,192,098"), number("83.10"), number("$56.7M"), number("(12)"), number("31 [a]"), number("007")
    (2192098, Decimal('83.10'), 56700000, -12, 31, None)
    """
    if text.isascii() and text.isdigit() and (text[0] != "0" or text == "0") and len(text) <= 30:
        return int(text)
    text = _BELOW_ZERO.sub(r"-\1", _FOOTNOTE.sub("", text.strip()))
    match = _NUMBER.fullmatch(text)
    if not match or not (match[2] or match[3]) or (match[2] and len(match[2]) > 1 and match[2][0] == "0"):
        return None
    suffix = "%" if match[5] is None or unit_of(text) else match[5].lower()
    if suffix != "%" and suffix not in _MULTIPLES:
        return None
    written = re.sub(r"\D", "", match[2] or "0") + (match[3] or "")
    amount = Decimal(f"{'-' if match[1] in ('-', '−') else ''}{written}{match[4] or ''}")
    amount = amount.scaleb(_MULTIPLES.get(suffix, 0))
    whole = amount == amount.to_integral_value() and (not match[3] or suffix in _MULTIPLES)
    return int(amount) if whole else amount


def date(text: str) -> dt.date | None:
    """Read "2022-04-26", "26 April 2022", "April 26, 2022" or "26-Apr-2022"; "26/04/2022" is left alone.

    Of a day with a time of day the day is read.

    >>> date("26 April 2022"), date("Apr 26, 2022"), date("2022-02-30"), date("2022-04-26T14:05Z")
    (datetime.date(2022, 4, 26), datetime.date(2022, 4, 26), None, datetime.date(2022, 4, 26))
    """
    text = text.strip()
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _DAY_FIRST.fullmatch(text):
        year, month, day = int(match[3]), _month(match[2]), int(match[1])
    elif match := _MONTH_FIRST.fullmatch(text):
        year, month, day = int(match[3]), _month(match[1]), int(match[2])
    else:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    return _MONTHS.get(name[:3].lower(), 0)


def month(text: str) -> tuple[dt.date, dt.date] | None:
    """Read "2022-04" as its first and last day.

    >>> month("2022-02")
    (datetime.date(2022, 2, 1), datetime.date(2022, 2, 28))
    """
    match = _ISO_MONTH.fullmatch(text.strip())
    if not match or not 1 <= int(match[2]) <= 12:
        return None
    first = dt.date(int(match[1]), int(match[2]), 1)
    following = dt.date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first, following - dt.timedelta(days=1)


def quarter(text: str) -> tuple[dt.date, dt.date] | None:
    """Read a quarter, or a half, of a year as its first and last day.

    >>> quarter("2025 Q4"), quarter("Q1/2024") == quarter("1Q 2024"), quarter("2025-04")
    ((datetime.date(2025, 10, 1), datetime.date(2025, 12, 31)), True, None)
    >>> quarter("2024 H2")
    (datetime.date(2024, 7, 1), datetime.date(2024, 12, 31))
    """
    match = _YEAR_QUARTER.fullmatch(text.strip()) or _QUARTER_YEAR.fullmatch(text.strip())
    if not match:
        return None
    half, number = match["half"] or match["half2"], match["quarter"] or match["quarter2"]
    months = 6 if half else 3
    year, last = int(match["year"]), months * int(half or number)
    return dt.date(year, last - months + 1, 1), dt.date(year + last // 12, last % 12 + 1, 1) - dt.timedelta(days=1)


def boolean(text: str) -> bool | None:
    """Read yes and no, true and false."""
    text = text.strip().lower()
    return True if text in _TRUE else False if text in _FALSE else None


def names(text: str) -> tuple[str, ...]:
    """Read "Mahatma Gandhi; Bapu" as two names."""
    return tuple(part.strip() for part in text.split(";") if part.strip())


def parts(texts: pa.Array, dtype: Dtype) -> list[str]:
    """Give the different texts of a column, the members of lists one by one."""
    distinct: list[str] = texts.drop_null().unique().to_pylist()
    return list(dict.fromkeys(part for text in distinct for part in names(text))) if dtype == "list" else distinct


_READERS: dict[str, Callable[[str], Any]] = {
    "int": number, "decimal": number, "date": date, "month": month,
    "bool": boolean, "clock": clock, "list": names, "text": str,
}  # fmt: skip
_ORDER: tuple[Dtype, ...] = ("date", "month", "bool", "clock", "decimal")


def infer(texts: pa.Array) -> Dtype:
    """Say which type all filled cells have; text where they differ."""
    filled = texts.drop_null()
    if not len(filled):
        return "text"
    for plain in _PLAIN:
        if _plain(filled, plain):
            return plain if plain != "date" or _fits(filled, "date") else "text"
    sample = filled[:50].to_pylist()
    for dtype in _ORDER:
        if dtype == "clock" and not (tells_times(sample) or len(units(sample)) > 1):
            continue
        if all(reads(text, dtype) for text in sample) and _fits(filled, dtype):
            if dtype == "decimal" and len(units(filled.unique().to_pylist())) > 1:
                return "text"
            if dtype != "decimal":
                return dtype
            return "int" if all(isinstance(v, int | None) for v in values(filled, "decimal")) else "decimal"
    return "text"


def units(texts: Iterable[str]) -> set[tuple[str, str] | None]:
    """Give the units behind the figures of some cells, None for a figure without one."""
    return {unit_of(text) for text in texts if not blank(text)}


def _fits(filled: pa.Array, dtype: Dtype) -> bool:
    distinct = filled.unique().to_pylist()
    return all(reads(text, dtype) for text in distinct) and not all(blank(text) for text in distinct)


def nearly_dates(texts: pa.Array) -> bool:
    """Say whether four in five cells are dates, so that the others must be slips."""
    filled = [text for text in texts.drop_null()[:500].to_pylist() if not blank(text)]
    return len(filled) > 2 and sum(date(text) is not None for text in filled) >= 0.8 * len(filled)


def nearly_numbers(texts: pa.Array) -> Dtype | None:
    """Give the type of a column of ten or more numbers where at most one cell in ten is none ("thirty", "unknown")."""
    filled = [text for text in texts.drop_null()[:500].to_pylist() if not blank(text)]
    found = [value for text in filled if (value := number(text)) is not None]
    if len(filled) < 10 or len(found) < 0.9 * len(filled) or len(units(filled)) > 1:
        return None
    return "int" if all(isinstance(value, int) for value in found) else "decimal"


def refuse_unreadable(texts: pa.Array, dtype: Dtype, name: str, where: str) -> None:
    """Name the first cell that does not have the column's type."""
    for row, text in enumerate(texts.to_pylist(), 1):
        if text is not None and not reads(text, dtype):
            raise ReferencesError(
                f'cannot read "{text}" as a {dtype}',
                where=f'{where}, row {row}, column "{name}"',
                hint="write dates as YYYY-MM-DD, or leave the cell empty",
            )


def unreadable(texts: pa.Array, dtype: Dtype) -> tuple[int, ...]:
    """Give the rows of a number column that hold no number."""
    if dtype not in NUMERIC or _plain(texts.drop_null(), dtype):
        return ()
    return tuple(row for row, text in enumerate(texts.to_pylist()) if text is not None and not reads(text, dtype))


def _plain(filled: pa.Array, dtype: Dtype) -> bool:
    import pyarrow.compute as pc

    return bool(pc.all(pc.match_substring_regex(filled, _PLAIN[dtype])).as_py())


def blank(text: str) -> bool:
    """Say whether a cell of numbers or dates is empty in all but name."""
    return text.strip().lower() in BLANKS


def reads(text: str, dtype: Dtype) -> bool:
    """Say whether a cell can be read as that type."""
    return blank(text) or _READERS[dtype](text) is not None


def reader(dtype: Dtype) -> Callable[[str], Cell]:
    """Give what reads one filled cell of that type; an unreadable one is None."""
    return _READERS[dtype]


def read_all(filled: pa.Array, dtype: Dtype) -> list[Cell]:
    """Read filled cells, the plain ones all at once; an unreadable one is None."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if dtype == "text" or not len(filled):
        return filled.to_pylist()  # type: ignore[no-any-return]
    if dtype in NUMERIC and _plain(filled, dtype):
        return [Decimal(text) if "." in text else int(text) for text in filled.to_pylist()]
    if dtype == "date" and _plain(filled, dtype):
        try:
            return pc.cast(filled, pa.date32()).to_pylist()  # type: ignore[no-any-return]
        except pa.ArrowInvalid:  # a day that the month does not have
            pass
    return list(map(_READERS[dtype], filled.to_pylist()))


def sizes(filled: pa.Array, dtype: Dtype) -> np.ndarray[Any, Any]:
    """Give filled cells as floats without their signs, the plain ones all at once; NaN for what is no number.

    >>> import pyarrow as pa
    >>> sizes(pa.array(["-2.5", "12"]), "decimal").tolist(), sizes(pa.array(["1,200", "?"]), "int").tolist()
    ([2.5, 12.0], [1200.0, nan])
    """
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    if dtype in NUMERIC and _plain(filled, dtype):
        plain: np.ndarray[Any, Any] = np.abs(np.from_dlpack(pc.cast(filled, pa.float64())))
        return plain
    read = read_all(filled, dtype)
    return np.array([abs(float(c)) if type(c) in (int, Decimal) else np.nan for c in read], float)  # type: ignore[arg-type]


def values(texts: pa.Array, dtype: Dtype) -> tuple[Cell, ...]:
    """Read every cell, equal ones once; an unreadable one is None."""
    if dtype == "text":
        return tuple(texts.to_pylist())
    encoded = texts.dictionary_encode()
    read = [*read_all(encoded.dictionary, dtype), None]
    codes = numbers(encoded.indices, missing=len(read) - 1)
    return tuple([read[code] for code in codes.tolist()])


def typed(texts: pa.Array, dtype: Dtype) -> pa.Array:
    """Give the cells as an Arrow array of the exact type."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if dtype in ("text", "list"):
        return texts
    try:
        if dtype in ("int", "date"):
            return pc.cast(texts, pa.int64() if dtype == "int" else pa.date32())
    except pa.ArrowInvalid:
        pass
    cells = values(texts, dtype)
    if dtype == "month":
        return pa.array([cell and cell[0] for cell in cells], pa.date32())  # type: ignore[index]
    if dtype in ("clock", "decimal"):
        cells = tuple(None if cell is None else Decimal(cell) for cell in cells)  # type: ignore[arg-type]
    try:
        return pa.array(cells)
    except (OverflowError, pa.ArrowInvalid):  # more digits than Arrow's types hold
        return pa.array([None if cell is None else float(str(cell)) for cell in cells], pa.float64())


def to_pandas(table: pa.Table) -> pd.DataFrame:
    """Give a pandas frame with nullable types; exact decimals become floats."""
    import pandas as pd
    import pyarrow as pa

    for place, column in enumerate(table.schema):
        if pa.types.is_decimal(column.type):
            table = table.set_column(place, column.name, table.column(place).cast(pa.float64()))
    kinds = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype(), pa.float64(): pd.Float64Dtype()}
    kinds[pa.string()] = pd.StringDtype()
    return table.to_pandas(types_mapper=kinds.get, date_as_object=False)
