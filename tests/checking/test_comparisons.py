"""Comparisons and runs without a number: weighed where the words call for them, refuted where nothing is left open."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import agreeing, asked, queried, verdict
from tests.checking.test_replay import unanswered

ORCHARDS = pd.DataFrame(
    {
        "orchard": ["Ashdown", "Birchall", "Combe"] * 5,
        "year": [year for year in range(2019, 2024) for _ in range(3)],
        "apples_t": [310, 295, 120, 322, 281, 118, 331, 270, 122, 344, 262, 119, 352, 255, 131],
        "pickers": [40, 31, 20, 40, 30, 21, 41, 30, 22, 44, 28, 22, 43, 27, 23],
    }
)
FERRY = pd.DataFrame(
    {
        "year": [2018, 2019, 2020, 2021, 2022, 2023],
        "net_result_m": ["1.2", "-0.4", "-2.1", "-1.0", "-0.3", "0.2"],
        "imports_t": [640, 655, 812, 990, 1020, 1100],
        "exports_t": [700, 690, 805, 940, 910, 980],
    }
).astype({"net_result_m": float})
BRIDGES = pd.DataFrame(
    {
        "bridge": ["Mill Bridge", "Quay Bridge", "Weir Bridge"],
        "budget_m": [12, 30, 9],
        "final_cost_m": [12, 41, 8],
        "planned_opening": ["2020-05-01", "2021-03-01", "2022-06-01"],
        "opened": ["2020-05-01", "2022-01-15", "2022-04-20"],
        "length_m": [80, 240, 55],
    }
)
SOCIETIES = pd.DataFrame(
    {
        "choir": ["Alder Singers", "Brook Voices", "Cliff Chorale"],
        "women": [24, 31, 12],
        "men": [20, 11, 19],
        "founded": ["1931-02-01", "1988-09-01", "1962-05-01"],
    }
)
TABLES = {"orchards": ORCHARDS, "ferry": FERRY, "bridges": BRIDGES, "choirs": SOCIETIES}
CAUGHT = {
    "it rose": ("Ashdown's apples rose to 352 tonnes in 2023.", "rose", "compared", "8"),
    "it fell": ("At Birchall the apples fell again.", "fell", "compared", "7"),
    "it went up": ("Combe's pickers went up in 2023.", "went up", "compared", "1"),
    "it is down": ("Birchall's apples are down.", "down", "compared", "7"),
    "above where it stood": ("Combe's apples remain above where they stood in 2019.", "above", "compared", "11"),
    "lower than then": ("Birchall has fewer pickers than it did in 2019.", "fewer", "compared", "4"),
    "than in a year": ("Birchall had fewer pickers than in 2019.", "fewer", "compared", "4"),
    "longer, of a thing": ("Quay Bridge is longer than any other.", "longer than any", "extreme", "Quay Bridge"),
    "nowhere": ("Nowhere are there more pickers than at Ashdown.", "more", "extreme", "Ashdown"),
    "lower": ("Birchall's crop of apples was lower.", "lower", "compared", "7"),
    "on budget": ("Mill Bridge was on budget.", "on budget", "compared", "0"),
    "over budget": ("Quay Bridge went over budget.", "over budget", "compared", "11"),
    "on time": ("Weir Bridge opened on time.", "on time", "compared", "-42"),
    "behind schedule": ("Quay Bridge opened behind schedule.", "behind schedule", "compared", "320"),
    "two columns": ("The Brook Voices have more women than men.", "more", "compared", "20"),
    "two columns by a verb": ("In 2023 imports exceeded exports.", "exceeded", "compared", "120"),
    "every year since": ("Ashdown's apples have risen every year since 2019.", "every year", "trend", "4"),
    "each of the last": ("Birchall's apples have fallen in each of the last three years.", "each", "trend", "3"),
    "a loss every year": ("The ferry made a loss in every year from 2019 to 2022.", "every year", "streak", "4"),
    "more in each year": ("Imports exceeded exports in each year since 2020.", "each year", "streak", "4"),
    "older than": ("The Alder Singers are older than the Cliff Chorale.", "older", "compared", "11412"),
    "no other has more": ("Brook Voices: no other choir has more women.", "more", "extreme", "Brook Voices"),
}  # fmt: skip


@pytest.mark.parametrize("case", CAUGHT.values(), ids=CAUGHT)
def test_a_comparison_is_weighed(case: tuple[str, str, str, str]):
    """The words call for a reading that gives the answer, and DuckDB gives the same."""
    text, words, family, answer = case

    assert (family, answer) in agreeing(text, words, TABLES)
    assert [] == unanswered(queried(text, words, TABLES), TABLES)


REFUTES = {
    "it fell": ("Ashdown's apples fell to 352 tonnes in 2023.", "fell"),
    "over budget": ("Mill Bridge went over budget.", "over budget"),
    "two columns": ("The Cliff Chorale have more women than men.", "more"),
    "a verb": ("In 2023 exports exceeded imports.", "exceeded"),
    "a run": ("Combe's apples have risen every year since 2019.", "every year"),
}


@pytest.mark.parametrize("case", REFUTES.values(), ids=REFUTES)
def test_what_is_the_other_way_round_may_be_refuted(case: tuple[str, str]):
    """Where thing, measure and time are said, a reading that disagrees may refute."""
    assert any(a.outcome == "disagrees" and a.reading.refutes for a in asked(*case, **TABLES))


LEFT_ALONE = {
    "all others": "At every other orchard the apples fell.",
    "another measure": "Ashdown's rents fell.",
    "what both times leave open": "Combe's apples fell.",
    "a first time since": "Ashdown's pickers fell for the first time since 2020.",
}


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_what_may_be_meant_otherwise_is_not_refuted(text: str):
    """A fall of things that are not named, of a measure no table has, or at an open time is no clear error."""
    assert "refuted" != verdict(text, "fell", **TABLES)[0]


WRONG = {
    "of all of them": ("All the orchards had more apples than in 2022.", "more"),
    "of both": ("Both Ashdown and Birchall had more apples than in 2022.", "more"),
    "of the two columns": ("In 2023 exports exceeded imports.", "exceeded"),
    "of the things": ("No orchard has more pickers than Combe.", "more"),
    "of all together": ("Birchall had more apples than in 2021.", "more"),
    "of another named with a time": ("Ashdown had fewer pickers than Combe did in 2023.", "fewer"),
}


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG)
def test_what_is_held_against_another_is_not_borne_out_by_an_earlier_time(case: tuple[str, str]):
    """That exports are more than a year before says nothing of imports."""
    assert "supported" != verdict(*case, **TABLES)[0]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Steinfirn made the largest profit.", "Steinfirn", "refuted"),
        ("Alpenrose made the largest profit.", "Alpenrose", "supported"),
        ("Kaltbach employs more people than in 2022.", "more", "refuted"),
        ("Kaltbach employs fewer people than in 2022.", "fewer", "supported"),
        ("Steinfirn had more staff in 2023 than in 2022.", "more", "supported"),
        ("Alpenrose had more staff in 2023 than in 2022.", "more", "refuted"),
    ],
)
def test_the_noun_of_a_degree_names_the_measure(text, words, expected):
    """A profit is no matter of how many are employed, and what is more in a year is held to that year."""
    seasons = pd.DataFrame({
        "resort": ["Alpenrose"] * 3 + ["Kaltbach"] * 3 + ["Steinfirn"] * 3, "year": [2022, 2023, 2024] * 3,
        "staff": [240, 236, 251, 118, 121, 109, 331, 342, 338],
        "profit_k_francs": [1210, -340, 1875, 410, 655, 702, 2050, 2310, 1640],
    })  # fmt: skip

    assert verdict(text, words, "2025-12-04", seasons=seasons)[0] == expected


LENDING = pd.DataFrame(
    {"quarter": ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"] * 2, "branch": ["Elm"] * 4 + ["Oak"] * 4,
     "loans": [4120, 3980, 4410, 7230, 2900, 3720, 5140, 4460]}
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "word", "label"),
    [
        ("At Elm loans rose from 4,410 in the third quarter to 7,230 in the fourth.", "rose", "supported"),
        ("At Elm loans fell from 4,410 in the third quarter to 7,230 in the fourth.", "fell", "refuted"),
        ("Loans at Oak slipped from 5,140 to 4,460 in the last quarter.", "slipped", "supported"),
        ("At Oak loans rose from 5,140 to 4,460 in the last quarter.", "rose", "refuted"),
    ],
)
def test_the_way_is_sure_where_both_figures_are_said(text, word, label):
    """Two figures that the table has tell which times are meant, and so which way it went."""
    assert verdict(text, word, "2025-01-28", lending=LENDING)[0] == label


def test_the_words_of_the_next_sentence_make_no_comparison_with_all():
    """That only another was small, said next, makes "fewer than in 2022" no "fewer than any other"."""
    zoos = pd.DataFrame({
        "zoo": ["Elm Zoo", "Oak Zoo", "Ash Zoo"] * 2, "year": [2022] * 3 + [2023] * 3,
        "visitors": [431000, 300000, 120000, 412000, 310000, 125000],
    })  # fmt: skip
    text = "Elm Zoo had 412,000 visitors in 2023, 19,000 fewer than in 2022. Only Ash was small."

    assert verdict(text, "fewer", "2024-03-14", zoos=zoos)[0] == "supported"
    assert verdict("Elm Zoo had 412,000 visitors in 2023, fewer than any other.", "fewer", "2024-03-14", zoos=zoos)[
        0
    ] == "refuted"  # fmt: skip
