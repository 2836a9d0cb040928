"""A question to a table as data: computed here, written as SQL that DuckDB answers with the same value."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from claims.checking.remembered import remembered
from claims.checking.showing import show
from claims.checking.sqltext import literal, quoted
from claims.checking.tables import Cell, Tables, View, agree_on

if TYPE_CHECKING:
    from collections.abc import Callable, KeysView, Sequence

DAYS_A_YEAR = Decimal("365.2425")
OPEN_END, OPEN_START = ">= or missing", "<= or missing"
DOWN, SCATTERED = frozenset({"falls", "fallen"}), frozenset({"fallen", "risen"})
MOVED = {"up": ">", "down": "<", "level": "="}  # how what a thing has stands to what it had
FIRSTS, FIRSTS_IN_A_ROW = "each firsts", "each firsts in a row"
COLUMN = " column"  # "> column" compares with another column of the row


class Filter(NamedTuple):
    """A condition on one column."""

    column: str
    relation: str
    value: object


@dataclass(slots=True, kw_only=True)  # thousands an article: a frozen one takes thrice the time
class Query:
    """What to take from which rows of a table, or how to combine two such questions; never changed.

    `where` chooses rows; `having` is the condition that a run of rows has to keep; `more` are columns to add to
    `column`; `order` is the column that puts rows in sequence; `key` the column that names the extreme row. `each` asks
    the same of several things, by name: which of them has most, or where `key` stands among them.
    """

    operation: str
    table: str
    column: str = ""
    where: tuple[Filter, ...] = ()
    having: tuple[Filter, ...] = ()
    more: tuple[str, ...] = ()
    order: str = ""
    key: str = ""
    on: dt.date | None = None
    left: Query | None = None
    right: Query | None = None
    factor: Decimal = Decimal(1)
    each: tuple[tuple[str, Query], ...] = ()

    def __hash__(self) -> int:
        return hash((
            self.operation, self.table, self.column, self.where, self.having, self.left, self.right, self.each,
        ))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """What a query gives, the rows it rests on and the cells it read."""

    value: Cell
    table: str
    rows: tuple[int, ...]
    columns: tuple[str, ...]
    more: tuple[Found, ...] = ()


def holds(cell: Cell, condition: Filter) -> bool:
    """Say whether a cell meets a condition; a missing cell meets none but an open end."""
    if condition.relation in ("missing", "filled"):
        return (cell is None) == (condition.relation == "missing")
    if cell is None or condition.value is None:
        return cell is None and condition.relation in (OPEN_END, OPEN_START)
    if isinstance(cell, str) and isinstance(condition.value, int | dt.date):
        return False
    return COMPARE[condition.relation](cell, condition.value)


COMPARE: dict[str, Callable[..., bool]] = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    OPEN_END: lambda a, b: a >= b,
    OPEN_START: lambda a, b: a <= b,
    "in": lambda a, b: a in b,
    "not in": lambda a, b: a not in b,
    "has": lambda a, b: b in a if isinstance(a, tuple) else a == b,
}


def same(view: View, column: str, value: object) -> Filter:
    """Give the condition that a cell is a value, or a list that holds it."""
    return Filter(column, "has" if view.columns[column].dtype == "list" else "=", value)


REMEMBERED = 20_000
_FEW = 200
"""Rows that are sooner looked at one by one than all together."""


def select(view: View, where: tuple[Filter, ...]) -> Sequence[int]:
    """Give the rows that meet every condition, equalities first through the index."""
    chosen: Sequence[int] | None = view.chosen.get(where)
    if chosen is None:
        if len(view.chosen) >= REMEMBERED:
            view.chosen.clear()
        chosen = view.chosen[where] = _selected(view, where)
    return chosen


def _selected(view: View, where: tuple[Filter, ...]) -> Sequence[int]:
    rows: Sequence[int] = range(view.size)
    met: Filter | None = None
    if indexed := [(_indexed(view, f), f) for f in where if f.relation in ("=", "has", "in")]:
        rows, fewest = min(indexed, key=lambda found: len(found[0]))
        met = None if view.columns[fewest.column].dtype == "list" else fewest  # there the index gives what holds it
    for condition in where:
        if condition is not met:
            rows = _meeting(view, rows, condition)
    return rows


def _meeting(view: View, rows: Sequence[int], condition: Filter) -> Sequence[int]:
    listed = view.columns[condition.column].dtype == "list"
    if len(rows) <= _FEW and condition.relation == ("has" if listed else "="):
        return view.cells(condition.column).holding(rows, condition.value)  # type: ignore[arg-type]
    if len(rows) <= _FEW or condition.relation.endswith(COLUMN):
        return [row for row in rows if meets(view, row, condition)]
    import numpy as np

    kept = np.asarray(rows)
    met = view.cells(condition.column).meeting(partial(holds, condition=condition))
    chosen: list[int] = kept[met[kept]].tolist()
    return chosen


@remembered
def different(view: View, column: str, where: tuple[Filter, ...]) -> KeysView[Cell]:
    """Give the different cells that a column has in the chosen rows."""
    return view.cells(column).among(select(view, where))


def _indexed(view: View, condition: Filter) -> list[int]:
    if condition.relation != "in":
        return view.rows(condition.column, condition.value)  # type: ignore[arg-type]
    return sorted({row for value in condition.value for row in view.rows(condition.column, value)})  # type: ignore[attr-defined]


def meets(view: View, row: int, condition: Filter) -> bool:
    """Say whether a row meets a condition, which may compare two of its cells."""
    found = view.cells(condition.column)[row]
    if condition.relation.endswith(COLUMN):
        other = view.cells(str(condition.value))[row]
        return holds(found, Filter(condition.column, condition.relation.removesuffix(COLUMN), other))
    return holds(found, condition)


def compute(query: Query, tables: Tables) -> Found:
    """Answer a query, once; the value is None where rows are missing or disagree."""
    found: Found | None = tables.answers.get(query)
    if found is None:
        if len(tables.answers) >= REMEMBERED:
            tables.answers.clear()
        found = tables.answers[query] = _computed(query, tables)
    return found


def _computed(query: Query, tables: Tables) -> Found:
    if query.left and query.right:
        return _combine(query, compute(query.left, tables), compute(query.right, tables))
    if query.each:
        return _of_each(query, {name: compute(asked, tables) for name, asked in query.each})
    view = tables[query.table]
    rows = select(view, query.where)
    value, used = OPERATIONS[query.operation](query, view, rows)
    columns = dict.fromkeys(
        c
        for c in (
            *(f.column for f in query.where),
            *(f.column for f in query.having),
            query.key,
            query.column,
            *query.more,
        )
        if c
    )
    return Found(value, query.table, tuple(used), tuple(columns))


def _combine(query: Query, left: Found, right: Found) -> Found:
    a, b = left.value, right.value
    a, b = (Decimal(v) if isinstance(v, int) and not isinstance(v, bool) else v for v in (a, b))
    value: Cell = None
    if query.operation == "pair" and a is not None and b is not None:
        return Found(f"{show(a)}-{show(b)}", left.table, left.rows, left.columns, (right,))
    if isinstance(a, Decimal) and isinstance(b, Decimal):
        if query.operation in ("difference", "plus"):
            value = a - b if query.operation == "difference" else a + b
        elif query.operation == "times":
            value = _short(a * b * query.factor)
        elif b:
            value = _short(_divided(query.operation, a, b) * query.factor)
    elif isinstance(a, dt.date) and isinstance(b, dt.date):
        days = Decimal((a - b).days)
        value = days if query.operation == "days between" else _short(days / DAYS_A_YEAR)
        if query.operation == "centuries between":
            value = Decimal(a.year // 100 - b.year // 100)
    return Found(value, left.table, left.rows, left.columns, (right,))


def _of_each(query: Query, found: dict[str, Found]) -> Found:
    """Name the thing with the largest or smallest figure, give that figure, the place of one, or the sum of all.

    Of places told for one time after another: how many are the first, or how many of the last without a break.
    """
    figures = {name: answer.value for name, answer in found.items() if isinstance(answer.value, Decimal)}
    operation, value = query.operation.removeprefix("each "), None
    first, *more = found.values()
    if len(figures) == len(found):
        known = list(figures.values())
        if operation in ("argmax", "argmin"):
            best = (max if operation == "argmax" else min)(known)
            value = agree_on([name for name, figure in figures.items() if figure == best])
        elif operation in ("max", "min"):
            value = max(known) if operation == "max" else min(known)
        elif operation == "sum":
            value = sum(known, Decimal(0))
        elif query.operation == FIRSTS:
            value = Decimal(sum(figure == 1 for figure in known))
        elif query.operation == FIRSTS_IN_A_ROW:
            value = Decimal(sum(1 for _ in takewhile(lambda figure: figure == 1, reversed(known))))
        elif query.key in figures:
            ahead = COMPARE[">" if operation == "rank from top" else "<"]
            value = Decimal(1 + sum(ahead(figure, figures[query.key]) for figure in known))
    return Found(value, first.table, first.rows, first.columns, (*first.more, *more))


def _divided(operation: str, a: Decimal, b: Decimal) -> Decimal:
    if operation == "percent change":
        return 100 * (a - b) / b
    return 100 * a / b if operation == "share" else a / b


def _short(value: Decimal) -> Decimal:
    return round(value, 6).normalize() + 0


def _summed(query: Query, view: View, rows: Sequence[int]) -> Sequence[Cell]:
    """Give the cells of the column, or their sums with those of the columns to add."""
    if not query.more:
        return view.cells(query.column).listed(rows)
    every = zip(*(view.cells(column) for column in (query.column, *query.more)), strict=True)
    return [sum(row, Decimal(0)) if all(isinstance(cell, Decimal) for cell in row) else None for row in every]


def _value(query: Query, view: View, rows: Sequence[int]) -> tuple[Cell, Sequence[int]]:
    cells = _summed(query, view, rows)
    return agree_on([cells[row] for row in rows]), rows


def _in_order(query: Query, view: View, rows: Sequence[int]) -> tuple[Cell, Sequence[int]]:
    """Take the cell of the first or last row in sequence, if there is one such row."""
    order, cells = view.cells(query.order).listed(rows), view.cells(query.column).listed(rows)
    known = [row for row in rows if order[row] is not None]
    if not known:
        return None, []
    best = (max if query.operation == "last" else min)(order[row] for row in known)  # type: ignore[type-var]
    rows = [row for row in known if order[row] == best]
    return agree_on([cells[row] for row in rows]), rows


def _number(query: Query, view: View, rows: Sequence[int]) -> tuple[Cell, Sequence[int]]:
    cells = _summed(query, view, rows)
    known = [row for row in rows if cells[row] is not None]
    if not known:
        return None, []
    values = [cells[row] for row in known]
    if query.operation in ("max", "min"):
        best = (max if query.operation == "max" else min)(values)  # type: ignore[type-var]
        return best, [row for row in known if cells[row] == best]
    total = sum((v for v in values if isinstance(v, Decimal)), Decimal(0))
    return (total if query.operation == "sum" else _short(total / len(values))), known


def _count(query: Query, view: View, rows: Sequence[int]) -> tuple[Cell, Sequence[int]]:
    if not query.column:
        return Decimal(len(rows)), rows
    cells = view.cells(query.column).listed(rows)
    return Decimal(len({cells[row] for row in rows if cells[row] is not None})), rows


def _extreme(query: Query, view: View, rows: Sequence[int]) -> tuple[Cell, Sequence[int]]:
    """Name the row with the largest or smallest cell; none when two share it."""
    _, best = _number(Query(operation=query.operation[3:], table="", column=query.column), view, rows)
    names = view.cells(query.key).listed(rows)
    return agree_on([names[row] for row in best]), best


def _age(query: Query, view: View, rows: Sequence[int]) -> tuple[Cell, Sequence[int]]:
    cells = view.cells(query.column).listed(rows)
    start = agree_on([cells[row] for row in rows])
    if not isinstance(start, dt.date) or query.on is None:
        return None, rows
    return years_between(start, query.on), rows


def _birthday(query: Query, view: View, rows: Sequence[int]) -> tuple[Cell, Sequence[int]]:
    """Give the day of the year `on` that the cell's day comes round."""
    born = agree_on([view.cells(query.column)[row] for row in rows])
    if not isinstance(born, dt.date) or query.on is None or (born.month, born.day) == (2, 29):
        return None, rows
    return born.replace(year=query.on.year), rows


