"""Convert between units with pint, exactly: fractions, never floats."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files
from typing import Any

from claims.values.units import UNIT_NAMES


@lru_cache(1)
def _registry() -> Any:
    import pint

    definitions = files("claims.values.units").joinpath("definitions.txt").read_text(encoding="utf-8")
    return pint.UnitRegistry(definitions.splitlines(), non_int_type=Fraction, cache_folder=None)


def _pint_name(unit: str) -> str:
    """Name a unit in pint's words, what it is counted per behind the slash."""
    whole = UNIT_NAMES.get(unit)
    if whole:
        return whole
    top, slash, per = unit.partition("/")
    return f"{UNIT_NAMES.get(top, top)}/({UNIT_NAMES.get(per, per)})" if slash else unit


@lru_cache(512)
def _factor(source: str, target: str) -> tuple[Fraction, Fraction] | None:
    """Give slope and offset of the conversion, or None where there is none."""
    registry = _registry()
    try:
        zero, one = (
            registry.Quantity(Fraction(n), _pint_name(source)).to(_pint_name(target)).magnitude for n in (0, 1)
        )
    except Exception as error:
        if type(error).__module__.startswith("pint"):
            return None
        raise
    zero, one = Fraction(zero), Fraction(one)
    return one - zero, zero


def convert(number: Decimal, source: str, target: str) -> Decimal | None:
    """Convert a number between units; None where the units measure different things.

    >>> convert(Decimal(10), "km", "m")
    Decimal('10000')
    """
    found = _factor(source, target)
    if not found:
        return None
    slope, offset = found
    exact = Fraction(number) * slope + offset
    return Decimal(exact.numerator) / Decimal(exact.denominator)
