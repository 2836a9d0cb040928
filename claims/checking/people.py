"""Which columns hold people: by their word and by how the cells are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.checking.remembered import remembered
from claims.checking.words import ORGANISATION_WORDS, PERSON_WORDS, STOP, TITLES, fold
from claims.names.words import BODY_ENDINGS, BODY_NOUNS, GIVEN, PLACE_ENDINGS, PLACE_NOUNS, ROLES

if TYPE_CHECKING:
    from claims.checking.tables import View

_THINGS = ORGANISATION_WORDS | BODY_ENDINGS | BODY_NOUNS | PLACE_ENDINGS | PLACE_NOUNS
_FIRMS = frozenset("contractor owner publisher producer partner trader investor regulator recipient".split())
"""Roles that companies have as well."""
_SHARE = 0.2
"""Cells that tell people from things: a Tom Church among others makes no column of churches."""
_MANY = 0.5
"""As many given names make people of owners, who are as often firms."""
_SAMPLE = 200


@remembered
def holds_people(view: View, column: str) -> bool:
    """Say whether a column holds people: beside birth dates, or its word says so and no cell is a thing's name."""
    if column == view.person:
        return True
    words = view.columns[column].words
    head = "".join(words[-1:])
    if {*words} & (PERSON_WORDS - {"name"} - _FIRMS) and head not in ORGANISATION_WORDS:
        return True
    if view.columns[column].named and head in PERSON_WORDS & _FIRMS:
        return _given(_names(view, column)) >= _MANY
    if view.columns[column].named and (head == "name" or head in ROLES - _FIRMS):
        return _looks_human(view, column)
    return titled(view, column)


def titled(view: View, column: str) -> bool:
    """Say whether a column holds names that all have a title before them: "Gov. Ada Corrigan"."""
    names = [[fold(word) for word in name] for name in _names(view, column)]
    return bool(names) and all(len(words) > 2 and words[0] in TITLES for words in names)


def _looks_human(view: View, column: str) -> bool:
    """Say whether enough cells begin with a given name, or hardly one is written as only things are."""
    names = _names(view, column)
    return _given(names) >= _SHARE or sum(map(_is_thing, names)) < _SHARE * len(names)


def _given(names: list[list[str]]) -> float:
    """Give the share of names that begin with a given name."""
    return sum(fold(words[0]) in GIVEN for words in names) / max(1, len(names))


def _is_thing(words: list[str]) -> bool:
    """Say whether a name is one word, or has one that things are called by: "Ashby United", "University of Elm"."""
    return len(words) == 1 or any(fold(word) in _THINGS or word in STOP for word in words[1:])


def _names(view: View, column: str) -> list[list[str]]:
    """Give the words of some different cells."""
    texts = view.cells(column).texts[:_SAMPLE].to_pylist()
    return [words for text in texts if isinstance(text, str) and (words := text.split())]
