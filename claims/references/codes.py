"""Columns of codes: which number things that another table names, and which number things that have no names."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.errors import InputError
from claims.references import cells, naming, subjects
from claims.references.stored import Stored
from claims.references.vocabulary import BY, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claims.references.inference import Draft
    from claims.references.table import Column

NUMBERS = frozenset("id ids key code number no num nr iso ref".split())
"""Behind what is coded: "station_id", "ward no."."""
NUMBERED = frozenset(
    "ward district precinct constituency sector zone division line route lot plot gate platform lane berth pier "
    "dock terminal shaft reactor turbine pump block depot pitch hall station wing floor trail circuit".split()
)
"""Things that are told by a number alone where they have no names; stages, rounds and weeks are times as well."""
SIDES = RELATIONS | frozenset("home away visitor visiting parent manager supervisor mentor boss from to".split())
"""What a thing is to the row beside what it is: "home_id" in a table of matches of teams."""
SPELT = "COLUMN -> TABLE.COLUMN"
WITHIN = BY | {"at", "on"}
_MOST = 0.9
FIGURES = 3
"""Of the number of a thing at most; what has more is counted."""
UNLIKE = ({"int", "text"}, {"decimal", "text"})
Key = tuple[str, ...]


def connect(drafts: Sequence[Draft], said: Mapping[str, tuple[str, ...] | None], where: str) -> None:
    """Note which columns are codes: those that the catalog declares, else those that names and cells show to be."""
    for draft in drafts:
        if said.get(draft.sheet.name) != () and (name := _own_key(draft, drafts)):
            _own(draft, name)
    for draft in drafts:
        declared = said.get(draft.sheet.name)
        if declared is not None:
            _declared(draft, drafts, declared, f"{where}, [{draft.sheet.name}]")
            continue
        for column in list(draft.columns.values()):
            if key := _key_of(draft, column, drafts):
                _give(draft, column, key)
    _number([draft for draft in drafts if said.get(draft.sheet.name) is None])


def base(name: str) -> tuple[str, ...]:
    """Give the words of what a code is of, lemmas, a word for a code left out.

    >>> base("home_team_id"), base("Line"), base("id"), base("stops")
    (('home', 'team'), ('line',), (), ('stop',))
    """
    return tuple(naming.lemma(word) for word in naming.split(name) if word not in NUMBERS)


def is_code(column: Column, table: str) -> bool:
    """Say whether a column is the code of the things that its own table names."""
    return column.codes[:2] == (table, column.name)


def _own(draft: Draft, name: str) -> Key:
    """Take a column for the code of the things that its table names."""
    key = draft.sheet.name, name, draft.entities[0]
    draft.give(name, codes=key, noun=_noun(draft, name), role="key", unit="", kind=_kind(draft.columns[name]))
    return key


def _give(draft: Draft, column: Column, key: Key) -> None:
    """Take a column for one of codes; in a table that is not held in memory it only is no figure."""
    stored = isinstance(draft.sheet.texts, Stored)
    draft.give(
        column.name, codes=() if stored else key, role="key" if stored else "category", unit="", kind=_kind(column)
    )


def _kind(column: Column) -> str:
    return "text" if column.dtype in ("text", "list") else "number"


def _title(draft: Draft) -> str:
    words = naming.split(draft.sheet.name)
    return naming.lemma(words[-1]) if words else ""


def _noun(draft: Draft, name: str) -> str:
    return (base(name) or (_title(draft),))[-1]


def _says_code(name: str) -> bool:
    forms = naming.split(name)
    return bool(forms) and forms[-1] in NUMBERS


def _one(name: str) -> bool:
    """Say whether a name speaks of one thing, "line", and neither of many, "lines", nor of other things "per line"."""
    forms = naming.split(name)
    alone = bool(forms) and naming.lemma(forms[-1]) == forms[-1] and not WITHIN & set(forms)
    return alone or _says_code(name)


def _fits(draft: Draft, column: Column) -> bool:
    """Say whether the cells of a column may be codes: whole numbers that are no years, or texts that are no names."""
    if column.dtype == "int" or (column.dtype == "decimal" and _says_code(column.name)):  # "7.0" beside empty cells
        return column.role in ("measure", "key", "category") and column.scale == 1 and column.year is None
    if column.dtype == "list":
        return column.role in ("category", "text")
    plain = column.dtype == "text" and column.role in ("key", "category")
    return plain and (not column.named or subjects.are_symbols(draft, column.name))


def _own_key(draft: Draft, drafts: Sequence[Draft]) -> str:
    """Find the code that each row of a table of named things has, "" if there is none."""
    subject = draft.columns.get(draft.entities[0]) if draft.entities else None
    if subject is None or not subject.unique or subject.missing or subject.dtype != "text":
        return ""
    if subjects.are_symbols(draft, subject.name):
        return ""
    for place, (name, column) in enumerate(draft.columns.items()):
        if column is subject or not column.unique or column.missing or not _fits(draft, column) or not _one(name):
            continue
        of = base(name)
        led = place == 0 and (not of or of[-1] in NUMBERED)
        led = led or (column.named and any(name in d.columns for d in drafts if d is not draft))
        if led or (column.role == "key" and not of) or (of and of[-1] == _title(draft)):
            return name
    return ""


def _key_of(draft: Draft, column: Column, drafts: Sequence[Draft]) -> Key | None:
    """Find the things of another table, or of the same, that a column tells by their codes."""
    one = column.dtype == "list" or _one(column.name)
    if column.codes or not one or not _fits(draft, column) or not column.distinct:
        return None
    found = [key for other in drafts if (key := _matching(draft, column, other))]
    return found[0] if found and (base(column.name) or len(found) == 1) else None


def _matching(draft: Draft, column: Column, other: Draft) -> Key | None:
    key = next((c.codes for c in other.columns.values() if is_code(c, other.sheet.name)), None)
    if not key or {other.columns[key[1]].dtype, column.dtype} in UNLIKE:
        return None
    own, of, title = base(column.name), base(key[1]), _title(other)
    coded = _says_code(column.name)
    nouns = {of[-1:], (title,)} - {()}
    same = column.name == key[1] and (column.named or not (own or column.unique))
    called = own[-1:] in nouns or same
    related = (coded and other is draft) or ((coded or column.named) and bool(own) and own[-1] in SIDES)
    if not (called or related) or (other is draft and not own):
        return None
    values, known = (_values(d, n) for d, n in ((draft, column.name), (other, key[1])))
    least = _MOST if coded or column.dtype == "text" else 1.0
    return key if len(values & known) >= least * len(values) else None


def written(code: object) -> tuple[str, ...]:
    """Give the codes of a cell as texts, so that "7.0" is 7, and one of "7; 12".

    >>> written(7), written(Decimal("7.0")), written(("7", "12")), written(None)
    (('7',), ('7',), ('7', '12'), ())
    """
    if isinstance(code, Decimal):
        return (str(int(code) if code == int(code) else code),)
    return code if isinstance(code, tuple) else () if code is None else (str(code),)


def _values(draft: Draft, name: str) -> set[str]:
    found = cells.values(draft.sheet.texts[name].drop_null().unique(), draft.columns[name].dtype)
    return {code for cell in found for code in written(cell)}


def _number(drafts: Sequence[Draft]) -> None:
    """Note what numbers things without names: where a table names nothing else, then wherever that noun stands."""
    held = [draft for draft in drafts if not isinstance(draft.sheet.texts, Stored)]
    found = [(draft, c.name) for draft in held for c in draft.columns.values() if _numbers(draft, c)]
    about = {base(name)[-1] for draft, name in found if not draft.entities and _tells_apart(draft, name)}
    for draft, name in found:
        if base(name)[-1] in about:
            draft.give(name, noun=base(name)[-1], role="category", unit="")


def _numbers(draft: Draft, column: Column) -> bool:
    """Say whether a column may number things that go by their number where they have no name: "Ward 7"."""
    of = base(column.name)
    called = bool(of) and of[-1] in NUMBERED and _one(column.name) and (len(of) == 1 or _says_code(column.name))
    if not called or column.dtype != "int" or column.codes or not _fits(draft, column):
        return False
    return all(0 < len(code) <= FIGURES for code in _values(draft, column.name))


def _tells_apart(draft: Draft, name: str) -> bool:
    """Say whether a column leads with a number for each row, or has each number several times, and measures nothing."""
    column = draft.columns[name]
    leads = column.unique and name == next(iter(draft.columns))
    return leads or 2 * column.distinct <= draft.size - column.missing


def _declared(draft: Draft, drafts: Sequence[Draft], said: Sequence[str], where: str) -> None:
    """Take the codes that the catalog declares: "line -> lines.line", or "ward" for what has no name."""
    for text in said:
        name, arrow, target = (part.strip() for part in text.partition("->"))
        column = draft.columns.get(name)
        if column is None:
            raise InputError(f'"codes" names no column of the table: "{text}"', where=where, hint=f"write {SPELT}")
        if not arrow:
            draft.give(name, noun=_noun(draft, name), role="category", unit="")
            continue
        things = next(_declared_key(target, drafts), None)
        if things is None:
            raise InputError(f'no table has named things for the codes "{text}"', where=where, hint=f"write {SPELT}")
        _give(draft, column, _own(*things))


def _declared_key(target: str, drafts: Sequence[Draft]) -> Iterator[tuple[Draft, str]]:
    for other in drafts:
        for name in other.columns:
            if target == f"{other.sheet.name}.{name}" and other.entities and other.entities[0] != name:
                yield other, name
