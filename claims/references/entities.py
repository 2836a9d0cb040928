"""Index of the names in the tables: which entities a text mentions, where, and how it names them."""

from __future__ import annotations

import gc
import re
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from claims.references import cells, forms
from claims.references.wordlists import CALENDAR, FUNCTION, PERSONS, SUFFIXES, TITLES, TRAITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claims.references.forms import How
    from claims.references.table import Column, Table


_GAP = re.compile(r"[ \u00a0.\-‐‑'’&/()]{1,3}|, (?:and )?|\n")
_RUN_GAP = re.compile(r"[ \u00a0]|\. |-|’|'")
_BREAK = re.compile(r"""(?:^|[.!?:;\n]["'”’)]?\s*|["“‘(]|[—–-] )$""")
_LONGEST = 12
_MOST = 50
"""Bearers of a name beyond which it tells nothing."""


@dataclass(frozen=True, slots=True)
class Place:
    """A column of a table, and its rows that hold the entity."""

    table: str
    column: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that the tables name, and where they do."""

    name: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a mention may mean, and by which of its names."""

    entity: Entity
    how: How


@dataclass(frozen=True, slots=True)
class Match:
    """A mention: characters `start` to `end`; several candidates where the name does not tell.

    `note` says why the mention may mean something else: "part of a longer name", "another of that name".
    """

    start: int
    end: int
    text: str
    candidates: tuple[Candidate, ...]
    note: str = ""

    @property
    def entity(self) -> Entity | None:
        """The only candidate of a mention that is beyond doubt."""
        return self.candidates[0].entity if len(self.candidates) == 1 and not self.note else None


class _Token(NamedTuple):
    start: int
    end: int
    key: str
    capital: bool
    caps: bool


