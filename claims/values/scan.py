"""Cut an article into tokens and mark where a value may stand: every digit and number word, known to no pattern."""

from __future__ import annotations

import re
from itertools import accumulate
from operator import add

from claims.values import habits, lexicon, tokenised

GROUPED = r"\d{1,3}+(?:,\d{2,3}+){1,9}+(?<=,\d{3})(?:\.\d++)?+(?![.,]?\d)"
DIGITS = r"\d++(?:\.\d++)*+"
INITIALS = r"(?:[^\W\d_]\.){2,}"
WORD = r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?"
# Most tokens are plain words or marks: tried first, for speed.
PLAIN = r"[a-z]{2,}+(?![\w'’])"
MARK = r"[^\w\s'’]"
TOKEN = rf"{PLAIN}|{MARK}|{GROUPED}|{DIGITS}|{INITIALS}|{WORD}|['’]s\b|\n|\S"
# A token with the gap behind it, once every blank is a space.
TOKENS = re.compile(rf"(?:{TOKEN}) *+")
# Every blank but the space and the line break, and what shows nothing.
BLANKS = "\t\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u00ad\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(
    map(chr, (*range(0x2000, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)))
)
# It begins with a mark, which is found faster than a digit.
THOUSANDS = re.compile(r",(?<=\d,)\d{3}")
LONG_LINE = 60
CLOSING = ".!?:;\"”'’)"
PADDING = 12


class Scan:
    """The tokens of a text: `words` in lower case, `starts` and `ends` in characters, `triggers` to read at.

    The lists are padded with empty words, so that a reader may look a few tokens beyond either end.
    """

    __slots__ = (
        "commas", "ends", "headline", "numbers", "size", "starts", "sterling", "text", "triggers", "words",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        self.text = text
        soft = _soft_breaks(text)
        words, starts, ends = _tokens(_spaced(_lower(text)), soft)
        if tokenised.spaced(text):
            words, starts, ends = tokenised.rejoin(words, starts, ends)
        if habits.continental(text):
            words, starts, ends = habits.rewrite(words, starts, ends)
        known = lexicon.TRIGGERS
        self.triggers = [
            i for i, word in enumerate(words) if word in known or (not "a" <= word <= "z" and word[0].isdecimal())
        ]
        self.numbers = frozenset(i for i in self.triggers if words[i][0].isdecimal())
        self.size = len(words)
        # The tokens of a first line that ends in no full stop.
        line = words.index("\n") if "\n" in words else 0
        self.headline = line if line and words[line - 1] not in CLOSING else 0
        self.sterling = any(mark in text for mark in ("£", "sterling", "pence"))
        self.commas = bool(THOUSANDS.search(text))
        self.words = words + [""] * PADDING
        self.starts = starts + [len(text)] * PADDING
        self.ends = ends + [len(text)] * PADDING

    def vocabulary(self) -> frozenset[str]:
        """Give the words of the text."""
        return frozenset(self.words)

    def raw(self, i: int) -> str:
        """Give a token as written."""
        return self.text[self.starts[i] : self.ends[i]]

    def capital(self, i: int) -> bool:
        """Tell whether a token begins with a capital letter."""
        return 0 <= i < self.size and self.text[self.starts[i]].isupper()

    def glued(self, i: int) -> bool:
        """Tell whether a token follows the one before it without a space."""
        return 0 < i < self.size and self.ends[i - 1] == self.starts[i]

    def number(self, i: int) -> bool:
        """Tell whether a token is written in digits."""
        return i in self.numbers

    def follows(self, i: int, *words: str) -> bool:
        """Tell whether these words stand from token `i` on."""
        return self.words[i : i + len(words)] == list(words)

    def precedes(self, i: int, *words: str) -> bool:
        """Tell whether these words stand right before token `i`."""
        return i >= len(words) and self.words[i - len(words) : i] == list(words)


def _tokens(text: str, soft: frozenset[int]) -> tuple[list[str], list[int], list[int]]:
    """List the tokens with their places; between two of them stands only what no token holds."""
    pieces = TOKENS.findall(text)
    if not pieces:
        return [], [], []
    words = [piece.rstrip(" ") for piece in pieces]
    starts = list(accumulate(map(len, pieces), initial=len(text) - len(text.lstrip(" "))))[:-1]
    ends = list(map(add, starts, map(len, words)))
    if not soft:
        return words, starts, ends
    kept = [k for k, start in enumerate(starts) if start not in soft]
    return [words[k] for k in kept], [starts[k] for k in kept], [ends[k] for k in kept]


def _lower(text: str) -> str:
    """Write in lower case without moving any character."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _spaced(text: str) -> str:
    """Write every blank as a space."""
    for blank in BLANKS:
        if blank in text:
            text = text.replace(blank, " ")
    return text


def _soft_breaks(text: str) -> frozenset[int]:
    """Find the line breaks that only wrap a long line."""
    soft, line = [], 0
    at = text.find("\n")
    while at >= 0:
        after = text[at + 1 : at + 2]
        if at - line >= LONG_LINE and (after.islower() or after.isdecimal()) and text[at - 1] not in CLOSING:
            soft.append(at)
        line = at + 1
        at = text.find("\n", line)
    return frozenset(soft)
