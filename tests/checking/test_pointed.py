"""A number in the row that the names, times and figures of its sentence point to."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

HEATS = pd.DataFrame({
    "heat": [1, 1, 2, 2, 3, 3], "horse": ["Amber", "Birch", "Cobalt", "Dune", "Amber", "Cobalt"],
    "rider": ["Ida Lowe", "Paul Renn", "Sara Voss", "Nora Beck", "Ida Lowe", "Sara Voss"],
    "box": [3, 6, 2, 5, 8, 4], "weight_kg": [54.5, 57.1, 55.8, 56.3, 54.9, 55.2],
})  # fmt: skip
PUBLISHED = "2024-03-14"


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Ida Lowe rode Amber from box eight, with 54.9 kilos.", "eight", "supported"),
        ("Ida Lowe rode Amber from box seven, with 54.9 kilos.", "seven", "refuted"),
        ("Ida Lowe rode Amber from box seven.", "seven", "not_enough_info"),
        ("Ida Lowe rode Amber for seven miles home, and weighed 54.9 kilos.", "seven miles", "not_enough_info"),
    ],
)
def test_figures_beside_tell_the_row(text, words, label):
    """Horse and rider have two rows, the weight tells which; without it, and of what no column has, it stays open."""
    assert verdict(text, words, PUBLISHED, heats=HEATS)[0] == label
