"""Counts of rows: of something named, of those that keep what the clause says, in office, all but so many."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.countednouns import known
from claims.checking.doers import doer_of, receiver_of
from claims.checking.query import Filter, Query, select
from claims.checking.readings import kinds, occurrences, years
from claims.checking.readings.asking import TELLING, asked, listed
from claims.checking.readings.axes import time_column
from claims.checking.readings.belonging import under
from claims.checking.readings.degrees import ranks_by_degree
from claims.checking.readings.kinds import negated
from claims.checking.readings.limits import limits
from claims.checking.readings.lookups import in_a_row
from claims.checking.readings.measures import tie, whole
from claims.checking.readings.ranks import ahead
from claims.checking.readings.scopes import holding, told_since, until
from claims.checking.readings.settled import NAMED, entire, named_here, near, owner_named, settled
from claims.checking.readings.things import (
    AGAIN,
    DEFINITE,
    LEFT_OUT,
    OTHERS,
    OUTRIGHT,
    SAID,
    SURELY,
    all_of_them,
    alone,
    but_totals,
    counted,
    counted_token,
    front_of,
    number_of_all,
    outright,
    part_of_all,
    rest_of_some,
    size_of,
    stretch,
    taken_up,
    takes_up,
)
from claims.checking.remembered import remembered
from claims.checking.scoring import SETTLED, Reading
from claims.checking.selection import Selection
from claims.checking.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.readings.limit import Limit
    from claims.checking.readings.things import Counted
    from claims.checking.tables import View

SEXES = ("woman", "man", "female", "male")
RECENT = frozenset(stem(w) for w in ("recent", "recently", "latest"))
PERSONAL = frozenset({"his", "her", "my", "our"})
DATED = 0.85
THAN = re.compile(r"\b(?:more|fewer|less) than\b")
MOST, LARGE, CLEAR, FREE, LISTED = 24, 1000, 0.95, 0.85, 0.75


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the counts of rows that a number may be."""
    value = desk.value
    if value is None or in_a_row(desk.context) or ahead(desk):
        return
    if _first_of_a_sex(desk) or ranks_by_degree(desk) or rest_of_some(desk):
        return
    theirs = PERSONAL & {*desk.context.before[:1]}  # "30,000 bought her three years"
    if value.kind == "duration" and value.unit == "year" and all_of_them(desk) and not theirs:
        yield from (r for view in desk.views for r in _years(view))
    if value.kind not in ("count", "number", "ordinal"):
        return
    times, token = occurrences.counts_times(desk), counted_token(desk)
    small = isinstance(value.amount, Decimal) and value.amount <= LARGE
    for view in desk.views:
        if times or occurrences.event(desk):
            yield from occurrences.readings(desk, view)
        sets: Limits = limits(desk, view) if small else [()]
        if _orders(desk):
            sets = [chosen for chosen in sets if all(limit.noun for limit in chosen)]
        thing = _thing(desk, view, token, sets, times=times)
        if thing.words < AGAIN and outright(desk):
            continue
        if small and (thing.words >= SAID or (thing.words >= LEFT_OUT and len(sets) > 1)):
            said = counted(desk, view).words >= SAID
            own = not times or said
            if _orders(desk) and token is not None:  # "its third fine" is no third of all rulings
                own = own and thing == counted(desk, view)
            yield from _rows(desk, thing, sets, named=own and (token is not None or thing.words >= SAID))
        unnamed = thing.words < SAID and not (times or years.of_years(desk))
        if unnamed and (listed(desk) or (value.kind == "count" and token is not None)):
            yield from _group(desk, view)


def _first_of_a_sex(desk: Desk) -> bool:
    """Say whether an ordinal numbers women, or men, whom the tables do not tell apart: "the first woman to lead it"."""
    own = desk.context.noun_token
    sexes = own is not None and own.lemma_.lower() in SEXES
    return sexes and _orders(desk) and desk.tables.stems.isdisjoint(map(stem, ("sex", "gender", *SEXES)))


