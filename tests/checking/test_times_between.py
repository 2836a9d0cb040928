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


TERMS = pd.DataFrame(
    {
        "head": ["Ruth Ode", "Ian Bell", "Una Karr", "Lew Fox"],
        "school": ["Hill School", "Hill School", "Lake School", "Lake School"],
        "from": ["2001-09-01", "2012-01-08", "2005-09-01", "2019-09-12"],
        "to": ["2011-12-31", "2020-03-31", "2019-08-31", None],
    }
)
SHOWS = pd.DataFrame(
    {
        "show": ["Wolf Moon", "Medea", "The Storm"],
        "opened": ["2024-01-10", "2024-05-02", "2025-01-05"],
        "closed": ["2024-04-30", "2024-06-01", "2025-02-20"],
    }
)
LEFT = "Una Karr left Lake School in August 2019. "
BEGAN = "Ian Bell began at Hill School in January 2012. "


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        (LEFT + "Her successor, Lew Fox, came 12 days later.", "12 days", "supported"),
        (LEFT + "Her successor, Lew Fox, came 32 days later.", "32 days", "not_enough_info"),
        (LEFT + "Two months later she was in Spain.", "Two months", "not_enough_info"),
        (BEGAN + "Ruth Ode had left eight days earlier.", "eight days", "supported"),
        (BEGAN + "Ruth Ode had left nine days later.", "nine days", "not_enough_info"),
        ("Ian Bell has been gone for five years.", "five years", "supported"),
        ("Ian Bell has been gone for eight years.", "eight years", "refuted"),
        ("Wolf Moon ran for 111 days, Medea for 30 and The Storm for 46.", "30", "supported"),
        ("Wolf Moon ran for 111 days, Medea for 50 and The Storm for 46.", "50", "refuted"),
        ("Wolf Moon ran for 111 days, Medea for 30 and The Storm for 46.", "46", "supported"),
    ],
)
def test_a_time_is_counted_from_what_was_just_told(text: str, words: str, label: str) -> None:
    """What came later came after the day just told; a bare number goes on with the days of the one before."""
    assert verdict(text, words, "2025-06-20", heads=TERMS, shows=SHOWS)[0] == label
