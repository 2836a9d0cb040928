"""What is said: the words before, after or around a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.attribution import cues
from claims.attribution.hearsay import continued
from claims.attribution.phrases import DAYS, SUBJECTS, TIMES, Draft, has_finite, has_verb, noun_after, strip_starters
from claims.attribution.verbs import cue_between
from claims.attribution.words import FINITE

if TYPE_CHECKING:
    from claims.attribution.words import Line, Words


_NEAR = 14  # words between a cue and the quotation that it introduces
_WITH_OBLIQUE = ("say", "hint", "warn", "complain", "write")


def arrange(words: Words, line: Line, draft: Draft, token: int, last: int) -> Draft | None:
    """Find the content: after the cue, before it, or on both sides."""
    block = token
    after_source = bool(draft.source_tokens) and draft.source_tokens[0] > token
    if (
        draft.source_tokens
        and not after_source
        and "shared subject" not in draft.marks
        and "participle" not in draft.marks
    ):
        block = min(token, draft.source_tokens[0])
    stop = max(last + 1, draft.source_tokens[-1] + 1 if after_source else 0)
    before = strip_starters(words, line.first, block)
    ends = words.lower[block - 1] if block > line.first else ""
    quote_before = block > line.first and (
        line.inside(block - 1) or (block - 2 >= line.first and ends == "," and line.inside(block - 2))
    )
    comma_before = ends in (",", "—", "–", "-", "?", "!") and before < block - 1
    participle = "participle" in draft.marks or "shared subject" in draft.marks
    if after_source:
        if before >= block:
            return None
        draft.order = "content first"
        draft.content = [(words.start[before], words.end[block - 1])]
        _and_after(words, line, draft, stop, quote_before)
        return draft
    interrupted = stop < line.stop and words.lower[stop] == "," and comma_before
    fronted = words.tag[before] == "VBG" or words.lower[before] in cues.ADJUNCT_OPENERS
    if interrupted and not participle and not fronted and has_finite(words, line, before - 1, block):
        draft.order = "content first"
        draft.content = [(words.start[before], words.end[block - 1])]
        _and_after(words, line, draft, stop, quote_before)
        return draft
    clause = words.tag[before] == "VBG" or words.pos[before] == "SCONJ"
    if (
        quote_before
        and not participle
        and not (fronted and clause and not line.inside(before))
        and _is_speech(words, line, before, block)
    ):
        draft.order = "content first"
        draft.content = [(words.start[before], words.end[block - 1])]
        _and_after(words, line, draft, stop, True)
        return draft
    following = content_after(words, line, draft, token, last, required=True)
    if following is not None or "colon" in draft.marks:
        return following or draft
    if _as_somebody_says(words, line, draft, token, last):
        return draft
    if comma_before and not participle and _clause_before(words, line, draft, before, block):
        draft.order = "content first"
        draft.content = [(words.start[before], words.end[block - 1])]
        _and_after(words, line, draft, stop, False)
        return draft
    return _object(words, line, draft, token, last)


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
    if headline or (draft.verb == "say" and draft.at >= line.stop - 2 and stop - first > 2):
        return True
    subordinate = words.lower[first] in cues.ADJUNCT_OPENERS and words.pos[first] == "SCONJ"
    clauses = sum(words.tag[t] in FINITE for t in range(first, stop))
    return has_verb(words, first, stop) and not (subordinate and clauses < 2)


def _is_speech(words: Words, line: Line, first: int, stop: int) -> bool:
    """Tell a quoted utterance from quoted words in a clause of its own."""
    quoted = sum(line.inside(t) for t in range(first, stop))
    return quoted * 2 >= stop - first or words.lower[stop - 1] == ","


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
    if not quoted or (stop < line.stop and words.lower[stop] == ","):
        after = continued(words, line, stop)
        if after < line.stop and words.lower[after] != "as" and not cue_between(words, line, after, line.stop):
            draft.content.append((words.start[after], line.end))
            draft.order = "around"


def content_after(words: Words, line: Line, draft: Draft, token: int, last: int, *, required: bool) -> Draft | None:
    """Take what follows the cue: a that-clause, a quotation, or a clause of its own."""
    start = _clause_start(words, line, draft, token, last)
    if start < 0 and "c" in cues.FRAMES.get(draft.verb, ""):
        start = _ccomp(words, line, token, last + 1)  # the tagger took its verb for a noun
    if start < 0:
        if required:
            return None
        start = last + 1
    stop = content_stop(words, line, token, start)
    if start >= stop:
        return None
    draft.content = [(words.start[start], words.end[stop - 1])]
    draft.order = draft.order or "cue first"
    return draft


def _clause_start(words: Words, line: Line, draft: Draft, token: int, last: int) -> int:
    """Give where the clause or quotation that the cue introduces begins, or -1."""
    frames = cues.FRAMES.get(draft.verb, "c")
    if frames in ("e", "a", "p", "x"):
        return -1
    if frames == "h":
        that = [t for t in range(last + 1, min(last + 8, line.stop)) if words.lower[t] == "that"]
        return next((t for t in that if words.dep[t] == "mark"), _ccomp(words, line, token, line.stop))
    if last + 1 < line.stop and words.tag[last + 1] == "VBG" and draft.group in ("admit", "deny", "say", "hint"):
        return last + 1
    finite = line.stop
    for at in range(last + 1, line.stop):
        if line.inside(at):
            return _quoted_clause(words, line, token, last, at, frames)
        start = _opener(words, line, draft, at, last, frames)
        if start >= 0 or "colon" in draft.marks:
            return start
        if words.tag[at] in FINITE:
            finite = at
            break
        if (words.lower[at] == ";" and at > last + 1) or _participle_cue(words, at):
            return -1
    if finite == line.stop or frames == "q":
        return -1
    clause = _ccomp(words, line, token, finite)
    clause = clause if clause > last else _bare_clause(words, line, token, last, finite)
    return clause if clause >= 0 or "c" not in frames else _plain_clause(words, last, finite, frames, line)


def _quoted_clause(words: Words, line: Line, token: int, last: int, at: int, frames: str) -> int:
    """Give where what is said begins when a quotation opens at `at`: with the clause around it, or with the mark."""
    clause = _ccomp(words, line, token, at)
    if clause >= 0:
        return clause
    near = at - last <= _NEAR and not ("o" in frames and "c" not in frames)
    return at if near else -1


def _opener(words: Words, line: Line, draft: Draft, at: int, last: int, frames: str) -> int:
    """Give where content begins if the token at `at` opens it: "that", "whether", a colon, "to"."""
    lower = words.lower[at]
    if lower == "that" and (at == last + 1 or (words.dep[at] == "mark" and has_finite(words, line, at))):
        return at
    if lower in ("whether", "how", "why") and words.pos[at] in ("SCONJ", "ADV") and at <= last + 4 and frames != "q":
        return at
    if lower == ":":
        if at + 1 < line.stop:
            return at + 1
        draft.marks.add("colon")
    if words.tag[at] == "TO" and at <= last + 6 and "i" in frames:
        governed = words.head[words.head[at]] == draft.at or at == last + 1 or "t" in frames
        return (at - 1 if words.lower[at - 1] == "not" else at) if governed else -1
    return -1


def _participle_cue(words: Words, at: int) -> bool:
    return words.lower[at] in cues.VERB_OF and words.tag[at] == "VBG" and words.lower[at - 1] == ","


def _plain_clause(words: Words, last: int, finite: int, frames: str, line: Line) -> int:
    """Take the words after the cue for a clause, where the parse shows none: after whom it is told to, and when."""
    at = last + 1
    if "t" in frames:
        at = max(noun_after(words, line, at), last) + 1
    while at < finite and (words.lower[at] in DAYS | TIMES or words.pos[at] == "ADV"):
        at += 1
    if any(words.lower[t] in (",", ";") or words.tag[t].startswith("W") for t in range(at, finite)):
        return -1
    opens = words.pos[at] in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM") and not words.tag[at].startswith("W")
    return at if at < finite and opens else -1


def _ccomp(words: Words, line: Line, token: int, near: int) -> int:
    """Give where the clause that the parser makes the verb's complement begins, if it does so before `near`."""
    for child in words.children[token]:
        if child > token and words.dep[child] in ("ccomp", "parataxis") and child < line.stop:
            tree = words.subtree(child, (token + 1, line.stop))
            return min(tree) if min(tree) <= near else -1
    return -1


