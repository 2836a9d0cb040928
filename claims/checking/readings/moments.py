"""Where in time words place a day: a season, a part of a century, before a year, in a war, on a day of any year."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.agreement import SEASONS as OF_YEAR
from claims.checking.agreement import WEEKDAYS
from claims.checking.periods import period_of
from claims.values.lexicon import ORDINALS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.checks import Check
    from claims.checking.desk import Desk
    from claims.checking.periods import Period
    from claims.types import Value

SEASONS = {"spring": (3, 4, 5), "summer": (6, 7, 8), "autumn": (9, 10, 11), "fall": (9, 10, 11), "winter": (12, 1, 2)}
SEASON = re.compile(
    r"\b(?:in|during) (?:the |an? )?(?:early |late |middle of (?:the )?)?(spring|summer|autumn|fall|winter)"
    r"(?:time| time| season| months?)?(?: of (?:the year )?$|(?= ?[.,;]| and\b|$))", re.IGNORECASE,
)  # fmt: skip
OF_PART = r"(?:(?:part|half|months|days|decades|years|in|of|the|year) )*$"
PART = re.compile(rf"\b(early|late|later|latter|middle|mid|first|second) {OF_PART}", re.IGNORECASE)
SLICE = re.compile(r"\b(\w+) (decade|quarter|third) of the $", re.IGNORECASE)
SLICED, OF_LONGER = re.compile(r"\b(?:decade|quarter|third)$", re.IGNORECASE), re.compile(r" of the \w+ century\b")
CENTURY = re.compile(r"\b(last|previous|past|this|current|present) century\b", re.IGNORECASE)
SLICES = {"decade": 10, "quarter": 4, "third": 3}
TURN = re.compile(r"\b(before|just after|after|around|at|near) the (?:turn|start|beginning) of the $", re.IGNORECASE)
AGO = re.compile(r"\b(over|more than|under|less than) $", re.IGNORECASE)
PLAIN_TURN = re.compile(r"\b(before|after|around|at|near) the turn of the century\b", re.IGNORECASE)
YEAR_TOLD = re.compile(
    r"\d{4}|['’]\d\d|\b(?:last|this|next|past|ago|earlier|later|before|after|since|to(?:day|night|morrow)|yesterday)\b",
    re.IGNORECASE,
)
SIDES = {"before": "lt", "until": "le", "till": "le", "by": "le", "after": "gt", "following": "gt", "since": "ge"}
FILLERS = frozenset("the year years month of a".split())
WARS = (
    (r"the (?:first world war|great war)|world war (?:i|1|one)", 1914, 1918),
    (r"the second world war|world war (?:ii|2|two)", 1939, 1945),
    (r"the (?:american|us|u\.s\.) civil war", 1861, 1865),
    (r"the spanish civil war", 1936, 1939),
    (r"the korean war", 1950, 1953),
    (r"the vietnam war", 1955, 1975),
    (r"the cold war", 1947, 1991),
    (r"the great depression", 1929, 1939),
)
WAR = re.compile(
    r"\b(before|during|after|in|amid|following) (?:the (?:end|start|outbreak) of )?(?:"
    + "|".join(f"({war})" for war, _, _ in WARS)
    + r")\b",
    re.IGNORECASE,
)


def moments(desk: Desk, *, any_weekday: bool = False) -> Iterator[Check]:
    """Yield the stretch of time that the value and the words around it, or without a value the words alone, name."""
    value, text = desk.value, desk.context.text
    if value is None:
        yield from _worded(desk)
        return
    bare = value.text.lower().split()[-1]
    if bare in SEASONS and not any(c.isdigit() for c in value.text):
        yield checks.season(SEASONS[bare])
        return
    if months := OF_YEAR.get(value.iso[4:]):
        yield checks.season(months, int(value.iso[:4]))
        return
    period = _century_named(desk, value.text) or period_of(value.iso) or century(value)
    if period is None or (SLICED.search(value.text) and OF_LONGER.match(text, value.end)):
        return
    before = text[max(desk.context.sentence[0], value.start - 45) : value.start]
    if yearless(value):
        yield from _of_any_year(value, period, any_weekday=any_weekday)
    elif ago := _ago(desk, before):
        yield checks.side(period[1] if ago == "over" else period[0], ago)
    elif found := TURN.search(before):
        if (period[1].year - period[0].year) > 90 and value.text[:1].isdigit():
            yield checks.turn(period[0].year, found[1].lower())
    elif (found := SEASON.search(before)) and value.iso.isdigit():
        yield checks.season(SEASONS[found[1].lower()], int(value.iso))
    elif side := side_of(desk, value):
        yield beside(period, side)
    elif value.text.endswith("years ago") and value.iso.isdigit() and desk.context.published:
        yield checks.part_of(*_about_ago(period, desk.context.published), "whole")
    else:
        yield _in_part(period, value, before)


def _worded(desk: Desk) -> Iterator[Check]:
    """Yield the time that a statement without a value names: a season, a war, the turn of the century."""
    text, published = desk.context.text, desk.context.published
    words = text[desk.statement.start : desk.statement.end] + text[desk.statement.end : desk.context.sentence[1]][:1]
    if found := SEASON.search(words):
        yield checks.season(SEASONS[found[1].lower()])
    if (found := PLAIN_TURN.search(words)) and published:
        yield checks.turn(published.year // 100 * 100, found[1].lower())
    if period := _century_named(desk, words):
        yield checks.part_of(*period, "whole")
    if found := WAR.search(words):
        _, first, last = WARS[next(i for i, war in enumerate(found.groups()[1:]) if war)]
        side = SIDES.get(found[1].lower(), "")
        period = dt.date(first, 1, 1), dt.date(last, 12, 31)
        yield beside(period, side) if side else checks.part_of(*period, "whole")


def _century_named(desk: Desk, words: str) -> Period | None:
    """Read "the last century", "this century": of the calendar's, as they are said of a birth or death."""
    found, published = CENTURY.search(words), desk.context.published
    if found is None or published is None:
        return None
    first = published.year // 100 * 100 - (100 if found[1].lower() in ("last", "previous", "past") else 0)
    return dt.date(first, 1, 1), dt.date(first + 99, 12, 31)


