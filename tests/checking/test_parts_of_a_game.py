"""Ordinals that number a part of a game or of a year, and figures in brackets, which no denial reaches."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict, weighed

BOATS = pd.DataFrame({
    "boat": ["Tern", "Plover", "Curlew", "Dunlin"],
    "first_lap_seconds": [31, 29, 35, 33],
    "second_lap_seconds": [30, 32, 36, 33],
    "points": [12, 18, 9, 14],
})  # fmt: skip
MILLS = pd.DataFrame({
    "mill": ["Arden", "Brook", "Coles", "Dunmere"],
    "second_quarter_output": [330, 400, 170, 280],
    "third_quarter_output": [290, 380, 300, 310],
    "workers": [3100, 420, 1500, 2600],
})  # fmt: skip
FRAMES = {"boats": BOATS, "mills": MILLS}
PUBLISHED = "2024-05-06"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tern came second in the second lap.", "second lap"),
        ("Plover led on points throughout the second half.", "second half"),
        ("Arden did well in the second half.", "second half"),
        ("Plover had most points in its third season.", "third season"),
    ],
)
def test_an_ordinal_of_a_part_is_no_place(text, words):
    """Who does something in the third quarter is not third in anything."""
    assert "rank" not in {w.reading.family for w in weighed(text, words, FRAMES, PUBLISHED)}


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Arden ranked second in output in the third quarter.", "second", "not_enough_info"),
        ("Arden ranked second in output in the second quarter.", "second", "supported"),
    ],
)
def test_the_place_beside_it_is_still_read(text, words, label):
    """The other ordinal of the sentence is a place, of the part that is named."""
    assert label == verdict(text, words, PUBLISHED, **FRAMES)[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Brook was the supplier of the year.", "supplier of the year"),
        ("Plover was the leader of the week.", "leader of the week"),
    ],
)
def test_a_doer_is_no_comparative(text, words):
    """A noun that ends as comparatives do asks for no extreme and no rank by it."""
    assert not {"extreme", "most", "rank"} & {w.reading.family for w in weighed(text, words, FRAMES, PUBLISHED)}


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Arden (3,100 workers) did not grow.", "3,100", "supported"),
        ("Arden (3,200 workers) did not grow.", "3,200", "refuted"),
        ("Brook (420 workers) could close in the spring.", "420", "supported"),
        ("Brook (620 workers) could close in the spring.", "620", "refuted"),
        ("Dunmere does not have 2,600 workers.", "2,600", "not_enough_info"),
        ("Coles (which may hire 2,500 workers) could not sell.", "2,500", "not_enough_info"),
    ],
)
def test_a_figure_in_brackets_is_not_denied_with_the_clause(text, words, label):
    """What stands in brackets is said outright, whatever the clause around denies or holds possible."""
    assert label == verdict(text, words, PUBLISHED, **FRAMES)[0]
