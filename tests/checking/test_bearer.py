"""Whose figure a sentence tells: turned figures are not borne out by the rows of others."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from tests.checking.support import check, verdict

COURTS = pd.DataFrame({
    "court": ["Halden District Court", "Morne Crown Court", "Tarle Court", "Oxley Magistrates"],
    "town": ["Halden", "Morne", "Tarle", "Oxley"], "cases": [4385, 6540, 1345, 2610], "backlog": [812, 1960, 140, 377],
})  # fmt: skip
JUDGES = pd.DataFrame({
    "name": ["Clara Venn", "Edmund Rook", "Peter Lamb", "Dora Quill"],
    "court": ["Halden District Court", "Morne Crown Court", "Tarle Court", "Oxley Magistrates"],
    "post": ["presiding judge"] * 4,
    "born": [dt.date(1962, 5, 14), dt.date(1957, 9, 2), dt.date(1981, 12, 11), dt.date(1968, 7, 7)],
    "since": [dt.date(2012, 3, 1), dt.date(2006, 10, 15), dt.date(2022, 5, 5), dt.date(2015, 9, 1)],
    "trials": [61, 48, 35, 54],
})  # fmt: skip
SWIMS = pd.DataFrame({
    "race": ["Tarn Mile", "Tarn Mile", "Bay Mile", "Bay Mile"],
    "date": [dt.date(2023, 8, 20)] * 2 + [dt.date(2023, 7, 15)] * 2,
    "sex": ["men", "women"] * 2, "winner": ["Sami Dunne", "Mia Sorrel", "Lars Okoro", "Petra Linden"],
    "time": ["0:41:08", "0:44:52", "0:39:31", "0:43:20"],
})  # fmt: skip
SWIMMERS = pd.DataFrame({
    "name": ["Sami Dunne", "Mia Sorrel", "Lars Okoro", "Petra Linden"],
    "country": ["Estavia", "Norland", "Estavia", "Norland"], "club": ["Seals", "Otters", "Sharks", "Otters"],
    "born": [dt.date(1997, 10, 7), dt.date(2001, 12, 1), dt.date(1993, 8, 19), dt.date(1999, 5, 23)],
    "personal_best": ["0:40:15", "0:42:30", "0:39:31", "0:43:20"], "titles": [5, 11, 3, 9],
})  # fmt: skip
FRAMES = {"courts": COURTS, "judges": JUDGES, "swims": SWIMS, "swimmers": SWIMMERS}
PUBLISHED = "2024-02-20"


def label(text: str, words: str) -> str:
    """Give the label of the statement at some words."""
    found = check(text, PUBLISHED, **FRAMES)
    told = (s for quote, s in found.items() if words in quote and s.kind not in ("fact", "quotation"))
    return next((s.verdict.label for s in told), "not_enough_info")


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Morne Crown Court heard {} cases last year and its neighbour in Tarle a few.", "6,540", "1,345"),
        ("Morne Crown Court heard 6,540 cases and its old rival Tarle Court {}.", "1,345", "6540"),
        ("At Halden the number of cases rose to {}, at Morne it fell a little.", "4,385", "6,540"),
        ("The backlog of Oxley Magistrates is {}, and that of Tarle Court is small.", "377", "140"),
        ('"We heard {} cases," said Peter Lamb. "In Oxley they heard more."', "1,345", "2,610"),
        ("Clara Venn is busy. Her court heard {} cases, more than that of Dora Quill.", "4,385", "2,610"),
        ("Mia Sorrel, who swims for the same club as Petra Linden, has {} titles.", "11", "nine"),
        ("Mia Sorrel met Petra Linden. The latter has {} titles.", "nine", "11"),
        ("Sami Dunne beat Lars Okoro. The man from the Sharks, who is tall, has {} titles.", "three", "five"),
        ("At the Tarn Mile, Sami Dunne won in 41:08 sharp and his friend Mia Sorrel in {}.", "44:52", "43:20"),
    ],
)
def test_a_rival_bears_nothing_out(text, right, wrong):
    """The figure of its owner is supported, that of the other is not."""

    assert label(text.format(right), right) == "supported"
    assert label(text.format(wrong), wrong) != "supported"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The presiding judge in Tarle, 42, sings.", "42", "supported"),
        ("The presiding judge in Tarle, 61, sings.", "61", "refuted"),
        ("The woman who runs Halden District Court, 61, sings.", "61", "supported"),
        ("Morne Crown Court, whose presiding judge is 66, is old.", "66", "supported"),
        ("Clara Venn, who has led the Halden court since 2012 and is 61, sings.", "61", "supported"),
        ("Sami Dunne, who swims for the same club as Petra Linden, is 26.", "26", "supported"),
        ("Lars Okoro, whose coach is 51, won again.", "51", "not_enough_info"),
        ("Edmund Rook's clerk, 33, keeps bees.", "33", "not_enough_info"),
        ("The former head of Morne Crown Court, 72, sings.", "72", "not_enough_info"),
    ],
)
def test_the_age_of_whoever_is_called_by_a_role(text, words, expected):
    """A role at a body stands for who has it; the age of somebody else's husband or clerk is nobody's."""

    assert label(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Sami Dunne and Lars Okoro are friends. Both are from Estavia.", "Estavia", "supported"),
        ("Sami Dunne and Lars Okoro are friends. Both are from Norland.", "Norland", "refuted"),
        ("Sami Dunne and Mia Sorrel are friends. Both are from Norland.", "Norland", "refuted"),
    ],
)
def test_what_is_said_of_both(text, words, expected):
    """It holds of each of the two."""

    assert label(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Clara Venn has been in her job ten years longer than Peter Lamb.", "ten", "supported"),
        ("Peter Lamb has been in his job ten years longer than Clara Venn.", "ten", "refuted"),
        ("Clara Venn has been in her job 14 years longer than Peter Lamb.", "14", "not_enough_info"),
        ("Edmund Rook is four years older than Clara Venn.", "four", "supported"),
    ],
)
def test_by_how_long_somebody_has_been_there_longer(text, words, expected):
    """The time in a post is no time by which it is longer."""

    assert label(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tarle Court is in Tarle. Wages there are as high as in Morne.", "Morne"),
        ("Tarle Court stands in Tarle, unlike Morne a quiet town.", "Morne"),
        ("Tarle Court heard more cases than any other court in the valley.", "Tarle Court"),
    ],
)
def test_what_something_is_only_held_against_is_not_refuted(text, words):
    """A name behind "than" or "unlike" is no place of the thing, and the most of some is not the most of all."""

    assert label(text, words) != "refuted"


def test_a_time_of_a_race_is_no_best():
    """A figure that another race's time would bear out is held to the race that is named."""
    best = "Sami Dunne, whose best is 40:15, won the Tarn Mile."

    assert label("At the Tarn Mile, Sami Dunne won in 40:15.", "40:15") == "refuted"
    assert label(best, "40:15") != "refuted"


def test_the_youngest_of_the_towers_is_no_keeper():
    """An age is that of people only where people are spoken of."""
    towers = pd.DataFrame({"tower": ["Ash Head", "Bell Rock", "Crane Point"], "height_m": [31, 22, 40]})
    keepers = pd.DataFrame({
        "name": ["Ann Lowe", "Ben Moss", "Cy Nash"], "tower": ["Ash Head", "Bell Rock", "Crane Point"],
        "born": [dt.date(1970, 1, 2), dt.date(1985, 3, 4), dt.date(1961, 5, 6)],
    })  # fmt: skip
    frames = {"towers": towers, "keepers": keepers}

    assert verdict("Bell Rock is the youngest of the three.", "youngest", PUBLISHED, **frames)[0] != "supported"
    assert verdict("Bell Rock has the youngest keeper.", "Bell Rock", PUBLISHED, **frames)[0] == "supported"
