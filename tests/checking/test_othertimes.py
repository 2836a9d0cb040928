"""A figure is that of the time that is meant: one of another year, another base or another thing does not do."""

from __future__ import annotations

import pandas as pd
import pytest

from claims.checking.editions import written
from tests.checking.support import asked, check, verdict

PUBLISHED = "2026-01-22"
ORCHARDS = pd.DataFrame({
    "year": [2022, 2023, 2024, 2025] * 4,
    "orchard": ["Hollin Hill"] * 4 + ["Weir Farm"] * 4 + ["Saint Bride"] * 4 + ["Copse End"] * 4,
    "trees": [4120, 4260, 4310, 4475, 2890, 2755, 2640, 2610, 1505, 1622, 1716, 1843, 988, 985, 1004, 1062],
    "apples_tonnes": [312, 287, 341, 358, 196, 171, 164, 159, 88, 97, 93, 118, 61, 49, 55, 64],
    "grant_usd": [41000, 38500, 36200, 33900, 22000, 24800, 26100, 28700, 15500, 15900, 17200, 16400, 9800, 10300,
                  11900, 12600],
})  # fmt: skip
BRIDGES = pd.DataFrame({
    "bridge": ["Abbot Bridge", "Lantern Bridge", "Mill Bridge", "Tollgate Bridge"], "length_m": [412, 188, 96, 254],
    "crossings_per_day_2023": [31200, 12840, 5310, 20150], "crossings_per_day_2024": [32650, 12390, 5170, 21900],
    "crossings_per_day_2025": [34180, 11760, 5480, 22740],
})  # fmt: skip
QUARTERS = pd.DataFrame(
    {
        "quarter": [f"{year} Q{part}" for year in (2024, 2025) for part in (1, 2, 3, 4)],
        "bikes_sold": [5120, 8340, 7760, 4410, 5390, 8875, 8120, 4130],
        "revenue_musd": [2.31, 3.94, 3.62, 2.05, 2.55, 4.28, 3.97, 1.98],
    }
)
CAVES = pd.DataFrame(
    {
        "year": [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025],
        "visitors": [55140, 57420, 21330, 33650, 48710, 54380, 58260, 60940],
        "staff": [219, 224, 221, 207, 211, 216, 218, 227],
    }
)
FRAMES = {"orchards": ORCHARDS, "bridges": BRIDGES, "bike_quarters": QUARTERS, "caves": CAVES}


@pytest.mark.parametrize(
    ("text", "figure", "turned"),
    [
        ("Copse End received a grant of $12,600.", "$12,600", "$11,900"),
        ("Copse End received a grant of $11,900 in 2024.", "$11,900", "$12,600"),
        ("The four orchards together picked 699 tonnes.", "699", "653"),
        ("The four orchards had 9,990 trees last year, 3.3 percent more than in 2024.", "9,990", "9,670"),
        ("Hollin Hill, which had 4,120 trees in 2022, now has 4,475.", "4,475", "4,310"),
        ("The caves have 227 employees.", "227", "218"),
        ("In 2022, when the caves reopened fully, 48,710 people came.", "48,710", "54,380"),
        ("The chain sold 8,120 bikes in the third quarter of 2025.", "8,120", "7,760"),
        ("Saint Bride's harvest rose 27 percent to 118 tonnes.", "118", "93"),
        ("Hollin Hill's grant fell 6.4 percent to $33,900.", "$33,900", "$36,200"),
        ("Traffic on the Abbot Bridge was up 1,530 at 34,180 crossings a day.", "34,180", "32,650"),
        ("Crossings of the Mill Bridge rose from 5,170 in 2024 to 5,480.", "5,170", "5,310"),
        ("Visitors to the caves fell to 21,330 in 2020, from 57,420 the year before.", "57,420", "55,140"),
        ("Copse End is the smallest with 1,062 trees.", "1,062", "985"),
        ("Hollin Hill picked the most apples, 358 tonnes.", "358", "341"),
        ("The Mill Bridge has the fewest crossings, 5,480 a day.", "5,480", "5,170"),
    ],
)
def test_the_figure_of_another_time_is_not_supported(text, figure, turned):
    """The figure of the time that is meant agrees; that of another year or quarter does not, though a cell holds it."""
    told = verdict(text, figure, PUBLISHED, **FRAMES)[0]
    instead = verdict(text.replace(figure, turned), turned, PUBLISHED, **FRAMES)[0]

    assert told == "supported"
    assert instead != "supported"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The caves then had 216 employees.", "216"),
        ("Hollin Hill once had 4,120 trees.", "4,120"),
        ("In 2023 frost hit the farms. Hollin Hill picked only 287 tonnes and Copse End 49.", "49"),
        ("The caves had 57,420 visitors in 2019, a record at the time.", "57,420"),
        ("Weir Farm picked 159 tonnes last year after 164 the year before.", "164"),
        ("Two years earlier the Lantern Bridge had 12,840 crossings a day.", "12,840"),
        ("The best quarter was the second, with 8,875 bikes.", "8,875"),
        ("Staff numbers fell to 207 in 2021 and have since recovered to 227.", "207"),
    ],
)
def test_an_old_figure_that_the_words_look_back_to_is_supported(text, figure):
    """ "Then", "once", a year of the sentence or of the one before lead to an older row."""
    assert verdict(text, figure, PUBLISHED, **FRAMES)[0] == "supported"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Before the pandemic the caves had 224 employees.", "224"),
        ("Five years ago the caves had 221 employees.", "221"),
        ("When the survey began, Hollin Hill had 4,120 trees.", "4,120"),
    ],
)
def test_an_old_figure_is_not_refuted_by_a_new_one_where_the_words_look_back(text, figure):
    """A time that is not known, or that may be counted in two ways, refutes nothing."""
    assert verdict(text, figure, PUBLISHED, **FRAMES)[0] != "refuted"


