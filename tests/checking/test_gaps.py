"""Changes, margins within a row, gaps to a rival: among the readings where words call for them."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from tests.checking.support import LIBRARIANS, agreeing, asked, queried, verdict
from tests.checking.test_replay import unanswered

ACCOUNTS = pd.DataFrame(
    {
        "financial_year_ending": [dt.date(year, 3, 31) for year in range(2019, 2024)],
        "income_gbp": [412000, 398500, 371200, 405900, 441300],
        "spending_gbp": [401500, 402300, 369800, 417600, 433250],
        "volunteers": [84, 71, 66, 90, 113],
    }
)
WORKS = pd.DataFrame(
    {
        "scheme": ["Mill Bridge", "Quay Steps", "Weir Lock"],
        "original_budget_gbp": [1240000, 310000, 925000],
        "final_cost_gbp": [1417000, 302000, 925000],
        "opened": [dt.date(2021, 5, 3), dt.date(2022, 9, 1), dt.date(2023, 6, 12)],
    }
)
BALLOT = pd.DataFrame(
    {
        "ward": ["Abbey", "Brook", "Total"],
        "electors": [9120, 7035, 16155],
        "corrigan": [2310, 1804, 4114],
        "bielak": [1955, 2017, 3972],
    }
)
REGATTA = pd.DataFrame(
    {"crew": ["Otters", "Herons", "Pikes", "Swifts"], "points": [96, 81, 79, 60], "races": [12, 12, 12, 12]}
)
CAMPS = pd.DataFrame({"year": [2021, 2022, 2023], "capacity": [640, 640, 700], "tickets_sold": [512, 640, 655]})
TRADE = pd.DataFrame({
    "month": [f"{year}-{month:02}" for year in (2022, 2023) for month in range(1, 13)],
    "exports_gbp_mn": [200 + n for n in range(24)], "imports_gbp_mn": [190 + n for n in range(24)],
})  # fmt: skip
JAILS = pd.DataFrame({"jail": ["Northgate", "Southfell"], "capacity": [1450, 620]})
INMATES = pd.DataFrame({"jail": ["Northgate", "Southfell"] * 2, "year": [2022, 2022, 2023, 2023],
                        "inmates": [1604, 640, 1523, 641]})  # fmt: skip
GIFTS = pd.DataFrame({
    "year": [2022, 2022, 2023, 2023], "giver": ["Harl", "Norr"] * 2,
    "promised_gbp": [5200, 8100, 6400, 9300], "paid_gbp": [5200, 7350, 6100, 8050],
})  # fmt: skip
STORMS = pd.DataFrame({
    "coast": ["Seal Bay", "Gull Head", "Seal Bay", "Seal Bay"],
    "struck_on": ["2009-01-17", "2011-11-02", "2014-02-08", "2023-12-04"],
    "boats_lost": [14, 3, 9, 21], "tide_m": [5.1, 4.4, 4.9, 5.34],
})  # fmt: skip
STATIONS = pd.DataFrame({
    "station": ["Elm", "Ash"] * 14, "year": [2022] * 24 + [2023] * 4,
    "month": [month for month in (*range(1, 13), 1, 2) for _ in range(2)],
    "mean_temp_c": [n / 2 for n in range(28)],
})  # fmt: skip
CREWS = pd.DataFrame({
    "crew": ["Otters"] * 4 + ["Herons"] * 4, "year": [2020, 2021, 2022, 2023] * 2,
    "members": [18, 17, 27, 23, 30, 29, 28, 17],
})  # fmt: skip
COUNTS = pd.DataFrame({
    "shore": ["Seal Bay", "Gull Head"] * 4, "year": [2022] * 4 + [2023] * 4,
    "bird": ["wild goose", "wild goose", "heron", "heron"] * 2, "counted": [120, 80, 30, 41, 150, 98, 22, 45],
})  # fmt: skip
TABLES = {
    "counts": COUNTS, "stations": STATIONS, "trade": TRADE, "storms": STORMS, "jails": JAILS, "inmates": INMATES,
    "gifts": GIFTS,
    "accounts": ACCOUNTS, "works": WORKS, "ballot": BALLOT, "regatta": REGATTA, "camps": CAMPS,
    "librarians": LIBRARIANS,
}  # fmt: skip
CAUGHT = {
    "more than the first time": ("In 2023 Seal Bay lost 21 boats, seven more than the first time.", "seven",
                                 "difference", "7"),
    "more than the time before": ("In 2023 Seal Bay lost 21 boats, 12 more than in the storm before.", "12",
                                  "difference", "12"),
    "above the mark of a time": ("At Seal Bay the tide rose to 5.34 metres, 44 centimetres above the mark of 2014.",
                                 "44 centimetres", "difference", "0.44"),
    "years that end on a day": ("Income rose by 8.7 per cent in 2023.", "8.7 per cent", "percent change", "8.72136"),
    "the later figure stands beside it": ("Volunteers numbered 113, up 23.", "up 23", "difference", "23"),
    "a hedge before the verb's by": ("Income fell by nearly 7 per cent in 2021.", "7 per cent", "percent change",
                                     "-6.85069"),
    "the same change in percent": ("Income grew by £35,400 to £441,300, or 8.7 percent.", "8.7 percent",
                                   "percent change", "8.72136"),
    "held against an earlier time": ("At £441,300 income was up £29,300 on 2019.", "£29,300", "difference", "29300"),
    "a verb and its particle": ("The trust put on 23 volunteers in 2023.", "23 volunteers", "difference", "23"),
    "a verb of change before its object": ("The trust shed 13 volunteers in 2020.", "13", "difference", "-13"),
    "over so many years": ("The trust gained 29 volunteers in four years.", "29", "difference", "29"),
    "a comparative": ("Income was £35,400 fatter than the year before.", "£35,400", "difference", "35400"),
    "a part by which it fell": ("Volunteers were a quarter more than in 2022.", "a quarter", "percent change", None),
    "of all at a time": ("In 2023 the relief fund got £1,550 less than was promised.", "£1,550", "margin", "1550"),
    "of all times": ("In all £2,300 of what was promised is missing.", "£2,300", "margin", "2300"),
    "of one that promised": ("Norr still owes £1,250.", "£1,250", "margin", "1250"),
    "a surplus": ("That left a surplus of £8,050 in 2023.", "£8,050", "margin", "8050"),
    "a surplus of twelve months": ("In 2023 exports left a surplus of £120 million over imports.", "£120 million",
                                   "margin", "120"),
    "over a limit of another table": ("In 2023 Northgate was over its capacity by 73 inmates.", "73", "margin", "73"),
    "over budget": ("Mill Bridge came in £177,000 over budget.", "£177,000", "margin", "-177000"),
    "over budget in percent": ("Mill Bridge cost 14.3 per cent more than its budget.", "14.3 per cent", "margin",
                               None),
    "columns that bear names": ("Ada Corrigan beat Tomasz Bielak in Abbey by 355 votes.", "355 votes", "margin", "355"),
    "the row of all together": ("Ada Corrigan beat Tomasz Bielak by 142 votes across the town.", "142 votes", "margin",
                                "142"),
    "what was left of a capacity": ("In 2023 45 tickets went unsold.", "45 tickets", "margin", "45"),
    "summed up in a sentence of its own": ("There were 90 volunteers in 2022 and 113 in 2023. That is 23 people.",
                                           "23 people", "difference", "23"),
    "the rise of the sentence before": ("In 2023 there were 113 volunteers. The rise, 25.6 percent, pleased all.",
                                        "25.6 percent", "percent change", None),
    "only a total tells the measure": ("The service counted 2,164 in 2023, 80 fewer than the year before.", "80",
                                       "difference", "-80"),
    "years before the later figure": ("In 2020 71 came. Volunteers now number 113, 29 more than four years earlier.",
                                      "29", "difference", "29"),
    "the distance between two": ("Otters lead Herons. The distance between them is 15 points.", "15 points", "gap",
                                 None),
    "months with the year in a column": ("February 2023 was 1 degree warmer at Ash than January.", "1 degree",
                                         "difference", "1"),
    "a junior": ("Ada Corrigan handed over to Tomasz Bielak, 15 years her junior.", "15 years", "between", "5374"),
    "the oldest, so many years ahead": ("Ada Corrigan is the oldest, 15 years ahead of Tomasz Bielak.", "15 years",
                                        "between", "5374"),
    "what rows measure": ("The wild goose, which nobody feeds, is up by 24 percent.", "24 percent", "percent change",
                          "24"),
    "what rows measure, of a thing": ("At Seal Bay herons numbered 22 last year, eight fewer than in 2022.", "eight",
                                      "difference", "-8"),
    "clear of the next": ("Otters finished 15 points clear of everyone.", "15 points", "gap", "15"),
    "short of the next above": ("Pikes ended two points short of second.", "two points", "gap", "-2"),
}  # fmt: skip
LEFT = {
    "more than the first time": ("In 2023 Seal Bay lost 21 boats, and seven men first saw it.", "seven", "difference"),
    "the change of another year": ("Volunteers rose by 24 on the year before.", "24", "difference"),
    "a figure next to a run": ("Income was £441,300 in 2023, the third rise in a row.", "£441,300", "difference"),
    "a bound that reads like a comparison": ("The trust had fewer than 90 volunteers in 2021.", "90", "difference"),
    "a sum of means": ("In 2022 the temperature at Elm fell by 6.5 degrees.", "6.5 degrees", "difference"),
    "years in a post": ("Ada Corrigan, ten years his junior, leads the library.", "ten years", "duration"),
    "no bound said": ("In 2023 Northgate had 73 inmates over the age of 60.", "73", "margin"),
    "no surplus said": ("The roof cost £8,050 in 2023.", "£8,050 in", "difference"),
    "columns of strangers": ("Abbey has 355 lamp posts.", "355", "gap"),
    "no rival said": ("Otters rowed 15 miles.", "15 miles", "gap"),
}


@pytest.mark.parametrize("case", CAUGHT.values(), ids=CAUGHT)
def test_the_gap_that_words_call_for_is_among_the_readings(case: tuple[str, str, str, str | None]):
    """The figure of the sentence is computed from the tables, by the family that its words call for."""
    text, words, family, expected = case
    found = agreeing(text, words, TABLES)

    assert family in {name for name, _ in found} if expected is None else (family, expected) in found, found


@pytest.mark.parametrize("case", LEFT.values(), ids=LEFT)
def test_no_gap_is_read_where_none_is_said(case: tuple[str, str, str]):
    """Nothing of the family agrees where the words speak of something else."""
    text, words, family = case

    assert family not in {name for name, _ in agreeing(text, words, TABLES)}


def test_a_margin_is_of_the_place_that_is_named_not_of_where_the_winner_is_from():
    """Those whose votes the columns count leave out no row: the one that the clause names is meant."""
    homes = pd.DataFrame({"candidate": ["Ada Corrigan", "Tomasz Bielak"], "ward": ["Brook", "Brook"]})
    text = "Ada Corrigan beat Tomasz Bielak. She even won Abbey, by 553 votes."

    assert verdict(text, "553", ballot=BALLOT, candidates=homes) == ("refuted", "355")


def test_a_time_of_the_same_name_as_the_figures_is_that_of_the_year_before():
    """In a report on June, "up on last June" looks back a year."""
    text = "In June 2023 exports were £217 million, £12 million more than last June."

    assert ("difference", "12") in agreeing(text, "£12 million", {"trade": TRADE}, "2023-07-20")


def test_a_figure_of_something_else_named_tells_no_time():
    """What stands in another clause, about another thing, does not say which times are compared."""
    text = "Otters lost three members, while Herons slipped to 17."

    assert "from 2022 to 2023" in asked(text, "three", crews=CREWS)[0].reading.said


def test_a_name_in_passing_takes_no_figure_away():
    """A figure that a comma parts from the last name is still of what the sentence is about."""
    text = "Otters lost four members after the loss to Herons, but at 23 are many."

    assert "from 2022 to 2023" in asked(text, "four", crews=CREWS)[0].reading.said


def test_what_comes_on_top_is_a_change():
    """Half as much again is a rise by a half."""
    text = "Otters had 27 members in 2022, half as many again as in 2020."

    assert "percent change" in {name for name, _ in agreeing(text, "half", {"crews": CREWS})}


def test_more_than_something_is_no_figure_of_its_own():
    """What is said to be more than another's is read as a gap, whatever cell holds that number; a level stays one."""
    gap = asked("Otters have 96 points, 12 more than Herons.", "12", regatta=REGATTA)
    level = asked("Otters rowed 12 races and more than 40 miles.", "12", regatta=REGATTA)

    short = asked("Otters rowed 12 races in less than two years.", "12", regatta=REGATTA)

    assert "lookup" not in {a.reading.family for a in gap}
    assert "gap" in {a.reading.family for a in gap}
    assert ("lookup", "agrees") in {(a.reading.family, a.outcome) for a in level}
    assert ("lookup", "agrees") in {(a.reading.family, a.outcome) for a in short}


