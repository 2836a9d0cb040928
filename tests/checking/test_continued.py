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
HALLS = pd.DataFrame(
    {
        "hall": ["Quay Hall", "Mill Hall", "Old Hall"],
        "owner": ["Castel", "Castel", "Brandt"],
        "seats": [900, 620, 1400],
    }
)
REGATTA = pd.DataFrame({"crew": ["Otters", "Herons", "Pikes"], "points": [96, 81, 79], "races": [12, 12, 12]})
CLUBS = pd.DataFrame(
    {
        "club": ["North", "South", "East"],
        "members": [410, 388, 122],
        "juniors": [120, 150, 40],
        "places": [450, 300, 200],
    }
)
ACCOUNTS = pd.DataFrame(
    {
        "year": [2021, 2022, 2023, 2024],
        "spending_crowns": [652000, 661000, 640500, 702300],
        "fees_crowns": [402000, 411000, 420000, 433300],
        "donations_crowns": [240000, 240000, 245000, 212000],
    }
)
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
        ("Tolvan has 412 miners, nearly three times as many as Bramble Pit.", "three times", "supported"),
        ("Tolvan has 412 miners, nearly five times as many as Bramble Pit.", "five times", "refuted"),
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
        ("Tolvan has 412 miners, 90 more than Kessrick had in the 1990s.", "90"),
        ("Tolvan has 412 miners, 90 more than Kessrick had then.", "90"),
        ("Tolvan has 412 miners, three times as many as it needs.", "three times"),
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


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Kessrick raised 930 kilotonnes in 2024, 36 percent of the total.", "36", ("supported", "35.8%")),
        ("Kessrick raised 930 kilotonnes in 2024, 46 percent of the total.", "46", ("refuted", "35.8%")),
        ("Castel's halls have 1,520 seats, or 52 percent of all.", "52 percent", ("supported", "52.1%")),
        ("Castel's halls have 1,520 seats, or 62 percent of all.", "62", ("refuted", "52.1%")),
    ],
)
def test_a_part_of_all_is_one_of_the_figure_just_told(text: str, words: str, expected: tuple[str, str]) -> None:
    """The whole is the same question with the name left out."""
    assert verdict(text, words, PUBLISHED, halls=HALLS, mines=MINES) == expected


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Quay Hall and Mill Hall together have 1,520 seats, 120 more than Old Hall.", "120", "supported"),
        ("Quay Hall and Mill Hall together have 1,520 seats, 280 more than Old Hall.", "280", "refuted"),
        ("The South club has 388 members, 88 more than it has places for.", "88 more", "supported"),
        ("The South club has 388 members, 68 more than it has places for.", "68", "refuted"),
    ],
)
def test_several_are_held_against_another_and_a_measure_against_another(text: str, words: str, label: str) -> None:
    """Two that are told together are not held against each other; another measure may be named behind "than"."""
    assert verdict(text, words, PUBLISHED, halls=HALLS, clubs=CLUBS)[0] == label


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("The society ran a deficit of 57,000 crowns in 2024.", "57,000", "supported"),
        ("The society ran a deficit of 67,000 crowns in 2024.", "67,000", "refuted"),
        ("The society ran a surplus of 57,000 crowns in 2024.", "57,000", "refuted"),
        ("In 2023 the surplus came to 24,500 crowns.", "24,500", "supported"),
        ("The deficit fell by 57,000 crowns in 2024.", "57,000", "not_enough_info"),
    ],
)
def test_a_deficit_is_what_was_spent_beyond_all_that_came_in(text: str, words: str, label: str) -> None:
    """Where a table tells the sources of the money apart, they are added up."""
    assert verdict(text, words, PUBLISHED, accounts=ACCOUNTS)[0] == label


def test_a_deficit_can_be_replayed() -> None:
    """Its query adds the sources up."""
    evidence, rows = replayed(
        "The society ran a deficit of 57,000 crowns in 2024.", "57,000", PUBLISHED, accounts=ACCOUNTS
    )

    assert "donations_crowns" in evidence.sql
    assert [int(value) for (value,) in rows] == [-57000]


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Otters finished with 96 points, 15 clear of Herons.", "15", "supported"),
        ("Otters finished with 96 points, 25 clear of Herons.", "25", "refuted"),
        ("Herons have 81 points, 15 behind Otters.", "15", "supported"),
        ("Herons have 81 points, 25 behind Otters.", "25", "refuted"),
    ],
)
def test_who_is_clear_of_another_is_so_by_the_figure_just_told(text: str, words: str, label: str) -> None:
    """A gap told with a level is one of its measure."""
    assert verdict(text, words, PUBLISHED, regatta=REGATTA)[0] == label
