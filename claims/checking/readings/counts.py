"""Counts of rows: of something named, of a kind, over a bound, in office, all but so many; how many times."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.query import Filter, Query, select
from claims.checking.readings.fits import TIME, fit
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import tie, whole
from claims.checking.readings.scopes import holding, until
from claims.checking.scoring import Reading
from claims.checking.selection import Selection
from claims.checking.words import kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import View

RECENT = frozenset(stem(w) for w in ("recent", "recently", "latest"))
PLACES = frozenset(stem(w) for w in "state province region city town county country constituency district".split())
PEOPLE = frozenset(stem(w) for w in "person man woman leader chief boss holder incumbent".split())
OTHERS = frozenset(stem(w) for w in "other rival another competitor peer neighbour neighbor".split())
TIMES = {TIME, *(stem(w) for w in "title spell stint term win victory prize award trophy crown occasion".split())}
WINS = frozenset(stem(w) for w in "winner champion laureate holder recipient".split())
WON = frozenset(stem(w) for w in "name award honour honor crown choose elect pick take lift claim vote".split())
DEFINITE = frozenset("the all its their these those".split())
OVER = frozenset("above over exceeded exceeding topped passed beyond".split())
UNDER = frozenset("below under within".split())
BOUNDS = {"gt": ">", "ge": ">=", "lt": "<", "le": "<="}
FLIPPED = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: the rows, or the different names of a column, and how well the noun names it."""

    view: View
    column: str
    words: float


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the counts of rows that a number may be."""
    value = desk.value
    if value is None or value.kind not in ("count", "number", "ordinal") or in_a_row(desk.context):
        return
    times = value.unit in ("time", "times") or desk.context.noun in TIMES
    for view in desk.views:
        yield from _kinds(desk, view)
        if times:
            yield from _times(desk, view)
        counted = _counted(desk, view)
        if counted.words >= 0.7:
            yield from _rows(desk, counted)
        elif times or (value.kind != "ordinal" and not desk.context.noun):
            yield from _over_a_bound(desk, Counted(view, "", 0.7))
        if counted.words < 0.7 and value.kind == "count" and desk.context.noun and not times:
            yield from _group(desk, view)


def _counted(desk: Desk, view: View) -> Counted:
    """Say how well the counted noun names what the rows of a table are, and by which column."""
    noun = desk.context.noun
    if not noun or (desk.context.outer and not _known(desk.context.outer, view)):
        return Counted(view, "", 0.0)
    best = (0.9 * max((kinship(noun, stem(w)) for w in view.name.replace("_", " ").split()), default=0.0), "")
    for column in view.names:
        words = view.columns[column].words
        near = max((kinship(noun, stem(word)) for word in words[-1:]), default=0.0)
        if "place" in words and noun in PLACES:
            near = max(near, 0.8)
        if near > best[0]:
            best = (near, column)
    if noun in PEOPLE and view.person and best[0] < 0.85:
        best = (0.85, view.person)
    if noun in OTHERS and view.entity and best[0] < 0.7:
        best = (0.7, view.entity)
    return Counted(view, best[1], best[0])


def _kinds(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield the rows of the kind that is counted: "two time trials", "two trauma centres"."""
    token = desk.context.noun_token
    if token is None or (desk.value and desk.value.kind == "ordinal"):
        return
    mention = desk.context.discourse.mention_at(token)
    kinds = [
        Filter(c, "=", mention.best) for c in view.names
        if mention and not mention.named and c not in view.of_role("entity") and view.rows(c, mention.best)
    ]  # fmt: skip
    noun = {desk.context.noun, *(stem(c.text) for c in token.children)}
    for column, meaning in view.columns.items():
        if meaning.kind == "bool" and {stem(w) for w in meaning.words} <= noun:
            kinds.append(Filter(column, "=", True))
    for kind in kinds:
        yield Reading(
            family="count", query=Query(operation="count", table=view.name, where=(kind,)),
            parts=(("subject", 0.85), ("words", 0.95), ("time", 0.85)),
            said=f"number of rows in {view.name} with {kind.column} {kind.value}", refutes=not desk.context.part,
        )  # fmt: skip


