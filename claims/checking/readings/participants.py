"""Names in their parts of one row: who won which prize with what, from where to where somebody went, who made it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations, islice, product
from typing import TYPE_CHECKING

from claims.checking import leading
from claims.checking.jointly import odd
from claims.checking.phrases import (
    PRIZES,
    SUBJECTS,
    Part,
    by_a_margin,
    called,
    distant,
    held_against,
    of_earlier,
    owns,
    part_of,
    parts_beside,
    verb_of,
)
from claims.checking.query import Query, different, same, select
from claims.checking.readings.seats import seats
from claims.checking.remembered import remembered
from claims.checking.scoring import Reading
from claims.checking.selection import Selection, timed
from claims.checking.words import STRONG, WEAK, kinship, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claims.checking.desk import Desk
    from claims.checking.query import Filter
    from claims.checking.tables import View

FORMER = frozenset(stem(w) for w in "former ex past onetime then once".split())
KINDS = frozenset({"association", "leader", "winner", "category", "holder"})
TOLD, UNTOLD = 0.9, 0.7  # the words: the column, the prize or the way is said, or only the names of a row stand there
STATED, OWN = 0.85, 0.95  # a time of the sentence, and one of the clause itself
MOST, MOST_SETS, LARGE = 12, 40, 5_000
SIDES = {
    "from": frozenset("from origin source departure seller old previous".split()),
    "to": frozenset("to destination target arrival buyer new".split()),
}
POSTS = frozenset("role post office position title job rank capacity".split())
CALLING, INSIDE = frozenset({"xcomp", "obl", "dep"}), frozenset({"flat", "compound"})
DESCRIBING = frozenset({"amod", "compound", "nmod:desc"})
OWNING, LYING = frozenset("of by in from at on".split()), frozenset("in at on from".split())
LEADING = frozenset(stem(w) for w in "manager coach captain director head chief leader skipper boss conductor".split())
"""Whom others are under: "Elm, under Ann Lee"."""
WON = frozenset(stem(w) for w in "winner champion victor".split())
SECOND = frozenset(stem(w) for w in "runner loser second beaten finalist".split())
WINNING = frozenset(stem(w) for w in "win won beat beaten defeat take took taken retain".split())
CONTESTS = PRIZES | {stem(w) for w in "final race match game tie it bout contest event".split()}
LOSING = frozenset({stem("lose"), stem("lost")})
BLAND = frozenset(stem(w) for w in "come go be have do get keep put say".split())
LETTERS = frozenset("a b c d one two 1 2 3 4 first second".split())


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the row that the other names of its clause choose, to be held to the name that stands there."""
    asserted = part_of(desk, desk.context.head) if desk.statement.kind in KINDS and desk.context.tokens else None
    beside = parts_beside(desk, asserted) if asserted else ()
    if asserted is None or not beside or held_against(desk):
        return
    if distant(asserted.token) and not by_a_margin(asserted.token):
        return
    if FORMER.intersection(desk.context.stems_before) or of_earlier(desk) or seats(desk):
        return
    discourse, mention = desk.context.discourse, asserted.mention
    if leading.said_of(discourse, mention) or leading.placed(discourse, mention):  # an extreme is no place in a row
        return
    for view in desk.views:
        if desk.statement.kind == "holder" and view.start:  # who had a post when is asked elsewhere
            continue
        if view.size <= LARGE and len(view.names) > 1:
            sides = sides_of(view)
            for column, value in (*_columns(view, asserted), *_stood_for(desk, view, asserted)):
                if (column in sides and asserted.way != sides[column]) or odd(desk, (value,)):
                    continue
                yield from _in_its_row(desk, view, Cell(asserted, column, value), beside)
                yield from _of_its_maker(desk, view, Cell(asserted, column, value), beside)


def contradicted(desk: Desk, view: View, column: str, where: tuple[Filter, ...]) -> bool:
    """Say whether rows are not those of what the clause is about, or of the other way than its words say."""
    asserted, sides = part_of(desk, desk.context.head), sides_of(view)
    if asserted is None:  # a kind or a level is the one of now, where nothing says otherwise
        cases = {c.lower_ for c in desk.context.head.children if c.dep_ == "case"}
        return column in sides and sides[column] != ("from" if "from" in cases else "to")
    if column in sides and asserted.way != sides[column]:
        return True
    rows = {*select(view, where)}
    known: dict[frozenset[str], set[int]] = {}
    parts = [p for p in parts_beside(desk, asserted) if p.proper]
    first, last = desk.context.clause
    if any(column in dict(_columns(view, p)) for p in parts):  # a list: each item has names of its own
        parts = [p for p in parts if first <= p.mention.start < last]
    for part in parts:
        places = [(c, value) for c, value in _columns(view, part) if c != column]  # "Lee took over from Day"
        alike = known.setdefault(frozenset(c for c, _ in places), set())
        alike.update(row for c, value in places for row in view.rows(c, value))
    return bool(rows) and any(own and rows.isdisjoint(own) for own in known.values())


