"""Cells that an article says in plain words, in whatever form: "convicted of arson", where a column has the charge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.checking.mentions import Mention
from claims.checking.words import STOP, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.discourse import Discourse
    from claims.checking.index import Index
    from claims.checking.tables import Tables, View

LONGEST = 4
UNITS = frozenset({"unit", "units"})
LIKE = 0.6  # as sure as a common word that a column has

Wordings = dict[str, dict[tuple[str, ...], str]]
"""The cells by the stems of their words, by the first of these."""


def wordings(tables: Tables) -> Wordings:
    """Give the short cells that describe and name nothing, by the stems of their words."""
    found: Wordings = {}
    for view in tables:
        for column in view.described:
            for value in view.distinct(column) if _describes(view, column) else ():
                if isinstance(value, str) and (stems := _stems(value)):
                    found.setdefault(stems[0], {}).setdefault(stems, value)
    return found


def _describes(view: View, column: str) -> bool:
    meaning = view.columns[column]
    return meaning.kind in ("text", "") and not UNITS & {*meaning.words}


def _stems(value: str) -> tuple[str, ...]:
    words = value.split()
    if not all(word.replace("-", "").isalpha() for word in words):
        return ()
    stems = tuple(stem(word.lower()) for word in words if word.lower() not in STOP)
    return stems if len(stems) <= LONGEST else ()


def posts(tables: Tables, persons: set[str]) -> frozenset[str]:
    """Give the stems of the columns that say who holds a post in what the row is about: "president", "master"."""
    found = set()
    for view in tables:
        for column in view.names:
            own = column not in (view.entity, view.person) and view.columns[column].named
            words = view.columns[column].words if own else ()
            if words and all(value in persons for value in view.distinct(column) if isinstance(value, str)):
                found.add(stem(words[-1]))
    return frozenset(found)


def cells_said(discourse: Discourse, index: Index) -> Iterator[Mention]:
    """Yield the words in lower case that say a cell and are in no mention."""
    if not index.wordings:
        return
    tokens = [t for t in discourse.document.listed if t.lower_ not in STOP]
    stems = [stem(t.lower_) for t in tokens]
    for at, token in enumerate(tokens):
        alike = index.wordings.get(stems[at])
        if not alike or not token.is_lower or discourse.mention_at(token):
            continue
        fits = [s for s in alike if tuple(stems[at : at + len(s)]) == s and _together(tokens[at : at + len(s)])]
        if fits:
            said = max(fits, key=len)
            last = tokens[at + len(said) - 1]
            start, end = token.idx, last.idx + len(last.text)
            text = discourse.document.article.text[start:end]
            yield Mention(start, end, text, ((alike[said], LIKE),), named=False)


def posts_said(discourse: Discourse, index: Index) -> Iterator[Mention]:
    """Yield a noun that a column of people goes by, with who is said to be it: "Ada Lee, now its president"."""
    for token in discourse.document.listed if index.posts else ():
        if token.pos_ != "NOUN" or stem(token.lower_) not in index.posts or discourse.mention_at(token):
            continue
        who = discourse.mention_at(token.head) if token.dep_ == "appos" else _subject(discourse, token)
        if who and who.person and len(who.values) == 1:
            yield Mention(token.idx, token.idx + len(token.text), token.text, who.values, person=True, named=False)


def _subject(discourse: Discourse, noun: Token) -> Mention | None:
    """Give what is said to be something: Lee of "Lee is the president"."""
    if not any(c.dep_ == "cop" for c in noun.children):
        return None
    return next((discourse.mention_at(c) for c in noun.children if c.dep_ == "nsubj"), None)


def _together(tokens: list[Token]) -> bool:
    """Say whether only words that count for nothing stand between."""
    return tokens[-1].i - tokens[0].i <= len(tokens) + 1
