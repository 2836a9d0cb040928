"""What follows a cue: a that-clause, a quotation, a clause of its own; and where it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.attribution import cues
from claims.attribution.phrases import DAYS, SUBJECTS, TIMES, Draft, has_finite, noun_after
from claims.attribution.words import FINITE

if TYPE_CHECKING:
    from claims.attribution.words import Line, Words

_NEAR = 14  # words between a cue and the quotation that it introduces


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
    if "relative" in draft.marks:
        stop = _relative_end(words, line, start, stop)
    if start >= stop:
        return None
    draft.content = [(words.start[start], words.end[stop - 1])]
    draft.order = draft.order or "cue first"
    return draft


def _relative_end(words: Words, line: Line, start: int, stop: int) -> int:
    """Give the comma after "the union, which says that prices rose, | is a party to it"."""
    opened = False
    for at in range(start, stop - 1):
        opened = opened or words.tag[at].startswith("W") or line.inside(at)
        if words.lower[at] == "," and words.tag[at + 1] in FINITE and not opened:
            return at
    return stop


def _clause_start(words: Words, line: Line, draft: Draft, token: int, last: int) -> int:
    """Give where the clause or quotation that the cue introduces begins, or -1."""
    frames = cues.FRAMES.get(draft.verb, "c")
    if frames in ("e", "a", "p", "x"):
        return -1
    if frames == "h":
        that = [t for t in range(last + 1, min(last + 8, line.stop)) if words.lower[t] == "that"]
        return next((t for t in that if words.dep[t] == "mark"), -1)
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
        if (words.lower[at] == ";" and at > last + 1) or _participle_cue(words, at) or _turns(words, at):
            return -1
    if finite == line.stop or frames == "q":
        return -1
    if words.lower[last + 1] == "," and _subordinate(words, line, draft):
        return _later_that(words, line, token, last)
    clause = _ccomp(words, line, token, finite)
    clause = clause if clause > last else _bare_clause(words, line, token, last, finite)
    clause = clause if clause > last else _later_that(words, line, token, last)
    return clause if clause >= 0 or "c" not in frames else _plain_clause(words, last, finite, frames, line)


def _subordinate(words: Words, line: Line, draft: Draft) -> bool:
    """Tell "After the union objected, the case was moved": an opener right before whose word it is."""
    opener = draft.source_tokens[0] - 1 if draft.source_tokens else -1
    return opener >= line.first and words.lower[opener] in cues.ADJUNCT_OPENERS | cues.SUBORDINATORS | {"if"}


def _turns(words: Words, at: int) -> bool:
    """Tell ", but": the outlet goes on in a clause of its own."""
    return words.lower[at] in ("but", "though", "although", "while") and words.lower[at - 1] == ","


def _quoted_clause(words: Words, line: Line, token: int, last: int, at: int, frames: str) -> int:
    """Give where what is said begins when a quotation opens at `at`: with the clause around it, or with the mark."""
    clause = _ccomp(words, line, token, at)
    if clause >= 0:
        return clause
    near = at - last <= _NEAR and not ("o" in frames and "c" not in frames) and not _title(words, line, at)
    return at if near else -1


def _title(words: Words, line: Line, at: int) -> bool:
    """Tell "wrote "War and Peace"": a few capitals without a stop are the title of a work."""
    inner = next((list(range(at + 1, t)) for t in range(at + 1, line.stop) if words.tag[t] in ("''", "``")), [])
    long = [t for t in inner if len(words.word[t]) > 3]
    stopped = bool(inner) and words.lower[inner[-1]] in (".", ",", "?", "!", "…")
    return 1 < len(inner) < 9 and not stopped and bool(long) and all(words.word[t][0].isupper() for t in long)


def _opener(words: Words, line: Line, draft: Draft, at: int, last: int, frames: str) -> int:
    """Give where content begins if the token at `at` opens it: "that", "whether", a colon, "to"."""
    lower = words.lower[at]
    if lower == "that" and ((at == last + 1 and not _points(words, at, draft.at)) or _complement(words, at, draft.at)):
        return at
    if lower == "that" and _opens_clause(words, line, at) and has_finite(words, line, at):
        return at
    if lower in ("whether", "how", "why") and words.pos[at] in ("SCONJ", "ADV") and at <= last + 4 and frames != "q":
        return at
    if lower == ":" and not (draft.group == "exclaim" and at + 1 < line.stop and not line.inside(at + 1)):
        if at + 1 < line.stop:
            return at + 1
        draft.marks.add("colon")
    if words.tag[at] == "TO" and at <= last + 6 and "i" in frames:
        governed = words.head[words.head[at]] == draft.at or at == last + 1 or "t" in frames
        return (at - 1 if words.lower[at - 1] == "not" else at) if governed else -1
    return -1


def _points(words: Words, that: int, verb: int) -> bool:
    """Tell "found that action illegal": the word goes with the verb's object."""
    return words.dep[that] == "det" and words.dep[words.head[that]] == "obj" and words.head[words.head[that]] == verb


