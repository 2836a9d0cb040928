"""The public names, and what importing them costs."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
import time
from pathlib import Path

import pytest

import claims

HEAVY = ("spacy", "thinc", "pandas", "numpy", "sklearn", "scipy", "great_expectations", "duckdb", "pyarrow", "pint")
HEAVY += ("holidays", "rapidfuzz", "jinja2", "rich", "lxml", "trafilatura", "openpyxl", "matplotlib", "IPython")


def python(*arguments, env=None):
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True, env=env)


def quickest(*arguments):
    """Time a Python process, the minimum of a few runs: other work on the machine only ever adds."""
    times = []
    for _ in range(6):
        began = time.perf_counter()
        python(*arguments)
        times.append(time.perf_counter() - began)
    return min(times)


@pytest.mark.parametrize(("code", "budget"), [("import claims", 0.3), ("import claims.cli", 0.4)])
def test_import_time(code, budget):
    """Importing costs nothing that a user would notice."""

    assert quickest("-c", code) - quickest("-c", "pass") < budget


def test_help_time():
    """`claims --help` answers at once."""

    assert quickest("-c", "import sys; sys.argv = ['claims', '--help']; from claims.cli import main; main()") < 0.5


@pytest.mark.parametrize("module", ["claims", "claims.cli"])
def test_nothing_heavy_is_imported(module):
    """Heavy libraries arrive with the first audit, not with the import."""

    loaded = python("-c", f"import sys, {module}; print(*sys.modules)").stdout.split()

    assert [name for name in HEAVY if name in loaded] == []


def test_public_names_agree():
    """`__all__`, the homes of the lazy names and the imports for type checkers are one list."""

    tree = ast.parse(Path(claims.__file__).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    typed = {a.name: node.module for node in block.body for a in node.names if isinstance(node, ast.ImportFrom)}

    assert sorted(claims.__all__) == claims.__all__ == sorted(claims._HOME) == sorted(typed)
    assert typed == claims._HOME


@pytest.mark.parametrize("name", claims.__all__)
def test_public_name_is_no_module(name):
    """A public name gives the same object on every access, whatever modules were imported in between."""

    first = getattr(claims, name)
    importlib.import_module(claims._HOME[name])

    assert getattr(claims, name) is first
    assert not isinstance(first, type(claims))
    assert first.__doc__


def test_unknown_name():
    """A name that is not there is an AttributeError, as everywhere."""

    with pytest.raises(AttributeError, match="no attribute 'audits'"):
        _ = claims.audits
    assert set(claims.__all__) <= set(dir(claims))
