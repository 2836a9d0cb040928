"""Properties of reading and comparing that hold for any input."""

from __future__ import annotations

import re
import time
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.types import Article
from claims.values import compare, find_values, interval, read_value, scan
from claims.values.lexicon import TRIGGERS

WORDS = st.sampled_from(
    [*sorted(TRIGGERS), "of", "the", "a", "and", "to", "in", "%", "$", "-", "–", "/", ".", ",", "(", ")", "old",
     "people", "km", "per cent", "ago", "later", "between", "more than", "Flight", "No.", "Kishor", "May", "st",
     "Swiss francs", "per", "square", "aged", "people", "under", "the", "past", "from", "that", "@", "call", "of the",
     "\n", "\n\n", "k", "bn", "x10^", "Rs", "°C", "pm", "²", "٣", "½", "\u200f", "😀", "\x00"]
)  # fmt: skip
NUMBERS = st.one_of(
    st.integers(0, 3000).map(str),
    st.integers(0, 10**12).map(str),
    st.decimals(0, 1000, places=2).map(str),
    st.integers(1000, 10**9).map("{:,}".format),
    st.dates().map(str),
    st.dates().map(lambda d: f"{d.day}/{d.month}/{d.year}"),
)
PHRASES = st.lists(st.one_of(WORDS, NUMBERS), max_size=14).map(" ".join)
DATES = st.one_of(st.none(), st.dates())
HEDGES = ["", "about ", "nearly ", "more than ", "at least ", "up to ", "fewer than "]


def _check(text, published=None):
    values = find_values(Article(text, published=published))
    covered = [0] * len(text)
    for value in values:
        assert text[value.start : value.end] == value.text
        for k in range(value.start, value.end):
            covered[k] += 1
    assert all(covered[k] == 1 for k, c in enumerate(text) if c.isdecimal())
    assert all(n <= 1 for n in covered)
    return values


@given(st.text(max_size=200), DATES)
@settings(max_examples=200, deadline=None)
@example("1,2,3", None)
@example("0/0 1/0 ٣٤ ½½", None)
def test_any_text_is_accounted_for(text, published):
    """Whatever the text, every digit lies in exactly one value and offsets are right."""

    _check(text, published)


@given(PHRASES, DATES)
@settings(max_examples=400, deadline=None)
def test_any_phrase_is_accounted_for(text, published):
    """Whatever the mix of numbers and words of time, every digit lies in exactly one value."""

    _check(text, published)


@given(PHRASES)
@settings(max_examples=50, deadline=None)
def test_reading_is_repeatable(text):
    """The same text gives the same values."""

    assert find_values(text) == find_values(text)


@pytest.mark.parametrize(
    "text",
    [
        "7" * 200_000,
        "7 " * 5_000,
        "seven " * 5_000,
        "million " * 5_000,
        "1,1," * 5_000,
        "12-" * 5_000,
        "a" * 100_000 + " 12 seats",
        "between 5 and 7 per cent, " * 1_000,
        "last last last " * 2_000,
        "(" * 50_000 + "12",
        "\u202e12\u202c seats \x00\x07 \ufeff",
    ],
    ids=[
        "digits",
        "sevens",
        "words",
        "scales",
        "commas",
        "dashes",
        "letters",
        "ranges",
        "relative",
        "brackets",
        "marks",
    ],
)
def test_hostile_text_takes_linear_time(text):
    """Long runs of digits, words or marks are read, and in reasonable time."""

    start = time.process_time()
    _check(text)
    assert time.process_time() - start < 10


@given(st.integers(1, 10**9), st.sampled_from(HEDGES))
def test_hedge_stays_outside(number, hedge):
    """The amount does not depend on the hedge, and the text leaves the hedge out."""

    value = read_value(f"{hedge}{number} tonnes")
    assert (value.amount, value.text) == (Decimal(number), f"{number} tonnes")


@given(st.integers(1, 999), st.integers(0, 9))
def test_spelling_does_not_change_the_amount(whole, tenth):
    """1.4m, 1.4 million and 1,400,000 dollars are one amount; only the precision differs."""

    spellings = [f"${whole}.{tenth}m", f"${whole}.{tenth} million", f"${whole * 10**6 + tenth * 10**5:,}"]
    values = [read_value(s) for s in spellings]
    assert len({(v.amount, v.unit) for v in values}) == 1
    assert values[0].step == values[1].step == Decimal(100000)
    assert values[2].step == 1


@given(st.integers(10, 10**6), st.integers(0, 2 * 10**6))
def test_a_wider_hedge_accepts_more(number, found):
    """What the exact number accepts "about" accepts; what "at least" accepts and is no equal, "more than" accepts."""

    exact, about, least, more = (
        compare(read_value(f"{hedge}{number} people"), found).outcome == "agrees"
        for hedge in ("", "about ", "at least ", "more than ")
    )
    assert about or not exact
    assert least or not exact
    assert least == more or found == number


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_exact_values_compare_both_ways(a, b):
    """Two exact counts agree in one order where they agree in the other."""

    left, right = read_value(f"{a} people"), read_value(f"{b} people")
    assert compare(left, right).outcome == compare(right, left).outcome


@given(st.integers(1, 10**9))
def test_the_interval_is_capped(number):
    """ "about" never reaches farther than a tenth of the number, and always holds it."""

    low, high, *_ = interval(read_value(f"about {number} people"))
    assert low <= number <= high
    assert high - number <= Decimal(number) / 10


@pytest.mark.parametrize("text", ["1" * 10**6, "100 , " * 10**5], ids=["digits", "spaced groups"])
def test_endless_number(text):
    """A megabyte of digits is read in time that grows with its length, as one numeral."""

    assert len(find_values(text)) == 1


@pytest.mark.parametrize("piece", ["1/", "Two ", "a@a.", "@a", "+1-", "5 (", "1.234.", "one-", "5 per ", "aged 5 to "])
def test_endless_pieces(piece):
    """Pieces of a pattern without end are read without recursion, each numeral accounted for."""

    _check(piece * 3000)


# Marks that show nothing: direction, joiners, byte order, soft hyphen.
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"


def test_every_blank_parts_two_tokens():
    """What a reader does not see, but for the line break, is a gap like a space."""

    characters = [chr(code) for code in range(0x10000)]
    shown = [c for c in characters if re.fullmatch(rf"[^\S\n ]|[{INVISIBLE}]", c)]
    assert sorted(scan.BLANKS) == shown
