"""Where the models, expectations and seeds are: in the wheel as package data, else in the checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """Find one of the folders `models`, `expectations`, `seeds`.

    Examples
    --------
    >>> folder("seeds").name
    'seeds'
    """
    packed = _PACKAGE / "_embedded" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name
