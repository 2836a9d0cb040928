"""A name as what an extreme or a rank asserts: "the longest is Birch", "Birch led with 310", "followed by Cedar"."""

from __future__ import annotations

import duckdb
import pandas as pd
import pytest

import claims
from claims import checking
from claims.checking.query import Filter, Query, compute, sql
from tests.checking.support import verdict, weighed

PIERS = pd.DataFrame({
    "pier": ["Ash", "Birch", "Cedar", "Elm", "Oak", "Yew"],
    "length_m": [120, 310, 250, 180, 90, 70],
    "visitors": [40210, 81250, 90400, 36500, 22000, 25300],
})  # fmt: skip
PUBLISHED = "2025-03-01"


YEARS = pd.DataFrame({
    "pier": ["Ash", "Birch", "Cedar", "Elm"],
    "visitors_2023": [400, 800, 700, 500],
    "visitors_2024": [404, 720, 690, 600],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("No pier grew faster last year than Elm.", "Elm", ("grown", "agrees")),
        ("No pier grew faster than Ash.", "Ash", ("grown", "disagrees")),
        ("No pier grew faster than Elm.", "faster", ("grown", "agrees")),
        ("No pier lost more visitors than Birch.", "Birch", ("grown", "agrees")),
        ("None of the piers lost more visitors than Cedar.", "Cedar", ("grown", "disagrees")),
        ("Elm gained more than any other pier.", "more than any", ("grown", "agrees")),
        ("No pier has fewer visitors than Ash.", "Ash", ("extreme", "agrees")),
        ("No pier has fewer visitors than Elm.", "Elm", ("extreme", "disagrees")),
    ],
)
def test_whom_none_of_all_goes_beyond_has_most(text, words, expected):
    """The name behind "than" is the extreme one; what is lost or gained is none of who has most."""
    found = weighed(text, words, {"years": YEARS}, PUBLISHED)

    assert {expected} == {(w.reading.family, w.result.outcome) for w in found if w.reading.part("time") >= 0.8}


def test_a_percentage_behind_tells_between_which_times():
    """Who is down 10 percent is so from the last time, whatever else is said of another."""
    frame = YEARS.assign(visitors_2022=[900, 1510, 900, 900])
    text = "No pier fell faster than Birch, down 10 percent to 720, less than half of what it had in 2022."
    found = weighed(text, "Birch", {"years": frame}, PUBLISHED)

    assert {"whose visitors grew least from 2023 to 2024"} == {w.reading.said for w in found}


def test_who_is_passed_and_told_of_has_the_extreme():
    """Of the one behind whom another came something may be said in a clause of its own."""
    found = weighed("Ash came in ahead of Birch, which at 310 m is the longest pier.", "longest", {"piers": PIERS})

    assert "agrees" in {w.result.outcome for w in found if w.reading.family == "extreme"}


def test_none_of_some_is_none_of_all():
    """Words that limit those who are compared leave the name alone."""
    found = weighed("No pier in the north grew faster than Elm.", "Elm", {"years": YEARS}, PUBLISHED)

    assert not found


@pytest.mark.parametrize(
    ("text", "words", "outcome"),
    [
        ("Cedar climbed past Birch in 2025 into first place, Elm into third place.", "third", "agrees"),
        ("Birch is now in second place.", "second", "disagrees"),
        ("Cedar slipped to second place in 2024, behind Birch.", "second", "agrees"),
        ("In 2025 Ash climbed past Elm into third place.", "third", "disagrees"),
        ("Birch slipped to second place in 2025, when Cedar overtook it.", "second", "disagrees"),
    ],
)
def test_a_place_is_one_by_the_only_measure_of_a_table(text, words, outcome):
    """A table of one measure ranks by it; who is passed has not the place."""
    frame = YEARS.rename(columns={"visitors_2023": "visitors_2024", "visitors_2024": "visitors_2025"})
    found = weighed(text, words, {"years": frame}, "2026-01-10")

    assert {outcome} == {w.result.outcome for w in found if w.reading.family == "rank"}


@pytest.mark.parametrize(("name", "outcome"), [("Elm", "agrees"), ("Birch", "disagrees")])
def test_who_grew_fastest_is_not_who_has_the_most(name, outcome):
    """A superlative of a move asks for the growth, and for nothing that is merely large."""
    found = weighed(f"{name}'s visitors grew fastest.", "fastest", {"years": YEARS}, PUBLISHED)

    assert {("grown", outcome)} == {(w.reading.family, w.result.outcome) for w in found}


