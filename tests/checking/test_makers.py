"""Who a figure is of that somebody made."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import queried, verdict
from tests.checking.test_replay import unanswered

STANDINGS = pd.DataFrame(
    {
        "season": [2021, 2022, 2023, 2024],
        "champion": ["Hollin Riders", "Kestle Riders", "Kestle Riders", "Hollin Riders"],
        "points": [97, 91, 99, 104],
        "runner_up": ["Orme Riders", "Hollin Riders", "Orme Riders", "Kestle Riders"],
        "runner_up_points": [90, 88, 72, 95],
    }
)
FRAMES = {"standings": STANDINGS}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The old mark, 99 points, was set by Kestle Riders in 2023.", "Kestle", ("supported", "Kestle Riders")),
        ("The old mark, 99 points, was set by Orme Riders in 2023.", "Orme", ("refuted", "Kestle Riders")),
        ("In 2024 the 95 points were made by Kestle Riders.", "Kestle", ("supported", "Kestle Riders")),
        ("The old mark, 99 points, was set by Orme Riders.", "Orme", ("not_enough_info", "")),
    ],
)
def test_a_figure_of_a_year_tells_who_made_it(text, words, expected):
    """The row is that of figure and year; without a year nothing is said."""
    assert expected == verdict(text, words, "2025-02-01", **FRAMES)
    assert unanswered(queried(text, words, FRAMES, "2025-02-01"), FRAMES) == []
