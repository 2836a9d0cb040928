"""Who says it, by place: the noun phrase before a verb, where the parse gives no subject or a wrong one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.attribution import cues
from claims.attribution.phrases import (
    Draft,
    aside_start,
    first_head,
    in_phrase,
    set_source,
    strip_starters,
    whole_phrase,
)
from claims.attribution.words import FINITE

if TYPE_CHECKING:
    from claims.attribution.words import Line, Words


def closes_with(words: Words, line: Line, draft: Draft, token: int, subject: int) -> bool:
    """Read "..., officials privy to it said" and "..., the governor, Taras Melnyk, wrote": a clause, then who says it.

    The parser often gives such a verb the subject of the clause before.
    """
    if words.tag[token] in ("VBG", "VB"):
        return False
    last = token - 1
    while last > line.first and words.pos[last] in ("ADV", "AUX"):
        last -= 1
    first = _phrase_start(words, line, last - (words.lower[last] == ","))
    name = range(first, last)
    if words.lower[last] == ",":  # the name is an apposition: the office stands before it
        named = first <= last - 1 and any(words.pos[t] == "PROPN" for t in name)
        office = _phrase_start(words, line, first - 2) if named and words.lower[first - 1] == "," else first
        if office > first - 2 or not any(words.pos[t] in ("NOUN", "PROPN") for t in range(office, first - 1)):
            return False
        first, last = office, last - 1
    known = first <= subject < token and not any(words.lower[t] == ")" for t in range(first, subject))
    if first > last or first <= line.first or known or words.pos[first] in ("ADP", "SCONJ", "ADV"):
        return False
    edge = words.lower[first - 1]
    if edge not in (",", '"', "”", "''", "—", "–") or not _clause_in(words, line, line.first, first - 1):
        return False
    set_source(words, line, draft, first, last + 1, first_head(words, first, last + 1))
    return bool(draft.source)


def _phrase_start(words: Words, line: Line, at: int) -> int:
    """Give where the noun phrase that ends at `at` begins, back to a comma, a mark or a verb."""
    first = at + 1
    while first > line.first and not line.inside(first - 1):
        opened = _bracket(words, line, first - 1)
        if opened < 0 and not in_phrase(words, first - 1):
            break
        first = opened if opened >= 0 else first - 1
    while first <= at and words.pos[first] in ("CCONJ", "PUNCT"):
        first += 1
    return first


def _bracket(words: Words, line: Line, at: int) -> int:
    """Give where the bracket that closes at `at` opens, a few words before: "Rep. Cole (R-Ohio)"; or -1."""
    if words.lower[at] != ")":
        return -1
    return next((t for t in range(at - 1, max(line.first, at - 7), -1) if words.lower[t] == "("), -1)


def _clause_in(words: Words, line: Line, first: int, stop: int) -> bool:
    """Tell whether a clause stands between two tokens: a finite verb that no subordinator opens, or a quotation."""
    opener = words.lower[first]
    if opener in cues.ADJUNCT_OPENERS and words.pos[first] in ("SCONJ", "ADP"):
        return sum(words.tag[t] in FINITE for t in range(first, stop)) > 1 and opener not in ("as", "while", "when")
    return any(words.tag[t] in FINITE or line.inside(t) for t in range(first, stop))


def nearest(words: Words, line: Line, draft: Draft, token: int) -> bool:
    """Take the noun phrase before the verb for its subject, where the parse gives none; an aside may stand between."""
    at = token - 1
    while at > line.first and words.pos[at] in ("ADV", "AUX", "PART"):
        at -= 1
    last = at
    if at > line.first and words.lower[at] == ",":
        if _before_aside(words, line, draft, at):
            return True
        at = aside_start(words, line, at) - 1
        last = last - 1
    if at < line.first or line.inside(at):
        return False
    if words.pos[at] not in ("NOUN", "PROPN", "PRON", "NUM") and not words.word[at][0].isupper():
        return False
    first = at
    while first > line.first and not line.inside(first - 1) and in_phrase(words, first - 1):
        first -= 1
    while first < at and words.pos[first] in ("ADP", "CCONJ", "VERB", "SCONJ"):
        first += 1
    draft.marks.add("nearest noun")
    described = _described(words, line, first)
    if described >= line.first:
        head = first_head(words, described, first)
        set_source(words, line, draft, described, last + 1, head)
        return True
    first, head = whole_phrase(words, line, first, first_head(words, first, at + 1))
    set_source(words, line, draft, first, last + 1, head)
    return True


def _described(words: Words, line: Line, first: int) -> int:
    """Give where "one of the crew who signed | the letter" begins, if the noun at `first` is in its relative clause."""
    who = next((t for t in range(first - 1, line.first, -1) if words.lower[t] in ("who", "which", ",")), -1)
    inside = who > line.first and words.lower[who] != "," and words.pos[who - 1] in ("NOUN", "PROPN", "PRON", "NUM")
    if not inside or not any(words.tag[t] in FINITE for t in range(who, first)):
        return -1
    start = who - 1
    while start > line.first and in_phrase(words, start - 1) and not line.inside(start - 1):
        start -= 1
    return start


def _before_aside(words: Words, line: Line, draft: Draft, comma: int) -> bool:
    """Read "Rao, who is seeking a second term, alleged ...": the noun phrase before the aside."""
    first = strip_starters(words, line.first, comma)
    opened = next((t for t in range(first, comma) if words.lower[t] == ","), -1)
    if opened <= first or any(words.tag[t] in FINITE or line.inside(t) for t in range(first, opened)):
        return False
    aside = words.lower[opened + 1]
    described = (
        aside in ("who", "which", "whose", "whom", "a", "an", "the", "one", "speaking", "citing", "quoting")
        or words.pos[opened + 1] == "PROPN"
    )
    nouns = [t for t in range(first, opened) if words.pos[t] in ("NOUN", "PROPN", "PRON")]
    if not described or not nouns or words.pos[first] == "ADP":
        return False
    head = next((t for t in nouns if words.pos[t + 1] not in ("NOUN", "PROPN", "PART")), nouns[-1])
    draft.marks.add("nearest noun")
    set_source(words, line, draft, first, comma, head)
    return True
