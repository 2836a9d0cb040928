"""Find attributions inside one sentence: cue, source and content, by rule over tags and parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.attribution import cues, sources
from claims.attribution.words import FINITE

if TYPE_CHECKING:
    from claims.attribution.words import Line, Words
    from claims.types import Span

_CLAUSES = ("ccomp", "xcomp")
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")
_STARTERS = frozenset("but and yet still so however meanwhile now nevertheless nonetheless".split())
_OPENING = frozenset("\"“‘`'«")
_CONNECTING = frozenset("that whether if how why what who when where".split())


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
    marks_lines: set[int] = field(default_factory=set)
    at: int = -1


def spot(words: Words, line: Line) -> list[Draft]:
    """Find the candidate attributions of a sentence, in the order of their cues."""
    found = [draft for token in range(line.first, line.stop) for draft in _at(words, line, token)]
    found = [d for d in found if not _outlet_itself(words, d)]
    for draft in found:
        draft.content = [s for s in (_trim(words.text, span) for span in draft.content) if s[0] < s[1]]
    return [d for d in found if d.content or "colon" in d.marks]


def _outlet_itself(words: Words, draft: Draft) -> bool:
    """Tell "I", "we": outside quotations they are the outlet's own voice."""
    return draft.head >= 0 and words.lower[draft.head] in ("i", "we", "you", "me", "us")


def _at(words: Words, line: Line, token: int) -> Iterator[Draft]:
    lower = words.lower[token]
    if lower not in cues.VERB_OF and lower not in _TRIGGERS and lower not in cues.HEARSAY_OF:
        return
    if line.quoted[token - line.first]:
        return
    draft = None
    if lower == "according" and _next(words, line, token) == "to":
        draft = _according(words, line, token, token + 1)
    elif lower == "per" and words.lower[token - 1 if token > line.first else token] in (",", "—"):
        draft = _according(words, line, token, token)
    elif lower in cues.HEARSAY_ADVERBS:
        draft = _adverb(words, line, token)
    elif lower in cues.HEARSAY_NOUNS:
        draft = _word_is(words, line, token)
    elif lower == "by":
        draft = _by_estimate(words, line, token)
    elif lower in cues.GIVING_VERBS:
        draft = _gives(words, line, token)
    elif lower in cues.STANCES:
        draft = _stance(words, line, token)
    elif lower in cues.ACCUSED and _auxiliary(words, token, "aux:pass", "aux"):
        draft = _accused(words, line, token)
    if draft is None and lower in cues.HEARSAY_OF:
        draft = _hearsay(words, line, token)
    if draft is None and lower in cues.VERB_OF:
        draft = _verb(words, line, token)
    if draft is not None:
        draft.at = token
        yield draft


_TRIGGERS = frozenset(["according", "per", "by"]) | cues.GIVING_VERBS | cues.STANCES | cues.HEARSAY_ADVERBS | cues.HEARSAY_NOUNS | cues.ACCUSED


def _next(words: Words, line: Line, token: int, step: int = 1) -> str:
    at = token + step
    return words.lower[at] if line.first <= at < line.stop else ""


def _auxiliary(words: Words, token: int, *roles: str) -> bool:
    return any(words.dep[c] in roles and c < token for c in words.children[token])


# according to ----------------------------------------------------------------------------------------------------------


def _according(words: Words, line: Line, token: int, last: int) -> Draft | None:
    """Read "according to X, ..." and "..., according to X"."""
    at = last + 1
    if at >= line.stop or words.lower[at] in ("plan", "plans", "schedule", "custom", "tradition", "taste", "need", "rank"):
        return None
    head = words.head[token] if words.head[token] > token else _noun_after(words, line, at)
    stop = _phrase_end(words, line, at, head)
    draft = Draft("according", "according", "according to", line.number, [words.span(token, last)])
    _set_source(words, line, draft, at, stop, head)
    before = _strip_starters(words, line, line.first, token)
    if before < token and _has_verb(words, before, token) and not _fronted(words, line, token):
        draft.content.append((words.start[before], words.end[token - 1]))
        draft.order = "content first"
        after = _continued(words, line, stop)
    else:
        draft.order = "cue first"
        after = stop
    if after < line.stop:
        draft.content.append((words.start[after], line.end))
    return draft


def _by_estimate(words: Words, line: Line, token: int) -> Draft | None:
    """Read "by its own estimate", "by the count of the society"."""
    noun = next((t for t in range(token + 1, min(token + 9, line.stop)) if words.lower[t] in cues.ESTIMATES), -1)
    if noun < 0 or any(words.pos[t] in ("VERB", "AUX", "PUNCT", "ADP") for t in range(token + 1, noun)):
        return None
    draft = Draft("by estimate", "according", "by", line.number, [words.span(token, token)])
    stop = noun + 1
    if _next(words, line, noun) == "of":
        draft.cue, head = [words.span(token, noun + 1)], _noun_after(words, line, noun + 2)
        stop = max(_phrase_end(words, line, noun + 2, head), noun + 2)
        _set_source(words, line, draft, noun + 2, stop, head)
    else:
        _set_source(words, line, draft, token + 1, stop, noun)
    before = _strip_starters(words, line, line.first, token)
    if before + 2 < token:
        draft.order, draft.content = "content first", [(words.start[before], words.end[token - 1])]
    after = stop + 1 if stop < line.stop and words.lower[stop] == "," else stop
    if draft.order != "content first" and after < line.stop:
        draft.order, draft.content = "cue first", [(words.start[after], line.end)]
    return draft


def _gives(words: Words, line: Line, token: int) -> Draft | None:
    """Read "issued a warning that ...", "made it clear that ...", "voiced doubts about ..."."""
    noun = next((t for t in range(token + 1, min(token + 7, line.stop)) if words.lower[t] in cues.SPEECH_NOUNS), -1)
    if noun < 0 or noun + 2 >= line.stop or any(words.tag[t] in FINITE or words.pos[t] == "PUNCT" for t in range(token + 1, noun)):
        return None
    opener = next((t for t in range(noun + 1, min(noun + 9, line.stop)) if words.lower[t] in ("that", ":") or line.inside(t)), -1)
    if opener < 0 and words.lower[noun + 1] in ("about", "over", "of") and words.lower[noun] not in ("clear", "known"):
        opener = noun + (2 if words.lower[noun + 1] == "of" else 1)
    if opener < 0 or any(words.tag[t] in FINITE for t in range(noun + 1, opener)):
        return None
    draft = Draft("noun cue", "say", words.lower[noun], line.number, [words.span(token, noun)])
    if _denied(words, line, token, "say") or not (_is_verb(words, token) and _subject(words, line, draft, token)):
        return None
    draft.order = "cue first"
    draft.content = [(words.start[opener + (words.lower[opener] == ":")], words.end[_content_stop(words, line, token, opener) - 1])]
    return draft


