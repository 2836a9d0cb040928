"""What is said of several at once: "Elm and Ash are in Corve", "both are Liberals": each of them has to have it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from claims.checking.remembered import remembered

if TYPE_CHECKING:
    from claims.checking.desk import Desk
    from claims.checking.mentions import Mention
    from claims.checking.tables import View

VERBS = r"(?:are|were|have been|remain|come|hail|play|sit|live|work|run|stand|lie)"
LINK = re.compile(r"(?P<end>,? and |, )(?:the )?")
SAID = re.compile(rf",?(?: both| all)? {VERBS}\b(?![^,;]* respectively)[^,;:]{{0,50}}")
BOTH = re.compile(
    rf"(?:.*[;:,] (?:and |but )?)?(?:both(?: of them| [a-z]+s?en| [a-z]+s)?|(?:of )?the two(?: [a-z]+)?|they both)"
    rf"(?: {VERBS})?\b[^,;:]{{0,50}}",
    re.IGNORECASE | re.DOTALL,
)


@remembered
def jointly(desk: Desk) -> tuple[Mention, ...]:
    """Give the names of which a word is said at once, none where there are not several."""
    context = desk.context
    start, before = context.sentence[0], context.text[context.sentence[0] : desk.statement.start]
    named = [m for m in context.discourse.mentions_in((start, desk.statement.start)) if _plain(m)]
    for at in range(len(named)):
        listed = _listed(desk, named[at:])
        if len(listed) > 1 and SAID.fullmatch(context.text, listed[-1].end, desk.statement.start):
            return listed
    return _last_two(desk) if BOTH.fullmatch(before) and not named else ()


@dataclass(frozen=True, slots=True)
class Odd:
    """One of several of which a value is said at once, whose row has another in the column."""

    view: View
    column: str
    own: str
    mention: Mention


@remembered
def odd(desk: Desk, values: tuple[str, ...]) -> Odd | None:
    """Give the first of those of which a value is said that has one other in place of it."""
    joint = jointly(desk)
    held = [(v, c) for v in desk.views for c in v.names if any(v.rows(c, x) for x in values)] if joint else []
    for mention, (view, column) in product(joint, held):
        for own in (c for c in (view.entity, view.person) if c and c != column):
            cells = {view.cells(column)[row] for row in view.rows(own, mention.best)} - {None}
            if len(cells) == 1 and cells.isdisjoint(values):
                return Odd(view, column, own, mention)
    return None


def _plain(mention: Mention) -> bool:
    return mention.named and not mention.back and len(mention.values) == 1 and mention.text[:1].isupper()


def _listed(desk: Desk, mentions: list[Mention]) -> tuple[Mention, ...]:
    """Give the names that follow each other as a list, as far as its end behind an "and"."""
    found, last = mentions[:1], False
    for mention in mentions[1:]:
        link = LINK.fullmatch(desk.context.text, found[-1].end, mention.start)
        if link is None or last:
            break
        found, last = [*found, mention], "and" in link["end"]
    return tuple(found) if last else ()


def _last_two(desk: Desk) -> tuple[Mention, ...]:
    """Give the two people, else the two things, that the sentence before names, none where they are not two."""
    discourse, start = desk.context.discourse, desk.context.sentence[0]
    before = [m for m in discourse.mentions_in((discourse.paragraph(start)[0], start)) if _plain(m)]
    own = [m for m in before if before[-1].start < desk.context.document.sentence(m.start)[1]]
    people = [m for m in own if m.person]
    found = {m.best: m for m in people or own}
    return tuple(found.values()) if len(found) == 2 else ()
