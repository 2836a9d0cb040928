"""Arithmetic on dates and on their ISO forms."""

from __future__ import annotations

import calendar
import datetime as dt
import re

DAY = dt.timedelta(1)
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
FORM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-(Q[1-4]|H[12]|SP|SU|FA|WI)|-W(\d\d))?(?:T[\d:]+)?")
DECADE = re.compile(r"(\d{3})0s")


def make(year: int, month: int, day: int) -> dt.date | None:
    """Make a date, or None for one that the calendar lacks."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def shift(day: dt.date, amount: int, unit: str) -> dt.date | None:
    """Move a date by days, weeks, months, years or decades; the last day of a month stays inside the month."""
    try:
        if unit in ("day", "week", "fortnight"):
            return day + dt.timedelta(amount * {"day": 1, "week": 7, "fortnight": 14}[unit])
        months = amount * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        return day.replace(year=year, month=month + 1, day=min(day.day, days_in(year, month + 1)))
    except (OverflowError, ValueError, KeyError):
        return None


def days_in(year: int, month: int) -> int:
    """Count the days of a month."""
    return calendar.monthrange(year, month)[1]


def week(day: dt.date) -> str:
    """Give the Monday to Sunday around a date as a period."""
    monday = day - dt.timedelta(day.weekday())
    return f"{monday}/{monday + dt.timedelta(6)}"


def quarter(day: dt.date) -> str:
    """Give the calendar quarter of a date."""
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def unit_iso(day: dt.date, unit: str) -> str:
    """Give the day, week, month, quarter, year, decade or century that holds a date."""
    match unit:
        case "day":
            return day.isoformat()
        case "week":
            return week(day)
        case "month":
            return f"{day.year:04}-{day.month:02}"
        case "quarter":
            return quarter(day)
        case "decade":
            return f"{day.year // 10 * 10:04}s"
        case "century":
            return century(day.year // 100 + 1)
    return f"{day.year:04}"


def century(number: int) -> str:
    """Give the years of a century."""
    return f"{number * 100 - 100:04}/{number * 100 - 1:04}"


def bounds(iso: str) -> tuple[dt.date, dt.date] | None:
    """Give the first and the last day that an ISO form covers, or None.

    >>> [str(d) for d in bounds("2008-02")]
    ['2008-02-01', '2008-02-29']
    """
    if "/" in iso:
        low, _, high = iso.partition("/")
        first, last = bounds(low), bounds(high)
        return (first[0], last[1]) if first and last else None
    decade = DECADE.fullmatch(iso)
    if decade:
        year = int(decade[1]) * 10
        return (dt.date(year, 1, 1), dt.date(year + 9, 12, 31)) if year else None
    match = FORM.fullmatch(iso)
    return _bounds(match) if match and match[1] != "0000" else None


def _bounds(match: re.Match[str]) -> tuple[dt.date, dt.date] | None:
    year = int(match[1])
    if match[4]:
        return _part(year, match[4])
    if match[5]:
        try:
            monday = dt.date.fromisocalendar(year, int(match[5]), 1)
        except ValueError:
            return None
        return monday, monday + dt.timedelta(6)
    if not match[2]:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    month = int(match[2])
    if not 1 <= month <= 12:
        return None
    if match[3]:
        day = make(year, month, int(match[3]))
        return (day, day) if day else None
    return dt.date(year, month, 1), dt.date(year, month, days_in(year, month))


def _part(year: int, part: str) -> tuple[dt.date, dt.date]:
    if part[0] in "QH":
        size = 3 if part[0] == "Q" else 6
        first = (int(part[1]) - 1) * size + 1
        last = first + size - 1
    else:
        first, last = SEASON_MONTHS[part]
    end = year + (last < first)
    return dt.date(year, first, 1), dt.date(end, last, days_in(end, last))
