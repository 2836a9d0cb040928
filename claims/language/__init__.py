"""A parsed article: one spaCy Doc, and the paragraphs, sentences, quotations and items cut by rule around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.clauses import Clauses, find_clauses
from claims.language.columns import Columns, columns_of
from claims.language.pieces import cut_clauses, cut_items
from claims.language.quotations import Quotation
from claims.language.segments import segment
from claims.language.syntax import fingerprint, in_dictionary, parse_text, pipeline
from claims.types import Article, Span, as_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    import spacy.tokens

__all__ = ["Document", "Quotation", "fingerprint", "in_dictionary", "parse", "pipeline"]

_FAR = 1 << 62


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Document:
    """An article and its analysis; every span indexes `article.text`.

    Attributes
    ----------
    doc : spacy.tokens.Doc
        Tags, parse and lemmas of the whole text: `token.idx` indexes the text.
    columns : Columns
        The same as plain lists by token index.
    listed : list of spacy.tokens.Token
        The tokens of `doc`, made once: spaCy makes a new one at each look.
    paragraphs, sentences : tuple of (int, int)
        Cut by rule.
    quotations : tuple of Quotation
        The outermost quotations.
    items : tuple of (int, int)
        Items of enumerations inside sentences.
    clauses : tuple of (int, int)
        The pieces of the sentences that have a verb of their own.
    predicates : Clauses
        The words under each predicate, as they are parsed.
    """

    article: Article
    doc: spacy.tokens.Doc
    columns: Columns
    listed: list[spacy.tokens.Token]
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    items: tuple[Span, ...]
    clauses: tuple[Span, ...]
    predicates: Clauses

    def sentence(self, offset: int) -> Span:
        """Give the sentence around a character; between two, the one before."""
        return _around(self.sentences, offset) or _before(self.sentences, offset)

    def clause(self, offset: int) -> Span:
        """Give the smallest piece around a character: item, else clause, else sentence."""
        return _around(self.items, offset) or _around(self.clauses, offset) or self.sentence(offset)

    def item(self, offset: int) -> Span | None:
        """Give the item of an enumeration around a character, if there is one."""
        return _around(self.items, offset)

    def quotation(self, offset: int) -> Quotation | None:
        """Give the quotation around a character, if there is one."""
        at = bisect_right(self.quotations, offset, key=lambda quotation: quotation.start) - 1
        return self.quotations[at] if at >= 0 and offset < self.quotations[at].end else None

    def tokens(self, start: int, end: int) -> spacy.tokens.Span:
        """Give the tokens that a span touches."""
        return self.doc[self.places(start, end)] if start < end else self.doc[0:0]

    def line(self, start: int, end: int) -> list[spacy.tokens.Token]:
        """Give the tokens that a span touches as a list, which costs less than a span of spaCy's."""
        return self.listed[self.places(start, end)] if start < end else []

    def words(self, start: int, end: int) -> list[str]:
        """Give the lower-case words that a span touches."""
        return self.columns.lower[self.places(start, end)]

    def places(self, start: int, end: int) -> slice:
        """Give the places, in the columns, of the tokens that a span touches."""
        return slice(bisect_right(self.columns.end, start), bisect_left(self.columns.start, end))


def parse(article: Article | str) -> Document:
    """Cut an article into sentences, quotations and items, and parse it.

    Examples
    --------
    >>> document = parse("Rao won 12 seats in Delhi in 2014, 9 in Pune in 2015 and 3 in Agra in 2016.")
    >>> [document.article.text[start:end] for start, end in document.items]
    ['12 seats in Delhi in 2014', '9 in Pune in 2015', '3 in Agra in 2016']
    """
    return _parse(as_article(article))


@lru_cache(maxsize=8)
def _parse(article: Article) -> Document:
    cut = segment(article.text)
    doc = parse_text(article.text, [start for start, _ in cut.sentences])
    columns = columns_of(doc)
    return Document(
        article=article,
        doc=doc,
        columns=columns,
        listed=list(doc),
        paragraphs=cut.paragraphs,
        sentences=cut.sentences,
        quotations=cut.quotations,
        items=tuple(cut_items(columns, cut.sentences, cut.quotations)),
        clauses=tuple(cut_clauses(columns, cut.sentences, cut.quotations)),
        predicates=find_clauses(columns),
    )


def _around(spans: Sequence[Span], offset: int) -> Span | None:
    at = bisect_right(spans, (offset, _FAR)) - 1
    return spans[at] if at >= 0 and offset < spans[at][1] else None


def _before(spans: Sequence[Span], offset: int) -> Span:
    at = bisect_right(spans, (offset, _FAR)) - 1
    return spans[max(at, 0)] if spans else (0, 0)
