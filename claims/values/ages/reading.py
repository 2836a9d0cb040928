"""Read ages: "Kishor, 45,", "45-year-old", "aged 45", "died at 45", "She is 61"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.values.ages.owners import (
    DETERMINERS,
    is_name,
    name_before,
    name_from,
    opens_sentence,
    owner,
    person_noun,
    places,
)
from claims.values.draft import Draft
from claims.values.lexicon import TIME_UNITS
from claims.values.nouns import VERBS, head
from claims.values.numbers import DASHES

if TYPE_CHECKING:
    from claims.values.numbers import Number
    from claims.values.scan import Scan

OLDEST = 125
YEARS = "year"
AGED = frozenset("aged age ages".split())
# What may stand between "aged" or "at" and the number; a hedge among them is read as one.
BETWEEN = frozenset(
    "of : just only barely between from about around over under nearly almost at least most up to than more".split()
)
TURNS = frozenset("turned turns turn turning".split())
LIFE = frozenset(
    "died dies dead die retired retires married elected debuted began started joined orphaned widowed won graduated"
    " emigrated moved played fought killed remarried enlisted signed enrolled arrested quit left diagnosed"
    " passed".split()
)
# What one leaves or joins at an age: "left school at 16", "joined the army at 18".
STAGES = frozenset(
    "school home university college army navy police force career club academy job family convent office husband wife"
    " football cricket tennis music politics".split()
)
STAGE_REACH = 5
# Plural words for people, which "under 30" and "65 and over" divide.
GROUPS = frozenset(
    "people those anyone everyone someone children men women adults boys girls pupils students patients drivers workers"
    " voters employees americans players citizens residents youths youngsters teenagers kids persons customers"
    " passengers males females individuals members applicants candidates smokers runners athletes".split()
)
COMPARED = frozenset("under over above below".split())
SUBJECTS = frozenset("he she who i i'm i’m he's she's he’s she’s".split())
BE = frozenset("is was am be were".split())
ADVERBS = frozenset("only just now still barely nearly almost about around not yet already".split())
# One of the words that stand right before, or right behind, an age of any of the rules.
BEFORE_AGES = AGED | BETWEEN | TURNS | COMPARED | BE | ADVERBS | DASHES | frozenset(", ( now then both be to".split())
BEHIND_AGES = DASHES | frozenset(TIME_UNITS) | frozenset("and or s".split())
AFTER_APPOSED = frozenset(", . ; : — – ) ' \" ”".split()) | {"\n", ""}
AFTER_APPOSED_WORDS = frozenset("and who was is of has had told said".split())
AFTER_AT = frozenset(". , ; after from in and by following of with".split()) | {"\n", ""}
AFTER_AGE = frozenset(
    '. , ; and now when at then " ” years but this on himself herself in who with or until'.split()
) | {"\n", ""}
AFTER_GROUP = frozenset(
    ". , ; : ) and or were are is was have has had who will can could may must in to from at with by cannot do".split()
) | {"\n", ""}


def read(scan: Scan, number: Number) -> Draft | None:
    """Read a number as an age."""
    left, right = scan.words[number.first - 1], scan.words[number.stop]
    if number.ratio or not (left in BEFORE_AGES or right in BEHIND_AGES or "'" in left or "’" in left):
        return None
    if number.amount < 0:
        return None
    for rule in (_old, _aged, _turned, _apposed, _at, _lived, _is, _of_age, _boy_of, _banded, _grouped, _something):
        draft = rule(scan, number)
        if draft:
            return draft
    return None


def _age(number: Number, stop: int, rule: str, of: str, unit: str = YEARS) -> Draft:
    return Draft(
        first=number.first, stop=stop, kind="age", amount=number.amount, unit=unit, step=number.step, of=of, rule=rule
    )


def _old(scan: Scan, number: Number) -> Draft | None:
    """Read "45-year-old", "18 months old", "ten years of age"."""
    hyphen = scan.words[number.stop] in DASHES
    at = number.stop + hyphen
    unit = TIME_UNITS.get(scan.words[at])
    if not unit:
        return None
    at += 1
    dash = scan.words[at] in DASHES
    if scan.words[at + dash] in ("old", "olds"):
        stop = at + dash + 1
    elif scan.words[at] == "of" and scan.words[at + 1] == "age":
        stop = at + 2
    else:
        return None
    if unit == "decade":
        number, unit = replace(number, amount=number.amount * 10, step=number.step * 10), YEARS
    return _age(number, stop, "age: old", owner(scan, number.first, stop, hyphen or dash), unit)


def _aged(scan: Scan, number: Number) -> Draft | None:
    """Read "aged 45", "age of 56", "under the age of 18", "aged between 5 and 11", "aged over 65"."""
    at = number.first - 1
    while at > max(0, number.first - 4) and scan.words[at] in BETWEEN:
        at -= 1
    if at < 0 or scan.words[at] not in AGED or number.amount > OLDEST:
        return None
    stop = number.stop
    unit = TIME_UNITS.get(scan.words[stop], "")
    draft = _age(number, stop + bool(unit), "age: aged", _aged_person(scan, at), unit or YEARS)
    if at > 1 and scan.words[at - 1] == "the" and scan.words[at - 2] in COMPARED:
        _compare(scan, draft, at - 2)
    return draft


def _aged_person(scan: Scan, at: int) -> str:
    """Name who is "aged": the noun right before ("a girl aged two", "the suspect, aged 45"), else the name."""
    k = at - 1 - (at > 0 and scan.words[at - 1] == ",")
    noun = k >= 0 and (scan.words[k] in PEOPLE or person_noun(scan, k))
    return scan.words[k] if noun and scan.words[at] == "aged" else name_before(scan, at)


def _compare(scan: Scan, draft: Draft, at: int) -> None:
    """Take the "under" or "over" at a token for the comparator."""
    draft.comparator = "lt" if scan.words[at] in ("under", "below") else "gt"
    draft.hedge = (at, at + 1)


def _turned(scan: Scan, number: Number) -> Draft | None:
    if number.first == 0 or scan.words[number.first - 1] not in TURNS or not 0 < number.amount <= OLDEST:
        return None
    noun = head(scan, number.stop)
    if (noun and noun.plural) or scan.words[number.stop] in DASHES:
        return None
    return _age(number, number.stop, "age: turned", name_before(scan, number.first - 1))


def _apposed(scan: Scan, number: Number) -> Draft | None:
    """Read "Kishor, 45,", "Kishor (45)" and "the driver, 22,"."""
    at, stop = number.first, number.stop
    at -= at > 0 and scan.words[at - 1] in ("now", "then", "both", "just")
    if not _years(scan, number) or at < 2:
        return None
    left, right, person = scan.words[at - 1], scan.words[stop], _before_bracket(scan, at - 1) - 1
    if left == "," and _people(scan, person) and _ends_ages(scan, stop):
        return _age(number, stop, "age: apposition", scan.words[person])
    named = is_name(scan, person)
    if not named and not person_noun(scan, person):
        return None
    of = name_before(scan, person + 1) if named else scan.words[person]
    if left == "," and right in AFTER_APPOSED and not scan.number(stop + 1):
        place = named and _in_place(scan, person)
        listed = right == "," and scan.capital(stop + 1) and scan.number(stop + 2)
        return None if place or listed else _age(number, stop, "age: apposition", of)
    if left == "," and right in AFTER_APPOSED_WORDS and named:
        return _age(number, stop, "age: apposition", of)
    if left == "(" and right in (")", ",") and (number.amount > 9 or not named):
        return _age(number, stop, "age: apposition", of)
    return None


def _before_bracket(scan: Scan, comma: int) -> int:
    """Step back over what is said of a name in brackets: "Mr Khan (pictured), 58,"."""
    if scan.words[comma] == "," and scan.words[comma - 1] == ")":
        for k in range(comma - 2, max(0, comma - 2 - BRACKET), -1):
            if scan.words[k] == "(":
                return k
    return comma


BRACKET = 4
PEOPLE = GROUPS | frozenset(
    "couple pair twins brothers sisters duo teens sons daughters victims suspects parents grandparents friends"
    " cousins".split()
)


# "two boys, both 15,"
FEW = DETERMINERS | frozenset("two three four five six seven eight nine ten".split())


def _people(scan: Scan, i: int) -> bool:
    """Tell whether a token ends a phrase for several people: "the couple", "his two sons"."""
    return scan.words[i] in PEOPLE and not FEW.isdisjoint(scan.words[max(0, i - 3) : i])


def _ends_ages(scan: Scan, stop: int) -> bool:
    """Tell whether a comma ends the ages: "the boys, 14 and 15,", "the three brothers, 8, 10 and 12,"."""
    while scan.words[stop] in (",", "and") and scan.number(stop + 1):
        stop += 2
    return scan.words[stop] in (",", ")", ".") and not scan.number(stop + 1)


def _in_place(scan: Scan, at: int) -> bool:
    """Tell "In Texas, 30," from a person: a preposition before a single name."""
    return scan.words[at - 1] == "in"


def _years(scan: Scan, number: Number) -> bool:
    return number.stop == number.first + 1 and scan.words[number.first].isdecimal() and 0 < number.amount <= OLDEST


def _at(scan: Scan, number: Number) -> Draft | None:
    """Read "died at 45", "at just 19", "at 45, he": the verb of a life before, or a person after the comma."""
    at = number.first - 1
    at -= at > 0 and scan.words[at] in ("just", "only", "about", "age")
    if at < 0 or scan.words[at] != "at" or not _years(scan, number) or number.amount < 5:
        return None
    right = scan.words[number.stop]
    verb = _stage(scan, at)
    if (verb < 0 or scan.words[verb] not in LIFE) and number.amount > LAST_HOUR:
        verb = _death(scan, at)
    if verb >= 0 and scan.words[verb] in LIFE and right in AFTER_AT:
        return _age(number, number.stop, "age: at", name_before(scan, verb))
    if right != ",":
        return None
    name = name_from(scan, number.stop + 1) if scan.capital(at) else ""
    told = " " in name or scan.words[number.stop + 1] in ("he", "she")
    return _age(number, number.stop, "age: at", name) if told else None


LAST_HOUR = 24
DEATHS = frozenset("died dies dead".split())
DEATH_REACH = 9


def _death(scan: Scan, at: int) -> int:
    """Find the death that "died in hospital on Monday at 88" tells the age of."""
    for k in range(at - 1, max(-1, at - DEATH_REACH), -1):
        if scan.words[k] in DEATHS:
            return k
        if not scan.words[k].isalnum():
            break
    return -1


def _stage(scan: Scan, at: int) -> int:
    """Find the verb before "at", over "school" or "the army" between."""
    if at and scan.words[at - 1] in STAGES:
        reach = range(at - 2, max(-1, at - STAGE_REACH), -1)
        return next((k for k in reach if scan.words[k] in LIFE), -1)
    return at - 1


def _lived(scan: Scan, number: Number) -> Draft | None:
    """Read "lived to 94", "lived to be 94"."""
    at = number.first - 1
    at -= at > 0 and scan.words[at] == "be"
    lived = at > 0 and scan.words[at] == "to" and scan.words[at - 1] in ("lived", "live", "lives")
    if not lived or not _years(scan, number) or scan.words[number.stop] not in AFTER_AGE:
        return None
    return _age(number, number.stop, "age: at", name_before(scan, at - 1))


def _is(scan: Scan, number: Number) -> Draft | None:
    """Read "She is 61,", "Teller is sixty-eight now", "I'm 66 and"."""
    at = number.first - 1
    at -= at > 0 and scan.words[at] in ADVERBS
    low = 1 if scan.follows(number.stop, "at", "the", "time") else 5
    if at < 0 or not low <= number.amount <= 115 or number.step != 1 or scan.words[number.stop] not in AFTER_AGE:
        return None
    if scan.words[number.stop] == "years" and scan.words[number.stop + 1].isalpha():
        return None  # "He is 10 years older", "She is two years into her term"
    if (scan.words[at] in BE and at) or (scan.words[at] in ("'s", "’s") and scan.words[at - 1] in ("he", "she", "who")):
        at -= 1
    elif "'" not in scan.words[at] and "’" not in scan.words[at]:
        return None
    named = is_name(scan, at) and not opens_sentence(scan, at) and scan.words[at] != "it" and not places(scan, at)
    then = scan.words[at] == "," and scan.words[number.stop] == "when"  # "Lopez, now 52, was 19 when she left"
    if not (named or then or scan.words[at] in SUBJECTS):
        return None
    return _age(number, number.stop, "age: is", name_before(scan, at + 1))


def _of_age(scan: Scan, number: Number) -> Draft | None:
    """Read "the minimum age is 21", "the average age was 41.5", "the median age of voters is 41 years"."""
    at = number.first - 1
    at -= at > 0 and scan.words[at] in ADVERBS
    if at < 1 or scan.words[at] not in BE or number.scaled or not 0 < number.amount <= OLDEST:
        return None
    near = scan.words[max(0, at - SUBJECT) : at]
    told = scan.words[at - 1] in ("age", "limit") or not TYPICAL.isdisjoint(near)
    ended = scan.words[number.stop] in AFTER_AGE and not scan.words[number.stop + 1].isdecimal()
    years = scan.words[number.stop] == "years"
    return _age(number, number.stop + years, "age: aged", "") if told and ended and "age" in near else None


SUBJECT = 6
TYPICAL = frozenset("average median mean typical minimum maximum".split())


def _boy_of(scan: Scan, number: Number) -> Draft | None:
    """Read "a boy of 12", "a widow of 80"."""
    at = number.first - 2
    told = at > 0 and scan.words[at + 1] == "of" and _years(scan, number) and person_noun(scan, at)
    return _age(number, number.stop, "age: aged", scan.words[at]) if told and _ends(scan, number.stop) else None


def _ends(scan: Scan, stop: int) -> bool:
    return (scan.words[stop] in AFTER_AGE and scan.words[stop] not in TIME_UNITS) or scan.words[stop] in VERBS


def _banded(scan: Scan, number: Number) -> Draft | None:
    """Read "under-18s", "the over 65s"."""
    at, stop = number.first - 1, number.stop
    at -= at > 0 and scan.words[at] in DASHES
    plural = scan.words[stop] in ("s", "'s", "’s") and scan.glued(stop)
    if at < 0 or not plural or scan.words[at] not in COMPARED or not _years(scan, number):
        return None
    draft = _age(number, stop + 1, "age: band", "")
    _compare(scan, draft, at)
    return draft


def _something(scan: Scan, number: Number) -> Draft | None:
    """Read "a thirty-something", "is 60 something"."""
    at = number.stop + (scan.words[number.stop] in DASHES)
    low = number.amount
    if not scan.words[at].startswith("something") or low % 10 or not 20 <= low <= 90:
        return None
    return replace(_age(number, at + 1, "age: decade of life", ""), amount=(low, low + 9), comparator="between")


def _grouped(scan: Scan, number: Number) -> Draft | None:
    """Read "people under 30", "those 65 and over": people before, nothing counted after."""
    if number.first < 2 or number.scaled or not 0 < number.amount <= OLDEST or number.step != 1:
        return None
    left, right = scan.words[number.first - 1], scan.words[number.stop : number.stop + 2]
    older = right[0] in ("and", "or") and right[1] in ("older", "younger", "over", "under", "above", "up")
    acts = right[0].endswith("ed") and len(right[0]) > 4  # "voters over 65 backed him"
    ends = older or acts or right[0] in AFTER_GROUP or right[0] in VERBS
    if left in COMPARED and scan.words[number.first - 2] in GROUPS and ends:
        return _age(number, number.stop, "age: band", "")
    if older and (left in GROUPS or right[1] in ("older", "younger")):
        return _age(number, number.stop, "age: band", "")
    return None
