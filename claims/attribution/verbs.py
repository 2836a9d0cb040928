"""Whether a word is a verb of saying here: not a noun, not an idiom, not denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.attribution import cues, sources
from claims.attribution.phrases import in_relative, noun_after, word_after
from claims.attribution.words import FINITE

if TYPE_CHECKING:
    from claims.attribution.words import Line, Words


def is_verb(words: Words, token: int) -> bool:
    """Tell a word that the tagger takes for a verb."""
    return words.tag[token].startswith("VB") or words.pos[token] == "VERB"


def mistagged(words: Words, line: Line, token: int) -> bool:
    """Tell "the firm claims that ...", taken for a noun by the tagger: nothing else before it is a verb."""
    if token > line.first and words.tag[token - 1] in _BEFORE_NOUNS and words.lower[token] not in cues.SURE_VERBS:
        return False
    if _quote_follows(words, line, token) or (words.lower[token] in cues.SURE_VERBS and token > line.first):
        return True
    if token == line.first or words.tag[token] not in ("NN", "NNS", "NNP", "JJ") or words.word[token][0].isupper():
        return False
    if words.tag[token - 1] in ("NNS", "NNP") and not any(
        words.tag[t] in FINITE or words.tag[t] == "VBN" for t in range(line.first, line.stop)
    ):
        return words.lower[token] in cues.GROUP or words.lower[token].endswith("s")
    before = words.tag[token - 1]
    after = word_after(words, line, token)
    clear = (
        after in ("that", '"', "“", "``")
        or (token + 1 < line.stop and words.tag[token + 1] == "PRP")
        or (token == line.stop - 1 or (after == "." and token == line.stop - 2))
    )
    named = (
        words.word[token - 1][0].isupper()
        or before.startswith("NNP")
        or before in ("PRP", "NNS", "NN")
        or words.lower[token - 1] == ","
    )
    return (
        clear
        and named
        and not any(words.tag[t] in FINITE and not in_relative(words, line, t) for t in range(line.first, token))
    )


_BEFORE_NOUNS = frozenset(["PRP$", "DT", "CD", "POS", "IN"])


def cites_people(words: Words, line: Line, token: int) -> bool:
    """Tell "reports citing party sources": the chain belongs to the source before."""
    noun = noun_after(words, line, token + 1)
    people = (
        sources.ANONYMOUS_HEADS | sources.PERSON_NOUNS | sources.OFFICIALS | sources.GENERIC_HEADS | sources.OUTLETS
    )
    return noun >= 0 and (words.lower[noun] in people or words.pos[noun] == "PROPN")


def _quote_follows(words: Words, line: Line, token: int) -> bool:
    """Tell a noun that a colon or a quotation follows."""
    return (
        token + 1 < line.stop
        and words.lower[token + 1] in (":", '"', "“", "``")
        and words.tag[token] in ("NNS", "NN", "NNP")
    )


def denied(words: Words, line: Line, token: int, verb: str) -> bool:
    """Tell what was not said: "did not say", "declined to comment", "could not confirm"."""
    near = range(max(line.first, token - 4), token)
    neither = any(words.lower[t] in ("nor", "neither") for t in near)
    if verb in ("deny", "dispute", "reject") or neither:
        return neither
    if any(words.lower[t] in cues.NEGATIONS and words.head[t] == token for t in near):
        return verb not in ("think", "believe")
    if words.tag[token] != "VB":
        return False
    if word_after(words, line, token, -1) == "to":
        return words.lower[words.head[token]] not in cues.GOING_ON
    only = "only" in (word_after(words, line, token), word_after(words, line, token, -1))
    modal = any(words.lower[c] in cues.MODALS for c in words.children[token])
    return modal and not only and word_after(words, line, token) not in ("that", '"', "“")


def idiom(words: Words, line: Line, token: int, verb: str) -> bool:
    """Tell "claimed three lives", "said goodbye", "reported a profit"."""
    if (
        verb == "say"
        and word_after(words, line, token) in ("yes", "no", "nothing", "so")
        and word_after(words, line, token, 2) in (".", ",", "", "to", "about", ";")
    ):
        return True
    objects = cues.IDIOM_OBJECTS.get(verb)
    if not objects:
        return False
    target = words.child(token, "obj", "iobj", "obl", "xcomp")
    near = range(token + 1, min(token + 7, line.stop))
    if target > token and (words.lower[target] in objects):
        return True
    for at in near:
        if words.tag[at] in FINITE or words.lower[at] in ("that", '"', "“", ",", ":", "``"):
            return False
        if words.lower[at] in objects:
            return True
    return False


def only_verb(words: Words, line: Line, token: int) -> bool:
    """Tell a verb taken for a participle: its clause has no other."""
    stop = next((t for t in range(line.first, line.stop) if words.lower[t] in (";", "but")), line.stop)
    finite = [t for t in range(line.first, stop) if words.tag[t] in FINITE and not in_relative(words, line, t)]
    return (
        token < stop
        and not [t for t in finite if t < token]
        and (words.lower[token - 1] == "," or words.lower[token] in cues.SURE_VERBS or not finite)
    )


def ends_here(words: Words, line: Line, token: int) -> bool:
    """Tell "..., one trader recalled.": a clause, a comma, and a noun phrase and verb to end the sentence."""
    after = word_after(words, line, token)
    if after not in ("", ".", "!", "?") and not (after == "," and words.lower[token] in cues.SURE_VERBS):
        return False
    return any(words.lower[t] == "," for t in range(max(line.first, token - 7), token)) and any(
        words.tag[t] in FINITE for t in range(line.first, token)
    )


def cue_between(words: Words, line: Line, first: int, stop: int) -> bool:
    """Tell whether a verb of saying stands between, outside quotations."""
    return any(
        words.lower[t] in cues.VERB_OF and words.tag[t].startswith("VB") and not line.inside(t)
        for t in range(first, min(stop, line.stop))
    )
