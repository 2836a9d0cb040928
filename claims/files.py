"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from claims.errors import InputError


def write(path: Path, text: str | bytes) -> None:
    """Write a file whole or not at all: beside its place first, then renamed."""
    path = path.resolve()
    content = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    if path.is_dir():
        raise InputError("the output must be a file, not a folder", where=str(path))
    try:
        if path.exists() and not path.is_file():  # /dev/null, a pipe
            path.write_bytes(content)
            return
        _replace(path, content)
    except OSError as error:
        raise InputError(f"cannot write the output: {error.strerror or error}", where=str(path)) from error


def _replace(path: Path, content: bytes) -> None:
    handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123
            file.write(content)
        Path(beside).chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
