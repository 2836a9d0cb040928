"""Extremes, records, places and runs: among the readings where the words call for them."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import agreeing, asked, check, queried, verdict, weighed
from tests.checking.test_replay import unanswered

FIRES = pd.DataFrame(
    {
        "district": ["North", "South", "Vale"] * 5,
        "year": [year for year in range(2019, 2024) for _ in range(3)],
        "callouts": [310, 295, 120, 322, 301, 118, 287, 290, 109, 281, 262, 104, 270, 255, 98],
        "pumps": [9, 8, 3, 9, 8, 3, 9, 7, 3, 8, 7, 3, 8, 7, 2],
    }
)
CHAPELS = pd.DataFrame(
    {
        "chapel": ["Bethel", "Zion", "Ebenezer", "Salem"],
        "minister": ["Owen Pryce", "Ruth Vaughan", "Huw Beynon", "Mair Tudor"],
        "born": ["1951-03-02", "1984-07-19", "1962-11-30", "1970-01-08"],
        "opened": ["1821-05-01", "1874-09-12", "1840-03-22", "1903-10-04"],
        "seats": [420, 310, 550, 180],
    }
)
HARVEST = pd.DataFrame(
    {
        "year": [2018, 2019, 2020, 2021, 2022, 2023],
        "apples_t": [812, 790, 845, 701, 688, 902],
        "imports_t": [640, 655, 812, 990, 1020, 1100],
        "exports_t": [700, 690, 705, 640, 610, 580],
    }
)
DEACONS = pd.DataFrame(
    {"name": ["Ann Rees", "Tom Lloyd", "Eve Parry", "Sam Howell"], "first_elected": [2011, 2004, 2019, 2008]}
)
PARISHES = pd.DataFrame({"Parish": ["Aber", "Bryn", "Coed", "Total"], "Registered voters": [5100, 7400, 3900, 16400]})
WARDENS = pd.DataFrame(
    {
        "warden": ["Ann Cole", "Bob Reed", "Cy Dale", "Di Fox"],
        "court": ["High Court", "High Court", "Moot Court", "Moot Court"],
        "appointed": ["2004-02-01", "2011-05-06", "1998-03-09", "2019-10-10"],
    }
)
KEEPERS = pd.DataFrame(
    {
        "keeper": ["Jo Marr", "Lil Voss", "Kit Ames", "Noa Birk"],
        "from": ["1990-04-01", "1996-03-01", "2006-01-02", "2015-07-01"],
        "to": ["1993-02-28", "2005-12-31", None, None],
    }
)
FLEETS = pd.DataFrame({"line": ["Gull", "Tern", "Skua"], "average_age": [11.2, 6.4, 9.9], "ships": [12, 30, 4]})
JOBLESS = pd.DataFrame(
    {"month": [f"2023-{n:02}" for n in range(1, 9)], "jobless_pct": [5.9, 5.2, 5.6, 5.8, 5.7, 5.5, 5.4, 5.3]}
)
TABLES = {
    "deacons": DEACONS, "parishes": PARISHES, "keepers": KEEPERS,
    "fires": FIRES, "chapels": CHAPELS, "harvest": HARVEST, "wardens": WARDENS, "fleets": FLEETS, "jobless": JOBLESS,
}  # fmt: skip
CAUGHT = {
    "the name stands behind the superlative": (
        "The youngest minister is a woman, Ruth Vaughan, who came last year.", "youngest", "extreme", "Ruth Vaughan",
    ),
    "the name stands right behind": (
        "The youngest minister is Ruth Vaughan, 39; the oldest, Owen Pryce, is 73.", "oldest", "extreme", "Owen Pryce",
    ),
    "the oldest thing by its opening": ("Bethel is the oldest chapel of the four.", "oldest", "extreme", "Bethel"),
    "a figure beside it": ("At 550 seats it is the largest in the valley.", "largest", "most", "550"),
    "passed over": ("With 420 seats Bethel is the largest but one.", "largest", "rank", "2"),
    "more than any": ("Ebenezer has 550 seats, more than any other.", "more than any", "extreme", "Ebenezer"),
    "a record": ("The orchards brought in a record 902 tonnes of apples in 2023.", "record", "rank", "1"),
    "the time of a figure close by": ("At 688 tonnes the apples of 2022 were the fewest on record.", "fewest", "rank",
                                      "1"),
    "the lowest total of the years": (
        "Across the districts there were 623 callouts in 2023, the fewest in five years.", "fewest", "rank", "1",
    ),
    "a total that falls": (
        "Callouts across the districts fell to 623, the third fall in a row.", "third fall", "trend", "3",
    ),
    "whose fall was the steepest": ("Vale had the steepest fall in callouts in 2023.", "steepest", "grown", "Vale"),
    "a place by a change": ("In 2023 North was second with a fall of 3.9 percent in callouts.", "second", "grown", "2"),
    "one column above another": (
        "For the fourth year in a row imports were higher than exports.", "fourth year", "streak", "4",
    ),
    "who has served longest": ("Cy Dale is the longest-serving warden.", "longest-serving", "extreme", "Cy Dale"),
    "of one kind": (
        "Ann Cole is the longest-serving warden of the High Court.", "longest-serving", "extreme", "Ann Cole",
    ),
    "longer in office than any other": (
        "Kit Ames has held the post since 2006, longer than any other keeper now at work.", "longer than any",
        "extreme", "Kit Ames",
    ),
    "an age that is measured": ("Tern has the youngest fleet of the lines.", "youngest", "extreme", "Tern"),
    "the last month as low": ("The jobless rate fell to 5.3 percent, the lowest since February 2023.", "February 2023",
                              "best year", "2023-02-01"),
    "where records begin": ("It was the worst harvest since the records began in 2018.", "2018", "beginning", "2018"),
    "never passed": ("Exports never topped 710 tonnes.", "710 tonnes", "ceiling", "705"),
    "long in office since a year": ("Sam Howell is the second longest-serving deacon.", "second", "rank", "2"),
    "large by its voters, the total left out": ("Aber is the second-largest parish.", "second", "rank", "2"),
    "on the trot": ("Imports rose in 2023 for the fifth year on the trot.", "fifth year", "trend", "5"),
}  # fmt: skip
LEFT = {
    "another name": ("The youngest minister is Huw Beynon.", "youngest", "extreme"),
    "a figure that is not it": ("At 420 seats it is the largest in the valley.", "largest", "most"),
    "more than one of them": ("Ebenezer has 550 seats, more than Bethel.", "550 seats", "extreme"),
    "a record that is none": ("The orchards brought in a record 688 tonnes of apples in 2022.", "record", "rank"),
    "a bound that was passed": ("Exports never topped 640 tonnes.", "640 tonnes", "ceiling"),
    "where something else began": ("The strike began in 2018.", "2018", "beginning"),
    "who has served less": ("Ann Cole is the longest-serving warden of the Moot Court.", "longest-serving", "extreme"),
    "who has held a post for less": (
        "Noa Birk has held the post since 2015, longer than any other keeper.",
        "longer than any",
        "extreme",
    ),
    "a longer thing is not one longer in office": (
        "Kit Ames leads a longer tour than any other keeper.",
        "longer",
        "extreme",
    ),
    "a record of something": ("The club has a record of two wins.", "record", "rank"),
    "whose fall was another's": ("South had the steepest fall in callouts in 2023.", "steepest", "grown"),
    "a change said of something else": (
        "North finished third in the cup in 2023, and its callouts fell.",
        "third",
        "grown",
    ),
    "a run that broke": ("For the fifth year in a row imports were higher than exports.", "fifth year", "streak"),
    "totals without a word for all time": ("North had the second most callouts in 2023.", "second", "rank"),
}


@pytest.mark.parametrize("case", CAUGHT.values(), ids=CAUGHT)
def test_the_extreme_that_words_call_for_is_among_the_readings(case: tuple[str, str, str, str]):
    """What the sentence asserts is computed from the tables, by the family that its words call for."""
    text, words, family, expected = case

    assert (family, expected) in agreeing(text, words, TABLES)


@pytest.mark.parametrize("case", LEFT.values(), ids=LEFT)
def test_no_extreme_agrees_where_it_is_another(case: tuple[str, str, str]):
    """Nothing of the family agrees with another name, another figure, another length."""
    text, words, family = case

    assert family not in {name for name, _ in agreeing(text, words, TABLES)}


@pytest.mark.parametrize(("since", "place"), [("2020", "1"), ("the dry year of 2020", "1"), ("at least 2020", "2")])
def test_the_lowest_since_a_year_need_not_be_lower_than_that(since: str, place: str):
    """The year that is named was lower; "since at least" takes it in."""
    wells = pd.DataFrame({"year": [2019, 2020, 2021, 2022, 2023], "rain_mm": [700, 410, 560, 610, 480]})
    asked_for = asked(f"Rain came to 480 mm in 2023, the lowest since {since}.", "lowest", wells=wells)

    assert place in {str(a.value) for a in asked_for if a.reading.said.startswith("place of 2023")}


MILLS = pd.DataFrame({
    "mill": ["Alder Mill", "Birch Mill", "Cole Mill"],
    **{f"tonnes_{year}": sent for year, sent in {
        2019: [700, 400, 80], 2020: [600, 410, 82], 2021: [812, 455, 81], 2022: [790, 470, 90], 2023: [751, 512, 95],
    }.items()},
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "frames", "outcomes"),
    [
        ("Alder Mill made 751 tonnes in 2023, the least since 2020.", "2020", {"mills": MILLS}, {("agrees", True)}),
        ("Alder Mill made 751 tonnes in 2023, the least since 2019.", "2019", {"mills": MILLS}, {("disagrees", True)}),
        ("Cole Mill made 95 tonnes in 2023, the most since at least 2019.", "2019", {"mills": MILLS},
         {("agrees", False)}),
        ("Callouts in all districts came to 623, the fewest since 2022.", "2022", {"fires": FIRES}, set()),
        ("In all districts 623 callouts were counted, the fewest since at least 2019.", "2019", {"fires": FIRES},
         {("agrees", False)}),
    ],
)  # fmt: skip
def test_the_time_since_when_something_is_the_most_is_the_last_that_was_as_good(text, words, frames, outcomes):
    """A column a year and sums over rows tell it too; where the table begins it only supports."""
    found = [a for a in asked(text, words, "2024-03-14", **frames) if a.reading.family == "best year"]
    best = [a for a in found if a.reading.part("subject") == max(b.reading.part("subject") for b in found)]

    assert outcomes == {(a.outcome, a.reading.refutes) for a in best}


def test_a_run_that_fills_the_table_refutes_no_longer_one():
    """Imports rose in all the five years of the table: that refutes three years in a row, but never nine."""
    said = "Imports rose in 2023 for the {} year in a row."
    shorter, longer = (
        {w.reading.refutes for w in weighed(said.format(word), f"{word} year", TABLES) if "imports_t" in w.reading.said}
        for word in ("third", "ninth")
    )

    assert {True} == shorter
    assert {False} == longer


def test_a_run_that_another_name_came_before_refutes_a_longer_one():
    """The row of another mayor before hers shows where her run began; without it a longer one may be so."""
    text = "Rosa Quint of the Reform League won the fourth consecutive election in Brackwater in 2021."
    polls = pd.DataFrame(
        {
            "town": ["Brackwater"] * 4, "year": [2006, 2011, 2016, 2021], "seats": [31, 30, 33, 35],
            "winner": ["Labour Union", *["Reform League"] * 3], "mayor": ["Aldo Benn", *["Rosa Quint"] * 3],
        }
    )  # fmt: skip
    known, unknown = (
        [w.reading.refutes for w in weighed(text, "fourth", {"elections": f}) if len(w.reading.query.where) == 3]
        for f in (polls, polls[1:])
    )

    assert any(known)
    assert not any(unknown)


def test_every_extreme_can_be_replayed():
    """Each weighed reading's query gives in DuckDB what was computed here."""
    questions = {q for text, words, *_ in CAUGHT.values() for q in queried(text, words, TABLES)}

    assert [] == unanswered(questions, TABLES)
    assert any("GROUP BY" in query for query, _ in questions)


