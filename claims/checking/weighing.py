"""How sure a reading is to be the one meant: named features, weights learned from checked articles, nothing hidden.

A logistic regression over the readings of a statement. Its weights are plain JSON, trained by
`models/checking/recipe/train.py` on articles whose every value was checked; no scikit-learn is needed here.
"""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.checking import circumstances, denials, foretold, likeness, narrowing, othertimes
from claims.checking.bearer import switched
from claims.checking.doers import own_subject
from claims.checking.editions import Editions
from claims.checking.remembered import remembered
from claims.checking.scoring import SETTLED, TOLD
from claims.embedded import folder
from claims.values.shared import BOUNDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from claims.checking.agreement import Outcome
    from claims.checking.desk import Desk
    from claims.checking.query import Found
    from claims.checking.scoring import Reading
    from claims.checking.tables import Tables

FULL = {"subject": 1.0, "words": 1.0, "kind": 1.0, "time": 1.0}
"""The parts of a reading that are not given."""
CLEAR = {
    "clear": {"subject": 0.9, "words": 0.8, "kind": 0.85, "time": 0.9},
    "fairly clear": {"subject": 0.75, "words": 0.6, "kind": 0.85, "time": 0.75},
}
"""What nothing is left open by: the thing is named here, its measure is said, its time is given."""
PLAIN = "disagrees: words leave nothing open"
COMPUTED_OUTRIGHT = "disagrees: computed of what is said"
UNHELD, NARROWED = "time unheld", "narrowed"
"""Features: the table has no row of the time that is given; words narrow the number to a part of what it has."""
MISWRITTEN = ("differs: swapped", "differs: two digits turned")
"""Features of a figure that is another one with its digits in another order."""
COMPUTED = frozenset(
    {"gap", "difference", "percent change", "points", "ratio", "share", "sum", "mean", "movers", "margin"}
    | {"compared", "rank", "extreme"}
)
"""Families that compute an answer of several cells."""
POINTS = "points"
"""The family of changes that are as many points as the article says percent: the answer is told, under a wrong name."""
SAID = {"subject": 0.85, "words": 0.75, "time": 0.8}
UNNAMED = 0.5  # of a table of times alone nothing is named
SINCE = {"compared": 0.9, "ratio": 0.97}
"""How surely the time of what is held against itself has to be told: else it is open since when."""
BOTH = 0.8  # how well two that are held against each other are named
YEAR = 300  # days
OUTRIGHT = 0.85  # how well the noun of a count of movers and their measure are told
COMPARED = 0.75  # how well the words of a comparison without a figure tell its measure
MISCOUNTED = 0.4  # as far as a figure that is got wrong is off: five for three
MISPLACED = 2  # and a place: fifth for third
RIVAL = 0.03  # readings that score as high are rivals
REACH = 0.5  # how far a margin counts
MARGINS = {part: f"margin of {part}" for part in ("subject", "words", "time")}

