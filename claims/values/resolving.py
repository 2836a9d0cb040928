"""Resolve what dates say into ISO forms: by the publication date, the tense of the clause and the dates before."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from claims.values import calendar, holidays
from claims.values.tense import tense

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.values.draft import Draft
    from claims.values.scan import Scan

UNORDERED = "day and month could be either way round"
NO_DATE = "no publication date"
NEAR = 60
# News writes no "April 25" for a day ten months off when the same day is a few weeks away on the other side.
FAR, CLOSE = 270, 75
HISTORIC = 4
# Forms that speak from the day of publication; a history has hardly any.
NAMING = frozenset({"year", "ymd", "day", "month"})
SPOKEN_SHARE = 0.1
SPOKEN = frozenset({"deictic", "unit", "weekday", "ago", "span", "in"})
DAY_FIRST = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
MONTH_FIRST = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b"
)
SLASHED = re.compile(r"(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/])")
Step = tuple[Decimal, str]


@dataclass(slots=True)
class Context:
    """Where a date stands: the publication date, the tense, the dates read before it."""

    scan: Scan
    published: dt.date | None
    draft: Draft
    latest: str = ""
    latest_day: dt.date | None = None
    year: int = 0
    historic: bool = False
    latest_at: int = -10_000
    day_at: int = -10_000

    @property
    def tense(self) -> int:
        """Tell past from future around the date."""
        return tense(self.scan, self.draft.first, self.draft.stop)


def resolve_all(scan: Scan, drafts: list[Draft], published: dt.date | None) -> None:
    """Resolve the dates in the order of the text; drop those that lean on nothing and hold no numeral."""
    context = Context(scan, published, drafts[0]) if drafts else None
    if context:
        context.historic = _historic(drafts, published)
    lost = []
    for k, draft in enumerate(drafts):
        if not draft.spec or context is None:
            continue
        context.draft = draft
        if draft.spec[0] == "time":
            draft.iso, why = _clock(context, drafts, k)
        else:
            draft.iso, why = resolve(context, draft.spec)
        if not draft.iso:
            if draft.spec[0] == "anchored" or why == "not a date":
                lost.append(k)
            draft.rule = f"{draft.rule}: unresolved, {why}"
        _settle(context, draft)
    for k in reversed(lost):
        del drafts[k]


def _settle(context: Context, draft: Draft) -> None:
    """Set kind and comparator, and remember the date for those that lean on it."""
    if "/" in draft.iso or draft.iso[5:6] in ("Q", "H") or draft.spec[0] == "span":
        draft.kind = "period"
    if draft.spec[0] == "range":
        draft.comparator = "eq"
    if draft.spec[0] == "in" and not draft.iso:
        draft.kind = "duration"
    if draft.comparator == "eq" and draft.hedge is None and draft.kind == "date":
        _by(context.scan, draft)
    if draft.iso:
        context.latest, context.latest_at = draft.iso, draft.first
        context.year = _named_year(draft.spec) or context.year
        found = calendar.bounds(draft.iso)
        if found and found[0] == found[1]:
            context.latest_day, context.day_at = found[0], draft.first


def _by(scan: Scan, draft: Draft) -> None:
    """Read "by 2016" and "no later than" as at most."""
    at = draft.first - 1
    if at >= 0 and scan.words[at] == "the":
        at -= 1
    if at >= 0 and scan.words[at] == "by" and (at == 0 or scan.words[at - 1] not in ("followed", "year", "day")):
        draft.comparator, draft.hedge = "le", (at, at + 1)


def resolve(context: Context, spec: tuple[Any, ...]) -> tuple[str, str]:
    """Give the ISO form of what a date says, or "" and why not."""
    try:
        return FORMS[spec[0]](context, *spec[1:])
    except (ValueError, OverflowError):
        return "", "outside the calendar"


def _iso(day: dt.date | None) -> tuple[str, str]:
    return (day.isoformat(), "") if day else ("", "the calendar has no such day")


# --- dates that say everything ---


def _ymd(_: Context, year: int, month: int, day: int, time: str) -> tuple[str, str]:
    iso, why = _iso(calendar.make(year, month, day))
    return iso + time if iso else "", why


def _year(_: Context, year: int) -> tuple[str, str]:
    return f"{year:04}", ""


def _decade(_: Context, year: int) -> tuple[str, str]:
    return f"{year:04}s", ""


def _century(_: Context, number: int) -> tuple[str, str]:
    return calendar.century(number), ""


def _none(_: Context, why: str) -> tuple[str, str]:
    return "", why


def _figures(context: Context, year: int, a: int, b: int) -> tuple[str, str]:
    """Resolve 7/8/07: the order from the article's own dates, or the only one that the calendar allows."""
    if year < 0:
        year = -year - 1 + (2000 if -year - 1 < 40 else 1900)
    if not year:
        return _figures_year(context, a, b)
    month_first, day_first = calendar.make(year, a, b), calendar.make(year, b, a)
    if month_first and day_first and month_first != day_first:
        order = _order(context.scan.text)
        if order:
            return _iso(month_first if order == "month" else day_first)
        near = [d for d in (month_first, day_first) if context.published and abs((d - context.published).days) <= 31]
        return _iso(near[0]) if len(near) == 1 else ("", UNORDERED)
    return _iso(month_first or day_first)


