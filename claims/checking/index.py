"""The forms under which prose may name what stands in the tables: full names, surnames, parts, initials, aliases."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from claims.checking.cellwords import posts, wordings
from claims.checking.coded import phrases
from claims.checking.distances import DISTANCE, event_forms
from claims.checking.people import holds_people
from claims.checking.phrasings import compiled
from claims.checking.remembered import remembered
from claims.checking.words import ORGANISATION_WORDS, STOP, SUFFIXES, TITLES, countries, fold, stem
from claims.references import forms
from claims.references.register import Register
from claims.references.vocabulary import PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claims.checking.cellwords import Wordings
    from claims.checking.phrasings import Phrasing
    from claims.checking.tables import Tables, View

WORD = re.compile(r"[^\W_]+(?:[&'’.\-][^\W_]+)*")
LONGEST, CAPITALS = 8, 5
STUCK_TITLE, STUCK_LETTERS = re.compile(r"^(Sir|Dame|Lord|Lady)(?=[A-Z])"), re.compile(r"(?<=[a-z])[A-Z]{2,}\b.*$")
INITIALS = re.compile(r"\b\w\.\w\.")
KIND, FEW = re.compile(r"[^\W\d_][^\d_]{3,}"), 4
HEADED = 2  # words of a kind that its last word may stand for: "the spill" for "oil spill"
UNITS = frozenset({"unit", "note", "comment", "remark"})
CODE = re.compile(r"[A-Z0-9][A-Z0-9./-]{1,7}")
HONOURS = SUFFIXES | frozenset("cbe kbe obe mbe dbe gbe frs cc oq phd md qc kc om ch gcb kcb cb esq".split())
LETTERS = HONOURS - SUFFIXES | frozenset("om prs mp mep msp fba frsl frse flsw pc kg kt lvo mvo cvo dso vc bt".split())
BRACKETS = re.compile(r"\s*\([^)]*\)")
STYLE = re.compile(
    r"^(?:the )?(?:(?:(?:right|most|very) )?(?:reverend|rev\.?|honou?rable|hon\.?|excellent)[ ,]+(?:and )?)+(?:the )?",
    re.IGNORECASE,
)
DONE = frozenset("activity discipline exercise hobby occupation pastime pursuit sport trade".split())
"""Words of columns whose cells say what people do."""
FULL, SHORT, PART, COMMON, SAID_IN_PART = 1.0, 0.95, 0.8, 0.6, 0.55
_LARGE = 20_000
"""Different names of a column from which on a text's words choose among them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell's value under one of the forms that prose gives it."""

    value: str
    weight: float
    person: bool
    named: bool
    capitals: bool = False
    """The form is capitals throughout, "WHO", and is only meant where prose writes it so."""


class Index:
    """All forms of all text cells, by their first word."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.answers: dict[Any, Any] = {}
        """What rules said of these tables, see claims.checking.remembered."""
        self.phrases: dict[str, dict[tuple[str, ...], dict[str, Entry]]] = {}
        self.persons = set(_persons(tables))
        self.registers = [_Register(view, c) for view in tables for c in view.names if _large(view, c)]
        self._met: set[str] = set()
        entered: set[tuple[object, ...]] = set()
        for view in tables:
            self._add(view, entered)
        self.numbers: set[tuple[str, ...]] = set()
        """What names a thing by its number: ("line", "four")."""
        for noun, names in tables.numbered.items():
            self._number(noun, names)

    def _number(self, noun: str, names: Mapping[str, str]) -> None:
        """Take in what things are called by their numbers: "Line 4"."""
        for code, name in names.items():
            self.numbers.update(phrases(noun, code))
            for words in phrases(noun, code):
                self.phrases.setdefault(words[0], {}).setdefault(words, {})[name] = Entry(name, FULL, False, True)

    def meet(self, words: Iterable[str]) -> None:
        """Take in the names of large columns that a text with these words may mean."""
        pieces = {piece for word in words for piece in forms.fold(word).split()}
        for register in self.registers:
            found = [name for name in register.names.bearers(pieces) if name not in self._met]
            self._met.update(found)
            if register.people:
                self.persons.update(name for name in found if _is_name(name) and " " in name)
            self._enter(found, register.named, Counter())
            if register.owner:
                self.owners.update(found)

    def _add(self, view: View, entered: set[tuple[object, ...]]) -> None:
        """Take in a table; a column of names that an earlier table has too says nothing new."""
        for column in view.names:
            if _large(view, column) or (view.columns[column].role == "text" and not _short(view, column)):
                continue
            values = [v for v in view.distinct(column) if isinstance(v, str)]
            named = view.columns[column].named
            for register in self.registers:
                if register.people and named:
                    self.persons.update(v for v in register.names.known(values) if _is_name(v) and " " in v)
            if (known := (*values, named, len(self.persons))) not in entered:  # nobody ceases to be one of them
                entered.add(known)
                self._enter(values, named, _parts(values, named=named))
            self._enter_headed(values, "".join(view.columns[column].words[-1:]))
            if not named and not DONE.isdisjoint(view.columns[column].words):
                self._enter_doers(values)
        for alias in view.of_role("alias"):
            owner = view.columns[alias].of or view.entity
            if not owner:
                continue
            for given, owned in zip(view.cells(alias), view.cells(owner), strict=True):
                for other in given if isinstance(given, tuple) else (given,):
                    if isinstance(other, str) and isinstance(owned, str):
                        self._put(other, Entry(owned, FULL, owned in self.persons, True))
                        if owned in self.persons and (last := surname(other)):
                            self._put(last, Entry(owned, SHORT, True, True))

    def _enter_headed(self, values: list[str], head: str) -> None:
        """Take in "Circle" for the "Circle line" of a column of lines."""
        for value in values:
            rest, _, last = value.rpartition(" ")
            if rest and stem(last) == stem(head) and all(word[:1].isupper() for word in rest.split()):
                self._put(rest, Entry(value, PART, False, True))

    def _enter_doers(self, values: list[str]) -> None:
        """Take in "mountain bikers" for "mountain biking", "cyclists" for "cycling"."""
        for value in (v for v in values if v.endswith("ing") and len(words_of(v)[-1]) > len("wring")):
            for ending in ("er", "ers", *(("ist", "ists") if value.endswith("cycling") else ())):
                self._put(value.removesuffix("ing") + ending, Entry(value, COMMON, False, False))

    def _enter(self, values: list[str], named: bool, parts: Counter[str]) -> None:
        for value, form, weight in self._forms(values, named, parts):
            self._put(form, Entry(value, weight, value in self.persons, named and _is_name(value)))

    def _forms(self, values: list[str], named: bool, parts: Counter[str]) -> Iterator[tuple[str, str, float]]:
        events = not named and any(DISTANCE.search(value) for value in values)
        heads = Counter(word for value in values for word in set(words_of(value))) if not named else Counter()
        bared = Counter(map(bare, values)) if named else Counter()
        for value in values:
            words = words_of(value)
            if not 0 < len(words) <= LONGEST or len(value) < 2:
                continue
            name = named and _is_name(value)
            for form, whole in event_forms(value) if events else ():
                yield value, form, SHORT if whole else PART
            yield value, value, FULL if name else PART if _is_name(value) else COMMON
            if name and (unbracketed := bare(value)) != value and bared[unbracketed] == 1:
                yield value, unbracketed, SHORT
            yield from ((value, other, SHORT) for other in countries().get(value, ()))
            if INITIALS.search(value):
                yield value, value.replace(".", ""), FULL if name else COMMON
            if not name:
                yield from ((value, part, SAID_IN_PART) for part in _listed(value) if parts[part] == 1)
                headed = len(words) == HEADED and len(words[-1]) > 3 and words[0] not in STOP  # "no faith" is no faith
                if headed and heads[words[-1]] == 1 and not _is_name(value):
                    yield value, words[-1], SAID_IN_PART
                continue
            if value in self.persons:
                spoken = plainly(given_first(value))
                if spoken != value:
                    yield value, spoken, FULL if " " in spoken else SHORT
                if last := surname(spoken):
                    yield value, last, SHORT
                plain = [w for w in words_of(unglued(spoken)) if w not in HONOURS]
                if len(plain) > 2 and plain[0] in TITLES:
                    yield value, " ".join(plain[1:]), FULL
                if unglued(spoken) != spoken and len(plain) > 1:
                    yield value, plain[-1], SHORT
                while len(plain) > 2 and (plain[0] in TITLES or len(plain[0]) == 1):
                    plain = plain[1:]
                yield value, " ".join(plain), FULL if len(plain) > 1 else SHORT
                if len(plain) > 2:
                    yield value, f"{plain[0]} {last}", FULL
                    yield value, f"{plain[0]} {plain[1]}", SHORT
                continue
            yield from self._short_forms(value, words, parts)

    def _short_forms(self, value: str, words: tuple[str, ...], parts: Counter[str]) -> Iterator[tuple[str, str, float]]:
        """Yield "Orrin" for "Orrin Steel", the part that no other value of the column has."""
        if len(words) < 2 or not parts:
            return
        for part in words:
            if len(part) > 3 and parts[part] == 1 and part not in STOP | TITLES | ORGANISATION_WORDS:
                yield value, part, PART
        if len(words) > 2 and parts[words[0]] == 1:
            yield value, " ".join(words[:-1]), PART
        yield from ((value, tail, PART) for tail in _tails(value) if parts[tail] == 1)
        head = tuple(takewhile(lambda word: word not in PARTICLES, words))  # "Harbor Trust" of "Harbor Trust of Elm"
        if 1 < len(head) < len(words) and parts[head[0]] == 1:
            yield value, " ".join(head), PART
        heavy = [w for w in words if w not in STOP]
        initials = "".join(w[0] for w in heavy)
        if len(initials) > 2:
            yield value, initials, PART
            yield value, ".".join(initials), PART
            yield value, f"{initials[:-1]} {heavy[-1]}", PART

    def _put(self, form: str, entry: Entry) -> None:
        words = words_of(form)
        capitals = len(words) == 1 and form.isupper() and len(form) <= CAPITALS
        common = len(words) == 1 and words[0] in STOP and not (capitals and entry.named)
        if not words or common or (len(words) == 1 and (words[0].isdigit() or len(words[0]) < 2)):
            return
        entry = replace(entry, capitals=True) if capitals and entry.named else entry
        known = self.phrases.setdefault(words[0], {}).setdefault(words, {})
        other = known.get(entry.value)
        if other is not None:  # what is a common word in one column may be written small though another column names it
            heavier = entry if entry.weight > other.weight else other
            entry = replace(heavier, named=entry.named and other.named)
        known[entry.value] = entry

    @cached_property
    def phrasings(self) -> tuple[Phrasing, ...]:
        """Give the phrasings that the catalog declares, ready to be searched for."""
        return tuple(phrasing for view in self.tables for phrasing in compiled(view, self.tables))

    @cached_property
    def wordings(self) -> Wordings:
        """Give the cells that plain words may say, by the stems of their words."""
        return wordings(self.tables)

    @cached_property
    def posts(self) -> frozenset[str]:
        """Give the stems of the columns that say who holds a post."""
        return posts(self.tables, self.persons)

    @cached_property
    def owners(self) -> set[str]:
        """Give the values that rows are about, those that "it" may stand for."""
        columns = [(view, c) for view in self.tables for c in view.of_role("entity") if not _large(view, c)]
        return {v for view, column in columns for v in view.distinct(column) if isinstance(v, str)}

    def value_of(self, name: str) -> str:
        """Give the one cell value that a name stands for, "" if none or several."""
        words = words_of(name)
        entries = self.phrases.get(words[0], {}).get(words, {}) if words else {}
        return next(iter(entries)) if len(entries) == 1 else ""

    def body_of(self, person: str) -> str:
        """Give the one body that a person's latest rows name, "" if none or several: the company of its chief."""
        found: set[str] = set()
        for view, column in self._of_people:
            rows = view.rows(column, person)
            if view.start and len(rows) > 1:
                rows = [max(rows, key=lambda r: str(view.cells(view.start)[r] or ""))]
            bodies = [c for c in view.of_role("entity") if c != column and view.columns[c].named]
            found |= {v for c in bodies for r in rows if isinstance(v := view.cells(c)[r], str)}
        found -= self.persons
        return found.pop() if len(found) == 1 else ""

    @cached_property
    def _of_people(self) -> list[tuple[View, str]]:
        return [(view, column) for view in self.tables for column in view.names if holds_people(view, column)]

    @cached_property
    def codes(self) -> dict[str, str]:
        """Map what a table gives a code of its own, "Northern Gas", to that: "NGS", as other tables may call it."""
        found: dict[str, str] = {}
        for view in self.tables:
            unique = [c for c in view.names if view.columns[c].unique and c != view.entity]
            for column in unique if view.entity and not view.repeats else ():
                pairs = zip(view.cells(view.entity), view.cells(column), strict=True)
                found |= {o: c for o, c in pairs if isinstance(o, str) and isinstance(c, str) and CODE.fullmatch(c)}
        return found

    @cached_property
    def kinds(self) -> dict[str, list[tuple[str, str]]]:
        """Map the stem of a column's last word to the columns of names it may head: "airline" -> airlines.airline."""
        found: dict[str, list[tuple[str, str]]] = {}
        for view in self.tables:
            for column in view.of_role("entity"):
                for word in view.columns[column].words[-1:]:
                    if word == "name":
                        continue
                    found.setdefault(stem(word), []).append((view.name, column))
        return found

    @remembered
    def implied(self, value: str) -> list[str]:
        """Give what a place or other attribute stands for, where one row only has it: "Tarrow" -> its hospital."""
        found: dict[str, None] = {}
        for view in self.tables:
            if not view.entity or view.repeats:
                continue
            for column in view.names:
                if column != view.entity and len(rows := view.rows(column, value)) == 1:
                    owner = view.cells(view.entity)[rows[0]]
                    if isinstance(owner, str) and owner != value:
                        found[owner] = None
            found |= dict.fromkeys(_codes(view, value))
        return list(found)


