"""Train and evaluate the sourcing classifier on annotated news.

    train(corpora: Sequence[str | Path], output: str | Path | None = None) -> Training
        Fits the classifier, calibrates it on held-out folds of whole articles and writes `output/model.json`
        (by default the bundled model's folder). `Training.summary()` gives lines for the terminal.
    evaluate(corpora: Sequence[str | Path], model: str | Path | None = None) -> Evaluation
        Labels the sentences of the corpora with a model and compares. `Evaluation.summary()` gives the lines,
        `Evaluation.to_dict()` plain data: macro-F1, figures a class, confusion, reliability bins, intervals, baseline.

A corpus is a file or a folder of files in our mark-up (.txt), JSON lines (.jsonl), or a table of sentences (.csv with
the columns article, sentence, label). Bad rows raise `claims.errors.InputError` with file and line.
"""

from __future__ import annotations

import json
import math
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from claims import language
from claims.attribution import assembly, classifier
from claims.attribution.annotated import Annotated, read_corpora
from claims.attribution.classifier import LABELS, Classifier
from claims.attribution.features import features
from claims.attribution.labels import sentence_labels
from claims.errors import InputError
from claims.names import find_names
from claims.types import Article

FOLDS = 10
STRENGTH = 0.1  # inverse of the penalty; cross-validation by article, batch and style is best from 0.1 to 0.2
RARE = 3  # features seen in fewer candidates are left out
RESAMPLES = 1000
BINS = 10

