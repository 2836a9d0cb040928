"""Numbers that are names: "A330-200", "Flight 447", "the 787 would", versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values.lexicon import COUNTABLE, MONTHS, ORDINALS, SCALES, SHORT_MONTHS, WEEKDAYS
from claims.values.money import scaled_after
from claims.values.nouns import FUNCTION, PREPOSITIONS, VERBS, head, plural_noun, singular
from claims.values.numbers import DASHES
from claims.values.quantities import is_temperature
from claims.values.units import CODES, LOCAL_SIGNS, NAMES, SHORT_SIGNS, SIGNS

if TYPE_CHECKING:
    from claims.types import Span
    from claims.values.draft import Draft
    from claims.values.exclusions.rule import Found
    from claims.values.scan import Scan

# Words before a number that make it a name.
NAME_NOUNS = frozenset(
    "flight route article articles section sections chapter channel room gate platform terminal runway pier highway"
    " interstate motorway paragraph clause resolution figure fig page pages pp line formula apollo soyuz windows"
    " ios android playstation xbox boeing airbus iphone ipad galaxy model type series mark mk area unit form"
    " rule title bill appendix annex protocol directive regulation schedule amendment proposition war bowl box"
    " case hotel volume vol issue episode season part act scene version exhibit count lot ward"
    " cell sector zone district precinct constituency building hall suite apartment apt flat studio camp checkpoint"
    " junction exit bus tram train locomotive ship hull number no code postcode zip serial isbn id psalm surah".split()
)
# Of these, the ones that are names only with a capital, or that also come after an ordinary noun.
NEED_CAPITAL = NAME_NOUNS - frozenset(
    "flight section article chapter page paragraph iphone ipad code postcode zip".split()
)
# Of these a number like 1995 is a number; after the others ("the Companies Act 2006") it is a year.
NUMBERED_LIKE_YEARS = frozenset("flight route room highway resolution suite apartment windows".split())
BRANDS = frozenset("windows android playstation xbox boeing airbus iphone ipad galaxy apollo soyuz ios".split())
# Several of a kind by their numbers: "between junctions 4 and 5".
NUMBERED = frozenset("junctions platforms gates rooms exits sections articles chapters clauses verses verse".split())
JOINTS = frozenset((",", "and", "or", "to", *DASHES))
LISTED = 20  # things that one noun numbers
INDEXES = frozenset("ftse nasdaq cac dax nikkei asx russell fortune stoxx sensex nifty p ibex topix kospi msci".split())
PREFIXES = frozenset("covid sars cov vitamin catch area opec group".split())


def find_glued(scan: Scan, i: int) -> Found:
    """Find letters and digits in one word: "A330-200", "3G", "COVID-19", "787-8", "737s"."""
    if not scan.number(i):
        return None
    if not (scan.glued(i) or scan.glued(i + 1)):
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
    if word in ("to", "by"):
        return False
    return word.isalnum() or word == "-" or word == "_" or scan.number(k)


# The digits of an account at least.
ACCOUNT = 9


def _model_numbers(scan: Scan, first: int, stop: int) -> bool:
    """Tell "737-800" (a round variant of a type) from "100-150" (a range) and "2-1" (a score)."""
    numbers = [scan.words[k] for k in range(first, stop) if scan.number(k)]
    if len(numbers) > 2 and max(map(len, numbers)) > 3 and sum(map(len, numbers)) > ACCOUNT:
        return True  # an account or a card
    if len(numbers) != 2 or stop - first != 3 or not all(n.isdecimal() for n in numbers):
        return False
    a, b = numbers
    return len(a) == 3 and a[0] == "7" and a[2] == "7" and ((len(b) == 3 and b.endswith("00")) or len(b) == 1)


SUFFIX_UNITS = frozenset(
    "st nd rd th s k m bn mn b mm tn km kg cm ft mph kph kmh lb lbs g mg ml l t am pm p c f w kw mw gw hz ghz mhz"
    " gb mb tb kb mp h hr hrs min mins sec px dpi ha yd oz x e cr mln bln trn tln pc pts kwh mwh gwh dm nm μg μm"
    " rad kmph kmph mi in usd eur gbp inr btc musd mgbp odd plus ish".split()
)


def _is_name(scan: Scan, first: int, i: int) -> bool:
    """Tell a name with digits in it from a number with its unit, scale, hyphen word or currency."""
    if scan.words[first].isalpha():
        return _prefixed(scan, first)
    after = scan.words[i + 1]
    if i > first and not _second_end(scan, first, i):
        return True
    if after.isalpha():
        raw = scan.raw(i + 1)
        if raw in SIGNS or raw in NAMES:
            return False
        if after == "s":
            return not _decade(scan.words[i])
        if after == "px":
            return True
        if is_temperature(scan, i):
            return False
        known = after in SUFFIX_UNITS and raw not in ("G", "K", "D", "F", "B", "C", "A", "P", "X", "H")
        if raw in ("K", "B") and i and scan.words[i - 1] in "$€£₹":
            return False
        return not known and not after.isdecimal() and len(after) < 4
    return False


def _second_end(scan: Scan, first: int, i: int) -> bool:
    """Tell the 3 of "2m-3m" and "5km-10km" from a name."""
    return i == first + 3 and scan.words[i - 1] in DASHES and scan.words[i - 2] in SUFFIX_UNITS and scan.number(first)


def _decade(word: str) -> bool:
    return word.isdecimal() and len(word) in (2, 4) and word.endswith("0")


NO_NAME_LEADS = frozenset(
    "mid pre post late early rs inr usd eur gbp ex non under over c ca approx nearly sub q fy to and or from no".split()
)


def _prefixed(scan: Scan, first: int) -> bool:
    """Tell "A330", "COVID-19", "KC-45" from "US$", "mid-2011", "pre-1990", "Rs20", "April-2012", "Jan3"."""
    lead = scan.words[first]
    if lead in NO_NAME_LEADS and (
        lead not in ("c", "q", "fy", "no") or (lead != "c" and scan.words[first + 1] not in DASHES)
    ):  # fmt: skip
        return False
    if len(lead) == 3 and lead in CODES and scan.raw(first).isupper():
        return False
    if lead in MONTHS or lead in SHORT_MONTHS or lead in WEEKDAYS or lead in COUNTABLE or lead in ORDINALS:
        return False
    if lead in LOCAL_SIGNS and scan.capital(first) and (lead not in SHORT_SIGNS or scaled_after(scan, first + 1)):
        return False
    if scan.words[first + 1] in DASHES and not scan.capital(first):
        return lead in PREFIXES
    return True


def find_named(scan: Scan, i: int) -> Found:
    """Find a number after the word that it names: "Flight 447", "Article 370", "iPhone 4", "Boeing 737"."""
    if not scan.number(i) or i == 0 or scan.number(i - 1):
        return None
    left = scan.words[i - 1]
    word = left if left != "." else scan.words[i - 2]
    if word in NUMBERED or word in JOINTS or _several(scan, i - 1):
        return (i, i + 1) if _listed(scan, i) and _plain_integer(scan, i) and not _counted(scan, i) else None
    if word in INDEXES and scan.capital(i - 1) and (word != "p" or scan.words[i - 2] == "&"):
        return (i - 1, i + 1) if _plain_integer(scan, i) and not _counted(scan, i) else None
    if word in PREFIXES and scan.capital(i - 1) and scan.words[i].isdecimal() and word not in ("area", "group"):
        return (i - 1, i + 1)
    if word in ("no", "nos"):
        return _no_of(scan, i - 1 - (left == "."), i)
    if word not in NAME_NOUNS or word == "number":
        return None
    written = scan.raw(i - 1 - (left == "."))
    if not _plain_integer(scan, i) or (word in NEED_CAPITAL and written == written.lower()):
        return None
    if scan.words[i].isdecimal() and 1900 <= int(scan.words[i][:6]) <= 2050 and word not in NUMBERED_LIKE_YEARS:
        return None
    if scan.words[i + 1] in ("%", "percent", "million", "billion") or (
        word not in BRANDS and not scan.capital(i - 1) and _counted(scan, i)
    ):
        return None
    return (i - 1 - (left == "."), i + 1)


def _listed(scan: Scan, i: int) -> bool:
    """Tell the numbers of "articles 5, 6 and 7": the noun stands before the first."""
    first = max(i - 2 * LISTED, 0)
    while i > first and scan.words[i - 1] in JOINTS and scan.number(i - 2):
        i -= 2
    return scan.words[i - 1] in NUMBERED or _several(scan, i - 1)


def _several(scan: Scan, at: int) -> bool:
    """Tell the plural with a capital of "Lines 1 and 4"."""
    word = scan.words[at]
    return scan.capital(at) and word not in NAME_NOUNS and singular(word) in NAME_NOUNS


def _no_of(scan: Scan, at: int, i: int) -> Found:
    """Find "Bus No. 14", "Route No. 7"."""
    named = at > 0 and scan.words[at - 1] in NAME_NOUNS and scan.capital(at)
    docket = scan.words[i + 1] in DASHES and scan.glued(i + 2) and scan.number(i + 2)  # "Case No. 23-1234"
    return (at - 1, i + 1 + 2 * docket) if named and _plain_integer(scan, i) else None


def _plain_integer(scan: Scan, i: int) -> bool:
    return all(part.isdecimal() for part in scan.words[i].split(".")) and scan.words[i + 1] not in SCALES


def _counted(scan: Scan, i: int) -> bool:
    """Tell whether the number counts the noun after it."""
    noun = head(scan, i + 1)
    return bool(noun and noun.plural and noun.stop == i + 2 and not scan.capital(i + 1))


ENDS = frozenset(("", ".", ",", "\n", ";", ")", "'", "''", '"'))
COUNTED_AFTER = frozenset("who that which or to of for with were are".split())


def find_bare_name(scan: Scan, i: int) -> Found:
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


def find_version(scan: Scan, i: int) -> Found:
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


def find_number_word(scan: Scan, i: int) -> Found:
    """Find a number word with a capital inside a sentence, beside another capital: "BBC Two", "Three Mile Island"."""
    if scan.words[i] not in COUNTABLE or not scan.capital(i):
        return None
    if scan.number(i + 1) and scan.glued(i + 1):
        return (i, i + 2)
    if i == 0:
        return None
    left = scan.words[i - 1]
    inside = left.isalpha() or left in ("'s", "’s", "&")
    of = left == "of" and scan.capital(i - 2)  # "the Group of Seven"
    beside = of or (scan.capital(i - 1) and len(left) > 1) or (scan.capital(i + 1) and scan.words[i + 1].isalpha())
    return (i, i + 1) if inside and beside and not _headline(scan, i) else None


def _headline(scan: Scan, i: int) -> bool:
    """Tell a line written with capitals throughout: around the name stand no words without."""
    first, stop = i, i + 1
    while first > i - LONGEST and scan.capital(first - 1):
        first -= 1
    while stop < i + LONGEST and scan.capital(stop):
        stop += 1
    around = (*range(max(0, first - 6), first), *range(stop, min(scan.size, stop + 6)))
    inner = (k for k in around if k and scan.words[k - 1] not in (".", "\n"))
    longer = [scan.capital(k) for k in inner if len(scan.words[k]) > 3 and scan.words[k].isalpha()]
    return sum(longer) >= longer.count(False)


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
