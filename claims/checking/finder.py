"""Where an article names what the tables hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.checking.descriptions import Descriptions
from claims.checking.garbled import garbled, mended
from claims.checking.headed import headed
from claims.checking.index import COMMON, FULL, HONOURS, PART, SHORT, WORD, given_first, given_names, surname, words_of
from claims.checking.mentions import Mention
from claims.checking.officers import Officers
from claims.checking.pointers import Pointers
from claims.checking.speakers import Speakers
from claims.checking.spellings import spelt_otherwise
from claims.checking.words import STOP, TITLES, countries, demonyms, fold
from claims.names import find_names
from claims.names.words import CALENDAR
from claims.references.forms import same_first
from claims.references.naming import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.index import Entry, Index
    from claims.language import Document
    from claims.names import Names
    from claims.types import Span

LINKS = frozenset({"and", "or"})
DEFINITE = frozenset({"the", "this"})
PLURALS = frozenset({"NNS", "NNPS"})
OF_ONE = frozenset({"a", "an", "the", "another"})
MEMBERS = frozenset("party member candidate mayor minister councillor deputy senator mp leader politician".split())
"""Who may be called by the party that they are of."""


class Finder:
    """Finds the mentions of one document."""

    def __init__(self, index: Index, document: Document, names: Names) -> None:
        self.index, self.document, self.names = index, document, names
        self.text = document.article.text
        self.words = [(m.start(), m.end(), fold(m.group()), m.group()) for m in WORD.finditer(self.text)]
        index.meet({word for _, _, word, _ in self.words})
        self._mend()

    def mentions(self) -> tuple[Mention, ...]:
        """Give all mentions in order, the ones that point back resolved to what they point at."""
        direct = list(self._direct())
        full = {value for m in direct for value, weight in m.values if weight == FULL}
        settled = [s for m in direct if (s := _settle(m, full))]
        self._know([(m.start, m.end) for m in settled if m.person and m.named])
        settled = [m for m in settled if not self._of_another(m) and self._meant(m, full)]
        taken = {i for m in settled for i in range(m.start, m.end)}
        settled += [*headed(self.index, self.document, taken), *spelt_otherwise(self.index, self.names, settled)]
        settled.sort(key=lambda m: m.start)
        pointing = Pointers(self.index, self.document, self.names).found(settled)
        ordered = sorted([*settled, *pointing], key=lambda m: m.start)
        named = sorted(Descriptions(self.index, self.document).applied(ordered), key=lambda m: m.start)
        named = sorted([*named, *Officers(self.index, self.document, named).found()], key=lambda m: m.start)
        speaking = Speakers(self.index, self.document, named).found()
        return tuple(sorted([*named, *speaking], key=lambda m: m.start))

    def _mend(self) -> None:
        """Read words with marks in the place of letters as the tables write them."""
        if not (spans := list(garbled(self.text))):
            return
        known = {word for phrases in self.index.phrases.values() for phrase in phrases for word in phrase}
        for start, end in spans:
            word = mended(self.text[start:end], known)
            apart = [w for w in self.words if w[1] <= start or w[0] >= end]
            if word and not any(w[2] in known and w[:2] == (start, end) for w in self.words):
                self.words = sorted([*apart, (start, end, word, word.capitalize())])

    def _meant(self, mention: Mention, full: set[str]) -> bool:
        """Say whether a part of a name in small letters is meant so: "the", or the whole name elsewhere, says it."""
        if not mention.named or mention.person or mention.text[:1].isupper() or mention.values[0][1] != PART:
            return True
        before = self.text[: mention.start].rstrip().rpartition(" ")[2].lower()
        return before in DEFINITE or any(value in full for value, _ in mention.values)

    def _of_another(self, mention: Mention) -> bool:
        """Say whether the article gives a bare surname to somebody else: Oskar's where the tables have Bram."""
        if not mention.person or mention.values[0][1] != SHORT:
            return False
        name = self.names.at(mention.start, mention.end)
        given = given_names(name.name) if name and words_of(name.name)[-1:] == words_of(mention.text)[-1:] else ()
        known = {word for value, _ in mention.values for word in given_names(value)}
        return bool(given and known) and not any(same_first(one, other) for one in given for other in known)

    def _know(self, people: list[Span]) -> None:
        """Read the names anew where the tables know a person whom the article alone does not show to be one."""
        shown = ((found := self.names.at(*span)) and found.kind == "person" for span in people)
        if not all(shown):
            self.names = find_names(self.document, people)

    def _direct(self) -> Iterator[Mention]:
        at = 0
        while at < len(self.words):
            several = list(self._numbered(at)) if self.index.tables.numbered else []
            found = None if several else self._match(at)
            if found is None:
                at += max(1, sum(length for length, _ in several))
                yield from (mention for _, mention in several)
                continue
            length, mention = found
            at += length
            yield mention

    def _numbered(self, at: int) -> Iterator[tuple[int, Mention]]:
        """Yield the things that a plural names by their numbers: "Lines 4, 6 and 8"."""
        noun = lemma(self.words[at][2])
        names = self.index.tables.numbered.get(noun, {}) if noun != self.words[at][2] else {}
        start, at = self.words[at][0], at + 1
        while at < len(self.words) and (name := names.get(self.words[at][2])):
            stop = self.words[at][1]
            linked = self.words[at + 1][2] in LINKS if at + 1 < len(self.words) else False
            yield 1 + linked, Mention(start, stop, self.text[start:stop], ((name, FULL),), named=True)
            at += 1 + linked
            start = self.words[at][0] if at < len(self.words) else stop

    def _match(self, at: int) -> tuple[int, Mention] | None:
        start, _, first, raw = self.words[at]
        for phrase in self._candidates(first, raw):
            end = at + len(phrase)
            numbered = len(phrase) > 1 and any(word.isdigit() for word in phrase)  # "12 buses" are not bus 12
            if end > len(self.words) or any(
                self.words[at + i][2] != w and not self._plural(at + i, w, numbered=numbered)
                for i, w in enumerate(phrase)
            ):
                continue
            entries = self.index.phrases[phrase[0]][phrase]
            capital = raw[:1].isupper() or raw[:1].isdigit()
            plain = len(phrase) > 1  # "best actor" for "Best Actor"; a single lower-case word is no name
            kept = [
                e for e in entries.values()
                if not (e.capitals and raw != raw.upper())
                and (capital or not e.named or (plain and not e.person and e.weight >= PART)) and self._fits(at, end, e)
            ]  # fmt: skip
            if kept:
                kept.sort(key=lambda e: (-e.weight, e.value not in self.index.owners, e.value))
                stop = self.words[end - 1][1]
                values = tuple((e.value, e.weight) for e in kept)
                return len(phrase), Mention(
                    start, stop, self.text[start:stop], values, any(e.person for e in kept), any(e.named for e in kept)
                )
        if raw[:1].isupper() and (found := self._with_middle(at)):
            return found
        return (1, people) if raw[:1].isupper() and (people := self._of_country(at)) else None

    def _of_country(self, at: int) -> Mention | None:
        """Find the country of "Germans" and "the British", and less surely that of "the German market"."""
        start, end, word, raw = self.words[at]
        people = demonyms().get(word) or demonyms().get(word.removesuffix("s"))
        if not people:
            return None
        known = dict.fromkeys(v for c in people if (v := self.index.value_of(c)) in (c, *countries().get(c, ())))
        token = self.document.line(start, end)[0]
        weight = COMMON if token.dep_ in ("amod", "compound") else SHORT
        return Mention(start, end, raw, tuple((c, weight) for c in known), named=False) if known else None

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
        known = self.index.phrases
        phrases = list(known.get(first, ()))
        if (single := lemma(first)) != first:
            phrases += [p for p in known.get(single, ()) if len(p) == 1]
        if not raw[:1].isupper():
            return sorted(phrases, key=len, reverse=True) if phrases else phrases
        if len(first) > 4 and first.endswith("s"):
            for base in (first[:-1], first.removesuffix("ists"), first.removesuffix("s") + "n"):
                phrases += [p for p in known.get(base, ()) if len(p) == 1]
        if len(first) > 3 and (many := (first + "s",)) in known.get(many[0], ()):
            phrases.append(many)
        return sorted(phrases, key=len, reverse=True)

    def _plural(self, at: int, word: str, *, numbered: bool) -> bool:
        """Accept "Liberals" for "Liberal", "Unionists" for "Union", "nurses" for "nurse", "a Green" for "Greens"."""
        start, end, given, raw = self.words[at]
        if numbered:
            return False
        if word == given + "s" and raw[:1].isupper():
            return self._one_of_them(at)
        if raw[:1].isupper() and len(word) > 3 and given in (word + "s", word + "ists", word + "ist"):
            return True
        return given != word and lemma(given) == word and self.document.line(start, end)[0].tag_ in PLURALS

    def _one_of_them(self, at: int) -> bool:
        """Say whether a name in the singular is said of one of those: "a Green", "the 50-year-old Green who"."""
        start, end = self.words[at][:2]
        token = self.document.line(start, end)[0]
        following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
        told = following.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM") or following.lower_ in MEMBERS
        around = (*token.children, *(token.head.children if token.head is following else ()))
        return token.tag_ in ("NNP", "NN", "JJ") and told and any(c.lower_ in OF_ONE for c in around)

    def _fits(self, at: int, end: int, entry: Entry) -> bool:
        """Refuse a short form that stands inside a longer, different name."""
        if entry.weight >= FULL or not entry.named:
            return True
        if entry.person and end < len(self.words) and self._other_surname(at, end, entry):
            return False
        if entry.person and at and (initial := self._initial(at - 1)):
            return any(word.startswith(initial) for word in given_names(entry.value))
        if at and self._joined(at - 1, at) and self._proper(at - 1):
            before = self.words[at - 1][2]
            if entry.person and before not in TITLES and before not in words_of(entry.value):
                return False
            if not entry.person and before not in words_of(entry.value) and before not in TITLES:
                return False
        return not (
            end < len(self.words) and self._joined(end - 1, end) and self._proper(end)
            and not entry.person and self.words[end][2] not in words_of(entry.value)
            and self.words[end][2] not in self.index.phrases
        )  # fmt: skip

    def _other_surname(self, at: int, end: int, entry: Entry) -> bool:
        """Say whether given names go on to the surname of somebody else."""
        own = words_of(given_first(entry.value))
        follows = self._joined(end - 1, end) and self._proper(end) and self.words[end][2] not in (*own, *HONOURS)
        return follows and self.words[at][2] == own[0] and self.words[end - 1][2] != surname(given_first(entry.value))

    def _joined(self, one: int, other: int) -> bool:
        return self.text[self.words[one][1] : self.words[other][0]] in (" ", "-")

    def _initial(self, at: int) -> str:
        """Give the initial that stands before a surname, "b" in "B. Lund"."""
        raw, after = self.words[at][3], self.text[self.words[at][1] : self.words[at + 1][0]]
        return raw.lower() if len(raw) == 1 and raw.isupper() and after == ". " else ""

    def _proper(self, at: int) -> bool:
        start, _, word, raw = self.words[at]
        if not raw[:1].isupper() or word in STOP or word in CALENDAR:
            return False
        token = self.document.line(start, start + 1)[0]
        return bool(token.pos_ == "PROPN")


def _settle(mention: Mention, full: set[str]) -> Mention | None:
    """Of several values keep the one that the article names in full here or elsewhere; of values of one part, none."""
    top = mention.values[0][1]
    best = [(v, w) for v, w in mention.values if w == top]
    if len(best) > 1 and top < FULL:
        said = [(v, w) for v, w in best if v in full]
        whole = [(v, w) for v, w in best if words_of(v) == words_of(mention.text)]
        said = whole if said and whole else said
        if len(said) != 1 and mention.named:
            return Mention(mention.start, mention.end, mention.text, tuple(best), mention.person, mention.named)
        best = said or best
    return Mention(mention.start, mention.end, mention.text, tuple(best), mention.person, mention.named)
