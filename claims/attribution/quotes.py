"""Attributions that need more than one sentence: quotations that run on or stand free, colons, headlines, blocks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.attribution import sources
from claims.attribution.phrases import Draft, set_source

if TYPE_CHECKING:
    from claims.attribution.words import Line, Words
    from claims.language import Document
    from claims.types import Span

_SPEAKER = re.compile(r"[\"“]?((?:[A-Z][\w.'’-]*)(?: [A-Z][\w.'’-]*){0,2}):\s+\S")
_FIRST_PERSON = frozenset("i we my our us me mine ours myself ourselves".split())
_WORD = re.compile(r"\w+")
_SPEECH_RULES = frozenset(["verb", "according", "quoted as", "colon", "free quote"])
_HEADLINE_HEADS = (
    sources.ANONYMOUS_HEADS
    | sources.GENERIC_HEADS
    | sources.OFFICIALS
    | sources.SECONDHAND_HEADS
    | sources.DOCUMENTS
    | sources.BODIES
    | sources.PERSON_NOUNS
)


def complete(document: Document, words: Words, lines: list[Line], drafts: list[Draft]) -> list[Draft]:
    """Add what single sentences do not show; give the drafts in the order of the text."""
    spoken = _dialogue(words, lines)
    taken = {number for d in spoken for number in d.marks_lines}
    drafts = [d for d in drafts if d.line not in taken] + spoken
    drafts = drafts + [d for line in lines for d in _colon(words, line, drafts) if line.number not in taken]
    by_line: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_line.setdefault(draft.line, []).append(draft)
    for group in by_line.values():
        group.sort(key=lambda d: (d.cue or d.source or d.content)[0])
    for draft in drafts:
        _open_end(lines, draft)
    _run_on(lines, drafts)
    _letters(words, lines, drafts)
    _free_quotes(words, lines, by_line)
    _blocks(document, lines, by_line)
    found = [d for group in by_line.values() for d in group if d.content]
    return sorted(found, key=lambda d: (d.line, (d.cue or d.source or d.content)[0]))


def _dialogue(words: Words, lines: list[Line]) -> list[Draft]:
    """Read an interview: paragraphs that open with the speaker's name or with "A:"."""
    openers: dict[str, list[Line]] = {}
    for line in lines:
        opens = line.number == 0 or lines[line.number - 1].paragraph != line.paragraph
        found = _SPEAKER.match(words.text, line.start, line.end) if opens else None
        if found:
            openers.setdefault(found[1], []).append(line)
    drafts = []
    for name, turns in openers.items():
        if len(turns) < 2 or name.lower() in ("q", "question", "note", "update", "correction"):
            continue
        for turn in turns:
            draft = Draft("dialogue", "dialogue", ":", turn.number, [])
            if words.lower[turn.first] in ('"', "“"):
                turn = _without_mark(turn)
            stop = next((t for t in range(turn.first, turn.stop) if words.lower[t] == ":"), turn.first + 1)
            set_source(words, turn, draft, turn.first, stop, stop - 1)
            pieces = [line for line in lines[turn.number :] if line.paragraph == turn.paragraph]
            first = words.start[stop + 1] if stop + 1 < turn.stop else turn.end
            draft.content = [(first, turn.end), *((line.start, line.end) for line in pieces[1:])]
            draft.marks_lines = {line.number for line in pieces}
            draft.order = "cue first"
            drafts.append(draft)
    return drafts


def _without_mark(turn: Line) -> Line:
    """Step over the quotation mark before a speaker's name."""
    return replace(turn, first=turn.first + 1, quoted=turn.quoted[1:])


def _colon(words: Words, line: Line, drafts: list[Draft]) -> list[Draft]:
    """Read "PM to resign: sources", "Rao: 'We won'", "Dollars may be capped - bankers"."""
    if any(d.line == line.number for d in drafts):
        return []
    marks = [
        t
        for t in range(line.first + 1, line.stop - 1)
        if words.lower[t] in (":", "–", "—", "-")
        and not line.inside(t)
        and words.start[t] > words.end[t - 1] - (words.lower[t] == ":")
    ]
    if not marks:
        return []
    last = marks[-1]
    if 0 < line.stop - 1 - last <= 5 and words.lower[line.stop - 1] not in (".", "!", "?") and last - line.first >= 3:
        tail = range(last + 1, line.stop)
        if words.lower[line.stop - 1] in _HEADLINE_HEADS or (
            words.lower[last] == ":" and line.number == 0 and all(words.pos[t] == "PROPN" for t in tail)
        ):
            draft = _made("colon", words, line, last + 1, line.stop)
            draft.content = [(words.start[line.first], words.end[last - 1])]
            draft.order = "content first"
            return [draft]
    first = marks[0]
    quoted = first + 1 < line.stop and line.inside(first + 1)
    if words.lower[first] == ":" and first - line.first <= 6 and (quoted or line.number == 0):
        named = (
            any(words.pos[t] == "PROPN" for t in range(line.first, first)) or words.lower[first - 1] in _HEADLINE_HEADS
        )
        headline = words.lower[line.stop - 1] not in (".", "!", "?") and first - line.first <= 3
        if named and (quoted or words.lower[first - 1] in _HEADLINE_HEADS or headline):
            draft = _made("colon", words, line, line.first, first)
            draft.content = [(words.start[first + 1], line.end)]
            draft.order = "cue first"
            return [draft]
    return []


