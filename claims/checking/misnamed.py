"""Names in the wrong place: what is said of somebody is another row of the table, figure by figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.checking.owners import Owner, owner_of
from claims.checking.query import Filter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.checking.discourse import Discourse
    from claims.checking.phrasings import Filled, Hit
    from claims.checking.tables import Tables, View
    from claims.types import Span

    Key = tuple[Span, str, str]
    Group = tuple[Owner, list[Hit]]

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
    groups: dict[Key, Group] = {}
    for hit in discourse.hits:
        view = tables[hit.phrasing.table]
        if hit.phrasing.condition or not _figures([hit]) or view.size < ROWS:
            continue
        owner = owner_of(discourse, hit, view)
        if owner is not None:
            sentence = discourse.document.sentence(hit.span[0])
            groups.setdefault((sentence, view.name, owner.name), (owner, []))[1].append(hit)
    yield from _twice(discourse, tables)
    yield from _misspelt(discourse, tables)
    for (sentence, _, _), (owner, hits) in groups.items():
        span = _named(discourse, owner, (sentence[0], hits[0].span[0]))
        place = _place_of(owner, _figures(hits))
        if span and place is not None and not _copied(sentence[0], place, _figures(hits), groups.items()):
            yield Misnamed(span, owner, _figures(hits), place)


def _copied(start: int, place: int, figures: tuple[Filled, ...], groups: Iterable[tuple[Key, Group]]) -> bool:
    """Say whether the figures were given for their own row before: then they are what is wrong, not the name."""
    said = {(f.slot.columns[0], f.amount) for f in figures}
    return any(
        key[0][0] < start and owner.row == place and said <= {(f.slot.columns[0], f.amount) for f in _figures(hits)}
        for key, (owner, hits) in groups
    )


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


def _misspelt(discourse: Discourse, tables: Tables) -> Iterator[Misnamed]:
    """Yield the person whom no table knows, but one of that surname with all the figures: "J. Voss" for Kim Voss."""
    for stranger in discourse.strangers:
        span, end = (stranger.start, stranger.end), discourse.document.sentence(stranger.start)[1]
        others = [m.start for m in discourse.mentions_in((stranger.end, end)) if m.person and not m.back]
        others += [s.start for s in discourse.strangers if stranger.end <= s.start < end]
        told: dict[str, list[Hit]] = {}
        for hit in discourse.hits:
            if not hit.phrasing.condition and stranger.end < hit.span[0] < min([*others, end]):
                told.setdefault(hit.phrasing.table, []).append(hit)
        for name, hits in told.items():
            view, figures = tables[name], _figures(hits)
            if view.size < ROWS or not view.entity:
                continue
            owner = Owner(view, (Filter(view.entity, "=", stranger.text),), stranger.text, 0.95, span)
            place = _row_with(view, figures)
            if place is not None and _surname(str(view.cells(view.entity)[place])) == _surname(stranger.text):
                yield Misnamed(span, owner, figures, place)


def _surname(name: str) -> str:
    return name.split()[-1].lower()


def _figures(hits: Iterable[Hit]) -> tuple[Filled, ...]:
    return tuple(f for h in hits for f in h.filled if f.slot.kind == "number" and f.slot.operation == "value")


def _named(discourse: Discourse, owner: Owner, span: Span) -> Span | None:
    """Find the name itself, not a pronoun for it."""
    found = [m for m in discourse.mentions_in(span) if not m.back and any(v == owner.name for v, _ in m.values)]
    return (found[-1].start, found[-1].end) if found else None


def _place_of(owner: Owner, figures: tuple[Filled, ...]) -> int | None:
    """Give the one row that has all the figures, where the owner's own lacks two or more."""
    lacking = sum(owner.view.cells(f.slot.columns[0])[owner.row] != f.amount for f in figures)
    return _row_with(owner.view, figures) if lacking >= WRONG else None


def _row_with(view: View, figures: tuple[Filled, ...]) -> int | None:
    """Give the one row that has all the figures, where they are enough to tell it by."""
    if sum(1 + (f.amount > 9) for f in figures) < TELLING:
        return None
    said = [(view.cells(f.slot.columns[0]), f.amount) for f in figures]
    places = [row for row in range(view.size) if all(cells[row] == amount for cells, amount in said)]
    return places[0] if len(places) == 1 else None
