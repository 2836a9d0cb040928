"""Whose figure it is, and of when: what a clause shares with the one before, what is given, what is to come."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

FRAMES = {
    "mills": pd.DataFrame({
        "mill": ["Alder Mill", "Birch Mill", "Cedar Mill"] * 3, "year": [2019] * 3 + [2023] * 3 + [2024] * 3,
        "flour_tonnes": [4100, 2600, 1900, 4300, 2450, 1700, 4520, 2300, 1850],
        "profit_eur_m": [1.1, 0.5, 0.2, 1.4, 0.4, 0.1, 1.7, 0.3, 0.2],
        "millers": [48, 31, 22, 44, 28, 20, 40, 26, 19],
    }),
    "regattas": pd.DataFrame({
        "date": ["2024-05-04", "2024-05-18", "2024-06-01", "2024-06-15"],
        "winner": ["Nora Bell", "Tom Ash", "Nora Bell", "Ida Lund"],
        "club": ["Quayside", "Northmere", "Quayside", "Quayside"],
    }),
    "heats": pd.DataFrame({
        "heat": [1, 2, 3, 4, 5], "day": ["2025-07-01", "2025-07-02", "2025-07-03", "2025-07-04", "2025-07-05"],
        "type": ["sprint", "relay", "sprint", "distance", "relay"],
    }),
    "leaders": pd.DataFrame({
        "leader": ["Jon Reeve", "Mia Sorrel"], "party": ["Orchard Party", "River Union"],
        "born": ["1971-03-02", "1980-11-19"], "from": ["2016-05-01", "2021-09-10"],
    }),
    "results": pd.DataFrame({
        "year": [2021, 2021, 2025, 2025], "party": ["Orchard Party", "River Union"] * 2,
        "seats": [41, 36, 33, 47],
    }),
    "votes": pd.DataFrame({
        "date": ["2023-05-09", "2024-03-05"], "event": ["no-confidence motion", "harbour levy bill"],
        "mover": ["Jon Reeve", "Mia Sorrel"], "votes_for": [34, 45], "votes_against": [43, 36],
    }),
    "service": pd.DataFrame({
        "name": ["Eli Marsh"] * 5, "chamber": ["Council"] * 2 + ["Senate"] * 3,
        "from": ["2004-01-05", "2008-01-05", "2012-01-04", "2016-01-04", "2020-01-06"],
    }),
}  # fmt: skip


def said(text: str, words: str, published: str = "2025-06-20") -> str:
    """Give the verdict on words of a text."""
    return verdict(text, words, published, **FRAMES)[0]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("The mills ground 8,670 tonnes in 2024 and made 2.2 million euros, up from {} million in 2023.", "1.9", "1.2"),
        ("In all the mills have 85 millers, well short of the {} that they had before the pandemic.", "101", "110"),
        ("Before the pandemic Alder Mill ground {} tonnes.", "4,100", "4,010"),
        ("On June 15 Ida Lund gave Quayside its {} regatta.", "third", "second"),
        ("Eli Marsh served {} terms in the Council before that.", "two", "four"),
    ],
)
def test_whose_and_when(text, right, wrong):
    """A level before has the unit and the subject of its figure; 2019 is before the pandemic; a win is its owner's."""
    words, other = text.format(right), text.format(wrong)

    assert said(words, right) == "supported"
    assert said(other, wrong) != "supported"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Before the pandemic Alder Mill ground 4,010 tonnes.", "4,010", "refuted"),
        ("There are two sprints on the programme.", "two", "supported"),
        ("The no-confidence motion that Jon Reeve brought in May 2023 failed by nine.", "nine", "supported"),
        ("The no-confidence motion that Jon Reeve brought in May 2023 failed by four.", "four", "refuted"),
        ("River Union governs.\n\nJon Reeve is tired. The party won 33 seats in 2025.", "33", "supported"),
    ],
)  # fmt: skip
def test_what_is_told_is_found(text, words, expected):
    """A programme counts though it is all to come; a vote is found by its name and month, a party by who leads it."""
    assert said(text, words) == expected


def test_of_whom_only_other_sentences_name_more_is_asked():
    """Where several are named before, "it" may mislead: what is told wrong has to be as good as named."""
    assert said("Alder Mill lies next to Cedar Mill. Alder Mill has 91 millers.", "91") == "refuted"
    assert said("Alder Mill lies next to Cedar Mill. It has 91 millers.", "91") == "not_enough_info"
    assert said("Cedar Mill grinds least. It has 25 millers and an old wheel.", "25") == "refuted"
