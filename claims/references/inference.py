"""Sheets -> tables: what each column means, from its name, its cells and the other tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from itertools import combinations, islice, pairwise, takewhile
from typing import TYPE_CHECKING, Any

from claims.references import cells, codes, forms, marks, naming, subjects
from claims.references.arrow import numbers
from claims.references.table import Column, ColumnKind, Resolution, Role, Table
from claims.references.vocabulary import (
    ALIASES,
    BY,
    FROM,
    HAPPENED,
    LABELS,
    NAMES,
    OCCASIONS,
    OTHER,
    TO,
    UNITS,
    UNSAID,
    VAGUE,
    YEARS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pyarrow as pa

    from claims.references.reading import Sheet

_FIRST = ("first_name", "firstname", "first", "given_name", "forename")
_LAST = ("last_name", "lastname", "last", "surname", "family_name")
_PARTS = frozenset((*_FIRST, *_LAST, "middle_name", "middlename", "middle", "suffix", "second_name"))
_CODE = r"^[A-Z0-9][A-Z0-9./-]*\d[A-Z0-9./-]*$"
_NUMERIC = ("int", "decimal", "clock")
_SHORTEST, _FEWEST = 3, 3
_SAMPLE, _SOME, _MANY = 200, 300, 1000
_NOON = "12:00"
_QUARTERS: tuple[Role, Resolution] = ("year", "quarter")


@dataclass
class Draft:
    """A table while its columns are being understood."""

    sheet: Sheet
    columns: dict[str, Column] = field(default_factory=dict)
    entities: list[str] = field(default_factory=list)
    key: tuple[str, ...] = ()
    declared: bool = False
    """The catalog names the entities: infer no further ones."""

    @cached_property
    def title(self) -> set[str]:
        """The words of the table's name."""
        return set(map(naming.lemma, naming.split(self.sheet.name)))

    @cached_property
    def size(self) -> int:
        """The number of rows."""
        return len(next(iter(self.sheet.texts.values())))

    @cached_property
    def distinct(self) -> dict[str, dict[str, None]]:
        """The different filled cells of each column of names and of the subject, in order."""
        texts = self.sheet.texts
        named = [c for c in self.columns.values() if c.named or (c.name in self.entities and c.dtype == "text")]
        return {column.name: dict.fromkeys(cells.parts(texts[column.name], column.dtype)) for column in named}

    @cached_property
    def aliases(self) -> frozenset[str]:
        """The other names of the subject."""
        columns = [n for n, c in self.columns.items() if c.role == "alias" and c.of == self.entities[0]]
        written = (text for name in columns for text in self.sheet.texts[name].drop_null().to_pylist())
        return frozenset(alias for text in written for alias in cells.names(text))

    def texts(self, name: str) -> list[str]:
        """Give some hundred different filled cells of a column."""
        found: list[str] = self.sheet.texts[name].drop_null()[:_MANY].unique()[:_SOME].to_pylist()
        return found

    def tells_apart(self, names: tuple[str, ...]) -> bool:
        """Say whether no two rows have the same cells in these columns."""
        if len(names) == 1:
            return self.columns[names[0]].unique
        import numpy as np

        groups: Any = 0
        for name in names:
            encoded = self.sheet.texts[name].dictionary_encode()
            codes = numbers(encoded.indices).astype(np.int64)
            different, groups = np.unique(groups * len(encoded.dictionary) + codes, return_inverse=True)
        return len(different) == len(groups)

    def give(self, name: str, **facts: object) -> None:
        """Note facts about a column."""
        self.columns[name] = replace(self.columns[name], **facts)  # type: ignore[arg-type]


def infer(sheets: Sequence[Sheet]) -> tuple[Draft, ...]:
    """Understand the tables of a folder together; roles are settled by `settle`."""
    drafts = tuple(_draft(sheet) for sheet in sheets)
    for draft in drafts:
        subject = subjects.find(draft)
        if subject:
            draft.entities.append(subject)
    return drafts


