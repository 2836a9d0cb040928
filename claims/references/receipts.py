"""Receipts: what a suite said of a table, remembered by the content of both."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims import embedded
from claims.references.suites import Result, Suite

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.references.table import Table

_FORMAT = 1
"""Counts up when receipts of old no longer say what is needed."""


def key_of(table: Table, suite: Suite, parameters: Mapping[str, list[str]]) -> str:
    """Digest all that decides what a suite says of a table."""
    kinds = [(column.name, column.dtype) for column in table.columns]
    basis = [_FORMAT, table.name, table.sha256, kinds, suite.sha256, sorted(parameters.items())]
    return hashlib.sha256(json.dumps(basis, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


@cache
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


def _cache_file(key: str) -> Path | None:
    from importlib.metadata import version

    given = os.environ.get("CLAIMS_CACHE")
    shared = os.environ.get("XDG_CACHE_HOME")
    try:
        folder = Path(given) if given else (Path(shared) if shared else Path.home() / ".cache") / "claims"
    except RuntimeError:
        return None
    return folder / "receipts" / f"{key[:40]}-{version('great_expectations')}.json"


def cached(key: str) -> list[dict[str, Any]] | None:
    """Read a receipt; one that cannot be read is as good as none."""
    file = _cache_file(key)
    try:
        entries = json.loads(file.read_text(encoding="utf-8"))["results"] if file else None
        return entries if entries and all(Result(**entry) for entry in entries) else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def remember(key: str, results: list[dict[str, Any]]) -> None:
    """Write a receipt in one step; a cache that cannot be written does no harm."""
    file = _cache_file(key)
    if file is None:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=file.parent, delete=False, encoding="utf-8") as out:
            json.dump({"results": results}, out, ensure_ascii=False)
        Path(out.name).replace(file)
    except OSError:
        pass