def test_what_is_said_of_one_kind_does_not_refute_by_all():
    """The longest-serving of a court is measured against that court: only the reading over its rows may refute."""
    found = asked("Bob Reed is the longest-serving warden of the High Court.", "longest-serving", wardens=WARDENS)
    refuting = {a.value for a in found if a.reading.family == "extreme" and a.reading.refutes}

    assert refuting == {"Ann Cole"}


def test_a_run_is_that_of_the_measure_that_is_said():
    """What rose as often, and is not spoken of, does not vouch for the rise of what is."""
    found = asked("Imports rose in 2023 for the fifth year on the trot.", "fifth", "2024-03-14", **TABLES)
    runs = {a.reading.query.column: a.reading.part("words") for a in found if a.reading.family == "trend"}

    assert "exports_t" not in runs
    assert runs["imports_t"] > 0.7


def test_a_run_of_falls_is_no_run_of_a_name():
    """Falls in a row are counted of measures, not of the rows that keep a name."""
    found = asked("In Vale callouts saw their fourth fall in a row in 2023.", "fourth", "2024-03-14", **TABLES)

    assert {"trend"} == {a.reading.family for a in found if a.reading.family in ("trend", "streak")}


def test_a_superlative_that_an_unknown_word_limits_is_not_refuted():
    """Of a list that no table holds another may be the oldest; of the ministers the table knows who is."""
    limited = "Huw Beynon is the oldest minister on the shortlist."
    among_all = "Huw Beynon is the oldest of the ministers."

    assert not any(w.reading.refutes for w in weighed(limited, "oldest", TABLES) if w.reading.family == "extreme")
    assert any(w.reading.refutes for w in weighed(among_all, "oldest", TABLES) if w.reading.family == "extreme")