def settle_all(drafts: Sequence[Draft], coded: Mapping[str, tuple[str, ...] | None], where: str = "") -> None:
    """Connect the tables, by names and by the codes that the catalog may declare, then decide keys and roles."""
    _connect(drafts)
    codes.connect(drafts, coded, where)
    for draft in drafts:
        settle(draft, drafts)


def settle(draft: Draft, drafts: Sequence[Draft]) -> None:
    """Decide keys and roles once the entity columns are known."""
    subjects = {(other.sheet.name, other.entities[0]) for other in drafts if other.entities}
    _add_entities(draft, [n for n, c in draft.columns.items() if subjects & set(c.refers) or _told_by_code(draft, c)])
    draft.key = draft.key or _key(draft)
    _add_entities(draft, draft.key)
    for name in draft.entities:
        draft.give(name, role="entity")
    first = list(draft.columns)[:1]
    numbered = [n for n in first if draft.columns[n].unique and (_series(draft, n) or _counted_on(draft, n))]
    for name in (*draft.key, *numbered):
        if draft.columns[name].role == "measure":
            draft.give(name, role="key")


def _told_by_code(draft: Draft, column: Column) -> bool:
    """Say whether a column tells by a code or number what rows are about."""
    told = column.codes or (column.noun and not draft.entities)
    return bool(told) and not codes.is_code(column, draft.sheet.name)


def _add_entities(draft: Draft, names: Iterable[str]) -> None:
    """Take further columns for entities, unless the catalog has named them all."""
    fit = [n for n in names if n not in draft.entities and subjects.can_be_entity(draft, draft.columns[n])]
    draft.entities += [] if draft.declared else fit


def table(draft: Draft) -> Table:
    """Freeze a draft."""
    sheet = draft.sheet
    return Table(
        name=sheet.name,
        columns=tuple(draft.columns.values()),
        texts=sheet.texts,
        source=sheet.source,
        sha256=sheet.sha256,
        key=draft.key,
    )


def _draft(sheet: Sheet) -> Draft:
    draft = Draft(_with_full_names(sheet))
    for name, texts in draft.sheet.texts.items():
        column = draft.columns[name] = _column(name, texts, sheet.name, sure=name not in sheet.unsure)
        if "_".join(column.forms) in _PARTS and draft.sheet.texts.keys() & {"name", "full_name"}:
            draft.give(name, named=False, role="text")
        elif column.dtype == "text" and not column.named and cells.nearly_dates(texts):
            cells.refuse_unreadable(texts, "date", name, sheet.source or f"table {sheet.name}")
    for name, column in draft.columns.items():
        if column.role == "alias" and not column.of:
            draft.give(name, of=_owner(name, draft))
        elif not column.of:
            draft.give(name, of=_prefix(name, draft.columns))
    _only_figures(draft)
    _years_of_rows(draft)
    _years_of_old(draft)
    _times_of_day(draft)
    _as_titled(draft)
    _as_beside(draft)
    return draft


def _as_beside(draft: Draft) -> None:
    """Take the "2:14" of a column of times for minutes where another column has times to the second, "3:41:07"."""
    clocks = [c for c in draft.columns.values() if c.dtype == "clock"]
    if any(c.unit not in (marks.EITHER_TIME, "min") for c in clocks):
        for column in (c for c in clocks if c.unit == marks.EITHER_TIME):
            draft.give(column.name, unit="s")


def _only_figures(draft: Draft) -> None:
    """Take "number" for what is measured, and no code, where it holds the only figures and some repeat.

    So is a "no" that does not lead: a vote, or a batter who is not out.
    """
    for name in (n for n, c in list(draft.columns.items())[1:] if c.role == "key" and c.forms == ("no",)):
        if draft.columns[name].dtype in _NUMERIC and not name.endswith("."):
            draft.give(name, role="measure")
    figures = [c for c in draft.columns.values() if c.dtype in _NUMERIC and c.role in ("measure", "key")]
    if len(figures) == 1 and figures[0].role == "key" and VAGUE & set(figures[0].forms) and not figures[0].unique:
        draft.give(figures[0].name, role="measure")