def _years(view: View) -> Iterator[Reading]:
    """Yield how many years a table tells of: "in all 14 years", "the seven years on record"."""
    if column := time_column(view):
        yield Reading(
            family="count", query=Query(operation="count", table=view.name, column=column),
            parts=(("subject", 0.6), ("words", 0.75), ("time", 0.8)), said=f"number of years in {view.name}",
            refutes=False,
        )  # fmt: skip


Limits = list[tuple["Limit", ...]]


def _thing(desk: Desk, view: View, token: Token | None, sets: Limits, *, times: bool) -> Counted:
    """Say what of a table is counted: by the noun, by a kind that the noun is, by nothing where it is left out."""
    thing = counted(desk, view)
    if token is not None and thing.words < OUTRIGHT and named_kind(token, sets):
        return replace(thing, column="", words=0.95)
    if thing.words >= SAID or (_orders(desk) and token is None):
        return thing
    if times or _of_kind_alone(desk, token, sets):
        return replace(thing, column="", words=SAID)
    return taken_up(desk, view) if token is None else thing


def _of_kind_alone(desk: Desk, token: Token | None, sets: Limits) -> bool:
    """Say whether only a kind tells what is counted, by a noun no table has: "the third round of closures"."""
    if token is None or known(desk, token):
        return False
    near = {stem(t.text) for t in token.subtree}
    return any(limit.noun and limit.stems & near for chosen in sets for limit in chosen)


def named_kind(token: Token, sets: Limits) -> bool:
    """Say whether a noun tells a kind of rows: "two time trials", "its third fine" of rulings."""
    nouns = {stem(token.text), *(stem(c.text) for c in token.children if c.dep_ in ("compound", "amod"))}
    return any(limit.noun and limit.stems & nouns for chosen in sets for limit in chosen)


def _rows(desk: Desk, thing: Counted, sets: Limits, *, named: bool) -> Iterator[Reading]:
    """Yield the numbers of rows, or of different names, with each set of limits that the clause may set."""
    view = thing.view
    if _lately(desk) and (recent := _recent(desk, thing)):
        yield recent
        return
    said = {(f.column, f.value) for chosen in sets for limit in chosen if limit.noun for f in limit.where}
    named = named and thing.words >= SAID and (not said or all_of_them(desk))
    scopes = [
        scope for scope in _scopes(desk, thing, sets)
        if (not scope.value_of(view.entity) or _several(view, scope)) and not said & {*scope.filled}
    ]  # fmt: skip
    if desk.value is not None and desk.value.amount == 0:  # nothing is easily found of what is not meant
        scopes = [scope for scope in scopes if named_here(desk, scope)]
    rest, check = _all_but(desk)
    amount = desk.value.amount if desk.value else None
    large = not isinstance(amount, Decimal) or not 0 < amount <= TELLING or amount != int(amount)
    spoken = large or counted_token(desk) is not None or takes_up(desk)
    owners, won, rivals = _owners(desk), occurrences.won(desk), _of_others(desk)
    timeless = told_since(desk) and not (view.day or view.start or view.year or all_of_them(desk))
    found = [
        (scope, chosen) for scope in scopes for chosen in (sets if check or not rest else [c for c in sets if c])
        if (scope.filled or not _passed_over(desk, thing, chosen) if chosen else named and _apart(desk, view, scope))
        and (chosen or scope.filled or counted_token(desk) is not None or listed(desk) or takes_up(desk))
        and (spoken or all(limit.stems for limit in chosen))
        and not _twice(scope, chosen)
        and not any(f.relation == "in" and _other_counts(thing, f) for f in _where(scope, chosen))
        and asked(desk, thing, scope, chosen) and (chosen or not _kinds_elsewhere(desk, thing))
        and not (won and occurrences.lost(view, scope))
        and (not owners or not owners.isdisjoint(name for _, name in scope.filled))
        and rivals.isdisjoint(name for _, name in scope.filled)
        and (scope.when or any(limit.dated for limit in chosen) or not timeless)
    ]  # fmt: skip
    found.sort(key=lambda f: -_subject(desk, thing, *f) - f[0].time - 0.2 * (bool(f[1]) and not f[0].filled))
    for scope, chosen in found[:MOST]:
        yield from _counts(desk, thing, scope, chosen)


