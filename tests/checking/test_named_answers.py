"""Names as answers: who won, who has the most, who overtook whom, whose figure it is; the true one and another."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import check, verdict

FINALS = pd.DataFrame(
    [
        (2019, "2019-05-18", "Stonebridge", "Wexham", "Marlow Park", 18200),
        (2020, "2020-08-01", "Wexham", "Cressing", "Marlow Park", 0),
        (2021, "2021-05-15", "Stonebridge", "Tarrow", "Quay Stadium", 9400),
        (2022, "2022-05-14", "Tarrow", "Wexham", "Quay Stadium", 21350),
        (2023, "2023-05-13", "Cressing", "Stonebridge", "Marlow Park", 19980),
        (2024, "2024-05-11", "Tarrow", "Lindow", "Quay Stadium", 22040),
    ],
    columns=["year", "date", "winner", "runner_up", "venue", "attendance"],
)
CLUBS = pd.DataFrame(
    [
        ("Stonebridge", "Rhys Garland", "Sam Oder", 1899),
        ("Wexham", "Loto Fain", "Jan Teague", 1905),
        ("Tarrow", "Paul Merrow", "Karl Lund", 1888),
        ("Lindow", "Idris Cole", "Mo Harker", 1923),
    ],
    columns=["club", "manager", "captain", "founded"],
)
CUP = {"cup_finals": FINALS, "clubs": CLUBS}
FARMS = pd.DataFrame(
    [
        ("Fenwick Farm", "Aldbury", "Ruth Fenwick", 1921, 412, 41.2),
        ("Tolly Grange", "Marsh End", "Owen Ames", 1887, 388, 39.5),
        ("Orrin Hall", "Aldbury", "Dara Voss", 1954, 265, 44.8),
        ("Pelham Dairy", "Quarne", "Piet Lund", 1990, 190, 38.1),
        ("Sedge Farm", "Quarne", "Nora Tarn", 1876, 121, 46.3),
    ],
    columns=["farm", "village", "owner", "founded", "cows", "price_cents"],
)
TONNES = {
    "Fenwick Farm": [2405, 2380, 2351, 2330, 2310],
    "Tolly Grange": [2290, 2450, 2718, 2905, 3120],
    "Orrin Hall": [1590, 1560, 1541, 1520, 1504],
    "Pelham Dairy": [1390, 1470, 1551, 1580, 1610],
    "Sedge Farm": [655, 662, 681, 690, 702],
}
MILK = pd.DataFrame(
    [(farm, 2020 + at, tonnes) for farm, years in TONNES.items() for at, tonnes in enumerate(years)],
    columns=["farm", "year", "tonnes"],
)
DAIRY = {"farms": FARMS, "milk_by_year": MILK}
MUSEUMS = pd.DataFrame(
    [
        ("Harbour Museum", "Leeds", 212000, 231500),
        ("Lantern House", "Hull", 158300, 149900),
        ("Corn Exchange", "York", 120400, 141800),
        ("Old Mint", "Leeds", 64300, 61200),
    ],
    columns=["museum", "city", "visitors_2023", "visitors_2024"],
)
DIRECTORS = pd.DataFrame(
    [
        ("Harbour Museum", "Ines Valdo", "2011-07-01", None),
        ("Lantern House", "Sunniva Drake", "2001-09-01", "2019-08-31"),
        ("Lantern House", "Tomas Brack", "2019-09-01", None),
        ("Corn Exchange", "Hugo Lass", "2006-04-01", "2017-03-31"),
        ("Corn Exchange", "Mira Penn", "2017-04-01", "2022-12-31"),
        ("Corn Exchange", "Greta Holm", "2023-01-01", None),
        ("Old Mint", "Abel Stoke", "2009-05-01", None),
    ],
    columns=["museum", "name", "start", "end"],
)
HOUSES = {"museums": MUSEUMS, "directors": DIRECTORS}
SEATS = pd.DataFrame(
    [
        ("Northgate", "Ada Bell", "Liberal", 3120),
        ("Saltmarsh", "Cyril Moss", "Labour", 8014),
        ("Highmoor", "Elin Frost", "Green", 412),
        ("Vale", "Hal Brand", "Conservative", 2208),
        ("Dockside", "Petra Sand", "Labour", 9950),
    ],
    columns=["seat", "member", "party", "majority"],
)
VOTE = {"seats": SEATS}
PUBLISHED = "2025-03-10"


def held(text: str, words: str, frames: dict[str, pd.DataFrame]) -> str:
    """Give the label of a name, or that it has no statement."""
    statements = check(text, PUBLISHED, **frames)
    return statements[words].verdict.label if words in statements else ""


EDITIONS = [
    ("In 2021 the cup was won by {}.", "Stonebridge", "Tarrow"),
    ("The winner of the cup in 2022, {}, had waited 30 years.", "Tarrow", "Cressing"),
    ("{} won the cup in 2020.", "Wexham", "Tarrow"),
    ("The cup's runner-up in 2020 was {}.", "Cressing", "Lindow"),
    ("{} took the cup in 2024.", "Tarrow", "Stonebridge"),
]


def test_to_whom_a_title_went_is_no_other_edition_s_winner() -> None:
    """A title without a cup may be another's: the wrong name is not borne out, and need not be refuted."""
    text = "The 2023 title went to {}."

    assert held(text.format("Cressing"), "Cressing", CUP) == "supported"
    assert held(text.format("Wexham"), "Wexham", CUP) != "supported"


