"""Nouns for things of one sort: what prose calls the rows of a table, "two cheques" of one of grants."""

from __future__ import annotations

from functools import cache

from claims.checking.words import lines_of, stem


def same_sort(one: str, other: str) -> bool:
    """Say whether two stems are nouns for things of one sort.

    >>> same_sort(stem("firms"), stem("company")), same_sort(stem("firms"), stem("bridge"))
    (True, False)
    """
    return other in _sorts().get(one, ())


@cache
def _sorts() -> dict[str, frozenset[str]]:
    """Map each noun to those that may stand for it: the heads of an entry for all of it, the others for its heads."""
    found: dict[str, set[str]] = {}
    for heads, others in map(_entry, lines_of("things.tsv")):
        for head in heads:
            for word in (*heads, *others):
                found.setdefault(head, set()).add(word)
                found.setdefault(word, set()).add(head)
    return {noun: frozenset(words - {noun}) for noun, words in found.items()}


def _entry(line: str) -> tuple[list[str], list[str]]:
    heads, _, others = line.partition("\t")
    return _nouns(heads), _nouns(others)


def _nouns(field: str) -> list[str]:
    """Give the stems of the nouns of a field; two words are none that a number counts by itself."""
    return [stem(word) for word in field.split(", ") if word and " " not in word]
