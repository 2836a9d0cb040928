"""Runs: in which unit, of which end, in which direction, up to now."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

PUBLISHED = "2025-09-10"
TABLES = {
    "valley_cup": pd.DataFrame({
        "year": [2016, 2017, 2018, 2019, 2021, 2022, 2023, 2024, 2025],
        "winner": ["Ullock", "Corran", "Corran", "Corran", "Tarn", "Ullock", "Tarn", "Tarn", "Tarn"],
        "runner_up": ["Tarn", "Tarn", "Ullock", "Tarn", "Corran", "Tarn", "Ullock", "Corran", "Ullock"],
    }),
    "accounts": pd.DataFrame({
        "year": [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024],
        "profit_million": [7, -2, 4, -8, -3, 2, 3, 6],
        "spending_million": [52, 55, 54, 49, 50, 53, 57, 61],
        "income_million": [45, 52, 58, 60, 55, 50, 56, 59],
    }),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Tarn won it for the third year in succession.", "third year", "supported"),
        ("Corran won the cup three years in a row.", "three years", "supported"),
        ("Profit was up for the fourth year in a row.", "fourth year", "supported"),
        ("The firm made a profit for the third year in a row.", "third year", "supported"),
        ("The firm spent more than it took in for the third year in a row.", "third year", "supported"),
        ("Spending was above income in each of the last three years.", "last three years", "supported"),
        ("Spending was above income in each of the last two years.", "last two years", "supported"),
        ("Tarn has won the cup in each of the last three years.", "last three years", "supported"),
        ("The firm spent more than it took in for the second year in a row.", "second year", "refuted"),
    ],
)
def test_a_run_is_of_what_its_words_say(text: str, words: str, label: str):
    """Of winning, of what is up, of what is more than the other; each of the last two may be more."""
    assert verdict(text, words, PUBLISHED, **TABLES)[0] == label


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tarn won it for the second year in succession.", "second year"),  # it has lost two in a row
        ("Profit was up for the third year in a row.", "third year"),  # there has been one for three
        ("Income was above spending in each of the last three years.", "last three years"),
        ("The firm lost money in each of the last two years.", "last two years"),  # as it did before
        ("Spending was above income in each of the last five years.", "last five years"),
    ],
)
def test_a_run_of_something_else_bears_nothing_out(text: str, words: str):
    """Lost finals are no titles, a profit is no rise, a run of long ago is none of the last years."""
    assert verdict(text, words, PUBLISHED, **TABLES)[0] != "supported"


def test_a_run_of_what_no_table_counts_is_open():
    """A winner of cups who led after so many stages did something else."""
    text = "Tarn won the cup, having led after each of the last six stages."
    assert verdict(text, "six", PUBLISHED, **TABLES)[0] == "not_enough_info"
