"""Which rows of a table a statement is about: names fill columns, times choose among the rows."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from claims.checking.periods import AGO, SEASON
from claims.checking.query import OPEN_END, OPEN_START, Filter, different, select
from claims.checking.remembered import remembered
from claims.checking.standing import places, sureness
from claims.checking.tables import month_of
from claims.checking.ties import Binding
from claims.checking.words import stem
from claims.references.cells import quarter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.checking.context import Context
    from claims.checking.discourse import Discourse
    from claims.checking.index import Index
    from claims.checking.mentions import Mention
    from claims.checking.periods import Period, When
    from claims.checking.standing import Place
    from claims.checking.tables import Cell, View

Near = tuple[tuple[int, "tuple[Place, ...]"], ...]
"""The closest ties, by number, to something in a table, with its places there."""
MOST, CLOSEST = 10, 6
CARRIED = 0.7  # how far a time of the sentence before holds on; the last time that a table has is likelier
ENDING = re.compile(r"\byear (?:to|ending|ended|that ended|ending in|ended in|to the end of)(?: the end of| late)? $")
FISCAL, FAR = re.compile(r"\b(?:fiscal|financial|business|tax|FY)(?: year)? ?$"), 40
AS_LONG, BACK = 20, 0.95  # characters of "three years ago"; how much less surely that counts from the last figures
NOW = frozenset("now today currently nowadays".split())
PREVIOUS = frozenset("previous old earlier prior former preceding outgoing".split())
BEGINNING = frozenset(stem(w) for w in "begin start first originally initially".split())


@dataclass(slots=True, unsafe_hash=True)  # thousands an article: a frozen one takes thrice the time
class Selection:
    """Conditions on a table, with what ties them to the statement; never changed."""

    where: tuple[Filter, ...] = ()
    filled: tuple[tuple[str, str], ...] = ()
    subject: float = 0.0
    time: float = 0.0
    order: str = ""
    skipped: float = 0.0
    when: str = ""
    pick: str = "last"
    far: bool = False

    def at(self, time: float, when: str, *where: Filter) -> Selection:
        """Choose by time as well, named and as sure as given."""
        chosen = (*self.where, *where)
        return Selection(chosen, self.filled, self.subject, time, self.order, self.skipped, when, self.pick, self.far)

    @property
    def who(self) -> str:
        """Name what the rows are about, "" if nothing is named."""
        return ", ".join([value for _, value in self.filled])

    def value_of(self, column: str) -> str:
        """Give the name that fills a column, or ""."""
        for filled, value in self.filled:
            if filled == column:
                return value
        return ""


def named(context: Context, view: View, index: Index) -> list[Selection]:
    """Give the ways to fill the table's name columns from what is named around the statement, best first."""
    inside = (
        (number, found)
        for number, (_, standing) in enumerate(_placed(context, index))
        if (found := standing.get(view.name))
    )
    near = tuple(islice(inside, CLOSEST))
    one_column = len({place.column for _, found in near for place in found}) < 2
    return _of_one_column(context, index, near) if one_column else _filled(context, index, near, view)


@remembered
def _placed(context: Context, index: Index) -> list[tuple[Binding, dict[str, tuple[Place, ...]]]]:
    """Give the ties to things named, the closest first, and where in the tables each thing is."""
    closest: dict[str, Binding] = {}
    for binding in context.bindings:
        if binding.weight >= 0.25:
            closest.setdefault(binding.mention.best, binding)
    near = [b.mention.best for b in closest.values() if b.weight >= NEAR]
    for topic, rivals in topics(context.discourse, index):
        held = closest.get(topic.mention.best)
        said = topic.mention.start < context.sentence[0] and not (held and held.weight >= topic.weight)
        if said and rivals.isdisjoint(near):
            closest[topic.mention.best] = topic
    tied = [(b, b.mention) for b in sorted(closest.values(), key=lambda b: -b.weight)]
    return [(b, places(index, m.values)) for b, m in tied if not (len(m.values) > 1 and m.named and m.person)]


@remembered
def tables_told(context: Context, index: Index) -> dict[str, float]:
    """Say of each table how tied the closest thing is that it has rows of."""
    told: dict[str, float] = {}
    for binding, _ in _placed(context, index):
        if len(told) == len(index.tables.views) and binding.weight <= min(told.values()):
            break  # what follows is tied less closely
        for table, sure in sureness(index, binding.mention.values).items():
            weight = binding.weight * sure
            if weight > told.get(table, 0.0):
                told[table] = weight
    return told


