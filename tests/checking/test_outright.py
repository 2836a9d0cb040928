"""Computed figures and comparisons of which all is said: the true ones are supported, the wrong ones refuted."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import check, verdict

PORTS = pd.DataFrame(
    {
        "port": ["Haldane", "Kirkby", "Morrow", "Stanner", "Vell"],
        "region": ["North", "North", "South", "South", "East"],
        "cargo_tonnes_2023": [48200, 31500, 27400, 9800, 15600],
        "cargo_tonnes_2024": [51300, 30100, 29900, 9900, 15100],
        "cranes": [14, 9, 7, 2, 4],
        "quay_length_m": [2150, 1480, 1620, 540, 760],
    }
)
TOWN = pd.DataFrame(
    {
        "year": [2020, 2021, 2022, 2023, 2024],
        "births": [412, 398, 405, 377, 362],
        "deaths": [451, 470, 466, 440, 446],
    }
)
HOMES = pd.DataFrame(
    {
        "district": [d for d in ("Ashgrove", "Bellfield", "Corn Hill") for _ in range(2)],
        "year": [2023, 2024] * 3,
        "sales": [76, 80, 49, 44, 131, 140],
        "median_price": [240000, 252000, 322000, 318000, 192000, 199000],
    }
)
COUNCIL = pd.DataFrame(
    {"party": ["Greens", "Union", "Liberals"], "seats": [18, 17, 15], "women": [10, 5, 7], "votes": [214, 203, 171]}
)
CLUBS = pd.DataFrame(
    {
        "club": ["Rovers", "Harriers", "Town"],
        "goals_for": [58, 49, 27],
        "goals_against": [27, 30, 59],
        "points": [63, 58, 23],
    }
)
TRADE = pd.DataFrame(
    {
        "quarter": ["2024 Q1", "2024 Q2", "2024 Q3", "2024 Q4", "2025 Q1"],
        "exports_m": [512, 540, 498, 575, 530],
        "imports_m": [480, 515, 530, 560, 541],
    }
)
WELLS = pd.DataFrame(
    {
        "field": ["Karst"] * 3 + ["Orlo"] * 3,
        "season": ["2021/22", "2022/23", "2023/24"] * 2,
        "oil_kt": [82, 79, 76, 31, 33, 40],
    }
)
TABLES = {
    "clubs": CLUBS,
    "trade": TRADE,
    "wells": WELLS,
    "ports": PORTS,
    "town": TOWN,
    "homes": HOMES,
    "council": COUNCIL,
}
PUBLISHED = "2025-06-20"

SAID = {
    "a change of a subject": ("Cargo at Haldane was up {} percent on the year.", "6.4", "8.4"),
    "a change behind a place": ("In Bellfield prices fell by {} to 318,000.", "4,000", "6,000"),
    "a share of all": ("Haldane accounts for {} percent of all cargo.", "38", "48"),
    "a share at least": ("More than {} of all cargo went through Haldane in 2024.", "a third", "half"),
    "a multiple": ("Haldane handled {} times as much cargo as Vell.", "more than three", "more than four"),
    "an average": ("The ports have an average of {} cranes.", "7.2", "8.2"),
    "a total of all": ("The three districts had {} sales in all.", "264", "274"),
    "what was sold": ("Ashgrove sold {} more homes than Bellfield.", "36", "46"),
    "a part of the figure beside it": ("Ten of the Greens' 18 councillors are women, {} percent.", "56", "66"),
    "a comparison": ("Morrow handled {} cargo than Kirkby last year.", "less", "more"),
    "a noun of one": ("Morrow has a {} quay than Kirkby.", "longer", "shorter"),
    "a total of some years": ("In five years there were {} births.", "1,954", "1,854"),
    "a total of the last years": ("Over the past three years there have been {} births.", "1,144", "1,244"),
    "a mean of some years": ("Over the five years the town had an average of {} births a year.", "391", "431"),
    "for and against": ("Rovers scored {} more goals than they conceded.", "31", "33"),
    "a figure of quarters": ("Imports exceeded exports by {} million in the first quarter.", "11", "14"),
    "a change of a season": ("Oil at Orlo was up {} percent in 2023/24.", "21", "32"),
    "several": ("Together the three clubs scored {} goals.", "134", "139"),
    "times alone": ("Deaths were {} on the year before.", "up", "down"),
    "two columns": ("There were {} births than deaths in 2024.", "fewer", "more"),
}  # fmt: skip


@pytest.mark.parametrize("case", SAID.values(), ids=SAID)
def test_what_is_computed_of_all_that_is_said_is_sure(case: tuple[str, str, str]):
    """Whose it is, of what and when: then a wrong figure or way is an error."""
    text, true, wrong = case

    assert verdict(text.format(true), true.split()[-1], PUBLISHED, **TABLES)[0] == "supported"
    assert verdict(text.format(wrong), wrong.split()[-1], PUBLISHED, **TABLES)[0] == "refuted"


PASSED = {
    "sold more": ("{} outsold {} last year.", "Ashgrove", "Bellfield"),
    "went past": ("In 2024 {} edged past {} in cargo.", "Kirkby", "Morrow"),
    "that of several": ("Cargo at {} exceeded that of {} and Vell combined.", "Haldane", "Kirkby"),
}


@pytest.mark.parametrize("case", PASSED.values(), ids=PASSED)
def test_a_verb_tells_which_of_two_is_more(case: tuple[str, str, str]):
    """What passes another has more of it; the other way round that is not borne out."""
    text, one, other = case

    right, wrong = (check(text.format(*names), PUBLISHED, **TABLES).values() for names in ((one, other), (other, one)))

    assert [s.verdict.label for s in right if s.kind == "comparison"] == ["supported"]
    assert "supported" not in [s.verdict.label for s in wrong if s.kind == "comparison"]


LEFT_OPEN = {
    "a multiple that is rounded": ("Kirkby handled twice as much cargo as Vell.", "twice"),
    "a measure of another": ("Kirkby has a longer quay than Stanner and more cranes.", "longer"),
    "what each did itself": ("Stanner's cargo grew while Vell's shrank.", "grew"),
    "the rest of all": ("The Greens and the Liberals together have 33 seats, a majority of eight.", "eight"),
    "less than before": ("Stanner handled more cargo than in 2023; Vell handled less.", "less"),
    "a part of what is told": ("Women hold 22 of the council's 50 seats, or 44 percent.", "44"),
}


@pytest.mark.parametrize("case", LEFT_OPEN.values(), ids=LEFT_OPEN)
def test_what_is_true_in_another_way_is_not_refuted(case: tuple[str, str]):
    """Roundings, another measure or another whole make no error."""
    assert "refuted" not in {s.verdict.label for s in check(case[0], PUBLISHED, **TABLES).values()}


def test_a_noun_keeps_a_comparison_to_its_measure():
    """Cranes bear out nothing that is said of a quay."""
    found = check("Kirkby has a longer quay than Morrow and more cranes.", PUBLISHED, **TABLES)

    assert "supported" not in {s.verdict.label for quote, s in found.items() if quote.startswith("longer")}


def test_a_comparison_reaches_to_what_it_is_held_against():
    """The name behind it stands in the statement that is settled."""
    found = check("Morrow has a longer quay than Kirkby.", PUBLISHED, **TABLES)

    assert found["longer quay than Kirkby"].verdict.label == "supported"
