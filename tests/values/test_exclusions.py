"""Each exclusion rule excludes its examples and leaves its counter-examples alone."""

from __future__ import annotations

import pytest

from claims.types import Article
from claims.values import find_values
from claims.values.exclusions import RULES


def _marked(example):
    """Give the text without its brackets, and the span that stood between them."""
    start = example.index("[[") + 1 if "[[" in example else example.index("[")
    end = example.index("]", start)
    bare = example[:start] + example[start + 1 : end] + example[end + 1 :]
    return bare, start, end - 1


def _rule_at(example):
    text, start, end = _marked(example)
    values = [v for v in find_values(Article(text, published="2022-04-26")) if v.start < end and start < v.end]
    return [v.rule if v.kind == "excluded" else v.kind for v in values]


@pytest.mark.parametrize(("name", "example"), [(r.name, e) for r in RULES for e in r.yes])
def test_rule_excludes_its_examples(name, example):
    """A numeral in brackets is excluded by the rule that lists it."""

    expected = [name]
    actual = _rule_at(example)
    assert actual == expected


@pytest.mark.parametrize(("name", "example"), [(r.name, e) for r in RULES for e in r.no])
def test_rule_spares_its_counter_examples(name, example):
    """A numeral in brackets is not excluded by the rule that lists it as a counter-example."""

    actual = _rule_at(example)
    assert actual
    assert name not in actual


def test_every_rule_has_both_sides():
    """A rule without examples on both sides cannot be merged."""

    assert all(rule.yes and rule.no for rule in RULES)


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        (
            "Write to desk4@paper.example or see https://paper.example/2022/04.",
            ["desk4@paper.example", "https://paper.example/2022/04"],
        ),
        ("Call the hotline on 0800 555 0199 today.", ["0800 555 0199"]),
        ("Ring +44 20 7946 0958, then wait.", ["+44 20 7946 0958"]),
        ("Ring (212) 555-0123 or 1-800-555-0199.", ["(212) 555-0123", "1-800-555-0199"]),
        ("Phone 555-0199 now.", ["555-0199"]),
        ("Take bus No. 14 or the No 12 tram.", ["bus No. 14", "No 12 tram"]),
        ("Case No. 23-1234 was dropped.", ["Case No. 23-1234"]),
        ("The account 1111-22223333-4444 was frozen.", ["1111-22223333-4444"]),
        ("The new clause 11a and ZIP code 90210 apply.", ["11a", "code 90210"]),
        ("Channel 4 and BBC Two reported it.", ["Channel 4", "Two"]),
        ("The road is shut between junctions 4 and 5, and articles 5, 6 and 7 apply.", list("45567")),
        ("It has sections 12 metres long, and 4x100m relays.", ["4x100m"]),
        ("See https://paper.example/2022/04/25.", ["https://paper.example/2022/04/25"]),
        ("ISBN 978-3-16-148410-0 is out.", ["ISBN 978-3-16-148410-0"]),
        ("They passed Resolution 1325 and section 144(1).", ["Resolution 1325", "section 144", "1"]),
        ("It hit during Covid 19 and H1N1 waves.", ["Covid 19", "H1N1"]),
        ("They met at 1600 Pennsylvania Avenue and on Fifth Avenue.", ["1600", "Fifth"]),
        ("He lives at 4/5 Elm Road.", ["4/5"]),
        ("The 101st Airborne and the 14th Amendment", ["101st", "14th"]),
        ("He played Twenty20 cricket.", ["Twenty20"]),
        ("He was on cloud nine.", ["cloud nine"]),
        ("The S&P 500 fell.", ["P 500"]),
        ("They live on the 400 block of Elm Street.", ["400"]),
    ],
)
def test_other_exclusions(text, excluded):
    """Addresses of the net, telephones, indexes and blocks state nothing checkable."""

    found = [v.text for v in find_values(text) if v.kind == "excluded"]
    assert len(found) == len(excluded)
    assert all(actual.startswith(expected) for actual, expected in zip(found, excluded, strict=True))


def test_name_seen_elsewhere():
    """A bare number is a name where the article uses it as one elsewhere."""

    values = find_values("The airline ordered the Boeing 767-300. Pilots said the new 767 flew well.")
    assert {v.kind for v in values} == {"excluded"}


@pytest.mark.parametrize(
    "text",
    [
        "It ran in 1955-2011 (a call to arms).",
        "The Companies Act 2006 applies.",
        "The 115th Congress met.",
        "He called for 200 300-page reports.",
    ],
)
def test_kept(text):
    """Years, statutes' years and ordinals of assemblies are stated facts."""

    assert any(v.kind != "excluded" for v in find_values(text))
