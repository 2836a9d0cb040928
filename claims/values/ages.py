"""Read ages, and whose they are: "Kishor, 45,", "45-year-old", "aged 45", "at 45", "in his 40s"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.values.draft import Draft
from claims.values.lexicon import AGE_DECADES, MONTHS, SHORT_MONTHS, TIME_UNITS, WEEKDAYS
from claims.values.nouns import head
from claims.values.numbers import DASHES, Number

if TYPE_CHECKING:
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
POSSESSIVES = frozenset("his her their my our your".split())
PARTS = frozenset("early late mid middle".split())
PERSONS = frozenset(
    "he she man woman boy girl who person driver actor singer player teenager victim suspect son daughter wife"
    " husband father mother child striker defender midfielder leader senator".split()
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
    return _age(number, stop, "age: old", _owner(scan, number.first, stop, hyphen or dash), unit)


def _owner(scan: Scan, first: int, stop: int, adjective: bool) -> str:
    if adjective:
        name = _name_from(scan, stop)
        if name:
            return name
        noun = head(scan, stop, singular=True)
        left = _name_before(scan, first)
        return left or (noun.unit if noun else "")
    return _name_before(scan, first)


def _aged(scan: Scan, number: Number) -> Draft | None:
    """Read "aged 45", "age of 56", "under the age of 18"."""
    at = number.first - 1
    if at >= 0 and scan.words[at] in ("of", ":", "just", "only") and at and scan.words[at - 1] in AGED:
        at -= 1
    if at < 0 or scan.words[at] not in AGED or number.amount > OLDEST:
        return None
    stop = number.stop
    unit = TIME_UNITS.get(scan.words[stop], "")
    return _age(number, stop + bool(unit), "age: aged", _name_before(scan, at), unit or YEARS)


def _turned(scan: Scan, number: Number) -> Draft | None:
    if number.first == 0 or scan.words[number.first - 1] not in TURNS or not 0 < number.amount <= OLDEST:
        return None
    noun = head(scan, number.stop)
    if (noun and noun.plural) or scan.words[number.stop] in DASHES:
        return None
    return _age(number, number.stop, "age: turned", _name_before(scan, number.first - 1))


def _apposed(scan: Scan, number: Number) -> Draft | None:
    """Read "Kishor, 45," and "Kishor (45)"."""
    at, stop = number.first, number.stop
    at -= at > 0 and scan.words[at - 1] in ("now", "then", "both", "just")
    if not _years(scan, number) or at < 2 or not _name_token(scan, at - 2):
        return None
    left, right = scan.words[at - 1], scan.words[stop]
    if (
        left == ","
        and right in (",", ".", ";", ":", "—", "–", "\n", "", ")", "'", '"', "”")
        and not scan.number(stop + 1)
    ):
        if right == "," and scan.capital(stop + 1) and scan.number(stop + 2):
            return None
        return _age(number, stop, "age: apposition", _name_before(scan, at - 1))
    if left == "," and right in ("and", "who", "was", "is", "of", "has", "had", "told", "said"):
        return _age(number, stop, "age: apposition", _name_before(scan, at - 1))
    if left == "(" and right in (")", ","):
        return _age(number, stop, "age: apposition", _name_before(scan, at - 1)) if number.amount > 9 else None
    return None


def _years(scan: Scan, number: Number) -> bool:
    return number.stop == number.first + 1 and scan.words[number.first].isdecimal() and 0 < number.amount <= OLDEST


def _name_token(scan: Scan, i: int) -> bool:
    word = scan.words[i]
    return (
        scan.capital(i) and word.isalpha() | ("’" in word) | ("'" in word) and len(word) > 1
        and word not in MONTHS and word not in SHORT_MONTHS and word not in WEEKDAYS and word not in ("in", "on", "the")
    ) or (word in ("jr", "sr", "iii", "ii") or (word == "." and scan.words[i - 1] in ("jr", "sr")))  # fmt: skip


def _at(scan: Scan, number: Number) -> Draft | None:
    """Read "died at 45", "at 45, he": the verb of a life before, or a person after the comma."""
    at = number.first - 1
    if at < 0 or scan.words[at] != "at" or not _years(scan, number) or number.amount < 5:
        return None
    right = scan.words[number.stop]
    ended = right in (".", ",", ";", "\n", "", "after", "from", "in", "and", "by", "following", "of", "with")
    if at and scan.words[at - 1] in LIFE and ended:
        return _age(number, number.stop, "age: at", _name_before(scan, at - 1))
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
        _name_token(scan, at) and not _opens(scan, at) and scan.words[at] != "it"
    ):
        return None
    return _age(number, number.stop, "age: is", _name_before(scan, at + 1))


def decade(scan: Scan, i: int) -> Draft | None:
    """Read "in his late 40s", "in her eighties"."""
    while scan.words[i] in PARTS or (scan.words[i] == "-" and i and scan.words[i - 1] in PARTS):
        i += 1
    match = _tens(scan, i)
    if not match:
        return None
    tens, stop = match
    first = i - 1 if i and scan.words[i - 1] == "-" else i
    while first and scan.words[first - 1] in PARTS | {"-"}:
        first -= 1
    if first == 0 or scan.words[first - 1] not in POSSESSIVES | {"aged"}:
        return None
    low, high = Decimal(tens), Decimal(tens + 9)
    return Draft(
        first=first, stop=stop, kind="age", amount=(low, high), unit=YEARS, comparator="between",
        step=Decimal(1), of=_name_before(scan, first - 1), rule="age: decade of life",
    )  # fmt: skip


def _tens(scan: Scan, i: int) -> tuple[int, int] | None:
    if scan.words[i] in AGE_DECADES:
        return AGE_DECADES[scan.words[i]], i + 1
    word = scan.words[i]
    if (
        len(word) in (2, 3)
        and word.isdecimal()
        and word.endswith("0")
        and scan.words[i + 1] in ("s", "'s", "’s")
        and scan.glued(i + 1)
    ):
        return int(word), i + 2
    return None


def _name_before(scan: Scan, i: int) -> str:
    """Give the run of capitalised words that ends before token `i`, or the nearest in the clause."""
    at = i - 1
    for _ in range(12):
        if at < 0 or (scan.words[at] in (".", "\n", ";") and not _initial(scan, at)):
            return ""
        if _name_token(scan, at) and not _opens(scan, at) and not _described(scan, at):
            break
        at -= 1
    else:
        return ""
    return scan.text[scan.starts[_name_start(scan, at)] : scan.ends[at]] if at >= 0 else ""


def _described(scan: Scan, at: int) -> bool:
    """Tell "a Republican", "the Dane" from a name."""
    return at > 0 and scan.words[at - 1] in ("a", "an", "the", "former", "fellow")


def _initial(scan: Scan, at: int) -> bool:
    return at > 0 and len(scan.words[at - 1]) <= 2 and scan.capital(at - 1)


def _opens(scan: Scan, at: int) -> bool:
    """Tell a sentence's first word from a name."""
    return scan.words[at] in (
        "the", "a", "an", "he", "she", "they", "it", "but", "when", "after", "at", "his", "her", "while", "as", "and",
        "former", "this", "that", "aged", "born", "who", "then",
    )  # fmt: skip


def _name_start(scan: Scan, at: int) -> int:
    first = at
    while first and not _opens(scan, first - 1):
        if scan.words[first - 1] == "-" and scan.glued(first) and scan.glued(first - 1) and scan.capital(first - 2):
            first -= 2
        elif _part_of_name(scan, first - 1):
            first -= 1
        else:
            break
    return first


def _part_of_name(scan: Scan, at: int) -> bool:
    letter = len(scan.words[at]) == 1 and scan.capital(at)
    return _name_token(scan, at) or letter or (scan.words[at] == "." and _initial(scan, at))


def _name_from(scan: Scan, at: int) -> str:
    """Give the run of capitalised words that begins at token `at`."""
    if not _name_token(scan, at):
        return ""
    stop = at + 1
    while _name_token(scan, stop):
        stop += 1
    return scan.text[scan.starts[at] : scan.ends[stop - 1]]
