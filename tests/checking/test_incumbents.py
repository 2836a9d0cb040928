"""Which in the line of those who held a post somebody is."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import asked, verdict

BOARD = pd.DataFrame({
    "name": ["Ida Lowe", "Paul Renn", "Ida Lowe", "Sara Voss", "Nora Beck", "Lev Orr", "Una Dahl"],
    "post": ["treasurer"] * 4 + ["secretary"] * 3,
    "from": ["1999-01-05", "2009-12-02", "2012-03-15", "2019-05-01", "2003-04-04", "2011-06-11", "2018-06-11"],
    "to": ["2009-12-01", "2012-03-14", "2019-04-30", None, "2011-06-10", "2018-06-10", None],
})  # fmt: skip
CHIEFS = BOARD.iloc[4:].drop(columns="post").assign(previous_post=["deputy", "clerk", "deputy"])
PUBLISHED = "2024-03-14"


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Una Dahl is the third person to hold the office.", "third", "supported"),
        ("Una Dahl is the second person to hold the office.", "second", "refuted"),
        ("Una Dahl is the fifth person to hold the office.", "fifth", "not_enough_info"),
        ("Una Dahl is the fifth person to hold the office since 2003.", "fifth", "refuted"),
        ("Una Dahl is the third secretary of the club.", "third", "supported"),
        ("Sara Voss is the third person to hold the post.", "third", "supported"),
    ],
)
def test_a_place_in_a_line_of_holders_is_counted_in_the_same_post(text, words, label):
    """One who came back counts once, and a table that begins late refutes no higher place."""
    assert verdict(text, words, PUBLISHED, board=BOARD)[0] == label


def test_a_table_of_one_post_needs_no_title():
    """A post that somebody had before is none of the line."""
    found = asked("Una Dahl, the town's third since 2003, was there.", "third", PUBLISHED, chiefs=CHIEFS)

    assert {"agrees"} == {a.outcome for a in found if a.reading.family == "incumbent"}


@pytest.mark.parametrize(
    "text",
    [
        "Una Dahl won a third prize.",
        "Una Dahl came third.",
        "Una Dahl lost a third of it.",
        "Una Dahl is the third secretary whom they have paid.",
    ],
)
def test_other_thirds_are_no_place_in_a_line(text):
    """Only a holder, or what is held, tells that a line is meant."""
    found = asked(text, "third", PUBLISHED, board=BOARD)

    assert "incumbent" not in {a.reading.family for a in found}


def test_two_posts_that_began_on_one_day_are_no_line_though_one_is_still_held():
    """Terms of one day, one of them open, stand side by side, and the article is checked all the same."""
    pairs = pd.concat([BOARD, BOARD.iloc[[3]].assign(name="Rex Noll", to="2021-01-01")])

    assert verdict("Sara Voss became treasurer in May 2019, succeeding Ida Lowe.", "May 2019", PUBLISHED, board=pairs)
