"""The whole way of the data: what an audit leaves as it found it."""

from __future__ import annotations

import gc

import pytest

import claims
from claims.pipeline import collected_afterwards


@pytest.fixture
def collections():
    """Note each run of the collector."""
    runs = []

    def note(phase, info):
        runs.append((phase, info))

    gc.callbacks.append(note)
    yield runs
    gc.callbacks.remove(note)


def test_nothing_is_collected_while_an_audit_is_made(collections):
    """The collector runs once at most, when the audit is done, and is on again."""
    text = " ".join(f"Town {number} had {number} beds in {number}." for number in range(1900, 1940))
    claims.audit(text)
    collections.clear()
    claims.audit(text)

    assert [phase for phase, _ in collections] in ([], ["start", "stop"])
    assert gc.isenabled()


def test_a_collector_that_is_off_stays_off():
    """Who has switched the collector off finds it off when the work is done."""
    gc.disable()
    try:
        with collected_afterwards():
            pass

        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_collector_is_on_again_where_the_work_fails():
    """An error does not leave the collector off."""
    with pytest.raises(LookupError), collected_afterwards():
        raise LookupError

    assert gc.isenabled()
