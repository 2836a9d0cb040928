"""Audits as rows, remembered by what decides them: the article, the tables, and `claims` itself."""

from __future__ import annotations

import json
import sys
import tomllib
from dataclasses import asdict, dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import claims
from claims import cache, embedded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from claims.policy.settings import Settings
    from claims.policy.sources import Source
    from claims.references import References
    from claims.types import Article, Audit

_FORMAT = 2
"""Counts up when rows of old no longer say what is needed."""
_LIBRARIES = ("spacy", "holidays", "pint", "rapidfuzz", "pandas", "great-expectations")
"""Whose versions may change an audit."""
_LONGEST_NAME = 200

Row = dict[str, Any]
"""A statement: the columns of `Audit.to_frame`, its fingerprint and its sentence."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Audited:
    """An article of a file, the number of it there from 0, and its statements."""

    source: Source
    number: int
    key: str
    rows: list[Row]


def audit_all(sources: Iterable[Source], settings: Settings, advance: Callable[[], None]) -> Iterator[Audited]:
    """Give the audit of every article, computed only where it is not remembered."""
    from claims import corpus

    configured = _Tables(settings)
    jobs = [_job(source, number, settings, configured) for source in sources for number in range(len(source.articles))]
    others = [job.article for job in jobs if job.rows is None and job.tables is configured]
    tables = configured.references if others else None
    shared = corpus.audit_all(others, tables, processes=corpus.processes_for(others))
    for job in jobs:
        rows = job.rows
        if rows is None:
            own = job.tables is not configured
            rows = rows_of(claims.audit(job.article, job.tables.references) if own else next(shared))
            cache.write("audits", job.key, rows)
        yield Audited(source=job.source, number=job.number, key=job.key, rows=rows)
        if job.number == len(job.source.articles) - 1:
            advance()
    if any(job.rows is None for job in jobs):
        cache.prune("audits")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """An article to audit against some tables: `rows` is what is remembered of it."""

    source: Source
    number: int
    tables: _Tables | _Frames
    key: str
    rows: list[Row] | None

    @property
    def article(self) -> Article:
        return self.source.articles[self.number]


def _job(source: Source, number: int, settings: Settings, configured: _Tables) -> _Job:
    tables = _own(source, settings) or configured
    key = _key_of(source.articles[number], tables.digest)
    rows = cache.read("audits", key)
    return _Job(source=source, number=number, tables=tables, key=key, rows=rows if isinstance(rows, list) else None)


def rows_of(audit: Audit) -> list[Row]:
    """Give an audit's frame as plain rows, with what findings need beside."""
    from claims.reports.sarif import fingerprints

    text = audit.article.text
    prints = fingerprints(audit.statements, text)
    records = audit.to_frame().to_dict("records")
    return [
        {
            **{name: _plain(value) for name, value in record.items()},
            "fingerprint": fingerprint,
            "sentence": statement.sentence,
        }
        for record, statement, fingerprint in zip(records, audit.statements, prints, strict=True)
    ]


def _plain(value: Any) -> Any:
    """Make numbers of decimals, and None of what is missing, so that JSON can hold them."""
    if value is None or value != value:
        return None
    return float(value) if isinstance(value, Decimal) else value


class _Tables:
    """The reference tables, loaded when the first article needs them."""

    def __init__(self, settings: Settings) -> None:
        self.path = settings.tables

    @cached_property
    def references(self) -> References:
        from claims.references import References

        return References.embedded() if self.path is None else References.load(self.path)

    @cached_property
    def digest(self) -> str:
        return _digest(self.path) or self.references.fingerprint


class _Frames:
    """The frames of a notebook, as tables."""

    def __init__(self, frames: dict[str, Any]) -> None:
        from claims.references import References

        self.references = References.from_frames(frames)
        self.digest = self.references.fingerprint


def _own(source: Source, settings: Settings) -> _Frames | None:
    """Give a notebook its own frames to be held against; None if it has none, or is no notebook."""
    if source.path.suffix.lower() != ".ipynb":
        return None
    from claims import frames

    found = (frames.executed if settings.notebooks == "run" else frames.stored)(source.path)
    return _Frames(found) if found else None


def _key_of(article: Article, tables: str) -> str:
    decisions = [asdict(decision) for decision in article.decisions]
    basis = [_FORMAT, article.text, str(article.published), article.title, article.url, tables, software(), decisions]
    return sha256(json.dumps(basis).encode()).hexdigest()


@lru_cache(maxsize=1)
def software() -> str:
    """Digest the package with its models and seeds, and the versions of the libraries that it rests on."""
    from importlib.metadata import version

    package = Path(__file__).parent.parent
    folders = [package, *(embedded.folder(name) for name in ("models", "expectations", "seeds"))]
    files = (path for folder in folders for path in _files(folder))
    versions = [f"{name} {version(name)}" for name in _LIBRARIES]
    return _combined([*(_content(path) for path in files), *versions, f"{sys.version_info[:2]}"])


def _digest(path: str | Path | None) -> str:
    """Digest the files of the tables without loading them; "" for a database, whose rows only loading shows."""
    if path is None:
        return "embedded"
    if isinstance(path, str):
        return ""
    folder = path if path.is_dir() else path.parent
    named = list(_named(path if path.suffix == ".toml" else folder / "references.toml"))
    if any("://" in name for name in named):
        return ""
    beside = folder.iterdir() if path.is_dir() or path.suffix == ".toml" else [path]
    suites = (folder / "expectations", folder.parent / "expectations")
    files = [*beside, *(folder / name for name in named), *(file for place in suites for file in _files(place))]
    return _combined([path.suffix, *sorted({f"{file.name} {_content(file)}" for file in files if file.is_file()})])


def _named(catalog: Path) -> Iterator[str]:
    """Give every text of a catalog: some of them name files or databases."""
    try:
        content = tomllib.loads(catalog.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return
    yield from (text for text in _texts(content) if len(text) < _LONGEST_NAME and "\0" not in text)


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for part in node.values() if isinstance(node, dict) else node:
            yield from _texts(part)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".pyc", ".lock"))


def _content(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def _combined(parts: Sequence[str]) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()