def years_between(start: dt.date, end: dt.date) -> Decimal:
    """Count the complete years from one day to another, below zero where that is earlier, as SQL's `date_sub` does.

    >>> years_between(dt.date(1977, 3, 20), dt.date(2022, 4, 26))
    Decimal('45')
    >>> years_between(dt.date(1983, 5, 1), dt.date(1963, 12, 31))
    Decimal('-19')
    """
    if end < start:
        return -years_between(end, start)
    return Decimal(end.year - start.year - ((end.month, end.day) < (start.month, start.day)))


def _since(query: Query, view: View, rows: Sequence[int]) -> tuple[Cell, Sequence[int]]:
    """Measure the time from the first such day to `on`, in years with decimals or in days."""
    cells = view.cells(query.column).listed(rows)
    known = [row for row in rows if isinstance(cells[row], dt.date)]
    if not known or query.on is None:
        return None, rows
    start = min(cells[row] for row in known)  # type: ignore[type-var]
    days = Decimal((query.on - start).days)  # type: ignore[operator]
    return (days if query.operation == "days since" else _short(days / DAYS_A_YEAR)), known


def _held(query: Query, view: View, rows: Sequence[int]) -> tuple[Cell, Sequence[int]]:
    """Add up the years from the cells of `column` to those of `key`, or to `on` where that is open or later."""
    starts, ends = view.cells(query.column).listed(rows), view.cells(query.key).listed(rows)
    days, used = 0, []
    for row in rows:
        start, end = starts[row], ends[row]
        if isinstance(start, dt.date) and query.on is not None and start <= query.on:
            days += (min(end if isinstance(end, dt.date) else query.on, query.on) - start).days
            used.append(row)
    return (_short(Decimal(days) / DAYS_A_YEAR) if used else None), used


