"""Names that an article writes in another way than the tables: "Mueller" for "Müller", "Bill" for "William"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.checking.index import FULL, SHORT, given_names, surname, words_of
from claims.checking.mentions import Mention
from claims.checking.words import TITLES
from claims.references.forms import alike, same_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.checking.index import Index
    from claims.names import Names

SURE = 0.9
LONG = 8
"""Letters that a word needs to mean, alone and spelt otherwise, what the tables call nearly so."""


def spelt_otherwise(index: Index, names: Names, known: Sequence[Mention]) -> Iterator[Mention]:
    """Yield what no table has so: short for a name that the article gives in full, or spelt otherwise in one row."""
    taken = {at for m in known for at in range(m.start, m.end)}
    families = {surname(value) for m in known if m.person and m.named for value, _ in m.values}
    for name in names.mentions:
        if not taken.isdisjoint(range(name.start, name.end)):
            continue
        fuller = index.value_of(name.name) if name.kind == "person" and name.name != name.text else ""
        if fuller:
            yield Mention(name.start, name.end, name.text, ((fuller, SURE),), True)
            continue
        words = words_of(name.text)
        while len(words) > 1 and words[0] in TITLES:
            words = words[1:]
        found = _people(index, words) if len(words) > 1 else _relatives(index, words, families)
        found = found or (_things(index, words, person=name.kind == "person") if words else {})
        if len(found) == 1:
            ((value, person),) = found.items()
            yield Mention(name.start, name.end, name.text, ((value, SURE),), person)


def _people(index: Index, words: tuple[str, ...]) -> dict[str, bool]:
    """Give the people of one surname whose first name can be the same, or of one first name and a like surname."""
    first, last = words[0], words[-1]
    found = {person for person in _family(index, last) if _given(first, person)}
    for phrase, entries in index.phrases.get(first, {}).items() if not found else ():
        if len(phrase) > 1 and alike(last, phrase[-1]):
            found |= {e.value for e in entries.values() if e.person and e.weight == FULL}
    return dict.fromkeys(found, True)


def _relatives(index: Index, words: tuple[str, ...], families: set[str]) -> dict[str, bool]:
    """Give the people of one given name who share their surname with somebody in the article: "her father, Bram"."""
    related = (p for last in sorted(families) for p in _family(index, last) if given_names(p)[:1] == words)
    return dict.fromkeys(related, True)


def _family(index: Index, last: str) -> list[str]:
    """Give the people of a surname."""
    return [e.value for e in index.phrases.get(last, {}).get((last,), {}).values() if e.person]


def _given(first: str, person: str) -> bool:
    return any(same_first(first, word) for word in given_names(person)[:1])


def _things(index: Index, words: tuple[str, ...], *, person: bool) -> dict[str, bool]:
    """Give what is called so but for the spelling of one long word."""
    if max(map(len, words)) < LONG:
        return {}
    found: dict[str, bool] = {}
    for opening, phrases in index.phrases.items():
        if opening[0] != words[0][0] or not alike(words[0], opening):
            continue
        for phrase, entries in phrases.items():
            if phrase != words and len(phrase) == len(words) and all(map(alike, words, phrase)):
                found |= {e.value: e.person for e in entries.values() if e.named and e.weight >= SHORT}
    return {value: is_person for value, is_person in found.items() if is_person or not person}
