"""Figures that stand beside others share their scale; a bound is one only where it is the figure's own."""

from __future__ import annotations

from decimal import Decimal

import pytest

import claims
from claims.values import find_values


def read(text, words, published="2025-07-02"):
    """Give the value at some words."""
    return next(v for v in find_values(claims.Article(text, published=published)) if v.text == words)


@pytest.mark.parametrize(
    ("text", "words", "amount", "unit"),
    [
        ("The boats cost 96 and 89 million crowns.", "96", Decimal(96_000_000), "CZK"),
        ("The two had 1.2 and 1.4 million visitors.", "1.2", Decimal(1_200_000), "visitor"),
        ("They cost 36 and 48 cents.", "36", Decimal("0.36"), "USD"),
        ("A staff of 40 and 3.2 million visitors.", "40", Decimal(40), "staff member"),
        (
            "It had 9 million guests and made 1.6 billion euros, up from 1.5 billion.",
            "1.5 billion",
            1_500_000_000,
            "EUR",
        ),
        ("The fee is 4.2 million crowns, compared with 3.9.", "3.9", Decimal(3_900_000), "CZK"),
        ("It moved 41 tonnes, down from 52.", "52", Decimal(52), "tonne"),
        ("It cost 2 million euros, up from 35 pupils.", "35 pupils", Decimal(35), "pupil"),
    ],
)
def test_scale(text, words, amount, unit):
    """A bare number before money or millions of about its size is as much."""
    found = read(text, words)

    assert (found.amount, found.unit) == (amount, unit)


@pytest.mark.parametrize(
    ("text", "words", "comparator"),
    [
        ("Sales were well short of 1.12 million.", "1.12 million", "eq"),
        ("It has 40 beds, short of the 52 of last year.", "52", "eq"),
        ("It has 40 beds, short of 52.", "52", "lt"),
        ("It rose to just short of 40 percent.", "40 percent", "lt"),
        ("A loaf has passed four crowns for the first time.", "four crowns", "gt"),
        ("The house passed four bills.", "four bills", "eq"),
    ],
)
def test_bound(text, words, comparator):
    """How far something was from a figure makes it no bound; a price is a mark that is passed."""

    assert read(text, words).comparator == comparator


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("She'll be 35 in December.", "December", "2025-12"),
        ("He ran it on a June evening in 1998.", "June", "1998-06"),
        ("In 2010, 2012, 2014 and 2019 it rose. Built in 1931, the bridge, which will be 95 in May, is old.", "May",
         "2026-05"),
        ("It is a century since the mill was built.", "a century", "P100Y"),
        ("It is a decade to the day since it opened.", "a decade", "P10Y"),
    ],
)  # fmt: skip
def test_time(text, words, iso):
    """What will be is to come, whatever years are told; a month has the year that its evening has."""

    assert read(text, words).iso == iso
