"""From a path or frames to checked tables: read, infer, overrule, freeze, gate."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from claims.errors import InputError
from claims.references import catalog, databases, gate, inference, reading, suites
from claims.references.catalog import Spec

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.references.reading import Sheet
    from claims.references.table import Table


def load(source: str | Path) -> tuple[Table, ...]:
    """Read a folder of tables, one table file, a `references.toml`, or the database of an address."""
    if isinstance(source, str) and databases.is_address(source):
        return build(reading.read_database(source), {}, None, databases.shown(source))
    path = Path(source)
    if not path.exists():
        raise InputError("there are no reference tables", where=str(path), hint="give a folder or a table file")
    folder = path if path.is_dir() else path.parent
    listed = path if path.suffix == ".toml" else path / catalog.NAME
    specs = catalog.read(listed) if listed.is_file() else {}
    if path.is_file() and not specs:
        return build(reading.read(path), {}, path.parent, str(path))
    sheets = [sheet for name, spec in specs.items() for sheet in _declared(name, spec, folder, str(listed))]
    if path.is_dir():
        taken = {sheet.source for sheet in sheets}
        sheets += [s for file in reading.tables_in(path) if str(file) not in taken for s in reading.read(file)]
    if not sheets:
        raise InputError(
            "the folder holds no tables", where=str(path), hint=f"put {', '.join(reading.SUFFIXES)} files into it"
        )
    return build(sheets, specs, folder, str(listed))


def named(name: str, source: str | Path) -> tuple[Sheet, ...]:
    """Read one table under a name: a file, or the table of that name in a database."""
    if databases.is_address(str(source)):
        return reading.read_database(str(source), name=name)
    return reading.read(Path(source), name)


def build(sheets: Sequence[Sheet], specs: Mapping[str, Spec], folder: Path | None, where: str) -> tuple[Table, ...]:
    """Understand sheets and run their expectation suites."""
    sheets = [
        catalog.trim(sheet, specs[sheet.name], f"{where}, [{sheet.name}]") if sheet.name in specs else sheet
        for sheet in sorted(sheets, key=lambda sheet: sheet.name)
    ]
    _refuse_twins(sheets)
    drafts = inference.infer(sheets)
    for draft in drafts:
        if spec := specs.get(draft.sheet.name):
            catalog.apply(draft, spec, f"{where}, [{draft.sheet.name}]")
    inference.settle_all(drafts, {name: spec.codes for name, spec in specs.items()}, where)
    tables = [_freeze(inference.table(draft), specs.get(draft.sheet.name, Spec()), where) for draft in drafts]
    return tuple(_gated(table, specs.get(table.name, Spec()), tables, folder) for table in tables)


def _declared(name: str, spec: Spec, folder: Path, where: str) -> tuple[Sheet, ...]:
    """Read a table of the catalog from its file or database."""
    if databases.is_address(spec.source):
        return reading.read_database(spec.source, name=name, table=spec.table, query=spec.query)
    if spec.source:
        file = folder / spec.source
    else:
        file = next((p for p in reading.tables_in(folder) if p.stem == name), folder / f"{name}.csv")
    if not file.is_file():
        raise InputError(
            f'there is no file "{file.name}" for table "{name}"', where=where, hint="name it after `source =`"
        )
    if file.suffix.lower() in databases.SUFFIXES:
        return reading.read_database(str(file), name=name, table=spec.table, query=spec.query)
    if spec.table or spec.query:
        raise InputError(f'"{file.name}" is no database', where=f"{where}, [{name}]", hint="drop `table` and `query`")
    sheets = reading.read(file, name)
    if spec.sheet:
        chosen = [replace(sheet, name=name) for sheet in reading.read(file) if sheet.name == spec.sheet]
        if not chosen:
            raise InputError(
                f'the workbook has no sheet "{spec.sheet}"', where=where, hint="name it as the workbook does"
            )
        return tuple(chosen)
    return sheets


def _refuse_twins(sheets: Sequence[Sheet]) -> None:
    for first, second in pairwise(sheets):
        if first.name == second.name:
            raise InputError(
                f'two tables are called "{first.name}"',
                where=f"{first.source}, {second.source}",
                hint="rename a file, or drop one",
            )


def _freeze(table: Table, spec: Spec, where: str) -> Table:
    columns, derived = catalog.measures(table.columns, spec, f"{where}, [{table.name}]")
    local = not databases.is_address(table.source)
    source = Path(table.source).name if local else table.source  # a report does not depend on where the folder lies
    said = {"phrasings": spec.phrasings, "said_as_of": spec.as_of}
    return replace(table, columns=columns, derived=derived, source=source, **said)  # type: ignore[arg-type]


def _gated(table: Table, spec: Spec, tables: Sequence[Table], folder: Path | None) -> Table:
    """Run the table's suite: the one of the catalog, else `expectations/NAME.json` beside the table."""
    beside = folder / "expectations" / f"{table.name}.json" if folder else None
    if spec.suite and folder:
        path = suites.find_suite(spec.suite, folder)
    elif beside and beside.is_file():
        path = beside
    else:
        report, failed, flagged = gate.without_suite(table)
        return replace(table, report=report, failed=MappingProxyType(failed), flagged=MappingProxyType(flagged))
    suite = suites.read_suite(path)
    results = gate.run(table, suite, tables)
    report, failed, flagged = gate.outcome(table, suite, results)
    return replace(
        table,
        suite=suite.name,
        rules=suite,
        report=report,
        results=results,
        failed=MappingProxyType(failed),
        flagged=MappingProxyType(flagged),
    )
