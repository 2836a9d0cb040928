"""Dates of a time in a post: said of the post, of the work in it, of whoever comes, goes or makes way."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

KEEPERS = pd.DataFrame({
    "name": ["Olive Prior", "Hans Tolley", "Mary Quist", "Jon Avery"],
    "orchestra": ["Harbour Orchestra", "Harbour Orchestra", "Elm Sinfonia", "Elm Sinfonia"],
    "post": ["principal conductor"] * 4,
    "born": ["1955-04-02", "1971-08-15", "1968-01-30", "1950-11-11"],
    "from": ["2008-02-11", "2016-10-01", "2014-09-01", "2001-03-01"], "to": ["2016-09-30", None, None, "2014-08-31"],
})  # fmt: skip
PUBLISHED = "2025-01-20"


def label(text: str, words: str) -> str:
    """Give the verdict of one date of a text."""
    return verdict(text, words, PUBLISHED, keepers=KEEPERS)[0]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Mary Quist, 56, principal conductor since {}, closed the season early.", "September 2014", "September 2013"),
        ("Mary Quist, who has conducted the Elm Sinfonia since {}, was not asked.", "September 2014", "September 2015"),
        ("Olive Prior made way in {} for Hans Tolley.", "October 2016", "October 2015"),
        ("Olive Prior handed over to Hans Tolley in {}.", "September 2016", "September 2017"),
        ("Hans Tolley took over from Olive Prior in {}.", "October 2016", "October 2017"),
        ("Jon Avery, who was in charge of the Elm Sinfonia until {}, is dead.", "August 2014", "August 2012"),
        ("Jon Avery, principal conductor in {}, liked long evenings.", "2009", "2019"),
    ],
)
def test_a_date_goes_with_its_end_of_the_term(text, right, wrong):
    """What is said of the post, and who comes or goes, choose the first or the last day of a term."""
    assert label(text.format(right), right) == "supported"
    assert label(text.format(wrong), wrong) == "refuted"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mary Quist, principal conductor, has played the oboe since September 2001.", "September 2001"),
        ("Hans Tolley went to Oslo in June 2019.", "June 2019"),
        ("Olive Prior hung up a picture in May 2011.", "May 2011"),
    ],
)
def test_what_is_no_end_of_a_term_stays_open(text, words):
    """A hobby, a journey and a bound tell nothing of the time in a post."""
    assert label(text, words) == "not_enough_info"


def test_who_replaced_somebody_came_then():
    """The last day of the one before is no day on which the other came."""
    assert label("Hans Tolley replaced Olive Prior in September 2016.", "September 2016") != "supported"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Mary Quist, in her 11th year at the Elm Sinfonia, laughed.", "11th year", "supported"),
        ("Mary Quist, in her ninth year at the Elm Sinfonia, laughed.", "ninth year", "refuted"),
        ("Mary Quist grew up there and, in her ninth year, learned to read.", "ninth year", "not_enough_info"),
        ("Olive Prior left in September 2016, after not quite nine years.", "nine years", "supported"),
        ("Olive Prior left in September 2016, after not quite eight years.", "eight years", "refuted"),
        ("Olive Prior, who preceded Hans Tolley for eight years, plays the harp.", "eight years", "supported"),
        (
            "On Friday Mary Quist will hang up her baton after ten years as principal conductor.",
            "ten years",
            "supported",
        ),
        (
            "Hans Tolley has led the Harbour Orchestra for eight years, and Mary Quist the Elm for ten.",
            "ten",
            "supported",
        ),
    ],
)
def test_how_long_somebody_has_been_in_a_post(text, words, expected):
    """Which year of a term it is, what is not quite reached, and what goes on from a time, are times served too."""
    assert label(text, words) == expected


TRANSFERS = pd.DataFrame({
    "date": ["2024-06-03", "2024-06-05", "2024-08-20"], "skater": ["Ada Holm", "Ben Carr", "Cleo Finch"],
    "to_club": ["Frost Club", "Lake Club", "Lake Club"],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Two days after Ada Holm, Ben Carr joined the Lake Club.", "Two days", "supported"),
        ("Nine days after Ada Holm, Ben Carr joined the Lake Club.", "Nine days", "not_enough_info"),
    ],
)
def test_days_from_the_event_of_one_to_that_of_another(text, words, expected):
    """The days of two events are set against each other where one of the two stands behind "after"."""
    assert verdict(text, words, PUBLISHED, transfers=TRANSFERS)[0] == expected
