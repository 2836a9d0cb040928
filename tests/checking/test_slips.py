"""Figures miswritten: digits in another order, a clock time, the next word of scale; they tell whose they are."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

FRAMES = {
    "orchards": pd.DataFrame({
        "orchard": ["Lowfield", "Brackwater", "Sunner Hill", "Marl End"] * 2,
        "year": [2023] * 4 + [2024] * 4,
        "trees": [1180, 940, 620, 450, 1204, 960, 635, 410],
        "harvest_kg": [48200, 31870, 20650, 15400, 51339, 30200, 21400, 16050],
        "revenue_eur_m": [4.62, 3.1, 2.4, 1.9, 5.31, 3.3, 2.5, 2.1],
    }),
    "runs": pd.DataFrame({
        "date": ["2024-06-02"] * 3, "runner": ["Ines Tal", "Mona Friel", "Edda Krul"],
        "finish_time": ["0:41:32", "0:42:17", "0:44:05"], "gap_seconds": [0, 45, 153],
    }),
}  # fmt: skip


def said(text: str, words: str) -> str:
    """Give the verdict on words of a text."""
    return verdict(text, words, "2025-03-04", **FRAMES)[0]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Lowfield had 1,204 trees in 2024.", "1,204", "supported"),
        ("Lowfield had 1,240 trees in 2024.", "1,240", "refuted"),
        ("In 2024 it was Lowfield, old and windy, that had 1,240 trees still standing.", "1,240", "refuted"),
        ("Lowfield brought in 51,300 kilograms in 2024.", "51,300", "supported"),
        ("Lowfield brought in 53,100 kilograms in 2024.", "53,100", "refuted"),
        ("Lowfield took in 5.31 million euros in 2024.", "5.31 million", "supported"),
        ("At Lowfield revenue was 5.31 billion euros in 2024.", "5.31 billion", "refuted"),
        ("Edda Krul finished 2 minutes 33 seconds behind the winner.", "2 minutes 33 seconds", "supported"),
        ("Mona Friel came in after 42 minutes 17 seconds.", "42 minutes 17 seconds", "supported"),
        ("Edda Krul came in after 44 minutes 50 seconds.", "44 minutes 50 seconds", "refuted"),
        ("Ines Tal finished in 41:23 on June 2, 2024.", "41:23", "refuted"),
    ],
)
def test_a_slip_is_told_wrong(text, words, expected):
    """Digits in another order, also of a rounded figure or one that ends in a zero, and million for billion."""
    assert said(text, words) == expected


def test_a_slip_tells_whose_figure_it_is():
    """The sentences before may leave open who is meant: the figure with two digits turned settles it."""
    before = "Sunner Hill and Marl End are the small ones. Nobody counts them by hand any more. "

    assert said(f"{before}In 2024 there were 21,400 kilograms from the one on the hill.", "21,400") == "supported"
    assert said(f"{before}In 2024 it brought in 12,400 kilograms.", "12,400") == "refuted"
