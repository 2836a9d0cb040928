"""The article's own way to group its thousands: by points, which are rewritten, or by spaces."""

from __future__ import annotations

import re
from functools import lru_cache

Tokens = tuple[list[str], list[int], list[int]]

# Without one of these there is nothing to look at.
HINTS = (re.compile(r"\.(?<=\d\.)\d{3}[.,]\d"), re.compile(r",(?<=\d,)\d{1,2}(?!\d)"))
# What shows the habit: two groups after points, or a decimal comma behind a group or before a unit.
POINTED = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3}){2,5}(?![.\d])|(?<![\d.,])\d{1,3}\.\d{3},\d{1,2}(?!\d)")
COMMA = re.compile(r"(?<![\d.,])\d{1,3},\d{1,2} ?(?:%|per ?cent|million|billion|euros?|km|kg|tonnes|degrees)")
# What speaks against it: a decimal point, thousands behind a comma.
ENGLISH = re.compile(r"(?<![\d.,])\d+\.\d{1,2}(?![.\d])|(?<![\d.,])\d{1,3},\d{3}(?!\d)")


SPACED = re.compile(r"(?<![\d.,] )(?<![\d.,])\d{1,3}[ \u00a0\u202f]\d{3} [a-z]{3,}")


@lru_cache(8)
def spaced(text: str) -> bool:
    """Tell whether the article writes "45 000 people" somewhere."""
    return bool(SPACED.search(text))


def continental(text: str) -> bool:
    """Tell whether the article's own numbers show the habit."""
    if not any(hint.search(text) for hint in HINTS):
        return False
    shown = POINTED.search(text) or COMMA.search(text)
    return bool(shown) and not ENGLISH.search(text)


def rewrite(words: list[str], starts: list[int], ends: list[int]) -> Tokens:
    """Write the numbers as English does; each keeps its place in the text."""
    out: Tokens = ([], [], [])
    i = 0
    while i < len(words):
        stop = i + 1
        word = words[i]
        if word[0].isdecimal():
            whole = _whole(word)
            if whole and _decimals(words, starts, ends, stop):
                word, stop = f"{whole}.{words[stop + 1]}", stop + 2
            else:
                word = whole or word
        out[0].append(word)
        out[1].append(starts[i])
        out[2].append(ends[stop - 1])
        i = stop
    return out


def _whole(word: str) -> str:
    """Give the digits of "2.300.000" or "23"; "" for anything else, such as a version."""
    first, *groups = word.split(".")
    if not first.isdecimal() or (groups and len(first) > 3) or any(len(g) != 3 or not g.isdecimal() for g in groups):
        return ""
    return first + "".join(groups)


def _decimals(words: list[str], starts: list[int], ends: list[int], k: int) -> bool:
    """Tell whether a comma and one or two digits follow without a space."""
    if k + 1 >= len(words) or words[k] != "," or not words[k + 1].isdecimal() or len(words[k + 1]) > 2:
        return False
    return ends[k - 1] == starts[k] and ends[k] == starts[k + 1]
