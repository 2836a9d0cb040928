"""By how much an extreme is beyond the next, and who stands in most of the rows that were just counted."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

PILOTS = pd.DataFrame(
    {
        "pilot": ["Ada Corrigan", "Tomasz Bielak", "Ruth Okafor", "Ines Duarte"],
        "born": ["1951-02-11", "1963-10-30", "1980-06-05", "1979-12-24"],
        "flights": [412, 377, 90, 145],
    }
)
TOWERS = pd.DataFrame(
    {"tower": ["Elm Tower", "Oak Tower", "Ash Tower"], "height_m": [91, 84, 63], "begun": [1311, 1466, 1502]}
)
CUPS = pd.DataFrame(
    {
        "year": list(range(2014, 2024)),
        "winner": ["Elm Rovers"] * 4 + ["Oak Town"] * 3 + ["Ash United"] * 2 + ["Fir City"],
        "stadium": ["North Park", "South Park"] * 5,
    }
)


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Ada Corrigan is the oldest of the pilots, by more than 12 years.", "12 years", "supported"),
        ("Ada Corrigan is the oldest of the pilots, by almost 20 years.", "20 years", "refuted"),
        ("Elm Tower is the tallest in the county, by seven metres.", "seven metres", "supported"),
        ("Elm Tower is the oldest in the county, by 155 years.", "155 years", "supported"),
    ],
)
def test_an_extreme_is_so_far_beyond_the_next(text, words, label):
    """What "by" tells behind a superlative is the gap to the best of the others."""
    assert verdict(text, words, "2024-03-14", pilots=PILOTS, towers=TOWERS)[0] == label


def test_one_that_is_no_extreme_has_no_lead():
    """Of one that is not the oldest the gap to the oldest is no lead."""
    text = "Ruth Okafor is the oldest of the pilots, by 29 years."
    assert verdict(text, "29 years", "2024-03-14", pilots=PILOTS)[0] != "supported"


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Elm Rovers have won the cup four times, and no one else has managed more.", "more", "supported"),
        ("Oak Town have won the cup three times. Only Elm Rovers have more titles.", "Only Elm Rovers", "supported"),
    ],
)
def test_the_place_by_rows_that_were_counted(text, words, label):
    """Whom a number just counted the rows of is held against all the others by theirs."""
    assert verdict(text, words, "2024-03-14", cups=CUPS)[0] == label


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Elm Tower is the tallest in the county, by 17 metres.", "17 metres"),
        ("Oak Town have won the cup three times. Only Ash United have more titles.", "Only Ash United"),
        ("Oak Town have won the cup three times, and no one else has managed more.", "more"),
    ],
)
def test_a_lead_that_is_none_is_not_supported(text, words):
    """Who is behind, or is so far ahead as nobody is, finds no support."""
    assert verdict(text, words, "2024-03-14", towers=TOWERS, cups=CUPS)[0] != "supported"


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Elm Tower was begun in 1311.", "1311", "supported"),
        ("Elm Tower was begun in 1331.", "1331", "refuted"),
    ],
)
def test_what_was_begun_in_a_year_is_dated_by_it(text, words, label):
    """Years long ago under "begun" are years, and no measure."""
    assert verdict(text, words, "2024-03-14", towers=TOWERS)[0] == label