def _rank(query: Query, view: View, rows: Sequence[int]) -> tuple[Cell, Sequence[int]]:
    """Place the one row that `having` names among the rows of `where`, by falling or rising value."""
    cells = _summed(query, view, rows)
    own = [row for row in rows if all(meets(view, row, f) for f in query.having)]
    value = agree_on([cells[row] for row in own])
    if value is None:
        return None, own
    ahead = COMPARE[">" if query.operation == "rank from top" else "<"]
    return Decimal(1 + sum(ahead(cells[row], value) for row in rows if cells[row] is not None)), own


def _met(query: Query, view: View, rows: Sequence[int]) -> tuple[Cell, Sequence[int]]:
    """Count the conditions of `having` that the one row meets; nothing where all its cells are missing."""
    columns = [f.column for f in query.having]
    asked = any(f.relation in ("missing", "filled") for f in query.having)
    known = [row for row in rows if asked or any(view.cells(c)[row] is not None for c in columns)]
    if len(known) != 1:
        return None, known
    return Decimal(sum(meets(view, known[0], f) for f in query.having)), known


def _streak(query: Query, view: View, rows: Sequence[int]) -> tuple[Cell, Sequence[int]]:
    """Count the rows that keep the condition, back from the last one in sequence."""
    order = view.cells(query.order).listed(rows)
    known = sorted((row for row in rows if order[row] is not None), key=lambda row: order[row], reverse=True)  # type: ignore[arg-type,return-value]
    run: list[int] = []
    for row in known:
        if not all(meets(view, row, f) for f in query.having):
            break
        run.append(row)
    return Decimal(len(run)), run


