"""Births and deaths: what a sentence about a life says, right and wrong."""

from __future__ import annotations

import pandas as pd
import pytest

import claims
from claims.checking.checks import turn
from tests.checking.support import verdict
from tests.checking.test_replay import unlike

PEOPLE = pd.DataFrame(
    {
        "name": ["Anselm Rook", "Berta Quill", "Cato Winther"],
        "born": ["1871-04-02", "1902-09-01", "1950-11-12"],
        "died": ["1940-01-20", "1998-06-30", None],
    }
)
RIGHT_AND_WRONG = [
    ("Anselm Rook was born in the spring.", "Anselm Rook was born in the winter."),
    ("Anselm Rook was born in early 1871.", "Anselm Rook was born late in the year of 1871."),
    ("Berta Quill was born in the autumn of 1902.", "Berta Quill was born in the spring of 1902."),
    ("Anselm Rook died in the winter of 1940.", "Anselm Rook was born in the winter of 1871."),
    ("Anselm Rook died in the winter of 1939.", "Anselm Rook died in the winter of 1941."),
    ("Anselm Rook died in the Winter of 1940.", "Berta Quill died in the Winter of 1998."),
    ("Berta Quill died at the age of 95.", "Berta Quill died at the age of 45."),
    ("Berta Quill was in her nineties when she died.", "Berta Quill was in her fifties when she died."),
    ("Anselm Rook died before his 70th birthday.", "Anselm Rook died before his 60th birthday."),
    ("Anselm Rook lived to be over 65 years old.", "Anselm Rook lived to be over 90 years old."),
    (
        "Berta Quill died in the same century that she was born.",
        "Anselm Rook died in the same century that he was born.",
    ),
    (
        "Berta Quill was born just after the turn of the 20th century.",
        "Cato Winther was born just after the turn of the 20th century.",
    ),
    (
        "Anselm Rook was born in the second half of the 19th century.",
        "Anselm Rook was born in the first half of the 19th century.",
    ),
    ("Cato Winther was born over 50 years ago.", "Cato Winther was born over 80 years ago."),
    ("Berta Quill was born in the twentieth century.", "Anselm Rook was born in the twentieth century."),
    ("Cato Winther was born in November.", "Cato Winther was born in July."),
    ("Cato Winther was born on November 12.", "Cato Winther was born on November 21."),
    ("Cato Winther was born on a Sunday.", "Cato Winther was born on a Monday."),
    ("Cato Winther was born in the second half of the year.", "Cato Winther was born in the first half of the year."),
    ("Berta Quill died in June.", "Berta Quill died in May."),
    ("Berta Quill's death was in June.", "Berta Quill's death was in May."),
    ("Anselm Rook was born before 1880.", "Anselm Rook was born after 1880."),
    ("Anselm Rook was born before the 20th century.", "Berta Quill was born before the 20th century."),
    ("Cato Winther was born after World War II.", "Berta Quill was born during World War II."),
    ("Berta Quill died late in the 20th century.", "Berta Quill was born at the end of the 20th century."),
    (
        "Berta Quill died in the last decade of the 20th century.",
        "Anselm Rook died in the last decade of the 20th century.",
    ),
    ("Cato Winther was born in the last century.", "Anselm Rook was born in the last century."),
    ("Berta Quill was not born in 1912.", "Berta Quill was not born in 1902."),
    ("Berta Quill died 20 years ago.", "Berta Quill died five years ago."),
    ("Anselm Rook (1871-1940) was a painter.", "Anselm Rook (1871-1950) was a painter."),
    ("Anselm Rook lived from 1871 to 1940.", "Anselm Rook lived from 1861 to 1940."),
    ("Berta Quill was no longer alive in 2005.", "Berta Quill was no longer alive in 1990."),
    ("Berta Quill was alive for 95 years.", "Berta Quill was alive for 65 years."),
    ("Anselm Rook died before reaching 70.", "Anselm Rook died before reaching 60."),
    ("Anselm Rook passed away in January 1940.", "Anselm Rook passed away in January 1941."),
    ("Berta Quill died at the end of the 20th century.", "Berta Quill died at the start of the 20th century."),
    ("Anselm Rook lived in the 19th century.", "Berta Quill lived in the 19th century."),
    ("Anselm Rook lived into the 20th century.", "Berta Quill lived into the 21st century."),
    ("Berta Quill was still alive in 1990.", "Anselm Rook was still alive in 1950."),
    ("Cato Winther was alive in 1990.", "Cato Winther was alive in 1940."),
    ("Berta Quill lived for more than 90 years.", "Anselm Rook lived for more than 90 years."),
    ("Anselm Rook lived 68 years.", "Anselm Rook lived 58 years."),
    ("Berta Quill lived past 90.", "Anselm Rook lived past 90."),
    ("Berta Quill lived to see her 95th birthday.", "Anselm Rook lived to see his 70th birthday."),
    ("Anselm Rook never reached the age of 70.", "Anselm Rook never reached the age of 60."),
    ("Anselm Rook did not live to be 70.", "Anselm Rook did not live to be 60."),
    ("Anselm Rook almost lived to be 70.", "Anselm Rook almost lived to be 90."),
    ("Anselm Rook was over 60 when he died.", "Anselm Rook was over 70 when he died."),
    ("Anselm Rook was in his late sixties when he died.", "Anselm Rook was in his early sixties when he died."),
    ("Berta Quill died at an old age.", "Berta Quill died young."),
    ("Berta Quill was born and died in the 20th century.", "Anselm Rook was born and died in the 20th century."),
    ("Berta Quill died in a different month than she was born.", "Berta Quill died the same month she was born."),
]  # fmt: skip


