"""What changed from one day to another of a thing's rows: regattas, inspections, readings of a gauge."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

RALLIES = pd.DataFrame(
    [
        ("Moorland Rally", "2022-05-07", "Ilka Brandt", 131, 40),
        ("Moorland Rally", "2023-05-06", "Ilka Brandt", 128, 44),
        ("Moorland Rally", "2024-05-11", "Jon Tarrow", 119, 52), ("Harbour Dash", "2022-08-20", "Jon Tarrow", 71, 18),
        ("Harbour Dash", "2023-08-19", "Petra Lund", 77, 21), ("Harbour Dash", "2024-08-24", "Petra Lund", 68, 25),
    ],
    columns=["rally", "date", "winner", "winning_time_min", "starters"],
)  # fmt: skip
WELLS = pd.DataFrame(
    [
        (well, f"2025-{month:02}-01", level)
        for well, levels in {"Ash Well": (41.2, 40.1, 37.9, 36.4), "Fen Well": (22.5, 22.6, 21.0, 20.8)}.items()
        for month, level in zip((3, 4, 5, 6), levels, strict=True)
    ],
    columns=["well", "date", "level_m"],
)


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("The Moorland Rally had 52 starters, 12 more than in 2022.", "12", "supported"),
        ("Jon Tarrow won the Moorland Rally in 119 minutes, nine fewer than in 2023.", "nine", "supported"),
        ("Petra Lund won the Harbour Dash in 68 minutes. It was nine better than in 2023.", "nine", "supported"),
        ("The level of Ash Well has come down by 4.8 meters since the first of March.", "4.8", "supported"),
        ("The level of Ash Well stood at 36.4 meters, down 1.5 meters in a month.", "1.5", "supported"),
        ("The level of Ash Well stood at 36.4 meters, down 3.5 meters in a month.", "3.5", "refuted"),
    ],
)  # fmt: skip
def test_what_comes_back_is_held_against_another_day_of_it(text, words, label):
    """The row of the day that is told is held against that of the other year, month or day."""
    assert (
        verdict(text, words, "2024-12-10" if "Well" not in text else "2025-06-10", rallies=RALLIES, wells=WELLS)[0]
        == label
    )


def test_rows_of_different_things_are_no_course_over_time():
    """From the Moorland Rally to the Harbour Dash nothing has changed."""
    text = "The season ended in August. There were 27 fewer starters than in May."
    assert verdict(text, "27 fewer", "2024-12-10", rallies=RALLIES)[0] != "supported"
