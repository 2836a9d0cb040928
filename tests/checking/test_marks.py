"""Times, marks and figures with their unit, as tables write them in texts: looked up, compared, ranked."""

from __future__ import annotations

import duckdb
import pandas as pd
import pytest

import claims
from tests.checking.support import asked, check, replayed

PUBLISHED = "2024-09-20"
SWIMS = pd.DataFrame({
    "meet": ["Varnholm Open"] * 4 + ["Coast Trophy"] * 4,
    "event": ["100 m freestyle", "100 m freestyle", "400 m medley", "400 m medley"] * 2,
    "place": [1, 2] * 4,
    "swimmer": ["Edda Moor", "Ilse Tarn", "Runa Sall", "Edda Moor", "Ilse Tarn", "Edda Moor", "Edda Moor", "Runa Sall"],
    "time": ["54.12", "54.37", "4:41.08", "4:43.90", "53.98", "54.05", "4:40.66", "4:41.91"],
})  # fmt: skip
RECORDS = pd.DataFrame({
    "event": ["100 m freestyle", "400 m medley", "1500 m freestyle", "50 m butterfly"],
    "record": ["53.61", "4:39.20", "16:02.55", "26.10"],
    "holder": ["Karin Vold", "Runa Sall", "Tove Brink", "Ilse Tarn"],
    "previous_record": ["53.90", "4:40.02", "16:10.00", "26.31"],
})  # fmt: skip
STAGES = pd.DataFrame({
    "finish": ["Molde Bay", "Arden", "Kestrel Pass", "Lowick"],
    "distance": ["182.4 km", "164 km", "148.7 km", "31.2 km"],
    "winner": ["Joris Maat", "Pal Henrik", "Luca Sorde", "Joris Maat"],
    "winning_time": ["4:21:07", "3:58:44", "4:02:31", "37:52"],
    "second": ["Pal Henrik", "Joris Maat", "Pal Henrik", "Luca Sorde"],
    "gap": ["+0:07", "+0:12", "+1:14", "+0:38"],
})  # fmt: skip
TRAINS = pd.DataFrame({
    "route": ["Harnmouth to Velby", "Harnmouth to Ostling", "Velby to Cray"],
    "distance": ["212 km", "98 km", "1,024 km"],
    "journey_time": ["2h 14m", "58m", "9h 05m"],
    "previous_journey_time": ["2h 31m", "1h 02m", "9h 40m"],
})  # fmt: skip
FILMS = pd.DataFrame({
    "film": ["The Salt Road", "Night Ferry", "Harbour Glass", "A Quiet Acre"],
    "running_time": ["2:14", "1:38", "3:01", "1:52"],
})  # fmt: skip
LEAPS = pd.DataFrame({
    "meet": ["Pell Games"] * 4, "event": ["long jump women"] * 2 + ["800 m women"] * 2, "place": [1, 2] * 2,
    "athlete": ["Ada Holm", "Una Reid", "Britt Dahl", "Siv Lund"], "mark": ["6.79", "6.76", "1:58.73", "1:59.36"],
})  # fmt: skip
BESTS = pd.DataFrame({
    "athlete": ["Ada Holm", "Una Reid", "Britt Dahl", "Siv Lund", "Nils Berg"],
    "personal_best": ["6.84", "6.80", "1:57.02", "1:58.90", "83.15"],
})  # fmt: skip
FRAMES = {"swims": SWIMS, "pool_records": RECORDS}


def outcomes(text, words, said, **frames):
    """How the readings whose question begins so come out."""
    return {a.outcome for a in asked(text, words, PUBLISHED, **frames) if a.reading.said.startswith(said)}


