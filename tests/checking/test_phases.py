"""Of several dates of a row, the verb says which; a stretch is held to both of its ends."""

from __future__ import annotations

import pandas as pd
import pytest

from claims.checking.readings.phases import OPEN
from tests.checking.support import asked

SHOWS = pd.DataFrame({
    "show": ["Paper Boats", "Salt and Iron", "The Long Field"],
    "theme": ["origami", "ship building", "hill farming"],
    "opened": ["2023-03-10", "2023-11-04", "2024-05-18"], "closed": ["2023-09-24", "2024-04-14", "2024-10-27"],
})  # fmt: skip
DIGS = pd.DataFrame({
    "site": ["Ferry Lane", "Ferry Lane", "Abbey Yard", "Kiln Hill"],
    "purpose": ["drainage survey", "pottery kiln", "burial ground", "pottery kiln"],
    "began": ["2021-06-07", "2023-02-13", "2022-09-05", "2020-04-20"],
    "finished": ["2021-08-27", "2023-12-15", "2024-03-28", "2020-10-30"],
})  # fmt: skip
MATCHES = pd.DataFrame({
    "date": ["2024-02-17", "2024-03-09", "2024-10-05", "2024-11-23"],
    "home": ["Otters", "Herons", "Herons", "Badgers"], "away": ["Herons", "Badgers", "Otters", "Otters"],
    "score": ["3-1", "0-0", "2-2", "1-4"],
})  # fmt: skip
WARDENS = pd.DataFrame({
    "warden": ["Olive Prior", "Hans Tolley", "Mary Quist"], "park": ["Heron Park", "Heron Park", "Elm Park"],
    "from": ["2008-02-11", "2016-07-04", "2011-01-10"], "to": ["2016-06-30", "2022-09-30", None],
})  # fmt: skip
FRAMES = {"shows": SHOWS, "digs": DIGS, "wardens": WARDENS, "matches": MATCHES}
PUBLISHED = "2025-01-20"


def found(text: str, words: str) -> dict[str, set[str]]:
    """Give the columns that readings of a date ask for, by how their answer compares."""
    answers: dict[str, set[str]] = {"agrees": set(), "disagrees": set(), "refutes": set()}
    for reading, _, outcome in asked(text, words, PUBLISHED, **FRAMES):
        column = reading.query.column or "both"
        answers[outcome].add(column)
        if outcome == "disagrees" and reading.refutes:
            answers["refutes"].add(column)
    return answers


@pytest.mark.parametrize(
    ("text", "words", "column"),
    [
        ("Paper Boats opened in March 2023.", "March 2023", "opened"),
        ("Paper Boats ran until September 2023.", "September 2023", "closed"),
        ("Salt and Iron was launched in November 2023.", "November 2023", "opened"),
        ("The dig on the pottery kiln at Ferry Lane ended in December 2023.", "December 2023", "finished"),
        ("A drainage survey that started in June 2021 found nothing.", "June 2021", "began"),
    ],
)
def test_the_verb_says_which_date(text, words, column):
    """What begins is asked for its beginning, what ends for its end, and for nothing else."""
    answers = found(text, words)

    assert column in answers["agrees"]
    assert not {"opened", "closed", "began", "finished"} & answers["agrees"] - {column}


@pytest.mark.parametrize(
    ("text", "words", "column"),
    [
        ("Paper Boats opened in September 2023.", "September 2023", "opened"),
        ("Salt and Iron closed in November 2023.", "November 2023", "closed"),
        ("A drainage survey that started in August 2021 found nothing.", "August 2021", "began"),
    ],
)
def test_a_date_of_the_other_end_is_an_error(text, words, column):
    """The day that the row closed is no support for its opening: the opening refutes it."""
    answers = found(text, words)

    assert column in answers["refutes"]
    assert not {"opened", "closed", "began", "finished"} & answers["agrees"]


def test_the_end_of_what_only_belongs_to_a_name_refutes_nothing():
    """A park may close on a day of its own: the table has the terms of its wardens."""
    assert not found("Elm Park closed in June 2014.", "June 2014")["refutes"]


def test_a_month_of_two_names_is_hardly_chance():
    """Of the few rows that two names share one is of the month; that supports, and refutes nothing."""
    text = "The Herons were held by the Otters in {}."

    assert "date" in found(text.format("October"), "October")["agrees"]
    assert not found(text.format("December"), "December")["refutes"]