def _stance(words: Words, line: Line, token: int) -> Draft | None:
    """Read "is adamant that ...", "was skeptical: '...'"."""
    opens = _next(words, line, token) in ("that", ":")
    be = next((c for c in words.children[token] if words.dep[c] == "cop"), -1)
    subject = words.subject(token, *_SUBJECTS)
    if not opens or be < 0 or not 0 <= subject < token or words.lower[subject] == "it":
        return None
    draft = Draft("stance", "think", words.lower[token], line.number, [words.span(be, token)])
    _subject_source(words, line, draft, subject, be)
    start = token + 1 + (words.lower[token + 1] == ":")
    draft.order = "cue first"
    if start < line.stop:
        draft.content = [(words.start[start], words.end[_content_stop(words, line, token, start) - 1])]
    return draft


def _fronted(words: Words, line: Line, token: int) -> bool:
    """Tell whether little more than a conjunction or a place stands before."""
    return token - line.first <= 2


def _continued(words: Words, line: Line, stop: int) -> int:
    """Give where the content goes on after a phrase in its middle: at a clause after a comma."""
    if stop < line.stop and words.lower[stop] in (",", "–", "—") and stop + 1 < line.stop:
        opener = words.lower[stop + 1]
        if words.tag[stop + 1] != "VBG" and opener not in cues.ADJUNCT_OPENERS and opener not in ("who", "which", "whose"):
            if any(words.tag[t] in FINITE for t in range(stop + 1, line.stop)):
                return stop + 1
    elif stop < line.stop and words.tag[stop] in FINITE:
        return stop
    return line.stop


# hearsay ---------------------------------------------------------------------------------------------------------------


def _adverb(words: Words, line: Line, token: int) -> Draft:
    draft = Draft("adverb", "hearsay", words.lower[token], line.number, [words.span(token, token)])
    first, stop = _clause_around(words, line, token)
    draft.content = [(words.start[first], words.start[token]), (words.end[token], words.end[stop - 1])]
    draft.order = "inside"
    return draft


def _clause_around(words: Words, line: Line, token: int) -> tuple[int, int]:
    """Give the tokens of the clause around a token: between semicolons or contrasting conjunctions."""
    first, stop = _strip_starters(words, line, line.first, line.stop), line.stop
    for at in range(line.first, line.stop):
        cut = words.lower[at] == ";" or (
            words.lower[at] in ("but", "though", "although") and at > line.first and words.lower[at - 1] == ","
        )
        if cut and at < token:
            first = at + 1
        elif cut and at > token:
            stop = at
            break
    return first, stop


def _word_is(words: Words, line: Line, token: int) -> Draft | None:
    """Read "word is that ...", "rumour has it that ..."."""
    nxt = _next(words, line, token)
    that = next((t for t in range(token + 1, min(token + 14, line.stop)) if words.lower[t] == "that"), -1)
    if nxt in ("has", "had") and _next(words, line, token, 2) == "it":
        first = token + 3
    elif that > 0 and any(words.lower[t] in ("is", "was", "spread", "went") for t in range(token + 1, that)):
        first = that
    else:
        return None
    draft = Draft("noun", "hearsay", words.lower[token], line.number, [words.span(token, max(token, first - 1))])
    draft.order = "cue first"
    if first < line.stop:
        draft.content = [(words.start[first], line.end)]
    return draft


def _accused(words: Words, line: Line, token: int) -> Draft | None:
    if _next(words, line, token) != "of" or token + 2 >= line.stop:
        return None
    by = next((t for t in range(token + 1, line.stop) if words.lower[t] == "by" and words.head[words.head[t]] == token), -1)
    draft = Draft("accused", "hearsay", words.lower[token] + " of", line.number, [words.span(token, token + 1)])
    draft.content = [(words.start[token + 2], line.end)]
    draft.order = "cue first"
    if by > 0 and words.head[by] > by:
        _set_source(words, line, draft, by + 1, _phrase_end(words, line, by + 1, words.head[by]), words.head[by])
    return draft


def _hearsay(words: Words, line: Line, token: int) -> Draft | None:
    """Read "is said to", "it is learnt that", "believed to be", "..., it is understood"."""
    if words.tag[token] not in ("VBN", "VBD", "JJ"):
        return None
    passive = any(
        words.lower[c] in ("is", "are", "was", "were", "be", "been", "being", "'s", "’s") and c < token
        for c in words.children[token]
    )
    previous = words.lower[token - 1] if token > line.first else ""
    passive = passive or previous in ("is", "are", "was", "were", "been", "being", "widely", "generally", "commonly") and not _active(words, token)
    following = _next(words, line, token)
    subject = words.subject(token, *_SUBJECTS, "expl")
    expletive = next((t for t in range(token - 1, max(line.first - 1, token - 6), -1) if words.lower[t] == "it"), -1)
    if expletive >= 0 and all(words.pos[t] in ("AUX", "ADV", "VERB") for t in range(expletive + 1, token)) and expletive + 1 < token:
        passive, subject = True, expletive
    verb = cues.HEARSAY_OF[words.lower[token]]
    draft = Draft("passive", "hearsay", verb, line.number, [words.span(token, token)])
    if passive and subject >= 0 and words.lower[subject] == "it" and following != "to":
        return _it_is(words, line, token, draft, subject)
    if following == "to" and (passive or not _active(words, token)):
        draft.cue = [words.span(token, token + 1)]
        first, stop = _clause_around(words, line, token)
        edge = _raised(words, line, token, first)
        draft.content = [(words.start[edge], words.start[token])] if edge < token else []
        if token + 2 < stop:
            draft.content.append((words.start[token + 2], words.end[stop - 1]))
        draft.order = "inside"
        return _by_whom(words, line, token, draft)
    return None


def _active(words: Words, token: int) -> bool:
    """Tell an active use: its own subject and no passive auxiliary."""
    if any(words.dep[c] == "aux:pass" for c in words.children[token]):
        return False
    have = any(words.lower[c] in ("has", "have", "had", "'ve", "’ve") for c in words.children[token])
    return have or (words.tag[token] == "VBD" and words.child(token, "nsubj") >= 0)


def _raised(words: Words, line: Line, token: int, first: int) -> int:
    """Give where the raised subject begins: "the ministry | is said to ..."."""
    subject = words.subject(token, *_SUBJECTS)
    if subject < 0 or subject > token:
        return first if token - first <= 15 else token
    tree = [t for t in words.subtree(subject, (line.first, token))]
    return max(min(tree), first) if tree else first


