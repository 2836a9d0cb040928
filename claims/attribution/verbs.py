"""Whether a word is a verb of saying here: not a noun, not an idiom, not denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.attribution import cues, sources
from claims.attribution.phrases import in_relative, noun_after, planned, word_after
from claims.attribution.words import FINITE

if TYPE_CHECKING:
    from claims.attribution.words import Line, Words


def is_verb(words: Words, token: int) -> bool:
    """Tell a word that the tagger takes for a verb."""
    return words.tag[token].startswith("VB") or words.pos[token] == "VERB"


def cites_people(words: Words, line: Line, token: int) -> bool:
    """Tell "reports citing party sources": the chain belongs to the source before."""
    noun = noun_after(words, line, token + 1)
    people = (
        sources.ANONYMOUS_HEADS | sources.PERSON_NOUNS | sources.OFFICIALS | sources.GENERIC_HEADS | sources.OUTLETS
    )
    return noun >= 0 and (words.lower[noun] in people or words.pos[noun] == "PROPN")


def denied(words: Words, line: Line, token: int, verb: str) -> bool:
    """Tell what was not said: "did not say", "declined to comment", "could not confirm"."""
    near = range(max(line.first, token - 4), token)
    neither = any(words.lower[t] in ("nor", "neither") for t in near)
    if verb in ("deny", "dispute", "reject") or neither:
        return neither
    if any(words.lower[t] in cues.NEGATIONS and words.head[t] == token for t in near):
        return verb not in ("think", "believe")
    avoided = word_after(words, line, token, -2) + " " + word_after(words, line, token, -1)
    if words.tag[token] == "VBG" and avoided.endswith(_AVOIDING):
        return True
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
    if word_after(words, line, token) in cues.PARTICLE_IDIOMS.get(verb, ()) or _says_nothing(words, line, token, verb):
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


_AVOIDING = ("avoid", "avoids", "avoided", "avoiding", "short of", "clear of", "from")


def _says_nothing(words: Words, line: Line, token: int, verb: str) -> bool:
    """Tell "let's say", "says a lot about", "deny them visas", "member states", "the newly announced plan"."""
    before, after = word_after(words, line, token, -1), word_after(words, line, token)
    if words.tag[token] in ("VBN", "VBD") and before in _ALREADY and word_after(words, line, token, -2) in _THE:
        return True
    if verb == "say" and words.lower[token] == "say" and (before in _LETS or before == after == ","):
        return True
    if verb == "say":
        near = range(token + 1, min(token + 5, line.stop))
        vague = next((t for t in near if words.lower[t] in cues.VAGUE_OBJECTS), -1)
        return vague > 0 and word_after(words, line, vague) == "about"
    if verb == "ask":  # a person asked, and nothing that was asked: "has asked the dentist"
        near = range(token + 1, line.stop)
        return not any(words.lower[t] in _ASKED or line.inside(t) or words.tag[t] in FINITE for t in near)
    if verb == "feel":
        clause = words.child(token, "ccomp")
        inner = (clause, *words.children[clause]) if clause > token else ()
        return not any(words.tag[t] in FINITE for t in inner)
    if verb == "understand":  # only as outlets write it: "..., the paper understands"
        return words.lower[token] != "understands" or after not in (".", "", ",")
    if verb == "state" and words.lower[token] == "states":
        speaks = words.pos[token - 1] in ("PRON", "ADV") or words.word[token - 1][0].isupper() or before in ('"', "”")
        return after not in ("that", ":") and not (speaks or before in sources.DOCUMENTS | sources.BODIES)
    if verb == "call":
        called = words.child(token, "obj")
        return called > 0 and words.lower[called] in cues.SUMMONED and words.child(token, "xcomp") < 0
    if verb in ("deny", "show"):
        told = words.child(token, "iobj")
        return told > token and words.pos[told] != "PROPN" and words.child(token, "ccomp") < 0
    if verb == "order":
        near = range(token + 1, min(token + 9, line.stop))
        return not any(words.lower[t] in ("that", "to") or line.inside(t) for t in near)
    if verb == "charge":
        near = range(token + 1, min(token + 20, line.stop))
        return not any(words.lower[t] in ("that", "with") for t in near)
    return verb == "record" and any(words.tag[c] == "VBZ" and words.lower[c] == "has" for c in words.children[token])


_ASKED = frozenset("to for that about why how what who when where whether if of :".split())
_ALREADY = frozenset("recently newly already previously widely just long much oft often so".split())
_THE = frozenset("the a an its their his her this".split())
_LETS = frozenset(["'s", "’s", "us", "let", "say", "shall"])


def only_verb(words: Words, line: Line, token: int) -> bool:
    """Tell a verb taken for a participle: its clause has no other."""
    stop = next((t for t in range(line.first, line.stop) if words.lower[t] in (";", "but")), line.stop)
    finite = [t for t in range(line.first, stop) if words.tag[t] in FINITE and not in_relative(words, line, t)]
    names = words.tag[token] == "VBN" and words.dep[token].startswith("acl") and any(t > token for t in finite)
    return (
        token < stop
        and not (names and words.lower[token] not in cues.SURE_VERBS)
        and not [t for t in finite if t < token]
        and (words.lower[token - 1] == "," or words.lower[token] in cues.SURE_VERBS or not finite)
    )


def ends_here(words: Words, line: Line, token: int) -> bool:
    """Tell "..., one trader recalled.": a clause, a comma, and a noun phrase and verb to end the sentence."""
    after = word_after(words, line, token)
    if after not in ("", ".", "!", "?") and not (after == "," and words.lower[token] in cues.SURE_VERBS):
        return False
    return any(words.lower[t] == "," for t in range(max(line.first, token - 7), token)) and any(
        words.tag[t] in FINITE or planned(words, line, t) for t in range(line.first, token)
    )


def cue_between(words: Words, line: Line, first: int, stop: int) -> bool:
    """Tell whether a verb of saying stands between, outside quotations."""
    return any(
        words.lower[t] in cues.VERB_OF
        and words.lower[t] not in cues.NEVER_VERBS
        and words.tag[t].startswith("VB")
        and not line.inside(t)
        for t in range(first, min(stop, line.stop))
    )