def labels(text):
    """The labels of a text's statements, and that their queries can be replayed."""
    references = claims.References.from_frames({"people": PEOPLE})
    audit = claims.audit(claims.Article(text, published="2019-01-01"), references)
    assert [] == unlike(audit, references)
    return {s.verdict.label for s in audit.statements} - {"not_enough_info"}


@pytest.mark.parametrize(("right", "wrong"), RIGHT_AND_WRONG, ids=[r for r, _ in RIGHT_AND_WRONG])
def test_what_is_said_of_a_birth_or_death_is_compared_with_its_day(right, wrong):
    """The true sentence is supported, its false sister refuted."""

    assert {"supported"} == labels(right)
    assert "refuted" in labels(wrong)


def test_a_death_long_ago_that_the_table_does_not_know_is_refuted():
    """Nobody without a date of death died eighteen years ago."""

    assert {"refuted"} == labels("Cato Winther died on 3 May 2001.")


@pytest.mark.parametrize(
    "text",
    [
        "Cato Winther died on 30 December 2018.",
        "Cato Winther died at the age of 68.",
        "Cato Winther began acting at 19 years old.",
        "Berta Quill won the medal when she was 30 years old.",
        "Her second child was born when she was 37.",
        "Anselm Rook died ten years after winning the medal.",
        "Berta Quill lived for 12 years in Lowell.",
        "Berta Quill lived from 1950 to 1960 in Lowell.",
        "Berta Quill was not born in Lowell in 1902.",
        "Cato Winther died in her early 70s.",
    ],
    ids=[
        "news",
        "news of this year",
        "a career",
        "a medal",
        "a child",
        "time after something else",
        "time in a place",
        "years in a place",
        "a denial of the place",
        "an age not reached yet",
    ],
)
def test_what_the_dates_do_not_tell_is_left_open(text):
    """News and other events of a life refute nothing."""

    assert "refuted" not in labels(text)


def test_the_turn_of_a_century_leaves_doubt_between_near_and_far():
    """Ten years are near, fifty are far, fifteen tell nothing."""
    import datetime as dt

    found = [turn(1900, "around").outcome(dt.date(year, 7, 1)) for year in (1905, 1915, 1950)]

    assert ["agrees", "cannot_tell", "disagrees"] == found


