"""Words and names are borne out by the row of whom they are said of: each of several, and that of the time given."""

from __future__ import annotations

import pandas as pd
import pytest

import claims

TABLES = {
    "dairies": pd.DataFrame({
        "dairy": ["Hollow Dairy", "Pike & Sons", "Lowden Creamery", "Ardle Farm", "Bayfield Cheese", "Cragside Dairy"],
        "town": ["Wexmoor", "Wexmoor", "Tarrant", "Oster", "Tarrant", "Mill End"],
        "ownership": ["cooperative", "family", "private", "family", "private", "cooperative"],
    }),
    "cheeses": pd.DataFrame({
        "cheese": ["Old Pike", "Wexmoor Blue", "Tarrant Ash", "Little Ardle", "Bay White", "Grey Crag"],
        "dairy": ["Pike & Sons", "Hollow Dairy", "Lowden Creamery", "Ardle Farm", "Bayfield Cheese", "Cragside Dairy"],
        "milk": ["cow", "cow", "goat", "sheep", "goat", "cow"],
        "style": ["hard", "blue", "soft", "hard", "soft", "washed"],
    }),
    "closures": pd.DataFrame({
        "date": ["2023-04-03", "2024-05-13", "2024-08-19", "2025-02-10"],
        "dairy": ["Hollow Dairy", "Hollow Dairy", "Bayfield Cheese", "Pike & Sons"],
        "kind": ["closure", "closure", "purchase", "strike"],
        "place": ["Oster", "Mill End", "Corve Hill", "Wexmoor"], "workers": [40, 62, 25, 110],
    }),
    "members": pd.DataFrame({
        "name": ["Nora Vance", "Amos Tull", "Greta Holm", "Ivor Stagg"],
        "party": ["Republican", "Republican", "Democrat", "Democrat"],
        "state": ["Ashmore", "Ashmore", "Brindle", "Brindle"],
        "born": ["1960-03-04", "1951-06-24", "1958-09-14", "1970-12-01"],
    }),
    "ministers": pd.DataFrame({
        "name": ["Ada Brook", "Ada Brook", "Jon Creel", "Eve Lorn"],
        "office": ["Health Minister", "Finance Minister", "Health Minister", "Transport Minister"],
        "party": ["Labour Union", "Labour Union", "Labour Union", "Rural Party"],
        "from": ["2020-10-26", "2024-11-04", "2024-11-04", "2022-03-01"], "to": ["2024-11-03", None, None, None],
    }),
}  # fmt: skip


def label(text: str, words: str, at: int = 1) -> str:
    """Give the verdict of the name or the word at its n-th place in a text, "" where there is none."""
    references = claims.References.from_frames(TABLES)
    statements = claims.audit(claims.Article(text, published="2025-10-20"), references).statements
    start = -1
    for _ in range(at):
        start = text.index(words, start + 1)
    around = [s for s in statements if s.start < start + len(words) and start < s.end and s.value is None]
    labels = {s.verdict.label for s in around if s.kind not in ("fact", "quotation")} - {"not_enough_info"}
    return "/".join(sorted(labels))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Lowden Creamery and Bayfield Cheese are both in Tarrant.", "Tarrant", "supported"),
        ("Lowden Creamery and Ardle Farm are both in Tarrant.", "Tarrant", "refuted"),
        ("Both Hollow Dairy and Cragside Dairy are in Wexmoor.", "Wexmoor", "refuted"),
        ("Nora Vance, Amos Tull and Greta Holm are Republicans.", "Republicans", "refuted"),
        ("Nora Vance and Amos Tull are Republicans from Ashmore.", "Ashmore", "supported"),
        ("Nora Vance and Amos Tull voted against the bill. Both are Republicans.", "Republicans", "supported"),
        ("Nora Vance and Greta Holm voted against the bill. Both are Republicans.", "Republicans", "refuted"),
        ("Nora Vance and Greta Holm voted against the bill. Both are from Ashmore.", "Ashmore", "refuted"),
        ("Grey Crag and Wexmoor Blue are hard.", "hard", "refuted"),
    ],
)
def test_what_is_said_of_several_at_once_each_of_them_has_to_have(text, words, expected):
    """One of a list, or of "both", that has another value in its row refutes what the others bear out."""

    assert expected == label(text, words)


