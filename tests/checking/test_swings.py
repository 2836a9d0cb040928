"""Changes from each time to the next: what was never lost in a year, and the year in which most was."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import asked, queried, verdict
from tests.checking.test_replay import unanswered

HARVEST = pd.DataFrame(
    {
        "orchard": ["Brackenfold", "Low Meadow", "Tansy Hill"],
        "2020": [1840, 655, 2410],
        "2021": [1765, 702, 2380],
        "2022": [1912, 688, 2295],
        "2023": [2003, 731, 2188],
        "2024": [1954, 760, 2140],
    }
)
FRAMES = {"harvest_tonnes": HARVEST}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Tansy Hill has never lost more than five percent of its harvest in a year.", "five percent", "supported"),
        ("Tansy Hill never lost more than 110 tonnes in a single year.", "110 tonnes", "supported"),
        ("The harvest of Low Meadow never grew by more than 8 percent from one year to the next.", "8", "supported"),
        ("Since 2021 Low Meadow has never lost more than 15 tonnes in a year.", "15 tonnes", "supported"),
        ("In no year did Tansy Hill lose more of its harvest than in 2023.", "2023", "supported"),
        ("Under Ann Holt Tansy Hill never lost more than two percent in a year.", "two percent", "not_enough_info"),
        ("Nobody at Tansy Hill lost more than five percent of his pay in a year.", "five percent", "not_enough_info"),
    ],
)
def test_what_never_happened_in_a_year(text, words, expected):
    """The largest change of any year is held against the bound, unless nobody knows the years, or who."""
    assert expected == verdict(text, words, "2025-01-20", **FRAMES)[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tansy Hill never lost more than 90 tonnes in a single year.", "90 tonnes"),
        ("In no year did Tansy Hill lose more of its harvest than in 2021.", "2021"),
    ],
)
def test_what_did_happen_in_a_year(text, words):
    """A year with a larger change disagrees; nothing is taken for the change of one year; the query replays."""
    found = asked(text, words, "2025-01-20", **FRAMES)

    assert {a.outcome for a in found} == {"disagrees"}
    assert unanswered(queried(text, words, FRAMES, "2025-01-20"), FRAMES) == []
