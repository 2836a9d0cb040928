"""What every test may ask of pytest here."""

from __future__ import annotations

import sys

import pytest
from hypothesis import settings

from claims import cli

settings.register_profile("claims", deadline=None)  # a busy machine is no failure
settings.load_profile("claims")


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew instead of comparing")


@pytest.fixture
def run_claims(monkeypatch, capsys):
    """Run `claims` with some arguments where the test stands; give its status, output and errors."""

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["claims", *map(str, arguments)])
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        return int(stopped.value.code), *capsys.readouterr()

    return run
