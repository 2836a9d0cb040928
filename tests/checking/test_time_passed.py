"""How long ago something was made, how old it will be, and whose moment an age is of."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

BRIDGES = pd.DataFrame({
    "bridge": ["Great Marlow Bridge", "Queen Anne Bridge", "Tolbridge"], "type": ["suspension", "arch", "arch"],
    "opened": ["1967-03-14", "1931-05-30", "2015-11-14"], "length_m": [2314, 486, 390],
})  # fmt: skip
MASTERS = pd.DataFrame({
    "name": ["Gudrun Hale", "Nell Ferraby", "Arthur Penn"], "post": ["bridge master", "keeper", "presenter"],
    "born": ["1958-12-05", "1992-08-19", "1948-05-02"], "from": ["2010-10-01", "2025-01-01", "1979-04-08"],
    "to": ["2019-06-30", None, None],
})  # fmt: skip
RECORDS = pd.DataFrame({
    "event": ["100 m", "long jump"], "record": ["10.09", "6.88"], "holder": ["Dario Fenwick", "Noemi Castell"],
    "date": ["2025-07-12", "2025-08-30"], "previous_record": ["10.12", "6.85"],
    "previous_holder": ["Bo Lindgaard", "Petra Hallgren"], "previous_date": ["1998-06-20", "2018-09-01"],
})  # fmt: skip
CRIMES = pd.DataFrame({"district": ["Stockyards"] * 4, "year": [2022, 2023, 2024, 2025], "homicides": [25, 22, 20, 16]})


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Great Marlow Bridge, which has stood for 58 years, needs paint.", "58", "supported"),
        ("The Queen Anne Bridge, which will be 95 in May, is in better shape.", "95", "supported"),
        ("The Queen Anne Bridge, which will be 85 in May, is in better shape.", "85", "not_enough_info"),
        ("It is a decade to the day since the Tolbridge was opened.", "decade", "supported"),
        ("It is two decades to the day since the Tolbridge was opened.", "decades", "not_enough_info"),
    ],
)
def test_things(text, words, expected):
    """A thing has stood so long, will be so old, was opened so long ago."""

    assert verdict(text, words, "2025-11-14", bridges=BRIDGES)[0] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gudrun Hale, who ran the authority at the time and was 57, remembers the rain.", "57"),
        ("Nell Ferraby, the keeper, was 33 when the inspectors came.", "33"),
        ("Arthur Penn presents the show, which he began on April 8, 1979, not yet 31.", "31"),
        ("Arthur Penn is said to favour a longer show. Nell Ferraby's was the oldest of the logs, at 44.", "44"),
    ],
)
def test_other_moments(text, words):
    """No age is wrong that is told of a moment which no row is of, or of a thing that is somebody's."""

    assert verdict(text, words, "2025-11-14", masters=MASTERS)[0] != "refuted"


def test_record_before():
    """Who had a record before tells no day of the one that replaced it."""
    true = "Bo Lindgaard ran 10.12 seconds on a June evening in 1998, and was chased for 27 years."

    assert verdict(true, "June", "2025-07-14", records=RECORDS)[0] != "refuted"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Sixteen people were killed in Stockyards last year. The year before it had been 20, and in 2023 22.", "20",
         "supported"),
        ("Homicides in Stockyards came to 16 last year after 20 the one before.", "20", "supported"),
    ],
)  # fmt: skip
def test_year_before(text, words, expected):
    """The year before is that before the last one told, also where another figure has its own year behind it."""

    assert verdict(text, words, "2026-02-03", offences=CRIMES)[0] == expected