def test_who_came_first_and_left_does_not_refute_who_served_longest():
    """Of those in office the first to come has served longest; of all there ever were another may have."""
    text = "Noa Birk has held the post since 2015, longer than any other keeper."
    found = [a for a in asked(text, "longer than any", keepers=KEEPERS) if a.reading.family == "extreme"]

    assert {"Jo Marr", "Kit Ames"} == {a.value for a in found}
    assert {"Kit Ames"} == {a.value for a in found if a.reading.refutes}


SALES = pd.DataFrame({
    "year": [2018, 2019, 2020, 2021, 2022, 2023],
    "income": [500, 490, 480, 515, 530, 560],
    "costs": [300, 310, 320, 330, 340, 350],
})  # fmt: skip


def test_a_run_of_years_is_no_time_between_two_rows():
    """ "For five years in a row" counts years of a run, not those that a thing has rows for."""
    years = pd.concat([SALES.assign(shop="Ash Shop"), SALES.assign(shop="Elm Shop")])
    found = asked("At Ash Shop income has risen for five years in a row.", "five years", "2024-03-14", shops=years)

    assert not [a for a in found if "to the last row" in a.reading.said]


def test_a_run_goes_up_to_now_where_the_peak_of_a_year_is_named():
    """A level with its year is only what a figure is held against."""
    text = "Costs have risen for five years in a row and income is 12.5 percent off the high of 2018."
    found = asked(text, "five years", "2024-03-14", sales=SALES)

    assert "agrees" in {a.outcome for a in found if a.reading.family == "trend" and a.reading.query.column == "costs"}