def _figures_year(context: Context, a: int, b: int) -> tuple[str, str]:
    order = _order(context.scan.text) if a <= 12 and b <= 12 and a != b else "month" if a <= 12 else "day"
    if not order:
        return "", UNORDERED
    month, day = (a, b) if order == "month" else (b, a)
    return _day(context, 0, month, day)


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


# --- dates without a year ---


def _day(context: Context, year: int, month: int, day: int) -> tuple[str, str]:
    if year:
        return _iso(calendar.make(year, month, day))
    anchor = _anchor_year(context)
    if anchor:
        return _iso(calendar.make(anchor, month, day))
    if not context.published:
        return "", NO_DATE
    choices = [calendar.make(context.published.year + k, month, day) for k in (-4, -3, -2, -1, 0, 1, 2, 3, 4)]
    return _iso(_nearest([c for c in choices if c], context.published, context.tense))


def _nearest(choices: list[dt.date], published: dt.date, sign: int) -> dt.date | None:
    """Choose the day nearest to publication on the side that the tense says."""
    past = max((c for c in choices if c <= published), default=None)
    future = min((c for c in choices if c >= published), default=None)
    if past and future:
        back, ahead = (published - past).days, (future - published).days
        if sign < 0 and (back <= FAR or ahead > CLOSE):
            return past
        if sign > 0 and (ahead <= FAR or back > CLOSE):
            return future
    return min(choices, key=lambda c: (abs((c - published).days), c > published), default=None)


def _anchor_year(context: Context) -> int:
    """Take the year named last, in a text that tells of other years than that of its publication."""
    return context.year if context.historic else 0


def _historic(drafts: list[Draft], published: dt.date | None) -> bool:
    """Tell a life or a history from news: most of the years it names are far from its publication."""
    dated = [draft.spec[0] for draft in drafts if draft.spec]
    if sum(form in SPOKEN for form in dated) > SPOKEN_SHARE * len(dated):
        return False
    years = [year for draft in drafts if (year := _named_year(draft.spec))]
    if not published:
        return len(years) >= HISTORIC
    far = sum(abs(year - published.year) > 1 for year in years)
    return far >= HISTORIC and far >= 0.6 * len(years)


def _named_year(spec: tuple[Any, ...]) -> int:
    """Give the year that a date itself names."""
    form = spec[0] if spec else ""
    if form in NAMING:
        return int(spec[1])
    if form in ("on weekday", "part", "range"):
        return _named_year(spec[2])
    return 0


def _month(context: Context, year: int, month: int) -> tuple[str, str]:
    if not 1 <= month <= 12:
        return "", "no such month"
    if year:
        return f"{year:04}-{month:02}", ""
    anchor = _anchor_year(context)
    if anchor:
        return f"{anchor:04}-{month:02}", ""
    if not context.published:
        return "", NO_DATE
    this = context.published.replace(day=1)
    choices = [dt.date(this.year + k, month, 1) for k in (-1, 0, 1)]
    return calendar.unit_iso(_nearest(choices, this, context.tense) or this, "month"), ""