def _asked(text: str, words: str) -> set[tuple[str, str, str]]:
    found = weighed(text, words, {"piers": PIERS}, PUBLISHED)
    return {(w.reading.family, w.result.outcome, str(w.result.found.value)) for w in found}


@pytest.mark.parametrize(
    ("text", "words", "asked"),
    [
        ("The longest pier of all is Birch.", "Birch", ("extreme", "agrees", "Birch")),
        ("The longest pier of all is Cedar.", "Cedar", ("extreme", "disagrees", "Birch")),
        ("Cedar had more visitors than any other pier.", "Cedar", ("extreme", "agrees", "Cedar")),
        ("Birch had more visitors than any other pier.", "Birch", ("extreme", "disagrees", "Cedar")),
        ("Cedar led with 90,400 visitors.", "Cedar", ("extreme", "agrees", "Cedar")),
        ("Elm led with 90,400 visitors.", "Elm", ("extreme", "disagrees", "Cedar")),
        ("The longest pier is Birch, followed by Cedar with 250 metres.", "Cedar", ("rank", "agrees", "2")),
        ("The longest pier is Birch, followed by Elm with 250 metres.", "Elm", ("rank", "disagrees", "3")),
        ("Birch came second with 81,250 visitors.", "Birch", ("rank", "agrees", "2")),
    ],
)
def test_a_name_is_held_to_the_extreme_or_the_place_said_of_it(text, words, asked):
    """Who has the most is named, right or wrong; a place is held to the one that the name has."""
    assert asked in _asked(text, words)


@pytest.mark.parametrize(
    ("text", "words", "label", "expected"),
    [
        ("Cedar led with 90,400 visitors.", "Cedar", "supported", "Cedar"),
        ("Birch had more visitors than any other pier.", "Birch", "refuted", "Cedar"),
    ],
)
def test_the_name_itself_gets_the_verdict(text, words, label, expected):
    """The name that leads is confirmed; the name of another is refuted by whose the extreme is."""
    assert verdict(text, words, PUBLISHED, piers=PIERS) == (label, expected)


@pytest.mark.parametrize(
    "text",
    [
        "Elm is shorter than the longest pier, Birch.",
        "Elm led the way home with 12 lanterns in the mist.",
        "Elm lies beside the longest of the piers.",
    ],
)
def test_a_name_that_is_held_against_the_extreme_does_not_hold_it(text):
    """What is shorter than the longest, leads the way or lies beside it is not said to be the extreme."""
    assert not {a for a in _asked(text, "Elm") if a[0] in ("extreme", "rank")}


