"""From sentences to attributions: spot, join over sentences, tell the kind of source, resolve the speaker, classify."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.attribution import classifier, sources
from claims.attribution.classifier import SLIGHT, Judgement
from claims.attribution.features import features, rests_on
from claims.attribution.kinds import REPORTED_KINDS, Kind, kind_of
from claims.attribution.quotes import complete
from claims.attribution.spotting import spot
from claims.attribution.words import Line, Words, lines_of, words_of
from claims.types import Attribution

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.attribution.classifier import Classifier
    from claims.attribution.phrases import Draft
    from claims.language import Document
    from claims.names import Mention, Names


@dataclass(slots=True, eq=False)
class Candidate:
    """A draft with its kind of source: what the classifier judges."""

    draft: Draft
    kind: Kind
    words: Words
    lines: list[Line]
    speaker: str = ""
    role: str = ""


def candidates(document: Document, names: Names) -> list[Candidate]:
    """Find everything that may be an attribution."""
    words = words_of(document)
    lines = lines_of(document, words)
    drafts = [draft for line in lines for draft in spot(words, line)]
    found: list[Candidate] = []
    for draft in complete(words, lines, drafts):
        found.append(Candidate(draft, _kind(words, lines, draft, found, names), words, lines))
    for candidate, near in zip(found, _in_same_sentence(found), strict=True):
        _second_hand(candidate, near)
        candidate.speaker = _speaker(candidate, names)
        candidate.role = names.role_of(candidate.speaker)
    return found


def _in_same_sentence(found: list[Candidate]) -> list[list[Candidate]]:
    """Give each candidate the others of its sentence."""
    by_line: dict[int, list[Candidate]] = {}
    for candidate in found:
        by_line.setdefault(candidate.draft.line, []).append(candidate)
    return [[o for o in by_line[c.draft.line] if o is not c] for c in found]


def _second_hand(candidate: Candidate, near: list[Candidate]) -> None:
    """Call an outlet that cites unnamed people second hand."""
    draft, words = candidate.draft, candidate.words
    if candidate.kind.label != "sourced" or draft.head < 0:
        return
    line = candidate.lines[draft.line]
    citing = sources.CITING.search(words.text, line.start, line.end)
    if citing and not _said(citing.start(), [candidate, *near]) and not any(_inside(candidate, o.draft) for o in near):
        candidate.kind = Kind("secondhand", "reported", (f"second hand: {citing.group().lower()}",))
    names = {word for t in draft.source_tokens for word in words.lower[t].replace("-", " ").split()}
    outlet = not names.isdisjoint(sources.OUTLETS | sources.OUTLET_WORDS)
    if outlet and any(o.kind.kind == "anonymous" and _inside(o, draft) for o in near):
        candidate.kind = Kind("secondhand", "reported", ("an outlet on unnamed people",))


def _said(at: int, candidates: list[Candidate]) -> bool:
    """Tell whether a character is part of what somebody says."""
    return any(start <= at < end for c in candidates for start, end in c.draft.content)


def _inside(other: Candidate, draft: Draft) -> bool:
    return any(s <= a and b <= e for s, e in draft.content for a, b in other.draft.source)


def _kind(words: Words, lines: list[Line], draft: Draft, before: list[Candidate], names: Names) -> Kind:
    """Tell the kind of a draft's source, from its words and from what stands before."""
    if not draft.source or draft.head < 0:
        return Kind("implicit", "reported", (f"hearsay: {draft.verb}" if draft.group == "hearsay" else "no source",))
    if draft.rule == "dialogue" and len(words.word[draft.head]) == 1:
        return Kind("person", "sourced", ("interview",))
    line = lines[draft.line]
    kind = kind_of(words, draft.source[0], draft.head, draft.source_tokens, _name_kind(words, draft, names))
    hidden = sources.ANONYMITY.search(words.text[line.start : line.end])
    if (
        hidden
        and kind.kind in ("pronoun", "person", "generic", "unnamed_official", "anonymous")
        and kind.reasons != ("name",)
    ):
        return Kind("anonymous", "reported", (f"unnamed: {hidden.group().lower()}",))
    if names.resolve(*words.span(draft.head, draft.head)):
        unnamed = kind.kind == "unnamed_official" and not names.within(*draft.source[0])
        somebody = f"refers to somebody named: the {words.lower[draft.head]}"
        return Kind("pronoun", "sourced", (somebody,)) if unnamed else kind
    named = words.lower[draft.head] in ("he", "she") and _names_a_person(line, names, draft.source[0][0])
    return kind if named else _antecedent(words, draft, kind, before)


def _names_a_person(line: Line, names: Names, end: int) -> bool:
    """Tell whether the outlet names a person in the sentence before `end`."""
    mention = names.at(line.start, end) if line.start < end else None
    quoted = mention is not None and any(q.start <= mention.start < q.end for q in line.quotations)
    return mention is not None and mention.kind == "person" and not quoted


def _name_kind(words: Words, draft: Draft, names: Names) -> str:
    mention = names.at(*words.span(draft.head, draft.head))
    return mention.kind if mention else ""


