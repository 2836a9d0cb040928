"""The forms of a name: how it is looked up, and what a text may call its bearer instead."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from claims.references.wordlists import FUNCTION, GENERIC, SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

How = Literal["name", "alias", "acronym", "short", "initials", "surname", "first", "variant"]

TOKEN = re.compile(r"[^\W_]+")
_FUZZY, _FUZZY_FROM = 88, 5
_LINKS = frozenset({"of", "and", "the", "for"})


def fold(text: str) -> str:
    """Write a text as it is looked up: lower-case words without accents and marks.

    >>> fold("Y. S. Jagan Mohan Reddy"), fold("Lena Okonjo-Reyes"), fold("JD(U)"), fold("José")
    ('y s jagan mohan reddy', 'lena okonjo reyes', 'jd u', 'jose')
    """
    return " ".join(plain(text[m.start() : m.end()]) for m in TOKEN.finditer(_composed(text)))


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """Write a word without capitals and accents."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(mark for mark in apart if not unicodedata.combining(mark)).replace("ø", "o").replace("ł", "l")


def without_the(key: str) -> str:
    """Leave a leading "the" out."""
    return key.removeprefix("the ") if len(key) > 4 else key


def same_first(written: str, known: str) -> bool:
    """Say whether two first names can be one person's: Jeff and Jeffrey, P and Prashant, Mohamed and Mohammed."""
    short, long = sorted((written, known), key=len)
    return (long.startswith(short) and (len(short) == 1 or len(short) >= 3)) or alike(written, known)


def alike(written: str, known: str) -> bool:
    """Say whether two words are spellings of one name."""
    if written == known:
        return True
    if min(len(written), len(known)) < _FUZZY_FROM or written[0] != known[0]:
        return False
    from rapidfuzz import fuzz

    return bool(fuzz.ratio(written, known) >= _FUZZY)


def of_person(raw: str, _key: str, *, lean: bool) -> Iterator[tuple[How, str]]:
    """Give what else a text may call a person: `lean` leaves all but the surname out."""
    words = [word for word in raw.replace(",", " ").split() if word.lower().strip(".") not in SUFFIXES]
    if len(words) < 2:
        return
    last = words[-1].lower() if words[-1].isascii() and words[-1].isalpha() else fold(words[-1])
    yield "surname", last
    if lean:
        return
    first = fold(words[0])
    given = [word for word in words if len(word.strip(".")) > 1]
    yield "alias", fold(" ".join(given)) if 2 <= len(given) < len(words) else ""
    yield "alias", f"{first} {last}" if len(words) > 2 and len(first) > 1 else ""
    yield "initials", f"{first[0]} {last}"
    particles = next((n for n, word in enumerate(words[1:-1], 1) if word.islower()), 0)
    yield "surname", fold(" ".join(words[particles:])) if particles else ""
    yield "first", first if len(first) > 2 else fold(given[0]) if len(given) > 1 else ""


def of_thing(raw: str, key: str, *, lean: bool) -> list[tuple[How, str]]:
    """Give what else a text may call a party, company or place: `lean` leaves short acronyms out."""
    words, forms = key.split(), list[tuple[How, str]]()
    if words[0] == "the" and len(words) > 1:
        words = words[1:]
        forms.append(("alias", " ".join(words)))
    if (3 if lean else 2) <= len(words) <= 7:
        forms.append(("acronym", "".join([word[0] for word in raw.split() if word[0].isupper()]).lower()))
    if len(words) > 1 and words[-1] in GENERIC:
        forms.append(("short", _shortened(words)))
    return [(how, form) for how, form in forms if len(form) > 1]


def _shortened(words: list[str]) -> str:
    """Leave generic last words out: "elmwood" for "elmwood hospital", "" if nothing telling is left."""
    size = len(words)
    while size > 1 and words[size - 1] in GENERIC | _LINKS:
        size -= 1
    short = " ".join(words[:size])
    return "" if short in GENERIC | FUNCTION or len(short) < 3 else short