Judge = Callable[[assembly.Candidate, list[str]], classifier.Judgement]


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A candidate attribution, what the classifier sees of it, and what it is."""

    article: int
    found: list[str]
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """How well sentences are labelled, and how honest the probabilities are."""

    articles: int
    sentences: int
    macro_f1: float
    interval: tuple[float, float]
    baseline: float
    classes: dict[str, dict[str, float]]
    confusion: dict[str, dict[str, int]]
    calibration_error: float
    reliability: list[dict[str, float]]

    def to_dict(self) -> dict[str, Any]:
        """Give the figures as plain data."""
        return asdict(self)

    def summary(self) -> list[str]:
        """Write the figures for a terminal."""
        low, high = self.interval
        lines = [
            f"{self.articles} articles, {self.sentences} sentences",
            f"macro-F1 {self.macro_f1:.3f} (95 % interval by article {low:.3f} to {high:.3f})",
            f"rules alone {self.baseline:.3f}",
            "",
            f"{'class':<12}{'precision':>10}{'recall':>10}{'F1':>10}{'sentences':>11}",
        ]
        for name, row in self.classes.items():
            lines.append(
                f"{name:<12}{row['precision']:>10.3f}{row['recall']:>10.3f}{row['f1']:>10.3f}{row['count']:>11.0f}"
            )
        lines += [
            "",
            "confusion (rows: annotated, columns: found)",
            f"{'':<12}" + "".join(f"{n:>11}" for n in self.confusion),
        ]
        lines += [f"{name:<12}" + "".join(f"{n:>11}" for n in row.values()) for name, row in self.confusion.items()]
        lines += [
            "",
            f"expected calibration error {self.calibration_error:.3f}",
            f"{'probability':<14}{'right':>8}{'count':>8}",
        ]
        for bin_ in self.reliability:
            bar = "#" * round(20 * bin_["accuracy"])
            lines.append(f"{bin_['confidence']:<14.2f}{bin_['accuracy']:>8.2f}{bin_['count']:>8.0f}  {bar}")
        return lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """A trained classifier: where it is, and what it reaches on articles that it did not see."""

    path: str
    features: int
    examples: int
    temperature: float
    held_out: Evaluation

    def to_dict(self) -> dict[str, Any]:
        """Give the figures as plain data."""
        return asdict(self)

    def summary(self) -> list[str]:
        """Write the figures for a terminal."""
        return [
            f"{self.features} features, {self.examples} candidate attributions; written to {self.path}",
            f"On held-out folds of whole articles ({FOLDS}-fold):",
            *self.held_out.summary(),
        ]


# train ----------------------------------------------------------------------------------------------------------------


def train(corpora: Sequence[str | Path], output: str | Path | None = None) -> Training:
    """Fit the classifier to corpora, calibrate it by grouped cross-validation, and write it."""
    articles = read_corpora(corpora)
    folder = Path(output) if output is not None else classifier.default_path().parent
    readings = [_read(article) for article in articles]
    examples = [example for number, reading in enumerate(readings) for example in _examples(number, reading)]
    folds = _folds(len(articles))
    held_out = [_fit([e for e in examples if folds[e.article] != fold], 1.0) for fold in range(max(folds) + 1)]
    temperature = _temperature([(held_out[folds[e.article]].scores(e.found), e.label) for e in examples])
    fitted = _fit(examples, temperature)
    judged = [Classifier(m.weights, m.intercepts, temperature) for m in held_out]
    report = _report(readings, [judged[folds[n]] for n in range(len(articles))], examples)
    path = _write(folder, _dump(fitted))
    return Training(
        path=str(path), features=len(fitted.weights), examples=len(examples), temperature=temperature, held_out=report
    )


def _write(folder: Path, model: str) -> Path:
    path = folder / "model.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(model, encoding="utf-8")
    except OSError as error:
        raise InputError(f"cannot write the model: {error.strerror}", where=str(path)) from error
    return path


def evaluate(corpora: Sequence[str | Path], model: str | Path | None = None) -> Evaluation:
    """Label the sentences of corpora and compare with what people said."""
    articles = read_corpora(corpora)
    readings = [_read(article) for article in articles]
    judge = classifier.load(Path(model)) if model is not None else classifier.default()
    examples = [example for number, reading in enumerate(readings) for example in _examples(number, reading)]
    return _report(readings, [judge] * len(articles), examples)


@dataclass(frozen=True, slots=True, eq=False)
class _Reading:
    """An annotated article, parsed."""

    article: Annotated
    document: language.Document
    candidates: list[assembly.Candidate]


def _read(article: Annotated) -> _Reading:
    document = language.parse(Article(article.text, published=_date(article.published), id=article.id))
    return _Reading(article, document, assembly.candidates(document, find_names(document)))


def _date(published: str | None) -> Any:
    return published[:10] if published and len(published) >= 10 else None


def _examples(number: int, reading: _Reading) -> list[Example]:
    return [
        Example(number, features(reading.candidates, at), _gold(candidate, reading.article))
        for at, candidate in enumerate(reading.candidates)
    ]


def _gold(candidate: assembly.Candidate, article: Annotated) -> str:
    """Say what a candidate is: the marked attribution that it shares most with, else no attribution."""
    draft = candidate.draft
    if article.attributions is None:
        return _sentence_label(candidate, article)
    best, chosen = 0.0, "own_voice"
    for gold in article.attributions:
        shared = _shared(draft.content, gold.content)
        same = (
            not (draft.cue and gold.cue) or _shared(draft.cue, gold.cue) > 0 or _shared(draft.source, gold.source) > 0
        )
        size = min(_size(draft.content), _size(gold.content))
        if same and size and shared / size > max(best, 0.3):
            best, chosen = shared / size, gold.label
    return chosen


def _sentence_label(candidate: assembly.Candidate, article: Annotated) -> str:
    start, end = candidate.draft.content[0]
    return max(article.sentences, key=lambda s: min(end, s.end) - max(start, s.start)).label


def _size(spans: Sequence[tuple[int, int]]) -> int:
    return sum(end - start for start, end in spans)


def _shared(a: Sequence[tuple[int, int]], b: Sequence[tuple[int, int]]) -> int:
    return sum(max(0, min(e, y) - max(s, x)) for s, e in a for x, y in b)


def _folds(articles: int) -> list[int]:
    """Deal the articles onto folds, the same way each time."""
    order = list(range(articles))
    random.Random(0).shuffle(order)
    folds = [0] * articles
    for place, article in enumerate(order):
        folds[article] = place % min(FOLDS, articles)
    return folds


def _fit(examples: list[Example], temperature: float) -> Classifier:
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    counts = Counter(name for example in examples for name in example.found)
    names = sorted(name for name, count in counts.items() if count >= RARE)
    labels = {example.label for example in examples}
    if not names or len(labels) < 2:
        raise InputError(
            f"the corpora hold too little to train on: {len(examples)} candidate attributions outside a fold, "
            f"labelled {' and '.join(sorted(labels)) or 'not at all'}",
            hint="give several articles with sourced, reported and own-voice sentences, or add ours: "
            "models/sourcing/corpus",
        )
    column = {name: at for at, name in enumerate(names)}
    rows = [(row, column[name]) for row, e in enumerate(examples) for name in e.found if name in column]
    matrix = csr_matrix(([1.0] * len(rows), ([r for r, _ in rows], [c for _, c in rows])), (len(examples), len(names)))
    model = LogisticRegression(C=STRENGTH, max_iter=2000, tol=1e-6)
    model.fit(matrix, [example.label for example in examples])
    known = {label: at for at, label in enumerate(model.classes_)}
    weights, biases = model.coef_, model.intercept_
    if len(known) == 2:  # one row, for the second of two labels
        weights, biases = [-weights[0] / 2, weights[0] / 2], [-biases[0] / 2, biases[0] / 2]
    table = {
        name: tuple(round(float(weights[known[label]][at]), 4) if label in known else 0.0 for label in LABELS)
        for name, at in column.items()
    }
    intercepts = tuple(round(float(biases[known[label]]), 4) if label in known else -9.0 for label in LABELS)
    return Classifier({n: w for n, w in table.items() if any(w)}, intercepts, temperature)


def _temperature(held_out: list[tuple[list[float], str]]) -> float:
    """Find the divisor of the scores under which held-out labels are likeliest."""

    def loss(temperature: float) -> float:
        total = 0.0
        for scores, label in held_out:
            scaled = [s / temperature for s in scores]
            top = max(scaled)
            total += top + math.log(sum(math.exp(s - top) for s in scaled)) - scaled[LABELS.index(label)]
        return total

    return min((round(0.5 + 0.02 * step, 2) for step in range(100)), key=loss)


def _dump(model: Classifier) -> str:
    """Write a model as JSON, one feature a line, the same bytes for the same model."""
    head = {
        "format": "claims-sourcing/1",
        "labels": LABELS,
        "temperature": model.temperature,
        "intercepts": model.intercepts,
    }
    lines = [f" {json.dumps(key)}: {json.dumps(value)}," for key, value in head.items()]
    rows = [f"  {json.dumps(name, ensure_ascii=False)}: {json.dumps(w)}" for name, w in sorted(model.weights.items())]
    return "\n".join(["{", *lines, ' "weights": {', ",\n".join(rows), " }", "}"]) + "\n"


# evaluate -------------------------------------------------------------------------------------------------------------


def _report(readings: list[_Reading], judges: list[Classifier], examples: list[Example]) -> Evaluation:
    pairs = [_label_pairs(r, judge) for r, judge in zip(readings, judges, strict=True)]
    rules = [_label_pairs(r, None) for r in readings]
    flat = [pair for article in pairs for pair in article]
    bins = _reliability([(judges[e.article].judge(e.found), e.label) for e in examples])
    return Evaluation(
        articles=len(readings),
        sentences=len(flat),
        macro_f1=round(macro_f1(flat), 4),
        interval=_interval(pairs),
        baseline=round(macro_f1([pair for article in rules for pair in article]), 4),
        classes={label: _class_figures(flat, label) for label in LABELS},
        confusion={gold: {got: sum(p == (gold, got) for p in flat) for got in LABELS} for gold in LABELS},
        calibration_error=round(
            sum(b["count"] * abs(b["confidence"] - b["accuracy"]) for b in bins) / max(1, len(examples)), 4
        ),
        reliability=bins,
    )


def _label_pairs(reading: _Reading, judge: Classifier | None) -> list[tuple[str, str]]:
    """Pair each annotated sentence's label with that of the sentence that we find there."""
    found = assembly.judged(reading.candidates, judge)
    labels = sentence_labels(reading.document, found)
    pairs = []
    for gold in reading.article.sentences:
        best = max(labels, key=lambda s: min(gold.end, s.end) - max(gold.start, s.start))
        pairs.append((gold.label, str(best.sourcing)))
    return pairs


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Average the F1 of the labels that occur.

    Examples
    --------
    >>> macro_f1([("sourced", "sourced"), ("reported", "reported"), ("own_voice", "own_voice")])
    1.0
    """
    there = [label for label in LABELS if any(label in pair for pair in pairs)]
    return sum(_class_figures(pairs, label)["f1"] for label in there) / max(1, len(there))


def _class_figures(pairs: Sequence[tuple[str, str]], label: str) -> dict[str, float]:
    hit = sum(gold == got == label for gold, got in pairs)
    found, there = sum(got == label for _, got in pairs), sum(gold == label for gold, _ in pairs)
    precision, recall = hit / found if found else 0.0, hit / there if there else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4), "count": there}


def _interval(articles: list[list[tuple[str, str]]]) -> tuple[float, float]:
    """Give the 95 % interval of macro-F1 by drawing articles anew."""
    chance = random.Random(0)
    draws = sorted(
        macro_f1([pair for article in chance.choices(articles, k=len(articles)) for pair in article])
        for _ in range(RESAMPLES)
    )
    return round(draws[int(0.025 * RESAMPLES)], 4), round(draws[int(0.975 * RESAMPLES) - 1], 4)


def _reliability(judged: list[tuple[classifier.Judgement, str]]) -> list[dict[str, float]]:
    """Compare how sure the classifier is with how often it is right."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for judgement, label in judged:
        bins.setdefault(min(BINS - 1, int(judgement.probability * BINS)), []).append(
            (judgement.probability, judgement.label == label)
        )
    return [
        {
            "confidence": round(sum(p for p, _ in rows) / len(rows), 4),
            "accuracy": round(sum(right for _, right in rows) / len(rows), 4),
            "count": len(rows),
        }
        for _, rows in sorted(bins.items())
    ]