def test_a_season_is_no_clear_error_a_few_days_beyond_its_end():
    """12 October is no winter, 29 November may be called so."""
    people = pd.DataFrame({"name": ["Ada Fenn", "Cato Winther"], "born": ["1915-11-29", "1950-10-12"]})
    references = claims.References.from_frames({"people": people})

    def label(text):
        return [
            s.verdict.label for s in claims.audit(claims.Article(text, published="2019-01-01"), references).statements
        ]

    assert ["not_enough_info"] == label("Ada Fenn was born in the winter of 1915.")
    assert ["refuted"] == label("Cato Winther was born in the winter of 1950.")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Cato Winther is over 60.", "Cato Winther is over 70."),
        ("Cato Winther is younger than 70.", "Cato Winther is younger than 60."),
        ("Cato Winther's age is under 70.", "Cato Winther's age is above 70."),
        ("Cato Winther was 18 in 1969.", "Cato Winther was 28 in 1969."),
        ("Cato Winther was 19 in 1969.", "Cato Winther was 20 in 1969."),
        ("Berta Quill was 37 in 1940.", "Berta Quill was 47 in 1940."),
        ("Cato Winther is not yet 70 years old.", "Cato Winther is not yet 60 years old."),
        ("Cato Winther is 60 something.", "Cato Winther is 50 something."),
        ("Cato Winther celebrated her 60th birthday in 2010.", "Cato Winther celebrated her 60th birthday in 2007."),
    ],
)
def test_an_age_has_a_bound_or_a_year(right, wrong):
    """An age is compared with what it may have been then, a bound with the age now."""

    assert {"supported"} == labels(right)
    assert "refuted" in labels(wrong)


@pytest.mark.parametrize(
    "text",
    [
        "Anselm Rook married at the age of 80.",
        "Anselm Rook won the medal when he was 72 years old.",
        "Cato Winther retired at the age of 75.",
        "Berta Quill is 101 years old.",
    ],
)
def test_nobody_does_anything_at_an_age_never_reached(text):
    """What happened at an age after the death, or that is still to come, is refuted; earlier ages stay open."""

    assert {"refuted"} == labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anselm Rook won the medal when his wife was 72 years old.",
        "Anselm Rook was survived by a 75-year-old brother.",
        "Cato Winther was 44 at the turn of the millennium.",
    ],
)
def test_the_age_of_somebody_else_or_of_a_time_not_read_refutes_nothing(text):
    """Only the age of the person whom the table knows, at a time that is known, is compared."""

    assert set() == labels(text)


def test_an_unknown_name_with_the_very_day_of_one_person_is_that_person():
    """Who is born under another name on the day that one row has is that person; another day refutes nothing."""

    assert {"supported"} == labels("Catherine Odile Marchetti was born on 12 November 1950.")
    assert set() == labels("Catherine Odile Marchetti was born on 13 November 1950.")
    assert set() == labels("Catherine Odile Marchetti was born in November 1950.")


def test_the_day_of_what_happened_decides_the_age_then():
    """Where a table has the day, an age that only the end of that year gives is wrong."""
    posts = pd.DataFrame({"mayor": ["Cato Winther"], "from": ["2000-05-14"], "to": [None]})
    references = claims.References.from_frames({"people": PEOPLE, "mayors": posts})
    audit = claims.audit(
        claims.Article("Cato Winther became mayor in 2000, when she was 50.", published="2019-01-01"), references
    )

    assert "supported" not in {s.verdict.label for s in audit.statements if s.value and s.value.kind == "age"}


ONE = PEOPLE.iloc[:1]


@pytest.mark.parametrize(
    ("text", "people", "label"),
    [
        ("He was born in 1871.", ONE, "supported"),
        ("He was born in 1872.", ONE, "refuted"),
        ("He was born in 1872.", PEOPLE, "not_enough_info"),
        ("Dorit Lang spoke. He was born in 1872.", ONE, "not_enough_info"),
        ("Abe Kamala ole was born in 1871.", ONE.assign(name="Abe Kamala ole"), "supported"),
    ],
)
def test_the_one_person_that_a_table_knows_is_meant_where_nobody_is_named(text, people, label):
    """Where an article names nobody else, and whatever letters the person's name ends in."""
    assert verdict(text, "187", "2019-01-01", people=people)[0] == label
