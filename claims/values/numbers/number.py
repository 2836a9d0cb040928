"""A number as it is written, and the marks that numbers are made of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal

ONE = Decimal(1)
# A repeating fraction is kept to 15 digits, the precision of a spreadsheet.
DIGITS_15 = Context(prec=15)
DIGITS_30 = Context(prec=30)
MINUS = {"-", "\u2212", "minus", "–"}
DASHES = {"-", "–", "—", "\u2212", "‐", "‑"}
HYPHENS = {"-", "‐", "‑", "–"}
LONGEST = 40


@dataclass(slots=True)
class Number:
    """A number and what its writing shows: `step` is the worth of one unit in the last written digit."""

    first: int
    stop: int
    amount: Decimal
    step: Decimal = ONE
    ratio: tuple[Decimal, Decimal] | None = None
    scaled: bool = False
    words: bool = False
    vague: bool = False


def make_fraction(first: int, stop: int, above: int, below: int) -> Number:
    """Make a number of a numerator and a denominator."""
    amount = DIGITS_15.divide(Decimal(above), Decimal(below))
    step = amount / above if above and below in (10, 100, 1000) else Decimal("0.01")
    return Number(first, stop, amount, step, ratio=(Decimal(above), Decimal(below)))