ORCHARDS = pd.DataFrame(
    [
        (farm, year, apples)
        for farm, counts in {"Alder": (41, 52, 61, 59), "Birch": (45, 48, 70, 72), "Cedar": (30, 33, 36, 42)}.items()
        for year, apples in zip((2020, 2021, 2022, 2023), counts, strict=True)
    ],
    columns=["farm", "year", "apples"],
)


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("In 2021 Alder picked the most apples.", "2021", "not_enough_info"),
        ("In 2021 Alder picked the most apples.", "most", "supported"),
        ("Birch picked the most apples in 2021.", "most", "refuted"),
        ("In 2021 Alder picked its most apples.", "most", "not_enough_info"),
        ("In 2022 Alder picked its most apples.", "2022", "supported"),
        ("In 2021 Alder picked its most apples.", "2021", "refuted"),
        ("Apples at Alder peaked in 2021.", "2021", "refuted"),
        ("The year with the most apples at Alder was 2022.", "most", "supported"),
        ("Birch picked 72. Of the three farms Alder picked the most apples last year.", "most", "refuted"),
    ],
)  # fmt: skip
def test_an_extreme_among_things_is_none_among_the_years_of_one(text: str, words: str, label: str):
    """Most of all in 2021 is not its own most; "its most", a peak and "the year with" are."""
    assert verdict(text, words, "2024-06-01", orchards=ORCHARDS)[0] == label


