"""How many things rose or fell between two times, counted and refuted."""

from __future__ import annotations

import pandas as pd
import pytest

import claims
from tests.checking.support import agreeing, check, queried, weighed
from tests.checking.test_replay import unanswered

DOCKS = ["Alnmouth", "Brixham", "Conwy", "Dunbar", "Eyemouth"]
TABLES = {
    "docks": pd.DataFrame({
        "dock": DOCKS * 2, "year": [2022] * 5 + [2023] * 5,
        "orders": [12, 9, 30, 14, 22, 15, 9, 27, 19, 20], "welders": [40, 31, 95, 52, 66, 44, 33, 99, 60, 70],
    }),
    "slips": pd.DataFrame({
        "slip": ["North", "South", "West"], "launches_2022": [3, 0, 5], "launches_2023": [2, 1, 6],
    }),
    "pools": pd.DataFrame({
        "pool": ["Lido", "Baths", "Pond"] * 2, "year": [2022] * 3 + [2023] * 3,
        "median_wait": [4, 9, 6, 7, 8, 9], "full_pct": [61, 70, 44, 58, 71, 50],
    }),
    "lifts": pd.DataFrame({
        "lift": ["Crag", "Glade", "Ridge", "Tarn", "Weir"], "ride_min_2022": [9, 12, 7, 15, 6],
        "ride_min_2023": [8, 12, 7, 16, 5],
    }),
    "wards": pd.DataFrame({
        "ward": ["Aster", "Briar", "Clover", "Daisy"] * 2, "year": [2022] * 4 + [2023] * 4,
        "patients": [310, 240, 0, 180, 295, 260, 0, 150],
    }),
}  # fmt: skip
PUBLISHED = "2024-02-12"
CAUGHT = {
    "rose": ("Orders rose at two of the five docks.", "two", "2"),
    "fell from year to year": ("Orders fell at two of the five docks from 2022 to 2023.", "two", "2"),
    "of what does not add up": ("The median wait rose at two of the three pools.", "two", "2"),
    "an irregular verb": ("Of the five docks in the table of orders, two shrank.", "two", "2"),
    "an object": ("Two docks lost orders.", "Two", "2"),
    "less than": ("Two docks had fewer orders than in 2022.", "Two", "2"),
    "of a whole said before": ("Orders fell at two of the five docks, and at two others they rose.", "two others", "2"),
    "by pace": ("The ride is faster on two of the five lifts than in 2022.", "two", "2"),
    "which stood still": ("On one of the five lifts the ride is slower, and two have not changed.", "two", "2"),
    "of those that are not empty": ("In two of the three the number of patients fell last year.", "two", "2"),
    "of a column a year, from nought": ("Launches rose at two of the three slips.", "two", "2"),
}  # fmt: skip
OPEN = {
    "another whole": ("Orders rose at three of the seven docks.", "three"),
    "a word that is not read": ("Export orders rose at three of the five docks.", "three"),
    "another table's things": ("Orders rose at three of the five harbours.", "three"),
    "no number of all": ("Around three docks lost orders.", "three"),
}  # fmt: skip


def label(text: str, words: str) -> str:
    """Give the verdict of the statement at `words`."""
    audit = claims.audit(claims.Article(text, published=PUBLISHED), claims.References.from_frames(TABLES))
    return next(s.verdict.label for s in audit.statements if words in s.quote and s.value)


@pytest.mark.parametrize("case", CAUGHT.values(), ids=CAUGHT)
def test_movers_are_counted(case: tuple[str, str, str]):
    """The things are counted that have more, or less, than at the earlier time; one that stood still is neither."""
    text, words, expected = case

    assert ("movers", expected) in agreeing(text, words, TABLES, PUBLISHED)


def test_another_number_of_movers_is_refuted():
    """Where the measure, the way, the things and the number of all are said, another number is wrong."""
    assert "refuted" == label("Orders rose at three of the five docks.", "three")


@pytest.mark.parametrize("case", OPEN.values(), ids=OPEN)
def test_movers_of_something_else_stay_open(case: tuple[str, str]):
    """Another whole, a word that nothing explains or an unknown noun leaves it open."""
    assert "refuted" != label(*case)


EACH = {
    "all": ("All the docks had more welders than in 2022.", "more", {"agrees"}),
    "every one": ("Every dock had fewer orders than in 2022.", "fewer", {"disagrees"}),
    "none": ("None of the five docks had fewer welders than in 2022.", "fewer", {"agrees"}),
    "all but a name": ("All docks but Conwy had fewer orders than in 2022.", "fewer", {"disagrees"}),
    "all but a number": ("All but three of the docks had fewer orders than in 2022.", "fewer", {"agrees"}),
    "some of them": ("All the northern docks had fewer orders than in 2022.", "fewer", set()),
}  # fmt: skip


@pytest.mark.parametrize("case", EACH.values(), ids=EACH)
def test_what_each_of_them_did_is_asked_of_each(case: tuple[str, str, set[str]]):
    """All and none are held to how many moved; a word that narrows the things leaves it open."""
    text, words, outcomes = case
    found = [w for w in weighed(text, words, TABLES, PUBLISHED) if w.reading.family == "movers"]

    assert outcomes == {w.result.outcome for w in found}


def test_a_number_that_is_left_out_is_not_that_of_the_movers():
    """In "all but two had fewer" the two are those that had not."""
    assert "refuted" != label("All but two of the docks had fewer orders than in 2022.", "two")


def test_each_count_of_movers_can_be_replayed():
    """Each weighed reading's query gives in DuckDB what was computed here."""
    questions = {q for text, words, _ in CAUGHT.values() for q in queried(text, words, TABLES, PUBLISHED)}

    assert [] == unanswered(questions, TABLES)


@pytest.mark.parametrize(
    ("number", "label"), [("two", "supported"), ("four", "refuted")],
)  # fmt: skip
def test_some_of_all_there_are_is_a_number_and_no_share(number, label):
    """There are five docks, so "four of five docks" are four of them; of ten it would be a share."""

    statements = check(f"Orders rose at {number} of five docks in 2023.", PUBLISHED, **TABLES)
    assert statements[f"{number} of five docks"].verdict.label == label
    share = check("Orders rose at four of ten docks in 2023.", PUBLISHED, **TABLES)["four of ten docks"]
    assert share.verdict.label != "refuted"
