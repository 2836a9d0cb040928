"""Numerals that state nothing checkable, each excluded by a named rule with examples on both sides."""

from __future__ import annotations

from claims.values.exclusions.names import NAME_NOUNS, named_numbers
from claims.values.exclusions.net import regions
from claims.values.exclusions.places import STREETS
from claims.values.exclusions.rules import RULES, find

__all__ = ["NAME_NOUNS", "RULES", "STREETS", "find", "named_numbers", "regions"]