CHOIRS = pd.DataFrame(
    {
        "choir": ["Larkhall Voices", "Ferrow Singers", "Dunmore Choir"],
        "second_round_points": [37, 44, 31],
        "wins": [21, 15, 9],
        "losses": [25, 32, 11],
    }
)


@pytest.mark.parametrize(
    "text",
    [
        "Larkhall Voices sang well in just their second contest abroad.",
        "Ann Dorn conducted the Larkhall Voices for the second time.",
        "Larkhall Voices came to the town for the second time.",
    ],
)
def test_an_ordinal_that_numbers_ones_own_things_is_no_rank(text):
    """ "Their second contest" is no second place, whatever a column is called; nor does the name bear one out."""
    assert "rank" not in {a.reading.family for a in asked(text, "second", choirs=CHOIRS)}
    assert "supported" not in {s.verdict.label for s in check(text, choirs=CHOIRS).values()}


def test_a_second_place_of_ones_own_is_a_rank():
    """A place, a spot or a position is one whoever has it."""
    found = agreeing("The Larkhall Voices kept their second place by points.", "second", {"choirs": CHOIRS})

    assert ("rank", "2") in found


def test_the_best_has_won_the_most_and_lost_the_least():
    """The worst record is no most wins, and no least of wins and losses together: that is who played least."""
    text = "Larkhall Voices came to the contest with the worst record in the league."
    found = [a.reading for a in asked(text, "worst", choirs=CHOIRS)]

    assert {("argmin", "wins")} == {(r.query.operation, r.query.column) for r in found if r.family == "extreme"}


CHOIRMASTERS = {
    "choirs": pd.DataFrame(
        {"choir": ["Ashby", "Corran", "Dunlow"], "founded": [1908, 1967, 1982],
         "choirmaster": ["Ilse Brandt", "Marek Sowa", "Priya Nair"]}
    ),
    "singers": pd.DataFrame(
        {"name": ["Ilse Brandt", "Marek Sowa", "Priya Nair"], "born": ["1971-02-11", "1993-09-30", "1984-06-05"],
         "post": ["choirmaster", "choirmaster", "artistic director"]}
    ),
}  # fmt: skip


def test_how_old_somebody_is_no_founding_tells():
    """The youngest choirmaster is not the one of the youngest choir."""
    text = "The youngest of the choirmasters is Priya Nair."

    assert "founded" not in {a.reading.query.column for a in asked(text, "youngest", **CHOIRMASTERS)}
    assert verdict("Ilse Brandt is the oldest choirmaster.", "oldest", **CHOIRMASTERS)[0] == "supported"


def test_whom_a_column_calls_so_is_called_so():
    """An artistic director who stands in the column of the choirmasters is one of them."""
    found = check("The second youngest choirmaster is Priya Nair.", **CHOIRMASTERS)

    assert "refuted" not in {s.verdict.label for s in found.values()}
