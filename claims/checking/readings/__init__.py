"""The readings of a statement: one module a family, each a function from a desk to readings."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from claims.checking.readings import (
    ages,
    alone,
    annual,
    apart,
    associations,
    attributes,
    bases,
    bearers,
    beginnings,
    bounds,
    carried,
    ceilings,
    cells,
    changes,
    coins,
    comparisons,
    composites,
    computed,
    continued,
    counts,
    crossings,
    dates,
    differences,
    elapsed,
    events,
    extremes,
    firsts,
    gaps,
    growth,
    hours,
    incumbents,
    indicators,
    intervals,
    latest,
    leaders,
    leads,
    lifespans,
    lives,
    lookups,
    makers,
    margins,
    movements,
    movers,
    moves,
    multiples,
    numbered,
    occasions,
    ofthat,
    ofthose,
    opposites,
    overtakings,
    pairs,
    participants,
    phrasings,
    pointed,
    portions,
    quotients,
    races,
    ranks,
    records,
    recurrences,
    reigns,
    rests,
    resumed,
    rivals,
    roles,
    rowdays,
    runs,
    seats,
    shares,
    sides,
    spans,
    streaks,
    stretches,
    succession,
    sums,
    swings,
    taken,
    tallies,
    tenures,
    terms,
    topping,
    universals,
    unsaid,
    wholes,
    windows,
    witnesses,
    years,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.checking.desk import Desk
    from claims.checking.scoring import Reading

FAMILIES = (
    ages.readings,
    tenures.readings,
    succession.readings,
    incumbents.readings,
    taken.readings,
    dates.readings,
    terms.readings,
    events.readings,
    annual.readings,
    latest.readings,
    elapsed.readings,
    apart.readings,
    intervals.readings,
    stretches.readings,
    occasions.readings,
    rowdays.readings,
    crossings.readings,
    bases.readings,
    beginnings.readings,
    lives.readings,
    lifespans.readings,
    lookups.readings,
    numbered.readings,
    unsaid.readings,
    pointed.readings,
    cells.readings,
    indicators.readings,
    movements.readings,
    composites.readings,
    hours.readings,
    changes.readings,
    gaps.readings,
    differences.readings,
    rests.readings,
    races.readings,
    recurrences.readings,
    margins.readings,
    bounds.readings,
    shares.readings,
    portions.readings,
    quotients.readings,
    multiples.readings,
    computed.readings,
    continued.readings,
    coins.readings,
    spans.readings,
    counts.readings,
    years.readings,
    sums.readings,
    ofthose.readings,
    ofthat.readings,
    carried.readings,
    wholes.readings,
    windows.readings,
    sides.readings,
    extremes.readings,
    ceilings.readings,
    swings.readings,
    ranks.readings,
    rivals.readings,
    leads.readings,
    alone.readings,
    leaders.readings,
    records.readings,
    topping.readings,
    tallies.readings,
    comparisons.readings,
    opposites.readings,
    runs.readings,
    growth.readings,
    movers.readings,
    moves.readings,
    streaks.readings,
    resumed.readings,
    firsts.readings,
    pairs.readings,
    roles.readings,
    seats.readings,
    attributes.readings,
    associations.readings,
    makers.readings,
    bearers.readings,
    participants.readings,
    reigns.readings,
    witnesses.readings,
)

OF_FIGURES = frozenset({
    apart.readings, bounds.readings, carried.readings, ceilings.readings, cells.readings, changes.readings,
    coins.readings, counts.readings, gaps.readings, incumbents.readings, indicators.readings, intervals.readings,
    leads.readings, lookups.readings, margins.readings, movements.readings, multiples.readings, ofthat.readings,
    ofthose.readings, pairs.readings, pointed.readings, quotients.readings, races.readings, recurrences.readings,
    rests.readings, resumed.readings, shares.readings, sides.readings, spans.readings, succession.readings,
    sums.readings, taken.readings, wholes.readings, years.readings,
})  # fmt: skip
"""Families that only read a value which is no time: the others need not be asked."""
OF_DATES = frozenset({
    annual.readings, bases.readings, beginnings.readings, crossings.readings, dates.readings, events.readings,
    hours.readings, latest.readings, occasions.readings, rowdays.readings, terms.readings,
})  # fmt: skip
"""Families that only read a time."""
OF_VALUES = OF_FIGURES | OF_DATES | {
    composites.readings, continued.readings, differences.readings, firsts.readings, portions.readings,
    stretches.readings, streaks.readings, swings.readings, unsaid.readings, windows.readings,
}  # fmt: skip
"""Families that only read a value, of whatever kind."""
ASKED = {
    "": tuple(f for f in FAMILIES if f not in OF_VALUES),
    "time": tuple(f for f in FAMILIES if f not in OF_FIGURES),
    "figure": tuple(f for f in FAMILIES if f not in OF_DATES),
}
"""The families that may read a statement, by what value it has."""

OF_THEN = 0.85


def readings(desk: Desk) -> Iterator[Reading]:
    """Yield every reading of the statement on the desk."""
    declared = phrasings.readings(desk)
    if declared is not None:
        yield from declared
        return
    if overtaking := list(overtakings.readings(desk)):  # who is ahead alone, or has more of something, is no answer
        yield from overtaking
        return
    if overtakings.only_since(desk):
        return
    families = (swings.readings,) if swings.never_passed(desk) else ASKED[_valued(desk)]
    families = (universals.readings,) if universals.told(desk) else families
    families = (alone.readings,) if alone.of_one(desk) else families
    read: Iterator[Reading] = chain.from_iterable(family(desk) for family in families)
    if years.of_years(desk):
        read = filter(partial(years.of_several, desk), read)
    if desk.context.owner is not None:
        read = (reading for reading in read if reading.part("time") >= OF_THEN)
    for reading in read:
        if not desk.context.gap or _compares(desk, reading):
            yield reading


def _valued(desk: Desk) -> str:
    """Say whether the value of a statement is a time or another figure, "" where it has none."""
    if desk.value is None:
        return ""
    return "time" if desk.value.kind in ("date", "period") else "figure"


def _compares(desk: Desk, reading: Reading) -> bool:
    """Say whether a reading sets two figures against each other, or asks for a figure that is a gap or a change."""
    query = reading.query
    gap = query.column and lookups.is_gap(desk.tables[query.table], query.column)
    return query.left is not None or bool(gap)
