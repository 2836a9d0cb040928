"""Words that lost letters on their way, where one known word has them: "Mo_cicki" for "Moscicki", "JosŽ" for "José"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.references.forms import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

ODD = "_?\ufffd‡†ƒ‰ŒœŽžŠšŸ¿½¼¬¤¦¨ÃÂ’‘—–ˆ˜•…"  # what stands for a letter read in another encoding, or for none
HINT = re.compile(rf"[{ODD}]")
RUN = re.compile(rf"[A-Za-z{ODD}'-]*[{ODD}][A-Za-z{ODD}'-]*")
ENDING = re.compile(r"(?:['’]s)?[?—–…'-]*$|(?<=s)’$")
LEAST = 4
"""Letters that have to be left for a word to be known by them."""


def garbled(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a word has a mark that no word has, its possessive and the mark of a question left out.

    >>> [text[slice(*span)] for text in ["Is Ana Mo_cicki's? Yes – or JosŽ, at 5?"] for span in garbled(text)]
    ['Mo_cicki', 'JosŽ']
    """
    for run in RUN.finditer(text) if HINT.search(text) else ():
        word = ENDING.sub("", run.group())
        if HINT.search(word) and sum(letter.isascii() and letter.isalpha() for letter in word) >= LEAST - 1:
            yield run.start(), run.start() + len(word)


def mended(word: str, known: Collection[str]) -> str:
    """Give the one known word that a garbled one can be, "" where none or several fit.

    >>> mended("Mo_cicki", ["moscicki", "mosley"]), mended("?varez", ["alvarez"]), mended("JosŽ", ["jose", "josh"])
    ('moscicki', 'alvarez', '')
    """
    pieces = (r"\w{1,2}" if HINT.match(part) else plain(part) for part in re.split(rf"([{ODD}]+)", word))
    pattern = re.compile("".join(pieces).replace("-", "[- ]"))
    found = {other for other in known if len(other) >= LEAST and pattern.fullmatch(other)}
    return found.pop() if len(found) == 1 else ""
