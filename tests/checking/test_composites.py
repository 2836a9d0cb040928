"""Cells that hold several numbers, or a number with its unit, are compared number by number."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import asked

GAMES = pd.DataFrame({
    "round": ["final", "semifinal", "quarterfinal"], "winner": ["Ilse Varga", "Mona Reyes", "Ilse Varga"],
    "loser": ["Mona Reyes", "Dora Lind", "Petra Haas"], "score": ["6-4 3-6 7-6(5)", "6-2 6-1", "7-5 6-3"],
    "margin": ["4 points", "11 points", "7 points"],
})  # fmt: skip
COACHES = pd.DataFrame({
    "coach": ["The Meteor", "The Comet"], "capacity": ["154 passengers", "96 passengers"], "axles": [3, 2],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "outcome"),
    [
        ("Ilse Varga beat Mona Reyes 6-4 3-6 7-6 in the final.", "6-4", "agrees"),
        ("The score of the final between Ilse Varga and Mona Reyes was 6-4 6-3 7-6.", "6-4", "disagrees"),
        ("Ilse Varga beat Mona Reyes by four points in the final.", "four points", "agrees"),
        ("The Meteor is licensed for 154 passengers.", "154 passengers", "agrees"),
        ("The Meteor is licensed for 145 passengers.", "145 passengers", "disagrees"),
    ],
)
def test_numbers_in_text_are_compared(text, words, outcome):
    """The numbers of cell and article are the same in the same order; what is in brackets is left out."""
    found = asked(text, words, games=GAMES, coaches=COACHES)

    assert outcome in [a.outcome for a in found if a.reading.family == "composite"]


def test_other_things_counted_are_left_alone():
    """Four of something that the cell does not count are no margin."""
    found = asked("Ilse Varga beat Mona Reyes in the final before four cameras.", "four", games=GAMES)

    assert not [a for a in found if a.reading.family == "composite"]


PLAYERS = pd.DataFrame({
    "player": ["Ilse Varga", "Mona Reyes", "Dora Lind"], "standing": ["retired 2014", "active", "banned 2021"],
})  # fmt: skip
CUPS = pd.DataFrame({
    "cup": ["Elder Cup", "Sallow Cup", "Marram Cup"], "held": ["every year", "every four years", "every two years"],
    "portion": ["1/3", "2/3", "1"],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "outcome"),
    [
        ("Ilse Varga retired in 2014.", "2014", "agrees"),
        ("Ilse Varga, who retired in 2016, was there.", "2016", "disagrees"),
        ("The Sallow Cup is held every four years.", "four years", "agrees"),
        ("The Sallow Cup is held every six years.", "six years", "disagrees"),
        ("The Sallow Cup brings a portion of two thirds of the money.", "two thirds", "agrees"),
    ],
)
def test_a_number_among_words_is_compared(text, words, outcome):
    """A year behind words that the sentence says, a number of years and a fraction are held to the cell's."""
    found = asked(text, words, players=PLAYERS, cups=CUPS)

    assert outcome in [a.outcome for a in found if a.reading.family == "composite"]


@pytest.mark.parametrize(
    ("text", "words"), [("Ilse Varga won in 2014.", "2014"), ("Mona Reyes retired in 2014.", "2014")]
)
def test_a_year_of_other_words_is_left_alone(text, words):
    """A year beside other words than the cell's, or of a row without one, asks no text."""
    assert not [a for a in asked(text, words, players=PLAYERS) if a.reading.family == "composite"]
