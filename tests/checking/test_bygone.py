"""Months told without a year: by their verb those of the year before, in an article of December."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from tests.checking.support import verdict

MASTERS = pd.DataFrame({
    "name": ["Morag Baird", "Ewan Tulloch", "Kirsty Lamont"], "office": ["Harbour master"] * 3,
    "from": [dt.date(2010, 3, 1), dt.date(2017, 3, 1), dt.date(2025, 1, 16)],
    "to": [dt.date(2017, 2, 28), dt.date(2025, 1, 15), None],
})  # fmt: skip
LEVELS = pd.DataFrame({
    "month": ["2025-01", "2025-02", "2025-10", "2025-11"], "level_cm": [212, 205, 160, 198],
    "barges": [140, 151, 201, 158],
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Ewan Tulloch was harbour master from March 2017 until {}.", "January", "June"),
        ("Until {}, the harbour master was Ewan Tulloch.", "January", "October"),
        ("Kirsty Lamont has been harbour master since {}.", "January", "April"),
        ("Kirsty Lamont became harbour master in {}.", "January", "May"),
    ],
)
def test_a_month_gone_by_is_that_of_the_year_before(text, right, wrong):
    """The month of the row is supported, another one refuted."""

    assert verdict(text.format(right), right, "2025-12-04", masters=MASTERS)[0] == "supported"
    assert verdict(text.format(wrong), wrong, "2025-12-04", masters=MASTERS)[0] != "supported"


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("In January the river carried {} barges.", "140", "151"),
        ("In February the river was at a level of {} centimetres.", "205", "212"),
    ],
)
def test_a_figure_of_a_month_gone_by(text, right, wrong):
    """A figure is that of the month that was, not of the one to come, nor of another month."""

    assert verdict(text.format(right), right, "2025-12-04", levels=LEVELS)[0] == "supported"
    assert verdict(text.format(wrong), wrong, "2025-12-04", levels=LEVELS)[0] != "supported"


@pytest.mark.parametrize(
    "text",
    [
        "The talks with Kirsty Lamont, the harbour master, were put off to January.",
        "Kirsty Lamont, the harbour master, will leave in January.",
        "The harbour master, Kirsty Lamont, set a hearing for January.",
    ],
)
def test_a_month_to_come_stays_one(text):
    """What is put off, set or announced is yet to come: no row tells it."""

    assert verdict(text, "January", "2025-12-04", masters=MASTERS)[0] == "not_enough_info"
