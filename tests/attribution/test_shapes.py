"""The shapes of attribution that news has: each sentence of ours beside one that only looks like it."""

from __future__ import annotations

import pytest

from claims import find_attributions


def read(text):
    """Give the attributions as (source, contents, label)."""

    def words(spans):
        return [text[start:end] for start, end in spans]

    return [(" ".join(words(a.source)), words(a.content), a.label) for a in find_attributions(text)]


@pytest.mark.parametrize(
    ("text", "source", "content", "label"),
    [
        # a clause, then who says it
        ("A deal is near, officials privy to the talks said.", "officials privy to the talks", "A deal", "reported"),
        ("The bay is cleaner, the authors note.", "the authors", "The bay is cleaner", "sourced"),
        (
            "The vote is lost, two lawmakers and an aide said, all unnamed.",
            "two lawmakers and an aide",
            "The",
            "reported",
        ),
        ("Rates could fall by May, reckons Ana Rao, a trader.", "Ana Rao, a trader", "Rates", "sourced"),
        ('"Come in," quipped a source close to the mayor.', "a source close to the mayor", '"Come in,"', "reported"),
        ('"Wait," the daily quoted Rao as saying.', "Rao", '"Wait,"', "sourced"),
        # who says it, then a clause
        ("Rao told reporters at the port that the toll stood at 9.", "Rao", "that the toll", "sourced"),
        ("Rao said when asked about it that she was ill.", "Rao", "that she was ill", "sourced"),
        ("Some note that the depot floods.", "Some", "that the depot floods", "reported"),
        ("Tom Berg, a guest who was there, recalled that it rained.", "Tom Berg, a guest", "that it rained", "sourced"),
        ("Rao, who built it, called the bridge safe.", "Rao, who built it", "the bridge safe", "sourced"),
        # in the passive
        ("The rescue was called a miracle by the inquiry.", "the inquiry", "The rescue was", "sourced"),
        ("He was described by neighbours as quiet.", "neighbours", "He was", "reported"),
        ("Her death was confirmed by her son.", "her son", "Her death was", "sourced"),
        # nouns
        ("He left despite warnings from the union that it was early.", "the union", "that it was early", "sourced"),
        ("The agency gave the toll as nine.", "The agency", "nine", "sourced"),
        # headlines
        ("Mayor Says Harbour Bridge Will Open in May", "Mayor", "Harbour Bridge Will", "sourced"),
        ("Fares to stay: president", "president", "Fares to stay", "sourced"),
        ("Club agree fee for Brand - sources", "sources", "Club agree fee", "reported"),
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
        "She called in to a radio programme about trams.",
        "The union called a strike for Monday.",
        "It says a lot about the trade.",
        "Let's say a ticket costs 20 euros.",
        "The interests of member states differ.",
        "The firm declared bankruptcy in May.",
        "Ana Rao reported from Lisbon.",
        'He wrote "War and Peace" in 1867.',
        'A banner on the bridge reads "Go home".',
        "She stopped short of saying it was a coup.",
        "He pleaded guilty to fraud.",
        "Nike holds 9 percent and the fund holds 12 percent.",
        "Spain put limits on rents in place.",
        "Pay rises according to age.",
        "The airline ordered 40 jets.",
        "She found a note in the drawer.",
        "The newly announced phone sold out.",
    ],
)
def test_what_only_looks_like_it(text):
    """The same words used for something else attribute nothing."""

    assert [] == read(text)


@pytest.mark.parametrize(
    ("source", "label"),
    [
        ("Analysts at Marlow Capital", "sourced"),
        ("Analysts", "reported"),
        ("A labour ministry official", "sourced"),
        ("Court papers", "sourced"),
        ("Papers", "reported"),
        ("Mexicans", "reported"),
        ("Sources privy to the talks", "reported"),
        ("Her allies", "reported"),
        ("One of the doctors who signed the letter", "reported"),
    ],
)
def test_label_by_source(source, label):
    """A named body that speaks through its staff can be held to it; people without a name cannot."""

    assert [label] == [found[2] for found in read(f"{source} said that the bridge was unsafe.")]


def test_one_clause_around_the_speaker():
    """A clause that the speaker cuts in two is content on both sides."""

    assert [("he", ["Ships", "are late"], "sourced")] == read("Ships, he says, are late.")


def test_narrative_after_a_quotation():
    """What happens after "..., she said," is the outlet's own."""

    assert [["“It is safe,”"]] == [
        content for _, content, _ in read("“It is safe,” Rao said, and the crews went home.")
    ]


def test_outlet_that_cites_unnamed_people():
    """The chain makes it second hand, and what it says is whole."""

    found = read("The Herald reported, citing two officials, that the port would close.")

    assert [("The Herald", ["that the port would close"], "reported")] == found


def test_signed_quotations():
    """A name after a dash owns the quotation before it."""

    text = '"I waited nine hours. Nobody came."\n— Ana Rao, Norwick\n\n"Never again."\n— Tom Berg'

    assert [("Ana Rao, Norwick", "sourced"), ("Tom Berg", "sourced")] == [(s, label) for s, _, label in read(text)]
    assert ['"I waited nine hours.', 'Nobody came."'] == read(text)[0][1]


def test_dateline_is_no_source():
    """The place and agency before a report say nothing."""

    (found,) = read("LISBON, May 2 (Northwire) - In a film called The Hour, the mayor said Silva sings.")

    assert "the mayor" == found[0]
