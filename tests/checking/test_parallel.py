"""Lists told side by side: each figure is held to the name, or the year, that has its place."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from tests.checking.support import verdict

RESORTS = pd.DataFrame({
    "resort": ["Alpenrose", "Kaltbach", "Steinfirn"], "opened": [1936, 1958, 1961], "lifts": [14, 9, 22],
    "day_ticket_francs": [71.0, 58.0, 84.0],
})  # fmt: skip
YARDS = pd.DataFrame({"year": [2021, 2022, 2023, 2024], "ships": [5, 6, 7, 9], "injuries": [33, 31, 28, 29]})
GUARDS = pd.DataFrame({
    "name": ["Urs Brandli", "Nora Imfeld"], "resort": ["Alpenrose", "Steinfirn"],
    "born": [dt.date(1951, 3, 2), dt.date(1983, 12, 24)],
})  # fmt: skip
SHIPS = pd.DataFrame({
    "date": [dt.date(2023, 2, 18), dt.date(2024, 8, 24), dt.date(2024, 11, 2)], "ship": ["Havella", "Falken", "Gaupe"],
    "weight_tonnes": [1310, 1405, 305], "cost_m_kroner": [225, 248, 51],
})  # fmt: skip
FRAMES = {"resorts": RESORTS, "yards": YARDS, "guards": GUARDS, "ships": SHIPS}


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Alpenrose and Kaltbach have {} and {} lifts respectively.", "14", "9"),
        ("Alpenrose and Kaltbach have {} and {} lifts.", "14", "9"),
        ("With {} and {} lifts respectively, Alpenrose and Kaltbach are smaller than Steinfirn.", "14", "9"),
        ("Havella and Falken came off the slip at a weight of {} and {} tonnes.", "1,310", "1,405"),
        ("Alpenrose and Steinfirn were opened in {} and {}.", "1936", "1961"),
        ("Urs Brandli and Nora Imfeld were born in {} and {} respectively.", "1951", "1983"),
        ("Urs Brandli and Nora Imfeld, {} and {} respectively, guard the slopes.", "74", "41"),
        ("Injuries stood at {} and {} in 2022 and 2023.", "31", "28"),
        ("In 2022 and 2024 the yards built {} and {} ships respectively.", "six", "nine"),
    ],
)
def test_figures_of_a_list_are_told_in_order(text, first, second):
    """Each is supported in its place, and refuted in that of the other."""

    for place, words in enumerate((first, second)):
        other = (first, second)[1 - place]
        right = verdict(text.format(first, second), words, "2025-12-04", **FRAMES)
        turned = verdict(text.format(second, first), other, "2025-12-04", **FRAMES)

        assert right[0] == "supported", right
        assert turned[0] == "refuted", turned


def test_money_of_a_list_is_told_in_order():
    """Turned round it is not borne out."""
    text = "Havella and Gaupe cost {} and {} kroner to build."
    right = verdict(text.format("225 million", "51 million"), "225 million", "2025-12-04", **FRAMES)
    turned = verdict(text.format("51 million", "225 million"), "225 million", "2025-12-04", **FRAMES)

    assert right[0] == "supported"
    assert turned[0] != "supported"


def test_a_year_of_several_things_is_no_year_of_each():
    """What happens to both in each of two years pairs none of them with one."""

    text = "Kaltbach and Steinfirn met in the final in 1964 and 1965."

    assert verdict(text, "1965", "2025-12-04", **FRAMES)[0] != "refuted"


def test_a_figure_is_of_the_year_that_stands_behind_it():
    """Two figures, each with its year, are not borne out by each other's row."""

    text = "Injuries numbered 28 in 2022 and 31 in 2023."

    assert verdict(text, "28", "2025-12-04", **FRAMES)[0] == "refuted"
    assert verdict(text, "31", "2025-12-04", **FRAMES)[0] == "refuted"
