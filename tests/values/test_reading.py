"""What the reader makes of phrases: kind, amount, unit, comparator, ISO form."""

from __future__ import annotations

from decimal import Decimal as D  # noqa: N817

import pytest

from claims.errors import InputError
from claims.types import Article
from claims.values import find_values, read_value


def _read(text, published="2022-04-26"):
    return [v for v in find_values(Article(text, published=published)) if v.kind != "excluded"]


@pytest.mark.parametrize(
    ("text", "kind", "amount", "unit"),
    [
        ("1,500 voters came", "count", D(1500), "voter"),
        ("1 500 000 voters came", "count", D(1500000), "voter"),
        ("1,50,000 farmers marched", "count", D(150000), "farmer"),
        ("900 asylum seekers arrived", "count", D(900), "asylum seeker"),
        ("two dozen officers", "count", D(24), "officer"),
        ("a hundred trillionths", "number", D("1E-10"), ""),
        ("three twenty-firsts", "number", D("0.142857142857143"), ""),
        ("two hundred and fifty-four hundredths", "number", D("200.54"), ""),
        ("one hundred and thirty fifths", "number", D(26), ""),
        ("10^9", "number", D(10) ** 9, ""),
        ("thirteen dollars forty-five", "money", D("13.45"), "USD"),
        ("sales rose 4 . 8 % , he said .", "percent", D("4.8"), "%"),
        ("room for 80 , 000 fans , he said .", "count", D(80000), "fan"),
        ("it paid $ 1 , 234 , 567 . 50 , he said .", "money", D("1234567.50"), "USD"),
        ("one hundred and five delegates", "count", D(105), "delegate"),
        ("half a million people", "count", D(500000), "person"),
        ("1.4 million people", "count", D(1400000), "person"),
        ("a five-seat majority", "count", D(5), "seat"),
        ("at least 107 killed", "count", D(107), "killed"),
        ("61 of the province's primary schools", "count", D(61), "school"),
        ("She won 91 votes", "count", D(91), "vote"),
        ("23 percent", "percent", D(23), "%"),
        ("4.5 per cent", "percent", D("4.5"), "%"),
        ("two percentage points", "percent", D(2), "percentage point"),
        ("US$40 billion", "money", D(40) * 10**9, "USD"),
        ("Rs 20 crore", "money", D(20) * 10**7, "INR"),
        ("£3m", "money", D(3) * 10**6, "GBP"),
        ("13 billion euros", "money", D(13) * 10**9, "EUR"),
        ("77 cents", "money", D("0.77"), "USD"),
        ("10,000 Swiss francs", "money", D(10000), "CHF"),
        ("60 km/h", "quantity", D(60), "km/h"),
        ("30 °C", "quantity", D(30), "°C"),
        ("500,000 barrels a day", "quantity", D(500000), "bbl/day"),
        ("2 lakh tonnes", "quantity", D(200000), "tonne"),
        ("half a mile", "quantity", D("0.5"), "mile"),
        ("a 27-year contract", "duration", D(27), "year"),
        ("third", "ordinal", D(3), ""),
        ("the 30th summit", "ordinal", D(30), "summit"),
        ("the second-largest lender", "ordinal", D(2), "lender"),
        ("No. 1 exporter", "ordinal", D(1), "exporter"),
        ("a third of voters", "ratio", (D(1), D(3)), "voter"),
        ("one-fourth of voters", "ratio", (D(1), D(4)), "voter"),
        ("3 out of 5 pupils", "ratio", (D(3), D(5)), "pupil"),
        ("one in three", "ratio", (D(1), D(3)), ""),
        ("Three in four teachers", "ratio", (D(3), D(4)), "teacher"),
        ("two in three of all patients", "ratio", (D(2), D(3)), ""),
        ("one nursing job in twelve is vacant", "ratio", (D(1), D(12)), ""),
        ("six chances in seven", "ratio", (D(6), D(7)), ""),
        ("an 18-fold rise", "ratio", (D(18), D(1)), ""),
        ("twice as fast", "ratio", (D(2), D(1)), ""),
        ("Exports tripled", "ratio", (D(3), D(1)), ""),
        ("They won 2-1", "score", (D(2), D(1)), ""),
        ("They beat the visitors 107 - 99", "score", (D(107), D(99)), ""),
        ("\u22122.5 percent", "percent", D("-2.5"), "%"),
        ("two and a half tonnes", "quantity", D("2.5"), "tonne"),
        ("3 hundred and 21 votes", "count", D(321), "vote"),
        ("one twenty-fifth of it", "ratio", (D(1), D(25)), ""),
        ("a 60:40 split", "ratio", (D(60), D(40)), ""),
        ("a 3-to-1 ratio", "ratio", (D(3), D(1)), ""),
        ("a 2-to-1 decision", "score", (D(2), D(1)), ""),
        ("half a percentage point", "percent", D("0.5"), "percentage point"),
        ("a quarter of a percentage point", "percent", D("0.25"), "percentage point"),
        ("a half-point rise", "count", D("0.5"), "point"),
        ("They cut their rate by half a point", "percent", D("0.5"), "percentage point"),
        ("its third straight win", "ordinal", D(3), "win"),
        ("her first vote", "ordinal", D(1), "vote"),
        ("The toll rose to 63", "count", D(63), "person"),
        ("three quarters of an hour", "duration", D("0.75"), "hour"),
        ("6 crore 20 lakh rupees", "money", D(62000000), "INR"),
    ],
)
def test_amounts(text, kind, amount, unit):
    """Every spelling gives kind, amount and unit."""

    value = read_value(text)
    assert (value.kind, value.amount, value.unit) == (kind, amount, unit)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("2 to 3 million people", (D(2000000), D(3000000))),
        ("between 5 and 7 per cent", (D(5), D(7))),
        ("100-150 people", (D(100), D(150))),
        ("$2-3 billion", (D(2) * 10**9, D(3) * 10**9)),
        ("2m-3m people", (D(2000000), D(3000000))),
        ("2bn-3bn dollars", (D(2) * 10**9, D(3) * 10**9)),
        ("the 10-to-12 range", (D(10), D(12))),
        ("18- to 24-year-olds", (D(18), D(24))),
        ("children aged 5 to 11", (D(5), D(11))),
        ("people aged between 18 and 24", (D(18), D(24))),
        ("between the ages of 18 and 30", (D(18), D(30))),
        ("ages 6-12", (D(6), D(12))),
        ("US$16 million to $28 million", None),
        ("five, six, seven years", (D(5), D(7))),
    ],
)
def test_ranges(text, amount):
    """Both ends are read, unit and scale shared."""

    values = _read(text)
    if amount is None:
        assert len(values) == 2 or values[0].comparator == "between"
    else:
        assert [(v.comparator, v.amount) for v in values] == [("between", amount)]


