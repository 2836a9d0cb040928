"""How often, or how many times in a row, something had the most or the least of all."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import queried, verdict
from tests.checking.test_replay import unanswered

QUEUES = {
    "Ashport": [14.0, 13.5, 13.9, 14.9, 15.8, 16.9],
    "Birkhaven": [12.1, 13.0, 14.2, 13.8, 15.1, 16.0],
    "Carrow": [9.0, 9.9, 10.4, 11.0, 11.6, 12.3],
}
PUBLISHED = "2025-03-04"
TABLES = {
    "port_years": pd.DataFrame(
        [
            {"port": port, "year": year, "median_queue_hours": hours}
            for port, queue in QUEUES.items()
            for year, hours in zip(range(2019, 2025), queue, strict=True)
        ]
    ),
    "grain": pd.DataFrame({
        "harbour": ["Ashport", "Birkhaven", "Carrow"], "grain_2021": [40, 31, 12], "grain_2022": [33, 35, 13],
        "grain_2023": [30, 36, 11], "grain_2024": [28, 39, 15],
    }),
}  # fmt: skip
CASES = {
    "in a row": ("Ashport had the longest queue for the {} year in a row.", "third", "second"),
    "in a row, told of another": ("It was the {} year in a row that Ashport had the longest queue.", "third", "fifth"),
    "behind a figure": (
        "Ashport had the longest queue, at 16.9 hours, for the {} time in six years.",
        "fifth",
        "third",
    ),
    "of a window": ("Ashport had the longest queue in {} of the last five years.", "four", "two"),
    "over columns": ("Birkhaven shipped the most grain for the {} year running.", "third", "second"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_how_often_something_came_first_is_counted(case: tuple[str, str, str]):
    """The place among all is asked of each time; a wrong number is not borne out."""
    text, right, wrong = case
    assert verdict(text.format(right), right, PUBLISHED, **TABLES)[0] == "supported"
    assert verdict(text.format(wrong), wrong, PUBLISHED, **TABLES)[0] != "supported"


def test_a_run_that_ends_with_the_last_year_refutes():
    """A run that began inside the table has a length."""
    text = "Ashport had the longest queue for the second year in a row."
    assert verdict(text, "second", PUBLISHED, **TABLES) == ("refuted", "3")


def test_each_of_the_last_years_may_be_more():
    """What was first in six years was so in each of the last four; one that was not is not said to have been."""
    text = "{} had the shortest queue in each of the last four years."
    assert verdict(text.format("Carrow"), "last four years", PUBLISHED, **TABLES)[0] == "supported"
    assert verdict(text.format("Birkhaven"), "last four years", PUBLISHED, **TABLES)[0] != "supported"


def test_an_extreme_of_its_own_is_none_among_others():
    """What is longest of its own is no matter of the others; nor is "at least"."""
    for text in ("Ashport had its longest queue for the third year in a row.", "Ashport grew at least a third time."):
        assert not any("each_thing" in query for query, _ in queried(text, "third", TABLES, PUBLISHED))


def test_what_is_asked_can_be_asked_again():
    """The query gives the same in DuckDB."""
    texts = [(text.format(right), right) for text, right, _ in CASES.values()]
    questions = {q for text, words in texts for q in queried(text, words, TABLES, PUBLISHED)}
    assert any("each_thing" in query for query, _ in questions)
    assert [] == unanswered(questions, TABLES)
