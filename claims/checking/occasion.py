"""When a statement holds: the times of its clause, its sentence and the sentences before."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.checking.parallel import Parallel
from claims.checking.periods import PART, When, period_of
from claims.checking.remembered import kept, remembered
from claims.clauses import NOUN_MODIFIERS
from claims.values.shared import BOUNDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.anchor import Anchor
    from claims.checking.discourse import Discourse
    from claims.types import Span, Statement


AHEAD = "in than, in as, on as, of that, of those, in that, in those, on up, on down"
BASES = [pair.split() for pair in AHEAD.split(", ")]
"""The two words before a time that a value is held against, the nearer first."""
AGAINST = frozenset("than above below beneath against compared beyond versus barring except excluding".split())
AS_IT_WAS = re.compile(r"\b(?:what|where) (?:it|they|he|she) (?:is|are|was|were|stood|had been)\b")
LEVELS = frozenset("peak high low record level mark trough bottom figure total".split())
"""What a figure is held against with its time: "7 percent off the peak of 2023"."""
PAUSE = re.compile(r"[,;:()—–]\s")
NEXT_YEAR = (
    r"the (?:year|season|one) (?P<way>before|after)\b(?! (?:last|that|the|in)\b)"
    r"(?! (?:it|he|she|they)\b(?! (?:had been|has been|had|was|were)(?: [a-z]+)? ?$))"  # "the year before it closed"
)
CLAUSE = re.compile(r"[,;:—–]\s|\band\b")
STEP = re.compile(
    rf"(?:^|[,;:()—–]\s)\s*[\"“]?(?:(?:and|but|while) )?(?:in )?(?:{NEXT_YEAR}|the (?:year|season) that followed),?",
    re.IGNORECASE,
)
WHEN_THEN = re.compile(rf"\b{NEXT_YEAR}, when ([^,;:()]*)$", re.IGNORECASE)
OWNED = re.compile(r"['’]s?(?: [\w-]+){1,3},(?: the)? ")
HAS = re.compile(r"['’]s? (?:first |other |more than |about |nearly |almost |some )?")
HELD_FROM = frozenset("against from than to with".split())
STEP_BEHIND = re.compile(
    rf"(?: (?!than|on|from|against|below|above|over|as|to|more|fewer|less|up|down)[\w-]+){{0,3}}? {NEXT_YEAR}"
)
TILL_NOW = re.compile(r" and (?:in )?(?:this one|this century|the present one)\b")
"""What goes on from a time to now: "in the last century and this one"."""
YEAR = re.compile(r"(?:19|20)\d\d")
PREPANDEMIC = re.compile(r"\b(?:before the (?:coronavirus |covid(?:-19)? )?pandemic|pre-pandemic)\b", re.IGNORECASE)
"""The last year before the pandemic, 2019, that the years since are held against."""
NEAR = 8  # words from what compares to the time that a value is held against
OF_A_TIME = frozenset("in of for last during".split())
ASIDE = frozenset({"acl:relcl", "acl", "appos"})
JOINING = frozenset("and or but while".split())
OF_OTHERS, OF_ASIDES = 0.35, 0.55
WHEN = 0.95
TOLD_BEFORE = 0.5
"""How much of a time is left to the sentences behind one that looks back: "It had lost 31 in 2024. Three shrank".

