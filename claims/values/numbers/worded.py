"""Read numbers in words: "two dozen", "one hundred and five", "tens of thousands", "nine point nought four"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.values.lexicon import DENOMINATORS, DOZEN_STEP, DOZENS, ORDINALS, SCALES, SMALL, TENS, VAGUE
from claims.values.numbers.number import HYPHENS, LONGEST, ONE, Number

if TYPE_CHECKING:
    from claims.values.scan import Scan


def read_words(scan: Scan, i: int) -> Number | None:
    """Read a number written in words."""
    words = scan.words
    word = words[i]
    if word in VAGUE:
        return _vague(scan, i)
    if word in ("half", "quarter", "a", "an"):
        return _half(scan, i)
    total, group, unit, at, last = 0, 0, 1, i, 0
    step = 1
    while at < i + LONGEST:
        word = words[at]
        if word in SMALL and last in (0, 20, 100, 1000):
            group += SMALL[word]
            last, step = (1, 1)
        elif word in TENS and last in (0, 100, 1000) and not (at > i and compound_below(scan, at)):
            group += TENS[word]
            last, step = 20, 1
        elif (word == "hundred" or (word == "hundreds" and at > i)) and last in (0, 1, 20) and group < 100:
            group, last, step = (group or 1) * 100, 100, 100
        elif word in SCALES:
            unit = SCALES[word]
            if group == 0 and total:
                total *= unit
            elif total and total < unit:
                total = (total + group) * unit
            else:
                total += (group or 1) * unit
            group, last, step = 0, 1000, unit
        elif word in DOZENS or (word == "dozens" and at > i):
            group, step, last = group // 100 * 100 + (group % 100 or 1) * 12, 2, 1
        else:
            break
        at = _next(scan, at + 1, last)
    at = _settle(scan, at, i)
    if at == i:
        return None
    amount = Decimal(total + group)
    number = Number(i, at, amount, Decimal(step), scaled=step > 1, words=True)
    return _point(scan, _article_before(scan, number))


def _article_before(scan: Scan, number: Number) -> Number:
    """Take in the article of "a hundred", "a dozen"."""
    if scan.words[number.first] in SMALL or scan.words[number.first] in TENS:
        return number
    if number.first and scan.words[number.first - 1] in ("a", "an"):
        return replace(number, first=number.first - 1)
    return number


def _next(scan: Scan, at: int, last: int) -> int:
    """Step over a hyphen, or over "and" after a hundred or a scale, if the number goes on."""
    words = scan.words
    if words[at] in HYPHENS and (
        words[at + 1] in SMALL or words[at + 1] in TENS or words[at + 1] == "hundred" or words[at + 1] in SCALES
    ):
        if last == 20 and words[at + 1] in SMALL and 0 < SMALL[words[at + 1]] < 10:
            return at + 1
        return at + 1 if scan.glued(at) and (words[at + 1] in SCALES or words[at + 1] == "hundred") else at
    if words[at] == "and" and last in (100, 1000) and _goes_on(scan, at + 1, last):
        return at + 1
    return at


def _goes_on(scan: Scan, at: int, last: int) -> bool:
    word = scan.words[at]
    if word not in SMALL and word not in TENS:
        return False
    stop = at + 1
    while stop < at + 4 and (scan.words[stop] in SMALL or scan.words[stop] in TENS or scan.words[stop] in HYPHENS):
        stop += 1
    below = DENOMINATORS.get(scan.words[stop])
    if below and scan.words[stop].endswith("s") and at < stop:
        return under_hundred(scan, at, stop) > below
    return not below and (last == 1000 or scan.words[stop] != "hundred")


def under_hundred(scan: Scan, at: int, stop: int) -> int:
    """Add up the words of a number under a hundred."""
    return sum(SMALL.get(word, 0) + TENS.get(word, 0) for word in scan.words[at:stop])


def compound_below(scan: Scan, at: int) -> int:
    """Give the worth of a compound denominator ("thirty-fifths", "one twenty-fifth"); 0 without one."""
    if scan.words[at] not in TENS or scan.words[at - 1] == "and":
        return 0
    end = at + 1 + (scan.words[at + 1] in HYPHENS)
    last = scan.words[end]
    one = scan.words[at - 1] == "one" and end == at + 2 and scan.words[at - 2] not in ("hundred", *TENS, *HYPHENS)
    worth = ORDINALS.get(last.removesuffix("s"), 0) if last.endswith("s") or one else 0
    return TENS[scan.words[at]] + worth if 0 < worth < 10 and last != "seconds" else 0


def _settle(scan: Scan, at: int, i: int) -> int:
    """Step back from a hyphen or "and" that led nowhere."""
    while at > i and (scan.words[at - 1] in HYPHENS or scan.words[at - 1] == "and"):
        at -= 1
    return at


def _point(scan: Scan, number: Number) -> Number:
    """Read "nine point nought four"."""
    at = number.stop
    if scan.words[at] != "point":
        return number
    digits, at = "", at + 1
    while scan.words[at] in SMALL and len(digits) < 9:
        digits += str(SMALL[scan.words[at]])
        at += 1
    if not digits:
        return number
    part = Decimal("0." + digits)
    return replace(number, stop=at, amount=number.amount + part, step=ONE.scaleb(-len(digits)))


def _vague(scan: Scan, i: int) -> Number:
    """Read "hundreds", "tens of thousands": at least one unit of the scale."""
    amount, stop = Decimal(VAGUE[scan.words[i]]), i + 1
    if scan.words[stop] == "of" and scan.words[stop + 1] in VAGUE:
        amount, stop = amount * VAGUE[scan.words[stop + 1]], stop + 2
    return Number(i, stop, amount, amount, scaled=True, words=True, vague=True)


def several(scan: Scan, i: int) -> Number | None:
    """Read "several hundred", "a couple of thousand", "many million": some units of the scale, or more."""
    at = i + 1 + (scan.words[i + 1] == "of")
    worth = SCALES.get(scan.words[at]) or DOZENS.get(scan.words[at]) or (100 if scan.words[at] == "hundred" else 0)
    if not worth:
        return None
    stop = at + 1
    if scan.words[stop] in SCALES and scan.words[at] in ("hundred", "thousand"):
        worth, stop = worth * SCALES[scan.words[stop]], stop + 1
    first = i - 1 if i and scan.words[i - 1] == "a" else i
    return Number(first, stop, Decimal(worth), Decimal(worth), scaled=True, words=True, vague=True)


def _half(scan: Scan, i: int) -> Number | None:
    """Read "half a million", "half a dozen", "quarter million"."""
    words = scan.words
    if words[i] not in ("half", "quarter"):
        return None
    part = Decimal("0.5") if words[i] == "half" else Decimal("0.25")
    at = i + 2 + (words[i + 2] == "a") if words[i + 1] == "of" else i + 1 + (words[i + 1] in ("a", "an", *HYPHENS))
    worth = SCALES.get(words[at]) or DOZENS.get(words[at])
    first = i - 1 if words[i - 1] in ("a", "an", "one") and i else i
    if not worth:
        return None
    step = Decimal(worth) / 10 if worth > 12 else DOZEN_STEP
    return Number(first, at + 1, part * worth, step, scaled=True, words=True)
