"""Names and values written as SQL."""

from __future__ import annotations

import datetime as dt

from claims.checking.periods import Season
from claims.checking.showing import show


def quoted(name: str) -> str:
    """Quote an identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: object) -> str:
    """Write a value as SQL."""
    if isinstance(value, dt.date):
        return f"DATE '{value}'"
    if isinstance(value, tuple | list | frozenset):
        return "(" + ", ".join(literal(v) for v in value) + ")"
    if isinstance(value, str | Season):
        value = str(value)
        return "'" + value.replace("'", "''") + "'"
    return show(value)
