"""Where the characters of an article's text stand in the file that it was taken from.

A reader that takes a text out of a page, a notebook or a line of JSON knows the offset in the file of each character;
`pieces` keeps of them where the text goes on unbroken, and `Places` finds line and column again.
"""

from __future__ import annotations

import html
import json
import re
from bisect import bisect_right
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from claims.types import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.types import Article

NOWHERE = -1
"""The offset of a character that the file does not have, such as the blank line between two cells."""
_ESCAPE = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.|.", re.DOTALL)
_UNSEEN = frozenset(("script", "style", "template", "noscript"))
_SHORTEST = 8
"""How many characters, spaces aside, are looked for in a page at least."""


class Places:
    """Lines and columns, from 1, of the characters of an article in its file."""

    def __init__(self, article: Article) -> None:
        self._breaks = [at for at, char in enumerate(article.text) if char == "\n"]
        self._pieces = article.pieces or (Piece(start=0, line=article.line),)
        self._starts = [piece.start for piece in self._pieces]

    def at(self, offset: int) -> tuple[int, int]:
        r"""Give line and column of an offset.

        >>> from claims.types import Article
        >>> Places(Article("one\ntwo", line=4)).at(5)
        (5, 2)
        """
        piece = self._piece(offset)
        before, after = (bisect_right(self._breaks, at - 1) for at in (piece.start, max(offset, piece.start)))
        if after == before:
            return piece.line, piece.column + max(offset - piece.start, 0)
        return piece.line + after - before, offset - self._breaks[after - 1]

    def part(self, offset: int) -> str:
        """Give the part of the file that an offset is in, such as "cell 3, line 2"; "" where the line says it all."""
        return self._piece(offset).part

    def _piece(self, offset: int) -> Piece:
        return self._pieces[max(bisect_right(self._starts, offset) - 1, 0)]


def pieces(text: str, offsets: Sequence[int], source: str, parts: Sequence[str] = ()) -> tuple[Piece, ...]:
    r"""Give the pieces of a text that stand unbroken in its file.

    Parameters
    ----------
    text : str
        The article's text.
    offsets : sequence of int
        For each of its characters the offset in the file, or `NOWHERE`.
    source : str
        The file's text.
    parts : sequence of str
        For each of its characters the part of the file that it is in, where parts have names.

    Examples
    --------
    >>> pieces("ab c", [2, 3, 4, 5], ": ab\nc")
    (Piece(start=0, line=1, column=3, part=''), Piece(start=3, line=2, column=1, part=''))
    """
    starts = [0, *(at + 1 for at, char in enumerate(source) if char == "\n")]
    found, due, now = [], NOWHERE, ""
    for at, offset in enumerate(offsets):
        if offset == NOWHERE or (text[at].isspace() and text[at] != source[offset]):  # as where a comment was
            continue
        if offset != due or (parts and parts[at] != now):
            line, now = bisect_right(starts, offset), parts[at] if parts else ""
            found.append(Piece(start=at, line=line, column=offset - starts[line - 1] + 1, part=now))
        due = offset + 1 if source[offset] == text[at] else NOWHERE
    return tuple(found)


class Placed(str):
    """A string of a JSON text: `at` is the offset of its first character there, behind the quotation mark."""

    __slots__ = ("at",)
    at: int


def placed_json(text: str) -> Any:
    """Read JSON as `json.loads` does, with strings that know where they stand."""
    decoder: Any = json.JSONDecoder()

    def parse_string(source: str, at: int, strict: bool = True) -> tuple[Placed, int]:
        value, end = json.decoder.scanstring(source, at, strict)  # type: ignore[attr-defined]
        placed = Placed(value)
        placed.at = at
        return placed, end

    decoder.parse_string = parse_string
    decoder.scan_once = json.scanner.py_make_scanner(decoder)  # type: ignore[attr-defined]  # the one in C takes no function
    return decoder.decode(text)


def of_json(value: str, source: str) -> Iterator[int]:
    r"""Give for each character of a JSON string its offset in the file.

    Examples
    --------
    >>> source = '["a\\nb"]'
    >>> list(of_json(placed_json(source)[0], source))
    [2, 3, 5]
    """
    at = getattr(value, "at", NOWHERE)
    for char in value:
        yield at
        found = _ESCAPE.match(source, at) if at != NOWHERE else None
        at = found.end() if found and (found[0] == char or found[0][0] == "\\") else NOWHERE


def of_page(text: str, page: str) -> list[int]:
    r"""Give for each character of a page's text its offset in the page; what cannot be found is `NOWHERE`.

    Lines are found in the order of the page, spaces aside.

    Examples
    --------
    >>> of_page("It sold 40 & more.", "<p>It\n sold <b>40</b> &amp; more.</p>")[:11]
    [3, 4, -1, 7, 8, 9, 10, -1, 15, 16, -1]
    """
    seen = _Seen(page)
    offsets, begun = [NOWHERE] * len(text), 0
    for found in re.finditer(r"[^\n]+", text):
        at = [index for index in range(*found.span()) if not text[index].isspace()]
        begun = _locate("".join(text[index] for index in at), at, seen, begun, offsets)
    return offsets


def _locate(words: str, at: Sequence[int], seen: _Seen, begun: int, offsets: list[int]) -> int:
    """Find words in what a page shows, behind what was found before, else anywhere; in halves if not as a whole."""
    place = seen.text.find(words, begun)
    if place < 0:
        place = seen.text.find(words)
    if place >= 0:
        for index, offset in zip(at, seen.offsets[place : place + len(words)], strict=True):
            offsets[index] = offset
        return place + len(words)
    half = len(words) // 2
    if half < _SHORTEST:
        return begun
    begun = _locate(words[:half], at[:half], seen, begun, offsets)
    return _locate(words[half:], at[half:], seen, begun, offsets)


class _Seen(HTMLParser):
    """The characters that a page shows, spaces aside, with their offsets."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self._starts = [0, *(at + 1 for at, char in enumerate(page) if char == "\n")]
        self._hidden = 0
        self._chars: list[str] = []
        self.offsets: list[int] = []
        self.feed(page)
        self.close()
        self.text = "".join(self._chars)

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ARG002
        self._hidden += tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(self._hidden - (tag in _UNSEEN), 0)

    def handle_data(self, data: str) -> None:
        start = self._offset()
        self._add([(char, start + index) for index, char in enumerate(data)])

    def handle_entityref(self, name: str) -> None:
        self._add([(char, self._offset()) for char in html.unescape(f"&{name};")])

    def handle_charref(self, name: str) -> None:
        self._add([(char, self._offset()) for char in html.unescape(f"&#{name};")])

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def _add(self, placed: list[tuple[str, int]]) -> None:
        if not self._hidden:
            shown = [(char, at) for char, at in placed if not char.isspace()]
            self._chars += (char for char, _ in shown)
            self.offsets += (at for _, at in shown)
