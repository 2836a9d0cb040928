"""How often something rose or fell: by a column of changes, by what was before and after, by the figures over time."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import agreeing, queried, weighed
from tests.checking.test_replay import unanswered

TABLES = {
    "rate_decisions": pd.DataFrame({
        "date": ["2022-02-03", "2022-05-05", "2022-09-08", "2023-03-02", "2023-09-07", "2024-02-01"],
        "rate_before": [0.5, 0.75, 1.25, 2.0, 2.5, 2.25], "rate_after": [0.75, 1.25, 2.0, 2.5, 2.25, 2.0],
    }),
    "firm_years": pd.DataFrame({
        "firm": ["Alder"] * 6 + ["Birch"] * 6, "year": [2018, 2019, 2020, 2021, 2022, 2023] * 2,
        "net_profit_usd_m": [4, -1, -3, 2, -5, 1, 3, 3, 4, 5, -2, 6],
        "staff": [100, 110, 108, 120, 115, 130, 50, 51, 52, 49, 50, 53],
    }),
    "orders": pd.DataFrame({
        "month": [f"2023-{n:02}" for n in range(7, 13)], "change_percent": [0.4, -0.2, -1.1, 0.3, 0.2, 0.9],
    }),
    "fares": pd.DataFrame({
        "route": ["Orrin", "Pell"], "fare_2020": [5, 7], "fare_2021": [4, 8], "fare_2022": [6, 9], "fare_2023": [5, 9],
    }),
}  # fmt: skip
PUBLISHED = "2024-05-02"
CAUGHT = {
    "by the verb": ("The bank has raised its rate four times since 2022.", "four times", "4"),
    "since later": ("The bank has raised its rate once since 2023.", "once", "1"),
    "which in a row": ("It was the second cut in the rate since September 2023.", "second", "2"),
    "losses": ("Alder had three years of losses and three of profit.", "three years", "3"),
    "the years left out": ("Alder had three years of losses and three of profit.", "three of", "3"),
    "over the years": ("The staff of Alder has fallen twice since 2018.", "twice", "2"),
    "over columns": ("The fare to Orrin has gone down twice since 2020.", "twice", "2"),
    "a column of changes": ("Orders have had four rises and two falls.", "two falls", "2"),
}
LEFT = {
    "the other way": ("The bank has cut its rate four times since 2022.", "four times"),
    "another's": ("The staff of Birch has fallen twice since 2018.", "twice"),
    "in a row": ("The staff of Alder has fallen two times in a row.", "two times"),
    "no move": ("The bank has met four times since 2022.", "four times"),
}


@pytest.mark.parametrize("case", CAUGHT.values(), ids=CAUGHT)
def test_moves_are_counted(case: tuple[str, str, str]):
    """A move is counted wherever the table tells it, up to now or since a time."""
    text, words, found = case

    assert ("moves", found) in agreeing(text, words, TABLES, PUBLISHED)


@pytest.mark.parametrize("case", LEFT.values(), ids=LEFT)
def test_what_did_not_move_so_is_not_counted(case: tuple[str, str]):
    """Another direction, another thing, a run and a verb of no move agree with nothing."""
    text, words = case

    assert "moves" not in {family for family, _ in agreeing(text, words, TABLES, PUBLISHED)}


def test_a_count_of_moves_since_a_time_may_refute():
    """Where the measure and the time are said, another number is wrong."""
    found = weighed("The bank has raised its rate five times since 2022.", "five times", TABLES, PUBLISHED)

    assert ("moves", True) == (found[0].reading.family, found[0].reading.refutes)


def test_each_count_of_moves_can_be_replayed():
    """DuckDB gives what was computed here."""
    questions = {q for text, words, *_ in CAUGHT.values() for q in queried(text, words, TABLES, PUBLISHED)}

    assert [] == unanswered(questions, TABLES)
