"""Train the weights of readings on packs: articles whose every value was checked against tables by a person.

    python models/checking/recipe/train.py PACKS [--measure PACKS ...] [--output FOLDER]

A pack is a folder as in tests/benchmarks/README.md. Each reading that was weighed for a checked value is an example:
right if it asks the table and column of the check and its answer bears the check's verdict out. Folds are whole packs.
`--measure` prints figures on packs that are not trained on. What a statement is settled by bears on the features of
others, so articles are audited with the weights of `start.json`, and a second run writes the same bytes.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import claims
from claims import attribution, checking, language, values
from claims.checking import verdicts, weighing
from claims.names import find_names
from claims.statements import split_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claims.checking.tables import View
    from claims.checking.verdicts import Weighed
    from claims.types import Statement

HERE = Path(__file__).resolve().parent.parent
ROOT = HERE.parents[1]
START = HERE / "recipe" / "start.json"
STRENGTH = 0.3  # inverse regularisation
ROUNDS = 1  # of errors put into each article
SUPPORTS = (0.3, 0.35, 0.4)  # less is a guess: of what is likelier by less than .3 two in five are wrong
REFUTES = (0.5, 0.55, 0.6)  # from .45 to .5 two alarms were false for each right one, on packs that nobody had read
PLAIN_REFUTES = (0.3,)
FALSE_ALARMS = 0.018  # the most true facts that may be refuted
ALARMS_RIGHT = 0.85
LABELS = ("supported", "refuted", "not_enough_info")


@dataclass(frozen=True, slots=True)
class Checked:
    """A value that a person checked, and the readings that were weighed for it; None where no statement stands."""

    pack: str
    check: dict
    statement: Statement | None
    weighed: list[Weighed]

    @property
    def invented(self) -> bool:
        """Say whether the error was put in here."""
        return self.check.get("invented", False)


def load(folders: Iterable[Path], rounds: int = 0) -> list[Checked]:
    """Audit the articles of packs, and find the statement of each check; each round puts errors into true facts."""
    found = []
    for folder in sorted(path.parent for root in folders for path in Path(root).glob("**/pack.json")):
        references = claims.References.load(folder / "tables")
        tables, _ = checking.indexed(references)
        for entry in json.loads((folder / "pack.json").read_text(encoding="utf-8"))["articles"]:
            text = (folder / "articles" / entry["file"]).read_text(encoding="utf-8")
            placed = [(place(text, *check["at"]), other_forms(check, tables)) for check in entry["checks"]]
            versions = [(text, placed)]
            versions += [with_errors(text, placed, random.Random(f"{entry['file']} {n}")) for n in range(rounds)]
            for version, checks in versions:
                judged = judge(claims.Article(version, published=entry["published"]), references)
                found += [Checked(folder.name, check, *nearest(judged, span)) for span, check in checks]
    return found


def other_forms(check: dict, tables: Iterable[View]) -> dict:
    """Name too what the engine calls the columns of a table in another form: a column a year, a column a measure."""
    names, columns = check["table"].split("; "), check["column"].split("; ")
    for form in [view.form for view in tables if view.form]:
        if form.table.name in names and set(columns) & set(form.taken):
            names, columns = [*names, form.name], [*columns, *form.given]
    return check | {"table": "; ".join(names), "column": "; ".join(columns)}


Placed = list[tuple[tuple[int, int], dict]]


def with_errors(text: str, placed: Placed, chance: random.Random) -> tuple[str, Placed]:
    """Miswrite one in three of the true facts; give the text and the checks of what was miswritten."""
    parts, at, length, wrong = [], 0, 0, []
    for (start, end), check in placed:
        written = (
            miswrite(text[start:end], chance) if check["verdict"] == "supported" and not chance.randrange(3) else ""
        )
        if not written or start < at:
            continue
        parts += [text[at:start], written]
        length += start - at
        wrong.append(((length, length + len(written)), check | {"verdict": "refuted", "invented": True}))
        length, at = length + len(written), end
    return "".join([*parts, text[at:]]), wrong


UNITS = "one two three four five six seven eight nine ten eleven twelve".split()
RANKS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def miswrite(words: str, chance: random.Random) -> str:
    """Change one word or one digit, as people do; nothing where no number, month or weekday stands."""
    for series in (UNITS, RANKS, MONTHS, DAYS):
        for word in series:
            if re.search(rf"\b{word}\b", words):
                at = series.index(word)
                near = [series[i] for i in (at - 2, at - 1, at + 1, at + 2) if 0 <= i < len(series)]
                return re.sub(rf"\b{word}\b", chance.choice(near), words, count=1)
    digits = list(re.finditer(r"\d+(?:,\d+)*", words))
    if not digits:
        return ""
    number = max(digits, key=lambda m: len(m[0]))
    return words[: number.start()] + slipped(number[0], chance) + words[number.end() :]


def slipped(number: str, chance: random.Random) -> str:
    """Swap two digits that stand side by side, or change one; a year and a small number move a little."""
    places = [i for i, c in enumerate(number) if c.isdigit()]
    if len(places) < 3 or re.fullmatch(r"(?:19|20)\d\d", number):
        plain = int(number.replace(",", ""))
        return str(max(1, plain + chance.choice([-3, -2, -1, 1, 2, 3])))
    swaps = [(a, b) for a, b in itertools.pairwise(places) if number[a] != number[b] and (a or number[b] != "0")]
    if swaps and chance.randrange(2):
        a, b = chance.choice(swaps)
        return number[:a] + number[b] + number[a + 1 : b] + number[a] + number[b + 1 :]
    at = chance.choice(places[1:])
    return number[:at] + str((int(number[at]) + chance.randrange(1, 10)) % 10) + number[at + 1 :]


def judge(article: claims.Article, references: claims.References) -> list[tuple[Statement, list[Weighed]]]:
    """Go the way of `claims.audit` up to the readings."""
    document = language.parse(article)
    names = find_names(document)
    statements = split_document(
        document, tuple(values.find_values(article)), attribution.attribute(document, names), names
    )
    return list(checking.judge(statements, document, names, references))


def place(text: str, words: str, occurrence: int = 1) -> tuple[int, int]:
    """Find the n-th occurrence of words."""
    at = -1
    for _ in range(occurrence):
        at = text.index(words, at + 1)
    return at, at + len(words)


def nearest(
    judged: list[tuple[Statement, list[Weighed]]], span: tuple[int, int]
) -> tuple[Statement | None, list[Weighed]]:
    """Give the statement that is closest in extent to a span that it overlaps."""
    start, end = span
    around = [pair for pair in judged if pair[0].start < end and start < pair[0].end]
    return min(around, key=lambda p: abs(p[0].start - start) + abs(p[0].end - end), default=(None, []))


def right(check: dict, weighed: Weighed) -> bool:
    """Say whether a reading is the one that the check was made with; of a computed one a check may name one column."""
    query, outcome = weighed.reading.query, weighed.result.outcome
    parts = list(checking.circumstances.leaves(query))
    tables, columns = {p.table for p in parts}, {p.column for p in parts if p.column}
    if not tables & set(check["table"].split("; ")) or (columns and not columns & set(check["column"].split("; "))):
        return False
    if check["verdict"] == "supported":
        return outcome == "agrees"
    return (
        check["verdict"] == "refuted"
        and outcome == "disagrees"
        and same(str(weighed.result.found.value), check["truth"])
    )


def same(found: str, truth: str) -> bool:
    """Say whether an answer is the truth that the check names, at any scale."""
    if found in truth or truth in found:
        return True
    try:
        number = abs(float(found))
    except ValueError:
        return False
    named = [abs(float(n.replace(",", ""))) for n in re.findall(r"\d[\d,]*\.?\d*", truth)]
    return any(abs(n - number * scale) <= 0.012 * n + 1e-9 for n in named for scale in (1, 1e3, 1e6))


def examples(checked: Sequence[Checked]) -> tuple[list[weighing.Features], np.ndarray]:
    """Give the features of each weighed reading, and whether it is right."""
    rows = [(w.features, right(c.check, w)) for c in checked for w in c.weighed if w.features]
    return [features for features, _ in rows], np.array([label for _, label in rows])


def borne_out(checked: Checked) -> bool:
    """Say whether an error is one: a hedge may cover it, so only exact values count."""
    value = checked.statement.value if checked.statement else None
    return value is None or value.comparator == "eq"


def fit(checked: Sequence[Checked]) -> weighing.Model:
    """Fit the weights; thresholds are chosen elsewhere."""
    features, labels = examples(checked)
    vectors = DictVectorizer(sort=True)
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(vectors.fit_transform(features), labels)
    weights = {
        name: round(float(w), 4) for name, w in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    }
    return weighing.Model(weights, round(float(model.intercept_[0]), 4), 0.5, 0.5, 0.5)


def likeliest(model: weighing.Model, checked: Checked) -> dict[str, float]:
    """Give the probability of the likeliest reading of either outcome, and of those that may refute, by kind."""
    best = {"agrees": 0.0, "disagrees": 0.0, "tied": 0.0, "plain": 0.0, "outright": 0.0}
    for w in checked.weighed:
        chance = model.probability(w.features) if w.features else w.probability
        best[w.result.outcome] = max(best[w.result.outcome], chance)
        if w.result.outcome == "disagrees" and verdicts.able(w):
            plain = w.features.get(weighing.PLAIN)
            kind = "tied" if not plain else "outright" if verdicts.outright(w) else "plain"
            best[kind] = max(best[kind], chance)
    return best


Thresholds = tuple[float, float, float]


def label(checked: Checked, best: dict[str, float], at: Thresholds) -> str:
    """Decide as `claims.checking.verdicts` does."""
    if checked.statement is None:
        return "unseen"
    support_at, refute_at, plain_at = at
    least = {"tied": refute_at, "plain": plain_at, "outright": verdicts.CLEAR_REFUTES_AT}
    against = max((best[kind] for kind in least if best[kind] >= least[kind]), default=0.0)
    if best["agrees"] >= max(support_at, against):
        return "supported" if best["agrees"] >= verdicts.CONTEST * best["disagrees"] else "not_enough_info"
    return "refuted" if against else "not_enough_info"


def figures(checked: Sequence[Checked], labels: Sequence[str]) -> dict[str, float]:
    """Count what the bench counts."""
    n = Counter((c.check["verdict"], got) for c, got in zip(checked, labels, strict=True))
    gold = Counter(c.check["verdict"] for c in checked)
    alarms = sum(n[verdict, "refuted"] for verdict in LABELS)
    return {
        "accuracy": sum(n[v, v] for v in LABELS) / len(checked),
        "errors caught": n["refuted", "refuted"] / gold["refuted"],
        "alarms right": n["refuted", "refuted"] / alarms if alarms else 1.0,
        "true facts confirmed": n["supported", "supported"] / gold["supported"],
        "true facts refuted": n["supported", "refuted"] / gold["supported"],
    }


def by_fold(checked: Sequence[Checked], errors: Sequence[Checked]) -> list[dict[str, float]]:
    """Weigh the readings of each pack with weights trained on the others."""
    best: dict[int, dict[str, float]] = {}
    for pack in sorted({c.pack for c in checked}):
        model = fit([c for c in (*checked, *errors) if c.pack != pack])
        best |= {i: likeliest(model, c) for i, c in enumerate(checked) if c.pack == pack}
    return [best[i] for i in range(len(checked))]


def thresholds(checked: Sequence[Checked], best: Sequence[dict[str, float]]) -> Thresholds:
    """Choose the thresholds of the best accuracy among those with few false alarms."""
    ranked = []
    for at in itertools.product(SUPPORTS, REFUTES, PLAIN_REFUTES):
        got = figures(checked, [label(c, b, at) for c, b in zip(checked, best, strict=True)])
        safe = got["true facts refuted"] <= FALSE_ALARMS and got["alarms right"] >= ALARMS_RIGHT
        ranked.append((safe, round(got["accuracy"], 4), at))
    return max(ranked)[2]


def show(name: str, got: dict[str, float]) -> None:
    """Print one line of figures."""
    print(f"{name:<28}" + "  ".join(f"{key} {value:.3f}" for key, value in got.items()))


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("packs", nargs="*", type=Path, default=[ROOT / "tests" / "benchmarks" / "data"])
    parser.add_argument("--measure", nargs="*", type=Path, default=[])
    parser.add_argument("--output", type=Path, default=HERE)
    args = parser.parse_args()
    weighing.default_path = lambda: START
    both = load(args.packs, ROUNDS)
    checked = [c for c in both if not c.invented]
    errors = [c for c in both if c.invented and borne_out(c)]
    best = by_fold(checked, errors)
    at = thresholds(checked, best)
    show(
        "packs left out in turn",
        figures(checked, [label(c, b, at) for c, b in zip(checked, best, strict=True)]),
    )
    model = fit([*checked, *errors])
    for folder in args.measure:
        other = load([folder])
        show(str(folder)[-28:], figures(other, [label(c, likeliest(model, c), at) for c in other]))
    stored = {
        "support_at": at[0],
        "refute_at": at[1],
        "plain_refutes_at": at[2],
        "intercept": model.intercept,
        "weights": dict(model.weights),
    }
    args.output.mkdir(parents=True, exist_ok=True)
    (args.output / "model.json").write_text(json.dumps(stored, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
