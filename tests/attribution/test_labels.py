"""On whose word sentences and statements rest."""

from __future__ import annotations

from pathlib import Path

import pytest

import claims
from claims import attribution, language
from claims.names import find_names

SEED = Path(__file__).parents[2].parent / "shared/seed/article.txt"


def read(text):
    """Parse a text and give its document and attributions."""
    document = language.parse(text)
    return document, attribution.attribute(document, find_names(document))


def label_at(text, words):
    """Give the sourcing of the words where they first stand."""
    document, found = read(text)
    start = text.index(words)
    return attribution.sourcing_of((start, start + len(words)), found, document)


def test_sentence_labels():
    """The greater part of a sentence decides its label."""

    document, found = read(
        "It rained all day. Rao said the port was safe. Reportedly, two ships left. It is still dark."
    )

    labels = [s.sourcing for s in attribution.sentence_labels(document, found)]

    assert ["own_voice", "sourced", "reported", "own_voice"] == labels


def test_statement_inherits_its_attribution():
    """What stands inside content rests on its source."""

    sourcing = label_at("Mayor Ana Rao said 12 ships were late.", "12 ships")

    assert ("sourced", "Mayor Ana Rao", "said", "Ana Rao") == (
        sourcing.label, sourcing.source, sourcing.cue, sourcing.speaker,
    )  # fmt: skip


@pytest.mark.parametrize("words", ["Mayor", "45"])
def test_about_the_speaker_is_own_voice(words):
    """Title and age of the speaker are the outlet's own words."""

    assert "own_voice" == label_at("Mayor Ana Rao, 45, said 12 ships were late.", words).label


def test_aside_is_own_voice():
    """A main clause beside an attributed participle stays the outlet's own."""

    text = "The union left after 3 days, saying that 40 jobs were at stake."

    assert ("own_voice", "sourced") == (label_at(text, "3 days").label, label_at(text, "40 jobs").label)


def test_no_attribution_is_own_voice():
    """A statement that nobody is said to make rests on the outlet."""

    assert "own_voice" == label_at("The port has 12 cranes.", "12 cranes").label


@pytest.mark.skipif(not SEED.exists(), reason="the given article is not here")
def test_given_article():
    """The article of the task gives every speaker, chain and own voice asked for."""

    article = claims.Article(SEED.read_text(encoding="utf-8"), published="2022-04-26")
    document = language.parse(article)
    found = attribution.attribute(document, find_names(document))

    def at(words, nth=0):
        start = -1
        for _ in range(nth + 1):
            start = article.text.index(words, start + 1)
        sourcing = attribution.sourcing_of((start, start + len(words)), found, document)
        return sourcing.label, sourcing.speaker or sourcing.source

    assert ("sourced", "Prashant Kishor") == at("I declined the generous offer")
    assert ("sourced", "Prashant Kishor") == at("In my humble opinion")
    assert "Surjewala" in at("invited Kishor")[1]
    assert "Surjewala" in at("He declined.")[1]
    assert at("He declined.") == at("He declined.", 1)
    assert ("reported", "Reports citing party sources") == at("around 370 seats")
    assert ("sourced", "Prashant Kishor") == at("2020")
    assert ("sourced", "Prashant Kishor") == at("differences")
    assert "own_voice" == at("45")[0] == at("at least two")[0] == at("has declined")[0] == at("April 25")[0]
    assert "sourced" == at("needs a")[0]
