"""Read measured quantities ("150 tons", "60 km/h", "barrels a day"), percent and durations."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.values import heights
from claims.values.draft import Draft
from claims.values.lexicon import TIME_UNITS
from claims.values.numbers import DASHES, Number
from claims.values.numbers.number import MINUS
from claims.values.units import CASED, COMPOUNDS, LETTERS, PER, SYMBOLS

if TYPE_CHECKING:
    from claims.types import ValueKind
    from claims.values.scan import Scan

PERCENT = {"%": "%", "percent": "%", "pct": "%", "percents": "%", "٪": "%", "％": "%"}
ISO_UNITS = {"s": ("PT", "S"), "min": ("PT", "M"), "h": ("PT", "H"), "day": ("P", "D"), "week": ("P", "W"),
             "month": ("P", "M"), "year": ("P", "Y")}  # fmt: skip
MULTIPLES = {"decade": ("year", 10), "century": ("year", 100), "millennium": ("year", 1000), "fortnight": ("day", 14)}
TIME_NAMES = {"s": "second", "min": "minute", "h": "hour"}
SHORT_NAMES = {name: short for short, name in TIME_NAMES.items()}
BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _words in sorted(SYMBOLS, key=len, reverse=True):
    BY_FIRST.setdefault(_words[0], []).append(_words)


def percent(scan: Scan, number: Number) -> Draft | None:
    """Read "23 percent", "4.5 per cent", "two percentage points", "25 basis points"."""
    at = number.stop + (scan.words[number.stop] in DASHES and not scan.number(number.stop + 1))
    word, unit, stop = scan.words[at], "%", at + 1
    if word == "per" and scan.words[at + 1] == "cent":
        stop = at + 2
    elif word == "percentage" and scan.words[at + 1].startswith("point"):
        unit, stop = "percentage point", at + 2
    elif word == "basis" and scan.words[at + 1].startswith("point"):
        unit, stop = "basis point", at + 2
    elif word not in PERCENT or (word not in ("%", "٪", "％") and at > number.stop and not scan.glued(at)):
        return None
    if scan.words[stop - 1] in ("percent", "%", "cent") and scan.words[stop].startswith("point"):
        unit, stop = "percentage point", stop + 1
    return Draft(
        first=number.first, stop=stop, kind="percent", amount=number.amount, unit=unit, step=number.step,
        rule="percent",
    )  # fmt: skip


def quantity(scan: Scan, number: Number) -> Draft | None:
    """Read a number with a unit of measurement."""
    at, hyphen = _unit_start(scan, number.stop)
    if _magnitude(scan, number):
        return _draft(number, number.stop, "magnitude")
    height = heights.primes(scan, number)
    if height:
        return height
    if scan.words[at] in ("'", '"', "″", "′") and scan.words[at] != "'" and _inches(scan, at):
        return _draft(number, at + 1, "in")
    if is_temperature(scan, number.stop - 1):
        return _draft(number, at + 1, "°" + scan.raw(at))
    found = _symbol(scan, at, number)
    if not found:
        return None
    symbol, stop = found
    if hyphen and symbol == "turn":
        return None
    if symbol == "ft":
        joined = heights.feet_and_inches(scan, number, stop)
        if joined:
            return joined
    symbol, stop = _per(scan, symbol, stop)
    return _draft(number, stop, symbol)


STRONGEST = 10


def _magnitude(scan: Scan, number: Number) -> bool:
    """Tell "a magnitude 6.3 quake", "magnitude-7"."""
    at = number.first - 1 - (scan.words[number.first - 1] in DASHES)
    return at >= 0 and scan.words[at] == "magnitude" and 0 < number.amount < STRONGEST and not number.scaled


def _unit_start(scan: Scan, stop: int) -> tuple[int, bool]:
    hyphen = scan.words[stop] in DASHES and scan.glued(stop) and scan.glued(stop + 1)
    bracket = scan.words[stop] in ("[", "{") and scan.words[stop + 1] in BY_FIRST
    return stop + (hyphen or bracket), hyphen


def _draft(number: Number, stop: int, unit: str) -> Draft:
    return Draft(
        first=number.first, stop=stop, kind="quantity", amount=number.amount, unit=unit, step=number.step,
        rule="quantity",
    )  # fmt: skip


WARMTH = frozenset(
    "temperature temperatures celsius fahrenheit warming heatwave heat hottest coldest weather degrees climate mercury"
    " chill °c cooler warmer thermometer frost freezing lows highs".split()
)


def is_temperature(scan: Scan, i: int) -> bool:
    """Tell the degrees of "reached 40C (104F)" from a name, "Gate 40C": in a text about warmth, after no capital."""
    if scan.words[i + 1] not in ("c", "f") or not scan.glued(i + 1) or scan.raw(i + 1).islower():
        return False
    if scan.glued(i + 2) and scan.words[i + 2].isalnum():
        return False
    first = i - (scan.words[i - 1] in MINUS and scan.glued(i)) if i else 0
    named = first > 0 and scan.capital(first - 1) and scan.words[first - 1] not in ("a", "an", "the")
    return not named and ("." in scan.words[i] or not WARMTH.isdisjoint(scan.vocabulary()))


INCHED = frozenset("long wide tall deep high thick across diameter".split())


def _inch_follows(scan: Scan, k: int) -> bool:
    """Tell the unit of "0.7 in (1.8 cm)", "2 in of rain" and "3 in wide" from the preposition."""
    word = scan.words[k]
    return word == "(" or word in INCHED or (word == "of" and scan.words[k + 1] in ("rain", "snow", "rainfall", "ice"))


def _inches(scan: Scan, at: int) -> bool:
    """Tell inches from a closing quotation mark: no opening mark before, a size not a sentence."""
    return scan.text.count('"', max(0, scan.starts[at] - 500), scan.starts[at]) % 2 == 0 and scan.words[at + 1] in (
        "long", "wide", "tall", "deep", "high", "x", "screen", "display", "by",
    )  # fmt: skip


def _symbol(scan: Scan, at: int, number: Number) -> tuple[str, int] | None:
    for words in BY_FIRST.get(scan.words[at], ()):
        if tuple(scan.words[at : at + len(words)]) == words and _fits(scan, at, words, number):
            return CASED.get(scan.raw(at)) or SYMBOLS[words], at + len(words)
    return None


def _fits(scan: Scan, at: int, words: tuple[str, ...], number: Number) -> bool:
    """Refuse a single letter that is no unit here: "3 t-shirts", "70m" people, "5 G"."""
    if len(words) == 1 and words[0] in LETTERS:
        raw = scan.raw(at)
        if raw in ("M", "T", "H", "L", "G", "K", "MM", "Ha"):
            return False
        if scan.words[at + 1] in ("'s", "'") or (scan.words[at + 1] in DASHES and scan.glued(at + 1)):
            return False
        return words[0] != "m" or _metres(scan, at, number)
    if words[-1] in ("2", "3") and not scan.glued(at + 1):
        return False
    if words == ("in",):
        bracketed = scan.words[number.first - 1] == "(" and scan.words[at + 1] == ")"
        return bracketed or _inch_follows(scan, at + 1)
    if words in (("stone",), ("point",), ("bit",), ("turn",), ("turns",), ("kilo",)):
        return scan.words[at + 1] != "of" and number.amount != 0
    if words == ("magnitude",):
        return True
    return words != ("°",) or scan.glued(at)


SIZES = frozenset(
    "long wide tall deep high away freestyle sprint hurdles relay butterfly backstroke breaststroke final race x dash"
    " underwater below above thick apart downhill diving radius steeplechase event track pool"
    " lengths circumference bronze silver gold record".split()
)
PEOPLED = frozenset("number population users customers passengers people viewers subscribers sales jobs".split())
MEASURES = frozenset(
    "length height width depth distance outreach altitude size diameter reach radius elevation swim ran swam jumped"
    " metres meters km jump throw cleared threw thrown leapt leaped javelin discus shot peak peaks summit mountain"
    " mountains measures measuring measured thickness range equal dm cm".split()
)


def _metres(scan: Scan, at: int, number: Number) -> bool:
    """Tell metres from millions."""
    if number.scaled:
        return False
    near = scan.words[max(0, number.first - 8) : number.first]
    follow = scan.words[at + 1 : at + 4]
    if any(w in PEOPLED for w in near):
        return False
    if any(w in SIZES for w in follow) or any(w in MEASURES for w in (*near, *follow)):
        return True
    return not scan.glued(at) and scan.words[at + 1] in ("", ".", ",", ")", "x", "×", "by", "from", "1", "and")


def _per(scan: Scan, symbol: str, stop: int) -> tuple[str, int]:
    """Take in "an hour", "per day", "/s", "per cubic metre"."""
    word, after = scan.words[stop], scan.words[stop + 1]
    if word not in ("per", "a", "an") and not (word == "/" and scan.glued(stop)):
        return symbol, stop
    if after in PER:
        if word in ("a", "an") and after in ("person", "head", "share"):
            return symbol, stop
        below, end = PER[after], stop + 2
    else:
        found = _measure(scan, stop + 1)
        if not found or found[0] == symbol:
            return symbol, stop
        below, end = found
    joined = f"{symbol}/{below}"
    return COMPOUNDS.get(joined, joined), end


def _measure(scan: Scan, at: int) -> tuple[str, int] | None:
    """Find a unit, by itself."""
    for words in BY_FIRST.get(scan.words[at], ()):
        stop = at + len(words)
        if tuple(scan.words[at:stop]) == words and (words[-1] not in "23" or scan.glued(stop - 1)):
            return SYMBOLS[words], stop
    return None


RATES, NEAR = frozenset({"rate", "rates", "percent", "%", "percentage", "yield", "yields"}), 12
"""Near these half a point is of a percentage: the central bank's, and no golfer's."""


def part(scan: Scan, i: int) -> Draft | None:
    """Read "half a mile", "a half-mile", "quarter mile", "half a percentage point"."""
    at = i + 1 + (scan.words[i + 1] in ("a", "an", "of") or scan.words[i + 1] in DASHES)
    at += scan.words[at] == "a"
    amount = Decimal("0.5") if scan.words[i] == "half" else Decimal("0.25")
    first = i - 1 if i and scan.words[i - 1] in ("a", "an") else i
    number = Number(first, at, amount, Decimal("0.01"))
    counted = scan.words[at - 1] in (*DASHES, "a") or (at == i + 1 and first < i)
    if scan.words[at] in ("point", "points") and counted:
        of_rate = RATES & {*scan.words[max(0, first - NEAR) : at + NEAR]}
        kind: ValueKind = "percent" if of_rate else "count"
        unit = "percentage point" if of_rate else "point"
        return Draft(first=first, stop=at + 1, kind=kind, amount=amount, unit=unit, step=number.step, rule=kind)
    points = percent(scan, number)
    if points:
        return points
    found = _symbol(scan, at, number) if len(scan.words[at]) > 2 else None
    return _draft(number, found[1], found[0]) if found else None


QUALIFIED = frozenset(
    "calendar consecutive straight long full whole more further working additional school business"
    " academic extra solid short".split()
)


def duration(scan: Scan, number: Number) -> Draft | None:
    """Read "27-year", "two and a half years", "3 hours and 20 minutes"."""
    hyphen = scan.words[number.stop] in DASHES and scan.words[number.stop + 1] in TIME_UNITS
    at = number.stop + hyphen
    if not hyphen and scan.words[at] in QUALIFIED:
        at += scan.words[at + 1] in TIME_UNITS
    unit = TIME_UNITS.get(scan.words[at])
    of_a = scan.words[at - 1] == "a"  # "0.2 of a second"
    if not unit or (scan.words[at] == "second" and not (hyphen or of_a) and number.amount != 1):
        return None
    if scan.words[at] in ("sec", "min", "hr", "yr") and not (scan.number(number.stop - 1) or hyphen):
        return None
    return timed(number.first, at + 1, number.amount, unit, number.step)


def timed(first: int, stop: int, amount: Decimal, unit: str, step: Decimal) -> Draft:
    """Make a duration."""
    return Draft(
        first=first, stop=stop, kind="duration", amount=amount, unit=TIME_NAMES.get(unit, unit), step=step,
        iso=iso(amount, unit), rule="duration",
    )  # fmt: skip


def iso(amount: Decimal, unit: str) -> str:
    """Write a duration in ISO 8601: halves of years as months, of hours as minutes."""
    unit, worth = MULTIPLES.get(unit, (unit, 1))
    amount *= worth
    head, letter = ISO_UNITS[unit]
    whole, rest = divmod(amount, 1) if abs(amount) < 10**9 else (amount, Decimal(0))
    if not rest:
        return f"{head}{_plain(whole)}{letter}"
    finer = {"year": ("month", 12), "h": ("min", 60), "min": ("s", 60), "week": ("day", 7), "day": ("h", 24)}.get(unit)
    if not finer or rest * finer[1] % 1 or unit in ("week", "day"):
        return f"{head}{_plain(amount)}{letter}"
    part = f"{_plain(rest * finer[1])}{ISO_UNITS[finer[0]][1]}"
    return f"{head}{_plain(whole)}{letter}{part}" if whole else f"{head}{part}"


def _plain(amount: Decimal) -> str:
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
