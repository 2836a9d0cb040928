"""Every format of the example audit, byte for byte. `pytest tests/reports --update-golden` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.reports import annotations, claimreview, collection, frame, html, junit, markdown, sarif, text

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
