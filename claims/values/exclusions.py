"""Numerals that state nothing checkable, each excluded by a named rule with examples on both sides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.types import Span
from claims.values.lexicon import COUNTABLE, DENOMINATORS, MONTHS, ORDINALS, SCALES, SHORT_MONTHS, TIME_UNITS, WEEKDAYS
from claims.values.nouns import FUNCTION, PREPOSITIONS, VERBS, head, plural_noun
from claims.values.numbers import DASHES

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.values.draft import Draft
    from claims.values.scan import Scan
from claims.values.money import scaled_after
from claims.values.units import LOCAL_SIGNS, NAMES, SHORT_SIGNS, SIGNS

STREETS = frozenset(
    "street st road rd avenue ave lane boulevard blvd drive square place way court terrace crescent residence bungalow"
    " house marg nagar gardens mews quay embankment plaza parkway row park mansions villa estate close".split()
)
# Words before a number that make it a name.
NAME_NOUNS = frozenset(
    "flight route article articles section sections chapter channel room gate platform terminal runway pier highway"
    " interstate motorway paragraph clause resolution figure fig page pages pp line formula apollo soyuz windows"
    " ios android playstation xbox boeing airbus iphone ipad galaxy model type series mark mk area unit form"
    " rule title bill appendix annex protocol directive regulation"
    " case hotel volume vol issue episode season part act scene version exhibit count lot ward"
    " cell sector zone district precinct building hall suite apartment apt flat studio camp checkpoint"
    " junction exit bus tram train locomotive ship hull number no code postcode zip serial isbn id".split()
)
# Of these, the ones that are names only with a capital, or that also come after an ordinary noun.
NEED_CAPITAL = NAME_NOUNS - {"flight", "section", "article", "chapter", "page", "paragraph", "iphone", "ipad"}
BRANDS = frozenset("windows android playstation xbox boeing airbus iphone ipad galaxy apollo soyuz ios".split())
INDEXES = frozenset("ftse nasdaq cac dax nikkei asx russell fortune stoxx sensex nifty p ibex topix kospi msci".split())
PREFIXES = frozenset("covid sars cov vitamin catch area opec group".split())
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
        "for one", "one way or another", "one more", "4 x 4", "one of a kind", "a thousand words", "in two minds",
        "the fourth estate", "sixth sense", "double - decker", "two - bit", "like two peas", "the big four",
        "hundred percent sure", "second - in", "third - party", "one - stop", "in the first place",
        "in the second place", "four - wheel", "four - by - four", "two - thirds majority", "take two",
        "at first glance", "at first sight", "first - person", "third - person",
    )
)  # fmt: skip
NEVER_IDIOMS = frozenset({("one", "more"), ("two", "-", "thirds", "majority"), ("number", "of"), ("one", "or", "two")})
ABSTRACT = frozenset(
    "reason way thing example point problem issue question idea aspect part component element factor difference"
    " side hand form kind sort type case instance sense place moment answer explanation theory possibility option"
    " result step sign method approach word feature matter area concern criticism advantage".split()
)
WEB = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|(?<!\w)[@#](?=[^\W\d])\w+|\b[\w-]+\.(?:com|org|net)\b\S*"
)
WEB_MARKS = ("@", "#", "://", "www.", ".com", ".org", ".net")
PHONE = re.compile(r"(?<![\w.,])(?:\+\d{1,3}[ .-])?(?:\(\d{2,5}\)[ .-]?)?\d{2,5}(?:[ .-]\d{3,5}){1,3}(?![\w,])")
PHONE_MARKS = ("phone", "hotline", " call ", " Call ", "+", "1-8", "0800", "1800", "tel:", "fax")

Found = Span | None


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A rule: its name, the function that finds it, and sentences that it must and must not exclude.

    In the examples the numeral in question stands in brackets.
    """

    name: str
    find: Callable[[Scan, int], Found]
    yes: tuple[str, ...]
    no: tuple[str, ...]


