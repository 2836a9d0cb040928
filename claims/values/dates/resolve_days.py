"""Resolve days and months: figures, "April 25", "in April", "on Tuesday", "the 18th"."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.values import calendar
from claims.values.dates.choosing import WILL_BE, day_iso, nearest
from claims.values.dates.context import NEAR, NO_DATE, anchor_year, coming

if TYPE_CHECKING:
    from claims.values.dates.context import Context

UNORDERED = "day and month could be either way round"
DAY_FIRST = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
MONTH_FIRST = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b"
)
SLASHED = re.compile(r"(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/])")


def resolve_ymd(_: Context, year: int, month: int, day: int, time: str) -> tuple[str, str]:
    """Resolve a full date."""
    iso, why = day_iso(calendar.make(year, month, day))
    return iso + time if iso else "", why


def resolve_figures(context: Context, year: int, a: int, b: int) -> tuple[str, str]:
    """Resolve 7/8/07: the order from the article's own dates, or the only one that the calendar allows."""
    if year < 0:
        year = -year - 1 + (2000 if -year - 1 < 40 else 1900)
    if not year:
        return _figures_year(context, a, b)
    month_first, day_first = calendar.make(year, a, b), calendar.make(year, b, a)
    if month_first and day_first and month_first != day_first:
        order = _order(context.scan.text)
        if order:
            return day_iso(month_first if order == "month" else day_first)
        near = [d for d in (month_first, day_first) if context.published and abs((d - context.published).days) <= 31]
        return day_iso(near[0]) if len(near) == 1 else ("", UNORDERED)
    return day_iso(month_first or day_first)


def _figures_year(context: Context, a: int, b: int) -> tuple[str, str]:
    order = _order(context.scan.text) if a <= 12 and b <= 12 and a != b else "month" if a <= 12 else "day"
    if not order:
        return "", UNORDERED
    month, day = (a, b) if order == "month" else (b, a)
    return resolve_day(context, 0, month, day)


@lru_cache(8)
def _order(text: str) -> str:
    """Tell from the article whether it writes the day or the month first; "" when it does not show."""
    for match in SLASHED.finditer(text):
        a, b = int(match[1]), int(match[3])
        if a > 12 >= b:
            return "day"
        if b > 12 >= a:
            return "month"
    day, month = len(DAY_FIRST.findall(text)), len(MONTH_FIRST.findall(text))
    return "day" if day > month else "month" if month > day else ""


def resolve_day(context: Context, year: int, month: int, day: int) -> tuple[str, str]:
    """Resolve "April 25": by the year named last in a history, else by the tense."""
    if year:
        return day_iso(calendar.make(year, month, day))
    anchor = anchor_year(context)
    if anchor:
        return day_iso(calendar.make(anchor, month, day))
    if not context.published:
        return "", NO_DATE
    choices = [calendar.make(context.published.year + k, month, day) for k in (-4, -3, -2, -1, 0, 1, 2, 3, 4)]
    return day_iso(nearest([c for c in choices if c], context.published, context.tense))


def resolve_month(context: Context, year: int, month: int) -> tuple[str, str]:
    """Resolve "April 2022" and "in April"."""
    if not 1 <= month <= 12:
        return "", "no such month"
    if year:
        return f"{year:04}-{month:02}", ""
    anchor = anchor_year(context)
    if anchor:
        return f"{anchor:04}-{month:02}", ""
    if not context.published:
        return "", NO_DATE
    this = context.published.replace(day=1)
    choices = [dt.date(this.year + k, month, 1) for k in (-1, 0, 1)]
    sign = WILL_BE if coming(context) else context.tense
    return calendar.unit_iso(nearest(choices, this, sign) or this, "month"), ""


def resolve_anchored_month(context: Context, month: int, move: int) -> tuple[str, str]:
    """Resolve "in March the same year"."""
    year = context.that_year
    return (f"{year + move:04}-{month:02}", "") if year else ("", "nothing to lean on")


def resolve_anchored_day(context: Context, month: int, day: int, move: int) -> tuple[str, str]:
    """Resolve "on 1 May that year"."""
    year = context.that_year
    return day_iso(calendar.make(year + move, month, day)) if year else ("", "nothing to lean on")