def _bare_clause(words: Words, line: Line, token: int, last: int, finite: int) -> int:
    """Take the clause without "that": from the finite verb back to its subject."""
    subject = words.subject(finite, *SUBJECTS, "expl")
    governor = words.head[finite]
    if subject < 0 and line.first <= governor < line.stop:
        subject = words.subject(governor, *SUBJECTS, "expl")
    if not last < subject <= finite:
        return -1
    for at in range(last + 1, subject + 1):
        governed = words.pos[at] in ("VERB", "AUX") and words.head[at] == token
        if words.lower[at] in cues.SUBORDINATORS or governed or words.tag[at] == "TO":
            return -1
    return min(words.subtree(subject, (last + 1, line.stop)))


def content_stop(words: Words, line: Line, token: int, start: int) -> int:
    """Give where content after the cue ends: before a further cue of the same speaker, or a contrast."""
    for at in range(start + 1, line.stop):
        if line.inside(at):
            continue
        if words.lower[at] == ";" or (words.lower[at] == "," and _cue_follows(words, line, at)):
            return at
        if words.pos[at] == "CCONJ" and _second_predicate(words, token, at):
            return at - 1 if words.lower[at - 1] == "," else at
    return line.stop


def _cue_follows(words: Words, line: Line, comma: int) -> bool:
    """Tell ", adding ..." and ", according to ..." after a comma."""
    at = comma + 1
    while at + 1 < line.stop and words.pos[at] in ("CCONJ", "ADV"):
        at += 1
    if at >= line.stop:
        return False
    lifted = cues.GROUP.get(cues.VERB_OF.get(words.lower[at], "")) in cues.LIFTED
    return (words.tag[at] == "VBG" and lifted) or words.lower[comma + 1] in ("according", "citing", "quoting")


