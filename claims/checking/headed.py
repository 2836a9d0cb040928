"""Parts of names in small letters, beside what heads them: "the committee on fisheries", "the finance committee"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.checking.index import PART, words_of
from claims.checking.mentions import Mention
from claims.checking.words import STOP, fold, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.index import Index
    from claims.language import Document

BEFORE = re.compile(r"\b(?P<head>[A-Za-z]+) (?:on|of|for) (?:the )?(?P<own>(?:[a-z-]+ ){0,2})$")
AFTER = re.compile(r" (?P<head>[A-Za-z]+)\b")
AGAIN = frozenset({"one", "that"})
NAMING = frozenset({"NOUN", "ADJ", "PROPN"})


def headed(index: Index, document: Document, taken: set[int]) -> Iterator[Mention]:
    """Yield the names of which a part that no other has stands in small letters with their head."""
    text, columns = document.article.text, document.columns
    for at, word in enumerate(columns.word):
        start = columns.start[at]
        if start in taken or not word.islower() or columns.pos[at] not in NAMING or not (value := _value(index, word)):
            continue
        heads = _heads(index, value, fold(word))
        first = document.sentence(start)[0]
        before, after = BEFORE.search(text, first, start), AFTER.match(text, start + len(word))
        own = before["own"] if before and {*words_of(before["own"])} <= {*words_of(value)} | STOP else ""
        again = before is not None and before["head"].lower() in AGAIN and _said(heads, text[first:start])
        if (before and (own or not before["own"]) and (again or stem(before["head"]) in heads)) or (
            after and stem(after["head"]) in heads
        ):
            span = (start - len(own), start + len(word))
            yield Mention(*span, text[slice(*span)], ((value, PART),))


def _value(index: Index, word: str) -> str:
    """Give the one name of which a word is a part, "" where there is none or several."""
    entries = index.phrases.get(fold(word), {}).get((fold(word),), {}).values()
    found = [e for e in entries if e.named and not e.person]
    return found[0].value if len(found) == 1 == len(entries) and found[0].weight == PART else ""


def _heads(index: Index, value: str, part: str) -> set[str]:
    """Give the stems of what a name is: those of its words that are no part of its own, and its column's."""
    common = [w for w in words_of(value) if w not in STOP and value not in index.phrases.get(w, {}).get((w,), {})]
    columns = [c for view in index.tables for c in view.names if view.rows(c, value)]
    kinds = [w for view in index.tables for c in columns if c in view.columns for w in view.columns[c].words[-1:]]
    return {stem(w) for w in (*common, *kinds) if w != part}


def _said(heads: set[str], words: str) -> bool:
    return not heads.isdisjoint(map(stem, words_of(words)))