def resolve_moved_day(context: Context, month: int, day: int, move: int) -> tuple[str, str]:
    """Resolve "next 6th of April" and "the 12th of October last"."""
    base = context.told_day(3 * NEAR) if context.historic else context.published
    if not base:
        return "", "nothing to lean on" if context.historic else NO_DATE
    days = [d for k in (-1, 0, 1) if (d := calendar.make(base.year + k, month, day))]
    if move < 0:
        return day_iso(max((d for d in days if d < base), default=None))
    return day_iso(min((d for d in days if d > base or not move), default=None))


def resolve_moved_month(context: Context, month: int, move: int, anchored: bool = False) -> tuple[str, str]:
    """Resolve "next March", "last March", and "the following May" from the date before it."""
    told = context.told_day(3 * NEAR) if anchored else None
    base = told or context.published
    if told and len(context.latest) < len("2022-04"):
        return "", "nothing to lean on"
    if not base:
        return "", NO_DATE
    this = base.replace(day=1)
    years = {-1: (-1, 0), 0: (0,), 1: (0, 1)}[move]
    choices = [dt.date(this.year + k, month, 1) for k in years]
    if move < 0:
        choices = [c for c in choices if c < this]
    if move > 0:
        choices = [c for c in choices if c > this]
    return calendar.unit_iso(nearest(choices, this, 0) or this, "month"), ""


def resolve_day_of_month(context: Context, day: int, move: int | None) -> tuple[str, str]:
    """Resolve "on the 18th", "the 15th of next month"."""
    near = context.draft.first - context.day_at < NEAR and move is None
    if context.latest_day and near and day > context.latest_day.day:
        return day_iso(calendar.make(context.latest_day.year, context.latest_day.month, day))
    base = context.latest_day if context.latest_day and near else context.published
    if not base:
        return "", NO_DATE
    if move is not None:
        moved = calendar.shift(base.replace(day=1), move, "month")
        return day_iso(calendar.make(moved.year, moved.month, day) if moved else None)
    first = base.replace(day=1)
    months = [calendar.shift(first, k, "month") for k in (-1, 0, 1)]
    choices = [c for m in months if m and (c := calendar.make(m.year, m.month, day))]
    return day_iso(nearest(choices, base, context.tense))


def resolve_weekday(context: Context, weekday: int, word: str) -> tuple[str, str]:
    """Resolve a weekday as news does: "on Tuesday" is the one nearest on the side of the tense."""
    if not context.published:
        return "", NO_DATE
    published = context.published
    back = (published.weekday() - weekday) % 7
    ahead = (weekday - published.weekday()) % 7
    if word in ("last", "previous", "preceding"):
        back = back or 7
        return day_iso(published - dt.timedelta(back + 7 if back < 2 else back))
    if word == "past":
        return day_iso(published - dt.timedelta(back or 7))
    if word in ("next", "following"):
        monday = published - dt.timedelta(published.weekday())
        return day_iso(monday + dt.timedelta(7 + weekday))
    if word in ("this", "coming", "upcoming", "current"):
        move = ahead if word != "this" or context.tense >= 0 else -back
        return day_iso(published + dt.timedelta(move or (7 if word in ("coming", "upcoming") else 0)))
    return day_iso(published + dt.timedelta(ahead if context.tense > 0 else -back))


def resolve_weekday_in_week(context: Context, weekday: int, move: int) -> tuple[str, str]:
    """Resolve "Monday of next week"."""
    if not context.published:
        return "", NO_DATE
    monday = context.published - dt.timedelta(context.published.weekday())
    return day_iso(monday + dt.timedelta(7 * move + weekday))


def figures_on(context: Context, weekday: int, a: int, b: int) -> tuple[str, str]:
    """Read 5/12 the way round that falls on the weekday named with it."""
    assert context.published
    years = range(context.published.year - 1, context.published.year + 2)
    days = [d for y in years for d in (calendar.make(y, a, b), calendar.make(y, b, a)) if d and d.weekday() == weekday]
    return day_iso(nearest(days, context.published, context.tense)) if days else ("", UNORDERED)


def weekday_of_month(context: Context, weekday: int, day: int) -> tuple[str, str]:
    """Choose the month in which a day falls on a weekday."""
    assert context.published
    first = context.published.replace(day=1)
    months = [calendar.shift(first, k, "month") for k in range(-12, 13)]
    fitting = [c for m in months if m and (c := calendar.make(m.year, m.month, day)) and c.weekday() == weekday]
    return day_iso(nearest(fitting, context.published, context.tense))
