"""A large table of a DuckDB file stays there, and is the same table all the same."""

import duckdb
import pytest

import claims
from claims.errors import InputError
from claims.references import References, stored

ARTICLE = claims.Article("Elmwood saw 1,204 patients. Harrow saw 99 patients.", published="2024-03-05")


@pytest.fixture
def file(tmp_path):
    """A file whose rows are not in the order of any column, with a name to put together and an empty cell."""
    path = tmp_path / "clinics.duckdb"
    with duckdb.connect(str(path)) as database:
        database.execute("CREATE TABLE clinics (clinic VARCHAR, patients INTEGER, opened DATE)")
        database.execute(
            "INSERT INTO clinics VALUES ('Harrow', 98, '1966-04-18'), (' Elmwood', 1204, NULL),"
            " ('Birch', 7, '2001-01-02')",
        )
        database.execute("CREATE VIEW late AS SELECT * FROM clinics WHERE opened > '2000-01-01'")
    return path


@pytest.fixture
def kept(file, monkeypatch):
    """The tables of the file, where two rows are many."""
    monkeypatch.setattr(stored, "LARGE", 2)
    return References.load(file)


def test_a_large_table_stays(file, kept, monkeypatch):
    """Its columns, digest and verdicts are those of a table in memory; a view is in memory."""
    monkeypatch.setattr(stored, "LARGE", 4)
    read = References.load(file)

    assert isinstance(kept.table("clinics").texts, stored.Stored)
    assert not isinstance(kept.table("late").texts, stored.Stored)
    assert kept.table("clinics").arrow == read.table("clinics").arrow
    assert kept.table("clinics").sha256 == read.table("clinics").sha256
    assert [s.verdict for s in claims.audit(ARTICLE, kept).statements] == [
        s.verdict for s in claims.audit(ARTICLE, read).statements
    ]


def test_one_column_is_held(kept):
    """Of the columns the last one asked for is in memory; a cell is read without its column."""
    table = kept.table("clinics")

    patients = table.texts["patients"]

    assert patients.to_pylist() == ["98", "1204", "7"]
    assert (table.raw(1, "clinic"), table.raw(1, "opened")) == ("Elmwood", None)
    assert table.texts["patients"] is patients
    assert table.texts["clinic"] is not table.texts["opened"]
    assert table.texts["patients"] is not patients


def test_a_file_that_changes_is_refused(file, kept):
    """Verdicts do not rest on two states of a database."""
    with duckdb.connect(str(file)) as database:
        database.execute("CREATE TABLE more AS SELECT range FROM range(100000)")

    with pytest.raises(InputError, match="written to since it was read"):
        claims.audit(ARTICLE, kept)


def test_an_unknown_column(kept):
    """What the table does not have is a missing key, as in any mapping."""
    assert "beds" not in kept.table("clinics").texts
    assert set(kept.table("clinics").texts) == {"clinic", "patients", "opened"}
