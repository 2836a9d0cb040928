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


TOWNS = pd.DataFrame({
    "mill": ["Arden", "Bexley", "Corbett", "Dunmore", "Elsing"],
    "town": ["Orrin", "Pell", "Orrin", "Stavely", "Tarn"],
    "owner": ["Hale Group", "Hale Group", "Coop", "Noble", "Noble"],
    "workers_2023": [118, 90, 66, 200, 149],
    "workers_2024": [120, 85, 60, 210, 140],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "wrong"),
    [
        ("Of the five mills only Elsing is in Tarn.", "only Elsing", "only Dunmore"),
        ("Only Dunmore has more than 200 workers.", "Only Dunmore", "Only Elsing"),
        (
            "Of the five mills only Dunmore and Elsing belong to Noble.",
            "only Dunmore and Elsing",
            "only Dunmore and Arden",
        ),
        ("Dunmore and Elsing are the only mills owned by Noble.", "only", ""),
        ("Dunmore, the only mill with more than 200 workers, was full.", "only", ""),
        ("Corbett is the only mill owned by the Coop.", "only", ""),
    ],
)
def test_who_alone_is_as_the_words_say(text, words, wrong):
    """Those that are named are all that are so; with another name among them they are not."""

    def verdict(told: str, quote: str) -> str:
        found = check(told, PUBLISHED, mills=TOWNS).get(quote)
        return found.verdict.label if found else ""

    assert verdict(text, words) == "supported"
    assert not wrong or verdict(text.replace(words, wrong), wrong) in ("", "refuted", "not_enough_info")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Corbett is the only mill owned by Noble.", "only"),
        ("Arden and Corbett are the only mills owned by the Hale Group.", "only"),
        ("Elsing is the only mill that grew in 2024.", "only"),
    ],
)
def test_who_is_not_alone_is_not_supported(text, words):
    """Where others are so, or the one that is named is not, nothing agrees."""
    outcomes = {w.result.outcome for w in weighed(text, words, {"mills": TOWNS}, PUBLISHED)}

    assert "agrees" not in outcomes
