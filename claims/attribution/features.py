"""What the classifier sees of a candidate attribution: features that a person can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.attribution import sources
from claims.attribution.words import FINITE

if TYPE_CHECKING:
    from claims.attribution.assembly import Candidate
    from claims.attribution.words import Line, Words


def features(candidates: list[Candidate], number: int) -> list[str]:
    """Name the features that a candidate has among its neighbours, each once, in a fixed order."""
    candidate = candidates[number]
    draft, kind, words = candidate.draft, candidate.kind, candidate.words
    line = candidate.lines[draft.line]
    found = [
        f"kind: {kind.kind}",
        f"kind is: {kind.label}",
        f"rule: {draft.rule}",
        f"cue group: {draft.group}",
        f"cue: {draft.verb}",
        f"order: {draft.order or 'none'}",
        f"kind and cue: {kind.kind}, {draft.group}",
        rests_on(kind.reasons[0]),
        *(f"mark: {mark}" for mark in sorted(draft.marks)),
        *_source(candidate),
        *_cue(words, candidate),
        *_content(words, line, candidate),
        *_place(line, candidates, number),
    ]
    return list(dict.fromkeys(found))


def rests_on(reason: str) -> str:
    """Name the feature that a reason of a rule is."""
    return f"kind rests on: {reason.split(':')[0]}"


def _source(candidate: Candidate) -> list[str]:
    draft, words = candidate.draft, candidate.words
    if not draft.source_tokens:
        return ["source: none"]
    lowered = [words.lower[t] for t in draft.source_tokens]
    noun = words.lower[draft.head]
    found = [f"source head: {noun}"]
    if candidate.speaker:
        found.append("source: named in the article")
    if any(words.pos[t] == "PROPN" for t in draft.source_tokens):
        found.append("source: has a name")
    if words.tag[draft.head] in ("NNS", "NNPS"):
        found.append("source: plural")
    single = words.tag[draft.head] in ("NN", "NNP")
    if lowered[0] in sources.DEFINITE:
        found.append("source: definite, one" if single else "source: definite")
    elif lowered[0] in sources.INDEFINITE:
        found.append("source: indefinite")
    if sources.IN_THE_KNOW.search(words.text, *draft.source[0]):
        found.append("source: in the know")
    for name, nouns in _NOUN_LISTS:
        if noun in nouns and not (name == "no name" and single):
            found.append(f"source noun: {name}")
    return found


_NOUN_LISTS = (
    ("body", sources.BODIES),
    ("document", sources.DOCUMENTS),
    ("official", sources.OFFICIALS),
    ("no name", sources.GENERIC_HEADS),
    ("role", sources.ROLES),
    ("media", sources.SECONDHAND_HEADS),
    ("unnamed", sources.ANONYMOUS_HEADS),
)


def _cue(words: Words, candidate: Candidate) -> list[str]:
    at = candidate.draft.at
    if at < 0:
        return ["cue: none"]
    found = [f"cue form: {words.tag[at]}", f"cue role: {words.dep[at]}"]
    if any(words.tag[c] == "MD" for c in words.children[at]):
        found.append("cue: with a modal")
    return found


def _content(words: Words, line: Line, candidate: Candidate) -> list[str]:
    draft = candidate.draft
    if not draft.content:
        return ["content: none"]
    pieces = [t for t in range(line.first, line.stop) if any(s <= words.start[t] < e for s, e in draft.content)]
    quoted = sum(line.inside(t) for t in pieces)
    found = []
    if pieces and line.inside(pieces[0]):
        found.append("content: opens with a quotation")
    found.append(
        "content: quoted"
        if pieces and quoted * 3 > 2 * len(pieces)
        else "content: partly quoted"
        if quoted
        else "content: unquoted"
    )
    if any(words.tag[t] in FINITE for t in pieces):
        found.append("content: a clause")
    if pieces and words.lower[pieces[0]] == "that":
        found.append("content: opens with that")
    if pieces:
        found.append(f"content opens: {words.pos[pieces[0]]}")
    share = sum(e - s for s, e in draft.content if s < line.end) / max(1, line.end - line.start)
    found.append(
        "content: short"
        if share < 0.2
        else "content: most of the sentence"
        if share > 0.5
        else "content: part of the sentence"
    )
    return found


def _place(line: Line, candidates: list[Candidate], number: int) -> list[str]:
    candidate = candidates[number]
    place = "headline" if line.number == 0 else "first paragraphs" if line.paragraph < 3 else "body"
    before = candidates[number - 1] if number else None
    near = before is not None and candidate.draft.line - before.draft.line <= 1
    found = [f"place: {place}", f"before: {before.kind.label}" if before and near else "before: own voice"]
    around = candidates[max(0, number - 3) : number] + candidates[number + 1 : number + 4]
    if any(other.draft.line == line.number for other in around):
        found.append("place: another cue in the sentence")
    if sources.ANONYMITY.search(candidate.words.text, line.start, line.end):
        found.append("sentence: asks not to be named")
    return found
