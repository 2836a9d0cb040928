"""Receipts: what a suite said of a table, remembered by the content of both."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from claims import cache, embedded
from claims.references.suites import Result, Suite

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from claims.references.table import Table

_FORMAT = 1
"""Counts up when receipts of old no longer say what is needed."""


def key_of(table: Table, suite: Suite, parameters: Mapping[str, list[str]]) -> str:
    """Digest all that decides what a suite says of a table."""
    kinds = [(column.name, column.dtype) for column in table.columns]
    basis = [_FORMAT, table.name, table.sha256, kinds, suite.sha256, sorted(parameters.items())]
    return hashlib.sha256(json.dumps(basis, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache(maxsize=1)
def shipped() -> dict[str, list[dict[str, Any]]]:
    """Read the receipts that travel with the package."""
    try:
        receipts: dict[str, list[dict[str, Any]]] = json.loads(shipped_file().read_text(encoding="utf-8"))["receipts"]
    except (OSError, ValueError, KeyError):
        return {}
    return receipts


def shipped_file() -> Path:
    """Give the place of those receipts."""
    return embedded.folder("expectations") / "receipts" / "embedded.json"


def cached(key: str) -> list[dict[str, Any]] | None:
    """Read a receipt; one that cannot be read is as good as none."""
    try:
        entries: list[dict[str, Any]] = cache.read("receipts", _name(key))["results"]
        return entries if entries and all(Result(**entry) for entry in entries) else None
    except (TypeError, KeyError):
        return None


def remember(key: str, results: list[dict[str, Any]]) -> None:
    """Write a receipt."""
    cache.write("receipts", _name(key), {"results": results})


def _name(key: str) -> str:
    from importlib.metadata import version

    return f"{key[:40]}-{version('great_expectations')}"
