"""Same input, same bytes: wherever, whenever and in whatever language the machine speaks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claims import embedded

SEED = embedded.folder("seeds") / "articles" / "kishor.txt"
MACHINES = {
    "utc": {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
    "kolkata": {"TZ": "Asia/Kolkata", "LC_ALL": "C", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"},
    "latin-1": {"TZ": "America/Anchorage", "PYTHONIOENCODING": "latin-1", "PYTHONHASHSEED": "77", "LANG": "tr_TR"},
}


def audit(style, path, cwd, machine):
    command = [sys.executable, "-m", "claims", "audit", str(path), "--format", style]
    done = subprocess.run(command, cwd=cwd, env=os.environ | machine, capture_output=True, stdin=subprocess.DEVNULL)
    assert done.returncode in (0, 1)
    assert done.stderr == b""
    return done.stdout


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    return {style: audit(style, SEED, tmp_path_factory.mktemp("here"), MACHINES["utc"]) for style in ("json", "html")}


@pytest.mark.parametrize("style", ["json", "html"])
@pytest.mark.parametrize("machine", ["kolkata", "latin-1"])
def test_same_bytes(first, style, machine):
    """Two runs give the same bytes, also from another folder, by another path, locale, time zone and hash seed."""

    assert audit(style, SEED.name, SEED.parent, MACHINES[machine]) == first[style]


def test_nothing_of_the_machine_is_told(first):
    """An audit does not tell where on the machine it was made."""

    text = first["json"].decode()

    assert str(Path.home()) + "/" not in text
    assert str(SEED.parents[2]) not in text
