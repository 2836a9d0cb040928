"""What a family of readings works with: one statement in context, the tables, and selections kept for reuse."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import permutations
from typing import TYPE_CHECKING, Any

from claims.checking import selection
from claims.checking.checks import UNREACHED
from claims.checking.index import words_of
from claims.checking.periods import SEASON
from claims.checking.remembered import kept, remembered
from claims.checking.scoring import column_words
from claims.checking.standing import places
from claims.checking.words import kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.checking.context import Context
    from claims.checking.discourse import Discourse, Last
    from claims.checking.index import Index
    from claims.checking.mentions import Mention
    from claims.checking.selection import Selection
    from claims.checking.tables import Tables, View
    from claims.references import Column
    from claims.types import Statement, Value


MOST = 8
"""Tables that one statement is held against, where there are more."""
REACH = 300  # characters from a figure to what goes on with its measure


def _number_of_all(value: Value | None, tables: Tables) -> Value | None:
    """Read "four of five districts" as a number of districts where a table has five of them, and not as a share."""
    if value is None or value.kind != "ratio" or not (value.unit and isinstance(value.amount, tuple)):
        return value
    number, all_there_are = value.amount
    noun = stem(value.unit.split(" ")[-1])
    named = (v for v in tables if v.entity and noun in map(stem, (*v.columns[v.entity].words, *v.name.split("_"))))
    counted = any(len(list(v.distinct(v.entity))) == all_there_are for v in named)
    return replace(value, kind="count", amount=number) if counted else value


def _pounds_of_money(value: Value | None, tables: Tables) -> Value | None:
    """Read "a cheque for 50,000 pounds" as money where the tables have sums in pounds, and nothing by weight."""
    weighed = value is not None and value.kind == "quantity" and value.unit == POUND
    if value is None or not weighed or not value.text.endswith(("pound", "pounds")):
        return value
    units = {column.unit for view in tables for column in view.columns.values()}
    return replace(value, kind="money", unit="GBP") if "GBP" in units and POUND not in units else value


POUND = "lb"


def _things(value: Value | None, tables: Tables) -> Value | None:
    """Read "five yards" as a number of things where the tables have such, and no figure in that unit."""
    if value is None or value.kind != "quantity" or not isinstance(value.amount, Decimal):
        return value
    noun = value.text.split()[-1].lower()
    named = noun.isalpha() and noun.endswith("s") and any(stem(noun) in _named(view) for view in tables if view.entity)
    if not named or any(column.unit == value.unit for view in tables for column in view.columns.values()):
        return value
    return replace(value, kind="count", unit=noun.removesuffix("s"))


def _named(view: View) -> set[str]:
    """Give the words for what the rows of a table are about."""
    return {stem(view.name.split("_")[-1]), *(stem(word) for word in view.columns[view.entity].words[-1:])}


def _so_long_as_well(context: Context) -> Value | None:
    """Read a bare number as a time where it goes on from one: "led it for 11 years, and Lee, before her, for 19"."""
    value, start = context.value, context.statement.start
    if value is None or value.kind != "number" or value.unit or context.noun or not isinstance(value.amount, Decimal):
        return value
    before = reversed(context.discourse.values_in((context.sentence_before[0], start)))
    last = next((s for s in before if s.value and s.value.kind not in PASSED_OVER), None)
    if last is None or last.value is None or last.value.kind != "duration" or not _led_alike(context, last):
        return value
    if last.value.unit not in WHOLE_DAYS:  # "open for 622 hours a week"
        return value
    return replace(value, kind="duration", unit=last.value.unit)


PASSED_OVER, WHOLE_DAYS = frozenset({"date", "period", "number"}), frozenset({"day", "week", "month", "year"})


def _led_alike(context: Context, other: Statement) -> bool:
    """Say whether a preposition leads to a number as to a time before it, or the same verb has both for objects."""
    led = [_leading(context, s.start) for s in (other, context.statement)]
    if led[0] and led[0] == led[1]:
        return True
    tokens = [context.document.tokens(s.start, s.end).root for s in (other, context.statement)]
    alike = len({t.head.lemma_.lower() for t in tokens}) == 1 and tokens[0].head.pos_ == "VERB"
    return alike and all(t.dep_ == "obj" for t in tokens)


def _leading(context: Context, start: int) -> str:
    """Give the preposition close before a value."""
    words = context.text[max(0, start - NEAR) : start].lower().split()[:-4:-1]
    return next((word for word in words if word in LEADING), "")


NEAR, LEADING = 30, frozenset({"for", "after", "at"})


def _not_quite(context: Context) -> Value | None:
    """Mark what a time comes close to and does not reach: "not quite eight years"."""
    value = context.value
    if value is None or value.kind != "duration" or value.comparator != "approx" or value.hedge is None:
        return value
    said = context.text[slice(*value.hedge)].lower()
    return replace(value, rule=value.rule + UNREACHED) if said.endswith(SHORT_OF) else value


SHORT_OF = ("not quite", "almost", "nearly", "just short of", "shy of")


class Desk:
    """One statement on the desk."""

    def __init__(self, context: Context, tables: Tables, index: Index) -> None:
        self.context, self.tables, self.index = context, tables, index
        context.value = _not_quite(context)
        counted = _things(_number_of_all(_so_long_as_well(context), tables), tables)
        context.value = _pounds_of_money(counted, tables)
        self.statement, self.value = context.statement, context.value
        self._named: dict[str, list[Selection]] = {}
        self._selections: dict[str, list[Selection]] = {}
        self._series: dict[str, list[Selection]] = {}
        self._years: dict[tuple[str, tuple[str, ...]], dict[int, float]] = {}
        self._words: dict[tuple[str, str], float] = {}
        self.answers: dict[Any, Any] = {}
        """What rules said of this statement, see claims.checking.remembered."""

    @kept
    def numbered(self) -> Mention | None:
        """Give the thing whose number the value is, and no figure: "line 4"."""
        if self.value is None or not self.tables.numbered:
            return None
        token = self.context.document.line(self.value.start, self.value.start + 1)[0]
        found = self.context.discourse.mention_at(token)
        if found is None or found.back:
            return None
        words = words_of(found.text)
        by_number = words in self.index.numbers or words[-1].isdecimal()  # "lines 4 and 6"
        names = (name for named in self.tables.numbered.values() for name in named.values())
        return found if by_number and found.best in names else None

    @kept
    def views(self) -> list[View]:
        """Give the tables that hold something; of many those nearest to what the statement is about."""
        held = _views_with(self.index, bool)
        if len(held) <= MOST:
            return held
        last = self.context.discourse.last
        goes_on = {last.table: 1.0} if last is not None else {}
        told = selection.tables_told(self.context, self.index)
        about = _tables_of(self.context.discourse, self.index)
        measured, named = _spoken_of(self.context, self.index)
        near = {view.name: 0.0 for view in held}
        for said, share in ((goes_on, 1.0), (told, 1.0), (about, 1.0), (measured, 1.0), (named, 0.5)):
            for name, weight in said.items():
                if name in near:
                    near[name] += weight * share
        nearest = frozenset(sorted(near, key=near.__getitem__, reverse=True)[:MOST])
        return [view for view in held if view.name in nearest]

    def views_with(self, rule: Callable[[View], object]) -> list[View]:
        """Give the tables that hold something and for which a rule of the table alone holds."""
        return _views_with(self.index, rule)

    def near_with(self, rule: Callable[[View], object]) -> list[View]:
        """Give those of the nearest tables for which a rule of the table alone holds."""
        return [view for view in self.views if rule(view)] if self.views_with(rule) else []

    def about(self, statement: Statement) -> Desk:
        """Give the desk on which another statement of the article lies."""
        return Desk(type(self.context)(statement, self.context.discourse), self.tables, self.index)

    def named(self, view: View) -> list[Selection]:
        """Give the ways to fill a table's name columns."""
        if view.name not in self._named:
            self._named[view.name] = selection.named(self.context, view, self.index)
        return self._named[view.name]

    def selections(self, view: View) -> list[Selection]:
        """Give the ways to choose rows of a table: names, then times."""
        if view.name not in self._selections:
            self._selections[view.name] = [
                timed
                for chosen in self.named(view)
                if chosen.filled
                for timed in selection.timed(self.context, view, chosen)
            ]
        return self._selections[view.name]

    def series(self, view: View) -> list[Selection]:
        """Give the rows of a table of times that the times choose."""
        if view.name not in self._series:
            self._series[view.name] = selection.series(self.context, view)
        return self._series[view.name]

    def column_time(self, view: View, column: str) -> float:
        """Say how likely a column of a year, "pupils_2020", is the one meant; full where columns have no years."""
        year = view.columns[column].year
        if year is None:
            return 1.0
        key = (view.name, view.columns[column].words)
        if key not in self._years:
            alike = (c.year for c in view.columns.values() if c.words == key[1] and c.year is not None)
            seasons = bool(SEASON.search(column))
            self._years[key] = selection.year_weights(self.context, sorted(alike), seasons=seasons)
        return self._years[key].get(year, 0.3)

    def _carried(self, view: View, column: str) -> float:
        """Let a bare number go on with the measure of the figure before: "won 12 seats, the others nine"."""
        last = self.context.discourse.last
        if last is None or self.context.noun or (last.table, last.column) != (view.name, column):
            return 0.0
        if not self.value or self.value.kind not in ("number", "count", "percent", "ordinal", "ratio"):
            return 0.0
        back = self.context.sentence[0] - last.sentence
        return 0.8 if back == 0 else 0.7 if 0 < self.context.statement.start - last.start < 160 else 0.0

    def tied(self, name: str) -> float:
        """Say how tied something named is to the statement, 0 where it is not."""
        return max((b.weight for b in self.context.bindings if b.mention.best == name), default=0.0)

    def carries(self, view: View, column: str) -> bool:
        """Say whether the figure before was of this measure, and this one goes on with it."""
        return self._carried(view, column) > 0

    def goes_on(self, view: View, column: str) -> bool:
        """Say whether the figure close before was of this measure: what only moves, "Elm shrank too", does so in it."""
        last, start = self._last_measured, self.context.statement.start
        return last is not None and start - last.start < REACH and (last.table, last.column) == (view.name, column)

    @kept
    def _last_measured(self) -> Last | None:
        """Give the figure before, past what is told between of ages and terms."""
        settled = self.context.discourse.settled
        for start in sorted((s for s in settled if s < self.context.statement.start), reverse=True):
            last = settled[start]
            if self.tables[last.table].columns[last.column].role == "measure":
                return last
        return None

    def carries_any(self, column: Column) -> bool:
        """Say whether some table's column of this name goes on from the figure before."""
        return any(self.carries(view, column.name) for view in self.views if column.name in view.columns)

    def owner(self, column: str) -> str:
        """Name the thing that a column of figures is all about, "" where it is a measure: a column a museum."""
        return _owner(self.context.discourse, self.index, column)

    def other_said(self, view: View, column: str) -> float:
        """Give the factor for a column where the clause names one beside it: "Tories" speaks of no green_seats."""
        beside = counterparts(view).get(column)
        if not beside:
            return 1.0
        said = self.context.clause_stems
        return OTHER_SAID if any(other in said and own not in said for own, other in beside) else 1.0

    def words(self, view: View, column: str) -> float:
        """Say how well a column's words fit the words around the statement."""
        key = (view.name, column)
        if key not in self._words:
            named = tuple(view.name.split("_")) if self.owner(column) else view.columns[column].words
            words = column_words(self.context, named, factors(view, named))
            self._words[key] = max(words, self._carried(view, column)) * self.other_said(view, column)
        return self._words[key]


