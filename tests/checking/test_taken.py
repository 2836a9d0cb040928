"""A number that takes its unit from the time told before it."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import asked, verdict

POSTS = pd.DataFrame({
    "name": ["Ida Lowe", "Paul Renn", "Sara Voss", "Karl Timm"],
    "post": ["harbour master"] * 4,
    "port": ["Quay Head", "Quay Head", "Ness Point", "Ness Point"],
    "from": ["2009-12-05", "2019-12-02", "2021-03-15", "2016-05-01"],
    "to": ["2019-11-30", None, None, "2021-03-12"],
})  # fmt: skip
PUBLISHED = "2025-12-20"


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Paul Renn has run Quay Head for six years. His predecessor held the post for ten.", "ten", "supported"),
        ("Paul Renn has run Quay Head for six years; his predecessor lasted ten.", "ten", "supported"),
        ("Ida Lowe stayed for ten years and Karl Timm for five.", "five", "supported"),
        ("Ida Lowe stayed for ten years and Karl Timm for nine.", "nine", "refuted"),
        ("Paul Renn has been in charge for six years; Ida Lowe had ten.", "ten", "supported"),
    ],
)
def test_a_bare_number_behind_a_time_is_one_of_its_unit(text, words, label):
    """The unit is told once, in the sentence or the one before."""
    assert verdict(text, words, PUBLISHED, posts=POSTS)[0] == label


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ida Lowe stayed for ten years and Karl Timm had five dogs.", "five"),
        ("Ida Lowe stayed for ten years and 40 boats left. Karl Timm stayed for five.", "five"),
        ("Ida Lowe stayed for ten years. Karl Timm won five.", "five"),
        ("Ida Lowe stayed for ten years. In 2023 there were five.", "five"),
    ],
)
def test_what_counts_something_else_is_no_time(text, words):
    """A number with a noun, behind another figure, or that nothing calls a time keeps off."""
    found = asked(text, words, PUBLISHED, posts=POSTS)

    assert not [a for a in found if a.reading.family in ("duration", "succession", "between")]
