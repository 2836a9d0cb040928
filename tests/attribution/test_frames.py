"""Dates that tell when something was said."""

from __future__ import annotations

import pytest

import claims


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The two sides met twice in 2020, strategist Ana Rao had revealed last year.", "sourced"),
        ("Ana Rao had revealed last year that the two sides met twice.", "sourced"),
        ("The two sides met twice, Ana Rao said on Tuesday.", "sourced"),
        ("Ana Rao announced on Monday that the two sides met twice.", "own_voice"),
        ("The two sides met twice, Ana Rao said before they left on Tuesday.", "own_voice"),
        ("The group was announced by the party on April 25.", "own_voice"),
    ],
)
def test_date_beside_a_cue(text, label):
    """Where the saying only recalls or follows, its date goes with it; where it is the news, the outlet says when."""

    dates = [s for s in claims.split(claims.Article(text, published="2022-04-26")) if s.kind == "event"]

    assert label == dates[-1].sourcing.label
