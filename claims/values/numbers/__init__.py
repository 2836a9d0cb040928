"""Numbers as they are written: digits with any grouping, words, fractions, scales."""

from __future__ import annotations

from claims.values.numbers.fractions import fraction
from claims.values.numbers.number import DASHES, Number
from claims.values.numbers.reading import over, read, signed
from claims.values.numbers.scales import scaled_by_letter
from claims.values.numbers.worded import several

__all__ = ["DASHES", "Number", "fraction", "over", "read", "scaled_by_letter", "several", "signed"]
