"""Expectation suites as their files have them, and what they said of a table."""

from __future__ import annotations

import difflib
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims import embedded
from claims.errors import InputError, ReferencesError

if TYPE_CHECKING:
    from pathlib import Path

    from claims.references.table import Table

_COLUMNS = ("column", "column_A", "column_B", "column_list")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suite:
    """An expectation suite as its file has it."""

    name: str
    content: Mapping[str, Any]
    sha256: str
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one expectation said of a table: `rows` are the numbers of the failing rows, the header not counted.

    `rule` is the name that its `meta` gives it.
    """

    expectation: str
    columns: tuple[str, ...]
    severity: str
    success: bool
    rows: tuple[int, ...] = ()
    description: str = ""
    observed: str = ""
    rule: str = ""


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


def named_columns(expectation: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the columns that an expectation is about."""
    kwargs, names = expectation.get("kwargs", {}), []
    for key in _COLUMNS:
        value = kwargs.get(key, ())
        names += [value] if isinstance(value, str) else list(value)
    return tuple(names)


def refuse_missing_columns(table: Table, suite: Suite) -> None:
    """Name the first column that the suite asks of a table which does not have it."""
    missing = missing_column(suite, [column.name for column in table.columns])
    if missing:
        raise ReferencesError(
            f'suite "{suite.name}" names column "{missing[0]}", which table "{table.name}" does not have',
            where=suite.path,
            hint=missing[1],
        )


def missing_column(suite: Suite, known: Sequence[str]) -> tuple[str, str] | None:
    """Give the first column that a suite asks for in vain, and a hint."""
    for expectation in suite.content["expectations"]:
        if expectation["type"] == "expect_column_to_exist":
            continue
        for name in named_columns(expectation):
            if name not in known:
                near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
                return name, f'did you mean "{near[0]}"?' if near else f"its columns are {', '.join(known)}"
    return None


def parameter(table: str, column: str) -> str:
    """Name a column of a table as suites ask for it: "people_name"."""
    return re.sub(r"\W", "_", f"{table}_{column}")


def parameters_of(suite: Suite, tables: Sequence[Table]) -> dict[str, list[str]]:
    """Give the columns of other tables that a suite asks for as {"$PARAMETER": "people_name"}."""
    columns = {parameter(table.name, column.name): (table, column.name) for table in tables for column in table.columns}
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
