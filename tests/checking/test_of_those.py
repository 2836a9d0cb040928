"""What is told of those just counted: sums, numbers of a further kind, shares; and times that are told of others."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

TABLES = {
    "robberies": pd.DataFrame({
        "date": [
            "2019-03-02", "2020-05-11", "2020-09-30", "2021-01-15", "2021-07-08", "2021-11-21", "2022-02-03",
            "2022-06-19", "2023-04-27",
        ],
        "bank": [
            "Alder Bank", "Birch Trust", "Alder Bank", "Cedar Savings", "Birch Trust", "Alder Bank", "Birch Trust",
            "Birch Trust", "Cedar Savings",
        ],
        "town": ["Orrin", "Pell", "Orrin", "Quarne", "Pell", "Orrin", "Quarne", "Pell", "Pell"],
        "weapon": ["gun", "knife", "knife", "gun", "none", "gun", "gun", "knife", "gun"],
        "stolen_usd": [12000, 8300, 4100, 22500, 900, 15700, 31200, 6400, 18800],
        "arrests": [1, 0, 2, 0, 1, 0, 3, 1, 0],
    }),
}  # fmt: skip
PUBLISHED = "2023-09-04"
CASES = {
    "a sum over them": (
        "Birch Trust has had four robberies since 2020. Together they cost it $46,800.", "46,800", "supported",
    ),
    "a wrong sum over them": (
        "Birch Trust has had four robberies since 2020. Together they cost it $48,600.", "48,600", "refuted",
    ),
    "a part by name": (
        "There have been eight robberies since 2020, four of them in Pell.", "four of them", "supported",
    ),
    "a wrong part by name": (
        "There have been eight robberies since 2020, six of them in Pell.", "six of them", "refuted",
    ),
    "a share of them": (
        "There have been eight robberies since 2020, half of them in Pell.", "half", "supported",
    ),
    "at another time": (
        "There have been eight robberies since 2020. In 2021 there were three.", "three", "supported",
    ),
    "wrong at another time": (
        "There have been eight robberies since 2020. In 2021 there were five.", "five", "refuted",
    ),
    "of something no table has": (
        "There have been eight robberies since 2020, six of them by women.", "six of them", "not_enough_info",
    ),
    "a time told of something else": (
        "Alder Bank got a new roof in May 2021, and new vaults. Alder Bank has had three robberies.",
        "three robberies", "supported",
    ),
    "a kind alone": ("Birch Trust has had two rounds of knife attacks.", "two rounds", "supported"),
    "who keeps count": ("Since 2020 the police have recorded two robberies in Orrin.", "two robberies", "supported"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_those_just_counted_are_meant(case: tuple[str, str, str]):
    """The rows of a count are those that the next number is told of."""
    text, words, label = case

    assert verdict(text, words, PUBLISHED, **TABLES)[0] == label


def test_a_part_of_what_is_unsaid():
    """A percentage of the one measure that is said may be another one of the row, and refutes nothing."""
    bakers = pd.DataFrame({
        "baker": ["Alder Bread", "Birch Buns", "Cedar Cakes"], "sales_usd": [50400, 38200, 61900],
        "profit_usd": [4130, 1260, 8850], "rent_usd": [9900, 7700, 12100],
    })  # fmt: skip

    assert verdict("Alder Bread kept 8.2 percent of its sales.", "8.2", PUBLISHED, bakers=bakers)[0] == "supported"
    assert verdict("Alder Bread kept 7.4 percent of its sales.", "7.4", PUBLISHED, bakers=bakers)[0] != "supported"
