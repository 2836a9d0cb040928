"""A name as what an extreme or a rank asserts: "the longest is Birch", "Birch led with 310", "followed by Cedar"."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict, weighed

PIERS = pd.DataFrame({
    "pier": ["Ash", "Birch", "Cedar", "Elm", "Oak", "Yew"],
    "length_m": [120, 310, 250, 180, 90, 70],
    "visitors": [40210, 81250, 90400, 36500, 22000, 25300],
})  # fmt: skip
PUBLISHED = "2025-03-01"


YEARS = pd.DataFrame({
    "pier": ["Ash", "Birch", "Cedar", "Elm"],
    "visitors_2023": [400, 800, 700, 500],
    "visitors_2024": [404, 720, 690, 600],
})  # fmt: skip


@pytest.mark.parametrize(("name", "outcome"), [("Elm", "agrees"), ("Birch", "disagrees")])
def test_who_grew_fastest_is_not_who_has_the_most(name, outcome):
    """A superlative of a move asks for the growth, and for nothing that is merely large."""
    found = weighed(f"{name}'s visitors grew fastest.", "fastest", {"years": YEARS}, PUBLISHED)

    assert {("grown", outcome)} == {(w.reading.family, w.result.outcome) for w in found}


def _asked(text: str, words: str) -> set[tuple[str, str, str]]:
    found = weighed(text, words, {"piers": PIERS}, PUBLISHED)
    return {(w.reading.family, w.result.outcome, str(w.result.found.value)) for w in found}


@pytest.mark.parametrize(
    ("text", "words", "asked"),
    [
        ("The longest pier of all is Birch.", "Birch", ("extreme", "agrees", "Birch")),
        ("The longest pier of all is Cedar.", "Cedar", ("extreme", "disagrees", "Birch")),
        ("Cedar had more visitors than any other pier.", "Cedar", ("extreme", "agrees", "Cedar")),
        ("Birch had more visitors than any other pier.", "Birch", ("extreme", "disagrees", "Cedar")),
        ("Cedar led with 90,400 visitors.", "Cedar", ("extreme", "agrees", "Cedar")),
        ("Elm led with 90,400 visitors.", "Elm", ("extreme", "disagrees", "Cedar")),
        ("The longest pier is Birch, followed by Cedar with 250 metres.", "Cedar", ("rank", "agrees", "2")),
        ("The longest pier is Birch, followed by Elm with 250 metres.", "Elm", ("rank", "disagrees", "3")),
        ("Birch came second with 81,250 visitors.", "Birch", ("rank", "agrees", "2")),
    ],
)
def test_a_name_is_held_to_the_extreme_or_the_place_said_of_it(text, words, asked):
    """Who has the most is named, right or wrong; a place is held to the one that the name has."""
    assert asked in _asked(text, words)


@pytest.mark.parametrize(
    ("text", "words", "label", "expected"),
    [
        ("Cedar led with 90,400 visitors.", "Cedar", "supported", "Cedar"),
        ("Birch had more visitors than any other pier.", "Birch", "refuted", "Cedar"),
    ],
)
def test_the_name_itself_gets_the_verdict(text, words, label, expected):
    """The name that leads is confirmed; the name of another is refuted by whose the extreme is."""
    assert verdict(text, words, PUBLISHED, piers=PIERS) == (label, expected)


@pytest.mark.parametrize(
    "text",
    [
        "Elm is shorter than the longest pier, Birch.",
        "Elm led the way home with 12 lanterns in the mist.",
        "Elm lies beside the longest of the piers.",
    ],
)
def test_a_name_that_is_held_against_the_extreme_does_not_hold_it(text):
    """What is shorter than the longest, leads the way or lies beside it is not said to be the extreme."""
    assert not {a for a in _asked(text, "Elm") if a[0] in ("extreme", "rank")}
