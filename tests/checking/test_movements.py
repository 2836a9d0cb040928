"""Of a figure that moved each end is found by the other."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import asked

FERRIES = pd.DataFrame({
    "ferry": ["Northern Star"] * 3 + ["Island Maid"] * 3, "year": [2022, 2023, 2024] * 2,
    "passengers": [81200, 84350, 90120, 40210, 38170, 36540], "average_fare_usd": ["12.40", "13.10", "13.75"] * 2,
})  # fmt: skip
LINES = pd.DataFrame({
    "line": ["Abbey Line", "Castle Line"], "opened": ["2021-03-01", "2023-09-12"],
    "original_budget_usd_m": ["310.5", "84.2"], "latest_cost_usd_m": ["402.8", "91.6"],
})  # fmt: skip
BUDGET = pd.DataFrame({
    "department": ["Parks", "Libraries", "Roads"], "2021": [98, 45, 310], "2022": [88, 47, 322], "2023": [77, 52, 335],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Passengers of the Northern Star went from 84,350 to 90,120.", "84,350", "84350"),
        ("Passengers of the Northern Star went from 84,530 to 90,120.", "84,530", "84350"),
        ("The Island Maid carried 36,540 people, down from 38,170.", "38,170", "38170"),
        ("The Northern Star now takes $13.75 a head, against $12.40 in 2022.", "$12.40", "12.40"),
        ("The cost of the Castle Line rose from $84.2 million to $91.6 million.", "$84.2 million", "84.2"),
        ("The Northern Star's passengers rose to 90,120 from 84,530 a year earlier.", "84,530", "84350"),
        ("The cost of the Castle Line rose from $84.2 million to $96.1 million.", "$96.1 million", "91.6"),
    ],
)
def test_one_end_is_found_by_the_other(text, words, found):
    """The end that a cell holds says what is measured and when; the other is the figure before or after it."""
    found_for = asked(text, words, "2025-01-20", ferries=FERRIES, lines=LINES, budgets=BUDGET)
    ends = [a for a in found_for if a.reading.family == "movement" and a.reading.refutes]

    assert found in [str(a.value) for a in ends]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Northern Star carried 90,120 people from 41 ports.", "41"),
        ("The Island Maid has room for 300 to 400 people.", "400"),
    ],
)
def test_figures_that_are_no_ends_are_left_alone(text, words):
    """What comes from a place, and a range, moved nowhere."""
    assert not [a for a in asked(text, words, "2025-01-20", ferries=FERRIES) if a.reading.family == "movement"]
