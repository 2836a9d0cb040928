"""Which columns hold people: by their word and by how the cells are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.checking.remembered import remembered
from claims.checking.words import ORGANISATION_WORDS, PERSON_WORDS, STOP, TITLES, fold
from claims.names.words import BODY_ENDINGS, BODY_NOUNS, GIVEN, PLACE_ENDINGS, PLACE_NOUNS, ROLES

if TYPE_CHECKING:
    from claims.checking.tables import View

_THINGS = ORGANISATION_WORDS | BODY_ENDINGS | BODY_NOUNS | PLACE_ENDINGS | PLACE_NOUNS | STOP
_GIVEN = 0.2
"""Share of cells with a common given name from which on a column holds people."""
_SAMPLE = 200


@remembered
def holds_people(view: View, column: str) -> bool:
    """Say whether a column holds people: beside birth dates, or its word says so and no cell is a thing's name."""
    if column == view.person:
        return True
    words = {*view.columns[column].words}
    if words & (PERSON_WORDS - {"name"}):
        return True
    called = view.columns[column].words[-1:]
    if not view.columns[column].named or not called or not (called[0] == "name" or called[0] in ROLES):
        return titled(view, column)
    return _looks_human(view, column)


def titled(view: View, column: str) -> bool:
    """Say whether a column holds names that all have a title before them: "Gov. Ada Corrigan"."""
    names = _words(view, column)
    return bool(names) and all(len(words) > 2 and words[0] in TITLES for words in names)


def _looks_human(view: View, column: str) -> bool:
    """Say whether some cells begin with a given name, or none has a word that only things are called by."""
    names = _words(view, column)
    given = sum(words[0] in GIVEN for words in names if words)
    if not names or given >= _GIVEN * len(names):
        return bool(names)
    return all(len(words) > 1 and not _THINGS & {*words[1:]} and words[0] != "the" for words in names)


def _words(view: View, column: str) -> list[list[str]]:
    cells = [v for v in view.cells(column).texts[:_SAMPLE].to_pylist() if isinstance(v, str)]
    return [[fold(word) for word in text.split()] for text in cells]
