"""What is said: the words before, after or around a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.attribution import cues
from claims.attribution.complements import content_after, content_stop
from claims.attribution.hearsay import continued
from claims.attribution.mistags import headline_verb
from claims.attribution.phrases import (
    Draft,
    has_finite,
    has_verb,
    strip_starters,
    word_after,
)
from claims.attribution.verbs import cue_between
from claims.attribution.words import FINITE

if TYPE_CHECKING:
    from claims.attribution.words import Line, Words


_WITH_OBLIQUE = ("say", "hint", "warn", "complain", "write")


def arrange(words: Words, line: Line, draft: Draft, token: int, last: int) -> Draft | None:
    """Find the content: after the cue, before it, or on both sides."""
    after_source = bool(draft.source_tokens) and draft.source_tokens[0] > token
    dangling = bool(draft.marks & {"participle", "shared subject"})
    block = draft.source_tokens[0] if draft.source_tokens and not (after_source or dangling) else token
    block = min(token, block)
    before = strip_starters(words, line.first, block)
    ends = words.lower[block - 1] if block > line.first else ""
    quote_before = block > line.first and (
        line.inside(block - 1) or (block - 2 >= line.first and ends == "," and line.inside(block - 2))
    )
    free = not (dangling or "relative" in draft.marks)  # what stands before may be what is said
    comma_before = ends in (",", "—", "–", "-", "?", "!") and before < block - 1 and free
    if after_source:
        return _content_before(words, line, draft, before, block, draft.source_tokens[-1] + 1, quoted=quote_before)
    stop = last + 1
    fronted = words.tag[before] == "VBG" or words.lower[before] in cues.ADJUNCT_OPENERS
    if comma_before and stop < line.stop and words.lower[stop] == ",":
        if _split_by_cue(words, line, draft, before, block, stop):
            return draft
        if not fronted and has_finite(words, line, before - 1, block):
            return _content_before(words, line, draft, before, block, stop, quoted=quote_before)
    clause = fronted and (words.tag[before] == "VBG" or words.pos[before] == "SCONJ") and not line.inside(before)
    if quote_before and free and not clause and _is_speech(words, line, before, block):
        return _content_before(words, line, draft, before, block, stop, quoted=True)
    following = content_after(words, line, draft, token, last, required=True)
    if following is not None or "colon" in draft.marks:
        return following or draft
    if _as_somebody_says(words, line, draft, token, last):
        return draft
    if not comma_before and headline_verb(words, line, token) and last + 2 < line.stop:
        draft.content, draft.order = [(words.start[last + 1], line.end)], "cue first"
        return draft
    if (
        draft.group == "contain"
        and "colon" not in draft.marks
        and not quote_before
        and word_after(words, line, last) != "."
    ):
        comma_before = False
    if comma_before and _clause_before(words, line, draft, before, block):
        return _content_before(words, line, draft, before, block, stop, quoted=False)
    return _object(words, line, draft, token, last)


def _content_before(
    words: Words, line: Line, draft: Draft, first: int, block: int, stop: int, *, quoted: bool
) -> Draft | None:
    """Take what stands before the speaker, and what goes on after "..., he said,"."""
    if first >= block:
        return None
    draft.order = "content first"
    draft.content = [(words.start[first], words.end[block - 1])]
    _and_after(words, line, draft, stop, quoted)
    return draft


def _split_by_cue(words: Words, line: Line, draft: Draft, first: int, block: int, comma: int) -> bool:
    """Read "Ships, he says, are late" and "Ships are, he says, late": one clause around the speaker."""
    subject_only = words.tag[comma + 1 : comma + 2] and words.tag[comma + 1] in FINITE
    noun = words.pos[block - 2] in ("NOUN", "PROPN", "PRON") and not has_finite(words, line, first - 1, block)
    cut = words.pos[block - 2] == "AUX" and comma + 1 < line.stop
    if not ((subject_only and noun) or cut) or cue_between(words, line, comma, line.stop):
        return False
    draft.order = "around"
    draft.content = [(words.start[first], words.end[block - 2]), (words.start[comma + 1], line.end)]
    return True


def _as_somebody_says(words: Words, line: Line, draft: Draft, token: int, last: int) -> bool:
    """Read "..., as police have said" and "The island, as the mayor pointed out, is dry": the rest is what is said."""
    opener = draft.source_tokens[0] - 1 if draft.source_tokens else -1
    closed = last + 1 >= line.stop or words.lower[last + 1] in (",", ".", ";", ")")
    if opener < line.first or words.lower[opener] != "as" or opener > token or not closed:
        return False
    first = strip_starters(words, line.first, opener)
    after = last + 2 if last + 1 < line.stop and words.lower[last + 1] == "," else line.stop
    pieces = [(first, opener), (after, line.stop)]
    draft.content = [(words.start[a], words.end[b - 1]) for a, b in pieces if b - a > 1]
    draft.order = "around" if len(draft.content) > 1 else "content first" if first < opener else "cue first"
    return bool(draft.content)


def _clause_before(words: Words, line: Line, draft: Draft, first: int, stop: int) -> bool:
    """Tell whether what stands before the speaker is a clause that can be said, and not "When he left, ..."."""
    if "c" not in cues.FRAMES[draft.verb] and draft.group not in ("show", "contain", "predict"):
        return False
    headline = line.number == 0 and words.lower[line.stop - 1] != "."
    if (
        headline
        or headline_verb(words, line, draft.at)
        or (draft.verb == "say" and draft.at >= line.stop - 2 and stop - first > 2)
    ):
        return True
    parted = draft.at + 1 < line.stop and words.lower[draft.at + 1] == ","
    if parted and words.lower[draft.at] in cues.SURE_VERBS and stop - first > 4 and words.pos[first] != "ADP":
        return True
    subordinate = words.lower[first] in cues.ADJUNCT_OPENERS and words.pos[first] == "SCONJ"
    clauses = sum(words.tag[t] in FINITE for t in range(first, stop))
    return has_verb(words, first, stop) and not (subordinate and clauses < 2)


def _is_speech(words: Words, line: Line, first: int, stop: int) -> bool:
    """Tell a quoted utterance from quoted words in a clause of its own."""
    quoted = sum(line.inside(t) for t in range(first, stop))
    closed = stop - 2 > first and line.inside(stop - 1) and words.lower[stop - 2] == ","  # '... at the top," Rao said'
    return quoted * 2 >= stop - first or words.lower[stop - 1] == "," or closed


def _and_after(words: Words, line: Line, draft: Draft, stop: int, quoted: bool) -> None:
    """Add what goes on after "..., he said,"."""
    for at in range(stop, line.stop):
        if line.inside(at) and quoted:
            if cue_between(words, line, stop, at):
                return
            draft.content.append((words.start[at], line.end))
            draft.order = "around"
            return
        if words.tag[at] in FINITE and at > stop + 1:
            break
    if not quoted:
        after = continued(words, line, stop)
        if after < line.stop and words.lower[after] != "as" and not cue_between(words, line, after, line.stop):
            draft.content.append((words.start[after], line.end))
            draft.order = "around"


def _object(words: Words, line: Line, draft: Draft, token: int, last: int) -> Draft | None:
    """Take an object for the content: "denied the charge", "put the cost at 30 crore", "called it a mess"."""
    frames = cues.FRAMES[draft.verb]
    if "p" in frames and not _puts(words, line, draft.verb, last):
        return None
    if _garbled_clause(words, line, draft, last):
        draft.order = "cue first"
        draft.content = [(words.start[last + 1], words.end[content_stop(words, line, token, last + 1) - 1])]
        return draft
    takes = set(frames) & set("oeapxd") or draft.verb in cues.WITH_OBJECT or draft.group == "request"
    if not takes:
        oblique = draft.verb == "speak" or (frames.startswith("c") and draft.group in _WITH_OBLIQUE)
        return _oblique(words, line, draft, token, last) if oblique else None
    first = last + 1
    while first < line.stop and words.pos[first] in ("ADV", "PUNCT") and not line.inside(first):
        first += 1
    stop = content_stop(words, line, token, first)
    if first >= stop:
        return None
    draft.marks.add("object")
    draft.order = "cue first"
    draft.content = [(words.start[first], words.end[stop - 1])]
    return draft


def _garbled_clause(words: Words, line: Line, draft: Draft, last: int) -> bool:
    """Tell "said the man, 29, was ..." and "say the old depot floods": a clause that the parser took for an object."""
    at = last + 1
    if at >= line.stop or not set(cues.FRAMES[draft.verb]) <= set("cti") or "c" not in cues.FRAMES[draft.verb]:
        return False
    if words.pos[at] not in ("DET", "PRON", "ADJ", "NOUN", "PROPN", "NUM") or words.tag[at].startswith("W"):
        return False
    for t in range(at + 1, line.stop):
        if words.tag[t].startswith("W") or (words.lower[t] == "that" and words.pos[t] != "DET"):
            return False
        if words.tag[t] in ("VBD", "VBN", "VBZ", "VBP", "MD") and words.lower[t - 1] != "to":
            return True
        if words.tag[t] == "NNS" and words.tag[t - 1] == "NN" and t + 2 < line.stop and draft.verb == "say":
            return True
    return False


def _puts(words: Words, line: Line, verb: str, last: int) -> bool:
    """Tell "put the cost at nine million", "put it bluntly", "attributed it to rain" from "put limits in place"."""
    if word_after(words, line, last) == "it":
        return True
    near = range(last + 2, min(last + 16, line.stop - 1))
    if verb in ("attribute", "ascribe"):
        return any(words.lower[t] == "to" for t in near)
    if verb in ("rate", "grade") and any(line.inside(t) for t in near):
        return True
    ats = (t + 1 for t in near if words.lower[t] == "at")
    return any(words.pos[t] in ("NUM", "SYM", "ADV") or words.tag[t] == "$" for t in ats)


def _oblique(words: Words, line: Line, draft: Draft, token: int, last: int) -> Draft | None:
    """Take "warned of floods", "hinted at a deal"."""
    about = ("of", "about") if draft.verb == "speak" else ("of", "at", "about", "against")
    if last + 2 < line.stop and words.lower[last + 1] in about:
        stop = content_stop(words, line, token, last + 2)
        draft.marks.add("object")
        draft.order = "cue first"
        draft.content = [(words.start[last + 2], words.end[stop - 1])]
        return draft
    return None
