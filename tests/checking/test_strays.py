"""Figures, hours and ranks that happen to fit a cell, and are told of something else."""

from __future__ import annotations

import pandas as pd
import pytest

from claims.values import find_values
from tests.checking.support import verdict

HOUSES = pd.DataFrame(
    {
        "date": ["2025-05-13", "2025-06-02", "2024-11-20", "2023-02-11"],
        "house": ["Rose Cottage", "Elm Lodge", "Rose Cottage", "Old Mill"],
        "kind": ["fire", "flood", "flood", "fire"],
        "people_rescued": [4, 2, 3, 6],
    }
)
PEOPLE = pd.DataFrame(
    {
        "name": ["Ada Lund", "Ben Orr", "Cora Day"],
        "house": ["Rose Cottage", "Elm Lodge", "Old Mill"],
        "post": ["president", "warden", "warden"],
        "born": ["1966-10-07", "1963-08-17", "1991-03-02"],
        "from": ["2021-05-16", "2012-01-01", "2020-03-01"],
        "to": [None, "2023-06-30", None],
    }
)
BOATS = pd.DataFrame(
    {
        "boat": ["Lom", "Tor", "Una", "Eir"],
        "yard": ["Brand Yard", "Brand Yard", "Sund Yard", "Brand Yard"],
        "launched": ["2021-06-01", "2023-02-10", "2020-01-15", "2024-09-09"],
        "delivered": ["2021-11-04", None, "2021-05-07", None],
    }
)
WASTE = pd.DataFrame(
    {
        "town": ["Averdon", "Gramslo", "Kolm"], "kg_2019": [181, 171, 240], "kg_2025": [150, 140, 201],
    }
)  # fmt: skip
STREAMS = pd.DataFrame({"stream": ["paper", "plastics", "glass"], "tonnes": [100, 70, 55]})
TABLES = {"houses": HOUSES, "people": PEOPLE, "boats": BOATS, "waste": WASTE, "streams": STREAMS}
PUBLISHED = "2025-05-16"
OPEN = {
    "an hour of a day": ("On Tuesday, at half past nine, a fire broke out at Rose Cottage.", "half past nine"),
    "percent of a phone": ('"One had four percent left on the phone at Rose Cottage," he said.', "four percent"),
    "the next to be": ("A friend calls Ben Orr the next president.", "president"),
    "a woman's first": ("Ada Lund was the first woman to run Rose Cottage.", "first"),
    "what a survey gave": ("In a survey seven in ten called themselves good sorters.", "seven in ten"),
    "a machine": ("Ada Lund has a coffee machine that is older than she is.", "older"),
    "an anniversary": ("Since Friday Ada Lund has been president of Rose Cottage for four years.", "Friday"),
    "before her": ("The new warden is a farmer. She is 46; Ben Orr, before her, stayed 11 years.", "46"),
    "the opposite": ("Brand Yard says that it has handed over two since 2021.", "two"),
    "how many came": ("Nobody wrote. Two came to see us at Brand Yard.", "Two"),
}


@pytest.mark.parametrize("case", OPEN.values(), ids=OPEN)
def test_what_only_happens_to_fit_is_left_open(case: tuple[str, str]):
    """Neither borne out nor refuted."""
    assert verdict(*case, PUBLISHED, **TABLES)[0] == "not_enough_info"


def test_a_figure_of_a_town_that_is_named_is_held_to_its_own():
    """The same figure in the row of a town that is not named bears nothing out."""
    text = "In Averdon, where it had still been {} kg in 2019, it is now 150."
    labels = [verdict(text.format(n), str(n), PUBLISHED, waste=WASTE)[0] for n in (181, 171)]
    assert labels[0] == "supported"
    assert labels[1] != "supported"


@pytest.mark.parametrize("text", ["The losses have added up to 410 million.", "The bills add up to 37,400."])
def test_what_adds_up_to_a_figure_is_not_at_most_it(text: str):
    """ "Up" belongs to the verb."""
    assert [v.comparator for v in find_values(text)] == ["eq"]
