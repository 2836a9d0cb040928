"""`references.toml`: what inference cannot know, read, checked and applied; and a first one written.

`KEYS` and `MEASURE_KEYS` say what each key means; `claims references infer` writes them on top of a first catalog.

A database is a DuckDB or SQLite file (`source = "stats.duckdb"`) or an address as SQLAlchemy has it
(`source = "postgresql+psycopg://reader@localhost:5432/news"`, which needs `pip install "claims[sql]"`). It is only
read. Leave the password out, and set what its driver reads: PGPASSWORD, or a PGPASSFILE. A database file in the folder
that the catalog does not name gives all its tables.
"""

from __future__ import annotations

import datetime as dt
import difflib
import tomllib
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, get_args

from claims.errors import InputError
from claims.references import cells, naming
from claims.references.table import Column, ColumnKind, Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from claims.references.inference import Draft
    from claims.references.reading import Sheet

NAME = "references.toml"
KEYS = {
    "source": "the file, beside the catalog; or the address of a database; else the file of that name",
    "sheet": "the sheet of an Excel file",
    "table": "the table or view of a database, where it is not called as here",
    "query": 'what to read from a database instead of a table: "SELECT ... ORDER BY ..."',
    "entity": 'the column that the rows are about, or several: ["person", "office"]',
    "aliases": 'columns that hold other names of the entity, or how to make them: "{city} {team}"',
    "key": "columns that tell rows apart",
    "codes": 'columns of codes, and whose: ["line -> lines.line"], or ["ward"] if it has no name; [] if none is one',
    "suite": "expectation suite: a name in expectations/, or a path to a JSON file beside the catalog",
    "from": "column that says since when a row holds",
    "to": "column that says until when it holds",
    "date": "column that says when it happened",
    "year": "column that says for which year it holds",
    "as_of": "the day up to which the table knows, 2021-12-31: else the last year or day that it speaks of",
    "categories": 'columns whose few words may be asked for: ["party", "winner"]',
    "drop": "columns to leave out",
    "phrasings": 'sentences with columns in braces: "{made} of {attempted} shots" (see claims.checking.phrasings)',
    "measures": "a table for each measure: [people.measures.born]",
}
"""Keys of a table `[people]`, all optional."""
MEASURE_KEYS = {
    "words": "other words for it",
    "unit": "symbol or currency code: km, USD",
    "scale": "what one stands for: 1000000",
    "kind": "number, percent, money, quantity, duration or date",
    "derive": 'how it is computed, if it is no column: "years since born"',
}
"""Keys of a measure `[people.measures.born]`, all optional."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What the catalog says of a measure."""

    words: tuple[str, ...] = ()
    unit: str = ""
    scale: Decimal | None = None
    kind: ColumnKind | None = None
    derive: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """What the catalog says of a table; "from" is `start` here, "to" is `end`."""

    source: str = ""
    sheet: str = ""
    table: str = ""
    query: str = ""
    entity: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    codes: tuple[str, ...] | None = None
    suite: str = ""
    start: str = ""
    end: str = ""
    date: str = ""
    year: str = ""
    as_of: dt.date | None = None
    categories: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    phrasings: tuple[str, ...] = ()
    measures: Mapping[str, Measure] = field(default_factory=dict)


_SPELT = {"start": "from", "end": "to"}
_LISTS = frozenset({"entity", "aliases", "key", "codes", "categories", "drop", "phrasings", "words"})


