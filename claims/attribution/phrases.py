"""The noun phrases that sources are, and the edges of clauses around them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.attribution import cues
from claims.attribution.words import FINITE

if TYPE_CHECKING:
    from claims.attribution.words import Line, Words
    from claims.types import Span


SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")


_STARTERS = frozenset("but and yet still so however meanwhile now nevertheless nonetheless".split())


@dataclass(slots=True, eq=False)
class Draft:
    """An attribution on its way: token and character spans, and how it was found."""

    rule: str
    group: str
    verb: str
    line: int
    cue: list[Span]
    source: list[Span] = field(default_factory=list)
    source_tokens: list[int] = field(default_factory=list)
    head: int = -1
    content: list[Span] = field(default_factory=list)
    order: str = ""
    marks: set[str] = field(default_factory=set)
    at: int = -1


def word_after(words: Words, line: Line, token: int, step: int = 1) -> str:
    """Give the word some places after a token, "" beyond the sentence."""
    at = token + step
    return words.lower[at] if line.first <= at < line.stop else ""


def auxiliary(words: Words, token: int, *roles: str) -> bool:
    """Tell whether a verb has an auxiliary of one of the roles before it."""
    return any(words.dep[c] in roles and c < token for c in words.children[token])


def in_relative(words: Words, line: Line, token: int) -> bool:
    """Tell whether a relative pronoun stands close before."""
    return any(words.lower[t] in ("who", "which", "whose", "that") for t in range(max(line.first, token - 4), token))


def last_noun(words: Words, first: int, stop: int) -> int:
    """Give the noun that heads some tokens."""
    nouns = [t for t in range(first, stop) if words.pos[t] in ("NOUN", "PROPN", "PRON", "NUM")]
    inside = [t for t in nouns if not first <= words.head[t] < stop]
    return (inside or nouns or [stop - 1])[0]


def first_head(words: Words, first: int, stop: int) -> int:
    """Give the noun of the first noun phrase between two tokens."""
    for at in range(first, stop):
        if words.pos[at] == "NUM" and at + 1 < stop and words.lower[at + 1] == "-":
            continue  # "a 46-page report"
        if words.pos[at] in ("NOUN", "PROPN", "PRON", "NUM") and (
            at + 1 >= stop or words.pos[at + 1] not in ("NOUN", "PROPN", "PART", "NUM", "ADJ")
        ):
            return at
    return stop - 1


def verb_between(words: Words, line: Line, first: int, stop: int) -> bool:
    """Tell whether a finite verb stands between, outside quotations and relative clauses."""
    relative = False
    for at in range(first + 1, stop):
        if line.inside(at):
            continue
        if words.tag[at].startswith("W") or words.lower[at] == "that":
            relative = True
        elif words.lower[at] == ",":
            relative = relative and not (at + 1 < stop and words.tag[at + 1] in FINITE)
        elif words.tag[at] in FINITE and not relative and words.head[at] != stop and not contact(words, first, at):
            return True
    return False


def contact(words: Words, noun: int, verb: int) -> bool:
    """Tell "the experts we asked": a relative clause without a pronoun, on a noun or on what follows it."""
    return words.dep[verb] == "acl:relcl" and noun <= words.head[verb] < verb


def in_phrase(words: Words, at: int) -> bool:
    """Tell a word that a noun phrase may hold."""
    return words.pos[at] in ("PROPN", "NOUN", "ADJ", "DET", "NUM", "PRON", "PART", "ADP", "CCONJ") or words.tag[at] in (
        "VBN",
        "HYPH",
    )


def aside_start(words: Words, line: Line, comma: int) -> int:
    """Give the comma that opens the aside which `comma` closes."""
    for at in range(comma - 1, line.first, -1):
        if words.lower[at] == ",":
            return at
        if words.tag[at] in FINITE and not in_relative(words, line, at):
            break
    return line.first


def own_words(words: Words, first: int, subject: int) -> int:
    """Leave out a phrase of time or place that the parser hung before a subject."""
    at = subject
    while (
        at > first
        and words.pos[at - 1] in ("DET", "ADJ", "PROPN", "NOUN", "NUM", "PART")
        and words.lower[at - 1] != ","
    ):
        at -= 1
    return at


def until_verb(words: Words, subject: int, last: int) -> int:
    """Give the last token of a subject: before a finite verb that no relative pronoun introduces, or a date."""
    relative = False
    for at in range(subject + 1, last + 1):
        relative = relative or words.tag[at].startswith("W") or words.lower[at] == "that"
        if words.tag[at] in FINITE and not relative and not contact(words, subject, at):
            return max(subject, at - 1)
        if (
            words.lower[at] in ("on", "in")
            and not relative
            and (words.lower[at + 1] in DAYS | _MONTHS if at < last else False)
        ):
            return at - 1
        if words.lower[at] in DAYS and not relative:
            return at - 1
    return last


def whole_phrase(words: Words, line: Line, first: int, subject: int) -> tuple[int, int]:
    """Take "A study by the Centre for Rural Economics" whole where the parse starts at its last noun."""
    if first - 2 >= line.first and words.lower[first - 1] in ("citing", "quoting") and words.lower[first - 2] != ",":
        at = first - 2
        while at > line.first and words.pos[at - 1] in ("DET", "ADJ", "PROPN", "NOUN", "NUM"):
            at -= 1
        return at, first - 2
    if first == line.first or not (words.pos[first - 1] == "ADP" or words.lower[first - 1] in ("'s", "’s")):
        return first, subject
    at = first
    while at > line.first and words.pos[at - 1] in ("DET", "ADJ", "PROPN", "NOUN", "NUM", "PART", "ADP", "PRON"):
        at -= 1
    if (at > line.first and words.lower[at - 1] != ",") or words.pos[at] == "ADP":
        return first, subject
    head = next(
        (t for t in range(at, first) if words.pos[t] in ("NOUN", "PROPN") and words.pos[t + 1] == "ADP"), subject
    )
    return at, head


def set_source(words: Words, line: Line, draft: Draft, first: int, stop: int, head: int) -> None:
    """Set the source to tokens `first` to `stop`, without commas and conjunctions at its edges."""
    stop = min(stop, line.stop)
    while first < stop and (
        words.pos[first] in ("PUNCT", "CCONJ", "SPACE", "SCONJ")
        or words.lower[first] in cues.BEFORE_VERB
        or (words.pos[first] == "NUM" and first + 1 < stop and words.pos[first + 1] == "DET")
    ):
        first += 1
    while (
        first < stop
        and words.pos[stop - 1] in ("PUNCT", "CCONJ", "SPACE")
        and words.lower[stop - 1] not in ('"', "”", ")", "''")
    ):
        stop -= 1
    if first < stop:
        draft.source = [words.span(first, stop - 1)]
        draft.source_tokens = list(range(first, stop))
        head = head if first <= head < stop else last_noun(words, first, stop)
        while (
            head + 1 < stop
            and words.pos[head + 1] in ("NOUN", "PROPN")
            and words.pos[head] in ("NOUN", "PROPN", "VERB")
            and not (words.tag[head] == "NNS" and words.lower[head + 1].endswith("ing"))  # "employees posting on"
        ):
            head += 1
        draft.head = head


def noun_after(words: Words, line: Line, first: int) -> int:
    """Give the head of the noun phrase that begins at `first`, or -1."""
    if (
        first + 2 < line.stop
        and words.pos[first] == "DET"
        and words.pos[first + 1] == "ADJ"
        and words.pos[first + 2] == "PUNCT"
    ):
        return first + 1
    at = first
    while at < line.stop and words.pos[at] in (
        "DET",
        "ADJ",
        "NUM",
        "NOUN",
        "PROPN",
        "PART",
        "ADV",
        "PRON",
        "VERB",
        "PUNCT",
    ):
        if words.pos[at] in ("NOUN", "PROPN", "PRON", "NUM") and (
            at + 1 >= line.stop
            or words.pos[at + 1] not in ("NOUN", "PROPN", "PART", "NUM", "ADJ")
            or words.tag[at] == "PRP"
            or (words.pos[at + 1] == "ADJ" and at + 2 < line.stop and words.pos[at + 2] == "ADP")
        ):
            return at
        if words.pos[at] == "PUNCT" and words.lower[at] not in ("-", "'", '"', "“", "”"):
            break
        at += 1
    return -1


def phrase_end(words: Words, line: Line, first: int, head: int) -> int:
    """Give where a source phrase after the cue ends: with its noun's words, its apposition and its relative clause."""
    if head < 0:
        return min(first + 1, line.stop)
    if words.pos[head] == "PRON":
        return head + 1
    stop = head + 1
    while stop < line.stop:
        lower = words.lower[stop]
        if lower == ",":
            if not _belongs(words, line, stop + 1, head):
                break
        elif (
            lower in (";", ":", "—", "–")
            or line.inside(stop)
            or (words.tag[stop] == "VBG" and words.lower[stop - 1] == ",")
            or (words.tag[stop] in FINITE and words.lower[stop - 1] == ",")
            or (words.pos[stop] == "ADP" and _time_follows(words, line, stop))
            or words.lower[stop] in DAYS
            or (lower in ("as", "when", "while", "after", "before", "but") and words.pos[stop] in ("SCONJ", "CCONJ"))
            or (lower in (".", "?", "!") and stop + 1 >= line.stop)
        ):
            break
        stop += 1
    while stop > head + 1 and words.pos[stop - 1] == "PUNCT" and words.lower[stop - 1] != ")":
        stop -= 1
    return stop