def _second_predicate(words: Words, token: int, conjunction: int) -> bool:
    """Tell "said X and added Y" and "said X, but did Y": what the conjunction joins hangs on the cue."""
    joined = words.head[conjunction]
    if words.dep[conjunction] != "cc" or words.head[joined] != token or words.dep[joined] != "conj":
        return False
    if words.lower[conjunction] in ("but", "though"):
        return words.lower[conjunction - 1] == "," or words.lower[joined] in cues.VERB_OF
    return words.tag[joined] in ("VBD", "VBZ", "VBP", "VBG") and words.lower[joined] in cues.VERB_OF


def _object(words: Words, line: Line, draft: Draft, token: int, last: int) -> Draft | None:
    """Take an object for the content: "denied the charge", "put the cost at 30 crore", "called it a mess"."""
    frames = cues.FRAMES[draft.verb]
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


def _oblique(words: Words, line: Line, draft: Draft, token: int, last: int) -> Draft | None:
    """Take "warned of floods", "hinted at a deal"."""
    if last + 2 < line.stop and words.lower[last + 1] in ("of", "at", "about", "against"):
        stop = content_stop(words, line, token, last + 2)
        draft.marks.add("object")
        draft.order = "cue first"
        draft.content = [(words.start[last + 2], words.end[stop - 1])]
        return draft
    return None
