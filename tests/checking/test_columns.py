"""A column finds rows by the size of their number and by their cell, exactly, without reading every cell."""

from __future__ import annotations

from decimal import Decimal

import pyarrow as pa
import pytest

from claims.checking.columns import Cells

TEXTS = ["7", "1,200", None, "-12", "0.1", "31*", "1200", "?", "-0.10"]


def numbers(texts: list[str | None], dtype: str = "decimal") -> Cells:
    """Make a column of numbers."""
    return Cells(pa.array(texts, pa.string()), dtype, lambda cell: cell if cell is None else Decimal(cell))


@pytest.mark.parametrize(
    ("low", "high", "rows"),
    [
        ("7", "12", [0, 3]),
        ("7.000000000000000001", "12", [3]),
        ("0.1", "0.1", [4, 8]),
        ("31", "1200", [5, 1, 6]),
        ("13", "30", []),
    ],
)
def test_rows_near_a_figure_are_those_between_both_ends_whatever_their_sign(low, high, rows):
    """The ends count in, to the last digit, and rows come by size, then in order."""
    assert numbers(TEXTS).near(Decimal(low), Decimal(high), 10) == rows


def test_ends_are_exact_where_floats_are_not():
    """Whole numbers of 18 digits that differ in the last one are told apart."""
    cells = numbers(["100000000000000001", "100000000000000002", "100000000000000003"], "int")

    assert cells.near(Decimal(100000000000000002), Decimal(100000000000000002), 5) == [1]


def test_too_many_rows_near_a_figure_are_none():
    """More rows than asked for say nothing, in different cells or in equal ones."""
    assert numbers([str(n) for n in range(30)]).near(Decimal(0), Decimal(29), 5) is None
    assert numbers(["4"] * 6).near(Decimal(4), Decimal(4), 5) is None


def test_rows_that_hold_a_value_are_chosen_among_those_given():
    """A value, however written, is found in the given rows only, alone or in a list."""
    lists = Cells(pa.array(["Elm; Oak", "Oak", "Ash"]), "list", lambda cell: cell)

    assert numbers(TEXTS).holding([0, 6, 8], Decimal(1200)) == [6]
    assert lists.holding([0, 2], "Oak") == [0]
    assert numbers(TEXTS).holding([2, 7], None) == []


def test_the_smallest_and_the_largest_number_are_told_by_size():
    """Signs count for nothing, what is no number is left out, and a column without numbers has no ends."""
    assert numbers(TEXTS).ends() == (Decimal("0.1"), Decimal(1200))
    assert numbers(["-90", "30"]).ends() == (Decimal(30), Decimal(-90))
    assert numbers(["?", None]).ends() is None


def test_numbers_that_are_all_whole_have_no_fractions():
    """One number with a part of one is enough; "2.0" is whole."""
    assert numbers(["7", "-1.5", None]).has_fractions()
    assert not numbers(["7", "2.0", "1,200", "?"]).has_fractions()


def test_the_different_cells_of_some_rows_come_in_their_order():
    """No order of a set decides which of two cells of a year is taken: two runs say the same."""
    texts = numbers(["12", "7", "12", "1200", "7", "31"])

    assert [int(cell) for cell in texts.among([3, 0, 1, 2, 5])] == [1200, 12, 7, 31]
