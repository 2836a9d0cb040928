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
