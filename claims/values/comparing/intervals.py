"""The numbers that a stated value stands for, from its hedge and its written precision."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from claims.types import Value

Interval = tuple[Decimal | None, Decimal | None, bool, bool]
ZERO, ONE = Decimal(0), Decimal(1)
HALO = Decimal("0.10")
PRECISION = Decimal("0.05")


def interval(value: Value) -> Interval:
    """Give the numbers that a stated value stands for: low, high, and whether each end is open.

    Parameters
    ----------
    value : Value
        A value with an amount.

    Examples
    --------
    >>> from claims.values import read_value
    >>> [str(x) for x in interval(read_value("about 370 seats"))[:2]]
    ['360', '380']
    >>> [str(x) for x in interval(read_value("nearly 400 people"))]
    ['360', '400', 'False', 'True']
    """
    low, high, low_open, high_open = _ends(value)
    return _trim(low), _trim(high), low_open, high_open


def _trim(number: Decimal | None) -> Decimal | None:
    """Drop the zeros that arithmetic left behind the point."""
    if number is None:
        return None
    return number.to_integral_value() if number == number.to_integral_value() else number.normalize()


def _ends(value: Value) -> Interval:
    if isinstance(value.amount, tuple):
        if value.kind in ("ratio", "score"):
            share = value.amount[0] / value.amount[1] if value.amount[1] else ZERO
            return share, share, False, False
        low, high = value.amount
        return low, high, False, False
    if value.amount is None:
        return None, None, True, True
    return _around(value, value.amount)


def _around(value: Value, amount: Decimal) -> Interval:
    half = precision(value)
    match value.comparator:
        case "gt":
            return amount, _near(value, amount), True, False
        case "ge":
            return amount - half, None, False, True
        case "lt":
            return -_near(value, -amount) if "just below" in value.rule else None, amount, False, True
        case "le":
            return None, amount + half, True, False
        case "approx":
            width = max(halo(amount), half)
            if "just below" in value.rule:
                return amount - width, amount, False, True
            return amount - width, amount + width, False, False
    return amount - half, amount + half, False, False


def _near(value: Value, amount: Decimal) -> Any:
    """Bound "just over 50" and "just under 50" on the far side too."""
    if "just above" in value.rule or "just below" in value.rule:
        return amount + max(halo(abs(amount)), precision(value))
    return None


def precision(value: Value) -> Decimal:
    """Give half a unit of the last written digit, capped; nothing for a number written out in full.

    No cap below one, where zeros lead ("0.3 percent"), and one more or less for "a dozen".
    """
    amount, step = value.amount, value.step
    if not isinstance(amount, Decimal) or step is None or not _rounded(value, step):
        return ZERO
    cap = abs(amount) * PRECISION if abs(amount) >= 1 else step / 2
    return min(step / 2, max(cap, ONE) if step > 1 else cap)


def _rounded(value: Value, step: Decimal) -> bool:
    """Tell a measured or scaled number from a count of whole things."""
    if step > 1 or step < 1:
        return True
    return value.kind in ("percent", "quantity", "duration")


def halo(amount: Decimal) -> Decimal:
    """Give how far "about" reaches from a number: one unit of its last non-zero digit, at most 10 %."""
    if not amount:
        return ZERO
    unit = _roundness(abs(amount))
    width = max(unit, abs(amount) / 100)
    return min(width, abs(amount) * HALO)


def _roundness(amount: Decimal) -> Decimal:
    """Give the worth of the last non-zero digit."""
    exponent = amount.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))
