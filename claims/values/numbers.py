"""Read a number as it is written: digits with any grouping, words, fractions, scales."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Context, Decimal
from typing import TYPE_CHECKING

from claims.values.lexicon import (
    DENOMINATORS,
    DOZEN_STEP,
    DOZENS,
    FRACTIONS,
    ORDINALS,
    SCALES,
    SHORT_SCALES,
    SMALL,
    TENS,
    VAGUE,
)  # fmt: skip

if TYPE_CHECKING:
    from claims.values.scan import Scan

ONE = Decimal(1)
# A repeating fraction is kept to 15 digits, the precision of a spreadsheet.
DIGITS_15 = Context(prec=15)
DIGITS_30 = Context(prec=30)
MINUS = {"-", "\u2212", "minus", "–"}
DASHES = {"-", "–", "—", "\u2212", "‐", "‑"}
LONGEST = 40
HIGHEST = 9
HYPHENS = {"-", "‐", "‑", "–"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number and what its writing shows: `step` is the worth of one unit in the last written digit."""

    first: int
    stop: int
    amount: Decimal
    step: Decimal = ONE
    ratio: tuple[Decimal, Decimal] | None = None
    scaled: bool = False
    words: bool = False
    vague: bool = False


def read(scan: Scan, i: int) -> Number | None:
    """Read the number that begins at token `i`."""
    word = scan.words[i]
    if not word:
        return None
    if word[0].isdecimal():
        number = _digits(scan, i)
    elif word in FRACTIONS:
        number = _fraction(i, i + 1, *FRACTIONS[word])
    else:
        number = _words(scan, i)
    if number is None:
        return None
    return _signed(scan, _mixed(scan, number))


def _digits(scan: Scan, i: int) -> Number | None:
    word = scan.words[i]
    if len(word) > LONGEST or word.count(".") > 1:
        return Number(i, i + 1, Decimal(word.replace(",", "").replace(".", "", word.count(".") - 1)))
    stop = i + 1
    if len(word) <= 3 and "." not in word:
        stop = _spaced_groups(scan, i)
        word = "".join(scan.words[i:stop])
    amount = Decimal(word.replace(",", ""))
    step = ONE.scaleb(int(amount.as_tuple().exponent))
    slash = _slashed(scan, i, stop)
    if slash:
        return slash
    return _scale(scan, _raised(scan, _power(scan, Number(i, stop, amount, step))))


def _spaced_groups(scan: Scan, i: int) -> int:
    """Find the end of "1 414 021": groups of three after one space each, two groups at least unless narrow."""
    stop = i + 1
    while (
        scan.number(stop)
        and scan.starts[stop] - scan.ends[stop - 1] == 1
        and scan.text[scan.ends[stop - 1]] in " \u00a0\u202f\u2009"
        and len(scan.words[stop].partition(".")[0]) == 3
        and scan.words[stop][0:3].isdecimal()
    ):
        stop += 1
        if "." in scan.words[stop - 1]:
            break
    if stop == i + 2 and scan.text[scan.ends[i]] == " " and not scan.words[i + 1].startswith("000"):
        return i + 1
    return stop


def _slashed(scan: Scan, i: int, stop: int) -> Number | None:
    if scan.words[stop] not in ("/", "⁄") or not scan.glued(stop) or not scan.glued(stop + 1) or stop > i + 1:
        return None
    below = scan.words[stop + 1]
    if not scan.number(stop + 1) or scan.words[stop + 2] == "/" or not scan.words[i].isdecimal():
        return None
    if not below.isdecimal() or not 1 < int(below[:6]) <= 100 or int(scan.words[i][:9]) > 99:
        return None
    return _fraction(i, stop + 2, int(scan.words[i]), int(below))


