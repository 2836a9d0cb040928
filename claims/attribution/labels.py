"""On whose word a sentence and a statement rest, given the attributions of an article."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from claims.attribution.words import FINITE
from claims.types import Attribution, Sentence, Sourcing, SourcingLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.language import Document
    from claims.types import Span

MAIN, ASIDE = 0.1, 0.3
"""Share of a sentence that attributed content must cover: where the cue is its main verb, and elsewhere."""

_ALL_BUT_GAPS = 0.9
"""Share of a statement's characters that content must cover: all but marks and white space between its pieces."""


def sentence_labels(document: Document, attributions: tuple[Attribution, ...]) -> tuple[Sentence, ...]:
    """Say for each sentence on whose word the greater part of it rests."""
    reach: dict[int, list[tuple[Span, Attribution]]] = {}
    starts = [start for start, _ in document.sentences]
    for attribution in attributions:
        for start, end in attribution.content:
            first = max(bisect_right(starts, start) - 1, 0)
            for number in range(first, bisect_right(starts, end - 1)):
                reach.setdefault(number, []).append(((start, end), attribution))
    return tuple(
        Sentence(start=span[0], end=span[1], sourcing=_label(document, span, reach.get(number, [])))
        for number, span in enumerate(document.sentences)
    )


def _label(document: Document, sentence: Span, pieces: list[tuple[Span, Attribution]]) -> SourcingLabel:
    if not pieces:
        return "own_voice"
    text = document.article.text
    owner: dict[int, Attribution] = {}
    for (start, end), attribution in sorted(pieces, key=lambda p: p[0][1] - p[0][0]):
        owner |= dict.fromkeys(range(max(start, sentence[0]), min(end, sentence[1])), attribution)
    total = sum(not c.isspace() for c in text[sentence[0] : sentence[1]])
    covered = Counter(a.label for at, a in owner.items() if not text[at].isspace())
    main = any(_is_main(document, sentence, a) for _, a in pieces)
    if sum(covered.values()) < (MAIN if main else ASIDE) * total:
        return "own_voice"
    return "sourced" if covered["sourced"] >= covered["reported"] else "reported"


def _is_main(document: Document, sentence: Span, attribution: Attribution) -> bool:
    """Tell whether the cue governs the sentence: its root, beside the root, or no verb at all."""
    inside = [span for span in attribution.cue if sentence[0] <= span[0] < sentence[1]]
    if not inside:
        return True
    tokens = [t for t in document.line(*inside[0]) if t.pos_ in ("VERB", "AUX", "NOUN") and t.dep_ != "case"]
    if attribution.source and _told_after(attribution, inside[0]) and not any(t.pos_ == "VERB" for t in tokens):
        return True
    if any(t.dep_ == "ROOT" for span in attribution.source for t in document.line(*span)):
        return True  # the parser took a verb inside the source for the sentence's
    for token in tokens:
        for _ in range(3):
            if token.dep_ == "ROOT" or token.dep_ == "parataxis":
                return True
            if token.dep_ != "conj":
                break
            token = token.head
    return not tokens


def _told_after(attribution: Attribution, cue: Span) -> bool:
    """Tell "..., Rao radioed", whose verb the tagger took for a noun: content, source, cue."""
    source = attribution.source[0]
    return bool(attribution.content) and attribution.content[0][1] <= source[0] and 0 < cue[0] - source[1] <= 2


def sourcing_of(span: Span, attributions: tuple[Attribution, ...] | list[Attribution], document: Document) -> Sourcing:
    """Say on whose word a statement anchored at `span` rests: the outlet's own, unless content covers it.

    Of nested attributions the outermost speaks; its chain goes with it.
    """
    holding = [a for a in attributions if _covers(a.content, span)]
    if not holding:
        return Sourcing()
    return word_of(max(holding, key=lambda a: max(end - start for start, end in a.content)), document)


def word_of(chosen: Attribution, document: Document) -> Sourcing:
    """Say whose word an attribution is."""
    text = document.article.text
    return Sourcing(
        label=chosen.label,
        probability=chosen.probability,
        source=_words(text, chosen.source),
        cue=_words(text, chosen.cue),
        source_kind=chosen.source_kind,
        speaker=chosen.speaker,
        speaker_role=chosen.speaker_role,
        reasons=chosen.reasons,
        pulls=chosen.pulls,
    )


def frames(attributions: tuple[Attribution, ...], document: Document) -> Iterator[tuple[Span, Attribution]]:
    """Yield the words after a cue that tell when something was said, where that goes with what was said.

    "..., he had revealed last year" only recalls; in "He announced on Monday that ..." the saying is the news.
    """
    for attribution in attributions:
        if not attribution.content or not attribution.cue or not attribution.source:
            continue
        cue = attribution.cue[-1]
        verb = document.line(*cue)[-1]
        if verb.pos_ != "VERB":
            continue
        end = document.sentence(cue[0])[1]
        following = [start for start, _ in attribution.content if cue[1] <= start < end]
        recalled = any(child.lower_ in _HAD for child in verb.children)
        if recalled or not following:
            yield (cue[1], _clause_end(document, cue[1], min([*following, end]))), attribution


def _clause_end(document: Document, start: int, end: int) -> int:
    """Stop before the next finite verb."""
    tokens = document.line(start, end) if start < end else ()
    return next((token.idx for token in tokens if token.tag_ in FINITE), end)


_HAD = frozenset(["had", "'d", "’d"])


def _covers(pieces: tuple[Span, ...], span: Span) -> bool:
    """Say whether content covers a span, which may run over several pieces and the white space between them."""
    covered = sum(max(0, min(end, span[1]) - max(start, span[0])) for start, end in pieces)
    return covered >= _ALL_BUT_GAPS * (span[1] - span[0])


def _words(text: str, spans: tuple[Span, ...]) -> str:
    return " ... ".join(text[start:end] for start, end in spans)
