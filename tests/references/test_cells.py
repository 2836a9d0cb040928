"""Cells are read exactly, and never as something that they are not."""

import datetime as dt
from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.references import References, cells


def column(*texts):
    return pa.array(texts, pa.string())


@pytest.mark.parametrize(
    ("texts", "dtype"),
    [
        (("1", "-20", None), "int"),
        (("1,204", "77"), "int"),
        (("83.1", "86.40", "9"), "decimal"),
        (("$56.7M", "$1.2M"), "int"),
        (("12.5", "n/a"), "decimal"),
        (("2022-04-26", "2020-02-29"), "date"),
        (("26 April 2022", "1 May 2020"), "date"),
        (("2022-04", "2022-12"), "month"),
        (("yes", "No"), "bool"),
        (("4:02:37", "0:58:01"), "clock"),
        (("3:43.15", "47.50"), "clock"),
        (("53.15", "47.50"), "decimal"),
        (("007", "012"), "text"),
        (("2022-02-30", "2022-01-01"), "text"),
        (("03/04/2022", "05/06/2022"), "text"),
        (("12", "at large"), "text"),
        ((None, None), "text"),
    ],
)
def test_type_of_a_column(texts, dtype):
    """All filled cells must have the type, else the column is text."""

    assert cells.infer(column(*texts)) == dtype


@given(st.integers(-(10**17), 10**17))
def test_whole_numbers_come_back(number):
    """Any whole number is read as itself, with and without separators."""

    assert cells.number(str(number)) == cells.number(f"{number:,}") == number


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_decimals_keep_their_digits(number):
    """A decimal keeps value and written precision."""
    found = cells.number(f"{number:f}")

    assert (found, Decimal(found).as_tuple().exponent) == (number, -3)


@given(st.dates(dt.date(1000, 1, 1)))
def test_dates_come_back(day):
    """Every day is read from its ISO form and from how people write it."""
    forms = (day.isoformat(), f"{day.day} {day:%B} {day.year}", f"{day:%b} {day.day}, {day.year}")

    assert {cells.date(form) for form in forms} == {day}


@given(st.text(max_size=20))
def test_no_text_breaks_a_reader(text):
    """Readers answer None for what they cannot read; they never raise."""
    for read in (cells.number, cells.date, cells.month, cells.boolean, cells.clock):
        read(text)

    assert isinstance(cells.names(text), tuple)


@given(st.lists(st.one_of(st.none(), st.sampled_from(["1", "2.50", "-", "2022-01-01", "x", "1,000"])), min_size=1))
def test_arrow_holds_what_the_values_say(texts):
    """The Arrow column that DuckDB queries has the very values that `values` gives."""
    given_column = column(*texts)
    dtype = cells.infer(given_column)

    assert cells.typed(given_column, dtype).to_pylist() == list(cells.values(given_column, dtype))


def test_times_of_races():
    """Short races of seconds stand beside long ones of minutes, and who did not finish has no time."""
    assert cells.infer(pa.array(["47.50", "3:43.13", "9.91", "DNF", None])) == "clock"
    assert cells.infer(pa.array(["47.50", "9.91"])) == "decimal"


@pytest.mark.parametrize(
    ("texts", "dtype", "found"),
    [
        (("10.09", "1:58.73", "83.15"), "clock", (Decimal("10.09"), Decimal("118.73"), Decimal("83.15"))),
        (("2h 14m", "58m", "1 hr 45 min"), "clock", (8040, 3480, 6300)),
        (("45 min", "2 hours", "n/a"), "clock", (2700, 7200, None)),
        (("+0:00", "+1:14"), "clock", (0, 74)),
        (("12.4 km", "1,024 km", "-"), "decimal", (Decimal("12.4"), 1024, None)),
        (("1,204 t", "88 t"), "int", (1204, 88)),
        (("12 m", "15.5 m"), "decimal", (12, Decimal("15.5"))),
        (("12m", "15.5m"), "int", (12_000_000, 15_500_000)),
        (("£3.2m", "£450k"), "int", (3_200_000, 450_000)),
        (("45 %", "4.5 %"), "decimal", (45, Decimal("4.5"))),
        (("500 g", "1.2 kg"), "text", ("500 g", "1.2 kg")),
        (("5 a side", "7 a side"), "text", ("5 a side", "7 a side")),
    ],
)
def test_times_and_figures_with_their_unit(texts, dtype, found):
    """What a column measures is read, one unit a column; another in some cell leaves it text."""
    given_column = column(*texts)

    assert (dtype, found) == (cells.infer(given_column), cells.values(given_column, dtype))


def test_times_of_day_stay_texts():
    """When something leaves is no time that it takes."""
    frame = pd.DataFrame({
        "route": ["Elm Line", "Ash Line", "Oak Line"],
        "departs": ["6:50", "17:15", "9:02"], "first": ["05:40", "10:10", "06:01"], "time": ["12:30", "17:15", "15:00"],
        "journey": ["6:50", "17:15", "15:00"], "run": ["16:50", "17:15", "15:00"],
        "heat": ["16:50.2", "17:15", "15:03"],
    })  # fmt: skip
    (table,) = References.from_frames({"lines": frame}).tables

    assert ["text", "text", "text", "clock", "clock", "clock"] == [c.dtype for c in table.columns[1:]]
    assert {"", "s"} == {c.unit for c in table.columns[1:]}


def test_terms_that_go_on():
    """A day or "present" is a column of days."""
    assert cells.infer(pa.array(["2019-03-31", "present"])) == "date"
