"""Check quotations word by word against speeches, statements and transcripts; never by likeness."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from claims import language
from claims.errors import InputError
from claims.types import Article, VerdictLabel, as_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claims.types import Span

GAP = "\N{HORIZONTAL ELLIPSIS}"
_GAPS = r"\[[^\]\n]*\]|\([^)\n]*\)|\.\s?\.\s?\.+|\u2026"
_SAME = str.maketrans({"\u2018": "'", "\u2019": "'", "`": "'", "\u2212": "-"})
_TOKEN = re.compile(rf"(?P<gap>{_GAPS})|(?:(?<!\w)-(?=\d))?[\w$\u20ac\u00a3%]+(?:['.,:/][\w%]+)*")
_NEGATION = re.compile(r"\b(?:not|never|no|nor|neither|without|cannot)\b|n['\u2019]t\b", re.IGNORECASE)

SHORT = 4  # words; a shorter quotation may stand anywhere
_REFUTABLE = 6  # words; fewer, with one changed, may be from another speech
_CHANGED = 5  # at most one word in so many may differ from the passage that a quotation is taken from
_LEFT_OUT = 60  # words that an ellipsis may stand for
_SLACK = 3  # words that may be added at an end of the passage


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationCheck:
    """What reference texts say of a quotation.

    `difference` holds (word as quoted, words in the source) for each change; "" where words were added or left out.
    `place` is where in `source` the `passage` stands; `remark` says why nothing is decided although it stands there.
    """

    start: int
    end: int
    quote: str
    verdict: VerdictLabel
    source: str = ""
    passage: str = ""
    place: Span = (0, 0)
    difference: tuple[tuple[str, str], ...] = ()
    remark: str = ""


@dataclass(frozen=True)
class Text:
    """A text as words, each with its place; gaps are what brackets and ellipses leave open."""

    name: str
    text: str

    @cached_property
    def _found(self) -> list[tuple[str, Span, str]]:
        return [
            (GAP if match["gap"] else match[0], match.span(), match[0])
            for match in _TOKEN.finditer(self.text.translate(_SAME))
        ]

    @cached_property
    def words(self) -> list[str]:
        """Give the words and gaps in order."""
        return [word for word, _, _ in self._found]

    @cached_property
    def spans(self) -> list[Span]:
        """Give the place of each word."""
        return [span for _, span, _ in self._found]

    @cached_property
    def matcher(self) -> SequenceMatcher[str]:
        """Keep what finds shared runs of words; it reads the text once."""
        return SequenceMatcher(None, [], self.words, autojunk=False)

    def place(self, first: int, stop: int) -> Span:
        """Give the characters of some words."""
        return self.spans[first][0], self.spans[stop - 1][1]

    def passage(self, first: int, stop: int) -> str:
        """Give some words as the text writes them."""
        return self.text[slice(*self.place(first, stop))]


def read_texts(folder: str | Path) -> dict[str, str]:
    """Read the .txt and .md files of a folder, by name; or one file.

    Raises
    ------
    InputError
        If there is no such folder, no text in it, or a file is not UTF-8.
    """
    path = Path(folder)
    among = [path] if path.is_file() else sorted(path.glob("*")) if path.is_dir() else []
    found = [p for p in among if p.suffix in (".txt", ".md")]
    if not found:
        raise InputError("no reference text in the folder", where=str(path), hint="put .txt or .md files there")
    return {p.name: _read(p) for p in found}


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"the file is not UTF-8 at byte {error.start}", where=str(path), hint="save it as UTF-8"
        ) from error


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
    references = [Text(name, text) for name, text in texts.items()]
    return tuple(check(q.start, q.end, document.article.text[slice(*q.inner)], references) for q in document.quotations)


def check(start: int, end: int, quote: str, texts: list[Text]) -> QuotationCheck:
    """Check one quotation, which stands at `start` to `end`."""
    words = Text("", quote).words
    hits = [(text, hit) for text in texts if (hit := _stands_in(_pieces(words), text.words))]
    if hits:
        skipping = [_skips_negation(quote, text, hit) for text, hit in hits]
        text, hit = hits[skipping.index(min(skipping))]
        place = text.place(hit[0][0], hit[-1][1])
        found = QuotationCheck(
            start=start, end=end, quote=quote, verdict="supported", source=text.name,
            passage=text.text[slice(*place)], place=place,
        )  # fmt: skip
        return _open(found, f"the words left out turn it: “{min(skipping)}”") if min(skipping) else found
    return _compared(QuotationCheck(start=start, end=end, quote=quote, verdict="not_enough_info"), words, texts)


def _open(found: QuotationCheck, remark: str) -> QuotationCheck:
    return replace(found, verdict="not_enough_info", remark=remark)


# word for word --------------------------------------------------------------------------------------------------------


def _pieces(words: list[str]) -> list[list[str]]:
    """Cut at ellipses and brackets."""
    pieces: list[list[str]] = [[]]
    for word in words:
        if word == GAP:
            pieces.append([])
        else:
            pieces[-1].append(word)
    return [piece for piece in pieces if piece]


def _stands_in(pieces: list[list[str]], reference: list[str]) -> list[Span]:
    """Give where the pieces stand in a text, whole, in order and near each other; nothing if they do not."""
    if not pieces:
        return []
    starts = (i for i in range(len(reference)) if _same(pieces[0], reference, i))
    return next((hit for start in starts if (hit := _from(start, pieces, reference))), [])


def _from(start: int, pieces: list[list[str]], reference: list[str]) -> list[Span]:
    hit = [(start, start + len(pieces[0]))]
    for piece in pieces[1:]:
        near = range(hit[-1][1], hit[-1][1] + _LEFT_OUT + 1)
        at = next((i for i in near if _same(piece, reference, i)), -1)
        if at < 0:
            return []
        hit.append((at, at + len(piece)))
    return hit


def _same(piece: list[str], reference: list[str], at: int) -> bool:
    """Compare word by word; a capital may begin the first one."""
    if at + len(piece) > len(reference) or piece[0].lower() != reference[at].lower():
        return False
    return piece[1:] == reference[at + 1 : at + len(piece)]


def _skips_negation(quote: str, text: Text, hit: list[Span]) -> str:
    """Give the denial that an ellipsis leaves out or a bracket puts in, or ""."""
    skipped = [text.passage(b[1], a[0]) for b, a in pairwise(hit) if b[1] < a[0]]
    put_in = re.findall(_GAPS, quote)
    found = (match[0] for words in (*skipped, *put_in) for match in _NEGATION.finditer(words))
    return next(found, "")


# with other words -----------------------------------------------------------------------------------------------------


def _compared(found: QuotationCheck, words: list[str], texts: list[Text]) -> QuotationCheck:
    """Refute a quotation that differs in a few words from the passage it is taken from."""
    if len(words) < _REFUTABLE or GAP in words:
        return found
    nearest = [_nearest(words, text) for text in texts]
    changed, text, first, stop = min(nearest, key=lambda n: n[0], default=(len(words), None, 0, 0))
    if text is None or changed > max(1, len(words) // _CHANGED):
        return found
    passage = text.words[first:stop]
    difference = tuple((a, b) for a, b in _difference(words, passage) if a != b)
    near = replace(
        found, source=text.name, passage=text.passage(first, stop), place=text.place(first, stop), difference=difference
    )
    if all(_spelt_otherwise(a, b) for a, b in difference):
        return _open(near, "the words are the same, written otherwise")
    return replace(near, verdict="refuted")


def _nearest(words: list[str], text: Text) -> tuple[int, Text, int, int]:
    """Give the passage around the longest run of shared words, and how many words differ."""
    text.matcher.set_seq1(words)
    run = text.matcher.find_longest_match()
    first = max(0, run.b - run.a - _SLACK)
    window = text.words[first : run.b + len(words) - run.a + _SLACK]
    changes = _changes(words, window)
    start = changes[0][4] if changes and changes[0][0] == "insert" else 0
    tag, a, b, c, d = changes[-1] if changes else ("", 0, 0, 0, 0)
    stop = c if tag == "insert" else min(d, c + b - a) if tag == "replace" else len(window)
    passage = window[start:stop]
    differ = sum(max(b - a, d - c) for tag, a, b, c, d in _changes(words, passage) if tag != "equal")
    return (differ if run.size else len(words)), text, first + start, first + stop


def _changes(words: list[str], passage: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Align a quotation with a passage; capitals do not count at the first word."""
    given = [words[0].lower(), *words[1:]] if words else []
    lowered = given[0] if given else ""
    there = [lowered if word.lower() == lowered else word for word in passage]
    return list(SequenceMatcher(None, given, there, autojunk=False).get_opcodes())