def yearless(value: Value) -> bool:
    """Say whether a date names no year: what is told of a birth is then a day of any year.

    >>> from claims.values import read_value
    >>> yearless(read_value("July 20", published="2019-01-01")), yearless(read_value("20 July 1955"))
    (True, False)
    """
    told = YEAR_TOLD.search(value.text) or not re.fullmatch(r"\d{4}-(?:\d\d(?:-\d\d)?|[QH]\d)", value.iso)
    return value.kind in ("date", "period") and not told


def _of_any_year(value: Value, period: Period, *, any_weekday: bool) -> Iterator[Check]:
    name = value.text.lower().removeprefix("on ")
    if name not in WEEKDAYS:
        yield checks.of_any_year(*period)
    elif any_weekday:
        yield checks.on_weekday(WEEKDAYS.index(name))
    else:
        yield checks.part_of(*period, "whole")


def side_of(desk: Desk, value: Value) -> str:
    """Tell what lies before a time from what lies after it, as a comparator; "" where neither is said."""
    if value.comparator in SIDES.values():
        return value.comparator
    return SIDES.get(next((w for w in desk.context.before if w not in FILLERS), ""), "")


def beside(period: Period, side: str) -> Check:
    """Test for what lies on one side of a period, with it or without."""
    day = dt.timedelta(1)
    edges = {"lt": period[0] - day, "le": period[1], "gt": period[1] + day, "ge": period[0]}
    return checks.side(edges[side], "over" if side in ("lt", "le") else "under")


def _about_ago(period: Period, published: dt.date) -> Period:
    """Take in all days that so many full years have passed since: nine and a half years ago is nine years ago."""
    years, month, day = published.year - period[0].year, published.month, min(published.day, 28)
    earliest = dt.date(published.year - years - 1, month, day) + dt.timedelta(1)
    return min(earliest, period[0]), period[1]


def _in_part(period: Period, value: Value, before: str) -> Check:
    """Test for the part of a period that the words before it or in it single out: "the last decade of"."""
    if found := SLICE.search(before):
        of = SLICES[found[2].lower()]
        number = of if found[1].lower() in ("last", "final") else ORDINALS.get(found[1].lower(), 0)
        if 0 < number <= of:
            return checks.slice_of(*period, int(number), of)
    own = POINTS.get(value.text.split()[0].lower()) or value.rule.rpartition("; ")[2]
    part = qualifier(before) or {"mid": "middle"}.get(own, own)
    return checks.part_of(*period, part if part in checks.PARTS else "whole")


POINTS = {"beginning": "start", "start": "start", "end": "end"}


def narrowed(desk: Desk) -> bool:
    """Say whether words before a date single out a part, a season or the turn of its period."""
    start, words = desk.statement.start, desk.statement.quote.lower().split()
    if words[-1:] and words[-1] in SEASONS:
        return True
    before = desk.context.text[max(desk.context.sentence[0], start - 45) : start]
    return any(pattern.search(before) for pattern in (TURN, SEASON, PART, SLICE)) or bool(_ago(desk, before))


def _ago(desk: Desk, before: str) -> str:
    """Read "over 50 years ago" and "less than 50 years ago"."""
    if not desk.value or not desk.value.text.endswith("ago"):
        return ""
    found = AGO.search(before)
    return "" if not found else "over" if found[1].lower() in ("over", "more than") else "under"


def century(value: Value) -> Period | None:
    """Read "twenty-first century", which is no date to the values."""
    if value.kind != "ordinal" or not isinstance(value.amount, Decimal) or not value.text.endswith("century"):
        return None
    last = int(value.amount) * 100
    return (dt.date(last - 100, 1, 1), dt.date(last, 12, 31)) if 100 <= last <= 9900 else None


def qualifier(before: str) -> str:
    """Name the part of a period that the words before it single out.

    >>> qualifier("born in the early months of "), qualifier("in the second half of the "), qualifier("born in ")
    ('early', 'second half', '')
    """
    found = PART.search(before)
    if not found:
        return ""
    word = found[1].lower()
    if word in ("first", "second"):
        return f"{word} half" if " half " in f"{found[0]} " else ""
    return {"later": "late", "latter": "late", "mid": "middle"}.get(word, word)