OWNERS = frozenset("at 's ’s of near from his her their its".split())
HOMES = frozenset("home house residence bungalow flat apartment office headquarters address".split())


def _address(scan: Scan, i: int) -> Found:
    """Find a house number: a street word soon after, or a capitalised place after "10,"."""
    if not scan.number(i) or len(scan.words[i]) > 5 or not scan.words[i].isdecimal():
        return None
    if scan.follows(i + 1, "block", "of"):
        return (i, i + 1)
    at = i + 1
    letter = len(scan.words[at]) == 1 and scan.words[at].isalpha() and scan.glued(at)
    at += letter
    comma = scan.words[at] == ","
    at += comma
    stop = at
    while scan.capital(stop) and scan.words[stop].isalpha() and stop < at + 4:
        stop += 1
        if scan.words[stop - 1] in STREETS and stop > at + 1:
            return (i, i + 1 + letter)
    if stop == at or not comma:
        return None
    owned = i > 0 and (scan.words[i - 1] in OWNERS or (scan.words[i - 1] == "," and scan.words[i - 2] in HOMES))
    return (i, i + 1) if owned and scan.words[stop] in STREETS | {"residence"} | {".", "\n", ""} else None


def _glued(scan: Scan, i: int) -> Found:
    """Find letters and digits in one word: "A330-200", "3G", "COVID-19", "787-8", "737s"."""
    if not scan.number(i):
        return None
    first, stop = _cluster(scan, i)
    if stop == first + 1:
        return None
    letters = [k for k in range(first, stop) if scan.words[k].isalpha()]
    if not letters:
        return (first, stop) if _model_numbers(scan, first, stop) else None
    return (first, stop) if _is_name(scan, first, i) else None


# The most tokens of one name with digits.
LONGEST = 12


def _cluster(scan: Scan, i: int) -> Span:
    """Find the run of letters, digits and hyphens without a space around token `i`."""
    first, stop = i, i + 1
    while first > i - LONGEST and first and scan.glued(first) and _joins(scan, first - 1):
        first -= 1
    while stop < i + LONGEST and scan.glued(stop) and _joins(scan, stop):
        stop += 1
    while stop > i + 1 and scan.words[stop - 1] in DASHES:
        stop -= 1
    while first < i and scan.words[first] in DASHES:
        first += 1
    return first, stop


def _joins(scan: Scan, k: int) -> bool:
    word = scan.words[k]
    return word.isalnum() or word == "-" or word == "_" or scan.number(k)


def _model_numbers(scan: Scan, first: int, stop: int) -> bool:
    """Tell "737-800" (a round variant of a type) from "100-150" (a range) and "2-1" (a score)."""
    numbers = [scan.words[k] for k in range(first, stop) if scan.number(k)]
    if len(numbers) != 2 or stop - first != 3 or not all(n.isdecimal() for n in numbers):
        return False
    a, b = numbers
    return len(a) == 3 and a[0] == "7" and a[2] == "7" and ((len(b) == 3 and b.endswith("00")) or len(b) == 1)


SUFFIX_UNITS = frozenset(
    "st nd rd th s k m bn mn b mm tn km kg cm ft mph kph kmh lb lbs g mg ml l t am pm p a c f w kw mw gw hz ghz mhz"
    " gb mb tb kb mp h hr hrs min mins sec px dpi ha yd oz x e cr mln bln trn tln pc pts kwh mwh gwh dm nm μg μm"
    " rad kmph kmph mi in usd eur gbp inr btc musd mgbp odd plus".split()
)


def _is_name(scan: Scan, first: int, i: int) -> bool:
    """Tell a name with digits in it from a number with its unit, scale, hyphen word or currency."""
    if scan.words[first].isalpha():
        return _prefixed(scan, first)
    after = scan.words[i + 1]
    if i > first:
        return True
    if after.isalpha():
        raw = scan.raw(i + 1)
        if raw in SIGNS or raw in NAMES:
            return False
        if after == "s":
            return not _decade(scan.words[i])
        if after == "px":
            return True
        known = after in SUFFIX_UNITS and raw not in ("G", "K", "D", "F", "B", "C", "A", "P", "X", "H")
        if raw in ("K", "B") and i and scan.words[i - 1] in "$€£₹":
            return False
        return not known and not after.isdecimal() and len(after) < 4
    return False


