"""The way of the data has one direction: a lower layer imports no higher one."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import claims

PACKAGE = Path(claims.__file__).parent
LAYERS = (
    ("types", "errors", "embedded", "cache", "spans", "files"),
    (
        "values",
        "frontmatter",
        "comments",
        "places",
        "webpage",
        "docx",
        "records",
        "decisions",
        "article",
        "clauses",
        "language",
        "names",
    ),
    ("attribution", "degrees", "outlooks", "statements"),
    ("references", "checking"),
    ("slips", "mutation", "diff", "frames", "review", "pipeline", "reports", "notebook", "corpus", "starter", "policy"),
    ("console", "cli", "pytest_plugin", "__main__"),
)
LEVEL = {name: level for level, layer in enumerate(LAYERS) for name in layer}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE or path.name != "__init__.py")


def imports(tree):
    """Give the modules imported when the module itself is imported, so not those inside functions or for typing."""
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == "claims":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("claims."):
            yield node.module.split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("claims."))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_layer(path):
    """Every module stands in a layer, and imports only its own or lower ones."""

    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    imported = set(imports(ast.parse(path.read_text(encoding="utf-8"))))

    assert own in LEVEL
    assert {name: LEVEL[name] for name in imported if name in LEVEL and LEVEL[name] > LEVEL[own]} == {}