@dataclass(frozen=True, slots=True)
class Cell:
    """A name of the clause as a cell of a column."""

    part: Part
    column: str
    value: str

    @property
    def named(self) -> bool:
        """Say whether it is a proper name, and no kind of prize."""
        return self.part.proper


def _columns(view: View, part: Part) -> Iterator[tuple[str, str]]:
    """Yield the columns that a name may stand in; of two, "from_club" and "to_club", the one that its clause says."""
    sides = sides_of(view)
    for value, _ in part.mention.values:
        whole = part.mention.back or part.mention.named or len(part.mention.text.split()) >= len(value.split())
        for column in (c for c in view.names if whole and view.rows(c, value)):
            if not sides or column not in sides or part.way in ("", sides[column]):
                yield column, value


def _stood_for(desk: Desk, view: View, part: Part) -> Iterator[tuple[str, str]]:
    """Yield the columns of what a place stands for where the table has not the place: "Lee of Ashby", of its club."""
    values = [value for value, _ in part.mention.values]
    if part.mention.person or len(values) != 1 or any(view.rows(c, values[0]) for c in view.names):
        return
    owned = desk.index.implied(values[0])
    yield from ((c, owned[0]) for c in view.names if len(owned) == 1 and view.rows(c, owned[0]))


def _in_its_row(desk: Desk, view: View, cell: Cell, beside: tuple[Part, ...]) -> Iterator[Reading]:
    """Yield what stands in the column in the rows that have the other names."""
    if cell.part.object and any(p.subject and cell.column in dict(_columns(view, p)) for p in beside):
        return  # "Lee beat Day in the slalom"
    others = [[Cell(p, c, v) for c, v in _columns(view, p) if c != cell.column] for p in beside]
    others = [own for own in others if own]
    sure = [own for own in others if not own[0].part.vague]
    for cells in _chosen(view, others) or _chosen(view, sure):
        where = tuple(same(view, other.column, other.value) for other in cells)
        told = _told(desk, view, cell, cells)
        filled = tuple((c.column, c.value) for c in cells)
        for found in _timed(desk, view, Selection(where, filled, min(c.part.weight for c in cells))):
            if found.when or any(c.named for c in cells):
                yield from _held_to(desk, view, cell, cells, found, told)


def _chosen(view: View, options: list[list[Cell]]) -> list[tuple[Cell, ...]]:
    """Give the cells of as many names as possible that stand in one row."""
    for many in range(len(options), 0, -1):
        sets = (cells for some in combinations(options, many) for cells in product(*some))
        kept = [cells for cells in islice(sets, MOST_SETS) if len({c.column for c in cells}) == many]
        kept = [cells for cells in kept if select(view, tuple(same(view, c.column, c.value) for c in cells))]
        kept = kept if many == len(options) else [cells for cells in kept if any(_pins(view, c) for c in cells)]
        if kept:
            return kept[:MOST]
    return []


def _pins(view: View, cell: Cell) -> bool:
    """Say whether a cell alone is what a row is about."""
    leads = cell.column == view.entity or (not view.entity and view.columns[cell.column].unique)
    return leads and len(view.rows(cell.column, cell.value)) == 1


def _of_events(view: View) -> bool:
    """Say whether a day leads: then a name may have more rows than the table has."""
    return _repeated(view) or next(iter(view.columns.values())).role == "date"


def _repeated(view: View) -> bool:
    return view.repeats and bool(view.entity)


def _timed(desk: Desk, view: View, selection: Selection) -> Iterator[Selection]:
    """Yield the rows at the time that the clause gives, else at any."""
    stated = [w for w in desk.context.times if w.role == "at" and w.weight >= STATED]
    if stated and (_of_events(view) or view.series) and (view.day or view.year):
        found = [s for s in timed(desk.context, view, selection) if s.time >= STATED and s.when]
        inside = [s for s in found if any(str(w.period[0])[:4] in s.when for w in stated)]
        yield from inside
        if inside:
            return
    yield replace(selection, time=TOLD)


