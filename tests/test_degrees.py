"""Degrees told without a number: which words become a statement, and which are left alone."""

from __future__ import annotations

import pytest

import claims
from claims.types import Article

TOLD = {
    "Only herring went up, to 70,207 tonnes.": "went up",
    "The list grew by 2,000, while in every other hospital it has fallen.": "fallen",
    "The chain had lost money in every quarter of 2025.": "lost money in every quarter",
    "It has exceeded the headline rate in each of the last 24 months.": "each",
    "Both figures are below the national ones.": "below",
    "The yield was lower.": "lower",
    "Thefts remain above where they stood in 2019.": "above",
    "The tunnel is on budget at 63 million.": "on budget",
    "The bridge came in under budget.": "under budget",
    "Deaths exceeded births.": "exceeded",
    "No race has been shorter since 2010.": "shorter",
    "No other company has a bigger turnover.": "bigger",
    "No one has waited longer.": "longer",
    "Elm grew fastest of the seven.": "fastest",
    "Visits fell furthest at Elm.": "furthest",
    "Exports beat the target.": "beat",
    "Northgate, with more officers and 78 percent more people, had 14.": "more",
    "Prices are down.": "down",
    "Oak Hospital was the emptiest in 2024.": "emptiest",
    "The Market car park is fuller than the Castle car park.": "fuller",
    "The harbour route is slower than the coast route.": "slower",
    "We brought the long waits down.": "down",
    "Imports were cut.": "cut",
    "Homicides fall by a third, to lowest since the count began.": "lowest",
    "Inflation came down to 2.1 percent in August, its low.": "low",
    "Oak is as tall as Elm.": "as tall",
    "Oak has the same number of beds as Elm.": "same number",
    "Visits have never been so few.": "so few",
    "Elm came last.": "last",
    "That put Elm ahead of Oak.": "ahead of",
    "Oak, its younger rival, has 28 beds.": "younger",
    "More beds were closed in 2023 than in any other year.": "More",
    "More tonnes were milled at Elm in 2024 than in 2023.": "More",
    "At Elm output has risen since 2021.": "risen",
    "Orders at the mill rose to 504.": "rose",
    "Once the gap between Elm and Oak narrowed in 2023.": "narrowed",
    "The manager has seen output at Elm shrink each year since 2021.": "shrink each year",
    "Since 2021 Elm has lost orders.": "lost orders",
    "Elm has gained orders every year.": "gained orders every year",
    "Output was up at Elm.": "up",
    "Elm milled 350 tonnes. Oak milled more, 530.": "more",
    "Elm grew faster still, to 22,400.": "faster",
    "Farrow, smaller still, has 33 workers.": "smaller",
    "Ann Lee, who had been there longest of all, left.": "longest",
    "No other bill in the list is as high.": "as high",
}
NOT_TOLD = [
    "Sales slid 8.8 per cent to $6.32 billion.",
    "Rents went up by a third.",
    "He fell in the street.",
    "She went up to him.",
    "The plane flew above the average hill.",
    "The fair is held every year.",
    "The flat above the bar is under the same roof.",
    "More people want better schools and lower taxes.",
    "They will meet at the target and go on holiday.",
    "Prices may fall.",
    "They came last week and were last seen in May.",
    "The foot of the bridge is wet.",
    "Ahead of the flood the dam was opened.",
    "It has as many as 40 beds as well.",
    "The larger halls are full.",
    "The wage is less than half of what a clerk gets.",
    "The club has lost interest and gained access to the hall.",
    "She wants more.",
    "A red rose stood by the wall of the mill.",
    "Output rose by 30 once.",
]


def told(text: str) -> list[str]:
    article = Article(text, published="2026-02-10")
    return [s.quote for s in claims.split(article) if s.kind in ("comparison", "superlative")]


@pytest.mark.parametrize(("text", "words"), TOLD.items(), ids=TOLD.values())
def test_a_degree_is_told(text: str, words: str):
    """A movement, a level, a plan, a run or an extreme that no number gives is a statement."""
    assert words in told(text)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_degree_is_told(text: str):
    """A movement whose amount is given, of a body, or one that is only expected is none."""
    assert [] == told(text)
