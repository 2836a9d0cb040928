"""An ordinal is looked up in a column that counts its noun, or that numbers the rows."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import check, verdict

FESTIVALS = pd.DataFrame({
    "edition": [41, 42, 43, 44], "year": [2019, 2021, 2022, 2023], "visitors": [8100, 5200, 7700, 9050],
})  # fmt: skip
SINGERS = pd.DataFrame({
    "name": ["Edith Marlow", "Hugo Brandt", "Petra Lindqvist"], "born": ["1981-04-02", "1990-11-15", "1987-07-30"],
    "concerts_incl_2024": [31, 12, 19], "prizes_before_2024": [4, 0, 2],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Edith Marlow will sing at her 31st concert on Friday.", "31st", "supported"),
        ("Edith Marlow will sing at her 32nd concert on Friday.", "32nd", "refuted"),
        ("Edith Marlow will sing at her 30th concert of the winter.", "30th", "not_enough_info"),
        ("Edith Marlow sang at her 25th concert in 2019.", "25th", "not_enough_info"),
        ("Edith Marlow has won her third prize.", "third", "not_enough_info"),
        ("Edith Marlow comes to her 31st concert, Hugo Brandt to his 12th.", "12th", "supported"),
        ("The 42nd festival, in 2021, was a quiet one.", "42nd", "supported"),
        ("The 41st festival, in 2021, was a quiet one.", "41st", "refuted"),
        ("The 15th visitor, in 2021, was given a pear.", "15th", "not_enough_info"),
    ],
)
def test_an_ordinal_is_looked_up(text, words, label):
    """The last of as many as are counted, the number of a row; not one of a part, of long ago, or of something else."""
    assert verdict(text, words, festivals=FESTIVALS, singers=SINGERS)[0] == label


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Edith Marlow, 42, opens on Friday, Hugo Brandt, a baker of 33, on Sunday.", "33", "supported"),
        ("Edith Marlow, 42, opens on Friday, Hugo Brandt, a baker of 35, on Sunday.", "35", "refuted"),
        ("Hugo Brandt turned up in 2009, a tailor's apprentice of 18, and stayed.", "18", "supported"),
        ("Hugo Brandt turned up in 2009, a tailor's apprentice of 22, and stayed.", "22", "refuted"),
        ('"It was cold," said Petra Lindqvist, the alto, who at 36 has heard most of it.', "36", "supported"),
        ('"It was cold," said Petra Lindqvist, the alto, who at 39 has heard most of it.', "39", "refuted"),
        ("Petra Lindqvist, the alto, who at 22 had heard most of it, left.", "22", "not_enough_info"),
    ],
)
def test_an_age_goes_with_the_name_it_is_set_off_from(text, words, label):
    """What somebody is "of 33" is the age of the name right before; "has heard" is of now, "had heard" of then."""
    assert check(text, festivals=FESTIVALS, singers=SINGERS)[words].verdict.label == label


FERRIES = pd.DataFrame({
    "year": [2018, 2019, 2020, 2021, 2022, 2023], "passengers": [9100, 8800, 4100, 4350, 7200, 9900],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("The lowest numbers of passengers came in 2020 and 2021.", "2020", "supported"),
        ("The lowest numbers of passengers came in 2020 and 2021.", "2021", "supported"),
        ("The lowest numbers of passengers came in 2020 and 2019.", "2019", "not_enough_info"),
    ],
)
def test_a_superlative_of_several_is_that_of_each_listed(text, words, label):
    """The lowest two are as many as are listed; what is none of them is left open."""
    assert check(text, ferries=FERRIES)[words].verdict.label == label


COUNCIL_RESULTS = pd.DataFrame({
    "year": [2019, 2019, 2023, 2023, 2019, 2019, 2023, 2023], "town": ["Ashby"] * 4 + ["Holt"] * 4,
    "party": ["Coast Party", "Hill League"] * 4, "votes": [5100, 4200, 4700, 4900, 2100, 1900, 2300, 1750],
    "seats": [11, 9, 10, 10, 7, 6, 8, 5],
})  # fmt: skip


def test_the_rows_of_results_are_no_councillors():
    """Four rows of a party refute no number of its councillors."""
    found = check("The Coast Party counts ten councillors.", council_results=COUNCIL_RESULTS)

    assert found["ten councillors"].verdict.label != "refuted"