def test_change_is_no_range():
    """ "from A to B" after a verb of change keeps two values with the same unit."""

    assert [(v.amount, v.unit) for v in _read("Inflation rose from 5 to 7 percent.")] == [(D(5), "%"), (D(7), "%")]


@pytest.mark.parametrize(
    ("text", "comparator", "hedge"),
    [
        ("around 370 seats", "approx", "around"),
        ("nearly 400 people", "approx", "nearly"),
        ("an estimated 50 people", "approx", "an estimated"),
        ("more than 100 people", "gt", "more than"),
        ("at least two more meetings", "ge", "at least"),
        ("no fewer than 12 ships", "ge", "no fewer than"),
        ("fewer than 30 ships", "lt", "fewer than"),
        ("up to 800 passengers", "le", "up to"),
        ("no more than 5 percent", "le", "no more than"),
        ("40-odd people", "approx", "-odd"),
        ("200-plus pages", "ge", "-plus"),
        ("300 people or so", "approx", "or so"),
        ("12 ships or more", "ge", "or more"),
        ("perhaps 200 people", "approx", "perhaps"),
        ("370ish", "approx", "ish"),
        ("people under 30", "lt", "under"),
        ("those 65 and older", "ge", "and older"),
        ("the under-18s", "lt", "under"),
        ("over-65s", "gt", "over"),
        ("anyone over the age of 18", "gt", "over"),
    ],
)
def test_hedges(text, comparator, hedge):
    """A hedge gives the comparator, and its own span outside the value."""

    value = read_value(text)
    assert (value.comparator, text[slice(*value.hedge)]) == (comparator, hedge)


@pytest.mark.parametrize("text", ["They talked about two companies", "over two days of talks", "control over 12 ships"])
def test_no_hedge(text):
    """A preposition that belongs to a verb or noun hedges nothing."""

    assert read_value(text).comparator == "eq"


@pytest.mark.parametrize(
    ("text", "amount", "of"),
    [
        ("Kishor, 45, spoke.", D(45), "Kishor"),
        ("Lina Okafor (52) spoke.", D(52), "Lina Okafor"),
        ("45-year-old Kishor spoke.", D(45), "Kishor"),
        ("Lina Okafor, aged 52, spoke.", D(52), "Lina Okafor"),
        ("Okafor died at the age of 81.", D(81), "Okafor"),
        ("Okafor died at 81.", D(81), "Okafor"),
        ("Okafor turned 50.", D(50), "Okafor"),
        ("She is 61, and works.", D(61), ""),
        ("The child was 18 months old.", D(18), ""),
        ("The driver, 22, was held.", D(22), "driver"),
        ("His wife (40) survived.", D(40), "wife"),
        ("John Smith, Jr., 44, was there.", D(44), "John Smith, Jr."),
        ("She won at just 19.", D(19), ""),
        ("Okafor lived to be 94.", D(94), "Okafor"),
        ("He was barely 20.", D(20), ""),
        ("The minimum age is 21.", D(21), ""),
        ("The average age was 41.5.", D("41.5"), ""),
        ("The calf is two days old.", D(2), ""),
        ("a 45 year old man", D(45), ""),
        ("people over 65", D(65), ""),
    ],
)
def test_ages(text, amount, of):
    """An age is read with whose it is."""

    value = read_value(text)
    assert (value.kind, value.amount, value.of) == ("age", amount, of)


