"""Find the runs of capitalised words that name something, their titles and their roles."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING

from claims.language import in_dictionary
from claims.names import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.language.columns import Columns

Piece = tuple[int, int]  # tokens, half open


@dataclass(slots=True)
class Token:
    """What the rules need of a token."""

    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    start: int
    end: int
    opens: bool
    sentence: int = 0
    paragraph: int = 0
    named: bool = False


@dataclass(slots=True, kw_only=True)
class Run:
    """A name in the text: its tokens, the title before it, the roles around it."""

    first: int
    last: int
    titles: tuple[str, ...] = ()
    roles: list[Piece] = field(default_factory=list)
    age: int | None = None


def read_tokens(columns: Columns) -> list[Token]:
    """Read the tokens, and decide which of them belong to names."""
    tokens = [
        Token(*told)
        for told in zip(
            columns.word, columns.lower, map(str.lower, columns.lemma), columns.tag, columns.pos, columns.dep,
            columns.head, columns.start, columns.end, columns.opens, strict=True,
        )
    ]  # fmt: skip
    _number(tokens)
    _mark_opening(tokens)
    known = _known(tokens)
    for token, following in zip_longest(tokens, tokens[1:]):
        token.named = _names(token, known) or _given_month(token, following)
    return tokens


def _known(tokens: list[Token]) -> set[str]:
    """Give the words that are names wherever they stand: capitals inside a sentence or a name, or in no dictionary."""
    known = set()
    for token, following in zip_longest(tokens, tokens[1:]):
        if not _capital(token.text):
            continue
        joined = following is not None and following.pos == "PROPN" and _capital(following.text)
        foreign = token.pos in ("NOUN", "ADJ") and token.opens and not in_dictionary(token.lower, token.lemma)
        if foreign or (token.pos == "PROPN" and (joined or not token.opens)):
            known.add(token.text)
    return known


def _number(tokens: list[Token]) -> None:
    """Count sentences and paragraphs."""
    sentence = paragraph = 0
    for token in tokens:
        sentence += token.opens
        paragraph += token.pos == "SPACE" and "\n" in token.text
        token.sentence, token.paragraph = sentence, paragraph


def _mark_opening(tokens: list[Token]) -> None:
    """Count the first word after an opening mark or a colon as one that opens a sentence."""
    for before, token in itertools.pairwise(tokens):
        if before.pos in ("PUNCT", "SPACE") and (before.opens or before.text in ':"\u201c``\u2018'):
            token.opens = True


def _capital(text: str) -> bool:
    return text[0].isalpha() and not text.islower() and (text[0].isupper() or any(c.isupper() for c in text))


def _names(token: Token, known: set[str]) -> bool:
    if not _capital(token.text) or (token.lower in words.NEVER and not (token.text.isupper() and token.pos == "PROPN")):
        return False
    if token.lower in words.CALENDAR or token.tag in ("PRP", "PRP$", "DT", "IN", "CC", "MD", "EX"):
        return False
    if token.opens:
        return token.pos == "PROPN" or token.text in known or _acronym(token.text)
    return True


def _given_month(token: Token, following: Token | None) -> bool:
    """Tell Jan Novak and April Lee from months."""
    if following is None or token.lower not in words.GIVEN_MONTHS:
        return False
    named = following.pos == "PROPN" and following.lower not in words.CALENDAR
    return named and _capital(token.text) and _capital(following.text)


def _acronym(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return 2 <= len(letters) <= 6 and all(c.isupper() for c in letters)


def find_runs(tokens: list[Token]) -> tuple[list[Run], list[Piece]]:
    """Give the names in order, titles and roles taken off; and the titles that stand without a name."""
    found: list[Run] = []
    bare: list[Piece] = []
    at = 0
    while at < len(tokens):
        if not tokens[at].named:
            at += 1
            continue
        last = _run_end(tokens, at)
        found.extend(_split_titles(tokens, at, last, bare))
        at = last
    for run in found:
        _role_before(tokens, run)
        _role_before_comma(tokens, run)
        _after(tokens, run)
    return found, bare


def _run_end(tokens: list[Token], first: int) -> int:
    """Give the token after a run: capitalised words and what joins them."""
    last = first + 1
    while last < len(tokens):
        step = _joined(tokens, last)
        if not step:
            break
        last += step
    if "(" in tokens[last - 1].text and last < len(tokens) and tokens[last].text == ")":
        last += 1  # JD(U)
    return last


def _joined(tokens: list[Token], last: int) -> int:
    """Tell how many tokens go on with the run."""
    here, before = tokens[last], tokens[last - 1]
    if here.named and not here.opens:
        return 1
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if following is None or here.opens:
        return 0
    glued = here.start == before.end and following.start == here.end
    if following.named and (here.text == "&" or (here.text in "-\u2013'\u2019" and glued)):
        return 2
    if following.named and here.lower in words.PARTICLES and here.text.islower():
        return 2
    if here.lower == "of" and before.lower in words.BODY_HEADS:
        if following.named:
            return 2
        if following.lower == "the" and last + 2 < len(tokens) and tokens[last + 2].named:
            return 3
    if here.text == "." and before.lower in words.HONORIFICS and following.named:
        return 2
    return 0


def _split_titles(tokens: list[Token], first: int, last: int, bare: list[Piece]) -> Iterator[Run]:
    """Split "Congress President Sonia Gandhi" into what stands before the title, and the name with its title."""
    titles = _title_before(tokens, first)
    while first < last - 1 and tokens[first].lower.rstrip(".") in words.HONORIFICS:
        titles.append(tokens[first].lower.rstrip("."))
        first += 1
        if tokens[first].text == ".":
            first += 1
    role = _last_role(tokens, first, last)
    if role is None:
        yield Run(first=first, last=last, titles=tuple(titles))
        return
    begin = role
    while begin > first and _titular(tokens[begin - 1].lower):
        begin -= 1
    if begin > first:
        yield Run(first=first, last=begin, titles=tuple(titles))
    if role + 1 < last:
        yield Run(first=role + 1, last=last, titles=tuple(titles), roles=[(begin, role + 1)])
    else:
        bare.append((begin, last))


def _title_before(tokens: list[Token], first: int) -> list[str]:
    """Give the "Mr" or "Sh." right before a run."""
    at = first - 2 if first > 1 and tokens[first - 1].text == "." else first - 1
    word = tokens[at].lower.rstrip(".") if at >= 0 else ""
    return [word] if word in words.HONORIFICS and tokens[at].text[0].isupper() else []


def _titular(word: str) -> bool:
    return word in words.ROLE_MODIFIERS or word in words.ROLES or word == "-"


def _last_role(tokens: list[Token], first: int, last: int) -> int | None:
    """Find the last role word of a run, unless the words after it make a body ("Chief Executive Group")."""
    if tokens[last - 1].lower.rstrip(".") in words.BODY_ENDINGS or any(
        tokens[i].lower == "of" for i in range(first, last)
    ):
        return None
    return max((i for i in range(first, last) if tokens[i].lower.rstrip(".") in words.ROLES), default=None)


def _role_before(tokens: list[Token], run: Run) -> None:
    """Take "interim president" before a name as its role."""
    at = run.roles[0][0] if run.roles else run.first
    begin = at
    while begin > 0 and _descriptive(tokens[begin - 1]):
        begin -= 1
    while begin < at and tokens[begin].text in "-\u2013":
        begin += 1
    if begin == at or run.titles:
        return
    if run.roles:
        run.roles[0] = (begin, run.roles[0][1])
    elif tokens[at - 1].tag == "NN" or is_role(tokens[at - 1].lower):
        run.roles.append((_with_body(tokens, begin), at))


def _role_before_comma(tokens: list[Token], run: Run) -> None:
    """Take the role in "the party's leader, Paul Lund, ..."; the name has to stand between commas."""
    end = run.first - 1
    closed = run.last < len(tokens) and tokens[run.last].text in (",", ".")
    if run.roles or run.titles or end < 1 or not closed or tokens[end].text != ",":
        return
    noun = end if _role_noun(tokens[end - 1]) else _before_complement(tokens, end, run)
    begin = noun
    while begin > 0 and _nominal(tokens[begin - 1]):
        begin -= 1
    if begin > 0 and tokens[begin - 1].tag in ("POS", "PRP$", "DT"):
        run.roles.append((begin, end))


def _before_complement(tokens: list[Token], end: int, run: Run) -> int:
    """Give the end of the role noun in "the minister of health, Ana Rao,"; 0 if there is none.

    What follows a place may be where that is: "the mayor of Austin, New South Wales,".
    """
    at = end
    while at > 0 and (_nominal(tokens[at - 1]) or tokens[at - 1].tag == "DT"):
        at -= 1
    complemented = 1 < at < end and tokens[at - 1].lower in _BELONGING and _role_noun(tokens[at - 2])
    if not complemented or (tokens[end - 1].named and not _personal(tokens[run.first : run.last])):
        return 0
    return at - 1


_BELONGING = frozenset(("of", "for", "at"))


def _personal(name: list[Token]) -> bool:
    """Tell a name that a person may have: two words or three, none of them a place's."""
    words_of = {token.lower for token in name}
    return 1 < len(name) < 4 and words_of.isdisjoint(words.PLACES | words.PLACE_NOUNS | words.PLACE_ENDINGS)


