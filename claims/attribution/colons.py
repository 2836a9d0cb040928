"""Attribution by a colon or a dash: headlines, captions before a quotation, interviews."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.attribution import sources
from claims.attribution.phrases import Draft, set_source
from claims.attribution.predicates import before_colon
from claims.attribution.words import FINITE

if TYPE_CHECKING:
    from claims.attribution.words import Line, Words

_SPEAKER = re.compile(r"[\"“]?([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}):\s+\S")
_SIGNED = re.compile(r"\s*[—–―]{1,2}[^\S\n]?((?:[A-Z][\w.'’-]*[^\S\n]?){1,4}(?:,[^\n.]{0,60})?)\s*?(?=\n|$)")
_NO_SPEAKER = frozenset("q question note update correction".split())
_STOPS = frozenset([".", "!", "?"])
_DASHES = frozenset(["–", "—", "-"])
_HEADS = (
    sources.ANONYMOUS_HEADS
    | sources.GENERIC_HEADS
    | sources.OFFICIALS
    | sources.SECONDHAND_HEADS
    | sources.DOCUMENTS
    | sources.BODIES
    | sources.PERSON_NOUNS
)


def by_colon(words: Words, line: Line) -> Draft | None:
    """Read "PM to resign: sources", "Rao: 'We won'", "Dollars may be capped - bankers"."""
    marks = [t for t in range(line.first + 1, line.stop - 1) if _is_mark(words, line, t)]
    if not marks:
        return None
    return _speaker_last(words, line, marks[-1]) or _speaker_first(words, line, marks[0])


def _is_mark(words: Words, line: Line, token: int) -> bool:
    spaced = words.lower[token] in _DASHES and words.start[token] > words.end[token - 1]
    return (spaced or words.lower[token] == ":") and not line.inside(token)


def _speaker_last(words: Words, line: Line, mark: int) -> Draft | None:
    """Read "Bridge to close in May: minister"."""
    last = words.lower[line.stop - 1]
    if not 0 < line.stop - 1 - mark <= 5 or last in _STOPS or mark - line.first < 3:
        return None
    name = words.lower[mark] == ":" and all(words.pos[t] == "PROPN" for t in range(mark + 1, line.stop))
    if last not in _HEADS and not (line.number == 0 and (name or last in sources.ROLES)):
        return None
    draft = _draft(words, line, "colon", mark + 1, line.stop)
    draft.content, draft.order = [(words.start[line.first], words.end[mark - 1])], "content first"
    return draft


def _speaker_first(words: Words, line: Line, mark: int) -> Draft | None:
    """Read "Minister: bridge to close in May", and a name before a quotation."""
    quoted = line.inside(mark + 1)
    if quoted and words.lower[mark] == ":" and (acts := before_colon(words, line, mark)):
        return acts
    short = mark - line.first <= 6 and words.lower[mark] == ":" and (quoted or line.number == 0)
    known = words.lower[mark - 1] in _HEADS or (line.number == 0 and words.lower[mark - 1] in sources.ROLES)
    if any(words.tag[t] in FINITE for t in range(line.first, mark)):
        return None
    named = any(words.pos[t] == "PROPN" or words.word[t].isupper() for t in range(line.first, mark))
    if not short or not (known or named):
        return None
    place = words.word[line.first].isupper() and len(words.word[line.first]) > 3
    headline = mark - line.first <= 3 and not (place and words.lower[line.stop - 1] in _STOPS)
    if not (quoted or known or headline):
        return None
    draft = _draft(words, line, "colon", line.first, mark)
    draft.content, draft.order = [(words.start[mark + 1], line.end)], "cue first"
    return draft


def _draft(words: Words, line: Line, rule: str, first: int, stop: int) -> Draft:
    draft = Draft(rule, rule, ":", line.number, [])
    name = next((t for t in range(first + 1, stop) if words.lower[t] == ","), stop)
    head = next((t for t in range(name - 1, first - 1, -1) if words.pos[t] in ("NOUN", "PROPN")), name - 1)
    set_source(words, line, draft, first, stop, head)
    return draft


def signatures(words: Words, lines: list[Line]) -> list[Draft]:
    """Read a quotation that its author's name follows after a dash: letters, comments, pull quotes."""
    quotations = sorted({(q.start, q.end): q for line in lines for q in line.quotations}.items())
    found = []
    for (start, end), _ in quotations:
        signed = _SIGNED.match(words.text, end)
        line = next((n for n in lines if signed and n.start <= signed.start(1) < n.end), None)
        if not signed or line is None:
            continue
        first, stop = bisect_left(words.start, signed.start(1)), bisect_left(words.start, signed.end(1))
        opener = next(n for n in lines if n.start <= start < n.end)
        draft = _draft(words, line, "signature", first, stop)
        draft.line, draft.content, draft.order = opener.number, [(start, min(end, opener.end))], "content first"
        found.append(draft)
    return found


def dialogue(words: Words, lines: list[Line]) -> tuple[list[Draft], set[int]]:
    """Read an interview: paragraphs that open with the speaker's name or with "A:"; and the lines that it takes."""
    turns: dict[str, list[Line]] = {}
    for line in lines:
        opens = line.number == 0 or lines[line.number - 1].paragraph != line.paragraph
        found = _SPEAKER.match(words.text, line.start, line.end) if opens else None
        if found and found[1].lower() not in _NO_SPEAKER:
            turns.setdefault(found[1], []).append(line)
    drafts, taken = [], set()
    for opener in [line for same in turns.values() if len(same) > 1 for line in same]:
        draft, numbers = _turn(words, lines, opener)
        drafts.append(draft)
        taken |= numbers
    return drafts, taken


def _turn(words: Words, lines: list[Line], line: Line) -> tuple[Draft, set[int]]:
    """Give one speaker's turn the whole paragraph."""
    if words.lower[line.first] in ('"', "“"):
        line = replace(line, first=line.first + 1, quoted=line.quoted[1:])
    stop = next((t for t in range(line.first, line.stop) if words.lower[t] == ":"), line.first + 1)
    draft = _draft(words, line, "dialogue", line.first, stop)
    draft.content, draft.order = [(words.start[min(stop + 1, line.stop - 1)], line.end)], "cue first"
    last = line.number + 1
    while last < len(lines) and lines[last].paragraph == line.paragraph:
        draft.content.append((lines[last].start, lines[last].end))
        last += 1
    return draft, set(range(line.number, last))
