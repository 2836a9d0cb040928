"""Plain sentences over small tables of our own, each true and turned: what a careful reader confirms and refutes.

Articles seldom say all of a thing, its measure and its time in one clause; where they do, a figure that disagrees is an
error. The tables and the sentences are made here, the same each time.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterator

YEARS = (2019, 2020, 2021, 2022)
PUBLISHED = "2023-02-10"
NUMBERS = "none one two three four five six seven eight".split()


@dataclass(frozen=True, slots=True)
class Domain:
    """Things of one kind, what is counted of them each year, and how that is said."""

    kind: str
    kinds: str
    things: tuple[str, ...]
    measures: tuple[tuple[str, int, int], ...]
    verb: str


DOMAINS = (
    Domain(
        "museum", "museums", ("Salt House", "Glass Museum", "Rope Works", "Tower Gallery", "Fish Hall"),
        (("visitors", 4000, 90000), ("paintings", 40, 900), ("guides", 5, 60)), "counted",
    ),
    Domain(
        "port", "ports", ("Anselm", "Brodick Quay", "Crail", "Dornoch", "Elie", "Findhorn"),
        (("ships", 200, 4000), ("containers", 9000, 400000), ("pilots", 6, 70)), "handled",
    ),
    Domain(
        "orchard", "orchards", ("Upper Holt", "Nether Holt", "Bramley Side", "Quince Hill"),
        (("trees", 300, 9000), ("crates", 700, 20000), ("pickers", 8, 90)), "had",
    ),
    Domain(
        "club", "clubs", ("Marrow Athletic", "Sparrows", "Iron Wheelers", "Bellfield", "Lantern Street"),
        (("members", 60, 1900), ("goals", 15, 90), ("fans", 900, 30000)), "reported",
    ),
    Domain(
        "library", "libraries", ("Canal Library", "Weir Library", "Heath Library", "Dock Library"),
        (("loans", 8000, 250000), ("readers", 700, 12000), ("volunteers", 9, 80)), "registered",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with the words that are checked between guillemets, what it is, and where the answer is."""

    marked: str
    verdict: str
    table: str
    column: str
    truth: str

    @property
    def text(self) -> str:
        """Give the sentence."""
        return self.marked.replace("«", "").replace("»", "")

    @property
    def span(self) -> tuple[int, int]:
        """Give where the words stand."""
        return self.marked.index("«"), self.marked.index("»") - 1


