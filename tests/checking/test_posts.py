"""Who holds a post, who held it before, as names that an article asserts."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from tests.checking.support import check, verdict, weighed

MASTERS = pd.DataFrame({
    "name": ["Greta Voll", "Ivo Marsh", "Nell Ashby", "Otto Lund", "Una Dahl"],
    "harbour": ["Port Erin", "Port Erin", "Port Erin", "Wick", "Wick"],
    "post": ["harbour master"] * 5,
    "from": [dt.date(1999, 9, 1), dt.date(2012, 5, 13), dt.date(2021, 3, 5), dt.date(2001, 1, 1), dt.date(2015, 6, 1)],
    "to": [dt.date(2012, 5, 12), dt.date(2021, 3, 4), None, dt.date(2015, 5, 31), None],
})  # fmt: skip
MINISTERS = MASTERS.drop(columns="harbour").iloc[:3].assign(post="minister of fisheries")
PUBLISHED = "2026-06-10"


@pytest.mark.parametrize(
    ("text", "words", "outcome"),
    [
        ("Nell Ashby, who succeeded Ivo Marsh in March 2021, was there.", "Ivo Marsh", "agrees"),
        ("Nell Ashby, who succeeded Greta Voll in March 2021, was there.", "Greta Voll", "disagrees"),
        ("Nell Ashby came to Port Erin in 2021. Her predecessor, Ivo Marsh, stayed for years.", "Ivo Marsh", "agrees"),
        ("Port Erin is quiet. Its harbour master, Nell Ashby, was there.", "Nell Ashby", "agrees"),
        ("Port Erin is quiet. Its harbour master, Greta Voll, was there.", "Greta Voll", "disagrees"),
    ],
)
def test_a_name_is_asserted_where_somebody_follows_or_holds_a_post(text, words, outcome):
    """Whom somebody succeeded, the one before, and who stands behind a post are asked of the terms."""
    found = [w for w in weighed(text, words, {"masters": MASTERS}, PUBLISHED) if w.reading.family == "holder"]

    assert {outcome} == {w.result.outcome for w in found}


CAPTAINS = pd.DataFrame({
    "name": ["Lena Thorp", "Paul Iven", "Rosa Kett", "Sten Omar", "Tilda Wray"],
    "post": ["harbour captain"] * 3 + ["pier head"] * 2,
    "pier": [None] * 3 + ["East Pier"] * 2,
    "from": [dt.date(2001, 1, 1), dt.date(2010, 1, 1), dt.date(2019, 1, 1), dt.date(2008, 1, 1), dt.date(2020, 1, 1)],
    "to": [dt.date(2009, 12, 31), dt.date(2018, 12, 31), None, dt.date(2019, 12, 31), None],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "label", "expected"),
    [
        ("Rosa Kett is 50. Her predecessor, Lena Thorp, used to whistle.", "Lena Thorp", "refuted", "Paul Iven"),
        ("Rosa Kett is 50. She took over from Paul Iven, who whistled.", "Paul Iven", "supported", "Paul Iven"),
        ("Tilda Wray is 40. The man before her, Sten Omar, stayed long.", "Sten Omar", "supported", "Sten Omar"),
        ("Rosa Kett is 50. Her sister, Lena Thorp, used to whistle.", "Lena Thorp", "", ""),
    ],
)
def test_a_post_without_a_body_beside_others_that_have_one_has_a_predecessor(text, words, label, expected):
    """Who came before in a post that no body is named for is asked by the post; a sister is no predecessor."""
    found = check(text, PUBLISHED, captains=CAPTAINS).get(words)
    got = (found.verdict.label, found.verdict.expected) if found else ("", "")

    assert got == (label, expected)


def test_a_post_that_there_is_once_has_a_predecessor_too():
    """Where a table has no bodies, the post of the one who came tells who went before."""
    found = weighed("Nell Ashby succeeded Ivo Marsh in March 2021.", "Ivo Marsh", {"ministers": MINISTERS}, PUBLISHED)

    assert any(w.reading.family == "holder" and w.result.outcome == "agrees" for w in found)


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Nell Ashby succeeded Ivo Marsh in March 2021.", "March 2021", "supported"),
        ("Nell Ashby has run Port Erin for five and a half years.", "five and a half years", "supported"),
        ("Una Dahl has run Wick for four and a half years.", "four and a half years", "refuted"),
    ],
)
def test_a_term_is_told_by_succeeding_and_in_halves_of_years(text, words, label):
    """To succeed is to start, and half a year counts."""
    assert verdict(text, words, PUBLISHED, masters=MASTERS)[0] == label


DEPUTIES = pd.concat([
    MASTERS.iloc[:3].drop(columns="harbour").assign(post="head", branch=None),
    MASTERS.iloc[3:].drop(columns="harbour").assign(post="branch head", branch="Wick"),
])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Nell Ashby was there. Her predecessor, Ivo Marsh, stayed away.", "Ivo Marsh", "supported"),
        ("Nell Ashby was there. Her predecessor, Greta Voll, stayed away.", "Greta Voll", "refuted"),
        ("Nell Ashby was there. Her predecessor, Otto Lund, stayed away.", "Otto Lund", "refuted"),
    ],
)
def test_a_post_without_a_body_among_those_that_have_one_has_a_predecessor(text, words, label):
    """The head of it all has no branch: who came before is asked of the same post."""
    assert verdict(text, words, PUBLISHED, masters=DEPUTIES)[0] == label


def test_the_one_before_the_one_before_is_no_predecessor():
    """Of two steps back, nothing is said by the row of one."""
    text = "Nell Ashby was there. Her predecessor's predecessor, Greta Voll, stayed away."
    found = weighed(text, "Greta Voll", {"masters": MASTERS}, PUBLISHED)

    assert not [w for w in found if w.reading.family == "holder"]


def test_a_friend_behind_a_name_holds_no_post():
    """A name behind a word that is no post is not asked of the terms."""
    found = weighed("Port Erin is quiet. Its friend, Nell Ashby, was there.", "Nell Ashby", {"m": MASTERS}, PUBLISHED)

    assert not [w for w in found if w.reading.family == "holder"]


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Ivo Marsh has slept better since March 2021, when he gave up the post.", "March 2021", "supported"),
        ("Ivo Marsh has slept better since March 2020, when he laid down the post.", "March 2020", "refuted"),
        ("Ivo Marsh has had more time since March 2021, when he gave up the post.", "March 2021", "supported"),
        ("Una Dahl has hardly slept since June 2015, when she became harbour master.", "June 2015", "supported"),
        ("Una Dahl has hardly slept since June 2014, when she became harbour master.", "June 2014", "refuted"),
        ("Una Dahl has had a boat since 2013, when she gave up her horse.", "2013", "not_enough_info"),
    ],
)
def test_what_is_told_of_a_time_since_says_what_began_or_ended_then(text, words, label):
    """The clause behind "since May, when" tells the date, whatever holds since then."""
    assert label == verdict(text, words, PUBLISHED, masters=MASTERS)[0]
