"""Where an article names what the tables hold: entities, their short forms, categories, and words that point back."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from claims.checking.phrasings import compiled
from claims.checking.words import STOP, SUFFIXES, TITLES, demonyms, fold, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.phrasings import Phrasing
    from claims.checking.tables import Tables, View
    from claims.language import Document
    from claims.names import Names

WORD = re.compile(r"[^\W_]+(?:[&'’.\-][^\W_]+)*")
LONGEST = 8
STUCK_TITLE, STUCK_LETTERS = re.compile(r"^(Sir|Dame|Lord|Lady)(?=[A-Z])"), re.compile(r"(?<=[a-z])[A-Z]{2,}\b.*$")
INITIALS = re.compile(r"\b\w\.\w\.")
HONOURS = SUFFIXES | frozenset("cbe kbe obe mbe dbe gbe frs cc oq phd md qc kc om ch gcb kcb cb esq".split())
FULL, SHORT, PART, IMPLIED, COMMON = 1.0, 0.95, 0.8, 0.7, 0.6
ORGANISATION_WORDS = frozenset(
    "party company firm airline hospital club team school university bank council agency ministry government city town "
    "country state province region museum side carrier group league union maker manufacturer station".split()
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell's value under one of the forms that prose gives it."""

    value: str
    weight: float
    person: bool
    named: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the article and the cell values that they may stand for, with weights."""

    start: int
    end: int
    text: str
    values: tuple[tuple[str, float], ...]
    person: bool = False
    named: bool = True
    back: bool = False

    @property
    def best(self) -> str:
        """Give the likeliest value."""
        return self.values[0][0] if self.values else ""


class Index:
    """All forms of all text cells, by their first word."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.phrases: dict[str, dict[tuple[str, ...], dict[str, Entry]]] = {}
        self.persons = {value for view in tables for value in _persons(view)}
        for view in tables:
            self._add(view)

    def _add(self, view: View) -> None:
        for column in view.names:
            if view.columns[column].role == "text":
                continue
            values = [v for v in view.distinct(column) if isinstance(v, str)]
            named = view.columns[column].named
            for value, form, weight in self._forms(values, named):
                self._put(form, Entry(value, weight, value in self.persons, named and _is_name(value)))
        for alias in view.of_role("alias"):
            owner = view.columns[alias].of or view.entity
            if not owner:
                continue
            for given, owned in zip(view.cells(alias), view.cells(owner), strict=True):
                for other in given if isinstance(given, tuple) else (given,):
                    if isinstance(other, str) and isinstance(owned, str):
                        self._put(other, Entry(owned, FULL, owned in self.persons, True))
                        if owned in self.persons and (surname := _surname(other)):
                            self._put(surname, Entry(owned, SHORT, True, True))

    def _forms(self, values: list[str], named: bool) -> Iterator[tuple[str, str, float]]:
        names = [v for v in values if named and _is_name(v)]
        parts = Counter(part for value in names for part in set(_words(value)))
        for value in values:
            words = _words(value)
            if not 0 < len(words) <= LONGEST or len(value) < 2:
                continue
            name = named and _is_name(value)
            yield value, value, FULL if name else COMMON
            if INITIALS.search(value):
                yield value, value.replace(".", ""), FULL if name else COMMON
            if not name:
                continue
            if value in self.persons:
                if surname := _surname(value):
                    yield value, surname, SHORT
                plain = [w for w in _words(unglued(value)) if w not in HONOURS]
                if unglued(value) != value and len(plain) > 1:
                    yield value, plain[-1], SHORT
                while len(plain) > 2 and plain[0] in TITLES:
                    plain = plain[1:]
                yield value, " ".join(plain), FULL
                if len(plain) > 2:
                    yield value, f"{plain[0]} {surname}", FULL
                    yield value, f"{plain[0]} {plain[1]}", SHORT
                continue
            yield from self._short_forms(value, words, parts)

    def _short_forms(self, value: str, words: tuple[str, ...], parts: Counter[str]) -> Iterator[tuple[str, str, float]]:
        """Yield "Halcyon" for "Halcyon Airlines", the part that no other value of the column has."""
        if len(words) < 2:
            return
        for part in words:
            if len(part) > 3 and parts[part] == 1 and part not in STOP | TITLES | ORGANISATION_WORDS:
                yield value, part, PART
        if len(words) > 2 and parts[words[0]] == 1:
            yield value, " ".join(words[:-1]), PART
        initials = "".join(w[0] for w in words if w not in STOP)
        if len(initials) > 2:
            yield value, initials, PART

    def _put(self, form: str, entry: Entry) -> None:
        words = _words(form)
        if not words or (len(words) == 1 and (words[0] in STOP or words[0].isdigit() or len(words[0]) < 2)):
            return
        known = self.phrases.setdefault(words[0], {}).setdefault(words, {})
        if entry.value not in known or known[entry.value].weight < entry.weight:
            known[entry.value] = entry

    @cached_property
    def phrasings(self) -> tuple[Phrasing, ...]:
        """Give the phrasings that the catalog declares, ready to be searched for."""
        return tuple(phrasing for view in self.tables for phrasing in compiled(view))

    @cached_property
    def owners(self) -> frozenset[str]:
        """Give the values that rows are about, those that "it" may stand for."""
        return frozenset(
            v for view in self.tables for c in view.of_role("entity") for v in view.distinct(c) if isinstance(v, str)
        )

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
        return list(found)


