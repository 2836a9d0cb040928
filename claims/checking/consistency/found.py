"""What the rules share: how a finding is made, and when a value is exact."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import TypeGuard

from claims.types import Inconsistency, Value
from claims.values import interval

Rule = Callable[[Sequence[Value], str, dt.date | None], Iterator[Inconsistency]]
LOOSE = Decimal(1)
# How a share or a change is joined to what it is the share or change of: "5,000, or 9 %", "(9 %)", ", a 9 % rise".
OR_SHARE = r",? (?:or|\() ?(?:about |around |roughly |some |nearly )?"


def found(kind: str, why: str, *values: Value) -> Inconsistency:
    """Report the values that do not fit together."""
    return Inconsistency(kind=kind, spans=tuple((v.start, v.end) for v in values), explanation=why)


def exact(value: Value) -> bool:
    """Tell whether a value is one number without a hedge."""
    return value.comparator == "eq" and isinstance(value.amount, Decimal)


def amounts(*values: Value) -> tuple[Decimal, ...] | None:
    """Give the numbers of values, if each has one."""
    numbers = tuple(v.amount for v in values)
    return numbers if _all_numbers(numbers) else None


def _all_numbers(numbers: tuple[object, ...]) -> TypeGuard[tuple[Decimal, ...]]:
    return all(isinstance(n, Decimal) for n in numbers)


def outside(share: Decimal, percent: Value, *others: Value) -> bool:
    """Tell whether a computed percentage misses the stated one by more than rounding and hedges allow."""
    low, high, *_ = interval(percent)
    slack = LOOSE + (share / 10 if any(v.comparator != "eq" for v in (percent, *others)) else 0)
    return (low is not None and share < low - slack) or (high is not None and share > high + slack)


def between(text: str, left: Value, right: Value) -> str:
    """Give the text between two values."""
    return text[left.end : right.start]
