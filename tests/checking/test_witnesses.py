"""Names held to the row that all else in their sentence points to: other names, times, figures."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import labels

TABLES = {
    "closures": pd.DataFrame({
        "mill": ["Elder Mills", "Elder Mills", "Fenwick Cloth", "Fenwick Cloth", "Orr & Sons", "Orr & Sons"],
        "date": ["2021-03-04", "2023-09-12", "2022-05-20", "2023-06-18", "2020-02-11", "2024-01-30"],
        "place": ["Ashby", "Torrance", "Kelling", "Marsden", "Ashby", "Kelling"],
        "looms": [148, 312, 96, 275, 64, 187], "jobs_lost": [260, 431, 174, 388, 92, 305],
    }),
    "towers": pd.DataFrame({
        "tower": ["Gull Tower", "Heron Tower", "Swift Tower", "Crane Tower", "Wren Tower"],
        "designer": ["Ada Moll", "Ben Carrow", "Cleo Dunst", "Ben Carrow", "Eli Frome"],
        "height_m": [188, 142, 231, 97, 164],
    }),
    "fights": pd.DataFrame({
        "date": ["2023-01-14", "2023-02-18", "2023-04-01", "2023-05-13", "2023-06-10", "2023-07-08"],
        "home": ["Hawks", "Stoats", "Otters", "Hawks", "Lynxes", "Otters"],
        "away": ["Otters", "Lynxes", "Stoats", "Lynxes", "Stoats", "Hawks"],
        "home_goals": [31, 27, 22, 35, 29, 24], "away_goals": [26, 28, 23, 21, 33, 30],
        "keeper": ["Ivo Brand", "Jan Sloe", "Kit Marl", "Lou Penn", "Max Tarr", "Ned Upton"],
    }),
    "chairs": pd.DataFrame({
        "name": ["Ida Strom", "Ole Vance", "Una Brix", "Per Holt", "Liv Ask"],
        "board": ["harbour board"] * 3 + ["water board"] * 2,
        "born": ["1950-02-03", "1961-07-19", "1970-01-30", "1957-05-05", "1966-10-12"],
        "from": ["2005-01-01", "2012-06-01", "2019-09-01", "2008-01-01", "2016-02-01"],
        "to": ["2012-05-31", "2019-08-31", None, "2016-01-31", None],
    }),
    "zoo_years": pd.DataFrame({
        "zoo": ["Elm Zoo", "Fir Zoo", "Oak Zoo", "Ash Zoo"] * 2,
        "year": [2022] * 4 + [2023] * 4,
        "visitors": [431_000, 288_000, 197_000, 152_000, 412_000, 301_000, 191_000, 158_000],
        "species": [311, 203, 174, 121, 311, 203, 174, 121],
    }),
}  # fmt: skip


def verdict(text: str, words: str) -> set[str]:
    """Give the verdicts of what stands at the words."""
    return labels(text, words, TABLES, "2024-06-01")


LED = "Elder Mills has had a bad decade. "
CUT = "The last cut came when 312 looms in {} were stopped and 431 people lost their jobs."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (LED + CUT.format("Torrance"), "Torrance"),
        ("Swift Tower leans a little. Its owners blame the plans, which Cleo Dunst drew on a train.", "Cleo Dunst"),
        ("The keeper on the day when the Hawks won by 35-21 was Lou Penn.", "Lou Penn"),
    ],
)
def test_a_name_is_borne_out_by_the_row_that_all_else_points_to(text, words):
    """What stands in the one row with the figures and the names of the sentence is supported."""
    assert "supported" in verdict(text, words)


@pytest.mark.parametrize("place", ["Ashby", "Kelling"])
def test_another_name_of_the_column_is_refuted_where_figures_choose_the_row(place):
    """Two telling figures of one row leave nothing open about its place."""
    assert "refuted" in verdict(LED + CUT.format(place), place)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (LED + "The last cut came when the looms in Ashby were stopped.", "Ashby"),
        (LED + CUT.format("Torrance") + " A man from Kelling bought them.", "Kelling"),
        ("The most goals at home, 35, were shot by the Lynxes.", "Lynxes"),
        ("Swift Tower leans a little. Eli Frome walks past it every day.", "Eli Frome"),
    ],
)
def test_a_name_without_a_row_stays_open(text, words):
    """Where nothing chooses the row, a name that is not in it is not held against it."""
    assert {"supported", "refuted"}.isdisjoint(verdict(text, words))


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Ida Strom chaired the harbour board. Seven years later she made way for {}.", "Ole Vance", "Una Brix"),
        ("Liv Ask took over the water board in February 2016 from {}.", "Per Holt", "Ole Vance"),
        ("Una Brix became chair of the harbour board in succession to {} and his friends.", "Ole Vance", "Ida Strom"),
    ],
)
def test_who_came_before_or_after_is_read_across_other_words(text, right, wrong):
    """A phrase of time, or the body, between the verb and the name hides nobody."""
    assert "supported" in verdict(text.format(right), right)
    assert "refuted" in verdict(text.format(wrong), wrong)


def test_what_moves_too_goes_on_with_the_measure_before():
    """Only one more shrank beside the zoo told of before; of one that grew that is not borne out."""
    text = "Elm Zoo had 412,000 visitors in 2023, 19,000 fewer than in 2022. Only {} shrank too."
    assert "supported" in verdict(text.format("Oak Zoo"), "Oak Zoo")
    told_between = text.replace(" Only", " Its chairman, Per Holt, left in February 2016. Only")
    assert "supported" in verdict(told_between.format("Oak Zoo"), "Oak Zoo")
    assert "supported" not in verdict(text.format("Fir Zoo"), "Fir Zoo")
