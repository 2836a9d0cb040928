"""Every format of the example audit, byte for byte. `pytest tests/reports --update-golden` writes them anew."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from claims.reports import annotations, claimreview, collection, frame, html, junit, markdown, sarif, spreadsheet, text


def sheets(book):
    """Give a workbook as text: a line a row, after the name of its sheet."""
    return "".join(
        f"[{sheet.title}]\n" + "".join("\t".join(map(repr, row)) + "\n" for row in sheet.values)
        for sheet in openpyxl.load_workbook(io.BytesIO(book))
    )


def parquet(table):
    """Give a Parquet table as text: its columns with their types, then a line a row."""
    frame = pd.read_parquet(io.BytesIO(table))
    return f"{frame.dtypes.to_string()}\n{frame.to_csv(index=False, lineterminator=chr(10))}"


GOLDEN = Path(__file__).parent / "golden"
FORMATS = {
    "audit.html": html.render,
    "audit.md": markdown.render,
    "audit.txt": text.render,
    "audit.json": lambda audit: audit.to_json(),
    "audit.sarif": sarif.render,
    "audit.junit.xml": junit.render,
    "audit.claimreview.jsonld": claimreview.render,
    "audit.github.txt": annotations.render,
    "audit.csv": lambda audit: frame.to_csv([audit]),
    "audit.parquet.txt": lambda audit: parquet(frame.to_parquet([audit])),
    "audit.xlsx.txt": lambda audit: sheets(spreadsheet.render([audit])),
    "audits.html": lambda audit: collection.render_html([audit, audit]),
    "audits.md": lambda audit: collection.render_markdown([audit, audit]),
}


@pytest.mark.parametrize("name", FORMATS)
def test_golden(request, audit, name):
    """A change of what users get to see is seen in a diff."""

    written = FORMATS[name](audit)
    path = GOLDEN / name
    if request.config.getoption("--update-golden"):
        path.write_text(written, encoding="utf-8", newline="\n")

    assert path.read_text(encoding="utf-8") == written
    assert FORMATS[name](audit) == written
