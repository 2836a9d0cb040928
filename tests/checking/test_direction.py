"""Which way a number says that something moved: as much the other way is wrong."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

PUBLISHED = "2025-01-20"
BEDS = pd.DataFrame({"hospital": ["Northam", "Eastley", "Westbrook", "Calder"], "beds": [540, 312, 198, 87]})
VISITS = {"Northam": [64500, 70200, 71900], "Eastley": [33000, 33500, 31900], "Calder": [8400, 9100, 9950]}
YEARS = pd.DataFrame(
    [
        (hospital, year, visits)
        for hospital, series in VISITS.items()
        for year, visits in zip((2022, 2023, 2024), series, strict=True)
    ],
    columns=["hospital", "year", "emergency_visits"],
)
STAFF = pd.DataFrame({"hospital": ["Northam", "Eastley", "Westbrook"], "employees": [540, 312, 198]})
TABLES = {"hospitals": BEDS, "hospital_years": YEARS, "staff": STAFF}


@pytest.mark.parametrize(
    ("right", "wrong", "part"),
    [
        ("Emergency visits at Eastley fell by 1,600 in 2024.", "fell->rose", "1,600"),
        ("Eastley had 1,600 fewer emergency visits than in 2023.", "fewer->more", "1,600"),
        ("Emergency visits at Eastley were down 4.8 percent on 2023.", "down->up", "4.8 percent"),
        ("Calder recorded an increase of 850 emergency visits.", "an increase->a drop", "850"),
        ("Northam saw a 2.4 percent rise in emergency visits.", "rise->fall", "2.4 percent"),
        ("Northam has 228 more beds than Eastley.", "more->fewer", "228"),
        ("Calder has 111 beds less than Westbrook.", "less->more", "111"),
        ("Eastley has 42 percent fewer beds than Northam.", "fewer->more", "42 percent"),
        ("Eastley employs 312 people, 228 fewer than Northam.", "fewer->more", "228"),
    ],
)
def test_as_much_the_other_way_is_refuted(right, wrong, part):
    """A figure is supported with the direction that it has, and refuted with the opposite one."""
    said, other = wrong.split("->")

    assert verdict(right, part, PUBLISHED, **TABLES)[0] == "supported"
    assert verdict(right.replace(said, other), part, PUBLISHED, **TABLES)[0] == "refuted"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The loss of the company narrowed by 12 million crowns in 2024.", "12 million"),
        ("The company rose two places to third in 2024.", "two places"),
    ],
)
def test_a_loss_and_a_place_rise_when_their_figures_fall(text, part):
    """What narrows a loss, and who rises in a ranking, is held to no direction of the figures."""
    companies = pd.DataFrame(
        {"company": ["Arvo"] * 2, "year": [2023, 2024], "net_result_m": [-30, -18], "place": [5, 3]}
    )

    assert verdict(text, part, PUBLISHED, companies=companies)[0] != "refuted"


MATCHES = pd.DataFrame(
    {
        "date": ["2024-09-03", "2024-09-10", "2024-09-24"],
        "home": ["Rovers", "City", "Rovers"],
        "away": ["Athletic", "Rovers", "City"],
        "home_goals": [2, 0, 2],
        "away_goals": [1, 3, 2],
    }
)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Rovers won 3-0 at City on September 10.", "supported"),
        ("City lost 3-0 to Rovers on September 10.", "supported"),
        ("City were beaten 3-0 by Rovers on September 10.", "supported"),
        ("Rovers lost 3-0 at City on September 10.", "refuted"),
    ],
)
def test_a_score_is_that_of_who_won(text, label):
    """The verb over a score says whose is the larger figure."""
    assert verdict(text, "3-0", "2024-11-20", matches=MATCHES)[0] == label


def test_who_is_so_far_ahead_has_not_fallen_by_it():
    """The verb of the level tells nothing of a gap to another."""
    clubs = pd.DataFrame({"club": ["Elm", "Ash"], "members_2023": [287, 270], "members_2024": [284, 279]})

    assert verdict("Elm slipped from 287 members to 284, still five ahead of Ash.", "five", "2025-02-01", clubs=clubs)[
        0
    ] == ("supported")


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Marrick stood at 48 percent, 7.5 points lower than in 2024.", "7.5", "supported"),
        ("Marrick stood at 48 percent, 7.5 points higher than in 2024.", "7.5", "refuted"),
        ("Staveley is 43 metres deeper than Marrick.", "43", "supported"),
    ],
)
def test_adjectives_and_columns_of_two_times_say_which_way(text, words, label):
    """A reservoir that was fuller a year ago is not higher now, whatever it "stood" at."""

    reservoirs = pd.DataFrame({
        "reservoir": ["Marrick", "Staveley", "Low Force"], "level_pct": [48.0, 90.2, 73.4],
        "level_pct_2024": [55.5, 93.1, 80.6], "depth_m": [19, 62, 55],
    })  # fmt: skip
    assert verdict(text, words, "2026-03-04", reservoirs=reservoirs)[0] == label
    shallower = verdict("Marrick is 43 metres deeper than Staveley.", "43", "2026-03-04", reservoirs=reservoirs)
    assert shallower[0] != "supported"
