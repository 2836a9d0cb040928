"""How readings are weighed: named features, a model in plain JSON, and what it must never take for an error."""

from __future__ import annotations

import json
import subprocess
import sys

import pandas as pd
import pytest

import claims
from claims.checking import verdicts, weighing
from claims.types import Reason
from tests.checking.support import FRAMES, PUBLISHED, check, verdict, weighed


def test_the_model_is_plain_and_says_what_counts():
    """The bundled weights are JSON numbers by readable names; likely and unlikely readings differ."""

    stored = json.loads(weighing.default_path().read_text(encoding="utf-8"))

    assert {"intercept", "plain_refutes_at", "refute_at", "support_at", "weights"} == set(stored)
    assert all(isinstance(weight, float) for weight in stored["weights"].values())
    assert weighing.load(weighing.default_path()).probability({"agrees": 1.0}) == weighing.default().probability(
        {"agrees": 1.0}
    )


def test_weighing_needs_no_scikit_learn():
    """An audit against tables does not import the library that trained the weights."""

    code = "import sys, claims; claims.audit('Kishor, 45, smiled.'); sys.exit('sklearn' in sys.modules)"

    assert 0 == subprocess.run([sys.executable, "-c", code], check=False).returncode


def test_steps_retrace_the_weighing():
    """A verdict tells what was read, the features that counted most, and the comparison."""

    found = check("Elmwood Library had 90,400 visitors in 2022.")["90,400 visitors"]

    assert ["read", "weighed", "compared"] == [step.split(":")[0] for step in found.verdict.steps]
    assert "agrees" in found.verdict.steps[1]


def test_the_audit_names_the_model():
    """The provenance holds the digest of the weights."""

    audit = claims.audit(claims.Article("Elmwood Library had 27 staff.", published=PUBLISHED))

    assert weighing.fingerprint() == audit.software["models"]["checking"]


@pytest.mark.parametrize("other", [90400, 94300], ids=["the same", "another figure"])
def test_two_tables_that_disagree_leave_it_open(other):
    """A figure that one table supports and another refutes is neither; both are shown."""

    again = FRAMES["library_years"].copy()
    again.loc[again["visitors"] == 90400, "visitors"] = other
    frames = {**FRAMES, "library_years_again": again}
    found = check("Elmwood Library had 90,400 visitors in 2022.", **frames)["90,400 visitors"]

    if other == 90400:
        assert "supported" == found.verdict.label
    else:
        assert Reason.CONFLICTING_REFERENCES == found.verdict.reason
        assert {"library_years", "library_years_again"} == {e.table for e in found.verdict.evidence}


def test_a_figure_given_elsewhere_refutes_nothing():
    """A cell that supports one statement is hardly what a vaguer one beside it is about."""

    text = "Harbour Library had 38,100 visitors in 2022. Its readers borrowed 39,100 books."

    assert "supported" == verdict(text, "38,100 visitors")[0]
    assert "refuted" != verdict(text, "39,100 books")[0]


def test_an_empty_cell_is_named_as_missing():
    """Where the row is there and the cell is empty, the reason says so."""

    frame = pd.DataFrame({"club": ["Ashby Town", "Marl City"], "members": [812, None]})
    found = check("Marl City has 640 members.", clubs=frame)["640 members"]

    assert Reason.MISSING_VALUE == found.verdict.reason


HARBOURS = pd.DataFrame({"harbour": ["Ember Quay", "Lowmoor"] * 3, "year": [2021, 2021, 2022, 2022, 2023, 2023],
                         "boats": [71, 40, 66, 42, 58, 43]})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "old"),
    [
        ("Ember Quay has 66 boats.", "66", True),
        ("Ember Quay had 71 boats in 2021.", "71", False),
        ("Ember Quay has 58 boats, fewer than in 2021.", "58", False),
    ],
)
def test_an_old_figure_is_told_from_the_one_that_is_meant(text, words, old):
    """A figure that was right once is marked where the words give a later time; a said or the last one is not."""
    found = weighed(text, words, {"harbours": HARBOURS})

    assert old == any("agrees: old figure" in w.features for w in found)
    assert old == any("disagrees: instead of an old figure" in w.features for w in found)


def test_by_how_much_another_year_is_given_better_is_weighed():
    """A figure of a year that the words give less than another, whose figure differs, carries the difference."""
    found = [w.features for w in weighed("Ember Quay has 66 boats.", "66", {"harbours": HARBOURS})
             if w.result.found.value == 66]  # fmt: skip

    assert found
    assert all(f["agrees: time given less"] > 0 for f in found)


def test_two_digits_the_wrong_way_round_are_a_slip():
    """46 for 64 is a slip of the pen, though the two are far apart."""
    found = weighed("Lowmoor has 34 boats.", "34", {"harbours": HARBOURS})

    assert any("differs: two digits turned" in w.features and "differs: implausible" not in w.features for w in found)


def test_million_for_billion_is_a_slip():
    """4.6 million for 4.64 billion is one word wrong, and no figure for another thing."""
    orders = pd.DataFrame({"yard": ["Elm", "Oak", "Ash"], "value_usd_m": [4640, 2150, 880]})
    found = weighed("Elm has orders of a value of 4.6 million dollars.", "4.6 million dollars", {"orders": orders})
    own = [w.features for w in found if w.result.found.value == 4640]

    assert own
    assert all(f.get("differs: slip") and "differs: implausible" not in f for f in own)


@pytest.mark.parametrize(
    ("words", "supported"),
    [("under 41,000 books", ()), ("over 41,000 books", ("books",)), ("fewer than 14 rooms", ("rooms",))],
)
def test_a_bound_that_is_met_by_far_is_not_meant(words, supported):
    """The rooms of a library are fewer than its books may be: that bears nothing out."""

    halls = {
        "libraries": pd.DataFrame({"name": ["Ash library", "Elm library"], "rooms": [12, 9], "books": [41250, 870]})
    }
    found = weighed(f"The Ash library has 12 rooms and {words}.", words, halls)

    assert {*supported} == {w.reading.query.column for w in found if w.result.outcome == "agrees"} - {"name"}


def test_of_two_rows_that_agree_the_one_of_the_said_time_is_shown():
    """The same mayor in two years: the evidence is the row of the year that is said."""

    towns = {"votes": pd.DataFrame({"town": ["Arle", "Arle", "Bram"], "year": [2018, 2022, 2022],
                                    "mayor": ["Ida Holm", "Ida Holm", "Jon Vale"]})}  # fmt: skip
    article = claims.Article("Ida Holm, the mayor, fought to keep Arle in 2018.", published="2023-02-01")
    found = claims.audit(article, claims.References.from_frames(towns)).statements

    assert {"Arle 2018"} == {
        row for s in found if s.quote in ("Arle", "Ida Holm") for e in s.verdict.evidence for row in e.rows
    }


@pytest.mark.parametrize(
    ("chances", "label"), [((0.3, 0.9), "refuted"), ((0.5, 0.9), "not_enough_info"), ((0.9, 0.5), "supported")]
)
def test_the_likelier_reading_wins(monkeypatch, chances, label):
    """A figure of another year supports nothing where the year that is said is much likelier, and says otherwise."""
    chance = dict(zip(("agrees", "disagrees"), chances, strict=True))
    monkeypatch.setattr(
        verdicts, "_weighed", lambda _desk, result, _field: verdicts.Weighed(result, chance[result.outcome], {})
    )
    found = check("In 2023 Harbour Library had 40,210 visitors, and 12 on its staff.")["40,210 visitors"]

    assert found.verdict.label == label
