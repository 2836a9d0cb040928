"""Read the words that make a number approximate or one-sided."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from claims.types import Comparator
from claims.values.lexicon import SMALL
from claims.values.numbers import DASHES

if TYPE_CHECKING:
    from claims.values.scan import Scan

BEFORE: Mapping[Comparator, tuple[str, ...]] = {
    "approx": (
        "around", "about", "some", "approximately", "approx", "approx .", "roughly", "nearly", "almost", "close to",
        "an estimated", "estimated", "circa", "c .", "ca .", "~", "≈", "in the region of", "more or less",
        "somewhere around", "or so", "virtually", "practically", "just about", "something like", "an average of",
        "in the order of", "in the neighborhood of", "in the neighbourhood of", "give or take", "well nigh",
        "a reported", "an approximate", "just shy of", "shy of", "approaching", "very nearly", "not quite",
        "somewhere in the region of", "perhaps", "maybe",
    ),
    "gt": (
        "more than", "over", "above", "exceeding", "in excess of", "greater than", "higher than", "better than",
        "north of", "well over", "just over", "slightly more than", "slightly over", "a little over",
        "a little more than", "far more than", "well above", "much more than", "exceeded", "exceeds", "surpassed",
        "longer than", "larger than", "bigger than", "older than", "upward of", ">", "topping", "topped",
        "exceed", "surpass", "surpasses", "surpassing", "passed", "crossed", "broke through", "multi -",
    ),
    "ge": (
        "at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of",
        "minimum of", "upwards of", "at the very least", "starting at", "starting from", "as few as",
        "as little as", "≥", "if not",
    ),
    "lt": (
        "less than", "fewer than", "under", "below", "lower than", "smaller than", "well under", "just under",
        "slightly less than", "slightly under", "a little under", "a little less than", "short of", "just short of",
        "south of", "shorter than", "younger than", "well below", "<",
    ),
    "le": (
        "up to", "at most", "no more than", "not more than", "a maximum of", "maximum of", "as many as",
        "as much as", "as high as", "no higher than", "no further than", "nor further than", "no longer than",
        "not exceeding", "no greater than", "no later than", "at the most", "as long as", "as far as", "≤",
        "as large as", "no bigger than", "no larger than", "nor higher than", "a maximum", "capped at",
    ),
}  # fmt: skip
AFTER: Mapping[Comparator, tuple[str, ...]] = {
    "approx": ("or so", "- odd", "odd", "approximately", "or thereabouts", "more or less", "- ish", "ish"),
    "ge": ("or more", "- plus", "+", "plus", "at least", "and above", "or above", "or over", "and over", "or older",
           "and older", "and up", "upwards", "or higher", "and counting", "or longer", "or better", "and more"),
    "le": ("or less", "or fewer", "at most", "maximum", "or under", "and under", "or below", "and below",
           "or younger", "and younger", "tops", "at the most", "max", "or lower"),
}  # fmt: skip
# Hedges that also say from which side the number is near.
JUST_BELOW = frozenset({
    "nearly", "almost", "close to", "just under", "just shy of", "shy of", "approaching", "just short of",
    "slightly less than", "slightly under", "a little under", "a little less than", "very nearly", "short of",
    "not quite", "virtually", "practically",
})  # fmt: skip
JUST_ABOVE = frozenset({
    "just over", "slightly more than", "slightly over", "a little over", "a little more than",
})  # fmt: skip
# "talked about two companies": the word belongs to the verb.
OF_VERBS = frozenset(
    "talk talks talked talking ask asked asking know knows knew think thinks thought thinking concern concerned"
    " concerns worry worried worries complain complained complaints read reads reading write writes wrote written"
    " hear heard learn learned speak spoke spoken question questions questioned story stories book film information"
    " details news report reports article tell told say said happy unhappy optimistic confident excited what"
    " something nothing anything doubts doubt claims allegations rumors rumours debate debated brought bring"
    " discussion discussions article joke jokes lied lying care cares cared".split()
)
OVER_NOUNS = frozenset(
    "control controls victory victories win wins lead leads dispute disputes power powers authority jurisdiction"
    " war wars clash clashes concern concerns anger fears row rows questions battle fight fought take taken took"
    " taking takes hand handed moved ruled rule run ran arrested argued sued suing charged charges voted win won"
    " triumph triumphs advantage preside presided presides favored watch watched all talks handing turn turns turned"
    " turning stretch stretches stretched stretching spread spreads spreading extend extends extended extending".split()
)


# "the run-up to 2026", "lived up to 12 promises"
# and "edged up to 4.1%", which tells where it went.
UP_VERBS = frozenset(
    "- run build lead follow runner live lives lived stand stood own owned sign signed match edged inched ticked crept"
    " moved nudged bumped pushed shot add adds added adding went goes gone going came come drifted inching ticking"
    " creeping".split()
)
# "the club is up to 353 members", a level that it has come to; "the fine is up to 500 euros" is a limit.
BEING = frozenset("is are was were now again 's 're already back".split())
EXACT = re.compile(r"[\d,]*\d[\d,]\d*[1-46-9]$|\d+\.\d+$")


# "passed 70,000", "crossed the 100 mark": a round number is a mark on the way; "passed 12 laws" is a count.
MARKS = frozenset({("passed",), ("crossed",), ("broke", "through")})
ROUND = re.compile(
    r"^(?:the )?(?:\W )?[\d,]+00\b(?!\.)|\b(?:hundred|thousand|million|billion|lakh|crore)\b"
    r"|^[\w-]+ (?:crowns|euros|dollars|pounds|francs|marks|degrees|per ?cent|%)"
)
# "well short of 1.2 million", "fell short of 40": how far it was is said, and the number is another's.
FAR_FROM = frozenset("well far way fall falls fell fallen falling bit little cut stop stopped stops".split())


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge: what it means, the tokens it stands on, and the side the number is near to."""

    comparator: Comparator
    first: int
    stop: int
    side: str = ""


Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Comparator], ...]]


