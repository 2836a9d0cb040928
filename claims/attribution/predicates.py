"""Attribution by a copula or a colon: '"...," was her answer', 'her answer was "..."', '"..." is how Rao put it'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.attribution import cues, sources
from claims.attribution.phrases import SUBJECTS, Draft, noun_after, set_source
from claims.attribution.words import FINITE

if TYPE_CHECKING:
    from claims.attribution.words import Line, Words

_NEAR = 5  # words between a noun of saying and the copula or the colon


def answer_was(words: Words, line: Line, token: int) -> Draft | None:
    """Read '"...," was her estimate' and 'Her verdict: "..."': a noun of saying that a quotation is equated with."""
    owner = next((c for c in words.children[token] if words.dep[c] == "nmod:poss" and line.first <= c < token), -1)
    if owner < 0 or not (words.tag[owner] == "PRP$" or _possessive(words, owner)):
        return None
    first = min(words.subtree(owner, (line.first, token)))
    while first > line.first and words.pos[first - 1] == "PROPN" and not line.inside(first - 1):
        first -= 1
    said = _before_copula(words, line, first) or _after_copula(words, line, token)
    if not said:
        return None
    draft = Draft("noun of saying", "say", words.lower[token], line.number, [words.span(token, token)])
    stop = next((t for t in range(owner + 1, token) if words.pos[t] != "PROPN"), owner + 1)
    set_source(words, line, draft, first, stop, owner)
    draft.content, draft.order = [said], "content first" if said[0] < words.start[token] else "cue first"
    return draft


def _possessive(words: Words, owner: int) -> bool:
    return any(words.tag[t] == "POS" for t in range(owner, owner + 4))


def _before_copula(words: Words, line: Line, first: int) -> tuple[int, int] | None:
    """Give the quotation that a copula parts from the noun phrase at `first`."""
    be = first - 1
    if be <= line.first or words.lower[be] not in _BE or not _closes(words, line, be):
        return None
    return words.start[line.first], words.end[be - 1]


def _after_copula(words: Words, line: Line, token: int) -> tuple[int, int] | None:
    """Give the quotation that follows the noun phrase ending at `token`, a copula or a colon between."""
    near = range(token + 1, min(token + 1 + _NEAR, line.stop))
    opens = next((t for t in near if line.inside(t)), -1)
    between = [words.lower[t] for t in range(token + 1, max(opens, token + 1))]
    if opens < 0 or not (between[-1:] == [":"] or (between and between[-1] in _BE)):
        return None
    return words.start[opens], line.end


def put_so(words: Words, line: Line, token: int) -> Draft | None:
    """Read '"...," is how one adviser put it' and '"..." was all the manager would say'."""
    be = token - 1
    if be <= line.first or words.lower[be] not in _BE or not _closes(words, line, be):
        return None
    head = noun_after(words, line, token + 1)
    verb = next((t for t in range(head + 1, line.stop) if words.lower[t] in _PUTTING), -1) if head > 0 else -1
    if verb < 0 or verb - head > _NEAR:
        return None
    stop = next((t for t in range(head, verb) if words.tag[t] in FINITE), verb)
    draft = Draft("put so", "say", words.lower[verb], line.number, [words.span(be, token), words.span(verb, verb)])
    set_source(words, line, draft, token + 1, stop, head)
    draft.content, draft.order = [(words.start[line.first], words.end[be - 1])], "content first"
    return draft


def _closes(words: Words, line: Line, at: int) -> bool:
    """Tell whether a quotation, or a comma behind one, ends right before a token."""
    before = at - 1 - (words.lower[at - 1] == ",")
    return before >= line.first and line.inside(before)


_BE = frozenset(["is", "was", "'s", "’s", "remains", "came"])
_PUTTING = frozenset(
    "put puts described describes explained explains summed sums saw sees remembered remembers said say says".split()
)


def before_colon(words: Words, line: Line, mark: int) -> Draft | None:
    """Read 'Rao was blunt: "..."' and 'She apologised to families: "..."': whoever acts before the colon speaks."""
    verb = next((t for t in range(line.first, mark) if words.tag[t] in FINITE and not line.inside(t)), -1)
    while verb >= 0 and words.pos[verb] == "AUX" and words.head[verb] != verb and verb < words.head[verb] < mark:
        verb = words.head[verb]
    subject = words.subject(verb, *SUBJECTS) if verb >= 0 else -1
    if not line.first <= subject < mark or not _speaks(words, subject):
        return None
    draft = Draft("colon", "colon", ":", line.number, [])
    first = min(words.subtree(subject, (line.first, mark)))
    stop = next((t for t in range(subject + 1, mark) if words.tag[t] in FINITE), subject + 1)
    set_source(words, line, draft, first, stop, subject)
    draft.content, draft.order = [(words.start[mark + 1], line.end)], "cue first"
    return draft


def _speaks(words: Words, subject: int) -> bool:
    noun = words.lower[subject]
    return noun in _PERSONS or words.pos[subject] == "PROPN" or noun in _SPEAKERS


_PERSONS = frozenset("he she they one another".split())
_SPEAKERS = sources.ROLES | sources.PERSON_NOUNS | sources.OFFICIALS | sources.GENERIC_HEADS | sources.ANONYMOUS_HEADS


def there_is_talk(words: Words, line: Line, token: int) -> Draft | None:
    """Read "there is talk of a merger", "there were rumours that he had left"."""
    after = token + 1
    there = range(max(line.first, token - 5), token)
    if after >= line.stop - 1 or words.lower[after] not in ("of", "that", "about"):
        return None
    opens = next((t for t in there if words.lower[t] == "there" and words.dep[t] == "expl"), -1)
    if opens < 0:
        return None
    draft = Draft("there is", "hearsay", words.lower[token], line.number, [words.span(opens, token)])
    draft.content, draft.order = [(words.start[after], line.end)], "cue first"
    return draft


def poll_has(words: Words, line: Line, token: int) -> Draft | None:
    """Read "the poll has Rao down six", "a survey gave the party a third of the vote"."""
    subject = words.subject(token, *SUBJECTS)
    if not line.first <= subject < token or words.lower[subject] not in _POLLS or token + 2 >= line.stop:
        return None
    first = min(words.subtree(subject, (line.first, token)))
    draft = Draft("poll", "show", cues.POLL_VERBS[words.lower[token]], line.number, [words.span(token, token)])
    set_source(words, line, draft, first, token, subject)
    draft.marks.add("object")
    draft.content, draft.order = [(words.start[token + 1], line.end)], "cue first"
    return draft


_POLLS = frozenset("poll polls survey surveys".split())
