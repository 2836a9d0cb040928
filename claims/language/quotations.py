"""Pair quotation marks: straight, typographic, French, and the ``...'' of wire copy."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.language.sentences import stripped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.types import Span

_DOUBLE = re.compile(r"``|''|[\"\u201c\u201d\u201e\u00ab\u00bb]")
_SINGLE = re.compile(r"(?<!')'(?!')|(?<!`)`(?!`)|[\u2018\u2019]")
_ELISION = re.compile(r"\W(?:(?:\d0s|em|til|tis|twas|cause|n|bout)\b|(?:s|re|ve|ll|d|m)(?=\s))", re.IGNORECASE)
_OPENING, _CLOSING = frozenset("\u201c\u201e\u00ab"), frozenset("\u201d\u00bb")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Quoted words with their marks; `inner` leaves the marks out.

    `continues`: it goes on from the paragraph before. `closed`: a mark closes it in this paragraph.
    """

    start: int
    end: int
    inner: Span
    continues: bool = False
    closed: bool = True


def pair_marks(text: str, start: int, end: int) -> tuple[list[Span], list[int]]:
    """Pair the quotation marks of a paragraph; give the outermost pairs, and the marks that nothing closes."""
    doubles, unclosed = _double_pairs(text, start, end)
    singles = _outside(_single_pairs(text, start, end), doubles)
    pairs = sorted(singles + _outside(doubles, singles))
    alone = _outside([(at, at + 1) for at in unclosed], pairs)
    return pairs, [at for at, _ in alone]


def _outside(spans: list[Span], others: list[Span]) -> list[Span]:
    """Keep the spans that neither lie in nor cross one of the others; both lists are sorted and flat."""
    starts = [start for start, _ in others]

    def free(span: Span) -> bool:
        before = bisect_right(starts, span[0]) - 1
        if before >= 0 and others[before][1] > span[0]:
            return False
        last = bisect_right(starts, span[1] - 1) - 1
        return last < 0 or others[last][1] <= span[1]

    return [span for span in spans if free(span)]


def _double_pairs(text: str, start: int, end: int) -> tuple[list[Span], list[int]]:
    pairs: list[Span] = []
    unclosed: list[int] = []
    opened: tuple[int, str] | None = None
    for mark in _DOUBLE.finditer(text, start, end):
        if opened is None:
            if _opens(text, mark.group(), mark.start(), mark.end(), start, end):
                opened = mark.start(), mark.group()
        elif _closes(text, mark.group(), mark.start(), mark.end(), start, end, opened[1]):
            pairs.append((opened[0], mark.end()))
            opened = None
        elif mark.group() == opened[1]:
            unclosed.append(opened[0])
            opened = mark.start(), mark.group()
    return pairs, unclosed + ([opened[0]] if opened else [])


def _opens(text: str, mark: str, at: int, after: int, start: int, end: int) -> bool:
    if mark in _OPENING or mark == "``":
        return True
    before = at == start or text[at - 1].isspace() or text[at - 1] in "([{\u2014\u2013-:/'\u2018"
    return before and after < end


def _closes(text: str, mark: str, at: int, after: int, start: int, end: int, opened: str) -> bool:
    if opened in ("\u201e", "\u00ab", "\u00bb") and mark in "\u201c\u201d\u00bb\u00ab":
        return mark != opened
    if mark in _CLOSING or mark == "''":
        return True
    if mark in _OPENING or mark == "``":
        return mark == "\u201c" and not _spaced_before(text, at, start) and (after == end or not text[after].isalnum())
    return not _spaced_before(text, at, start) or after == end or not text[after].isalnum()


def _spaced_before(text: str, at: int, start: int) -> bool:
    return at == start or text[at - 1].isspace() or text[at - 1] in "([{"


def _single_pairs(text: str, start: int, end: int) -> list[Span]:
    """Pair single marks, apart from apostrophes: an opening one follows a space, a closing one ends a word."""
    pairs: list[Span] = []
    opened: int | None = None
    for mark in _SINGLE.finditer(text, start, end):
        at, after = mark.span()
        spaced = at == start or not text[at - 1].isalnum()
        if spaced and after < end and text[after].isalnum() and text[at] != "\u2019":
            if not _ELISION.match(text, at):
                opened = at
        elif opened is not None and (after == end or not text[after].isalnum()) and text[at] not in "\u2018`":
            if text[at - 1] == "s" and _closer_ahead(text, after, end):
                continue  # a plural's apostrophe
            pairs.append((opened, after))
            opened = None
    return pairs


def _closer_ahead(text: str, after: int, end: int) -> bool:
    """Tell whether a mark after punctuation closes the quotation further on."""
    ahead = text[after : min(end, after + 300)]
    found = re.search(r"[,.!?]['\u2019](?!\w)|(?<=\W)['\u2018](?=\w)", ahead)
    return found is not None and len(found.group()) == 2


def find_quotations(
    text: str, paragraphs: Sequence[Span], marks: Sequence[tuple[list[Span], list[int]]], sentences: Sequence[Span]
) -> Iterator[Quotation]:
    """Give the quotations in order; what is not closed ends with its sentence, or runs on with its paragraph."""
    ends = [end for _, end in sentences]
    running = False
    for number, ((start, end), (pairs, unclosed)) in enumerate(zip(paragraphs, marks, strict=True)):
        resumes = running and bool(_DOUBLE.match(text, start))
        following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else len(text)
        found = [_quotation(text, s, e, resumes and s == start, True) for s, e in pairs]
        opened = sorted([s for s, _ in pairs] + unclosed)
        running = bool(unclosed) and opened[-1] == unclosed[-1] and bool(_DOUBLE.match(text, following))
        for at in unclosed:
            whole = at == opened[-1] and (running or at == start)
            following_mark = bisect_right(opened, at)
            limit = opened[following_mark] if following_mark < len(opened) else end
            stop = end if whole else min(ends[bisect_right(ends, at)], limit)
            found.append(_quotation(text, at, stripped(text, at, stop)[1], resumes and at == start, False))
        yield from sorted(found, key=lambda q: q.start)


def _quotation(text: str, start: int, end: int, continues: bool, closed: bool) -> Quotation:
    width = 2 if text.startswith(("``", "''"), start) else 1
    inner_end = end - (2 if text.startswith("''", end - 2) else 1) if closed else end
    return Quotation(
        start=start, end=end, inner=stripped(text, start + width, inner_end), continues=continues, closed=closed
    )
