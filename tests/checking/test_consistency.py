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
    ],
)
def test_silence(text):
    """What fits, or may fit, raises no alarm."""

    assert _rules(text) == []
