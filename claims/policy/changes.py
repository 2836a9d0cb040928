"""What git says has changed: the lines of files that differ from a revision."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HUNK = re.compile(r"@@ -\S+ \+(?P<start>\d+)(?:,(?P<count>\d+))? @@")


@dataclass(frozen=True, slots=True)
class Changes:
    """The files that differ from a revision, and how to ask for their lines."""

    top: Path
    base: str
    changed: frozenset[Path]
    untracked: frozenset[Path]

    def touches(self, path: Path) -> bool:
        """Say whether a file, or one in a folder, has changed."""
        path = path.resolve()
        return any(path == file or path in file.parents for file in self.changed | self.untracked)

    def lines(self, path: Path) -> frozenset[int] | None:
        """Give the changed lines of a file, from 1; None for all lines of a new one."""
        path = path.resolve()
        if path in self.untracked:
            return None
        diff = _git(self.top, "diff", "--unified=0", "--no-color", "--no-ext-diff", self.base, "--", str(path))
        return frozenset(line for row in diff.split("\n") if (hunk := _HUNK.match(row)) for line in _lines(hunk))


def since(revision: str, folder: Path) -> Changes:
    """Compare the files with where this branch left a revision.

    Raises
    ------
    InputError
        If the folder is in no git checkout, or there is no such revision.
    """
    top = Path(_git(folder, "rev-parse", "--show-toplevel").strip())
    try:
        commit = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    except InputError:
        hint = "fetch it first: a shallow clone has only the last commit"
        raise InputError(f'git knows no revision "{revision}"', where=str(top), hint=hint) from None
    try:
        base = _git(top, "merge-base", commit, "HEAD").strip()
    except InputError:  # no common past
        base = commit
    return Changes(
        top, base,
        frozenset(_paths(top, _git(top, "diff", "--name-only", "--no-renames", "-z", base))),
        frozenset(_paths(top, _git(top, "ls-files", "--others", "--exclude-standard", "-z"))),
    )  # fmt: skip


def _lines(hunk: re.Match[str]) -> Iterable[int]:
    """Give the lines of a hunk; where lines only went, those around the gap."""
    start, count = int(hunk["start"]), int(hunk["count"] or 1)
    return range(start, start + count) if count else (start, start + 1)


def _paths(top: Path, listed: str) -> Iterator[Path]:
    return ((top / name).resolve() for name in listed.split("\0") if name)


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=True)
    except FileNotFoundError:
        raise InputError("--changed-since needs git, which is not installed") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().removeprefix("fatal: ").partition("\n")[0]
        raise InputError(f"git fails: {said or arguments[0]}", where=str(folder)) from None
    return done.stdout.decode(errors="surrogateescape")