def test_the_base_that_is_stated_leaves_no_beginning():
    """Where a year is said that the change is from, the first year of the table is not meant."""
    said = {
        a.reading.said for a in asked("At £441,300 income was up 10 per cent on 2020.", "10 per", accounts=ACCOUNTS)
    }

    assert any("from 2020 to 2023" in words for words in said)
    assert not any("from 2019 to 2023" in words for words in said)


def test_points_are_rounded_to_whole_ones():
    """A change of 4.3 points is written as four points."""
    shares = pd.DataFrame({"school": ["Elm", "Ash"] * 2, "year": [2022, 2022, 2023, 2023],
                           "passes_pct": [61.2, 70.1, 65.5, 70.9]})  # fmt: skip
    text = "Passes at Elm were four points up on 2022."

    assert ("difference", "4.3") in agreeing(text, "four points", {"shares": shares})


def test_every_gap_can_be_replayed():
    """Each weighed reading's query gives in DuckDB what was computed here."""
    questions = {q for text, words, *_ in CAUGHT.values() for q in queried(text, words, TABLES)}

    assert [] == unanswered(questions, TABLES)
    assert len(questions) > 30


TURNOUT = pd.DataFrame({"year": [2021, 2022, 2023], "turnout_pct": [40.0, 43.0, 47.3], "members": [120, 140, 151]})


