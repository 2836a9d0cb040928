"""What is as much as another, is not, or never was so much: "as long as", "the same number as", "never so low"."""

from __future__ import annotations

import pandas as pd
import pytest

import claims
from claims.types import Article
from tests.checking.support import agreeing, queried, verdict
from tests.checking.test_replay import unanswered

BRIDGES = pd.DataFrame(
    {
        "bridge": ["Hallam Bridge", "Tarn Crossing", "Kell Viaduct", "Ferrier Span", "Cobden Bridge"],
        "length_m": [412, 655, 640, 344, 160],
        "lanes": [4, 6, 2, 4, 2],
        "cost_million": [18.2, 96.5, 5.1, 22.9, 3.3],
    }
)
MAGAZINES = pd.DataFrame(
    {
        "title": ["The Gardener", "Anvil", "Young Farmer"],
        "first_published": [1922, 1978, 1954],
        "circulation_2023": [54000, 31000, 40300],
        "circulation_2024": [52200, 33500, 30800],
    }
)
CHOIRS = pd.DataFrame({"choir": ["Alder Singers", "Brook Voices"], "women": [24, 31], "men": [24, 11]})
FARMS = pd.DataFrame(
    {
        "year": [2018, 2019, 2020, 2021, 2022, 2023],
        "wheat_tonnes": [640, 905, 877, 733, 698, 921],
        "farms": [41, 39, 38, 36, 36, 33],
        "rainfall_mm": [512, 288, 310, 275, 410, 333],
    }
)
CLUBS = pd.DataFrame(
    {"club": ["Northmere", "Tavel", "Quill"], "members_2020": [63, 200, 80], "members_2023": [115, 238, 92]}
)
TABLES = {"bridges": BRIDGES, "magazines": MAGAZINES, "choirs": CHOIRS, "farm_years": FARMS, "clubs": CLUBS}
TRUE = {
    "as many": ("Ferrier Span has as many lanes as Hallam Bridge.", "as many", "compared", "0"),
    "the same number": ("Ferrier Span has the same number of lanes as Hallam Bridge.", "same number", "compared", "0"),
    "not as long": ("Cobden Bridge is not as long as Ferrier Span.", "as long", "compared", "184"),
    "does not cost": ("Cobden Bridge did not cost as much as Kell Viaduct.", "as much", "compared", "1.8"),
    "nearly": ("Kell Viaduct is nearly as long as Tarn Crossing.", "as long", "compared", "-2.290076"),
    "of two columns": ("Alder Singers have as many women as men.", "as many", "compared", "0"),
    "not as old": ("Anvil is not as old as Young Farmer.", "as old", "compared", "24"),
    "about, over time": ("The Gardener sold about as many copies as in 2023.", "as many", "compared", "-3.333333"),
    "of no other": ("No bridge cost as much as Tarn Crossing.", "as much", "extreme", "Tarn Crossing"),
    "the name of no other": ("No bridge cost as much as Tarn Crossing.", "Tarn Crossing", "extreme", "Tarn Crossing"),
    "nothing": ("Nothing is as long as Tarn Crossing.", "as long", "extreme", "Tarn Crossing"),
    "a move": ("No club has grown as fast as Northmere.", "as fast", "grown", "Northmere"),
    "never so low": ("The number of farms has never been so low.", "so low", "rank", "1"),
    "never so few": ("Never before had there been so few farms.", "so few", "rank", "1"),
    "never as much": ("It never rained as much as in 2018.", "as much", "rank", "1"),
}
FALSE = {
    "as many": ("Ferrier Span has as many lanes as Tarn Crossing.", "as many"),
    "not as long": ("Ferrier Span is not as long as Cobden Bridge.", "as long"),
    "nearly": ("Cobden Bridge is nearly as long as Tarn Crossing.", "as long"),
    "of two columns": ("Brook Voices have as many women as men.", "as many"),
    "of no other": ("No bridge cost as much as Hallam Bridge.", "as much"),
    "a move": ("No club has grown as fast as Tavel.", "as fast"),
    "never so small": ("The wheat harvest has never been so small.", "so small"),
    "never as much": ("It never rained as much as in 2019.", "as much"),
}
IDLE = [
    "As long as it rains, the farms are safe.",
    "It carries as many as 40 trains a day.",
    "Anvil has new owners as well as new readers.",
    "Tarn Crossing cost twice as much as Hallam Bridge.",
    "So few came that the choir went home.",
]


@pytest.mark.parametrize(("text", "words", "family", "answer"), TRUE.values(), ids=TRUE)
def test_what_is_as_much_is_supported(text: str, words: str, family: str, answer: str):
    """One is held against the other in percent, against all others where none is as much."""
    assert (family, answer) in agreeing(text, words, TABLES)
    assert verdict(text, words, **TABLES)[0] == "supported"


@pytest.mark.parametrize(("text", "words"), FALSE.values(), ids=FALSE)
def test_what_is_not_as_much_is_not_supported(text: str, words: str):
    """What is more or less agrees with no reading."""
    assert not agreeing(text, words, TABLES)
    assert verdict(text, words, **TABLES)[0] != "supported"


@pytest.mark.parametrize("text", IDLE)
def test_what_holds_nothing_against_another_is_no_statement(text: str):
    """A condition, a limit, "as well as" and a multiple are no comparisons of two."""
    quotes = [s.quote for s in claims.split(Article(text)) if s.kind in ("comparison", "superlative")]
    assert not [quote for quote in quotes if quote.split()[0].lower() in ("as", "so", "same")]


def test_a_time_is_held_against_a_later_one():
    """The earlier of two years that are both said comes first where the words put it first."""
    assert ("compared", "2500") in agreeing("Anvil sold fewer copies in 2023 than in 2024.", "fewer", TABLES)
    assert not agreeing("Anvil sold more copies in 2023 than in 2024.", "more", TABLES)
    assert not agreeing("In 2022 the farms had less rain than in 2021.", "less", TABLES)


def test_the_answers_replay():
    """The queries give the same on the tables as they are."""
    for text, words, *_ in TRUE.values():
        assert not unanswered(queried(text, words, TABLES), TABLES), text
