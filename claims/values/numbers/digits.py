"""Read digits with any grouping, and powers: "1,500", "1 414 021", "3/4", "6.23x10^-4"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.values import habits
from claims.values.lexicon import MONTHS
from claims.values.numbers.number import DIGITS_15, DIGITS_30, LONGEST, ONE, Number, make_fraction
from claims.values.numbers.scales import scaled

if TYPE_CHECKING:
    from claims.values.scan import Scan

HIGHEST = 9
# What a fraction or a power goes on with.
OPERATORS = frozenset("/ ⁄ e x × ^".split())
# A number after these is a number of its own: "at 7 300 people", "page 3 100 times".
BEFORE_NUMBERS = frozenset("at on no no. number page day group class grade level top part phase age aged . :".split())


def read_digits(scan: Scan, i: int) -> Number | None:
    """Read a number written in digits, with scale or power."""
    word = scan.words[i]
    if len(word) > LONGEST or word.count(".") > 1:
        return Number(i, i + 1, Decimal(word.replace(",", "").replace(".", "", word.count(".") - 1)))
    stop = i + 1
    if len(word) <= 3 and "." not in word:
        stop = _spaced_groups(scan, i)
        word = "".join(scan.words[i:stop])
    amount = Decimal(word.replace(",", ""))
    step = ONE.scaleb(-len(word.partition(".")[2])) if "." in word else ONE
    number = Number(i, stop, amount, step)
    if scan.words[stop] not in OPERATORS:
        return scaled(scan, number)
    return slashed(scan, i, stop) or scaled(scan, _raised(scan, _power(scan, number)))


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
    if stop == i + 2 and scan.text[scan.ends[i]] == " " and not _one_group(scan, i):
        return i + 1
    return stop


def _one_group(scan: Scan, i: int) -> bool:
    """Tell the "1 500" of an article without thousands commas from two numbers side by side."""
    if scan.words[i + 1].startswith("000"):
        return True
    left, after = scan.words[i - 1] if i else "", scan.words[i + 2]
    if scan.commas or left in BEFORE_NUMBERS or left in MONTHS or (i > 1 and scan.capital(i - 1)):
        return False
    spaced = after in ENDS and habits.spaced(scan.text)
    return scan.words[i] != "0" and (after in ("%", "-") or (after.isalpha() and not scan.capital(i + 2)) or spaced)


ENDS = frozenset(". , ; )".split()) | {"\n", ""}


def slashed(scan: Scan, i: int, stop: int) -> Number | None:
    """Read "3/4"."""
    if scan.words[stop] not in ("/", "⁄") or not scan.glued(stop) or not scan.glued(stop + 1) or stop > i + 1:
        return None
    below = scan.words[stop + 1]
    if not scan.number(stop + 1) or scan.words[stop + 2] == "/" or not scan.words[i].isdecimal():
        return None
    if not below.isdecimal() or not 1 < int(below[:6]) <= 100 or int(scan.words[i][:9]) > 99:
        return None
    return make_fraction(i, stop + 2, int(scan.words[i]), int(below))


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
