"""A year holds for the clause that goes on from it; figures and ages of other times; slips of dates."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from tests.checking.support import verdict, weighed

BOARD = pd.DataFrame({
    "year": [2019, 2020, 2021, 2022, 2023, 2024], "spending_million": [18.2, 19.7, 20.1, 20.9, 22.0, 23.4],
    "income_million": [19.3, 18.8, 20.6, 21.3, 22.3, 24.0], "staff": [158, 155, 151, 149, 146, 141],
    "faults": [71, 81, 88, 92, 88, 80],
})  # fmt: skip
MUSEUMS = pd.DataFrame({
    "museum": ["Pier", "Mill", "Castle"], "visitors_2019": [18900, 40200, 151300],
    "visitors_2022": [15100, 38100, 140000], "visitors_2023": [17600, 41200, 145200],
    "visitors_2024": [16100, 44100, 151000],
})  # fmt: skip
WRECKS = pd.DataFrame({
    "ship": ["Arne Vik", "Castor", "Blue Hind", "Mary Lund"], "kind": ["tanker", "ferry", "trawler", "schooner"],
    "wrecked": [dt.date(1978, 12, 11), dt.date(1953, 1, 31), dt.date(1991, 8, 14), dt.date(1904, 11, 2)],
    "near": ["Grey Ness", "Grey Ness", "Holm Bank", "Holm Bank"],
})  # fmt: skip
STAFF = pd.DataFrame({
    "name": ["Ines Tolly", "Karl Voss", "Odd Brekke"], "post": ["head brewer", "chief engineer", "keeper"],
    "from": [dt.date(2009, 9, 1), dt.date(2014, 2, 3), dt.date(1975, 4, 1)], "to": [None, None, dt.date(1990, 12, 31)],
    "born": [dt.date(1967, 3, 14), dt.date(1971, 7, 30), dt.date(1931, 2, 2)],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("The number of faults fell from 92 to 88 in 2023, while the staff went down to 146.", "146", "supported"),
        ("The board spent 22 million in 2023, and took in 22.3 million.", "22.3 million", "supported"),
        ("The board spent 22 million in 2023, and took in 23.3 million.", "23.3 million", "refuted"),
        ("The staff numbered 146 in 2023, and now numbers 141.", "141", "supported"),
    ],
)
def test_a_year_holds_for_what_is_told_on(text, quote, expected):
    """A past verb that goes on from a year tells of that year; a word for another time ends it."""

    assert verdict(text, quote, "2025-02-11", board=BOARD)[0] == expected


def test_a_year_that_another_figure_is_held_against_is_not_shared():
    """What is lost is told of the last year, whatever is below the level of an older one."""
    text = "The Pier lost 8.5 percent, and with 16,100 visitors stands 15 percent below the level of 2019."

    assert verdict(text, "8.5 percent", "2025-02-11", museums=MUSEUMS)[0] == "supported"


def test_a_time_that_something_is_held_against_dates_no_other_figure():
    """No year is told wrong by a figure that stands behind it, where it is one to compare with."""
    text = "The board spent 22 million in 2023, 2.1 million more than in 2022, and took in 22.3 million."

    assert verdict(text, "2022", "2025-02-11", board=BOARD)[0] != "refuted"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Two years ago the board spent 20.9 million.", "20.9 million"),
        ("Two years ago the board spent 22 million.", "22 million"),
        ("The board spent 23.4 million, up from 20.9 million two years ago.", "20.9 million"),
    ],
)
def test_years_ago_may_count_from_the_last_figures(text, quote):
    """Early in a year, with figures of the one before, "two years ago" is either of two."""

    assert verdict(text, quote, "2025-02-11", board=BOARD)[0] == "supported"
    assert verdict(text, "wo years ago", "2025-02-11", board=BOARD)[0] != "refuted"


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("The tanker Arne Vik ran aground at Grey Ness in December 1978.", "December 1978", "supported"),
        ("The tanker Arne Vik ran aground at Grey Ness in December 1987.", "December 1987", "refuted"),
        ("The tanker Arne Vik was sold to a bank in March 1971.", "March 1971", "not_enough_info"),
    ],
)
def test_a_year_may_be_miswritten(text, quote, expected):
    """The same month of a year with two digits turned is a slip; another month may be of something else."""

    assert verdict(text, quote, "2025-02-11", wrecks=WRECKS)[0] == expected


@pytest.mark.parametrize(("age", "expected"), [("57", "supported"), ("55", "refuted"), ("42", "refuted")])
def test_who_is_of_an_age_is_so_now(age, expected):
    """ "Is" tells an age of today, whatever time stands before it."""
    text = f"Ines Tolly, who has been the head brewer since 2009 and is {age}, likes it."

    assert verdict(text, age, "2024-11-12", staff=STAFF)[0] == expected


@pytest.mark.parametrize(
    ("text", "figure", "outcome"),
    [
        ("The camp had 44 guests in 2024. There had been 40 the year before.", "40", "agrees"),
        ("The camp had 44 guests in 2024. There had been 48 the year before.", "48", "disagrees"),
        ("The camp had 44 guests in 2024, 22 more than in 2022. It had room for all the year before, when 40 came.",
         "40", "agrees"),
        ("The camp had 40 guests in 2023, and 44 the year after.", "44", "agrees"),
    ],
)  # fmt: skip
def test_the_year_before_is_that_before_the_one_spoken_of(text, figure, outcome):
    """The year stands behind the figure or leads to a clause; what a figure is held against is not the last year."""
    camps = pd.DataFrame({"year": [2021, 2022, 2023, 2024, 2025], "guests": [31, 22, 40, 44, 46]})
    best = weighed(text, figure, {"camp": camps}, "2026-02-01")[0]

    assert outcome == best.result.outcome


@pytest.mark.parametrize(("before", "label"), [("41", "supported"), ("47", "refuted")])
def test_what_stands_behind_instead_of_is_the_figure_of_before(before, label):
    """ "36 members instead of 41" tells the present number and the one of the time before it."""
    clubs = pd.DataFrame({"club": ["Elm", "Oak"] * 2, "year": [2021, 2021, 2023, 2023], "members": [41, 60, 36, 58]})

    assert verdict(f"Elm has 36 members instead of {before}.", before, "2024-03-14", clubs=clubs)[0] == label
