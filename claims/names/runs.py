"""Find the runs of capitalised words that name something, their titles and their roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.names import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

Piece = tuple[int, int]  # tokens, half open


@dataclass(slots=True)
class Token:
    """What the rules need of a spaCy token, read once."""

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
    named: bool = False


@dataclass(slots=True, kw_only=True)
class Run:
    """A name in the text: its tokens, the title before it, the roles around it."""

    first: int
    last: int
    titles: tuple[str, ...] = ()
    roles: list[Piece] = field(default_factory=list)
    age: int | None = None


def read_tokens(doc: Doc) -> list[Token]:
    """Read the tokens, and decide which of them belong to names."""
    tokens = [
        Token(
            t.text,
            t.lower_,
            t.lemma_.lower(),
            t.tag_,
            t.pos_,
            t.dep_,
            t.head.i,
            t.idx,
            t.idx + len(t.text),
            bool(t.is_sent_start),
        )
        for t in doc
    ]
    _mark_opening(tokens)
    known = {t.text for t in tokens if _capital(t.text) and not t.opens and t.pos == "PROPN"}
    for token in tokens:
        token.named = _names(token, known)
    return tokens


def _mark_opening(tokens: list[Token]) -> None:
    """Count the first word after an opening mark or a colon as one that opens a sentence."""
    for before, token in zip(tokens, tokens[1:], strict=False):
        if before.pos in ("PUNCT", "SPACE") and (before.opens or before.text in ':"\u201c``\u2018'):
            token.opens = True


def _capital(text: str) -> bool:
    return text[0].isalpha() and (text[0].isupper() or any(c.isupper() for c in text))


def _names(token: Token, known: set[str]) -> bool:
    if not _capital(token.text) or (token.lower in words.NEVER and not (token.text.isupper() and token.pos == "PROPN")):
        return False
    if token.lower in words.CALENDAR or token.tag in ("PRP", "PRP$", "DT", "IN", "CC", "MD", "EX"):
        return False
    if token.opens:
        return token.pos == "PROPN" or token.text in known or _acronym(token.text)
    return True


def _acronym(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return 2 <= len(letters) <= 6 and all(c.isupper() for c in letters)


def find_runs(tokens: list[Token]) -> list[Run]:
    """Give the names in order, titles and roles taken off."""
    found: list[Run] = []
    at = 0
    while at < len(tokens):
        if not tokens[at].named:
            at += 1
            continue
        last = _run_end(tokens, at)
        found.extend(_split_titles(tokens, at, last))
        at = last
    for run in found:
        _role_before(tokens, run)
        _after(tokens, run)
    return found


def _run_end(tokens: list[Token], first: int) -> int:
    """Give the token after a run: capitalised words and what joins them."""
    last = first + 1
    while last < len(tokens):
        step = _joined(tokens, first, last)
        if not step:
            break
        last += step
    if "(" in tokens[last - 1].text and last < len(tokens) and tokens[last].text == ")":
        last += 1  # JD(U)
    return last


def _joined(tokens: list[Token], first: int, last: int) -> int:
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


def _split_titles(tokens: list[Token], first: int, last: int) -> Iterator[Run]:
    """Split "Congress President Sonia Gandhi" into what stands before the title, and the name with its title."""
    titles = []
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


def _descriptive(token: Token) -> bool:
    if not token.text[0].islower() and token.text not in ("-", "\u2013"):
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
            closed = at + 2 >= len(tokens) or tokens[at + 2].text in (",", ".", ")") or tokens[at + 2].lower in ("and",)
            if closed and 0 < int(number.text) < 120:
                run.age = at + 1
                at += 2
    if at + 1 < len(tokens) and tokens[at].text == ",":
        piece = _apposition(tokens, at + 1)
        if piece:
            run.roles.append(piece)


def _apposition(tokens: list[Token], at: int) -> Piece | None:
    """Give the role of "the party's interim president," without article and owner."""
    begin = at
    determined = False
    end = at
    while end < len(tokens) and end - at < 12:
        token = tokens[end]
        if token.tag in ("POS", "PRP$", "DT"):
            determined, begin = True, end + 1
        elif not (token.pos in ("NOUN", "ADJ", "PROPN", "NUM") or token.text == "-" or (token.tag == "VBN")):
            break
        end += 1
    if end == begin or end >= len(tokens):
        return None
    head = tokens[end - 1]
    if not is_role(head.lower) or head.tag in ("NNS",) or not (determined or head.text[0].islower() or begin == at):
        return None
    return begin, end
