"""Declared phrasings: what the catalog says that words mean settles the reading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.agreement import WEEKDAYS
from claims.checking.checks import Check
from claims.checking.phrasings import COUNTED, RANK, ROWS, SHARED
from claims.checking.query import Filter, Query, same
from claims.checking.scoring import Reading
from claims.checking.tables import show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claims.checking.desk import Desk
    from claims.checking.discourse import Discourse
    from claims.checking.mentions import Mention
    from claims.checking.misnamed import Misnamed
    from claims.checking.phrasings import Filled, Hit
    from claims.checking.tables import Cell, View

WIDE = frozenset({"max", "min", "gap", "max of sum", "min of sum"})
OPENERS = frozenset("while as whereas with but".split())
SEVERAL = r"averag\w+|combin\w+|per|each|both|stretch|of (?:his|her|their|its) \w+ "
EARLIER = r"(?:season|career)(?! ?-)|last|previous|past|earlier|coming|next (?:game|day|week)"
PARTS = r"(?:first|second|third|fourth|final|opening) (?:quarter|half|period|minute)"
OTHER_TIMES = re.compile(rf"\b(?:{SEVERAL}|{EARLIER}|{PARTS})\b", re.IGNORECASE)
RESPECTIVE = re.compile(r"\b(?:former|latter|respectively)\b", re.IGNORECASE)
PREPOSITIONS = frozenset("from by for".split())


@dataclass(frozen=True, slots=True)
class Owner:
    """The row that words are said of."""

    view: View
    where: tuple[Filter, ...]
    name: str
    weight: float


def readings(desk: Desk) -> Iterator[Reading] | None:
    """Give the readings that declared phrasings settle; None where no phrasing covers the statement."""
    statement = desk.statement
    if statement.kind in ("quotation", "office"):
        return None
    if statement.kind == "name":
        wrong = next((w for w in desk.context.discourse.wrong if w.span == (statement.start, statement.end)), None)
        return iter((_misnamed(wrong),)) if wrong else None
    if any(
        f.start < statement.end and statement.start < f.end for w in desk.context.discourse.wrong for f in w.figures
    ):
        return iter(())
    if statement.kind == "phrase":
        hits = [
            h
            for h in desk.context.discourse.hits
            if h.phrasing.condition and h.anchor == (statement.start, statement.end)
        ]
        return (r for h in hits for r in _conditions(desk, h))
    if statement.kind == "fact":
        return None
    found = [
        (h, covered(h, statement.start, statement.end)) for h in desk.context.discourse.hits if not h.phrasing.condition
    ]
    if any(not h.filled and h.span[0] < statement.end and statement.start < h.span[1] for h, _ in found):
        return iter(())
    found = [(h, slots) for h, slots in found if slots]
    return (r for h, slots in found for r in _cells(desk, h, slots)) if found else None


def _misnamed(wrong: Misnamed) -> Reading:
    """Ask whose figures they are: no row of that name has them."""
    view = wrong.owner.view
    where = tuple(Filter(f.slot.columns[0], "=", f.amount) for f in wrong.figures)
    query = Query(operation="value", table=view.name, column=wrong.owner.where[0].column, where=where)
    name = wrong.owner.where[0].value
    return _reading(wrong.owner, query, "whose figures they are", Check("the same name", lambda found: found == name))


def covered(hit: Hit, start: int, end: int) -> list[Filled]:
    """Give the braces of numbers and words that a span overlaps."""
    return [f for f in hit.filled if f.slot.kind != "name" and f.start < end and start < f.end]


def _cells(desk: Desk, hit: Hit, slots: list[Filled]) -> Iterator[Reading]:
    view = desk.tables[hit.phrasing.table]
    wide = all(f.slot.operation in WIDE for f in slots)
    owner = Owner(view, (), view.name, 0.95) if wide or _only(view) else owner_of(desk.context.discourse, hit, view)
    if owner is None or (slots[0].slot.kind == "number" and not wide and _elsewhere(desk, hit)):
        return
    queries = [_query(f, owner) for f in slots]
    asked = [" ".join((f.slot.operation, *f.slot.columns)).removeprefix("value ") for f in slots]
    said = f"{' and '.join(asked)} of {owner.name}"
    if len(slots) == 1 and wide and len(hit.filled) > 1:
        yield _either(owner, slots[0], hit, said)
    elif len(slots) == 1:
        yield _single(desk, owner, slots[0], queries[0], said)
    else:
        pair = Query(operation="pair", table=view.name, left=queries[0], right=queries[1])
        yield _reading(owner, pair, said, Check("the same two numbers", _same_pair(slots, wide)))


def _either(owner: Owner, slot: Filled, hit: Hit, said: str) -> Reading:
    """Look for one number of a pair of the whole table among the two."""
    one, other = (_query(f, owner) for f in hit.filled if f.slot.operation in WIDE)
    query = Query(operation="pair", table=owner.view.name, left=one, right=other)
    return _reading(
        owner, query, said, Check("one of the two numbers", lambda found: show(slot.amount) in str(found).split("-"))
    )


def _single(desk: Desk, owner: Owner, slot: Filled, query: Query, said: str) -> Reading:
    if slot.slot.kind == "text":
        word = slot.text

        def test(found: object) -> bool | None:
            if not isinstance(found, str) or (found.lower() in WEEKDAYS and word.lower() not in WEEKDAYS):
                return None
            return found.lower() == word.lower()

        return _reading(owner, query, said, Check("the same word", test))
    if desk.value is not None and desk.value.comparator != "eq" and isinstance(desk.value.amount, Decimal):
        return _reading(owner, query, said, None)
    return _reading(owner, query, said, checks.number(slot.amount, slot.amount, "the same number"))


def _reading(owner: Owner, query: Query, said: str, check: Check | None) -> Reading:
    return Reading(
        family="phrasing", query=query, parts=(("subject", owner.weight), ("words", 1.0)), said=said,
        form="check" if check else "number", asserted=check,
    )  # fmt: skip


def _same_pair(slots: list[Filled], either: bool) -> Callable[[Cell], bool]:
    """Test for two numbers, in either order where they are those of the whole table."""
    one, other = (show(f.amount) for f in slots[:2])
    return lambda found: found == f"{one}-{other}" or (either and found == f"{other}-{one}")


def _only(view: View) -> bool:
    return view.size == 1


def _query(filled: Filled, owner: Owner) -> Query:
    slot, table = filled.slot, owner.view.name
    if slot.operation == "plus":
        one, other = (Query(operation="value", table=table, column=c, where=owner.where) for c in slot.columns[:2])
        return Query(operation="plus", table=table, left=one, right=other)
    if slot.operation == "gap":
        most, least = (Query(operation=o, table=table, column=slot.columns[0]) for o in ("max", "min"))
        return Query(operation="difference", table=table, left=most, right=least)
    if slot.operation.endswith("of sum"):
        return Query(operation=slot.operation, table=table, column=slot.columns[0], key=slot.columns[1])
    where = owner.where if slot.operation == "value" else ()
    return Query(operation=slot.operation, table=table, column=slot.columns[0], where=where)


def _elsewhere(desk: Desk, hit: Hit) -> bool:
    """Say whether the words around speak of another time, of a part, or of several together."""
    literal = desk.context.text[hit.span[0] : hit.span[1]]
    start = max(desk.context.sentence[0], hit.span[0] - 60)
    before = re.split(r"[,;]", desk.context.text[start : hit.span[0]])[-1]
    after = re.split(r"[,;.]| and ", desk.context.text[hit.span[1] : min(desk.context.sentence[1], hit.span[1] + 50)])[
        0
    ]
    return bool(OTHER_TIMES.search(before) or OTHER_TIMES.search(after)) and not OTHER_TIMES.search(literal)


def owner_of(discourse: Discourse, hit: Hit, view: View) -> Owner | None:
    """Find the row that a phrasing is said of: the name inside it, else the nearest before it, persons first."""
    inside = next((f for f in hit.filled if f.slot.kind == "name" and f.slot.table == view.name), None)
    if inside is not None:
        mention = next((m for m in discourse.mentions_in((inside.start, inside.end)) if m.values), None)
        return _row(mention, view) if mention else None
    at = hit.span[0]
    sentence = discourse.document.sentence(at)
    before = discourse.mentions_in((sentence[0], at))
    persons = any(m.person for m in before)
    if RESPECTIVE.search(discourse.document.article.text[sentence[0] : sentence[1]]):
        return None
    for mention in reversed(before):
        first = sentence[0] if mention.back else mention.end
        if any(first <= s.start < at for s in discourse.strangers):
            return None
        if mention.person or not persons or _opens(discourse, mention):
            return _row(mention, view)
    return _after(discourse, hit, view)


def _opens(discourse: Discourse, mention: Mention) -> bool:
    """Say whether a name begins a clause of its own: "while the Rovers took 24 throws"."""
    tokens = discourse.document.tokens(mention.start, mention.end)
    first = tokens[0].i - 1
    doc = discourse.document.doc
    while first > 0 and doc[first].lower_ in ("the", "both"):
        first -= 1
    return doc[first].lower_ in OPENERS or tokens.root.dep_ in ("nsubj", "nsubj:pass")


def _after(discourse: Discourse, hit: Hit, view: View) -> Owner | None:
    """Take the name that follows: "got 38 points from Ames", "with 38 points, Ames led"."""
    end = discourse.document.sentence(hit.span[0])[1]
    mention = next((m for m in discourse.mentions_in((hit.span[1], end))), None)
    if mention is None:
        return None
    between = discourse.document.article.text[hit.span[1] : mention.start].split()
    return _row(mention, view) if len(between) < 3 and (not between or between[0] in PREPOSITIONS | {","}) else None


def _row(mention: Mention, view: View) -> Owner | None:
    found: dict[int, Owner] = {}
    for value, weight in mention.values:
        for column in sorted(view.names, key=lambda c: c != view.entity):
            if len(rows := view.rows(column, value)) == 1:
                found.setdefault(rows[0], Owner(view, (same(view, column, value),), value, max(0.9, weight)))
    return next(iter(found.values())) if len(found) == 1 else None


def _conditions(desk: Desk, hit: Hit) -> Iterator[Reading]:
    view = desk.tables[hit.phrasing.table]
    owner = owner_of(desk.context.discourse, hit, view)
    if owner is None or _elsewhere(desk, hit):
        return
    said = f"{desk.statement.quote} ({hit.phrasing.condition}) of {owner.name}"
    condition = hit.phrasing.condition
    if shared := SHARED.match(condition):
        yield from _shared(desk, hit, owner, shared, said)
    elif condition.startswith("another "):
        yield from _another(desk, hit, owner, said)
    elif rank := RANK.match(condition):
        yield from _ranked(owner, rank, said)
    elif rows := ROWS.match(condition):
        yield from _rows(owner, rows, said)
    elif counted := COUNTED.match(condition):
        columns = [c.strip() for c in counted[2].split(",")]
        having = tuple(_filter(f"{c} {counted[3]} {counted[4] or ''}") for c in columns)
        query = Query(operation="met", table=view.name, column=columns[0], where=owner.where, having=having)
        yield _reading(
            owner, query, said, checks.number(Decimal(counted[1] or 1), None, f"at least {counted[1] or 1} met")
        )


def _filter(words: str) -> Filter:
    """Read "points >= 10", "position filled"."""
    column, relation, value = (*words.split(None, 2), "")[:3]
    value = value.strip()
    return Filter(column, relation, Decimal(value) if re.fullmatch(r"-?[\d.]+", value) else value)


def _rows(owner: Owner, condition: re.Match[str], said: str) -> Iterator[Reading]:
    """Yield how many rows of the owner's group meet conditions."""
    cell = owner.view.cells(condition[3])[_place(owner)]
    where = (Filter(condition[3], "=", cell), *(_filter(words.strip()) for words in condition[2].split(",")))
    number = Decimal(condition[1])
    query = Query(operation="count", table=owner.view.name, where=where)
    yield _reading(owner, query, said, checks.number(number, number, f"{number} rows"))


