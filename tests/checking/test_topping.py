"""A figure just told as the most, or in its place, of all that its measure has."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

CONCERTS = pd.DataFrame(
    [
        ("Spring Gala", "Oak Hall", "2025-03-08", 1240, 18000),
        ("Night of Brass", "Oak Hall", "2025-04-12", 1815, 22500),
        ("Choir Day", "Mill Barn", "2025-05-03", 960, 9400),
        ("Midsummer Concert", "Quarry Stage", "2025-06-21", 2630, 41200),
    ],
    columns=["concert", "venue", "date", "listeners", "cost_pounds"],
)  # fmt: skip
SEASONS = pd.DataFrame(
    {
        "year": [2019, 2020, 2021, 2022, 2023, 2024], "members": [812, 790, 845, 860, 902, 931],
        "debt_pounds": [40, 52, 61, 58, 49, 33],
    }
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("The Midsummer Concert drew 2,630 listeners. It was the biggest crowd so far.", "biggest", True),
        ("Night of Brass drew 1,815 listeners. That was the biggest crowd of the season.", "biggest", False),
        ("The society had 931 members in 2024, the most in its history.", "most", True),
        ("The society had 902 members in 2022. That was the highest number in its records.", "highest", False),
    ],
)  # fmt: skip
def test_the_figure_told_before_says_what_is_the_most(text, words, right):
    """Its column and row are known, so the adjective need not name them; what is not the most is not supported."""
    tables = {"concerts": CONCERTS} if "listeners" in text else {"seasons": SEASONS}
    assert (verdict(text, words, "2025-07-01", **tables)[0] == "supported") == right
