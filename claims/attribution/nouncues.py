"""Attribution by nouns and adjectives: "issued a warning that", "is adamant that", "amid reports that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.attribution import cues
from claims.attribution.complements import content_stop
from claims.attribution.mistags import mistagged
from claims.attribution.phrases import SUBJECTS, Draft, noun_after, set_source, word_after
from claims.attribution.speakers import find_subject, subject_source
from claims.attribution.verbs import denied, is_verb
from claims.attribution.words import FINITE

if TYPE_CHECKING:
    from claims.attribution.words import Line, Words

_NEAR = 9  # words between a noun and the "that" of what it reports


def gives(words: Words, line: Line, token: int) -> Draft | None:
    """Read "issued a warning that ...", "made it clear that ...", "voiced doubts about ..."."""
    noun = next((t for t in range(token + 1, min(token + 7, line.stop)) if words.lower[t] in cues.SPEECH_NOUNS), -1)
    if (
        noun < 0
        or noun + 2 >= line.stop
        or any(words.tag[t] in FINITE or words.pos[t] == "PUNCT" for t in range(token + 1, noun))
    ):
        return None
    opener = next(
        (t for t in range(noun + 1, min(noun + 9, line.stop)) if words.lower[t] in ("that", ":") or line.inside(t)), -1
    )
    if opener < 0 and words.lower[noun + 1] in ("about", "over", "of") and words.lower[noun] not in ("clear", "known"):
        opener = noun + (2 if words.lower[noun + 1] == "of" else 1)
    if opener < 0 and words.lower[noun] in ("figure", "toll") and words.lower[noun + 1] == "as":
        opener = noun + 2
    if opener < 0 or any(words.tag[t] in FINITE for t in range(noun + 1, opener)):
        return None
    if words.lower[noun] in ("clear", "known") and opener > noun + 1:
        return None
    draft = Draft("noun cue", "say", words.lower[noun], line.number, [words.span(token, noun)])
    if denied(words, line, token, "say") or not (is_verb(words, token) and find_subject(words, line, draft, token)):
        return None
    draft.order = "cue first"
    draft.content = [
        (words.start[opener + (words.lower[opener] == ":")], words.end[content_stop(words, line, token, opener) - 1])
    ]
    return draft


def stance(words: Words, line: Line, token: int) -> Draft | None:
    """Read "is adamant that ...", "was skeptical: '...'"."""
    opens = word_after(words, line, token) in ("that", ":") or _clause_follows(words, line, token)
    be = next((c for c in words.children[token] if words.dep[c] in ("cop", "aux:pass")), -1)
    subject = words.subject(token, *SUBJECTS)
    if not opens or be < 0 or not 0 <= subject < token or words.lower[subject] == "it":
        return None
    draft = Draft("stance", "think", words.lower[token], line.number, [words.span(be, token)])
    subject_source(words, line, draft, subject, be)
    start = token + 1 + (words.lower[token + 1] == ":")
    draft.order = "cue first"
    if start < line.stop:
        draft.content = [(words.start[start], words.end[content_stop(words, line, token, start) - 1])]
    return draft


def _clause_follows(words: Words, line: Line, token: int) -> bool:
    """Tell "fans are convinced he has gone": the adjective has a clause of its own, its subject right behind it."""
    clause = words.child(token, "ccomp")
    subject = words.subject(clause, *SUBJECTS) if token < clause < line.stop else -1
    return subject > token and min(words.subtree(subject, (token + 1, line.stop))) == token + 1


def claim_noun(words: Words, line: Line, token: int) -> Draft | None:
    """Read "amid reports that ...", "his claim that ...", "warnings from the union that ..."."""
    that = _that_of(words, line, token)
    noun = words.tag[token].startswith("NN") or words.dep[token] in SUBJECTS
    if that < 0 or not noun or _is_a_verb(words, line, token):
        return None
    if _object_of_a_cue(words, line, token):
        return None
    clause = words.subtree(words.head[that], (that, line.stop))
    draft = Draft("claim noun", "hearsay", words.lower[token], line.number, [words.span(token, token)])
    draft.content, draft.order = [(words.start[that], words.end[max(clause)])], "cue first"
    owner = next((c for c in words.children[token] if words.dep[c] == "nmod:poss" and c < token), -1)
    if owner >= line.first:
        set_source(words, line, draft, min(words.subtree(owner, (line.first, token))), owner + 1, owner)
    elif word_after(words, line, token) in ("by", "from", "of", "among"):
        set_source(words, line, draft, token + 2, that, noun_after(words, line, token + 2))
    if draft.source:
        draft.group = "say"
    return draft


def _is_a_verb(words: Words, line: Line, token: int) -> bool:
    return words.lower[token] in cues.VERB_OF and mistagged(words, line, token)


def _that_of(words: Words, line: Line, token: int) -> int:
    """Give the "that" whose clause a noun governs, right after it or after whose word it is; or -1."""
    near = range(token + 1, min(token + _NEAR, line.stop))
    that = next((t for t in near if words.lower[t] == "that" and _opens_full_clause(words, t)), -1)
    between = range(token + 1, max(that, token + 1))
    phrase = not between or words.lower[between[0]] in ("by", "from", "of", "among", "in")
    plain = not any(words.tag[t] in FINITE or words.pos[t] == "PUNCT" for t in between)
    return that if that > 0 and phrase and plain else -1


def _opens_full_clause(words: Words, that: int) -> bool:
    """Tell "fears that farmers would block it" from "the claim that farmers made": nothing is left out."""
    verb = words.head[that]
    whole = any(words.dep[c] == "obj" and c != that for c in words.children[verb])
    return words.dep[that] == "mark" or (words.dep[that] == "obj" and whole)


def _object_of_a_cue(words: Words, line: Line, token: int) -> bool:
    """Tell "rejected claims that ...": the verb attributes already."""
    above = words.head[token]
    if not line.first <= above < token or words.dep[token] != "obj":
        return False
    return words.lower[above] in cues.VERB_OF or words.lower[above] in cues.GIVING_VERBS