def _decade(word: str) -> bool:
    return word.isdecimal() and len(word) in (2, 4) and word.endswith("0")


def _prefixed(scan: Scan, first: int) -> bool:
    """Tell "A330", "COVID-19", "KC-45" from "US$", "mid-2011", "pre-1990", "Rs20", "April-2012", "Jan3"."""
    lead = scan.words[first]
    if lead in ("mid", "pre", "post", "late", "early", "rs", "inr", "usd", "eur", "gbp", "ex", "non", "under", "over",
                "c", "ca", "approx", "nearly", "sub", "q", "fy", "to", "and", "or", "from", "no") and (
        lead not in ("c", "q", "fy", "no") or (lead != "c" and scan.words[first + 1] not in DASHES)
    ):  # fmt: skip
        return False
    if lead in MONTHS or lead in SHORT_MONTHS or lead in WEEKDAYS or lead in COUNTABLE or lead in ORDINALS:
        return False
    if lead in LOCAL_SIGNS and scan.capital(first) and (lead not in SHORT_SIGNS or scaled_after(scan, first + 1)):
        return False
    if scan.words[first + 1] in DASHES and not scan.capital(first):
        return lead in PREFIXES
    return True


def _named(scan: Scan, i: int) -> Found:
    """Find a number after the word that it names: "Flight 447", "Article 370", "iPhone 4", "Boeing 737"."""
    if not scan.number(i) or i == 0 or scan.number(i - 1):
        return None
    left = scan.words[i - 1]
    word = left if left != "." else scan.words[i - 2]
    if word in INDEXES and scan.capital(i - 1) and (word != "p" or scan.words[i - 2] == "&"):
        return (i - 1, i + 1) if _plain_integer(scan, i) and not _counted(scan, i) else None
    if word not in NAME_NOUNS or word in ("no", "number"):
        return None
    if not _plain_integer(scan, i) or (word in NEED_CAPITAL and not scan.capital(i - 1 - (left == "."))):
        return None
    if scan.words[i + 1] in ("%", "percent", "million", "billion") or (
        word not in BRANDS and not scan.capital(i - 1) and _counted(scan, i)
    ):
        return None
    return (i - 1 - (left == "."), i + 1)


def _plain_integer(scan: Scan, i: int) -> bool:
    return all(part.isdecimal() for part in scan.words[i].split(".")) and scan.words[i + 1] not in SCALES


def _counted(scan: Scan, i: int) -> bool:
    """Tell whether the number counts the noun after it."""
    noun = head(scan, i + 1)
    return bool(noun and noun.plural and noun.stop == i + 2 and not scan.capital(i + 1))


ENDS = frozenset(("", ".", ",", "\n", ";", ")", "'", "''", '"'))
COUNTED_AFTER = frozenset("who that which or to of for with were are".split())


def _bare_name(scan: Scan, i: int) -> Found:
    """Find a number that stands as a name: "the 787 would", "a 737 from"; a product word after it."""
    word = scan.words[i]
    if not word.isdecimal() or len(word) != 3 or i == 0 or word.endswith(("00", "50")):
        return None
    left, right = scan.words[i - 1], scan.words[i + 1]
    if left not in ("the", "a", "an", "this") or (scan.glued(i + 1) and right in DASHES):
        return None
    if right in ENDS or right in VERBS or right in PREPOSITIONS or right in FUNCTION:
        return (i, i + 1) if right not in COUNTED_AFTER else None
    if scan.capital(i + 1) and not plural_noun(right):
        return (i, i + 1)
    return None


