"""Counts, shares, prices and sizes as news writes them, each beside a sentence that only looks like it."""

from __future__ import annotations

from decimal import Decimal as D  # noqa: N817

import pytest

from claims.values import compare, find_values, read_value
from tests.values.test_reading import _read


def _told(text):
    return [(v.kind, v.amount, v.unit) for v in _read(text) if v.kind not in ("date", "period")]


def _hedged(text):
    return [(v.amount, v.comparator, v.unit) for v in _read(text)]


PEOPLE = [
    ("Nearly 5,000 marched.", [("count", D(5000), "person")]),
    ("The remaining 12 were freed.", [("count", D(12), "person")]),
    ("He had 500 cows. Nearly 200 perished.", [("count", D(500), "cow"), ("count", D(200), "cow")]),
    (
        "Four schools have more than 750 pupils. Five have fewer than 220.",
        [("count", D(4), "school"), ("count", D(750), "pupil"), ("count", D(5), "school"), ("count", D(220), "pupil")],
    ),
    ("The stock opened at 45. It rose.", [("number", D(45), "")]),
    ("The crowd was put at 20,000.", [("count", D(20000), "person")]),
    ("The toll stands at more than 1,200.", [("count", D(1200), "person")]),
    ("One abstained.", [("count", D(1), "person")]),
    ("One retired senator left.", [("count", D(1), "senator")]),
    ("A 3,000-strong crowd cheered.", [("count", D(3000), "person")]),
    ("A 12-strong jury sat.", [("count", D(12), "jury member")]),
    ("She won 22 of her last 25 games.", [("count", D(22), "game"), ("count", D(25), "game")]),
    ("He made 74 not out.", [("count", D(74), "run")]),
    ("The rate is 12.5 per 100,000 people.", [("number", D("12.5"), ""), ("count", D(100000), "person")]),
]
SHARES = [
    ("Just over a third backed it.", [("ratio", (D(1), D(3)), "")]),
    ("A row over a third runway went on.", [("ordinal", D(3), "runway")]),
    ("A quarter are unpaid.", [("ratio", (D(1), D(4)), "")]),
    ("Roughly half agreed.", [("ratio", (D(1), D(2)), "")]),
    ("Half said no.", [("ratio", (D(1), D(2)), "")]),
    ("The first half was dull.", [("ordinal", D(1), "half")]),
    ("Sales fell by two-thirds.", [("ratio", (D(2), D(3)), "")]),
    ("One in three adults smokes.", [("ratio", (D(1), D(3)), "adult")]),
    ("One clerk in nine carries a knife.", [("ratio", (D(1), D(9)), "")]),
    ("One farm in six counties closed.", [("count", D(1), "farm"), ("count", D(6), "county")]),
    ("It is a third the size of the port.", [("ratio", (D(1), D(3)), "")]),
    ("She earns a fifth what he does.", [("ratio", (D(1), D(5)), "")]),
    ("They sold a quarter as many tickets.", [("ratio", (D(1), D(4)), "")]),
    ("It lost a third the next day.", [("ordinal", D(3), "")]),
    ("Its debts are 30 times those of the mill.", [("ratio", (D(30), D(1)), "")]),
    ("It took in 31.4 billion, 6.1 percent more.", [("number", D(31400000000), ""), ("percent", D("6.1"), "%")]),
    ("One in three sports fans left.", [("ratio", (D(1), D(3)), "sports fan")]),
    ("The risk is one in a million.", [("ratio", (D(1), D(1000000)), "")]),
    ("He put one in a box.", []),
    ("It costs 2 to 3 times the price.", [("ratio", (D(2), D(1)), ""), ("ratio", (D(3), D(1)), "")]),
    ("The bookmakers offer odds of 5/1.", [("ratio", (D(5), D(1)), "")]),
    ("It was split 60:40.", [("ratio", (D(60), D(40)), "")]),
    ("Two out of five hundreds shops shut.", [("ratio", (D(2), D(500)), "shop")]),
    ("England closed on 245 for 6 at stumps.", [("score", (D(245), D(6)), "")]),
    ("They traded 245 for 6 ewes.", [("number", D(245), ""), ("count", D(6), "ewe")]),
    ("He lost 7-6 (7-4), 6-7 (4-7).", [("score", (D(a), D(b)), "") for a, b in ("76", "74", "67", "47")]),
    ("Their record is 12-4-1.", [("number", D(12), ""), ("number", D(4), ""), ("number", D(1), "")]),
]
PRICES = [
    ("It lost -£3.2m.", [("money", D(-3200000), "GBP")]),
    ("It lost $2m-$3m.", [("money", (D(2000000), D(3000000)), "USD")]),
    ("Oil rose $1.20 to $83.50.", [("money", D("1.20"), "USD"), ("money", D("83.50"), "USD")]),
    ("Fees range from $5 to $10.", [("money", (D(5), D(10)), "USD")]),
    ("The index fell by 3 points to 38 points.", [("count", D(3), "point"), ("count", D(38), "point")]),
    ("Visits fell by 1,600 to 31,900.", [("number", D(1600), ""), ("number", D(31900), "")]),
    ("Costs grew by £1.8m to £10.7m.", [("money", D(1800000), "GBP"), ("money", D(10700000), "GBP")]),
    ("Pupils fell by 41, staff by three to 38.", [("number", D(41), ""), ("number", D(3), ""), ("number", D(38), "")]),
    ("Prices will rise by 3 to 5 percent.", [("percent", (D(3), D(5)), "%")]),
    ("The firm added 10 to 15 jobs.", [("count", (D(10), D(15)), "job")]),
    ("Sales were 335 a year earlier.", [("number", D(335), ""), ("duration", D(1), "year")]),
    ("They sell two a month.", [("count", D(2), "")]),
    ("They had sold two per month earlier.", [("count", D(2), "")]),
    ("She paid 99p.", [("money", D("0.99"), "GBP")]),
    ("Shares closed at 45.2p, down 3.1p.", [("money", D("0.452"), "GBP"), ("money", D("0.031"), "GBP")]),
    ("It spent 1.5 lakh on toys.", [("money", D(150000), "INR")]),
    ("It has 3 crore members.", [("count", D(30000000), "member")]),
]
SIZES = [
    ("A half-dozen towns flooded.", [("count", D(6), "town")]),
    ("The half-time show was long.", []),
    ("Some 45 000 people live there, up from 38 500.", [("count", D(45000), "person"), ("count", D(38500), "person")]),
    ("On page 38 500 people are named.", [("count", D(500), "person")]),
    ("It was the twenty-one million and third.", [("ordinal", D(21000003), "")]),
    ("A magnitude 6.3 quake struck.", [("quantity", D("6.3"), "magnitude")]),
    ("A magnitude-7 quake struck.", [("quantity", D(7), "magnitude")]),
    ("He is 6'3\" tall.", [("quantity", D("6.25"), "ft")]),
    ("He is 6' 3 tall.", [("quantity", D("6.25"), "ft")]),
    ("It took 2h 15m.", [("duration", D("2.25"), "hour")]),
    ("It took 1h30m.", [("duration", D("1.5"), "hour")]),
    ("The baby weighed 7lb 8oz at birth.", [("quantity", D("7.5"), "lb")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), [*PEOPLE, *SHARES, *PRICES, *SIZES])
def test_told(text, told):
    """Kind, amount and unit are those that a careful reader takes."""

    assert told == _told(text)


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("50 or so people stayed.", [(D(50), "approx", "person")]),
        ("Two or more rooms burned.", [(D(2), "ge", "room")]),
        ("200-plus seats were lost.", [(D(200), "ge", "seat")]),
        ("He lived up to 12 promises.", [(D(12), "eq", "promise")]),
        ("He made up to 12 promises.", [(D(12), "le", "promise")]),
        ("A multi-million-pound deal was signed.", [(D(1000000), "gt", "GBP")]),
        ("Visits passed 70,000.", [(D(70000), "gt", "")]),
        ("Sales crossed the $1 billion mark.", [(D(1000000000), "gt", "USD")]),
        ("Parliament passed 12 laws.", [(D(12), "eq", "law")]),
    ],
)
def test_hedge_between_number_and_noun(text, hedged):
    """A hedge after the number does not hide what is counted."""

    assert hedged == _hedged(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("No. 1 seed Ilves won.", ("No. 1 seed", "seed")),
        ("World No 3 Ilves won.", ("No 3", "")),
        ("No. 14 goes there.", ("No. 14", "")),
        ("Ranked 45th, she won.", ("45th", "")),
        ("He wears the No. 10 shirt.", ("No. 10 shirt", "shirt")),
    ],
)
def test_rank(text, told):
    """A rank takes its noun, no name and no verb."""

    assert [told] == [(v.text, v.unit) for v in _read(text) if v.kind == "ordinal"]


def test_share_told_as_fraction_and_percent():
    """A fall by two-thirds is one by 67 percent, not by 40."""

    stated = read_value("fell by two-thirds")
    assert compare(stated, read_value("67 percent")).outcome == "agrees"
    assert compare(stated, read_value("40 percent")).outcome == "disagrees"


def test_tokenised_owner():
    """Prose that spaces its apostrophes has owners too."""

    values = _read("profit for this year ' s third quarter was $ 14 million , it said .")
    assert ["date", "period", "money"] == [v.kind for v in values]


def test_a_figure_that_another_is_compared_with_is_exact():
    """ "More than the 19.5 of 2023" says that it was 19.5; "more than 19.5" does not."""
    read = {v.text: v.comparator for v in find_values("It took 20.2, a little more than the 19.5 of 2023.")}

    assert read["19.5"] == "eq"
    assert [v.comparator for v in find_values("It took more than 19.5 litres.")] == ["gt"]
