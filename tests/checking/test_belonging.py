"""Rows of a kind that is said, by their own cells or by what another table says of their things."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import agreeing, asked, queried
from tests.checking.test_replay import unanswered

KILNS = ["Ashgrove", "Birkwell", "Corrie", "Dunlin", "Elder"]
TABLES = {
    "kilns": pd.DataFrame({
        "kiln": KILNS, "owner": ["Varga Group", "Varga Group", "Mellor Bricks", "Mellor Bricks", "Tolle Works"],
        "electric": ["yes", "no", "yes", "no", "yes"],
    }),
    "output": pd.DataFrame({
        "kiln": KILNS, "bricks_2022": [4100, 3050, 2220, 5170, 1390], "bricks_2023": [4310, 3125, 2470, 5015, 1460],
    }),
    "stoppages": pd.DataFrame({
        "date": ["2023-01-12", "2023-03-02", "2023-05-20", "2023-08-11", "2023-10-01", "2023-11-19"],
        "kiln": ["Ashgrove", "Corrie", "Ashgrove", "Dunlin", "Elder", "Birkwell"],
        "reason": ["strike", "leak", "leak", "strike", "leak", "repair"],
        "cost": [12000, 31000, 27500, 9000, 18400, 40000],
    }),
    "yards": pd.DataFrame({"yard": ["Fell", "Gorse", "Holm"], "crew": [118, 46, 73], "acres": [12, 9, 31]}),
}  # fmt: skip
PUBLISHED = "2024-02-12"
READ = {
    "a kind in the table": ("The leaks cost 76,900 crowns in all.", "76,900", ("sum", "76900")),
    "of which something is left out": (
        "Two of the six stoppages were strikes, fees not included.", "Two", ("count", "2"),
    ),
    "a name in another table": ("Varga Group made 7,435 bricks in 2023.", "7,435", ("sum", "7435")),
    "a kind in another table": ("The electric kilns made 8,240 bricks in 2023.", "8,240", ("sum", "8240")),
    "a share": ("The electric kilns made 50.3 percent of all bricks in 2023.", "50.3", ("share", "50.30525")),
    "a count by kind": ("Four of the six stoppages were at electric kilns.", "Four", ("count", "4")),
    "a count by name": ("Varga Group had three stoppages in 2023.", "three", ("count", "3")),
}  # fmt: skip


@pytest.mark.parametrize("case", READ.values(), ids=READ)
def test_rows_of_a_kind_are_taken_together(case: tuple[str, str, tuple[str, str]]):
    """What is of a kind, or belongs to a name, is summed, shared and counted, also where another table says so."""
    text, words, expected = case

    assert expected in agreeing(text, words, TABLES, PUBLISHED)


def test_another_sum_of_what_belongs_to_a_name_may_be_refuted():
    """Where the owner, the measure and the year are said, the sum speaks against another number."""
    found = asked("Varga Group made 7,845 bricks in 2023.", "7,845", PUBLISHED, **TABLES)

    assert 7435 in [a.value for a in found if a.reading.family == "sum" and a.reading.refutes]


def test_those_who_did_something_are_no_gap():
    """A number behind "by" that is of those who did it may be the sum of all."""
    assert ("sum", "237") in agreeing("All that is done in the yards is done by 237 people.", "237", TABLES, PUBLISHED)


def test_a_kind_that_no_table_knows_chooses_no_rows():
    """Only the whole is left where a word tells no kind that a table has."""
    found = asked("The gas kilns made 9,240 bricks in 2023.", "9,240", PUBLISHED, **TABLES)

    assert {a.value for a in found if a.reading.family == "sum"} <= {16380, 15930}


def test_each_question_about_a_kind_can_be_replayed():
    """Each weighed reading's query gives in DuckDB what was computed here."""
    questions = {q for text, words, _ in READ.values() for q in queried(text, words, TABLES, PUBLISHED)}

    assert [] == unanswered(questions, TABLES)