def test_what_is_said_of_some_is_held_against_no_one():
    """ "Two of the others are private" is a count, and says nothing of the dairy before; they are two, not three."""

    assert "refuted" not in label("Ardle Farm is a family business. Two of the six are private.", "private")
    text = "Ardle Farm is a family business. Two of the others are private."
    statements = claims.audit(text, claims.References.from_frames(TABLES)).statements

    assert ["supported"] == [s.verdict.label for s in statements if s.quote == "Two of the others"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ada Brook, 49, the finance minister, has said nothing.", "finance minister", "supported"),
        ("Ada Brook, 49, the health minister, has said nothing.", "health minister", "refuted"),
        ("Bay White is a hard goat cheese.", "hard", "refuted"),
    ],
)
def test_a_word_is_borne_out_by_the_row_of_whom_it_is_said_of(text, words, expected):
    """An apposition tells of now and of the name before it, not of what another of the same party or kind is."""

    assert expected == label(text, words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cut at Hollow Dairy came in May of last year, when a plant in Mill End closed.", "supported"),
        ("The cut at Hollow Dairy came in May of last year, when a plant in Oster closed.", ""),
        ("The cut at Hollow Dairy came in April 2023, when a plant in Oster closed.", "supported"),
    ],
)
def test_a_row_of_another_time_does_not_bear_out_a_place(text, expected):
    """Where a row of the time that is given says otherwise, one of two years before is not the one meant."""

    assert expected == label(text, "Mill End" if "Mill End" in text else "Oster")


def test_what_a_firm_is_does_not_make_its_town_the_place_of_what_it_did():
    """ "A private firm" tells of no row: the plant that it bought need not lie where it is at home."""

    for text in ("Bayfield Cheese, a private firm, bought a plant in {}.", "Ardle Farm, a family firm, met in {}."):
        assert "refuted" not in {label(text.format(town), town) for town in ("Oster", "Mill End", "Wexmoor")}


TRADES = pd.DataFrame({
    "name": ["Nora Vance", "Amos Tull", "Greta Holm", "Ivor Stagg"],
    "mill": ["Elm Mill", "Elm Mill", "Oak Mill", "Ash Mill"],
    "from": ["2008-02-01", "2019-07-01", "2012-01-01", "2021-06-15"], "to": ["2019-06-30", None, None, None],
    "profession": ["biologist", "carpenter", "estate agent", "biologist"],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Amos Tull, a carpenter, has two mills.", "carpenter", "supported"),
        ("Amos Tull, a 45-year-old carpenter, has two mills.", "carpenter", "supported"),
        ("Greta Holm, the former estate agent, has two mills.", "estate agent", "supported"),
        ("Nora Vance, a retired biologist, left it.", "biologist", "supported"),
        ("Amos Tull, a biologist, has two mills.", "biologist", "refuted"),
        ("Greta Holm, a trained carpenter, has two mills.", "carpenter", "refuted"),
        ("Greta Holm, a pianist, has two mills.", "pianist", "not_enough_info"),
        ("Anna Bell, a carpenter, has met Greta Holm.", "carpenter", "not_enough_info"),
    ],
)
def test_what_somebody_does_for_a_living_is_that_of_their_row(text, words, expected):
    """A trade beside a post is told of the person whoever holds the post; one that no row has stays open."""
    references = claims.References.from_frames({"directors": TRADES})
    statements = claims.audit(claims.Article(text, published="2025-10-20"), references).statements
    labels = {s.verdict.label for s in statements if words in s.quote and s.kind not in ("fact", "quotation")}

    assert (labels or {"not_enough_info"}) == {expected}


@pytest.mark.parametrize(("name", "expected"), [("Nora Vance", "supported"), ("Greta Holm", "refuted")])
def test_who_held_a_post_before_may_have_another_trade(name, expected):
    """What somebody is beside the post is not handed on with it."""
    article = claims.Article(f"Amos Tull has run Elm Mill since 2019, when he replaced {name}.", published="2025-02-11")
    statements = claims.audit(article, claims.References.from_frames({"directors": TRADES})).statements

    assert {s.verdict.label for s in statements if s.kind == "predecessor"} == {expected}