def _anchored_month(context: Context, month: int) -> tuple[str, str]:
    """Resolve "in March the same year"."""
    year = context.latest[:4]
    return (f"{year}-{month:02}", "") if year.isdigit() and len(year) == 4 else ("", "nothing to lean on")


def _anchored_day(context: Context, month: int, day: int) -> tuple[str, str]:
    """Resolve "on 1 May that year"."""
    year = context.latest[:4]
    return _iso(calendar.make(int(year), month, day)) if year.isdecimal() else ("", "nothing to lean on")


def _moved_day(context: Context, month: int, day: int, move: int) -> tuple[str, str]:
    """Resolve "next 6th of April" and "the 12th of October last"."""
    near = context.draft.first - context.day_at < 3 * NEAR
    base = context.published if not context.historic else context.latest_day if near else None
    if not base:
        return "", "nothing to lean on" if context.historic else NO_DATE
    days = [d for k in (-1, 0, 1) if (d := calendar.make(base.year + k, month, day))]
    if move < 0:
        return _iso(max((d for d in days if d < base), default=None))
    return _iso(min((d for d in days if d > base or not move), default=None))


def _moved_month(context: Context, month: int, move: int) -> tuple[str, str]:
    if not context.published:
        return "", NO_DATE
    this = context.published.replace(day=1)
    years = {-1: (-1, 0), 0: (0,), 1: (0, 1)}[move]
    choices = [dt.date(this.year + k, month, 1) for k in years]
    if move < 0:
        choices = [c for c in choices if c < this]
    if move > 0:
        choices = [c for c in choices if c > this]
    return calendar.unit_iso(_nearest(choices, this, 0) or this, "month"), ""


def _day_of_month(context: Context, day: int, move: int | None) -> tuple[str, str]:
    base = (
        context.latest_day
        if context.latest_day and context.draft.first - context.day_at < NEAR and move is None
        else context.published
    )
    if not base:
        return "", NO_DATE
    if move is not None:
        moved = calendar.shift(base.replace(day=1), move, "month")
        return _iso(calendar.make(moved.year, moved.month, day) if moved else None)
    first = base.replace(day=1)
    months = [calendar.shift(first, k, "month") for k in (-1, 0, 1)]
    choices = [c for m in months if m and (c := calendar.make(m.year, m.month, day))]
    return _iso(_nearest(choices, base, context.tense))


# --- weekdays ---


def _weekday(context: Context, weekday: int, word: str) -> tuple[str, str]:
    """Resolve a weekday as news does: "on Tuesday" is the one nearest on the side of the tense."""
    if not context.published:
        return "", NO_DATE
    published = context.published
    back = (published.weekday() - weekday) % 7
    ahead = (weekday - published.weekday()) % 7
    if word in ("last", "previous", "preceding"):
        back = back or 7
        return _iso(published - dt.timedelta(back + 7 if back < 2 else back))
    if word == "past":
        return _iso(published - dt.timedelta(back or 7))
    if word in ("next", "following"):
        monday = published - dt.timedelta(published.weekday())
        return _iso(monday + dt.timedelta(7 + weekday))
    if word in ("this", "coming", "upcoming", "current"):
        move = ahead if word != "this" or context.tense >= 0 else -back
        return _iso(published + dt.timedelta(move or (7 if word in ("coming", "upcoming") else 0)))
    return _iso(published + dt.timedelta(ahead if context.tense > 0 else -back))


def _weekday_in_week(context: Context, weekday: int, move: int) -> tuple[str, str]:
    if not context.published:
        return "", NO_DATE
    monday = context.published - dt.timedelta(context.published.weekday())
    return _iso(monday + dt.timedelta(7 * move + weekday))