def _made(rule: str, words: Words, line: Line, first: int, stop: int) -> Draft:
    draft = Draft(rule, "colon", ":", line.number, [])
    head = next((t for t in range(stop - 1, first - 1, -1) if words.pos[t] in ("NOUN", "PROPN")), stop - 1)
    set_source(words, line, draft, first, stop, head)
    return draft


def _open_end(lines: list[Line], draft: Draft) -> None:
    """Give "He wrote:" the paragraph or quotation that follows."""
    if draft.content or "colon" not in draft.marks or draft.line + 1 >= len(lines):
        return
    following = lines[draft.line + 1]
    quotation = next((q for q in following.quotations if q.start == following.start), None)
    end = quotation.end if quotation else following.end
    for line in lines[draft.line + 1 :]:
        same = line.start < end if quotation else line.paragraph == following.paragraph
        if not same:
            break
        draft.content.append((line.start, min(line.end, end) if quotation else line.end))
    draft.order = "cue first"


def _letters(words: Words, lines: list[Line], drafts: list[Draft]) -> None:
    """Let a letter quoted without marks run on while it speaks in the first person."""
    for draft in drafts:
        line = lines[draft.line]
        colon = draft.at >= 0 and draft.at + 1 < line.stop and words.lower[draft.at + 1] == ":"
        if not colon or line.quotations or not draft.content or draft.group not in ("say", "write", "contain"):
            continue
        for following in lines[draft.line + 1 : draft.line + 9]:
            first_person = any(words.lower[t] in _FIRST_PERSON for t in range(following.first, following.stop))
            if following.quotations or not first_person:
                break
            draft.content.append((following.start, following.end))


def _run_on(lines: list[Line], drafts: list[Draft]) -> None:
    """Extend content over all sentences of a quotation that it touches, and its continuations."""
    chain = _chains(lines)
    for draft in drafts:
        for piece in list(draft.content):
            for line in lines[draft.line : draft.line + 1]:
                for quotation in line.quotations:
                    long = quotation.start < line.start or quotation.end > line.end or chain.get(quotation.start)
                    if long and quotation.start < piece[1] and piece[0] < quotation.end:
                        _cover(lines, draft, quotation.start, chain.get(quotation.start, quotation.end))
    for draft in drafts:
        draft.content.sort()


def _chains(lines: list[Line]) -> dict[int, int]:
    """Give, for each quotation that later paragraphs continue, where the last of them ends."""
    ordered = {q.start: q for line in lines for q in line.quotations}
    ends: dict[int, int] = {}
    first = None
    for start in sorted(ordered):
        quotation = ordered[start]
        if quotation.continues and first is not None:
            ends[first] = quotation.end
            ends[start] = quotation.end
        else:
            first = start
    return {start: max(ends[start], ordered[start].end) for start in ends}


def _cover(lines: list[Line], draft: Draft, start: int, end: int) -> None:
    for line in lines:
        if line.start >= end or line.end <= start or line.number == draft.line:
            continue
        piece = (max(line.start, start), min(line.end, end))
        if piece not in draft.content:
            draft.content.append(piece)


def quoted_share(words: Words, line: Line) -> float:
    """Give the share of a sentence's words that stand inside quotations."""
    inside = total = 0
    for token in range(line.first, line.stop):
        if words.pos[token] not in ("PUNCT", "SPACE"):
            total += 1
            inside += line.inside(token)
    return inside / total if total else 0.0


