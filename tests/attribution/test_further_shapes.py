"""Shapes found on articles written after the rules stood: each beside one that only looks like it."""

from __future__ import annotations

import pytest

from claims import find_attributions
from tests.attribution.test_shapes import read


@pytest.mark.parametrize(
    ("text", "source", "content", "label"),
    [
        # a quotation that a noun of saying or a copula equates
        ('"About six," was her estimate.', "her", '"About six,"', "sourced"),
        ('"Nobody counts the sofas," is Tom Geary\'s view.', "Tom Geary", '"Nobody counts the sofas,"', "sourced"),
        ('"We lose a county," is how one adviser put it.', "one adviser", '"We lose a county,"', "reported"),
        ('"It is over," was all coach Rui Lima would say.', "coach Rui Lima", '"It is over,"', "sourced"),
        # a colon
        ('She apologised to families: "You deserved better."', "She", '"You deserved better."', "sourced"),
        ('Rao was blunt: "It is over."', "Rao", '"It is over."', "sourced"),
        ("Fire chief: Heater cause of blaze", "Fire chief", "Heater cause of blaze", "sourced"),
        # hearsay
        ("There is talk of a third debate.", "", "of a third debate", "reported"),
        ("A summit is rumoured for January.", "", "A summit is", "reported"),
        # courts, polls, papers
        ("The pay was stopped, the court heard.", "the court", "The pay was stopped", "sourced"),
        ("The court was told that he fled.", "The court", "that he fled", "sourced"),
        ("The Hartwell poll has Keller down six.", "The Hartwell poll", "Keller down six", "sourced"),
        ("The house was sold in May, as per the deed.", "the deed", "The house was sold in May", "sourced"),
        # verbs and their particles
        ("Rao played down the report.", "Rao", "the report", "sourced"),
        ("Rao pointed to the low turnout.", "Rao", "the low turnout", "sourced"),
        ("Fans are convinced he has gone.", "Fans", "he has gone", "reported"),
        # who and what, where a comma or a bracket stands between
        ("The case came up late, the clerk (Crime) Ana Rao said.", "the clerk", "The case", "sourced"),
        (
            'Cole "is the only one to keep us safe," retired general Tom Berg said.',
            "retired general",
            "Cole",
            "sourced",
        ),
        ("The museum, Mr. Berg said, celebrated its heroes, including a nurse.", "Mr. Berg", "The museum", "sourced"),
        ("Cole said after the convention he would not run.", "Cole", "he would not run", "sourced"),
        ("Nine of 14 economists said that rates would fall.", "Nine of 14", "that rates would fall", "reported"),
        # verbs that the tagger takes for nouns, nouns that it takes for verbs
        ("Rents fell in May, figures from the city show.", "figures", "Rents fell in May", "sourced"),
        ("Orbix to close two plants, letter shows", "letter", "Orbix to close two plants", "sourced"),
        ('"I was a child then," elder Ben Holm said.', "elder Ben Holm", '"I was a child then,"', "sourced"),
        ("The ministry accepted that letters had been lost.", "The ministry", "that letters had been lost", "sourced"),
        ('"It saves us time," said one, Ben Holm.', "one, Ben Holm", '"It saves us time,"', "sourced"),
    ],
)
def test_shape(text, source, content, label):
    """Source, content and label are found in the first attribution."""

    found = read(text)[0]

    assert found[0].startswith(source)
    assert found[1][0].startswith(content)
    assert label == found[2]


@pytest.mark.parametrize(
    "text",
    [
        "They came second, winners of the talent show.",
        "The ministry accepted the letters.",
        "The winger played down the left.",
        "He pointed to the door.",
        "Tull showed no emotion.",
        "Abiodun claimed his 20th goal in May.",
        "The paper has asked the dentist.",
        "The Council's powers include sending in peacekeepers.",
        "Storm slams Gulf towns, leaving thousands without power",
        "One Tweet Sums Up The Absurd Double Standard",
        "Power Plant Rules Face Key Test in Court",
        "He felt the ground shake.",
        "The team has a striker and gave him the ball.",
        "The court heard a bang in the street.",
        "The question was simple.",
        'The sign was clear: "No dogs."',
    ],
)
def test_what_only_looks_like_it(text):
    """The same words used for something else attribute nothing."""

    assert [] == read(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The union, which says that prices rose, is a party to the deal.", "that prices rose"),
        ("The bus (the driver said that it was late) left at nine.", "that it was late"),
        ("Cole is promising lower taxes, but he has raised the fares.", "lower taxes"),
    ],
)
def test_where_content_ends(text, content):
    """What is said ends with its relative clause or bracket, and before the outlet's own "but"."""

    assert [[content]] == [found[1] for found in read(text)]


def test_subordinate_cue():
    """ "After the union objected, ..." attributes nothing of the main clause."""

    assert [] == read("After the miners' union objected, the case was moved to another court.")


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("The lawyer for Ana Rao, Peter Holm,", "Peter Holm"),
        ("Ana Rao's husband, Tom Berg,", "Tom Berg"),
        ("Ana Rao's lawyer", ""),
        ("A spokesman for Ana Rao", ""),
        ("A spokesman for the Thornby Trust", "Thornby Trust"),
    ],
)
def test_speaker_is_who_speaks(source, speaker):
    """Who is only mentioned in the description of a source does not speak."""

    (found,) = find_attributions(f"{source} said that the plan was dead.")

    assert speaker == found.speaker


def test_company_after_its_name():
    """A company is named in full where it is called the company; a union is another body."""

    found = find_attributions("Orbix Motors is late. The company said it was sorry. The union said it was glad.")

    assert ["Orbix Motors", ""] == [a.speaker for a in found]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("The Highway Patrol", "organisation"),
        ("Doctors Across Borders", "organisation"),
        ("A rep for Kim", "unnamed_official"),
        ("Doctors", "generic"),
    ],
)
def test_kind_of_source(source, kind):
    """A body's name is not a person's, nor people in general."""

    assert [kind] == [a.source_kind for a in find_attributions(f"On Monday it rained. {source} said that it was late.")]
