"""Tables as people lay them out are read as they are meant, or refused with one sentence."""

import datetime as dt
from decimal import Decimal

import openpyxl
import pandas as pd
import pytest

import claims
from claims.references import References


def read(tmp_path, text, name="towns.csv", encoding="utf-8"):
    """The table in a file of this text."""
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return References.load(path).tables[0]


def cells(table):
    """Its columns and their cells."""
    return {column.name: table.values(column.name) for column in table.columns}


TOWNS = "town,people,share\nHarrow Vale,12000,41.5\nElm Heath,910,7\n"
PLAIN = {"town": ("Harrow Vale", "Elm Heath"), "people": (12000, 910), "share": (Decimal("41.5"), 7)}
UNTIDY = {
    "a mark of byte order": "\ufeff" + TOWNS,
    "semicolons": TOWNS.replace(",", ";"),
    "bars": TOWNS.replace(",", "|"),
    "lines ended the old way": TOWNS.replace("\n", "\r"),
    "a title": "People of the towns,,\n,,\n" + TOWNS,
    "a title without commas": "People of the towns\n\n" + TOWNS,
    "a note below": TOWNS + "Source: census\n",
    "an empty column": "".join(f"{line},\n" for line in TOWNS.splitlines()),
    "an index without a name": ",town,people,share\n0,Harrow Vale,12000,41.5\n1,Elm Heath,910,7\n",
    "blank lines": TOWNS.replace("\n", "\n\n"),
    "thousands": TOWNS.replace("12000", '"12,000"'),
    "thin spaces between thousands": TOWNS.replace("12000", "12\u202f000"),
    "apostrophes between thousands": TOWNS.replace("12000", "12’000"),
    "decimal commas": "town;people;share\nHarrow Vale;12.000;41,5\nElm Heath;910;7\n",
    "footnotes": TOWNS.replace("12000", "12000*").replace("910", "910 [2]"),
}  # fmt: skip


@pytest.mark.parametrize("how", UNTIDY)
def test_an_untidy_table_is_read_as_it_is_meant(tmp_path, how):
    """Titles, notes, empty columns, marks of thousands and of footnotes change no cell."""
    assert cells(read(tmp_path, UNTIDY[how])) == PLAIN


def test_utf16_with_its_mark_is_read(tmp_path):
    """Excel's "Unicode text" says by its first bytes what it is."""
    assert cells(read(tmp_path, TOWNS.replace(",", "\t"), "towns.tsv", "utf-16")) == PLAIN


def test_a_point_that_may_part_thousands_is_no_number(tmp_path):
    """Between semicolons "12.000" is twelve or twelve thousand, unless another cell of the column tells."""
    assert "text" == read(tmp_path, "town;people\nHarrow Vale;12.000\nElm Heath;8.500\n").column("people").dtype
    assert "decimal" == read(tmp_path, "town;share\nHarrow Vale;12.125\nElm Heath;8.5\n").column("share").dtype
    assert "decimal" == read(tmp_path, "town,share\nHarrow Vale,12.125\nElm Heath,8.500\n").column("share").dtype


@pytest.mark.parametrize(
    ("written", "value"),
    [("(120)", -120), ("1 234", 1234), ("31*", 31), ("45[a]", 45), ("7²", 7), ("12 34", None), ("(a)", None),
     ("12,00", None), ("1,50,000", None), ("n/a", None), ("-", None), ("…", None)],
)  # fmt: skip
def test_how_numbers_are_written(written, value):
    """What can be read in one way only is a number."""
    from claims.references.cells import number

    assert value == number(written)


def test_programs_write_missing_cells_in_their_ways(tmp_path):
    """NaN, NULL and #N/A name nobody; "n/a" and "-" are no numbers."""
    table = read(tmp_path, "town,people\nHarrow Vale,n/a\nNaN,-\nNULL,7\n#N/A,8\n")

    assert cells(table) == {"town": ("Harrow Vale", None, None, None), "people": (None, None, 7, 8)}


def test_ragged_rows_are_refused_with_their_line(tmp_path):
    """A row that is too short or too long is no guess of ours."""
    for row in ("Elm Heath,910", "Elm Heath,910,7,8"):
        with pytest.raises(claims.ReferencesError, match="row 2 has") as caught:
            read(tmp_path, f"town,people,share\nHarrow Vale,1,2\n{row}\nFenby,1,2\n")
        assert "line 3" in caught.value.where


