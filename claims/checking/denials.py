"""What a denial leaves as it is: an age, a figure set apart from it, a time up to which or since when it holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.checking import likeness
from claims.checking.anchor import FIGURES
from claims.checking.pointers import DETERMINED
from claims.checking.readings import lives

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.verdicts import Weighed

WITH = re.compile(r", with (?:(?:just|only|about|some|nearly|over) )?$")
SINCE = re.compile(r"\bsince\b[^,;:.]*$")


def presupposed(desk: Desk, weighed: Sequence[Weighed]) -> bool:
    """Say whether an age goes along with a name, whatever is denied: "Lee, 45, would like to", "at 45 he is not"."""
    value, context = desk.value, desk.context
    joined = context.before[:1] == [","] or (value is not None and "-old" in value.text)
    fronted = context.text[context.sentence[0] : desk.statement.start].lower() == "at "
    aged = fronted and [w.reading.family for w in weighed[:1]] == ["age"]
    return value is not None and ((value.kind == "age" and joined) or aged)


def says_not(desk: Desk) -> bool:
    """Say whether the denial is one of the words that a catalog declares: "[was not enough] to win"."""
    return desk.statement.kind == "phrase" and not lives.NOT.isdisjoint(t.lower_ for t in desk.context.tokens)


def set_apart(desk: Desk) -> bool:
    """Say whether a figure stands apart from what is denied.

    It does in brackets, between commas or in front: "Elm (3,400 people) did not grow", "Elm, with 24 shops, has not",
    "in my four years here I have not", "no cooler than Ash, with 31".
    """
    return desk.value is not None and (_bracketed(desk) or _between_commas(desk) or _fronted(desk))


def until(desk: Desk) -> bool:
    """Say whether the denial only bounds a time: "does not end until January"."""
    return any(t.lower_ == "until" for t in desk.context.line)


def granted(desk: Desk, weighed: Sequence[Weighed]) -> bool:
    """Say whether a figure or a day is taken for known by a denial.

    "Not seen since the turn last October" and "never more than its one counter" tell of a turn and of a counter.
    """
    value, context = desk.value, desk.context
    if value is not None and value.kind in likeness.DATES:
        told = next((w.reading.family for w in weighed if w.result.outcome == "agrees"), "")
        return (
            told != "dated figure"
            and SINCE.search(context.text[context.sentence[0] : desk.statement.start]) is not None
        )
    return value is not None and value.kind in FIGURES and bool(DETERMINED & {*context.before[:1]})


def _bracketed(desk: Desk) -> bool:
    before = desk.context.text[desk.context.sentence[0] : desk.statement.start]
    opened = before.rfind("(")
    if opened <= before.rfind(")"):
        return False
    return not _tells(desk.context.document.line(desk.context.sentence[0] + opened, desk.statement.end))


def _between_commas(desk: Desk) -> bool:
    """Recognise what is put in before the denial, and what "with" adds behind it."""
    context, (first, last) = desk.context, desk.context.sentence
    before, after = context.text[first : desk.statement.start], context.text[desk.statement.end : last]
    if WITH.search(before):
        return True
    opened, closed = before.rfind(","), after.find(",")
    if opened < 0 or closed < 0 or _denies(context.document.line(first, desk.statement.start)):
        return False
    inside = context.document.line(first + opened, desk.statement.end)
    return not _tells(inside) and _denies(context.document.line(desk.statement.end + closed, last))


def _fronted(desk: Desk) -> bool:
    """Recognise a phrase in front of the subject of what is denied."""
    context, token = desk.context, desk.context.head
    before = context.document.line(context.clause[0], desk.statement.start)
    if _tells(before) or any(t.dep_.startswith("nsubj") for t in before):
        return False
    while token.dep_ in ("nummod", "compound", "nmod", "amod") and token.head.i != token.i:
        token = token.head
    return token.dep_ == "obl" and token.i < token.head.i and len(before) > 0


def _tells(tokens: Iterable[Token]) -> bool:
    return any(t.pos_ in ("VERB", "AUX") or t.lower_ in lives.NOT for t in tokens)


def _denies(tokens: Iterable[Token]) -> bool:
    return any(t.lower_ in lives.NOT for t in tokens)