def _parts(values: list[str], *, named: bool) -> Counter[str]:
    """Count the parts of names, or of headings of two: one that no other value has may stand for the whole."""
    names = [v for v in values if named and _is_name(v)]
    parts = names or [v for v in values if _listed(v)]
    return Counter(part for value in parts for part in {*words_of(value), *_tails(value)})


def _listed(value: str) -> list[str]:
    """Give the words of a heading of two, each of which may stand for it: "roads" for "Roads and transport"."""
    words = words_of(value)
    return [words[0], words[2]] if len(words) == 3 and words[1] == "and" else []


def _tails(value: str) -> list[str]:
    """Give what is left of a name without its first words: "Ring Road" of "Northern Ring Road"."""
    words = words_of(value)
    return [" ".join(words[at:]) for at in range(1, len(words) - 1) if words[at] not in STOP]


def _codes(view: View, value: str) -> Iterator[str]:
    """Yield what else a thing goes by in its row, a code that other tables may use: the ticker of a company."""
    rows = view.rows(view.entity, value)
    for column in view.of_role("entity", "key") if len(rows) == 1 else ():
        code = view.cells(column)[rows[0]]
        if column != view.entity and view.columns[column].unique and isinstance(code, str):
            yield code


class _Register:
    """A large column of names, and what they are."""

    def __init__(self, view: View, column: str) -> None:
        self.names = Register(view.cells(column).texts)
        self.named = view.columns[column].named
        self.people, self.owner = holds_people(view, column), view.columns[column].role == "entity"