def test_a_day_that_no_month_has(tmp_path):
    """31 February is named with its place."""
    days = ["1966-04-18", "1971-02-31", "1980-05-06", "1981-05-06", "1982-05-06"]
    with pytest.raises(claims.ReferencesError, match=r'cannot read "1971-02-31" as a date .*row 2, column "born"'):
        read(tmp_path, "name,born\n" + "".join(f"Ada {n},{day}\n" for n, day in zip("ABCDE", days, strict=True)))


def test_large_untidy_files_are_read_like_small_ones(tmp_path):
    """A title above 30,000 rows, and decimal commas in them."""
    rows = "".join(f"Town {n};{n},5\n" for n in range(30_000))
    table = read(tmp_path, f"Shares of all towns\ntown;share\n{rows}")

    assert (len(table), table.cell(29_999, "share")) == (30_000, Decimal("29999.5"))
    assert Decimal("29999.5") == read(tmp_path, f"town;share\n{rows}").cell(29_999, "share")


def workbook(path, rows, *, merged=(), percent=(), more=None):
    """Write an Excel file."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    for cell in percent:
        sheet[cell].number_format = "0.0%"
    for title, lines in (more or {}).items():
        other = book.create_sheet(title)
        for line in lines:
            other.append(line)
    book.save(path)
    return References.load(path)


def test_merged_headers_of_excel(tmp_path):
    """A title over all columns is left out, a header over two is put before each of them."""
    rows = [
        ["People of the towns", None, None, None], [None, "People", None, "Share"], ["Town", 2020, 2021, "pct"],
        ["Harrow Vale", 11900, 12000, 41.5], ["Elm Heath", 900, 910, 7],
    ]  # fmt: skip
    table = workbook(tmp_path / "t.xlsx", rows, merged=("A1:D1", "B2:C2")).tables[0]

    assert ["Town", "People 2020", "People 2021", "Share pct"] == list(cells(table))
    assert (2021, "percent") == (table.column("People 2021").year, table.column("Share pct").kind)


def test_percent_errors_and_notes_of_excel(tmp_path):
    """A cell is what Excel shows: 0.415 as 41.5%, nothing for #N/A; a note beside the table is none of it."""
    rows = [["Town", "Share", "Opened", "People"], ["Harrow Vale", 0.415, dt.date(1850, 5, 6), 12000],
            ["Elm Heath", 0.07, dt.datetime(1999, 2, 1), "#N/A"], [None, None, None, None, None, "a note"]]  # fmt: skip
    table = workbook(tmp_path / "t.xlsx", rows, percent=("B2", "B3")).tables[0]

    assert (Decimal("41.5"), 7) == table.values("Share")
    assert (dt.date(1850, 5, 6), dt.date(1999, 2, 1)) == table.values("Opened")
    assert (12000, None) == table.values("People")


def test_sheets_without_a_table_are_passed_over(tmp_path):
    """An empty sheet and one with a remark are no tables."""
    rows = [["Town", "People"], ["Harrow Vale", 12000], ["Elm Heath", 910]]
    references = workbook(tmp_path / "t.xlsx", rows, more={"Empty": [], "Remarks": [["All figures are provisional."]]})

    assert ["Sheet"] == [table.name for table in references.tables]


def test_a_total_carries_no_verdict():
    """A last row that adds up the others would be counted and added as one of them."""
    frame = pd.DataFrame({"town": ["Harrow Vale", "Elm Heath", "Fenby", "Total"], "people": [12000, 910, 40, 12950]})
    references = References.from_frames({"towns": frame})
    audit = claims.audit("Elm Heath has 910 people. The towns have 25,900 people in total.", references)
    verdicts = [(s.verdict.label, s.verdict.reason) for s in audit.statements if s.value]

    assert {(3, "town"), (3, "people")} == set(references.tables[0].failed)
    assert "supported" == verdicts[0][0]
    assert "not_enough_info" == verdicts[1][0]


def test_a_town_called_total_is_no_total():
    """The name alone is not enough."""
    frame = pd.DataFrame({"town": ["Harrow Vale", "Elm Heath", "Fenby", "Total"], "people": [12000, 910, 40, 77]})

    assert {} == References.from_frames({"towns": frame}).tables[0].failed
