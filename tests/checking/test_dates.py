"""Years, dates and spans of time are found by what happens in them."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from tests.checking.support import asked, check, verdict, weighed

BRIDGES = pd.DataFrame({
    "bridge": ["Kelso Bridge", "Mill Bridge", "Quay Bridge"],
    "planned_opening": ["2019-04-01", "2021-06-01", "2022-01-10"],
    "opened": ["2020-10-05", "2021-06-15", "2022-03-01"], "last_repair": ["2023-05-02", "2024-02-11", "2024-08-20"],
})  # fmt: skip
REGATTAS = pd.DataFrame({
    "year": [2014, 2016, 2018, 2021, 2024],
    "winner": ["Nora Vance", "Leif Aamot", "Nora Vance", "Tom Ridley", "Ana Brito"],
    "entries": [118, 124, 131, 96, 142], "host": ["Port Erin", "Wick", "Port Erin", "Wick", "Oban"],
})  # fmt: skip
SHIPS = pd.DataFrame({
    "ship": ["Morning Tide", "Grey Heron", "Blue Fulmar"], "built": [1984, 2003, 2011],
    "captain": ["Jon Petrie", "Una Dahl", "Sigrid Holm"], "captain_since": ["2013-02-01", "2021-09-15", "2019-05-20"],
})  # fmt: skip
FLIGHTS = pd.DataFrame({
    "mission": ["Tern 1", "Tern 2", "Tern 3"],
    "lifted_off": ["2023-03-02T06:10", "2024-01-11T11:00", "2024-09-05T03:39"],
    "landed": ["2023-03-12T14:40", "2024-03-01T09:18", "2024-12-04T10:05"],
})  # fmt: skip
TRADE = pd.DataFrame({
    "month": ["2024-06", "2024-07", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12"],
    "exports_t": [81250, 83400, 79610, 77300, 80120, 84970, 82030], "jobless_pct": [4.1, 4.0, 3.8, 3.9, 4.2, 4.4, 4.3],
})  # fmt: skip
FRAMES = {"trade_figures": TRADE, "bridges": BRIDGES, "regattas": REGATTAS, "ships": SHIPS, "flights": FLIGHTS}


@pytest.mark.parametrize(
    ("text", "words", "family", "outcome"),
    [
        ("Nora Vance, who won the regatta in 2018, was there.", "2018", "occasion", "agrees"),
        ("Leif Aamot won it in 2017.", "2017", "occasion", "disagrees"),
        ("The regatta had 131 entries in 2018.", "2018", "dated figure", "agrees"),
        ("The regatta had 131 entries in 2016.", "2016", "dated figure", "disagrees"),
        ("Exports reached 84,970 tonnes in November.", "November", "dated figure", "agrees"),
        ("Exports fell to 77,300 tonnes in August.", "August", "dated figure", "disagrees"),
        ("Exports fell. The jobless rate was 4.4 percent in November.", "November", "dated figure", "agrees"),
        ("Mill Bridge opened in June 2021.", "June 2021", "date", "agrees"),
        ("The trawler Grey Heron, built in 2003, sank.", "2003", "date", "agrees"),
        ("The Morning Tide is 40 years old.", "40 years", "elapsed", "agrees"),
        ("Jon Petrie has been captain for 14 years.", "14 years", "elapsed", "disagrees"),
        ("Kelso Bridge opened 18 months late.", "18 months", "between", "agrees"),
        ("Kelso Bridge opened 12 months late.", "12 months", "between", "disagrees"),
        ("Tern 3 lasted 90 days.", "90 days", "between", "agrees"),
    ],
)
def test_a_time_is_found(text, words, family, outcome):
    """Who won, what figure, what was built or planned, since when: each gives its year, its day or the time between."""
    found = asked(text, words, "2025-01-20", **FRAMES)

    assert outcome in [a.outcome for a in found if a.reading.family == family]


@pytest.mark.parametrize(
    ("text", "words", "family"),
    [
        ("Nora Vance moved to Wick in 2018.", "2018", "dated figure"),
        ("Exports were 84,970 tonnes on 4 November.", "4 November", "dated figure"),
        ("The number of trade deals peaked at 4.4 percent in December.", "December", "event"),
        ("The regatta had 12 sponsors in 2018.", "2018", "dated figure"),
        ("The regatta had 131 entries, about as many as in 2016.", "2016", "dated figure"),
        ("The regatta had 77 sponsors in 2018 after 124 entries at the one before.", "2018", "dated figure"),
        ("Kelso Bridge was closed for 18 minutes.", "18 minutes", "elapsed"),
        ("Grey Heron sank three years after the storm.", "three years", "elapsed"),
    ],
)
def test_a_time_is_left_alone(text, words, family):
    """A year without its figure, a figure of nothing known, minutes and the time after an event say nothing."""
    assert family not in [a.reading.family for a in asked(text, words, "2025-01-20", **FRAMES)]


def test_the_start_of_a_post_may_refute():
    """Who holds the post is named, so that the day that the post began is what is said."""
    found = asked("Una Dahl took over in September 2020.", "September 2020", "2025-01-20", **FRAMES)

    assert [a.outcome for a in found if a.reading.family == "term" and a.reading.refutes] == ["disagrees"] * 2


def test_the_figure_of_another_year_may_refute_the_year():
    """A figure of three digits that one year alone has tells the year; one of two digits does not."""
    sure = {
        a.reading.family: a.reading.refutes for a in asked("The regatta had 131 entries in 2016.", "2016", **FRAMES)
    }
    unsure = [a.reading for a in asked("The regatta had 96 entries in 2018.", "2018", **FRAMES)]

    assert sure["dated figure"]
    assert not any(r.refutes for r in unsure if r.family == "dated figure")


FLOODS = pd.DataFrame({
    "river": ["Arl", "Arl", "Benn", "Benn"],
    "start_date": [dt.date(1961, 11, 28), dt.date(2015, 12, 5), dt.date(2012, 6, 28), dt.date(2023, 10, 19)],
    "end_date": [dt.date(1961, 12, 2), dt.date(2015, 12, 9), dt.date(2012, 6, 30), dt.date(2023, 10, 24)],
    "deaths": [14, 3, 0, 1],
    "peak_m": [6.71, 7.02, 4.84, 5.31],
})  # fmt: skip
CUPS = pd.DataFrame({
    "season": ["2022/23", "2023/24", "2024/25"],
    "champion": ["Ashby Rovers", "Marsh Town", "Ashby Rovers"],
    "runner_up": ["Marsh Town", "Ashby Rovers", "Marsh Town"],
    "points": [22, 18, 25],
    "final_date": [dt.date(2023, 5, 27), dt.date(2024, 5, 25), dt.date(2025, 5, 31)],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("The worst was the first, which left 14 dead in November 1961.", "November 1961", "deaths"),
        ("The last of the floods reached 5.31 metres in October 2023.", "October 2023", "peak_m"),
        ("In May 2025 Ashby Rovers won the cup from Marsh Town.", "May 2025", "with Ashby Rovers"),
    ],
)
def test_a_figure_or_a_winner_dates_an_event_of_days(text, words, said):
    """A stretch of days and a season with the day of its final have a month, whether or not something is named."""
    found = asked(text, words, "2025-12-01", floods=FLOODS, cups=CUPS)

    assert any(said in a.reading.said and a.outcome == "agrees" for a in found)


def test_a_wrong_month_of_a_figure_that_stands_once_is_refuted():
    """The reading of a figure of three digits may refute the time beside it."""
    found = asked("The flood reached 5.31 metres in August 2023.", "August 2023", "2025-12-01", floods=FLOODS)

    assert any(a.outcome == "disagrees" and a.reading.refutes for a in found)


DEALS = pd.DataFrame({
    "announced": [dt.date(2018, 3, 6), dt.date(2021, 6, 17), dt.date(2024, 2, 9)],
    "buyer": ["Arl Bank", "Arl Bank", "Benn Bank"], "target": ["Quay Trust", "Mill Savings", "Tern Leasing"],
    "price_m": [310, 1275, 88], "status": ["completed", "withdrawn", "completed"],
})  # fmt: skip
COMMANDERS = pd.DataFrame({
    "name": ["Una Dahl", "Jon Petrie"], "district": ["the Fells", "the Coast"],
    "from": [dt.date(2025, 2, 3), dt.date(2019, 5, 1)], "to": [None, None],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "outcome", "refutes"),
    [
        ("Arl Bank wanted to pay less for Mill Savings in 2021.", "2021", "agrees", True),
        ("Arl Bank wanted to pay less for Mill Savings in 2022.", "2022", "disagrees", True),
        ("Tern Leasing cost the shareholders dear in 2024.", "2024", "agrees", False),
        ("The last of the floods was in October 2023.", "October 2023", "agrees", True),
        ("The latest flood, in June 2012, took no lives.", "June 2012", "disagrees", True),
        ("Una Dahl has had the Fells since February 2025.", "February 2025", "agrees", True),
        ("Una Dahl has had the Fells since January 2025.", "January 2025", "disagrees", True),
    ],
)
def test_the_day_of_an_event_is_told_by_names_by_its_place_or_by_keeping_it(text, words, outcome, refutes):
    """Two names that one row has, the last and the first, and what somebody has had since, may refute."""
    frames = {"floods": FLOODS, "deals": DEALS, "commanders": COMMANDERS}
    found = [a for a in asked(text, words, "2025-12-01", **frames) if a.reading.family in ("event", "term")]

    assert found
    assert (outcome, True) in {(a.outcome, a.reading.refutes or not refutes) for a in found}


DELUGES = pd.DataFrame({
    "river": ["Ember", "Ember", "Ember", "Tarn"],
    "start_date": [dt.date(1952, 5, 3), dt.date(1988, 1, 2), dt.date(2019, 5, 5), dt.date(2001, 1, 1)],
    "deaths": [3, 0, 0, 4],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("There were three deluges of the Ember since 1950.", False),
        ("Since 1950 the Ember has had three deluges.", False),
        ("Nobody has died on the Ember since 1950.", False),
        ("The Ember has been quiet since 2019.", True),
    ],
)
def test_the_time_since_which_rows_are_counted_is_no_start(text, kept):
    """A time that opens a stretch is not held against the first row in it; what goes back to a time is."""
    year = "2019" if kept else "1950"

    assert kept == bool(asked(text, year, "2025-10-16", deluges=DELUGES))


def test_nothing_since_a_time_is_told_by_all_rows_since():
    """A row without a death does not confirm that nobody has died since a time; all rows since do."""
    found = weighed("Nobody has died on the Ember since 1960.", "Nobody", {"deluges": DELUGES}, "2025-10-16")

    assert "since 1960-01-01" in found[0].reading.said
    assert found[0].result.outcome == "agrees"
    assert not any("2019" in w.reading.said for w in found)
    assert not any("Nobody" in quote and s.verdict.label == "supported"
                   for quote, s in check("Nobody has died on the Ember since 1950.", "2025-10-16",
                                         deluges=DELUGES).items())  # fmt: skip


QUAKES = pd.DataFrame({
    "fault": ["Moss Fault"] * 4 + ["Tarn Fault"] * 9,
    "date": [dt.date(y, m, 3) for y, m in ((1931, 5), (1968, 2), (1999, 7), (2019, 11))]
    + [dt.date(2010 + y, 6, 9) for y in range(9)],
    "magnitude": [5.1, 4.4, 6.0, 4.9, *[3.0 + y / 10 for y in range(9)]],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "known"),
    [
        ("People at the Moss Fault lost more than those of 1968.", "1968", True),
        ("The Moss Fault moved; they still talk of July 1999.", "July 1999", True),
        ("The Moss Fault moved; they still talk of 1975.", "1975", False),
        ("The Tarn Fault moved; they still talk of 2014.", "2014", False),
    ],
)
def test_a_year_of_one_of_few_events_is_that_event(text, words, known):
    """An event of a thing in a year is hardly there by chance, unless it has one nearly every year."""
    found = [a for a in asked(text, words, "2024-03-14", quakes=QUAKES) if "the one of quakes" in a.reading.said]

    assert known == any(a.outcome == "agrees" for a in found)
    assert not any(a.reading.refutes for a in found)


CROPS = pd.DataFrame({
    "year": [2020, 2021, 2022, 2023],
    "first_cutting": [dt.date(2020, 6, 2), dt.date(2021, 6, 11), dt.date(2022, 5, 28), dt.date(2023, 6, 5)],
    "last_cutting": [dt.date(2020, 9, 21), dt.date(2021, 9, 30), dt.date(2022, 9, 12), dt.date(2023, 9, 18)],
    "rain_mm": [210, 180, 95, 160],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("The cutting began on June 5, 2023.", "June 5", "supported"),
        ("The cutting ended on September 18, 2023.", "September 18", "supported"),
        ("In 2022 the cutting began on May 18.", "May 18", "refuted"),
        ("The fair began on May 18, 2022.", "May 18", "not_enough_info"),
        ("Nobody has mown there since the cutting of May 18, 2022.", "May 18", "not_enough_info"),
    ],
)
def test_the_days_of_a_year_are_asked_of_the_row_of_that_year(text, words, label):
    """A table with a row a year needs no name, yet a word for what happened on the day."""
    assert verdict(text, words, "2024-03-14", crops=CROPS)[0] == label


def test_a_date_in_a_list_is_that_of_the_name_before_it():
    """ "In May and Moor Week in July" gives May to what stands before it, whatever the parser joins."""
    fairs = pd.DataFrame({
        "date": ["2025-05-10", "2025-07-26", "2025-05-17", "2025-07-12"], "starters": [33, 41, 20, 22],
        "race": ["Opening Plate", "Moor Week", "Spring Chase", "Harvest Week"],
        "winner": ["Mira Solt", "Mira Solt", "Otto Farr", "Otto Farr"],
    })  # fmt: skip
    text = "Mira Solt won the Opening Plate in May and Moor Week in July."
    found = weighed(text, "May", {"fairs": fairs}, "2025-09-11")

    assert ("day of fairs Mira Solt Opening Plate", "agrees") == (found[0].reading.said, found[0].result.outcome)


def test_she_who_opens_a_thing_opens_it_on_its_day():
    """A date of a thing refutes what somebody is said to have done to it, and not what else she did that year."""
    inns = pd.DataFrame({"inn": ["The Quern", "The Lodge"], "opened": ["2003-10-04", "2016-05-20"]})

    def said(text: str) -> str:
        return verdict(text, "October 2004", "2025-01-28", inns=inns)[0]

    assert said("She opened the Quern in October 2004.") == "refuted"
    assert said("She danced at the Quern in October 2004.") != "refuted"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Since 2014 Kelso Bridge has lost traffic.", "2014"),
        ("Kelso Bridge will not open again before 2027.", "2027"),
    ],
)
def test_a_bound_of_what_moves_or_is_to_come_is_no_date_of_a_row(text, words):
    """A time since which something has moved, or before which nothing comes, tells no opening."""
    assert not [w for w in weighed(text, words, FRAMES, "2025-02-01") if w.reading.family == "date"]
