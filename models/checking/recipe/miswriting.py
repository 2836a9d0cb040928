"""Put errors into true facts as they happen in life: a digit that slipped, a neighbour's figure or last year's."""

from __future__ import annotations

import csv
import datetime as dt
import itertools
import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence
    from pathlib import Path

UNITS = "one two three four five six seven eight nine ten eleven twelve".split()
RANKS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SCALES = {"thousand": 3, "lakh": 5, "million": 6, "crore": 7, "billion": 9}
STORED = tuple(Decimal(10) ** power for power in (0, 3, 6, -3, -6))
FAR = 8  # times: nobody takes one figure for another that is so much larger

Row = dict[str, str]


def slip(words: str, chance: random.Random) -> str:
    """Change one word or one digit, as people do; nothing where no number, month or weekday stands."""
    for word, other in (("million", "billion"), ("billion", "million")):
        if word in words and not chance.randrange(5):
            return words.replace(word, other)
    for series in (UNITS, RANKS, MONTHS, DAYS):
        for word in series:
            if re.search(rf"\b{word}\b", words):
                at = series.index(word)
                near = [series[i] for i in (at - 2, at - 1, at + 1, at + 2) if 0 <= i < len(series)]
                return re.sub(rf"\b{word}\b", chance.choice(near), words, count=1)
    digits = list(re.finditer(r"\d+(?:,\d+)*", words))
    if not digits:
        return ""
    number = max(digits, key=lambda m: len(m[0]))
    return words[: number.start()] + _slipped(number[0], chance) + words[number.end() :]


def _slipped(number: str, chance: random.Random) -> str:
    """Swap two digits that stand side by side, or change one; a year and a small number move a little."""
    places = [i for i, c in enumerate(number) if c.isdigit()]
    if len(places) < 3 or re.fullmatch(r"(?:19|20)\d\d", number):
        plain = int(number.replace(",", ""))
        return str(max(1, plain + chance.choice([-3, -2, -1, 1, 2, 3])))
    swaps = [(a, b) for a, b in itertools.pairwise(places) if number[a] != number[b] and (a or number[b] != "0")]
    if swaps and chance.randrange(2):
        a, b = chance.choice(swaps)
        return number[:a] + number[b] + number[a + 1 : b] + number[a] + number[b + 1 :]
    at = chance.choice(places[1:])
    return number[:at] + str((int(number[at]) + chance.randrange(1, 10)) % 10) + number[at + 1 :]


def read_tables(folder: Path) -> dict[str, list[Row]]:
    """Read the tables of a pack as they are written."""
    found = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.stem] = list(csv.DictReader(file))
    return found


def mistake(words: str, check: dict, tables: dict[str, list[Row]], chance: random.Random) -> str:
    """Write the cell of another row where the words give one: of the same thing or time before that of any."""
    for name, column in itertools.product(check["table"].split("; "), check["column"].split("; ")):
        rows = [row for row in tables.get(name, ()) if row.get(column)]
        own = [row for row in rows if any(True for _ in _written(words, row[column], row[column]))]
        others = [row for row in rows if row[column] not in {o[column] for o in own}] if own else []
        near = [row for row in others if any(_kin(row, o, column) for o in own)]
        texts = {
            text
            for row in near or others
            for text in _written(words, own[0][column], row[column])
            if text.lower() != words.lower()
        }
        if texts:
            return chance.choice(sorted(texts))
    return ""


def _kin(one: Row, other: Row, column: str) -> bool:
    """Say whether two rows share a name or a time."""
    return any(cell and cell == other.get(key) and not _number(cell) for key, cell in one.items() if key != column) or (
        any(one[key] == other.get(key) for key in one if key.lower() in ("year", "season") and key != column)
    )


def _number(cell: str) -> Decimal | None:
    try:
        return Decimal(cell.replace(",", ""))
    except InvalidOperation:
        return None


def _written(words: str, own: str, other: str) -> Iterator[str]:
    """Yield the words with another cell in the place of their own, if that is what they give."""
    first, second = _number(own), _number(other)
    if first is not None and second is not None:
        yield from _figures(words, first, second)
    elif re.fullmatch(r"\d{4}-\d\d-\d\d", own) and re.fullmatch(r"\d{4}-\d\d-\d\d", other):
        yield from _dates(words, dt.date.fromisoformat(own), dt.date.fromisoformat(other))
    elif words.lower() == own.lower() and first is None and second is None:
        yield other.lower() if words.islower() else other


def _figures(words: str, own: Decimal, other: Decimal) -> Iterator[str]:
    for series in (UNITS, RANKS):
        if words.lower() in series:
            if own == series.index(words.lower()) + 1 and other == int(other) and 1 <= other <= len(series):
                yield series[int(other) - 1]
            return
    found = re.search(r"\d[\d,]*(?:\.(\d+))?", words)
    if not found or own <= 0 or not own / FAR <= other <= own * FAR:
        return
    places = len(found[1] or "")
    unit = next((Decimal(10) ** power for word, power in SCALES.items() if word in words), Decimal(1))
    stated = Decimal(found[0].replace(",", ""))
    for scale in STORED:
        if round(own * scale / unit, places) == stated:
            amount = round(other * scale / unit, places)
            text = f"{amount:,.{places}f}" if "," in found[0] or stated < 1000 else f"{amount:.{places}f}"
            yield words[: found.start()] + text + words[found.end() :]
            return


def _dates(words: str, own: dt.date, other: dt.date) -> Iterator[str]:
    text = words
    for mine, its in (
        (rf"\b{own.year}\b", str(other.year)),
        (rf"\b{MONTHS[own.month - 1]}\b", MONTHS[other.month - 1]),
        (rf"(?<!\d)0?{own.day}(?!\d)", str(other.day)),
        (rf"\b{DAYS[own.weekday()]}\b", DAYS[other.weekday()]),
    ):
        text = re.sub(mine, its, text, count=1)
    parts: Sequence[str] = re.findall(r"\d+|[A-Z][a-z]+day\b|" + "|".join(MONTHS), words)
    written = {str(own.year), MONTHS[own.month - 1], str(own.day), DAYS[own.weekday()]}
    if parts and set(parts) <= written:
        yield text
