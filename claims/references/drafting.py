"""A first catalog from what was inferred: valid TOML, the rest told in comments."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from claims.references import catalog
from claims.references.codes import is_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claims.references.table import Column, Table

_TOP = """\
# What inference made of the tables. Correct it, and delete what needs no correction: the catalog overrules inference.
#
# Keys of a table, all optional:
{keys}
# Keys of a measure, all optional:
{measure_keys}
"""


def write(tables: Sequence[Table]) -> str:
    """Write the catalog of some tables."""
    top = _TOP.format(keys=_explained(catalog.KEYS), measure_keys=_explained(catalog.MEASURE_KEYS))
    return "\n".join([top, *(line for table in tables for line in _table(table))])


def _explained(keys: Mapping[str, str]) -> str:
    return "\n".join(f"#   {key:<12}{meaning}" for key, meaning in keys.items())


def _table(table: Table) -> Iterator[str]:
    yield f"[{_bare(table.name)}]  # {len(table):,} rows"
    yield f"source = {_text(table.source)}"
    named = {role: [c.name for c in table.with_role(role)] for role in ("entity", "alias", "category")}
    for key, names in (("entity", named["entity"]), ("aliases", [n for n in named["alias"] if "{" not in n])):
        if names:
            yield f"{key} = {_list(names)}"
    if table.key:
        yield f"key = {_list(table.key)}"
    if codes := [_code(c) for c in table.columns if (c.codes or c.noun) and not is_code(c, table.name)]:
        yield f"codes = {_list(codes)}"
    for role in ("from", "to", "date", "year"):
        yield from (f"{role} = {_text(c.name)}" for c in table.with_role(role)[:1] if not _birth(c))
    if named["category"]:
        yield f"categories = {_list(named['category'])}"
    if table.suite:
        yield f"suite = {_text(table.suite)}"
    for column in table.columns:
        yield from (f"# {column.name} names rows of {other} ({key})" for other, key in column.refers)
    if unused := [column.name for column in table.columns if column.role == "text"]:
        yield f"# not asked for: {', '.join(unused)}"
    yield ""
    for column in table.columns:
        if column.role in ("measure", "date") and (column.role == "measure" or _birth(column)):
            yield from _measure(table, column)


def _code(column: Column) -> str:
    return f"{column.name} -> {column.codes[0]}.{column.codes[1]}" if column.codes else column.name


def _measure(table: Table, column: Column) -> Iterator[str]:
    example = next(iter(table.texts[column.name].drop_null()[:1].to_pylist()), "empty")
    of_year = f" for {column.year}" if column.year else ""
    yield f"[{_bare(table.name)}.measures.{_bare(column.name)}]  # {' '.join(example.split())}{of_year}"
    if column.forms:
        yield f"words = {_list(column.forms)}"
    yield f"kind = {_text(column.kind)}"
    if column.unit:
        yield f"unit = {_text(column.unit)}"
    if column.scale != 1:
        yield f"scale = {column.scale}"
    yield ""


def _birth(column: Column) -> bool:
    return bool({"born", "birth", "birthday", "died", "death"} & set(column.forms))


def _bare(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _text(name)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _list(names: Sequence[str]) -> str:
    return f"[{', '.join(map(_text, names))}]"
