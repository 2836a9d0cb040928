"""Figures are compared as they are written: pounds, coins and cents, millions told once, what a denial leaves alone."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

TOURNAMENTS = pd.DataFrame({
    "tournament": ["Quay Open", "Quay Open", "Frost Cup"], "date": ["2024-03-03", "2025-03-02", "2024-12-08"],
    "winner": ["Ann Lowe", "Sue Mott", "Pat Vane"], "winner_prize_pounds": [50000, 55000, 40000],
})  # fmt: skip
SEASONS = pd.DataFrame({
    "player": ["Ann Lowe", "Ann Lowe", "Sue Mott"], "year": [2024, 2025, 2025],
    "prize_money_pounds": [31000, 15500, 61200], "won": [22, 15, 33],
})  # fmt: skip
DAIRIES = pd.DataFrame({
    "dairy": ["Alder Dairy"] * 3 + ["Brook Dairy"] * 3, "year": [2019, 2023, 2024] * 2,
    "milk_m_litres": [40.1, 44.0, 43.2, 20.1, 24.0, 23.2], "milk_price_cents": [36.0, 45.5, 48.0, 35.0, 44.5, 47.5],
})  # fmt: skip
POSTAGE = pd.DataFrame(
    {"item": ["standard letter", "postcard", "parcel"], "2022": [1.0, 0.8, 4.5], "2024": [1.05, 0.9, 4.9],
     "2025": [1.25, 1.0, 5.6]}
)  # fmt: skip
SHIPS = pd.DataFrame({
    "ship": ["Terna", "Lom", "Ulv"], "price_mln_crowns": [96, 89, 41], "length_m": [41, 38, 29],
    "delivered": ["2023-05-02", "2024-01-12", "2019-09-30"],
})  # fmt: skip
GATES = pd.DataFrame({"year": [2018, 2023, 2024, 2025], "attendance_thousand": [1124, 968, 985, 1012]})
SCHOOLS = pd.DataFrame({
    "school": ["Elm School"] * 3, "year": [2019, 2024, 2025], "pass_rate_pct": [48.0, 44.2, 41.1],
    "pupils": [410, 402, 388],
})  # fmt: skip
SHOPS = pd.DataFrame({
    "chain": ["Rye House", "Crumb & Co"], "shops": [24, 134], "staff": [320, 1490], "founded": [1951, 1988],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "expected", "tables"),
    [
        ("Sue Mott won the Quay Open in March. The cheque was for 55,000 pounds.", "55,000", "supported", "prizes"),
        ("Sue Mott won the Quay Open in March. The cheque was for 45,000 pounds.", "45,000", "refuted", "prizes"),
        ("Ann Lowe made 15,500 pounds in 2025.", "15,500", "supported", "prizes"),
        ("Ann Lowe made 18,500 pounds in 2025.", "18,500", "refuted", "prizes"),
        ("The milk price of Alder Dairy went up from 36 cents a litre in 2019 to 48 last year.", "48", "supported",
         "dairies"),
        ("The milk price of Alder Dairy went up from 36 cents a litre in 2019 to 46 last year.", "46", "refuted",
         "dairies"),
        ("Since January a standard letter has cost 1.25 florins.", "1.25", "supported", "postage"),
        ("Since January a standard letter has cost 1.35 florins.", "1.35", "refuted", "postage"),
        ("The yard sold two boats, Terna and Lom, at 96 and 89 million crowns.", "96", "supported", "ships"),
        ("Attendance was 968,000 in 2023, well short of 1.12 million in 2018.", "1.12", "supported", "gates"),
        ("The pass rate at Elm School was 48 per cent in 2019 and is 41 now.", "41", "supported", "schools"),
    ],
)  # fmt: skip
def test_written(text, words, expected, tables):
    """The tables tell money in pounds from weight; a bare figure is in the coin, the scale or percent of its column."""
    frames = {
        "prizes": {"finals": TOURNAMENTS, "season_stats": SEASONS}, "dairies": {"dairies": DAIRIES},
        "postage": {"postage": POSTAGE}, "ships": {"ships": SHIPS}, "gates": {"racing_years": GATES},
        "schools": {"results": SCHOOLS},
    }[tables]  # fmt: skip

    assert verdict(text, words, "2025-11-14", **frames)[0] == expected


GRANTS = pd.DataFrame({
    "project": ["Old maps", "Deep wells"], "leader": ["Ugo Jirasek", "Ina Kerr"],
    "awarded": ["2023-03-01", "2022-06-01"], "amount_m_eur": [4.93, 2.1], "months": [60, 36],
})  # fmt: skip
CALLOUTS = pd.DataFrame({
    "activity": ["climbing", "climbing", "mountain biking", "mountain biking"], "year": [2024, 2025] * 2,
    "callouts": [101, 127, 122, 139], "deaths": [8, 5, 1, 2],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ina Kerr got 2.1 million for three years.", "three", "supported"),
        ("Ina Kerr got 2.1 million for four years.", "four", "not_enough_info"),
        ("Mountain bikers, at 139, overtook climbers, who had 127.", "139", "supported"),
        ("Mountain bikers set off 139 callouts, climbers 117.", "117", "refuted"),
    ],
)
def test_called_otherwise(text, words, expected):
    """A column of months holds how long something lasts; those who do something are called by it."""

    assert verdict(text, words, "2025-11-14", grants=GRANTS, callouts=CALLOUTS)[0] == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Rye House, with 24 shops and 320 staff, has not raised its prices since 2023.", "24", "supported"),
        ("Rye House, with 28 shops and 320 staff, has not raised its prices since 2023.", "28", "refuted"),
        ("Rye House has not opened 24 shops this year.", "24", "not_enough_info"),
    ],
)
def test_set_apart_from_a_denial(text, words, expected):
    """What is put in between commas before a denial is not denied."""

    assert verdict(text, words, "2025-11-14", chains=SHOPS)[0] == expected
