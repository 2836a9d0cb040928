"""Read dates in figures: 2022-04-25, 25/04/2022, 4/25/22, 14-Nov-2023."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values.dates import times
from claims.values.dates.pieces import make
from claims.values.lexicon import MONTHS, SHORT_MONTHS

if TYPE_CHECKING:
    from claims.values.draft import Draft
    from claims.values.scan import Scan


NINE_ELEVEN = ("9", "11")


def read_numeric(scan: Scan, i: int) -> Draft | None:
    """Read 2022-04-25, 25/04/2022, 4/25/22, 25.04.2022."""
    words = scan.words
    parts = words[i].split(".")
    if len(parts) == 3 and all(p.isdecimal() for p in parts):
        return _figures(scan, i, i + 1, parts)
    mark = words[i + 1]
    if len(words[i]) == 4 and len(mark) == len(words[i + 2]) == 2 and not scan.number(i + 3):
        return _figures(scan, i, i + 3, words[i : i + 3]) if f"{words[i]}{mark}{words[i + 2]}".isdecimal() else None
    if mark not in ("-", "/") or not scan.glued(i + 1) or not scan.glued(i + 2) or not words[i].isdecimal():
        return None
    if words[i + 2] in MONTHS or words[i + 2] in SHORT_MONTHS:
        return _worded_figures(scan, i)
    if not words[i + 2].isdecimal():
        return None
    if words[i + 3] == mark and scan.glued(i + 3) and scan.glued(i + 4) and words[i + 4].isdecimal():
        return _figures(scan, i, i + 5, [words[i], words[i + 2], words[i + 4]])
    on = i > 0 and words[i - 1] in ("on", "by", "until", "since", "friday", "monday", "this")
    if mark == "/" and on and _month_day(words[i], words[i + 2]) and (words[i], words[i + 2]) != NINE_ELEVEN:
        return make(i, i + 3, ("figures", 0, int(words[i]), int(words[i + 2])))
    return None


def _month_day(a: str, b: str) -> bool:
    return len(a) <= 2 and len(b) <= 2 and 1 <= int(a) <= 31 and 1 <= int(b) <= 31 and min(int(a), int(b)) <= 12


def _figures(scan: Scan, first: int, stop: int, parts: list[str]) -> Draft | None:
    a, b, c = parts
    if scan.words[stop] in ("-", "/") and scan.glued(stop) and scan.number(stop + 1):
        return None
    if len(a) == 4 and len(b) <= 2 and len(c) <= 2:
        time = times.iso_tail(scan, stop)
        spec = ("ymd", int(a), int(b), int(c), time[0] if time else "")
        return make(first, time[1] if time else stop, spec) if 1 <= int(b) <= 12 and 1 <= int(c) <= 31 else None
    if len(a) > 2 or len(b) > 2 or len(c) not in (2, 4) or not _month_day(a, b):
        return None
    return make(first, stop, ("figures", int(c) if len(c) == 4 else -int(c) - 1, int(a), int(b)))


def _worded_figures(scan: Scan, i: int) -> Draft | None:
    """Read 2019/Aug/01 and 14-Nov-2023."""
    words = scan.words
    month = MONTHS.get(words[i + 2]) or SHORT_MONTHS.get(words[i + 2])
    if words[i + 3] != words[i + 1] or not words[i + 4].isdecimal() or month is None:
        return None
    a, b = words[i], words[i + 4]
    year, day = (a, b) if len(a) == 4 else (b, a)
    if len(year) != 4 or len(day) > 2:
        return None
    return make(i, i + 5, ("ymd", int(year), month, int(day), ""))
