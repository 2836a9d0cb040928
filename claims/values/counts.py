"""Read counts: a number and the noun that it counts, and bare numbers that borrow the noun of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values import hedges, numbers
from claims.values.draft import Draft
from claims.values.lexicon import COUNTABLE, LATER
from claims.values.nouns import PLAIN_OF, STATES, STOP, VERBS, Head, head, plural_noun, singular
from claims.values.numbers import DASHES, Number, scaled_by_letter
from claims.values.units import SIGNS

if TYPE_CHECKING:
    from claims.values.scan import Scan

MORE = frozenset("more others other".split())
PER = frozenset({"month", "day", "week", "year", "hour", "minute", "second"})


def read(scan: Scan, number: Number) -> Draft | None:
    """Read the counted noun after a number; the span leaves out a name with digits in between."""
    number = scaled_by_letter(scan, number)
    at = number.stop
    hyphen = scan.words[at] in DASHES and scan.glued(at) and scan.words[at + 1].isalpha()
    plus = scan.words[at] == "+"
    noun = head(scan, at + (hyphen or plus), singular=hyphen or plus or number.amount == 1)
    if hyphen and scan.words[at + 1] in ("something", "ish"):
        return None
    soft = hedges.after(scan, at) if not noun or hyphen else None
    if soft and (hyphen or head(scan, soft.stop)):
        return _softened(scan, number, soft)
    if scan.words[at] == "not" and scan.words[at + 1] == "out":
        return _draft(number, at + 2, Head(at + 2, "run", plural=True), "count")
    if hyphen and scan.words[at + 1] == "strong":
        return _draft(number, at + 2, Head(at + 2, _members(scan.words[at + 2]), plural=False), "count: compound")
    if plus and noun:
        draft = _draft(number, at + 2, Head(at + 2, singular(scan.words[at + 1]), plural=False), "count")
        draft.comparator, draft.hedge = "ge", (at, at + 1)
        return draft
    if hyphen and noun:
        return _draft(number, at + 2, Head(at + 2, scan.words[at + 1], plural=False), "count: compound")
    if scan.number(at) and scan.words[at + 1] in DASHES and scan.words[at + 4] == "olds":
        return _draft(number, number.stop, Head(at, f"{scan.words[at]}-{scan.words[at + 2]}-old", plural=True), "count")
    if scan.words[at] in PREPOSITIONAL and not noun:
        return _partitive(scan, number)
    if scan.words[at] in ("'s", "’s", "s") and scan.glued(at):
        return None
    named = _names_between(scan, at, noun) or _priced(scan, at)
    if named:
        return named_draft(number, named)
    if not noun or (noun.unit in PEOPLE_ACT and not noun.plural) or _acts(scan, number, noun):
        return None
    if not noun.plural and number.amount != 1 and not plus and not _likely(scan, noun):
        return None
    return _draft(number, noun.stop, noun, "count")


def _acts(scan: Scan, number: Number, noun: Head) -> bool:
    """Tell the verb of "the town of 4,500 lies in a valley" from a counted noun."""
    first = number.first
    told = first > 1 and scan.words[first - 1] == "of" and scan.words[first - 2] in PLACES
    return told and noun.stop == number.stop + 1 and scan.words[number.stop] in VERBS


PREPOSITIONAL = frozenset({"of"})


def _draft(number: Number, stop: int, noun: Head, rule: str) -> Draft:
    return Draft(
        first=number.first, stop=stop, kind="count", amount=number.amount, unit=noun.unit, step=number.step, rule=rule
    )


def named_draft(number: Number, named: Head) -> Draft:
    """Count things whose name has digits: the span is the number alone, so that the name stays its own value."""
    return _draft(number, number.stop, named, "count: named thing")


def _names_between(scan: Scan, at: int, noun: Head | None) -> Head | None:
    """Find a name with digits inside the noun phrase: "14 new Airbus A330-200 airliners", "5,700 737s"."""
    stop = at
    if scan.words[at] in DASHES:
        return None
    while stop < at + 6 and (scan.words[stop].isalpha() or scan.number(stop) or scan.words[stop] == "-"):
        if scan.number(stop) and (noun is None or stop < noun.stop or not noun.plural):
            return named_thing(scan, stop) if _name_digits(scan, stop) else None
        model = scan.number(stop + 1) and scan.glued(stop + 1)
        if scan.words[stop] in STOP and not model and scan.words[stop] not in ("more", "such", "of"):
            return None
        stop += 1
    return None


def _priced(scan: Scan, at: int) -> Head | None:
    """Find what is counted behind its worth: "three $20 bills", "two £5m grants"."""
    worth = numbers.read(scan, at + 1) if scan.words[at] in SIGNS and scan.number(at + 1) else None
    noun = head(scan, scaled_by_letter(scan, worth).stop) if worth else None
    return noun if noun and noun.plural else None


def _name_digits(scan: Scan, k: int) -> bool:
    letter_before = scan.glued(k) and scan.words[k - 1].isalpha()
    letter_after = scan.glued(k + 1) and scan.words[k + 1].isalpha()
    return letter_before or letter_after or (scan.words[k].isdecimal() and len(scan.words[k]) == 3 and k > 0)


def named_thing(scan: Scan, k: int) -> Head | None:
    """Name the thing whose name has the digits at token `k`."""
    k += not scan.number(k)
    stop = k + 1
    while scan.glued(stop) and (scan.words[stop].isalnum() or scan.words[stop] in DASHES):
        stop += 1
    while scan.capital(stop) and scan.words[stop].isalpha():
        stop += 1
    noun = head(scan, stop)
    if noun and (noun.plural or not scan.words[stop - 1].endswith("s")) and not scan.capital(stop):
        return noun
    first = k - 1 if scan.glued(k) else k
    text = scan.text[scan.starts[first] : scan.ends[stop - 1]]
    return Head(stop, text.removesuffix("s"), plural=True)


def _likely(scan: Scan, noun: Head) -> bool:
    """Believe in a singular noun after a number other than one only where the phrase ends there."""
    word = scan.words[noun.stop]
    return word in STATES or scan.words[noun.stop - 1] in STATES


def _partitive(scan: Scan, number: Number) -> Draft | None:
    """Read "51 of Indonesia's air carriers", "two of the engines", "three of them"."""
    at = number.stop + 1
    at += scan.words[at] in PLAIN_OF
    if scan.words[at] in ("them", "us", "which", "whom"):
        unit = "person" if scan.words[at] in ("us", "whom") else ""
        return _draft(number, at + 1, Head(at + 1, unit, plural=True), "count: of")
    whole = _whole(scan, at)
    if whole:
        return _draft(number, number.stop, whole, "count: of")
    named = _names_between(scan, at, head(scan, at))
    if named:
        return named_draft(number, named)
    noun = head(scan, at)
    if not noun or not noun.plural:
        return (
            _draft(number, number.stop, noun or Head(at, "", plural=False), "count: of")
            if number.words or number.scaled
            else None
        )
    return _draft(number, noun.stop, noun, "count: of")


RECENT = frozenset("last past previous first final opening remaining other".split())


def _whole(scan: Scan, at: int) -> Head | None:
    """Name what "67 of the 180 seats", "67 of the Assembly's 180 seats" counts."""
    at += scan.words[at] in RECENT
    for k in range(at, at + 4):
        if (scan.number(k) or scan.words[k] in COUNTABLE) and (k == at or scan.words[k - 1] in ("'s", "’s", "'")):
            noun = head(scan, k + 1)
            return noun if noun and noun.plural else None
        if not scan.words[k].isalpha() and scan.words[k] not in ("'s", "’s", "'"):
            return None
    return None


def _per_time(scan: Scan, at: int) -> bool:
    """Tell "two a month" from "33,500 a year earlier"."""
    placed = scan.words[at + 2] in LATER | {"ago"} or (scan.words[at + 2] == "before" and scan.words[at + 3] in ENDS)
    return scan.words[at + 1] in PER and (scan.words[at] == "per" or (scan.words[at] == "a" and not placed))


ENDS = frozenset({".", ",", ";", ")", ""})


def bare(scan: Scan, number: Number) -> Draft:
    """Read a number without a noun: "2,200 more", "two a month", else unexplained."""
    number = scaled_by_letter(scan, number)
    stop = number.stop
    if scan.words[stop] in MORE:
        return _draft(number, stop + 1, Head(stop + 1, "", plural=True), "count: more")
    if scan.words[stop] == "each" or _per_time(scan, stop):
        end = stop + 1 + (scan.words[stop] != "each")
        return _draft(number, end, Head(end, "", plural=True), "count: rate")
    if _harmed(scan, number.first, number.stop):
        return _draft(number, number.stop, Head(number.stop, "person", plural=True), "count: people")
    group = _group(scan, number.first) if scan.words[stop] not in DASHES else ""
    if group:
        return _draft(number, number.stop, Head(number.stop, group, plural=True), "count: group")
    rate = scan.words[stop] == "per" or (number.first and scan.words[number.first - 1] == "per")  # 9.5 per 1,000
    return Draft(
        first=number.first, stop=number.stop, kind="number", amount=number.amount, step=number.step,
        rule="rate" if rate else "unexplained",
    )  # fmt: skip


GROUPS = frozenset("crew team group squad panel jury force family staff workforce congregation".split())
PEOPLED = frozenset("population crowd audience toll attendance".split())
# "a town of 4,500"
PLACES = PEOPLED | frozenset("town city village island community hamlet settlement".split())


def _group(scan: Scan, first: int) -> str:
    """Name the noun of "a crew of six", "job cuts of 10,000"; "" where there is none."""
    if first < 2 or scan.words[first - 1] != "of":
        return _numbered(scan, first)
    word = scan.words[first - 2]
    if word in PLACES or word in GROUPS:
        return _members(word)
    if plural_noun(word) and word not in ("hundreds", "thousands", "millions", "dozens"):
        at = first - 2 - (scan.words[first - 3].isalpha() and scan.words[first - 3] not in STOP)
        noun = head(scan, at)
        opens = not scan.words[at - 1].isalnum()  # the capital of a sentence is none of the noun: "Cuts of 500"
        return "" if not noun or not noun.plural else noun.unit[0].lower() + noun.unit[1:] if opens else noun.unit
    return ""


def _members(group: str) -> str:
    """Name who a group is made of: "a crew of six", "the 3,000-strong crowd"."""
    return f"{group} member" if group in GROUPS else "person" if group in PLACES else "member"


def _numbered(scan: Scan, first: int) -> str:
    """Name the noun of "the number of passengers rose to 70m", "the toll rose to 63"."""
    for at in range(first - 1, max(0, first - 16), -1):
        if scan.words[at] in (".", "\n", ";"):
            return ""
        if scan.words[at] in PEOPLED:
            hedge = hedges.before(scan, first)
            return "person" if scan.words[(hedge.first if hedge else first) - 1] in ("to", "at", "as") else ""
        if scan.words[at] == "of" and scan.words[at - 1] == "number":
            noun = head(scan, at + 1)
            return noun.unit if noun and noun.plural else ""
    return ""


HARM = frozenset(
    "killed kills killing kill wounded wounds wounding injured injures injuring injure dead died die missing hurt"
    " arrested detained hospitalized hospitalised displaced".split()
)
EMPLOYING = frozenset("employs employed employ employing".split())


# What only people do: "an estimated 3,000 marched".
PEOPLE_ACT = frozenset(
    "died perished drowned fled marched protested rallied gathered attended survived queued demonstrated resigned"
    " emigrated enlisted voted abstained".split()
)
DONE_TO_PEOPLE = frozenset(
    "freed rescued jailed sentenced convicted hospitalised hospitalized evacuated acquitted deported expelled"
    " questioned vaccinated quarantined charged indicted pardoned executed bailed remanded".split()
)


def people_act(scan: Scan, stop: int) -> bool:
    """Tell people from the verb after a bare number: "3,000 marched", "the remaining 12 were freed"."""
    word, after = scan.words[stop], scan.words[stop + 1]
    return word in PEOPLE_ACT or (word in ("were", "are") and after in DONE_TO_PEOPLE)


def _harmed(scan: Scan, first: int, stop: int) -> bool:
    """Tell people from the verb: "kills at least four", "four were dead"."""
    before = scan.words[max(0, first - 4) : first]
    near = next(
        (
            w
            for w in reversed(before)
            if w not in ("at", "least", "about", "more", "than", "around", "nearly", "up", "to", "some")
        ),
        "",
    )
    if near in HARM or near in EMPLOYING:
        return True
    return scan.words[stop] in ("were", "was", "are", "have") and any(
        w in HARM for w in scan.words[stop + 1 : stop + 3]
    )


def _softened(scan: Scan, number: Number, hedge: hedges.Hedge) -> Draft:
    """Read "40-odd people", "200-plus seats", "50 or so people", "two or more rooms"."""
    noun = head(scan, hedge.stop)
    if not noun or not noun.plural:
        noun = Head(hedge.stop, _group(scan, number.first), plural=True)  # "a crowd of 20,000-plus turned up"
    draft = _draft(number, number.stop, noun, "count")
    draft.comparator, draft.hedge = hedge.comparator, (hedge.first, hedge.stop)
    return draft