def _trend(query: Query, view: View, rows: Sequence[int]) -> tuple[Cell, Sequence[int]]:
    """Count how many times the value fell or rose: in a row, up to the last, or all in all."""
    order, cells = view.cells(query.order).listed(rows), view.cells(query.column).listed(rows)
    known = [row for row in rows if order[row] is not None and cells[row] is not None]
    known.sort(key=lambda row: order[row], reverse=True)  # type: ignore[arg-type,return-value]
    run: list[int] = []
    for row, before in pairwise(known):
        now, then = cells[row], cells[before]
        if now < then if query.operation in DOWN else now > then:  # type: ignore[operator]
            run.append(row)
        elif query.operation not in SCATTERED:
            break
    return Decimal(len(run)), run


def _total(query: Query, view: View, rows: Sequence[int]) -> tuple[Cell, Sequence[int]]:
    """Compare the sums of each time: the largest, the place of the one that `having` names, how long they moved."""
    order, cells = view.cells(query.order), view.cells(query.column)
    sums: dict[Any, Decimal] = {}
    for row in rows:
        cell = cells[row]
        if order[row] is None or not isinstance(cell, Decimal):
            return None, rows
        sums[order[row]] = sums.get(order[row], Decimal(0)) + cell
    if not sums:
        return None, rows
    operation = query.operation.removeprefix("total ")
    if operation in ("max", "min"):
        return (max if operation == "max" else min)(sums.values()), rows
    if operation in ("falls", "rises"):
        steps = pairwise(sums[time] for time in sorted(sums, reverse=True))
        kept = takewhile(lambda step: step[0] < step[1] if operation == "falls" else step[0] > step[1], steps)
        return Decimal(sum(1 for _ in kept)), rows
    if operation in SCATTERED:
        moved = COMPARE["<" if operation in DOWN else ">"]
        return Decimal(sum(moved(now, then) for then, now in pairwise(sums[time] for time in sorted(sums)))), rows
    own = [total for time, total in sums.items() if all(holds(time, f) for f in query.having)]
    if len(own) != 1:
        return None, rows
    ahead = COMPARE[">" if operation == "rank from top" else "<"]
    return Decimal(1 + sum(ahead(total, own[0]) for total in sums.values())), rows