def _large(view: View, column: str) -> bool:
    """Say whether the names of a column are too many to enter every form of them."""
    meaning = view.columns[column]
    return meaning.distinct > _LARGE and meaning.dtype == "text" and meaning.role != "text"


def _short(view: View, column: str) -> bool:
    """Say whether the texts of a column are names of kinds, a few words each: what somebody is charged with."""
    cells = [c for c in view.distinct(column) if c is not None]
    words = not {*view.columns[column].words} & UNITS
    return words and all(isinstance(c, str) and len(c.split()) <= FEW and KIND.fullmatch(c) for c in cells)


CALLED = frozenset("handle nickname nick alias pseudonym moniker username gamertag callsign byname".split())


def _persons(tables: Tables) -> Iterator[str]:
    """Yield the names of people: beside birth dates, or in a column whose words say so, unless a thing is called so.

    Those of large columns come when a text names them.
    """
    columns = {view.name: [c for c in view.names if c != view.person and holds_people(view, c)] for view in tables}
    called = {v for view in tables for c in _called(view) for v in _few(view, c)}
    things = {v for view in tables for c in _subjects(view) for v in _few(view, c)} - called
    for view in tables:
        found = [v for c in columns[view.name] for v in _few(view, c) if v not in things]
        found += _few(view, view.person) if view.person else ()
        yield from (v for v in found if isinstance(v, str) and _is_name(v) and (" " in v or v in called))
    yield from (v for v in called if isinstance(v, str) and _is_name(v))


