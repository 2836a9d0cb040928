"""Choose among the days that a date may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

# News writes no "April 25" for a day ten months off when the same day is a few weeks away on the other side.
FAR = 270
CLOSE, NEXT_MONTH = 75, 35
WILL_BE = 2


def nearest(choices: list[dt.date], published: dt.date, sign: int) -> dt.date | None:
    """Choose the day nearest to publication on the side that the tense says; what will be is to come."""
    past = max((c for c in choices if c <= published), default=None)
    future = min((c for c in choices if c >= published), default=None)
    if past and future:
        back, ahead = (published - past).days, (future - published).days
        if sign < 0 and (back <= FAR or ahead > NEXT_MONTH):
            return past
        if sign > 0 and (ahead <= FAR or back > CLOSE or sign == WILL_BE):
            return future
    return min(choices, key=lambda c: (abs((c - published).days), c > published), default=None)


def day_iso(day: dt.date | None) -> tuple[str, str]:
    """Write a day, or say that there is none."""
    return (day.isoformat(), "") if day else ("", "the calendar has no such day")