def _persons(view: View) -> Iterator[str]:
    """Yield the names in a table of people: it has a birth date, or the catalog's words say so."""
    columns = [view.person] if view.person else []
    columns += [c for c in view.names if {*view.columns[c].words} & PERSON_WORDS and c not in columns]
    for column in columns:
        yield from (v for v in view.distinct(column) if isinstance(v, str) and _is_name(v) and " " in v)


PERSON_WORDS = frozenset(
    "person player rider member leader candidate author director minister president coach manager driver actor "
    "artist athlete captain official senator representative winner runner skipper scorer name speaker".split()
)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in WORD.findall(text))


def unglued(name: str) -> str:
    """Part a name from titles and letters that a table has stuck to it.

    >>> unglued("SirOrrin HaleCBE, QPM"), unglued("Ada MacLeod")
    ('Sir Orrin Hale', 'Ada MacLeod')
    """
    return STUCK_TITLE.sub(r"\1 ", STUCK_LETTERS.sub("", name))


@lru_cache(maxsize=4096)
def _is_name(value: str) -> bool:
    words = [w for w in WORD.findall(value) if fold(w) not in STOP]
    return bool(words) and sum(w[:1].isupper() or w[:1].isdigit() for w in words) * 2 > len(words)


def _surname(name: str) -> str:
    words = [w for w in _words(name) if w not in HONOURS]
    return words[-1] if len(words) > 1 and len(words[-1]) > 1 else ""


