"""Cells with numbers in their text: several, "180/6", one with its unit, "4 wickets", or with words, "retired 2014"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from claims.checking.checks import Check
from claims.checking.periods import period_of
from claims.checking.query import Query, different, select
from claims.checking.readings.changes import FINE
from claims.checking.readings.measures import tie
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.words import STRONG, kinship, stem, stems_of
from claims.values.lexicon import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.selection import Selection
    from claims.checking.tables import Cell, View
    from claims.types import Value

TWELVE = 12
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
ASIDE = re.compile(r"\(\d+\)|\[\w+\]")
"""What a score has in brackets, the points of a tie-break, and footnotes: articles leave them out."""
RUN = re.compile(r"\d+[-–/]\d+(?:\(\d+\))?(?:[, ]+(?:and )?\d+[-–/]\d+(?:\(\d+\))?)*")
WORDS = "|".join(word for word, number in SMALL.items() if word != "nought" and number <= TWELVE)
WORDED = re.compile(rf"\b({WORDS})\b", re.IGNORECASE)
PAIR = re.compile(rf"\b(?:\d+|{WORDS}) (?:for|to|of) (?:\d+|{WORDS})\b")
KINDS = frozenset({"count", "number", "score", "ratio", "quantity", "money", "duration"})
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
MODEL = re.compile(r"[A-Za-z]\d")
"""A number that is part of a name: "A319"."""
SCANNED, MOST, FEW = 12, 3, 5
Numbers = tuple[Decimal, ...]


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the text cells whose numbers the value may repeat."""
    value = desk.value
    if value is not None and value.kind == "date":
        yield from _dated(desk, value)
    if value is None or value.kind not in KINDS or value.text.endswith(FINE):
        return
    stated = list(_stated(desk))
    for view in desk.views_with(_with_numbers):
        for selection in (*desk.selections(view), *desk.series(view)):
            for column in _with_numbers(view):
                yield from _cell(desk, view, column, selection, stated)


@remembered
def _with_numbers(view: View) -> list[str]:
    """Name the columns whose texts have numbers in them."""
    worded = _with_worded(view)
    return [c for c in view.names if c in worded or (c != view.entity and _numeric(view, c))]


@remembered
def _with_worded(view: View) -> list[str]:
    """Name the columns whose texts have a number among their words."""
    return [c for c in view.names if c != view.entity and _worded(view, c)]


def _numeric(view: View, column: str) -> bool:
    """Say whether a column's texts are numbers with signs or units beside them."""
    some = [c for c in view.cells(column)[:SCANNED] if isinstance(c, str)]
    return bool(some) and all(c[:1].isdigit() and NUMBER.search(ASIDE.sub("", c)) for c in some)


def _worded(view: View, column: str) -> bool:
    """Say whether short texts of a column that name nothing have a number among their words."""
    some = [c for c in view.distinct(column) if isinstance(c, str)][:SCANNED]
    named = view.columns[column].named or any(len(c.split()) > FEW for c in some)
    return (
        not named and any(numbers(c) and not c[:1].isdigit() for c in some) and not any(MODEL.search(c) for c in some)
    )


def _dated(desk: Desk, value: Value) -> Iterator[Reading]:
    """Yield the texts that have a year behind words which the sentence says too: "split up 2023"."""
    period = period_of(value.iso)
    for view in desk.views_with(_with_worded) if period else ():
        for column in _with_worded(view):
            for selection in desk.named(view):
                cells = different(view, column, selection.where) if selection.filled else set()
                for cell in cells if len(cells) == 1 else ():
                    yield from _year(desk, view, column, selection, cell)


def _year(desk: Desk, view: View, column: str, selection: Selection, cell: Cell) -> Iterator[Reading]:
    if not isinstance(cell, str) or len(YEAR.findall(cell)) != 1 or desk.value is None:
        return
    own = stems_of(YEAR.sub(" ", cell))
    said = {*own} <= desk.context.clause_stems
    if not own or not (said or {*own} <= desk.context.sentence_stems):
        return
    yield Reading(
        family="composite", query=Query(operation="value", table=view.name, column=column, where=selection.where),
        parts=(("subject", tie(selection)), ("words", 0.9 if said else 0.7)), said=f"{column} of {selection.who}",
        form="check", asserted=Check("the same year", partial(_same_year, iso=desk.value.iso)), refutes=said,
    )  # fmt: skip


