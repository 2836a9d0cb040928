"""Columns of codes are found by their names and cells, or declared in the catalog."""

import pandas as pd
import pytest

from claims.errors import InputError
from claims.references import References, infer_catalog
from claims.references.codes import base

STATIONS = pd.DataFrame(
    {"station_id": [4, 7, 9], "name": ["Elm Park", "Harrow Gate", "Quay Street"], "platforms": [2, 4, 6]}
)
TRAINS = pd.DataFrame({"train": ["T1", "T2", "T3"], "from_station_id": [4, 7, 9], "calls_per_station": [4, 9, 9]})
STAFF = pd.DataFrame(
    {
        "staff_no": [1, 2, 3],
        "name": ["Ada Lund", "Bo Reyes", "Cy Dahl"],
        "manager_no": [None, 1, 1],
        "station": [4, 9, 9],
    }
)
CLOSURES = pd.DataFrame({"ward": [1, 2, 1, 2], "year": [2023, 2023, 2024, 2024], "days": [4, 7, 1, 2]})
FRAMES = {"stations": STATIONS, "trains": TRAINS, "staff": STAFF, "closures": CLOSURES}


def codes(references):
    return {
        f"{table.name}.{column.name}": column.codes[:2] or column.noun
        for table in references.tables for column in table.columns if column.codes or column.noun
    }  # fmt: skip


def test_codes_are_found():
    """A key beside a name is a code; so is a column of that name, or with a word for its side; a rate is none."""
    assert codes(References.from_frames(FRAMES)) == {
        "stations.station_id": ("stations", "station_id"),
        "trains.from_station_id": ("stations", "station_id"),
        "staff.staff_no": ("staff", "staff_no"),
        "staff.manager_no": ("staff", "staff_no"),
        "staff.station": ("stations", "station_id"),
        "closures.ward": "ward",
    }


@pytest.mark.parametrize("name", ["stations", "stations_called", "per_station", "visits"])
def test_counts_are_no_codes(name):
    """How many stations there are is no station, though there is one of that number."""
    frames = {"stations": STATIONS, "tours": pd.DataFrame({"tour": ["A1", "B2", "C3"], name: [4, 7, 9]})}
    column = References.from_frames(frames).table("tours").column(name)

    assert (column.role, column.codes) == ("measure", ())


@pytest.mark.parametrize("figures", [[410, 385, 290, 433], [81000, 79500, 81000, 79500]])
def test_figures_are_no_numbers_of_things(figures):
    """Neither figures that differ nor large ones number platforms, though the column is called so."""
    frame = pd.DataFrame({"year": [2021, 2022, 2023, 2024], "platform": figures, "street": [51, 48, 50, 47]})

    assert codes(References.from_frames({"footfall": frame})) == {}


def test_a_cell_may_list_codes():
    """So does one of numbers with ";" between, under the plural of what they number."""
    frames = {"stations": STATIONS, "trains": pd.DataFrame({"train": ["T1", "T2"], "stations": ["4;7", "9"]})}

    assert codes(References.from_frames(frames))["trains.stations"] == ("stations", "station_id")


def test_a_code_outside_of_its_table_is_a_figure():
    """A column whose name only is that of things, and whose cells are not, is measured."""
    frames = {"stations": STATIONS, "rides": pd.DataFrame({"zone_name": ["A", "B"], "station": [4, 5000]})}

    assert References.from_frames(frames).table("rides").column("station").codes == ()


@pytest.fixture
def folder(tmp_path):
    for name, frame in FRAMES.items():
        frame.to_csv(tmp_path / f"{name}.csv", index=False)
    return tmp_path


def test_the_first_catalog_says_what_was_found(folder):
    """`claims references infer` writes the codes, and read again they are the same."""
    found = codes(References.load(folder))
    catalog = infer_catalog(folder)
    (folder / "references.toml").write_text(catalog, encoding="utf-8")

    assert 'codes = ["manager_no -> staff.staff_no", "station -> stations.station_id"]' in catalog
    assert 'codes = ["ward"]' in catalog
    assert codes(References.load(folder)) == found


def test_the_catalog_overrules(folder):
    """It says that a column is no code, or that one is whose name does not tell."""
    text = '[staff]\ncodes = []\n[closures]\ncodes = []\n[trains]\ncodes = ["calls_per_station -> stations.station_id"]'
    (folder / "references.toml").write_text(text, encoding="utf-8")

    assert codes(References.load(folder)) == {
        "stations.station_id": ("stations", "station_id"),
        "trains.calls_per_station": ("stations", "station_id"),
    }


@pytest.mark.parametrize("code", ["lines", "train -> stops.stop", "from_station_id -> stations.platform"])
def test_a_wrong_code_is_refused(folder, code):
    """The message names what was written."""
    (folder / "references.toml").write_text(f'[trains]\ncodes = ["{code}"]', encoding="utf-8")

    with pytest.raises(InputError, match=code):
        References.load(folder)


def test_the_noun_of_a_code():
    """What a code is of, is its name without the word for a code."""
    assert [base(n) for n in ("home_team_id", "LineNo", "id")] == [("home", "team"), ("line",), ()]