So it is with "two years ago" and the next paragraph.
"""


class Occasion(Parallel):
    """The times that a statement may speak of."""

    @kept
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
        close = self.paired_date.start if self.paired_date else self.adjacent
        if close in found:
            own = 1.0 if self.paired_date else found[close].weight
            found = {start: self._beside(when) for start, when in found.items() if start not in self.unpaired_dates} | {
                close: replace(found[close], role="at", weight=own)
            }
        if self.owner is not None and self.owner.start in found:
            found = {s: w if s == self.owner.start else replace(w, weight=w.weight * 0.4) for s, w in found.items()}
        for when in self._before_the_pandemic():
            found.setdefault(when.start, when)
        if step := self._step():
            found = {start: replace(when, weight=when.weight * 0.4) for start, when in found.items()} | {
                step.start: step
            }
        return tuple(sorted(found.values(), key=lambda w: (-w.weight, abs(w.start - self.statement.start))))

    def _before_the_pandemic(self) -> Iterator[When]:
        """Yield 2019 where the sentence holds the figure, or what it is held against, against the pandemic."""
        own, last_year = self.statement, period_of("2019")
        if last_year is None or self.value is None or (self.published and self.published <= last_year[1]):
            return
        for match in PREPANDEMIC.finditer(self.text, *self.sentence):
            behind = own.end <= match.start()
            between = (own.end, match.start()) if behind else (match.end(), own.start)
            if self.discourse.values_in(between):
                continue  # it is another figure's
            weight = 1.0 if self.clause[0] <= match.start() < self.clause[1] else 0.85
            leading = self._leading(self.sentence[0], match.start())
            held = behind and (_compares(leading) or leading.endswith(("than", "from")))
            yield When(last_year, weight, "base" if held else "at", match.start())

    def _beside(self, when: When) -> When:
        """Weaken a time beside that of the figure; a comparison holds one against the other: "more in 2023 than in"."""
        held = self.value is None and when.role == "base"
        return when if held else replace(when, weight=when.weight * 0.4)

    @property
    def dated_itself(self) -> bool:
        """Say whether the figure has a time of its own: "33 in 2021", "28 and 33 in 2020 and 2021"."""
        return self.paired_date is not None or self.adjacent is not None

    def _step(self) -> When | None:
        """Give the year next to the last that was given: "4,600 in 2022; the year before there had been 4,100"."""
        start, way = self._stepped()
        first = self.discourse.paragraph(self.statement.start)[0]
        dates = self.discourse.dates[: bisect_left(self.discourse.date_starts, start)] if way else []
        near = (self._when(d, 1.0) for d in reversed(dates) if d.start >= first)
        last = next((when for when in near if when is not None and when.role == "at"), None)
        year = last.year if last is not None else None
        period = period_of(f"{year + (1 if way == 'after' else -1):04d}") if year else None
        return When(period, 1.0, "at", start) if period else None

    def _stepped(self) -> tuple[int, str]:
        """Find "the year before" where it leads to the value, stands right behind it, or a clause goes on about it."""
        own, before = self.statement, self.text[self.sentence[0] : self.statement.start]
        found = next(reversed([*STEP.finditer(before)]), None)
        start = self.sentence[0] + found.start() if found else 0
        if found and not CLAUSE.search(before, found.end()) and not self.discourse.values_in((start, own.start)):
            return start, (found["way"] or "after").lower()
        if (found := WHEN_THEN.search(before)) and not self.discourse.values_in((own.start - len(found[2]), own.start)):
            return self.sentence[0] + found.start(), found["way"]
        found = None if HELD_FROM & {*self.before[:1]} else STEP_BEHIND.match(self.text, own.end)
        if found:  # "against two the year before" is where a figure of that year came from
            return own.start, found["way"]
        return 0, ""

    @property
    def since(self) -> When | None:
        """Give the time since which something is told, the nearest."""
        return next((when for when in self.times if when.role == "since" and when.weight >= 0.5), None)

    def _earlier_dates(self) -> Iterator[tuple[Statement, float]]:
        at = bisect_left(self.discourse.date_starts, self.sentence[0])
        paragraph = self.discourse.paragraph(self.sentence[0])[0]
        for step, date in enumerate(reversed(self.discourse.dates[max(0, at - 2) : at])):
            told_before = pluperfect(self, date.clause) and not pluperfect(self, self.clause)
            told_before |= date.start < paragraph and date.value is not None and date.value.rule == "ago"
            yield date, (0.5 - 0.15 * step) * (TOLD_BEFORE if told_before else 1.0)

    def _when(self, date: Statement, weight: float) -> When | None:
        assert date.value is not None
        period = period_of(date.value.iso)
        if period is None:
            return None
        if self.published and period[1] < self.published and TILL_NOW.match(self.text, date.end):
            period = period[0], self.published
        first = self.document.places(date.start, date.end).start
        words = self.document.columns.lower[max(0, first - 3) : first][::-1]
        if weight > 0.5 and self._others(date):
            weight *= OF_OTHERS
        elif weight > 0.5 and self._aside(date):
            weight *= OF_ASIDES
        role = "before" if words[:1] == ["before"] else "at"
        leading = self._leading(date.sentence[0], date.start)
        if "since" in (*words[:1], *leading.split()) or words[:2] == ["the", "since"]:  # "since the start of 2021"
            role = "since"
        elif words[:1] and (words[0] in ("than", "from") or words[:2] in BASES or _compares(leading)):
            role = "base"
        if words[:1] == ["of"] and LEVELS & {*words[1:2]} and self.statement.end <= date.start:
            role = "base"
        if self._goes_on_about(date):
            weight, role = max(weight, WHEN), "at"
        if self._belongs_to(date):
            weight, role = 1.0, "at"
        elif self.text[date.end : date.end + 2] in ("'s", "’s", "' ", "’ ") and not self._has(date):
            weight *= 0.5
        return When(period, weight, role, date.start, part=PART.fullmatch(date.value.iso) is not None)

    @kept
    def owner(self) -> Statement | None:
        """Give the time whose thing a name is: "last year's winner, Elm"; of another time it says nothing."""
        return next((d for d in self.discourse.dates_in(self.sentence) if self._belongs_to(d)), None)

    def _belongs_to(self, date: Statement) -> bool:
        """Say whether a name is that of something that a time has: "last year's winner, Elm"."""
        return self.value is None and OWNED.fullmatch(self.text, date.end, self.statement.start) is not None

    def _has(self, date: Statement) -> bool:
        """Say whether what the value counts is that of a time: "this year's seven films"."""
        return self.value is not None and HAS.fullmatch(self.text, date.end, self.statement.start) is not None

    def _goes_on_about(self, date: Statement) -> bool:
        """Say whether the value is told of a time that a clause goes on about: "bar 2020, when it shot up to 18"."""
        between = self.text[date.end : self.statement.start].lower() if date.end < self.statement.start else ""
        return between.startswith(", when ") and not {*between[1:]} & {*",;:()"}

    def _leading(self, sentence: int, at: int) -> str:
        """Give the few words that lead to a time from the last pause, from the value where that stands before it."""
        own = self.statement.end
        start = own if sentence <= own < at else sentence
        words = PAUSE.split(self.text[start:at].lower())[-1].split()
        return " ".join(words[-NEAR:])

    def _aside(self, date: Statement) -> bool:
        """Say whether a date is told aside, of a noun: "the free school, which opened in 2014, reached 66 percent"."""
        token, own = self.document.tokens(date.start, date.end).root, self.head
        while not (token.dep_ in ASIDE or _joined_aside(token)) and token.head.i != token.i:
            token = token.head
        counts = self.value is not None and self.value.kind in ("count", "ordinal")
        told = counts and token.dep_ in NOUN_MODIFIERS and token.head == self.noun_token
        if told and token.left_edge.nbor(-1).text != ",":
            return False  # "the third school to open in 2025"
        apart = token.dep_ in ASIDE or _joined_aside(token)
        return apart and not token.is_ancestor(own) and token.i != own.i

    def _others(self, date: Statement) -> bool:
        """Say whether a date is that of another figure of the kind: "19.4 in 2022, now 15"; "69, from 80 in 2023"."""
        value, own = self.value, self.statement
        if value is None or value.kind in ("date", "period"):
            return False
        before = _right_before(self.discourse, self.sentence[0], date.start)
        alike = [o for o in before if o.start != own.start and o.value and _alike(o.value.kind, value.kind)]
        if date.start < own.start:
            parted = any(c in self.text[date.end : own.start] for c in (",", ";", "—", " to "))
            return bool(alike) and parted and not (self._goes_on(date) or self._told_with(date))
        if self.leads_another(date):
            return True
        others = [o for o in alike if o.start > own.start and not self._reaches(o)]
        return any(not (self._listed(o) or self._limits(o)) for o in others) or self._held_by_another(date)

    def _goes_on(self, date: Statement) -> bool:
        """Say whether only another name, and no verb, parts the value from a date: "61 last year, and Elm 40"."""
        between = (date.end, self.statement.start)
        verbs = any(t.pos_ in ("VERB", "AUX") for t in self.document.line(*between))
        return not verbs and bool(self.discourse.mentions_in(between))

    def _told_with(self, date: Statement) -> bool:
        """Say whether a clause with a past verb of its own goes on from that of a date: "in 2023, and took in 12"."""
        then, now = (_verb_over(self.document.tokens(s.start, s.end).root) for s in (date, self.statement))
        if then is None or now is None or then.dep_ in ASIDE or then.i not in _told_on(now):
            return False
        between = self.document.line(date.end, self.statement.start)
        own = any(self.clause[0] <= d.start for d in self.discourse.dates_in((date.end, self.statement.start)))
        return not own and not SHIFTING & {t.lower_ for t in between}

    def _reaches(self, other: Statement) -> bool:
        """Say whether the value is where a move began that reached another figure: "from 92 to 88 in 2023"."""
        between = self.text[self.statement.end : other.start].strip()
        return between == "to" and self.before[:1] == ["from"]

    def _held_by_another(self, date: Statement) -> bool:
        """Say whether another figure is held against a time: "lost 8 percent, and is 15 percent below 2019"."""
        value, own = self.value, self.statement
        for other in self.discourse.values_in((own.end, date.start)):
            if value is None or other.value is None or not _alike(other.value.kind, value.kind):
                continue
            words = self.text[other.end : date.start].lower()
            parted = {*self.text[own.end : other.start]} & {*",;—"}
            if parted and not PAUSE.search(words) and (_compares(words) or words.split()[-2:][::-1] in BASES):
                return True
        return False

    def _limits(self, other: Statement) -> bool:
        """Say whether a figure only limits what the value counts: "two of the three had more than 12"."""
        words = self.text[self.statement.end : other.start].split()
        bound = other.value is not None and other.value.comparator in BOUNDS
        return bound and not any(word in JOINING or word.endswith(",") for word in words)

    def _listed(self, other: Statement) -> bool:
        """Say whether a figure is told together with the value: "it had 77 aircraft and 69 crews in 2023"."""
        between = (self.statement.end, other.start)
        return "and" in self.text[slice(*between)].split() and not self.discourse.dates_in(between)


def _joined_aside(token: Token) -> bool:
    """Say whether a participle is joined to what describes a noun: "9.3 metres long and first flown in 1947"."""
    return token.dep_ == "conj" and token.tag_ == "VBN" and token.head.pos_ in ("ADJ", "ADV", "NOUN")


def pluperfect(anchor: Anchor, clause: Span) -> bool:
    """Say whether a clause looks back from a time gone by: "it had lost 31"."""
    if HAD.isdisjoint(anchor.document.words(*clause)):
        return False
    tokens = anchor.document.line(*clause)
    return any(t.lower_ in HAD and t.dep_ == "aux" for t in tokens)  # "had come" has the form of "come" in it


def _verb_over(token: Token) -> Token | None:
    """Give the verb that a word stands under."""
    for _ in range(8):
        if token.pos_ in ("VERB", "AUX") or token.head.i == token.i:
            break
        token = token.head
    return token if token.pos_ in ("VERB", "AUX") else None


def _told_on(verb: Token) -> Iterator[int]:
    """Yield the past verbs that one goes on from: of "dug" in "it dug 745, paid 33 and had nine"."""
    while verb.tag_ == "VBD" and verb.dep_ in ("conj", "advcl", "parataxis") and verb.head.tag_ == "VBD":
        verb = verb.head
        yield verb.i


SHIFTING = frozenset("now later then since before previously today still after again meanwhile until ago".split())
"""Words that tell of another time."""
HAD = frozenset({"had", "'d", "’d"})


def _compares(words: str) -> bool:
    """Say whether words lead to a time that a value is held against: "below the peak of", "half of what it was in"."""
    held = {one for one, then in pairwise([*words.split(), ""]) if not then[:1].isdigit()}  # not "more than 12 in"
    return bool(AGAINST & held or AS_IT_WAS.search(words))


@remembered
def _right_before(discourse: Discourse, sentence: int, date: int) -> list[Statement]:
    """Give the figures of a sentence that a date stands right behind."""
    text = discourse.document.article.text
    between = [(other, text[other.end : date].lower().split()) for other in discourse.values_in((sentence, date))]
    return [o for o, words in between if len(words) <= 2 and (not words or words[-1] in OF_A_TIME)]


def _alike(one: str, other: str) -> bool:
    plain = ("number", "count", "quantity", "duration")
    return one == other or (one in plain and other in plain)
