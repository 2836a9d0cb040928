"""Posts in a body, however both are said: "heads the committee on fisheries", "the captain of Elm, Bo Day"."""

from __future__ import annotations

import pandas as pd
import pytest

import claims
from tests.checking.support import queried

TABLES = {
    "boards": pd.DataFrame({
        "member": ["Nora Vance", "Nora Vance", "Amos Tull", "Amos Tull", "Greta Holm", "Greta Holm", "Della Roux"],
        "board": [
            "Upper Board for Fisheries and Coastal Trade", "Upper Board for Public Works", "Upper Board for Forestry",
            "Upper Board for Fisheries and Coastal Trade", "Upper Board for Harbours", "Upper Board for Forestry",
            "Lower Board for Public Works",
        ],
        "role": ["chair", "member", "chair", "member", "ranking member", "member", "chair"],
    }),
    "officers": pd.DataFrame({
        "name": ["Ann Lee", "Bo Day", "Di Fox", "Flo Nye", "Gus Pim"],
        "club": ["Elm Rowing Club", "Elm Rowing Club", "Ashby Sailing Club", "Marl Tennis Club", "Marl Tennis Club"],
        "post": ["treasurer", "captain", "captain", "president", "captain"],
    }),
}  # fmt: skip


def label(text: str, words: str) -> str:
    """Give the verdict of the name at some words, "" where there is none."""
    statements = claims.audit(text, claims.References.from_frames(TABLES)).statements
    start = text.index(words)
    around = [s for s in statements if s.start < start + len(words) and start < s.end and s.kind == "association"]
    return "/".join({s.verdict.label for s in around})


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Nora Vance heads the board for fisheries.", "fisheries", "supported"),
        ("Nora Vance, who now chairs the Fisheries Board, was out.", "Fisheries", "supported"),
        ("Nora Vance chairs the fisheries board; Amos Tull leads the one for forestry.", "forestry", "supported"),
        ("Amos Tull heads the board for fisheries.", "fisheries", "refuted"),
        ("Greta Holm is the top Liberal on Harbours.", "Harbours", "supported"),
        ("Greta Holm is the top Liberal on the forestry board.", "forestry", "refuted"),
        ("Ann Lee, treasurer of the Elm Rowing Club, was out.", "Elm Rowing", "supported"),
        ("Ann Lee, captain of the Elm Rowing Club, was out.", "Elm Rowing", "refuted"),
        ("The captain of the Ashby Sailing Club, Di Fox, was out.", "Ashby", "supported"),
        ("The captain of the Ashby Sailing Club, Bo Day, was out.", "Ashby", "refuted"),
        ("Flo Nye heads the Marl Tennis Club.", "Marl", "supported"),
    ],
)
def test_a_post_in_a_body_is_held_to_the_rows_of_whom_it_is_said_of(text, words, expected):
    """A part of the body's name is enough, in small letters too; of two of one name that is meant which fits."""

    assert expected == label(text, words)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee met the captain of the Ashby Sailing Club.",
        "Bo Day's brother is the captain of the Ashby Sailing Club.",
        "Bo Day may become president of the Marl Tennis Club.",
        "Bo Day is not the president of the Marl Tennis Club.",
        "Amos Tull, the former chair of the Fisheries Board, was out.",
        "Ann Lee was captain of the Ashby Sailing Club once.",
        "The board for fisheries met Amos Tull in public.",
    ],
)
def test_who_only_meets_one_in_a_post_or_may_have_it_is_not_said_to_have_it(text):
    """Neither the person nor the body is wrong then."""

    statements = claims.audit(text, claims.References.from_frames(TABLES)).statements

    assert [] == [s.quote for s in statements if s.verdict.label == "refuted"]


def test_the_query_asks_for_the_body_of_the_person_and_the_post():
    """What it gives is the body that was meant."""
    asked = queried("Amos Tull heads the board for fisheries.", "fisheries", TABLES)

    assert {found for _, found in asked} == {"Upper Board for Forestry"}
    assert all("\"member\" = 'Amos Tull'" in query and "\"role\" = 'chair'" in query for query, _ in asked)
