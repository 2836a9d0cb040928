"""Declared phrasings with a condition: what has to hold of the row that the words are said of."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.agreement import WEEKDAYS
from claims.checking.checks import Check
from claims.checking.conditions import (
    GAP,
    Another,
    Compared,
    Elsewhere,
    Left,
    Met,
    Needed,
    Next,
    Rank,
    Rows,
    Several,
    Shared,
    Soon,
)  # fmt: skip
from claims.checking.owners import Owner, elsewhere, is_subject, named_before, owner_of, row_of, subject_before
from claims.checking.query import COMPARE, Filter, Query, compute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.conditions import Comparison, Condition, Terms
    from claims.checking.desk import Desk
    from claims.checking.phrasings import Hit
    from claims.checking.scoring import Reading
    from claims.checking.tables import Cell


def readings_of(desk: Desk, hit: Hit) -> Iterator[Reading]:
    """Yield the reading of a condition, where the row it is said of is known."""
    view = desk.tables[hit.phrasing.table]
    whole = view.size == 1 or _of_all(hit.phrasing.condition)
    owner = Owner(view, (), view.name, 0.95) if whole else owner_of(desk.context.discourse, hit, view)
    if owner is not None and any(w.span == owner.said for w in desk.context.discourse.wrong):
        return  # it is the name that is wrong
    if owner is not None and hit.phrasing.condition is not None and not _missed(desk, hit):
        said = f"{desk.statement.quote} ({hit.phrasing.said}) of {owner.name}"
        yield from _readings(desk, hit, owner, hit.phrasing.condition, said)


SHORT = "near|nearly|almost|missed|shy of|short of|away from|chance (?:at|for)|shot at|flirt\\w* with"
NEARLY = re.compile(rf"\b(?:{SHORT}) (?:had |an? |the |his |her )*$")
"""What stands before words that just do not hold: "nearly had a double-double"."""
NEITHER = re.compile(r"\bneither\b[^.;]*\bnor\b[^.;]*$", re.IGNORECASE)


def _missed(desk: Desk, hit: Hit) -> bool:
    """Say whether the words just do not hold, or hold of neither of two."""
    text, at, start = desk.context.text, hit.anchor[0], desk.context.sentence[0]
    nearly = NEARLY.search(text, max(start, at - 40), at)
    return bool((nearly and nearly.start() < hit.span[0]) or NEITHER.search(text, start, at))


def _of_all(condition: Condition | None) -> bool:
    """Say whether a condition asks for nothing of a single row: it compares the gap between all with numbers."""
    if isinstance(condition, Needed):
        return _of_all(condition.condition)
    return isinstance(condition, Compared) and all(p.left[0][1].startswith(GAP) for p in condition.parts)


def _readings(desk: Desk, hit: Hit, owner: Owner, condition: Condition, said: str) -> Iterator[Reading]:
    match condition:
        case Several():
            yield from _several(desk, hit, owner, condition, said)
        case Elsewhere():
            other = _joined(desk, owner, condition)
            if other is not None:
                yield from _readings(desk, hit, other, condition.condition, said)
        case Needed():
            needed = _readings(desk, hit, owner, condition.condition, said)
            yield from (replace(r, asserted=_if_not(r.asserted)) for r in needed if isinstance(r.asserted, Check))
        case Soon():
            yield from _soon(hit, owner, condition, said)
        case Another():
            yield from _another(desk, hit, owner, said)
        case Compared():
            yield _compared(desk, hit, owner, condition, said)
        case _ if elsewhere(desk, hit) or _of_itself(desk, hit, owner):
            return
        case Shared():
            yield from _shared(desk, hit, owner, condition, said)
        case Rank():
            yield from _ranked(owner, condition, said)
        case Next():
            yield from _next(desk, owner, condition, said)
        case Rows():
            yield _rows(hit, owner, condition, said)
        case Left():
            yield _left(desk, hit, owner, condition, said)
        case Met():
            query = Query(
                operation="met", table=owner.view.name, column=condition.having[0].column, where=owner.where,
                having=condition.having,
            )  # fmt: skip
            most = None if condition.most is None else Decimal(condition.most)
            rule = f"{'at least' if most is None else 'just'} {condition.least} met"
            yield owner.reading(query, said, checks.number(Decimal(condition.least), most, rule))


def _joined(desk: Desk, owner: Owner, condition: Elsewhere) -> Owner | None:
    """Find the one row of another table that has a cell of this row."""
    view, cell = desk.tables[condition.table], owner.view.cells(condition.column)[owner.row]
    if cell is None or len(view.rows(condition.key, cell)) != 1:
        return None
    return Owner(view, (Filter(condition.key, "=", cell),), str(cell), owner.weight, owner.said)


def _several(desk: Desk, hit: Hit, owner: Owner, condition: Several, said: str) -> Iterator[Reading]:
    """Yield the part that decides: of alternatives one that holds, of all one that fails, else the last.

    Where one part is not known, only another can decide.
    """
    last, unknown = None, False
    for part in condition.parts:
        read = next(_readings(desk, hit, owner, part, said), None)
        if read is None or not isinstance(read.asserted, Check):
            unknown = True
            continue
        last = read
        if (read.asserted.test(compute(read.query, desk.tables).value) is False) == condition.every:
            yield read
            return
    if last is not None and not unknown:
        yield last


def _of_itself(desk: Desk, hit: Hit, owner: Owner) -> bool:
    """Say whether one name is both subject and object, as in "the Herons beat the Herons": then the name is wrong."""
    start = desk.context.discourse.document.sentence(hit.span[0])[0]
    if owner.said[0] < hit.span[0]:
        return False
    discourse = desk.context.discourse
    before = (m for m in reversed(discourse.mentions_in((start, hit.span[0]))) if row_of(m, owner.view))
    subject = next((m for m in before if is_subject(discourse, m)), None)
    row = row_of(subject, owner.view) if subject else None
    return row is not None and row.row == owner.row


def _group(owner: Owner, column: str) -> Filter:
    cell = owner.view.cells(column)[owner.row]
    return Filter(column, "missing", None) if cell is None else Filter(column, "=", cell)


def _rows(hit: Hit, owner: Owner, condition: Rows, said: str) -> Reading:
    """Ask how many rows of the owner's group meet conditions."""
    number = _number(condition.number, _numbers(hit))
    where = (_group(owner, condition.key)._replace(column=condition.same), *condition.having)
    query = Query(operation="count", table=condition.table, where=where)
    return owner.reading(query, said, checks.number(number, number, f"{number} rows"))


