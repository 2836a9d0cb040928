"""A cell looked up: a measure of something named, at a time."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claims import degrees
from claims.checking.circumstances import never_since
from claims.checking.likeness import digits
from claims.checking.manner import MOVES
from claims.checking.query import Filter, Query, different, select
from claims.checking.readings.aged import whose
from claims.checking.readings.fits import RANKS, done, fit, kind_of, measure_words, repeating, scale_for, takes_time
from claims.checking.readings.measures import ALONE, PAID, agrees, by_unit, tie, told
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import PREVIOUS, Selection, timed
from claims.checking.words import IN_A_ROW, STOP, STRONG, kinship, phrases_in, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.context import Context
    from claims.checking.desk import Desk
    from claims.checking.mentions import Mention
    from claims.checking.tables import View

LOWERED = frozenset(stem(w) for w in degrees.FALLS | degrees.LOWERED)
SHIFTS = LOWERED | {stem(w) for w in degrees.RISES | degrees.RAISED}
LOSSES = frozenset(stem(w) for w in "lose loss deficit red down behind".split())


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the cells that a number may repeat."""
    value = desk.value
    if value is None or value.kind in ("date", "period", "excluded") or never_since(desk):
        return
    part = _said_of_a_part(desk) if of_part(desk.context) else None
    if other(desk.context) and not part:
        return
    for view in desk.views:
        for column in (*view.measures, *_numbered_keys(desk, view)):
            if part and not _is_part(view, column, part):
                continue
            if value.kind == "ordinal" and not _ranks(desk, view, column):
                continue
            kind = fit(value, view.columns[column])
            if kind < 0.3:
                continue
            if _won_by(desk) and takes_time(view.columns[column]) and not is_gap(view, column):
                continue
            if _moved_by(desk.context) and not (is_move(view, column) or is_gap(view, column)):
                continue
            words = PARTED if part else words_for(desk, view, column)
            if words < (0.8 if value.kind == "ordinal" else 0.25):
                yield from _told(desk, view, column, kind, words)
                continue
            paid = words == PAID == by_unit(desk, view, column)
            words *= _doubt(desk, view, column)
            for chosen in selections(desk, view, column):
                if part and not (chosen.filled and len(select(view, chosen.where)) == 1):
                    continue  # "four accidents, two of them fatal" are rows
                if words >= SUBJECTED or not of_others(desk, chosen):
                    told = min(words, ALONE) if paid and tie(chosen) < PAYER else words
                    yield from cell(desk, view, column, _filled(desk, view, column, chosen), kind, told)


def _of_before(desk: Desk, view: View, column: str) -> bool:
    """Say whether a column has the mark before the last, "previous_record", and nothing speaks of what was before."""
    own = [w for w in view.columns[column].words if w not in PREVIOUS]
    last = len(own) < len(view.columns[column].words) and any([*view.columns[c].words] == own for c in view.measures)
    if not last or not takes_time(view.columns[column]):
        return False
    return BEFORE.isdisjoint(desk.context.document.words(*desk.context.sentence))


BEFORE = PREVIOUS | frozenset(
    "before than had was were used broke broken beat beaten improved replaced erased lowered cut "
    "shaved took taken".split()
)


@remembered
def _won_by(desk: Desk) -> bool:
    """Say whether the value is what somebody won, lost or was ahead by, and not how long it took."""
    before = desk.context.before
    return "by" in before[:1] or (before[:1] == ["than"] and "by" in before[:3])


@remembered
def _moved_by(context: Context) -> bool:
    """Say whether the value is what something rose or fell by, and no level: "the number of teachers fell by two"."""
    return "by" in context.before[:3] and context.compares and context.verb is not None and (
        stem(context.verb.text) in MOVES
    )  # fmt: skip


def _filled(desk: Desk, view: View, column: str, selection: Selection) -> Selection:
    """Take the last row that has a figure where the one chosen as the last has none: a case that is still open."""
    published, day = desk.context.published, view.day or view.start
    if not day:
        return selection
    chosen = next((f for f in selection.where if f.column == day and f.relation == "="), None)
    if chosen is None or any(when.period[0] == chosen.value for when in desk.context.times):
        return selection
    if published is None or different(view, column, selection.where) - {None}:
        return selection
    where = tuple(f for f in selection.where if f is not chosen)
    where = (*where, Filter(column, "filled", None), Filter(day, "<=", published))
    return replace(selection, where=where, order=day, pick="last")


