"""The place at the head of an article."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

TOWNS = pd.DataFrame({
    "town": ["Elm", "Oak", "Ash"] * 2, "year": [2022] * 3 + [2023] * 3,
    "vaccinated_pct": [88.1, 71.4, 90.2, 91.3, 75.0, 92.6],
})  # fmt: skip


@pytest.mark.parametrize(
    ("where", "now", "label"), [("the province", "84.0", "not_enough_info"), ("Elm", "91.3", "refuted")]
)
def test_a_place_that_only_heads_the_article_refutes_nothing(where, now, label):
    """What is told of a province is not of the town where it was written down; what names the town is."""
    text = (
        f"ELM — Of the children in {where} {now} percent were vaccinated last year. In 2022 it had been 82.3 percent."
    )

    assert verdict(text, "82.3 percent", "2024-03-14", towns=TOWNS)[0] == label
