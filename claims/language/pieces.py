"""Cut sentences into clauses and enumerations into items, from tags and punctuation rather than from the parse."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.language.columns import Columns
    from claims.language.quotations import Quotation
    from claims.types import Span

Piece = tuple[int, int]  # tokens, half open

_SUBORDINATORS = frozenset(
    """but while whereas although though because after before when since as which who whose where until unless if
    whom""".split()
)
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_NOMINAL = frozenset(("PROPN", "NOUN", "ADJ", "DET", "NUM", "PRON", "SYM", "X"))
_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "AUX", "NUM", "PRON"))
_LONGEST_ASIDE = 4
_TAIL = frozenset(".,;:!?")
_HEDGES = frozenset("about around nearly almost over under least most more less than some up to only just at".split())


def cut_items(words: Columns, sentences: Sequence[Span], quotations: Sequence[Quotation]) -> Iterator[Span]:
    """Give the items of every enumeration whose items carry numbers: "12 in Delhi, 9 in Pune and 3 in Agra"."""
    inside = _quoted(words, quotations)
    for begin, end in _token_spans(words, sentences):
        pieces = [piece for piece in _pieces(words, begin, end, inside) if not _aside(words, piece)]
        for run in _runs(words, pieces):
            for first, last in _trimmed(words, run):
                yield _chars(words, first, last)


def cut_clauses(words: Columns, sentences: Sequence[Span], quotations: Sequence[Quotation]) -> Iterator[Span]:
    """Give the pieces of each sentence that have a finite verb of their own; together they cover the sentence."""
    inside = _quoted(words, quotations)
    for begin, end in _token_spans(words, sentences):
        start = begin
        for at in range(begin + 1, end):
            if at not in inside and _opens_clause(words, at) and _finite(words, start, at) and _finite(words, at, end):
                yield _chars(words, start, at)
                start = at
        yield _chars(words, start, end)


def _token_spans(words: Columns, sentences: Sequence[Span]) -> Iterator[Piece]:
    at = 0
    for start, end in sentences:
        begin = bisect_left(words.start, start, at)
        at = bisect_left(words.start, end, begin)
        if begin < at:
            yield begin, at


def _quoted(words: Columns, quotations: Sequence[Quotation]) -> set[int]:
    """Give the tokens inside quotations and brackets, where nothing is cut."""
    inside: set[int] = set()
    spans = [(q.start, q.end) for q in quotations]
    for first, last in _token_spans(words, spans):
        inside.update(range(first, last))
    depth = 0
    for at, word in enumerate(words.word):
        depth = 0 if words.opens[at] else depth + (word == "(") - (word == ")" and depth > 0)
        if depth:
            inside.add(at)
    return inside


def _chars(words: Columns, first: int, last: int) -> Span:
    while last - 1 > first and (words.word[last - 1].isspace() or words.word[last - 1] in (",", ";")):
        last -= 1
    return words.start[first], words.end[last - 1]


# clauses -------------------------------------------------------------------------------------------------------------


def _finite(words: Columns, begin: int, end: int) -> bool:
    return not _FINITE.isdisjoint(words.tag[begin:end])


def _opens_clause(words: Columns, at: int) -> bool:
    word, before = words.lower[at], words.word[at - 1]
    if before == ";":
        return True
    if word in _SUBORDINATORS:
        return before == "," or word in ("while", "whereas", "because", "although", "but")
    return word in ("and", "or") and before == "," and at + 1 < len(words)


# items ---------------------------------------------------------------------------------------------------------------


def _pieces(words: Columns, begin: int, end: int, inside: set[int]) -> Iterator[Piece]:
    start = begin
    for at in range(begin, end):
        if at in inside or not _separates(words, at, end):
            continue
        if start < at:
            yield start, at
        start = at + 1
    if start < end:
        yield start, end


def _separates(words: Columns, at: int, end: int) -> bool:
    word = words.lower[at]
    if word == ",":
        return not (at + 1 < end and _year(words, at + 1) and _numeric(words, at - 1))
    return word in (";", "and", "or", "&")


def _aside(words: Columns, piece: Piece) -> bool:
    """Tell adverbials between commas, which interrupt an enumeration: "and, last of all, ..."."""
    begin, end = piece
    return end - begin <= _LONGEST_ASIDE and _CONTENT.isdisjoint(words.pos[begin:end])


def _numeric(words: Columns, at: int) -> bool:
    return words.number[at] or words.pos[at] == "NUM" or words.word[at][:1].isdigit()


def _year(words: Columns, at: int) -> bool:
    word = words.word[at]
    return len(word) == 4 and word.isdigit() and "1000" <= word < "2200"


def _signature(words: Columns, piece: Piece) -> tuple[bool, bool, str]:
    """Tell whether a piece has a year, another number, and with which signs ($, %)."""
    numeric = [at for at in range(*piece) if _numeric(words, at)]
    years = [at for at in numeric if _year(words, at)]
    signs = {words.word[at] for at in range(*piece) if words.currency[at] or words.word[at] == "%"}
    return bool(years), len(years) < len(numeric), "".join(sorted(signs))


def _runs(words: Columns, pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Give runs of pieces alike in their numbers; a bare number, such as an age, is no piece."""
    run: list[Piece] = []
    for piece in pieces:
        signature = _signature(words, piece)
        numbered = piece[1] - piece[0] > 1 and any(signature[:2]) and words.lower[piece[0]] not in _LEADING_ON
        if run and not (numbered and _alike(_signature(words, run[-1]), signature)):
            yield from _complete(words, run)
            run = []
        if numbered:
            run.append(piece)
    yield from _complete(words, run)


