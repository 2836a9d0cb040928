"""A sentence that goes on in time from the one before: the year after, and the year that an old mark was passed."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import queried, verdict
from tests.checking.test_replay import unanswered

YARDS = pd.DataFrame({
    "year": list(range(2015, 2026)), "ships": [4, 5, 5, 6, 7, 6, 7, 8, 7, 9, 8],
    "injuries": [52, 49, 47, 44, 41, 30, 33, 31, 28, 29, 26],
    "share_exported_pct": [31.0, 32.5, 33.1, 35.0, 36.2, 41.8, 38.4, 39.9, 42.6, 43.5, 44.3],
})  # fmt: skip
CLINICS = pd.DataFrame({
    "clinic": ["Elm"] * 6 + ["Ash"] * 6, "year": list(range(2018, 2024)) * 2,
    "births": [410, 520, 480, 495, 515, 560, 210, 205, 190, 188, 201, 214],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Injuries rose to 33 in 2021. The year after, they dropped back to {}.", "31", "37"),
        ("In 2024 the yards built nine ships. The year before, it had been {}.", "seven", "five"),
        ("The share exported jumped to 41.8 percent in 2020. The year after, it fell back to {}.", "38.4", "34.8"),
        ("The share exported jumped to 41.8 percent in 2020. It took until {} to pass that mark.", "2023", "2022"),
        ("The share exported jumped to 41.8 percent in 2020, and needed until {} to beat the record.", "2023", "2024"),
        ("Elm clinic had 520 births in 2019. It took until {} to get past the old mark.", "2023", "2022"),
    ],
)
def test_a_sentence_goes_on_in_time(text, right, wrong):
    """The figure or the year that follows is supported, another one refuted."""
    frames = {"yards": YARDS, "clinics": CLINICS}

    assert verdict(text.format(right), right, "2025-12-04", **frames)[0] == "supported"
    assert verdict(text.format(wrong), wrong, "2025-12-04", **frames)[0] == "refuted"


def test_the_answer_can_be_replayed():
    """The year in which a mark was passed is a query that DuckDB answers alike."""

    text = "The share exported jumped to 41.8 percent in 2020. It took until 2023 to pass that mark."
    frames = {"yards": YARDS}

    assert not unanswered(queried(text, "2023", frames, "2025-12-04"), frames)