def _free_quotes(words: Words, lines: list[Line], by_line: dict[int, list[Draft]]) -> None:
    """Give quotations without a cue to the speaker around them."""
    covered = {number for group in by_line.values() for d in group for number in _lines_of(lines, d)}
    for line in lines:
        if (
            line.number in covered
            or not line.quotations
            or quoted_share(words, line) < 0.8
            or line.stop - line.first < 4
        ):
            continue
        draft = _speaker_near(words, lines, by_line, line)
        if draft is None:
            continue
        draft.content.append((line.start, line.end))
        draft.marks.add("runs on")
        covered.add(line.number)
        for quotation in line.quotations:
            if quotation.end > line.end:
                _cover(lines, draft, quotation.start, quotation.end)
                covered.update(_lines_of(lines, draft))


def _lines_of(lines: list[Line], draft: Draft) -> set[int]:
    return (
        {
            line.number
            for line in lines[max(0, draft.line - 1) :]
            for s, e in draft.content
            if s < line.end and line.start < e
        }
        if len(draft.content) > 1
        else {draft.line}
    )


def _speaker_near(words: Words, lines: list[Line], by_line: dict[int, list[Draft]], line: Line) -> Draft | None:
    """Find the attribution that a free quotation belongs to: before it, else after it in its paragraph."""
    opens = line.number == 0 or lines[line.number - 1].paragraph != line.paragraph
    for back in range(1, 4):
        at = line.number - back
        if at < 0 or lines[at].paragraph < line.paragraph - 1:
            break
        speakers = [d for d in by_line.get(at, []) if d.rule in _SPEECH_RULES and (d.source or d.rule == "free quote")]
        if speakers and not (opens and not line.quotations[0].continues and not lines[at].quotations):
            return max(speakers, key=lambda d: d.content[-1][1] if d.content else 0)
        if speakers:
            break
    after = line.number + 1
    if after < len(lines) and (lines[after].paragraph == line.paragraph or opens):
        speakers = [d for d in by_line.get(after, []) if d.rule == "verb" and d.source and "c" in d.order]
        if speakers and lines[after].paragraph == line.paragraph:
            return speakers[0]
    return _unnamed_speaker(words, lines, by_line, line)


def _unnamed_speaker(words: Words, lines: list[Line], by_line: dict[int, list[Draft]], line: Line) -> Draft | None:
    """Take the person last named before a free quotation for its speaker."""
    for back in range(1, 4):
        at = line.number - back
        if at < 0:
            break
        speakers = [d for d in by_line.get(at, []) if d.rule in _SPEECH_RULES and d.source]
        if speakers:
            return speakers[-1]
        previous = lines[at]
        for token in range(previous.stop - 1, previous.first - 1, -1):
            if words.pos[token] == "PROPN" and words.dep[token] in ("nsubj", "nsubj:pass", "obl:agent"):
                first = last = token
                while first > previous.first and words.pos[first - 1] == "PROPN":
                    first -= 1
                while last + 1 < previous.stop and words.pos[last + 1] == "PROPN":
                    last += 1
                draft = Draft("free quote", "free quote", "", line.number, [])
                set_source(words, previous, draft, first, last + 1, token)
                by_line.setdefault(line.number, []).append(draft)
                return draft
    return None


def _blocks(document: Document, lines: list[Line], by_line: dict[int, list[Draft]]) -> None:
    """Give a paragraph without marks that a quotation repeats to the quotation's speaker."""
    keys: dict[int, str] = {}
    for line in lines:
        keys[line.number] = _key(document.article.text[line.start : line.end])
    for group in list(by_line.values()):
        for draft in group:
            for number in sorted(_lines_of(lines, draft)):
                key = _key_of(document.article.text, lines[number], draft)
                if key.count(" ") >= 4:
                    _repeat(document, lines, by_line, keys, draft, number, key)


def _key(text: str) -> str:
    """Write words alike however they are quoted: lower case, no marks, no "and"."""
    return " ".join(w for w in _WORD.findall(text.lower()) if w != "and")


def _key_of(text: str, line: Line, draft: Draft) -> str:
    pieces: list[Span] = [
        (max(s, line.start), min(e, line.end)) for s, e in draft.content if s < line.end and line.start < e
    ]
    quoted = [p for p in pieces if any(q.start <= p[0] < q.end for q in line.quotations)]
    return _key(" ".join(text[s:e] for s, e in quoted))


def _repeat(
    document: Document,
    lines: list[Line],
    by_line: dict[int, list[Draft]],
    keys: dict[int, str],
    draft: Draft,
    number: int,
    key: str,
) -> None:
    for line in lines:
        if line.number == number or keys[line.number] != key or line.quotations or by_line.get(line.number):
            continue
        for other in lines:
            if other.paragraph == line.paragraph and not by_line.get(other.number):
                draft.content.append((other.start, other.end))
        draft.content.sort()
