"""Reference tables as the engine reads them: cells as exact values, rows found by cell."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from claims.checking.coded import Coded, coded, decoded, numbered
from claims.checking.columns import Cells
from claims.checking.longform import Long, long_forms
from claims.checking.periods import Season
from claims.checking.remembered import remembered
from claims.checking.showing import show
from claims.checking.totals import Summed, totals
from claims.checking.wideform import Wide, wide_form
from claims.checking.words import END_WORDS, PERSON_WORDS, START_WORDS, stem
from claims.references.vocabulary import HAPPENED
from claims.values.lexicon import MONTHS, SHORT_MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from claims.references import Column, References, Table

Cell = Decimal | int | str | dt.date | bool | tuple[str, ...] | None
Form = Long | Wide | Summed
"""How the rows and columns of a table were turned into those of another."""


class View:
    """One table, its columns turned into lists on first use."""

    def __init__(
        self, table: Table, *, without: frozenset[str] = frozenset(), form: Form | None = None,
        coded: Coded | None = None,
    ) -> None:  # fmt: skip
        self.table, self.form, self.coded = table, form, coded
        self.name = form.name if form else table.name
        self.columns: dict[str, Column] = {c.name: c for c in table.columns if c.name not in without}
        self.size = len(table)
        self._cells: dict[str, Cells] = {}
        self.chosen: dict[Any, Any] = {}
        """Rows that conditions have chosen, see claims.checking.query."""
        self.answers: dict[Any, Any] = {}
        """What rules said of this table, see claims.checking.remembered."""

    def cells(self, column: str) -> Cells:
        """Give a column's cells: Decimal, date, str or None."""
        if column not in self._cells:
            meaning = self.columns[column]
            kind = meaning.resolution if meaning.resolution in ("year", "season") else meaning.role
            plain = meaning.dtype == "text" and kind != "season"
            counted = partial(_cell, role=kind)
            self._cells[column] = Cells(self.table.texts[column], meaning.dtype, counted, plain=plain)
        return self._cells[column]

    def rows(self, column: str, value: Cell) -> list[int]:
        """Give the rows whose cell is `value`."""
        return self.cells(column).rows(value)

    def has(self, name: Cell) -> bool:
        """Say whether a column of names has a name."""
        return any(self.rows(column, name) for column in self.names)

    def called(self, column: str, stems: AbstractSet[str]) -> bool:
        """Say whether a column is called by one of some stems."""
        return not stems.isdisjoint([stem(word) for word in self.columns[column].words])

    def distinct(self, column: str) -> Iterable[Cell]:
        """Give the different values of a column, in order of appearance."""
        return self.cells(column).distinct()

    @remembered
    def of_role(self, *roles: str) -> list[str]:
        """Give the names of the columns with one of these roles."""
        return [name for name, column in self.columns.items() if column.role in roles]

    @cached_property
    def entity(self) -> str:
        """Name the column that says what a row is about: the person with a birth date, else the first entity.

        One with a row each goes before others, but where a day leads: then the rows are events. What the table tells
        by a code goes behind what it names.
        """
        entities = sorted(self.of_role("entity"), key=lambda c: bool(self.columns[c].codes))
        if next(iter(self.columns.values())).role != "date":
            entities = sorted(entities, key=lambda c: not self.columns[c].unique)
        return "" if self.series else self.person if self.person in entities else next(iter(entities), "")

    @cached_property
    def series(self) -> bool:
        """Say whether the rows are the times of one thing: "festival", a row a year, not "clubs"."""
        unique = [c for c in self.columns.values() if c.unique and not c.missing and c.role in SERIAL]
        if self.size < SERIES or not unique or unique[0].role == "entity" or self.person:
            return False
        return unique[0].role == "year" or all(c.role != "entity" for c in unique)

    @cached_property
    def person(self) -> str:
        """Name the column whose names each have one birth date, or ""."""
        if not self.born:
            return ""
        days = self.cells(self.born)
        named = [c for c in self.of_role("entity", "category") if self.columns[c].named]
        owner = self.columns[self.born].of
        for column in sorted(named, key=lambda c: (c != owner, not PERSON_WORDS & {*self.columns[c].words})):
            if self.cells(column).tells(days):
                return column
        return ""

    @cached_property
    def year(self) -> str:
        """Name the column whose years tell rows of one entity apart, or ""."""
        years = (c for c in self.of_role("year") if self.columns[c].resolution != "quarter")
        return next((c for c in years if self.repeats or self.entity in ("", c)), "")

    @cached_property
    def month(self) -> str:
        """Name the column of months beside that of years, or ""."""
        named = (c for c, column in self.columns.items() if column.words == ("month",) and column.role != "date")
        return next((c for c in named if self.year and all(month_of(cell) for cell in self.distinct(c))), "")

    @cached_property
    def quarter(self) -> str:
        """Name the column whose quarters tell rows of one entity apart, or ""."""
        return next((c for c in self.of_role("year") if self.columns[c].resolution == "quarter"), "")

    @cached_property
    def day(self) -> str:
        """Name the day or month that a row happened on (no birth or death, no validity), or ""."""
        dates = (c for c in self.of_role("date") if self.columns[c].resolution in ("day", "month"))
        dates = (c for c in dates if not LIFE & set(self.columns[c].words) and c not in (self.start, self.end))
        return next(dates, "")

    @cached_property
    def lasts(self) -> bool:
        """Say whether the rows are things, with the day of their beginning that dates no figure of theirs: "opened"."""
        return bool(self.day) and not self.repeats and bool(HAPPENED & {*self.columns[self.day].forms})

    @cached_property
    def born(self) -> str:
        """Name the birth-date column, or ""."""
        return next(
            (c for c, column in self.columns.items() if BIRTH & {*column.words} and column.resolution == "day"), ""
        )

    @cached_property
    def died(self) -> str:
        """Name the date-of-death column, or ""."""
        return next(
            (c for c, column in self.columns.items() if DEATH & {*column.words} and column.resolution == "day"), ""
        )

    @cached_property
    def start(self) -> str:
        """Name the column of the first day that a row is valid, or ""."""
        return next((c for c in self.of_role("from") if self.columns[c].resolution != "year"), "") or self._term[0]

    @cached_property
    def end(self) -> str:
        """Name the column of the last day that a row is valid, or ""."""
        return next((c for c in self.of_role("to") if self.columns[c].resolution != "year"), "") or self._term[1]

    @cached_property
    def _term(self) -> tuple[str, str]:
        """Give the pair of dates that bound a term by their words, "elected" and "left", or two empty names."""
        dates = [c for c in self.of_role("date") if self.columns[c].resolution == "day"]
        stems = {c: {stem(w) for w in self.columns[c].words} for c in dates}
        starts = [c for c in dates if (stems[c] & STARTS or SINCE in stems[c]) and not stems[c] & ENDS]
        ends = [c for c in dates if stems[c] & ENDS]
        if len(starts) == 1 and not ends and SINCE in stems[starts[0]]:
            return starts[0], ""
        return (starts[0], ends[0]) if len(starts) == len(ends) == 1 else ("", "")

    steps: dict[Any, dt.date]
    """The days of the steps of `sequence`, from another table."""

    @cached_property
    def sequence(self) -> str:
        """Name the key whose numbers put the rows of one entity in order, if another table dates them."""
        return self._sequence

    def dated_by(self, others: Iterable[View]) -> None:
        """Look for a table that says on which day each step of this one was over."""
        self._sequence = ""
        self.steps = {}
        if not self.repeats or not self.entity or self.year or self.day:
            return
        for column in (c for c in self.of_role("key") if self.columns[c].kind == "number"):
            for other in others:
                steps = _steps(other, set(self.columns[column].words)) if other is not self else {}
                if steps and set(self.distinct(column)) <= set(steps):
                    self._sequence, self.steps = column, steps
                    return

    @cached_property
    def repeats(self) -> bool:
        """Say whether one entity has several rows."""
        if not self.entity:
            return True
        meaning = self.columns[self.entity]
        if meaning.dtype == "text":
            return meaning.distinct < self.size - meaning.missing
        return len(list(self.distinct(self.entity))) < sum(cell is not None for cell in self.cells(self.entity))

    @cached_property
    def names(self) -> list[str]:
        """Give the columns whose cells name things: entities and categories, not aliases."""
        return [c for c in self.of_role("entity", "category", "key", "text") if self.columns[c].kind in ("text", "")]

    @cached_property
    def described(self) -> list[str]:
        """Give the columns whose texts describe and name nothing, that of the subject too."""
        return [c for c in self.of_role("entity", "category", "text") if not self.columns[c].named]

    @cached_property
    def measures(self) -> list[str]:
        """Give the columns of numbers that are no years and no keys."""
        return [c for c in self.of_role("measure") if self.columns[c].kind not in ("text", "date", "bool")]

    def origin(self, row: int, column: str) -> tuple[int, str]:
        """Say where a cell stands in the table as its file has it."""
        return self.form.origin(row, column) if isinstance(self.form, Long) else (row, column)

    def raw(self, row: int, column: str) -> str | None:
        """Give a cell as the file has it."""
        return (self.coded.plain if self.coded else self.table).raw(row, column)

    def sources(self, row: int, columns: tuple[str, ...]) -> Iterable[tuple[str, int, tuple[str, ...]]]:
        """Give the rows that cells of a row are shown as, each with its table and columns: those they were made of."""
        if self.coded:
            return self.coded.sources(row, columns)
        if self.form is None or isinstance(self.form, Long):
            return ((self.name, row, columns),)
        return self.form.sources(row, columns)

    def label(self, row: int) -> str:
        """Name a row as a reader would: its entity, and the year or day when that repeats."""
        parts = [show(self.cells(self.entity)[row])] if self.entity else []
        if (self.repeats or not parts) and (time := self.year or self.quarter or self.day or self.start):
            parts.append(show(self.cells(time)[row]))
        if not self.entity:
            parts += [show(self.cells(c)[row]) for c in self.names[:2]]
        return " ".join(part for part in parts if part)


