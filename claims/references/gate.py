"""The gate: expectation suites run on the tables, their results remembered, failing rows carried to cells.

A failing row of a rule about columns spoils the cells of those columns. A key that occurs twice spoils every cell of
the rows that share it, since nothing tells them apart. A rule about a whole column spoils the column, one about the
table all of it. Only rules of severity "critical" spoil cells; the others flag them.

`python -m claims.references` makes the receipts that travel with the package anew.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claims import embedded
from claims.references import cells, receipts, suites, validation
from claims.references.suites import Result, Suite
from claims.types import Failure, TableReport

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claims.references.table import Table

_LABELS_SHOWN = 3
_TOTALS = frozenset({"total", "totals", "grand total", "all", "overall", "sum", "sum total"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A table's report, and every expectation with its result."""

    report: TableReport
    results: tuple[Result, ...] = ()

    def _repr_html_(self) -> str:
        from claims import notebook

        return notebook.show(self)


def run(table: Table, suite: Suite, tables: Sequence[Table]) -> tuple[Result, ...]:
    """Give every expectation's result, from a receipt where there is one."""
    suites.refuse_missing_columns(table, suite)
    parameters = suites.parameters_of(suite, tables)
    key = receipts.key_of(table, suite, parameters)
    found = receipts.shipped().get(key) or receipts.cached(key)
    if found is None:
        found = [asdict(result) for result in validation.validate(table, suite, parameters)]
        receipts.remember(key, found)
    return tuple(
        Result(**{**entry, "columns": tuple(entry["columns"]), "rows": tuple(entry["rows"])}) for entry in found
    )


def outcome(
    table: Table, suite: Suite, results: Sequence[Result]
) -> tuple[TableReport, dict[tuple[int, str], Failure], dict[tuple[int, str], Failure]]:
    """Carry results to a report, the cells that fail and the cells that are only flagged."""
    failed: dict[tuple[int, str], Failure] = {}
    flagged: dict[tuple[int, str], Failure] = {}
    failures = []
    for result in results:
        if not result.success:
            failure = _failure(table, result)
            failures.append(failure)
            spoilt = failed if result.severity == "critical" else flagged
            for cell in _cells(table, result):
                spoilt.setdefault(cell, failure)
    slips, summed = unreadable(table), totals(table)
    passed = sum(result.success for result in results)
    report = _report(table, suite.name, passed, (*failures, *dict.fromkeys([*slips.values(), *summed.values()])))
    return report, {**summed, **failed}, {**slips, **flagged}


def without_suite(
    table: Table,
) -> tuple[TableReport, dict[tuple[int, str], Failure], dict[tuple[int, str], Failure]]:
    """Report a table that nobody has described expectations for: its totals, its unreadable numbers."""
    failed, flagged = totals(table), unreadable(table)
    return _report(table, "", 0, tuple(dict.fromkeys([*failed.values(), *flagged.values()]))), failed, flagged


def unreadable(table: Table) -> dict[tuple[int, str], Failure]:
    """Find the cells of number columns that hold no number."""
    flagged: dict[tuple[int, str], Failure] = {}
    for column in (c for c in table.columns if c.dtype in cells.NUMERIC):
        rows = cells.unreadable(table.texts[column.name], column.dtype)
        result = Result(
            expectation="readable as a number", columns=(column.name,), severity="warning", success=False, rows=rows
        )
        if rows:
            failure = _failure(table, result)
            flagged |= {(row, column.name): failure for row in rows}
    return flagged


def totals(table: Table) -> dict[tuple[int, str], Failure]:
    """Find a last row that is the total of the others: whatever counts or adds rows would take it for one of them."""
    last = len(table) - 1
    named = {str(table.raw(last, c.name) or "").lower().rstrip(":") for c in table.columns if c.dtype == "text"}
    if last < 2 or not named & _TOTALS:
        return {}
    sums = [name for name in (c.name for c in table.with_role("measure")) if _adds_up(table.values(name))]
    if not sums:
        return {}
    result = Result(
        expectation="no row is a total", columns=tuple(sums), severity="critical", success=False, rows=(last,),
        description="the last row is the total of the others: leave it out",
    )  # fmt: skip
    return dict.fromkeys(((last, column.name) for column in table.columns), _failure(table, result))


def _adds_up(cells: Sequence[object]) -> bool:
    *others, total = (cell for cell in cells if isinstance(cell, int | Decimal))
    return cells[-1] is not None and len(others) > 1 and sum(others) == total


def _report(table: Table, suite: str, passed: int, failures: tuple[Failure, ...]) -> TableReport:
    return TableReport(
        table=table.name, source=table.source, sha256=table.sha256, rows=len(table),
        suite=suite, passed=passed, failed=len(failures), failures=failures,
    )  # fmt: skip


def _failure(table: Table, result: Result) -> Failure:
    labels = tuple(table.label(row) for row in result.rows)
    shown = [_shown(table, row, result) for row in result.rows[:_LABELS_SHOWN]]
    more = len(labels) - len(shown)
    rest = [f"{more} more"] if more > 0 else []
    rule = (
        result.description
        or f"{result.expectation.removeprefix('expect_').replace('_', ' ')} ({', '.join(result.columns)})"
    )
    found = "; ".join([*shown, *rest]) or result.observed or "the table as a whole"
    return Failure(
        expectation=result.expectation,
        column=", ".join(result.columns),
        severity=result.severity,
        rows=labels,
        explanation=f"{rule}: {found}",
    )


def _shown(table: Table, row: int, result: Result) -> str:
    written = ", ".join(f"{name} {table.raw(row, name) or 'empty'}" for name in result.columns if name not in table.key)
    label = table.label(row) if table.key else ""
    told = ": ".join(part for part in (label, written) if part)
    return f"row {row + 1} ({told})" if told else f"row {row + 1}"


def _cells(table: Table, result: Result) -> Iterable[tuple[int, str]]:
    every = [column.name for column in table.columns]
    if result.rows:
        names = every if "unique" in result.expectation else result.columns
        return ((row, name) for row in result.rows for name in names)
    names = [name for name in result.columns if name in every] or every
    return ((row, name) for row in range(len(table)) for name in names)


def ship() -> None:
    """Write the receipts of the embedded tables into `expectations/receipts/embedded.json`."""
    from importlib.metadata import version

    from claims.references import References

    made = {}
    tables = References.embedded().tables
    for table in tables:
        if table.suite:
            suite = suites.read_suite(embedded.folder("expectations") / f"{table.suite}.json")
            parameters = suites.parameters_of(suite, tables)
            key = receipts.key_of(table, suite, parameters)
            made[key] = [asdict(result) for result in validation.validate(table, suite, parameters)]
    content = {"great_expectations": version("great_expectations"), "receipts": made}
    receipts.shipped_file().parent.mkdir(exist_ok=True)
    receipts.shipped_file().write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
