"""What is remembered between runs, by content: a file a key, in the user's cache folder or where CLAIMS_CACHE says."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

_MOST_FILES = 4000
"""Of one kind; the oldest go first."""


def read(kind: str, key: str) -> Any:
    """Read what is remembered under a key; what cannot be read is as good as nothing, None."""
    folder = _folder(kind)
    try:
        return json.loads((folder / f"{key}.json").read_bytes()) if folder else None
    except (OSError, ValueError, RecursionError):
        return None


def write(kind: str, key: str, content: Any) -> None:
    """Remember something that JSON can hold, in one step; a cache that cannot be written does no harm."""
    folder = _folder(kind)
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=folder, suffix=".tmp", delete=False, encoding="utf-8") as out:
            json.dump(content, out)
        Path(out.name).replace(folder / f"{key}.json")
    except OSError:
        pass


def prune(kind: str) -> None:
    """Forget the oldest files of a kind where there are very many."""
    folder = _folder(kind)
    try:
        files = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime_ns) if folder else []
        for file in files[:-_MOST_FILES]:
            file.unlink(missing_ok=True)
    except OSError:
        pass


def _folder(kind: str) -> Path | None:
    given, shared = os.environ.get("CLAIMS_CACHE"), os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(given) if given else (Path(shared) if shared else Path.home() / ".cache") / "claims") / kind
    except RuntimeError:
        return None
