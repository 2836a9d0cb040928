"""Ages on other days than today's, time served, and the years between one date of two things."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from tests.checking.support import asked, verdict

HEADS = pd.DataFrame({
    "head": ["Nell Ashby", "Ivo Marsh", "Greta Voll", "Greta Voll"],
    "school": ["Mill School", "Quay School", "Tower School", "Tower School"],
    "from": [dt.date(2012, 3, 2), dt.date(2016, 5, 13), dt.date(1999, 7, 20), dt.date(2012, 1, 5)],
    "to": [None, None, dt.date(2009, 6, 1), dt.date(2020, 1, 4)],
})  # fmt: skip
PEOPLE = pd.DataFrame({
    "name": ["Nell Ashby", "Ivo Marsh", "Greta Voll"],
    "born": [dt.date(1980, 3, 2), dt.date(1966, 6, 13), dt.date(1959, 7, 20)],
})  # fmt: skip
FIRMS = pd.DataFrame({
    "company": ["Arbor Mills", "Bexley Foods", "Corran Steel"], "founded": [1912, 1921, 1968], "staff": [400, 300, 200],
})  # fmt: skip
FRAMES = {"heads": HEADS, "people": PEOPLE, "firms": FIRMS}
PUBLISHED = "2026-06-10"


@pytest.mark.parametrize(
    ("text", "words", "family", "outcome"),
    [
        ("Nell Ashby, at 46 the youngest of them, was elected in 2018.", "46", "age", "agrees"),
        ("Nell Ashby is still only 46.", "46", "age", "agrees"),
        ("Ivo Marsh will be 60 on Saturday.", "60", "age", "agrees"),
        ("Greta Voll will be 67 next month.", "67", "age", "agrees"),
        ("Ivo Marsh was 49 when he got the job in 2016.", "49", "age", "agrees"),
        ("Ivo Marsh was 47 when he got the job in 2016.", "47", "age", "disagrees"),
        ("Nell Ashby has had the Mill School for 14 years.", "14 years", "duration", "agrees"),
        ("Nell Ashby, 14 years in the post, was there.", "14 years", "duration", "agrees"),
        ("Nell Ashby, 14 and a quarter years in the post, left.", "14 and a quarter years", "duration", "agrees"),
        ("Ivo Marsh, ten and a half years in the post, left.", "ten and a half years", "duration", "disagrees"),
        ("Ivo Marsh, nine and a half years in the post, left.", "nine and a half years", "duration", "disagrees"),
        ("Greta Voll's first spell lasted almost ten years.", "ten years", "duration", "agrees"),
        ("Corran Steel was founded 47 years after Bexley Foods.", "47 years", "between", "agrees"),
        ("Arbor Mills was founded in 1912, nine years before Bexley Foods.", "nine years", "between", "agrees"),
        ("Ivo Marsh took over four years after Nell Ashby.", "four years", "between", "agrees"),
        ("Ivo Marsh took over six years after Nell Ashby.", "six years", "between", "disagrees"),
    ],
)
def test_a_time_that_two_dates_bound_is_found(text, words, family, outcome):
    """The likeliest reading of its family has the outcome, and may refute."""
    found = next(a for a in asked(text, words, PUBLISHED, **FRAMES) if a.reading.family == family)

    assert (outcome, True) == (found.outcome, found.reading.refutes or outcome == "agrees"), found


@pytest.mark.parametrize(
    ("text", "words", "family"),
    [
        ("Ivo Marsh, 59, was there when Nell Ashby was elected.", "59", "between"),
        ("Arbor Mills has 44 looms and Bexley Foods has none.", "44", "between"),
        ("Nell Ashby ran 14 kilometres in the park.", "14", "duration"),
    ],
)
def test_a_number_of_something_else_is_no_time(text, words, family):
    """Nothing of the family is asked where no word sets two dates against each other."""
    assert family not in {a.reading.family for a in asked(text, words, PUBLISHED, **FRAMES)}


def test_an_age_that_is_told_by_the_way_is_refuted_whatever_is_denied():
    """The verb is denied, not the age beside the name."""
    text = "Nell Ashby, 47, did not attend."

    assert ("refuted", "46") == verdict(text, "47", PUBLISHED, **FRAMES)


@pytest.mark.parametrize(("words", "outcome"), [("nine years", "agrees"), ("eight years", "disagrees")])
def test_a_last_day_of_the_month_completes_the_year(words, outcome):
    """Whoever came on 1 September and left on 31 August has served whole years."""
    heads = HEADS.assign(**{"from": [dt.date(2009, 9, 1)] * 4, "to": [dt.date(2018, 8, 31)] * 4})[:1]
    found = next(
        a for a in asked(f"Nell Ashby served for {words}.", words, heads=heads) if a.reading.family == "duration"
    )

    assert found.outcome == outcome