def words_for(desk: Desk, view: View, column: str) -> float:
    """Say how well a measure fits: by its words, by its unit alone, or a bare figure as that of a figure close by."""
    own = measure_words(desk, view, column)
    bare = not desk.context.noun and own < CARRIED
    carried = told(desk, view).get(column, 0.0) if bare else 0.0
    moved = MOVED if SHIFTS & desk.context.clause_stems and is_move(view, column) else 0.0
    return max(own, moved, CARRIED * carried * desk.other_said(view, column), by_unit(desk, view, column))


CARRIED, MOVED = 0.9, 0.8
PAYER = 0.6  # how tied that has to be whose money only its unit tells
SUBJECTED = 0.5  # words that let a measure be one of what is named before, though the clause names another
CLOSE, REACH = 0.75, 6  # how tied that other name is; words between "than" and one


def selections(desk: Desk, view: View, column: str) -> list[Selection]:
    """Give the ways to choose rows; where a column is all about one thing, that has to be named too."""
    owner = desk.owner(column)
    if not owner:
        return [*desk.selections(view), *desk.series(view)]
    weight = desk.tied(owner)
    if weight < OWNED:
        return []
    beside = [
        replace(s, filled=(*s.filled, (column, owner)), subject=min(s.subject, weight)) for s in desk.selections(view)
    ]
    return [*beside, *timed(desk.context, view, Selection(filled=((column, owner),), subject=weight))]


OWNED = 0.3


TELLING, NAMED, SUITED = 2, 0.7, 0.8
MEASURED = frozenset({"percent", "money", "quantity", "duration"})


def _told(desk: Desk, view: View, column: str, kind: float, words: float) -> Iterator[Reading]:
    """Yield a cell that a telling figure repeats, two digits or more, though no word names the measure."""
    value = desk.value
    if value is None or kind < 0.5 or not isinstance(value.amount, Decimal) or value.unit in ("time", "times"):
        return
    known = len(digits(value.amount))
    if known < TELLING or (known == TELLING and kind < SUITED):
        return
    near = repeating(desk.context.discourse, view, column, value)
    if near is not None and not _may_choose(desk, view, column, near):
        return
    for chosen in selections(desk, view, column):
        if near is not None and near.isdisjoint(select(view, chosen.where)):
            continue
        weak = tie(chosen) < NAMED or _of_other_things(desk, view)
        if (known == TELLING and kind_of(value) not in MEASURED and weak) or of_others(desk, chosen):
            continue
        yield from (r for r in cell(desk, view, column, chosen, kind, max(words, 0.2)) if agrees(desk, r))


def _may_choose(desk: Desk, view: View, column: str, rows: frozenset[int]) -> bool:
    """Say whether what is named has some of these rows, before times are asked which of its rows they choose."""
    if not rows or view.series or desk.owner(column):
        return bool(rows)
    return any(not rows.isdisjoint(select(view, s.where)) for s in desk.named(view) if s.filled)


def _of_other_things(desk: Desk, view: View) -> bool:
    """Say whether the number counts what no word of a table is for: 12 boats are no 12 races."""
    noun = desk.context.noun
    words = {stem(w) for c in view.columns.values() for w in (*c.words, *c.forms)} | {*stems_of(view.name)}
    return bool(noun) and not any(kinship(noun, word) for word in words)


def of_others(desk: Desk, selection: Selection) -> bool:
    """Say whether only sentences before name what rows are of, where another name here has such figures itself."""
    if not selection.filled or not _another_has_such(desk):
        return False
    return _known_here(desk).isdisjoint([value for _, value in selection.filled])


@remembered
def _another_has_such(desk: Desk) -> bool:
    """Say whether some name of the sentence, close to the value, has figures of its kind."""
    here = (b for b in desk.context.bindings if b.tie != "earlier" and b.weight >= CLOSE)
    close = (b.mention for b in here if b.mention.named and not b.mention.back)
    return any(_has_such(desk, m.best) for m in close if "than" not in _led(desk, m))


@remembered
def _known_here(desk: Desk) -> frozenset[str]:
    """Give what is named in the sentence, and what that implies."""
    here = [b.mention for b in desk.context.bindings if b.tie != "earlier"]
    implied = (other for mention in here for other in desk.index.implied(mention.best))
    return frozenset(value for mention in here for value, _ in mention.values).union(implied)


def _led(desk: Desk, mention: Mention) -> list[str]:
    """Give the last words before a name: what is more than another is not the other's."""
    return desk.context.text[desk.context.sentence[0] : mention.start].lower().split()[-REACH:]


def _has_such(desk: Desk, name: str) -> bool:
    """Say whether a table has a figure of the kind of the value for a name."""
    value = desk.value
    fitting = (v for v in desk.views if value and any(fit(value, v.columns[c]) >= SUITED for c in v.measures))
    return any(view.rows(column, name) for view in fitting for column in view.of_role("entity"))


