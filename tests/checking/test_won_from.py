"""Who was beaten stands in the column of the runner-up, and who lost to whom in that of the winner."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import check

FINALS = pd.DataFrame(
    [
        (2021, "Stonebridge", "Tarrow", 2), (2022, "Tarrow", "Wexham", 1), (2023, "Cressing", "Stonebridge", 3),
        (2024, "Tarrow", "Lindow", 1),
    ],
    columns=["year", "winner", "runner_up", "margin_goals"],
)  # fmt: skip
TROPHIES = pd.DataFrame(
    [
        ("Vase", "Ashby", "Lowick", 4), ("Shield", "Lowick", "Dunmore", 2), ("Bowl", "Dunmore", "Ashby", 3),
        ("Ladle", "Pelham", "Holt", 5),
    ],
    columns=["trophy", "winner", "runner_up", "margin_goals"],
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Stonebridge won by two goals from Tarrow in 2021.", "Tarrow", "supported"),
        ("Stonebridge won by two goals from Wexham in 2021.", "Wexham", "refuted"),
        ("In 2022 Wexham lost to Tarrow by a goal.", "Tarrow", "supported"),
        ("In 2022 Wexham lost to Stonebridge by a goal.", "Stonebridge", "refuted"),
        ("Ashby won the Vase by four goals from Lowick.", "Lowick", "supported"),
        ("Ashby won the Vase by four goals from Dunmore.", "Dunmore", "refuted"),
        ("Lowick had taken the Shield from Dunmore.", "Dunmore", "supported"),
        ("Lowick had taken the Shield from Ashby.", "Ashby", "refuted"),
        ("In 2021 Stonebridge took two players from Wexham.", "Wexham", "not_enough_info"),
    ],
)
def test_who_was_beaten_is_looked_up(text, name, label):
    """By goals from, lost to, taken from; what is no match is left open."""
    assert check(text, finals=FINALS, trophies=TROPHIES)[name].verdict.label == label


MAYORS = pd.DataFrame({
    "mayor": ["Ada Corrigan", "Tomasz Bielak"], "town": ["Ashby", "Holt"], "party": ["Coast Party", "Hill League"],
    "born": ["1961-02-11", "1975-10-30"],
})  # fmt: skip
VOTES = pd.DataFrame({"party": ["Coast Party", "Hill League"], "votes": [5124, 4817], "founded": [1931, 1958]})


@pytest.mark.parametrize(
    ("text", "figure", "label"),
    [
        ("Tomasz Bielak runs Holt. His party got 4,817 votes in March.", "4,817", "supported"),
        ("Tomasz Bielak runs Holt. His party got 5,124 votes in March.", "5,124", "refuted"),
        (
            "Tomasz Bielak runs Holt. He took over when the plans of Ada Corrigan failed. His party got 4,817 votes.",
            "4,817", "supported",
        ),
    ],
)  # fmt: skip
def test_his_party_is_that_of_his_row(text, figure, label):
    """His party is the one of his row; he goes on being the one of the sentence before, whoever else that names."""
    assert check(text, mayors=MAYORS, votes=VOTES)[f"{figure} votes"].verdict.label == label
