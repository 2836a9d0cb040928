"""Tables are read from every kind of file, and bad ones get one clear sentence."""

import datetime as dt
import json
from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claims
from claims.checking.index import Index
from claims.checking.tables import tables_of
from claims.references import References

FRAME = pd.DataFrame({"name": ["Ada Thorne", "Bram Vale"], "beds": [1200, 7], "pct": [83.1, None]})
DAYS = ["1966-04-18", "1971-12-02"]


def rows(references):
    table = references.tables[0]
    return [tuple(table.cell(row, name) for name in ("name", "beds", "pct")) for row in range(len(table))]


@pytest.mark.parametrize("suffix", ["csv", "tsv", "parquet", "xlsx", "jsonl"])
def test_every_kind_of_file_gives_the_same_cells(tmp_path, suffix):
    """CSV, TSV, Parquet, Excel and JSON lines hold the same table."""
    path = tmp_path / f"people.{suffix}"
    write = {
        "csv": lambda: FRAME.to_csv(path, index=False),
        "tsv": lambda: FRAME.to_csv(path, index=False, sep="\t"),
        "parquet": lambda: FRAME.to_parquet(path),
        "xlsx": lambda: FRAME.to_excel(path, index=False),
        "jsonl": lambda: FRAME.to_json(path, orient="records", lines=True),
    }
    write[suffix]()

    assert rows(References.load(path)) == [("Ada Thorne", 1200, Decimal("83.1")), ("Bram Vale", 7, None)]


def test_frames_in_memory_give_the_same_cells():
    """A pandas frame and an Arrow table are taken as they are."""
    given = (FRAME, pa.Table.from_pandas(FRAME))

    assert rows(References.from_frames({"p": given[0]})) == rows(References.from_frames({"p": given[1]}))


def test_typed_frames_keep_their_types():
    """Dates, decimals, lists and booleans of a frame come through exactly."""
    frame = pd.DataFrame(
        {"name": ["Ada Thorne"], "born": [dt.date(1966, 4, 18)], "share": [Decimal("1.50")], "open": [True]}
    )
    table = References.from_frames({"people": frame}).tables[0]

    assert [table.cell(0, c) for c in ("born", "share", "open")] == [dt.date(1966, 4, 18), Decimal("1.50"), True]


def test_frame_and_arrow_have_the_types_of_the_columns(clinics):
    """The pandas frame is typed for people, the Arrow table is exact for DuckDB."""
    table = References.load(clinics).table("clinic_years")

    assert str(table.frame.dtypes["beds"]) == "Int64"
    assert table.arrow.column("seen_pct").to_pylist()[1] == Decimal("86.40")
    assert table.raw(1, "seen_pct") == "86.40"


BAD = [
    ("", "the table is empty", 3),
    ("name,born\n", "has no rows", 3),
    ("name,name\nA,B\n", 'two columns are called "name"', 3),
    ("name,\nA,B\n", "column 2 has no name", 3),
    ("name,born\nAda,1966\nBram,1971,x\n", "row 2 has 3 cells where the header has 2", 3),
    (
        "name,born\nA,1966-04-18\nB,1971-12-02\nC,1971-12-03\nD,1966-13-01\nE,1990-01-01\n",
        'cannot read "1966-13-01"',
        3,
    ),
]


@pytest.mark.parametrize(("text", "sentence", "status"), BAD)
def test_bad_tables_get_a_clear_sentence(tmp_path, text, sentence, status):
    """Unfit data ends in one sentence with the place, and exit status 3."""
    (tmp_path / "people.csv").write_text(text)
    with pytest.raises(claims.ReferencesError) as caught:
        References.load(tmp_path)

    assert (sentence in caught.value.message, caught.value.exit_status) == (True, status)
    assert "people.csv" in caught.value.where


def test_the_place_of_an_unreadable_date(tmp_path):
    """Row, column and value are named."""
    (tmp_path / "people.csv").write_text(BAD[-1][0])
    with pytest.raises(claims.ReferencesError, match=r'row 4, column "born"'):
        References.load(tmp_path)


