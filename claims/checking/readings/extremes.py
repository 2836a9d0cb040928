"""Extremes: which row has the most or the least of a measure, and the figure that is said to be it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, product
from typing import TYPE_CHECKING

from claims.checking.agreement import EITHER, figured
from claims.checking.anchor import FIGURES
from claims.checking.courses import course
from claims.checking.likeness import digits
from claims.checking.otherthings import possessed
from claims.checking.query import Filter, Query, same, select
from claims.checking.readings.axes import time_column
from claims.checking.readings.degrees import (
    LAST,
    POSTED,
    SERVED,
    TOP,
    among_all,
    columns,
    degree_in,
    degree_of,
    ends,
    equative,
    fitted,
    key_of,
    of_a_move,
    of_times,
    own_words,
    tells_age,
)
from claims.checking.readings.fits import fit
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import WHOLES, agrees, single, tie, whole
from claims.checking.readings.records import OVER_TIME, OWN, turned, within
from claims.checking.readings.things import among, but_totals
from claims.checking.scoring import TOLD, Reading
from claims.checking.selection import Selection, timed, valid_on
from claims.checking.words import STRONG, kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.courses import Course
    from claims.checking.desk import Desk
    from claims.checking.mentions import Mention
    from claims.checking.readings.degrees import Degree
    from claims.checking.tables import View
    from claims.types import Value

MOST, MOST_SCOPES, SAID, LATE = 4, 5, 0.6, 0.15
BESIDE = 110  # characters from a superlative to the figure that it is said of
HELD = re.compile(r"(?: [\w-]+){0,2}(?:,|:| is| was| are| were| being) ")
PASSED = re.compile(r"\b(?:past|overtook|overtaking|overtaken|passed|passing|ahead of|behind)(?: the)? $")
AFTER = re.compile(r",? after(?: the)? $")
"""What parts a place from who has the one before: "the second tallest in the country, after Elm"."""
HOLDER = 0.95
LOSING = frozenset("lose gain shed add".split())
EVERYWHERE = frozenset(map(stem, WHOLES)) | {stem(w) for w in "year time month season world lot".split()}
ALL_TIMES = OVER_TIME - frozenset("year month season time low high period quarter date months".split())


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the extremes that a superlative may assert: of a name, of a figure beside it; and those a number may be."""
    value, kind = desk.value, desk.statement.kind
    if in_a_row(desk.context):
        return
    if value is None and kind in ("superlative", "fact", "comparison"):
        degree = degree_of(desk)
        if degree is None or (kind == "comparison" and not among_all(desk)):
            return
        figures = [] if degree.dates or of_a_move(desk) else beside(desk)
        for view in among(desk, desk.views):
            if not of_times(desk):
                yield from holders(desk, view, degree)
            for figure_said in figures:
                yield from _figured(desk, view, degree, figure_said)
    elif value is not None and value.kind in FIGURES and isinstance(value.amount, Decimal):
        before = desk.context.before[:3]
        degree = degree_in([*own_words(desk), *before])
        if degree is not None and not (degree.compares or degree.dates or "at" in before):
            for view in desk.views:
                yield from _figured(desk, view, degree, value)


def contenders(desk: Desk, view: View) -> list[Selection]:
    """Give the rows that a superlative or a rank may be said of: those named in its sentence, else those before it."""
    passed = {b.mention.best for b in desk.context.bindings if _passed(desk, b.mention)}
    near = [b for b in desk.context.bindings if b.tie != "earlier" and b.mention.best not in passed]
    names = {v for b in near for v in (b.mention.best, *(v for v, _ in b.mention.values))}
    names |= {v for b in near for v in desk.index.implied(b.mention.best)}
    found = {frozenset(s.where): s for s in single(desk, view, 2 * MOST) if not passed & {v for _, v in s.filled}}
    inside = [s for s in found.values() if names & {v for _, v in s.filled}]
    behind = [b for b in near if _behind(desk, b.mention)]
    for binding in behind if inside else near:
        for column in [c for c in view.names if view.rows(c, binding.mention.best)]:
            chosen = Selection(
                where=(same(view, column, binding.mention.best),), filled=((column, binding.mention.best),),
                subject=HOLDER if binding in behind else binding.weight,
            )  # fmt: skip
            alone = [s for s in timed(desk.context, view, chosen) if len(select(view, s.where)) == 1]
            inside = [*alone, *inside] if binding in behind else [*inside, *alone]
    return (inside or list(found.values()))[:MOST]


