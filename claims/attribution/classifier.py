"""The sourcing classifier at run time: weights in plain JSON and a dot product, no scikit-learn."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.embedded import folder
from claims.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from claims.types import SourcingLabel

LABELS: tuple[SourcingLabel, ...] = ("own_voice", "reported", "sourced")
SLIGHT = 0.05
"""A pull that is not worth telling."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The likeliest label, and the features that decided, each with how far it pulls towards it."""

    label: SourcingLabel
    probability: float
    pulls: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Classifier:
    """A linear model over named features: one weight for each label."""

    weights: Mapping[str, tuple[float, ...]]
    intercepts: tuple[float, ...]
    temperature: float

    def scores(self, found: Sequence[str]) -> list[float]:
        """Add up the weights of the features, before calibration."""
        totals = list(self.intercepts)
        for name in found:
            for at, weight in enumerate(self.weights.get(name, ())):
                totals[at] += weight
        return totals

    def probabilities(self, found: Sequence[str]) -> list[float]:
        """Give the calibrated probability of each of `LABELS`."""
        scores = [score / self.temperature for score in self.scores(found)]
        top = max(scores)
        powers = [math.exp(score - top) for score in scores]
        return [power / sum(powers) for power in powers]

    def judge(self, found: Sequence[str], rules: Sequence[str] = ()) -> Judgement:
        """Choose a label and say which features decided; `rules` are features to tell of in any case."""
        chances = self.probabilities(found)
        best = max(range(len(LABELS)), key=lambda at: chances[at])
        return Judgement(LABELS[best], chances[best], self.pulls(found, LABELS[best], rules))

    def pulls(
        self, found: Sequence[str], label: SourcingLabel, rules: Sequence[str] = (), most: int = 4, against: int = 2
    ) -> tuple[tuple[str, float], ...]:
        """List the features that pull most towards a label, then those that pull most away from it."""
        ordered = sorted(((name, self.pull(name, label)) for name in found), key=lambda pair: (-pair[1], pair[0]))
        towards = [pair for pair in ordered if pair[1] > SLIGHT][:most]
        away = [pair for pair in ordered if pair[1] < -SLIGHT][-against:]
        return tuple(pair for pair in ordered if pair in towards or pair in away or pair[0] in rules)

    def pull(self, name: str, label: SourcingLabel) -> float:
        """Say how far a feature pulls towards a label against the nearest other."""
        weights = self.weights.get(name)
        if not weights:
            return 0.0
        best = LABELS.index(label)
        return round(weights[best] - max(weights[:best] + weights[best + 1 :]), 4)


def load(path: Path) -> Classifier:
    """Read a classifier from its JSON file, or from the folder that training wrote it to."""
    path = path / "model.json" if path.is_dir() else path
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        weights = {name: tuple(map(float, values)) for name, values in stored["weights"].items()}
        return Classifier(weights, tuple(stored["intercepts"]), float(stored["temperature"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            "cannot read the sourcing model", where=str(path), hint="train it with: claims train sourcing CORPUS"
        ) from error


def default_path() -> Path:
    """Say where the bundled weights are."""
    return folder("models") / "sourcing" / "model.json"


@lru_cache(maxsize=1)
def default() -> Classifier:
    """Give the bundled classifier, read once a process."""
    return load(default_path())


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Give the digest of the bundled weights."""
    return hashlib.sha256(default_path().read_bytes()).hexdigest()