OTHER_SAID = 0.6


def _spoken_of(context: Context, index: Index) -> tuple[dict[str, float], dict[str, float]]:
    """Say how near the words around a statement come to the measures of tables, and to their names."""
    measured: dict[str, float] = {}
    named: dict[str, float] = {}
    for word, weight in context.focus.items():
        for found, tables in zip((measured, named), _tables_near(context.discourse, index, word), strict=True):
            for table, near in tables.items():
                if near * weight > found.get(table, 0.0):
                    found[table] = near * weight
    return measured, named


@remembered
def _tables_near(_article: Discourse, index: Index, word: str) -> tuple[dict[str, float], dict[str, float]]:
    """Say how near a stem comes to the words of each table's measures, and to those of its own name and its names."""
    measured: dict[str, float] = {}
    named: dict[str, float] = {}
    for own, tables in _tables_by_word(index).items():
        if near := kinship(own, word):
            for found, having in zip((measured, named), tables, strict=True):
                found.update({table: near for table in having if near > found.get(table, 0.0)})
    return measured, named


@remembered
def _tables_by_word(index: Index) -> dict[str, tuple[list[str], list[str]]]:
    """Give the tables whose measures have a stem, and those whose own name or columns of names have it."""
    tables: dict[str, tuple[list[str], list[str]]] = {}
    for view in index.tables:
        measured = {stem(word) for c in view.measures for word in view.columns[c].words}
        named = {*stems_of(view.name), *(stem(word) for c in view.names for word in view.columns[c].words)}
        for place, words in enumerate((measured, named)):
            for word in words:
                tables.setdefault(word, ([], []))[place].append(view.name)
    return tables


