"""A part and its whole told side by side, parts of what was planned, and what is told next of the same rows."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

TOURS = pd.DataFrame({
    "tour": ["spring tour", "harbour tour", "autumn tour", "winter tour", "island tour", "lake tour"],
    "band": ["Grey Herons", "Night Ferry", "Grey Herons", "Night Ferry", "Grey Herons", "Night Ferry"],
    "start_date": ["2021-03-02", "2021-06-11", "2022-02-05", "2022-05-09", "2022-09-01", "2023-02-14"],
    "end_date": ["2021-04-20", "2021-08-01", "2022-03-30", "2022-07-03", "2022-10-12", "2023-03-20"],
    "target_concerts": [40, 60, 50, 64, 36, 30],
    "concerts_given": [31, 57, 44, 48, 36, 27],
    "cost_usd_k": [118, 242, 187, 196, 128, 96],
})  # fmt: skip
SCHOOLS = pd.DataFrame({
    "region": ["Norvale", "Sudmark", "Estmoor"] * 3,
    "year": [2020] * 3 + [2021] * 3 + [2022] * 3,
    "pupils_enrolled": [4210, 3105, 2618, 4180, 3160, 2590, 4120, 3250, 2544],
    "swim_test": [3684, 2480, 2391, 3511, 2410, 2302, 3378, 2397, 2204],
    "badge": [2901, 2104, 2010, 2788, 2002, 1950, 2650, 1988, 1861],
    "swim_test_pct": [87.5, 79.9, 91.3, 84.0, 76.3, 88.9, 82.0, 73.8, 86.6],
})  # fmt: skip
TABLES = {"tours": TOURS, "school_years": SCHOOLS}
PUBLISHED = "2023-06-16"
TOLD = "In 2022 the badge went to 6,499 pupils, or {} percent. "
RATE = (
    "Across the country swim tests fell by 572 in two years, to 7,979 in 2022, "
    "while the number of pupils enrolled declined by 19. Coverage went from {} percent to {} percent. "
)
CASES = {
    "of its target": ("The spring tour by Grey Herons reached 78 percent of its target.", "78 percent", "supported"),
    "of what was planned": (
        "The spring tour by Grey Herons gave 78 percent of what it had been meant to give.", "78 percent", "supported",
    ),
    "of what is in no table": (
        "The spring tour by Grey Herons sold 81 percent of what the label had.", "81 percent", "not_enough_info",
    ),
    "of a target that no table has": (
        "Norvale, which opened a new hall in 2022, reached 74 percent of its target.", "74 percent", "not_enough_info",
    ),
    "left over": (
        "The winter tour by Night Ferry came home with 16 concerts left over.", "16 concerts", "supported",
    ),
    "part of all counted": (TOLD.format("65.6"), "65.6 percent", "supported"),
    "wrong part of all counted": (TOLD.format("68.2"), "68.2 percent", "refuted"),
    "a rate at first": (RATE.format("86.1", "80.5"), "86.1 percent", "supported"),
    "a rate at last": (RATE.format("86.1", "80.5"), "80.5 percent", "supported"),
    "a rate of something else": (
        "Across the country swim tests fell by 572 in two years, to 7,979 in 2022. Rain fell on 31 percent of days.",
        "31 percent", "not_enough_info",
    ),
    "soon over": ("There were three tours in 2022.", "three tours", "supported"),
    "a wrong number of what was soon over": (
        "Night Ferry went on two tours in 2022.", "two tours", "refuted",
    ),
    "a sum of those counted": (
        "The bands went on three tours in 2022. Together they gave 128 concerts.", "128 concerts", "supported",
    ),
    "a sum of those counted wrongly": (
        "The bands went on five tours in 2022. Together they gave 128 concerts.", "128 concerts", "supported",
    ),
    "the next sum": (
        "The bands went on three tours in 2022. Together they gave 128 concerts and cost $511,000.", "$511,000",
        "supported",
    ),
    "a wrong next sum": (
        "The bands went on three tours in 2022. Together they gave 128 concerts and cost $151,000.", "$151,000",
        "refuted",
    ),
    "what each cost": (
        "The bands went on three tours in 2022. Together they gave 128 concerts at $3,992 apiece.", "$3,992",
        "supported",
    ),
    "of another subject": (
        "The bands went on three tours in 2022. Together they gave 128 concerts and the label paid $151,000.",
        "$151,000", "not_enough_info",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words", "label"), CASES.values(), ids=CASES.keys())
def test_told_side_by_side(text, words, label):
    assert verdict(text, words, PUBLISHED, **TABLES)[0] == label


MILLS = pd.DataFrame({
    "mill": ["Alder Mill", "Birch Mill", "Cedar Mill"],
    "opened": ["1931-04-12", "2009-08-03", "1950-01-05"],
    "closed": ["2008-12-31", None, None],
})  # fmt: skip
AFTER = "Alder Mill closed on the last day of 2008, and its successor Birch Mill opened {} months later."
LATER = {
    "since the end": (AFTER.format("seven"), "seven months", "supported"),
    "a wrong time since the end": (AFTER.format("nine"), "nine months", "refuted"),
    "between two beginnings": (
        "Alder Mill opened in 1931, and Cedar Mill opened 19 years later.", "19 years", "supported",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words", "label"), LATER.values(), ids=LATER.keys())
def test_time_since_an_end(text, words, label):
    assert verdict(text, words, PUBLISHED, mills=MILLS)[0] == label
