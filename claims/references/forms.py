"""How a name is looked up, and which spellings are one name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TOKEN = re.compile(r"[^\W_]+")
_LONG, _SOUNDED = 8, 5
"""Letters from which on one may differ; and from which on other letters for the same sound may."""
_SOUNDS = (
    ("ae", "a"), ("oe", "o"), ("ue", "u"), ("ou", "u"), ("tch", "ch"), ("tsch", "ch"), ("sch", "sh"), ("kh", "h"),
    ("ph", "f"), ("dj", "j"), ("ck", "k"), ("w", "v"), ("y", "i"),
)  # fmt: skip


def fold(text: str) -> str:
    """Write a text as it is looked up: lower-case words without accents and marks.

    >>> fold("Y. S. Jagan Mohan Reddy"), fold("Lena Varga-Holm"), fold("JD(U)"), fold("José")
    ('y s jagan mohan reddy', 'lena varga holm', 'jd u', 'jose')
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


_SHORT = (
    "abe abraham, al albert alfred alan, andy andrew, becky rebecca, bert albert herbert robert, beth elizabeth, "
    "betty elizabeth, bill william, bob robert, bobby robert, cathy catherine, charlie charles, chuck charles, "
    "debbie deborah, dick richard, ed edward edwin, eddie edward, gene eugene, gus augustus, hal harold henry, "
    "hank henry, harry henry harold, jack john, jake jacob, jamie james, jerry gerald jerome, jim james, "
    "jimmy james, joe joseph, kate katherine catherine, kathy katherine, larry lawrence, libby elizabeth, "
    "liz elizabeth, lizzie elizabeth, maggie margaret, meg margaret, mike michael, molly mary, nancy anne, "
    "ned edward, nell eleanor ellen, nick nicholas, peggy margaret, polly mary, rick richard, sally sarah, "
    "sandy alexander, sasha alexander, steve stephen, sue susan, ted edward theodore, terry terence, tony anthony, "
    "vicky victoria, will william"
)
_LONG_OF = {short: frozenset(names) for short, *names in (part.split() for part in _SHORT.split(", "))}
"""Short given names whose letters alone do not tell what they are short for."""


def same_first(written: str, known: str) -> bool:
    """Say whether two given names can be one person's.

    >>> pairs = ("jeff jeffrey", "p prashant", "mohamed mohammed", "bill william", "ann al")
    >>> [same_first(*pair.split()) for pair in pairs]
    [True, True, True, True, False]
    """
    short, long = sorted((written, known), key=len)
    if (long.startswith(short) and (len(short) == 1 or len(short) >= 3)) or alike(written, known):
        return True
    return long in _LONG_OF.get(short, ()) or short in _LONG_OF.get(long, ())


def alike(written: str, known: str) -> bool:
    """Say whether two words are spellings of one name: a letter apart in a long one, or other letters for a sound.

    >>> alike("kettering", "ketering"), alike("mueller", "muller"), alike("marsh", "march"), alike("hansen", "hanson")
    (True, True, False, False)
    """
    if written == known:
        return True
    if min(len(written), len(known)) < _SOUNDED or written[0] != known[0]:
        return False
    if _sounded(written) == _sounded(known):
        return True
    if min(len(written), len(known)) < _LONG:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(written, known, score_cutoff=1) <= 1


@lru_cache(maxsize=4096)
def _sounded(word: str) -> str:
    """Write a word with one letter for a sound that languages spell in several ways, and no letter twice in a row."""
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    return re.sub(r"(.)\1", r"\1", word)
