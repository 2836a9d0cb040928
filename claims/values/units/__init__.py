"""Units of measurement and currencies: how they are written, and their symbols."""

from __future__ import annotations

from claims.values.units.currencies import (
    CODE_ALIASES,
    CODE_WORDS,
    CODES,
    DOLLARS,
    LOCAL_SIGNS,
    NAMES,
    PARTS,
    SHORT_SIGNS,
    SIGNS,
    Currency,
)
from claims.values.units.measures import CASED, COMPOUNDS, LETTERS, PER, SYMBOLS, UNIT_NAMES

__all__ = [
    "CASED",
    "CODES",
    "CODE_ALIASES",
    "CODE_WORDS",
    "COMPOUNDS",
    "DOLLARS",
    "LETTERS",
    "LOCAL_SIGNS",
    "NAMES",
    "PARTS",
    "PER",
    "SHORT_SIGNS",
    "SIGNS",
    "SYMBOLS",
    "UNIT_NAMES",
    "Currency",
]