@remembered
def _tables_of(discourse: Discourse, index: Index) -> dict[str, float]:
    """Give the share of the names of an article that each table has."""
    named = {m.best: m.values for m in discourse.mentions if m.values}
    held = Counter(table for values in named.values() for table in places(index, values))
    return {table: count / len(named) for table, count in held.items()}


@remembered
def _views_with(index: Index, rule: Callable[[View], object]) -> list[View]:
    return [view for view in index.tables if view.size and rule(view)]


@remembered
def counterparts(view: View) -> dict[str, list[tuple[str, str]]]:
    """Map each measure to those that differ from it in one word, as its own word and the other's."""
    stems = {c: [stem(word) for word in view.columns[c].words] for c in view.measures}
    found: dict[str, list[tuple[str, str]]] = {}
    for one, other in permutations(stems, 2):
        differing = [(a, b) for a, b in zip(stems[one], stems[other], strict=False) if a != b]
        if len(stems[one]) == len(stems[other]) > 1 and len(differing) == 1:
            found.setdefault(one, []).append(differing[0])
    return found


@remembered
def _owner(_article: Discourse, index: Index, column: str) -> str:
    name = index.value_of(column.replace("_", " "))
    return name if name in index.owners else ""


@remembered
def factors(view: View, words: tuple[str, ...]) -> tuple[float, ...]:
    """Give a factor for each word of a column: less where several columns of the table have it in common."""
    if len(words) == 1:
        return (1.0,)
    common = shared(view)
    return tuple([common.get(stem(word), 1.0) for word in words])


@remembered
def shared(view: View) -> dict[str, float]:
    """Give a factor for words that several columns of a table have in common."""
    measures = {column.words for column in view.columns.values()}
    counts = Counter(stem(word) for words in measures for word in set(words))
    names = {stem(word) for c in view.names[:1] for word in view.columns[c].words}
    return {word: 0.6 if n > 1 or word in names else 1.0 for word, n in counts.items()}