_LEADING_ON = frozenset("although though because unless if when".split())
"""What begins a clause of its own and no item: "a loss of 3 million, its second, although sales climbed to 127"."""


def _alike(one: tuple[bool, bool, str], other: tuple[bool, bool, str]) -> bool:
    if one[0] and other[0]:
        return True
    return one[1] and other[1] and (one[:2] == other[:2] or (one[2] == other[2] != ""))


def _complete(words: Columns, run: list[Piece]) -> Iterator[list[Piece]]:
    if len(run) < 2 or any(b - a < 2 for a, b in run[1:]):
        return
    joined = [words.lower[begin - 1] for begin, _ in run[1:]]
    if joined[-1] in ("and", "or", "&", ";") or len(run) > 2:
        yield run


def _trimmed(words: Columns, run: list[Piece]) -> Iterator[Piece]:
    """Leave out of the first and the last item what belongs to all of them."""
    (begin, end), (last_begin, last_end) = run[0], run[-1]
    own = _first_finite(words, begin, end)
    later = [(first, _first_finite(words, first, last)) for first, last in run[1:]]
    if all(verb is None for _, verb in later):
        start = _nominal_start(words, run)
    elif own is None:  # "30 soldiers and 12 civilians | were killed"
        start, last_end = _nominal_start(words, run), later[-1][1] or last_end
    elif any(verb is not None and verb != first for first, verb in later):  # each with a subject of its own
        start = begin
    else:  # "he | scored 23 points and handed out 7 assists"
        start = own
    yield start, end
    yield from run[1:-1]
    while last_end - 1 > last_begin and words.word[last_end - 1] in _TAIL:
        last_end -= 1
    yield last_begin, last_end


def _first_finite(words: Columns, begin: int, end: int) -> int | None:
    return next((i for i in range(begin, end) if words.tag[i] in _FINITE), None)


def _nominal_start(words: Columns, run: list[Piece]) -> int:
    """Find where the first item's noun phrase starts: around its owner if all items have one, else its first number."""
    begin, end = run[0]
    anchor = next(i for i in range(begin, end) if _numeric(words, i))
    if all("POS" in words.tag[a:b] for a, b in run):
        anchor = words.tag.index("POS", begin, end)
    while anchor > begin and _belongs(words, anchor - 1):
        anchor -= 1
    return anchor


def _belongs(words: Columns, at: int) -> bool:
    return words.pos[at] in _NOMINAL or words.lower[at] in _HEDGES or words.tag[at] in ("-LRB-", "-RRB-")
