"""Verbs that are numbers: what has halved or doubled is one measure at two times, and the one that is said."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

YARDS = pd.DataFrame({
    "year": list(range(2015, 2026)), "ships": [4, 5, 5, 6, 7, 6, 7, 8, 7, 9, 8],
    "orders": [11, 9, 8, 12, 14, 7, 10, 13, 12, 15, 13], "injuries": [52, 49, 47, 44, 41, 30, 33, 31, 28, 29, 26],
})  # fmt: skip
PRICES = pd.DataFrame({"year": [2019, 2021, 2023], "bread_cents": [120, 180, 240], "milk_cents": [90, 100, 110]})


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Injuries have halved since 2015.", "halved", "supported"),
        ("The number of injuries has halved since 2020.", "halved", "not_enough_info"),
        ('There were 26 injuries this year. "We have halved them since 2015," said the owner.', "halved", "supported"),
        ("The number of ships has doubled since 2015.", "doubled", "supported"),
        ("The number of orders has doubled since 2015.", "doubled", "not_enough_info"),
        ("The price of bread doubled between 2019 and 2023.", "doubled", "supported"),
        ("The price of milk doubled between 2019 and 2023.", "doubled", "not_enough_info"),
    ],
)
def test_what_has_halved_or_doubled(text, words, expected):
    """It is borne out by its own measure at both times, by no other and by no share of one in another."""

    assert verdict(text, words, "2025-12-04", yards=YARDS, prices=PRICES)[0] == expected
