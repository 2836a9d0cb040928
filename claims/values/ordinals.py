"""Read ordinals and what they count: "third", "30th", "second-largest", "No. 1"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.values.counts import named_thing
from claims.values.draft import Draft, excluded
from claims.values.exclusions import NAME_NOUNS, STREETS
from claims.values.lexicon import ORDINALS, SCALES, SMALL, TENS
from claims.values.nouns import VERBS, Head, head
from claims.values.numbers import DASHES

if TYPE_CHECKING:
    from claims.values.scan import Scan

# The most words that one spelt-out number is looked for in.
LONGEST = 16
SUFFIXES = {"st", "nd", "rd", "th"}
NAMED = frozenset(
    "lady ladies minister ministers secretary world amendment reich nations nation division class-action aid hand"
    " degree name names person party gear fiddle wind nature thought thoughts estate republic sea gentleman base"
    " empire temple commandment".split()
)
# Military units and courts, which an ordinal names.
UNITS = frozenset(
    "airborne fleet army battalion brigade regiment corps infantry cavalry squadron circuit panzer armored".split()
)
SUPERLATIVES = frozenset("most least best worst last top".split())
SAYINGS = frozenset({("first", "aid"), ("first", "lady"), ("first", "name"), ("second", "hand"), ("second", "wind"),
                     ("second", "nature"), ("third", "world"), ("second", "fiddle"), ("second", "thought"),
                     ("second", "thoughts"), ("third", "degree")})  # fmt: skip
DETERMINERS = frozenset("a an its his her their our my your this that".split())
PARTICIPLES = frozenset(
    "came went met saw became began broke took made heard told wrote spoke won ran said led held sent built sold"
    " thought knew known seen shown made taken written given".split()
)


def number(scan: Scan, i: int) -> tuple[int, int, int] | None:
    """Find an ordinal at token `i`: its worth and its tokens."""
    words = scan.words
    if scan.number(i):
        if scan.glued(i + 1) and words[i + 1] in SUFFIXES and len(words[i]) < 10:
            digits = words[i].replace(",", "")
            return (int(digits), i, i + 2) if digits.isdecimal() else None
        return None
    if words[i] in ORDINALS:
        return ORDINALS[words[i]], i, i + 1
    return _compound(scan, i)


def _compound(scan: Scan, i: int) -> tuple[int, int, int] | None:
    """Read "twenty-first", "two hundredth", "one hundred and third"."""
    words, whole, total, at = scan.words, 0, 0, i
    while at < i + LONGEST and (
        words[at] in TENS or words[at] in SMALL or words[at] in SCALES or words[at] == "hundred"
    ):
        word = words[at]
        if word in TENS and total % 100:
            return None
        if word in SCALES:
            whole, total = whole + (total or 1) * SCALES[word], 0
        elif word == "hundred":
            total = (total or 1) * 100
        else:
            total += TENS.get(word, 0) or SMALL.get(word, 0)
        at += 1
        at += words[at] in DASHES or words[at] == "and"
    last = ORDINALS.get(words[at])
    if at == i or not last:
        return None
    if words[at - 1] in DASHES and words[at - 2] not in TENS:
        return None
    if (
        words[at - 1] in DASHES | {"and"}
        or words[at - 1] in TENS
        or words[at - 1] == "hundred"
        or words[at - 1] in SCALES
        or last >= 100
    ):
        total = total * last if last >= 100 and total else total + last
        return whole + total, i, at + 1
    return None


def read(scan: Scan, i: int) -> Draft | None:
    """Read an ordinal, or exclude it as a name, an adverb or an idiom."""
    found = number(scan, i)
    if not found:
        return None
    amount, first, stop = found
    words, after = scan.words, scan.words[stop]
    if words[i] == "second" and _time(scan, i):
        return None
    dash = after in DASHES and scan.glued(stop)
    name = words[stop + dash]
    titled = scan.capital(i) or (scan.number(i) and scan.capital(stop + dash))
    if name in NAMED and (titled or dash or (words[i], name) in SAYINGS):
        return excluded(first, stop, "ordinal in a name or idiom")
    if titled and scan.capital(stop) and (name in STREETS or name in UNITS):
        return excluded(first, stop, "ordinal in a name or idiom")
    if words[i] in ORDINALS and _adverb(scan, i):
        return excluded(first, stop, "ordinal as an adverb")
    if dash and (scan.words[stop + 1] in SUPERLATIVES or scan.words[stop + 1].endswith("est")):
        stop, dash = stop + 2, False
    owned = first > 0 and (words[first - 1] in DETERMINERS or words[first - 1] in ("'s", "’s"))
    noun = _noun(scan, stop, dash, owned=owned) or _named(scan, stop)
    end = noun.stop if noun and not _holds_number(scan, stop, noun.stop) else stop
    return Draft(
        first=first, stop=end, kind="ordinal", amount=Decimal(amount), unit=noun.unit if noun else "",
        step=Decimal(1), rule="ordinal",
    )  # fmt: skip


def _noun(scan: Scan, stop: int, dash: bool, *, owned: bool) -> Head | None:
    if dash:
        stop += 2
    return head(scan, stop, singular=True, owned=owned)


def _named(scan: Scan, stop: int) -> Head | None:
    """Name a thing with digits: "the first 787 Dreamliner", "the first A380 prototype"."""
    return named_thing(scan, stop) if scan.number(stop) or (scan.number(stop + 1) and scan.glued(stop + 1)) else None


def _holds_number(scan: Scan, first: int, stop: int) -> bool:
    return any(scan.number(i) for i in range(first, stop))


def _time(scan: Scan, i: int) -> bool:
    """Tell a second of time: "per second", "a second later", "one second"."""
    left, right = scan.words[i - 1] if i else "", scan.words[i + 1]
    return left in ("per", "split", "every") or (left in ("a", "one") and right in ("later", "ago", "or", "."))


ADVERB_AFTER = frozenset("was were is are be been when since had has have who he she they it we i".split())


def _adverb(scan: Scan, i: int) -> bool:
    """Tell "was first introduced", "at first", "First, ..." from "the first flight"."""
    word, left, right = scan.words[i], scan.words[i - 1] if i else "", scan.words[i + 1]
    if word not in ("first", "second", "third"):
        return False
    if left == "at" and word == "first":
        return True
    if right == "," and left in ("", ".", "\n", '"', "“"):
        return True
    if (word == "first" and left in ADVERB_AFTER) or (
        word == "first" and scan.capital(i - 1) and left not in ("the", "its", "his", "her", "their")
    ):
        return right in VERBS or right in PARTICIPLES or (right.endswith("ed") and len(right) > 4) or right == "due"
    return (
        word == "first"
        and (
            right in PARTICIPLES
            or (right.endswith("ed") and left not in ("the", "a", "its", "his", "her", "their", "'s"))
        )
        and left not in ("the", "a", "its")
    )


VEHICLES = frozenset("bus tram train ferry route line".split())


def ranked(scan: Scan, i: int) -> Draft | None:
    """Read "No. 1", "number two", "#1" as a rank."""
    words = scan.words
    at = i - 1
    if at < 0:
        return None
    first = at
    if words[at] == "." and at and words[at - 1] in ("no", "nos"):
        first = at - 1
        if not scan.capital(first) and not scan.number(i):
            return None
    elif words[at] in ("number", "no", "ranked", "#"):
        if words[at] == "no" and not (scan.capital(at) and scan.number(i)):
            return None
        if words[at] == "#" and (
            (scan.glued(i + 1) and words[i + 1].isalpha()) or words[i + 1] in SCALES or words[i + 1] == "bn"
        ):
            return None
    else:
        return None
    amount = Decimal(words[i]) if words[i].isdecimal() and len(words[i]) < 4 else SMALL.get(words[i])
    if not amount or (scan.glued(i + 1) and (words[i + 1] in DASHES or words[i + 1] in SUFFIXES)):
        return None
    if words[first - 1] in NAME_NOUNS and words[first] in ("no", "nos"):
        return None
    if words[at] == "number" and at and words[at - 1] in ("the", "a") and words[i + 1] == "of":
        return None
    first = first if words[at] != "ranked" else i
    noun = head(scan, i + 1, singular=True)
    if noun and noun.unit.rpartition(" ")[2].lower() in STREETS:
        return None
    if noun and noun.unit in VEHICLES and words[at] != "ranked":
        return excluded(first, noun.stop, "numbered name")
    stop = noun.stop if noun and not _holds_number(scan, i + 1, noun.stop) else i + 1
    while stop > i + 1 and (words[stop - 1] in VERBS or (scan.capital(stop - 1) and not scan.capital(first + 1))):
        stop -= 1  # "No. 1 seed Swiatek", "No. 14 goes"
    unit = " ".join(scan.raw(k) for k in range(i + 1, stop)) if noun and stop < noun.stop else noun.unit if noun else ""
    return Draft(
        first=first, stop=stop, kind="ordinal", amount=Decimal(amount), unit=unit, step=Decimal(1), rule="ordinal: rank"
    )
