"""Forecasts and hopes: rows of times that are over neither bear them out nor tell them wrong."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from tests.checking.support import verdict

SWIMS = pd.DataFrame({
    "swim": ["Haven Mile"] * 3 + ["Lake Crossing"] * 3, "year": [2022, 2023, 2024] * 2,
    "swimmers": [1840, 2010, 2230, 640, 610, 655], "fee": [22, 24, 25, 40, 40, 45],
})  # fmt: skip
BUDGETS = pd.DataFrame({
    "town": ["Ormley"] * 3 + ["Sturt"] * 3, "year": [2023, 2024, 2025] * 2,
    "budget_million": ["41.2", "43.0", "44.6", "12.1", "12.9", "13.8"],
})  # fmt: skip
HOUSES = pd.DataFrame({
    "development": ["Quay House", "Larch Rise", "Mill Yard"], "flats": [84, 122, 46],
    "opening_date": [dt.date(2026, 3, 1), dt.date(2022, 5, 20), dt.date(2019, 9, 2)],
})  # fmt: skip
FRAMES = {"swims": SWIMS, "budgets": BUDGETS, "houses": HOUSES}


def label(text: str, quote: str) -> str:
    return verdict(text, quote, "2025-02-11", **FRAMES)[0]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The Haven Mile expects 2,500 swimmers this year.", "2,500 swimmers"),
        ("The Haven Mile expects 2,230 swimmers this year.", "2,230 swimmers"),
        ("The Haven Mile expects 2,230 swimmers this year.", "this year"),
        ("The Haven Mile is on course for 2,500 swimmers.", "2,500 swimmers"),
        ("The Haven Mile is budgeting for 2,500 swimmers.", "2,500 swimmers"),
        ("The Haven Mile is going to have 2,500 swimmers this year.", "2,500 swimmers"),
        ("The fee of the Lake Crossing will rise to 48 crowns.", "48 crowns"),
        ("The fee of the Lake Crossing is to rise to 48 crowns.", "48 crowns"),
        ("The organisers think that the Lake Crossing will have 700 swimmers.", "700 swimmers"),
        ("Lake Crossing had 655 swimmers, fewer than the 700 forecast.", "700"),
        ("The number of swimmers in the Haven Mile would rise by 11 percent this year, she said.", "11 percent"),
        ("Larch Rise will have 150 flats when the second tower is built.", "150 flats"),
    ],
)
def test_a_time_gone_by_tells_nothing_of_what_is_expected(text, quote):
    """A hope is neither right nor wrong by the figure of last year, whether it is another or the same."""

    assert label(text, quote) == "not_enough_info"


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("Ormley will spend 44.6 million of its budget this year.", "44.6 million", "supported"),
        ("Sturt plans a budget of 13.8 million this year.", "13.8 million", "supported"),
        ("Quay House will have 84 flats.", "84 flats", "supported"),
        ("Quay House will have 94 flats.", "94 flats", "refuted"),
        ("Quay House is due to open in March 2026.", "March 2026", "supported"),
        ("The Haven Mile had 2,230 swimmers last year and hopes for 2,500.", "2,230 swimmers", "supported"),
        ("The Haven Mile had 2,130 swimmers last year and hopes for 2,500.", "2,130 swimmers", "refuted"),
    ],
)
def test_what_is_planned_is_held_against_plans(text, quote, expected):
    """Rows of what is still to come tell of it, and what was is checked as before."""

    assert label(text, quote) == expected


def test_a_change_to_come_is_none_up_to_this_year():
    """A share by which something is to fall is not that by which another has fallen till now."""
    towns = pd.DataFrame(
        {"year": [2015, 2024, 2025], "accidents": [48, 38, 32], "budget_million": ["8.1", "9.0", "9.4"]}
    )

    assert (
        verdict("The budget, it is said, will shrink by a third.", "a third", "2025-12-04", towns=towns)[0]
        != "supported"
    )


def test_a_day_to_come_is_not_told_wrong_by_one_gone_by():
    """What "opens on Friday" opens again, or another part of it: the row tells of the day that is over."""
    assert label("Mill Yard opens on Friday.", "Friday") == "not_enough_info"
    assert label("Mill Yard opened on September 3, 2019.", "September 3, 2019") == "refuted"
