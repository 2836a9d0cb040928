"""What one alone has or does: "only Elm has more", "nobody but Elm did better than in 2023"."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import check, weighed

PIERS = pd.DataFrame({
    "pier": ["Ash", "Birch", "Cedar", "Elm", "Oak"],
    "length_m": [120, 310, 250, 180, 90],
    "toll_eur": [2, 9, 4, 5, 3],
    "boats_2023": [40, 80, 70, 55, 30],
    "boats_2024": [36, 75, 66, 61, 28],
})  # fmt: skip
PUBLISHED = "2025-03-01"


def _label(text: str, words: str) -> tuple[str, str]:
    found = check(text, PUBLISHED, piers=PIERS).get(words)
    return (found.verdict.label, found.verdict.expected) if found else ("", "")


@pytest.mark.parametrize(
    ("text", "words", "outcome", "found"),
    [
        ("Cedar is 250 metres long; only Birch is longer.", "Birch", "agrees", "Birch"),
        ("Cedar is 250 metres long; only Elm is longer.", "Elm", "disagrees", "Birch"),
        ("Elm is 180 metres long; only Birch is longer.", "Birch", "disagrees", "2"),
        ("A berth at Elm costs five euros. Only Birch, where it is nine, is dearer.", "Birch", "agrees", "Birch"),
        ("Nobody but Elm had more boats than in 2023.", "Elm", "agrees", "Elm"),
        ("Only Oak had more boats than in 2023.", "Oak", "disagrees", "Elm"),
        ("Only Oak had fewer boats than in 2023.", "Oak", "disagrees", "4"),
    ],
)
def test_the_one_behind_only_is_asked_for(text, words, outcome, found):
    """Who alone has more than another or than before is named, and where several have, their number."""
    readings = [w for w in weighed(text, words, {"piers": PIERS}, PUBLISHED) if w.reading.family == "alone"]

    assert (outcome, found) in {(w.result.outcome, str(w.result.found.value)) for w in readings}


def test_the_words_from_only_on_are_the_statement():
    """The wrong word may be "only" itself, so it stands in what is checked."""
    text = "Cedar is 250 metres long; only Birch is longer."

    assert _label(text, "only Birch") == ("supported", "Birch")


@pytest.mark.parametrize(
    "text",
    [
        "Cedar is 250 metres long, and not only Birch is longer.",
        "Cedar is 250 metres long; only Birch and Elm are longer.",
        "Cedar is 250 metres long, and the only Birch is longer.",
    ],
)
def test_not_only_and_the_only_and_two_names_assert_no_one(text):
    """Where "only" says something else, or is said of two, nothing is asked of one."""
    assert not [w for w in weighed(text, "Birch", {"piers": PIERS}, PUBLISHED) if w.reading.family == "alone"]
