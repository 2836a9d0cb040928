"""Money in a row with one column of it, sums of no unit, and figures of a year that nothing speaks of."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import asked, verdict

BATHS = pd.DataFrame({
    "bath": ["Marl Lido", "Sallow Pool", "Quay Baths", "Hern Pond"], "lanes": [8, 6, 10, 12],
    "warden": ["Ada Quill", "Tom Rusk", "Ina Vole", "Jo Sands"], "day_fee": [4, 6, 9, 7], "tides_min": [50, 40, 70, 60],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "column", "told"),
    [
        ("At Quay Baths, where Ina Vole rules, it stands at nine crowns.", "nine", "day_fee", 0.5),
        ("At Quay Baths, where Ina Vole rules, it stands at five crowns.", "five", "day_fee", 0.5),
        ("At Quay Baths, where Ina Vole rules, it stands at 60 crowns.", "60", "day_fee", 0.45),
        ("At Quay Baths, where Ina Vole rules, it goes on for 70 minutes.", "70", "tides_min", 0.45),
    ],
)
def test_money_is_told_by_its_unit_as_far_as_the_one_column_of_it_reaches(text, words, column, told):
    """A sum among those of the one column of money is as good as named; one far beyond, and a time, are less so."""
    found = [a.reading for a in asked(text, words, baths=BATHS) if a.reading.query.column == column]

    assert max(r.part("words") for r in found if r.family == "lookup") == told


def test_a_small_sum_beside_what_it_is_paid_for_is_supported():
    """The unit tells the measure where nothing else does, right or wrong."""
    text = "Ina Vole could paint Quay Baths tomorrow, where it stands at {} crowns."

    assert verdict(text.format("nine"), "nine", baths=BATHS) == ("supported", "9")
    assert verdict(text.format("eight"), "eight", baths=BATHS)[0] != "supported"


GIFTS = pd.DataFrame({
    "date": ["2021-05-04", "2022-06-14", "2023-11-28"], "museum": ["Tarn Museum", "Loom House", "Salt Store"],
    "giver": ["Hollow Fund", "Hollow Fund", "Peat Trust"], "amount_m": ["54.0", "3.2", "21.0"],
    "worth_m": ["390", "12", "140"], "visitors_m": ["0.4", "0.2", "0.3"],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ('"We had 54 million euros from the fund," said the head of Tarn Museum.', "54 million", "supported"),
        ("Tarn Museum let it be known that it had raised 54 million euros.", "54 million", "supported"),
        ("Tarn Museum let it be known that it had raised 45 million euros.", "45 million", "refuted"),
        ("Salt Store got 20 million.", "20 million", "refuted"),
        ("Loom House had 200,000 euros stolen.", "200,000", "not_enough_info"),
    ],
)
def test_amounts_in_millions_of_no_unit_may_be_money(text, words, label):
    """What a column calls an amount is had, raised and got; visitors in millions are no money."""
    assert verdict(text, words, gifts=GIFTS)[0] == label


GATES = pd.DataFrame({
    "lock": ["Elder Lock"] * 3 + ["Crag Lock"] * 3, "year": [2021, 2022, 2023] * 2,
    "boats": [4310, 4475, 4820, 1206, 1385, 1144], "staff": [12, 14, 15, 6, 7, 9],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Crag Lock has slipped to 1,144.", "1,144", "supported"),
        ("Crag Lock has slipped to 1,385.", "1,385", "refuted"),
        ("In 2022 Crag Lock stood at 1,385.", "1,385", "supported"),
        ("Elder Lock came out at 4,820 boats, with Crag Lock on 1,385.", "1,385", "refuted"),
        ("Crag Lock did climb to 2022, when a staff of 7 let through 1,385.", "1,385", "supported"),
    ],
)
def test_a_figure_of_an_unsaid_year_yields_to_that_of_the_year_meant(text, words, label):
    """Where no time is given the last figure is meant; one of an older year is a slip, unless that year is told."""
    assert verdict(text, words, gates=GATES)[0] == label


MILLS = pd.DataFrame({
    "mill": ["Elder Mill"] * 3 + ["Tarn Mill"] * 3, "year": [2021, 2022, 2023] * 2,
    "hands": [12, 14, 15, 3, 4, 4], "repairs_eur": [31200, 42500, 38100, 9900, 8800, 7700],
})  # fmt: skip
NEWS = "Tarn Mill is behind. It has four hands. {} the owner of Elder Mill had {} hands, and the air was fine. {}."


@pytest.mark.parametrize(
    ("when", "hands", "told", "label"),
    [
        ("Last year", 15, "Repairs came to 38,100 euros, roughly one in nine of the takings", "supported"),
        ("Last year", 15, "Repairs came to 42,500 euros, roughly one in nine of the takings", "refuted"),
        ("In 2022", 14, "Repairs came to 42,500 euros, roughly one in nine of the takings", "supported"),
        ("Last year", 15, "Repairs once came to 42,500 euros, roughly one in nine of the takings", "not_enough_info"),
    ],
)
def test_a_figure_of_another_year_is_refuted_by_that_of_the_year_told_before(when, hands, told, label):
    """What a sentence before dates goes on to hold, and the figure found elsewhere shows which measure is meant."""
    amount = "42,500" if "42,500" in told else "38,100"

    found = verdict(NEWS.format(when, hands, told), amount, mills=MILLS)[0]

    assert found == label if label != "not_enough_info" else found != "refuted"
