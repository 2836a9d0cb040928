"""What a measure never passed: "has never exceeded 7,045", "nobody has had more than eight", "never fell below 40"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.checks import Check
from claims.checking.circumstances import none_said
from claims.checking.query import Query, select
from claims.checking.readings.changes import OTHER_KINDS
from claims.checking.readings.fits import fit
from claims.checking.readings.measures import tie, weight, whole
from claims.checking.scoring import Reading
from claims.checking.selection import Selection, timed, within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.tables import Cell, View

FAMILY = "ceiling"
PAST = frozenset("past above over beyond exceed exceeded exceeds top topped tops cross crossed touch touched".split())
SHORT = frozenset("below under beneath".split())
CLOSE = Decimal("0.8")  # how near the most has to come for a bound to be one of it
MOST = 2


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield the most or the least that a measure has been, where the clause says that it never passed the value."""
    value, context = desk.value, desk.context
    if value is None or value.kind in OTHER_KINDS or not isinstance(value.amount, Decimal):
        return
    before = {*context.before}
    passed = PAST & before or (value.comparator == "gt" and not SHORT & before)
    fell = SHORT & before or value.comparator == "lt"
    if not none_said(desk) or not (passed or fell):
        return
    for view in desk.views:
        scopes = _scopes(desk, view)
        for column in view.measures:
            meaning = view.columns[column]
            words, kind = weight(desk, view, column), fit(value, meaning)
            for scope in scopes if words >= 0.3 and kind >= 0.5 else ():
                yield Reading(
                    family=FAMILY,
                    query=Query(
                        operation="max" if passed else "min", table=view.name, column=column, where=scope.where,
                    ),
                    parts=(("subject", tie(scope)), ("words", words), ("kind", kind), ("time", scope.time)),
                    said=f"{'most' if passed else 'least'} {column} of {scope.who or 'all'}", form="check",
                    asserted=_never(value.amount, meaning.scale, up=bool(passed)), refutes=False,
                )  # fmt: skip


def _scopes(desk: Desk, view: View) -> list[Selection]:
    """Give the rows that a bound may hold for: of what is named, at a time that is said, all of them."""
    found = [s for s in desk.named(view) if s.filled and len(select(view, s.where)) > 1][:MOST]
    everything = [*found, Selection(subject=whole(desk, view))]
    said = [w for w in desk.context.times if w.role == "at" and w.weight >= 0.85][:1]
    inside = [s.at(0.9, "", *within(view.day, w)) for s in everything for w in said if view.day]
    if view.year or view.quarter:
        inside = [t for s in everything for t in timed(desk.context, view, s)[:1] if said]
    return [*(s for s in inside if select(view, s.where)), *(s.at(0.6 if said else 0.85, "") for s in everything)]


def _never(amount: Decimal, scale: object, *, up: bool) -> Check:
    """Test that the extreme keeps to the bound, and comes near it."""

    def test(found: Cell) -> bool | None:
        if not isinstance(found, Decimal) or not amount:
            return None
        size = found * scale if isinstance(scale, Decimal) else found
        near = amount * CLOSE <= size if up else size <= amount / CLOSE
        return (size <= amount if up else size >= amount) if near else None

    return Check("never beyond it, and near it", test)