def read(path: Path) -> dict[str, Spec]:
    """Read a catalog, refusing what it does not know."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(f"byte {error.start + 1} is not UTF-8", where=str(path), hint="save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"the catalog is no TOML: {error}", where=str(path), hint="quote every text") from error
    for name, entry in content.items():
        if not isinstance(entry, dict):
            raise InputError(
                f'"{name}" stands outside of a table', where=str(path), hint=f"put it under [{name}] or a table"
            )
    return {name: _spec(name, entry, path) for name, entry in content.items()}


def _spec(name: str, entry: dict[str, Any], path: Path) -> Spec:
    entry = {**entry}
    measures = entry.pop("measures", {})
    if not isinstance(measures, dict) or not all(isinstance(m, dict) for m in measures.values()):
        raise InputError("measures must be tables", where=f"{path}, [{name}]", hint=f"write [{name}.measures.NAME]")
    facts = _facts(Spec, entry, f"{path}, [{name}]")
    found = {m: _measure(e, f"{path}, [{name}.measures.{m}]") for m, e in measures.items()}
    return Spec(**facts, measures=found)


def _measure(entry: dict[str, Any], where: str) -> Measure:
    facts = _facts(Measure, entry, where)
    if facts.get("kind") and facts["kind"] not in get_args(ColumnKind):
        raise InputError(
            f'there is no kind "{facts["kind"]}"', where=where, hint=f"one of {', '.join(get_args(ColumnKind))}"
        )
    if "scale" in facts:
        try:
            facts["scale"] = Decimal(str(facts["scale"]))
        except InvalidOperation as error:
            raise InputError(f'the scale "{facts["scale"]}" is no number', where=where, hint="write 1000000") from error
    return Measure(**facts)


def _facts(record: type, entry: Mapping[str, Any], where: str) -> dict[str, Any]:
    known = {_SPELT.get(f.name, f.name): f.name for f in fields(record)}
    facts = {}
    for key, value in entry.items():
        if key not in known:
            raise InputError(f'unknown catalog key "{key}"', where=where, hint=_nearest(key, sorted(known)))
        facts[known[key]] = _value(key, value, where)
    return facts


def _value(key: str, value: Any, where: str) -> Any:
    if key in _LISTS:
        listed = (value,) if isinstance(value, str) else value
        if isinstance(listed, list | tuple) and all(isinstance(part, str) for part in listed):
            return tuple(listed)
        raise InputError(f'"{key}" must be a text or a list of texts', where=where, hint=f'write {key} = ["..."]')
    if key == "scale" and isinstance(value, int | float) and not isinstance(value, bool):
        return value
    if key == "as_of":
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value
        raise InputError('"as_of" must be a date', where=where, hint="write as_of = 2021-12-31, without quotes")
    if isinstance(value, str):
        return value
    raise InputError(f'"{key}" must be a text', where=where, hint=f'write {key} = "..."')


def _nearest(word: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f'did you mean "{near[0]}"?' if near else f"known are {', '.join(known)}"


def trim(sheet: Sheet, spec: Spec, where: str) -> Sheet:
    """Leave dropped columns out and add the aliases that the catalog makes from several columns."""
    for name in spec.drop:
        _must_have(name, sheet, where)
    if not spec.drop and not any("{" in alias for alias in spec.aliases):
        return sheet
    texts = {name: column for name, column in sheet.texts.items() if name not in spec.drop}
    for made in (alias for alias in spec.aliases if "{" in alias):
        texts[f"aliases: {made}"] = _made(made, sheet, where)
    return replace(sheet, texts=texts)


def _made(template: str, sheet: Sheet, where: str) -> Any:
    import string

    import pyarrow as pa

    try:
        names = [name for _, name, _, _ in string.Formatter().parse(template) if name]
    except ValueError as error:
        raise InputError(
            f'cannot read "{template}"', where=where, hint='write columns in braces: "{city} {team}"'
        ) from error
    for name in names:
        _must_have(name, sheet, where)
    rows = zip(*(sheet.texts[name].to_pylist() for name in names), strict=True)
    return pa.array(
        [template.format(**dict(zip(names, row, strict=True))) if all(row) else None for row in rows], pa.string()
    )


def _must_have(name: str, sheet: Sheet, where: str) -> None:
    if name not in sheet.texts:
        raise InputError(
            f'table "{sheet.name}" has no column "{name}"', where=where, hint=_nearest(name, list(sheet.texts))
        )


def apply(draft: Draft, spec: Spec, where: str) -> None:
    """Let the catalog overrule what was inferred."""
    sheet = draft.sheet
    for name in (
        *spec.entity,
        *spec.key,
        *spec.categories,
        *filter(None, (spec.start, spec.end, spec.date, spec.year)),
    ):
        _must_have(name, sheet, where)
    if spec.entity:
        for name in (name for name in draft.entities if name not in spec.entity):
            draft.give(name, role="category")
        draft.entities[:], draft.declared = spec.entity, True
        coded = {code.partition("->")[0].strip() for code in spec.codes or ()}
        for name in (name for name in spec.entity if name not in coded):
            draft.give(name, role="category", named=True, dtype="text", kind="text")
    for alias in spec.aliases:
        name = alias if "{" not in alias else f"aliases: {alias}"
        _must_have(name, sheet, where)
        owner = ("" if name != alias else draft.columns[name].of) or next(iter(draft.entities), "")
        draft.give(name, role="alias", dtype="list", kind="text", named=False, of=owner)
    times: tuple[tuple[Role, str], ...] = (
        ("from", spec.start),
        ("to", spec.end),
        ("date", spec.date),
        ("year", spec.year),
    )
    for role, name in times:
        if name:
            _declare_time(draft, name, role, where)
    for name in spec.categories:
        draft.give(name, role="category")
    draft.key = spec.key


def _declare_time(draft: Draft, name: str, role: Role, where: str) -> None:
    column, texts = draft.columns[name], draft.sheet.texts[name]
    years = column.dtype == "int"
    if not years and column.resolution == "":
        dtype: cells.Dtype = "date"
        cells.refuse_unreadable(texts, dtype, name, draft.sheet.source or where)
        draft.give(name, dtype=dtype, resolution="day", named=False)
    elif years:
        draft.give(name, resolution="year")
    draft.give(name, role=role, kind="date" if draft.columns[name].resolution != "season" else "text", unit="")


def measures(columns: Sequence[Column], spec: Spec, where: str) -> tuple[tuple[Column, ...], tuple[Column, ...]]:
    """Give the columns with what the catalog says of them, and the measures that are computed."""
    by_name = {column.name: column for column in columns}
    derived = []
    for name, said in spec.measures.items():
        if name in by_name:
            by_name[name] = _amended(by_name[name], said)
        elif said.derive:
            read_name = naming.read(name)
            column = Column(name=name, role="measure", kind="number", words=read_name.words, forms=read_name.forms)
            derived.append(_amended(column, said))
        else:
            raise InputError(
                f'measure "{name}" is no column and has no "derive"', where=where, hint=_nearest(name, list(by_name))
            )
    return tuple(by_name.values()), tuple(derived)


def _amended(column: Column, said: Measure) -> Column:
    single = [word.lower() for word in said.words if " " not in word]
    words = tuple(dict.fromkeys((*column.words, *map(naming.lemma, single))))
    forms = tuple(dict.fromkeys((*column.forms, *single)))
    return replace(
        column,
        words=words,
        forms=forms,
        synonyms=tuple(word.lower() for word in said.words),
        unit=said.unit or column.unit,
        kind=said.kind or column.kind,
        scale=column.scale if said.scale is None else said.scale,
        derive=said.derive,
        role="measure" if column.role == "key" else column.role,
    )
