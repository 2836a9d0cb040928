"""Clauses: which words stand under which predicate, who its subject is, and whether it is asserted at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.language.columns import Columns
    from claims.types import Modality

_PREDICATE_ROLES = frozenset(
    ["ROOT", "conj", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "xcomp", "advcl:relcl"]
)
SUBJECTS = frozenset(["nsubj", "nsubj:pass", "csubj"])
_SHARED_SUBJECT = frozenset(["conj", "xcomp", "advcl", "ccomp", "parataxis"])
_GOVERNED = frozenset(["xcomp", "ccomp", "conj"])
NOUN_MODIFIERS = frozenset(["acl", "acl:relcl"])
_MAKE_PREDICATES = SUBJECTS | {"cop"}
_AROUND_PREDICATES = frozenset(["aux", "aux:pass", "advmod", "mark", "neg", "cop"])

_NEGATIONS = frozenset(["not", "n't", "n’t", "never", "neither", "nor"])
FUTURE = frozenset(["will", "shall", "'ll", "’ll", "wo"])
_POSSIBLE = frozenset(["could", "may", "might", "would", "can", "'d", "’d"])
_NOW = frozenset(["is", "are", "am", "'s", "’s", "'re", "’re"])
_ABLE = frozenset(
    "accommodate brew carry contain deliver fit generate handle hold house process produce pump seat sleep store "
    "supply take".split()
)
"""What a thing can do tells its capacity: nothing is supposed there."""
_OBLIGED = frozenset(["should", "must", "ought"])
_TENSED = frozenset(["VBD", "VBZ"])
_CONDITIONS = frozenset(["if", "unless", "whether", "provided", "assuming"])
_PROPOSALS = frozenset(
    "advise ask call demand encourage exhort instruct invite offer order pitch plan pledge press promise propose "
    "recommend request seek suggest tell urge vow want".split()
)
_FORECASTS = frozenset(
    "about aim anticipate await bind bound certain due envisage expect forecast foresee hop hope intend likely "
    "mean poise predict project schedule set slate sure unlikely".split()
)
_OPINIONS = frozenset("argue believe consider deem dream fear feel hop hope reckon suspect think wish".split())


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


def find_clauses(words: Columns) -> Clauses:
    """Divide a parsed document into clauses, each token into exactly one."""
    heads = [_predicate_of(words, at) for at in range(len(words))]
    members: dict[int, list[int]] = {}
    for i, head in enumerate(heads):
        members.setdefault(head, []).append(i)
    number = {head: n for n, head in enumerate(members)}
    clauses = tuple(_clause(words, head, tuple(tokens), heads, number) for head, tokens in members.items())
    return Clauses(clauses, tuple(number[head] for head in heads))


def _clause(words: Columns, head: int, tokens: tuple[int, ...], heads: list[int], number: dict[int, int]) -> Clause:
    written = [i for i in tokens if not words.word[i].isspace()] or tokens
    above = words.head[head]
    return Clause(
        start=words.start[written[0]],
        end=words.end[written[-1]],
        head=head,
        subject=_subject(words, head),
        parent=-1 if above == head else number[heads[above]],
        tokens=tokens,
        modality=_modality(words, head),
    )


def _predicate_of(words: Columns, at: int) -> int:
    while words.head[at] != at and not _is_predicate(words, at):
        at = words.head[at]
    return at


def _is_predicate(words: Columns, at: int) -> bool:
    if words.dep[at] not in _PREDICATE_ROLES:
        return False
    return words.pos[at] in ("VERB", "AUX") or any(words.dep[c] in _MAKE_PREDICATES for c in words.children[at])


def _subject(words: Columns, head: int) -> int:
    """Find the subject: its own, the noun that a relative clause hangs on, or that of the clause it shares."""
    for _ in range(8):
        own = next((c for c in words.children[head] if words.dep[c] in SUBJECTS), -1)
        if own >= 0 and words.tag[own] not in ("WDT", "WP"):
            return own
        above = words.head[head]
        if words.dep[head] in NOUN_MODIFIERS:
            return above
        controller = _controller(words, head)
        if controller >= 0:
            return controller
        if words.dep[head] not in _SHARED_SUBJECT or above == head:
            return -1
        head = above
    return -1


def _controller(words: Columns, head: int) -> int:
    """Find who is asked, told or wanted to do something, "told the party to win"; -1 if nobody."""
    governor = words.head[head]
    controls = words.dep[head] == "xcomp" or _lemma(words, governor) in _PROPOSALS
    if governor == head or not controls or not _is_infinitive(words, head):
        return -1
    return next((c for c in words.children[governor] if words.dep[c] in ("obj", "iobj")), -1)


def _modality(words: Columns, head: int) -> Modality:
    """Say whether a predicate is asserted, looking up to the verbs that govern it."""
    own = _own_modality(words, head)
    if own != "asserted":
        return own
    below = head
    while words.head[below] != below:
        above, infinitive = words.head[below], _is_infinitive(words, below)
        if words.dep[below] not in _GOVERNED and not infinitive:
            break
        if infinitive and words.dep[above] in ("obj", "iobj") and _lemma(words, words.head[above]) in _PROPOSALS:
            return "proposal"
        conjoined = words.dep[below] == "conj"
        if tells_for_itself(words, below):
            break
        found = _own_modality(words, above) if conjoined else _governed_modality(words, above, infinitive)
        if found != "asserted":
            return found
        below = above
    return "asserted"


def tells_for_itself(words: Columns, head: int) -> bool:
    """Say whether a clause joined to one with a modal has its own subject and tense: "he could not, and she won".

    A past tense goes with no modal, whosever it is: "was meant to cost 4 and came to 5".
    """
    if words.dep[head] != "conj" or words.tag[head] not in _TENSED:
        return False
    around = {words.lower[c] for c in words.children[words.head[head]] if words.dep[c] in _AROUND_PREDICATES}
    if around & _CONDITIONS:
        return False
    apart = words.tag[head] == "VBD" and words.tag[words.head[head]] == "VB"
    return apart or any(words.dep[c] in SUBJECTS for c in words.children[head])


def _lemma(words: Columns, at: int) -> str:
    return words.lemma[at].lower()


def _governed_modality(words: Columns, above: int, infinitive: bool) -> Modality:
    """Say what a governing word makes of the clause under it: "asked to", "likely to", "think that"."""
    governor = _lemma(words, above)
    if infinitive and governor in _PROPOSALS:
        return "proposal"
    tag = words.tag[above]
    going = (governor == "go" and tag == "VBG") or (governor == "need" and tag in ("VBZ", "VBP"))
    if infinitive and (going or governor in _FORECASTS) and not _may_well(words, above):
        return "forecast"
    return "opinion" if governor in _OPINIONS else "asserted"


def _may_well(words: Columns, above: int) -> bool:
    """Say whether a forecast is none: what one "can expect to" find is so already."""
    return any(words.lower[c] == "can" for c in words.children[above])


def _is_infinitive(words: Columns, verb: int) -> bool:
    if any(words.dep[c] == "mark" and words.lower[c] == "to" for c in words.children[verb]):
        return True
    above = words.head[verb]
    return words.dep[verb] == "conj" and words.tag[verb] == "VB" and above != verb and _is_infinitive(words, above)


def _own_modality(words: Columns, head: int) -> Modality:
    copulas = [  # "there will be 350" hangs "will" on "be"
        c for c in words.children[head] if words.dep[c] == "cop" and "expl" in {words.dep[o] for o in words.children[c]}
    ]
    around = (c for at in (head, *copulas) for c in words.children[at] if words.dep[c] in _AROUND_PREDICATES)
    said = {words.lower[c] for c in around}
    subjects = [c for c in words.children[head] if words.dep[c] in SUBJECTS]
    said |= {words.lower[c] for s in subjects for c in words.children[s] if words.dep[c].startswith("cc")} & _NEGATIONS
    if said & _CONDITIONS:
        return "hypothetical"
    arranged = said & _NOW and "to" in said and not said & _NEGATIONS  # "is to rise", "is on course to rise"
    if said & FUTURE or arranged:
        return "forecast"
    if said & _OBLIGED:
        return "proposal"
    if said & _POSSIBLE and not (said & _POSSIBLE == {"can"} and _lemma(words, head) in _ABLE):
        return "hypothetical"
    if said & _NEGATIONS:
        return "negated"
    return "asserted"
