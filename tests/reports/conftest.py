"""An audit built by hand, with one of everything that a report has to show."""

from __future__ import annotations

import pytest

from tests.reports.example import AUDIT


@pytest.fixture(scope="session")
def audit():
    return AUDIT
