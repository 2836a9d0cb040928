"""Names in the wrong place: what is said of somebody is another row of the table, figure by figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.checking.owners import owner_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.checking.discourse import Discourse
    from claims.checking.owners import Owner
    from claims.checking.phrasings import Filled, Hit
    from claims.checking.tables import Tables
    from claims.types import Span

TELLING, WRONG, ROWS = 4, 2, 3


@dataclass(frozen=True, slots=True)
class Misnamed:
    """A name that stands where another belongs: `span` the name, `figures` what is said, `place` whose row it is."""

    span: Span
    owner: Owner
    figures: tuple[Filled, ...]
    place: int


def misnamed(discourse: Discourse, tables: Tables) -> Iterator[Misnamed]:
    """Yield the names in a sentence whose figures disagree with their row and are all those of one other."""
    groups: dict[tuple[Span, str, str], tuple[Owner, list[Hit]]] = {}
    for hit in discourse.hits:
        view = tables[hit.phrasing.table]
        if hit.phrasing.condition or not _figures([hit]) or view.size < ROWS:
            continue
        owner = owner_of(discourse, hit, view)
        if owner is not None:
            sentence = discourse.document.sentence(hit.span[0])
            groups.setdefault((sentence, view.name, owner.name), (owner, []))[1].append(hit)
    yield from _twice(discourse, tables)
    for (sentence, _, _), (owner, hits) in groups.items():
        span = _named(discourse, owner, (sentence[0], hits[0].span[0]))
        place = _place_of(owner, _figures(hits))
        if span and place is not None:
            yield Misnamed(span, owner, _figures(hits), place)


def _twice(discourse: Discourse, tables: Tables) -> Iterator[Misnamed]:
    """Yield a name that a sentence gives twice with the same measures, where its figures are those of one other row."""
    named: dict[tuple[Span, str, int], dict[Span, tuple[Owner, list[Hit]]]] = {}
    for hit in discourse.hits:
        view = tables[hit.phrasing.table]
        if hit.phrasing.condition or not _figures([hit]) or view.size >= ROWS:
            continue
        owner = owner_of(discourse, hit, view)
        if owner is not None and hit.span[0] - owner.said[1] > 1:
            key = discourse.document.sentence(hit.span[0]), view.name, owner.row
            named.setdefault(key, {}).setdefault(owner.said, (owner, []))[1].append(hit)
    for places in named.values():
        said = [{f.slot.columns[0] for f in _figures(hits)} for _, hits in places.values()]
        if len(said) != 2 or len(said[0] & said[1]) < WRONG:
            continue
        found = [(_place_of(owner, _figures(hits)), owner, hits) for owner, hits in places.values()]
        blamed = [(place, owner, hits) for place, owner, hits in found if place is not None]
        for place, owner, hits in blamed[:1]:
            yield Misnamed(owner.said, owner, _figures(hits), place)


def _figures(hits: Iterable[Hit]) -> tuple[Filled, ...]:
    return tuple(f for h in hits for f in h.filled if f.slot.kind == "number" and f.slot.operation == "value")


def _named(discourse: Discourse, owner: Owner, span: Span) -> Span | None:
    """Find the name itself, not a pronoun for it."""
    found = [m for m in discourse.mentions_in(span) if not m.back and any(v == owner.name for v, _ in m.values)]
    return (found[-1].start, found[-1].end) if found else None


def _place_of(owner: Owner, figures: tuple[Filled, ...]) -> int | None:
    """Give the one row that has all the figures, where the owner's own lacks two or more."""
    view = owner.view
    said = [(view.cells(f.slot.columns[0]), f.amount) for f in figures]
    own = owner.row
    if (
        sum(1 + (f.amount > 9) for f in figures) < TELLING
        or sum(cells[own] != amount for cells, amount in said) < WRONG
    ):
        return None
    places = [row for row in range(view.size) if all(cells[row] == amount for cells, amount in said)]
    return places[0] if len(places) == 1 else None