class World:
    """One set of tables, and the figures they hold."""

    def __init__(self, domain: Domain, chance: random.Random) -> None:
        self.domain, self.chance = domain, chance
        self.table = f"{domain.kind}_years"
        self.cells: dict[tuple[str, str, int], int] = {}
        for measure, low, high in domain.measures:
            for thing in domain.things:
                value = chance.randint(low, high)
                for year in YEARS:
                    self.cells[measure, thing, year] = value
                    value = max(2, round(value * chance.uniform(0.8, 1.25)) + chance.choice((-1, 1)))
        self.founded = {thing: chance.randint(1840, 1999) for thing in domain.things}

    def frames(self) -> dict[str, pd.DataFrame]:
        """Give the tables: a row each year of a thing, and what a thing is."""
        years = [
            {self.domain.kind: t, "year": y, **{m: self.cells[m, t, y] for m, _, _ in self.domain.measures}}
            for y in YEARS
            for t in self.domain.things
        ]
        things = [{self.domain.kind: thing, "founded": year} for thing, year in self.founded.items()]
        return {self.table: pd.DataFrame(years), self.domain.kinds: pd.DataFrame(things)}

    def off(self, value: float) -> int:
        """Give a figure that is not the right one, though near."""
        step = max(1, round(abs(value) * self.chance.choice((0.03, 0.08, 0.2))))
        return round(value) + (step if value <= step or self.chance.random() < 0.5 else -step)

    def cases(self) -> Iterator[Case]:
        """Yield sentences of each kind for each measure, true and turned."""
        for measure, _, _ in self.domain.measures:
            for year in YEARS[2:]:
                for true, false, truth in (*self._of_one(measure, year), *self._of_all(measure, year)):
                    yield Case(true, "supported", self.table, measure, "")
                    yield Case(false, "refuted", self.table, measure, truth)

    def _of_one(self, measure: str, year: int) -> Iterator[tuple[str, str, str]]:
        """Yield a figure, a change, a gap between two."""
        thing, other = self.chance.sample(self.domain.things, 2)
        now, before = self.cells[measure, thing, year], self.cells[measure, thing, year - 1]
        verb, moved = self.domain.verb, now - before
        yield from self._numbers(f"{thing} {verb} «{{}}» {measure} in {year}.", now)
        yield (
            f"In {year} {thing} {verb} «{now:,}» {measure}.",
            f"In {year} {thing} {verb} «{before:,}» {measure}.",
            str(now),
        )
        rose, fell = ("rose", "fell") if moved > 0 else ("fell", "rose")
        yield from self._numbers(f"In {year} {measure} at {thing} {rose} to «{{}}».", now)
        if moved:
            yield from self._numbers(f"In {year} {measure} at {thing} {rose} by «{{}}».", abs(moved), moved)
            said = f"In {year} {measure} at {thing} {{}} by «{abs(moved):,}»."
            yield said.format(rose), said.format(fell), str(moved)
            share = 100 * moved / before
            yield from self._shares(f"In {year} {measure} at {thing} {rose} by «{{}} per cent».", abs(share), share)
        gap = now - self.cells[measure, other, year]
        if gap:
            more, fewer = ("more", "fewer") if gap > 0 else ("fewer", "more")
            said = f"In {year} {thing} {verb} «{{}}» {measure} than {other}."
            yield said.format(more), said.format(fewer), str(gap)
            said = f"In {year} {thing} {verb} «{{}}» {more} {measure} than {other}."
            yield from self._numbers(said, abs(gap), gap)
        ratio = now / self.cells[measure, other, year]
        if ratio >= 1.5:
            said = f"In {year} {thing} {verb} «{{:.1f}} times» as many {measure} as {other}."
            yield said.format(ratio), said.format(ratio * self.chance.choice((0.7, 1.3, 1.6))), str(ratio)

    def _of_all(self, measure: str, year: int) -> Iterator[tuple[str, str, str]]:
        """Yield a total, a mean, a share, an extreme, a rank, a count."""
        figures = {thing: self.cells[measure, thing, year] for thing in self.domain.things}
        ranked = sorted(figures, key=lambda t: -figures[t])
        whole, kinds, verb = sum(figures.values()), self.domain.kinds, self.domain.verb
        yield from self._numbers(f"In {year} the {len(figures)} {kinds} together {verb} «{{}}» {measure}.", whole)
        yield from self._numbers(f"In {year} the {kinds} {verb} «{{}}» {measure} on average.", whole / len(figures))
        one = self.chance.choice(ranked)
        share = 100 * figures[one] / whole
        yield from self._shares(f"In {year} «{{}} per cent» of all {measure} were at {one}.", share, share)
        if len(set(figures.values())) < len(figures):
            return
        for said, places in (("most", ranked), ("fewest", ranked[::-1])):
            text = f"In {year} {{}} {verb} the «{said}» {measure}."
            yield text.format(places[0]), text.format(places[self.chance.choice((1, 2))]), places[0]
            text = f"«{{}}» {verb} the {said} {measure} in {year}."
            yield text.format(places[0]), text.format(places[1]), places[0]
        text = f"In {year} {{}} {verb} the «second» most {measure}."
        yield text.format(ranked[1]), text.format(ranked[2]), "3"
        above = self.chance.randint(1, len(figures) - 1)
        limit = (figures[ranked[above - 1]] + figures[ranked[above]]) // 2
        text = f"In {year} «{{}}» of the {len(figures)} {kinds} {verb} more than {limit:,} {measure}."
        wrong = above + (1 if above == 1 else -1)
        yield text.format(NUMBERS[above]), text.format(NUMBERS[wrong]), str(above)

    def _numbers(self, said: str, value: float, truth: float | None = None) -> Iterator[tuple[str, str, str]]:
        number = round(value)
        yield said.format(f"{number:,}"), said.format(f"{self.off(number):,}"), str(value if truth is None else truth)

    def _shares(self, said: str, value: float, truth: float) -> Iterator[tuple[str, str, str]]:
        wrong = value * self.chance.choice((0.6, 0.8, 1.2, 1.5))
        yield said.format(f"{value:.1f}"), said.format(f"{wrong:.1f}"), str(truth)


def worlds(rounds: int = 2) -> Iterator[World]:
    """Yield every domain with figures of its own, as often as is asked."""
    for n in range(rounds):
        for domain in DOMAINS:
            yield World(domain, random.Random(f"{domain.kind} {n}"))
