"""The prose of notebooks against the frames of the same notebook."""

from __future__ import annotations

import nbformat
import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell

from claims import InputError
from claims.frames import frames_in, stored
from claims.notebook import audit_notebook

VISITS = "library,year,visitors\nElmwood Library,2022,90400\nElmwood Library,2023,99300\nHarbour Library,2023,36500\n"
PROSE = "Elmwood Library had about 90,000 visitors in 2022. Harbour Library had 36,900 visitors in 2023."


@pytest.fixture
def write(tmp_path):
    """Write a notebook of cells, code where it is marked, beside its data."""

    def write(*cells):
        (tmp_path / "visits.csv").write_text(VISITS)
        notebook = nbformat.v4.new_notebook()
        notebook.cells = [
            nbformat.v4.new_code_cell(cell[2:]) if cell.startswith("> ") else nbformat.v4.new_markdown_cell(cell)
            for cell in cells
        ]
        path = tmp_path / "visits.ipynb"
        nbformat.write(notebook, path)
        return path

    return write


def verdicts(audit):
    return {s.quote: s.verdict.label for s in audit.statements if s.value and s.kind != "event"}


@pytest.mark.slow
def test_prose_is_checked_against_the_frames(write):
    """The numbers in the Markdown have to be those that the code computes; the file stays as it is."""

    path = write(
        "> import pandas as pd",
        "> visits = pd.read_csv('visits.csv')\ntotals = visits.groupby('library').visitors.sum()",
        PROSE,
        "All in all Elmwood Library had 189,700 visitors.",
    )
    before = path.read_bytes()
    audit = audit_notebook(path)
    found = verdicts(audit)

    assert [t.table for t in audit.references] == ["totals", "visits"]
    assert (found["90,000 visitors"], found["36,900 visitors"]) == ("supported", "refuted")
    assert found["189,700 visitors"] == "supported"
    assert path.read_bytes() == before
    assert sorted(file.name for file in path.parent.iterdir()) == ["visits.csv", "visits.ipynb"]


@pytest.mark.slow
def test_failing_cell(write):
    """A notebook that does not run is an input error that names the cell."""

    with pytest.raises(InputError, match="ZeroDivisionError: division by zero") as caught:
        audit_notebook(write("> 1 + 1", PROSE, "> 1 / 0"))
    assert caught.value.where.endswith("visits.ipynb, cell 3")


def shown(source, frame):
    """Give a code cell with the output that a kernel stores for it."""
    data = {"text/html": frame.to_html() if hasattr(frame, "to_html") else frame, "text/plain": ""}
    return nbformat.v4.new_code_cell(source, outputs=[nbformat.v4.new_output("execute_result", data)])


@pytest.fixture
def store(tmp_path):
    """Write a notebook of cells with outputs."""

    def store(*cells):
        path = tmp_path / "stored.ipynb"
        nbformat.write(nbformat.v4.new_notebook(cells=list(cells)), path)
        return path

    return store


FRAME = pd.DataFrame({"library": ["Elmwood Library", "Harbour Library"], "visitors": [90400, 36500]})


def test_stored(store):
    """Without running it, the frames count that outputs show whole under their names."""

    path = store(shown("visits", FRAME), shown("display(totals)", FRAME.groupby("library").sum()),
                 nbformat.v4.new_markdown_cell(PROSE))  # fmt: skip
    audit = audit_notebook(path, run=False)

    assert [t.table for t in audit.references] == ["totals", "visits"]
    assert verdicts(audit)["36,900 visitors"] == "refuted"


PARTS = {
    "head": [("visits.head()", FRAME)],
    "silenced": [("visits;", FRAME)],
    "many": [("visits", FRAME.to_html() * 2)],
    "cut": [("visits", FRAME.to_html() + "<p>900 rows × 2 columns</p>")],
    "dots": [("visits", FRAME.assign(library="...").to_html())],
    "polars": [("visits", "<small>shape: (2, 2)</small>" + FRAME.to_html())],
    "bound anew": [("visits", FRAME), ("visits = visits[1:]", "")],
    "a column set": [("visits", FRAME), ("visits['visitors'] = 0", "")],
    "in place": [("visits", FRAME), ("visits.drop(0, inplace=True)", "")],
    "no table": [("visits", '<table class="dataframe"></table>')],
    "no code": [("visits ===", FRAME)],
}


@pytest.mark.parametrize("cells", PARTS.values(), ids=PARTS)
def test_parts_are_not_stored(store, cells):
    """What may be a part of a frame, or not its last state, is not taken for it."""

    assert stored(store(*(shown(*cell) for cell in cells))) == {}


@pytest.fixture
def shell():
    shell = InteractiveShell()
    shell.extension_manager.load_extension("claims.notebook")
    shell.user_ns["visits"] = pd.DataFrame(
        {"library": ["Elmwood Library", "Harbour Library"], "visitors": [90400, 36500]}
    )
    return shell


def test_magic(shell):
    """`%%claims` audits the prose of its cell against the frames in the kernel."""

    audit = shell.run_cell_magic("claims", "", "Harbour Library had 36,900 visitors.")

    assert list(verdicts(audit).values()) == ["refuted"]


def test_magic_takes_frames_and_a_date(shell):
    """Frames can be named; a wrong name is said."""

    audit = shell.run_cell_magic("claims", "visits --published 2024-03-14", "It rained yesterday.")

    assert str(audit.article.published) == "2024-03-14"
    assert [t.table for t in audit.references] == ["visits"]
    with pytest.raises(InputError, match='no data frame "vists"'):
        shell.run_cell_magic("claims", "vists", "It rained.")


def test_frames():
    """Series and indexes become columns; private names, other things, empty and equal frames are left out."""

    visits = pd.DataFrame({"library": ["Elm", "Oak"], "n": [3, 4]})
    indexed = visits.set_index("library").n.mul(2)
    wide = pd.DataFrame({("n", "sum"): [1]}, index=["Elm"])
    namespace = {
        "visits": visits,
        "_": visits * 2,
        "again": visits.copy(),
        "x": 3,
        "indexed": indexed,
        "none": visits[:0],
    }

    found = frames_in(namespace | {"some": visits[visits.n > 3], "wide": wide})

    assert {name: list(frame.columns) for name, frame in found.items()} == {
        "visits": ["library", "n"], "indexed": ["library", "n"], "some": ["library", "n"], "wide": ["index", "n_sum"]
    }  # fmt: skip


def test_frames_of_polars():
    """Polars frames count as well."""

    polars = pytest.importorskip("polars")

    assert list(frames_in({"visits": polars.DataFrame({"n": [1]})})) == ["visits"]