def _place(owner: Owner) -> int:
    condition = owner.where[0]
    return owner.view.rows(condition.column, condition.value)[0]  # type: ignore[arg-type]


def _ranked(owner: Owner, rank: re.Match[str], said: str) -> Iterator[Reading]:
    row = _place(owner)
    group: list[Filter] = []
    for column in (c.strip() for c in (rank[3] or "").split(",") if c.strip()):
        column, _, relation = column.partition(" ")
        if relation:
            group.append(Filter(column, relation, None))
            continue
        cell = owner.view.cells(column)[row]
        group.append(Filter(column, "missing", None) if cell is None else Filter(column, "=", cell))
    query = Query(
        operation="rank from top", table=owner.view.name, column=rank[2], where=tuple(group), having=owner.where
    )
    place = Decimal(rank[1])
    yield _reading(owner, query, said, checks.number(place, place, f"place {place}"))


def _shared(desk: Desk, hit: Hit, owner: Owner, condition: re.Match[str], said: str) -> Iterator[Reading]:
    """Yield whether a cell of the row is that of the row of another table which the words name."""
    other = desk.tables[condition[2]]
    named = next((f for f in hit.filled if f.slot.table == other.name), None)
    mention = named and next(
        (m for m in desk.context.discourse.mentions_in((named.start, named.end)) if m.values), None
    )
    row = _row(mention, other) if mention else None
    if row is None:
        return
    cell = other.cells(condition[3])[_place(row)]
    query = Query(operation="value", table=owner.view.name, column=condition[1], where=owner.where)
    yield _reading(owner, query, said, Check(f"the {condition[3]} of {row.name}", lambda found: found == cell))


def _another(desk: Desk, hit: Hit, owner: Owner, said: str) -> Iterator[Reading]:
    names = [f for f in hit.filled if f.slot.kind == "name"]
    mentions = [
        next((m for m in desk.context.discourse.mentions_in((f.start, f.end)) if m.values), None) for f in names
    ]
    rows = [_row(m, owner.view) for m in mentions if m]
    if len(rows) == 2 and rows[0] and rows[1]:
        column = rows[0].where[0].column
        if rows[1].where[0].column == column:
            values = tuple(dict.fromkeys(r.name for r in rows if r))
            query = Query(operation="count", table=owner.view.name, where=(Filter(column, "in", values),))
            yield _reading(owner, query, said, checks.number(Decimal(2), None, "two different rows"))
