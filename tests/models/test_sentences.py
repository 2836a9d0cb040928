"""The plain sentences that the weights of readings learn from, and what they have learnt."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path

import pytest

import claims

RECIPE = Path(__file__).parents[2] / "models" / "checking" / "recipe" / "sentences.py"


@pytest.fixture(scope="module")
def sentences():
    """The module of the recipe, which no package holds."""
    spec = importlib.util.spec_from_file_location("recipe_sentences", RECIPE)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # data classes look their module up
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def test_the_same_each_time(sentences):
    """Two runs make the same sentences."""
    first, second = ([[*w.cases()] for w in sentences.worlds(1)] for _ in range(2))

    assert first == second


def test_no_sentence_is_true_and_false(sentences):
    """What is turned is another sentence than any true one, and knows the truth."""
    for world in sentences.worlds():
        cases = [*world.cases()]
        true = {c.marked for c in cases if c.verdict == "supported"}
        turned = {c.marked for c in cases if c.verdict == "refuted"}

        assert not true & turned
        assert all(bool(c.truth) == (c.verdict == "refuted") for c in cases)


def test_plain_sentences_are_told_apart(sentences):
    """No true sentence is refuted, hardly a turned one is supported, and most of these are refuted."""
    world = next(iter(sentences.worlds(1)))
    references = claims.References.from_frames(world.frames())
    labels = Counter()
    for case in world.cases():
        start, end = case.span
        audit = claims.audit(claims.Article(case.text, published=sentences.PUBLISHED), references)
        found = {s.verdict.label for s in audit.statements if s.start < end and start < s.end}
        labels[case.verdict, "refuted" if "refuted" in found else "supported" if "supported" in found else "open"] += 1

    assert 0 == labels["supported", "refuted"]
    assert labels["refuted", "supported"] < 0.05 * labels.total() / 2
    assert labels["refuted", "refuted"] > 0.7 * labels.total() / 2
