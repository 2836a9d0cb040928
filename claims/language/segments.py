"""Cut text by rule: paragraphs, quotations and sentences, in one pass each and without a model."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.language.quotations import Quotation, find_quotations, pair_marks
from claims.language.sentences import cut_sentences, stripped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.types import Span

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Segments:
    """Where paragraphs, sentences and quotations stand in a text."""

    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]


def segment(text: str) -> Segments:
    """Cut a text into paragraphs, sentences and quotations.

    Examples
    --------
    >>> found = segment('Dr. Lee arrived. "I won," she said. "You lost."')
    >>> found.sentences
    ((0, 16), (17, 35), (36, 47))
    >>> [(q.start, q.end) for q in found.quotations]
    [(17, 25), (36, 47)]
    """
    paragraphs = tuple(cut_paragraphs(text))
    marks = [pair_marks(text, start, end) for start, end in paragraphs]
    closing = {end - 1 for pairs, _ in marks for _, end in pairs}
    sentences = tuple(s for span in paragraphs for s in cut_sentences(text, span, closing))
    return Segments(paragraphs, sentences, tuple(find_quotations(text, paragraphs, marks, sentences)))


def cut_paragraphs(text: str) -> Iterator[Span]:
    """Give every line that holds something; the lines of hard-wrapped text together."""
    block: list[Span] = []
    for line in _lines(text):
        if line[0] < line[1]:
            block.append(line)
        else:
            yield from _unwrap(text, block)
            block = []
    yield from _unwrap(text, block)


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for mark in _LINE_END.finditer(text):
        yield stripped(text, start, mark.start())
        start = mark.end()
    yield stripped(text, start, len(text))


def _unwrap(text: str, block: list[Span]) -> Iterator[Span]:
    """Join lines of much the same length of which some go on in lower case."""
    lengths = [end - start for start, end in block[:-1]]
    wrapped = (
        bool(lengths)
        and 40 <= max(lengths) <= 120
        and min(lengths) >= max(lengths) - 25
        and sum(text[start].islower() for start, _ in block[1:]) * 3 >= len(lengths)
    )
    if wrapped:
        yield block[0][0], block[-1][1]
    else:
        yield from block
