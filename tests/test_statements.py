"""Statements: what they are anchored to, whom they are about, and how they read alone."""

from __future__ import annotations

import pytest

import claims
from claims.types import Article

PUBLISHED = "2024-05-15"


def statements(text: str) -> list[claims.Statement]:
    return claims.split(Article(text, published=PUBLISHED))


def test_every_value_has_exactly_one_statement():
    """Whatever the values are, each one that is not excluded carries one statement at its own characters."""

    text = "At 10, Mill Lane, Rao, 51, spent $2 million on 40 of the 120 flats in 2019, up 12 per cent on Flight 370."
    values = [(v.start, v.end) for v in claims.find_values(Article(text, published=PUBLISHED)) if v.kind != "excluded"]

    assert values == [(s.start, s.end) for s in statements(text) if s.value is not None]


def test_statements_are_in_the_order_of_the_text_and_numbered():
    """Ids count up from s1 by place."""

    found = statements("The longest of the 12 tunnels, opened in 2019, cost $2 million.")

    assert [f"s{n}" for n in range(1, len(found) + 1)] == [s.id for s in found]
    assert sorted((s.start, s.end) for s in found) == [(s.start, s.end) for s in found]


@pytest.mark.parametrize(
    ("text", "quote", "subject"),
    [
        ("Party chief Anita Rao resigned. She was 51.", "51", "Anita Rao"),
        ("The bridge cost $2 million.", "$2 million", "The bridge"),
        ("It cost $2 million.", "$2 million", ""),
        (
            "They worked on Anita Rao's run in 2014, Paul Lund's bid in 2015 and Eva Berg's in 2019.",
            "2015",
            "Paul Lund",
        ),
    ],
)
def test_subject(text, quote, subject):
    """The subject is the fullest name for it, its own words without one, and nothing when a pronoun stays open."""

    found = next(s for s in statements(text) if s.quote == quote)

    assert subject == found.subject


def test_an_age_reads_alone():
    """An age names the person and the day it holds for."""

    found = next(s for s in statements("Anita Rao, 51, resigned.") if s.kind == "age")

    assert found.text == "Anita Rao was 51 on 2024-05-15"


def test_a_reading_has_names_for_pronouns_and_dates_in_full():
    """The clause is given with the full name and the resolved date."""

    found = next(s for s in statements("Anita Rao resigned. Rao had won 12 seats last week.") if s.quote == "12 seats")

    assert found.text == "Anita Rao had won 12 seats last week (2024-05-06/2024-05-12)"


def test_an_office_is_a_statement_about_its_holder():
    """A role in apposition is anchored at its words and is about the person."""

    found = next(s for s in statements("Finance minister Anita Rao resigned.") if s.kind == "office")

    assert ("Finance minister", "Anita Rao") == (found.quote, found.subject)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("It is the longest tunnel in the country.", ["longest"]),
        ("It was the most expensive bridge.", ["most expensive"]),
        ("The tunnel is longer than the bridge.", ["longer"]),
        ("At least one man was hurt; most of them left.", []),
        ("She needs it more than him.", []),
        ("It drew 46 boats, more than any other.", ["more than any"]),
        ("It drew a record crowd.", ["record"]),
        ("They have a record of two wins.", []),
        ("There were 45 of them, the fewest in five years.", ["fewest"]),
    ],
)
def test_superlatives_and_comparisons(text, quotes):
    """An extreme or a comparison without a number is a statement; set phrases are not."""

    assert quotes == [s.quote for s in statements(text) if s.kind in ("superlative", "comparison")]


def test_a_quotation_is_one_statement_of_its_speaker():
    """The whole quotation, marks included, belongs to who said it."""

    found = next(s for s in statements('"We lost 12 seats," Anita Rao said.') if s.kind == "quotation")

    assert ('"We lost 12 seats,"', "Anita Rao", "sourced") == (found.quote, found.subject, found.sourcing.label)


def test_a_clause_without_a_value_is_a_fact():
    """What is asserted without number, office or quotation is still a statement, anchored from its verb."""

    assert ["closed the harbour"] == [s.quote for s in statements("The council closed the harbour.")]
