"""Posts in a body: "heads the committee on finance", "the captain of Elm", held to the rows of whom it is said of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.checking.index import words_of
from claims.checking.mentions import Mention
from claims.checking.query import Filter, Query, different, same, select
from claims.checking.readings.roles import both_ways, person_column
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import valid_on
from claims.checking.words import STOP, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import Cell, View

NOW = r"(?: now| still| also| currently)?"
TO = r"(?: (?:the|its|their))?(?: (?!(?:of|on|for)\b)[\w-]+ (?:on|of|for)(?: the)?)? "
POST = rf"(?:the |a |an |its )?(?P<noun>[\w-]+(?: [\w-]+){{0,2}}) (?:of|on|in|at|for){TO}"
LEADS = re.compile(rf"(?:,? who|[^.;]{{0,60}},? and|,)?{NOW} (?:chairs|heads|leads|captains)(?: up)?{TO}")
HOLDS = re.compile(rf"(?:,(?: \d+,)?|(?:,? who)? (?:is|remains|serves as){NOW}) {POST}")
OPENS = re.compile(POST, re.IGNORECASE)
"""What stands between a person and the body in which they have a post; the post before the body and the person."""
FIRST = frozenset(stem(w) for w in "chair chairman chairwoman chairperson head leader president captain boss".split())
TOP = re.compile(r"(?:top|ranking|senior) [\w-]+", re.IGNORECASE)
SECOND = stem("ranking")
FORMER = frozenset("former ex past then vice deputy acting not no".split())
BEHIND = re.compile(r"(?: [A-Z][\w-]+| [a-z]+)?, ")
MATCHED, TIED, TOLD = 0.95, 0.95, 0.9


@dataclass(frozen=True, slots=True)
class Seat:
    """A post that somebody is said to have in a body, and the rows of the person that have such a post."""

    view: View
    person: str
    name: str
    post: str
    posts: tuple[str, ...]


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the bodies in which the person has the post, to be held to the one that is named."""
    mention = _body(desk)
    if mention is None:
        return
    for seat in seats(desk):
        view, who = seat.view, same(seat.view, seat.person, seat.name)
        now = valid_on(view, desk.context.published) if view.start and desk.context.published else ()
        held = [where for post in seat.posts if select(view, where := (who, Filter(seat.post, "=", post), *now))]
        for column, value in ((c, v) for c in view.names for v, _ in mention.values if view.rows(c, v)):
            bodies = {cell: where for where in held for cell in different(view, column, where)}
            meant = next((b for b in bodies if b == value or _named_so(mention, b)), None)
            if meant is not None:
                yield _reading(seat, column, str(meant), (*bodies[meant], same(view, column, meant)), refutes=False)
            elif len(bodies) == 1:
                yield _reading(seat, column, value, held[0], refutes=True)
            elif not held and len(select(view, inside := (who, same(view, column, value), *now))) == 1:
                yield _reading(seat, seat.post, seat.posts[0], inside, refutes=True)


def _named_so(mention: Mention, body: Cell) -> bool:
    """Say whether the words name a body as well as the one that they were taken for: of two committees on trade."""
    return isinstance(body, str) and {*words_of(mention.text)} - STOP <= {*words_of(body)}


@remembered
def seats(desk: Desk) -> tuple[Seat, ...]:
    """Give the posts that a clause says somebody has in the body that is named."""
    body = _body(desk)
    said = _said(desk, body) if body and desk.statement.modality == "asserted" else None
    return tuple(_seats(desk, body, said[1], said[0])) if body and said else ()


def _seats(desk: Desk, body: Mention, said: str, holder: Mention) -> Iterator[Seat]:
    for view in desk.views:
        person = person_column(desk, view)
        rows = view.rows(person, holder.best) if person else ()
        inside = any(view.rows(c, body.best) for c in view.names if c != person)
        for column in (c for c in view.names if c != person and not view.columns[c].named) if rows and inside else ():
            known = [v for v in view.distinct(column) if isinstance(v, str)]
            if posts := tuple(v for v in known if _is_post(said, v)):
                yield Seat(view, person, holder.best, column, posts)


def _is_post(said: str, post: str) -> bool:
    """Say whether a post is the one that is said: a chair leads, the top member of a party is the ranking one."""
    own = stems_of(post)
    if both_ways(list(stems_of(said)), own) >= MATCHED:
        return True
    if said in ("first", "second"):
        return bool(own) and (FIRST.issuperset(own) if said == "first" else SECOND in own)
    return False


@remembered
def _body(desk: Desk) -> Mention | None:
    """Give the body that the statement names, for what it says where it seems to take somebody up: "the Treasury"."""
    if desk.statement.kind not in ("association", "category", "leader") or not desk.context.tokens:
        return None
    found = desk.context.discourse.mention_at(desk.context.tokens[0])
    if found and found.said:
        found = Mention(found.start, found.end, found.text, found.said)
    return found if found and found.named and not (found.person or found.back) else None


def _said(desk: Desk, body: Mention) -> tuple[Mention, str] | None:
    """Give the person right behind the body, "the captain of Elm, Bo Day", else the last before it, and the post."""
    text, discourse, start = desk.context.text, desk.context.discourse, desk.context.sentence[0]
    behind = discourse.mentions_in((body.end, desk.context.sentence[1]))[:1]
    opening = OPENS.fullmatch(text, start, body.start)
    if opening and behind and behind[0].person and BEHIND.fullmatch(text, body.end, behind[0].start):
        return (behind[0], _post(opening["noun"])) if len(behind[0].values) == 1 else None
    people = [m for m in discourse.mentions_in((start, body.start)) if m.person and not m.said]
    if not people or len(people[-1].values) != 1:
        return None
    if LEADS.fullmatch(text, people[-1].end, body.start):
        return people[-1], "first"
    held = HOLDS.fullmatch(text, people[-1].end, body.start)
    return (people[-1], _post(held["noun"])) if held else None


def _post(noun: str) -> str:
    """Give a post: "first" where it leads a body, "second" of a party's top member, "" where it is none of now."""
    words = noun.lower().split()
    if FORMER.intersection(words):
        return ""
    if TOP.fullmatch(noun):
        return "second"
    return "first" if len(words) == 1 and stem(noun) in FIRST else noun


def _reading(seat: Seat, column: str, value: str, where: tuple[Filter, ...], *, refutes: bool) -> Reading:
    inside = f" in {where[1].value}" if column == seat.post else ""
    return Reading(
        family="office", query=Query(operation="value", table=seat.view.name, column=column, where=where),
        parts=(("subject", TIED), ("words", TOLD), ("time", TOLD)),
        said=f"{column} of {seat.name}{inside}", form="name", asserted=value, refutes=refutes,
    )  # fmt: skip
