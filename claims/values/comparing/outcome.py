"""What a comparison gives."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from typing import Any

Outcome = Literal["agrees", "disagrees", "cannot_tell"]
DATED = ("date", "period")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing gave: the outcome, the rule in words, and what a person should know of it."""

    outcome: Outcome
    rule: str
    flags: tuple[str, ...] = ()


# Where in a year, a decade or a century its early, middle and late parts may lie.
PARTS = {"early": (0.0, 0.55), "mid": (0.2, 0.8), "late": (0.45, 1.0)}


def in_part(rule: str, at: float) -> bool:
    """Say whether a place between the ends, 0 to 1, may lie in the part that a value's rule names.

    >>> in_part("year; late", 0.1), in_part("year; late", 0.9), in_part("year", 0.1)
    (False, True, True)
    """
    low, high = PARTS.get(rule.rpartition("; ")[2], (0.0, 1.0))
    return low <= at <= high


def plain(number: Decimal | None) -> str:
    """Write a number without exponent and without needless zeros."""
    if number is None:
        return ""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def as_number(found: Any) -> Decimal | None:
    """Take a number out of what a reference holds, or None."""
    if isinstance(found, bool) or found is None:
        return None
    try:
        number = found if isinstance(found, Decimal) else Decimal(str(found).replace(",", "").strip().rstrip("%"))
    except ArithmeticError:
        return None
    return number if number.is_finite() else None
