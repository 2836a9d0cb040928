"""A figure or a date may be of the few columns of a row that it suits, where no word names one."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import asked, verdict

MINES = pd.DataFrame({
    "mine": ["Elder Pit", "Crag Hole", "Fallow Drift"], "shafts": [3, 12, 41], "depth_m": [310, 620, 205],
    "wage_usd": [1810, 2440, 1975], "output_kt": ["410.5", "96.2", "188.0"],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "columns"),
    [
        ("Crag Hole has 12 ways down.", "12", {"shafts"}),
        ("Crag Hole is left with 14.", "14", {"shafts"}),
        ("Elder Pit made do with 305,000 in a bad season.", "305,000", {"output_kt"}),
    ],
)
def test_a_figure_may_be_of_the_one_measure_that_it_suits(text, words, columns):
    """Kind and size leave one column of the row that is named, a little beyond its figures too, right or wrong."""
    found = asked(text, words, mines=MINES)

    assert {a.reading.query.column for a in found if a.reading.family == "lookup"} == columns


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Crag Hole has 900 windows.", "900"),
        ("Crag Hole has 14 windows.", "14"),
        ("Visitors passed Crag Hole, and 14 of them stopped for tea in Marram.", "14"),
        ("The miners have 14 dogs.", "14"),
    ],
)
def test_a_figure_out_of_reach_or_of_no_row_is_of_no_measure(text, words):
    """What no column of the row comes near, other things counted, a part of others, what is tied to no row: none."""
    found = asked(text, words, mines=MINES)

    assert not [a for a in found if a.reading.family == "lookup"]


def test_a_measure_that_is_said_leaves_the_others_unasked():
    """Where words name a measure that the figure may be of, those that it only suits are not asked."""
    found = asked("Fallow Drift pays a wage of $2,100.", "$2,100", mines=MINES.assign(rent_usd=[2000, 2100, 2200]))

    assert {a.reading.query.column for a in found if a.reading.family == "lookup"} == {"wage_usd"}


GAUGES = pd.DataFrame({
    "gauge": ["Elder Weir", "Crag Bridge", "Fallow Lock"], "river": ["Elder", "Elder", "Sallow"],
    "opened": [1931, 1958, 1972], "keeper": ["Ada Quill", "Tom Rusk", "Ina Vole"],
})  # fmt: skip


@pytest.mark.parametrize(("year", "outcome"), [("1958", "agrees"), ("1953", "disagrees")])
def test_a_date_may_be_the_one_date_of_a_row(year, outcome):
    """The only date of the row that is named is asked, whatever the verb, and refutes nothing outright."""
    found = asked(f"Crag Bridge was put in place in {year}.", year, gauges=GAUGES)

    assert [(a.outcome, a.reading.refutes) for a in found if a.reading.query.column == "opened"][:1] == [
        (outcome, False)
    ]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Crag Bridge was painted in 2015.", "2015"),
        ("Crag Bridge was painted by 1960.", "1960"),
        ("Crag Bridge counted 412 boats in 1953.", "1953"),
    ],
)
def test_a_date_of_other_times_or_of_a_figure_is_of_no_row(text, year):
    """A year that no row comes near, a bound, and the year of a figure are not the row's date."""
    assert not [a for a in asked(text, year, gauges=GAUGES) if a.reading.query.column == "opened"]


RESULTS = pd.DataFrame({
    "zoo": ["Elder Park", "Elder Park", "Crag Park", "Crag Park"], "year": [2020, 2021] * 2,
    "visitors": [76535, 80112, 41200, 43950], "result_m": [-3.1, -1.9, 0.4, 0.7],
})  # fmt: skip
PLAYERS = pd.DataFrame({
    "player": ["Ada Quill", "Ina Vole", "Tom Rusk"], "club": ["Elder", "Crag", "Elder"], "points": [7.5, 6.5, 6.0],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Elder Park lost 3.1 million crowns in 2020. Another 1.9 million went the year after.", "1.9", "not_refuted"),
        ("Elder Park made a profit of 1.9 million crowns in 2021.", "1.9", "refuted"),
        ("Ada Quill has 7.5 points. She is now eight ahead.", "eight", "not_refuted"),
        ("Ada Quill has 8.5 points.", "8.5", "refuted"),
    ],
)
def test_what_differs_by_a_sign_or_a_half_alone_is_not_told_wrong(text, words, expected):
    """No word of a gain: the minus may be that of the loss told before; what is counted in words has no halves."""
    label = verdict(text, words, results=RESULTS, players=PLAYERS)[0]

    assert (label == "refuted") == (expected == "refuted")