@remembered
def _kinds_elsewhere(desk: Desk, thing: Counted) -> bool:
    """Say whether words beside the noun tell a kind that another table of such things has: "the four toll bridges"."""
    noun = counted_token(desk)
    beside = {stem(c.text) for c in noun.children if c.dep_ in ("amod", "compound")} if noun is not None else set()
    others = (view for view in desk.views if beside and view is not thing.view and counted(desk, view).words >= SAID)
    return any(limit.stems & beside for view in others for limit in kinds.kinds(desk, view))


@remembered
def _owners(desk: Desk) -> frozenset[str]:
    """Name what the phrase of the number says to have what is counted, where a table tells that: "Elm's four mills"."""
    mention = owner_named(desk)
    names = frozenset(value for value, _ in mention.values) if mention is not None else frozenset()
    told = [(counted(desk, view), view) for view in desk.views if names]
    tables = [(thing.column or view.entity, view) for thing, view in told if thing.words >= SAID]
    if any(view.rows(own, name) for own, view in tables if own for name in names):
        return frozenset()  # no mill has mills: "its" is said of something else
    return frozenset(n for n in names if any(view.rows(c, n) for _, view in tables for c in view.names))


@remembered
def _of_others(desk: Desk) -> AbstractSet[str]:
    """Name what a number is not of: what it is held against, or another count behind is of.

    "She won four, one more than Dan Roy"; "Elm has two mills, of which one is in Ashby".
    """
    context, own = desk.context, stretch(desk)
    if not own or own[-1].i >= context.line[-1].i:
        return _held_against(desk) | _giver(desk)
    end = own[-1].idx + len(own[-1])
    before = {m.best for m in context.discourse.mentions_in((context.sentence[0], end))}
    over = {m.best for m in context.discourse.mentions_in((end, context.sentence[1])) if not m.back} - before
    return over | _held_against(desk) | _giver(desk)


def _giver(desk: Desk) -> frozenset[str]:
    """Name who gives another what is counted: "Lee gave the Otters their third win"."""
    noun = counted_token(desk)
    receiver = receiver_of(noun.head) if noun is not None and noun.dep_ == "obj" else None
    if noun is None or receiver is None or receiver.lower_.endswith(("self", "selves")):
        return frozenset()
    mention = doer_of(desk.context.discourse, noun.head)
    return frozenset(value for value, _ in mention.values) if mention is not None else frozenset()


def _held_against(desk: Desk) -> frozenset[str]:
    """Name what a number is held against behind it: "won four, one more than Dan Roy"."""
    context, end = desk.context, desk.statement.end
    behind = context.discourse.mentions_in((end, context.sentence[1]))
    here = {b.mention.best for b in context.bindings if b.mention.start < end and b.tie != "earlier"}
    between = {m.best: context.text[end : m.start].lower() for m in reversed(behind)}
    return frozenset(n for n, words in between.items() if THAN.search(words) and not {*";:"} & {*words}) - here


def _other_counts(thing: Counted, chosen: Filter) -> bool:
    """Say whether the table that tells which things are meant counts them itself, or nothing is said to be counted."""
    return thing.words < SAID or chosen.column == thing.column


def _where(scope: Selection, chosen: tuple[Limit, ...]) -> tuple[Filter, ...]:
    return (*scope.where, *(f for limit in chosen for f in limit.where))


def _several(view: View, scope: Selection) -> bool:
    """Say whether what a scope names in the column of things has several rows, or is several things."""
    return (view.repeats and not view.form) or any(f.relation == "in" for f in scope.where)


def _apart(desk: Desk, view: View, scope: Selection) -> bool:
    """Say whether a scope alone tells a part from the whole that the number is said to be of."""
    return number_of_all(desk) is None or bool(scope.filled or (scope.when and not view.year))


