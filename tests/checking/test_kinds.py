"""Rows of a kind, counted: said by a cell, by words of news for a state, by yes and no, by a medal."""

from __future__ import annotations

import pandas as pd
import pytest

from claims.checking.words import states, stem
from tests.checking.support import agreeing

TABLES = {
    "tunnels": pd.DataFrame({
        "tunnel": ["Ash", "Birch", "Cedar", "Dale", "Elder", "Fern"],
        "builder": ["Orrin Steel", "Orrin Steel", "Orrin Steel", "Lowry", "Lowry", "Lowry"],
        "status": ["completed", "completed", "under construction", "completed", "stalled", "under construction"],
        "drill_goal_met": ["yes", "yes", "no", "yes", "no", "pending"],
        "on_time_pct": [91.2, 88.0, 93.5, 90.0, 71.0, 64.9],
    }),
    "choir": pd.DataFrame({
        "name": ["Ida Moss", "Rhea Lund", "Pia Holt", "Una Veck", "Ada Lee"],
        "trade": ["baker", "welder", "baker", "weaver", "baker"],
    }),
    "stoppages": pd.DataFrame({
        "date": ["2019-03-01", "2021-02-03", "2022-05-06", "2023-07-08", "2023-09-10"],
        "quay": ["North Quay", "West Quay", "North Quay", "North Quay", "West Quay"],
        "cause": ["oil leak", "oil leak", "fog", "oil leak", "fog"],
        "hours": [10, 14, 3, 22, 5],
    }),
    "heats": pd.DataFrame({
        "rower": ["Ida Moss", "Rhea Lund", "Ida Moss", "Rhea Lund", "Ida Moss", "Rhea Lund"],
        "boat": ["single", "single", "double", "double", "four", "four"],
        "place": [1, 4, 2, 3, 2, 1],
    }),
}  # fmt: skip
PUBLISHED = "2024-05-02"
CAUGHT = {
    "a state by another word": ("Of the six tunnels, three are finished.", "three", "3"),
    "a state by a phrase": ("Two of the six tunnels are still going up.", "Two", "2"),
    "whose, where the noun is left out": ("Two of Orrin Steel's are finished.", "Two", "2"),
    "one state of two in a sentence": ("Of the six tunnels, three are finished and two are going up.", "two", "2"),
    "a yes": ("Three tunnels met their drill goal.", "Three", "3"),
    "a no, left out": ("Of the six tunnels, three met their drill goal and two did not.", "two", "2"),
    "a trade": ("The choir has three bakers.", "three", "3"),
    "a kind of two words": ("The quays had three oil leaks.", "three", "3"),
    "a whole in front, and a name behind": (
        "Of the two oil leaks since the start of 2021, only that at North Quay lasted.", "two", "2",
    ),
    "a whole behind a colon": ("It is slow: of the six tunnels, three are finished.", "three", "3"),
    "so many in ten": ("Three of the tunnels ran at least nine trains in ten on time.", "Three", "3"),
    "a medal": ("Ida Moss came home with three medals.", "three", "3"),
    "a silver": ("Ida Moss won two silvers.", "two", "2"),
}  # fmt: skip
LEFT = {
    "another state": ("Two of the six tunnels are finished.", "Two"),
    "another trade": ("The choir has three welders.", "three"),
    "another medal": ("Ida Moss won two golds.", "two"),
}


@pytest.mark.parametrize("case", CAUGHT.values(), ids=CAUGHT)
def test_a_kind_is_counted(case: tuple[str, str, str]):
    """The rows of the kind that the words name are counted, whatever words say it."""
    text, words, expected = case

    assert ("count", expected) in agreeing(text, words, TABLES, PUBLISHED)


@pytest.mark.parametrize("case", LEFT.values(), ids=LEFT)
def test_another_kind_is_not_counted(case: tuple[str, str]):
    """Nothing agrees where the rows of the kind that is named are of another number."""
    text, words = case

    assert "count" not in {family for family, _ in agreeing(text, words, TABLES, PUBLISHED)}


def test_a_state_is_never_said_by_the_words_of_its_opposite():
    """What says that something is done, won or passed does not say that it is not."""
    opposites = [
        ("completed", "stalled"), ("completed", "under construction"), ("won", "lost"), ("convicted", "acquitted"),
        ("passed", "defeated"), ("closed", "active"), ("public", "private"), ("career", "volunteer"),
        ("left", "right"), ("success", "failure"),
    ]  # fmt: skip

    shared = [
        pair for pair in opposites
        if set(states()[tuple(map(stem, pair[0].split()))]) & set(states()[tuple(map(stem, pair[1].split()))])
    ]  # fmt: skip
    assert [] == shared
