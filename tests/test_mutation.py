"""Errors put into an article: what can go wrong, what is no error, and what is counted."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

import claims
from claims import slips
from claims.mutation import mutate, tallies
from claims.reports import kills
from claims.types import Article, Statement, Value, Verdict
from tests.checking.support import FRAMES, PUBLISHED

TEXT = (
    "Elmwood Library had about 99,000 visitors in 2023. The city council said the Harbour Library had 9 staff in 2023."
)
ARTICLE = Article(TEXT, published=PUBLISHED)


@pytest.fixture(scope="module")
def references():
    return claims.References.from_frames(FRAMES)


@pytest.fixture(scope="module")
def mutants(references):
    return mutate(ARTICLE, references)


def edits(text, published=None):
    """Give the edits of the one value of a text, by kind."""
    (value,) = (v for v in claims.find_values(Article(text, published=published)) if v.kind != "excluded")
    statement = Statement(
        id="s1", start=value.start, end=value.end, quote=value.text, text=text, kind=value.kind, value=value
    )
    made = {}
    for edit in slips.in_value(statement, text):
        made.setdefault(edit.kind, []).append(edit.made(text))
    return made


@pytest.mark.parametrize(
    ("text", "kind", "one"),
    [
        ("It sold 41 tickets.", "digit", "It sold 47 tickets."),
        ("It sold three tickets.", "digit", "It sold four tickets."),
        ("It lost 3 million dollars.", "scale", "It lost 3 billion dollars."),
        ("The road is 12 km long.", "unit", "The road is 12 miles long."),
        ("It opened on 3 May 2021.", "date", "It opened on 3 June 2021."),
        ("It opened on 3 May 2021.", "date", "It opened on 4 May 2021."),
        ("It opened in 1987.", "date", "It opened in 1986."),
        ("It opened on Tuesday.", "weekday", "It opened on Friday."),
        ("Rao, 51, resigned.", "age", "Rao, 52, resigned."),
        ("It sold more than 40 tickets.", "hedge", "It sold less than 40 tickets."),
        ("About 40 people came.", "hedge", "40 people came."),
    ],
)
def test_edit(text, kind, one):
    """Each kind of slip is made where its words stand."""

    assert one in edits(text, PUBLISHED)[kind]


def test_no_leading_zero_and_no_broken_ordinal():
    """An error is one that a reader could believe."""

    assert all(not made.startswith("It sold 0") for made in edits("It sold 41 tickets.")["digit"])
    assert "digit" not in edits("It was the 14th race.")


def test_an_edit_that_leaves_it_true_is_none():
    """ "About 24,000" for "about 24,100" is still true of 24,050."""

    text = "It sold about 24,100 tickets."
    (value,) = claims.find_values(text)
    statement = Statement(
        id="s1", start=value.start, end=value.end, quote=value.text, text=text, kind="count", value=value,
        verdict=Verdict(label="supported", expected="24,050"),
    )  # fmt: skip
    true, wrong = (
        slips.Edit(kind="digit", start=text.index("1"), end=text.index("1") + 1, after=digit) for digit in "09"
    )

    assert slips.still_true(true, statement, text)
    assert not slips.still_true(wrong, statement, text)


def test_moved():
    """Spans behind an edit move, those around it grow."""

    edit = slips.Edit(kind="digit", start=4, end=6, after="four")

    assert [edit.moved(*span) for span in ((0, 3), (3, 7), (8, 9), (4, 6))] == [(0, 3), (3, 9), (10, 11), (4, 8)]


def test_what_an_audit_catches(mutants):
    """A wrong digit, a wrong year and a missing source are noticed in a small table of facts."""

    outcomes = {(m.kind, m.quote): m.outcome for m in mutants}

    assert outcomes["digit", "99,000 visitors"] == "caught"
    assert outcomes["attribution", "the Harbour"] == "caught"
    assert {m.outcome for m in mutants} <= {"caught", "unsupported", "missed"}


def test_offsets_and_words_are_of_the_sound_article(mutants):
    """What was replaced stands where it says."""

    assert [TEXT[m.start : m.end] for m in mutants] == [m.before for m in mutants]


def test_seed_decides(references, mutants):
    """The same seed makes the same errors, another one others."""

    assert mutate(ARTICLE, references) == mutants
    assert mutate(ARTICLE, references, seed=1) != mutants


def test_values_of_unsupported_statements_are_left_alone(references):
    """Where the audit supports nothing there is nothing to lose."""

    assert mutate("The Norwick Library had 12 visitors.", references) == ()


def test_attributions_go_without_a_trace():
    """Source and cue go, the sentence stays one."""

    text = "The mayor said that visits rose. Visits fell, the clerk told reporters."
    first, *_ = claims.find_attributions(text)
    edit = slips.without(first, text)

    assert edit.made(text).startswith("Visits rose. ")


def test_reports(mutants):
    """Text and JSON state the denominators, and every survivor is told."""

    written, data = kills.render(ARTICLE, mutants), json.loads(kills.to_json(ARTICLE, mutants, 0))

    assert f"{sum(t.caught for t in tallies(mutants))} of {len(mutants)} errors caught" in written
    assert sum(score["of"] for score in data["score"].values()) == len(data["mutants"]) == len(mutants)
    assert written.count("; ") >= sum(m.outcome != "caught" for m in mutants)


def test_value_without_amount_is_no_trouble():
    """A statement whose held value is no number is judged as it stands."""

    value = Value(start=0, end=1, text="4", kind="count", amount=Decimal(4))
    statement = Statement(id="s1", start=0, end=1, quote="4", text="4", kind="count", value=value)

    assert not slips.still_true(slips.Edit(kind="digit", start=0, end=1, after="5"), statement, "4 cats")
