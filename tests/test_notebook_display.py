"""What a notebook shows of an audit."""

from __future__ import annotations

import html
import json
import re

import pytest

import claims
from claims import notebook, references
from tests.reports.example import AUDIT


def test_shown_by_itself():
    """An audit at the end of a cell shows itself."""

    assert AUDIT._repr_html_() == notebook.show(AUDIT)


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """Load a table whose suite fails for one cell."""
    folder = tmp_path_factory.mktemp("tables")
    (folder / "people.csv").write_text("name,age\nIda <b>Holm</b>,52\nJon Vale,-3\n")
    (folder / "expectations").mkdir()
    suite = {"name": "people", "expectations": [
        {"type": "expect_column_values_to_be_between", "kwargs": {"column": "age", "min_value": 0},
         "severity": "critical", "description": "nobody is younger than nothing"},
        {"type": "expect_column_values_to_be_unique", "kwargs": {"column": "name"}},
    ]}  # fmt: skip
    (folder / "expectations" / "people.json").write_text(json.dumps(suite))
    return claims.References.load(folder)


def words(thing):
    """Give what a reader sees of a thing that shows itself."""
    return html.unescape(re.sub(r"(?s)<style>.*?</style>|<[^>]*>", " ", thing._repr_html_()))


def test_statements_show_themselves():
    """A statement shows its verdict, on whose word it rests, the cells that were read and the query."""

    refuted = next(statement for statement in AUDIT.statements if statement.verdict.label == "refuted")
    shown = words(refuted)

    for part in (refuted.quote, "✗ refuted", refuted.verdict.explanation, refuted.verdict.evidence[0].sql):
        assert part in shown


def test_what_the_model_weighed_is_shown():
    """Beside a statement, alone or in its audit, stand the features that decided its sourcing, with their signs."""

    statement = next(statement for statement in AUDIT.statements if statement.sourcing.pulls)

    for shown in map(words, (statement, AUDIT)):
        assert re.search(
            r"a named organisation +\+1\.31 +a neutral verb of saying +\+0\.40 +content: short +−0\.21", shown
        )


def test_tables_show_themselves(tables):
    """Tables show what they hold and which expectations fail, in full for one table or its check."""

    table = tables.table("people")
    for shown in map(words, (tables, table, references.Check(report=table.report, results=table.results))):
        assert "✗ failed" in shown
        assert "nobody is younger than nothing" in shown
        assert "people" in shown
    assert "measure" in words(table)


def test_touches_nothing_else(tables):
    """Every rule of the style is scoped, nothing is fetched, nothing runs, no cell is markup."""

    shown = notebook.show(AUDIT)
    for other in (AUDIT.statements[0], tables, tables.table("people")):
        assert not re.search(r"<script|https?:|url\(|\son\w+=|<b>Holm", other._repr_html_())
    style = re.search(r"(?s)<style>(.*?)</style>", shown)[1]

    assert all(rule.startswith(".claims-audit ") for rule in style.strip().splitlines())
    assert not re.search(r"<script|https?:|url\(|\son\w+=", shown)


def test_links_lead_somewhere():
    """Every mark of the article leads to its row."""

    shown = notebook.show(AUDIT)
    ids = re.findall(r'\bid="([^"]+)"', shown)

    assert set(re.findall(r'href="#([^"]+)"', shown)) <= set(ids)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("plot", [notebook.plot_sourcing, notebook.plot_coverage])
def test_plots(plot):
    """The plots count what the audit counts, and take axes that are given."""

    pyplot = pytest.importorskip("matplotlib.pyplot")
    pyplot.switch_backend("agg")
    ax = plot(AUDIT)
    widths = sum(bar.get_width() for bars in ax.containers for bar in bars)

    assert widths == {"plot_sourcing": 17, "plot_coverage": 14}[plot.__name__]
    assert str(int(widths)) in ax.get_title(loc="left")
    assert plot(AUDIT, ax) is ax
    pyplot.close("all")
