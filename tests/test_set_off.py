"""What commas set off is asserted, whatever the clause around it goes on to say."""

from __future__ import annotations

import pytest

import claims


@pytest.mark.parametrize(
    ("text", "words", "modality"),
    [
        ("The tower, at 221 metres the tallest in the county, will be sold.", "221 metres", "asserted"),
        ("Jo Lee, warden since March 2020, would not say what comes next.", "March 2020", "asserted"),
        ("The club, with 24 teams, has not won.", "24 teams", "asserted"),
        ("The bridge, due in March 2031, will cost more.", "March 2031", "forecast"),
        ("The tower will be sold for 30 crowns.", "30 crowns", "forecast"),
        ("Jo Lee would pay 40 crowns.", "40 crowns", "hypothetical"),
    ],
)
def test_an_aside_between_subject_and_verb_is_asserted(text, words, modality):
    """A modal is that of the verb: what describes the subject between commas holds now."""
    statement = next(s for s in claims.split(claims.Article(text, published="2025-02-03")) if words in s.quote)

    assert statement.modality == modality
