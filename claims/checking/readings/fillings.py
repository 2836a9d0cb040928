"""How full something is: what it holds, sold or took over what it could, of one table or of two."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.query import Query, select
from claims.checking.readings.apiece import own_stems
from claims.checking.readings.figures import (
    MOST_ROWS,
    added,
    cell_of,
    joined,
    number_of,
    sampled,
    stems,
    times,
)
from claims.checking.readings.measures import one_or_sum
from claims.checking.remembered import remembered
from claims.checking.words import stem

if TYPE_CHECKING:
    from claims.checking.index import Index
    from claims.checking.readings.figures import Rows
    from claims.checking.tables import View

ROOM = stems("capacity seat place bed berth room space maximum max slot plot cell dock locker pitch stall")
PLAN = stems("budget target goal quota allocation limit allowance estimate")
"""What may be used up, or reached, in part: asked for by its own name only."""
CAPACITY = stem("capacity")
ROLL = stems("registered electorate eligible elector roll")
USED = stems(
    "ticket passenger attendance spectator visitor audience crowd pupil student patient inpatient guest occupied sold "
    "used taken filled booked reserved enrolled enrolment child member participant player prisoner inmate resident "
    "tenant car vehicle boat stored storage stock held level content admission admitted fan people occupancy let "
    "rented load carried cargo freight filled in-use parked berthed boarding rider customer subscriber volume water"
)
SPENT = stems("spent spend cost outlay expenditure actual paid raised achieved sold delivered produced used")
CAST = stems("vote ballot voter turnout cast")
LACKS = stems("free vacant empty unsold unfilled unused spare idle unoccupied")
OCCASIONS = stems(
    "performance show match game flight departure screening concert sailing night day trip run event sitting"
)
LEAST, MOST, SHARE_THAT_FITS = Decimal("0.02"), Decimal("1.25"), 0.9


@dataclass(frozen=True, slots=True)
class Filling:
    """A measure, how much of it there could be, the occasions that it is meant for; `free` where it tells the rest."""

    view: View
    used: str
    room_view: View
    room: str
    occasions: str = ""
    free: bool = False

    @property
    def factor(self) -> Decimal:
        """Give what brings both to one scale."""
        return self.view.columns[self.used].scale / self.room_view.columns[self.room].scale

    @property
    def plan(self) -> bool:
        """Say whether the room is what was planned or allowed."""
        return bool(PLAN & own_stems(self.room_view, self.room))

    @property
    def roll(self) -> bool:
        """Say whether the room is a roll of voters."""
        return bool(ROLL & own_stems(self.room_view, self.room))

    def said(self, *, empty: bool) -> str:
        """Put in words what part of what is asked."""
        part = self.used if empty == self.free else f"{self.room} less {self.used}"
        return f"{part} as a part of {self.room}" + (f" by {self.occasions}" if self.occasions else "")

    def room_for(self, rows: Rows) -> Query | None:
        """Ask how much some rows could hold altogether."""
        chosen = select(self.view, rows)
        if self.room_view is self.view and not self.occasions:
            return one_or_sum(self.view, self.room, rows)
        asked = {row: cell_of(self.view, row, self.room_view, self.room) for row in chosen}
        if self.occasions:
            asked = {row: times(q, cell_of(self.view, row, self.view, self.occasions)) for row, q in asked.items()}
        return added(self.view, self.used, asked)

    def of(self, rows: Rows, *, empty: bool) -> Query | None:
        """Ask how full some rows are in percent, or how empty."""
        room = self.room_for(rows) if 0 < len(select(self.view, rows)) <= MOST_ROWS else None
        part = one_or_sum(self.view, self.used, rows) if empty == self.free else self.left_of(rows)
        if room is None or part is None:
            return None
        return Query(operation="share", table=self.view.name, left=part, right=room, factor=self.factor)

    def left_of(self, rows: Rows) -> Query | None:
        """Ask how much of the room some rows leave; None where the two are of different scale."""
        room = self.room_for(rows) if 0 < len(select(self.view, rows)) <= MOST_ROWS else None
        if room is None or self.factor != 1:
            return None
        used = one_or_sum(self.view, self.used, rows)
        return Query(operation="difference", table=self.view.name, left=room, right=used)


@remembered
def fillings(index: Index) -> list[Filling]:
    """Find what tells how full things are: a use and a room of one kind whose cells bear it out."""
    rooms = [
        (v, c) for v in index.tables for c in v.measures if (ROOM | ROLL | PLAN) & own_stems(v, c) and _counts(v, c)
    ]
    found = []
    for view, used in [(v, c) for v in index.tables for c in v.measures if rooms and _counts(v, c)]:
        for room_view, room in rooms:
            if (view, used) != (room_view, room) and (link := _linked(view, used, room_view, room)):
                found.append(link)
    return found


def _counts(view: View, column: str) -> bool:
    return view.columns[column].kind in ("number", "quantity", "money")


def _linked(view: View, used: str, room_view: View, room: str) -> Filling | None:
    """Link a use to a room where the words go together and the cells are parts of it, of one occasion or of many."""
    own, theirs = own_stems(view, used), own_stems(room_view, room)
    mine, other = view.columns[used], room_view.columns[room]
    free = bool(LACKS & own)
    alike = mine.unit and mine.unit == other.unit
    wanted = CAST if ROLL & theirs else SPENT | theirs - PLAN if PLAN & theirs else USED
    if "money" in (mine.kind, other.kind) and not PLAN & theirs:
        return None
    if mine.unit != other.unit or CAPACITY in own or PLAN & own:
        return None
    if PLAN & theirs and room_view is not view and not SPENT & own:
        return None
    if not (wanted & own or free or (alike and not (ROLL | ROOM | PLAN) & own and not PLAN & theirs)):
        return None
    if room_view is not view and all(joined(view, row, room_view) is None for row in sampled(view)):
        return None
    if _fits(view, used, room_view, room, ""):
        return Filling(view, used, room_view, room, "", free)
    many = [c for c in view.measures if OCCASIONS & own_stems(view, c) and not (USED | {"per"}) & own_stems(view, c)]
    once = next((c for c in many if c not in (used, room) and _fits(view, used, room_view, room, c)), "")
    return Filling(view, used, room_view, room, once, free) if once else None


def _fits(view: View, used: str, room_view: View, room: str, occasions: str) -> bool:
    """Say whether the cells of a use are nearly all parts of the room, and not all small ones."""
    factor = view.columns[used].scale / room_view.columns[room].scale
    parts = []
    for row in sampled(view):
        one, whole = number_of(view, row, view, used), number_of(view, row, room_view, room)
        many = number_of(view, row, view, occasions) if occasions else Decimal(1)
        if one is not None and whole is not None and many is not None:
            parts.append(factor * one / (whole * many))
    inside = sum(LEAST < part <= MOST for part in parts)
    return bool(parts) and inside >= SHARE_THAT_FITS * len(parts)
