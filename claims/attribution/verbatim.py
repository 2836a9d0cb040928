"""Check quotations word by word against speeches, statements and transcripts; never by likeness."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

from claims import language
from claims.errors import InputError
from claims.types import Article, VerdictLabel, as_article

if TYPE_CHECKING:
    from collections.abc import Mapping

_GAP = "\N{HORIZONTAL ELLIPSIS}"
_GAPS = re.compile(r"\[[^\]\n]*\]|\([^)\n]*\)|\.\s?\.\s?\.+|\u2026")
_SAME = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "`": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\u2011": "-"}
)
_WORD = re.compile(rf"{_GAP}|[\w$\u20ac\u00a3%]+(?:['.,:/-][\w%]+)*")
_SHORTEST = 4  # words; a shorter quotation may be found, but not refuted
_SLACK = 3  # words that may be added at an end of the passage
_ENOUGH = 0.6  # share of a quotation's words that must stand in one passage for the passage to be its source


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationCheck:
    """What reference texts say of a quotation.

    `difference` holds (word as quoted, words in the source) for each change; "" where words were added or left out.
    """

    start: int
    end: int
    quote: str
    verdict: VerdictLabel
    source: str = ""
    passage: str = ""
    difference: tuple[tuple[str, str], ...] = ()


def read_texts(folder: str | Path) -> dict[str, str]:
    """Read the .txt and .md files of a folder, by name.

    Raises
    ------
    InputError
        If there is no such folder or no text in it.
    """
    path = Path(folder)
    found = sorted(p for p in path.glob("*") if p.suffix in (".txt", ".md")) if path.is_dir() else []
    if not found:
        raise InputError("no reference text in the folder", where=str(path), hint="put .txt or .md files there")
    return {p.name: p.read_text(encoding="utf-8") for p in found}


def check_quotations(article: Article | str, texts: Mapping[str, str]) -> tuple[QuotationCheck, ...]:
    """Check each quotation of an article against reference texts.

    Quotation marks, dashes, ellipses and brackets are read alike; every other word must be the same.

    Parameters
    ----------
    article : Article or str
    texts : mapping of str to str
        Speeches, statements or transcripts by name; `read_texts` reads a folder of them.

    Returns
    -------
    tuple of QuotationCheck
        supported: word for word in a text; refuted: the passage is there, with other words;
        not_enough_info: no text has the passage.

    Examples
    --------
    >>> texts = {"speech": "We will not raise the fare before June."}
    >>> for check in check_quotations('"We will raise the fare before June," Rao said.', texts):
    ...     print(check.verdict, check.difference)
    refuted (('', 'not'),)
    """
    document = language.parse(as_article(article))
    references = {name: _words(text) for name, text in texts.items()}
    return tuple(
        _check(q.start, q.end, document.article.text[slice(*q.inner)], references) for q in document.quotations
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(_GAPS.sub(f" {_GAP} ", text.translate(_SAME)))


def _check(start: int, end: int, quote: str, references: Mapping[str, list[str]]) -> QuotationCheck:
    words = _words(quote)
    pieces = _pieces(words)
    for name, reference in references.items():
        if pieces and _stands_in(pieces, reference):
            return QuotationCheck(start=start, end=end, quote=quote, verdict="supported", source=name)
    solid = [word for word in words if word != _GAP]
    best = max((_nearest(solid, name, ref) for name, ref in references.items()), default=(0, "", []))
    if len(solid) < _SHORTEST or len(solid) < len(words) or best[0] < _ENOUGH * len(solid):
        return QuotationCheck(start=start, end=end, quote=quote, verdict="not_enough_info")
    return QuotationCheck(
        start=start,
        end=end,
        quote=quote,
        verdict="refuted",
        source=best[1],
        passage=" ".join(best[2]),
        difference=_difference(solid, best[2]),
    )


def _pieces(words: list[str]) -> list[list[str]]:
    """Cut at ellipses and brackets."""
    pieces: list[list[str]] = [[]]
    for word in words:
        if word == _GAP:
            pieces.append([])
        else:
            pieces[-1].append(word)
    return [piece for piece in pieces if piece]


def _stands_in(pieces: list[list[str]], reference: list[str]) -> bool:
    """Tell whether the pieces stand in a text, whole and in order; a capital may begin the first word."""
    at = 0
    for piece in pieces:
        found = next((i for i in range(at, len(reference) - len(piece) + 1) if _same(piece, reference, i)), -1)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def _same(piece: list[str], reference: list[str], at: int) -> bool:
    first = piece[0].lower() == reference[at].lower()
    return first and piece[1:] == reference[at + 1 : at + len(piece)]


def _nearest(words: list[str], name: str, reference: list[str]) -> tuple[int, str, list[str]]:
    """Give the passage around the longest run of shared words, and how many words it shares."""
    run = SequenceMatcher(None, words, reference, autojunk=False).find_longest_match()
    first = max(0, run.b - run.a - _SLACK)
    window = reference[first : run.b + len(words) - run.a + _SLACK]
    changes = _changes(words, window)
    start = changes[0][4] if changes and changes[0][0] == "insert" else 0
    tag, a, b, c, d = changes[-1] if changes else ("", 0, 0, 0, 0)
    stop = c if tag == "insert" else min(d, c + b - a) if tag == "replace" else len(window)
    shared = sum(b - a for tag, a, b, _, _ in changes if tag == "equal")
    return shared, name, window[start:stop]


def _changes(words: list[str], passage: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Align a quotation with a passage; capitals do not count at the first word."""
    given = [words[0].lower(), *words[1:]] if words else []
    lowered = given[0] if given else ""
    there = [lowered if word.lower() == lowered else word for word in passage]
    return list(SequenceMatcher(None, given, there, autojunk=False).get_opcodes())


def _difference(words: list[str], passage: list[str]) -> tuple[tuple[str, str], ...]:
    changes = _changes(words, passage)
    return tuple((" ".join(words[a:b]), " ".join(passage[c:d])) for tag, a, b, c, d in changes if tag != "equal")
