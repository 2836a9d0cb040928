"""Drafted suites hold for the table they come from, and notice what goes wrong in it; Data Docs are written."""

import json
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import embedded
from claims.errors import InputError
from claims.references import References, datadocs, draft_suites, profiling


def adopt(folder):
    """Draft a suite for each table, and put it beside the tables."""
    drafted = draft_suites(folder)
    (folder / "expectations").mkdir()
    for name, suite in drafted.items():
        (folder / "expectations" / f"{name}.json").write_text(suite)
    return {name: json.loads(suite)["expectations"] for name, suite in drafted.items()}


def test_drafted_suites_hold_for_their_own_tables(clinics):
    """Every expectation of a draft passes, and has a description."""
    drafted = adopt(clinics)
    tables = References.load(clinics).tables

    assert all(result.success for table in tables for result in table.results)
    assert [len(drafted[table.name]) for table in tables] == [len(table.results) for table in tables]
    assert all(entry["description"] for entries in drafted.values() for entry in entries)


def test_drafted_suites_hold_for_the_embedded_tables(tmp_path):
    """So do those of the tables that travel with the package."""
    for file in sorted((embedded.folder("seeds") / "references").glob("*.csv")):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    adopt(tmp_path)

    assert [] == [r for table in References.load(tmp_path).tables for r in table.results if not r.success]


def test_drafts_are_always_the_same(clinics):
    """Two runs give the same bytes."""
    assert draft_suites(clinics) == draft_suites(clinics)


def test_what_a_draft_expects(clinics):
    """Keys, keys of other tables, ranges, types and the order of times are all there."""
    drafted = adopt(clinics)
    found = {(e["type"].removeprefix("expect_"), str(next(iter(e["kwargs"].values())))) for e in drafted["chiefs"]}
    years = {e["kwargs"].get("column"): e["kwargs"] for e in drafted["clinic_years"] if "min_value" in e["kwargs"]}

    assert {
        ("column_values_to_be_unique", "name"),
        ("column_values_to_be_in_set", "clinic"),
        ("column_values_to_be_of_type", "born"),
        ("column_values_to_be_between", "born"),
        ("column_pair_values_a_to_be_greater_than_b", "to"),
    } <= found
    assert (0, 1000) == (years["beds"]["min_value"], years["beds"]["max_value"])
    assert (2020, 2030) == (years["year"]["min_value"], years["year"]["max_value"])
    assert (0, 100) == (years["seen_pct"]["min_value"], years["seen_pct"]["max_value"])


@pytest.mark.parametrize(
    ("old", "new", "cell"),
    [
        ("2016-09-01", "2026-09-01", (0, "to")),
        ("St Orla's Clinic,medical", "St Orlo's Clinic,medical", (2, "clinic")),
        ("Celia Thorne", "Ada Thorne", (2, "name")),
    ],
)
def test_a_draft_notices_damage(clinics, old, new, cell):
    """A term that ends too early, a clinic nobody knows and a doubled name fail the draft."""
    adopt(clinics)
    path = clinics / "chiefs.csv"
    path.write_text(path.read_text().replace(old, new))

    assert cell in References.load(clinics).table("chiefs").failed


def test_codes_get_a_pattern(tmp_path):
    """Codes of one shape are expected to keep it."""
    (tmp_path / "wards.csv").write_text("code,beds\nAB-12,3\nCD-4,5\nXY-007,8\n")
    entries = json.loads(draft_suites(tmp_path)["wards"])["expectations"]

    assert [r"^[A-Z]{2}\-[0-9]{1,3}$"] == [e["kwargs"]["regex"] for e in entries if "regex" in e["kwargs"]]


@given(st.lists(st.decimals(-(10**9), 10**9, allow_nan=False, places=3), min_size=1, max_size=5))
def test_widened_ranges_hold_what_they_were_made_of(numbers):
    """Round margins are outside, and what was never negative stays so."""
    low, high = profiling.widened(min(numbers), max(numbers))

    assert Decimal(str(low)) <= min(numbers) <= max(numbers) <= Decimal(str(high))
    assert low >= 0 or min(numbers) < 0


def test_data_docs(clinics, tmp_path):
    """Great Expectations' pages are written, and tell nobody that they are read."""
    adopt(clinics)
    tables = References.load(clinics).tables
    first = datadocs.write(tables, tmp_path / "docs")
    pages = sorted((tmp_path / "docs").rglob("*.html"))

    assert first in pages
    assert 7 == len(pages)
    assert not [page for page in pages if "web-assets" in page.read_text()]


def test_data_docs_need_a_suite(clinics, tmp_path):
    """Without a suite there is nothing to document."""
    with pytest.raises(InputError, match="no table has an expectation suite"):
        datadocs.write(References.load(clinics).tables, tmp_path / "docs")


def test_a_person_may_come_to_a_second_office(tmp_path):
    """Rows that hold for a time are told apart by it; a birth in another age spoils its cell."""
    (tmp_path / "offices.csv").write_text("person,office,from\nAda Thorne,mayor,2016-09-01\nBo Vale,judge,2017-02-01\n")
    (tmp_path / "people.csv").write_text("name,born\nAda Thorne,1966-04-18\nBo Vale,1971-12-02\n")
    adopt(tmp_path)
    with (tmp_path / "offices.csv").open("a") as offices:
        offices.write("Ada Thorne,judge,2021-03-01\n")
    people = tmp_path / "people.csv"
    people.write_text(people.read_text().replace("1971", "2071"))
    references = References.load(tmp_path)

    assert {} == references.table("offices").failed
    assert [(1, "born")] == list(references.table("people").failed)


def test_codes_are_those_of_their_table():
    """A code of letters has to be one of the table that names what it stands for."""
    frames = {
        "airports": pd.DataFrame({"code": ["HLV", "BRN", "OSY"], "airport": ["Helvik", "Brenna", "Ostrey"]}),
        "flights": pd.DataFrame({"flight": ["HA12", "HA14", "BN20"], "from": ["HLV", "BRN", "OSY"]}),
    }
    tables = References.from_frames(frames).tables
    suite = json.loads(profiling.write(next(t for t in tables if t.name == "flights"), tables))
    said = [e["description"] for e in suite["expectations"]]

    assert "every from is a code of airports" in said