def _same_year(found: Cell, iso: str) -> bool | None:
    years, period = YEAR.findall(found) if isinstance(found, str) else [], period_of(iso)
    return period[0].year <= int(years[0]) <= period[1].year if years and period else None


def _stated(desk: Desk) -> Iterator[Numbers]:
    """Yield the numbers as the text has them: of the value, of the run of scores or the pair that it is part of."""
    statement, text = desk.statement, desk.context.text
    value = desk.value
    own = numbers(statement.quote) if value is None or value.kind != "ratio" else ()  # "two thirds" is 2/3
    if not own and value is not None and value.amount is not None:
        own = value.amount if isinstance(value.amount, tuple) else (value.amount,)
    if own:
        yield own
    start, end = desk.context.sentence
    for run in (*RUN.finditer(text, start, end), *PAIR.finditer(text, start, end)):
        if run.start() <= statement.start < run.end() and (many := numbers(run[0])) != own:
            yield many


def numbers(text: str) -> Numbers:
    """Give the numbers of a text, those in brackets left out.

    >>> numbers("6-7(3) 7-5"), numbers("180/6"), numbers("1,150 passengers")
    ((Decimal('6'), Decimal('7'), Decimal('7'), Decimal('5')), (Decimal('180'), Decimal('6')), (Decimal('1150'),))
    """
    return tuple(Decimal(found.replace(",", "")) for found in NUMBER.findall(_figures(text)))


def _figures(text: str) -> str:
    """Write small numbers in figures, and leave brackets out."""
    return WORDED.sub(lambda m: str(SMALL[m[1].lower()]), ASIDE.sub("", text))


def _cell(desk: Desk, view: View, column: str, selection: Selection, stated: list[Numbers]) -> Iterator[Reading]:
    cells = {c for c in different(view, column, selection.where) if isinstance(c, str)}
    if len(cells) != 1 or not select(view, selection.where):
        return
    (cell,) = cells
    held = numbers(cell)
    alike = [s for s in stated if len(s) == len(held)]
    words = _words(desk, view, column, cell)
    if not alike or (words < STRONG and alike[0] != held) or (len(held) == 1 and words < STRONG and held[0] < 100):
        return
    if selection.value_of(column) and held not in alike:  # a number of the sentence beside the cell that it names
        return
    yield Reading(
        family="composite", query=Query(operation="value", table=view.name, column=column, where=selection.where),
        parts=(("subject", tie(selection)), ("words", max(words, 0.4)), ("time", selection.time)),
        said=f"{column} of {selection.who or view.name}", form="check",
        asserted=Check("the same numbers", partial(_same, stated=alike)),
        refutes=words >= STRONG and len(selection.filled) > 1 and not _timed(desk, cell),
    )  # fmt: skip


def _timed(desk: Desk, cell: str) -> bool:
    """Say whether the value is how long something took and the cell has no time: "100 m freestyle"."""
    return desk.value is not None and desk.value.kind == "duration" and not SPAN & {*stems_of(cell)}


SPAN = frozenset(stem(w) for w in "second minute hour day week month year sec min hr".split())


def _same(found: Cell, stated: list[Numbers]) -> bool | None:
    return numbers(found) in stated if isinstance(found, str) else None


def _words(desk: Desk, view: View, column: str, cell: str) -> float:
    """Say whether the words beside the value name the column, or stand in the cell: wickets, passengers."""
    near = {desk.context.noun, *desk.context.near, *(stem(t.text) for t in desk.context.tokens)}
    inside = [s for s in stems_of(NUMBER.sub(" ", cell)) if len(s) > 1]
    if inside:
        return 0.85 if set(inside) & near else 0.0
    return min(desk.words(view, column), 1.0) if any(
        kinship(stem(w), s) >= STRONG for w in view.columns[column].words for s in near if s
    ) else 0.0  # fmt: skip
