"""Read times of the day: "18:00 UTC", "6:40 p.m.", "8am", "noon"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.values.draft import Draft
from claims.values.lexicon import SMALL
from claims.values.numbers.number import DIGITS_15

if TYPE_CHECKING:
    from claims.values.numbers import Number
    from claims.values.scan import Scan

HALVES = {"am": 0, "a.m.": 0, "pm": 12, "p.m.": 12}
ZONES = frozenset(
    "utc gmt est edt cst cdt mst mdt pst pdt bst cet cest ist jst aest et pt ct local eastern pacific central aedt"
    " hst akst wib hkt sgt".split()
)
BEFORE = frozenset("at by until till from around about before after between and to since @ , or - – of".split())
SCORING = frozenset("score won win beat ratio odds verse psalm genesis john matthew luke mark".split())


def clock(scan: Scan, i: int) -> Draft | None:
    """Read a time that begins with digits."""
    words = scan.words
    if len(words[i]) == 4 and words[i].isdecimal() and words[i + 1] in ZONES and scan.raw(i + 1).isupper():
        hour, minute = int(words[i][:2]), int(words[i][2:])
        return _time(i, i + 2, hour, minute) if hour < 24 and minute < 60 else None
    if not words[i].isdecimal() or len(words[i]) > 2 or int(words[i]) > 24:
        dotted = words[i].split(".")
        if (
            len(dotted) != 2
            or words[i + 1] not in HALVES
            or not all(p.isdecimal() for p in dotted)
            or len(dotted[1]) != 2
        ):
            return None
        return _with_half(scan, i, i + 1, int(dotted[0][:3]), int(dotted[1]))
    ranged = _first_hour(scan, i)
    if ranged:
        return ranged
    hour, minute, k = int(words[i]), 0, i + 1
    coloned = (
        words[k] == ":" and scan.glued(k) and scan.glued(k + 1) and len(words[k + 1]) == 2 and words[k + 1].isdecimal()
    )
    if coloned:
        minute, k = int(words[k + 1]), k + 2
        if words[k] == ":" and scan.number(k + 1) and scan.glued(k + 1):
            return None
    if words[k] in HALVES or (words[k] == "o" and words[k + 1] in ("'", "’")) or words[k] in ("o'clock", "o’clock"):
        return _with_half(scan, i, k, hour, minute)
    if not coloned or minute > 59:
        return None
    zoned = words[k] in ZONES
    left = words[i - 1] if i else ""
    if left == "by" and margin(scan, i):
        return None
    if not zoned and not (left in BEFORE and hour < 25 and not _score(scan, i)):
        return None
    stop = k + zoned
    late = hour < 12 and not LATE.isdisjoint(words[stop : stop + 2])
    return _time(i, stop, hour + 12 * late, minute)


LATE = frozenset("afternoon evening".split())


def _first_hour(scan: Scan, i: int) -> Draft | None:
    """Read the 2 of "from 2 to 6 p.m." by the half of the day of the other end."""
    k = i + 1
    if scan.words[k] not in ("to", "and", "-", "–") or not scan.number(k + 1) or scan.words[k + 2] not in HALVES:
        return None
    if (scan.words[k] == "and" and scan.words[i - 1] not in ("between", "about", "around")) or int(scan.words[i]) > 12:
        return None
    return _time(i, i + 1, int(scan.words[i]) % 12 + HALVES[scan.words[k + 2]], 0)


def worded(scan: Scan, number: Number) -> Draft | None:
    """Read "ten o'clock", "nine in the evening", "at 2 in the morning"."""
    at, hour = number.stop, number.amount
    if not 1 <= hour <= 12 or hour != int(hour) or number.step != 1:
        return None
    if scan.words[at] in ("o'clock", "o’clock"):
        return _time(number.first, at + 1, int(hour), 0)
    if number.first and scan.words[number.first - 1] == "at" and scan.follows(at, "in", "the"):
        part = scan.words[at + 2]
        if part in ("morning", "afternoon", "evening"):
            return _time(number.first, at + 3, int(hour) % 12 + 12 * (part != "morning"), 0)
    return None


def spoken(scan: Scan, i: int) -> Draft | None:
    """Read "half past five", "a quarter to six", "ten past nine"."""
    minutes = MINUTES.get(scan.words[i], 0)
    to = scan.words[i + 1] == "to"
    word = scan.words[i + 2]
    hour = SMALL.get(word, int(word) if word.isdecimal() and len(word) < 3 else 0)
    if not minutes or not (scan.words[i + 1] == "past" or (to and minutes != HALF)) or not 0 < hour <= 12:
        return None
    first = i - (i > 0 and scan.words[i - 1] == "a")
    timed = first > 0 and scan.words[first - 1] in TIMED
    if to and not timed and (minutes != QUARTER or scan.words[i + 3] not in SPOKEN_AFTER):
        return None
    return _time(first, i + 3, hour - to, 60 - minutes if to else minutes)


HALF, QUARTER = 30, 15
MINUTES = {"half": HALF, "quarter": QUARTER, "five": 5, "ten": 10, "twenty": 20}
TIMED = frozenset("at by until till before after since".split())
SPOKEN_AFTER = frozenset(". , ; ) on in this yesterday when and".split()) | {"\n", ""}


def _with_half(scan: Scan, i: int, k: int, hour: int, minute: int) -> Draft | None:
    word = scan.words[k]
    if word not in HALVES:
        return _time(i, k + 1, hour, minute)
    if hour > 12 or minute > 59:
        return None
    stop = k + 1
    stop += scan.words[stop] in ZONES and scan.capital(stop)
    if scan.words[stop] == "(" and scan.words[stop + 1] in ZONES and scan.words[stop + 2] == ")":
        stop += 3
    return _time(i, stop, hour % 12 + HALVES[word], minute)


def _time(first: int, stop: int, hour: int, minute: int) -> Draft:
    return Draft(first=first, stop=stop, kind="date", rule="time", spec=("time", hour % 24, minute))


def margin(scan: Scan, i: int) -> bool:
    """Tell what a race is won by from the time by which something is over: "won the stage by 1:14"."""
    return i > 0 and scan.words[i - 1] == "by" and not BEATING.isdisjoint(scan.words[max(0, i - 12) : i])


BEATING = frozenset(
    "won win wins beat beats beating lost lose led leads ahead missed improved cut lowered broke".split()
)


def _score(scan: Scan, i: int) -> bool:
    return any(w in SCORING for w in scan.words[max(0, i - 5) : i])


TIMED_BEFORE = frozenset(
    "clocked clocking ran run runs time times record finished finishing in of take takes took taken taking last lasts "
    "lasted lasting needs needed swam rode skied lap laps gap lead trails trailed +".split()
)
TIMED_AFTER = frozenset("left remaining mile marathon minute behind ahead adrift faster slower quicker".split())


def lap(scan: Scan, number: Number) -> Draft | None:
    """Read how long something took: "2:01:39", "clocked 3:43.13", "with 2:48 left"."""
    words, k, parts = scan.words, number.first, [number.amount]
    if words[k + 1] != ":":
        return None
    while words[k + 1] == ":" and scan.glued(k + 1) and scan.glued(k + 2) and scan.number(k + 2) and len(parts) < 3:
        if len(words[k + 2].partition(".")[0]) != 2 or not _number(words[k + 2]) < 60:
            return None
        parts.append(_number(words[k + 2]))
        k += 2
    before = words[max(0, number.first - 3) : number.first]
    near = TIMED_BEFORE.intersection(before) or words[k + 1] in TIMED_AFTER or margin(scan, number.first)
    finest = _step(words[k])
    if len(parts) == 1 or (len(parts) == 2 and not near and finest == 1) or number.amount > 99:
        return None
    size = 60 ** (len(parts) - 1)
    seconds = sum(part * 60**n for n, part in enumerate(reversed(parts)))
    letters = "HMS"[-len(parts) :]
    return Draft(
        first=number.first, stop=k + 1, kind="duration", amount=DIGITS_15.divide(Decimal(seconds), Decimal(size)),
        unit="hour" if len(parts) > 2 else "minute", step=DIGITS_15.divide(finest, Decimal(size)), rule="duration: lap",
        iso="PT" + "".join(f"{part}{letter}" for part, letter in zip(parts, letters, strict=True)),
    )  # fmt: skip


LETTERED = {"h": "H", "hr": "H", "hrs": "H", "m": "M", "min": "M", "mins": "M", "s": "S", "sec": "S", "secs": "S"}


def lettered(scan: Scan, i: int) -> Draft | None:
    """Read "2h 15m", "1h30", "3m 45.2s": two parts at least, each finer than the one before."""
    parts: list[tuple[Decimal, str]] = []
    k = i
    if scan.words[i + 1] == "s" and "." in scan.words[i] and scan.words[i + 2] not in ("'", "’"):
        return _seconds(scan, i)
    while scan.number(k) and (letter := LETTERED.get(scan.words[k + 1])) and (scan.glued(k + 1) or parts):
        if parts and "HMS".index(letter) <= "HMS".index(parts[-1][1]):
            return None
        parts.append((_number(scan.words[k].replace(",", "")), letter))
        k += 2
    if len(parts) < 2 or any(part >= 60 for part, _ in parts[1:]):
        return None
    seconds = sum(part * SECONDS[letter] for part, letter in parts)
    whole, last = SECONDS[parts[0][1]], SECONDS[parts[-1][1]]
    return Draft(
        first=i, stop=k, kind="duration", amount=DIGITS_15.divide(seconds, Decimal(whole)),
        unit="hour" if parts[0][1] == "H" else "minute", step=DIGITS_15.divide(Decimal(last), Decimal(whole)),
        rule="duration", iso="PT" + "".join(f"{part}{letter}" for part, letter in parts),
    )  # fmt: skip


def _seconds(scan: Scan, i: int) -> Draft | None:
    """Read "9.98s"."""
    amount = _number(scan.words[i].replace(",", ""))
    return Draft(
        first=i, stop=i + 2, kind="duration", amount=amount, unit="second", step=_step(scan.words[i]),
        rule="duration", iso=f"PT{amount}S",
    )  # fmt: skip


SECONDS = {"H": 3600, "M": 60, "S": 1}


def _step(word: str) -> Decimal:
    """Give the worth of the last written digit."""
    return Decimal(1).scaleb(-len(word.partition(".")[2]))


def _number(word: str) -> Decimal:
    return Decimal(word) if word.count(".") < 2 else Decimal(99)


def iso_tail(scan: Scan, k: int) -> tuple[str, int] | None:
    """Read the "T14:00" of an ISO date."""
    words = scan.words
    if words[k] == "t" and scan.glued(k) and scan.number(k + 1) and words[k + 2] == ":" and scan.number(k + 3):
        stop = k + 4
        if words[stop] == ":" and scan.number(stop + 1):
            stop += 2
        stop += words[stop] == "z" and scan.glued(stop)
        return f"T{words[k + 1]}:{words[k + 3][:2]}", stop
    return None


def named(scan: Scan, i: int) -> Draft | None:
    """Read "noon" and "midnight"."""
    if i and scan.words[i - 1] in ("at", "by", "until", "before", "after", "around", "since", "from"):
        return _time(i, i + 1, 12 if scan.words[i] == "noon" else 0, 0)
    return None