def _recent(desk: Desk, counted: Counted) -> Reading | None:
    """Count what happened in the last four months, of the kind that the clause names."""
    view, column = counted.view, counted.column
    order, published = view.day or view.start, desk.context.published
    if not order or not published:
        return None
    kinds = tuple(
        Filter(c, "=", m.best) for m in desk.context.discourse.mentions_in(desk.context.clause) if not m.named
        for c in view.names if view.rows(c, m.best)
    )  # fmt: skip
    where = (*kinds, Filter(order, ">=", published - dt.timedelta(120)), Filter(order, "<=", published))
    if not select(view, where):
        return None
    return Reading(
        family="count", query=Query(operation="count", table=view.name, column=column, where=where),
        parts=(("subject", 0.9), ("words", counted.words), ("time", 1.0)),
        said=f"number of {column or 'rows'} in {view.name} in the last four months",
    )  # fmt: skip


def _known(word: str, view: View) -> bool:
    words = {*view.name.split("_"), *(w for c in view.columns.values() for w in c.words)}
    return any(kinship(word, stem(w)) for w in words)


def _times(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield how many times something happened to a name: "twice a winner", "won for the second time"."""
    for selection in [s for s in desk.named(view) if s.filled][:4]:
        words = max(_says(desk, view, column) for column, _ in selection.filled)
        if words < 0.4 or not (view.year or view.day or view.start):
            continue
        said = ", ".join(f"{column} {value}" for column, value in selection.filled)
        for scope in until(desk, view, selection):
            for family, asserted in _so_far(desk, view):
                yield Reading(
                    family=family, query=Query(operation="count", table=view.name, where=scope.where),
                    parts=(
                        ("subject", selection.subject - 0.5 * selection.skipped), ("words", words),
                        ("time", scope.time * (0.9 if asserted else 1.0)),
                    ),
                    said=f"rows of {view.name} with {said}", asserted=asserted, refutes=False,
                    form="check" if asserted else "number",
                )  # fmt: skip


def _group(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield the rows of a table, or of something named in it, that may be what an unknown noun counts."""
    amount = desk.value.amount if desk.value else None
    if not isinstance(amount, Decimal) or not 1 < amount < 1000 or view.repeats or not view.entity:
        return
    definite = bool(DEFINITE & {*desk.context.before[:2]}) or desk.context.before[:1] == ["of"]
    groups = [s for s in desk.named(view) if s.filled and not s.value_of(view.entity) and tie(s) >= 0.6][:2]
    everything = [Selection(subject=0.65)] if definite and amount > 3 else []
    for selection in [*groups, *everything]:
        for scope in [replace(selection, time=0.8), *until(desk, view, selection)][:2]:
            if len(select(view, scope.where)) == amount:
                yield Reading(
                    family="count", query=Query(operation="count", table=view.name, where=scope.where),
                    parts=(("subject", tie(scope)), ("words", 0.45), ("time", scope.time)),
                    said=f"number of rows in {view.name}{_for(scope)}", refutes=False,
                )  # fmt: skip
                break


def _says(desk: Desk, view: View, column: str) -> float:
    """Say how well the clause says what a column is: winning, of the winner."""
    words = view.columns[column].words
    if words and any(kinship(stem(words[0]), s) == 1.0 for s in desk.context.clause_stems):
        return 0.85
    if WON & desk.context.clause_stems and words and stem(words[0]) in WINS:
        return 0.75
    table = [stem(w) for w in view.name.lower().split("_")]
    if any(kinship(w, s) == 1.0 for w in table for s in desk.context.clause_stems):
        return 0.8
    near = any(kinship(stem(w), s) >= 0.5 for w in words for s in desk.context.clause_stems)
    return 0.7 if near else 0.45 if desk.context.noun in TIMES - {TIME} else 0.0


def _so_far(desk: Desk, view: View) -> Iterator[tuple[str, checks.Check | None]]:
    """Yield how an ordinal compares: with the rows, and with one more where the table ends before the news."""
    yield "times", None
    value, published = desk.value, desk.context.published
    if value is None or value.kind != "ordinal" or not isinstance(value.amount, Decimal) or published is None:
        return
    if not (view.year or view.day or view.start):
        return
    if view.year:
        last = max((y for y in view.distinct(view.year) if isinstance(y, int)), default=0)
        ended = last < published.year
    else:
        days = [d for d in view.distinct(view.day or view.start) if isinstance(d, dt.date)]
        ended = not days or (published - max(days)).days > 14
    if ended:
        before = value.amount - 1
        yield "times", checks.number(before, before, "one more than the table has so far")


def _rows(desk: Desk, counted: Counted) -> Iterator[Reading]:
    view, column = counted.view, counted.column
    if RECENT & desk.context.clause_stems and (recent := _recent(desk, counted)):
        yield recent
        return
    about = not column or column in view.of_role("entity")
    ordinal = desk.value is not None and desk.value.kind == "ordinal"
    distinct = (column if view.repeats or column != view.entity else "", "" if about else column)
    rest, check = _all_but(desk)
    asserted = [check, *(c for _, c in _so_far(desk, view) if c)] if ordinal else [check]
    for selection in _scopes(desk, counted):
        if selection.value_of(view.entity) and not view.repeats:
            continue
        subject = whole(desk, view) if not selection.filled else tie(selection)
        for one, test in ((one, test) for one in dict.fromkeys(distinct) for test in asserted):
            yield Reading(
                family="ordinal" if ordinal else "count",
                query=Query(operation="count", table=view.name, column=one, where=selection.where),
                parts=(
                    ("subject", subject), ("words", counted.words), ("time", selection.time * (0.9 if test else 1.0)),
                ),
                said=f"number of {one or 'rows'} in {view.name}{_for(selection)}", asserted=test,
                form="check" if test else "number",
                refutes=about and not rest and not test and counted.words > 0.85 and _countable(desk, selection),
            )  # fmt: skip
    if not ordinal:
        yield from _over_a_bound(desk, counted)
        yield from _filled(desk, counted)


def _filled(desk: Desk, counted: Counted) -> Iterator[Reading]:
    """Yield the rows that have a date, or have none yet: projects that have opened, schemes that aren't finished."""
    view = counted.view
    for column in view.of_role("date", "to"):
        if not view.columns[column].missing or max(desk.words(view, column), _ended(desk, view, column)) < 0.3:
            continue
        for selection in [*[s for s in desk.named(view) if s.filled and not s.value_of(view.entity)][:2], Selection()]:
            for relation in ("filled", "missing"):
                yield Reading(
                    family="count",
                    query=Query(
                        operation="count", table=view.name, where=(*selection.where, Filter(column, relation, None))
                    ),
                    parts=(
                        ("subject", tie(selection) if selection.filled else whole(desk, view)),
                        ("words", 0.9 * counted.words), ("time", 0.8),
                    ),
                    said=f"number of rows in {view.name}{_for(selection)} with {column} {relation}", refutes=False,
                )  # fmt: skip


def _ended(desk: Desk, view: View, column: str) -> float:
    """Say whether the clause speaks of what is over or open, which a last date tells."""
    own = {stem(w) for w in (*view.columns[column].words, *view.columns[column].forms)}
    over = DONE & desk.context.sentence_stems
    return 0.5 if over and (DONE & own or view.columns[column].role == "to") else 0.0


DONE = frozenset(stem(w) for w in "finish complete open close end retire done left leave close deliver build".split())


def _all_but(desk: Desk) -> tuple[bool, checks.Check | None]:
    """Compare "its seven rivals" with one row more: the one that they are the rivals of."""
    amount = desk.value.amount if desk.value else None
    words = {stem(t.text) for t in desk.context.tokens} | {desk.context.noun}
    if OTHERS & words and isinstance(amount, Decimal):
        return True, checks.number(amount + 1, amount + 1, "and the one that they are the others of")
    return "but" in desk.context.before[:1], None


def _countable(desk: Desk, selection: Selection) -> bool:
    """Say whether a count of rows is clear enough to refute: whose, and all of them."""
    partial = desk.context.wanted or {"of", "but"} & set(desk.context.before[:1])
    return bool(selection.filled) and selection.subject > 0.8 and not partial


def _for(selection: Selection) -> str:
    who = f" for {selection.who}" if selection.filled else ""
    return f"{who} ({selection.when})" if selection.when else who


def _scopes(desk: Desk, counted: Counted) -> list[Selection]:
    """Give what may be counted: rows for a name, since a time, up to the publication, in office now."""
    view = counted.view
    named = [s for s in desk.named(view) if not s.value_of(counted.column) or not counted.column]
    named = [*named[:4], *_companions(desk, view), *([] if any(not s.filled for s in named[:4]) else [Selection()])]
    found: dict[tuple[Filter, ...], Selection] = {}
    for selection in named:
        for scope in (*until(desk, view, selection), *holding(desk, view, selection)):
            found.setdefault(scope.where, scope)
    return list(found.values())


def _companions(desk: Desk, view: View) -> Iterator[Selection]:
    """Yield the rows that share a name with the one row of something named: the chiefs of her company."""
    for selection in [s for s in desk.named(view) if s.value_of(view.entity)][:2] if view.entity else ():
        rows = select(view, selection.where)
        if len(rows) != 1:
            continue
        for column in view.names:
            cell = view.cells(column)[rows[0]]
            if column != view.entity and view.columns[column].named and isinstance(cell, str):
                where = (Filter(column, "=", cell),)
                yield Selection(where=where, filled=((column, cell),), subject=0.9 * tie(selection))


def _over_a_bound(desk: Desk, counted: Counted) -> Iterator[Reading]:
    """Yield how many rows lie over or under a figure of the sentence, or all but those."""
    view = counted.view
    for column, relation, figure, words in _bounds(desk, view):
        rest = "but" in desk.context.before[:2] and "all" in desk.context.before[:3]
        bound = Filter(column, FLIPPED[relation] if rest else relation, figure)
        named = [s for s in desk.named(view) if s.filled and not (s.value_of(view.entity) and not view.repeats)][:3]
        for selection in [*named, Selection()]:
            for scope in until(desk, view, selection):
                yield Reading(
                    family="count",
                    query=Query(operation="count", table=view.name, column="", where=(*scope.where, bound)),
                    parts=(
                        ("subject", tie(scope) if scope.filled else whole(desk, view)),
                        ("words", min(counted.words, words)), ("time", scope.time),
                    ),
                    said=f"number of rows in {view.name}{_for(scope)} with {column} {bound.relation} {figure}",
                    refutes=False,
                )  # fmt: skip


def _bounds(desk: Desk, view: View) -> Iterator[tuple[str, str, Decimal, float]]:
    """Yield the measures and bounds that other figures of the sentence set: "above 9,000", "a target of 18 weeks"."""
    context = desk.context
    for other in context.discourse.values_in(context.sentence):
        value = other.value
        if value is None or other.start == desk.statement.start or not isinstance(value.amount, Decimal):
            continue
        before = context.text[max(context.sentence[0], other.start - 24) : other.start].lower().split()
        relation = BOUNDS.get(value.comparator, "")
        if not relation and set(before[-2:]) & OVER:
            relation = ">"
        if not relation and (set(before[-2:]) & UNDER or "target" in before[-2:]):
            relation = "<="
        for column in view.measures if relation else ():
            meaning = view.columns[column]
            kind = fit(value, meaning)
            said = max((kinship(stem(w), s) for w in meaning.words for s in context.sentence_stems), default=0.0)
            if kind >= 0.7 and (said >= 0.5 or meaning.unit):
                yield column, relation, value.amount / meaning.scale, 0.8 if said >= 0.5 else 0.65
