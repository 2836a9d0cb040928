"""Figures over a group of rows: those meant by another noun, a name beside, a stretch, or the figure before."""

from __future__ import annotations

from importlib.resources import files

import pandas as pd
import pytest

from claims.checking.sorts import same_sort
from claims.checking.words import stem
from tests.checking.support import verdict

LOANS = pd.DataFrame({
    "date": [
        "2019-02-04", "2019-10-11", "2020-03-20", "2020-06-02", "2021-01-15", "2021-04-08", "2021-09-27", "2022-02-14",
        "2022-05-30", "2022-08-19", "2022-12-01", "2023-03-03",
    ],
    "brewery": [
        "Alder Ales", "Birch Brewing", "Cedar Cellar", "Alder Ales", "Birch Brewing", "Alder Ales", "Cedar Cellar",
        "Birch Brewing", "Alder Ales", "Cedar Cellar", "Dogwood Hall", "Birch Brewing",
    ],
    "loan": ["seed", "bridge", "seed", "bridge", "bridge", "seed", "seed", "bridge", "seed", "bridge", "seed", "seed"],
    "amount_m": [1.5, 12.0, 2.5, 8.0, 21.0, 3.5, 6.0, 31.0, 4.5, 27.0, 7.5, 5.5],
    "lender": [
        "Voss Trust", "Marl Bank", "Voss Trust", "Marl Bank", "Marl Bank", "Voss Trust", "Pell Fund", "Marl Bank",
        "Voss Trust", "Pell Fund", "Voss Trust", "Pell Fund",
    ],
})  # fmt: skip
YARDS = pd.DataFrame({
    "yard": ["Alder Quay", "Birch Dock", "Cedar Slip", "Dunmore Basin", "Elm Wharf", "Fenny Hythe"],
    "owner": ["Tarn Marine", "Tarn Marine", "Voss Group", "Tarn Marine", "Voss Group", "Pell Lines"],
    "founded": [1901, 1922, 1948, 1955, 1964, 1971],
    "workers": [410, 288, 615, 97, 342, 176],
})  # fmt: skip
TOLLS = pd.DataFrame({
    "year": [2017, 2018, 2019, 2020, 2021, 2022, 2023], "drowned": [5, 7, 4, 9, 2, 6, 8],
    "rescued": [71, 64, 80, 59, 77, 91, 68],
})  # fmt: skip
PUBLISHED = "2023-06-01"
CASES = {
    "the rows, whatever kinds they are of": ("In 2022 there were four loans.", "four", "supported"),
    "not the rows, whatever kinds they are of": ("In 2022 there were two loans.", "two", "refuted"),
    "another noun for such things": ("The Voss Trust has granted five credits.", "five credits", "supported"),
    "a noun for other things": ("The Voss Trust has named five bridges.", "five bridges", "not_enough_info"),
    "counted again of another": (
        "Marl Bank has made four loans since 2019, and the Pell Fund three.", "three", "supported",
    ),
    "wrongly counted again": ("Marl Bank has made four loans since 2019, and the Pell Fund six.", "six", "refuted"),
    "the average of those just counted": (
        "In 2022 there were four loans. The average came to 17.5 million.", "17.5 million", "supported",
    ),
    "a part of them by name": (
        "In 2022 there were four loans, and Birch Brewing and Cedar Cellar took 83 percent of it all.", "83 percent",
        "supported",
    ),
    "who had none of them": (
        "In 2022 there were four loans, and the council took 83 percent of it all.", "83 percent", "not_enough_info",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_rows_that_are_meant(case: tuple[str, str, str]):
    """A count, a mean or a share is of the rows that its words and those before it choose."""
    text, words, label = case

    assert verdict(text, words, PUBLISHED, loans=LOANS)[0] == label


OF_YARDS = {
    "a noun that is a measure as well": (
        "Of the six yards, only one was founded before 1910.",
        "six yards",
        "supported",
    ),
    "all there are, told by a clause": ("The six yards that belong to the league are old.", "six yards", "supported"),
    "one more than there are": ("Tarn Marine was looking for a fourth yard.", "fourth", "supported"),
    "not one more": ("Tarn Marine was looking for a sixth yard.", "sixth", "not_enough_info"),
}


@pytest.mark.parametrize("case", OF_YARDS.values(), ids=OF_YARDS)
def test_things_called_like_measures(case: tuple[str, str, str]):
    """A noun that is a unit elsewhere counts the things of a table; an ordinal behind "a" is of one to come."""
    text, words, label = case

    assert verdict(text, words, PUBLISHED, yards=YARDS)[0] == label


OVER_YEARS = {
    "a sum over a stretch": ("Between 2019 and 2022, 21 people drowned.", "21 people", "supported"),
    "of one year alone": ("In 2022 six people drowned.", "six people", "supported"),
}


@pytest.mark.parametrize("case", OVER_YEARS.values(), ids=OVER_YEARS)
def test_sums_over_stretches(case: tuple[str, str, str]):
    """A sum runs over the years of the stretch that is stated."""
    text, words, label = case

    assert verdict(text, words, "2024-02-01", tolls=TOLLS)[0] == label


WON = pd.DataFrame({
    "year": list(range(2012, 2024)),
    "winner": ["Ash", "Ash", "Elm", "Elm", "Oak", "Ash", "Yew", "Elm", "Oak", "Oak", "Yew", "Oak"],
})  # fmt: skip


def test_the_stretch_of_a_count():
    """How long the stretch is that a count is told of holds where the count does."""
    text = "Oak has won the cup three times in four years."

    assert verdict(text, "four years", "2023-12-01", cups=WON)[0] == "supported"


def test_nouns_of_one_sort_are_near_both_ways():
    """An entry's heads stand for all of it, its other words for its heads alone."""
    assert same_sort(stem("cheque"), stem("grants"))
    assert same_sort(stem("grants"), stem("cheque"))
    assert not same_sort(stem("cheque"), stem("payment"))


def test_every_sort_is_well_formed():
    """An entry has heads and at most one more field, words parted by comma and space, none twice."""
    lines = files("claims.checking").joinpath("things.tsv").read_text(encoding="utf-8").splitlines()
    entries = [line.split("\t") for line in lines if line and not line.startswith("#")]
    words = [[word for field in entry for word in field.split(", ")] for entry in entries]

    assert all(entry[0] and len(entry) <= 2 for entry in entries)
    assert all(len(entry) == len({*entry}) and all("," not in word and word for word in entry) for entry in words)