def _it_is(words: Words, line: Line, token: int, draft: Draft, subject: int) -> Draft | None:
    draft.rule = "it is"
    draft.cue = [words.span(subject, token)]
    after = token + 1
    if after < line.stop and words.lower[after] in ("that", "by", "here", "in") or (
        any(words.tag[t] in FINITE for t in range(after, line.stop))
    ):
        draft.content = [(words.start[after], line.end)] if after < line.stop else []
        draft.order = "cue first"
    else:
        first = _strip_starters(words, line, line.first, subject)
        draft.content = [(words.start[first], words.end[subject - 1])] if first < subject else []
        draft.order = "content first"
    return _by_whom(words, line, token, draft)


def _by_whom(words: Words, line: Line, token: int, draft: Draft) -> Draft:
    """Take the agent for the source: "is said by police to ..."."""
    for child in words.children[token]:
        if child > token and words.dep[child].startswith("obl"):
            case = words.child(child, "case")
            if case >= 0 and words.lower[case] == "by" and words.pos[child] in ("NOUN", "PROPN"):
                tree = words.subtree(child, (case + 1, line.stop))
                _set_source(words, line, draft, min(tree), max(tree) + 1, child)
    return draft


# verbs -----------------------------------------------------------------------------------------------------------------


def _verb(words: Words, line: Line, token: int) -> Draft | None:
    """Read a verb of saying with its subject, and what it says."""
    if words.lower[token] in cues.NEVER_VERBS or not (_is_verb(words, token) or _mistagged(words, line, token)):
        return None
    verb = cues.VERB_OF[words.lower[token]]
    if _denied(words, line, token, verb) or _idiom(words, line, token, verb):
        return None
    quoted_as = _quoted_as(words, line, token)
    if quoted_as is not None:
        return quoted_as
    if words.lower[token] in ("citing", "quoting") and _cites_people(words, line, token):
        return None
    told = any(words.dep[c] == "aux:pass" for c in words.children[token])
    if told and verb == "report":
        return _reported_by(words, line, token)
    if told and verb not in ("tell", "inform", "warn", "assure"):
        return None
    draft = Draft("verb", cues.GROUP[verb], verb, line.number, [words.span(token, token)])
    last = token
    if verb == "call" and _next(words, line, token) in ("for", "on", "upon"):
        draft.verb, draft.group, last = "urge", "request", token + 1
        draft.cue = [words.span(token, last)]
    elif words.lower[token + 1 if token + 1 < line.stop else token] in ("out", "aloud", "off", "on", "back", "up") and verb in (
        "point", "wonder", "laugh", "go", "shoot", "sum", "let",
    ):  # fmt: skip
        last = token + 1
        draft.cue = [words.span(token, last)]
    if verb == "point" and last == token:
        return None
    if told:
        draft.rule, draft.marks = "told", {"passive"}
        return _content_after(words, line, draft, token, last, required=True)
    if not _subject(words, line, draft, token):
        return None
    return _arrange(words, line, draft, token, last)


def _is_verb(words: Words, token: int) -> bool:
    return words.tag[token].startswith("VB") or words.pos[token] == "VERB"


def _mistagged(words: Words, line: Line, token: int) -> bool:
    """Tell "the firm claims that ...", taken for a noun by the tagger: nothing else before it is a verb."""
    if _quote_follows(words, line, token) or (words.lower[token] in cues.SURE_VERBS and token > line.first):
        return True
    if token == line.first or words.tag[token] not in ("NN", "NNS", "NNP", "JJ") or words.word[token][0].isupper():
        return False
    if words.tag[token - 1] in ("NNS", "NNP") and not any(words.tag[t] in FINITE or words.tag[t] == "VBN" for t in range(line.first, line.stop)):
        return words.lower[token] in cues.GROUP or words.lower[token].endswith("s")
    before = words.tag[token - 1]
    after = _next(words, line, token)
    clear = after in ("that", '"', "“", "``") or (token + 1 < line.stop and words.tag[token + 1] == "PRP") or (
        token == line.stop - 1 or after == "." and token == line.stop - 2
    )
    named = words.word[token - 1][0].isupper() or before.startswith("NNP") or before in ("PRP", "NNS", "NN") or words.lower[token - 1] == ","
    return clear and named and not any(
        words.tag[t] in FINITE and not _in_relative(words, line, t) for t in range(line.first, token)
    )


def _in_relative(words: Words, line: Line, token: int) -> bool:
    return any(words.lower[t] in ("who", "which", "whose", "that") for t in range(max(line.first, token - 4), token))


def _cites_people(words: Words, line: Line, token: int) -> bool:
    """Tell "reports citing party sources": the chain belongs to the source before."""
    noun = _noun_after(words, line, token + 1)
    people = sources.ANONYMOUS_HEADS | sources.PERSON_NOUNS | sources.OFFICIALS | sources.GENERIC_HEADS | sources.OUTLETS
    return noun >= 0 and (words.lower[noun] in people or words.pos[noun] == "PROPN")


def _quote_follows(words: Words, line: Line, token: int) -> bool:
    return token + 1 < line.stop and words.lower[token + 1] in (":", '"', "“", "``") and words.tag[token] in ("NNS", "NN", "NNP")


def _reported_by(words: Words, line: Line, token: int) -> Draft | None:
    """Read "the talks were first reported by the Ledger"."""
    if _next(words, line, token) != "by":
        return None
    draft = Draft("reported by", "reveal", "report", line.number, [words.span(token, token + 1)])
    edge = _raised(words, line, token, _strip_starters(words, line, line.first, token))
    head = _noun_after(words, line, token + 2)
    draft.content, draft.order = [(words.start[edge], words.end[token - 1])], "content first"
    _set_source(words, line, draft, token + 2, _phrase_end(words, line, token + 2, head), head)
    return draft


def _denied(words: Words, line: Line, token: int, verb: str) -> bool:
    """Tell what was not said: "did not say", "declined to comment", "could not confirm"."""
    if verb in ("deny", "dispute", "reject"):
        return any(words.lower[t] in ("nor", "neither") for t in range(max(line.first, token - 4), token))
    near = range(max(line.first, token - 4), token)
    if any(words.lower[t] in cues.NEGATIONS and (words.head[t] == token or words.lower[t] in ("neither", "nor")) for t in near):
        return verb not in ("think", "believe")
    if words.tag[token] == "VB" and words.lower[token - 1 if token > line.first else token] == "to":
        governor = words.head[token]
        return words.lower[governor] not in ("went", "goes", "continued", "continues", "came", "appeared", "seemed", "rushed", "was", "is")
    if words.tag[token] == "VB" and any(words.lower[c] in ("if", "could", "might", "may", "can", "would", "should", "must") for c in words.children[token]):
        return words.lower[token + 1 if token + 1 < line.stop else token] not in ("only", "that", '"', "“") and not any(
            words.lower[c] in ("would", "can", "could") and words.lower[c + 1] == "only" for c in words.children[token]
        )
    return False


