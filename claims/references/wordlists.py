"""Words behind a name that are no part of it."""

from __future__ import annotations

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "mp", "obe", "mbe"})