def _power(scan: Scan, number: Number) -> Number:
    """Read "6.23x10^-4" and "1e10"."""
    at = number.stop
    if scan.words[at] == "e" and scan.glued(at):
        sign = scan.words[at + 1] if scan.words[at + 1] in ("+", "-") and scan.glued(at + 1) else ""
        exponent = at + 1 + bool(sign)
        if scan.number(exponent) and scan.glued(exponent) and scan.words[exponent].isdecimal():
            return _shifted(number, exponent + 1, sign, scan.words[exponent])
    if scan.words[at] in ("x", "×") and scan.words[at + 1] == "10" and scan.words[at + 2] == "^":
        sign = scan.words[at + 3] if scan.words[at + 3] in ("+", "-", "\u2212") else ""
        exponent = at + 3 + bool(sign)
        if scan.number(exponent) and scan.words[exponent].isdecimal():
            return _shifted(number, exponent + 1, sign, scan.words[exponent])
    return number


def _raised(scan: Scan, number: Number) -> Number:
    """Read "1.1^23" and "10^9"."""
    at = number.stop
    if scan.words[at] != "^" or not scan.glued(at) or len(str(number.amount)) > HIGHEST:
        return number
    sign = scan.words[at + 1] in ("+", "-", "\u2212")
    digits = scan.words[at + 1 + sign]
    if not digits.isdecimal() or len(digits) > 2 or not scan.glued(at + 1 + sign):
        return number
    power = -int(digits) if sign and scan.words[at + 1] != "+" else int(digits)
    if not number.amount:
        return number
    return replace(number, stop=at + 2 + sign, amount=DIGITS_15.plus(DIGITS_30.power(number.amount, power)), step=ONE)


def _shifted(number: Number, stop: int, sign: str, digits: str) -> Number:
    power = int(digits[:3]) * (-1 if sign in ("-", "\u2212") else 1)
    return replace(number, stop=stop, amount=number.amount.scaleb(power), step=number.step.scaleb(power))


def _scale(scan: Scan, number: Number) -> Number:
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
    word = scan.words[at + 1]
    if not scan.number(at) or not scan.words[at].isdecimal() or len(scan.words[at]) > 3:
        return number
    smaller = SCALES.get(word, 100 if word == "hundred" else 0)
    if not smaller or smaller >= worth:
        return number
    amount = number.amount + Decimal(scan.words[at]) * smaller
    return replace(number, stop=at + 2, amount=amount, step=Decimal(smaller))


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


def _words(scan: Scan, i: int) -> Number | None:
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
        elif word in TENS and last in (0, 100, 1000) and not (at > i and _compound_below(scan, at)):
            group += TENS[word]
            last, step = 20, 1
        elif word == "hundred" and last in (0, 1, 20) and group < 100:
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
        return _under_hundred(scan, at, stop) > below
    return not below and (last == 1000 or scan.words[stop] != "hundred")


def _under_hundred(scan: Scan, at: int, stop: int) -> int:
    """Add up the words of a number under a hundred."""
    return sum(SMALL.get(word, 0) + TENS.get(word, 0) for word in scan.words[at:stop])


def _compound_below(scan: Scan, at: int) -> int:
    """Give the worth of a compound denominator ("thirty-fifths", "twenty firsts"); 0 without one."""
    if scan.words[at] not in TENS or scan.words[at - 1] == "and":
        return 0
    end = at + 1 + (scan.words[at + 1] in HYPHENS)
    last = scan.words[end]
    worth = ORDINALS.get(last.removesuffix("s"), 0) if last.endswith("s") else 0
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


def _half(scan: Scan, i: int) -> Number | None:
    """Read "half a million", "half a dozen", "quarter million"."""
    words = scan.words
    if words[i] not in ("half", "quarter"):
        return None
    part = Decimal("0.5") if words[i] == "half" else Decimal("0.25")
    at = i + 1 + (words[i + 1] in ("a", "an")) if words[i + 1] != "of" else i + 2 + (words[i + 2] == "a")
    worth = SCALES.get(words[at]) or DOZENS.get(words[at])
    first = i - 1 if words[i - 1] in ("a", "an", "one") and i else i
    if not worth:
        return None
    step = Decimal(worth) / 10 if worth > 12 else DOZEN_STEP
    return Number(first, at + 1, part * worth, step, scaled=True, words=True)