def _growth(query: Query, view: View, rows: Sequence[int]) -> tuple[Cell, Sequence[int]]:
    """Compare by how many percent, or by how much, each thing grew between the times that `having` names first."""
    now, base, *own = query.having
    order, names, cells = (view.cells(c) for c in (query.order, query.key, query.column))
    at: dict[tuple[Any, Any], list[int]] = {}
    for row in rows:
        if order[row] in (now.value, base.value) and isinstance(cells[row], Decimal):
            at.setdefault((names[row], order[row]), []).append(row)
    if any(len(same_time) > 1 for same_time in at.values()):
        return None, rows
    grown: dict[Cell, Decimal] = {}
    counts = query.operation.startswith("growth count")
    plain = counts or query.operation.startswith("growth amount")
    for name, time in at:
        before = at.get((name, base.value), [])
        if time == now.value and before and (plain or cells[before[0]]):
            grown[name] = _grown(cells[at[name, time][0]], cells[before[0]], plain)  # type: ignore[arg-type]
    used = [row for (name, _), rows_at in at.items() if name in grown for row in rows_at]
    if not grown:
        return None, used
    if counts:
        moved = COMPARE[MOVED[query.operation.rsplit(" ", 1)[1]]]
        return Decimal(sum(moved(by, 0) for by in grown.values())), used
    if " arg" in query.operation:
        best = (max if query.operation.endswith("max") else min)(grown.values())
        return agree_on([name for name, by in grown.items() if by == best]), used
    mine = [by for name, by in grown.items() if all(holds(name, f) for f in own)]
    if len(mine) != 1:
        return None, used
    ahead = COMPARE[">" if query.operation.endswith("top") else "<"]
    return Decimal(1 + sum(ahead(by, mine[0]) for by in grown.values())), used


def _grown(now: Decimal, base: Decimal, plain: bool) -> Decimal:
    """Give by how much a thing grew, or by how many percent."""
    return now - base if plain else _short(_divided("percent change", now, base))


OPERATIONS: dict[str, Callable[[Query, View, Sequence[int]], tuple[Cell, Sequence[int]]]] = {
    "value": _value, "last": _in_order, "first": _in_order,
    "sum": _number, "mean": _number, "max": _number, "min": _number,
    "count": _count, "argmax": _extreme, "argmin": _extreme,
    "age": _age, "birthday": _birthday, "years since": _since, "days since": _since,
    "years held": _held, "rank from top": _rank, "rank from bottom": _rank,
    "streak": _streak, "met": _met, "falls": _trend, "rises": _trend,
    "fallen": _trend, "risen": _trend,
    "total max": _total, "total min": _total, "total falls": _total, "total rises": _total,
    "total fallen": _total, "total risen": _total,
    **{
        f"growth {by}{asked}": _growth
        for by in ("", "amount ") for asked in ("argmax", "argmin", "rank from top", "rank from bottom")
    },
    **{f"growth count {way}": _growth for way in MOVED},
    "total rank from top": _total, "total rank from bottom": _total,
}  # fmt: skip


def _condition(condition: Filter) -> str:
    name = quoted(condition.column)
    if condition.relation in (OPEN_END, OPEN_START):
        return f"({name} IS NULL OR {name} {condition.relation[:2]} {literal(condition.value)})"
    if condition.relation in ("missing", "filled"):
        return f"{name} IS {'NOT ' if condition.relation == 'filled' else ''}NULL"
    if condition.relation.endswith(COLUMN):
        return f"{name} {condition.relation.removesuffix(COLUMN)} {quoted(str(condition.value))}"
    if condition.relation == "has":
        return f"list_contains(regexp_split_to_array(trim({name}), '\\s*;\\s*'), {literal(condition.value)})"
    return f"{name} {condition.relation.upper()} {literal(condition.value)}"


