"""What "it" and "the club" stand for where several things were named: the tables may tell which one is meant."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

FRAMES = {
    "rivers": pd.DataFrame({
        "river": ["Tarn", "Corve", "Esk Water", "Lune"], "length_km": [312, 148, 96, 205], "bridges": [41, 17, 9, 23],
    }),
    "factories": pd.DataFrame({
        "factory": ["Norvik Glass", "Tessin Mills", "Arden Foundry"], "workers": [430, 288, 615],
        "output_tonnes": [12400, 8300, 22150], "opened": ["1961-05-04", "1978-09-12", "1949-03-30"],
    }),
    "inspections": pd.DataFrame({
        "date": ["2022-05-11", "2023-02-08", "2024-04-24", "2025-10-14"],
        "factory": ["Tessin Mills", "Norvik Glass", "Tessin Mills", "Norvik Glass"], "faults": [14, 3, 8, 1],
    }),
    "clubs": pd.DataFrame({
        "club": ["Rovers", "Albion", "Orient Park"], "titles": [11, 4, 7], "stadium_capacity": [8200, 12400, 5100],
        "coach": ["Ann Reid", "Leo Marsh", "Ida Brandt"],
    }),
}  # fmt: skip


def said(text: str, words: str) -> str:
    """Give the verdict on words of a text."""
    return verdict(text, words, "2026-03-04", **FRAMES)[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Esk Water is short. Its 96 kilometres put it behind the Corve. It has nine bridges.", "nine"),
        ("The Tarn is the longest. Far behind it comes the Lune. It has 41 bridges.", "41"),
        ("Arden Foundry is old. Norvik Glass followed 12 years later. With 615 workers it is the largest.", "615"),
        ("Albion is rich. Nobody, not even Rovers, has such a ground. It seats 12,400.", "12,400"),
        ("Rovers beat Albion. It was the club's 11th title, and the club's coach, Ann Reid, smiled.", "coach"),
    ],
)
def test_the_one_that_has_the_figure_is_meant(text, words):
    """Nothing is refuted by the row of what was only named last."""

    assert said(text, words) == "supported"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Corve runs into the Tarn. It has 71 bridges.", "71"),
        ("Albion beat Rovers. The club's coach, Leo March, smiled. It seats 14,200.", "14,200"),
    ],
)
def test_the_subject_is_meant_where_no_other_is_as_likely(text, words):
    """What was named beside it lends it no figure, and a figure that nobody has is refuted."""

    assert said(text, words) == "refuted"


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Norvik Glass makes 12,400 tonnes a year.", "12,400", "supported"),
        ("Norvik Glass makes 14,200 tonnes a year.", "14,200", "refuted"),
        ("Norvik Glass makes 12,400 tonnes a day.", "12,400", "not_enough_info"),
    ],
)
def test_tables_hold_the_figures_of_a_year(text, words, label):
    """So many tonnes a year are the tonnes of a table."""

    assert said(text, words) == label


def test_a_figure_is_not_of_the_day_on_which_its_thing_was_opened():
    """The workers of 2025 are no reason to doubt the year."""

    text = "Norvik Glass, opened in 1961, employed 430 people last year."
    assert said(text, "430") == "supported"
    assert said(text, "last year") == "not_enough_info"
    assert said("Norvik Glass made 12,400 tonnes in 1961.", "1961") == "supported"


def test_the_first_time_is_not_the_last():
    """Of several times the one that is numbered is meant, and a time that is compared with dates nothing."""

    text = "Tessin Mills has been inspected twice; the first time there were 14 faults, the second eight."
    assert said(text, "14") == said(text, "eight") == "supported"
    assert said("Norvik Glass was inspected in October, with fewer faults than in 2019.", "2019") == "not_enough_info"


@pytest.mark.parametrize(
    ("before", "label"),
    [
        ("Near Elm the road was shut, and 84.0 percent of the pupils in the province came by bus.", "not_enough_info"),
        ("In Elm 91.3 percent of the pupils came by bus.", "refuted"),
    ],
)
def test_it_that_is_said_to_be_a_number_is_the_figure_before(before, label):
    """A year earlier "it" was some percentage: of whatever the figure before was of, and not of a place named last."""
    towns = pd.DataFrame({
        "town": ["Elm", "Oak", "Ash"] * 2, "year": [2022] * 3 + [2023] * 3,
        "bus_pct": [88.1, 71.4, 90.2, 91.3, 75, 92.6],
    })  # fmt: skip
    text = f"{before} A year earlier, in 2022, it was 82.3 percent."

    assert verdict(text, "82.3 percent", "2024-03-14", towns=towns)[0] == label


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The club has won five titles.", "five", ("refuted", "4")),
        ("The club's coach, Leo Marsh, smiled.", "Leo Marsh", ("supported", "Leo Marsh")),
    ],
)
def test_the_one_most_told_of_is_meant_where_the_paragraph_names_none(text, words, expected):
    """What was named last, in an aside of the paragraph before, is not what an article goes on about."""
    told = "Albion is for sale. Albion has four titles.\n\nThere was a quarrel with Rovers last year.\n\n"

    assert verdict(told + text, words, "2026-03-04", **FRAMES) == expected
