"""Figures and dates that are told of something else than a row: another measure, another time, an outsider."""

import pandas as pd
import pytest

from tests.checking.support import verdict

FIRES = pd.DataFrame(
    [("Skarn Hill", "2018-08-03", 1240, 12), ("Bell Ridge", "2020-07-19", 4310, 57), ("Rell", "2024-08-09", 134, 81)],
    columns=["fire", "started", "hectares", "homes_destroyed"],
)
FLOODS = pd.DataFrame(
    [("2014-03-02", "Torvik", 86), ("2021-07-15", "Hamm", 212), ("2024-11-18", "Torvik", 134)],
    columns=["date", "town", "homes_flooded"],
)
SEATS = pd.DataFrame(
    [("2024-10-13", "Green", 14, 23.1), ("2024-10-13", "Labour", 17, 28.9), ("2024-10-13", "Centre", 9, 16.0),
     ("2020-10-11", "Green", 9, 15.2), ("2020-10-11", "Labour", 21, 34.6), ("2020-10-11", "Centre", 10, 17.0)],
    columns=["election", "party", "seats", "share_percent"],
)  # fmt: skip
STAGES = pd.DataFrame(
    [(2025, "Stage 1", "Bo Lind", 182.4, "2025-05-01"), (2025, "Stage 2", "Ivo Marek", 164.0, "2025-05-02"),
     (2025, "Stage 3", "Bo Lind", 141.5, "2025-05-03"), (2025, "Stage 4", "Hal Peric", 28.1, "2025-05-04")],
    columns=["year", "stage", "winner", "km", "date"],
)  # fmt: skip
RIDERS = pd.DataFrame(
    [(1, "Hal Peric", 29, 4), (2, "Bo Lind", 25, 2), (3, "Ivo Marek", 33, 6)], columns=["rank", "rider", "age", "wins"]
)
VENUES = pd.DataFrame(
    [("Harrow Arena", 8200, 1999), ("Milby Hall", 3100, 1974)], columns=["venue", "capacity", "opened"]
)
PRIZES = pd.DataFrame(
    [(2025, "Literature", "Ana Bloom"), (2024, "Literature", "Kit Marsh"), (2025, "Physics", "Oda Finn")],
    columns=["year", "prize", "laureate"],
)
SHOWS = pd.DataFrame(
    [("2025-04-20", "Sandby Fireworks", 31000), ("2025-04-27", "Lowfield Fair", 23400)],
    columns=["date", "event", "visitors"],
)
BLAZES = pd.DataFrame(
    [("2025-04-29", "Gorse fire", "Sandby", 42), ("2025-03-30", "Quarry fire", "Lowfield", 7)],
    columns=["date", "fire", "place", "hectares"],
)
OTHERS = {"venues": VENUES, "prizes": PRIZES, "shows": SHOWS, "blazes": BLAZES}
TABLES = {"fires": FIRES, "floods": FLOODS, "council_seats": SEATS, "stages": STAGES, "riders": RIDERS}


def said(text: str, words: str) -> str:
    """Give the verdict on words of a text."""
    return verdict(text, words, "2025-05-05", **TABLES)[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The storm hit Torvik in November. Winds reached 130 kilometres an hour.", "130"),
        ("The Centre party has nine seats. Among women it got 13 percent.", "13"),
        ("The Centre party has nine seats. In rural districts it got 29 percent.", "29"),
        ("Hal Peric won on Sunday. He crashed in March and broke two ribs.", "March"),
        ("Bo Lind won two stages. In 2023 he won three stages.", "2023"),
        ("Ivo Marek won stage two. His contract, signed in 2021, ends in December.", "2021"),
        ("Bo Lind is second. He began skiing at four.", "four"),
    ],
)
def test_what_is_told_of_something_else_refutes_nothing(text, words):
    """What a table holds of a row says nothing of a wind, of a part, of another year."""
    assert said(text, words) == "not_enough_info"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The flood hit 164 homes in Torvik in November 2024.", "164"),
        ("In 2024 the Greens won 16 seats.", "16"),
        ("In 2024 the Centre party got 13 percent.", "13"),
        ("Hal Peric won stage four on Friday.", "Friday"),
    ],
)
def test_what_is_told_of_the_row_is_refuted(text, words):
    """What is said outright of a row is still held against it."""
    assert said(text, words) == "refuted"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The flood hit 134 homes in Torvik in November 2024.", "134"),
        ("Labour fell from 21 seats to 17 in 2024.", "17"),
        ("At 33, Ivo Marek is the oldest.", "33"),
        ("Hal Peric won stage four on Sunday.", "Sunday"),
    ],
)
def test_what_is_true_of_the_row_is_supported(text, words):
    """What a row bears out is supported."""
    assert said(text, words) == "supported"


@pytest.mark.parametrize(
    ("text", "words", "verdict_of"),
    [
        ("The Harrow Arena holds 8,200. Its manager, 50, started as an usher in 1993.", "1993", "not_enough_info"),
        ("The Harrow Arena, which opened in 1993, holds 8,200.", "1993", "refuted"),
        ("Ana Bloom won the literature prize. She won the reader's prize in 2015.", "2015", "not_enough_info"),
        ("Ana Bloom won the literature prize in 2024.", "2024", "refuted"),
        ("The Sandby Fireworks drew 31,000 people. Next year's show is on 19 April.", "19 April", "not_enough_info"),
        ("The Gorse fire near Sandby burned 42 hectares. It was put out on Thursday.", "Thursday", "not_enough_info"),
    ],
)
def test_a_date_of_somebody_else_of_an_end_or_of_next_year(text, words, verdict_of):
    """The day of a row is held against what is told of the row, and of nothing else."""
    assert verdict(text, words, "2025-05-05", **OTHERS)[0] == verdict_of


def test_what_had_happened_before_is_no_start_of_a_term():
    """Somebody who had come to a town in one year and got a post in another started there in the other."""
    managers = pd.DataFrame({
        "name": ["Urs Brandli", "Heidi Zwyssig"], "resort": ["Alpenrose", "Alpenrose"],
        "from": ["1990-05-01", "2009-05-01"], "to": ["2009-04-30", None],
    })  # fmt: skip
    text = "Urs Brandli had come to Alpenrose in 1974 and got the manager's office on the first of May, 1990."

    assert verdict(text, "1974", "2025-12-04", managers=managers)[0] != "refuted"
    assert verdict(text, "first of May, 1990", "2025-12-04", managers=managers)[0] == "supported"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Attendance at Esker Hall was 1,500.", "refuted"),
        ("The crowd of 1,830 had squeezed into Esker Hall, built for 1,500.", "not_enough_info"),
        ("Attendance at Esker Hall was 1,830, and it has room for 1,500.", "not_enough_info"),
    ],
)
def test_what_there_is_room_for_is_no_attendance(text, expected):
    """What a hall is built for is another measure than what came."""
    halls = pd.DataFrame(
        [("Tarn Hall", 1931, 640), ("Esker Hall", 1974, 1830)], columns=["hall", "opened", "attendance"]
    )
    assert verdict(text, "1,500", "2025-03-04", halls=halls)[0] == expected