@pytest.mark.parametrize(
    ("text", "words", "said", "frames", "outcome"),
    [
        ("Edda Moor won the 100 metres freestyle at the Varnholm Open in 54.12.", "54.12", "time of", FRAMES, "agrees"),
        ("Edda Moor won the 100m freestyle at the Varnholm Open in 54.21.", "54.21", "time of", FRAMES, "disagrees"),
        (
            "At the Coast Trophy Edda Moor needed 4:40.66 in the 400-metre medley.",
            "4:40.66",
            "time of",
            FRAMES,
            "agrees",
        ),
        (
            "At the Coast Trophy Edda Moor needed 4:46.40 in the 400-metre medley.",
            "4:46.40",
            "time of",
            FRAMES,
            "disagrees",
        ),
        (
            "The stage to Molde Bay was won in 4 hours 21 minutes.",
            "4 hours",
            "winning_time",
            {"stages": STAGES},
            "agrees",
        ),
        (
            "The stage to Molde Bay was won in 4 hours 12 minutes.",
            "4 hours",
            "winning_time",
            {"stages": STAGES},
            "disagrees",
        ),
        ("The stage to Arden is 164 kilometres long.", "164", "distance", {"stages": STAGES}, "agrees"),
        ("The stage to Arden is 146 kilometres long.", "146", "distance", {"stages": STAGES}, "disagrees"),
        (
            "The journey from Velby to Cray takes 9 hours 5 minutes.",
            "9 hours",
            "journey_time",
            {"trains": TRAINS},
            "agrees",
        ),
        (
            "The journey from Velby to Cray takes 9 hours 50 minutes.",
            "9 hours",
            "journey_time",
            {"trains": TRAINS},
            "disagrees",
        ),
        ("The Salt Road runs for two hours and 14 minutes.", "two hours", "running_time", {"films": FILMS}, "agrees"),
        (
            "The Salt Road runs for two hours and 41 minutes.",
            "two hours",
            "running_time",
            {"films": FILMS},
            "disagrees",
        ),
        ("Nils Berg has a personal best of 83.15 metres.", "83.15", "personal_best", {"bests": BESTS}, "agrees"),
        ("Nils Berg has a personal best of 81.35 metres.", "81.35", "personal_best", {"bests": BESTS}, "disagrees"),
        ("Britt Dahl has a personal best of 1:57.02.", "1:57.02", "personal_best", {"bests": BESTS}, "agrees"),
        ("Britt Dahl has a personal best of 1:57.20.", "1:57.20", "personal_best", {"bests": BESTS}, "disagrees"),
    ],
)
def test_a_cell_of_text_is_looked_up_as_what_it_measures(text, words, said, frames, outcome):
    """Clock times in any form, lengths with their unit, marks that are either."""
    found = outcomes(text, words, said, **frames)

    assert outcome in found
    assert outcome == "agrees" or "agrees" not in found


@pytest.mark.parametrize(
    ("text", "words", "frames", "outcome"),
    [
        (
            "At the Varnholm Open Edda Moor beat Ilse Tarn by 0.25 seconds in the 100 metres freestyle.",
            "0.25",
            FRAMES,
            "agrees",
        ),
        (
            "At the Varnholm Open Edda Moor beat Ilse Tarn by 0.52 seconds in the 100 metres freestyle.",
            "0.52",
            FRAMES,
            "disagrees",
        ),
        (
            "Runa Sall won the 400 metres medley at the Varnholm Open, nearly three seconds ahead of Edda Moor.",
            "three",
            FRAMES,
            "agrees",
        ),
        ("Ilse Tarn won the 100 metres freestyle at the Coast Trophy by seven hundredths.", "seven", FRAMES, "agrees"),
        ("Ilse Tarn won the 100 metres freestyle at the Coast Trophy by nine hundredths.", "nine", FRAMES, "disagrees"),
        (
            "Ada Holm beat Una Reid by three centimetres in the long jump.",
            "three",
            {"leaps": LEAPS, "bests": BESTS},
            "agrees",
        ),
        (
            "Ada Holm beat Una Reid by four centimetres in the long jump.",
            "four",
            {"leaps": LEAPS, "bests": BESTS},
            "disagrees",
        ),
        ("Siv Lund lost to Britt Dahl by 0.63 seconds.", "0.63", {"leaps": LEAPS, "bests": BESTS}, "agrees"),
        ("Siv Lund lost to Britt Dahl by 1.88 seconds.", "1.88", {"leaps": LEAPS, "bests": BESTS}, "disagrees"),
    ],
)
def test_by_how_much_a_race_was_won(text, words, frames, outcome):
    """The two of one race are compared, and neither their best times nor the records."""
    found = {a.outcome for a in asked(text, words, PUBLISHED, **frames) if a.reading.family in ("gap", "margin")}

    assert {outcome} == found


@pytest.mark.parametrize(
    ("text", "words", "outcome"),
    [
        (
            "Runa Sall won the 400 metres medley at the Varnholm Open in 4:41.08, 1.88 seconds outside the record.",
            "1.88",
            "agrees",
        ),
        (
            "Runa Sall won the 400 metres medley at the Varnholm Open in 4:41.08, 1.48 seconds outside the record.",
            "1.48",
            "disagrees",
        ),
        ("Runa Sall improved the record in the 400 metres medley by 0.82 seconds.", "0.82", "agrees"),
        ("Runa Sall improved the record in the 400 metres medley by 0.28 seconds.", "0.28", "disagrees"),
    ],
)
def test_how_far_a_time_is_from_a_record(text, words, outcome):
    """The record of the event, and the one before it, may stand in another table."""
    found = {a.outcome for a in asked(text, words, PUBLISHED, **FRAMES) if a.reading.family == "margin"}

    assert outcome in found
    assert outcome == "agrees" or "agrees" not in found


