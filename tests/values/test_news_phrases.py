"""Values in the phrases of sport, markets, towns and courts, each beside a sentence that only looks like it."""

from __future__ import annotations

from decimal import Decimal as D  # noqa: N817

import pytest

from tests.values.test_news_counts import _hedged, _told

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
    ("They cut rates by a quarter point.", [("count", D("0.25"), "point")]),
    ("It trades at 8 times forward earnings.", [("ratio", (D(8), D(1)), "")]),
    ("The offer was oversubscribed 2.5 times.", [("ratio", (D("2.5"), D(1)), "")]),
    ("He calls 2.5 times a week.", [("count", D("2.5"), "time")]),
    ("The price is half what it was.", [("ratio", (D(1), D(2)), "")]),
    ("The ratio of pupils to teachers is now 17:1.", [("ratio", (D(17), D(1)), "")]),
    ("India reached 287 for six at stumps.", [("score", (D(287), D(6)), "")]),
]


@pytest.mark.parametrize(("text", "told"), [*COMPOUNDS, *PARTS, *RATES])
def test_told(text, told):
    """Kind, amount and unit are those that a reader takes."""

    assert told == _told(text)


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("The rate edged up to 4.1%.", [(D("4.1"), "eq", "%")]),
        ("It can cost up to 4.1%.", [(D("4.1"), "le", "%")]),
        ("They paid €75m plus €10m.", [(D(75000000), "eq", "EUR"), (D(10000000), "eq", "EUR")]),
        ("They paid €75m plus.", [(D(75000000), "ge", "EUR")]),
        ("She shot a nine-under 279.", [(D(9), "eq", ""), (D(279), "eq", "")]),
        ("GAZA, 30 January - Some 260 trucks left.", [(None, "eq", ""), (D(260), "approx", "truck")]),
        ("A crowd of 20,000-plus turned up.", [(D(20000), "ge", "person")]),
    ],
)
def test_hedge_or_not(text, hedged):
    """A word that leads to a figure, adds to it or counts strokes is no hedge."""

    assert hedged == _hedged(text)
