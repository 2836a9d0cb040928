"""The README's section on CI says what is so."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from great_expectations.util import camel_to_snake

from claims.policy import KEYS, Settings, expectations, expecting

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8") if (ROOT / "README.md").is_file() else ""
SECTION = README.partition("## In CI\n")[2].partition("\n## ")[0]

pytestmark = pytest.mark.skipif(not (ROOT / ".ci").exists(), reason="needs the checkout")


def test_every_key():
    """The table of keys is written from the one place that describes them, and each is a setting."""

    rows = [f"| `{key.name}` | {key.kind} | {_written(key.default)} | {key.meaning} |" for key in KEYS]

    assert rows == [row for row in re.findall(r"^\| `.*$", SECTION, re.MULTILINE) if "`expect_" not in row]
    assert {key.name: key.default for key in KEYS} == {
        field.name: field.default for field in fields(Settings) if field.name not in ("root", "file")
    }


def _written(default):
    return f"`{default}`" if default else "none"


def test_every_expectation():
    """Each expectation of ours is in the table, with its sentence's figure, and no other."""

    kinds = {camel_to_snake(name): getattr(expectations, name) for name in expectations.__all__}
    rows = re.findall(r"^\| `(expect_\w+)` \|[^|]*\|(?: `(\w+)`)? \|$", SECTION, re.MULTILINE)

    assert sorted(kinds) == sorted(kind for kind, _ in rows)
    assert all(f"{{{figure}:" in kinds[kind].asks for kind, figure in rows if figure)


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