TIMES = frozenset("today yesterday tomorrow now week month year night morning evening afternoon time".split())


DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today".split())


_MONTHS = frozenset("january february march april june july august september october november december".split())


def _time_follows(words: Words, line: Line, at: int) -> bool:
    window = [words.lower[t] for t in range(at + 1, min(at + 4, line.stop))]
    named = any(words.pos[t] == "PROPN" for t in range(at + 2, min(at + 4, line.stop)))
    if any(w in DAYS for w in window[:1]) or any(w in _MONTHS for w in window[:1]):
        return True
    return (
        words.lower[at] in ("in", "at", "during", "on")
        and not named
        and any(
            w
            in (
                "statement",
                "interview",
                "email",
                "tweet",
                "letter",
                "post",
                "release",
                "briefing",
                "conference",
                "speech",
                "filing",
                "note",
                "message",
                "response",
                "condition",
            )
            for w in window
        )
    )


def _belongs(words: Words, line: Line, at: int, head: int) -> bool:
    """Tell whether what follows a comma still describes the source: an apposition or a relative clause."""
    if at >= line.stop:
        return False
    lower, name = words.lower[at], "PROPN" in (words.pos[head], words.pos[at - 2])
    if lower in ("who", "whose", "which"):
        return True
    apposed = words.pos[at] == "PROPN" and at + 1 < line.stop and words.pos[at + 1] == "PROPN"
    noun = words.pos[at - 2] == "NOUN" or words.lower[at - 2] in ("one", "another")
    if apposed and noun:  # "said their manager, Bill Roper"
        return not _clause_starts(words, line, at)
    if lower in _DETERMINERS:
        return (name or _proper_near(words, line, at)) and not _clause_starts(words, line, at)
    describes = name and words.pos[at] in ("NOUN", "NUM", "PROPN", "ADJ")
    return (describes or lower in _TITLES) and not _clause_starts(words, line, at)