def _held_to(
    desk: Desk, view: View, cell: Cell, cells: tuple[Cell, ...], found: Selection, told: bool
) -> Iterator[Reading]:
    """Yield the name's own row where it stands with the others, else what stands in its place."""
    taken = {c.column for c in cells}
    free = [c for c in twins(view, cell.column) if c not in taken]
    for column in free:
        both = (*found.where, same(view, column, cell.value))
        if select(view, both):
            if told or len(cells) > 1 or _ascribed(desk, view, cell, cells):
                yield _reading(column, cell.value, view, found, both, told=told, refutes=False)
            return
    if not free:
        return
    standing = different(view, free[0], found.where) - {None}
    sure = told and len(standing) == 1 and (_sure(view, cells, found) or _straight(view, cell, cells))
    if sure and (found.time >= OWN or not _elsewhere(desk, cell, cells)):
        yield _reading(free[0], cell.value, view, found, found.where, told=told, refutes=True)


def _ascribed(desk: Desk, view: View, cell: Cell, cells: tuple[Cell, ...]) -> bool:
    """Say whether a name is said outright of the only other of its clause: "the drama is by Lee", "Lee's drama"."""
    if any(owns(desk, c.part, cell.part) for c in cells):
        return True
    straight = cell.part.under is None or cells[0].part.covers(cell.part.under)
    return cell.part.case in OWNING and _pins(view, cells[0]) and straight


def _sure(view: View, cells: tuple[Cell, ...], found: Selection) -> bool:
    """Say whether names, or a name and a time, choose one row: the thing's own, else that of an event."""
    if any(_pins(view, c) and not (_of_events(view) and c.part.mention.person) for c in cells) and not _repeated(view):
        return True
    return len(select(view, found.where)) == 1 and (len(cells) > 1 or bool(found.when))


def _elsewhere(desk: Desk, cell: Cell, cells: tuple[Cell, ...]) -> bool:
    """Say whether some table has a row with the name and all the others."""
    names = {c.value for c in cells if c.named} or {c.value for c in cells}
    for view in desk.views:
        rows = {row for c in view.names for row in view.rows(c, cell.value)}
        if any(names <= {view.cells(c)[row] for c in view.names} for row in rows):
            return True
    return False


def _of_its_maker(desk: Desk, view: View, cell: Cell, beside: tuple[Part, ...]) -> Iterator[Reading]:
    """Yield who made a thing, to be held to the other name: "Lee designed the Elm Bridge", "Lee, the author of Elm"."""
    if cell.column != view.entity or view.repeats:
        return
    noun = cell.part.under if cell.part.case == "of" else None
    spoken = {verb_of(desk, cell.part.token)} if cell.part.object else {stem(noun.text)} if noun is not None else set()
    where = (same(view, cell.column, cell.value),)
    for part in (p for p in beside if p.proper and (p.subject or noun is not None) and not p.covers(noun)):
        for column, value in _columns(view, part):
            if column != cell.column and _says(desk, view, column, spoken):
                about = Selection(where, ((cell.column, cell.value),), part.weight, TOLD)
                alone = len(different(view, column, where) - {None}) == 1
                yield _reading(column, value, view, about, where, told=True, refutes=alone)


def _told(desk: Desk, view: View, cell: Cell, cells: tuple[Cell, ...]) -> bool:
    """Say whether the clause tells of such rows: its verb is a column's, the prize is named, or the way is said."""
    if _straight(view, cell, cells):
        return True
    if cell.part.case == "under" and LEADING & {*stems_of(cell.column)}:
        return True
    if cell.part.under is not None and cell.part.under.dep_ in SUBJECTS:  # "the man from Elm won the cup"
        return False
    sides = sides_of(view)
    if any(c.column in sides and c.part.way == sides[c.column] for c in (cell, *cells)):
        return True
    if len(twins(view, cell.column)) > 1 and cell.part.way:
        return True
    if _beaten(desk, cell, cells):
        return True
    kinds = [c for c in cells if not view.columns[c.column].named and not c.named]
    if not all(_held(view, kind, (cell, *cells)) for kind in kinds):
        return False
    if any(not _describes(kind, (cell, *cells)) for kind in kinds):
        return any(c.named for c in cells) or view.columns[cell.column].named
    verb = verb_of(desk, cell.part.token)
    if _says(desk, view, cell.column, {verb, *called(cell.part)}) and cell.part.case in OWNING | {""}:
        return True
    return any(_says(desk, view, c.column, {verb}) for c in cells if c.part.subject and c.part.mention.person)


def _beaten(desk: Desk, cell: Cell, cells: tuple[Cell, ...]) -> bool:
    """Say whether a verb tells who won from whom: "Elm won by two goals from Ash", "Ash lost to Elm"."""
    verb = verb_of(desk, cell.part.token)
    one, other = (WON, SECOND) if verb in LOSING else (SECOND, WON)
    ways = ("to", "against") if verb in LOSING else ("from", "over", "against")
    told = verb in LOSING or verb in WINNING
    rival = any(c.part.subject and other & {*stems_of(c.column)} for c in cells)
    sided = bool(one & {*stems_of(cell.column)}) and (cell.part.case in ways or cell.part.object)
    return told and rival and sided and _contested(desk, cell, cells)


