"""What belongs to a thing of the tables and is another one: its library, her father, the homes that it built."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

FRAMES = {
    "mayors": pd.DataFrame(
        [
            ("Ana Brill", "1968-05-02", "Liberal", "Torvik", "2015-01-10", "2019-01-09"),
            ("Olof Lind", "1975-11-20", "Labour", "Torvik", "2019-01-10", None),
            ("Sara Quist", "1981-02-14", "Labour", "Hamnby", "2017-06-01", None),
        ],
        columns=["name", "born", "party", "town", "from", "to"],
    ),
    "towns": pd.DataFrame(
        [("Torvik", 41200, 118.5, 1650), ("Hamnby", 23800, 64.2, 1712), ("Eksund", 17500, 201.7, 1804)],
        columns=["town", "population", "area_km2", "founded"],
    ),
    "floods": pd.DataFrame(
        [("2014-04-12", "Torvik", 120), ("2018-05-03", "Eksund", 45), ("2021-07-19", "Torvik", 310)],
        columns=["date", "town", "homes_flooded"],
    ),
}


def said(text: str, words: str) -> str:
    """Give the verdict on words of a text."""
    return verdict(text, words, "2025-03-10", **FRAMES)[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The new library in Torvik opened in 2012.", "2012"),
        ("The town's football team was founded in 1921. Torvik is proud of it.", "1921"),
        ("Torvik's bridge, built in 1931, is closed.", "1931"),
        ("The library in Torvik is 41 years old.", "41"),
        ("Olof Lind, whose father was born in 1940, has been mayor since 2019.", "1940"),
        ("Ana Brill left politics in 2020.", "2020"),
        ("In 2023 Torvik had built 95 bridges.", "2023"),
        ("Torvik has had two mayors since 2015, and it has had three fire chiefs since 2011.", "2011"),
        ("In 1990 the population of Torvik was 30,000.", "30,000"),
    ],
)
def test_another_thing_is_not_held_to_the_row_of_whom_it_belongs_to(text, words):
    """No table has the library, the father, the politics or the homes."""
    assert said(text, words) == "not_enough_info"


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Torvik was founded in 1650.", "1650", "supported"),
        ("Torvik was founded in 1560.", "1560", "refuted"),
        ("Olof Lind, who was born in 1975, has been mayor since 2019.", "2019", "supported"),
        ("Ana Brill left office in 2019.", "2019", "supported"),
        ("Ana Brill left office in 2021.", "2021", "refuted"),
        ("Torvik has had two floods since 2010.", "two", "supported"),
    ],
)
def test_the_thing_itself_is_held_to_its_row(text, words, label):
    """What is said of the town or the mayor is checked as before."""
    assert said(text, words) == label
