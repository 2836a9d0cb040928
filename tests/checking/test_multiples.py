"""How large one thing is beside another: "half the size of Elm", "twice her size"."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import weighed

VISITS = pd.DataFrame(
    {
        "museum": ["Old Mint", "Clock House", "Maritime Hall"],
        "2023": [104, 36, 231],
        "2024": [112, 35, 224],
    }
)
TICKETS = pd.DataFrame({"museum": ["Old Mint", "Clock House", "Maritime Hall"], "ticket_euros": [8, 4, 12]})
FRAMES = {"visits_thousands": VISITS, "tickets": TICKETS}


@pytest.mark.parametrize(
    ("text", "words", "answers"),
    [
        ("The Clock House is less than a third the size of the Old Mint.", "a third", {"agrees"}),
        ("The Clock House is less than a quarter the size of the Old Mint.", "a quarter", {"disagrees"}),
        ("The Maritime Hall is twice the size of the Old Mint.", "twice", {"agrees"}),
        ("The Maritime Hall is three times the size of the Old Mint.", "three times", {"disagrees"}),
    ],
)
def test_the_size_of_another_is_by_the_only_measure_over_time(text, words, answers):
    """No share of all, no change over time and no price is the size of a museum."""
    found = [w for w in weighed(text, words, FRAMES, "2025-01-20") if w.reading.part("time") >= 0.6]

    assert answers == {w.result.outcome for w in found}
    assert {"ratio"} == {w.reading.family for w in found}
