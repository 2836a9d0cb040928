"""What a careful reader computes: changes, gaps, shares, sums, counts, ranks, streaks and times between."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

import claims
from claims import checking
from claims.checking.readings.axes import by_year
from claims.checking.selection import Selection
from tests.checking.support import LIBRARIANS, LIBRARIES, YEARS, agreeing, queried
from tests.checking.test_replay import unanswered

LEAGUE = pd.DataFrame(
    {
        "date": [dt.date(2024, 1, 6), dt.date(2024, 1, 13), dt.date(2024, 2, 3), dt.date(2024, 2, 10)],
        "home": ["Ashby Town", "Corley Rovers", "Ashby Town", "Dunmoor"],
        "away": ["Corley Rovers", "Ashby Town", "Dunmoor", "Ashby Town"],
        "home_goals": [3, 0, 1, 2],
        "away_goals": [1, 2, 1, 0],
        "attendance": [4120, 2310, 4380, 1990],
    }
)
OUTPUT = pd.DataFrame(
    {"mill": ["Alder Mill", "Birch Mill"], "2021": [812, 455], "2022": [790, 470], "2023": [751, 512]}
)
FERRIES = pd.DataFrame(
    {
        "quarter": ["2022 Q3", "2022 Q4", "2023 Q1", "2023 Q2", "2023 Q3", "2023 Q4"],
        "passengers": [51200, 23100, 18700, 33900, 57600, 25400],
    }
)
ACCOUNTS = pd.DataFrame(
    {
        "year": [2021, 2022, 2023],
        "income_usd": [812000, 848500, 901200],
        "fundraising_usd": [97500, 110300, 144200],
        "volunteers": [212, 240, 253],
    }
)
INSPECTIONS = pd.DataFrame(
    {
        "library": ["Elmwood Library", "Elmwood Library", "Harbour Library"],
        "date": ["2021-05-11", "2023-11-14", "2022-02-01"],
        "rating": ["adequate", "good", "adequate"],
    }
)
CLOSURES = pd.DataFrame(
    {
        "library": ["Elmwood Library", "Castle Street Library", "Elmwood Library", "Harbour Library"],
        "date": ["2021-02-03", "2022-08-19", "2023-01-30", "2023-06-02"],
        "hours_closed": [9, 30, 17, 41],
        "repairs_usd": [1200, 51800, 9400, 22650],
    }
)
STAYS = pd.DataFrame(
    {
        "canton": ["Uri", "Jura", "Zug", "Uri", "Jura", "Zug"],
        "year": [2022, 2022, 2022, 2023, 2023, 2023],
        "guests": [1830, 2410, 905, 1760, 2575, 988],
        "nights": [4210, 9380, 1740, 4015, 9930, 1892],
        "receipts_m": [0.61, 1.34, 0.22, 0.58, 1.47, 0.25],
        "beds": [310, 402, 122, 310, 415, 122],
    }
)
TABLES = {
    "stays": STAYS,
    "closures": CLOSURES,
    "libraries": LIBRARIES, "branches": YEARS, "librarians": LIBRARIANS, "matches": LEAGUE, "output": OUTPUT,
    "ferries": FERRIES, "inspections": INSPECTIONS, "accounts": ACCOUNTS,
}  # fmt: skip


CAUGHT = {
    "change of a column of years": (
        "Alder Mill turned out 751 tonnes in 2023, 39 fewer than in 2022.",
        "39",
        "difference",
        "-39",
    ),
    "percent of a thing that fell": ("Alder Mill fell 4.9 percent in 2023.", "4.9", "percent change", "-4.936709"),
    "a part in words": (
        "Visitors at Castle Street Library rose by a quarter from 22,000 in 2021 to 2023.",
        "quarter",
        "percent change",
        "24.909091",
    ),
    "gap between two things": ("In 2023 Elmwood Library had 18 more staff than Harbour Library.", "18", "gap", "18"),
    "gap after the figure it is of": (
        "Elmwood Library drew 99,300 visitors in 2023, 62,800 more than Harbour Library.",
        "62,800",
        "gap",
        "62800",
    ),
    "how many times": (
        "In 2023 Elmwood Library had three times as many staff as Harbour Library.",
        "three times",
        "ratio",
        "3",
    ),
    "half the size": ("In 2021 Harbour Library had half the staff of Elmwood Library.", "half", "ratio", "50"),
    "sum of names side by side": (
        "In 2023 Elmwood Library and Harbour Library had 135,800 visitors between them.",
        "135,800",
        "sum",
        "135800",
    ),
    "sum over all": ("The three libraries had 163,280 visitors in 2023.", "163,280", "sum", "163280"),
    "sum of a year's quarters": ("The ferries carried 135,600 passengers in 2023.", "135,600", "sum", "135600"),
    "sum of the half of a year": (
        "In the first half of 2023 the ferries carried 52,600 passengers.",
        "52,600",
        "sum",
        "52600",
    ),
    "the same half a year before": (
        "From July through December 2023 ferries carried 83,000 people, 8,700 more than in the same period of 2022.",
        "8,700",
        "difference",
        "8700",
    ),
    "cents of every dollar": (
        "In 2023 fundraising took 16 cents of every dollar of income.",
        "16 cents",
        "share",
        "16.000888",
    ),
    "so much for each in a row of a year": (
        "Income came to $901,200 in 2023, or $3,562 per volunteer.",
        "$3,562",
        "ratio",
        "3562.055336",
    ),
    "mean": ("Elmwood Library had an average of 90,317 visitors.", "90,317", "mean", "90316.666667"),
    "same quarter a year before": (
        "Ferry passengers rose 10 percent in the last quarter of 2023.",
        "10 percent",
        "percent change",
        "9.95671",
    ),
    "sum over the rows of one side": (
        "Dunmoor hosted Corley Rovers. Ashby Town has drawn 8,500 in attendance to its two home matches.",
        "8,500",
        "sum",
        "8500",
    ),
    "sum of times": ("Elmwood Library has been closed twice, for 26 hours in all.", "26 hours", "sum", "26"),
    "sum of names said before": (
        "Elmwood Library has a slip, as has Harbour Library. Together the two had 135,800 visitors in 2023.",
        "135,800",
        "sum",
        "135800",
    ),
    "sum of the last rows": ("The three closures cost $83,850 between them.", "$83,850", "sum", "83850"),
    "share of several rows": (
        "Elmwood Library ran up $10,600 in repairs in two closures, 12 percent of all repairs.",
        "12 percent",
        "share",
        "12.463257",
    ),
    "share of two together": (
        "Elmwood Library is by the sea, like Harbour Library. Together the two drew 83 percent of visitors in 2023.",
        "83 percent",
        "share",
        "83.170015",
    ),
    "share of a column of a year": (
        "In 2023 fundraising was 16 percent of income, against 13 percent in 2022.",
        "16 percent",
        "share",
        "16.000888",
    ),
    "part of the size of another": (
        "In 2023 Harbour Library was a third the size of Elmwood Library.",
        "a third",
        "ratio",
        "33.333333",
    ),
    "times the size, by the figure before": (
        "In 2023 Harbour Library had 9 staff. Elmwood Library is three times its size.",
        "three times",
        "ratio",
        "3",
    ),
    "rows of one over rows of another": (
        "Elmwood Library cost half as much in repairs as Harbour Library.",
        "half as much",
        "ratio",
        "46.799117",
    ),
    "so many on average": (
        "In 2023 Uri had guests who spent 2.28 nights there on average.",
        "2.28 nights",
        "ratio",
        "2.28125",
    ),
    "so much for each of all": (
        "In 2023 receipts from guests came to $145.23 for every night.",
        "$145.23",
        "ratio",
        "145.229526",
    ),
    "so many per thousand": (
        "In 2023 Zug had 123.5 beds per 1,000 guests.",
        "123.5",
        "ratio",
        "123.481781",
    ),
    "per thousand, said before": (
        "In 2023 Zug had 123.5 beds per 1,000 guests. In Jura it was 161.2.",
        "161.2",
        "ratio",
        "161.165049",
    ),
    "games won at home": ("Ashby Town won two matches.", "two matches", "won", "2"),
    "games over a bound": ("Ashby Town drew a crowd above 4,000 two times in attendance.", "two times", "count", "2"),
    "place by an adjective": ("Harbour Library had the second biggest staff in 2023.", "second biggest", "rank", "2"),
    "age between two people": (
        "Ruth Okafor is five years younger than Tomasz Bielak.",
        "five years",
        "between",
        "1680",
    ),
    "age between two things": (
        "Harbour Library is 83 years younger than Elmwood Library.",
        "83 years",
        "between",
        "83",
    ),
    "between two inspections": (
        "Elmwood Library was rated good in November 2023, two and a half years after it was rated adequate.",
        "two and a half years",
        "between",
        "917",
    ),
    "years in a row": ("Visitors at Harbour Library fell for the second year in a row.", "second year", "trend", "2"),
    "a run of columns": ("Output at Alder Mill fell for the second year in a row.", "second year", "trend", "2"),
}
LEFT = {
    "change of a column of years": ("Alder Mill turned out 751 tonnes in 2023 and has 39 looms.", "39", "difference"),
    "percent of a thing that fell": ("Alder Mill sent 4.9 percent to Birch Mill in 2023.", "4.9", "percent change"),
    "gap between two things": ("In 2023 Elmwood Library had 18 staff, Harbour Library had others.", "18", "gap"),
    "sum of names side by side": (
        "In 2023 Elmwood Library and Harbour Library had 135,801 visitors between them.",
        "135,801",
        "sum",
    ),
    "sum of the last rows": ("The closures cost $83,850.", "$83,850", "sum"),
    "sum of times": ("Elmwood Library was closed for 26 hours.", "26 hours", "sum"),
    "sum of the half of a year": ("In 2023 the ferries carried 52,600 passengers.", "52,600", "sum"),
    "cents of every dollar": ("In 2023 fundraising took 16p, and a pound came to the house.", "16p", "share"),
    "games won at home": ("Ashby Town won four matches.", "four matches", "won"),
    "place by an adjective": ("Elmwood Library had the second biggest staff in 2023.", "second biggest", "rank"),
    "age between two people": ("Ruth Okafor is nine years younger than Tomasz Bielak.", "nine years", "between"),
    "years in a row": ("Visitors at Harbour Library fell for the fifth year in a row.", "fifth year", "trend"),
}


@pytest.mark.parametrize("case", CAUGHT.values(), ids=CAUGHT)
def test_what_a_reader_computes_is_among_the_readings(case: tuple[str, str, str, str]):
    """The figure of the sentence is computed from the tables, by the family that its words call for."""
    text, words, family, expected = case

    assert (family, expected) in agreeing(text, words, TABLES)


@pytest.mark.parametrize("case", LEFT.values(), ids=LEFT)
def test_what_the_words_do_not_call_for_does_not_agree(case: tuple[str, str, str]):
    """Nothing of the family agrees where the words speak of something else, or the figure is another."""
    text, words, family = case

    assert family not in {name for name, _ in agreeing(text, words, TABLES)}


def test_every_computed_reading_can_be_replayed():
    """Each weighed reading's query gives in DuckDB what was computed here."""
    questions = {q for text, words, *_ in (*CAUGHT.values(), *LEFT.values()) for q in queried(text, words, TABLES)}

    assert [] == unanswered(questions, TABLES)
    assert len(questions) > 100


def test_four_days_of_a_year_are_not_its_quarters():
    """Only months and quarters add up to a year: days of play do not, however many there are."""
    tables, _ = checking.indexed(claims.References.from_frames({"league": LEAGUE}))

    assert {} == by_year(tables["league"], "attendance", Selection())


def test_what_a_poll_had_is_no_share_of_the_votes_cast():
    """A share that a poll gave is not held against the votes that were counted."""
    votes = pd.DataFrame({"party": ["Reform", "Unity", "Harbour League"], "votes": [41_300, 38_900, 19_800]})

    assert ("share", "41.3") in agreeing("Reform won 41.3 percent of the vote.", "41.3 percent", {"votes": votes})
    assert not agreeing("A poll had Reform on 41.3 percent of the vote.", "41.3 percent", {"votes": votes})
