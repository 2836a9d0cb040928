"""Small tables, and what is asked of a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import duckdb
import pandas as pd

import claims
from claims import checking, language
from claims.attribution import attribute
from claims.checking.agreement import agreement
from claims.checking.context import Context
from claims.checking.desk import Desk
from claims.checking.discourse import Discourse
from claims.checking.finder import Finder
from claims.checking.query import compute, sql
from claims.checking.readings import readings
from claims.checking.showing import show
from claims.names import find_names
from claims.statements import split_document
from claims.values import find_values

if TYPE_CHECKING:
    from claims.checking.scoring import Reading
    from claims.checking.verdicts import Weighed
    from claims.types import Evidence

LIBRARIES = pd.DataFrame(
    {
        "library": ["Elmwood Library", "Harbour Library", "Castle Street Library"],
        "aliases": ["Elmwood", "the Harbour", ""],
        "opened": [1904, 1987, 1955],
        "type": ["central", "branch", "branch"],
    }
)
YEARS = pd.DataFrame(
    {
        "library": ["Elmwood Library"] * 3 + ["Harbour Library"] * 3 + ["Castle Street Library"] * 3,
        "year": [2021, 2022, 2023] * 3,
        "visitors": [81250, 90400, 99300, 40210, 38100, 36500, 22000, 25300, 27480],
        "staff": [24, 26, 27, 12, 11, 9, 8, 8, 8],
        "budget_usd_m": [1.8, 1.9, 2.1, 0.9, 0.8, 0.8, 0.6, 0.7, 0.7],
    }
)
LIBRARIANS = pd.DataFrame(
    {
        "name": ["Ada Corrigan", "Tomasz Bielak", "Ruth Okafor", "Ines Duarte"],
        "library": ["Elmwood Library", "Elmwood Library", "Harbour Library", "Castle Street Library"],
        "post": ["chief librarian"] * 4,
        "born": ["1961-02-11", "1975-10-30", "1980-06-05", "1969-12-24"],
        "from": ["2009-01-05", "2019-09-01", "2020-03-16", "2012-05-01"],
        "to": ["2019-08-31", None, None, None],
    }
)
FRAMES = {"libraries": LIBRARIES, "library_years": YEARS, "librarians": LIBRARIANS}
PUBLISHED = "2024-03-14"


def check(text: str, published: str | None = PUBLISHED, **frames: pd.DataFrame) -> dict[str, claims.Statement]:
    """Audit a text against the tables; give its statements by their words."""
    references = claims.References.from_frames(frames or FRAMES)
    audit = claims.audit(claims.Article(text, published=published), references)
    return {s.quote: s for s in audit.statements}


def verdict(text: str, words: str, published: str | None = PUBLISHED, **frames: pd.DataFrame) -> tuple[str, str]:
    """Give label and expected value of the statement at `words`."""
    found = check(text, published, **frames)
    statement = next(s for quote, s in found.items() if words in quote and s.kind not in ("fact", "quotation"))
    return statement.verdict.label, statement.verdict.expected


def asked(text: str, words: str, published: str | None = PUBLISHED, **frames: pd.DataFrame) -> list[Asked]:
    """Give the readings of the statement at `words`, the best first, each with its answer and how that compares."""
    article = claims.Article(text, published=published)
    document = language.parse(article)
    names = find_names(document)
    made = split_document(document, tuple(find_values(article)), attribute(document, names), names)
    tables, index = checking.indexed(claims.References.from_frames(frames or FRAMES))
    discourse = Discourse(document, Finder(index, document, names).mentions(), made, names)
    statement = next(s for s in made if words in s.quote and s.kind not in ("fact", "quotation"))
    desk = Desk(Context(statement, discourse), tables, index)
    found = []
    for reading in sorted(readings(desk), key=lambda r: -r.score):
        value = compute(reading.query, tables).value
        found.append(Asked(reading, value, agreement(reading, value, desk.value)[0]))
    return found


class Asked(NamedTuple):
    """A reading, its answer, and how that compares with the article."""

    reading: Reading
    value: object
    outcome: str


def weighed(text: str, words: str, frames: dict[str, pd.DataFrame], published: str = PUBLISHED) -> list[Weighed]:
    """Give the readings weighed for the statements at `words`."""
    document = language.parse(claims.Article(text, published=published))
    names = find_names(document)
    found = tuple(find_values(document.article))
    statements = split_document(document, found, attribute(document, names), names)
    at = text.index(words)
    judged = checking.judge(statements, document, names, claims.References.from_frames(frames))
    return [w for s, some in judged for w in some if s.start < at + len(words) and at < s.end]


def labels(text: str, words: str, frames: dict[str, pd.DataFrame], published: str = PUBLISHED) -> set[str]:
    """Give the verdicts of what stands where the words are last, bare facts and quotations aside."""
    audit = claims.audit(claims.Article(text, published=published), claims.References.from_frames(frames))
    at = text.rindex(words)
    return {
        s.verdict.label for s in audit.statements
        if s.start < at + len(words) and at < s.end and s.kind not in ("fact", "quotation")
    }  # fmt: skip


def agreeing(
    text: str, words: str, frames: dict[str, pd.DataFrame], published: str = PUBLISHED
) -> set[tuple[str, str]]:
    """Give family and answer of the readings that agree."""
    results = [w.result for w in weighed(text, words, frames, published)]
    return {(r.reading.family, show(r.found.value)) for r in results if r.outcome == "agrees"}


def queried(text: str, words: str, frames: dict[str, pd.DataFrame], published: str = PUBLISHED) -> set[tuple[str, str]]:
    """Give the queries of the readings that were weighed, with what they give."""
    return {(sql(w.reading.query), show(w.result.found.value)) for w in weighed(text, words, frames, published)}


def replayed(text: str, figure: str, published: str, **frames: pd.DataFrame) -> tuple[Evidence, list[tuple]]:
    """Give the evidence of the statement with a figure, and what its query gives on the tables as they are."""
    references = claims.References.from_frames(frames)
    audit = claims.audit(claims.Article(text, published=published), references)
    (evidence,) = next(s for s in audit.statements if figure in s.quote and s.value).verdict.evidence
    with duckdb.connect() as database:
        for table in references.tables:
            database.register(table.name, table.arrow)
        return evidence, database.execute(evidence.sql).fetchall()
