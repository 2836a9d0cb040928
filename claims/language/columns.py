"""A parsed text as plain lists, one entry a token: quick to scan, and nothing of spaCy to call twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Columns:
    """The tokens of a text: words, tags, parse and characters, by token index; never changed."""

    word: list[str]
    lower: list[str]
    lemma: list[str]
    tag: list[str]
    pos: list[str]
    dep: list[str]
    head: list[int]
    children: list[list[int]]
    start: list[int]
    end: list[int]
    opens: list[bool]
    """Whether a token opens a sentence."""
    number: list[bool]
    """Whether a token is written like a number, in digits or words."""
    currency: list[bool]
    """Whether a token is the sign of a currency."""

    def __len__(self) -> int:
        return len(self.word)


def columns_of(doc: Doc) -> Columns:
    """Read a parsed text.

    Examples
    --------
    >>> from claims.language import pipeline
    >>> columns = columns_of(pipeline()("She won two seats."))
    >>> columns.lemma, columns.head, columns.number.index(True)
    (['she', 'win', 'two', 'seat', '.'], [1, 1, 3, 1, 1], 2)
    """
    from spacy.attrs import DEP, HEAD, IDX, IS_CURRENCY, LEMMA, LENGTH, LIKE_NUM, LOWER, ORTH, POS, SENT_START, TAG

    numbers = [HEAD, IDX, LENGTH, SENT_START, LIKE_NUM, IS_CURRENCY]
    texts: np.ndarray[Any, Any] = doc.to_array([ORTH, LOWER, LEMMA, TAG, POS, DEP]).reshape(-1, 6)
    offset, start, length, opens, number, currency = doc.to_array(numbers).reshape(-1, len(numbers)).astype(np.int64).T
    strings = doc.vocab.strings
    known = {key: strings[key] for key in np.unique(texts).tolist()}
    word, lower, lemma, tag, pos, dep = ([known[key] for key in column] for column in texts.T.tolist())
    head = (np.arange(len(doc)) + offset).tolist()
    children: list[list[int]] = [[] for _ in head]
    for index, above in enumerate(head):
        if above != index:
            children[above].append(index)
    return Columns(
        word=word, lower=lower, lemma=lemma, tag=tag, pos=pos, dep=dep, head=head, children=children,
        start=start.tolist(), end=(start + length).tolist(), opens=(opens == 1).tolist(),
        number=number.astype(bool).tolist(), currency=currency.astype(bool).tolist(),
    )  # fmt: skip