@remembered
def topics(discourse: Discourse, index: Index) -> list[tuple[Binding, frozenset[str]]]:
    """Give what the article names far more than all others of its kind, the one book among the writers, and these."""
    named = [m for m in discourse.mentions if m.named and m.values and not m.person]
    first = {m.best: m for m in reversed(named)}
    counted = Counter(m.best for m in named)
    found: dict[str, tuple[Binding, frozenset[str]]] = {}
    for view in index.tables:
        for column in view.of_role("entity"):
            ranked = sorted(((n, name) for name, n in counted.items() if view.rows(column, name)), reverse=True)
            if ranked and ranked[0][0] >= OFTEN and (len(ranked) == 1 or ranked[0][0] >= 2 * ranked[1][0]):
                others = frozenset(name for _, name in ranked[1:])
                found.setdefault(ranked[0][1], (Binding(first[ranked[0][1]], TOPICAL, "earlier"), others))
    return list(found.values())


OFTEN, TOPICAL, NEAR = 3, 0.5, 0.6


@remembered
def _of_one_column(context: Context, index: Index, near: Near) -> list[Selection]:
    """Fill a column alone, each of whose cells has rows: the same for all tables that have these names there."""
    return _filled(context, index, near)


def _filled(context: Context, index: Index, near: Near, view: View | None = None) -> list[Selection]:
    """Fill columns by one tie after another, as far as the table, if it has to be asked, has rows for it."""
    partial, placed = [Selection()], _placed(context, index)
    for number, found in near:
        binding = placed[number][0]
        options = [(place, binding.weight * place.weight * place.sure) for place in found]
        far, sure = binding.tie == "earlier", max(weight for _, weight in options) >= 0.9
        grown: list[Selection] = []
        for selection in partial:
            extended = [s for place, weight in options if (s := _extend(selection, view, place, weight, far=far))]
            grown += extended
            pointing = binding.mention.back and not selection.filled
            later = [(placed[at][0].mention, places) for at, places in near if at > number] if pointing else []
            other = pointing and _other_of_its_kind(context, binding.mention, found, later)
            if not extended or not sure or selection.filled or other:
                spared = far or (not extended and all(selection.value_of(place.column) for place in found))
                lost = 0.0 if spared else POINTED if other else max(0.0, binding.weight - 0.55)
                grown.append(replace(selection, skipped=selection.skipped + lost) if lost else selection)
        partial = sorted(grown, key=lambda s: s.skipped - s.subject - 0.05 * len(s.filled))[:MOST]
    return partial


POINTED = 0.28  # how much less likely "it" stands for another thing of the kind that was named before


def _other_of_its_kind(
    context: Context, pointer: Mention, found: tuple[Place, ...], later: list[tuple[Mention, tuple[Place, ...]]]
) -> bool:
    """Say whether something else named before stands in the column of what is pointed to, and was no less the topic."""
    columns = {place.column for place in found}
    last = context.discourse.last_named(pointer)
    others = (mention for mention, places in later if any(place.column in columns for place in places))
    within = context.document.sentence(last.start) if last else (0, 0)
    return any(not (last and last.start < other.start < within[1]) for other in others)


def _extend(selection: Selection, view: View | None, place: Place, weight: float, *, far: bool) -> Selection | None:
    if selection.value_of(place.column):
        return None
    where = (*selection.where, place.condition)
    if view is not None and not select(view, where):
        return None
    filled, subject = (*selection.filled, (place.column, place.value)), max(selection.subject, weight * place.main)
    return Selection(where, filled, subject, skipped=selection.skipped, far=far or selection.far)


def timed(context: Context, view: View, selection: Selection) -> list[Selection]:
    """Add the conditions of time: a year, a day or a period of validity, each with how sure it is."""
    if not select(view, selection.where):
        return []
    if view.month:
        return [*_by_month(context, view, selection), *_by_year(context, view, selection)]
    if view.year:
        return _by_year(context, view, selection)
    if view.quarter:
        return _by_quarter(context, view, selection)
    if view.sequence:
        return _by_sequence(context, view, selection)
    if view.day and not (view.lasts and len(select(view, selection.where)) == 1):
        return _by_day(context, view, selection)
    if view.start and (view.end or view.repeats):
        return _by_validity(context, view, selection)
    return [replace(selection, time=0.9)]