def test_points_are_not_percent():
    """A share that went from 43 to 47.3 percent rose by 10 percent: 4.3 are points, and may be refuted."""
    frames = {"polls": TURNOUT}
    found = asked("Turnout rose by 4.3 percent on the previous poll.", "4.3", **frames)[0]
    points = asked("Turnout rose by 4.3 points on the previous poll.", "4.3", **frames)[0]

    assert ("points", "disagrees", True) == (found.reading.family, found.outcome, found.reading.refutes)
    assert ("difference", "agrees") == (points.reading.family, points.outcome)


def test_a_year_that_months_are_held_against_means_its_own_month():
    """A month held against a year is held against the same month, and against no first month of the year."""
    months = pd.DataFrame({
        "month": [f"{year}-{month:02}" for year in (2022, 2023) for month in range(1, 13)],
        "exports_mn": [100 + month + 7 * (year - 2022) for year in (2022, 2023) for month in range(1, 13)],
    })  # fmt: skip
    found = asked(
        "Exports in December were 7 million more than a year earlier.", "7 million", "2024-01-10", trade=months
    )

    assert "from 2022-12 to 2023-12" in found[0].reading.said, found[0]


def test_more_of_them_are_held_against_no_other_day():
    """What is more but not more than before is no difference between two days."""
    found = asked("In 2023 Seal Bay lost 21 boats, and seven more are missing.", "seven", **TABLES)

    assert not [a for a in found if "less that on" in a.reading.said]


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("The Swifts took 60 points, a quarter fewer than the Pikes.", "quarter", ("percent change", "-24.050633")),
        ("The Pikes took 79 points, a third more than the Swifts.", "third", ("percent change", "31.666667")),
    ],
)
def test_a_part_by_which_one_thing_exceeds_another_is_a_gap(text, part, expected):
    """A fraction that is held against somebody's figure is a change in percent of that figure."""

    assert expected in agreeing(text, part, {"regatta": REGATTA})


