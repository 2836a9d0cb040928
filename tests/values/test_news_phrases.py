"""Values in the phrases of sport, markets, towns and courts, each beside a sentence that only looks like it."""

from __future__ import annotations

from decimal import Decimal as D  # noqa: N817

import pytest

from tests.values.test_news_counts import _hedged, _told
from tests.values.test_reading import _read

COMPOUNDS = [
    ("He hit 28 home runs.", [("count", D(28), "home run")]),
    ("She cast 33 tie-breaking votes.", [("count", D(33), "vote")]),
    ("He drove in 94 RBIs.", [("count", D(94), "RBI")]),
    ("Two semi-finals remain.", [("count", D(2), "semi-final")]),
    ("It is her first semi-final.", [("ordinal", D(1), "semi-final")]),
    ("Four by-elections were held.", [("count", D(4), "by-election")]),
    ("It is the fifth sell-out.", [("ordinal", D(5), "sell-out")]),
    ("They bought 12 high-speed trains.", [("count", D(12), "train")]),
    ("Three well-known authors spoke.", [("count", D(3), "author")]),
    ("He hit a two-run homer.", [("count", D(2), "run")]),
    ("Of the ten, two run daily.", [("number", D(10), ""), ("number", D(2), "")]),
    ("They won three prizes.", [("count", D(3), "prize")]),
]
PARTS = [
    ("They lost seven of their last nine games.", [("count", D(7), "game"), ("count", D(9), "game")]),
    ("Two of the five mills shut.", [("count", D(2), "mill"), ("count", D(5), "mill")]),
    ("The town of 4,500 lies in a valley.", [("count", D(4500), "person")]),
    ("He told 12 lies.", [("count", D(12), "lie")]),
    ("A city of 8 million people.", [("count", D(8000000), "person")]),
    ("In the city, sales grew to 76.", [("number", D(76), "")]),
    ("It has 9 deaths and 12 per 1,000.", [("count", D(9), "death"), ("number", D(12), ""), ("number", D(1000), "")]),
]
RATES = [
    ("He hit .312 at home.", [("number", D("0.312"), "")]),
    ("It rose -.5%.", [("percent", D("-0.5"), "%")]),
    ("He went home.5 people saw it.", [("count", D(5), "person")]),
    ("They cut rates by a quarter point.", [("percent", D("0.25"), "percentage point")]),
    ("It trades at 8 times forward earnings.", [("ratio", (D(8), D(1)), "")]),
    ("The offer was oversubscribed 2.5 times.", [("ratio", (D("2.5"), D(1)), "")]),
    ("He calls 2.5 times a week.", [("count", D("2.5"), "time")]),
    ("The price is half what it was.", [("ratio", (D(1), D(2)), "")]),
    ("The ratio of pupils to teachers is now 17:1.", [("ratio", (D(17), D(1)), "")]),
    ("India reached 287 for six at stumps.", [("score", (D(287), D(6)), "")]),
]
SHARES = [
    ("Three quarters of a million people left.", [("count", D(750000), "person")]),
    ("Three quarters of the people left.", [("ratio", (D(3), D(4)), "person")]),
    ("It is one billion and three quarters million.", [("number", D(1000750000), "")]),
    ("A third and a fourth runway.", [("ordinal", D(3), ""), ("ordinal", D(4), "runway")]),
    ("He admitted 14 counts of fraud and two of perjury.", [("count", D(14), "count"), ("count", D(2), "count")]),
    ("She kicked goals of 23 and 52 yards.", [("quantity", D(23), "yd"), ("quantity", D(52), "yd")]),
    ("She scored goals of 23 and 52.", [("count", D(23), "goal"), ("count", D(52), "goal")]),
    ("Of those arrested, 12 were charged.", [("count", D(12), "person")]),
    ("The firm employs 2,000.", [("count", D(2000), "person")]),
    ("The row at the Group of Seven went on when they met.", []),
]
MEASURES = [
    ("It rose 0.4 of a percentage point.", [("percent", D("0.4"), "percentage point")]),
    ("It rose three-tenths of a percentage point.", [("percent", D("0.3"), "percentage point")]),
    ("He won by 0.2 of a second.", [("duration", D("0.2"), "second")]),
    ("He ate 0.4 of a cake.", [("number", D("0.4"), "")]),
    ("It is 180 metres long and 30 wide.", [("quantity", D(180), "m"), ("quantity", D(30), "m")]),
    ("It is 180 metres long and 30 died.", [("quantity", D(180), "m"), ("count", D(30), "person")]),
]
MONEY = [
    ("He earned three $20 bills.", [("count", D(3), "bill"), ("money", D(20), "USD")]),
    ("Two £5m grants were made.", [("count", D(2), "grant"), ("money", D(5000000), "GBP")]),
    ("Sam raised six thousand pounds.", [("money", D(6000), "GBP")]),
    ("The bill for 6,000 pounds of sugar came.", [("quantity", D(6000), "lb")]),
    ("The firm lost a quarter of a million pounds.", [("money", D(250000), "GBP")]),
    ("He lost 20 pounds.", [("quantity", D(20), "lb")]),
    ("Shares fell 14.5p to 312p.", [("money", D("0.145"), "GBP"), ("money", D("3.12"), "GBP")]),
    ("She cleared 2.04m.", [("quantity", D("2.04"), "m")]),
    ("Sales of 2.04m were reported.", [("count", D(2040000), "sale")]),
]
CHANGES = [
    ("Users grew from 1.2 to 1.9 million.", [("number", D(1200000), ""), ("number", D(1900000), "")]),
    ("It fell from 410 to 365 million tonnes.", [("quantity", D(n * 10**6), "tonne") for n in (410, 365)]),
    ("Sales rose from $1.2 to $1.9 billion.", [("money", D(n * 10**8), "USD") for n in (12, 19)]),
    ("Users grew from 900 to 1.2 million.", [("number", D(900), ""), ("number", D(1200000), "")]),
    ("Between 1.2 and 19 million people.", [("count", (D(1200000), D(19000000)), "person")]),
    ("Five to six hundred people.", [("count", (D(500), D(600)), "person")]),
    ("Two to three dozen homes.", [("count", (D(24), D(36)), "home")]),
    ("Twenty to one hundred people.", [("count", (D(20), D(100)), "person")]),
    ("It is 5 to 7 m long.", [("quantity", (D(5), D(7)), "m")]),
]


