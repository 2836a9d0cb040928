"""Resolve what dates say into ISO forms: by the publication date, the tense and the dates before."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from claims.values import calendar
from claims.values.dates.bounds import bound
from claims.values.dates.choosing import day_iso, nearest
from claims.values.dates.context import NEAR, NO_DATE, Context, historic, named_year, opening_year
from claims.values.dates.days import WEEK
from claims.values.dates.lives import resolve_life, told_event
from claims.values.dates.pieces import with_year
from claims.values.dates.resolve_days import (
    figures_on,
    resolve_anchored_day,
    resolve_anchored_month,
    resolve_day,
    resolve_day_of_month,
    resolve_figures,
    resolve_month,
    resolve_moved_day,
    resolve_moved_month,
    resolve_weekday,
    resolve_weekday_in_week,
    resolve_ymd,
    weekday_of_month,
)
from claims.values.dates.resolve_spans import (
    FINENESS,
    as_duration,
    moved_by,
    resolve_ago,
    resolve_anchored,
    resolve_century,
    resolve_decade,
    resolve_deictic,
    resolve_half,
    resolve_holiday,
    resolve_in,
    resolve_later,
    resolve_month_ago,
    resolve_moved_season,
    resolve_none,
    resolve_opening,
    resolve_quarter,
    resolve_season,
    resolve_season_of,
    resolve_span,
    resolve_the_unit,
    resolve_unit,
    resolve_year,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from claims.values.dates.resolve_spans import Step
    from claims.values.draft import Draft
    from claims.values.scan import Scan


def resolve_all(scan: Scan, drafts: list[Draft], published: dt.date | None) -> None:
    """Resolve the dates in the order of the text; drop those that lean on nothing and hold no numeral."""
    context = Context(scan, published, drafts[0]) if drafts else None
    if context:
        context.historic = historic(drafts, published)
        dated = [k for k, draft in enumerate(drafts) if draft.spec]
        # Those that are told from a death come last, when the text has told its day.
        for k in sorted(dated, key=lambda k: _from_life(drafts[k].spec)):
            context.draft = drafts[k]
            _resolve_one(context, drafts, k)
    drafts[:] = [draft for draft in drafts if draft.iso or draft.spec[:1] != ("anchored",)]


def _from_life(spec: tuple[Any, ...]) -> bool:
    return bool(spec[0] == "from" and spec[3][0] == "life")


def _resolve_one(context: Context, drafts: list[Draft], k: int) -> None:
    draft, scan = drafts[k], context.scan
    if draft.spec[0] == "time":
        draft.iso, why = resolve_clock(context, drafts, k)
    elif draft.spec[0] == "later" and (named := _apposed(scan, drafts, k)):
        draft.iso, why = resolve(context, named)
    else:
        draft.iso, why = resolve(context, draft.spec)
    if not draft.iso and _from_life(draft.spec):
        draft.stop, numbered = draft.spec[3][2], scan.words[draft.first] not in ("day", "night")
        draft.iso, why = as_duration(context, draft.spec[2]) if numbered else resolve(context, ("anchored", "", 0))
        draft.spec = draft.spec if numbered else ("anchored",)
    if not draft.iso:
        draft.rule = f"{draft.rule}: unresolved, {why}"
    _settle(context, draft)


APPOSED = (["in"], ["on"], [",", "in"], [",", "on"], ["(", "in"], ["(", "on"])


def _apposed(scan: Scan, drafts: list[Draft], k: int) -> tuple[Any, ...]:
    """Give the date that names again what "170 years later, in 1896", "3 May, two days later than planned" tell."""
    after = drafts[k + 1] if k + 1 < len(drafts) else None
    if after and scan.words[drafts[k].stop : after.first] in APPOSED and after.spec[:1] in NAMED:
        return after.spec
    before, right = drafts[k - 1], scan.words[drafts[k].stop]
    closed = k > 0 and scan.words[before.stop : drafts[k].first] == [","] and right in (",", ")", "than")
    return before.spec if closed and before.spec[:1] in NAMED else ()


NAMED = (("day",), ("ymd",), ("month",), ("year",), ("on weekday",))


def _settle(context: Context, draft: Draft) -> None:
    """Set kind and comparator, and remember the date for those that lean on it."""
    if "/" in draft.iso or draft.iso[5:6] in ("Q", "H") or draft.spec[0] == "span":
        draft.kind = "period"
    if draft.spec[0] == "range":
        draft.comparator = "eq"
    if draft.spec[0] == "part":
        thirds = "/" in draft.iso and draft.iso[4:5] == "-"
        draft.rule += "; part" if thirds else f"; {draft.spec[1]}"
    if draft.spec[0] == "in" and not draft.iso:
        draft.kind = "duration"
    if draft.comparator == "eq" and draft.hedge is None and draft.kind == "date":
        bound(context.scan, draft)
    if draft.iso:
        if len(draft.iso) == DAY_LENGTH and (event := told_event(context.scan, draft)):
            context.events.setdefault(event, set()).add(draft.iso)
        context.latest, context.latest_at = draft.iso, draft.first
        if (year := named_year(draft.spec)) and not HELD_AGAINST & {*context.scan.words[draft.first - 2 : draft.first]}:
            context.year, context.year_at = year, draft.first
        if year := opening_year(context, draft):
            context.opening = (year, draft.first)
        found = calendar.bounds(draft.iso)
        if found and found[0] == found[1]:
            context.latest_day, context.day_at = found[0], draft.first
        if found and (found[1] - found[0]).days <= MONTH and "/" not in draft.iso:
            context.told, context.told_at = found[0], draft.first


HELD_AGAINST = frozenset("than since from against above below".split())
"""Words before a year of which no story goes on: "10 percent more than in 2021"."""


def resolve(context: Context, spec: tuple[Any, ...]) -> tuple[str, str]:
    """Give the ISO form of what a date says, or "" and why not."""
    try:
        return FORMS[spec[0]](context, *spec[1:])
    except (ValueError, OverflowError):
        return "", "outside the calendar"


def resolve_on_weekday(context: Context, weekday: int, spec: tuple[Any, ...]) -> tuple[str, str]:
    """Resolve "Sunday 31" and "Friday 18 May": without a year, the nearest that falls on that weekday."""
    iso, why = resolve(context, spec)
    if (spec[0] == "day" and spec[1]) or spec[0] == "ymd" or not context.published:
        return iso, why
    if iso and dt.date.fromisoformat(iso).weekday() == weekday:
        return iso, why
    if spec[0] == "from":
        days = [dt.date.fromisoformat(iso) + k * calendar.DAY for k in range(-3, 4)] if len(iso) == DAY_LENGTH else []
        return day_iso(next((d for d in days if d.weekday() == weekday), None)) if days else (iso, why)
    if spec[0] == "figures" and not spec[1]:
        return (iso, why) if iso else figures_on(context, weekday, spec[2], spec[3])
    if spec[0] == "day of month":
        return weekday_of_month(context, weekday, spec[1])
    if spec[0] != "day":
        return iso, why
    choices = [calendar.make(context.published.year + k, spec[2], spec[3]) for k in range(-1, 2)]
    fitting = [c for c in choices if c and c.weekday() == weekday]
    return day_iso(nearest(fitting, context.published, 0)) if fitting else (iso, why)


def resolve_which_day(context: Context, which: int, weekday: int, spec: tuple[Any, ...]) -> tuple[str, str]:
    """Resolve "the first Monday of May"; weekday -1 counts days, 7 weeks of a month."""
    iso, why = resolve(context, spec)
    found = calendar.bounds(iso) if iso else None
    if not found:
        return "", why
    first, last = found
    if weekday == WEEK:
        start = last - 6 * calendar.DAY if which < 0 else first + 7 * (which - 1) * calendar.DAY
        return f"{start}/{min(last, start + 6 * calendar.DAY)}", ""
    fitting = [d for k in range((last - first).days + 1) if weekday in (-1, (d := first + k * calendar.DAY).weekday())]
    return day_iso(fitting[which if which < 0 else which - 1])


def resolve_of_year(context: Context, move: int, spec: tuple[Any, ...]) -> tuple[str, str]:
    """Resolve "May 9 last year", "in March this year"."""
    if not context.published:
        return "", NO_DATE
    return resolve(context, with_year(spec, context.published.year + move))


def resolve_from(context: Context, sign: int, steps: tuple[Step, ...], spec: tuple[Any, ...]) -> tuple[str, str]:
    """Resolve "three days after January 15" from the date that it names."""
    iso, why = resolve(context, spec)
    found = calendar.bounds(iso) if iso else None
    if not found:
        return "", why or "its anchor is unresolved"
    if len(iso) < FINENESS.get(steps[-1][1], 0) or "/" in iso:
        return "", "its anchor is no day"
    moved, why = moved_by(found[0], sign, steps)
    if found[0] == found[1] and moved and len(moved) < DAY_LENGTH and spec[0] != "life":
        day: dt.date | None = found[0]
        for amount, unit in steps:
            day = (
                calendar.shift(day, sign * int(amount), unit)
                if day and unit in ("day", "week", "month", "year")
                else None
            )
        return day_iso(day)
    return moved, why


MONTH = 31
DAY_LENGTH = len("2022-04-25")
THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


def resolve_part(context: Context, part: str, spec: tuple[Any, ...]) -> tuple[str, str]:
    """Resolve "early April" to its first third; years and decades stay whole, for the words mean no more."""
    iso, why = resolve(context, spec)
    if len(iso) != 7 or iso[4] != "-" or not iso[5:].isdigit():
        return iso, why
    year, month = int(iso[:4]), int(iso[5:])
    low, high = THIRDS[part]
    return f"{iso}-{low:02}/{iso}-{min(high, calendar.days_in(year, month)):02}", why


def resolve_range(context: Context, low: tuple[Any, ...], high: tuple[Any, ...]) -> tuple[str, str]:
    """Resolve both ends; the first takes the year of the last."""
    if low[0] == high[0] == "weekday":
        return _weekdays(context, low, high)
    last, why = resolve(context, high)
    if last and low[0] in ("day", "month") and not low[1]:
        low = (low[0], int(last[:4]), *low[2:])
    first, other = resolve(context, low)
    if first and last and first > last and low[0] in ("day", "month"):
        first, other = resolve(context, (low[0], int(last[:4]) - 1, *low[2:]))
    return (f"{first}/{last}", "") if first and last else ("", why or other)


# What leads from a time to its day, as in "11pm local time on Friday".
TO_DAY = frozenset("on local time of the , ( )".split())
# What leads to another time, as in "2pm till tomorrow".
TO_OTHER = frozenset("till until to or and".split()) | {"\n"}
NO_DAYS = (("time",), ("none",), ("later",), ("in",))


def _to_day(gap: list[str]) -> bool:
    """Tell whether a time leads over to its day: "6 a.m. bulletin on Thursday"."""
    return TO_DAY.issuperset(gap) or (len(gap) <= 2 and TO_OTHER.isdisjoint(gap))


def resolve_clock(context: Context, drafts: list[Draft], k: int) -> tuple[str, str]:
    """Resolve a time of day: on the day named next to it, else on the day of publication."""
    _, hour, minute = drafts[k].spec
    after = drafts[k + 1] if k + 1 < len(drafts) else None
    day = ""
    gap = context.scan.words[drafts[k].stop : after.first] if after else []
    if after and after.spec[:1] == ("time",) and gap == ["("] and k + 2 < len(drafts):  # "14:05 (12:05 GMT) on Sunday"
        gap, after = context.scan.words[after.stop : drafts[k + 2].first], drafts[k + 2]
    if after and after.spec and after.spec[:1] not in NO_DAYS and _to_day(gap):
        day = resolve(context, after.spec)[0]
        day = day if len(day) >= DAY_LENGTH else ""
    if not day and context.draft.first - context.day_at < NEAR and context.latest_day:
        day = context.latest_day.isoformat()
    if not day and context.published:
        day = context.published.isoformat()
    if len(day) < 10 or "/" in day:
        return "", NO_DATE if not context.published else "no day"
    return f"{day[:10]}T{hour:02}:{minute:02}", ""


def _weekdays(context: Context, low: tuple[Any, ...], high: tuple[Any, ...]) -> tuple[str, str]:
    """Resolve "from Monday to Friday": the second is the next such day after the first."""
    first, why = resolve(context, low)
    if not first:
        return "", why
    last = dt.date.fromisoformat(first) + dt.timedelta((high[1] - low[1]) % 7)
    return f"{first}/{last}", ""


FORMS: dict[str, Callable[..., tuple[str, str]]] = {
    "ymd": resolve_ymd,
    "year": resolve_year,
    "decade": resolve_decade,
    "century": resolve_century,
    "none": resolve_none,
    "figures": resolve_figures,
    "day": resolve_day,
    "month": resolve_month,
    "moved month": resolve_moved_month,
    "anchored month": resolve_anchored_month,
    "anchored day": resolve_anchored_day,
    "moved day": resolve_moved_day,
    "day of month": resolve_day_of_month,
    "weekday": resolve_weekday,
    "weekday in week": resolve_weekday_in_week,
    "on weekday": resolve_on_weekday,
    "of year": resolve_of_year,
    "which day": resolve_which_day,
    "deictic": resolve_deictic,
    "unit": resolve_unit,
    "the unit": resolve_the_unit,
    "span": resolve_span,
    "ago": resolve_ago,
    "month ago": resolve_month_ago,
    "in": resolve_in,
    "from": resolve_from,
    "later": resolve_later,
    "life": resolve_life,
    "anchored": resolve_anchored,
    "season": resolve_season,
    "moved season": resolve_moved_season,
    "season of": resolve_season_of,
    "opening": resolve_opening,
    "quarter": resolve_quarter,
    "half": resolve_half,
    "holiday": resolve_holiday,
    "part": resolve_part,
    "range": resolve_range,
}
