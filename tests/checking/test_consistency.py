"""What an article says against itself; silence where nothing clearly contradicts."""

from __future__ import annotations

import datetime as dt

import pytest

from claims.checking.consistency import consistency
from claims.types import Article
from claims.values import find_values

PUBLISHED = dt.date(2022, 4, 26)


def _rules(text):
    values = find_values(Article(text, published=PUBLISHED))
    return [f.kind for f in consistency(values, text, [(0, len(text))], PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("They met on Monday, April 26, 2022.", "weekday against date"),
        ("The fleet has 30 ships (24 ferries and 7 tugs).", "sum of parts"),
        ("The board has 12 members: 5 teachers, 4 parents and 2 pupils.", "sum of parts"),
        ("The cuts hit 5,000 workers, or 19% of the 55,000 workers.", "share of total"),
        ("Lina Okafor, 45, born in 1965, spoke.", "age against birth date"),
        ("Okafor, who was born in 1930 and died in 2010 aged 60, wrote.", "age against birth date"),
        ("The road is 100 miles (261 km) long.", "conversion"),
        ("Staff grew from 50 workers to 60 workers, a 40 percent increase.", "percentage change"),
        ("A total of 40 people were hurt, 25 men and 14 women.", "sum of parts"),
        ("Turnout was 300 of 600 voters, or 60 percent.", "share of total"),
        ("The company cut 500 of its 10,000 jobs, or 10 percent.", "share of total"),
        ("The vote was 300 to 200, a majority of 150.", "majority"),
        ("Sales rose by 50 percent, from $50 million to $60 million.", "percentage change"),
        ("Sales rose 50 percent to $60 million from $50 million.", "percentage change"),
        ("Profit doubled from $10 million to $30 million.", "multiple"),
        ("Profit tripled to $30 million from $15 million.", "multiple"),
        ("Okafor (1930-2010) died at the age of 60.", "age against life"),
        ("Born in 1950, Lina Okafor, 45, spoke.", "age against birth date"),
        ("Okafor (born 12 March 1950) is 60 years old.", "age against birth date"),
        ("The bridge, built in 1990, is 50 years old.", "age against birth date"),
        ("The firm, founded in 1950, marks its 100th anniversary this year.", "anniversary"),
        ("He was president for ten years, from 2001 to 2005.", "duration"),
        ("They met yesterday, Sunday.", "weekday against date"),
        ("The price is 20 °C (100 °F).", "conversion"),
        ("The new bridge is 120 metres long. The new bridge is 130 metres long.", "same quantity twice"),
    ],
)
def test_contradictions(text, rule):
    """A clear contradiction is found, by its rule."""

    assert _rules(text) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "They met on Tuesday, April 26, 2022.",
        "The fleet has 30 ships (24 ferries and 6 tugs).",
        "The fleet has 30 ships (24 ferries among them).",
        "The fleet has about 30 ships (24 ferries and 7 tugs).",
        "The board has 12 members, including 5 teachers and 4 parents.",
        "The cuts hit about 5,000 workers, or 9% of the 55,000 workers.",
        "Lina Okafor, 45, born in 1977, spoke.",
        "Lina Okafor, born in 1977, married at 19.",
        "Okafor, who was born in 1930 and died in 2010 aged 79, wrote.",
        "The road is 100 miles (160 km) long.",
        "Staff grew from 50 workers to 60 workers, a 20 percent increase.",
        "The bridge is 120 metres long. The tunnel is 130 metres long.",
        "A total of 40 people were hurt, 25 of them badly and 14 women.",
        "The party won 120 seats, 80 more than in 2015 and 50 in the south.",
        "Turnout was 300 of 600 voters, or 50 percent.",
        "The company cut 500 of its 10,000 jobs, or 5 percent.",
        "The vote was 300 to 200, a majority of 100.",
        "Sales rose 20 percent to $60 million from $50 million.",
        "Profit doubled from $10 million to $19 million.",
        "Okafor (1930-2010) died at the age of 79.",
        "Lina Okafor, born in 1965, met Ana Silva, 20.",
        "Lina Okafor, 45, who met Ana Silva, born in 1965, left.",
        "Her son, born in 2010, was with her mother, 60, at home.",
        "The company, founded in 1990, bought a 50-year-old factory.",
        "Mrs Kendal, 45, trained in the building, which opened in 1995.",
        "The bridge, built in 1990, is 32 years old.",
        "The firm, founded in 1922, marks its 100th anniversary this year.",
        "The war lasted four years, from 1914 to 1918.",
        "They met yesterday, Monday.",
    ],
)
def test_silence(text):
    """What fits, or may fit, raises no alarm."""

    assert _rules(text) == []