def _by_month(context: Context, view: View, selection: Selection) -> Iterator[Selection]:
    """Yield the months that are spoken of and the last one before, where year and month have a column each."""
    years = {first_year(c): c for c in different(view, view.year, selection.where)}
    months = {month_of(c): c for c in view.distinct(view.month)}

    def chosen(year: int, month: int) -> tuple[Filter, ...]:
        return Filter(view.year, "=", years.get(year)), Filter(view.month, "=", months.get(month))

    near = [w for w in context.times if w.role in ("at", "base") and (w.period[1] - w.period[0]).days < MONTH]
    stated = {(w.period[0].year, w.period[0].month): w.weight for w in reversed(near)}
    every = ((year, month) for year in sorted(filter(None, years), reverse=True) for month in sorted(months)[::-1])
    past = (m for m in every if not context.published or m < (context.published.year, context.published.month))
    last = next((m for m in past if select(view, (*selection.where, *chosen(*m)))), None)
    if last is not None:
        stated.setdefault(last, 0.4 if max(stated.values(), default=0.0) >= 0.85 else 0.8)
    for month, weight in stated.items():
        if select(view, (*selection.where, *chosen(*month))):
            yield selection.at(weight, f"{month[0]}-{month[1]:02}", *chosen(*month))


MONTH, SHORTEST = 31, 27  # days


def _by_year(context: Context, view: View, selection: Selection) -> list[Selection]:
    years = years_in(view, view.year, selection.where)
    alone = len(select(view, selection.where)) == len(years)
    sure = 1.0 if view.entity or view.series or alone else 0.6
    ranked = _likely_years(context, tuple(years), sure, view.columns[view.year].resolution == "season")
    return [selection.at(weight, str(years[y]), Filter(view.year, "=", years[y])) for y, weight in ranked]


@remembered
def years_in(view: View, column: str, where: tuple[Filter, ...]) -> dict[int, Cell]:
    """Map the years of the chosen rows, in rising order, to the cells that they are written in."""
    written = [(year, cell) for cell in different(view, column, where) if (year := first_year(cell)) is not None]
    return dict(sorted(written, key=lambda pair: pair[0]))


@remembered
def _likely_years(context: Context, years: tuple[int, ...], sure: float, seasons: bool) -> list[tuple[int, float]]:
    """Give the years that a statement is most likely about, the likeliest first."""
    weights = year_weights(context, years, sure, seasons=seasons)
    return sorted(weights.items(), key=lambda item: (-item[1], -item[0]))[:4]


def first_year(cell: object) -> int | None:
    """Give a year, of a season the first.

    >>> first_year(2024), first_year("2024-25"), first_year(dt.date(2025, 5, 24)), first_year("spring")
    (2024, 2024, 2025, None)
    """
    if isinstance(cell, int):
        return cell
    if isinstance(cell, dt.date):
        return cell.year
    found = SEASON.fullmatch(cell) if isinstance(cell, str) else None
    return int(found[1]) if found else None


def year_weights(
    context: Context, years: Sequence[int], sure: float = 1.0, *, seasons: bool = False
) -> dict[int, float]:
    """Weigh the years, in rising order, by how likely the statement is about each: stated, before that, the last.

    Seasons go by their first year; a year alone may mean the one that begins or the one that ends in it.
    """
    found: dict[int, float] = {}
    stated = [(w, year) for w in context.times if w.role == "at" and (year := w.season if seasons else w.year)]
    if seasons:
        stated = [pair for when, year in stated for pair in seasons_meant(context, when, year)]
    stated += [
        (replace(w, weight=BACK * w.weight), year - 1) for w, year in stated if _from_the_last(context, w, years)
    ]
    current = bool(NOW & {*context.spoken}) and context.adjacent is None
    near = [] if current else [w for w, _ in stated if w.weight >= 0.85]
    for when, year in stated:
        if year in years:
            weight = when.weight if when.weight >= 0.85 else CARRIED * (0.5 + when.weight) if not near else 0.4
            found.setdefault(year, 0.5 if current else weight)
    for number, year in enumerate(_default_years(context, years)):
        found.setdefault(year, ((0.35 if near else 0.9 if current else 0.8) - 0.35 * number) * sure)
    if found and (_previous(context) or context.contrasted) and not near:
        latest = max(found, key=lambda y: found[y])
        if earlier := [y for y in years if y < latest]:
            found |= {earlier[-1]: 0.9, latest: 0.5}
    for when in context.times:
        if when.role in ("base", "since") and (year := when.season if seasons else when.year) and year in years:
            found.setdefault(year, 0.45)
    return found


