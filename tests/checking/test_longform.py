"""Wide tables read as long ones."""

from __future__ import annotations

import json

import duckdb
import pandas as pd
import pytest

import claims
from claims.checking.longform import long_forms
from claims.references import References
from tests.checking.support import verdict

YEARLY = pd.DataFrame(
    {
        "town": ["Ashby", "Marl", "Corby End"],
        "2021": [8120, 5210, 940],
        "2022": [8340, 5105, 955],
        "2023": [8495, 5002, 990],
    }
)
MONTHLY = pd.DataFrame(
    {"month": ["2023-01", "2023-02", "2023-03"], "Marl Museum": [4120, 3985, 5230], "Old_Mill": [1210, 1195, 1430]}
)
MUSEUMS = pd.DataFrame({"museum": ["Marl Museum", "Old Mill"], "founded": [1904, 1988]})
SEASONS = pd.DataFrame({"club": ["Ashby Town", "Marl City"], "points_2021/22": [41, 38], "points_2022/23": [47, 29]})


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ashby had 8,340 people in 2022.", "8,340 people", "supported"),
        ("Ashby had 8,430 people in 2022.", "8,430 people", "refuted"),
        ("Between 2021 and 2023 Ashby gained 375 people.", "375 people", "supported"),
        ("Ashby has 8,495 people.", "8,495 people", "supported"),
    ],
)
def test_a_column_a_year_is_a_row_a_year(text, words, expected):
    """The year in the text chooses the column, and changes over the years are computed."""

    assert expected == verdict(text, words, "2024-02-01", people=YEARLY)[0]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ashby had 8,340 people in 2022.", "8,340", "supported"),
        ("Ashby had 8,430 people in 2022.", "8,430", "refuted"),
        ("Ashby had 8.34 people in 2022.", "8.34", "not_enough_info"),
        ("The population of Ashby grew by 120 from 2022 to 2023.", "120", "supported"),
        ("The population of Ashby grew by 210 from 2022 to 2023.", "210", "refuted"),
    ],
)
def test_a_scale_in_the_name_of_the_table_is_that_of_its_years(text, words, expected):
    """8.34 in "population_thousands" are 8,340."""
    thousands = pd.DataFrame({"town": ["Ashby", "Elmton"], "2022": [8.34, 5.1], "2023": [8.46, 5.02]})

    assert expected == verdict(text, words, "2024-02-01", population_thousands=thousands)[0]


def test_a_column_a_museum_is_a_row_a_museum():
    """Columns that are called as the rows of another table are about those."""

    text = "Marl Museum had 5,230 visitors in March 2023, the Old Mill 1,430."
    frames = {"monthly_visitors": MONTHLY, "museums": MUSEUMS}

    assert "supported" == verdict(text, "5,230", "2023-04-20", **frames)[0]
    assert "supported" == verdict(text, "1,430", "2023-04-20", **frames)[0]


@pytest.mark.parametrize("column", ["Cafe Zola", "cafe_zola", "CAFÉ ZOLA", "Café  Zola's"])
def test_a_name_is_a_column_name_however_written(column):
    """Accents, capitals, signs between and behind words do not count; other names are passed over."""
    cafes = pd.DataFrame({"cafe": ["Café Zola", "Old Mill", "Zola"], "founded": [1904, 1988, 1999]})
    cups = pd.DataFrame({"month": ["2023-02", "2023-03"], column: [4817, 5230], "old mill": [1204, 1430]})
    tables = References.from_frames({"cups": cups, "cafes": cafes}).tables

    assert [label for form in long_forms(tables) for label in form.labels] == ["Café Zola", "Old Mill"]


def test_a_season_in_a_column_name_is_a_time():
    """ "points_2021/22" is the season that began in 2021."""

    assert "supported" == verdict("Ashby Town won 41 points in 2021-22.", "41 points", "2023-08-01", clubs=SEASONS)[0]


def test_evidence_speaks_of_the_file():
    """Table, column and query are those of the wide table, and the query gives the value there."""

    references = claims.References.from_frames({"people": YEARLY})
    audit = claims.audit(claims.Article("Ashby had 8,340 people in 2022.", published="2024-02-01"), references)
    (evidence,) = next(s for s in audit.statements if "8,340" in s.quote and s.value).verdict.evidence
    people = references.tables[0].arrow

    assert ("people", ("town", "2022"), (("Ashby", "8340"),)) == (evidence.table, evidence.columns, evidence.cells)
    with duckdb.connect() as database:
        database.register("people", people)
        assert [(8340,)] == database.execute(evidence.sql).fetchall()


def test_a_failed_cell_carries_no_verdict_in_long_form_either(tmp_path):
    """The expectation on a column of the wide table blocks the statements that use it."""

    (tmp_path / "people.csv").write_text(YEARLY.to_csv(index=False), encoding="utf-8")
    suite = {
        "name": "people",
        "expectations": [
            {"type": "expect_column_values_to_be_between", "kwargs": {"column": "2022", "min_value": 9000}}
        ],
        "meta": {},
    }
    (tmp_path / "expectations").mkdir()
    (tmp_path / "expectations" / "people.json").write_text(json.dumps(suite), encoding="utf-8")
    references = claims.References.load(tmp_path)
    audit = claims.audit(
        claims.Article("Ashby had 8,340 people in 2022 and 8,495 people in 2023.", published="2024-02-01"), references
    )
    found = {s.quote: s.verdict.reason for s in audit.statements}

    assert "failed_expectation" == found["8,340 people"]
    assert "agrees" == found["8,495 people"]
