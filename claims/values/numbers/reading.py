"""Read the number that begins at a token, with its sign."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.values.lexicon import FRACTIONS
from claims.values.numbers.digits import read_digits
from claims.values.numbers.fractions import mixed
from claims.values.numbers.number import DASHES, MINUS, ONE, Number, make_fraction
from claims.values.numbers.worded import read_words

if TYPE_CHECKING:
    from claims.values.scan import Scan

# What may touch the point of ".312".
BEFORE_POINT = DASHES | frozenset("( $ £ € ¥ ~ < >".split())


def read(scan: Scan, i: int) -> Number | None:
    """Read the number that begins at token `i`."""
    word = scan.words[i]
    if not word:
        return None
    if word[0].isdecimal():
        number = _below_one(scan, i) or read_digits(scan, i)
    elif word in FRACTIONS:
        number = make_fraction(i, i + 1, *FRACTIONS[word])
    else:
        number = read_words(scan, i)
    if number is None:
        return None
    return signed(scan, mixed(scan, number))


def _below_one(scan: Scan, i: int) -> Number | None:
    """Read ".312": a point right before the digits that ends no word."""
    pointed = i > 0 and scan.words[i - 1] == "." and scan.glued(i) and scan.words[i].isdecimal()
    if not pointed or (scan.glued(i - 1) and scan.words[i - 2] not in BEFORE_POINT):
        return None
    places = len(scan.words[i])
    return Number(i - 1, i + 1, Decimal(scan.words[i]).scaleb(-places), ONE.scaleb(-places))


def signed(scan: Scan, number: Number) -> Number:
    """Take in a minus sign: glued to the number and not to a word, or the word "minus"."""
    at = number.first - 1
    if at < 0 or scan.words[at] not in MINUS or scan.words[at] == "–" or scan.precedes(at, "plus", "or"):
        return number
    word = scan.words[at] == "minus"
    glued = scan.glued(number.first) and not scan.glued(at)
    start = at == 0 or (scan.words[at - 1] == "\n")
    if word or (glued and not (at and scan.number(at - 1))) or (start and not number.words):
        return replace(number, first=at, amount=-number.amount)
    return number


def over(scan: Scan, number: Number) -> Number | None:
    """Read "one over three" as a fraction: smaller over larger, nothing counted after it."""
    at = number.stop
    if scan.words[at] != "over" or number.ratio or number.amount != int(number.amount):
        return None
    below = read(scan, at + 1)
    if not below or below.amount <= number.amount or below.amount != int(below.amount) or number.amount < 1:
        return None
    if scan.words[below.stop].isalpha() or scan.words[below.stop] in ("%", "$", "-"):
        return None
    return make_fraction(number.first, below.stop, int(number.amount), int(below.amount))