def _passed(desk: Desk, mention: Mention) -> bool:
    """Say whether another is told to be beyond a name: "climbed past Elm into second place", "first ahead of Elm"."""
    text = desk.context.text
    before = text[max(0, mention.start - BESIDE) : mention.start]
    ranked = desk.statement.kind == "ordinal" and mention.start > desk.statement.end
    passed = (PASSED.search(before) or (AFTER.search(before) if ranked else None)) is not None
    return passed and not mention.back and not text.startswith((", who", ", which"), mention.end)


def _behind(desk: Desk, mention: Mention) -> bool:
    """Say whether a superlative names its holder right behind it: "the oldest, Ruth Vaughan", "the longest is Elm"."""
    return bool(HELD.fullmatch(desk.context.text[desk.statement.end : mention.start]))


def peers(desk: Desk, view: View, selection: Selection) -> list[tuple[Filter, ...]]:
    """Give the rows that one is compared with: all of the time, those in office, those of its kind or of its year."""
    filled = dict(selection.filled)
    own = tuple(f for f in selection.where if f.column not in filled and (view.repeats or f.column != view.day))
    own += but_totals(view)
    found = [own]
    if view.start and view.end and desk.context.published:
        found.insert(0, valid_on(view, desk.context.published))
    row = select(view, selection.where)[0]
    years = [c for c in view.of_role("year") if c != view.year][:1]
    found += [(*own, Filter(c, "=", year)) for c in years if (year := view.cells(c)[row]) is not None]
    kept = [c for c in filled if c != view.entity and c in view.of_role("category", "entity")]
    found += [(*own, same(view, c, filled[c])) for c in kept[:1] if view.entity in filled]
    near = (b.mention for b in desk.context.bindings if b.tie != "earlier")
    said = list(dict.fromkeys(name for m in near for name in (m.best, m.text)))
    kinds = [c for c in view.of_role("category", "entity") if c not in filled]
    found += [(*own, same(view, c, name)) for name in said for c in kinds if view.rows(c, name)]
    found += [(*own, same(view, c, cell)) for c in _shared(desk, kinds) if isinstance(cell := view.cells(c)[row], str)]
    return [where for where in dict.fromkeys(found) if len(select(view, where)) > 1]


def _shared(desk: Desk, kinds: list[str]) -> list[str]:
    """Give the kinds of which a degree says that it is one among those alike: "the youngest of the town's shops"."""
    behind = [*desk.context.after[:5]]
    told = {stem(word) for before, word in pairwise(behind) if before in DEFINITE}
    return [c for c in kinds if told and any(kinship(a, b) >= STRONG for a in told for b in map(stem, c.split("_")))]


DEFINITE = frozenset("the its his her their that this".split())


def holders(
    desk: Desk, view: View, degree: Degree, named: list[Selection] | None = None
) -> Iterator[Reading]:  # fmt: skip
    """Yield which row is the extreme one, to be compared with the one that is named."""
    lately = view.repeats and within(desk)  # "the highest in four years" is one of its own
    another = _of_another(desk, view, degree) or (bool(view.year) and not OWN.isdisjoint(desk.context.before[:1]))
    ranked = view.size > 1 and not (of_a_move(desk) or lately or another)
    telling = _telling(desk, degree) if ranked else []
    measures = [*columns(desk, view, degree), *_fitting(view, telling)] if ranked else []
    measures = [m for m in measures if not _moved(desk, view, m[0])]
    clear = among_known(desk, view, degree) if measures else False
    among = contenders(desk, view) if measures and named is None else named or []
    for selection in among if measures else ():
        told = [m for m in measures if tells_age(desk, view, m[0], selection, degree)]
        scopes = peers(desk, view, selection)
        racing = bool((results := course(view)) and selection.value_of(results.racer))
        if results and racing:
            scopes = _of_the_race(view, selection, results) or scopes
        kinds = [where for where in scopes if any(view.columns[f.column].role == "category" for f in where)]
        asked = [
            (column, fits, *end)
            for column, fits in dict(told[::-1]).items()
            for end in _ends(desk, view, column, degree)
        ]
        asked = [one for one in asked if stem(degree.word) not in map(stem, view.columns[one[0]].words)]
        for (column, fits, end, sure), others in product(asked, scopes):
            of_marks = EITHER in view.columns[column].unit and not kinds
            key = results.racer if results and racing else key_of(view, selection, column)
            query = Query(operation=f"arg{end}", table=view.name, column=column, where=others, key=key)
            borne = bool(telling) and _borne_out(desk, view, query, telling)
            if not (borne or fits):
                continue
            meant = clear and fits >= SAID and not of_marks and degree not in (LAST, TOP)  # by which measure is said
            yield Reading(
                family="extreme", query=query,
                parts=(
                    ("subject", tie(selection)), ("words", BORNE if borne and fits * sure < BORNE else fits * sure),
                    ("time", selection.time),
                ),
                said=f"{end} {column} in {view.name}" + (f" in {selection.when}" if selection.when else ""),
                form="name", asserted=selection.value_of(key), flags=TOLD if borne else (),
                refutes=(borne or meant) and (others in kinds or not kinds) and not _left(view, column, others),
            )  # fmt: skip


