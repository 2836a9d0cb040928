"""The slips that writers and editors make, as edits of a text: a digit, a scale, a unit, a date, a name, a source.

Each function gives the edits that it can make in one place; which of them is made is left to the caller's dice.
An edit that leaves a statement true (`about 24,000` for `about 24,001`) is no slip: `still_true` finds these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from claims.names import Names
    from claims.types import Attribution, Statement, Value

Kind = Literal["digit", "scale", "unit", "date", "weekday", "age", "hedge", "name", "attribution"]
KINDS: tuple[Kind, ...] = ("digit", "scale", "unit", "date", "weekday", "age", "hedge", "name", "attribution")

NUMBERS = tuple("two three four five six seven eight nine ten eleven twelve".split())
ORDINALS = tuple("first second third fourth fifth sixth seventh eighth ninth tenth".split())
MONTHS = tuple("January February March April May June July August September October November December".split())
SHORT_MONTHS = tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
WEEKDAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
SCALES = {
    "thousand": "million", "million": "billion", "billion": "million", "trillion": "billion",
    "lakh": "crore", "crore": "lakh", "m": "bn", "mn": "bn", "bn": "m",
}  # fmt: skip
UNITS = {
    "km": "miles", "kilometres": "miles", "kilometers": "miles", "miles": "kilometres", "metres": "feet",
    "meters": "feet", "feet": "metres", "kg": "tonnes", "kilograms": "tonnes", "tonnes": "kilograms",
    "tons": "kilograms", "hectares": "acres", "acres": "hectares", "litres": "gallons", "gallons": "litres",
    "minutes": "hours", "hours": "days", "days": "weeks", "weeks": "months", "months": "years", "years": "months",
    "hour": "day", "day": "week", "week": "month", "month": "year", "year": "month",
    "dollars": "euros", "euros": "dollars", "pounds": "euros", "rupees": "dollars",
    "$": "€", "€": "$", "£": "€", "₹": "$",
}  # fmt: skip
HEDGES = {
    "more than": ("less than",), "over": ("under",), "less than": ("more than",), "under": ("over",),
    "fewer than": ("more than",), "at least": ("at most", "fewer than"), "at most": ("more than",),
    "up to": ("more than",), "nearly": ("more than",), "almost": ("more than",), "about": ("", "more than", "under"),
    "around": ("", "more than", "under"), "roughly": ("", "more than", "under"), "some": ("", "more than", "under"),
    "approximately": ("", "more than", "under"),
}  # fmt: skip
DATED = frozenset({"date", "period"})
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DAY = re.compile(r"(?<![\d,.:])(?:[12]\d|3[01]|0?[1-9])(?![\d,.:%]|\s?[ap]\.?m)")
_WORD = re.compile(r"[^\W\d_]+|[$€£₹]")
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Put `after` where the characters `start` to `end` stand."""

    kind: Kind
    start: int
    end: int
    after: str

    def made(self, text: str) -> str:
        """Give the text with the edit made."""
        return text[: self.start] + self.after + text[self.end :]

    def moved(self, start: int, end: int) -> tuple[int, int]:
        """Give where a span of the old text stands in the new one."""
        by = len(self.after) - (self.end - self.start)
        return start + by * (start >= self.end), end + by * (end >= self.end)


def in_value(statement: Statement, text: str) -> Iterator[Edit]:
    """Give the edits of a statement's value and of its hedge."""
    value = statement.value
    if value is None:
        return
    for slip in SLIPS:
        yield from slip(value)
    yield from _hedge(value, text)


def _digit(value: Value) -> Iterator[Edit]:
    """Change one digit, or a number word to its neighbour."""
    if value.kind in DATED or value.kind == "age":
        return
    for found in () if _ORDINAL.search(value.text) else re.finditer(r"\d", value.text):
        leading = not value.text[: found.start()][-1:].isdigit()
        others = [d for d in "0123456789" if d != found[0] and not (leading and d == "0")]
        yield from (_in(value, "digit", found, digit) for digit in others)
    for series in (NUMBERS, ORDINALS):
        yield from _neighbours(value, "digit", series)


def _scale(value: Value) -> Iterator[Edit]:
    for found in re.finditer(r"[A-Za-z]+", value.text):
        if found[0].lower() in SCALES and (len(found[0]) > 2 or value.text[: found.start()].rstrip()[-1:].isdigit()):
            yield _in(value, "scale", found, SCALES[found[0].lower()])


def _unit(value: Value) -> Iterator[Edit]:
    if value.kind not in DATED and value.kind != "age":
        yield from (_in(value, "unit", f, UNITS[f[0]]) for f in _WORD.finditer(value.text) if f[0] in UNITS)


def _date(value: Value) -> Iterator[Edit]:
    """Move a date by a year, a month or a day."""
    if value.kind not in DATED:
        return
    for found in _YEAR.finditer(value.text):
        yield from (_in(value, "date", found, str(int(found[0]) + by)) for by in (-1, 1))
    for found in _DAY.finditer(value.text):
        yield from (_in(value, "date", found, str(d)) for d in (int(found[0]) - 1, int(found[0]) + 1) if 0 < d < 29)
    for series in (MONTHS, SHORT_MONTHS):
        yield from _neighbours(value, "date", series)


