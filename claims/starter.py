"""A starter project, copied from the package's seeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims import embedded
from claims.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path


def copy(folder: Path) -> tuple[Path, ...]:
    """Copy the starter project into a folder; refuse before the first file if one of them is there."""
    source = embedded.folder("seeds") / "starter"
    names = sorted(path.relative_to(source) for path in source.rglob("*") if path.is_file())
    there = [str(name) for name in names if (folder / name).exists()]
    if there:
        raise InputError(
            f"the folder has {there[0]} already", where=str(folder), hint="give an empty folder: claims init FOLDER"
        )
    try:
        return tuple(_copied(source / name, folder / name) for name in names)
    except OSError as error:
        raise InputError(f"cannot write the project: {error.strerror or error}", where=str(folder)) from error


def _copied(source: Path, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(source.read_bytes())
    return target
