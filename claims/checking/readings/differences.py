"""What a figure just told is more or less by than at another time, or of another: "13 starters, two fewer than in May".

The figure was found in a table, so the question that it answers says whose it is, of what and when: only what it is
set against has to be read from behind the number.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.checking.anchor import CURRENCY_AND_MEASURE, FIGURES
from claims.checking.parallel import alike
from claims.checking.query import Filter, Query, select
from claims.checking.readings.changes import gap_fit, in_points, multiple, part, summed_up, unit_of
from claims.checking.readings.continued import PAUSE, at_another_time, held_against, of_its_own
from claims.checking.readings.degrees import WHENS
from claims.checking.readings.direction import PLACED, direction
from claims.checking.readings.fits import fit
from claims.checking.readings.levels import HEDGE, levels, told_before
from claims.checking.readings.measures import agrees, refers_back
from claims.checking.readings.substitutes import YEAR_BEFORE, answered, of_name
from claims.checking.readings.things import but_totals
from claims.checking.scoring import TOLD, Reading
from claims.checking.words import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.discourse import Last
    from claims.checking.tables import View
    from claims.types import Span, Statement

HAD = frozenset(
    "have do be make manage get see record reach take come stand post report register 's than as ’s".split()
)
SURE, SURELY = 0.95, 0.8
CHAINED = FIGURES | {"ratio"}
LEVELS = frozenset("lookup cell movement sum mean count occasion share".split())


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield what the level that a change is told with is more or less by than what is named behind the change."""
    value, context = desk.value, desk.context
    if value is None:
        return
    yield from _restated(desk)
    span = held_against(desk) or _time_of_a_part(desk)
    for level in _levels(desk) if span is not None or context.compares else ():
        settled = context.discourse.settled.get(level.start)
        if settled is None or not _is_level(settled):
            continue
        if span is None:
            yield from _told_just_before(desk, level, settled)
        elif (rest := REST.match(context.text, *span)) is not None:
            yield from _beyond_all(desk, settled, rest)
        else:
            yield from _held_to(desk, level, settled, span)


REST = re.compile(
    r"(?:[^,;:.()]{0,40}? )?(?:than|ahead of|clear of|behind|above|below|over)"
    r"(?: (?:that|those) (?:of|in|at))?(?: in| at| of)? (?:any(?:one|body|where)?(?: (?:other|rival))?"
    r"|the (?:next|nearest|runner-up|second|others|rest|other \w+))\b"
)
"""What says that a figure is held against the nearest of all the others: "four more than any other"."""
PART = re.compile(r" (?:(?:of )?(?:the|its|their|his|her|what|that)|of|in|for)\b(?! same| way)")
"""What stands between a multiple or a part and the level of another time: "double the price of 2014"."""


def _time_of_a_part(desk: Desk) -> Span | None:
    """Give the words behind a part that say of which time it is one: "a quarter of its output in 2018"."""
    value, start, end = desk.value, desk.statement.end, desk.context.sentence[1]
    if value is None or value.kind != "ratio":
        return None
    found = PART.match(desk.context.text, start, end)
    pause = PAUSE.search(desk.context.text, found.end(), end) if found else None
    span = start, pause.start() if pause else end
    said = desk.context.text[slice(*span)].lower()
    timed = desk.context.discourse.dates_in(span) or YEAR_BEFORE.search(said)
    return span if found and timed else None


def _told_just_before(desk: Desk, level: Statement, settled: Last) -> Iterator[Reading]:
    """Yield what a level is more by than the figure before: "It was to cost 20 million. It cost 25, a fifth more"."""
    discourse = desk.context.discourse
    told = discourse.values_in((desk.context.sentence_before[0], level.start))
    before = [s for s in told if s.value and level.value and alike(s.value, level.value)][-1:]
    base = discourse.settled.get(before[0].start) if before else None
    if base is None or not _is_level(base) or base.query == settled.query:
        return
    for meant in settled.meant:
        reading = _reading(desk, settled, meant, base.query)
        if agrees(desk, reading):
            yield replace(reading, refutes=False)


