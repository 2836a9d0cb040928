"""Rows and columns are found however a table is laid out and its thing is called."""

from __future__ import annotations

import pandas as pd
import pytest

import claims
from claims.checking.selection import first_year
from claims.checking.tables import tables_of

TABLES = {
    "monthly": pd.DataFrame({
        "month": ["2024-02", "2024-03", "2025-02", "2025-03"] * 2,
        "station": ["Harbour Point"] * 4 + ["Upper Fell"] * 4,
        "rain_mm": ["74.0", "112.6", "40.2", "23.8", "121.7", "160.4", "70.3", "51.1"],
    }),
    "unions": pd.DataFrame({
        "union": ["Allied Carters", "Guild of Dockers"], "members_2020": ["79100", "11800"],
        "members_2024": ["72650", "9750"],
    }),
    "mayors": pd.DataFrame({
        "mayor": ["Lena Okafor", "Colin Marsh", "Edith Pole"], "born": ["1971-06-30", "1958-02-17", "1949-10-05"],
        "took_office": ["2021-05-10", "2013-05-06", "2005-05-09"], "left_office": ["", "2021-05-09", "2013-05-05"],
    }),
}  # fmt: skip


def supported(text: str, quote: str) -> bool:
    """Say whether a statement with these words is supported."""
    audit = claims.audit(claims.Article(text, published="2025-04-05"), claims.References.from_frames(TABLES))
    return any(s.quote == quote and s.verdict.label == "supported" for s in audit.statements)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Harbour Point had only 23.8 millimetres of rain in March.", "23.8 millimetres"),
        ("The Guild of Dockers has 9,750 members.", "9,750 members"),
        ("The Guild of Dockers had 11,800 members in 2020.", "11,800 members"),
        ("Lena Okafor was elected in May 2021. The 53-year-old smiled.", "53-year-old"),
    ],
)
def test_the_cell_meant_is_found(text, quote):
    """Months are times, columns of years have a year, and the 53-year-old is the one before."""

    assert supported(text, quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The Guild of Dockers had 72,650 members in 2020.", "72,650 members"),
        ("Colin Marsh left. The 53-year-old smiled.", "53-year-old"),
    ],
)
def test_the_cell_of_another_is_not(text, quote):
    """A figure of another union and the age of another mayor bear nothing out."""

    assert not supported(text, quote)


def test_a_term_is_known_by_the_words_of_its_dates():
    """Took office and left office bound a term; whose birth date it is, is told."""
    view = tables_of(claims.References.from_frames(TABLES))["mayors"]

    assert (view.start, view.end, view.person) == ("took_office", "left_office", "mayor")


def test_a_season_goes_by_its_first_year():
    """A season is a year; other words are none."""

    assert [first_year(c) for c in ("2024-25", "2018/19", 2021, "spring")] == [2024, 2018, 2021, None]
