"""Families that are left out of a statement would read nothing of it."""

from __future__ import annotations

import sys

from claims import checking
from tests.checking.support import check

FAMILIES = sys.modules["claims.checking.readings"]  # the function of that name hides the module
TEXT = (
    "Elmwood Library opened in 1904 and had 99,300 visitors in 2023, 10 percent more than in 2022. "
    "Its staff grew from 26 to 27, a third of them new since March 2021. "
    "Harbour Library, the second of three, has lost visitors for two years. "
    "Ada Corrigan, 63, led Elmwood for ten years until 31 August 2019 and was followed by Tomasz Bielak. "
    "The budget of Castle Street Library was $0.7 million on Monday, the smallest of all. "
    "Readers waited for the council to decide what comes next."
)


def test_what_is_left_out(monkeypatch):
    """A family of figures reads no time, one of times no figure, and neither a statement without a value."""

    asked, found = [], []

    def watched(desk):
        shape = FAMILIES._valued(desk)
        asked.append(shape)
        spared = [family for family in FAMILIES.FAMILIES if family not in FAMILIES.ASKED[shape]]
        found.extend((family.__module__, desk.statement.quote) for family in spared if list(family(desk)))
        return FAMILIES.readings(desk)

    monkeypatch.setattr(checking, "readings", watched)
    check(TEXT)

    assert {"", "time", "figure"} == set(asked)
    assert [] == found