def _left(desk: Desk, hit: Hit, owner: Owner, condition: Left, said: str) -> Reading:
    """Ask how many rows of the group that were not named yet meet conditions."""
    column = owner.where[0].column
    rows = (row_of(m, owner.view) for m in desk.context.discourse.mentions_in((0, hit.span[1])))
    named = {owner.row, *(row.row for row in rows if row)}
    cells = owner.view.cells(column)
    others = Filter(column, "not in", tuple(sorted(str(cells[row]) for row in named)))
    query = Query(
        operation="count", table=owner.view.name, where=(_group(owner, condition.same), *condition.having, others)
    )
    return owner.reading(query, said, checks.number(Decimal(0), Decimal(0), "none left"))


def _place(owner: Owner, columns: tuple[str, ...], group: tuple[Filter, ...]) -> Query:
    return Query(
        operation="rank from top", table=owner.view.name, column=columns[0], more=columns[1:], where=group,
        having=owner.where,
    )  # fmt: skip


def _ranked(owner: Owner, condition: Rank, said: str) -> Iterator[Reading]:
    """Yield the place in the group; a row outside of it has none."""
    place = Decimal(condition.place)
    for asked in condition.group:
        query = Query(operation="met", table=owner.view.name, column=asked.column, where=owner.where, having=(asked,))
        if asked.relation in ("missing", "filled") and not any(
            owner.view.cells(c)[owner.row] is None for c in condition.columns
        ):
            yield owner.reading(query, said, _if_not(checks.number(Decimal(1), None, "one of the group")))
    group = (*(_group(owner, c) for c in condition.same), *condition.group)
    yield owner.reading(_place(owner, condition.columns, group), said, checks.number(place, place, f"place {place}"))