def _twice(scope: Selection, chosen: tuple[Limit, ...]) -> bool:
    """Say whether a limit is on a column that the scope fills already."""
    filled = dict(scope.filled)
    return any(f.column in filled for limit in chosen for f in limit.where)


def _counts(desk: Desk, thing: Counted, scope: Selection, chosen: tuple[Limit, ...]) -> Iterator[Reading]:
    view, ordinal = thing.view, _orders(desk)
    about = not thing.column or thing.column in view.of_role("entity")
    each = _each_a_row(desk, thing)
    rows_too = not thing.column or (thing.words < 0.85 and not view.form) or each
    own = thing.column if view.repeats or thing.column != view.entity else ""
    columns = (own, "" if rows_too else own)
    rest, check = _all_but(desk)
    if check and chosen and negated(desk):  # "the other four have none" are all that have none
        rest, check = False, None
    if rest and not check:
        chosen = tuple(f for limit in chosen if (f := limit.flipped))
    tests: list[checks.Check | None] = [check]
    if (known := _before_another(desk)) is not None:
        tests = [checks.number(known, known, "one more than there are")]
    elif ordinal and next(_up_to_it(desk, thing), None) is None:  # what it numbers is no row yet
        tests += [c for _, c in occurrences.so_far(desk, view) if c]
    where = _where(scope, chosen)
    said = "".join(f" with {limit.said}" for limit in chosen)
    subject, time = _subject(desk, thing, scope, chosen), max(scope.time, DATED * _dated(view, chosen))
    whole_table = entire(desk, thing, scope, chosen)
    partly = _partly(view, scope)
    sure = not (ordinal or partly) and (whole_table or (not rest and settled(desk, thing, scope, chosen)))
    noun = max(thing.words, SURELY if sure else 0.0)  # the whole that the number is of tells what is counted
    words = min([noun, *(limit.words for limit in chosen)])
    for column, test in ((column, test) for column in dict.fromkeys(columns) for test in tests):
        query = Query(operation="count", table=view.name, column=column, where=where)
        clear = sure and near(desk, query, entire=whole_table)
        clear = clear and (column == thing.column or not (whole_table and view.repeats)) and not (each and column)
        if clear or not whole_table:
            subject, time = (max(part, CLEAR if sure else 0.0) for part in (subject, time))
        yield Reading(
            family="ordinal" if ordinal else "count", query=query,
            parts=(
                ("subject", subject), ("words", words), ("time", time * (0.9 if test else 1.0)),
            ),
            said=f"number of {column or 'rows'} in {view.name}{_for(scope)}{said}", asserted=test,
            form="check" if test else "number", flags=SETTLED if clear and not (rest or test) else (),
            refutes=clear
            or (
                about and not (rest or test or partly) and thing.words > 0.85
                and _countable(desk, thing, scope, chosen)
            ),
        )  # fmt: skip


def _before_another(desk: Desk) -> Decimal | None:
    """Give how many there are where an ordinal tells of one beside them: three, of "a site for a fourth hotel"."""
    amount = desk.value.amount if desk.value is not None and _orders(desk) else None
    return amount - 1 if desk.context.before[:1] == ["a"] and isinstance(amount, Decimal) else None


def _each_a_row(desk: Desk, thing: Counted) -> bool:
    """Say whether each row is one of what is counted, whatever it is called: a prize that is given every year."""
    view = thing.view
    noun = counted_token(desk)
    rows = [stem(w) for w in view.table.name.replace("_", " ").split()]
    return bool(thing.column) and view.repeats and not view.form and noun is not None and stem(noun.text) in rows


def _dated(view: View, chosen: tuple[Limit, ...]) -> bool:
    """Say whether a limit is the time that is given: "two more followed in the Nineties"."""
    dates = view.of_role("date", "from", "year", "to")
    return any(f.column in dates and f.value is not None for limit in chosen for f in limit.where)


def _partly(view: View, scope: Selection) -> bool:
    """Say whether what a scope names stands in another column as well: a side's matches, at home and away."""
    return any(view.rows(other, name) for column, name in scope.filled for other in view.names if other != column)


