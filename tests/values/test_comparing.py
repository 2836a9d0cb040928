"""The comparison of values: intervals, units, dates, ages."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from claims.types import Article
from claims.values import compare, find_values, read_value
from claims.values.comparing import age_on


@pytest.mark.parametrize(
    ("stated", "found", "outcome"),
    [
        ("370 seats", 370, "agrees"),
        ("370 seats", 371, "disagrees"),
        ("10 seats", 14, "disagrees"),
        ("around 370 seats", 360, "agrees"),
        ("around 370 seats", 381, "disagrees"),
        ("nearly 400 people", 392, "agrees"),
        ("nearly 400 people", 401, "disagrees"),
        ("nearly 400 people", 300, "disagrees"),
        ("just over 50 seats", 53, "agrees"),
        ("just over 50 seats", 80, "disagrees"),
        ("more than 100 people", 100, "disagrees"),
        ("more than 100 people", 101, "agrees"),
        ("at least 100 people", 100, "agrees"),
        ("up to 800 passengers", 801, "disagrees"),
        ("1.4 million people", 1_380_000, "agrees"),
        ("1.4 million people", 1_340_000, "disagrees"),
        ("1,400,000 people", 1_380_000, "disagrees"),
        ("3 million people", 3_400_000, "disagrees"),
        ("4.5 percent", Decimal("4.54"), "agrees"),
        ("4.5 percent", Decimal("4.6"), "disagrees"),
        ("-0.3 percent", Decimal("-0.34"), "agrees"),
        ("-0.3 percent", Decimal("-0.36"), "disagrees"),
        ("a dozen people", 13, "agrees"),
        ("a dozen people", 15, "disagrees"),
        ("between 5 and 7 percent", 6, "agrees"),
        ("between 5 and 7 percent", 8, "disagrees"),
        ("a third of voters", Decimal("0.333"), "agrees"),
        ("a third of voters", Decimal("0.4"), "disagrees"),
        ("They won 2-1", (2, 1), "agrees"),
        ("They won 2-1", (3, 1), "disagrees"),
        ("the third summit", 3, "agrees"),
        ("the third summit", 4, "disagrees"),
        ("3 of 5 pupils", Decimal("0.6"), "agrees"),
        ("two-thirds of seats", (200, 300), "agrees"),
        ("two-thirds of seats", (100, 300), "disagrees"),
        ("nearly half of voters", Decimal("0.48"), "agrees"),
        ("nearly half of voters", Decimal("0.52"), "disagrees"),
        ("more than half of voters", Decimal("0.5"), "disagrees"),
        ("just over half of voters", Decimal("0.7"), "disagrees"),
        ("about a third of voters", Decimal("0.36"), "agrees"),
        ("hundreds of people", 350, "agrees"),
        ("hundreds of people", 50, "disagrees"),
        ("33 percent", Decimal("0.33"), "cannot_tell"),
        ("people under 30", 25, "agrees"),
        ("people under 30", 31, "disagrees"),
        ("370 seats", "unknown", "cannot_tell"),
        ("-5 percent", 5, "disagrees"),
    ],
)
def test_numbers(stated, found, outcome):
    """The hedge and the written precision decide, capped."""

    assert compare(read_value(stated), found).outcome == outcome


@pytest.mark.parametrize(
    ("stated", "found", "unit", "outcome"),
    [
        ("10 km", Decimal("6.2137"), "mile", "agrees"),
        ("10 km", Decimal(10), "mile", "disagrees"),
        ("30 °C", Decimal(86), "°F", "agrees"),
        ("10 km", Decimal(10), "kg", "cannot_tell"),
        ("$3 million", Decimal(3_000_000), "EUR", "cannot_tell"),
        ("5 percent", Decimal(5), "percentage point", "cannot_tell"),
        ("two percentage points", Decimal(200), "basis point", "agrees"),
        ("2.4 km", Decimal("2.4"), "furlong", "disagrees"),
        ("a third of voters", Decimal("33.3"), "%", "agrees"),
        ("a third of voters", Decimal(45), "%", "disagrees"),
        ("one in three", Decimal(33), "%", "agrees"),
    ],
)
def test_units(stated, found, unit, outcome):
    """Units convert exactly, and what does not convert cannot be told."""

    assert compare(read_value(stated), found, unit=unit).outcome == outcome


def test_flags():
    """A true but uninformative bound is weak; a match that only the hedge allows says so."""

    assert compare(read_value("more than 100 people"), 5000).flags == ("weak",)
    assert compare(read_value("around 370 seats"), 364).flags == ("only because of the hedge",)


def _date(text):
    return next(v for v in find_values(Article(text, published="2022-04-26")) if v.iso)


@pytest.mark.parametrize(
    ("text", "found", "outcome"),
    [
        ("in April 2022", dt.date(2022, 4, 25), "agrees"),
        ("in April 2022", dt.date(2022, 5, 1), "disagrees"),
        ("on 25 April 2022", "2022-04", "cannot_tell"),
        ("in 2022", 2022, "agrees"),
        ("by 2016", 2015, "agrees"),
        ("by 2016", 2017, "disagrees"),
        ("They met last week.", dt.date(2022, 4, 20), "agrees"),
        ("from 2009 to 2011", 2010, "agrees"),
        ("in the 1990s", 1994, "agrees"),
        ("on 25 April 2022", "soon", "cannot_tell"),
        ("before 2015", 2014, "agrees"),
        ("before 2015", 2015, "disagrees"),
        ("before May 2015", 2015, "cannot_tell"),
        ("after 2015", 2016, "agrees"),
        ("around 2015", 2016, "agrees"),
        ("around 2015", 2020, "disagrees"),
        ("around AD 1", 1, "agrees"),
        ("more than two years ago", 2019, "agrees"),
        ("more than two years ago", 2021, "disagrees"),
        ("more than two years ago", dt.date(2020, 3, 1), "cannot_tell"),
        ("less than two weeks ago", dt.date(2022, 4, 20), "agrees"),
        ("less than two weeks ago", dt.date(2022, 4, 1), "disagrees"),
        ("early April", dt.date(2022, 4, 12), "cannot_tell"),
        ("early April", dt.date(2022, 4, 20), "disagrees"),
        ("in the 1800s", 1850, "agrees"),
        ("from Monday to Friday", dt.date(2022, 4, 27), "agrees"),
    ],
)
def test_dates(text, found, outcome):
    """A date agrees with what lies inside it."""

    assert compare(_date(text), found).outcome == outcome


@pytest.mark.parametrize(
    ("born", "on", "outcome"),
    [
        (dt.date(1977, 3, 20), dt.date(2022, 4, 26), "agrees"),
        (dt.date(1977, 5, 20), dt.date(2022, 4, 26), "disagrees"),
        (dt.date(1977, 3, 20), None, "cannot_tell"),
    ],
)
def test_age_against_birth_date(born, on, outcome):
    """An age is counted in whole years on a day."""

    assert compare(read_value("Okafor, 45, spoke"), born, on=on).outcome == outcome


def test_leap_day():
    """Born on 29 February: a year older on 1 March, and on 28 February nobody can tell."""

    born = dt.date(2000, 2, 29)
    assert age_on(born, dt.date(2021, 3, 1)) == 21
    assert compare(read_value("Okafor, 21, spoke"), born, on=dt.date(2021, 2, 28)).outcome == "cannot_tell"


def test_unresolved_date_cannot_be_told():
    """A date that stayed open compares with nothing."""

    value = find_values("He resigned last week.")[0]
    assert compare(value, dt.date(2022, 4, 20)).outcome == "cannot_tell"


@pytest.mark.parametrize(
    ("stated", "found", "outcome"),
    [
        ("two thirds of voters", "66.7%", "agrees"),
        ("one in five adults", "21%", "agrees"),
        ("one in five adults", "25%", "disagrees"),
        ("303 of 543 seats", "55%", "disagrees"),
        ("doubled", "100%", "cannot_tell"),
        ("50 percent", "half of voters", "agrees"),
        ("45 percent", "a third of voters", "disagrees"),
        ("half of voters", "more than 40 percent", "cannot_tell"),
        ("the 19th century", "the year 1900", "cannot_tell"),
        ("the 19th century", "the year 1901", "disagrees"),
        ("late 2019", "November 2019", "agrees"),
        ("late 2019", "February 2019", "cannot_tell"),
        ("late 2019", "February 2021", "disagrees"),
        ("the early 1990s", "1998", "cannot_tell"),
        ("the third quarter of 2021", "2021-08", "agrees"),
        ("in his late 40s", "48 years old", "agrees"),
        ("in his late 40s", "41 years old", "cannot_tell"),
        ("in his late 40s", "51 years old", "disagrees"),
    ],
)
def test_two_values_told_differently(stated, found, outcome):
    """A share against percent, and a part of a year or decade, are held against each other as far as they reach."""

    assert outcome == compare(read_value(stated), read_value(found)).outcome