def _called(view: View) -> Iterator[str]:
    """Name the columns of what people are called beside the names that their births stand by: a handle."""
    columns = (c for c in view.of_role("entity", "category") if view.columns[c].unique and view.columns[c].named)
    yield from (c for c in columns if view.person not in ("", c) and CALLED & {*view.columns[c].words})


def _few(view: View, column: str) -> Iterable[object]:
    return () if _large(view, column) else view.distinct(column)


def _subjects(view: View) -> list[str]:
    """Give the columns that name things, one row each, and are no people by birth dates or by their word."""
    entities = [c for c in view.of_role("entity") if view.columns[c].unique and c != view.person]
    return [c for c in entities if not holds_people(view, c)]


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """Give the folded words of a text."""
    return tuple(fold(word) for word in WORD.findall(text))


def unglued(name: str) -> str:
    """Part a name from titles and letters that a table has stuck to it.

    >>> unglued("SirOrrin HaleCBE, QPM"), unglued("Ada MacLeod")
    ('Sir Orrin Hale', 'Ada MacLeod')
    """
    return STUCK_TITLE.sub(r"\1 ", STUCK_LETTERS.sub("", name))


@lru_cache(maxsize=4096)
def plainly(name: str) -> str:
    """Leave out of a person's name what is put around it: brackets, letters behind it, the style of an office.

    >>> plainly("Sir B. J. Hale OM PRS"), plainly("The Right Honourable The Earl of Corve KG"), plainly("Bo Vale (PM)")
    ('Sir B. J. Hale', 'Earl of Corve', 'Bo Vale')
    """
    words = STYLE.sub("", BRACKETS.sub("", name)).split()
    while len(words) > 2 and words[-1].isupper() and fold(words[-1]) in LETTERS:
        words = words[:-1]
    return " ".join(words) or name


