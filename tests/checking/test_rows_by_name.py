"""Things are named small, in part, by their founding year, by when they came, by what stands beside them in a row."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import asked, check, verdict

FORTS = pd.DataFrame({
    "fort": ["Stonegate", "Ridge Camp", "Fallow Point"], "opened": [1891, 1938, 1964], "median_age": [38.4, 47.3, 35.9],
})  # fmt: skip
BUDGET = pd.DataFrame({"line": ["Housing", "Roads and parks", "Schools"], "planned_usd_m": [84.6, 38.2, 171.5]})
PANELS = pd.DataFrame({"name": ["Ada Corrigan", "Bo Lind"], "committee": ["Housing", "Schools"]})
LEADERS = pd.DataFrame({
    "name": ["Ada Corrigan", "Bo Lind", "Ines Duarte"],
    "union": ["Dockers' League", "Weavers' Union", "Weavers' Union"],
    "from": ["2016-06-01", "2003-01-15", "2019-10-14"], "to": [None, "2019-10-13", None],
})  # fmt: skip
CASES = pd.DataFrame({
    "defendant": ["Ada Corrigan", "Bo Lind", "Ines Duarte"], "court": ["Wexcombe", "Holt", "Holt"],
    "outcome": ["dismissed", "guilty", "acquitted"], "filed": ["2022-09-21", "2022-03-01", "2021-11-05"],
    "decided": ["2023-06-12", "2024-01-20", "2022-08-19"],
})  # fmt: skip
FRAMES = {"forts": FORTS, "budget": BUDGET, "panels": PANELS, "leaders": LEADERS, "cases": CASES}


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Stonegate, a Victorian pile of 1891, is full.", "1891", "supported"),
        ("The plan puts $84.6 million into housing.", "$84.6 million", "supported"),
        ("It gives roads $38.2 million.", "$38.2 million", "supported"),
        ("Ada Corrigan, who came in June 2016, has no rival.", "June 2016", "supported"),
        ("Ines Duarte has been in the job since October 2018.", "October 2018", "refuted"),
        ("At Ridge Camp the median age is 47.3.", "47.3", "supported"),
        ("At Ridge Camp the median age is 43.7.", "43.7", "refuted"),
    ],
)
def test_a_thing_is_found_as_prose_names_it(text, words, label):
    """A line of a budget is written small or in part; a year or a month says when a thing, or a person, came."""
    assert verdict(text, words, **FRAMES)[0] == label


@pytest.mark.parametrize(
    ("text", "words"),
    [("Stonegate was painted in 1938.", "1938"), ("Bo Lind, 47, lives at Ridge Camp.", "47")],
)
def test_another_year_or_age_is_left_alone(text, words):
    """A year that no row of the thing holds says nothing of its founding, and a person's age nothing of a median."""
    assert verdict(text, words, **FRAMES)[0] == "not_enough_info"


def test_what_stands_beside_a_name_needs_no_word_for_its_column():
    """An outcome in the row of what the clause is about is a fact; one of another row is not asserted of it."""
    assert check("The case of Ada Corrigan was dismissed.", **FRAMES)["dismissed"].verdict.label == "supported"
    assert "guilty" not in check("The case of Ada Corrigan left a guilty conscience.", **FRAMES)


def test_the_other_day_of_a_row_keeps_the_first_from_refuting():
    """A case of 2022 may be decided in 2023: the day it was filed does not refute that."""
    found = asked("The case of Ada Corrigan, dismissed in 2023, was short.", "2023", **FRAMES)

    assert {str(a.value) for a in found if a.outcome == "agrees"} == {"2023-06-12"}
    assert not any(a.reading.refutes for a in found if str(a.value) == "2022-09-21")


COUNCIL = pd.DataFrame({
    "member": ["Paul Orme", "Sheila Vance", "Ruth Okafor"], "party": ["Conservative", "Labor", "Labor"],
    "named_by": ["Gov. Alden Marsh", "Gov. Lena Voss", "Gov. Lena Voss"],
    "offence": ["bid rigging", "theft", "none on record"],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Paul Orme, a Conservative man and now 70, smiled.", "Conservative", "supported"),
        ("Paul Orme, a Labor man and now 70, smiled.", "Labor", "refuted"),
        ("Paul Orme was fined for bid rigging.", "bid rigging", "supported"),
    ],
)
def test_a_kind_is_asserted_by_the_noun_that_it_stands_before(text, words, label):
    """Somebody is "a Labor man"; a few words that a row holds, a charge say, need no capital."""
    assert check(text, council=COUNCIL)[words].verdict.label == label


def test_a_titled_name_is_a_person():
    """Where a whole column has titles before its names, the article may leave them out."""
    found = check("Ruth Okafor, named by Lena Voss, left.", council=COUNCIL)

    assert found["Lena Voss"].verdict.label == "supported"