def _descriptive(token: Token) -> bool:
    if not (token.text[0].islower() or (token.opens and not token.named)) and token.text not in ("-", "\u2013"):
        return False
    return token.pos in ("NOUN", "ADJ", "PROPN") or token.text in ("-", "\u2013") or token.lower in words.ROLES


def _with_body(tokens: list[Token], begin: int) -> int:
    """Let a role start with the name right before it ("BJP stalwart")."""
    while begin > 0 and tokens[begin - 1].named and tokens[begin - 1].tag != "POS":
        begin -= 1
    if begin > 1 and tokens[begin - 1].text == ")" and "(" in tokens[begin - 2].text:
        begin -= 2
    return begin


def is_role(word: str) -> bool:
    """Tell a noun for an office or occupation."""
    return word in words.ROLES or (len(word) > 5 and word.endswith(words.ROLE_ENDINGS))


def _after(tokens: list[Token], run: Run) -> None:
    """Read what stands between commas after a name: an age, a role."""
    at = run.last
    if at + 1 < len(tokens) and tokens[at].text == ",":
        number = tokens[at + 1]
        if number.text.isdigit() and len(number.text) <= 3:
            closed = at + 2 >= len(tokens) or tokens[at + 2].text in (",", ".", ")") or tokens[at + 2].lower == "and"
            if closed and 0 < int(number.text) < 120:
                run.age = at + 1
                at += 2
    if at + 1 < len(tokens) and tokens[at].text == ",":
        piece = _apposition(tokens, at + 1)
        if piece:
            run.roles.append(piece)


