"""The year that a figure is held against."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import weighed

MILLS = pd.DataFrame({
    "mill": ["Arbor Mill"] * 4, "year": [2020, 2021, 2022, 2023], "output_tonnes": [5120, 4410, 4870, 6190],
})  # fmt: skip
SAID = "year that the figure before is held against"


def held_against(text: str, year: str) -> list[str]:
    """Give the outcomes of the readings of a year that say what a figure is held against."""
    found = weighed(text, year, {"mills": MILLS}, "2024-02-01")
    return [w.result.outcome for w in found if w.reading.said == SAID]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Arbor Mill had an output of 6,190 tonnes in 2023, 40 per cent more than in 2021.", "2021"),
        ("Arbor Mill's output in 2023 was 21 per cent up on 2020.", "2020"),
    ],
)
def test_the_year_of_a_comparison_is_that_of_the_figure_that_was_found(text, year):
    """A change that the table bears out names the year that it starts from."""
    assert held_against(text, year) == ["agrees"]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Arbor Mill had an output of 4,410 tonnes in 2021.", "2021"),
        ("Arbor Mill's output in 2023 was 71 per cent up on 2020.", "2020"),
        ("Arbor Mill's output in 2023 was 21 per cent up. It was founded in 2020.", "2020"),
        ("Arbor Mill made 40 per cent more in 2023 than two years before.", "2023"),
    ],
)
def test_a_year_that_no_comparison_was_found_for_is_left_alone(text, year):
    """A figure of one year, what no year bears out, the sentence before and the year of the change tell no base."""
    assert not held_against(text, year)
