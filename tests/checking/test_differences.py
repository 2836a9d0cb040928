"""What a figure just told is more or less by: than another measure of its row, and the same change in percent."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

LEAGUE = pd.DataFrame(
    {
        "season": [2021, 2022, 2023, 2024], "champion_club": ["Fernhill", "Oldcastle", "Fernhill", "Marl Park"],
        "points": [71, 66, 74, 69], "runner_up_club": ["Oldcastle", "Fernhill", "Marl Park", "Oldcastle"],
        "runner_up_points": [65, 64, 61, 52],
    }
)  # fmt: skip
LETTERS = pd.DataFrame(
    {"town": ["Ashford Bay", "Ashford Bay", "Corrie", "Corrie"], "year": [2023, 2024, 2023, 2024],
     "letters": [41250, 43710, 12880, 12010]}
)  # fmt: skip
MILLS = pd.DataFrame(
    {"mill": [m for m in ("Elm Mill", "Oak Mill", "Ash Mill") for _ in "ab"], "year": [2023, 2024] * 3,
     "sacks": [20150, 21900, 31020, 30110, 12400, 14305]}
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Marl Park won the league with 69 points, 17 more than Oldcastle.", "17", "supported"),
        ("Marl Park won the league with 69 points, 14 more than Oldcastle.", "14", "refuted"),
    ],
)
def test_the_other_of_a_row_has_a_measure_of_its_own(text, words, label):
    """The points of the runner-up stand in the row of the champion."""
    assert verdict(text, words, "2024-12-01", league=LEAGUE)[0] == label


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Letters in Ashford Bay rose by 2,460 to 43,710 in 2024, or 6 percent.", "6 percent", "supported"),
        ("Letters in Ashford Bay rose by 2,460 to 43,710 in 2024, or 9 percent.", "9 percent", "refuted"),
    ],
)
def test_a_change_is_told_again_in_percent(text, words, label):
    """What "or" adds is the same change, whatever time the rest of the sentence speaks of."""
    assert verdict(text, words, "2025-02-01", letters=LETTERS)[0] == label


def test_how_many_things_there_are_is_no_level():
    """A change told behind "the three mills" is one of what they did."""
    text = "More than 66,300 sacks left the three mills last year, 4.3 percent more than in 2023."
    assert verdict(text, "4.3 percent", "2025-02-01", mills=MILLS)[0] == "supported"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Corrie had 12,010 letters in 2024. A quarter of the letters have disappeared since 2023.", False),
        ("Sorters at Corrie handled 12,010 letters in 2024. Seven percent of the letters have gone since 2023.", True),
    ],
)
def test_a_part_that_has_gone_is_a_change(text, label):
    """What has gone was there before, and is no part of what is left."""
    words = "A quarter" if "quarter" in text else "Seven percent"
    assert (verdict(text, words, "2025-02-01", letters=LETTERS)[0] == "supported") == label


def test_a_change_that_takes_up_a_figure_is_of_one_of_its_kind():
    """ "That was" goes on with the letters, though another figure stands nearer."""
    text = "Ashford Bay sent 43,710 letters in 2024, weighing six tonnes. That was 2,460 letters more than in 2023."
    assert verdict(text, "2,460", "2025-02-01", letters=LETTERS)[0] == "supported"


def test_what_is_told_nationally_is_of_the_row_of_the_whole():
    """A table that has a row for the nation is not summed with it."""
    clinics = pd.DataFrame(
        {
            "region": ["Wold", "Wold", "national", "national"],
            "year": [2019, 2024] * 2,
            "clinics": [160, 120, 2500, 2050],
        }
    )
    text = "Wold had 160 clinics in 2019 and has 120 now, 25 percent fewer. Nationally the loss was 18 percent."
    assert verdict(text, "18 percent", "2025-02-01", clinics=clinics)[0] == "supported"


WORKS = pd.DataFrame(
    {"work": ["Elm Bridge", "Oak Tunnel"], "budget_m": [18.0, 48.0], "cost_m": [26.5, 51.0], "finished": [2021, 2022]}
)
ORDERS = pd.DataFrame(
    {
        "order": [f"order {n}" for n in range(6)], "yard": ["Elm Yard", "Oak Yard"] * 3,
        "day": ["2022-02-01", "2022-08-01", "2023-03-01", "2023-09-01", "2024-02-11", "2024-10-02"],
        "price_m": [20, 30, 15, 25, 60, 44],
    }
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Elm Bridge cost 26.5 million crowns, 8.5 million more than it should have.", "8.5 million", "supported"),
        ("Elm Bridge cost 26.5 million crowns, 9.5 million more than it should have.", "9.5 million", "refuted"),
    ],
)
def test_a_cost_is_held_against_its_plan(text, words, label):
    """Words of what should have been name the budget."""
    assert verdict(text, words, "2024-12-01", works=WORKS)[0] == label


def test_what_is_more_than_another_has_is_no_margin():
    """Where another name stands behind "than" no plan is meant."""
    text = "Elm Bridge cost 26.5 million crowns, 8.5 million more than Oak Tunnel."
    assert verdict(text, "8.5 million", "2024-12-01", works=WORKS)[0] != "supported"


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Ashford Bay had 43,710 letters in 2024, 2,460 more than in 2023 and 6 percent more than then.", "6 percent",
         "supported"),
        ("Ashford Bay had 43,710 letters in 2024, which is 2,460 more than in 2023.", "2,460", "supported"),
        ("Ashford Bay had 43,710 letters in 2024, which is 3,460 more than in 2023.", "3,460", "refuted"),
    ],
)  # fmt: skip
def test_several_changes_hang_on_one_level(text, words, label):
    """A time behind the first change parts the second from no level, nor does "which is"."""
    assert verdict(text, words, "2025-02-01", letters=LETTERS)[0] == label


@pytest.mark.parametrize(
    ("words", "label"),
    [("2.6 times", "supported"), ("3.6 times", "refuted")],
)
def test_a_total_of_events_is_held_against_that_of_another_year(words, label):
    """What the events of a year add up to is asked of the year before."""
    text = f"The yards took orders worth 104 million in 2024. It was {words} the total of the year before."
    found = verdict(text, words, "2025-02-01", orders=ORDERS)[0]
    assert found == label or (label == "refuted" and found != "supported")
