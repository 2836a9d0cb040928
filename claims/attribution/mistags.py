"""Verbs that the tagger takes for nouns: "the authors note", "bank data show", "Mayor Says Bridge Is Safe"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.attribution import cues, sources
from claims.attribution.phrases import in_relative, planned, word_after
from claims.attribution.words import FINITE

if TYPE_CHECKING:
    from claims.attribution.words import Line, Words


def mistagged(words: Words, line: Line, token: int) -> bool:
    """Tell whether a word that may be a verb of saying is one, whatever the tagger takes it for."""
    if _speaker_before(words, line, token):
        return True
    if token > line.first and words.tag[token - 1] in _BEFORE_NOUNS and words.lower[token] not in cues.SURE_VERBS:
        return False
    if _quote_follows(words, line, token) or (words.lower[token] in cues.SURE_VERBS and token > line.first):
        return True
    if headline_verb(words, line, token) or _closing_verb(words, line, token) or _opening_verb(words, line, token):
        return True
    if token == line.first or words.tag[token] not in ("NN", "NNS", "NNP", "JJ") or words.word[token][0].isupper():
        return False
    return _only_verb_here(words, line, token) or _clear(words, line, token)


def _speaker_before(words: Words, line: Line, token: int) -> bool:
    """Tell "some note that", "critics caution that", "the coach shot back"."""
    before, after = word_after(words, line, token, -1), word_after(words, line, token)
    if before in _QUANTIFIERS and after in ("that", "the"):
        return words.lower[token] in cues.GROUP
    if words.tag[token] == "JJ" and words.dep[token] == "ROOT" and words.lower[token].endswith("ed"):
        urged = words.child(token, "obj") > token  # "Gov. Cole urged residents to stay"
        return urged and words.child(token, "nsubj") in range(line.first, token)
    particle = cues.VERB_OF.get(words.lower[token]) in cues.PARTICLES_OF and after == "back"
    if particle and token > line.first and words.pos[token - 1] in ("PROPN", "NOUN", "PRON"):
        return True
    return after == "that" and before in _SPEAKERS


_SPEAKERS = sources.GENERIC_HEADS | sources.OFFICIALS | sources.ANONYMOUS_HEADS
_QUANTIFIERS = frozenset("some others many most few".split())
_BEFORE_NOUNS = frozenset(["PRP$", "DT", "CD", "POS", "IN"])


def _only_verb_here(words: Words, line: Line, token: int) -> bool:
    """Tell the one word of a sentence that can be its verb; in a headline it may follow a single noun."""
    nouns = ("NNS", "NNP", "NN") if words.tag[token] == "NNS" and line.number == 0 else ("NNS", "NNP")
    others = any(words.tag[t] in FINITE or words.tag[t] == "VBN" for t in range(line.first, line.stop))
    form = words.lower[token] in cues.GROUP or words.lower[token].endswith("s")
    return words.tag[token - 1] in nouns and not others and form


def _clear(words: Words, line: Line, token: int) -> bool:
    """Tell a name or a noun before the word, something said after it, and no verb before."""
    before, after = words.tag[token - 1], word_after(words, line, token)
    says = (
        after in ("that", '"', "“", "``")
        or (token + 1 < line.stop and words.tag[token + 1] == "PRP")
        or (token == line.stop - 1 or (after == "." and token == line.stop - 2))
        or _clause_follows(words, line, token)
    )
    named = words.word[token - 1][0].isupper() or before in _NAMES or words.lower[token - 1] == ","
    verbs = (t for t in range(line.first, token) if words.tag[t] in FINITE and not in_relative(words, line, t))
    return says and named and next(verbs, -1) < 0


_NAMES = frozenset(["NNP", "NNPS", "PRP", "NNS", "NN"])


def _clause_follows(words: Words, line: Line, token: int) -> bool:
    """Tell "Castle Brokers reckons the firm paid ...": a verb's form, a noun phrase, a finite verb."""
    third = words.tag[token] == "NNS" and words.word[token - 1][0].isupper()
    plural = words.tag[line.first] in ("NNS", "NNPS") or words.lower[line.first] in ("data", "police")
    base = words.tag[token] == "NN" and plural and words.pos[token - 1] in ("NOUN", "PROPN")
    if not (third or base):
        return False
    at = token + 1
    while at < line.stop and words.pos[at] in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"):
        at += 1
    return token + 1 < at < line.stop and words.tag[at] in FINITE


