"""A parsed article as plain lists, one entry a token: quick to scan, and nothing of spaCy to call twice."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.language import Document, Quotation
    from claims.types import Span

_FARTHEST = 1500  # characters; a quotation that runs on without a mark at each paragraph is shorter
_CLOSER = re.compile(r"[.,!?\u2026\w] ?(?:''|[\u201d\"])(?=\s|$|[.,;])")

_NO_VERBS = frozenset(["privy", "adamant"])  # adjectives that the tagger takes for verbs
FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])


@dataclass(slots=True, eq=False)
class Words:
    """The tokens of a document: words, tags, parse and character offsets, by token index."""

    text: str
    word: list[str]
    lower: list[str]
    tag: list[str]
    pos: list[str]
    dep: list[str]
    head: list[int]
    start: list[int]
    end: list[int]
    children: list[list[int]]
    names: frozenset[str]
    """Words that the tagger takes for names somewhere in the text."""

    def subtree(self, index: int, within: tuple[int, int]) -> list[int]:
        """Give the tokens under `index`, itself included, in order."""
        found, stack = [], [index]
        while stack:
            token = stack.pop()
            if within[0] <= token < within[1]:
                found.append(token)
                stack += self.children[token]
        return sorted(found)

    def subject(self, index: int, *roles: str) -> int:
        """Give the subject nearest before a verb, else the first after it, or -1."""
        found = [c for c in self.children[index] if self.dep[c] in roles]
        before = [c for c in found if c < index]
        return before[-1] if before else found[0] if found else -1

    def child(self, index: int, *roles: str) -> int:
        """Give the first child in one of the roles, or -1."""
        return next((c for c in self.children[index] if self.dep[c] in roles), -1)

    def span(self, first: int, last: int) -> Span:
        """Give the characters from token `first` to token `last`, both included."""
        return self.start[first], self.end[last]


@dataclass(slots=True, eq=False)
class Line:
    """A sentence: its characters, its tokens and the quoted parts of it."""

    number: int
    start: int
    end: int
    first: int
    stop: int
    paragraph: int
    quotations: list[Quotation] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    """For each token, whether it stands inside a quotation."""

    def inside(self, token: int) -> bool:
        """Tell whether a token of the sentence stands inside a quotation."""
        return self.quoted[token - self.first]


def words_of(document: Document) -> Words:
    """Read a parsed document into lists, slips of the tagger mended."""
    read = document.columns
    word, lower, tag, pos = read.word, read.lower, list(read.tag), list(read.pos)
    for at, form in enumerate(lower):
        if form.isspace():
            tag[at] = pos[at] = "SPACE"
        if form == "close" and lower[at + 1 : at + 2] == ["to"]:
            tag[at], pos[at] = "JJ", "ADJ"
        if form in _NO_VERBS and pos[at] in ("VERB", "AUX"):
            tag[at], pos[at] = "JJ", "ADJ"
    names_ = frozenset(w for w, p in zip(word, pos, strict=True) if p == "PROPN")
    return Words(
        document.doc.text, word, lower, tag, pos, read.dep, read.head, read.start, read.end, read.children, names_
    )


def lines_of(document: Document, words: Words) -> list[Line]:
    """Cut the tokens into the document's sentences, with the quoted parts of each."""
    quotations = [_closed(document.article.text, q, n) for q, n in _with_next(document.quotations)]
    lines: list[Line] = []
    paragraph = 0
    for number, (start, end) in enumerate(document.sentences):
        while paragraph + 1 < len(document.paragraphs) and document.paragraphs[paragraph][1] <= start:
            paragraph += 1
        first, stop = bisect_left(words.start, start), bisect_left(words.start, end)
        first = _after_dateline(words, first, stop)
        line = Line(number, start, end, first, stop, paragraph)
        line.quotations = [q for q in quotations if q.start < end and q.end > start]
        line.quoted = [False] * (stop - first)
        if line.quotations:
            starts = words.start[first:stop]
            line.quoted = [any(q.start <= start < q.end for q in line.quotations) for start in starts]
        lines.append(line)
    return lines


def _after_dateline(words: Words, first: int, stop: int) -> int:
    """Step over "LISBON, May 2 (Reuters) -"."""
    if first >= stop or not words.word[first].isupper() or len(words.word[first]) < 4:
        return first
    marks = (t for t in range(first + 1, min(first + 12, stop - 1)) if words.lower[t] in ("—", "–", "--", "-"))
    mark = next((t for t in marks if words.start[t] > words.end[t - 1] and words.start[t + 1] > words.end[t]), -1)
    plain = mark > 0 and not any(words.tag[t] in FINITE for t in range(first, mark))
    return mark + 1 if plain else first


def _with_next(quotations: tuple[Quotation, ...]) -> list[tuple[Quotation, int]]:
    """Pair each quotation with where the next one starts."""
    starts = [q.start for q in quotations[1:]] + [1 << 62]
    return list(zip(quotations, starts, strict=False))


def _closed(text: str, quotation: Quotation, following: int) -> Quotation:
    """Let a quotation that its line leaves open run on to the mark that closes it."""
    if quotation.closed:
        return quotation
    limit = min(following, quotation.end + _FARTHEST, len(text))
    found = _CLOSER.search(text, quotation.end, limit)
    if not found:
        return quotation
    return replace(quotation, end=found.end(), closed=True)
