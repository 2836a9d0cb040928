"""Dates, times and periods: the readers by what stands there, and what resolves it into ISO forms."""

from __future__ import annotations

from claims.values.dates.durations import after_duration, half_duration, vague_duration
from claims.values.dates.reading import NUMBER_STARTS, read
from claims.values.dates.resolving import resolve_all

__all__ = ["NUMBER_STARTS", "after_duration", "half_duration", "read", "resolve_all", "vague_duration"]
