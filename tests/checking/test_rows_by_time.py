"""The times of an article choose the rows: of a month, of what lasted, of what is filed one day and settled another."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import agreeing, asked, verdict

SALES = pd.DataFrame({
    "year": [2023, 2023, 2024, 2024] * 2, "month": [11, 12, 1, 2] * 2,
    "shop": ["Lowgate"] * 4 + ["Quayside"] * 4, "loaves": [4120, 4910, 3305, 3188, 2210, 2745, 1904, 1850],
})  # fmt: skip
FIRES = pd.DataFrame({
    "start_date": ["2021-08-03", "2022-07-11", "2023-09-20"], "end_date": ["2021-08-09", "2022-07-30", "2023-09-22"],
    "forest": ["Harnwood", "Harnwood", "Ellershaw"], "hectares": [412, 1873, 95],
})  # fmt: skip
CLAIMS = pd.DataFrame({
    "claimant": ["Ada Corrigan", "Bo Lind", "Bo Lind", "Ines Duarte"],
    "filed": ["2022-02-01", "2022-05-20", "2023-11-02", "2021-03-04"],
    "settled": ["2023-06-12", "2023-10-05", None, "2022-08-19"],
    "award_usd": [41000, 78500, None, 12250],
})  # fmt: skip
GDP = pd.DataFrame({"quarter": ["2022 Q3", "2022 Q4", "2023 Q1", "2023 Q2"], "output_bn": [612.5, 604.0, 618.3, 625.1]})
FRAMES = {"sales": SALES, "fires": FIRES, "claims": CLAIMS, "gdp": GDP}


@pytest.mark.parametrize(
    ("text", "words", "answer"),
    [
        ("Lowgate sold 3,305 loaves in January.", "3,305", "3305"),
        ("Quayside sold 1,850 loaves last month.", "1,850", "1850"),
        ("The fire in Harnwood took 1,873 hectares in July 2022.", "1,873", "1873"),
        ("Bo Lind was awarded $78,500 in October 2023.", "$78,500", "78500"),
        ("Bo Lind has an award of $78,500.", "$78,500", "78500"),
        ("In the slump of 2022 output fell to 604 billion.", "604 billion", "604"),
    ],
)
def test_the_time_chooses_the_row(text, words, answer):
    """A month beside a year, the start of what lasted, any date of a row, the last row that is filled, a year's end."""
    found = agreeing(text, words, FRAMES, published="2024-03-14")

    assert answer in {value for _, value in found}


def test_a_wrong_figure_of_a_month_is_refuted():
    """Where year and month have a column each, the row of the month that is said refutes."""
    assert verdict("Lowgate sold 3,035 loaves in January.", "3,035", **FRAMES) == ("refuted", "3305")


def test_an_open_row_is_not_skipped_where_its_day_is_said():
    """A row without a figure answers nothing, and is not mended by another where the day itself is given."""
    found = asked("Bo Lind was awarded $78,500 on November 2, 2023.", "$78,500", **FRAMES)

    said = [a for a in found if a.reading.part("time") >= 0.9 and a.reading.family == "lookup"]
    assert not any(a.outcome == "agrees" for a in said)


PLANS = pd.DataFrame({"line": ["roads", "roads", "roads", "parks", "parks", "parks"], "year": [2023, 2024, 2025] * 2,
                      "budget_usd_m": [312, 324, 297, 41, 44, 58]})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "year"),
    [
        ("The council passed its budget for 2025. Spending on roads falls to $297 million.", "$297 million", 2025),
        ("The council met. Spending on roads came to $324 million.", "$324 million", 2024),
        ("The council met. Spending on roads will be $297 million.", "$297 million", 2025),
    ],
)
def test_the_year_to_come_is_meant_where_it_is_named(text, words, year):
    """Of a plan the article that names next year speaks of that; any other of the last year, or of that too."""
    found = [a for a in asked(text, words, plans=PLANS) if a.reading.family == "lookup" and a.outcome == "agrees"]

    assert f"in {year}" in found[0].reading.said
