"""Resolve years and units of time: "last week", "two years ago", "that year", "this summer", holidays."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.values import calendar
from claims.values.dates import holidays
from claims.values.dates.choosing import day_iso, nearest
from claims.values.dates.context import NEAR, NO_DATE, anchor_year
from claims.values.numbers.number import DIGITS_15

if TYPE_CHECKING:
    from claims.values.dates.context import Context

Step = tuple[Decimal, str]


def resolve_year(_: Context, year: int) -> tuple[str, str]:
    """Resolve "2022"."""
    return f"{year:04}", ""


def resolve_decade(_: Context, year: int) -> tuple[str, str]:
    """Resolve "the 1990s"."""
    return f"{year:04}s", ""


def resolve_century(_: Context, number: int) -> tuple[str, str]:
    """Resolve "the 20th century"."""
    return calendar.century(number), ""


def resolve_none(_: Context, why: str) -> tuple[str, str]:
    """Leave open what no rule resolves, and say why."""
    return "", why


def resolve_deictic(context: Context, move: int) -> tuple[str, str]:
    """Resolve "today", "yesterday"."""
    return day_iso(calendar.shift(context.published, int(move), "day")) if context.published else ("", NO_DATE)


def resolve_unit(context: Context, unit: str, move: int | None) -> tuple[str, str]:
    """Resolve "last week", "this month", "next year"."""
    if not context.published:
        return "", NO_DATE
    if unit == "weekend":
        return _weekend(context, move), ""
    moved = calendar.shift(
        context.published.replace(day=1) if unit != "week" and unit != "day" else context.published, move or 0, unit
    )
    return (calendar.unit_iso(moved, unit), "") if moved else ("", "outside the calendar")


def resolve_the_unit(context: Context, unit: str) -> tuple[str, str]:
    """Resolve "the end of the year": that of the year named last in a history, else that of publication."""
    year = anchor_year(context) if unit == "year" else 0
    return (f"{year:04}", "") if year else resolve_unit(context, unit, 0)


def _weekend(context: Context, move: int | None) -> str:
    assert context.published
    saturday = context.published + dt.timedelta(5 - context.published.weekday())
    if move in (None, 0) and context.tense < 0 and context.published.weekday() < 5:
        move = -1
    saturday += dt.timedelta(7 * (move or 0))
    return f"{saturday}/{saturday + calendar.DAY}"


def resolve_span(context: Context, move: int, steps: tuple[Step, ...]) -> tuple[str, str]:
    """Resolve "the past decade", "the next four years": a period that ends or begins at publication."""
    if not context.published:
        return "", NO_DATE
    other: dt.date | None = context.published
    for amount, unit in steps:
        other = calendar.shift(other, int(amount) * (move or -1), unit) if other else None
    if not other:
        return "", "outside the calendar"
    return f"{min(other, context.published)}/{max(other, context.published)}", ""


def moved_by(base: dt.date, sign: int, steps: tuple[Step, ...]) -> tuple[str, str]:
    """Move a date; the smallest unit said decides how fine the result is."""
    units = [unit for _, unit in steps]
    day: dt.date | None = base
    for amount, unit in steps:
        if unit in ("s", "min", "h"):
            unit, amount = "day", amount // {"s": 86400, "min": 1440, "h": 24}[unit]
        if unit in ("decade", "century"):
            unit, amount = "year", amount * {"decade": 10, "century": 100}[unit]
        if amount != int(amount):
            amount, unit = amount * 12, "month" if unit == "year" else unit
        day = calendar.shift(day, sign * int(amount), unit) if day else None
    if not day:
        return "", "outside the calendar"
    finest = units[-1]
    if finest in ("year", "decade", "century"):
        return (calendar.unit_iso(day, "year"), "") if finest == "year" else (f"{day.year:04}", "")
    return calendar.unit_iso(day, "month" if finest == "month" else "day"), ""


def resolve_ago(context: Context, sign: int, steps: tuple[Step, ...]) -> tuple[str, str]:
    """Resolve "two years ago"."""
    return moved_by(context.published, sign, steps) if context.published else ("", NO_DATE)


def resolve_month_ago(context: Context, years: int) -> tuple[str, str]:
    """Resolve "two years ago this month"."""
    moved = calendar.shift(context.published.replace(day=1), -years, "year") if context.published else None
    return (calendar.unit_iso(moved, "month"), "") if moved else ("", NO_DATE)


def resolve_in(context: Context, sign: int, steps: tuple[Step, ...]) -> tuple[str, str]:
    """Resolve "in two weeks" where the clause speaks of the future; else it is a duration."""
    return resolve_ago(context, sign, steps) if context.tense > 0 else as_duration(context, steps)


def as_duration(context: Context, steps: tuple[Step, ...]) -> tuple[str, str]:
    """Keep how long, where nothing tells from when."""
    from claims.values.quantities import TIME_NAMES, iso

    (amount, unit), draft = steps[0], context.draft
    written = iso(amount, unit)
    for more, finer in steps[1:]:
        amount += more * LENGTHS[finer] / LENGTHS[unit]
        written += iso(more, finer).removeprefix("P")
    draft.kind, draft.amount, draft.unit = "duration", DIGITS_15.plus(amount), TIME_NAMES.get(unit, unit)
    draft.step = DIGITS_15.divide(LENGTHS[steps[-1][1]] * min(ONE, _worth(steps[-1][0])), LENGTHS[unit])
    draft.rule, draft.spec = "duration", ("duration",)
    return written, ""


def _worth(amount: Decimal) -> Decimal:
    """Give the worth of the last digit of an amount."""
    return ONE.scaleb(int(amount.as_tuple().exponent))


ONE = Decimal(1)
# In days, to add the months of "two years and three months" to its years.
LENGTHS = {
    "s": Decimal(1) / 86400, "min": Decimal(1) / 1440, "h": Decimal(1) / 24, "day": Decimal(1), "week": Decimal(7),
    "fortnight": Decimal(14), "month": Decimal(365) / 12, "year": Decimal(365), "decade": Decimal(3650),
    "century": Decimal(36500), "millennium": Decimal(365000),
}  # fmt: skip


# The letters of an ISO form that is fine enough to count such units from.
FINENESS = {"s": 10, "min": 10, "h": 10, "day": 10, "week": 10, "month": 7}


def resolve_later(context: Context, sign: int, steps: tuple[Step, ...]) -> tuple[str, str]:
    """Resolve "one year later" from the date before it; without one it is a duration."""
    base = calendar.bounds(context.latest) if context.draft.first - context.latest_at < NEAR else None
    fine = FINENESS.get(steps[-1][1], 4)
    if base and len(context.latest) >= fine and "/" not in context.latest:
        return moved_by(base[0], sign, steps)
    return as_duration(context, steps)


def resolve_anchored(context: Context, unit: str, move: int) -> tuple[str, str]:
    """Resolve "that year", "the following month" from the date before it."""
    near = context.draft.first - context.latest_at < 3 * NEAR
    base = calendar.bounds(context.latest) if near else None
    fine = FINENESS.get(unit, 4)
    if not base or len(context.latest) < fine or (unit in ("day", "week") and "/" in context.latest):
        told = context.scan.words[context.draft.first : context.draft.stop]
        if context.published and move and unit == "day" and ("previous" in told or "before" in told):
            return day_iso(context.published - calendar.DAY)
        return "", "nothing to lean on"
    if unit == "year" and not move and (year := context.that_year):
        return f"{year:04}", ""
    anchor = base[1] if move > 0 and unit == "day" else base[0]
    moved = calendar.shift(anchor if unit in ("day", "week") else anchor.replace(day=1), move, unit)
    return (calendar.unit_iso(moved, unit), "") if moved else ("", "outside the calendar")


def resolve_season(_: Context, season: str, year: int) -> tuple[str, str]:
    """Resolve "summer of 2012"."""
    return f"{year:04}-{season}", ""


def resolve_moved_season(context: Context, season: str, word: str) -> tuple[str, str]:
    """Resolve "this summer", "last winter"."""
    if not context.published:
        return "", NO_DATE
    year = context.published.year
    choices = [
        y
        for y in (year - 1, year, year + 1)
        if (found := calendar.bounds(f"{y}-{season}")) and _season_fits(found, context.published, word)
    ]
    if not choices:
        return "", "no such season near"
    chosen = max(choices) if word in ("last", "past", "previous", "preceding") else min(choices)
    return f"{chosen:04}-{season}", ""


def resolve_season_of(context: Context, season: str, move: int) -> tuple[str, str]:
    """Resolve "in the summer of last year"."""
    return (f"{context.published.year + move:04}-{season}", "") if context.published else ("", NO_DATE)


def _season_fits(found: tuple[dt.date, dt.date], published: dt.date, word: str) -> bool:
    if word in ("last", "past", "previous", "preceding"):
        return found[1] < published
    if word in ("next", "coming", "upcoming", "following"):
        return found[0] > published
    return found[0].year == published.year or found[0] <= published <= found[1]


def resolve_opening(context: Context, months: int, year: int | None, last: bool) -> tuple[str, str]:
    """Resolve "the first nine months of 2021", "the last two months of the year"."""
    if year is None or year < 1000:
        if not context.published:
            return "", NO_DATE
        year = context.published.year + (year or 0)
    first, end = (13 - months, 12) if last else (1, months)
    return f"{year:04}-{first:02}/{year:04}-{end:02}", ""


def resolve_quarter(context: Context, number: int, year: int | None) -> tuple[str, str]:
    """Resolve "the third quarter"."""
    return _of_year(context, f"Q{number}", 3 * number, year)


def resolve_half(context: Context, number: int, year: int | None) -> tuple[str, str]:
    """Resolve "the first half of 2020"."""
    return _of_year(context, f"H{number}", 6 * number, year)


def _of_year(context: Context, name: str, last_month: int, year: int | None) -> tuple[str, str]:
    if year is not None and year > 1000:
        return f"{year:04}-{name}", ""
    if not context.published:
        return "", NO_DATE
    if year is not None:
        return f"{context.published.year + year:04}-{name}", ""
    choices = [dt.date(context.published.year + k, last_month, 28) for k in (-1, 0, 1)]
    chosen = nearest(choices, context.published, context.tense or -1)
    return (f"{chosen.year:04}-{name}", "") if chosen else ("", "no such quarter near")


def resolve_holiday(context: Context, name: str, year: int | None, word: str) -> tuple[str, str]:
    """Resolve "Christmas", "Labor Day 2022", "last Easter"."""
    text = context.scan.text
    if year:
        found = holidays.day(name, year, text)
        return day_iso(found) if found else ("", "its day depends on the country")
    if not context.published:
        return "", NO_DATE
    here = context.published
    choices = [d for k in (-1, 0, 1) if (d := holidays.day(name, here.year + k, text))]
    if not choices:
        return "", "its day depends on the country"
    if word == "this":
        return day_iso(next((d for d in choices if d.year == here.year), None))
    if word in ("last", "past", "previous"):
        return day_iso(max((d for d in choices if d < here), default=None))
    if word in ("next", "coming", "upcoming", "following"):
        return day_iso(min((d for d in choices if d > here), default=None))
    return day_iso(nearest(choices, here, context.tense))
