"""Indirect speech where the tagger or the order of the words hides it."""

from __future__ import annotations

import pytest

from claims import find_attributions


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Sources said the plan cost 12 lives.", "Sources", ["the plan cost 12 lives"]),
        ("All the experts we asked said the plan was late.", "All the experts we asked", ["the plan was late"]),
        ("The issues are serious, the mayor's former doctor maintains.", "the mayor's former doctor", ["The"]),
        ("People like the mayor, she said.", "she", ["People like the mayor"]),
        ("The key was lost, as police have said.", "police", ["The key was lost"]),
        (
            "The island, as one of the mayor's advisers pointed out, does not get storms.",
            "one of the mayor's advisers",
            ["The island", "does not get storms"],
        ),
        ('With nine trams, "there is no single fault," he said.', "he", ["With nine trams"]),
        (
            "According to a May 2nd report in the Harbour Post, the port was late.",
            "a May 2nd report in the Harbour Post",
            ["the port was late"],
        ),
    ],
)
def test_hidden(text, source, content):
    """Source and content are found whole."""

    (found,) = find_attributions(text)
    pieces = [text[start:end] for start, end in found.content]

    assert source == text[slice(*found.source[0])]
    assert all(piece.startswith(words) for piece, words in zip(pieces, content, strict=True))


@pytest.mark.parametrize("text", ["As he said goodbye, the tram came.", "She left her blog: a page in blue."])
def test_what_only_looks_like_it(text):
    """A farewell and a noun say nothing."""

    assert [] == find_attributions(text)


def test_studies_without_a_name():
    """Studies that nobody can look up are nobody's word; those with a name are their maker's."""

    unnamed, named = ("Other studies show that the bay is clean.", "Studies by Skerra University show it is clean.")

    assert ["reported"] == [a.label for a in find_attributions(unnamed)]
    assert ["sourced"] == [a.label for a in find_attributions(named)]