def seasons_meant(context: Context, when: When, year: int) -> Iterator[tuple[When, int]]:
    """Yield the seasons that a time may mean by their first years: a year begins one and ends another."""
    if when.year is None:
        yield when, year
    elif ENDING.search(context.text[: when.start][-FAR:]):  # "the year to March 2023"
        yield when, year - 1
    else:
        fiscal = FISCAL.search(context.text[: when.start][-FAR:])  # counted by the year in which it ends, or begins
        yield from ((when, year), (replace(when, weight=(0.95 if fiscal else 0.7) * when.weight), year - 1))


def _from_the_last(context: Context, when: When, years: Sequence[int]) -> bool:
    """Say whether "three years ago" may count back from the last figures: in 2026 those of 2025."""
    over = context.published is not None and context.published.year not in years
    return over and AGO.search(context.text, when.start, when.start + AS_LONG) is not None


def _previous(context: Context) -> bool:
    """Say whether the words close by speak of the time before: "in the old chamber"."""
    first = context.tokens[0].i if context.tokens else 0
    close = (t for t in context.line if t.lower_ in PREVIOUS and t.dep_ == "amod" and abs(t.i - first) < 7)
    return any(not context.discourse.mention_at(t) for t in close)  # "the former" of two is of no other time


def _default_years(context: Context, years: Sequence[int]) -> Sequence[int]:
    """Give the last year before publication, then the one before it; with no date the last year there is.

    A year to come that has figures, the budget of next year, the chamber that was elected, is first where the article
    names it, else second.
    """
    if context.published is None:
        return years[-1:]
    this = context.published.year
    past = [y for y in reversed(years) if y <= this][:2]
    if this + 1 not in years:
        return past
    return [this + 1, *past] if this + 1 in context.discourse.years else [*past[:1], this + 1, *past[1:]]


def _by_quarter(context: Context, view: View, selection: Selection) -> list[Selection]:
    """Take the quarters that are spoken of, and the last that was over by the publication."""
    found = ((cell, quarter(cell)) for cell in different(view, view.quarter, selection.where) if isinstance(cell, str))
    spans = sorted((span, cell) for cell, span in found if span)
    past = [(span, cell) for span, cell in spans if context.published is None or span[1] <= context.published]
    stated = [(when, cell) for when in context.times for span, cell in spans if span == when.period]
    stated += list(_last_quarters(context, spans))
    near = any(when.role == "at" and when.weight >= 0.85 for when, _ in stated)
    weights = {cell: (0.35 if near else 0.8) - 0.35 * back for back, (_, cell) in enumerate(reversed(past[-2:]))}
    for when, cell in stated:
        sure = (when.weight if when.weight >= 0.85 else 0.4) if when.role == "at" else 0.45
        weights[cell] = max(weights.get(cell, 0.0), sure)
    ranked = sorted(weights.items(), key=lambda item: -item[1])[:4]
    return [
        replace(selection, where=(*selection.where, Filter(view.quarter, "=", cell)), time=weight, when=cell)
        for cell, weight in ranked
    ]


def _last_quarters(context: Context, spans: Sequence[tuple[Period, str]]) -> Iterator[tuple[When, str]]:
    """Yield the last quarter of a year that is spoken of, less surely: "fell to 610 in the recession of 2023"."""
    for when in context.times:
        if when.role == "at" and when.year:
            cell = max((s for s in spans if s[0][1].year == when.year), default=None)
            if cell is not None:
                yield replace(when, weight=0.7 * when.weight), cell[1]


def _by_sequence(context: Context, view: View, selection: Selection) -> list[Selection]:
    """Take the state after the last round, stage or week that was over by the publication."""
    column, steps = view.sequence, view.steps
    past = [step for step, day in steps.items() if context.published is None or day <= context.published]
    if not past:
        return [replace(selection, time=0.4)]
    found = []
    for when in [w for w in context.times if w.role == "at" and w.weight >= 0.85][:1]:
        then = [step for step, day in steps.items() if day <= when.period[1]]
        if then:
            found.append((max(then), 0.8))
    found.append((max(past), 0.85 if not found else 0.8))
    return [
        replace(selection, where=(*selection.where, Filter(column, "=", step)), time=sure, when=f"{column} {step}")
        for step, sure in dict(found).items()
    ]