def _telling(desk: Desk, degree: Degree) -> list[Value]:
    """Give the figures beside a superlative that hardly stand in a column by chance: "the best price, 57.8 cents"."""
    figures = [v for v in beside(desk) if v.comparator == "eq" and v.kind != "ratio"] if not degree.dates else []
    return [v for v in figures if isinstance(v.amount, Decimal) and len(digits(v.amount)) >= TELLING]


def _fitting(view: View, telling: list[Value]) -> list[tuple[str, float]]:
    """Give the measures that one of some figures may be of, whatever they are called."""
    return [(c, 0.0) for c in view.measures if any(fit(value, view.columns[c]) >= FIT for value in telling)]


def _borne_out(desk: Desk, view: View, query: Query, telling: list[Value]) -> bool:
    """Say whether the most of a measure is a figure told beside: then it is the one meant."""
    meaning, end = view.columns[query.column], query.operation.removeprefix("arg")
    asked = replace(query, operation=end, key="")
    return any(
        agrees(desk, Reading(
            family="most", query=asked, parts=(), said="", unit=meaning.unit, scale=meaning.scale, form="check",
            asserted=figured(value, meaning.unit, meaning.scale, value.text),
        ))
        for value in telling if fit(value, meaning) >= FIT
    )  # fmt: skip


TELLING, FIT, BORNE = 3, 0.5, 0.85


def _moved(desk: Desk, view: View, column: str) -> bool:
    """Say whether the most is lost or gained of what a measure has: "lost more readers than", not of games lost."""
    verb = desk.context.verb
    own = {stem(w) for w in (*view.columns[column].words, *view.columns[column].forms)}
    return verb is not None and verb.lemma_.lower() in LOSING and stem(verb.text) not in own


def _of_another(desk: Desk, view: View, degree: Degree) -> bool:
    """Say whether a superlative is said of what belongs to something and is no row: "its oldest tree"."""
    head = desk.context.tokens[-1]
    if head.dep_ != "amod" or head.head.i < head.i:
        return False
    noun, verb = head.head, head.head.head
    if possessed(desk, view, noun, dates=degree.dates):
        return True
    acts = noun.dep_ in ("nsubj", "nsubj:pass") and verb.pos_ == "VERB" and noun.pos_ == "NOUN"
    named = any(m.outright for m in desk.context.discourse.mentions_in(desk.context.clause))
    known = {stem(w) for c in view.columns.values() for w in (*c.words, *c.forms)}
    known |= {*stems_of(view.name), *EVERYWHERE}
    return acts and not named and not any(kinship(stem(noun.text), word) >= STRONG for word in known)


def _ends(desk: Desk, view: View, column: str, degree: Degree) -> list[tuple[str, float]]:
    return [(turned(desk, view, column, end), sure) for end, sure in ends(degree, view, column)]


def _of_the_race(view: View, selection: Selection, results: Course) -> list[tuple[Filter, ...]]:
    """Give the rows of the race that one took part in, where that is named, or of all its kind."""
    kept = tuple(f for f in selection.where if f.column in results.race)
    return [kept] if kept and len(select(view, kept)) > 1 else []