def _beyond_all(desk: Desk, settled: Last, rest: re.Match[str]) -> Iterator[Reading]:
    """Yield by how much a level is beyond the nearest of all the others of its time."""
    view, own = desk.tables[settled.table], settled.query
    way, key = direction(desk, view, settled.column) or 1, view.entity
    name = next((f for f in own.where if f.column == key and f.relation == "="), None)
    if own.operation != "value" or name is None or WHENS & {*rest.string[rest.end() :][:REACH].lower().split()}:
        return
    kept = (f for f in own.where if f is not name)
    others = (*kept, Filter(key, "!=", name.value), *but_totals(view))
    nearest = Query(operation="max" if way > 0 else "min", table=view.name, column=own.column, where=others)
    yield _reading(desk, settled, settled.reading, nearest)


REACH = 25


def _held_to(desk: Desk, level: Statement, settled: Last, span: Span) -> Iterator[Reading]:
    """Yield by how much a level differs from the same at another time or of another, or from a measure of its row."""
    own = desk.context.tokens if desk.value is None or desk.value.kind != "ratio" else ()
    words = [t for t in (*own, *desk.context.document.line(*span)) if t.tag_ not in ("JJR", "RBR")]
    words = [t for t in words if t.lower_ not in PLACED]
    measure = _measure(desk, settled, words) or _measure_of_a_name(desk, settled, span)
    free = measure or _may_be_held(desk, level, words, {*stems_of(settled.column)})
    for meant in settled.meant if free else ():
        query = replace(meant.query, column=measure) if measure else meant.query
        for other in _others(desk, query, span, said=bool(measure)):
            if answered(desk, other):
                yield _reading(desk, settled, meant, other)


def _restated(desk: Desk) -> Iterator[Reading]:
    """Yield a change just told, once more in percent or the other way: "by 6,872 to 51,230, or 15.5 percent"."""
    value, discourse, start = desk.value, desk.context.discourse, desk.statement.start
    if value is None:
        return
    told = discourse.values_in((desk.context.sentence[0], start))
    before = [s for s in told if s.value and s.value.kind in FIGURES][-2:]
    if not before and refers_back(desk) and (summed_up(desk.context) or desk.context.before[:1] == ["of"]):
        before = [s for s in discourse.values_in(desk.context.sentence_before) if s.start in discourse.settled][-1:]
    changed = [last for s in before if (last := discourse.settled.get(s.start)) and last.reading.family in RESTATED]
    inside = bool(before) and before[-1].start >= desk.context.sentence[0]
    if not changed or (inside and not RESTATING.search(desk.context.text[before[-1].end : start])):
        return
    percent = value.kind in ("percent", "ratio") or part(value)
    family, view, last = RESTATED[not percent], desk.tables[changed[-1].table], changed[-1]
    meaning = view.columns[last.column]
    if last.reading.family == family or (not percent and fit(value, meaning) < FITS) or in_points(desk):
        return
    for before_it in last.meant:
        yield replace(
            before_it, family=family, query=replace(before_it.query, operation=family), flags=TOLD, size=True,
            form="percent as ratio" if percent and value.kind != "percent" else "number", asserted=None,
            unit="%" if percent else meaning.unit, scale=None if percent else meaning.scale,
            refutes=last.sure >= SURELY,
            parts=(("subject", SURE), ("words", SURE), ("kind", 1.0), ("time", SURE)),
            said=f"{before_it.said}{', in percent' if percent else ''}",
        )  # fmt: skip


RESTATED, FITS = ("percent change", "difference"), 0.5
RESTATING = re.compile(
    r"^[^.;:]{0,40}(?:,? or|\(|[–—]|, (?:which|that) (?:is|was|means|equals)|, an? [a-z]+ of)(?: [a-z]+){0,2} ?$"
)
"""What leads from a change to the same in percent, or in its unit."""