@pytest.mark.parametrize(("text", "right", "wrong"), EDITIONS)
def test_who_won_an_edition_is_held_to_the_row_of_its_year(text: str, right: str, wrong: str) -> None:
    assert held(text.format(right), right, CUP) == "supported"
    told = check(text.format(wrong), PUBLISHED, **CUP)
    assert told[wrong].verdict.label == "refuted"
    assert [s.quote for s in told.values() if s.verdict.label == "refuted"] == [wrong]  # the year is not wrong as well


def test_a_row_of_another_year_bears_no_name_out() -> None:
    assert verdict("The 2019 final was played at Marlow Park.", "Marlow Park", PUBLISHED, **CUP)[0] == "supported"
    assert verdict("The 2019 final was played at Quay Stadium.", "Quay Stadium", PUBLISHED, **CUP)[0] != "supported"


def test_another_contest_of_that_year_is_left_open() -> None:
    assert held("Tarrow won the Ockley Trophy in 2020.", "Tarrow", CUP) != "refuted"


EXTREMES = [
    ("The largest herd, of 412 cows, belongs to {}.", "Fenwick Farm", "Orrin Hall", DAIRY),
    ("The best price, 46.3 cents a litre, was to be had at {}.", "Sedge Farm", "Orrin Hall", DAIRY),
    ("The lowest price was paid at {}.", "Pelham Dairy", "Tolly Grange", DAIRY),
    ("The steepest rise, 18 percent, was reported from the {}.", "Corn Exchange", "Old Mint", HOUSES),
    ("The biggest loser of visitors was {}.", "Lantern House", "Old Mint", HOUSES),
]


@pytest.mark.parametrize(("text", "right", "wrong", "frames"), EXTREMES)
def test_where_the_most_was_to_be_had(text: str, right: str, wrong: str, frames: dict[str, pd.DataFrame]) -> None:
    assert held(text.format(right), right, frames) == "supported"
    assert held(text.format(wrong), wrong, frames) == "refuted"


def test_a_thing_that_another_is_done_to_has_not_the_most() -> None:
    assert held("The largest farm sold 20 cows to Orrin Hall.", "Orrin Hall", DAIRY) != "refuted"


def test_the_most_of_what_it_has_had_itself_is_held_to_no_other() -> None:
    text = (
        "The Old Mint had 61,200 visitors, its prices the highest in eight years and its hours the fewest since 2015."
    )
    assert held(text, "Old Mint", HOUSES) != "refuted"


OVERTAKINGS = [
    ("{} overtook Fenwick Farm in 2021.", "Tolly Grange", "Orrin Hall"),
    ("In 2021 Tolly Grange overtook {}.", "Fenwick Farm", "Orrin Hall"),
    ("Fenwick Farm was overtaken by {} in 2021.", "Tolly Grange", "Pelham Dairy"),
    ("{} overtook Orrin Hall in 2022.", "Pelham Dairy", "Sedge Farm"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), OVERTAKINGS)
def test_who_overtook_whom(text: str, right: str, wrong: str) -> None:
    assert held(text.format(right), right, DAIRY) == "supported"
    told = check(text.format(wrong), PUBLISHED, **DAIRY)
    assert [s.quote for s in told.values() if s.verdict.label == "refuted"] == [wrong]


