"""Counts of rows, sums over them, and numbers of things that happened."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking.query import Filter, Query, select
from claims.checking.readings.lookups import TIME, fit, in_a_row, measure_words
from claims.checking.scoring import Reading
from claims.checking.selection import Selection, timed
from claims.checking.words import TOTAL_WORDS, kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import View

RECENT = frozenset(stem(w) for w in ("recent", "recently", "latest"))
TOTALS = frozenset(stem(w) for w in TOTAL_WORDS)


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the counts and sums that a number may be."""
    value = desk.value
    if value is None or value.kind in ("date", "period", "age", "excluded", "score") or in_a_row(desk.context):
        return
    for view in desk.views:
        if value.kind in ("count", "number", "ordinal"):
            yield from _rows(desk, view)
            if value.unit in ("time", "times") or desk.context.noun in (TIME, stem("title")):
                yield from _times(desk, view)
        if value.kind != "ordinal":
            for column in view.measures:
                yield from _sums(desk, view, column)


PLACES = frozenset(stem(w) for w in "state province region city town county country constituency district".split())


def _noun_of(desk: Desk, view: View) -> tuple[float, str]:
    """Say how well the counted noun names what the rows of a table are, and by which column."""
    noun = desk.context.noun
    if not noun:
        return 0.0, ""
    if desk.context.outer and not _known(desk.context.outer, view):
        return 0.0, ""
    best = (0.9 * max((kinship(noun, stem(w)) for w in view.name.replace("_", " ").split()), default=0.0), "")
    for column in view.names:
        words = view.columns[column].words
        near = max((kinship(noun, stem(word)) for word in words[-1:]), default=0.0)
        if "place" in words and noun in PLACES:
            near = max(near, 0.8)
        if near > best[0]:
            best = (near, column)
    return best


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


def _recent(desk: Desk, view: View, column: str, near: float) -> Reading | None:
    """Count what happened in the last four months, of the kind that the clause names."""
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
        parts=(("subject", 0.9), ("words", near), ("time", 1.0)),
        said=f"number of {column or 'rows'} in {view.name} in the last four months",
    )  # fmt: skip


def _known(word: str, view: View) -> bool:
    words = {*view.name.split("_"), *(w for c in view.columns.values() for w in c.words)}
    return any(kinship(word, stem(w)) for w in words)


