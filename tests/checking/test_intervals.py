"""The time from one event of a thing to its next."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from tests.checking.support import asked

CUPS = pd.DataFrame({
    "season": [2017, 2018, 2019, 2020, 2021, 2022, 2023],
    "champion": ["Ash Rovers", "Elm Town", "Ash Rovers", "Oak United", "Elm Town", "Oak United", "Ash Rovers"],
    "runner_up": ["Elm Town", "Oak United", "Oak United", "Elm Town", "Ash Rovers", "Elm Town", "Elm Town"],
    "purse": [2, 2, 3, 3, 3, 4, 4],
})  # fmt: skip
FLAGS = pd.DataFrame({
    "date": [dt.date(2023, 6, 1), dt.date(2023, 7, 20), dt.date(2023, 9, 7), dt.date(2023, 11, 2)],
    "beach": ["Long Beach", "Long Beach", "Long Beach", "Sand Bay"],
    "from_flag": ["green", "amber", "red", "green"],
    "to_flag": ["amber", "red", "amber", "red"],
})  # fmt: skip
SPILLS = pd.DataFrame({
    "date": [dt.date(2015, 3, 9), dt.date(2021, 2, 7), dt.date(2023, 12, 20), dt.date(2024, 2, 9)],
    "ship": ["Aster", "Borage", "Clover", "Dahlia"],
    "tonnes": [40, 12, 5, 9],
})  # fmt: skip
FRAMES = {"cups": CUPS, "flags": FLAGS, "spills": SPILLS}


@pytest.mark.parametrize(
    ("text", "words", "outcome"),
    [
        ("Ash Rovers are champions again after four years.", "four years", "agrees"),
        ("It was the first title in four years for Ash Rovers.", "four years", "agrees"),
        ("Ash Rovers won the cup, its first in six years.", "six years", "disagrees"),
        ("It was the coast's second spill in two months.", "two months", "agrees"),
        ("Between the last two spills, there were seven weeks.", "seven weeks", "agrees"),
        ("At Long Beach the flag stood at red for seven weeks.", "seven weeks", "agrees"),
        ("At Long Beach the flag stood at amber for seven weeks.", "seven weeks", "agrees"),
        ("At Long Beach the flag stood at red for two weeks.", "two weeks", "disagrees"),
    ],
)
def test_the_time_to_the_next_event_is_among_the_readings(text, words, outcome):
    """Of a thing, of all where the words call what the rows are, and of a state until the next event ends it."""
    found = [a for a in asked(text, words, "2024-03-14", **FRAMES) if "to the next" in a.reading.said]

    assert outcome in {a.outcome for a in found}
    assert not any(a.reading.refutes for a in found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ash Rovers have had the ground for four years.", "four years"),
        ("The coast waited two months for the report.", "two months"),
        ("At Long Beach the guards worked for seven weeks.", "seven weeks"),
    ],
)
def test_other_times_lie_between_no_events(text, words):
    """A time that nothing ties to an event before is none from one to the next."""
    found = asked(text, words, "2024-03-14", **FRAMES)

    assert not [a for a in found if "to the next" in a.reading.said]
