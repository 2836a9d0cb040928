"""The year in which a measure first passed a mark."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import asked, replayed, verdict

PIERS = pd.DataFrame(
    {
        "pier": ["West Pier"] * 5 + ["Elm Pier"] * 5,
        "year": [2019, 2020, 2021, 2022, 2023] * 2,
        "visitors": [61000, 38000, 64500, 70200, 71900, 22000, 9800, 21500, 24000, 26100],
    }
)


def crossings(text, part):
    """Give the readings of a year as that of a first time."""
    return [a for a in asked(text, part, "2024-02-01", piers=PIERS) if a.reading.family == "crossing"]


@pytest.mark.parametrize(
    ("text", "part", "found"),
    [
        ("Visitors to West Pier topped 70,000 for the first time in 2022.", "2022", 2022),
        ("West Pier first passed 70,000 visitors in 2021.", "2021", 2022),
        ("Visitors to Elm Pier first fell below 20,000 in 2020.", "2020", 2020),
    ],
)
def test_the_year_of_the_first_figure_beyond_the_mark(text, part, found):
    """It may confirm and refute, and its query gives the year."""
    first = crossings(text, part)[0]

    assert (first.value, first.outcome == "agrees", first.reading.refutes) == (found, str(found) == part, True)
    assert [(found,)] == replayed(text, part, "2024-02-01", piers=PIERS)[1]


@pytest.mark.parametrize(
    "text",
    [
        "West Pier first passed 60,000 visitors in 2021.",
        "West Pier had 71,900 visitors in 2021, the first year of the new owners.",
    ],
)
def test_what_may_have_been_passed_before_the_table_begins_is_left_alone(text):
    """A first figure beyond the mark, and a sentence without a mark, tell no first time."""
    assert not crossings(text, "2021")


def test_a_time_that_the_table_lacks_is_not_held_to_its_last_row():
    """What was so two years ago is no wrong figure of the last month."""
    rates = pd.DataFrame({"month": ["2023-10", "2023-11", "2023-12"], "unemployment_pct": [5.0, 5.1, 5.2]})

    assert verdict("Unemployment was 4.4 percent in 2021.", "4.4", "2024-01-20", rates=rates)[0] != "refuted"
    assert verdict("The office said on Tuesday that unemployment was 5.5 percent.", "5.5", "2024-01-20", rates=rates)[
        0
    ] == ("refuted")