def _antecedent(words: Words, draft: Draft, kind: Kind, before: list[Candidate]) -> Kind:
    """Let "they", "the source", "one of the people" inherit from the unnamed source that they refer to."""
    noun = words.lower[draft.head]
    if (noun in sources.OUTLET_WORDS or (noun == "report" and kind.reasons == ("document: report",))) and (
        kind.kind == "document"
        and words.lower[draft.source_tokens[0]] in sources.DEFINITE
        and not any(words.pos[t] == "PROPN" for t in draft.source_tokens)
    ):
        cited = any(c.kind.kind == "secondhand" and draft.line - c.draft.line <= 4 for c in before[-4:])
        return Kind("secondhand", "reported", (f"the {noun} cites unnamed people",)) if cited else kind
    pronoun, definite = noun in _PRONOUNS and kind.kind == "pronoun", noun in _DEFINITE
    other = kind.kind == "unnamed_official" and words.lower[draft.source_tokens[0]] not in sources.DEFINITE
    if not (pronoun or definite) or other:
        return kind
    for candidate in reversed(before[-4:]):
        earlier, gap = candidate.kind, draft.line - candidate.draft.line
        if gap > 4:
            break
        if earlier.kind in ("anonymous", "generic") and (
            noun not in _SINGULAR or (earlier.kind == "anonymous" and gap <= 2)
        ):
            if pronoun and noun in ("they", "he", "she"):
                return Kind(earlier.kind, "reported", (f"{noun} refers to an unnamed source",))
            if earlier.kind == "anonymous" or kind.kind == "pronoun":
                return Kind("anonymous", "reported", (f"{noun} refers to an unnamed source",))
        if pronoun and earlier.kind in ("person", "organisation", "unnamed_official", "pronoun"):
            break
        if noun == "it" and earlier.kind == "document":
            break
    return kind


_SINGULAR = frozenset("he she it".split())
_PRONOUNS = _SINGULAR | {"they"}
_DEFINITE = frozenset(
    """person people official officials diplomat diplomats executive source lawmaker one another two third second three
    four""".split()
)


def attributions(document: Document, names: Names) -> tuple[Attribution, ...]:
    """Give the attributions of a parsed article in the order of the text."""
    return judged(candidates(document, names), classifier.default())


def judged(found: list[Candidate], judge: Classifier | None) -> tuple[Attribution, ...]:
    """Keep the candidates that a classifier takes for attributions; without one, the rules decide."""
    kept = []
    for number, candidate in enumerate(found):
        told = {rests_on(candidate.kind.reasons[0]): candidate.kind.reasons[0]}
        judged = judge.judge(features(found, number), tuple(told)) if judge else Judgement(candidate.kind.label, 1.0)
        if judged.label != "own_voice":
            kept.append(_attribution(candidate, judged, told))
    return tuple(kept)


def _attribution(candidate: Candidate, judged: Judgement, told: Mapping[str, str]) -> Attribution:
    """Make the record; `told` says in a rule's own words what the model knows by a feature's name."""
    draft, kind = candidate.draft, candidate.kind
    pulls = {told.get(name, name): pull for name, pull in judged.pulls}
    return Attribution(
        source=tuple(draft.source),
        cue=tuple(draft.cue),
        content=tuple(draft.content),
        source_kind=kind.kind,
        label=judged.label,
        probability=round(judged.probability, 4),
        speaker=candidate.speaker if judged.label == "sourced" else "",
        speaker_role=candidate.role if judged.label == "sourced" else "",
        reasons=tuple(dict.fromkeys((*kind.reasons, *(name for name, pull in pulls.items() if pull > SLIGHT)))),
        pulls=tuple(pulls.items()),
    )


def _speaker(candidate: Candidate, names: Names) -> str:
    """Name the source in full as the article does elsewhere; "" if it is unnamed."""
    draft, words = candidate.draft, candidate.words
    if not draft.source or candidate.kind.kind in REPORTED_KINDS:
        return ""
    head, source = words.span(draft.head, draft.head), draft.source[0]
    if candidate.kind.kind == "pronoun":
        other = names.at(*source) if words.pos[draft.head] != "PRON" else None  # "Rao's lawyer" is not Rao
        return "" if other else names.resolve(*head) or names.resolve(*source)
    inside = names.within(*source)
    chosen = names.at(*head) or next((m for m in inside if _is_the_source(candidate, m)), None)
    if not chosen and candidate.kind.kind == "organisation":
        noun, name = words.lower[draft.head], names.resolve(*source)
        return name if noun in _ANY_BODY or noun in name.lower() else ""
    return (chosen.name or chosen.text) if chosen else ""


def _is_the_source(candidate: Candidate, mention: Mention) -> bool:
    """Tell the name that a source has from one that only describes it: "the lawyer for Rao, | Tom Berg"."""
    kind, text = candidate.kind.kind, candidate.words.text
    before = text[candidate.draft.source[0][0] : mention.start].split()
    if kind == "person":
        owner = text.startswith(("'s", "’s"), mention.end)
        return mention.kind in ("person", "other") and not owner and before[-1:] not in _OF
    return mention.kind != "person"


_ANY_BODY = frozenset("company firm group organisation organization".split())
_OF = [[word] for word in "of for to at with from by in on".split()]
