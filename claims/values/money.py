"""Read money: "US$40 billion", "Rs 20 crore", "£3m", "13 billion euros", "77 cents"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.values import numbers
from claims.values.draft import Draft
from claims.values.lexicon import SCALES
from claims.values.nouns import head
from claims.values.numbers import DASHES, Number, scaled_by_letter
from claims.values.units import (
    CODE_ALIASES,
    CODE_WORDS,
    CODES,
    DOLLARS,
    LOCAL_SIGNS,
    NAMES,
    PARTS,
    SHORT_SIGNS,
    SIGNS,
    Currency,
)

if TYPE_CHECKING:
    from claims.values.scan import Scan

HUNDRED = Decimal(100)
# Verbs that a price follows.
PRICING = frozenset(
    "paid pay pays paying cost costs costing spent spend spends spending charge charges charged worth fined invested"
    " invest allocated sanctioned released collected earned earns owed owes".split()
)
WEIGHT_WORDS = frozenset(
    "weigh weighs weighed weighing weight lose lost loses drop baby heavier lighter gain gained".split()
)
# Beside these, pounds are money.
MONEYED = PRICING | frozenset(
    "raise raises raised raising rent price prices fee fees donated donate borrowed borrow lent salary wage wages debt"
    " debts profit profits savings prize budget fund funds grant grants bill bills bank tax taxes cash loan".split()
)
# More than anyone loses or gains in weight.
HEAVIEST = 1000


def read(scan: Scan, number: Number) -> Draft | None:
    """Read money before or after a number."""
    before = _before(scan, number.first)
    if before:
        currency, first = before
        number = numbers.signed(scan, replace(scaled_by_letter(scan, number), first=first))
        return _cents_after(scan, _draft(number, number.first, _name_after(scan, number.stop), currency))
    return _after(scan, number)


def _draft(number: Number, first: int, stop: int, currency: str, part: Decimal = Decimal(1)) -> Draft:
    return Draft(
        first=first, stop=stop, kind="money", amount=number.amount / part, unit=currency, step=number.step / part,
        rule="money",
    )  # fmt: skip


def _before(scan: Scan, i: int) -> tuple[str, int] | None:
    """Find a sign, code or "Rs" right before token `i`."""
    at = i - 1
    if at < 0:
        return None
    word = scan.words[at]
    if word in ("-", "\u2212") and at and scan.words[at - 1] in SIGNS:
        return SIGNS[scan.words[at - 1]], at - 1
    if word in SIGNS:
        return _sign(scan, at)
    if word == "." and at and scan.words[at - 1] in ("rs", "re"):
        return "INR", at - 1
    if word == "#" and _scaled_sign(scan, i):
        return "GBP", at
    if word in ("¢", "₵") and at and scan.words[at - 1] == "gh":
        return "GHS", at - 1
    if word in LOCAL_SIGNS and _local_sign(scan, at, i):
        return LOCAL_SIGNS[word], at
    if word in ("rs", "re") and scan.capital(at):
        return "INR", at
    if (word in CODE_ALIASES or (word in CODES and _is_code(scan, at))) and scan.raw(at).isupper() and len(word) == 3:
        return CODE_ALIASES.get(word, word.upper()), at
    return None


def _sign(scan: Scan, at: int) -> tuple[str, int]:
    """Take in the letters of "US$", "HK $", "C$"."""
    left = scan.words[at - 1] if at else ""
    if (
        scan.words[at] == "$"
        and left in DOLLARS
        and (scan.capital(at - 1) or (left == "c" and scan.text[scan.ends[at - 1]] == " "))
    ):
        glued = scan.glued(at) or left in ("us", "c", "hk", "nz", "cad", "mex")
        if glued:
            return DOLLARS[left], at - 1
    return SIGNS[scan.words[at]], at


def _local_sign(scan: Scan, at: int, i: int) -> bool:
    """Tell the letters of a local currency ("KD 29,000", "P1.2 billion") from a name before a number."""
    written = scan.capital(at) and (scan.raw(at).isupper() or len(scan.words[at]) == 2)
    return written and (scan.words[at] not in SHORT_SIGNS or (scan.glued(i) and scaled_after(scan, i)))


def scaled_after(scan: Scan, i: int) -> bool:
    """Tell whether the number at token `i` is followed by a scale."""
    return scan.words[i + 1] in ("million", "billion", "trillion", "bn", "mn", "m")


def _scaled_sign(scan: Scan, i: int) -> bool:
    """Tell a pound sign lost in transmission ("#13 billion") from "#1": money has a scale."""
    return scan.words[i + 1] in ("million", "billion", "trillion", "bn", "m", "mn")


def _name_after(scan: Scan, at: int) -> int:
    """Step over a repeated name: "$10 million dollars"."""
    return at + 1 if scan.words[at] in ("dollars", "usd", "euros") else at


def _after(scan: Scan, number: Number) -> Draft | None:
    scaled = scaled_by_letter(scan, number)
    for candidate in (number, scaled) if scaled is not number else (number,):
        at = candidate.stop + (scan.words[candidate.stop] in DASHES and scan.glued(candidate.stop))
        found = _name(scan, at)
        if found:
            currency, stop, part = found
            if currency == "GBP" and stop == at + 1 and scan.words[at].startswith("pound") and _weight(scan, candidate):
                return Draft(
                    first=number.first, stop=stop, kind="quantity", amount=candidate.amount, unit="lb",
                    step=candidate.step, rule="quantity",
                )  # fmt: skip
            return _cents_after(scan, _draft(candidate, number.first, stop, currency, part))
    return None


def _name(scan: Scan, at: int) -> tuple[str, int, Decimal] | None:
    """Read a sign, a name or a code after a number: the currency, the next token, and how many make one."""
    word, one = scan.words[at], Decimal(1)
    if word in PARTS:
        return PARTS[word], at + 1, HUNDRED
    if (
        word == "p"
        and scan.glued(at)
        and not (scan.glued(at + 1) and scan.words[at + 1].isalnum())
        and _pence(scan, at)
    ):
        return "GBP", at + 1, HUNDRED
    if word in SIGNS and (not scan.number(at + 1) or (scan.glued(at) and not scan.glued(at + 1))):
        return SIGNS[word], at + 1, one
    found = _phrase(scan, at)
    if found:
        return *found, HUNDRED if scan.words[found[1] - 1] in PARTS else one
    if word in CODES and _is_code(scan, at) and not _glued_number(scan, at + 1):
        return word.upper(), at + 1, one
    if word in CODE_ALIASES and word not in ("dm", "re"):
        return CODE_ALIASES[word], at + 1, one
    if word[:1] == "m" and word[1:] in CODES and scan.raw(at)[1:].isupper():
        return word[1:].upper(), at + 1, Decimal("0.000001")
    return ("INR", at, one) if _rupees(scan, at) else None


INDIAN = frozenset("lakh lakhs lac crore crores".split())


def _rupees(scan: Scan, at: int) -> bool:
    """Tell the rupees of "spent 1.5 lakh on toys": a price in lakh or crore that names no currency and no thing."""
    if scan.words[at - 1] not in INDIAN or head(scan, at):
        return False
    near = scan.words[max(0, at - PRICE_REACH) : at]
    clause = near[-1 - near[::-1].index(".") :] if "." in near else near
    return scan.words[at] != "of" and not PRICING.isdisjoint(clause)


PRICE_REACH = 14


def _pence(scan: Scan, at: int) -> bool:
    """Tell 35p a mile from 720p: an article about pounds, a decimal, or a price for something."""
    priced = scan.words[at + 1] in ("per", "a", "an", "each") or "." in scan.words[at - 1]
    return scan.sterling or priced or scan.words[at - 2] in PRICING or bool(PENCE.search(scan.text))


# The tenths of a penny, which only prices have: "148.2p".
PENCE = re.compile(r"\d\.\dp\b")


def _phrase(scan: Scan, at: int) -> tuple[str, int] | None:
    """Read "euros", "Swiss francs", "Australian cents", "pounds sterling"."""
    for words, currency in NAMES.get(scan.words[at], ()):
        stop = at + len(words)
        if scan.words[at : stop - 1] != list(words[:-1]):
            continue
        if scan.words[stop - 1] != words[-1] and not (len(words) > 1 and scan.words[stop - 1] in PARTS):
            continue
        if len(words) == 1 and not currency.bare and not _scaled_before(scan, at):
            continue
        return _told(scan, currency), stop + (scan.words[stop] == "sterling")
    return None


def _told(scan: Scan, currency: Currency) -> str:
    """Choose the currency by the one nation that the article names; else the first."""
    if not currency.nations:
        return currency.code
    words = scan.vocabulary()
    named = [code for code, nations in currency.nations if any({*n.split()} <= words for n in nations)]
    return named[0] if len(named) == 1 else currency.code


def _scaled_before(scan: Scan, at: int) -> bool:
    """Tell "3 million won" from "3 won": a noun that is also another word."""
    return scan.words[at - 1] in SCALES or scan.words[at] == "marks"


def _is_code(scan: Scan, at: int) -> bool:
    """Tell a code from a word in a line of capitals; the dollar's is written small too."""
    word = scan.words[at]
    if word not in CODE_WORDS:
        return scan.raw(at).isupper() or word in ("usd", "btc", "eur")
    loud = any(scan.raw(k).isupper() and len(scan.words[k]) > 1 for k in (at - 2, at + 1) if 0 <= k < scan.size)
    return scan.raw(at).isupper() and not loud


