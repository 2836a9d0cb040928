"""How often, or how long in a row, the measure of the figure just told has moved."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import replayed, verdict

TABLES = {
    "orchard_years": pd.DataFrame({
        "orchard": [o for o in ("Alder Farm", "Birch Farm", "Cedar Farm") for _ in range(6)],
        "year": [2018, 2019, 2020, 2021, 2022, 2023] * 3,
        "apples_tonnes": [410, 395, 402, 431, 447, 460, 208, 214, 190, 205, 211, 219, 96, 91, 88, 97, 104, 99],
        "pickers": [40, 41, 39, 40, 44, 45, 22, 23, 20, 21, 20, 22, 11, 10, 9, 12, 12, 13],
    }),
}  # fmt: skip
PUBLISHED = "2024-02-10"
CASES = {
    "a run of the total": (
        "The three farms picked 778 tonnes of apples in 2023, the third rise in a row.", "third", "supported",
    ),
    "a run of the total that is shorter": (
        "The three farms picked 778 tonnes of apples in 2023, the fifth rise in a row.", "fifth", "refuted",
    ),
    "a fall since a year": (
        "Cedar Farm picked 99 tonnes of apples in 2023, its first fall since 2020.", "first fall", "supported",
    ),
    "which fall it is": (
        "Cedar Farm picked 99 tonnes of apples in 2023. It was the third fall since 2018.", "third", "supported",
    ),
    "one fall too many": (
        "Cedar Farm picked 99 tonnes of apples in 2023. It was the fifth fall since 2018.", "fifth", "refuted",
    ),
    "rises in so many years": (
        "Alder Farm picked 460 tonnes of apples in 2023, the fourth increase in five years.", "fourth increase",
        "supported",
    ),
    "taken up by its name": (
        "Alder Farm picked 460 tonnes of apples in 2023. The figure has now risen for four years in a row.",
        "four years", "supported",
    ),
    "another measure behind": (
        "Alder Farm picked 460 tonnes of apples in 2023, and saw the third rise in pickers running.", "third",
        "supported",
    ),
    "another measure behind, wrongly": (
        "Alder Farm picked 460 tonnes of apples in 2023, and saw the fourth rise in pickers running.", "fourth",
        "refuted",
    ),
    "another measure": (
        "Alder Farm picked 460 tonnes of apples in 2023, and its debts rose for the fourth year running.", "fourth",
        "not_enough_info",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_run_goes_on_from_the_figure_before(case: tuple[str, str, str]):
    """The figure just told says of what the run is, and up to when."""
    text, words, label = case

    assert verdict(text, words, PUBLISHED, **TABLES)[0] == label


def test_how_often_a_total_moved_is_replayed():
    """The query of the evidence gives what the verdict says."""
    text = "The three farms picked 778 tonnes of apples in 2023. It was the third rise since 2018."
    evidence, answer = replayed(text, "third", PUBLISHED, **TABLES)

    assert (evidence.table, answer) == ("orchard_years", [(3,)])


def test_records_are_no_rises():
    """What is the most in so many years of records has not risen as often."""
    text = "Alder Farm picked 460 tonnes of apples in 2023, the most in six years of records."

    assert verdict(text, "six years", PUBLISHED, **TABLES)[0] != "refuted"