def _fraction(first: int, stop: int, above: int, below: int) -> Number:
    amount = DIGITS_15.divide(Decimal(above), Decimal(below))
    return Number(first, stop, amount, Decimal("0.01"), ratio=(Decimal(above), Decimal(below)))


def fraction(scan: Scan, number: Number) -> Number | None:
    """Read "two thirds", "one-fourth", "three and a half": a whole number followed by its denominator."""
    at = number.stop
    compound = _compound_below(scan, at) if number.words else 0
    if compound:
        end = at + 2 + (scan.words[at + 1] in HYPHENS)
        return _fraction(number.first, end, int(number.amount), compound)
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
    return _fraction(number.first, at + hyphen + 1, int(number.amount), below)


def _mixed(scan: Scan, number: Number) -> Number:
    """Add the fraction of "two and a half", "1 1/2", "2½", "one million and a half"."""
    at, words = number.stop, scan.words
    if number.ratio or number.vague:
        return number
    if words[at] in FRACTIONS:
        return _plus(number, at + 1, *FRACTIONS[words[at]])
    if scan.number(at) and number.step == 1 and not number.words:
        part = _slashed(scan, at, at + 1)
        return _plus(number, part.stop, *(int(x) for x in part.ratio)) if part and part.ratio else number
    if words[at] != "and":
        return number
    top = 1 if words[at + 1] in ("a", "an", "one") else SMALL.get(words[at + 1])
    if words[at + 1] in TENS:
        return _hundredths(scan, number)
    hyphen = words[at + 2] in HYPHENS
    below = DENOMINATORS.get(words[at + 2 + hyphen])
    if not top or not below or words[at + 2 + hyphen] == "second" or words[at + 3 + hyphen] == "of":
        return number
    return _rescaled(scan, _plus(number, at + 3 + hyphen, top, below))


def _hundredths(scan: Scan, number: Number) -> Number:
    """Add the "and fifty-four hundredths" of a number in words."""
    at = stop = number.stop + 1
    while stop < at + 3 and (scan.words[stop] in TENS or scan.words[stop] in SMALL or scan.words[stop] in HYPHENS):
        stop += 1
    top, below = _under_hundred(scan, at, stop), DENOMINATORS.get(scan.words[stop], 0)
    if not top < below or not scan.words[stop].endswith("s") or scan.words[stop + 1] == "of":
        return number
    part = DIGITS_15.divide(Decimal(top), Decimal(below))
    return replace(number, stop=stop + 1, amount=number.amount + part, step=ONE / below)


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
    return _fraction(number.first, below.stop, int(number.amount), int(below.amount))


def _plus(number: Number, stop: int, above: int, below: int) -> Number:
    worth = number.step if number.scaled and number.step > 100 else ONE
    part = worth * above / below
    return replace(number, stop=stop, amount=DIGITS_15.plus(number.amount + part), step=worth / 10)


def _rescaled(scan: Scan, number: Number) -> Number:
    """Multiply "two and a half million"."""
    return number if number.scaled else _scale(scan, number)


def _signed(scan: Scan, number: Number) -> Number:
    """Take in a minus sign: glued to the number and not to a word, or the word "minus"."""
    at = number.first - 1
    if at < 0 or scan.words[at] not in MINUS or scan.words[at] == "–":
        return number
    word = scan.words[at] == "minus"
    glued = scan.glued(number.first) and not scan.glued(at)
    start = at == 0 or (scan.words[at - 1] == "\n")
    if word or (glued and not (at and scan.number(at - 1))) or (start and not number.words):
        return replace(number, first=at, amount=-number.amount)
    return number
