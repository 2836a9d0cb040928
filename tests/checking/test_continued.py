"""The question of the figure before: asked of another name or time, or held against another answer to it."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import replayed, verdict

MINES = pd.DataFrame(
    {
        "mine": ["Tolvan", "Kessrick", "Bramble Pit"],
        "miners": [412, 388, 145],
        "output_kt_2022": [1200, 980, 310],
        "output_kt_2024": [1310, 930, 355],
    }
)
COURTS = pd.DataFrame(
    {
        "court": ["Harlan", "Capitol", "Pike River"] * 2,
        "year": [2023] * 3 + [2024] * 3,
        "filed": [900, 1200, 800, 950, 1300, 870],
        "disposed": [1000, 1180, 790, 930, 1390, 826],
    }
)
CROPS = pd.DataFrame(
    {
        "crop": ["wheat", "rye", "oats"] * 2,
        "season": ["2023-24"] * 3 + ["2024-25"] * 3,
        "price_talers_t": [225, 188, 181, 240, 199, 176],
    }
)
CHECKS = pd.DataFrame(
    {
        "bridge": ["Quay Bridge", "Mill Bridge"] * 3,
        "date": ["2019-05-10", "2020-03-11", "2022-05-14", "2022-03-09", "2025-05-12", "2025-03-01"],
        "faults": [9, 4, 13, 6, 21, 5],
    }
)
RAIN = pd.DataFrame({"town": ["Dunmere"] * 3, "year": [2024] * 3, "month": [3, 4, 5], "rain_mm": [66, 31, 40]})
FRAMES = {"mines": MINES, "courts": COURTS, "crops": CROPS, "checks": CHECKS, "rain": RAIN}
PUBLISHED = "2025-06-20"
HARLAN = "In 2024 Harlan disposed of 98 percent of the cases filed. "
MINED = "The three mines raised 2,595 kilotonnes in 2024"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (HARLAN + "Capitol managed 107 percent.", "107", ("supported", "106.9%")),
        (HARLAN + "Capitol managed 117 percent.", "117", ("refuted", "106.9%")),
        (HARLAN + "Capitol managed 107 percent and Pike River 95.", "95", ("supported", "94.9%")),
        (HARLAN + "Capitol managed 107 percent and Pike River 99.", "99", ("refuted", "94.9%")),
        (HARLAN + "A year earlier it had been 111 percent.", "111", ("supported", "111.1%")),
        (HARLAN + "A year earlier it had been 121 percent.", "121", ("refuted", "111.1%")),
        (MINED + ". In 2022 the total had been 2,490.", "2,490", ("supported", "2490")),
        (MINED + ". In 2022 the total had been 2,290.", "2,290", ("refuted", "2490")),
    ],
)
def test_a_figure_goes_on_with_the_question_of_the_one_before(text: str, words: str, expected: tuple[str, str]) -> None:
    """What a figure with no words of its own is of is what the one before was of; only name or time is another."""
    assert verdict(text, words, PUBLISHED, **FRAMES) == expected


@pytest.mark.parametrize(
    "text",
    [
        HARLAN + "Capitol lost 12 percent of its judges.",
        HARLAN + "At Capitol it took 12 percent more clerks.",
        HARLAN + "The Bar wants 120 percent at Capitol.",
        MINED + ". In 2022 the hills gave 2,100 of gravel.",
    ],
)
def test_a_figure_with_a_measure_of_its_own_goes_on_from_nothing(text: str) -> None:
    """A noun of its own, a comparison, or somebody who wants it make it another figure."""
    words = text.removeprefix(HARLAN).removeprefix(MINED)
    number = next(w for w in words.split() if w[0].isdigit() and w != "2022")

    assert verdict(text, number, PUBLISHED, **FRAMES)[0] == "not_enough_info"


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Wheat fetched 240 talers a tonne this season, 15 more than last season.", "15", "supported"),
        ("Wheat fetched 240 talers a tonne this season, 25 more than last season.", "25", "refuted"),
        ("Wheat fetched 240 talers a tonne this season, 41 more than rye.", "41", "supported"),
        ("Wheat fetched 240 talers a tonne this season, 31 more than rye.", "31", "refuted"),
        ("There were 21 faults in Quay Bridge in May, eight more than three years ago.", "eight", "supported"),
        ("There were 21 faults in Quay Bridge in May, six more than three years ago.", "six", "refuted"),
        ("Dunmere had 40 millimetres of rain in May 2024, nine more than in April.", "nine", "supported"),
        ("Dunmere had 40 millimetres of rain in May 2024, 12 more than in April.", "12", "refuted"),
        (MINED + ", 105 more than in 2022.", "105", "supported"),
        (MINED + ", 205 more than in 2022.", "205", "refuted"),
        ("Tolvan has 412 miners, 24 more than Kessrick and 267 more than Bramble Pit.", "267", "supported"),
        ("Tolvan has 412 miners, 24 more than Kessrick and 247 more than Bramble Pit.", "247", "refuted"),
    ],
)
def test_a_change_hangs_on_the_figure_just_told(text: str, words: str, label: str) -> None:
    """Whose it is, of what and when is what was found of the figure; behind "than" stands what it is set against."""
    assert verdict(text, words, PUBLISHED, **FRAMES)[0] == label


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tolvan has 412 miners, 24 more than it needs.", "24"),
        ("Tolvan raised 1,310 kilotonnes in 2024, 30 more than were foreseen in 2022.", "30"),
        ("Tolvan has 412 miners, 90 more sheds than Kessrick.", "90"),
    ],
)
def test_a_change_against_what_no_table_has_is_left_open(text: str, words: str) -> None:
    """A need, a forecast, or other things are nothing that the figure can be held against."""
    assert verdict(text, words, PUBLISHED, **FRAMES)[0] == "not_enough_info"


def test_what_goes_on_can_be_replayed() -> None:
    """The query of another name is one like that of the figure before."""
    evidence, rows = replayed(HARLAN + "Capitol managed 107 percent.", "107", PUBLISHED, **FRAMES)

    assert "Capitol" in evidence.sql
    assert "Harlan" not in evidence.sql
    assert [round(float(value), 1) for (value,) in rows] == [106.9]