def test_bytes_that_are_no_utf8(tmp_path):
    """The byte, the line and the likely encoding are named."""
    (tmp_path / "people.csv").write_bytes("name,born\nJosé,1966-04-18\n".encode("cp1252"))
    with pytest.raises(claims.ReferencesError, match=r"byte 14 \(0xe9\)") as caught:
        References.load(tmp_path)

    assert "Windows-1252" in caught.value.hint


@pytest.mark.parametrize("name", ["nowhere", "nowhere.csv"])
def test_missing_path(tmp_path, name):
    """A path that is not there is a matter of usage: status 2."""
    with pytest.raises(claims.InputError) as caught:
        References.load(tmp_path / name)

    assert caught.value.exit_status == 2


def test_folder_without_tables(tmp_path):
    """An empty folder is refused."""
    with pytest.raises(claims.InputError, match="holds no tables"):
        References.load(tmp_path)


@pytest.mark.parametrize(
    ("suffix", "content"), [("parquet", b"PAR?"), ("xlsx", b"PK no"), ("jsonl", b"{]"), ("jsonl", b"3")]
)
def test_broken_files(tmp_path, suffix, content):
    """A file that is not what its name says is refused without a traceback."""
    (tmp_path / f"t.{suffix}").write_bytes(content)
    with pytest.raises(claims.ReferencesError):
        References.load(tmp_path)


def test_large_files_read_like_small_ones(tmp_path):
    """The quick reader for large files gives what the careful one gives, ragged rows included."""
    lines = [f'"Name, {n}",{n},{n}.5\n' for n in range(20_000)]
    (tmp_path / "big.csv").write_text("name,beds,pct\n" + "".join(lines))
    table = References.load(tmp_path).tables[0]

    assert (len(table), table.cell(19_999, "name"), table.cell(3, "pct")) == (20_000, "Name, 19999", Decimal("3.5"))
    (tmp_path / "big.csv").write_text("name,beds,pct\n" + "".join(lines) + "x,y\n")
    with pytest.raises(claims.ReferencesError, match="row 20001 has 2 cells"):
        References.load(tmp_path)


def test_same_bytes_same_fingerprint(clinics):
    """The fingerprint depends on the tables and on nothing else."""
    first, again = References.load(clinics).fingerprint, References.load(clinics).fingerprint
    (clinics / "clinics.csv").write_text(json.dumps("x") + ",y\n1,2\n")

    assert first == again != References.load(clinics).fingerprint


CELL = st.one_of(
    st.sampled_from(["Ada Thorne", "12", "83.1", "2022-04-26", "", "x;y", "-", "yes"]), st.text(max_size=6)
)


@given(
    st.one_of(
        st.text(max_size=80), st.lists(st.lists(CELL, min_size=1, max_size=4).map(",".join), max_size=6).map("\n".join)
    )
)
@settings(max_examples=300, deadline=None)
def test_any_text_is_a_table_or_an_error_of_ours(tmp_path_factory, text):
    """Whatever a CSV file holds, it is understood or refused with a sentence; its names can be searched."""
    path = tmp_path_factory.mktemp("t") / "table.csv"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        references = References.load(path)
    except claims.ClaimsError:
        return
    table = references.tables[0]

    assert all(len(table.values(column.name)) == len(table) for column in table.columns)
    assert table.frame.shape == (len(table), len(table.columns))
    assert Index(tables_of(references)).value_of("nobody of that name") == ""


def test_numbers_beyond_arrow(tmp_path):
    """A number of too many digits for Arrow stays exact as a cell."""
    (tmp_path / "t.csv").write_text("body,mass\nAlpha Star,99999999999999999999999\nBeta Star,1\n")
    table = References.load(tmp_path).tables[0]

    assert (table.cell(0, "mass"), table.frame["mass"][1]) == (99999999999999999999999, 1.0)
