"""Cells are found by their words, by a figure before, or by a telling figure alone."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import asked, verdict, weighed

CLUBS = pd.DataFrame({
    "club": ["Wexcombe Swifts", "Holt Wanderers", "Marram United"], "gold_medals": [14, 27, 9],
    "races_won": [31, 46, 22], "members": [640, 912, 385],
})  # fmt: skip
BOATS = pd.DataFrame({
    "boat": ["Petrel", "Curlew", "Plover", "Sandpiper"], "failures": [3, 5, 2, 4], "sailings": [61, 48, 52, 37],
    "max_draught_m": ["4.2", "3.1", "5.0", "2.4"], "deck area (m²)": [88, 61, 120, 43],
    "fuel_price_eur_mwh": [71, 72, 74, 75],
})  # fmt: skip
SCHOOLS = pd.DataFrame({
    "school": ["Ashby Primary", "Ashby Primary", "Long Lane School", "Long Lane School"],
    "year": [2023, 2024, 2023, 2024], "pupils": [412, 398, 233, 245],
})  # fmt: skip
ASSEMBLY = pd.DataFrame({
    "party": ["Coast Party", "Hill League", "Civic Union"], "seats": [38, 21, 11], "candidates": [70, 70, 64],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "column"),
    [
        ("The Swifts are a happy club, and the secretary puts the tally of Wexcombe Swifts at 31.", "31", "races_won"),
        ("Curlew has sailed 48 times.", "48 times", "sailings"),
        ("Petrel draws 4.2 metres.", "4.2 metres", "max_draught_m"),
        ("Plover has 120 square metres of deck.", "120 square metres", "deck area (m²)"),
        ("The Coast Party won 38 of the 70 seats.", "38", "seats"),
        ("Ashby Primary had 412 pupils in 2023. In 2024 it had 398.", "398", "pupils"),
    ],
)
def test_a_cell_is_looked_up(text, words, column):
    """Two digits that a row of what is named holds, a verb with "times", a unit, a part, a bare figure find a cell."""
    found = asked(text, words, clubs=CLUBS, boats=BOATS, schools=SCHOOLS, assembly=ASSEMBLY)

    assert any(a.outcome == "agrees" and a.reading.query.column == column for a in found)


@pytest.mark.parametrize(
    ("text", "words", "column"),
    [
        ("The Swifts have 3 friends in Wexcombe.", "3", "failures"),
        ("Curlew was painted 48 times.", "48 times", "sailings"),
        ("The Coast Party won 38 of the last 70 votes.", "38", "seats"),
    ],
)
def test_a_cell_is_left_alone(text, words, column):
    """A small number, a verb for something else, a run of events say nothing of a cell that holds the figure."""
    found = asked(text, words, clubs=CLUBS, boats=BOATS, assembly=ASSEMBLY)

    assert not any(a.reading.family == "lookup" and a.reading.query.column == column for a in found)


PARKS = pd.DataFrame({
    "park": ["Elm Park", "Elm Park", "Quarry Park"], "year": [2021, 2022, 2021], "visitors": [81257, 94416, 30128],
})  # fmt: skip


@pytest.mark.parametrize(
    ("figure", "refutes"), [("81,527", True), ("81,957", True), ("80,957", False), ("81,300", False)]
)
def test_a_miswritten_figure_may_be_refuted_by_its_cell(figure, refutes):
    """Digits swapped, or one of five wrong, tell the cell that was meant; a figure merely near does not."""
    found = asked(f"Elm Park is popular: {figure} in 2021.", figure, parks=PARKS)
    cells = [a.reading.refutes for a in found if a.reading.family == "cell" and str(a.value) == "81257"]

    assert refutes == any(cells)


TABLE = pd.DataFrame({"club": ["Holt Rovers", "Marram City"], "won": [21, 15], "lost": [4, 9]})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "refutes"),
    [("Holt Rovers lost six games.", "six", True), ("Holt Rovers dropped six points.", "six", False)],
)
def test_a_verb_that_the_column_counts_is_no_change(text, words, refutes):
    """Games lost are counted in the column of that name; of points dropped nothing is known."""
    found = asked(text, words, table=TABLE)

    assert refutes == any(a.reading.refutes for a in found if a.reading.query.column == "lost")


HOUSES = pd.DataFrame({
    "term": [2018, 2020, 2022], "tory_seats": [31, 28, 25], "green_seats": [28, 31, 34], "labour_seats": [4, 4, 4],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "named", "beside"),
    [
        ("In 2020 the Greens had 31 seats.", "31 seats", "green_seats", "tory_seats"),
        ("In 2020 the Tories had 31 seats.", "31 seats", "tory_seats", "green_seats"),
    ],
)
def test_a_column_beside_the_named_one_is_less_likely(text, words, named, beside):
    """A column whose own word the clause says comes before those that differ from it in that word."""
    found = asked(text, words, "2023-02-20", houses=HOUSES)
    best = {c: max(a.reading.part("words") for a in found if a.reading.query.column == c) for c in (named, beside)}

    assert best[beside] < best[named]


CLOSURES = pd.DataFrame({
    "date": ["2023-03-28", "2023-11-24", "2024-02-11"], "harbour": ["Sarrow", "Sarrow", "Dunmoor"],
    "cause": ["oil spill", "thick fog", "crane failure"], "hours_closed": [98, 12, 31], "ships_delayed": [34, 5, 9],
    "cost_usd_m": ["8.5", "0.4", "2.1"],
})  # fmt: skip
MOTIONS = pd.DataFrame({
    "title": ["Ferry Fares Act", "Noise Act"], "votes_for": [35, 41], "votes_against": [32, 23], "absent": [5, 6],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "column", "outcome"),
    [
        ("The spill at Sarrow in 2023 lasted 98 hours and held up 34 ships.", "98 hours", "hours_closed", "agrees"),
        ("The spill at Sarrow in 2023 held up 43 ships.", "43 ships", "ships_delayed", "disagrees"),
        ("Plover offers 210 square metres to its guests.", "210 square metres", "deck area (m²)", "disagrees"),
        ("Curlew failed five times.", "five times", "failures", "agrees"),
        ("The Ferry Fares Act passed 35-32.", "35-32", "", "agrees"),
        ("The Ferry Fares Act passed 35-31.", "35-31", "", "disagrees"),
    ],
)
def test_a_cell_is_found_without_its_name(text, words, column, outcome):
    """A kind goes by its last word, money by its unit alone, a count by the verb for it, votes by their two sides."""
    frames = {"closures": CLOSURES, "motions": MOTIONS, "boats": BOATS}
    first = [a for a in asked(text, words, "2024-06-20", **frames) if a.reading.query.column == column]
    named = {f.value for a in first[:1] for f in a.reading.query.where} & {"oil spill"}

    assert [a.outcome for a in first[:1]] == [outcome]
    assert bool(named) == ("spill" in text)


@pytest.mark.parametrize("causes", [("oil spill", "acid spill"), ("no spill", "thick fog")])
def test_a_last_word_that_says_too_little_names_no_kind(causes):
    """Where "oil spill" and "acid spill" stand in a column "the spill" is either; "no spill" is none."""
    two = CLOSURES.assign(cause=[*causes, "crane failure"])
    found = asked("The spill at Sarrow in 2023 held up 34 ships.", "34 ships", "2024-06-20", closures=two)

    assert not any(f.column == "cause" for a in found for f in a.reading.query.where)


CROPS = pd.DataFrame({"crop": ["Barley", "Oats"], "area_ha": [5120, 2260]})
PRICES = pd.DataFrame({
    "month": ["2024-01", "2024-02"] * 2, "market": ["Holt", "Holt", "Marram", "Marram"],
    "barley": [212, 219, 204, 208], "lentils": [187, 181, 176, 178],
})  # fmt: skip


def test_a_column_of_one_thing_is_looked_up_in_the_row_that_is_named():
    """Where a table has a column a crop and a row a market, both have to be named."""
    found = asked("Barley cost $204 in Marram in January.", "$204", crops=CROPS, prices=PRICES)

    assert any(a.outcome == "agrees" and a.reading.query.column == "barley" for a in found)


FERRIES = pd.DataFrame({
    "route": ["Holt Ferry", "Marram Ferry", "Sound Ferry"], "trips": ["14.63", "2.18", "7.05"],
    "on_time_pct": [81, 93, 64],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "outcome"),
    [
        ("The Holt Ferry made 14.63 million trips.", "14.63", "agrees"),
        ("The Holt Ferry made 14.36 million trips.", "14.36", "disagrees"),
        ("The Holt Ferry made 14,630,000 trips.", "14,630,000", "disagrees"),
        ("Of the routes on time most often the Marram Ferry was best, with 93.", "93", "agrees"),
    ],
)
def test_a_figure_is_held_to_decimals_in_its_own_scale(text, words, outcome):
    """A table that says no scale has that of the words, if its decimals suit; a bare figure may be a percentage."""
    found = [a for a in asked(text, words, ferries=FERRIES) if a.reading.family == "lookup"]

    assert found[0].outcome == outcome


RATES = pd.DataFrame({
    "date": ["2024-03-01", "2024-06-03", "2024-09-02"], "rate_pct": [4.0, 4.25, 3.75], "change_bp": [0, 25, -50],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "outcome"),
    [
        ("The bank raised its rate by 25 basis points on June 3, 2024.", "25 basis points", "agrees"),
        ("The bank raised its rate by 0.25 percentage points on June 3, 2024.", "0.25 percentage points", "agrees"),
        ("The bank lowered its rate by half a point on September 2, 2024.", "half a point", "agrees"),
        ("The bank raised its rate by half a point on September 2, 2024.", "half a point", "disagrees"),
        ("The bank cut its rate by a quarter of a point on September 2, 2024.", "a quarter of a point", "disagrees"),
    ],
)
def test_a_column_of_changes_says_how_far_something_rose_or_fell(text, words, outcome):
    """What is raised or lowered by so much is asked of the column of changes, with its sign, in either unit."""
    (first, *_) = [a for a in asked(text, words, "2024-10-01", rates=RATES) if a.reading.family == "lookup"]

    assert (first.reading.query.column, first.outcome, first.reading.refutes) == ("change_bp", outcome, True)


def test_a_noun_with_an_of_behind_it_is_no_part():
    """What is counted "of all ages" is a whole, and another number than the cell's speaks against it."""
    found = asked("Long Lane School had 254 pupils of all ages in 2024.", "254 pupils", schools=SCHOOLS)

    assert 245 in [a.value for a in found if a.reading.family == "lookup" and a.reading.refutes]