def test_a_figure_of_another_year_is_said_to_be_that_years():
    """What refutes a figure of last year says which year has it."""
    (found,) = (s for quote, s in check("The Mill Bridge has 5,170 crossings a day.", PUBLISHED, **FRAMES).items()
                if "5,170" in quote)  # fmt: skip

    assert "in 2024" in found.verdict.explanation


@pytest.mark.parametrize(
    ("text", "change", "base"),
    [
        ("Saint Bride has 1,843 trees, 7.4 percent more than last year.", "7.4 percent", "from 2024 to 2025"),
        ("Saint Bride has 1,843 trees, 13.6 percent more than in 2023.", "13.6 percent", "from 2023 to 2025"),
        ("Weir Farm lost 250 trees between 2022 and 2024.", "250", "from 2022 to 2024"),
        ("Weir Farm has 2,610 trees, 30 fewer than a year ago.", "30", "from 2024 to 2025"),
    ],
)
def test_a_base_said_behind_a_change_binds_it(text, change, base):
    """No change from another base is read beside the one that the words give outright."""
    found = {a.reading.said for a in asked(text, change, PUBLISHED, orchards=ORCHARDS)
             if a.reading.family in ("difference", "percent change") and "trees" in a.reading.said}  # fmt: skip

    assert found
    assert all(base in said for said in found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Abbot Bridge carries 34,180 vehicles a day. Three others are longer.", "longer"),
        ("The Mill Bridge had 5,480 crossings a day, twice as many as in 2023. So had the Lantern Bridge.", "twice"),
    ],
)
def test_no_other_thing_is_read_where_a_time_or_a_count_is_held_against(text, words):
    """ "Three others are longer" compares no two bridges; "twice as many as in 2023" is of one thing."""
    found = [a.reading.said for a in asked(text, words, PUBLISHED, bridges=BRIDGES)]

    assert not [said for said in found if "that of" in said]


def test_money_is_not_set_against_other_money_that_nothing_names():
    """A grant less a price of apples is no figure, whatever it comes to."""
    frame = ORCHARDS.assign(price_usd=[1.05 + n / 100 for n in range(16)])
    found = asked("Copse End was given $12,600.", "$12,600", PUBLISHED, orchards=frame)

    assert not [a for a in found if a.reading.family == "margin"]


def test_quarters_are_written_so_that_they_sort():
    """A quarter sorts by its first day, behind those before it."""
    assert sorted(["2025 Q1", "2024 Q4"], key=written) == ["2024 Q4", "2025 Q1"]


COURTS = pd.DataFrame(
    {
        "judge": ["Ada Merrow", "Tom Finch"],
        "cases_heard": [212, 187],
        "verdicts_upheld": [41, 38],
        "verdicts_overturned": [19, 22],
        "upheld_in_last_ten": [8, 6],
    }
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Merrow had 22 verdicts overturned in her last 30 appeals.", "22 verdicts"),
        ("Ada Merrow heard 212 cases over her last three sittings.", "212 cases"),
        ("Tom Finch saw 41 verdicts upheld and 30 overturned of his previous 60 appeals.", "41 verdicts"),
        ("Tom Finch saw 22 of his first 23 verdicts upheld.", "23 verdicts"),
    ],
)
def test_what_a_stretch_of_events_brought_is_no_total(text, words):
    """A table of totals holds nothing of the last thirty appeals: it neither bears the figure out nor refutes it."""
    assert verdict(text, words, PUBLISHED, courts=COURTS)[0] == "not_enough_info"


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Ada Merrow heard 212 cases in the last two years.", "212 cases", "supported"),
        ("Ada Merrow heard 212 cases and was praised for her last three verdicts.", "212 cases", "supported"),
        ("Tom Finch, who had lost his last two appeals, heard 212 cases.", "212 cases", "refuted"),
    ],
)
def test_a_stretch_told_of_something_else_leaves_a_total_alone(text, words, label):
    """A stretch of years, or one of another verb, does not part the figure from its row."""
    assert verdict(text, words, PUBLISHED, courts=COURTS)[0] == label
