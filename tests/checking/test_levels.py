"""The level that a change is told with: its measure is the one that changed."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import asked, verdict

SCHOOLS = pd.DataFrame(
    [
        ("Cragside High", 2023, 812, 41, 640.5), ("Cragside High", 2024, 771, 38, 655.2),
        ("Ferry Lane", 2023, 1204, 66, 901.4), ("Ferry Lane", 2024, 1290, 69, 990.8),
        ("Moss Park", 2023, 455, 27, 310.1), ("Moss Park", 2024, 431, 25, 322.9),
    ],
    columns=["school", "year", "pupils", "teachers", "spending_thousand_usd"],
)  # fmt: skip
BREWERIES = pd.DataFrame(
    [("Mill House", 2022, 26900, 8.9), ("Mill House", 2023, 31400, 10.7), ("Mill House", 2024, 36800, 12.9)],
    columns=["brewery", "year", "hectolitres", "revenue_million"],
)


@pytest.mark.parametrize(
    ("text", "words", "measures"),
    [
        ("Cragside High had 771 pupils last year, 41 fewer than in 2023, and 38 teachers.", "41", {"pupils"}),
        ("Cragside High had 771 pupils and 38 teachers last year, three fewer than in 2023.", "three", {"teachers"}),
        ("Ferry Lane lost its head, and its teachers grew by three to 69.", "three", {"teachers"}),
        ("Moss Park spent $322,900, a rise of 4.1 percent, and had 25 teachers.", "4.1", {"spending_thousand_usd"}),
        ("Moss Park had 431 pupils in its 25 classes, 5.3 percent fewer.", "5.3", {"pupils", "teachers"}),
    ],
)
def test_a_change_is_of_the_measure_of_the_figure_that_it_hangs_on(text, words, measures):
    """No other figure of the sentence lends its measure."""
    likely = [r.reading for r in asked(text, words, "2025-03-10", schools=SCHOOLS) if r.reading.score > 0.8]
    assert {r.query.left.column for r in likely if r.family in ("difference", "percent change")} == measures


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Moss Park had 431 pupils, down 5.3 percent, and spent $322,900, up 4.1 percent.", "5.3", "supported"),
        ("Moss Park had 431 pupils, down 5.3 percent, and spent $322,900, up 4.1 percent.", "4.1", "supported"),
        ("Moss Park spent $322,900, up 5.3 percent, and had 431 pupils.", "5.3", "refuted"),
        ("Pupils at Moss Park fell to 431, and spending rose 4.1 percent to $322,900.", "4.1", "supported"),
    ],
)
def test_the_change_of_another_measure_does_not_support(text, words, label):
    """A change that is right for the other figure of the sentence is wrong."""
    assert verdict(text, words, "2025-03-10", schools=SCHOOLS)[0] == label


def test_a_column_called_by_the_unit_of_a_figure_holds_it():
    """ "31,400 hectolitres" is a figure of the column "hectolitres", and the change told with it is of that column."""
    text = (
        "Last year Mill House sold 31,400 hectolitres, 17 percent more than in 2022, and took in 10.7 million crowns."
    )
    assert verdict(text, "17 percent", "2024-08-15", breweries=BREWERIES)[0] == "supported"
    assert verdict(text, "2022", "2024-08-15", breweries=BREWERIES)[0] == "supported"
    wrong = text.replace("17 percent", "20 percent")
    assert verdict(wrong, "20 percent", "2024-08-15", breweries=BREWERIES)[0] == "refuted"


INNS = pd.DataFrame(
    {"inn": ["Quern", "Lodge", "Star", "Ship"], "island": ["Monte", "Monte", "Sao", "Sao"],
     "owner": ["Correia", "Correia", "Pinto", "Correia"], "rooms": [54, 42, 96, 88]}
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The Correia family owns three inns and not one of more than 88 rooms.", "88 rooms", "agrees"),
        ("The Correia family owns three inns, none of which has more than 80 rooms.", "80 rooms", "disagrees"),
        ("Not one inn on Monte has more than 50 rooms.", "50 rooms", "disagrees"),
    ],
)
def test_what_none_has_is_met_by_the_largest_and_by_no_total(text, words, found):
    """All the rooms of the inns together are more than 88, and say nothing of any of them."""
    told = [(a.reading.family, a.outcome) for a in asked(text, words, inns=INNS)]

    assert ("ceiling", found) in told
    assert ("sum", "agrees") not in told