Features = dict[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """A reading with its answer and how that compares."""

    reading: Reading
    found: Found
    outcome: Outcome
    rule: str


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Weights by feature; the probabilities at which a reading supports, and refutes, plain words and others."""

    weights: Mapping[str, float]
    intercept: float
    support_at: float
    refute_at: float
    plain_refutes_at: float

    def probability(self, features: Mapping[str, float]) -> float:
        """Give how likely the reading is the one meant.

        >>> Model({"agrees": 2.0}, -1.0, 0.5, 0.5, 0.5).probability({"agrees": 1.0})
        0.7311
        """
        weight = self.weights.get
        score = self.intercept + sum([weight(name, 0.0) * value for name, value in features.items()])
        return round(1 / (1 + math.exp(-score)), 4)

    def reasons(self, features: Mapping[str, float], most: int = 3) -> list[tuple[str, float]]:
        """Give the features that count most, with what each adds."""
        added = [(name, round(self.weights.get(name, 0.0) * value, 2)) for name, value in features.items()]
        return sorted(added, key=lambda pair: (-abs(pair[1]), pair[0]))[:most]


def load(path: Path) -> Model:
    """Read a model from its JSON file."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    return Model(**stored)


def default_path() -> Path:
    """Say where the bundled weights are."""
    return folder("models") / "checking" / "model.json"


@lru_cache(maxsize=1)
def default() -> Model:
    """Give the bundled model, read once a process."""
    return load(default_path())


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Give the digest of the bundled weights."""
    return hashlib.sha256(default_path().read_bytes()).hexdigest()


class Field:
    """All results of a statement, ready for each to be compared with the others."""

    def __init__(self, tables: Tables, results: Sequence[Result]) -> None:
        self.size = len(results)
        self.editions = Editions(tables, results)
        self.sides = {side: [r for r in results if r.outcome == side] for side in ("agrees", "disagrees")}
        self.answers = {side: [(r.reading.score, str(r.found.value)) for r in own] for side, own in self.sides.items()}
        self.best = {
            side: max((r.reading for r in results if r.outcome != side), key=lambda r: r.score, default=None)
            for side in self.sides
        }


def features(desk: Desk, result: Result, field: Field) -> Features:
    """Describe one reading among all those of its statement."""
    side = result.outcome
    told = _of_reading(desk, result) | _among(result, field)
    named = {f"{side}: {name}": value for name, value in told.items() if value} | _of_statement(desk, side)
    if result.reading.flags == SETTLED and named.pop(f"{side}: modality negated", False):
        named[f"{side}: modality asserted"] = 1.0  # what is denied is a part of the question
    named |= {side: 1.0, f"family: {result.reading.family}": 1.0}
    if side == "disagrees":
        named[COMPUTED_OUTRIGHT] = _all_said(desk, result, named)
        named[PLAIN] = named[COMPUTED_OUTRIGHT] or _plain(desk, result, named)
        if named[COMPUTED_OUTRIGHT]:
            named.pop("disagrees: kind ratio", None)  # it is wrong past all rounding
        named |= {f"differs: {name}": value for name, value in _difference(desk, result).items()}
    return {name: 1.0 if value == 1 else round(float(value), 4) for name, value in named.items() if value}


def _plain(desk: Desk, result: Result, named: Mapping[str, float]) -> bool:
    """Say whether nothing is open in a reading that disagrees, and the two can be figures for one thing."""
    if named.get(f"disagrees: {NARROWED}") or (result.reading.family == "movers" and not result.reading.refutes):
        return False
    spoken = ("measure said", "fairly clear", "unopposed") if result.reading.family == "lookup" else ("clear",)
    open_to_none = all(named.get(f"disagrees: {name}") for name in spoken) or circumstances.plain(desk, result.reading)
    return open_to_none and _plausible(desk, result)


def _plausible(desk: Desk, result: Result) -> bool:
    """Say whether the two can be figures for one thing, or the figure is that of the one named beside it."""
    told_wrong = result.reading.family == POINTS or switched(desk, result.reading)
    sizes = likeness.sizes(desk.value, result.reading, result.found.value)
    return told_wrong or likeness.plausible(desk.value, result.reading, sizes)


def _all_said(desk: Desk, result: Result, named: Mapping[str, float]) -> bool:
    """Say whether what is computed is of things and of a measure that all stand in the words, and not far off."""
    reading = result.reading
    measured = reading.part("words") >= COMPARED if desk.value is None else named.get("disagrees: measure said")
    told = measured and named.get("disagrees: tied")
    if not told or not reading.refutes or reading.family not in COMPUTED or named.get(f"disagrees: {NARROWED}"):
        return False
    if desk.context.before[:1] == ["within"]:  # "within nine seats of a majority"
        return False
    if reading.family == "sum" and _of_them(desk):
        return False
    if reading.family == "movers" and reading.part("words") < OUTRIGHT:  # "three of the five harbours", of docks
        return False
    if narrowing.limited(desk, desk.tables[reading.query.table].series) or _finer(desk, reading):
        return False
    subject, time = _enough(desk, reading)
    least = SAID | {"subject": subject, "time": time}
    return all(reading.part(part) >= at for part, at in least.items()) and _misstated(desk, result)


def _finer(desk: Desk, reading: Reading) -> bool:
    """Say whether a month or a day is spoken of, and the answer is one of whole years."""
    yearly = any(f.column == desk.tables[q.table].year for q in circumstances.leaves(reading.query) for f in q.where)
    spoken = (w.period for w in desk.context.times if w.role == "at" and w.weight >= SAID["time"])
    return yearly and any((last - first).days < YEAR for first, last in spoken)


def _of_them(desk: Desk) -> bool:
    """Say whether a total is one of those of whom the sentences before tell: "together they took 870 jobs"."""
    subject = own_subject(desk.context.verb)
    return subject is not None and subject.pos_ == "PRON" and subject.lower_ in ("they", "these", "those")


def _enough(desk: Desk, reading: Reading) -> tuple[float, float]:
    """Say how well things and time have to be told: of a table of times no thing, of one thing at two times these."""
    sides = [side for side in (reading.query.left, reading.query.right) if side is not None]
    names = [
        {
            (f.relation, f.value)
            for query in circumstances.leaves(side)
            for f in query.where
            if isinstance(f.value, str) and not circumstances.is_time(desk, query, f)
        }
        for side in sides
    ]
    two = len(names) == 2 and names[0] != names[1]
    alone = not two and len({query.column for query in circumstances.leaves(reading.query)}) == 1
    time = SINCE.get(reading.family, SAID["time"]) if alone else SAID["time"]
    of_times = not any(names) and desk.tables[reading.query.table].series and reading.family != "rank"
    return UNNAMED if of_times else BOTH if two else SAID["subject"], time


def _misstated(desk: Desk, result: Result) -> bool:
    """Say whether an answer is near enough to what is stated to be what was got wrong, and no rounding of it."""
    reading, value, found = result.reading, desk.value, result.found.value
    if value is None:  # "as much as" is said of what is nearly so
        compared = reading.family == "compared" and reading.query.operation == "difference"
        return compared or (reading.family == "extreme" and desk.statement.kind != "fact")
    if value.kind == "ratio":  # "half of what it made" is no fall by half
        part = reading.family != "percent change" or "by" in desk.context.before[:2]
        return part and likeness.misproportioned(value, reading, found)
    if value.kind == "ordinal":
        pair = likeness.sizes(value, reading, found)
        return pair is not None and abs(pair[0] - pair[1]) <= MISPLACED
    return likeness.apart(value, reading, found) <= MISCOUNTED


def _of_reading(desk: Desk, result: Result) -> Features:
    reading = result.reading
    parts = FULL | dict(reading.parts)
    queries = circumstances.leaves(reading.query)
    views = [desk.tables[query.table] for query in queries]
    columns = [view.columns[q.column] for view, q in zip(views, queries, strict=True) if q.column]
    tied = circumstances.tied(desk, queries, result.outcome)
    return parts | {
        "subject and words": parts["subject"] * parts["words"],
        "few words for a small number": (parts["words"] < 0.5) * (4 - likeness.telling(desk.value)) / 3,
        "measure said": all(circumstances.said(desk, column, reading.family) for column in columns),
        "tied": tied,
        UNHELD: any(othertimes.unheld(desk, view) for view in views),
        **{name: tied and reading.refutes and _reaches(parts, least) for name, least in CLEAR.items()},
        "pinned": circumstances.pinned(queries),
        "told": reading.flags == TOLD,
        "settled": reading.flags == SETTLED and result.outcome == "disagrees",
        "ahead": circumstances.ahead(desk) and not _planned(desk, result),
    }


def _planned(desk: Desk, result: Result) -> bool:
    """Say whether what is to come is known: a birthday, or a day that a table has."""
    return result.reading.family == "birthday" or foretold.scheduled(desk, result)


def _reaches(parts: Features, least: Features) -> bool:
    return all(parts[part] >= at for part, at in least.items())


def _among(result: Result, field: Field) -> Features:
    """Compare with the readings of the same and of the other outcome."""
    reading, best = result.reading, field.best[result.outcome]
    same = {answer for other, answer in field.answers[result.outcome] if other > reading.score - RIVAL}
    margins = {} if best is None else {
        "margin": max(-REACH, min(REACH, reading.score - best.score)),
        **{margin: reading.part(part) - best.part(part) for part, margin in MARGINS.items()},
    }  # fmt: skip
    return {
        "rivals": math.log(max(1, len(same))),
        "unopposed": best is None,
        **margins,
        "old figure": field.editions.surpassed(result),
        "instead of an old figure": field.editions.surpassing(result),
        "time given less": field.editions.behind(result),
        "share that agrees": len(field.sides["agrees"]) / field.size,
        "readings": math.log(1 + field.size),
    }


@remembered
def _of_statement(desk: Desk, side: Outcome) -> Features:
    context, value, modality = desk.context, desk.value, desk.statement.modality
    comparator = value.comparator if value else "eq"
    said = "asserted" if modality != "asserted" and denials.set_apart(desk) else modality
    named = {
        f"{side}: telling {likeness.telling(value)}": 1,
        f"{side}: comparator {'bound' if comparator in BOUNDS else 'eq' if comparator == 'eq' else 'approx'}": 1,
        f"{side}: kind {value.kind if value else desk.statement.kind}": 1,
        f"{side}: modality {said}": 1,
        f"{side}: quoted": context.quoted,
        f"{side}: none": circumstances.none_said(desk),
        f"{side}: foreign": circumstances.foreign(desk),
        f"{side}: serial": context.serial,
        f"{side}: contrasted": context.contrasted,
        f"{side}: {NARROWED}": narrowing.narrowed(desk),
        f"{side}: stranger": context.stranger,
        f"{side}: since": context.before[:1] == ["since"],
        f"{side}: bounds a comparison": circumstances.bounding(desk),
    }
    return {name: 1.0 for name, holds in named.items() if holds}


def _difference(desk: Desk, result: Result) -> Features:
    value, reading, found = desk.value, result.reading, result.found.value
    told_wrong = reading.family == POINTS or switched(desk, reading)
    pair = likeness.sizes(value, reading, found)
    as_written = likeness.written(value, reading, pair)
    steep = 1 if value and value.kind in likeness.DATES else 3
    named = {
        "may refute": reading.refutes,
        "slip": told_wrong or likeness.slipped(value, found, pair, as_written),
        "implausible": not (told_wrong or likeness.plausible(value, reading, pair)),
        "near": math.exp(-min(50.0, steep * likeness.apart(value, reading, found))),
    }
    if pair and as_written:
        named["swapped"] = likeness.swapped(*as_written) or likeness.misscaled(value, *pair)
        named["two digits turned"] = likeness.turned(*as_written)
        named["one digit"] = likeness.one_digit(*as_written)
    return named