def _where(conditions: tuple[Filter, ...], *more: str) -> str:
    parts = [*(_condition(c) for c in conditions), *more]
    return " WHERE " + " AND ".join(parts) if parts else ""


def sql(query: Query) -> str:
    """Write a query for DuckDB.

    >>> sql(Query(operation="max", table="results", column="seats", where=(Filter("year", "=", 2025),)))
    'SELECT max("seats") FROM "results" WHERE "year" = 2025'
    """
    if query.left and query.right:
        return _combined_sql(query, f"({sql(query.left)})", f"({sql(query.right)})")
    if query.each:
        return _each_sql(query)
    column = " + ".join(quoted(c) for c in (query.column, *query.more))
    return _single_sql(
        query, f"({column})" if query.more else column, f" FROM {quoted(query.table)}", _where(query.where)
    )


def _shown(sql_text: str) -> str:
    """Write an answer as `show` does: no zeros that end a fraction, one before its point."""
    return rf"regexp_replace(regexp_replace({sql_text}::VARCHAR, '\.0+$|(\.\d*[1-9])0+$', '\1'), '^\.', '0.')"


def _combined_sql(query: Query, a: str, b: str) -> str:
    factor = "" if query.factor == 1 else f" * {show(query.factor)}"
    forms = {
        "pair": f"SELECT {_shown(a)} || '-' || {_shown(b)}",
        "difference": f"SELECT {a} - {b}",
        "plus": f"SELECT {a} + {b}",
        "times": f"SELECT round({a} * {b}{factor}, 6)",
        "days between": f"SELECT date_diff('day', {b}, {a})",
        "centuries between": f"SELECT year({a}) // 100 - year({b}) // 100",
        "years between": f"SELECT round(date_diff('day', {b}, {a}) / {DAYS_A_YEAR}, 6)",
        "percent change": f"SELECT round(100.0 * ({a} - {b}) / {b}{factor}, 6)",
        "share": f"SELECT round(100.0 * {a} / {b}{factor}, 6)",
        "ratio": f"SELECT round(1.0 * {a} / {b}{factor}, 6)",
    }
    return forms[query.operation]


def _each_sql(query: Query) -> str:
    things = " UNION ALL ".join(f"SELECT {literal(name)} AS thing, ({sql(q)}) AS figure" for name, q in query.each)
    given, operation = f"WITH each_thing AS ({things}) SELECT", query.operation.removeprefix("each ")
    if operation in ("sum", "max", "min"):
        return f"{given} {operation}(figure) FROM each_thing"
    if query.operation == FIRSTS:
        return f"{given} count(*) FROM each_thing WHERE figure = 1"
    if query.operation == FIRSTS_IN_A_ROW:
        return f"{given} count(*) FROM each_thing WHERE thing > ALL (SELECT thing FROM each_thing WHERE figure <> 1)"
    if operation in ("argmax", "argmin"):
        return f"{given} thing FROM each_thing WHERE figure = (SELECT {operation[3:]}(figure) FROM each_thing)"
    own = f"(SELECT figure FROM each_thing WHERE thing = {literal(query.key)})"
    return f"{given} 1 + count(*) FROM each_thing WHERE figure {'>' if operation.endswith('top') else '<'} {own}"


DERIVED = ("total ", "growth ")  # operations over what the table gives by time, or by thing from one time to another


def _derived(query: Query, column: str, source: str, where: str) -> tuple[Query, str, str]:
    """Write the table that a total or a growth is asked of, and what is asked of it."""
    kind, operation = query.operation.split(" ", 1)
    if kind == "total":
        times = quoted(query.order)
        sums = f"SELECT {times}, sum({column}) AS {column}{source}{where} GROUP BY {times}"
        return replace(query, operation=operation, where=()), f" FROM ({sums})", ""
    now, base, *own = query.having
    key = quoted(query.key)
    plain = operation.startswith(("count", "amount "))
    operation = operation.removeprefix("amount ")
    change = f"a.{column} - b.{column}"
    amount = change if plain else f"round(100.0 * ({change}) / b.{column}, 6)"
    by = f"SELECT a.{key} AS {key}, {amount} AS {column}"
    at = " AND ".join(f"{side}.{_condition(f)}" for side, f in (("a", now), ("b", base)))
    joined = f"{source} a JOIN{source.removeprefix(' FROM')} b ON a.{key} = b.{key}"
    grown = f" FROM ({by}{joined} WHERE {at}{'' if plain else f' AND b.{column} <> 0'})"
    return replace(query, operation=operation, having=tuple(own)), grown, where