def _years_of_rows(draft: Draft) -> None:
    """Take for years what may be some and has several rows each, or runs down the first column, whatever its name."""
    happened = any(c.named and c.unique for c in draft.columns.values())
    for place, (name, column) in enumerate(list(draft.columns.items())):
        if column.role != "measure" or column.dtype != "int" or column.unit or not column.distinct:
            continue
        filled = draft.sheet.texts[name].drop_null()
        rising = place == 0 and column.unique and filled.to_pylist() == sorted(filled.to_pylist())
        if (rising or column.distinct * 2 <= len(filled)) and _years(filled):
            draft.give(name, role="date" if happened else "year", kind="date", resolution="year")


def _years_of_old(draft: Draft) -> None:
    """Take for years what happened to things in old times, where another year of theirs comes before or after it."""
    dated = [n for n, c in draft.columns.items() if c.role == "date" and c.resolution == "year"]
    for name, column in list(draft.columns.items()) if dated else ():
        if column.role == "measure" and column.dtype == "int" and not column.unit and _participle(column.forms):
            filled = draft.sheet.texts[name].drop_null()
            if len(filled) >= _FEWEST and _years(filled) and any(_in_order(draft, name, other) for other in dated):
                draft.give(name, role="date", kind="date", resolution="year")


def _in_order(draft: Draft, name: str, other: str) -> bool:
    """Say whether in every row the year of one column comes before that of another, or in every row after it."""
    columns = (draft.sheet.texts[c].to_pylist() for c in (name, other))
    orders = {int(a) < int(b) for a, b in zip(*columns, strict=True) if a and b and a.isdecimal() and b.isdecimal()}
    return len(orders) == 1


def _times_of_day(draft: Draft) -> None:
    """Take hours and minutes beside a day for the time when it happened: "07:48" is no duration."""
    for name in (n for n, c in draft.columns.items() if c.dtype == "clock"):
        filled = draft.sheet.texts[name].drop_null()
        dated = any(c.resolution == "day" for c in draft.columns.values())
        if dated and _all_match(filled, r"^([01]\d|2[0-3]):[0-5]\d$") and max(filled.to_pylist(), default="") >= _NOON:
            draft.give(name, role="text", dtype="text", kind="text", unit="")


def _as_titled(draft: Draft) -> None:
    """Give bare figures the unit and scale of the table's name, "prices_eur", or of the first column's: "Crop (kt)".

    A name that says no unit has to be that of all: "exports_millions".
    """
    figures = [c for c in draft.columns.values() if c.dtype in _NUMERIC and c.role == "measure"]
    bare = [c for c in figures if not c.unit and c.scale == 1 and c.kind in ("number", "money")]
    first = next(iter(draft.columns))
    name = draft.sheet.name if not figures or naming.read(figures[0].name).forms else first
    titled = naming.read(name)
    measured = titled.kind in ("money", "quantity")
    if (measured and titled.unit) or (len(bare) == len(figures) and (measured or naming.scaled(name))):
        for column in bare:
            kind = titled.kind if measured else column.kind
            draft.give(column.name, kind=kind, unit=titled.unit, scale=titled.scale)


def _with_full_names(sheet: Sheet) -> Sheet:
    """Put "first_name" and "last_name" together where the table does not."""
    named = {"_".join(naming.split(name)): name for name in sheet.texts}
    first, last = (next((named[n] for n in names if n in named), "") for names in (_FIRST, _LAST))
    if not first or not last or named.keys() & {"name", "full_name"}:
        return sheet
    import pyarrow.compute as pc

    return replace(
        sheet, texts={"name": pc.binary_join_element_wise(sheet.texts[first], sheet.texts[last], " "), **sheet.texts}
    )


