"""The files to check, their articles, and where a piece of an article stands in its file."""

from __future__ import annotations

import os
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from claims import article as reading
from claims import comments
from claims.errors import InputError
from claims.places import Places
from claims.policy.settings import seen_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claims.policy.inputs import Inputs
    from claims.policy.settings import Settings
    from claims.types import Article

ENDINGS = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".ipynb", ".jsonl", ".ndjson"})
"""What a folder's files must end in to be taken for articles; a table is taken for one where it is named."""


@dataclass(frozen=True, eq=False)
class Source:
    """A file with articles: `name` is its path from the configuration's folder, `shown` from the current one."""

    path: Path
    name: str
    shown: str
    articles: tuple[Article, ...]

    @cached_property
    def sha256(self) -> str:
        """Digest of the file."""
        return sha256(self.path.read_bytes()).hexdigest()

    @cached_property
    def suppressions(self) -> tuple[comments.Suppression, ...]:
        """Give the comments to us; a line of JSON and a row have none."""
        return () if self._many else tuple(comments.suppressions(reading.commented(self.path)))

    @property
    def _many(self) -> bool:
        return self.path.suffix.lower() in reading.CORPORA

    def place(self, number: int, start: int) -> tuple[int, int]:
        """Give line and column of a character of an article."""
        return self._places[number].at(start)

    def part(self, number: int, start: int) -> str:
        """Give the part of the file that it is in, such as a notebook's cell, else ""."""
        return self._places[number].part(start)

    @cached_property
    def _places(self) -> list[Places]:
        return [Places(article) for article in self.articles]


def find(paths: Sequence[str], settings: Settings) -> tuple[Path, ...]:
    """List the files that paths, else the configuration, name: files, folders and patterns.

    Raises
    ------
    InputError
        If a path names nothing, or nothing is named.
    """
    named = [(Path.cwd(), path) for path in paths] or [(settings.root, path) for path in settings.articles]
    if not named:
        hint = 'give PATHS, or write articles = ["..."] into claims.toml'
        raise InputError("there is nothing to check", where=str(settings.file or ""), hint=hint)
    files = [path for folder, written in named for path in _named(folder, written, settings)]
    if not files:
        raise InputError("there are no articles in the folders given", hint=f"articles end in {_ending_list()}")
    return tuple(dict.fromkeys(files))


def _named(folder: Path, written: str, settings: Settings) -> Iterable[Path]:
    path = folder / written
    if path.is_dir():
        return _kept((p for p in path.rglob("*") if p.suffix.lower() in ENDINGS), path, settings)
    if path.exists() or not any(mark in written for mark in "*?["):
        return [Path(os.path.abspath(path))]  # noqa: PTH100  (resolve() would follow links away)
    matched = list(_kept(_matching(path, folder, written), folder, settings))
    if not matched:
        raise InputError(f'the pattern "{written}" matches no file', where=str(settings.file or folder))
    return matched


def _matching(path: Path, folder: Path, written: str) -> Iterator[Path]:
    return Path(path.anchor).glob(str(path.relative_to(path.anchor))) if path == Path(written) else folder.glob(written)


def _kept(files: Iterable[Path], folder: Path, settings: Settings) -> list[Path]:
    """Leave out what is hidden below the folder or excluded."""
    files = [Path(os.path.abspath(file)) for file in files if file.is_file()]  # noqa: PTH100
    inside = [
        f for f in files if not any(part.startswith(".") for part in Path(seen_from(folder, f)).parts if part != "..")
    ]
    return sorted(f for f in inside if not any(fnmatch(seen_from(settings.root, f), rule) for rule in settings.exclude))


def open_source(path: Path, inputs: Inputs) -> Source:
    """Read the articles of a file."""
    return Source(path, seen_from(inputs.settings.root, path), seen_from(Path.cwd(), path), inputs.read(path))


def _ending_list() -> str:
    return ", ".join(sorted(ENDINGS))