@pytest.mark.parametrize(("text", "told"), [*COMPOUNDS, *PARTS, *RATES, *SHARES, *MEASURES, *MONEY, *CHANGES])
def test_told(text, told):
    """Kind, amount and unit are those that a reader takes."""

    assert told == _told(text)


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("The rate edged up to 4.1%.", [(D("4.1"), "eq", "%")]),
        ("The club is up to 353 members.", [(D(353), "eq", "member")]),
        ("The fine is up to 350 pages.", [(D(350), "le", "page")]),
        ("The price has gone up to 4.10.", [(D("4.10"), "eq", "")]),
        ("It can cost up to 4.1%.", [(D("4.1"), "le", "%")]),
        ("They paid €75m plus €10m.", [(D(75000000), "eq", "EUR"), (D(10000000), "eq", "EUR")]),
        ("They paid €75m plus.", [(D(75000000), "ge", "EUR")]),
        ("She shot a nine-under 279.", [(D(9), "eq", ""), (D(279), "eq", "")]),
        ("GAZA, 30 January - Some 260 trucks left.", [(None, "eq", ""), (D(260), "approx", "truck")]),
        (
            "It lost between a quarter and a third of it.",
            [((D(1), D(4)), "ge", ""), ((D(1), D(3)), "le", "")],
        ),
        ("It lost a quarter and a third of it.", [((D(1), D(4)), "eq", ""), ((D(1), D(3)), "eq", "")]),
        ("A crowd of 20,000-plus turned up.", [(D(20000), "ge", "person")]),
    ],
)
def test_hedge_or_not(text, hedged):
    """A word that leads to a figure, adds to it or counts strokes is no hedge."""

    assert hedged == _hedged(text)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Two boys, both 15, were held.", [(D(15), "boys")]),
        ("Two boys, 15 of them armed, were held.", []),
        ("Ann Lee died in hospital on Monday at 88.", [(D(88), "Ann Lee")]),
        ("Ann Lee died in hospital on Monday at 11.", []),
        ("Ann Lee, now 52, was 19 when she left.", [(D(52), "Ann Lee"), (D(19), "Ann Lee")]),
        ("Voters over 65 backed him.", [(D(65), "")]),
        ("The 6ft 4in striker, 22, scored.", [(D(22), "striker")]),
    ],
)
def test_ages(text, ages):
    """Ages are told beside people, several of them too, and behind a death."""

    assert ages == [(v.amount, v.of) for v in _read(text) if v.kind == "age"]


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("It dates from the 9th or 10th century.", ["0800/0899", "0900/0999"]),
        ("It was on the 9th or 10th of May 2022.", ["2022-05-09", "2022-05-10"]),
        ("It began a fortnight ago.", ["2022-04-12"]),
        ("It rained for the last fortnight.", ["2022-04-12/2022-04-26"]),
        ("They led with 2:14 left in the fourth quarter.", []),
        ("Sales fell in the fourth quarter.", ["2021-Q4"]),
    ],
)
def test_dates(text, isos):
    """Centuries in a list, fortnights and quarters of a match are told apart from days and quarters of a year."""

    assert isos == [v.iso for v in _read(text) if v.kind in ("date", "period")]
