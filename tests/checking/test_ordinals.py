"""Which of several something is: "the station's third ruling", "the second at Dale Mill"."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

PUBLISHED = "2025-09-10"
TABLES = {
    "births": pd.DataFrame(
        [
            ("Hazel", "white rhinoceros", "Kester Park", "2025-09-02"),
            ("Bramble", "white rhinoceros", "Kester Park", "2022-03-01"),
            ("Juniper", "white rhinoceros", "Kester Park", "2023-07-09"),
            ("Moss", "giraffe", "Kester Park", "2023-01-12"),
            ("Fern", "giraffe", "Tarn Zoo", "2024-02-02"),
            ("Ash", "white rhinoceros", "Tarn Zoo", "2019-06-11"),
            ("Ivy", "giraffe", "Kester Park", "2018-04-14"),
        ],
        columns=["animal", "species", "zoo", "born"],
    ),
    "rulings": pd.DataFrame(
        [
            ("2016-05-01", "Pulse", "fine"), ("2019-03-02", "Pulse", "warning"), ("2021-04-12", "Coast FM", "fine"),
            ("2022-10-10", "Pulse", "fine"), ("2024-06-01", "Coast FM", "warning"), ("2025-06-21", "Pulse", "fine"),
        ],
        columns=["date", "station", "sanction"],
    ),
    "valley_cup": pd.DataFrame({
        "year": [2019, 2021, 2022, 2023, 2024, 2025],
        "winner": ["Corran", "Tarn Rovers", "Ullock", "Tarn Rovers", "Ullock", "Tarn Rovers"],
        "runner_up": ["Tarn Rovers", "Corran", "Tarn Rovers", "Ullock", "Tarn Rovers", "Ullock"],
    }),
}  # fmt: skip
CASES = {
    "a kind, born in a place": ("Hazel is the {} white rhinoceros to be born at Kester Park.", "third", "fourth"),
    "the subject of the sentence before": (
        "The last ruling on Pulse came in June. It was the station's {}.", "fourth", "second",
    ),
    "the subject of the sentence": ("June's ruling was the {} on Pulse.", "fourth", "third"),
    "a noun told before": (
        "In June the regulator fined Pulse. It was the station's fourth ruling and the {} that carried a fine.",
        "third", "second",
    ),
    "a kind that is owned": ("It is Pulse's fourth ruling in all, and its {} fine.", "third", "seventh"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_which_of_several_something_is_may_leave_out_its_noun(case: tuple[str, str, str]):
    """The noun is that of the sentence or of the one before; what its phrase names narrows the count."""
    text, right, wrong = case
    assert verdict(text.format(right), right, PUBLISHED, **TABLES)[0] == "supported"
    assert verdict(text.format(wrong), wrong, PUBLISHED, **TABLES)[0] != "supported"


def test_the_last_event_told_of_is_in_the_table():
    """A ruling of June that the table has is no news of one more."""
    text = "The last ruling on Pulse came in June. It was the station's fifth."
    assert verdict(text, "fifth", PUBLISHED, **TABLES)[0] != "supported"


def test_a_lost_final_is_no_title():
    """Of three that it lost none is a title."""
    assert verdict("Tarn Rovers won the cup. It was the club's third title.", "third", **TABLES)[0] == "supported"
    text = "Ullock won the cup in 2024. It was the club's second title, and Tarn Rovers have lost three finals."
    assert verdict(text, "second", PUBLISHED, **TABLES)[0] == "supported"


def test_a_row_without_a_year_has_a_figure_all_the_same():
    """The place of a figure that stands in an undated row is asked of no year, and the audit comes to its end."""
    zoos = pd.DataFrame({
        "zoo": ["Elm Zoo", "Oak Zoo", "Ash Zoo"] * 2, "year": [2022] * 3 + [None, 2023, 2023],
        "visitors": [431000, 300000, 120000, 412000, 310000, 125000],
    }).astype({"year": "Int64"})  # fmt: skip

    assert verdict("Its 412,000 visitors were the second most.", "second", zoos=zoos)[0] == "not_enough_info"
