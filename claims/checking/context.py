"""What surrounds a statement: its words by nearness, whom it is about, when, and the discourse before it."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from claims.checking.words import FALL_WORDS, RISE_WORDS, STOP, phrases_in, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.mentions import Mention
    from claims.checking.misnamed import Misnamed
    from claims.checking.phrasings import Hit
    from claims.language import Document
    from claims.names import Names
    from claims.types import Span, Statement, Value

Period = tuple[dt.date, dt.date]

OF_MONTH = {"SP": (3, 5), "SU": (6, 8), "AU": (9, 11), "FA": (9, 11)}
CURRENCY_AND_MEASURE = frozenset(
    "percent percentage crown dollar euro pound rupee yen year month week day hour minute second time people "
    "km kilometre metre mile million billion figure number".split()
)
MOVES = frozenset(stem(w) for w in RISE_WORDS | FALL_WORDS) - {"up", "low", "high"}
TOTALS = frozenset(stem(w) for w in "combine combined together altogether between total".split())
WANTING = frozenset(stem(w) for w in "want seek aim hope chase target wish eye pursue".split())
HOLDING = frozenset({"hold", "limit", "restrict", "keep"})
COMPARING = frozenset(
    "more fewer less smaller larger bigger shorter longer higher lower ahead behind above below worse better older "
    "younger earlier later further".split()
)


def period_of(iso: str) -> Period | None:
    """Give the first and last day that an ISO 8601 form covers.

    >>> period_of("2022-04")
    (datetime.date(2022, 4, 1), datetime.date(2022, 4, 30))
    """
    if "/" in iso:
        first, last = (period_of(part) for part in iso.split("/", 1))
        return (first[0], last[1]) if first and last else None
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d.*", iso):
            day = dt.date.fromisoformat(iso[:10])
            return day, day
        if re.fullmatch(r"\d{4}-\d\d", iso):
            return _months(int(iso[:4]), int(iso[5:]), int(iso[5:]))
        if re.fullmatch(r"\d{4}", iso):
            return _months(int(iso), 1, 12)
        if century := re.fullmatch(r"(\d\d)00s", iso):
            return dt.date(int(century[1] + "00"), 1, 1), dt.date(int(century[1] + "99"), 12, 31)
        if decade := re.fullmatch(r"(\d{3})0s", iso):
            return dt.date(int(decade[1] + "0"), 1, 1), dt.date(int(decade[1] + "9"), 12, 31)
        if season := re.fullmatch(r"(\d{4})-(SP|SU|AU|FA)", iso):
            return _months(int(season[1]), *OF_MONTH[season[2]])
        if iso.endswith("-WI") and len(iso) == 7:
            return dt.date(int(iso[:4]), 1, 1), dt.date(int(iso[:4]), 12, 31)
        if week := re.fullmatch(r"(\d{4})-W(\d\d)", iso):
            monday = dt.date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return monday, monday + dt.timedelta(6)
    except ValueError:
        return None
    return None


def _months(year: int, first: int, last: int) -> Period:
    after = dt.date(year + last // 12, last % 12 + 1, 1)
    return dt.date(year, first, 1), after - dt.timedelta(1)


@dataclass(frozen=True, slots=True)
class When:
    """A time that an article gives, and how far it is from the statement."""

    period: Period
    weight: float
    role: str  # "at", "base" (than in 2019), "since", "until"
    start: int

    @property
    def year(self) -> int | None:
        """Give the year that the period lies in."""
        return self.period[0].year if self.period[0].year == self.period[1].year else None


@dataclass(frozen=True, slots=True)
class Binding:
    """Something named, and how strongly the statement is tied to it."""

    mention: Mention
    weight: float
    tie: str


@dataclass(frozen=True, slots=True)
class Last:
    """The measure that the figure before this one was of, and where that stood."""

    table: str
    column: str
    start: int
    sentence: int


class Discourse:
    """One document with its mentions and its statements in order; `last` moves on as they are checked."""

    last: Last | None = None

    def __init__(
        self, document: Document, mentions: tuple[Mention, ...], statements: tuple[Statement, ...], names: Names
    ) -> None:
        self.document, self.mentions, self.statements = document, mentions, statements
        self.strangers = [
            m for m in names.mentions
            if m.kind == "person" and not any(k.start < m.end and m.start < k.end for k in mentions)
        ]  # fmt: skip
        self.published = document.article.published
        self.starts = [m.start for m in mentions]
        self.hits: tuple[Hit, ...] = ()
        self.wrong: tuple[Misnamed, ...] = ()
        self.dates = [s for s in statements if s.value and s.value.kind in ("date", "period") and s.value.iso]
        self.date_starts = [s.start for s in self.dates]
        self.valued = sorted((s for s in statements if s.value), key=lambda s: s.start)
        self.value_starts = [s.start for s in self.valued]

    @cached_property
    def topics(self) -> list[tuple[Mention, float]]:
        """Give what the article names most, with a weight by how much it stands out."""
        counted = Counter(m.best for m in self.mentions if m.named and m.values and not m.person)
        common = counted.most_common(2)
        if not common or common[0][1] < 3:
            return []
        clear = len(common) == 1 or common[0][1] >= 2 * common[1][1]
        return [(m, 0.6 if clear else 0.45) for m in self.mentions if m.best == common[0][0]][:1]

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """Give the mentions inside a span."""
        return self.mentions[bisect_left(self.starts, span[0]) : bisect_left(self.starts, span[1])]

    def mention_at(self, token: Token) -> Mention | None:
        """Give the mention that covers a token."""
        at = bisect_right(self.starts, token.idx) - 1
        if at >= 0 and self.mentions[at].end > token.idx:
            return self.mentions[at]
        return None

    def dates_in(self, span: Span) -> list[Statement]:
        """Give the dates inside a span."""
        return self.dates[bisect_left(self.date_starts, span[0]) : bisect_left(self.date_starts, span[1])]

    def values_in(self, span: Span) -> list[Statement]:
        """Give the statements with a value inside a span."""
        at = bisect_left(self.value_starts, span[0])
        return self.valued[at : bisect_left(self.value_starts, span[1])]

    def paragraph(self, offset: int) -> Span:
        """Give the paragraph around a character."""
        return next((p for p in self.document.paragraphs if p[0] <= offset < p[1]), (offset, offset))


class Context:
    """One statement in its surroundings."""

    def __init__(self, statement: Statement, discourse: Discourse) -> None:
        self.statement, self.discourse = statement, discourse
        self.document = discourse.document
        self.text = self.document.article.text
        self.published = discourse.published
        self.sentence = statement.sentence
        self.clause = statement.clause

    @property
    def value(self) -> Value | None:
        """Give the statement's value."""
        return self.statement.value

    @cached_property
    def tokens(self) -> list[Token]:
        """Give the tokens of the anchor."""
        return list(self.document.tokens(self.statement.start, self.statement.end))

    @cached_property
    def head(self) -> Token:
        """Give the anchor's head token."""
        return self.document.tokens(self.statement.start, self.statement.end).root

    @cached_property
    def line(self) -> list[Token]:
        """Give the tokens of the clause."""
        return list(self.document.tokens(*self.clause))

    @cached_property
    def clause_stems(self) -> frozenset[str]:
        """Give the stems of the clause's content words, the anchor left out."""
        return frozenset(
            stem(t.text) for t in self.line if t.is_alpha and not self.statement.start <= t.idx < self.statement.end
        )

    @cached_property
    def sentence_stems(self) -> frozenset[str]:
        """Give the stems of the sentence's words, the anchor left out."""
        tokens = self.document.tokens(*self.sentence)
        return frozenset(stem(t.text) for t in tokens if not self.statement.start <= t.idx < self.statement.end)

    @cached_property
    def before(self) -> list[str]:
        """Give the three lower-case words before the anchor, nearest first."""
        first = self.tokens[0].i if self.tokens else 0
        doc = self.document.doc
        return [doc[i].lower_ for i in range(first - 1, max(-1, first - 6), -1)]

    @cached_property
    def after(self) -> list[str]:
        """Give the lower-case words after the anchor, nearest first."""
        last = self.tokens[-1].i if self.tokens else 0
        doc = self.document.doc
        return [doc[i].lower_ for i in range(last + 1, min(len(doc), last + 6))]

    @cached_property
    def noun(self) -> str:
        """Give the stem of what is counted, "" where a bare number or a unit of measure stands."""
        return stem(self.noun_token.text) if self.noun_token is not None else ""

    @cached_property
    def carried(self) -> str:
        """Give the stem of a noun that the value takes over from one before: "they won 12 seats, the others 9"."""
        unit = self.value.unit.split()[-1:] if self.value and self.value.kind in ("count", "ordinal") else []
        return stem(unit[0]) if unit and not self.noun and unit[0] not in CURRENCY_AND_MEASURE else ""

    @cached_property
    def noun_token(self) -> Token | None:
        """Give the noun that the number counts or ranks."""
        if not self.value:
            return None
        unit = self.value.unit.split()[-1].lower() if self.value.unit else ""
        following = self._following()
        if len(following) > 1 and following[0].text == "-" and following[1].is_alpha:
            return following[1]
        for token in (*self.tokens, *following):
            if token.pos_ in ("NOUN", "PROPN") and (token.lemma_.lower() == unit or token.lower_ == unit):
                return None if token.lemma_.lower() in CURRENCY_AND_MEASURE else token
        head = self.head
        if head.dep_ in ("nummod", "amod") and head.head.pos_ in ("NOUN", "PROPN") and head.head.i > head.i:
            return None if head.head.lemma_.lower() in CURRENCY_AND_MEASURE else head.head
        return None

    def _following(self) -> list[Token]:
        last = self.tokens[-1].i if self.tokens else 0
        doc = self.document.doc
        return [doc[i] for i in range(last + 1, min(len(doc), last + 5))]

    @cached_property
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

    @cached_property
    def focus(self) -> dict[str, float]:
        """Weigh the stems around the anchor: what is counted, what governs it, its verb, the rest of the clause."""
        weights: dict[str, float] = {}

        def note(word: str, weight: float) -> None:
            if word not in STOP and weight > weights.get(word, 0):
                weights[word] = weight

        for word, weight in self._governing():
            note(word, weight)
        first, last = (self.tokens[0].i, self.tokens[-1].i) if self.tokens else (0, 0)
        for token in self.line:
            if (token.is_alpha or "-" in token.text) and not first <= token.i <= last and token.lower_ not in STOP:
                away = min(abs(token.i - first), abs(token.i - last))
                note(stem(token.text), max(0.3, 0.72 - 0.03 * away))
        words = [t for t in self.line if t.text != "-"]
        for start, end, phrase in phrases_in([stem(t.text) for t in words]):
            part = weights.get(stem(words[start].text), 0.0)
            note(phrase, max(part, 0.75 - 0.02 * min(abs(words[start].i - last), abs(first - words[end - 1].i))))
        for token in self.document.tokens(*self.sentence):
            if token.is_alpha and token.lower_ not in STOP:
                note(stem(token.text), 0.3)
        ratio = self.value is not None and self.value.kind == "ratio"
        for token in self.tokens if not ratio else ():
            if token.pos_ in ("NOUN", "ADJ") and token.is_alpha:
                note(stem(token.text), 0.9)
        return weights

    @cached_property
    def governing(self) -> frozenset[str]:
        """Give the stems that count or govern the value, its own words left out."""
        own = {stem(t.text) for t in self.tokens} if self.value and self.value.kind == "ratio" else set()
        return frozenset(word for word, _ in self._governing()) - own

    @cached_property
    def stems_before(self) -> tuple[str, ...]:
        """Give the stems of the words just before the value."""
        return tuple(stem(word) for word in self.before)

    @cached_property
    def serial(self) -> bool:
        """Say whether the value is one of several that follow each other: "from 15 to 24", "fourth and then second"."""
        if self.value is None:
            return False
        for other in self.discourse.values_in(self.sentence):
            if other.start == self.statement.start or other.value is None or other.value.kind != self.value.kind:
                continue
            first, second = sorted((self.statement, other), key=lambda s: s.start)
            between = self.text[first.end : second.start].lower()
            if between.strip() in ("to", "and then", "then", ", then", "up to", "down to"):
                return True
        return self.before[:1] == ["then"]

    @cached_property
    def contrasted(self) -> bool:
        """Say whether the value is what another is held against, with no time of its own: "51, up from 33"."""
        against = self.before[:1] in (["from"], ["against"], ["versus"]) or self.before[:2] in (
            ["with", "compared"],
            ["to", "compared"],
        )
        return against and self.adjacent is None

    @cached_property
    def adjacent(self) -> int | None:
        """Give where a date starts that stands right behind the value: "33 in 2021"."""
        for date in self.discourse.dates_in((self.statement.end, self.sentence[1])):
            between = self.text[self.statement.end : date.start].lower().split()
            if between and between[-1] in ("in", "for", "last", "during", "by") and len(between) <= 3:
                return date.start
            return date.start if not between or between == ["a", "year", "earlier"] else None
        return None

    def _governing(self) -> Iterator[tuple[str, float]]:
        if self.noun:
            yield self.noun, 1.0
        if self.carried:
            yield self.carried, 0.7
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
            if child.dep_ == "nsubj" and child.pos_ == "NOUN":
                yield stem(child.text), 0.9
        for depth in range(6):
            if token.head.i == token.i:
                break
            token = token.head
            if token.pos_ in ("NOUN", "ADJ") and token.is_alpha:
                yield stem(token.text), 0.95 - 0.05 * depth
            if token.pos_ in ("VERB", "AUX"):
                yield stem(token.text), 0.85
                for child in token.children:
                    if child.dep_ in ("nsubj", "nsubj:pass") and child.pos_ == "NOUN":
                        yield stem(child.text), 0.9
                        for part in child.children:
                            if part.dep_ in ("compound", "amod", "nmod") and part.is_alpha:
                                yield stem(part.text), 0.8
                    elif child.dep_ in ("obj", "compound:prt") and child.is_alpha:
                        yield stem(child.text), 0.75
                break

    @cached_property
    def bindings(self) -> tuple[Binding, ...]:
        """Give what is named around the statement, the closest tie first."""
        found: dict[int, Binding] = {}
        listed = self.listed

        def tie(mention: Mention | None, weight: float, kind: str) -> None:
            if mention is None or not mention.values or self._own(mention):
                return
            weight *= 0.6 if self.owned else 1.0
            if self.bracketed and kind != "beside":
                weight *= 0.7
            if listed and not self.clause[0] <= mention.start < self.clause[1]:
                weight *= 0.6
            if mention.start not in found or found[mention.start].weight < weight:
                found[mention.start] = Binding(mention, weight, kind)

        for mention, weight, kind in self._syntactic():
            tie(mention, weight, kind)
        for mention in self.discourse.mentions_in(self.sentence):
            if self.bracketed and 0 <= self.statement.start - mention.end <= 3:
                tie(mention, 1.0, "beside")
            if self.value and self.value.of and mention.named and self._same(mention, self.value.of):
                tie(mention, 1.0, "whose")
        for mention in self.discourse.mentions_in((self.statement.start, self.statement.end)):
            tie(mention, 0.95, "inside")
        for mention in self.discourse.mentions_in(self.clause):
            tie(mention, self._by_distance(mention, 0.8, 0.66), "clause")
        for mention in self.discourse.mentions_in(self.sentence) if not self.listed else ():
            tie(mention, self._by_distance(mention, 0.62, 0.45), "sentence")
        for mention, weight in self._earlier():
            tie(mention, weight, "earlier")
        return tuple(sorted(found.values(), key=lambda b: (-b.weight, b.mention.start)))

    @cached_property
    def listed(self) -> bool:
        """Say whether the clause is an item of a list that names what it is about."""
        inside = self.clause in self.document.items and self.discourse.mentions_in(self.clause)
        return bool(inside and any(m.named and not m.back and not self._own(m) for m in inside))

    @cached_property
    def owned(self) -> bool:
        """Say whether what is counted is that of something no table names: "the assembly's 180 seats"."""
        children = self.noun_token.children if self.noun_token is not None else ()
        return any(
            c.dep_ == "nmod:poss" and c.pos_ in ("NOUN", "PROPN") and self.discourse.mention_at(c) is None
            for c in children
        )

    def _same(self, mention: Mention, name: str) -> bool:
        return mention.text == name or (len(mention.text) > 3 and mention.text in name) or mention.best == name

    def _own(self, mention: Mention) -> bool:
        """Say whether the mention is what the statement asserts, and not a part of a longer value."""
        if self.value is not None:
            return mention.start <= self.statement.start < mention.end and mention.end >= self.statement.end
        return mention.start < self.statement.end and self.statement.start < mention.end

    def _by_distance(self, mention: Mention, before: float, after: float) -> float:
        away = (
            self.statement.start - mention.end
            if mention.end <= self.statement.start
            else mention.start - self.statement.end
        )
        return (before if mention.end <= self.statement.start else after) - min(away, 150) / 1500

    def _syntactic(self) -> Iterator[tuple[Mention | None, float, str]]:
        mention_at = self.discourse.mention_at
        head = self.head
        for child in head.children:
            if child.dep_ in ("appos", "nsubj", "nmod:poss") and child.i > head.i:
                yield mention_at(child), 0.9, "name"
        token = head
        for depth in range(8):
            if depth and (mention := mention_at(token)):
                yield mention, (1.0 if depth == 1 else 0.96) - 0.02 * depth, "name"
            for child in token.children:
                if child.dep_ in ("nmod:poss", "poss") and depth < 3:
                    yield mention_at(child), 0.97 - 0.01 * depth, "possessor"
                elif child.dep_ in ("nmod", "obl") and child.i > head.i and depth < 3:
                    yield mention_at(child), 0.85, "of"
            if token.pos_ in ("VERB", "AUX", "NOUN", "ADJ", "PROPN") and depth < 5:
                yield from self._subjects(token, 0.97 - 0.04 * depth)
            if token.head.i == token.i:
                break
            token = token.head

    def _later_subject(self, verb: Token) -> Mention | None:
        """Give a subject between a verb and the value: then the parse hangs the value on the wrong verb."""
        for i in range(self.head.i - 1, verb.i, -1):
            token = self.document.doc[i]
            if token.dep_ in ("nsubj", "nsubj:pass") and (found := self.discourse.mention_at(token)) and found.named:
                return found
        return None

    def _subjects(self, verb: Token, weight: float) -> Iterator[tuple[Mention | None, float, str]]:
        later = self._later_subject(verb) if verb.i < self.head.i else None
        if later:
            yield later, weight, "subject"
            weight -= 0.3
        if verb.lemma_.lower() in HOLDING:
            for child in verb.children:
                if child.dep_ == "obj" and (held := self.discourse.mention_at(child)):
                    yield held, weight, "held"
                    weight -= 0.3
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubj:pass"):
                yield self.discourse.mention_at(child), weight, "subject"
                for part in child.subtree:
                    if part.i != child.i:
                        yield self.discourse.mention_at(part), weight - 0.06, "subject part"

    def _earlier(self) -> Iterator[tuple[Mention, float]]:
        """Yield what was named before: the last thing that a sentence was about goes on being it."""
        discourse = self.discourse
        paragraph = discourse.paragraph(self.statement.start)
        at = bisect_left(discourse.starts, self.sentence[0])
        sentences: dict[Span, int] = {}
        for mention in reversed(discourse.mentions[max(0, at - 16) : at]):
            sentence = self.document.sentence(mention.start)
            back = sentences.setdefault(sentence, len(sentences))
            leads = not any(m.best == mention.best for m in discourse.mentions_in((sentence[0], mention.start)))
            first = leads and mention.start - sentence[0] < 40
            weight = (0.74 if first else 0.66) - 0.08 * back - (0.0 if mention.start >= paragraph[0] else 0.1)
            yield mention, max(0.2, weight)
        for mention, weight in discourse.topics:
            if mention.start < self.sentence[0]:
                yield mention, weight

    @cached_property
    def stranger(self) -> bool:
        """Say whether the value belongs to a person whom no table knows: "said Jo Lee, 45, ..."."""
        given = {self.value.of if self.value else "", self.statement.subject}
        for mention in self.discourse.strangers:
            if 0 <= self.statement.start - mention.end <= 3:
                return True
            if self.sentence[0] <= mention.start < self.sentence[1] and given & {mention.name, mention.text}:
                return True
        return False

    @cached_property
    def times(self) -> tuple[When, ...]:
        """Give the times of the clause, the sentence and the sentences before, the nearest first."""
        found: dict[int, When] = {}
        for span, weight in ((self.clause, 1.0), (self.sentence, 0.85)):
            for date in self.discourse.dates_in(span):
                if date.start in (*found, self.statement.start):
                    continue
                if when := self._when(date, weight):
                    found[date.start] = when
        for date, weight in self._earlier_dates():
            if when := self._when(date, weight):
                found[date.start] = when
        if self.adjacent in found:
            close = self.adjacent
            found = {
                start: replace(when, role="at") if start == close else replace(when, weight=when.weight * 0.4)
                for start, when in found.items()
            }
        return tuple(sorted(found.values(), key=lambda w: (-w.weight, abs(w.start - self.statement.start))))

    def _earlier_dates(self) -> Iterator[tuple[Statement, float]]:
        at = bisect_left(self.discourse.date_starts, self.sentence[0])
        for step, date in enumerate(reversed(self.discourse.dates[max(0, at - 2) : at])):
            yield date, 0.5 - 0.15 * step

    def _when(self, date: Statement, weight: float) -> When | None:
        assert date.value is not None
        period = period_of(date.value.iso)
        if period is None:
            return None
        doc = self.document.doc
        first = self.document.tokens(date.start, date.end)[0].i
        words = [doc[i].lower_ for i in range(first - 1, max(-1, first - 4), -1)]
        role = "before" if words[:1] == ["before"] else "at"
        if words[:1] == ["since"]:
            role = "since"
        elif words[:1] and (words[0] in ("than", "from") or words[:2] == ["in", "than"] or "compared" in words):
            role = "base"
        if self.text[date.end : date.end + 2] in ("'s", "’s", "' ", "’ "):
            weight *= 0.5
        return When(period, weight, role, date.start)

    @cached_property
    def compares(self) -> bool:
        """Say whether the number is a difference: "350,000 fewer than", "by 12"."""
        ends = {*(t.lower_ for t in self.tokens), *self.after[:1]}
        if self.after[:1] and self.after[0] in CURRENCY_AND_MEASURE | {
            "points",
            "years",
            "seconds",
            "minutes",
            "days",
            "weeks",
        }:
            ends.add(self.after[1] if len(self.after) > 1 else "")
        return bool(COMPARING & ends) or self.before[:1] == ["by"]

    @cached_property
    def changes(self) -> bool:
        """Say whether the number is the object of a verb of change: "lost three seats"."""
        verb = self.verb
        return verb is not None and stem(verb.text) in MOVES and self.before[:1] not in (["to"], ["at"], ["from"])

    @cached_property
    def outer(self) -> str:
        """Give the stem of the noun that a compound with the number modifies: "governor" in "two-term governor"."""
        token = self.noun_token
        if token is None or token.head.i == token.i or token.head.pos_ not in ("NOUN", "PROPN"):
            return ""
        joined = token.i and token.nbor(-1).text == "-"
        return stem(token.head.text) if joined and token.head.i > token.i else ""

    @cached_property
    def part(self) -> bool:
        """Say whether the number belongs to a longer one: "3-of-5", "four of the last six", "three-point"."""
        if self.before[:2] == ["-", "of"]:
            return True
        if self.before[:1] == ["of"] and len(self.before) > 1 and (self.before[1] == "-" or self.before[1].isdigit()):
            return True
        kinds = ("count", "number")
        if self.value and self.value.kind in kinds and " of " in self.value.text:
            return True
        ranked = any(
            o.value and o.value.kind == "ordinal" and self.text[o.end : self.statement.start] == " of "
            for o in self.discourse.values_in(self.sentence)
        )
        return (
            ranked
            or (self.after[:1] == ["of"] and bool(self.value and self.value.kind in kinds))
            or (self.after[:1] == ["-"] and self.after[1:2] in (["of"], ["point"]) and self.noun != stem("point"))
        )

    @cached_property
    def bracketed(self) -> bool:
        """Say whether the value stands alone in brackets after a name."""
        return self.before[:1] == ["("] and self.after[:1] == [")"]

    @cached_property
    def aside(self) -> bool:
        """Say whether a pair of numbers stands among others in brackets."""
        before = self.text[self.sentence[0] : self.statement.start]
        pair = self.value is not None and isinstance(self.value.amount, tuple)
        return pair and before.rfind("(") > before.rfind(")") and not self.bracketed

    @cached_property
    def shared(self) -> bool:
        """Say whether the number is a total of several: "between them", "combined"."""
        return bool(TOTALS & self.sentence_stems)

    @cached_property
    def wanted(self) -> bool:
        """Say whether the clause speaks of what somebody wants."""
        return bool(WANTING & self.clause_stems)

    @cached_property
    def near(self) -> frozenset[str]:
        """Give the stems that govern the anchor or stand close to it."""
        return frozenset(s for s, w in self.focus.items() if w >= 0.62)

    @cached_property
    def quoted(self) -> bool:
        """Say whether the statement stands inside a quotation."""
        return self.document.quotation(self.statement.start) is not None
