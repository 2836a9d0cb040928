"""Cut an article into tokens and mark where a value may stand: every digit and number word, known to no pattern."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.values import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

# Marks that show nothing: direction, joiners, byte order, soft hyphen.
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
DIGITS = r"\d+(?:[.,]\d+)*"
INITIALS = r"(?:[^\W\d_]\.){2,}"
WORD = r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?"
TOKEN = re.compile(rf"{DIGITS}|{INITIALS}|{WORD}|['’]s\b|\n|[^\s{INVISIBLE}]")
GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
PIECES = re.compile(r"\d+(?:\.\d+)*")
LONG_LINE = 60
PADDING = 12


class Scan:
    """The tokens of a text: `words` in lower case, `starts` and `ends` in characters, `triggers` to read at.

    The lists are padded with empty words, so that a reader may look a few tokens beyond either end.
    """

    __slots__ = ("ends", "size", "starts", "sterling", "text", "triggers", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.triggers: list[int] = []
        known, words = lexicon.TRIGGERS, self.words
        for start, end in _cut(text):
            word = text[start:end].lower()
            if word in known or word[0].isdecimal():
                self.triggers.append(len(words))
            words.append(word)
            self.starts.append(start)
            self.ends.append(end)
        self.size = len(words)
        self.sterling = "£" in text or "sterling" in text
        words.extend([""] * PADDING)
        self.starts.extend([len(text)] * PADDING)
        self.ends.extend([len(text)] * PADDING)

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
        return 0 <= i < self.size and self.words[i][0].isdecimal()

    def follows(self, i: int, *words: str) -> bool:
        """Tell whether these words stand from token `i` on."""
        return self.words[i : i + len(words)] == list(words)

    def precedes(self, i: int, *words: str) -> bool:
        """Tell whether these words stand right before token `i`."""
        return i >= len(words) and self.words[i - len(words) : i] == list(words)


def _cut(text: str) -> Iterator[tuple[int, int]]:
    line = 0
    for match in TOKEN.finditer(text):
        start, end = match.span()
        first = text[start]
        if first == "\n":
            soft = _soft(text, line, start)
            line = end
            if soft:
                continue
        elif "," in match[0] and first.isdecimal() and not GROUPED.fullmatch(match[0]):
            for piece in PIECES.finditer(match[0]):
                yield start + piece.start(), start + piece.end()
            continue
        yield start, end


def _soft(text: str, line: int, at: int) -> bool:
    """Tell whether a line break only wraps a long line."""
    after = text[at + 1 : at + 2]
    return at - line >= LONG_LINE and (after.islower() or after.isdecimal()) and text[at - 1] not in ".!?:;\"”'’)"
