"""Cells that measure: how long something took, "1:58.73" or "2h 14m", and figures with their unit, "12.4 km"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.references.naming import LAST, QUANTITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claims.references.table import ColumnKind

_CLOCK = re.compile(r"\+?(?:(?:(\d+):)?(\d{1,2}):)?(?:(\d{2})|(?<!:)(\d{1,3}))([.,]\d+)?")
_SIGNED = re.compile(r"(\d+)['′](?:(\d{1,2}(?:\.\d+)?)(?:\"|″|''))?")
_FIGURE, _AND = r"(\d+(?:\.\d+)?)\s*", r"\b[ ,]*(?:and )?"
_LETTERED = re.compile(
    rf"(?=\d)(?:{_FIGURE}(?:h|hrs?|hours?){_AND})?(?:{_FIGURE}(?:m|mins?|minutes?){_AND})?"
    rf"(?:{_FIGURE}(?:s|secs?|seconds?)\b)?\.?",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<=\d)(h|m|min)(?=\d)")
UNIT = r"°?[a-z]+[23²³]?(?:/[a-z]+[23²³]?)?"
_UNIT = re.compile(rf"[\d)]\s*({UNIT})\.?$", re.IGNORECASE)
_OF_DAY = re.compile(r"\d{1,2}:[0-5]\d(?::00)?")
_POWERS = str.maketrans("²³", "23")
_UNITS: dict[str, tuple[ColumnKind, str]] = {
    **{word: unit for word, unit in (*QUANTITIES.items(), *LAST.items()) if unit[0] in ("quantity", "duration")},
    "g": ("quantity", "g"), "l": ("quantity", "L"), "ml": ("quantity", "mL"), "lb": ("quantity", "lb"),
    "lbs": ("quantity", "lb"), "oz": ("quantity", "oz"), "mile": ("quantity", "mi"), "yd": ("quantity", "yd"),
    "tonne": ("quantity", "t"), "metre": ("quantity", "m"), "meter": ("quantity", "m"), "km/h": ("quantity", "km/h"),
    "°c": ("quantity", "Cel"), "°f": ("quantity", "[degF]"), "hour": ("duration", "h"), "hr": ("duration", "h"),
    "minute": ("duration", "min"), "sec": ("duration", "s"), "day": ("duration", "d"), "week": ("duration", "wk"),
    "month": ("duration", "mo"), "year": ("duration", "a"), "yr": ("duration", "a"), "yrs": ("duration", "a"),
    "kt": ("quantity", "kt"), "w": ("quantity", "W"), "kw": ("quantity", "kW"), "m3": ("quantity", "m3"),
}  # fmt: skip
"""What may stand behind the figure in a cell."""
DEPARTURES = frozenset(
    "depart departs departure departures departing dep arrive arrives arrival arrivals arriving arr open opens opening "
    "close closes closing start starts starting begin begins beginning end ends kickoff kick off doors sunrise sunset "
    "leaves leave due scheduled hour noon at curfew appointment slot check in out showtime screening".split()
)
"""Words of columns that hold times of day."""
LENGTHS = frozenset(
    "duration length long running runtime run lap split gap race took took taken journey travel trip cooking prep "
    "preparation total best record mark result margin behind interval playing".split()
)
"""Words of columns that hold how long something took."""
TIMES = frozenset("time times lap laps split splits duration gap race run swim pace".split())
EITHER_TIME = "s|min"
MIDNIGHT, MORNING, ROUND, SEVERAL = 24, 6, 5, 3
MINUTE, HOUR = 60, 3600


def clock(text: str) -> int | Decimal | None:
    """Read "4:02:37", "13:02.4", "2h 14m" or "+1:14" as seconds, and the "47.50" beside such.

    >>> clock("4:02:37"), clock("13:02.4"), clock("47.50"), clock("47"), clock("2 hrs 14 min"), clock("1'14''")
    (14557, Decimal('782.4'), Decimal('47.50'), None, 8040, 74)
    """
    text = text.strip()
    match = _CLOCK.fullmatch(text)
    if not match:
        return _spelt(text)
    hours, minutes, last, fraction = match[1], match[2], int(match[3] or match[4]), (match[5] or "").replace(",", ".")
    if (minutes and last >= MINUTE) or (hours and int(minutes) >= MINUTE) or not (minutes or fraction):
        return None
    seconds = int(hours or 0) * HOUR + int(minutes or 0) * MINUTE + last
    return seconds + Decimal(fraction) if fraction else seconds


def _spelt(text: str) -> int | Decimal | None:
    """Read "2h 14m", "1 hr 45 min", "1h12" and "1'14"."""
    match = _SIGNED.fullmatch(text)
    parts = ("0", *match.groups(default="0")) if match else None
    if parts is None:
        ended = _GLUED.sub(r"\1 ", text)
        finer = {"h": "m", "m": "s", "min": "s"}
        units = _GLUED.findall(text)
        found = _LETTERED.fullmatch(ended + finer[units[-1]] if units and ended[-1].isdigit() else ended)
        if not found or not any(found.groups()):
            return None
        parts = found.groups(default="0")
    seconds = sum(Decimal(part) * worth for part, worth in zip(parts, (HOUR, MINUTE, 1), strict=True))
    return int(seconds) if seconds == int(seconds) and "." not in "".join(parts) else seconds


def tells_times(texts: Iterable[str]) -> bool:
    """Say whether some cell is written as a time and as nothing else: "1:58.73", "2h 14m"; "45 min" is a figure."""
    return any(":" in text or "'" in text or _of_two(text) for text in texts)


def _of_two(text: str) -> bool:
    """Say whether a cell has two parts, "2h 14m"."""
    return len(re.findall(r"\d+(?:\.\d+)?", text)) > 1 and _spelt(text) is not None


def of_day(texts: Sequence[str], forms: Iterable[str]) -> bool:
    """Say whether a column of times holds times of day, "17:15", and not how long something took.

    >>> of_day(["06:50", "17:15"], ["time"]), of_day(["6:50", "17:15"], ["departs"]), of_day(["16:50"], ["time"])
    (True, True, False)
    """
    if not all(_OF_DAY.fullmatch(text) and int(text.partition(":")[0]) <= MIDNIGHT for text in texts):
        return False
    said = {*forms}
    if LENGTHS & said:
        return False
    padded = any(text.startswith("0") for text in texts) and all(text[2] == ":" for text in texts)
    fixed = all(int(text.split(":")[1]) % ROUND == 0 and int(text.split(":")[0]) >= MORNING for text in texts)
    set_to_begin = fixed and len({*texts}) >= SEVERAL
    return bool(DEPARTURES & said) or set_to_begin or (padded and any(text >= "10" for text in texts))


def minutes(text: str) -> int | None:
    """Read a time of day as the minutes since midnight.

    >>> minutes("17:15"), minutes("7:05:00"), minutes("25:10"), minutes("1:58.73")
    (1035, 425, None, None)
    """
    if not _OF_DAY.fullmatch(text):
        return None
    hour, minute = (int(part) for part in text.split(":")[:2])
    return hour * MINUTE + minute if hour <= MIDNIGHT else None


def times_unit(texts: Sequence[str], forms: Sequence[str]) -> str:
    """Say what the cells of a column of times may be counted in: seconds, of marks metres where bare figures stand by.

    Where all are of two numbers, "2:14" may be minutes as well as hours: the seconds then stand for minutes too.

    >>> times_unit(["1:58.73", "6.88"], ["mark"]), times_unit(["1:58.73", "53.9"], ["time"]), times_unit(["2:14"], [])
    ('s|m', 's', 's|min')
    """
    said = {*forms}
    if all(re.fullmatch(r"\d{1,3}:\d\d", text) for text in texts):
        return "min" if {"hh", "h"} & said else "s" if {"ss", "s", "sec"} & said else EITHER_TIME
    return "s|m" if not TIMES & said and any(re.fullmatch(r"\d+[.,]\d+", text) for text in texts) else "s"


def unit_of(text: str) -> tuple[ColumnKind, str] | None:
    """Give the unit that a cell has behind its figure: "12.4 km", "1,204 t"; a glued "m" is a million.

    >>> unit_of("12.4 km"), unit_of("3 m"), unit_of("3m"), unit_of("£3 m"), unit_of("Route 5 km")
    (('quantity', 'km'), ('quantity', 'm'), None, None, None)
    """
    match = _UNIT.search(text)
    if not match or not (text[:1].isdigit() or text[:1] in "-−+("):
        return None
    word = match[1].lower().translate(_POWERS)
    return _UNITS.get(word) if word != "m" or match[0][1].isspace() else None
