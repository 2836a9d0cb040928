"""Whose age a number is, and on which day."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from tests.checking.support import asked, verdict

PEOPLE = pd.DataFrame({
    "name": ["Nell Ashby", "Ivo Marsh", "Greta Voll", "Otto Lund"],
    "born": [dt.date(1980, 3, 2), dt.date(1966, 6, 13), dt.date(1959, 7, 20), dt.date(1944, 2, 1)],
})  # fmt: skip
POSTS = pd.DataFrame({
    "name": ["Nell Ashby", "Ivo Marsh", "Greta Voll"],
    "post": ["harbour master"] * 3,
    "from": [dt.date(2021, 3, 5), dt.date(2012, 5, 13), dt.date(1999, 9, 1)],
    "to": [None, dt.date(2021, 3, 4), dt.date(2012, 5, 12)],
})  # fmt: skip
FRAMES = {"people": PEOPLE, "posts": POSTS}
PUBLISHED = "2026-06-10"


def ages(text: str, words: str) -> list[str]:
    """Give what the readings of an age say, the best first."""
    return [a.reading.said for a in asked(text, words, PUBLISHED, **FRAMES) if a.reading.family == "age"]


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        ("Nell Ashby met Ivo Marsh of the dockers, 59, at the quay.", "59", "Ivo Marsh"),
        ("Nell Ashby said that Greta Voll, her friend, 66, had been there.", "66", "Greta Voll"),
        ("Greta Voll lasted longer than Ivo Marsh, a sailor and now 59.", "59", "Ivo Marsh"),
        ("Greta Voll, who ran it for 12 years, is 66 and tired.", "66", "Greta Voll"),
        ("Greta Voll won 12 games. Ivo Marsh, at 59, is older.", "59", "Ivo Marsh"),
        ("Greta Voll is 66, Marsh 59, and they row together. Ivo Marsh was there.", "59", "Ivo Marsh"),
        ("Nell Ashby took over from Ivo Marsh, who had the boats and who turns 60 on Saturday.", "60", "Ivo Marsh"),
    ],
)
def test_an_age_is_that_of_whom_its_place_names(text, words, person):
    """What describes a person may stand between the name and the age; nobody else is asked."""
    found = ages(text, words)

    assert found
    assert all(said.startswith(f"age of {person}") for said in found)


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Nell Ashby, 46, called him a dead man.", "46", "supported"),
        ("Nell Ashby, 47, called him a dead man.", "47", "refuted"),
        ("Otto Lund, who built the pier, dies at 82.", "82", "supported"),
        ("Otto Lund died in January at 81.", "81", "supported"),
        ("Ivo Marsh retired at 54.", "54", "supported"),
        ("Ivo Marsh became harbour master in May 2012. He was 45.", "45", "supported"),
        ("Nell Ashby has run the harbour since March 2021. She was 41 then.", "41", "supported"),
        ("Nell Ashby has run the harbour since March 2021. She was 39 then.", "39", "refuted"),
        ("Ivo Marsh, 59 until the 13th of the month, called.", "59", "supported"),
        ("Ivo Marsh, 57 until the 13th of the month, called.", "57", "refuted"),
        ("Ivo Marsh will be 60 on the 13th of the month.", "60", "supported"),
        ("Ivo Marsh, who turns 60 on the 13th, called.", "60", "supported"),
        ("Nell Ashby took over in March 2021; friends say she means to stop at 55.", "55", "not_enough_info"),
        ("Ivo Marsh, a 59-year-old sailor, had left once before, in 2012.", "59", "supported"),
        ("Ivo Marsh, a 61-year-old sailor, had left once before, in 2012.", "61", "refuted"),
        ("Nell Ashby was, at 41, the youngest to take the job.", "41", "supported"),
        ("Nell Ashby was, at 46, the youngest to take the job.", "46", "refuted"),
        ("Otto Lund had held it. Anna Voss, a 59-year-old newcomer, wants it now.", "59", "not_enough_info"),
    ],
)
def test_an_age_holds_on_the_day_that_the_words_speak_of(text, words, label):
    """Today for one set off by commas, the day of a death or of leaving, the day that the sentence before gives."""
    assert verdict(text, words, PUBLISHED, **FRAMES)[0] == label


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nell Ashby beat Ivo Marsh, 59 to 12.", "59"),
        ("Nell Ashby sold 30 boats and Ivo Marsh 59 nets.", "59"),
        ("The boats of Ivo Marsh have won 59 games.", "59"),
    ],
)
def test_a_number_that_counts_something_is_no_age(text, words):
    """A score and a count behind a name are not asked of birth dates."""
    assert not ages(text, words)


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Ivo Marsh stayed away. On Saturday he will be 60.", "60", "supported"),
        ("Ivo Marsh stayed away. On Saturday he will be 60.", "Saturday", "supported"),
        ("Ivo Marsh stayed away. On Saturday he will be 61.", "61", "refuted"),
        ("Ivo Marsh stayed away. On Friday he will be 60.", "Friday", "refuted"),
        ("Ivo Marsh, who will be 60 on Saturday, stayed away.", "Saturday", "supported"),
        ("Ivo Marsh, the oldest of the dockers, will be 60 on Saturday.", "Saturday", "supported"),
        ("Greta Voll will be 67 next month.", "next month", "supported"),
        ("Greta Voll will be 67 next month.", "67", "supported"),
        ("Nell Ashby, 46 since March, stayed away.", "46", "supported"),
        ("Nell Ashby, 46 since March, stayed away.", "March", "supported"),
        ("Nell Ashby, 46 since May, stayed away.", "May", "refuted"),
    ],
)
def test_a_day_on_which_somebody_will_be_of_an_age_is_a_birthday(text, words, label):
    """The age is that of the day, on whichever side of it the day stands, and the day is held to the birth date."""
    assert verdict(text, words, PUBLISHED, **FRAMES)[0] == label


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ivo Marsh stayed away. On Saturday it will be 60 miles to the sea.", "Saturday"),
        ("Ivo Marsh finished in the top 20 in May.", "May"),
        ("Ivo Marsh scored 20 in May.", "May"),
        ("Ivo Marsh scored 15 in April, 20 in May.", "May"),
        ("Ivo Marsh says that the fare will be 20 in May.", "May"),
        ("In May, Ivo Marsh said, the fare will be 20.", "May"),
    ],
)
def test_a_number_of_something_else_is_no_age_to_be_reached(text, words):
    """What is counted or scored, and what is not said of a person, leaves the day alone."""
    found = asked(text, words, PUBLISHED, **FRAMES)

    assert not [a for a in found if a.reading.family == "birthday"]


def test_an_age_of_a_year_to_come_is_not_held_against_todays():
    """What somebody "will be" in another year is the age before or after the birthday in it; undated, it is open."""
    opening = "By the time the pier opens in 2028, Nell Ashby will be {}."

    assert verdict(opening.format(47), "47", PUBLISHED, **FRAMES)[0] == "supported"
    assert verdict(opening.format(48), "48", PUBLISHED, **FRAMES)[0] == "supported"
    assert verdict("Nell Ashby will be 51 by then.", "51", PUBLISHED, **FRAMES)[0] == "not_enough_info"


def test_an_age_that_opens_a_denial_is_not_denied():
    """In "At 47 she is not the oldest" the age goes along with the person."""
    assert verdict("Nell Ashby rows. At 47 she is not the oldest.", "47", PUBLISHED, **FRAMES)[0] == "refuted"


MILLS = pd.DataFrame(
    {
        "mill": ["Harrow Mill", "Tessin Mill", "Quern"],
        "opened": ["1924-03-01", "1971-09-15", "2021-04-09"],
        "workers": [84, 31, 12],
    }
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Harrow Mill turned 100 last March.", "100"),
        ("Harrow Mill has been open for 100 years.", "100 years"),
        ("Harrow Mill celebrated its 100th birthday in March 2024.", "100th birthday"),
        ("Tessin Mill marked its 50th anniversary in September 2021.", "50th anniversary"),
        ("Quern is three years old.", "three years old"),
    ],
)  # fmt: skip
def test_a_thing_is_as_old_as_it_was_at_the_time_spoken_of(text, words):
    """What opened 100 years and 11 months ago is 100 years old, and turned so last spring."""
    assert ("elapsed", "agrees") in {
        (a.reading.family, a.outcome) for a in asked(text, words, "2025-01-28", mills=MILLS)
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Harrow Mill turned 101 last March.", "101"),
        ("Tessin Mill marked its 50th anniversary in September 2019.", "50th anniversary"),
        ("Quern is four years old.", "four years old"),
    ],
)
def test_a_thing_is_not_older_than_that(text, words):
    """Nor is it a year older because it nearly is."""
    assert ("elapsed", "agrees") not in {
        (a.reading.family, a.outcome) for a in asked(text, words, "2025-01-28", mills=MILLS)
    }


def test_who_opens_the_next_part_of_a_sentence_is_not_told_of_before():
    """A name behind a semicolon is none for the number before it."""
    owners = pd.DataFrame({"owner": ["Agnes Pellow", "Isla Fenn"], "born": ["1949-11-02", "1994-12-05"]})
    text = "Agnes Pellow has run it since 1978. She is 75; Isla Fenn, who opened hers in April 2021, is 30."

    assert verdict(text, "75", "2025-01-28", owners=owners)[0] == "supported"


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Nell Ashby and Ivo Marsh, both of the docks, who are 46 and 59, came.", "59", "supported"),
        ("Nell Ashby and Ivo Marsh, both of the docks, who are 46 and 57, came.", "57", "refuted"),
        ("At 46 Nell Ashby is the youngest of them.", "46", "supported"),
        ("At 44 Nell Ashby is the youngest of them.", "44", "refuted"),
        ("Nell Ashby is harbour master. When she got the job she was 41 and had never steered.", "41", "supported"),
        ("Nell Ashby is harbour master. When she got the job she was 43 and had never steered.", "43", "refuted"),
        ("When Ashby started, at 41, no woman had run a harbour. Nell Ashby laughed.", "41", "supported"),
        ("Ivo Marsh, the harbour master, will be 60 on Saturday.", "60", "supported"),
        ("Ivo Marsh became harbour master in 2012. He was 45 then.", "45", "supported"),
    ],
)
def test_places_of_an_age(text, words, label):
    """An age is told in front of a name, of several in a row, at what a clause in front tells, for a day to come."""

    assert verdict(text, words, PUBLISHED, **FRAMES)[0] == label


DANCERS = pd.DataFrame({
    "handle": ["Quill", "Marble", "Sparrow"], "name": ["Ida Frost", "Leo Brandt", "Ana Reis"],
    "born": ["2001-04-12", "1998-01-17", "2004-11-05"], "crew": ["Night Shift", "Night Shift", "Glass Floor"],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Quill, who is 25, does not smile.", "25", "supported"),
        ("Quill, who is 27, does not smile.", "27", "refuted"),
        ("They can thank Sparrow, a 21-year-old who joined in May.", "21-year-old", "supported"),
        ("Night Shift, who are 25 strong, do not smile.", "25", "not_enough_info"),
    ],
)
def test_whoever_has_a_birth_date_is_a_person_by_a_handle_too(text, words, label):
    """What people call themselves leads to their births; a crew has none."""
    assert verdict(text, words, PUBLISHED, dancers=DANCERS)[0] == label
