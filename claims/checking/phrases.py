"""The part that a name has in its clause: who does it, to what, from where, with what; and the names beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.checking.mentions import Mention
from claims.checking.remembered import remembered
from claims.checking.words import ORGANISATION_WORDS, stem

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.checking.desk import Desk

SUBJECTS, OBJECTS = frozenset({"nsubj", "nsubj:pass"}), frozenset({"obj", "iobj"})
INSIDE = frozenset({"flat", "compound", "appos", "conj"})
GIVERS = frozenset(stem(w) for w in "sell lose release loan lend offload leave quit depart".split())
TAKERS = frozenset(stem(w) for w in "sign buy acquire recruit hire land poach purchase capture".split())
REACHED = frozenset(stem(w) for w in "join reach enter".split())
LEFT = frozenset(stem(w) for w in "leave quit depart".split())
CALLED = ORGANISATION_WORDS | frozenset("village camp port island district county parish borough harbour".split())
"""What stands before a name that it only explains: "to the town of Elm"."""
WAYS = {"from": "from", "to": "to", "into": "to"}
EARLIER = frozenset("formerly previously once".split())
POSSESSIVE = re.compile(r"s?['’]s?\s+[\"“]?")
DIRECT, BACK = 0.95, 0.9


@dataclass(frozen=True, slots=True)
class Part:
    """A name in its clause: the word that it hangs by, its preposition, the noun that it stands behind."""

    mention: Mention
    token: Token
    case: str
    under: Token | None
    subject: bool
    object: bool
    way: str
    weight: float

    def covers(self, token: Token | None) -> bool:
        """Say whether a word is one of the name."""
        return token is not None and self.mention.start <= token.idx < self.mention.end

    @property
    def vague(self) -> bool:
        """Say whether it is a word like "it", which may stand for anything before."""
        return self.mention.back and not self.mention.person

    @property
    def proper(self) -> bool:
        """Say whether it is a proper name, or takes one up, and is no kind: "best actor"."""
        mention = self.mention
        return mention.named and (mention.back or any(w[:1].isupper() for w in mention.text.split()))


@remembered
def part_of(desk: Desk, token: Token) -> Part | None:
    """Give the part of the name at a token."""
    mention = desk.context.discourse.mention_at(token)
    if mention is None or not mention.values or mention.several_people:
        return None
    if mention.said and mention.text[:1].isupper() and token.dep_ not in SUBJECTS:  # "to the Airport"
        mention = Mention(mention.start, mention.end, mention.text, mention.said)
    part = _part(desk, mention)
    return part if part.proper and not mention.back else None


@remembered
def parts_beside(desk: Desk, part: Part) -> tuple[Part, ...]:
    """Give the other names of a clause, that of its subject with them, wherever that stands."""
    discourse = desk.context.discourse
    clauses = discourse.document.predicates
    own = clauses.of(part.token)
    doc = discourse.document.doc
    parted = [doc[i].idx for i in own.tokens if doc[i].text == ";"]  # whatever the parse makes of what is behind
    tokens = [doc[i] for i in own.tokens if not any(_between(at, doc[i].idx, part.token.idx) for at in parted)]
    if own.subject >= 0 and own.subject not in own.tokens:
        tokens.append(doc[own.subject])
    found = {m.start: _literal(t, m) for t in tokens if (m := discourse.mention_at(t)) and m.values}
    others = [m for m in found.values() if m.best != part.mention.best and not m.several_people]
    return tuple(_part(desk, m) for m in others)


def _between(at: int, one: int, other: int) -> bool:
    return min(one, other) < at < max(one, other)


def _literal(token: Token, mention: Mention) -> Mention:
    """Take a kind for what it says, "the slalom", where it is no subject and so stands for nobody."""
    if not mention.said or token.dep_ in SUBJECTS:
        return mention
    return Mention(mention.start, mention.end, mention.text, mention.said, named=False)


def owns(desk: Desk, part: Part, other: Part) -> bool:
    """Say whether a name stands right before another as its owner: "Lee's Low Tide"."""
    between = desk.context.text[part.mention.start : max(part.mention.start, other.mention.start)]
    return POSSESSIVE.fullmatch(between.removeprefix(part.mention.text.rstrip("'’s"))) is not None


def distant(token: Token) -> bool:
    """Say whether something is only so far from a name: "two streets from Elm"."""
    case = {c.lower_ for c in token.children if c.dep_ == "case"}
    noun = token.head
    made_of = noun.tag_ == "NN" and noun.i > 0 and noun.nbor(-1).text == "-"  # "the four-piece from Elm"
    far = any(c.dep_ == "nummod" for c in noun.children) and not made_of
    return "from" in case and far and noun.pos_ == "NOUN"


def by_a_margin(token: Token) -> bool:
    """Say whether something is won by so much from a name: "by two goals from Elm"."""
    return any(c.dep_ == "case" and c.lower_ == "by" for c in token.head.children)


@remembered
def held_against(desk: Desk) -> bool:
    """Say whether the words before a name only hold something against it: "as many as in Elm", "unlike Elm"."""
    return AGAINST.search(desk.context.text[desk.context.sentence[0] : desk.statement.start]) is not None


AGAINST = re.compile(
    r"\b(?:as (?!well|soon|long|far)\w+(?: [\w'’-]+)? as|than|unlike|compared (?:with|to))"
    r"(?: (?:in|at|to|on|of|for|from|with|that of|those of|that in|those in))?(?: the)? $",
    re.IGNORECASE,
)


def verb_of(desk: Desk, token: Token) -> str:
    """Give the stem of the word that heads the clause of a token."""
    clause = desk.context.document.predicates.of(token)
    return stem(desk.context.document.doc[clause.head].text)


def of_earlier(desk: Desk) -> bool:
    """Say whether the clause tells of what was before, and is no more: "used to run it", "once led it"."""
    words = desk.context.document.words(desk.context.sentence[0], desk.context.statement.start)
    return ("used", "to") in pairwise(words) or not EARLIER.isdisjoint(desk.context.spoken)


def called(part: Part) -> frozenset[str]:
    """Give the stems of what a name is called: by the noun that it stands behind, before, or is said to be."""
    token = part.token
    nouns = [c for c in token.children if c.dep_ == "appos"]
    if token.dep_ in ("appos", "flat", "nmod", "compound") or token.dep_ in SUBJECTS:
        nouns.append(token.head)
    else:
        nouns += _told_to_be(token)
    return frozenset(stem(t.text) for t in nouns if t.pos_ == "NOUN")


def _told_to_be(token: Token) -> list[Token]:
    """Give what is told to be a name, wherever in it the parse hangs that: "the manager of Elm is Ann Lee"."""
    inside = [token, *(c for c in token.children if c.dep_ in ("compound", "flat"))]
    is_one = any(c.dep_ == "cop" for t in inside for c in t.children)
    return [c for t in inside for c in t.children if c.dep_ in SUBJECTS] if is_one else []


@remembered
def answered(desk: Desk, part: Part) -> frozenset[str]:
    """Give the stems of what a name is the answer to: who "won", "the winner, Elm", "the title went to Elm"."""
    token, verb = _hung(part.token), part.token.head
    nouns = [c for c in part.token.children if c.dep_ == "appos"] + _told_to_be(part.token)
    if part.token.dep_ in ("appos", "flat") or (token.dep_ in SUBJECTS and any(c.dep_ == "cop" for c in verb.children)):
        nouns.append(verb)
    nouns = [n for noun in nouns for n in (noun, *(c for c in noun.children if c.dep_ == "compound"))]
    told = {stem(noun.text) for noun in nouns if noun.pos_ != "PRON" and not part.covers(noun)}
    clause = desk.context.document.predicates.of(part.token)
    doing = desk.context.document.doc[clause.head]
    if part.subject:
        taken = {stem(c.text) for c in doing.children if c.dep_ in ("obj", "nsubj:pass")}
        told |= {stem(doing.text), *([WIN] if stem(doing.text) in TAKING and taken & PRIZES else [])}
    elif part.case == "to" and stem(doing.text) in GOING:
        told |= {WIN} if PRIZES & {stem(c.text) for c in doing.children if c.dep_ in SUBJECTS} else set()
    return frozenset(told)


WIN = stem("win")
GOING = frozenset(stem(w) for w in "go went gone fall fell belong return pass".split())
TAKING = frozenset(stem(w) for w in "take took lift claim secure clinch capture collect retain land scoop bag".split())
PRIZES = frozenset(
    stem(w) for w in "title trophy cup prize crown medal award championship honour honor shield gold".split()
)


def _part(desk: Desk, mention: Mention) -> Part:
    token = desk.context.document.tokens(mention.start, mention.end).root
    hung = _hung(token)
    case = next((c.lower_ for t in (hung, token) for c in t.children if c.dep_ == "case" and c.i < t.i), "")
    clause = desk.context.document.predicates.of(token)
    verb = desk.context.document.doc[clause.head]
    roles = {c.dep_ for c in verb.children}
    passive = "nsubj:pass" in roles or (verb.dep_ == "acl" and verb.tag_ == "VBN" and "nsubj" not in roles)
    subject = hung.dep_ in SUBJECTS or clause.subject == token.i
    subject = (subject and not passive) or (case == "by" and passive)
    done_to = hung.dep_ in OBJECTS or (passive and (hung.dep_ == "nsubj:pass" or clause.subject == token.i))
    under = hung.head if hung.dep_ == "nmod" or (hung.dep_ == "obl" and hung.head.dep_ in SUBJECTS) else None
    return Part(
        mention, token, case, under, subject, done_to, _way(stem(verb.text), case, subject=subject, done_to=done_to),
        BACK if mention.back else DIRECT,
    )  # fmt: skip


def _hung(token: Token) -> Token:
    """Give the word of a list of names that stands in the clause for all."""
    while token.head.pos_ in ("NOUN", "PROPN") and token.head.i < token.i:
        cases = {c.lower_ for c in token.children if c.dep_ == "case"}
        if token.dep_ not in INSIDE and not (cases == {"of"} and token.head.lower_ in CALLED):
            break
        token = token.head
    return token


def _way(verb: str, case: str, *, subject: bool, done_to: bool) -> str:
    """Say whether something came from a name, or went there: "left Elm", "to Elm", "Elm signed her"."""
    if case in WAYS:
        return WAYS[case]
    if subject and verb in GIVERS | TAKERS and verb not in LEFT:
        return "from" if verb in GIVERS else "to"
    if done_to and verb in REACHED | LEFT:
        return "from" if verb in LEFT else "to"
    return "to" if case == "for" and verb in LEFT else ""