def _if_not(check: Check) -> Check:
    """Turn a test into one that a failure decides and a success does not."""

    def test(found: Cell) -> bool | None:
        return False if check.test(found) is False else None

    return replace(check, test=test)


def _next(desk: Desk, owner: Owner, condition: Next, said: str) -> Iterator[Reading]:
    """Yield the place after that of the row named before, or the value below its, where both are of one group."""
    before = named_before(desk.context.discourse, owner.said[0], owner.view, owner)
    group = (_group(owner, condition.same),) if condition.same else ()
    if before is None or (group and _group(before, condition.same) != group[0]):
        return
    value = owner.view.cells(condition.column)[before.row]
    if condition.below and isinstance(value, Decimal):
        query = Query(operation="value", table=owner.view.name, column=condition.column, where=owner.where)
        yield owner.reading(query, said, _less(value, before.name))
        return
    ahead = compute(_place(before, (condition.column,), group), desk.tables).value
    if isinstance(ahead, Decimal):
        place = ahead if value == owner.view.cells(condition.column)[owner.row] else ahead + 1
        check = checks.number(None, place, f"next after {before.name}")
        yield owner.reading(_place(owner, (condition.column,), group), said, check)


def _soon(hit: Hit, owner: Owner, condition: Soon, said: str) -> Iterator[Reading]:
    """Yield whether the weekday said comes soon enough after that of the row."""
    day = next((f.text.lower() for f in hit.filled if f.slot.columns[0] == condition.column), "")
    if day not in WEEKDAYS:
        return

    def test(found: Cell) -> bool | None:
        known = found.lower() if isinstance(found, str) else ""
        ahead = (WEEKDAYS.index(day) - WEEKDAYS.index(known) - 1) % 7 + 1 if known in WEEKDAYS else None
        return None if ahead is None else ahead <= condition.days

    query = Query(operation="value", table=owner.view.name, column=condition.column, where=owner.where)
    yield owner.reading(query, said, Check(f"within {condition.days} days", test))


def _less(value: Decimal, name: str) -> Check:
    return Check(f"less than {name}", lambda found: found < value if isinstance(found, Decimal) else None)


def _shared(desk: Desk, hit: Hit, owner: Owner, condition: Shared, said: str) -> Iterator[Reading]:
    """Yield whether a cell of the row is that of the row of another table which the words name."""
    other = desk.tables[condition.table]
    if condition.before:
        start = desk.context.discourse.document.sentence(hit.span[0])[0]
        row = subject_before(desk.context.discourse, start, other)
        tied = _tied(desk, row, owner, condition) if row else None
    else:
        named = next((f for f in hit.filled if f.slot.table == other.name), None)
        mentions = desk.context.discourse.mentions_in((named.start, named.end)) if named else ()
        mention = next((m for m in mentions if m.values), None)
        row = row_of(mention, other) if mention else None
    if row is None:
        return
    cell = other.cells(condition.key)[row.row]
    if condition.before and (last := named_before(desk.context.discourse, owner.said[0], owner.view)):
        if last.row == owner.row:
            return
        if tied and owner.view.cells(condition.column)[tied.row] != cell and last.row == tied.row:
            return
        cell = owner.view.cells(condition.column)[last.row] if last.said > row.said else cell
    query = Query(operation="value", table=owner.view.name, column=condition.column, where=owner.where)
    yield owner.reading(query, said, Check(f"the {condition.key} of {row.name}", lambda found: found == cell))


