"""Attribution in the passive: "was quoted as saying by", "was confirmed by", "was called a disgrace by"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.attribution import cues
from claims.attribution.complements import content_after
from claims.attribution.hearsay import raised
from claims.attribution.phrases import (
    SUBJECTS,
    Draft,
    last_noun,
    noun_after,
    phrase_end,
    set_source,
    strip_starters,
    word_after,
)
from claims.attribution.speakers import subject_source

if TYPE_CHECKING:
    from claims.attribution.words import Line, Words


def before_court(words: Words, line: Line, token: int) -> bool:
    """Tell "the court heard", "the inquiry was told": what is said there is on record."""
    near = range(max(line.first, token - 4), token)
    subject = words.subject(token, *SUBJECTS)
    return any(words.lower[t] in cues.HEARING for t in near) and (
        subject < 0 or words.lower[subject] in cues.HEARING or subject > token
    )


def passive(words: Words, line: Line, token: int, verb: str) -> Draft | None:
    """Read a verb of saying in the passive: with its agent, or with what somebody was told."""
    if cues.GROUP[verb] in ("evaluate", "accuse", "put") or verb in cues.SAID_BY:
        return said_by(words, line, token, verb)
    if verb not in ("tell", "inform", "warn", "assure"):
        return None
    draft = Draft("told", cues.GROUP[verb], verb, line.number, [words.span(token, token)], at=token, marks={"passive"})
    if word_after(words, line, token) != "by":
        return content_after(words, line, draft, token, token, required=True)
    draft.cue, head = [words.span(token, token + 1)], noun_after(words, line, token + 2)
    stop = phrase_end(words, line, token + 2, head)
    stop = next((t for t in range(token + 3, stop) if words.lower[t] == "that"), stop)
    set_source(words, line, draft, token + 2, stop, head)
    return content_after(words, line, draft, token, stop - 1, required=True) or _told_before(words, line, draft, token)


def _told_before(words: Words, line: Line, draft: Draft, token: int) -> Draft | None:
    """Take the clause before "..., she was told by the council"."""
    subject = words.subject(token, *SUBJECTS)
    comma = subject - 1
    while comma > line.first and words.pos[comma] in ("DET", "ADJ", "NOUN", "PROPN"):
        comma -= 1
    first = strip_starters(words, line.first, max(comma, line.first))
    if subject < 0 or comma <= first or words.lower[comma] != ",":
        return None
    draft.content, draft.order = [(words.start[first], words.end[comma - 1])], "content first"
    return draft


def said_by(words: Words, line: Line, token: int, verb: str) -> Draft | None:
    """Read "the talks were first reported by the Ledger", "was described by neighbours as quiet"."""
    judges = cues.GROUP[verb] in ("evaluate", "accuse", "put")
    near = range(token + 1, min(token + 12 if judges else token + 2, line.stop))
    by = next((t for t in near if words.lower[t] == "by" and words.head[words.head[t]] == token), -1)
    if by < 0 and word_after(words, line, token) == "by":
        by = token + 1
    head = noun_after(words, line, by + 1) if by > 0 else -1
    if head < 0 or words.tag[by + 1] == "VBG":
        return None
    cue = [words.span(token, by)] if by == token + 1 else [words.span(token, token), words.span(by, by)]
    draft = Draft("said by", "evaluate" if judges else "reveal", verb, line.number, cue)
    draft.marks.add("passive")
    stop = phrase_end(words, line, by + 1, head)
    stop = next((t for t in range(by + 2, stop) if words.lower[t] in ("as", "for")), stop)
    set_source(words, line, draft, by + 1, stop, head)
    edge = raised(words, line, token, strip_starters(words, line.first, token))
    draft.content, draft.order = [(words.start[edge], words.end[token - 1])], "content first"
    if judges and by > token + 1:
        draft.content.append((words.start[token + 1], words.end[by - 1]))
    elif judges and stop < line.stop and words.lower[stop] in ("as", "for"):
        draft.content.append((words.start[stop], line.end))
    return draft


def quoted_as(words: Words, line: Line, token: int) -> Draft | None:
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
    found = content_after(words, line, draft, token, token, required=False)
    if (found is None or token + 2 >= line.stop) and any(line.inside(t) for t in range(line.first, quoted)):
        stop = max(t for t in range(line.first, quoted) if line.inside(t)) + 1
        draft.content, draft.order = [(words.start[line.first], words.end[stop - 1])], "content first"
        return draft
    return found
