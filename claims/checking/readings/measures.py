"""Which measure a computed figure is of, and how free it is to speak of all: shared by the families that compute."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.agreement import agreement, amount_in, figure
from claims.checking.anchor import FIGURES
from claims.checking.doers import subject_of
from claims.checking.likeness import digits
from claims.checking.query import Filter, Query, compute, select
from claims.checking.readings.fits import fit, kind_of, lasts, lies_among, measure_words, repeating, scale_for
from claims.checking.readings.levels import levels
from claims.checking.remembered import remembered
from claims.checking.words import kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.checking.desk import Desk
    from claims.checking.scoring import Reading
    from claims.checking.selection import Selection
    from claims.checking.tables import Cell, View
    from claims.references import Column
    from claims.types import Statement, Value

NEARBY, MOST_ROWS = 160, 60
ALONE, PAID = (
    0.45,
    0.5,
)  # how surely a unit alone tells the measure, and money among the figures of the one column of it
OTHERS = 0.2  # how well a measure fits a change that hangs on the level of another
NEAR = (Decimal("0.89"), Decimal("1.13"))  # as far as a hedge reaches
TOLD = {3: 0.85, 2: 0.75, 1: 0.5}
WHOLES = frozenset("region country nation nationwide league industry sector county district everybody".split())
QUANTIFIERS = frozenset("all every each across throughout overall altogether combined".split())


@remembered
def weight(desk: Desk, view: View, column: str) -> float:
    """Say how well a measure fits: by its words, or as that of a figure close by."""
    own = measure_words(desk, view, column)
    if desk.value and desk.value.kind in ("ratio", "percent"):
        own = max(own, 0.9 * desk.words(view, column))
    close = told(desk, view).get(column, 0.0)
    found = max(
        own, close, 0.9 * _named(desk, view, column), by_unit(desk, view, column), _by_table(desk, view, column)
    )
    return min(found, OTHERS) if not close and _level_held(desk) else found


@remembered
def _level_held(desk: Desk) -> bool:
    """Say whether a change hangs on a level that some measure has: then it is no other measure's."""
    return bool(levels(desk)) and any(told(desk, view) for view in desk.views)


def by_unit(desk: Desk, view: View, column: str) -> float:
    """Say how surely the unit alone tells the measure: the one column of money for "£258 million", in any year."""
    value = desk.value
    units = ("money", "quantity") if view.columns[column].dtype == "clock" else ("money", "quantity", "duration")
    told = value is not None and (kind_of(value) in units or lasts(view.columns[column]))
    if value is None or not told or fit(value, view.columns[column]) < 0.9:
        return 0.0
    alone = {view.columns[c].words for c in view.measures if fit(value, view.columns[c]) >= 0.9}
    if len(alone) != 1:
        return 0.0
    return PAID if kind_of(value) == "money" and _among(view, column, value) else ALONE


def _among(view: View, column: str, value: Value) -> bool:
    """Say whether a figure is hardly smaller or larger than those of a column."""
    amount = value.amount
    return isinstance(amount, Decimal) and lies_among(view, column, abs(amount) / scale_for(view, column, value))


def _by_table(desk: Desk, view: View, column: str) -> float:
    """Take the words of the table for a column that is named by its year only."""
    meaning = view.columns[column]
    if meaning.year is None or any(not w.isdigit() for w in meaning.words):
        return 0.0
    own = [stem(w) for w in view.name.lower().replace("_", " ").split()]
    return max((kinship(w, s) * f for w in own for s, f in desk.context.focus.items()), default=0.0)


def _named(desk: Desk, view: View, column: str) -> float:
    """Say how tied a column is that bears the name of a thing: a museum in a table of visitors by museum."""
    own = set(stems_of(column))
    if len(own) < 2 and not view.columns[column].unit and not view.series:
        return 0.0
    return max((weight for weight, stems in _near(desk) if own and own <= stems), default=0.0)


@remembered
def _near(desk: Desk) -> list[tuple[float, frozenset[str]]]:
    """Give the stems of what is named around the statement, each with how tied it is."""
    return [(b.weight, frozenset(stems_of(b.mention.best))) for b in desk.context.bindings if b.mention.values]


def telling(desk: Desk) -> int:
    """Count the digits that the stated figure is written with, zeros at its ends left out."""
    amount = desk.value.amount if desk.value else None
    return len(digits(amount)) if isinstance(amount, Decimal) else 0


