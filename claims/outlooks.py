"""What is looked forward to, and so no fact yet: "expects 35,000", "on course for 12 tonnes", "its target is 40"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.language import Document
    from claims.types import Span

_LOOKS = frozenset("anticipate envisage envision expect forecast foresee predict project target want".split())
_LOOKS_FOR = frozenset(
    "aim angle brace bargain budget gear head hop hope long pitch plan prepare push shoot strive".split()
)
"""Verbs that look forward to what they have by "for"; the lemma of "hopes" is "hop"."""
_LOOKS_ON = frozenset("bank count figure reckon".split())
_AHEAD = frozenset({*(f"for {verb}" for verb in _LOOKS_FOR), "at aim", *(f"on {verb}" for verb in _LOOKS_ON)})
_GOALS = frozenset("aim ambition expectation forecast goal hope outlook prediction projection target".split())
_WITHIN = frozenset("nummod compound amod advmod fixed conj dep".split())
_GOVERNED = frozenset("obj nsubj:pass obl nmod".split())
_DEFINITE = frozenset("the its their his her our these those all".split())
_LOOKED = frozenset("expected predicted projected anticipated".split())
_COURSE = re.compile(
    r"\b(?:(?:(?:on|in) (?:course|track|target|pace|line|schedule|sight)|headed|(?:all )?set) (?:for|of)"
    r"|(?:hop(?:es|ing|ed)|aim(?:s|ing|ed)) (?:for|at)) "
    r"(?:(?!(?:with|after|in|at|on|from|by|before|to)\b)[\w'’-]+ ){0,5}$",
    re.IGNORECASE,
)
_EXPECTED = r"(?:expected|forecast|predicted|projected|hoped for|planned for|budgeted for)\b"
_RELATIVE = re.compile(r"(?: [\w-]+){0,2}?(?: that| which)? (?:\w+ )?\w+ (?:had|have|has|was|were|is|are) (?:been )?"
                       + _EXPECTED + r"|(?: [\w-]+)? " + _EXPECTED + r"(?! [a-z]*s\b)", re.IGNORECASE)  # fmt: skip


def looked_forward_to(document: Document, span: Span) -> bool:
    """Say whether an amount is only expected, hoped for or aimed at."""
    text, (start, end) = document.article.text, span
    sentence = document.sentence(start)
    if _COURSE.search(text, sentence[0], start) or _RELATIVE.match(text, end):
        return True
    return any(_looks(token, above) for token, above in _path(document.tokens(start, end).root))


def _path(token: Token) -> Iterator[tuple[Token, Token]]:
    """Yield the words that an amount hangs by up to the first verb, each with what it hangs on."""
    for _ in range(6):
        above, cases = token.head, _cases(token)
        parted = token.dep_ == "nmod" and cases and not cases & {"of", "for"}
        if above.i == token.i or token.dep_ not in _WITHIN | _GOVERNED or parted:
            break
        yield token, above
        if above.pos_ in ("VERB", "AUX"):
            return
        token = above
    yield token, token


def _looks(token: Token, above: Token) -> bool:
    """Say whether a word makes what hangs on it an expectation: "expects 40", "hopes for 40", "a target of 40"."""
    verb = above.lemma_.lower()
    if {"will", "be"} <= {c.lower_ for c in token.children}:
        return True  # also before "the engineers say", where the parse takes the clause for an object
    if any(c.dep_ == "amod" and c.lower_ in _LOOKED for c in token.children):
        return True
    if any(c.dep_ == "nsubj" and c.lemma_.lower() in _GOALS for c in above.children):
        return token.i == above.i
    if verb in _GOALS and above.pos_ == "NOUN":
        return token.dep_ == "nmod" and bool(_cases(token))
    if token.dep_ in ("obj", "nsubj:pass"):
        return (verb in _LOOKS or (verb == "need" and above.tag_ != "VBD" and _infinitive(above))) and not _definite(
            token
        )
    return token.dep_ in ("obl", "advmod") and any(f"{case} {verb}" in _AHEAD for case in _cases(token))


def _cases(token: Token) -> set[str]:
    """Give the prepositions of a noun."""
    return {c.lower_ for c in token.children if c.dep_ == "case"}


def _definite(token: Token) -> bool:
    """Say whether a noun is of what there is: "expects the 40 pupils to move"."""
    return any(c.dep_ in ("det", "nmod:poss") and c.lower_ in _DEFINITE for c in token.children)


def _infinitive(verb: Token) -> bool:
    """Say whether a verb goes on with what it is for: "needs two goals to reach five"."""
    return any(c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB" for c in verb.children)