def _tied(desk: Desk, row: Owner, owner: Owner, condition: Shared) -> Owner | None:
    """Give whose name is tied to that of the row: after "Voss led the Otters" it is told of Voss's club on."""
    for hit in desk.context.discourse.hits:
        known = hit.phrasing.condition
        inside = hit.span[0] <= row.said[0] < hit.span[1] and hit.phrasing.table == owner.view.name
        if inside and isinstance(known, Shared) and not known.before and known.column == condition.column:
            return owner_of(desk.context.discourse, hit, owner.view)
    return None


def _another(desk: Desk, hit: Hit, owner: Owner, said: str) -> Iterator[Reading]:
    names = [f for f in hit.filled if f.slot.kind == "name"]
    mentions = [
        next((m for m in desk.context.discourse.mentions_in((f.start, f.end)) if m.values), None) for f in names
    ]
    rows = [row_of(m, owner.view) for m in mentions if m]
    column = owner.view.entity or owner.where[0].column
    if len(rows) == 2 and rows[0] and rows[1]:
        values = tuple(dict.fromkeys(str(owner.view.cells(column)[row.row]) for row in rows if row))
        query = Query(operation="count", table=owner.view.name, where=(Filter(column, "in", values),))
        yield owner.reading(query, said, checks.number(Decimal(2), None, "two different rows"))


def _compared(desk: Desk, hit: Hit, owner: Owner, condition: Compared, said: str) -> Reading:
    """Yield the first comparison that fails, else the first."""
    numbers = _numbers(hit)
    read = [_sides(owner, part, numbers) for part in condition.parts]
    failing = (r for r in read if r[1].test(compute(r[0], desk.tables).value) is False)
    query, check = next(failing, read[0])
    return owner.reading(query, said, check)


def _sides(owner: Owner, part: Comparison, numbers: dict[str, Decimal]) -> tuple[Query, Check]:
    """Bring the columns to one side, as a question, and the numbers to the other."""
    terms = [*part.left, *((-sign, name) for sign, name in part.right)]
    known = sum((sign * _number(name, numbers) for sign, name in terms if _given(name, numbers)), Decimal(0))
    columns = [(sign, name) for sign, name in terms if not _given(name, numbers)]
    if all(sign < 0 for sign, _ in columns):
        columns, relation = [(-sign, name) for sign, name in columns], MIRRORED[part.relation]
    else:
        known, relation = -known, part.relation
    holds = COMPARE[relation]

    def test(found: Cell) -> bool | None:
        return holds(found, known) if isinstance(found, Decimal) else None

    return _sum(owner, tuple(columns)), Check(f"{relation} {known}", test)


MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "="}


def _numbers(hit: Hit) -> dict[str, Decimal]:
    return {f.slot.columns[0]: f.amount for f in hit.filled if f.slot.operation == "number"}


def _given(name: str, numbers: dict[str, Decimal]) -> bool:
    return name.isdigit() or name in numbers


def _number(name: str, numbers: dict[str, Decimal]) -> Decimal:
    return Decimal(name) if name.isdigit() else numbers[name]


def gap(table: str, columns: tuple[str, ...]) -> Query:
    """Ask for the largest cell of a column, or of a sum of columns, less the smallest."""
    most, least = (Query(operation=o, table=table, column=columns[0], more=columns[1:]) for o in ("max", "min"))
    return Query(operation="difference", table=table, left=most, right=least)


def _sum(owner: Owner, columns: Terms) -> Query:
    """Add cells of the row, and take others off."""
    added, off = ([name for sign, name in columns if sign == wanted] for wanted in (1, -1))
    left, *right = (
        gap(owner.view.name, (names[0].removeprefix(GAP), *names[1:]))
        if names[0].startswith(GAP)
        else Query(operation="value", table=owner.view.name, column=names[0], more=tuple(names[1:]), where=owner.where)
        for names in (added, off)
        if names
    )
    return Query(operation="difference", table=owner.view.name, left=left, right=right[0]) if right else left
