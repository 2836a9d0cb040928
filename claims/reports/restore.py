"""An audit read back from the plain data of its JSON report; what does not fit is said with its place."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from claims.errors import InputError
from claims.types import (
    Article,
    Attribution,
    Audit,
    Decision,
    Inconsistency,
    Piece,
    Sentence,
    Statement,
    TableReport,
    Value,
)

SCHEMA = "claims-audit/1"
KEYS = (
    "schema", "article", "statements", "attributions", "values", "sentences", "consistency", "coverage", "references",
    "software",
)  # fmt: skip
ARTICLE_KEYS = ("id", "title", "url", "published", "line", "file", "pieces", "decisions", "sha256", "text")


def restore(data: Any) -> Audit:
    """Read an audit back from `Audit.to_dict()`; its text and coverage have to be those that it says.

    Examples
    --------
    >>> audit = Audit(article=Article("A calm day.", published="2024-05-15"))
    >>> restore(audit.to_dict()) == audit
    True
    """
    data = _mapping(data, "audit", KEYS)
    if data["schema"] != SCHEMA:
        raise InputError(f"cannot read an audit of schema {data['schema']!r}", hint=f'this version reads "{SCHEMA}"')
    audit = Audit(
        article=_article(data["article"]),
        statements=_read(tuple[Statement, ...], data["statements"], "statements"),
        attributions=_read(tuple[Attribution, ...], data["attributions"], "attributions"),
        values=_read(tuple[Value, ...], data["values"], "values"),
        sentences=_read(tuple[Sentence, ...], data["sentences"], "sentences"),
        consistency=_read(tuple[Inconsistency, ...], data["consistency"], "consistency"),
        references=_read(tuple[TableReport, ...], _flat(data["references"]), "references"),
        software=_mapping(data["software"], "software"),
    )
    _check(audit, data["coverage"])
    return audit


def _article(data: Any) -> Article:
    data = _mapping(data, "article", ARTICLE_KEYS)
    facts = {name: _read(str | None, data[name], f"article.{name}") for name in ("id", "title", "url", "published")}
    line = _read(int, data["line"], "article.line")
    file = _read(str, data["file"], "article.file")
    pieces = _read(tuple[Piece, ...], data["pieces"], "article.pieces")
    decisions = _read(tuple[Decision, ...], data["decisions"], "article.decisions")
    article = Article(
        _read(str, data["text"], "article.text"), line=line, file=file, pieces=pieces, decisions=decisions, **facts
    )
    if article.sha256 != data["sha256"]:
        raise InputError("the text is not the one that was audited", where="article.sha256", hint="audit it anew")
    return article


def _flat(tables: Any) -> Any:
    """Undo the nesting of a table's expectations."""
    if not isinstance(tables, list):
        return tables
    return [_flat_table(table, f"references[{i}]") for i, table in enumerate(tables)]


def _flat_table(data: Any, where: str) -> dict[str, Any]:
    table = _mapping(data, where)
    table.update(_mapping(table.pop("expectations", None), f"{where}.expectations", ("passed", "failed")))
    return table


def _check(audit: Audit, coverage: Any) -> None:
    """Refuse spans outside the text, values without a statement, and counts that are not those of the values."""
    length = len(audit.article.text)
    spanned: dict[str, tuple[Statement | Value | Sentence, ...]] = {
        "statements": audit.statements, "values": audit.values, "sentences": audit.sentences
    }  # fmt: skip
    for name, records in spanned.items():
        for i, record in enumerate(records):
            if not 0 <= record.start <= record.end <= length:
                raise InputError(f"the span {record.start} to {record.end} is not in the text", where=f"{name}[{i}]")
    for i, found in enumerate(audit.consistency):
        if any(not 0 <= start <= end <= length for start, end in found.spans):
            raise InputError("a span is not in the text", where=f"consistency[{i}]")
    try:
        counted = audit.coverage
    except KeyError as error:
        raise InputError(f"the value at {error.args[0]} has no statement", where="values") from None
    if counted != coverage:
        raise InputError("the coverage does not count the values", where="coverage", hint="audit the article anew")


def _mapping(data: Any, where: str, keys: tuple[str, ...] | None = None) -> dict[str, Any]:
    """Take an object with exactly these keys."""
    if not isinstance(data, Mapping):
        raise _wrong("an object", data, where)
    for name in keys or ():
        if name not in data:
            raise InputError(f'the key "{name}" is missing', where=where)
    for name in data:
        if keys is not None and name not in keys:
            raise InputError(f'unknown key "{name}"', where=where, hint=f"known are {', '.join(keys)}")
    return dict(data)


@cache
def _hints(record: type) -> dict[str, Any]:
    return get_type_hints(record)


def _read(hint: Any, data: Any, where: str) -> Any:
    """Read plain data as what a type hint says."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _union(get_args(hint), data, where)
    if origin is tuple:
        return _tuple(get_args(hint), data, where)
    if origin is Literal:
        if data not in get_args(hint):
            raise _wrong(f"one of {', '.join(get_args(hint))}", data, where)
        return data
    if is_dataclass(hint):
        return _record(hint, data, where)
    return _plain(hint, data, where)


def _union(hints: tuple[Any, ...], data: Any, where: str) -> Any:
    if data is None and type(None) in hints:
        return None
    pairs = [hint for hint in hints if get_origin(hint) is tuple]
    others = [hint for hint in hints if get_origin(hint) is not tuple and hint is not type(None)]
    return _read((pairs if isinstance(data, list) and pairs else others or pairs)[0], data, where)


def _tuple(hints: tuple[Any, ...], data: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise _wrong("a list", data, where)
    if hints[-1] is Ellipsis:
        hints = hints[:1] * len(data)
    if len(hints) != len(data):
        raise _wrong(f"a list of {len(hints)}", data, where)
    return tuple(_read(hint, item, f"{where}[{i}]") for i, (hint, item) in enumerate(zip(hints, data, strict=True)))


def _record(record: Any, data: Any, where: str) -> Any:
    hints = _hints(record)
    names = {f.name for f in fields(record)}
    required = [f.name for f in fields(record) if f.default is MISSING and f.default_factory is MISSING]
    data = _mapping(data, where)
    for name in required:
        if name not in data:
            raise InputError(f'the key "{name}" is missing', where=where)
    for name in data:
        if name not in names:
            raise InputError(f'unknown key "{name}"', where=where, hint=f"known are {', '.join(sorted(names))}")
    return record(**{name: _read(hints[name], value, f"{where}.{name}") for name, value in data.items()})


def _plain(hint: Any, data: Any, where: str) -> Any:
    if hint is Decimal and isinstance(data, str):
        try:
            return Decimal(data)
        except InvalidOperation:
            raise _wrong("a decimal number", data, where) from None
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        if data not in list(hint):
            raise _wrong(f"one of {', '.join(hint)}", data, where)
        return hint(data)
    if hint is float and type(data) is int:
        return float(data)
    if type(data) is not hint:
        raise _wrong(
            {str: "a text", int: "a whole number", float: "a number"}.get(hint, "a decimal number"), data, where
        )
    return data


def _wrong(wanted: str, data: Any, where: str) -> InputError:
    said = repr(data)
    return InputError(f"expected {wanted}, not {said if len(said) <= 40 else said[:40] + '…'}", where=where)