def _on_weekday(context: Context, weekday: int, spec: tuple[Any, ...]) -> tuple[str, str]:
    """Resolve "Sunday 31" and "Friday 18 May": without a year, the nearest that falls on that weekday."""
    iso, why = resolve(context, spec)
    if (spec[0] == "day" and spec[1]) or spec[0] == "ymd" or not context.published:
        return iso, why
    if iso and dt.date.fromisoformat(iso).weekday() == weekday:
        return iso, why
    if spec[0] == "figures" and not spec[1]:
        return (iso, why) if iso else _figures_on(context, weekday, spec[2], spec[3])
    if spec[0] == "day of month":
        return _weekday_of_month(context, weekday, spec[1])
    if spec[0] != "day":
        return iso, why
    choices = [calendar.make(context.published.year + k, spec[2], spec[3]) for k in range(-1, 2)]
    fitting = [c for c in choices if c and c.weekday() == weekday]
    return _iso(_nearest(fitting, context.published, 0)) if fitting else (iso, why)


def _figures_on(context: Context, weekday: int, a: int, b: int) -> tuple[str, str]:
    """Read 5/12 the way round that falls on the weekday named with it."""
    assert context.published
    years = range(context.published.year - 1, context.published.year + 2)
    days = [d for y in years for d in (calendar.make(y, a, b), calendar.make(y, b, a)) if d and d.weekday() == weekday]
    return _iso(_nearest(days, context.published, context.tense)) if days else ("", UNORDERED)


def _weekday_of_month(context: Context, weekday: int, day: int) -> tuple[str, str]:
    assert context.published
    first = context.published.replace(day=1)
    months = [calendar.shift(first, k, "month") for k in range(-12, 13)]
    fitting = [c for m in months if m and (c := calendar.make(m.year, m.month, day)) and c.weekday() == weekday]
    return _iso(_nearest(fitting, context.published, context.tense))


# --- units of time around publication ---


def _deictic(context: Context, move: int) -> tuple[str, str]:
    return _iso(calendar.shift(context.published, int(move), "day")) if context.published else ("", NO_DATE)


def _unit(context: Context, unit: str, move: int | None) -> tuple[str, str]:
    if not context.published:
        return "", NO_DATE
    if unit == "weekend":
        return _weekend(context, move), ""
    moved = calendar.shift(
        context.published.replace(day=1) if unit != "week" and unit != "day" else context.published, move or 0, unit
    )
    return (calendar.unit_iso(moved, unit), "") if moved else ("", "outside the calendar")


def _weekend(context: Context, move: int | None) -> str:
    assert context.published
    saturday = context.published + dt.timedelta(5 - context.published.weekday())
    if move in (None, 0) and context.tense < 0 and context.published.weekday() < 5:
        move = -1
    saturday += dt.timedelta(7 * (move or 0))
    return f"{saturday}/{saturday + calendar.DAY}"


def _span(context: Context, move: int, amount: int, unit: str) -> tuple[str, str]:
    """Resolve "the past decade", "the next four years": a period that ends or begins at publication."""
    if not context.published:
        return "", NO_DATE
    other = calendar.shift(context.published, amount * (move or -1), unit)
    if not other:
        return "", "outside the calendar"
    return f"{min(other, context.published)}/{max(other, context.published)}", ""


def _moved(base: dt.date, sign: int, steps: tuple[Step, ...]) -> tuple[str, str]:
    """Move a date; the smallest unit said decides how fine the result is."""
    units = [unit for _, unit in steps]
    day: dt.date | None = base
    for amount, unit in steps:
        if unit in ("s", "min", "h"):
            unit, amount = "day", amount / {"s": 86400, "min": 1440, "h": 24}[unit]
        if amount != int(amount):
            amount, unit = amount * 12, "month" if unit == "year" else unit
        day = calendar.shift(day, sign * int(amount), unit) if day else None
    if not day:
        return "", "outside the calendar"
    finest = units[-1]
    if finest in ("year", "decade", "century"):
        return (calendar.unit_iso(day, "year"), "") if finest == "year" else (f"{day.year:04}", "")
    return calendar.unit_iso(day, "month" if finest == "month" else "day"), ""