def _apposition(tokens: list[Token], at: int) -> Piece | None:
    """Give the role in "the party's interim president,": without article and owner, with what follows "of"."""
    begin, determined = at, False
    end = at
    while end < len(tokens) and end - at < 12:
        token = tokens[end]
        if token.tag in ("POS", "PRP$", "DT"):
            determined, begin = True, end + 1
        elif not _nominal(token):
            break
        end += 1
    if end == begin or end >= len(tokens) or not _role_noun(tokens[end - 1]):
        return None
    end = _with_complement(tokens, end)
    if end >= len(tokens) or tokens[end].tag in _FINITE or (not determined and tokens[end].lower in ("and", "or")):
        return None
    return begin, end


_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def _nominal(token: Token) -> bool:
    return token.pos in ("NOUN", "ADJ", "PROPN", "NUM") or token.text == "-" or token.tag == "VBN"


def _role_noun(token: Token) -> bool:
    return token.tag not in ("NNS", "NNPS") and is_role(token.lower)


def _with_complement(tokens: list[Token], end: int) -> int:
    """Let a role go on: "founder and chief executive", "minister of health"."""
    while end + 1 < len(tokens) and tokens[end].lower in ("and", "of"):
        last = end + 1 + (tokens[end + 1].lower == "the")
        while last < len(tokens) and _nominal(tokens[last]):
            last += 1
        if last == end + 1 or (tokens[end].lower == "and" and not _role_noun(tokens[last - 1])):
            break
        end = last
    return end