def _column(name: str, texts: pa.Array, table_name: str, *, sure: bool = True) -> Column:
    """Understand a column by itself."""
    read, dtype = naming.read(name), cells.infer(texts) if sure else "text"
    lowered = "_".join(naming.split(name))
    alias = dtype == "text" and (lowered in ALIASES or bool(ALIASES & set(read.forms)) or _other_name(read.forms))
    if alias or (dtype == "text" and _listed(texts)):
        dtype = "list"
    elif sure and dtype == "text" and (numeric := cells.nearly_numbers(texts)):
        dtype = numeric
    filled = texts.drop_null()
    if dtype == "clock" and marks.of_day(_said(filled), read.forms):
        dtype = "text"
    distinct = len(filled.unique())
    quarters = dtype == "text" and _quarters(filled)
    plain = dtype in ("text", "list") and not alias and not quarters
    called = NAMES.issuperset(read.forms) and dtype == "text" and subjects.begin_as_names(filled)
    named = plain and not LABELS & set(read.forms) and (called or subjects.are_names(filled, dtype))
    role, resolution = _role(lowered, read, dtype, filled, named, alias) if not quarters else _QUARTERS
    if set(read.forms) <= VAGUE:
        read = _by_table(read, table_name)
    kind, unit = _kind(read, dtype, role, resolution, filled)
    return Column(
        name=name, role=role, kind=kind, words=read.words, forms=read.forms, dtype=dtype, resolution=resolution,
        unit=unit, scale=read.scale if dtype in _NUMERIC else Decimal(1),
        year=read.year if dtype in (*_NUMERIC, "text", "bool") else None,
        decimals=_decimals(filled) if dtype == "decimal" else 0,
        distinct=distinct, missing=len(texts) - len(filled),
        unique=distinct == len(filled) > 0, named=named,
    )  # fmt: skip


def _by_table(read: naming.Named, table_name: str) -> naming.Named:
    """Let the table's name tell what a column holds that says nothing of its own, its unit and scale where it counts.

    "visits_thousands" with a column a year has thousands; a "total" there may be of something else.
    """
    forms = (*read.forms, *takewhile(lambda form: form not in BY, naming.read(table_name).forms))
    named = replace(read, forms=forms, words=tuple(map(naming.lemma, forms)))
    measure = "_".join(takewhile(lambda form: form not in BY - {"in"}, naming.split(table_name)))
    if read.kind or read.scale != 1 or not UNSAID.issuperset(read.forms) or measure.endswith("_b"):
        return named  # "table_b" has no billions
    titled = naming.read(measure)
    return replace(named, kind=titled.kind, unit=titled.unit, scale=titled.scale)


def _other_name(forms: tuple[str, ...]) -> bool:
    """Say whether a column is called "other spelling", "former name" or just "short"."""
    return forms == ("short",) or (bool(OTHER & set(forms)) and forms[-1] in ("name", "names", "spelling", "spellings"))


def _decimals(filled: pa.Array) -> int:
    return max((len(_FRACTION.sub(r"\1", text.partition(".")[2])) for text in filled.unique().to_pylist()), default=0)


_FRACTION = re.compile(r"(\d*).*", re.DOTALL)


def _listed(texts: pa.Array) -> bool:
    """Say whether the cells are lists with ";" between."""
    sample = texts.drop_null()[:200].to_pylist()
    return any("; " in text or re.search(r"\w;\w", text) for text in sample) and all(len(t) < 400 for t in sample)


def _role(
    name: str, read: naming.Named, dtype: cells.Dtype, filled: pa.Array, named: bool, alias: bool
) -> tuple[Role, Resolution]:
    forms = set(read.forms)
    if alias:
        return "alias", ""
    if dtype in ("date", "month"):
        return _when(name, forms, "day" if dtype == "date" else "month")
    if dtype == "int" and _years(filled):
        if forms & YEARS and not forms & (HAPPENED | OCCASIONS):
            return "year", "year"
        if name in FROM | TO or forms & (HAPPENED | YEARS) or not read.forms or _past(read.forms, filled):
            return _when(name, forms, "year")
    if dtype == "text" and forms & YEARS and _seasons(filled):
        return "year", "season"
    if dtype in ("int", "decimal") and not read.unit and subjects.coded(read.forms):
        return "key", ""
    if dtype == "text" and forms <= UNITS:
        return "text", ""
    if dtype in _NUMERIC:
        return "measure", ""
    if dtype == "bool":
        return "category", ""
    if dtype == "text" and not named and (subjects.coded(read.forms) or _codes(filled)):
        return "key", ""
    if dtype == "text" and not named and not _few(filled):
        return "text", ""
    return ("text" if dtype == "list" and not named else "category"), ""