BAKERIES = pd.DataFrame(
    {"bakery": ["Kornblum", "Mehlmann"], "loaf_cents": [380, 340], "roll_cents": [45, 50], "shops": [12, 7]}
)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A loaf at Kornblum costs 3.80 crowns.", "3.80", "supported"),
        ("A loaf at Kornblum costs 3.60 crowns.", "3.60", "refuted"),
        ("A roll is 45 cents at Kornblum.", "45 cents", "supported"),
        ("A loaf costs 40 cents more at Kornblum than at Mehlmann.", "40 cents", "supported"),
        ("A loaf costs 60 cents more at Kornblum than at Mehlmann.", "60 cents", "refuted"),
    ],
)
def test_a_price_in_cents_is_told_in_whole_coins(text, words, expected):
    """380 cents are 3.80 crowns, or euros."""
    assert expected == verdict(text, words, "2025-02-01", bakeries=BAKERIES)[0]


def test_a_figure_of_a_clause_with_a_subject_is_not_one_of_what_was_named_before():
    """What is down to 189 has not the 189 points of another, however well that figure agrees."""
    halls = pd.DataFrame({"hall": ["Oak Hall", "Elm Hall", "Ash Hall"], "members": [402, 198, 311]})
    cups = pd.DataFrame({"season": [2023, 2024], "champion": ["Oak Hall"] * 2, "points": [189, 212]})
    found = weighed(
        "Oak Hall won in 2023. Elm Hall is down to 189.", "189", {"halls": halls, "cups": cups}, "2025-02-01"
    )

    assert {"disagrees"} == {w.result.outcome for w in found if w.reading.family == "lookup"}


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("The Noise Act passed 41-23.", "41-23", "supported"),
        ("The Noise Act passed 41-22.", "41-22", "refuted"),
        ("The Otters won 41-22 while the Noise Act was debated.", "41-22", "not_enough_info"),
    ],
)
def test_one_side_of_a_vote_that_is_right_tells_which_vote_it_is(text, words, label):
    """A tally with one number of the row and one that is none of it is wrong; a score of a match is none of a vote."""
    assert verdict(text, words, "2024-06-20", motions=MOTIONS)[0] == label


def test_a_clause_behind_a_loss_makes_no_enumeration_of_it():
    accounts = pd.DataFrame({
        "owner": ["Brant Media", "Elm Group"] * 3, "year": [2021] * 2 + [2022] * 2 + [2023] * 2,
        "revenue_mn_crowns": [110.2, 80.1, 121.2, 82.4, 127.6, 85.3],
        "profit_mn_crowns": [4.1, 2.2, 1.3, -1.1, -3.2, 2.4],
    })  # fmt: skip
    text = "Brant Media slid to a loss of 3.2 million crowns, its second in five years, although revenue rose to 127.6."

    assert verdict(text, "3.2 million", "2024-03-14", accounts=accounts)[0] == "supported"