def _orders(desk: Desk) -> bool:
    """Say whether the number tells which in a row something is: "her third term" is no number of all terms."""
    return desk.value is not None and desk.value.kind == "ordinal"


def _subject(desk: Desk, thing: Counted, scope: Selection, chosen: tuple[Limit, ...]) -> float:
    """Say how tied a count is: by what is named, by the limits, by words for all there are."""
    if scope.filled:
        return tie(scope)
    free = min(FREE, whole(desk, thing.view))
    if chosen and thing.words >= SAID:
        free = FREE
    told = part_of_all(desk) if chosen else all_of_them(desk) and not _orders(desk)
    return max(free, 0.8) if told else free


def _passed_over(desk: Desk, thing: Counted, chosen: tuple[Limit, ...]) -> bool:
    """Say whether the clause names something of the table that neither chooses rows nor is a limit."""
    if front_of(desk):
        return False  # "of the four fires since 2020, only that of Elm Street" is of the part
    head = desk.context.noun_token or (desk.context.head if _orders(desk) else None)
    said_of = head is not None and any(c.dep_ == "cop" for c in head.children)  # "Elm is the fourth in Ashby"
    own = range(desk.statement.start, head.right_edge.idx + 1) if said_of and head is not None else None
    limited = {f.value for limit in chosen for f in limit.where}
    view = thing.view
    about = {*view.names} - {thing.column, "" if view.repeats else view.entity}
    return any(
        b.tie != "earlier" and b.mention.named and b.mention.best not in limited
        and (b.weight >= NAMED if own is None else b.mention.start in own)
        and any(view.rows(c, b.mention.best) for c in about)
        for b in desk.context.bindings[:4]
    )  # fmt: skip


def _lately(desk: Desk) -> bool:
    """Say whether what is counted is recent, and not the latest of it: "has had four, and the latest of them"."""
    noun, verb = counted_token(desk), desk.context.verb
    said = [t for t in stretch(desk) if stem(t.text) in RECENT]
    return any(t.head in (noun, verb) or t.dep_ == "advmod" for t in said)


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


def _group(desk: Desk, view: View) -> Iterator[Reading]:
    """Yield the rows of a table, or of something named in it, that may be what an unknown noun counts."""
    amount, on_list = desk.value.amount if desk.value else None, listed(desk)
    if not isinstance(amount, Decimal) or not 1 < amount < 1000:
        return
    if view.form or ((view.repeats or not view.entity) and not (on_list and (view.day or view.start))):
        return
    definite = bool(DEFINITE & {*desk.context.before[:2]}) or desk.context.before[:1] == ["of"]
    groups = [s for s in desk.named(view) if s.filled and not s.value_of(view.entity) and tie(s) >= 0.6][:2]
    everything = [Selection(subject=LISTED if on_list else 0.65)] if (definite or on_list) and amount > 3 else []
    for selection in [*groups, *everything]:
        for scope in [replace(selection, time=0.8), *until(desk, view, selection)][:2]:
            if len(select(view, scope.where)) == amount:
                yield Reading(
                    family="count", query=Query(operation="count", table=view.name, where=scope.where),
                    parts=(("subject", tie(scope)), ("words", 0.45), ("time", scope.time)),
                    said=f"number of rows in {view.name}{_for(scope)}", refutes=False,
                )  # fmt: skip
                break


def _all_but(desk: Desk) -> tuple[bool, checks.Check | None]:
    """Compare "its seven rivals" with one row more: the one that they are the rivals of."""
    amount = desk.value.amount if desk.value else None
    words = {stem(t.text) for t in desk.context.tokens} | {desk.context.noun}
    other = bool(OTHERS & words) or desk.context.before[:1] == ["other"]
    of_those = " of the other" in desk.statement.quote.lower()  # "two of the others" are two
    if other and not of_those and isinstance(amount, Decimal):
        whole = amount + _beside(desk)
        return True, checks.number(whole, whole, "with what they are the others of")
    return "but" in desk.context.before[:1], None