def _contested(desk: Desk, cell: Cell, cells: tuple[Cell, ...]) -> bool:
    """Say whether what is won or lost, if told, is a prize, a match, a name of the row, and no player or seat."""
    doing = desk.context.document.doc[desk.context.document.predicates.of(cell.part.token).head]
    taken = [c for c in doing.children if c.dep_ == "obj"]
    return all(stem(t.text) in CONTESTS or any(c.part.covers(t) for c in (cell, *cells)) for t in taken)


def _held(view: View, kind: Cell, cells: tuple[Cell, ...]) -> bool:
    """Say whether a post is said of the person beside it: who "met the captain of Elm" or may be that is not."""
    person = next((c.part.token for c in cells if c.part.mention.person), None)
    if person is None or POSTS.isdisjoint(view.columns[kind.column].words):
        return True
    token, verb = kind.part.token, kind.part.token.head
    called = {token.head, *(c for c in token.children if c.dep_ == "appos")} if token.dep_ == "appos" else {token}
    called |= {c for c in token.children if c.dep_ == "appos" or (c.dep_ == "nsubj" and _is(token))}
    named = token.dep_ in CALLING and verb.tag_ in ("VBD", "VBN", "VBZ") and not any(map(_may, verb.children))
    called |= {c for c in verb.children if c.dep_ in SUBJECTS or c.dep_ == "obj"} if named else set()
    return any(c == person or (c.dep_ in INSIDE and c.head == person) for c in called if c != token)


def _is(token: Token) -> bool:
    return any(c.dep_ == "cop" for c in token.children) and not any(map(_may, token.children))


def _may(token: Token) -> bool:
    return token.tag_ == "MD" or token.dep_ == "neg"


def _describes(kind: Cell, cells: tuple[Cell, ...]) -> bool:
    """Say whether a kind only says what a name is, and so tells of no row: "Elm, a private firm, bought ..."."""
    token = kind.part.token
    while token.dep_ in DESCRIBING:
        token = token.head
    return token.dep_ == "appos" and any(c.part.covers(token.head) for c in cells)


def _straight(view: View, cell: Cell, cells: tuple[Cell, ...]) -> bool:
    """Say whether a name stands right behind the one that it is said of: "Lee of Elm", "the tower in Ashby"."""
    for other in (c for c in cells if c.part.covers(cell.part.under)):
        case, person = cell.part.case, other.part.mention.person
        alone = len(different(view, cell.column, (same(view, other.column, other.value),)) - {None}) == 1
        belongs = other.column in (view.entity, view.person) or cell.column == view.entity  # a film's maker is not hers
        if alone and (case in ("of", "from") and belongs if person else case in LYING and _pins(view, other)):
            return True
    return False


def _says(desk: Desk, view: View, column: str, spoken: set[str]) -> bool:
    """Say whether some words are those of a column: "directed" of "director"; of the only people a hint does."""
    spoken = spoken - BLAND
    least = WEAK if _people(desk, view) == [column] else STRONG
    own = [stem(w) for w in view.columns[column].words]
    return any(kinship(word, other) >= least for word in own for other in spoken if other)


def _people(desk: Desk, view: View) -> list[str]:
    """Give the columns that hold people."""
    return [c for c in view.names if any(v in desk.index.persons for v in list(view.distinct(c))[:5])]


@remembered
def sides_of(view: View) -> dict[str, str]:
    """Map columns for where something came from and where it went to, "from_club", "to_club", to the side."""
    named = {c: {*c.lower().split("_")} for c in view.names}
    found = {c: side for c, words in named.items() for side, own in SIDES.items() if words & own}
    return found if {*found.values()} == {*SIDES} else {}


@remembered
def twins(view: View, column: str) -> tuple[str, ...]:
    """Give the columns that differ by a letter or a number alone: "terminus_a" and "terminus_b"."""
    first, _, last = column.rpartition("_")
    if not first or last not in LETTERS:
        return (column,)
    return tuple(c for c in view.names if c.rpartition("_")[0] == first and c.rpartition("_")[2] in LETTERS)


def _reading(
    column: str, value: str, view: View, found: Selection, where: tuple[Filter, ...], *, told: bool, refutes: bool
) -> Reading:  # fmt: skip
    about = ", ".join(name for c, name in found.filled if c != column)
    return Reading(
        family="ascribed" if told else "association",
        query=Query(operation="value", table=view.name, column=column, where=where),
        parts=(
            ("subject", found.subject), ("words", TOLD if told else UNTOLD), ("time", max(found.time, TOLD)),
        ),
        said=f"{column} of {about}", form="name", asserted=value, refutes=refutes,
    )  # fmt: skip
