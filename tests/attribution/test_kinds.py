"""The kind of a source, and whether it can be held to its word."""

from __future__ import annotations

import pytest

import claims
from claims import find_attributions


@pytest.mark.parametrize(
    ("source", "kind", "label"),
    [
        ("Mayor Ana Rao", "person", "sourced"),
        ("Her lawyer, Tom Berg,", "person", "sourced"),
        ("The health ministry", "organisation", "sourced"),
        ("The annual report", "document", "sourced"),
        ("A spokesman for the Harbour Board", "unnamed_official", "sourced"),
        ("The minister", "pronoun", "sourced"),
        ("Sources close to the mayor", "anonymous", "reported"),
        ("Two people familiar with the talks", "anonymous", "reported"),
        ("A clerk who asked not to be named", "anonymous", "reported"),
        ("Officials", "anonymous", "reported"),
        ("Local media", "secondhand", "reported"),
        ("Critics", "generic", "reported"),
        ("Several residents", "generic", "reported"),
        ("Someone in the crowd", "generic", "reported"),
    ],
)
def test_kind(source, kind, label):
    """The noun, its name and its modifiers decide the kind; the classifier agrees on the label."""

    (found,) = find_attributions(f"{source} said the bridge would open in May.")

    assert (kind, label) == (found.source_kind, found.label)


def test_pronoun_of_an_unnamed_source():
    """A pronoun is no better known than the source that it stands for."""

    found = find_attributions("Two people familiar with the talks said a deal was near. They said it could still fail.")

    assert ["reported", "reported"] == [a.label for a in found]


def test_speaker_in_full():
    """A surname and a pronoun are resolved to the full name that the article gives."""

    text = "Ana Rao runs the port. Rao said the cranes were safe. She said nobody was hurt."

    assert ["Ana Rao", "Ana Rao"] == [a.speaker for a in find_attributions(text)]


INTRODUCED = (
    "The minister of health, Ana Rao, said the ward would open. The minister said 40 beds were ready.",
    "Ana Rao, the minister of health, said the ward would open. The health minister said 40 beds were ready.",
    "Sen. Ana Rao said the ward would open. The senator said 40 beds were ready.",
    "Ana Rao, a spokeswoman for the council, said the ward would open. The spokeswoman said 40 beds were ready.",
)


@pytest.mark.parametrize("text", INTRODUCED)
def test_a_role_stands_for_who_was_introduced_with_it(text):
    """A definite role noun is the one person whom the article gave that role, whatever its place by the name."""

    first, second = find_attributions(text)

    assert text.partition(" said")[0].rstrip(",") == text[slice(*first.source[0])]
    assert ("Ana Rao", "pronoun", "sourced") == (second.speaker, second.source_kind, second.label)


def test_a_role_of_two_stands_for_nobody():
    """Of two ministers "the minister" is neither."""

    text = "The minister of health, Ana Rao, met the minister of trade, Jon Vale. The minister said 40 beds were ready."

    assert "" == find_attributions(text)[-1].speaker


def test_speaker_with_the_role():
    """The role that the article gives a person once goes with each later attribution; without one it stays empty."""
    text = 'Party chief Ana Rao resigned. "I am tired," Rao said. Ben Holm said he was not. She told them it was over.'

    assert [("Ana Rao", "Party chief"), ("Ben Holm", "")] == [
        (a.speaker, a.speaker_role) for a in find_attributions(text)
    ][:2]
    statement = next(s for s in claims.split(text) if s.kind == "quotation")
    assert "Party chief" == statement.sourcing.speaker_role


def test_outlet_on_unnamed_people():
    """A named outlet that cites unnamed people is second hand."""

    text = "The Harbour Times reported that the port would close, citing two people with knowledge of the plan."

    (found,) = find_attributions(text)

    assert ("secondhand", "reported") == (found.source_kind, found.label)


def test_reasons_and_probability():
    """An attribution says why, the rule of its kind first, and how sure it is."""

    (found,) = find_attributions("Sources close to the mayor said the bridge would open in May.")

    assert "source: sources" == found.reasons[0]
    assert 0.5 < found.probability <= 1
