"""The gate: expectation suites run on the tables, their results remembered, failing rows carried to cells.

A failing row of a rule about columns spoils the cells of those columns. A key that occurs twice spoils every cell of
the rows that share it, since nothing tells them apart. A rule about a whole column spoils the column, one about the
table all of it. Only rules of severity "critical" spoil cells; the others flag them.

`python -m claims.references` makes the receipts that travel with the package anew.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims import embedded
from claims.errors import InputError, ReferencesError
from claims.references import cells
from claims.types import Failure, TableReport

if TYPE_CHECKING:
    from claims.references.table import Table

_FORMAT = 1
"""Counts up when receipts of old no longer say what is needed."""
_COLUMNS = ("column", "column_A", "column_B", "column_list")
_LABELS_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Suite:
    """An expectation suite as its file has it."""

    name: str
    content: Mapping[str, Any]
    sha256: str
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one expectation said of a table: `rows` are the numbers of the failing rows, the header not counted."""

    expectation: str
    columns: tuple[str, ...]
    severity: str
    success: bool
    rows: tuple[int, ...] = ()
    description: str = ""
    observed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A table's report, and every expectation with its result."""

    report: TableReport
    results: tuple[Result, ...] = ()


def read_suite(path: Path) -> Suite:
    """Read a suite file, refusing an empty one: it would pass everything."""
    if not path.is_file():
        raise InputError("there is no such expectation suite", where=str(path), hint="check the name after `suite =`")
    text = path.read_bytes()
    try:
        content = json.loads(text)
        listed = content["expectations"]
        fit = all(isinstance(e["type"], str) and isinstance(e.get("kwargs", {}), dict) for e in listed)
    except (ValueError, TypeError, KeyError) as error:
        raise InputError(
            "the file is no expectation suite", where=str(path), hint="save it with Great Expectations"
        ) from error
    if not listed or not fit:
        raise InputError("the expectation suite is empty", where=str(path), hint="an empty suite would pass everything")
    return Suite(
        name=content.get("name", path.stem), content=content, sha256=hashlib.sha256(text).hexdigest(), path=str(path)
    )


def find_suite(name: str, beside: Path) -> Path:
    """Find the file of a suite: a path beside the catalog, its `expectations` folder, or ours."""
    if name.endswith(".json"):
        return beside / name
    places = (beside / "expectations", beside, beside.parent / "expectations", embedded.folder("expectations"))
    return next((found for place in places if (found := place / f"{name}.json").is_file()), places[0] / f"{name}.json")


def run(table: Table, suite: Suite, tables: Sequence[Table]) -> tuple[Result, ...]:
    """Give every expectation's result, from a receipt where there is one."""
    _refuse_missing_columns(table, suite)
    parameters = _parameters(suite, tables)
    key = _receipt_key(table, suite, parameters)
    found = _shipped().get(key) or _cached(key)
    if found is None:
        found = [asdict(result) for result in _validate(table, suite, parameters)]
        _remember(key, found)
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
    slips = unreadable(table)
    passed = sum(result.success for result in results)
    report = _report(table, suite.name, passed, (*failures, *dict.fromkeys(slips.values())))
    return report, failed, {**slips, **flagged}


def without_suite(table: Table) -> tuple[TableReport, dict[tuple[int, str], Failure]]:
    """Report a table that nobody has described expectations for, and flag its unreadable numbers."""
    flagged = unreadable(table)
    return _report(table, "", 0, tuple(dict.fromkeys(flagged.values()))), flagged


def unreadable(table: Table) -> dict[tuple[int, str], Failure]:
    """Find the cells of number columns that hold no number."""
    flagged: dict[tuple[int, str], Failure] = {}
    for column in table.columns:
        rows = cells.unreadable(table.texts[column.name], column.dtype)
        result = Result(
            expectation="readable as a number", columns=(column.name,), severity="warning", success=False, rows=rows
        )
        if rows:
            failure = _failure(table, result)
            flagged |= {(row, column.name): failure for row in rows}
    return flagged


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
    return f"row {row + 1} ({table.label(row)}{': ' if written else ''}{written})"


