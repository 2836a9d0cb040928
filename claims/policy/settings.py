"""The configuration: `[tool.claims]` of a pyproject.toml, or a claims.toml; every key is described in `KEYS`."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from claims import embedded
from claims.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key of the configuration."""

    name: str
    kind: Literal["text", "list of texts"]
    default: str | tuple[str, ...]
    meaning: str
    choices: tuple[str, ...] = ()


KEYS = (
    Key(
        name="articles",
        kind="list of texts",
        default=(),
        meaning="files, folders and patterns that `claims check` without PATHS audits",
    ),
    Key(name="exclude", kind="list of texts", default=(), meaning="patterns of files to leave out of folders"),
    Key(
        name="references",
        kind="text",
        default="",
        meaning="folder of tables, one table, a `references.toml` or a database; else the embedded tables",
    ),
    Key(
        name="texts",
        kind="text",
        default="",
        meaning="folder of speeches, statements, transcripts that quotations are checked against word for word",
    ),
    Key(
        name="policy",
        kind="text",
        default="",
        meaning="Great Expectations suite that the audits have to pass; else the embedded `expectations/audit.json`",
    ),
    Key(
        name="baseline",
        kind="text",
        default="claims-baseline.json",
        meaning="file of known findings, written by `--update-baseline`",
    ),
    Key(
        name="published",
        kind="text",
        default="",
        meaning="where a path holds the publication date, as in `archive/YYYY/MM/DD-*.md`; an article's own date wins",
    ),
    Key(
        name="notebooks",
        kind="text",
        default="stored",
        meaning="what the prose of a notebook is held against: `stored`, the frames that its outputs show whole, or "
        "`run`, those that it leaves when it is run; `references` where there are none",
        choices=("stored", "run"),
    ),
)
"""The one place where keys are described; the README's table is written from it."""
_PARTS = {"YYYY": r"(?P<year>\d{4})", "MM": r"(?P<month>\d\d)", "DD": r"(?P<day>\d\d)", "**": ".*", "*": "[^/]*"}
_PART = re.compile(r"YYYY|MM|DD|\*\*|\*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The configuration; its paths count from `root`, the folder of `file`."""

    root: Path = field(default_factory=Path.cwd)
    file: Path | None = None
    articles: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    references: str = ""
    texts: str = ""
    policy: str = ""
    baseline: str = "claims-baseline.json"
    published: str = ""
    notebooks: str = "stored"

    @property
    def suite_file(self) -> Path:
        """Give the file of the policy."""
        return self.root / self.policy if self.policy else embedded.folder("expectations") / "audit.json"

    @property
    def tables(self) -> str | Path | None:
        """Give what `References.load` takes, None for the embedded tables."""
        return self.references if "://" in self.references else self.root / self.references if self.references else None

    @property
    def texts_folder(self) -> Path | None:
        """Give the folder of texts, None if there is none."""
        return self.root / self.texts if self.texts else None

    def date_in(self, path: str) -> str:
        """Give the date that a path from the root holds, as the key `published` says; "" if it holds none.

        Examples
        --------
        >>> Settings(published="archive/YYYY/MM/DD-*.md").date_in("archive/2022/04/26-kishor.md")
        '2022-04-26'
        """
        found = re.fullmatch(_pattern(self.published), path) if self.published else None
        return f"{found['year']}-{found['month']}-{found['day']}" if found else ""


def load_settings(file: str | Path | None = None, *, start: Path | None = None) -> Settings:
    """Read the configuration: a file, or the nearest one from `start`, by default here, up to the top of the checkout.

    Raises
    ------
    InputError
        If there is no such file, or a key is unknown or of the wrong type.
    """
    start = start or Path.cwd()
    path = Path(file) if file else _nearest(start)
    if path is None:
        return Settings(root=start)
    return from_table(_table(path, _parsed(path)) or {}, path)


def from_table(table: dict[str, Any], path: Path) -> Settings:
    """Check each key of a configuration.

    Examples
    --------
    >>> from_table({"articles": ["news"]}, Path("claims.toml")).articles
    ('news',)
    """
    where = f"{path}, [tool.claims]" if path.name == "pyproject.toml" else str(path)
    known = {key.name: key for key in KEYS}
    for name, value in table.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
            hint = f'did you mean "{near[0]}"?' if near else f"the keys are {', '.join(known)}"
            raise InputError(f'there is no key "{name}"', where=where, hint=hint)
        _check_type(known[name], value, where)
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in table.items()}
    settings = Settings(root=path.resolve().parent, file=path.resolve(), **values)
    _check_files(settings, where)
    return settings


def seen_from(folder: Path, path: str | Path) -> str:
    """Give a path as seen from a folder, with slashes."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return Path(path).as_posix()


def _check_type(key: Key, value: Any, where: str) -> None:
    many = key.kind == "list of texts"
    parts = value if many and isinstance(value, list) else [value]
    if isinstance(value, list) != many or not all(isinstance(part, str) and part.strip() for part in parts):
        example = f'{key.name} = ["..."]' if many else f'{key.name} = "..."'
        raise InputError(f'"{key.name}" must be a {key.kind}, none empty', where=where, hint=f"write {example}")
    if key.choices and value not in key.choices:
        hint = f"write {' or '.join(key.choices)}"
        raise InputError(f'"{key.name}" cannot be "{value}"', where=where, hint=hint)


def _check_files(settings: Settings, where: str) -> None:
    if settings.policy and not settings.suite_file.is_file():
        raise InputError(f'"policy" names no file: {settings.policy}', where=where, hint="give a suite as JSON")
    if isinstance(settings.tables, Path) and not settings.tables.exists():
        raise InputError(f'"references" names nothing: {settings.references}', where=where, hint="check the path")
    if settings.texts_folder and not settings.texts_folder.is_dir():
        raise InputError(f'"texts" names no folder: {settings.texts}', where=where, hint="check the path")
    if settings.published and sorted(re.findall("YYYY|MM|DD", settings.published)) != ["DD", "MM", "YYYY"]:
        hint = 'write YYYY, MM and DD once each, as in "archive/YYYY/MM/DD-*.md"'
        raise InputError(f'"published" holds no date: {settings.published}', where=where, hint=hint)


def _pattern(written: str) -> str:
    """Turn `archive/YYYY/MM/DD-*.md` into a regular expression."""
    literals = (re.escape(part) for part in _PART.split(written))
    parts = [_PARTS[part] for part in _PART.findall(written)]
    return next(literals) + "".join(part + literal for part, literal in zip(parts, literals, strict=True))


def _nearest(folder: Path) -> Path | None:
    """Find the nearest configuration upwards; claims.toml wins over pyproject.toml of the same folder."""
    for place in (folder, *folder.parents):
        if (own := place / "claims.toml").is_file():
            return own
        shared = place / "pyproject.toml"
        if shared.is_file() and _table(shared, _parsed(shared)) is not None:
            return shared
        if (place / ".git").exists():
            return None
    return None


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError("there is no such configuration", where=str(path), hint="check --config") from None
    except OSError as error:
        raise InputError(f"cannot read the configuration: {error.strerror or error}", where=str(path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"the configuration is not TOML: {error}", where=str(path)) from None


def _table(path: Path, content: dict[str, Any]) -> dict[str, Any] | None:
    if path.name != "pyproject.toml":
        return content
    tool = content.get("tool")
    table = tool.get("claims") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None