def _index(table: Mapping[Comparator, tuple[str, ...]], at: int) -> Phrases:
    """Group the phrases by their word next to the number, the longest first."""
    groups: dict[str, list[tuple[tuple[str, ...], Comparator]]] = {}
    for comparator, phrases in table.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            groups.setdefault(words[at], []).append((words, comparator))
    return MappingProxyType({w: tuple(sorted(g, key=lambda p: -len(p[0]))) for w, g in groups.items()})


BY_LAST, BY_FIRST = _index(BEFORE, -1), _index(AFTER, 0)


def before(scan: Scan, first: int) -> Hedge | None:
    """Find the hedge that ends right before token `first`; "more than the 19.5 of 2023" compares with that very one.

    So does "short of the 19.5 of 2023".
    """
    at = first - 1 if first and scan.words[first - 1] in ("the", "a", "an", "only") else first
    for stop in (first, at):
        for phrase, comparator in BY_LAST.get(scan.words[stop - 1], ()) if stop else ():
            begin = stop - len(phrase)
            if stop < first and (phrase[-1] == "than" or phrase[-2:] == ("short", "of")) and scan.words[stop] == "the":
                return None
            if begin >= 0 and tuple(scan.words[begin:stop]) == phrase and not _of_verb(scan, begin, phrase):
                return Hedge(comparator, begin, stop, _side(" ".join(phrase)))
        if at == first:
            break
    return None


def _of_verb(scan: Scan, begin: int, phrase: tuple[str, ...]) -> bool:
    left = scan.words[begin - 1] if begin else ""
    if left in DASHES and scan.glued(begin) and (scan.number(begin - 2) or scan.words[begin - 2] in SMALL):
        return True  # "a nine-under 279"
    if phrase == ("about",):
        return left in OF_VERBS
    if phrase == ("over",):
        return left in OVER_NOUNS
    if phrase == ("up", "to"):
        return left in UP_VERBS or (left in BEING and bool(EXACT.match(scan.words[begin + 2])))
    if phrase == ("short", "of"):
        return left in FAR_FROM
    if phrase in MARKS:
        return not ROUND.search(" ".join(scan.words[begin + len(phrase) :][:4]))
    return phrase == ("under",) and left in ("killed", "arrested", "charged", "serve", "served", "come", "comes")


def _side(phrase: str) -> str:
    return "just below" if phrase in JUST_BELOW else "just above" if phrase in JUST_ABOVE else ""


def after(scan: Scan, stop: int) -> Hedge | None:
    """Find the hedge that begins at token `stop`."""
    for phrase, comparator in BY_FIRST.get(scan.words[stop], ()):
        end = stop + len(phrase)
        if tuple(scan.words[stop:end]) == phrase and not (phrase == ("plus",) and _adds(scan, end)):
            return Hedge(comparator, stop, end)
    return None


def _adds(scan: Scan, i: int) -> bool:
    """Tell the plus of "75 plus 10", "$75m plus $10m" from "75 plus"."""
    return scan.words[i].isalnum() or scan.number(i) or scan.number(i + 1)