def agrees(desk: Desk, reading: Reading) -> bool:
    """Say whether a reading's answer is the stated figure: a telling one may be looked for where no word leads."""
    return agreement(reading, compute(reading.query, desk.tables).value, desk.value)[0] == "agrees"


@remembered
def told(desk: Desk, view: View) -> dict[str, float]:
    """Weigh the columns that hold a figure close by for what is named: "has 1,104, 356 fewer" speaks of pupils."""
    found: dict[str, float] = {}
    figures = ((column, value, near) for _, value, near in _figures(desk) for column in view.measures)
    close = [(column, value, near) for column, value, near in figures if _may_hold(desk, value, view, column)]
    for selection in [s for s in desk.named(view) if s.filled or not view.entity][:4] if close else ():
        rows = select(view, selection.where)
        for column, value, near in close if len(rows) <= MOST_ROWS else ():
            if near > found.get(column, 0.0) and _held(desk, value, view, column, rows):
                found[column] = near
    return found


@remembered
def _figures(desk: Desk) -> list[tuple[Statement, Value, float]]:
    """Give the figures close by, each with how telling it is of its measure."""
    context = desk.context
    found = []
    start = context.statement.start - NEARBY
    if refers_back(desk):
        start = min(start, context.sentence_before[0])
    for other in levels(desk) or context.discourse.values_in((start, context.sentence[1])):
        value = other.value
        if other.start == context.statement.start or value is None or not isinstance(value.amount, Decimal):
            continue
        if value.kind in FIGURES:
            inside = context.sentence[0] <= other.start
            found.append((other, value, TOLD[min(3, max(1, len(digits(value.amount))))] * (1.0 if inside else 0.9)))
    return found


def _may_hold(desk: Desk, value: Value, view: View, column: str) -> bool:
    """Say whether a row may hold a figure in a column: it is of its kind, and some cell is about as large."""
    return _suits(value, view.columns[column]) and repeating(desk.context.discourse, view, column, value) != frozenset()


def _held(desk: Desk, value: Value, view: View, column: str, rows: Sequence[int]) -> bool:
    """Say whether one of some rows holds a figure in a column."""
    meaning = view.columns[column]
    repeats = repeating(desk.context.discourse, view, column, value)
    if not isinstance(value.amount, Decimal) or (repeats is not None and repeats.isdisjoint(rows)):
        return False
    cells = view.cells(column)
    numbers = (c for row in rows if isinstance(c := cells[row], Decimal))
    return any(_about(value, c, meaning) and _same_figure(value, c, meaning) for c in numbers)


def _about(value: Value, cell: Decimal, column: Column) -> bool:
    """Say whether a cell is about as large as a figure: the closer look costs more."""
    if (stated := amount_in(value, column.unit, cell * column.scale)) is None:
        return False
    low, high = sorted((stated * NEAR[0], stated * NEAR[1]))
    return low <= cell * column.scale <= high


def _suits(value: Value, column: Column) -> bool:
    """Say whether a figure may be one of a column, a time in a column that is called by its unit: "11 weeks"."""
    return fit(value, column) >= 0.5 or _counts_time(value, column)


def _counts_time(value: Value, column: Column) -> bool:
    unit = stem(value.unit.split(" ")[-1])
    return value.kind == "duration" and column.kind == "number" and unit in {stem(w) for w in column.words}


def _same_figure(value: Value, cell: Decimal, column: Column) -> bool:
    if _counts_time(value, column):
        return value.amount == cell
    return figure(value, cell, column.unit, column.scale)[0] == "agrees"


def repeated(desk: Desk, query: Query, column: Column, *, own: bool = False, back: bool = False) -> float:
    """Say how telling a figure of the sentence is that repeats the answer of a query: "down from the 845 of 2021".

    Where the sentence refers to the one before, or `back` says so, its figures count too; `own` leaves out those of
    something else named.
    """
    found, best = None, 0.0
    start = 0 if back or refers_back(desk) else desk.context.sentence[0]
    for other, value, telling_one in _figures(desk):
        if not isinstance(value.amount, Decimal) or other.start < start:
            continue
        if own and _of_another(desk, other):
            continue
        if telling_one <= best or not _suits(value, column):
            continue
        found = compute(query, desk.tables).value if found is None else found
        if not isinstance(found, Decimal):
            continue
        amount = amount_in(value, column.unit, found * column.scale)
        if amount is None or abs(amount - found * column.scale) * 9 > abs(amount):
            continue
        if _same_figure(value, found, column):
            best = telling_one
    return best