class Entities:
    """All names of all tables, ready to be found in a text.

    Examples
    --------
    >>> import pandas as pd
    >>> from claims.references import References
    >>> frame = pd.DataFrame({"name": ["Prashant Kishor", "Ada Byron"], "born": ["1977-03-20", "1815-12-10"]})
    >>> entities = References.from_frames({"people": frame}).entities
    >>> [(m.text, m.candidates[0].how, m.entity.places[0].rows) for m in entities.find("Ada Byron met Kishor's aide.")]
    [('Ada Byron', 'name', (1,)), ('Kishor', 'surname', (0,))]
    """

    def __init__(self, tables: Sequence[Table]) -> None:
        self._tables = {table.name: table for table in tables}
        self._columns = [(table, column) for table in tables for column in table.columns if column.named]
        self._names: dict[str, str] = {}
        self._spelt: dict[str, list[str]] = {}
        self._homes: dict[str, tuple[int, ...]] = {}
        self._aliases: dict[str, list[str]] = {}
        self._owners: dict[str, list[str]] = {}
        self._forms: dict[How, dict[str, list[str]]] = {
            how: {} for how in ("alias", "acronym", "short", "initials", "surname", "first")
        }
        self._capitals: set[str] = set()
        self._found: dict[str, Entity] = {}
        with _unhurried():
            self._build(tables)

    def __len__(self) -> int:
        return len(self._names)

    def __iter__(self) -> Iterator[Entity]:
        return map(self._entity, self._names)

    def get(self, name: str) -> Entity | None:
        """Give the entity of exactly that name or alias, or None."""
        key = forms.fold(name)
        if key in self._names and key not in self._owners:
            return self._entity(key)
        keys = self._owners.get(key) or self._forms["alias"].get(key, [])
        return self._entity(keys[0]) if len(keys) == 1 else None

    def find(self, text: str) -> tuple[Match, ...]:
        """Find every mention, left to right, none inside another."""
        tokens = _tokens(text)
        matches = list(self._scan(text, tokens))
        full = {c.entity.name for m in matches if not m.note for c in m.candidates if c.how in _FULL}
        foreign = {m.text for m in matches if m.note == _OTHER}
        return tuple(kept for match in matches if (kept := _settle(match, full, foreign, text)))

    # --- building

    def _build(self, tables: Sequence[Table]) -> None:
        people = _people(self._columns)
        for number, (table, column) in enumerate(self._columns):
            self._add_names(number, table, column, person=(table.name, column.name) in people)
        for table in tables:
            for column in table.columns:
                if column.role == "alias" and column.of:
                    self._add_aliases(table, column)

    def _add_names(self, number: int, table: Table, column: Column, *, person: bool) -> None:
        shared: dict[tuple[int, ...], tuple[int, ...]] = {}
        lean = column.distinct > (20_000 if person else 1_000)
        for raw in cells.parts(table.texts[column.name], column.dtype):
            before = self._homes.get(raw, ())
            self._homes[raw] = shared.get(before) or shared.setdefault(before, (*before, number))
            simple = raw.isascii() and raw.replace(" ", "").isalpha()
            key = raw.lower() if simple else forms.fold(raw)
            first = self._names.setdefault(key, raw)
            if first != raw and raw not in (spelt := self._spelt.setdefault(key, [])):
                spelt.append(raw)
            first_names, _, last = key.rpartition(" ")
            if lean and person and simple and first_names and last not in SUFFIXES:  # the short way for a million
                self._note("surname", last, key)
            elif first is raw or person:
                self._add_forms(raw, key, person=person, lean=lean)

    def _add_forms(self, raw: str, key: str, *, person: bool, lean: bool) -> None:
        for how, form in (forms.of_person if person else forms.of_thing)(raw, key, lean=lean):
            if form and form != key:
                self._note(how, form, key)
        if len(raw) <= 5 and raw.isupper():
            self._capitals.add(key)

    def _note(self, how: How, form: str, key: str) -> None:
        bearers = self._forms[how]
        keys = bearers.get(form)
        if keys is None:
            bearers[form] = [key]
        elif len(keys) < _MOST and key not in keys:
            keys.append(key)

    def _add_aliases(self, table: Table, column: Column) -> None:
        pairs = dict.fromkeys(
            zip(table.texts[column.of].to_pylist(), table.texts[column.name].to_pylist(), strict=True)
        )
        for name, written in pairs:
            for alias in cells.names(written or "") if name else ():
                self._add_alias(forms.fold(name), alias)

    def _add_alias(self, key: str, alias: str) -> None:
        form = forms.without_the(forms.fold(alias))
        if form and form != key:
            self._note("alias", form, key)
            self._aliases.setdefault(key, []).append(alias)
            self._owners.setdefault(form, []).append(key)
            if alias.isupper() and len(alias) <= 5:
                self._capitals.add(form)
            if form.replace(" ", "").isalpha() and alias.isupper() and len(form) <= 5 and " " not in form:
                self._note("acronym", " ".join(form), key)

    # --- finding

    def _scan(self, text: str, tokens: list[_Token]) -> Iterator[Match]:
        place = 0
        while place < len(tokens):
            found = self._longest(text, tokens, place)
            if not found or found[1] in _PARTIAL:
                found = self._similar(text, tokens, place) or found
            if found:
                size, how, keys = found
                yield self._match(text, tokens, place, size, how, keys)
                place += size
            else:
                place += 1

    def _longest(self, text: str, tokens: list[_Token], place: int) -> tuple[int, How, list[str]] | None:
        key, best = "", None
        for size in range(1, min(_LONGEST, len(tokens) - place) + 1):
            last = tokens[place + size - 1]
            if size > 1 and not _GAP.fullmatch(text, tokens[place + size - 2].end, last.start):
                break
            key = f"{key} {last.key}" if key else last.key
            window = tokens[place : place + size]
            if any(t.capital for t in window) and (found := self._lookup(key, window)):
                best = size, *found
        return best

    def _lookup(self, key: str, window: list[_Token]) -> tuple[How, list[str]] | None:
        if key in self._capitals and not all(token.caps for token in window):
            return None
        if key in self._owners:
            return "alias", list(dict.fromkeys(self._owners[key]))
        if key in self._names:
            return "name", [key]
        for how, bearers in self._forms.items():
            if (keys := bearers.get(key)) and (how != "acronym" or all(token.caps for token in window)):
                return how, keys
        return None

    def _similar(self, text: str, tokens: list[_Token], place: int) -> tuple[int, How, list[str]] | None:
        """Take "Randeep Singh Surjewala" for "Randeep Surjewala", "Jeffrey Lynne" for "Jeff Lynne"."""
        size = _run(text, tokens, place)
        if size < 2 or (place and _run(text, tokens, place - 1) > 1 and tokens[place - 1].key not in TITLES):
            return None
        first, last = tokens[place].key, tokens[place + size - 1].key
        lasts = [last, f"{tokens[place + size - 2].key} {last}"] if size > 2 else [last]
        surnames, firsts = self._forms["surname"], self._forms["first"]
        by_last = [k for name in lasts for k in surnames.get(name, ()) if forms.same_first(first, k.split()[0])]
        by_first = [k for k in firsts.get(first, ()) if size == 2 and forms.alike(last, k.split()[-1])]
        keys = list(dict.fromkeys(by_last or by_first))
        return (size, "variant", keys) if keys else None

    def _match(self, text: str, tokens: list[_Token], place: int, size: int, how: How, keys: list[str]) -> Match:
        start, end = tokens[place].start, tokens[place + size - 1].end
        if text[end : end + 1] == ")" and "(" in text[start:end]:
            end += 1
        candidates = tuple(Candidate(self._entity(key), how) for key in keys)
        return Match(start, end, text[start:end], candidates, self._note_of(text, tokens, place, size, how, keys))

    def _note_of(self, text: str, tokens: list[_Token], place: int, size: int, how: How, keys: list[str]) -> str:
        before, after = _neighbours(text, tokens, place, size)
        if how in _PARTIAL and before and not after:
            spoken = any(forms.same_first(before, key.split()[0]) for key in keys)
            return "" if spoken else _OTHER
        if (before or after) and (size == 1 or how in _PARTIAL):
            known = all(not word or self._lookup_word(word) for word in (before, after))
            return "" if known and how not in _PARTIAL else _LONGER
        return ""

    def _lookup_word(self, word: str) -> bool:
        return word in self._names or word in self._forms["alias"] or word in self._forms["short"]

    def _entity(self, key: str) -> Entity:
        if key not in self._found:
            spelt = (self._names[key], *self._spelt.get(key, ()), *self._aliases.get(key, ()))
            raws = list(dict.fromkeys(spelt))
            numbers = sorted({number for raw in raws for number in self._homes.get(raw, ())})
            places = tuple(self._place(number, raws) for number in numbers)
            self._found[key] = Entity(self._names[key], places)
        return self._found[key]

    def _place(self, number: int, raws: list[str]) -> Place:
        import pyarrow as pa
        import pyarrow.compute as pc

        table, column = self._columns[number]
        texts = table.texts[column.name]
        if column.dtype == "list":
            listed, wanted = enumerate(table.values(column.name)), set[object](raws)
            rows = tuple(row for row, cell in listed if isinstance(cell, tuple) and not wanted.isdisjoint(cell))
            return Place(table.name, column.name, rows)
        hits = pc.equal(texts, raws[0]) if len(raws) == 1 else pc.is_in(texts, value_set=pa.array(raws, pa.string()))
        return Place(table.name, column.name, tuple(pc.indices_nonzero(hits).to_pylist()))


