"""Who says it: the subject of a verb of saying, wherever the sentence puts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.attribution import cues
from claims.attribution.phrases import (
    SUBJECTS,
    TIMES,
    Draft,
    aside_start,
    auxiliary,
    first_head,
    in_phrase,
    noun_after,
    own_words,
    phrase_end,
    set_source,
    strip_starters,
    until_verb,
    verb_between,
    whole_phrase,
)
from claims.attribution.verbs import ends_here, only_verb
from claims.attribution.words import FINITE

if TYPE_CHECKING:
    from claims.attribution.words import Line, Words


def find_subject(words: Words, line: Line, draft: Draft, token: int) -> bool:
    """Find who says: the subject, that of the verb above, or the noun that a relative clause hangs on."""
    tag = words.tag[token]
    helped = auxiliary(words, token, "aux")
    subject = words.subject(token, *SUBJECTS)
    if _after_quote(words, line, draft, token):
        return True
    if not tag.startswith("VB") and ends_here(words, line, token) and _nearest(words, line, draft, token):
        return True
    if 0 <= subject < token and verb_between(words, line, subject, token):
        subject = -1
        if _nearest(words, line, draft, token):
            return True
    if line.first <= subject < line.stop and not line.inside(subject):
        if words.lower[subject] in ("who", "which", "that") and words.tag[subject].startswith("W"):
            return _relative(words, line, draft, token)
        if subject > token or tag != "VBG" or helped:
            subject_source(words, line, draft, subject, token)
            return True
    if _inverted(words, line, draft, token):
        return True
    if tag == "VBG" and not helped:
        return _participle(words, line, draft, token)
    reduced = tag == "VBN" and not any(words.lower[c] in _HAVE for c in words.children[token])
    if reduced and words.dep[token] not in ("ROOT", "parataxis", "conj"):
        active = ends_here(words, line, token) or only_verb(words, line, token)
        return active and _nearest(words, line, draft, token)
    return _shared(words, line, draft, token) or _nearest(words, line, draft, token)


_HAVE = frozenset(["has", "have", "had", "having", "'ve", "’ve"])


def _shared(words: Words, line: Line, draft: Draft, token: int) -> bool:
    """Take the subject of a verb above: "he rose and said ..."."""
    draft.marks.add("shared subject")
    governing = _governing(words, line, token)
    if governing >= 0:
        subject_source(words, line, draft, words.subject(governing, *SUBJECTS), governing)
        return True
    at, above = token, words.head[token]
    while above != at and words.dep[at] in _CLAUSAL and line.first <= above < line.stop:
        subject = words.subject(above, *SUBJECTS)
        if 0 <= subject < token and not line.inside(subject):
            if words.tag[subject].startswith("W"):
                return _before_relative(words, line, draft, subject, words.head[above])
            subject_source(words, line, draft, subject, min(above, token) if subject < above else token)
            return True
        at, above = above, words.head[above]
    draft.marks.discard("shared subject")
    return False


_CLAUSAL = frozenset(["conj", "xcomp", "advcl", "ccomp", "parataxis", "acl"])


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
    if (
        first >= stop
        or words.pos[first] not in ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM")
        or verb_between(words, line, first, stop)
    ):
        return False
    if words.tag[first].startswith("W"):
        return False
    set_source(words, line, draft, first, stop, first_head(words, first, stop))
    return True


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
        subject = words.subject(at, *SUBJECTS)
        says = words.lower[at] in cues.VERB_OF and not line.inside(at)
        if inside and says and 0 <= subject < at and not words.tag[subject].startswith("W"):
            return at
        inside = inside or words.dep[at] in ("ccomp", "xcomp")
        below, at = at, words.head[at]
    return -1


def _relative(words: Words, line: Line, draft: Draft, token: int) -> bool:
    draft.marks.add("relative")
    return _before_relative(words, line, draft, words.subject(token, *SUBJECTS), words.head[token])


def _before_relative(words: Words, line: Line, draft: Draft, pronoun: int, antecedent: int) -> bool:
    """Take the noun that a relative pronoun stands for."""
    if not line.first <= antecedent < pronoun or words.pos[antecedent] not in ("NOUN", "PROPN", "PRON", "NUM"):
        return False
    tree = words.subtree(antecedent, (line.first, pronoun))
    set_source(words, line, draft, min(tree), max(tree) + 1, antecedent)
    return True


def _participle(words: Words, line: Line, draft: Draft, token: int) -> bool:
    """Give "..., saying that ..." the subject of the verb that it hangs on."""
    draft.marks.add("participle")
    governing = _governing(words, line, token)
    if governing >= 0:
        subject_source(words, line, draft, words.subject(governing, *SUBJECTS), governing)
        return True
    at = token
    for _ in range(6):
        above = words.head[at]
        if above == at or not line.first <= above < line.stop:
            break
        beside = at == token and words.lower[token - 1] != ","
        if beside and words.pos[above] in ("NOUN", "PROPN") and words.dep[at].startswith("acl") and above < token:
            tree = words.subtree(above, (line.first, at))
            set_source(words, line, draft, min(tree), max(tree) + 1, above)
            return True
        subject = words.subject(above, *SUBJECTS)
        if subject >= 0 and subject < token:
            if words.lower[subject] in ("who", "which", "that"):
                at = above
                continue
            subject_source(words, line, draft, subject, token)
            return True
        at = above
    for subject in range(line.first, token):
        if words.dep[subject] in SUBJECTS and not line.inside(subject):
            subject_source(words, line, draft, subject, token)
            return True
    return False


def _inverted(words: Words, line: Line, draft: Draft, token: int) -> bool:
    """Read "..., said Ana Rao, a farmer": the verb after a comma or a quotation, a name after the verb."""
    if (
        "t" in cues.FRAMES.get(draft.verb, "")
        or token == line.first
        or token + 1 >= line.stop
        or words.tag[token] not in ("VBD", "VBZ", "VBP", "VB", "VBN", "NNS", "NN")
    ):
        return False
    before = token - 1
    while before > line.first and words.pos[before] == "ADV":
        before -= 1
    if words.lower[before] not in (",", '"', "”", "''", "'", "’", "?", "!", "—", "–") and not line.inside(before):
        return False
    first = token + 1
    if words.pos[first] not in ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM") or words.lower[first] in (
        "that",
        "it",
        "there",
        "what",
        "no",
    ):
        return False
    head = noun_after(words, line, first)
    if head < 0 or words.lower[head] in TIMES or not _something_said(words, line, token):
        return False
    set_source(words, line, draft, first, phrase_end(words, line, first, head), head)
    return True


def _something_said(words: Words, line: Line, token: int) -> bool:
    """Tell whether a clause or a quotation stands before the token."""
    return (
        line.inside(token - 1)
        or any(words.tag[t] in FINITE or line.inside(t) for t in range(line.first, token - 1))
        or (line.number == 0 and token - line.first > 3)
    )


def _nearest(words: Words, line: Line, draft: Draft, token: int) -> bool:
    """Take the noun phrase before the verb for its subject, where the parse gives none; an aside may stand between."""
    at = token - 1
    while at > line.first and words.pos[at] in ("ADV", "AUX", "PART"):
        at -= 1
    last = at
    if at > line.first and words.lower[at] == ",":
        if _before_aside(words, line, draft, at):
            return True
        at = aside_start(words, line, at) - 1
        last = last - 1
    if at < line.first or line.inside(at):
        return False
    if words.pos[at] not in ("NOUN", "PROPN", "PRON", "NUM") and not words.word[at][0].isupper():
        return False
    first = at
    while first > line.first and not line.inside(first - 1) and in_phrase(words, first - 1):
        first -= 1
    while first < at and words.pos[first] in ("ADP", "CCONJ", "VERB", "SCONJ"):
        first += 1
    draft.marks.add("nearest noun")
    first, head = whole_phrase(words, line, first, first_head(words, first, at + 1))
    set_source(words, line, draft, first, last + 1, head)
    return True


def _before_aside(words: Words, line: Line, draft: Draft, comma: int) -> bool:
    """Read "Rao, who is seeking a second term, alleged ...": the noun phrase before the aside."""
    first = strip_starters(words, line.first, comma)
    opened = next((t for t in range(first, comma) if words.lower[t] == ","), -1)
    if opened <= first or any(words.tag[t] in FINITE or line.inside(t) for t in range(first, opened)):
        return False
    aside = words.lower[opened + 1]
    described = (
        aside in ("who", "which", "whose", "whom", "a", "an", "the", "one", "speaking", "citing", "quoting")
        or words.pos[opened + 1] == "PROPN"
    )
    nouns = [t for t in range(first, opened) if words.pos[t] in ("NOUN", "PROPN", "PRON")]
    if not described or not nouns or words.pos[first] == "ADP":
        return False
    head = next((t for t in nouns if words.pos[t + 1] not in ("NOUN", "PROPN", "PART")), nouns[-1])
    draft.marks.add("nearest noun")
    set_source(words, line, draft, first, comma, head)
    return True


def subject_source(words: Words, line: Line, draft: Draft, subject: int, token: int) -> None:
    """Take a subject with what belongs to it: from its first word up to the verb, or to the end of its phrase."""
    if subject > token:
        first = min(words.subtree(subject, (token + 1, line.stop)))
        set_source(words, line, draft, first, phrase_end(words, line, first, subject), subject)
        return
    keep = set(words.subtree(subject, (line.first, token)))
    first = subject
    while first - 1 >= line.first and first - 1 in keep and (not line.inside(first - 1) or line.inside(subject)):
        first -= 1
    if words.pos[first] in ("ADP", "SCONJ", "ADV") and first < subject:
        first = own_words(words, first, subject)
    last = until_verb(words, subject, max(keep))
    while last + 1 < token and words.pos[last + 1] in ("PROPN", "NOUN") and words.pos[subject] in ("NOUN", "PROPN"):
        last, subject = last + 1, last + 1
    first, subject = whole_phrase(words, line, first, subject)
    set_source(words, line, draft, first, last + 1, subject)