@remembered
def refers_back(desk: Desk) -> bool:
    """Say whether a sentence goes on with the figures of the one before: "That is 430 more", "The drop, 34 percent"."""
    context = desk.context
    own = any(t.dep_ in ("nsubj", "nsubj:pass") for t in context.line)  # else "and 39 percent more" goes on from it
    line = context.line if own else context.document.line(*context.sentence)
    first = [t.lower_ for t in line if t.is_alpha or t.lower_ == "'s"][:2]
    return bool(first) and (first[0] in POINTING or (first[0] == "the" and bool(REFERRING & {*first[1:]})))


POINTING = frozenset("that this these those it which".split())
REFERRING = frozenset(
    "change rise fall drop increase decrease decline gain loss growth cut jump gap difference margin figure number "
    "total count tally".split()
)


def _of_another(desk: Desk, figure: Statement) -> bool:
    """Say whether a figure behind the statement is of something else named: "lost three, while the Greens have 17"."""
    context = desk.context
    between = context.discourse.mentions_in((context.statement.end, figure.start))
    other = next((m for m in reversed(between) if m.named and m.values and not m.back), None)
    if other is None:
        return False
    before, behind = context.text[context.statement.end : other.start], context.text[other.end : figure.start]
    return bool(CUTS & {*before}) and not CUTS & {*behind}


CUTS = frozenset(",;")


@remembered
def whole(desk: Desk, view: View) -> float:
    """Say how free the statement is to speak of everything in a table: less so the closer something of it is named."""
    if everybody(desk, view):
        return 0.85
    if view.series:
        return 0.7
    tied = max((s.subject for s in desk.named(view) if s.filled), default=0.0)
    return 0.7 if tied < 0.45 else 0.5 if tied < 0.67 else 0.35


@remembered
def everybody(desk: Desk, view: View) -> bool:
    """Say whether the clause speaks of all that the table holds: "across the eight schools", "nationwide"."""
    context = desk.context
    own = [m for m in context.discourse.mentions_in(context.clause) if m.named and not m.back and m.values]
    if any(view.rows(c, m.best) for m in own for c in view.of_role("entity")):
        return False
    words = {*context.spoken}
    heads = {form for c in view.of_role("entity") for w in view.columns[c].words[-1:] for form in (w + "s", w + "es")}
    subject = subject_of(context.verb) if context.verb is not None else None  # "The airlines carried 9 and made 2"
    told = context.line if subject is None else [*context.line, subject]
    plural = {t.lower_ for t in told if t.tag_ in ("NNS", "NNPS")} & heads
    wholes = WHOLES & words or any(w.endswith("wide") and w != "wide" for w in words)
    return bool(plural or wholes or (QUANTIFIERS & words and heads & words))


def one_or_sum(view: View, column: str, where: tuple[Filter, ...]) -> Query:
    """Ask for the cell where one row answers, else for the sum."""
    single = len(select(view, where)) == 1
    return Query(operation="value" if single else "sum", table=view.name, column=column, where=where)


def cell(view: View, column: str, where: tuple[Filter, ...]) -> Query:
    """Ask for one cell."""
    return Query(operation="value", table=view.name, column=column, where=where)


def known(view: View, column: str, where: tuple[Filter, ...]) -> Cell:
    """Give the cell of the one row that is chosen, None if there are none or several."""
    rows = select(view, where)
    return view.cells(column)[rows[0]] if len(rows) == 1 else None


def tie(selection: Selection) -> float:
    """Give how tied a selection is, less what it leaves out."""
    return max(0.0, selection.subject - selection.skipped)


def single(desk: Desk, view: View, most: int = 4) -> list[Selection]:
    """Give the selections that choose one row."""
    return [s for s in desk.selections(view) if len(select(view, s.where)) == 1][:most]


@remembered
def alike(view: View, column: str) -> list[str]:
    """Give the columns of one measure in different years, a wide table's time: "pupils_2015", "pupils_2025"."""
    own: Column = view.columns[column]
    if own.year is None:
        return []
    words = [w for w in own.words if not w.isdigit()]
    same = [
        c for c in view.measures
        if view.columns[c].year is not None and [w for w in view.columns[c].words if not w.isdigit()] == words
    ]  # fmt: skip
    return sorted(same, key=lambda c: view.columns[c].year or 0)
