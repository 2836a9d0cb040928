"""Currencies and units of measurement: every name, code and compound."""

from __future__ import annotations

from decimal import Decimal as D  # noqa: N817
from fractions import Fraction

import pint
import pytest

from claims.values import compare, read_value
from claims.values.conversion import convert
from claims.values.units import CODES, NAMES, SYMBOLS, UNIT_NAMES


@pytest.mark.parametrize(
    ("text", "amount", "code"),
    [
        ("300 Czech crowns", 300, "CZK"),
        ("20 Polish zlotys", 20, "PLN"),
        ("600 Ukrainian hryvnias", 600, "UAH"),
        ("1,000 Vietnamese dong", 1000, "VND"),
        ("20 Zambian kwacha", 20, "ZMW"),
        ("10 Haitian gourdes", 10, "HTG"),
        ("500 Costa Rican colones", 500, "CRC"),
        ("40 million soles", 40_000_000, "PEN"),
        ("500 West African CFA francs", 500, "XOF"),
        ("30 pounds sterling", 30, "GBP"),
        ("12 D-marks", 12, "DEM"),
        ("3 million won", 3_000_000, "KRW"),
        ("JPY5bn", 5_000_000_000, "JPY"),
        ("500 TRY", 500, "TRY"),
        ("SEK 20m", 20_000_000, "SEK"),
        ("20 Australian cents", D("0.2"), "AUD"),
        ("5¢", D("0.05"), "USD"),
        ("60 paise", D("0.6"), "INR"),
        ("the 5,000 New Zealand dollars", 5000, "NZD"),
        ("R$3 million", 3_000_000, "BRL"),
        ("₱500", 500, "PHP"),
        ("several million dollars", 1_000_000, "USD"),
        ("hundreds of thousands of euros", 100_000, "EUR"),
    ],
)
def test_money(text, amount, code):
    """A name with its nation, a code, a sign or a hundredth gives amount and ISO code."""

    value = read_value(text)
    assert (value.kind, value.amount, value.unit) == ("money", amount, code)


@pytest.mark.parametrize("text", ["10 crowns", "20 quetzals", "5 marked bills", "3 real men", "500 ALL SEATS TAKEN"])
def test_no_money(text):
    """A noun that is also another word is no money by itself, nor a word in a line of capitals."""

    assert read_value(text).kind != "money"


def test_the_article_tells_the_nation():
    """A noun of many currencies is that of the one nation which the article names."""

    assert read_value("The Mexican shop charged 300 pesos").unit == "MXN"
    assert read_value("In Kenya it costs 500 shillings").unit == "KES"
    assert read_value("It is 50p where £ rules").unit == "GBP"


def test_codes_are_iso_codes():
    """Every code has three letters, or is one of a coin."""

    assert all(len(code) == 3 for code in CODES - {"usdt"})
    assert all(currency.code.isupper() for group in NAMES.values() for _, currency in group)


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("5 short tons", 5, "ton"),
        ("2 quarts", 2, "qt"),
        ("3 amps", 3, "A"),
        ("20 square yards", 20, "yd2"),
        ("3 sq. miles", 3, "mile2"),
        ("12 km²", 12, "km2"),
        ("20 cubic yards", 20, "yd3"),
        ("5 bcm of gas", 5, "bcm"),
        ("3 acre-feet", 3, "acre-ft"),
        ("12 light years", 12, "light-year"),
        ("5 petabytes", 5, "PB"),
        ("100 megabits per second", 100, "Mbit/s"),
        ("20 MW", 20, "MW"),
        ("20 mW", 20, "mW"),
        ("400 parts per million", 400, "ppm"),
        ("5 micrograms per cubic metre", 5, "μg/m3"),
        ("40 milligrams per litre", 40, "mg/l"),
        ("20 cubic feet per second", 20, "ft3/s"),
        ("35 miles per gallon", 35, "mile/gal"),
        ("35 mpg", 35, "mile/gal"),
        ("1.2 million bpd", 1_200_000, "bbl/day"),
        ("220 kilovolts", 220, "kV"),
        ("40 millisieverts", 40, "mSv"),
        ("990 hPa", 990, "hPa"),
        ("two thousand kilowatt hours", 2000, "kWh"),
        ("three quarters of a mile", D("0.75"), "mile"),
        ("thousands of tonnes", 1000, "tonne"),
        ("tens of kilometres", 10, "km"),
        ("0.68 in (just thin)", D("0.68"), "in"),
        ("2 in of rain", 2, "in"),
        ("5km-10km", (5, 10), "km"),
    ],
)
def test_quantities(text, amount, unit):
    """A unit is read with its prefix, its power and what it is counted per."""

    value = read_value(text)
    assert (value.kind, value.amount, value.unit) == ("quantity", amount, unit)


def test_the_preposition_in_is_no_unit():
    """ "in" measures only before a bracket, rain or a dimension."""

    assert read_value("They won 5-2 in Rome").kind == "score"
    assert read_value("5 in a row").kind == "number"


@pytest.mark.parametrize("text", ["3 cups", "20 bars", "12 hands"])
def test_no_quantity(text):
    """A word that measures only now and then counts."""

    assert read_value(text + " were there").kind == "count"


def test_every_unit_has_the_size_that_pint_gives_it():
    """Each unit has a name in our definitions, and converts as by pint's own; those without convert to nothing."""

    pints = pint.UnitRegistry(non_int_type=Fraction)
    named = {unit: name for unit, name in UNIT_NAMES.items() if name}

    assert {"km", "kWh", "bbl", "acre-ft"} <= set(named)
    assert set(SYMBOLS.values()) <= set(UNIT_NAMES)
    for unit, name in named.items():
        other = next(o for o in named if convert(D(1), unit, o) is not None)
        for number in (0, 1) if other != unit else ():
            size = pints.Quantity(Fraction(number), name).to(named[other]).magnitude
            assert float(convert(D(number), unit, other)) == pytest.approx(float(size), rel=1e-9)


@pytest.mark.parametrize(("source", "target"), [("kg", "km"), ("byte", "°"), ("Hz", "turn/min"), ("hand", "m")])
def test_what_measures_different_things_does_not_convert(source, target):
    """Masses are no lengths, bits are no angles, and a hand is no unit of the news."""

    assert convert(D(1), source, target) is None


def test_a_decade_has_ten_years():
    """A decade is a time, not a ratio of ten to one as in pint's own definitions."""

    assert convert(D(3), "decade", "year") == 30


@pytest.mark.parametrize(
    ("stated", "found", "unit"),
    [
        ("20 μg/m3", D("0.02"), "mg/m3"),
        ("100 km2", D(10_000), "ha"),
        ("60 mph", D("96.56"), "km/h"),
        ("3 acre-feet", D(3700), "m3"),
    ],
)
def test_compounds_convert(stated, found, unit):
    """Powers and compounds convert exactly."""

    assert compare(read_value(stated), found, unit=unit).outcome == "agrees"
