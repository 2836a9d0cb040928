"""Cut sentences into clauses and enumerations into items, from tags and punctuation rather than from the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

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


def cut_items(doc: Doc, sentences: Sequence[Span], quotations: Sequence[Quotation]) -> Iterator[Span]:
    """Give the items of every enumeration whose items carry numbers: "12 in Delhi, 9 in Pune and 3 in Agra"."""
    inside = _quoted(doc, quotations)
    for begin, end in _token_spans(doc, sentences):
        pieces = [piece for piece in _pieces(doc, begin, end, inside) if not _aside(doc, piece)]
        for run in _runs(doc, pieces):
            for first, last in _trimmed(doc, run):
                yield _chars(doc, first, last)


def cut_clauses(doc: Doc, sentences: Sequence[Span], quotations: Sequence[Quotation]) -> Iterator[Span]:
    """Give the pieces of each sentence that have a finite verb of their own; together they cover the sentence."""
    inside = _quoted(doc, quotations)
    for begin, end in _token_spans(doc, sentences):
        start = begin
        for at in range(begin + 1, end):
            if at not in inside and _opens_clause(doc, at) and _finite(doc, start, at) and _finite(doc, at, end):
                yield _chars(doc, start, at)
                start = at
        yield _chars(doc, start, end)


def _token_spans(doc: Doc, sentences: Sequence[Span]) -> Iterator[Piece]:
    at = 0
    for start, end in sentences:
        while at < len(doc) and doc[at].idx < start:
            at += 1
        begin = at
        while at < len(doc) and doc[at].idx < end:
            at += 1
        if begin < at:
            yield begin, at


def _quoted(doc: Doc, quotations: Sequence[Quotation]) -> set[int]:
    """Give the tokens inside quotations and brackets, where nothing is cut."""
    inside: set[int] = set()
    spans = [(q.start, q.end) for q in quotations]
    for first, last in _token_spans(doc, spans):
        inside.update(range(first, last))
    depth = 0
    for token in doc:
        depth = 0 if token.is_sent_start else depth + (token.text == "(") - (token.text == ")" and depth > 0)
        if depth:
            inside.add(token.i)
    return inside


def _chars(doc: Doc, first: int, last: int) -> Span:
    while last - 1 > first and (doc[last - 1].is_space or doc[last - 1].text in (",", ";")):
        last -= 1
    return doc[first].idx, doc[last - 1].idx + len(doc[last - 1])


# clauses -------------------------------------------------------------------------------------------------------------


def _finite(doc: Doc, begin: int, end: int) -> bool:
    return any(doc[i].tag_ in _FINITE for i in range(begin, end))


def _opens_clause(doc: Doc, at: int) -> bool:
    token, before = doc[at], doc[at - 1]
    if before.text == ";":
        return True
    if token.lower_ in _SUBORDINATORS:
        return before.text == "," or token.lower_ in ("while", "whereas", "because", "although", "but")
    return token.lower_ in ("and", "or") and before.text == "," and at + 1 < len(doc)


# items ---------------------------------------------------------------------------------------------------------------


def _pieces(doc: Doc, begin: int, end: int, inside: set[int]) -> Iterator[Piece]:
    start = begin
    for at in range(begin, end):
        if at in inside or not _separates(doc, at, end):
            continue
        if start < at:
            yield start, at
        start = at + 1
    if start < end:
        yield start, end


def _separates(doc: Doc, at: int, end: int) -> bool:
    text = doc[at].lower_
    if text == ",":
        return not (at + 1 < end and _year(doc[at + 1]) and _numeric(doc[at - 1]))
    return text in (";", "and", "or", "&")


def _aside(doc: Doc, piece: Piece) -> bool:
    """Tell adverbials between commas, which interrupt an enumeration: "and, last of all, ..."."""
    words = [doc[i].pos_ for i in range(*piece)]
    return len(words) <= _LONGEST_ASIDE and not _CONTENT.intersection(words)


def _numeric(token: Token) -> bool:
    return token.like_num or token.pos_ == "NUM" or token.text[:1].isdigit()


def _year(token: Token) -> bool:
    return len(token) == 4 and token.text.isdigit() and "1000" <= token.text < "2200"


def _signature(doc: Doc, piece: Piece) -> tuple[bool, bool, str]:
    """Tell whether a piece has a year, another number, and with which signs ($, %)."""
    tokens = doc[piece[0] : piece[1]]
    signs = "".join(sorted({t.text for t in tokens if t.is_currency or t.text == "%"}))
    return any(map(_year, tokens)), any(_numeric(t) and not _year(t) for t in tokens), signs


def _runs(doc: Doc, pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Give runs of pieces alike in their numbers; a bare number, such as an age, is no piece."""
    run: list[Piece] = []
    for piece in pieces:
        signature = _signature(doc, piece)
        numbered = piece[1] - piece[0] > 1 and (signature[0] or signature[1])
        if run and not (numbered and _alike(_signature(doc, run[-1]), signature)):
            yield from _complete(doc, run)
            run = []
        if numbered:
            run.append(piece)
    yield from _complete(doc, run)


def _alike(one: tuple[bool, bool, str], other: tuple[bool, bool, str]) -> bool:
    if one[0] and other[0]:
        return True
    return one[1] and other[1] and (one[:2] == other[:2] or (one[2] == other[2] != ""))


def _complete(doc: Doc, run: list[Piece]) -> Iterator[list[Piece]]:
    if len(run) < 2 or any(b - a < 2 for a, b in run[1:]):
        return
    joined = [doc[begin - 1].lower_ for begin, _ in run[1:]]
    if joined[-1] in ("and", "or", "&", ";") or len(run) > 2:
        yield run


def _trimmed(doc: Doc, run: list[Piece]) -> Iterator[Piece]:
    """Leave out of the first and the last item what belongs to all of them."""
    (begin, end), (last_begin, last_end) = run[0], run[-1]
    own = _first_finite(doc, begin, end)
    later = [(first, _first_finite(doc, first, last)) for first, last in run[1:]]
    if all(verb is None for _, verb in later):
        start = _nominal_start(doc, run)
    elif own is None:  # "30 soldiers and 12 civilians | were killed"
        start, last_end = _nominal_start(doc, run), later[-1][1] or last_end
    elif any(verb is not None and verb != first for first, verb in later):  # each with a subject of its own
        start = begin
    else:  # "he | scored 23 points and handed out 7 assists"
        start = own
    yield start, end
    yield from run[1:-1]
    while last_end - 1 > last_begin and doc[last_end - 1].text in _TAIL:
        last_end -= 1
    yield last_begin, last_end


def _first_finite(doc: Doc, begin: int, end: int) -> int | None:
    return next((i for i in range(begin, end) if doc[i].tag_ in _FINITE), None)


def _nominal_start(doc: Doc, run: list[Piece]) -> int:
    """Find where the first item's noun phrase starts: around its owner if all items have one, else its first number."""
    begin, end = run[0]
    anchor = next(i for i in range(begin, end) if _numeric(doc[i]))
    if all(any(doc[i].tag_ == "POS" for i in range(a, b)) for a, b in run):
        anchor = next(i for i in range(begin, end) if doc[i].tag_ == "POS")
    while anchor > begin and _belongs(doc[anchor - 1]):
        anchor -= 1
    return anchor


def _belongs(token: Token) -> bool:
    return token.pos_ in _NOMINAL or token.lower_ in _HEDGES or token.tag_ in ("-LRB-", "-RRB-")
