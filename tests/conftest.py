"""What every test may ask of pytest here."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("claims", deadline=None)  # a busy machine is no failure
settings.load_profile("claims")


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew instead of comparing")
