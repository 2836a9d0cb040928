"""Columns that are the parts of a whole."""

from __future__ import annotations

import pandas as pd
import pytest

from claims.checking.totals import totals
from claims.references import References
from tests.checking.support import agreeing, replayed, verdict

GRADUATES = pd.DataFrame(
    {
        "subject": ["law", "law", "music", "music"],
        "year": [2022, 2023] * 2,
        "women": [410, 428, 121, 130],
        "men": [263, 255, 77, 70],
    }
)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Law had 683 graduates in 2023.", "683 graduates", "supported"),
        ("Law had 638 graduates in 2023.", "638 graduates", "refuted"),
        ("Law had 683 graduates in 2023, ten more than a year earlier.", "ten", "supported"),
        ("Law had 428 women among its graduates in 2023.", "428 women", "supported"),
    ],
)
def test_the_parts_are_read_as_their_total(text, words, expected):
    """What the table is called is what its parts make, and changes of that are computed."""

    assert expected == verdict(text, words, "2024-02-01", graduates=GRADUATES)[0]


@pytest.mark.parametrize(
    ("text", "words", "share"),
    [
        ("Of all the graduates in 2023, 63 percent were women.", "63 percent", "63.193658"),
        ("In 2023 law awarded 683 degrees, 63 percent of them to women.", "63 percent", "62.664714"),
    ],
)
def test_a_part_has_a_share_in_the_whole(text, words, share):
    """Of one thing and of all together."""

    assert ("share", share) in agreeing(text, words, {"graduates": GRADUATES}, "2024-02-01")


def test_evidence_speaks_of_the_parts():
    """Rows, columns and query are those of the table as it is."""
    evidence, rows = replayed("Law had 683 graduates in 2023.", "683", "2024-02-01", graduates=GRADUATES)

    assert ("graduates", ("subject", "year", "women", "men")) == (evidence.table, evidence.columns)
    assert (("law", "2023", "428", "255"),) == evidence.cells
    assert [(683,)] == rows


@pytest.mark.parametrize(
    ("columns", "given"),
    [
        ({"men": "prizes"}, ()),
        ({"women": "votes_for", "men": "votes_against"}, ("votes_for + votes_against",)),
        ({"women": "women_hired", "men": "men_left"}, ()),
        ({"women": "goals_for", "men": "goals_against"}, ()),
    ],
)
def test_only_parts_that_differ_in_the_words_for_parts_are_added(columns, given):
    """ "women" and "prizes" make nothing together, nor do those who came and those who went."""
    (table,) = References.from_frames({"graduates": GRADUATES.rename(columns=columns)}).tables
    form = totals(table)

    assert given == (form.given if form else ())


def test_a_total_that_the_table_has_is_not_made_again():
    """The column "total" is the total."""
    (table,) = References.from_frames({"graduates": GRADUATES.assign(total=[673, 683, 198, 200])}).tables

    assert totals(table) is None


def test_what_is_counted_is_no_name_that_the_total_is_of():
    """A wrong total is refuted though another table has the word for what is counted: "there were 1,150 burglaries"."""

    frames = {
        "offences": pd.DataFrame({
            "district": ["Harbour", "Old Town", "Lowmoor"], "burglaries_2024": [389, 301, 150],
            "burglaries_2025": [352, 309, 128],
        }),
        "trials": pd.DataFrame({
            "defendant": ["Ray Coker", "Lena Fitch", "Sam Abbot", "Mia Grant"],
            "offence": ["burglary", "fraud", "burglary", "fraud"], "months": [18, 30, 24, 42],
        }),    }  # fmt: skip
    assert verdict("There were 889 burglaries in 2025.", "889", "2026-01-20", **frames)[0] == "refuted"
    assert verdict("There were 789 burglaries in 2025.", "789", "2026-01-20", **frames)[0] == "supported"
