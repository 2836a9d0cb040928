"""Which words say what a statement measures, weighed by how closely they govern it."""

from __future__ import annotations

from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.checking.anchor import Anchor
from claims.checking.remembered import kept
from claims.checking.words import STOP, phrases_in, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token


COST, SUM = stem("cost"), 1000
OUT = "out"
WAYS = frozenset({"up", "down"})
PAST = frozenset({"VBD", "VBN"})


class Focus(Anchor):
    """The words around a statement by their weight."""

    @kept
    def focus(self) -> dict[str, float]:
        """Weigh the stems around the anchor: what is counted, what governs it, its verb, the rest of the clause."""
        weights: dict[str, float] = {}

        def note(word: str, weight: float) -> None:
            if word not in STOP and weight > weights.get(word, 0):
                weights[word] = weight

        for word, weight in self._governing():
            note(word, weight)
        first, last = (self.tokens[0].i, self.tokens[-1].i) if self.tokens else (0, 0)
        words, lower = self.document.columns.word, self.document.columns.lower
        line = range(self.line[0].i, self.line[-1].i + 1) if self.line else range(0)
        for at in line:
            if (words[at].isalpha() or "-" in words[at]) and not first <= at <= last and lower[at] not in STOP:
                note(stem(words[at]), max(0.3, 0.72 - 0.03 * min(abs(at - first), abs(at - last))))
        spoken = [at for at in line if words[at] != "-"]
        for start, end, phrase in phrases_in([stem(words[at]) for at in spoken]):
            part = weights.get(stem(words[spoken[start]]), 0.0)
            note(phrase, max(part, 0.75 - 0.02 * min(abs(spoken[start] - last), abs(first - spoken[end - 1]))))
        if self._paid_for():
            note(COST, 0.62)
        for word in dict.fromkeys(words[self.document.places(*self.sentence)]):
            if word.isalpha() and word.lower() not in STOP:
                note(stem(word), 0.3)
        for token in self.tokens:
            if token.lower_.startswith(OUT):
                note(stem(token.lower_.removeprefix(OUT)), 0.9)  # "outsold" tells of sales
        ratio = self.value is not None and self.value.kind == "ratio"
        for token in self.tokens if not ratio else ():
            if token.pos_ in ("NOUN", "ADJ") and token.is_alpha:
                note(stem(token.text), 0.9)
        return weights

    def _paid_for(self) -> bool:
        """Say whether a sum is what something went for: "it came into the house in 2009 for 9.2 million"."""
        value = self.value
        if value is None or self.before[:1] != ["for"]:
            return False
        if value.kind == "money" or value.text.endswith(("million", "billion")):
            return True
        return isinstance(value.amount, Decimal) and value.amount >= SUM and not (value.unit or self.noun)

    @kept
    def governing(self) -> frozenset[str]:
        """Give the stems that count or govern the value, its own words left out."""
        own = {stem(t.text) for t in self.tokens} if self.value and self.value.kind == "ratio" else set()
        return frozenset(word for word, _ in self._governing()) - own

    @kept
    def near(self) -> frozenset[str]:
        """Give the stems that govern the anchor or stand close to it."""
        return frozenset(s for s, w in self.focus.items() if w >= 0.62)

    def _governing(self) -> Iterator[tuple[str, float]]:
        if self.noun:
            yield self.noun, 1.0
        if self.carried:
            yield self.carried, 0.7
        for token in self._measured():
            yield stem(token.text), 0.95
        if self.noun_token is not None:
            for child in self.noun_token.subtree:
                if (
                    child.is_alpha
                    and child.i != self.noun_token.i
                    and child.dep_ in ("compound", "amod", "nmod", "obl")
                ):
                    yield stem(child.text), 0.85
        token = self.head
        for child in token.children:
            if child.dep_ == "nsubj" and self._is_thing(child):
                yield stem(child.text), 0.9
                yield from ((stem(c.text), 0.9) for c in child.children if _is_of(c))  # "the number of births"
            elif child.dep_ == "advmod" and child.lower_ in WAYS:  # "Cargo at Elm was up 8 percent"
                yield from ((stem(c.text), 0.9) for c in child.children if c.dep_ == "nsubj" and self._is_thing(c))
            elif child.dep_ == "nmod" and _is_of(child):  # "48 percent of all cargo"
                yield stem(child.text), 0.9
        if self.value is not None and self.value.kind == "ratio":  # "one in three of our nurses"
            yield from ((stem(c.text), 0.9) for t in self.tokens if t != token for c in t.children if _is_of(c))
        for depth in range(6):
            if token.head.i == token.i:
                break
            token = token.head
            if token.pos_ in ("NOUN", "ADJ") and token.is_alpha:
                yield stem(token.text), 0.95 - 0.05 * depth
                if any(c.dep_ == "cop" for c in token.children):  # "deaths were up on the year before"
                    yield from ((stem(c.text), 0.9) for c in token.children if c.dep_ == "nsubj" and self._is_thing(c))
            if token.pos_ in ("VERB", "AUX"):
                yield stem(token.text), 0.85
                if subject := _taken_for_another(token):
                    yield stem(subject.text), 0.9
                for child in token.children:
                    if child.dep_ in ("nsubj", "nsubj:pass") and self._is_thing(child):
                        yield stem(child.text), 0.9
                        for part in child.children:
                            if part.dep_ in ("compound", "amod", "nmod") and part.is_alpha:
                                yield stem(part.text), 0.8
                    elif child.dep_ in ("obj", "compound:prt") and child.is_alpha:
                        yield stem(child.text), 0.75
                break

    def _measured(self) -> list[Token]:
        """Give the nouns that a multiple is one of: "three times as much [cargo] as Elm"."""
        if self.value is None or self.value.kind != "ratio" or not self.value.text.endswith(("much", "many")):
            return []
        return list(takewhile(lambda t: t.pos_ in ("NOUN", "ADJ"), self._following()))

    def _is_thing(self, token: Token) -> bool:
        """Say whether a token is a noun and no name; the capital that opens a sentence makes none."""
        dated = self.value is not None and self.value.kind in ("date", "period")
        opens = token.pos_ == "PROPN" and token.idx == self.sentence[0] and not dated
        return token.pos_ == "NOUN" or (opens and self.discourse.mention_at(token) is None)


def _is_of(token: Token) -> bool:
    return token.pos_ == "NOUN" and any(c.dep_ == "case" and c.lower_ == "of" for c in token.children)


def _taken_for_another(verb: Token) -> Token | None:
    """Give the noun right before a verb that the parser took for no subject: "in Elm prices fell by 4"."""
    if not verb.i or verb.tag_ not in PAST or any(c.dep_.startswith("nsubj") for c in verb.children):
        return None
    noun = verb.nbor(-1)
    hung = (noun.head == verb and noun.dep_ == "obl") or (verb.head == noun == noun.head and verb.dep_ == "acl")
    narrowed = any(c.dep_ in ("amod", "compound") and c.pos_ != "PROPN" for c in noun.children)  # "export orders rose"
    return noun if hung and noun.pos_ == "NOUN" and not narrowed else None
