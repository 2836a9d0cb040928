"""A plain sentence tells one figure of one thing at one time: nothing else that agrees bears it out."""

from __future__ import annotations

import pandas as pd
import pytest

import claims

CHOIRS = pd.DataFrame({
    "choir": ["Marsh Singers", "Elm Voices", "Tolver Choir"] * 2, "year": [2022] * 3 + [2024] * 3,
    "members": [61, 38, 47, 74, 35, 58], "concerts": [12, 9, 14, 13, 11, 16],
})  # fmt: skip
LEAGUE = pd.DataFrame({
    "season": [2023] * 3 + [2024] * 3, "club": ["Rovers", "City", "Town"] * 2, "played": [18] * 6,
    "won": [10, 8, 4, 12, 7, 3], "drawn": [3, 4, 5, 2, 5, 4], "lost": [5, 6, 9, 4, 6, 11],
})  # fmt: skip
REFERENCES = claims.References.from_frames({"choirs": CHOIRS, "league": LEAGUE})


def label(sentence: str, words: str) -> str:
    """Give the verdict of the statement that the words anchor."""
    audit = claims.audit(claims.Article(sentence, published="2025-02-03"), REFERENCES)
    at = sentence.index(words)
    return next(s.verdict.label for s in audit.statements if s.start <= at < s.end)


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("Marsh Singers had 61 members in 2022.", "61", "supported"),
        ("Marsh Singers had 74 members in 2022.", "74", "refuted"),  # the figure of 2024
        ("There were 47 members at Tolver Choir in 2022.", "47", "supported"),
        ("There were 58 members at Tolver Choir in 2022.", "58", "refuted"),
        ("Elm Voices had 61 members in 2022.", "61", "refuted"),  # the figure of another choir
        ("Elm Voices gave 11 concerts in 2024.", "11", "supported"),
        ("Elm Voices gave 14 concerts in 2024.", "14", "refuted"),
    ],
)
def test_a_lone_figure_is_held_to_what_is_said_of_it(sentence, words, expected):
    """That another year or thing has the figure bears nothing out."""
    assert expected == label(sentence, words)


def test_a_figure_beside_others_may_be_of_another_time():
    """Where a sentence speaks of more than one time, the figure may be that of either."""
    sentence = "Marsh Singers had 61 members in 2022 and 74 in 2024."

    assert ["supported"] * 2 == [label(sentence, "61"), label(sentence, "74")]


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("Rovers won 12 matches in 2024.", "12", "supported"),
        ("Rovers won 13 matches in 2024.", "13", "refuted"),
        ("Town drew four games in 2024.", "four", "supported"),
        ("City lost six of their 18 matches in 2024.", "six", "supported"),
    ],
)
def test_a_verb_tells_which_of_the_things_counted(sentence, words, expected):
    """A column of one verb tells what came of the things that another column counts."""
    assert expected == label(sentence, words)


def test_a_column_of_one_verb_does_not_tell_of_other_things():
    """Cups are no matches: what was won of them no column tells."""
    assert "not_enough_info" == label("Rovers won three cups in 2024.", "three")


def test_figures_that_changed_places_bear_each_other_out_no_longer():
    """Each of two figures is that of the other thing."""
    right = "Marsh Singers had 74 members in 2024, and Elm Voices 35."
    swapped = "Marsh Singers had 35 members in 2024, and Elm Voices 74."

    assert ["supported"] * 2 == [label(right, "74"), label(right, "35")]
    assert "refuted" == label(swapped, "35")
    assert "supported" != label(swapped, "74")


def test_a_count_is_of_the_year_that_is_said():
    """A limit, "more than 12", takes no year from what is counted, and moves nothing."""
    assert "supported" == label("Two of the three choirs gave more than 11 concerts in 2022.", "Two")
    assert "supported" != label("Three of the three choirs gave more than 11 concerts in 2022.", "Three")


def test_a_mean_is_rounded_to_a_whole_number():
    """Nobody writes 55.7 members."""
    assert "supported" == label("The choirs had 56 members on average in 2024.", "56")
    assert "supported" != label("The choirs had 59 members on average in 2024.", "59")
