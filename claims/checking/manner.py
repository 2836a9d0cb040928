"""How a number is meant: as a change, a difference, a part of a longer figure, a total, a wish."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.checking.anchor import CURRENCY_AND_MEASURE, Anchor
from claims.checking.remembered import kept
from claims.checking.words import FALL_WORDS, RISE_WORDS, stem
from claims.clauses import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

MOVES = frozenset(stem(w) for w in RISE_WORDS | FALL_WORDS) - {"up", "low", "high"}
TOTALS = frozenset(stem(w) for w in "combine combined together altogether between total".split())
WANTING = frozenset(stem(w) for w in "want seek aim hope chase target wish eye pursue".split())
COMPARING = frozenset(
    "more fewer less smaller larger bigger shorter longer higher lower ahead behind above below worse better older "
    "younger earlier later further".split()
)

DEEDS = frozenset(
    stem(w)
    for w in "do see watch visit attend use join sign read follow hear man staff crew run serve fill share own play "
    "inhabit populate".split()
)
US = frozenset({"us", "you"})
JOINING = "and or but not no in at on of for to by from with under over".split()
MARKS = "year season quarter month week average target figure record peak mark total threshold limit".split()
GAP = re.compile(
    rf"(?: (?:percentage points|(?!(?:{'|'.join(JOINING)}) )[a-z]+))? ?"
    rf"\b(?:{'|'.join(sorted(COMPARING))})(?: [a-z]+)? than\b"
    rf"|(?: points?| per ?cent| percentage points?)? (?:above|below)(?: [a-z]+){{0,2}}? (?:\d|{'|'.join(MARKS)})"
)
BOUND = re.compile(r" (?:above|below) \d")
POINTING = frozenset(
    "it its he his she her they their we our you your i my this that these those which who not no never only".split()
)
"""Words by which a clause speaks of what is named elsewhere, or denies."""
BESIDES = (COMPARING | POINTING) | frozenset(
    "than as since until before after from against compared up down another other others each every average total all "
    "both together between combined still already again first last next previous most least then now ago".split()
)
"""Words by which a sentence speaks of more than one thing, time or figure."""


class Manner(Anchor):
    """The ways in which a number may not be the plain value of a cell."""

    @kept
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
        return bool(COMPARING & ends) or (self.before[:1] == ["by"] and not self._agents())

    def _agents(self) -> bool:
        """Say whether the number is of those who did something, and no gap: "watched by 900 people"."""
        verb = self.verb
        return self.head.dep_ == "obl:agent" and verb is not None and stem(verb.lemma_) in DEEDS

    @kept
    def gap(self) -> bool:
        """Say whether the number can only be a difference: "26 more than Lee", "12 points below the year before"."""
        following = self._following()[:1]
        if self.value is None or any(t.pos_ in ("VERB", "AUX", "PRON") or self._no_plural(t) for t in following):
            return False  # "two had fewer than in 2022" counts them
        last = self.tokens[-1]
        start = last.idx if last.lower_ in COMPARING else self.statement.end
        behind = self.text[start : self.sentence[1]].lower()
        return bool(GAP.match(behind)) and not (self._things() and BOUND.match(behind))

    def _things(self) -> bool:
        """Say whether things are counted, and no units of a measure: "two players above 2,600" tells no gap."""
        value, last = self.value, self.tokens[-1]
        units = CURRENCY_AND_MEASURE | {"point", "points", "degree", "degrees"}
        return value is not None and value.kind == "count" and last.pos_ == "NOUN" and last.lower_ not in units

    def _no_plural(self, token: Token) -> bool:
        """Say whether a word that passes for a noun can't be what a bare number counts: "four lend more than"."""
        value = self.value
        bare = value is not None and value.kind == "number" and not value.unit and value.amount not in (0, 1)
        return bare and token.tag_ == "NN" and token.lower_ not in COMPARING | CURRENCY_AND_MEASURE

    @kept
    def changes(self) -> bool:
        """Say whether the number is the object of a verb of change: "lost three seats"."""
        verb = self.verb
        return verb is not None and stem(verb.text) in MOVES and self.before[:1] not in (["to"], ["at"], ["from"])

    @kept
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

    @kept
    def lone(self) -> bool:
        """Say whether the sentence tells this figure only, at one time at most: "Elm had 188 members in 2023"."""
        others = [s for s in self.discourse.values_in(self.sentence) if s.start != self.statement.start]
        words = self.document.words(*self.sentence)
        subjects = sum([role in SUBJECTS for role in self.document.columns.dep[self.document.places(*self.sentence)]])
        degrees = any(self.sentence[0] <= s.start < self.sentence[1] for s in self.discourse.degrees)
        timed = not degrees and len(others) <= 1 and all(s.value and s.value.kind in ("date", "period") for s in others)
        return timed and subjects <= 1 and BESIDES.isdisjoint(words)

    @kept
    def others(self) -> frozenset[str]:
        """Give the names that another figure of the sentence stands behind, and not this one."""
        told = {
            s.start: next(
                reversed([m for m in self.discourse.mentions_in((self.sentence[0], s.start)) if m.named]), None
            )
            for s in self.discourse.values_in(self.sentence)
            if s.value and s.value.kind not in ("date", "period")
        }
        own = told.pop(self.statement.start, None)
        return frozenset(m.best for m in told.values() if m is not None and (own is None or m.best != own.best))

    @kept
    def contrasted(self) -> bool:
        """Say whether the value is what another is held against, with no time of its own: "51, up from 33"."""
        dated = self.value is not None and self.value.kind in ("date", "period")  # "from 2028" only tells when
        leading = (["against"], ["versus"]) if dated else (["from"], ["against"], ["versus"])
        against = self.before[:1] in leading or self.before[:2] in (
            ["with", "compared"],
            ["to", "compared"],
            ["of", "instead"],
        )
        return against and self.adjacent is None

    @kept
    def part(self) -> bool:
        """Say whether the number belongs to a longer one: "3-of-5", "four of the last six", "three-point".

        "Seven nights of frost" and "200 of us" tell of a whole.
        """
        if self.before[:2] == ["-", "of"]:
            return True
        if self.before[:1] == ["of"] and len(self.before) > 1 and (self.before[1] == "-" or self.before[1].isdigit()):
            return True
        kinds = ("count", "number")
        if self.value and self.value.kind in kinds and " of " in self.value.text:
            return not US & {*self.value.text.lower().split()[-1:]}
        ranked = any(
            o.value and o.value.kind == "ordinal" and self.text[o.end : self.statement.start] == " of "
            for o in self.discourse.values_in(self.sentence)
        )
        return (
            ranked
            or (self._of_follows() and bool(self.value and self.value.kind in kinds))
            or (self.after[:1] == ["-"] and self.after[1:2] in (["of"], ["point"]) and self.noun != stem("point"))
        )

    def _of_follows(self) -> bool:
        """Say whether an "of" stands behind a bare number: "four of the last six", not "four hours of sun"."""
        return self.after[:1] == ["of"] and self.tokens[-1].pos_ != "NOUN" and not US & {*self.after[1:2]}

    @kept
    def aside(self) -> bool:
        """Say whether a pair of numbers stands among others in brackets."""
        before = self.text[self.sentence[0] : self.statement.start]
        pair = self.value is not None and isinstance(self.value.amount, tuple)
        return pair and before.rfind("(") > before.rfind(")") and not self.bracketed

    @kept
    def shared(self) -> bool:
        """Say whether the number is a total of several: "between them", "combined"."""
        return bool(TOTALS & self.sentence_stems)

    @kept
    def wanted(self) -> bool:
        """Say whether the clause speaks of what somebody wants."""
        return bool(WANTING & self.clause_stems)