def _cells(table: Table, result: Result) -> Iterable[tuple[int, str]]:
    every = [column.name for column in table.columns]
    if result.rows:
        names = every if "unique" in result.expectation else result.columns
        return ((row, name) for row in result.rows for name in names)
    names = [name for name in result.columns if name in every] or every
    return ((row, name) for row in range(len(table)) for name in names)


def _named_columns(expectation: Mapping[str, Any]) -> tuple[str, ...]:
    kwargs, names = expectation.get("kwargs", {}), []
    for key in _COLUMNS:
        value = kwargs.get(key, ())
        names += [value] if isinstance(value, str) else list(value)
    return tuple(names)


def _refuse_missing_columns(table: Table, suite: Suite) -> None:
    known = [column.name for column in table.columns]
    for expectation in suite.content["expectations"]:
        if expectation["type"] == "expect_column_to_exist":
            continue
        for name in _named_columns(expectation):
            if name not in known:
                near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
                raise ReferencesError(
                    f'suite "{suite.name}" names column "{name}", which table "{table.name}" does not have',
                    where=suite.path,
                    hint=f'did you mean "{near[0]}"?' if near else f"its columns are {', '.join(known)}",
                )


def _parameters(suite: Suite, tables: Sequence[Table]) -> dict[str, list[str]]:
    """Give the columns of other tables that a suite asks for as {"$PARAMETER": "people_name"}."""
    columns = {
        re.sub(r"\W", "_", f"{table.name}_{column.name}"): (table, column.name)
        for table in tables
        for column in table.columns
    }
    wanted = _asked_for(suite.content["expectations"])
    for name in wanted:
        if name not in columns:
            near = difflib.get_close_matches(name, columns, n=1, cutoff=0.5)
            raise ReferencesError(
                f'suite "{suite.name}" asks for "{name}", which no table has',
                where=suite.path,
                hint=f'did you mean "{near[0]}"?' if near else "write TABLE_COLUMN",
            )
    return {name: _distinct(*columns[name]) for name in wanted}


def _distinct(table: Table, name: str) -> list[str]:
    found: list[str] = table.texts[name].drop_null().unique().to_pylist()
    return sorted(found)


def _asked_for(node: Any) -> list[str]:
    if isinstance(node, Mapping):
        own = [node["$PARAMETER"]] if isinstance(node.get("$PARAMETER"), str) else []
        return own + [name for value in node.values() for name in _asked_for(value)]
    return [name for part in node for name in _asked_for(part)] if isinstance(node, list) else []


# --- receipts