def _beside(desk: Desk) -> Decimal:
    """Say how many the others are the others of: those named before them, one at least."""
    context, start = desk.context, desk.statement.start
    named = {m.best for m in context.discourse.mentions_in((context.sentence[0], start)) if m.named}
    return Decimal(len(named)) if len(named) > 1 else Decimal(1)


def _countable(desk: Desk, thing: Counted, scope: Selection, chosen: tuple[Limit, ...]) -> bool:
    """Say whether a count of rows is clear enough to refute: whose, of which, and nothing that is left unread."""
    if desk.context.wanted or {"of", "but"} & set(desk.context.before[:1]):
        return False
    measured = {f.column for limit in chosen for f in limit.where} & {*thing.view.measures}
    if measured and thing.view.year and not scope.when:
        return False  # one thing may have met the condition several times
    if number_of_all(desk) not in (None, size_of(thing.view)):
        return False
    return (bool(scope.filled) and scope.subject > 0.8) or (bool(chosen) and all(k.words >= 0.85 for k in chosen))


def _for(selection: Selection) -> str:
    who = f" for {selection.who}" if selection.filled else ""
    return f"{who} ({selection.when})" if selection.when else who


def _scopes(desk: Desk, thing: Counted, sets: Limits) -> list[Selection]:
    """Give what may be counted: rows for a name, since a time, up to the publication, in office now."""
    view = thing.view
    free = Selection(where=but_totals(view))
    others = _of_others(desk)
    told = [s for s in desk.named(view) if others.isdisjoint(name for _, name in s.filled)][:4]
    named = [s if s.filled else free for s in told if not s.value_of(thing.column) or not thing.column]
    lone = [s for c in view.names if c != thing.column for s in alone(desk, view, c)][:4]
    if len(sets) > 1 or not _orders(desk):  # "his third" is hardly that of whoever else is named
        named += lone
    elif owners := _owners(desk):  # or of its owner, whoever gave it that
        named = [*(s for s in lone if not owners.isdisjoint(name for _, name in s.filled)), *named]
    named += under(desk, view)
    found: dict[tuple[Filter, ...], Selection] = {}
    if _orders(desk):
        found |= {s.where: s for s in _up_to_it(desk, thing)}
    for selection in [*named, *_companions(desk, view), free]:
        for scope in (*until(desk, view, selection), *holding(desk, view, selection)):
            found.setdefault(scope.where, scope)
    return list(found.values())


def _up_to_it(desk: Desk, thing: Counted) -> Iterator[Selection]:
    """Yield the rows up to that of what is said to be the third of them: "Elm was the third mill to close in 2020"."""
    view, free = thing.view, Selection(where=but_totals(thing.view))
    order = view.day or view.year or view.start
    subjects = [b.mention.best for b in desk.context.bindings if b.tie == "subject" and not b.mention.back][:1]
    column = thing.column or view.entity
    own = [row for name in subjects if order and column for row in view.rows(column, name)]
    if len(own) != 1 or (cell := view.cells(order)[own[0]]) is None:
        return
    for scope in until(desk, view, free):
        yield replace(scope, where=(*scope.where, Filter(order, "<=", cell)), when=f"{scope.when} up to {cell}".strip())


def _companions(desk: Desk, view: View) -> Iterator[Selection]:
    """Yield the rows that share a name with the one row of something named before: the chiefs of her company."""
    before = {b.mention.best for b in desk.context.bindings if b.mention.start < desk.statement.end}
    told = [s for s in desk.named(view) if s.value_of(view.entity) in before] if view.entity else []
    for selection in told[:2]:
        rows = select(view, selection.where)
        if len(rows) != 1:
            continue
        for column in view.names:
            cell = view.cells(column)[rows[0]]
            if column != view.entity and view.columns[column].named and isinstance(cell, str):
                where = (Filter(column, "=", cell),)
                yield Selection(where=where, filled=((column, cell),), subject=0.9 * tie(selection))
