"""A year goes on through a list of verbs; the year after; years as the start of a post; what is set off."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

MINES = pd.DataFrame({
    "mine": ["Ald Pit"] * 4 + ["Ren Deep"] * 4, "year": [2021, 2022, 2023, 2024] * 2,
    "tonnes_thousand": [812, 790, 745, 760, 210, 228, 241, 255], "accidents": [14, 11, 9, 12, 3, 5, 2, 4],
    "wage_crowns": [3100, 3180, 3300, 3420, 2950, 3010, 3120, 3260],
})  # fmt: skip
THEATRES = pd.DataFrame({
    "theatre": ["Lyric", "Old Hall", "Barn"], "seats": [812, 640, 220], "opened": [1902, 1884, 1971],
    "director": ["Ida Moss", "Tor Vane", "Lil Orr"], "since": [2015, 2009, 2020],
})  # fmt: skip
FRAMES = {"mines": MINES, "theatres": THEATRES}


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        (
            "Ald Pit dug 745,000 tonnes in 2023, paid 3,300 crowns and had nine accidents.",
            "nine accidents",
            "supported",
        ),
        ("Ald Pit dug 745,000 tonnes in 2023. There are now 12 accidents a year.", "12 accidents", "supported"),
        ("Ren Deep had five accidents in 2022, three more than the year after.", "three more", "supported"),
        ("Ren Deep had five accidents in 2022, four more than the year after.", "four more", "refuted"),
        ("The wage at Ald Pit, 3,420 crowns, is to go up in July.", "3,420 crowns", "supported"),
        ("The wage at Ald Pit, 3,520 crowns, is to go up in July.", "3,520 crowns", "refuted"),
        ("The wage at Ald Pit is to go up to 3,500 crowns in July.", "3,500 crowns", "not_enough_info"),
        ("Tor Vane, who came in 2009, likes it.", "2009", "supported"),
        ("Tor Vane, who came in 2008, likes it.", "2008", "not_enough_info"),
    ],
)
def test_what_a_year_holds_for(text, quote, expected):
    """Each verb of the list has the year; what is set off by commas is so now, whatever is to come."""

    assert verdict(text, quote, "2025-02-20", **FRAMES)[0] == expected


def test_a_year_since_which_something_grew_is_not_that_of_its_last_figure():
    """What has gone up to a figure since a year had that figure later."""
    text = "The wage at Ald Pit has gone up from 3,000 crowns to 3,420 since 2021."

    assert verdict(text, "2021", "2025-02-20", **FRAMES)[0] != "refuted"
