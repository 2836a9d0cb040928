"""Names and categories as what is asserted: a party, a rating, a nationality; who came before, who held it then."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.checking.jointly import odd
from claims.checking.phrases import OBJECTS, SUBJECTS, of_earlier
from claims.checking.query import Filter, Query, same, select
from claims.checking.readings.participants import contradicted
from claims.checking.readings.roles import PERSONAL, TRADES, person_column
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import Selection, timed, valid_on
from claims.checking.words import kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.jointly import Odd
    from claims.checking.tables import View
    from claims.checking.ties import Binding

CLOSE, BESIDE, OUTRIGHT = 0.5, 0.9, 0.95
TIMES = frozenset(stem(w) for w in "former previous prior past next".split())
"""Words of a column that say it is of another time than the rest of its row."""
PAST = frozenset("was were been once former formerly".split())


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what the tables say in place of the asserted name."""
    kind = desk.statement.kind
    mention = desk.context.discourse.mention_at(desk.context.head)
    if mention is None or kind not in ("category", "holder", "predecessor", "successor", "winner"):
        return
    for view in desk.views:
        if kind == "category":
            yield from _categories(desk, view, [v for v, _ in mention.said or mention.values])
        elif kind == "winner":
            yield from _winners(desk, view, mention.best)
        elif view.start and view.end and desk.context.published:
            yield from _holders(desk, view, mention.best, kind)


def _categories(desk: Desk, view: View, values: list[str]) -> Iterator[Reading]:
    columns = [c for c in view.names if c != view.entity and any(view.rows(c, v) for v in values)]
    columns = [c for c in columns if view.columns[c].dtype != "list" and _of_that_time(desk, view, c)]
    dated = view.year or view.quarter or view.day or view.start
    over = not dated and any(token.lower_ in PAST for token in desk.context.line)
    gone = over and of_earlier(desk)  # what it was once no row says
    differing = odd(desk, tuple(values))
    for column in columns if differing is None or differing.view is view else ():
        for selection in desk.selections(view) if differing is None else _of_one(desk, differing, column):
            about = [v for c, v in selection.filled if c != column]
            if not about or selection.value_of(column) in values or selection.subject < 0.5:
                continue
            if any(_done_to(desk, name) for name in about):
                continue
            where = tuple(f for f in selection.where if f.column != column)
            if contradicted(desk, view, column, where):
                continue
            found = {view.cells(column)[row] for row in select(view, where)}
            told = found.isdisjoint(values) and (gone or _called(desk, about))
            if len(found) != 1 or told:
                continue
            said = next((v for v in values if v in found), values[0])
            yield Reading(
                family="category", query=Query(operation="value", table=view.name, column=column, where=where),
                parts=(("subject", selection.subject), ("words", 0.85), ("time", selection.time)),
                said=f"{column} of {', '.join(about)}", form="name", asserted=said,
                refutes=selection.subject >= 0.9 and not selection.far and not over,
            )  # fmt: skip


def _called(desk: Desk, about: list[str]) -> bool:
    """Say whether a column is called by the word and holds somebody: "the oldest conductor", of a music director."""
    own = stem(desk.context.head.text)
    columns = ((v, c) for v in desk.views for c in v.names if own in stems_of(c))
    return any(view.rows(column, name) for view, column in columns for name in about)


@remembered
def _done_to(desk: Desk, name: str) -> bool:
    """Say whether a kind is that of somebody else, who does something to a person: "the Labour man lost to Lee"."""
    noun = desk.context.head
    while noun.dep_ in ("amod", "compound", "nmod:desc") and noun.head.i > noun.i:
        noun = noun.head
    others = [c for c in noun.head.children if c.i > noun.i and (c.dep_ in OBJECTS or c.dep_.startswith("obl"))]
    found = [desk.context.discourse.mention_at(c) for c in others] if noun.dep_ in SUBJECTS else []
    return any(m and m.person and m.named and not m.back and m.best == name for m in found)


def _of_one(desk: Desk, differing: Odd, column: str) -> list[Selection]:
    """Give the rows of one of those of which a word is said at once, where it has another in a column."""
    view, own, name = differing.view, differing.own, differing.mention.best
    about = Selection((same(view, own, name),), ((own, name),), OUTRIGHT)
    return timed(desk.context, view, about) if column == differing.column else []


def _of_that_time(desk: Desk, view: View, column: str) -> bool:
    """Say whether a column that tells of another time, "former_post", is spoken of."""
    return not view.called(column, TIMES) or bool(TIMES & desk.context.clause_stems)


def _winners(desk: Desk, view: View, name: str) -> Iterator[Reading]:
    """Yield who won, by the row that the other names and the time choose."""
    stems = desk.context.sentence_stems | {stem("win")}
    for column in view.names:
        words = view.columns[column].words
        if not words or len(words) > 1 or not any(kinship(stem(words[0]), s) == 1.0 for s in stems):
            continue
        for selection in desk.selections(view):
            where = tuple(f for f in selection.where if f.column != column)
            if not where or len(select(view, where)) != 1:
                continue
            yield Reading(
                family="winner", query=Query(operation="value", table=view.name, column=column, where=where),
                parts=(("subject", selection.subject), ("words", 0.85), ("time", selection.time)),
                said=f"{column} of {view.label(select(view, where)[0])}", form="name", asserted=name, refutes=False,
            )  # fmt: skip


