"""Tables of databases are read, never written, and their errors show no password."""

import datetime as dt
import sqlite3
from decimal import Decimal

import duckdb
import pandas as pd
import polars as pl
import pytest

from claims.errors import InputError, ReferencesError
from claims.references import References, databases, infer_catalog

MADE = (
    "CREATE TABLE chiefs (name VARCHAR(40) PRIMARY KEY, born DATE, beds INTEGER, share DECIMAL(6,2))",
    "INSERT INTO chiefs VALUES ('Celia Thorne', '1974-07-23', NULL, 7.5), ('Ada Thorne', '1966-04-18', 1200, 83.10)",
    "CREATE TABLE clinics (clinic VARCHAR(40), town VARCHAR(40))",
    "INSERT INTO clinics VALUES ('Harrow Infirmary', 'Harrow'), ('Elmwood Hospital', 'Elmwood')",
    "CREATE VIEW grown AS SELECT name, born FROM chiefs WHERE born < '1970-01-01'",
)
ADA = ("Ada Thorne", dt.date(1966, 4, 18), 1200, Decimal("83.10"))
CELIA = ("Celia Thorne", dt.date(1974, 7, 23), None, Decimal("7.5"))


@pytest.fixture(params=["duckdb", "sqlite"])
def file(request, tmp_path):
    """A database file with two tables and a view."""
    path = tmp_path / f"news.{request.param}"
    connection = duckdb.connect(str(path)) if request.param == "duckdb" else sqlite3.connect(path)
    for statement in MADE:
        connection.execute(statement)
    if request.param == "sqlite":
        connection.commit()
    connection.close()
    return path


@pytest.fixture(scope="module")
def address(server):
    """The same tables on a PostgreSQL server."""
    import psycopg

    with psycopg.connect(server.replace("+psycopg", "")) as connection:
        for statement in MADE:
            connection.execute(statement)
        connection.execute("CREATE TABLE odd (id serial, scan bytea, tags text[], noted timestamp)")
        connection.execute("INSERT INTO odd VALUES (1, '\\x00', '{red,blue}', '2024-05-06 07:08:09')")
    return server


def chiefs(references):
    table = references.table("chiefs")
    return {tuple(table.cell(row, name) for name in ("name", "born", "beds", "share")) for row in range(len(table))}


def test_a_file_gives_all_its_tables(file):
    """Each table and view of a database file is a reference table, with typed cells."""
    before = file.read_bytes()
    references = References.load(file)

    assert ["chiefs", "clinics", "grown"] == [table.name for table in references.tables]
    assert {ADA, CELIA} == chiefs(references)
    assert before == file.read_bytes()


def test_a_database_in_a_folder_is_read_with_the_files(file):
    """A database file stands among the tables of a folder; the catalog picks and renames."""
    (file.parent / "towns.csv").write_text("town,people\nHarrow,9120\n")
    catalog = '[leaders]\nsource = "{0}"\ntable = "chiefs"\n[grown]\nsource = "{0}"\nquery = """{1}"""\n'
    every = References.load(file.parent)
    query = "-- the old\nSELECT name, born FROM chiefs WHERE born < '1970-01-01'"
    (file.parent / "references.toml").write_text(catalog.format(file.name, query))
    chosen = References.load(file.parent)

    assert ["chiefs", "clinics", "grown", "towns"] == [table.name for table in every.tables]
    assert [("grown", 1), ("leaders", 2), ("towns", 1)] == [(table.name, len(table)) for table in chosen.tables]
    assert {file.name, "towns.csv"} == {table.source for table in chosen.tables}


def test_a_named_table_of_a_file(file):
    """`--table chiefs=news.sqlite` takes the table of that name, whatever its capitals."""
    assert ["Chiefs"] == [table.name for table in References.from_files({"Chiefs": file}).tables]


@pytest.mark.parametrize(
    ("entry", "message", "hint"),
    [
        ('table = "chief"', 'the database has no table "chief"', 'did you mean "chiefs"?'),
        ('query = "DELETE FROM chiefs"', "the query does not read", "begin it with SELECT or WITH"),
        ('query = "SELECT nobody FROM chiefs"', "the database cannot be read", "check the address"),
        ('query = "SELECT name FROM chiefs WHERE beds = 7"', "the table has no rows", "add rows"),
        ('query = "SELECT name, name FROM chiefs"', 'two columns are called "name"', "rename one"),
    ],
)
def test_what_a_catalog_cannot_ask_of_a_file(file, entry, message, hint):
    """A wrong table or query is one sentence with what to do."""
    (file.parent / "references.toml").write_text(f'[people]\nsource = "{file.name}"\n{entry}\n')

    with pytest.raises((InputError, ReferencesError)) as raised:
        References.load(file.parent)
    assert message in str(raised.value)
    assert hint in raised.value.hint


def test_table_and_query_are_for_databases(clinics):
    """A CSV file has no tables to choose from."""
    (clinics / "references.toml").write_text('[chiefs]\ntable = "people"\n')

    with pytest.raises(InputError, match=r'"chiefs.csv" is no database'):
        References.load(clinics)


def test_a_file_that_is_no_database(tmp_path):
    """The suffix does not make a database."""
    (tmp_path / "news.db").write_text("name,born\n")

    with pytest.raises(InputError, match="the file is no database"):
        References.load(tmp_path / "news.db")