_DETERMINERS = frozenset("the its his her their a an".split())
_TITLES = frozenset("one president head both".split())


def _proper_near(words: Words, line: Line, at: int) -> bool:
    return any(words.pos[t] == "PROPN" for t in range(at, min(at + 5, line.stop)))


def _clause_starts(words: Words, line: Line, at: int) -> bool:
    """Tell whether a finite verb comes before the next comma."""
    for token in range(at, line.stop):
        if (
            words.lower[token] in (",", ";", ":")
            or line.inside(token)
            or words.lower[token] in ("who", "which", "that", "whose")
        ):
            return False
        if words.tag[token] in FINITE:
            return True
    return False


def has_finite(words: Words, line: Line, at: int, stop: int = -1) -> bool:
    """Tell whether a finite verb follows."""
    return any(words.tag[t] in FINITE for t in range(at + 1, line.stop if stop < 0 else stop))


def strip_starters(words: Words, first: int, stop: int) -> int:
    """Step over "But", "However," and a dateline."""
    marks = (t for t in range(first, min(first + 7, stop)) if words.lower[t] in (":", "—", "–", "--"))
    mark = next(marks, -1)
    dateline = mark > 0 and words.word[first].isupper() and len(words.word[first]) > 3
    at = mark + 1 if dateline else first
    while at < stop and (
        words.lower[at] in _STARTERS or (at > first and words.lower[at] == ",") or words.pos[at] == "SPACE"
    ):
        at += 1
    return at


def has_verb(words: Words, first: int, stop: int) -> bool:
    """Tell whether some tokens hold a verb."""
    return any(words.tag[t] in FINITE or words.tag[t] in ("VBG", "VB", "VBN") for t in range(first, stop))


def planned(words: Words, line: Line, token: int) -> bool:
    """Tell the verb of a headline that says what will be: "Council to | close pool"."""
    return line.number == 0 and words.tag[token] == "VB" and word_after(words, line, token, -1) == "to"


def trimmed(text: str, span: Span, quoted: bool) -> Span:
    """Drop the spaces and commas around a span, and a full stop that is not quoted."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while start < end and (text[end - 1].isspace() or (not quoted and _loose(text, start, end))):
        end -= 1
    return start, end


def _loose(text: str, start: int, end: int) -> bool:
    return text[end - 1] in ",;:–—-" or (text[end - 1] == "." and not _abbreviated(text, start, end))


def _abbreviated(text: str, start: int, end: int) -> bool:
    return end - start > 3 and text[end - 3] == "." and text[end - 2].isupper()