def _list_number(scan: Scan, i: int) -> Found:
    """Find a number that opens a line: "1. ", "2) ", "(3) "; a footnote "[4]"."""
    if not scan.words[i].isdecimal() or len(scan.words[i]) > 3:
        return None
    left, right = scan.words[i - 1] if i else "\n", scan.words[i + 1]
    if left == "[" and right == "]" and scan.words[i + 2] != "(":
        return (i, i + 1)
    if left in ("\n", "") and right in (".", ")") and scan.words[i + 2] not in ("\n", ""):
        return (i, i + 1)
    opens = left == "(" and right == ")" and (i < 2 or scan.words[i - 2] in ("\n", ""))
    return (i, i + 1) if opens else None


def _version(scan: Scan, i: int) -> Found:
    """Find a version or network address: two dots or more, or after "version"."""
    word = scan.words[i]
    if word.count(".") >= 2 and not _dotted_date(word):
        return (i, i + 1)
    left = scan.words[i - 1] if i else ""
    if left in ("version", "v", "ver") and word[0].isdecimal():
        return (i - 1, i + 1)
    return None


def _dotted_date(word: str) -> bool:
    parts = word.split(".")
    if len(parts) != 3 or not all(p.isdecimal() and len(p) <= 4 for p in parts):
        return False
    day, month, _year = (int(p) for p in parts)
    return (0 < day <= 31 and 0 < month <= 31 and len(parts[2]) in (2, 4)) or (len(parts[0]) == 4 and month <= 12)


def _idiom(scan: Scan, i: int) -> Found:
    """Find a fixed phrase: "second to none", "on the one hand", "24/7"."""
    for offset, phrase in BY_WORD.get(scan.words[i], ()):
        first = i - offset
        if first >= 0 and tuple(scan.words[first : first + len(phrase)]) == phrase:
            return (first, first + len(phrase))
    return None


BY_WORD: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
for _phrase in IDIOMS:
    if _phrase in NEVER_IDIOMS:
        continue
    for _k, _word in enumerate(_phrase):
        if _word in COUNTABLE or _word in ORDINALS or _word[0].isdecimal() or _word == "double":
            BY_WORD.setdefault(_word, []).append((_k, _phrase))
            break


def _one_of(scan: Scan, i: int) -> Found:
    """Find "one of the founders"."""
    return (i, i + 1) if scan.words[i] == "one" and scan.words[i + 1] == "of" else None


NEVER_PRONOUN = frozenset("hundred dozen - and percent per".split()) | frozenset(SCALES)
PRONOUN_AFTER = frozenset("no any every some this that which each another such other".split())
ONE_GOES_ON = frozenset("in out or to over".split())


def _pronoun(scan: Scan, i: int) -> Found:
    """Find "one" as a pronoun or an article: "no one", "that one", "one has to", "one important reason"."""
    words = scan.words
    left, right = words[i - 1] if i else "", words[i + 1]
    if words[i] != "one" or right in NEVER_PRONOUN or left in ("minus", "number"):
        return None
    if left in PRONOUN_AFTER:
        return (i, i + 1)
    if right in TIME_UNITS or right in DENOMINATORS or right == "point":
        return None
    goes_on = right in ONE_GOES_ON and (
        scan.number(i + 2) or words[i + 2] in COUNTABLE or words[i + 2] in ("of", "every")
    )
    return None if goes_on or _counts_one(scan, i) else (i, i + 1)


def _counts_one(scan: Scan, i: int) -> bool:
    noun = head(scan, i + 1, singular=True)
    if not noun:
        return False
    last = noun.unit.rpartition(" ")[2].lower()
    if last in ABSTRACT or (scan.words[noun.stop] == "of" and last not in ("member", "barrel", "case")):
        return False
    return scan.words[i + 1] not in FUNCTION


