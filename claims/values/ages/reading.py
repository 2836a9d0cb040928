"""Read ages: "Kishor, 45,", "45-year-old", "aged 45", "died at 45", "She is 61"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values.ages.owners import is_name, name_before, opens_sentence, owner
from claims.values.draft import Draft
from claims.values.lexicon import TIME_UNITS
from claims.values.nouns import head
from claims.values.numbers import DASHES

if TYPE_CHECKING:
    from claims.values.numbers import Number
    from claims.values.scan import Scan

OLDEST = 125
YEARS = "year"
AGED = frozenset("aged age ages".split())
TURNS = frozenset("turned turns turn turning".split())
LIFE = frozenset(
    "died dies dead die retired retires married elected debuted began started joined orphaned widowed won graduated"
    " emigrated moved played fought killed remarried enlisted signed enrolled arrested quit left diagnosed"
    " passed".split()
)


def read(scan: Scan, number: Number) -> Draft | None:
    """Read a number as an age."""
    if number.ratio or number.amount < 0:
        return None
    for rule in (_old, _aged, _turned, _apposed, _at, _is):
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
    return _age(number, stop, "age: old", owner(scan, number.first, stop, hyphen or dash), unit)


def _aged(scan: Scan, number: Number) -> Draft | None:
    """Read "aged 45", "age of 56", "under the age of 18"."""
    at = number.first - 1
    if at >= 0 and scan.words[at] in ("of", ":", "just", "only") and at and scan.words[at - 1] in AGED:
        at -= 1
    if at < 0 or scan.words[at] not in AGED or number.amount > OLDEST:
        return None
    stop = number.stop
    unit = TIME_UNITS.get(scan.words[stop], "")
    return _age(number, stop + bool(unit), "age: aged", name_before(scan, at), unit or YEARS)


def _turned(scan: Scan, number: Number) -> Draft | None:
    if number.first == 0 or scan.words[number.first - 1] not in TURNS or not 0 < number.amount <= OLDEST:
        return None
    noun = head(scan, number.stop)
    if (noun and noun.plural) or scan.words[number.stop] in DASHES:
        return None
    return _age(number, number.stop, "age: turned", name_before(scan, number.first - 1))


def _apposed(scan: Scan, number: Number) -> Draft | None:
    """Read "Kishor, 45," and "Kishor (45)"."""
    at, stop = number.first, number.stop
    at -= at > 0 and scan.words[at - 1] in ("now", "then", "both", "just")
    if not _years(scan, number) or at < 2 or not is_name(scan, at - 2):
        return None
    left, right = scan.words[at - 1], scan.words[stop]
    if (
        left == ","
        and right in (",", ".", ";", ":", "—", "–", "\n", "", ")", "'", '"', "”")
        and not scan.number(stop + 1)
    ):
        if right == "," and scan.capital(stop + 1) and scan.number(stop + 2):
            return None
        return _age(number, stop, "age: apposition", name_before(scan, at - 1))
    if left == "," and right in ("and", "who", "was", "is", "of", "has", "had", "told", "said"):
        return _age(number, stop, "age: apposition", name_before(scan, at - 1))
    if left == "(" and right in (")", ","):
        return _age(number, stop, "age: apposition", name_before(scan, at - 1)) if number.amount > 9 else None
    return None


def _years(scan: Scan, number: Number) -> bool:
    return number.stop == number.first + 1 and scan.words[number.first].isdecimal() and 0 < number.amount <= OLDEST


def _at(scan: Scan, number: Number) -> Draft | None:
    """Read "died at 45", "at 45, he": the verb of a life before, or a person after the comma."""
    at = number.first - 1
    if at < 0 or scan.words[at] != "at" or not _years(scan, number) or number.amount < 5:
        return None
    right = scan.words[number.stop]
    ended = right in (".", ",", ";", "\n", "", "after", "from", "in", "and", "by", "following", "of", "with")
    if at and scan.words[at - 1] in LIFE and ended:
        return _age(number, number.stop, "age: at", name_before(scan, at - 1))
    if right == "," and scan.words[number.stop + 1] in ("he", "she"):
        return _age(number, number.stop, "age: at", "")
    return None


SUBJECTS = frozenset("he she who i i'm i’m he's she's he’s she’s".split())
BE = frozenset("is was am be were".split())
AFTER_AGE = frozenset(
    (
        ".",
        ",",
        ";",
        "\n",
        "",
        "and",
        "now",
        "when",
        "at",
        "then",
        '"',
        "”",
        "years",
        "but",
        "this",
        "on",
        "himself",
        "herself",
        "in",
        "who",
        "with",
    )
)


def _is(scan: Scan, number: Number) -> Draft | None:
    """Read "She is 61,", "Teller is sixty-eight now", "I'm 66 and"."""
    at = number.first - 1
    at -= at > 0 and scan.words[at] in ("only", "just", "now", "still")
    if at < 0 or not 5 <= number.amount <= 115 or number.step != 1 or scan.words[number.stop] not in AFTER_AGE:
        return None
    if (scan.words[at] in BE and at) or (scan.words[at] in ("'s", "’s") and scan.words[at - 1] in ("he", "she", "who")):
        at -= 1
    elif "'" not in scan.words[at] and "’" not in scan.words[at]:
        return None
    if scan.words[at] not in SUBJECTS and not (
        is_name(scan, at) and not opens_sentence(scan, at) and scan.words[at] != "it"
    ):
        return None
    return _age(number, number.stop, "age: is", name_before(scan, at + 1))
