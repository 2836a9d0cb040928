"""A table may name its measures in the rows."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import asked, verdict

REGIONS = pd.DataFrame({
    "region": ["North"] * 3 + ["South"] * 3,
    "indicator": ["median age", "born abroad, percent", "unemployment rate, percent"] * 2,
    "value_2014": ["39.8", "14.2", "6.1", "44.5", "8.7", "7.9"],
    "value_2024": ["42.0", "17.9", "4.8", "47.1", "11.3", "6.4"],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "answer", "outcome"),
    [
        ("In the North the median age went from 39.8 to 42.0.", "39.8", "39.8", "agrees"),
        ("In the North the median age went from 39.8 to 42.0.", "42.0", "42.0", "agrees"),
        ("In the South 11.3 percent of people were born abroad.", "11.3 percent", "11.3", "agrees"),
        ("In the South 13.1 percent of people were born abroad.", "13.1 percent", "11.3", "disagrees"),
        ("Unemployment in the South stood at 6.4 percent.", "6.4 percent", "6.4", "agrees"),
    ],
)
def test_a_row_is_found_by_the_name_of_its_measure(text, words, answer, outcome):
    """The words of the clause name the row, and the year its column."""
    found = asked(text, words, "2024-07-20", regions=REGIONS)

    assert (answer, outcome) in [(str(a.value), a.outcome) for a in found]


def test_a_row_of_another_measure_is_left_alone():
    """Nothing is refuted by rows whose measure the clause does not name."""
    text = "In the South 17.1 percent of homes are empty."

    assert "not_enough_info" == verdict(text, "17.1 percent", "2024-07-20", regions=REGIONS)[0]


INCIDENTS = pd.DataFrame({
    "district": ["Upper Fell"] * 4 + ["Lower Fell"] * 4, "year": [2023, 2023, 2024, 2024] * 2,
    "measure": ["Rescues", "False alarms"] * 4, "number": [41, 260, 57, 260, 12, 311, 9, 305],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Upper Fell had 57 rescues in 2024.", "57", "supported"),
        ("Upper Fell had 75 rescues in 2024.", "75", "refuted"),
        ("Upper Fell had 75 visitors in 2024.", "75", "not_enough_info"),
    ],
)
def test_what_is_counted_names_the_row(text, words, label):
    """A counted noun that a row is called by chooses it; another noun is refuted by none."""
    assert verdict(text, words, "2025-02-20", incidents=INCIDENTS)[0] == label