def _by_day(context: Context, view: View, selection: Selection) -> list[Selection]:
    cells = view.cells(view.day)
    rows = select(view, selection.where)
    days = {row: cells[row] for row in rows if isinstance(cells[row], dt.date)}
    if not days and len(rows) == 1:
        return [replace(selection, time=0.8)]  # a row without a day yet: a building that nobody has moved into
    found: list[Selection] = []
    months = view.columns[view.day].resolution == "month"
    for when in [w for w in context.times if w.role == "at"][:3]:
        inside = {d for d in days.values() if when.period[0] <= d <= when.period[1]}  # type: ignore[operator]
        if months and (day := _a_year_ago(context, when, {*days.values()})):  # type: ignore[arg-type]
            where = (*selection.where, Filter(view.day, "=", day))
            found.append(replace(selection, where=where, time=when.weight, order=view.day, when=str(day)))
        elif inside:
            where = (*selection.where, *within(view.day, when))
            found.append(replace(selection, where=where, time=when.weight, order=view.day, when=str(max(inside))))  # type: ignore[type-var]
        elif other := next((c for c in other_days(view) if _happened(view, selection, c, when)), ""):
            where = (*selection.where, *within(other, when))
            found.append(replace(selection, where=where, time=when.weight, when=f"{other} {when.period[0]}"))
    past = [d for d in days.values() if _over(d, context.published, months=months)]  # type: ignore[arg-type]
    if (nth := _numbered_time(context)) and nth <= len(order := sorted(set(past))) > 1:  # type: ignore[type-var]
        where = (*selection.where, Filter(view.day, "=", order[nth - 1]))
        found.append(replace(selection, where=where, time=0.9, when=str(order[nth - 1])))
    if past:
        last = max(past)  # type: ignore[type-var]
        where = (*selection.where, Filter(view.day, "=", last))
        near = any(s.time >= 0.85 for s in found)
        weight = 0.4 if near else 0.8 if len(days) > 1 else 0.9
        if near or len(days) == 1 or not _outside(context, min(past)):  # type: ignore[type-var, arg-type]
            found.append(replace(selection, where=where, time=weight, when=str(last)))
        found += _same_month(context, view, selection, last, set(days.values())) if months else []  # type: ignore[arg-type]
    elif days:
        found.append(replace(selection, time=0.6, order=view.day))
    return found


@remembered
def _numbered_time(context: Context) -> int:
    """Say which of several times is told of, "the first time 14 were found, the second eight", 0 where none is."""
    told = NUMBERED.findall(context.text[context.sentence[0] : context.statement.start])
    return ORDINALS.index(told[-1].lower()) + 1 if told else 0


ORDINALS = ("first", "second", "third", "fourth", "fifth")
NUMBERED = re.compile(
    rf"(?<!for )(?<!was )(?<!is )\bthe ({'|'.join(ORDINALS)})(?: time| occasion| of (?:them|these)|(?=,? \S*$))",
    re.IGNORECASE,
)


def _a_year_ago(context: Context, when: When, days: set[dt.date]) -> dt.date | None:
    """Give the day that is whole years before the last that is over: "a year ago it cost 4.10" of the same month."""
    past = [d for d in days if context.published is not None and d <= context.published]
    counted = when.year is not None and AGO.search(context.text, when.start, when.start + AS_LONG) is not None
    if not past or not counted or context.published is None:
        return None
    year, month = max(past).year - context.published.year + (when.year or 0), max(past).month
    return next((d for d in past if (d.year, d.month) == (year, month)), None)


def _outside(context: Context, first: dt.date) -> bool:
    """Say whether the sentence gives a time that ended before the first row, or a month that is to come."""
    stated = [w for w in context.times if w.role == "at" and w.weight >= 0.85]
    long = [w for w in stated if (w.period[1] - w.period[0]).days >= SHORTEST]
    months = (w.period[0] for w in long if w.weight >= 0.95 and (w.period[1] - w.period[0]).days < MONTH)
    return any(w.period[1] < first for w in long) or any(context.published and m > context.published for m in months)