@contextmanager
def _unhurried() -> Iterator[None]:
    """Keep the garbage collector from walking through a million new names again and again."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


_FULL: frozenset[How] = frozenset({"name", "alias", "variant"})
_PARTIAL: frozenset[How] = frozenset({"surname", "first"})
_LONGER, _OTHER = "part of a longer name", "another of that name"


def _tokens(text: str) -> list[_Token]:
    found = []
    for match in forms.TOKEN.finditer(text):
        word = match[0]
        upper = word != word.lower()
        found.append(
            _Token(
                match.start(), match.end(), forms.plain(word), upper or word.isdigit(), upper and word == word.upper()
            )
        )
    return found


def _run(text: str, tokens: list[_Token], place: int) -> int:
    """Count the capitalised words that follow each other from here."""
    size = 0
    while place + size < len(tokens) and tokens[place + size].capital and size < 6:
        if size and not _RUN_GAP.fullmatch(text, tokens[place + size - 1].end, tokens[place + size].start):
            break
        size += 1
    return size


def _neighbours(text: str, tokens: list[_Token], place: int, size: int) -> tuple[str, str]:
    """Give the capitalised words that stand directly before and after, titles and sentence openers left out."""
    before = after = ""
    if place and (token := tokens[place - 1]).capital and text[token.end : tokens[place].start].strip(" .") == "":
        opens = _BREAK.search(text, max(0, token.start - 4), token.start) or token.start == 0
        sentence_end = (
            text[token.end : tokens[place].start].startswith(".") and len(token.key) > 2 and token.key not in TITLES
        )
        if not (
            token.key in TITLES | CALENDAR or token.key.isdigit() or sentence_end or (opens and token.key in FUNCTION)
        ):
            before = token.key
    if place + size < len(tokens) and (token := tokens[place + size]).capital:
        gap = text[tokens[place + size - 1].end : token.start]
        if gap in (" ", "\u00a0", "-") and token.key.isalpha() and token.key not in FUNCTION | TITLES:
            after = token.key
    return before, after


def _settle(match: Match, full: set[str], foreign: set[str], text: str) -> Match | None:
    """Narrow a part of a name to those whom the text also names in full; drop what is only a common word."""
    how = match.candidates[0].how
    if how not in _PARTIAL:
        return match if how in ("name", "acronym") or not _common(match, text) else None
    if _common(match, text):
        return None
    spoken = tuple(c for c in match.candidates if c.entity.name in full)
    if how == "first" and (not spoken or match.note):
        return None
    if match.text in foreign and not match.note and not spoken:
        return replace(match, note=_OTHER)
    return replace(match, candidates=spoken or match.candidates)


def _common(match: Match, text: str) -> bool:
    """Say whether a capital that opens a sentence is all that makes the word a name."""
    if " " in match.text or not (match.start == 0 or _BREAK.search(text, max(0, match.start - 4), match.start)):
        return False
    lowered = match.text.lower()
    return lowered in FUNCTION or bool(re.search(rf"\b{re.escape(lowered)}\b", text))


def _people(columns: Iterable[tuple[Table, Column]]) -> set[tuple[str, str]]:
    """Tell the columns that hold people: by their name, a birth date beside them, or names they share with such."""
    columns = list(columns)
    sure = {(t.name, c.name) for t, c in columns if _is_people(t, c)}
    known = {text for t, c in columns if (t.name, c.name) in sure for text in _sample(t, c)}
    return sure | {
        (t.name, c.name)
        for t, c in columns
        if (shared := [text for text in _sample(t, c) if text in known])
        and len(shared) * 5 >= min(len(_sample(t, c)), 50)
    }


def _is_people(table: Table, column: Column) -> bool:
    if PERSONS & set(column.words) and not column.of:
        return True
    beside = {form for other in table.columns for form in other.forms}
    return bool(TRAITS & beside) and table.subject is column


def _sample(table: Table, column: Column) -> list[str]:
    return cells.parts(table.texts[column.name][:2000], column.dtype)