class Finder:
    """Finds the mentions of one document."""

    def __init__(self, index: Index, document: Document, names: Names) -> None:
        self.index, self.document, self.names = index, document, names
        self.text = document.article.text
        self.words = [(m.start(), m.end(), fold(m.group()), m.group()) for m in WORD.finditer(self.text)]

    def mentions(self) -> tuple[Mention, ...]:
        """Give all mentions in order, the ones that point back resolved to what they point at."""
        direct = list(self._direct())
        full = {value for m in direct for value, weight in m.values if weight == FULL}
        settled = [s for m in direct if (s := _settle(m, full))]
        return tuple(sorted([*settled, *self._back(settled)], key=lambda m: m.start))

    def _direct(self) -> Iterator[Mention]:
        at = 0
        while at < len(self.words):
            found = self._match(at)
            if found is None:
                at += 1
                continue
            length, mention = found
            at += length
            yield mention

    def _match(self, at: int) -> tuple[int, Mention] | None:
        start, _, first, raw = self.words[at]
        for phrase in self._candidates(first, raw):
            end = at + len(phrase)
            if end > len(self.words) or any(
                self.words[at + i][2] != w and not self._plural(at + i, w) for i, w in enumerate(phrase)
            ):
                continue
            entries = self.index.phrases[phrase[0]][phrase]
            capital = raw[:1].isupper() or raw[:1].isdigit()
            kept = [e for e in entries.values() if (capital or not e.named) and self._fits(at, end, e)]
            if kept:
                kept.sort(key=lambda e: (-e.weight, e.value))
                stop = self.words[end - 1][1]
                values = tuple((e.value, e.weight) for e in kept)
                return len(phrase), Mention(
                    start, stop, self.text[start:stop], values, any(e.person for e in kept), any(e.named for e in kept)
                )
        if raw[:1].isupper() and (found := self._with_middle(at)):
            return found
        if raw[:1].isupper() and (countries := demonyms().get(first)):
            known = [c for c in countries if (fold(c.split()[0]) in self.index.phrases)]
            if known:
                end = self.words[at][1]
                return 1, Mention(start, end, raw, tuple((c, COMMON) for c in known), named=False)
        return None

    def _with_middle(self, at: int) -> tuple[int, Mention] | None:
        """Find "James Paul Marsden" for "James Marsden": a middle name or two more than the table has."""
        for gap in (1, 2):
            stop = at + gap + 1
            if stop >= len(self.words) or not all(
                self.words[i][3][:1].isupper() and self._joined(i - 1, i) for i in range(at + 1, stop + 1)
            ):
                break
            phrase = (self.words[at][2], self.words[stop][2])
            entries = self.index.phrases.get(phrase[0], {}).get(phrase, {})
            people = [e for e in entries.values() if e.person and e.weight == FULL]
            if len(people) == 1:
                start, end = self.words[at][0], self.words[stop][1]
                return gap + 2, Mention(start, end, self.text[start:end], ((people[0].value, SHORT),), True)
        return None

    def _candidates(self, first: str, raw: str) -> list[tuple[str, ...]]:
        phrases = list(self.index.phrases.get(first, ()))
        if raw[:1].isupper() and len(first) > 4 and first.endswith("s"):
            for base in (first[:-1], first.removesuffix("ists"), first.removesuffix("s") + "n"):
                phrases += [p for p in self.index.phrases.get(base, ()) if len(p) == 1]
        return sorted(phrases, key=len, reverse=True)

    def _plural(self, at: int, word: str) -> bool:
        """Accept "Liberals" for a part "Liberal" and "Unionists" for "Union"."""
        given = self.words[at][2]
        return len(word) > 3 and given in (word + "s", word + "ists", word + "ist")

    def _fits(self, at: int, end: int, entry: Entry) -> bool:
        """Refuse a short form that stands inside a longer, different name."""
        if entry.weight >= FULL or not entry.named:
            return True
        if entry.person and end < len(self.words) and self._other_surname(at, end, entry):
            return False
        if at and self._joined(at - 1, at) and self._proper(at - 1):
            before = self.words[at - 1][2]
            if entry.person and before not in TITLES and before not in _words(entry.value):
                return False
            if not entry.person and before not in _words(entry.value) and before not in TITLES:
                return False
        return not (
            end < len(self.words) and self._joined(end - 1, end) and self._proper(end)
            and not entry.person and self.words[end][2] not in _words(entry.value)
            and self.words[end][2] not in self.index.phrases
        )  # fmt: skip

    def _other_surname(self, at: int, end: int, entry: Entry) -> bool:
        """Say whether given names go on to the surname of somebody else."""
        own = _words(entry.value)
        follows = self._joined(end - 1, end) and self._proper(end) and self.words[end][2] not in (*own, *HONOURS)
        return follows and self.words[at][2] == own[0] and self.words[end - 1][2] != _surname(entry.value)

    def _joined(self, one: int, other: int) -> bool:
        return self.text[self.words[one][1] : self.words[other][0]] in (" ", "-")

    def _proper(self, at: int) -> bool:
        start, _, word, raw = self.words[at]
        if not raw[:1].isupper() or word in STOP:
            return False
        token = self.document.tokens(start, start + 1)[0]
        return bool(token.pos_ == "PROPN")

    def _back(self, settled: list[Mention]) -> Iterator[Mention]:
        """Yield pronouns and definite phrases with what they stand for."""
        taken = {i for m in settled for i in range(m.start, m.end)}
        named = [m for m in settled if m.named]
        for token in self.document.doc:
            if token.idx in taken:
                continue
            if token.lower_ in PRONOUNS or token.lower_ in DETERMINED:
                found = self._pronoun(token, named)
            elif token.pos_ == "NOUN" and any(
                c.lower_ in ("the", "his", "her", "its", "this", "their") for c in token.children
            ):
                found = self._phrase(token, named)
            else:
                continue
            if found:
                yield found

    def _resolved(self, token: Token, named: list[Mention]) -> Mention | None:
        name = self.names.resolve(token.idx, token.idx + len(token.text))
        if not name:
            return None
        words = _words(name)
        known = self.index.phrases.get(words[0], {}).get(words) if words else None
        if known:
            entries = sorted(known.values(), key=lambda e: (-e.weight, e.value))
            values = tuple((e.value, e.weight * 0.95) for e in entries)
            return _pointing(token, values, any(e.person for e in entries))
        same = [m for m in named if m.text and (m.text in name or name in m.text) and m.end <= token.idx]
        return (
            _pointing(token, same[-1].values, same[-1].person)
            if same
            else Mention(token.idx, token.idx + len(token.text), name, (), back=True)
        )

    def _pronoun(self, token: Token, named: list[Mention]) -> Mention | None:
        person = token.lower_ in ("he", "she", "his", "her", "him", "hers")
        if person and (only := self._only_person(token, named)):
            return only
        found = self._resolved(token, named)
        if found and (found.person or not person or not found.values):
            return found if found.values else None
        if token.lower_ in ("they", "them", "their"):
            return None
        before = [m for m in named if m.end <= token.idx and token.idx - m.end < 400 and m.person == person]
        before = [m for m in before if person or m.best in self.index.owners]
        if not before:
            return None
        chosen = self._salient(before, token)
        return _pointing(token, chosen.values, chosen.person) if chosen else None

    def _only_person(self, token: Token, named: list[Mention]) -> Mention | None:
        """Take the one person that the sentence names before the pronoun, if a subject: "Lee was out, as he ..."."""
        start, _ = self.document.sentence(token.idx)
        before = [m for m in named if m.person and start <= m.start < token.idx]
        if len({m.best for m in before}) == 1 and self._is_subject(before[0]) and token.lower_ in ("he", "she"):
            return _pointing(token, before[0].values, True)
        return None

    def _salient(self, before: list[Mention], token: Token) -> Mention | None:
        """Prefer the subject of the sentence before; nothing when that sentence names two that fit."""
        paragraph = next((p for p in self.document.paragraphs if p[0] <= token.idx < p[1]), (0, 0))
        own = self.document.sentence(token.idx)
        near = [m for m in before if m.start >= paragraph[0]] or before[-1:]
        last = self.document.sentence(near[-1].start)
        same = [m for m in near if self.document.sentence(m.start) == last]
        if last == own and len({m.best for m in same}) > 1:
            return same[0]
        subjects = [m for m in same if self._is_subject(m)]
        return (subjects or same)[0]

    def _is_subject(self, mention: Mention) -> bool:
        tokens = self.document.tokens(mention.start, mention.end)
        return bool(len(tokens) and tokens.root.dep_ in ("nsubj", "nsubj:pass"))

    def _phrase(self, token: Token, named: list[Mention]) -> Mention | None:
        """Resolve "the airline" to the last thing named that stands in a column of that name."""
        columns = self.index.kinds.get(stem(token.lemma_ or token.text), [])
        if not columns:
            return None
        if owner := self._possessor(token, named):
            return owner
        before = [m for m in named if m.end <= token.idx]
        for mention in reversed(before[-12:]):
            for value, _ in mention.values[:1]:
                if any(self.index.tables[t].rows(c, value) for t, c in columns):
                    return _pointing(token, ((value, 0.85),), mention.person)
        return None

    def _possessor(self, token: Token, named: list[Mention]) -> Mention | None:
        """Resolve "Erlin's party" through the row of Erlin."""
        child = next((c for c in token.children if c.dep_ == "nmod:poss"), None)
        mention = child and next((m for m in named if m.start <= child.idx < m.end and m.person), None)
        if not mention:
            return None
        for table, column in self.index.kinds.get(stem(token.lemma_ or token.text), []):
            view = self.index.tables[table]
            if not view.person or column == view.person:
                continue
            rows = view.rows(view.person, mention.best)
            found = {view.cells(column)[row] for row in rows}
            if len(found) == 1 and isinstance(value := found.pop(), str):
                return _pointing(token, ((value, 0.95),), False)
        return None


PRONOUNS = frozenset("he she it him her they them".split())
DETERMINED = frozenset("his her its their".split())


def _pointing(token: Token, values: tuple[tuple[str, float], ...], person: bool) -> Mention:
    return Mention(token.idx, token.idx + len(token.text), token.text, values, person, back=True)


def _settle(mention: Mention, full: set[str]) -> Mention | None:
    """Of several values keep the one that the article names in full; of values that only share a part, none."""
    top = mention.values[0][1]
    best = [(v, w) for v, w in mention.values if w == top]
    if len(best) > 1 and top < FULL:
        said = [(v, w) for v, w in best if v in full]
        if len(said) != 1 and mention.named:
            return Mention(mention.start, mention.end, mention.text, tuple(best), mention.person, mention.named)
        best = said or best
    return Mention(mention.start, mention.end, mention.text, tuple(best), mention.person, mention.named)
