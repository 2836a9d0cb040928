"""Every query of a verdict gives in DuckDB the value that the verdict shows."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pandas as pd
import pytest

import claims
from claims import checking
from claims.checking.query import OPERATIONS, Filter, Query, compute, sql
from claims.checking.showing import show
from claims.checking.tables import tables_of
from claims.embedded import folder
from tests.checking.support import FRAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

OWN = sorted(path.parent for path in Path(__file__).parents[1].glob("benchmarks/data*/packs/*/pack.json"))
SHARED = [
    Path(__file__).parents[3] / "shared" / "data" / "packs" / name
    for name in ("airlines", "congress", "cycling", "elections", "hospital")
]


def connection(references: claims.References) -> duckdb.DuckDBPyConnection:
    """A database that holds each table under its name, its types exact."""
    database = duckdb.connect()
    for table in references.tables:
        database.register(table.name, table.arrow)
    return database


def answer(database: duckdb.DuckDBPyConnection, query: str) -> str:
    """The one value that a query gives, written as evidence is."""
    rows = database.execute(query).fetchall()
    assert 1 == len(rows), query
    value = rows[0][0]
    if isinstance(value, float):
        value = Decimal(repr(round(value, 6)))
    if isinstance(value, dt.datetime):
        value = value.date()
    return show(Decimal(value) if isinstance(value, int) else value)


def same(one: str, other: str) -> bool:
    """Equal as written, lists with or without a space between, or as numbers to six digits."""
    if one.replace("; ", ";") == other.replace("; ", ";"):
        return True
    try:
        return abs(Decimal(one) - Decimal(other)) <= Decimal("0.00001")
    except ArithmeticError:
        return False


def unanswered(questions: Iterable[tuple[str, str]], frames: Mapping[str, pd.DataFrame]) -> list[str]:
    """The queries over some frames whose answer in DuckDB is not the one computed here."""
    references = claims.References.from_frames(frames)
    database = connection(references)
    for view in checking.indexed(references)[0]:
        database.register(view.name, view.table.arrow)
    return [f"{query} -> {found}" for query, found in sorted(questions) if not same(answer(database, query), found)]


def unlike(audit: claims.Audit, references: claims.References) -> list[str]:
    """The evidence of an audit whose query gives something else."""
    database = connection(references)
    evidence = [e for s in audit.statements for e in s.verdict.evidence]
    return [f"{e.sql} -> {a}, not {e.found}" for e in evidence if not same(a := answer(database, e.sql), e.found)]


def test_the_queries_of_the_seed_give_what_its_evidence_shows():
    """The seed article's evidence can be replayed."""

    article = claims.read(folder("seeds") / "articles" / "kishor.txt")

    assert [] == unlike(claims.audit(article), claims.References.embedded())


@pytest.mark.parametrize("pack", [*OWN, *SHARED], ids=lambda pack: pack.name)
def test_the_queries_of_a_pack_give_what_its_evidence_shows(pack):
    """So can that of articles about other tables."""

    if not pack.exists():
        pytest.skip("../shared/data/packs is not here")
    references = claims.References.load(pack / "tables")
    wrong = []
    for entry in json.loads((pack / "pack.json").read_text(encoding="utf-8"))["articles"]:
        text = (pack / "articles" / entry["file"]).read_text(encoding="utf-8")
        wrong += unlike(claims.audit(claims.Article(text, published=entry["published"]), references), references)

    assert [] == wrong


ELMWOOD = (Filter("library", "=", "Elmwood Library"),)
QUERIES = [
    Query(operation=o, table="library_years", column="visitors", where=ELMWOOD)
    for o in ("sum", "mean", "max", "min", "count")
] + [
    Query(operation="last", table="library_years", column="staff", where=ELMWOOD, order="year"),
    Query(operation="first", table="library_years", column="staff", where=ELMWOOD, order="year"),
    Query(operation="rises", table="library_years", column="visitors", where=ELMWOOD, order="year"),
    Query(operation="falls", table="library_years", column="visitors", where=ELMWOOD, order="year"),
    Query(operation="fallen", table="library_years", column="visitors", where=ELMWOOD, order="year"),
    Query(operation="risen", table="library_years", column="visitors", where=ELMWOOD, order="year"),
    Query(operation="argmax", table="library_years", column="visitors", key="library"),
    Query(operation="rank from top", table="libraries", column="opened", having=ELMWOOD),
    Query(
        operation="streak", table="library_years", where=ELMWOOD, order="year",
        having=(Filter("visitors", ">", Decimal(85000)),),
    ),
    Query(
        operation="age", table="librarians", column="born", where=(Filter("name", "=", "Ada Corrigan"),),
        on=dt.date(2024, 2, 10),
    ),
    Query(operation="years since", table="librarians", column="from", where=ELMWOOD, on=dt.date(2024, 2, 10)),
]  # fmt: skip


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.operation)
def test_an_operation_means_the_same_here_and_in_duckdb(query):
    """Each operation computed in Python is the SQL that stands beside it."""

    references = claims.References.from_frames(FRAMES)
    found = compute(query, tables_of(references))

    assert found.value is not None
    assert same(answer(connection(references), sql(query)), show(found.value))
    assert query.operation in OPERATIONS


@pytest.mark.parametrize(
    ("cells", "written"),
    [
        ((3.0, 2.5), "3-2.5"), ((4, 12), "4-12"), ((10.0, 0.25), "10-0.25"),
        ((dt.date(2020, 1, 5), dt.date(2024, 12, 31)), "2020-01-05-2024-12-31"),
    ],
)  # fmt: skip
def test_a_pair_is_written_the_same_here_and_in_duckdb(cells, written):
    """A fraction's last zeros are left out on both sides, those of whole numbers and of dates are kept."""
    frame = pd.DataFrame({"match": ["final"], "home": [cells[0]], "away": [cells[1]]})
    references = claims.References.from_frames({"matches": frame})
    left, right = (Query(operation="value", table="matches", column=c) for c in ("home", "away"))
    query = Query(operation="pair", table="matches", left=left, right=right)

    found = compute(query, tables_of(references)).value

    assert found == written
    assert answer(connection(references), sql(query)) == found
