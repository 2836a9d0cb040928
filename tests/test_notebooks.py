"""The notebooks run from top to bottom, and are committed without what they print."""

from __future__ import annotations

from pathlib import Path

import nbclient
import nbformat
import pytest

import claims

NOTEBOOKS = sorted((Path(claims.__file__).parents[1] / "notebooks").glob("*.ipynb"))


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_runs(path, tmp_path, monkeypatch):
    """Every cell runs, prints nothing to standard error, and leaves no file beside the notebook."""

    monkeypatch.setenv("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]

    assert [output.text for output in outputs if output.get("name") == "stderr"] == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_is_clean(path):
    """A notebook is committed without outputs: `jupyter nbconvert --clear-output --inplace` strips them."""

    cells = nbformat.read(path, as_version=4).cells

    assert [cell.id for cell in cells if cell.get("outputs") or cell.get("execution_count")] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_opens_with_a_question(path):
    """A notebook is numbered, and its first cell says in a few lines which question it answers."""

    first = nbformat.read(path, as_version=4).cells[0].source.splitlines()

    assert first[0].startswith(f"# {int(path.stem.split('-')[0])}. ")
    assert first[0].endswith("?")
    assert len(first) == 5
