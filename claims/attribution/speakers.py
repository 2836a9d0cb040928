"""Who says it: the subject of a verb of saying, wherever the sentence puts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.attribution import cues
from claims.attribution.adjacent import closes_with, nearest
from claims.attribution.phrases import (
    SUBJECTS,
    TIMES,
    Draft,
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
from claims.names.runs import is_role

if TYPE_CHECKING:
    from claims.attribution.words import Line, Words


def find_subject(words: Words, line: Line, draft: Draft, token: int) -> bool:
    """Find who says: the subject, that of the verb above, or the noun that a relative clause hangs on."""
    tag = words.tag[token]
    helped = auxiliary(words, token, "aux")
    subject = words.subject(token, *SUBJECTS)
    if _after_quote(words, line, draft, token):
        return True
    if not tag.startswith("VB") and ends_here(words, line, token) and nearest(words, line, draft, token):
        return True
    if closes_with(words, line, draft, token, subject):
        return True
    if 0 <= subject < token and verb_between(words, line, subject, token):
        subject = -1
        if nearest(words, line, draft, token):
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
        return active and nearest(words, line, draft, token)
    return _shared(words, line, draft, token) or nearest(words, line, draft, token)


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
        or (
            words.pos[first] not in ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM")
            and words.lower[first] not in ("retired", "former", "ex")
            and not (words.tag[first] == "VB" and words.pos[first + 1] == "PROPN")  # '"...," elder Ana Rao said'
        )
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
    first = min(tree) + (words.pos[min(tree)] == "ADP" and min(tree) < antecedent)
    set_source(words, line, draft, first, max(tree) + 1, antecedent)
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
        set("teapx") & set(cues.FRAMES.get(draft.verb, ""))
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
    speaks = words.pos[first] in ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM") or words.word[first][:2].isupper()
    if not speaks or words.lower[first] in (
        "that",
        "it",
        "there",
        "what",
        "no",
    ):
        return False
    head = first if words.pos[first] == "INTJ" else noun_after(words, line, first)
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


def subject_source(words: Words, line: Line, draft: Draft, subject: int, token: int) -> None:
    """Take a subject with what belongs to it: from its first word up to the verb, or to the end of its phrase."""
    if subject < line.first:  # the parser took a place of the dateline for it
        subject = noun_after(words, line, line.first)
        if not 0 <= subject < token:
            return
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
    comma = next((t for t in range(subject - 1, first, -1) if words.lower[t] == ","), first)
    if any(words.pos[t] == "VERB" for t in range(first, comma)):
        first = comma + 1
    last = until_verb(words, subject, max(keep))
    while last + 1 < token and words.pos[last + 1] in ("PROPN", "NOUN") and words.pos[subject] in ("NOUN", "PROPN"):
        last, subject = last + 1, last + 1
    first, subject = whole_phrase(words, line, first, subject)
    named = strip_starters(words, line.first, first)
    if named < first - 1 and _is_name(words, line, named, first - 1) and words.lower[token - 1] == ",":
        set_source(words, line, draft, named, token - 1, first_head(words, named, first - 1))
        return
    first = _with_description(words, line, _with_modifiers(words, line, first, token), token)
    set_source(words, line, draft, first, last + 1, subject)


def _with_description(words: Words, line: Line, first: int, token: int) -> int:
    """Take in what the parser left before a name: "The minister of health, | Ana Rao, said"."""
    comma = first if words.lower[first] == "," else first - 1
    named = words.pos[comma + 1] == "PROPN" and words.lower[token - 1] == ","
    if not named or comma <= line.first or words.lower[comma] != ",":
        return first
    start = strip_starters(words, line.first, comma)
    phrase = range(start, comma)
    described = any(is_role(words.lower[t]) for t in phrase) and words.pos[start] in ("DET", "PRON")
    return start if described and all(in_phrase(words, t) for t in phrase) else first


def _is_name(words: Words, line: Line, first: int, comma: int) -> bool:
    """Tell "Tom Berg, | a historian who was there, recalled": a name and a comma before the description."""
    plain = all(in_phrase(words, t) and words.pos[t] != "ADP" for t in range(first, comma))
    return words.lower[comma] == "," and plain and words.pos[comma - 1] == "PROPN" and not line.inside(first)


def _with_modifiers(words: Words, line: Line, first: int, token: int) -> int:
    """Take in what the parser left before a subject: "two lawmakers and | an aide", "STF senior | inspector Rao"."""
    before = first - 1
    if before > line.first and words.lower[before] == "and":
        both = [c for c in words.children[token] if words.dep[c] in SUBJECTS and line.first <= c < before]
        return min(words.subtree(both[-1], (line.first, before))) if both else first
    while before >= line.first and _modifies(words, before) and not line.inside(before):
        before -= 1
    bounded = before < line.first or words.lower[before] in (",", '"', "”", "''") or line.inside(before)
    return before + 1 if bounded and before < first - 1 else first


def _modifies(words: Words, at: int) -> bool:
    return words.pos[at] in ("PROPN", "NOUN", "ADJ", "NUM") or words.word[at].isupper()