def test_who_was_ahead_before_the_table_begins_may_have_overtaken_then() -> None:
    assert "refuted" not in {s.verdict.label for s in check("Tolly Grange has overtaken Orrin Hall.", **DAIRY).values()}
    assert held("Pelham Dairy has overtaken Orrin Hall since 2020.", "2020", DAIRY) != "refuted"


POSTS = [
    ("In 2019 Sunniva Drake made way for {}.", "Tomas Brack", "Greta Holm", HOUSES),
    ("Greta Holm is the successor of {}.", "Mira Penn", "Hugo Lass", HOUSES),
    ("Under its director, {}, the Corn Exchange has grown.", "Greta Holm", "Tomas Brack", HOUSES),
    ("Tarrow, under {}, are the holders.", "Paul Merrow", "Rhys Garland", CUP),
    ("The manager of Lindow is {}.", "Idris Cole", "Loto Fain", CUP),
]


@pytest.mark.parametrize(("text", "right", "wrong", "frames"), POSTS)
def test_who_has_a_post(text: str, right: str, wrong: str, frames: dict[str, pd.DataFrame]) -> None:
    assert held(text.format(right), right, frames) == "supported"
    assert held(text.format(wrong), wrong, frames) == "refuted"


KINDS = [
    ("Ada Bell, the {} member for Northgate, won by 3,120 votes.", "Liberal", "Labour", VOTE),
    ("The {} Elin Frost holds Highmoor.", "Green", "Liberal", VOTE),
    ("In Vale, the {} candidate, Hal Brand, held on.", "Conservative", "Liberal", VOTE),
    ("Lantern House, in {}, lost visitors last year.", "Hull", "York", HOUSES),
]


@pytest.mark.parametrize(("text", "right", "wrong", "frames"), KINDS)
def test_what_kind_a_name_is_told_to_be(text: str, right: str, wrong: str, frames: dict[str, pd.DataFrame]) -> None:
    assert held(text.format(right), right, frames) == "supported"
    assert held(text.format(wrong), wrong, frames) == "refuted"


@pytest.mark.parametrize(
    ("text", "name", "frames"),
    [
        ("At Pelham Dairy, the price was 38.1 cents.", "Pelham Dairy", DAIRY),
        ("Owen Ames of Tolly Grange keeps 388 cows.", "Owen Ames", DAIRY),
        ("The 231,500 visitors to the Harbour Museum were a record.", "Harbour Museum", HOUSES),
    ],
)
def test_whose_figure_it_is_bears_a_name_out(text: str, name: str, frames: dict[str, pd.DataFrame]) -> None:
    assert held(text, name, frames) == "supported"


def test_a_figure_that_two_have_bears_none_out() -> None:
    both = {"farms": FARMS.assign(cows=[412, 388, 265, 388, 121])}
    assert held("At Tolly Grange, 388 cows have to be milked.", "Tolly Grange", both) != "supported"


RACE = pd.DataFrame(
    [
        (2019, "Jon Abel", "Harriers", 134.2),
        (2021, "Mats Orn", "Striders", 135.9),
        (2022, "Jon Abel", "Harriers", 133.8),
        (2023, "Kip Sang", "Striders", 131.4),
        (2024, "Lars Holt", "Dock Runners", 132.6),
    ],
    columns=["year", "winner", "club", "time_min"],
)


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("Kip Sang, the winner in 2023, did not start this year.", {"marathon_winners": RACE}),
        ("Mats Orn, who won in 2021, sat on the kerb in 2022.", {"marathon_winners": RACE}),
        ("Tolly Grange overtook Pelham Dairy long ago, in 1950.", DAIRY),
        ("Fenwick Farm overtook Tolly Grange in the ranking of exporters in 2023.", DAIRY),
        ("Only Old Mint and Lantern House lost visitors.", HOUSES),
        ("The Labour candidate lost to Ada Bell by 3,120 votes.", VOTE),
    ],
)
def test_what_is_told_of_another_time_or_thing_is_not_refuted(text: str, frames: dict[str, pd.DataFrame]) -> None:
    told = check(text, "2024-11-20", **frames).values()
    assert "refuted" not in {s.verdict.label for s in told if s.value is None}
