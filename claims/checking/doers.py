"""Who does what a verb says: its subject, or that of the verb which it goes on from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.checking.discourse import Discourse
    from claims.checking.mentions import Mention


def own_subject(verb: Token | None) -> Token | None:
    """Give the subject that stands with a verb itself, of a passive too."""
    return next((c for c in verb.children if c.dep_.startswith("nsubj")), None) if verb is not None else None


def agent_of(verb: Token | None) -> Token | None:
    """Give the subject of an active verb."""
    return next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None


def subject_of(verb: Token) -> Token | None:
    """Give the subject of a verb, or of the one that it goes on from."""
    for _ in range(3):
        subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass")]
        found = next((c for c in reversed(subjects) if c.i < verb.i), next(iter(subjects), None))  # "whose father was"
        if found is not None and found.tag_ not in ("WP", "WDT"):
            return found
        if verb.dep_ == "acl:relcl":
            return None
        if verb.dep_ not in ("conj", "advcl", "xcomp") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def receiver_of(verb: Token) -> Token | None:
    """Give to whom something is given: the Otters of "Lee gave the Otters their third win"."""
    return next((c for c in verb.children if c.dep_ == "iobj"), None)


def doer_of(discourse: Discourse, verb: Token) -> Mention | None:
    """Give the name that is the subject of a verb; "they" that stands for no name goes on with the sentence before."""
    subject = subject_of(verb) or _ahead(verb)
    if subject is None or subject.dep_ == "nsubj:pass":
        return None
    return discourse.mention_at(subject) or (_before(discourse, subject) if subject.lower_ in PLURAL else None)


def _ahead(verb: Token) -> Token | None:
    """Give the last subject before an infinitive that the parse hangs on a noun: "won in a final to end it"."""
    if verb.dep_ != "acl" or verb.tag_ != "VB":
        return None
    return next((t for t in reversed(list(verb.sent)) if t.i < verb.i and t.dep_ == "nsubj"), None)


PLURAL = frozenset({"they", "it"})
SENTENCES = 3


def _before(discourse: Discourse, pronoun: Token) -> Mention | None:
    """Give the subject that was named last, in this sentence or, as its first, in the ones before."""
    span = (discourse.document.sentence(pronoun.idx)[0], pronoun.idx)
    for _ in range(SENTENCES):
        subjects = (t for t in discourse.document.line(*span) if t.dep_ == "nsubj" and t.lower_ not in PLURAL)
        subject = next(subjects, None) if span[1] > span[0] else None
        if subject is not None:
            return discourse.mention_at(subject)
        if not span[0]:
            return None
        span = discourse.document.sentence(span[0] - 2)
    return None