RULES: tuple[Exclusion, ...] = (
    Exclusion(
        "address", _address,
        yes=(
            "They met at her [12], Rosewood residence.",
            "They met at her home, [12], Rosewood.",
            "He lives at [221] Baker Street.",
        ),
        no=("At [12], she left school.", "She bought [12] Street Fighter games."),
    ),
    Exclusion(
        "idiom", _idiom,
        yes=("On the [one] hand, it is cheap.", "The kitchen is [second] to none.", "The shop is open [24]/7."),
        no=("He lost [one] hand of cards.", "She came [second] in the race."),
    ),
    Exclusion(
        "name with digits", _glued,
        yes=("The [A330] landed.", "A [3]G network", "The pandemic of COVID-[19] spread.", "Three [747]s landed."),
        no=("It cost $[3]m.", "a [5]km run", "in the [1990]s", "the mid-[2011] release", "a [27]-year contract"),
    ),
    Exclusion(
        "numbered name", _named,
        yes=("Flight [447] vanished.", "Article [5] applies.", "See page [12]."),
        no=("The flight [12] people took", "He boarded flight after [2] delays."),
    ),
    Exclusion(
        "number as a name", _bare_name,
        yes=("They flew the [747] from Rome.", "A [747] from Rome was late."),
        no=("the [370] seats", "the [250] who stayed", "a [250] million loan"),
    ),
    Exclusion(
        "version or network address", _version,
        yes=("It runs version [4.1] now.", "The host is [10.0.0.12] today."),
        no=("It grew [4.1] percent.", "He signed on [12.05.2012] in Berlin."),
    ),
    Exclusion(
        "list or note number", _list_number,
        yes=("[1]. Open the door", "She was born there.[[4]]"),
        no=("[12] people came.", "There were (at least) [12]."),
    ),
    Exclusion(
        "one of", _one_of,
        yes=("She is [one] of the founders.",),
        no=("[One] man was killed.",),
    ),
    Exclusion(
        "pronoun one", _pronoun,
        yes=("No [one] came.", "The old [one] broke.", "[One] must be careful."),
        no=("[One] man was killed.", "They won [one] seat.", "[One] in three agrees."),
    ),
)  # fmt: skip
NEED_WORD = {"idiom", "one of", "pronoun one"}
BY_DIGIT = tuple(r for r in RULES if r.name not in ("one of", "pronoun one"))
BY_NAME = tuple(r for r in RULES if r.name in NEED_WORD)


def find(scan: Scan, i: int) -> tuple[int, int, str] | None:
    """Find the rule that excludes the numeral at token `i`, and the tokens that it takes."""
    for rule in BY_DIGIT if scan.number(i) else BY_NAME:
        found = rule.find(scan, i)
        if found:
            return *found, rule.name
    return None


def named_numbers(scan: Scan, drafts: list[Draft]) -> frozenset[str]:
    """List the numbers of three digits or more that the article uses as names somewhere."""
    names = {"name with digits", "numbered name", "number as a name"}
    return frozenset(
        scan.words[k]
        for draft in drafts
        if draft.kind == "excluded" and draft.rule in names
        for k in range(draft.first, draft.stop)
        if scan.number(k) and len(scan.words[k]) >= 3
    )


def regions(text: str) -> list[tuple[int, int, str]]:
    """Find the stretches of text whose digits belong to addresses of the net, handles and telephones."""
    found = []
    if any(mark in text for mark in WEB_MARKS):
        found = [(*m.span(), "web address or handle") for m in WEB.finditer(text) if _has_digit(m[0])]
    if any(mark in text for mark in PHONE_MARKS):
        found += [(*m.span(), "phone number") for m in PHONE.finditer(text) if _phone(text, m)]
    return sorted(found)


def _has_digit(text: str) -> bool:
    return any(c.isdecimal() for c in text)


def _phone(text: str, match: re.Match[str]) -> bool:
    digits = sum(c.isdecimal() for c in match[0])
    near = text[max(0, match.start() - 40) : match.start()].lower()
    told = any(word in near for word in ("call", "phone", "hotline", "tel", "dial", "fax", "contact", "number"))
    return digits >= 7 and (told or match[0][0] in "+(" or match[0].startswith(("1-8", "0800", "1800")))
