"""Names as what is asserted: who held an office, what somebody does for a living."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.checking.query import Filter, Query, different, same, select
from claims.checking.scoring import Reading, word_match
from claims.checking.selection import valid_on
from claims.checking.words import stem, stems_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import View

FORMER = frozenset(stem(w) for w in "former ex past onetime".split())
ONLY, OWN = 0.75, 0.55
"""How tied a body is that has a post alone, and one that is only known from the holder's row."""
SAID, SURE, NAMED = 0.75, 0.95, 0.95
TRADES = frozenset(stem(w) for w in "background calling education occupation profession trade vocation".split())
PERSONAL = TRADES | {stem(w) for w in "affiliation country faction gender nationality party religion sex".split()}
"""Words of columns of what somebody is, whatever post they hold."""
TRAINED = frozenset(stem(w) for w in "trained retired qualified professional practising practicing".split())
APPOSED = re.compile(r", (?:an?|the|now an?) (?:[a-z0-9-]+ ){0,2}")
"""What stands between a name and what its bearer is."""
AGED = frozenset(stem(w) for w in "year old aged".split())
PLAIN = frozenset(stem(w) for w in "party then new current longtime".split())


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what the tables say of an office that somebody is said to hold."""
    if desk.statement.kind == "office" and desk.statement.subject and desk.context.published:
        for view in desk.views:
            if view.start and view.end:
                yield from _office(desk, view, desk.context.published)
            yield from _calling(desk, view, desk.statement.subject)
    elif bearer := _described(desk):
        for view in desk.views:
            yield from _calling(desk, view, bearer)


def _described(desk: Desk) -> str:
    """Give the person behind whose name it stands what they are: "Lee, a retired baker"."""
    if desk.statement.kind not in ("association", "category"):
        return ""
    first, last = desk.context.sentence[0], desk.statement.start
    people = [m for m in desk.context.discourse.mentions_in((first, last)) if m.person and m.named]
    apposed = people and APPOSED.fullmatch(desk.context.text, people[-1].end, last)
    return people[-1].best if apposed and len(people[-1].values) == 1 else ""


def _role(desk: Desk) -> list[str]:
    """Give the stems of the role's words, the names inside left out: "leader" of "JD(U) leader"."""
    start, end = desk.statement.start, desk.statement.end
    text = desk.statement.quote
    for mention in reversed(desk.context.discourse.mentions_in((start, end))):
        if mention.named:
            text = text[: mention.start - start] + " " + text[mention.end - start :]
    return list(stems_of(text))


def person_column(desk: Desk, view: View) -> str:
    """Name the column of the people that a table of offices is about."""
    persons = desk.index.persons
    return view.person or next(
        (c for c in view.names if any(v in persons for v in list(view.distinct(c))[:5])), ""
    )  # fmt: skip


def _office(desk: Desk, view: View, day: dt.date) -> Iterator[Reading]:
    person = person_column(desk, view)
    if not person:
        return
    role = [s for s in _role(desk) if s not in PLAIN]
    name = holder(desk, view, person, desk.statement.subject)
    former = bool(FORMER & set(role))
    role = [s for s in role if s not in FORMER]
    valid = () if former else valid_on(view, day)
    for where, match, tie in _posts(desk, view, person, role):
        holders = {view.cells(person)[row] for row in select(view, (*where, *valid))}
        chosen = (*where, *valid)
        alone = len(holders) == 1
        if not alone:
            chosen = (*chosen, Filter(person, "=", name))
        yield Reading(
            family="office",
            query=Query(operation="value", table=view.name, column=person, where=chosen),
            parts=(("subject", tie), ("words", match)),
            said=f"{' of '.join(str(f.value) for f in where) or person}{'' if former else f' on {day}'}",
            form="name", asserted=name, refutes=alone and match > SURE and tie >= 0.6 and not former,
        )  # fmt: skip


