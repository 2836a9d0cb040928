"""Words that point back, "he", "the airline", "Rao's party", and what they stand for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claims.checking.doers import receiver_of
from claims.checking.index import words_of
from claims.checking.mentions import ORDERED, Mention
from claims.checking.words import stem
from claims.names.words import FEMALE, MALE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.index import Index
    from claims.language import Document
    from claims.names import Names
    from claims.types import Span


class Pointers:
    """Resolves the pronouns and definite phrases of one document."""

    def __init__(self, index: Index, document: Document, names: Names) -> None:
        self.index, self.document, self.names = index, document, names
        self.genders: dict[tuple[int, str], bool] = {}
        """Whether those whom the article calls "Mr", "Mrs", "he", "she" are women, from some character on."""
        self.stood: list[Mention] = []
        """The "it", "he" and "she" met so far, with what they stand for."""

    def found(self, settled: list[Mention]) -> Iterator[Mention]:
        """Yield pronouns and definite phrases with what they stand for."""
        taken = {i for m in settled for i in range(m.start, m.end)}
        named = [m for m in settled if m.named]
        doc, columns = self.document.doc, self.document.columns
        self.genders = genders = self._titled(named)
        for at, word in enumerate(columns.lower):
            if columns.start[at] in taken:
                continue
            if word in PRONOUNS or word in DETERMINED:
                found = self._of_its_gender(self._pronoun(doc[at], named), doc[at], named, genders)
            elif word in ORDERED:
                found = self._of_two(doc[at], named)
            elif columns.pos[at] == "NOUN" and any(columns.lower[c] in DEFINITE for c in columns.children[at]):
                found = self._phrase(doc[at], named)
            else:
                continue
            if found:
                if word in (HIS | HERS if found.person else ITS):
                    self.stood.append(found)
                yield found

    def _resolved(self, token: Token, named: list[Mention]) -> Mention | None:
        name = self.names.resolve(token.idx, token.idx + len(token.text))
        if not name:
            return None
        words = words_of(name)
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
        if receiver := _receiver(token, named):
            return _pointing(token, receiver.values, receiver.person)
        person = token.lower_ in ("he", "she", "his", "her", "him", "hers")
        if person and token.i and token.nbor(-1).lower_ == "than":  # "Lee is younger than he is"
            start, _ = self.document.sentence(token.idx)
            here = {m.best for m in named if start <= m.start < token.idx}
            named = [m for m in named if m.best not in here]
        elif person and (only := self._only_person(token, named)):
            return only
        if token.lower_ == "it" and _is_a_figure(token):
            return None
        found = self._resolved(token, named)
        if found and (found.person or not person or not found.values):
            return found if found.values else None
        if token.lower_ in ("they", "them", "their"):
            return None
        before = [m for m in named if m.end <= token.idx and token.idx - m.end < 400 and m.person == person]
        before = [m for m in before if person or m.best in self.index.owners]
        if not before:
            return self._sole_person(token) if person else None
        chosen = self._salient(before, token)
        if chosen:
            chosen = self._going_on(chosen, token) or chosen
        return _pointing(token, chosen.values, chosen.person) if chosen else None

    def _titled(self, named: list[Mention]) -> dict[tuple[int, str], bool]:
        """Map the people whom the article calls "Mr" or "Mrs" to whether they are women, as known from its start."""
        found: dict[tuple[int, str], bool] = {}
        for mention in named if self.document.columns.lower else ():
            first = self.document.line(mention.start, mention.end)[0]
            title = first.nbor(-1).lower_.rstrip(".") if first.i else ""
            if mention.person and title in MALE | FEMALE:
                found[0, mention.best] = title in FEMALE
        return found

    def _of_its_gender(
        self, found: Mention | None, token: Token, named: list[Mention], genders: dict[tuple[int, str], bool]
    ) -> Mention | None:
        """Take the other person named before where the title, or a pronoun of the sentence, tells another gender."""
        if found is None or not found.person or token.lower_ not in HIS | HERS or len(found.values) != 1:
            return found
        woman, start, here = token.lower_ in HERS, self._paragraph(token)[0], self.document.sentence(token.idx)[0]
        known = genders.get((0, found.best), genders.setdefault((here, found.best), woman))
        near = [m for m in named if m.person and start <= m.start < token.idx and len(m.values) == 1]
        others = {m.best: m for m in near if m.best != found.best and genders.get((0, m.best), woman) == woman}
        if known == woman or len(others) != 1:
            return found
        chosen = next(iter(others.values()))
        return _pointing(token, chosen.values, True)

    def _of_two(self, token: Token, named: list[Mention]) -> Mention | None:
        """Resolve "the former" and "the latter" to one of the two of a kind that were named last."""
        following = token.doc[token.i + 1 : token.i + 2]
        if not token.i or token.nbor(-1).lower_ != "the" or {t.pos_ for t in following} & {"NOUN", "PROPN", "ADJ"}:
            return None
        own, paragraph = self.document.sentence(token.idx), self._paragraph(token)
        last = self.document.sentence(max(0, own[0] - 2)) if own[0] > paragraph[0] else own
        for start, end in ((own[0], token.idx), last, (last[0], token.idx)):
            near = [m for m in named if start <= m.start < end and m.values]
            kinds = [{m.best: m for m in near if m.person == person} for person in (True, False)]
            if pairs := [list(kind.values()) for kind in kinds if len(kind) == 2]:
                chosen = pairs[0][ORDERED[token.lower_]]
                return _pointing(token, chosen.values, chosen.person) if len(pairs) == 1 else None
        return None

    def _paragraph(self, token: Token) -> Span:
        return next((p for p in self.document.paragraphs if p[0] <= token.idx < p[1]), (0, 0))

    def _sole_person(self, token: Token) -> Mention | None:
        """Take the one person that the tables know, where the article has named nothing yet."""
        if len(self.index.persons) != 1 or "PROPN" in self.document.columns.pos[: token.i]:
            return None
        return _pointing(token, ((next(iter(self.index.persons)), 0.85),), True)

    def _only_person(self, token: Token, named: list[Mention]) -> Mention | None:
        """Take the one person that the sentence names before the pronoun, if a subject: "Lee was out, as he ..."."""
        start, _ = self.document.sentence(token.idx)
        before = [m for m in named if m.person and start <= m.start < token.idx]
        if len({m.best for m in before}) == 1 and self._is_subject(before[0]) and token.lower_ in ("he", "she"):
            return _pointing(token, before[0].values, True)
        return None

    def _salient(self, before: list[Mention], token: Token) -> Mention | None:
        """Prefer the subject of the sentence before; nothing when that sentence names two that fit."""
        paragraph = self._paragraph(token)
        own = self.document.sentence(token.idx)
        near = [m for m in before if m.start >= paragraph[0]] or before[-1:]
        last = self.document.sentence(near[-1].start)
        same = [m for m in near if self.document.sentence(m.start) == last]
        if last == own and len({m.best for m in same}) > 1:
            return same[0]
        subjects = [m for m in same if self._is_subject(m)]
        return (subjects or same)[0]

    def _going_on(self, chosen: Mention, token: Token) -> Mention | None:
        """Give what the sentence before went on to be about where it names others beside: "its staff, as at Elm"."""
        last = self.document.sentence(chosen.start)
        if self._is_subject(chosen) or last == self.document.sentence(token.idx):
            return None
        alike = next((words for words in (HIS, HERS, ITS) if token.lower_ in words), ITS)
        near = (m for m in self.stood if last[0] <= m.start < last[1] and m.text.lower() in alike)
        return next((m for m in near if self._is_subject(m)), None)

    def _is_subject(self, mention: Mention) -> bool:
        tokens = self.document.tokens(mention.start, mention.end)
        if not len(tokens):
            return False
        owned = mention.back and tokens.root.dep_ == "nmod:poss"  # "its staff" goes on being about it
        return (tokens.root.head if owned else tokens.root).dep_ in ("nsubj", "nsubj:pass")

    def _phrase(self, token: Token, named: list[Mention]) -> Mention | None:
        """Resolve "the airline" to the last thing named that stands in a column of that name."""
        columns = self.index.kinds.get(stem(token.lemma_ or token.text), [])
        if self._names_itself(token, named):
            return None
        if not columns:
            return self._tail(token, named)
        beside = self._beside(token, named)
        if beside and self._stands(beside.best, columns):
            return _pointing(token, beside.values, beside.person)
        if owner := self._possessor(token, named):
            return owner
        if token.tag_ == "NNS" or _is_somebodys(token):  # "the airlines" are several
            return None
        before = [m for m in named if m.end <= token.idx]
        for mention in reversed(before[-12:]):
            if self._stands(mention.best, columns):
                value, person = self._likeliest(mention, before, columns, token)
                return _pointing(token, ((value, 0.85),), person)
            if not mention.person and (own := self._own(mention.best, columns)):
                return _pointing(token, ((own, 0.8),), False)
        return None

    def _stands(self, value: str, columns: list[tuple[str, str]]) -> bool:
        """Say whether one of some columns has a value."""
        return any(self.index.tables[table].rows(column, value) for table, column in columns)

    def _likeliest(
        self, last: Mention, before: list[Mention], columns: list[tuple[str, str]], token: Token
    ) -> tuple[str, bool]:
        """Take the last named of the paragraph, and say whether it is somebody.

        Where it names none, take that of the people of whom it tells, or the one of whom the article tells most.
        """
        start = self._paragraph(token)[0]
        if last.start >= start:
            return last.best, last.person
        if body := self._of_people([m for m in before if m.start >= start], columns):
            return body, False
        alike = [m for m in before if self._stands(m.best, columns)]
        told = Counter(m.best for m in alike)
        most = max(told, key=lambda name: (told[name], name == last.best))
        return most, next(m.person for m in alike if m.best == most)

    def _of_people(self, mentions: list[Mention], columns: list[tuple[str, str]]) -> str:
        """Give what stands in some columns beside all of the people mentioned, "" if not one and the same."""
        people = {m.best for m in mentions if m.person and len(m.values) == 1}
        found = {body for person in people for body in self._in_row(person, columns)}
        return found.pop() if len(found) == 1 else ""

    def _in_row(self, person: str, columns: list[tuple[str, str]]) -> set[str]:
        """Give what stands in some columns beside a person."""
        views = ((self.index.tables[table], column) for table, column in columns)
        own = [(view, column) for view, column in views if view.person and column != view.person]
        cells = (view.cells(column)[row] for view, column in own for row in view.rows(view.person, person))
        return {cell for cell in cells if isinstance(cell, str)}

    def _own(self, value: str, columns: list[tuple[str, str]]) -> str:
        """Give what the one row of a thing has in one of the columns, "" if none or several: the canton of a town."""
        found = set()
        for table, column in columns:
            view = self.index.tables[table]
            rows = view.rows(view.entity, value) if view.entity and column != view.entity else []
            found |= {cell for row in rows if isinstance(cell := view.cells(column)[row], str)}
        return found.pop() if len(found) == 1 else ""

    def _names_itself(self, token: Token, named: list[Mention]) -> bool:
        """Say whether a name follows that says which one: "the canton of Averil"."""
        last = token.i + 2
        if last >= len(token.doc) or token.nbor(1).lower_ != "of":
            return False
        return any(m.start <= token.doc[last].idx < m.end for m in named)

    def _beside(self, token: Token, named: list[Mention]) -> Mention | None:
        """Give the name right before a noun: "the Tarn bridge"."""
        return next((m for m in named if m.end + 1 == token.idx), None)

    def _tail(self, token: Token, named: list[Mention]) -> Mention | None:
        """Resolve "the islands" to the last thing named whose name ends so: the Tarn Islands."""
        following = token.nbor(1) if token.i + 1 < len(token.doc) else None
        if following is not None and (following.lower_ == "of" or following.pos_ in ("NOUN", "PROPN")):
            return None
        if {c.dep_ for c in token.children} & {"amod", "compound", "nmod:poss", "nummod"}:
            return None
        own = words_of(token.text)
        for mention in reversed([m for m in named if m.end <= token.idx and not m.person][-12:]):
            if len(words := words_of(mention.best)) > 1 and words[-1:] == own:
                return _pointing(token, ((mention.best, 0.85),), False)
        return None

    def _possessor(self, token: Token, named: list[Mention]) -> Mention | None:
        """Resolve "Rao's party", "his party" through the row of Rao."""
        child = next((c for c in token.children if c.dep_ == "nmod:poss"), None)
        mention = child and next((m for m in named if m.start <= child.idx < m.end and m.person), None)
        if child is not None and child.lower_ in HIS | HERS:
            mention = self._of_its_gender(self._pronoun(child, named), child, named, self.genders)
        if not mention or not mention.person or len(mention.values) != 1:
            return None
        for one in self.index.kinds.get(stem(token.lemma_ or token.text), []):
            found = self._in_row(mention.best, [one])
            if len(found) == 1:
                return _pointing(token, ((found.pop(), 0.95),), False)
        return None


def _is_somebodys(noun: Token) -> bool:
    """Say whether a person's own is meant, "his race": the person's row tells which, and not what was named last."""
    return any(child.i < noun.i and child.lower_ in HIS | HERS for child in noun.children)


def _receiver(pronoun: Token, named: list[Mention]) -> Mention | None:
    """Give whom the clause gives what is called theirs: "the goal gave the Otters their first win"."""
    given = pronoun.head
    if pronoun.dep_ != "nmod:poss" or given.dep_ != "obj":
        return None
    receiver = receiver_of(given.head)
    at = receiver.idx if receiver is not None else -1
    return next((m for m in named if m.start <= at < m.end and m.values), None)


ITS = frozenset({"it", "its"})
HIS, HERS = frozenset("he him his".split()), frozenset("she her hers".split())
PRONOUNS = frozenset("he she it him her they them".split())
DETERMINED = frozenset("his her its their".split())
DEFINITE = DETERMINED | {"the", "this"}


def _is_a_figure(token: Token) -> bool:
    """Say whether "it" is said to be a number, so that it stands for the figure before: "in 2019 it was 91 percent"."""
    said = list(token.head.children)
    number = token.head.pos_ == "NUM" or any(c.dep_ == "nummod" for c in said)
    return number and token.dep_ == "nsubj" and any(c.dep_ == "cop" for c in said)


def _pointing(token: Token, values: tuple[tuple[str, float], ...], person: bool) -> Mention:
    return Mention(token.idx, token.idx + len(token.text), token.text, values, person, back=True)
