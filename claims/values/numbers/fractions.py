"""Read fractions and mixed numbers: "two thirds", "2½", "three and a half", "half a million"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.values.lexicon import DENOMINATORS, FRACTIONS, SCALES, SMALL, TENS
from claims.values.numbers.digits import slashed
from claims.values.numbers.number import DIGITS_15, HYPHENS, ONE, Number, make_fraction
from claims.values.numbers.scales import rescaled
from claims.values.numbers.worded import compound_below, under_hundred

if TYPE_CHECKING:
    from claims.values.scan import Scan


def fraction(scan: Scan, number: Number) -> Number | None:
    """Read "two thirds", "one-fourth", "three and a half": a whole number followed by its denominator."""
    at = number.stop
    compound = compound_below(scan, at) if number.words else 0
    if compound:
        end = at + 2 + (scan.words[at + 1] in HYPHENS)
        return make_fraction(number.first, end, int(number.amount), compound)
    hyphen = scan.words[at] in HYPHENS
    below = DENOMINATORS.get(scan.words[at + hyphen])
    if not below or number.ratio or number.vague or number.amount != int(number.amount):
        return None
    if number.scaled and (below < 5 or not number.words):
        return None
    if number.amount != 1 and not scan.words[at + hyphen].endswith("s"):
        return None
    if scan.words[at + hyphen] == "quarter" and not hyphen and number.amount == 1 and not number.words:
        return None
    return _of_scale(scan, make_fraction(number.first, at + hyphen + 1, int(number.amount), below))


def _of_scale(scan: Scan, part: Number) -> Number:
    """Multiply the "three quarters of a million" that is a number, no share."""
    worth = SCALES.get(scan.words[part.stop + 2], 0) if scan.follows(part.stop, "of", "a") else 0
    if not worth:
        return part
    amount = DIGITS_15.plus(part.amount * worth)
    return Number(part.first, part.stop + 3, amount, Decimal(worth) / 10, scaled=True, words=True)


def mixed(scan: Scan, number: Number) -> Number:
    """Add the fraction of "two and a half", "1 1/2", "2½", "one million and a half"."""
    at, words = number.stop, scan.words
    if number.ratio or number.vague:
        return number
    if words[at] in FRACTIONS:
        return _plus(number, at + 1, *FRACTIONS[words[at]])
    if scan.number(at) and number.step == 1 and not number.words:
        part = slashed(scan, at, at + 1)
        return _plus(number, part.stop, *(int(x) for x in part.ratio)) if part and part.ratio else number
    if words[at] in HYPHENS and words[at + 1] == "and" and words[at + 2] in HYPHENS and words[at + 3] in ("a", "an"):
        below = DENOMINATORS.get(words[at + 5]) if words[at + 4] in HYPHENS else None
        return rescaled(scan, _plus(number, at + 6, 1, below)) if below else number
    if words[at] != "and":
        return number
    top = 1 if words[at + 1] in ("a", "an", "one") else SMALL.get(words[at + 1])
    if words[at + 1] in TENS:
        return _hundredths(scan, number)
    hyphen = words[at + 2] in HYPHENS
    below = DENOMINATORS.get(words[at + 2 + hyphen])
    stop = at + 3 + hyphen
    if not top or not below or words[stop - 1] == "second" or words[stop] == "of":
        return number
    smaller = SCALES.get(words[stop], 0)
    if number.scaled and 0 < smaller < number.step:  # "one billion and three quarters million"
        return _plus(replace(number, step=Decimal(smaller)), stop + 1, top, below)
    return rescaled(scan, _plus(number, stop, top, below))


def _hundredths(scan: Scan, number: Number) -> Number:
    """Add the "and fifty-four hundredths" of a number in words."""
    at = stop = number.stop + 1
    while stop < at + 3 and (scan.words[stop] in TENS or scan.words[stop] in SMALL or scan.words[stop] in HYPHENS):
        stop += 1
    top, below = under_hundred(scan, at, stop), DENOMINATORS.get(scan.words[stop], 0)
    if not top < below or not scan.words[stop].endswith("s") or scan.words[stop + 1] == "of":
        return number
    part = DIGITS_15.divide(Decimal(top), Decimal(below))
    return replace(number, stop=stop + 1, amount=number.amount + part, step=ONE / below)


def _plus(number: Number, stop: int, above: int, below: int) -> Number:
    worth = number.step if number.scaled and number.step > 100 else ONE
    part = worth * above / below
    return replace(number, stop=stop, amount=DIGITS_15.plus(number.amount + part), step=worth / 10)
