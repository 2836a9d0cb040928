"""The days that dates cover, and the times that an article gives."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

Period = tuple[dt.date, dt.date]

PART = re.compile(r"(?P<year>\d{4})-(?P<part>[QH])(?P<number>[1-4])")
OF_MONTH = {"SP": (3, 5), "SU": (6, 8), "AU": (9, 11), "FA": (9, 11)}

AGO = re.compile(r"years? ago\b")


@lru_cache(maxsize=10_000)
def period_of(iso: str) -> Period | None:
    """Give the first and last day that an ISO 8601 form covers.

    >>> period_of("2022-04")
    (datetime.date(2022, 4, 1), datetime.date(2022, 4, 30))
    """
    if "/" in iso:
        first, last = (period_of(part) for part in iso.split("/", 1))
        return (first[0], last[1]) if first and last else None
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d.*", iso):
            day = dt.date.fromisoformat(iso[:10])
            return day, day
        if re.fullmatch(r"\d{4}-\d\d", iso):
            return _months(int(iso[:4]), int(iso[5:]), int(iso[5:]))
        if re.fullmatch(r"\d{4}", iso):
            return _months(int(iso), 1, 12)
        if part := PART.fullmatch(iso):
            size = 3 if part["part"] == "Q" else 6
            return _months(int(part["year"]), size * (int(part["number"]) - 1) + 1, size * int(part["number"]))
        if century := re.fullmatch(r"(\d\d)00s", iso):
            return dt.date(int(century[1] + "00"), 1, 1), dt.date(int(century[1] + "99"), 12, 31)
        if decade := re.fullmatch(r"(\d{3})0s", iso):
            return dt.date(int(decade[1] + "0"), 1, 1), dt.date(int(decade[1] + "9"), 12, 31)
        if season := re.fullmatch(r"(\d{4})-(SP|SU|AU|FA)", iso):
            return _months(int(season[1]), *OF_MONTH[season[2]])
        if iso.endswith("-WI") and len(iso) == 7:
            return dt.date(int(iso[:4]), 1, 1), dt.date(int(iso[:4]), 12, 31)
        if week := re.fullmatch(r"(\d{4})-W(\d\d)", iso):
            monday = dt.date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return monday, monday + dt.timedelta(6)
    except ValueError:
        return None
    return None


def _months(year: int, first: int, last: int) -> Period:
    after = dt.date(year + last // 12, last % 12 + 1, 1)
    return dt.date(year, first, 1), after - dt.timedelta(1)


@dataclass(frozen=True, slots=True)
class When:
    """A time that an article gives, and how far it is from the statement."""

    period: Period
    weight: float
    role: str  # "at", "base" (than in 2019), "since", "until"
    start: int
    part: bool = False
    """A quarter or a half: a figure of the year is not one of it."""

    @property
    def year(self) -> int | None:
        """Give the year that the period lies in, None for a part whose figures are its own."""
        if self.part:
            return None
        return self.period[0].year if self.period[0].year == self.period[1].year else None

    @property
    def season(self) -> int | None:
        """Give the year, or the first of two that follow each other: 2024 of "2024-25"."""
        if self.part:
            return None
        first, last = self.period[0].year, self.period[1].year
        return first if last - first in (0, 1) else None


SEASON = re.compile(r"((?:1[5-9]|20)\d\d)[-/–]\d\d(?:\d\d)?")


class Season(int):
    """The year that a season or a financial year begins in; `text` is how the table writes it."""

    text: str

    def __new__(cls, text: str) -> Season:
        """Read "2020-21" or "2020/2021"."""
        season = super().__new__(cls, text[:4])
        season.text = text
        return season

    def __str__(self) -> str:
        """Write it as the table does."""
        return self.text
