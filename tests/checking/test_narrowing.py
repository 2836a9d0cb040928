"""Words that narrow what a number counts: a part of what a row holds is refuted by no row."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.checking.support import verdict

SCHOOLS = pd.DataFrame(
    [
        ("Cragside High", 2023, 812, 41), ("Cragside High", 2024, 771, 38),
        ("Ferry Lane", 2023, 1204, 66), ("Ferry Lane", 2024, 1290, 69),
        ("Moss Park", 2023, 455, 27), ("Moss Park", 2024, 431, 25),
    ],
    columns=["school", "year", "pupils", "teachers"],
)  # fmt: skip


def said(text: str, words: str) -> str:
    """Give the verdict on words of a sentence."""
    return verdict(text, words, "2025-03-10", schools=SCHOOLS)[0]


@pytest.mark.parametrize(
    "part",
    ["under 12", "from abroad", "in the first week", "with a bus pass", "taught by nuns", "in the choir"],
)
def test_a_part_of_what_a_row_holds_stays_open(part):
    """The table has the pupils of a school, and not how many of them are of a kind."""
    assert said(f"Moss Park had 260 pupils {part} in 2024.", "260") == "not_enough_info"


@pytest.mark.parametrize("whole", ["", "on its books", "at the end of the year", "in all", "at its school"])
def test_the_whole_of_what_a_row_holds_is_refuted(whole):
    """What leaves a count whole narrows nothing."""
    assert said(f"Moss Park had 260 pupils {whole} in 2024.".replace("  ", " "), "260") == "refuted"


def test_a_slip_of_the_pen_is_one_whatever_else_is_said():
    """A figure with two digits turned is that of the row."""
    assert said("Moss Park had 413 pupils from abroad in 2024.", "413") == "refuted"


def test_a_figure_of_each_day_is_none_of_the_year():
    """So many a day are another figure than so many a year."""
    assert said("Moss Park had 260 pupils a day in 2024.", "260") == "not_enough_info"


@pytest.mark.parametrize("year", ["2011", "2031"])
def test_a_year_that_a_table_has_not_is_neither_borne_out_nor_refuted(year):
    """Rows of other years say nothing of it."""
    assert said(f"Moss Park had 440 pupils in {year}.", "440") == "not_enough_info"
    assert said(f"Moss Park had 431 pupils in {year}.", "431") == "not_enough_info"


def test_what_something_fell_by_is_no_level():
    """That there are 25 teachers does not bear out a fall by 25."""
    assert said("In 2024 the number of teachers at Moss Park fell by 25.", "25") != "supported"
    assert said("In 2024 the number of teachers at Moss Park fell to 25.", "25") == "supported"


def test_a_gap_is_one_of_the_year_that_is_given():
    """Between Ferry Lane and Moss Park there were 749 pupils in 2023, and 859 in 2024."""
    assert said("In 2023 Ferry Lane had 749 more pupils than Moss Park.", "749") == "supported"
    assert said("In 2023 Ferry Lane had 859 more pupils than Moss Park.", "859") == "refuted"


def test_a_place_in_a_year_is_one_among_the_things():
    """In 2023 Cragside High had more pupils than in 2024, and fewer than Ferry Lane."""
    assert said("In 2023 Cragside High had the second-most pupils.", "second") == "supported"
    assert said("In 2023 Cragside High had the third-most pupils.", "third") != "supported"


def test_one_that_alone_has_so_many_is_no_part():
    """ "Moss Park alone has 12" says how many it has; "in Moss Park alone there are 12" may be of some of them."""
    assert said("Moss Park alone had 36 teachers in 2024.", "36") == "refuted"
    assert said("In Moss Park alone the inspectors saw 36 teachers in 2024.", "36") == "not_enough_info"


def test_no_bound_is_met_by_adding_up_all_years():
    """What passes a mark does so at one time."""
    assert said("The number of pupils at Cragside High passed 1,200.", "1,200") != "supported"
    assert said("The number of pupils at Ferry Lane passed 1,200.", "1,200") == "supported"
