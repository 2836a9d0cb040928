"""What a figure just told is more or less by: than another measure of its row, and the same change in percent."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

LEAGUE = pd.DataFrame(
    {
        "season": [2021, 2022, 2023, 2024], "champion_club": ["Fernhill", "Oldcastle", "Fernhill", "Marl Park"],
        "points": [71, 66, 74, 69], "runner_up_club": ["Oldcastle", "Fernhill", "Marl Park", "Oldcastle"],
        "runner_up_points": [65, 64, 61, 52],
    }
)  # fmt: skip
LETTERS = pd.DataFrame(
    {"town": ["Ashford Bay", "Ashford Bay", "Corrie", "Corrie"], "year": [2023, 2024, 2023, 2024],
     "letters": [41250, 43710, 12880, 12010]}
)  # fmt: skip
MILLS = pd.DataFrame(
    {"mill": [m for m in ("Elm Mill", "Oak Mill", "Ash Mill") for _ in "ab"], "year": [2023, 2024] * 3,
     "sacks": [20150, 21900, 31020, 30110, 12400, 14305]}
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Marl Park won the league with 69 points, 17 more than Oldcastle.", "17", "supported"),
        ("Marl Park won the league with 69 points, 14 more than Oldcastle.", "14", "refuted"),
    ],
)
def test_the_other_of_a_row_has_a_measure_of_its_own(text, words, label):
    """The points of the runner-up stand in the row of the champion."""
    assert verdict(text, words, "2024-12-01", league=LEAGUE)[0] == label


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Letters in Ashford Bay rose by 2,460 to 43,710 in 2024, or 6 percent.", "6 percent", "supported"),
        ("Letters in Ashford Bay rose by 2,460 to 43,710 in 2024, or 9 percent.", "9 percent", "refuted"),
    ],
)
def test_a_change_is_told_again_in_percent(text, words, label):
    """What "or" adds is the same change, whatever time the rest of the sentence speaks of."""
    assert verdict(text, words, "2025-02-01", letters=LETTERS)[0] == label


def test_how_many_things_there_are_is_no_level():
    """A change told behind "the three mills" is one of what they did."""
    text = "More than 66,300 sacks left the three mills last year, 4.3 percent more than in 2023."
    assert verdict(text, "4.3 percent", "2025-02-01", mills=MILLS)[0] == "supported"