@pytest.mark.parametrize(
    ("text", "words", "frames", "label"),
    [
        ("Ilse Tarn swam the fastest 100 metres freestyle at the Coast Trophy.", "fastest", FRAMES, "supported"),
        ("Edda Moor swam the fastest 100 metres freestyle at the Coast Trophy.", "fastest", FRAMES, "not supported"),
        (
            "Ilse Tarn was faster than Edda Moor in the 100 metres freestyle at the Coast Trophy.",
            "faster",
            FRAMES,
            "supported",
        ),
        (
            "Edda Moor was faster than Ilse Tarn in the 100 metres freestyle at the Coast Trophy.",
            "faster",
            FRAMES,
            "not supported",
        ),
        (
            "The quickest journey, from Harnmouth to Ostling, takes 58 minutes.",
            "quickest",
            {"trains": TRAINS},
            "supported",
        ),
        ("The quickest journey is from Velby to Cray.", "quickest", {"trains": TRAINS}, "not supported"),
        ("A Quiet Acre is longer than Night Ferry.", "longer", {"films": FILMS}, "supported"),
        ("Night Ferry is longer than A Quiet Acre.", "longer", {"films": FILMS}, "not supported"),
    ],
)
def test_the_least_of_times_is_the_fastest(text, words, frames, label):
    """The best of times is the least, the longest the most."""
    found = next(s.verdict.label for quote, s in check(text, PUBLISHED, **frames).items() if quote.startswith(words))

    assert (found == "supported") == (label == "supported")


def test_a_wrong_time_is_refuted_and_a_right_one_shown_as_written():
    """The evidence shows the cell; the query gives seconds on the table as it is typed."""
    text = "Edda Moor won the 400 metres medley at the Coast Trophy in {}."
    right, wrong = (check(text.format(time), PUBLISHED, **FRAMES)[time].verdict for time in ("4:40.66", "4:46.40"))
    evidence, rows = replayed(text.format("4:40.66"), "4:40.66", PUBLISHED, **FRAMES)

    assert ("supported", False) == (right.label, wrong.label == "supported")
    assert "is 4:40.66;" in right.explanation
    assert [("4:40.66",)] == [tuple(c for c in cells if c == "4:40.66") for cells in evidence.cells]
    assert "280.66" == evidence.found == str(rows[0][0])


def test_whose_time_it_is_stays_open_where_a_name_has_two_roles():
    """Who won one stage came second in another: nothing is refuted by the time of that."""
    found = check("The first stage was won by Joris Maat in 4 hours 21 minutes.", PUBLISHED, stages=STAGES)

    assert "refuted" != found["4 hours 21 minutes"].verdict.label


def test_a_distance_in_an_event_is_no_mark():
    """Nothing is said of how far a throw was by the distance of a race."""
    text = "Britt Dahl won the 800 metres at the Pell Games in 1:58.73."
    found = check(text, PUBLISHED, leaps=LEAPS, bests=BESTS)

    assert "refuted" not in {s.verdict.label for s in found.values()}
    assert "supported" == found["1:58.73"].verdict.label


def test_a_number_beside_an_event_is_not_that_of_its_name():
    """ "100 m freestyle" refutes no hundredths."""
    text = "Ilse Tarn won the 100 metres freestyle at the Coast Trophy by seven hundredths."

    assert not [a for a in asked(text, "seven", PUBLISHED, **FRAMES) if a.reading.family == "composite"]


@pytest.mark.parametrize(
    ("text", "words", "outcome"),
    [
        ("The first train from Harnmouth to Velby leaves at 05:40.", "05:40", "agrees"),
        ("The first train from Harnmouth to Velby leaves at 06:40.", "06:40", "disagrees"),
        ("The last train from Harnmouth to Velby leaves at 11.30 p.m.", "11.30", "agrees"),
        ("The last train from Harnmouth to Velby leaves at 10.30 p.m.", "10.30", "disagrees"),
        ("The last train from Harnmouth to Velby leaves at half past eleven.", "half past", "agrees"),
    ],
)
def test_a_time_of_day(text, words, outcome):
    """When something leaves stands in a text, "eleven" may be of the morning or the evening."""
    frame = pd.DataFrame({
        "route": ["Harnmouth to Velby", "Velby to Cray"], "first_departure": ["05:40", "07:15"],
        "last_departure": ["23:30", "19:45"],
    })  # fmt: skip
    told = {a.outcome for a in asked(text, words, "2024-09-20", trains=frame) if "departure of" in a.reading.said}

    assert outcome in told
    assert outcome == "agrees" or "agrees" not in told


def test_the_mark_before_the_last_is_not_that_of_now():
    """A previous record supports a figure only where something speaks of what was before."""
    was, now = "The record of Runa Sall was 4:40.02 before.", "The record of Runa Sall is 4:40.02."

    assert "agrees" in outcomes(was, "4:40.02", "previous_record", **FRAMES)
    assert not outcomes(now, "4:40.02", "previous_record", **FRAMES)


def test_the_conversion_replays():
    """Seconds, and kilometres, are what DuckDB is given."""
    references = claims.References.from_frames({"stages": STAGES})
    with duckdb.connect() as database:
        database.register("stages", references.tables[0].arrow)
        found = database.execute("SELECT sum(winning_time), sum(gap), sum(distance) FROM stages").fetchall()

    assert [("46814", "131", "526.3")] == [tuple(str(cell) for cell in row) for row in found]