def month_of(cell: object) -> int:
    """Give the number of a month, by number or by name, 0 for anything else.

    >>> month_of(Decimal(7)), month_of("July"), month_of("Julia")
    (7, 7, 0)
    """
    if isinstance(cell, str):
        name = cell.strip().lower().rstrip(".")
        return MONTHS.get(name) or SHORT_MONTHS.get(name, 0)
    return int(cell) if isinstance(cell, Decimal | int) and cell == int(cell) and 1 <= cell <= 12 else 0


SERIAL = frozenset({"year", "date", "entity"})
SERIES = 3  # rows that make a row of times
STARTS, ENDS = frozenset(map(stem, START_WORDS)), frozenset(map(stem, END_WORDS))
SINCE = stem("since")
BIRTH = frozenset({"born", "bear", "birth", "birthdate", "birthday", "dob"})
DEATH = frozenset({"died", "die", "death", "dead", "deceased", "dod"})
LIFE = BIRTH | DEATH


@dataclass(frozen=True)
class Tables:
    """All views of one set of references, and the answers that they gave."""

    views: dict[str, View]
    numbered: dict[str, dict[str, str]] = field(default_factory=dict)
    """The names of things that are told by number, see claims.checking.coded."""
    decoded: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What has a code of letters, by the code."""
    answers: dict[Any, Any] = field(default_factory=dict)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Give the stems of all words of table and column names."""
        words = {w for view in self for column in view.columns.values() for w in (*column.words, *column.forms)}
        return frozenset(stem(w) for w in words | {w for name in self.views for w in name.split("_")})

    def __getitem__(self, name: str) -> View:
        return self.views[name]

    def __iter__(self) -> Any:
        return iter(self.views.values())