def _holders(desk: Desk, view: View, name: str, kind: str) -> Iterator[Reading]:
    """Yield who held the post at the time, or before the one that the clause speaks of."""
    person = person_column(desk, view)
    if not person:
        return
    for (column, value), weight in _bodies(desk, view, person, name, kind).items():
        where = (Filter(column, "=", value), *_post(desk, view, person, column, value))
        yield from _held(desk, view, person, name, where, kind, weight)


def _bodies(desk: Desk, view: View, person: str, name: str, kind: str) -> dict[tuple[str, str], float]:
    """Give the bodies that the sentence names, or those and the posts of others in it, or those before."""
    others = [c for c in view.names if c != person and not view.called(c, TRADES)]
    columns = [c for c in others if view.columns[c].named] or others  # one body alone has such posts
    known = [b for b in desk.context.bindings if b.weight >= CLOSE and b.mention.best != name]
    near = [b for b in known if b.tie != "earlier"]

    def bodies(bindings: list[Binding]) -> dict[tuple[str, str], float]:
        named = [((c, b.mention.best), b.weight) for b in bindings for c in columns if view.rows(c, b.mention.best)]
        return dict(reversed(named))

    theirs = {
        filled: b.weight
        for b in reversed(near)
        for row in view.rows(person, b.mention.best)
        for filled in _where(view, row, columns, others)
    }
    if kind == "holder":
        return bodies(known)
    lines = {(c, v): weight for (c, v), weight in bodies(near).items() if len(view.rows(c, v)) > 1}
    return lines or theirs or bodies(known)


def _where(view: View, row: int, bodies: list[str], others: list[str]) -> list[tuple[str, str]]:
    """Give what tells in which line of holders a row stands: its body, or its post, whichever has the longer line."""
    told = [[(c, cell) for c in columns if isinstance(cell := view.cells(c)[row], str)] for columns in (bodies, others)]
    posts = [(c, cell) for c, cell in told[1] if c not in bodies]
    lines = {
        (c, cell): _line(view, tuple(Filter(k, "=", v) for k, v in {(c, cell), *(posts if c in bodies else [])}))
        for c, cell in (*told[0], *posts)
    }
    longest = max(lines.values(), default=0)
    return [place for place, long in lines.items() if long == longest] if longest > 1 else told[0] or told[1]


def _line(view: View, where: tuple[Filter, ...]) -> int:
    """Count the rows that follow each other in time, 0 where two of them are held at once."""
    starts, ends = view.cells(view.start), view.cells(view.end)
    terms = [(starts[row], ends[row]) for row in select(view, where) if isinstance(starts[row], dt.date | int)]
    terms.sort(key=lambda term: (term[0], term[1] is None, term[1] or term[0]))
    apart = all(end is not None and end <= start for (_, end), (start, _) in pairwise(terms))  # type: ignore[operator]
    return len(terms) if apart else 0


def _post(desk: Desk, view: View, person: str, column: str, value: str) -> tuple[Filter, ...]:
    """Keep to the post that stands by the name, or that of the person who is named beside, where a body has several."""
    titles = [c for c in view.names if not (view.columns[c].named or view.called(c, PERSONAL))]
    beside = [b.mention.best for b in desk.context.bindings if b.tie == "name" and b.weight >= BESIDE]
    for title in titles:
        if post := next((p for p in beside if select(view, (Filter(column, "=", value), Filter(title, "=", p)))), ""):
            return (Filter(title, "=", post),)
    known = [b.mention.best for b in desk.context.bindings if b.mention.person and b.mention.values]
    for other in known:
        for row in view.rows(person, other):
            if view.cells(column)[row] == value:
                return tuple(Filter(c, "=", cell) for c in titles if (cell := view.cells(c)[row]) is not None)
    return ()


def _held(
    desk: Desk, view: View, person: str, name: str, where: tuple[Filter, ...], kind: str, weight: float
) -> Iterator[Reading]:
    day = _moment(desk, view, person, where, kind)
    if day is None:
        return
    if kind == "predecessor":
        chosen = (*where, Filter(view.end, "<=", day))
        query = Query(operation="last", table=view.name, column=person, where=chosen, order=view.end)
        said = f"{person} before {day} for {where[0].value}"
    elif kind == "successor":
        chosen = (*where, Filter(view.start, ">=", day))
        query = Query(operation="first", table=view.name, column=person, where=chosen, order=view.start)
        said = f"{person} after {day} for {where[0].value}"
    else:
        chosen = (*where, *valid_on(view, day))
        query = Query(operation="value", table=view.name, column=person, where=chosen)
        said = f"{person} of {where[0].value} on {day}"
    yield Reading(
        family="holder", query=query, parts=(("subject", min(0.95, weight + 0.15)), ("words", 0.9)),
        said=said, form="name", asserted=name, refutes=weight >= 0.6,
    )  # fmt: skip


def _moment(desk: Desk, view: View, person: str, where: tuple[Filter, ...], kind: str) -> dt.date | None:
    """Give the day to look at: the start of who came after, the end of who went before, or the time of the clause."""
    context = desk.context
    if kind in ("predecessor", "successor"):
        bound = view.cells(view.start if kind == "predecessor" else view.end)
        for binding in context.bindings:
            rows = [r for r in view.rows(person, binding.mention.best) if r in select(view, where)]
            if days := [day for r in rows if (day := bound[r]) is not None]:
                return max(days)  # type: ignore[return-value]
        return None
    near = [w for w in context.times if w.role == "at" and w.weight >= 0.85]
    return (
        near[0].period[1] if near and context.published and near[0].period[1] < context.published else context.published
    )
