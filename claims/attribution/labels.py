"""On whose word a sentence and a statement rest, given the attributions of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.types import Attribution, Sentence, Sourcing, SourcingLabel

if TYPE_CHECKING:
    from claims.language import Document
    from claims.types import Span

GREATER_PART = 0.35
"""Share of a sentence's characters that attributed content must cover; the source and the cue take the rest."""


def sentence_labels(document: Document, attributions: tuple[Attribution, ...]) -> tuple[Sentence, ...]:
    """Say for each sentence on whose word the greater part of it rests."""
    return tuple(
        Sentence(start=start, end=end, sourcing=_label(document.article.text, (start, end), attributions))
        for start, end in document.sentences
    )


def _label(text: str, sentence: Span, attributions: tuple[Attribution, ...]) -> SourcingLabel:
    covered: dict[str, set[int]] = {}
    outermost: dict[int, tuple[int, SourcingLabel]] = {}
    for attribution in attributions:
        for start, end in attribution.content:
            for at in range(max(start, sentence[0]), min(end, sentence[1])):
                if text[at].isspace():
                    continue
                if at not in outermost or end - start > outermost[at][0]:
                    outermost[at] = (end - start, attribution.label)
    for at, (_, label) in outermost.items():
        covered.setdefault(label, set()).add(at)
    total = sum(not c.isspace() for c in text[sentence[0] : sentence[1]])
    if not total or sum(map(len, covered.values())) < GREATER_PART * total:
        return "own_voice"
    return "sourced" if len(covered.get("sourced", ())) >= len(covered.get("reported", ())) else "reported"


def sourcing_of(span: Span, attributions: tuple[Attribution, ...] | list[Attribution], document: Document) -> Sourcing:
    """Say on whose word a statement anchored at `span` rests: the outlet's own, unless content covers it.

    Of nested attributions the outermost speaks; its chain goes with it.
    """
    text = document.article.text
    holding = [(end - start, a) for a in attributions for start, end in a.content if start <= span[0] and span[1] <= end + 1]
    if not holding:
        return Sourcing()
    holding.sort(key=lambda pair: -pair[0])
    chosen = holding[0][1]
    return Sourcing(
        label=chosen.label,
        probability=chosen.probability,
        source=_words(text, chosen.source),
        cue=_words(text, chosen.cue),
        source_kind=chosen.source_kind,
        speaker=chosen.speaker,
        reasons=chosen.reasons,
    )


def _words(text: str, spans: tuple[Span, ...]) -> str:
    return " ... ".join(text[start:end] for start, end in spans)