def _ranks(desk: Desk, view: View, column: str) -> bool:
    """Say whether an ordinal may stand in a column: its noun heads it, or it holds places."""
    words = [stem(w) for w in view.columns[column].words]
    return words == [desk.context.noun] or (bool(RANKS & set(words)) and desk.context.noun in ("", stem("place")))


def _doubt(desk: Desk, view: View, column: str) -> float:
    """Lower a lookup where the words speak of a change, of a part, of one for each."""
    context = desk.context
    if POLLS & context.clause_stems and desk.value and desk.value.kind == "percent":
        return 0.5
    if is_gap(view, column):
        return 1.0
    if context.compares or EACH & {*context.after[:3]}:
        return 0.5
    return 0.85 if _changes(desk, view, column) or POLLS & context.clause_stems else 1.0


def _changes(desk: Desk, view: View, column: str) -> bool:
    """Say whether the verb over a number speaks of a change, not of what the column counts: games lost."""
    verb = desk.context.verb
    own = {stem(w) for w in (*view.columns[column].words, *view.columns[column].forms)}
    counted = verb is not None and stem(verb.text) in own
    return desk.context.changes and not counted and not is_move(view, column)


def _unsure(desk: Desk, view: View, column: str) -> bool:
    """Say whether a number is part of a wider total, of a poll, or of a group: nothing to refute by a lookup."""
    context = desk.context
    grouped = context.before[:2] in (["the", "of"], ["of", "one"])
    part = of_part(context) and _is_part(view, column, _said_of_a_part(desk))
    some = _some_of_them(context) and not part and done(desk, view, column) < STRONG
    return bool(POLLS & context.sentence_stems) or grouped or some or _changes(desk, view, column)


def _some_of_them(context: Context) -> bool:
    """Say whether a bare number itself did something: "58 boats started. Twelve gave up", some of those before."""
    counted = context.value is not None and context.value.kind in ("number", "count") and not context.noun
    return counted and context.head.dep_ in ("nsubj", "nsubj:pass") and context.head in context.tokens


EACH = frozenset({"each", "per", "every", "apiece"})
POLLS = frozenset(stem(w) for w in ("poll", "survey", "forecast", "pollster"))


@remembered
def in_a_row(context: Context) -> bool:
    """Say whether the number counts what happened one after another, and not the number next to it."""
    end = context.statement.end
    following = min((s.start for s in context.discourse.values_in((end, context.sentence[1]))), default=None)
    after = context.document.words(end, following)[:5] if following else context.after
    return bool(IN_A_ROW & {*after, *context.before[:2], *(t.lower_ for t in context.tokens)})


def of_a_part(context: Context) -> bool:
    """Say whether an ordinal numbers a part of a game or a time: who is strong "in the third quarter" is not third."""
    tokens = context.document.line(context.statement.start, context.statement.end)
    first = next((t for t in tokens if t.i + 1 < len(t.doc)), None)
    return first is not None and stem(first.nbor().text) in STRETCHES


STRETCHES = frozenset(
    stem(w) for w in "half quarter period set inning leg round lap frame minute hour day week month season year".split()
)


def other(context: Context) -> bool:
    """Say whether the number counts a run of things, is a part of a longer figure other than a whole, or an age."""
    return whose(context) is not None or in_a_row(context) or of_part(context) or context.aside


def of_part(context: Context) -> bool:
    """Say whether the number is a part of something else than a whole with its own number: "62 of them"."""
    return context.part and not (_of_a_whole(context) or _are_all(context))


def _are_all(context: Context) -> bool:
    """Say whether so many is how many there are: "there were 24 of them"."""
    verb = context.verb
    there = verb is not None and any(c.dep_ == "expl" and c.lower_ == "there" for c in verb.children)
    return there and "them" in (*(t.lower_ for t in context.tokens[-1:]), *context.after[1:2])


@remembered
def _said_of_a_part(desk: Desk) -> frozenset[str]:
    """Give the stems and phrases of what is said of a part beyond its whole: "62 of its units are affordable"."""
    context = desk.context
    doc = context.document.doc
    if whose(context) is not None or in_a_row(context) or context.aside or not context.tokens:
        return frozenset()
    last = context.tokens[-1]
    of = next((t for t in (*context.tokens, *doc[last.i + 1 : last.i + 2]) if t.lower_ == "of"), None)
    if of is None or context.before[:1] in (["of"], ["-"]):
        return frozenset()
    whole = of.head if of.head.i > of.i else of
    behind = [t for t in doc[max(whole.i, last.i) + 1 : whole.i + BEHIND] if t.idx < context.sentence[1]]
    cut = next((n for n, t in enumerate(behind) if t.text in ".;:!?" or (n and t.text == ",")), len(behind))
    said = [t for t in behind[:cut] if t.is_alpha]
    if context.head.dep_ == "obj" and context.head.head.pos_ == "VERB":
        return frozenset()
    stems = [stem(t.text) for t in said]
    own = {stem(t.text) for t in (whole, *whole.children)}
    return frozenset({*stems, *(phrase for *_, phrase in phrases_in(stems))} - own - STOP)