def _opens_clause(words: Words, line: Line, that: int) -> bool:
    """Tell "told reporters on Monday that the toll stood": a subject follows, which no relative pronoun allows."""
    after = that + 1
    subject = after + 1 < line.stop and words.pos[after] in ("DET", "PRON", "PROPN") and words.dep[that] != "det"
    return words.dep[that] == "mark" or (subject and words.pos[that - 1] in ("PROPN", "ADV"))


def _complement(words: Words, that: int, verb: int) -> bool:
    """Tell a "that" whose clause the parser gives to the verb, whatever it takes the clause's verb for."""
    return words.dep[that] == "mark" and words.head[words.head[that]] == verb


def _participle_cue(words: Words, at: int) -> bool:
    cites = words.lower[at] in ("citing", "quoting")
    return words.lower[at] in cues.VERB_OF and words.tag[at] == "VBG" and words.lower[at - 1] == "," and not cites


def _plain_clause(words: Words, last: int, finite: int, frames: str, line: Line) -> int:
    """Take the words after the cue for a clause, where the parse shows none: after whom it is told to, and when."""
    at = last + 1
    if "t" in frames:
        at = max(noun_after(words, line, at), last) + 1
    while at < finite and (words.lower[at] in DAYS | TIMES or words.pos[at] == "ADV"):
        at += 1
    if at > finite or any(words.lower[t] in (",", ";") or words.tag[t].startswith("W") for t in range(at, finite)):
        return -1
    opens = words.pos[at] in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM") and not words.tag[at].startswith("W")
    return at if at < finite and opens else -1


def _ccomp(words: Words, line: Line, token: int, near: int) -> int:
    """Give where the clause that the parser makes the verb's complement begins, if it does so before `near`."""
    for child in words.children[token]:
        if child > token and words.dep[child] in ("ccomp", "parataxis") and child < line.stop:
            start = min(words.subtree(child, (token + 1, line.stop)))
            fits = words.lower[start] not in cues.SUBORDINATORS and words.lower[start] != ","
            return start if start <= near and fits else -1
    return -1


def _later_that(words: Words, line: Line, token: int, last: int) -> int:
    """Give the "that" after an aside: "said when asked that ...", or -1."""
    thats = (t for t in range(last + 1, line.stop) if words.lower[t] == "that" and words.dep[t] == "mark")
    return next((t for t in thats if words.head[words.head[t]] == token), -1)


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
        opens = words.lower[at] in cues.SUBORDINATORS and words.dep[at] != "case"
        if opens or governed or words.tag[at] == "TO":
            return -1
    return min(words.subtree(subject, (last + 1, line.stop)))


def content_stop(words: Words, line: Line, token: int, start: int) -> int:
    """Give where content after the cue ends: before a further cue of the same speaker, or a contrast."""
    closing = _closing_marks(words, line, token)
    for at in range(start + 1, line.stop):
        if line.inside(at):
            continue
        if words.lower[at] in closing:
            return at
        if words.lower[at] == ";" or (words.lower[at] == "," and _cue_follows(words, line, at)):
            return at
        if words.pos[at] == "CCONJ" and _second_predicate(words, token, at):
            return at - 1 if words.lower[at - 1] == "," else at
    return line.stop


def _closing_marks(words: Words, line: Line, token: int) -> tuple[str, ...]:
    """Give the marks that end an aside around the cue: "prices - even as he says they fell - rose", "(he said so)"."""
    before = [words.lower[t] for t in range(line.first, token) if not line.inside(t)]
    dashes = [mark for mark in before if mark in _DASHES]
    bracket = (")",) if before.count("(") > before.count(")") else ()
    return (*bracket, *(_DASHES if len(dashes) % 2 else ()))


_DASHES = ("—", "–", "--")


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
