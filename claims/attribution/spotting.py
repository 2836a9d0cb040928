"""Find attributions inside one sentence: cue, source and content, by rule over tags and parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.attribution import cues, sources
from claims.attribution.contents import arrange, content_after, content_stop
from claims.attribution.hearsay import according, accused, by_estimate, hearsay_adverb, passive_hearsay, raised, word_is
from claims.attribution.phrases import (
    SUBJECTS,
    Draft,
    auxiliary,
    last_noun,
    noun_after,
    phrase_end,
    set_source,
    strip_starters,
    trimmed,
    word_after,
)
from claims.attribution.speakers import find_subject, subject_source
from claims.attribution.verbs import cites_people, denied, idiom, is_verb, mistagged
from claims.attribution.words import FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.attribution.words import Line, Words
    from claims.types import Span


def spot(words: Words, line: Line) -> list[Draft]:
    """Find the candidate attributions of a sentence, in the order of their cues."""
    found = [draft for token in range(line.first, line.stop) for draft in _at(words, line, token)]
    found = [d for d in found if not _outlet_itself(words, d) and not _asks_for_anonymity(words, d)]
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


def _outlet_itself(words: Words, draft: Draft) -> bool:
    """Tell "I", "we": outside quotations they are the outlet's own voice."""
    return draft.head >= 0 and words.lower[draft.head] in ("i", "we", "you", "me", "us")


def _at(words: Words, line: Line, token: int) -> Iterator[Draft]:
    lower = words.lower[token]
    if lower not in cues.VERB_OF and lower not in _TRIGGERS and lower not in cues.HEARSAY_OF:
        return
    if line.quoted[token - line.first]:
        return
    draft = None
    if lower == "according" and word_after(words, line, token) == "to":
        draft = according(words, line, token, token + 1)
    elif lower == "per" and words.lower[token - 1 if token > line.first else token] in (",", "—"):
        draft = according(words, line, token, token)
    elif lower in cues.HEARSAY_ADVERBS:
        draft = hearsay_adverb(words, line, token)
    elif lower in cues.HEARSAY_NOUNS:
        draft = word_is(words, line, token)
    elif lower == "by":
        draft = by_estimate(words, line, token)
    elif lower in cues.GIVING_VERBS:
        draft = _gives(words, line, token)
    elif lower in cues.STANCES:
        draft = _stance(words, line, token)
    elif lower in cues.ACCUSED and auxiliary(words, token, "aux:pass", "aux"):
        draft = accused(words, line, token)
    if draft is None and lower in cues.HEARSAY_OF:
        draft = passive_hearsay(words, line, token)
    if draft is None and lower in cues.VERB_OF:
        draft = _verb(words, line, token)
    if draft is not None:
        draft.at = token
        yield draft


_TRIGGERS = (
    frozenset(["according", "per", "by"])
    | cues.GIVING_VERBS
    | cues.STANCES
    | cues.HEARSAY_ADVERBS
    | cues.HEARSAY_NOUNS
    | cues.ACCUSED
)


def _gives(words: Words, line: Line, token: int) -> Draft | None:
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
    if opener < 0 or any(words.tag[t] in FINITE for t in range(noun + 1, opener)):
        return None
    draft = Draft("noun cue", "say", words.lower[noun], line.number, [words.span(token, noun)])
    if denied(words, line, token, "say") or not (is_verb(words, token) and find_subject(words, line, draft, token)):
        return None
    draft.order = "cue first"
    draft.content = [
        (words.start[opener + (words.lower[opener] == ":")], words.end[content_stop(words, line, token, opener) - 1])
    ]
    return draft


def _stance(words: Words, line: Line, token: int) -> Draft | None:
    """Read "is adamant that ...", "was skeptical: '...'"."""
    opens = word_after(words, line, token) in ("that", ":")
    be = next((c for c in words.children[token] if words.dep[c] == "cop"), -1)
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


def _verb(words: Words, line: Line, token: int) -> Draft | None:
    """Read a verb of saying with its subject, and what it says."""
    if words.lower[token] in cues.NEVER_VERBS or not (is_verb(words, token) or mistagged(words, line, token)):
        return None
    verb = cues.VERB_OF[words.lower[token]]
    if denied(words, line, token, verb) or idiom(words, line, token, verb):
        return None
    quoted_as = _quoted_as(words, line, token)
    if quoted_as is not None:
        return quoted_as
    if words.lower[token] in ("citing", "quoting") and cites_people(words, line, token):
        return None
    told = any(words.dep[c] == "aux:pass" for c in words.children[token])
    if told and verb == "report":
        return _reported_by(words, line, token)
    if told and verb not in ("tell", "inform", "warn", "assure"):
        return None
    draft = Draft("verb", cues.GROUP[verb], verb, line.number, [words.span(token, token)], at=token)
    last = token
    if verb == "call" and word_after(words, line, token) in ("for", "on", "upon"):
        draft.verb, draft.group, last = "urge", "request", token + 1
        draft.cue = [words.span(token, last)]
    elif verb in cues.WITH_PARTICLE and word_after(words, line, token) in cues.PARTICLES:
        last = token + 1
        draft.cue = [words.span(token, last)]
    if verb == "point" and last == token:
        return None
    if told:
        draft.rule, draft.marks = "told", {"passive"}
        return content_after(words, line, draft, token, last, required=True)
    if not find_subject(words, line, draft, token):
        return None
    return arrange(words, line, draft, token, last)


def _reported_by(words: Words, line: Line, token: int) -> Draft | None:
    """Read "the talks were first reported by the Ledger"."""
    if word_after(words, line, token) != "by":
        return None
    draft = Draft("reported by", "reveal", "report", line.number, [words.span(token, token + 1)])
    edge = raised(words, line, token, strip_starters(words, line.first, token))
    head = noun_after(words, line, token + 2)
    draft.content, draft.order = [(words.start[edge], words.end[token - 1])], "content first"
    set_source(words, line, draft, token + 2, phrase_end(words, line, token + 2, head), head)
    return draft


def _quoted_as(words: Words, line: Line, token: int) -> Draft | None:
    """Read "was quoted by the agency as saying ...", "quoted Rao as saying ..."."""
    if words.tag[token] != "VBG" or token == line.first or words.lower[token - 1] != "as":
        return None
    back = range(token - 2, max(line.first - 1, token - 16), -1)
    quoted = next((t for t in back if words.lower[t] in cues.QUOTING), -1)
    if quoted < 0:
        return None
    verb = cues.VERB_OF[words.lower[token]]
    draft = Draft("quoted as", "say", verb, line.number, [words.span(token - 1, token)])
    draft.marks.add("quoted as")
    passive = any(
        words.dep[c] == "aux:pass" or words.lower[c] in ("was", "were", "is", "been") for c in words.children[quoted]
    )
    if passive:
        draft.cue = [words.span(quoted, token)]
        subject = words.subject(quoted, *SUBJECTS)
        if subject >= 0:
            subject_source(words, line, draft, subject, quoted)
    elif quoted + 1 < token - 1:
        set_source(words, line, draft, quoted + 1, token - 1, last_noun(words, quoted + 1, token - 1))
    return content_after(words, line, draft, token, token, required=False)
