"""Figures that no column holds: how full, what was taken, how fast, what columns make together."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import asked, queried, replayed, verdict, weighed
from tests.checking.test_replay import unanswered

NAMES = ["Elm Hospital", "Oak Hospital", "Birch Hospital", "Ash Hospital"]
HOSPITALS = {
    "hospitals": pd.DataFrame({"hospital": NAMES, "opened": [1931, 1958, 1974, 2003], "beds": [420, 310, 180, 95]}),
    "hospital_years": pd.DataFrame(
        {
            "year": [2022] * 4 + [2023] * 4 + [2024] * 4,
            "hospital": NAMES * 3,
            "patients_per_day": [371, 262, 171, 60, 378, 254, 166, 71, 390, 241, 160, 77],
            "nurses": [610, 455, 270, 120, 615, 448, 262, 131, 630, 440, 255, 140],
        }
    ),
}
CAR_PARKS = {
    "car_parks": pd.DataFrame(
        {
            "car_park": ["Castle", "Station", "Quay", "Market"],
            "spaces": [420, 650, 180, 240],
            "free_spaces": [63, 26, 90, 12],
        }
    )
}
CINEMAS = {
    "cinemas": pd.DataFrame({"cinema": ["Rex", "Lux", "Plaza"], "seats": [320, 210, 540]}),
    "cinema_years": pd.DataFrame(
        {
            "cinema": ["Rex", "Lux", "Plaza"] * 2,
            "year": [2022] * 3 + [2023] * 3,
            "screenings": [980, 1100, 1240, 1010, 1050, 1300],
            "tickets": [156800, 138600, 267840, 161600, 126000, 315900],
            "average_price_usd": [9.2, 10.5, 11, 9.6, 10.9, 11.5],
        }
    ),
}
CROPS = {
    "crops": pd.DataFrame(
        {
            "crop": ["barley", "rye", "oats"] * 2,
            "year": [2022] * 3 + [2023] * 3,
            "area_thousand_ha": [140, 62, 38, 132, 66, 41],
            "harvest_thousand_tonnes": [840, 310, 152, 726, 343, 172.2],
            "price_usd_per_tonne": [210, 190, 175, 205, 195, 181],
        }
    )
}
ROUTES = {
    "routes": pd.DataFrame(
        {
            "route": ["Island route", "Sound route", "Harbour route", "Coast route"],
            "distance_km": [18.4, 42.0, 3.2, 66.5],
            "minutes": [40, 70, 12, 150],
        }
    ),
    "ferries": pd.DataFrame(
        {"ferry": ["Kestrel", "Osprey", "Tern"], "seats": [180, 240, 310], "standing": [60, 80, 0]}
    ),
}
DISTRICTS = {
    "elections": pd.DataFrame(
        {
            "year": [2019] * 3 + [2023] * 3,
            "district": ["Norvale", "Estmoor", "Sudlow"] * 2,
            "registered_voters": [141000, 73200, 160500, 143500, 74100, 164200],
            "ballots_cast": [98700, 47580, 101115, 97580, 45201, 105088],
        }
    ),
    "districts": pd.DataFrame(
        {
            "district": ["Norvale", "Estmoor", "Sudlow"],
            "population": [184200, 96400, 212800],
            "gdp_million_eur": [8120, 2410, 7660],
        }
    ),
}
WATER = {
    "utility_years": pd.DataFrame(
        {
            "year": [2019, 2020, 2021, 2022, 2023],
            "supplied_million_m3": [4.12, 4.05, 4.21, 3.98, 4.09],
            "households": [21400, 21650, 21900, 22200, 22480],
        }
    )
}
SUPPORTED, REFUTED, OPEN = "supported", "refuted", "not_enough_info"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Elm Hospital was 93 percent full in 2024.", "93 percent", SUPPORTED),
        ("Elm Hospital was 83 percent full in 2024.", "83 percent", REFUTED),
        ("In 2024, 81 percent of the beds at Ash Hospital were occupied.", "81 percent", SUPPORTED),
        ("Bed occupancy at Oak Hospital was 78 percent last year.", "78 percent", SUPPORTED),
        ("Bed occupancy at Oak Hospital was 87 percent last year.", "87 percent", REFUTED),
        ("Together the four hospitals filled 86 percent of their beds in 2024.", "86 percent", SUPPORTED),
        ("In 2024 Ash Hospital was more than three quarters full.", "three quarters", SUPPORTED),
        ("Ash Hospital had 18 empty beds on an average day in 2024.", "18 empty beds", SUPPORTED),
        ("Occupancy at Birch Hospital slipped from 92 percent to 89.", "92 percent", SUPPORTED),
        ("Occupancy at Birch Hospital slipped from 92 percent to 89.", "89", SUPPORTED),
        ("Occupancy at Ash Hospital rose by 6 percentage points last year.", "6 percentage", SUPPORTED),
        ("Occupancy at Oak Hospital rose by 4 percentage points last year.", "4 percentage", OPEN),
    ],
)
def test_what_is_used_is_held_against_what_another_table_has_room_for(text, words, expected):
    """How full something is, at a time, of one thing or of all, and by how much that changed."""
    assert expected == verdict(text, words, "2025-02-10", **HOSPITALS)[0]


@pytest.mark.parametrize(
    "text",
    [
        "In 2024, 82 percent of patients at Elm Hospital said they were satisfied, though the wards were often full.",
        "Some 40 percent of the beds at Oak Hospital are in single rooms.",
        "Birch Hospital says that 15 percent of its posts are vacant.",
        "On one Monday in March 2024, 97 percent of the beds at Birch Hospital were occupied.",
        "In January Elm Hospital was 99 percent full for a week.",
        "At its peak in the winter of 2022 Ash Hospital was 98 percent full.",
        "Ash Hospital was half full at night in 2022.",
    ],
)
def test_a_part_of_something_else_or_of_a_moment_refutes_nothing(text):
    """A percentage of patients or posts, or of one night, is no yearly figure of the beds."""
    labels = [w for w in ("percent", "half") if w in text]

    assert OPEN == verdict(text, labels[0], "2025-02-10", **HOSPITALS)[0]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Castle car park is 85 percent full.", "85 percent", SUPPORTED),
        ("The Castle car park is 75 percent full.", "75 percent", REFUTED),
        ("The Quay car park is half empty.", "half", SUPPORTED),
        ("The four car parks together are 87 percent full.", "87 percent", SUPPORTED),
        ("The fullest car park is the Station.", "fullest", SUPPORTED),
        ("The fullest car park is the Market.", "fullest", REFUTED),
        ("The Quay car park is the emptiest of the four.", "emptiest", SUPPORTED),
    ],
)
def test_what_is_free_tells_what_is_full(text, words, expected):
    """A column of what is left is turned round."""
    assert expected == verdict(text, words, "2025-02-10", **CAR_PARKS)[0]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Rex sold half of its seats in 2023, the Plaza 45 percent.", "half", SUPPORTED),
        ("The Rex sold half of its seats in 2023, the Plaza 45 percent.", "45 percent", SUPPORTED),
        ("The Lux was the fullest of the three cinemas in 2023.", "fullest", SUPPORTED),
        ("The Rex was the fullest of the three cinemas in 2023.", "fullest", REFUTED),
        ("The Plaza's box office was $3.6 million in 2023.", "$3.6 million", SUPPORTED),
        ("The Rex took about $1.55 million in 2023, 7.5 percent more than in 2022.", "$1.55 million", SUPPORTED),
        ("The Plaza's takings rose by 23 percent in 2023.", "23 percent", SUPPORTED),
        ("The Plaza's takings fell by 23 percent in 2023.", "23 percent", OPEN),
        ("The three cinemas took $6.6 million at the box office in 2023.", "$6.6 million", SUPPORTED),
        ("The Rex made $2.1 million from the sale of its café in 2023.", "$2.1 million", OPEN),
        ("The Rex had takings from food of $2.1 million in 2023.", "$2.1 million", OPEN),
    ],
)
def test_seats_are_meant_for_each_occasion_and_tickets_have_a_price(text, words, expected):
    """Seats times screenings are the room there was; tickets times their price what was taken."""
    assert expected == verdict(text, words, "2024-03-05", **CINEMAS)[0]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("In 2023 barley yielded 5.5 tonnes a hectare, against six in 2022.", "5.5 tonnes", SUPPORTED),
        ("In 2023 barley yielded 5.5 tonnes a hectare, against six in 2022.", "six", SUPPORTED),
        ("The barley harvest was worth $149 million in 2023.", "$149 million", SUPPORTED),
        ("Barley had the highest yield per hectare in 2023.", "highest", SUPPORTED),
        ("Rye had the lowest yield per hectare in 2023.", "lowest", OPEN),
        ("Oats had the lowest yield per hectare in 2023.", "lowest", SUPPORTED),
    ],
)
def test_a_yield_is_ranked_and_a_harvest_has_a_worth(text, words, expected):
    """So much for each unit of another column, by its unit in full."""
    assert expected == verdict(text, words, "2024-03-05", **CROPS)[0]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Harbour route is the slowest of the four.", "slowest", SUPPORTED),
        ("The Sound route is the fastest of the four.", "fastest", SUPPORTED),
        ("The Coast route is the fastest of the four.", "fastest", OPEN),
        ("The Osprey can carry 320 passengers.", "320 passengers", SUPPORTED),
        ("The Osprey can carry 340 passengers.", "340 passengers", REFUTED),
        ("The Kestrel has room for 240 people.", "240 people", SUPPORTED),
    ],
)
def test_a_speed_is_no_length_and_standing_room_counts(text, words, expected):
    """The longest route is not the fastest; what a ship can carry are its seats and its standing room."""
    assert expected == verdict(text, words, "2025-02-10", **ROUTES)[0]


WORKS = {
    "budgets": pd.DataFrame(
        {"project": ["Bridge", "Tunnel", "Hall"], "budget_million": [120, 340, 58], "spent_million": [131, 298, 58]}
    ),
    "library_years": pd.DataFrame(
        {
            "library": ["Elmwood", "Harbour", "Castle"] * 2,
            "year": [2022] * 3 + [2023] * 3,
            "visitors": [90400, 38100, 25300, 99300, 36500, 27480],
            "open_days": [298, 251, 240, 300, 250, 241],
        }
    ),
}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Bridge cost 109 percent of its budget.", "109 percent", SUPPORTED),
        ("The Tunnel used 78 percent of its budget.", "78 percent", REFUTED),
        ("The Tunnel spent 12 percent of its budget on consultants.", "12 percent", OPEN),
        ("The Tunnel had used 40 percent of its budget by March.", "40 percent", OPEN),
        ("Elmwood had 331 visitors a day in 2023.", "331 visitors", SUPPORTED),
        ("Castle had 141 visitors a day in 2023.", "141 visitors", OPEN),
    ],
)
def test_a_budget_is_used_and_a_year_shared_out_to_its_days(text, words, expected):
    """A part of a budget that went to something tells nothing of all that was spent."""
    assert expected == verdict(text, words, "2024-03-14", **WORKS)[0]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Turnout in Norvale was 68 percent in 2023.", "68 percent", SUPPORTED),
        ("Turnout in Norvale was 78 percent in 2023.", "78 percent", REFUTED),
        ("Turnout among young voters in Norvale was 41 percent in 2023.", "41 percent", OPEN),
        ("The postal turnout in Sudlow was 31 percent in 2023.", "31 percent", OPEN),
        ("Turnout was lowest in Estmoor in 2023.", "lowest", SUPPORTED),
        ("Norvale has the highest GDP per head.", "highest", SUPPORTED),
    ],
)
def test_a_turnout_is_of_those_who_may_vote(text, words, expected):
    """Ballots over registered voters; what is told of some of them only is left open."""
    assert expected == verdict(text, words, "2024-02-10", **DISTRICTS)[0]


HOTEL = {
    "hotel_years": pd.DataFrame(
        {
            "year": [2019, 2020, 2021, 2022, 2023],
            "rooms": [240, 240, 240, 260, 260],
            "rooms_occupied_per_night": [187, 92, 131, 198, 213],
            "nights_sold": [68255, 33580, 47815, 72270, 77745],
            "average_rate_eur": [112, 98, 101, 118, 127],
        }
    )
}
COUNCILS = {
    "votes": pd.DataFrame(
        {
            "year": [2015, 2017, 2019, 2021, 2023] * 2,
            "council": ["Marl"] * 5 + ["Penby"] * 5,
            "registered": [41000, 41500, 42100, 42800, 43300, 22000, 22100, 22400, 22700, 23000],
            "ballots": [24600, 25730, 24418, 26536, 28145, 11000, 12155, 11648, 12485, 11730],
        }
    )
}


@pytest.mark.parametrize(
    ("text", "words", "expected", "frames"),
    [
        ("Turnout in Penby was 51 percent in 2023, the lowest since 2015.", "lowest", SUPPORTED, COUNCILS),
        ("Turnout in Penby was 51 percent in 2023, the highest since 2015.", "highest", OPEN, COUNCILS),
        ("Turnout in Penby was the lowest in eight years.", "lowest", SUPPORTED, COUNCILS),
        ("In 2022 turnout was 60 percent.", "60 percent", OPEN, COUNCILS),
        ("Occupancy fell to 38 percent in 2020, its lowest in years.", "38 percent", SUPPORTED, HOTEL),
        ("Occupancy fell to 38 percent in 2020, its lowest in years.", "lowest", SUPPORTED, HOTEL),
        ("The hotel was 72 percent full in 2023.", "72 percent", REFUTED, HOTEL),
        ("Room revenue was €9.87 million in 2023, 16 percent more than in 2022.", "€9.87 million", SUPPORTED, HOTEL),
        ("The hotel's revenue was the highest on record.", "highest", SUPPORTED, HOTEL),
    ],
)
def test_a_figure_has_a_place_among_those_of_other_years(text, words, expected, frames):
    """Since a year, in so many years, on record: years of one thing are compared, not things of one year."""
    assert expected == verdict(text, words, "2024-02-10", **frames)[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Each household used 182 cubic metres last year, against 193 in 2019.", "182 cubic metres"),
        ("Each household used 182 cubic metres last year, against 193 in 2019.", "193"),
        ("A household used about 182 cubic metres a year in 2023.", "182 cubic metres"),
    ],
)
def test_a_year_is_shared_out_to_each(text, words):
    """Millions of cubic metres over households."""
    assert SUPPORTED == verdict(text, words, "2024-02-10", **WATER)[0]


def test_a_figure_of_a_rank_names_who_holds_it():
    """The name behind a superlative is held to the same figures."""
    text = "The fullest hospital in 2024 was Ash Hospital."
    outcomes = {w.result.outcome for w in weighed(text, "Ash Hospital", HOSPITALS, "2025-02-10")}

    assert {"disagrees"} == outcomes


@pytest.mark.parametrize(
    ("text", "words", "frames"),
    [
        ("Together the four hospitals filled 86 percent of their beds in 2024.", "86 percent", HOSPITALS),
        ("Birch Hospital had the second-highest occupancy in 2024.", "second-highest", HOSPITALS),
        ("Occupancy at Ash Hospital rose by 6 percentage points last year.", "6 percentage", HOSPITALS),
        ("The fullest car park is the Station.", "fullest", CAR_PARKS),
        ("The three cinemas took $6.6 million at the box office in 2023.", "$6.6 million", CINEMAS),
        ("Oats had the lowest yield per hectare in 2023.", "lowest", CROPS),
    ],
)
def test_every_such_query_gives_the_same_in_duckdb(text, words, frames):
    """Products, sums over things, and extremes and ranks of figures are written as SQL."""
    assert [] == unanswered(queried(text, words, frames, "2025-02-10"), frames)


def test_evidence_has_the_cells_of_both_tables():
    """What is used and the room there is are both shown."""
    evidence, rows = replayed("Elm Hospital was 93 percent full in 2024.", "93 percent", "2025-02-10", **HOSPITALS)

    assert {"patients_per_day", "beds"} <= {*evidence.columns}
    assert 92.857143 == pytest.approx(float(rows[0][0]))


def test_a_stretch_that_leads_to_a_time_is_no_figure():
    """ "272 three years earlier" tells when, and no three of anything."""
    choirs = pd.DataFrame(
        {"choir": ["Elm", "Elm", "Elm", "Elm"], "year": [2021, 2022, 2023, 2024], "concerts": [272, 280, 281, 284]}
    )
    text = "Elm gave 284 concerts in 2024, against 272 three years earlier."

    assert not {a.reading.query.column for a in asked(text, "three years earlier", choirs=choirs)} & {"concerts"}