def _may_be_held(desk: Desk, level: Statement, words: list[Token], said: set[str]) -> bool:
    """Say whether nothing else is named that the figure is held against: "than it needs", "than planned in 2020"."""
    words = [t for t in words if not _called_by_a_time(desk, t)]
    own = [t for t in words if t.lower_ not in CURRENCY_AND_MEASURE and of_its_own(desk, t, level)]
    if any(stem(t.text) not in said for t in own):
        return False
    verb = desk.about(level).context.verb
    had = HAD if verb is None else {*HAD, verb.lemma_.lower()}
    return all(t.pos_ not in ("VERB", "SCONJ", "PART") or t.lemma_.lower() in had for t in words)


def _called_by_a_time(desk: Desk, token: Token) -> bool:
    """Say whether a noun only calls a time something: "than in the boom of 2021"."""
    end = token.idx + len(token.text)
    before = token.pos_ == "NOUN" and token.i > 1 and token.nbor(-2).lower_ in ("in", "during", "at")
    return (
        before
        and desk.context.text.startswith(" of ", end)
        and any(d.start == end + len(" of ") for d in desk.context.discourse.dates_in((end, end + REACH)))
    )


def _is_level(settled: Last) -> bool:
    reading = settled.reading
    return reading.family in LEVELS and reading.form == "number" and reading.asserted is None


def _levels(desk: Desk) -> list[Statement]:
    """Give the levels that a change is told with, that of the change before where the two are told side by side."""
    context, start = desk.context, desk.statement.start
    before = [s for s in context.discourse.values_in((context.sentence[0], start)) if s.end <= start]
    before = [s for s in before if s.value and s.value.kind in CHAINED]  # no time stands between two changes
    found = [s for s in levels(desk) if s.end <= start]
    if not found and before and BESIDE.search(context.text[before[-1].end : start].lower()):
        found = [s for s in _levels(desk.about(before[-1])) if s.end <= start]
    if not found and desk.value is not None and desk.value.kind == "ratio":
        level = told_before(context)  # "three times as many as"
        found = [level] if level is not None else []
    if not found and not before and TAKEN_UP.fullmatch(context.text[context.sentence[0] : start].lower()):
        told = context.sentence_before
        figures = [s for s in context.discourse.values_in(told) if s.value and s.value.kind in FIGURES]
        suited = [s for s in figures if desk.value and s.value and alike(s.value, desk.value)] or figures
        found = [s for s in suited[-1:] if not levels(desk.about(s))]
    return found


TAKEN_UP = re.compile(rf"\s*(?:that|this|it|which|those|they) ?(?:is|was|'s|’s|are|were) (?:still |also )?{HEDGE}")
BESIDE = re.compile(rf"\band (?:also )?{HEDGE}$")


def _others(desk: Desk, level: Query, span: Span, *, said: bool) -> list[Query]:
    """Give the question of the level at the time, or of the thing, that it is held against, if any is named."""
    near = [b.mention for b in desk.context.bindings if span[0] <= b.mention.start < span[1]]
    held = [m.best for m in near if not m.back]
    named = next((other for name in dict.fromkeys(held) if (other := of_name(desk, level, name))), None)
    then = at_another_time(desk, named or level, span)
    return [then] if then is not None and (said or then != level) else []


def _measure(desk: Desk, settled: Last, words: list[Token]) -> str:
    """Name another measure of the row that is said behind a number, "" where none is: "more than it has places for"."""
    column, view = settled.query.column, desk.tables[settled.table]
    own = view.columns.get(column)
    if own is None:
        return ""
    nouns = {stem(t.text) for t in words if t.pos_ == "NOUN" and t.idx >= desk.statement.end} - {*stems_of(column)}
    others = [c for c in _of_its_kind(view, column) if view.columns[c].year == own.year]
    if planned(desk) and (plans := [c for c in others if PLANNED & {*stems_of(c)}]):
        return plans[0] if len(plans) == 1 else ""
    said = [c for c in others if nouns & {*stems_of(c)}]
    return said[0] if len(said) == 1 else ""


