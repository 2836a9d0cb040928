"""What decided an attribution."""

from __future__ import annotations

import claims
from claims.attribution import classifier, explain


def test_each_reason_has_its_pull():
    """Every reason comes once with what it adds, the weightiest first."""

    (found,) = claims.find_attributions("Mayor Ana Rao said the bridge would open in May.")
    told = explain(found)

    assert sorted((pull for _, pull in told), reverse=True) == [pull for _, pull in told]
    assert {reason for reason, pull in told if pull > classifier.SLIGHT} <= set(found.reasons)
    assert "name" in dict(told)
    assert "kind rests on: name" not in dict(told)


def test_what_speaks_against_is_told():
    """Features that pull away from the label come last, negative, and are no reasons."""

    model = classifier.Classifier(
        {"a": (0.0, 0.1, 0.9), "b": (0.0, 0.7, 0.1), "c": (0.0, 0.0, 0.04), "d": (0.0, 0.0, 0.01)}, (0.0,) * 3, 1.0
    )

    assert (("a", 0.8), ("d", 0.01), ("b", -0.6)) == model.judge(["b", "d", "a", "c"], ("d",)).pulls


def test_statements_can_be_explained():
    """The sourcing of a statement carries the reasons of the attribution that it rests on."""

    (statement,) = [s for s in claims.split("Sources said the plan had cost 12 lives.") if s.value]

    assert explain(statement.sourcing) == explain(
        claims.find_attributions("Sources said the plan had cost 12 lives.")[0]
    )


def test_own_voice_needs_no_reason():
    """What nobody is said to say has no reasons."""

    assert [] == explain(claims.split("The plan cost 12 lives.")[0].sourcing)


def test_pull_against_the_nearest_label():
    """A pull is the weight of the label less the best of the others."""

    model = classifier.Classifier({"a": (0.1, 0.5, 0.2)}, (0.0, 0.0, 0.0), 1.0)

    assert 0.3 == model.pull("a", "reported")
    assert 0.0 == model.pull("unknown", "reported")
