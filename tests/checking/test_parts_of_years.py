"""Halves of years, financial years, months in January, centuries: which rows they choose."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import replayed, verdict

ACCOUNTS = pd.DataFrame({
    "company": ["Orla Foods"] * 3 + ["Bryce Mills"] * 3, "financial_year": ["2021-22", "2022-23", "2023-24"] * 2,
    "sales_million": ["101.2", "112.4", "119.8", "55.1", "52.3", "51.0"], "staff": [812, 830, 861, 402, 390, 377],
})  # fmt: skip
HALVES = pd.DataFrame({
    "airport": ["Ness"] * 4 + ["Holm"] * 4, "half": ["2023 H1", "2023 H2", "2024 H1", "2024 H2"] * 2,
    "passengers_thousand": [410, 522, 431, 560, 90, 131, 95, 140],
})  # fmt: skip
PRICES = pd.DataFrame({
    "month": ["2023-12", "2024-01", "2024-06", "2024-11", "2024-12"],
    "white_loaf": ["2.95", "2.95", "3.10", "3.10", "3.15"], "rye_loaf": ["3.60", "3.65", "3.85", "3.95", "4.05"],
})  # fmt: skip
WRECKS = pd.DataFrame({
    "ship": ["Arne", "Bertha", "Clio", "Dora", "Elsa", "Fram"],
    "date": pd.to_datetime(["1869-12-26", "1881-10-14", "1924-02-03", "1978-12-11", "1996-10-28", "2012-02-07"]),
    "lost": [5, 117, 41, 0, 24, 1],
})  # fmt: skip
FRAMES = {"accounts": ACCOUNTS, "halves": HALVES, "prices": PRICES, "wrecks": WRECKS}


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("In the first half of 2024 Ness had 431,000 passengers.", "431,000", "supported"),
        ("In the first half of 2024 Ness had 522,000 passengers.", "522,000", "refuted"),
        ("In the second half of last year Holm had 140,000 passengers.", "140,000", "supported"),
        ("In the second half of last year Holm had 131,000 passengers.", "131,000", "refuted"),
        ("Bryce Mills had 402 staff in fiscal 2022.", "402 staff", "supported"),
        ("Bryce Mills had 402 staff in fiscal 2022.", "2022", "not_enough_info"),
        ("In the year to March 2023 Orla Foods had sales of 112.4 million.", "112.4 million", "supported"),
        ("In the year to March 2023 Orla Foods had sales of 119.8 million.", "119.8 million", "refuted"),
        ("A white loaf cost 3.10 in June.", "3.10", "supported"),
        ("A white loaf cost 3.20 in June.", "3.20", "refuted"),
        ("A year ago a rye loaf cost 3.60, and in June it was 3.85.", "3.60", "supported"),
        ("This year the rye loaf will cost 4.20.", "4.20", "not_enough_info"),
        ("The board lists 188 dead, 66 of them in the last century and this one.", "66 of them", "supported"),
        ("The wrecks of the last century cost many lives.", "last century", "not_enough_info"),
    ],
)
def test_a_part_of_a_year_chooses_its_rows(text, quote, expected):
    """A half is a time, a financial year is counted by either year, and what was paid in June was so last June."""

    assert verdict(text, quote, "2025-01-09", **FRAMES)[0] == expected


def test_the_figure_of_a_half_replays():
    """The query of a half gives the same figure again."""
    text = "In the first half of 2024 Ness had 431,000 passengers."
    _, rows = replayed(text, "431,000", "2025-01-09", **FRAMES)

    assert 431 in rows[0]