def _times(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield how many times something happened to a name: "twice a winner", "won for the second time"."""
    for selection in [s for s in desk.named(view) if s.filled][:4]:
        for column, value in selection.filled:
            words = view.columns[column].words
            if not words or not any(kinship(stem(words[0]), s) == 1.0 for s in desk.context.clause_stems):
                continue
            for scope in _until(desk, view, selection):
                yield Reading(
                    family="times", query=Query(operation="count", table=view.name, where=scope.where),
                    parts=(
                        ("subject", selection.subject - 0.5 * selection.skipped), ("words", 0.85), ("time", scope.time),
                    ),
                    said=f"rows of {view.name} with {column} {value}", refutes=False,
                )  # fmt: skip


def _rows(desk: Desk, view: View) -> Iterator[Reading]:
    yield from _kinds(desk, view)
    near, column = _noun_of(desk, view)
    if near < 0.7:
        return
    ordinal = desk.value is not None and desk.value.kind == "ordinal"
    if RECENT & desk.context.clause_stems and (recent := _recent(desk, view, column, near)):
        yield recent
        return
    about = not column or column in view.of_role("entity")
    for selection in _scopes(desk, view, column):
        if selection.value_of(view.entity) and not view.repeats:
            continue
        for distinct in dict.fromkeys(
            (column if view.repeats or column != view.entity else "", "" if about else column)
        ):
            query = Query(operation="count", table=view.name, column=distinct, where=selection.where)
            yield Reading(
                family="ordinal" if ordinal else "count",
                query=query,
                parts=(
                    ("subject", loose(desk, view) if not selection.filled else selection.subject - selection.skipped),
                    ("words", near), ("time", selection.time),
                ),
                said=f"number of {distinct or 'rows'} in {view.name}{_for(selection)}",
                refutes=about and near > 0.85 and _countable(desk, selection),
            )  # fmt: skip


def loose(desk: Desk, view: View) -> float:
    """Say how free the statement is to speak of everything: less so the closer something of the table is named."""
    tied = max((s.subject for s in desk.named(view)), default=0.0)
    return 0.9 if tied < 0.45 else max(0.3, 1.2 - tied)


def everybody(desk: Desk, view: View) -> bool:
    """Say whether the clause speaks of all that the table holds: "the hospitals", "the country"."""
    plural = {t.lower_ for t in desk.context.line if t.tag_ == "NNS"}
    heads = {
        form
        for c in view.of_role("entity")
        for word in view.columns[c].words[-1:]
        for form in (word + "s", word + "es")
    }
    return bool(plural & heads or WHOLES & {t.lower_ for t in desk.context.line})


WHOLES = frozenset("region country nation nationwide league industry sector county district everybody".split())


def _countable(desk: Desk, selection: Selection) -> bool:
    """Say whether a count of rows is clear enough to refute: whose, and all of them."""
    partial = desk.context.wanted or {"of", "but"} & set(desk.context.before[:1])
    return bool(selection.filled) and selection.subject > 0.8 and not partial


def _for(selection: Selection) -> str:
    return f" for {selection.who}" if selection.filled else ""


def _scopes(desk: Desk, view: View, counted: str) -> Iterator[Selection]:
    """Yield what may be counted: rows for a name, since a time, up to the publication."""
    named = [s for s in desk.named(view) if not s.value_of(counted) or not counted] or [Selection()]
    for selection in [*named[:4], *([] if any(not s.filled for s in named[:4]) else [Selection()])]:
        yield from _until(desk, view, selection)


def _until(desk: Desk, view: View, selection: Selection) -> Iterator[Selection]:
    context = desk.context
    order = view.day or view.start
    since = [w for w in context.times if w.role == "since" and w.weight >= 0.5]
    if order and context.published:
        past = Filter(order, "<=", context.published)
        for when in since[:1]:
            where = (*selection.where, Filter(order, ">=", when.period[0]), past)
            yield replace(selection, where=where, time=0.95, when=f"since {when.period[0]}")
        at = [w for w in context.times if w.role == "at" and w.weight >= 0.85]
        dated = bool(since) or (bool(at) and bool(context.value and context.value.kind != "ordinal"))
        yield replace(selection, where=(*selection.where, past), time=0.4 if dated else 0.8)
    elif view.year:
        years = [y for y in view.distinct(view.year) if isinstance(y, int)]
        for when in since[:1]:
            yield replace(selection, where=(*selection.where, Filter(view.year, ">=", when.period[0].year)), time=0.95)
        if context.published and any(y > context.published.year for y in years):
            past = Filter(view.year, "<=", context.published.year)
            yield replace(selection, where=(*selection.where, past), time=0.75)
        else:
            yield replace(selection, time=0.75 if not since else 0.5)
        if not view.repeats or view.entity:
            yield from (t for t in timed(context, view, selection)[:2])
    else:
        yield replace(selection, time=0.9)


def _sums(desk: Desk, view: View, column: str) -> Iterator[Reading]:
    """Yield totals: over everything at a time, or over all rows of something named."""
    value, meaning = desk.value, view.columns[column]
    assert value is not None
    kind, words = fit(value, meaning), measure_words(desk, view, column)
    if kind < 0.5 or words < 0.4 or meaning.kind in ("percent", "duration") or desk.context.compares:
        return
    total = bool(TOTALS & desk.context.sentence_stems)
    for selection in _sum_scopes(desk, view):
        rows = select(view, selection.where)
        if len(rows) < 2:
            continue
        yield Reading(
            family="sum",
            query=Query(operation="sum", table=view.name, column=column, where=selection.where),
            parts=(
                ("subject", _summed(desk, view, selection, total)),
                ("words", words), ("kind", kind), ("time", selection.time),
            ),
            said=f"total of {column}{_for(selection)}" + (f" in {selection.when}" if selection.when else ""),
            unit=meaning.unit, scale=meaning.scale, refutes=total or (not selection.filled and everybody(desk, view)),
        )  # fmt: skip


def _summed(desk: Desk, view: View, selection: Selection, total: bool) -> float:
    """Say how tied a sum is to the statement: more so where the words speak of a total."""
    if not selection.filled:
        return loose(desk, view) * (1.0 if total else 0.8)
    return (selection.subject - selection.skipped) * (0.95 if total else 0.85)


def _joint(desk: Desk, view: View) -> Iterator[Selection]:
    """Yield the rows of several things named side by side: "Labour and the Greens have 85 seats"."""
    for column in view.names:
        tied = [
            b
            for b in desk.context.bindings
            if b.weight >= 0.55 and b.tie != "earlier" and view.rows(column, b.mention.best)
        ]
        values = tuple(dict.fromkeys(b.mention.best for b in tied))
        if 1 < len(values) < 6:
            where = (Filter(column, "in", values),)
            filled = ((column, " and ".join(values)),)
            together = Selection(where=where, filled=filled, subject=0.85)
            yield from timed(desk.context, view, together)[:2]


def _sum_scopes(desk: Desk, view: View) -> Iterator[Selection]:
    nothing = Selection()
    yield from _joint(desk, view)
    if view.year:
        yield from timed(desk.context, view, nothing)[:4]
        for selection in [s for s in desk.selections(view) if s.when][:6]:
            yield selection
    elif view.day or view.start:
        for selection in [nothing, *[s for s in desk.named(view) if s.filled][:4]]:
            yield from _until(desk, view, selection)
    else:
        yield replace(nothing, time=0.8)
        yield from (replace(s, time=0.8) for s in desk.named(view) if s.filled)