def _ago(context: Context, sign: int, steps: tuple[Step, ...]) -> tuple[str, str]:
    return _moved(context.published, sign, steps) if context.published else ("", NO_DATE)


def _in(context: Context, sign: int, steps: tuple[Step, ...]) -> tuple[str, str]:
    """Resolve "in two weeks" where the clause speaks of the future; else it is a duration."""
    if context.tense <= 0:
        from claims.values.quantities import TIME_NAMES, iso

        amount, unit = steps[0]
        draft = context.draft
        draft.kind, draft.amount, draft.unit, draft.step = "duration", amount, TIME_NAMES.get(unit, unit), Decimal(1)
        draft.rule, draft.spec = "duration", ("duration",)
        return iso(amount, unit), ""
    return _ago(context, sign, steps)


def _from(context: Context, sign: int, steps: tuple[Step, ...], spec: tuple[Any, ...]) -> tuple[str, str]:
    iso, why = resolve(context, spec)
    found = calendar.bounds(iso) if iso else None
    if not found:
        return "", why or "its anchor is unresolved"
    moved, why = _moved(found[0], sign, steps)
    if found[0] == found[1] and moved and len(moved) < 10:
        day: dt.date | None = found[0]
        for amount, unit in steps:
            day = (
                calendar.shift(day, sign * int(amount), unit)
                if day and unit in ("day", "week", "month", "year")
                else None
            )
        return _iso(day)
    return moved, why


def _later(context: Context, sign: int, steps: tuple[Step, ...]) -> tuple[str, str]:
    """Resolve "one year later" from the date before it; without one it is a duration."""
    base = calendar.bounds(context.latest) if context.draft.first - context.latest_at < NEAR else None
    fine = {"day": 10, "week": 10, "month": 7}.get(steps[-1][1], 4)
    if base and len(context.latest) >= fine and "/" not in context.latest:
        return _moved(base[0], sign, steps)
    from claims.values.quantities import TIME_NAMES, iso

    amount, unit = steps[0]
    draft = context.draft
    draft.kind, draft.amount, draft.unit, draft.step = "duration", amount, TIME_NAMES.get(unit, unit), Decimal(1)
    draft.rule, draft.spec = "duration", ("duration",)
    return iso(amount, unit), ""


def _anchored(context: Context, unit: str, move: int) -> tuple[str, str]:
    """Resolve "that year", "the following month" from the date before it."""
    near = context.draft.first - context.latest_at < 3 * NEAR
    base = calendar.bounds(context.latest) if near else None
    fine = {"day": 10, "week": 10, "month": 7}.get(unit, 4)
    if not base or len(context.latest) < fine or (unit in ("day", "week") and "/" in context.latest):
        told = context.scan.words[context.draft.first : context.draft.stop]
        if context.published and move and unit == "day" and ("previous" in told or "before" in told):
            return _iso(context.published - calendar.DAY)
        return "", "nothing to lean on"
    anchor = base[1] if move > 0 and unit == "day" else base[0]
    moved = calendar.shift(anchor if unit in ("day", "week") else anchor.replace(day=1), move, unit)
    return (calendar.unit_iso(moved, unit), "") if moved else ("", "outside the calendar")


# --- parts of the year ---


def _season(_: Context, season: str, year: int) -> tuple[str, str]:
    return f"{year:04}-{season}", ""


def _moved_season(context: Context, season: str, word: str) -> tuple[str, str]:
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


def _season_fits(found: tuple[dt.date, dt.date], published: dt.date, word: str) -> bool:
    if word in ("last", "past", "previous", "preceding"):
        return found[1] < published
    if word in ("next", "coming", "upcoming", "following"):
        return found[0] > published
    return found[0].year == published.year or found[0] <= published <= found[1]


def _quarter(context: Context, number: int, year: int | None) -> tuple[str, str]:
    return _of_year(context, f"Q{number}", 3 * number, year)


def _half(context: Context, number: int, year: int | None) -> tuple[str, str]:
    return _of_year(context, f"H{number}", 6 * number, year)


