"""What part of its whole is told of a figure just given: "16,549 pupils, or 84.6 percent", "uptake fell to 88"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.circumstances import leaves
from claims.checking.likeness import digits
from claims.checking.query import Query
from claims.checking.readings.apiece import own_stems
from claims.checking.readings.axes import time_column
from claims.checking.readings.changes import in_points, moved, multiple, part
from claims.checking.readings.continued import figure
from claims.checking.readings.figures import named_in, sampled, stems
from claims.checking.readings.levels import told_before
from claims.checking.readings.measures import agrees, one_or_sum
from claims.checking.readings.shares import comparable, form
from claims.checking.remembered import remembered
from claims.checking.scoring import TOLD, Reading
from claims.checking.selection import first_year
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.discourse import Last
    from claims.checking.readings.figures import Rows
    from claims.checking.tables import View

RATES = stems("coverage rate uptake share proportion percentage quota ratio part level")
LEVELS, FROM, TO = frozenset({"lookup", "sum", "cell", "movement"}), ["from"], ["to"]
SURELY, HALF, TELLING, LEAST_ROWS, ROUNDED = 0.8, 0.5, 4, 3, Decimal("0.06")
SURE, LIKELY, HUNDRED, MOST = 0.95, 0.8, Decimal(100), 4


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what part a figure just told is of its whole, and the rate of two that were told side by side."""
    value = desk.value
    if value is None or not (value.kind in ("percent", "ratio") or part(value)) or multiple(value) or in_points(desk):
        return
    if desk.context.discourse.settled:
        yield from _apposed(desk)
        yield from _of_two_told(desk)


def _apposed(desk: Desk) -> Iterator[Reading]:
    """Yield the part of all that are counted which the figure right before makes: "16,549 pupils, or 84.6 percent"."""
    context = desk.context
    level = told_before(context)
    last = context.discourse.settled.get(level.start) if level is not None else None
    if level is None or last is None or level.value is None or moved(desk) or context.after[:1] == ["of"]:
        return
    query, view = last.query, desk.tables[last.table]
    if last.reading.family not in LEVELS or query.operation not in ("value", "sum") or query.more:
        return
    noun = stem(level.value.unit.split(" ")[-1])
    found = [w for w in wholes(view, query.column) if noun and named_in(own_stems(view, w), [noun])]
    known = {*found} & bases(view)
    for whole in found:
        sure = len(found) == 1 and whole in known and _surely(last, level.value.amount)
        right = one_or_sum(view, whole, query.where)
        yield from _read(desk, view, query, right, last.reading.said, whole, sure=sure)


def _surely(last: Last, amount: object) -> bool:
    """Say whether a figure is surely one of what was asked: by the words, or by the digits it is written with."""
    telling = isinstance(amount, Decimal) and len(digits(amount)) >= TELLING
    return last.sure >= SURELY or (last.sure >= HALF and telling)


def _read(desk: Desk, view: View, left: Query, right: Query, said: str, whole: str, *, sure: bool) -> Iterator[Reading]:
    words = SURE if sure else LIKELY
    found = Reading(
        family="share", query=Query(operation="share", table=view.name, left=left, right=right),
        parts=(("subject", words), ("words", words), ("kind", 1.0), ("time", words)), unit="%",
        said=f"{said} as a share of {whole}", form=form(desk), refutes=sure, flags=TOLD if sure else (),
    )  # fmt: skip
    if sure or agrees(desk, found):
        yield found


def _of_two_told(desk: Desk) -> Iterator[Reading]:
    """Yield the rate of a part and its whole, both of which were just told of the same, where a rate is spoken of."""
    context = desk.context
    if desk.value is None or desk.value.kind != "percent" or not RATES & context.clause_stems:
        return
    for view, columns in _told(desk):
        pairs = [(p, w) for p in columns for w in wholes(view, p) if w in columns]
        for one, whole in pairs if len(pairs) == 1 else ():
            times = sorted({*columns[one], *columns[whole]}, key=lambda rows: _year(view, rows))[:MOST]
            led = context.before[:1]
            wanted = times[:1] if led == FROM else times[-1:] if led == TO else times
            for rows in wanted:
                left, right = one_or_sum(view, one, rows), one_or_sum(view, whole, rows)
                sure = led in (FROM, TO) and len(times) > 1
                yield from _read(desk, view, left, right, f"{one} in {_year(view, rows)}", whole, sure=sure)


def _told(desk: Desk) -> list[tuple[View, dict[str, list[Rows]]]]:
    """Give the columns that the figures of this sentence and the one before are of, with their rows, by table."""
    context = desk.context
    found: dict[str, dict[str, list[Rows]]] = {}
    for start, last in context.discourse.settled.items():
        if context.sentence_before[0] <= start < desk.statement.start and figure(desk, last) is not None:
            for leaf in leaves(last.query):
                if leaf.column and leaf.operation in ("value", "sum") and not leaf.more:
                    found.setdefault(leaf.table, {}).setdefault(leaf.column, []).append(leaf.where)
    return [(desk.tables[name], columns) for name, columns in found.items() if len(columns) > 1]


def _year(view: View, rows: Rows) -> int:
    order = time_column(view)
    return next((first_year(f.value) or 0 for f in rows if f.column == order), 0)


@remembered
def wholes(view: View, column: str) -> list[str]:
    """Give the columns of which another is a part in every row, of things that are counted alike."""
    if column not in view.measures or view.columns[column].kind == "percent":
        return []
    others = [c for c in view.measures if c != column and comparable(view.columns[column], view.columns[c])]
    return [c for c in others if _within(view, column, c)]


def _within(view: View, one: str, whole: str) -> bool:
    pairs = [(view.cells(one)[row], view.cells(whole)[row]) for row in sampled(view)]
    both = [(a, b) for a, b in pairs if isinstance(a, Decimal) and isinstance(b, Decimal)]
    return len(both) >= LEAST_ROWS and all(0 <= a <= b for a, b in both) and any(a < b for a, b in both)


@remembered
def bases(view: View) -> frozenset[str]:
    """Give the columns that some column of percentages is counted against, as the cells bear out."""
    shares = [c for c in view.measures if view.columns[c].kind == "percent"]
    measured = [c for c in view.measures if view.columns[c].kind != "percent"] if shares else []
    pairs = [(one, whole) for one in measured for whole in wholes(view, one)]
    return frozenset(whole for one, whole in pairs if any(_borne_out(view, s, one, whole) for s in shares))


def _borne_out(view: View, share: str, one: str, whole: str) -> bool:
    """Say whether a percentage is that of one column in another in every row."""
    scale = view.columns[share].scale
    for row in sampled(view):
        told, mine, other = (view.cells(c)[row] for c in (share, one, whole))
        if not (isinstance(told, Decimal) and isinstance(mine, Decimal) and isinstance(other, Decimal) and other):
            continue
        if abs(HUNDRED * mine / other - told * scale) > ROUNDED:
            return False
    return True