def _single_sql(query: Query, column: str, source: str, where: str) -> str:
    if query.operation.startswith(DERIVED):
        query, source, where = _derived(query, column, source, where)
    operation, key, order = query.operation, quoted(query.key), quoted(query.order)
    if operation == "value":
        return f"SELECT DISTINCT {column}{source}{_where(query.where, column + ' IS NOT NULL')}"
    if operation in ("last", "first"):
        extreme = "max" if operation == "last" else "min"
        return f"SELECT DISTINCT {column}{source}" + _where(
            query.where, f"{order} = (SELECT {extreme}({order}){source}{where})", f"{column} IS NOT NULL"
        )
    if operation in ("sum", "max", "min"):
        return f"SELECT {operation}({column}){source}{where}"
    if operation == "mean":
        return f"SELECT round(avg({column}), 6){source}{where}"
    if operation == "count":
        return f"SELECT count({'DISTINCT ' + column if query.column else '*'}){source}{where}"
    if operation.startswith("count "):
        moved = f"{column} {MOVED[operation.removeprefix('count ')]} 0"
        return f"SELECT count(*){source}{where + ' AND' if where else ' WHERE'} {moved}"
    if operation in ("argmax", "argmin"):
        return f"SELECT DISTINCT {key}{source}" + _where(
            query.where, f"{column} = (SELECT {operation[3:]}({column}){source}{where})"
        )
    if operation == "met":
        met = " + ".join(f"CASE WHEN {_condition(f)} THEN 1 ELSE 0 END" for f in query.having)
        return f"SELECT {met}{source}{where}"
    if operation == "age":
        return f"SELECT DISTINCT date_sub('year', {column}, {literal(query.on)}){source}{where}"
    if operation == "birthday":
        year = query.on.year if query.on else 0
        return f"SELECT DISTINCT make_date({year}, month({column}), day({column})){source}{where}"
    if operation == "days since":
        return f"SELECT date_diff('day', min({column}), {literal(query.on)}){source}{where}"
    if operation == "years since":
        return f"SELECT round(date_diff('day', min({column}), {literal(query.on)}) / {DAYS_A_YEAR}, 6){source}{where}"
    if operation == "years held":
        day = literal(query.on)
        held = f"sum(date_diff('day', {column}, least(coalesce({key}, {day}), {day})))"
        return f"SELECT round({held} / {DAYS_A_YEAR}, 6){source}{_where(query.where, f'{column} <= {day}')}"
    if operation.startswith("rank"):
        sign = ">" if operation.endswith("top") else "<"
        own = f"(SELECT DISTINCT {column}{source}{_where(query.where + query.having)})"
        return f"SELECT 1 + count(*){source}{_where(query.where, f'{column} {sign} {own}')}"
    if operation == "streak":
        kept = " AND ".join(_condition(c) for c in query.having)
        broken = f"(SELECT max({order}){source}{_where(query.where, f'NOT coalesce({kept}, false)')})"
        return f"SELECT count(*){source}{_where(query.where, f'coalesce({order} > {broken}, true)')}"
    return _trend_sql(query, column, order, source)


def _trend_sql(query: Query, column: str, order: str, source: str) -> str:
    sign = "<" if query.operation in DOWN else ">"
    steps = (
        f"SELECT {order} AS moment, {column} {sign} lag({column}) OVER (ORDER BY {order}) AS kept"
        f"{source}{_where(query.where, f'{column} IS NOT NULL')}"
    )
    counted = f"WITH steps AS ({steps}) SELECT count(*) FROM steps WHERE kept"
    if query.operation in SCATTERED:
        return counted
    return (
        f"{counted} "
        "AND moment > coalesce((SELECT max(moment) FROM steps WHERE NOT coalesce(kept, false)), "
        "(SELECT min(moment) FROM steps))"
    )