def _idiom(words: Words, line: Line, token: int, verb: str) -> bool:
    """Tell "claimed three lives", "said goodbye", "reported a profit"."""
    if verb == "say" and _next(words, line, token) in ("yes", "no", "nothing", "so") and _next(words, line, token, 2) in (".", ",", "", "to", "about", ";"):
        return True
    objects = cues.IDIOM_OBJECTS.get(verb)
    if not objects:
        return False
    target = words.child(token, "obj", "iobj", "obl", "xcomp")
    near = range(token + 1, min(token + 7, line.stop))
    if target > token and (words.lower[target] in objects):
        return True
    for at in near:
        if words.tag[at] in FINITE or words.lower[at] in ("that", '"', "“", ",", ":", "``"):
            return False
        if words.lower[at] in objects:
            return True
    return False


def _quoted_as(words: Words, line: Line, token: int) -> Draft | None:
    """Read "was quoted by the agency as saying ...", "quoted Rao as saying ..."."""
    if words.tag[token] != "VBG" or token == line.first or words.lower[token - 1] != "as":
        return None
    quoted = next((t for t in range(token - 2, max(line.first - 1, token - 16), -1) if words.lower[t] in ("quoted", "quotes", "quoting", "cited", "describing")), -1)
    if quoted < 0:
        return None
    verb = cues.VERB_OF[words.lower[token]]
    draft = Draft("quoted as", "say", verb, line.number, [words.span(token - 1, token)])
    draft.marks.add("quoted as")
    passive = any(words.dep[c] == "aux:pass" or words.lower[c] in ("was", "were", "is", "been") for c in words.children[quoted])
    if passive:
        draft.cue = [words.span(quoted, token)]
        subject = words.subject(quoted, *_SUBJECTS)
        if subject >= 0:
            _subject_source(words, line, draft, subject, quoted)
    elif quoted + 1 < token - 1:
        _set_source(words, line, draft, quoted + 1, token - 1, _last_noun(words, quoted + 1, token - 1))
    return _content_after(words, line, draft, token, token, required=False)


def _last_noun(words: Words, first: int, stop: int) -> int:
    nouns = [t for t in range(first, stop) if words.pos[t] in ("NOUN", "PROPN", "PRON", "NUM")]
    inside = [t for t in nouns if not first <= words.head[t] < stop]
    return (inside or nouns or [stop - 1])[0]


def _subject(words: Words, line: Line, draft: Draft, token: int) -> bool:
    """Find who says: the subject, that of the verb above, or the noun that a relative clause hangs on."""
    subject = words.subject(token, *_SUBJECTS)
    tag = words.tag[token]
    if _after_quote(words, line, draft, token):
        return True
    if 0 <= subject < token and _verb_between(words, line, subject, token):
        subject = -1
        if _nearest(words, line, draft, token):
            return True
    if subject >= 0 and line.first <= subject < line.stop and not line.inside(subject):
        if words.lower[subject] in ("who", "which", "that") and words.tag[subject].startswith("W"):
            return _relative(words, line, draft, token)
        if subject > token or tag != "VBG" or _auxiliary(words, token, "aux"):
            _subject_source(words, line, draft, subject, token)
            return True
    if _inverted(words, line, draft, token):
        return True
    if tag == "VBG" and not _auxiliary(words, token, "aux"):
        return _participle(words, line, draft, token)
    if tag == "VBN" and not any(words.lower[c] in ("has", "have", "had", "having", "'ve", "’ve") for c in words.children[token]):
        if words.dep[token] not in ("ROOT", "parataxis", "conj"):
            active = _ends_here(words, line, token) or _only_verb(words, line, token)
            return active and _nearest(words, line, draft, token)
    governing = _governing(words, line, token)
    if governing >= 0:
        subject = words.subject(governing, *_SUBJECTS)
        draft.marks.add("shared subject")
        _subject_source(words, line, draft, subject, governing)
        return True
    above, at = words.head[token], token
    for _ in range(6):
        if above == at or words.dep[at] not in ("conj", "xcomp", "advcl", "ccomp", "parataxis", "acl") or not line.first <= above < line.stop:
            break
        subject = words.subject(above, *_SUBJECTS)
        if subject >= 0 and subject < token and not line.inside(subject):
            draft.marks.add("shared subject")
            _subject_source(words, line, draft, subject, min(above, token) if subject < above else token)
            return True
        at, above = above, words.head[above]
    return _nearest(words, line, draft, token)


def _after_quote(words: Words, line: Line, draft: Draft, token: int) -> bool:
    """Read '"...," Ana Rao, a farmer, said': between the quotation and the verb stands nothing but the speaker."""
    last = token - 1
    while last >= line.first and not line.inside(last):
        last -= 1
    if last < line.first or last == token - 1 or token - last > 40 or words.tag[token] in ("VBG", "VB"):
        return False
    comma = words.lower[last + 1] == ","
    closed = words.lower[last - 1] in (",", "?", "!", "…") or words.word[last] in ("?", "!")
    if not (comma or closed):
        return False
    first, stop = last + 1 + comma, token
    while stop > first and (words.pos[stop - 1] in ("ADV", "AUX") or words.lower[stop - 1] == ","):
        stop -= 1
    if first >= stop or words.pos[first] not in ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM") or _verb_between(words, line, first, stop):
        return False
    if words.tag[first].startswith("W"):
        return False
    _set_source(words, line, draft, first, stop, _first_head(words, first, stop))
    return True


def _first_head(words: Words, first: int, stop: int) -> int:
    """Give the noun of the first noun phrase between two tokens."""
    for at in range(first, stop):
        if words.pos[at] in ("NOUN", "PROPN", "PRON", "NUM") and (at + 1 >= stop or words.pos[at + 1] not in ("NOUN", "PROPN", "PART", "NUM", "ADJ")):
            return at
    return stop - 1


def _verb_between(words: Words, line: Line, first: int, stop: int) -> bool:
    """Tell whether a finite verb stands between, outside quotations and relative clauses."""
    relative = False
    for at in range(first + 1, stop):
        if line.inside(at):
            continue
        if words.tag[at].startswith("W") or words.lower[at] == "that":
            relative = True
        elif words.lower[at] == ",":
            relative = relative and not (at + 1 < stop and words.tag[at + 1] in FINITE)
        elif words.tag[at] in FINITE and not relative and words.head[at] != stop:
            return True
    return False


def _only_verb(words: Words, line: Line, token: int) -> bool:
    """Tell a verb taken for a participle: its clause has no other."""
    stop = next((t for t in range(line.first, line.stop) if words.lower[t] in (";", "but")), line.stop)
    finite = [t for t in range(line.first, stop) if words.tag[t] in FINITE and not _in_relative(words, line, t)]
    return token < stop and not [t for t in finite if t < token] and (
        words.lower[token - 1] == "," or words.lower[token] in cues.SURE_VERBS or not finite
    )


