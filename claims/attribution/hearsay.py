"""Attribution without a verb of saying: according to, by estimates, reportedly, is said to, it is learnt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.attribution import cues
from claims.attribution.phrases import (
    SUBJECTS,
    Draft,
    has_verb,
    noun_after,
    phrase_end,
    set_source,
    strip_starters,
    word_after,
)
from claims.attribution.words import FINITE

if TYPE_CHECKING:
    from claims.attribution.words import Line, Words


def according(words: Words, line: Line, token: int, last: int) -> Draft | None:
    """Read "according to X, ..." and "..., according to X"."""
    at = last + 1
    if at >= line.stop or words.lower[at] in cues.GOING_TO_PLAN:
        return None
    head = words.head[token] if words.head[token] > token else noun_after(words, line, at)
    if words.lower[head] in cues.MEASURES:
        return None
    stop = phrase_end(words, line, at, head)
    draft = Draft("according", "according", "according to", line.number, [words.span(token, last)])
    set_source(words, line, draft, at, stop, head)
    before = strip_starters(words, line.first, token)
    fronted = token - line.first <= 2  # little more than a conjunction stands before
    if before < token and has_verb(words, before, token) and not fronted:
        draft.content.append((words.start[before], words.end[token - 1]))
        draft.order = "content first"
        after = continued(words, line, stop)
    else:
        draft.order = "cue first"
        after = stop
    if after < line.stop:
        draft.content.append((words.start[after], line.end))
    return draft


def by_estimate(words: Words, line: Line, token: int) -> Draft | None:
    """Read "by its own estimate", "by the count of the society"."""
    noun = next((t for t in range(token + 1, min(token + 9, line.stop)) if words.lower[t] in cues.ESTIMATES), -1)
    if noun < 0 or any(words.pos[t] in ("VERB", "AUX", "PUNCT", "ADP") for t in range(token + 1, noun)):
        return None
    draft = Draft("by estimate", "according", "by", line.number, [words.span(token, token)])
    stop = noun + 1
    if word_after(words, line, noun) == "of":
        draft.cue, head = [words.span(token, noun + 1)], noun_after(words, line, noun + 2)
        stop = max(phrase_end(words, line, noun + 2, head), noun + 2)
        set_source(words, line, draft, noun + 2, stop, head)
    else:
        set_source(words, line, draft, token + 1, stop, noun)
    before = strip_starters(words, line.first, token)
    if before + 2 < token:
        draft.order, draft.content = "content first", [(words.start[before], words.end[token - 1])]
    after = stop + 1 if stop < line.stop and words.lower[stop] == "," else stop
    if draft.order != "content first" and after < line.stop:
        draft.order, draft.content = "cue first", [(words.start[after], line.end)]
    return draft


def continued(words: Words, line: Line, stop: int) -> int:
    """Give where the content goes on after a phrase in its middle: at a clause after a comma."""
    if stop < line.stop and words.lower[stop] in (",", "–", "—") and stop + 1 < line.stop:
        opener = words.lower[stop + 1]
        adjunct = words.tag[stop + 1] == "VBG" or opener in cues.ADJUNCT_OPENERS or opener in ("who", "which", "whose")
        if not adjunct and any(words.tag[t] in FINITE for t in range(stop + 1, line.stop)):
            return stop + 1
    elif stop < line.stop and words.tag[stop] in FINITE:
        return stop
    return line.stop


def hearsay_adverb(words: Words, line: Line, token: int) -> Draft:
    """Read "has reportedly offered": the clause around the adverb."""
    draft = Draft("adverb", "hearsay", words.lower[token], line.number, [words.span(token, token)])
    first, stop = _clause_around(words, line, token)
    draft.content = [(words.start[first], words.start[token]), (words.end[token], words.end[stop - 1])]
    draft.order = "inside"
    return draft


def _clause_around(words: Words, line: Line, token: int) -> tuple[int, int]:
    """Give the tokens of the clause around a token: between semicolons or contrasting conjunctions."""
    first, stop = strip_starters(words, line.first, line.stop), line.stop
    for at in range(line.first, line.stop):
        cut = words.lower[at] == ";" or (
            words.lower[at] in ("but", "though", "although") and at > line.first and words.lower[at - 1] == ","
        )
        if cut and at < token:
            first = at + 1
        elif cut and at > token:
            stop = at
            break
    return first, stop


def word_is(words: Words, line: Line, token: int) -> Draft | None:
    """Read "word is that ...", "rumour has it that ..."."""
    nxt = word_after(words, line, token)
    that = next((t for t in range(token + 1, min(token + 14, line.stop)) if words.lower[t] == "that"), -1)
    if nxt in ("has", "had") and word_after(words, line, token, 2) == "it":
        first = token + 3
    elif that > 0 and any(words.lower[t] in ("is", "was", "spread", "went") for t in range(token + 1, that)):
        first = that
    else:
        return None
    draft = Draft("noun", "hearsay", words.lower[token], line.number, [words.span(token, max(token, first - 1))])
    draft.order = "cue first"
    if first < line.stop:
        draft.content = [(words.start[first], line.end)]
    return draft


def accused(words: Words, line: Line, token: int) -> Draft | None:
    """Read "is accused of ...", with whoever accuses."""
    if word_after(words, line, token) != "of" or token + 2 >= line.stop:
        return None
    by = next(
        (t for t in range(token + 1, line.stop) if words.lower[t] == "by" and words.head[words.head[t]] == token), -1
    )
    draft = Draft("accused", "hearsay", words.lower[token] + " of", line.number, [words.span(token, token + 1)])
    draft.content = [(words.start[token + 2], line.end)]
    draft.order = "cue first"
    if by > 0 and words.head[by] > by:
        set_source(words, line, draft, by + 1, phrase_end(words, line, by + 1, words.head[by]), words.head[by])
    return draft


def passive_hearsay(words: Words, line: Line, token: int) -> Draft | None:
    """Read "is said to", "it is learnt that", "believed to be", "..., it is understood"."""
    if words.tag[token] not in ("VBN", "VBD", "JJ"):
        return None
    passive = any(
        words.lower[c] in ("is", "are", "was", "were", "be", "been", "being", "'s", "’s") and c < token
        for c in words.children[token]
    )
    previous = words.lower[token - 1] if token > line.first else ""
    passive = passive or (
        previous in ("is", "are", "was", "were", "been", "being", "widely", "generally", "commonly")
        and not _active(words, token)
    )
    following = word_after(words, line, token)
    subject = words.subject(token, *SUBJECTS, "expl")
    expletive = next((t for t in range(token - 1, max(line.first - 1, token - 6), -1) if words.lower[t] == "it"), -1)
    if (
        expletive >= 0
        and all(words.pos[t] in ("AUX", "ADV", "VERB") for t in range(expletive + 1, token))
        and expletive + 1 < token
    ):
        passive, subject = True, expletive
    verb = cues.HEARSAY_OF[words.lower[token]]
    draft = Draft("passive", "hearsay", verb, line.number, [words.span(token, token)])
    if passive and subject >= 0 and words.lower[subject] == "it" and following != "to":
        return _it_is(words, line, token, draft, subject)
    infinitive = token + 2 < line.stop and (
        words.tag[token + 2] == "VB" or words.pos[token + 2] in ("AUX", "ADV", "PART")
    )
    if following == "to" and infinitive and (passive or not _active(words, token)):
        draft.cue = [words.span(token, token + 1)]
        first, stop = _clause_around(words, line, token)
        edge = raised(words, line, token, first)
        draft.content = [(words.start[edge], words.start[token])] if edge < token else []
        if token + 2 < stop:
            draft.content.append((words.start[token + 2], words.end[stop - 1]))
        draft.order = "inside"
        return _by_whom(words, line, token, draft)
    if passive and verb in ("rumour", "rumor") and following != "by" and 0 <= subject < token:
        edge = raised(words, line, token, line.first)
        draft.content = [(words.start[edge], words.end[token - 1]), (words.start[token + 1], line.end)]
        draft.content, draft.order = [span for span in draft.content if span[0] < span[1]], "inside"
        return draft
    return None


def _active(words: Words, token: int) -> bool:
    """Tell an active use: its own subject and no passive auxiliary."""
    if any(words.dep[c] == "aux:pass" for c in words.children[token]):
        return False
    have = any(words.lower[c] in ("has", "have", "had", "'ve", "’ve") for c in words.children[token])
    return have or (words.tag[token] == "VBD" and words.child(token, "nsubj") >= 0)


def raised(words: Words, line: Line, token: int, first: int) -> int:
    """Give where the raised subject begins: "the ministry | is said to ..."."""
    subject = words.subject(token, *SUBJECTS)
    if subject < 0 or subject > token:
        return first if token - first <= 15 else token
    tree = words.subtree(subject, (line.first, token))
    return max(min(tree), first) if tree else first


def _it_is(words: Words, line: Line, token: int, draft: Draft, subject: int) -> Draft | None:
    draft.rule = "it is"
    draft.cue = [words.span(subject, token)]
    after = token + 1
    if (after < line.stop and words.lower[after] in ("that", "by", "here", "in")) or (
        any(words.tag[t] in FINITE for t in range(after, line.stop))
    ):
        draft.content = [(words.start[after], line.end)] if after < line.stop else []
        draft.order = "cue first"
    else:
        first = strip_starters(words, line.first, subject)
        draft.content = [(words.start[first], words.end[subject - 1])] if first < subject else []
        draft.order = "content first"
    return _by_whom(words, line, token, draft)


def _by_whom(words: Words, line: Line, token: int, draft: Draft) -> Draft:
    """Take the agent for the source: "is said by police to ..."."""
    for child in words.children[token]:
        if child > token and words.dep[child].startswith("obl"):
            case = words.child(child, "case")
            if case >= 0 and words.lower[case] == "by" and words.pos[child] in ("NOUN", "PROPN"):
                tree = words.subtree(child, (case + 1, line.stop))
                set_source(words, line, draft, min(tree), max(tree) + 1, child)
    return draft
