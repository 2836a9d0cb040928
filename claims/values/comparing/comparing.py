"""Compare a stated value with a found one, by its kind."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from claims.types import Value
from claims.values.comparing.dated import compare_age, compare_dates
from claims.values.comparing.numeric import compare_numbers, compare_pairs, compare_ranges
from claims.values.comparing.outcome import DATED, Comparison

if TYPE_CHECKING:
    from typing import Any


def compare(stated: Value, found: Any, *, unit: str = "", on: dt.date | None = None) -> Comparison:
    """Compare a stated value with a found one.

    Parameters
    ----------
    stated : Value
        As the article writes it.
    found : Decimal, int, str, datetime.date, (low, high) or Value
        As the reference holds it. For an age, a date is taken for the birth date, and `on` is needed.
    unit : str
        The unit of `found`, if it differs from the stated one.
    on : datetime.date, optional
        The day that the statement speaks of.

    Returns
    -------
    Comparison
        `agrees`, `disagrees` or `cannot_tell`, the rule in words, and flags such as "weak".

    Examples
    --------
    >>> from claims.values import read_value
    >>> compare(read_value("around 370 seats"), 364)
    Comparison(outcome='agrees', rule='364 is within 360..380, about 370', flags=('only because of the hedge',))
    >>> compare(read_value("more than 100 seats"), 5000).flags
    ('weak',)
    """
    if isinstance(found, Value):
        return _two_values(stated, found, on)
    if stated.kind == "age" and isinstance(found, dt.date):
        return compare_age(stated, found, on)
    if stated.kind in DATED:
        return compare_dates(stated, found)
    if isinstance(found, dt.date):
        return Comparison("cannot_tell", "a number against a date")
    return compare_numbers(stated, found, unit)


def _two_values(stated: Value, found: Value, on: dt.date | None) -> Comparison:
    if stated.kind in DATED or found.kind in DATED:
        if not (stated.kind in DATED and found.kind in DATED):
            return Comparison("cannot_tell", f"{stated.kind} against {found.kind}")
        return compare_dates(stated, found.iso)
    if found.comparator in ("eq", "between") and isinstance(found.amount, tuple) and found.kind != "ratio":
        return compare_ranges(stated, found) if stated.kind != "score" else compare_pairs(stated, found.amount)
    if _shares(stated, found):
        return compare_numbers(stated, found.amount, found.unit)
    if _shares(found, stated):
        return compare_numbers(found, stated.amount, stated.unit)
    if found.comparator != "eq" or stated.kind == "ratio":
        return compare_ranges(stated, found)
    _ = on
    return compare_numbers(stated, found.amount, found.unit)


def _shares(ratio: Value, percent: Value) -> bool:
    """Tell whether a ratio and an exact percentage say the same kind of thing: "a third" and "33 percent"."""
    share = ratio.kind == "ratio" and not ratio.rule.startswith("multiple")
    return share and percent.kind == "percent" and percent.unit == "%" and percent.comparator == "eq"
