"""Find attributions inside one sentence: cue, source and content, by rule over tags and parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.attribution import cues, sources
from claims.attribution.contents import arrange
from claims.attribution.hearsay import according, accused, by_estimate, hearsay_adverb, passive_hearsay, word_is
from claims.attribution.mistags import mistagged
from claims.attribution.nouncues import claim_noun, gives, stance
from claims.attribution.passives import before_court, passive, quoted_as
from claims.attribution.phrases import Draft, auxiliary, trimmed, word_after
from claims.attribution.predicates import answer_was, poll_has, put_so, there_is_talk
from claims.attribution.speakers import find_subject
from claims.attribution.verbs import cites_people, denied, idiom, is_verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.attribution.words import Line, Words
    from claims.types import Span


def spot(words: Words, line: Line) -> list[Draft]:
    """Find the candidate attributions of a sentence, in the order of their cues."""
    found = [draft for token in range(line.first, line.stop) for draft in _at(words, line, token)]
    found = [d for d in found if not (_nobody(words, d) or _asks_for_anonymity(words, d))]
    _keep_inside(found)
    for draft in found:
        trimmed_spans = (trimmed(words.text, span, _in_quotation(line, span)) for span in draft.content)
        draft.content = [span for span in trimmed_spans if span[0] < span[1]]
    return [d for d in found if d.content or "colon" in d.marks]


def _asks_for_anonymity(words: Words, draft: Draft) -> bool:
    """Tell "who asked not to be named", which describes the source."""
    if draft.group != "request" or not draft.content:
        return False
    start = draft.content[0][0]
    return sources.ANONYMITY.match(words.text, start) is not None or words.text.startswith("to remain anonymous", start)


def _keep_inside(found: list[Draft]) -> None:
    """End what is said inside somebody's words where these end: '"He asked for time," Rao said.'."""
    for outer in found:
        if outer.order != "content first" or outer.group == "exclaim" or not outer.content:
            continue
        start, end = outer.content[0]
        for draft in found:
            if draft is not outer and draft.cue and start <= draft.cue[0][0] < end:
                draft.content = [(s, min(e, end)) for s, e in draft.content if s < end] or draft.content


def _in_quotation(line: Line, span: Span) -> bool:
    """Tell whether a span ends inside a quotation: its full stop is part of what was said."""
    return any(q.start < span[1] <= q.end for q in line.quotations)


def _nobody(words: Words, draft: Draft) -> bool:
    """Tell "I", "we", which outside quotations are the outlet's own voice, and "a banner"."""
    if draft.head < 0:
        return False
    noun = words.lower[draft.head]
    shows = draft.group == "show" and "object" in draft.marks and draft.verb != "point to"
    struck = draft.verb in cues.STRIKING and noun in cues.FORCES
    holds = draft.verb in _HOLDING and noun not in sources.DOCUMENTS  # "his donors include"
    return noun in _OUTLET or noun in sources.INSCRIPTIONS or (shows and noun in _PHYSICAL) or struck or holds


_OUTLET = frozenset("i we you me us".split())
_HOLDING = frozenset(["include", "contain", "count"])
_PHYSICAL = frozenset("he she they".split())  # "he found a note", "she showed us a scar"


def _at(words: Words, line: Line, token: int) -> Iterator[Draft]:
    lower = words.lower[token]
    if lower not in cues.VERB_OF and lower not in _TRIGGERS and lower not in cues.HEARSAY_OF:
        return
    if line.quoted[token - line.first]:
        return
    draft = None
    if lower == "according" and word_after(words, line, token) == "to":
        draft = according(words, line, token, token + 1)
    elif lower == "per" and token > line.first and words.lower[token - 1] in (",", "—", "as"):
        draft = according(words, line, token - (words.lower[token - 1] == "as"), token)
    elif lower in cues.HEARSAY_ADVERBS:
        draft = hearsay_adverb(words, line, token)
    elif lower in cues.HEARSAY_NOUNS:
        draft = word_is(words, line, token) or there_is_talk(words, line, token)
    elif lower in ("how", "all"):
        draft = put_so(words, line, token)
    elif lower == "by":
        draft = by_estimate(words, line, token)
    elif lower in cues.POLL_VERBS and (poll := poll_has(words, line, token)):
        draft = poll
    elif lower in cues.GIVING_VERBS:
        draft = gives(words, line, token)
    elif lower in cues.STANCES:
        draft = stance(words, line, token)
    elif lower in cues.ACCUSED and auxiliary(words, token, "aux:pass", "aux"):
        draft = accused(words, line, token)
    if draft is None and lower in cues.SAYING_NOUNS and line.quotations:
        draft = answer_was(words, line, token)
    if draft is None and lower in cues.CLAIM_NOUNS:
        draft = claim_noun(words, line, token)
    if draft is None and lower in cues.HEARSAY_OF:
        draft = passive_hearsay(words, line, token)
    if draft is None and lower in cues.VERB_OF:
        draft = _verb(words, line, token)
    if draft is not None:
        draft.at = token
        yield draft


_TRIGGERS = (
    frozenset(["according", "per", "by", "how", "all"])
    | cues.POLL_VERBS.keys()
    | cues.SAYING_NOUNS
    | cues.GIVING_VERBS
    | cues.STANCES
    | cues.CLAIM_NOUNS
    | cues.HEARSAY_ADVERBS
    | cues.HEARSAY_NOUNS
    | cues.ACCUSED
)


def _verb(words: Words, line: Line, token: int) -> Draft | None:
    """Read a verb of saying with its subject, and what it says."""
    if words.lower[token] in cues.NEVER_VERBS or not (is_verb(words, token) or mistagged(words, line, token)):
        return None
    verb = cues.VERB_OF[words.lower[token]]
    if denied(words, line, token, verb) or idiom(words, line, token, verb):
        return None
    quoted = quoted_as(words, line, token)
    if quoted is not None:
        return quoted
    if words.lower[token] in ("citing", "quoting") and cites_people(words, line, token):
        return None
    told = any(words.dep[c] == "aux:pass" for c in words.children[token])
    heard = before_court(words, line, token) if verb == "hear" or (told and verb == "tell") else False
    if verb == "hear" and not heard:
        return None
    if told and not heard:
        return passive(words, line, token, verb)
    draft = Draft("verb", cues.GROUP[verb], verb, line.number, [words.span(token, token)], at=token)
    last = token
    if verb == "call" and word_after(words, line, token) in ("for", "on", "upon"):
        draft.verb, draft.group, last = "urge", "request", token + 1
        draft.cue = [words.span(token, last)]
    elif verb == "point" and word_after(words, line, token) == "to":
        draft.verb, draft.group, last = "point to", "show", token + 1
        draft.cue = [words.span(token, last)]
    elif word_after(words, line, token) in cues.PARTICLES_OF.get(verb, ()):
        last = token + 1
        draft.cue = [words.span(token, last)]
    if draft.verb in cues.ONLY_WITH and last == token:
        return None
    if verb == "rule" and last > token:
        draft.verb, draft.group = "deny", "deny"
    if draft.group == "contain" and word_after(words, line, token) == ":" and not words.lower[token].startswith("incl"):
        draft.group = "write"
    if not find_subject(words, line, draft, token):
        return None
    return arrange(words, line, draft, token, last)