def _when(name: str, forms: set[str], resolution: Resolution) -> tuple[Role, Resolution]:
    if name in FROM or (forms & {"start", "from"} and forms <= {"start", "from", "date", "year", "term"}):
        return "from", resolution
    if name in TO or (forms & {"end", "to"} and forms <= {"end", "to", "date", "year", "term"}):
        return "to", resolution
    return "date", resolution


def _kind(
    read: naming.Named, dtype: cells.Dtype, role: Role, resolution: Resolution, filled: pa.Array
) -> tuple[ColumnKind, str]:
    if dtype == "bool":
        return "bool", ""
    if dtype == "clock":
        return "duration", marks.times_unit(_said(filled), read.forms)
    if resolution in ("day", "month", "year"):
        return "date", ""
    if dtype not in _NUMERIC or role == "key":
        return "text" if dtype not in _NUMERIC else "number", ""
    if own := next(map(marks.unit_of, _said(filled)), None):
        return own
    written = "".join(text[0] + text[-1] for text in filled[:20].to_pylist())
    if "%" in written:
        return "percent", "%"
    for symbol, code in (("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("₹", "INR")):
        if symbol in written:
            return "money", code
    if read.kind == "percent" and naming.PARTS & set(read.forms) and _all_match(filled, r"^(\d{3}|\d{1,3},\d{3})"):
        return "number", ""  # a turnout of voters, the price of a share
    return read.kind or "number", read.unit


def _said(filled: pa.Array) -> list[str]:
    """Give some of the cells that say something."""
    return [text for text in filled[:_SOME].to_pylist() if not cells.blank(text)]


def _years(filled: pa.Array) -> bool:
    return _all_match(filled, r"^(1\d{3}|20\d\d|2100)$")


def _past(forms: tuple[str, ...], filled: pa.Array) -> bool:
    """Say whether years under "capped" or "contract until" tell when something happened, and are no counts."""
    told = forms[-1] in TO or _participle(forms)
    return told and len(filled) >= _FEWEST and _all_match(filled, r"^(1[89]\d\d|20\d\d)$")


def _participle(forms: tuple[str, ...]) -> bool:
    return bool(forms) and forms[-1].endswith("ed") and len(forms[-1]) > _SHORTEST


def _seasons(filled: pa.Array) -> bool:
    return _all_match(filled, r"^\d{4}[-/–](\d\d|\d{4})$")


def _quarters(filled: pa.Array) -> bool:
    return len(filled) > 0 and all(cells.quarter(text) for text in filled.unique()[:200].to_pylist())


def _codes(filled: pa.Array) -> bool:
    """Say whether the cells are codes, a different one in each row, and no scores or bands."""
    return len(filled.unique()) == len(filled) and _all_match(filled, _CODE) and _all_match(filled, "[A-Z]")


def _all_match(filled: pa.Array, pattern: str) -> bool:
    import pyarrow.compute as pc

    return bool(pc.all(pc.match_substring_regex(filled, pattern)).as_py())


def _few(filled: pa.Array) -> bool:
    """Say whether the cells come from a short list of short texts."""
    kinds = filled.unique().to_pylist()
    return all(len(text.split()) <= 5 for text in kinds) and (len(kinds) <= 12 or len(kinds) * 3 <= len(filled))


def _owner(name: str, draft: Draft) -> str:
    """Find the column that an alias column gives other names for.

    By its prefix; else the one whose cells share most words with it, "Joanna Reed" with "Jo Reed"; else the named
    column right before it, else the first.
    """
    if found := _prefix(name, draft.columns):
        return found
    named = [n for n, column in draft.columns.items() if column.named]
    shared = {n: _sharing(draft.sheet.texts[name], draft.sheet.texts[n]) for n in named}
    if best := max(shared, key=lambda n: shared[n], default=""):
        columns = list(draft.columns)
        before = columns[columns.index(name) - 1]
        return best if shared[best] else before if before in named else named[0]
    return ""


def _sharing(aliases: pa.Array, owners: pa.Array) -> int:
    """Count the rows, of the first ones, in which the other names share a word with the name."""
    pairs = zip(aliases[:_SAMPLE].to_pylist(), owners[:_SAMPLE].to_pylist(), strict=True)
    return sum(bool({*forms.fold(a).split()} & {*forms.fold(o).split()}) for a, o in pairs if a and o)


def _counted_on(draft: Draft, name: str) -> bool:
    """Say whether each row has the number after that of the row before, as editions have."""
    column = draft.columns[name]
    if column.role != "measure" or column.missing or column.dtype != "int" or column.distinct < _FEWEST:
        return False
    found = cells.values(draft.sheet.texts[name], "int")
    return {b - a for a, b in pairwise(found)} in ({1}, {-1})  # type: ignore[operator]


def _prefix(name: str, columns: Mapping[str, Column]) -> str:
    """Find the named column that a name goes on from: "chair_of_jury" for "chair_since"."""
    forms = naming.split(name)
    named = [n for n, c in columns.items() if c.named and n != name]
    owners = {tuple(takewhile(lambda form: form not in BY, naming.split(n))): n for n in reversed(named)}
    owners |= {naming.split(n): n for n in named}
    ahead = [forms[:size] for size in range(len(forms) - 1, 0, -1) if forms[size] not in BY]
    return next((owners[part] for part in ahead if part in owners), "")


def _connect(drafts: Sequence[Draft]) -> None:
    """Note which columns hold the entities of other tables."""
    for draft in drafts if len(drafts) > 1 else ():
        for name, found in draft.distinct.items():
            refers = [
                (other.sheet.name, other.entities[0])
                for other in drafts
                if other is not draft and other.distinct.keys() & other.entities[:1] and _within(found, other)
            ]
            if refers and found:
                draft.give(name, refers=tuple(refers))


def _within(found: Mapping[str, None], other: Draft) -> bool:
    """Say whether nine in ten of the cells name an entity of the other table."""
    known = other.distinct[other.entities[0]]
    few = list(islice(found, 20))
    for sample in (few, found) if len(found) > 100 else (found,):
        hits = sum(text in known or text in other.aliases for text in sample)
        if hits < (0.5 if sample is few else 0.9) * len(sample):
            return False
    return True


def _key(draft: Draft) -> tuple[str, ...]:
    """Find the fewest columns that tell all rows apart: entities, times, then numbered and named columns."""
    columns = draft.columns
    timed = [
        n
        for n, c in columns.items()
        if c.role in ("year", "date", "from") and c.kind in ("date", "text") and not c.missing
    ]
    figures = [n for n, c in columns.items() if c.role == "measure"]
    coded = [n for n, c in columns.items() if c.role == "key" or (n in figures[:1] and _series(draft, n))]
    named = [n for n, c in columns.items() if c.named and n not in draft.entities]
    born = [n for n in timed if {"born", "birth", "birthday"} & set(columns[n].forms)]
    ordered = _once([*draft.entities, *coded, *(n for n in timed if n not in born), *named])
    ordered = [name for name in ordered if not columns[name].missing and not columns[name].of][:9]
    chosen = [names for size in (1, 2, 3) for names in combinations(ordered, size)]
    chosen.sort(key=lambda names: _accidental(draft, names))
    return next((names for names in chosen if draft.tells_apart(names)), ())


def _accidental(draft: Draft, names: tuple[str, ...]) -> bool:
    """Say whether a time alone would be the key of rows that are about somebody."""
    return bool(draft.entities) and not set(names) & {
        *draft.entities,
        *(n for n in names if draft.columns[n].kind != "date"),
    }


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _series(draft: Draft, name: str) -> bool:
    """Say whether whole numbers run from 0 or 1 on without a gap, as rounds and stages do."""
    column = draft.columns[name]
    if column.role != "measure" or column.missing or column.distinct > 500 or column.unit:
        return False
    found = sorted({value for value in cells.values(draft.sheet.texts[name], "int") if isinstance(value, int)})
    return len(found) > 2 and found[0] in (0, 1) and found == list(range(found[0], found[0] + len(found)))
