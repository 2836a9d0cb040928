"""The README's section on CI says what is so."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from claims.policy import KEYS, Settings, expecting

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8") if (ROOT / "README.md").is_file() else ""
SECTION = README.partition("## In CI\n")[2].partition("\n## ")[0]

pytestmark = pytest.mark.skipif(not (ROOT / ".ci").exists(), reason="needs the checkout")


def test_every_key():
    """The table of keys is written from the one place that describes them, and each is a setting."""

    rows = [f"| `{key.name}` | {key.kind} | {_written(key.default)} | {key.meaning} |" for key in KEYS]

    assert rows == re.findall(r"^\| `.*$", SECTION, re.MULTILINE)
    assert {key.name: key.default for key in KEYS} == {
        field.name: field.default for field in fields(Settings) if field.name not in ("root", "file")
    }


def _written(default):
    return f"`{default}`" if default else "none"


def test_columns():
    """The columns beside those of an audit's frame are named."""

    assert all(f"`{name}`" in SECTION for name in expecting.COLUMNS if name not in ("article", "fingerprint"))


def test_output(run, project):
    """The output shown is that of the command and the article shown."""

    (name, article) = re.search(r"`(\S+\.md)` says \"(.*?)\"", SECTION).groups()
    (command,) = re.findall(r"^    claims check ?(.*)$", SECTION, re.MULTILINE)
    (shown,) = re.findall(r"```text\n(.*?)```", SECTION, re.DOTALL)
    project(article, name)

    assert run(*command.split()) == (1, shown, "")
