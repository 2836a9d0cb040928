"""Figures and dates of what only belongs to a thing of the tables, of who runs it, or of another time than theirs."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking import support

FRAMES = {
    "hotels": pd.DataFrame(
        {
            "hotel": ["Grand Hotel", "Seaview", "Hotel Krone"],
            "city": ["Brighton", "Brighton", "Vienna"],
            "opened": [1891, 1962, 1978],
            "rooms": [212, 84, 131],
            "employees": [260, 45, 118],
            "manager": ["Ruth Hale", "Ian Moss", "Karin Lind"],
        }
    ),
    "guests": pd.DataFrame(
        {
            "year": [2021, 2022, 2023, 2024],
            "guests": [61200, 84100, 90350, 97800],
            "occupancy": [48.5, 61.2, 66.0, 71.4],
        }
    ),
}
PUBLISHED = "2025-05-20"


def label(text: str, words: str) -> str:
    """Give the verdict on what is said in some words."""
    return support.verdict(text, words, PUBLISHED, **FRAMES)[0]


OPENED = "The Grand Hotel opened in 1891. "
BACKGROUND = [
    (OPENED + "Its first restaurant opened in 1924.", "1924"),
    (OPENED + "Its ballroom, built in 1911, was restored.", "1911"),
    (OPENED + "Its oldest cellar dates from 1902.", "1902"),
    (OPENED + "It opened six bars in 2016.", "2016"),
    (OPENED + "It moved to its present building in 1931.", "1931"),
    (OPENED + "It has been run by Ruth Hale since 2014.", "2014"),
    (OPENED + "It was taken over by a bank in 1998.", "1998"),
    (OPENED + "Ruth Hale joined it in 2003.", "2003"),
    (OPENED + "Ruth Hale has managed it since 2016.", "2016"),
    (OPENED + "Ruth Hale, 54, is its manager.", "54"),
    (OPENED + "Its oldest tree is 240 years old.", "240"),
    (OPENED + "The hotel's beach club has 255 employees.", "255"),
    (OPENED + "Five years ago it had 280 employees.", "280"),
    (OPENED + "It had 180 employees before the war.", "180"),
    (OPENED + "It had 150 rooms when it was sold in 1951.", "150"),
    (OPENED + "The hotel has 212 rooms. By 2030 there will be 350.", "350"),
    (OPENED + "The club next door has 900 members. It was founded in 1893.", "1893"),
    (OPENED + "The old hotel had 40 beds. It was opened in 1820.", "1820"),
    (OPENED + "The bank that owns it was founded in 1932.", "1932"),
    (OPENED + "The tram to the hotel opened in 1906.", "1906"),
    ("In March 2024 occupancy was 52.1 percent.", "52.1"),
]


@pytest.mark.parametrize(("text", "words"), BACKGROUND)
def test_what_no_table_holds_is_not_refuted(text, words):
    """A part, a person, another time: the row of the hotel tells nothing of it."""
    assert label(text, words) == "not_enough_info"


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("The Grand Hotel opened in {}.", "1891", "1924"),
        ("The Grand Hotel has 212 rooms. It opened its doors in {}.", "1891", "1911"),
        ("The Grand Hotel has 212 rooms. It has been open since {}.", "1891", "1911"),
        ("Ruth Hale manages the Grand Hotel, which opened in {}.", "1891", "1924"),
        ("Students like the Grand Hotel. It opened in {}.", "1891", "1911"),
        ("The Grand Hotel has {} employees.", "260", "290"),
        ("Occupancy was {} percent in 2024.", "71.4", "74.1"),
    ],
)
def test_what_a_row_holds_is_checked(text, true, false):
    """What is said of the thing itself is held against its row."""
    assert label(text.format(true), true) == "supported"
    assert label(text.format(false), false) == "refuted"


@pytest.mark.parametrize("what", ["biggest rival", "oldest guest", "smallest bar"])
def test_the_extreme_of_what_belongs_to_a_row_is_none_of_the_rows(what):
    """Its oldest guest says nothing of the age of the hotel."""
    text = f"Seaview has 84 rooms. Its {what} came from Kent."
    assert label(text, what.split(" ", maxsplit=1)[0]) == "not_enough_info"


def test_the_size_of_another_thing_is_none_of_the_rows():
    """A wall by the lake has its own height, that of the lake is the table's."""
    lakes = pd.DataFrame({"lake": ["Traunsee", "Attersee"], "depth_m": [191, 169], "altitude_m": [423, 469]})
    text = "The Traunsee is {} metres deep. The new pier is 160 metres long."
    for depth, verdict in (("191", "supported"), ("119", "refuted")):
        said = support.check(text.format(depth), PUBLISHED, lakes=lakes)
        assert said[f"{depth} metres"].verdict.label == verdict
        assert said["160 metres"].verdict.label == "not_enough_info"


def test_the_largest_of_what_no_column_counts_is_none_of_the_rows():
    """A crowd is no row, whatever the table's own figures."""
    text = "The Grand Hotel has 212 rooms. The largest crowd, 900, came in 2004."
    assert label(text, "largest") == "not_enough_info"
    assert label("The largest hotel, the Grand Hotel, has 212 rooms.", "largest") == "supported"


def test_a_year_that_still_runs_is_refuted_by_no_year_before():
    """A table that ends last year has none of what is hoped for in this one."""
    guests = pd.DataFrame(
        {"spa": ["Aqua", "Aqua", "Blue", "Blue"], "year": [2023, 2024] * 2, "visitors": [41, 52, 63, 74]}
    )
    text = "The Aqua spa hopes for 90 visitors this year."
    assert support.check(text, PUBLISHED, guests=guests)["this year"].verdict.label == "not_enough_info"