MINES = pd.DataFrame({
    "mine": ["Black Ridge", "Silver Creek", "Deep Vale", "North Shaft", "Lake Pit"],
    "opened": [1921, 1958, 1974, 1936, 2003], "depth_m": [640, 310, 870, 525, 150],
    "manager": ["Otto Brandt", "Mina Falk", "Paul Osei", "Lars Quist", "Hana Moro"],
    "manager_born": ["1980-02-03", "1961-05-09", "1975-11-20", "1990-01-17", "1968-08-30"],
    "manager_since": ["2015-03-01", "2003-06-01", "2019-09-01", "2022-01-15", "2010-04-01"],
})  # fmt: skip
OUTPUT = pd.DataFrame(
    [
        (year, mine, tonnes)
        for mine, given in {
            "Black Ridge": (410, 395, 380), "Silver Creek": (52, 60, 75), "Deep Vale": (220, 240, 290),
            "North Shaft": (500, 520, 508), "Lake Pit": (90, 95, 88),
        }.items()
        for year, tonnes in zip((2022, 2023, 2024), given, strict=True)
    ],
    columns=["year", "mine", "tonnes"],
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("The deepest mine is {}, at 870 metres.", "Deep Vale", "Black Ridge"),
        ("Deep Vale is the deepest, followed by {}.", "Black Ridge", "Lake Pit"),
        ("Deep Vale is the deepest, ahead of {}.", "Black Ridge", "Lake Pit"),
        ("Black Ridge, the second-deepest mine after {}, closed early.", "Deep Vale", "North Shaft"),
        ("Deep Vale is the deepest; {} is third.", "North Shaft", "Silver Creek"),
        ("The last one to open was {}.", "Lake Pit", "Deep Vale"),
        ("The last mine to be built, {}, is small.", "Lake Pit", "Deep Vale"),
        ("The first mine to open was {}.", "Black Ridge", "North Shaft"),
        ("The oldest mine is Black Ridge; the next in age is {}.", "North Shaft", "Silver Creek"),
        ("The oldest mine is {}.", "Black Ridge", "Silver Creek"),
        ("The longest in office is {}.", "Mina Falk", "Lars Quist"),
    ],
)
def test_a_name_that_something_is_said_of_outright_is_confirmed_or_refuted(text, right, wrong):
    """An extreme, a place behind one, what was done last and who gained most name one thing, and no other."""
    found = [verdict(text.format(name), name, PUBLISHED, mines=MINES, output=OUTPUT)[0] for name in (right, wrong)]

    assert ["supported", "refuted"] == found


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("The sharpest fall in tonnes was at {}, down 15.", "Black Ridge", "Lake Pit"),
        ("The biggest increase in tonnes was at {}, which added 50.", "Deep Vale", "Silver Creek"),
    ],
)
def test_who_gained_most_by_a_figure_that_is_told_is_confirmed_and_nobody_else(text, right, wrong):
    """The amount says that the gain is none in percent."""
    found = [verdict(text.format(name), name, PUBLISHED, mines=MINES, output=OUTPUT)[0] for name in (right, wrong)]

    assert found[0] == "supported" != found[1]


@pytest.mark.parametrize("name", ["Silver Creek", "Deep Vale"])
def test_a_gain_may_be_told_by_its_amount_or_by_its_percent(name):
    """Where the words leave open which, neither refutes: 20 percent of little, 50 tonnes of much."""
    found = verdict(f"The biggest gain in tonnes was at {name}.", name, PUBLISHED, mines=MINES, output=OUTPUT)

    assert "supported" == found[0]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Black Ridge, the oldest of the mines, is closed.", "oldest", "supported"),
        ("Silver Creek, the oldest of the mines, is closed.", "oldest", "refuted"),
        ("Lars Quist is the youngest manager.", "youngest", "supported"),
    ],
)
def test_an_age_is_that_of_what_is_named(text, words, expected):
    """The birth of a manager does not tell the age of the mine."""
    assert expected == verdict(text, words, PUBLISHED, mines=MINES)[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The fullest mine was Silver Creek, at 83 percent.", "Silver Creek"),  # by nothing that a table has
        ("Deep Vale, dug by Paul Osei, is the deepest.", "Paul Osei"),  # is said of the mine
        ("The deepest mine of the company is Lake Pit.", "Lake Pit"),
        ("The deepest mine is Black Ridge. That is not counting Deep Vale, which is flooded.", "Black Ridge"),
    ],
)
def test_a_name_is_not_refuted_by_another_measure_or_another_whole(text, name):
    """What is measured, and among which, has to be known."""
    found = weighed(text, name, {"mines": MINES}, PUBLISHED)

    assert "refuted" != verdict(text, name, PUBLISHED, mines=MINES)[0], found


def test_a_place_by_an_adjective_counts_no_rows():
    """The second-deepest is no second of something: two mines of a district say nothing of it."""
    found = weighed("Black Ridge is the second-deepest mine.", "second-deepest", {"mines": MINES}, PUBLISHED)

    assert {"rank"} == {w.reading.family for w in found}


@pytest.mark.parametrize("operation", ["growth amount argmax", "growth amount argmin", "growth amount rank from top"])
def test_who_gained_most_by_the_amount_replays(operation):
    """The query gives the same in DuckDB."""
    references = claims.References.from_frames({"output": OUTPUT})
    own = (Filter("mine", "=", "Lake Pit"),) if "rank" in operation else ()
    query = Query(
        operation=operation, table="output", column="tonnes", key="mine", order="year",
        having=(Filter("year", "=", 2024), Filter("year", "=", 2023), *own),
    )  # fmt: skip

    with duckdb.connect() as database:
        database.register("output", references.tables[0].arrow)
        found = database.execute(sql(query)).fetchall()
    assert [(compute(query, checking.indexed(references)[0]).value,)] == found
