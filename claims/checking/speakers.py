"""Whom "I" and "we" stand for: who speaks, and the body that the speaker speaks for."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from claims.checking.mentions import Mention
from claims.names.words import SAYING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from claims.checking.index import Index
    from claims.language import Document
    from claims.language.quotations import Quotation
    from claims.types import Span

ALONE, TOGETHER = frozenset("i me my mine myself".split()), frozenset("we us our ours ourselves".split())
SPEECH = SAYING | {"say", "call", "put", "continue", "remark", "laugh", "shout", "complain", "boast"}
REACH = 160
"""Characters beside a quotation in which its speaker is named."""
KNOWN = 0.9


class Speakers:
    """Finds in one document what the first person stands for, once names and pronouns are known."""

    def __init__(self, index: Index, document: Document, mentions: Sequence[Mention]) -> None:
        self.index, self.document, self.mentions = index, document, mentions
        self.starts = [m.start for m in mentions]

    def found(self) -> Iterator[Mention]:
        """Yield "I" with the person who speaks, "we" with the body that he speaks for."""
        subject: Token | None = None
        paragraph: Span = (0, 0)
        for quotation in self.document.quotations:
            around = next((p for p in self.document.paragraphs if p[0] <= quotation.start < p[1]), paragraph)
            if around != paragraph and not quotation.continues:
                subject = None
            paragraph, subject = around, self._subject(quotation, around) or subject
            for token in self.document.line(*quotation.inner):
                if token.lower_ in ALONE | TOGETHER and (stands := self._stands_for(token, subject)):
                    value, weight, person = stands
                    end = token.idx + len(token.text)
                    yield Mention(token.idx, end, token.text, ((value, weight),), person, back=True)

    def _stands_for(self, token: Token, subject: Token | None) -> tuple[str, float, bool] | None:
        speaker = self._mention(subject) if subject is not None else None
        known = speaker is not None and speaker.person and len(speaker.values) == 1
        if token.lower_ in ALONE:
            return (speaker.best, KNOWN, True) if speaker is not None and known else None
        if speaker is not None and known and (body := self.index.body_of(speaker.best)):
            return body, KNOWN, False
        if speaker is not None and not speaker.person and speaker.best in self.index.owners:
            return speaker.best, KNOWN, False
        described = self._bodies((subject.left_edge.idx, subject.right_edge.idx)) if subject is not None else []
        return (described[0].best, KNOWN, False) if described else None

    def _subject(self, quotation: Quotation, paragraph: Span) -> Token | None:
        """Give the subject of the verb of saying beside a quotation: behind it, else before it."""
        after = self.document.line(quotation.end, min(paragraph[1], quotation.end + REACH))
        before = self.document.line(max(paragraph[0], quotation.start - REACH), quotation.start)
        for tokens in (after, reversed(list(before))):
            for token in tokens:
                if self.document.quotation(token.idx) or token.text == "\n":
                    break
                if token.lemma_.lower() in SPEECH:
                    subject = next((c for c in token.children if c.dep_ in ("nsubj", "nsubj:pass")), None)
                    if subject is not None and not self.document.quotation(subject.idx):
                        return subject
        return None

    def _mention(self, token: Token) -> Mention | None:
        at = bisect_left(self.starts, token.idx + 1) - 1
        return self.mentions[at] if at >= 0 and self.mentions[at].end > token.idx else None

    def _bodies(self, span: Span) -> list[Mention]:
        inside = self.mentions[bisect_left(self.starts, span[0]) : bisect_left(self.starts, span[1] + 1)]
        return [m for m in inside if not m.person and m.values and m.best in self.index.owners]