def _difference(words: list[str], passage: list[str]) -> Iterator[tuple[str, str]]:
    for tag, a, b, c, d in _changes(words, passage):
        if tag != "equal":
            yield " ".join(words[a:b]), " ".join(passage[c:d])


def _spelt_otherwise(given: str, there: str) -> bool:
    """Tell "US" and "U.S.", "The" and "the", "five" and "5": not other words."""
    from claims.values import find_values

    bare = [re.sub(r"[^\w-]|_", "", words).casefold() for words in (given, there)]
    amounts = [[value.amount for value in find_values(words) if value.text == words] for words in (given, there)]
    return bare[0] == bare[1] or (amounts[0] == amounts[1] and bool(amounts[0]) and amounts[0][0] is not None)


def marked(quote: str, passage: str) -> tuple[tuple[str, str], ...]:
    """Lay a quotation over its passage: pieces that are "same", "quoted" only there, or "text" only in the text.

    Examples
    --------
    >>> marked("We will raise it", "We will not raise it")
    (('same', 'We will'), ('text', 'not'), ('same', 'raise it'))
    """
    words, there = Text("", quote).words, Text("", passage).words
    pieces: list[tuple[str, str]] = []
    for tag, a, b, c, d in _changes(words, there):
        if tag == "equal":
            pieces.append(("same", " ".join(words[a:b])))
        else:
            pieces += [(kind, " ".join(part)) for kind, part in (("quoted", words[a:b]), ("text", there[c:d])) if part]
    return tuple(pieces)
