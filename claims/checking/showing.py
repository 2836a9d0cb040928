"""Cells written as evidence shows them."""

from __future__ import annotations

from decimal import Decimal


def show(value: object) -> str:
    """Write a cell as evidence shows it: no exponent, no trailing zeros."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        text = format(value, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    if isinstance(value, tuple | list):
        return "; ".join(show(v) for v in value)
    return str(value)
