"""Outlooks: amounts that are expected, hoped for or aimed at, and those that are not."""

from __future__ import annotations

import pytest

from claims import split


@pytest.mark.parametrize(
    "text",
    [
        "The dam expects 40 guests this year.",
        "The dam hopes for a crowd of 40.",
        "The dam is on course for 40 tonnes.",
        "The dam is on track for a record 40 tonnes.",
        "The dam was aiming for 40 guests in June.",
        "The dam has budgeted for 40 guests.",
        "Some 40 guests are expected at the dam.",
        "An expected 40 guests came.",
        "The dam's target is 40 guests.",
        "The board set a target of 40 tonnes.",
        "The dam had 50 guests, more than the 40 that it had expected.",
        "The dam had 50 guests, more than the 40 forecast.",
        "The dam is going to have 40 guests.",
        "The dam is to have 40 guests.",
        "The dam is on course to have 40 guests.",
        "The dam hopes to have 40 guests.",
        "The dam is bound to have 40 guests.",
        "The dam has 20 guests and hopes for 40.",
        "The dam needs 40 guests to live.",
        "The peak at the dam will be about 40 feet, the engineers say.",
    ],
)
def test_what_is_expected_is_a_forecast(text):
    """An amount that is only looked forward to is no assertion."""

    assert next(s for s in split(text) if "40" in s.quote).modality == "forecast"


@pytest.mark.parametrize(
    "text",
    [
        "The dam has 40 guests.",
        "The dam had 40 guests, as expected.",
        "The dam expects the 40 guests to leave.",
        "The ship headed for Rome with 40 passengers.",
        "He headed for the exit after 40 minutes.",
        "The dam was known to have 40 guests.",
        "The pump needs 40 litres of oil.",
        "The pump needed 40 litres to start.",
        "In line with 40 others, it shut.",
        "The two are not to be confused, and one has 40 guests.",
    ],
)
def test_what_is_so_is_none(text):
    """What is told of what there is stays an assertion, whatever else is expected."""

    assert next(s for s in split(text) if "40" in s.quote).modality == "asserted"
