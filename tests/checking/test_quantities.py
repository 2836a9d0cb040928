"""Numbers that words tell, checked like numerals; and how many are ahead of one."""

from __future__ import annotations

import pandas as pd
import pytest

import claims
from tests.checking.support import agreeing, check

TABLES = {
    "shafts": pd.DataFrame({
        "shaft": ["Ash Pit", "Birch Pit", "Cedar Pit", "Dale Pit"],
        "county": ["Westmark", "Westmark", "Westmark", "Eastmark"],
        "kind": ["open", "open", "deep", "deep"],
        "opened": [1902, 1955, 1931, 1988],
        "depth_m": [120, 85, 640, 410],
        "killed": [0, 3, 11, 0],
        "injured": [4, 9, 0, 2],
    }),
    "matches": pd.DataFrame({
        "date": ["2023-03-01", "2023-04-01", "2023-05-01"],
        "club": ["Ash Rovers", "Ash Rovers", "Dale United"], "result": ["won", "lost", "lost"],
    }),
}  # fmt: skip
TABLES["works"] = pd.DataFrame({
    "works": ["Quay Works", "Mill Works"], "opened": ["1921-05-01", "1950-04-03"], "closed": ["2021-04-30", None],
})  # fmt: skip
TABLES["tolls"] = pd.DataFrame({
    "bridge": ["Elm Bridge", "Ash Bridge"], "toll_2010_marks": [2.2, 1.5], "toll_2023_marks": [3.4, 2.5],
})  # fmt: skip
PUBLISHED = "2024-05-02"
TOLD = {
    "nobody": ("Nobody was killed at Ash Pit.", "Nobody", "0"),
    "no one": ("At Dale Pit no one was killed.", "no one", "0"),
    "none": ("Birch Pit had three killed; Ash Pit had none.", "none", "0"),
    "no, with a noun": ("No shaft in Eastmark is open.", "No", "0"),
    "only one": ("Only one of the four shafts is in Eastmark.", "one", "1"),
    "none, beyond a number": ("None of the four shafts had more than 20 injured.", "None", "0"),
    "all but one": ("All but one of the four shafts were opened before 1960.", "All but one", "3"),
    "one of so many": ("Ash Rovers won one of two matches.", "one", "1"),
    "never": ("Dale United have never won a match.", "never", "0"),
    "one of those": ("Ash Rovers played two matches, and one of those was won.", "one", "1"),
    "of so many at the front": ("Of the four shafts one is in Eastmark.", "one", "1"),
    "one of a unit": ("Ash Bridge now costs 2.50 marks, a mark more than in 2010.", "a mark", "1"),
    "a stretch of years": ("The Quay Works closed in 2021 after a century.", "a century", "36524"),
    "the only one of a kind": ("Cedar Pit is the only deep shaft in Westmark.", "only", "1"),
}
UNTOLD = [
    "One day the pit will close.", "No doubt it is deep.", "Nobody else came.", "It was second to none.",
    "She is the only one to have won twice.", "The one that closed was deep.", "Nobody has won more often.",
    "Once a miner, he now sings.", "He left after a while.",
    "It took more than a day longer than it should.", "No other shaft is deeper.", "It is one of the best.",
]  # fmt: skip


def quantifiers(text: str) -> dict[str, str]:
    """Give the verdicts of the words that are numbers."""
    audit = claims.audit(claims.Article(text, published=PUBLISHED), claims.References.from_frames(TABLES))
    return {s.quote: s.verdict.label for s in audit.statements if s.kind == "quantifier"}


@pytest.mark.parametrize("case", TOLD.values(), ids=TOLD)
def test_a_word_is_a_number(case: tuple[str, str, str]):
    """What a word counts is looked up or counted like what a numeral counts."""
    text, words, expected = case

    assert expected in {found for _, found in agreeing(text, words, TABLES, PUBLISHED)}


@pytest.mark.parametrize("text", UNTOLD)
def test_a_set_phrase_is_no_number(text: str):
    """Words that stand for something named, or go with others in a phrase, count nothing."""
    assert {} == quantifiers(text)


def test_words_that_no_table_answers_are_no_statements():
    """A word that counts what the tables don't hold is left out of the audit."""
    assert {} == quantifiers("Nobody at the meeting spoke of the weather.")


def test_a_kind_that_none_is_of_is_not_asserted():
    """What is said of no row says nothing of the rows there are."""
    audit = claims.audit("No shaft in Eastmark is open.", claims.References.from_frames(TABLES))

    assert "refuted" not in {s.verdict.label for s in audit.statements}


AHEAD = {
    "more of a measure": ("Cedar Pit had 11 killed. Ash Pit has a depth of 120 metres; two shafts are deeper.", "two"),
    "than one that is named": ("Two shafts are deeper than Ash Pit.", "Two"),
    "one, in words": ("Cedar Pit opened in 1931. Only one of the four shafts is older.", "one"),
}


@pytest.mark.parametrize("case", AHEAD.values(), ids=AHEAD)
def test_those_ahead_of_one_give_its_place(case: tuple[str, str]):
    """Where so many have more, the one spoken of has the next place."""
    text, words = case

    assert "rank" in {family for family, _ in agreeing(text, words, TABLES, PUBLISHED)}


def test_another_number_ahead_is_another_place():
    """Nothing agrees where more are said to be ahead than are."""
    found = agreeing("Three shafts are deeper than Ash Pit.", "Three", TABLES, PUBLISHED)

    assert "rank" not in {family for family, _ in found}


def test_only_before_a_name_counts_nothing():
    """ "Only Elm had less" is no single litre."""
    wells = pd.DataFrame({"well": ["St Anne's", "Elm", "Oak"], "litres": [1.0, 4.0, 7.5]})

    assert "supported" not in {s.verdict.label for s in check("Only St Anne's gave so.", wells=wells).values()}
