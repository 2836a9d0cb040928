"""Whether all of some are so: "both mills belong to the Coop", "every trial was heard by Marsh", "all opened since"."""

from __future__ import annotations

import pandas as pd
import pytest

import claims
from tests.checking.support import weighed

TABLES = {
    "mills": pd.DataFrame({
        "mill": ["Arden", "Bexley", "Corbett", "Dunmore", "Elsing", "Farrow"],
        "town": ["Orrin", "Pell", "Orrin", "Stavely", "Tarn", "Pell"],
        "opened": [1921, 1934, 1902, 1988, 1975, 1950],
        "owner": ["Hale Group", "Hale Group", "Coop", "Noble", "Noble", "Coop"],
        "workers": [120, 85, 60, 210, 140, 33],
    }),
    "trials": pd.DataFrame({
        "defendant": ["Ann Pryor", "Jon Lask", "Mira Dunn", "Tom Reeve"],
        "charge": ["fraud", "arson", "fraud", "theft"],
        "judge": ["Helen Marsh", "Paul Okoro", "Helen Marsh", "Helen Marsh"],
        "date": ["2024-02-12", "2024-03-04", "2024-05-20", "2024-06-11"],
    }),
    "lakes": pd.DataFrame({
        "lake": ["Alder Lake", "Birch Lake", "Crane Lake", "Deep Lake"],
        "type": ["reservoir", "natural", "reservoir", "natural"],
        "dam": ["yes", "no", "yes", "no"],
        "depth_m": [30, 12, 75, 41],
    }),
}  # fmt: skip
PUBLISHED = "2025-03-10"
TRUE = {
    "a noun with a word that narrows it": ("Every mill owned by Noble has more than 100 workers.", "Every"),
    "two, by their owner": ("Both mills of the Coop have fewer than 100 workers.", "Both"),
    "two that are named": ("Arden and Bexley both belong to the Hale Group.", "both"),
    "the two of the sentence before": ("Pryor and Dunn stood trial. Both were tried for fraud.", "Both"),
    "those at the front": ("Of the six mills on the list, all opened before 1990.", "all"),
    "behind of": ("All of the fraud trials were heard by Helen Marsh.", "All"),
    "a kind": ("Every reservoir has a dam.", "Every"),
    "each": ("Each of the Coop's mills has fewer than 100 workers.", "Each"),
}  # fmt: skip
FALSE = {
    "none of two": ("Neither mill of the Coop has fewer than 100 workers.", "Neither"),
    "none that are so": ("All of the mills in Orrin opened after 1950.", "All"),
    "not all": ("Every mill owned by the Hale Group has more than 100 workers.", "Every"),
}
OPEN = {
    "what is denied": "Both natural lakes have no dam.",
    "a time that no word is read for": "In the summer of 2019 every reservoir was full.",
    "a set phrase": "It is not clear at all, and above all it rained all over the mills.",
}


def labels(text: str) -> dict[str, str]:
    """Give the verdicts of the words that are numbers."""
    audit = claims.audit(claims.Article(text, published=PUBLISHED), claims.References.from_frames(TABLES))
    return {s.quote: s.verdict.label for s in audit.statements if s.kind == "quantifier"}


@pytest.mark.parametrize("case", TRUE.values(), ids=TRUE)
def test_what_is_so_of_all_is_supported(case: tuple[str, str]):
    """All of those that the words mean have what is said of them."""
    text, word = case

    assert "supported" == labels(text).get(word)


@pytest.mark.parametrize("case", FALSE.values(), ids=FALSE)
def test_what_is_not_so_of_all_is_not_supported(case: tuple[str, str]):
    """Where one of them is otherwise, what is said of all disagrees."""
    text, word = case

    assert labels(text).get(word) != "supported"
    assert {"disagrees"} == {w.result.outcome for w in weighed(text, word, TABLES, PUBLISHED)}


@pytest.mark.parametrize("text", OPEN.values(), ids=OPEN)
def test_what_is_not_read_of_all_stays_open(text: str):
    """A denial, a time without a limit and a set phrase say nothing of all rows."""
    told = {word: label for word, label in labels(text).items() if word.lower() in ("both", "every", "all")}

    assert not {"supported", "refuted"} & {*told.values()}