def _governing(words: Words, line: Line, token: int) -> int:
    """Give the verb of saying whose complement the parser hung a second verb of saying into, or -1."""
    if words.dep[token] not in ("conj", "advcl", "acl", "xcomp", "parataxis"):
        return -1
    if words.tag[token] == "VBG" and cues.GROUP[cues.VERB_OF[words.lower[token]]] not in cues.LIFTED:
        return -1
    at, below, inside = words.head[token], token, False
    for _ in range(8):
        if not line.first <= at < line.stop or at == below:
            break
        subject = words.subject(at, *_SUBJECTS)
        says = words.lower[at] in cues.VERB_OF and not line.inside(at)
        if inside and says and 0 <= subject < at and not words.tag[subject].startswith("W"):
            return at
        inside = inside or words.dep[at] in ("ccomp", "xcomp")
        below, at = at, words.head[at]
    return -1


def _ends_here(words: Words, line: Line, token: int) -> bool:
    """Tell "..., one trader recalled.": a clause, a comma, and a noun phrase and verb to end the sentence."""
    if token + 1 < line.stop and words.lower[token + 1] not in (".", ",", "!", "?"):
        return False
    return any(words.lower[t] == "," for t in range(max(line.first, token - 7), token)) and any(
        words.tag[t] in FINITE for t in range(line.first, token)
    )


def _relative(words: Words, line: Line, draft: Draft, token: int) -> bool:
    antecedent = words.head[token]
    if not line.first <= antecedent < token or words.pos[antecedent] not in ("NOUN", "PROPN", "PRON", "NUM"):
        return False
    pronoun = words.subject(token, *_SUBJECTS)
    tree = [t for t in words.subtree(antecedent, (line.first, pronoun))]
    draft.marks.add("relative")
    _set_source(words, line, draft, min(tree), max(tree) + 1, antecedent)
    return True


def _participle(words: Words, line: Line, draft: Draft, token: int) -> bool:
    """Give "..., saying that ..." the subject of the verb that it hangs on."""
    draft.marks.add("participle")
    governing = _governing(words, line, token)
    if governing >= 0:
        _subject_source(words, line, draft, words.subject(governing, *_SUBJECTS), governing)
        return True
    at = token
    for _ in range(6):
        above = words.head[at]
        if above == at or not line.first <= above < line.stop:
            break
        beside = at == token and words.lower[token - 1] != ","
        if beside and words.pos[above] in ("NOUN", "PROPN") and words.dep[at].startswith("acl") and above < token:
            tree = words.subtree(above, (line.first, at))
            _set_source(words, line, draft, min(tree), max(tree) + 1, above)
            return True
        subject = words.subject(above, *_SUBJECTS)
        if subject >= 0 and subject < token:
            if words.lower[subject] in ("who", "which", "that"):
                at = above
                continue
            _subject_source(words, line, draft, subject, token)
            return True
        at = above
    for subject in range(line.first, token):
        if words.dep[subject] in _SUBJECTS and not line.inside(subject):
            _subject_source(words, line, draft, subject, token)
            return True
    return False


def _inverted(words: Words, line: Line, draft: Draft, token: int) -> bool:
    """Read "..., said Ana Rao, a farmer": the verb after a comma or a quotation, a name after the verb."""
    if "t" in cues.FRAMES[draft.verb] or token == line.first or token + 1 >= line.stop or words.tag[token] not in ("VBD", "VBZ", "VBP", "VB", "VBN", "NNS", "NN"):
        return False
    before = token - 1
    while before > line.first and words.pos[before] == "ADV":
        before -= 1
    if words.lower[before] not in (",", '"', "”", "''", "'", "’", "?", "!", "—", "–") and not line.inside(before):
        return False
    first = token + 1
    if words.pos[first] not in ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM") or words.lower[first] in ("that", "it", "there", "what", "no"):
        return False
    head = _noun_after(words, line, first)
    if head < 0 or words.lower[head] in _TIMES or not _something_said(words, line, token):
        return False
    _set_source(words, line, draft, first, _phrase_end(words, line, first, head), head)
    return True


def _something_said(words: Words, line: Line, token: int) -> bool:
    """Tell whether a clause or a quotation stands before the token."""
    return line.inside(token - 1) or any(
        words.tag[t] in FINITE or line.inside(t) for t in range(line.first, token - 1)
    ) or (line.number == 0 and token - line.first > 3)


def _nearest(words: Words, line: Line, draft: Draft, token: int) -> bool:
    """Take the noun phrase before the verb for its subject, where the parse gives none; an aside may stand between."""
    at = token - 1
    while at > line.first and words.pos[at] in ("ADV", "AUX", "PART"):
        at -= 1
    last = at
    if at > line.first and words.lower[at] == ",":
        if _before_aside(words, line, draft, at):
            return True
        at = _aside_start(words, line, at) - 1
        last = last - 1
    if at < line.first or words.pos[at] not in ("NOUN", "PROPN", "PRON", "NUM") or line.inside(at):
        return False
    first = at
    while first > line.first and not line.inside(first - 1) and _in_phrase(words, first - 1):
        first -= 1
    while first < at and words.pos[first] in ("ADP", "CCONJ", "VERB", "SCONJ"):
        first += 1
    draft.marks.add("nearest noun")
    first, head = _whole_phrase(words, line, first, _first_head(words, first, at + 1))
    _set_source(words, line, draft, first, last + 1, head)
    return True


def _in_phrase(words: Words, at: int) -> bool:
    return words.pos[at] in ("PROPN", "NOUN", "ADJ", "DET", "NUM", "PRON", "PART", "ADP", "CCONJ") or words.tag[at] == "VBN"


def _aside_start(words: Words, line: Line, comma: int) -> int:
    """Give the comma that opens the aside which `comma` closes."""
    for at in range(comma - 1, line.first, -1):
        if words.lower[at] == ",":
            return at
        if words.tag[at] in FINITE and not _in_relative(words, line, at):
            break
    return line.first


def _before_aside(words: Words, line: Line, draft: Draft, comma: int) -> bool:
    """Read "Rao, who is seeking a second term, alleged ...": the noun phrase before the aside."""
    first = _strip_starters(words, line, line.first, comma)
    opened = next((t for t in range(first, comma) if words.lower[t] == ","), -1)
    if opened <= first or any(words.tag[t] in FINITE or line.inside(t) for t in range(first, opened)):
        return False
    aside = words.lower[opened + 1]
    described = aside in ("who", "which", "whose", "whom", "a", "an", "the", "one", "speaking", "citing", "quoting") or words.pos[opened + 1] == "PROPN"
    nouns = [t for t in range(first, opened) if words.pos[t] in ("NOUN", "PROPN", "PRON")]
    if not described or not nouns or words.pos[first] == "ADP":
        return False
    head = next((t for t in nouns if words.pos[t + 1] not in ("NOUN", "PROPN", "PART")), nouns[-1])
    draft.marks.add("nearest noun")
    _set_source(words, line, draft, first, comma, head)
    return True


