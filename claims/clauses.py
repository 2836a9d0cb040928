"""Clauses: which words stand under which predicate, who its subject is, and whether it is asserted at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from claims.types import Modality

_PREDICATE_ROLES = frozenset(
    ["ROOT", "conj", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "xcomp", "advcl:relcl"]
)
_SUBJECTS = frozenset(["nsubj", "nsubj:pass", "csubj"])
_SHARED_SUBJECT = frozenset(["conj", "xcomp", "advcl", "ccomp", "parataxis"])
_GOVERNED = frozenset(["xcomp", "ccomp", "conj"])
_NOUN_MODIFIERS = frozenset(["acl", "acl:relcl"])

_NEGATIONS = frozenset(["not", "n't", "n’t", "never", "neither", "nor"])
_FUTURE = frozenset(["will", "shall", "'ll", "’ll", "wo"])
_POSSIBLE = frozenset(["could", "may", "might", "would", "can", "'d", "’d"])
_OBLIGED = frozenset(["should", "must", "ought"])
_CONDITIONS = frozenset(["if", "unless", "whether", "provided", "assuming"])
_PROPOSALS = frozenset(
    "advise ask call demand encourage exhort instruct invite offer order pitch plan pledge press promise propose "
    "recommend request seek suggest tell urge vow want".split()
)
_FORECASTS = frozenset(
    "anticipate await due envisage expect forecast foresee likely poise predict project schedule set slate "
    "unlikely".split()
)
_OPINIONS = frozenset("argue believe consider deem dream fear feel hope reckon suspect think wish".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with the words that belong to it and to no clause inside it.

    `start` and `end` are its hull in characters; `head`, `subject` and `tokens` are token indexes
    (`subject` is -1 where there is none); `parent` is the clause above, -1 at the top.
    """

    start: int
    end: int
    head: int
    subject: int
    parent: int
    tokens: tuple[int, ...]
    modality: Modality


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a document, found by token."""

    clauses: tuple[Clause, ...]
    owner: tuple[int, ...]

    def of(self, token: Token) -> Clause:
        """Find the clause that a token belongs to."""
        return self.clauses[self.owner[token.i]]

    def __iter__(self) -> Iterator[Clause]:
        return iter(self.clauses)


def find_clauses(doc: Doc) -> Clauses:
    """Divide a parsed document into clauses, each token into exactly one."""
    heads = [_predicate_of(token) for token in doc]
    members: dict[int, list[int]] = {}
    for i, head in enumerate(heads):
        members.setdefault(head, []).append(i)
    number = {head: n for n, head in enumerate(members)}
    clauses = tuple(_clause(doc, head, tuple(tokens), heads, number) for head, tokens in members.items())
    return Clauses(clauses, tuple(number[head] for head in heads))


def _clause(doc: Doc, head: int, tokens: tuple[int, ...], heads: list[int], number: dict[int, int]) -> Clause:
    words = [i for i in tokens if not doc[i].is_space] or tokens
    first, last = doc[words[0]], doc[words[-1]]
    above = doc[head].head.i
    return Clause(
        start=first.idx,
        end=last.idx + len(last.text),
        head=head,
        subject=_subject(doc[head]),
        parent=-1 if above == head else number[heads[above]],
        tokens=tokens,
        modality=_modality(doc[head]),
    )


def _predicate_of(token: Token) -> int:
    while token.head.i != token.i and not _is_predicate(token):
        token = token.head
    return int(token.i)


def _is_predicate(token: Token) -> bool:
    if token.dep_ not in _PREDICATE_ROLES:
        return False
    return token.pos_ in ("VERB", "AUX") or any(c.dep_ in _SUBJECTS or c.dep_ == "cop" for c in token.children)


def _subject(head: Token) -> int:
    """Find the subject: its own, the noun that a relative clause hangs on, or that of the clause it shares."""
    for _ in range(8):
        own = next((c for c in head.children if c.dep_ in _SUBJECTS), None)
        if own is not None and own.tag_ not in ("WDT", "WP"):
            return int(own.i)
        if head.dep_ in _NOUN_MODIFIERS:
            return int(head.head.i)
        controller = _controller(head)
        if controller is not None:
            return int(controller.i)
        if head.dep_ not in _SHARED_SUBJECT or head.head.i == head.i:
            return -1
        head = head.head
    return -1


def _controller(head: Token) -> Token | None:
    """Find who is asked, told or wanted to do something: "told the party to win"."""
    governor = head.head
    controls = head.dep_ == "xcomp" or governor.lemma_.lower() in _PROPOSALS
    if governor.i == head.i or not controls or not _is_infinitive(head):
        return None
    return next((c for c in governor.children if c.dep_ in ("obj", "iobj")), None)


def _modality(head: Token) -> Modality:
    """Say whether a predicate is asserted, looking up to the verbs that govern it."""
    own = _own_modality(head)
    if own != "asserted":
        return own
    below = head
    while below.head.i != below.i:
        above, infinitive = below.head, _is_infinitive(below)
        if below.dep_ not in _GOVERNED and not infinitive:
            break
        if infinitive and above.dep_ in ("obj", "iobj") and above.head.lemma_.lower() in _PROPOSALS:
            return "proposal"
        found = _own_modality(above) if below.dep_ == "conj" else _governed_modality(above, infinitive)
        if found != "asserted":
            return found
        below = above
    return "asserted"


def _governed_modality(governor: Token, infinitive: bool) -> Modality:
    """Say what a governing word makes of the clause under it: "asked to", "likely to", "think that"."""
    word = governor.lemma_.lower()
    if infinitive and word in _PROPOSALS:
        return "proposal"
    if infinitive and word in _FORECASTS:
        return "forecast"
    return "opinion" if word in _OPINIONS else "asserted"


def _is_infinitive(verb: Token) -> bool:
    if any(c.dep_ == "mark" and c.lower_ == "to" for c in verb.children):
        return True
    return bool(verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.i != verb.i and _is_infinitive(verb.head))


def _own_modality(head: Token) -> Modality:
    words = {c.lower_ for c in head.children if c.dep_ in ("aux", "aux:pass", "advmod", "mark", "neg", "cop")}
    if words & _CONDITIONS:
        return "hypothetical"
    if words & _FUTURE:
        return "forecast"
    if words & _OBLIGED:
        return "proposal"
    if words & _POSSIBLE:
        return "hypothetical"
    if words & _NEGATIONS:
        return "negated"
    return "asserted"
