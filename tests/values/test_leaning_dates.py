"""Dates that lean on a year just told, on the day of publication, or on a plan."""

from __future__ import annotations

import pytest

from claims import Article, find_values


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The mill was sold in 2022, and that November it burned down.", "that November", "2022-11"),
        ("Two years ago this month 711 people came.", "Two years ago this month", "2023-02"),
        ("The dome vanished in April 2021 and is supposed to come out again in September.", "September", "2025-09"),
        ("The dome was supposed to open in September.", "September", "2024-09"),
        ("She resigned a year ago this month.", "a year ago this month", "2024-02"),
        ("The mill burned down a year ago yesterday.", "a year ago yesterday", "2024-02-26"),
        ("It had an owner in 2018. He died last week. He left in May of that year.", "May of that year", "2018-05"),
        ("It was sold in 2018 and last year. In May of that year it shut.", "May of that year", "2024-05"),
    ],
)
def test_resolved(text, words, expected):
    """A date is resolved by what stands before it."""

    assert {v.text: v.iso for v in find_values(Article(text=text, published="2025-02-27"))}[words] == expected
