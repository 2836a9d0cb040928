"""The embedded tables are fit, and what travels with them is current."""

import json
import shutil
from pathlib import Path

import pytest

from claims import embedded
from claims.references import References, receipts, suites

FOLDER = embedded.folder("expectations")


def test_every_table_has_a_suite_and_passes():
    """No embedded cell is spoilt or flagged."""
    tables = References.embedded().tables

    assert [(t.suite, t.report.failed) for t in tables] == [(t.name, 0) for t in tables]


def test_receipts_are_current():
    """The receipts answer for the tables and suites as they are: else run `python -m claims.references`."""
    tables = References.embedded().tables
    keys = set()
    for table in tables:
        suite = suites.read_suite(FOLDER / f"{table.suite}.json")
        keys.add(receipts.key_of(table, suite, suites.parameters_of(suite, tables)))

    assert keys == set(json.loads((FOLDER / "receipts" / "embedded.json").read_text())["receipts"])


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_plain_great_expectations_loads_the_suites(path):
    """A suite is stock JSON, and none of its rules is dropped."""
    import great_expectations as gx

    content = json.loads(path.read_text())

    assert len(gx.ExpectationSuite(**content).expectations) == len(content["expectations"])


@pytest.mark.parametrize(
    ("old", "new", "cells"),
    [
        ("1977-03-20", "2077-03-20", {"born"}),
        ("1977-03-20", "2025-03-20", {"born"}),
        ("Rahul Gandhi,,1970-06-19", "Prashant Kishor,,1970-06-19", {"name", "aliases", "born"}),
    ],
)
def test_a_damaged_person_is_caught(tmp_path, old, new, cells):
    """A birth date in the future and a doubled key spoil the cells of that row, and only those of such rows."""
    folder = shutil.copytree(embedded.folder("seeds") / "references", tmp_path / "references")
    people = Path(folder) / "people.csv"
    people.write_text(people.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    table = References.load(folder).table("people")
    spoilt = {table.raw(row, "name") for row, _ in table.failed}

    assert (spoilt, {column for _, column in table.failed}) == ({"Prashant Kishor"}, cells)


def test_facts_agree_between_the_tables():
    """Heads of government of an election held that office within a year of it."""
    references = References.embedded()
    elections, offices = references.table("elections"), references.table("offices")
    terms = [
        (offices.raw(row, "person"), offices.raw(row, "body"), offices.cell(row, "from"), offices.cell(row, "to"))
        for row in range(len(offices))
        if offices.raw(row, "office") in ("chief minister", "prime minister")
    ]
    for row in range(len(elections)):
        polled, place = elections.cell(row, "to"), elections.raw(row, "place")
        after = polled.replace(year=polled.year + 1)
        held = {
            person
            for person, body, start, end in terms
            if body == place and start <= after and (not end or end > polled)
        }

        assert elections.raw(row, "head_of_government") in held
