"""What a statement is tied to: the things named around it, by syntax, by nearness, by the discourse before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.checking.focus import WAYS
from claims.checking.parallel import Parallel
from claims.checking.remembered import kept, remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from claims.checking.discourse import Discourse
    from claims.checking.mentions import Mention
    from claims.names import Mention as Named
    from claims.types import Span, Statement

CLOSE, FRONTED, OPENED, HELD = 0.8, 0.89, 0.87, 0.85
AGAINST = re.compile(r"[^,;:.()]{0,40}?\b(?:as|than|that of|those of) (?:the |in |at |on )*")
FRONTING, LINKS = frozenset("in at on for across among under within around".split()), frozenset({"and", "but", "while"})
OF = frozenset("of from in at for".split())
HOLDING = frozenset({"hold", "limit", "restrict", "keep"})
CALLED = r"(?:(?:the|its|his|her|their|our|my)\s+(?:[a-z'\u2019-]+\s+){0,3})?"
OPENING = re.compile(rf"(?:[,;:\u2014]|\b(?:and|but|while)|^(?:\s[a-z]+)?\sto)\s+{CALLED}$", re.IGNORECASE)
APPOSED = r"(?:['\u2019]s?|,\s[^,;:.()]{2,40},)?"
JOINING = re.compile(rf"{APPOSED}\s*(?:,|:|with|had|an?|in|at|to|by|from|of)?(?:\s*(?:only|just|about|some))?\s*")
FACING = re.compile(r"(?:[,;]|\b(?:and|against|but|while|with))\s+$", re.IGNORECASE)
PLACED = re.compile(r"\s+(?:at|in|for|by)\s+(?:the\s+)?", re.IGNORECASE)
DATED, GOING_ON = re.compile(r"\s(?:in|on)\s(?:the\s)?"), re.compile(r"(?:,|\sand)\s")
RELATIVE, STILL_IN = re.compile(r",\s+(?:which|who|whose)\s"), re.compile(r"[^,;:.()\u2014]{0,60}")
OPPOSED, SURPASSED, RELATED = 0.98, 0.6, 0.93
VERBAL = frozenset("VBZ VBD VBP NNS".split())
GOVERNING = frozenset({"subject", "subject part", "name", "of"})
UNOPPOSED = frozenset({"date", "period", "age", "excluded", "ordinal"})


@dataclass(slots=True, unsafe_hash=True)  # thousands an article: a frozen one takes thrice the time
class Binding:
    """Something named, and how strongly the statement is tied to it; never changed."""

    mention: Mention
    weight: float
    tie: str


class Ties(Parallel):
    """The things that a statement may be about."""

    @kept
    def bindings(self) -> tuple[Binding, ...]:
        """Give what is named around the statement, the closest tie first."""
        found: dict[int, Binding] = {}
        listed, beside = self.listed, self.bracketed or self.placed

        def tie(mention: Mention | None, weight: float, kind: str) -> None:
            if mention is None or not mention.values:
                return
            held = found.get(mention.start)
            if held is not None and held.weight >= weight:  # what follows only makes a tie weaker
                return
            if self._own(mention) or mention.best in self.unpaired:
                return
            weight *= 0.6 if self.owned else 1.0
            if self.opposed and kind in GOVERNING and mention.best != self.opposed.best:
                weight *= SURPASSED
            if self.dated and kind in GOVERNING and mention.start >= self.statement.end:
                weight *= SURPASSED
            if beside and kind != "beside":
                weight *= 0.7
            if listed and not self.clause[0] <= mention.start < self.clause[1]:
                weight *= 0.6
            if held is None or held.weight < weight:
                found[mention.start] = Binding(mention, weight, kind)

        for mention, weight, kind in self._syntactic():
            tie(mention, weight, kind)
        tie(self.related, RELATED, "subject")
        tie(self.opposed, OPPOSED, "opposed")
        tie(self.dated, CLOSE, "beside")
        tie(self.paired, 1.0, "paired")
        for mention in self._fronted():
            tie(mention, FRONTED, "fronted")
        tie(self.opening, OPENED, "opening")
        tie(self.held_against, HELD, "of")
        for mention in self.discourse.mentions_in(self.sentence):
            if beside and 0 <= self.statement.start - mention.end <= 3:
                tie(mention, 1.0, "beside")
            if self.value and self.value.of and mention.named and self._same(mention, self.value.of):
                tie(mention, 1.0, "whose")
        for mention in self.discourse.mentions_in((self.statement.start, self.statement.end)):
            tie(mention, 0.95, "inside")
        tie(self.discourse.mention_at(self.tokens[0]) if self.tokens else None, 0.97, "inside")
        for mention in self.discourse.mentions_in(self.clause):
            tie(mention, self._by_distance(mention, 0.8, 0.66), "clause")
        for mention in self.discourse.mentions_in(self.sentence) if not self.listed else ():
            tie(mention, self._by_distance(mention, 0.62, 0.45), "sentence")
        for mention, weight in self._earlier():
            tie(mention, weight, "earlier")
        return tuple(sorted(found.values(), key=lambda b: (-b.weight, b.mention.start)))

    @kept
    def placed(self) -> bool:
        """Say whether a place stands between commas behind a name: "Elm, fourth, and Oak, fifth, were level"."""
        ordinal = self.value is not None and self.value.kind == "ordinal"
        commas = self.before[:1] == [","] and self.after[:1] == [","]
        named = self.discourse.mentions_in((self.sentence[0], self.statement.start)) if ordinal and commas else ()
        return bool(named) and self.statement.start - named[-1].end <= len(", ")

    @kept
    def opening(self) -> Mention | None:
        """Give the only name of a clause that it opens, right before what looks like a verb: "Elm accounts for"."""
        named = [m for m in self.discourse.mentions_in(self.clause) if m.named and m.values]
        first = next((t for t in self.line if t.is_alpha and t.lower_ not in LINKS), None)
        if first is None or len({m.best for m in named}) != 1 or named[0].start != first.idx:
            return None
        following = next((t for t in self.line if t.idx >= named[0].end), None)
        return named[0] if following is not None and following.tag_ in VERBAL else None

    @kept
    def related(self) -> Mention | None:
        """Give the name right before a relative clause that the value stands in: "ahead of Elm, which holds 90"."""
        start, first = self.statement.start, self.sentence[0]
        opening = next(reversed(list(RELATIVE.finditer(self.text, first, start))), None)
        if opening is None or not STILL_IN.fullmatch(self.text, opening.end(), start):
            return None
        return next((m for m in self.discourse.mentions_in((first, opening.start())) if m.end == opening.start()), None)

    @kept
    def held_against(self) -> Mention | None:
        """Give the name that a figure is held against: "four times as much cargo as Elm", "twice that of Elm"."""
        behind = self.discourse.mentions_in((self.statement.end, self.clause[1]))
        first = next((m for m in behind if m.named), None)
        return first if first and AGAINST.fullmatch(self.text, self.statement.end, first.start) else None

    @kept
    def unclear(self) -> Mention | None:
        """Give the name that the statement is tied to closest, where the tables know several people of that name."""
        closest = self.bindings[0] if self.discourse.namesakes and self.bindings else None
        if closest is None or closest.weight < CLOSE:
            return None
        return closest.mention if closest.mention.several_people else None

    @kept
    def listed(self) -> bool:
        """Say whether the clause is an item of a list that names what it is about."""
        inside = self.clause in self.document.items and self.discourse.mentions_in(self.clause)
        return bool(inside and any(m.named and not m.back and not self._own(m) for m in inside))

    @kept
    def dated(self) -> Mention | None:
        """Give what has a date right behind it in a list: the parser may join "in May and the Plate" of the next."""
        if self.value is None or self.value.kind not in ("date", "period"):
            return None
        if not GOING_ON.match(self.text, self.statement.end):
            return None
        before = self.discourse.mentions_in((self.sentence[0], self.statement.start))
        return next((m for m in before if DATED.fullmatch(self.text, m.end, self.statement.start)), None)

    @kept
    def opposed(self) -> Mention | None:
        """Give what has the value where another has the figure before: "Ash took 12, Elm 9", "12 in Ash, 9 in Elm"."""
        return self.gapped(self.statement) or self._rival(self._placed(), self.statement)

    def gapped(self, statement: Statement) -> Mention | None:
        """Give the name alone that stands for the clause of a figure: "Ash took 12 and its rival Elm, I hear, 9"."""
        figure = self._figure_before(statement)
        named = [m for m in self.discourse.mentions_in((figure.end, statement.start)) if m.outright] if figure else []
        if figure is None or len(named) != 1 or not (_capital(named[0]) or named[0].back):
            return None
        opening = OPENING.search(self.text[figure.end : named[0].start])
        joined = JOINING.fullmatch(self.text, named[0].end, statement.start)
        if not opening or not joined or _told(self.document.line(figure.end + opening.start(), named[0].start)):
            return None
        return self._rival(named[0], statement)

    def _figure_before(self, statement: Statement) -> Statement | None:
        """Give the figure of the sentence before one that may be set against it."""
        if statement.value is None or statement.value.kind in UNOPPOSED:
            return None
        figures = self.discourse.values_in((self.sentence[0], statement.start))
        return next((f for f in reversed(figures) if f.value and f.value.kind not in UNOPPOSED), None)

    def _rival(self, found: Mention | None, statement: Statement) -> Mention | None:
        """Leave a name only where another stands before the figure."""
        if found is None or self._figure_before(statement) is None:
            return None
        first = self.discourse.mentions_in((self.sentence[0], min(found.start, statement.start)))
        rivals = [m for m in first if m.values and m.outright and (_capital(m) or m.back)] or [
            m for m in first if m.values
        ]
        return found if rivals and rivals[-1].best != found.best else None

    def _placed(self) -> Mention | None:
        """Give the name right behind a value that is set against the figure before: "against 9 at Elm"."""
        start, end = self.statement.start, self.statement.end
        if not FACING.search(self.text, max(self.sentence[0], start - 12), start):
            return None
        said = PLACED.match(self.text, end, self.sentence[1])
        return next(
            (m for m in self.discourse.mentions_in((end, self.sentence[1])) if said and m.start == said.end()), None
        )

    @kept
    def owned(self) -> bool:
        """Say whether what is counted is that of something no table names: "the assembly's 180 seats"."""
        children = self.noun_token.children if self.noun_token is not None else ()
        return any(
            c.dep_ == "nmod:poss" and c.pos_ in ("NOUN", "PROPN") and self.discourse.mention_at(c) is None
            for c in children
        )

    @kept
    def stranger(self) -> bool:
        """Say whether the value belongs to a person whom no table knows: "said Jo Lee, 45, ..."."""
        given = {self.value.of if self.value else "", self.statement.subject}
        for mention in self.discourse.strangers:
            if self._describes(mention):
                continue
            if 0 <= self.statement.start - mention.end <= 3:
                return True
            if self.sentence[0] <= mention.start < self.sentence[1] and given & {mention.name, mention.text}:
                return True
        return False

    def _describes(self, stranger: Named) -> bool:
        """Say whether a name only says where a known person is from: "Jo Lee of Devon, 45"."""
        known = self.discourse.mentions_in((self.sentence[0], stranger.start))
        return bool(known) and known[-1].person and self.text[known[-1].end : stranger.start].lower().strip() in OF

    def _same(self, mention: Mention, name: str) -> bool:
        return mention.text == name or (len(mention.text) > 3 and mention.text in name) or mention.best == name

    def _own(self, mention: Mention) -> bool:
        """Say whether the mention is what the statement asserts, and not a part of a longer value."""
        if mention.back:
            return False
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
        head, words = self.head, self.document.columns.word
        for child in head.children:
            joined = ";" not in words[head.i : child.i]
            if child.dep_ in ("appos", "nsubj", "nmod:poss") and child.i > head.i and joined:
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
                elif child.dep_ == "appos" and depth and child.i < head.i:
                    yield mention_at(child), 0.9 - 0.01 * depth, "of"
                elif child.dep_ == "advmod" and child.lower_ in WAYS:
                    yield from self._subjects(child, 0.93)
            if token.pos_ in ("VERB", "AUX", "NOUN", "ADJ", "PROPN") and depth < 5:
                yield from self._subjects(token, 0.97 - 0.04 * depth)
            if token.dep_ == "acl:relcl" and depth < 5:
                yield self._called(token.head), 0.96 - 0.02 * depth, "subject"
            if token.head.i == token.i:
                break
            token = token.head

    def _fronted(self) -> tuple[Mention, ...]:
        """Give what opens the value's clause or its sentence with a preposition: "At Elmwood, 97 percent were seen"."""
        at = self.statement.start
        for start in dict.fromkeys((self.clause[0], self.sentence[0])):
            line = self.document.line(start, at)
            first = next((t for t in line if t.is_alpha and t.lower_ not in LINKS), None)
            if first is None or first.lower_ not in FRONTING:
                continue
            behind = line[first.i - line[0].i :]
            end = next((t.idx for t in behind if t.text == "," or t.dep_ in ("nsubj", "nsubj:pass")), at)
            if found := self.discourse.mentions_in((first.idx, min(end, at))):
                return found
        return ()

    def _later_subject(self, verb: Token) -> Mention | None:
        """Give a subject between a verb and the value: then the parse hangs the value on the wrong verb."""
        doc, roles = self.document.doc, self.document.columns.dep
        for i in range(self.head.i - 1, verb.i, -1):
            if roles[i] in ("nsubj", "nsubj:pass") and (found := self.discourse.mention_at(doc[i])) and found.named:
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
                own = self.discourse.mention_at(child)
                yield own, weight, "subject"
                apposed = [] if own else [c for c in child.children if c.dep_ == "appos"]
                named = next((m for c in apposed if (m := self.discourse.mention_at(c))), None)
                yield named, weight, "subject"
                for part in child.subtree:
                    if part.i != child.i:
                        yield self.discourse.mention_at(part), weight - (0.3 if named else 0.06), "subject part"

    def _called(self, noun: Token) -> Mention | None:
        """Give the person whom a noun between commas calls something: "Lee, her predecessor, who served for"."""
        start = noun.left_edge.idx
        before = self.discourse.mentions_in((self.sentence[0], start)) if noun.pos_ == "NOUN" else ()
        apposed = bool(before) and self.text[before[-1].end : start] == ", "
        return before[-1] if apposed and before[-1].person and before[-1].named else None

    def _earlier(self) -> Iterator[tuple[Mention, float]]:
        """Yield what was named before: the last thing that a sentence was about goes on being it."""
        paragraph = self.discourse.paragraph(self.statement.start)
        yield from _named_before(self.discourse, self.sentence[0], paragraph[0])
        for mention, weight in self.discourse.topics:
            if mention.start < self.sentence[0]:
                yield mention, weight


@remembered
def _named_before(discourse: Discourse, sentence_start: int, paragraph_start: int) -> list[tuple[Mention, float]]:
    """Give what was named before a sentence, the last first."""
    at = bisect_left(discourse.starts, sentence_start)
    sentences: dict[Span, int] = {}
    found = []
    for mention in reversed(discourse.mentions[max(0, at - 16) : at]):
        sentence = discourse.document.sentence(mention.start)
        back = sentences.setdefault(sentence, len(sentences))
        leads = not any(m.best == mention.best for m in discourse.mentions_in((sentence[0], mention.start)))
        first = leads and mention.start - sentence[0] < 40
        weight = (0.74 if first else 0.66) - 0.08 * back - (0.0 if mention.start >= paragraph_start else 0.1)
        found.append((mention, max(0.2, weight)))
    return found


def _capital(mention: Mention) -> bool:
    return mention.text[:1].isupper()


def _told(tokens: Iterable[Token]) -> bool:
    """Say whether words have a verb of their own."""
    return any(t.pos_ in ("VERB", "AUX") for t in tokens)
