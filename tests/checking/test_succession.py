"""The one before in a post, and the time that nobody held it."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import asked, verdict

POSTS = pd.DataFrame({
    "name": ["Ida Lowe", "Paul Renn", "Sara Voss", "Karl Timm", "Nora Beck", "Lev Orr"],
    "post": ["harbour master", "harbour master", "harbour master", "harbour master", "bursar", "bursar"],
    "port": ["Quay Head", "Quay Head", "Ness Point", "Ness Point", "Quay Head", "Quay Head"],
    "came_from": ["navy", "coast guard", "navy", "pilots", "bank", "navy"],
    "from": ["2009-01-05", "2019-12-02", "2021-03-15", "2012-05-01", "2011-04-04", "2018-06-11"],
    "to": ["2019-08-30", None, None, "2021-03-12", "2018-06-08", None],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "outcome"),
    [
        ("Paul Renn arrived after the job had been vacant for three months.", "three months", "agrees"),
        ("Paul Renn arrived after the job had been vacant for six months.", "six months", "disagrees"),
        ("Paul Renn got the job three months after his predecessor, Ida Lowe, left.", "three months", "agrees"),
        ("Sara Voss praised her predecessor, who served for almost nine years.", "nine years", "agrees"),
        ("Lev Orr thanked Nora Beck, his predecessor, who served for nine years.", "nine years", "disagrees"),
    ],
)
def test_the_one_before_is_known_by_the_post(text, words, outcome):
    """The one before held the same post at the same place, wherever either came from."""
    found = [a for a in asked(text, words, "2024-03-14", posts=POSTS) if a.reading.family == "succession"]

    assert [(outcome, True)] == [(a.outcome, a.reading.refutes) for a in found]


def test_without_a_word_for_the_one_before_nothing_is_asked():
    """A time served is that of the person, not of the one before."""
    found = asked("Sara Voss served for almost nine years.", "nine years", "2024-03-14", posts=POSTS)

    assert "succession" not in {a.reading.family for a in found}


def test_a_short_time_in_a_post_is_time_served():
    """Two months are enough where the words say that they were spent in a job."""
    found = asked("Paul Renn, two months in the job, was there.", "two months", "2020-02-05", posts=POSTS)

    assert "agrees" in {a.outcome for a in found if a.reading.family == "duration"}


PORT = pd.DataFrame({
    "name": ["Hamish Gowrie", "Isla Drummond", "Callum Reith", "Morag Baird", "Ewan Tulloch", "Kirsty Lamont"],
    "office": ["Provost"] * 3 + ["Harbour master"] * 3, "party": ["Union", "Progress", "Greens", None, None, None],
    "born": ["1953-02-11", "1966-08-03", "1975-10-27", "1960-05-15", "1982-09-09", "1988-01-26"],
    "from": ["2004-06-01", "2013-06-01", "2021-06-01", "2010-03-01", "2017-03-01", "2025-01-16"],
    "to": ["2013-05-31", "2021-05-31", None, "2017-02-28", "2025-01-15", None],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Isla Drummond replaced {} as provost in 2013.", "Hamish Gowrie", "Morag Baird"),
        ("Callum Reith, a Green, took over as provost from {}.", "Isla Drummond", "Hamish Gowrie"),
        ("Kirsty Lamont became harbour master this year as the successor of {}.", "Ewan Tulloch", "Morag Baird"),
        ("Kirsty Lamont was appointed as {}'s successor.", "Ewan Tulloch", "Morag Baird"),
        ("Kirsty Lamont inherited the harbour from {} this year.", "Ewan Tulloch", "Morag Baird"),
    ],
)
def test_who_came_before_in_the_post_whatever_the_party(text, right, wrong):
    """The line of a post is that of its holders, not that of the party of one of them."""

    assert verdict(text.format(right), right, "2025-12-04", port=PORT)[0] == "supported"
    assert verdict(text.format(wrong), wrong, "2025-12-04", port=PORT)[0] == "refuted"


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Kirsty Lamont is harbour master. When she was appointed she was {}.", "36", "33"),
        ("Isla Drummond, who was {} on becoming provost, served eight years.", "46", "49"),
        ("Isla Drummond is {} years Hamish Gowrie's junior.", "13", ""),
        ("Callum Reith, {} years Isla Drummond's junior, is provost.", "nine", ""),
    ],
)
def test_ages_of_then_and_between_two(text, right, wrong):
    """An age that a clause dates is that of then; a junior is younger by the time between two births."""

    assert verdict(text.format(right), right, "2025-12-04", port=PORT)[0] == "supported"
    if wrong:
        assert verdict(text.format(wrong), wrong, "2025-12-04", port=PORT)[0] != "supported"