def _weekday(value: Value) -> Iterator[Edit]:
    for found in _WORD.finditer(value.text):
        if found[0] in WEEKDAYS:
            yield from (_in(value, "weekday", found, day) for day in WEEKDAYS if day != found[0])


def _age(value: Value) -> Iterator[Edit]:
    if value.kind == "age":
        for found in re.finditer(r"\d+", value.text):
            yield from (_in(value, "age", found, str(int(found[0]) + by)) for by in (-1, 1) if int(found[0]) + by > 0)


def _hedge(value: Value, text: str) -> Iterator[Edit]:
    """Turn a hedge round, or drop it where it only says "about"."""
    if value.hedge is None or value.hedge[0] >= value.start:
        return
    start, end = value.hedge
    for other in HEDGES.get(text[start:end].lower(), ()):
        after, stop = (other, end) if other else (text[value.start : value.end], value.end)
        if text[start].isupper():
            after = after[:1].upper() + after[1:]
        yield Edit(kind="hedge", start=start, end=stop, after=after)


SLIPS: tuple[Callable[[Value], Iterator[Edit]], ...] = (_digit, _scale, _unit, _date, _weekday, _age)


def _in(value: Value, kind: Kind, found: re.Match[str], after: str) -> Edit:
    return Edit(kind=kind, start=value.start + found.start(), end=value.start + found.end(), after=after)


def _neighbours(value: Value, kind: Kind, series: tuple[str, ...]) -> Iterator[Edit]:
    """Take the word before or after in a series, written as the word is."""
    places = {word.lower(): at for at, word in enumerate(series)}
    for found in _WORD.finditer(value.text):
        at = places.get(found[0].lower(), -1)
        for near in (at - 1, at + 1) if at >= 0 and found[0][0].isupper() >= series[at][0].isupper() else ():
            if 0 <= near < len(series):
                yield _in(value, kind, found, series[near].capitalize() if found[0][0].isupper() else series[near])


def in_name(statement: Statement, names: Names) -> Iterator[Edit]:
    """Put another person, body or place of the article for one in the clause that the verdict rests on."""
    others: dict[str, list[str]] = {"person": [], "organisation": [], "place": []}
    for mention in names.mentions:
        if mention.kind in others and mention.name and mention.name not in others[mention.kind]:
            others[mention.kind].append(mention.name)
    first, last = statement.clause
    used = " ".join(cell or "" for e in statement.verdict.evidence for row in (e.rows, *e.cells) for cell in row)
    inside = [m for m in names.mentions if first <= m.start and m.end <= last and m.kind in others and m.name]
    here = {m.name for m in inside}
    for mention in inside:
        apart = mention.end <= statement.start or statement.end <= mention.start
        if apart and mention.text in used:
            yield from (
                Edit(kind="name", start=mention.start, end=mention.end, after=name)
                for name in others[mention.kind]
                if name not in here
            )


def without(attribution: Attribution, text: str) -> Edit | None:
    """Take source and cue away where that leaves a sentence: "the mayor said that" before it, ", he said" behind."""
    if not (attribution.cue and attribution.source and attribution.content):
        return None
    parts = sorted((*attribution.source, *attribution.cue))
    start, end = parts[0][0], parts[-1][1]
    first, last = attribution.content[0][0], attribution.content[-1][1]
    if any(text[a[1] : b[0]].strip() for a, b in pairwise(parts)) or text[first] in "\"“'‘":
        return None
    if end <= first and not text[end:first].strip(" ,:"):
        return _leading(start, re.compile(r"(?:that\s+)?").match(text, first).end(), text)  # type: ignore[union-attr]
    if last <= start and not text[last:start].strip(" ,"):
        return Edit(kind="attribution", start=last, end=end, after="") if text[end : end + 1] == "." else None
    return None


def _leading(start: int, first: int, text: str) -> Edit | None:
    """Let the content begin the sentence."""
    if text[:start].rstrip(" ")[-1:] not in (".", "\n", ""):
        return None
    return Edit(kind="attribution", start=start, end=first + 1, after=text[first].upper())


def still_true(edit: Edit, statement: Statement, text: str) -> bool:
    """Say whether the edited words agree with what the tables hold, so that nothing is wrong with them."""
    from claims.errors import InputError
    from claims.values import compare, read_value

    value = statement.value
    if value is None or edit.kind in ("name", "attribution", "weekday", "date"):
        return False
    start = min(value.hedge[0], value.start) if value.hedge else value.start
    first, last = edit.moved(min(start, edit.start), max(value.end, edit.end))
    try:
        written = read_value(edit.made(text)[first:last])
        held = Decimal(re.sub(r"[^\d.-]", "", statement.verdict.expected))
    except (InputError, InvalidOperation):
        return False
    return compare(written, held, unit=value.unit if edit.kind == "unit" else written.unit).outcome == "agrees"


def one_each(edits: Iterator[Edit]) -> Mapping[Kind, list[Edit]]:
    """Sort edits by kind."""
    found: dict[Kind, list[Edit]] = {}
    for edit in edits:
        found.setdefault(edit.kind, []).append(edit)
    return found
