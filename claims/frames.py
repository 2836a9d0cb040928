"""The data frames of a notebook: those that it holds when its last cell has run, or that its outputs show whole.

`frames_in` is also sent, as source, to kernels that know nothing of us: it imports what it needs and nothing of ours.
"""

from __future__ import annotations

import ast
import inspect
import io
import json
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

MINUTES = 10
"""How long one cell may take."""
_FETCH = """
def _claims_fetch(namespace, folder):
    for name, frame in frames_in(namespace).items():
        try:
            frame.to_parquet(f"{folder}/{name}.parquet", index=False)
        except Exception:
            frame.to_csv(f"{folder}/{name}.csv", index=False)
_claims_fetch(dict(globals()), %s)
"""


def frames_in(namespace: Mapping[str, Any]) -> dict[str, Any]:
    """Give the data frames and series of a namespace, their indexes as columns; of equal ones the first.

    Examples
    --------
    >>> import pandas as pd
    >>> sales = pd.DataFrame({"town": ["Elm", "Oak", "Elm"], "sold": [3, 4, 5]})
    >>> frames_in({"sales": sales, "again": sales, "totals": sales.groupby("town").sold.sum()})["totals"]
      town  sold
    0  Elm     8
    1  Oak     4
    """
    import sys

    found: dict[str, Any] = {}
    for name, thing in namespace.items():
        if type(thing).__module__.startswith("polars") and hasattr(thing, "to_pandas"):
            thing = thing.to_pandas()
        pandas = sys.modules.get("pandas")
        if name.startswith("_") or pandas is None or not isinstance(thing, (pandas.DataFrame, pandas.Series)):
            continue
        frame = thing.to_frame(thing.name or name) if isinstance(thing, pandas.Series) else thing.copy()
        bare = frame.index.nlevels == 1 and frame.index.name is None and frame.index.dtype.kind in "iu"
        frame.columns = ["_".join(map(str, c)) if isinstance(c, tuple) else str(c) for c in frame.columns]
        frame = frame.reset_index(drop=bare, allow_duplicates=True)
        frame = frame.loc[:, ~frame.columns.duplicated()]
        if len(frame) and not any(frame.equals(other) for other in found.values()):
            found[name] = frame
    return found


def stored(path: str | Path) -> dict[str, Any]:
    """Give the data frames that a notebook's outputs show whole, without running it.

    A frame counts where a cell ends in its bare name, or in `display` of it: what `head()` shows is a part, and a
    part would answer wrongly how many or how much. One that a later cell names anew is left out.
    """
    from claims import article, records

    path = Path(path)
    content = records.json_of(article.source_text(path), str(path))
    cells = content.get("cells") if isinstance(content, dict) else None
    found: dict[str, Any] = {}
    for cell in (cell for cell in cells or () if isinstance(cell, dict) and cell.get("cell_type") == "code"):
        shown, bound = _names(_joined(cell.get("source")))
        found = {name: frame for name, frame in found.items() if name not in bound}
        tables = [frame for output in cell.get("outputs") or () if (frame := _shown(output)) is not None]
        if shown and len(tables) == 1:
            found[shown] = tables[0]
    return frames_in(found)


def _names(source: str) -> tuple[str, set[str]]:
    """Give the name that a cell ends in, "" if in none, and the names that it binds or changes."""
    try:
        tree = ast.parse(re.sub(r"(?m)^\s*[%!].*$", "", source))
    except (SyntaxError, ValueError, RecursionError):
        return "", set()
    last = tree.body[-1].value if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    if isinstance(last, ast.Call) and isinstance(last.func, ast.Name) and last.func.id == "display":
        last = last.args[0] if len(last.args) == 1 else None
    roots = {_root(node) for node in ast.walk(tree) if _changes(node)}
    return last.id if isinstance(last, ast.Name) and not source.rstrip().endswith(";") else "", roots


def _changes(node: ast.AST) -> bool:
    in_place = isinstance(node, ast.Call) and any(keyword.arg == "inplace" for keyword in node.keywords)
    return in_place or isinstance(getattr(node, "ctx", None), ast.Store)


def _root(node: ast.AST) -> str:
    """Give the name that an attribute, an item or a call hangs from."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _shown(output: Any) -> Any:
    """Read the frame that an output shows; None if it shows none, or only a part."""
    data = output.get("data") if isinstance(output, dict) else None
    page = _joined(data.get("text/html")) if isinstance(data, dict) else ""
    if 'class="dataframe"' not in page or re.search(r"<small>|>(?:\.\.\.|…)</t|\d+ rows × \d+ columns", page):
        return None
    import pandas as pd

    try:
        (frame,) = pd.read_html(io.StringIO(page), flavor="lxml")
    except ValueError:
        return None
    first = str(frame.columns[0])
    if not first.startswith("Unnamed:"):
        return frame
    index = frame.pop(frame.columns[0])
    return frame if index.dtype.kind in "iu" else frame.set_index(index.rename("index"))


def _joined(text: Any) -> str:
    return "".join(map(str, text)) if isinstance(text, list) else str(text or "")


def executed(path: str | Path) -> dict[str, Any]:
    """Run a notebook in a fresh kernel and give the data frames that it leaves; the file is not changed.

    Raises
    ------
    InputError
        If a cell fails or takes too long; it names the cell, counted from 1.
    """
    path = Path(path)
    try:
        import nbformat
        from nbclient import NotebookClient
    except ImportError:
        hint = 'install the extra: pip install "claims[notebooks]"'
        raise InputError("notebooks cannot be run here", where=str(path), hint=hint) from None
    notebook: Any = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)  # type: ignore[no-untyped-call]
    begun = [0]
    with tempfile.TemporaryDirectory(prefix="claims-") as folder:
        source = inspect.getsource(frames_in) + _FETCH % json.dumps(folder)
        fetch = nbformat.v4.new_code_cell(f"from __future__ import annotations\n{source}")  # type: ignore[no-untyped-call]
        notebook.cells.append(fetch)
        client = NotebookClient(
            notebook, timeout=60 * MINUTES, resources={"metadata": {"path": str(path.parent)}},
            on_cell_start=lambda cell, cell_index: begun.append(cell_index + 1),  # noqa: ARG005
        )  # fmt: skip
        _run(client, path, begun)
        return _fetched(Path(folder))


def _run(client: Any, path: Path, begun: list[int]) -> None:
    """Run every cell; say what went wrong, and in which."""
    from jupyter_client.kernelspec import NoSuchKernel
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    try:
        client.execute()
    except NoSuchKernel as error:
        hint = "install it, or choose another kernel in the notebook"
        raise InputError(f'there is no kernel "{error.name}"', where=str(path), hint=hint) from None
    except CellExecutionError as error:
        said = f"{error.ename}: {error.evalue}".splitlines()[0]
        raise InputError(f"a cell of the notebook fails: {said}", where=f"{path}, cell {begun[-1]}") from None
    except (CellTimeoutError, DeadKernelError) as error:
        said = str(error).splitlines()[0]
        raise InputError(f"the notebook did not finish: {said}", where=f"{path}, cell {begun[-1]}") from None


def _fetched(folder: Path) -> dict[str, Any]:
    import pandas as pd

    readers = {".parquet": pd.read_parquet, ".csv": pd.read_csv}
    return {file.stem: readers[file.suffix](file) for file in sorted(folder.iterdir())}