def _calling(desk: Desk, view: View, name: str) -> Iterator[Reading]:
    """Yield what the row of a person calls them, where some row is called what the article says: a doctor, a pilot."""
    person = person_column(desk, view)
    where = (same(view, person, holder(desk, view, person, name)),) if person else ()
    role = [s for s in _role(desk) if s not in AGED | TRAINED and not s.isdigit()]
    if not where:
        return
    columns = [c for c in view.names if c != person and not view.columns[c].named]
    former = bool(FORMER.intersection(role))
    if (view.start and view.end) or former:  # a post ends, a trade stays
        columns = [c for c in columns if view.called(c, TRADES)]
    role = [s for s in role if s not in FORMER]
    for column in (c for c in columns if len(different(view, c, where)) == 1):
        called = [(both_ways(role, stems_of(v)), v) for v in view.distinct(column) if isinstance(v, str)]
        for match, text in sorted(c for c in called if c[0] >= SAID)[-1:]:
            yield Reading(
                family="category", query=Query(operation="value", table=view.name, column=column, where=where),
                parts=(("subject", NAMED), ("words", match)), said=f"{column} of {where[0].value}", form="name",
                asserted=text, refutes=match > SURE and not former,
            )  # fmt: skip


def holder(desk: Desk, view: View, person: str, given: str) -> str:
    """Give the name the article gives, as the table writes it where it knows it."""
    for mention in desk.context.discourse.mentions:
        named = mention.values and not mention.back and (mention.text in given or given in mention.text)
        if named and view.rows(person, mention.best):
            return mention.best
    return given


def _posts(desk: Desk, view: View, person: str, role: list[str]) -> Iterator[tuple[tuple[Filter, ...], float, float]]:
    """Yield the posts that the role's words name, in the body that the clause ties to it."""
    offices = [c for c in view.names if not view.columns[c].named and c != person and not view.called(c, PERSONAL)]
    bodies = [c for c in view.names if view.columns[c].named and c != person]
    ties = _bodies(desk, view, bodies)
    titles: list[tuple[tuple[Filter, ...], float]] = []
    for column in offices:
        matches = [(v, both_ways(role, stems_of(v))) for v in view.distinct(column) if isinstance(v, str)]
        titles += [((Filter(column, "=", v),), match) for v, match in matches if match >= SAID]
    if (
        not offices
        and (match := word_match(role, (*stems_of(view.name), *(s for c in (person,) for s in stems_of(c))))) >= 0.75
    ):
        titles.append(((), match))
    name = holder(desk, view, person, desk.statement.subject)
    for where, match in sorted(titles, key=lambda t: -t[1])[:3]:
        for body, tie in (*ties, *_implied(view, bodies, where, (*where, same(view, person, name)))):
            if select(view, (*where, *body)):
                yield (*where, *body), match, tie


def _implied(
    view: View, bodies: list[str], post: tuple[Filter, ...], held: tuple[Filter, ...]
) -> list[tuple[tuple[Filter, ...], float]]:
    """Give what goes without saying: no body where only one has such a post, else the one where the holder had it."""
    if post and all(len(different(view, c, post)) <= 1 for c in bodies):
        return [((), ONLY)]
    own = tuple(Filter(c, "=", b) for c in bodies if len(found := different(view, c, held)) == 1 for b in found if b)
    return [(own, OWN)] if post and own else []


def both_ways(role: list[str], title: tuple[str, ...]) -> float:
    """Match words in both directions: "president" is only part of "vice president"."""
    if not role or not title:
        return 0.0
    return min(word_match(role, title), word_match(title, role))


def _bodies(desk: Desk, view: View, columns: list[str]) -> list[tuple[tuple[Filter, ...], float]]:
    found: list[tuple[tuple[Filter, ...], float]] = []
    inside = desk.context.discourse.mentions_in((desk.statement.start, desk.statement.end))
    for mention in inside:
        found += [((Filter(c, "=", mention.best),), 0.95) for c in columns if view.rows(c, mention.best)]
    for binding in desk.context.bindings:
        for column in columns:
            for value, weight in binding.mention.values[:1]:
                if view.rows(column, value):
                    found.append(((Filter(column, "=", value),), binding.weight * weight))
    alone = not any(view.columns[c].role == "entity" for c in columns)
    return found[:4] or ([((), 0.7)] if alone else [])
