"""Which row a time chooses: quarters, and months that are over."""

from __future__ import annotations

import pandas as pd
import pytest

import claims
from claims import language, values
from claims.attribution import attribute
from claims.checking import judge
from claims.checking.periods import When, period_of
from claims.names import find_names
from claims.statements import split_document
from tests.checking.support import asked, verdict, weighed

TABLES = {
    "results": pd.DataFrame({
        "mill": ["Alder Mill"] * 5 + ["Birch Works"] * 5,
        "quarter": ["2024 Q4", "2025 Q1", "2025 Q2", "2025 Q3", "2025 Q4"] * 2,
        "profit_usd_m": ["61.4", "58.2", "63.7", "70.9", "66.3", "12.1", "14.8", "13.6", "11.2", "17.5"],
    }),
    "rain": pd.DataFrame({
        "month": ["2024-10", "2024-11", "2025-09", "2025-10", "2025-11"] * 2,
        "station": ["Harbour Point"] * 5 + ["Upper Fell"] * 5,
        "rain_mm": ["84.1", "112.6", "40.2", "93.8", "11.3", "131.7", "160.4", "70.3", "151.1", "22.9"],
    }),
}  # fmt: skip
REFERENCES = claims.References.from_frames(TABLES)


def likeliest(text: str, quote: str, published: str) -> str:
    """Give how the likeliest reading that agrees, or else the likeliest, is put in words."""
    document = language.parse(claims.Article(text, published=published))
    names = find_names(document)
    split = split_document(document, tuple(values.find_values(document.article)), attribute(document, names), names)
    weighed = next(w for s, w in judge(split, document, names, REFERENCES) if s.quote == quote)
    found = sorted(weighed, key=lambda w: (w.result.outcome != "agrees", -w.reading.score))
    return found[0].reading.said if found else ""


@pytest.mark.parametrize(
    ("text", "quote", "said"),
    [
        ("Alder Mill made a profit of $70.9 million in the third quarter.", "$70.9 million", "in 2025 Q3"),
        ("In the first quarter of 2025 Birch Works had a profit of $14.8 million.", "$14.8 million", "in 2025 Q1"),
        ("Alder Mill made a profit of $66.3 million.", "$66.3 million", "in 2025 Q4"),
    ],
)
def test_a_quarter_is_a_time(text, quote, said):
    """The quarter that is named chooses the row; without one the last that was over."""

    assert likeliest(text, quote, "2026-02-03").endswith(said)


def test_a_quarter_is_no_name():
    """A column of quarters is a time: it tells rows apart, and nothing is called so."""
    column = REFERENCES.table("results").column("quarter")

    assert (column.role, column.resolution, column.named) == ("year", "quarter", False)


def test_a_month_is_known_when_it_is_over():
    """On 24 October the last month that figures are out for is September."""

    assert likeliest("Harbour Point had 40.2 millimetres of rain.", "40.2 millimetres", "2025-10-24").endswith(
        "in 2025-09-01"
    )


def test_the_month_of_the_news_in_another_year():
    """A year alone, in a table of months, may mean the month that the news is about."""
    text = "Rain at Harbour Point was 93.8 millimetres, after 84.1 millimetres in 2024."

    assert likeliest(text, "84.1 millimetres", "2025-11-03").endswith("in 2024-10-01")


@pytest.mark.parametrize(("iso", "days", "year"), [("2025-Q4", 92, None), ("2025-H1", 181, None), ("2025", 365, 2025)])
def test_a_part_of_a_year_is_not_the_year(iso, days, year):
    """A figure of a quarter is not held against that of the year."""
    first, last = period_of(iso)

    assert ((last - first).days + 1, When((first, last), 1.0, "at", 0, part=iso != "2025").year) == (days, year)


FLEETS = pd.DataFrame({
    "line": ["Northern Ferries"] * 4 + ["Island Line"] * 4,
    "year": [2019, 2022, 2023, 2024] * 2,
    "passengers": [812_400, 655_300, 701_800, 744_900, 301_200, 288_700, 295_500, 310_600],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "figure", "year"),
    [
        ("Northern Ferries carried 744,900 passengers, 43,100 more than in 2023.", "744,900", 2024),
        ("Northern Ferries carried 744,900 passengers, up from 655,300 in 2022.", "744,900", 2024),
        ("Northern Ferries carried 744,900 passengers, still well short of the 812,400 of 2019.", "744,900", 2024),
        ("Northern Ferries carried 744,900 passengers, the most since the storms of 2022.", "744,900", 2024),
        ("Northern Ferries carried 744,900 passengers, two thirds of what it was in 2019.", "744,900", 2024),
        ("Northern Ferries, which was sold in 2022, carried 744,900 passengers.", "744,900", 2024),
        ("In 2019 Island Line was sold. It has 310,600 passengers now.", "310,600", 2024),
        ("Northern Ferries carried 655,300 passengers in 2022, against 701,800 in 2023.", "655,300", 2022),
        ("Northern Ferries carried 655,300 passengers and Island Line 288,700 in 2022.", "655,300", 2022),
        ("In 2022, when Island Line was sold, Northern Ferries carried 655,300 passengers.", "655,300", 2022),
        ("Northern Ferries carried 655,300 passengers in 2022, and Island Line 288,700.", "288,700", 2022),
    ],
)
def test_the_time_a_figure_is_held_against_is_not_its_own(text, figure, year):
    """A year behind "than", "since" or another figure, or told of a name aside, chooses no row for the value."""
    found = [a for a in asked(text, figure, "2025-03-01", fleets=FLEETS) if a.reading.family == "lookup"]
    best = max(found, key=lambda a: (a.reading.part("subject"), a.reading.part("time")))

    assert (best.reading.said.endswith(f"in {year}"), best.outcome) == (True, "agrees")
    assert all(a.reading.part("time") < best.reading.part("time") - 0.05 for a in found if a.outcome != "agrees")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("There were 40 accidents in 2024.", "supported"),
        ("There were 44 accidents in 2023.", "supported"),
        ("There were 44 accidents in 2024.", "refuted"),
    ],
)
def test_a_figure_of_another_year_supports_nothing(text, label):
    """The total of a year that nobody speaks of says nothing of the year that is stated."""
    counts = [12, 7, 22, 3, 10, 9, 17, 4]
    accidents = pd.DataFrame(
        {"year": [2023] * 4 + [2024] * 4, "ward": ["Elm", "Ash", "Oak", "Fir"] * 2, "accidents": counts}
    )

    assert verdict(text, "accidents", "2025-03-10", accidents=accidents)[0] == label


@pytest.mark.parametrize(
    ("name", "outcome"), [("Otto Farr", "agrees"), ("Lena Bright", "disagrees"), ("Mira Solt", "disagrees")]
)
def test_a_name_is_that_of_what_a_time_has(name, outcome):
    """ "Last year's winner, Farr" is of last year, whenever the race is that the sentence tells."""
    races = pd.DataFrame({
        "date": ["2023-07-15", "2024-07-13", "2025-07-12"], "race": ["Moor Trophy"] * 3,
        "winner": ["Lena Bright", "Otto Farr", "Mira Solt"], "time_min": [212, 205, 198],
    })  # fmt: skip
    text = f"The 198 minutes of July in the Moor Trophy were seven better than last year's winner, {name}."
    found = weighed(text, name, {"races": races}, "2025-09-11")

    assert outcome == found[0].result.outcome
    assert found[0].reading.part("time") == 1.0
