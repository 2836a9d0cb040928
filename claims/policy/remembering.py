"""Audits as rows, remembered by what decides them: the article, the tables, and `claims` itself."""

from __future__ import annotations

import json
import sys
import tomllib
from dataclasses import asdict, dataclass
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import claims
from claims import cache, embedded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from claims.policy.inputs import Inputs
    from claims.policy.sources import Source
    from claims.references import References
    from claims.types import Article, Audit

_FORMAT = 3
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


def audit_all(sources: Iterable[Source], inputs: Inputs, advance: Callable[[], None]) -> Iterator[Audited]:
    """Give the audit of every article, computed only where it is not remembered."""
    jobs = list(_jobs(sources, inputs))
    others = inputs.audit_others([job.article for job in jobs if job.rows is None and job.frames is None])
    for job in jobs:
        rows = job.rows
        if rows is None:
            own = job.frames
            rows = rows_of(claims.audit(job.article, own, texts=inputs.texts) if own else next(others))
            cache.write("audits", job.key, rows)
        yield Audited(source=job.source, number=job.number, key=job.key, rows=rows)
        if job.number == len(job.source.articles) - 1:
            advance()
    if any(job.rows is None for job in jobs):
        cache.prune("audits")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """An article to audit: `frames` are a notebook's own, `rows` is what is remembered of it."""

    source: Source
    number: int
    frames: References | None
    key: str
    rows: list[Row] | None

    @property
    def article(self) -> Article:
        return self.source.articles[self.number]


def _jobs(sources: Iterable[Source], inputs: Inputs) -> Iterator[_Job]:
    place, texts = inputs.settings.tables, sorted((inputs.texts or {}).items())
    shared = [_digest(place) or inputs.references.fingerprint, _combined(list(map(str, texts)))]
    for source in sources:
        frames = inputs.frames(source.path)
        against = [frames.fingerprint, shared[1]] if frames else shared
        for number, article in enumerate(source.articles):
            key = _key_of(article, against)
            rows = cache.read("audits", key)
            rows = rows if isinstance(rows, list) else None
            yield _Job(source=source, number=number, frames=frames, key=key, rows=rows)


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


def _key_of(article: Article, against: list[str]) -> str:
    decisions = [asdict(decision) for decision in article.decisions]
    facts = [article.text, str(article.published), article.title, article.url]
    basis = [_FORMAT, *facts, *against, software(), decisions]
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
