"""Evidence: rows, columns, the query that anybody can replay, and the sentence a reader understands."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.agreement import EITHER
from claims.checking.query import Found, sql
from claims.checking.showing import show
from claims.checking.sqltext import quoted
from claims.types import Evidence

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.query import Query
    from claims.checking.scoring import Reading
    from claims.checking.tables import View
    from claims.types import Failure

SHOWN_ROWS = 12


def evidence(desk: Desk, reading: Reading, found: Found) -> Evidence:
    """Give the cells that answered a reading, where their file has them."""
    views, used = desk.tables.views, _used(desk, found)
    columns = tuple(dict.fromkeys(column for read in used.values() for column in read))
    return Evidence(
        table=views[found.table].table.name,
        rows=tuple(views[table].label(row) for table, row in used), columns=columns,
        sql=_replayable(sql(reading.query), desk), source=views[found.table].table.source, found=show(found.value),
        cells=tuple(
            tuple(views[table].raw(row, read[c]) or "" if c in read else None for c in columns)
            for (table, row), read in used.items()
        ),
    )  # fmt: skip


def _used(desk: Desk, found: Found) -> dict[tuple[str, int], dict[str, str]]:
    """Give the rows that were read, each with the columns read there: as the file and as the engine calls them."""
    used: dict[tuple[str, int], dict[str, str]] = {}
    for part in _parts(found):
        for shown in part.rows[:SHOWN_ROWS]:
            for table, row, columns in desk.tables[part.table].sources(shown, part.columns):
                read = used.setdefault((table, row), {})
                read |= {desk.tables[table].origin(row, column)[1]: column for column in columns}
    return used


def _replayable(text: str, desk: Desk) -> str:
    """Define the other forms of tables that a query asks, so that it runs on the tables as they are."""
    given = ""
    for form in [v.form for v in reversed(list(desk.tables)) if v.form]:  # one may be made of one before it
        if quoted(form.name) in text + given:
            given = f"{quoted(form.name)} AS ({form.relation()})" + (f", {given}" if given else "")
    text = _beginning(given, text)
    for coded in [v.coded for v in desk.tables if v.coded]:
        named, text = coded.put(text)
        text = _beginning(named, text)
    return text


def _beginning(given: str, text: str) -> str:
    if not given:
        return text
    return f"WITH {given}, {text[5:]}" if text.startswith("WITH ") else f"WITH {given} {text}"


def _parts(found: Found) -> Iterator[Found]:
    yield found
    for more in found.more:
        yield from _parts(more)


def failures(desk: Desk, found: Found) -> list[Failure]:
    """Give the failed expectations of the cells that were read."""
    failed: list[Failure] = []
    for part in _parts(found):
        cells = desk.tables[part.table].table.failed
        if cells:
            failed += [cells[row, column] for row in part.rows for column in part.columns if (row, column) in cells]
    return failed


def stale(desk: Desk, found: Found) -> tuple[str, ...]:
    """Say how old the tables are that a statement about a later time was checked against."""
    day, flags = _time(desk), list[str]()
    for part in _parts(found):
        table = desk.tables[part.table].table
        lasting = all(column.role == "date" for name in part.columns if (column := table.column(name)))
        if day and table.as_of and table.as_of < day and not lasting:
            whole_year = (table.as_of.month, table.as_of.day) == (12, 31)
            flags.append(f"as of {table.as_of.year if whole_year else table.as_of}")
    return tuple(dict.fromkeys(flags))


def _time(desk: Desk) -> dt.date | None:
    """Give the time of the sentence; a statement in the present tense is about the day of publication."""
    context, (start, end) = desk.context, desk.statement.sentence
    stated = next((w for w in context.times if w.role == "at" and start <= w.start < end), None)
    if stated:
        return stated.period[0]
    verb = context.verb
    now = desk.statement.kind == "office" or (verb is not None and verb.tag_ in ("VBZ", "VBP"))
    return context.published if now else None


def written(reading: Reading, found: Found) -> str:
    """Write what was found as an article would: scaled, rounded, with percent sign."""
    value = found.value
    if not isinstance(value, Decimal):
        return show(value)
    if isinstance(reading.scale, Decimal):
        value *= reading.scale
    if value != value.to_integral_value():
        value = round(value, 2 if abs(value) < 10 else 1)
    text = f"{value:,f}" if abs(value) >= 10_000 or value != value.to_integral_value() else format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    if reading.form == "percent as ratio":
        return f"{text}%"
    return f"{text}%" if reading.unit == "%" else f"{text} years" if reading.form == "years" else text


def _as_timed(view: View, query: Query, found: Found) -> str:
    """Write a time or a mark as its cell does, "1:58.73", and how far two are apart in seconds; "" for all else."""
    asked = query.left or query
    meaning = view.columns.get(asked.column)
    if meaning is None or meaning.dtype != "clock" or not isinstance(found.value, Decimal):
        return ""
    if query.left is not None and query.operation == "difference":
        return f"{show(found.value)} {'s' if EITHER not in meaning.unit else ''}".strip()
    rows = [row for row in found.rows if view.cells(asked.column)[row] == found.value]
    return view.table.raw(rows[0], asked.column) or "" if rows and query.left is None else ""


def explain(desk: Desk, reading: Reading, found: Found, *, agrees: bool) -> str:
    """Say in one sentence what the table holds and what the article says."""
    view = desk.tables[found.table]
    table = view.table.name
    result, quote = _as_timed(view, reading.query, found) or written(reading, found), desk.statement.quote
    said = f"as the article says ({quote})" if agrees else f"the article says {quote}"
    if reading.query.operation == "age" and found.rows:
        born = show(view.cells(reading.query.column)[found.rows[0]])
        return f"{table} row '{view.label(found.rows[0])}': born {born}, so {result} on {reading.query.on}; {said}"
    rows = f" row '{view.label(found.rows[0])}'" if len(found.rows) == 1 else ""
    return f"{table}{rows}: {reading.said} is {result}; {said}"
