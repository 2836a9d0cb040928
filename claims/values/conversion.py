"""Convert between units, exactly: fractions, never floats."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from claims.values.quantities import TIME_NAMES
from claims.values.units import UNIT_NAMES
from claims.values.units.measures import PREFIXES, SYMBOLS

MULTIPLES = {
    "peta": 10**15, "tera": 10**12, "giga": 10**9, "mega": 10**6, "kilo": 10**3, "hecto": 100, "deca": 10,
    "deci": Fraction("0.1"), "centi": Fraction("0.01"), "milli": Fraction("1e-3"), "micro": Fraction("1e-6"),
    "nano": Fraction("1e-9"), "pico": Fraction("1e-12"),
}  # fmt: skip


class Size(NamedTuple):
    """How large a unit is: what it measures, with powers; its size in base units; where its zero lies."""

    measures: dict[str, int]
    slope: Fraction
    zero: Fraction = Fraction(0)

    def __pow__(self, power: int) -> Size:
        return Size({name: n * power for name, n in self.measures.items()}, self.slope**power)

    def per(self, other: Size) -> Size:
        """Divide one unit by another."""
        powers = Counter(self.measures)
        powers.subtract(other.measures)
        return Size({name: n for name, n in powers.items() if n}, self.slope / other.slope)


@cache
def _named() -> dict[str, Size]:
    """Read the units that have a name of their own."""
    sizes: dict[str, Size] = {}
    for line in files("claims.values.units").joinpath("sizes.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, measured, slope, *zero = line.split("\t")
            powers = (part.partition("^") for part in measured.split())
            sizes[name] = Size({base: int(power or 1) for base, _, power in powers}, Fraction(slope), Fraction(*zero))
    return sizes


def _size(unit: str) -> Size | None:
    """Give the size of a unit, by its symbol, its name or as it is spelt."""
    unit = TIME_NAMES.get(unit, unit)
    name = UNIT_NAMES.get(unit) or UNIT_NAMES.get(SYMBOLS.get((unit.lower(),), ""), unit)
    top, slash, below = name.partition("/")
    if slash:
        over, under = _size(top), _size(below)
        return over.per(under) if over and under else None
    stem, _, power = name.partition("**")
    for prefix in ("", *(word for _, word in PREFIXES.values())):
        size = _named().get(stem.removeprefix(prefix))
        if size and stem.startswith(prefix):
            size = size._replace(slope=size.slope * MULTIPLES.get(prefix, 1))
            return size ** int(power) if power else size
    return None


@lru_cache(512)
def _factor(source: str, target: str) -> tuple[Fraction, Fraction] | None:
    """Give slope and offset of the conversion, or None where there is none."""
    one, other = _size(source), _size(target)
    if one is None or other is None or one.measures != other.measures:
        return None
    return one.slope / other.slope, (one.zero - other.zero) / other.slope


def convert(number: Decimal, source: str, target: str) -> Decimal | None:
    """Convert a number between units; None where the units measure different things.

    >>> convert(Decimal(10), "km", "m"), convert(Decimal(100), "°C", "°F"), convert(Decimal(1), "kg", "m")
    (Decimal('10000'), Decimal('212'), None)
    """
    found = _factor(source, target)
    if not found:
        return None
    slope, offset = found
    exact = Fraction(number) * slope + offset
    return Decimal(exact.numerator) / Decimal(exact.denominator)