def test_a_part_more_is_held_against_the_lesser_figure():
    """A third fewer than 79 is not 60, though 79 is a third more than 60."""

    text = "The Swifts took 60 points, a third fewer than the Pikes."

    assert "percent change" not in {family for family, _ in agreeing(text, "third", {"regatta": REGATTA})}


RACES = pd.DataFrame({
    "year": [2019, 2020, 2021, 2022, 2023], "riders": [55210, 61130, 48210, 52310, 61780],
    "falls": [40, 33, 39, 52, 31],
})  # fmt: skip


@pytest.mark.parametrize(
    ("words", "label"),
    [("12 percent more than in 2022", "refuted"), ("18 percent more than in 2022", "supported")],
)
def test_a_figure_just_told_against_a_stated_base_leaves_nothing_open(words, label):
    """The figure says whose it is and of what measure."""
    text = f"The 61,780 who came in 2023 were {words}."

    assert verdict(text, words.split(" more")[0], "2024-03-01", races=RACES)[0] == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("In 2023 the race had 61,780 riders. That is 9,470 more than in 2022 and 12 percent more than in 2019.",
         "supported"),
        ("In 2023 the race had 61,780 riders. That is 9,470 more than in 2022 and 22 percent more than in 2019.",
         "refuted"),
        ("In 2023 the race had 61,780 riders. That pleased all, and Lee ran 22 percent more than in 2019.",
         "not_enough_info"),
    ],
)  # fmt: skip
def test_what_goes_on_from_that_is_of_the_figure_before_too(text, label):
    """ "That is so much more than in one year and so much more than in another" is twice of the same figure."""
    words = "12 percent" if "12 percent" in text else "22 percent"

    assert verdict(text, words, "2024-03-01", races=RACES)[0] == label


BOATS = pd.DataFrame(
    {"boat": ["Kestrel", "Merlin"], "first_leg_points": [31, 28], "second_leg_points": [29, 22], "wins": [22, 19]}
)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Merlin has now lost six of its last nine races.", "six"),
        ("In this race there were 6 capsizes for Merlin, and it led by more than once.", "6 capsizes"),
    ],
)
def test_so_many_of_some_are_no_margin(text, figure):
    """A figure of other things, or of some of them, is no gap between two columns, though one was lost or led."""
    found = [a.reading for a in asked(text, figure, boats=BOATS) if a.reading.family == "margin"]

    assert not [r for r in found if r.part("words") >= 0.75]


def test_a_margin_is_said_with_by():
    """ "Led by six" is one."""
    found = asked("Merlin led by 6 over the second leg.", "6", boats=BOATS)

    assert "agrees" in {a.outcome for a in found if a.reading.family == "margin"}
