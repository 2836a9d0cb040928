"""Dates of rows that the names and figures of a sentence point to; first days of tables; years of old; ages to come."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

SALES = pd.DataFrame({
    "date": ["2019-05-14", "2020-09-22", "2021-03-09", "2022-11-15", "2023-06-27", "2024-10-08"],
    "painting": ["Grey Harbour", "The Ferryman", "Winter Mill", "Grey Harbour", "Two Sisters", "The Ferryman"],
    "buyer": ["Orla Quint", "Bex Gallery", "Orla Quint", "Bex Gallery", "Halden Trust", "Halden Trust"],
    "price_thousand": [314, 127, 582, 768, 249, 463],
})  # fmt: skip
BRIDGES = pd.DataFrame({
    "bridge": ["Abbot's Bridge", "Saltgate", "Kingsferry", "Mill Span"], "begun": [1142, 1287, 1391, 1654],
    "consecrated": [1178, 1321, 1402, 1671], "keeper": ["Jonas Wedd", "Amy Roke", "Carl Benn", "Ida Moss"],
    "keeper_born": ["1958-07-30", "1970-02-11", "1981-09-05", "1966-12-24"],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Grey Harbour had gone to the Bex Gallery for 768,000 crowns, in November 2022.",
            "November 2022",
            "supported",
        ),
        ("Grey Harbour had gone to the Bex Gallery for 768,000 crowns, in March 2022.", "March 2022", "refuted"),
        ("Bex Gallery is richer now than in March 2022, and holds Grey Harbour.", "March 2022", "not_enough_info"),
        ("Grey Harbour cost 768,000 crowns, double its worth in March 2022.", "March 2022", "not_enough_info"),
    ],
)
def test_rows_pointed_to(text, words, expected):
    """A name and a figure tell the row of a date; what is only held against a time tells none of it."""

    assert verdict(text, words, "2025-02-27", sales=SALES)[0] == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Since May 2019 the house has had six sales of paintings.", "May 2019", "supported"),
        ("Since March 2020 the house has had six sales of paintings.", "March 2020", "not_enough_info"),
    ],
)
def test_first_days(text, words, expected):
    """What is counted since a time is counted from the first row of a table of events."""

    assert verdict(text, words, "2025-02-27", sales=SALES)[0] == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Saltgate was begun in 1287.", "1287", "supported"),
        ("Saltgate was begun in 1278.", "1278", "refuted"),
        ("Saltgate was begun in 1287, and it took 34 years before it was consecrated.", "34", "supported"),
        ("Saltgate was begun in 1287, and it took 43 years before it was consecrated.", "43", "refuted"),
        ("Saltgate, begun in 1287, is ahead of Kingsferry by 104 years.", "104", "supported"),
    ],
)
def test_years_of_old(text, words, expected):
    """Columns of years before 1500 are years, and the time between two of them is one."""

    assert verdict(text, words, "2025-06-30", bridges=BRIDGES)[0] == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Jonas Wedd keeps the Abbot's Bridge. He is 66 and will be 67 next month.", "67", "supported"),
        ("Jonas Wedd keeps the Abbot's Bridge. He is 66 and will be 67 next month.", "next month", "supported"),
        ("It had been shut long before. Jonas Wedd, 66, the keeper, has the keys.", "66", "supported"),
        ("It had been shut long before. Jonas Wedd, 68, the keeper, has the keys.", "68", "refuted"),
    ],
)
def test_ages(text, words, expected):
    """An age to come goes on from the one of now; a word of the sentence before dates none."""

    assert verdict(text, words, "2025-06-30", bridges=BRIDGES)[0] == expected