def planned(desk: Desk) -> bool:
    """Say whether a figure is held against a plan: "than planned", "than it should have", "over budget"."""
    behind = desk.context.text[desk.statement.end : desk.context.sentence[1]].lower()
    return PLAN.match(behind) is not None


PLANNED = frozenset(stem(w) for w in "plan planned target budget estimate forecast expected original".split())
PLAN = re.compile(
    r"[^,;:.()]{0,40}?\b(?:than|over|above|under|below|on|of|off) "
    r"(?:(?:it|they|he|she|the|its|their|was|were|had been|is) )*(?:original(?:ly)? )?"
    r"(?:plan|planned|target|budget|budgeted|estimate|estimated|forecast|expected|intended|meant|supposed|agreed"
    r"|should|ought)\b"
)


def _of_its_kind(view: View, column: str) -> list[str]:
    """Give the other measures of a column's kind and unit."""
    own = view.columns[column]
    others = [c for c in view.measures if c != column]
    return [c for c in others if (view.columns[c].kind, view.columns[c].unit) == (own.kind, own.unit)]


def _measure_of_a_name(desk: Desk, settled: Last, span: Span) -> str:
    """Name the measure of the row that is of another thing in it: "14 more than Elm", whose are "runner_up_points"."""
    view, own = desk.tables[settled.table], settled.column
    rows = select(view, settled.query.where) if own in view.measures else ()
    behind = {m.best for m in desk.context.discourse.mentions_in(span) if not m.back}
    if len(rows) != 1 or not behind:
        return ""
    named = [c for c in view.names if view.cells(c)[rows[0]] in behind]
    found = [
        c for c in _of_its_kind(view, own) for name in named if {*stems_of(name)} & {*stems_of(c)} - {*stems_of(own)}
    ]
    return found[0] if len(found) == 1 else ""


def _reading(desk: Desk, settled: Last, level: Reading, other: Query) -> Reading:
    """Ask by how much the level is more or less, how many times as much it is, or by what part it is more."""
    value, view = desk.value, desk.tables[settled.table]
    meaning, sure = view.columns[settled.column], settled.sure >= SURELY
    asked = Reading(
        family="difference",
        query=Query(operation="difference", table=settled.table, left=level.query, right=other),
        parts=(("subject", SURE), ("words", SURE), ("kind", 1.0), ("time", SURE)),
        said=f"{level.said}, held against {_of(other)}", unit=unit_of(desk, level.unit), scale=level.scale, size=True,
        way=direction(desk, view, settled.column), refutes=sure, flags=TOLD if sure else (),
    )  # fmt: skip
    if value is not None and value.kind == "ratio" and multiple(value):
        query = replace(asked.query, operation="ratio")
        return replace(asked, family="ratio", query=query, form="ratio", unit="", scale=None, size=False, way=0)
    behind = desk.context.text[desk.statement.end :]
    part_of = behind.startswith(" as ") or PART.match(behind)
    if value is not None and value.kind == "ratio" and part_of and "again" not in behind[:20]:
        query = replace(asked.query, operation="share")  # "half as much as"
        form = "percent as ratio"
        return replace(asked, family="ratio", query=query, form=form, unit="%", scale=None, size=False, way=0)
    percent = gap_fit(desk, meaning)[0] if level.unit != "%" else not in_points(desk)
    if value is not None and (percent or part(value)):
        query = replace(asked.query, operation="percent change")
        return replace(
            asked, family="percent change", query=query, unit="%", scale=None, said=f"{asked.said}, in percent",
            form="number" if value.kind == "percent" else "percent as ratio",
        )  # fmt: skip
    return asked


def _of(query: Query) -> str:
    """Name what a question is asked of."""
    return " ".join([query.column, *(str(f.value) for f in query.where if f.relation in ("=", "has"))])
