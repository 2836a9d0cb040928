"""Attributions that reach over sentences: quotations that run on or stand free, letters, repeated blocks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from claims.attribution.colons import by_colon, dialogue, signatures
from claims.attribution.phrases import Draft, set_source

if TYPE_CHECKING:
    from claims.attribution.words import Line, Words
    from claims.types import Span

_FIRST_PERSON = frozenset("i we my our us me mine ours myself ourselves".split())
_WORD = re.compile(r"\w+")
_SPEECH_RULES = frozenset(["verb", "according", "quoted as", "colon", "free quote"])
_LETTER_GROUPS = ("say", "write", "contain")
_LONGEST_LETTER = 8  # sentences
_BACK = 3  # sentences before a free quotation in which its speaker is looked for
_MOSTLY = 0.8  # share of quoted words in a sentence that is a free quotation
_HEADING = 10  # tokens
_KEY_WORDS = 5  # words that two passages must share to be the same


def complete(words: Words, lines: list[Line], drafts: list[Draft]) -> list[Draft]:
    """Add what single sentences do not show; give the drafts in the order of the text."""
    spoken, taken = dialogue(words, lines)
    drafts = [d for d in drafts if d.line not in taken] + spoken
    signed = signatures(words, lines)
    drafts += [d for d in signed if not any(_touch(d, other) for other in drafts)]
    cued = {d.line for d in drafts} | taken
    colons = [by_colon(words, line) for line in lines if line.number not in cued]
    drafts += [d for d in colons if d is not None]
    return _Reach(words, lines, drafts).complete()


class _Reach:
    """The drafts of an article on their way over sentence ends."""

    def __init__(self, words: Words, lines: list[Line], drafts: list[Draft]) -> None:
        self.words, self.lines = words, lines
        self.starts = [line.start for line in lines]
        self.by_line: dict[int, list[Draft]] = {}
        for draft in sorted(drafts, key=_place):
            self.by_line.setdefault(draft.line, []).append(draft)

    def complete(self) -> list[Draft]:
        ends = self.chain_ends()
        for draft in self.drafts():
            self.open_end(draft)
            self.run_on(draft, ends)
            self.letter(draft)
        self.free_quotations()
        self.repeated_blocks()
        found = [d for d in self.drafts() if d.content]
        for draft in found:
            draft.content.sort()
        return sorted(found, key=lambda d: (d.line, _place(d)))

    def drafts(self) -> list[Draft]:
        return [draft for group in self.by_line.values() for draft in group]

    def touched(self, span: Span) -> range:
        """Give the numbers of the sentences that a span touches."""
        first = max(bisect_right(self.starts, span[0]) - 1, 0)
        return range(first, max(bisect_left(self.starts, span[1]), first + 1))

    def cover(self, draft: Draft, start: int, end: int) -> None:
        """Add the sentences of a quotation to a draft, one piece each."""
        for number in self.touched((start, end)):
            line = self.lines[number]
            piece = (max(line.start, start), min(line.end, end))
            if number != draft.line and piece[0] < piece[1] and piece not in draft.content:
                draft.content.append(piece)

    def open_end(self, draft: Draft) -> None:
        """Give "He wrote:" the paragraph or quotation that follows."""
        if draft.content or "colon" not in draft.marks or draft.line + 1 >= len(self.lines):
            return
        following = self.lines[draft.line + 1]
        quotation = next((q for q in following.quotations if q.start == following.start), None)
        end = quotation.end if quotation else following.end
        for line in self.lines[draft.line + 1 :]:
            if line.start >= end if quotation else line.paragraph != following.paragraph:
                break
            draft.content.append((line.start, min(line.end, end) if quotation else line.end))
        draft.order = "cue first"

    def chain_ends(self) -> dict[int, int]:
        """Give, for each quotation that later paragraphs continue, where the last of them ends."""
        ends: dict[int, int] = {}
        chain: list[int] = []
        for quotation in sorted({q for line in self.lines for q in line.quotations}, key=lambda q: q.start):
            chain = [*chain, quotation.start] if quotation.continues and chain else [quotation.start]
            if len(chain) > 1:
                ends |= dict.fromkeys(chain, quotation.end)
        return ends

    def run_on(self, draft: Draft, ends: dict[int, int]) -> None:
        """Extend content over all sentences of a quotation that it touches, and its continuations."""
        line = self.lines[draft.line]
        for quotation in line.quotations:
            end = ends.get(quotation.start, quotation.end)
            longer = quotation.start < line.start or end > line.end
            if longer and any(quotation.start < e and s < quotation.end for s, e in draft.content):
                self.cover(draft, quotation.start, end)

    def letter(self, draft: Draft) -> None:
        """Let a letter quoted without marks run on while it speaks in the first person."""
        line = self.lines[draft.line]
        colon = draft.at >= 0 and draft.at + 1 < line.stop and self.words.lower[draft.at + 1] == ":"
        if not colon or line.quotations or not draft.content or draft.group not in _LETTER_GROUPS:
            return
        for following in self.lines[draft.line + 1 : draft.line + 1 + _LONGEST_LETTER]:
            spoken = self.words.lower[following.first : following.stop]
            if following.quotations or not _FIRST_PERSON.intersection(spoken):
                break
            draft.content.append((following.start, following.end))

    # quotations without a cue

    def free_quotations(self) -> None:
        """Give quotations without a cue to the speaker around them."""
        covered = {n for d in self.drafts() for span in d.content for n in self.touched(span)}
        for line in self.lines:
            if line.number in covered or self.is_heading(line) or quoted_share(self.words, line) < _MOSTLY:
                continue
            draft = self.speaker(line)
            if draft is None:
                continue
            draft.content.append((line.start, line.end))
            draft.marks.add("runs on")
            for quotation in line.quotations:
                self.cover(draft, quotation.start, quotation.end)
            covered.update(n for span in draft.content for n in self.touched(span))

    def is_heading(self, line: Line) -> bool:
        """Tell a few words between single marks: a title rather than speech."""
        few = line.stop - line.first
        return few < 4 or (few < _HEADING and self.words.text[line.start] in "'\u2018")

    def speaker(self, line: Line) -> Draft | None:
        """Find the attribution that a free quotation belongs to: before it, else after it in its paragraph."""
        opens = line.number == 0 or self.lines[line.number - 1].paragraph != line.paragraph
        resumes = line.quotations[0].continues
        for at in range(line.number - 1, max(line.number - 1 - _BACK, -1), -1):
            if self.lines[at].paragraph < line.paragraph - 1:
                break
            speakers = self.speakers(at)
            if speakers and (not opens or resumes or self.lines[at].quotations):
                return max(speakers, key=lambda d: d.content[-1][1] if d.content else 0)
            if speakers:
                break
        after = line.number + 1
        if after < len(self.lines) and self.lines[after].paragraph == line.paragraph and self.speakers(after):
            return self.speakers(after)[0]
        return self.last_named(line)

    def speakers(self, number: int) -> list[Draft]:
        return [d for d in self.by_line.get(number, []) if d.rule in _SPEECH_RULES and d.source]

    def last_named(self, line: Line) -> Draft | None:
        """Take the person last named before a free quotation for its speaker."""
        for at in range(line.number - 1, max(line.number - 1 - _BACK, -1), -1):
            if self.speakers(at):
                return self.speakers(at)[-1]
            draft = self.subject_named(self.lines[at], line.number)
            if draft is not None:
                self.by_line.setdefault(line.number, []).append(draft)
                return draft
        return None

    def subject_named(self, line: Line, number: int) -> Draft | None:
        words = self.words
        subjects = [t for t in range(line.first, line.stop) if words.pos[t] == "PROPN" and words.dep[t] in _ACTORS]
        if not subjects:
            return None
        first = last = subjects[-1]
        while first > line.first and words.pos[first - 1] == "PROPN":
            first -= 1
        while last + 1 < line.stop and words.pos[last + 1] == "PROPN":
            last += 1
        draft = Draft("free quote", "free quote", "", number, [])
        set_source(words, line, draft, first, last + 1, subjects[-1])
        return draft

    # blocks

    def repeated_blocks(self) -> None:
        """Give a paragraph without marks that a quotation repeats to the quotation's speaker."""
        bare = [line for line in self.lines if not line.quotations and line.number not in self.by_line]
        found: dict[str, list[Line]] = {}
        for line in bare:
            found.setdefault(_key(self.words.text[line.start : line.end]), []).append(line)
        for draft in self.drafts():
            for number in sorted({n for span in draft.content for n in self.touched(span)}):
                for line in found.get(self.quoted_key(draft, self.lines[number]), []):
                    self.take_paragraph(draft, line)

    def quoted_key(self, draft: Draft, line: Line) -> str:
        """Give the words of a draft in a sentence, where they are quoted and enough to be known again."""
        pieces = [(max(s, line.start), min(e, line.end)) for s, e in draft.content if s < line.end and line.start < e]
        quoted = [p for p in pieces if any(q.start <= p[0] < q.end for q in line.quotations)]
        key = _key(" ".join(self.words.text[s:e] for s, e in quoted))
        return key if key.count(" ") + 1 >= _KEY_WORDS else "\n"

    def take_paragraph(self, draft: Draft, line: Line) -> None:
        first = last = line.number
        while first > 0 and self.lines[first - 1].paragraph == line.paragraph:
            first -= 1
        while last + 1 < len(self.lines) and self.lines[last + 1].paragraph == line.paragraph:
            last += 1
        for other in self.lines[first : last + 1]:
            if other.number not in self.by_line and (other.start, other.end) not in draft.content:
                draft.content.append((other.start, other.end))


_ACTORS = ("nsubj", "nsubj:pass", "obl:agent")


def _touch(draft: Draft, other: Draft) -> bool:
    return any(a < d and c < b for a, b in draft.content for c, d in other.content)


def _place(draft: Draft) -> Span:
    return (draft.cue or draft.source or draft.content)[0]


def _key(text: str) -> str:
    """Write words alike however they are quoted: lower case, no marks, no "and"."""
    return " ".join(w for w in _WORD.findall(text.lower()) if w != "and")


def quoted_share(words: Words, line: Line) -> float:
    """Give the share of a sentence's words that stand inside quotations."""
    solid = [t for t in range(line.first, line.stop) if words.pos[t] not in ("PUNCT", "SPACE")]
    return sum(map(line.inside, solid)) / len(solid) if solid and line.quotations else 0.0
