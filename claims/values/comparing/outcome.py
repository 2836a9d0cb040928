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
        number = Decimal(str(found).replace(",", "").strip().rstrip("%"))
    except ArithmeticError:
        return None
    return number if number.is_finite() else None