BEHIND, PARTED = 9, 0.8


def _is_part(view: View, column: str, said: frozenset[str]) -> bool:
    """Say whether a column is called by what is said of a part: what is done to one, "won 38 of the 70", tells none."""
    own = [stem(w) for w in view.columns[column].words if stem(w) not in QUANTITIES]
    return any(kinship(w, s) >= STRONG for w in own for s in said)


QUANTITIES = frozenset(stem(w) for w in "total number count pct percent share year day".split())


def _of_a_whole(context: Context) -> bool:
    """Say whether the number is given with the whole that it is of: "52 of the 90 seats", "19 of its 421 members"."""
    after = context.after
    return after[:1] == ["of"] and len(after) > 2 and after[1] in WHOLES and _number(after[2])


WHOLES = frozenset("the its their his her those these".split())


def _number(word: str) -> bool:
    return word.replace(",", "").isdigit()


@remembered
def is_gap(view: View, column: str) -> bool:
    """Say whether a column is itself a difference: a gap, a margin, the growth on a year ago."""
    return any(kinship(stem(word), gap) for word in view.columns[column].words for gap in GAPS)


GAPS = ("gap", "margin", "differenc", "chang", "growth")


def _numbered_keys(desk: Desk, view: View) -> list[str]:
    """Give keys that an ordinal may name: "the 2nd District"."""
    if not desk.value or desk.value.kind != "ordinal":
        return []
    return [c for c in view.of_role("key") if view.columns[c].kind == "number"]


def is_move(view: View, column: str) -> bool:
    """Say whether a column holds how far something rose or fell: "change_bp"."""
    return stem("change") in map(stem, view.columns[column].words)


class Held(NamedTuple):
    """How the cells of a measure are held to the value of a statement: the same for all its rows."""

    scale: Decimal
    sized: bool
    unsure: bool
    before: bool


@remembered
def _held(desk: Desk, view: View, column: str) -> Held:
    """Say how the cells of a measure are held to the value."""
    scale = scale_for(view, column, desk.value) if desk.value else view.columns[column].scale
    unsure, before = _unsure(desk, view, column), _of_before(desk, view, column)
    return Held(scale, _sized(desk, view, column), unsure, before)


def _sized(desk: Desk, view: View, column: str) -> bool:
    """Say whether the words tell the sign of a cell: a loss of 268 is -268, a rate lowered by 50 a change of -50."""
    losing = LOSSES | LOWERED if is_move(view, column) else LOSSES
    return bool(losing & desk.context.clause_stems)


@remembered
def _of_two_roles(view: View, selection: Selection) -> bool:
    """Say whether a name of the rows stands in another column too: who won one stage came second in another."""
    named = [c for c in view.names if view.columns[c].named]
    return any(other != column and view.rows(other, name) for column, name in selection.filled for other in named)


def cell(desk: Desk, view: View, column: str, selection: Selection, kind: float, words: float) -> Iterator[Reading]:
    """Yield the cell, the last one where several times are chosen."""
    rows = select(view, selection.where)
    if not rows:
        return
    held = _held(desk, view, column)
    if held.before and not any(PREVIOUS & {*view.columns[c].words} for c, _ in selection.filled):
        return
    operation = selection.pick if selection.order and len(rows) > 1 else "value"
    if operation == "value" and len(different(view, column, selection.where)) > 1:
        return
    meaning = view.columns[column]
    when = f" in {selection.when}" if selection.when else ""
    yield Reading(
        family="lookup",
        query=Query(operation=operation, table=view.name, column=column, where=selection.where, order=selection.order),
        parts=(
            ("subject", max(0.0, selection.subject - selection.skipped)), ("words", words), ("kind", kind),
            ("time", min(selection.time, desk.column_time(view, column))),
        ),
        said=f"{column} of {selection.who or view.name}{when}",
        form="percent as ratio" if desk.value and desk.value.kind == "ratio" else "number",
        unit=meaning.unit, scale=held.scale, size=held.sized,
        refutes=not held.unsure and not (meaning.dtype == "clock" and _of_two_roles(view, selection)),
    )  # fmt: skip
