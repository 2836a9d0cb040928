"""What goes into an audit beside the article: as the configuration says, and what a command names wins over it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from claims import article as reading
from claims.errors import InputError
from claims.policy.settings import Settings, seen_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claims.references import References
    from claims.types import Article, Audit


@dataclass(frozen=True, eq=False)
class Inputs:
    """The tables and texts that articles are held against, and their dates.

    Attributes
    ----------
    settings : Settings
        The configuration.
    place : str
        What `References.load` takes, in place of the key `references`.
    named : sequence of str
        Tables as NAME=FILE, likewise.
    folder : Path, optional
        A folder of texts, in place of the key `texts`.
    """

    settings: Settings = field(default_factory=Settings)
    place: str = ""
    named: Sequence[str] = ()
    folder: Path | None = None

    @cached_property
    def references(self) -> References:
        """Load the tables; the embedded ones if none are named."""
        from claims.references import References

        if self.place and self.named:
            raise InputError("--references and --table exclude each other", hint="put the table into the folder")
        if self.named:
            return References.from_files(dict(_named(table) for table in self.named))
        place = self.place or self.settings.tables
        return References.load(place) if place else References.embedded()

    @cached_property
    def texts(self) -> Mapping[str, str] | None:
        """Read the texts that quotations are checked against; None if none are named."""
        from claims.attribution.verbatim import read_texts

        folder = self.folder or self.settings.texts_folder
        return None if folder is None else read_texts(folder)

    def read(self, path: str | Path, published: str = "") -> tuple[Article, ...]:
        """Read the articles of a file, dated by its path where they give no date of their own."""
        articles = reading.read_all(path, published or None)
        date = self.settings.date_in(seen_from(self.settings.root, path))
        return tuple(one if one.published or not date else replace(one, published=date) for one in articles)  # type: ignore[arg-type]

    def read_one(self, path: str | Path, published: str = "") -> Article:
        """Read the one article of a file."""
        return reading.only(self.read(path, published), path)

    def frames(self, path: str | Path) -> References | None:
        """Give the frames of a notebook; None if it has none, is no notebook, or a command names tables."""
        if self.place or self.named or Path(path).suffix.lower() != ".ipynb":
            return None
        from claims import frames
        from claims.references import References

        found = (frames.executed if self.settings.notebooks == "run" else frames.stored)(path)
        return References.from_frames(found) if found else None

    def tables_for(self, path: str | Path) -> References:
        """Give what the articles of a file are held against."""
        return self.frames(path) or self.references

    def audit(self, path: str | Path, published: str = "") -> Audit:
        """Audit the one article of a file."""
        from claims.pipeline import audit

        return audit(self.read_one(path, published), self.tables_for(path), texts=self.texts)

    def audit_all(self, read: Sequence[tuple[str, Article]]) -> Iterator[Audit]:
        """Audit articles with their files: notebooks against their own frames, the others as `audit_others` does."""
        from claims.pipeline import audit

        frames = [self.frames(path) for path, _ in read]
        others = self.audit_others([article for (_, article), own in zip(read, frames, strict=True) if own is None])
        for (_, article), own in zip(read, frames, strict=True):
            yield audit(article, own, texts=self.texts) if own else next(others)

    def audit_others(self, articles: Sequence[Article]) -> Iterator[Audit]:
        """Audit articles that have no frames, in as many processes as are worth it."""
        from claims import corpus

        if articles:
            processes = corpus.processes_for(articles)
            yield from corpus.audit_all(articles, self.references, texts=self.texts, processes=processes)


def _named(option: str) -> tuple[str, str]:
    name, equals, file = option.partition("=")
    if not (name and equals and file):
        raise InputError(f'cannot read --table "{option}"', hint="write NAME=FILE, such as people=people.csv")
    return name, file