def _of_year(context: Context, name: str, last_month: int, year: int | None) -> tuple[str, str]:
    if year is not None and year > 1000:
        return f"{year:04}-{name}", ""
    if not context.published:
        return "", NO_DATE
    if year is not None:
        return f"{context.published.year + year:04}-{name}", ""
    choices = [dt.date(context.published.year + k, last_month, 28) for k in (-1, 0, 1)]
    chosen = _nearest(choices, context.published, context.tense or -1)
    return (f"{chosen.year:04}-{name}", "") if chosen else ("", "no such quarter near")


def _holiday(context: Context, name: str, year: int | None, word: str) -> tuple[str, str]:
    text = context.scan.text
    if year:
        found = holidays.day(name, year, text)
        return _iso(found) if found else ("", "its day depends on the country")
    if not context.published:
        return "", NO_DATE
    here = context.published
    choices = [d for k in (-1, 0, 1) if (d := holidays.day(name, here.year + k, text))]
    if not choices:
        return "", "its day depends on the country"
    if word == "this":
        return _iso(next((d for d in choices if d.year == here.year), None))
    if word in ("last", "past", "previous"):
        return _iso(max((d for d in choices if d < here), default=None))
    if word in ("next", "coming", "upcoming", "following"):
        return _iso(min((d for d in choices if d > here), default=None))
    return _iso(_nearest(choices, here, context.tense))


THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


def _part(context: Context, part: str, spec: tuple[Any, ...]) -> tuple[str, str]:
    """Resolve "early April" to its first third; years and decades stay whole, for the words mean no more."""
    iso, why = resolve(context, spec)
    if len(iso) != 7 or iso[4] != "-" or not iso[5:].isdigit():
        return iso, why
    year, month = int(iso[:4]), int(iso[5:])
    low, high = THIRDS[part]
    return f"{iso}-{low:02}/{iso}-{min(high, calendar.days_in(year, month)):02}", why


def _range(context: Context, low: tuple[Any, ...], high: tuple[Any, ...]) -> tuple[str, str]:
    last, why = resolve(context, high)
    if last and low[0] in ("day", "month") and not low[1]:
        low = (low[0], int(last[:4]), *low[2:])
    first, other = resolve(context, low)
    if first and last and first > last and low[0] in ("day", "month"):
        first, other = resolve(context, (low[0], int(last[:4]) - 1, *low[2:]))
    return (f"{first}/{last}", "") if first and last else ("", why or other)


def _clock(context: Context, drafts: list[Draft], k: int) -> tuple[str, str]:
    """Resolve a time of day: on the day named next to it, else on the day of publication."""
    _, hour, minute = drafts[k].spec
    after = drafts[k + 1] if k + 1 < len(drafts) else None
    day = ""
    if after and after.spec and after.first - drafts[k].stop <= 2 and after.spec[0] not in ("time", "none"):
        day = resolve(context, after.spec)[0]
    if not day and context.draft.first - context.day_at < NEAR and context.latest_day:
        day = context.latest_day.isoformat()
    if not day and context.published:
        day = context.published.isoformat()
    if len(day) < 10 or "/" in day:
        return "", NO_DATE if not context.published else "no day"
    return f"{day[:10]}T{hour:02}:{minute:02}", ""


FORMS: dict[str, Callable[..., tuple[str, str]]] = {
    "ymd": _ymd, "year": _year, "decade": _decade, "century": _century, "none": _none, "figures": _figures,
    "day": _day, "month": _month, "moved month": _moved_month, "anchored month": _anchored_month,
    "anchored day": _anchored_day, "moved day": _moved_day,
    "day of month": _day_of_month,
    "weekday": _weekday, "weekday in week": _weekday_in_week, "on weekday": _on_weekday, "deictic": _deictic,
    "unit": _unit, "span": _span, "ago": _ago, "in": _in, "from": _from, "later": _later, "anchored": _anchored,
    "season": _season, "moved season": _moved_season, "quarter": _quarter, "half": _half, "holiday": _holiday,
    "part": _part, "range": _range,
}  # fmt: skip
