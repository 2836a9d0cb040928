"""Births and deaths: what a sentence about a life says, right and wrong."""

from __future__ import annotations

import pandas as pd
import pytest

import claims
from claims.checking.checks import turn
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
    ],
    ids=["news", "news of this year", "a career", "a medal", "a child", "time after something else"],
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
