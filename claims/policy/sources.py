"""The files to check, their articles, and where a piece of an article stands in its file."""

from __future__ import annotations

import html
import json
import os
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from claims import article as reading
from claims import comments
from claims.errors import InputError
from claims.reports.summary import Places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
    def text(self) -> str:
        """Give the file's text as editors count its lines and columns."""
        return reading.source_text(self.path)

    @cached_property
    def sha256(self) -> str:
        """Digest of the file."""
        return sha256(self.path.read_bytes()).hexdigest()

    @cached_property
    def suppressions(self) -> tuple[comments.Suppression, ...]:
        """Give the comments to us; a line of JSON and a row have none."""
        return () if self._many else tuple(comments.suppressions(self.text))

    @property
    def _many(self) -> bool:
        return self.path.suffix.lower() in reading.CORPORA

    @cached_property
    def _places(self) -> Places:
        return Places(self.text)

    @cached_property
    def _shift(self) -> int | None:
        """Say by how many characters front matter moves the article; None where it is not the rest of the file."""
        blanked, text = comments.blank(self.text), self.articles[0].text
        return len(blanked) - len(text) if len(self.articles) == 1 and blanked.endswith(text) else None

    def place(self, number: int, start: int, around: Sequence[str]) -> tuple[int, int]:
        """Give line and column of a character of an article, else of the first of the words around it found once."""
        if self._many:
            return self._rows[number] + self.articles[number].text.count("\n", 0, start) * self._tabular, 1
        if self._shift is not None:
            return self._places.at(self._shift + start)
        forms = (form for words in around if words for form in _written(words))
        return next((self._places.at(self.text.index(form)) for form in forms if self.text.count(form) == 1), (1, 1))

    @property
    def _tabular(self) -> bool:
        return self.path.suffix.lower() in (".csv", ".tsv")

    @cached_property
    def _rows(self) -> list[int]:
        """Give the line that the text of each article begins on."""
        if self._tabular:
            return [article.line for article in self.articles]
        return [row for row, line in enumerate(self.text.split("\n"), 1) if line.strip()]


def _written(words: str) -> Iterator[str]:
    """Give the ways in which text, HTML and JSON files write some words."""
    yield words
    yield html.escape(words, quote=False)
    yield json.dumps(words, ensure_ascii=False)[1:-1]
    yield json.dumps(words)[1:-1]


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
        f for f in files if not any(part.startswith(".") for part in Path(_from(f, folder)).parts if part != "..")
    ]
    return sorted(f for f in inside if not any(fnmatch(_from(f, settings.root), rule) for rule in settings.exclude))


def open_source(path: Path, settings: Settings) -> Source:
    """Read the articles of a file, dated by its path where they give no date of their own."""
    name = _from(path, settings.root)
    articles = reading.read_all(path)
    date = settings.date_in(name)
    if date:
        articles = tuple(one if one.published else replace(one, published=date) for one in articles)  # type: ignore[arg-type]
    return Source(path, name, _from(path, Path.cwd()), articles)


def _from(path: Path, folder: Path) -> str:
    """Give a path as seen from a folder, with slashes."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


def _ending_list() -> str:
    return ", ".join(sorted(ENDINGS))
