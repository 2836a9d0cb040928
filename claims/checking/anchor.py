"""The words that a statement stands in: its own, those beside it, what it counts and the verb over it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from claims.checking.remembered import kept
from claims.checking.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.checking.discourse import Discourse
    from claims.types import Span, Statement, Value

COINS = frozenset("crown krone krona franc mark shilling dinar peso florin thaler credit ducat".split())
"""Units of money that a country may have which the article does not name."""
CURRENCY_AND_MEASURE = COINS | frozenset(
    "percent percentage cent dollar euro pound rupee yen century decade year month week day hour minute second time "
    "people km kilometre metre mile million billion figure number".split()
)
LED = 3  # words from a date to its figure
FIGURES = frozenset("count number percent money quantity duration".split())
"""Kinds of values that say how much there is of something."""
DETERMINERS = frozenset("the these those all its his her their our 's ’s".split())


A_YEAR = "/year"


def _of_a_year(value: Value) -> Value:
    """Read "12,400 tonnes a year" as tables write it, whose figures are those of a year: 12,400 tonnes."""
    yearly = value.kind == "quantity" and value.unit.endswith(A_YEAR)
    return replace(value, unit=value.unit.removesuffix(A_YEAR)) if yearly else value


class Anchor:
    """One statement and the words around it."""

    def __init__(self, statement: Statement, discourse: Discourse) -> None:
        self.statement, self.discourse = statement, discourse
        self.value = _of_a_year(statement.value) if statement.value else None
        self.document = discourse.document
        self.text = self.document.article.text
        self.published = discourse.published
        self.sentence = statement.sentence
        self.clause = statement.clause
        self.answers: dict[Any, Any] = {}
        """What rules said of this statement, see claims.checking.remembered."""

    @kept
    def sentence_before(self) -> Span:
        """Give the sentence before, the statement's own where it is the first."""
        return self.document.sentence(max(0, self.sentence[0] - 2))

    @kept
    def tokens(self) -> list[Token]:
        """Give the tokens of the anchor."""
        return self.document.line(self.statement.start, self.statement.end)

    @kept
    def head(self) -> Token:
        """Give the anchor's head token."""
        own = self.tokens
        return own[0] if len(own) == 1 else self.document.tokens(self.statement.start, self.statement.end).root

    @kept
    def line(self) -> list[Token]:
        """Give the tokens of the clause."""
        return self.document.line(*self.clause)

    @kept
    def spoken(self) -> list[str]:
        """Give the lower-case words of the clause."""
        return self.document.words(*self.clause)

    @kept
    def clause_stems(self) -> frozenset[str]:
        """Give the stems of the clause's content words, the anchor left out."""
        return frozenset(stem(word) for word in self._around(self.clause) if word.isalpha())

    @kept
    def sentence_stems(self) -> frozenset[str]:
        """Give the stems of the sentence's words, the anchor left out."""
        return frozenset(map(stem, self._around(self.sentence)))

    def _around(self, span: Span) -> list[str]:
        """Give the words of a span, the anchor's left out."""
        word, start, place = self.document.columns.word, self.document.columns.start, self.document.places(*span)
        own = bisect_left(start, self.statement.start), bisect_left(start, self.statement.end)
        return word[place.start : min(own[0], place.stop)] + word[max(own[1], place.start) : place.stop]

    @kept
    def before(self) -> list[str]:
        """Give the three lower-case words before the anchor, nearest first."""
        first = self.tokens[0].i if self.tokens else 0
        return self.document.columns.lower[max(0, first - 5) : first][::-1]

    @kept
    def after(self) -> list[str]:
        """Give the lower-case words after the anchor, nearest first."""
        last = self.tokens[-1].i if self.tokens else 0
        return self.document.columns.lower[last + 1 : last + 6]

    @kept
    def stems_before(self) -> tuple[str, ...]:
        """Give the stems of the words just before the value."""
        return tuple(stem(word) for word in self.before)

    @kept
    def noun(self) -> str:
        """Give the stem of what is counted, "" where a bare number or a unit of measure stands."""
        return stem(self.noun_token.text) if self.noun_token is not None else ""

    @kept
    def carried(self) -> str:
        """Give the stem of a noun that the value takes over from one before: "they won 12 seats, the others 9"."""
        unit = self.value.unit.split()[-1:] if self.value and self.value.kind in ("count", "ordinal") else []
        return stem(unit[0]) if unit and not self.noun and unit[0] not in CURRENCY_AND_MEASURE else ""

    @kept
    def noun_token(self) -> Token | None:
        """Give the noun that the number counts or ranks."""
        if not self.value:
            return None
        unit = self.value.unit.split()[-1].lower() if self.value.unit else ""
        following = self._following()
        if len(following) > 1 and following[0].text == "-" and following[1].is_alpha:
            return following[1]
        for token in (*self.tokens, *following):
            joined = token.i and self.value.kind == "count" and token.nbor(-1).text == "-"
            if joined and token.lower_ == unit and unit not in CURRENCY_AND_MEASURE:
                return token  # "a 42-storey building"
            noun = token.pos_ in ("NOUN", "PROPN") or (DETERMINERS & {*self.before[:1]} and _taken_for_verb(token))
            if noun and (token.lemma_.lower() == unit or token.lower_ == unit):
                return None if token.lemma_.lower() in CURRENCY_AND_MEASURE else token
        head = self.head
        if head.dep_ in ("nummod", "amod") and head.head.pos_ in ("NOUN", "PROPN") and head.head.i > head.i:
            return None if head.head.lemma_.lower() in CURRENCY_AND_MEASURE else head.head
        return None

    def _following(self) -> list[Token]:
        last = self.tokens[-1].i if self.tokens else 0
        return self.document.listed[last + 1 : last + 5]

    @kept
    def outer(self) -> str:
        """Give the stem of the noun that a compound with the number modifies: "governor" in "two-term governor"."""
        token = self.noun_token
        if token is None or token.head.i == token.i or token.head.pos_ not in ("NOUN", "PROPN"):
            return ""
        joined = token.i and token.nbor(-1).text == "-"
        return stem(token.head.text) if joined and token.head.i > token.i else ""

    @kept
    def verb(self) -> Token | None:
        """Give the verb that governs the anchor."""
        token = self.head
        for _ in range(12):
            if token.pos_ in ("VERB", "AUX") and token is not self.head:
                return token
            if token.head.i == token.i:
                return token
            token = token.head
        return None

    @kept
    def adjacent(self) -> int | None:
        """Give where a date starts that stands right behind the value: "33 in 2021"."""
        for date in self.discourse.dates_in((self.statement.end, self.sentence[1])):
            between = self.text[self.statement.end : date.start].lower().split()
            if self.leads_another(date):
                return None
            if between[:1] == [";"] or (self.value is None and {"than", "as"} & {*between}):
                return None
            if "and" in between and self._number_behind(date.end):  # "it was 20, and in 2023 22"
                return None
            if between and between[-1] in ("in", "for", "last", "during", "by") and len(between) <= 3:
                return date.start
            return date.start if not between or between == ["a", "year", "earlier"] else None
        return None

    def leads_another(self, date: Statement) -> bool:
        """Say whether a date behind a comma leads to a figure of its own: "in 2022 there were five, in 2023 four"."""
        between = self.text[self.statement.end : date.start]
        if not {",", ";"} & {*between} or self.discourse.values_in((self.statement.end, date.start)):
            return False
        behind = self.document.line(date.end, self.sentence[1])[: LED + 1]
        led = next((n for n, token in enumerate(behind) if token.like_num), None)
        return led is not None and not any(t.is_punct or t.dep_ == "case" for t in behind[:led])

    def _number_behind(self, end: int) -> bool:
        """Say whether a figure stands right behind a date, which is then its own."""
        return any(not self.text[end : s.start].strip() for s in self.discourse.values_in((end, self.sentence[1])))

    @kept
    def bracketed(self) -> bool:
        """Say whether the value stands alone in brackets after a name."""
        return self.before[:1] == ["("] and self.after[:1] == [")"]

    @kept
    def quoted(self) -> bool:
        """Say whether the statement stands inside a quotation."""
        return self.document.quotation(self.statement.start) is not None


def _taken_for_verb(token: Token) -> bool:
    """Say whether a plural looks like a verb to the parser: "of the four oil spills"."""
    return token.pos_ == "VERB" and token.lower_.endswith("s")