def test_a_query_writes_no_file(file):
    """Not even a query that reads can leave something on the disk."""
    other = file.parent / "stolen.csv"
    with pytest.raises(InputError):
        databases.read(str(file), name="x", query=f"WITH a AS (SELECT 1) COPY chiefs TO '{other}'")

    assert not other.exists()


def test_a_server_gives_the_same_cells_as_a_file(address):
    """PostgreSQL is read through SQLAlchemy; the report names the address."""
    references = References.load(address)

    assert ["chiefs", "clinics", "grown", "odd"] == [table.name for table in references.tables]
    assert {ADA, CELIA} == chiefs(references)
    assert address == references.table("chiefs").source


def test_odd_types_of_a_server(address):
    """Arrays become lists, bytes are left empty, times are in ISO form."""
    table = References.load(address).table("odd")

    assert ["1", None, "red; blue", "2024-05-06T07:08:09"] == [table.raw(0, c.name) for c in table.columns]


def test_rows_of_a_table_without_a_key_are_in_order(address):
    """A server may give rows in any order; ours is always the same."""
    table = References.load(address).table("clinics")

    assert ("Elmwood Hospital", "Harrow Infirmary") == table.values("clinic")


@pytest.mark.parametrize(
    "query", ["SELECT nextval('odd_id_seq')", "WITH a AS (DELETE FROM chiefs RETURNING *) SELECT * FROM a"]
)
def test_a_server_is_never_written(address, query):
    """A query that changes something is refused by the server itself, and changes nothing."""
    with pytest.raises(InputError, match=r"read-only|data-modifying"):
        databases.read(address, name="gone", query=query)

    assert 2 == len(References.load(address).table("chiefs"))


def test_a_query_on_a_server(address, tmp_path):
    """Colons, casts and percent signs of a query stay as they are."""
    query = "SELECT name, to_char(born, 'DD:MM')::text AS day FROM chiefs WHERE name LIKE 'A%' ORDER BY name"
    (tmp_path / "references.toml").write_text(f'[days]\nsource = "{address}"\nquery = "{query}"\n')
    table = References.load(tmp_path).table("days")

    assert ["Ada Thorne", "18:04"] == [table.raw(0, "name"), table.raw(0, "day")]


def test_no_password_is_shown(server):
    """An error tells the database that is missing, and no password."""
    secret = server.replace("claims@", "claims:tOp%2Fsecret@")
    wrong = secret.rpartition("/")[0] + "/nowhere?application_name=tOp%2Fsecret"
    with pytest.raises(InputError) as raised:
        References.load(wrong)

    assert "nowhere" in str(raised.value)
    assert "tOp" not in str(raised.value)


def test_the_catalog_of_an_address_can_be_read_again(address, tmp_path):
    """`infer` writes a catalog with the address, and the catalog loads."""
    (tmp_path / "references.toml").write_text(infer_catalog(address))

    assert References.load(address).fingerprint == References.load(tmp_path).fingerprint


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("postgresql+psycopg://claims:hidden@127.0.0.1:1/news", "the database cannot be read"),
        ("nosuch://claims:hidden@127.0.0.1/news", 'no driver for "nosuch"'),
        ("postgresql://claims:hidd@en@@:x/news", "cannot read the address"),
        ("sqlite:///nowhere.sqlite", "there is no such database"),
    ],
)
def test_an_address_that_leads_nowhere(address, message):
    """A server that does not answer and an address that is none are one sentence."""
    with pytest.raises(InputError) as raised:
        References.load(address)

    assert message in str(raised.value)
    assert "hidd" not in str(raised.value)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("postgresql://a:b@h/d?password=x", "postgresql://a@h/d"),
        ("postgresql://a:b@c@h/d", "postgresql://..."),
        ("postgresql://h/d?password=x@y", "postgresql://h/d"),
        ("sqlite:////srv/news.db", "sqlite:////srv/news.db"),
    ],
)
def test_an_address_as_shown(address, expected):
    """What cannot be taken apart for sure is not shown at all."""
    assert expected == databases.shown(address)


def test_polars_and_duckdb_in_memory():
    """A polars frame, a DuckDB relation and a pandas frame give the same cells."""
    columns = {"name": ["Ada Thorne", None], "born": [dt.date(1966, 4, 18), None], "tags": [["red", "blue"], []]}
    pandas, polars = pd.DataFrame(columns), pl.DataFrame(columns)
    relation = duckdb.sql("SELECT * FROM polars")
    loaded = [References.from_frames({"p": frame}) for frame in (pandas, polars, polars.to_arrow(), relation)]

    assert 1 == len({references.fingerprint for references in loaded})
    assert [dt.date(1966, 4, 18), "red; blue"] == [
        loaded[1].tables[0].cell(0, "born"),
        loaded[1].tables[0].raw(0, "tags"),
    ]


def test_polars_categories_and_lazy_frames():
    """Categories are text; a lazy frame is refused with what to do."""
    frame = pl.DataFrame({"name": ["Ada", "Ada"], "kind": ["a", "b"]}, schema_overrides={"kind": pl.Categorical})

    assert ("a", "b") == References.from_frames({"p": frame}).tables[0].values("kind")
    with pytest.raises(InputError, match="LazyFrame"):
        References.from_frames({"p": frame.lazy()})
