"""Multiply by the scale that follows: "1.4 million", "three lakh crore", "10k", "£3m"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.values.lexicon import DENOMINATORS, DOZEN_STEP, DOZENS, SCALES, SHORT_SCALES
from claims.values.numbers.number import HYPHENS, ONE
from claims.values.numbers.worded import read_words

if TYPE_CHECKING:
    from claims.values.numbers.number import Number
    from claims.values.scan import Scan


def scaled(scan: Scan, number: Number) -> Number:
    """Multiply by the scale words that follow: "1.4 million", "three lakh crore", "10k"."""
    at = number.stop
    hyphen = scan.words[at] in HYPHENS and scan.glued(at) and scan.words[at + 1] in SCALES
    word = scan.words[at + hyphen]
    if word in SCALES or word == "hundred":
        worth = Decimal(SCALES.get(word, 100))
        after = at + hyphen + 1
        if scan.words[after] in SCALES:
            worth, after = worth * SCALES[scan.words[after]], after + 1
        scaled = replace(number, stop=after, amount=number.amount * worth, step=number.step * worth, scaled=True)
        return _chain(scan, scaled, worth)
    if word in DOZENS or word == "dozens":
        return replace(number, stop=at + 1, amount=number.amount * 12, step=DOZEN_STEP, scaled=True)
    if word in SHORT_SCALES and word not in ("m", "b", "mm") and _short(scan, at):
        worth = Decimal(SHORT_SCALES[word])
        return replace(number, stop=at + 1, amount=number.amount * worth, step=number.step * worth, scaled=True)
    return number


def _chain(scan: Scan, number: Number, worth: Decimal) -> Number:
    """Read on in "6 crore 20 lakh", "4 thousand 3 hundred"."""
    at = number.stop
    if scan.words[at] == "and" and number.amount == int(number.amount):
        return _tail(scan, number, worth)
    word = scan.words[at + 1]
    if not scan.number(at) or not scan.words[at].isdecimal() or len(scan.words[at]) > 3:
        return number
    smaller = SCALES.get(word, 100 if word == "hundred" else 0)
    if not smaller or smaller >= worth:
        return number
    amount = number.amount + Decimal(scan.words[at]) * smaller
    return replace(number, stop=at + 2, amount=amount, step=Decimal(smaller))


def _tail(scan: Scan, number: Number, worth: Decimal) -> Number:
    """Read the rest of "3 hundred and 21" and "6 crore and two hundred", which count nothing."""
    at = number.stop + 1
    rest = read_words(scan, at)
    if scan.number(at) and scan.words[at].isdecimal() and worth == 100:
        rest = replace(number, first=at, stop=at + 1, amount=Decimal(scan.words[at]), step=ONE)
    if not rest or rest.ratio or rest.vague or rest.first != at or not 0 < rest.amount < worth:
        return number
    if scan.words[rest.stop] in (*DENOMINATORS, *HYPHENS, "%") or (worth > 100 and scan.words[rest.stop].isalpha()):
        return number
    return replace(number, stop=rest.stop, amount=number.amount + rest.amount, step=rest.step)


def _short(scan: Scan, at: int) -> bool:
    raw = scan.raw(at)
    return not scan.glued(at + 1) or not scan.words[at + 1].isalnum() or raw in ("bn", "mn")


def scaled_by_letter(scan: Scan, number: Number) -> Number:
    """Read "m", "b" and "MM" as million and billion: only where the context has ruled out a unit."""
    word = scan.words[number.stop]
    if number.scaled or word not in ("m", "b", "mm"):
        return number
    worth = Decimal(SHORT_SCALES[word])
    return replace(number, stop=number.stop + 1, amount=number.amount * worth, step=number.step * worth, scaled=True)


def rescaled(scan: Scan, number: Number) -> Number:
    """Multiply "two and a half million"."""
    return number if number.scaled else scaled(scan, number)