def _subject_source(words: Words, line: Line, draft: Draft, subject: int, token: int) -> None:
    """Take a subject with what belongs to it: from its first word up to the verb, or to the end of its phrase."""
    if subject > token:
        first = min(words.subtree(subject, (token + 1, line.stop)))
        _set_source(words, line, draft, first, _phrase_end(words, line, first, subject), subject)
        return
    keep = set(words.subtree(subject, (line.first, token)))
    first = subject
    while first - 1 >= line.first and first - 1 in keep and (not line.inside(first - 1) or line.inside(subject)):
        first -= 1
    if words.pos[first] in ("ADP", "SCONJ", "ADV") and first < subject:
        first = _own_words(words, first, subject)
    last = _until_verb(words, subject, max(keep))
    while last + 1 < token and words.pos[last + 1] in ("PROPN", "NOUN") and words.pos[subject] in ("NOUN", "PROPN"):
        last, subject = last + 1, last + 1
    first, subject = _whole_phrase(words, line, first, subject)
    _set_source(words, line, draft, first, last + 1, subject)


def _own_words(words: Words, first: int, subject: int) -> int:
    """Leave out a phrase of time or place that the parser hung before a subject."""
    at = subject
    while at > first and words.pos[at - 1] in ("DET", "ADJ", "PROPN", "NOUN", "NUM", "PART") and words.lower[at - 1] != ",":
        at -= 1
    return at


def _until_verb(words: Words, subject: int, last: int) -> int:
    """Give the last token of a subject: before a finite verb that no relative pronoun introduces, or a date."""
    relative = False
    for at in range(subject + 1, last + 1):
        relative = relative or words.tag[at].startswith("W") or words.lower[at] == "that"
        if words.tag[at] in FINITE and not relative:
            return max(subject, at - 1)
        if words.lower[at] in ("on", "in") and not relative and (words.lower[at + 1] in _DAYS | _MONTHS if at < last else False):
            return at - 1
        if words.lower[at] in _DAYS and not relative:
            return at - 1
    return last


def _whole_phrase(words: Words, line: Line, first: int, subject: int) -> tuple[int, int]:
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
    if at > line.first and words.lower[at - 1] != "," or words.pos[at] == "ADP":
        return first, subject
    head = next((t for t in range(at, first) if words.pos[t] in ("NOUN", "PROPN") and words.pos[t + 1] == "ADP"), subject)
    return at, head


def _set_source(words: Words, line: Line, draft: Draft, first: int, stop: int, head: int) -> None:
    """Set the source to tokens `first` to `stop`, without commas and conjunctions at its edges."""
    stop = min(stop, line.stop)
    while first < stop and (words.pos[first] in ("PUNCT", "CCONJ", "SPACE", "SCONJ") or words.lower[first] in cues.BEFORE_VERB):
        first += 1
    while first < stop and words.pos[stop - 1] in ("PUNCT", "CCONJ", "SPACE") and words.lower[stop - 1] not in ('"', "”", ")", "''"):
        stop -= 1
    if first < stop:
        draft.source = [words.span(first, stop - 1)]
        draft.source_tokens = list(range(first, stop))
        head = head if first <= head < stop else _last_noun(words, first, stop)
        while head + 1 < stop and words.pos[head + 1] in ("NOUN", "PROPN") and words.pos[head] in ("NOUN", "PROPN", "VERB"):
            head += 1
        draft.head = head


def _noun_after(words: Words, line: Line, first: int) -> int:
    """Give the head of the noun phrase that begins at `first`, or -1."""
    if first + 2 < line.stop and words.pos[first] == "DET" and words.pos[first + 1] == "ADJ" and words.pos[first + 2] == "PUNCT":
        return first + 1
    at = first
    while at < line.stop and words.pos[at] in ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PART", "ADV", "PRON", "VERB", "PUNCT") :
        if words.pos[at] in ("NOUN", "PROPN", "PRON", "NUM") and (
            at + 1 >= line.stop or words.pos[at + 1] not in ("NOUN", "PROPN", "PART", "NUM", "ADJ") or words.tag[at] == "PRP"
        ):
            return at
        if words.pos[at] == "PUNCT" and words.lower[at] not in ("-", "'", '"', "“", "”"):
            break
        at += 1
    return -1


def _phrase_end(words: Words, line: Line, first: int, head: int) -> int:
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
        elif lower in (";", ":", "—", "–") or line.inside(stop) or words.tag[stop] == "VBG" and words.lower[stop - 1] == ",":
            break
        elif words.tag[stop] in FINITE and words.lower[stop - 1] == ",":
            break
        elif words.pos[stop] == "ADP" and _time_follows(words, line, stop):
            break
        elif words.lower[stop] in _DAYS:
            break
        elif lower in ("as", "when", "while", "after", "before", "but") and words.pos[stop] in ("SCONJ", "CCONJ"):
            break
        elif lower in (".", "?", "!") and stop + 1 >= line.stop:
            break
        stop += 1
    while stop > head + 1 and words.pos[stop - 1] == "PUNCT" and words.lower[stop - 1] != ")":
        stop -= 1
    return stop