@pytest.mark.parametrize(("months", "outcome"), [("ten months", "agrees"), ("16 months", "disagrees")])
def test_the_time_since_an_event_is_that_since_the_last(months, outcome):
    """What happened to something several times is counted from the last."""
    text = f"It is {months} since the Badgers had a match against the Otters."
    since = [a for a in asked(text, months, "2025-09-20", **FRAMES) if a.reading.family == "elapsed"]

    assert (outcome, True) in [(a.outcome, a.reading.refutes) for a in since]


def test_weeks_ago_is_no_single_day():
    """Weeks are counted to the nearest."""
    assert "closed" in found("The Long Field closed 12 weeks ago.", "12 weeks ago")["agrees"]
    assert "closed" in found("The Long Field closed ten weeks ago.", "ten weeks ago")["refutes"]


@pytest.mark.parametrize(
    ("text", "words", "outcome"),
    [
        ("Olive Prior ran Heron Park from February 2008 until June 2016.", "February 2008 until June 2016", "agrees"),
        ("Olive Prior ran Heron Park from 2008 to 2016.", "2008 to 2016", "agrees"),
        ("Olive Prior ran Heron Park from 2008 to 2018.", "2008 to 2018", "disagrees"),
        ("Salt and Iron could be seen from 4 November 2023 to 14 May 2024.", "4 November", "disagrees"),
    ],
)
def test_a_stretch_is_held_to_both_ends(text, words, outcome):
    """The first and the last day have to lie in the times as written; one of them does not do."""
    stretches = [a for a in asked(text, words, PUBLISHED, **FRAMES) if a.reading.family == "stretch"]

    assert [(outcome, True)] == [(a.outcome, a.reading.refutes) for a in stretches[:1]]
    assert not [a for a in asked(text, words, PUBLISHED, **FRAMES) if a.reading.family in ("term", "date", "event")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Olive Prior began selling Tin Larks records in May 2011.", False),
        ("Marsh Pipers began holding talks with Olive Prior since early May 2011.", False),
        ("Olive Prior began in May 2011.", True),
        ("Olive Prior began running the park in May 2011.", True),
    ],
)
def test_what_is_begun_is_no_post_and_no_founding(text, told):
    """Who begins to do something else has neither taken a post then nor been founded."""
    frames = {"wardens": WARDENS, "bands": BANDS}
    answers = [a.reading for a in asked(text, "May 2011", PUBLISHED, **frames)]

    assert told == any(r.family in ("term", "date") and r.part("words") > OPEN for r in answers)


def test_a_season_is_no_stretch():
    """A season that is written with two years is one time."""
    families = {a.reading.family for a in asked("Olive Prior ran Heron Park in 2008-09.", "2008-09", **FRAMES)}

    assert "stretch" not in families


PLANTS = pd.DataFrame({
    "plant": ["Crag Mill", "Elm Works", "Holt Kiln"], "commissioned": ["1961-04-03", "1978-09-12", "2001-05-20"],
    "planned_retirement": ["2023-10-31", "2031-06-30", "2045-12-31"],
})  # fmt: skip
BANDS = pd.DataFrame({
    "band": ["Ada Quill", "Marsh Pipers", "Tin Larks"], "born_or_formed": ["1984-03-07", "2012-06-01", "2019-11-15"],
})  # fmt: skip
CIRCUITS = pd.DataFrame({
    "circuit": ["Salt Round", "Hill Round", "Lake Round"], "singer": ["Ada Quill", "Ada Quill", "Tin Larks"],
    "first_night": ["2022-02-04", "2024-01-19", "2023-05-05"], "last_night": ["2022-07-30", "2024-08-11", "2023-09-01"],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "column"),
    [
        ("Crag Mill closed on October 31, 2023.", "October 31, 2023", "planned_retirement"),
        ("Elm Works is due to close in June 2031.", "June 2031", "planned_retirement"),
        ("Marsh Pipers formed in 2012.", "2012", "born_or_formed"),
        ("Ada Quill's round ended in August 2024.", "August 2024", "last_night"),
    ],
)
def test_a_date_of_another_word_is_found(text, words, column):
    """The one end that a table plans, a life's column told of a band, the last of several rows answer a date."""
    answers = asked(text, words, PUBLISHED, plants=PLANTS, bands=BANDS, circuits=CIRCUITS)

    assert any(a.reading.query.column == column and a.outcome == "agrees" for a in answers)


def test_a_planned_opening_is_no_opening_where_the_table_has_both():
    """Where a column has the days on which things closed, the planned ones are not asked for them."""
    shut = PLANTS.assign(closed=["2023-12-01", None, None])
    answers = asked("Crag Mill closed on October 31, 2023.", "October 31, 2023", PUBLISHED, plants=shut)

    assert "planned_retirement" not in {a.reading.query.column for a in answers if a.reading.family == "date"}