def _glued_number(scan: Scan, at: int) -> bool:
    return scan.number(at) and scan.glued(at)


def _weight(scan: Scan, number: Number) -> bool:
    """Tell pounds of weight from pounds sterling."""
    if number.scaled and number.amount >= 10**6 and scan.sterling:
        return False
    before, after = scan.words[max(0, number.first - 8) : number.first], scan.words[number.stop : number.stop + 8]
    if number.amount < HEAVIEST and not WEIGHT_WORDS.isdisjoint((*before, *after)):
        return True
    moneyed = not MONEYED.isdisjoint(before if after[1] != "of" else after[2:4])  # "6,000 pounds of debt", "of flour"
    return number.amount < 10**5 and not scan.sterling and not moneyed


def _cents_after(scan: Scan, draft: Draft) -> Draft:
    """Add the cents of "thirteen dollars forty-five cents", "10 dollars and 50 cents"."""
    at = draft.stop + (scan.words[draft.stop] == "and")
    if not scan.words[draft.stop - 1].startswith(("dollar", "euro", "pound", "rupee")) or not scan.words[at]:
        return draft
    small = numbers.read(scan, at)
    if not small or not isinstance(draft.amount, Decimal):
        return draft
    named = scan.words[small.stop] in PARTS
    if named or _spoken_cents(scan, draft, small):
        draft.amount += small.amount / HUNDRED
        draft.stop, draft.step = small.stop + named, Decimal("0.01")
    return draft


def _spoken_cents(scan: Scan, draft: Draft, small: Number) -> bool:
    """Tell the forty-five of "thirteen dollars forty-five": the number ends the phrase, right after the dollars."""
    whole = small.words and small.step == 1 and 10 <= small.amount < HUNDRED
    return whole and small.first == draft.stop and scan.words[small.stop] in ("", ".", ",", ";", ")", "\n")