def _left(view: View, column: str, others: tuple[Filter, ...]) -> bool:
    """Say whether some may have left: who came first has then not served for longest."""
    return bool(column == view.start and view.end) and all(f.column != view.end for f in others)


def among_known(desk: Desk, view: View, degree: Degree) -> bool:
    """Say whether no word that the tables don't know limits a superlative: "on the list", "when he was chosen"."""
    context = desk.context
    if "when" in {*context.spoken}:
        return False
    head = context.tokens[-1]
    noun = head.head if head.dep_ in ("amod", "compound") and head.head.i > head.i else head
    limits = [c for c in noun.children if c.dep_ in ("nmod", "obl") and c.i > head.i and c.pos_ == "NOUN"]
    known = {stem(w) for column in view.columns.values() for w in (*column.words, *column.forms)}
    known |= {stem(w) for w in view.name.split("_")} | EVERYWHERE
    known |= {stem(w) for w in POSTED} if degree == SERVED else set()
    return all(
        context.discourse.mention_at(c) or any(kinship(stem(c.text), word) >= STRONG for word in known) for c in limits
    )


def beside(desk: Desk) -> list[Value]:
    """Give the figures that a superlative may be said of, the nearest first: "34, the most", "the tallest, 191 cm"."""
    statement = desk.statement
    span = (
        max(desk.context.sentence[0], statement.start - BESIDE),
        min(desk.context.sentence[1], statement.end + BESIDE),
    )
    near = [(o, v) for o in desk.context.discourse.values_in(span) if (v := o.value) and v.kind in FIGURES]
    near.sort(key=lambda pair: min(abs(pair[0].start - statement.end), abs(statement.start - pair[0].end)))
    return [value for _, value in near[:4] if isinstance(value.amount, Decimal)]


def _scopes(desk: Desk, view: View) -> list[Selection]:
    """Give the rows among which something may be the extreme: of a thing over time, of a time, all of them."""
    order = time_column(view)
    found = [s for s in desk.named(view) if s.filled and len(select(view, s.where)) > 1][:2]
    everything = Selection(subject=whole(desk, view), time=0.8)
    of_a_time = [*timed(desk.context, view, everything)[:2]] if (order or view.day) and not view.series else []
    if order and of_a_time and not _across_times(desk):  # "the smallest with 112" is the smallest of its time
        best = of_a_time[0]
        meant = (s for s in of_a_time if s.time >= best.time - LATE or s.when > best.when)
        return [replace(s, time=s.time or 0.8) for s in meant]
    return [replace(s, time=s.time or 0.8) for s in [*found, *of_a_time, everything]][:MOST_SCOPES]


def _across_times(desk: Desk) -> bool:
    """Say whether a superlative is one of all times: "a record 412", "the best year, with 412", "most since 2014"."""
    context = desk.context
    near = {*context.after, *context.before[:2], *(t.lower_ for t in context.tokens)}
    return bool(ALL_TIMES & {*context.spoken} or OVER_TIME & near)


def _figured(desk: Desk, view: View, degree: Degree, value: Value) -> Iterator[Reading]:
    """Yield the most or the least of a measure, to be compared with a figure."""
    own, beside = value is desk.value, f"the figure beside it, {value.text}"
    for column in view.measures:
        fits, meaning = fitted(desk, view, column, degree), view.columns[column]
        vague = degree in (LAST, TOP) or (equative(desk.context.tokens) is not None and not degree.turned)
        if fits < (SAID if vague else 0.3) or fit(value, meaning) < 0.5:
            continue
        for scope in _scopes(desk, view):
            for end, sure in ends(degree, view, column):
                reading = Reading(
                    family="most", query=Query(operation=end, table=view.name, column=column, where=scope.where),
                    parts=(
                        ("subject", tie(scope)), ("words", fits * sure), ("kind", fit(value, meaning)),
                        ("time", scope.time),
                    ),
                    said=f"{end} {column} of {scope.who or 'all'}" + (f" in {scope.when}" if scope.when else ""),
                    unit=meaning.unit, scale=meaning.scale, form="number" if own else "check",
                    asserted=None if own else figured(value, meaning.unit, meaning.scale, beside), refutes=False,
                )  # fmt: skip
                if agrees(desk, reading):
                    yield reading
