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
        ("Write to desk4@paper.example or see https://paper.example/2022/04.", ["desk4@paper.example"]),
        ("Call the hotline on 0800 555 0199 today.", ["0800 555 0199"]),
        ("The S&P 500 fell.", ["P 500"]),
        ("They live on the 400 block of Elm Street.", ["400"]),
    ],
)
def test_other_exclusions(text, excluded):
    """Addresses of the net, telephones, indexes and blocks state nothing checkable."""

    found = [v.text for v in find_values(text) if v.kind == "excluded"]
    assert found[0].startswith(excluded[0])


def test_name_seen_elsewhere():
    """A bare number is a name where the article uses it as one elsewhere."""

    values = find_values("The airline ordered the Boeing 767-300. Pilots said the new 767 flew well.")
    assert {v.kind for v in values} == {"excluded"}
