"""Clubs and their towns, two sides of a match, a coach beside the club: what is said of a club is asked of its rows."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import check

CLUBS = pd.DataFrame({
    "club": ["Ashby Rowers", "Corley RFC", "Dunmoor"], "aliases": ["Ashby", "Corley", ""],
    "town": ["Ashby", "Corley", "Dunmoor"], "coach": ["Ada Lund", "Bo Vale", "Cy Orr"],
    "coach_born": ["1971-05-17", "1979-11-30", "1966-02-02"],
})  # fmt: skip
MATCHES = pd.DataFrame({
    "date": ["2024-03-02", "2024-03-03", "2024-03-09"], "home": ["Ashby Rowers", "Dunmoor", "Corley RFC"],
    "away": ["Corley RFC", "Ashby Rowers", "Dunmoor"], "home_points": [16, 31, 22], "away_points": [12, 9, 20],
    "attendance": [8469, 4012, 5530],
})  # fmt: skip
FINALS = pd.DataFrame({
    "season": ["2021/22", "2022/23"], "champion": ["Ashby Rowers", "Dunmoor"], "champion_points": [26, 18],
    "runner_up": ["Corley RFC", "Ashby Rowers"], "runner_up_points": [25, 17],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Ashby beat Corley 16-12 two weeks ago.", "16-12", "supported"),
        ("Dunmoor won the final of 2022/23 by 18-17 from Ashby.", "18-17", "supported"),
        ("Corley beat Dunmoor before a crowd of 5,350.", "5,350", "refuted"),
        ("Corley beat Dunmoor before a crowd of 5,530.", "5,530", "supported"),
    ],
)
def test_a_club_and_its_town_are_one(text, words, label):
    """A club called like its town is meant, and is nobody's name though its coach has a birth date."""
    found = check(text, clubs=CLUBS, matches=MATCHES, finals=FINALS)

    assert found[words].verdict.label == label


@pytest.mark.parametrize(("text", "label"), [("2023", "supported"), ("2022", "refuted")])
def test_a_final_has_the_year_of_its_day(text, label):
    """A final of the season 2022/23 that was played in 2023 is that of 2023."""
    finals = FINALS.assign(final_date=["2022-05-28", "2023-05-27"])
    found = check(f"Dunmoor beat Ashby 18-17 in {text}.", clubs=CLUBS, finals=finals)

    assert found[text].verdict.label == label
