"""Which row a figure is told of: by a relative clause, by what the article is about, by a phrase that names itself."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

FRAMES = {
    "kilns": pd.DataFrame({
        "kiln": ["Tarn (brick)", "Corve", "Esk Water", "Lune"], "chambers": [41, 17, 29, 23],
        "firings": [312, 148, 196, 205],
    }),
    "mills": pd.DataFrame({
        "mill": ["Norvik", "Tessin", "Arden"], "looms": [430, 288, 615],
        "owner": ["Ann Reid", "Leo Marsh", "Ida Brandt"],
        "height_m": [14.5, 21.0, 33.5],
    }),
    "owners": pd.DataFrame({
        "name": ["Ann Reid", "Leo Marsh", "Ida Brandt"], "born": ["1961-05-04", "1978-09-12", "1949-03-30"],
        "mill": ["Norvik", "Tessin", "Arden"],
    }),
    "harvests": pd.DataFrame({
        "estate": ["Holt", "Holt", "Brede", "Brede"], "year": [2024, 2025, 2024, 2025], "tonnes": [340, 410, 128, 119],
    }),
}  # fmt: skip


def said(text: str, words: str) -> str:
    """Give the verdict on words of a text."""
    return verdict(text, words, "2026-03-04", **FRAMES)[0]


@pytest.mark.parametrize(
    ("text", "true", "wrong"),
    [
        ("The Lune is the youngest, ahead of the Corve, which has {} chambers.", "17", "71"),
        ("The Lune has the same bricks as the Corve, whose {} chambers are empty.", "17", "71"),
        ("The Tarn was built last. It has {} chambers.", "41", "47"),
        ("The oldest Tarn kiln, built by monks, is cold. It has {} chambers.", "41", "47"),
        ("Tessin lies upstream. The oldest mill, Arden, stands still. It has {} looms.", "615", "651"),
        ("Tessin burnt down. Ann Reid was lucky. Her mill has {} looms.", "430", "403"),
        ("Norvik is well known. It has three more looms than Tessin, unlike Arden. It has {} looms.", "430", "403"),
        ("The harvests of 2025 were poor. The vines froze.\n\nBrede brought in {} tonnes.", "119", "191"),
    ],
)
def test_the_row_is_that_of_whom_the_words_mean(text: str, true: str, wrong: str) -> None:
    """The right figure is borne out, another is refuted."""
    assert said(text.format(true), true) == "supported"
    assert said(text.format(wrong), wrong) == "refuted"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Lune, which has been cold since May, has a neighbour with 71 chambers.", "71"),
        ("Norvik has new looms. The largest mill, in another country, has 9,000 looms.", "9,000"),
        ("Norvik has new looms. Another mill has 615.", "615"),
    ],
)
def test_another_thing_has_the_row_of_none(text: str, words: str) -> None:
    """What says itself that it is another, or comes after the clause, is not held against a row."""
    assert said(text, words) != "refuted"


def test_what_the_article_is_about_is_meant_before_others_of_other_kinds() -> None:
    """The one mill among many owners has the looms."""
    text = (
        "Arden is old. Arden was a farm before. Nobody knows Arden better than Ida Brandt.\n\n"
        "Ann Reid and Leo Marsh came to see her on a wet day.\n\nThe looms, {} of them, were bought in Lorne."
    )
    assert said(text.format("615"), "615") == "supported"
    assert said(text.format("651"), "651") != "supported"
