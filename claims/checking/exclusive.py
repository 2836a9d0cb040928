"""Names behind "only": what one alone has, is or does, "only Elm has more", "nobody but Elm did better"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims import degrees
from claims.checking.words import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.checking.discourse import Discourse
    from claims.checking.mentions import Mention
    from claims.types import Span

PASSING, TRAILING = degrees.EXCEEDS | {"better", "top", "ahead"}, degrees.TRAILS | {"behind"}
MOVING = degrees.RISES | degrees.FALLS | {"up", "down"}
BESIDE = frozenset(map(stem, PASSING | TRAILING))
ENDING = frozenset(";:.—")
EXCEPTING, NOBODY = frozenset("but except bar save".split()), frozenset("nobody none".split())
NOT_ALONE, ARTICLES = frozenset("not the a".split()), frozenset({"the"})


@dataclass(frozen=True, slots=True)
class Exclusive:
    """A name that alone does something: the words from "only" to its end, and the word of degree behind."""

    span: Span
    degree: Token


def exclusive(discourse: Discourse, mention: Mention) -> Exclusive | None:
    """Find the "only" before a name and the word of degree behind it."""
    first = _only(discourse, mention)
    word = _graded(discourse, mention) if first is not None and not _joined(discourse, mention) else None
    return Exclusive((first.idx, mention.end), word) if first is not None and word is not None else None


def _only(discourse: Discourse, mention: Mention) -> Token | None:
    """Give "only", or the first word of "nobody but"; not "not only Elm", "the only Elm"."""
    doc = discourse.document.doc
    first = discourse.document.line(mention.start, mention.end)[0].i
    at = first - 1 - (first > 0 and doc[first - 1].lower_ in ARTICLES)
    words = [doc[i].lower_ if i >= 0 else "" for i in (at, at - 1, at - 2)]
    if words[0] == "only":
        return None if words[1] in NOT_ALONE else doc[at]
    if words[0] in EXCEPTING and (words[1] in NOBODY or words[1:] == ["one", "no"]):
        return doc[at - 1 - (words[1] == "one")]
    return None


def _joined(discourse: Discourse, mention: Mention) -> bool:
    """Say whether another name is joined to the first: "only Elm and Oak"."""
    document = discourse.document
    after = next(iter(discourse.mentions_in((mention.end, document.sentence(mention.start)[1]))), None)
    between = document.article.text[mention.end : after.start].split() if after else []
    return 0 < len(between) < REACH and between[-1] in ("and", "or", ",", "the")


REACH = 3  # words
LEADING_TO = frozenset("the at in on for by with".split())


def alone_in(discourse: Discourse, only: Token) -> tuple[Mention, ...]:
    """Give the names right behind "only", all of a list: "only Elm", "only at Elm, Oak and the Ash"."""
    at = only.i + 1
    while at < len(only.doc) - 1 and only.doc[at].lower_ in LEADING_TO and at - only.i < REACH:
        at += 1
    first = discourse.mention_at(only.doc[at]) if at < len(only.doc) else None
    if first is None or first.start > only.doc[at].idx or not first.named or first.back:
        return ()
    names, text = [first], discourse.document.article.text
    for mention in discourse.mentions_in((first.end, discourse.document.sentence(first.start)[1])):
        between = text[names[-1].end : mention.start].lower().replace(",", " ").split()
        if {*between} - LISTED or not mention.named or (not between and "," not in text[names[-1].end : mention.start]):
            break
        names.append(mention)
    return tuple(names)


LISTED = frozenset("and the or on at in".split())


def _graded(discourse: Discourse, mention: Mention) -> Token | None:
    """Give the word behind a name that says what it alone is or does: "has more", "is dearer", "bettered it"."""
    document = discourse.document
    for token in document.line(mention.end, document.sentence(mention.start)[1]):
        if token.text in ENDING:
            return None
        if token.lower_ in ("more", "fewer", "less") and _of_a_number(token):  # "only Elm has more than 40"
            continue
        told = token.tag_ in degrees.COMPARATIVES or token.lower_ in degrees.PLAIN_COMPARATIVES | MOVING
        if told or token.lemma_.lower() in MOVING or stem(token.text) in BESIDE:
            return token
    return None


def _of_a_number(token: Token) -> bool:
    """Say whether a comparison is with a number: "more than 40"."""
    behind = token.doc[token.i + 1 : token.i + 3]
    return len(behind) == 2 and behind[0].lower_ == "than" and behind[1].like_num