_TIMES = frozenset("today yesterday tomorrow now week month year night morning evening afternoon time".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today".split())
_MONTHS = frozenset("january february march april june july august september october november december".split())


def _time_follows(words: Words, line: Line, at: int) -> bool:
    window = [words.lower[t] for t in range(at + 1, min(at + 4, line.stop))]
    if any(w in _DAYS for w in window[:1]) or any(w in _MONTHS for w in window[:1]):
        return True
    return words.lower[at] in ("in", "at", "during", "on") and any(
        w in ("statement", "interview", "email", "tweet", "letter", "post", "release", "briefing", "conference", "speech", "filing", "note", "message", "response", "condition")
        for w in window
    )


def _belongs(words: Words, line: Line, at: int, head: int) -> bool:
    """Tell whether what follows a comma still describes the source: an apposition or a relative clause."""
    if at >= line.stop:
        return False
    lower = words.lower[at]
    if lower in ("who", "whose", "which", "one", "a", "an", "the", "its", "his", "her", "their", "president", "head", "both"):
        if lower in ("the", "its", "his", "her", "their", "a", "an") and words.pos[head] != "PROPN" and not _proper_near(words, line, at):
            return words.pos[head] == "NOUN" and False
        return not _clause_starts(words, line, at) or lower in ("who", "whose", "which")
    if words.pos[at] in ("NOUN", "NUM", "PROPN", "ADJ") and words.pos[head] == "PROPN":
        return not _clause_starts(words, line, at)
    return False


def _proper_near(words: Words, line: Line, at: int) -> bool:
    return any(words.pos[t] == "PROPN" for t in range(at, min(at + 5, line.stop)))


def _clause_starts(words: Words, line: Line, at: int) -> bool:
    """Tell whether a finite verb comes before the next comma."""
    for token in range(at, line.stop):
        if words.lower[token] in (",", ";", ":") or line.inside(token) or words.lower[token] in ("who", "which", "that", "whose"):
            return False
        if words.tag[token] in FINITE:
            return True
    return False


# what is said ------------------------------------------------------------------------------------------------------------


def _arrange(words: Words, line: Line, draft: Draft, token: int, last: int) -> Draft | None:
    """Find the content: after the cue, before it, or on both sides."""
    frames = cues.FRAMES[draft.verb]
    block = token
    after_source = bool(draft.source_tokens) and draft.source_tokens[0] > token
    if draft.source_tokens and not after_source and "shared subject" not in draft.marks and "participle" not in draft.marks:
        block = min(token, draft.source_tokens[0])
    stop = max(last + 1, draft.source_tokens[-1] + 1 if after_source else 0)
    before = _strip_starters(words, line, line.first, block)
    ends = words.lower[block - 1] if block > line.first else ""
    quote_before = block > line.first and (line.inside(block - 1) or (block - 2 >= line.first and ends == "," and line.inside(block - 2)))
    comma_before = ends in (",", "—", "–", "-", "?", "!") and before < block - 1
    participle = "participle" in draft.marks or "shared subject" in draft.marks
    if after_source:
        if before >= block:
            return None
        draft.order = "content first"
        draft.content = [(words.start[before], words.end[block - 1])]
        _and_after(words, line, draft, stop, quote_before)
        return draft
    interrupted = stop < line.stop and words.lower[stop] == "," and comma_before
    fronted = words.tag[before] == "VBG" or words.lower[before] in cues.ADJUNCT_OPENERS
    if interrupted and not participle and not fronted and _has_finite(words, line, before - 1, block):
        draft.order = "content first"
        draft.content = [(words.start[before], words.end[block - 1])]
        _and_after(words, line, draft, stop, quote_before)
        return draft
    if quote_before and not participle and not (fronted and not line.inside(before)) and _is_speech(words, line, before, block):
        draft.order = "content first"
        draft.content = [(words.start[before], words.end[block - 1])]
        _and_after(words, line, draft, stop, True)
        return draft
    following = _content_after(words, line, draft, token, last, required=True)
    if following is not None or "colon" in draft.marks:
        return following or draft
    headline = line.number == 0 and words.lower[line.stop - 1] != "."
    if comma_before and not participle and (headline or _has_verb(words, before, block)) and "c" in frames + ("c" if draft.group in ("show", "contain", "predict") else ""):
        draft.order = "content first"
        draft.content = [(words.start[before], words.end[block - 1])]
        _and_after(words, line, draft, stop, False)
        return draft
    return _object(words, line, draft, token, last)


def _is_speech(words: Words, line: Line, first: int, stop: int) -> bool:
    """Tell a quoted utterance from quoted words in a clause of its own."""
    quoted = sum(line.inside(t) for t in range(first, stop))
    return quoted * 2 >= stop - first or words.lower[stop - 1] == ","


def _and_after(words: Words, line: Line, draft: Draft, stop: int, quoted: bool) -> None:
    """Add what goes on after "..., he said,"."""
    for at in range(stop, line.stop):
        if line.inside(at) and quoted:
            if _cue_between(words, line, stop, at):
                return
            draft.content.append((words.start[at], line.end))
            draft.order = "around"
            return
        if words.tag[at] in FINITE and at > stop + 1:
            break
    if not quoted or stop < line.stop and words.lower[stop] == ",":
        after = _continued(words, line, stop)
        if after < line.stop and words.lower[after] != "as" and not _cue_between(words, line, after, line.stop):
            draft.content.append((words.start[after], line.end))
            draft.order = "around"


def _cue_between(words: Words, line: Line, first: int, stop: int) -> bool:
    return any(words.lower[t] in cues.VERB_OF and words.tag[t].startswith("VB") and not line.inside(t) for t in range(first, min(stop, line.stop)))


def _content_after(words: Words, line: Line, draft: Draft, token: int, last: int, *, required: bool) -> Draft | None:
    """Take what follows the cue: a that-clause, a quotation, or a clause of its own."""
    start = _clause_start(words, line, draft, token, last)
    if start < 0:
        if required:
            return None
        start = last + 1
    stop = _content_stop(words, line, token, start)
    if start >= stop:
        return None
    draft.content = [(words.start[start], words.end[stop - 1])]
    draft.order = draft.order or "cue first"
    return draft


def _clause_start(words: Words, line: Line, draft: Draft, token: int, last: int) -> int:
    frames = cues.FRAMES.get(draft.verb, "c")
    if frames in ("e", "a", "p", "x"):
        return -1
    if frames == "h":
        that = next((t for t in range(last + 1, min(last + 8, line.stop)) if words.lower[t] == "that" and words.dep[t] == "mark"), -1)
        return that if that >= 0 else max(_ccomp(words, line, token, line.stop), -1)
    finite = -1
    if last + 1 < line.stop and words.tag[last + 1] == "VBG" and draft.group in ("admit", "deny", "say", "hint"):
        return last + 1
    for at in range(last + 1, line.stop):
        lower = words.lower[at]
        if line.inside(at) and finite < 0:
            clause = _ccomp(words, line, token, at)
            if clause >= 0:
                return clause
            if "o" in frames and "c" not in frames:
                return -1
            return at if _quote_is_said(words, line, draft, last, at) else -1
        if lower == "that" and (at == last + 1 or (words.dep[at] == "mark" and _has_finite(words, line, at))):
            return at
        if lower in ("whether", "how", "why") and words.pos[at] in ("SCONJ", "ADV") and at <= last + 4 and frames != "q":
            return at
        if lower == ":" and at + 1 < line.stop:
            return at + 1
        if lower == ":":
            draft.marks.add("colon")
            return -1
        if at > last + 1 and lower in (";",):
            break
        if words.tag[at] in FINITE and finite < 0:
            finite = at
            break
        if lower == "to" and words.tag[at] == "TO" and at <= last + 6 and "i" in frames and words.head[at] != at:
            if words.head[words.head[at]] == token or at == last + 1 or "t" in frames:
                return at - 1 if words.lower[at - 1] == "not" else at
        if lower in cues.VERB_OF and words.tag[at] == "VBG" and words.lower[at - 1] == ",":
            break
    if finite < 0 or frames == "q":
        return -1
    clause = _ccomp(words, line, token, finite)
    if clause > last:
        return clause
    clause = _bare_clause(words, line, token, last, finite, frames)
    return clause if clause >= 0 or "c" not in frames else _plain_clause(words, line, last, finite, frames)


def _plain_clause(words: Words, line: Line, last: int, finite: int, frames: str) -> int:
    """Take the words after the cue for a clause, where the parse shows none: after whom it is told to, and when."""
    at = last + 1
    if "t" in frames:
        at = max(_noun_after(words, line, at), last) + 1
    while at < finite and (words.lower[at] in _DAYS | _TIMES or words.pos[at] == "ADV"):
        at += 1
    if any(words.lower[t] in (",", ";") or words.tag[t].startswith("W") for t in range(at, finite)):
        return -1
    if at >= finite or words.pos[at] not in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM") or words.tag[at].startswith("W"):
        return -1
    return at


def _has_finite(words: Words, line: Line, at: int, stop: int = -1) -> bool:
    return any(words.tag[t] in FINITE for t in range(at + 1, line.stop if stop < 0 else stop))


def _ccomp(words: Words, line: Line, token: int, near: int) -> int:
    """Give where the clause that the parser makes the verb's complement begins, if it does so before `near`."""
    for child in words.children[token]:
        if child > token and words.dep[child] in ("ccomp", "parataxis") and child < line.stop:
            tree = words.subtree(child, (token + 1, line.stop))
            return min(tree) if min(tree) <= near else -1
    return -1


def _quote_is_said(words: Words, line: Line, draft: Draft, last: int, at: int) -> bool:
    """Tell whether a quotation after the cue is what was said: near, and no object of another kind."""
    return at - last <= 14


def _bare_clause(words: Words, line: Line, token: int, last: int, finite: int, frames: str) -> int:
    """Take the clause without "that": from the finite verb back to its subject."""
    subject = words.subject(finite, *_SUBJECTS, "expl")
    governor = finite
    if subject < 0:
        governor = words.head[finite]
        subject = words.subject(governor, *_SUBJECTS, "expl") if line.first <= governor < line.stop else -1
    if subject <= last or subject > finite:
        return -1
    if any(words.lower[t] in ("who", "which", "as", "when", "while", "after", "before", "because", "where") for t in range(last + 1, subject + 1)):
        return -1
    if any(words.pos[t] in ("VERB", "AUX") and words.head[t] == token or words.tag[t] == "TO" for t in range(last + 1, subject)):
        return -1
    tree = words.subtree(subject, (last + 1, line.stop))
    return min(tree)


def _content_stop(words: Words, line: Line, token: int, start: int) -> int:
    """Give where content after the cue ends: before a further cue of the same speaker, or a contrast."""
    for at in range(start + 1, line.stop):
        if line.inside(at):
            continue
        lower = words.lower[at]
        if lower == ";":
            return at
        if lower == "," and at + 1 < line.stop:
            nxt = at + 1
            while nxt + 1 < line.stop and words.pos[nxt] in ("CCONJ", "ADV"):
                nxt += 1
            if words.tag[nxt] == "VBG" and cues.GROUP.get(cues.VERB_OF.get(words.lower[nxt], "")) in cues.LIFTED:
                return at
            if words.lower[at + 1] == "according":
                return at
        if words.pos[at] == "CCONJ" and _second_predicate(words, line, token, at):
            return at - 1 if words.lower[at - 1] == "," else at
    return line.stop


def _second_predicate(words: Words, line: Line, token: int, conjunction: int) -> bool:
    """Tell "said X and added Y" and "said X, but did Y": what the conjunction joins hangs on the cue."""
    joined = words.head[conjunction]
    if words.dep[conjunction] != "cc" or words.head[joined] != token or words.dep[joined] != "conj":
        return False
    if words.lower[conjunction] in ("but", "though"):
        return words.lower[conjunction - 1] == "," or words.lower[joined] in cues.VERB_OF
    return words.tag[joined] in ("VBD", "VBZ", "VBP", "VBG") and words.lower[joined] in cues.VERB_OF


def _object(words: Words, line: Line, draft: Draft, token: int, last: int) -> Draft | None:
    """Take an object for the content: "denied the charge", "put the cost at 30 crore", "called it a mess"."""
    frames = cues.FRAMES[draft.verb]
    if draft.verb in cues.WITH_OBJECT or draft.group == "request":
        frames += "o"
    if not set(frames) & set("oeapxd"):
        if draft.verb == "speak" or frames.startswith("c") and draft.group in ("say", "hint", "warn", "complain", "write"):
            return _oblique(words, line, draft, token, last)
        return None
    target = next((c for c in words.children[token] if c > token and words.dep[c] in ("obj", "xcomp", "obl", "ccomp", "iobj")), -1)
    first = last + 1
    while first < line.stop and (words.pos[first] in ("ADV", "PUNCT") and not line.inside(first)):
        first += 1
    if target < 0 and first >= line.stop:
        return None
    draft.marks.add("object")
    draft.order = "cue first"
    stop = _content_stop(words, line, token, first)
    if first >= stop:
        return None
    draft.content = [(words.start[first], words.end[stop - 1])]
    return draft


def _oblique(words: Words, line: Line, draft: Draft, token: int, last: int) -> Draft | None:
    """Take "warned of floods", "hinted at a deal"."""
    if last + 2 < line.stop and words.lower[last + 1] in ("of", "at", "about", "against"):
        stop = _content_stop(words, line, token, last + 2)
        draft.marks.add("object")
        draft.order = "cue first"
        draft.content = [(words.start[last + 2], words.end[stop - 1])]
        return draft
    return None


# edges -------------------------------------------------------------------------------------------------------------------


def _strip_starters(words: Words, line: Line, first: int, stop: int) -> int:
    """Step over "But", "However," and a dateline."""
    at = first
    dateline = next((t for t in range(first, min(first + 7, stop)) if words.lower[t] in (":", "—", "–", "--")), -1)
    if dateline > 0 and all(words.word[t].isupper() or not words.word[t].isalpha() for t in range(first, min(first + 1, dateline))) and len(words.word[first]) > 3:
        at = dateline + 1
    while at < stop and (words.lower[at] in _STARTERS or (at > first and words.lower[at] == ",") or words.pos[at] == "SPACE"):
        at += 1
    return at


def _has_verb(words: Words, first: int, stop: int) -> bool:
    return any(words.tag[t] in FINITE or words.tag[t] in ("VBG", "VB", "VBN") for t in range(first, stop))


def _trim(text: str, span: Span) -> Span:
    """Drop spaces, commas and a full stop that no quotation mark follows."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:–—-" or (text[end - 1] == "." and not _abbreviated(text, start, end))):
        end -= 1
    return start, end


def _abbreviated(text: str, start: int, end: int) -> bool:
    return end - start > 3 and text[end - 3] == "." and text[end - 2].isupper()
