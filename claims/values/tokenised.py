"""Rejoin the numbers of tokenised prose, which spaces its marks: "4 . 8 %", "80 , 000 fans", "year ' s"."""

from __future__ import annotations

from claims.values.lexicon import MONTHS, SHORT_MONTHS

LONGEST_WHOLE = 3
# What may follow the decimals of a number, and begins no sentence.
UNITS = frozenset(
    "% percent per pct million billion trillion bn mn m cents dollars euros pounds yen marks francs , . ; )".split()
) | {""}
APOSTROPHES = ("'", "’")
SIGNS = frozenset("$ £ € ¥ ₹ rs us$ up down".split())

Tokens = tuple[list[str], list[int], list[int]]


def spaced(text: str) -> bool:
    """Tell whether a text puts a space before its commas and full stops."""
    commas, stops = text.count(" , "), text.count(" . ") + text.endswith(" .")
    return commas + stops > 0 and commas + stops > text.count(", ") - commas


def rejoin(words: list[str], starts: list[int], ends: list[int]) -> Tokens:
    """Join the digits around a spaced decimal point or thousands comma into one token, and the "' s" of an owner."""
    joined: Tokens = ([], [], [])
    i, size = 0, len(words)
    while i < size:
        if words[i] in APOSTROPHES and i + 1 < size and words[i + 1] == "s":
            stop = i + 2
        else:
            stop = _number(words, starts, ends, i) if words[i][0].isdecimal() else i + 1
        joined[0].append("".join(words[i:stop]))
        joined[1].append(starts[i])
        joined[2].append(ends[stop - 1])
        i = stop
    return joined


def _number(words: list[str], starts: list[int], ends: list[int], i: int) -> int:
    """Find the end of the number that begins at token `i`."""
    stop = i + 1
    if not words[i].isdecimal() or len(words[i]) > LONGEST_WHOLE:
        return stop
    before = words[i - 1] if i else ""
    while _apart(starts, ends, stop) and _thousand(words, stop, before, begun=stop > i + 1):
        stop += 2
    if _apart(starts, ends, stop) and words[stop] == "." and words[stop + 1].isdecimal():
        after = words[stop + 2] if stop + 2 < len(words) else ""
        if (after in UNITS or before in SIGNS) and before not in MONTHS and before not in SHORT_MONTHS:
            stop += 2
    return stop


def _apart(starts: list[int], ends: list[int], k: int) -> bool:
    """Tell whether the mark at token `k` has one space on either side."""
    return k + 1 < len(starts) and starts[k] - ends[k - 1] == 1 and starts[k + 1] - ends[k] == 1


def _thousand(words: list[str], k: int, before: str, *, begun: bool) -> bool:
    """Tell the thousands of "80 , 000" from the next item of a list."""
    group = words[k + 1]
    if words[k] != "," or not group.isdecimal() or len(group) != 3:
        return False
    return begun or before in SIGNS or group.endswith("00")
