"""Number words that count nothing: idioms, "one of", the pronoun "one"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values.lexicon import COUNTABLE, DENOMINATORS, ORDINALS, SCALES, TIME_UNITS
from claims.values.nouns import FUNCTION, head
from claims.values.numbers.worded import compound_below
from claims.values.units.measures import SYMBOLS

if TYPE_CHECKING:
    from claims.values.exclusions.rule import Found
    from claims.values.scan import Scan

IDIOMS: tuple[tuple[str, ...], ...] = tuple(
    tuple(phrase.split())
    for phrase in (
        "on the one hand", "second to none", "9 / 11", "7 / 7", "24 / 7", "first of all", "first and foremost",
        "at sixes and sevens", "one day", "once and for all", "catch - 22", "fifty - fifty", "50 - 50", "50 / 50",
        "back to square one", "one by one", "one another", "one and the same", "one - on - one", "one - off",
        "one - sided", "one - way", "two - way", "two - faced", "on all fours", "number of", "at one point",
        "at one time", "one or two", "one thing", "four - letter", "six feet under", "two cents", "zero tolerance",
        "zero in", "zero - sum", "zeroed in", "ground zero", "nine - to - five", "9 - to - 5", "one - time",
        "high five", "hang ten", "third party", "third parties", "two - fold", "at the eleventh hour",
        "eleventh - hour", "in seventh heaven", "fifth column", "second nature", "on second thought",
        "second thoughts", "on second thoughts", "second - guess", "second - hand", "first - hand", "first hand",
        "first - come", "first - class", "first class", "first - rate", "second - rate", "third - rate", "first aid",
        "for one", "one way or another", "one more", "4 x 4",
        "4 x 100 m", "4 x 100", "4 x 200 m", "4 x 200", "4 x 400 m", "4 x 400",
        "one of a kind", "a thousand words", "in two minds",
        "the fourth estate", "sixth sense", "double - decker", "two - bit", "like two peas", "the big four",
        "hundred percent sure", "second - in", "third - party", "one - stop", "in the first place",
        "in the second place", "four - wheel", "four - by - four", "two - thirds majority", "take two",
        "cloud nine", "third time lucky", "six of one", "ten to one", "the whole nine yards", "dressed to the nines",
        "first things first", "zero - day", "seven seas", "forty winks", "three cheers", "four corners",
        "five o'clock shadow", "thousand cuts", "two left feet", "seventh heaven", "one step at a time",
        "at first glance", "at first sight", "first - person", "third - person",
    )
)  # fmt: skip
NEVER_IDIOMS = frozenset({("one", "more"), ("two", "-", "thirds", "majority"), ("number", "of"), ("one", "or", "two")})
ABSTRACT = frozenset(
    "reason way thing example point problem issue question idea aspect part component element factor difference"
    " side hand form kind sort type case instance sense place moment answer explanation theory possibility option"
    " result step sign method approach word feature matter area concern criticism advantage".split()
)


def find_idiom(scan: Scan, i: int) -> Found:
    """Find a fixed phrase: "second to none", "on the one hand", "24/7"."""
    if scan.words[i + 1] == "/" and scan.number(i + 2) and scan.words[i + 3] in NAMED_BY_DAY:
        return (i, i + 3)
    for offset, phrase in BY_WORD.get(scan.words[i], ()):
        first = i - offset
        if first >= 0 and tuple(scan.words[first : first + len(phrase)]) == phrase:
            return (first, first + len(phrase))
    return None


# "the 26/11 attacks"
NAMED_BY_DAY = frozenset("attack attacks bombing bombings terror terrorist blasts commission".split())
BY_WORD: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
for _phrase in IDIOMS:
    if _phrase in NEVER_IDIOMS:
        continue
    for _k, _word in enumerate(_phrase):
        if _word in COUNTABLE or _word in ORDINALS or _word[0].isdecimal() or _word == "double":
            BY_WORD.setdefault(_word, []).append((_k, _phrase))
            break


def find_one_of(scan: Scan, i: int) -> Found:
    """Find "one of the founders"."""
    return (i, i + 1) if scan.words[i] == "one" and scan.words[i + 1] == "of" else None


NEVER_PRONOUN = frozenset("hundred dozen - and percent per".split()) | frozenset(SCALES)
PRONOUN_AFTER = frozenset("no any every some this that which each another such other".split())
ONE_GOES_ON = frozenset("in out or to over".split())
GAPS = frozenset({("more", "than"), ("less", "than"), ("short", "of"), ("shy", "of"), ("ahead", "of"), ("clear", "of")})
APART = frozenset({"behind", "below"})
"""What is said behind a one by which something is more, or less: "one more than Elm", "one short of the record"."""


def find_pronoun(scan: Scan, i: int) -> Found:
    """Find "one" as a pronoun or an article: "no one", "that one", "one has to", "one important reason"."""
    words = scan.words
    left, right = words[i - 1] if i else "", words[i + 1]
    if words[i] != "one" or right in NEVER_PRONOUN or left in ("minus", "number"):
        return None
    if left in PRONOUN_AFTER:
        return (i, i + 1)
    if right in TIME_UNITS or right in DENOMINATORS or right == "point" or compound_below(scan, i + 1):
        return None
    if (right, words[i + 2]) in GAPS or right in APART:
        return None
    goes_on = right in ONE_GOES_ON and (
        scan.number(i + 2)
        or words[i + 2] in COUNTABLE
        or words[i + 2] in ("of", "every")
        or (words[i + 2] == "a" and words[i + 3] in COUNTABLE)
    )
    return None if goes_on or _counts_one(scan, i) else (i, i + 1)


def _counts_one(scan: Scan, i: int) -> bool:
    noun = head(scan, i + 1, singular=True)
    if not noun:
        return False
    last = noun.unit.rpartition(" ")[2].lower()
    counted = last in ("member", "barrel", "case") or (last,) in SYMBOLS
    if last in ABSTRACT or (scan.words[noun.stop] == "of" and not counted):
        return False
    return scan.words[i + 1] not in FUNCTION
