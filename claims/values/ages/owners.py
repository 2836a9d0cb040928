"""Whose age it is: the name or the noun that it stands with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.names.words import ROLES
from claims.values.lexicon import COUNTABLE, MONTHS, SHORT_MONTHS, WEEKDAYS
from claims.values.nouns import FUNCTION, PREPOSITIONS, head

if TYPE_CHECKING:
    from claims.values.scan import Scan


JUNIOR = frozenset("jr sr jnr snr ii iii".split())


def owner(scan: Scan, first: int, stop: int, adjective: bool) -> str:
    """Name whose age an adjective or "45 years old" tells."""
    if adjective:
        name = name_from(scan, stop)
        if name:
            return name
        if scan.words[stop - 1] == "olds":
            return ""
        noun = head(scan, stop, singular=True)
        left = name_before(scan, first)
        return left or (noun.unit if noun and not noun.unit.endswith("ed") else "")
    return name_before(scan, first)


NO_NAMES = COUNTABLE.union(MONTHS, SHORT_MONTHS, WEEKDAYS, ("in", "on", "the"))


def is_name(scan: Scan, i: int) -> bool:
    """Tell whether a token is part of a name."""
    word = scan.words[i]
    if word in JUNIOR or (word == "." and scan.words[i - 1] in JUNIOR):
        return True
    letters = word.isalpha() or "’" in word or "'" in word
    return scan.capital(i) and letters and len(word) > 1 and word not in NO_NAMES


PERSONS = ROLES | frozenset(
    "man woman boy girl teenager teen child baby infant toddler person pedestrian mother pensioner passenger"
    " motorist motorcyclist youth grandson granddaughter stepson stepfather fiance fiancé girlfriend boyfriend bride"
    " groom tourist hiker worker gunman attacker assailant shooter patient prisoner inmate student migrant"
    " refugee apprentice trainee novice".split()
)
REACH = 6  # words from the article of "the 6ft 4in striker" to its noun
DETERMINERS = frozenset("a an the his her their its one another my our".split())


def person_noun(scan: Scan, i: int) -> bool:
    """Tell whether a token ends a phrase for one person: "the driver", "a retired bus conductor", "his wife"."""
    return _person(scan, i) and not scan.capital(i) and not DETERMINERS.isdisjoint(scan.words[max(0, i - REACH) : i])


def _person(scan: Scan, i: int) -> bool:
    word = scan.words[i]
    return word in PERSONS or (len(word) > 5 and word.endswith(("man", "woman", "ist", "keeper", "owner")))


def name_before(scan: Scan, i: int) -> str:
    """Give the run of capitalised words that ends before token `i`, or the nearest in the clause."""
    at = i - 1
    for _ in range(12):
        if at < 0 or (scan.words[at] in (".", "\n", ";") and not _initial(scan, at)):
            return ""
        if is_name(scan, at) and not opens_sentence(scan, at) and not _described(scan, at):
            if scan.words[_name_start(scan, at) - 1] not in PLACED:
                break
            at = _name_start(scan, at)
        at -= 1
    else:
        return ""
    return scan.text[scan.starts[_name_start(scan, at)] : scan.ends[at]] if at >= 0 else ""


PLACED = frozenset("in at near from".split())


def places(scan: Scan, at: int) -> bool:
    """Tell a name that only says whose or where a thing is, "the crew of Cole Ridge", from a person or a thing."""
    before = _name_start(scan, at) - 1
    before -= scan.words[before] == "the"
    if before < 1 or scan.words[before] not in LINKING:
        return False
    noun = before - 1
    noun -= noun > 0 and scan.words[noun].endswith("ed")  # "the man killed in", "the number killed in"
    return not (is_name(scan, noun) or _person(scan, noun) or scan.words[noun] in ("who", "one"))


LINKING = PLACED | frozenset("of for on to by with".split())


def _described(scan: Scan, at: int) -> bool:
    """Tell "a Republican", "the Dane" from a name."""
    return at > 0 and scan.words[at - 1] in ("a", "an", "the", "former", "fellow")


def _initial(scan: Scan, at: int) -> bool:
    return at > 0 and len(scan.words[at - 1]) <= 2 and scan.capital(at - 1)


NEVER_NAMES = frozenset(
    "the a an he she they it but when after at his her while as and former this that aged born who then".split()
)
# Names begin with these too: "Just Nuisance", "Worth Abbey".
OPENINGS = (FUNCTION | PREPOSITIONS) - {"worth", "like", "near", "just"}


def opens_sentence(scan: Scan, at: int) -> bool:
    """Tell a sentence's first word from a name."""
    first = at == 0 or not scan.words[at - 1].isalnum()
    return scan.words[at] in NEVER_NAMES or (first and scan.words[at] in OPENINGS)


def _name_start(scan: Scan, at: int) -> int:
    first = at
    junior = at - (scan.words[at] == ".")
    if scan.words[junior] in JUNIOR and junior > 1 and scan.words[junior - 1] == "," and is_name(scan, junior - 2):
        first = junior - 2
    while first and not opens_sentence(scan, first - 1):
        if scan.words[first - 1] == "-" and scan.glued(first) and scan.glued(first - 1) and scan.capital(first - 2):
            first -= 2
        elif _part_of_name(scan, first - 1):
            first -= 1
        else:
            break
    return first


def _part_of_name(scan: Scan, at: int) -> bool:
    letter = len(scan.words[at]) == 1 and scan.capital(at)
    return is_name(scan, at) or letter or (scan.words[at] == "." and _initial(scan, at))


def name_from(scan: Scan, at: int) -> str:
    """Give the run of capitalised words that begins at token `at`."""
    if not is_name(scan, at):
        return ""
    stop = at + 1
    while is_name(scan, stop):
        stop += 1
    return scan.text[scan.starts[at] : scan.ends[stop - 1]]