def _closing_verb(words: Words, line: Line, token: int) -> bool:
    """Tell "..., bank data show." and "..., its filing shows, ...": a clause, a noun phrase and a verb that fits it."""
    after, noun = word_after(words, line, token), token - 1
    past = words.lower[token].endswith("ed") and words.tag[token] == "NN"
    ends = past or after in ("", ".", ",", "!", "?")
    if words.tag[token] not in ("NN", "NNS") or not ends or noun <= line.first:
        return False
    plural = words.tag[noun] in ("NNS", "NNPS") or words.lower[noun] in ("data", "police", "media")
    fits = words.tag[noun].startswith("NN") and (past or words.lower[token].endswith("s") != plural)
    first = noun
    while first > line.first and words.pos[first - 1] in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "ADP"):
        first -= 1
    head = next((t for t in range(first, noun) if words.pos[t + 1] == "ADP"), noun)
    fits = fits or (head < noun and words.lower[token].endswith("s") and words.tag[head] in ("NN", "NNP"))
    fits = fits or (head < noun and not words.lower[token].endswith("s") and words.lower[head] in _PAPERS)
    parted = first > line.first and words.lower[first - 1] in (",", '"', "”", "''")
    named = words.pos[noun] == "PROPN" and after == "," and word_after(words, line, token, 2) not in ("and", "or")
    if parted and named and words.lower[token].endswith("s") and first - line.first > 1:
        return True  # "Ships, Feldman counters, are quieter"
    paper = words.lower[noun] in sources.DOCUMENTS
    said = any(
        words.tag[t] in FINITE or line.inside(t) or (paper and planned(words, line, t))
        for t in range(line.first, first)
    )
    return fits and parted and said and (past or after != "," or words.dep[token] == "parataxis")


_PAPERS = frozenset(noun for noun in sources.DOCUMENTS if noun.endswith("s") or noun == "data")
"""Plurals that show: "..., figures from the bank show"; other things may have "the talent show" behind them."""


def _opening_verb(words: Words, line: Line, token: int) -> bool:
    """Tell "..., reckons Ana Rao" and "..., say MPs": a clause, a comma, a verb that the speaker follows."""
    before, after = word_after(words, line, token, -1), token + 1
    if before not in (",", '"', "”", "''") or after >= line.stop or words.tag[token] not in ("NN", "NNS"):
        return False
    speaker = words.pos[after] == "PROPN" or words.lower[after] in ("a", "an", "one")
    return speaker and any(words.tag[t] in FINITE or line.inside(t) for t in range(line.first, token - 1))


_PLURALS = frozenset("rule report claim charge estimate forecast plan order complaint record".split())
"""Verbs whose third person is more often a plural noun: "Plant Rules Face Test"."""


def headline_verb(words: Words, line: Line, token: int) -> bool:
    """Tell "Mayor Says Bridge Is Safe": a verb that a headline writes with a capital."""
    verb = cues.VERB_OF[words.lower[token]]
    if line.number > 0 or token == line.first or words.lower[token] == verb:
        return False
    if cues.FRAMES[verb] == "q" and not line.quotations:
        return False  # "One Tweet Sums Up the Race"
    if verb in _PLURALS and word_after(words, line, token) not in ("that", '"', "'", "‘", "“"):
        return False
    solid = [t for t in range(line.first, line.stop) if words.word[t][0].isalpha() and len(words.word[t]) > 3]
    titled = sum(words.word[t][0].isupper() for t in solid) * 5 >= len(solid) * 4
    third = words.lower[token].endswith("s") and words.word[token][0].isupper() and len(solid) > 2
    after_name = words.word[token - 1][0].isupper() and words.lower[token - 1] not in ("the", "a", "of", "and")
    return titled and third and after_name


def _quote_follows(words: Words, line: Line, token: int) -> bool:
    """Tell a noun that a colon or a quotation follows."""
    return (
        token + 1 < line.stop
        and words.lower[token + 1] in (":", '"', "“", "``")
        and words.tag[token] in ("NNS", "NN", "NNP")
    )