def bare(name: str) -> str:
    """Leave out what stands in brackets behind a name.

    >>> bare("Wren (trainer)"), bare("(none)")
    ('Wren', '(none)')
    """
    return BRACKETS.sub("", name).strip() or name


@lru_cache(maxsize=4096)
def given_first(name: str) -> str:
    """Write a person's name as prose does, where a table puts the surname first.

    >>> given_first("Dunmore, Dr Rajiv"), given_first("Bo Vale, Jr."), given_first("Ada Thorne")
    ('Dr Rajiv Dunmore', 'Bo Vale, Jr.', 'Ada Thorne')
    """
    family, _, given = name.partition(", ")
    return f"{given} {family}" if given and not set(words_of(given)) <= HONOURS and "," not in given else name


def given_names(name: str) -> tuple[str, ...]:
    """Give the folded words before a person's surname, titles left out.

    >>> given_names("Dunmore, Dr Rajiv"), given_names("Ana Lucia Reyes")
    (('rajiv',), ('ana', 'lucia'))
    """
    words = [w for w in words_of(plainly(given_first(name))) if w not in HONOURS]
    while len(words) > 2 and words[0] in TITLES:
        words = words[1:]
    return tuple(words[:-1])


@lru_cache(maxsize=4096)
def _is_name(value: str) -> bool:
    words = [w for w in WORD.findall(bare(value)) if fold(w) not in STOP]
    return bool(words) and sum(w[:1].isupper() or w[:1].isdigit() for w in words) * 2 > len(words)


def surname(name: str) -> str:
    """Give the last word of a person's name that is no honour, "" where there is one word only."""
    words = [w for w in words_of(name) if w not in HONOURS]
    return words[-1] if len(words) > 1 and len(words[-1]) > 1 else ""
