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


_CLAUSES = ("ccomp", "xcomp")


_OPENING = frozenset("\"“‘`'«")


_CONNECTING = frozenset("that whether if how why what who when where".split())


def arrange(words: Words, line: Line, draft: Draft, token: int, last: int) -> Draft | None:
    """Find the content: after the cue, before it, or on both sides."""
    frames = cues.FRAMES[draft.verb]
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
    before = strip_starters(words, line, line.first, block)
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
    if (
        quote_before
        and not participle
        and not (fronted and not line.inside(before))
        and _is_speech(words, line, before, block)
    ):
        draft.order = "content first"
        draft.content = [(words.start[before], words.end[block - 1])]
        _and_after(words, line, draft, stop, True)
        return draft
    following = content_after(words, line, draft, token, last, required=True)
    if following is not None or "colon" in draft.marks:
        return following or draft
    headline = line.number == 0 and words.lower[line.stop - 1] != "."
    if (
        comma_before
        and not participle
        and (headline or has_verb(words, before, block))
        and "c" in frames + ("c" if draft.group in ("show", "contain", "predict") else "")
    ):
        draft.order = "content first"
        draft.content = [(words.start[before], words.end[block - 1])]
        _and_after(words, line, draft, stop, False)
        return draft
    return _object(words, line, draft, token, last)


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
    frames = cues.FRAMES.get(draft.verb, "c")
    if frames in ("e", "a", "p", "x"):
        return -1
    if frames == "h":
        that = next(
            (
                t
                for t in range(last + 1, min(last + 8, line.stop))
                if words.lower[t] == "that" and words.dep[t] == "mark"
            ),
            -1,
        )
        return that if that >= 0 else max(_ccomp(words, line, token, line.stop), -1)
    finite = -1
    if last + 1 < line.stop and words.tag[last + 1] == "VBG" and draft.group in ("admit", "deny", "say", "hint"):
        return last + 1
    for at in range(last + 1, line.stop):
        lower = words.lower[at]
        if line.inside(at) and finite < 0:
            clause = _ccomp(words, line, token, at)
            if clause >= 0:
                return clause
            if "o" in frames and "c" not in frames:
                return -1
            return at if _quote_is_said(words, line, draft, last, at) else -1
        if lower == "that" and (at == last + 1 or (words.dep[at] == "mark" and has_finite(words, line, at))):
            return at
        if (
            lower in ("whether", "how", "why")
            and words.pos[at] in ("SCONJ", "ADV")
            and at <= last + 4
            and frames != "q"
        ):
            return at
        if lower == ":" and at + 1 < line.stop:
            return at + 1
        if lower == ":":
            draft.marks.add("colon")
            return -1
        if at > last + 1 and lower in (";",):
            break
        if words.tag[at] in FINITE and finite < 0:
            finite = at
            break
        if lower == "to" and words.tag[at] == "TO" and at <= last + 6 and "i" in frames and words.head[at] != at:
            if words.head[words.head[at]] == token or at == last + 1 or "t" in frames:
                return at - 1 if words.lower[at - 1] == "not" else at
        if lower in cues.VERB_OF and words.tag[at] == "VBG" and words.lower[at - 1] == ",":
            break
    if finite < 0 or frames == "q":
        return -1
    clause = _ccomp(words, line, token, finite)
    if clause > last:
        return clause
    clause = _bare_clause(words, line, token, last, finite, frames)
    return clause if clause >= 0 or "c" not in frames else _plain_clause(words, line, last, finite, frames)


def _plain_clause(words: Words, line: Line, last: int, finite: int, frames: str) -> int:
    """Take the words after the cue for a clause, where the parse shows none: after whom it is told to, and when."""
    at = last + 1
    if "t" in frames:
        at = max(noun_after(words, line, at), last) + 1
    while at < finite and (words.lower[at] in DAYS | TIMES or words.pos[at] == "ADV"):
        at += 1
    if any(words.lower[t] in (",", ";") or words.tag[t].startswith("W") for t in range(at, finite)):
        return -1
    if (
        at >= finite
        or words.pos[at] not in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM")
        or words.tag[at].startswith("W")
    ):
        return -1
    return at


def _ccomp(words: Words, line: Line, token: int, near: int) -> int:
    """Give where the clause that the parser makes the verb's complement begins, if it does so before `near`."""
    for child in words.children[token]:
        if child > token and words.dep[child] in ("ccomp", "parataxis") and child < line.stop:
            tree = words.subtree(child, (token + 1, line.stop))
            return min(tree) if min(tree) <= near else -1
    return -1


def _quote_is_said(words: Words, line: Line, draft: Draft, last: int, at: int) -> bool:
    """Tell whether a quotation after the cue is what was said: near, and no object of another kind."""
    return at - last <= 14


def _bare_clause(words: Words, line: Line, token: int, last: int, finite: int, frames: str) -> int:
    """Take the clause without "that": from the finite verb back to its subject."""
    subject = words.subject(finite, *SUBJECTS, "expl")
    governor = finite
    if subject < 0:
        governor = words.head[finite]
        subject = words.subject(governor, *SUBJECTS, "expl") if line.first <= governor < line.stop else -1
    if subject <= last or subject > finite:
        return -1
    if any(
        words.lower[t] in ("who", "which", "as", "when", "while", "after", "before", "because", "where")
        for t in range(last + 1, subject + 1)
    ):
        return -1
    if any(
        (words.pos[t] in ("VERB", "AUX") and words.head[t] == token) or words.tag[t] == "TO"
        for t in range(last + 1, subject)
    ):
        return -1
    tree = words.subtree(subject, (last + 1, line.stop))
    return min(tree)


def content_stop(words: Words, line: Line, token: int, start: int) -> int:
    """Give where content after the cue ends: before a further cue of the same speaker, or a contrast."""
    for at in range(start + 1, line.stop):
        if line.inside(at):
            continue
        lower = words.lower[at]
        if lower == ";":
            return at
        if lower == "," and at + 1 < line.stop:
            nxt = at + 1
            while nxt + 1 < line.stop and words.pos[nxt] in ("CCONJ", "ADV"):
                nxt += 1
            if words.tag[nxt] == "VBG" and cues.GROUP.get(cues.VERB_OF.get(words.lower[nxt], "")) in cues.LIFTED:
                return at
            if words.lower[at + 1] == "according":
                return at
        if words.pos[at] == "CCONJ" and _second_predicate(words, line, token, at):
            return at - 1 if words.lower[at - 1] == "," else at
    return line.stop


def _second_predicate(words: Words, line: Line, token: int, conjunction: int) -> bool:
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
    if draft.verb in cues.WITH_OBJECT or draft.group == "request":
        frames += "o"
    if not set(frames) & set("oeapxd"):
        if draft.verb == "speak" or (
            frames.startswith("c") and draft.group in ("say", "hint", "warn", "complain", "write")
        ):
            return _oblique(words, line, draft, token, last)
        return None
    target = next(
        (c for c in words.children[token] if c > token and words.dep[c] in ("obj", "xcomp", "obl", "ccomp", "iobj")), -1
    )
    first = last + 1
    while first < line.stop and (words.pos[first] in ("ADV", "PUNCT") and not line.inside(first)):
        first += 1
    if target < 0 and first >= line.stop:
        return None
    draft.marks.add("object")
    draft.order = "cue first"
    stop = content_stop(words, line, token, first)
    if first >= stop:
        return None
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
