"""What a figure may agree with, and the rows that are asked for it."""

from decimal import Decimal as D  # noqa: N817

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.checking.agreement import agreement, figure, reach
from claims.checking.columns import Cells
from claims.checking.query import Query
from claims.checking.scoring import Reading
from claims.values import read_value

STATED = (
    "45,231 people", "about 370 seats", "41,000 seats", "4.2 per cent", "nearly 30,000 visitors", "120 km",
    "$1.2 million", "more than 50 seats", "the 12th", "a third", "three hours",
)  # fmt: skip
FOUND = [D(45231), D(370), D(41499), D("4.24"), D(29_800)]
NUMBERS = st.decimals(-50_000, 2_000_000, places=1) | st.sampled_from(FOUND)
UNITS = st.sampled_from(["", "%", "km", "mile", "h"])


@given(st.sampled_from(STATED), NUMBERS, st.sampled_from([D(1), D(1000)]), UNITS)
def test_what_agrees_lies_within_reach(text, number, scale, unit):
    """No cell outside the ends agrees with a figure, so that only those between are asked."""
    value = read_value(text)
    ends = reach(value, unit, scale)

    if ends is not None and figure(value, number, unit, scale)[0] == "agrees":
        assert ends[0] <= number <= ends[1]


def test_reach_is_narrow_where_it_is_told():
    """An exact figure reaches itself alone, a bound reaches everything."""
    low, high = reach(read_value("45,231 people"), "", D(1))

    assert high - low < D("0.01")
    assert reach(read_value("more than 50 seats"), "", D(1)) is None


@pytest.mark.parametrize(
    ("low", "high", "most", "rows"), [(5, 8, 9, [3, 0, 2]), (5, 8, 2, None), (9, 11, 9, []), (12, 12, 1, [4])]
)
def test_cells_are_found_by_size(low, high, most, rows):
    """The rows of all numbers between two, the smallest first and without their sign; too many are none at all."""
    cells = Cells(pa.array(["7", None, "-8", "5", "12"]), "int", lambda cell: cell if cell is None else D(cell))

    assert cells.near(D(low), D(high), most) == rows


def test_a_computed_percentage_may_be_rounded_to_whole_percent():
    """A rise of 5.3 percent is written as 5; a cell that holds 5.3 is not."""
    value = read_value("5 percent")
    query = Query(operation="value", table="t", column="c")
    computed = Reading(family="percent change", query=query, parts=(), said="", unit="%", size=True)
    cell = Reading(family="lookup", query=query, parts=(), said="", unit="%")

    assert "agrees" == agreement(computed, D("-5.3"), value)[0]
    assert "disagrees" == agreement(computed, D("-5.6"), value)[0]
    assert "disagrees" == agreement(cell, D("5.3"), value)[0]


@pytest.mark.parametrize(
    ("text", "year", "outcome"),
    [
        ("before 1920", 1902, "agrees"),
        ("before 1920", 1935, "disagrees"),
        ("after 1950", 1988, "agrees"),
        ("after 1950", 1902, "disagrees"),
        ("1920", 1902, "disagrees"),
    ],
)
def test_a_year_is_held_to_the_bound_that_is_set(text, year, outcome):
    """What opened before a year opened in any year before it."""
    query = Query(operation="value", table="mills", column="opened")
    reading = Reading(family="date", query=query, parts=(), said="opened", form="date")

    assert agreement(reading, year, read_value(text))[0] == outcome
