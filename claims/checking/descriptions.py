"""Descriptions that point back: "the 50-year-old", "the Welshman", "the academy", "her school"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking.mentions import Mention
from claims.checking.words import ORGANISATION_WORDS, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from claims.checking.index import Index
    from claims.checking.tables import View
    from claims.language import Document

AGED = re.compile(r"\b[Tt]he (?:now )?\w+(?:-\w+)?-year-old\b(?! ?['’]s)")
REACH = 450
ARTICLES = frozenset({"the", "this"})
PLACING = frozenset("in into at on from inside within".split())


class Descriptions:
    """Finds in one document what descriptions stand for, once names and pronouns are known."""

    def __init__(self, index: Index, document: Document) -> None:
        self.index, self.document = index, document

    def applied(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Give the mentions with the descriptions among them resolved, and those that words alone make."""
        found: list[Mention] = []
        for mention in sorted([*mentions, *self._aged()], key=lambda m: m.start):
            if not mention.values:
                mention = self._the_aged(mention, found)
            elif not mention.back and not mention.person and self._definite(mention):
                mention = self._bearer(mention, found)
            if mention.values:
                found.append(mention)
        return [*found, *self._owned(found)]

    def _aged(self) -> Iterator[Mention]:
        """Yield "the 50-year-old" where no name or noun follows."""
        for match in AGED.finditer(self.document.article.text):
            after = self.document.line(match.end(), match.end() + 2)
            if len(after) and after[0].idx <= match.end() + 1 and after[0].pos_ in ("NOUN", "PROPN", "ADJ"):
                continue
            yield Mention(match.start(), match.end(), match[0], (), person=True, back=True)

    def _the_aged(self, mention: Mention, before: list[Mention]) -> Mention:
        """Take the person that the sentence before was about; where a team or place follows, one of that."""
        people = self._recent([m for m in before if m.person], mention.start)
        group = self._from(mention)
        if group:
            people = [m for m in people if any(self._holds(view, m.best, [group]) for view in self.index.tables)]
        if not people:
            return mention
        sentence = self.document.sentence(people[-1].start)
        same = [m for m in people if self.document.sentence(m.start) == sentence]
        subjects = [m for m in same if self._is_subject(m)]
        return replace(mention, values=tuple((v, 0.9 * w) for v, w in (subjects or same)[0].values))

    def _from(self, mention: Mention) -> str:
        text = self.document.article.text[mention.end : mention.end + 60]
        found = re.match(r" (?:from|of) (?:the )?((?:[A-Z][\w'’-]*)(?: [A-Z][\w'’-]*)*)", text)
        return self.index.value_of(found[1]) if found else ""

    def _recent(self, mentions: list[Mention], start: int) -> list[Mention]:
        return [m for m in mentions if start - REACH < m.start and m.end <= start and len(m.values) == 1]

    def _is_subject(self, mention: Mention) -> bool:
        tokens = self.document.tokens(mention.start, mention.end)
        return bool(len(tokens) and tokens.root.dep_ in ("nsubj", "nsubj:pass"))

    def _definite(self, mention: Mention) -> bool:
        """Say whether the mention is a description with "the" that no noun follows: "the 73-year-old Republican"."""
        if mention.best in self.index.owners:
            return False
        tokens = self.document.line(mention.start, mention.end)
        first, last = tokens[0], tokens[-1]
        following = last.nbor(1) if last.i + 1 < len(last.doc) else None
        if following is not None and following.pos_ in ("NOUN", "PROPN", "NUM") and following.lower_ != "who":
            return False
        while first.i and (first.nbor(-1).pos_ in ("ADJ", "NUM") or first.nbor(-1).lower_ in ("-", "year", "old")):
            first = first.nbor(-1)
        return bool(first.i and first.nbor(-1).lower_ in ARTICLES)

    def _bearer(self, mention: Mention, before: list[Mention]) -> Mention:
        """Take the last thing named whose row has what the description says."""
        said = [v for v, _ in mention.values]
        inside = self._inside(mention)
        for other in reversed(self._recent(before, mention.start)):
            if not (inside and other.person) and any(self._holds(view, other.best, said) for view in self.index.tables):
                values = tuple((v, 0.85 * w) for v, w in other.values)
                return replace(mention, values=values, said=mention.values, person=other.person, back=True)
        return mention

    def _inside(self, mention: Mention) -> bool:
        """Say whether it is where something is or goes, "in the Senate": nobody is described by that."""
        root = self.document.tokens(mention.start, mention.end).root
        return any(child.dep_ == "case" and child.lower_ in PLACING for child in root.children)

    def _holds(self, view: View, owner: str, said: list[str]) -> bool:
        """Say whether all rows about the owner, or one of its terms, have one of the values in another column."""
        for column in view.of_role("entity"):
            rows = view.rows(column, owner)
            if rows:
                held = [{view.cells(c)[row] for row in rows} for c in view.names if c != column]
                return any(cells & {*said} and (len(cells) == 1 or view.start) for cells in held)
        return False

    def _owned(self, mentions: list[Mention]) -> Iterator[Mention]:
        """Yield "her school", "Ruth Halloran's side" through the row of the person."""
        at = {m.start: m for m in mentions if m.person and len(m.values) == 1}
        ends = {m.end: m for m in mentions if m.person and len(m.values) == 1}
        taken = {i for m in mentions for i in range(m.start, m.end)}
        for token in self.document.listed:
            if token.pos_ != "NOUN" or token.idx in taken:
                continue
            child = next((c for c in token.children if c.dep_ == "nmod:poss"), None)
            owner = child is not None and (at.get(child.idx) or ends.get(child.idx + len(child.text)))
            if owner and (value := self._of_person(token, owner.best)):
                yield Mention(token.idx, token.idx + len(token.text), token.text, ((value, 0.9),), back=True)

    def _of_person(self, noun: Token, person: str) -> str:
        """Give the one body that the person's latest row names: by the column's word, else the only one there is."""
        word = stem(noun.lemma_ or noun.text)
        found: set[str] = set()
        for view in self.index.tables:
            rows = view.rows(view.person, person) if view.person else []
            bodies = [c for c in view.names if c != view.person and view.columns[c].named]
            named = [c for c in bodies if word in map(stem, view.columns[c].words)]
            if not named and noun.lemma_.lower() in ORGANISATION_WORDS:
                named = [c for c in bodies if view.columns[c].role == "entity"]
            if not rows or len(named) != 1:
                continue
            if view.start:
                rows = [max(rows, key=lambda r: str(view.cells(view.start)[r] or ""))]
            values = {view.cells(named[0])[row] for row in rows}
            found |= {v for v in values if isinstance(v, str)}
        return found.pop() if len(found) == 1 else ""
