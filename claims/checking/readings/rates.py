"""Rates: so much for each, per head, an hour, apiece: one column over another, of one table or of two."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking import checks
from claims.checking.agreement import SECONDS
from claims.checking.query import Query
from claims.checking.readings.fits import fit
from claims.checking.readings.limits import bearers
from claims.checking.readings.lookups import EACH
from claims.checking.readings.measures import agrees, one_or_sum, single, telling, tie, told
from claims.checking.readings.things import PEOPLE, but_totals
from claims.checking.scoring import Reading
from claims.checking.selection import Selection
from claims.checking.words import kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.checks import Check
    from claims.checking.desk import Desk
    from claims.checking.tables import View
    from claims.references import Column
    from claims.types import Value

TIMES = frozenset("year month week quarter decade century".split())  # "25 million a year" is no rate of two columns
HEAD, NEAR, FITS = stem("head"), 0.8, 0.6
STAFF = PEOPLE | frozenset(stem(w) for w in "population inhabitant resident employee staff worker member pupil".split())
Side = tuple["View", str, "Selection"]


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield one column over another where the words say "for each", "per", "an hour"; the two may be of two tables."""
    value, context = desk.value, desk.context
    assert value is not None
    rate = value.unit.split("/") if "/" in value.unit else []
    close = bool(EACH & {*context.after[:5], *context.before[:2], *(t.lower_ for t in context.tokens)})
    close = close or bool(_shared_by(desk))
    if not rate and not close and not EACH & {t.lower_ for t in context.document.tokens(*context.sentence)}:
        return
    sides = [*_sides(desk), *_bearing(desk)]
    for left in sides:
        view, one, mine, words = left
        meaning = view.columns[one]
        if not rate and (meaning.kind in ("percent", "duration") or fit(value, meaning) < FITS):
            continue
        for other_view, other, theirs, also in sides:
            apart = other_view is not view
            factor = _factor(rate, meaning, other_view.columns[other])
            if factor is None or (view, one) == (other_view, other) or (apart and _named_apart(mine, theirs)):
                continue
            if not apart and mine.where != theirs.where:
                continue
            also = max(also, _head(desk, other_view, other))
            reading = _for_each(desk, (view, one, mine), (other_view, other, theirs), factor)
            led = rate or (close and min(words, also) >= 0.25 and other_view.columns[other].kind == "number")
            if (led and not apart) or (max(words, also) >= 0.25 and telling(desk) > 1 and agrees(desk, reading)):
                sure = 0.9 if rate else (words + max(also, 0.4)) / 2
                yield replace(reading, parts=(*reading.parts, ("words", max(0.3, sure))))


def _shared_by(desk: Desk) -> str:
    """Give the stem of what "a" or "to a" behind a number shares it out to: "4,350 passengers a head"."""
    after = desk.context.after[desk.context.after[:1] == ["to"] :]
    one = after[1:2] if after[:1] in (["a"], ["an"]) else []
    return "" if not one or one[0] in TIMES else stem(one[0])


def _head(desk: Desk, view: View, column: str) -> float:
    """Say how surely a column counts what a number is shared out to."""
    one = _shared_by(desk)
    own = [stem(w) for w in view.columns[column].words]
    near = max((kinship(one, w) for w in own), default=0.0) if one else 0.0
    return (
        near
        if near >= NEAR
        else 0.8 * (one == HEAD and any(kinship(person, w) >= NEAR for person in STAFF for w in own))
    )


def _to_the_digits(value: Value, scale: Decimal) -> Check | None:
    """Test a quotient to the digits that the figure is written with, zeros at its end left out: "4,350 a head"."""
    if value.comparator != "eq" or not isinstance(value.amount, Decimal):
        return None
    written = f"{value.amount:.0f}"
    zeros = min(len(written) - len(written.rstrip("0")), max(0, len(written) - 2))
    step = value.step if value.step and value.step != 1 else Decimal(10) ** zeros
    return checks.number((value.amount - step / 2) / scale, (value.amount + step / 2) / scale, "to the digits written")


def _sides(desk: Desk) -> Iterator[tuple[View, str, Selection, float]]:
    """Yield the cells of what is named, each with how well its measure is said or told by a figure close by."""
    for view in desk.views:
        for selection in [*single(desk, view, 3), *desk.series(view)[:2]]:
            for column in view.measures:
                words = max(desk.words(view, column), told(desk, view).get(column, 0.0))
                yield view, column, selection, words


def _bearing(desk: Desk) -> Iterator[tuple[View, str, Selection, float]]:
    """Yield the totals of columns that bear somebody's name: all the votes of a candidate."""
    for view in desk.views:
        for column, name in bearers(desk, view).items():
            tied = desk.tied(name)
            if tied >= 0.3:
                yield (
                    view,
                    column,
                    Selection(where=but_totals(view), filled=((column, name),), subject=tied, time=0.9),
                    0.6,
                )


def _named_apart(mine: Selection, theirs: Selection) -> bool:
    """Say whether two selections are of different things."""
    return not {v for _, v in mine.filled} & {v for _, v in theirs.filled}


def _for_each(desk: Desk, left: Side, right: Side, factor: Decimal) -> Reading:
    (view, one, mine), (other_view, other, theirs) = left, right
    value, meaning = desk.value, view.columns[one]
    rate = value is not None and "/" in value.unit
    rounded = _to_the_digits(value, meaning.scale) if value and not rate else None
    return Reading(
        family="ratio",
        query=Query(
            operation="ratio", table=view.name, left=one_or_sum(view, one, mine.where),
            right=one_or_sum(other_view, other, theirs.where), factor=factor,
        ),
        parts=(
            ("subject", min(tie(mine), tie(theirs) + 0.2)), ("time", min(mine.time, theirs.time)), ("kind", 0.9),
        ),
        said=f"{one} for each of {other} of {mine.who}", scale=None if rate else meaning.scale,
        form="check" if rounded else "number", asserted=rounded, refutes=False,
    )  # fmt: skip


def _factor(rate: list[str], one: Column, other: Column) -> Decimal | None:
    """Give what turns the quotient of two columns into the stated rate; None where they don't make one."""
    if not rate:
        return Decimal(1) if other.kind in ("number", "quantity") else None
    if one.unit != rate[0] or other.unit not in SECONDS or rate[1] not in SECONDS:
        return None
    return SECONDS[rate[1]] / SECONDS[other.unit]