def other_days(view: View) -> list[str]:
    """Name the other days that a row has: a case is filed on one and decided on another."""
    dates = (c for c in view.of_role("date", "from", "to") if view.columns[c].resolution in ("day", "month"))
    return [c for c in dates if c not in (view.day, view.born, view.died)]


def _happened(view: View, selection: Selection, column: str, when: When) -> bool:
    """Say whether a row was so dated in a time."""
    return bool(select(view, (*selection.where, *within(column, when))))


def _over(day: dt.date, published: dt.date | None, *, months: bool) -> bool:
    """Say whether a day, or the month that it begins, was over by the publication."""
    if published is None:
        return True
    return (day.year, day.month) < (published.year, published.month) if months else day <= published


def _same_month(
    context: Context, view: View, selection: Selection, last: dt.date, days: set[dt.date]
) -> Iterator[Selection]:
    """Yield the month of the news in the years that are spoken of: "45,409 after 46,359 in 2024"."""
    for when in context.times:
        day = last.replace(year=when.year) if when.year else last
        if when.role == "at" and when.weight >= 0.5 and day in days and day < last and when.period[0].month == 1:
            where = (*selection.where, Filter(view.day, "=", day))
            yield replace(selection, where=where, time=0.7 * when.weight, when=str(day))


def within(column: str, when: When) -> tuple[Filter, ...]:
    """Give the conditions that a day lies in a period."""
    first, last = when.period
    return (Filter(column, "=", first),) if first == last else (Filter(column, ">=", first), Filter(column, "<=", last))


def _by_validity(context: Context, view: View, selection: Selection) -> list[Selection]:
    found: list[Selection] = []
    days = [(w.period[0], w.weight) for w in context.times if w.role == "at" and w.weight >= 0.85][:1]
    if context.published:
        days.append((context.published, 0.45 if days else 0.85))
    for day, weight in days:
        where = (*selection.where, *valid_on(view, day))
        if select(view, where):
            found.append(replace(selection, where=where, time=weight, when=str(day)))
    found += _by_beginning(context, view, selection, passed=not found)
    rows = select(view, selection.where)
    if BEGINNING & {s for s, w in context.focus.items() if w >= 0.8}:
        return [replace(selection, time=0.9, order=view.start, when="the beginning", pick="first")]
    if len(rows) == 1 or not found:
        found.append(replace(selection, time=0.7 if len(rows) == 1 else 0.3))
    return found


def _by_beginning(context: Context, view: View, selection: Selection, *, passed: bool) -> Iterator[Selection]:
    """Yield the rows that began in a stated time, and the last that began where none is valid: a strike, a flood."""
    stated = [w for w in context.times if w.role in ("at", "base")][:3]
    for when in stated:
        if _happened(view, selection, view.start, when):
            weight = when.weight if when.role == "at" else 0.45
            where = (*selection.where, *within(view.start, when))
            yield replace(selection, where=where, time=weight, order=view.start, when=str(when.period[0]))
    starts = [d for d in different(view, view.start, selection.where) if isinstance(d, dt.date)]
    past = [d for d in starts if context.published is None or d <= context.published]
    if passed and past and len(starts) > 1:
        near = any(w.role == "at" and w.weight >= 0.85 for w in stated)
        where = (*selection.where, Filter(view.start, "=", max(past)))
        yield replace(selection, where=where, time=0.4 if near else 0.8, when=str(max(past)))


def series(context: Context, view: View) -> list[Selection]:
    """Give the rows of a table of times, an edition a year, that the times choose: no name has to."""
    if not view.series:
        return []
    words = {stem(w) for w in view.name.split("_")}
    said = bool(words & context.sentence_stems)
    return timed(context, view, Selection(subject=0.75 if said else 0.6 if words & context.discourse.stems else 0.5))


def valid_on(view: View, day: dt.date) -> tuple[Filter, ...]:
    """Give the conditions that a row is valid on a day."""
    ended = (Filter(view.end, OPEN_END, as_written(view, view.end, day)),) if view.end else ()
    return (Filter(view.start, OPEN_START, as_written(view, view.start, day)), *ended)


def as_written(view: View, column: str, day: dt.date) -> dt.date | int:
    """Give a day as a column writes its days: the year where it holds years alone."""
    return day.year if view.columns[column].resolution == "year" else day