def tables_of(references: References) -> Tables:
    """Wrap each table of the references, names in the place of codes."""
    plain = {table.name: table for table in references.tables}
    named = {name: made for name, table in plain.items() if (made := coded(table, plain))}
    tables = [named[name].table if name in named else table for name, table in plain.items()]
    long = list(long_forms(tables))
    taken = {name: frozenset[str]() for name in (*plain, *(form.name for form in long))}
    for form in long:
        taken[form.table.name] |= frozenset(form.columns)
    given = [(t, t.name) for t in tables if not taken[t.name]] + [(form.table, form.name) for form in long]
    wide = [form for form in (wide_form(table, name) for table, name in given) if form]
    taken |= {form.source: frozenset({form.measure}) for form in wide if not taken[form.source]}
    found = [View(table, without=taken[table.name], coded=named.get(table.name)) for table in tables]
    found += [View(form.table, without=taken[form.name], form=form) for form in long]
    found += [View(form.table, form=form) for form in wide]
    found += [View(made.table, form=made) for made in map(totals, tables) if made]
    views = {view.name: view for view in found}
    for view in views.values():
        view.dated_by(views.values())
    return Tables(views, numbered(references.tables), decoded(references.tables))


def _steps(view: View, words: set[str]) -> dict[Any, dt.date]:
    """Map numbered steps to their days, where a table has one row a step."""
    if not view.day:
        return {}
    for column in view.of_role("measure", "key", "entity"):
        meaning = view.columns[column]
        if meaning.kind == "number" and meaning.unique and words & {*meaning.words}:
            pairs = zip(view.cells(column), view.cells(view.day), strict=True)
            return {step: day for step, day in pairs if isinstance(day, dt.date)}
    return {}


def agree_on(values: Sequence[Cell]) -> Cell:
    """Give the value that all share, None if they differ or there is none."""
    found = {value for value in values if value is not None}
    return found.pop() if len(found) == 1 else None


def _cell(value: Any, role: str) -> Cell:
    """Count in Decimal, years in int; of a month take the first day, the last where something ends."""
    if isinstance(value, bool) or value is None:
        return value
    if role == "season" and isinstance(value, str):
        return Season(value)
    if isinstance(value, int):
        return value if role in ("year", "season") else Decimal(value)
    if isinstance(value, tuple) and value and isinstance(value[0], dt.date):
        return value[-1] if role == "to" else value[0]
    return value  # type: ignore[no-any-return]
