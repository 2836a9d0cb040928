"""What is left of a whole of which a column holds the part: those who dropped out, those who failed."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import asked, queried, verdict
from tests.checking.test_replay import unanswered

REGATTA = pd.DataFrame(
    {
        "date": ["2025-06-07", "2025-08-16", "2025-10-04"],
        "event": ["Spring Cup", "Bay Race", "Lantern Cup"],
        "entries": [34, 61, 28],
        "finishers": [30, 42, 28],
    }
)
EXAMS = pd.DataFrame(
    {
        "year": [2024, 2025] * 2,
        "course": ["Nursing"] * 2 + ["Welding"] * 2,
        "candidates": [152, 149, 47, 52],
        "passed": [139, 131, 30, 33],
        "teachers": [11, 12, 4, 4],
    }
)
FRAMES = {"regatta": REGATTA, "exams": EXAMS}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Bay Race had 61 entries. Nineteen dropped out.", "Nineteen", "supported"),
        ("The Bay Race had 61 entries, of which 19 gave up.", "19", "supported"),
        ("The Bay Race had 61 entries. Forty-two came home, the 19 others retired.", "19 others", "supported"),
        ("Of the 149 candidates in Nursing 18 failed this year.", "18", "supported"),
        ("In Welding 52 candidates sat the exam in 2025. Thirty-three passed, 19 failed.", "19", "supported"),
        ("The Bay Race had 61 entries. Forty-two came home, the 2 others retired.", "2 others", "not_enough_info"),
        ("The Bay Race had 61 entries. Fourteen were new to the bay.", "Fourteen", "not_enough_info"),
        ("The Bay Race had 61 entries. Forty-six wore blue.", "Forty-six", "not_enough_info"),
        ("All 28 boats finished the Lantern Cup. Nine protested.", "Nine", "not_enough_info"),
        ("Welding is taught by four teachers. Two retire next year.", "Two", "not_enough_info"),
    ],
)
def test_who_dropped_out_and_what_some_did(text, words, expected):
    """Those that began less those that came to the end dropped out; what some others did is in no column."""
    assert expected == verdict(text, words, "2025-12-10", **FRAMES)[0]


def test_the_rest_is_wrong():
    """Another number of those that failed disagrees; the query gives the same in DuckDB."""
    text = "Of the 149 candidates in Nursing 28 failed this year."
    found = [a for a in asked(text, "28", "2025-12-10", **FRAMES) if a.reading.family == "difference"]

    assert found[0].outcome == "disagrees"
    assert unanswered(queried(text, "28", FRAMES, "2025-12-10"), FRAMES) == []


def test_where_a_column_has_them_none_are_computed():
    """A column of retirements tells those that gave up itself."""
    frame = REGATTA.assign(retired=[3, 20, 0])
    found = asked("The Bay Race had 61 entries. Twenty gave up.", "Twenty", "2025-12-10", regatta=frame)

    assert "difference" not in [a.reading.family for a in found]