def test_decade_of_life():
    """ "in his 40s" is an age between 40 and 49."""

    value = read_value("a man in his 40s")
    assert (value.kind, value.amount, value.comparator) == ("age", (D(40), D(49)), "between")


@pytest.mark.parametrize(
    ("text", "step"),
    [("1.4 million people", D(100000)), ("370 seats", D(1)), ("0.10 percent", D("0.01")), ("$3 billion", D(10) ** 9)],
)
def test_written_precision(text, step):
    """The step is the worth of one unit in the last written digit."""

    assert read_value(text).step == step


def test_listed_numbers_share_the_noun():
    """ "102 and 21 people" counts people twice."""

    assert [v.unit for v in _read("The two crashes killed 102 and 21 people respectively.")] == [
        "crash",
        "person",
        "person",
    ]


def test_named_things_keep_their_own_value():
    """A count of things whose name has digits leaves the name to its own, excluded value."""

    values = find_values("They ordered 14 new Embraer E190 jets.")
    assert [(v.text, v.kind, v.unit) for v in values] == [("14", "count", "jet"), ("E190", "excluded", "")]


@pytest.mark.parametrize("text", ["", "nothing here", "two cats and three dogs"])
def test_read_value_wants_one_value(text):
    """A phrase with no value or several is refused, with a hint."""

    with pytest.raises(InputError):
        read_value(text)


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("He left in 1990 . 5 people stayed .", ["1990", "5 people"]),
        ("They won by 3 . 10 fans cried .", ["3", "10 fans"]),
        ("He scored 12 , 105 and 7 points .", ["12", "105", "7 points"]),
        ("Thefts went down from 233 to 208, after a win", ["233", "208"]),
        ("It has led them from 15 to 24 to 28", ["15", "24", "28"]),
    ],
)
def test_what_parts_two_numbers(text, texts):
    """A full stop in tokenised prose, a comma of a list, and the steps of a change join no digits."""

    assert [v.text for v in _read(text)] == texts


@pytest.mark.parametrize(
    "text", ["In Texas, 30, and more.", "The crowd, 30, grew.", "people over 65 days", "over 60 people"]
)
def test_no_age(text):
    """A place, a thing or a counted noun has no age."""

    assert read_value(text).kind != "age"


def test_listed_ages():
    """Ages told together are ages each."""

    assert [v.kind for v in _read("Her daughters, aged 3 and 5, and a group of 13- and 14-year-olds.")] == ["age"] * 4
    assert [(v.kind, v.unit) for v in _read("Two 16-year-olds left.")] == [("count", "16-year-old"), ("age", "year")]


def test_decade_in_words():
    """ "a thirty-something" is between 30 and 39, written with a hyphen or without."""

    assert read_value("a thirty-something").amount == (D(30), D(39))
    assert read_value("is 60 something").amount == (D(60), D(69))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("hundreds of people", D(100)),
        ("several hundred people", D(100)),
        ("a few dozen homes", D(12)),
        ("tens of thousands of trees", D(10000)),
        ("a few hundred thousand people", D(100000)),
    ],
)
def test_vague_numbers_are_bounds(text, amount):
    """A vague number is more than one unit of its scale, and no exact figure."""

    value = read_value(text)
    assert (value.amount, value.comparator) == (amount, "gt")


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("The port handled 2.300.000 tonnes and 14.250 boxes.", [D(2300000), D(14250)]),
        ("Turnover reached 1.234.567,89 euros, up 3,5 percent.", [D("1234567.89"), D("3.5")]),
        ("Some 1 500 soldiers and 12 500 tents.", [D(1500), D(12500)]),
        ("The team scored 1.500 per game.", [D("1.500")]),
        ("It sold 1,200 tickets. Then 7 500 fans came.", [D(1200), D(7), D(500)]),
        ("On page 3 100 names stand.", [D(100)]),
    ],
)
def test_habits_of_the_article(text, amounts):
    """Points group thousands, commas part decimals and one space groups only where the article shows that habit."""

    assert [v.amount for v in _read(text)] == amounts


def test_so_many_in_so_many_things_is_no_ratio():
    """Where the second number counts something of its own, both are counts."""
    found = find_values(Article("She scored two goals in nine games."))

    assert ["two goals", "nine games"] == [v.text for v in found]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Sales are a fifth below the peak.", ["ratio"]),
        ("The roll has grown by more than a fifth to 81.", ["ratio", "number"]),
        ("Housing gets a fifth or so more than it did.", ["ratio"]),
        ("They won a fifth title.", ["ordinal"]),
        ("There is a plan by a third to be built.", ["ordinal"]),
    ],
)
def test_a_fraction_is_told_from_a_rank_by_what_follows(text, kinds):
    """A part that something moved by is a ratio; the rank of a thing is not."""
    assert [value.kind for value in find_values(Article(text))] == kinds