def _receipt_key(table: Table, suite: Suite, parameters: Mapping[str, list[str]]) -> str:
    kinds = [(column.name, column.dtype) for column in table.columns]
    basis = [_FORMAT, table.name, table.sha256, kinds, suite.sha256, sorted(parameters.items())]
    return hashlib.sha256(json.dumps(basis, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _shipped() -> dict[str, list[dict[str, Any]]]:
    try:
        receipts: dict[str, list[dict[str, Any]]] = json.loads(_receipts_file().read_text(encoding="utf-8"))["receipts"]
    except (OSError, ValueError, KeyError):
        return {}
    return receipts


def _receipts_file() -> Path:
    return embedded.folder("expectations") / "receipts" / "embedded.json"


def _cache_file(key: str) -> Path | None:
    given = os.environ.get("CLAIMS_CACHE")
    shared = os.environ.get("XDG_CACHE_HOME")
    try:
        folder = Path(given) if given else (Path(shared) if shared else Path.home() / ".cache") / "claims"
    except RuntimeError:
        return None
    return folder / "receipts" / f"{key[:40]}-{version('great_expectations')}.json"


def _cached(key: str) -> list[dict[str, Any]] | None:
    """Read a receipt; one that cannot be read is as good as none."""
    file = _cache_file(key)
    try:
        entries = json.loads(file.read_text(encoding="utf-8"))["results"] if file else None
        return entries if entries and all(Result(**entry) for entry in entries) else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _remember(key: str, results: list[dict[str, Any]]) -> None:
    """Write a receipt in one step; a cache that cannot be written does no harm."""
    file = _cache_file(key)
    if file is None:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=file.parent, delete=False, encoding="utf-8") as out:
            json.dump({"results": results}, out, ensure_ascii=False)
        Path(out.name).replace(file)
    except OSError:
        pass


# --- Great Expectations, imported for a table that has no receipt


def _validate(table: Table, suite: Suite, parameters: Mapping[str, list[str]]) -> list[Result]:
    loaded = _load(suite)
    batch = _frames().get_batch({"dataframe": table.frame})
    result = batch.validate(
        loaded,
        result_format={"result_format": "COMPLETE", "partial_unexpected_count": 20},
        expectation_parameters=dict(parameters),
    )
    return [_result(entry.to_json_dict(), suite, len(table)) for entry in result.results]


def _load(suite: Suite) -> Any:
    """Load a suite; Great Expectations only logs a type that it does not know, and drops it."""
    import logging

    import great_expectations as gx

    logging.getLogger("great_expectations").setLevel(logging.CRITICAL)
    try:
        loaded = gx.ExpectationSuite(**suite.content)
    except Exception as error:
        first = str(error).splitlines()[0]
        raise InputError(
            f'suite "{suite.name}" is refused: {first}', where=suite.path, hint="check its kwargs"
        ) from error
    wanted = [entry["type"] for entry in suite.content["expectations"]]
    known = {expectation.configuration.type for expectation in loaded.expectations}
    if len(loaded.expectations) != len(wanted):
        unknown = next((name for name in wanted if name not in known), wanted[0])
        near = difflib.get_close_matches(unknown, _known_types(), n=1)
        raise InputError(
            f'suite "{suite.name}" names an unknown or doubled expectation "{unknown}"',
            where=suite.path,
            hint=f'did you mean "{near[0]}"?' if near else "see the Great Expectations gallery",
        )
    return loaded


def _known_types() -> list[str]:
    from great_expectations.expectations.registry import list_registered_expectation_implementations

    return sorted(list_registered_expectation_implementations())


@cache
def _frames() -> Any:
    import great_expectations as gx

    context: Any = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    return (
        context.data_sources.add_pandas("frames")
        .add_dataframe_asset("frame")
        .add_batch_definition_whole_dataframe("all")
    )


def _result(entry: Mapping[str, Any], suite: Suite, rows: int) -> Result:
    config, result, raised = entry["expectation_config"], entry["result"], entry["exception_info"]
    if "raised_exception" not in raised:
        raised = next(iter(raised.values()), {"raised_exception": False})
    columns = _named_columns(config)
    if raised.get("raised_exception"):
        raise ReferencesError(
            f'suite "{suite.name}" cannot compute {config["type"]} of {", ".join(columns) or "the table"}: '
            f"{str(raised['exception_message']).splitlines()[0]}",
            where=suite.path,
            hint="the rule does not fit the column's type",
        )
    failing = () if entry["success"] else tuple(sorted({int(row) for row in result.get("unexpected_index_list") or ()}))
    return Result(
        expectation=config["type"],
        columns=columns,
        severity=config.get("severity") or "critical",
        success=bool(entry["success"]),
        rows=tuple(row for row in failing if 0 <= row < rows),
        description=config.get("description") or "",
        observed="" if result.get("observed_value") is None else f"found {result['observed_value']}",
    )


def ship() -> None:
    """Write the receipts of the embedded tables into `expectations/receipts/embedded.json`."""
    from claims.references import References

    receipts = {}
    tables = References.embedded().tables
    for table in tables:
        if table.suite:
            suite = read_suite(embedded.folder("expectations") / f"{table.suite}.json")
            parameters = _parameters(suite, tables)
            key = _receipt_key(table, suite, parameters)
            receipts[key] = [asdict(result) for result in _validate(table, suite, parameters)]
    content = {"great_expectations": version("great_expectations"), "receipts": receipts}
    _receipts_file().parent.mkdir(exist_ok=True)
    _receipts_file().write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
