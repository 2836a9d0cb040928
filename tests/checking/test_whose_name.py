"""Names of which something else says whose they are: who leads, who got a post, one of a party, one of several rows."""

from __future__ import annotations

import pandas as pd
import pytest

import claims
from tests.checking.support import labels

TABLES = {
    "directors": pd.DataFrame({
        "name": ["Ada Moll", "Ben Carrow", "Cleo Dunst", "Eli Frome", "Fay Ghent"],
        "post": ["director"] * 5,
        "museum": ["Clock Museum", "Clock Museum", "Clock Museum", "Salt Museum", "Salt Museum"],
        "party": ["Greens", "Reform Union", "Greens", "Reform Union", "Greens"],
        "town": ["Ashby", "Kelling", "Ashby", "Torrance", "Marsden"],
        "from": ["2004-03-01", "2012-06-01", "2020-09-01", "2009-01-01", "2017-02-01"],
        "to": ["2012-05-31", "2020-08-31", None, "2017-01-31", None],
    }),
    "mills": pd.DataFrame({
        "mill": ["Elder Mill", "Fenwick Mill", "Orrin Mill", "Quern Mill", "Sedge Mill", "Tarn Mill", "Vale Mill"],
        "owner": ["Hobb & Lane", "Hobb & Lane", "Corvin Cloth", "Corvin Cloth", "Dray Wool", "Esk Yarn", "Esk Yarn"],
        "spindles": [412, 387, 295, 530, 148, 276, 333],
        "shaft_m": [41, 36, 28, 41, 33, 25, 30],
    }),
    "pacts": pd.DataFrame({
        "borough": ["Kelling", "Ashby"], "signed": ["2024-02-10", "2023-05-04"],
        "members": ["Wool Party; River Union; Free List", "Wool Party; Mill Party"],
        "votes_for": [31, 27],
    }),
}  # fmt: skip


def verdict(text: str, words: str) -> set[str]:
    """Give the verdicts of what stands at the words."""
    return labels(text, words, TABLES, "2024-06-01")


LED = "The Clock Museum, led by {}, asked for a grant on Monday."


def test_whoever_something_is_led_by_is_held_to_its_post():
    """Who leads is who has the post now: the one of before is wrong, and of somebody in no table nothing is known."""
    assert verdict(LED.format("Cleo Dunst"), "Cleo Dunst") == {"supported"}
    assert verdict(LED.format("Ben Carrow"), "Ben Carrow") == {"refuted"}
    assert "refuted" not in verdict(LED.format("Ivo Brand"), "Ivo Brand")


WENT = "Ben Carrow left in August 2020, and his title of director went to {}."


def test_a_post_goes_to_the_next_who_had_it():
    """Whom a post went to came next; a title that is won is no post."""
    assert verdict(WENT.format("Cleo Dunst"), "Cleo Dunst") == {"supported"}
    assert verdict(WENT.format("Ada Moll"), "Ada Moll") == {"refuted"}
    assert "refuted" not in verdict("Ben Carrow lost the chess final, and the title went to Ada Moll.", "Ada Moll")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cleo Dunst, a Green, has run the Clock Museum since 2020.", "Green"),
        ('"It is late," said Cleo Dunst, the 50-year-old Green who runs the Clock Museum.', "Green"),
    ],
)
def test_one_of_a_party_is_found_by_its_plural(text, words):
    """Somebody is "a Green" where the tables say "Greens"."""
    assert verdict(text, words) == {"supported"}
    assert verdict(text.replace("Cleo Dunst", "Ben Carrow"), words) != {"supported"}


@pytest.mark.parametrize("text", ["The museum stands on Green Lane.", "The door is a deep Green colour."])
def test_a_word_of_another_name_is_no_party(text):
    """What goes on to another word is not one of a party."""
    assert "supported" not in verdict(text, "Green")


def test_a_name_right_behind_a_person_is_said_of_that_person_alone():
    """No row of somebody else bears out where a person is from."""
    text = "A Green herself, Fay Ghent of {} is younger than Ada Moll."
    assert verdict(text.format("Marsden"), "Marsden") == {"supported"}
    assert verdict(text.format("Ashby"), "Ashby") != {"supported"}


def test_a_name_is_borne_out_as_one_of_the_few_rows_that_another_points_to():
    """Of two mills of one owner either may be named; one of another owner is not borne out."""
    text = "Hobb & Lane has been in wool for long. It is Hobb & Lane that pulled the roof off {}."
    assert verdict(text.format("Fenwick Mill"), "Fenwick Mill") == {"supported"}
    assert "supported" not in verdict(text.format("Sedge Mill"), "Sedge Mill")


def test_a_name_is_borne_out_as_one_of_a_list():
    """A cell that lists several has each of them."""
    text = "On February 10 the borough of Kelling, by 31 votes, agreed on a pact of the Wool Party, the {} and others."
    assert verdict(text.format("River Union"), "River Union") == {"supported"}
    assert "supported" not in verdict(text.format("Mill Party"), "Mill Party")


RUNNERS = {
    "clubs": pd.DataFrame({
        "club": ["Kelling Harriers", "Vane Striders", "Marsden Track Club"], "town": ["Ashby", "Torrance", "Marsden"],
        "founded": [1908, 1923, 1951],
    }),
    "runners": pd.DataFrame({
        "runner": ["Ida Strom", "Liv Ask", "Una Brix", "Mia Holt"],
        "born": ["2001-03-14", "1997-08-30", "2000-01-02", "1999-05-05"],
        "club": ["Kelling Harriers", "Vane Striders", "Marsden Track Club", "Kelling Harriers"],
    }),
}  # fmt: skip


def test_a_place_stands_for_the_club_that_is_there():
    """Who is from a town is of its club; who is of another club is not."""
    for town, label in (("Ashby", "supported"), ("Torrance", "refuted")):
        article = claims.Article(f"Ida Strom from {town} won the mile.", published="2024-06-01")
        statements = claims.audit(article, claims.References.from_frames(RUNNERS)).statements
        assert [s.verdict.label for s in statements if s.quote == town] == [label]


def test_what_says_who_the_subject_is_holds_whatever_is_denied():
    """A denial leaves what only says who it is that has not done it."""
    text = "Eli Frome of {} had never seen the plans."
    assert verdict(text.format("Torrance"), "Torrance") == {"supported"}
    assert verdict(text.format("Kelling"), "Kelling") != {"supported"}


def test_one_is_a_number_where_something_is_more_by_it():
    """One more than another, or one short of something, is a number; the pronoun is none."""
    told = {t: [v.kind for v in claims.find_values(t)] for t in (
        "Elm has nine, one more than Oak.", "They have nine seats, one short of a majority.", "Only one is better.",
    )}  # fmt: skip
    assert [kinds[-1] for kinds in told.values()] == ["count", "count", "excluded"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("At 41 metres the shaft is exactly as long as her sister, the Quern.", "as long"),
        ("It charges five crowns, the same as at Torrance.", "same as"),
    ],
)
def test_what_is_as_much_as_another_is_a_statement(text, quote):
    """What is as long as a sister, or the same as elsewhere, asserts something; "as long as she can" does not."""
    assert quote in [s.quote for s in claims.split(text) if s.kind == "comparison"]
    assert not [s for s in claims.split("She will stay as long as she can.") if s.kind == "comparison"]
